/* Writing ready resources: every struct and array that they are made of, one behind the other, as 64-bit words. A word
 * that is a pointer is written as the place of what it points to: in the image itself, or in an embedded file. */
#include <inttypes.h>
#include <stdlib.h>

#include "lexicon/ready.h"
#include "lexicon/resources_inside.h"

enum { WORD = sizeof(uint64_t), WORDS_A_LINE = 8, OWN = SIZE_MAX };

/* The word at byte `at` points to byte `target` of a file, by its number, or (OWN) of the image. */
struct pointer {
    size_t at;
    size_t file;
    size_t target;
};

struct image {
    struct px_buffer bytes;
    struct px_arena arena;
    PX_VECTOR(struct pointer) pointers;
    bool failed;
};

/* Appends the bytes and returns where they lie. */
static size_t put(struct image *image, const void *data, size_t size)
{
    while (image->bytes.size % WORD != 0)
        px_buffer_byte(&image->bytes, 0);
    size_t place = image->bytes.size;
    px_buffer_append(&image->bytes, (struct px_slice){data, size});
    return place;
}

static void point_to(struct image *image, size_t at, size_t file, size_t target)
{
    struct pointer *pointer = px_vector_push(&image->pointers, &image->arena);
    image->failed |= pointer == NULL;
    if (pointer != NULL)
        *pointer = (struct pointer){at, file, target};
}

/* Puts an array that the pointer at `at` points to, and returns where it lies. */
static size_t put_array(struct image *image, size_t at, const void *items, size_t size)
{
    size_t place = put(image, items, size);
    if (items != NULL)
        point_to(image, at, OWN, place);
    return place;
}

/* The same of a vector at `at`, whose first member is the pointer to its items. */
#define PUT_ITEMS(image, at, vector) \
    put_array((image), (at), (vector)->items, (vector)->count * sizeof *(vector)->items)

/* The text of the slice at `at`: where it lies in an embedded file, or a copy. */
static void put_text(struct image *image, size_t at, struct px_slice text)
{
    uintptr_t place = (uintptr_t)text.data;
    at += offsetof(struct px_slice, data);
    for (size_t i = 0; i < px_embedded_count; i++) {
        uintptr_t start = (uintptr_t)px_embedded_files[i].start, end = (uintptr_t)px_embedded_files[i].end;
        if (place >= start && place <= end) {
            point_to(image, at, i, place - start);
            return;
        }
    }
    if (text.data == NULL)
        return;
    put_array(image, at, text.data, text.size);
    px_buffer_byte(&image->bytes, 0);
}

/* Texts of the slices of an array of `count` structs at `at`, each `size` bytes, in which they stand at `member`. */
static void put_texts(struct image *image, size_t at, const void *items, size_t count, size_t size, size_t member)
{
    for (size_t i = 0; i < count; i++) {
        const char *item = (const char *)items + i * size;
        put_text(image, at + i * size + member, *(const struct px_slice *)(const void *)(item + member));
    }
}

#define PUT_TEXTS(image, at, vector, type, member) \
    put_texts((image), (at), (vector)->items, (vector)->count, sizeof(type), offsetof(type, member))

/* Memory that was an arena's is the image's now. */
static void forget_arena(struct image *image, size_t at)
{
    if (!image->bytes.failed)
        memset(image->bytes.data + at, 0, sizeof(struct px_arena));
}

static void put_table(struct image *image, size_t at, const struct px_table *table)
{
    size_t keys = PUT_ITEMS(image, at + offsetof(struct px_table, keys), &table->keys);
    PUT_TEXTS(image, keys, &table->keys, struct px_table_key, bytes);
    put_array(image, at + offsetof(struct px_table, slots), table->slots, table->slot_count * sizeof *table->slots);
    forget_arena(image, at + offsetof(struct px_table, arena));
}

static void put_entries(struct image *image, size_t at, const struct px_lexicon *lexicon)
{
    size_t entries = PUT_ITEMS(image, at + offsetof(struct px_lexicon, entries), &lexicon->entries);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, text);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, category);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, unless);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_slice *cells = lexicon->entries.items[i].cells;
        size_t count = lexicon->columns.count, size = sizeof *cells;
        size_t pointer = entries + i * sizeof(struct px_entry) + offsetof(struct px_entry, cells);
        put_texts(image, put_array(image, pointer, cells, count * size), cells, count, size, 0);
    }
}

static void put_lexicon(struct image *image, size_t at, const struct px_lexicon *lexicon)
{
    static const size_t texts[] = {offsetof(struct px_lexicon, path),     offsetof(struct px_lexicon, name),
                                   offsetof(struct px_lexicon, language), offsetof(struct px_lexicon, version),
                                   offsetof(struct px_lexicon, licence),  offsetof(struct px_lexicon, description)};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_texts(image, at, lexicon, 1, sizeof *lexicon, texts[i]);
    size_t metadata = PUT_ITEMS(image, at + offsetof(struct px_lexicon, metadata), &lexicon->metadata);
    PUT_TEXTS(image, metadata, &lexicon->metadata, struct px_metadata, key);
    PUT_TEXTS(image, metadata, &lexicon->metadata, struct px_metadata, value);
    size_t columns = PUT_ITEMS(image, at + offsetof(struct px_lexicon, columns), &lexicon->columns);
    put_texts(image, columns, lexicon->columns.items, lexicon->columns.count, sizeof(struct px_slice), 0);
    put_entries(image, at, lexicon);
    forget_arena(image, at + offsetof(struct px_lexicon, arena));
}

static void put_segmenter(struct image *image, size_t at, const struct px_segmenter *segmenter)
{
    static const size_t tables[] = {
        offsetof(struct px_segmenter, abbreviations), offsetof(struct px_segmenter, clitics),
        offsetof(struct px_segmenter, beginnings),    offsetof(struct px_segmenter, firm),
        offsetof(struct px_segmenter, headings),      offsetof(struct px_segmenter, numbered),
        offsetof(struct px_segmenter, days)};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const char *table = (const char *)segmenter + tables[i];
        put_table(image, at + tables[i], (const struct px_table *)(const void *)table);
    }
    put_array(image, at + offsetof(struct px_segmenter, abbreviation_kinds), segmenter->abbreviation_kinds,
              segmenter->abbreviations.keys.count + 1);
}

static void put_rules(struct image *image, size_t at, const struct px_matcher *matcher)
{
    size_t rules = PUT_ITEMS(image, at + offsetof(struct px_matcher, rules), &matcher->rules);
    for (size_t i = 0; i < matcher->rules.count; i++) {
        const struct px_rule *rule = &matcher->rules.items[i];
        size_t pointer = rules + i * sizeof *rule + offsetof(struct px_rule, exact);
        size_t count = rule->exact == NULL ? 0 : rule->exact_count, size = sizeof *rule->exact;
        put_texts(image, put_array(image, pointer, rule->exact, count * size), rule->exact, count, size, 0);
    }
    PUT_ITEMS(image, at + offsetof(struct px_matcher, rule_categories), &matcher->rule_categories);
}

/* What a pattern is compiled to is made at run time: PCRE2 says nothing of how it lies in memory. */
static void put_patterns(struct image *image, size_t at, const struct px_matcher *matcher)
{
    for (size_t i = 0; i < PX_FIRST_BYTES; i++)
        PUT_ITEMS(image, at + offsetof(struct px_matcher, word_patterns) + i * sizeof(struct px_rule_list),
                  &matcher->word_patterns[i]);
    PUT_ITEMS(image, at + offsetof(struct px_matcher, sentence_patterns), &matcher->sentence_patterns);
    size_t patterns = PUT_ITEMS(image, at + offsetof(struct px_matcher, patterns), &matcher->patterns);
    PUT_TEXTS(image, patterns, &matcher->patterns, struct px_rule_pattern, text);
    for (size_t i = 0; !image->bytes.failed && i < matcher->patterns.count; i++)
        memset(image->bytes.data + patterns + i * sizeof(struct px_rule_pattern) +
                   offsetof(struct px_rule_pattern, code),
               0, sizeof(pcre2_code *));
}

static void put_matcher(struct image *image, size_t pointer, const struct px_resources *resources, size_t lexicons)
{
    const struct px_matcher *matcher = resources->matcher;
    size_t at = put_array(image, pointer, matcher, sizeof *matcher);
    size_t list = put_array(image, at + offsetof(struct px_matcher, lexicons), matcher->lexicons,
                            matcher->lexicon_count * sizeof *matcher->lexicons);
    for (size_t i = 0; i < matcher->lexicon_count; i++)
        if (matcher->lexicons[i] != NULL)
            point_to(image, list + i * sizeof *matcher->lexicons, OWN, lexicons + i * sizeof(struct px_lexicon));
    put_table(image, at + offsetof(struct px_matcher, symbols), &matcher->symbols);
    PUT_ITEMS(image, at + offsetof(struct px_matcher, symbol_facts), &matcher->symbol_facts);
    put_table(image, at + offsetof(struct px_matcher, prefixes), &matcher->prefixes);
    PUT_ITEMS(image, at + offsetof(struct px_matcher, prefix_globs), &matcher->prefix_globs);
    PUT_ITEMS(image, at + offsetof(struct px_matcher, nodes), &matcher->nodes);
    put_array(image, at + offsetof(struct px_matcher, edges), matcher->edges,
              matcher->edge_slots * sizeof *matcher->edges);
    put_rules(image, at, matcher);
    put_table(image, at + offsetof(struct px_matcher, categories), &matcher->categories);
    put_patterns(image, at, matcher);
    put_array(image, at + offsetof(struct px_matcher, filter), matcher->filter, sizeof *matcher->filter);
    forget_arena(image, at + offsetof(struct px_matcher, arena));
}

static void put_resources(struct image *image, const struct px_resources *resources)
{
    size_t at = put(image, resources, sizeof *resources);
    size_t lexicons = put_array(image, at + offsetof(struct px_resources, lexicons), resources->lexicons,
                                resources->count * sizeof *resources->lexicons);
    for (size_t i = 0; i < resources->count; i++)
        put_lexicon(image, lexicons + i * sizeof *resources->lexicons, &resources->lexicons[i]);
    put_segmenter(image, at + offsetof(struct px_resources, segmenter), &resources->segmenter);
    put_matcher(image, at + offsetof(struct px_resources, matcher), resources, lexicons);
}

static int compare_pointers(const void *a, const void *b)
{
    const struct pointer *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static void write_words(const struct image *image, const char *name, struct px_buffer *out)
{
    size_t next = 0;
    px_buffer_printf(out, "    .section .rodata\n    .balign 64\n    .global %s\n    .hidden %s\n%s:", name, name,
                     name);
    for (size_t at = 0; at + WORD <= image->bytes.size; at += WORD) {
        uint64_t word;
        memcpy(&word, image->bytes.data + at, WORD);
        px_buffer_string(out, at % ((size_t)WORDS_A_LINE * WORD) == 0 ? "\n    .quad " : ",");
        const struct pointer *pointer = next < image->pointers.count ? &image->pointers.items[next] : NULL;
        if (pointer == NULL || pointer->at != at) {
            px_buffer_unsigned(out, word);
            continue;
        }
        if (pointer->file == OWN)
            px_buffer_string(out, name);
        else
            px_buffer_printf(out, "px_embedded_%zu", pointer->file);
        px_buffer_byte(out, '+');
        px_buffer_unsigned(out, pointer->target);
        next++;
    }
    px_buffer_string(out, "\n    .section .note.GNU-stack,\"\",%progbits\n");
}

enum px_status px_ready_write(const struct px_resources *resources, const char *name, struct px_buffer *out,
                              struct px_error *error)
{
    struct image image = {0};
    put_resources(&image, resources);
    put(&image, NULL, 0);
    image.failed |= image.bytes.failed;
    if (!image.failed) {
        qsort(image.pointers.items, image.pointers.count, sizeof *image.pointers.items, compare_pointers);
        write_words(&image, name, out);
    }
    image.failed |= out->failed;
    px_buffer_release(&image.bytes);
    px_arena_release(&image.arena);
    return image.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}
