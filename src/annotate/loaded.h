/* Matches: the hits of the shown lexicons, each with its voice, and the loaded score of each sentence.
 */
#ifndef PX_ANNOTATE_LOADED_H
#define PX_ANNOTATE_LOADED_H

#include "reading/annotation.h"

/* Are the words the outlet's choice? Those of its own voice and those it reports without quotation marks are. */
static inline bool px_voice_is_chosen(uint8_t voice)
{
    return voice == PX_VOICE_OWN || voice == PX_VOICE_INDIRECT;
}

/* Are the words, and no more, a verb or noun of speech: "claims"? */
bool px_match_is_cue(const struct px_article *article, const struct px_match *match);

/* Fills article->matches, in order of position, and what each sentence scores. Needs the hits, attributions and voice; with
 * options->loaded, words that no list has are proposed, too. Linear. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_matches(struct px_annotation *annotation, struct px_error *error);

#endif
