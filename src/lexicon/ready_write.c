/* Writing ready resources: every struct and array that they are made of. What points into a file of the program's own
 * copy points there in the image too. */
#include <stdio.h>

#include "base/image.h"
#include "lexicon/ready.h"
#include "lexicon/resources_inside.h"

/* The text of the slice at `at`: where it lies in an embedded file, or a copy. */
static void put_text(struct px_image *image, size_t at, struct px_slice text)
{
    uintptr_t place = (uintptr_t)text.data;
    for (size_t i = 0; i < px_embedded_count; i++) {
        uintptr_t start = (uintptr_t)px_embedded_files[i].start, end = (uintptr_t)px_embedded_files[i].end;
        if (place < start || place > end)
            continue;
        char symbol[48];
        snprintf(symbol, sizeof symbol, "px_embedded_%zu", i);
        struct px_slice kept = px_arena_copy(&image->arena, px_slice_from(symbol));
        image->failed |= kept.data == NULL;
        px_image_point(image, at + offsetof(struct px_slice, data), kept.data, place - start);
        return;
    }
    px_image_put_text(image, at, text);
}

/* Texts of the slices of an array of `count` structs at `at`, each `size` bytes, in which they stand at `member`. */
static void put_texts(struct px_image *image, size_t at, const void *items, size_t count, size_t size, size_t member)
{
    for (size_t i = 0; i < count; i++) {
        const char *item = (const char *)items + i * size;
        put_text(image, at + i * size + member, *(const struct px_slice *)(const void *)(item + member));
    }
}

#define PUT_TEXTS(image, at, vector, type, member) \
    put_texts((image), (at), (vector)->items, (vector)->count, sizeof(type), offsetof(type, member))

static void put_entries(struct px_image *image, size_t at, const struct px_lexicon *lexicon)
{
    size_t entries = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_lexicon, entries), &lexicon->entries);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, text);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, category);
    PUT_TEXTS(image, entries, &lexicon->entries, struct px_entry, unless);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_slice *cells = lexicon->entries.items[i].cells;
        size_t count = lexicon->columns.count, size = sizeof *cells;
        size_t pointer = entries + i * sizeof(struct px_entry) + offsetof(struct px_entry, cells);
        put_texts(image, px_image_put_array(image, pointer, cells, count * size), cells, count, size, 0);
    }
}

static void put_lexicon(struct px_image *image, size_t at, const struct px_lexicon *lexicon)
{
    static const size_t texts[] = {offsetof(struct px_lexicon, path),     offsetof(struct px_lexicon, name),
                                   offsetof(struct px_lexicon, language), offsetof(struct px_lexicon, version),
                                   offsetof(struct px_lexicon, licence),  offsetof(struct px_lexicon, description)};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_texts(image, at, lexicon, 1, sizeof *lexicon, texts[i]);
    size_t metadata = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_lexicon, metadata), &lexicon->metadata);
    PUT_TEXTS(image, metadata, &lexicon->metadata, struct px_metadata, key);
    PUT_TEXTS(image, metadata, &lexicon->metadata, struct px_metadata, value);
    size_t columns = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_lexicon, columns), &lexicon->columns);
    put_texts(image, columns, lexicon->columns.items, lexicon->columns.count, sizeof(struct px_slice), 0);
    put_entries(image, at, lexicon);
    px_image_clear(image, at + offsetof(struct px_lexicon, arena), sizeof(struct px_arena));
}

static void put_segmenter(struct px_image *image, size_t at, const struct px_segmenter *segmenter)
{
    static const size_t tables[] = {
        offsetof(struct px_segmenter, abbreviations), offsetof(struct px_segmenter, clitics),
        offsetof(struct px_segmenter, beginnings),    offsetof(struct px_segmenter, firm),
        offsetof(struct px_segmenter, headings),      offsetof(struct px_segmenter, numbered),
        offsetof(struct px_segmenter, days)};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const char *table = (const char *)segmenter + tables[i];
        px_image_put_table(image, at + tables[i], (const struct px_table *)(const void *)table);
    }
    px_image_put_array(image, at + offsetof(struct px_segmenter, abbreviation_kinds), segmenter->abbreviation_kinds,
                       segmenter->abbreviations.keys.count + 1);
}

static void put_rules(struct px_image *image, size_t at, const struct px_matcher *matcher)
{
    size_t rules = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, rules), &matcher->rules);
    for (size_t i = 0; i < matcher->rules.count; i++) {
        const struct px_rule *rule = &matcher->rules.items[i];
        size_t pointer = rules + i * sizeof *rule + offsetof(struct px_rule, exact);
        size_t count = rule->exact == NULL ? 0 : rule->exact_count, size = sizeof *rule->exact;
        put_texts(image, px_image_put_array(image, pointer, rule->exact, count * size), rule->exact, count, size, 0);
    }
    PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, rule_categories), &matcher->rule_categories);
}

/* What a pattern is compiled to is made at run time: PCRE2 says nothing of how it lies in memory. */
static void put_patterns(struct px_image *image, size_t at, const struct px_matcher *matcher)
{
    for (size_t i = 0; i < PX_FIRST_BYTES; i++)
        PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, word_patterns) + i * sizeof(struct px_rule_list),
                           &matcher->word_patterns[i]);
    PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, sentence_patterns), &matcher->sentence_patterns);
    size_t patterns = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, patterns), &matcher->patterns);
    PUT_TEXTS(image, patterns, &matcher->patterns, struct px_rule_pattern, text);
    for (size_t i = 0; i < matcher->patterns.count; i++)
        px_image_clear(image, patterns + i * sizeof(struct px_rule_pattern) + offsetof(struct px_rule_pattern, code),
                       sizeof(pcre2_code *));
}

static void put_matcher(struct px_image *image, size_t pointer, const struct px_resources *resources, size_t lexicons)
{
    const struct px_matcher *matcher = resources->matcher;
    size_t at = px_image_put_array(image, pointer, matcher, sizeof *matcher);
    size_t list = px_image_put_array(image, at + offsetof(struct px_matcher, lexicons), matcher->lexicons,
                                     matcher->lexicon_count * sizeof *matcher->lexicons);
    for (size_t i = 0; i < matcher->lexicon_count; i++)
        if (matcher->lexicons[i] != NULL)
            px_image_point(image, list + i * sizeof *matcher->lexicons, NULL, lexicons + i * sizeof(struct px_lexicon));
    px_image_put_table(image, at + offsetof(struct px_matcher, symbols), &matcher->symbols);
    PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, symbol_facts), &matcher->symbol_facts);
    px_image_put_table(image, at + offsetof(struct px_matcher, prefixes), &matcher->prefixes);
    PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, prefix_globs), &matcher->prefix_globs);
    PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_matcher, nodes), &matcher->nodes);
    px_image_put_array(image, at + offsetof(struct px_matcher, edges), matcher->edges,
                       matcher->edge_slots * sizeof *matcher->edges);
    put_rules(image, at, matcher);
    px_image_put_table(image, at + offsetof(struct px_matcher, categories), &matcher->categories);
    put_patterns(image, at, matcher);
    px_image_put_array(image, at + offsetof(struct px_matcher, filter), matcher->filter, sizeof *matcher->filter);
    px_image_clear(image, at + offsetof(struct px_matcher, arena), sizeof(struct px_arena));
}

static void put_resources(struct px_image *image, const struct px_resources *resources)
{
    size_t at = px_image_put(image, resources, sizeof *resources);
    size_t lexicons = px_image_put_array(image, at + offsetof(struct px_resources, lexicons), resources->lexicons,
                                         resources->count * sizeof *resources->lexicons);
    for (size_t i = 0; i < resources->count; i++)
        put_lexicon(image, lexicons + i * sizeof *resources->lexicons, &resources->lexicons[i]);
    put_segmenter(image, at + offsetof(struct px_resources, segmenter), &resources->segmenter);
    put_matcher(image, at + offsetof(struct px_resources, matcher), resources, lexicons);
}

enum px_status px_ready_write(const struct px_resources *resources, const char *name, struct px_buffer *out,
                              struct px_error *error)
{
    struct px_image image = {0};
    put_resources(&image, resources);
    return px_image_write(&image, name, out, error);
}
