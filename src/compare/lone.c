/* What nobody else tells: runs of paragraphs whose matter is in no other article.
 *
 * Topics are made of whole paragraphs, each of one topic only; what the other article tells in half a sentence under another
 * topic is lost to them, and of a passage that both have one may tell more. So each sentence is looked for in all of every
 * other article, headline and standfirst included, as a clause is (telling.h): a paragraph is lone when none of its sentences
 * is found, or it is most unlikely that any paragraph there tells the same (told.c), and no topic, shared words or figure
 * sets it beside one that does. */
#include "compare/telling.h"

enum { QUOTED_LEAST = 2 }; /* words of a quotation that are told again when they stand together */
#define QUOTED_SHARE 0.8
enum { HELD_LEAST = 2 };   /* one word in common says nothing, however short the sentence, ... */
#define TOLD_LEAST 5.0     /* ... nor do several that are in all news, by what they weigh */
enum { MATTER_LEAST = 2 }; /* sentences that name what an article comes back to */
#define PART_LEAST 0.5     /* of a topic that one article alone has: a smaller part is not picked out of it */
#define THROUGHOUT 0.25    /* of an article's paragraphs */

/* A sentence that says so much … */
#define SAYING_LEAST 8.0
/* … is near one that holds so much of it; less is enough of what is told by somebody who speaks there, too, or beside a
 * paragraph that shares more than one thing with its own. Measured on 100 paragraphs of eight pairs, read by eye. */
#define NEAR 0.26
#define NEAR_BESIDE 0.17
#define NEAR_COUNTED 0.1
/* However long the sentence is: two rare words. */
#define NEAR_WEIGHT 8.45
/* A paragraph is lone, however near a sentence is, where no edge tells the same with this probability. Of the 169 that are
 * listed of 21 pairs of articles, readers found a detail of 13 in 100 in the other, the main matter of 2. */
#define UNLIKELY 0.15

/* Do both paragraphs stand in one topic, for they tell the same? */
static bool is_paired(const struct px_compare_context *context, const struct px_edge *edge)
{
    for (size_t t = 0; edge->tells && t < context->comparison->topics.count; t++) {
        const struct px_topic *topic = &context->comparison->topics.items[t];
        size_t held = 0;
        for (size_t side = 0; side < 2; side++) {
            const struct px_article *article = context->articles[edge->article[side]];
            held += px_topic_holds(topic, edge->article[side], article->blocks.items[edge->block[side]].start);
        }
        if (held == 2)
            return true;
    }
    return false;
}

/* Notes the paragraphs that share more than one thing, and those that the topics set side by side. */
static void note_edges(struct px_compare_context *context)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        bool paired = is_paired(context, edge);
        for (size_t side = 0; side < 2; side++) {
            size_t cell = edge->block[side] * context->count + edge->article[!side];
            context->beside[edge->article[side]].shares[cell] |= context->firm.items[e];
            context->beside[edge->article[side]].paired[cell] |= paired;
            double *told = &context->beside[edge->article[side]].told[cell];
            *told = fmax(*told, edge->told);
        }
    }
}

/* Does the block hold the words as they are? */
static bool holds_text(const struct px_article *article, const struct px_block *block, struct px_slice text)
{
    const struct px_token *tokens = article->tokens.items;
    for (uint32_t t = px_compare_token_at(article, block->start);
         t < article->tokens.count && tokens[t].start + text.size <= block->end; t++) {
        uint32_t end = tokens[t].start + (uint32_t)text.size, behind = px_compare_token_at(article, end);
        if (behind > t && tokens[behind - 1].end == end &&
            px_slice_starts(px_slice_part(article->text, tokens[t].start, block->end), text))
            return true;
    }
    return false;
}

/* Notes the blocks with a figure, a name or a day that another article gives differently: both tell of it. The claim is
 * cited where it stands first, which may be a headline. */
static void note_disagreement(struct px_compare_context *context, const struct px_claim *claims, size_t a, size_t b)
{
    const struct px_article *article = context->articles[a];
    if (a == b || claims[a].span.end == claims[a].span.start || claims[b].span.end == claims[b].span.start)
        return;
    for (size_t i = 0; i < article->blocks.count; i++)
        context->beside[a].paired[i * context->count + b] |=
            holds_text(article, &article->blocks.items[i], px_slice_span(article->text, claims[a].span));
}

/* Notes the blocks with words that another article has, too. */
static void note_shared(struct px_compare_context *context, const struct px_spans *spans, size_t a, size_t b)
{
    for (size_t i = 0; a != b && spans[b].count > 0 && i < spans[a].count; i++) {
        uint32_t block = px_compare_block_at(context->articles[a], spans[a].items[i].start);
        if (block != PX_NONE)
            context->beside[a].paired[block * context->count + b] = true;
    }
}

static void note_pair(struct px_compare_context *context, size_t a, size_t b)
{
    const struct px_comparison *comparison = context->comparison;
    for (size_t d = 0; d < comparison->disagreements.count; d++)
        note_disagreement(context, comparison->disagreements.items[d].claims, a, b);
    for (size_t s = 0; s < comparison->shared.count; s++)
        note_shared(context, comparison->shared.items[s].spans, a, b);
}

/* Notes the blocks in which somebody speaks whose words another article gives, too. `speak` is room for a mark a
 * referent and article. */
static void note_speakers(struct px_compare_context *context, bool *speak)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            uint32_t referent = px_compare_referent(context, a, context->articles[a]->attributions.items[i].entity);
            if (referent != PX_NONE)
                speak[referent * context->count + a] = true;
        }
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_attribution *attribution = &context->articles[a]->attributions.items[i];
            uint32_t referent = px_compare_referent(context, a, attribution->entity);
            uint32_t block = context->articles[a]->sentences.items[attribution->sentence].block;
            for (size_t b = 0; referent != PX_NONE && b < context->count; b++)
                context->beside[a].shares[block * context->count + b] |= b != a && speak[referent * context->count + b];
        }
}

/* Reads the quotations, and strings those of each block together. */
static void list_quotations(const struct px_compare_context *context, size_t a, struct px_beside *beside)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->blocks.count; i++)
        beside->first_quotation[i] = PX_NONE;
    for (uint32_t i = 0; i < article->quotations.count; i++) {
        const struct px_span *span = &article->quotations.items[i].span;
        uint32_t block = px_compare_block_at(article, span->start);
        px_clause_read(context, a, span, 1, NULL, &beside->quoted[i]);
        if (block == PX_NONE)
            continue;
        beside->next_quotation[i] = beside->first_quotation[block];
        beside->first_quotation[block] = i;
    }
}

uint32_t px_compare_count_named(const struct px_article *article, const struct px_spans *mentions, bool sentences)
{
    uint32_t count = 0, last = PX_NONE;
    for (size_t m = 0; m < mentions->count; m++) {
        uint32_t sentence = px_compare_sentence_at(article, mentions->items[m].start);
        uint32_t block = article->sentences.items[sentence].block;
        if (!sentences && !px_role_is_paragraph(article->blocks.items[block].role))
            continue;
        count += last != (sentences ? sentence : block);
        last = sentences ? sentence : block;
    }
    return count;
}

/* What one of the headlines names, or both articles name in so many paragraphs, is what all of them is about. */
static bool runs_through(const struct px_compare_context *context, const struct px_referent *referent, size_t a,
                         size_t b)
{
    return px_compare_in_title(context->articles[a], &referent->mentions[a]) ||
           px_compare_in_title(context->articles[b], &referent->mentions[b]) ||
           (px_compare_count_named(context->articles[a], &referent->mentions[a], false) >
                THROUGHOUT * context->paragraphs[a].count &&
            px_compare_count_named(context->articles[b], &referent->mentions[b], false) >
                THROUGHOUT * context->paragraphs[b].count);
}

/* Marks the block, or all below it if it is a heading, as one that names what article b comes back to. */
static void mark_named(struct px_compare_context *context, size_t a, size_t b, uint32_t block)
{
    const struct px_article *article = context->articles[a];
    if (block == PX_NONE)
        return;
    bool heading = article->blocks.items[block].role == PX_ROLE_HEADING;
    do
        context->beside[a].names[block * context->count + b] = true;
    while (heading && ++block < article->blocks.count && article->blocks.items[block].role != PX_ROLE_HEADING);
}

/* Notes the paragraphs that name what another article comes back to, too, unless it runs through both: that one may
 * tell the same of it in words of its own. */
static void note_names(struct px_compare_context *context)
{
    for (size_t r = 0; r < context->comparison->referents.count; r++)
        for (size_t pair = 0; pair < context->count * context->count; pair++) {
            const struct px_referent *referent = &context->comparison->referents.items[r];
            size_t a = pair / context->count, b = pair % context->count;
            if (a == b || px_compare_count_named(context->articles[b], &referent->mentions[b], true) < MATTER_LEAST ||
                runs_through(context, referent, a, b))
                continue;
            for (size_t m = 0; m < referent->mentions[a].count; m++)
                mark_named(context, a, b,
                           px_compare_block_at(context->articles[a], referent->mentions[a].items[m].start));
        }
}

static enum px_status read_beside(struct px_compare_context *context, struct px_error *error)
{
    struct px_arena *scratch = &context->scratch;
    bool *speak = px_arena_array(scratch, bool, context->comparison->referents.count * context->count);
    context->beside = px_arena_array(scratch, struct px_beside, context->count);
    if (speak == NULL || context->beside == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        struct px_beside *beside = &context->beside[a];
        beside->shares = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->names = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->paired = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->told = px_arena_array(scratch, double, article->blocks.count * context->count);
        beside->first_quotation = px_arena_array(scratch, uint32_t, article->blocks.count);
        beside->next_quotation = px_arena_array(scratch, uint32_t, article->quotations.count);
        beside->quoted = px_arena_array(scratch, struct px_clause, article->quotations.count);
        if (beside->shares == NULL || beside->names == NULL || beside->paired == NULL || beside->told == NULL ||
            beside->first_quotation == NULL || beside->next_quotation == NULL || beside->quoted == NULL)
            return px_no_memory(error);
        list_quotations(context, a, beside);
    }
    note_edges(context);
    for (size_t a = 0; a < context->count; a++)
        for (size_t b = 0; b < context->count; b++)
            note_pair(context, a, b);
    note_speakers(context, speak);
    note_names(context);
    return PX_OK;
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

double px_compare_nearness(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    double most = 0;
    for (size_t b = 0; b < context->count; b++) {
        double held = b == article ? 0 : nearness(context, article, sentence, b);
        most = held > most ? held : most;
    }
    return most;
}

bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    uint32_t block = context->articles[article]->sentences.items[sentence].block;
    for (size_t b = 0; b < context->count; b++)
        if (b != article && is_enough(context, article, block, b, nearness(context, article, sentence, b)))
            return true;
    return false;
}

/* Does a sentence of the block say what article b tells? Where the block names what that one comes back to, the least
 * that says anything is enough. */
static bool is_told(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    double held = nearest(context, a, block, b);
    return is_enough(context, a, block, b, held) || (held > 0 && context->beside[a].names[block * context->count + b]);
}

/* Does article b tell what the block does? */
static bool tells_block(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    size_t cell = block * context->count + b;
    if (context->beside[a].paired[cell] || has_quotation_of(context, a, block, b))
        return true;
    return context->beside[a].told[cell] >= UNLIKELY && is_told(context, a, block, b);
}

static bool is_lone(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != a && tells_block(context, a, context->paragraphs[a].blocks[paragraph], b))
            return false;
    return true;
}

static struct px_lone make_lone(const struct px_compare_context *context, size_t a, struct px_span span, uint32_t words)
{
    uint32_t shown = px_compare_shown(context, a, &span);
    return (struct px_lone){span, words, shown, px_compare_shown_words(context, a, shown)};
}

/* Adds a run that has come to its end, if it is long enough. */
static bool end_run(struct px_compare_context *context, struct px_topic *topic, size_t a, struct px_span *run,
                    uint32_t *words)
{
    bool done = true;
    if (*words >= PX_LONE_FEWEST) {
        struct px_lone *lone = px_vector_push(&topic->lone[a], &context->comparison->arena);
        if ((done = lone != NULL))
            *lone = make_lone(context, a, *run, *words);
        topic->lone_words[a] += *words;
    }
    *words = 0;
    return done;
}

/* The runs of lone paragraphs side by side in the topic. */
static bool find_runs(struct px_compare_context *context, struct px_topic *topic, size_t a)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    struct px_span run = {0, 0};
    uint32_t words = 0;
    bool done = true;
    for (uint32_t p = 0; done && p < paragraphs->count; p++) {
        const struct px_block *block = &context->articles[a]->blocks.items[paragraphs->blocks[p]];
        if (!px_topic_holds(topic, a, block->start) || !is_lone(context, a, p)) {
            done = end_run(context, topic, a, &run, &words);
            continue;
        }
        run.start = words == 0 ? block->start : run.start;
        run.end = block->end;
        words += paragraphs->words[p];
    }
    return done && end_run(context, topic, a, &run, &words);
}

/* A small part of what has no counterpart as a whole, too, is not picked out of it. */
static void drop_small(struct px_topic *topic, size_t a)
{
    if (topic->lone_words[a] >= PART_LEAST * topic->words[a])
        return;
    topic->lone[a].count = 0;
    topic->lone_words[a] = 0;
}

static enum px_status find_lone(struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    topic->lone = px_compare_each(context, struct px_lones);
    topic->lone_words = px_compare_each(context, uint32_t);
    bool done = topic->lone != NULL && topic->lone_words != NULL;
    for (size_t a = 0; done && a < context->count; a++) {
        done = topic->only != a || find_runs(context, topic, a);
        drop_small(topic, a);
    }
    return done ? PX_OK : px_no_memory(error);
}

enum px_status px_compare_tellings(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    context->tellings = px_arena_array(&context->scratch, struct px_tellings, context->count);
    if (context->tellings == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = px_tellings_read(context, a, &context->tellings[a], error);
    return status;
}

enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = read_beside(context, error);
    for (size_t t = 0; status == PX_OK && t < context->comparison->topics.count; t++)
        status = find_lone(context, &context->comparison->topics.items[t], error);
    return status;
}
