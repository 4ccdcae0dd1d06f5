/* What kind of text, in which language: judged once the text is known. */
#ifndef PX_INGEST_GENRE_H
#define PX_INGEST_GENRE_H

#include "ingest/page.h"

/* From labels in the headline ("(Op-ed)", "Opinion: …"), the section, the address, labels by the headline and
 * disclaimers behind the text, in this order; a dated page that nothing else speaks for is news. */
void px_genre_judge(const struct px_page *page, struct px_article *article);

/* The language whose function words make up a fifth of the text, else the one that the page declares. */
void px_language_judge(const struct px_page *page, struct px_article *article);

#endif
