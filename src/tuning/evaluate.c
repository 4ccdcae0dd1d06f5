#include "tuning/evaluate_inside.h"

#include <math.h>
#include <stdlib.h>

enum px_status px_evaluator_scores(const struct px_evaluator *e, const struct px_confusion *units, size_t count,
                                   struct px_confusion_scores *scores)
{
    return px_confusion_scores(units, count, e->tools->seed, scores, e->error);
}

static enum px_status score_whole(struct px_evaluator *e)
{
    struct px_evaluation *evaluation = e->evaluation;
    size_t count = e->passages->items.count;
    struct px_confusion *words = px_arena_array(&e->scratch, struct px_confusion, 2 * count + 1);
    struct px_confusion *labels = px_arena_array(&e->scratch, struct px_confusion, 2 * count + 1);
    if (words == NULL || labels == NULL)
        return px_no_memory(e->error);
    for (size_t i = 0; i < count; i++) {
        words[i] = px_reading_word_confusion(e->reading, e->passages, i);
        labels[i] = px_reading_label_confusion(e->reading, e->passages, i);
        words[count + i] =
            (struct px_confusion){words[i].right + words[i].missed, words[i].wrong + words[i].left, 0, 0};
        labels[count + i] =
            (struct px_confusion){labels[i].right + labels[i].missed, labels[i].wrong + labels[i].left, 0, 0};
    }
    e->words = words;
    e->labels = labels;
    enum px_status status = px_evaluator_scores(e, words, count, &evaluation->words);
    if (status == PX_OK)
        status = px_evaluator_scores(e, labels, count, &evaluation->labels);
    if (status == PX_OK)
        status = px_evaluator_scores(e, words + count, count, &evaluation->every_word);
    if (status == PX_OK)
        status = px_evaluator_scores(e, labels + count, count, &evaluation->every_label);
    return status;
}

/* Words that both mark, that one marks, that the other marks. */
static struct px_confusion compare_codings(const struct px_passage *passage, const struct px_gold_coding *a,
                                           const struct px_gold_coding *b)
{
    struct px_confusion confusion = {0};
    size_t at_a = 0;
    size_t at_b = 0;
    for (size_t w = 0; w < passage->words.count; w++) {
        struct px_span word = passage->words.items[w];
        bool in_a = px_spans_touch(&a->spans, &at_a, word.start, word.end);
        bool in_b = px_spans_touch(&b->spans, &at_b, word.start, word.end);
        confusion.right += in_a && in_b;
        confusion.wrong += in_a && !in_b;
        confusion.missed += !in_a && in_b;
        confusion.left += !in_a && !in_b;
    }
    return confusion;
}

/* Every pair of annotators of one text. */
static void compare_annotators(const struct px_passage *passage, struct px_confusion *words,
                               struct px_confusion *labels)
{
    const struct px_gold_text *source = passage->source;
    for (size_t a = 0; a < source->codings.count; a++) {
        for (size_t b = a + 1; b < source->codings.count; b++) {
            const struct px_gold_coding *one = &source->codings.items[a];
            const struct px_gold_coding *two = &source->codings.items[b];
            struct px_confusion pair = compare_codings(passage, one, two);
            words->right += pair.right;
            words->wrong += pair.wrong;
            words->missed += pair.missed;
            words->left += pair.left;
            labels->right += one->label && two->label;
            labels->wrong += one->label && !two->label;
            labels->missed += !one->label && two->label;
            labels->left += !one->label && !two->label;
        }
    }
}

static enum px_status score_humans(struct px_evaluator *e)
{
    struct px_table names = {0};
    size_t count = e->passages->items.count;
    struct px_confusion *words = px_arena_array(&e->scratch, struct px_confusion, count + 1);
    struct px_confusion *labels = px_arena_array(&e->scratch, struct px_confusion, count + 1);
    enum px_status status = words == NULL || labels == NULL ? px_no_memory(e->error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_passage *passage = &e->passages->items.items[i];
        for (size_t k = 0; k < passage->source->codings.count; k++)
            if (px_table_add(&names, passage->source->codings.items[k].annotator, NULL) == PX_NONE)
                status = px_no_memory(e->error);
        e->evaluation->has_humans = e->evaluation->has_humans || passage->source->codings.count > 1;
        compare_annotators(passage, &words[i], &labels[i]);
    }
    e->evaluation->annotators = names.keys.count;
    if (status == PX_OK)
        status = px_evaluator_scores(e, words, count, &e->evaluation->human_words);
    if (status == PX_OK)
        status = px_evaluator_scores(e, labels, count, &e->evaluation->human_labels);
    px_table_release(&names);
    return status;
}

/* Adds what would be lost without the sighting's words that nothing else covers. */
static void add_loss(const struct px_reading *reading, const struct px_passages *passages,
                     const struct px_sighting *sighting, struct px_confusion *lost)
{
    const struct px_passage *passage = &passages->items.items[sighting->passage];
    size_t first, end;
    px_reading_words(passage, sighting, &first, &end);
    for (size_t w = first; sighting->counts && w < end; w++) {
        if (reading->cover[sighting->passage][w] > 1)
            continue;
        lost->right += passage->word_marked[w] != 0;
        lost->wrong += passage->word_marked[w] == 0;
    }
}

double px_evaluator_loss(const struct px_confusion *all, const struct px_confusion *lost)
{
    struct px_confusion without = {all->right - lost->right, all->wrong - lost->wrong, all->missed + lost->right,
                                   all->left + lost->wrong};
    return px_confusion_f1(all) - px_confusion_f1(&without);
}

enum px_status px_evaluation_entries(const struct px_reading *reading, const struct px_passages *passages,
                                     struct px_entry_score *scores, struct px_error *error)
{
    size_t count = reading->lexicon->entries.count;
    struct px_confusion all = {0};
    struct px_confusion *lost = calloc(count + 1, sizeof *lost);
    if (lost == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < passages->items.count; i++) {
        struct px_confusion one = px_reading_word_confusion(reading, passages, i);
        all.right += one.right;
        all.wrong += one.wrong;
        all.missed += one.missed;
        all.left += one.left;
    }
    for (size_t i = 0; i < count; i++)
        scores[i] = (struct px_entry_score){.entry = (uint32_t)i};
    for (size_t i = 0; i < reading->sightings.count; i++) {
        const struct px_sighting *sighting = &reading->sightings.items[i];
        struct px_entry_score *score = &scores[sighting->entry];
        score->hits += sighting->chosen;
        score->quoted += !sighting->chosen;
        score->right += sighting->chosen && sighting->right;
        add_loss(reading, passages, sighting, &lost[sighting->entry]);
    }
    for (size_t i = 0; i < count; i++) {
        scores[i].precision = px_rate_wilson((double)scores[i].right, (double)scores[i].hits);
        scores[i].loss = px_evaluator_loss(&all, &lost[i]);
    }
    free(lost);
    return PX_OK;
}

static int by_loss(const void *left, const void *right)
{
    const struct px_entry_score *a = left;
    const struct px_entry_score *b = right;
    if (a->loss != b->loss)
        return a->loss > b->loss ? -1 : 1;
    if (a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

static enum px_status score_entries(struct px_evaluator *e)
{
    struct px_evaluation *evaluation = e->evaluation;
    size_t count = evaluation->lexicon->entries.count;
    struct px_entry_score *scores = px_arena_array(&e->scratch, struct px_entry_score, count + 1);
    if (scores == NULL)
        return px_no_memory(e->error);
    enum px_status status = px_evaluation_entries(e->reading, e->passages, scores, e->error);
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        if (scores[i].hits + scores[i].quoted == 0)
            continue;
        struct px_entry_score *kept = px_vector_push(&evaluation->entries, &evaluation->arena);
        if (kept == NULL)
            return px_no_memory(e->error);
        *kept = scores[i];
    }
    if (evaluation->entries.count > 1)
        qsort(evaluation->entries.items, evaluation->entries.count, sizeof *evaluation->entries.items, by_loss);
    return status;
}

static int by_misses(const void *left, const void *right)
{
    const struct px_missed_word *a = left;
    const struct px_missed_word *b = right;
    if (a->missed != b->missed)
        return a->missed > b->missed ? -1 : 1;
    return px_slice_compare(a->word, b->word);
}

/* Counts a word of the scorer under the fold of its first token. */
static enum px_status count_word(struct px_evaluator *e, struct px_table *words, const struct px_form *form,
                                 bool missed)
{
    bool added;
    struct px_evaluation *evaluation = e->evaluation;
    uint32_t id = px_table_add(words, form->fold_text, &added);
    if (id == PX_NONE || (added && px_vector_push(&evaluation->missed, &evaluation->arena) == NULL))
        return px_no_memory(e->error);
    struct px_missed_word *word = &evaluation->missed.items[id];
    if (added)
        word->word = px_arena_copy(&evaluation->arena, form->fold_text);
    word->missed += missed;
    word->seen++;
    return word->word.data == NULL ? px_no_memory(e->error) : PX_OK;
}

static enum px_status count_missed(struct px_evaluator *e, struct px_table *words, size_t index)
{
    const struct px_passage *passage = &e->passages->items.items[index];
    const struct px_tokens *tokens = &passage->article.tokens;
    enum px_status status = PX_OK;
    for (size_t w = 0; status == PX_OK && w < passage->words.count; w++) {
        uint32_t token = px_tokens_reaching(tokens, passage->words.items[w].start);
        if (token == tokens->count)
            continue;
        const struct px_form *form = px_vocabulary_form(e->tools->worker->vocabulary, tokens->items[token].form);
        if (!form->stop)
            status = count_word(e, words, form, passage->word_marked[w] && e->reading->cover[index][w] == 0);
    }
    return status;
}

static enum px_status find_missed(struct px_evaluator *e)
{
    struct px_table words = {0};
    struct px_evaluation *evaluation = e->evaluation;
    enum px_status status = PX_OK;
    size_t kept = 0;
    for (size_t i = 0; status == PX_OK && i < e->passages->items.count; i++)
        status = count_missed(e, &words, i);
    for (size_t i = 0; i < evaluation->missed.count; i++)
        if (evaluation->missed.items[i].missed > 0)
            evaluation->missed.items[kept++] = evaluation->missed.items[i];
    evaluation->missed.count = kept;
    if (kept > 1)
        qsort(evaluation->missed.items, kept, sizeof *evaluation->missed.items, by_misses);
    px_table_release(&words);
    return status;
}

typedef enum px_status evaluation_step(struct px_evaluator *e);

enum px_status px_evaluate(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                           const struct px_passages *passages, struct px_evaluation *evaluation, struct px_error *error)
{
    struct px_reading reading;
    struct px_evaluator e = {evaluation, tools, passages, &reading, {0}, NULL, NULL, error};
    *evaluation = (struct px_evaluation){.lexicon = lexicon, .texts = passages->items.count};
    enum px_status status = px_reading_new(lexicon, tools, passages, &reading, error);
    if (status != PX_OK)
        return status;
    static evaluation_step *const steps[] = {
        score_whole,         score_humans,        score_entries, find_missed, px_evaluator_categories,
        px_evaluator_voices, px_evaluator_outlets};
    for (size_t i = 0; status == PX_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](&e);
    px_arena_release(&e.scratch);
    px_reading_release(&reading);
    if (status != PX_OK)
        px_evaluation_release(evaluation);
    return status;
}

void px_evaluation_release(struct px_evaluation *evaluation)
{
    px_arena_release(&evaluation->arena);
    *evaluation = (struct px_evaluation){0};
}
