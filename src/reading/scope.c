#include "reading/scope.h"

#include "reading/grammar.h"
#include "reading/parse.h"

enum { REACH = 3, MOST_CHILDREN = 64, MOST_STEPS = 256 }; /* of trees that no sentence has, so that it stays linear */

static const double SURELY = 0.75; /* weight of a hedge: the share of its hits that hedge */

/* A word of denial negates what governs it ("not"), a governor what it governs ("refused to"). */
enum { NONE, DENIAL, GOVERNOR };

static void mark(const struct px_annotation *annotation, struct px_scope *scope, const struct px_hit *hit, uint8_t kind)
{
    uint32_t end = hit->first_token + hit->token_count;
    uint32_t head = px_parse_head(annotation, hit->first_token, end);
    scope->negations[end - 1] = kind;
    if (head != PX_NONE) {
        uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
        scope->words[annotation->parsed->first_word[sentence] + head] = kind;
    }
}

static struct px_scope *new_scope(const struct px_annotation *annotation)
{
    struct px_arena *arena = &annotation->worker->scratch;
    struct px_scope *scope = px_arena_array(arena, struct px_scope, 1);
    if (scope == NULL)
        return NULL;
    scope->negations = px_arena_array(arena, uint8_t, annotation->article->tokens.count + 1);
    scope->words = px_arena_array(arena, uint8_t, annotation->parsed == NULL ? 1 : annotation->parsed->words.count + 1);
    scope->supposing = px_arena_array(arena, bool, annotation->article->tokens.count + 1);
    return scope->negations == NULL || scope->words == NULL || scope->supposing == NULL ? NULL : scope;
}

static bool is_supposing(const struct px_annotation *annotation, const struct px_hit *hit)
{
    return px_category_within(px_resources_entry(annotation->resources, hit)->category, PX_SLICE("agency.supposed"));
}

enum px_status px_annotate_scope(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_NEGATION);
    size_t column = px_lexicon_column(lexicon, "kind");
    struct px_scope *scope = new_scope(annotation);
    if (scope == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon == PX_LEXICON_AGENCY)
            scope->supposing[hit->first_token + hit->token_count - 1] |= is_supposing(annotation, hit);
        if (hit->lexicon != PX_LEXICON_NEGATION)
            continue;
        struct px_slice kind = px_lexicon_cell(lexicon, px_resources_entry(annotation->resources, hit), column);
        mark(annotation, scope, hit, px_slice_is(kind, "word") ? DENIAL : GOVERNOR);
    }
    annotation->scope = scope;
    return PX_OK;
}

static bool is_near(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t words = 0;
    for (uint32_t t = token; t > 0 && words < REACH; t--) {
        if (tokens->items[t - 1].kind == PX_TOKEN_PUNCTUATION ||
            tokens->items[t - 1].sentence != tokens->items[token].sentence)
            return false;
        if (annotation->scope->negations[t - 1] != NONE)
            return true;
        words += (tokens->items[t - 1].flags & PX_TOKEN_CLITIC) == 0;
    }
    return false;
}

/* A way up one tree. */
struct climb {
    const struct px_annotation *annotation;
    const struct px_tree *tree;
    uint32_t sentence;
    const uint8_t *kinds; /* of negation, by word of the sentence */
};

/* The word of denial that hangs on `at`, before the word `from` that the way came by. */
static uint32_t denial_of(const struct climb *climb, uint32_t at, uint32_t from)
{
    uint32_t child = climb->tree->first_child[at];
    for (int seen = 0; child != PX_NONE && seen < MOST_CHILDREN; seen++, child = climb->tree->next_child[child])
        if (child != from && climb->kinds[child] == DENIAL && (at == from || child < from))
            return child;
    return PX_NONE;
}

static bool has_class(const struct climb *climb, uint32_t at, unsigned arcs, unsigned classes)
{
    uint32_t child = px_tree_dependent(climb->tree, at, arcs);
    for (; child != PX_NONE; child = px_tree_next(climb->tree, child, arcs))
        if ((px_parse_classes(climb->annotation, climb->sentence, child) & classes) != 0)
            return true;
    return false;
}

/* A phrase that speaks of something known: what it says of it stands, whatever is denied around it. */
static bool is_definite(const struct climb *climb, uint32_t noun)
{
    return px_tree_dependent(climb->tree, noun, PX_ARC_POSSESSOR) != PX_NONE ||
           has_class(climb, noun, PX_ARC_DETERMINER, PX_CLASS_DEFINITE);
}

/* Does the scope of what stands above reach down to the word `at`, which the way came to from `from`? */
static bool is_open(const struct climb *climb, uint32_t at, uint32_t from)
{
    unsigned arc = px_tree_arc(climb->tree, at);
    uint32_t head = climb->tree->words[at].head;
    if (head >= climb->tree->count || (arc & (PX_ARC_SUBJECT | PX_ARC_ASIDE | PX_ARC_APPOSITION)) != 0)
        return false;
    if ((arc & PX_ARC_CLAUSE) != 0)
        return climb->kinds[head] == GOVERNOR;
    if ((arc & PX_ARC_CONJUNCT) != 0)
        return px_tree_dependent(climb->tree, at, PX_ARC_SUBJECT) == PX_NONE &&
               !has_class(climb, at, PX_ARC_COORDINATOR | PX_ARC_ADVERB, PX_CLASS_CONTRAST);
    bool described = from != at && (px_tree_arc(climb->tree, from) & (PX_ARC_MODIFIER | PX_ARC_COMPOUND)) != 0;
    return !described || !is_definite(climb, at);
}

static bool climb_up(const struct climb *climb, uint32_t word)
{
    uint32_t from = word;
    uint32_t at = word;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
        if (denial_of(climb, at, from) != PX_NONE || (at != word && climb->kinds[at] == GOVERNOR))
            return true;
        if (!is_open(climb, at, from))
            return false;
        from = at;
        at = climb->tree->words[at].head;
    }
    return false;
}

static struct climb start(const struct px_annotation *annotation, uint32_t sentence)
{
    return (struct climb){annotation, &annotation->trees[sentence], sentence,
                          annotation->scope->words + annotation->parsed->first_word[sentence]};
}

bool px_scope_negates(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    if (px_parse_tree(annotation, first) == NULL)
        return is_near(annotation, first);
    struct climb climb = start(annotation, annotation->article->tokens.items[first].sentence);
    return climb_up(&climb, px_parse_head(annotation, first, end));
}

uint32_t px_scope_denial(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    if (annotation->trees == NULL)
        return PX_NONE;
    struct climb climb = start(annotation, sentence);
    return denial_of(&climb, word, word);
}

bool px_scope_is_denial(const struct px_annotation *annotation, uint32_t token)
{
    return annotation->scope->negations[token] == DENIAL;
}

bool px_scope_is_definite(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    struct climb climb = start(annotation, sentence);
    return is_definite(&climb, noun);
}

/* Does the word suppose, and is of the classes where there are some? */
static bool supposes(const struct climb *climb, uint32_t word, unsigned classes)
{
    return climb->annotation->scope->supposing[px_parse_token(climb->annotation, climb->sentence, word)] &&
           (classes == 0 || (px_parse_classes(climb->annotation, climb->sentence, word) & classes) != 0);
}

/* Does a word that supposes hang on `at`, before `from`: a conjunction, or in the clause itself an auxiliary? */
static bool is_supposed_at(const struct climb *climb, uint32_t at, uint32_t from, bool own, unsigned classes)
{
    uint32_t child = climb->tree->first_child[at];
    for (int seen = 0; child != PX_NONE && seen < MOST_CHILDREN; seen++, child = climb->tree->next_child[child]) {
        bool auxiliary = (px_tree_arc(climb->tree, child) & PX_ARC_AUXILIARY) != 0;
        if (child < (from == at ? at : from) && (own || !auxiliary) && supposes(climb, child, classes))
            return true;
    }
    return false;
}

static bool is_supposed(const struct px_annotation *annotation, uint32_t first, uint32_t end, unsigned classes)
{
    struct climb climb = {.annotation = annotation, .tree = px_parse_tree(annotation, first)};
    uint32_t at = climb.tree == NULL ? PX_NONE : px_parse_head(annotation, first, end);
    uint32_t from = at;
    bool own = true;
    if (at == PX_NONE)
        return false;
    climb.sentence = annotation->article->tokens.items[first].sentence;
    for (int steps = 0; steps < MOST_STEPS && at < climb.tree->count; steps++) {
        if (is_supposed_at(&climb, at, from, own, classes) || (at != from && supposes(&climb, at, classes)))
            return true;
        own = own && (px_tree_arc(climb.tree, at) & (PX_ARC_CLAUSE | PX_ARC_ASIDE)) == 0;
        from = at;
        at = climb.tree->words[at].head;
    }
    return false;
}

bool px_scope_supposes(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    return is_supposed(annotation, first, end, 0);
}

/* "supposedly", "perhaps"; not "often", which seldom hedges. */
static bool is_doubt(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        if (hits->items[i].lexicon == PX_LEXICON_CERTAINTY && entry->weight >= SURELY &&
            px_category_within(entry->category, PX_SLICE("certainty.hedge.adverb")))
            return true;
    }
    return false;
}

bool px_scope_doubts(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    const struct px_tree *tree = px_parse_tree(annotation, first);
    uint32_t head = tree == NULL ? PX_NONE : px_parse_head(annotation, first, end);
    uint32_t sentence = annotation->article->tokens.items[first].sentence;
    if (is_supposed(annotation, first, end, PX_CLASS_SUBORDINATOR | PX_CLASS_QUESTION))
        return true;
    uint32_t child = head == PX_NONE ? PX_NONE : px_tree_dependent(tree, head, PX_ARC_ADVERB);
    for (int seen = 0; child != PX_NONE && seen < MOST_CHILDREN;
         seen++, child = px_tree_next(tree, child, PX_ARC_ADVERB))
        if (child < head && is_doubt(annotation, px_parse_token(annotation, sentence, child)))
            return true;
    return false;
}
