/* Text made at random from a seed: the same seed gives the same text on every machine. */
#ifndef RANDOM_TEXT_H
#define RANDOM_TEXT_H

#include "base/buffer.h"

/* splitmix64 (Steele, Lea and Flood 2014) */
static inline uint64_t random_next(uint64_t *seed)
{
    uint64_t z = (*seed += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline size_t random_below(uint64_t *seed, size_t limit)
{
    return (size_t)(random_next(seed) % limit);
}

#define RANDOM_PIECE(literal)        \
    {                                \
        literal, sizeof(literal) - 1 \
    }

static const struct px_slice random_pieces[] = {
    RANDOM_PIECE("the"),
    RANDOM_PIECE("The"),
    RANDOM_PIECE("regime"),
    RANDOM_PIECE("Johnson"),
    RANDOM_PIECE("said"),
    RANDOM_PIECE("A"),
    RANDOM_PIECE("I"),
    RANDOM_PIECE("Mr."),
    RANDOM_PIECE("U.S."),
    RANDOM_PIECE("W.Va."),
    RANDOM_PIECE("p.m."),
    RANDOM_PIECE("2017"),
    RANDOM_PIECE("1,200.5"),
    RANDOM_PIECE("7"),
    RANDOM_PIECE("$"),
    RANDOM_PIECE("'s"),
    RANDOM_PIECE("\xE2\x80\x99s"),
    RANDOM_PIECE("-"),
    RANDOM_PIECE("--"),
    RANDOM_PIECE("_"),
    RANDOM_PIECE("."),
    RANDOM_PIECE("..."),
    RANDOM_PIECE("!"),
    RANDOM_PIECE("?"),
    RANDOM_PIECE(","),
    RANDOM_PIECE(";"),
    RANDOM_PIECE("\""),
    RANDOM_PIECE("'"),
    RANDOM_PIECE("("),
    RANDOM_PIECE(")"),
    RANDOM_PIECE("["),
    RANDOM_PIECE("]"),
    RANDOM_PIECE("\xE2\x80\x9C"),
    RANDOM_PIECE("\xE2\x80\x9D"),
    RANDOM_PIECE("\xE2\x80\xA6"),
    RANDOM_PIECE("\xC2\xAB"),
    RANDOM_PIECE("\xE2\x80\x94"),
    RANDOM_PIECE("\xC2\xA0"),
    RANDOM_PIECE("\xE2\x80\x8B"),
    RANDOM_PIECE("\xC2\xAD"),
    RANDOM_PIECE("\xE2\x80\x8D"),
    RANDOM_PIECE("\xCC\x81"),
    RANDOM_PIECE("e\xCC\x81"),
    RANDOM_PIECE("\xCD\x85"),
    RANDOM_PIECE("\xC3\x9F"),
    RANDOM_PIECE("\xC4\xB0"),
    RANDOM_PIECE("\xC5\x89"),
    RANDOM_PIECE("\xC7\xB0"),
    RANDOM_PIECE("\xE1\xBE\xB3"),
    RANDOM_PIECE("\xCE\xA3"),
    RANDOM_PIECE("\xD0\x9E\xD0\xBD"),
    RANDOM_PIECE("\xE4\xB8\xAD\xE6\x96\x87"),
    RANDOM_PIECE("\xE3\x80\x82"),
    RANDOM_PIECE("\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5"),
    RANDOM_PIECE("\xED\x95\x9C\xEA\xB5\xAD"),
    RANDOM_PIECE("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"),
    RANDOM_PIECE("\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD"),
    RANDOM_PIECE("\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7"),
    RANDOM_PIECE("\xEF\xB8\x8F"),
    RANDOM_PIECE("@name"),
    RANDOM_PIECE("#tag"),
    RANDOM_PIECE("https://a.org/b"),
    RANDOM_PIECE("@"),
    RANDOM_PIECE("/"),
    RANDOM_PIECE("\xFF"),
    RANDOM_PIECE("\xE2\x80"),
    RANDOM_PIECE("\xED\xA0\x80"),
    RANDOM_PIECE("\0"),
    RANDOM_PIECE("\n"),
    RANDOM_PIECE("\t"),
    RANDOM_PIECE("\x01"),
    RANDOM_PIECE("\xEF\xBB\xBF"),
    RANDOM_PIECE("\xEF\xBF\xBD"),
};

/* Appends up to `most` pieces, half of them with a space behind. */
static inline void random_text(uint64_t *seed, size_t most, struct px_buffer *text)
{
    size_t pieces = random_below(seed, most + 1);
    for (size_t i = 0; i < pieces; i++) {
        px_buffer_append(text, random_pieces[random_below(seed, sizeof random_pieces / sizeof *random_pieces)]);
        if (random_below(seed, 2) == 0)
            px_buffer_byte(text, ' ');
    }
}

#endif
