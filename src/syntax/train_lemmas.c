/* Learning lemma rules: for each tag and end the script that most forms need, kept where it differs from what a shorter
 * end says; then the forms that no end gets right. */
#include <stdio.h>
#include <stdlib.h>

#include "syntax/train_inside.h"
#include "text/normalise.h"

enum { FEWEST = 2 /* forms that an end must speak for */ };

/* A form under a tag, the script that it needs most often, and what the rules so far say. */
struct type {
    struct px_slice fold;
    uint32_t tag;
    uint32_t script;
    uint32_t votes;
    uint32_t decided;
};

struct rule {
    uint32_t digest;
    uint32_t script;
};

struct learner {
    struct px_arena arena;
    struct px_table scripts; /* keys: a line of the part each */
    struct px_table type_keys;
    struct px_table pairs; /* type and script */
    PX_VECTOR(uint32_t) pair_counts;
    PX_VECTOR(struct type) types;
    PX_VECTOR(struct rule) rules;
    struct px_buffer buffer;
};

/* The number of the script that makes the lemma of the form. */
static uint32_t script_of(struct learner *learner, struct px_slice form, struct px_slice fold, struct px_slice lemma)
{
    struct px_buffer *line = &learner->buffer;
    px_buffer_clear(line);
    px_text_fold(lemma, line);
    bool folded = px_slice_equal(px_buffer_slice(line), lemma);
    struct px_slice base = folded ? fold : form;
    size_t same = 0;
    while (same < base.size && same < lemma.size && base.data[same] == lemma.data[same])
        same++;
    while (same > 0 && same < base.size && ((unsigned char)base.data[same] & 0xC0) == 0x80)
        same--;
    size_t cut = base.size - same;
    if (same == 0 || cut >= PX_SCRIPT_ALL) {
        cut = PX_SCRIPT_ALL;
        same = 0;
    }
    px_buffer_clear(line);
    px_buffer_printf(line, "%c%zu\t%.*s", folded ? 'f' : 'k', cut,
                     PX_SLICE_ARG(px_slice_part(lemma, same, lemma.size)));
    return line->failed ? PX_NONE : px_table_add(&learner->scripts, px_buffer_slice(line), NULL);
}

/* Counts the script for the type. */
static bool vote(struct learner *learner, struct px_slice fold, uint32_t tag, uint32_t script)
{
    struct px_buffer *key = &learner->buffer;
    px_buffer_clear(key);
    px_buffer_byte(key, (char)(tag + 1));
    px_buffer_append(key, fold);
    uint32_t id = px_table_add(&learner->type_keys, px_buffer_slice(key), NULL);
    if (script == PX_NONE || id == PX_NONE)
        return false;
    if (id == learner->types.count) {
        struct type *type = px_vector_push(&learner->types, &learner->arena);
        if (type == NULL)
            return false;
        struct px_slice kept = px_table_key(&learner->type_keys, id);
        *type = (struct type){.fold = px_slice_part(kept, 1, kept.size), .tag = tag, .decided = PX_NONE};
    }
    uint32_t pair[] = {id, script};
    uint32_t number = px_table_add(&learner->pairs, (struct px_slice){(const char *)pair, sizeof pair}, NULL);
    if (number == PX_NONE ||
        (number == learner->pair_counts.count && px_vector_push(&learner->pair_counts, &learner->arena) == NULL))
        return false;
    uint32_t votes = ++learner->pair_counts.items[number];
    struct type *type = &learner->types.items[id];
    if (votes > type->votes) {
        type->votes = votes;
        type->script = script;
    }
    return true;
}

static bool count_all(struct learner *learner, const struct px_corpus *corpus)
{
    struct px_buffer fold = {0};
    bool done = true;
    for (size_t i = 0; done && i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        for (size_t j = 0; done && j < sample->count; j++) {
            px_buffer_clear(&fold);
            px_text_fold(sample->forms[j], &fold);
            uint32_t script = script_of(learner, sample->forms[j], px_buffer_slice(&fold), sample->lemmas[j]);
            done = !fold.failed && vote(learner, px_buffer_slice(&fold), sample->tags[j], script);
        }
    }
    px_buffer_release(&fold);
    return done;
}

/* The votes of the forms that share a tag and an end. */
struct group {
    uint32_t script; /* with most votes */
    uint32_t votes;
    bool kept;
};

struct level {
    struct px_table groups; /* keys: tag, end */
    struct px_table pairs;  /* group and script */
    struct px_arena arena;
    PX_VECTOR(struct group) items;
    PX_VECTOR(uint32_t) votes;
    uint32_t *group_of; /* by type; PX_NONE: too short */
};

static bool join_group(struct level *level, const struct type *type, size_t at, uint32_t *group,
                       struct px_buffer *buffer)
{
    px_buffer_clear(buffer);
    px_buffer_byte(buffer, (char)(type->tag + 1));
    px_buffer_append(buffer, px_slice_part(type->fold, at, type->fold.size));
    *group = px_table_add(&level->groups, px_buffer_slice(buffer), NULL);
    if (*group == PX_NONE || (*group == level->items.count && px_vector_push(&level->items, &level->arena) == NULL))
        return false;
    uint32_t pair[] = {*group, type->script};
    uint32_t number = px_table_add(&level->pairs, (struct px_slice){(const char *)pair, sizeof pair}, NULL);
    if (number == PX_NONE || (number == level->votes.count && px_vector_push(&level->votes, &level->arena) == NULL))
        return false;
    struct group *item = &level->items.items[*group];
    uint32_t votes = ++level->votes.items[number];
    if (votes > item->votes) {
        item->votes = votes;
        item->script = type->script;
    }
    return true;
}

static bool add_rule(struct learner *learner, uint32_t tag, struct px_slice end, bool whole, uint32_t script)
{
    struct rule *rule = px_vector_push(&learner->rules, &learner->arena);
    if (rule != NULL)
        *rule = (struct rule){px_lemma_digest(tag, end, whole), script};
    return rule != NULL;
}

/* Keeps the rules of ends of `length` characters. */
static bool learn_level(struct learner *learner, size_t length, struct level *level)
{
    size_t ends[PX_LEMMA_ENDS + 1];
    level->group_of = px_arena_array(&level->arena, uint32_t, learner->types.count);
    bool done = level->group_of != NULL;
    for (size_t i = 0; done && i < learner->types.count; i++) {
        const struct type *type = &learner->types.items[i];
        level->group_of[i] = PX_NONE;
        if (px_lemma_ends(type->fold, ends) > length)
            done = join_group(level, type, ends[length], &level->group_of[i], &learner->buffer);
    }
    for (size_t i = 0; done && i < learner->types.count; i++) {
        struct type *type = &learner->types.items[i];
        struct group *group = level->group_of[i] == PX_NONE ? NULL : &level->items.items[level->group_of[i]];
        if (group == NULL || group->script == type->decided || (group->votes < FEWEST && length > 0))
            continue;
        px_lemma_ends(type->fold, ends);
        if (!group->kept)
            done = add_rule(learner, type->tag, px_slice_part(type->fold, ends[length], type->fold.size), false,
                            group->script);
        group->kept = true;
        type->decided = group->script;
    }
    return done;
}

static bool learn_rules(struct learner *learner)
{
    bool done = true;
    for (size_t length = 0; done && length <= PX_LEMMA_ENDS; length++) {
        struct level level = {0};
        done = learn_level(learner, length, &level);
        px_table_release(&level.groups);
        px_table_release(&level.pairs);
        px_arena_release(&level.arena);
    }
    for (size_t i = 0; done && i < learner->types.count; i++) {
        const struct type *type = &learner->types.items[i];
        if (type->decided != type->script)
            done = add_rule(learner, type->tag, type->fold, true, type->script);
    }
    return done;
}

static bool write_rules(const struct learner *learner, struct px_buffer *out, unsigned *bits)
{
    *bits = 4;
    while (((size_t)1 << *bits) < learner->rules.count * 4 / 3)
        ++*bits;
    uint32_t mask = ((uint32_t)1 << *bits) - 1;
    uint8_t *slots = calloc((size_t)mask + 1, PX_LEMMA_SLOT);
    for (size_t i = 0; slots != NULL && i < learner->rules.count; i++) {
        const struct rule *rule = &learner->rules.items[i];
        uint32_t at = rule->digest * 0x9E3779B1u >> 7 & mask;
        while (px_read32(slots + (size_t)at * PX_LEMMA_SLOT) != 0)
            at = (at + 1) & mask;
        uint8_t *slot = slots + (size_t)at * PX_LEMMA_SLOT;
        for (int j = 0; j < 4; j++)
            slot[j] = (uint8_t)(rule->digest >> (8 * j));
        slot[4] = (uint8_t)rule->script;
        slot[5] = (uint8_t)(rule->script >> 8);
    }
    if (slots != NULL)
        px_buffer_append(out, (struct px_slice){(const char *)slots, (size_t)PX_LEMMA_SLOT << *bits});
    free(slots);
    return slots != NULL && !out->failed;
}

/* The scripts that rules use, numbered anew; what is beyond the limit is dropped with its rules. */
static bool write_scripts(struct learner *learner, struct px_buffer *out)
{
    uint32_t *numbers = px_arena_array(&learner->arena, uint32_t, learner->scripts.keys.count + 1);
    uint32_t count = 0;
    size_t kept = 0;
    for (size_t i = 0; numbers != NULL && i < learner->rules.count; i++) {
        struct rule rule = learner->rules.items[i];
        if (numbers[rule.script] == 0 && count < PX_SCRIPT_LIMIT) {
            numbers[rule.script] = ++count;
            px_buffer_append(out, px_table_key(&learner->scripts, rule.script));
            px_buffer_byte(out, '\n');
        }
        if (numbers[rule.script] > 0)
            learner->rules.items[kept++] = (struct rule){rule.digest, numbers[rule.script] - 1};
    }
    learner->rules.count = kept;
    return numbers != NULL && !out->failed;
}

enum px_status px_train_lemmas(const struct px_corpus *corpus, struct px_buffer *scripts, struct px_buffer *slots,
                               unsigned *bits, struct px_error *error)
{
    struct learner learner = {0};
    bool done = count_all(&learner, corpus) && learn_rules(&learner) && write_scripts(&learner, scripts) &&
                write_rules(&learner, slots, bits);
    px_table_release(&learner.scripts);
    px_table_release(&learner.type_keys);
    px_table_release(&learner.pairs);
    px_arena_release(&learner.arena);
    px_buffer_release(&learner.buffer);
    return done ? PX_OK : px_no_memory(error);
}
