/* The parts of an evaluation: by category, by voice, by outlet. */

#include <math.h>
#include <stdlib.h>

#include "tuning/evaluate_inside.h"

static struct px_evaluation_part *add_part(struct px_evaluator *e, struct px_evaluation_parts *parts,
                                           struct px_slice name)
{
    struct px_evaluation_part *part = px_vector_push(parts, &e->evaluation->arena);
    if (part == NULL)
        return NULL;
    part->name = px_arena_copy(&e->evaluation->arena, name);
    part->precision = (struct px_estimate){NAN, NAN, NAN};
    part->loss = NAN;
    return part->name.data == NULL ? NULL : part;
}

static int by_name(const void *left, const void *right)
{
    return px_slice_compare(((const struct px_evaluation_part *)left)->name,
                            ((const struct px_evaluation_part *)right)->name);
}

/* The words of passage `index` by what the category's counting sightings say of them; `lost` gets those that no other
 * category covers. */
static enum px_status category_words(struct px_evaluator *e, struct px_slice category, size_t index,
                                     struct px_confusion *confusion, struct px_confusion *lost)
{
    const struct px_passage *passage = &e->passages->items.items[index];
    const struct px_reading *reading = e->reading;
    struct px_arena scratch = {0};
    uint16_t *own = px_arena_array(&scratch, uint16_t, passage->words.count + 1);
    if (own == NULL)
        return px_no_memory(e->error);
    for (size_t i = reading->first[index]; i < reading->first[index + 1]; i++) {
        const struct px_sighting *sighting = &reading->sightings.items[i];
        size_t first, end;
        if (!sighting->counts || !px_slice_equal(reading->lexicon->entries.items[sighting->entry].category, category))
            continue;
        px_reading_words(passage, sighting, &first, &end);
        for (size_t w = first; w < end; w++)
            own[w]++;
    }
    for (size_t w = 0; w < passage->words.count; w++) {
        bool marked = passage->word_marked[w] != 0;
        confusion->right += own[w] > 0 && marked;
        confusion->wrong += own[w] > 0 && !marked;
        confusion->missed += own[w] == 0 && marked;
        confusion->left += own[w] == 0 && !marked;
        lost->right += own[w] > 0 && own[w] == reading->cover[index][w] && marked;
        lost->wrong += own[w] > 0 && own[w] == reading->cover[index][w] && !marked;
    }
    px_arena_release(&scratch);
    return PX_OK;
}

static enum px_status score_category(struct px_evaluator *e, struct px_evaluation_part *part)
{
    size_t count = e->passages->items.count;
    struct px_confusion *units = px_arena_array(&e->scratch, struct px_confusion, count + 1);
    struct px_confusion lost = {0};
    size_t right = 0;
    enum px_status status = units == NULL ? px_no_memory(e->error) : PX_OK;
    for (size_t i = 0; i < e->reading->sightings.count; i++) {
        const struct px_sighting *sighting = &e->reading->sightings.items[i];
        if (!sighting->counts ||
            !px_slice_equal(e->reading->lexicon->entries.items[sighting->entry].category, part->name))
            continue;
        part->hits++;
        right += sighting->right;
    }
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = category_words(e, part->name, i, &units[i], &lost);
    if (status == PX_OK)
        status = px_evaluator_scores(e, units, count, &part->words);
    part->texts = count;
    part->precision = px_rate_wilson((double)right, (double)part->hits);
    part->loss = px_evaluator_loss(&e->evaluation->words.sum, &lost);
    return status;
}

enum px_status px_evaluator_categories(struct px_evaluator *e)
{
    struct px_evaluation_parts *parts = &e->evaluation->categories;
    const struct px_lexicon *lexicon = e->evaluation->lexicon;
    struct px_table names = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++) {
        bool added;
        if (px_table_add(&names, lexicon->entries.items[i].category, &added) == PX_NONE ||
            (added && add_part(e, parts, lexicon->entries.items[i].category) == NULL))
            status = px_no_memory(e->error);
    }
    px_table_release(&names);
    if (parts->count > 1)
        qsort(parts->items, parts->count, sizeof *parts->items, by_name);
    for (size_t i = 0; status == PX_OK && i < parts->count; i++)
        status = score_category(e, &parts->items[i]);
    return status;
}

/* The words of one voice; an entry speaks here as it would in the outlet's own voice. */
static enum px_status voice_words(struct px_evaluator *e, uint8_t voice, size_t index, struct px_confusion *confusion)
{
    const struct px_passage *passage = &e->passages->items.items[index];
    const struct px_tokens *tokens = &passage->article.tokens;
    struct px_arena scratch = {0};
    uint8_t *said = px_arena_array(&scratch, uint8_t, passage->words.count + 1);
    if (said == NULL)
        return px_no_memory(e->error);
    for (size_t i = e->reading->first[index]; i < e->reading->first[index + 1]; i++) {
        const struct px_sighting *sighting = &e->reading->sightings.items[i];
        size_t first, end;
        px_reading_words(passage, sighting, &first, &end);
        for (size_t w = first; w < end; w++)
            said[w] = said[w] || sighting->heavy;
    }
    for (size_t w = 0; w < passage->words.count; w++) {
        uint32_t token = px_tokens_reaching(tokens, passage->words.items[w].start);
        bool marked = passage->word_marked[w] != 0;
        if (token == tokens->count || tokens->items[token].voice != voice)
            continue;
        confusion->right += said[w] && marked;
        confusion->wrong += said[w] && !marked;
        confusion->missed += !said[w] && marked;
        confusion->left += !said[w] && !marked;
    }
    px_arena_release(&scratch);
    return PX_OK;
}

enum px_status px_evaluator_voices(struct px_evaluator *e)
{
    size_t count = e->passages->items.count;
    enum px_status status = PX_OK;
    for (uint8_t voice = PX_VOICE_OWN; status == PX_OK && voice <= PX_VOICE_SCARE; voice++) {
        struct px_evaluation_part *part = add_part(e, &e->evaluation->voices, px_slice_from(px_voice_name(voice)));
        struct px_confusion *units = px_arena_array(&e->scratch, struct px_confusion, count + 1);
        size_t right = 0;
        if (part == NULL || units == NULL)
            return px_no_memory(e->error);
        for (size_t i = 0; i < e->reading->sightings.count; i++) {
            const struct px_sighting *sighting = &e->reading->sightings.items[i];
            bool here = sighting->voice == voice && sighting->heavy;
            part->hits += here;
            right += here && sighting->right;
        }
        for (size_t i = 0; status == PX_OK && i < count; i++)
            status = voice_words(e, voice, i, &units[i]);
        part->texts = count;
        part->precision = px_rate_wilson((double)right, (double)part->hits);
        if (status == PX_OK)
            status = px_evaluator_scores(e, units, count, &part->words);
    }
    return status;
}

static enum px_status score_outlet(struct px_evaluator *e, struct px_evaluation_part *part)
{
    size_t all = e->passages->items.count;
    struct px_confusion *words = px_arena_array(&e->scratch, struct px_confusion, all + 1);
    struct px_confusion *labels = px_arena_array(&e->scratch, struct px_confusion, all + 1);
    if (words == NULL || labels == NULL)
        return px_no_memory(e->error);
    for (size_t i = 0; i < all; i++) {
        if (!px_slice_equal(e->passages->items.items[i].source->outlet, part->name))
            continue;
        words[part->texts] = e->words[i];
        labels[part->texts++] = e->labels[i];
    }
    enum px_status status = px_evaluator_scores(e, words, part->texts, &part->words);
    return status == PX_OK ? px_evaluator_scores(e, labels, part->texts, &part->labels) : status;
}

enum px_status px_evaluator_outlets(struct px_evaluator *e)
{
    struct px_evaluation_parts *parts = &e->evaluation->outlets;
    struct px_table names = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < e->passages->items.count; i++) {
        struct px_slice outlet = e->passages->items.items[i].source->outlet;
        bool added = false;
        if (outlet.size > 0 &&
            (px_table_add(&names, outlet, &added) == PX_NONE || (added && add_part(e, parts, outlet) == NULL)))
            status = px_no_memory(e->error);
    }
    px_table_release(&names);
    if (parts->count > 1)
        qsort(parts->items, parts->count, sizeof *parts->items, by_name);
    for (size_t i = 0; status == PX_OK && i < parts->count; i++)
        status = score_outlet(e, &parts->items[i]);
    return status;
}
