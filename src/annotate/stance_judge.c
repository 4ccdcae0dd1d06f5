#include "annotate/stance_judge.h"

#include <math.h>

static const double normal = 15;
static const double rule_middle = -0.022, rule_margin = 0.092; /* neutral sentences score a little below 0 */
static const float least_said = 0.15F;                         /* by a verb of subject or object */
static const double least_given = 0.35;                        /* log-odds */

bool px_stance_judge_init(struct px_stance_judge *judge, const struct px_stance_scene *scene)
{
    const struct px_annotation *annotation = scene->annotation;
    bool learned = annotation->options->stance != NULL && annotation->trees != NULL;
    *judge = (struct px_stance_judge){scene, learned ? annotation->options->stance : NULL};
    return !learned || px_stance_reader_begin(judge->reader, scene);
}

static double squash(double sum)
{
    return sum / sqrt(sum * sum + normal);
}

static bool by_rules(const struct px_stance_judge *judge, uint32_t first, uint32_t end,
                     struct px_evidence_list *evidence, struct px_stance_verdict *verdict)
{
    size_t from = evidence->count;
    double sum, own = 0;
    if (!px_stance_weigh_mention(judge->scene, first, end, evidence, &sum))
        return false;
    for (size_t i = from; i < evidence->count; i++) {
        bool ours = evidence->items[i].attribution == PX_NONE;
        own += ours ? evidence->items[i].contribution : 0;
        verdict->evaluated = verdict->evaluated || ours;
    }
    double score = squash(sum) - rule_middle;
    verdict->score = score;
    verdict->own_score = squash(own);
    verdict->own = true;
    verdict->label = score < -rule_margin  ? PX_LABEL_NEGATIVE
                     : score > rule_margin ? PX_LABEL_POSITIVE
                                           : PX_LABEL_NEUTRAL;
    return true;
}

/* Can the word speak for the label? A verb that says something of those about it can for either, a word that attacks
 * for a negative one, any other word for that of its own sign: "well" is no reproach, whatever the sentence. */
static bool can_speak(const struct px_stance_scene *scene, const struct px_evaluation *e, int8_t label)
{
    const struct px_connotation *verb = &scene->connotations[e->first];
    if (verb->subject != 0 || verb->object != 0)
        return verb->subject * (float)label > least_said || verb->object * (float)label > least_said;
    return e->value * (float)label > 0 || (e->tone == PX_TONE_CONFRONTATIONAL && label == PX_LABEL_NEGATIVE);
}

/* The judging words of the sentence that speak for the label. */
static bool add_evidence(const struct px_stance_judge *judge, uint32_t first, const float *given,
                         struct px_evidence_list *evidence, struct px_stance_verdict *verdict)
{
    const struct px_stance_scene *scene = judge->scene;
    const struct px_article *article = scene->annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[first].sentence];
    uint32_t stop = sentence->first_token + sentence->token_count, last = PX_NONE;
    for (size_t i = px_stance_evaluations_from(scene, sentence->first_token);
         i < scene->evaluations.count && scene->evaluations.items[i].first < stop; i++) {
        const struct px_evaluation *e = &scene->evaluations.items[i];
        double sum = 0;
        for (uint32_t t = e->first; t < e->end; t++)
            sum += (double)given[t];
        if (e->first == last || !can_speak(scene, e, verdict->label) || sum * verdict->label < least_given)
            continue;
        last = e->first;
        if (!px_stance_add_evidence(scene, e, sum, evidence))
            return false;
        verdict->evaluated = verdict->evaluated || evidence->items[evidence->count - 1].attribution == PX_NONE;
    }
    return true;
}

static bool by_model(const struct px_stance_judge *judge, uint32_t first, uint32_t end,
                     struct px_evidence_list *evidence, struct px_stance_verdict *verdict)
{
    const struct px_token *token = &judge->scene->annotation->article->tokens.items[first];
    struct px_stance_reading reading;
    px_stance_read(judge->reader, first, end, &reading);
    verdict->score = reading.probability[PX_STANCE_POSITIVE] - reading.probability[PX_STANCE_NEGATIVE];
    verdict->doubt = 1 - reading.probability[PX_STANCE_NEUTRAL] - verdict->score * verdict->score;
    verdict->own = px_token_is_own(token);
    verdict->own_score = verdict->own ? verdict->score : 0;
    verdict->label = (int8_t)((int)reading.label - PX_STANCE_NEUTRAL);
    return verdict->label == PX_LABEL_NEUTRAL || add_evidence(judge, first, reading.given, evidence, verdict);
}

bool px_stance_judge_mention(const struct px_stance_judge *judge, uint32_t first, uint32_t end,
                             struct px_evidence_list *evidence, struct px_stance_verdict *verdict)
{
    *verdict = (struct px_stance_verdict){0};
    return judge->reader != NULL ? by_model(judge, first, end, evidence, verdict)
                                 : by_rules(judge, first, end, evidence, verdict);
}
