/* Which words of what is said are the speaker's: not what joins them to the article's own, nor what it adds among them.
 * Private to the voice files. */
#ifndef PX_SOURCING_VOICE_WORDS_H
#define PX_SOURCING_VOICE_WORDS_H

#include "reading/annotation.h"

/* The part of the content without what only joins it, "said *that*", or judges it, "repeated *his false claims* that"; empty
 * where no word of it is the speaker's, "explains *why*, “…”". Linear in the part. */
struct px_span px_voice_words_of(const struct px_annotation *annotation, const struct px_spans *content, size_t part);

/* "said that his budget*, which slashes aid,* was just": a clause that is put in among the words behind speaker and verb
 * may be the article's, unless it is very long; it is only passed on, and nobody's words. The article's own are what judges
 * a document's number, "a *staggering* 55 percent left, by a poll", and the manner of the verb, "declared a run on Monday
 * *with swagger*". Linear in the part. */
void px_voice_open_asides(const struct px_annotation *annotation, uint32_t attribution, struct px_span part);

/* "have said *those cuts would be brutal*", "asked *whether it was brutal*": the clause right behind a word of speech is
 * surely not the article's, however unsure it is where the statement ends. Linear in its words. */
void px_voice_pass_on_clause(const struct px_annotation *annotation, uint32_t attribution);

#endif
