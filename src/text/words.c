#include "text/words.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "text/characters.h"
#include "text/normalise.h"
#include "text/utf8.h"

/* What an ASCII byte begins. A byte of 0x80 and up has to be decoded first. */
enum class { GAP, LETTER, DIGIT, PUNCTUATION, SYMBOL, HIGH };

static const uint8_t classes[128] = {
    ['!'] = PUNCTUATION, ['"'] = PUNCTUATION, ['#'] = SYMBOL, ['$'] = SYMBOL, ['%'] = SYMBOL, ['&'] = SYMBOL,
    ['\''] = PUNCTUATION, ['('] = PUNCTUATION, [')'] = PUNCTUATION, ['*'] = PUNCTUATION, ['+'] = SYMBOL,
    [','] = PUNCTUATION, ['-'] = PUNCTUATION, ['.'] = PUNCTUATION, ['/'] = PUNCTUATION,
    ['0'] = DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
    [':'] = PUNCTUATION, [';'] = PUNCTUATION, ['<'] = SYMBOL, ['='] = SYMBOL, ['>'] = SYMBOL, ['?'] = PUNCTUATION,
    ['@'] = SYMBOL,
    ['A'] = LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
    LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
    ['['] = PUNCTUATION, ['\\'] = PUNCTUATION, [']'] = PUNCTUATION, ['^'] = SYMBOL, ['_'] = PUNCTUATION,
    ['`'] = PUNCTUATION,
    ['a'] = LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
    LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
    ['{'] = PUNCTUATION, ['|'] = SYMBOL, ['}'] = PUNCTUATION, ['~'] = SYMBOL,
};

enum { ABBREVIATION_LIMIT = 24, CLITICS_LIMIT = 2 };

struct scanner {
    struct px_slice text; /* cut off at the end of the part */
    size_t at;
    const struct px_segmenter *segmenter;
    struct px_vocabulary *vocabulary;
    struct px_arena *arena;
    struct px_tokens *tokens;
    UBreakIterator *breaks; /* opened when the first text without spaces is met */
    size_t previous_end;
    bool failed;
};

/* A word on its way: bytes [start, end) so far, and what was met inside. */
struct word {
    size_t start;
    size_t end;
    size_t apostrophes[CLITICS_LIMIT]; /* the last ones, the very last first */
    size_t apostrophe_count;
    bool stops;   /* a full stop inside */
    bool letters; /* a letter behind a hyphen: "7-year-old" is no number */
};

static void emit(struct scanner *s, size_t start, size_t end, enum px_token_kind kind, uint8_t flags)
{
    struct px_token *token = px_vector_push(s->tokens, s->arena);
    uint32_t form = token == NULL ? PX_NONE : px_vocabulary_add(s->vocabulary, px_slice_part(s->text, start, end));
    if (form == PX_NONE) {
        s->failed = true;
        s->at = s->text.size;
        return;
    }
    if (start > s->previous_end)
        flags |= PX_TOKEN_SPACE_BEFORE;
    *token = (struct px_token){
        .start = (uint32_t)start,
        .end = (uint32_t)end,
        .form = form,
        .attribution = PX_NONE,
        .kind = (uint8_t)kind,
        .flags = flags,
    };
    s->previous_end = end;
    s->at = end;
}

static unsigned char byte_at(const struct scanner *s, size_t at)
{
    return at < s->text.size ? (unsigned char)s->text.data[at] : 0;
}

static enum class class_at(const struct scanner *s, size_t at)
{
    unsigned char byte = byte_at(s, at);
    return byte < 0x80 ? classes[byte] : HIGH;
}

/* The code point at `at`, 0 at the end; `*next` is behind it. */
static uint32_t code_point_at(const struct scanner *s, size_t at, size_t *next)
{
    *next = at;
    return at < s->text.size ? px_utf8_next(s->text, next) : 0;
}

/* Is this a script that puts no spaces between words? */
static bool is_unspaced(uint32_t c)
{
    if (c < 0x0E00)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)c, &status)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_MYANMAR:
    case USCRIPT_KHMER:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
    default: return c == 0x30FC; /* the long vowel mark is common to the kana */
    }
}

/* Letters, marks and digits of scripts with spaces. */
static bool is_word_character(uint32_t c)
{
    if (c < 0x80)
        return classes[c] == LETTER || classes[c] == DIGIT;
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 && !is_unspaced(c);
}

static bool is_word_at(const struct scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && is_word_character(code_point_at(s, at, &next));
}

static bool is_letter_at(const struct scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && px_utf8_is_letter(code_point_at(s, at, &next)) && is_word_at(s, at);
}

static bool is_upper_at(const struct scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && px_utf8_is_upper(code_point_at(s, at, &next));
}

/* Behind the letters, marks, digits and invisible characters from `at` on. */
static size_t scan_run(const struct scanner *s, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)s->text.data;
    while (at < s->text.size) {
        while (at < s->text.size && bytes[at] < 0x80 && (classes[bytes[at]] == LETTER || classes[bytes[at]] == DIGIT))
            at++;
        if (at == s->text.size || bytes[at] < 0x80)
            break;
        size_t next = at;
        uint32_t c = px_utf8_next(s->text, &next);
        if (!is_word_character(c) && (!px_text_is_invisible(c) || c == 0x200B || c == 0xFEFF))
            break;
        at = next;
    }
    return at;
}

/* Is the full stop at `at`, behind at least one letter of the word, inside a word? "U.S", "p.m", "example.com"; not
 * the missing space of "end.The". */
static bool is_inner_stop(const struct scanner *s, const struct word *word, size_t at)
{
    size_t next;
    if (class_at(s, at - 1) == DIGIT && class_at(s, at + 1) == DIGIT)
        return true;
    uint32_t c = code_point_at(s, at + 1, &next);
    if (!px_utf8_is_letter(c) || is_unspaced(c))
        return false;
    if (px_utf8_is_lower(c))
        return true;
    if (byte_at(s, next) == '.')
        return true;
    size_t before = at;
    px_utf8_previous(s->text, &before);
    bool initial = before <= word->start || byte_at(s, before - 1) == '.' || byte_at(s, before - 1) == '-';
    return initial && !is_word_at(s, next);
}

static bool is_numeric_joint(const struct scanner *s, size_t at)
{
    return class_at(s, at - 1) == DIGIT && class_at(s, at + 1) == DIGIT;
}

static void note_apostrophe(struct word *word, size_t at)
{
    word->apostrophes[1] = word->apostrophes[0];
    word->apostrophes[0] = at;
    if (word->apostrophe_count < CLITICS_LIMIT)
        word->apostrophe_count++;
}

/* A joint of more than one byte: typographic apostrophe or true hyphen. */
static size_t scan_high_joint(const struct scanner *s, struct word *word, size_t at)
{
    size_t next;
    uint32_t c = code_point_at(s, at, &next);
    if ((c == 0x2010 || c == 0x2011) && is_word_at(s, next)) {
        word->letters = word->letters || is_letter_at(s, next);
        return next;
    }
    if (!px_text_is_apostrophe(c) || c == 0x2018 || !is_letter_at(s, next))
        return at;
    note_apostrophe(word, at);
    return next;
}

/* Behind the joint at `at` when the word goes on there, else `at`. */
static size_t scan_joint(const struct scanner *s, struct word *word, size_t at)
{
    unsigned char byte = byte_at(s, at);
    bool inner = false;
    switch (byte) {
    case '-':
        inner = is_word_at(s, at + 1);
        word->letters = word->letters || (inner && is_letter_at(s, at + 1));
        break;
    case '\'':
        inner = is_letter_at(s, at + 1);
        if (inner)
            note_apostrophe(word, at);
        break;
    case '.':
        inner = is_inner_stop(s, word, at);
        word->stops = word->stops || inner;
        break;
    case '&': inner = is_upper_at(s, at - 1) && is_upper_at(s, at + 1); break;
    case '_': inner = is_word_at(s, at + 1); break;
    case ',':
    case ':':
    case '/': inner = is_numeric_joint(s, at); break;
    default: return byte < 0x80 ? at : scan_high_joint(s, word, at);
    }
    return inner ? at + 1 : at;
}

/* Is text[start, end) in the table, as it stands or in lower case? */
static bool is_listed(const struct scanner *s, const struct px_table *table, size_t start, size_t end)
{
    char lower[ABBREVIATION_LIMIT];
    struct px_slice key = px_slice_part(s->text, start, end);
    if (key.size > sizeof lower || table->keys.count == 0)
        return false;
    if (px_table_find(table, key) != PX_NONE)
        return true;
    struct px_buffer fold = {0};
    if (px_text_ascii_end(key, 0) == key.size) {
        for (size_t i = 0; i < key.size; i++)
            lower[i] = (char)(key.data[i] >= 'A' && key.data[i] <= 'Z' ? key.data[i] | 0x20 : key.data[i]);
        return px_table_find(table, (struct px_slice){lower, key.size}) != PX_NONE;
    }
    px_text_fold(key, &fold);
    bool found = !fold.failed && px_table_find(table, px_buffer_slice(&fold)) != PX_NONE;
    px_buffer_release(&fold);
    return found;
}

/* Behind a listed abbreviation that goes on behind the full stop at `at` ("W.Va.", "Lt.-Col."), else 0. */
static size_t scan_long_abbreviation(const struct scanner *s, const struct word *word, size_t at)
{
    size_t end = at;
    while (end - word->start < ABBREVIATION_LIMIT && end < s->text.size &&
           (byte_at(s, end) == '.' || byte_at(s, end) == '-' || class_at(s, end) == LETTER))
        end++;
    while (end > at + 1 && byte_at(s, end - 1) != '.')
        end--;
    if (end <= at + 1 || !is_listed(s, &s->segmenter->abbreviations, word->start, end))
        return 0;
    return end;
}

/* Letters with a full stop behind each: "U.S", "p.m", "Ph.D". */
static bool is_dotted(const struct scanner *s, const struct word *word, size_t end)
{
    size_t last = end;
    if (!word->stops || end - word->start < 3 || class_at(s, end - 1) == DIGIT)
        return false;
    px_utf8_previous(s->text, &last);
    return last > word->start && byte_at(s, last - 1) == '.';
}

/* A single capital before a name: "J. Smith", "George W. Bush". A letter that is a word by itself ("I", "A") is an
 * initial only beside another. */
static bool is_initial(const struct scanner *s, const struct word *word, size_t at)
{
    size_t next;
    uint32_t c = code_point_at(s, word->start, &next);
    if (next != at || !px_utf8_is_upper(c) || byte_at(s, at + 1) != ' ' || !is_upper_at(s, at + 2))
        return false;
    uint32_t form = px_vocabulary_add(s->vocabulary, px_slice_part(s->text, word->start, at));
    if (form == PX_NONE || !px_vocabulary_form(s->vocabulary, form)->stop)
        return true;
    code_point_at(s, at + 2, &next);
    return byte_at(s, next) == '.';
}

/* Behind the full stop at `at` when it belongs to the word, else `at`. */
static size_t scan_final_stop(const struct scanner *s, const struct word *word, size_t at)
{
    if (s->segmenter != NULL) {
        size_t end = scan_long_abbreviation(s, word, at);
        if (end != 0)
            return end;
        if (is_listed(s, &s->segmenter->abbreviations, word->start, at + 1))
            return at + 1;
    }
    return is_dotted(s, word, at) || is_initial(s, word, at) ? at + 1 : at;
}

/* From the word's start to its end. */
static void scan_word(const struct scanner *s, struct word *word)
{
    size_t at = word->end;
    for (;;) {
        size_t next = scan_joint(s, word, at);
        if (next == at && byte_at(s, at) == '.')
            next = scan_final_stop(s, word, at);
        if (next == at)
            break;
        at = scan_run(s, next);
    }
    word->end = at;
}

/* Where the chunk that is no prose ends: at white space or a mark that no address holds, full stops and the like at
 * its end left outside. */
static size_t scan_address(const struct scanner *s, size_t at)
{
    size_t start = at;
    while (at < s->text.size) {
        size_t next;
        uint32_t c = code_point_at(s, at, &next);
        if (c <= ' ' || c == 0x7F || c == PX_UTF8_BAD || strchr("<>\"{}|\\^`", (int)(c < 0x80 ? c : 'a')) != NULL ||
            px_utf8_is_space(c) || px_utf8_quote_mark(c) == PX_QUOTE_CLOSE || c == 0x2019)
            break;
        at = next;
    }
    while (at > start && strchr(".,;:!?)]'*_", byte_at(s, at - 1)) != NULL)
        at--;
    return at;
}

/* Behind the address that begins with the word, or 0 when the word is none: "https://…", "www.…", "example.com/…",
 * "name@example.com". */
static size_t find_address(const struct scanner *s, const struct word *word)
{
    unsigned char byte = byte_at(s, word->end);
    struct px_slice text = px_slice_part(s->text, word->start, word->end);
    if (byte == ':' && byte_at(s, word->end + 1) == '/' && byte_at(s, word->end + 2) == '/' &&
        class_at(s, word->start) == LETTER)
        return scan_address(s, word->end);
    if (byte == '@' && class_at(s, word->end + 1) != HIGH && is_word_at(s, word->end + 1))
        return scan_address(s, word->end);
    if (byte == '/' && word->stops && class_at(s, word->start) == LETTER && is_word_at(s, word->end + 1))
        return scan_address(s, word->end);
    if (word->stops && px_slice_starts(text, PX_SLICE("www.")))
        return scan_address(s, word->end);
    return 0;
}

static bool is_clitic(const struct scanner *s, size_t start, size_t end)
{
    return s->segmenter != NULL && end > start && is_listed(s, &s->segmenter->clitics, start, end);
}

/* The word without its clitics, then each clitic. */
static void emit_word(struct scanner *s, const struct word *word, enum px_token_kind kind)
{
    size_t ends[CLITICS_LIMIT + 1] = {word->end};
    size_t count = 0;
    while (count < word->apostrophe_count && is_clitic(s, word->apostrophes[count], ends[count])) {
        ends[count + 1] = word->apostrophes[count];
        count++;
    }
    emit(s, word->start, ends[count], kind, 0);
    for (; count > 0 && !s->failed; count--)
        emit(s, ends[count], ends[count - 1], PX_TOKEN_WORD, PX_TOKEN_CLITIC);
}

/* A word or number from `start`; `from` is its first letter or digit, behind a currency sign. */
static void read_word(struct scanner *s, size_t start, size_t from)
{
    struct word word = {.start = start, .end = scan_run(s, from)};
    size_t next;
    bool number = (U_GET_GC_MASK((UChar32)code_point_at(s, from, &next)) & U_GC_N_MASK) != 0;
    unsigned char byte = byte_at(s, word.end);
    if (byte < 0x80 && (classes[byte] == GAP || byte == ',') && !(number && byte == ',')) {
        emit(s, start, word.end, number ? PX_TOKEN_NUMBER : PX_TOKEN_WORD, 0); /* nine words in ten */
        return;
    }
    scan_word(s, &word);
    size_t address = find_address(s, &word);
    if (address >= word.end)
        emit(s, start, address, PX_TOKEN_OTHER, 0);
    else
        emit_word(s, &word, number && !word.letters ? PX_TOKEN_NUMBER : PX_TOKEN_WORD);
}

/* "@name", "#tag": behind the last character of the name, or `at` when it is none. */
static size_t scan_tag(const struct scanner *s, size_t at)
{
    size_t end = at + 1;
    if (s->previous_end == at && at > 0 && is_word_at(s, at - 1))
        return at;
    while (end < s->text.size) {
        size_t run = scan_run(s, end);
        if (byte_at(s, run) == '_')
            run++;
        if (run == end)
            break;
        end = run;
    }
    return end == at + 1 ? at : end;
}

/* A clitic that stands behind a closing mark: '"regime"'s'. */
static size_t scan_loose_clitic(const struct scanner *s, size_t at)
{
    size_t next;
    code_point_at(s, at, &next);
    if (s->previous_end != at || at == 0 || s->tokens->count == 0 || !is_letter_at(s, next))
        return at;
    size_t end = scan_run(s, next);
    return is_clitic(s, at, end) ? end : at;
}

/* Behind the run of the same character that counts as one mark: "...", "--", "!!!", "``", "''". */
static size_t scan_same(const struct scanner *s, size_t at)
{
    size_t next;
    uint32_t c = code_point_at(s, at, &next);
    size_t limit = c == '\'' || c == '`' ? next + 1 : s->text.size;
    bool repeats = c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '_' || c == '=' || c == '\'' ||
                   c == '`' || c == 0x2014 || c == 0x2013 || c == 0x2026;
    size_t end = next;
    while (repeats && end < limit && end < s->text.size) {
        if (code_point_at(s, end, &next) != c)
            break;
        end = next;
    }
    return end;
}

static void read_mark(struct scanner *s, size_t at, bool symbol)
{
    unsigned char byte = byte_at(s, at);
    size_t end = at;
    if (byte == '\'' && (end = scan_loose_clitic(s, at)) > at) {
        emit(s, at, end, PX_TOKEN_WORD, PX_TOKEN_CLITIC);
    } else if ((byte == '@' || byte == '#') && (end = scan_tag(s, at)) > at) {
        emit(s, at, end, PX_TOKEN_OTHER, 0);
    } else if (byte == '$' && class_at(s, at + 1) == DIGIT) {
        read_word(s, at, at + 1);
    } else {
        emit(s, at, scan_same(s, at), symbol ? PX_TOKEN_OTHER : PX_TOKEN_PUNCTUATION, 0);
    }
}

/* Behind the run of text without spaces. */
static size_t scan_unspaced(const struct scanner *s, size_t at)
{
    size_t next;
    while (at < s->text.size) {
        uint32_t c = code_point_at(s, at, &next);
        if (!is_unspaced(c) && (c < 0x300 || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) == 0))
            break;
        at = next;
    }
    return at;
}

static bool open_breaks(struct scanner *s, UText *utext)
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
static void read_unspaced(struct scanner *s, size_t start)
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

/* Behind the symbol and what belongs to it: variation selectors, skin tones, joined emoji, the second half of a flag. */
static size_t scan_symbol(const struct scanner *s, size_t at)
{
    size_t next;
    uint32_t first = code_point_at(s, at, &next);
    size_t end = next;
    if (is_regional(first) && is_regional(code_point_at(s, end, &next)))
        end = next;
    while (end < s->text.size) {
        uint32_t c = code_point_at(s, end, &next);
        if (c == 0x200D && next < s->text.size && u_hasBinaryProperty((UChar32)first, UCHAR_EXTENDED_PICTOGRAPHIC)) {
            size_t behind;
            if (u_hasBinaryProperty((UChar32)code_point_at(s, next, &behind), UCHAR_EXTENDED_PICTOGRAPHIC))
                next = behind;
        } else if (c < 0x300 || ((U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) == 0 && (c < 0x1F3FB || c > 0x1F3FF))) {
            break;
        }
        end = next;
    }
    return end;
}

static void read_high(struct scanner *s, size_t at)
{
    size_t next;
    size_t end = at;
    uint32_t c = code_point_at(s, at, &next);
    uint32_t category = c == PX_UTF8_BAD ? 0 : U_GET_GC_MASK((UChar32)c);
    if (px_utf8_is_space(c) || px_text_is_invisible(c) || (category & (U_GC_C_MASK & ~U_GC_CO_MASK)) != 0)
        s->at = next;
    else if (is_unspaced(c))
        read_unspaced(s, at);
    else if (is_word_character(c))
        read_word(s, at, at);
    else if (px_text_is_apostrophe(c) && (end = scan_loose_clitic(s, at)) > at)
        emit(s, at, end, PX_TOKEN_WORD, PX_TOKEN_CLITIC);
    else if ((category & U_GC_SC_MASK) != 0 && class_at(s, next) == DIGIT)
        read_word(s, at, next);
    else if ((category & U_GC_P_MASK) != 0)
        emit(s, at, scan_same(s, at), PX_TOKEN_PUNCTUATION, 0);
    else
        emit(s, at, scan_symbol(s, at), PX_TOKEN_OTHER, 0);
}

enum px_status px_words_find(struct px_slice text, struct px_span part, const struct px_segmenter *segmenter,
                             struct px_vocabulary *vocabulary, struct px_arena *arena, struct px_tokens *tokens,
                             struct px_error *error)
{
    if (part.end > text.size || part.start > part.end)
        return px_error_set(error, PX_ERROR_USAGE, "span [%u, %u) is outside the text", part.start, part.end);
    struct scanner s = {
        .text = {text.data, part.end},
        .at = part.start,
        .segmenter = segmenter,
        .vocabulary = vocabulary,
        .arena = arena,
        .tokens = tokens,
        .previous_end = part.start,
    };
    while (s.at < s.text.size) {
        switch (class_at(&s, s.at)) {
        case GAP: s.at++; break;
        case LETTER:
        case DIGIT: read_word(&s, s.at, s.at); break;
        case PUNCTUATION: read_mark(&s, s.at, false); break;
        case SYMBOL: read_mark(&s, s.at, true); break;
        case HIGH: read_high(&s, s.at); break;
        }
    }
    if (s.breaks != NULL)
        ubrk_close(s.breaks);
    return s.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}

void px_segmenter_release(struct px_segmenter *segmenter)
{
    px_table_release(&segmenter->abbreviations);
    px_table_release(&segmenter->clitics);
    free(segmenter->abbreviation_kinds);
    *segmenter = (struct px_segmenter){0};
}
