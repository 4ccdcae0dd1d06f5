/* An evaluation as Markdown, CSV and JSON. */

#include <math.h>

#include "report/report.h"
#include "tuning/evaluate.h"
#include "tuning/write.h"

enum { ENTRIES_SHOWN = 25, MISSED_SHOWN = 40 };

static void scores_row(const char *name, const struct px_confusion_scores *scores, struct px_buffer *out)
{
    px_buffer_printf(out, "| %s | ", name);
    px_write_estimate(scores->precision, out);
    px_buffer_string(out, " | ");
    px_write_estimate(scores->recall, out);
    px_buffer_string(out, " | ");
    px_write_estimate(scores->f1, out);
    px_buffer_string(out, " | ");
    px_write_estimate(scores->macro_f1, out);
    px_buffer_string(out, " |\n");
}

static void write_whole(const struct px_evaluation *e, struct px_buffer *out)
{
    px_buffer_string(out, "# ");
    px_write_lexicon(e->lexicon, out);
    px_buffer_printf(out,
                     " against gold\n\n%zu entries, %zu texts, %zu annotator%s. Intervals are 95 %%, over texts.\n",
                     e->lexicon->entries.count, e->texts, e->annotators,
                     e->annotators == 1 ? ": nothing can be said of agreement" : "s");
    px_buffer_string(out, "\n| | precision | recall | F1 | macro-F1 |\n|---|---|---|---|---|\n");
    scores_row("words", &e->words, out);
    scores_row("words, if every word were marked", &e->every_word, out);
    if (e->has_humans)
        scores_row("words, one annotator against another", &e->human_words, out);
    scores_row("texts flagged", &e->labels, out);
    scores_row("texts, if every text were flagged", &e->every_label, out);
    if (e->has_humans)
        scores_row("texts, one annotator against another", &e->human_labels, out);
}

static void write_category(const struct px_evaluation_part *part, struct px_buffer *out)
{
    px_buffer_string(out, "| ");
    px_write_cell(part->name, out);
    px_buffer_printf(out, " | %zu | ", part->hits);
    px_write_estimate(part->precision, out);
    px_buffer_string(out, " | ");
    px_write_number(part->words.recall.value, out);
    px_buffer_string(out, " | ");
    px_write_number(part->loss, out);
    px_buffer_string(out, " |\n");
}

static void write_voice(const struct px_evaluation_part *part, struct px_buffer *out)
{
    const struct px_confusion *sum = &part->words.sum;
    px_buffer_printf(out, "| %.*s | %.0f | %.0f | %zu | ", PX_SLICE_ARG(part->name),
                     sum->right + sum->wrong + sum->missed + sum->left, sum->right + sum->missed, part->hits);
    px_write_estimate(part->precision, out);
    px_buffer_string(out, " | ");
    px_write_estimate(sum->right + sum->wrong + sum->missed > 0 ? part->words.f1 : (struct px_estimate){NAN, NAN, NAN},
                      out);
    px_buffer_string(out, " |\n");
}

static void write_outlet(const struct px_evaluation_part *part, struct px_buffer *out)
{
    px_buffer_string(out, "| ");
    px_write_cell(part->name, out);
    px_buffer_printf(out, " | %zu | ", part->texts);
    px_write_estimate(part->words.f1, out);
    px_buffer_string(out, " | ");
    px_write_estimate(part->labels.f1, out);
    px_buffer_string(out, " |\n");
}

static void write_parts(const struct px_evaluation *e, struct px_buffer *out)
{
    px_buffer_string(out, "\n## By category\n\n| category | hits | precision | share of marked words | F1 lost without "
                          "it |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < e->categories.count; i++)
        write_category(&e->categories.items[i], out);
    px_buffer_string(out,
                     "\n## By voice\n\nHits in quotation marks (direct, scare) do not count; here they are scored as "
                     "if they did.\n\n| voice | words | marked | hits | precision | F1 |\n|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < e->voices.count; i++)
        write_voice(&e->voices.items[i], out);
    if (e->outlets.count == 0)
        return;
    px_buffer_string(out, "\n## By outlet\n\n| outlet | texts | F1 of words | F1 of texts |\n|---|---|---|---|\n");
    for (size_t i = 0; i < e->outlets.count; i++)
        write_outlet(&e->outlets.items[i], out);
}

static void write_entry(const struct px_evaluation *e, const struct px_entry_score *score, struct px_buffer *out)
{
    const struct px_entry *entry = &e->lexicon->entries.items[score->entry];
    px_buffer_string(out, "| ");
    px_write_cell(entry->text, out);
    px_buffer_string(out, " | ");
    px_write_cell(entry->category, out);
    px_buffer_printf(out, " | %.2f | %zu | %zu | ", entry->weight, score->hits, score->quoted);
    px_write_estimate(score->precision, out);
    px_buffer_printf(out, " | %+.4f |\n", score->loss);
}

static void write_entries(const struct px_evaluation *e, struct px_buffer *out)
{
    static const char head[] = "\n| entry | category | weight | hits | quoted | precision | F1 lost without it "
                               "|\n|---|---|---|---|---|---|---|\n";
    size_t count = e->entries.count;
    px_buffer_printf(out, "\n## Entries that help most\n\n%zu of %zu entries have a hit.\n%s", count,
                     e->lexicon->entries.count, head);
    for (size_t i = 0; i < count && i < ENTRIES_SHOWN && e->entries.items[i].loss > 0; i++)
        write_entry(e, &e->entries.items[i], out);
    px_buffer_printf(out, "\n## Entries that harm most\n%s", head);
    for (size_t i = 0; i < count && i < ENTRIES_SHOWN && e->entries.items[count - 1 - i].loss < 0; i++)
        write_entry(e, &e->entries.items[count - 1 - i], out);
}

static void write_missed(const struct px_evaluation *e, struct px_buffer *out)
{
    px_buffer_string(out, "\n## Words most often missed\n\n| word | missed | seen |\n|---|---|---|\n");
    for (size_t i = 0; i < e->missed.count && i < MISSED_SHOWN; i++) {
        px_buffer_string(out, "| ");
        px_write_cell(e->missed.items[i].word, out);
        px_buffer_printf(out, " | %zu | %zu |\n", e->missed.items[i].missed, e->missed.items[i].seen);
    }
}

/* section,name,figure,value,low,high */
static void csv_line(const char *section, struct px_slice name, const char *figure, struct px_estimate estimate,
                     struct px_buffer *out)
{
    const double values[] = {estimate.value, estimate.low, estimate.high};
    px_buffer_printf(out, "%s,", section);
    px_report_csv_field(name, out);
    px_buffer_printf(out, ",%s", figure);
    for (size_t i = 0; i < 3; i++) {
        px_buffer_byte(out, ',');
        if (!isnan(values[i]))
            px_buffer_printf(out, "%.6g", values[i]);
    }
    px_buffer_byte(out, '\n');
}

static void csv_number(const char *section, struct px_slice name, const char *figure, double value,
                       struct px_buffer *out)
{
    csv_line(section, name, figure, (struct px_estimate){value, NAN, NAN}, out);
}

static void csv_scores(const char *section, struct px_slice name, const struct px_confusion_scores *scores,
                       struct px_buffer *out)
{
    csv_line(section, name, "precision", scores->precision, out);
    csv_line(section, name, "recall", scores->recall, out);
    csv_line(section, name, "f1", scores->f1, out);
    csv_line(section, name, "macro_f1", scores->macro_f1, out);
}

static void csv_parts(const char *section, const struct px_evaluation_parts *parts, struct px_buffer *out)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct px_evaluation_part *part = &parts->items[i];
        csv_number(section, part->name, "texts", (double)part->texts, out);
        csv_number(section, part->name, "hits", (double)part->hits, out);
        csv_line(section, part->name, "hit_precision", part->precision, out);
        csv_number(section, part->name, "loss", part->loss, out);
        csv_scores(section, part->name, &part->words, out);
    }
}

static void write_csv(const struct px_evaluation *e, struct px_buffer *out)
{
    px_buffer_string(out, "section,name,figure,value,low,high\n");
    csv_scores("words", PX_SLICE("lexicon"), &e->words, out);
    csv_scores("words", PX_SLICE("every word"), &e->every_word, out);
    csv_scores("texts", PX_SLICE("lexicon"), &e->labels, out);
    csv_scores("texts", PX_SLICE("every text"), &e->every_label, out);
    if (e->has_humans) {
        csv_scores("words", PX_SLICE("annotators"), &e->human_words, out);
        csv_scores("texts", PX_SLICE("annotators"), &e->human_labels, out);
    }
    csv_parts("category", &e->categories, out);
    csv_parts("voice", &e->voices, out);
    csv_parts("outlet", &e->outlets, out);
    for (size_t i = 0; i < e->entries.count; i++) {
        const struct px_entry_score *score = &e->entries.items[i];
        struct px_slice text = e->lexicon->entries.items[score->entry].text;
        csv_number("entry", text, "hits", (double)score->hits, out);
        csv_number("entry", text, "quoted", (double)score->quoted, out);
        csv_line("entry", text, "precision", score->precision, out);
        csv_number("entry", text, "loss", score->loss, out);
    }
    for (size_t i = 0; i < e->missed.count; i++) {
        csv_number("missed", e->missed.items[i].word, "missed", (double)e->missed.items[i].missed, out);
        csv_number("missed", e->missed.items[i].word, "seen", (double)e->missed.items[i].seen, out);
    }
}

static void json_scores(struct px_json *json, const char *key, const struct px_confusion_scores *scores)
{
    px_json_key_open(json, key, '{');
    px_write_json_estimate(json, "precision", scores->precision);
    px_write_json_estimate(json, "recall", scores->recall);
    px_write_json_estimate(json, "f1", scores->f1);
    px_write_json_estimate(json, "macro_f1", scores->macro_f1);
    px_json_close(json, '}');
}

static void json_parts(struct px_json *json, const char *key, const struct px_evaluation_parts *parts)
{
    px_json_key_open(json, key, '[');
    for (size_t i = 0; i < parts->count; i++) {
        const struct px_evaluation_part *part = &parts->items[i];
        px_json_open(json, '{');
        px_json_key(json, "name");
        px_json_string(json, part->name);
        px_json_key_integer(json, "texts", (long long)part->texts);
        px_json_key_integer(json, "hits", (long long)part->hits);
        px_write_json_estimate(json, "precision", part->precision);
        px_json_key_number(json, "loss", part->loss);
        json_scores(json, "words", &part->words);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

static void json_entries(struct px_json *json, const struct px_evaluation *e)
{
    px_json_key_open(json, "entries", '[');
    for (size_t i = 0; i < e->entries.count; i++) {
        const struct px_entry_score *score = &e->entries.items[i];
        const struct px_entry *entry = &e->lexicon->entries.items[score->entry];
        px_json_open(json, '{');
        px_json_key(json, "entry");
        px_json_string(json, entry->text);
        px_json_key(json, "category");
        px_json_string(json, entry->category);
        px_json_key_number(json, "weight", entry->weight);
        px_json_key_integer(json, "line", (long long)entry->line);
        px_json_key_integer(json, "hits", (long long)score->hits);
        px_json_key_integer(json, "quoted", (long long)score->quoted);
        px_json_key_integer(json, "right", (long long)score->right);
        px_write_json_estimate(json, "precision", score->precision);
        px_json_key_number(json, "loss", score->loss);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

static void json_missed(struct px_json *json, const struct px_evaluation *e)
{
    px_json_key_open(json, "missed", '[');
    for (size_t i = 0; i < e->missed.count; i++) {
        px_json_open(json, '{');
        px_json_key(json, "word");
        px_json_string(json, e->missed.items[i].word);
        px_json_key_integer(json, "missed", (long long)e->missed.items[i].missed);
        px_json_key_integer(json, "seen", (long long)e->missed.items[i].seen);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

static void write_json(const struct px_evaluation *e, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "schema", "parallax.evaluation/1");
    px_json_key_open(&json, "lexicon", '{');
    px_json_key(&json, "name");
    px_json_string(&json, e->lexicon->name);
    px_json_key(&json, "version");
    px_json_string(&json, e->lexicon->version);
    px_json_key(&json, "sha256");
    px_json_string(&json, px_slice_from(e->lexicon->sha256));
    px_json_key_integer(&json, "entries", (long long)e->lexicon->entries.count);
    px_json_close(&json, '}');
    px_json_key_integer(&json, "texts", (long long)e->texts);
    px_json_key_integer(&json, "annotators", (long long)e->annotators);
    json_scores(&json, "words", &e->words);
    json_scores(&json, "every_word", &e->every_word);
    json_scores(&json, "labels", &e->labels);
    json_scores(&json, "every_label", &e->every_label);
    if (e->has_humans) {
        json_scores(&json, "annotator_words", &e->human_words);
        json_scores(&json, "annotator_labels", &e->human_labels);
    }
    json_parts(&json, "categories", &e->categories);
    json_parts(&json, "voices", &e->voices);
    json_parts(&json, "outlets", &e->outlets);
    json_entries(&json, e);
    json_missed(&json, e);
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}

void px_evaluation_write(const struct px_evaluation *evaluation, enum px_evaluation_format format,
                         struct px_buffer *out)
{
    if (format == PX_EVALUATION_CSV) {
        write_csv(evaluation, out);
    } else if (format == PX_EVALUATION_JSON) {
        write_json(evaluation, out);
    } else {
        write_whole(evaluation, out);
        write_parts(evaluation, out);
        write_entries(evaluation, out);
        write_missed(evaluation, out);
    }
}
