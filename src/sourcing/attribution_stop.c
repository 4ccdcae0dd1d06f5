/* Where the article takes the word again in the middle of a sentence:
 *
 *     "he argued against it, | *claiming* it was costly"          another word of speech, as a participle
 *     "he said costs rise if it passes | and *urged* calm"        or joined to the first, in its tense
 *     "he pressed on, citing support | *even as* leaders left"    what happens meanwhile
 *     "the poll found a lead, | *a gap that has* not changed"     what the article adds to it
 *     "he blamed its “secrecy,” | *according to* the Courier"     who tells of it
 *     "they believe it is popular | and *plan* to leave"          what they do beside it
 *     "he said it was late | but *did not elaborate*"             what they keep to themselves
 *     "announcing his wish to run | and *giving* interviews"      another thing that they do
 *     "wants to sign up miners, | *focusing* on the young"        what goes with that
 *     "said it was safe, | *though* few went there"               what the article holds against it
 *     "said that he lied | and *no proof has* come up"            the same, in another tense
 *     "disliked that it said “we know,” | *because* …"            the reason of whoever tells of it
 */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_control.h"

enum { ADDED_MOST = 7 /* tokens of "a spread that" */ };

static const double reports_least = 0.5; /* weight of a cue, */
static const double only_reports = 0.9;  /* and of one such as "said" */

static const struct px_cue *verb_at(const struct px_scene *scene, uint32_t token, double least)
{
    const struct px_cue *cue = px_scene_cue_at(scene, token);
    return cue != NULL && cue->entry->kind == PX_CUE_VERB && cue->entry->weight >= least ? cue : NULL;
}

/* "as", which both joins a clause and leads a noun. */
static bool is_as(const struct px_scene *scene, uint32_t token)
{
    return px_scene_has(scene, token, PX_CLASS_SUBORDINATOR) && px_scene_has(scene, token, PX_CLASS_PREPOSITION);
}

/* ", claiming" behind what has no clause, whose subject could claim it; of what shows or stands for something the
 * speaker may go on to tell, ", showing". */
static bool is_participle(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    const struct px_cue *other = scene->marks[token] == ',' ? verb_at(scene, token + 1, reports_least) : NULL;
    if (other == NULL || !px_scene_has(scene, token + 1, PX_CLASS_GERUND) || other->entry->act != PX_ACT_SPEECH ||
        (other->entry->takes & PX_TAKES_THAT) == 0 || cue->entry->kind != PX_CUE_VERB ||
        cue->entry->act != PX_ACT_SPEECH)
        return false;
    for (uint32_t t = cue->group.end; t < token; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return false;
    return true;
}

/* ", as he argued", "even as they leave". */
static bool is_meanwhile(const struct px_scene *scene, uint32_t token)
{
    if (scene->marks[token] == ',')
        return is_as(scene, token + 1) && px_scene_has(scene, token + 2, PX_CLASS_SUBJECT) &&
               verb_at(scene, token + 3, reports_least) != NULL;
    return is_as(scene, token) && is_as(scene, token + 1) && px_scene_opens_clause(scene, token + 2);
}

/* ", a spread that has", ", a wish that he honoured"; behind a dash that ends the sentence any "— a spread of two". */
static bool is_added(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    uint32_t t = token + 1;
    bool dash = scene->marks[token] == '-';
    if ((scene->marks[token] != ',' && !dash) || !px_scene_has(scene, t, PX_CLASS_ARTICLE) ||
        px_scene_has(scene, t, PX_CLASS_DEFINITE))
        return false;
    if (dash) {
        while (t < end && scene->marks[t] != '-')
            t++;
        return t == end;
    }
    while (++t < end && t < token + ADDED_MOST && !px_scene_has(scene, t, PX_CLASS_THAT))
        if (scene->marks[t] != 0 || px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_AUXILIARY))
            return false;
    return t + 1 < end && px_scene_has(scene, t, PX_CLASS_THAT) &&
           (px_scene_has(scene, t + 1, PX_CLASS_BE | PX_CLASS_HAVE) || px_scene_opens_clause(scene, t + 1));
}

/* "“…,” according to": behind a quotation, of the outer source. */
static bool is_sourced(const struct px_scene *scene, uint32_t token)
{
    const struct px_cue *cue = px_scene_cue_at(scene, token);
    return cue != NULL && cue->entry->kind == PX_CUE_PREPOSITION && cue->entry->weight >= reports_least &&
           scene->marks[token - 1] == '"' && scene->marks[token - 2] == ',';
}

/* "said it *predicts* growth if … | and *urged* them": a verb of speech in the cue's own past, where nothing that is
 * said stands in it. */
static bool is_joined(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t verb = token + 1;
    if (!px_scene_has(scene, token, PX_CLASS_COORDINATOR) || verb_at(scene, verb, reports_least) == NULL ||
        !px_scene_is_tagged(scene, verb, "VBD") || !px_scene_is_tagged(scene, cue->core.first, "VBD"))
        return false;
    bool finite = false;
    for (uint32_t t = cue->group.end; t < token; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || px_scene_is_tagged(scene, t, "VBD") || px_scene_has(scene, t, PX_CLASS_HAVE))
            return false;
        finite = finite || px_tree_is_finite(tree, px_parse_word(scene->annotation, t));
    }
    return finite;
}

/* "*saying* it was safe | and *noting* that fees fell", "*said* it was safe | and *said* fees fell": a verb of speech in
 * the cue's own form with a clause of its own, which what is said between has no verb to join it to. */
static bool is_repeated(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t verb = token + 1, last = cue->group.end - 1;
    const struct px_cue *other = verb_at(scene, verb, reports_least);
    bool gerunds =
        other != NULL && px_scene_has(scene, verb, PX_CLASS_GERUND) && px_scene_is_tagged(scene, last, "VBG");
    bool same = other != NULL &&
                px_scene_is_tagged(scene, cue->core.first, "VBD") && /* whatever the parser joins it to */
                scene->tokens[verb].form == scene->tokens[cue->core.first].form;
    if ((!gerunds && !same) || !px_scene_has(scene, token, PX_CLASS_COORDINATOR) ||
        other->entry->act != PX_ACT_SPEECH || (other->entry->takes & PX_TAKES_THAT) == 0 ||
        (!px_scene_has(scene, verb + 1, PX_CLASS_THAT) && !px_scene_opens_clause(scene, verb + 1)))
        return false;
    for (uint32_t t = cue->group.end; gerunds && t < token; t++)
        if (px_scene_is_tagged(scene, t, "VBG"))
            return false;
    return true;
}

/* "said she backed it, | but otherwise *did not elaborate*": what keeps from being said ends what is. */
static bool is_silent(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    uint32_t verb = token + 1;
    if (!px_scene_has(scene, token, PX_CLASS_COORDINATOR) || scene->quotations[token] != PX_NONE)
        return false;
    while (verb < end && px_scene_has(scene, verb, PX_CLASS_ADVERB) && px_scene_cue_at(scene, verb) == NULL)
        verb++;
    const struct px_cue *cue = verb < end ? px_scene_cue_at(scene, verb) : NULL;
    return cue != NULL && cue->entry->act == PX_ACT_SILENCE && cue->entry->kind == PX_CUE_PHRASE;
}

/* "*believe* that it *is* popular | and *plan*": a verb joined to others that goes, by its number, with the cue's subject
 * and not with that of what is said. */
static bool agrees_with_cue(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    static const char *const numbers[] = {"VBP", "VBZ"};
    bool inner = false;
    size_t own = px_scene_is_tagged(scene, cue->core.first, numbers[0]) ? 0 : 1;
    if (!px_scene_has(scene, token, PX_CLASS_COORDINATOR) || cue->entry->kind != PX_CUE_VERB ||
        !px_scene_is_tagged(scene, cue->core.first, numbers[own]) ||
        !px_scene_is_tagged(scene, token + 1, numbers[own]))
        return false;
    for (uint32_t t = cue->group.end; t < token; t++) {
        if (px_scene_is_tagged(scene, t, numbers[own]) || px_scene_is_tagged(scene, t, "MD") ||
            px_scene_is_tagged(scene, t, "VBD"))
            return false;
        inner = inner || px_scene_is_tagged(scene, t, numbers[1 - own]);
    }
    return inner;
}

/* "*announcing* his wish to run | and *giving interviews*": a participle with an object of its own, joined to the cue's,
 * where what is said between has neither a clause nor a participle to join it to. */
static bool is_another_deed(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t verb = token + 1;
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, verb);
    if (tree == NULL || !px_scene_has(scene, token, PX_CLASS_COORDINATOR) || !px_scene_is_tagged(scene, verb, "VBG") ||
        cue->entry->kind != PX_CUE_VERB || !px_scene_is_tagged(scene, cue->core.first, "VBG") ||
        (px_tree_arc(tree, word) & PX_ARC_MODIFIER) != 0 || px_tree_dependent(tree, word, PX_ARC_OBJECT) == PX_NONE)
        return false;
    for (uint32_t t = cue->group.end; t < token; t++)
        if (px_scene_is_tagged(scene, t, "VBG") || px_scene_has(scene, t, PX_CLASS_THAT) ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
    return true;
}

/* "*wants* to sign up miners, | *focusing* on the young": a participle behind a comma that grammar hangs on the cue, not
 * on what is said; behind a verb that hardly does anything but report, that is a clause of what is said as often. */
static bool is_aside_of_cue(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t verb = token + 1;
    if (scene->marks[token] != ',' || cue->entry->kind != PX_CUE_VERB || cue->entry->weight >= only_reports)
        return false;
    while (px_scene_has(scene, verb, PX_CLASS_ADVERB) && verb < cue->bounds.end)
        verb++;
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, verb);
    return tree != NULL && px_scene_is_tagged(scene, verb, "VBG") && !px_scene_has(scene, verb, PX_CLASS_PREPOSITION) &&
           (px_tree_arc(tree, word) & PX_ARC_ASIDE) != 0 && px_tree_dependent(tree, word, PX_ARC_CASE) == PX_NONE &&
           tree->words[word].head == px_parse_word(scene->annotation, cue->core.first);
}

/* Is the verb that comes first from the token on, before any mark, in the present? */
static bool is_present_clause(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    while (token < end && scene->marks[token] == 0 && !px_parse_is_finite(scene->annotation, token) &&
           !px_scene_has(scene, token, PX_CLASS_AUXILIARY | PX_CLASS_THAT | PX_CLASS_RELATIVE))
        token++;
    return token < end && (px_scene_is_tagged(scene, token, "VBZ") || px_scene_is_tagged(scene, token, "VBP"));
}

/* Is what is said up to the token told in the past alone, as what was said is, and not in the words it was said in? */
static bool is_shifted(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    bool past = false, before = false;
    for (uint32_t t = cue->group.first; t < cue->group.end; t++)
        before = before || px_scene_is_tagged(scene, t, "VBD") || px_scene_has(scene, t, PX_CLASS_HAVE);
    for (uint32_t t = cue->group.end; t < token; t++) {
        past = past || px_scene_is_tagged(scene, t, "VBD") ||
               px_scene_is_tagged(scene, t, "VBN"); /* the parser mixes them up */
        if (px_scene_is_tagged(scene, t, "VBZ") || px_scene_is_tagged(scene, t, "VBP") ||
            px_scene_is_tagged(scene, t, "MD"))
            return false;
    }
    return before && past;
}

/* Does a clause begin at the token with its subject, be it "*no proof*"? */
static bool begins_clause(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t noun = tree == NULL ? PX_NONE : tree->words[px_parse_word(scene->annotation, token)].head;
    return px_scene_opens_clause(scene, token) || (px_scene_is_tagged(scene, token, "DT") && noun < tree->count &&
                                                   (px_tree_arc(tree, noun) & PX_ARC_SUBJECT) != 0);
}

/* "said it *was* safe, | *though few go* there", "and *no proof has* come up": a clause with a subject of its own that is
 * in the present where what is said is told in the past. */
static bool is_present(const struct px_scene *scene, const struct px_cue *cue, uint32_t token, uint32_t end)
{
    uint32_t joint = token + (scene->marks[token] == ',' ? 1 : 0);
    bool conceded = joint > token &&
                    px_party_is_listed(scene->annotation, joint, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.concession"));
    if ((!conceded && !px_scene_has(scene, joint, PX_CLASS_COORDINATOR)) || joint + 2 >= end ||
        !begins_clause(scene, joint + 1) || !is_present_clause(scene, joint + 1, end))
        return false;
    for (uint32_t t = joint + 1; t < end; t++)
        if (px_scene_has(scene, t, PX_CLASS_THAT) || scene->quotations[t] != PX_NONE)
            return false;
    return conceded || is_shifted(scene, cue, token);
}

/* "Aides *disliked that* the note said “we know,” | *because* it was too early": a clause behind a quotation that a comma
 * closes, where all that is said is told in the clause of another verb, goes with that verb. */
static bool is_reason_of_outer(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    bool closed = (scene->marks[token - 1] == '"' && scene->marks[token - 2] == ',') ||
                  (scene->marks[token - 1] == ',' && scene->marks[token - 2] == '"');
    uint32_t speaker = cue->speaker.first;
    return closed && px_scene_has(scene, token, PX_CLASS_SUBORDINATOR) && !px_scene_has(scene, token, PX_CLASS_THAT) &&
           !px_range_empty(cue->speaker) && speaker > cue->bounds.first && cue->speaker.end <= cue->group.first &&
           px_scene_has(scene, speaker - 1, PX_CLASS_THAT);
}

/* Where the content behind the cue begins; `end` where none does. */
static uint32_t first_behind(const struct px_cue *cue, uint32_t end)
{
    for (size_t i = 0; i < cue->content.count; i++)
        if (cue->content.items[i].first >= cue->group.end)
            return cue->content.items[i].first < end ? cue->content.items[i].first : end;
    return end;
}

uint32_t px_scene_find_stop(const struct px_scene *scene, const struct px_cue *cue, uint32_t end)
{
    uint32_t quoted = cue->group.end; /* behind the last quotation */
    if (px_parse_tree(scene->annotation, cue->core.first) == NULL)
        return PX_NONE;
    for (uint32_t t = cue->group.end; t < end; t++)
        quoted = scene->quotations[t] == PX_NONE ? quoted : t + 1;
    for (uint32_t t = first_behind(cue, end) + 2; t + 2 < end; t++)
        if (t >= quoted &&
            (is_meanwhile(scene, t) || is_added(scene, t, end) || is_sourced(scene, t) || is_silent(scene, t, end) ||
             agrees_with_cue(scene, cue, t) || is_another_deed(scene, cue, t) || is_aside_of_cue(scene, cue, t) ||
             is_present(scene, cue, t, end) || is_reason_of_outer(scene, cue, t)))
            return t - (scene->marks[t - 1] == ',');
    return PX_NONE;
}

/* The part of the content that stands behind the cue in its sentence, where it is the last; or NULL. */
static struct px_range *last_part(struct px_cue *cue)
{
    struct px_range *part = cue->content.count == 0 ? NULL : &cue->content.items[cue->content.count - 1];
    return part != NULL && part->first >= cue->group.end && part->end <= cue->bounds.end ? part : NULL;
}

/* Gives the second cue, whose verb stands in the part, what the first holds behind that verb. */
static void share_out(struct px_scene *scene, struct px_cue *cue, size_t part, struct px_cue *second)
{
    struct px_ranges *content = &cue->content;
    struct px_range *first = &content->items[part];
    px_scene_add_content(scene, second, (struct px_range){second->core.end, first->end});
    for (size_t i = part + 1; i < content->count; i++)
        px_scene_add_content(scene, second, content->items[i]);
    content->count = part + 1;
    first->end = second->core.first - 1;
    first->end -= first->end > first->first + 1 && scene->marks[first->end - 1] == ',';
}

/* Makes a statement of its own of the verb at the token, with all that the cue holds behind it. */
static bool split(struct px_scene *scene, size_t index, size_t part, uint32_t verb)
{
    struct px_cue second = scene->cues.items[index];
    const struct px_cue *hit = px_scene_cue_at(scene, verb);
    second.entry = hit->entry;
    second.core = second.group = hit->core;
    second.content = (struct px_ranges){0};
    second.negated = second.undergone = second.nominal = false;
    share_out(scene, &scene->cues.items[index], part, &second);
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue != NULL)
        *cue = second;
    return cue != NULL && !scene->failed;
}

/* The verb of speech in the part that the article joins to the cue's own; PX_NONE for none. */
static uint32_t find_joined(const struct px_scene *scene, const struct px_cue *cue, struct px_range part)
{
    for (uint32_t t = part.first + 2; t + 2 < part.end; t++)
        if (scene->quotations[t] == PX_NONE &&
            (is_joined(scene, cue, t) || is_repeated(scene, cue, t) || is_participle(scene, cue, t)))
            return t + 1;
    return PX_NONE;
}

bool px_scene_split_joined(struct px_scene *scene, size_t first)
{
    for (size_t i = first, count = scene->cues.count; i < count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        if (cue->is_dropped || px_range_empty(cue->speaker) ||
            px_parse_tree(scene->annotation, cue->core.first) == NULL)
            continue;
        for (size_t p = 0; p < cue->content.count; p++) {
            struct px_range part = cue->content.items[p];
            bool behind = part.first >= cue->group.end && part.end <= cue->bounds.end;
            uint32_t verb = behind ? find_joined(scene, cue, part) : PX_NONE;
            if (verb != PX_NONE && !split(scene, i, p, verb))
                return false;
            if (verb != PX_NONE)
                break;
        }
    }
    return true;
}

/* Is the cue a gerund behind a preposition, in a clause of which the part, of what another verb says, is the beginning:
 * "said *they would use a test* | for *determining* who is ill"? */
static bool goes_on_with(const struct px_scene *scene, const struct px_cue *gerund, const struct px_range *part)
{
    uint32_t before = gerund->group.first - 1;
    if (part->end != before || !px_scene_has(scene, before, PX_CLASS_PREPOSITION) ||
        scene->quotations[part->end - 1] != PX_NONE)
        return false;
    for (uint32_t t = part->first; t < part->end; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return true;
    return false;
}

void px_scene_join_gerunds(struct px_scene *scene, size_t first)
{
    for (size_t i = first; i < scene->cues.count; i++) {
        struct px_cue *gerund = &scene->cues.items[i];
        if (gerund->is_dropped || gerund->group.first <= gerund->bounds.first || last_part(gerund) == NULL ||
            !px_scene_has(scene, gerund->group.first, PX_CLASS_GERUND) ||
            px_parse_tree(scene->annotation, gerund->group.first) == NULL)
            continue;
        for (size_t j = i; j > first && scene->cues.items[j - 1].sentence == gerund->sentence; j--) {
            struct px_cue *cue = &scene->cues.items[j - 1];
            struct px_range *part = cue->is_dropped ? NULL : last_part(cue);
            if (part == NULL || (cue->entry->takes & PX_TAKES_THAT) == 0 || !goes_on_with(scene, gerund, part))
                continue;
            part->end = last_part(gerund)->end;
            gerund->is_dropped = true;
            break;
        }
    }
}
