/* A topic's label: the heading that stands above it, or the terms that its paragraphs use more than the rest of the
 * articles does. */
#include "compare/internal.h"

#include <math.h>

enum { SENTENCES_LEAST = 2 }; /* a word of fewer sentences says little of what a passage is about */
enum { COMMON_ENOUGH = 2 };   /* terms of a label that all the topic's articles use */
#define SECTION_LEAST 0.5     /* share of the topic's words in the article that lie in the section */
#define LEAST_IDF 1.7  /* a word that a fifth of all news holds says nothing: "president", "people", "officers" */
#define LEAST_LIFT 1.3 /* how much more often the topic must use a term than the articles do */
#define NAME_IDF 5.0
#define WORD_LESS 0.5  /* taken off the uses, so that one alone counts little, */
#define NAME_LESS 0.75 /* a name's still less: many are named in passing */
#define PLACE 0.3      /* what is told there says more than where, */
#define PASSING 0.5    /* and who is named more than once more than who is named in passing */

/* Uses of every term inside the topic and in all, over all articles. */
struct label_counts {
    uint32_t *inside;
    uint32_t *all;
    uint32_t *sentences; /* of the topic that hold it */
    uint32_t *articles;  /* how many articles use it inside the topic */
    double covering;     /* articles that have the topic */
    double inside_total;
    double total;
    bool shown; /* the label is one to read */
};

static enum px_status count_uses(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                 uint32_t only, struct label_counts *counts, struct px_error *error)
{
    uint32_t terms = context->wording.count;
    counts->inside = px_arena_array(&context->scratch, uint32_t, terms);
    counts->all = px_arena_array(&context->scratch, uint32_t, terms);
    counts->articles = px_arena_array(&context->scratch, uint32_t, terms);
    counts->sentences = px_arena_array(&context->scratch, uint32_t, terms);
    uint32_t *last = px_arena_array(&context->scratch, uint32_t, terms);
    uint32_t *last_sentence = px_arena_array(&context->scratch, uint32_t, terms);
    if (counts->inside == NULL || counts->all == NULL || counts->articles == NULL || counts->sentences == NULL ||
        last == NULL || last_sentence == NULL)
        return px_no_memory(error);
    for (uint32_t a = 0; a < context->count; a++) {
        double before = counts->inside_total;
        for (uint32_t u = 0; u < context->wording.use_count[a]; u++) {
            const struct px_use *use = &context->wording.uses[a][u];
            uint32_t paragraph = context->paragraphs[a].of[use->block];
            counts->all[use->term]++;
            counts->total++;
            if (paragraph == PX_NONE || topics[a][paragraph] != topic || (only != PX_NONE && only != a))
                continue;
            counts->inside[use->term]++;
            counts->inside_total++;
            uint32_t sentence = context->articles[a]->tokens.items[use->token].sentence + 1;
            bool other = last[use->term] != a + 1;
            counts->articles[use->term] += other;
            counts->sentences[use->term] += other || last_sentence[use->term] != sentence;
            last[use->term] = a + 1;
            last_sentence[use->term] = sentence;
        }
        counts->covering += counts->inside_total > before;
    }
    return PX_OK;
}

static bool is_place(const struct px_compare_context *context, uint32_t term)
{
    size_t link = term - context->index.count;
    for (size_t a = 0; link < context->links.count && a < context->count; a++) {
        uint32_t entity = context->links.items[link].entities[a];
        if (entity != PX_NONE && context->articles[a]->entities.items[entity].kind == PX_ENTITY_PLACE)
            return true;
    }
    return false;
}

/* A place, or somebody named in passing, such as the broadcaster of an interview. */
static bool is_beside_the_point(const struct px_compare_context *context, const struct label_counts *counts,
                                uint32_t term)
{
    return term >= context->index.count && (is_place(context, term) || counts->inside[term] < SENTENCES_LEAST);
}

/* What a name that stands there says less to a reader. */
static double name_worth(const struct px_compare_context *context, const struct label_counts *counts, uint32_t term)
{
    if (!counts->shown)
        return 1;
    return (is_place(context, term) ? PLACE : 1) * (counts->inside[term] < SENTENCES_LEAST ? PASSING : 1);
}

/* k ln(k / expected), the term's part of G², times the share of the topic's articles that use it; names and words that
 * are rare in the news say more. A name counts by the share of its uses that lie in the topic, too: whoever acts in all
 * of an article tells none of its topics apart. */
static double worth(const struct px_compare_context *context, const struct label_counts *counts, uint32_t term)
{
    double k = counts->inside[term], expected = counts->all[term] * counts->inside_total / counts->total;
    if (context->wording.kinds[term] & (PX_WORDING_PIECE | PX_WORDING_SPEECH | PX_WORDING_MANNER))
        return 0;
    if (k == 0 || k <= LEAST_LIFT * expected || context->wording.texts[term].size < 3)
        return 0;
    double idf = term < context->index.count ? context->index.idf[term] : NAME_IDF;
    if (idf < LEAST_IDF && idf != 1) /* 1: no background is known */
        return 0;
    bool name = term >= context->index.count;
    double share = name ? k / counts->all[term] * name_worth(context, counts, term) : 1;
    return (k - (name ? NAME_LESS : WORD_LESS)) * log(k / expected) * idf * share *
           (counts->articles[term] / counts->covering);
}

/* Is one of the two words a part of the other, as "Moscow" is of "Moscow Times"? */
static bool repeats(const struct px_compare_context *context, const uint32_t *terms, size_t count, struct px_slice text)
{
    for (size_t i = 0; i < count; i++) {
        struct px_slice term = context->wording.texts[terms[i]];
        if (px_slice_find(term, text, 0) != SIZE_MAX || px_slice_find(text, term, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* The term with the highest worth, or PX_NONE: names, and words used in `sentences` or more; `common`: of those that
 * all the topic's articles use. */
static uint32_t find_best(const struct px_compare_context *context, const struct label_counts *counts,
                          uint32_t sentences, bool common)
{
    uint32_t best = PX_NONE;
    double most = 0;
    for (uint32_t term = 0; term < context->wording.count; term++) {
        if (counts->inside[term] == 0 || (common && counts->articles[term] < counts->covering) ||
            (term < context->index.count && counts->sentences[term] < sentences))
            continue;
        double value = worth(context, counts, term);
        if (value > most) {
            most = value;
            best = term;
        }
    }
    return best;
}

/* The name that the topic uses most, by the share of its uses that lie there, or PX_NONE. */
static uint32_t find_name(const struct px_compare_context *context, const struct label_counts *counts)
{
    uint32_t best = PX_NONE;
    double most = 0;
    for (uint32_t term = context->index.count; term < context->wording.count; term++) {
        double k = counts->inside[term];
        if (k == 0 || k * k / counts->all[term] <= most || (context->wording.kinds[term] & PX_WORDING_PIECE) ||
            context->wording.texts[term].size == 0)
            continue;
        most = k * k / counts->all[term];
        best = term;
    }
    return best;
}

/* A label is for all: what every article uses first, and others only where that is not enough. */
static size_t take_best(const struct px_compare_context *context, struct label_counts *counts, uint32_t sentences,
                        uint32_t *terms)
{
    size_t count = 0;
    for (int others = 0; others < 2 && count < COMMON_ENOUGH; others++)
        for (uint32_t best;
             count < PX_LABEL_MOST && (best = find_best(context, counts, sentences, !others)) != PX_NONE;) {
            bool beside = counts->shown && count > 0 && is_beside_the_point(context, counts, best);
            counts->inside[best] = 0;
            if (!beside && !repeats(context, terms, count, context->wording.texts[best]))
                terms[count++] = best;
        }
    return count;
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t only, uint32_t *terms, size_t *count, struct px_error *error)
{
    struct label_counts counts = {.shown = only == PX_NONE};
    enum px_status status = count_uses(context, topics, topic, only, &counts, error);
    *count = 0;
    if (status != PX_OK)
        return status;
    *count = take_best(context, &counts, SENTENCES_LEAST, terms);
    uint32_t name = *count == 0 ? find_name(context, &counts) : PX_NONE;
    bool place = counts.shown && name != PX_NONE && is_place(context, name);
    if (name != PX_NONE && !place)
        terms[(*count)++] = name;
    if (*count == 0)
        *count = take_best(context, &counts, 1, terms);
    if (*count == 0 && place)
        terms[(*count)++] = name;
    return PX_OK;
}

static uint32_t section_of(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    const struct px_article *article = context->articles[a];
    const struct px_block *block = &article->blocks.items[context->paragraphs[a].blocks[paragraph]];
    return article->sentences.items[block->first_sentence].section;
}

/* Words of the section (the paragraphs from `first` to `*end`) that lie in the topic; all of them in `*words`. */
static uint32_t cover(const struct px_compare_context *context, size_t a, const struct px_spans *spans, uint32_t first,
                      uint32_t *end, uint32_t *words)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    uint32_t covered = 0;
    size_t s = 0;
    *words = 0;
    for (*end = first; *end < paragraphs->count && section_of(context, a, *end) == section_of(context, a, first);
         ++*end) {
        uint32_t start = context->articles[a]->blocks.items[paragraphs->blocks[*end]].start;
        while (s < spans->count && spans->items[s].end <= start)
            s++;
        covered += s < spans->count && spans->items[s].start <= start ? paragraphs->words[*end] : 0;
        *words += paragraphs->words[*end];
    }
    return covered;
}

struct px_slice px_compare_heading(const struct px_compare_context *context, const struct px_topic *topic)
{
    struct px_slice heading = {0};
    uint32_t most = 0;
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        for (uint32_t p = 0, end; topic->spans[a].count > 0 && p < context->paragraphs[a].count; p = end) {
            uint32_t words, covered = cover(context, a, &topic->spans[a], p, &end, &words);
            uint32_t section = section_of(context, a, p);
            if (covered <= most || covered < words || covered < SECTION_LEAST * topic->words[a] ||
                section >= context->articles[a]->sections.count ||
                context->articles[a]->sections.items[section].heading.size == 0)
                continue;
            most = covered;
            heading = context->articles[a]->sections.items[section].heading;
        }
    }
    return heading;
}
