/* Everything about a word form, worked out once. */
#include "lexicon/facts.h"

#include <stdlib.h>

#include "lexicon/pattern.h"

enum px_status px_match_cache_new(const struct px_matcher *matcher, struct px_vocabulary *vocabulary,
                                  struct px_match_cache **cache, struct px_error *error)
{
    *cache = calloc(1, sizeof **cache);
    if (*cache == NULL)
        return px_no_memory(error);
    (*cache)->matcher = matcher;
    (*cache)->vocabulary = vocabulary;
    (*cache)->candidates.ends =
        px_arena_array(&(*cache)->candidates.arena, uint32_t,
                       matcher->by_category ? matcher->categories.keys.count : matcher->lexicon_count);
    enum px_status status =
        (*cache)->candidates.ends == NULL ? px_no_memory(error) : px_regex_room_init(&(*cache)->room, error);
    if (status != PX_OK) {
        px_arena_release(&(*cache)->candidates.arena);
        free(*cache);
        *cache = NULL;
    }
    return status;
}

void px_match_cache_free(struct px_match_cache *cache)
{
    if (cache == NULL)
        return;
    px_regex_room_release(&cache->room);
    px_arena_release(&cache->candidates.arena);
    px_buffer_release(&cache->surface);
    px_arena_release(&cache->arena);
    free(cache->folds);
    free(cache->forms);
    free(cache->flags);
    free(cache->sets);
    free(cache);
}

/* Makes `*items` at least `need` items long, the new ones zero. */
static bool grow(void **items, size_t *capacity, size_t need, size_t item_size)
{
    if (need <= *capacity)
        return true;
    size_t larger = *capacity == 0 ? 1024 : *capacity * 2;
    if (larger < need)
        larger = need;
    void *grown = larger > SIZE_MAX / item_size ? NULL : realloc(*items, larger * item_size);
    if (grown == NULL)
        return false;
    memset((char *)grown + *capacity * item_size, 0, (larger - *capacity) * item_size);
    *items = grown;
    *capacity = larger;
    return true;
}

static bool append(struct px_rule_list *list, uint32_t value, struct px_arena *arena)
{
    uint32_t *item = px_vector_push(list, arena);
    if (item != NULL)
        *item = value;
    return item != NULL;
}

/* Notes what the root's child (or PX_NONE) lets begin with the fold. */
static void note_root(const struct px_matcher *matcher, uint32_t root, struct px_fold_facts *facts)
{
    facts->starts = facts->starts || root != PX_NONE;
    facts->speaks = facts->speaks || (root != PX_NONE && matcher->nodes.items[root].speaks);
}

static bool learn_fold(struct px_match_cache *cache, uint32_t fold)
{
    const struct px_matcher *matcher = cache->matcher;
    struct px_fold_facts *facts = &cache->folds[fold];
    struct px_slice text = px_vocabulary_fold_text(cache->vocabulary, fold);
    uint32_t symbol = px_table_find(&matcher->symbols, text);
    facts->root = symbol == PX_NONE ? PX_NONE : px_matcher_child(matcher, PX_ROOT, symbol);
    facts->literal = symbol == PX_NONE || !matcher->symbol_facts.items[symbol].inside ? PX_NONE : symbol;
    note_root(matcher, facts->root, facts);
    facts->first_glob = (uint32_t)cache->globs.count;
    if (!px_matcher_globs(matcher, text, &cache->globs, &cache->arena))
        return false;
    facts->glob_count = (uint32_t)cache->globs.count - facts->first_glob;
    while (cache->roots.count < cache->globs.count) {
        uint32_t root = px_matcher_child(matcher, PX_ROOT, cache->globs.items[cache->roots.count]);
        if (!append(&cache->roots, root, &cache->arena))
            return false;
        note_root(matcher, root, facts);
    }
    facts->inside = facts->literal == PX_NONE ? 0 : px_symbol_bit(symbol);
    for (size_t i = facts->first_glob; i < cache->globs.count; i++)
        if (matcher->symbol_facts.items[cache->globs.items[i]].inside)
            facts->inside |= px_symbol_bit(cache->globs.items[i]);
    facts->known = true;
    return true;
}

const struct px_fold_facts *px_cache_fold(struct px_match_cache *cache, uint32_t fold)
{
    if (fold < cache->fold_capacity && cache->folds[fold].known)
        return &cache->folds[fold];
    if (!grow((void **)&cache->folds, &cache->fold_capacity, (size_t)fold + 1, sizeof *cache->folds))
        return NULL;
    return learn_fold(cache, fold) ? &cache->folds[fold] : NULL;
}

enum px_status px_cache_report_limit(const struct px_match_cache *cache, uint32_t rule_index, struct px_error *error)
{
    const struct px_rule *rule = &cache->matcher->rules.items[rule_index];
    const struct px_lexicon *lexicon = cache->matcher->lexicons[rule->lexicon];
    const struct px_entry *entry = &lexicon->entries.items[rule->entry];
    px_error_set(error, PX_ERROR_LIMIT, "pattern takes too long to match: %.*s",
                 PX_SLICE_ARG(rule->cancels ? entry->unless : entry->text));
    px_error_place(error, lexicon->path.data, entry->line, 1);
    return PX_ERROR_LIMIT;
}

/* The text under px_pattern_append_surface, valid until the next call. */
static struct px_slice surface_of(struct px_match_cache *cache, struct px_slice text)
{
    px_buffer_clear(&cache->surface);
    px_pattern_append_surface(text, &cache->surface);
    return cache->surface.failed || cache->surface.data == NULL ? PX_SLICE("") : px_buffer_slice(&cache->surface);
}

/* No word is as long: what is, is data, and would take a backtracking pattern to its limit. */
enum { LONGEST_WORD_BYTES = 4096 };

/* Appends the patterns of the list that match the form. */
static enum px_status try_patterns(struct px_match_cache *cache, const struct px_rule_list *list,
                                   const struct px_form *form, struct px_error *error)
{
    size_t count = form->text.size > LONGEST_WORD_BYTES ? 0 : list->count;
    for (size_t i = 0; i < count; i++) {
        const struct px_rule *rule = &cache->matcher->rules.items[list->items[i]];
        struct px_slice text = rule->on_surface ? surface_of(cache, form->text) : form->fold_text;
        struct px_span span;
        int matched = px_regex_match(&cache->room, px_rule_code(cache->matcher, rule), text, 0, &span);
        if (matched < 0)
            return px_cache_report_limit(cache, list->items[i], error);
        if (matched == 0)
            continue;
        if (!append(&cache->patterns, list->items[i], &cache->arena))
            return px_no_memory(error);
    }
    return PX_OK;
}

/* The n-th part between hyphens. */
static struct px_slice nth_part(struct px_slice text, uint16_t n)
{
    struct px_slice part = {0};
    for (uint16_t i = 0; i <= n && px_slice_next(&text, '-', &part); i++)
        ;
    return part;
}

bool px_cache_is_exact(struct px_match_cache *cache, uint32_t form, uint16_t part, struct px_slice wanted)
{
    struct px_slice surface = surface_of(cache, px_vocabulary_form(cache->vocabulary, form)->text);
    return px_glob_match(wanted, part == PX_WHOLE ? surface : nth_part(surface, part));
}

/* Writes down what the form of one part fulfils and opens at a child of the root. */
static bool begin_at(struct px_match_cache *cache, uint32_t form, uint32_t child)
{
    const struct px_node *node = child == PX_NONE ? NULL : &cache->matcher->nodes.items[child];
    if (node == NULL)
        return true;
    for (uint32_t i = node->first_rule; i != PX_NONE; i = cache->matcher->rules.items[i].next) {
        const struct px_rule *rule = &cache->matcher->rules.items[i];
        bool fits = !rule->lookup_only && (rule->exact == NULL || px_cache_is_exact(cache, form, 0, rule->exact[0]));
        if (fits && !append(&cache->rules, i, &cache->arena))
            return false;
    }
    return !node->inner || append(&cache->opens, child, &cache->arena);
}

static bool learn_beginnings(struct px_match_cache *cache, uint32_t form, const struct px_fold_facts *fold)
{
    struct px_form_facts *facts = &cache->forms[form];
    facts->first_rule = (uint32_t)cache->rules.count;
    facts->first_open = (uint32_t)cache->opens.count;
    bool done = begin_at(cache, form, fold->root);
    facts->literal_rules = (uint32_t)cache->rules.count - facts->first_rule;
    facts->literal_opens = (uint32_t)cache->opens.count - facts->first_open;
    for (uint32_t i = 0; done && i < fold->glob_count; i++)
        done = begin_at(cache, form, cache->roots.items[fold->first_glob + i]);
    done = done && begin_at(cache, form, cache->matcher->nodes.items[PX_ROOT].any);
    facts->rule_count = (uint32_t)cache->rules.count - facts->first_rule;
    facts->open_count = (uint32_t)cache->opens.count - facts->first_open;
    return done;
}

/* Notes what may stand behind a form that fulfils nothing alone; PX_FORM_OPENS if that can be told. */
static unsigned look_ahead(struct px_match_cache *cache, uint32_t form)
{
    const struct px_form_facts *facts = &cache->forms[form];
    if (!facts->single || facts->rule_count > 0 || facts->pattern_count > 0)
        return 0;
    uint64_t ahead = 0;
    for (uint32_t i = facts->first_open; i < facts->first_open + facts->open_count; i++) {
        const struct px_node *node = &cache->matcher->nodes.items[cache->opens.items[i]];
        if (node->any != PX_NONE)
            return 0;
        ahead |= node->symbols;
    }
    cache->sets[form].ahead = ahead;
    return PX_FORM_OPENS;
}

static enum px_status learn_form(struct px_match_cache *cache, uint32_t id, struct px_error *error)
{
    const struct px_matcher *matcher = cache->matcher;
    const struct px_form *form = px_vocabulary_form(cache->vocabulary, id);
    struct px_form_facts *facts = &cache->forms[id];
    const struct px_fold_facts *part = px_cache_fold(cache, form->parts[0]);
    bool starts = part != NULL && part->starts;
    bool speaks = part != NULL && part->speaks;
    uint64_t inside = part == NULL ? 0 : part->inside;
    const struct px_fold_facts *whole = part == NULL ? NULL : px_cache_fold(cache, form->fold);
    facts->single = form->part_count == 1;
    if (whole == NULL || (facts->single && !learn_beginnings(cache, id, whole)))
        return px_no_memory(error);
    cache->sets[id].inside = inside | whole->inside;
    facts->first_pattern = (uint32_t)cache->patterns.count;
    enum px_status status = PX_OK;
    if (form->fold_text.size > 0)
        status = try_patterns(cache, &matcher->word_patterns[(unsigned char)form->fold_text.data[0]], form, error);
    if (status == PX_OK)
        status = try_patterns(cache, &matcher->word_patterns[PX_FIRST_BYTES - 1], form, error);
    facts->pattern_count = (uint32_t)cache->patterns.count - facts->first_pattern;
    bool always = facts->pattern_count > 0 || matcher->nodes.items[PX_ROOT].any != PX_NONE;
    facts->starts = starts || whole->starts || always;
    speaks = speaks || whole->speaks || always;
    if (status == PX_OK)
        cache->flags[id] = (uint8_t)(PX_FORM_KNOWN | (speaks ? PX_FORM_SPEAKS : 0) | look_ahead(cache, id));
    return status;
}

bool px_cache_make_room(struct px_match_cache *cache)
{
    size_t forms = px_vocabulary_size(cache->vocabulary);
    return grow((void **)&cache->forms, &cache->form_capacity, forms, sizeof *cache->forms) &&
           grow((void **)&cache->flags, &cache->flag_capacity, forms, sizeof *cache->flags) &&
           grow((void **)&cache->sets, &cache->set_capacity, forms, sizeof *cache->sets);
}

const struct px_form_facts *px_cache_form(struct px_match_cache *cache, uint32_t form, struct px_error *error)
{
    bool known = (cache->flags[form] & PX_FORM_KNOWN) != 0;
    return known || learn_form(cache, form, error) == PX_OK ? &cache->forms[form] : NULL;
}
