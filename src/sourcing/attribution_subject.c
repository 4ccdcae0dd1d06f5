/* Whom sentences and clauses tell of: their subjects, for pronouns to take up. */
#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"

uint32_t px_scene_front_name(const struct px_scene *scene, uint32_t sentence, uint32_t verb, bool person)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    for (uint32_t t = s->first_token; t < verb && t + 1 < s->first_token + s->token_count; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        if (entity == PX_NONE || (person && scene->article->entities.items[entity].kind != PX_ENTITY_PERSON))
            continue;
        uint32_t m = scene->mentions[t];
        uint32_t end = m == PX_NONE ? t + 1
                                    : scene->article->mentions.items[m].first_token +
                                          scene->article->mentions.items[m].token_count;
        bool behind = t > s->first_token && px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION | PX_CLASS_TO);
        return behind || scene->quotations[t] != PX_NONE || px_scene_is_clitic(scene, end) ? PX_NONE : entity;
    }
    return PX_NONE;
}

/* The subject of the clause that the word heads; of the main clause also the name that it begins with. */
static uint32_t subject_at(const struct px_scene *scene, const struct px_tree *tree, uint32_t sentence, uint32_t word)
{
    uint32_t subject = px_tree_subject(tree, word);
    if (subject != PX_NONE)
        return px_party_at(scene->annotation, sentence, subject).entity;
    return tree->words[word].head < tree->count
               ? PX_NONE
               : px_scene_front_name(scene, sentence, px_parse_token(scene->annotation, sentence, word), false);
}

bool px_scene_agrees(const struct px_scene *scene, uint32_t entity, uint32_t gender)
{
    const struct px_entity *it = entity == PX_NONE ? NULL : &scene->article->entities.items[entity];
    if (it == NULL || gender == PX_NONE)
        return it != NULL && it->kind != PX_ENTITY_PERSON;
    return it->kind == PX_ENTITY_PERSON && (it->gender == 0 || it->gender == gender);
}

uint32_t px_scene_subject_above(const struct px_scene *scene, uint32_t token, uint32_t gender)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    for (uint32_t steps = 0; tree != NULL && steps < tree->count; steps++) {
        word = tree->words[px_tree_clause(tree, word)].head;
        if (word >= tree->count)
            break;
        uint32_t clause = px_tree_clause(tree, word);
        uint32_t entity = subject_at(scene, tree, scene->tokens[token].sentence, clause);
        if (entity == PX_NONE && px_tree_subject(tree, clause) == PX_NONE)
            continue;
        return px_scene_agrees(scene, entity, gender) ? entity : PX_NONE;
    }
    return PX_NONE;
}

bool px_scene_is_subject(const struct px_scene *scene, struct px_span phrase)
{
    uint32_t sentence = scene->tokens[px_tokens_reaching(&scene->article->tokens, phrase.start)].sentence;
    const struct px_tree *tree =
        px_parse_tree(scene->annotation, scene->article->sentences.items[sentence].first_token);
    for (uint32_t w = 0; tree != NULL && w < tree->count; w++) {
        uint32_t subject = tree->words[w].head < tree->count ? PX_NONE : px_tree_subject(tree, w);
        uint32_t token = subject == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, sentence, subject);
        if (token != PX_NONE && scene->tokens[token].start >= phrase.start && scene->tokens[token].start < phrase.end)
            return true;
    }
    return tree == NULL;
}

uint32_t px_scene_subject_of(const struct px_scene *scene, uint32_t sentence, uint32_t gender)
{
    const struct px_tree *tree =
        px_parse_tree(scene->annotation, scene->article->sentences.items[sentence].first_token);
    for (uint32_t w = 0; tree != NULL && w < tree->count; w++) {
        uint32_t entity = tree->words[w].head < tree->count ? PX_NONE : subject_at(scene, tree, sentence, w);
        if (px_scene_agrees(scene, entity, gender))
            return entity;
    }
    return PX_NONE;
}

/* "when *Hask*, R-Tarn., suggested": whom the words name right before the verb, with no more than an apposition between,
 * which may hide the subject from the parser; PX_NONE for nobody, and for a pronoun. */
static uint32_t named_before(const struct px_scene *scene, uint32_t sentence, uint32_t verb)
{
    enum { APPOSED_MOST = 6 };
    uint32_t first = scene->article->sentences.items[sentence].first_token, t = verb;
    if (t > first + 1 && scene->marks[t - 1] == ',') {
        t--;
        for (uint32_t comma = t - 1; comma > first && comma + APPOSED_MOST >= t; comma--)
            if (scene->marks[comma] == ',') {
                t = comma;
                break;
            }
    }
    uint32_t m = t > first ? scene->mentions[t - 1] : PX_NONE;
    const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
    bool named = mention != NULL && mention->form != PX_MENTION_PRONOUN &&
                 scene->quotations[mention->first_token] == PX_NONE &&
                 !(mention->first_token > first && px_scene_has(scene, mention->first_token - 1, PX_CLASS_PREPOSITION));
    return named ? mention->entity : PX_NONE;
}

/* The subject of the clause that the verb heads, if a name or a description has it outside of what is quoted. */
static uint32_t named_subject(const struct px_scene *scene, const struct px_tree *tree, uint32_t sentence,
                              uint32_t verb, uint32_t gender)
{
    uint32_t subject = px_tree_subject(tree, verb);
    uint32_t token = subject == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, sentence, subject);
    uint32_t m = token == PX_NONE ? PX_NONE : scene->mentions[token];
    bool named = m != PX_NONE && scene->quotations[token] == PX_NONE &&
                 scene->article->mentions.items[m].form != PX_MENTION_PRONOUN;
    uint32_t entity = named ? px_party_at(scene->annotation, sentence, subject).entity : PX_NONE;
    if (px_scene_agrees(scene, entity, gender))
        return entity;
    return named_before(scene, sentence, px_parse_token(scene->annotation, sentence, verb));
}

uint32_t px_scene_only_subject(const struct px_scene *scene, uint32_t sentence, uint32_t gender)
{
    const struct px_tree *tree =
        px_parse_tree(scene->annotation, scene->article->sentences.items[sentence].first_token);
    uint32_t only = PX_NONE;
    for (uint32_t w = 0; tree != NULL && w < tree->count; w++) {
        uint32_t entity = px_tree_is_finite(tree, w) ? named_subject(scene, tree, sentence, w, gender) : PX_NONE;
        if (!px_scene_agrees(scene, entity, gender) || entity == only)
            continue;
        if (only != PX_NONE)
            return PX_NONE;
        only = entity;
    }
    return only;
}

/* Is the word a document's, "letter"? */
static bool is_document(const struct px_scene *scene, uint32_t sentence, uint32_t word)
{
    return px_party_is_listed(scene->annotation, px_parse_token(scene->annotation, sentence, word), PX_LEXICON_SOURCES,
                              PX_SLICE("document"));
}

/* Whose document the sentence tells of, "*Hask's* letter named nobody", or the one before it where this tells of "it" and `back` is asked for; PX_NONE
 * where the pronoun does not agree with him. */
static uint32_t author_of(const struct px_scene *scene, uint32_t sentence, uint32_t gender, bool back)
{
    const struct px_sentence *it = &scene->article->sentences.items[sentence];
    const struct px_tree *tree = px_parse_tree(scene->annotation, it->first_token);
    for (uint32_t w = 0; tree != NULL && w < tree->count; w++) {
        uint32_t subject = tree->words[w].head < tree->count ? PX_NONE : px_tree_subject(tree, w);
        if (subject == PX_NONE)
            continue;
        if (px_party_is_listed(scene->annotation, px_parse_token(scene->annotation, sentence, subject),
                               PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.neutral")))
            return back && sentence > 0 && it[-1].block == it->block ? author_of(scene, sentence - 1, gender, false)
                                                                     : PX_NONE;
        uint32_t owner =
            is_document(scene, sentence, subject) ? px_tree_dependent(tree, subject, PX_ARC_POSSESSOR) : PX_NONE;
        uint32_t entity = owner == PX_NONE ? PX_NONE : px_party_at(scene->annotation, sentence, owner).entity;
        return px_scene_agrees(scene, entity, gender) ? entity : PX_NONE;
    }
    return PX_NONE;
}

uint32_t px_scene_sentence_before(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->content.count > 0 && cue->content.items[0].first < cue->bounds.first
                         ? cue->content.items[0].first
                         : cue->bounds.first;
    return first == 0 ? PX_NONE : scene->tokens[first - 1].sentence;
}

uint32_t px_scene_subject_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender)
{
    uint32_t before = px_scene_sentence_before(scene, cue);
    return before == PX_NONE ? PX_NONE : px_scene_subject_of(scene, before, gender);
}

uint32_t px_scene_author_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender)
{
    uint32_t before = px_scene_sentence_before(scene, cue);
    bool first = cue->speaker.first == cue->bounds.first || scene->marks[cue->bounds.first] == '"';
    return before == PX_NONE || !first ? PX_NONE : author_of(scene, before, gender, true);
}

uint32_t px_scene_introduced_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender)
{
    const struct px_article *article = scene->article;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (first == 0 || first >= cue->speaker.first || scene->marks[first] != '"')
        return PX_NONE;
    uint32_t sentence = scene->tokens[first - 1].sentence;
    uint32_t entity = px_scene_subject_of(scene, sentence, gender);
    entity = entity == PX_NONE ? px_scene_front_name(scene, sentence, first, true) : entity;
    if (!px_scene_agrees(scene, entity, gender))
        return PX_NONE;
    const struct px_mention *mention = &article->mentions.items[article->entities.items[entity].first_mention];
    return scene->tokens[mention->first_token].sentence == sentence ? entity : PX_NONE;
}
