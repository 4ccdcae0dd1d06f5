/* What is measured, one function a test. Each prints its figures with their floors and what differs. */
#ifndef PX_TEST_MEASURES_H
#define PX_TEST_MEASURES_H

#include "comparison/comparison.h"
#include "gold.h"
#include "scores.h"

/* An article as the program reads it, and as it should be read. */
struct reading {
    const char *path; /* of the article; its event's annotation stands in the same folder, the corpus' in that above */
    struct px_article article;
    struct gold gold;
};

void measure_text(struct reading *reading, struct scores *scores);
void measure_metadata(struct reading *reading, struct scores *scores);
void measure_sections(struct reading *reading, struct scores *scores);
void measure_attributions(struct reading *reading, struct scores *scores);
void measure_voice(struct reading *reading, struct scores *scores);
void measure_entities(struct reading *reading, struct scores *scores);
void measure_loaded(struct reading *reading, struct scores *scores);
void measure_people(struct reading *reading, struct scores *scores); /* with grammar */

/* Of the two articles of an event. */
void measure_topics(struct reading *readings, const struct px_comparison *comparison, struct scores *scores);
void measure_alignment(struct reading *readings, const struct px_comparison *comparison, struct scores *scores);
void measure_evaluations(struct reading *readings, const struct px_comparison *comparison, struct scores *scores);
void measure_referents(struct reading *readings, const struct px_comparison *comparison, struct scores *scores);

/* The theme of the comparison that a byte of an article lies in, or PX_NONE. */
uint32_t theme_at(const struct px_comparison *comparison, size_t article, uint32_t byte);

/* The path of a file that many articles share: `name` beside the article, or in a folder above ("../" first). */
const char *beside(struct reading *reading, const char *name);

/* The mention of the program for each gold mention: an index, or PX_NONE. Each is used once; the places must share half
 * of their bytes. */
uint32_t *match_mentions(struct reading *reading);

/* The gold entity for each entity of the program, PX_NONE where no mention of it matches: the one that most of its
 * mentions belong to. `matched` is of match_mentions. Both arrays are the gold's. */
uint32_t *match_entities(struct reading *reading, const uint32_t *matched);

#endif
