/* Parsing: a tree from tagged words, by transitions from left to right. Private to the room.
 *
 * Arc-hybrid (Kuhlmann, Gomez-Rodriguez and Satta 2011): words wait in a buffer and pass over a stack. SHIFT moves the
 * first of the buffer onto the stack, LEFT makes it the head of the stack's top, RIGHT makes the second of the stack
 * the head of the top; both take the top away with all its dependents found. An artificial root stands at the
 * buffer's end and may take one word only, so that every sequence of transitions that is allowed ends in one tree, after
 * 2n transitions for n words. A beam keeps the few best sequences (Zhang and Nivre 2011, whose features these are), and
 * drops those too far behind the best. The choice of a transition and that of an arc's relation are two questions, each
 * with its features; a sequence scores the sum of both answers, step by step.
 *
 * States never change: a stack is a list of items that states share, an item with a new dependent is a new item. So a
 * step costs the same however long the sentence is.
 */
#ifndef PX_SYNTAX_PARSING_H
#define PX_SYNTAX_PARSING_H

#include "syntax/forms.h"

enum px_action { PX_SHIFT, PX_LEFT, PX_RIGHT, PX_ACTIONS };

enum { PX_ACTION_ROWS = 128, PX_RELATION_ROWS = 64, PX_NO_RELATION = 63, PX_BEAM_LIMIT = 16 };

/* A relation's score is multiplied by the model's weight for it, in steps of 1 / PX_RELATION_UNIT. */
enum { PX_RELATION_UNIT = 256, PX_RELATION_MOST = 64 };

/* What is known of a word; of the root behind the last, and of nothing behind the root. */
struct px_node {
    uint32_t word;   /* digest of the key */
    uint32_t class;  /* px_form_facts */
    uint64_t passed; /* how many of each kind (enum px_passed) stand before it, PX_PASSED_BITS each */
    uint8_t tag;     /* + 1; 0: the root, 255: nothing */
    uint8_t upos;
    int16_t ahead[PX_ACTION_CLASSES]; /* sums of px_parse_ahead_rows where the word is the buffer's front */
};

/* A word on the stack or at the buffer's front, with the dependents found so far. An item settles all that lies below
 * it, so what follows from these alone is asked for once and kept: the relation that RIGHT would give the word, and what
 * the features of the stack add up to with the item on top. */
struct px_item {
    struct px_item *below;
    uint64_t left_relations; /* sets of relations, by bits */
    uint64_t right_relations;
    uint32_t node;
    uint32_t left[2]; /* nodes of the outermost dependents on the left, the outermost first */
    uint32_t right[2];
    uint8_t left_relation; /* of the outermost */
    uint8_t right_relation;
    uint8_t left_count; /* dependents, 7 for more */
    uint8_t right_count;
    bool labelled; /* the next two are known: */
    uint8_t label; /* the relation that RIGHT would give the word */
    int32_t label_score;
    bool summed;                     /* the next are known: */
    int16_t sums[PX_ACTION_CLASSES]; /* of px_parse_stack_rows */
};

struct px_state {
    const struct px_state *previous; /* NULL: the beginning */
    struct px_item *top;             /* of the stack; NULL: empty */
    struct px_item front;            /* of the buffer; its node is the sentence's length at the end: the root */
    uint32_t depth;
    int64_t score;    /* the sum over the steps */
    uint8_t action;   /* that led here */
    uint8_t relation; /* of its arc */
};

/* A sentence to parse: nodes[count] is the root, nodes[count + 1] nothing. */
struct px_parse {
    struct px_node *nodes;
    uint32_t count;
    struct px_arena *arena; /* where items and states are taken from */
};

struct px_parse_weights {
    struct px_weights actions;
    struct px_weights relations;
    uint32_t relation_count;
    uint32_t root;   /* the relation of the root's word */
    uint32_t weight; /* of a relation's score beside an action's, in steps of 1 / PX_RELATION_UNIT */
    uint32_t beam;
    uint32_t margin; /* behind the best, from which a sequence is dropped */
};

/* What may lie between two words and part them, and in how many bits it is counted. */
enum { PX_PASSED_BITS = 16 };
enum px_passed { PX_PASSED_VERB, PX_PASSED_COMMA, PX_PASSED_CONJUNCTION, PX_PASSED_MARK, PX_PASSED_NOTHING };

/* What the parser knows of a tag. */
struct px_tag_traits {
    uint8_t upos;   /* as a number: the first tag with the same UPOS */
    uint8_t passed; /* enum px_passed */
};

/* Makes nodes of the words; `traits` is by tag. */
bool px_parse_init(struct px_parse *parse, const struct px_form_facts *const *words, const uint8_t *tags,
                   const struct px_tag_traits *traits, uint32_t count, struct px_arena *arena);

/* The first state; NULL when memory is out. */
const struct px_state *px_parse_begin(const struct px_parse *parse);

static inline bool px_state_is_done(const struct px_parse *parse, const struct px_state *state)
{
    return state->front.node == parse->count && state->depth == 0;
}

/* May the action be done? At least one may, until all is done. */
static inline bool px_state_allows(const struct px_parse *parse, const struct px_state *state, enum px_action action)
{
    if (action == PX_SHIFT)
        return state->front.node < parse->count;
    if (action == PX_RIGHT)
        return state->depth > 1;
    return state->depth > 0 && (state->front.node < parse->count || state->depth == 1);
}

/* The items that the action's arc joins. */
static inline const struct px_item *px_state_head(const struct px_state *state, enum px_action action)
{
    return action == PX_LEFT ? &state->front : state->top->below;
}

/* The state behind the action, with this relation for its arc; NULL when memory is out. */
const struct px_state *px_state_act(const struct px_parse *parse, const struct px_state *state, enum px_action action,
                                    uint32_t relation, int64_t score);

/* The rows of a state's features, in a table of 2^bits weights, in three parts; each returns how many, the same for every
 * state, and PX_ACTION_ROWS at most in all. First those of the words from the buffer's front on; */
size_t px_parse_ahead_rows(const struct px_parse *parse, uint32_t next, const struct px_weights *weights,
                           uint32_t *rows);

/* then those of the stack, by its top (NULL: it is empty); */
size_t px_parse_stack_rows(const struct px_parse *parse, const struct px_item *top, const struct px_weights *weights,
                           uint32_t *rows);

/* and those of both together. */
size_t px_parse_joint_rows(const struct px_parse *parse, const struct px_state *state, const struct px_weights *weights,
                           uint32_t *rows);

/* All three, one behind the other. */
size_t px_parse_action_rows(const struct px_parse *parse, const struct px_state *state,
                            const struct px_weights *weights, uint32_t *rows);

/* The rows of the arc that the action would make. */
size_t px_parse_relation_rows(const struct px_parse *parse, const struct px_state *state, enum px_action action,
                              const struct px_weights *weights, uint32_t *rows);

/* The relation of an arc, and what it adds to the score of the sequence. */
struct px_label {
    uint32_t relation;
    int32_t score;
};

/* Who scores: the model's bytes, or the trainer's weights. */
struct px_parse_scorer {
    const void *weights;
    void (*actions)(const void *weights, const struct px_parse *parse, const struct px_state *state,
                    int32_t sums[PX_ACTION_CLASSES]);
    struct px_label (*relation)(const void *weights, const struct px_parse *parse, const struct px_state *state,
                                enum px_action action);
};

/* The states of one step, the best first. */
struct px_beam {
    const struct px_state *states[PX_BEAM_LIMIT];
    uint32_t count;
};

/* Moves all states of the beam one step on, keeping at most `size` and none that is `margin` behind; false when memory
 * is out. */
bool px_beam_advance(const struct px_parse *parse, const struct px_parse_scorer *scorer, uint32_t size, uint32_t margin,
                     struct px_beam *beam);

/* The best tree: the last state of its sequence, or NULL when memory is out. Linear. */
const struct px_state *px_parse_run(const struct px_parse_weights *weights, const struct px_parse *parse);

#endif
