#include "annotate/motive_reading.h"

/* A verb of using with its object: "used the scare". */
static bool is_means(const struct px_motive_reading *reading, uint32_t word)
{
    return word < reading->tree->count &&
           reading->marks[px_parse_token(reading->annotation, reading->sentence, word)].means &&
           px_tree_dependent(reading->tree, word, PX_ARC_OBJECT) != PX_NONE;
}

/* The verb whose purpose the clause of `verb` tells; PX_NONE where it is no clause of purpose. After a verb of using it
 * may hang on the object, or as an open complement, since parsers are not sure there. */
static uint32_t governor_of(const struct px_motive_reading *reading, uint32_t verb)
{
    const struct px_tree *tree = reading->tree;
    uint32_t head = tree->words[verb].head;
    struct px_slice relation = px_syntax_relation(tree->syntax, tree->words[verb].relation);
    if (head >= tree->count || head > verb || px_tree_dependent(tree, verb, PX_ARC_SUBJECT) != PX_NONE)
        return PX_NONE;
    if (px_slice_starts(relation, PX_SLICE("advcl")))
        return px_slice_is(px_party_tag(reading->annotation, reading->sentence, head), "VERB") ? head : PX_NONE;
    if ((px_tree_arc(tree, verb) & PX_ARC_OPEN) != 0)
        return is_means(reading, head) ? head : PX_NONE;
    bool object = (px_tree_arc(tree, head) & PX_ARC_OBJECT) != 0 && (px_tree_arc(tree, verb) & PX_ARC_ASIDE) != 0;
    return object && is_means(reading, tree->words[head].head) ? tree->words[head].head : PX_NONE;
}

/* "Her goal is to win": the subject is the purpose, and hers. */
static bool read_goal(const struct px_motive_reading *reading, uint32_t token, uint32_t verb)
{
    uint32_t goal = px_tree_dependent(reading->tree, verb, PX_ARC_SUBJECT);
    if (goal == PX_NONE || goal > verb ||
        !reading->marks[px_parse_token(reading->annotation, reading->sentence, goal)].goal)
        return true;
    uint32_t owner = px_tree_dependent(reading->tree, goal, PX_ARC_POSSESSOR);
    return px_motive_add(reading, px_parse_token(reading->annotation, reading->sentence, goal), token + 1,
                         px_party_at(reading->annotation, reading->sentence, owner), 0, false);
}

bool px_motive_read_infinitive(const struct px_motive_reading *reading, uint32_t token)
{
    uint32_t word = px_parse_word(reading->annotation, token);
    uint32_t verb = word == PX_NONE ? PX_NONE : reading->tree->words[word].head;
    if (verb == PX_NONE || verb >= reading->tree->count || verb <= word ||
        !px_slice_is(px_party_tag(reading->annotation, reading->sentence, verb), "VERB"))
        return true;
    if (px_tree_dependent(reading->tree, verb, PX_ARC_COPULA) != PX_NONE)
        return read_goal(reading, token, verb);
    uint32_t governor = governor_of(reading, verb);
    if (governor == PX_NONE)
        return true;
    struct px_party actor = px_party_doer(reading->annotation, reading->sentence, governor);
    if (is_means(reading, governor))
        return px_motive_add(reading, px_parse_token(reading->annotation, reading->sentence, governor), token + 1,
                             actor, 0, false);
    return actor.entity == PX_NONE || px_motive_add(reading, token, token + 1, actor, 0, false);
}
