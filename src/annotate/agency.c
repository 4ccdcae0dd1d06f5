#include "annotate/agency.h"

#include <string.h>

#include "annotate/agency_words.h"
#include "annotate/bearer.h"
#include "annotate/grammar.h"
#include "annotate/parse.h"
#include "annotate/scope.h"

struct reading {
    const struct px_annotation *annotation;
    struct px_agency_words words;
    const struct px_tree *tree;
    uint32_t sentence;
};

static uint16_t listed_at(const struct reading *reading, uint32_t word)
{
    return reading->words.listed == NULL
               ? 0
               : reading->words.listed[px_parse_token(reading->annotation, reading->sentence, word)];
}

static uint32_t entity_at(const struct reading *reading, uint32_t word)
{
    if (word == PX_NONE)
        return PX_NONE;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    return px_entity_at(reading->annotation, token);
}

/* Does "by" stand before the word, and no time behind it ("by Friday")? */
static bool is_by(const struct reading *reading, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    bool by = (px_tree_arc(reading->tree, word) & PX_ARC_AGENT) != 0 ||
              (preposition != PX_NONE &&
               (px_parse_classes(reading->annotation, reading->sentence, preposition) & PX_CLASS_AGENT) != 0);
    return by &&
           (px_parse_classes(reading->annotation, reading->sentence, word) & (PX_CLASS_TIME | PX_CLASS_NUMBER)) == 0;
}

/* The doer that "by" adds. */
static uint32_t agent_below(const struct reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_AGENT | PX_ARC_OBLIQUE | PX_ARC_NOMINAL;
    uint32_t child = px_tree_dependent(reading->tree, word, arcs);
    while (child != PX_NONE && !is_by(reading, child))
        child = px_tree_next(reading->tree, child, arcs);
    return child;
}

static bool is_whence(const struct reading *reading, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    return preposition != PX_NONE && (listed_at(reading, preposition) & PX_AGENCY_SOURCE) != 0;
}

/* The doer that "from" adds to a noun: "criticism from Republicans"; also where it hangs on the noun's verb, behind it. */
static uint32_t agent_whence(const struct reading *reading, uint32_t word)
{
    const unsigned arcs = PX_ARC_OBLIQUE | PX_ARC_NOMINAL;
    for (uint32_t at = word, steps = 0; steps < 2; steps++, at = reading->tree->words[word].head) {
        if (at >= reading->tree->count)
            return PX_NONE;
        for (uint32_t child = px_tree_dependent(reading->tree, at, arcs); child != PX_NONE;
             child = px_tree_next(reading->tree, child, arcs))
            if (child > word && is_whence(reading, child))
                return child;
    }
    return PX_NONE;
}

/* The same of a passive; also where it hangs on what stands between: "was invited for help by the government". */
static uint32_t agent_of_verb(const struct reading *reading, uint32_t word)
{
    uint32_t agent = agent_below(reading, word);
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_OBLIQUE);
    for (; agent == PX_NONE && child != PX_NONE; child = px_tree_next(reading->tree, child, PX_ARC_OBLIQUE)) {
        agent = agent_below(reading, child);
        agent = agent == PX_NONE ? agent_whence(reading, child) : agent;
    }
    return agent;
}

/* "were beaten and killed by the guards": one doer of several participles. */
static uint32_t agent_of_passive(const struct reading *reading, uint32_t word)
{
    uint32_t agent = agent_of_verb(reading, word);
    uint32_t next = px_tree_dependent(reading->tree, word, PX_ARC_CONJUNCT);
    for (; agent == PX_NONE && next != PX_NONE; next = px_tree_next(reading->tree, next, PX_ARC_CONJUNCT))
        if (px_tree_dependent(reading->tree, next, PX_ARC_SUBJECT) == PX_NONE)
            agent = agent_of_verb(reading, next);
    if (agent == PX_NONE && (px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) != 0)
        agent = agent_of_verb(reading, reading->tree->words[word].head);
    return agent;
}

static bool is_tagged(const struct reading *reading, uint32_t word, const char *tag)
{
    return px_slice_is(px_syntax_xpos(reading->tree->syntax, reading->tree->words[word].tag), tag);
}

/* "Two killed in raid", "Mayor blasted by sister": headlines do without the auxiliary. */
static bool is_headline_passive(const struct reading *reading, uint32_t word)
{
    const struct px_article *article = reading->annotation->article;
    uint8_t role = article->blocks.items[article->sentences.items[reading->sentence].block].role;
    uint32_t subject = px_tree_dependent(reading->tree, word, PX_ARC_SUBJECT);
    if (px_role_is_paragraph(role) || word != reading->tree->root || subject == PX_NONE ||
        px_tree_dependent(reading->tree, word, PX_ARC_OBJECT | PX_ARC_AUXILIARY) != PX_NONE)
        return false;
    bool told = (px_tree_arc(reading->tree, subject) & PX_ARC_PASSIVE) != 0;
    return (is_tagged(reading, word, "VBN") && told) ||
           ((is_tagged(reading, word, "VBN") || is_tagged(reading, word, "VBD")) &&
            agent_of_verb(reading, word) != PX_NONE);
}

/* Does the word go on from a passive: "were caught and jailed"? An auxiliary or an object of its own makes it active again:
 * "was invited and has voiced concern". */
static bool goes_on(const struct reading *reading, uint32_t word)
{
    const unsigned own = PX_ARC_SUBJECT | PX_ARC_AUXILIARY | PX_ARC_OBJECT;
    uint32_t head = reading->tree->words[word].head;
    return (px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) != 0 && is_tagged(reading, word, "VBN") &&
           px_tree_dependent(reading->tree, word, own) == PX_NONE && head < reading->tree->count &&
           is_tagged(reading, head, "VBN") && px_tree_is_passive(reading->tree, head);
}

/* A passive's auxiliary is a form of "be", or no auxiliary otherwise ("got"): "has, over the years, made" is none. */
static bool has_auxiliary(const struct reading *reading, uint32_t word)
{
    const unsigned others = PX_CLASS_AUXILIARY & ~PX_CLASS_BE;
    for (uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_PASSIVE); child != PX_NONE;
         child = px_tree_next(reading->tree, child, PX_ARC_PASSIVE)) {
        uint32_t classes = px_parse_classes(reading->annotation, reading->sentence, child);
        if ((px_tree_arc(reading->tree, child) & PX_ARC_SUBJECT) == 0 &&
            ((classes & PX_CLASS_BE) != 0 || (classes & others) == 0))
            return true;
    }
    return false;
}

/* "is well-established": what is said so in one word is a quality, whoever brought it about. */
static bool is_compound(const struct reading *reading, uint32_t word)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t token = px_parse_token(annotation, reading->sentence, word);
    uint32_t form = annotation->article->tokens.items[token].form;
    return px_vocabulary_form(annotation->worker->vocabulary, form)->part_count > 1;
}

static bool is_passive(const struct reading *reading, uint32_t word)
{
    if (is_tagged(reading, word, "VBG") || is_compound(reading, word))
        return false;
    return has_auxiliary(reading, word) || is_headline_passive(reading, word) || goes_on(reading, word);
}

/* "was advised to veto", "plans to sign", "for it to be sustained", "wants to cut and leave": what is to be is not done
 * yet. */
static bool is_to_be(const struct reading *reading, uint32_t word)
{
    if ((px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) != 0 && is_tagged(reading, word, "VB") &&
        px_tree_dependent(reading->tree, word, PX_ARC_SUBJECT | PX_ARC_AUXILIARY) == PX_NONE)
        word = reading->tree->words[word].head;
    if ((px_tree_arc(reading->tree, word) & PX_ARC_OPEN) != 0 && is_tagged(reading, word, "VB"))
        return true;
    for (uint32_t child = reading->tree->first_child[word]; child != PX_NONE && child < word;
         child = reading->tree->next_child[child])
        if ((px_parse_classes(reading->annotation, reading->sentence, child) & PX_CLASS_TO) != 0)
            return true;
    return false;
}

static void fill_passive(const struct reading *reading, uint32_t word, struct px_act *act)
{
    uint32_t agent = agent_of_passive(reading, word);
    act->kind = PX_ACT_PASSIVE;
    act->agent_given = agent != PX_NONE;
    act->agent = entity_at(reading, agent);
    act->patient = entity_at(reading, px_tree_subject(reading->tree, word));
}

/* The "of" of a noun, which names whom the deed befalls: any preposition but those that name the doer. */
static uint32_t object_of_noun(const struct reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_NOMINAL);
    while (child != PX_NONE && (is_by(reading, child) || is_whence(reading, child)))
        child = px_tree_next(reading->tree, child, PX_ARC_NOMINAL);
    return child;
}

/* Is the word of the name itself: "Carreth", not "Carrethi"? */
static bool is_in_name(const struct reading *reading, uint32_t word, const struct px_entity *entity)
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
static bool is_joint(const struct reading *reading, uint32_t word)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    uint32_t mention = reading->annotation->mentions[token];
    return (mention > 0 && article->mentions.items[mention - 1].first_token == token) ||
           (mention + 1 < article->mentions.count && article->mentions.items[mention + 1].first_token == token);
}

/* Does the word name somebody who may act? A name beside a noun is often where the deed was done ("the Carreth attack"), and a
 * person's beside a charge whom it befell ("the Corvin shooting"); the adjective of a country is not ("Carrethi attacks"). */
static bool names_somebody(const struct reading *reading, uint32_t word, bool charge)
{
    uint32_t entity = entity_at(reading, word);
    if (entity == PX_NONE || is_joint(reading, word))
        return false;
    const struct px_entity *named = &reading->annotation->article->entities.items[entity];
    struct px_slice tag = px_syntax_upos(reading->tree->syntax, reading->tree->words[word].tag);
    if ((px_tree_arc(reading->tree, word) & PX_ARC_COMPOUND) == 0 && px_slice_is(tag, "ADJ") &&
        !is_in_name(reading, word, named))
        return true;
    return (named->kind == PX_ENTITY_PERSON && !charge) || named->kind == PX_ENTITY_ORGANISATION ||
           named->kind == PX_ENTITY_GROUP;
}

/* What stands before a noun and names somebody: "the police raid", "Sorvian attacks". */
static uint32_t name_before(const struct reading *reading, uint32_t word, bool of_patient)
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
static bool is_done_beside(const struct reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    for (uint32_t child = px_tree_dependent(tree, word, PX_ARC_ASIDE); child != PX_NONE;
         child = px_tree_next(tree, child, PX_ARC_ASIDE)) {
        bool light = (listed_at(reading, child) & PX_AGENCY_LIGHT) != 0 && !px_tree_is_passive(tree, child);
        if (agent_of_verb(reading, child) != PX_NONE ||
            (light && px_tree_dependent(tree, child, PX_ARC_SUBJECT) != PX_NONE))
            return true;
    }
    uint32_t head = tree->words[word].head;
    return (px_tree_arc(tree, word) & PX_ARC_OBJECT) != 0 && head < tree->count &&
           (listed_at(reading, head) & PX_AGENCY_LIGHT) != 0 && px_tree_subject(tree, head) != PX_NONE;
}

static bool has_case(const struct reading *reading, uint32_t word, uint16_t listed)
{
    uint32_t preposition = px_tree_dependent(reading->tree, word, PX_ARC_CASE);
    return preposition != PX_NONE && (listed_at(reading, preposition) & listed) != 0;
}

/* The verb of a deed that its subject does to an object by another: "met the plan with threats"; PX_NONE where it is none. */
static uint32_t verb_above(const struct reading *reading, uint32_t word)
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
static bool is_charged(const struct reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t head = tree->words[word].head;
    if ((px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0 && head < tree->count)
        head = tree->words[word = head].head;
    return (px_tree_arc(tree, word) & (PX_ARC_OBLIQUE | PX_ARC_NOMINAL)) != 0 && head < tree->count &&
           (listed_at(reading, head) & PX_AGENCY_CHARGE) != 0;
}

/* Whoever's arrest it is, is arrested; but whose arrest of somebody it is, arrests: "the agency's document release". */
static bool has_object(const struct reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_NOMINAL);
    while (child != PX_NONE && !has_case(reading, child, PX_AGENCY_OBJECT))
        child = px_tree_next(reading->tree, child, PX_ARC_NOMINAL);
    return child != PX_NONE || px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND) != PX_NONE;
}

/* Does a statement's cue hold the noun, and somebody make the statement? "his claims that" */
static const struct px_attribution *statement_of(const struct reading *reading, uint32_t word)
{
    uint32_t cue = reading->annotation->cues[px_parse_token(reading->annotation, reading->sentence, word)];
    const struct px_attribution *items = reading->annotation->article->attributions.items;
    return cue == PX_NONE || items[cue].speaker.count == 0 ? NULL : &items[cue];
}

/* Does the next word open what the noun is done to: "bombing the army"? Then it is a verb, whose doer stands elsewhere. */
static bool is_verbal(const struct reading *reading, uint32_t word)
{
    return word + 1 < reading->tree->count && px_tree_dependent(reading->tree, word, PX_ARC_ASIDE) == PX_NONE &&
           (px_parse_classes(reading->annotation, reading->sentence, word + 1) & PX_CLASS_ARTICLE) != 0;
}

static void fill_noun(const struct reading *reading, uint32_t word, bool of_patient, struct px_act *act)
{
    uint32_t owner = px_tree_dependent(reading->tree, word, PX_ARC_POSSESSOR);
    uint32_t agent = agent_below(reading, word);
    uint32_t before = name_before(reading, word, of_patient);
    uint32_t patient = object_of_noun(reading, word);
    uint32_t verb = verb_above(reading, word);
    of_patient = of_patient && (owner == PX_NONE || !has_object(reading, word));
    if (agent == PX_NONE && patient != PX_NONE)
        agent = agent_below(reading, patient); /* "the arrest of the envoy by the guards", hung too low */
    if (agent == PX_NONE && (owner == PX_NONE || patient == PX_NONE)) /* "its seizure of the port from Sorvia" */
        agent = agent_whence(reading, word);
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
    act->deed = statement == NULL; /* else something said */
    act->agent_given = agent != PX_NONE || statement != NULL || is_verbal(reading, word) ||
                       is_done_beside(reading, word) || is_charged(reading, word);
    act->agent = statement != NULL ? statement->entity : entity_at(reading, agent);
    act->patient = entity_at(reading, patient);
}

static void fill_active(const struct reading *reading, uint32_t word, struct px_act *act)
{
    uint32_t subject = px_tree_subject(reading->tree, word);
    uint32_t cue = reading->annotation->cues[px_parse_token(reading->annotation, reading->sentence, word)];
    bool said = cue != PX_NONE && reading->annotation->article->attributions.items[cue].speech;
    act->kind = PX_ACT_ACTIVE;
    act->deed =
        !said && (listed_at(reading, word) & (PX_AGENCY_STATIVE | PX_AGENCY_SPEECH)) == 0 && !is_to_be(reading, word);
    act->agent_given = subject != PX_NONE;
    act->agent = entity_at(reading, subject);
    act->patient = entity_at(reading, px_tree_object(reading->tree, word));
}

/* Is the noun part of a name, or does it only say of what kind another thing is: "rape exceptions"? */
static bool is_part_of_noun(const struct reading *reading, uint32_t word)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t mention = annotation->mentions[px_parse_token(annotation, reading->sentence, word)];
    const struct px_mention *at = mention == PX_NONE ? NULL : &annotation->article->mentions.items[mention];
    return (px_tree_arc(reading->tree, word) & PX_ARC_COMPOUND) != 0 ||
           (at != NULL && at->token_count > 1 && (at->form == PX_MENTION_NAME || at->form == PX_MENTION_ALIAS));
}

/* Is the word an act, and of what kind? An active verb is one where somebody that the article knows acts or is acted on. */
static bool read_word(const struct reading *reading, uint32_t word, struct px_act *act)
{
    struct px_slice tag = px_syntax_upos(reading->tree->syntax, reading->tree->words[word].tag);
    uint16_t listed = listed_at(reading, word);
    *act = (struct px_act){.agent = PX_NONE, .patient = PX_NONE};
    if (px_slice_is(tag, "NOUN")) {
        if ((listed & (PX_AGENCY_DEED_OF_AGENT | PX_AGENCY_DEED_OF_PATIENT)) == 0 || is_part_of_noun(reading, word))
            return false;
        fill_noun(reading, word, (listed & PX_AGENCY_DEED_OF_PATIENT) != 0, act);
        return true;
    }
    if (!px_slice_is(tag, "VERB"))
        return false;
    if (is_passive(reading, word)) {
        fill_passive(reading, word, act);
        act->deed = (listed & PX_AGENCY_REPORT) == 0 && !is_to_be(reading, word);
        return (listed & PX_AGENCY_STATE) == 0;
    }
    fill_active(reading, word, act);
    return act->agent != PX_NONE || act->patient != PX_NONE;
}

/* The auxiliary that makes a passive, or the word itself. */
static uint32_t first_token(const struct reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_PASSIVE);
    while (child != PX_NONE && (px_tree_arc(reading->tree, child) & PX_ARC_SUBJECT) != 0)
        child = px_tree_next(reading->tree, child, PX_ARC_PASSIVE);
    return px_parse_token(reading->annotation, reading->sentence, child < word ? child : word);
}

static bool add_act(const struct reading *reading, uint32_t word, const struct px_act *found)
{
    struct px_article *article = reading->annotation->article;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    struct px_act *act = px_vector_push(&article->acts, &article->arena);
    if (act == NULL)
        return false;
    *act = *found;
    act->start = article->tokens.items[first_token(reading, word)].start;
    act->end = article->tokens.items[token].end;
    act->sentence = reading->sentence;
    act->voice = article->tokens.items[token].voice;
    act->attribution = article->tokens.items[token].attribution;
    act->negated = px_scope_negates(reading->annotation, token, token + 1);
    act->deed = act->deed && !px_scope_supposes(reading->annotation, token, token + 1);
    act->lemma = px_arena_copy(&article->arena, reading->tree->words[word].lemma);
    act->verb = act->kind == PX_ACT_NOMINAL ? reading->words.verbs[token] : act->lemma;
    act->claim = reading->words.claims[token];
    return act->lemma.data != NULL;
}

static bool read_sentence(struct reading *reading, uint32_t sentence)
{
    struct px_act act;
    reading->sentence = sentence;
    reading->tree = &reading->annotation->trees[sentence];
    for (uint32_t word = 0; word < reading->tree->count; word++)
        if (read_word(reading, word, &act) && !add_act(reading, word, &act))
            return false;
    return true;
}

/* Acts end at their verb's or noun's token. */
const uint32_t *px_agency_index(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    uint32_t *act_at = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1);
    if (act_at == NULL)
        return NULL;
    memset(act_at, 0xFF, (article->tokens.count + 1) * sizeof *act_at); /* PX_NONE */
    uint32_t token = 0;
    for (uint32_t i = 0; i < article->acts.count; i++) {
        uint32_t first = article->sentences.items[article->acts.items[i].sentence].first_token;
        token = token < first ? first : token;
        while (token < article->tokens.count && article->tokens.items[token].end < article->acts.items[i].end)
            token++;
        if (token < article->tokens.count && article->tokens.items[token].end == article->acts.items[i].end)
            act_at[token] = i;
    }
    return act_at;
}

uint32_t px_agency_agent(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct reading reading = {
        .annotation = annotation, .tree = &annotation->trees[sentence], .sentence = sentence};
    return agent_of_passive(&reading, word);
}

enum px_status px_annotate_agency(struct px_annotation *annotation, struct px_error *error)
{
    struct reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    bool done = px_agency_read_words(annotation, &reading.words);
    for (uint32_t s = 0; done && s < annotation->article->sentences.count; s++)
        done = read_sentence(&reading, s);
    return done ? PX_OK : px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}
