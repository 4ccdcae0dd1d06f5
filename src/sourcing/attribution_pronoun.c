/* Who speaks, where the speaker's phrase is a pronoun: "he", "they", "it". */
#include "sourcing/attribution_pronoun.h"

#include <string.h>

#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"

enum {
    STEPS = 8, /* statements back at most, */
    REACH = 3  /* and sentences */
};

/* Which sort of pronoun the speaker's only word is. */
enum pronoun { NONE, MALE, FEMALE, NEUTRAL, FIRST, PLURAL, OTHER_PRONOUN };

static enum pronoun pronoun_of(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_hits *hits = &scene->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(scene->annotation->resources, PX_LEXICON_PRONOUNS);
    size_t number = px_lexicon_column(lexicon, "number");
    uint32_t token = cue->speaker.first;
    if (cue->speaker.end != token + 1 || px_scene_has(scene, token, PX_CLASS_RELATIVE))
        return NONE;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        if (hits->items[i].lexicon != PX_LEXICON_PRONOUNS)
            continue;
        const struct px_entry *entry = px_resources_entry(scene->annotation->resources, &hits->items[i]);
        if (px_slice_is(entry->category, "pronoun.male"))
            return MALE;
        if (px_slice_is(entry->category, "pronoun.female"))
            return FEMALE;
        if (px_slice_is(entry->category, "pronoun.neutral"))
            return NEUTRAL;
        if (px_slice_is(entry->category, "pronoun.first") && scene->quotations[token] == PX_NONE)
            return FIRST;
        return px_slice_is(px_lexicon_cell(lexicon, entry, number), "plural") ? PLURAL : OTHER_PRONOUN;
    }
    return NONE;
}

/* As an entity's. */
static uint8_t gender_of(enum pronoun pronoun)
{
    return pronoun == MALE ? 1 : 2;
}

/* Is the speaker's phrase one of several, "six newspapers"? */
static bool is_several(const struct px_scene *scene, const struct px_attribution *other)
{
    struct px_span words = px_attribution_namer(other);
    struct px_range phrase = {px_tokens_reaching(&scene->article->tokens, words.start),
                              px_tokens_reaching(&scene->article->tokens, words.end - 1) + 1};
    return px_scene_is_plural(scene, phrase);
}

/* "He died of fever, *which* told me": words that only a thing has stand for the speaker. */
static bool is_thing(const struct px_scene *scene, const struct px_attribution *other)
{
    uint32_t token = px_tokens_reaching(&scene->article->tokens, other->speaker.items[0].start);
    return token < scene->count &&
           px_party_is_listed(scene->annotation, token, PX_LEXICON_NAMES, PX_SLICE("name.thing"));
}

static bool fits(const struct px_scene *scene, const struct px_attribution *other, enum pronoun pronoun)
{
    bool person = other->speaker_kind == PX_SPEAKER_PERSON;
    if (other->speaker.count == 0)
        return false;
    if (pronoun == NEUTRAL)
        return !person && (other->speaker_kind != PX_SPEAKER_GROUP || !is_several(scene, other)); /* "the group" */
    if (pronoun == PLURAL) /* who hardly spoke, "sent a letter to *leaders opposing* it", does not go on */
        return (other->high_tier || !other->hanging) &&
               (other->speaker_kind == PX_SPEAKER_GROUP || other->also_count > 0 ||
                (!person && other->entity == PX_NONE && is_several(scene, other)));
    uint8_t gender = other->entity == PX_NONE ? 0 : scene->article->entities.items[other->entity].gender;
    if (other->entity == PX_NONE && is_thing(scene, other))
        return false;
    return person && (gender == 0 || pronoun == OTHER_PRONOUN || gender == gender_of(pronoun));
}

uint32_t px_scene_last_sentence(const struct px_scene *scene, const struct px_attribution *attribution)
{
    uint32_t last = attribution->sentence;
    if (attribution->content.count > 0) {
        uint32_t end = attribution->content.items[attribution->content.count - 1].end;
        uint32_t token = px_tokens_reaching(&scene->article->tokens, end - 1);
        if (token < scene->count && scene->tokens[token].sentence > last)
            last = scene->tokens[token].sentence;
    }
    return last;
}

/* The sentence that the statement begins with: that of its first words, where several sentences are quoted before "he
 * said". */
static uint32_t first_sentence(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : cue->speaker.first;
    return scene->tokens[first < cue->speaker.first ? first : cue->speaker.first].sentence;
}

/* The last statement before this one, the newest, whose speaker the pronoun may stand for. */
static const struct px_attribution *last_speaker(const struct px_scene *scene, const struct px_cue *cue,
                                                 enum pronoun pronoun)
{
    const struct px_article *article = scene->article;
    uint32_t sentence = first_sentence(scene, cue);
    for (size_t i = article->attributions.count - 1, steps = 0; i-- > 0 && steps < STEPS; steps++) {
        const struct px_attribution *other = &article->attributions.items[i];
        if (px_scene_last_sentence(scene, other) + REACH < sentence)
            break;
        if (fits(scene, other, pronoun))
            return other;
    }
    return NULL;
}

static bool is_said(const struct px_attribution *attribution, uint32_t byte)
{
    for (size_t i = 0; i < attribution->content.count; i++)
        if (byte >= attribution->content.items[i].start && byte < attribution->content.items[i].end)
            return true;
    return false;
}

/* "*Mr. Venn?* “Strong,” he said.": is what is said the answer to a question right before it? */
static bool is_answer(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    return first > 0 && first < cue->speaker.first && scene->marks[first - 1] == '?' &&
           scene->quotations[first - 1] == PX_NONE;
}

/* Does the token stand in such a question? */
static bool is_asked_about(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    return is_answer(scene, cue) && token < first && scene->tokens[token].sentence == scene->tokens[first - 1].sentence;
}

/* Does the text, and not only what somebody says in it, name the entity behind the speaker of the statement and before
 * the pronoun? */
static bool is_named_since(const struct px_scene *scene, const struct px_attribution *last, const struct px_cue *cue,
                           uint32_t entity)
{
    const struct px_article *article = scene->article;
    uint32_t from = last->speaker.items[last->speaker.count - 1].end;
    uint32_t until = scene->tokens[cue->speaker.first].start;
    for (size_t m = article->entities.items[entity].first_mention; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->start >= until)
            break;
        if (mention->entity != entity || mention->form == PX_MENTION_PRONOUN || mention->start < from ||
            scene->quotations[mention->first_token] != PX_NONE)
            continue;
        bool said = false;
        for (size_t i = article->attributions.count - 1; !said && i-- > 0;) {
            said = is_said(&article->attributions.items[i], mention->start);
            if (&article->attributions.items[i] == last)
                break;
        }
        for (size_t i = 0; i < cue->content.count; i++)
            said = said || px_range_holds(cue->content.items[i], mention->first_token);
        if (!said && !is_asked_about(scene, cue, mention->first_token))
            return true;
    }
    return false;
}

/* Does the text name somebody else than the entity in the sentence, before the token, whom the pronoun may as well stand
 * for? */
static bool names_rival(const struct px_scene *scene, uint32_t sentence, uint32_t end, uint32_t speaker,
                        enum pronoun pronoun)
{
    const struct px_article *article = scene->article;
    uint8_t gender = gender_of(pronoun);
    for (uint32_t t = article->sentences.items[sentence].first_token; t < end; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        if (entity == PX_NONE || entity == speaker || scene->quotations[t] != PX_NONE)
            continue;
        const struct px_entity *it = &article->entities.items[entity];
        if (it->kind == PX_ENTITY_PERSON && (it->gender == 0 || it->gender == gender))
            return true;
    }
    return false;
}

/* Where it was left open between two in the pronoun's sentence, the last speaker is no better guess. */
static bool is_contested(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last,
                         enum pronoun pronoun)
{
    return names_rival(scene, cue->sentence, cue->speaker.first, last->entity, pronoun);
}

/* "Dunn said no.¶ Boats left when Hask proposed a pause.¶ “…,” *he* said.": has the paragraph before the quotation
 * somebody else to tell of at its end, and not the one whom the pronoun was taken for? */
static bool is_doubtful(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker, enum pronoun pronoun)
{
    const struct px_sentence *sentences = scene->article->sentences.items;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (speaker == PX_NONE || first == 0 || first >= cue->speaker.first || scene->marks[first] != '"')
        return false;
    uint32_t before = scene->tokens[first - 1].sentence;
    if (sentences[before].block == sentences[cue->sentence].block)
        return false;
    for (uint32_t t = sentences[before].first_token; t < first; t++)
        if (px_entity_at(scene->annotation, t) == speaker)
            return false;
    return names_rival(scene, before, first, speaker, pronoun);
}

/* Behind somebody who speaks under a description, and before the pronoun's sentence: whom the last sentence in between
 * tells of. "*Hask* is not worried." */
static uint32_t subject_since(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last,
                              enum pronoun pronoun)
{
    uint32_t entity = PX_NONE;
    if (last->entity == PX_NONE && !last->anonymous)
        for (uint32_t s = cue->sentence; entity == PX_NONE && s-- > last->sentence + 1;)
            entity = px_scene_subject_of(scene, s, gender_of(pronoun));
    return entity;
}

void px_attribution_take_speaker(struct px_attribution *attribution, const struct px_attribution *other)
{
    attribution->entity = other->entity;
    attribution->speaker_kind = other->speaker_kind;
    attribution->actor = other->actor;
    attribution->anonymous = other->anonymous;
    attribution->named = px_attribution_namer(other);
    attribution->also_count = other->also_count;
    memcpy(attribution->also, other->also, sizeof other->also);
}

/* Does the clause behind the pronoun name the entity by itself, "when he challenged *the president*"? He would be "himself". */
static bool is_named_behind(const struct px_scene *scene, const struct px_cue *cue, uint32_t entity)
{
    for (uint32_t t = cue->speaker.end; t < cue->bounds.end && scene->quotations[t] == PX_NONE; t++) {
        uint32_t m = scene->mentions[t];
        if (m != PX_NONE && scene->article->mentions.items[m].entity == entity &&
            scene->article->mentions.items[m].form != PX_MENTION_PRONOUN)
            return true;
    }
    return false;
}

/* "the meeting with *Doe*, when he said": whoever is named right before the clause of time or place; or PX_NONE. */
static uint32_t named_before_clause(const struct px_scene *scene, const struct px_cue *cue, enum pronoun pronoun)
{
    uint32_t t = cue->speaker.first;
    const struct px_tree *tree = t < cue->bounds.first + 2 ? NULL : px_parse_tree(scene->annotation, t - 1);
    struct px_slice tag = {0};
    if (tree != NULL)
        tag = px_syntax_xpos(tree->syntax, tree->words[px_parse_word(scene->annotation, t - 1)].tag);
    if (!px_slice_is(tag, "WRB"))
        return PX_NONE;
    t -= 1 + (scene->marks[t - 2] == ',');
    if (t <= cue->bounds.first)
        return PX_NONE;
    uint32_t entity = px_entity_at(scene->annotation, t - 1);
    bool fits = scene->quotations[t - 1] == PX_NONE && px_scene_agrees(scene, entity, gender_of(pronoun)) &&
                !is_named_behind(scene, cue, entity);
    return fits ? entity : PX_NONE;
}

/* "“He did not even carry it for *Doe*,” she said": is the entity named last in the very words that the pronoun
 * speaks? */
static bool is_named_inside(const struct px_scene *scene, const struct px_cue *cue, uint32_t entity)
{
    for (uint32_t t = cue->speaker.first; t-- > 0 && scene->tokens[t].sentence + REACH >= cue->sentence;) {
        const struct px_mention *mention =
            scene->mentions[t] == PX_NONE ? NULL : &scene->article->mentions.items[scene->mentions[t]];
        if (mention == NULL || mention->entity != entity || mention->form == PX_MENTION_PRONOUN)
            continue;
        for (size_t i = 0; i < cue->content.count; i++)
            if (px_range_holds(cue->content.items[i], t) && scene->quotations[t] != PX_NONE)
                return true;
        return false;
    }
    return false;
}

static void speak_as(const struct px_scene *scene, uint32_t entity, struct px_attribution *attribution)
{
    attribution->entity = entity;
    attribution->actor = scene->article->entities.items[entity].actor;
    attribution->anonymous = false;
    attribution->also_count = 0;
}

/* "The old mayor has a daughter, *Ora*, and he said": is the pronoun taken for somebody whom its sentence names beside
 * a subject that is a noun? That noun may as well speak. */
static bool is_beside_subject(const struct px_scene *scene, const struct px_cue *cue, uint32_t entity)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, cue->speaker.first);
    uint32_t at = cue->speaker.first, first = scene->article->sentences.items[cue->sentence].first_token;
    while (at > first && px_entity_at(annotation, at - 1) != entity)
        at--;
    for (uint32_t w = 0; at > first && tree != NULL && w < tree->count; w++) {
        uint32_t subject = tree->words[w].head < tree->count ? PX_NONE : px_tree_subject(tree, w);
        uint32_t token = subject == PX_NONE ? PX_NONE : px_parse_token(annotation, cue->sentence, subject);
        if (subject != PX_NONE && token < at && px_tree_has_xpos(tree, subject, "NN") &&
            px_party_at(annotation, cue->sentence, subject).entity == PX_NONE)
            return true;
    }
    return false;
}

/* "Venn mocked the trip.¶ Asked whether she liked Lind's hat, she smiled. “It was green,” *she* said.": does the
 * pronoun stand in its paragraph before, outside of what is quoted, for whoever it is that the last speaker, of an
 * earlier one, took the word from? */
static bool is_taken_up(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last)
{
    const struct px_sentence *sentences = scene->article->sentences.items;
    uint32_t fold = px_scene_form(scene, cue->speaker.first)->fold;
    if (sentences[last->sentence].block == sentences[cue->sentence].block)
        return false;
    for (uint32_t t = cue->speaker.first;
         t-- > 0 && sentences[scene->tokens[t].sentence].block == sentences[cue->sentence].block;)
        if (scene->quotations[t] == PX_NONE && px_scene_form(scene, t)->fold == fold)
            return true;
    return false;
}

/* "On the day when Roe had gone, Mr. *Lind* scoffed. “So long,” he said.": the subject of the sentence before what is
 * quoted, where the pronoun was taken for somebody else whom that sentence names; or PX_NONE. */
static uint32_t subject_beside(const struct px_scene *scene, const struct px_cue *cue, enum pronoun pronoun,
                               uint32_t taken)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (taken == PX_NONE || first == 0 || first >= cue->speaker.first || scene->marks[first] != '"')
        return PX_NONE;
    uint32_t sentence = scene->tokens[first - 1].sentence;
    uint32_t subject = px_scene_subject_of(scene, sentence, gender_of(pronoun));
    for (uint32_t t = scene->article->sentences.items[sentence].first_token; subject != PX_NONE && t < first; t++)
        if (px_entity_at(scene->annotation, t) == taken && scene->quotations[t] == PX_NONE)
            return subject;
    return PX_NONE;
}

/* Puts right whom "he" or "she" was taken for, where the place of the pronoun forbids it. True where that is
 * settled. */
static bool correct_person(const struct px_scene *scene, const struct px_cue *cue, enum pronoun pronoun,
                           struct px_attribution *attribution)
{
    uint32_t entity = named_before_clause(scene, cue, pronoun);
    bool inside =
        entity == PX_NONE && attribution->entity != PX_NONE && is_named_inside(scene, cue, attribution->entity);
    if (inside) { /* whoever speaks names somebody else */
        entity = px_scene_subject_before(scene, cue, gender_of(pronoun));
        attribution->high_tier = attribution->high_tier && entity != PX_NONE;
        attribution->entity = PX_NONE;
    }
    bool answers = is_answer(scene, cue); /* whoever is asked about stands before */
    if (entity == PX_NONE && !answers)
        entity = px_scene_author_before(scene, cue, gender_of(pronoun));
    if (entity == PX_NONE && !answers)
        entity = px_scene_introduced_before(scene, cue, gender_of(pronoun));
    if (entity == PX_NONE && !answers)
        entity = subject_beside(scene, cue, pronoun, attribution->entity);
    if (entity == PX_NONE && !answers)
        entity = px_scene_reacting(scene, cue, gender_of(pronoun));
    if (entity == PX_NONE && attribution->entity != PX_NONE && is_beside_subject(scene, cue, attribution->entity))
        attribution->high_tier = false;
    if (entity != PX_NONE && entity != attribution->entity)
        speak_as(scene, entity, attribution);
    return entity != PX_NONE;
}

/* "“The wait would not hurt,” said *Vivian* Hask.¶ “It is short,” he said.": whoever spoke right before what is quoted, where
 * but the given name speaks against the pronoun, and nobody else whom it fits is named there or since; or NULL. */
static const struct px_attribution *misgiven(const struct px_scene *scene, const struct px_cue *cue,
                                             enum pronoun pronoun, const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    const struct px_attribution *last = attribution > article->attributions.items ? attribution - 1 : NULL;
    if (last == NULL || !last->speech || last->entity == PX_NONE || first == 0 || first >= cue->speaker.first ||
        scene->marks[first] != '"')
        return NULL;
    uint32_t before = scene->tokens[first - 1].sentence;
    const struct px_entity *it = &article->entities.items[last->entity];
    if (it->kind != PX_ENTITY_PERSON || !it->by_given || it->gender == gender_of(pronoun) ||
        px_scene_last_sentence(scene, last) != before || names_rival(scene, before, first, last->entity, pronoun) ||
        names_rival(scene, cue->sentence, cue->speaker.first, last->entity, pronoun))
        return NULL;
    return last;
}

/* "Seibenhener said that Moore was not guilty. “…,” he said.": who is named only in what somebody says hardly takes the
 * word from him. */
static void resolve_person(const struct px_scene *scene, const struct px_cue *cue, enum pronoun pronoun,
                           struct px_attribution *attribution)
{
    const struct px_attribution *last = last_speaker(scene, cue, pronoun);
    uint32_t taken = attribution->entity;
    bool one = pronoun == MALE || pronoun == FEMALE;
    attribution->speaker_kind = pronoun == PLURAL ? PX_SPEAKER_GROUP : PX_SPEAKER_PERSON;
    if (pronoun == PLURAL &&
        (px_scene_resolve_joint(scene, cue, attribution) || px_scene_resolve_people(scene, cue, last, attribution)))
        return;
    const struct px_attribution *other = one ? misgiven(scene, cue, pronoun, attribution) : NULL;
    if (other != NULL)
        px_attribution_take_speaker(attribution, other);
    if (other != NULL || (one && correct_person(scene, cue, pronoun, attribution)))
        return;
    if (taken != attribution->entity && last != NULL && last->entity == taken)
        return;
    bool open = one && attribution->entity == PX_NONE;
    uint32_t subject = open ? px_scene_subject_above(scene, cue->speaker.first, gender_of(pronoun)) : PX_NONE;
    if (open && subject == PX_NONE && last != NULL)
        subject = subject_since(scene, cue, last, pronoun);
    if (subject != PX_NONE)
        speak_as(scene, subject, attribution);
    if (subject == PX_NONE && last == NULL && pronoun == PLURAL && attribution->entity == PX_NONE)
        px_scene_resolve_plural(scene, cue, attribution);
    if (subject != PX_NONE || last == NULL)
        return;
    if (open && is_contested(scene, cue, last, pronoun)) {
        attribution->high_tier = false; /* somebody says it, but who? */
        return;
    }
    if (attribution->entity == PX_NONE)
        px_attribution_take_speaker(attribution, last);
    else if (last->speech && last->entity != PX_NONE && last->entity != attribution->entity &&
             !is_named_since(scene, last, cue, attribution->entity)) {
        attribution->high_tier = attribution->high_tier && !(one && is_taken_up(scene, cue, last));
        px_attribution_take_speaker(attribution, last);
    }
    if (!one || !is_doubtful(scene, cue, attribution->entity, pronoun))
        return;
    uint32_t before = px_scene_sentence_before(scene, cue);
    subject = before == PX_NONE ? PX_NONE : px_scene_only_subject(scene, before, gender_of(pronoun));
    attribution->high_tier = attribution->high_tier && subject != PX_NONE;
    if (subject != PX_NONE)
        speak_as(scene, subject, attribution);
}

/* "The League protests. *The Board*, which looked, found nothing: “…,” it wrote": is another thing than whoever spoke last what
 * the pronoun's own sentence tells of? */
static bool is_other_subject(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last)
{
    uint32_t subject = last->sentence < cue->sentence ? px_scene_subject_of(scene, cue->sentence, PX_NONE) : PX_NONE;
    return subject != PX_NONE && subject != last->entity;
}

/* "The Board protested. The bill is long. *It* provides": is whoever spoke last not what its sentence tells of, or, if no
 * document, far off? A bill or a report, named since, may as well be "it". */
static bool is_uncertain(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last)
{
    bool far = px_scene_last_sentence(scene, last) + 1 < cue->sentence;
    return (far && last->speaker_kind != PX_SPEAKER_DOCUMENT) ||
           !px_scene_is_subject(scene, px_attribution_namer(last)) || is_other_subject(scene, cue, last);
}

static void resolve_thing(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    uint32_t above =
        attribution->entity == PX_NONE ? px_scene_subject_above(scene, cue->speaker.first, PX_NONE) : PX_NONE;
    if (above != PX_NONE) {
        attribution->entity = above;
        attribution->speaker_kind = PX_SPEAKER_INSTITUTION;
        attribution->actor = scene->article->entities.items[above].actor;
        return;
    }
    const struct px_attribution *last = attribution->entity == PX_NONE ? last_speaker(scene, cue, NEUTRAL) : NULL;
    bool certain = last != NULL && !is_uncertain(scene, cue, last);
    attribution->high_tier = attribution->high_tier && (last == NULL || certain);
    if (certain)
        px_attribution_take_speaker(attribution, last);
    else if (attribution->entity == PX_NONE)
        attribution->speaker_kind = PX_SPEAKER_INSTITUTION;
    if (last != NULL && !certain)
        attribution->actor = last->actor; /* of its side, if not the same */
}

void px_scene_resolve_pronoun(const struct px_scene *scene, const struct px_cue *cue,
                              struct px_attribution *attribution)
{
    if (px_range_empty(cue->speaker))
        return;
    enum pronoun pronoun = pronoun_of(scene, cue);
    if (pronoun == NONE)
        px_scene_resolve_phrase(scene, cue, attribution);
    else if (pronoun == NEUTRAL)
        resolve_thing(scene, cue, attribution);
    else if (pronoun == FIRST)
        attribution->high_tier = false; /* the author speaks, outside quotation marks: no source */
    else
        resolve_person(scene, cue, pronoun, attribution);
}
