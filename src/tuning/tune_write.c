/* A tuned lexicon as a file, and its scores. */

#include <math.h>

#include "tuning/learn.h"
#include "tuning/tune.h"
#include "tuning/write.h"

/* The columns that tuning writes; those before them are the old file's. */
static const char *const evidence[] = {"weight", "origin", "hits", "precision", "low", "high", "loss"};

enum { WEIGHT, ORIGIN, HITS, PRECISION, LOW, HIGH, LOSS, EVIDENCE };

/* Metadata of the old file, but for what tuning sets. */
static void write_metadata(const struct px_tuning *tuning, struct px_buffer *out)
{
    static const char *const set_anew[] = {"mark",  "threshold", "tuned_from",      "tuned_on",       "tuned_by",
                                           "words", "texts",     "words_in_sample", "texts_in_sample"};
    const struct px_lexicon *old = tuning->old;
    if (old == NULL)
        px_buffer_string(out, "# name: tuned\n");
    for (size_t i = 0; old != NULL && i < old->metadata.count; i++)
        if (px_slice_among(old->metadata.items[i].key, set_anew, sizeof set_anew / sizeof *set_anew) < 0)
            px_buffer_printf(out, "# %.*s: %.*s\n", PX_SLICE_ARG(old->metadata.items[i].key),
                             PX_SLICE_ARG(old->metadata.items[i].value));
    px_buffer_printf(out, "# mark: %.2f\n# threshold: %.2f\n", tuning->mark, tuning->threshold);
}

static void write_score_line(const char *key, const struct px_confusion_scores *scores, struct px_estimate figure,
                             const char *name, struct px_buffer *out)
{
    px_buffer_printf(out, "# %s: %s %.3f (%.3f to %.3f), precision %.3f, recall %.3f\n", key, name, figure.value,
                     figure.low, figure.high, scores->precision.value, scores->recall.value);
}

static void write_provenance(const struct px_tuning *tuning, const char *program, struct px_buffer *out)
{
    const struct px_lexicon *old = tuning->old;
    if (old == NULL)
        px_buffer_string(out, "# tuned_from: nothing\n");
    else
        px_buffer_printf(out, "# tuned_from: %.*s, version %.*s, sha256 %s\n", PX_SLICE_ARG(old->name),
                         PX_SLICE_ARG(old->version), old->sha256);
    px_buffer_printf(out, "# tuned_on: %zu texts, %u without near-duplicates, gold sha256 %s\n", tuning->texts,
                     tuning->groups, tuning->gold_sha256);
    px_buffer_printf(out, "# tuned_by: %s lexicon tune --folds %u --least %u --seed %llu\n", program, tuning->folds,
                     tuning->least, (unsigned long long)tuning->seed);
    write_score_line("words", &tuning->cross_words, tuning->cross_words.f1, "cross-validated F1", out);
    write_score_line("texts", &tuning->cross_labels, tuning->cross_labels.macro_f1, "cross-validated macro-F1", out);
    if (tuning->scores == NULL)
        return;
    write_score_line("words_in_sample", &tuning->sample_words, tuning->sample_words.f1, "F1", out);
    write_score_line("texts_in_sample", &tuning->sample_labels, tuning->sample_labels.macro_f1, "macro-F1", out);
}

/* The evidence of the new lexicon's entry `index`; its scores may not be known yet. */
static void write_evidence(const struct px_tuning *tuning, const struct px_learnt_entry *entry, size_t index,
                           size_t which, struct px_buffer *out)
{
    const struct px_entry_score *score = tuning->scores == NULL ? NULL : &tuning->scores[index];
    const struct px_estimate none = {NAN, NAN, NAN};
    struct px_estimate precision = score == NULL ? none : score->precision;
    const double shares[] = {precision.value, precision.low, precision.high};
    if (which == WEIGHT)
        px_buffer_printf(out, "%.2f", entry->weight);
    else if (which == ORIGIN)
        px_buffer_string(out, entry->old == NULL ? "added" : "kept");
    else if (which == HITS && score != NULL)
        px_buffer_printf(out, "%zu", score->hits);
    else if (which >= PRECISION && which <= HIGH && !isnan(shares[which - PRECISION]))
        px_buffer_printf(out, "%.2f", shares[which - PRECISION]);
    else if (which == LOSS && score != NULL && score->hits > 0)
        px_buffer_printf(out, "%.4f", score->loss + 0.0);
}

/* A cell of the old file: its own text, or what tuning puts in its place. */
static void write_old_cell(const struct px_tuning *tuning, const struct px_learnt_entry *entry, size_t index,
                           size_t column, struct px_buffer *out)
{
    struct px_slice name = tuning->old->columns.items[column];
    for (size_t which = 0; which < EVIDENCE; which++) {
        if (px_slice_is(name, evidence[which])) {
            write_evidence(tuning, entry, index, which, out);
            return;
        }
    }
    if (entry->old != NULL)
        px_buffer_append(out, px_lexicon_cell(tuning->old, entry->old, column));
    else if (px_slice_is(name, "entry"))
        px_buffer_append(out, entry->text);
    else if (px_slice_is(name, "category"))
        px_buffer_append(out, entry->category);
}

static bool has_column(const struct px_lexicon *old, const char *name)
{
    return old != NULL && px_lexicon_column(old, name) != PX_NO_COLUMN;
}

static void write_header(const struct px_tuning *tuning, struct px_buffer *out)
{
    const struct px_lexicon *old = tuning->old;
    for (size_t i = 0; old != NULL && i < old->columns.count; i++)
        px_buffer_printf(out, "%s%.*s", i == 0 ? "" : "\t", PX_SLICE_ARG(old->columns.items[i]));
    if (old == NULL)
        px_buffer_string(out, "entry\tcategory");
    for (size_t which = 0; which < EVIDENCE; which++)
        if (!has_column(old, evidence[which]))
            px_buffer_printf(out, "\t%s", evidence[which]);
    px_buffer_byte(out, '\n');
}

static void write_row(const struct px_tuning *tuning, const struct px_learnt_entry *entry, size_t index,
                      struct px_buffer *out)
{
    const struct px_lexicon *old = tuning->old;
    for (size_t i = 0; old != NULL && i < old->columns.count; i++) {
        px_buffer_string(out, i == 0 ? "" : "\t");
        write_old_cell(tuning, entry, index, i, out);
    }
    if (old == NULL)
        px_buffer_printf(out, "%.*s\t%.*s", PX_SLICE_ARG(entry->text), PX_SLICE_ARG(entry->category));
    for (size_t which = 0; which < EVIDENCE; which++) {
        if (has_column(old, evidence[which]))
            continue;
        px_buffer_byte(out, '\t');
        write_evidence(tuning, entry, index, which, out);
    }
    px_buffer_byte(out, '\n');
}

void px_tuning_write_lexicon(const struct px_tuning *tuning, const char *program, struct px_buffer *out)
{
    const struct px_learnt *learnt = tuning->learnt;
    size_t index = 0;
    write_metadata(tuning, out);
    write_provenance(tuning, program, out);
    write_header(tuning, out);
    for (size_t i = 0; i < learnt->entries.count; i++)
        if (!learnt->entries.items[i].pruned)
            write_row(tuning, &learnt->entries.items[i], index++, out);
    for (size_t i = 0; i < learnt->entries.count; i++)
        if (learnt->entries.items[i].pruned)
            px_buffer_printf(out, "# pruned\t%.*s\t%.*s\n", PX_SLICE_ARG(learnt->entries.items[i].text),
                             PX_SLICE_ARG(learnt->entries.items[i].category));
}

static void write_scores(const char *name, const struct px_confusion_scores *words,
                         const struct px_confusion_scores *labels, struct px_buffer *out)
{
    const struct px_estimate figures[] = {words->precision, words->recall, words->f1, labels->f1, labels->macro_f1};
    px_buffer_printf(out, "| %s |", name);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        px_buffer_byte(out, ' ');
        px_write_estimate(figures[i], out);
        px_buffer_string(out, " |");
    }
    px_buffer_byte(out, '\n');
}

void px_tuning_write_scores(const struct px_tuning *tuning, struct px_buffer *out)
{
    px_buffer_printf(out, "%zu entries kept, %zu pruned, %zu added; mark %.2f, threshold %.2f.\n", tuning->kept,
                     tuning->pruned, tuning->added, tuning->mark, tuning->threshold);
    px_buffer_printf(out,
                     "%zu texts, %u of them no near-duplicates; %u folds, none of which splits a text or its "
                     "near-duplicates.\n\n",
                     tuning->texts, tuning->groups, tuning->folds);
    px_buffer_string(out, "| | words: precision | recall | F1 | texts: F1 | macro-F1 |\n|---|---|---|---|---|---|\n");
    if (tuning->old != NULL)
        write_scores("the old lexicon on these texts", &tuning->old_words, &tuning->old_labels, out);
    write_scores("cross-validated: what to expect", &tuning->cross_words, &tuning->cross_labels, out);
    write_scores("in-sample: on what it learnt from", &tuning->sample_words, &tuning->sample_labels, out);
    if (tuning->old != NULL && tuning->cross_words.f1.value < tuning->old_words.f1.value)
        px_buffer_string(out,
                         "\nThe old lexicon marks words better on these texts than a new one can be expected to. If it "
                         "was not made from them, keep it.\n");
}
