#include <unicode/uchar.h>

#include "ingest/page.h"
#include "text/utf8.h"

enum { STOP_WORD_BYTES = 24 };

struct scan {
    const struct px_rules *rules;
    struct px_slice text;
    size_t at;
    struct px_measure *measure;
    uint32_t *stop_words;
};

static bool is_closing(uint32_t c)
{
    enum px_quote_mark mark = px_utf8_quote_mark(c);
    return c == ')' || c == ']' || mark == PX_QUOTE_CLOSE || mark == PX_QUOTE_EITHER || mark == PX_QUOTE_APOSTROPHE;
}

static bool is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static bool is_symbol(uint32_t c)
{
    return c == '|' || c == '/' || c == '>' || c == 0xBB || c == 0xAB || c == 0x203A || c == 0x2022 || c == 0xB7 ||
           c == 0x2192 || c == 0x25BA;
}

static bool is_word_character(uint32_t c)
{
    if (c < 128)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return px_utf8_is_letter(c) || px_utf8_is_digit(c);
}

static bool joins_words(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == '-' || c == '.';
}

/* Is there a word character behind the joining mark that ends at `at`? */
static bool goes_on(struct px_slice text, size_t at)
{
    return at < text.size && is_word_character(px_utf8_next(text, &at));
}

/* Counts the word, folded, if it is a stop word: for each of its languages. */
static void look_up(struct scan *scan, struct px_slice word)
{
    uint32_t languages = px_rules_stop_word(scan->rules, word);
    if (languages == 0)
        return;
    scan->measure->stop_words++;
    for (int i = 0; i < PX_RULE_LANGUAGES; i++)
        scan->stop_words[i] += languages >> i & 1;
}

/* Looks up what stands in text[start, end). */
static void count_stop_word(struct scan *scan, size_t start, size_t end)
{
    char lower[STOP_WORD_BYTES * 2];
    size_t size = 0;
    if (end - start > STOP_WORD_BYTES)
        return;
    for (size_t at = start; at < end;) {
        size_t from = at;
        uint32_t c = px_utf8_next(scan->text, &at);
        if (c == '-' || c == '.')
            return;
        if (c == '\'' || c == 0x2019)
            continue;
        if (c < 128) {
            lower[size++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            continue;
        }
        c = (uint32_t)u_tolower((UChar32)c);
        if (c < 0x800 && at - from == 2) {
            lower[size++] = (char)(0xC0 | c >> 6);
            lower[size++] = (char)(0x80 | (c & 0x3F));
        } else {
            return;
        }
    }
    look_up(scan, (struct px_slice){lower, size});
}

static bool is_year(struct px_slice word)
{
    bool century = word.size == 4 &&
                   ((word.data[0] == '1' && word.data[1] == '9') || (word.data[0] == '2' && word.data[1] == '0'));
    return century && word.data[2] >= '0' && word.data[2] <= '9' && word.data[3] >= '0' && word.data[3] <= '9';
}

/* Scripts that write without spaces: Chinese, Japanese, Thai and their neighbours. */
static bool is_unspaced(uint32_t c)
{
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xE00 && c < 0xF00) ||
           (c >= 0x20000 && c < 0x30000);
}

/* A run of such a script counts as words of two characters, of which a third are function words. */
static void scan_unspaced(struct scan *scan, size_t start)
{
    struct px_measure *m = scan->measure;
    uint32_t count = 0;
    for (size_t at = scan->at = start; at < scan->text.size; scan->at = at) {
        uint32_t c = px_utf8_next(scan->text, &at);
        if (!is_unspaced(c) || !is_word_character(c))
            break;
        count++;
    }
    m->words += (count + 1) / 2;
    m->stop_words += count / 6;
    m->short_words += (count + 1) / 2;
    m->characters += 2 * count; /* a character of these says about twice as much */
    m->letters += count;
}

/* A word and what is in it. */
struct word {
    size_t start;
    size_t end;
    uint32_t first; /* its first character */
    uint32_t count; /* of characters, among them */
    uint32_t upper;
    uint32_t digits;
};

static void count_word(struct scan *scan, const struct word *it)
{
    struct px_measure *m = scan->measure;
    scan->at = it->end;
    m->words++;
    m->characters += it->count;
    m->letters += it->count;
    m->short_words += it->count <= 3;
    m->capital_words += px_utf8_is_upper(it->first);
    m->upper_words += it->count > 1 && it->upper == it->count;
    m->digits += it->digits;
    struct px_slice word = px_slice_part(scan->text, it->start, it->end);
    m->has_date =
        m->has_date || (it->digits >= 4 && it->digits <= 8 && word.size >= 4 &&
                        (is_year(px_slice_part(word, 0, 4)) || is_year(px_slice_part(word, word.size - 4, word.size))));
}

/* A word of ASCII letters and digits alone, as most are, in one pass; false when it may be another. */
static bool scan_plain_word(struct scan *scan, size_t start)
{
    struct px_slice text = scan->text;
    struct word word = {.start = start, .first = (unsigned char)text.data[start]};
    char lower[STOP_WORD_BYTES];
    size_t at = start;
    for (; at < text.size && is_word_character((unsigned char)text.data[at]); at++) {
        unsigned char c = (unsigned char)text.data[at];
        if (c >= 0x80)
            return false;
        word.upper += c >= 'A' && c <= 'Z';
        word.digits += c <= '9';
        if (at - start < STOP_WORD_BYTES)
            lower[at - start] = (char)(c | 0x20);
    }
    unsigned char behind = at < text.size ? (unsigned char)text.data[at] : ' ';
    if (behind >= 0x80 || (joins_words(behind) && goes_on(text, at + 1)))
        return false;
    word.end = at;
    word.count = (uint32_t)(at - start);
    count_word(scan, &word);
    if (word.digits == 0 && word.count <= STOP_WORD_BYTES)
        look_up(scan, (struct px_slice){lower, word.count});
    return true;
}

static void scan_word(struct scan *scan, uint32_t first, size_t start)
{
    struct word word = {.start = start, .first = first};
    uint32_t c = first;
    for (;;) {
        word.count++;
        word.upper += px_utf8_is_upper(c);
        word.digits += px_utf8_is_digit(c);
        word.end = scan->at;
        if (scan->at >= scan->text.size)
            break;
        c = px_utf8_next(scan->text, &scan->at);
        if (!is_word_character(c) && !(joins_words(c) && goes_on(scan->text, scan->at)))
            break;
    }
    count_word(scan, &word);
    if (word.digits == 0)
        count_stop_word(scan, start, word.end);
}

static bool ends_here(struct px_slice text, size_t at)
{
    while (at < text.size) {
        uint32_t c = px_utf8_next(text, &at);
        if (px_utf8_is_space(c))
            return true;
        if (!is_closing(c))
            return false;
    }
    return true;
}

static void scan_mark(struct scan *scan, uint32_t c, size_t start)
{
    struct px_measure *m = scan->measure;
    struct px_slice text = scan->text;
    m->characters++;
    m->commas += c == ',' || c == ';' || c == 0x3001 || c == 0xFF0C || c == 0x060C;
    m->marks += c == ',' || c == ';' || c == ':' || c == '.' || c == '!' || c == '?';
    m->symbols += is_symbol(c);
    m->quotes += px_utf8_quote_mark(c) != PX_QUOTE_NONE && c != '\'' && c != 0x2019;
    m->sentences += is_stop(c) && (c == 0x3002 || c > 0xFF00 || ends_here(text, scan->at));
    bool between = start > 0 && scan->at < text.size && text.data[start - 1] >= '0' && text.data[start - 1] <= '9' &&
                   text.data[scan->at] >= '0' && text.data[scan->at] <= '9';
    m->has_date = m->has_date || (between && (c == ':' || c == '/'));
    m->has_url = m->has_url || (c == '@' && goes_on(text, scan->at)) ||
                 (c == ':' && px_slice_starts(px_slice_part(text, start, text.size), PX_SLICE("://")));
}

void px_measure_text(
    const struct px_rules *rules, struct px_slice text, struct px_measure *measure,
    uint32_t stop_words[PX_RULE_LANGUAGES]) /* NOLINT(readability-non-const-parameter): scan writes it */
{
    struct scan scan = {.rules = rules, .text = text, .measure = measure, .stop_words = stop_words};
    *measure = (struct px_measure){0};
    bool first = true;
    while (scan.at < text.size) {
        size_t start = scan.at;
        uint32_t c = px_utf8_next(text, &scan.at);
        if (is_unspaced(c) && is_word_character(c)) {
            scan_unspaced(&scan, start);
        } else if (is_word_character(c)) {
            measure->starts_lower = measure->starts_lower || (first && px_utf8_is_lower(c));
            if (c >= 0x80 || !scan_plain_word(&scan, start))
                scan_word(&scan, c, start);
        } else if (px_utf8_is_space(c)) {
            measure->characters++;
            continue;
        } else {
            scan_mark(&scan, c, start);
        }
        first = false;
    }
    size_t at = text.size;
    while (at > 0 && (measure->last == 0 || is_closing(measure->last)))
        measure->last = px_utf8_previous(text, &at);
    measure->ends_sentence = is_stop(measure->last);
}

bool px_word_set_add(struct px_word_set *set, struct px_slice words, size_t least)
{
    struct px_slice word;
    while (px_slice_next(&words, ' ', &word))
        if (word.size >= least && px_table_add(&set->words, word, NULL) == PX_NONE)
            return false;
    return true;
}

bool px_word_set_init(struct px_word_set *set, struct px_slice text)
{
    struct px_buffer words = {0};
    *set = (struct px_word_set){0};
    px_patterns_fold(text, &words);
    bool fine = !words.failed && px_word_set_add(set, px_buffer_slice(&words), 1);
    px_buffer_release(&words);
    return fine;
}

void px_word_set_release(struct px_word_set *set)
{
    px_table_release(&set->words);
}

uint32_t px_word_set_common(const struct px_word_set *set, struct px_slice words, uint32_t *count)
{
    struct px_slice word;
    uint32_t common = 0;
    *count = 0;
    while (px_slice_next(&words, ' ', &word)) {
        ++*count;
        common += px_table_find(&set->words, word) != PX_NONE;
    }
    return common;
}
