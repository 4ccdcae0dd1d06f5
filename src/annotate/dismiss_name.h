/* Matches whose words are part of a name or an office. Private to dismiss*.c. */
#ifndef PX_ANNOTATE_DISMISS_NAME_H
#define PX_ANNOTATE_DISMISS_NAME_H

#include "reading/annotation.h"

/* The article, and what was asked last of a sentence: matches come in order of position. */
struct px_dismissing {
    const struct px_annotation *annotation;
    uint32_t sentence; /* PX_NONE at first */
    bool title;        /* its words are capitalised as in titles, where capitals tell no names */
};

/* Is all of the match part of a longer name, a person's name, or part of a role? Linear in its sentence's tokens. */
bool px_dismiss_is_name(struct px_dismissing *reading, const struct px_match *match);

#endif
