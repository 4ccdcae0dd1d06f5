/* Nouns that name a deed: who does it, and whom it befalls. */
#include "reading/agency_reading.h"
#include "reading/grammar.h"
#include "reading/parse.h"

enum { NEAR = 4 }; /* words before a noun */

/* The "of" of a noun, which names whom the deed befalls: any preposition but those that name the doer. */
static uint32_t object_of_noun(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_NOMINAL);
    while (child != PX_NONE && (px_agency_is_by(reading, child) || px_agency_is_whence(reading, child)))
        child = px_tree_next(reading->tree, child, PX_ARC_NOMINAL);
    return child;
}

/* Is the word of the name itself: "Carreth", not "Carrethi"? */
static bool is_in_name(const struct px_agency_reading *reading, uint32_t word, const struct px_entity *entity)
{
    const struct px_token *token =
        &reading->annotation->article->tokens.items[px_parse_token(reading->annotation, reading->sentence, word)];
    struct px_slice text = px_slice_part(reading->annotation->article->text, token->start, token->end);
    struct px_slice rest = entity->name, part;
    while (px_slice_next(&rest, ' ', &part))
        if (px_slice_equal(part, text))
            return true;
    return false;
}

/* "the Russian-Crimean reunification": two names in one word, of which neither does it alone. */
static bool is_joint(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    uint32_t mention = reading->annotation->mentions[token];
    if (mention == PX_NONE)
        return false;
    return (mention > 0 && article->mentions.items[mention - 1].first_token == token) ||
           (mention + 1 < article->mentions.count && article->mentions.items[mention + 1].first_token == token);
}

/* Does the word name somebody who may act? A name beside a noun is often where the deed was done ("the Carreth
 * attack"), and a person's beside a charge whom it befell ("the Corvin shooting"); the adjective of a country is not
 * ("Carrethi attacks"). */
static bool names_somebody(const struct px_agency_reading *reading, uint32_t word, bool charge)
{
    uint32_t entity = px_agency_entity(reading, word);
    if (entity == PX_NONE || is_joint(reading, word))
        return false;
    const struct px_entity *named = &reading->annotation->article->entities.items[entity];
    struct px_slice tag = px_syntax_upos(reading->tree->syntax, reading->tree->words[word].tag);
    if ((px_tree_arc(reading->tree, word) & PX_ARC_COMPOUND) == 0 && px_slice_is(tag, "ADJ") &&
        !is_in_name(reading, word, named))
        return true;
    return !charge &&
           (named->kind == PX_ENTITY_PERSON || named->kind == PX_ENTITY_ORGANISATION || named->kind == PX_ENTITY_GROUP);
}

/* What stands before a noun and names somebody: "the police review", "Sorvian attacks". A name as it is beside a charge
 * is as often its place or who suffers it ("the Hask attack"). */
static uint32_t name_before(const struct px_agency_reading *reading, uint32_t word, bool of_patient)
{
    const unsigned arcs = PX_ARC_COMPOUND | PX_ARC_MODIFIER;
    uint32_t child = px_tree_dependent(reading->tree, word, arcs);
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    bool charge = !of_patient && reading->words.claims[token].size > 0;
    while (child != PX_NONE && !names_somebody(reading, child, charge))
        child = px_tree_next(reading->tree, child, arcs);
    return child;
}

/* Is the doer of a noun told by what stands round it: "allegations made by", "launched an attack", "the attack that the
 * rebels carried out"? Who does it may be denied or asked there: it is not taken for told. */
static bool is_done_beside(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    for (uint32_t child = px_tree_dependent(tree, word, PX_ARC_ASIDE); child != PX_NONE;
         child = px_tree_next(tree, child, PX_ARC_ASIDE)) {
        bool light = (px_agency_listed(reading, child) & PX_AGENCY_LIGHT) != 0 && !px_tree_is_passive(tree, child);
        if (px_agency_agent_of_verb(reading, child) != PX_NONE ||
            (light && px_tree_dependent(tree, child, PX_ARC_SUBJECT) != PX_NONE))
            return true;
    }
    uint32_t head = tree->words[word].head;
    return (px_tree_arc(tree, word) & PX_ARC_OBJECT) != 0 && head < tree->count &&
           (px_agency_listed(reading, head) & PX_AGENCY_LIGHT) != 0 && px_tree_subject(tree, head) != PX_NONE;
}

static bool has_case(const struct px_agency_reading *reading, uint32_t word, uint32_t listed)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    return preposition != PX_NONE && (px_agency_listed(reading, preposition) & listed) != 0;
}

/* The verb of a deed that its subject does to an object by another: "met the plan with threats"; PX_NONE where it is
 * none. */
static uint32_t verb_above(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t head = tree->words[word].head;
    bool instrument = (px_tree_arc(tree, word) & PX_ARC_OBLIQUE) != 0 && has_case(reading, word, PX_AGENCY_INSTRUMENT);
    return instrument && head < tree->count && !px_tree_is_passive(tree, head) &&
                   px_tree_dependent(tree, head, PX_ARC_OBJECT) != PX_NONE
               ? head
               : PX_NONE;
}

/* Is somebody charged with the deed: "blamed for attacks and assaults"? */
static bool is_charged(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t head = tree->words[word].head;
    if ((px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0 && head < tree->count)
        head = tree->words[word = head].head;
    return (px_tree_arc(tree, word) & (PX_ARC_OBLIQUE | PX_ARC_NOMINAL)) != 0 && head < tree->count &&
           (px_agency_listed(reading, head) & PX_AGENCY_CHARGE) != 0;
}

/* Whoever's arrest it is, is arrested; but whose arrest of somebody it is, arrests: "the agency's document release". */
static bool has_object(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_NOMINAL);
    while (child != PX_NONE && !has_case(reading, child, PX_AGENCY_OBJECT))
        child = px_tree_next(reading->tree, child, PX_ARC_NOMINAL);
    return child != PX_NONE || px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND) != PX_NONE;
}

/* Does a statement's cue hold the noun, and somebody make the statement? "his claims that" */
static const struct px_attribution *statement_of(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t cue = reading->annotation->cues[px_parse_token(reading->annotation, reading->sentence, word)];
    const struct px_attribution *items = reading->annotation->article->attributions.items;
    return cue == PX_NONE || items[cue].speaker.count == 0 ? NULL : &items[cue];
}

/* Does the next word open what the noun is done to: "bombing the army"? Then it is a verb, whose doer stands
 * elsewhere. */
static bool is_verbal(const struct px_agency_reading *reading, uint32_t word)
{
    return word + 1 < reading->tree->count && px_tree_dependent(reading->tree, word, PX_ARC_ASIDE) == PX_NONE &&
           (px_parse_classes(reading->annotation, reading->sentence, word + 1) & PX_CLASS_ARTICLE) != 0;
}

/* "government intrusion", "the presidential pardon", "the Russian-Crimean reunification", "the Halden shutdown":
 * whoever does it, the reader is told. */
static bool has_party_before(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_COMPOUND | PX_ARC_MODIFIER;
    uint32_t child = px_tree_dependent(reading->tree, word, arcs);
    while (child != PX_NONE && (px_agency_listed(reading, child) & PX_AGENCY_PARTY) == 0 &&
           px_agency_entity(reading, child) == PX_NONE)
        child = px_tree_next(reading->tree, child, arcs);
    return child != PX_NONE;
}

/* "his government's alleged abuses": an owner whom the parser hung elsewhere. */
static bool has_owner_near(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t at = word;
    for (int steps = 0; at > 0 && steps < NEAR; steps++) {
        at--;
        if (px_agency_is_tagged(reading, at, "POS") || px_agency_is_tagged(reading, at, "PRP$"))
            return true;
        if (px_parse_classes(reading->annotation, reading->sentence, at) & (PX_CLASS_ARTICLE | PX_CLASS_PREPOSITION))
            return false;
    }
    return false;
}

/* "the disclosure", "the long offensive": where the noun does not say of what, it points back to what was told
 * before. */
static bool points_back(const struct px_agency_reading *reading, uint32_t word, uint32_t classes)
{
    return (classes & PX_CLASS_DEFINITE) != 0 &&
           ((classes & PX_CLASS_ARTICLE) == 0 || px_tree_dependent(reading->tree, word, PX_ARC_NOMINAL) == PX_NONE);
}

/* Does the sentence leave no doubt who does it: "forced the shutdown", "held sessions in an attempt to", "that
 * apology"? Who is not named beside the noun may be told by its verb or stand before it. */
static bool is_told_around(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    bool infinitive = word + 1 < tree->count &&
                      (px_parse_classes(reading->annotation, reading->sentence, word + 1) & PX_CLASS_TO) != 0;
    if ((px_tree_arc(tree, word) & PX_ARC_OBJECT) != 0 || infinitive)
        return true;
    uint32_t determiner = px_tree_dependent(tree, word, PX_ARC_DETERMINER);
    uint32_t classes = determiner == PX_NONE ? 0 : px_parse_classes(reading->annotation, reading->sentence, determiner);
    return points_back(reading, word, classes);
}

/* "any boycott", "no crackdown", "in the case of rape": none that there was. A headline, which leaves out what tells
 * it, does not say either ("to end shutdown"). */
static bool is_any(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned own = PX_ARC_NOMINAL | PX_ARC_COMPOUND | PX_ARC_POSSESSOR | PX_ARC_ASIDE;
    uint32_t determiner = px_tree_dependent(reading->tree, word, PX_ARC_DETERMINER);
    bool single = px_agency_is_tagged(reading, word, "NN");
    if (px_agency_is_headline(reading) ||
        (determiner == PX_NONE && single && px_tree_dependent(reading->tree, word, own) == PX_NONE))
        return true;
    return determiner != PX_NONE && (px_parse_classes(reading->annotation, reading->sentence, determiner) &
                                     (PX_CLASS_ARTICLE | PX_CLASS_DEFINITE)) == 0;
}

bool px_agency_is_in_speech(const struct px_agency_reading *reading, uint32_t word)
{
    const uint32_t verbs = PX_AGENCY_SPEECH | PX_AGENCY_STATIVE;
    const struct px_tree *tree = reading->tree;
    uint32_t at = px_tree_clause(tree, word);
    for (uint32_t head = tree->words[at].head; head < tree->count;
         at = px_tree_clause(tree, head), head = tree->words[at].head) {
        bool aside = (px_tree_arc(tree, at) & PX_ARC_ASIDE) != 0;
        if ((px_agency_listed(reading, head) & (aside ? PX_AGENCY_SAID : PX_AGENCY_SAID | verbs)) != 0)
            return true;
        if (px_tree_clause(tree, head) == at)
            break;
    }
    return false;
}

/* "saw it as a threat", "calling it an intrusion", "it was a crime": so something is called, which nobody need have
 * done. */
static bool is_predicate(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t head = tree->words[word].head;
    if ((px_tree_arc(tree, word) & PX_ARC_OPEN) != 0 || px_tree_dependent(tree, word, PX_ARC_COPULA) != PX_NONE ||
        has_case(reading, word, PX_AGENCY_ROLE))
        return true;
    bool bare = (px_tree_arc(tree, word) & (PX_ARC_OBJECT | PX_ARC_OBLIQUE)) != 0 && head < tree->count &&
                px_tree_dependent(tree, word, PX_ARC_CASE) == PX_NONE; /* parsers are not sure there */
    return bare && px_tree_dependent(tree, head, PX_ARC_OBJECT) < word &&
           (px_parse_classes(reading->annotation, reading->sentence, head) & PX_CLASS_NAMING) != 0;
}

static void fill_noun(const struct px_agency_reading *reading, uint32_t word, bool of_patient, struct px_act *act)
{
    uint32_t owner = px_tree_dependent(reading->tree, word, PX_ARC_POSSESSOR);
    uint32_t agent = px_agency_agent_below(reading, word);
    uint32_t before = name_before(reading, word, of_patient);
    uint32_t patient = object_of_noun(reading, word);
    uint32_t verb = verb_above(reading, word);
    if (agent == PX_NONE && patient != PX_NONE && (px_agency_listed(reading, word) & PX_AGENCY_OF_AGENT) != 0 &&
        has_case(reading, patient, PX_AGENCY_OBJECT)) {
        agent = patient; /* "the failure of the council" */
        patient = PX_NONE;
    }
    of_patient = of_patient && (owner == PX_NONE || !has_object(reading, word));
    if (agent == PX_NONE && patient != PX_NONE)
        agent = px_agency_agent_below(reading, patient); /* "the arrest of the envoy by the guards", hung too low */
    if (agent == PX_NONE && (owner == PX_NONE || patient == PX_NONE)) /* "its seizure of the port from Sorvia" */
        agent = px_agency_agent_whence(reading, word);
    if (agent == PX_NONE)
        agent = of_patient ? PX_NONE : owner != PX_NONE ? owner : before;
    if (agent == PX_NONE && verb != PX_NONE)
        agent = px_tree_subject(reading->tree, verb);
    if (of_patient && owner != PX_NONE)
        patient = owner;
    else if (of_patient && patient == PX_NONE)
        patient = before;
    const struct px_attribution *statement = agent == PX_NONE ? statement_of(reading, word) : NULL;
    act->kind = PX_ACT_NOMINAL;
    act->phrase = px_agency_noun_phrase(reading, word);
    act->deed = statement == NULL && !px_agency_is_in_speech(reading, word) &&
                !is_predicate(reading, word); /* else something said, or only called so */
    act->said = (px_agency_listed(reading, word) & PX_AGENCY_SAID) != 0;
    act->agent_given = agent != PX_NONE || statement != NULL || is_verbal(reading, word) ||
                       has_party_before(reading, word) || is_done_beside(reading, word) || is_charged(reading, word) ||
                       is_told_around(reading, word) || px_agency_has_by_behind(reading, word) ||
                       (!of_patient && has_owner_near(reading, word));
    act->deed = act->deed && (act->agent_given || !is_any(reading, word));
    act->agent = statement != NULL ? statement->entity : px_agency_entity(reading, agent);
    act->patient = px_agency_entity(reading, patient);
}

/* Is the noun part of a name, or does it only say of what kind another thing is: "rape exceptions"? */
static bool is_part_of_noun(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t mention = annotation->mentions[px_parse_token(annotation, reading->sentence, word)];
    const struct px_mention *at = mention == PX_NONE ? NULL : &annotation->article->mentions.items[mention];
    return (px_tree_arc(reading->tree, word) & PX_ARC_COMPOUND) != 0 ||
           (at != NULL && at->token_count > 1 && (at->form == PX_MENTION_NAME || at->form == PX_MENTION_ALIAS));
}

bool px_agency_read_noun(const struct px_agency_reading *reading, uint32_t word, struct px_act *act)
{
    uint32_t listed = px_agency_listed(reading, word);
    if ((listed & (PX_AGENCY_DEED_OF_AGENT | PX_AGENCY_DEED_OF_PATIENT)) == 0 || is_part_of_noun(reading, word))
        return false;
    fill_noun(reading, word, (listed & PX_AGENCY_DEED_OF_PATIENT) != 0, act);
    return true;
}
