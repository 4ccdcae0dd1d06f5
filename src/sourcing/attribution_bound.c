/* Whose the words around what is said are, by grammar: the article's own, in front of it, in the middle and behind.
 *
 *     "costs fell *as in spring*, even though Smith says fares rose"   in front of a clause that has all that is said behind its verb
 *     "fares | which Smith says rose, *and the board met*"             behind a relative clause
 *     "the plan is safe, *as Brell said*"                              another's word in passing
 *     "the plan — *praised by Brell* — would fail"                     what the article adds of what is named
 */
#include "sourcing/attribution_bound.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_control.h"

enum {
    PASSING_MOST = 8,  /* tokens of the name in "as Brell said" */
    ADDRESSEE_MOST = 6 /* tokens of whom something is told, and when */
};

static const double reports_least = 0.5; /* weight of a cue */

void px_bounding_take_out(const struct px_bounding *b, struct px_range away)
{
    struct px_ranges old = b->cue->content;
    b->cue->content = (struct px_ranges){0};
    for (size_t i = 0; i < old.count; i++) {
        struct px_range part = old.items[i];
        px_scene_add_content(b->scene, b->cue,
                             (struct px_range){part.first, part.end < away.first ? part.end : away.first});
        px_scene_add_content(b->scene, b->cue,
                             (struct px_range){part.first > away.end ? part.first : away.end, part.end});
    }
    for (uint32_t t = away.first; t < away.end; t++)
        if (b->owners[t] == b->index)
            b->owners[t] = PX_NONE;
}

/* Does what is said begin behind the verb, with no mark between, but maybe whom it is told to: "told *reporters* that"? */
static bool follows_verb(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    for (size_t i = 0; i < cue->content.count; i++) {
        uint32_t first = cue->content.items[i].first, t = cue->group.end;
        if (first < t || first >= cue->bounds.end || first > t + ADDRESSEE_MOST)
            continue;
        while (t < first && b->scene->marks[t] == 0 && !px_scene_has(b->scene, t, PX_CLASS_PREPOSITION))
            t++;
        return t == first && b->scene->marks[t] == 0;
    }
    return false;
}

static bool speaks_before(const struct px_cue *cue)
{
    return cue->entry->kind == PX_CUE_VERB && !px_range_empty(cue->speaker) && cue->speaker.end <= cue->group.first &&
           cue->speaker.first > cue->bounds.first;
}

/* Does all that is said behind the verb stand behind a colon? */
static bool follows_colon(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    for (size_t i = 0; i < cue->content.count; i++)
        if (cue->content.items[i].first >= cue->group.end)
            return b->scene->marks[cue->content.items[i].first - 1] == ':';
    return false;
}

/* "*Trying to calm the miners*, Brell said: “We …”": does the part only tell of the speaker, where a quotation that is a
 * sentence stands behind the verb? What a participle or a preposition opens is no clause. */
static bool tells_of_speaker(const struct px_bounding *b, struct px_range part)
{
    const unsigned opens = PX_CLASS_GERUND | PX_CLASS_PREPOSITION | PX_CLASS_TO;
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool whole = false;
    for (size_t i = 0; i < cue->content.count; i++) {
        uint32_t first = cue->content.items[i].first;
        whole = whole || (first >= cue->group.end && first < cue->bounds.end && scene->marks[first] == '"' &&
                          px_scene_is_capitalised(scene, first + 1));
    }
    uint32_t first = cue->bounds.first;
    if (!whole || part.first < first || part.end > cue->speaker.first || !px_scene_has(scene, first, opens))
        return false;
    for (uint32_t t = first; t < part.end; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return false;
    return true;
}

/* "*The one heir was Brell*, and only after Venn told reporters | he had met her": behind a conjunction the verb's own
 * clause is what is said, where only the words in front were found. */
static void take_clause_behind(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    if (!speaks_before(cue) || (cue->entry->takes & PX_TAKES_THAT) == 0 || cue->content.count != 1 ||
        cue->content.items[0].end > cue->speaker.first ||
        !px_scene_has(scene, cue->speaker.first - 1, PX_CLASS_SUBORDINATOR))
        return;
    uint32_t first = cue->group.end, most = first + ADDRESSEE_MOST;
    while (first < most && first < cue->bounds.end && !px_scene_opens_clause(scene, first))
        first++;
    uint32_t end = first;
    while (first < most && end < cue->bounds.end && scene->marks[end] == 0 && b->owners[end] == PX_NONE)
        end++;
    px_scene_add_content(b->scene, cue, (struct px_range){first, end});
    for (uint32_t t = first; t < end; t++)
        b->owners[t] = b->index;
}

/* What a comma or a conjunction parts from a clause that has its own words behind its verb is not said there, nor is
 * what leads to the speaker: "*In a letter that we saw the head of the* Venn Council wrote: …". */
static void drop_front(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool follows = follows_verb(b), colon = follows_colon(b);
    if (!speaks_before(cue))
        return;
    for (size_t i = cue->content.count; i-- > 0;) {
        struct px_range part = cue->content.items[i];
        bool apart = px_scene_has(scene, cue->speaker.first - 1, PX_CLASS_SUBORDINATOR);
        if (part.first < cue->bounds.first || part.end > cue->speaker.first - (follows && !apart) ||
            !px_scene_is_unquoted(scene, part) ||
            px_scene_has(scene, part.end - 1, PX_CLASS_RELATIVE | PX_CLASS_QUESTION))
            continue;
        for (uint32_t t = part.end; t < cue->speaker.first; t++)
            apart = apart || scene->marks[t] == ',';
        if (follows ? apart : (colon && part.end == cue->speaker.first) || tells_of_speaker(b, part))
            px_bounding_take_out(b, part);
    }
}

/* Is the last word before the speaker a relative pronoun that stands for something said? */
static bool is_relative(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    for (size_t i = 0; speaks_before(cue) && i < cue->content.count; i++)
        if (cue->content.items[i].end == cue->speaker.first)
            return px_scene_has(b->scene, cue->speaker.first - 1, PX_CLASS_RELATIVE);
    return false;
}

/* A relative clause in the middle of a sentence ends with the comma behind it. */
static void end_relative(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    if (!is_relative(b))
        return;
    for (uint32_t t = cue->group.end + 1; t + 1 < cue->bounds.end; t++)
        if (scene->marks[t] == ',' && scene->quotations[t] == PX_NONE &&
            !px_scene_has(scene, t + 1, PX_CLASS_COORDINATOR)) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
}

/* The end of "as Brell said" that begins at the token, where nothing but a mark follows the verb; else the token. */
static uint32_t passing_end(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    const unsigned both = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION;
    if (first + 2 >= end || (scene->classes[first] & both) != both)
        return first;
    for (uint32_t t = first + 1; t < end && t <= first + PASSING_MOST && scene->marks[t] == 0; t++) {
        const struct px_cue *hit = px_scene_cue_at(scene, t);
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || scene->quotations[t] != PX_NONE)
            return first;
        bool verb = px_tree_is_finite(tree, px_parse_word(scene->annotation, t));
        bool says = verb && t > first + 1 && hit != NULL && hit->entry->kind == PX_CUE_VERB &&
                    hit->entry->weight >= reports_least;
        if (says && (hit->core.end >= end || scene->marks[hit->core.end] == ',' || scene->marks[hit->core.end] == '.'))
            return hit->core.end;
        if (verb && !px_scene_has(scene, t, PX_CLASS_AUXILIARY))
            return first;
    }
    return first;
}

static void drop_passing(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->bounds.first; t + 1 < cue->bounds.end; t++) {
        if (b->owners[t] != b->index || scene->marks[t] != ',' || scene->quotations[t] != PX_NONE)
            continue;
        uint32_t end = passing_end(scene, t + 1, cue->bounds.end);
        if (end > t + 1 && !px_range_holds((struct px_range){t, end}, cue->core.first))
            px_bounding_take_out(b, (struct px_range){t, end});
    }
}

/* Does a participle without a subject begin at the token: "*broadly endorsed* by"? */
static bool begins_participle(const struct px_scene *scene, uint32_t token)
{
    token += px_scene_has(scene, token, PX_CLASS_ADVERB);
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return tree != NULL && px_tree_has_xpos(tree, word, "VBN") &&
           px_tree_dependent(tree, word, PX_ARC_SUBJECT) == PX_NONE;
}

static void drop_added(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->group.end; t + 2 < cue->bounds.end; t++) {
        if (b->owners[t] != b->index || scene->marks[t] != '-' || scene->quotations[t] != PX_NONE ||
            !begins_participle(scene, t + 1))
            continue;
        uint32_t end = t + 1;
        while (end < cue->bounds.end && scene->marks[end] != '-' && scene->quotations[end] == PX_NONE)
            end++;
        if (end < cue->bounds.end && scene->marks[end] == '-')
            px_bounding_take_out(b, (struct px_range){t, end + 1});
    }
}

/* "tweets *announcing* his departure | shocked officials": what the participle of a subject tells ends before the verb
 * of that subject. */
static void end_before_verb(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    const struct px_tree *tree = px_parse_tree(b->scene->annotation, cue->core.first);
    if (tree == NULL || !px_scene_has(b->scene, cue->core.first, PX_CLASS_GERUND))
        return;
    uint32_t word = px_parse_word(b->scene->annotation, cue->core.first), noun = tree->words[word].head;
    uint32_t verb = noun < word ? tree->words[noun].head : PX_NONE;
    if (verb >= tree->count || verb < word || (px_tree_arc(tree, noun) & PX_ARC_SUBJECT) == 0 ||
        px_tree_span(tree, noun).end > verb)
        return;
    uint32_t end = px_parse_token(b->scene->annotation, cue->sentence, px_tree_span(tree, noun).end);
    if (end > cue->group.end && end < cue->bounds.end && b->owners[end] == b->index &&
        b->scene->quotations[end] == PX_NONE)
        px_bounding_take_out(b, (struct px_range){end, cue->bounds.end});
}

/* "ten were hurt, according to the ministry, and by noon huts built in the | *trees had been taken down*": a piece of
 * another clause. */
static void drop_torn(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    if (cue->entry->kind != PX_CUE_PREPOSITION || cue->content.count < 2 ||
        cue->content.items[0].end > cue->group.first || cue->content.items[0].first < cue->bounds.first)
        return;
    for (size_t i = cue->content.count; i-- > 1;) {
        struct px_range part = cue->content.items[i];
        if (part.first > cue->group.end && part.end <= cue->bounds.end && px_scene_is_unquoted(scene, part) &&
            scene->marks[part.first - 1] == 0 && !px_range_holds(cue->speaker, part.first - 1) &&
            !px_scene_has(scene, part.first - 1, PX_CLASS_COORDINATOR))
            px_bounding_take_out(b, part);
    }
}

/* Does the preposition at the token belong to the verb: "wrote “Shame” *on* the wall"? */
static bool is_of_verb(const struct px_scene *scene, uint32_t preposition, uint32_t verb)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t noun = tree == NULL ? PX_NONE : tree->words[px_parse_word(scene->annotation, preposition)].head;
    return noun != PX_NONE && noun < tree->count && tree->words[noun].head == px_parse_word(scene->annotation, verb);
}

/* "wrote “Shame” | *on the wall to make a point*": of a single word in marks behind a verb that takes no object, and where
 * it stands, the word alone is said. */
static void end_behind_word(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    uint32_t first = cue->group.end, q = first < cue->bounds.end ? b->scene->quotations[first] : PX_NONE;
    if (q == PX_NONE || cue->content.count == 0 || cue->content.items[0].first != first ||
        cue->entry->kind != PX_CUE_VERB || (cue->entry->takes & PX_TAKES_OBJECT) != 0)
        return;
    const struct px_quotation *quotation = &b->scene->article->quotations.items[q];
    uint32_t end = first + quotation->token_count;
    if (quotation->first_token == first && quotation->token_count <= 3 && end < cue->bounds.end &&
        b->scene->marks[end] == 0 && px_scene_has(b->scene, end, PX_CLASS_PREPOSITION) &&
        is_of_verb(b->scene, end, cue->core.first))
        px_bounding_take_out(b, (struct px_range){end, cue->bounds.end});
}

/* "“a trick” *in a letter last week*": do the words from the preposition on tell but in what of the speaker's own, which the
 * reader does not know of yet, something is said, and when, or to whom? */
static bool tells_in_what(const struct px_scene *scene, uint32_t preposition, uint32_t end)
{
    const unsigned more = PX_CLASS_RELATIVE | PX_CLASS_THAT | PX_CLASS_COORDINATOR | PX_CLASS_AGENT;
    uint32_t noun = preposition + 1;
    if (!px_scene_has(scene, noun, PX_CLASS_ARTICLE) || px_scene_has(scene, noun, PX_CLASS_DEFINITE))
        return false;
    while (noun < end && !px_scene_is_own_words(scene, noun + 1, true))
        if (px_scene_has(scene, noun++, PX_CLASS_PREPOSITION))
            return false;
    if (noun == end || !px_party_is_listed(scene->annotation, noun, PX_LEXICON_SOURCES, PX_SLICE("document")))
        return false;
    for (uint32_t t = noun + 1; t < end; t++)
        if (px_scene_has(scene, t, more) || scene->quotations[t] != PX_NONE || scene->marks[t] != 0 ||
            px_parse_is_finite(scene->annotation, t) ||
            px_party_is_listed(scene->annotation, t, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.author")))
            return false;
    return true;
}

/* "called the fee “a trick” | *in a letter last week*": behind a quotation that ends what is said, such words are no part of
 * it. */
static void end_before_document(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    bool verb = cue->entry->kind == PX_CUE_VERB || cue->entry->kind == PX_CUE_PHRASE;
    for (uint32_t t = cue->group.end + 1; verb && t < cue->bounds.end; t++) {
        uint32_t end = t;
        while (end < cue->bounds.end && b->owners[end] == b->index)
            end++;
        if (b->scene->quotations[t] == PX_NONE && b->scene->quotations[t - 1] != PX_NONE &&
            px_scene_has(b->scene, t, PX_CLASS_PREPOSITION) && tells_in_what(b->scene, t, end))
            px_bounding_take_out(b, (struct px_range){t, end});
    }
}

/* NOLINTNEXTLINE(readability-non-const-parameter): owners are changed through the bounding */
void px_scene_bound(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index)
{
    struct px_bounding b = {scene, cue, owners, index};
    px_bounding_move_cue(&b);
    take_clause_behind(&b);
    drop_front(&b);
    drop_torn(&b);
    end_before_verb(&b);
    end_relative(&b);
    drop_passing(&b);
    drop_added(&b);
    px_bounding_complete(&b);
    end_behind_word(&b);
    end_before_document(&b);
    px_scene_end_at_others(&b);
}
