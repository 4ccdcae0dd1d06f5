/* What kind of text, in which language: judged once the text is known. */
#ifndef PX_INGEST_GENRE_H
#define PX_INGEST_GENRE_H

#include "ingest/page.h"

/* What speaks for another genre than news goes before what speaks for news; of each, in this order: the type that
 * schema.org gives, labels in the headline ("Opinion: …", "… (Op-ed)") and the headline's words, the section, the
 * address, labels beside the headline, disclaimers round the text, a text of questions and answers. A dated page that
 * nothing speaks for is news; an undated one is unknown. */
void px_genre_judge(const struct px_page *page, struct px_article *article);

/* Tells the author's note ("X is a professor at …") and disclaimers ("The views expressed …") from the text: lines in
 * the last quarter of the text or the first two paragraphs, or beside it, that a note's words or the author's name
 * begin. They become notices; the notes without their disclaimers, or else the disclaimers, stand joined by spaces in
 * article->author_note. Before the text is put together. */
void px_genre_take_note(struct px_page *page, struct px_article *article);

/* The language whose function words make up a fifth of the text, and words of its relatives hardly any; else the one
 * that the page declares; else, for scripts that few languages share, the script's commonest. */
void px_language_judge(const struct px_page *page, struct px_article *article);

#endif
