/* Who does what a verb or a noun tells, where a phrase beside it says so: "by the guards", "criticism from
 * Republicans". */
#include "reading/agency_reading.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"

uint32_t px_agency_listed(const struct px_agency_reading *reading, uint32_t word)
{
    return reading->words.listed == NULL
               ? 0
               : reading->words.listed[px_parse_token(reading->annotation, reading->sentence, word)];
}

bool px_agency_is_tagged(const struct px_agency_reading *reading, uint32_t word, const char *tag)
{
    return px_tree_has_xpos(reading->tree, word, tag);
}

bool px_agency_is_headline(const struct px_agency_reading *reading)
{
    const struct px_article *article = reading->annotation->article;
    return !px_role_is_paragraph(article->blocks.items[article->sentences.items[reading->sentence].block].role);
}

const struct px_token *px_agency_token(const struct px_agency_reading *reading, uint32_t word)
{
    return &reading->annotation->article->tokens.items[px_parse_token(reading->annotation, reading->sentence, word)];
}

uint32_t px_agency_entity(const struct px_agency_reading *reading, uint32_t word)
{
    if (word == PX_NONE)
        return PX_NONE;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    return px_entity_at(reading->annotation, token);
}

/* Does "by" stand before the word, and no time behind it ("by Friday")? */
bool px_agency_is_by(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    bool by = (px_tree_arc(reading->tree, word) & PX_ARC_AGENT) != 0 ||
              (preposition != PX_NONE &&
               (px_parse_classes(reading->annotation, reading->sentence, preposition) & PX_CLASS_AGENT) != 0);
    return by &&
           (px_parse_classes(reading->annotation, reading->sentence, word) & (PX_CLASS_TIME | PX_CLASS_NUMBER)) == 0;
}

/* The doer that "by" adds. */
uint32_t px_agency_agent_below(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_AGENT | PX_ARC_OBLIQUE | PX_ARC_NOMINAL;
    uint32_t child = px_tree_dependent(reading->tree, word, arcs);
    while (child != PX_NONE && !px_agency_is_by(reading, child))
        child = px_tree_next(reading->tree, child, arcs);
    return child;
}

bool px_agency_is_whence(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    return preposition != PX_NONE && (px_agency_listed(reading, preposition) & PX_AGENCY_SOURCE) != 0;
}

/* The doer that "from" adds to a noun: "criticism from Republicans"; also where it hangs on the noun's verb, behind
 * it. */
uint32_t px_agency_agent_whence(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_OBLIQUE | PX_ARC_NOMINAL;
    for (uint32_t at = word, steps = 0; steps < 2; steps++, at = reading->tree->words[word].head) {
        if (at >= reading->tree->count)
            return PX_NONE;
        for (uint32_t child = px_tree_dependent(reading->tree, at, arcs); child != PX_NONE;
             child = px_tree_next(reading->tree, child, arcs))
            if (child > word && px_agency_is_whence(reading, child))
                return child;
    }
    return PX_NONE;
}

/* The same of a passive; also where it hangs on what stands between: "was invited for help by the government". */
uint32_t px_agency_agent_of_verb(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t agent = px_agency_agent_below(reading, word);
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_OBLIQUE);
    for (; agent == PX_NONE && child != PX_NONE; child = px_tree_next(reading->tree, child, PX_ARC_OBLIQUE)) {
        agent = px_agency_agent_below(reading, child);
        agent = agent == PX_NONE ? px_agency_agent_whence(reading, child) : agent;
    }
    return agent;
}

/* "were beaten and killed by the guards": one doer of several participles. */
uint32_t px_agency_agent_of_passive(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t agent = px_agency_agent_of_verb(reading, word);
    uint32_t next = px_tree_dependent(reading->tree, word, PX_ARC_CONJUNCT);
    for (; agent == PX_NONE && next != PX_NONE; next = px_tree_next(reading->tree, next, PX_ARC_CONJUNCT))
        if (px_tree_dependent(reading->tree, next, PX_ARC_SUBJECT) == PX_NONE)
            agent = px_agency_agent_of_verb(reading, next);
    if (agent == PX_NONE && (px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) != 0)
        agent = px_agency_agent_of_verb(reading, reading->tree->words[word].head);
    return agent;
}

/* Is the word a participle of its own, to which a "by" behind it belongs: "was held after being *indicted* by"? */
static bool takes_by(const struct px_agency_reading *reading, uint32_t word)
{
    return px_agency_is_tagged(reading, word, "VBN") &&
           (px_tree_is_passive(reading->tree, word) || (px_tree_arc(reading->tree, word) & PX_ARC_ASIDE) != 0) &&
           (px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) == 0;
}

/* "by" may hang on anything in between but another participle: who stands behind it is no doer for sure, but nobody can
 * say that none is told. */
bool px_agency_has_by_behind(const struct px_agency_reading *reading, uint32_t word)
{
    for (uint32_t by = word + 1; by + 1 < reading->tree->count; by++) {
        uint32_t next = px_parse_classes(reading->annotation, reading->sentence, by + 1);
        const struct px_token *token =
            &reading->annotation->article->tokens.items[px_parse_token(reading->annotation, reading->sentence, by + 1)];
        if (takes_by(reading, by))
            return false;
        if ((px_parse_classes(reading->annotation, reading->sentence, by) & PX_CLASS_AGENT) != 0 &&
            (next & PX_CLASS_TIME) == 0 && token->kind != PX_TOKEN_NUMBER)
            return true;
    }
    return false;
}
