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

/* Joins a word with its head and the sibling before it. */
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
    if (head->last != nothing) {
        places[i].before = head->last;
        places[head->last].behind = i;
    }
    head->last = i;
}

struct px_place *px_draft_places(const struct px_draft *draft, const struct px_tag_traits *traits, struct px_arena *arena)
{
    uint32_t nothing = draft->count + 1;
    struct px_place *places = px_arena_array(arena, struct px_place, (size_t)draft->count + 2 + 2 * EDGE);
    if (places == NULL)
        return NULL;
    for (size_t i = 0; i < (size_t)draft->count + 2 + 2 * EDGE; i++)
        places[i] = (struct px_place){.head = nothing,
                                      .first = nothing,
                                      .last = nothing,
                                      .before = nothing,
                                      .behind = nothing,
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
#define ROW(template, a, b, c, d) (rows[n++] = px_feature4(bits, (template), (a), (b), (c), (d)))

static size_t neighbour_rows(const struct px_place *w, unsigned bits, uint32_t *rows)
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

size_t px_revision_tag_rows(const struct px_place *places, uint32_t word, unsigned bits, uint32_t *rows)
{
    const struct px_place *w = &places[word], *h = &places[w->head];
    const struct px_place *first = &places[w->first], *last = &places[w->last];
    uint64_t arc = (uint64_t)w->relation << 1 | w->side;
    size_t n = neighbour_rows(w, bits, rows);
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
    return n;
}

static size_t kin_rows(const struct px_place *places, uint32_t word, unsigned bits, uint32_t *rows)
{
    const struct px_place *d = &places[word], *h = &places[d->head], *g = &places[h->head];
    const struct px_place *before = &places[d->before], *behind = &places[d->behind];
    const struct px_place *first = &places[d->first], *last = &places[d->last];
    uint64_t arc = (uint64_t)d->relation << 1 | d->side;
    size_t n = 0;
    ROW(80, arc, h->relation, h->tag, d->tag);
    ROW(81, arc, h->relation, g->tag, d->tag);
    ROW(82, arc, h->relation, h->word, d->tag);
    ROW(83, arc, before->relation, d->tag, h->tag);
    ROW(84, arc, behind->relation, d->tag, h->tag);
    ROW(85, arc, before->relation, behind->relation, h->tag);
    ROW(86, arc, before->word, d->tag, h->tag);
    ROW(87, arc, behind->word, d->tag, h->tag);
    ROW(88, arc, h->left, d->tag, h->upos);
    ROW(89, arc, h->right, d->tag, h->upos);
    ROW(90, h->left, h->right, h->word, d->tag);
    ROW(91, d->left, d->tag, h->tag, d->side);
    ROW(92, d->right, d->tag, h->tag, d->side);
    ROW(93, d->left, d->right, d->upos, h->upos);
    ROW(94, d->left, d->right, d->word, h->upos);
    ROW(95, d->left, h->word, d->upos, d->side);
    ROW(96, d->right, h->word, d->upos, d->side);
    ROW(97, first->word, d->upos, h->upos, arc);
    ROW(98, first->word, h->word, d->upos, d->side);
    ROW(99, last->word, d->upos, h->upos, d->side);
    ROW(100, g->word, h->tag, d->tag, arc);
    ROW(101, h->right, h->word, arc, d->upos);
    ROW(102, h->left, h->word, arc, d->upos);
    return n;
}

size_t px_revision_relation_rows(const struct px_place *places, uint32_t word, unsigned bits, uint32_t *rows)
{
    const struct px_place *d = &places[word], *h = &places[d->head];
    uint64_t arc = (uint64_t)d->relation << 1 | d->side;
    uint32_t apart = d->side ? word - d->head : d->head - word;
    size_t n = kin_rows(places, word, bits, rows);
    apart = apart <= 5 ? apart : apart <= 10 ? 6 : 7;
    ROW(60, arc, 0, 0, 0);
    ROW(61, arc, d->tag, h->tag, 0);
    ROW(62, arc, d->word, h->tag, 0);
    ROW(63, arc, h->word, d->tag, 0);
    ROW(64, d->word, h->word, d->side, 0);
    ROW(65, arc, d->class, h->class, 0);
    ROW(66, arc, d->class, h->word, 0);
    ROW(67, arc, h->class, d->word, 0);
    ROW(68, d[-1].tag, d->tag, d[1].tag, h->tag);
    ROW(69, h[-1].tag, h->tag, h[1].tag, d->tag);
    ROW(70, arc, h->tag, d->tag, apart);
    ROW(71, arc, h->word, d->tag, apart);
    ROW(72, arc, d->word, h->tag, apart);
    ROW(73, arc, d[-1].word, d->tag, h->tag);
    ROW(74, arc, d[1].word, d->tag, h->tag);
    ROW(75, arc, d->suffix, h->tag, 0);
    ROW(76, arc, d->word, d->tag, 0);
    ROW(77, arc, h->word, h->tag, 0);
    ROW(78, arc, d->shape, h->shape, d->tag);
    ROW(79, d->class, h->tag, d->side, d->tag);
    return n;
}

static uint8_t choose_tag(const struct px_syntax *syntax, const struct px_place *places, uint32_t word)
{
    uint32_t rows[PX_REVISION_ROWS];
    uint16_t sums[PX_TAG_CLASSES] = {0};
    size_t count = px_revision_tag_rows(places, word, syntax->revision.bits, rows);
    px_weights_add(&syntax->revision, rows, count, PX_TAG_CLASSES, sums);
    uint32_t best = 0;
    for (uint32_t tag = 1; tag < syntax->tag_count; tag++)
        if (sums[tag] > sums[best])
            best = tag;
    return (uint8_t)best;
}

static uint8_t choose_relation(const struct px_syntax *syntax, const struct px_place *places, uint32_t word)
{
    uint32_t rows[PX_REVISION_ROWS];
    uint16_t sums[PX_RELATION_CLASSES] = {0};
    const struct px_parse_weights *names = &syntax->parse;
    size_t count = px_revision_relation_rows(places, word, syntax->revision.bits, rows);
    px_weights_add(&syntax->revision, rows, count, PX_RELATION_CLASSES, sums);
    uint32_t best = names->root == 0 ? 1 : 0;
    for (uint32_t i = 0; i < names->relation_count; i++)
        if (i != names->root && sums[i] > sums[best])
            best = i;
    return (uint8_t)best;
}

bool px_draft_revise(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena)
{
    const struct px_place *places = px_draft_places(draft, syntax->traits, arena);
    for (uint32_t i = 0; places != NULL && i < draft->count; i++) {
        draft->tags[i] = choose_tag(syntax, places, i);
        if (draft->heads[i] < draft->count)
            draft->relations[i] = choose_relation(syntax, places, i);
    }
    return places != NULL;
}
