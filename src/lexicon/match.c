/* Finding what a matcher knows in tokens, with everything about a word form worked out once. */
#include "lexicon/match.h"

#include <stdlib.h>

#include "lexicon/facts.h"
#include "lexicon/pattern.h"

/* On how many nodes of the trie a phrase may be tried from one token: only entries of many lone "*" on words of many
 * hyphens come near. */
enum { STEPS_PER_START = 10000 };

/* One piece of text under one symbol: a part of a token, or the whole of it. */
struct unit {
    uint32_t token;
    uint16_t part; /* or PX_WHOLE */
};

struct walk {
    struct px_match_cache *cache;
    struct px_slice text;
    const struct px_token *tokens;
    uint32_t first; /* of the run */
    uint32_t end;   /* behind the run's last token */
    uint32_t start;
    bool lookup;
    uint32_t steps;
    enum px_status status;
    struct unit units[PX_PIECES_AT_MOST];
};

/* Are the units written as the rule of exact case wants them? */
static bool is_exact(struct walk *walk, const struct px_rule *rule, size_t depth)
{
    for (size_t i = 0; i < depth; i++) {
        struct unit unit = walk->units[i];
        if (!px_cache_is_exact(walk->cache, walk->tokens[unit.token].form, unit.part, rule->exact[i]))
            return false;
    }
    return true;
}

/* Notes when words of more than one sentence may be among the tokens. One that runs on may be cut at any. */
static void note_crossing(struct walk *walk, uint32_t count)
{
    const struct px_token *tokens = walk->tokens + walk->start;
    bool cut = walk->start + count - walk->first > PX_SENTENCE_MOST;
    for (uint32_t i = 0; i + 1 < count && !walk->cache->crosses; i++)
        walk->cache->crosses =
            cut || px_sentences_may_end(walk->text, &tokens[i]) || px_sentences_may_begin(walk->text, &tokens[i + 1]);
}

static void add_candidate(struct walk *walk, uint32_t rule_index, uint32_t count)
{
    struct px_match_cache *cache = walk->cache;
    if (cache->matcher->rules.items[rule_index].lookup_only && !walk->lookup)
        return;
    note_crossing(walk, count);
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
    if (child == PX_NONE || walk->status != PX_OK)
        return;
    if (walk->steps == STEPS_PER_START) {
        walk->cache->crosses = true; /* the end of a sentence might have spared some */
        return;
    }
    walk->steps++;
    walk->units[depth - 1] = read;
    const struct px_node *node = &walk->cache->matcher->nodes.items[child];
    uint32_t form = walk->tokens[read.token].form;
    uint16_t parts = px_vocabulary_form(walk->cache->vocabulary, form)->part_count;
    struct unit next = {read.token, (uint16_t)(read.part + 1)};
    if (read.part == PX_WHOLE || next.part >= parts) {
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
    const struct px_fold_facts *facts = px_cache_fold(walk->cache, fold);
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
    const struct px_fold_facts *part = px_cache_fold(walk->cache, form->parts[at.part]);
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
        follow_globs(walk, node, depth + 1, form->fold, (struct unit){at.token, PX_WHOLE});
}

/* Collects what the form of one part at the walk's start fulfils alone, and walks on from where it leads. */
static enum px_status begin(struct walk *walk, const struct px_form_facts *facts, bool word, struct px_error *error)
{
    struct px_match_cache *cache = walk->cache;
    uint32_t rules = word ? facts->rule_count : facts->literal_rules;
    uint32_t opens = word ? facts->open_count : facts->literal_opens;
    uint32_t first = facts->first_open;
    for (uint32_t i = 0; i < rules; i++)
        add_candidate(walk, cache->rules.items[facts->first_rule + i], 1);
    if (opens == 0 || walk->start + 1 >= walk->end)
        return walk->status == PX_OK ? PX_OK : px_no_memory(error);
    uint32_t next = walk->tokens[walk->start + 1].form;
    if (px_cache_form(cache, next, error) == NULL)
        return error != NULL ? error->code : PX_ERROR_MEMORY;
    uint64_t inside = cache->sets[next].inside;
    walk->units[0] = (struct unit){walk->start, 0};
    for (uint32_t i = first; i < first + opens; i++) {
        const struct px_node *node = &cache->matcher->nodes.items[cache->opens.items[i]];
        if ((node->symbols & inside) != 0 || node->any != PX_NONE)
            step(walk, cache->opens.items[i], 1, (struct unit){walk->start + 1, 0});
    }
    return walk->status == PX_OK ? PX_OK : px_no_memory(error);
}

static bool is_silent(const struct px_match_cache *cache, uint32_t form)
{
    return (cache->flags[form] & (PX_FORM_KNOWN | PX_FORM_SPEAKS)) == PX_FORM_KNOWN;
}

/* Is the form known, and known to begin nothing that goes on with the form behind it? */
static bool is_passed_over(const struct px_match_cache *cache, uint32_t form, uint32_t next)
{
    uint8_t flags = cache->flags[form];
    return (flags & (PX_FORM_KNOWN | PX_FORM_SPEAKS)) == PX_FORM_KNOWN ||
           ((flags & PX_FORM_OPENS) != 0 && (cache->flags[next] & PX_FORM_KNOWN) != 0 &&
            (cache->sets[form].ahead & cache->sets[next].inside) == 0);
}

/* Collects what begins at the walk's start. */
static enum px_status walk_from(struct walk *walk, uint32_t start, struct px_error *error)
{
    const struct px_form_facts *facts = px_cache_form(walk->cache, walk->tokens[start].form, error);
    if (facts == NULL)
        return error != NULL ? error->code : PX_ERROR_MEMORY;
    if (walk->lookup ? !facts->starts : is_silent(walk->cache, walk->tokens[start].form))
        return PX_OK;
    walk->start = start;
    walk->steps = 0;
    bool word = walk->tokens[start].kind != PX_TOKEN_PUNCTUATION && (walk->tokens[start].flags & PX_TOKEN_CLITIC) == 0;
    for (uint32_t i = 0; word && i < facts->pattern_count; i++)
        add_candidate(walk, walk->cache->patterns.items[facts->first_pattern + i], 1);
    if (facts->single && !walk->lookup)
        return begin(walk, facts, word, error);
    step(walk, PX_ROOT, 0, (struct unit){start, 0});
    return walk->status == PX_OK ? PX_OK : px_no_memory(error);
}

/* The tokens among [first, end) that the bytes touch, as a candidate of the rule. */
static bool add_touched(struct walk *walk, uint32_t rule, uint32_t first, struct px_span bytes)
{
    uint32_t low = first + (uint32_t)px_numbers_from(&walk->tokens[first].end, sizeof *walk->tokens, walk->end - first,
                                                     bytes.start + 1);
    uint32_t behind = low;
    while (behind < walk->end && walk->tokens[behind].start < bytes.end)
        behind++;
    walk->start = low;
    if (behind > low)
        add_candidate(walk, rule, behind - low);
    return walk->status == PX_OK;
}

/* All matches of one sentence pattern in the bytes of the tokens from `first` on. */
static enum px_status match_sentence(struct walk *walk, uint32_t rule, uint32_t first, struct px_error *error)
{
    struct px_match_cache *cache = walk->cache;
    uint32_t base = walk->tokens[first].start;
    struct px_slice sentence = px_slice_part(walk->text, base, walk->tokens[walk->end - 1].end);
    const pcre2_code *code = px_rule_code(cache->matcher, &cache->matcher->rules.items[rule]);
    struct px_span span;
    for (size_t from = 0; from < sentence.size;) {
        int matched = px_regex_match(&cache->room, code, sentence, from, &span);
        if (matched < 0)
            return px_cache_report_limit(cache, rule, error);
        if (matched == 0)
            break;
        struct px_span bytes = {base + span.start, base + span.end};
        if (span.end > span.start && !add_touched(walk, rule, first, bytes))
            return px_no_memory(error);
        from = span.end > from ? span.end : from + 1;
    }
    return PX_OK;
}

/* Finds what stands in tokens [first, end): one sentence. */
static enum px_status find_in_sentence(struct walk *walk, uint32_t first, struct px_error *error)
{
    struct px_match_cache *cache = walk->cache;
    const struct px_rule_list *patterns = &cache->matcher->sentence_patterns;
    enum px_status status = PX_OK;
    cache->candidates.found.count = 0;
    cache->candidates.cancelling.count = 0;
    walk->first = first;
    for (uint32_t i = first; status == PX_OK && i < walk->end; i++)
        if (!is_passed_over(cache, walk->tokens[i].form, walk->tokens[i + 1 < walk->end ? i + 1 : i].form))
            status = walk_from(walk, i, error);
    for (size_t i = 0; status == PX_OK && first < walk->end && i < patterns->count; i++)
        status = match_sentence(walk, patterns->items[i], first, error);
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
            return px_no_memory(error);
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
    struct walk walk = {.cache = cache, .text = text, .tokens = tokens->items};
    struct px_error own;
    size_t before = hits->count;
    enum px_status status = px_cache_make_room(cache) ? PX_OK : px_no_memory(error);
    cache->crosses = false;
    struct px_sentence all = {.token_count = (uint32_t)tokens->count};
    bool whole = sentences == NULL || sentences->count == 0;
    size_t count = whole ? 1 : sentences->count;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_sentence *sentence = whole ? &all : &sentences->items[i];
        walk.end = sentence->first_token + sentence->token_count;
        status = find_in_sentence(&walk, sentence->first_token, error == NULL ? &own : error);
        if (status == PX_OK)
            status = append_hits(cache, arena, hits, error);
    }
    if (status != PX_OK)
        hits->count = before;
    return status;
}

bool px_matcher_needs_sentences(const struct px_matcher *matcher)
{
    return matcher->sentence_patterns.count > 0;
}

bool px_match_cache_crosses(const struct px_match_cache *cache)
{
    return cache->crosses;
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
    struct px_form_facts *facts = &cache->forms[form];
    facts->first_entry = first;
    facts->entry_count = (uint32_t)cache->lookups.count - first;
    facts->looked_up = true;
    return true;
}

size_t px_match_form(struct px_match_cache *cache, uint32_t form, uint16_t lexicon, const uint32_t **entries)
{
    *entries = NULL;
    if (!px_cache_make_room(cache) || (!cache->forms[form].looked_up && !look_up(cache, form)))
        return 0;
    const struct px_form_facts *facts = &cache->forms[form];
    size_t count = 0;
    for (uint32_t i = facts->first_entry; i < facts->first_entry + facts->entry_count; i++) {
        if (cache->looked.items[i] != lexicon)
            continue;
        if (count++ == 0)
            *entries = &cache->lookups.items[i];
    }
    return count;
}
