/* Finding what a matcher knows in tokens, with everything about a word form worked out once. */
#include "lexicon/match.h"

#include <stdlib.h>

#include "lexicon/candidates.h"
#include "lexicon/matcher.h"
#include "lexicon/pattern.h"

/* On how many nodes of the trie a phrase may be tried from one token: only entries of many lone "*" on words of many
 * hyphens come near. */
enum { STEPS_PER_START = 10000, WHOLE = UINT16_MAX };

/* What the pieces of a fold can match. */
struct fold_facts {
    uint32_t literal; /* its symbol where an entry goes on with it, else PX_NONE */
    uint32_t root;    /* the root's child under it, or PX_NONE */
    uint32_t first_glob;
    uint32_t glob_count;
    bool known;
    bool starts; /* one of them begins an entry */
    bool speaks; /* one of them begins an entry that is found in text: not for lookup alone */
};

struct form_facts {
    uint32_t first_pattern;
    uint32_t pattern_count; /* one-word patterns that match it */
    uint32_t first_entry;   /* of `lookups`, for px_match_form */
    uint32_t entry_count;
    bool known;
    bool looked_up;
    bool starts; /* something begins here */
    bool speaks; /* something begins here that is found in text: other forms are passed over by this flag alone */
};

struct px_match_cache {
    const struct px_matcher *matcher;
    struct px_vocabulary *vocabulary;
    struct px_arena arena;
    struct px_regex_room room;
    struct px_candidates candidates;
    struct px_buffer surface;
    struct fold_facts *folds;
    struct form_facts *forms;
    size_t fold_capacity;
    size_t form_capacity;
    struct px_rule_list globs;    /* symbols */
    struct px_rule_list roots;    /* of each of them the root's child, or PX_NONE */
    struct px_rule_list patterns; /* rules */
    struct px_rule_list lookups;  /* entries, those of one form and lexicon side by side */
    struct px_rule_list looked;   /* lexicon of each lookup */
};

/* One piece of text under one symbol: a part of a token, or the whole of it. */
struct unit {
    uint32_t token;
    uint16_t part; /* or WHOLE */
};

struct walk {
    struct px_match_cache *cache;
    const struct px_token *tokens;
    uint32_t end; /* behind the run's last token */
    uint32_t start;
    bool lookup;
    uint32_t steps;
    enum px_status status;
    struct unit units[PX_PIECES_AT_MOST];
};

enum px_status px_match_cache_new(const struct px_matcher *matcher, struct px_vocabulary *vocabulary,
                                  struct px_match_cache **cache, struct px_error *error)
{
    *cache = calloc(1, sizeof **cache);
    if (*cache == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    (*cache)->matcher = matcher;
    (*cache)->vocabulary = vocabulary;
    enum px_status status = px_regex_room_init(&(*cache)->room, error);
    if (status != PX_OK) {
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

/* Notes what the root's child (or PX_NONE) lets begin with the fold. */
static void note_root(const struct px_matcher *matcher, uint32_t root, struct fold_facts *facts)
{
    facts->starts = facts->starts || root != PX_NONE;
    facts->speaks = facts->speaks || (root != PX_NONE && matcher->nodes.items[root].speaks);
}

static bool learn_fold(struct px_match_cache *cache, uint32_t fold)
{
    const struct px_matcher *matcher = cache->matcher;
    struct fold_facts *facts = &cache->folds[fold];
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
        uint32_t *item = px_vector_push(&cache->roots, &cache->arena);
        if (item == NULL)
            return false;
        *item = root;
        note_root(matcher, root, facts);
    }
    facts->known = true;
    return true;
}

/* The fold's facts, worked out at its first use; NULL when memory is out. */
static const struct fold_facts *fold_facts(struct px_match_cache *cache, uint32_t fold)
{
    if (fold < cache->fold_capacity && cache->folds[fold].known)
        return &cache->folds[fold];
    if (!grow((void **)&cache->folds, &cache->fold_capacity, (size_t)fold + 1, sizeof *cache->folds))
        return NULL;
    return learn_fold(cache, fold) ? &cache->folds[fold] : NULL;
}

/* Names the pattern that took too long. */
static enum px_status report_limit(const struct px_match_cache *cache, uint32_t rule_index, struct px_error *error)
{
    const struct px_rule *rule = &cache->matcher->rules.items[rule_index];
    const struct px_lexicon *lexicon = cache->matcher->lexicons[rule->lexicon];
    const struct px_entry *entry = &lexicon->entries.items[rule->entry];
    px_error_set(error, PX_ERROR_LIMIT, "pattern takes too long to match: %.*s",
                 PX_SLICE_ARG(rule->cancels ? entry->unless : entry->text));
    px_error_place(error, lexicon->path.data, entry->line, 1);
    return PX_ERROR_LIMIT;
}

static enum px_status out_of_memory(struct px_error *error)
{
    return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}

/* The text under px_pattern_append_surface, valid until the next call. */
static struct px_slice surface_of(struct px_match_cache *cache, struct px_slice text)
{
    px_buffer_clear(&cache->surface);
    px_pattern_append_surface(text, &cache->surface);
    return cache->surface.failed || cache->surface.data == NULL ? PX_SLICE("") : px_buffer_slice(&cache->surface);
}

/* Appends the patterns of the list that match the form. */
static enum px_status try_patterns(struct px_match_cache *cache, const struct px_rule_list *list,
                                   const struct px_form *form, struct px_error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct px_rule *rule = &cache->matcher->rules.items[list->items[i]];
        struct px_slice text = rule->on_surface ? surface_of(cache, form->text) : form->fold_text;
        struct px_span span;
        int matched = px_regex_match(&cache->room, rule->code, text, 0, &span);
        if (matched < 0)
            return report_limit(cache, list->items[i], error);
        if (matched == 0)
            continue;
        uint32_t *item = px_vector_push(&cache->patterns, &cache->arena);
        if (item == NULL)
            return out_of_memory(error);
        *item = list->items[i];
    }
    return PX_OK;
}

static enum px_status learn_form(struct px_match_cache *cache, uint32_t id, struct px_error *error)
{
    const struct px_matcher *matcher = cache->matcher;
    const struct px_form *form = px_vocabulary_form(cache->vocabulary, id);
    struct form_facts *facts = &cache->forms[id];
    const struct fold_facts *part = fold_facts(cache, form->parts[0]);
    bool starts = part != NULL && part->starts;
    bool speaks = part != NULL && part->speaks;
    const struct fold_facts *whole = part == NULL ? NULL : fold_facts(cache, form->fold);
    if (whole == NULL)
        return out_of_memory(error);
    facts->first_pattern = (uint32_t)cache->patterns.count;
    enum px_status status = PX_OK;
    if (form->fold_text.size > 0)
        status = try_patterns(cache, &matcher->word_patterns[(unsigned char)form->fold_text.data[0]], form, error);
    if (status == PX_OK)
        status = try_patterns(cache, &matcher->word_patterns[PX_FIRST_BYTES - 1], form, error);
    facts->pattern_count = (uint32_t)cache->patterns.count - facts->first_pattern;
    bool always = facts->pattern_count > 0 || matcher->nodes.items[PX_ROOT].any != PX_NONE;
    facts->starts = starts || whole->starts || always;
    facts->speaks = speaks || whole->speaks || always;
    facts->known = status == PX_OK;
    return status;
}

/* The form's facts, worked out at its first use; NULL on failure. */
static const struct form_facts *form_facts(struct px_match_cache *cache, uint32_t form, struct px_error *error)
{
    if (form < cache->form_capacity && cache->forms[form].known)
        return &cache->forms[form];
    if (!grow((void **)&cache->forms, &cache->form_capacity, (size_t)form + 1, sizeof *cache->forms)) {
        out_of_memory(error);
        return NULL;
    }
    return learn_form(cache, form, error) == PX_OK ? &cache->forms[form] : NULL;
}

/* The n-th part between hyphens. */
static struct px_slice nth_part(struct px_slice text, uint16_t n)
{
    struct px_slice part = {0};
    for (uint16_t i = 0; i <= n && px_slice_next(&text, '-', &part); i++)
        ;
    return part;
}

/* Are the units written as the rule of exact case wants them? */
static bool is_exact(struct walk *walk, const struct px_rule *rule, size_t depth)
{
    for (size_t i = 0; i < depth; i++) {
        uint32_t form = walk->tokens[walk->units[i].token].form;
        struct px_slice surface = surface_of(walk->cache, px_vocabulary_form(walk->cache->vocabulary, form)->text);
        if (walk->units[i].part != WHOLE)
            surface = nth_part(surface, walk->units[i].part);
        if (!px_glob_match(rule->exact[i], surface))
            return false;
    }
    return true;
}

static void add_candidate(struct walk *walk, uint32_t rule_index, uint32_t count)
{
    struct px_match_cache *cache = walk->cache;
    if (cache->matcher->rules.items[rule_index].lookup_only && !walk->lookup)
        return;
    if (!px_candidates_add(&cache->candidates, cache->matcher, rule_index, walk->start, count))
        walk->status = PX_ERROR_MEMORY;
}

/* Adds the rules that end at the node, `depth` pieces deep, with the walk's token as the last. */
static void add_rules(struct walk *walk, const struct px_node *node, uint32_t token, size_t depth)
{
    uint32_t index = node->first_rule;
    while (index != PX_NONE) {
        const struct px_rule *rule = &walk->cache->matcher->rules.items[index];
        if (rule->exact == NULL || is_exact(walk, rule, depth))
            add_candidate(walk, index, token + 1 - walk->start);
        index = rule->next;
    }
}

static void step(struct walk *walk, uint32_t node, size_t depth, struct unit at);

/* Follows the edge to `child`, having read the unit, to the unit behind it. */
static void follow(struct walk *walk, uint32_t child, size_t depth, struct unit read)
{
    if (child == PX_NONE || walk->status != PX_OK || walk->steps == STEPS_PER_START)
        return;
    walk->steps++;
    walk->units[depth - 1] = read;
    const struct px_node *node = &walk->cache->matcher->nodes.items[child];
    uint32_t form = walk->tokens[read.token].form;
    uint16_t parts = px_vocabulary_form(walk->cache->vocabulary, form)->part_count;
    struct unit next = {read.token, (uint16_t)(read.part + 1)};
    if (read.part == WHOLE || next.part >= parts) {
        next = (struct unit){read.token + 1, 0};
        add_rules(walk, node, read.token, depth);
    }
    if (node->inner && next.token < walk->end)
        step(walk, child, depth, next);
}

static uint32_t child_under_glob(const struct px_match_cache *cache, uint32_t node, uint32_t index)
{
    uint32_t symbol = cache->globs.items[index];
    if (node == PX_ROOT)
        return cache->roots.items[index];
    return cache->matcher->symbol_facts.items[symbol].inside ? px_matcher_child(cache->matcher, node, symbol) : PX_NONE;
}

/* Follows all wildcards of the fold. */
static void follow_globs(struct walk *walk, uint32_t node, size_t depth, uint32_t fold, struct unit read)
{
    const struct fold_facts *facts = fold_facts(walk->cache, fold);
    if (facts == NULL) {
        walk->status = PX_ERROR_MEMORY;
        return;
    }
    uint32_t first = facts->first_glob;
    uint32_t count = facts->glob_count; /* deeper steps may move the facts */
    for (uint32_t i = first; i < first + count; i++)
        follow(walk, child_under_glob(walk->cache, node, i), depth, read);
    follow(walk, walk->cache->matcher->nodes.items[node].any, depth, read);
}

/* Tries every symbol of the unit at `at` behind `node`, which is `depth` pieces deep. */
static void step(struct walk *walk, uint32_t node, size_t depth, struct unit at)
{
    const struct px_token *token = &walk->tokens[at.token];
    const struct px_form *form = px_vocabulary_form(walk->cache->vocabulary, token->form);
    const struct fold_facts *part = fold_facts(walk->cache, form->parts[at.part]);
    if (part == NULL || depth == PX_PIECES_AT_MOST) {
        walk->status = part == NULL ? PX_ERROR_MEMORY : walk->status;
        return;
    }
    if (node == PX_ROOT)
        follow(walk, part->root, depth + 1, at);
    else if (part->literal != PX_NONE)
        follow(walk, px_matcher_child(walk->cache->matcher, node, part->literal), depth + 1, at);
    /* wildcards stand for words: marks and clitics match only as they are written */
    if (token->kind == PX_TOKEN_PUNCTUATION || (token->flags & PX_TOKEN_CLITIC) != 0)
        return;
    follow_globs(walk, node, depth + 1, form->parts[at.part], at);
    if (at.part == 0 && form->part_count > 1)
        follow_globs(walk, node, depth + 1, form->fold, (struct unit){at.token, WHOLE});
}

/* Collects what begins at the walk's start. */
static enum px_status walk_from(struct walk *walk, uint32_t start, struct px_error *error)
{
    const struct form_facts *facts = form_facts(walk->cache, walk->tokens[start].form, error);
    if (facts == NULL)
        return error != NULL ? error->code : PX_ERROR_MEMORY;
    if (!(walk->lookup ? facts->starts : facts->speaks))
        return PX_OK;
    walk->start = start;
    walk->steps = 0;
    bool word = walk->tokens[start].kind != PX_TOKEN_PUNCTUATION && (walk->tokens[start].flags & PX_TOKEN_CLITIC) == 0;
    for (uint32_t i = 0; word && i < facts->pattern_count; i++)
        add_candidate(walk, walk->cache->patterns.items[facts->first_pattern + i], 1);
    step(walk, PX_ROOT, 0, (struct unit){start, 0});
    return walk->status == PX_OK ? PX_OK : out_of_memory(error);
}

/* The tokens among [first, end) that the bytes touch, as a candidate of the rule. */
static bool add_touched(struct walk *walk, uint32_t rule, uint32_t first, struct px_span bytes)
{
    uint32_t low = first;
    uint32_t high = walk->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (walk->tokens[middle].end <= bytes.start)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t behind = low;
    while (behind < walk->end && walk->tokens[behind].start < bytes.end)
        behind++;
    walk->start = low;
    if (behind > low)
        add_candidate(walk, rule, behind - low);
    return walk->status == PX_OK;
}

/* All matches of one sentence pattern in the bytes of the tokens from `first` on. */
static enum px_status match_sentence(struct walk *walk, struct px_slice text, uint32_t rule, uint32_t first,
                                     struct px_error *error)
{
    struct px_match_cache *cache = walk->cache;
    uint32_t base = walk->tokens[first].start;
    struct px_slice sentence = px_slice_part(text, base, walk->tokens[walk->end - 1].end);
    struct px_span span;
    for (size_t from = 0; from < sentence.size;) {
        int matched = px_regex_match(&cache->room, cache->matcher->rules.items[rule].code, sentence, from, &span);
        if (matched < 0)
            return report_limit(cache, rule, error);
        if (matched == 0)
            break;
        struct px_span bytes = {base + span.start, base + span.end};
        if (span.end > span.start && !add_touched(walk, rule, first, bytes))
            return out_of_memory(error);
        from = span.end > from ? span.end : from + 1;
    }
    return PX_OK;
}

/* Finds what stands in tokens [first, end): one sentence. */
static enum px_status find_in_sentence(struct walk *walk, struct px_slice text, uint32_t first, struct px_error *error)
{
    struct px_match_cache *cache = walk->cache;
    const struct px_rule_list *patterns = &cache->matcher->sentence_patterns;
    enum px_status status = PX_OK;
    cache->candidates.found.count = 0;
    cache->candidates.cancelling.count = 0;
    for (uint32_t i = first; status == PX_OK && i < walk->end; i++)
        status = walk_from(walk, i, error);
    for (size_t i = 0; status == PX_OK && first < walk->end && i < patterns->count; i++)
        status = match_sentence(walk, text, patterns->items[i], first, error);
    if (status == PX_OK && cache->candidates.found.count > 0) {
        px_candidates_settle(&cache->candidates, cache->matcher);
        px_candidates_choose(&cache->candidates, cache->matcher);
    }
    return status;
}

static enum px_status append_hits(const struct px_match_cache *cache, struct px_arena *arena, struct px_hits *hits,
                                  struct px_error *error)
{
    for (size_t i = 0; i < cache->candidates.found.count; i++) {
        const struct px_candidate *candidate = &cache->candidates.found.items[i];
        const struct px_rule *rule = &cache->matcher->rules.items[candidate->rule];
        struct px_hit *hit = px_vector_push(hits, arena);
        if (hit == NULL)
            return out_of_memory(error);
        *hit = (struct px_hit){
            .first_token = candidate->first,
            .token_count = (uint16_t)candidate->count,
            .lexicon = rule->lexicon,
            .entry = rule->entry,
        };
    }
    return PX_OK;
}

/* NOLINTNEXTLINE(readability-function-size): what is read and what is written are three each */
enum px_status px_matcher_find(struct px_match_cache *cache, struct px_slice text, const struct px_tokens *tokens,
                               const struct px_sentences *sentences, struct px_arena *arena, struct px_hits *hits,
                               struct px_error *error)
{
    struct walk walk = {.cache = cache, .tokens = tokens->items};
    struct px_error own;
    size_t before = hits->count;
    enum px_status status = PX_OK;
    struct px_sentence all = {.token_count = (uint32_t)tokens->count};
    bool whole = sentences == NULL || sentences->count == 0;
    size_t count = whole ? 1 : sentences->count;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_sentence *sentence = whole ? &all : &sentences->items[i];
        walk.end = sentence->first_token + sentence->token_count;
        status = find_in_sentence(&walk, text, sentence->first_token, error == NULL ? &own : error);
        if (status == PX_OK)
            status = append_hits(cache, arena, hits, error);
    }
    if (status != PX_OK)
        hits->count = before;
    return status;
}

/* Stores what the form alone matches, in order of lexicon and rank. */
static bool look_up(struct px_match_cache *cache, uint32_t form)
{
    struct px_token token = {.form = form, .kind = PX_TOKEN_WORD};
    struct walk walk = {.cache = cache, .tokens = &token, .end = 1, .lookup = true};
    struct px_error error;
    cache->candidates.found.count = 0;
    cache->candidates.cancelling.count = 0;
    if (walk_from(&walk, 0, &error) != PX_OK)
        return false;
    px_candidates_settle(&cache->candidates, cache->matcher);
    uint32_t first = (uint32_t)cache->lookups.count;
    for (size_t i = 0; i < cache->candidates.found.count; i++) {
        uint32_t index = cache->candidates.found.items[i].rule;
        const struct px_rule *rule = &cache->matcher->rules.items[index];
        if (i > 0 && cache->candidates.found.items[i - 1].rule == index)
            continue; /* matched as a word and by its parts */
        uint32_t *entry = px_vector_push(&cache->lookups, &cache->arena);
        uint32_t *lexicon = px_vector_push(&cache->looked, &cache->arena);
        if (entry == NULL || lexicon == NULL)
            return false;
        *entry = rule->entry;
        *lexicon = rule->lexicon;
    }
    struct form_facts *facts = &cache->forms[form];
    facts->first_entry = first;
    facts->entry_count = (uint32_t)cache->lookups.count - first;
    facts->looked_up = true;
    return true;
}

size_t px_match_form(struct px_match_cache *cache, uint32_t form, uint16_t lexicon, const uint32_t **entries)
{
    bool known = form < cache->form_capacity && cache->forms[form].looked_up;
    *entries = NULL;
    if (!known && !look_up(cache, form))
        return 0;
    const struct form_facts *facts = &cache->forms[form];
    size_t count = 0;
    for (uint32_t i = facts->first_entry; i < facts->first_entry + facts->entry_count; i++) {
        if (cache->looked.items[i] != lexicon)
            continue;
        if (count++ == 0)
            *entries = &cache->lookups.items[i];
    }
    return count;
}
