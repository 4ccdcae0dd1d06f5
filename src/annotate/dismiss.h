/* Which matches count. A match stands in the article's list wherever its entry's words stand; what follows is told from
 * their context, for the language's own lexicons:
 *
 *     name        all of it is part of a longer name, is a person's name, or is part of a role ("the national security adviser"); loaded
 *                 words beside a person's name, and whatever a title alone writes like a name, are no part of it; what may
 *                 be a name by itself (column "pos" lists PROPN: "Democrats") only in the name of a law or another work
 *     weight      the entry's weight is below the lexicon's metadata "mark"
 *     sense       the entry's column "pos" lists other parts of speech than that of the word the others hang on; or it is in
 *                 a category of the metadata "purposes", and only what a word of state or thought asks for ("needs to win over"),
 *                 or of "permits", and allows or forbids by law ("may not be kept")
 *     cue         it is in a category of the metadata "cues", and a speaker is given the floor by it, or it is a loaded word
 *                 of speech ("claims")
 *     negation    it is in a category of the metadata "negated", and denied, or of "supposed", and only supposed ("if", "could");
 *                 or a denied idiom of the article's own voice that the model does not mark, or a loaded word in a category of
 *                 the metadata "qualities", and what something is said not to be ("is not a *crazy* idea"); of "leanings"
 *                 only what names nobody ("is not *racist*", but not "is not a *racist*")
 *     doubt       it is in a category of the metadata "doubted", and under a condition, a question or an adverb of doubt; or
 *                 of "bodies", and in the headline, which leaves half unsaid who says so
 *     context     a loaded word below "mark"; in the article's own voice one that is not marked and no idiom: several words
 *                 without a literal sense (weight 0.5 on), or what something is said to be ("is a white elephant"); but for
 *                 quotations a quality, of those categories, of which there is little ("somewhat *awkward*")
 *
 * Without a parser the part of speech is not asked for, nor are qualities held against denials: so with --no-model. Words
 * of "leanings" are no qualities then. A user's lexicon counts wherever its words stand.
 *
 *     px_annotate_dismissals(annotation, &error);
 *     if (px_match_counts(&article->matches.items[i])) ...
 */
#ifndef PX_ANNOTATE_DISMISS_H
#define PX_ANNOTATE_DISMISS_H

#include "reading/annotation.h"

/* Fills `dismissed` of every match; of those that do not count only words of speech stay marked, which experts mark, too.
 * Linear in matches and their tokens. */
PX_API enum px_status px_annotate_dismissals(struct px_annotation *annotation, struct px_error *error);

#endif
