/* Who cannot be meant by a speaker that the model marked: what is no part of the cue's own clause, and what cannot
 * speak. */
#include <string.h>

#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

/* Which part holds the token: the last that does, in `*part`. */
static bool find_part(const struct px_ranges *parts, uint32_t token, size_t *part)
{
    for (size_t i = parts->count; i-- > 0;)
        if (px_range_holds(parts->items[i], token)) {
            *part = i;
            return true;
        }
    return false;
}

/* "a message by *May* in which *she* said": a pronoun right before the verb is its subject, whatever the parser makes
 * of it. The part that it is, in `*part`. */
static bool is_at_verb(const struct px_scene *scene, const struct px_cue *cue, size_t *part)
{
    for (size_t i = 0; i < cue->source.count; i++) {
        struct px_range it = cue->source.items[i];
        *part = i;
        if (it.end == it.first + 1 && it.end == cue->group.first && px_scene_has(scene, it.first, PX_CLASS_SUBJECT))
            return true;
    }
    return false;
}

/* "Thousands gathered as *businesses* announced", "*Ryan*, in his interview, told": of several parts the one that
 * grammar makes the verb's subject speaks. Where none is, who speaks is unsure. */
static void keep_own_part(const struct px_scene *scene, struct px_cue *cue, const struct px_control *control)
{
    size_t own = 0;
    if (cue->score < scene->high_tier) /* a model that is unsure marks too much as often as the parser errs */
        return;
    bool pronoun = cue->source.count > 1 && is_at_verb(scene, cue, &own);
    if (cue->source.count < 2 || (!pronoun && (px_range_empty(control->phrase) || (control->lent && !control->sure))))
        return;
    if (!pronoun && !find_part(&cue->source, control->head, &own)) {
        cue->unsure = cue->unsure || !control->lent;
        return;
    }
    size_t end = own + 1; /* with what only a comma parts from it: "Wilson, *of Carreth*," */
    while (end < cue->source.count && cue->source.items[end].first <= cue->source.items[end - 1].end + 1)
        end++;
    cue->source.count = end - own;
    memmove(cue->source.items, cue->source.items + own, cue->source.count * sizeof *cue->source.items);
}

/* "The board noted *the code of the town* says": what stands between another verb of speech and this one is this one's
 * subject; whoever has the verb before tells of it. */
static void begin_behind_verb(const struct px_scene *scene, struct px_cue *cue)
{
    enum { RELATIVE = PX_CLASS_RELATIVE | PX_CLASS_THAT | PX_CLASS_SUBORDINATOR };
    struct px_range *last = cue->source.count == 0 ? NULL : &cue->source.items[cue->source.count - 1];
    if (last == NULL || last->end != cue->group.first || cue->source.items[0].first < cue->bounds.first ||
        !px_parse_is_finite(scene->annotation, cue->core.first))
        return;
    uint32_t first = last->end;
    for (uint32_t t = last->end; t-- > cue->source.items[0].first + 1;) {
        if (scene->marks[t] != 0 || px_scene_has(scene, t, RELATIVE))
            return;
        if (first == last->end && px_scene_is_cue_verb(scene, t) && px_parse_is_finite(scene->annotation, t))
            first = t + 1;
    }
    if (first < last->end && !px_scene_has(scene, first, PX_CLASS_TO)) {
        cue->source.items[0] = (struct px_range){first, last->end};
        cue->source.count = 1;
    }
}

/* A day or a number, by all words of the phrase: "Monday", "last week", "2016". */
static bool is_time(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t head = px_scene_head(scene, phrase);
    if (head == PX_NONE || scene->mentions[head] != PX_NONE)
        return false;
    bool pronoun = px_scene_has(scene, head, PX_CLASS_SUBJECT | PX_CLASS_RELATIVE);
    return !pronoun && (px_scene_has(scene, head, PX_CLASS_TIME) || scene->tokens[head].kind == PX_TOKEN_NUMBER);
}

/* "This January, *the secretary*": where the phrase begins behind a time and its comma; its first token otherwise. */
static uint32_t behind_time(const struct px_scene *scene, struct px_range phrase)
{
    for (uint32_t t = phrase.first + 1; t + 1 < phrase.end; t++)
        if (scene->marks[t] == ',')
            return is_time(scene, (struct px_range){phrase.first, t}) ? t + 1 : phrase.first;
    return phrase.first;
}

/* "a Ledger poll *last week*": where the phrase ends before a time that only tells when it spoke; else its end. */
static uint32_t before_time(const struct px_scene *scene, struct px_range phrase)
{
    if (phrase.end < phrase.first + 3)
        return phrase.end;
    uint32_t time = phrase.end - 2;
    bool past = px_party_is_listed(scene->annotation, time, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.past")) ||
                px_scene_has(scene, time, PX_CLASS_DETERMINER);
    bool noun = px_scene_is_tagged(scene, time - 1, "NN") || px_scene_is_tagged(scene, time - 1, "NNS") ||
                px_scene_is_tagged(scene, time - 1, "NNP");
    return past && noun && px_scene_has(scene, time + 1, PX_CLASS_TIME) && scene->mentions[time + 1] == PX_NONE
               ? time
               : phrase.end;
}

/* "*Long* on Monday also denied": whoever stands before the time speaks. */
static bool skip_time(struct px_scene *scene, struct px_cue *cue)
{
    uint32_t before = cue->speaker.first, behind = behind_time(scene, cue->speaker);
    uint32_t end = before_time(scene, cue->speaker);
    if (behind > before || end < cue->speaker.end)
        return px_sourcing_set_source(scene, cue, (struct px_range){behind, end});
    if (!is_time(scene, cue->speaker))
        return true;
    cue->unsure = true;
    if (before > cue->bounds.first && px_scene_has(scene, before - 1, PX_CLASS_PREPOSITION))
        before--;
    if (before == cue->bounds.first || scene->marks[before - 1] != 0)
        return true;
    struct px_range phrase = px_scene_phrase_before(scene, before - 1, cue->bounds);
    if (px_range_empty(phrase) && scene->mentions[before - 1] != PX_NONE) /* a name that is a word, too: "Long" */
        phrase = (struct px_range){before - 1, before};
    bool named = false;
    for (uint32_t t = phrase.first; t < phrase.end; t++)
        named = named || scene->mentions[t] != PX_NONE;
    return !named || is_time(scene, phrase) || px_sourcing_set_source(scene, cue, phrase);
}

/* "*accusing* the body of lying and calling on the court": a participle may go on with either. */
static bool may_go_on(const struct px_scene *scene, const struct px_tree *tree, uint32_t word, uint32_t token)
{
    uint32_t above = tree->words[word].head;
    if (above < tree->count && (px_tree_arc(tree, above) & PX_ARC_OBJECT) != 0)
        above = tree->words[above].head;
    return px_scene_has(scene, token - 1, PX_CLASS_COORDINATOR) && above < tree->count &&
           px_tree_has_xpos(tree, above, "VBG");
}

/* "Staff accused *Hask* of mocking them and *making* threats": is the cue a gerund of what somebody is charged with?
 * Whoever charges him does not say it. */
static bool is_charge(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->group.first; t < cue->group.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        uint32_t word = tree == NULL ? PX_NONE : px_tree_first_conjunct(tree, px_parse_word(scene->annotation, t));
        if (word == PX_NONE || word == 0 || scene->marks[t - 1] == ',' || /* ", saying" is told of the main clause */
            may_go_on(scene, tree, word, t))
            continue;
        struct px_party charged = px_party_charged(scene->annotation, scene->tokens[t].sentence, word - 1, word + 1);
        if (px_party_is_told(&charged))
            return true;
    }
    return false;
}

void px_sourcing_doubt_speaker(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_cue *cue)
{
    if (cue->source.count == 0 || px_parse_tree(scene->annotation, find->head) == NULL)
        return;
    struct px_control control = px_scene_control(scene, find->head);
    begin_behind_verb(scene, cue);
    keep_own_part(scene, cue, &control);
    cue->unsure = cue->unsure || is_charge(scene, cue);
}

/* Does the noun at the token hang on nothing in the phrase, and is it no addition to what hangs there? */
static bool hangs_elsewhere(const struct px_scene *scene, struct px_range phrase, uint32_t token)
{
    const unsigned added = PX_ARC_APPOSITION | PX_ARC_NOMINAL | PX_ARC_OBLIQUE | PX_ARC_COMPOUND | PX_ARC_CONJUNCT |
                           PX_ARC_ASIDE | PX_ARC_POSSESSOR;
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    if (tree == NULL || !px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[word].tag), PX_SLICE("NN")) ||
        px_scene_has(scene, token, PX_CLASS_TIME) || (px_tree_arc(tree, word) & added) != 0)
        return false;
    uint32_t head = tree->words[word].head, sentence = scene->tokens[token].sentence;
    return head >= tree->count || !px_range_holds(phrase, px_parse_token(scene->annotation, sentence, head));
}

/* "*Democrats the partial shutdown*": two nouns side by side, the second with its own article, each of which hangs on
 * something else, are not one speaker. */
static bool is_double(const struct px_scene *scene, struct px_range phrase)
{
    bool found = false, apart = false;
    for (uint32_t t = phrase.first; t < phrase.end && scene->marks[t] == 0; t++) {
        apart = apart || (found && px_scene_has(scene, t, PX_CLASS_ARTICLE));
        if (!hangs_elsewhere(scene, phrase, t))
            continue;
        if (found && apart)
            return true;
        found = true;
    }
    return false;
}

/* "dressed in a jacket and *tie*": one noun in small letters, of no list of those who speak, without an article. */
static bool is_bare_noun(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t t = phrase.first;
    const struct px_tree *tree = px_parse_tree(scene->annotation, t);
    if (tree == NULL || phrase.end != t + 1 || scene->mentions[t] != PX_NONE || px_scene_is_capitalised(scene, t))
        return false;
    uint32_t word = px_parse_word(scene->annotation, t);
    return px_tree_has_xpos(tree, word, "NN") &&
           !px_party_is_listed(scene->annotation, t, PX_LEXICON_SOURCES, PX_SLICE("")) &&
           !px_party_is_listed(scene->annotation, t, PX_LEXICON_ROLES, PX_SLICE(""));
}

/* "has *used* unproven allegations of": a verb that does something else with the noun of speech leaves open who
 * alleges. */
static bool is_used(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->group.first);
    for (uint32_t t = cue->group.first; tree != NULL && t < cue->core.first; t++)
        if (px_scene_has(scene, t, PX_CLASS_VERB) && !px_scene_has(scene, t, PX_CLASS_AUXILIARY) &&
            px_scene_cue_at(scene, t) == NULL)
            return cue->entry->kind == PX_CUE_PHRASE || cue->entry->kind == PX_CUE_NOUN;
    return false;
}

/* Does the article doubt that it was said, and have none of the words? */
static bool is_doubted(const struct px_scene *scene, const struct px_cue *cue)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (scene->quotations[t] != PX_NONE)
                return false;
    return px_scene_doubts(scene, cue);
}

/* "A young man, dressed in a jacket and *tie*, came up, saying:": whom grammar lends the participle, for a bare noun that
 * is nobody. */
static void take_lender(const struct px_scene *scene, struct px_cue *cue)
{
    struct px_control control = px_scene_control(scene, cue->core.first);
    if (cue->entry->kind != PX_CUE_VERB || px_range_empty(cue->speaker) ||
        !px_scene_has(scene, cue->core.first, PX_CLASS_GERUND) || !is_bare_noun(scene, cue->speaker) ||
        cue->source.count > 1 || !control.lent || !control.sure || control.charged || px_range_empty(control.phrase) ||
        is_bare_noun(scene, control.phrase))
        return;
    cue->speaker = control.phrase;
    if (cue->source.count == 1)
        cue->source.items[0] = control.phrase;
}

/* "passed *language* clearly stating that it rains": does the participle go on from a verb's object, which is no source of
 * its own, as a resolution is? That states it, and whoever passed it may not have said so. */
static bool is_of_object(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t t = cue->core.first;
    if (t == 0 || cue->speaker.end > t || !px_scene_has(scene, t, PX_CLASS_GERUND) || cue->entry->kind != PX_CUE_VERB)
        return false;
    for (t--; t > cue->speaker.end && px_scene_is_tagged(scene, t, "RB");)
        t--;
    const struct px_tree *tree = px_parse_tree(scene->annotation, t);
    bool noun = px_scene_is_tagged(scene, t, "NN") || px_scene_is_tagged(scene, t, "NNS");
    return tree != NULL && t > cue->speaker.end && noun && !px_scene_has(scene, t, PX_CLASS_TIME) &&
           (px_tree_arc(tree, px_parse_word(scene->annotation, t)) & PX_ARC_OBJECT) != 0 &&
           !px_party_is_listed(scene->annotation, t, PX_LEXICON_SOURCES, PX_SLICE("")) &&
           !px_party_is_listed(scene->annotation, t, PX_LEXICON_ROLES, PX_SLICE(""));
}

void px_sourcing_doubt_phrase(const struct px_scene *scene, struct px_cue *cue)
{
    cue->unsure =
        cue->unsure || is_used(scene, cue) || is_doubted(scene, cue) || is_of_object(scene, cue) ||
        (!px_range_empty(cue->speaker) && (is_double(scene, cue->speaker) || is_bare_noun(scene, cue->speaker)));
}

bool px_sourcing_doubt_time(struct px_scene *scene, struct px_cue *cue)
{
    take_lender(scene, cue);
    if (px_range_empty(cue->speaker) || px_parse_tree(scene->annotation, cue->speaker.first) == NULL)
        return true;
    return skip_time(scene, cue);
}
