#include "syntax/parsing.h"

#include <string.h>

enum {
    MOST_COUNTED = 7,
    NOTHING_TAG = 255,
    HOPE = 4 /* half margins that the relations of a step may make good */
};

bool px_parse_init(struct px_parse *parse, const struct px_form_facts *const *words, const uint8_t *tags,
                   const struct px_tag_traits *traits, uint32_t count, struct px_arena *arena)
{
    uint64_t passed = 0;
    *parse = (struct px_parse){px_arena_array(arena, struct px_node, (size_t)count + 2), count, arena};
    if (parse->nodes == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const struct px_tag_traits *tag = &traits[tags[i]];
        parse->nodes[i] = (struct px_node){.word = words[i]->word,
                                           .class = words[i]->class,
                                           .passed = passed,
                                           .tag = (uint8_t)(tags[i] + 1),
                                           .upos = tag->upos};
        if (tag->passed != PX_PASSED_NOTHING)
            passed += (uint64_t)1 << (PX_PASSED_BITS * tag->passed);
    }
    parse->nodes[count] = (struct px_node){.passed = passed, .tag = 0, .upos = NOTHING_TAG - 1};
    parse->nodes[count + 1] = (struct px_node){.passed = passed, .tag = NOTHING_TAG, .upos = NOTHING_TAG};
    return true;
}

static struct px_item new_item(const struct px_parse *parse, uint32_t node)
{
    uint32_t nothing = parse->count + 1;
    return (struct px_item){.node = node,
                            .left = {nothing, nothing},
                            .right = {nothing, nothing},
                            .left_relation = PX_NO_RELATION,
                            .right_relation = PX_NO_RELATION};
}

const struct px_state *px_parse_begin(const struct px_parse *parse)
{
    struct px_state *state = px_arena_new(parse->arena, struct px_state);
    if (state == NULL)
        return NULL;
    state->front = new_item(parse, 0);
    return state;
}

static uint8_t one_more(uint8_t count)
{
    return (uint8_t)(count < MOST_COUNTED ? count + 1 : MOST_COUNTED);
}

static bool shift(const struct px_parse *parse, struct px_state *state)
{
    struct px_item *item = px_arena_new(parse->arena, struct px_item);
    if (item == NULL)
        return false;
    *item = state->front;
    item->below = state->top;
    state->top = item;
    state->depth++;
    state->front = new_item(parse, item->node + 1);
    return true;
}

static void attach_left(struct px_state *state, uint32_t relation)
{
    struct px_item *head = &state->front;
    head->left[1] = head->left[0];
    head->left[0] = state->top->node;
    head->left_relation = (uint8_t)relation;
    head->left_relations |= (uint64_t)1 << relation;
    head->left_count = one_more(head->left_count);
    state->top = state->top->below;
    state->depth--;
}

static bool attach_right(const struct px_parse *parse, struct px_state *state, uint32_t relation)
{
    struct px_item *head = px_arena_new(parse->arena, struct px_item);
    if (head == NULL)
        return false;
    *head = *state->top->below;
    head->labelled = false;
    head->summed = false;
    head->right[1] = head->right[0];
    head->right[0] = state->top->node;
    head->right_relation = (uint8_t)relation;
    head->right_relations |= (uint64_t)1 << relation;
    head->right_count = one_more(head->right_count);
    state->top = head;
    state->depth--;
    return true;
}

const struct px_state *px_state_act(const struct px_parse *parse, const struct px_state *state, enum px_action action,
                                    uint32_t relation, int64_t score)
{
    struct px_state *next = px_arena_new(parse->arena, struct px_state);
    if (next == NULL)
        return NULL;
    *next = *state;
    next->previous = state;
    next->action = (uint8_t)action;
    next->relation = (uint8_t)relation;
    next->score = score;
    if (action == PX_SHIFT)
        return shift(parse, next) ? next : NULL;
    if (action == PX_RIGHT)
        return attach_right(parse, next, relation) ? next : NULL;
    attach_left(next, relation);
    return next;
}

/* A step that the beam may take. */
struct candidate {
    const struct px_state *state;
    enum px_action action;
    bool labelled;         /* the next is known: */
    struct px_label label; /* of its arc */
    int64_t score;
};

/* Puts the candidate among the best, which stay in order; equal ones in the order they came. */
static void insert(struct candidate *best, uint32_t *count, uint32_t size, const struct candidate *candidate)
{
    uint32_t at = *count;
    if (at == size && candidate->score <= best[at - 1].score)
        return;
    if (at == size)
        at--;
    else
        ++*count;
    for (; at > 0 && best[at - 1].score < candidate->score; at--)
        best[at] = best[at - 1];
    best[at] = *candidate;
}

/* The steps that the beam may take. */
struct steps {
    struct candidate items[PX_BEAM_LIMIT * PX_ACTIONS];
    uint32_t count;
    int64_t most; /* the score of the best, without relations */
};

/* Do features see the same in both items? What lies below them is not compared. */
static bool is_alike(const struct px_item *a, const struct px_item *b)
{
    return a->node == b->node && a->left_relations == b->left_relations && a->right_relations == b->right_relations &&
           a->left[0] == b->left[0] && a->left[1] == b->left[1] && a->right[0] == b->right[0] &&
           a->right[1] == b->right[1] && a->left_relation == b->left_relation &&
           a->right_relation == b->right_relation && a->left_count == b->left_count && a->right_count == b->right_count;
}

/* The same of two stacks, whose third items show no more than their words. */
static bool is_stack_alike(const struct px_item *a, const struct px_item *b)
{
    for (int i = 0; i < 2 && a != b; i++, a = a->below, b = b->below)
        if (a == NULL || b == NULL || !is_alike(a, b))
            return false;
    return a == b || (a != NULL && b != NULL && a->node == b->node);
}

/* States of one step often differ in what is long settled alone. Then the later one takes the sums of the earlier, of
 * the stack if no more is alike; false: those of all are to be asked for. */
static bool take_sums(const struct px_beam *beam, uint32_t number, int32_t (*sums)[PX_ACTION_CLASSES])
{
    const struct px_state *state = beam->states[number];
    for (uint32_t i = 0; i < number; i++) {
        const struct px_state *other = beam->states[i];
        if (!is_stack_alike(state->top, other->top))
            continue;
        if (state->top != NULL && other->top->summed && !state->top->summed) {
            memcpy(state->top->sums, other->top->sums, sizeof state->top->sums);
            state->top->summed = true;
        }
        if (!is_alike(&state->front, &other->front))
            continue;
        memcpy(sums[number], sums[i], sizeof *sums);
        return true;
    }
    return false;
}

/* Lists the steps by what their actions score; their arcs have no relations yet. */
static void list_steps(const struct px_parse *parse, const struct px_parse_scorer *scorer, const struct px_beam *beam,
                       struct steps *steps)
{
    int32_t sums[PX_BEAM_LIMIT][PX_ACTION_CLASSES];
    steps->count = 0;
    steps->most = INT64_MIN;
    for (uint32_t i = 0; i < beam->count; i++) {
        const struct px_state *state = beam->states[i];
        if (!take_sums(beam, i, sums))
            scorer->actions(scorer->weights, parse, state, sums[i]);
        for (enum px_action action = PX_SHIFT; action < PX_ACTIONS; action++) {
            if (!px_state_allows(parse, state, action))
                continue;
            int64_t score = state->score + sums[i][action];
            steps->items[steps->count++] = (struct candidate){.state = state, .action = action, .score = score};
            steps->most = score > steps->most ? score : steps->most;
        }
    }
}

/* An earlier step with a label whose arc joins items alike; NULL: there is none. */
static const struct candidate *find_same_arc(const struct steps *steps, const struct candidate *step)
{
    const struct px_item *head = px_state_head(step->state, step->action);
    for (const struct candidate *other = steps->items; other < step; other++)
        if (other->labelled && other->action == step->action && is_alike(other->state->top, step->state->top) &&
            is_alike(px_state_head(other->state, other->action), head))
            return other;
    return NULL;
}

/* The relation of the step's arc: asked of the scorer, or kept from the same arc, or from the last time that RIGHT was
 * weighed with this top. */
static struct px_label find_label(const struct px_parse *parse, const struct px_parse_scorer *scorer,
                                  const struct steps *steps, const struct candidate *step)
{
    struct px_item *top = step->state->top;
    if (step->action == PX_RIGHT && top->labelled)
        return (struct px_label){top->label, top->label_score};
    const struct candidate *same = find_same_arc(steps, step);
    struct px_label label =
        same != NULL ? same->label : scorer->relation(scorer->weights, parse, step->state, step->action);
    if (step->action == PX_RIGHT) {
        top->labelled = true;
        top->label = (uint8_t)label.relation;
        top->label_score = label.score;
    }
    return label;
}

/* Gives the arcs of the steps their relations, and puts the best steps into `best`; returns how many. No relation is
 * asked for where the action alone is too far behind. */
static uint32_t choose_steps(const struct px_parse *parse, const struct px_parse_scorer *scorer, uint32_t size,
                             uint32_t margin, struct steps *steps, struct candidate *best)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < steps->count; i++) {
        struct candidate *step = &steps->items[i];
        if (step->score + HOPE * (int64_t)margin / 2 < steps->most)
            continue;
        if (step->action != PX_SHIFT) {
            step->label = find_label(parse, scorer, steps, step);
            step->labelled = true;
            step->score += step->label.score;
        }
        insert(best, &count, size, step);
    }
    return count;
}

bool px_beam_advance(const struct px_parse *parse, const struct px_parse_scorer *scorer, uint32_t size, uint32_t margin,
                     struct px_beam *beam)
{
    struct steps steps;
    struct candidate best[PX_BEAM_LIMIT] = {{0}};
    list_steps(parse, scorer, beam, &steps);
    uint32_t count = choose_steps(parse, scorer, size, margin, &steps, best);
    beam->count = 0;
    for (uint32_t i = 0; i < count && best[i].score + margin >= best[0].score; i++) {
        beam->states[i] = px_state_act(parse, best[i].state, best[i].action, best[i].label.relation, best[i].score);
        if (beam->states[i] == NULL)
            return false;
        beam->count++;
    }
    return true;
}

/* What rows of features, up to PX_ACTION_ROWS of them, say for each action. */
static void add_rows(const struct px_weights *actions, const uint32_t *rows, size_t count,
                     int16_t sums[PX_ACTION_CLASSES])
{
    uint16_t added[PX_ACTION_CLASSES];
    px_weights_add_four(actions, rows, count, added);
    for (int i = 0; i < PX_ACTION_CLASSES; i++)
        sums[i] = (int16_t)(added[i] - (int32_t)count * PX_WEIGHT_ZERO);
}

/* For the words ahead once for each place of the buffer: a parse comes by all of them, with several states. */
static void score_ahead(const struct px_weights *actions, const struct px_parse *parse)
{
    uint32_t rows[PX_ACTION_ROWS];
    for (uint32_t next = 0; next <= parse->count; next++)
        add_rows(actions, rows, px_parse_ahead_rows(parse, next, actions, rows), parse->nodes[next].ahead);
}

/* The rows of both parts are sent for before either is added up. */
static void score_actions(const void *weights, const struct px_parse *parse, const struct px_state *state,
                          int32_t sums[PX_ACTION_CLASSES])
{
    const struct px_weights *actions = &((const struct px_parse_weights *)weights)->actions;
    uint32_t rows[PX_ACTION_ROWS];
    int16_t empty[PX_ACTION_CLASSES], joint[PX_ACTION_CLASSES];
    struct px_item *top = state->top;
    int16_t *stack = top == NULL ? empty : top->sums;
    bool summed = top != NULL && top->summed;
    size_t stack_rows = summed ? 0 : px_parse_stack_rows(parse, top, actions, rows);
    size_t joint_rows = px_parse_joint_rows(parse, state, actions, rows + stack_rows);
    if (!summed)
        add_rows(actions, rows, stack_rows, stack);
    if (top != NULL)
        top->summed = true;
    add_rows(actions, rows + stack_rows, joint_rows, joint);
    for (int i = 0; i < PX_ACTION_CLASSES; i++)
        sums[i] = parse->nodes[state->front.node].ahead[i] + stack[i] + joint[i];
}

/* The first relation with the highest sum; the root's is set to nothing, and never the best. */
static uint32_t best_relation(const struct px_parse_weights *weights, uint16_t sums[PX_RELATION_CLASSES])
{
    uint16_t most = 0;
    uint32_t best = 0;
    sums[weights->root] = 0;
    for (uint32_t i = 0; i < weights->relation_count; i++)
        most = sums[i] > most ? sums[i] : most;
    while (best + 1 < PX_RELATION_CLASSES && (sums[best] != most || best == weights->root))
        best++;
    return best;
}

static struct px_label choose_relation(const void *weights, const struct px_parse *parse, const struct px_state *state,
                                       enum px_action action)
{
    const struct px_parse_weights *w = weights;
    uint32_t rows[PX_RELATION_ROWS];
    uint16_t sums[PX_RELATION_CLASSES] = {0};
    if (px_state_head(state, action)->node == parse->count)
        return (struct px_label){w->root, 0};
    size_t count = px_parse_relation_rows(parse, state, action, &w->relations, rows);
    px_weights_add_relations(&w->relations, rows, count, sums);
    uint32_t best = best_relation(w, sums);
    int32_t score = sums[best] - (int32_t)count * PX_WEIGHT_ZERO;
    return (struct px_label){best, score * (int32_t)w->weight / PX_RELATION_UNIT};
}

const struct px_state *px_parse_run(const struct px_parse_weights *weights, const struct px_parse *parse)
{
    const struct px_parse_scorer scorer = {weights, score_actions, choose_relation};
    struct px_beam beam = {.states = {px_parse_begin(parse)}, .count = 1};
    bool done = beam.states[0] != NULL;
    score_ahead(&weights->actions, parse);
    while (done && !px_state_is_done(parse, beam.states[0]))
        done = px_beam_advance(parse, &scorer, weights->beam, weights->margin, &beam);
    return done ? beam.states[0] : NULL;
}
