#include "syntax/conllu.h"

#include "base/stream.h"
#include "base/table.h"

enum { MOST_WORDS = 1000000, LINE_LIMIT = 1 << 20 };

/* Reads a whole number at the front of the slice; its digits in `*size`. */
static uint32_t read_number(struct px_slice text, size_t *size)
{
    uint32_t number = 0;
    *size = 0;
    while (*size < text.size && *size < 8 && text.data[*size] >= '0' && text.data[*size] <= '9')
        number = number * 10 + (uint32_t)(text.data[(*size)++] - '0');
    return number;
}

static enum px_status fail(const struct px_conllu_reader *reader, size_t column, const char *message,
                           struct px_error *error)
{
    px_error_set(error, PX_ERROR_SYNTAX, "%s", message);
    px_error_place(error, reader->path, reader->line, column);
    return PX_ERROR_SYNTAX;
}

/* Cuts a line into its ten columns. */
static enum px_status read_columns(const struct px_conllu_reader *reader, struct px_slice line,
                                   struct px_conllu_word *word, struct px_error *error)
{
    struct px_slice rest = line;
    size_t count = 0;
    while (count < PX_CONLLU_COLUMNS && px_slice_next(&rest, '\t', &word->column[count])) {
        if (word->column[count].size == 0)
            return fail(reader, (size_t)(word->column[count].data - line.data) + 1, "empty column", error);
        count++;
    }
    if (count < PX_CONLLU_COLUMNS || rest.size > 0 || line.data[line.size - 1] == '\t')
        return fail(reader, 1, "not ten columns with tabs between them", error);
    return PX_OK;
}

/* A line that is no comment: a word when its id is the next whole number, else a multiword token or an empty node. */
static enum px_status add_line(const struct px_conllu_reader *reader, struct px_arena *arena, struct px_slice text,
                               struct px_conllu_sentence *sentence, struct px_error *error)
{
    struct px_conllu_word word;
    enum px_status status = read_columns(reader, text, &word, error);
    if (status != PX_OK)
        return status;
    size_t digits;
    uint32_t number = read_number(word.column[PX_CONLLU_ID], &digits);
    struct px_slice tail = px_slice_part(word.column[PX_CONLLU_ID], digits, word.column[PX_CONLLU_ID].size);
    size_t more = 0;
    if (tail.size > 1 && (tail.data[0] == '-' || tail.data[0] == '.'))
        read_number(px_slice_part(tail, 1, tail.size), &more);
    struct px_conllu_line *line = px_vector_push(&sentence->lines, arena);
    if (line == NULL)
        return px_no_memory(error);
    *line = (struct px_conllu_line){text, PX_NONE};
    if (digits > 0 && more > 0 && more + 1 == tail.size)
        return PX_OK;
    if (tail.size > 0 || number != sentence->words.count + 1)
        return fail(reader, 1, "an id that is not the next one", error);
    if (number > MOST_WORDS)
        return px_error_set(error, PX_ERROR_LIMIT, "a sentence of more than %d words", MOST_WORDS);
    line->word = number - 1;
    struct px_conllu_word *place = px_vector_push(&sentence->words, arena);
    if (place == NULL)
        return px_no_memory(error);
    *place = word;
    return PX_OK;
}

static enum px_status add_comment(struct px_arena *arena, struct px_slice text, struct px_conllu_sentence *sentence,
                                  struct px_error *error)
{
    struct px_conllu_line *line = px_vector_push(&sentence->lines, arena);
    if (line == NULL)
        return px_no_memory(error);
    *line = (struct px_conllu_line){text, PX_NONE};
    return PX_OK;
}

int px_conllu_next(struct px_conllu_reader *reader, struct px_arena *arena, struct px_conllu_sentence *sentence,
                   struct px_error *error)
{
    struct px_slice line;
    *sentence = (struct px_conllu_sentence){0};
    while (px_slice_next(&reader->rest, '\n', &line)) {
        reader->line++;
        while (line.size > 0 && line.data[line.size - 1] == '\r')
            line.size--;
        enum px_status status = PX_OK;
        if (px_slice_trim(line).size == 0) {
            if (sentence->lines.count > 0)
                return 1;
        } else if (line.data[0] == '#') {
            status = add_comment(arena, line, sentence, error);
        } else {
            status = add_line(reader, arena, line, sentence, error);
        }
        if (status != PX_OK)
            return status;
    }
    return sentence->lines.count > 0;
}

enum px_status px_conllu_read_file(const char *path, struct px_buffer *bytes, struct px_error *error)
{
    struct px_lines *lines = NULL;
    struct px_slice line;
    int got = 0;
    enum px_status status = px_lines_open(path, LINE_LIMIT, &lines, error);
    while (status == PX_OK && (got = px_lines_next(lines, &line, error)) > 0) {
        px_buffer_append(bytes, line);
        px_buffer_byte(bytes, '\n');
    }
    px_lines_close(lines);
    if (status == PX_OK && got < 0)
        status = (enum px_status)got;
    if (status == PX_OK && bytes->failed)
        status = px_no_memory(error);
    return status;
}

uint32_t px_conllu_head(const struct px_conllu_sentence *sentence, size_t word)
{
    struct px_slice column = sentence->words.items[word].column[PX_CONLLU_HEAD];
    size_t digits;
    uint32_t head = read_number(column, &digits);
    return digits == 0 || digits < column.size || head > sentence->words.count ? PX_NONE : head;
}

void px_conllu_write_word(const struct px_slice column[PX_CONLLU_COLUMNS], struct px_buffer *out)
{
    for (size_t i = 0; i < PX_CONLLU_COLUMNS; i++) {
        px_buffer_append(out, column[i].size > 0 ? column[i] : PX_SLICE("_"));
        px_buffer_byte(out, i + 1 < PX_CONLLU_COLUMNS ? '\t' : '\n');
    }
}
