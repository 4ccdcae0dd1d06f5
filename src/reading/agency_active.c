/* Active verbs as deeds: which are none, and who stands in their roles. */
#include "reading/agency.h"
#include "reading/agency_reading.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "text/utf8.h"

/* "HASK — The mayor": the place before the dash has no part in what follows. */
static bool is_dateline(const struct px_agency_reading *reading, uint32_t word)
{
    if (word > 0 || reading->tree->count < 2 || px_agency_token(reading, 1)->kind != PX_TOKEN_PUNCTUATION)
        return false;
    size_t at = px_agency_token(reading, 1)->start;
    uint32_t mark = px_utf8_next(reading->annotation->article->text, &at);
    return mark == '-' || (mark >= 0x2012 && mark <= 0x2015);
}

/* Of several subjects at most one is right, and nobody knows which. */
uint32_t px_agency_subject(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t subject = px_tree_subject(reading->tree, word);
    if (subject != PX_NONE && is_dateline(reading, subject))
        subject = px_tree_next(reading->tree, subject, PX_ARC_SUBJECT);
    return subject != PX_NONE && px_tree_next(reading->tree, subject, PX_ARC_SUBJECT) != PX_NONE ? PX_NONE : subject;
}

/* An owner ("whose speech") is not what he owns; a description may have its name behind it: "her rival, Peter
 * Corvin". */
uint32_t px_agency_party(const struct px_agency_reading *reading, uint32_t word)
{
    if (word == PX_NONE || px_agency_is_tagged(reading, word, "PRP$") || px_agency_is_tagged(reading, word, "WP$"))
        return PX_NONE;
    uint32_t entity = px_agency_entity(reading, word);
    uint32_t name = px_tree_dependent(reading->tree, word, PX_ARC_APPOSITION);
    return entity == PX_NONE && name != PX_NONE && name > word ? px_agency_entity(reading, name) : entity;
}

uint32_t px_agency_doer(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_COMPOUND | PX_ARC_MODIFIER;
    uint32_t entity = px_agency_party(reading, word);
    bool staff = entity == PX_NONE && word != PX_NONE && (px_agency_listed(reading, word) & PX_AGENCY_STAFF) != 0;
    uint32_t child = staff ? px_tree_dependent(reading->tree, word, arcs) : PX_NONE;
    for (; entity == PX_NONE && child != PX_NONE; child = px_tree_next(reading->tree, child, arcs)) {
        uint32_t body = px_agency_entity(reading, child);
        uint8_t kind = body == PX_NONE ? PX_ENTITY_OTHER : reading->annotation->article->entities.items[body].kind;
        entity = kind == PX_ENTITY_ORGANISATION || kind == PX_ENTITY_PLACE ? body : PX_NONE;
    }
    return entity;
}

/* "left him embarrassed", "sent him a letter": something is done, but not to him. */
static bool is_beside(const struct px_agency_reading *reading, uint32_t object)
{
    uint32_t behind = px_tree_dependent(reading->tree, object, PX_ARC_ASIDE);
    return px_tree_next(reading->tree, object, PX_ARC_OBJECT) != PX_NONE ||
           (behind != PX_NONE && px_agency_is_bare_participle(reading, behind));
}

uint32_t px_agency_patient(const struct px_agency_reading *reading, uint32_t word, uint32_t agent)
{
    uint32_t subject = px_agency_subject(reading, word);
    uint32_t object = px_tree_dependent(reading->tree, word, PX_ARC_OBJECT);
    if (agent == PX_NONE && subject != PX_NONE && (px_agency_listed(reading, subject) & PX_AGENCY_PARTY) == 0)
        return PX_NONE; /* "the bill passed the House" */
    if (object == PX_NONE || px_agency_is_tagged(reading, object, "PRP") || is_beside(reading, object))
        return PX_NONE; /* a pronoun there is read amiss too often, and may be a reflexive */
    uint32_t patient = px_agency_party(reading, object);
    return patient == agent ? PX_NONE : patient;
}

/* Is the form a participle without "have", which tells what befalls a noun: "a district anchored in the north"? */
bool px_agency_is_bare_participle(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t first = px_tree_first_conjunct(reading->tree, word);
    return px_agency_is_tagged(reading, word, "VBN") &&
           px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) == PX_NONE &&
           px_tree_dependent(reading->tree, first, PX_ARC_AUXILIARY) == PX_NONE;
}

/* Is the form one that tells of no time: an infinitive, whatever stands before it, or an order? */
static bool is_timeless(const struct px_agency_reading *reading, uint32_t word)
{
    return px_agency_is_tagged(reading, word, "VB");
}

/* Does a clause say what the verb does: "charged that", "began to sing", "left him alone"? An order that has an object
 * is a deed: "forced him to leave". */
static bool governs_clause(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    if (word + 1 < tree->count && px_agency_is_tagged(reading, word + 1, "IN") &&
        (px_parse_classes(reading->annotation, reading->sentence, word + 1) & PX_CLASS_THAT) != 0)
        return true;
    for (uint32_t child = tree->first_child[word]; child != PX_NONE; child = tree->next_child[child]) {
        unsigned arc = px_tree_arc(tree, child);
        if (child < word)
            continue;
        if ((arc & PX_ARC_CLAUSE) != 0 && (arc & (PX_ARC_ASIDE | PX_ARC_SUBJECT)) == 0)
            return true;
        if ((arc & PX_ARC_OPEN) != 0 && (px_tree_dependent(tree, word, PX_ARC_OBJECT) == PX_NONE ||
                                         !px_agency_is_to_be(reading->annotation, reading->sentence, child)))
            return true;
    }
    return false;
}

/* "affirmed their claims": what is done to something said is said. */
static bool is_of_speech(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t object = px_tree_dependent(reading->tree, word, PX_ARC_OBJECT);
    return object != PX_NONE && (px_agency_listed(reading, object) & PX_AGENCY_SAID) != 0;
}

/* A past form that a headline has may be a passive without its auxiliary: "Halden re-elected mayor". */
static bool is_unclear(const struct px_agency_reading *reading, uint32_t word)
{
    return px_agency_is_headline(reading) && px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) == PX_NONE &&
           (px_agency_is_tagged(reading, word, "VBD") || px_agency_is_tagged(reading, word, "VBN"));
}

/* "without him conferring", "after months of plotting": a gerund without "is" or "was" does not say that it was
 * done. */
static bool is_gerund(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t first = px_tree_first_conjunct(reading->tree, word);
    return px_agency_is_tagged(reading, word, "VBG") &&
           px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) == PX_NONE &&
           px_tree_dependent(reading->tree, first, PX_ARC_AUXILIARY) == PX_NONE;
}

/* "a plan that he floated with them", without an object: that is the noun before, and a part of the clause says
 * nothing. */
static bool is_of_object(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned relative = PX_ARC_ASIDE | PX_ARC_CLAUSE;
    uint32_t subject = px_tree_dependent(reading->tree, word, PX_ARC_SUBJECT);
    uint32_t head = reading->tree->words[word].head;
    return (px_tree_arc(reading->tree, word) & relative) == relative && head < word && subject != PX_NONE &&
           px_slice_starts(px_syntax_xpos(reading->tree->syntax, reading->tree->words[head].tag), PX_SLICE("NN")) &&
           px_tree_dependent(reading->tree, word, PX_ARC_OBJECT) == PX_NONE &&
           (px_parse_classes(reading->annotation, reading->sentence, subject) & (PX_CLASS_RELATIVE | PX_CLASS_THAT)) ==
               0;
}

/* "said that he left and took the money": who shares the subject of a verb that holds a clause may be of that
 * clause. */
static bool is_behind_clause(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t first = px_tree_first_conjunct(reading->tree, word);
    return first != word && px_tree_dependent(reading->tree, word, PX_ARC_SUBJECT) == PX_NONE &&
           governs_clause(reading, first);
}

bool px_agency_is_told(const struct px_agency_reading *reading, uint32_t word)
{
    return !is_timeless(reading, word) && !is_behind_clause(reading, word) && !is_of_object(reading, word) &&
           !is_gerund(reading, word) && !governs_clause(reading, word) && !is_of_speech(reading, word) &&
           !is_unclear(reading, word);
}

/* "reportedly left", "has apparently lost": somebody else tells it, or nobody surely does. */
static bool is_hedged(const struct px_agency_reading *reading, uint32_t word)
{
    for (uint32_t at = word; at-- > 0;) {
        struct px_slice tag = px_syntax_xpos(reading->tree->syntax, reading->tree->words[at].tag);
        if (!px_slice_starts(tag, PX_SLICE("RB")) && !px_slice_starts(tag, PX_SLICE("VB")) &&
            !px_slice_starts(tag, PX_SLICE("MD")))
            return false;
        if (px_party_is_listed(reading->annotation, px_parse_token(reading->annotation, reading->sentence, at),
                               PX_LEXICON_CERTAINTY, PX_SLICE("certainty.hedge.adverb")))
            return true;
    }
    return false;
}

/* "*Both* Anna Halden and Peter Corvin": of two doers neither did it alone. */
static bool is_joint(const struct px_agency_reading *reading, uint32_t subject)
{
    uint32_t start = subject == PX_NONE ? 0 : px_tree_span(reading->tree, subject).start;
    start -= start > 0; /* wherever the parser hangs the word */
    for (uint32_t at = start; subject != PX_NONE && at < subject; at++)
        if ((px_agency_listed(reading, at) & PX_AGENCY_JOINT) != 0)
            return true;
    return false;
}

/* Does an owner in the phrase stand for others than the person who acts: "adopted *their* view", "bristled at *his*
 * run"? */
static bool means_others(const struct px_agency_reading *reading, uint32_t word, uint32_t agent, struct px_span phrase)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_article *article = annotation->article;
    if (agent == PX_NONE || article->entities.items[agent].kind != PX_ENTITY_PERSON)
        return false;
    for (uint32_t at = word + 1; at < reading->tree->count && px_agency_token(reading, at)->start < phrase.end; at++) {
        uint32_t token = px_parse_token(annotation, reading->sentence, at), mention = annotation->mentions[token];
        if (px_agency_is_tagged(reading, at, "PRP$") &&
            (px_party_is_listed(annotation, token, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.plural")) ||
             (mention != PX_NONE && article->mentions.items[mention].entity != agent)))
            return true;
    }
    return false;
}

/* Does what follows the phrase take part of it back ("kept silent since May, *other than*"), or ask: "pressed him, the
 * mayor, *on whether*"? */
static bool is_cut_short(const struct px_agency_reading *reading, uint32_t word, struct px_span phrase)
{
    enum { REACH = 14 };
    const struct px_annotation *annotation = reading->annotation;
    uint32_t at = word + 1;
    while (at < reading->tree->count && px_agency_token(reading, at)->start < phrase.end)
        at++;
    for (uint32_t end = at + REACH; at + 1 < reading->tree->count && at < end; at++) {
        bool asks = (px_parse_classes(annotation, reading->sentence, at) & PX_CLASS_PREPOSITION) != 0 &&
                    px_agency_is_tagged(reading, at + 1, "IN") &&
                    (px_parse_classes(annotation, reading->sentence, at + 1) & PX_CLASS_QUESTION) != 0;
        if (px_slice_starts(px_syntax_xpos(reading->tree->syntax, reading->tree->words[at].tag), PX_SLICE("VBD")))
            return false;
        if (asks || px_party_is_listed(annotation, px_parse_token(annotation, reading->sentence, at), PX_LEXICON_AGENCY,
                                       PX_SLICE("agency.except")))
            return true;
    }
    return false;
}

bool px_agency_is_whole(const struct px_agency_reading *reading, uint32_t word, const struct px_act *act)
{
    return !is_hedged(reading, word) && !is_joint(reading, px_agency_subject(reading, word)) &&
           !means_others(reading, word, act->agent, act->phrase) && !is_cut_short(reading, word, act->phrase);
}
