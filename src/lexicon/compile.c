/* From lexicons to a matcher. */
#include <stdlib.h>

#include "lexicon/matcher.h"
#include "lexicon/pattern.h"

struct compiler {
    struct px_matcher *matcher;
    struct px_splitter splitter;
    struct px_error *error;
    const struct px_lexicon *lexicon;
    struct px_rule rule; /* what the rules made next have in common */
    uint32_t category;   /* and the id of their category */
    struct px_slice category_name;
    struct px_buffer category_key;
    struct px_slice path_text; /* the words whose node is `path_node` */
    uint32_t path_node;
    uint8_t path_rank;
};

static uint32_t edge_slot(const struct px_matcher *matcher, uint32_t node, uint32_t symbol)
{
    uint64_t hash = ((uint64_t)node << 32 | symbol) * 0x9E3779B97F4A7C15u;
    uint32_t mask = matcher->edge_slots - 1;
    uint32_t slot = (uint32_t)(hash >> 32) & mask;
    const struct px_edge *edges = matcher->edges;
    while (edges[slot].child != PX_NONE && (edges[slot].node != node || edges[slot].symbol != symbol))
        slot = (slot + 1) & mask;
    return slot;
}

uint32_t px_matcher_child(const struct px_matcher *matcher, uint32_t node, uint32_t symbol)
{
    if (node == PX_ROOT)
        return matcher->symbol_facts.items[symbol].first;
    return matcher->edges[edge_slot(matcher, node, symbol)].child;
}

static bool grow_edges(struct px_matcher *matcher, uint32_t slots)
{
    uint32_t old_slots = matcher->edge_slots;
    struct px_edge *old = matcher->edges;
    struct px_edge *edges = slots == 0 ? NULL : malloc(sizeof *edges * slots);
    if (edges == NULL)
        return false;
    memset(edges, 0xff, sizeof *edges * slots);
    matcher->edges = edges;
    matcher->edge_slots = slots;
    for (uint32_t i = 0; i < old_slots; i++)
        if (old[i].child != PX_NONE)
            edges[edge_slot(matcher, old[i].node, old[i].symbol)] = old[i];
    free(old);
    return true;
}

static uint32_t new_node(struct px_matcher *matcher)
{
    struct px_node *node = px_vector_push(&matcher->nodes, &matcher->arena);
    if (node == NULL)
        return PX_NONE;
    *node = (struct px_node){.first_rule = PX_NONE, .last_rule = PX_NONE, .any = PX_NONE};
    return (uint32_t)matcher->nodes.count - 1;
}

/* Where the child of `node` under `symbol` stands, PX_NONE so far if there is none; NULL when memory is out. */
static uint32_t *child_place(struct px_matcher *matcher, uint32_t node, uint32_t symbol)
{
    if (node == PX_ROOT)
        return &matcher->symbol_facts.items[symbol].first;
    if (matcher->edge_count * 2 >= matcher->edge_slots && !grow_edges(matcher, matcher->edge_slots * 2))
        return NULL;
    struct px_edge *edge = &matcher->edges[edge_slot(matcher, node, symbol)];
    if (edge->child == PX_NONE) {
        edge->node = node;
        edge->symbol = symbol;
        matcher->edge_count++;
    }
    return &edge->child;
}

/* The child of `node` under `symbol`, made when it is not there; PX_NONE when memory is out. */
static uint32_t add_child(struct px_matcher *matcher, uint32_t node, uint32_t symbol)
{
    uint32_t *place = child_place(matcher, node, symbol);
    if (place == NULL || *place != PX_NONE)
        return place == NULL ? PX_NONE : *place;
    uint32_t child = *place = new_node(matcher);
    if (child == PX_NONE)
        return PX_NONE;
    matcher->nodes.items[node].symbols |= px_symbol_bit(symbol);
    matcher->nodes.items[node].inner = true;
    matcher->nodes.items[node].speaks = true;
    matcher->symbol_facts.items[symbol].inside |= node != PX_ROOT;
    return child;
}

static uint32_t add_symbol(struct px_matcher *matcher, const struct px_piece *piece)
{
    bool added;
    uint32_t symbol = px_table_add(&matcher->symbols, piece->fold, &added);
    if (symbol == PX_NONE || !added)
        return symbol;
    struct px_symbol *facts = px_vector_push(&matcher->symbol_facts, &matcher->arena);
    if (facts == NULL)
        return PX_NONE;
    facts->next_glob = facts->first = PX_NONE;
    if (piece->glob && !px_slice_is(piece->fold, "*") && !px_matcher_index_glob(matcher, symbol))
        return PX_NONE;
    return symbol;
}

/* The node at the end of the splitter's pieces, or PX_NONE when memory is out. */
static uint32_t add_path(struct compiler *compiler)
{
    struct px_matcher *matcher = compiler->matcher;
    uint32_t node = PX_ROOT;
    for (size_t i = 0; i < compiler->splitter.count; i++) {
        const struct px_piece *piece = &compiler->splitter.pieces[i];
        uint32_t symbol = add_symbol(matcher, piece);
        uint32_t child = symbol == PX_NONE ? PX_NONE : add_child(matcher, node, symbol);
        if (child == PX_NONE)
            return PX_NONE;
        if (piece->glob && px_slice_is(piece->fold, "*"))
            matcher->nodes.items[node].any = child;
        node = child;
    }
    return node;
}

/* The pieces' surfaces, kept: what an entry of exact case compares. */
static const struct px_slice *keep_surfaces(struct compiler *compiler)
{
    const struct px_splitter *splitter = &compiler->splitter;
    struct px_slice *exact = px_arena_array(&compiler->matcher->arena, struct px_slice, splitter->count);
    for (size_t i = 0; exact != NULL && i < splitter->count; i++) {
        exact[i] = px_arena_copy(&compiler->matcher->arena, splitter->pieces[i].surface);
        if (exact[i].data == NULL)
            return NULL;
    }
    return exact;
}

/* Wildcards rank by how little they leave open: the more letters they give, the lower. */
static uint8_t rank_pieces(const struct px_splitter *splitter, bool exact_case)
{
    bool glob = false;
    for (size_t i = 0; i < splitter->count; i++)
        glob = glob || splitter->pieces[i].glob;
    if (!glob)
        return exact_case ? PX_RANK_EXACT : PX_RANK_WORDS;
    size_t letters = 0;
    for (size_t i = 0; i < splitter->count; i++)
        for (size_t at = 0; at < splitter->pieces[i].fold.size; at++)
            letters += splitter->pieces[i].fold.data[at] != '*' && splitter->pieces[i].fold.data[at] != '?';
    return (uint8_t)(letters < 200 ? PX_RANK_REGEX - 1 - letters : PX_RANK_WILDCARD);
}

static uint32_t add_rule(struct compiler *compiler)
{
    struct px_rule *rule = px_vector_push(&compiler->matcher->rules, &compiler->matcher->arena);
    uint32_t *category =
        rule == NULL ? NULL : px_vector_push(&compiler->matcher->rule_categories, &compiler->matcher->arena);
    if (category == NULL)
        return PX_NONE;
    *category = compiler->category;
    *rule = compiler->rule;
    rule->next = PX_NONE;
    return (uint32_t)compiler->matcher->rules.count - 1;
}

/* The node of the words. An entry in several categories stands in as many rows: its words are split once. */
static enum px_status find_path(struct compiler *compiler, struct px_slice text, bool exact_case)
{
    if (!exact_case && text.size > 0 && px_slice_equal(text, compiler->path_text))
        return PX_OK;
    enum px_status status = px_splitter_split(&compiler->splitter, text, compiler->error);
    if (status != PX_OK)
        return status;
    compiler->path_node = add_path(compiler);
    compiler->path_rank = rank_pieces(&compiler->splitter, exact_case);
    compiler->path_text = px_slice_part(text, 0, exact_case ? 0 : text.size);
    return compiler->path_node == PX_NONE ? px_no_memory(compiler->error) : PX_OK;
}

static enum px_status add_words(struct compiler *compiler, struct px_slice text, bool exact_case)
{
    struct px_matcher *matcher = compiler->matcher;
    enum px_status status = find_path(compiler, text, exact_case);
    if (status != PX_OK)
        return status;
    uint32_t node = compiler->path_node;
    uint32_t index = add_rule(compiler);
    if (index == PX_NONE)
        return px_no_memory(compiler->error);
    struct px_rule *rule = &matcher->rules.items[index];
    rule->rank = compiler->path_rank;
    rule->exact_count = (uint8_t)compiler->splitter.count;
    if (exact_case && (rule->exact = keep_surfaces(compiler)) == NULL)
        return px_no_memory(compiler->error);
    struct px_node *end = &matcher->nodes.items[node];
    if (end->first_rule == PX_NONE)
        end->first_rule = index;
    else
        matcher->rules.items[end->last_rule].next = index;
    end->last_rule = index;
    end->speaks = end->speaks || !rule->lookup_only;
    return PX_OK;
}

/* Has the pattern alternatives outside of its groups? */
static bool has_alternatives(struct px_slice pattern)
{
    size_t depth = 0;
    for (size_t i = 0; i < pattern.size; i++) {
        char c = pattern.data[i];
        if (c == '\\')
            i++;
        else if (c == '(' || c == '[')
            depth++;
        else if ((c == ')' || c == ']') && depth > 0)
            depth--;
        else if (c == '|' && depth == 0)
            return true;
    }
    return false;
}

/* The byte that the fold of every word of a one-word pattern begins with, as far as that can be read off: else 256. */
static size_t first_byte(struct px_slice pattern, bool exact_case)
{
    char c = pattern.size < 2 ? '(' : pattern.data[0];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool optional = letter && (pattern.data[1] == '?' || pattern.data[1] == '*' || pattern.data[1] == '{');
    if (!letter || optional || exact_case || has_alternatives(pattern))
        return PX_FIRST_BYTES - 1;
    return (size_t)(c | 0x20);
}

static enum px_status add_regex(struct compiler *compiler, struct px_slice text, bool exact_case)
{
    struct px_matcher *matcher = compiler->matcher;
    bool sentence = px_pattern_is_sentence_regex(text);
    struct px_rule_pattern *pattern = px_vector_push(&matcher->patterns, &matcher->arena);
    if (pattern == NULL)
        return px_no_memory(compiler->error);
    *pattern = (struct px_rule_pattern){.text = px_slice_part(text, 1, text.size - 1),
                                        .kind = sentence ? PX_REGEX_SENTENCE : PX_REGEX_WORD,
                                        .exact_case = exact_case};
    enum px_status status = px_regex_compile(pattern->text, pattern->kind, exact_case, &pattern->code, compiler->error);
    if (status != PX_OK)
        return status;
    struct px_rule_list *list =
        sentence ? &matcher->sentence_patterns : &matcher->word_patterns[first_byte(pattern->text, exact_case)];
    uint32_t index = add_rule(compiler);
    uint32_t *item = index == PX_NONE ? NULL : px_vector_push(list, &matcher->arena);
    if (item == NULL)
        return px_no_memory(compiler->error);
    *item = index;
    matcher->rules.items[index].pattern = (uint32_t)matcher->patterns.count - 1;
    matcher->rules.items[index].on_surface = exact_case;
    matcher->rules.items[index].rank = PX_RANK_REGEX;
    return PX_OK;
}

/* Adds one rule; a fault is placed at the text, which stands in a line of the lexicon. */
static enum px_status add_text(struct compiler *compiler, const struct px_entry *entry, struct px_slice text,
                               bool exact_case)
{
    bool regex = px_pattern_is_regex(text);
    enum px_status status = regex ? add_regex(compiler, text, exact_case) : add_words(compiler, text, exact_case);
    if (status == PX_OK || compiler->error == NULL)
        return status;
    size_t inside = regex && status == PX_ERROR_SYNTAX ? 1 + compiler->error->offset : 0;
    px_error_place(compiler->error, compiler->lexicon->path.data, entry->line, px_lexicon_place(entry, text) + inside);
    return status;
}

/* Gives the category of the lexicon its id, unless it is that of the entry before. */
static enum px_status set_category(struct compiler *compiler, struct px_slice category)
{
    struct px_buffer *key = &compiler->category_key;
    if (compiler->category != PX_NONE && px_slice_equal(category, compiler->category_name))
        return PX_OK;
    px_buffer_clear(key);
    px_buffer_byte(key, (char)(compiler->rule.lexicon >> 8));
    px_buffer_byte(key, (char)(compiler->rule.lexicon & 0xff));
    px_buffer_append(key, category);
    compiler->category =
        key->failed ? PX_NONE : px_table_add(&compiler->matcher->categories, px_buffer_slice(key), NULL);
    compiler->category_name = category;
    return compiler->category == PX_NONE ? px_no_memory(compiler->error) : PX_OK;
}

static enum px_status add_entry(struct compiler *compiler, const struct px_entry *entry)
{
    compiler->rule.cancels = false;
    enum px_status status = set_category(compiler, entry->category);
    if (status == PX_OK)
        status = add_text(compiler, entry, entry->text, entry->exact_case);
    struct px_slice rest = entry->unless;
    struct px_slice piece;
    compiler->rule.cancels = true;
    while (status == PX_OK && rest.size > 0 && px_pattern_next_unless(&rest, &piece))
        status = add_text(compiler, entry, piece, false);
    return status;
}

static enum px_status add_lexicon(struct compiler *compiler, size_t index)
{
    enum px_status status = PX_OK;
    compiler->lexicon = compiler->matcher->lexicons[index];
    if (compiler->lexicon == NULL)
        return PX_OK;
    compiler->category = PX_NONE;
    compiler->rule = (struct px_rule){.lexicon = (uint16_t)index, .lookup_only = compiler->lexicon->lookup_only};
    for (size_t i = 0; status == PX_OK && i < compiler->lexicon->entries.count; i++) {
        compiler->rule.entry = (uint32_t)i;
        status = add_entry(compiler, &compiler->lexicon->entries.items[i]);
    }
    return status;
}

/* Room for `count` items at once; it is not touched before it is used. */
#define RESERVE(vector, arena, count)                                                              \
    ((vector).capacity = (count),                                                                  \
     (vector).items = px_arena_grow((arena), NULL, 0, (vector).capacity * sizeof *(vector).items), \
     (vector).items != NULL)

/* Takes the memory for rules, nodes, symbols and edges at once, as many as the entries let expect: some have several
 * `unless`, and what phrases take beyond a node an entry, words in several categories spare. */
static bool reserve(struct px_matcher *matcher)
{
    size_t entries = 1000;
    for (size_t i = 0; i < matcher->lexicon_count; i++)
        entries += matcher->lexicons[i] == NULL ? 0 : matcher->lexicons[i]->entries.count;
    size_t rules = entries + entries / 8;
    uint32_t slots = 1024;
    while (slots < entries && slots < UINT32_MAX / 2)
        slots *= 2;
    return RESERVE(matcher->rules, &matcher->arena, rules) &&
           RESERVE(matcher->rule_categories, &matcher->arena, rules) &&
           RESERVE(matcher->nodes, &matcher->arena, entries) &&
           RESERVE(matcher->symbol_facts, &matcher->arena, entries) &&
           px_table_reserve(&matcher->symbols, entries / 4 * 3) && grow_edges(matcher, slots) &&
           new_node(matcher) != PX_NONE;
}

static enum px_status copy_lexicons(struct px_matcher *matcher, const struct px_lexicon *const *lexicons, size_t count,
                                    struct px_error *error)
{
    if (count >= UINT16_MAX)
        return px_error_set(error, PX_ERROR_LIMIT, "%zu lexicons are more than %d", count, UINT16_MAX - 1);
    const struct px_lexicon **copy = px_arena_array(&matcher->arena, const struct px_lexicon *, count);
    if (copy == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        copy[i] = lexicons[i];
    matcher->lexicons = copy;
    matcher->lexicon_count = count;
    return reserve(matcher) ? PX_OK : px_no_memory(error);
}

enum px_status px_matcher_new(const struct px_lexicon *const *lexicons, size_t count,
                              const struct px_segmenter *segmenter, struct px_matcher **matcher, struct px_error *error)
{
    *matcher = calloc(1, sizeof **matcher);
    if (*matcher == NULL)
        return px_no_memory(error);
    struct compiler compiler = {.matcher = *matcher, .error = error};
    px_splitter_init(&compiler.splitter, segmenter);
    enum px_status status = copy_lexicons(*matcher, lexicons, count, error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = add_lexicon(&compiler, i);
    if (status == PX_OK && !px_matcher_make_filter(*matcher))
        status = px_no_memory(error);
    px_splitter_release(&compiler.splitter);
    px_buffer_release(&compiler.category_key);
    if (status != PX_OK) {
        px_matcher_free(*matcher);
        *matcher = NULL;
    }
    return status;
}

void px_matcher_nest_in_categories(struct px_matcher *matcher)
{
    matcher->by_category = true;
}

void px_matcher_free(struct px_matcher *matcher)
{
    if (matcher == NULL)
        return;
    for (size_t i = 0; i < matcher->patterns.count; i++)
        pcre2_code_free(matcher->patterns.items[i].code);
    if (!matcher->ready) {
        px_table_release(&matcher->symbols);
        px_table_release(&matcher->prefixes);
        px_table_release(&matcher->categories);
        free(matcher->edges);
    }
    px_arena_release(&matcher->arena);
    free(matcher);
}
