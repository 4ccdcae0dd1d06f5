#include "tuning/diff.h"

#include "text/utf8.h"
#include "tuning/write.h"

enum { CONTEXT_WORDS = 8 };

static enum px_status score(const struct px_reading *reading, const struct px_passages *passages, uint64_t seed,
                            struct px_confusion_scores *both[2], struct px_error *error)
{
    struct px_arena scratch = {0};
    size_t count = passages->items.count;
    struct px_confusion *words = px_arena_array(&scratch, struct px_confusion, count + 1);
    struct px_confusion *labels = px_arena_array(&scratch, struct px_confusion, count + 1);
    enum px_status status = words == NULL || labels == NULL ? px_no_memory(error) : PX_OK;
    for (size_t p = 0; status == PX_OK && p < count; p++) {
        words[p] = px_reading_word_confusion(reading, passages, p);
        labels[p] = px_reading_label_confusion(reading, passages, p);
    }
    if (status == PX_OK)
        status = px_confusion_scores(words, count, seed, both[0], error);
    if (status == PX_OK)
        status = px_confusion_scores(labels, count, seed, both[1], error);
    px_arena_release(&scratch);
    return status;
}

static bool compare_words(struct px_lexicon_diff *diff, const struct px_reading *old, const struct px_reading *now,
                          uint32_t p)
{
    const struct px_passage *passage = &diff->passages->items.items[p];
    for (uint32_t w = 0; w < passage->words.count; w++) {
        bool before = old->cover[p][w] > 0;
        bool after = now->cover[p][w] > 0;
        struct px_changed_word *word = before == after ? NULL : px_vector_push(&diff->words, &diff->arena);
        if (before == after)
            continue;
        if (word == NULL)
            return false;
        *word = (struct px_changed_word){p, w, after, after == (passage->word_marked[w] != 0)};
    }
    return true;
}

static enum px_status compare(struct px_lexicon_diff *diff, const struct px_reading *old, const struct px_reading *now,
                              struct px_error *error)
{
    size_t count = diff->passages->items.count;
    diff->new_flags = px_arena_array(&diff->arena, bool, count + 1);
    if (diff->new_flags == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < count; p++) {
        if (!compare_words(diff, old, now, p))
            return px_no_memory(error);
        diff->new_flags[p] = now->flags[p];
        if (old->flags[p] == now->flags[p])
            continue;
        bool better = now->flags[p] == diff->passages->items.items[p].label;
        uint32_t *changed = px_vector_push(&diff->labels, &diff->arena);
        if (changed == NULL)
            return px_no_memory(error);
        *changed = p;
        diff->labels_better += better;
        diff->labels_worse += !better;
    }
    return PX_OK;
}

enum px_status px_lexicon_diff(const struct px_lexicon *old, const struct px_lexicon *new_one,
                               const struct px_tuning_tools *tools, const struct px_passages *passages,
                               struct px_lexicon_diff *diff, struct px_error *error)
{
    struct px_reading before = {0};
    struct px_reading after = {0};
    struct px_confusion_scores *old_scores[] = {&diff->old_words, &diff->old_labels};
    struct px_confusion_scores *new_scores[] = {&diff->new_words, &diff->new_labels};
    *diff = (struct px_lexicon_diff){.passages = passages, .old = old, .new_one = new_one};
    enum px_status status = px_reading_new(old, tools, passages, &before, error);
    if (status == PX_OK)
        status = px_reading_new(new_one, tools, passages, &after, error);
    if (status == PX_OK)
        status = score(&before, passages, tools->seed, old_scores, error);
    if (status == PX_OK)
        status = score(&after, passages, tools->seed, new_scores, error);
    if (status == PX_OK)
        status = compare(diff, &before, &after, error);
    px_reading_release(&before);
    px_reading_release(&after);
    if (status != PX_OK)
        px_lexicon_diff_release(diff);
    return status;
}

void px_lexicon_diff_release(struct px_lexicon_diff *diff)
{
    px_arena_release(&diff->arena);
    *diff = (struct px_lexicon_diff){0};
}

static void write_scores(const char *name, const struct px_lexicon *lexicon, const struct px_confusion_scores *words,
                         const struct px_confusion_scores *labels, struct px_buffer *out)
{
    px_buffer_printf(out, "| %s: ", name);
    px_write_lexicon(lexicon, out);
    px_buffer_string(out, " | ");
    px_write_estimate(words->f1, out);
    px_buffer_string(out, " | ");
    px_write_estimate(labels->f1, out);
    px_buffer_string(out, " | ");
    px_write_estimate(labels->macro_f1, out);
    px_buffer_string(out, " |\n");
}

/* The word in bold with a few words on either side. */
static void write_example(const struct px_lexicon_diff *diff, const struct px_changed_word *changed,
                          struct px_buffer *out)
{
    const struct px_passage *passage = &diff->passages->items.items[changed->passage];
    const struct px_span *words = passage->words.items;
    size_t last = passage->words.count - 1;
    size_t from = changed->word > CONTEXT_WORDS ? changed->word - CONTEXT_WORDS : 0;
    size_t to = changed->word + CONTEXT_WORDS < last ? changed->word + CONTEXT_WORDS : last;
    struct px_slice text = passage->article.text;
    struct px_span word = words[changed->word];
    px_buffer_string(out, "- ");
    px_write_cell(passage->source->id, out);
    px_buffer_string(out, ": ");
    px_write_cell(px_slice_part(text, words[from].start, word.start), out);
    px_buffer_string(out, "**");
    px_write_cell(px_slice_part(text, word.start, word.end), out);
    px_buffer_string(out, "**");
    px_write_cell(px_slice_part(text, word.end, words[to].end), out);
    px_buffer_byte(out, '\n');
}

static void write_kind(const struct px_lexicon_diff *diff, const char *title, bool marked_now, bool better, size_t top,
                       struct px_buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < diff->words.count; i++)
        count += diff->words.items[i].marked_now == marked_now && diff->words.items[i].better == better;
    px_buffer_printf(out, "\n## %s: %zu\n\n", title, count);
    for (size_t i = 0, shown = 0; i < diff->words.count && shown < top; i++) {
        if (diff->words.items[i].marked_now != marked_now || diff->words.items[i].better != better)
            continue;
        write_example(diff, &diff->words.items[i], out);
        shown++;
    }
}

static void write_labels(const struct px_lexicon_diff *diff, size_t top, struct px_buffer *out)
{
    px_buffer_printf(out, "\n## Texts flagged differently: %zu better, %zu worse\n\n", diff->labels_better,
                     diff->labels_worse);
    for (size_t i = 0; i < diff->labels.count && i < top; i++) {
        const struct px_passage *passage = &diff->passages->items.items[diff->labels.items[i]];
        bool flagged = diff->new_flags[diff->labels.items[i]];
        px_buffer_string(out, "- ");
        px_write_cell(passage->source->id, out);
        px_buffer_printf(out, ": %s, %s\n", flagged ? "flagged now" : "no longer flagged",
                         flagged == passage->label ? "better" : "worse");
    }
}

static void write_markdown(const struct px_lexicon_diff *diff, size_t top, struct px_buffer *out)
{
    px_buffer_string(out,
                     "# What changed\n\n| lexicon | F1 of words | F1 of texts | macro-F1 of texts |\n|---|---|---|---"
                     "|\n");
    write_scores("old", diff->old, &diff->old_words, &diff->old_labels, out);
    write_scores("new", diff->new_one, &diff->new_words, &diff->new_labels, out);
    write_kind(diff, "Better: marked now, as annotators do", true, true, top, out);
    write_kind(diff, "Better: no longer marked, as annotators do not", false, true, top, out);
    write_kind(diff, "Worse: marked now, though annotators do not", true, false, top, out);
    write_kind(diff, "Worse: no longer marked, though annotators do", false, false, top, out);
    write_labels(diff, top, out);
}

static void json_word(struct px_json *json, const struct px_lexicon_diff *diff, const struct px_changed_word *changed)
{
    const struct px_passage *passage = &diff->passages->items.items[changed->passage];
    struct px_span word = passage->words.items[changed->word];
    px_json_open(json, '{');
    px_json_key(json, "id");
    px_json_string(json, passage->source->id);
    px_json_key_integer(json, "start", (long long)px_utf8_count(px_slice_part(passage->article.text, 0, word.start)));
    px_json_key_integer(json, "end", (long long)px_utf8_count(px_slice_part(passage->article.text, 0, word.end)));
    px_json_key(json, "word");
    px_json_string(json, px_slice_span(passage->article.text, word));
    px_json_key_bool(json, "marked", changed->marked_now);
    px_json_key_bool(json, "better", changed->better);
    px_json_close(json, '}');
}

static void json_side(struct px_json *json, const char *key, const struct px_confusion_scores *words,
                      const struct px_confusion_scores *labels)
{
    px_json_key_open(json, key, '{');
    px_write_json_estimate(json, "words_f1", words->f1);
    px_write_json_estimate(json, "labels_f1", labels->f1);
    px_write_json_estimate(json, "labels_macro_f1", labels->macro_f1);
    px_json_close(json, '}');
}

static void write_json(const struct px_lexicon_diff *diff, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "schema", "parallax.lexicon-diff/1");
    json_side(&json, "old", &diff->old_words, &diff->old_labels);
    json_side(&json, "new", &diff->new_words, &diff->new_labels);
    px_json_key_open(&json, "words", '[');
    for (size_t i = 0; i < diff->words.count; i++)
        json_word(&json, diff, &diff->words.items[i]);
    px_json_close(&json, ']');
    px_json_key_open(&json, "texts", '[');
    for (size_t i = 0; i < diff->labels.count; i++) {
        const struct px_passage *passage = &diff->passages->items.items[diff->labels.items[i]];
        bool flagged = diff->new_flags[diff->labels.items[i]];
        px_json_open(&json, '{');
        px_json_key(&json, "id");
        px_json_string(&json, passage->source->id);
        px_json_key_bool(&json, "flagged", flagged);
        px_json_key_bool(&json, "better", flagged == passage->label);
        px_json_close(&json, '}');
    }
    px_json_close(&json, ']');
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}

void px_lexicon_diff_write(const struct px_lexicon_diff *diff, const char *format, size_t top, struct px_buffer *out)
{
    if (strcmp(format, "json") == 0)
        write_json(diff, out);
    else
        write_markdown(diff, top, out);
}
