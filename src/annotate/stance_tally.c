#include "annotate/stance_tally.h"

#include <math.h>

#include "annotate/stance_clear.h"

static const double rule_middle = -0.08, margin = 0.05;
static const double least_deviation = 0.15;
enum { LEAST_EVALUATED = 3 };

bool px_stance_group(const struct px_annotation *annotation, struct px_stance_grouping *grouping)
{
    const struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    grouping->starts = px_arena_array(arena, uint32_t, article->entities.count + 2);
    grouping->order = px_arena_array(arena, uint32_t, article->mentions.count);
    if (grouping->starts == NULL || grouping->order == NULL)
        return false;
    for (size_t i = 0; i < article->mentions.count; i++)
        grouping->starts[article->mentions.items[i].entity + 2]++;
    for (size_t e = 0; e < article->entities.count; e++)
        grouping->starts[e + 2] += grouping->starts[e + 1];
    for (size_t i = 0; i < article->mentions.count; i++)
        grouping->order[grouping->starts[article->mentions.items[i].entity + 1]++] = (uint32_t)i;
    return true;
}

static bool judge_mention(const struct px_stance_judge *judge, uint32_t index, struct px_evidence_list *evidence,
                          struct px_stance_verdict *verdict)
{
    const struct px_mention *mention = &judge->scene->annotation->article->mentions.items[index];
    return px_stance_judge_mention(judge, mention->first_token, mention->first_token + mention->token_count, evidence,
                                   verdict);
}

bool px_stance_mean(const struct px_stance_judge *judge, const struct px_stance_grouping *grouping, uint32_t entity,
                    struct px_evidence_list *evidence, double *mean)
{
    uint32_t first = grouping->starts[entity], end = grouping->starts[entity + 1];
    double sum = 0;
    for (uint32_t i = first; i < end; i++) {
        struct px_stance_verdict verdict;
        if (!judge_mention(judge, grouping->order[i], evidence, &verdict))
            return false;
        sum += verdict.score;
    }
    *mean = sum / fmax(1, end - first);
    return true;
}

/* Sums over mentions that tell what the outlet says in its own voice. */
struct tally {
    size_t count;
    size_t evaluated; /* those with evidence in that voice */
    double sum;
    double squares;
    double doubt; /* of the variances of the single verdicts */
};

static void add(struct tally *tally, const struct px_stance_verdict *verdict)
{
    if (!verdict->own)
        return;
    tally->count++;
    tally->evaluated += verdict->evaluated;
    tally->sum += verdict->own_score;
    tally->squares += verdict->own_score * verdict->own_score;
    tally->doubt += verdict->doubt;
}

static double clamp(double score)
{
    return score < -1 ? -1 : score > 1 ? 1 : score;
}

/* The mean with a normal interval: it varies as mentions do, and as each verdict is in doubt. Neutral is what the
 * interval does not rule out. By the rules, what neutral mentions get in news, which is bad news, is taken off; the
 * model has learned that. */
static struct px_stance_score score_of(const struct tally *tally, bool learned)
{
    struct px_stance_score score = {.low = -1, .high = 1, .mentions = (uint32_t)tally->count};
    double n = (double)tally->count;
    if (tally->count == 0)
        return score;
    double mean = tally->sum / n;
    double variance = fmax(tally->squares / n - mean * mean, least_deviation * least_deviation);
    double half = 1.96 * sqrt((variance + tally->doubt / n) / n);
    double middle = learned ? 0 : rule_middle * (double)tally->evaluated / n;
    score.score = clamp(mean - middle);
    score.low = clamp(mean - half - middle);
    score.high = clamp(mean + half - middle);
    if (tally->evaluated >= LEAST_EVALUATED && (score.low > 0 || score.high < 0) && fabs(score.score) > margin)
        score.label = score.score < 0 ? PX_LABEL_NEGATIVE : PX_LABEL_POSITIVE;
    return score;
}

/* The sections in which the outlet's own voice speaks of the entity; its mentions and their verdicts by position. */
static bool add_sections(const struct px_stance_judge *judge, const struct px_stance_verdict *verdicts,
                         struct px_stance *stance)
{
    struct px_article *article = judge->scene->annotation->article;
    struct px_stance_section *sections =
        px_arena_array(&article->arena, struct px_stance_section, stance->mention_count);
    if (sections == NULL)
        return false;
    stance->sections = sections;
    for (size_t i = 0, s = 0; s < article->sections.count; s++) {
        struct tally tally = {0};
        for (; i < stance->mention_count; i++) {
            uint32_t start = article->mentions.items[stance->mentions[i].mention].start;
            if (start >= article->sections.items[s].end)
                break;
            if (start >= article->sections.items[s].start)
                add(&tally, &verdicts[i]);
        }
        if (tally.count > 0)
            sections[stance->section_count++] =
                (struct px_stance_section){(uint32_t)s, score_of(&tally, judge->reader != NULL)};
    }
    return true;
}

/* Judges the entity's mentions: `verdicts` and stance->mentions, one each. */
static bool judge_mentions(const struct px_stance_judge *judge, const uint32_t *order, size_t count,
                           struct px_evidence_list *evidence, struct px_stance_verdict *verdicts,
                           struct px_stance *stance)
{
    const struct px_article *article = judge->scene->annotation->article;
    for (size_t i = 0; i < count; i++) {
        const struct px_mention *mention = &article->mentions.items[order[i]];
        size_t from = evidence->count;
        if (!judge_mention(judge, order[i], evidence, &verdicts[i]))
            return false;
        const struct px_stance_verdict *verdict = &verdicts[i];
        bool clear = evidence->count > from && px_stance_is_clear(judge->scene->annotation, mention, verdict,
                                                                  evidence->items + from, evidence->count - from);
        stance->mentions[i] = (struct px_stance_mention){
            order[i], article->tokens.items[mention->first_token].attribution, verdict->score, verdict->label, clear,
            false};
    }
    stance->mention_count = count;
    return true;
}

bool px_stance_judge_entity(const struct px_stance_judge *judge, const struct px_stance_grouping *grouping,
                            uint32_t entity)
{
    const struct px_annotation *annotation = judge->scene->annotation;
    struct px_article *article = annotation->article;
    struct px_evidence_list evidence = {0};
    struct px_stance stance = {.entity = entity};
    struct tally tally = {0};
    size_t count = grouping->starts[entity + 1] - grouping->starts[entity];
    struct px_stance_verdict *verdicts = px_arena_array(&annotation->worker->scratch, struct px_stance_verdict, count);
    stance.mentions = px_arena_array(&article->arena, struct px_stance_mention, count);
    if (verdicts == NULL || stance.mentions == NULL ||
        !judge_mentions(judge, grouping->order + grouping->starts[entity], count, &evidence, verdicts, &stance))
        return false;
    if (evidence.count == 0)
        return true;
    for (size_t i = 0; i < count; i++)
        add(&tally, &verdicts[i]);
    stance.own = score_of(&tally, judge->reader != NULL);
    stance.evidence = evidence.items;
    stance.evidence_count = evidence.count;
    struct px_stance *place = px_vector_push(&article->stances, &article->arena);
    if (place == NULL || !add_sections(judge, verdicts, &stance))
        return false;
    *place = stance;
    return true;
}
