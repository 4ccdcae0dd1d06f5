/* Explaining: why each piece of a page has the role it has.
 *
 * Nothing is explained unless asked for: an explainer knows the furniture patterns one by one, where the rules know
 * them joined, and costs some 10 ms to make. It is read-only and shared by threads.
 */
#ifndef PX_INGEST_EXPLAIN_H
#define PX_INGEST_EXPLAIN_H

#include "ingest/decide.h"

struct px_explainer;

/* Reads the furniture patterns of every language once more, each for itself. `directory` as in px_rules_new. */
enum px_status px_explainer_new(const char *directory, struct px_explainer **explainer, struct px_error *error);
void px_explainer_free(struct px_explainer *explainer);

/* Notes with the unit which features of the linear part spoke most for and against it: "stop_share +1.2, links -.4".
 * `row` as px_features_compute gives it. Does nothing on a page that nobody asks to explain. */
void px_explain_score(struct px_page *page, struct px_unit *unit, const float row[PX_FEATURE_COUNT],
                      const struct px_linear *linear);

/* Fills article->pieces with every unit of the page; after all roles are settled. false when memory is out. */
bool px_explain_article(const struct px_page *page, struct px_article *article);

#endif
