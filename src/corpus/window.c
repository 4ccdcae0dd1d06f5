/* The stories of some days: how rare a word is among them, and which of them have it. */
#include <math.h>
#include <stdlib.h>

#include "corpus/inside.h"

static int entry_order(const void *key, const void *entry)
{
    return px_slice_compare(*(const struct px_slice *)key, ((const struct px_entry *)entry)->text);
}

/* What the background does not list is in fewer articles than its rarest: half of that. */
static void read_background(struct px_pairing *pairing)
{
    const struct px_lexicon *list = px_resources_lexicon(pairing->worker.resources, PX_LEXICON_FREQUENCIES);
    struct px_window *window = &pairing->window;
    double documents = 0, fewest = 0;
    if (list->entries.count == 0 || !px_slice_number(px_lexicon_metadata(list, "documents"), &documents) ||
        !px_slice_number(px_lexicon_metadata(list, "fewest"), &fewest))
        return;
    window->background_size = documents;
    for (size_t s = 0; s < pairing->stem_count; s++) {
        struct px_slice text = px_vocabulary_stem_text(pairing->worker.vocabulary, (uint32_t)s);
        const struct px_entry *entry =
            bsearch(&text, list->entries.items, list->entries.count, sizeof *list->entries.items, entry_order);
        window->background[s] = (float)(entry == NULL ? fewest / 2 : entry->weight);
    }
}

enum px_status px_window_init(struct px_pairing *pairing, struct px_error *error)
{
    struct px_window *window = &pairing->window;
    size_t stems = pairing->stem_count + 1;
    window->held = calloc(stems, sizeof *window->held);
    window->background = calloc(stems, sizeof *window->background);
    window->begin = calloc(stems, sizeof *window->begin);
    window->count = calloc(stems, sizeof *window->count);
    window->stems = calloc(stems, sizeof *window->stems);
    window->rest = calloc(pairing->stories.count + 1, sizeof *window->rest);
    if (window->held == NULL || window->background == NULL || window->begin == NULL || window->count == NULL ||
        window->stems == NULL || window->rest == NULL)
        return px_no_memory(error);
    read_background(pairing);
    return PX_OK;
}

void px_window_release(struct px_window *window)
{
    free(window->held);
    free(window->background);
    free(window->begin);
    free(window->count);
    free(window->stems);
    free(window->rest);
    free(window->postings);
    *window = (struct px_window){0};
}

static void count(struct px_pairing *pairing, uint32_t number, uint32_t by)
{
    const struct px_story *story = &pairing->stories.items[number];
    for (size_t t = 0; t < story->term_count; t++)
        pairing->window.held[pairing->stem_of[story->forms[t] & ~PX_STORY_NAME]] += by;
}

/* Ranges only ever move on, so that a story is added once and taken away once; PX_NONE is one less. */
void px_window_hold(struct px_pairing *pairing, uint32_t first, uint32_t end)
{
    struct px_window *window = &pairing->window;
    for (; window->held_end < end; window->held_end++)
        count(pairing, window->held_end, 1);
    for (; window->held_first < first; window->held_first++)
        count(pairing, window->held_first, UINT32_MAX);
    for (; window->held_first > first; window->held_first--)
        count(pairing, window->held_first - 1, 1);
}

/* (1 + ln tf) · ln((N + B + 1) / (n + b + 1/2))^(2/3), in steps of 1/65536. The power keeps one very rare word from
 * outweighing all others. */
static uint64_t weigh(const struct px_window *window, uint32_t stem, uint16_t times)
{
    double stories = window->held_end - window->held_first;
    double rarity =
        log((stories + window->background_size + 1) / (window->held[stem] + (double)window->background[stem] + .5));
    return rarity <= 0 ? 0 : (uint64_t)(65536 * (1 + log(times)) * cbrt(rarity * rarity));
}

void px_window_weigh(const struct px_pairing *pairing, struct px_story *story)
{
    uint64_t squares = 0;
    for (int pass = 0; pass < 2; pass++) {
        double length = sqrt((double)squares);
        for (size_t t = 0; t < story->term_count; t++) {
            uint32_t stem = pairing->stem_of[story->forms[t] & ~PX_STORY_NAME];
            uint64_t weight = weigh(&pairing->window, stem, story->values[t]);
            if (pass == 0 && (story->forms[t] & PX_STORY_NAME) == 0)
                squares += weight * weight;
            double share = length > 0 ? fmin(1, (double)weight / length) : 0;
            if (pass == 1)
                story->values[t] = (uint16_t)(share * PX_WEIGHT_ONE);
        }
    }
}

/* Counts the words of the stories; the stems get their places in the order in which they are met. Returns the number of
 * postings. */
static size_t lay_out(struct px_pairing *pairing)
{
    struct px_window *window = &pairing->window;
    size_t total = 0;
    for (uint32_t s = 0; s < window->stem_count; s++)
        window->count[window->stems[s]] = 0;
    window->stem_count = 0;
    for (uint32_t i = window->first; i < window->end; i++) {
        const struct px_story *story = &pairing->stories.items[i];
        for (size_t t = 0; t < story->term_count; t++) {
            uint32_t stem = pairing->stem_of[story->forms[t] & ~PX_STORY_NAME];
            if ((story->forms[t] & PX_STORY_NAME) == 0 && window->count[stem]++ == 0)
                window->stems[window->stem_count++] = stem;
        }
    }
    for (uint32_t s = 0; s < window->stem_count; s++) {
        window->begin[window->stems[s]] = (uint32_t)total;
        total += window->count[window->stems[s]];
    }
    return total;
}

static void fill(struct px_pairing *pairing)
{
    struct px_window *window = &pairing->window;
    for (uint32_t i = window->first; i < window->end; i++) {
        const struct px_story *story = &pairing->stories.items[i];
        double rest = 0;
        for (size_t t = 0; t < story->term_count; t++) {
            uint32_t stem = pairing->stem_of[story->forms[t] & ~PX_STORY_NAME];
            if ((story->forms[t] & PX_STORY_NAME) != 0)
                continue;
            window->postings[window->begin[stem]++] = (struct px_pair_posting){i, story->values[t]};
            if (window->count[stem] > PX_PAIR_COMMON)
                rest += (double)story->values[t] * story->values[t];
        }
        window->rest[i - window->first] = (float)sqrt(rest);
    }
    for (uint32_t s = 0; s < window->stem_count; s++) /* filling moved them behind their last */
        window->begin[window->stems[s]] -= window->count[window->stems[s]];
}

enum px_status px_window_index(struct px_pairing *pairing, uint32_t first, uint32_t end, struct px_error *error)
{
    struct px_window *window = &pairing->window;
    window->first = first;
    window->end = end;
    size_t total = lay_out(pairing);
    if (total > window->posting_capacity) {
        size_t capacity = total + total / 2;
        struct px_pair_posting *grown = realloc(window->postings, capacity * sizeof *grown);
        if (grown == NULL)
            return px_no_memory(error);
        window->postings = grown;
        window->posting_capacity = capacity;
    }
    fill(pairing);
    return PX_OK;
}
