#include "ingest/sieve.h"

#include <string.h>

enum { PIECES_AT_MOST = PX_SIEVE_LETTERS_MOST, PIECE_BYTES = 4, LEAST_BYTES = 2, DEPTH_AT_MOST = 20 };

/* The last characters of a run, the very last in the lowest byte. */
struct piece {
    uint32_t bytes;
    uint32_t size;
};

/* The reading of one pattern. `pieces` is a stack: what a part of the pattern needs lies on top of what stood there. */
struct reading {
    struct px_slice source;
    size_t at;
    struct piece pieces[PIECES_AT_MOST];
    size_t count;
    unsigned depth;
    bool lost; /* something that is not read here: nothing can be said */
};

/* One alternative on its way: the best it has so far lies at the bottom of its part of the stack. */
struct sequence {
    size_t bottom;
    uint32_t best; /* characters of the shortest of its pieces; 0: nothing is needed */
    struct piece run;
};

static uint32_t read_alternatives(struct reading *reading);

static uint32_t lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? c + 32u : c;
}

static uint32_t slot_of(uint32_t bytes, uint32_t size)
{
    return (bytes * 0x9E3779B1u + size * 0x85EBCA6Bu) >> (32 - PX_SIEVE_BITS);
}

static char peek(const struct reading *reading, size_t ahead)
{
    return reading->at + ahead < reading->source.size ? reading->source.data[reading->at + ahead] : 0;
}

/* Takes what lies above `mark` as the sequence's need when it says more than what it has, or as much in fewer pieces;
 * else forgets it. */
static void consider(struct reading *reading, struct sequence *sequence, size_t mark, uint32_t least)
{
    size_t more = reading->count - mark;
    bool fewer = least == sequence->best && more < mark - sequence->bottom;
    bool better = least >= LEAST_BYTES && (least > sequence->best || fewer);
    if (better) {
        memmove(&reading->pieces[sequence->bottom], &reading->pieces[mark], more * sizeof *reading->pieces);
        sequence->best = least;
        reading->count = sequence->bottom + more;
    } else {
        reading->count = mark;
    }
}

static void end_run(struct reading *reading, struct sequence *sequence)
{
    size_t mark = reading->count;
    struct piece run = sequence->run;
    sequence->run = (struct piece){0};
    if (run.size == 0)
        return;
    reading->lost = reading->lost || reading->count == PIECES_AT_MOST;
    if (!reading->lost)
        reading->pieces[reading->count++] = run;
    consider(reading, sequence, mark, run.size);
}

/* Steps over a quantifier; true when it lets the thing before it be left out. */
static bool skip_quantifier(struct reading *reading)
{
    char c = peek(reading, 0);
    if (c != '?' && c != '*' && c != '+' && c != '{')
        return false;
    while (c == '{' && peek(reading, 0) != '}' && peek(reading, 0) != 0)
        reading->at++;
    reading->at++;
    if (peek(reading, 0) == '?' || peek(reading, 0) == '+')
        reading->at++;
    return c != '+';
}

static void skip_class(struct reading *reading)
{
    reading->at++;
    reading->at += peek(reading, 0) == '^';
    reading->at += peek(reading, 0) == ']';
    while (peek(reading, 0) != ']' && peek(reading, 0) != 0) {
        reading->lost = reading->lost || (peek(reading, 0) == '[' && peek(reading, 1) == ':');
        reading->at += peek(reading, 0) == '\\' ? 2 : 1;
    }
    reading->at++;
}

/* A group, from its "(" to behind its ")" and quantifier. */
static void read_group(struct reading *reading, struct sequence *sequence)
{
    static const struct {
        const char *opening;
        bool counts;
    } kinds[] = {{"(?:", true}, {"(?-i:", true}, {"(?=", false}, {"(?!", false}, {"(?<=", false}, {"(?<!", false}};
    struct px_slice rest = px_slice_part(reading->source, reading->at, reading->source.size);
    size_t opening = peek(reading, 1) == '?' || peek(reading, 1) == '*' ? 0 : 1, mark = reading->count;
    bool counts = true;
    for (size_t i = 0; opening == 0 && i < sizeof kinds / sizeof *kinds; i++)
        if (px_slice_starts(rest, px_slice_from(kinds[i].opening))) {
            opening = strlen(kinds[i].opening);
            counts = kinds[i].counts;
        }
    reading->lost = reading->lost || opening == 0 || ++reading->depth > DEPTH_AT_MOST;
    if (reading->lost)
        return;
    reading->at += opening;
    uint32_t least = read_alternatives(reading);
    reading->depth--;
    reading->lost = reading->lost || peek(reading, 0) != ')';
    reading->at++;
    counts = !skip_quantifier(reading) && counts;
    consider(reading, sequence, mark, counts ? least : 0);
}

/* A character of `size` bytes that stands for itself. */
static void read_literal(struct reading *reading, struct sequence *sequence, size_t size)
{
    struct piece run = sequence->run;
    for (size_t i = 0; i < size; i++) {
        run.bytes = run.bytes << 8 | lower((unsigned char)peek(reading, i));
        run.size = run.size < PIECE_BYTES ? run.size + 1 : PIECE_BYTES;
    }
    reading->at += size;
    bool counted = strchr("?*+{", peek(reading, 0)) != NULL && peek(reading, 0) != 0;
    if (!skip_quantifier(reading))
        sequence->run = run;
    else
        counted = true;
    if (counted)
        end_run(reading, sequence);
}

/* Bytes of a sign beyond ASCII that is no letter of any case: one of Latin-1's, or a dash, quotation mark or the like;
 * else 0. */
static size_t sign_size(const struct reading *reading)
{
    unsigned char first = (unsigned char)peek(reading, 0), second = (unsigned char)peek(reading, 1);
    if (first == 0xC2 && second >= 0xA0 && second <= 0xBF && second != 0xAA && second != 0xB5 && second != 0xBA)
        return 2;
    return first == 0xE2 && second == 0x80 && peek(reading, 2) != 0 ? 3 : 0;
}

static void read_escape(struct reading *reading, struct sequence *sequence)
{
    char c = peek(reading, 1);
    bool alphanumeric = (c >= '0' && c <= '9') || (lower((unsigned char)c) >= 'a' && lower((unsigned char)c) <= 'z');
    reading->at++;
    if ((unsigned char)c >= 0x80) /* it is what it is without the backslash */
        return;
    if (!alphanumeric && c != 0) {
        read_literal(reading, sequence, 1);
        return;
    }
    bool property = (c == 'p' || c == 'P') && peek(reading, 1) == '{';
    reading->lost = reading->lost || c == 0 || (!property && strchr("bBdDsSwW", c) == NULL);
    end_run(reading, sequence);
    while (property && peek(reading, 0) != '}' && peek(reading, 0) != 0)
        reading->at++;
    reading->at++;
    skip_quantifier(reading);
}

static void read_atom(struct reading *reading, struct sequence *sequence)
{
    unsigned char c = (unsigned char)peek(reading, 0);
    size_t sign = sign_size(reading);
    if (c == '\\') {
        read_escape(reading, sequence);
    } else if (sign > 0) {
        read_literal(reading, sequence, sign);
    } else if (c == '(') {
        end_run(reading, sequence);
        read_group(reading, sequence);
    } else if (c == '[' || c == '.' || c == '^' || c == '$' || c >= 0x80) {
        end_run(reading, sequence);
        if (c == '[')
            skip_class(reading);
        else
            reading->at++;
        skip_quantifier(reading);
    } else {
        read_literal(reading, sequence, 1);
    }
}

/* One alternative: leaves its need on the stack; 0 when it has none. */
static uint32_t read_sequence(struct reading *reading)
{
    struct sequence sequence = {.bottom = reading->count};
    while (!reading->lost && peek(reading, 0) != 0 && peek(reading, 0) != '|' && peek(reading, 0) != ')')
        read_atom(reading, &sequence);
    end_run(reading, &sequence);
    return sequence.best;
}

/* All alternatives up to a ")" or the end: a match needs one of what they leave on the stack. */
static uint32_t read_alternatives(struct reading *reading)
{
    size_t bottom = reading->count;
    uint32_t least = PIECE_BYTES;
    for (;;) {
        uint32_t need = read_sequence(reading);
        least = need < least ? need : least;
        if (reading->lost || peek(reading, 0) != '|')
            break;
        reading->at++;
    }
    if (least == 0)
        reading->count = bottom;
    return least;
}

size_t px_sieve_letters(struct px_slice pattern, uint16_t letters[PX_SIEVE_LETTERS_MOST])
{
    struct reading reading = {.source = pattern};
    bool zeros = pattern.size > 0 && memchr(pattern.data, 0, pattern.size) != NULL;
    uint32_t least = zeros ? 0 : read_alternatives(&reading);
    if (reading.lost || least == 0 || reading.at != pattern.size)
        return 0;
    for (size_t i = 0; i < reading.count; i++)
        letters[i] = (uint16_t)slot_of(reading.pieces[i].bytes, reading.pieces[i].size);
    return reading.count;
}

void px_sieve_add_letters(struct px_sieve *sieve, const uint16_t *letters, size_t count, uint32_t mask)
{
    for (size_t i = 0; i < count; i++)
        sieve->masks[letters[i]] |= mask;
}

bool px_sieve_add(struct px_sieve *sieve, struct px_slice pattern, uint32_t mask)
{
    uint16_t letters[PX_SIEVE_LETTERS_MOST];
    size_t count = px_sieve_letters(pattern, letters);
    px_sieve_add_letters(sieve, letters, count, mask);
    return count > 0;
}

bool px_sieve_has_met(const struct px_sieve_met *met, const uint16_t *letters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (met->bits[letters[i] / 64] >> letters[i] % 64 & 1)
            return true;
    return false;
}

/* Does a character begin at `at` that counts as an ASCII letter when case does not matter: the long s, the Kelvin
 * sign? */
static bool folds_to_ascii(struct px_slice text, size_t at)
{
    struct px_slice rest = px_slice_part(text, at, text.size);
    return px_slice_starts(rest, PX_SLICE("\xC5\xBF")) || px_slice_starts(rest, PX_SLICE("\xE2\x84\xAA"));
}

static uint32_t look_up(const struct px_sieve *sieve, uint32_t slot, struct px_sieve_met *met)
{
    if (sieve->masks[slot] != 0 && met != NULL)
        met->bits[slot / 64] |= (uint64_t)1 << slot % 64;
    return sieve->masks[slot];
}

uint32_t px_sieve_find(const struct px_sieve *sieve, struct px_slice text, struct px_sieve_met *met)
{
    uint32_t found = 0, bytes = 0;
    if (met != NULL)
        memset(met, 0, sizeof *met);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if ((c == 0xC5 || c == 0xE2) && folds_to_ascii(text, i)) {
            if (met != NULL)
                memset(met, 0xFF, sizeof *met);
            return UINT32_MAX;
        }
        bytes = bytes << 8 | lower(c);
        found |= look_up(sieve, slot_of(bytes & 0xFFFF, 2), met) | look_up(sieve, slot_of(bytes & 0xFFFFFF, 3), met) |
                 look_up(sieve, slot_of(bytes, 4), met);
    }
    return found;
}
