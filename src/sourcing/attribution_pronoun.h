/* Speakers whose phrase has no name: whom a pronoun or a description takes up. Private to the attribution files.
 *
 * `gender` is a person's, or PX_NONE for "it". Entities are the article's; PX_NONE stands for nobody.
 */
#ifndef PX_SOURCING_ATTRIBUTION_PRONOUN_H
#define PX_SOURCING_ATTRIBUTION_PRONOUN_H

#include "sourcing/attribution_scene.h"

/* The first name of the sentence, where it stands before its verb and behind no preposition: the subject where a clause
 * that is added to it hides it from the parser, "Hask, who was mayor, sought"; of persons alone if wanted. Linear in the
 * sentence, as are those below. */
uint32_t px_scene_front_name(const struct px_scene *scene, uint32_t sentence, uint32_t verb, bool person);

/* May the pronoun stand for the entity? */
bool px_scene_agrees(const struct px_scene *scene, uint32_t entity, uint32_t gender);

/* "Britain allied itself with what it called", "Hask blamed Kestria, which he called": the subject of a clause above the
 * token, if the pronoun agrees with it. */
uint32_t px_scene_subject_above(const struct px_scene *scene, uint32_t token, uint32_t gender);

/* Is the phrase the subject of its sentence's main clause? True without a parser. */
bool px_scene_is_subject(const struct px_scene *scene, struct px_span phrase);

/* The subject of the sentence's main clause, if the pronoun agrees with it. */
uint32_t px_scene_subject_of(const struct px_scene *scene, uint32_t sentence, uint32_t gender);

/* The only person that the pronoun agrees with among the subjects of the sentence's clauses, outside of what is quoted: "calls
 * for Lind, when *Hask* suggested"; PX_NONE for none and for several. */
uint32_t px_scene_only_subject(const struct px_scene *scene, uint32_t sentence, uint32_t gender);

/* The sentence before what is said, or PX_NONE; and who is its subject, if the pronoun agrees with it, or PX_NONE. */
uint32_t px_scene_sentence_before(const struct px_scene *scene, const struct px_cue *cue);
uint32_t px_scene_subject_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender);

/* "*Hask's* letter named nobody.¶ “…,” he wrote.": whose document that sentence tells of, or the one before it where it goes
 * on of "it"; or PX_NONE. */
uint32_t px_scene_author_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender);

/* "*Ora Lind* offered more. “The wait would not hurt,” she said.": the subject of the sentence before what is quoted,
 * where the article names that person for the first time; or PX_NONE. */
uint32_t px_scene_introduced_before(const struct px_scene *scene, const struct px_cue *cue, uint32_t gender);

/* The sentence with which the statement ends. */
uint32_t px_scene_last_sentence(const struct px_scene *scene, const struct px_attribution *attribution);

/* Gives the statement the speaker of the other one, with all that is known of him. */
void px_attribution_take_speaker(struct px_attribution *attribution, const struct px_attribution *other);

/* "Wal-Mart calls that evidence unreliable. *The company* says": gives the statement, the article's last one, the
 * institution or person that the article names just before. Linear in the statements. */
void px_scene_resolve_phrase(const struct px_scene *scene, const struct px_cue *cue,
                             struct px_attribution *attribution);

/* "The *Harbour Fund* declined. “We are at work,” the group said.": gives the statement the body that a definite noun stands
 * for: the only one that the article has named by it, or the only one that the sentence nearest before names; false where
 * that is none or open. Linear in the mentions before. */
bool px_scene_resolve_body(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution);

/* "Hask was in York. *The retired brewer* said": gives the statement of who is described by an epithet to the person whom
 * the sentence before tells of, alone or as its subject; false where it tells of nobody, or the description tells against
 * it. Linear in the two sentences. */
bool px_scene_resolve_theme(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution);

/* "*Lawyers for the miners* wrote to the court. “…,” they said.": gives the statement the people who are the subject of the
 * sentence before, where `last`, whom the pronoun may stand for as well, or NULL, speaks in none since. Linear in the
 * sentence. */
bool px_scene_resolve_people(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *last,
                             struct px_attribution *attribution);

/* "A memo by *clerks in York*. They said": gives the statement the people whom the sentence before tells of by its only
 * plural; they are described and not named. False where it has none, or several. Linear in the two sentences. */
bool px_scene_resolve_plural(const struct px_scene *scene, const struct px_cue *cue,
                             struct px_attribution *attribution);

/* "*Smith*'s letter argued … *The letter* says": gives the statements of such a document without an author to whoever
 * the last statement, or else the next, of such a document was given to. Linear in the statements where few are
 * documents'. */
void px_scene_resolve_documents(const struct px_scene *scene);

/* "Ann Hask (D-Tarn.) … *The Tarn Democrat* said": gives the statement of a described person who has no name to the only
 * one whom the article tells to be that; where there is none, and somebody else may be meant, it leaves the high tier.
 * Linear in the mentions. */
void px_scene_resolve_epithet(const struct px_scene *scene, const struct px_cue *cue,
                              struct px_attribution *attribution);

#endif
