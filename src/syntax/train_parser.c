/* Learning transitions with a beam: where the treebank's sequence falls behind most, both sequences up to there are
 * learnt from (Huang, Fayong and Guo 2012: the update at the maximum violation), actions and relations alike. Relations
 * are also learnt one arc at a time, wherever the best sequence has the treebank's arc. */
#include "syntax/train_inside.h"

static void score_actions(const void *weights, const struct px_parse *parse, const struct px_state *state,
                          int32_t sums[PX_ACTION_CLASSES])
{
    const struct px_parser_learner *learner = weights;
    uint32_t rows[PX_ACTION_ROWS];
    size_t count = px_parse_action_rows(parse, state, PX_ROWS_ALONE(learner->actions.bits), rows);
    px_perceptron_score(&learner->actions, rows, count, PX_ACTION_CLASSES, sums);
}

static struct px_label best_relation(const struct px_parser_learner *learner, const uint32_t *rows, size_t count)
{
    int32_t sums[PX_RELATION_CLASSES];
    const struct px_parse_weights *names = &learner->syntax->parse;
    px_perceptron_score(&learner->relations, rows, count, PX_RELATION_CLASSES, sums);
    uint32_t best = names->root == 0 ? 1 : 0;
    for (uint32_t i = 0; i < names->relation_count; i++)
        if (i != names->root && sums[i] > sums[best])
            best = i;
    return (struct px_label){best, sums[best]};
}

static struct px_label choose_relation(const void *weights, const struct px_parse *parse, const struct px_state *state,
                                       enum px_action action)
{
    const struct px_parser_learner *learner = weights;
    uint32_t rows[PX_RELATION_ROWS];
    if (px_state_head(state, action)->node == parse->count)
        return (struct px_label){learner->syntax->parse.root, 0};
    size_t count = px_parse_relation_rows(parse, state, action, PX_ROWS_ALONE(learner->relations.bits), rows);
    return best_relation(learner, rows, count);
}

/* Arcs of the treebank that can no longer be made after the action (Goldberg and Nivre 2013). An arc into the stack's
 * top is lost when its head is none of what the top can still meet; one out of it when the dependent still waits. */
static uint32_t cost_of(const struct px_parse *parse, const struct px_state *state, const uint32_t *gold,
                        enum px_action action)
{
    uint32_t lost = 0;
    uint32_t next = state->front.node;
    if (action == PX_SHIFT) {
        for (const struct px_item *item = state->top; item != NULL; item = item->below) {
            lost += gold[item->node] == next;
            lost += item != state->top && gold[next] == item->node;
        }
        return lost;
    }
    uint32_t dependent = state->top->node;
    for (uint32_t i = next; i < parse->count; i++)
        lost += gold[i] == dependent;
    if (gold[dependent] == px_state_head(state, action)->node)
        return lost;
    bool below = action == PX_LEFT && state->depth > 1 && gold[dependent] == state->top->below->node;
    return lost + (gold[dependent] >= next || below);
}

/* The treebank's action: what loses least, the ones that make arcs first. */
static enum px_action oracle(const struct px_parse *parse, const struct px_state *state, const uint32_t *gold)
{
    static const enum px_action order[] = {PX_LEFT, PX_RIGHT, PX_SHIFT};
    enum px_action best = PX_ACTIONS;
    uint32_t least = UINT32_MAX;
    for (int i = 0; i < PX_ACTIONS; i++) {
        if (!px_state_allows(parse, state, order[i]))
            continue;
        uint32_t cost = cost_of(parse, state, gold, order[i]);
        if (cost < least) {
            least = cost;
            best = order[i];
        }
    }
    return best;
}

/* Adds or takes what the step to `state` rests on. */
static void learn_step(struct px_parser_learner *learner, const struct px_parse *parse, const struct px_state *state,
                       int32_t change)
{
    uint32_t rows[PX_ACTION_ROWS];
    enum px_action action = (enum px_action)state->action;
    size_t count = px_parse_action_rows(parse, state->previous, PX_ROWS_ALONE(learner->actions.bits), rows);
    px_perceptron_change(&learner->actions, rows, count, action, change);
    if (action == PX_SHIFT || px_state_head(state->previous, action)->node == parse->count)
        return;
    count = px_parse_relation_rows(parse, state->previous, action, PX_ROWS_ALONE(learner->relations.bits), rows);
    px_perceptron_change(&learner->relations, rows, count, state->relation, change);
}

/* Both sequences have the same length; what they share cancels out. */
static void learn_sequences(struct px_parser_learner *learner, const struct px_parse *parse,
                            const struct px_state *right, const struct px_state *wrong)
{
    while (right != wrong && right->previous != NULL) {
        learn_step(learner, parse, right, 1);
        learn_step(learner, parse, wrong, -1);
        right = right->previous;
        wrong = wrong->previous;
    }
}

/* An automatic parse that says no more of a relation than that there is one. */
static bool is_doubtful(const struct px_sample *sample, uint32_t dependent)
{
    return sample->silver && px_slice_is(sample->relation_names[dependent], "dep");
}

/* Learns the relations of the right arcs of a sequence. */
static void learn_relations(struct px_parser_learner *learner, const struct px_parse *parse,
                            const struct px_sample *sample, const struct px_state *state)
{
    for (; state->previous != NULL; state = state->previous) {
        uint32_t rows[PX_RELATION_ROWS];
        if (state->action == PX_SHIFT)
            continue;
        uint32_t head = px_state_head(state->previous, state->action)->node;
        uint32_t dependent = state->previous->top->node;
        if (head == parse->count || sample->heads[dependent] != head || is_doubtful(sample, dependent))
            continue;
        uint32_t right = sample->relations[dependent];
        size_t count =
            px_parse_relation_rows(parse, state->previous, state->action, PX_ROWS_ALONE(learner->relations.bits), rows);
        uint32_t best = best_relation(learner, rows, count).relation;
        if (right != best && right != learner->syntax->parse.root)
            px_perceptron_learn(&learner->relations, rows, count, right, best);
        learner->relations.step++;
    }
}

/* The relation of the arc that the action makes: the treebank's if the arc is, else what the learner would choose. */
static struct px_label right_relation(const struct px_parser_learner *learner, const struct px_parse *parse,
                                      const struct px_state *state, enum px_action action,
                                      const struct px_sample *sample)
{
    uint32_t rows[PX_RELATION_ROWS];
    int32_t sums[PX_RELATION_CLASSES];
    uint32_t head = px_state_head(state, action)->node;
    uint32_t dependent = state->top->node;
    uint32_t relation = sample->relations[dependent];
    if (head == parse->count || sample->heads[dependent] != head || relation == learner->syntax->parse.root ||
        is_doubtful(sample, dependent))
        return choose_relation(learner, parse, state, action);
    size_t count = px_parse_relation_rows(parse, state, action, PX_ROWS_ALONE(learner->relations.bits), rows);
    px_perceptron_score(&learner->relations, rows, count, PX_RELATION_CLASSES, sums);
    return (struct px_label){relation, sums[relation]};
}

/* The treebank's sequence, one step on; its score is what the learner gives it. */
static const struct px_state *follow(const struct px_parser_learner *learner, const struct px_parse *parse,
                                     const struct px_state *gold, const struct px_sample *sample)
{
    int32_t sums[PX_ACTION_CLASSES];
    enum px_action action = oracle(parse, gold, sample->heads);
    struct px_label label = {0};
    if (action != PX_SHIFT)
        label = right_relation(learner, parse, gold, action, sample);
    score_actions(learner, parse, gold, sums);
    return px_state_act(parse, gold, action, label.relation, gold->score + sums[action] + label.score);
}

static bool same_sequence(const struct px_state *a, const struct px_state *b)
{
    while (a != b && a->previous != NULL && a->action == b->action && a->relation == b->relation) {
        a = a->previous;
        b = b->previous;
    }
    return a->previous == NULL || a == b;
}

static bool learn_sample(struct px_parser_learner *learner, const struct px_sample *sample)
{
    const struct px_parse_scorer scorer = {learner, score_actions, choose_relation};
    struct px_parse parse;
    px_arena_clear(&learner->arena);
    if (!px_parse_init(&parse, sample->words, sample->guesses, learner->syntax->traits, sample->count, &learner->arena))
        return false;
    struct px_beam beam = {.states = {px_parse_begin(&parse)}, .count = 1};
    const struct px_state *gold = beam.states[0];
    const struct px_state *worst[2] = {NULL,
                                       NULL}; /* the treebank's state and the best, where they are farthest apart */
    int64_t violation = -1;
    bool done = gold != NULL;
    while (done && !px_state_is_done(&parse, gold)) {
        gold = follow(learner, &parse, gold, sample);
        done = gold != NULL && px_beam_advance(&parse, &scorer, learner->beam, UINT32_MAX / 2, &beam);
        if (done && beam.states[0]->score - gold->score > violation && !same_sequence(beam.states[0], gold)) {
            violation = beam.states[0]->score - gold->score;
            worst[0] = gold;
            worst[1] = beam.states[0];
        }
    }
    if (!done)
        return false;
    learn_relations(learner, &parse, sample, beam.states[0]);
    if (worst[0] != NULL)
        learn_sequences(learner, &parse, worst[0], worst[1]);
    learner->actions.step++;
    return true;
}

enum px_status px_train_parser_round(struct px_parser_learner *learner, const struct px_selection *selection,
                                     struct px_error *error)
{
    for (size_t i = 0; i < selection->count; i++)
        if (!learn_sample(learner, selection->items[i]))
            return px_no_memory(error);
    return PX_OK;
}
