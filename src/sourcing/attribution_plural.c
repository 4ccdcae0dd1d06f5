/* Phrases of more than one; and "they said": the people who are the subject of the sentence before, or else, where nobody
 * speaks before whom the pronoun may stand for, the one plural source in it. */
#include "reading/parse.h"
#include "sourcing/attribution_pronoun.h"
#include "sourcing/attribution_some.h"

static bool is_tagged_plural(const struct px_scene *scene, uint32_t token)
{
    return px_scene_is_tagged(scene, token, "NNS") || px_scene_is_tagged(scene, token, "NNPS");
}

/* "more than a *half-dozen* council members": does a plural stand behind the singular, nothing between, which a parser
 * takes for the head? */
static bool ends_in_plural(const struct px_scene *scene, struct px_range phrase, uint32_t head)
{
    uint32_t t = head + 1;
    while (t < phrase.end && scene->marks[t] == 0 && !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_RELATIVE))
        t++;
    return t > head + 1 && is_tagged_plural(scene, t - 1);
}

/* "the *43-year-old*": does a hyphen part the number from a word? */
static bool is_age(const struct px_scene *scene, uint32_t token)
{
    struct px_slice word = px_slice_part(scene->article->text, scene->tokens[token].start, scene->tokens[token].end);
    size_t hyphen = px_slice_find(word, PX_SLICE("-"), 0);
    return hyphen + 1 < word.size && word.data[word.size - 1] >= 'a' && word.data[0] >= '0' && word.data[0] <= '9';
}

bool px_scene_is_plural(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t head = px_scene_head(scene, phrase);
    const struct px_tree *tree = head == PX_NONE ? NULL : px_parse_tree(scene->annotation, head);
    if (tree == NULL || is_tagged_plural(scene, head))
        return tree != NULL;
    if (ends_in_plural(scene, phrase, head))
        return true;
    bool number = px_scene_is_tagged(scene, head, "CD") && !px_scene_counts_one(scene, head);
    if (number && px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE))
        return !is_age(scene, head);
    uint32_t of = px_tree_dependent(tree, px_parse_word(scene->annotation, head), PX_ARC_NOMINAL | PX_ARC_OBLIQUE);
    return of != PX_NONE &&
           (number || px_scene_is_tagged(scene, head, "JJ") || px_scene_is_tagged(scene, head, "DT")) &&
           is_tagged_plural(scene, px_parse_token(scene->annotation, scene->tokens[head].sentence, of));
}

bool px_scene_is_joint(const struct px_scene *scene, struct px_range phrase)
{
    for (uint32_t t = phrase.first; t < phrase.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_COORDINATOR))
            return true;
    return false;
}

/* A plural outside of quotation marks. */
static bool is_told_plural(const struct px_scene *scene, uint32_t token)
{
    return scene->quotations[token] == PX_NONE && is_tagged_plural(scene, token);
}

/* Is the plural listed for people who are sources, "prosecutors"? */
static bool is_people(const struct px_scene *scene, uint32_t token)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES && hits->items[i].token_count == 1 &&
            px_speaker_kind_find(px_resources_entry(scene->annotation->resources, &hits->items[i])->category) ==
                PX_SPEAKER_GROUP)
            return true;
    return false;
}

/* The only plural noun of the tokens, if it is of people; PX_NONE for none, and for several, of which any may be meant. */
static uint32_t only_people(const struct px_scene *scene, struct px_range words)
{
    uint32_t found = PX_NONE;
    for (uint32_t t = words.first; t < words.end; t++) {
        if (!is_told_plural(scene, t))
            continue;
        if (found != PX_NONE)
            return PX_NONE;
        found = t;
    }
    return found != PX_NONE && is_people(scene, found) ? found : PX_NONE;
}

/* The noun's phrase up to the first mark, "federal prosecutors in York". */
static struct px_range phrase_of(const struct px_scene *scene, uint32_t noun)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, noun);
    uint32_t sentence = scene->tokens[noun].sentence;
    struct px_span words = px_tree_span(tree, px_parse_word(scene->annotation, noun));
    uint32_t last = px_parse_token(scene->annotation, sentence, words.end - 1);
    struct px_range phrase = {noun, noun + 1};
    while (phrase.first > px_parse_token(scene->annotation, sentence, words.start) &&
           scene->marks[phrase.first - 1] == 0 && !px_scene_has(scene, phrase.first - 1, PX_CLASS_PREPOSITION))
        phrase.first--;
    while (phrase.end <= last && scene->marks[phrase.end] == 0)
        phrase.end++;
    return phrase;
}

/* Gives the statement the people whom the noun stands for, as a description; false where they are not all. */
static bool speak_as_people(const struct px_scene *scene, const struct px_cue *cue, uint32_t noun,
                            struct px_attribution *attribution)
{
    struct px_cue named = *cue;
    named.speaker = phrase_of(scene, noun);
    if (px_scene_is_joint(scene, named.speaker)) /* "lawmakers and the mayor" are more than they */
        return false;
    px_scene_resolve(scene, &named, attribution);
    attribution->named =
        (struct px_span){scene->tokens[named.speaker.first].start, scene->tokens[named.speaker.end - 1].end};
    return true;
}

/* "Within towns, *they said*, women have more to say": does the source stand within what is said? */
static bool is_put_in(const struct px_cue *cue)
{
    return cue->content.count > 1 && cue->content.items[0].first < cue->speaker.first &&
           cue->content.items[1].first > cue->speaker.first;
}

static bool is_content(const struct px_cue *cue, uint32_t token)
{
    for (size_t i = 0; i < cue->content.count; i++)
        if (token >= cue->content.items[i].first && token < cue->content.items[i].end)
            return true;
    return false;
}

/* "*The guards* waited, and they said": does the pronoun's own sentence tell of several before it, outside of what is
 * said? */
static bool has_several_nearer(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->bounds.first; t < cue->speaker.first; t++)
        if (is_told_plural(scene, t) && !is_content(cue, t))
            return true;
    return false;
}

bool px_scene_resolve_people(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last,
                             struct px_attribution *attribution)
{
    uint32_t before = px_scene_sentence_before(scene, cue);
    if (before == PX_NONE || is_put_in(cue) || has_several_nearer(scene, cue) ||
        (last != NULL && px_scene_last_sentence(scene, last) >= before))
        return false;
    const struct px_tree *tree = px_parse_tree(scene->annotation, scene->article->sentences.items[before].first_token);
    uint32_t subject = tree == NULL || tree->root >= tree->count ? PX_NONE : px_tree_subject(tree, tree->root);
    uint32_t noun = subject == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, before, subject);
    return noun != PX_NONE && is_told_plural(scene, noun) && is_people(scene, noun) &&
           speak_as_people(scene, cue, noun, attribution);
}

bool px_scene_resolve_plural(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_sentence *sentences = scene->article->sentences.items;
    const struct px_sentence *here = &sentences[cue->sentence], *before = here - 1;
    if (cue->sentence == 0 || before->block != here->block ||
        px_parse_tree(scene->annotation, before->first_token) == NULL)
        return false;
    struct px_range words = {before->first_token, before->first_token + before->token_count};
    uint32_t noun = has_several_nearer(scene, cue) ? PX_NONE : only_people(scene, words);
    return noun != PX_NONE && speak_as_people(scene, cue, noun, attribution);
}
