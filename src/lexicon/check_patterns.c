/* Patterns that match too much or take too long. */
#include "lexicon/checker.h"
#include "lexicon/regex.h"

enum { MOST_LETTERS = 8, RUN = 48 };

static bool is_open(struct px_slice piece)
{
    for (size_t i = 0; i < piece.size; i++)
        if (piece.data[i] != '*' && piece.data[i] != '?')
            return false;
    return true;
}

/* Wildcards without a letter in any word. */
static bool matches_any_words(const struct px_checked *checked)
{
    for (size_t i = 0; i < checked->piece_count; i++)
        if (!is_open(checked->pieces[i]))
            return false;
    return checked->piece_count > 0;
}

/* Texts that no sensible pattern has in common. */
static bool matches_any_text(const struct px_regex_room *room, const pcre2_code *code)
{
    static const char *const texts[] = {"qzjxv", "bfwmp", "gckltd"};
    struct px_span found;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (px_regex_match(room, code, px_slice_from(texts[i]), 0, &found) != 1)
            return false;
    return true;
}

/* A long run of one letter or of two in turn, then every letter (a pattern that wants one would not begin without it)
 * and what no word holds: where nested repetition comes to light. */
static bool is_slow_on(const struct px_regex_room *room, const pcre2_code *code, const char letters[2],
                       const char *every, bool spaced)
{
    char text[2 * RUN + MOST_LETTERS + 2];
    size_t size = 0;
    struct px_span found;
    for (size_t i = 0; i < RUN; i++) {
        text[size++] = letters[i % 2];
        if (spaced)
            text[size++] = ' ';
    }
    for (const char *at = every; *at != '\0'; at++)
        text[size++] = *at;
    text[size++] = '\x01';
    return px_regex_match(room, code, (struct px_slice){text, size}, 0, &found) < 0;
}

/* Is it slow on some run of the letters that it names? */
static bool is_slow(const struct px_regex_room *room, const pcre2_code *code, struct px_slice pattern)
{
    char letters[MOST_LETTERS + 1] = "a";
    size_t count = 1;
    for (size_t i = 0; i < pattern.size && count < MOST_LETTERS; i++) {
        char c = pattern.data[i];
        bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && (i == 0 || pattern.data[i - 1] != '\\');
        if (letter && strchr(letters, c) == NULL)
            letters[count++] = c;
    }
    for (size_t i = 0; i < count; i++) {
        char next = letters[(i + 1) % count];
        if (is_slow_on(room, code, (char[2]){letters[i], letters[i]}, letters, false) ||
            is_slow_on(room, code, (char[2]){letters[i], next}, letters, false) ||
            is_slow_on(room, code, (char[2]){letters[i], letters[i]}, letters, true))
            return true;
    }
    return false;
}

static enum px_status check_regex(struct px_checker *checker, const struct px_regex_room *room,
                                  const struct px_entry *entry)
{
    struct px_slice pattern = px_slice_part(entry->text, 1, entry->text.size - 1);
    enum px_regex_kind kind = px_pattern_is_sentence_regex(entry->text) ? PX_REGEX_SENTENCE : PX_REGEX_WORD;
    pcre2_code *code;
    enum px_status status = PX_OK;
    if (px_regex_compile(pattern, kind, entry->exact_case, &code, NULL) != PX_OK)
        return PX_OK; /* compiling the lexicon says so */
    if (is_slow(room, code, pattern)) {
        px_buffer_printf(&checker->buffer, "pattern '%.*s' may take for ever on some words",
                         PX_SLICE_SHORT(entry->text));
        status = px_checker_report(checker, entry, PX_FAULT_SLOW,
                                   "give repetitions nothing in common: (a+)+ and (a|ab)* try every way to part a run");
    } else if (matches_any_text(room, code)) {
        px_buffer_printf(&checker->buffer, "pattern '%.*s' matches any %s", PX_SLICE_SHORT(entry->text),
                         kind == PX_REGEX_WORD ? "word" : "sentence");
        status = px_checker_report(checker, entry, PX_FAULT_EVERYTHING, "name the letters that tell its words apart");
    }
    pcre2_code_free(code);
    return status;
}

enum px_status px_checker_patterns(struct px_checker *checker)
{
    struct px_regex_room room;
    enum px_status status = px_regex_room_init(&room, checker->error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; status == PX_OK && i < checker->lexicon->entries.count; i++) {
        const struct px_checked *checked = &checker->checked[i];
        if (checked->piece_count == 0) {
            status = check_regex(checker, &room, checked->entry);
        } else if (checked->glob && matches_any_words(checked)) {
            px_buffer_printf(&checker->buffer, "'%.*s' matches any word", PX_SLICE_SHORT(checked->entry->text));
            status = px_checker_report(checker, checked->entry, PX_FAULT_EVERYTHING, "give it a letter at least");
        }
    }
    px_regex_room_release(&room);
    return status;
}
