/* Text that was UTF-8, was read as windows-1252 and written as UTF-8 again: "â€™" for "’", "Ã©" for "é".
 *
 * A run is a row of characters that stand for the bytes 0x80 to 0xFF of windows-1252. A run of at least three whole
 * UTF-8 sequences and nothing else is no accident in any language, nor is a sequence that gives a typographic mark
 * ("â€" before the third character). "Ã©" could be meant: such pairs are turned back where the first two are there too,
 * or where pairs outnumber the other letters of that kind, which a text in a language with "Ã" would have.
 */
#include "ingest/charset.h"
#include "text/normalise.h"
#include "text/utf8.h"

enum {
    RUN_BYTES = 512,
    SEQUENCES_SURE = 3,
    PAIRS_SURE = 2,
    FIRST_LETTER = 0xC0,
    MARK_LEAD = 0xE2,
    MARK_SECOND = 0x80,
    MARK_SECOND_LAST = 0x82
};

struct run {
    unsigned char bytes[RUN_BYTES];
    size_t size;
    size_t end; /* of the run, in the text */
};

/* Reads the run at `at`; false when no character there belongs to one. */
static bool read_run(struct px_slice text, size_t at, struct run *run)
{
    run->size = 0;
    while (at < text.size && run->size < RUN_BYTES && (unsigned char)text.data[at] >= 0x80) {
        size_t next = at;
        int byte = px_charset_windows_byte(px_utf8_next(text, &next));
        if (byte < 0x80)
            break;
        run->bytes[run->size++] = (unsigned char)byte;
        at = next;
    }
    run->end = at;
    return run->size > 0;
}

/* The character that begins at byte `*at` of the run; moves behind it. 0, and one byte further, when none does. */
static uint32_t next_character(const struct run *run, size_t *at)
{
    size_t start = *at;
    uint32_t c = px_utf8_next((struct px_slice){(const char *)run->bytes, run->size}, at);
    return *at - start > 1 ? c : 0;
}

struct evidence {
    size_t sure;  /* characters of long runs, typographic marks */
    size_t pairs; /* of Latin letters and signs */
    size_t other; /* letters of such runs that are no part of a sequence */
    bool cyrillic;
};

static bool is_mark(const unsigned char *bytes)
{
    return bytes[0] == MARK_LEAD && bytes[1] >= MARK_SECOND && bytes[1] <= MARK_SECOND_LAST;
}

static bool is_pair(const unsigned char *bytes)
{
    return bytes[0] == 0xC2 || bytes[0] == 0xC3;
}

static void weigh_run(const struct run *run, struct evidence *evidence)
{
    size_t sequences = 0, other = 0, others = 0, marks = 0, pairs = 0;
    for (size_t at = 0; at < run->size;) {
        size_t start = at;
        uint32_t c = next_character(run, &at);
        sequences += c != 0;
        others += c == 0;
        other += c == 0 && run->bytes[start] >= FIRST_LETTER; /* quotation marks are in any text */
        marks += c != 0 && at - start == 3 && is_mark(run->bytes + start);
        pairs += c != 0 && at - start == 2 && is_pair(run->bytes + start);
    }
    bool whole = others == 0 && sequences >= SEQUENCES_SURE;
    evidence->sure += whole ? sequences : marks;
    evidence->pairs += pairs;
    evidence->other += other;
    evidence->cyrillic = evidence->cyrillic || (whole && pairs * 2 < sequences);
}

static struct evidence weigh(struct px_slice text)
{
    struct evidence evidence = {0, 0, 0, false};
    struct run run;
    for (size_t at = 0; at < text.size;) {
        if ((unsigned char)text.data[at] >= 0x80 && read_run(text, at, &run)) {
            weigh_run(&run, &evidence);
            at = run.end;
        } else {
            px_utf8_next(text, &at);
        }
    }
    return evidence;
}

/* Writes the run with its sequences turned back; gives how many. */
static size_t repair_run(const struct run *run, struct evidence evidence, struct px_buffer *out)
{
    size_t repaired = 0;
    bool pairs = evidence.sure > 0 || (evidence.pairs >= PAIRS_SURE && evidence.pairs > evidence.other);
    for (size_t at = 0; at < run->size;) {
        size_t start = at;
        uint32_t c = next_character(run, &at);
        const unsigned char *bytes = run->bytes + start;
        bool wanted = c != 0 && (evidence.cyrillic || (at - start == 3 && is_mark(bytes)) || (pairs && is_pair(bytes)));
        if (wanted) {
            px_utf8_append(out, c);
            repaired++;
            continue;
        }
        for (size_t i = start; i < at; i++) {
            uint32_t plain = px_charset_windows(run->bytes[i]);
            px_utf8_append(out, plain == PX_UTF8_BAD ? run->bytes[i] : plain);
        }
    }
    return repaired;
}

static size_t repair(struct px_slice text, struct evidence evidence, struct px_buffer *out)
{
    size_t repaired = 0, done = 0;
    struct run run;
    for (size_t at = 0; at < text.size;) {
        if ((unsigned char)text.data[at] >= 0x80 && read_run(text, at, &run)) {
            px_buffer_append(out, px_slice_part(text, done, at));
            repaired += repair_run(&run, evidence, out);
            at = done = run.end;
        } else {
            px_utf8_next(text, &at);
        }
    }
    px_buffer_append(out, px_slice_part(text, done, text.size));
    return repaired;
}

/* Every such text has one of these: Ã, Â, â, Ð, Ñ … before a character of 0x80 to 0xBF. Most texts have none. */
static bool is_suspect(struct px_slice text)
{
    for (size_t at = px_slice_find(text, PX_SLICE("\xC3"), 0); at != SIZE_MAX && at + 2 < text.size;
         at = px_slice_find(text, PX_SLICE("\xC3"), at + 1)) {
        size_t next = at + 2;
        if ((unsigned char)text.data[next] < 0x80)
            continue;
        int byte = px_charset_windows_byte(px_utf8_next(text, &next));
        if (byte >= 0x80 && byte < 0xC0 && (unsigned char)text.data[at + 1] >= 0x82)
            return true;
    }
    return false;
}

/* "A\u0303\u00B1", where a program parted "Ã" into letter and mark since: composes the text again. False when memory is
 * out. */
static bool join_parted(struct px_arena *arena, struct px_slice *text)
{
    static const struct px_slice parted[] = {PX_SLICE_STATIC("A\xCC\x83\xC2"), PX_SLICE_STATIC("A\xCC\x82\xC2")};
    struct px_buffer out = {0};
    if (px_slice_find(*text, parted[0], 0) == SIZE_MAX && px_slice_find(*text, parted[1], 0) == SIZE_MAX)
        return true;
    px_text_compose(*text, &out);
    struct px_slice copy = px_buffer_keep(&out, arena);
    *text = copy.data == NULL ? *text : copy;
    return copy.data != NULL;
}

enum px_status px_charset_repair_twice(struct px_arena *arena, struct px_slice *text, size_t *repaired,
                                       struct px_error *error)
{
    *repaired = 0;
    if (!join_parted(arena, text))
        return px_no_memory(error);
    if (!is_suspect(*text))
        return PX_OK;
    struct evidence evidence = weigh(*text);
    if (evidence.sure == 0 && (evidence.pairs < PAIRS_SURE || evidence.pairs <= evidence.other))
        return PX_OK;
    struct px_buffer out = {0};
    *repaired = repair(*text, evidence, &out);
    struct px_slice copy = px_buffer_keep(&out, arena);
    if (copy.data == NULL)
        return px_no_memory(error);
    *text = copy;
    return PX_OK;
}
