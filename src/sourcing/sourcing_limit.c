/* What grammar forbids a find of the model, and what it gives to one. */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

static const double REPORTS_LEAST = 0.5; /* weight of a verb that mostly reports */
static const float GIVEN = 0.9F;         /* probability of words that stand where only what is said stands */

/* Drops the empty ranges and gives the number of tokens in the others. */
static uint32_t drop_empty(struct px_ranges *ranges)
{
    size_t kept = 0;
    uint32_t count = 0;
    for (size_t i = 0; i < ranges->count; i++) {
        if (px_range_empty(ranges->items[i]))
            continue;
        count += ranges->items[i].end - ranges->items[i].first;
        ranges->items[kept++] = ranges->items[i];
    }
    ranges->count = kept;
    return count;
}

/* Keeps of the ranges the tokens in [first, end) and gives their number. */
static uint32_t keep_within(struct px_ranges *ranges, uint32_t first, uint32_t end)
{
    for (size_t i = 0; i < ranges->count; i++) {
        struct px_range *part = &ranges->items[i];
        part->first = part->first > first ? part->first : first;
        part->end = part->end < end ? part->end : end;
    }
    return drop_empty(ranges);
}

static uint32_t count_quoted(const struct px_sourcing_view *view, const struct px_ranges *ranges)
{
    uint32_t count = 0;
    for (size_t i = 0; i < ranges->count; i++)
        for (uint32_t t = ranges->items[i].first; t < ranges->items[i].end; t++)
            count += view->tokens[t].quotation != PX_NONE;
    return count;
}

/* Takes from the ranges the tokens [first, end) and gives the number of those left. */
static uint32_t cut_out(struct px_ranges *ranges, struct px_range away)
{
    for (size_t i = 0; i < ranges->count; i++) {
        struct px_range *part = &ranges->items[i];
        if (part->first < away.first) /* the sentence ends there: nothing is left behind */
            part->end = part->end < away.first ? part->end : away.first;
        else if (part->first < away.end)
            part->first = part->end < away.end ? part->end : away.end;
    }
    return drop_empty(ranges);
}

/* "Doe plans to resign, | the Courier reports": whoever tells it at the end of the sentence is not in what others say
 * before; what somebody only has in mind is told by him alone. */
static void limit_to_tail(const struct px_sourcing_view *view, struct px_sourcing_find *find)
{
    const struct px_scene *scene = view->scene;
    uint32_t sentence = scene->tokens[find->head].sentence;
    const struct px_cue *hit = px_scene_cue_at(scene, find->head);
    struct px_sourcing_tail tail = view->tails[sentence];
    struct px_range away = {tail.first, view->sentences[sentence].end};
    if (px_range_empty(away) || find->head >= away.first)
        return;
    if (tail.cue != NULL && hit != NULL && hit->entry->act == PX_ACT_THOUGHT)
        away = (struct px_range){0, scene->count};
    find->content_count = cut_out(&find->decoded, away);
    find->quoted_count = count_quoted(view, &find->decoded);
    find->content = find->decoded;
}

/* A finite verb that mostly reports. */
static bool reports(const struct px_scene *scene, uint32_t token)
{
    const struct px_cue *hit = px_scene_cue_at(scene, token);
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    return tree != NULL && hit != NULL && hit->entry->kind == PX_CUE_VERB && hit->entry->weight >= REPORTS_LEAST &&
           px_tree_is_finite(tree, px_parse_word(scene->annotation, token));
}

/* "Doe’s plan has “hurt us all,” | Smith said": the quotation that ends, with the comma in it, right before the find's
 * source and verb; PX_NONE for none. */
static uint32_t quotation_before(const struct px_scene *scene, const struct px_sourcing_find *find)
{
    uint32_t first = find->source.count == 1 ? find->source.items[0].first : 0;
    if (first < 2 || find->source.items[0].end != find->cue.first || scene->marks[first - 1] != '"' ||
        scene->marks[first - 2] != ',' || scene->tokens[first - 1].sentence != scene->tokens[first].sentence ||
        scene->quotations[first] != PX_NONE)
        return PX_NONE;
    uint32_t q = scene->quotations[first - 1];
    return q != PX_NONE && scene->article->quotations.items[q].kind == PX_QUOTATION_SPEECH ? q : PX_NONE;
}

/* Where the model sees nothing that a verb says right behind a quotation, it is the quotation with the clause that it is
 * a part of. */
static void give_quotation(const struct px_sourcing_view *view, struct px_sourcing_find *find)
{
    const struct px_scene *scene = view->scene;
    uint32_t q = find->content_count > 0 || !reports(scene, find->head) ? PX_NONE : quotation_before(scene, find);
    if (q == PX_NONE)
        return;
    uint32_t quoted = scene->article->quotations.items[q].first_token;
    uint32_t first = view->sentences[scene->tokens[find->head].sentence].first;
    struct px_range said = {quoted < first ? quoted : first, find->source.items[0].first};
    for (uint32_t t = said.first; t < quoted; t++)
        if (scene->marks[t] == ';' || scene->marks[t] == ':' || scene->quotations[t] != PX_NONE || reports(scene, t))
            said.first = quoted;
    struct px_range *part = px_vector_push(&find->decoded, scene->arena);
    if (part == NULL)
        return; /* nothing is given when memory is out: whoever asks for more of it finds that */
    *part = said;
    find->content_count = said.end - said.first;
    find->content_mean = GIVEN;
    find->quoted_count = count_quoted(view, &find->decoded);
    find->content = find->decoded;
}

void px_sourcing_limit(const struct px_sourcing_view *view, struct px_sourcing_find *find)
{
    limit_to_tail(view, find);
    give_quotation(view, find);
    const struct px_scene *scene = view->scene;
    uint32_t sentence = scene->tokens[find->head].sentence;
    uint32_t main = px_scene_behind_front(scene, sentence);
    if (main == PX_NONE || find->head >= main)
        return;
    find->source_count = keep_within(&find->source, find->cue.end, main);
    find->content_count = keep_within(&find->decoded, find->cue.end, main - (scene->marks[main - 1] == ','));
    find->quoted_count = count_quoted(view, &find->decoded);
    find->content = find->decoded;
}

/* Does a verb that mostly reports stand before the noun and govern its clause? Elsewhere a parser takes the only verb
 * of a clause for a participle: "the original called for". */
static bool is_governed(const struct px_scene *scene, uint32_t sentence, const struct px_tree *tree, uint32_t noun)
{
    uint32_t at = tree->words[noun].head;
    for (uint32_t steps = 0; at < tree->count && steps < tree->count; steps++, at = tree->words[at].head) {
        const struct px_cue *cue = px_scene_cue_at(scene, px_parse_token(scene->annotation, sentence, at));
        if (at < noun && px_tree_is_finite(tree, at) && cue != NULL && cue->entry->weight >= REPORTS_LEAST)
            return true;
    }
    return false;
}

bool px_sourcing_is_attribute(const struct px_scene *scene, uint32_t token)
{
    const unsigned opens = PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_PREPOSITION | PX_CLASS_NUMBER;
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return tree != NULL && word > 0 && (px_tree_arc(tree, word) & PX_ARC_MODIFIER) != 0 &&
           tree->words[word].head > word && tree->words[word].head < tree->count &&
           tree->first_child[word] == PX_NONE && px_scene_has(scene, token - 1, opens) &&
           scene->marks[token + 1] == 0; /* a noun stands behind */
}

bool px_sourcing_describes(const struct px_scene *scene, uint32_t token)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t verb = px_parse_word(annotation, token);
    if (tree == NULL || (px_tree_arc(tree, verb) & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) != PX_ARC_ASIDE ||
        !px_tree_has_xpos(tree, verb, "VBN") ||
        px_tree_dependent(tree, verb, PX_ARC_SUBJECT | PX_ARC_AUXILIARY | PX_ARC_PASSIVE | PX_ARC_AGENT) != PX_NONE)
        return false;
    uint32_t noun = tree->words[verb].head;
    return noun < verb && is_governed(scene, scene->tokens[token].sentence, tree, noun);
}

/* "remarks *that claimed*": does the subject stand for a word of speech? */
static bool tells_of_words(const struct px_scene *scene, uint32_t sentence, const struct px_tree *tree,
                           uint32_t subject, uint32_t verb)
{
    uint32_t token = px_parse_token(scene->annotation, sentence, subject);
    if (!px_scene_has(scene, token, PX_CLASS_RELATIVE | PX_CLASS_THAT) || subject == 0 || token == 0)
        return false;
    uint32_t noun = tree->words[verb].head < subject ? tree->words[verb].head : subject - 1;
    const struct px_cue *cue = px_scene_cue_at(scene, px_parse_token(scene->annotation, sentence, noun));
    return cue != NULL && cue->entry->kind == PX_CUE_NOUN;
}

bool px_sourcing_is_proposed(const struct px_sourcing_view *view, const struct px_cue *cue)
{
    const struct px_scene *scene = view->scene;
    uint32_t token = cue->core.first, sentence = scene->tokens[token].sentence;
    uint32_t main = px_scene_behind_front(scene, sentence);
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    if (tree != NULL && view->tails[sentence].cue == cue)
        return true;
    if (tree == NULL || cue->entry->kind != PX_CUE_VERB || cue->entry->weight < REPORTS_LEAST ||
        scene->quotations[token] != PX_NONE)
        return false;
    uint32_t verb = px_parse_word(scene->annotation, token);
    uint32_t subject = px_tree_dependent(tree, verb, PX_ARC_SUBJECT);
    if (subject != PX_NONE && tells_of_words(scene, sentence, tree, subject, verb))
        return true;
    return main != PX_NONE && token >= main && subject != PX_NONE &&
           px_parse_token(scene->annotation, sentence, px_tree_span(tree, subject).start) == main;
}
