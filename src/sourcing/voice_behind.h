/* Whose the words are that a word of speech, of the mind or of a charge brings with it, found as a statement or not.
 * Private to the voice files. */
#ifndef PX_SOURCING_VOICE_BEHIND_H
#define PX_SOURCING_VOICE_BEHIND_H

#include "reading/annotation.h"
#include "syntax/tree.h"

enum { PX_VOICE_REACH = 10 }; /* tokens that what belongs to a word may stand behind it */

static const double PX_VOICE_LEAST_SPEECH = 0.5; /* weight of a cue: the share of its hits that report, */
static const double PX_VOICE_MAY_REPORT = 0.3;   /* where its place says so too */

/* Makes them another's where they were the article's own. Linear. */
void px_voice_lay_behind(const struct px_annotation *annotation);

/* A step of it: "accused activists *of tolerating bigotry*": what somebody is charged with is the charge of whoever accuses. */
void px_voice_lay_charge(const struct px_annotation *annotation, const struct px_hit *hit);

/* A step of it: "considered it *reckless*": the verdict is only passed on. Linear in the sentence. */
void px_voice_pass_verdict(const struct px_annotation *annotation, const struct px_hit *hit);

/* A step of it: "asking them *to repudiate bigots*": what is asked for is only passed on. Linear in the sentence. */
void px_voice_pass_request(const struct px_annotation *annotation, const struct px_hit *hit);

/* The article's own word becomes another's, but for one that only opens the clause. */
void px_voice_lay_word(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* Where the clause of the verb ends: before what the parser joins to it that has another form, "his wish to fill it |
 * *and doing* interviews", or adds behind it, "of fostering hate, | *telling* of jokes". */
uint32_t px_voice_end_of_clause(const struct px_tree *tree, uint32_t verb);

/* "Progressivism, *he told the Conference*, is a cancer": the sentence round such an aside is the speaker's, whatever part
 * of it was found to be, but for a noun that the article adds behind it. Linear in the sentence. */
void px_voice_lay_aside(const struct px_annotation *annotation, const struct px_hit *hit);

/* "*According to the Courier*, …": all of a sentence that begins with its source is the source's. Linear in the
 * sentence. */
void px_voice_lay_source(const struct px_annotation *annotation, const struct px_hit *hit);

static inline bool px_voice_is_comma(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_token *it = &annotation->article->tokens.items[token];
    return it->kind == PX_TOKEN_PUNCTUATION && annotation->article->text.data[it->start] == ',';
}

#endif
