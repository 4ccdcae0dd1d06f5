/* What the writers of all formats share. */
#include <stdio.h>

#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/pattern.h"
#include "text/normalise.h"

void px_writer_metadata(struct px_writer *writer)
{
    for (size_t i = 0; i < writer->lexicon->metadata.count; i++) {
        const struct px_metadata *metadata = &writer->lexicon->metadata.items[i];
        px_buffer_printf(writer->out, "# %.*s: ", PX_SLICE_ARG(metadata->key));
        px_text_tidy(metadata->value, writer->out);
        px_buffer_byte(writer->out, '\n');
    }
}

enum px_status px_writer_warn(struct px_writer *writer, const struct px_entry *entry, const char *message)
{
    size_t column = entry->line == 0 ? 0 : px_lexicon_place(entry, entry->text);
    if (px_lexicon_warn(writer->warnings, writer->arena, entry->line, column, "'%.*s' %s", PX_SLICE_SHORT(entry->text),
                        message) != PX_OK)
        return px_no_memory(writer->error);
    return PX_OK;
}

void px_writer_number(double number, struct px_buffer *out)
{
    char text[40];
    double read;
    for (int digits = 6; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        if (px_slice_number(px_slice_from(text), &read) && read == number)
            break;
    }
    px_buffer_string(out, text);
}

static bool is_special(char c)
{
    return c == '\\' || c == '/' || c == '*' || c == '?' || c == '.' || c == '+' || c == '(' || c == ')' || c == '[' ||
           c == ']' || c == '{' || c == '}' || c == '^' || c == '$' || c == '|';
}

/* Lower-case or upper-case letters with single spaces and "*" between them: what most entries are. */
static bool is_plain(struct px_slice words, bool literal)
{
    for (size_t i = 0; i < words.size; i++) {
        char c = words.data[i];
        bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c == '*' && !literal);
        bool inner = (c == ' ' || c == '-' || c == '\'') && i > 0 && i + 1 < words.size && words.data[i - 1] != ' ';
        if (!letter && !inner)
            return false;
    }
    return true;
}

struct px_slice px_format_entry_of(struct px_slice words, bool literal, struct px_arena *arena)
{
    if (is_plain(words, literal))
        return px_arena_copy(arena, words);
    struct px_buffer tidy = {0};
    struct px_buffer pattern = {0};
    px_text_tidy(words, &tidy);
    struct px_slice text = px_buffer_slice(&tidy);
    struct px_slice entry = text;
    if ((literal && px_pattern_has_wildcard(text)) || px_slice_starts(text, PX_SLICE("/"))) {
        px_buffer_byte(&pattern, '/');
        for (size_t i = 0; i < text.size; i++) {
            if (is_special(text.data[i]))
                px_buffer_byte(&pattern, '\\');
            px_buffer_byte(&pattern, text.data[i]);
        }
        px_buffer_byte(&pattern, '/');
        entry = px_buffer_slice(&pattern);
    }
    struct px_slice copy = {0};
    if (!tidy.failed && !pattern.failed)
        copy = px_arena_copy(arena, entry);
    px_buffer_release(&tidy);
    px_buffer_release(&pattern);
    return copy;
}

/* The words that a /pattern/ of px_format_entry_of stands for; false when it is any other pattern. */
static bool literal_of(struct px_slice pattern, struct px_buffer *words)
{
    for (size_t i = 1; i + 1 < pattern.size; i++) {
        bool escaped = pattern.data[i] == '\\' && i + 2 < pattern.size;
        if (escaped && !is_special(pattern.data[++i]))
            return false;
        if (!escaped && is_special(pattern.data[i]))
            return false;
        px_buffer_byte(words, pattern.data[i]);
    }
    return words->size > 0;
}

/* The words of the entry as the format has them, or the reason why it cannot have them. */
static const char *take_words(struct px_writer *writer, const struct px_entry *entry, struct px_slice *text)
{
    bool literal = writer->format == PX_FORMAT_AFINN || writer->format == PX_FORMAT_VADER;
    *text = entry->text;
    if (writer->format == PX_FORMAT_YAML)
        return NULL;
    if (!px_pattern_is_regex(entry->text))
        return literal && px_pattern_has_wildcard(entry->text) ? "wildcards" : NULL;
    struct px_buffer words = {0};
    bool done = literal_of(entry->text, &words) && (literal || !px_pattern_has_wildcard(px_buffer_slice(&words)));
    if (done && !words.failed)
        *text = px_arena_copy(writer->arena, px_buffer_slice(&words));
    px_buffer_release(&words);
    return done ? NULL : "patterns";
}

static bool holds_weights(enum px_lexicon_format format)
{
    return format == PX_FORMAT_CAT || format == PX_FORMAT_DICX || format == PX_FORMAT_VADER ||
           format == PX_FORMAT_AFINN;
}

static bool is_held(const struct px_writer *writer, struct px_slice column)
{
    bool ratings = px_slice_is(column, "sd") || px_slice_is(column, "ratings");
    return px_slice_is(column, "entry") || px_slice_is(column, "category") ||
           (px_slice_is(column, "weight") && holds_weights(writer->format)) ||
           (ratings && writer->format == PX_FORMAT_VADER);
}

/* Appends what the format loses of an entry: "weight 0.8, note", or nothing. */
static void list_losses(const struct px_writer *writer, const struct px_entry *entry, struct px_buffer *lost)
{
    const struct px_lexicon *lexicon = writer->lexicon;
    for (size_t i = 0; i < lexicon->columns.count; i++) {
        struct px_slice name = lexicon->columns.items[i];
        struct px_slice cell = px_slice_trim(px_lexicon_cell(lexicon, entry, i));
        bool is_weight = px_slice_is(name, "weight");
        if (is_held(writer, name) || cell.size == 0 || (is_weight && entry->weight == 1))
            continue;
        px_buffer_printf(lost, "%s%.*s '%.*s'", lost->size == 0 ? "" : ", ", PX_SLICE_SHORT(name),
                         PX_SLICE_SHORT(cell));
    }
}

/* Yoshikoder's title is held where it came from. */
static bool is_title_alone(const struct px_writer *writer)
{
    bool xml = writer->format == PX_FORMAT_YKD || writer->format == PX_FORMAT_LCD;
    return xml && writer->lexicon->metadata.count == 1 && px_lexicon_metadata(writer->lexicon, "title").size > 0;
}

static enum px_status warn_metadata(struct px_writer *writer, const struct px_entry *entry)
{
    bool first = entry == writer->lexicon->entries.items;
    bool held = writer->format == PX_FORMAT_YAML || writer->format == PX_FORMAT_TSV;
    if (!first || held || writer->lexicon->metadata.count == 0 || is_title_alone(writer))
        return PX_OK;
    if (px_lexicon_warn(writer->warnings, writer->arena, 0, 0, "metadata (%zu lines) is not held by %s",
                        writer->lexicon->metadata.count, px_lexicon_format_name(writer->format)) != PX_OK)
        return px_no_memory(writer->error);
    return PX_OK;
}

static enum px_status warn_losses(struct px_writer *writer, const struct px_entry *entry)
{
    struct px_buffer lost = {0};
    struct px_buffer message = {0};
    enum px_status status = PX_OK;
    list_losses(writer, entry, &lost);
    if (lost.size > 0) {
        px_buffer_printf(&message, "loses its %s: not held by %s", lost.data, px_lexicon_format_name(writer->format));
        status = message.failed ? px_no_memory(writer->error) : px_writer_warn(writer, entry, message.data);
    }
    px_buffer_release(&lost);
    px_buffer_release(&message);
    return status;
}

enum px_status px_writer_take(struct px_writer *writer, const struct px_entry *entry, struct px_slice *text)
{
    char message[64];
    enum px_status status = warn_metadata(writer, entry);
    const char *refused = take_words(writer, entry, text);
    if (status == PX_OK && refused != NULL) {
        *text = (struct px_slice){0};
        snprintf(message, sizeof message, "is left out: %s has no %s", px_lexicon_format_name(writer->format), refused);
        return px_writer_warn(writer, entry, message);
    }
    if (status == PX_OK && text->data == NULL)
        status = px_no_memory(writer->error);
    return status == PX_OK ? warn_losses(writer, entry) : status;
}

enum px_status px_writer_take_all(struct px_writer *writer, struct px_slice **texts)
{
    size_t count = writer->lexicon->entries.count;
    *texts = px_arena_array(writer->arena, struct px_slice, count);
    enum px_status status = *texts == NULL ? px_no_memory(writer->error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = px_writer_take(writer, &writer->lexicon->entries.items[i], &(*texts)[i]);
    return status;
}

void px_writer_csv_field(struct px_slice field, struct px_buffer *out)
{
    px_buffer_quoted(out, field, ",;\r\n");
}
