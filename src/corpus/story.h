/* Stories: what pairing keeps of an article, a kilobyte or two. Private to the room.
 *
 * A story is a bag of words: the title twice and the first PX_STORY_LEAD bytes of the text behind it, function words
 * left out; the names of several words in it; and a sketch of the whole text. Everything is a number: forms and stems
 * are those of one vocabulary, which all stories share.
 */
#ifndef PX_CORPUS_STORY_H
#define PX_CORPUS_STORY_H

#include "article/article.h"
#include "corpus/day.h"
#include "corpus/sketch.h"
#include "lexicon/resources.h"

enum { PX_STORY_LEAD = 1500, PX_STORY_TITLE_TIMES = 2 };

/* Set in a term's form: the term is a name of several words. It is shown as a reason and does not count otherwise,
 * since its words do. */
#define PX_STORY_NAME 0x80000000u

struct px_story {
    struct px_slice id;
    uint32_t outlet;  /* two stories of one outlet have the same; one without an outlet has its own */
    int32_t day;      /* PX_DAY_NONE: not known */
    uint32_t *forms;  /* [term_count] as the story writes the term, no two with one stem; with PX_STORY_NAME */
    uint16_t *values; /* [term_count] how often it stands there; once the story is weighed, its weight (inside.h) */
    uint16_t term_count;
    uint64_t digest; /* of title, text, outlet and day: stories that differ have different ones */
    uint32_t added;  /* number among the stories as they were added */
    struct px_sketch sketch;
};

/* Reads the article, whose `day` and `outlet` the caller sets. `worker` has the vocabulary; its scratch arena is
 * cleared. Memory of `arena` holds the story. False when memory is out. Linear. */
bool px_story_read(const struct px_article *article, struct px_worker *worker, struct px_arena *arena,
                   struct px_story *story);

#endif
