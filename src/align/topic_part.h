/* The words of a sentence that tell most of what it tells: those in a row with the rarest words. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_PART_H
#define PX_ALIGN_TOPIC_PART_H

#include "align/align.h"

/* Words of a sentence: tokens [first, end) of an article. */
struct px_topic_part {
    uint32_t first, end;
    uint32_t words;
    double weight; /* how rare its words are together; 0 for no part */
    double worth;  /* the same, less where they begin amid a clause */
    bool cut;      /* the words go on */
    bool joined;   /* they begin behind an "and" */
};

/* The worthiest of the tokens [first, end): from the first on, or from behind a mark, or an "and", up to a telling word where they go
 * on; not those that speak of "him" before they name anything. */
struct px_topic_part px_topic_part_of(const struct px_compare_context *context, size_t article, uint32_t first,
                                      uint32_t end);

/* Its text in the comparison's arena, with "…" where it is cut, or joined to what is left out; empty when memory is out. */
struct px_slice px_topic_part_text(const struct px_compare_context *context, size_t article,
                                   const struct px_topic_part *part);

#endif
