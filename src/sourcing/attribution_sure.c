/* How sure a statement is: whether it is of the high tier, by the model's score and by what stands around it. */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

static const double seldom_reports = 0.5; /* weight of a cue, */
static const double surely_reports = 0.8; /* of one that mostly does, */
static const double asks_reports = 0.7;   /* of one such as "asked", where all is quoted, */
static const double only_reports = 0.9;   /* and of one such as "said" */
static const double goes_on_least = 0.6;  /* confidence of what goes on with a quotation, */
static const double quoted_least = 0.7;   /* of quoted words, */
static const double agreed_least = 0.5;   /* of a denial that grammar agrees with */
static const double sure_indirect = 0.8;  /* and of indirect speech, */
static const double sure_open = 0.86;     /* of such as stops within a clause, */
static const double sure_long = 0.88;     /* and of such as is long */

enum { LONG_WORDS = 20 };

/* One entity, or a pronoun that stands for the words of the last, who is not known by a name. */
static bool have_one_speaker(const struct px_attribution *last, const struct px_attribution *attribution)
{
    struct px_span before = px_attribution_namer(last), here = attribution->named;
    bool same = here.end > here.start && here.start == before.start && here.end == before.end;
    return last->entity == attribution->entity && (last->entity != PX_NONE || same);
}

static bool has_quoted(const struct px_scene *scene, struct px_range said)
{
    bool quoted = false;
    for (uint32_t t = said.first; t < said.end; t++)
        quoted = quoted || scene->quotations[t] != PX_NONE;
    return quoted;
}

/* "“It must change,” *Smith said*, urging miners to “call it off”": words in marks behind a participle of speech are as sure
 * as the quotation of the same speaker which the sentence has before it. */
static bool goes_along(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    const struct px_attribution *last = attribution - 1;
    return scene->article->attributions.count >= 2 && last->high_tier && last->type == PX_ATTRIBUTION_DIRECT &&
           last->sentence == cue->sentence && have_one_speaker(last, attribution) &&
           attribution->type == PX_ATTRIBUTION_MIXED && cue->entry->kind == PX_CUE_VERB &&
           cue->entry->act == PX_ACT_SPEECH && cue->entry->weight >= seldom_reports && cue->score >= agreed_least &&
           !cue->unsure && !cue->negated && px_scene_has(scene, cue->core.first, PX_CLASS_GERUND) &&
           cue->content.items[0].first >= cue->group.end && has_quoted(scene, cue->content.items[0]);
}

/* "“Everything is on the table,” Smith said. Everything but immunity, *he added*.": what goes on right behind a
 * quotation of the same speaker is as sure as that, where the cue reports. */
bool px_scene_goes_on(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    const struct px_attribution *last = attribution - 1;
    if (goes_along(scene, cue, attribution))
        return true;
    bool reports = (cue->entry->takes & PX_TAKES_QUOTATION) != 0 && cue->entry->weight >= surely_reports &&
                   cue->score >= goes_on_least && !px_range_empty(cue->speaker) && !cue->unsure;
    if (!reports || article->attributions.count < 2 || !last->high_tier || last->type == PX_ATTRIBUTION_INDIRECT ||
        !have_one_speaker(last, attribution))
        return false;
    return last->sentence + 1 == cue->sentence &&
           article->sentences.items[last->sentence].block == article->sentences.items[cue->sentence].block;
}

/* "…, who *questioned “who alerted them?”*": quoted words with a verb that reports and somebody who is known by name
 * are as sure as the model is of what it lets stand at all. */
static bool is_quoted(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : PX_NONE;
    double least = attribution->type == PX_ATTRIBUTION_DIRECT ? asks_reports : surely_reports;
    bool reports = entry->kind == PX_CUE_VERB && (entry->takes & PX_TAKES_QUOTATION) != 0 && entry->weight >= least &&
                   cue->score >= quoted_least && !cue->negated;
    if (!reports || cue->unsure || attribution->entity == PX_NONE || first == PX_NONE)
        return false;
    if (attribution->type == PX_ATTRIBUTION_DIRECT)
        return scene->article->quotations.items[scene->quotations[first]].kind == PX_QUOTATION_SPEECH;
    return attribution->type == PX_ATTRIBUTION_MIXED && first >= cue->group.end;
}

/* Are the words without a mark but those of a quotation that ends them, behind at least one that is not quoted: "the
 * plan *“a fraud”*"? */
static bool end_quoted(const struct px_scene *scene, struct px_range said)
{
    uint32_t last = said.end;
    while (last > said.first && scene->quotations[last - 1] == PX_NONE)
        last--;
    uint32_t quotation = last == said.first ? PX_NONE : scene->quotations[last - 1];
    uint32_t first = last;
    while (first > said.first && scene->quotations[first - 1] == quotation)
        first--;
    bool plain = quotation != PX_NONE && first > said.first;
    for (uint32_t t = said.first; plain && t < said.end; t++)
        plain = (t >= first && t < last) || scene->marks[t] == '"' || (t < first && scene->marks[t] == 0);
    return plain;
}

/* "*Smith* called the plan *“a fraud”*.": what somebody calls a thing in quotation marks is his word, where the verb is
 * said of things and grammar makes him its subject. */
static bool calls_so(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    const struct px_sentence *sentence = &scene->article->sentences.items[cue->sentence];
    uint32_t verb = cue->core.first;
    if (!px_role_is_paragraph(
            scene->article->blocks.items[sentence->block].role)) /* a headline's marks may be its own */
        return false;
    if (scene->margin == 0 || entry->kind != PX_CUE_VERB || entry->takes != PX_TAKES_OBJECT || cue->unsure ||
        cue->negated || cue->score < quoted_least || attribution->type != PX_ATTRIBUTION_MIXED ||
        cue->content.count != 1 || cue->content.items[0].first != cue->group.end || px_range_empty(cue->speaker) ||
        !end_quoted(scene, cue->content.items[0]))
        return false;
    struct px_control control = px_scene_control(scene, verb);
    return !px_range_empty(control.phrase) && !control.charged && !control.lent &&
           px_range_holds(cue->speaker, control.head);
}

/* "*The board will not meet*, according to Smith." "According to Smith, *the board will not meet*." */
static bool fills_around(const struct px_scene *scene, const struct px_cue *cue, struct px_range said,
                         struct px_range sentence)
{
    if (cue->speaker.first != cue->group.end)
        return false;
    if (said.first == sentence.first)
        return said.end + 1 == cue->group.first && scene->marks[said.end] == ',' && cue->speaker.end == sentence.end;
    return cue->group.first == sentence.first && said.first == cue->speaker.end + 1 &&
           scene->marks[cue->speaker.end] == ',' && said.end == sentence.end;
}

/* "*The board will not meet*, Smith and his deputy said on Thursday, speaking at the yard.": nothing but a few words
 * without a mark behind them, and a participle. */
static bool fills_before(const struct px_scene *scene, const struct px_cue *cue, struct px_range said,
                         struct px_range sentence)
{
    enum { WORDS_BEHIND = 5 };
    bool inverted = cue->speaker.first > cue->group.first;
    struct px_range front = inverted ? cue->group : cue->speaker, back = inverted ? cue->speaker : cue->group;
    bool whole = said.first == sentence.first && said.end + 1 == front.first && scene->marks[said.end] == ',' &&
                 front.end == back.first && back.end <= sentence.end;
    uint32_t t = back.end;
    while (t < sentence.end && scene->marks[t] == 0)
        t++;
    bool participle = t + 1 < sentence.end && scene->marks[t] == ',' && px_scene_has(scene, t + 1, PX_CLASS_GERUND);
    return whole && t - back.end <= WORDS_BEHIND && (t == sentence.end || participle);
}

static bool has_subject(const struct px_scene *scene, struct px_range clause)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, clause.first);
    uint32_t head = tree == NULL ? PX_NONE : px_parse_head(scene->annotation, clause.first, clause.end);
    return head != PX_NONE && px_tree_dependent(tree, head, PX_ARC_SUBJECT) != PX_NONE;
}

/* "*Smith and his deputy* said that the board will not meet.": without a mark within. */
static bool fills_behind(const struct px_scene *scene, const struct px_cue *cue, struct px_range said,
                         struct px_range sentence)
{
    bool whole = cue->speaker.first == sentence.first && cue->group.first == cue->speaker.end &&
                 said.first == cue->group.end && said.end == sentence.end && has_subject(scene, said);
    for (uint32_t t = sentence.first; whole && t < sentence.end; t++)
        whole = scene->marks[t] == 0 || scene->marks[t] == '-';
    return whole;
}

/* "*The lawyers*, according to Smith, *were at work*.": the subject before the source and its verb behind it, and nothing
 * else. */
static bool fills_both_sides(const struct px_scene *scene, const struct px_cue *cue, struct px_range sentence)
{
    struct px_range before = cue->content.items[0], behind = cue->content.items[1];
    struct px_range source = {cue->group.first < cue->speaker.first ? cue->group.first : cue->speaker.first,
                              cue->group.end > cue->speaker.end ? cue->group.end : cue->speaker.end};
    return before.first == sentence.first && before.end + 1 == source.first && scene->marks[before.end] == ',' &&
           behind.first == source.end + 1 && scene->marks[source.end] == ',' && behind.end == sentence.end &&
           !px_sourcing_holds_finite(scene, before) && px_parse_is_finite(scene->annotation, behind.first);
}

/* How many parts of what is said stand in the cue's sentence, where none stands before it: quotations that go on from there
 * change nothing about it. */
static size_t count_parts(const struct px_cue *cue)
{
    size_t count = 0;
    while (count < cue->content.count && cue->content.items[count].first < cue->bounds.end)
        count++;
    return count;
}

/* Are the source and what it says all there is in the sentence? Then there is nothing to err about, unless "the
 * pollster" is no person. */
static bool fills_sentence(const struct px_scene *scene, const struct px_cue *cue,
                           const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    struct px_range sentence = cue->bounds;
    size_t parts = count_parts(cue);
    if (scene->margin == 0 || parts == 0 || parts > 2 || cue->unsure ||
        (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON && !attribution->anonymous))
        return false;
    while (sentence.end > sentence.first && scene->marks[sentence.end - 1] == '.')
        sentence.end--;
    struct px_range said = cue->content.items[0];
    sentence.first = px_scene_behind_dateline(scene, sentence);
    if (sentence.first < said.first && px_scene_has(scene, sentence.first, PX_CLASS_COORDINATOR))
        sentence.first++; /* "And", which what is said leaves out */
    if (parts == 2)
        return entry->weight >= only_reports && fills_both_sides(scene, cue, sentence);
    if (entry->kind == PX_CUE_PREPOSITION)
        return entry->weight >= only_reports && fills_around(scene, cue, said, sentence);
    return entry->kind == PX_CUE_VERB && (entry->takes & PX_TAKES_QUOTATION) != 0 &&
           ((entry->weight >= surely_reports && fills_before(scene, cue, said, sentence)) ||
            (entry->weight >= only_reports && fills_behind(scene, cue, said, sentence)));
}

/* Does a participle begin at the token that hangs on a verb before it and goes on to the end of the part, alone: no list
 * of deeds, "*watching* him, following him and …", and no preposition? */
static bool is_loose(const struct px_scene *scene, uint32_t verb, struct px_range part)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, verb);
    if (tree == NULL || !px_tree_has_xpos(tree, word, "VBG") || (px_tree_arc(tree, word) & PX_ARC_ASIDE) == 0 ||
        px_scene_has(scene, verb, PX_CLASS_PREPOSITION) ||
        px_tree_dependent(tree, word, PX_ARC_CASE | PX_ARC_CONJUNCT) != PX_NONE)
        return false;
    uint32_t last = px_parse_token(scene->annotation, scene->tokens[verb].sentence, px_tree_span(tree, word).end - 1);
    return last + 1 >= part.end;
}

/* "proposed that they meet in May, *sparing the rest*": does what is said end, as far as the model sees, in a participle
 * behind a comma? Only the sense tells whether the speaker goes on to it or the article adds it. */
static bool has_loose_tail(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->content.count == 0)
        return false;
    struct px_range part = cue->content.items[cue->content.count - 1];
    for (uint32_t t = part.first + 1; part.first >= cue->group.end && t + 1 < part.end; t++) {
        uint32_t verb = t + 1;
        while (scene->marks[t] == ',' && verb + 1 < part.end && px_scene_has(scene, verb, PX_CLASS_ADVERB))
            verb++;
        if (scene->marks[t] == ',' && scene->quotations[t] == PX_NONE && is_loose(scene, verb, part))
            return true;
    }
    return false;
}

/* Does the clause go on where what is said stops, as far as the model sees: is there a word, or a comma? */
static bool is_open(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t end = cue->content.count == 0 ? 0 : cue->content.items[cue->content.count - 1].end;
    return end > 0 && end < scene->count && scene->tokens[end].sentence == scene->tokens[end - 1].sentence &&
           (scene->marks[end] == 0 || scene->marks[end] == ',');
}

static uint32_t count_words(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t words = 0;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            words += px_scene_is_word(scene, t) && !px_scene_is_clitic(scene, t);
    return words;
}

/* Indirect speech has no marks that show its ends: where the clause could go on, or is long, the model errs more often,
 * and must be the surer. */
static bool has_sure_ends(const struct px_scene *scene, const struct px_cue *cue, uint8_t type)
{
    if (scene->margin == 0 || type != PX_ATTRIBUTION_INDIRECT) /* the rules have another score */
        return true;
    if (has_loose_tail(scene, cue))
        return false;
    double least = is_open(scene, cue) ? sure_open : sure_indirect;
    if (least < sure_long && count_words(scene, cue) >= LONG_WORDS)
        least = sure_long;
    return cue->score >= least;
}

bool px_scene_doubts(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.first - (cue->group.first > cue->bounds.first);
    for (uint32_t t = first; t < cue->group.end; t++) {
        const struct px_cue *adverb = px_scene_cue_at(scene, t);
        if (adverb != NULL && cue->entry->kind == PX_CUE_VERB && adverb->entry->kind == PX_CUE_ADVERB &&
            adverb->entry->tone == PX_TONE_DOUBTING && px_scene_has(scene, t, PX_CLASS_ADVERB))
            return true;
    }
    return false;
}

/* "pointed to *what aides called “the far towns”*": is what is said named by somebody else, whose words stand in it? */
static bool is_named_by_another(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range part = cue->content.count > 0 ? cue->content.items[0] : (struct px_range){0, 0};
    if (part.first < cue->group.end || px_range_empty(part) || !px_scene_has(scene, part.first, PX_CLASS_QUESTION))
        return false;
    for (uint32_t t = part.first + 1; t < part.end && scene->quotations[t] == PX_NONE; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return px_scene_has(scene, t, PX_CLASS_NAMING) && t > part.first + 1 &&
                   !px_scene_has(scene, t - 1, PX_CLASS_SUBJECT);
    return false;
}

/* "*he said* they were “good men”, according to an aide": is what somebody hands on the speech of another, who is but a
 * pronoun there? The words in marks are that other's. */
static bool is_handed_on(const struct px_scene *scene, const struct px_cue *cue, uint8_t type)
{
    struct px_range part = cue->content.count > 0 ? cue->content.items[0] : (struct px_range){0, 0};
    const struct px_tree *tree = px_range_empty(part) ? NULL : px_parse_tree(scene->annotation, part.first);
    if (tree == NULL || cue->entry->kind != PX_CUE_PREPOSITION || type == PX_ATTRIBUTION_INDIRECT)
        return false;
    uint32_t sentence = scene->tokens[part.first].sentence;
    uint32_t verb = px_parse_head(scene->annotation, part.first, part.end);
    uint32_t subject = verb >= tree->count ? PX_NONE : px_tree_subject(tree, verb);
    if (subject == PX_NONE)
        return false;
    const struct px_cue *inner = px_scene_cue_at(scene, px_parse_token(scene->annotation, sentence, verb));
    return inner != NULL && inner->entry->kind == PX_CUE_VERB && inner->entry->weight >= surely_reports &&
           px_scene_is_personal(scene, px_parse_token(scene->annotation, sentence, subject));
}

/* "Miners *have asked for “changes”*, according to Ono Brell": is it told by somebody else, right behind it, that the
 * speaker says so? Then the words may be that other's; those of a document, of which he has a copy, are its own. */
static bool is_told_by_another(const struct px_scene *scene, const struct px_cue *cue,
                               const struct px_attribution *attribution)
{
    uint32_t end = cue->content.count == 0 ? PX_NONE : cue->content.items[cue->content.count - 1].end;
    if (end == PX_NONE || end + 1 >= cue->bounds.end || cue->entry->kind != PX_CUE_VERB || scene->marks[end] != ',' ||
        attribution->speaker_kind == PX_SPEAKER_DOCUMENT)
        return false;
    const struct px_cue *outer = px_scene_cue_at(scene, end + 1);
    return outer != NULL && outer->entry->kind == PX_CUE_PREPOSITION && outer->entry->weight >= surely_reports;
}

/* "When Hask said *he had*": the words of the article before it say what. */
static bool says_next_to_nothing(const struct px_scene *scene, const struct px_cue *cue,
                                 const struct px_attribution *attribution)
{
    enum { LEAST = 3 };
    return attribution->type == PX_ATTRIBUTION_INDIRECT && !attribution->denied && count_words(scene, cue) < LEAST;
}

bool px_scene_hardly_quotes(const struct px_scene *scene, const struct px_cue *cue,
                            const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    if (attribution->type == PX_ATTRIBUTION_INDIRECT || entry->kind != PX_CUE_VERB || entry->weight <= 0 ||
        (entry->takes & PX_TAKES_QUOTATION) != 0 || entry->weight >= seldom_reports || cue->content.count == 0)
        return false;
    return attribution->type == PX_ATTRIBUTION_DIRECT || (entry->takes & (PX_TAKES_THAT | PX_TAKES_OBJECT)) == 0 ||
           px_scene_has(scene, cue->content.items[0].first, PX_CLASS_TO) ||
           px_scene_has(scene, cue->group.end - 1, PX_CLASS_TO);
}

/* "He confirmed that Brell called him and *told him* to go": is the verb's subject lent by a verb before another clause,
 * whose subject may tell it as well, to him who is but a pronoun? */
static bool may_be_crossed(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t verb = cue->core.first;
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, verb);
    uint32_t object = word == PX_NONE ? PX_NONE : px_tree_dependent(tree, word, PX_ARC_OBJECT);
    if (object == PX_NONE || cue->entry->kind != PX_CUE_VERB ||
        !px_scene_is_personal(scene, px_parse_token(scene->annotation, cue->sentence, object)))
        return false;
    struct px_control control = px_scene_control(scene, verb);
    if (!control.lent || px_range_empty(control.phrase) || px_scene_has(scene, verb, PX_CLASS_GERUND))
        return false;
    for (uint32_t w = px_parse_word(scene->annotation, control.head) + 1; w < word; w++)
        if ((px_tree_arc(tree, w) & PX_ARC_SUBJECT) != 0)
            return true;
    return false;
}

/* "*The council* has denied *these claims*.": whoever denies by grammar what somebody said is heard, though without a word:
 * there are no ends to err about. */
static bool denies_claim(const struct px_scene *scene, const struct px_cue *cue,
                         const struct px_attribution *attribution)
{
    uint32_t verb = cue->core.first; /* "challenged", behind "have" */
    while (verb + 1 < cue->core.end && px_scene_has(scene, verb, PX_CLASS_AUXILIARY))
        verb++;
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    bool plain = attribution->denied && attribution->type == PX_ATTRIBUTION_INDIRECT && !cue->unsure && !cue->negated &&
                 cue->entry->kind == PX_CUE_VERB && cue->score >= agreed_least && cue->content.count == 1 &&
                 !px_range_empty(cue->speaker);
    bool known = attribution->entity != PX_NONE || attribution->speaker_kind != PX_SPEAKER_PERSON;
    if (!plain || !known || tree == NULL || scene->margin == 0)
        return false;
    uint32_t object = px_tree_dependent(tree, px_parse_word(scene->annotation, verb), PX_ARC_OBJECT);
    uint32_t noun = object == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, cue->sentence, object);
    struct px_control control = px_scene_control(scene, verb);
    return noun != PX_NONE && (px_range_holds(cue->content.items[0], noun) || px_range_holds(cue->group, noun)) &&
           px_scene_is_speech_noun(scene, noun) && !px_range_empty(control.phrase) && !control.charged &&
           !control.lent && px_range_holds(cue->speaker, control.head);
}

bool px_scene_is_sure(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    if (is_named_by_another(scene, cue) || is_handed_on(scene, cue, attribution->type) || may_be_crossed(scene, cue) ||
        is_told_by_another(scene, cue, attribution) || says_next_to_nothing(scene, cue, attribution))
        return false;
    double least = scene->high_tier + (cue->entry->weight >= only_reports ? -scene->margin : scene->margin);
    bool scored = cue->score >= least && !cue->unsure && has_sure_ends(scene, cue, attribution->type);
    return scored || is_quoted(scene, cue, attribution) || calls_so(scene, cue, attribution) ||
           fills_sentence(scene, cue, attribution) ||
           (!has_loose_tail(scene, cue) && px_scene_is_parsed_so(scene, cue)) ||
           px_scene_fills_rest(scene, cue, attribution) || denies_claim(scene, cue, attribution);
}
