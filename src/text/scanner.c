#include "text/scanner.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/characters.h"
#include "text/normalise.h"

#define G PX_CLASS_GAP
#define L PX_CLASS_LETTER
#define D PX_CLASS_DIGIT
#define P PX_CLASS_PUNCTUATION
#define S PX_CLASS_SYMBOL

/* Sixteen bytes a row, from 0x00 on. */
const uint8_t px_scanner_classes[128] = {
    G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G,
    G, P, P, S, S, S, S, P, P, P, P, S, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, P,
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, S, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, G,
};

#undef G
#undef L
#undef D
#undef P
#undef S

/* Is this a script that puts no spaces between words? */
bool px_scanner_is_unspaced(uint32_t c)
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
        return px_scanner_classes[c] == PX_CLASS_LETTER || px_scanner_classes[c] == PX_CLASS_DIGIT;
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 && !px_scanner_is_unspaced(c);
}

bool px_scanner_is_word(const struct px_scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && is_word_character(px_scanner_code_point(s, at, &next));
}

bool px_scanner_is_letter(const struct px_scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && px_utf8_is_letter(px_scanner_code_point(s, at, &next)) && px_scanner_is_word(s, at);
}

static bool is_upper_at(const struct px_scanner *s, size_t at)
{
    size_t next;
    return at < s->text.size && px_utf8_is_upper(px_scanner_code_point(s, at, &next));
}

/* Behind the letters, marks, digits and invisible characters from `at` on. */
size_t px_scanner_run(const struct px_scanner *s, size_t at)
{
    while (at < s->text.size) {
        at = px_scanner_ascii_run(s, at);
        if (px_scanner_class(s, at) != PX_CLASS_HIGH)
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
static bool is_inner_stop(const struct px_scanner *s, const struct px_word *word, size_t at)
{
    size_t next;
    if (px_scanner_class(s, at - 1) == PX_CLASS_DIGIT && px_scanner_class(s, at + 1) == PX_CLASS_DIGIT)
        return true;
    uint32_t c = px_scanner_code_point(s, at + 1, &next);
    if (!px_utf8_is_letter(c) || px_scanner_is_unspaced(c))
        return false;
    if (px_utf8_is_lower(c))
        return true;
    if (px_scanner_byte(s, next) == '.')
        return true;
    size_t before = at;
    px_utf8_previous(s->text, &before);
    bool initial =
        before <= word->start || px_scanner_byte(s, before - 1) == '.' || px_scanner_byte(s, before - 1) == '-';
    return initial && !px_scanner_is_word(s, next);
}

static bool is_numeric_joint(const struct px_scanner *s, size_t at)
{
    return px_scanner_class(s, at - 1) == PX_CLASS_DIGIT && px_scanner_class(s, at + 1) == PX_CLASS_DIGIT;
}

static void note_apostrophe(struct px_word *word, size_t at)
{
    word->apostrophes[1] = word->apostrophes[0];
    word->apostrophes[0] = at;
    if (word->apostrophe_count < PX_CLITICS_LIMIT)
        word->apostrophe_count++;
}

/* A joint of more than one byte: typographic apostrophe or true hyphen. */
static size_t scan_high_joint(const struct px_scanner *s, struct px_word *word, size_t at)
{
    size_t next;
    uint32_t c = px_scanner_code_point(s, at, &next);
    if ((c == 0x2010 || c == 0x2011) && px_scanner_is_word(s, next)) {
        word->letters = word->letters || px_scanner_is_letter(s, next);
        return next;
    }
    if (!px_text_is_apostrophe(c) || c == 0x2018 || !px_scanner_is_letter(s, next))
        return at;
    note_apostrophe(word, at);
    return next;
}

/* Behind the joint at `at` when the word goes on there, else `at`. */
static size_t scan_joint(const struct px_scanner *s, struct px_word *word, size_t at)
{
    unsigned char byte = px_scanner_byte(s, at);
    bool inner = false;
    switch (byte) {
    case '-':
        inner = px_scanner_is_word(s, at + 1);
        word->letters = word->letters || (inner && px_scanner_is_letter(s, at + 1));
        break;
    case '\'':
        inner = px_scanner_is_letter(s, at + 1);
        if (inner)
            note_apostrophe(word, at);
        break;
    case '.':
        inner = is_inner_stop(s, word, at);
        word->stops = word->stops || inner;
        break;
    case '&': inner = is_upper_at(s, at - 1) && is_upper_at(s, at + 1); break;
    case '_': inner = px_scanner_is_word(s, at + 1); break;
    case ',':
    case ':':
    case '/': inner = is_numeric_joint(s, at); break;
    default: return byte < 0x80 ? at : scan_high_joint(s, word, at);
    }
    return inner ? at + 1 : at;
}

/* Writes the fold of a key of ASCII and apostrophes into `fold`, which has room for as many bytes, and gives its size;
 * 0 when the key has other characters. `*same`: the fold is the key. */
static size_t fold_plain(struct px_slice key, char *fold, bool *same)
{
    size_t size = 0;
    *same = true;
    for (size_t at = 0; at < key.size;) {
        size_t start = at;
        uint32_t c = px_utf8_next(key, &at);
        c = px_text_is_apostrophe(c) ? '\'' : c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        if (c >= 0x80)
            return 0;
        *same = *same && key.data[start] == (char)c;
        fold[size++] = (char)c;
    }
    return size;
}

/* Is text[start, end) in the table, as it stands or folded? */
bool px_scanner_is_listed(const struct px_scanner *s, const struct px_table *table, size_t start, size_t end)
{
    char plain[PX_ABBREVIATION_LIMIT];
    struct px_slice key = px_slice_part(s->text, start, end);
    if (key.size == 0 || key.size > sizeof plain || table->keys.count == 0)
        return false;
    bool same;
    size_t size = fold_plain(key, plain, &same);
    if (px_table_find(table, key) != PX_NONE)
        return true;
    if (size > 0)
        return !same && px_table_find(table, (struct px_slice){plain, size}) != PX_NONE;
    struct px_buffer fold = {0};
    px_text_fold(key, &fold);
    bool found = !fold.failed && px_table_find(table, px_buffer_slice(&fold)) != PX_NONE;
    px_buffer_release(&fold);
    return found;
}

/* Behind a listed abbreviation that goes on behind the full stop at `at` ("W.Va.", "Lt.-Col."), else 0. */
static size_t scan_long_abbreviation(const struct px_scanner *s, const struct px_word *word, size_t at)
{
    size_t end = at;
    while (end - word->start < PX_ABBREVIATION_LIMIT && end < s->text.size &&
           (px_scanner_byte(s, end) == '.' || px_scanner_byte(s, end) == '-' ||
            px_scanner_class(s, end) == PX_CLASS_LETTER))
        end++;
    while (end > at + 1 && px_scanner_byte(s, end - 1) != '.')
        end--;
    if (end <= at + 1 || !px_scanner_is_listed(s, &s->segmenter->abbreviations, word->start, end))
        return 0;
    return end;
}

/* Letters with a full stop behind each: "U.S", "p.m", "Ph.D". */
static bool is_dotted(const struct px_scanner *s, const struct px_word *word, size_t end)
{
    size_t last = end;
    if (!word->stops || end - word->start < 3 || px_scanner_class(s, end - 1) == PX_CLASS_DIGIT)
        return false;
    px_utf8_previous(s->text, &last);
    return last > word->start && px_scanner_byte(s, last - 1) == '.';
}

/* Does the word stand right behind a capitalised one that is no function word, as a middle initial does? Tokens get
 * their forms when all are found, so the form is looked up here. */
static bool follows_name(const struct px_scanner *s, const struct px_word *word)
{
    if (s->tokens->count == 0 || s->previous_end + 1 != word->start)
        return false;
    const struct px_token *token = &s->tokens->items[s->tokens->count - 1];
    if (token->kind != PX_TOKEN_WORD)
        return false;
    uint32_t id = px_vocabulary_add(s->vocabulary, px_slice_part(s->text, token->start, token->end));
    const struct px_form *form = id == PX_NONE ? NULL : px_vocabulary_form(s->vocabulary, id);
    return form != NULL && form->shape == PX_SHAPE_CAPITALISED && !form->stop;
}

/* A single capital before a name: "J. Smith", "George W. Bush". A letter that is a word by itself ("I", "A") is an
 * initial only beside another, or behind a name. */
static bool is_initial(const struct px_scanner *s, const struct px_word *word, size_t at)
{
    size_t next;
    uint32_t c = px_scanner_code_point(s, word->start, &next);
    if (next != at || !px_utf8_is_upper(c) || !px_utf8_is_space(px_scanner_code_point(s, at + 1, &next)) ||
        !is_upper_at(s, next))
        return false;
    size_t name = next;
    uint32_t form = px_vocabulary_add(s->vocabulary, px_slice_part(s->text, word->start, at));
    if (form == PX_NONE || !px_vocabulary_form(s->vocabulary, form)->stop || follows_name(s, word))
        return true;
    px_scanner_code_point(s, name, &next);
    return px_scanner_byte(s, next) == '.';
}

/* Behind the full stop at `at` when it belongs to the word, else `at`. */
static size_t scan_final_stop(const struct px_scanner *s, const struct px_word *word, size_t at)
{
    if (s->segmenter != NULL) {
        size_t end = scan_long_abbreviation(s, word, at);
        if (end != 0)
            return end;
        if (px_scanner_is_listed(s, &s->segmenter->abbreviations, word->start, at + 1))
            return at + 1;
    }
    return is_dotted(s, word, at) || is_initial(s, word, at) ? at + 1 : at;
}

/* From the word's start to its end. */
void px_scanner_word(const struct px_scanner *s, struct px_word *word)
{
    bool stopped = false; /* behind an abbreviation only "-backed" and "'s" go on */
    for (;;) {
        size_t at = word->end;
        size_t next = stopped && px_scanner_byte(s, at) == '.' ? at : scan_joint(s, word, at);
        if (next > at) {
            word->end = px_scanner_run(s, next);
            stopped = false;
            continue;
        }
        if (stopped || px_scanner_byte(s, at) != '.')
            break;
        word->end = scan_final_stop(s, word, at);
        stopped = true;
    }
}

/* Where the chunk that is no prose ends: at white space or a mark that no address holds, full stops and the like at
 * its end left outside. */
static size_t scan_address(const struct px_scanner *s, size_t at)
{
    size_t start = at;
    while (at < s->text.size) {
        size_t next;
        uint32_t c = px_scanner_code_point(s, at, &next);
        if (c <= ' ' || c == 0x7F || c == PX_UTF8_BAD || strchr("<>\"{}|\\^`", (int)(c < 0x80 ? c : 'a')) != NULL ||
            px_utf8_is_space(c) || px_utf8_quote_mark(c) == PX_QUOTE_CLOSE || c == 0x2019)
            break;
        at = next;
    }
    while (at > start && strchr(".,;:!?)]'*_", px_scanner_byte(s, at - 1)) != NULL)
        at--;
    return at;
}

/* Behind the address that begins with the word, or 0 when the word is none: "https://…", "www.…", "example.com/…",
 * "name@example.com". */
size_t px_scanner_address(const struct px_scanner *s, const struct px_word *word)
{
    unsigned char byte = px_scanner_byte(s, word->end);
    struct px_slice text = px_slice_part(s->text, word->start, word->end);
    if (byte == ':' && px_scanner_byte(s, word->end + 1) == '/' && px_scanner_byte(s, word->end + 2) == '/' &&
        px_scanner_class(s, word->start) == PX_CLASS_LETTER)
        return scan_address(s, word->end);
    if (byte == '@' && px_scanner_class(s, word->end + 1) != PX_CLASS_HIGH && px_scanner_is_word(s, word->end + 1))
        return scan_address(s, word->end);
    if (byte == '/' && word->stops && px_scanner_class(s, word->start) == PX_CLASS_LETTER &&
        px_scanner_is_word(s, word->end + 1))
        return scan_address(s, word->end);
    if (word->stops && px_slice_starts(text, PX_SLICE("www.")))
        return scan_address(s, word->end);
    return 0;
}
