#include "sourcing/attribution_control.h"

#include "reading/parse.h"
#include "reading/party.h"

/* A sentence's tree with the way back to its tokens. */
struct place {
    const struct px_scene *scene;
    const struct px_tree *tree;
    uint32_t sentence;
    struct px_range bounds;
};

static struct place place_of(const struct px_scene *scene, uint32_t token)
{
    uint32_t sentence = scene->tokens[token].sentence;
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    return (struct place){
        .scene = scene,
        .tree = px_parse_tree(scene->annotation, token),
        .sentence = sentence,
        .bounds = {s->first_token, s->first_token + s->token_count},
    };
}

static uint32_t token_of(const struct place *place, uint32_t word)
{
    return px_parse_token(place->scene->annotation, place->sentence, word);
}

static bool is_tagged(const struct place *place, uint32_t word, const char *tag)
{
    return px_tree_has_xpos(place->tree, word, tag);
}

static bool is_verb(const struct place *place, uint32_t word)
{
    return px_slice_starts(px_syntax_xpos(place->tree->syntax, place->tree->words[word].tag), PX_SLICE("VB"));
}

static bool is_relative(const struct place *place, uint32_t word)
{
    return px_slice_starts(px_syntax_xpos(place->tree->syntax, place->tree->words[word].tag), PX_SLICE("W"));
}

/* The subject's phrase from behind a preposition up to the first clause or time that is added to it, without a comma at
 * its end. */
static struct px_range phrase_of(const struct place *place, uint32_t subject)
{
    const struct px_scene *scene = place->scene;
    struct px_span span = px_tree_span(place->tree, subject);
    uint32_t head = token_of(place, subject);
    struct px_range phrase = {token_of(place, span.start), token_of(place, span.end - 1) + 1};
    uint32_t preposition = px_tree_dependent(place->tree, subject, PX_ARC_CASE);
    if (preposition != PX_NONE && preposition < subject)
        phrase.first = token_of(place, preposition) + 1;
    const unsigned added = PX_ARC_ASIDE | PX_ARC_CLAUSE | PX_ARC_NOMINAL | PX_ARC_OBLIQUE | PX_ARC_ADVERB;
    uint32_t child = px_tree_dependent(place->tree, subject, added);
    for (; child != PX_NONE; child = px_tree_next(place->tree, child, added)) {
        uint32_t first = token_of(place, px_tree_span(place->tree, child).start);
        bool cut = (px_tree_arc(place->tree, child) & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) != 0 ||
                   px_scene_has(scene, token_of(place, child), PX_CLASS_TIME);
        if (cut && first > head && first < phrase.end)
            phrase.end = first;
    }
    while (phrase.end > head + 1 && scene->marks[phrase.end - 1] == ',')
        phrase.end--;
    return phrase;
}

static struct px_control control_by(const struct place *place, uint32_t subject, uint32_t nearest, bool sure)
{
    if (subject == PX_NONE || is_relative(place, subject))
        return (struct px_control){.head = PX_NONE, .nearest = PX_NONE};
    return (struct px_control){phrase_of(place, subject),
                               token_of(place, subject),
                               nearest == PX_NONE ? PX_NONE : token_of(place, nearest),
                               false,
                               sure,
                               false};
}

/* May the relative pronoun at the clause's subject stand for the noun? "Who" stands for no time, and for several where
 * its verb is a plural's: "rivals for the *nomination* who oppose". */
static bool may_stand_for(const struct place *place, uint32_t noun, uint32_t clause)
{
    const struct px_scene *scene = place->scene;
    uint32_t token = token_of(place, noun);
    if (px_scene_has(scene, token, PX_CLASS_TIME))
        return false;
    uint32_t subject = px_tree_dependent(place->tree, clause, PX_ARC_SUBJECT);
    if (subject == PX_NONE || !is_tagged(place, subject, "WP") || scene->mentions[token] != PX_NONE)
        return true;
    bool adverb = px_scene_has(scene, token, PX_CLASS_ADVERB); /* "at the time" */
    return !adverb && (!is_tagged(place, clause, "VBP") || !is_tagged(place, noun, "NN"));
}

/* "Justice Scalia, who said": the noun that the relative clause of the verb hangs on, or the one above it where "who"
 * cannot stand for that. */
static uint32_t antecedent(const struct place *place, uint32_t verb)
{
    const struct px_tree *tree = place->tree;
    uint32_t clause = px_tree_clause(tree, verb);
    uint32_t noun = tree->words[clause].head;
    if ((px_tree_arc(tree, clause) & PX_ARC_ASIDE) == 0 || noun >= clause)
        return PX_NONE;
    for (uint32_t steps = 0; noun < tree->count && steps < tree->count; steps++, noun = tree->words[noun].head) {
        uint32_t subject = px_tree_dependent(tree, noun, PX_ARC_SUBJECT);
        if (subject != PX_NONE && is_relative(place, subject))
            continue; /* "women who *were* teenagers at the time who claimed" */
        if (is_verb(place, noun) || may_stand_for(place, noun, clause))
            return is_verb(place, noun) ? PX_NONE : noun;
    }
    return PX_NONE;
}

/* May a participle behind a comma be the main clause's, where it hangs on this clause inside of it? What is said, and
 * what a noun tells, is left behind; a clause of time or reason keeps it. */
static bool may_rise(const struct place *place, uint32_t clause)
{
    unsigned arc = px_tree_arc(place->tree, clause);
    uint32_t first = token_of(place, px_tree_span(place->tree, clause).start);
    if ((arc & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) == PX_ARC_CLAUSE)
        return true; /* a complement */
    return px_scene_has(place->scene, first, PX_CLASS_THAT) && !px_scene_has(place->scene, first, PX_CLASS_TIME);
}

static bool is_relative_clause(const struct place *place, uint32_t clause)
{
    const unsigned both = PX_ARC_ASIDE | PX_ARC_CLAUSE;
    uint32_t subject = px_tree_dependent(place->tree, clause, PX_ARC_SUBJECT);
    return (px_tree_arc(place->tree, clause) & both) == both && subject != PX_NONE && is_relative(place, subject);
}

/* The clause above the word that has a subject before the token, in or out of quotation as that is; or PX_NONE. */
static uint32_t clause_above(const struct place *place, uint32_t word, uint32_t token)
{
    const struct px_tree *tree = place->tree;
    const uint32_t *quotations = place->scene->quotations;
    uint32_t at = tree->words[word].head;
    for (uint32_t steps = 0; at < tree->count && steps < tree->count; steps++, at = tree->words[at].head) {
        uint32_t subject = px_tree_dependent(tree, at, PX_ARC_SUBJECT);
        if (subject != PX_NONE && token_of(place, subject) < token &&
            quotations[token_of(place, subject)] == quotations[token])
            return at;
    }
    return PX_NONE;
}

/* "“…,” Smith said, adding …": the quotation may be taken for the main clause. */
static uint32_t speaker_beside(const struct place *place, uint32_t token)
{
    const struct px_tree *tree = place->tree;
    uint32_t child = tree->root == PX_NONE ? PX_NONE : px_tree_dependent(tree, tree->root, PX_ARC_ASIDE);
    uint32_t found = PX_NONE;
    for (; child != PX_NONE && token_of(place, child) < token; child = px_tree_next(tree, child, PX_ARC_ASIDE)) {
        uint32_t subject = px_tree_dependent(tree, child, PX_ARC_SUBJECT);
        if (subject != PX_NONE && place->scene->quotations[token_of(place, child)] == PX_NONE)
            found = subject;
    }
    return found;
}

/* The subject of a clause that begins at the token, or PX_NONE. */
static uint32_t subject_at(const struct place *place, uint32_t token)
{
    const struct px_tree *tree = place->tree;
    uint32_t first = px_parse_word(place->scene->annotation, token);
    if (first == PX_NONE || is_relative(place, first))
        return PX_NONE;
    for (uint32_t word = first; word < tree->count && px_tree_span(tree, word).start == first;
         word = tree->words[word].head > word ? tree->words[word].head : tree->count)
        if ((px_tree_arc(tree, word) & PX_ARC_SUBJECT) != 0)
            return tree->words[word].head > word ? word : PX_NONE;
    return PX_NONE;
}

bool px_scene_opens_clause(const struct px_scene *scene, uint32_t token)
{
    if (token >= scene->count || px_parse_tree(scene->annotation, token) == NULL)
        return false;
    struct place place = place_of(scene, token);
    return subject_at(&place, token) != PX_NONE;
}

/* Does the verb, by the lexicon, tell of somebody's quarrel with another: "accused", "sued"? */
static bool confronts(const struct place *place, uint32_t verb)
{
    const struct px_cue *hit = px_scene_cue_at(place->scene, token_of(place, verb));
    return hit != NULL && hit->entry->kind == PX_CUE_VERB && hit->entry->tone == PX_TONE_CONFRONTATIONAL;
}

/* "accused *Doe* of shouting and *making jokes*": the object of the verb of a charge does what a preposition adds to
 * it, whichever of the two the parser hangs it on. */
static struct px_control control_of_charge(const struct place *place, uint32_t word)
{
    const struct px_tree *tree = place->tree;
    struct px_control none = {.head = PX_NONE, .nearest = PX_NONE};
    uint32_t first = px_tree_first_conjunct(tree, word), verb = tree->words[first].head;
    if (verb < tree->count && (px_tree_arc(tree, verb) & PX_ARC_OBJECT) != 0)
        verb = tree->words[verb].head;
    if (verb >= tree->count || verb > first || !is_tagged(place, first, "VBG") || !is_tagged(place, word, "VBG") ||
        !confronts(place, verb))
        return none;
    uint32_t charged = px_tree_dependent(tree, verb, PX_ARC_OBJECT), accuser = px_tree_subject(tree, verb);
    uint32_t opens = token_of(place, px_tree_span(tree, first).start);
    if (charged == PX_NONE || charged < verb || charged > first || accuser == PX_NONE ||
        !px_scene_has(place->scene, opens, PX_CLASS_PREPOSITION) || px_scene_has(place->scene, opens, PX_CLASS_AGENT))
        return none;
    struct px_control control = control_by(place, charged, accuser, true);
    control.charged = true;
    return control;
}

/* "Smith was sued by *Doe*, alleging": of a charge in the passive whoever brings it speaks. */
static uint32_t agent_of_charge(const struct place *place, uint32_t clause, uint32_t token)
{
    uint32_t agent = px_tree_dependent(place->tree, clause, PX_ARC_AGENT);
    bool charge = agent != PX_NONE && px_tree_is_passive(place->tree, clause) && confronts(place, clause);
    return charge && token_of(place, agent) < token ? agent : PX_NONE;
}

static struct px_control control_of_participle(const struct place *place, uint32_t word, uint32_t token)
{
    const struct px_tree *tree = place->tree;
    bool comma = token > place->bounds.first && place->scene->marks[token - 1] != 0;
    uint32_t front = px_scene_behind_front(place->scene, place->sentence);
    if (comma && front != PX_NONE && front < token)
        return control_by(place, subject_at(place, front), PX_NONE, true);
    uint32_t clause = clause_above(place, word, token);
    if (clause == PX_NONE)
        return control_by(place, speaker_beside(place, token), PX_NONE, true);
    bool sure = true;
    uint32_t lowest = clause;
    while (comma && tree->words[clause].head < tree->count) {
        uint32_t above = clause_above(place, clause, token);
        bool relative = is_relative_clause(place, clause);
        uint32_t own = token_of(place, px_tree_dependent(tree, clause, PX_ARC_SUBJECT));
        bool time =
            px_scene_has(place->scene, own, PX_CLASS_TIME); /* which the parser took for a subject: "this week" */
        if (above == PX_NONE || (!relative && !time && !may_rise(place, clause)))
            break;
        sure = sure && !relative;
        clause = above;
    }
    uint32_t agent = comma ? agent_of_charge(place, clause, token) : PX_NONE;
    if (agent != PX_NONE)
        return control_by(place, agent, px_tree_dependent(tree, clause, PX_ARC_SUBJECT), true);
    uint32_t subject = px_tree_dependent(tree, clause, PX_ARC_SUBJECT);
    if (is_relative(place, subject)) {
        subject = antecedent(place, clause);
        sure = false;
    }
    uint32_t nearest = clause == lowest ? PX_NONE : px_tree_dependent(tree, lowest, PX_ARC_SUBJECT);
    return control_by(place, subject, nearest, sure);
}

/* "…, *warning* them that it would last and saying": the participle that the one behind a conjunction goes with; else
 * itself. */
static uint32_t first_participle(const struct place *place, uint32_t token)
{
    const struct px_scene *scene = place->scene;
    if (token == place->bounds.first || !px_scene_has(scene, token - 1, PX_CLASS_COORDINATOR))
        return token;
    for (uint32_t t = token - 1; t > place->bounds.first; t--)
        if (px_scene_has(scene, t, PX_CLASS_GERUND) && px_scene_cue_at(scene, t) != NULL &&
            scene->quotations[t] == scene->quotations[token] && scene->marks[t - 1] == ',')
            return t;
    return token;
}

/* "footage of *him* saying", "video emerged of *Doe* telling", "a recording of *the mayor* saying": whoever stands right
 * before the gerund behind a preposition, where that is a pronoun or hangs on the noun for a document. A film says nothing
 * itself. */
static struct px_control control_of_shown(const struct place *place, uint32_t word, uint32_t token)
{
    const struct px_scene *scene = place->scene;
    const struct px_tree *tree = place->tree;
    struct px_control none = {.head = PX_NONE, .nearest = PX_NONE};
    if (word == 0 || token == place->bounds.first || !is_tagged(place, word, "VBG") || is_verb(place, word - 1) ||
        token_of(place, word - 1) + 1 != token)
        return none;
    uint32_t first = px_tree_span(tree, word - 1).start, above = tree->words[word - 1].head;
    bool pronoun = px_scene_is_personal(scene, token - 1) && token >= place->bounds.first + 2 &&
                   px_scene_has(scene, token - 2, PX_CLASS_PREPOSITION);
    bool of_document =
        above < first && !px_scene_has(scene, token - 1, PX_CLASS_TIME) &&
        px_tree_dependent(tree, word - 1, PX_ARC_CASE) == first &&
        px_party_is_listed(scene->annotation, token_of(place, above), PX_LEXICON_SOURCES, PX_SLICE("document"));
    if (!pronoun && !of_document)
        return none;
    uint32_t clause = clause_above(place, word, token);
    uint32_t nearest = clause == PX_NONE ? PX_NONE : px_tree_dependent(tree, clause, PX_ARC_SUBJECT);
    return control_by(place, word - 1, nearest == word - 1 ? PX_NONE : nearest, true);
}

struct px_control px_scene_control(const struct px_scene *scene, uint32_t token)
{
    struct place place = place_of(scene, token);
    struct px_control none = {.head = PX_NONE, .nearest = PX_NONE};
    if (place.tree == NULL)
        return none;
    uint32_t word = px_parse_word(scene->annotation, token);
    uint32_t front = px_scene_behind_front(scene, place.sentence);
    bool fronted = front != PX_NONE && token < front; /* whoever asks is no subject */
    if (fronted || !is_verb(&place, word) || px_tree_is_passive(place.tree, word))
        return none;
    struct px_control charge = control_of_charge(&place, word);
    if (charge.charged)
        return charge;
    struct px_control shown = control_of_shown(&place, word, token);
    if (!px_range_empty(shown.phrase))
        return shown;
    uint32_t subject = px_tree_subject(place.tree, word);
    if (subject != PX_NONE && is_relative(&place, subject))
        return control_by(&place, antecedent(&place, word), PX_NONE, true);
    if (subject != PX_NONE) {
        struct px_control control = control_by(&place, subject, PX_NONE, true);
        control.lent = px_tree_dependent(place.tree, word, PX_ARC_SUBJECT) == PX_NONE; /* by the verb before */
        return control;
    }
    bool added = (px_tree_arc(place.tree, word) & (PX_ARC_ASIDE | PX_ARC_OPEN | PX_ARC_CONJUNCT)) != 0;
    uint32_t lead = first_participle(&place, token);
    bool comma = lead > place.bounds.first && scene->marks[lead - 1] == ','; /* whatever the parser hangs it on */
    if ((!added && !comma) || !is_tagged(&place, word, "VBG"))
        return none;
    word = px_parse_word(scene->annotation, lead);
    token = lead;
    struct px_control control = control_of_participle(&place, word, token);
    control.lent = true;
    return control;
}

/* Is the token the last of the quotation: its mark behind a comma, “Morning Talk,”? */
static bool closes(const struct px_scene *scene, uint32_t token, uint32_t quotation)
{
    const struct px_quotation *it = &scene->article->quotations.items[quotation];
    return !it->unbalanced && it->first_token + it->token_count == token + 1;
}

uint32_t px_scene_behind_front(const struct px_scene *scene, uint32_t sentence)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    struct place place = place_of(scene, s->first_token);
    uint32_t first = s->first_token;
    if (place.tree == NULL || scene->quotations[first] != PX_NONE ||
        !px_role_is_paragraph(scene->article->blocks.items[s->block].role))
        return PX_NONE;
    uint32_t word = px_parse_word(scene->annotation, first);
    bool participle = is_tagged(&place, word, "VBN") || is_tagged(&place, word, "VBD");
    if (!participle || px_scene_cue_at(scene, first) == NULL ||
        px_tree_dependent(place.tree, word, PX_ARC_AUXILIARY | PX_ARC_OBJECT) != PX_NONE)
        return PX_NONE;
    bool added = false; /* a clause that its own comma ends: "Asked whether, if elected, he …" */
    for (uint32_t t = first + 1; t + 2 < place.bounds.end; t++) {
        uint32_t q = scene->quotations[t], next = q == PX_NONE ? t + 1 : t + 2;
        if (scene->marks[t] != ',' || (q != PX_NONE && !closes(scene, t + 1, q)))
            continue;
        if (!added && subject_at(&place, next) != PX_NONE)
            return next;
        added = !added && px_scene_has(scene, next, PX_CLASS_SUBORDINATOR);
    }
    return PX_NONE;
}
