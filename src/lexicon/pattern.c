#include "lexicon/pattern.h"

#include "text/characters.h"
#include "text/normalise.h"
#include "text/utf8.h"

bool px_pattern_is_balanced(struct px_slice text)
{
    if (text.size == 0 || text.data[0] != '/')
        return true;
    return text.size >= 2 && text.data[text.size - 1] == '/';
}

bool px_pattern_is_regex(struct px_slice text)
{
    return text.size >= 2 && text.data[0] == '/' && text.data[text.size - 1] == '/';
}

bool px_pattern_is_sentence_regex(struct px_slice text)
{
    return px_pattern_is_regex(text) &&
           (px_slice_find(text, PX_SLICE(" "), 0) != SIZE_MAX || px_slice_find(text, PX_SLICE("\\s"), 0) != SIZE_MAX);
}

/* Is text[at] the "/" that ends a pattern: nothing but spaces between it and a ";" or the end? */
static bool ends_pattern(struct px_slice text, size_t at)
{
    if (text.data[at] != '/')
        return false;
    for (at++; at < text.size && text.data[at] == ' '; at++)
        ;
    return at == text.size || text.data[at] == ';';
}

static size_t end_of_unless(struct px_slice text)
{
    size_t at = 0;
    if (text.data[0] == '/') {
        for (at = 1; at < text.size && !ends_pattern(text, at); at++)
            ;
        if (at == text.size)
            at = 0; /* no second "/": the cell is at fault, and is read as words */
    }
    const char *semicolon = memchr(text.data + at, ';', text.size - at);
    return semicolon == NULL ? text.size : (size_t)(semicolon - text.data);
}

bool px_pattern_next_unless(struct px_slice *rest, struct px_slice *piece)
{
    struct px_slice text = px_slice_trim(*rest);
    if (text.size == 0)
        return false;
    size_t end = end_of_unless(text);
    *piece = px_slice_trim(px_slice_part(text, 0, end));
    *rest = px_slice_part(text, end == text.size ? end : end + 1, text.size);
    return true;
}

size_t px_lexicon_line_column(struct px_slice cell)
{
    size_t column = 1;
    for (const char *at = cell.data; at[-1] != '\n'; at--)
        column++;
    return column;
}

bool px_glob_match(struct px_slice glob, struct px_slice text)
{
    size_t at = 0;
    size_t in = 0;
    size_t star = SIZE_MAX; /* behind the last "*" met, and where the text stood then */
    size_t star_in = 0;
    while (in < text.size) {
        if (at < glob.size && glob.data[at] == '*') {
            star = ++at;
            star_in = in;
        } else if (at < glob.size && glob.data[at] == '?') {
            px_utf8_next(text, &in);
            at++;
        } else if (at < glob.size && glob.data[at] == text.data[in]) {
            at++;
            in++;
        } else if (star != SIZE_MAX) {
            px_utf8_next(text, &star_in);
            in = star_in;
            at = star;
        } else {
            return false;
        }
    }
    while (at < glob.size && glob.data[at] == '*')
        at++;
    return at == glob.size;
}

void px_pattern_append_surface(struct px_slice text, struct px_buffer *out)
{
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        uint32_t c = px_utf8_next(text, &at);
        if (px_text_is_apostrophe(c))
            px_buffer_byte(out, '\'');
        else if (px_text_is_hyphen(c))
            px_buffer_byte(out, '-');
        else if (c < 0x80 || !px_text_is_invisible(c))
            px_buffer_append(out, px_slice_part(text, start, at));
    }
}

void px_splitter_init(struct px_splitter *splitter, const struct px_segmenter *segmenter)
{
    splitter->segmenter = segmenter;
    splitter->vocabulary = NULL;
    splitter->arena = (struct px_arena){0};
    splitter->buffer = (struct px_buffer){0};
    splitter->count = 0;
}

void px_splitter_release(struct px_splitter *splitter)
{
    px_vocabulary_free(splitter->vocabulary);
    px_arena_release(&splitter->arena);
    px_buffer_release(&splitter->buffer);
    px_splitter_init(splitter, NULL);
}

bool px_pattern_has_wildcard(struct px_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] == '*' || word.data[i] == '?')
            return true;
    return false;
}

static enum px_status add_piece(struct px_splitter *splitter, struct px_slice fold, struct px_slice surface,
                                struct px_error *error)
{
    if (splitter->count == PX_PIECES_AT_MOST)
        return px_error_set(error, PX_ERROR_LIMIT, "entry of more than %d words", PX_PIECES_AT_MOST);
    splitter->pieces[splitter->count++] = (struct px_piece){fold, surface, px_pattern_has_wildcard(fold)};
    return PX_OK;
}

/* Is the word cut at its hyphens? Not when a hyphen stands at an end or beside another, and not when "*" stands for a
 * whole part: "ill-*" wants the hyphen, or it would match "ill" and whatever follows. */
static bool is_cut_at_hyphens(struct px_slice fold)
{
    for (size_t i = 0; i < fold.size; i++) {
        bool star_alone = fold.data[i] == '*' && (i == 0 || fold.data[i - 1] == '-') &&
                          (i + 1 == fold.size || fold.data[i + 1] == '-');
        bool hyphen = fold.data[i] == '-';
        if (star_alone || (hyphen && (i == 0 || i + 1 == fold.size || fold.data[i - 1] == '-')))
            return false;
    }
    return true;
}

/* Adds the word, or its parts; fold and surface have the same hyphens. */
static enum px_status add_parts(struct px_splitter *splitter, struct px_slice fold, struct px_slice surface,
                                struct px_error *error)
{
    if (!is_cut_at_hyphens(fold))
        return add_piece(splitter, fold, surface, error);
    struct px_slice fold_part;
    enum px_status status = PX_OK;
    while (status == PX_OK && px_slice_next(&fold, '-', &fold_part)) {
        struct px_slice surface_part = fold_part;
        px_slice_next(&surface, '-', &surface_part);
        status = add_piece(splitter, fold_part, surface_part, error);
    }
    return status;
}

/* The text under `transform`, in the arena. */
static struct px_slice transformed(struct px_splitter *splitter, struct px_slice text,
                                   void (*transform)(struct px_slice, struct px_buffer *))
{
    px_buffer_clear(&splitter->buffer);
    transform(text, &splitter->buffer);
    if (splitter->buffer.failed)
        return (struct px_slice){0};
    return px_arena_copy(&splitter->arena, px_buffer_slice(&splitter->buffer));
}

/* Size of the clitic at the word's end, or 0. */
static size_t clitic_size(const struct px_segmenter *segmenter, struct px_slice fold)
{
    if (segmenter == NULL)
        return 0;
    for (uint32_t id = 0; id < segmenter->clitics.keys.count; id++) {
        struct px_slice clitic = px_table_key(&segmenter->clitics, id);
        if (px_slice_ends(fold, clitic))
            return clitic.size;
    }
    return 0;
}

/* A word with wildcards among other characters than letters, or a clitic by itself. */
static enum px_status split_by_hand(struct px_splitter *splitter, struct px_slice word, struct px_error *error)
{
    struct px_slice fold = transformed(splitter, word, px_text_fold);
    struct px_slice surface = transformed(splitter, word, px_pattern_append_surface);
    if (fold.data == NULL || surface.data == NULL)
        return px_no_memory(error);
    size_t clitic = clitic_size(splitter->segmenter, fold);
    if (clitic == 0 || clitic > surface.size)
        return add_parts(splitter, fold, surface, error);
    enum px_status status = PX_OK;
    struct px_slice fold_stem = px_slice_part(fold, 0, fold.size - clitic);
    struct px_slice surface_stem = px_slice_part(surface, 0, surface.size - clitic);
    if (fold_stem.size > 0)
        status = add_parts(splitter, fold_stem, surface_stem, error);
    if (status == PX_OK)
        status = add_piece(splitter, px_slice_part(fold, fold_stem.size, fold.size),
                           px_slice_part(surface, surface_stem.size, surface.size), error);
    return status;
}

/* Words as the segmenter finds them in text. */
static enum px_status split_as_text(struct px_splitter *splitter, struct px_slice text, struct px_error *error)
{
    struct px_tokens tokens = {0};
    enum px_status status = PX_OK;
    if (splitter->vocabulary == NULL)
        status = px_vocabulary_new(NULL, &splitter->vocabulary, error);
    if (status == PX_OK)
        status = px_words_find(text, (struct px_span){0, (uint32_t)text.size}, splitter->segmenter,
                               splitter->vocabulary, &splitter->arena, &tokens, error);
    for (size_t i = 0; status == PX_OK && i < tokens.count; i++) {
        const struct px_form *form = px_vocabulary_form(splitter->vocabulary, tokens.items[i].form);
        struct px_slice surface = transformed(splitter, form->text, px_pattern_append_surface);
        if (surface.data == NULL)
            return px_no_memory(error);
        if (form->part_count > 1)
            status = add_parts(splitter, form->fold_text, surface, error);
        else
            status = add_piece(splitter, form->fold_text, surface, error);
    }
    return status;
}

/* Letters, wildcards and inner hyphens of ASCII: nothing that the segmenter would see otherwise. */
static bool is_simple(struct px_slice word)
{
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '*' || c == '?';
        bool inner = c == '-' && i > 0 && i + 1 < word.size && word.data[i - 1] != '-';
        if (!plain && !inner)
            return false;
    }
    return true;
}

/* A word of simple characters alone. */
static enum px_status split_simple(struct px_splitter *splitter, struct px_slice word, struct px_error *error)
{
    char *fold = px_arena_take(&splitter->arena, word.size);
    if (fold == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < word.size; i++)
        fold[i] = (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] | 0x20 : word.data[i]);
    return add_parts(splitter, (struct px_slice){fold, word.size}, word, error);
}

static bool next_word(struct px_slice *rest, struct px_slice *word)
{
    *rest = px_slice_trim(*rest);
    return px_slice_next(rest, ' ', word);
}

/* Has the segmenter to see the words together ("J. Smith")? Not when all are simple, nor when one has a wildcard or
 * is a clitic, which it would take for punctuation. */
static bool needs_segmenter(struct px_slice text)
{
    struct px_slice rest = text;
    struct px_slice word;
    bool simple = true;
    while (next_word(&rest, &word)) {
        if (px_pattern_has_wildcard(word) || word.data[0] == '\'')
            return false;
        simple = simple && is_simple(word);
    }
    return !simple;
}

static enum px_status split_word(struct px_splitter *splitter, struct px_slice word, struct px_error *error)
{
    if (is_simple(word))
        return split_simple(splitter, word, error);
    if (px_pattern_has_wildcard(word))
        return split_by_hand(splitter, word, error);
    return split_as_text(splitter, word, error);
}

/* Is the text one clitic? Alone, the segmenter would take its apostrophe for a quotation mark. */
static bool is_clitic(struct px_splitter *splitter, struct px_slice text)
{
    if (splitter->segmenter == NULL || text.size > 8)
        return false;
    px_buffer_clear(&splitter->buffer);
    px_text_fold(text, &splitter->buffer);
    return !splitter->buffer.failed &&
           px_table_find(&splitter->segmenter->clitics, px_buffer_slice(&splitter->buffer)) != PX_NONE;
}

/* Splits an entry of lower-case ASCII words and single spaces, as nearly all are, where it stands; false when it is no
 * such entry. */
static bool split_plain(struct px_splitter *splitter, struct px_slice text)
{
    size_t start = 0;
    bool glob = false;
    for (size_t i = 0; i <= text.size; i++) {
        char c = i < text.size ? text.data[i] : ' ';
        if (c >= 'a' && c <= 'z')
            continue;
        if (c == '*') {
            glob = true;
            continue;
        }
        if (c != ' ' || i == start || splitter->count == PX_PIECES_AT_MOST)
            return false;
        struct px_slice word = px_slice_part(text, start, i);
        splitter->pieces[splitter->count++] = (struct px_piece){word, word, glob};
        start = i + 1;
        glob = false;
    }
    return true;
}

enum px_status px_splitter_split(struct px_splitter *splitter, struct px_slice text, struct px_error *error)
{
    splitter->count = 0;
    if (split_plain(splitter, text))
        return PX_OK;
    splitter->count = 0;
    px_arena_clear(&splitter->arena);
    enum px_status status = PX_OK;
    struct px_slice word;
    if (needs_segmenter(text) && !is_clitic(splitter, text)) {
        status = split_as_text(splitter, text, error);
    } else {
        struct px_slice rest = text;
        while (status == PX_OK && next_word(&rest, &word))
            status = !is_simple(word) && is_clitic(splitter, word) ? split_by_hand(splitter, word, error)
                                                                   : split_word(splitter, word, error);
    }
    if (status == PX_OK && splitter->count == 0)
        status = px_error_set(error, PX_ERROR_SYNTAX, "entry '%.*s' holds no word", PX_SLICE_ARG(text));
    return status;
}
