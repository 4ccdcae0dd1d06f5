#include "syntax/words.h"

#include "lexicon/resources.h"
#include "text/normalise.h"
#include "text/utf8.h"

enum { LONGEST_WHOLE = 32 };

static enum px_status add_entry(struct px_word_splitter *splitter, const struct px_entry *entry, size_t column,
                                struct px_error *error)
{
    struct px_table *tables[] = {&splitter->prefixes, &splitter->endings, &splitter->units, &splitter->wholes};
    static const struct px_slice names[] = {PX_SLICE_STATIC("prefix"), PX_SLICE_STATIC("ending"),
                                            PX_SLICE_STATIC("unit"), PX_SLICE_STATIC("parts")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!px_slice_equal(entry->category, names[i]))
            continue;
        uint32_t id = px_table_add(tables[i], entry->text, NULL);
        if (id == PX_NONE)
            return px_no_memory(error);
        if (tables[i] == &splitter->wholes && column != PX_NO_COLUMN)
            splitter->parts[id] = px_lexicon_cell(&splitter->lexicon, entry, column);
        if (tables[i] == &splitter->endings && entry->text.size > splitter->longest_ending)
            splitter->longest_ending = entry->text.size;
    }
    return PX_OK;
}

enum px_status px_word_splitter_init(const char *directory, const char *language, struct px_word_splitter *splitter,
                                     struct px_error *error)
{
    *splitter = (struct px_word_splitter){0};
    enum px_status status = px_resources_read(directory, language, "splitting.tsv", &splitter->lexicon, error);
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    if (status != PX_OK)
        return status;
    size_t column = px_lexicon_column(&splitter->lexicon, "parts");
    size_t count = splitter->lexicon.entries.count;
    splitter->parts = px_arena_array(&splitter->lexicon.arena, struct px_slice, count);
    if (splitter->parts == NULL)
        status = px_no_memory(error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = add_entry(splitter, &splitter->lexicon.entries.items[i], column, error);
    if (status != PX_OK)
        px_word_splitter_release(splitter);
    return status;
}

void px_word_splitter_release(struct px_word_splitter *splitter)
{
    px_table_release(&splitter->prefixes);
    px_table_release(&splitter->endings);
    px_table_release(&splitter->units);
    px_table_release(&splitter->wholes);
    px_lexicon_release(&splitter->lexicon);
    *splitter = (struct px_word_splitter){0};
}

/* The words of one token on their way. */
struct cutting {
    const struct px_word_splitter *splitter;
    struct px_slice text; /* the article's */
    uint32_t token;
    struct px_arena *arena;
    struct px_syntax_words *words;
    struct px_buffer fold;
    bool failed;
};

static void emit(struct cutting *cutting, size_t start, size_t end)
{
    if (start == end || cutting->failed)
        return;
    struct px_syntax_word *word = px_vector_push(cutting->words, cutting->arena);
    cutting->failed = word == NULL;
    if (word != NULL)
        *word = (struct px_syntax_word){(uint32_t)start, (uint32_t)end, cutting->token};
}

static uint32_t find_folded(struct cutting *cutting, const struct px_table *table, size_t start, size_t end)
{
    if (table->keys.count == 0 || end - start > LONGEST_WHOLE)
        return PX_NONE;
    px_buffer_clear(&cutting->fold);
    px_text_fold(px_slice_part(cutting->text, start, end), &cutting->fold);
    return cutting->fold.failed ? PX_NONE : px_table_find(table, px_buffer_slice(&cutting->fold));
}

static bool is_digit(const struct cutting *cutting, size_t at)
{
    return cutting->text.data[at] >= '0' && cutting->text.data[at] <= '9';
}

/* A spelling that is several words: its parts have its bytes. */
static bool cut_whole(struct cutting *cutting, size_t start, size_t end)
{
    uint32_t id = find_folded(cutting, &cutting->splitter->wholes, start, end);
    if (id == PX_NONE)
        return false;
    struct px_slice rest = cutting->splitter->parts[id];
    struct px_slice part;
    while (px_slice_next(&rest, ' ', &part) && part.size < end - start) {
        emit(cutting, start, start + part.size);
        start += part.size;
    }
    emit(cutting, start, end);
    return true;
}

/* "don't": where the ending begins, or `end`. An apostrophe may be longer than the list's. */
static size_t find_ending(struct cutting *cutting, size_t start, size_t end)
{
    size_t longest = cutting->splitter->longest_ending + 2;
    size_t at = end;
    while (at > start + 1 && end - at < longest) {
        px_utf8_previous(cutting->text, &at);
        if (at > start && find_folded(cutting, &cutting->splitter->endings, at, end) != PX_NONE)
            return at;
    }
    return end;
}

/* "$5m", "5%", "7pm": the signs before, the number, what stands behind where it is a unit. */
static bool cut_number(struct cutting *cutting, size_t start, size_t end)
{
    size_t number = start;
    while (number < end && !is_digit(cutting, number) && number - start < 4)
        px_utf8_next(cutting->text, &number);
    if (number == end || !is_digit(cutting, number))
        return false;
    for (size_t at = start; at < number;)
        if (px_utf8_is_letter(px_utf8_next(cutting->text, &at)))
            return false;
    size_t unit = number;
    while (unit < end && (is_digit(cutting, unit) || strchr(".,:/-", cutting->text.data[unit]) != NULL))
        unit++;
    bool known = unit < end && find_folded(cutting, &cutting->splitter->units, unit, end) != PX_NONE;
    if (number == start && !known)
        return false;
    emit(cutting, start, number);
    emit(cutting, number, known ? unit : end);
    if (known)
        emit(cutting, unit, end);
    return true;
}

static bool is_joint(uint32_t c)
{
    return c == '-' || c == '/' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014;
}

/* Parts at the hyphens and strokes between letters or digits, but not behind a prefix; a number keeps its own. */
static void cut_joints(struct cutting *cutting, size_t start, size_t end)
{
    size_t piece = start;
    for (size_t at = start; at < end;) {
        size_t joint = at;
        uint32_t c = px_utf8_next(cutting->text, &at);
        if (!is_joint(c) || joint == start || at >= end)
            continue;
        if (c != '/' && find_folded(cutting, &cutting->splitter->prefixes, piece, joint) != PX_NONE)
            continue;
        emit(cutting, piece, joint);
        emit(cutting, joint, at);
        piece = at;
    }
    size_t ending = find_ending(cutting, piece, end);
    emit(cutting, piece, ending);
    emit(cutting, ending, end);
}

static bool has_letters(struct px_slice text)
{
    for (size_t at = 0; at < text.size;)
        if (px_utf8_is_letter(px_utf8_next(text, &at)))
            return true;
    return false;
}

static void cut_token(struct cutting *cutting, const struct px_token *token)
{
    size_t start = token->start;
    size_t end = token->end;
    if (!px_token_counts(token))
        emit(cutting, start, end);
    else if (cut_number(cutting, start, end) || cut_whole(cutting, start, end))
        return;
    else if (token->kind == PX_TOKEN_NUMBER && !has_letters(px_slice_part(cutting->text, start, end)))
        emit(cutting, start, end);
    else
        cut_joints(cutting, start, end);
}

bool px_words_split(const struct px_word_splitter *splitter, struct px_slice text, const struct px_tokens *tokens,
                    struct px_span part, struct px_arena *arena, struct px_syntax_words *words)
{
    struct cutting cutting = {.splitter = splitter, .text = text, .arena = arena, .words = words};
    for (size_t i = part.start; i < part.end && !cutting.failed; i++) {
        cutting.token = (uint32_t)i;
        cut_token(&cutting, &tokens->items[i]);
    }
    px_buffer_release(&cutting.fold);
    return !cutting.failed;
}
