#include "annotate/stance_scene.h"

#include <math.h>

#include "reading/parse.h"
#include "text/utf8.h"

enum { NEGATION_SCOPE = 5, REACH = 60, VERB_REACH = 4 };

static const double least_contribution = 0.15;
static const double near_weight = 2;
static const double speaker_share = 0.5;

/* What the place of an evaluation adds: by side, by distance (to 2, 4, 8 words and beyond), without and with a clause
 * boundary between. */
enum { LEFT, RIGHT };
static const double place_weights[2][4][2] = {
    [LEFT] = {{0.4, 0.4}, {0, 0.1}, {-0.3, -0.1}, {-0.6, 0.15}},
    [RIGHT] = {{1.2, 0}, {1.0, 0.6}, {1.0, 0.65}, {0.1, 0.45}},
};
static const double agent_weight = 0.9;
static const double inside_weight = -1.5;
static const double connotation_weight = 0.7;

/* What a cue's tone says of the one it is directed at (behind it), and of the one who speaks (before it). */
static const double object_tones[] = {
    [PX_TONE_NEUTRAL] = -0.25,  [PX_TONE_DOUBTING] = -0.9,        [PX_TONE_AFFIRMING] = 0.15,
    [PX_TONE_CONCEDING] = -0.4, [PX_TONE_CONFRONTATIONAL] = -1.6,
};
static const double subject_tones[] = {
    [PX_TONE_NEUTRAL] = 0,    [PX_TONE_DOUBTING] = 0,           [PX_TONE_AFFIRMING] = 0,
    [PX_TONE_CONCEDING] = -1, [PX_TONE_CONFRONTATIONAL] = -0.6,
};

/* Shares that words of degree and of negation give to the tokens behind them. */
struct shares {
    float *degree;
    float *negation;
};

static const struct px_entry *entry_of(const struct px_annotation *annotation, const struct px_hit *hit)
{
    return px_resources_entry(annotation->resources, hit);
}

static bool is_boundary(const struct px_annotation *annotation, uint32_t t)
{
    const uint32_t joints = PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR | PX_CLASS_RELATIVE;
    const struct px_token *token = &annotation->article->tokens.items[t];
    if (token->kind != PX_TOKEN_PUNCTUATION)
        return (annotation->classes[t] & joints) != 0;
    size_t at = token->start;
    uint32_t mark = px_utf8_next(annotation->article->text, &at);
    return px_utf8_quote_mark(mark) == PX_QUOTE_NONE && mark != '.' && mark != '/' && mark != '&';
}

static void share_degree(const struct px_annotation *annotation, const struct px_hit *hit, struct shares *shares)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    double weight = entry_of(annotation, hit)->weight;
    uint32_t end = hit->first_token + hit->token_count;
    if (end < tokens->count)
        shares->degree[end] += (float)weight;
    if (end + 1 < tokens->count)
        shares->degree[end + 1] += (float)weight / 2;
}

static void share_negation(const struct px_annotation *annotation, const struct px_hit *hit, struct shares *shares)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    double weight = entry_of(annotation, hit)->weight;
    uint32_t end = hit->first_token + hit->token_count;
    uint32_t sentence = tokens->items[hit->first_token].sentence;
    for (uint32_t t = end; t < end + NEGATION_SCOPE && t < tokens->count; t++) {
        bool stop = tokens->items[t].kind == PX_TOKEN_PUNCTUATION && is_boundary(annotation, t);
        if (tokens->items[t].sentence != sentence || stop)
            break;
        shares->negation[t] *= (float)weight;
    }
}

static bool read_shares(const struct px_annotation *annotation, struct shares *shares)
{
    const struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    shares->degree = px_arena_array(arena, float, article->tokens.count);
    shares->negation = px_arena_array(arena, float, article->tokens.count);
    if (shares->degree == NULL || shares->negation == NULL)
        return false;
    for (size_t t = 0; t < article->tokens.count; t++)
        shares->negation[t] = 1;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon == PX_LEXICON_DEGREE)
            share_degree(annotation, hit, shares);
        else if (hit->lexicon == PX_LEXICON_NEGATION)
            share_negation(annotation, hit, shares);
    }
    return true;
}

static bool add_evaluation(struct px_stance_scene *scene, const struct px_hit *hit, struct px_evaluation evaluation)
{
    struct px_evaluation *last =
        scene->evaluations.count == 0 ? NULL : &scene->evaluations.items[scene->evaluations.count - 1];
    evaluation.first = hit->first_token;
    evaluation.end = hit->first_token + hit->token_count;
    if (last != NULL && last->first == evaluation.first && (last->value == 0) == (evaluation.value == 0))
        return true; /* another entry for the same words */
    struct px_evaluation *added = px_vector_push(&scene->evaluations, &scene->annotation->worker->scratch);
    if (added == NULL)
        return false;
    *added = evaluation;
    return true;
}

/* Part of a name: "Aldmere Rail" does not rail. */
static bool names_somebody(const struct px_annotation *annotation, const struct px_hit *hit)
{
    uint32_t mention = annotation->mentions[hit->first_token];
    return mention != PX_NONE && annotation->article->mentions.items[mention].form == PX_MENTION_NAME;
}

static bool read_evaluations(struct px_stance_scene *scene, const struct shares *shares)
{
    const struct px_article *article = scene->annotation->article;
    const struct px_lexicon *cues = px_resources_lexicon(scene->annotation->resources, PX_LEXICON_CUES);
    size_t tone = px_lexicon_column(cues, "tone");
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        struct px_evaluation evaluation = {0};
        if (names_somebody(scene->annotation, hit))
            continue;
        if (hit->lexicon == PX_LEXICON_VALENCE) {
            double value = entry_of(scene->annotation, hit)->weight / 2;
            value *= (1 + (double)shares->degree[hit->first_token]) * (double)shares->negation[hit->first_token];
            evaluation.value = (float)value;
        } else if (hit->lexicon == PX_LEXICON_CUES) {
            const struct px_entry *entry = entry_of(scene->annotation, hit);
            int found = px_tone_find(px_lexicon_cell(cues, entry, tone));
            if (!px_slice_is(entry->category, "cue.verb"))
                continue;
            evaluation.tone = found < 0 ? PX_TONE_NEUTRAL : (uint8_t)found;
            evaluation.speech = entry->weight > 0.5;
        } else {
            continue;
        }
        if (!add_evaluation(scene, hit, evaluation))
            return false;
    }
    return true;
}

static bool count_marks(struct px_stance_scene *scene)
{
    const struct px_annotation *annotation = scene->annotation;
    struct px_arena *arena = &annotation->worker->scratch;
    size_t count = annotation->article->tokens.count;
    scene->bars = px_arena_array(arena, uint32_t, count + 1);
    scene->links = px_arena_array(arena, uint32_t, count + 1);
    scene->agents = px_arena_array(arena, uint32_t, count + 1);
    if (scene->bars == NULL || scene->links == NULL || scene->agents == NULL)
        return false;
    for (uint32_t t = 0; t < count; t++) {
        scene->bars[t + 1] = scene->bars[t] + is_boundary(annotation, t);
        scene->links[t + 1] = scene->links[t] + ((annotation->classes[t] & (PX_CLASS_PREPOSITION | PX_CLASS_TO)) != 0);
        scene->agents[t + 1] = scene->agents[t] + ((annotation->classes[t] & PX_CLASS_AGENT) != 0);
    }
    return true;
}

static float read_cell(const struct px_lexicon *lexicon, const struct px_entry *entry, size_t column)
{
    double value = 0;
    px_slice_number(px_lexicon_cell(lexicon, entry, column), &value);
    return (float)value;
}

static bool read_connotations(struct px_stance_scene *scene)
{
    const struct px_article *article = scene->annotation->article;
    const struct px_lexicon *lexicon = px_resources_lexicon(scene->annotation->resources, PX_LEXICON_CONNOTATION);
    size_t subject = px_lexicon_column(lexicon, "subject"), object = px_lexicon_column(lexicon, "object");
    scene->connotations =
        px_arena_array(&scene->annotation->worker->scratch, struct px_connotation, article->tokens.count + 1);
    for (size_t i = 0; scene->connotations != NULL && i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon != PX_LEXICON_CONNOTATION || names_somebody(scene->annotation, hit))
            continue;
        const struct px_entry *entry = entry_of(scene->annotation, hit);
        scene->connotations[hit->first_token] =
            (struct px_connotation){read_cell(lexicon, entry, subject), read_cell(lexicon, entry, object)};
    }
    return scene->connotations != NULL;
}

enum px_status px_stance_read_scene(struct px_stance_scene *scene, struct px_annotation *annotation,
                                    struct px_error *error)
{
    struct shares shares;
    *scene = (struct px_stance_scene){.annotation = annotation};
    if (!read_shares(annotation, &shares) || !read_evaluations(scene, &shares) || !count_marks(scene) ||
        !read_connotations(scene))
        return px_no_memory(error);
    scene->negation = shares.negation;
    return PX_OK;
}

static size_t distance_class(uint32_t distance)
{
    return distance <= 2 ? 0 : distance <= 4 ? 1 : distance <= 8 ? 2 : 3;
}

/* What a word of valence gives to the mention [first, end). */
static double weigh_valence(const struct px_stance_scene *scene, const struct px_evaluation *e, uint32_t first,
                            uint32_t end)
{
    if (e->end > first && e->first < end)
        return (double)e->value * (near_weight + inside_weight);
    bool right = e->first >= end;
    uint32_t from = right ? end : e->end;
    uint32_t to = right ? e->first : first;
    uint32_t distance = to - from + 1;
    bool barred = scene->bars[to] > scene->bars[from];
    double place = place_weights[right ? RIGHT : LEFT][distance_class(distance)][barred];
    if (!right && !barred && scene->agents[to] > scene->agents[from])
        place = agent_weight;
    else if (!right && !barred && distance <= 3 && scene->links[to] > scene->links[from])
        place = 0;
    return (double)e->value * (near_weight / (1 + (double)distance / 3) + place);
}

static double weigh_cue(const struct px_evaluation *e, uint32_t first, uint32_t end)
{
    if (e->end <= first && first - e->end < 3)
        return object_tones[e->tone];
    return e->first >= end && e->first - end < 2 ? subject_tones[e->tone] : 0;
}

/* What the verb at `at` says of the mention, by word order, since the rules know no tree: what stands before a verb is
 * its subject, unless "be" makes a passive of it; what follows is its object, or behind "by" its subject. */
static double weigh_connotation(const struct px_stance_scene *scene, uint32_t at, uint32_t first, uint32_t end)
{
    const struct px_annotation *annotation = scene->annotation;
    bool right = at >= end;
    uint32_t from = right ? end : at + 1, to = right ? at : first;
    if ((at >= first && at < end) || to - from > VERB_REACH || scene->bars[to] > scene->bars[from])
        return 0;
    bool passive = at > 0 && (annotation->classes[at - 1] & PX_CLASS_BE) != 0;
    bool subject = right ? !passive : scene->agents[to] > scene->agents[from];
    if (!right && !subject && scene->links[to] > scene->links[from])
        return 0;
    return connotation_weight * (double)(subject ? scene->connotations[at].subject : scene->connotations[at].object) *
           (double)scene->negation[at];
}

/* Does the mention speak: a verb that reports right behind it, or right before? */
static bool is_speaker(const struct px_evaluation *e, uint32_t first, uint32_t end)
{
    return e->speech && ((e->first >= end && e->first - end < 2) || e->end == first || e->end + 1 == first);
}

size_t px_stance_evaluations_from(const struct px_stance_scene *scene, uint32_t token)
{
    return px_vector_from(&scene->evaluations, first, token);
}

bool px_stance_add_evidence(const struct px_stance_scene *scene, const struct px_evaluation *e, double contribution,
                            struct px_evidence_list *evidence)
{
    struct px_article *article = scene->annotation->article;
    struct px_stance_evidence *added = px_vector_push(evidence, &article->arena);
    if (added == NULL)
        return false;
    *added = (struct px_stance_evidence){
        .sentence = article->tokens.items[e->first].sentence,
        .start = article->tokens.items[e->first].start,
        .end = article->tokens.items[e->end - 1].end,
        .contribution = contribution,
        .attribution = article->tokens.items[e->first].attribution,
        .judge = article->tokens.items[e->first].attribution,
    };
    return true;
}

bool px_stance_weigh_mention(const struct px_stance_scene *scene, uint32_t first, uint32_t end,
                             struct px_evidence_list *evidence, double *sum)
{
    const struct px_article *article = scene->annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[first].sentence];
    uint32_t from = first > REACH && first - REACH > sentence->first_token ? first - REACH : sentence->first_token;
    uint32_t to = sentence->first_token + sentence->token_count;
    end = end < to ? end : to; /* a span that was asked for may run on */
    to = to - end > REACH ? end + REACH : to;
    size_t start = px_stance_evaluations_from(scene, from);
    double share = 1;
    *sum = 0;
    for (size_t i = start; i < scene->evaluations.count && scene->evaluations.items[i].first < to; i++)
        if (is_speaker(&scene->evaluations.items[i], first, end))
            share = speaker_share;
    for (size_t i = start; i < scene->evaluations.count && scene->evaluations.items[i].first < to; i++) {
        const struct px_evaluation *e = &scene->evaluations.items[i];
        double given = e->value != 0 ? share * weigh_valence(scene, e, first, end) : weigh_cue(e, first, end);
        *sum += given;
        if (evidence != NULL && fabs(given) >= least_contribution && !px_stance_add_evidence(scene, e, given, evidence))
            return false;
    }
    from = first - from > VERB_REACH + 1 ? first - VERB_REACH - 1 : from;
    to = to - end > VERB_REACH + 1 ? end + VERB_REACH + 1 : to;
    for (uint32_t t = from; t < to; t++) {
        if (scene->connotations[t].subject == 0 && scene->connotations[t].object == 0)
            continue;
        double given = weigh_connotation(scene, t, first, end);
        *sum += given;
        const struct px_evaluation verb = {.first = t, .end = t + 1};
        if (evidence != NULL && fabs(given) >= least_contribution &&
            !px_stance_add_evidence(scene, &verb, given, evidence))
            return false;
    }
    return true;
}

/* Does "by" stand before the word? */
static bool is_by(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(&annotation->trees[sentence], word, PX_ARC_CASE);
    return preposition != PX_NONE && (px_parse_classes(annotation, sentence, preposition) & PX_CLASS_AGENT) != 0;
}

/* A passive has what it is done to for its subject; "by" brings who does it. */
enum px_verb_role px_stance_verb_role(const struct px_annotation *annotation, uint32_t sentence, uint32_t word,
                                      uint32_t verb)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    unsigned arc = px_tree_arc(tree, word);
    bool passive = px_tree_is_passive(tree, verb);
    bool below = tree->words[word].head == verb;
    bool agent =
        (arc & PX_ARC_AGENT) != 0 || (passive && (arc & PX_ARC_OBLIQUE) != 0 && is_by(annotation, sentence, word));
    if (below && agent)
        return PX_VERB_SUBJECT;
    if (below && (arc & PX_ARC_OBJECT) != 0)
        return PX_VERB_OBJECT;
    if (px_tree_subject(tree, verb) == word)
        return passive ? PX_VERB_OBJECT : PX_VERB_SUBJECT;
    return PX_VERB_NOTHING;
}
