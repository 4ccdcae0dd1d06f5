/* Whether grammar reads a statement as the model does: as the clause of its verb, and as the words of the verb's subject.
 * Two readings that know nothing of each other then agree. */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"

static const double score_least = 0.35;
static const double ended_least = 0.5; /* weight of a cue whose sentence ends with what is said, */
static const double open_least = 0.8;  /* and of one whose sentence may go on to say more, */
static const double open_score = 0.5;  /* and its score */

/* The comma behind what a clause begins with, "that *when it comes to fees*, it will help"; `end` for none. */
static uint32_t comma_of_front(const struct px_scene *scene, struct px_range said)
{
    const unsigned leads = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION | PX_CLASS_QUESTION;
    uint32_t t = said.first + (px_scene_has(scene, said.first, PX_CLASS_THAT) ? 1 : 0);
    if (t >= said.end || !px_scene_has(scene, t, leads))
        return said.end;
    while (t < said.end && scene->marks[t] == 0)
        t++;
    return t < said.end && scene->marks[t] == ',' ? t : said.end;
}

/* Is the range a clause that grammar makes the verb's, with a subject of its own? */
static bool is_clause_of(const struct px_scene *scene, struct px_range said, uint32_t verb)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t sentence = scene->tokens[verb].sentence;
    if (scene->tokens[said.first].sentence != sentence || scene->tokens[said.end - 1].sentence != sentence)
        return false;
    uint32_t head = px_parse_head(scene->annotation, said.first, said.end);
    return head != PX_NONE && tree->words[head].head == px_parse_word(scene->annotation, verb) &&
           (px_tree_arc(tree, head) & (PX_ARC_CLAUSE | PX_ARC_ASIDE)) == PX_ARC_CLAUSE &&
           px_tree_dependent(tree, head, PX_ARC_SUBJECT) != PX_NONE &&
           px_parse_token(scene->annotation, sentence, px_tree_span(tree, head).start) == said.first;
}

/* Does the clause end where what is said does, without a mark within but the one behind its front? */
static bool is_plain_clause(const struct px_scene *scene, struct px_range said)
{
    uint32_t sentence = scene->tokens[said.first].sentence;
    uint32_t comma = comma_of_front(scene, said);
    for (uint32_t t = said.first; t < said.end; t++)
        if (scene->marks[t] != 0 && scene->marks[t] != '-' && t != comma)
            return false;
    const struct px_tree *tree = px_parse_tree(scene->annotation, said.first);
    struct px_span words = px_tree_span(tree, px_parse_head(scene->annotation, said.first, said.end));
    uint32_t end = px_parse_token(scene->annotation, sentence, words.end - 1) + 1;
    while (end > said.end && scene->marks[end - 1] != 0)
        end--;
    return end == said.end;
}

/* Does another clause begin behind a conjunction, "that fees rose *and the pits closed*"? The article may tell that
 * itself. */
static bool goes_on(const struct px_scene *scene, struct px_range said)
{
    for (uint32_t t = said.first; t + 1 < said.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_COORDINATOR) && px_scene_opens_clause(scene, t + 1))
            return true;
    return false;
}

/* Does what is said end with the sentence, but for marks, and may none of it be the article's addition? Then there is no
 * end to err about. */
static bool ends_sentence(const struct px_scene *scene, const struct px_cue *cue, struct px_range said)
{
    uint32_t end = cue->bounds.end;
    while (end > said.end && scene->marks[end - 1] != 0)
        end--;
    return said.end >= end && px_scene_is_rest(scene, cue, said) && !goes_on(scene, said);
}

/* The verb of a cue that takes a clause, "*reported*" of "first reported"; PX_NONE of another. */
static uint32_t verb_of(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->core.first);
    bool verbal = cue->entry->kind == PX_CUE_VERB ||
                  (cue->entry->kind == PX_CUE_PHRASE && (cue->entry->takes & PX_TAKES_THAT) != 0);
    uint32_t head =
        tree == NULL || !verbal ? PX_NONE : px_parse_head(scene->annotation, cue->core.first, cue->core.end);
    return head == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, cue->sentence, head);
}

/* "*Brell* backed the plan, *telling* the board that it would pay": is the participle that of the main clause, behind a
 * comma, and does nobody else do anything between them? */
static bool hangs_on_main(const struct px_scene *scene, const struct px_cue *cue, const struct px_control *control)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, control->head);
    uint32_t participle = px_parse_word(scene->annotation, verb_of(scene, cue));
    uint32_t main = tree->words[px_parse_word(scene->annotation, control->head)].head;
    bool behind = cue->group.first > cue->bounds.first && scene->marks[cue->group.first - 1] == ',';
    bool hangs = behind && control->sure && control->nearest == PX_NONE && main == tree->root;
    for (uint32_t w = main + 1; hangs && w < participle; w++)
        hangs = (px_tree_arc(tree, w) & PX_ARC_SUBJECT) == 0;
    return hangs;
}

bool px_scene_is_parsed_so(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t verb = verb_of(scene, cue);
    if (scene->margin == 0 || cue->unsure || cue->content.count != 1 || verb == PX_NONE || cue->score < score_least ||
        px_range_empty(cue->speaker) || !is_clause_of(scene, cue->content.items[0], verb))
        return false;
    struct px_control control = px_scene_control(scene, verb);
    if (px_range_empty(control.phrase) || control.charged || !px_range_holds(cue->speaker, control.head) ||
        (control.lent && !hangs_on_main(scene, cue, &control)))
        return false;
    struct px_range said = cue->content.items[0];
    return (cue->entry->weight >= ended_least && ends_sentence(scene, cue, said)) ||
           (cue->entry->weight >= open_least && !control.lent && cue->score >= open_score &&
            is_plain_clause(scene, said));
}
