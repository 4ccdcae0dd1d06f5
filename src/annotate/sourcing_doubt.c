/* Who cannot be meant by a speaker that the model marked: what is no part of the cue's own clause, and what cannot speak. */
#include <string.h>

#include "annotate/attribution_control.h"
#include "annotate/parse.h"
#include "annotate/sourcing.h"

static uint32_t parts_with(const struct px_ranges *parts, uint32_t token, size_t *last)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parts->count; i++)
        if (px_range_holds(parts->items[i], token)) {
            *last = i;
            count++;
        }
    return count;
}

/* "Thousands gathered as *businesses* announced", "*Ryan*, in his interview, told": of several parts the one that grammar
 * makes the verb's subject speaks. Where none is, who speaks is unsure. */
static void keep_own_part(const struct px_scene *scene, struct px_cue *cue, const struct px_control *control)
{
    size_t own = 0;
    if (cue->score < scene->high_tier) /* a model that is unsure marks too much as often as the parser errs */
        return;
    if (cue->source.count < 2 || px_range_empty(control->phrase) || control->lent)
        return;
    if (parts_with(&cue->source, control->head, &own) == 0) {
        cue->unsure = true;
        return;
    }
    size_t end = own + 1; /* with what only a comma parts from it: "Wilson, *of Carreth*," */
    while (end < cue->source.count && cue->source.items[end].first <= cue->source.items[end - 1].end + 1)
        end++;
    cue->source.count = end - own;
    memmove(cue->source.items, cue->source.items + own, cue->source.count * sizeof *cue->source.items);
}

/* The noun on which the phrase hangs, as a token; PX_NONE without grammar. */
static uint32_t head_of(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t head = px_parse_head(scene->annotation, phrase.first, phrase.end);
    return head == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, scene->tokens[phrase.first].sentence, head);
}

/* A day or a number, by all words of the phrase: "Monday", "last week", "2016". */
static bool is_time(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t head = head_of(scene, phrase);
    if (head == PX_NONE || scene->mentions[head] != PX_NONE)
        return false;
    bool pronoun = px_scene_has(scene, head, PX_CLASS_SUBJECT | PX_CLASS_RELATIVE);
    return !pronoun && (px_scene_has(scene, head, PX_CLASS_TIME) || scene->tokens[head].kind == PX_TOKEN_NUMBER);
}

/* "*Long* on Monday also denied": whoever stands before the time speaks. */
static bool skip_time(struct px_scene *scene, struct px_cue *cue)
{
    uint32_t before = cue->speaker.first;
    if (!is_time(scene, cue->speaker))
        return true;
    cue->unsure = true;
    if (before > cue->bounds.first && px_scene_has(scene, before - 1, PX_CLASS_PREPOSITION))
        before--;
    if (before == cue->bounds.first || scene->marks[before - 1] != 0)
        return true;
    struct px_range phrase = px_scene_phrase_before(scene, before - 1, cue->bounds);
    bool named = false;
    for (uint32_t t = phrase.first; t < phrase.end; t++)
        named = named || scene->mentions[t] != PX_NONE;
    return !named || is_time(scene, phrase) || px_sourcing_set_source(scene, cue, phrase);
}

void px_sourcing_doubt_speaker(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_cue *cue)
{
    if (cue->source.count == 0 || px_parse_tree(scene->annotation, find->head) == NULL)
        return;
    struct px_control control = px_scene_control(scene, find->head);
    keep_own_part(scene, cue, &control);
}

bool px_sourcing_doubt_time(struct px_scene *scene, struct px_cue *cue)
{
    if (px_range_empty(cue->speaker) || px_parse_tree(scene->annotation, cue->speaker.first) == NULL)
        return true;
    return skip_time(scene, cue);
}
