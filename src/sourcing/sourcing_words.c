/* What the model thinks of each token: a cue, a source or a content, of whatever attribution. */
#include "sourcing/sourcing_finder.h"

#include <math.h>

#define DOUBT .02F /* keeps shares of `document` away from nothing */

enum { WORD_WIDTH = PX_CUE_LABELS + PX_DOCUMENT_LABELS };

bool px_finder_reserve(struct px_finder *finder, size_t count)
{
    struct px_finder_room *room = &finder->room;
    if (count <= room->capacity)
        return true;
    size_t capacity = 2 * count;
    room->scores = px_arena_array(room->arena, float, capacity *WORD_WIDTH);
    room->shares = px_arena_array(room->arena, float, capacity *WORD_WIDTH);
    room->bounds = px_arena_array(room->arena, uint16_t, capacity);
    room->labels = px_arena_array(room->arena, uint8_t, capacity);
    room->work = px_arena_array(room->arena, double, px_chain_room(&finder->model->document, capacity));
    room->capacity = capacity;
    return room->scores != NULL && room->shares != NULL && room->bounds != NULL && room->labels != NULL &&
           room->work != NULL;
}

/* What `document` gives to the labels of arguments: weighted logarithms of their shares. */
static void set_odds(struct px_finder *finder, uint32_t token, const float *shares)
{
    float *odds = finder->finds->odds + (size_t)token * PX_ARGUMENT_CUE;
    float source = shares[PX_DOCUMENT_SOURCE], content = shares[PX_DOCUMENT_CONTENT];
    float weight = (float)finder->model->document_weight;
    odds[PX_ARGUMENT_OTHER] = weight * logf(1 - source - content + DOUBT);
    odds[PX_ARGUMENT_SOURCE] = weight * logf(source + DOUBT);
    odds[PX_ARGUMENT_CONTENT] = weight * logf(content + DOUBT);
    finder->finds->source[token] = source;
}

/* The shares of a block's tokens. */
static bool read_block(struct px_finder *finder, size_t item)
{
    uint32_t first = finder->blocks.items[item].first;
    const struct px_sourcing_model *model = finder->model;
    struct px_finder_room *room = &finder->room;
    struct px_sourcing_features features;
    size_t count = finder->blocks.items[item].end - first;
    if (!px_finder_reserve(finder, count))
        return false;
    float *of_document = room->scores + count * PX_CUE_LABELS;
    for (size_t i = 0; i < count; i++) {
        float scores[PX_HASHED_WIDTH];
        px_sourcing_word(finder->view, first + (uint32_t)i, &features);
        px_finder_add_up(&model->words, WORD_WIDTH, &features, scores);
        memcpy(room->scores + i * PX_CUE_LABELS, scores, PX_CUE_LABELS * sizeof *scores);
        memcpy(of_document + i * PX_DOCUMENT_LABELS, scores + PX_CUE_LABELS, PX_DOCUMENT_LABELS * sizeof *scores);
        room->bounds[i] = px_sourcing_bound(finder->view, first + (uint32_t)i);
    }
    px_chain_marginals(&model->cue, room->scores, room->bounds, count, room->work, room->shares);
    for (size_t i = 0; i < count; i++) {
        finder->shares.begins[first + i] = room->shares[i * PX_CUE_LABELS + PX_CUE_BEGINS];
        finder->shares.goes_on[first + i] = room->shares[i * PX_CUE_LABELS + PX_CUE_GOES_ON];
    }
    px_chain_marginals(&model->document, of_document, room->bounds, count, room->work, room->shares);
    for (size_t i = 0; i < count; i++) {
        set_odds(finder, first + (uint32_t)i, room->shares + i * PX_DOCUMENT_LABELS);
        finder->shares.cue[first + i] = (finder->shares.begins[first + i] + finder->shares.goes_on[first + i] +
                                         room->shares[i * PX_DOCUMENT_LABELS + PX_DOCUMENT_CUE]) /
                                        2;
    }
    return true;
}

bool px_finder_read_words(struct px_finder *finder)
{
    const struct px_sourcing_view *view = finder->view;
    for (uint32_t s = 0; s < view->sentence_count; s++) {
        const struct px_sourcing_sentence *sentence = &view->sentences[s];
        bool goes_on = s > 0 && view->sentences[s - 1].block == sentence->block;
        struct px_range *block =
            goes_on ? &finder->blocks.items[finder->blocks.count - 1] : px_vector_push(&finder->blocks, finder->arena);
        if (block == NULL)
            return false;
        *block = (struct px_range){goes_on ? block->first : sentence->first, sentence->end};
    }
    return px_finder_each(finder, finder->blocks.count, read_block);
}
