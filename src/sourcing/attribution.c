#include "sourcing/attribution.h"

#include "reading/parse.h"
#include "sourcing/attribution_pronoun.h"

enum { CLAIM_MOST = 6 /* tokens of "the widespread claims that" */ };

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
    size_t quoted = 0, titles = 0; /* a title, a nickname or a label among other words is nothing that is said */
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            bool word = px_scene_is_word(scene, t);
            uint32_t q = scene->quotations[t];
            words += word;
            quoted += word && q != PX_NONE;
            titles +=
                word && q != PX_NONE &&
                (scene->article->quotations.items[q].kind == PX_QUOTATION_TITLE || px_scene_is_label(scene, cue, q));
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
            if (q == PX_NONE || (!direct && (px_scene_is_place(scene, q) || px_scene_is_label(scene, cue, q))))
                continue;
            struct px_quotation *quotation = &scene->article->quotations.items[q];
            if (quotation->attribution == PX_NONE)
                quotation->attribution = attribution;
        }
}

/* "challenged *claims that* costs rose", "mocked the idea that": what a verb that attacks takes up by a noun of speech is
 * what others say. */
static bool contests_claim(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_cue_entry *entry = cue->entry;
    uint32_t reach = cue->group.end + CLAIM_MOST < cue->bounds.end ? cue->group.end + CLAIM_MOST : cue->bounds.end;
    if ((entry->kind != PX_CUE_VERB && entry->kind != PX_CUE_PHRASE) || entry->tone != PX_TONE_CONFRONTATIONAL ||
        entry->takes != PX_TAKES_OBJECT)
        return false;
    for (uint32_t t = cue->core.first + 1; t + 1 < reach && scene->marks[t] == 0; t++)
        if (px_scene_has(scene, t + 1, PX_CLASS_THAT))
            return px_scene_is_speech_noun(scene, t) &&
                   (px_scene_is_tagged(scene, t, "NN") || px_scene_is_tagged(scene, t, "NNS"));
    return false;
}

/* Does the cue say no to its content, whose words are so not the speaker's? */
static bool is_denied(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->core.first; t < cue->core.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_DENIAL))
            return !cue->negated;
    return !cue->negated && contests_claim(scene, cue);
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

/* A headline's verbs lack what tells a deed from speech, "Hask Named Mayor", "Council Responds to Claims": of headlines
 * those under this confidence were all wrong. */
static bool is_doubtful_headline(const struct px_scene *scene, const struct px_cue *cue,
                                 const struct px_attribution *attribution)
{
    const double headline_least = .63;
    const struct px_article *article = scene->article;
    uint8_t role = article->blocks.items[article->sentences.items[cue->sentence].block].role;
    return role == PX_ROLE_TITLE && scene->marks[cue->core.first] != ':' &&
           attribution->type == PX_ATTRIBUTION_INDIRECT && attribution->confidence < headline_least;
}

static enum px_status emit(const struct px_scene *scene, const struct px_cue *cue, struct px_error *error)
{
    struct px_article *article = scene->article;
    uint32_t index = (uint32_t)article->attributions.count;
    struct px_attribution *attribution = px_vector_push(&article->attributions, &article->arena);
    if (attribution == NULL)
        return px_no_memory(error);
    attribution->type = type_of(scene, cue);
    attribution->supposed = px_scene_doubts(scene, cue);
    attribution->tone = attribution->supposed ? PX_TONE_DOUBTING : cue->entry->tone;
    attribution->uptake = PX_UPTAKE_PLAIN;
    attribution->denied = is_denied(scene, cue);
    attribution->minded = cue->entry->act == PX_ACT_THOUGHT || cue->entry->act == PX_ACT_DEED;
    attribution->confidence = cue->score;
    attribution->cue_lemma = cue->entry->lemma;
    attribution->sentence = cue->sentence;
    attribution->clausal = px_scene_is_clausal(scene, cue);
    px_scene_resolve(scene, cue, attribution);
    attribution->high_tier = px_scene_is_sure(scene, cue, attribution);
    px_scene_resolve_pronoun(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier || px_scene_goes_on(scene, cue, attribution);
    attribution->speech = px_scene_is_speech(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier && attribution->speech && !px_range_empty(cue->speaker);
    attribution->reported = px_scene_is_reported(scene, cue, attribution);
    attribution->high_tier = attribution->high_tier && !px_scene_hardly_quotes(scene, cue, attribution);
    if (is_mere_colon(scene, cue, attribution) || is_doubtful_headline(scene, cue, attribution) ||
        (scene->annotation->options->strict && !attribution->high_tier)) {
        article->attributions.count--;
        return PX_OK;
    }
    bool ok = push_speaker(scene, cue, &attribution->speaker) && push_cue(scene, cue, &attribution->cue);
    for (size_t i = 0; ok && i < cue->content.count; i++)
        ok = push_span(scene, cue->content.items[i], &attribution->content);
    if (!ok)
        return px_no_memory(error);
    attribution->cut = px_scene_is_cut(scene, cue);
    attribution->headless = px_scene_lacks_subject(scene, cue);
    attribution->hanging = px_scene_hangs(scene, cue) || px_scene_is_tagged(scene, cue->group.first, "TO");
    attribution->leaning = px_scene_leans(scene, cue, attribution);
    attribution->pointing = px_scene_points(scene, cue, attribution->entity);
    attribution->added = px_scene_added(scene, cue);
    attribution->added_before = px_scene_added_before(scene, cue);
    px_scene_find_occasion(scene, cue, attribution);
    attribution->asserts =
        (cue->entry->takes & PX_TAKES_THAT) != 0 && px_scene_follows_that(scene, cue, attribution->occasion);
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
        return px_no_memory(error);
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
    if (status != PX_OK)
        return status;
    px_scene_resolve_documents(&scene);
    return share_actors(annotation, error);
}
