/* Ties: which evaluations judge the entity that they are counted for, and who judges by them.
 *
 * Stance weighs every word of feeling near a mention. A tie says that the word is one of judgement, and that by the
 * sentence's grammar it is said of the entity:
 *
 *     "the brutal *ruler*", "*Hask* was reckless"   a modifier, a predicate
 *     "*Hask*, a bully", "*Beck*, the hero"         a noun that he is called by
 *     "the *council*'s aggression"                  a noun that charges: who does it, not whom it befalls
 *     "*the gendarmes* hauled them out"             a verb, if it is loaded and against him: who does it, not who would
 *     "Kray slammed *Halvard*"                      a word of speech with a tone: whom it is directed at; Kray judges
 *     "Kray accused *Halvard* of fraud"             what a charge is of, else its verb: who is charged; Kray judges
 *     "*Hask* boasted"                              the same, if it is loaded: who speaks; the outlet judges
 *
 * A word of judgement is one of valence.tsv of some strength, or one that counts as loaded. Only with a parser: nothing is
 * tied without one.
 */
#ifndef PX_ANNOTATE_TIE_H
#define PX_ANNOTATE_TIE_H

#include "reading/annotation.h"

/* Fills `tied`, `said` and `judge` of all evidence of article->stances, and leaves those mentions clearly judged of
 * which a tied word says so. Linear. */
PX_API enum px_status px_annotate_ties(struct px_annotation *annotation, struct px_error *error);

#endif
