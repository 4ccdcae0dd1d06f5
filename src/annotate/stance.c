/* Stance toward the article's entities, and toward the targets that a record or the options ask for.
 *
 * A span is judged as one mention, a name by the mean over the mentions of the entity that it means. News is bad news: a
 * mention nobody judges still gets a little below 0 from what stands around it. That much, the middle of the scores of
 * neutral articles, is taken off.
 */
#include "annotate/stance.h"

#include "annotate/stance_tally.h"
#include "text/normalise.h"

static const double article_middle = -0.113, article_margin = 0.09;

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

static size_t count_words(struct px_slice name)
{
    size_t words = 0;
    struct px_slice piece;
    while (px_slice_next(&name, ' ', &piece))
        words += piece.size > 0;
    return words;
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
    bool last = px_slice_equal(px_slice_last_word(key), px_slice_last_word(name));
    bool first = px_slice_equal(first_word(key), first_word(name));
    bool single = count_words(key) == 1 || count_words(name) == 1;
    if (last)
        return first || single ? 3 : 0;
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
    if (best_fit > 0)
        return best;
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        struct px_slice text = px_slice_part(article->text, mention->start, mention->end);
        if (text.size == name.size && px_slice_equal(text, name))
            return mention->entity;
    }
    return best;
}

/* The name that an alias of the user's list stands for; the name itself when it is none. */
static struct px_slice whom_alias_names(const struct px_resources *resources, struct px_slice name)
{
    const struct px_lexicon *aliases = px_resources_lexicon(resources, PX_LEXICON_ALIASES);
    for (size_t i = 0; i < aliases->entries.count; i++)
        if (px_slice_equal(aliases->entries.items[i].text, name))
            return aliases->entries.items[i].category;
    return name;
}

/* Adds the targets that are asked of every article, each once. */
static bool add_targets(const struct px_annotation *annotation)
{
    const struct px_annotate_options *options = annotation->options;
    struct px_article *article = annotation->article;
    for (size_t i = 0; options != NULL && i < options->target_count; i++) {
        struct px_slice name = px_slice_from(options->targets[i]);
        bool known = name.size == 0;
        for (size_t j = 0; j < article->targets.count; j++)
            known = known || px_slice_equal(article->targets.items[j].name, name);
        struct px_target *target = known ? NULL : px_vector_push(&article->targets, &article->arena);
        if (!known && target == NULL)
            return false;
        if (!known)
            *target = (struct px_target){.name = px_arena_copy(&article->arena, name), .entity = PX_NONE};
        if (!known && target->name.data == NULL)
            return false;
    }
    return true;
}

/* The name folded as keys of entities are: with the full form of a given name that is short ("Joe" is "Joseph"). */
static void fold_name(const struct px_resources *resources, struct px_slice name, struct px_buffer *fold)
{
    const struct px_lexicon *names = px_resources_lexicon(resources, PX_LEXICON_FIRSTNAMES);
    size_t column = px_lexicon_column(names, "full");
    struct px_slice first = first_word(name);
    for (size_t i = 0; first.size < name.size && i < names->entries.count; i++) {
        const struct px_entry *entry = &names->entries.items[i];
        struct px_slice full = px_lexicon_cell(names, entry, column);
        if (full.size == 0 || !px_slice_equal(entry->text, first))
            continue;
        px_text_fold(full, fold);
        name = px_slice_part(name, first.size, name.size);
        break;
    }
    px_text_fold(name, fold);
}

/* By the rules, whatever judges mentions: over an article the model's probabilities tell no better whom it is for. */
static bool judge_name(const struct px_stance_scene *scene, const struct px_stance_grouping *grouping,
                       struct px_target *target)
{
    struct px_buffer fold = {0};
    fold_name(scene->annotation->resources, whom_alias_names(scene->annotation->resources, target->name), &fold);
    uint32_t entity = fold.failed ? PX_NONE : find_entity(scene->annotation->article, px_buffer_slice(&fold));
    bool done = !fold.failed;
    px_buffer_release(&fold);
    struct px_evidence_list evidence = {0};
    double mean;
    if (entity == PX_NONE || !done)
        return done;
    if (!px_stance_mean(&(struct px_stance_judge){.scene = scene}, grouping, entity, &evidence, &mean))
        return false;
    target->entity = entity;
    target->evidence = evidence.items;
    target->evidence_count = evidence.count;
    if (evidence.count == 0)
        return true; /* nobody judges */
    target->score = shift(mean, article_middle);
    target->label = label_of(target->score, article_margin);
    return true;
}

enum px_status px_annotate_stance(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct px_stance_scene scene;
    struct px_stance_judge judge;
    struct px_stance_grouping grouping;
    article->stances.count = 0;
    enum px_status status = px_stance_read_scene(&scene, annotation, error);
    if (status != PX_OK)
        return status;
    if (annotation->options->watch_stance != NULL)
        annotation->options->watch_stance->see(annotation->options->watch_stance->to, &scene);
    bool done =
        px_stance_group(annotation, &grouping) && px_stance_judge_init(&judge, &scene) && add_targets(annotation);
    for (size_t i = 0; i < article->targets.count && done; i++) {
        struct px_target *target = &article->targets.items[i];
        target->entity = PX_NONE;
        done = target->name.size > 0 ? judge_name(&scene, &grouping, target) : judge_span(&judge, target);
    }
    for (uint32_t e = 0; e < article->entities.count && done; e++)
        done = px_stance_judge_entity(&judge, &grouping, e);
    return done ? PX_OK : px_no_memory(error);
}
