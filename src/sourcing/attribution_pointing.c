/* Whether quoted words point at something told before them: "“*That* is a disgrace,” she said". */
#include "reading/bearer.h"
#include "reading/nominal.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"

/* The arc of the token's word; 0 without a parser. */
static uint32_t arc_at(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return tree == NULL || word >= tree->count ? 0 : px_tree_arc(tree, word);
}

/* Is the token of one of the universal classes? False without a parser. */
static bool is_of(const struct px_scene *scene, uint32_t token, const char *one, const char *other)
{
    struct px_nominal at;
    if (!px_nominal_at(scene->annotation, token, &at))
        return false;
    uint32_t word = px_parse_word(scene->annotation, token);
    return px_nominal_is(&at, word, one) || px_nominal_is(&at, word, other);
}

/* A noun or a name, to which a pronoun behind it may go back. */
static bool is_noun(const struct px_scene *scene, uint32_t token)
{
    return is_of(scene, token, "NOUN", "PROPN");
}

/* A verb in any form: "let", "leaving". */
static bool is_verb(const struct px_scene *scene, uint32_t token)
{
    return is_of(scene, token, "VERB", "AUX");
}

/* Is the token the last word of its quotation, whatever the parser takes it for: "I said *that*,”"? */
static bool ends_quotation(const struct px_scene *scene, uint32_t token)
{
    uint32_t next = token + 1;
    while (next < scene->count && scene->marks[next] != 0 && scene->quotations[next] == scene->quotations[token])
        next++;
    return scene->quotations[token] != PX_NONE && next > token + 1 &&
           (next == scene->count || scene->quotations[next] != scene->quotations[token]);
}

/* "*This* burns", "we have to do *that*": a word by itself that points, and joins no clause. */
static bool is_demonstrative(const struct px_scene *scene, uint32_t token)
{
    return (token + 1 == scene->count || !is_noun(scene, token + 1)) &&
           px_party_is_listed(scene->annotation, token, PX_LEXICON_EVENTS, PX_SLICE("event.pointing")) &&
           (ends_quotation(scene, token) ||
            (px_scene_is_tagged(scene, token, "DT") &&
             (arc_at(scene, token) & (PX_ARC_SUBJECT | PX_ARC_OBJECT | PX_ARC_OBLIQUE)) != 0));
}

/* "I wanted *it* over", "*They* lie": of what no noun before it in the quotation tells. */
static bool is_pronoun(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    return (px_party_is_listed(scene->annotation, token, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.plural")) &&
            (arc_at(scene, token) & (PX_ARC_SUBJECT | PX_ARC_OBJECT | PX_ARC_OBLIQUE | PX_ARC_NOMINAL)) != 0) ||
           (px_party_is_listed(scene->annotation, token, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.neutral")) &&
            px_scene_is_of_thing(scene, token, end));
}

/* The next token from `first` on by which the words tell of a person of the gender who is neither the speaker nor `other`,
 * and by no pronoun; PX_NONE where none does. */
static uint32_t next_person(const struct px_scene *scene, struct px_range words, uint32_t speaker, uint32_t other,
                            uint8_t gender)
{
    for (uint32_t t = words.first; t < words.end; t++) {
        uint32_t person = px_scene_person_at(scene, t);
        if (person != PX_NONE && person != speaker && person != other && px_scene_gender_at(scene, t) == 0 &&
            px_scene_agrees(scene, person, gender))
            return t;
    }
    return PX_NONE;
}

static bool tells_of_person(const struct px_scene *scene, struct px_range words, uint32_t speaker, uint8_t gender)
{
    return next_person(scene, words, speaker, PX_NONE, gender) != PX_NONE;
}

/* Do the words tell of one such person alone? */
static bool tells_of_one(const struct px_scene *scene, struct px_range words, uint32_t speaker, uint8_t gender)
{
    uint32_t first = next_person(scene, words, speaker, PX_NONE, gender);
    return first != PX_NONE && next_person(scene, words, speaker, px_scene_person_at(scene, first), gender) == PX_NONE;
}

/* Do the words behind the verb, up to a mark, tell of somebody whom the pronoun can mean: "said *of the mayor*"? */
static bool is_told_of(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker, uint8_t gender)
{
    struct px_range words = {cue->core.end, cue->core.end};
    while (words.end < cue->bounds.end && scene->marks[words.end] == 0)
        words.end++;
    return tells_of_person(scene, words, speaker, gender);
}

/* Do the statement's words, or the rest of their sentence, tell of somebody whom the pronoun can mean? */
static bool is_told_along(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker, uint8_t gender)
{
    bool told = tells_of_person(scene, cue->bounds, speaker, gender);
    for (size_t i = 0; i < cue->content.count; i++)
        told = told || tells_of_person(scene, cue->content.items[i], speaker, gender);
    return told;
}

/* Does the pronoun go back to a sentence before: whether or not a name stands further on, to the last one if that tells of
 * somebody? */
static bool goes_back(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker, uint8_t gender)
{
    if (is_told_of(scene, cue, speaker, gender))
        return false;
    uint32_t before = px_scene_sentence_before(scene, cue);
    const struct px_sentence *it = before == PX_NONE ? NULL : &scene->article->sentences.items[before];
    return !is_told_along(scene, cue, speaker, gender) ||
           (it != NULL && it->end - it->start <= PX_POINTING_BYTES &&
            tells_of_person(scene, (struct px_range){it->first_token, it->first_token + it->token_count}, speaker,
                            gender));
}

/* "*He* lied": the gender of a pronoun for one person, as a member of a clause; else 0. */
static uint8_t person_of(const struct px_scene *scene, uint32_t token)
{
    bool member = (arc_at(scene, token) & (PX_ARC_SUBJECT | PX_ARC_OBJECT | PX_ARC_OBLIQUE | PX_ARC_NOMINAL)) != 0;
    return member ? px_scene_gender_at(scene, token) : 0;
}

/* "*such* attacks", "*such* a plan", but not "such a stupid plan", "such as plans", "such plans as". */
static bool is_such(const struct px_scene *scene, uint32_t token)
{
    uint32_t noun = token + 1;
    if (!px_party_is_listed(scene->annotation, token, PX_LEXICON_EVENTS, PX_SLICE("event.such")))
        return false;
    noun += noun < scene->count && px_scene_is_tagged(scene, noun, "DT");
    return noun + 1 < scene->count && is_noun(scene, noun) && !px_scene_has(scene, noun + 1, PX_CLASS_SUBORDINATOR);
}

/* "*that* house", "*this* kind of outcry", but not "this country", where one is, nor "this year". */
static bool is_determiner(const struct px_scene *scene, uint32_t token)
{
    const struct px_annotation *annotation = scene->annotation;
    return px_party_is_listed(annotation, token, PX_LEXICON_EVENTS, PX_SLICE("event.pointing")) &&
           token + 1 < scene->count && is_noun(scene, token + 1) &&
           (!px_party_is_listed(annotation, token, PX_LEXICON_EVENTS, PX_SLICE("event.pointing.here")) ||
            !px_party_is_listed(annotation, token + 1, PX_LEXICON_EVENTS, PX_SLICE("event.here"))) &&
           (arc_at(scene, token) & PX_ARC_DETERMINER) != 0;
}

/* "“*As a result,* we", "*Therefore,* we": what it follows from stands before, whatever else is told; not "as a result of
 * the flood, we". */
static bool is_tied(const struct px_scene *scene, struct px_range said)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t first = said.first;
    while (first < said.end && scene->marks[first] != 0)
        first++;
    bool tied = false;
    for (size_t i = px_hits_from(hits, first); !tied && i < hits->count && hits->items[i].first_token == first; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t behind = first + hit->token_count;
        tied = hit->lexicon == PX_LEXICON_GRAMMAR && behind < said.end && scene->marks[behind] == ',' &&
               px_category_within(px_resources_entry(scene->annotation->resources, hit)->category,
                                  PX_SLICE("grammar.pointing.tie"));
    }
    return tied;
}

/* "The races with my kids": a sentence of the quotation that tells nothing of anything, for want of a verb. */
static bool lacks_verb(const struct px_scene *scene, struct px_range sentence)
{
    for (uint32_t t = sentence.first; t < sentence.end; t++)
        if (is_verb(scene, t) || scene->quotations[t] == PX_NONE)
            return false;
    return px_parse_tree(scene->annotation, sentence.first) != NULL;
}

/* "“*That* is a disgrace,” she said *in a letter*", "*after* the vote": do the words behind the verb tell on what occasion
 * it was said? It points at what was told there, and not here. */
static bool is_of_occasion(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->core.end;
         t + 1 < cue->bounds.end && scene->quotations[t] == PX_NONE && scene->marks[t] != ','; t++)
        if (px_scene_has(scene, t, PX_CLASS_SUBORDINATOR) ||
            (px_scene_has(scene, t, PX_CLASS_PREPOSITION) && px_scene_has(scene, t + 1, PX_CLASS_ARTICLE) &&
             !px_scene_has(scene, t + 1, PX_CLASS_DEFINITE)))
            return true;
    return false;
}

/* "“*They* lie,” she said *of the miners*": do the words behind the verb tell of what it was said? */
static bool is_of_matter(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t t = cue->core.end;
    if (t >= cue->bounds.end ||
        !px_party_is_listed(scene->annotation, t, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.matter")))
        return false;
    while (t < cue->bounds.end && scene->quotations[t] == PX_NONE && scene->marks[t] != ',' && !is_noun(scene, t))
        t++;
    return t < cue->bounds.end && scene->quotations[t] == PX_NONE && scene->marks[t] != ',';
}

/* The token by which what is said points at what another sentence tells; its end where it does by lacking a verb, PX_NONE
 * where it does not. */
static uint32_t pointer_in(const struct px_scene *scene, const struct px_cue *cue, struct px_range said,
                           uint32_t speaker)
{
    uint32_t last = cue->content.items[cue->content.count - 1].end;
    for (uint32_t t = said.first; t < said.end && !is_noun(scene, t); t++) {
        bool quoted = scene->quotations[t] != PX_NONE;
        uint8_t person = quoted ? person_of(scene, t) : 0;
        if (is_demonstrative(scene, t) || (quoted && (is_determiner(scene, t) || is_pronoun(scene, t, last))) ||
            (person != 0 && goes_back(scene, cue, speaker, person)))
            return t;
    }
    for (uint32_t t = said.first; t < said.end; t++)
        if (is_such(scene, t))
            return t;
    bool goes_on = cue->content.count > 1 &&
                   scene->tokens[cue->content.items[1].first].sentence == scene->tokens[said.first].sentence;
    return !goes_on && lacks_verb(scene, said) ? said.end : PX_NONE;
}

/* Are both pronouns for many, or both for a thing? */
static bool are_alike(const struct px_scene *scene, uint32_t one, uint32_t other)
{
    static const struct px_slice kinds[] = {PX_SLICE_STATIC("pronoun.plural"), PX_SLICE_STATIC("pronoun.neutral")};
    bool alike = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        alike = alike || (px_party_is_listed(scene->annotation, one, PX_LEXICON_PRONOUNS, kinds[i]) &&
                          px_party_is_listed(scene->annotation, other, PX_LEXICON_PRONOUNS, kinds[i]));
    return alike;
}

/* Does the sentence begin with what the one before it told of, "*The words* were in red", behind "two words on it"? */
static bool begins_with_known(const struct px_scene *scene, uint32_t sentence)
{
    const struct px_sentence *it = &scene->article->sentences.items[sentence];
    uint32_t noun = it->first_token + 1;
    if (sentence == 0 || it->token_count < 2 || !px_scene_has(scene, it->first_token, PX_CLASS_DEFINITE) ||
        !px_scene_has(scene, it->first_token, PX_CLASS_ARTICLE) || !is_of(scene, noun, "NOUN", "NOUN"))
        return false;
    const struct px_sentence *before = it - 1;
    bool known = false;
    for (uint32_t t = before->first_token; !known && t < before->first_token + before->token_count; t++)
        known = scene->tokens[t].form == scene->tokens[noun].form;
    return known;
}

/* Does a sentence before it leave the pronoun open: does it name nobody whom "he" can mean, or begin with the same, "*They*
 * accused the mayor", or with what the one before it told of (begins_with_known)? */
static bool leaves_open(const struct px_scene *scene, uint32_t sentence, uint32_t pronoun, uint32_t speaker)
{
    const struct px_sentence *it = &scene->article->sentences.items[sentence];
    struct px_range words = {it->first_token, it->first_token + it->token_count};
    uint8_t person = person_of(scene, pronoun);
    if (begins_with_known(scene, sentence))
        return true;
    if (person != 0)
        return !tells_of_person(scene, words, speaker, person);
    for (uint32_t t = words.first; t < words.end && !is_noun(scene, t); t++)
        if (is_pronoun(scene, t, words.end) && are_alike(scene, t, pronoun))
            return true;
    return false;
}

/* Do the words tell what the speaker does or says? */
static bool tells_of_deed(const struct px_scene *scene, struct px_range words, uint32_t speaker)
{
    for (uint32_t t = words.first; t < words.end; t++)
        if (speaker != PX_NONE && px_entity_at(scene->annotation, t) == speaker &&
            (arc_at(scene, t) & PX_ARC_SUBJECT) != 0)
            return true;
    return false;
}

/* Does the sentence surely tell what the token stands for: what "this" or a want of words points at, or, of a pronoun, what
 * it asks, whom alone it names that "he" can mean, or what the speaker does who then goes on? Else "they" and "it" may be
 * anything of it. */
static bool explains(const struct px_scene *scene, uint32_t sentence, uint32_t pointer, uint32_t end, uint32_t speaker)
{
    const struct px_sentence *it = &scene->article->sentences.items[sentence];
    struct px_range words = {it->first_token, it->first_token + it->token_count};
    uint8_t person = pointer < end ? person_of(scene, pointer) : 0;
    if (person != 0)
        return tells_of_one(scene, words, speaker, person);
    return pointer >= end || !is_pronoun(scene, pointer, end) || scene->marks[words.end - 1] == '?' ||
           tells_of_deed(scene, words, speaker);
}

uint8_t px_scene_points(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker)
{
    struct px_range said = cue->content.count == 0 ? (struct px_range){0, 0} : cue->content.items[0];
    uint32_t end = said.first, sentence = scene->tokens[cue->bounds.first].sentence;
    if (px_range_empty(said))
        return 0;
    if (is_tied(scene, said))
        return 1;
    if (is_of_occasion(scene, cue) || is_of_matter(scene, cue))
        return 0;
    while (end < said.end && scene->tokens[end].sentence == scene->tokens[said.first].sentence)
        end++;
    uint32_t pointer = pointer_in(scene, cue, (struct px_range){said.first, end}, speaker);
    if (pointer == PX_NONE)
        return 0;
    if (scene->tokens[said.first].sentence < sentence)
        sentence = scene->tokens[said.first].sentence;
    uint8_t depth = 1;
    while (pointer < end && depth <= PX_POINTING_MOST && sentence >= depth &&
           leaves_open(scene, sentence - depth, pointer, speaker))
        depth++;
    return depth > PX_POINTING_MOST || sentence < depth || explains(scene, sentence - depth, pointer, end, speaker)
               ? depth
               : PX_POINTING_MOST + 1;
}
