/* Events: what the text tells as having happened, by clauses.
 *
 *     "Police detained 14 protesters after the march, the union said."
 *      subject  predicate
 *
 * Every verb of the article is listed with its subject and what belongs to it, so that one article's clauses can be looked
 * for among another's. `told` are those that say that something happened: a finite verb of the past, a perfect or a
 * passive of the past, in the text below the headline; with a subject that is a noun or a known entity; not denied, not
 * under a modal, no condition and no question, no quotation, not what somebody merely believes; and no verb of speech or
 * of a state ("said", "remains"). Those verbs, and what makes a clause a condition, are the language's data (events.tsv).
 * A predicate ends before a clause or a second verb that is added to it. Nothing without a parser.
 */
#ifndef PX_ANNOTATE_EVENT_H
#define PX_ANNOTATE_EVENT_H

#include "reading/annotation.h"

/* Fills article->events, in order of position. Linear. */
PX_API enum px_status px_annotate_events(struct px_annotation *annotation, struct px_error *error);

#endif
