/* The findings on what all articles have: whom all of them hear, and how much of each stands in another word for word. */
#include "findings/findings.h"

enum { MOST_HEARD = 4 };

/* Behind what they tell apart, before figures that do not differ. */
static const double heard_rank = 30, shared_rank = 31;

/* Where so much of an article is another's that it has little of its own, before nearly all else. */
static const double copied_rank = 87;

#define SHARED_LEAST 7  /* per cent of an article: less is a name and a few phrases */
#define COPIED_LEAST 25 /* per cent of an article */

/* Do all articles give the source words? A denial alone has none, an outlet that an article is of hardly hears itself, and
 * a document is read. */
static bool is_heard_in_all(const struct px_findings *findings, const struct px_source *source)
{
    bool all = px_findings_is_telling(source) && source->kind != PX_SPEAKER_DOCUMENT;
    for (size_t a = 0; all && a < findings->context->count; a++)
        all = source->statements[a] > 0 && source->words[a] > 0 && (source->outlet == NULL || !source->outlet[a]);
    return all;
}

/* Does a headline name the source? That those are heard whom it speaks of goes without saying. */
static bool is_in_headline(const struct px_findings *findings, const struct px_source *source)
{
    const struct px_comparison *comparison = findings->context->comparison;
    for (size_t a = 0; source->referent != PX_NONE && a < findings->context->count; a++) {
        const struct px_spans *mentions = &comparison->referents.items[source->referent].mentions[a];
        for (size_t m = 0; m < mentions->count; m++)
            if (px_article_sentence_at(findings->context->articles[a], mentions->items[m].start) <
                px_compare_head_end(findings->context->articles[a]))
                return true;
    }
    return false;
}

/* Those whom all articles hear, with most words first; returns how many. `news`: one of them is in no headline. */
static size_t list_heard(const struct px_findings *findings, const struct px_source *heard[MOST_HEARD], bool *news)
{
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    size_t count = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++) { /* most words first */
        const struct px_source *source = &sourcing->sources.items[i];
        if (!is_heard_in_all(findings, source))
            continue;
        if (count < MOST_HEARD)
            heard[count] = source;
        count++;
        *news = *news || !is_in_headline(findings, source);
    }
    return count;
}

/* The first sentence of a paragraph, for a headline may not name who speaks; else the first. */
static uint32_t told_in(const struct px_article *article, const struct px_evidence *evidence)
{
    for (size_t i = 0; i < evidence->count; i++)
        if (px_role_is_paragraph(article->blocks.items[article->sentences.items[evidence->sentences[i]].block].role))
            return evidence->sentences[i];
    return evidence->sentences[0];
}

/* Has one article so many more words of the source's than another that it is worth telling, though some are not found? */
static bool is_uneven(const struct px_findings *findings, const struct px_source *source)
{
    enum { MORE = 30 };
    uint32_t most = source->words[0], least = source->words[0];
    for (size_t a = 1; a < findings->context->count; a++) {
        most = source->words[a] > most ? source->words[a] : most;
        least = source->words[a] < least ? source->words[a] : least;
    }
    return most >= least + MORE && most >= 2 * least;
}

/* " (about 140 words in A, 12 in B)" */
static void write_words(struct px_findings *findings, const struct px_source *source)
{
    for (size_t a = 0; a < findings->context->count; a++)
        px_buffer_printf(&findings->text, "%s%u%s in %c", a == 0 ? " (about " : ", ", source->words[a],
                         a > 0                   ? ""
                         : source->words[a] == 1 ? " word"
                                                 : " words",
                         px_comparison_letter(a));
    px_buffer_byte(&findings->text, ')');
}

/* "Heard in both articles, as far as found: Ada Brell (about 140 words in A, 12 in B) and Cato Dunn.": those with figures
 * first, for behind others they could be read as those of all. */
static void write_heard(struct px_findings *findings, const struct px_source *const *heard, size_t count, size_t shown)
{
    px_buffer_printf(&findings->text,
                     "Heard in %s articles, as far as found: ", findings->context->count == 2 ? "both" : "all");
    size_t written = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < shown; i++) {
            bool uneven = is_uneven(findings, heard[i]);
            if (uneven != (pass == 0))
                continue;
            px_findings_separate(findings, written++, count);
            px_buffer_append(&findings->text, heard[i]->shown);
            if (uneven)
                write_words(findings, heard[i]);
        }
    if (count > shown)
        px_buffer_printf(&findings->text, " and %zu more", count - shown);
}

static enum px_status cite_heard(struct px_findings *findings, const struct px_source *const *heard, size_t shown,
                                 struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        uint32_t sentences[MOST_HEARD];
        for (size_t i = 0; i < shown; i++)
            sentences[i] = told_in(findings->context->articles[a], &heard[i]->evidence[a]);
        status = px_compare_evidence(findings->context, sentences, shown, &findings->evidence[a], error);
    }
    return status;
}

static enum px_status add_heard(struct px_findings *findings, struct px_error *error)
{
    const struct px_source *heard[MOST_HEARD];
    bool news = false;
    size_t count = list_heard(findings, heard, &news);
    size_t shown = count > MOST_HEARD ? MOST_HEARD - 1 : count; /* "and 1 more" would take the room of its name */
    if (!news || count < 2)                                     /* he alone is whom both tell of */
        return PX_OK;
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = cite_heard(findings, heard, shown, error);
    if (status != PX_OK)
        return status;
    write_heard(findings, heard, count, shown);
    return px_findings_end(findings, PX_DRAFT_BOTH, heard_rank, PX_SLICE("heard"), error);
}

/* ---- what they share word for word ---- */

static double shared_percent(const struct px_findings *findings, size_t a)
{
    uint32_t all = findings->context->articles[a]->counts.words;
    return all == 0 ? 0 : 100.0 * findings->context->comparison->shared_words[a] / all;
}

/* The share of the article that has most of it; 0 where one has none to speak of. */
static double most_shared(const struct px_findings *findings)
{
    double most = 0;
    for (size_t a = 0; a < findings->context->count; a++) {
        double percent = shared_percent(findings, a);
        if (percent < 1)
            return 0;
        most = percent > most ? percent : most;
    }
    return most;
}

/* The article's sentences with the runs that it shares, each run by its first; of the comparison's arena. */
static enum px_status cite_shared(struct px_findings *findings, size_t a, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    uint32_t *sentences = px_arena_array(&findings->context->scratch, uint32_t, comparison->shared.count);
    size_t count = 0;
    if (sentences == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < comparison->shared.count; i++)
        if (!comparison->shared.items[i].phrase && comparison->shared.items[i].spans[a].count > 0)
            sentences[count++] = px_article_sentence_at(findings->context->articles[a],
                                                        comparison->shared.items[i].spans[a].items[0].start);
    return px_compare_evidence(findings->context, sentences, count, &findings->evidence[a], error);
}

/* ", most of it quoted": speakers in common make for the same words, too. */
static void write_quoted(struct px_findings *findings)
{
    uint32_t quoted = 0, all = 0;
    for (size_t a = 0; a < findings->context->count; a++) {
        quoted += findings->context->comparison->shared_quoted[a];
        all += findings->context->comparison->shared_words[a];
    }
    px_buffer_string(&findings->text, quoted == all            ? ", all of it quoted"
                                      : 10 * quoted >= 9 * all ? ", nearly all of it quoted"
                                      : 3 * quoted >= 2 * all  ? ", most of it quoted"
                                      : 3 * quoted > all       ? ", about half of it quoted"
                                      : quoted > 0             ? ", most of it not quoted"
                                                               : ", none of it quoted");
}

/* "Word for word the same in both: 29 % of A (The Post) and 15 % of B (The Star), most of it quoted." */
static enum px_status add_shared(struct px_findings *findings, struct px_error *error)
{
    size_t count = findings->context->count;
    double most = most_shared(findings);
    if (most < SHARED_LEAST)
        return PX_OK;
    const size_t *order = px_findings_most_first(findings, shared_percent);
    if (order == NULL)
        return px_no_memory(error);
    enum px_status status = px_findings_begin(findings, error);
    for (size_t a = 0; status == PX_OK && a < count; a++)
        status = cite_shared(findings, a, error);
    if (status != PX_OK)
        return status;
    px_buffer_printf(&findings->text, "Word for word %s: ", count == 2 ? "the same in both" : "as in another article");
    for (size_t i = 0; i < count; i++) {
        px_findings_separate(findings, i, count);
        px_buffer_printf(&findings->text, "%.0f %% of ", shared_percent(findings, order[i]));
        px_findings_article(findings, order[i]);
    }
    write_quoted(findings);
    return px_findings_end(findings, PX_DRAFT_SHARED, most < COPIED_LEAST ? shared_rank : copied_rank,
                           PX_SLICE("shared"), error);
}

enum px_status px_findings_both(struct px_findings *findings, struct px_error *error)
{
    enum px_status status = add_heard(findings, error);
    return status == PX_OK ? add_shared(findings, error) : status;
}
