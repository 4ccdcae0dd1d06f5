/* Phrases that tell of a part of several, or how many there are. Private to the attribution files. Linear
 * in the phrase. */
#ifndef PX_SOURCING_ATTRIBUTION_SOME_H
#define PX_SOURCING_ATTRIBUTION_SOME_H

#include "sourcing/attribution_scene.h"

/* Where the noun phrase begins behind what tells how many they are: "two of *the officials*", "more than a dozen
 * *members*"; else the phrase's first token. */
uint32_t px_scene_behind_some(const struct px_scene *scene, struct px_range phrase);

/* "*some in* the party", "*ten percent of* Congress": does the phrase begin with words for a part, and a
 * preposition? Those it tells of are not the body. */
bool px_scene_is_some(const struct px_scene *scene, struct px_range phrase);

/* "all of *the council*", "both of *them*": the phrase without the words that count all of it, and no part. */
struct px_range px_scene_all_of(const struct px_scene *scene, struct px_range phrase);

/* Is the token "one"? */
bool px_scene_counts_one(const struct px_scene *scene, uint32_t token);

/* "*one of* the officials": is it one of those whom the phrase tells of? */
bool px_scene_is_one_of(const struct px_scene *scene, struct px_range phrase);

#endif
