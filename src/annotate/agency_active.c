/* Active verbs as deeds: which are none, who stands in their roles, and the words that tell them. */
#include "annotate/agency.h"
#include "annotate/agency_reading.h"
#include "annotate/grammar.h"
#include "annotate/parse.h"
#include "text/utf8.h"

static bool has_tag(const struct px_agency_reading *reading, uint32_t word, const char *tag)
{
    return px_slice_is(px_syntax_xpos(reading->tree->syntax, reading->tree->words[word].tag), tag);
}

static const struct px_token *token_of(const struct px_agency_reading *reading, uint32_t word)
{
    return &reading->annotation->article->tokens.items[px_parse_token(reading->annotation, reading->sentence, word)];
}

/* "HASK — The mayor": the place before the dash has no part in what follows. */
static bool is_dateline(const struct px_agency_reading *reading, uint32_t word)
{
    if (word > 0 || reading->tree->count < 2 || token_of(reading, 1)->kind != PX_TOKEN_PUNCTUATION)
        return false;
    size_t at = token_of(reading, 1)->start;
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

/* An owner ("whose speech") is not what he owns; a description may have its name behind it: "her rival, Peter Corvin". */
uint32_t px_agency_party(const struct px_agency_reading *reading, uint32_t word)
{
    if (word == PX_NONE || has_tag(reading, word, "PRP$") || has_tag(reading, word, "WP$"))
        return PX_NONE;
    uint32_t entity = px_agency_entity(reading, word);
    uint32_t name = px_tree_dependent(reading->tree, word, PX_ARC_APPOSITION);
    return entity == PX_NONE && name != PX_NONE && name > word ? px_agency_entity(reading, name) : entity;
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
    uint32_t object = px_tree_dependent(reading->tree, word, PX_ARC_OBJECT);
    if (object == PX_NONE || has_tag(reading, object, "PRP") || is_beside(reading, object))
        return PX_NONE; /* a pronoun there is read amiss too often, and may be a reflexive */
    uint32_t patient = px_agency_party(reading, object);
    return patient == agent ? PX_NONE : patient;
}

/* Is the form a participle without "have", which tells what befalls a noun: "a district anchored in the north"? */
bool px_agency_is_bare_participle(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t first = px_tree_first_conjunct(reading->tree, word);
    return has_tag(reading, word, "VBN") && px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) == PX_NONE &&
           px_tree_dependent(reading->tree, first, PX_ARC_AUXILIARY) == PX_NONE;
}

/* Does a clause say what the verb does: "charged that", "began to sing", "left him alone"? An order that has an object is a
 * deed: "forced him to leave". */
static bool governs_clause(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    if (word + 1 < tree->count && has_tag(reading, word + 1, "IN") &&
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
    const struct px_article *article = reading->annotation->article;
    uint8_t role = article->blocks.items[article->sentences.items[reading->sentence].block].role;
    return !px_role_is_paragraph(role) && px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) == PX_NONE &&
           (has_tag(reading, word, "VBD") || has_tag(reading, word, "VBN"));
}

bool px_agency_is_told(const struct px_agency_reading *reading, uint32_t word)
{
    return !governs_clause(reading, word) && !is_of_speech(reading, word) && !is_unclear(reading, word);
}

static bool is_nominal(const struct px_agency_reading *reading, uint32_t word)
{
    return px_slice_starts(px_syntax_xpos(reading->tree->syntax, reading->tree->words[word].tag), PX_SLICE("NN"));
}

/* The word that ends the phrase of the noun, and of what "of" adds right behind it. */
static uint32_t last_of(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t last = word;
    while (last + 1 < tree->count && is_nominal(reading, last + 1)) /* the rest of a name */
        last++;
    uint32_t of = px_tree_dependent(tree, word, PX_ARC_NOMINAL);
    uint32_t preposition = of == PX_NONE ? PX_NONE : px_tree_dependent(tree, of, PX_ARC_CASE);
    bool behind = preposition != PX_NONE && of > last && preposition == last + 1 &&
                  (px_agency_listed(reading, preposition) & PX_AGENCY_OBJECT) != 0;
    return behind ? last_of(reading, of) : last;
}

/* The object, the later of two, or else the first phrase behind the verb; PX_NONE for none, or where a mark stands before. */
static uint32_t complement_of(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t end = px_tree_dependent(tree, word, PX_ARC_OBJECT);
    uint32_t next = end == PX_NONE ? PX_NONE : px_tree_next(tree, end, PX_ARC_OBJECT);
    end = next != PX_NONE ? next : end;
    if (end == PX_NONE || end < word)
        end = px_tree_dependent(tree, word, PX_ARC_OBLIQUE);
    while (end != PX_NONE && end < word)
        end = px_tree_next(tree, end, PX_ARC_OBLIQUE);
    for (uint32_t at = word; end != PX_NONE && at < end; at++) {
        const struct px_token *token = token_of(reading, at);
        uint32_t mark = (unsigned char)reading->annotation->article->text.data[token->start];
        if (token->kind == PX_TOKEN_PUNCTUATION && (mark == ',' || mark == ';' || mark == ':' || mark == '('))
            return PX_NONE;
    }
    return end;
}

struct px_span px_agency_phrase(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t end = complement_of(reading, word);
    uint32_t particle = px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND);
    while (particle != PX_NONE && particle < word)
        particle = px_tree_next(reading->tree, particle, PX_ARC_COMPOUND);
    const struct px_token *first = token_of(reading, word);
    const struct px_token *last = particle == PX_NONE ? first : token_of(reading, particle);
    last = end == PX_NONE ? last : token_of(reading, last_of(reading, end));
    return (struct px_span){first->start, last->end > first->end ? last->end : first->end};
}
