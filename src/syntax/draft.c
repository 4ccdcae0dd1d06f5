#include "syntax/draft.h"

#include "syntax/model.h"

enum { EDGE = 2 /* places beyond either end that may be asked */, NO_TAG = 255 };

/* The arcs of the tree, from its last state back; the root's word gets `count`. */
static void read_arcs(const struct px_state *state, struct px_draft *draft)
{
    for (; state->previous != NULL; state = state->previous) {
        if (state->action == PX_SHIFT)
            continue;
        uint32_t dependent = state->previous->top->node;
        draft->heads[dependent] = px_state_head(state->previous, state->action)->node;
        draft->relations[dependent] = state->relation;
    }
}

bool px_draft_hang(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena)
{
    struct px_parse parse;
    if (!px_parse_init(&parse, draft->words, draft->tags, syntax->traits, draft->count, arena))
        return false;
    const struct px_state *state = px_parse_run(&syntax->parse, &parse);
    if (state == NULL)
        return false;
    read_arcs(state, draft);
    struct px_marks marks = {
        .nodes = parse.nodes, .relations = draft->relations, .heads = draft->heads, .count = draft->count};
    if (!px_marks_init(&marks, draft->tags, syntax->mark_of, arena))
        return false;
    px_marks_attach(&syntax->marks, &marks);
    return true;
}

static void fill_place(const struct px_draft *draft, const struct px_tag_traits *traits, uint32_t i,
                       struct px_place *place)
{
    const struct px_form_facts *word = draft->words[i];
    place->head = draft->heads[i];
    place->word = word->word;
    place->known = word->known;
    place->class = word->class;
    place->shape = word->shape;
    place->suffix = word->suffix[2];
    place->tag = (uint8_t)(draft->tags[i] + 1);
    place->upos = traits[draft->tags[i]].upos;
    place->relation = draft->relations[i];
    place->side = draft->heads[i] < i;
}

/* Tells the head of a word of its dependent; words come from left to right. */
static void join(struct px_place *places, uint32_t i, uint32_t nothing)
{
    struct px_place *head = &places[places[i].head];
    uint64_t bit = (uint64_t)1 << places[i].relation;
    if (places[i].side)
        head->right |= bit;
    else
        head->left |= bit;
    if (head->first == nothing)
        head->first = i;
    head->last = i;
}

struct px_place *px_draft_places(const struct px_draft *draft, const struct px_tag_traits *traits,
                                 struct px_arena *arena)
{
    uint32_t nothing = draft->count + 1;
    struct px_place *places = px_arena_array(arena, struct px_place, (size_t)draft->count + 2 + 2 * EDGE);
    if (places == NULL)
        return NULL;
    for (size_t i = 0; i < (size_t)draft->count + 2 + 2 * EDGE; i++)
        places[i] = (struct px_place){.head = nothing,
                                      .first = nothing,
                                      .last = nothing,
                                      .word = 3,
                                      .tag = NO_TAG,
                                      .upos = NO_TAG,
                                      .relation = PX_NO_RELATION};
    places += EDGE;
    places[draft->count].tag = 0;
    for (uint32_t i = 0; i < draft->count; i++)
        fill_place(draft, traits, i, &places[i]);
    for (uint32_t i = 0; i < draft->count; i++)
        join(places, i, nothing);
    return places;
}

/* A template's values are mixed by one multiplication each; the number of the template stands in the source. */
#define ROW(template, a, b, c, d) (features[n++] = px_feature((template), (a), (b), (c), (d)))

static size_t neighbour_rows(const struct px_place *w, uint64_t *restrict features)
{
    uint64_t around = (uint64_t)w[-1].tag << 8 | w[1].tag;
    size_t n = 0;
    ROW(1, w->tag, 0, 0, 0);
    ROW(2, w->tag, w->word, 0, 0);
    ROW(3, w->tag, around, 0, 0);
    ROW(4, w->word, around, 0, 0);
    ROW(5, w->known, around, 0, 0);
    ROW(6, w->word, w[1].tag, w[2].tag, 0);
    ROW(7, w->word, w[-1].tag, w[-2].tag, 0);
    ROW(8, w->tag, w[1].tag, w[2].tag, 0);
    ROW(9, w->tag, w[-1].tag, w[-2].tag, 0);
    ROW(10, w->tag, w[-1].word, 0, 0);
    ROW(11, w->tag, w[1].word, 0, 0);
    ROW(12, w->word, w[1].word, 0, 0);
    ROW(13, w->word, w[-1].word, 0, 0);
    ROW(14, w->suffix, around, 0, 0);
    ROW(15, w->class, around, 0, 0);
    ROW(16, w->known, w->shape, around, 0);
    ROW(17, w->known, w[1].word, w->tag, 0);
    ROW(18, w->known, w[-1].word, w->tag, 0);
    ROW(19, w->shape, w[-1].shape, w[1].shape, w->tag);
    ROW(20, w->known, w->tag, w->shape, 0);
    ROW(21, w->class, w->tag, 0, 0);
    ROW(22, w->suffix, w->tag, w->shape, 0);
    ROW(23, w->class, w[1].class, w->tag, 0);
    ROW(24, w->class, w[-1].class, w->tag, 0);
    return n;
}

size_t px_revision_rows(const struct px_place *places, uint32_t word, const struct px_weights *weights, uint32_t *rows)
{
    const struct px_place *w = &places[word], *h = &places[w->head];
    const struct px_place *first = &places[w->first], *last = &places[w->last];
    uint64_t arc = (uint64_t)w->relation << 1 | w->side;
    uint64_t features[PX_REVISION_ROWS];
    size_t n = neighbour_rows(w, features);
    ROW(30, w->tag, arc, 0, 0);
    ROW(31, w->tag, arc, h->tag, 0);
    ROW(32, w->tag, arc, h->word, 0);
    ROW(33, w->word, arc, 0, 0);
    ROW(34, w->word, arc, h->tag, 0);
    ROW(35, w->word, h->word, w->side, 0);
    ROW(36, w->known, arc, h->upos, 0);
    ROW(37, w->suffix, arc, w->tag, 0);
    ROW(38, w->class, arc, 0, 0);
    ROW(39, w->word, w->left, 0, 0);
    ROW(40, w->word, w->right, 0, 0);
    ROW(41, w->tag, w->left, w->right, 0);
    ROW(42, w->known, w->left, w->right, 0);
    ROW(43, w->known, first->word, w->tag, 0);
    ROW(44, w->known, last->word, w->tag, 0);
    ROW(45, w->tag, arc, h->relation, h->tag);
    ROW(46, w->word, first->tag, last->tag, 0);
    ROW(47, w->tag, arc, w->left, 0);
    ROW(48, w->tag, arc, w->right, 0);
    ROW(49, w->word, h->relation, arc, 0);
    px_feature_rows(weights, features, n, rows);
    return n;
}

static uint8_t choose_tag(const struct px_syntax *syntax, const struct px_place *places, uint32_t word)
{
    uint32_t rows[PX_REVISION_ROWS];
    uint16_t sums[PX_TAG_CLASSES] = {0};
    uint32_t first = (uint32_t)places[word].tag - 1;
    uint32_t best = first;
    size_t count = px_revision_rows(places, word, &syntax->revision, rows);
    px_weights_add_tags(&syntax->revision, rows, count, sums);
    for (uint32_t tag = 0; tag < syntax->tag_set.count; tag++)
        if (sums[tag] > sums[best] && px_rivals_allow(syntax->rivals, first, tag))
            best = tag;
    return (uint8_t)best;
}

bool px_draft_revise(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena)
{
    const struct px_place *places = px_draft_places(draft, syntax->traits, arena);
    for (uint32_t i = 0; places != NULL && i < draft->count; i++)
        draft->tags[i] = choose_tag(syntax, places, i);
    return places != NULL;
}
