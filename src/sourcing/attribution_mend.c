/* What is said, mended by grammar: it ends neither within a quotation nor within a phrase, and is all of one piece. */
#include <string.h>

#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_control.h"

enum {
    SCRAP_MOST = 5,  /* tokens beside a quotation that tell nothing by themselves */
    QUOTED_LEAST = 6 /* of a quotation that does, marks included */
};

struct mending {
    struct px_scene *scene;
    uint32_t *owners; /* of each token: who holds it, or PX_NONE */
    struct px_cue *cue;
    uint32_t index;
};

/* Are the tokens nobody's, neither what another says nor a cue or a speaker? */
static bool is_free(const struct mending *mending, uint32_t first, uint32_t end)
{
    const struct px_scene *scene = mending->scene;
    const struct px_cue *cue = mending->cue;
    for (uint32_t t = first; t < end; t++) {
        if ((mending->owners[t] != PX_NONE && mending->owners[t] != mending->index) || px_range_holds(cue->group, t) ||
            px_range_holds(cue->speaker, t))
            return false;
        const struct px_cue *other = px_scene_cue_at(scene, t);
        if (other != NULL && !other->is_dropped)
            return false;
    }
    return true;
}

static void extend(const struct mending *mending, struct px_range *part, uint32_t end)
{
    if (end <= part->end || !is_free(mending, part->end, end))
        return;
    for (uint32_t t = part->end; t < end; t++)
        if (mending->owners[t] == mending->index) /* another part, with what parts it from this one */
            return;
    for (uint32_t t = part->end; t < end; t++)
        mending->owners[t] = mending->index;
    part->end = end;
}

/* "not “based on": up to the mark that closes. */
static void close_quotation(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    uint32_t q = scene->quotations[part->end - 1];
    if (q == PX_NONE)
        return;
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    extend(mending, part, quotation->first_token + quotation->token_count);
}

/* "“as strong a friend” *as he has*": the second half of a comparison goes with the first, up to the next mark. */
static void complete_comparison(const struct mending *mending, struct px_range *part)
{
    const unsigned as = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION;
    const struct px_scene *scene = mending->scene;
    uint32_t q = scene->quotations[part->end - 1], end = part->end;
    uint32_t opens = q == PX_NONE ? PX_NONE : scene->article->quotations.items[q].first_token + 1;
    if (q == PX_NONE || end >= mending->cue->bounds.end || scene->quotations[end] == q ||
        (scene->classes[opens] & as) != as || scene->tokens[opens].form != scene->tokens[end].form)
        return;
    while (end < mending->cue->bounds.end && scene->marks[end] == 0)
        end++;
    extend(mending, part, end);
}

/* "“Then all firms break Title VII” *of the Act?*": a question goes on to its mark, where the article ends it without a
 * verb. */
static void complete_question(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[part->end - 1].sentence];
    uint32_t end = part->end, last = s->first_token + s->token_count;
    if (px_scene_is_unquoted(scene, *part))
        return;
    while (end < last && scene->marks[end] == 0 && scene->quotations[end] == PX_NONE &&
           !px_parse_is_finite(scene->annotation, end))
        end++;
    if (end < last && scene->marks[end] == '?')
        extend(mending, part, end + 1);
}

/* "even if they": a subject, a determiner or a preposition goes with the word it hangs on. */
static void complete_phrase(const struct mending *mending, struct px_range *part)
{
    const unsigned begins = PX_ARC_SUBJECT | PX_ARC_CASE | PX_ARC_DETERMINER | PX_ARC_AUXILIARY | PX_ARC_MODIFIER |
                            PX_ARC_COMPOUND | PX_ARC_POSSESSOR | PX_ARC_COORDINATOR;
    const struct px_scene *scene = mending->scene;
    uint32_t last = part->end - 1, sentence = scene->tokens[last].sentence;
    const struct px_tree *tree = px_parse_tree(scene->annotation, last);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, last);
    if (tree == NULL || scene->marks[last] != 0 || (px_tree_arc(tree, word) & begins) == 0)
        return;
    uint32_t head = tree->words[word].head;
    if (head >= tree->count || head < word)
        return;
    uint32_t end = px_parse_token(scene->annotation, sentence, px_tree_span(tree, head).end - 1) + 1;
    while (end > part->end && scene->marks[end - 1] != 0 && scene->marks[end - 1] != '"')
        end--;
    extend(mending, part, end);
}

/* "that he was leaning towards a run | and": what joins the next part to it is left. */
static void drop_coordinator(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    uint32_t last = part->end - 1;
    if (last == part->first || scene->quotations[last] != PX_NONE || !px_scene_has(scene, last, PX_CLASS_COORDINATOR))
        return;
    mending->owners[last] = PX_NONE;
    part->end = last;
}

/* "*But* it does not hold for all, Smith said": what joins the sentence to the one before is the article's. */
static void drop_opening(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    uint32_t first = part->first;
    if (first != mending->cue->bounds.first || first + 1 >= part->end || scene->quotations[first] != PX_NONE ||
        !px_scene_has(scene, first, PX_CLASS_COORDINATOR) || px_scene_has(scene, first, PX_CLASS_DETERMINER))
        return;
    mending->owners[first] = PX_NONE;
    part->first++;
}

/* "But *the council's* | decision could cost jobs, said Hask": the first words of a sentence that its source follows go
 * with the clause that they begin. */
static void begin_with_sentence(const struct mending *mending)
{
    const unsigned begins = PX_CLASS_THAT | PX_CLASS_RELATIVE | PX_CLASS_QUESTION;
    const struct px_scene *scene = mending->scene;
    struct px_range *part = mending->cue->content.count == 0 ? NULL : &mending->cue->content.items[0];
    uint32_t first = mending->cue->bounds.first;
    if (part == NULL || part->first <= first || part->end > mending->cue->group.first ||
        scene->marks[part->end] != ',' || px_scene_has(scene, part->first, begins) ||
        !is_free(mending, first, part->first))
        return;
    const struct px_tree *tree = px_parse_tree(scene->annotation, first);
    for (uint32_t t = first; t < part->first; t++)
        if (tree == NULL || scene->marks[t] != 0 || px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return;
    for (uint32_t t = first; t < part->first; t++)
        mending->owners[t] = mending->index;
    part->first = first;
}

static bool is_scrap(const struct px_scene *scene, const struct px_cue *cue, struct px_range part)
{
    return part.first >= cue->group.end && part.first < cue->bounds.end && part.end - part.first <= SCRAP_MOST &&
           px_scene_is_unquoted(scene, part);
}

static bool is_quoted(const struct px_scene *scene, struct px_range part)
{
    return part.end - part.first >= QUOTED_LEAST && scene->quotations[part.first] != PX_NONE &&
           scene->quotations[part.end - 1] != PX_NONE;
}

/* "“…,” he told the lawyer who represents *the women*. “…”": scraps of the narrator's sentence between two
 * quotations. */
static void drop_scraps(const struct mending *mending)
{
    struct px_ranges *content = &mending->cue->content;
    size_t kept = 0;
    for (size_t i = 0; i < content->count; i++) {
        struct px_range part = content->items[i];
        bool scrap = i > 0 && is_quoted(mending->scene, content->items[kept - 1]) &&
                     is_scrap(mending->scene, mending->cue, part);
        if (scrap)
            for (uint32_t t = part.first; t < part.end; t++)
                mending->owners[t] = PX_NONE;
        else
            content->items[kept++] = part;
    }
    content->count = kept;
}

/* The first "to" of the noun's phrase, where its verb makes a means of it; however the parser hangs it. PX_NONE for
 * none. */
static uint32_t purpose_of_means(const struct px_scene *scene, const struct px_tree *tree, uint32_t noun,
                                 uint32_t sentence, const struct px_range *part)
{
    uint32_t verb = tree->words[noun].head;
    if (verb >= tree->count || !px_party_is_listed(scene->annotation, px_parse_token(scene->annotation, sentence, verb),
                                                   PX_LEXICON_AGENCY, PX_SLICE("agency.means")))
        return PX_NONE;
    for (uint32_t t = part->first + 1; t < part->end; t++)
        if (px_scene_has(scene, t, PX_CLASS_TO))
            return t;
    return PX_NONE;
}

/* "has used allegations of cyber-attacks | to push for …": what a noun tells ends before the purpose of the verb
 * above. */
static void keep_to_noun(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    const struct px_cue *cue = mending->cue;
    const struct px_tree *tree = px_parse_tree(scene->annotation, part->first);
    if (tree == NULL || part->first != cue->group.end || part->first >= cue->bounds.end ||
        cue->group.first == part->first)
        return;
    uint32_t word = px_parse_word(scene->annotation, part->first);
    for (uint32_t steps = 0; word < tree->count && steps < tree->count; steps++, word = tree->words[word].head)
        if (px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, word)))
            break;
    if (word >= tree->count || !px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[word].tag), PX_SLICE("NN")))
        return;
    uint32_t end = px_parse_token(scene->annotation, cue->sentence, px_tree_span(tree, word).end - 1) + 1;
    uint32_t means = purpose_of_means(scene, tree, word, cue->sentence, part);
    end = means != PX_NONE ? means : end;
    bool purpose = end > part->first && end < part->end && px_scene_has(scene, end, PX_CLASS_TO);
    if (purpose && scene->tokens[part->end - 1].sentence == cue->sentence)
        part->end = end;
}

/* Has the part a clause: "that" or a subject? */
static bool has_subject(const struct px_scene *scene, struct px_range part)
{
    for (uint32_t t = part.first; t < part.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || px_scene_has(scene, t, PX_CLASS_THAT) ||
            (px_tree_arc(tree, px_parse_word(scene->annotation, t)) & PX_ARC_SUBJECT) != 0)
            return true;
    }
    return false;
}

/* Does the part tell of the speaker or of the saying, rather than what is said: "Smith, *moving to calm the row*, said
 * that", or behind a quotation and its verb "“…,” she said, *aligning herself with him*"? */
static bool tells_of_saying(const struct px_scene *scene, const struct px_cue *cue, size_t index)
{
    struct px_range part = cue->content.items[index];
    if (cue->content.count < 2 || !px_scene_is_unquoted(scene, part))
        return false;
    if (part.first >= cue->speaker.end && part.end <= cue->group.first && !px_range_empty(cue->speaker))
        return true;
    if (index == 0 || part.first < cue->group.end || part.first >= cue->bounds.end)
        return false;
    struct px_range before = cue->content.items[index - 1];
    bool circumstance = px_scene_has(scene, part.first, PX_CLASS_SUBORDINATOR) || part.first > cue->group.end;
    return before.end <= cue->group.first && is_quoted(scene, before) && (circumstance || !has_subject(scene, part));
}

static void drop_narration(const struct mending *mending)
{
    struct px_ranges *content = &mending->cue->content;
    for (size_t i = content->count; i-- > 0;) {
        struct px_range part = content->items[i];
        if (!tells_of_saying(mending->scene, mending->cue, i))
            continue;
        for (uint32_t t = part.first; t < part.end; t++)
            mending->owners[t] = PX_NONE;
        memmove(content->items + i, content->items + i + 1, (content->count - i - 1) * sizeof *content->items);
        content->count--;
    }
}

/* "said in an interview on the programme | *“Morning Talk”*": does nothing but a phrase that tells where it was said
 * stand between the verb and the title? */
static bool is_behind_place(const struct mending *mending, uint32_t title)
{
    const struct px_scene *scene = mending->scene;
    bool place = false;
    for (uint32_t t = mending->cue->core.first + 1; t < title; t++) {
        bool quoted = scene->quotations[t] != PX_NONE;
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        bool apostrophe = scene->marks[t] == '"' && !quoted; /* "Varn News’" */
        if (quoted || (scene->marks[t] != 0 && !apostrophe) || tree == NULL || px_scene_has(scene, t, PX_CLASS_THAT) ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
        place =
            place || (px_scene_has(scene, t, PX_CLASS_PREPOSITION) && !px_scene_has(scene, t, PX_CLASS_SUBORDINATOR));
    }
    return place;
}

/* "said on Varn's *“Morning Talk”* | that": where it was said, not what; and all of a part beside others, which it
 * leaves empty. */
static void skip_title(const struct mending *mending, struct px_range *part)
{
    const struct px_scene *scene = mending->scene;
    uint32_t first = part->first; /* behind the apostrophe of "Varn News’" */
    first += first + 1 < part->end && !px_scene_is_word(scene, first) && scene->quotations[first] == PX_NONE;
    uint32_t q = scene->quotations[first];
    if (q == PX_NONE || part->first <= mending->cue->group.end || part->first >= mending->cue->bounds.end)
        return;
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    uint32_t end = quotation->first_token + quotation->token_count;
    bool all = end >= part->end && part != mending->cue->content.items &&
               (px_scene_is_place(scene, q) || is_behind_place(mending, first));
    if (quotation->kind != PX_QUOTATION_TITLE || quotation->first_token != first ||
        (!all && (end >= part->end || !px_scene_has(scene, end, PX_CLASS_THAT))))
        return;
    end = all ? part->end : end;
    for (uint32_t t = part->first; t < end; t++)
        mending->owners[t] = PX_NONE;
    part->first = end;
}

/* "…, *whom* the indictment alleges | they had discussed": a relative pronoun alone before its speaker goes on behind
 * the verb, where a subject stands there; "which he proposed | in May" has said it all. */
static void complete_relative(const struct mending *mending)
{
    const struct px_scene *scene = mending->scene;
    const struct px_cue *cue = mending->cue;
    struct px_range part = cue->content.count == 1 ? cue->content.items[0] : (struct px_range){0, 0};
    if (part.end != part.first + 1 || !px_scene_has(scene, part.first, PX_CLASS_RELATIVE) ||
        part.end > cue->speaker.first || cue->speaker.end > cue->group.first ||
        !px_scene_opens_clause(scene, cue->group.end))
        return;
    uint32_t end = cue->group.end;
    while (end < cue->bounds.end && scene->marks[end] == 0)
        end++;
    if (end == cue->group.end || !is_free(mending, cue->group.end, end))
        return;
    px_scene_add_content(mending->scene, mending->cue, (struct px_range){cue->group.end, end});
    for (uint32_t t = cue->group.end; t < end; t++)
        mending->owners[t] = mending->index;
}

/* "the fees, *which* he named | “a threat”", "*what* he called | a lie": what is so named is not said. */
static void drop_named(const struct mending *mending)
{
    const struct px_scene *scene = mending->scene;
    struct px_ranges *content = &mending->cue->content;
    struct px_range named = content->count > 1 ? content->items[0] : (struct px_range){0, 0};
    if (named.end != named.first + 1 || named.end != mending->cue->speaker.first ||
        !px_scene_has(scene, named.first, PX_CLASS_RELATIVE | PX_CLASS_QUESTION) ||
        !px_scene_has(scene, mending->cue->core.first, PX_CLASS_NAMING))
        return;
    mending->owners[named.first] = PX_NONE;
    content->count--;
    memmove(content->items, content->items + 1, content->count * sizeof *content->items);
}

/* What a verb has to say ends with its sentence, but for a quotation that goes on. */
static void keep_to_sentence(const struct mending *mending)
{
    const struct px_scene *scene = mending->scene;
    struct px_ranges *content = &mending->cue->content;
    size_t kept = 0;
    for (size_t i = 0; i < content->count; i++) {
        struct px_range part = content->items[i];
        bool apart = scene->marks[mending->cue->core.first] == 0 && part.first >= mending->cue->bounds.end &&
                     scene->quotations[part.first] == PX_NONE;
        for (uint32_t t = part.first; apart && t < part.end; t++)
            mending->owners[t] = PX_NONE;
        if (!apart)
            content->items[kept++] = part;
    }
    content->count = kept;
}

/* "The plan | *that freed the miners* | is dead, he said": a clause on the first words of a sentence, or a word or two,
 * that stand without a mark before the rest of what is said there before the cue, are said, too. */
static void fill_front(const struct mending *mending)
{
    enum { WORDS_MOST = 2 };
    struct px_ranges *content = &mending->cue->content;
    const struct px_scene *scene = mending->scene;
    while (content->count > 1 && content->items[0].first == mending->cue->bounds.first &&
           content->items[1].end <= mending->cue->group.first && px_scene_is_unquoted(scene, content->items[0])) {
        struct px_range gap = {content->items[0].end, content->items[1].first};
        bool clause = px_scene_has(scene, gap.first, PX_CLASS_RELATIVE | PX_CLASS_THAT);
        if (scene->marks[gap.first] != 0 || (!clause && gap.end > gap.first + WORDS_MOST) ||
            !is_free(mending, gap.first, gap.end))
            return;
        for (uint32_t t = gap.first; t < gap.end; t++)
            mending->owners[t] = mending->index;
        content->items[1].first = content->items[0].first;
        memmove(content->items, content->items + 1, --content->count * sizeof *content->items);
    }
}

/* "said that if it rains | , | *“we stay”*": a mark alone between two parts behind the cue parts nothing. */
static void fill_marks(const struct mending *mending)
{
    struct px_ranges *content = &mending->cue->content;
    const struct px_scene *scene = mending->scene;
    size_t kept = content->count > 0;
    for (size_t i = 1; i < content->count; i++) {
        struct px_range gap = {content->items[kept - 1].end, content->items[i].first};
        bool marks = content->items[kept - 1].first >= mending->cue->group.end && gap.first < gap.end &&
                     content->items[i].end <= mending->cue->bounds.end &&
                     !px_scene_is_unquoted(scene, content->items[i]);
        for (uint32_t t = gap.first; marks && t < gap.end; t++)
            marks = scene->quotations[t] == PX_NONE && (scene->marks[t] == ',' || scene->marks[t] == ':');
        if (marks)
            content->items[kept - 1].end = content->items[i].end;
        else
            content->items[kept++] = content->items[i];
    }
    content->count = kept;
}

void px_scene_mend(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index)
{
    struct mending mending = {scene, owners, cue, index};
    keep_to_sentence(&mending);
    complete_relative(&mending);
    drop_named(&mending);
    begin_with_sentence(&mending);
    px_scene_end_content(scene, cue, owners);
    size_t kept = 0;
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range *part = &cue->content.items[i];
        keep_to_noun(&mending, part);
        px_scene_skip_addressee(scene, cue, owners, part);
        skip_title(&mending, part);
        if (px_range_empty(*part))
            continue;
        complete_phrase(&mending, part);
        close_quotation(&mending, part);
        complete_comparison(&mending, part);
        complete_question(&mending, part);
        drop_coordinator(&mending, part);
        drop_opening(&mending, part);
        cue->content.items[kept++] = *part;
    }
    cue->content.count = kept;
    fill_front(&mending);
    drop_scraps(&mending);
    drop_narration(&mending);
    fill_marks(&mending);
}
