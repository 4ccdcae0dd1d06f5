#include "tuning/reading.h"

#include "annotate/loaded.h"

static bool touches_gold(const struct px_passage *passage, const struct px_hit *hit)
{
    bool touches = false;
    for (size_t t = hit->first_token; passage->token_marked != NULL && t < hit->first_token + hit->token_count; t++)
        touches = touches || passage->token_marked[t] != 0;
    return touches;
}

/* The word that ends behind `byte`, by halving. */
static size_t word_reaching(const struct px_spans *words, uint32_t byte)
{
    size_t low = 0;
    size_t high = words->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (words->items[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void px_reading_words(const struct px_passage *passage, const struct px_sighting *sighting, size_t *first, size_t *end)
{
    const struct px_token *tokens = &passage->article.tokens.items[sighting->first_token];
    *first = word_reaching(&passage->words, tokens[0].start);
    *end = *first;
    while (*end < passage->words.count && passage->words.items[*end].start < tokens[sighting->token_count - 1].end)
        ++*end;
}

static enum px_status take_hit(struct px_reading *reading, const struct px_passage *passage, uint32_t index,
                               const struct px_hit *hit, struct px_error *error)
{
    struct px_sighting *sighting = px_vector_push(&reading->sightings, &reading->arena);
    if (sighting == NULL)
        return px_no_memory(error);
    uint8_t voice = passage->article.tokens.items[hit->first_token].voice;
    const struct px_entry *entry = &reading->lexicon->entries.items[hit->entry];
    *sighting = (struct px_sighting){
        .passage = index,
        .first_token = hit->first_token,
        .token_count = hit->token_count,
        .entry = hit->entry,
        .voice = voice,
        .chosen = px_voice_is_chosen(voice),
        .heavy = entry->weight >= reading->mark,
        .counts = px_voice_is_chosen(voice) && entry->weight >= reading->mark,
        .right = touches_gold(passage, hit),
    };
    return PX_OK;
}

/* Word cover and sentence scores of one passage from its sightings. */
static enum px_status decide(struct px_reading *reading, const struct px_passage *passage, size_t index,
                             struct px_error *error)
{
    const struct px_article *article = &passage->article;
    double threshold = reading->lexicon->threshold;
    uint16_t *cover = px_arena_array(&reading->arena, uint16_t, passage->words.count + 1);
    double *sums = px_arena_array(&reading->arena, double, article->sentences.count + 1);
    if (cover == NULL || sums == NULL)
        return px_no_memory(error);
    reading->cover[index] = cover;
    for (size_t i = reading->first[index]; i < reading->sightings.count; i++) {
        const struct px_sighting *sighting = &reading->sightings.items[i];
        size_t first, end;
        if (!sighting->chosen)
            continue;
        double *sum = &sums[article->tokens.items[sighting->first_token].sentence];
        *sum += reading->lexicon->entries.items[sighting->entry].weight;
        if (*sum > reading->scores[index])
            reading->scores[index] = *sum;
        reading->flags[index] = reading->flags[index] || (threshold > 0 ? *sum >= threshold : sighting->counts);
        px_reading_words(passage, sighting, &first, &end);
        for (size_t w = first; sighting->counts && w < end; w++)
            cover[w]++;
    }
    return PX_OK;
}

static enum px_status read_passage(struct px_reading *reading, struct px_match_cache *cache,
                                   const struct px_passage *passage, size_t index, struct px_error *error)
{
    const struct px_article *article = &passage->article;
    struct px_arena scratch = {0};
    struct px_hits hits = {0};
    enum px_status status =
        px_matcher_find(cache, article->text, &article->tokens, &article->sentences, &scratch, &hits, error);
    reading->first[index] = reading->sightings.count;
    for (size_t i = 0; status == PX_OK && i < hits.count; i++)
        status = take_hit(reading, passage, (uint32_t)index, &hits.items[i], error);
    if (status == PX_OK)
        status = decide(reading, passage, index, error);
    reading->first[index + 1] = reading->sightings.count;
    px_arena_release(&scratch);
    return status;
}

static enum px_status begin(struct px_reading *reading, size_t passages, struct px_error *error)
{
    reading->first = px_arena_array(&reading->arena, size_t, passages + 2);
    reading->cover = px_arena_array(&reading->arena, uint16_t *, passages + 1);
    reading->scores = px_arena_array(&reading->arena, double, passages + 1);
    reading->flags = px_arena_array(&reading->arena, bool, passages + 1);
    if (reading->first == NULL || reading->cover == NULL || reading->scores == NULL || reading->flags == NULL)
        return px_no_memory(error);
    return PX_OK;
}

enum px_status px_reading_new(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                              const struct px_passages *passages, struct px_reading *reading, struct px_error *error)
{
    struct px_matcher *matcher = NULL;
    struct px_match_cache *cache = NULL;
    *reading = (struct px_reading){.lexicon = lexicon, .mark = px_lexicon_mark(lexicon)};
    enum px_status status = begin(reading, passages->items.count, error);
    if (status == PX_OK)
        status = px_matcher_new(&lexicon, 1, px_resources_segmenter(tools->resources), &matcher, error);
    if (status == PX_OK)
        status = px_match_cache_new(matcher, tools->worker->vocabulary, &cache, error);
    for (size_t i = 0; status == PX_OK && i < passages->items.count; i++)
        status = read_passage(reading, cache, &passages->items.items[i], i, error);
    px_match_cache_free(cache);
    px_matcher_free(matcher);
    if (status != PX_OK)
        px_reading_release(reading);
    return status;
}

void px_reading_release(struct px_reading *reading)
{
    px_arena_release(&reading->arena);
    *reading = (struct px_reading){0};
}

static void count(struct px_confusion *confusion, bool said, bool true_one)
{
    confusion->right += said && true_one;
    confusion->wrong += said && !true_one;
    confusion->missed += !said && true_one;
    confusion->left += !said && !true_one;
}

struct px_confusion px_reading_word_confusion(const struct px_reading *reading, const struct px_passages *passages,
                                              size_t passage)
{
    const struct px_passage *p = &passages->items.items[passage];
    struct px_confusion confusion = {0};
    for (size_t w = 0; w < p->words.count; w++)
        count(&confusion, reading->cover[passage][w] > 0, p->word_marked[w] != 0);
    return confusion;
}

struct px_confusion px_reading_label_confusion(const struct px_reading *reading, const struct px_passages *passages,
                                               size_t passage)
{
    struct px_confusion confusion = {0};
    count(&confusion, reading->flags[passage], passages->items.items[passage].label);
    return confusion;
}
