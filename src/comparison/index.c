/* The words of a comparison: every content word and number of all articles, numbered by stem in byte order. */
#include "comparison/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Stems seen so far, in open addressing. */
struct stem_set {
    uint32_t *keys; /* stem + 1; 0: an empty place */
    uint32_t *ids;
    size_t mask;
    uint32_t count;
};

struct numbered {
    struct px_slice text;
    uint32_t id;
};

static enum px_status make_set(struct px_compare_context *context, struct stem_set *set, struct px_error *error)
{
    size_t tokens = 0, size = 64;
    for (size_t a = 0; a < context->count; a++)
        tokens += context->articles[a]->tokens.count;
    while (size < 2 * tokens)
        size *= 2;
    set->mask = size - 1;
    set->keys = px_arena_array(&context->scratch, uint32_t, size);
    set->ids = px_arena_array(&context->scratch, uint32_t, size);
    return set->keys == NULL || set->ids == NULL ? px_no_memory(error) : PX_OK;
}

static uint32_t add_stem(struct stem_set *set, uint32_t stem)
{
    size_t at = (stem * 2654435769u >> 7) & set->mask;
    while (set->keys[at] != 0 && set->keys[at] != stem + 1)
        at = (at + 1) & set->mask;
    if (set->keys[at] == 0) {
        set->keys[at] = stem + 1;
        set->ids[at] = set->count++;
    }
    return set->ids[at];
}

/* Content words, and numbers of two characters or more. */
static bool is_indexed(const struct px_token *token, const struct px_form *form)
{
    if (!px_token_counts(token) || form->stop)
        return false;
    return form->text.size > 1;
}

static int by_text(const void *a, const void *b)
{
    return px_slice_compare(((const struct numbered *)a)->text, ((const struct numbered *)b)->text);
}

/* Numbers the words in order of appearance, in `of`; `stems` and `number` follow the same order. */
static enum px_status collect(struct px_compare_context *context, struct stem_set *set, struct px_error *error)
{
    struct px_word_index *index = &context->index;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        uint32_t *of = px_arena_array(&context->scratch, uint32_t, tokens->count);
        if (of == NULL)
            return px_no_memory(error);
        for (size_t t = 0; t < tokens->count; t++) {
            const struct px_form *form = px_compare_form(context, &tokens->items[t]);
            of[t] = is_indexed(&tokens->items[t], form) ? add_stem(set, form->stem) : PX_NONE;
        }
        index->of[a] = of;
    }
    return PX_OK;
}

static int text_order(const void *key, const void *entry)
{
    return px_slice_compare(*(const struct px_slice *)key, ((const struct numbered *)entry)->text);
}

/* Does the hyphen make the stem another word, "re-sign"? */
static bool is_hyphenated(const struct px_compare_context *context, struct px_slice stem)
{
    const uint32_t *entries = NULL;
    uint32_t form = context->worker->resources == NULL ? PX_NONE : px_vocabulary_add(context->worker->vocabulary, stem);
    size_t count = form == PX_NONE ? 0 : px_match_form(context->worker->cache, form, PX_LEXICON_GRAMMAR, &entries);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(px_resources_lexicon(context->worker->resources, PX_LEXICON_GRAMMAR)
                            ->entries.items[entries[i]]
                            .category,
                        "grammar.hyphenated"))
            return true;
    return false;
}

/* Writers differ in hyphens: "e-mail" becomes the word "email" where that stands in an article, too. False when memory is
 * out. */
static bool join_hyphens(const struct px_compare_context *context, const struct numbered *sorted, uint32_t count,
                         uint32_t *rank)
{
    struct px_buffer plain = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (context->index.number[i] || memchr(sorted[i].text.data, '-', sorted[i].text.size) == NULL ||
            is_hyphenated(context, sorted[i].text))
            continue;
        px_buffer_clear(&plain);
        for (size_t c = 0; c < sorted[i].text.size; c++)
            if (sorted[i].text.data[c] != '-')
                px_buffer_byte(&plain, sorted[i].text.data[c]);
        struct px_slice key = px_buffer_slice(&plain);
        const struct numbered *same = plain.failed ? NULL : bsearch(&key, sorted, count, sizeof *sorted, text_order);
        if (same != NULL)
            rank[sorted[i].id] = (uint32_t)(same - sorted);
    }
    bool fine = !plain.failed;
    px_buffer_release(&plain);
    return fine;
}

/* Renumbers by stem text. */
static enum px_status renumber(struct px_compare_context *context, const struct stem_set *set, struct px_error *error)
{
    struct px_word_index *index = &context->index;
    struct numbered *sorted = px_arena_array(&context->scratch, struct numbered, set->count);
    uint32_t *rank = px_arena_array(&context->scratch, uint32_t, set->count);
    index->count = set->count;
    index->stems = px_arena_array(&context->scratch, uint32_t, set->count);
    index->number = px_arena_array(&context->scratch, bool, set->count);
    if (sorted == NULL || rank == NULL || index->stems == NULL || index->number == NULL)
        return px_no_memory(error);
    for (size_t slot = 0; slot <= set->mask; slot++)
        if (set->keys[slot] != 0) {
            uint32_t stem = set->keys[slot] - 1, id = set->ids[slot];
            sorted[id] = (struct numbered){px_vocabulary_stem_text(context->worker->vocabulary, stem), id};
            rank[id] = stem; /* for a moment */
        }
    if (set->count > 1)
        qsort(sorted, set->count, sizeof *sorted, by_text);
    for (uint32_t i = 0; i < set->count; i++)
        index->stems[i] = rank[sorted[i].id];
    for (uint32_t i = 0; i < set->count; i++) {
        rank[sorted[i].id] = i;
        for (size_t c = 0; c < sorted[i].text.size; c++)
            index->number[i] |= sorted[i].text.data[c] >= '0' && sorted[i].text.data[c] <= '9';
    }
    if (!join_hyphens(context, sorted, set->count, rank))
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        for (size_t t = 0; t < context->articles[a]->tokens.count; t++)
            if (index->of[a][t] != PX_NONE)
                index->of[a][t] = rank[index->of[a][t]];
    return PX_OK;
}

static int entry_order(const void *key, const void *entry)
{
    return px_slice_compare(*(const struct px_slice *)key, ((const struct px_entry *)entry)->text);
}

/* In how many documents of the background stems stand. */
struct background {
    const struct px_lexicon *list; /* NULL: the language has none */
    double documents;
    double fewest; /* of what is on the list */
};

static struct background read_background(const struct px_compare_context *context)
{
    struct background background = {px_resources_lexicon(context->worker->resources, PX_LEXICON_FREQUENCIES), 0, 0};
    const struct px_lexicon *list = background.list;
    if (list->entries.count == 0 || !px_slice_number(px_lexicon_metadata(list, "documents"), &background.documents) ||
        !px_slice_number(px_lexicon_metadata(list, "fewest"), &background.fewest))
        background.list = NULL;
    return background;
}

/* idf = ln((N + 1) / (n + 1/2)), n the documents of the background that hold the stem, N all of them; what the list
 * does not hold is in fewer than its rarest. A language without a list weighs all words alike. */
static double idf_of(const struct px_compare_context *context, const struct background *background, uint32_t stem)
{
    struct px_slice text = px_vocabulary_stem_text(context->worker->vocabulary, stem);
    if (background->list == NULL)
        return 1;
    const struct px_lexicon *list = background->list;
    const struct px_entry *entry =
        bsearch(&text, list->entries.items, list->entries.count, sizeof *list->entries.items, entry_order);
    double held = entry == NULL ? background->fewest / 2 : entry->weight;
    return log((background->documents + 1) / (held + 0.5));
}

double px_compare_idf(const struct px_compare_context *context, uint32_t stem)
{
    struct background background = read_background(context);
    return idf_of(context, &background, stem);
}

static enum px_status weigh(struct px_compare_context *context, struct px_error *error)
{
    struct px_word_index *index = &context->index;
    struct background background = read_background(context);
    index->idf = px_arena_array(&context->scratch, double, index->count);
    if (index->idf == NULL)
        return px_no_memory(error);
    for (uint32_t w = 0; w < index->count; w++)
        index->idf[w] = idf_of(context, &background, index->stems[w]);
    return PX_OK;
}

/* The words block by block. */
static enum px_status gather(struct px_compare_context *context, size_t a, struct px_error *error)
{
    struct px_word_index *index = &context->index;
    const struct px_article *article = context->articles[a];
    uint32_t *words = px_arena_array(&context->scratch, uint32_t, article->tokens.count);
    uint32_t *first = px_arena_array(&context->scratch, uint32_t, article->blocks.count + 1);
    if (words == NULL || first == NULL)
        return px_no_memory(error);
    uint32_t count = 0;
    for (size_t b = 0; b < article->blocks.count; b++) {
        const struct px_block *block = &article->blocks.items[b];
        first[b] = count;
        for (uint32_t s = block->first_sentence; s < block->first_sentence + block->sentence_count; s++) {
            const struct px_sentence *sentence = &article->sentences.items[s];
            for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
                if (index->of[a][t] != PX_NONE)
                    words[count++] = index->of[a][t];
        }
    }
    first[article->blocks.count] = count;
    index->words[a] = words;
    index->first_word[a] = first;
    return PX_OK;
}

enum px_status px_compare_index(struct px_compare_context *context, struct px_error *error)
{
    struct px_word_index *index = &context->index;
    struct stem_set set = {0};
    index->of = px_arena_array(&context->scratch, uint32_t *, context->count);
    index->words = px_arena_array(&context->scratch, uint32_t *, context->count);
    index->first_word = px_arena_array(&context->scratch, uint32_t *, context->count);
    if (index->of == NULL || index->words == NULL || index->first_word == NULL)
        return px_no_memory(error);
    enum px_status status = make_set(context, &set, error);
    if (status == PX_OK)
        status = collect(context, &set, error);
    if (status == PX_OK)
        status = renumber(context, &set, error);
    if (status == PX_OK)
        status = weigh(context, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = gather(context, a, error);
    return status;
}
