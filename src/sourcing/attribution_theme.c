/* Whom a described speaker is that the article has just told of: "Hask was in York. *The retired brewer* said". */
#include "reading/bearer.h"
#include "sourcing/attribution_pronoun.h"

/* The persons of a sentence. */
struct persons {
    uint32_t one;   /* the only one, or PX_NONE */
    uint32_t first; /* who is told of first */
    uint32_t count; /* as far as two */
};

/* The persons whom the words tell of, by whatever word, outside of what is quoted. */
static struct persons persons_in(const struct px_scene *scene, struct px_range words)
{
    struct persons found = {PX_NONE, PX_NONE, 0};
    for (uint32_t t = words.first; t < words.end; t++) {
        uint32_t person = scene->quotations[t] == PX_NONE ? px_scene_person_at(scene, t) : PX_NONE;
        if (person == PX_NONE || person == found.one)
            continue;
        found.first = found.count == 0 ? person : found.first;
        found.one = found.count == 0 ? person : PX_NONE;
        if (++found.count > 1)
            break;
    }
    return found;
}

/* "the *46-year-old*" */
static bool is_age(const struct px_scene *scene, uint32_t token)
{
    struct px_slice text = px_scene_form(scene, token)->text;
    return px_scene_form(scene, token)->part_count > 1 && text.data[0] >= '0' && text.data[0] <= '9';
}

/* Is the preposition at the token inside of an office, "secretary *of* state", or leads it to a place, "senator *from*
 * Tarn"? */
static bool is_of_office(const struct px_scene *scene, uint32_t token)
{
    uint32_t entity = px_entity_at(scene->annotation, token + 1);
    return (entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PLACE) ||
           px_scene_role_before(scene, token + 2) <= token;
}

/* Is it an epithet, an article and a noun with what describes it: "the retired brewer", and neither "the man", who may be
 * anybody, nor a name, "the Tarn Leader", nor "the Hask aide", "the mayor's wife", "the mayor of a town"? */
static bool is_epithet(const struct px_scene *scene, struct px_range phrase)
{
    enum { WORDS_LEAST = 3, WORDS_MOST = 9 };
    uint32_t count = phrase.end - phrase.first;
    if (count > WORDS_MOST || (count < WORDS_LEAST && !(count == 2 && is_age(scene, phrase.first + 1))) ||
        !px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE) || px_scene_is_plural(scene, phrase))
        return false;
    bool small = false;
    for (uint32_t t = phrase.first + 1; t < phrase.end; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        small = small || !px_scene_is_capitalised(scene, t);
        bool names = entity != PX_NONE && scene->article->entities.items[entity].kind != PX_ENTITY_PLACE;
        if (names || scene->marks[t] != 0 || px_scene_is_clitic(scene, t) ||
            (px_scene_has(scene, t, PX_CLASS_PREPOSITION) && !is_of_office(scene, t)))
            return false;
    }
    return small;
}

/* The sentence of the running text before the token's; PX_NONE for none, and for one that begins with what somebody says, of
 * whom the next need not tell. */
static uint32_t sentence_before(const struct px_scene *scene, uint32_t token)
{
    const struct px_article *article = scene->article;
    uint32_t sentence = scene->tokens[token].sentence;
    while (sentence-- > 0) {
        uint8_t role = article->blocks.items[article->sentences.items[sentence].block].role;
        if (role == PX_ROLE_TITLE)
            return PX_NONE;
        if (role != PX_ROLE_HEADING)
            return scene->quotations[article->sentences.items[sentence].first_token] == PX_NONE ? sentence : PX_NONE;
    }
    return PX_NONE;
}

/* The person who is the subject of the sentence, or PX_NONE. */
static uint32_t subject_of(const struct px_scene *scene, uint32_t sentence)
{
    uint32_t subject = px_scene_subject_of(scene, sentence, PX_GENDER_MALE);
    return subject != PX_NONE ? subject : px_scene_subject_of(scene, sentence, PX_GENDER_FEMALE);
}

/* May the description be the person's, by whom each acts for? */
static bool may_be(const struct px_scene *scene, uint32_t person, uint8_t actor)
{
    uint8_t of = scene->article->entities.items[person].actor;
    return of == actor || of == PX_ACTOR_OTHER || actor == PX_ACTOR_OTHER ||
           (of != PX_ACTOR_COURT && of != PX_ACTOR_MEDIA && actor != PX_ACTOR_COURT && actor != PX_ACTOR_MEDIA &&
            actor != PX_ACTOR_STATE);
}

/* Was somebody told of before by the noun whom the article does not name, "*a* tired *brewer*"? */
static bool is_stranger_before(const struct px_scene *scene, uint32_t noun)
{
    enum { DESCRIBED_BY = 4 };
    uint32_t fold = px_scene_form(scene, noun)->fold;
    for (uint32_t t = 0; t < noun; t++)
        for (uint32_t u = t; px_scene_form(scene, t)->fold == fold && u-- > 0 && u + DESCRIBED_BY >= t;)
            if (px_scene_has(scene, u, PX_CLASS_ARTICLE) && !px_scene_has(scene, u, PX_CLASS_DEFINITE))
                return true;
    return false;
}

/* Who alone is told of up to the phrase, from the headline on: a description near the beginning can mean nobody else. */
static uint32_t only_before(const struct px_scene *scene, struct px_range phrase)
{
    enum { MENTIONS_LEAST = 2, TOKENS_MOST = 1000 };
    if (phrase.first > TOKENS_MOST)
        return PX_NONE;
    struct persons persons = persons_in(scene, (struct px_range){0, phrase.first});
    bool often = persons.one != PX_NONE && scene->article->entities.items[persons.one].mention_count >= MENTIONS_LEAST;
    return often && !is_stranger_before(scene, phrase.end - 1) ? persons.one : PX_NONE;
}

/* Whom the sentence before the cue's tells of, where nobody else is named up to the phrase. */
static uint32_t theme_before(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_sentence *sentences = scene->article->sentences.items;
    uint32_t before = sentence_before(scene, cue->speaker.first), begin = sentences[cue->sentence].first_token;
    if (before == PX_NONE || px_scene_subject_of(scene, before, PX_NONE) != PX_NONE || /* of a body */
        persons_in(scene, (struct px_range){begin, cue->speaker.first}).count > 0)
        return PX_NONE;
    const struct px_sentence *it = &sentences[before];
    struct persons persons = persons_in(scene, (struct px_range){it->first_token, it->first_token + it->token_count});
    uint32_t subject = subject_of(scene, before);
    if (persons.one != PX_NONE)
        return subject == PX_NONE || subject == persons.one ? persons.one : PX_NONE;
    return subject == persons.first ? persons.first : PX_NONE;
}

bool px_scene_resolve_theme(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    if (!attribution->high_tier || !is_epithet(scene, cue->speaker))
        return false;
    uint32_t person = only_before(scene, cue->speaker);
    person = person == PX_NONE ? theme_before(scene, cue) : person;
    if (person == PX_NONE || !may_be(scene, person, attribution->actor))
        return false;
    attribution->entity = person;
    attribution->actor = scene->article->entities.items[person].actor;
    return true;
}
