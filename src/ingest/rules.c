#include <stdlib.h>

#include "article/article.h"
#include "base/image.h"
#include "ingest/rules_inside.h"

static enum px_status open_ready(const struct px_rules *ready, struct px_rules **rules, struct px_error *error)
{
    struct px_rules *made = malloc(sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    *made = *ready;
    made->fields = px_fields_open(ready->fields);
    bool done = made->fields != NULL;
    for (int i = 0; i < PX_SETS; i++) {
        made->sets[i] = px_patterns_open(ready->sets[i]);
        done = done && made->sets[i] != NULL;
    }
    if (done)
        *rules = made;
    else
        px_rules_free(made);
    return done ? PX_OK : px_no_memory(error);
}

enum px_status px_rules_new(const char *directory, const struct px_rules *ready, struct px_rules **rules,
                            struct px_error *error)
{
    *rules = NULL;
    return ready != NULL && px_rules_are_built_in(directory) ? open_ready(ready, rules, error)
                                                             : px_rules_make(directory, rules, error);
}

enum px_status px_rules_write(const struct px_rules *rules, const char *name, struct px_buffer *out,
                              struct px_error *error)
{
    struct px_image image = {0};
    struct px_rules bare = *rules;
    bare.ready = true;
    bare.arena = (struct px_arena){0};
    size_t at = px_image_put(&image, &bare, sizeof bare);
    px_image_put_table(&image, at + offsetof(struct px_rules, stop_words), &rules->stop_words);
    PX_IMAGE_PUT_ITEMS(&image, at + offsetof(struct px_rules, stop_languages), &rules->stop_languages);
    px_image_put_table(&image, at + offsetof(struct px_rules, months), &rules->months);
    PX_IMAGE_PUT_ITEMS(&image, at + offsetof(struct px_rules, month_numbers), &rules->month_numbers);
    px_image_put_table(&image, at + offsetof(struct px_rules, joints), &rules->joints);
    PX_IMAGE_PUT_ITEMS(&image, at + offsetof(struct px_rules, joint_bits), &rules->joint_bits);
    for (size_t i = 0; i < PX_SETS; i++)
        px_patterns_put(&image, at + offsetof(struct px_rules, sets) + i * sizeof *rules->sets, rules->sets[i]);
    px_fields_put(&image, at + offsetof(struct px_rules, fields), rules->fields);
    return px_image_write(&image, name, out, error);
}

void px_rules_free(struct px_rules *rules)
{
    if (rules == NULL)
        return;
    px_fields_free(rules->fields);
    for (int i = 0; i < PX_SETS; i++)
        px_patterns_free(rules->sets[i]);
    if (!rules->ready) {
        px_table_release(&rules->stop_words);
        px_table_release(&rules->months);
        px_table_release(&rules->joints);
        px_arena_release(&rules->arena);
    }
    free(rules);
}

uint32_t px_rules_stop_word(const struct px_rules *rules, struct px_slice word)
{
    uint32_t id = px_table_find(&rules->stop_words, word);
    return id == PX_NONE ? 0 : rules->stop_languages.items[id];
}

unsigned px_rules_joint(const struct px_rules *rules, struct px_slice word)
{
    uint32_t id = px_table_find(&rules->joints, word);
    return id == PX_NONE ? 0 : rules->joint_bits.items[id];
}

int px_rules_month(const struct px_rules *rules, struct px_slice word)
{
    uint32_t id = px_table_find(&rules->months, word);
    return id == PX_NONE ? 0 : rules->month_numbers.items[id];
}

uint32_t px_rules_hints(const struct px_rules *rules, struct px_slice names)
{
    uint32_t hints = 0, likely = px_sieve_find(&rules->hint_sieve, names, NULL) | rules->hints_unsieved;
    for (int i = 0; i < PX_HINT_COUNT; i++)
        if (likely >> i & 1 && px_patterns_find(rules->sets[PX_SET_HINTS + i], names, (struct px_slice){0}).count > 0)
            hints |= 1u << i;
    return hints;
}

/* "(Credit: ...)" is a credit without its brackets too; other asides are the text's. */
static struct px_pattern_hits find_in_brackets(const struct px_patterns *patterns, struct px_slice line,
                                               struct px_slice words)
{
    struct px_pattern_hits hits = px_patterns_find(patterns, line, words), bare;
    bool bracketed = line.size > 2 && line.data[0] == '(' && line.data[line.size - 1] == ')';
    if (!bracketed || hits.where >= PX_PATTERN_START)
        return hits;
    bare = px_patterns_find(patterns, px_slice_part(line, 1, line.size - 1), words);
    return bare.where >= PX_PATTERN_START && bare.value == PX_ROLE_CREDIT ? bare : hits;
}

struct px_pattern_hits px_rules_match(const struct px_rules *rules, struct px_slice line, struct px_slice words)
{
    return find_in_brackets(rules->sets[PX_SET_FURNITURE], line, words);
}

struct px_pattern_hits px_rules_role(const struct px_rules *rules, struct px_slice line, struct px_slice words)
{
    return find_in_brackets(rules->sets[PX_SET_ROLES], line, words);
}

size_t px_rules_byline_words(const struct px_rules *rules, enum px_byline_word kind, struct px_slice words)
{
    return px_patterns_prefix(rules->sets[PX_SET_BYLINES + (int)kind], words);
}

static struct px_pattern_hits find_line(const struct px_patterns *patterns, struct px_slice text)
{
    struct px_buffer words = {0};
    px_patterns_fold(px_patterns_cut(text), &words);
    struct px_pattern_hits hits = px_patterns_find(patterns, text, px_buffer_slice(&words));
    px_buffer_release(&words);
    return hits;
}

int px_rules_genre(const struct px_rules *rules, enum px_genre_place place, struct px_slice text)
{
    struct px_pattern_hits hits = find_line(rules->sets[PX_SET_GENRES + (int)place], text);
    return hits.where == PX_PATTERN_NOWHERE ? PX_GENRE_UNKNOWN : hits.value;
}

enum px_pattern_where px_rules_note(const struct px_rules *rules, struct px_slice line)
{
    return (enum px_pattern_where)find_line(rules->sets[PX_SET_NOTES], line).where;
}

const struct px_fields *px_rules_fields(const struct px_rules *rules)
{
    return rules->fields;
}
