/* Nominals: the noun phrase around a word of the tree.
 *
 *     struct px_nominal nominal;
 *     if (px_nominal_at(annotation, token, &nominal))
 *         text = px_nominal_text(&nominal, px_nominal_start(&nominal, head), px_nominal_end(&nominal, head), 12);
 */
#ifndef PX_READING_NOMINAL_H
#define PX_READING_NOMINAL_H

#include "reading/annotation.h"
#include "reading/parse.h"

struct px_nominal {
    const struct px_annotation *annotation;
    const struct px_tree *tree;
    uint32_t sentence;
};

/* False without a parser. */
bool px_nominal_at(const struct px_annotation *annotation, uint32_t token, struct px_nominal *nominal);

/* Is the word of this universal class: "NOUN"? */
bool px_nominal_is(const struct px_nominal *nominal, uint32_t word, const char *upos);

/* Where a phrase with this head begins: behind its preposition, conjunction, marks and article. */
uint32_t px_nominal_start(const struct px_nominal *nominal, uint32_t head);

/* Where what belongs to the head ends: before a mark, or a clause that is added to it. */
uint32_t px_nominal_end(const struct px_nominal *nominal, uint32_t head);

/* The text of words [start, end); empty where there are none, or more than `most`. */
struct px_slice px_nominal_text(const struct px_nominal *nominal, uint32_t start, uint32_t end, uint32_t most);

static inline uint32_t px_nominal_token(const struct px_nominal *nominal, uint32_t word)
{
    return px_parse_token(nominal->annotation, nominal->sentence, word);
}

#endif
