/* Stance toward the article's entities, and toward the targets that a record asks for.
 *
 * The contributions to one mention are summed and squashed to -1..1 (VADER's x / sqrt(x^2 + 15)). An article's score is
 * the mean over the mentions. News is bad news: a mention nobody judges still gets a little below 0 from what stands
 * around it. That much, the middle of the scores of neutral sentences and articles, is taken off.
 */
#include "annotate/stance.h"

#include <math.h>

#include "annotate/stance_judge.h"
#include "text/normalise.h"

static const double article_middle = -0.113, article_margin = 0.09;
static const double own_middle = -0.08, own_margin = 0.05;
static const double least_deviation = 0.15;
enum { LEAST_EVALUATED = 3 };

static double shift(double mean, double middle)
{
    double score = mean - middle;
    return score < -1 ? -1 : score > 1 ? 1 : score;
}

static int8_t label_of(double score, double margin)
{
    return score < -margin ? PX_LABEL_NEGATIVE : score > margin ? PX_LABEL_POSITIVE : PX_LABEL_NEUTRAL;
}

struct px_span px_stance_tokens(const struct px_article *article, struct px_span span)
{
    const struct px_tokens *tokens = &article->tokens;
    uint32_t first = px_tokens_reaching(tokens, span.start);
    uint32_t end = first;
    while (end < tokens->count && tokens->items[end].start < span.end)
        end++;
    return (struct px_span){first, end};
}

static bool judge_span(const struct px_stance_judge *judge, struct px_target *target)
{
    struct px_span mention = px_stance_tokens(judge->scene->annotation->article, target->span);
    if (mention.end == mention.start)
        return true;
    struct px_evidence_list evidence = {0};
    struct px_stance_verdict verdict;
    if (!px_stance_judge_mention(judge, mention.start, mention.end, &evidence, &verdict))
        return false;
    target->evidence = evidence.items;
    target->evidence_count = evidence.count;
    target->score = verdict.score;
    target->label = verdict.label;
    return true;
}

/* Mentions by entity: those of entity e are order[starts[e]] up to order[starts[e + 1]]. */
struct grouping {
    uint32_t *starts;
    uint32_t *order;
};

static bool group_mentions(const struct px_annotation *annotation, struct grouping *grouping)
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

/* What the mentions of an entity get: means and spread over the mentions, in all voices and in the outlet's own. */
struct tally {
    size_t mentions;
    size_t own;       /* mentions that tell what the outlet says in its own voice */
    size_t evaluated; /* those with evidence in that voice */
    double sum;
    double own_sum;
    double own_squares;
    double doubt; /* sum of the variances of the single verdicts */
};

static bool tally_entity(const struct px_stance_judge *judge, const struct grouping *grouping, uint32_t entity,
                         struct px_evidence_list *evidence, struct tally *tally)
{
    const struct px_article *article = judge->scene->annotation->article;
    for (uint32_t i = grouping->starts[entity]; i < grouping->starts[entity + 1]; i++) {
        const struct px_mention *mention = &article->mentions.items[grouping->order[i]];
        struct px_stance_verdict verdict;
        if (!px_stance_judge_mention(judge, mention->first_token, mention->first_token + mention->token_count, evidence,
                                     &verdict))
            return false;
        tally->mentions++;
        tally->sum += verdict.score;
        if (!verdict.own)
            continue;
        tally->own++;
        tally->evaluated += verdict.evaluated;
        tally->own_sum += verdict.own_score;
        tally->own_squares += verdict.own_score * verdict.own_score;
        tally->doubt += verdict.doubt;
    }
    return true;
}

static size_t count_words(struct px_slice name)
{
    size_t words = 0;
    struct px_slice piece;
    while (px_slice_next(&name, ' ', &piece))
        words += piece.size > 0;
    return words;
}

static struct px_slice last_word(struct px_slice name)
{
    size_t start = name.size;
    while (start > 0 && name.data[start - 1] != ' ')
        start--;
    return px_slice_part(name, start, name.size);
}

static struct px_slice first_word(struct px_slice name)
{
    struct px_slice piece = name;
    px_slice_next(&name, ' ', &piece);
    return piece;
}

/* How well an entity's key fits a folded name: the whole, the same first and last word, or one of the two alone. */
static int fit_key(struct px_slice key, struct px_slice name)
{
    if (px_slice_equal(key, name))
        return 4;
    bool last = px_slice_equal(last_word(key), last_word(name));
    bool first = px_slice_equal(first_word(key), first_word(name));
    bool single = count_words(key) == 1 || count_words(name) == 1;
    if (last)
        return first || single ? 3 : 1;
    return first && single ? 2 : 0;
}

/* The entity that the name means, the most often mentioned of those that fit equally well; PX_NONE for none. */
static uint32_t find_entity(const struct px_article *article, struct px_slice name)
{
    uint32_t best = PX_NONE;
    int best_fit = 0;
    for (uint32_t e = 0; e < article->entities.count; e++) {
        const struct px_entity *entity = &article->entities.items[e];
        int fit = fit_key(entity->key, name);
        bool better = fit > best_fit || (fit == best_fit && fit > 0 &&
                                         entity->mention_count > article->entities.items[best].mention_count);
        if (better) {
            best = e;
            best_fit = fit;
        }
    }
    if (best_fit > 1)
        return best;
    for (size_t i = 0; i < article->mentions.count && best_fit < 2; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        struct px_slice text = px_slice_part(article->text, mention->start, mention->end);
        if (text.size == name.size && px_slice_equal(text, name))
            return mention->entity;
    }
    return best;
}

/* By the rules, whatever judges mentions: over an article the model's probabilities tell no better whom it is for. */
static bool judge_name(const struct px_stance_scene *scene, const struct grouping *grouping, struct px_target *target)
{
    struct px_buffer fold = {0};
    px_text_fold(target->name, &fold);
    uint32_t entity = fold.failed ? PX_NONE : find_entity(scene->annotation->article, px_buffer_slice(&fold));
    bool done = !fold.failed;
    px_buffer_release(&fold);
    struct px_evidence_list evidence = {0};
    struct tally tally = {0};
    if (entity == PX_NONE || !done)
        return done;
    if (!tally_entity(&(struct px_stance_judge){.scene = scene}, grouping, entity, &evidence, &tally))
        return false;
    target->evidence = evidence.items;
    target->evidence_count = evidence.count;
    target->score = shift(tally.sum / (double)tally.mentions, article_middle);
    target->label = label_of(target->score, article_margin);
    return true;
}

/* The score is the outlet's own voice, with a normal interval: the mean varies as mentions do, and as each verdict is in
 * doubt. Neutral is what the interval does not rule out. */
static void fill_stance(const struct tally *tally, double middle, struct px_stance *stance)
{
    double n = (double)tally->own;
    *stance = (struct px_stance){.entity = stance->entity, .low = -1, .high = 1};
    if (tally->own == 0)
        return;
    double mean = tally->own_sum / n;
    double variance = fmax(tally->own_squares / n - mean * mean, least_deviation * least_deviation);
    double half = 1.96 * sqrt((variance + tally->doubt / n) / n);
    middle *= (double)tally->evaluated / n;
    stance->score = shift(mean, middle);
    stance->low = shift(mean - half, middle);
    stance->high = shift(mean + half, middle);
    bool sure = tally->evaluated >= LEAST_EVALUATED && (stance->low > 0 || stance->high < 0);
    stance->label = sure ? label_of(stance->score, own_margin) : PX_LABEL_NEUTRAL;
}

static bool judge_entity(const struct px_stance_judge *judge, const struct grouping *grouping, uint32_t entity)
{
    struct px_article *article = judge->scene->annotation->article;
    struct px_evidence_list evidence = {0};
    struct tally tally = {0};
    if (!tally_entity(judge, grouping, entity, &evidence, &tally))
        return false;
    if (evidence.count == 0)
        return true;
    struct px_stance *stance = px_vector_push(&article->stances, &article->arena);
    if (stance == NULL)
        return false;
    stance->entity = entity;
    fill_stance(&tally, judge->reader != NULL ? 0 : own_middle, stance); /* the model knows that news is bad news */
    stance->evidence = evidence.items;
    stance->evidence_count = evidence.count;
    return true;
}

enum px_status px_annotate_stance(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct px_stance_scene scene;
    struct px_stance_judge judge;
    struct grouping grouping;
    article->stances.count = 0;
    enum px_status status = px_stance_read_scene(&scene, annotation, error);
    if (status != PX_OK)
        return status;
    if (annotation->options->watch_stance != NULL)
        annotation->options->watch_stance->see(annotation->options->watch_stance->to, &scene);
    bool done = group_mentions(annotation, &grouping) && px_stance_judge_init(&judge, &scene);
    for (size_t i = 0; i < article->targets.count && done; i++) {
        struct px_target *target = &article->targets.items[i];
        done = target->name.size > 0 ? judge_name(&scene, &grouping, target) : judge_span(&judge, target);
    }
    for (uint32_t e = 0; e < article->entities.count && done; e++)
        done = judge_entity(&judge, &grouping, e);
    return done ? PX_OK : px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}
