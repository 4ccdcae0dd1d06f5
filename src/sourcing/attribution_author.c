/* Whose words a document is: "Smith's letter says", "a letter from Smith says" are Smith's own. */
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"
#include "text/characters.h"
#include "text/utf8.h"

/* Does an apostrophe, with an s or without, stand behind the word that ends before the token? */
static bool is_owned_from(const struct px_scene *scene, uint32_t token)
{
    size_t at = token == 0 || token >= scene->count ? 0 : scene->tokens[token - 1].end;
    return at > 0 && scene->tokens[token].start == at && px_text_is_apostrophe(px_utf8_next(scene->article->text, &at));
}

/* A document that is no such noun, "indictment", may be a word for something said all the same. */
bool px_scene_is_own_words(const struct px_scene *scene, uint32_t end, bool person)
{
    const struct px_resources *resources = scene->annotation->resources;
    const struct px_lexicon *sources = px_resources_lexicon(resources, PX_LEXICON_SOURCES);
    const struct px_hits *hits = &scene->article->hits;
    bool said = false;
    for (size_t i = px_hits_from(hits, end - 1); i < hits->count && hits->items[i].first_token < end; i++) {
        const struct px_entry *entry = px_resources_entry(resources, &hits->items[i]);
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES) {
            struct px_slice words = px_lexicon_cell(sources, entry, px_lexicon_column(sources, "words"));
            return px_slice_is(words, "own") || (person && px_slice_is(words, "person"));
        }
        said = said || (hits->items[i].lexicon == PX_LEXICON_CUES && hits->items[i].token_count == 1 &&
                        px_slice_is(entry->category, "cue.noun"));
    }
    return said;
}

bool px_scene_is_author(const struct px_scene *scene, struct px_range phrase, const struct px_mention *mention)
{
    uint32_t first = mention->first_token, end = first + mention->token_count;
    uint32_t head = px_scene_head_end(scene, phrase);
    bool person = scene->article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
    if (head == 0 || head <= phrase.first || !px_scene_is_own_words(scene, head, person))
        return false;
    if (end < head) /* "*Smith*'s letter" */
        return is_owned_from(scene, end) && first <= phrase.first + 1;
    first -= first > head + 1 && px_scene_has(scene, first - 1, PX_CLASS_ARTICLE);
    return first == head + 1 && /* "a letter from *Smith*" */
           px_party_is_listed(scene->annotation, head, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.author"));
}

/* Does the token stand in a name? */
static bool is_in_name(const struct px_scene *scene, uint32_t token)
{
    uint32_t m = scene->mentions[token];
    return m != PX_NONE && scene->article->mentions.items[m].form < PX_MENTION_ROLE;
}

/* The phrase that names the statement's speaker, where its noun is one for somebody's own words and no name, "the Harbour
 * *Post*"; else empty. */
static struct px_range document_of(const struct px_scene *scene, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &scene->article->tokens;
    struct px_range phrase = {0, 0};
    if (attribution->speaker.count == 0)
        return phrase;
    struct px_span namer = px_attribution_namer(attribution);
    phrase.first = px_tokens_reaching(tokens, namer.start);
    phrase.end = px_tokens_reaching(tokens, namer.end - 1) + 1;
    phrase.end = phrase.end > scene->count ? phrase.first : px_scene_head_end(scene, phrase);
    while (phrase.end > phrase.first + 2 && px_scene_is_tagged(scene, phrase.end - 1, "VBN"))
        phrase.end--; /* "the letter *addressed* to the council" */
    bool own = phrase.end > phrase.first && px_scene_is_own_words(scene, phrase.end, true) &&
               !is_in_name(scene, phrase.end - 1);
    return own ? phrase : (struct px_range){0, 0};
}

/* The nearest statement, back from the one or else on from it, that settles whose the document is: by its author, or as
 * one that is new, "a letter". "The council letter" only takes one up. NULL where there is none. */
static const struct px_attribution *settled_by(const struct px_scene *scene, size_t index, uint32_t fold, int step)
{
    const struct px_article *article = scene->article;
    for (size_t i = index + (size_t)step; i < article->attributions.count; i += (size_t)step) {
        const struct px_attribution *it = &article->attributions.items[i];
        struct px_range phrase = document_of(scene, it);
        if (!px_range_empty(phrase) && px_scene_form(scene, phrase.end - 1)->fold == fold &&
            (it->entity != PX_NONE || !px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE)))
            return it;
    }
    return NULL;
}

void px_scene_resolve_documents(const struct px_scene *scene)
{
    for (size_t i = 0; i < scene->article->attributions.count; i++) {
        struct px_attribution *it = &scene->article->attributions.items[i];
        struct px_range phrase = document_of(scene, it);
        it->document = it->entity != PX_NONE && !px_range_empty(phrase);
        if (it->entity != PX_NONE || phrase.end != phrase.first + 2 ||
            !px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE))
            continue;
        uint32_t fold = px_scene_form(scene, phrase.end - 1)->fold;
        const struct px_attribution *other = settled_by(scene, i, fold, -1);
        other = other == NULL ? settled_by(scene, i, fold, 1) : other;
        if (other != NULL && other->entity != PX_NONE) {
            px_attribution_take_speaker(it, other);
            it->document = true;
        }
    }
}
