#include "annotate/attribution.h"

#include "annotate/attribution_scene.h"
#include "annotate/parse.h"

static const double surely_reports = 0.8; /* weight of a cue, */
static const double only_reports = 0.9;   /* and of one such as "said" */
static const double goes_on_least = 0.6;  /* confidence of what goes on with a quotation, */
static const double quoted_least = 0.7;   /* and of quoted words */
static const double sure_indirect = 0.8;  /* and of indirect speech, */
static const double sure_open = 0.86;     /* of such as stops within a clause, */
static const double sure_long = 0.88;     /* and of such as is long */

enum { LONG_WORDS = 20 };

static enum px_status out_of_memory(struct px_error *error)
{
    return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}

static bool push_span(const struct px_scene *scene, struct px_range range, struct px_spans *spans)
{
    if (px_range_empty(range))
        return true;
    struct px_span *span = px_vector_push(spans, &scene->article->arena);
    if (span == NULL)
        return false;
    *span = (struct px_span){scene->tokens[range.first].start, scene->tokens[range.end - 1].end};
    return true;
}

/* The cue without the word that a phrase's gap stands for, and without a speaker that stands inside. */
static bool push_cue(const struct px_scene *scene, const struct px_cue *cue, struct px_spans *spans)
{
    struct px_range group = cue->group;
    if (cue->entry->gap <= 0)
        return push_span(scene, group, spans);
    uint32_t gap = cue->core.first + (uint32_t)cue->entry->gap;
    return push_span(scene, (struct px_range){group.first, gap}, spans) &&
           push_span(scene, (struct px_range){gap + 1, group.end}, spans);
}

static bool push_speaker(const struct px_scene *scene, const struct px_cue *cue, struct px_spans *spans)
{
    bool ok = cue->source.count > 0 || push_span(scene, cue->speaker, spans);
    for (size_t i = 0; ok && i < cue->source.count; i++)
        ok = push_span(scene, cue->source.items[i], spans);
    return ok;
}

/* All words of the content between quotation marks: direct; some: mixed. */
static uint8_t type_of(const struct px_scene *scene, const struct px_cue *cue)
{
    size_t words = 0;
    size_t quoted = 0, titles = 0; /* a title or a nickname among other words is nothing that is said */
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            bool word = px_scene_is_word(scene, t);
            uint32_t q = scene->quotations[t];
            words += word;
            quoted += word && q != PX_NONE;
            titles += word && q != PX_NONE && scene->article->quotations.items[q].kind == PX_QUOTATION_TITLE;
        }
    if (quoted == 0 || (titles == quoted && quoted < words))
        return PX_ATTRIBUTION_INDIRECT;
    return quoted == words ? PX_ATTRIBUTION_DIRECT : PX_ATTRIBUTION_MIXED;
}

/* Quotations that the content holds whole are this attribution's. */
static void claim_quotations(const struct px_scene *scene, const struct px_cue *cue, uint32_t attribution)
{
    bool direct = scene->article->attributions.items[attribution].type == PX_ATTRIBUTION_DIRECT;
    if (px_scene_is_given_title(scene, cue))
        return;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            uint32_t q = scene->quotations[t];
            if (q == PX_NONE || (!direct && px_scene_is_place(scene, q)))
                continue;
            struct px_quotation *quotation = &scene->article->quotations.items[q];
            if (quotation->attribution == PX_NONE)
                quotation->attribution = attribution;
        }
}

static bool is_denied(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->core.first; t < cue->core.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_DENIAL))
            return !cue->negated;
    return false;
}

/* Does the phrase hold an office, or a noun for sources: "aides"? */
static bool names_role(const struct px_article *article, struct px_range speaker)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, speaker.first); i < hits->count && hits->items[i].first_token < speaker.end; i++)
        if (hits->items[i].lexicon == PX_LEXICON_ROLES || hits->items[i].lexicon == PX_LEXICON_SOURCES)
            return true;
    return false;
}

static bool is_verb(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return px_scene_is_cue_verb(scene, token) ||
           (word != PX_NONE && px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[word].tag), PX_SLICE("VB")));
}

/* "Mayor defends *Brell*: ‘It was long ago’": does a verb before the name make it its object, of whom the words
 * tell? */
static bool is_object(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = scene->article->sentences.items[cue->sentence].first_token;
    for (uint32_t t = cue->speaker.end; t > first + 1 && scene->marks[t - 1] == 0; t--)
        if (is_verb(scene, t - 1))
            return true;
    return false;
}

/* "Mission Impossible: will the visit pay?" quotes nobody: the colon of a headline reports only what somebody says whom
 * the article names again, and no verb before has as its object, or whose words name an office, an institution or a
 * document. Nobody is called "Hask resigns". */
static bool is_mere_colon(const struct px_scene *scene, const struct px_cue *cue,
                          const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    uint8_t role = article->blocks.items[article->sentences.items[cue->sentence].block].role;
    if (scene->marks[cue->core.first] != ':' || (role != PX_ROLE_TITLE && role != PX_ROLE_HEADING))
        return false;
    if (is_object(scene, cue))
        return true;
    if (attribution->entity != PX_NONE)
        return article->entities.items[attribution->entity].mention_count < 2;
    bool people = attribution->speaker_kind == PX_SPEAKER_PERSON || attribution->speaker_kind == PX_SPEAKER_GROUP;
    return people && attribution->actor == PX_ACTOR_OTHER && !names_role(article, cue->speaker);
}

/* One entity, or a pronoun that stands for the words of the last, who is not known by a name. */
static bool have_one_speaker(const struct px_attribution *last, const struct px_attribution *attribution)
{
    struct px_span before = px_attribution_namer(last), here = attribution->named;
    bool same = here.end > here.start && here.start == before.start && here.end == before.end;
    return last->entity == attribution->entity && (last->entity != PX_NONE || same);
}

/* "“Everything is on the table,” Smith said. Everything but immunity, *he added*.": what goes on right behind a
 * quotation of the same speaker is as sure as that, where the cue reports. */
static bool goes_on(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    const struct px_attribution *last = attribution - 1;
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
    bool reports = entry->kind == PX_CUE_VERB && (entry->takes & PX_TAKES_QUOTATION) != 0 &&
                   entry->weight >= surely_reports && cue->score >= quoted_least && !cue->negated;
    if (!reports || cue->unsure || attribution->entity == PX_NONE || first == PX_NONE)
        return false;
    if (attribution->type == PX_ATTRIBUTION_DIRECT)
        return scene->article->quotations.items[scene->quotations[first]].kind == PX_QUOTATION_SPEECH;
    return attribution->type == PX_ATTRIBUTION_MIXED && first >= cue->group.end;
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

/* Where what the sentence tells begins: behind "And" or "CARRETH —", which what is said leaves out. */
static uint32_t skip_opening(const struct px_scene *scene, uint32_t first, uint32_t said)
{
    enum { DATELINE_MOST = 8 };
    if (said > first + 1 && said - first <= DATELINE_MOST && scene->marks[said - 1] == '-')
        return said;
    return first + (first < said && px_scene_has(scene, first, PX_CLASS_COORDINATOR));
}

/* Are the source and what it says all there is in the sentence? Then there is nothing to err about, unless "the
 * pollster" is no person. */
static bool fills_sentence(const struct px_scene *scene, const struct px_cue *cue,
                           const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    struct px_range sentence = cue->bounds;
    if (scene->margin == 0 || cue->content.count != 1 || cue->unsure ||
        (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON))
        return false;
    while (sentence.end > sentence.first && scene->marks[sentence.end - 1] == '.')
        sentence.end--;
    struct px_range said = cue->content.items[0];
    sentence.first = skip_opening(scene, sentence.first, said.first);
    if (entry->kind == PX_CUE_PREPOSITION)
        return entry->weight >= only_reports && fills_around(scene, cue, said, sentence);
    return entry->kind == PX_CUE_VERB && (entry->takes & PX_TAKES_QUOTATION) != 0 &&
           ((entry->weight >= surely_reports && fills_before(scene, cue, said, sentence)) ||
            (entry->weight >= only_reports && fills_behind(scene, cue, said, sentence)));
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
    double least = is_open(scene, cue) ? sure_open : sure_indirect;
    if (least < sure_long && count_words(scene, cue) >= LONG_WORDS)
        least = sure_long;
    return cue->score >= least;
}

static enum px_status emit(const struct px_scene *scene, const struct px_cue *cue, struct px_error *error)
{
    struct px_article *article = scene->article;
    uint32_t index = (uint32_t)article->attributions.count;
    struct px_attribution *attribution = px_vector_push(&article->attributions, &article->arena);
    if (attribution == NULL)
        return out_of_memory(error);
    attribution->type = type_of(scene, cue);
    attribution->tone = cue->entry->tone;
    attribution->uptake = PX_UPTAKE_PLAIN;
    attribution->denied = is_denied(scene, cue);
    attribution->confidence = cue->score;
    double least = scene->high_tier + (cue->entry->weight >= only_reports ? -scene->margin : scene->margin);
    attribution->high_tier = cue->score >= least && !cue->unsure && has_sure_ends(scene, cue, attribution->type);
    attribution->cue_lemma = cue->entry->lemma;
    attribution->sentence = cue->sentence;
    px_scene_resolve(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier || is_quoted(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier || fills_sentence(scene, cue, attribution);
    px_scene_resolve_pronoun(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier || goes_on(scene, cue, attribution);
    attribution->speech = px_scene_is_speech(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier && attribution->speech && !px_range_empty(cue->speaker);
    attribution->reported = px_scene_is_reported(scene, cue, attribution);
    if (is_mere_colon(scene, cue, attribution) || (scene->annotation->options->strict && !attribution->high_tier)) {
        article->attributions.count--;
        return PX_OK;
    }
    bool ok = push_speaker(scene, cue, &attribution->speaker) && push_cue(scene, cue, &attribution->cue);
    for (size_t i = 0; ok && i < cue->content.count; i++)
        ok = push_span(scene, cue->content.items[i], &attribution->content);
    if (!ok)
        return out_of_memory(error);
    attribution->cut = px_scene_is_cut(scene, cue);
    claim_quotations(scene, cue, index);
    return PX_OK;
}

/* Speaker, content and score of each cue by rule, and which of them stand. */
static enum px_status judge_cues(struct px_scene *scene, struct px_error *error)
{
    for (size_t i = 0; i < scene->cues.count; i++) {
        px_scene_find_speaker(scene, i);
        px_scene_find_content(scene, &scene->cues.items[i]);
        px_scene_score(scene, &scene->cues.items[i]);
    }
    return px_scene_choose(scene, error);
}

/* Whom a speaker acts for, said once, holds for all statements: "economist Wen Adair" and "she". */
static enum px_status share_actors(const struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    uint8_t *actors = px_arena_array(&annotation->worker->scratch, uint8_t, article->entities.count + 1);
    if (actors == NULL)
        return out_of_memory(error);
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->entity != PX_NONE && actors[it->entity] == PX_ACTOR_OTHER)
            actors[it->entity] = it->actor;
    }
    for (size_t i = 0; i < article->attributions.count; i++) {
        struct px_attribution *it = &article->attributions.items[i];
        if (it->entity != PX_NONE && it->actor == PX_ACTOR_OTHER)
            it->actor = actors[it->entity];
    }
    return PX_OK;
}

enum px_status px_annotate_attributions(struct px_annotation *annotation, struct px_error *error)
{
    struct px_scene scene;
    bool learned = annotation->options->sourcing != NULL && annotation->trees != NULL;
    enum px_status status = px_scene_init(&scene, annotation, error);
    if (status == PX_OK)
        status = px_scene_find_cues(&scene, error);
    if (status == PX_OK && annotation->options->watch != NULL)
        annotation->options->watch->see(annotation->options->watch->to, &scene);
    if (status == PX_OK)
        status = learned ? px_scene_read(&scene, error) : judge_cues(&scene, error);
    for (size_t i = 0; status == PX_OK && i < scene.cues.count; i++) {
        const struct px_cue *cue = &scene.cues.items[i];
        if (!cue->is_dropped)
            status = emit(&scene, cue, error);
    }
    return status == PX_OK ? share_actors(annotation, error) : status;
}
