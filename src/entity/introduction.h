/* Introductions: what the article says an entity is, where grammar ties it to the name.
 *
 *     "Anna Halden, the union's treasurer, said"     an apposition behind the name
 *     "the party's chief whip, Peter Corvin"         a phrase whose apposition the name is
 *     "former ferry captain Peter Corvin"            what stands before the name in its phrase
 *
 * The rules of entity_role.c know offices and their holders from lists; this finds what no list has, for entities that
 * have no role yet, from their first mention that is introduced. A noun before a name must be one that roles.tsv or
 * sources.tsv lists; one behind it may be any that has an article or an owner. Only with a parser.
 */
#ifndef PX_ENTITY_INTRODUCTION_H
#define PX_ENTITY_INTRODUCTION_H

#include "reading/annotation.h"

/* Fills entity->role of persons, and of organisations and entities of no known kind by what stands behind them; and
 * whom a person acts for (entity->actor), by the organisation beside any introduction of his. After
 * px_annotate_mentions. Linear. */
PX_API enum px_status px_annotate_introductions(struct px_annotation *annotation, struct px_error *error);

/* Introduces whom no phrase does: by his title, "Sen. Hask", where no office is told; else by the body behind the name, "Ann
 * Hask of the Oak Institute". False when memory is out. Private to the room. Linear. */
bool px_introduction_by_name(const struct px_annotation *annotation);

/* "Representative Ann Hask of Tarn, *the House Democratic leader*": does the role tell of an office with one holder, which
 * is more than the seat in a house that a mere title tells of? "A retired admiral" does not. Private to the room. */
bool px_introduction_is_above_seat(const struct px_annotation *annotation, struct px_slice role, struct px_slice seat);

/* Lets a role that stops too soon go on: behind a town, "president of the Sorrel, Kes., | branch of the League", whose
 * body the person then acts for, not for the town; or to a second field, "director of safety | and training at the
 * League". Nothing for a role that is not of the article's text. Private to the room. */
void px_introduction_go_on(const struct px_annotation *annotation, struct px_entity *entity);

/* Is the role a part of the article's text, as it stands there? */
bool px_introduction_is_written(const struct px_article *article, struct px_slice role);

/* The role around its noun, a token, without what a parser takes for it before and behind: "Hask, according to | the town's
 * clerk | there". Private to the room. */
struct px_slice px_introduction_itself(const struct px_annotation *annotation, struct px_slice role, uint32_t noun);

/* The role to the end of the name that it ends in: "founder of Freedom | to Sail". Private to the room. */
struct px_slice px_introduction_whole_name(const struct px_annotation *annotation, struct px_slice role);

/* Leaves of "Safety and | Harbour Committee spokesman Hask" the "spokesman": what stands before "and" may be half of the
 * body's name. Private to the room. */
void px_introduction_drop_half_name(const struct px_annotation *annotation, struct px_entity *entity);

/* Is the token a clitic, as the "'s" of a genitive is, or its "’" alone, "the ferrymen*'s*", "the workers*’*"? Private to the room. */
bool px_introduction_is_genitive(const struct px_annotation *annotation, uint32_t token);

/* Does the word judge whom it stands with, or tell how eagerly he is what he is: "a *bombastic*", "an *avid* reader"?
 * Private to the room. */
bool px_introduction_judges(const struct px_annotation *annotation, uint32_t token);

/* The role without such an adjective in front. Private to the room. */
struct px_slice px_introduction_without_judgement(const struct px_annotation *annotation, struct px_slice role);

/* Does a possessive pronoun before the role tell whose it is, another's than who is introduced: "*her* lawyer"? Private to
 * the room. */
bool px_introduction_is_owned(const struct px_annotation *annotation, struct px_slice role,
                              const struct px_entity *introduced);

/* Makes the role begin with whose it is, where the mention, right before the name, does: "*Hask* campaign manager". Logarithmic
 * in the mentions. */
void px_introduction_name_owner(const struct px_annotation *annotation, const struct px_mention *mention);

/* Lets a title that introduces somebody tell where, "Seattle Mayor", if that stands behind the name, "of Seattle", or before
 * the title, which begins at the token; of the article's arena. False when memory is out. Private to the room. */
bool px_introduction_tell_where(const struct px_annotation *annotation, const struct px_mention *mention,
                                uint32_t title);

/* Lets a role tell whose it is: "Vivian Hask’s lawyer" of "her lawyer", in the article's arena, and "the ferrymen's lawyer",
 * with its article, for "ferrymen's lawyer" is nobody's. False when memory is out. Private to the room. */
bool px_introduction_tell_owner(const struct px_annotation *annotation, struct px_entity *entity);

#endif
