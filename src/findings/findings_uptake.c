/* Findings on what an article does, in its own words, with what somebody says: bears it out, doubts it, contradicts
 * it. */
#include "findings/findings.h"

static const double rank = 88;

enum { LONGEST = 220 }; /* bytes of what is said */

/* Does a sentence of the article name the referent? */
static bool names_in(const struct px_article *article, const struct px_referent *referent, size_t a, uint32_t sentence)
{
    const struct px_spans *spans = &referent->mentions[a];
    for (size_t i = 0; i < spans->count; i++)
        if (px_article_sentence_at(article, spans->items[i].start) == sentence)
            return true;
    return false;
}

/* Does the hit judge a statement, as the article's own words: "his *false* claims"? */
static bool is_verdict(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_UPTAKE || article->tokens.items[hit->first_token].voice == PX_VOICE_DIRECT)
        return false;
    const struct px_entry *entry = px_resources_entry(context->worker->resources, hit);
    return entry->weight >= 1 && !px_slice_is(entry->category, "uptake.endorsed");
}

/* Has the article any sign of doubt in what the speaker says, sure or not? */
static bool may_doubt(const struct px_compare_context *context, size_t a, uint32_t speaker)
{
    const struct px_article *article = context->articles[a];
    const struct px_referent *referent = &context->comparison->referents.items[speaker];
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->uptake > PX_UPTAKE_ENDORSED && px_compare_referent(context, a, it->entity) == speaker)
            return true;
    }
    for (size_t i = 0; i < article->hits.count; i++)
        if (is_verdict(context, article, &article->hits.items[i]) &&
            names_in(article, referent, a, article->tokens.items[article->hits.items[i].first_token].sentence))
            return true;
    return false;
}

/* Does the article surely doubt a statement of the speaker's? Then a finding says so. */
static bool surely_doubts(const struct px_compare_context *context, size_t a, uint32_t speaker)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].uptake > PX_UPTAKE_ENDORSED &&
            px_compare_referent(context, a, article->attributions.items[i].entity) == speaker &&
            px_comparison_takes_up(context->comparison, a, i))
            return true;
    return false;
}

/* Said of one article alone, doubt would pass for a difference. May another doubt the speaker too, though not surely
 * enough to say so? */
static bool is_half_told(const struct px_compare_context *context, size_t a, const struct px_attribution *statement)
{
    uint32_t speaker = px_compare_referent(context, a, statement->entity);
    if (statement->uptake <= PX_UPTAKE_ENDORSED || speaker == PX_NONE || context->worker->resources == NULL)
        return false;
    for (size_t other = 0; other < context->count; other++)
        if (other != a && may_doubt(context, other, speaker) && !surely_doubts(context, other, speaker))
            return true;
    return false;
}

/* A judgement of what somebody says: of which article, in which statement. */
struct taken {
    size_t article;
    uint32_t statement;
};

static const struct px_attribution *statement_of(const struct px_findings *findings, struct taken taken)
{
    return &findings->context->articles[taken.article]->attributions.items[taken.statement];
}

/* Do both judge alike what one and the same speaker says? */
static bool is_alike(const struct px_findings *findings, struct taken a, struct taken b)
{
    const struct px_attribution *x = statement_of(findings, a), *y = statement_of(findings, b);
    uint32_t speaker = px_compare_referent(findings->context, a.article, x->entity);
    if (x->uptake != y->uptake)
        return false;
    if (speaker != PX_NONE)
        return speaker == px_compare_referent(findings->context, b.article, y->entity);
    return a.article == b.article && px_slice_equal(px_compare_speaker(findings->context, a.article, a.statement),
                                                    px_compare_speaker(findings->context, b.article, b.statement));
}

/* The first of each article that judges alike, in findings->order, from `first` on; returns how many. */
static size_t gather(const struct px_findings *findings, const struct taken *all, size_t count, size_t first,
                     struct taken *alike)
{
    size_t found = 0;
    for (size_t i = first; i < count; i++)
        if (is_alike(findings, all[first], all[i]) && (found == 0 || alike[found - 1].article != all[i].article))
            alike[found++] = all[i];
    return found;
}

/* Who speaks may be less sure than the judgement. */
static bool is_sure(const struct px_findings *findings, struct taken taken)
{
    const struct px_compare_context *context = findings->context;
    return px_sourcing_counts(&context->comparison->sourcing, context->articles, taken.article, taken.statement);
}

static enum px_status cite(struct px_findings *findings, struct taken taken, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_attribution *it = statement_of(findings, taken);
    uint32_t sentences[] = {it->sentence,
                            px_article_sentence_at(context->articles[taken.article], it->uptake_words.start)};
    return px_compare_evidence(context, sentences, 2, &findings->evidence[taken.article], error);
}

/* "Ann Hask", "the Treasury" */
static void write_speaker(struct px_findings *findings, struct taken taken)
{
    const struct px_compare_context *context = findings->context;
    const struct px_attribution *it = statement_of(findings, taken);
    struct px_slice speaker = px_compare_speaker(context, taken.article, taken.statement);
    bool definite = px_article_takes_the(context->articles[taken.article], it->entity, speaker);
    px_buffer_string(&findings->text, definite ? "the " : "");
    px_buffer_append(&findings->text, speaker);
}

static void write_words(struct px_findings *findings, struct taken taken)
{
    const struct px_article *article = findings->context->articles[taken.article];
    px_findings_quote(findings, px_slice_span(article->text, statement_of(findings, taken)->uptake_words));
}

static void write_quoted(struct px_findings *findings, struct px_slice said)
{
    if (said.size > LONGEST)
        px_findings_quote_beginning(findings, said, LONGEST);
    else
        px_findings_quote(findings, said);
}

/* Does the judgement stand before what is said, in one sentence: "unfounded claims of meddling"? */
static bool judges_front(const struct px_article *article, const struct px_attribution *it)
{
    return it->content.count > 0 && px_article_sentence_at(article, it->uptake_words.start) == it->sentence &&
           it->content.items[it->content.count - 1].end > it->uptake_words.end;
}

/* What is said, from such a judgement on. */
static struct px_slice judged_words(const struct px_article *article, const struct px_attribution *it)
{
    return px_slice_part(article->text, it->uptake_words.start, it->content.items[it->content.count - 1].end);
}

/* The sentence of the judgement without its full stop, where a page has room for it up to the judgement's end; else from the
 * judgement on. */
static struct px_slice judged_sentence(const struct px_findings *findings, struct taken taken)
{
    const struct px_attribution *it = statement_of(findings, taken);
    const struct px_article *article = findings->context->articles[taken.article];
    struct px_span words = px_compare_untied(findings->context, taken.article, it->sentence);
    words.end -= words.end > words.start && article->text.data[words.end - 1] == '.';
    bool fits = it->uptake_words.start >= words.start && it->uptake_words.end < words.start + LONGEST;
    return fits ? px_slice_span(article->text, words) : judged_words(article, it);
}

/* "In its own words A calls a claim “unfounded”: “Ann Hask used unfounded claims of meddling …”", where it is less sure that
 * the claims are hers. */
static void write_unsure(struct px_findings *findings, struct taken taken)
{
    px_buffer_string(&findings->text, "In its own words ");
    px_findings_article(findings, taken.article);
    px_buffer_string(&findings->text, " calls a claim ");
    write_words(findings, taken);
    px_buffer_string(&findings->text, ": ");
    write_quoted(findings, judged_sentence(findings, taken));
    px_buffer_byte(&findings->text, '.');
}

/* Does "that" at the byte lead to a clause, and is no subject itself, "that was a plot"? */
static bool leads(const struct px_findings *findings, const struct px_article *article, uint32_t byte)
{
    uint32_t first = px_compare_token_at(article, byte);
    bool that = first + 1 < article->tokens.count && article->tokens.items[first].start == byte &&
                px_compare_is_class(findings->context, article, first, "grammar.that");
    return that && (article->lexemes == NULL || article->lexemes[first + 1].word_class != PX_WORD_VERB);
}

/* What is said, with the "that" that leads to it before the marks: "that “the toll is a tax”". */
static void write_said(struct px_findings *findings, struct taken taken)
{
    const struct px_article *article = findings->context->articles[taken.article];
    struct px_span said = statement_of(findings, taken)->content.items[0];
    uint32_t first = px_compare_token_at(article, said.start);
    if (leads(findings, article, said.start) && article->tokens.items[first + 1].start < said.end) {
        px_buffer_append(&findings->text, px_slice_part(article->text, said.start, article->tokens.items[first].end));
        px_buffer_byte(&findings->text, ' ');
        said.start = article->tokens.items[first + 1].start;
    }
    write_quoted(findings, px_slice_span(article->text, said));
}

/* "In its own words A contradicts (“wrongly”) what Ann Hask says, as it puts it: that “the toll is a tax”." Where the words
 * are less sure they stand with the judgement before them: "what Ann Hask says: “unfounded claims of meddling”". */
static void write_one(struct px_findings *findings, struct taken taken)
{
    static const char *const DOES[] = {"", " bears out ", " casts doubt on ", " contradicts "};
    const struct px_attribution *it = statement_of(findings, taken);
    const struct px_article *article = findings->context->articles[taken.article];
    bool whole = it->high_tier && it->content.count > 0, front = !whole && judges_front(article, it);
    if (front && !is_sure(findings, taken)) {
        write_unsure(findings, taken);
        return;
    }
    px_buffer_string(&findings->text, "In its own words ");
    px_findings_article(findings, taken.article);
    px_buffer_string(&findings->text, DOES[it->uptake]);
    if (!front) {
        px_buffer_byte(&findings->text, '(');
        write_words(findings, taken);
        px_buffer_string(&findings->text, ") ");
    }
    px_buffer_string(&findings->text, is_sure(findings, taken) ? "what " : "what, it seems, ");
    write_speaker(findings, taken);
    px_buffer_string(&findings->text, " says");
    if (whole && it->type == PX_ATTRIBUTION_INDIRECT) /* none of the words need be his */
        px_buffer_string(&findings->text, ", as it puts it");
    px_buffer_string(&findings->text, whole || front ? ": " : "");
    if (whole)
        write_said(findings, taken);
    else if (front)
        write_quoted(findings, judged_words(article, it));
    px_buffer_byte(&findings->text, '.');
}

/* "In their own words both articles contradict what Ann Hask says: A with “wrongly”, B with “false”." */
static void write_several(struct px_findings *findings, const struct taken *alike, size_t count)
{
    static const char *const DO[] = {"", "bear out ", "cast doubt on ", "contradict "};
    bool sure = true;
    for (size_t i = 0; i < count; i++)
        sure = sure && is_sure(findings, alike[i]);
    px_buffer_printf(&findings->text, "In their own words %s articles %swhat%s ",
                     findings->context->count == 2 ? "both" : "several", DO[statement_of(findings, alike[0])->uptake],
                     sure ? "" : ", it seems,");
    write_speaker(findings, alike[0]);
    px_buffer_string(&findings->text, " says: ");
    for (size_t i = 0; i < count; i++) {
        px_findings_separate(findings, i, count);
        px_findings_article(findings, alike[i].article);
        px_buffer_string(&findings->text, " with ");
        write_words(findings, alike[i]);
    }
}

static enum px_status add_uptake(struct px_findings *findings, const struct taken *alike, size_t count,
                                 struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = cite(findings, alike[i], error);
    if (status != PX_OK)
        return status;
    if (count == 1)
        write_one(findings, alike[0]);
    else
        write_several(findings, alike, count);
    return px_findings_end(findings, PX_DRAFT_UPTAKE, rank,
                           px_compare_speaker(findings->context, alike[0].article, alike[0].statement), error);
}

/* All that is worth telling, by findings->order and place; returns how many. */
static size_t list_taken(const struct px_findings *findings, struct taken *all)
{
    const struct px_compare_context *context = findings->context;
    size_t count = 0;
    for (size_t o = 0; o < context->count; o++) {
        size_t a = findings->order[o];
        for (uint32_t i = 0; i < context->articles[a]->attributions.count; i++)
            if (px_comparison_takes_up(context->comparison, a, i) &&
                !is_half_told(context, a, &context->articles[a]->attributions.items[i]))
                all[count++] = (struct taken){a, i};
    }
    return count;
}

static size_t count_statements(const struct px_compare_context *context)
{
    size_t count = 0;
    for (size_t a = 0; a < context->count; a++)
        count += context->articles[a]->attributions.count;
    return count;
}

enum px_status px_findings_uptakes(struct px_findings *findings, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    struct taken *all = px_arena_array(&context->scratch, struct taken, count_statements(context) + 1);
    struct taken *alike = px_arena_array(&context->scratch, struct taken, context->count);
    if (all == NULL || alike == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    size_t count = list_taken(findings, all);
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        bool told = false;
        for (size_t j = 0; !told && j < i; j++)
            told = is_alike(findings, all[j], all[i]);
        if (!told)
            status = add_uptake(findings, alike, gather(findings, all, count, i, alike), error);
    }
    return status;
}
