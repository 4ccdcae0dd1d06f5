/* Findings on what an article does, in its own words, with what somebody says: bears it out, doubts it, contradicts
 * it. */
#include "compare/findings.h"

static const double rank = 88;

static const double told_least = .6; /* confidence where the words that are said begin with the article's judgement */

/* "repeated *his false claims*": is the speaker known by name, and the judgement in front of what he says? */
static bool judges_front(const struct px_article *article, const struct px_attribution *it)
{
    return it->speech && it->entity != PX_NONE && it->speaker.count == 1 && it->content.count > 0 &&
           it->confidence >= told_least && it->uptake_words.start > it->content.items[0].start &&
           it->uptake_words.end < it->content.items[0].end && !px_sourcing_is_by_pronoun(article, it);
}

/* Where the very verb or noun tells, "*unsubstantiated* allegations of", it does not matter where the words that are
 * said end. */
bool px_comparison_takes_up(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    const struct px_attribution *it = &comparison->articles[article]->attributions.items[attribution];
    if (it->uptake == PX_UPTAKE_PLAIN || it->speaker.count == 0)
        return false;
    if (px_sourcing_counts(&comparison->sourcing, comparison->articles, article, attribution))
        return true;
    if (judges_front(comparison->articles[article], it))
        return true;
    return px_spans_hold(&it->cue, it->uptake_words.start) &&
           px_sourcing_is_less_sure(&comparison->sourcing, comparison->articles, article, attribution);
}

/* Does a sentence of the article name the referent? */
static bool names_in(const struct px_article *article, const struct px_referent *referent, size_t a, uint32_t sentence)
{
    const struct px_spans *spans = &referent->mentions[a];
    for (size_t i = 0; i < spans->count; i++)
        if (px_compare_sentence_at(article, spans->items[i].start) == sentence)
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

/* "In its own words A contradicts what Ann Hask says (“wrongly”)." */
static enum px_status add_uptake(struct px_findings *findings, size_t a, size_t statement, struct px_error *error)
{
    static const char *const DOES[] = {"", " bears out", " casts doubt on", " contradicts"};
    struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[a];
    const struct px_attribution *it = &article->attributions.items[statement];
    struct px_slice speaker = px_compare_speaker(context, a, (uint32_t)statement);
    uint32_t sentences[] = {it->sentence, px_compare_sentence_at(article, it->uptake_words.start)};
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = px_compare_evidence(context, sentences, 2, &findings->evidence[a], error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "In its own words ");
    px_findings_article(findings, a);
    px_buffer_printf(&findings->text, "%s what %s", DOES[it->uptake],
                     px_article_takes_the(article, it->entity, speaker) ? "the " : "");
    px_buffer_append(&findings->text, speaker);
    px_buffer_string(&findings->text, " says (");
    px_findings_quote(findings, px_slice_span(article->text, it->uptake_words));
    px_buffer_string(&findings->text, ").");
    return px_findings_end(findings, PX_DRAFT_UPTAKE, "sourcing", rank, PX_VERDICT_TOO_LITTLE, speaker, error);
}

enum px_status px_findings_uptakes(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t o = 0; o < findings->context->count; o++) {
        size_t a = findings->order[o];
        const struct px_attribution *all = findings->context->articles[a]->attributions.items;
        uint32_t last = PX_NONE;
        for (size_t i = 0; status == PX_OK && i < findings->context->articles[a]->attributions.count; i++) {
            if (!px_comparison_takes_up(comparison, a, i) || all[i].uptake_words.start == last ||
                is_half_told(findings->context, a, &all[i]))
                continue;
            last = all[i].uptake_words.start;
            status = add_uptake(findings, a, i, error);
        }
    }
    return status;
}
