/* Quotation marks as they stand in a text: of which family they are, and whether they can open or close. Private to the
 * quotation files.
 *
 * Marks that lean on the word behind them open, marks that lean on the one before close; a single mark may be an
 * apostrophe, a straight one a number's.
 */
#ifndef PX_SOURCING_QUOTATION_MARK_H
#define PX_SOURCING_QUOTATION_MARK_H

#include "article/article.h"
#include "text/utf8.h"

enum px_quotation_family { PX_QUOTATION_DOUBLE, PX_QUOTATION_SINGLE, PX_QUOTATION_ANGLE, PX_QUOTATION_CORNER };

/* Where marks are read: the tokens [first, end) of one block, which is as far as a mark sees. */
struct px_quotation_block {
    const struct px_article *article;
    uint32_t first;
    uint32_t end;
};

struct px_quotation_mark {
    uint32_t token;
    enum px_quotation_family family;
    enum px_quote_mark shape;
    bool leans_back;    /* no space before */
    bool leans_forward; /* no space behind */
    bool is_typographic;
};

/* Reads the token as a quotation mark; false when it is none. A mark typed twice ('' or ``) is a double one. */
bool px_quotation_mark_read(const struct px_quotation_block *in, uint32_t token, struct px_quotation_mark *mark);

/* Can the single mark open? It stands behind a space, a bracket, a dash or another mark, and before a word. */
bool px_quotation_mark_can_open_single(const struct px_quotation_block *in, const struct px_quotation_mark *mark);

/* Can the single mark close? It stands behind a word or a full stop, and before a space or punctuation. */
bool px_quotation_mark_can_close_single(const struct px_quotation_block *in, const struct px_quotation_mark *mark);

/* Does the mark, from its place alone, rather open than close? */
bool px_quotation_mark_looks_opening(const struct px_quotation_block *in, const struct px_quotation_mark *mark);

/* May it be a number's mark of inches: 6'2"? */
bool px_quotation_mark_is_inches(const struct px_quotation_block *in, const struct px_quotation_mark *mark);

/* Is there such a token in the block, and is it punctuation? */
bool px_quotation_is_punctuation(const struct px_quotation_block *in, uint32_t token);

#endif
