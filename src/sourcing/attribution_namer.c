/* Which phrase names the speaker: for a relative pronoun the noun that it stands for. */
#include "reading/bearer.h"
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/attribution_pronoun.h"

/* The phrase whose noun the relative clause of the cue hangs on, as grammar has it; empty where it tells nothing. */
static struct px_range clause_noun(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->group.first; t < cue->group.end; t++) {
        struct px_control control = px_scene_control(scene, t);
        if (!px_range_empty(control.phrase) && control.phrase.end <= cue->speaker.first)
            return control.phrase;
    }
    return (struct px_range){0, 0};
}

/* "pay slips, seen by *the Courier*, which suggest": a body that an aside between commas names has but seen what
 * speaks, the phrase before the aside. */
static struct px_range skip_agent(const struct px_scene *scene, const struct px_cue *cue, struct px_range phrase)
{
    uint32_t relative = phrase.end + 1, first = phrase.first;
    first -= first > 0 && px_scene_has(scene, first - 1, PX_CLASS_ARTICLE);
    uint32_t seen = px_scene_is_tagged(scene, phrase.first, "VBN") ? phrase.first : first - 2;
    if (first < cue->bounds.first + 4 || relative >= cue->group.first || scene->marks[phrase.end] != ',' ||
        !px_scene_has(scene, relative, PX_CLASS_RELATIVE) || px_scene_is_tagged(scene, relative, "WP") ||
        !px_scene_is_tagged(scene, seen, "VBN") || !px_scene_has(scene, seen + 1, PX_CLASS_AGENT) ||
        scene->marks[seen - 1] != ',')
        return phrase;
    struct px_range noun = px_scene_phrase_before(scene, seen - 2, cue->bounds);
    for (uint32_t t = noun.first; t + 1 < noun.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_AGENT))
            noun.first = t + 1; /* "frayed by | pay slips" */
    return px_range_empty(noun) ? phrase : noun;
}

/* Where the noun phrase ends that begins with the token: before a preposition, a relative word or a mark. */
static uint32_t noun_end(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    uint32_t t = first + 1;
    while (t < end && scene->marks[t] == 0 &&
           !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_AGENT | PX_CLASS_RELATIVE))
        t++;
    return t < end ? t : end;
}

/* Is the noun phrase one for people: does it end in a name of somebody, in an office, or in a word for who is quoted? */
static bool is_people(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t entity = px_entity_at(scene->annotation, end - 1);
    if (entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON)
        return true;
    for (size_t i = px_hits_from(hits, first); i < hits->count && hits->items[i].first_token < end; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->first_token + hit->token_count != end)
            continue;
        int kind = hit->lexicon == PX_LEXICON_SOURCES
                       ? px_speaker_kind_find(px_resources_entry(scene->annotation->resources, hit)->category)
                       : -1;
        if (hit->lexicon == PX_LEXICON_ROLES || kind == PX_SPEAKER_PERSON || kind == PX_SPEAKER_GROUP)
            return true;
    }
    return false;
}

/* "as House *leader*": one thing without an article, an owner or a name is said of somebody and is nobody. */
static bool is_bare(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    uint32_t entity = px_entity_at(scene->annotation, end - 1);
    bool named = entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
    for (uint32_t t = first; t < end; t++)
        if (px_scene_has(scene, t, PX_CLASS_DETERMINER | PX_CLASS_ARTICLE | PX_CLASS_POSSESSIVE | PX_CLASS_NUMBER) ||
            px_scene_is_clitic(scene, t))
            return false;
    return !named && px_scene_is_tagged(scene, end - 1, "NN");
}

/* "reactions by *senior members of the House*, who said", "as House leader over *a congressman* who said": "who" stands
 * for the first people of the phrase, where its noun is a thing or nobody. */
static struct px_range skip_thing(const struct px_scene *scene, const struct px_cue *cue, struct px_range phrase)
{
    uint32_t first = phrase.first, head = px_scene_head(scene, phrase);
    uint32_t end = head == PX_NONE ? noun_end(scene, first, phrase.end) : head + 1;
    if (!px_scene_is_tagged(scene, cue->speaker.first, "WP") ||
        (is_people(scene, first, end) && !(end < phrase.end && is_bare(scene, first, end))))
        return phrase;
    while (end < phrase.end && scene->marks[end] == 0 && !px_scene_has(scene, end, PX_CLASS_RELATIVE)) {
        first = end + 1;
        end = noun_end(scene, first, phrase.end);
        if (first < phrase.end && is_people(scene, first, end))
            return (struct px_range){first, phrase.end};
    }
    return phrase;
}

/* Is the token a new thing said that somebody brings forth: "put out a *statement*"? */
static bool is_brought_forth(const struct px_scene *scene, const struct px_tree *tree, uint32_t token)
{
    return px_scene_has(scene, token - 1, PX_CLASS_ARTICLE) && !px_scene_has(scene, token - 1, PX_CLASS_DEFINITE) &&
           px_scene_is_speech_noun(scene, token) &&
           (px_tree_arc(tree, px_parse_word(scene->annotation, token)) & PX_ARC_OBJECT) != 0;
}

/* Who brings forth what the token names: the subject of its verb, or who is named first in its sentence; else the thing
 * itself. */
static struct px_range maker_of(const struct px_scene *scene, const struct px_tree *tree, uint32_t token)
{
    uint32_t sentence = scene->tokens[token].sentence, word = px_parse_word(scene->annotation, token);
    uint32_t verb = tree->words[word].head, subject = px_tree_subject(tree, verb);
    uint32_t first = px_parse_token(scene->annotation, sentence, 0);
    if (subject != PX_NONE && subject < verb) {
        first = px_parse_token(scene->annotation, sentence, px_tree_span(tree, subject).start);
        return (struct px_range){first, noun_end(scene, first, token - 1)};
    }
    if (px_scene_front_name(scene, sentence, px_parse_token(scene->annotation, sentence, verb), true) != PX_NONE)
        return (struct px_range){first, noun_end(scene, first, token - 1)};
    return (struct px_range){token - 1, token + 1};
}

/* "*Smith* put out a statement after Doe's remarks | that claimed": a new thing said is what speaks in the relative
 * clause, though words of another, which only tell when it came out, stand nearer. */
static struct px_range skip_occasion(const struct px_scene *scene, const struct px_cue *cue, struct px_range phrase)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->speaker.first);
    uint32_t head = px_scene_head(scene, phrase);
    if (tree == NULL || head == PX_NONE || !px_scene_is_tagged(scene, cue->speaker.first, "WDT") ||
        !px_scene_is_speech_noun(scene, head))
        return phrase;
    for (uint32_t t = phrase.first; t > cue->bounds.first + 1 && scene->marks[t - 1] == 0; t--)
        if (is_brought_forth(scene, tree, t - 1))
            return maker_of(scene, tree, t - 1);
    return phrase;
}

/* "women *who* were teenagers at the time who said": the noun of an earlier "who" of the sentence; the speaker's own word
 * where there is none. */
static struct px_range noun_of_earlier(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t t = cue->speaker.first;
    while (t > cue->bounds.first && !px_scene_is_tagged(scene, t - 1, "WP"))
        t--;
    const struct px_tree *tree = t > cue->bounds.first ? px_parse_tree(scene->annotation, t - 1) : NULL;
    if (tree == NULL || !px_scene_is_tagged(scene, cue->speaker.first, "WP"))
        return cue->speaker;
    uint32_t clause = tree->words[px_parse_word(scene->annotation, t - 1)].head;
    uint32_t noun = clause < tree->count ? tree->words[clause].head : PX_NONE;
    if (noun >= tree->count || noun >= clause)
        return cue->speaker;
    uint32_t head = px_parse_token(scene->annotation, cue->sentence, noun);
    struct px_range phrase = {px_parse_token(scene->annotation, cue->sentence, px_tree_span(tree, noun).start),
                              head + 1};
    if (phrase.end < t && !px_range_empty(phrase))
        return phrase;
    return cue->speaker;
}

struct px_range px_scene_namer(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range speaker = cue->speaker;
    uint32_t before = speaker.first;
    if (cue->form != PX_FORM_RELATIVE || before <= cue->bounds.first)
        return speaker;
    struct px_range noun = clause_noun(scene, cue);
    if (!px_range_empty(noun))
        return skip_thing(scene, cue, skip_occasion(scene, cue, skip_agent(scene, cue, noun)));
    before--;
    if (before > cue->bounds.first && (scene->marks[before] == ',' || scene->marks[before] == '-'))
        before--;
    struct px_range phrase = px_scene_phrase_before(scene, before, cue->bounds);
    bool time = !px_range_empty(phrase) && scene->mentions[phrase.end - 1] == PX_NONE &&
                px_scene_has(scene, phrase.end - 1, PX_CLASS_TIME | PX_CLASS_ADVERB); /* "at the *time* who said" */
    if (px_range_empty(phrase) || time)
        return noun_of_earlier(scene, cue);
    return skip_agent(scene, cue, phrase);
}

/* "*Democrats who* voted for the fees": does a clause tell right behind a group's name, which the phrase begins with, which
 * of them are meant? */
static bool is_some_of_group(const struct px_scene *scene, struct px_range namer)
{
    const struct px_article *article = scene->article;
    uint32_t m = px_range_empty(namer) ? PX_NONE : scene->mentions[namer.first];
    if (m == PX_NONE || article->entities.items[article->mentions.items[m].entity].kind != PX_ENTITY_GROUP)
        return false;
    uint32_t end = article->mentions.items[m].first_token + article->mentions.items[m].token_count;
    return end + 1 < namer.end && px_scene_is_tagged(scene, end, "WP");
}

bool px_scene_is_clausal(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range namer = px_scene_namer(scene, cue);
    if (is_some_of_group(scene, namer))
        return true;
    for (uint32_t t = namer.first + 1; t < namer.end && scene->marks[t] == 0; t++)
        if (px_scene_has(scene, t, PX_CLASS_QUESTION) && !px_scene_has(scene, t, PX_CLASS_RELATIVE) &&
            px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION))
            return true;
    return false;
}
