/* The words that a distinctive term is shown by. Private to terms.c. */
#ifndef PX_CONTRAST_TERM_FORMS_H
#define PX_CONTRAST_TERM_FORMS_H

#include "contrast/contrast.h"

/* Sentences and paragraphs of the uses of every term, by term: uses of `term` are [first[term], first[term + 1]). */
struct px_uses_by_term {
    uint32_t *first;
    struct px_use *uses;
};

static inline uint32_t px_term_uses(const struct px_uses_by_term *sorted, uint32_t term)
{
    return sorted->first[term + 1] - sorted->first[term];
}

/* The forms of the term with a stroke between, where there are several; more than a few end in an ellipsis. Where a form
 * is that of another word, too, the class is told: "lie/lies (verb)". `sorted` is of each article. False when memory is
 * out. */
bool px_term_list_forms(struct px_compare_context *context, const struct px_uses_by_term *sorted, uint32_t term,
                        struct px_slice *listed);

#endif
