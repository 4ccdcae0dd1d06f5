/* What a topic is called by whose articles quote the same: the words themselves, "We know how to win elections". Of several
 * quotations that of its most alike sentences, then the one with the rarest words; of a long one a part. */
#include "align/topic_quoted.h"

#include "align/topic_part.h"
#include "align/topic_words.h"

enum { CLEAR_WORDS = 6 }; /* so many tell more than a phrase does, where they are those of the most alike sentences */
/* Idf of its telling words together, "We need to keep it that way" says nothing: of the most alike sentences, and others. */
#define LEAST_WEIGHT 3.0
#define LEAST_WEIGHT_ELSE 5.0

/* Words within a quotation. */
struct quoted {
    struct px_topic_part part;
    bool alike; /* of the sentence that is most alike */
};

/* The quotation of speech that the token stands in, or NULL. */
static const struct px_quotation *quotation_of(const struct px_article *article, uint32_t token)
{
    for (size_t q = 0; q < article->quotations.count; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        if (quotation->kind == PX_QUOTATION_SPEECH && token - quotation->first_token < quotation->token_count)
            return quotation;
    }
    return NULL;
}

/* Behind the last token from the first on that stands in one sentence and one quotation before the byte; the first itself
 * where nobody is quoted. */
static uint32_t part_end(const struct px_article *article, uint32_t first, uint32_t end)
{
    const struct px_quotation *quotation = quotation_of(article, first);
    uint32_t t = first;
    while (quotation != NULL && t < article->tokens.count && article->tokens.items[t].start < end &&
           article->tokens.items[t].sentence == article->tokens.items[first].sentence &&
           quotation_of(article, t) == quotation)
        t++;
    return t;
}

/* Is it more fit than the other? */
static bool is_fitter(const struct quoted *quoted, const struct quoted *other)
{
    if (quoted->part.weight < (quoted->alike ? LEAST_WEIGHT : LEAST_WEIGHT_ELSE))
        return false;
    return other->part.weight == 0 ||
           (quoted->alike != other->alike ? quoted->alike : quoted->part.worth > other->part.worth);
}

/* The fittest words of the run in the article's passages. */
static struct quoted find_quoted(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                                 const struct px_shared *run)
{
    const struct px_article *article = context->articles[a];
    struct quoted best = {0};
    for (size_t i = 0; i < run->spans[a].count; i++) {
        struct px_span span = run->spans[a].items[i];
        uint32_t t = px_spans_hold(&topic->surely[a], span.start) ? px_compare_token_at(article, span.start)
                                                                  : (uint32_t)article->tokens.count;
        while (t < article->tokens.count && article->tokens.items[t].start < span.end) {
            uint32_t end = part_end(article, t, span.end);
            struct quoted quoted = {px_topic_part_of(context, a, t, end),
                                    article->tokens.items[t].sentence == topic->likest[a]};
            if (is_fitter(&quoted, &best))
                best = quoted;
            t = end > t ? end : t + 1;
        }
    }
    return best;
}

/* Do all articles of the topic quote words of the run there? */
static bool is_quoted(const struct px_compare_context *context, const struct px_topic *topic,
                      const struct px_shared *run)
{
    bool quoted = true;
    for (size_t a = 0; quoted && a < context->count; a++)
        quoted = topic->spans[a].count == 0 || find_quoted(context, topic, a, run).part.weight > 0;
    return quoted;
}

/* Does the quotation's sentence go on behind the part? */
static bool goes_on(const struct px_article *article, const struct px_topic_part *part)
{
    const struct px_quotation *quotation = quotation_of(article, part->first);
    for (uint32_t t = part->end; t < article->tokens.count && quotation_of(article, t) == quotation &&
                                 article->tokens.items[t].sentence == article->tokens.items[part->first].sentence;
         t++)
        if (px_token_is_word(&article->tokens.items[t]))
            return true;
    return false;
}

/* Does it in any article, with what another may not have? */
static bool goes_on_in_any(const struct px_compare_context *context, const struct px_topic *topic,
                           const struct px_shared *run)
{
    bool on = false;
    for (size_t a = 0; !on && a < context->count; a++) {
        struct px_topic_part part = find_quoted(context, topic, a, run).part;
        on = part.weight > 0 && goes_on(context->articles[a], &part);
    }
    return on;
}

enum px_status px_topic_quotation(const struct px_compare_context *context, struct px_topic *topic,
                                  struct px_error *error)
{
    size_t a = px_topic_first_article(context, topic);
    struct quoted best = {0};
    const struct px_shared *best_run = NULL;
    for (size_t i = 0; i < context->comparison->shared.count; i++) {
        const struct px_shared *run = &context->comparison->shared.items[i];
        struct quoted quoted = find_quoted(context, topic, a, run);
        if (!is_fitter(&quoted, &best) || !is_quoted(context, topic, run))
            continue;
        best = quoted;
        best_run = run;
    }
    bool clear = topic->label_count == 0 || (best.alike && best.part.words >= CLEAR_WORDS);
    if (best.part.weight == 0 || !clear)
        return PX_OK;
    best.part.cut = best.part.cut || goes_on_in_any(context, topic, best_run);
    topic->label[0] = px_topic_part_text(context, a, &best.part);
    if (topic->label[0].size == 0)
        return px_no_memory(error);
    topic->label_count = 1;
    topic->quoted = true;
    return PX_OK;
}
