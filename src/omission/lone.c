/* What nobody else tells: runs of paragraphs whose matter is in no other article.
 *
 * Topics are made of whole paragraphs, each of one topic only; what the other article tells in half a sentence under another
 * topic is lost to them, and of a passage that both have one may tell more. So each sentence is looked for in all of every
 * other article, headline and standfirst included, as a clause is (telling.h): a paragraph is lone when little of each of its
 * sentences is found, no paragraph there may well tell the same (told.c), and no topic, shared words or figure sets it beside
 * one that does. Of the 339 that are listed of 40 pairs of articles, readers found a detail of 27 in 100 in the other, the main
 * matter of 2; of all paragraphs of which they found nothing in the other 49 in 100 are listed. */
#include "align/telling.h"
#include "omission/omission.h"

enum { HEADING_MOST = 100 }; /* bytes: a longer one is none, or tells no more than a sentence */
enum { QUOTED_LEAST = 2 };   /* words of a quotation that are told again when they stand together */
#define QUOTED_SHARE 0.8
enum { HELD_LEAST = 2 }; /* one word in common says nothing, however short the sentence, ... */
#define TOLD_LEAST 5.0   /* ... nor do several that are in all news, by what they weigh */

/* A sentence that says so much … */
#define SAYING_LEAST 8.0
/* … is near one that holds so much of it; less is enough of what is told by somebody who speaks there, too, or beside a
 * paragraph that shares more than one thing with its own. Measured on 100 paragraphs of eight pairs, read by eye. */
#define NEAR 0.26
#define NEAR_BESIDE 0.17
#define NEAR_COUNTED 0.1
/* However long the sentence is: two rare words. */
#define NEAR_WEIGHT 8.45
/* A paragraph is not lone where an edge tells the same with this probability, or, where it names what the other comes back
 * to, with that … */
#define POSSIBLE 0.25
#define UNLIKELY 0.12
/* … or a sentence holds so much of one of its own. */
#define HELD 0.4

/* Are the sentences few enough to hold each of them against each, as those of articles are? */
static bool are_few(const struct px_compare_context *context, size_t a, size_t b)
{
    enum { MOST_PAIRS = 4000000 };
    return context->articles[a]->sentences.count * context->articles[b]->sentences.count <= MOST_PAIRS;
}

/* Where article b tells most of the sentence; nothing of one that says too little. */
static struct px_telling find_sentence(const struct px_compare_context *context, size_t a, uint32_t sentence, size_t b)
{
    const struct px_sentence *at = &context->articles[a]->sentences.items[sentence];
    const struct px_tellings *tellings = &context->tellings[b];
    struct px_clause clause;
    px_clause_read(context, a, &(struct px_span){at->start, at->end}, 1, NULL, &clause);
    if (px_clause_weight(&clause) < SAYING_LEAST)
        return (struct px_telling){.sentence = PX_NONE, .counted = -1};
    return px_tellings_find(tellings, &clause, 0, (uint32_t)tellings->article->sentences.count, PX_TELLING_ANY);
}

/* The most that one sentence of article b holds of the sentence; 1 for a number of theirs beside something else, and
 * for words that are rare together. */
static double nearness(const struct px_compare_context *context, size_t a, uint32_t sentence, size_t b)
{
    struct px_telling found = find_sentence(context, a, sentence, b);
    if (found.counted >= NEAR_COUNTED || found.weight >= NEAR_WEIGHT)
        return 1;
    return found.held >= HELD_LEAST && found.told >= TOLD_LEAST ? found.share : 0;
}

/* The same of any sentence of the block. */
static double nearest(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    const struct px_block *at = &context->articles[a]->blocks.items[block];
    double most = 0;
    for (uint32_t s = at->first_sentence; s < at->first_sentence + at->sentence_count; s++) {
        double held = nearness(context, a, s, b);
        most = held > most ? held : most;
    }
    return most;
}

/* Does a sentence of article b, from `first` to `end`, hold all of a quotation of article a, be it two words? */
static bool holds_quotation(const struct px_compare_context *context, size_t a, uint32_t quotation, size_t b,
                            uint32_t first, uint32_t end)
{
    const struct px_clause *clause = &context->beside[a].quoted[quotation];
    return clause->count >= QUOTED_LEAST &&
           px_tellings_find(&context->tellings[b], clause, first, end, PX_TELLING_ANY).alone >= QUOTED_SHARE;
}

/* Does article b tell a quotation in the block, or the block one of article b? */
static bool has_quotation_of(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    const struct px_beside *beside = &context->beside[a];
    const struct px_block *at = &context->articles[a]->blocks.items[block];
    for (uint32_t i = beside->first_quotation[block]; i != PX_NONE; i = beside->next_quotation[i])
        if (holds_quotation(context, a, i, b, 0, (uint32_t)context->articles[b]->sentences.count))
            return true;
    for (uint32_t i = 0; i < context->articles[b]->quotations.count; i++)
        if (holds_quotation(context, b, i, a, at->first_sentence, at->first_sentence + at->sentence_count))
            return true;
    return false;
}

/* Is so much, held of a sentence of the block, near? */
static bool is_enough(const struct px_compare_context *context, size_t a, uint32_t block, size_t b, double held)
{
    return held >= (context->beside[a].shares[block * context->count + b] ? NEAR_BESIDE : NEAR);
}

bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    uint32_t block = context->articles[article]->sentences.items[sentence].block;
    for (size_t b = 0; b < context->count; b++)
        if (b != article && (!are_few(context, article, b) ||
                             is_enough(context, article, block, b, nearness(context, article, sentence, b))))
            return true;
    return false;
}

bool px_compare_is_held(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != article && are_few(context, article, b) && find_sentence(context, article, sentence, b).share >= HELD)
            return true;
    return false;
}

/* Does article b tell what the block does? */
static bool tells_block(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    size_t cell = block * context->count + b;
    double bar = context->beside[a].names[cell] ? UNLIKELY : POSSIBLE;
    return context->beside[a].paired[cell] || context->beside[a].told[cell] >= bar ||
           has_quotation_of(context, a, block, b) || (are_few(context, a, b) && nearest(context, a, block, b) >= HELD);
}

static bool is_lone(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != a && tells_block(context, a, context->paragraphs[a].blocks[paragraph], b))
            return false;
    return true;
}

/* The author's heading, if one stands over all of the span; else nothing. Linear in the blocks. */
static struct px_slice heading_over(const struct px_article *article, struct px_span span)
{
    struct px_slice heading = {0};
    for (size_t b = 0; b < article->blocks.count && article->blocks.items[b].start < span.end; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (block->role == PX_ROLE_HEADING)
            heading = block->start < span.start && block->end - block->start <= HEADING_MOST
                          ? px_slice_part(article->text, block->start, block->end)
                          : (struct px_slice){0};
    }
    return heading;
}

static struct px_lone make_lone(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                                struct px_span span, uint32_t words)
{
    bool open;
    uint32_t shown = px_compare_shown(context, a, &span, &open);
    struct px_slice under = topic->titled ? topic->label[0] : heading_over(context->articles[a], span);
    struct px_lone lone = {.span = span, .words = words, .shown = shown, .open = open, .under = under};
    lone.text = px_compare_untied(context, a, shown);
    lone.first = px_compare_firm(context, a, &span, shown);
    lone.start = px_compare_untied(context, a, lone.first).start;
    px_compare_shown_also(context, a, &lone);
    return lone;
}

/* Paragraphs [first, end) side by side that no other article tells, and their words. */
struct run {
    uint32_t first, end, words;
};

static enum px_status add_passage(struct px_compare_context *context, struct px_topic *topic, size_t a, struct run run,
                                  struct px_error *error)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    const struct px_block *blocks = context->articles[a]->blocks.items;
    struct px_span span = {blocks[paragraphs->blocks[run.first]].start, blocks[paragraphs->blocks[run.end - 1]].end};
    struct px_lone *lone = px_vector_push(&topic->lone[a], &context->comparison->arena);
    if (lone == NULL)
        return px_no_memory(error);
    *lone = make_lone(context, topic, a, span, run.words);
    topic->lone_words[a] += run.words;
    return PX_OK;
}

/* Adds a run that has come to its end, if it is long enough; a long one as two, which may be of two matters. One that is
 * much longer than news is one: halving it would take its length times the number of its parts. */
static enum px_status add_run(struct px_compare_context *context, struct px_topic *topic, size_t a, struct run run,
                              struct px_error *error)
{
    enum { LONG = 200, VERY_LONG = 4000 }; /* words: one in twenty is long */
    uint32_t middle = PX_NONE;
    if (run.words < PX_LONE_FEWEST)
        return PX_OK;
    enum px_status status = run.words > LONG && run.words <= VERY_LONG
                                ? px_compare_split(context, a, run.first, run.end, &middle, error)
                                : PX_OK;
    if (status != PX_OK || middle == PX_NONE)
        return status != PX_OK ? status : add_passage(context, topic, a, run, error);
    struct run left = {run.first, middle, 0};
    for (uint32_t p = run.first; p < middle; p++)
        left.words += context->paragraphs[a].words[p];
    status = add_run(context, topic, a, left, error);
    return status != PX_OK ? status
                           : add_run(context, topic, a, (struct run){middle, run.end, run.words - left.words}, error);
}

/* The runs of lone paragraphs side by side in the topic. */
static enum px_status find_runs(struct px_compare_context *context, struct px_topic *topic, size_t a,
                                struct px_error *error)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    struct run run = {0, 0, 0};
    enum px_status status = PX_OK;
    for (uint32_t p = 0; status == PX_OK && p < paragraphs->count; p++) {
        const struct px_block *block = &context->articles[a]->blocks.items[paragraphs->blocks[p]];
        if (!px_topic_holds(topic, a, block->start) || !is_lone(context, a, p)) {
            status = add_run(context, topic, a, run, error);
            run = (struct run){p + 1, p + 1, 0};
            continue;
        }
        run.end = p + 1;
        run.words += paragraphs->words[p];
    }
    return status == PX_OK ? add_run(context, topic, a, run, error) : status;
}

static enum px_status find_lone(struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    topic->lone = px_compare_each(context, struct px_lones);
    topic->lone_words = px_compare_each(context, uint32_t);
    enum px_status status = topic->lone == NULL || topic->lone_words == NULL ? px_no_memory(error) : PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = topic->only == a ? find_runs(context, topic, a, error) : PX_OK;
    return status;
}

enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t t = 0; status == PX_OK && t < context->comparison->topics.count; t++)
        status = find_lone(context, &context->comparison->topics.items[t], error);
    return status;
}
