/* What the parser asks of a state: words, tags and what is attached to them (after Zhang and Nivre 2011). */
#include "syntax/parsing.h"

/* A template's values are mixed by one multiplication each; the number of the template stands in the source. */
#define ROW(template, a, b, c, d) (features[n++] = px_feature((template), (a), (b), (c), (d)))

/* What features speak of: the stack's top three, the buffer's first three, and what hangs on them. */
struct view {
    const struct px_node *s0, *s1, *s2, *b0, *b1, *b2;
    const struct px_node *s0l, *s0r, *s1l, *s1r, *b0l, *s0l2, *s0r2, *s1r2, *b0l2;
    const struct px_item *s0i, *s1i, *b0i; /* with the dependents */
    uint32_t between0;                     /* distance of s0 and b0 */
    uint32_t between1;                     /* of s1 and s0 */
    uint64_t passed0, passed1;             /* what lies there */
};

static uint32_t distance(uint32_t from, uint32_t to)
{
    uint32_t apart = to - from;
    return apart <= 5 ? apart : apart <= 10 ? 6 : 7;
}

/* What lies between two words, as far as it parts them: none, one or more of each kind. */
static uint64_t between(const struct px_parse *parse, uint32_t from, uint32_t to)
{
    if (from >= to || to > parse->count)
        return 0;
    uint64_t counts = parse->nodes[to].passed - parse->nodes[from + 1].passed;
    uint64_t found = 0;
    for (int kind = 0; kind < PX_PASSED_NOTHING; kind++, counts >>= PX_PASSED_BITS) {
        uint64_t one = counts & (((uint64_t)1 << PX_PASSED_BITS) - 1);
        found = found << 2 | (one < 2 ? one : 2);
    }
    return found;
}

static void look_at_stack(const struct px_parse *parse, const struct px_item *top, const struct px_item *none,
                          struct view *v)
{
    const struct px_node *nodes = parse->nodes;
    const struct px_item *s0 = top == NULL ? none : top;
    const struct px_item *s1 = s0->below == NULL ? none : s0->below;
    const struct px_item *s2 = s1->below == NULL ? none : s1->below;
    v->s0i = s0;
    v->s1i = s1;
    v->s0 = &nodes[s0->node];
    v->s1 = &nodes[s1->node];
    v->s2 = &nodes[s2->node];
    v->s0l = &nodes[s0->left[0]];
    v->s0r = &nodes[s0->right[0]];
    v->s1l = &nodes[s1->left[0]];
    v->s1r = &nodes[s1->right[0]];
    v->s0l2 = &nodes[s0->left[1]];
    v->s0r2 = &nodes[s0->right[1]];
    v->s1r2 = &nodes[s1->right[1]];
    v->between1 = s1 != none ? distance(s1->node, s0->node) : 0;
    v->passed1 = s1 != none ? between(parse, s1->node, s0->node) : 0;
}

static void look_ahead(const struct px_parse *parse, uint32_t next, struct view *v)
{
    uint32_t nothing = parse->count + 1;
    v->b0 = &parse->nodes[next];
    v->b1 = &parse->nodes[next + 1 <= nothing ? next + 1 : nothing];
    v->b2 = &parse->nodes[next + 2 <= nothing ? next + 2 : nothing];
}

static void look(const struct px_parse *parse, const struct px_state *state, const struct px_item *none, struct view *v)
{
    uint32_t next = state->front.node;
    look_at_stack(parse, state->top, none, v);
    look_ahead(parse, next, v);
    v->b0i = &state->front;
    v->b0l = &parse->nodes[v->b0i->left[0]];
    v->b0l2 = &parse->nodes[v->b0i->left[1]];
    v->between0 = v->s0i != none ? distance(v->s0i->node, next) : 0;
    v->passed0 = v->s0i != none ? between(parse, v->s0i->node, next) : 0;
}

/* Stands where the stack has no item. */
static struct px_item nothing_on_stack(const struct px_parse *parse)
{
    uint32_t nothing = parse->count + 1;
    return (struct px_item){.node = nothing,
                            .left = {nothing, nothing},
                            .right = {nothing, nothing},
                            .left_relation = PX_NO_RELATION,
                            .right_relation = PX_NO_RELATION};
}

/* Three words, each alone; their templates begin at `first`. */
static size_t single_rows(const struct px_node *const words[3], uint32_t first, uint64_t *restrict features)
{
    size_t n = 0;
    for (uint32_t i = 0; i < 3; i++) {
        ROW(first + 3 * i, words[i]->word, 0, 0, 0);
        ROW(first + 3 * i + 1, words[i]->tag, 0, 0, 0);
        ROW(first + 3 * i + 2, words[i]->word, words[i]->tag, 0, 0);
    }
    return n;
}

size_t px_parse_ahead_rows(const struct px_parse *parse, uint32_t next, const struct px_weights *weights,
                           uint32_t *rows)
{
    struct view v;
    uint64_t features[PX_ACTION_ROWS];
    look_ahead(parse, next, &v);
    size_t n = single_rows((const struct px_node *const[]){v.b0, v.b1, v.b2}, 9, features);
    ROW(37, v.b0->tag, v.b1->tag, 0, 0);
    ROW(47, v.b0->word, v.b1->tag, 0, 0);
    ROW(48, v.b0->tag, v.b1->word, 0, 0);
    ROW(50, v.b0->tag, v.b1->tag, v.b2->tag, 0);
    ROW(104, v.b0->word, v.b1->word, 0, 0);
    px_feature_rows(weights, features, n, rows);
    return n;
}

static size_t stack_word_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *s2 = v->s2;
    size_t n = single_rows((const struct px_node *const[]){s0, s1, s2}, 0, features);
    ROW(38, s1->word, s0->word, 0, 0);
    ROW(39, s1->word, s1->tag, s0->tag, 0);
    ROW(40, s1->tag, s0->word, s0->tag, 0);
    ROW(41, s1->tag, s0->tag, 0, 0);
    ROW(53, s2->tag, s1->tag, s0->tag, 0);
    ROW(120, s0->class, s0->tag, 0, 0);
    ROW(122, s1->class, s0->class, 0, 0);
    ROW(126, s1->word, s0->class, 0, 0);
    ROW(127, s1->class, s0->word, 0, 0);
    ROW(141, s1->tag, s0->tag, v->passed1, 0);
    return n;
}

static size_t stack_tree_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *s2 = v->s2;
    const struct px_item *i0 = v->s0i, *i1 = v->s1i;
    size_t n = 0;
    ROW(57, s1->tag, v->s1l->tag, s0->tag, 0);
    ROW(58, s1->tag, v->s1r->tag, s0->tag, 0);
    ROW(59, s1->tag, s0->tag, v->s0l->tag, 0);
    ROW(60, s1->tag, s0->tag, v->s0r->tag, 0);
    ROW(67, s1->tag, v->s0l->word, s0->tag, 0);
    ROW(70, s1->word, v->s0l->word, s0->tag, 0);
    ROW(78, s1->tag, s0->tag, v->between1, 0);
    ROW(79, s1->word, v->between1, s0->tag, 0);
    ROW(80, s0->word, i0->left_count, i0->right_count, 0);
    ROW(82, s1->word, i1->right_count, s0->tag, 0);
    ROW(83, s1->tag, i1->left_count, i1->right_count, s0->tag);
    ROW(86, s0->word, i0->left_relations, i0->right_relations, 0);
    ROW(87, s1->tag, i1->left_relations, i1->right_relations, s0->tag);
    ROW(88, s1->word, i1->right_relations, s0->tag, 0);
    ROW(92, i1->right_relation, v->s1r->word, s1->tag, s0->tag);
    ROW(94, v->s0l->tag, v->s0l2->tag, s0->tag, 0);
    ROW(95, v->s0r->tag, v->s0r2->tag, s0->tag, 0);
    ROW(96, v->s1r->tag, v->s1r2->tag, s1->tag, s0->tag);
    ROW(98, s0->tag, s1->tag, i0->left_relations, i1->right_relations);
    ROW(100, s2->tag, s1->tag, v->s0l->word, s0->tag);
    ROW(101, s2->word, v->s0l->word, s0->tag, 0);
    ROW(128, s1->class, v->s0l->word, s0->class, 0);
    ROW(129, s2->class, v->s0l->word, s0->class, 0);
    return n;
}

size_t px_parse_stack_rows(const struct px_parse *parse, const struct px_item *top, const struct px_weights *weights,
                           uint32_t *rows)
{
    struct view view;
    uint64_t features[PX_ACTION_ROWS];
    const struct px_item none = nothing_on_stack(parse);
    look_at_stack(parse, top, &none, &view);
    size_t n = stack_word_rows(&view, features);
    n += stack_tree_rows(&view, features + n);
    px_feature_rows(weights, features, n, rows);
    return n;
}

static size_t pair_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    size_t n = 0;
    ROW(30, s0->word, s0->tag, b0->word, b0->tag);
    ROW(31, s0->word, s0->tag, b0->word, 0);
    ROW(32, s0->word, b0->word, b0->tag, 0);
    ROW(33, s0->word, s0->tag, b0->tag, 0);
    ROW(34, s0->tag, b0->word, b0->tag, 0);
    ROW(35, s0->word, b0->word, 0, 0);
    ROW(36, s0->tag, b0->tag, 0, 0);
    ROW(42, s1->word, b0->word, 0, 0);
    ROW(43, s1->tag, b0->word, 0, 0);
    ROW(44, s1->word, b0->tag, 0, 0);
    return n;
}

static size_t triple_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    size_t n = 0;
    ROW(51, s0->tag, b0->tag, v->b1->tag, 0);
    ROW(52, s1->tag, s0->tag, b0->tag, 0);
    ROW(54, s0->tag, v->s0l->tag, b0->tag, 0);
    ROW(55, s0->tag, v->s0r->tag, b0->tag, 0);
    ROW(56, s0->tag, b0->tag, v->b0l->tag, 0);
    ROW(61, s1->word, s0->tag, b0->tag, 0);
    ROW(62, s1->tag, s0->word, b0->tag, 0);
    ROW(63, s1->tag, s0->tag, b0->word, 0);
    ROW(64, s1->tag, s0->tag, b0->tag, v->b1->tag);
    ROW(65, s0->tag, b0->tag, v->b1->tag, v->b2->tag);
    ROW(66, v->s2->tag, s1->tag, s0->tag, b0->tag);
    ROW(68, s0->word, v->s0l->word, b0->tag, 0);
    ROW(69, s0->tag, v->s0l->word, b0->tag, 0);
    ROW(71, s1->word, v->s0l->word, b0->tag, 0);
    return n;
}

/* Where a preposition or a comma ahead asks what is to be closed before it. */
static size_t closing_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    size_t n = 0;
    ROW(102, s0->word, b0->word, v->b1->tag, 0);
    ROW(103, s1->word, b0->word, v->b1->tag, 0);
    ROW(105, s0->tag, b0->word, v->b1->word, 0);
    ROW(106, s1->tag, s0->tag, b0->word, v->b1->tag);
    ROW(107, s0->tag, b0->word, v->b1->tag, v->b2->tag);
    ROW(108, s1->word, s0->word, b0->word, 0);
    ROW(109, s1->tag, s0->word, b0->word, 0);
    ROW(110, s1->word, s0->tag, b0->word, 0);
    ROW(111, v->s2->tag, s1->tag, s0->tag, b0->word);
    return n;
}

static size_t tree_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    const struct px_item *i0 = v->s0i, *i1 = v->s1i, *ib = v->b0i;
    size_t n = 0;
    ROW(75, s0->word, v->between0, 0, 0);
    ROW(76, s0->tag, b0->tag, v->between0, 0);
    ROW(77, b0->tag, v->between0, 0, 0);
    ROW(81, s0->tag, i0->left_count, i0->right_count, b0->tag);
    ROW(84, b0->tag, ib->left_count, s0->tag, 0);
    ROW(85, s0->tag, i0->left_relations, i0->right_relations, b0->tag);
    ROW(89, b0->tag, ib->left_relations, s0->tag, 0);
    ROW(90, b0->word, ib->left_relations, 0, 0);
    ROW(91, i0->left_relation, i0->right_relation, s0->tag, b0->tag);
    ROW(93, v->s0r->word, s0->tag, b0->tag, 0);
    ROW(97, v->b0l->tag, v->b0l2->tag, b0->tag, 0);
    ROW(99, s1->word, i1->left_relations, i1->right_relations, b0->tag);
    return n;
}

/* Verbs, commas and conjunctions that an arc would span. */
static size_t passed_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    size_t n = 0;
    ROW(140, s0->tag, b0->tag, v->passed0, 0);
    ROW(142, s0->word, b0->tag, v->passed0, 0);
    ROW(143, s1->tag, s0->tag, b0->tag, v->passed0);
    ROW(144, s1->tag, b0->tag, v->passed1, v->passed0);
    return n;
}

/* Classes for words that are too rare to be learnt one by one. */
static size_t class_rows(const struct view *v, uint64_t *restrict features)
{
    const struct px_node *s0 = v->s0, *s1 = v->s1, *b0 = v->b0;
    size_t n = 0;
    ROW(121, s0->class, b0->class, 0, 0);
    ROW(123, s1->class, s0->class, b0->class, 0);
    ROW(124, s0->word, b0->class, 0, 0);
    ROW(125, s0->class, b0->word, 0, 0);
    ROW(130, s0->class, b0->word, v->b1->class, 0);
    ROW(131, s1->class, b0->word, v->b1->class, 0);
    return n;
}

size_t px_parse_joint_rows(const struct px_parse *parse, const struct px_state *state, const struct px_weights *weights,
                           uint32_t *rows)
{
    struct view view;
    uint64_t features[PX_ACTION_ROWS];
    const struct px_item none = nothing_on_stack(parse);
    look(parse, state, &none, &view);
    size_t n = pair_rows(&view, features);
    n += triple_rows(&view, features + n);
    n += closing_rows(&view, features + n);
    n += class_rows(&view, features + n);
    n += passed_rows(&view, features + n);
    n += tree_rows(&view, features + n);
    px_feature_rows(weights, features, n, rows);
    return n;
}

size_t px_parse_action_rows(const struct px_parse *parse, const struct px_state *state,
                            const struct px_weights *weights, uint32_t *rows)
{
    size_t n = px_parse_ahead_rows(parse, state->front.node, weights, rows);
    n += px_parse_stack_rows(parse, state->top, weights, rows + n);
    return n + px_parse_joint_rows(parse, state, weights, rows + n);
}

/* The word at a place, or nothing outside the sentence. */
static const struct px_node *node_at(const struct px_parse *parse, uint32_t at)
{
    return &parse->nodes[at < parse->count ? at : parse->count + 1];
}

static size_t context_rows(const struct px_parse *parse, const struct px_item *hi, const struct px_item *di,
                           uint64_t *restrict features)
{
    uint32_t head = hi->node;
    uint32_t dependent = di->node;
    const struct px_node *h = &parse->nodes[head], *d = &parse->nodes[dependent];
    uint64_t side = head < dependent;
    uint64_t far = side ? distance(head, dependent) : distance(dependent, head);
    size_t n = 0;
    ROW(30, node_at(parse, dependent - 1)->tag, d->tag, node_at(parse, dependent + 1)->tag, h->tag);
    ROW(31, node_at(parse, dependent - 1)->word, d->tag, side, h->tag);
    ROW(32, node_at(parse, dependent + 1)->word, d->tag, side, h->tag);
    ROW(33, node_at(parse, head - 1)->tag, h->tag, node_at(parse, head + 1)->tag, d->tag);
    ROW(34, h->tag, d->tag, side, far);
    ROW(35, h->word, d->tag, side, far);
    ROW(36, d->word, h->tag, side, far);
    ROW(37, hi->left_relations, d->tag, side, h->tag);
    ROW(38, hi->right_relations, d->tag, side, h->tag);
    ROW(39, hi->left_relations, hi->right_relations, h->word, d->tag);
    ROW(40, di->left_relations, d->tag, h->tag, side);
    ROW(41, di->right_relations, d->tag, h->tag, side);
    ROW(42, di->left_relations, d->word, h->upos, side);
    ROW(43, di->left_relations, h->word, d->upos, side);
    ROW(44, di->left_relations, di->right_relations, d->upos, h->upos);
    ROW(45, hi->left_count, hi->right_count, h->tag, d->tag);
    ROW(46, h->tag, d->tag, side, between(parse, side ? head : dependent, side ? dependent : head));
    return n;
}

size_t px_parse_relation_rows(const struct px_parse *parse, const struct px_state *state, enum px_action action,
                              const struct px_weights *weights, uint32_t *rows)
{
    const struct px_item *hi = px_state_head(state, action), *di = state->top;
    const struct px_node *h = &parse->nodes[hi->node], *d = &parse->nodes[di->node];
    const struct px_node *first = &parse->nodes[di->left[0]], *last = &parse->nodes[di->right[0]];
    uint64_t side = action == PX_RIGHT;
    uint64_t features[PX_RELATION_ROWS];
    size_t n = 0;
    ROW(0, h->word, h->tag, side, 0);
    ROW(1, h->word, side, 0, 0);
    ROW(2, h->tag, side, 0, 0);
    ROW(3, d->word, d->tag, side, 0);
    ROW(4, d->word, side, 0, 0);
    ROW(5, d->tag, side, 0, 0);
    ROW(6, h->word, d->word, side, 0);
    ROW(7, h->word, d->tag, side, 0);
    ROW(8, h->tag, d->word, side, 0);
    ROW(9, h->tag, d->tag, side, 0);
    ROW(10, h->upos, d->upos, side, 0);
    ROW(14, first->word, d->upos, h->upos, side);
    ROW(15, first->word, h->word, d->upos, side);
    ROW(16, first->tag, d->tag, h->tag, side);
    ROW(17, last->tag, d->tag, h->tag, side);
    ROW(18, di->left_relation, di->right_relation, d->tag, h->tag);
    ROW(19, hi->right_relation, h->tag, d->tag, side);
    ROW(20, hi->left_relation, h->tag, d->tag, side);
    ROW(21, d->word, first->word, side, h->upos);
    ROW(22, h->class, d->class, side, 0);
    ROW(23, h->word, d->class, side, 0);
    ROW(24, h->class, d->word, side, 0);
    ROW(25, h->class, d->tag, side, 0);
    ROW(26, h->tag, d->class, side, 0);
    ROW(27, h->class, first->word, d->class, side);
    n += context_rows(parse, hi, di, features + n);
    px_feature_rows(weights, features, n, rows);
    return n;
}
