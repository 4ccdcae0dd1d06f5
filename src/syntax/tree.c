#include "syntax/tree.h"

/* The names are those of Universal Dependencies; a subtype that is not here counts as its type. */
static const struct {
    struct px_slice name;
    unsigned kinds;
} arcs[] = {
    {PX_SLICE_STATIC("nsubj:pass"), PX_ARC_SUBJECT | PX_ARC_PASSIVE},
    {PX_SLICE_STATIC("csubj:pass"), PX_ARC_SUBJECT | PX_ARC_PASSIVE | PX_ARC_CLAUSE},
    {PX_SLICE_STATIC("aux:pass"), PX_ARC_PASSIVE},
    {PX_SLICE_STATIC("aux"), PX_ARC_AUXILIARY},
    {PX_SLICE_STATIC("obl:agent"), PX_ARC_AGENT},
    {PX_SLICE_STATIC("acl:relcl"), PX_ARC_CLAUSE | PX_ARC_ASIDE},
    {PX_SLICE_STATIC("acl"), PX_ARC_ASIDE},
    {PX_SLICE_STATIC("nsubj"), PX_ARC_SUBJECT},
    {PX_SLICE_STATIC("csubj"), PX_ARC_SUBJECT | PX_ARC_CLAUSE},
    {PX_SLICE_STATIC("obj"), PX_ARC_OBJECT},
    {PX_SLICE_STATIC("iobj"), PX_ARC_OBJECT},
    {PX_SLICE_STATIC("ccomp"), PX_ARC_CLAUSE},
    {PX_SLICE_STATIC("advcl"), PX_ARC_CLAUSE | PX_ARC_ASIDE},
    {PX_SLICE_STATIC("parataxis"), PX_ARC_CLAUSE | PX_ARC_ASIDE},
    {PX_SLICE_STATIC("root"), PX_ARC_CLAUSE},
    {PX_SLICE_STATIC("xcomp"), PX_ARC_OPEN},
    {PX_SLICE_STATIC("conj"), PX_ARC_CONJUNCT},
    {PX_SLICE_STATIC("amod"), PX_ARC_MODIFIER},
    {PX_SLICE_STATIC("nmod:poss"), PX_ARC_POSSESSOR},
    {PX_SLICE_STATIC("nmod"), PX_ARC_NOMINAL},
    {PX_SLICE_STATIC("obl"), PX_ARC_OBLIQUE},
    {PX_SLICE_STATIC("compound"), PX_ARC_COMPOUND},
    {PX_SLICE_STATIC("appos"), PX_ARC_APPOSITION},
    {PX_SLICE_STATIC("cop"), PX_ARC_COPULA},
    {PX_SLICE_STATIC("case"), PX_ARC_CASE},
    {PX_SLICE_STATIC("det"), PX_ARC_DETERMINER},
    {PX_SLICE_STATIC("cc"), PX_ARC_COORDINATOR},
    {PX_SLICE_STATIC("advmod"), PX_ARC_ADVERB},
};

static unsigned find_kinds(struct px_slice name)
{
    for (size_t i = 0; i < sizeof arcs / sizeof *arcs; i++)
        if (px_slice_equal(arcs[i].name, name))
            return arcs[i].kinds;
    return 0;
}

unsigned px_arc_kinds(struct px_slice relation)
{
    struct px_slice type;
    unsigned kinds = find_kinds(relation);
    return kinds == 0 && px_slice_next(&relation, ':', &type) ? find_kinds(type) : kinds;
}

unsigned px_tree_arc(const struct px_tree *tree, uint32_t word)
{
    return px_syntax_arc(tree->syntax, tree->words[word].relation);
}

/* A word's span is whole when all its dependents' are: words are taken from the leaves up, each once. */
static void find_spans(struct px_tree *tree, uint32_t *waiting)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        tree->spans[i] = (struct px_span){i, i + 1};
        waiting[i] = 0;
    }
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->words[i].head < tree->count)
            waiting[tree->words[i].head]++;
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t at = i;
        while (at < tree->count && waiting[at] == 0) {
            uint32_t head = tree->words[at].head;
            waiting[at] = PX_NONE; /* done */
            if (head >= tree->count)
                break;
            struct px_span *above = &tree->spans[head];
            above->start = tree->spans[at].start < above->start ? tree->spans[at].start : above->start;
            above->end = tree->spans[at].end > above->end ? tree->spans[at].end : above->end;
            waiting[head]--;
            at = head;
        }
    }
}

bool px_tree_init(struct px_tree *tree, const struct px_syntax *syntax, const struct px_parsed_word *words,
                  size_t count, struct px_arena *arena)
{
    *tree = (struct px_tree){.syntax = syntax, .words = words, .count = (uint32_t)count, .root = PX_NONE};
    tree->first_child = px_arena_array(arena, uint32_t, count);
    tree->next_child = px_arena_array(arena, uint32_t, count);
    tree->spans = px_arena_array(arena, struct px_span, count);
    uint32_t *waiting = px_arena_array(arena, uint32_t, count);
    if (tree->first_child == NULL || tree->next_child == NULL || tree->spans == NULL || waiting == NULL)
        return false;
    for (uint32_t i = 0; i < tree->count; i++)
        tree->first_child[i] = tree->next_child[i] = PX_NONE;
    for (uint32_t i = tree->count; i-- > 0;) {
        uint32_t head = words[i].head;
        if (head >= tree->count) {
            tree->root = i;
            continue;
        }
        tree->next_child[i] = tree->first_child[head];
        tree->first_child[head] = i;
    }
    find_spans(tree, waiting);
    return true;
}

static uint32_t first_of(const struct px_tree *tree, uint32_t child, unsigned kinds)
{
    while (child != PX_NONE && (px_tree_arc(tree, child) & kinds) == 0)
        child = tree->next_child[child];
    return child;
}

uint32_t px_tree_dependent(const struct px_tree *tree, uint32_t word, unsigned kinds)
{
    return first_of(tree, tree->first_child[word], kinds);
}

uint32_t px_tree_next(const struct px_tree *tree, uint32_t dependent, unsigned kinds)
{
    return first_of(tree, tree->next_child[dependent], kinds);
}

uint32_t px_tree_subject(const struct px_tree *tree, uint32_t predicate)
{
    uint32_t at = predicate;
    for (uint32_t steps = 0; steps < tree->count; steps++) {
        uint32_t own = px_tree_dependent(tree, at, PX_ARC_SUBJECT);
        unsigned arc = px_tree_arc(tree, at);
        uint32_t head = tree->words[at].head;
        if (own != PX_NONE || head >= tree->count || (arc & (PX_ARC_OPEN | PX_ARC_CONJUNCT)) == 0)
            return own;
        uint32_t object = arc & PX_ARC_OPEN ? px_tree_dependent(tree, head, PX_ARC_OBJECT) : PX_NONE;
        if (object != PX_NONE)
            return object;
        at = head;
    }
    return PX_NONE;
}

uint32_t px_tree_first_conjunct(const struct px_tree *tree, uint32_t word)
{
    for (uint32_t steps = 0; steps < tree->count && (px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0; steps++)
        word = tree->words[word].head;
    return word;
}

uint32_t px_tree_object(const struct px_tree *tree, uint32_t predicate)
{
    uint32_t object = px_tree_dependent(tree, predicate, PX_ARC_OBJECT);
    if (object != PX_NONE || !px_tree_is_passive(tree, predicate))
        return object;
    return px_tree_subject(tree, predicate);
}

uint32_t px_tree_clause(const struct px_tree *tree, uint32_t word)
{
    uint32_t at = word;
    for (uint32_t steps = 0; steps < tree->count; steps++) {
        unsigned arc = px_tree_arc(tree, at);
        bool clause = (arc & PX_ARC_CLAUSE) != 0 ||
                      ((arc & PX_ARC_CONJUNCT) != 0 && px_tree_dependent(tree, at, PX_ARC_SUBJECT) != PX_NONE);
        if (clause || tree->words[at].head >= tree->count)
            break;
        at = tree->words[at].head;
    }
    return at;
}

bool px_tree_is_passive(const struct px_tree *tree, uint32_t word)
{
    uint32_t child = px_tree_dependent(tree, word, PX_ARC_PASSIVE);
    while (child != PX_NONE && (px_tree_arc(tree, child) & PX_ARC_SUBJECT) != 0)
        child = px_tree_next(tree, child, PX_ARC_PASSIVE);
    return child != PX_NONE;
}

bool px_tree_is_finite(const struct px_tree *tree, uint32_t word)
{
    static const char *const tags[] = {"VBD", "VBZ", "VBP", "MD"};
    struct px_slice tag = px_syntax_xpos(tree->syntax, tree->words[word].tag);
    return px_slice_among(tag, tags, sizeof tags / sizeof *tags) >= 0;
}
