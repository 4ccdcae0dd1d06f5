#include "ingest/patterns.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/image.h"
#include "ingest/expressions.h"
#include "text/normalise.h"
#include "text/utf8.h"

/* Words of one entry, folded; entries that begin with the same word are a list. */
struct phrase {
    struct px_slice words;
    uint32_t next;
    uint8_t value;
    uint8_t where;
};

struct px_patterns {
    struct px_arena arena;
    struct px_table first_words;
    PX_VECTOR(uint32_t) heads; /* by first word: its first phrase + 1 */
    PX_VECTOR(struct phrase) phrases;
    struct px_expressions *expressions;
    bool ready; /* words and phrases are an image's */
};

enum px_status px_patterns_new(struct px_patterns **patterns, struct px_error *error)
{
    *patterns = calloc(1, sizeof **patterns);
    if (*patterns == NULL)
        return px_no_memory(error);
    enum px_status status = px_expressions_new(&(*patterns)->expressions, error);
    if (status != PX_OK) {
        px_patterns_free(*patterns);
        *patterns = NULL;
    }
    return status;
}

void px_patterns_free(struct px_patterns *patterns)
{
    if (patterns == NULL)
        return;
    px_expressions_free(patterns->expressions);
    if (!patterns->ready) {
        px_table_release(&patterns->first_words);
        px_arena_release(&patterns->arena);
    }
    free(patterns);
}

/* The end of the run of letters and digits that begins at `at`. */
static size_t word_end(struct px_slice text, size_t at)
{
    for (size_t end = at; end < text.size; at = end) {
        uint32_t c = px_utf8_next(text, &end);
        if (!px_utf8_is_letter(c) && !px_utf8_is_digit(c))
            break;
    }
    return at;
}

/* Letters and digits of ASCII text, straight into the buffer; the rest is spaces. */
static void fold_ascii(struct px_slice line, struct px_buffer *out)
{
    if (!px_buffer_reserve(out, line.size + 1))
        return;
    char *start = out->data + out->size, *end = start;
    for (size_t i = 0; i < line.size; i++) {
        char c = line.data[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            *end++ = c;
        else if (c >= 'A' && c <= 'Z')
            *end++ = (char)(c + 'a' - 'A');
        else if (c != '\'' && end > start && end[-1] != ' ')
            *end++ = ' ';
    }
    end -= end > start && end[-1] == ' ';
    out->size += (size_t)(end - start);
    out->data[out->size] = 0;
}

static void fold_any(struct px_slice line, struct px_buffer *out)
{
    struct px_buffer folded = {0};
    px_text_fold(line, &folded);
    struct px_slice text = px_buffer_slice(&folded);
    bool space = false, any = false;
    for (size_t at = 0; at < text.size;) {
        size_t end = word_end(text, at);
        if (end == at) {
            space = px_utf8_next(text, &at) != '\'' || space;
            continue;
        }
        if (space && any)
            px_buffer_byte(out, ' ');
        px_buffer_append(out, px_slice_part(text, at, end));
        at = end;
        space = false;
        any = true;
    }
    out->failed = out->failed || folded.failed;
    px_buffer_release(&folded);
}

void px_patterns_fold(struct px_slice line, struct px_buffer *out)
{
    size_t i = 0;
    while (i < line.size && (unsigned char)line.data[i] < 0x80)
        i++;
    if (i == line.size)
        fold_ascii(line, out);
    else
        fold_any(line, out);
}

struct px_slice px_patterns_cut(struct px_slice line)
{
    if (line.size <= PX_PATTERN_LINE)
        return line;
    line.size = PX_PATTERN_LINE;
    while (line.size > 0 && ((unsigned char)line.data[line.size] & 0xC0) == 0x80)
        line.size--;
    return line;
}

static struct px_slice first_word(struct px_slice words)
{
    const char *space = memchr(words.data, ' ', words.size);
    return space == NULL ? words : px_slice_part(words, 0, (size_t)(space - words.data));
}

static enum px_status add_phrase(struct px_patterns *patterns, struct px_slice words, uint8_t where, uint8_t value,
                                 struct px_error *error)
{
    bool added;
    uint32_t id = px_table_add(&patterns->first_words, first_word(words), &added);
    if (id == PX_NONE || (added && px_vector_push(&patterns->heads, &patterns->arena) == NULL))
        return px_no_memory(error);
    struct phrase *phrase = px_vector_push(&patterns->phrases, &patterns->arena);
    struct px_slice copy = px_arena_copy(&patterns->arena, words);
    if (phrase == NULL || copy.data == NULL)
        return px_no_memory(error);
    *phrase = (struct phrase){.words = copy, .next = patterns->heads.items[id], .value = value, .where = where};
    patterns->heads.items[id] = (uint32_t)patterns->phrases.count;
    return PX_OK;
}

static uint8_t read_where(struct px_slice cell)
{
    return px_slice_is(cell, "whole")   ? PX_PATTERN_WHOLE
           : px_slice_is(cell, "start") ? PX_PATTERN_START
                                        : PX_PATTERN_INSIDE;
}

/* Signs that are part of what is looked for ("©", "- opinion", "by:"), not punctuation between words. */
static bool has_signs(struct px_slice text, uint8_t where)
{
    static const bool is_sign[UCHAR_MAX + 1] = {
        ['+'] = true, ['/'] = true, ['|'] = true, ['('] = true, [')'] = true, ['['] = true,
        [']'] = true, ['{'] = true, ['}'] = true, ['*'] = true, ['#'] = true, ['<'] = true,
        ['>'] = true, ['@'] = true, ['='] = true, ['_'] = true, [0] = true};
    size_t at = 0;
    if (where == PX_PATTERN_START && px_slice_ends(text, PX_SLICE(":")))
        return true;
    uint32_t first = text.size == 0 ? 'a' : px_utf8_next(text, &at);
    if (!px_utf8_is_letter(first) && !px_utf8_is_digit(first))
        return true;
    for (size_t i = 0; i < text.size; i++)
        if (is_sign[(unsigned char)text.data[i]])
            return true;
    return false;
}

static bool is_plain(char c)
{
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Text as a pattern: what is no letter or digit is escaped. */
static enum px_status add_literal(struct px_patterns *patterns, struct px_slice text, uint8_t where, uint8_t value,
                                  struct px_error *error)
{
    struct px_buffer quoted = {0};
    for (size_t i = 0; i < text.size; i++) {
        if (!is_plain(text.data[i]))
            px_buffer_byte(&quoted, '\\');
        px_buffer_byte(&quoted, text.data[i]);
    }
    enum px_status status =
        quoted.failed ? px_no_memory(error)
                      : px_expressions_add(patterns->expressions, px_buffer_slice(&quoted), where, value, error);
    px_buffer_release(&quoted);
    return status;
}

static bool is_pattern(struct px_slice text)
{
    return text.size > 2 && text.data[0] == '/' && text.data[text.size - 1] == '/';
}

static enum px_status add_entry(struct px_patterns *patterns, struct px_slice text, uint8_t where, uint8_t value,
                                struct px_error *error)
{
    if (is_pattern(text))
        return px_expressions_add(patterns->expressions, px_slice_part(text, 1, text.size - 1), where, value, error);
    if (has_signs(text, where))
        return add_literal(patterns, text, where, value, error);
    struct px_buffer words = {0};
    px_patterns_fold(text, &words);
    enum px_status status = PX_OK;
    if (words.failed)
        status = px_no_memory(error);
    else if (words.size > 0)
        status = add_phrase(patterns, px_buffer_slice(&words), where, value, error);
    px_buffer_release(&words);
    return status;
}

enum px_status px_patterns_add(struct px_patterns *patterns, const struct px_lexicon *lexicon,
                               const struct px_entry *entry, uint8_t value, struct px_error *error)
{
    size_t column = px_lexicon_column(lexicon, "where");
    struct px_slice where = column == PX_NO_COLUMN ? PX_SLICE("") : px_lexicon_cell(lexicon, entry, column);
    struct px_error fault = {0};
    enum px_status status = PX_OK;
    if (is_pattern(entry->text) && !lexicon->built_in)
        status = px_expression_try(px_slice_part(entry->text, 1, entry->text.size - 1), &fault);
    if (status == PX_OK)
        status = add_entry(patterns, entry->text, read_where(where), value, &fault);
    if (status == PX_OK)
        return PX_OK;
    char path[512];
    snprintf(path, sizeof path, "%.*s", PX_SLICE_ARG(lexicon->path));
    px_error_set(error, status, "%s", fault.message);
    return px_error_place(error, path, entry->line, fault.column == 0 ? 1 : fault.column);
}

enum px_status px_patterns_compile(struct px_patterns *patterns, struct px_error *error)
{
    return px_expressions_ready(patterns->expressions, error);
}

void px_patterns_put(struct px_image *image, size_t at, const struct px_patterns *patterns)
{
    struct px_patterns bare = *patterns;
    bare.ready = true;
    size_t place = px_image_put_array(image, at, &bare, sizeof bare);
    px_image_clear(image, place + offsetof(struct px_patterns, arena), sizeof bare.arena);
    px_image_put_table(image, place + offsetof(struct px_patterns, first_words), &patterns->first_words);
    PX_IMAGE_PUT_ITEMS(image, place + offsetof(struct px_patterns, heads), &patterns->heads);
    size_t phrases = PX_IMAGE_PUT_ITEMS(image, place + offsetof(struct px_patterns, phrases), &patterns->phrases);
    for (size_t i = 0; i < patterns->phrases.count; i++)
        px_image_put_text(image, phrases + i * sizeof(struct phrase) + offsetof(struct phrase, words),
                          patterns->phrases.items[i].words);
    px_expressions_put(image, place + offsetof(struct px_patterns, expressions), patterns->expressions);
}

struct px_patterns *px_patterns_open(const struct px_patterns *ready)
{
    struct px_patterns *made = malloc(sizeof *made);
    if (made == NULL)
        return NULL;
    *made = *ready;
    made->expressions = px_expressions_open(ready->expressions);
    if (made->expressions != NULL)
        return made;
    px_patterns_free(made);
    return NULL;
}

static void note_hit(struct px_pattern_hits *hits, uint8_t where, uint8_t value)
{
    if (hits->count < UINT8_MAX)
        hits->count++;
    if (where > hits->where) {
        hits->where = where;
        hits->value = value;
    }
}

/* Does the phrase lie on the words at `at`, in the way it asks for? */
static bool phrase_fits(const struct phrase *phrase, struct px_slice words, size_t at)
{
    size_t end = at + phrase->words.size;
    if (end > words.size || memcmp(words.data + at, phrase->words.data, phrase->words.size) != 0)
        return false;
    if (end < words.size && words.data[end] != ' ')
        return false;
    return phrase->where == PX_PATTERN_INSIDE || (at == 0 && (phrase->where == PX_PATTERN_START || end == words.size));
}

static void find_phrases(const struct px_patterns *patterns, struct px_slice words, struct px_pattern_hits *hits)
{
    for (size_t at = 0; at < words.size;) {
        struct px_slice word = first_word(px_slice_part(words, at, words.size));
        uint32_t id = px_table_find(&patterns->first_words, word);
        for (uint32_t i = id == PX_NONE ? 0 : patterns->heads.items[id]; i != 0;
             i = patterns->phrases.items[i - 1].next) {
            const struct phrase *phrase = &patterns->phrases.items[i - 1];
            if (phrase_fits(phrase, words, at))
                note_hit(hits, phrase->where, phrase->value);
        }
        at += word.size + 1;
    }
}

size_t px_patterns_prefix(const struct px_patterns *patterns, struct px_slice words)
{
    size_t longest = 0;
    uint32_t id = words.size == 0 ? PX_NONE : px_table_find(&patterns->first_words, first_word(words));
    for (uint32_t i = id == PX_NONE ? 0 : patterns->heads.items[id]; i != 0; i = patterns->phrases.items[i - 1].next) {
        const struct phrase *phrase = &patterns->phrases.items[i - 1];
        size_t count = 1;
        for (size_t k = 0; k < phrase->words.size; k++)
            count += phrase->words.data[k] == ' ';
        if (count > longest && phrase_fits(phrase, words, 0))
            longest = count;
    }
    return longest;
}

struct px_pattern_hits px_patterns_find(const struct px_patterns *patterns, struct px_slice line, struct px_slice words)
{
    struct px_pattern_hits hits = {0};
    int values[PX_PATTERN_WHOLE + 1];
    find_phrases(patterns, words, &hits);
    px_expressions_find(patterns->expressions, px_patterns_cut(line), values);
    for (uint8_t where = PX_PATTERN_WHOLE; where >= PX_PATTERN_INSIDE; where--)
        if (values[where] >= 0)
            note_hit(&hits, where, (uint8_t)values[where]);
    return hits;
}
