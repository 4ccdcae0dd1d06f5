#include "text/words.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "text/characters.h"
#include "text/scanner.h"

static void emit(struct px_scanner *s, size_t start, size_t end, enum px_token_kind kind, uint8_t flags)
{
    struct px_tokens *tokens = s->tokens;
    struct px_token *token =
        tokens->count < tokens->capacity ? &tokens->items[tokens->count++] : px_vector_push(tokens, s->arena);
    if (token == NULL) {
        s->failed = true;
        s->at = s->text.size;
        return;
    }
    if (start > s->previous_end)
        flags |= PX_TOKEN_SPACE_BEFORE;
    *token = (struct px_token){
        .start = (uint32_t)start,
        .end = (uint32_t)end,
        .form = px_vocabulary_recall(s->vocabulary, s->text, (struct px_span){(uint32_t)start, (uint32_t)end}),
        .attribution = PX_NONE,
        .kind = (uint8_t)kind,
        .flags = flags,
    };
    s->previous_end = end;
    s->at = end;
}

static bool is_clitic(const struct px_scanner *s, size_t start, size_t end)
{
    return s->segmenter != NULL && end > start && px_scanner_is_listed(s, &s->segmenter->clitics, start, end);
}

/* The word without its clitics, then each clitic. */
static void emit_word(struct px_scanner *s, const struct px_word *word, enum px_token_kind kind)
{
    size_t ends[PX_CLITICS_LIMIT + 1] = {word->end};
    size_t count = 0;
    while (count < word->apostrophe_count && is_clitic(s, word->apostrophes[count], ends[count])) {
        ends[count + 1] = word->apostrophes[count];
        count++;
    }
    emit(s, word->start, ends[count], kind, 0);
    for (; count > 0 && !s->failed; count--)
        emit(s, ends[count], ends[count - 1], PX_TOKEN_WORD, PX_TOKEN_CLITIC);
}

static bool is_number(const struct px_scanner *s, size_t at)
{
    size_t next;
    enum px_class class = px_scanner_class(s, at);
    if (class != PX_CLASS_HIGH)
        return class == PX_CLASS_DIGIT;
    return (U_GET_GC_MASK((UChar32)px_scanner_code_point(s, at, &next)) & U_GC_N_MASK) != 0;
}

/* Does a run of letters and digits end at this byte, whatever stands behind it? All others may join it to what
 * follows. */
static bool ends_run(unsigned char byte, bool number)
{
    switch (byte) {
    case '-':
    case '\'':
    case '.':
    case '&':
    case '_':
    case ':':
    case '/':
    case '@': return false;
    case ',': return !number;
    default: return byte < 0x80;
    }
}

/* A word or number from `start`; `from` is its first letter or digit, behind a currency sign. */
static void read_word(struct px_scanner *s, size_t start, size_t from)
{
    struct px_word word = {.start = start, .end = px_scanner_ascii_run(s, from)};
    bool number = is_number(s, from);
    if (px_scanner_class(s, word.end) == PX_CLASS_HIGH)
        word.end = px_scanner_run(s, word.end);
    if (ends_run(px_scanner_byte(s, word.end), number)) {
        emit(s, start, word.end, number ? PX_TOKEN_NUMBER : PX_TOKEN_WORD, 0); /* nine words in ten */
        return;
    }
    px_scanner_word(s, &word);
    size_t address = px_scanner_address(s, &word);
    if (address >= word.end)
        emit(s, start, address, PX_TOKEN_OTHER, 0);
    else
        emit_word(s, &word, number && !word.letters ? PX_TOKEN_NUMBER : PX_TOKEN_WORD);
}

/* "@name", "#tag": behind the last character of the name, or `at` when it is none. */
static size_t scan_tag(const struct px_scanner *s, size_t at)
{
    size_t end = at + 1;
    if (s->previous_end == at && at > 0 && px_scanner_is_word(s, at - 1))
        return at;
    while (end < s->text.size) {
        size_t run = px_scanner_run(s, end);
        if (px_scanner_byte(s, run) == '_')
            run++;
        if (run == end)
            break;
        end = run;
    }
    return end == at + 1 ? at : end;
}

/* A clitic that stands behind a closing mark: '"regime"'s'. */
static size_t scan_loose_clitic(const struct px_scanner *s, size_t at)
{
    size_t next;
    px_scanner_code_point(s, at, &next);
    if (s->previous_end != at || at == 0 || s->tokens->count == 0 || !px_scanner_is_letter(s, next))
        return at;
    size_t end = px_scanner_run(s, next);
    return is_clitic(s, at, end) ? end : at;
}

/* Behind the run of the same character that counts as one mark: "...", "--", "!!!", "``", "''". */
static size_t scan_same(const struct px_scanner *s, size_t at)
{
    size_t next;
    uint32_t c = px_scanner_code_point(s, at, &next);
    size_t limit = c == '\'' || c == '`' ? next + 1 : s->text.size;
    bool repeats = c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '_' || c == '=' || c == '\'' ||
                   c == '`' || c == 0x2014 || c == 0x2013 || c == 0x2026;
    size_t end = next;
    while (repeats && end < limit && end < s->text.size) {
        if (px_scanner_code_point(s, end, &next) != c)
            break;
        end = next;
    }
    return end;
}

static void read_mark(struct px_scanner *s, size_t at, bool symbol)
{
    unsigned char byte = px_scanner_byte(s, at);
    size_t end = at;
    if (byte == '\'' && (end = scan_loose_clitic(s, at)) > at) {
        emit(s, at, end, PX_TOKEN_WORD, PX_TOKEN_CLITIC);
    } else if ((byte == '@' || byte == '#') && (end = scan_tag(s, at)) > at) {
        emit(s, at, end, PX_TOKEN_OTHER, 0);
    } else if (byte == '$' && px_scanner_class(s, at + 1) == PX_CLASS_DIGIT) {
        read_word(s, at, at + 1);
    } else {
        emit(s, at, scan_same(s, at), symbol ? PX_TOKEN_OTHER : PX_TOKEN_PUNCTUATION, 0);
    }
}

/* Behind the run of text without spaces. */
static size_t scan_unspaced(const struct px_scanner *s, size_t at)
{
    size_t next;
    while (at < s->text.size) {
        uint32_t c = px_scanner_code_point(s, at, &next);
        if (!px_scanner_is_unspaced(c) && (c < 0x300 || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) == 0))
            break;
        at = next;
    }
    return at;
}

static bool open_breaks(struct px_scanner *s, UText *utext)
{
    UErrorCode status = U_ZERO_ERROR;
    if (s->breaks == NULL)
        s->breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    if (s->breaks == NULL || U_FAILURE(status))
        return false;
    ubrk_setUText(s->breaks, utext, &status);
    return U_SUCCESS(status);
}

/* Text without spaces: the words that ICU's dictionaries find; the whole run when they cannot be had. */
static void read_unspaced(struct px_scanner *s, size_t start)
{
    size_t end = scan_unspaced(s, start);
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, s->text.data + start, (int64_t)(end - start), &status);
    size_t from = start;
    if (U_SUCCESS(status) && open_breaks(s, &utext)) {
        int32_t next;
        while ((next = ubrk_next(s->breaks)) != UBRK_DONE && !s->failed) {
            emit(s, from, start + (size_t)next, PX_TOKEN_WORD, 0);
            from = start + (size_t)next;
        }
    }
    if (from < end && !s->failed)
        emit(s, from, end, PX_TOKEN_WORD, 0);
    utext_close(&utext);
}

static bool is_regional(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Behind the symbol and what belongs to it: variation selectors, skin tones, joined emoji, the second half of a
 * flag. */
static size_t scan_symbol(const struct px_scanner *s, size_t at)
{
    size_t next;
    uint32_t first = px_scanner_code_point(s, at, &next);
    size_t end = next;
    if (is_regional(first) && is_regional(px_scanner_code_point(s, end, &next)))
        end = next;
    while (end < s->text.size) {
        uint32_t c = px_scanner_code_point(s, end, &next);
        if (c == 0x200D && next < s->text.size && u_hasBinaryProperty((UChar32)first, UCHAR_EXTENDED_PICTOGRAPHIC)) {
            size_t behind;
            if (u_hasBinaryProperty((UChar32)px_scanner_code_point(s, next, &behind), UCHAR_EXTENDED_PICTOGRAPHIC))
                next = behind;
        } else if (c < 0x300 || ((U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) == 0 && (c < 0x1F3FB || c > 0x1F3FF))) {
            break;
        }
        end = next;
    }
    return end;
}

/* What most texts have outside of ASCII, without ICU's tables. */
static void read_general_mark(struct px_scanner *s, size_t at, uint32_t c)
{
    size_t end = px_text_is_apostrophe(c) ? scan_loose_clitic(s, at) : at;
    if (end > at)
        emit(s, at, end, PX_TOKEN_WORD, PX_TOKEN_CLITIC);
    else
        emit(s, at, scan_same(s, at), PX_TOKEN_PUNCTUATION, 0);
}

static void read_other(struct px_scanner *s, size_t at)
{
    size_t next;
    size_t end = at;
    uint32_t c = px_scanner_code_point(s, at, &next);
    uint32_t category = c == PX_UTF8_BAD ? 0 : U_GET_GC_MASK((UChar32)c);
    if (px_utf8_is_space(c) || px_text_is_invisible(c) || (category & (U_GC_C_MASK & ~U_GC_CO_MASK)) != 0)
        s->at = next;
    else if (px_scanner_is_unspaced(c))
        read_unspaced(s, at);
    else if (px_scanner_is_word(s, at))
        read_word(s, at, at);
    else if (px_text_is_apostrophe(c) && (end = scan_loose_clitic(s, at)) > at)
        emit(s, at, end, PX_TOKEN_WORD, PX_TOKEN_CLITIC);
    else if ((category & U_GC_SC_MASK) != 0 && px_scanner_class(s, next) == PX_CLASS_DIGIT)
        read_word(s, at, next);
    else if ((category & U_GC_P_MASK) != 0)
        emit(s, at, scan_same(s, at), PX_TOKEN_PUNCTUATION, 0);
    else
        emit(s, at, scan_symbol(s, at), PX_TOKEN_OTHER, 0);
}

static void read_high(struct px_scanner *s, size_t at)
{
    size_t next;
    uint32_t c = px_scanner_code_point(s, at, &next);
    if (px_text_is_general_mark(c))
        read_general_mark(s, at, c);
    else
        read_other(s, at);
}

/* Gives the tokens from `first` on the forms that they still lack. */
static bool intern(const struct px_scanner *s, size_t first)
{
    for (size_t i = first; i < s->tokens->count; i++) {
        struct px_token *token = &s->tokens->items[i];
        if (token->form != PX_NONE)
            continue;
        struct px_span word = {token->start, token->end};
        token->form = px_vocabulary_add_part(s->vocabulary, s->text, word);
        if (token->form == PX_NONE)
            return false;
    }
    return true;
}

static void read_all(struct px_scanner *s)
{
    while (s->at < s->text.size) {
        switch (px_scanner_class(s, s->at)) {
        case PX_CLASS_GAP: s->at++; break;
        case PX_CLASS_LETTER:
        case PX_CLASS_DIGIT: read_word(s, s->at, s->at); break;
        case PX_CLASS_PUNCTUATION: read_mark(s, s->at, false); break;
        case PX_CLASS_SYMBOL: read_mark(s, s->at, true); break;
        case PX_CLASS_HIGH: read_high(s, s->at); break;
        }
    }
    if (s->breaks != NULL)
        ubrk_close(s->breaks);
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_words_find_wanted(struct px_slice text, struct px_span part, const struct px_segmenter *segmenter,
                                    const struct px_filter *filter, struct px_vocabulary *vocabulary,
                                    struct px_arena *arena, struct px_tokens *tokens, struct px_error *error)
{
    if (part.end > text.size || part.start > part.end)
        return px_error_set(error, PX_ERROR_USAGE, "span [%u, %u) is outside the text", part.start, part.end);
    struct px_scanner s = {
        .text = {text.data, part.end},
        .at = part.start,
        .segmenter = segmenter,
        .vocabulary = vocabulary,
        .arena = arena,
        .tokens = tokens,
        .previous_end = part.start,
    };
    size_t before = tokens->count;
    bool fine = px_vocabulary_sift(vocabulary, filter);
    if (fine)
        read_all(&s);
    fine = fine && !s.failed && intern(&s, before);
    px_vocabulary_sift(vocabulary, NULL);
    return fine ? PX_OK : px_no_memory(error);
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_words_find(struct px_slice text, struct px_span part, const struct px_segmenter *segmenter,
                             struct px_vocabulary *vocabulary, struct px_arena *arena, struct px_tokens *tokens,
                             struct px_error *error)
{
    return px_words_find_wanted(text, part, segmenter, NULL, vocabulary, arena, tokens, error);
}

void px_segmenter_release(struct px_segmenter *segmenter)
{
    px_table_release(&segmenter->abbreviations);
    px_table_release(&segmenter->clitics);
    px_table_release(&segmenter->beginnings);
    px_table_release(&segmenter->firm);
    px_table_release(&segmenter->headings);
    px_table_release(&segmenter->numbered);
    px_table_release(&segmenter->days);
    free(segmenter->abbreviation_kinds);
    *segmenter = (struct px_segmenter){0};
}

uint32_t px_tokens_reaching(const struct px_tokens *tokens, uint32_t byte)
{
    return (uint32_t)px_vector_from(tokens, end, byte + 1);
}

size_t px_words_genitive(struct px_slice text, size_t at)
{
    static const struct px_slice endings[] = {PX_SLICE_STATIC(PX_GENITIVE " "), PX_SLICE_STATIC("'s ")};
    struct px_slice rest = px_slice_part(text, at, text.size);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (px_slice_starts(rest, endings[i]))
            return endings[i].size;
    return 0;
}
