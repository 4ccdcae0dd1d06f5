#include "text/vocabulary.h"

#include <stdlib.h>

#include <libstemmer.h>

#include "base/buffer.h"
#include "text/normalise.h"
#include "text/packed.h"
#include "text/utf8.h"

enum { PAGE_BITS = 10, PAGE_SIZE = 1 << PAGE_BITS, SHORT_BITS = 12, RECENT_BITS = 12, ROOT_LETTERS = 5 };

/* A form of PX_PACKED_LIMIT bytes or fewer, met before: a look here is the whole search. */
struct short_form {
    struct px_packed word;
    uint32_t size; /* 0: an empty place */
    uint32_t form;
};

struct page {
    struct px_form *forms;
};

/* Forms stand in pages that never move: a pointer to one is good until the vocabulary is freed. */
struct px_vocabulary {
    struct px_arena arena;
    struct px_table texts; /* ids are form ids */
    struct px_table folds;
    struct px_table stems;
    struct px_table roots;
    struct px_table stops;
    PX_VECTOR(struct page) pages;
    struct sb_stemmer *stemmer;
    struct px_buffer buffer;
    struct short_form *shorts; /* open addressing, at most half full */
    uint32_t short_bits;
    uint32_t short_count;
    struct short_form recent[2][1 << RECENT_BITS]; /* by hash, the newest: small enough to stay near the processor */
    const struct px_filter *filter;                /* or NULL; the second of them is for when there is one, */
    uint64_t filter_key;                           /* and was filled under the one of this key */
    bool sifted;                                   /* there was one */
    uint32_t unwanted;                             /* the form of the empty word */
    bool torn; /* memory ran out in the middle of a form: from then on nothing can be added */
};

enum px_status px_vocabulary_new(const char *language, struct px_vocabulary **vocabulary, struct px_error *error)
{
    *vocabulary = calloc(1, sizeof **vocabulary);
    if (*vocabulary == NULL)
        return px_no_memory(error);
    (*vocabulary)->short_bits = SHORT_BITS;
    (*vocabulary)->shorts = calloc((size_t)1 << SHORT_BITS, sizeof *(*vocabulary)->shorts);
    if ((*vocabulary)->shorts == NULL) {
        free(*vocabulary);
        *vocabulary = NULL;
        return px_no_memory(error);
    }
    if (language != NULL)
        (*vocabulary)->stemmer = sb_stemmer_new(language, NULL);
    return PX_OK;
}

void px_vocabulary_free(struct px_vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    sb_stemmer_delete(vocabulary->stemmer);
    px_table_release(&vocabulary->texts);
    px_table_release(&vocabulary->folds);
    px_table_release(&vocabulary->stems);
    px_table_release(&vocabulary->roots);
    px_table_release(&vocabulary->stops);
    px_arena_release(&vocabulary->arena);
    px_buffer_release(&vocabulary->buffer);
    free(vocabulary->shorts);
    free(vocabulary);
}

/* The fold in the vocabulary's own buffer; `.data` is NULL when memory is out. */
static struct px_slice fold_into_buffer(struct px_vocabulary *vocabulary, struct px_slice word)
{
    px_buffer_clear(&vocabulary->buffer);
    px_text_fold(word, &vocabulary->buffer);
    if (vocabulary->buffer.failed)
        return (struct px_slice){0};
    if (vocabulary->buffer.size == 0)
        return PX_SLICE("");
    return px_buffer_slice(&vocabulary->buffer);
}

enum px_status px_vocabulary_stop(struct px_vocabulary *vocabulary, struct px_slice word)
{
    struct px_slice fold = fold_into_buffer(vocabulary, word);
    if (fold.data == NULL || px_table_add(&vocabulary->stops, fold, NULL) == PX_NONE)
        return px_no_memory(NULL);
    return PX_OK;
}

static uint8_t shape_of(struct px_slice word)
{
    size_t upper = 0;
    size_t lower = 0;
    bool first_upper = false;
    bool upper_inside = false; /* behind a letter, as in "McKay" */
    bool after_letter = false;
    for (size_t at = 0; at < word.size;) {
        uint32_t c = px_utf8_next(word, &at);
        if (px_utf8_is_upper(c)) {
            first_upper = first_upper || upper + lower == 0;
            upper_inside = upper_inside || after_letter;
            upper++;
        } else if (px_utf8_is_lower(c)) {
            lower++;
        }
        after_letter = px_utf8_is_letter(c);
    }
    if (upper + lower == 0)
        return PX_SHAPE_NONE;
    if (upper == 0)
        return PX_SHAPE_LOWER;
    if (lower == 0 && upper > 1)
        return PX_SHAPE_UPPER;
    return first_upper && !upper_inside ? PX_SHAPE_CAPITALISED : PX_SHAPE_MIXED;
}

static bool has_digit(struct px_slice word)
{
    for (size_t at = 0; at < word.size;)
        if (px_utf8_is_digit(px_utf8_next(word, &at)))
            return true;
    return false;
}

static uint32_t add_stem(struct px_vocabulary *vocabulary, struct px_slice fold)
{
    if (vocabulary->stemmer == NULL || fold.size > INT32_MAX)
        return px_table_add(&vocabulary->stems, fold, NULL);
    const sb_symbol *stem = sb_stemmer_stem(vocabulary->stemmer, (const sb_symbol *)fold.data, (int)fold.size);
    if (stem == NULL)
        return PX_NONE;
    size_t size = (size_t)sb_stemmer_length(vocabulary->stemmer);
    return px_table_add(&vocabulary->stems, (struct px_slice){(const char *)stem, size}, NULL);
}

static uint32_t add_root(struct px_vocabulary *vocabulary, uint32_t stem)
{
    if (stem == PX_NONE)
        return PX_NONE;
    struct px_slice text = px_table_key(&vocabulary->stems, stem);
    size_t end = 0;
    for (int letters = 0; letters < ROOT_LETTERS && end < text.size; letters++)
        px_utf8_next(text, &end);
    return px_table_add(&vocabulary->roots, px_slice_part(text, 0, end), NULL);
}

/* Number of pieces between hyphens; 1 when a hyphen stands at an end or beside another, as in "-" or "a--b". */
static size_t count_pieces(struct px_slice fold)
{
    size_t pieces = 1;
    for (size_t i = 0; i < fold.size; i++) {
        if (fold.data[i] != '-')
            continue;
        if (i == 0 || i + 1 == fold.size || fold.data[i - 1] == '-')
            return 1;
        pieces++;
    }
    return pieces <= UINT16_MAX ? pieces : 1;
}

static bool fill_parts(struct px_vocabulary *vocabulary, struct px_form *form)
{
    size_t count = count_pieces(form->fold_text);
    uint32_t *parts = px_arena_array(&vocabulary->arena, uint32_t, count);
    if (parts == NULL)
        return false;
    form->parts = parts;
    form->part_count = (uint16_t)count;
    if (count == 1) {
        parts[0] = form->fold;
        return true;
    }
    struct px_slice rest = form->fold_text;
    struct px_slice piece;
    for (size_t i = 0; i < count && px_slice_next(&rest, '-', &piece); i++) {
        parts[i] = px_table_add(&vocabulary->folds, piece, NULL);
        if (parts[i] == PX_NONE)
            return false;
    }
    return true;
}

static struct px_form *new_form(struct px_vocabulary *vocabulary, uint32_t id)
{
    if (id >> PAGE_BITS == vocabulary->pages.count) {
        struct page *page = px_vector_push(&vocabulary->pages, &vocabulary->arena);
        if (page == NULL)
            return NULL;
        page->forms = px_arena_array(&vocabulary->arena, struct px_form, PAGE_SIZE);
        if (page->forms == NULL)
            return NULL;
    }
    return &vocabulary->pages.items[id >> PAGE_BITS].forms[id & (PAGE_SIZE - 1)];
}

/* Everything about the form that its text alone decides. */
static bool fill_form(struct px_vocabulary *vocabulary, uint32_t id)
{
    struct px_form *form = new_form(vocabulary, id);
    if (form == NULL)
        return false;
    form->text = px_table_key(&vocabulary->texts, id);
    struct px_slice fold = fold_into_buffer(vocabulary, form->text);
    form->fold = fold.data == NULL ? PX_NONE : px_table_add(&vocabulary->folds, fold, NULL);
    if (form->fold == PX_NONE)
        return false;
    form->fold_text = px_table_key(&vocabulary->folds, form->fold);
    form->stem = add_stem(vocabulary, form->fold_text);
    form->root = add_root(vocabulary, form->stem);
    form->shape = shape_of(form->text);
    form->stop = px_table_find(&vocabulary->stops, form->fold_text) != PX_NONE;
    form->digits = has_digit(form->text);
    return form->root != PX_NONE && fill_parts(vocabulary, form);
}

static uint32_t add_form(struct px_vocabulary *vocabulary, struct px_slice word)
{
    bool added;
    uint32_t id = vocabulary->torn ? PX_NONE : px_table_add(&vocabulary->texts, word, &added);
    if (id == PX_NONE || !added || fill_form(vocabulary, id))
        return id;
    vocabulary->torn = true;
    return PX_NONE;
}

static uint64_t hash_short(const struct short_form *form)
{
    return px_packed_hash(form->word, form->size);
}

/* One question instead of three, whose answers nobody could foresee. */
static bool is_same(const struct short_form *a, const struct short_form *b)
{
    return ((a->word.first ^ b->word.first) | (a->word.last ^ b->word.last) | (a->size ^ b->size)) == 0;
}

/* The place of the short form, or the empty one where it belongs. */
static struct short_form *short_place(const struct px_vocabulary *vocabulary, const struct short_form *wanted)
{
    size_t mask = ((size_t)1 << vocabulary->short_bits) - 1;
    size_t at = (size_t)(hash_short(wanted) >> (64 - vocabulary->short_bits));
    while (vocabulary->shorts[at].size > 0 && !is_same(&vocabulary->shorts[at], wanted))
        at = (at + 1) & mask;
    return &vocabulary->shorts[at];
}

/* Doubles the places; without the memory for it the form is found through the table, more slowly. */
static bool grow_shorts(struct px_vocabulary *vocabulary)
{
    size_t count = (size_t)1 << vocabulary->short_bits;
    struct short_form *old = vocabulary->shorts;
    struct short_form *larger = calloc(count * 2, sizeof *larger);
    if (larger == NULL)
        return false;
    vocabulary->shorts = larger;
    vocabulary->short_bits++;
    for (size_t i = 0; i < count; i++)
        if (old[i].size > 0)
            *short_place(vocabulary, &old[i]) = old[i];
    free(old);
    return true;
}

static uint32_t add_short(struct px_vocabulary *vocabulary, struct px_slice word, struct short_form wanted)
{
    wanted.form = add_form(vocabulary, word);
    bool room = vocabulary->short_count < 1u << (vocabulary->short_bits - 1) || grow_shorts(vocabulary);
    if (wanted.form != PX_NONE && room) {
        *short_place(vocabulary, &wanted) = wanted;
        vocabulary->short_count++;
    }
    return wanted.form;
}

/* The part, which fits, as a short form without an id. */
static struct short_form shorten(struct px_slice text, struct px_span part)
{
    return (struct short_form){.word = px_packed_part(text, part), .size = part.end - part.start};
}

/* Where the word is remembered if it was met not long ago. With a filter words have other forms than without. */
static struct short_form *recent_place(struct px_vocabulary *vocabulary, const struct short_form *wanted)
{
    return &vocabulary->recent[vocabulary->filter != NULL][hash_short(wanted) >> (64 - RECENT_BITS)];
}

bool px_vocabulary_sift(struct px_vocabulary *vocabulary, const struct px_filter *filter)
{
    vocabulary->filter = filter;
    if (filter == NULL || (vocabulary->sifted && filter->key == vocabulary->filter_key))
        return true;
    memset(vocabulary->recent[1], 0, sizeof vocabulary->recent[1]);
    vocabulary->unwanted = add_form(vocabulary, PX_SLICE(""));
    vocabulary->filter_key = filter->key;
    vocabulary->sifted = vocabulary->unwanted != PX_NONE;
    return vocabulary->sifted;
}

uint32_t px_vocabulary_recall(struct px_vocabulary *vocabulary, struct px_slice text, struct px_span word)
{
    if (!px_packed_fits(word.end - word.start))
        return PX_NONE;
    struct short_form wanted = shorten(text, word);
    struct short_form *recent = recent_place(vocabulary, &wanted);
    if (is_same(recent, &wanted))
        return recent->form;
    if (vocabulary->filter == NULL || px_filter_wants(vocabulary->filter, text, word)) {
        __builtin_prefetch(&vocabulary->shorts[hash_short(&wanted) >> (64 - vocabulary->short_bits)]);
        return PX_NONE;
    }
    wanted.form = vocabulary->unwanted;
    *recent = wanted;
    return wanted.form;
}

uint32_t px_vocabulary_add_part(struct px_vocabulary *vocabulary, struct px_slice text, struct px_span word)
{
    if (!px_packed_fits(word.end - word.start))
        return add_form(vocabulary, px_slice_span(text, word));
    struct short_form wanted = shorten(text, word);
    const struct short_form *place = short_place(vocabulary, &wanted);
    wanted.form = place->size > 0 ? place->form : add_short(vocabulary, px_slice_span(text, word), wanted);
    if (wanted.form != PX_NONE)
        *recent_place(vocabulary, &wanted) = wanted;
    return wanted.form;
}

uint32_t px_vocabulary_add(struct px_vocabulary *vocabulary, struct px_slice word)
{
    return word.size > PX_PACKED_LIMIT
               ? add_form(vocabulary, word)
               : px_vocabulary_add_part(vocabulary, word, (struct px_span){0, (uint32_t)word.size});
}

const struct px_form *px_vocabulary_form(const struct px_vocabulary *vocabulary, uint32_t form)
{
    return &vocabulary->pages.items[form >> PAGE_BITS].forms[form & (PAGE_SIZE - 1)];
}

size_t px_vocabulary_size(const struct px_vocabulary *vocabulary)
{
    return vocabulary->texts.keys.count;
}

struct px_slice px_vocabulary_fold_text(const struct px_vocabulary *vocabulary, uint32_t fold)
{
    return px_table_key(&vocabulary->folds, fold);
}

struct px_slice px_vocabulary_stem_text(const struct px_vocabulary *vocabulary, uint32_t stem)
{
    return px_table_key(&vocabulary->stems, stem);
}

size_t px_vocabulary_fold_count(const struct px_vocabulary *vocabulary)
{
    return vocabulary->folds.keys.count;
}

size_t px_vocabulary_stem_count(const struct px_vocabulary *vocabulary)
{
    return vocabulary->stems.keys.count;
}
