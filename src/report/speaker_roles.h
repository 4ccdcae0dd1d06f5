/* By what descriptions the articles introduce a speaker. Private to the room. */
#ifndef PX_REPORT_SPEAKER_ROLES_H
#define PX_REPORT_SPEAKER_ROLES_H

#include "report/page.h"

/* ", talk show host (A), network host (B)": each description of a speaker who has one, once, with the articles that have
 * it; without them where one stands for all. Linear in the mentions of the articles. */
void px_page_roles(struct px_page *page, const struct px_source *source);

#endif
