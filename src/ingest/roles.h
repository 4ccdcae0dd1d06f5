/* Roles: what kind of furniture each line is that is not the article's.
 *
 * The decision tells article from page; this tells the page's menus from its teasers. In order of trust: a rule that
 * fixed the line, the patterns of furniture_roles.tsv, those of furniture.tsv, hints of the markup, and then the
 * company a line keeps: in a run of short lines most of which have three words or fewer it is a menu's, among longer
 * ones that read like headlines it is a teaser.
 */
#ifndef PX_INGEST_ROLES_H
#define PX_INGEST_ROLES_H

#include "ingest/page.h"

/* Settles the role of every unit that is not kept; keeps and drops nothing. After the decision. Linear. */
void px_roles_settle(struct px_page *page);

/* Is it the page's <title>, a breadcrumb's end, a sharing button's text: the headline again, perhaps with the site's
 * name? */
bool px_roles_repeat_title(const struct px_page *page, const struct px_unit *unit);

#endif
