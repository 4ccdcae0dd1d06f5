/* What the model of sourcing finds in an article, before it becomes attributions. Private to the room and the fit of
 * the model.
 *
 *     struct px_sourcing_view view;
 *     struct px_sourcing_finds finds = {0};
 *     px_sourcing_view_init(&view, &scene);
 *     px_sourcing_find(model, &view, &finds, &error);      // all cues that may report, each with its arguments
 *     px_sourcing_choose(model, &view, &finds, &error);    // which of them stand
 *     px_sourcing_refine(model, &view, &finds, &error);    // what they take when those that fell are gone
 */
#ifndef PX_SOURCING_SOURCING_H
#define PX_SOURCING_SOURCING_H

#include "model/chain.h"
#include "model/model.h"
#include "sourcing/sourcing_model.h"
#include "sourcing/sourcing_view.h"

struct px_sourcing_model {
    struct px_arena arena;
    const char *digest;
    struct px_hashed words;
    struct px_hashed arguments;
    struct px_chain cue;
    struct px_chain document;
    struct px_chain argument;
    struct px_model notes;
    const struct px_linear *accept;
    double candidate;       /* share of a cue from which a token is looked at */
    double context;         /* from which other cues see it */
    double document_weight; /* of what `document` says of arguments, beside `argument` */
    double standing;        /* confidence from which an attribution stands */
    double high;            /* from which it is of the high tier */
};

/* A cue that may report, with what the model takes for its arguments. Ranges are in order. */
struct px_sourcing_find {
    struct px_range cue;
    uint32_t number; /* in the order of the text */
    uint32_t head;
    float mean; /* probability of being a cue over its tokens, */
    float highest;
    float begins; /* and of its first token to begin one */
    struct px_ranges source;
    struct px_ranges content; /* what it keeps of `decoded` beside those that are surer */
    struct px_ranges decoded;
    uint32_t source_count; /* tokens */
    uint32_t content_count;
    uint32_t quoted_count;
    float source_mean; /* probabilities of its tokens */
    float content_mean;
    float inside; /* the probability of the surest other cue whose content holds this cue, */
    float covers; /* and of the surest cue in this one's content */
    double confidence;
    bool stands;
};

struct px_sourcing_finds {
    struct px_sourcing_find *items;
    size_t count;
    size_t capacity;
    float *source; /* of each token: the probability of being a source of any cue, by `document` */
    float *odds;   /* of each token: what `document` adds to the scores of the first three labels of `argument` */
};

/* PX_ERROR_MEMORY alone. Linear. */
PX_API enum px_status px_sourcing_find(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                       struct px_sourcing_finds *finds, struct px_error *error);

/* Lets the surest stand first: a cue inside the content of one that stands falls, contents are cut where they
 * overlap. */
PX_API enum px_status px_sourcing_choose(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                         struct px_sourcing_finds *finds, struct px_error *error);

/* Looks for the arguments of those that stand once more, with the others out of sight, and lets them choose again. */
PX_API enum px_status px_sourcing_refine(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                         struct px_sourcing_finds *finds, struct px_error *error);

/* What speaks for a find: the columns of the regression, with their names. */
enum { PX_SOURCING_COLUMNS = 22 };
PX_API const struct px_slice *px_sourcing_columns(void);
PX_API void px_sourcing_row(const struct px_sourcing_view *view, const struct px_sourcing_find *find,
                            float row[PX_SOURCING_COLUMNS]);

/* What grammar tells the model (sourcing_limit.c). A question that stands before the main clause does not hold it:
 * "Asked by Doe about his claims, Smith insisted …". */
void px_sourcing_limit(const struct px_sourcing_view *view, struct px_sourcing_find *find);

/* Is the token a participle that only describes, under a verb that reports: "said the women *named* as plaintiffs"? */
bool px_sourcing_describes(const struct px_scene *scene, uint32_t token);

/* Is it an attribute of a noun behind it, and so alone no cue: "a *promising* lawyer"? */
bool px_sourcing_is_attribute(const struct px_scene *scene, uint32_t token);

/* Is the hit of the cue lexicon the verb of such a main clause, of which the model sees the question alone, of what a
 * word of speech says ("remarks that *claimed*"), or of a sentence's tail? */
bool px_sourcing_is_proposed(const struct px_sourcing_view *view, const struct px_cue *cue);

/* The cue's speaker and source, from what the model marked; after its entry is set. Nobody where the phrase only
 * undergoes what the cue tells ("militants blamed for"). */
void px_sourcing_set_speaker(struct px_scene *scene, const struct px_sourcing_finds *finds,
                             const struct px_sourcing_find *find, struct px_cue *cue);

/* Keeps of a speaker in several parts the one that is the verb's subject (sourcing_doubt.c), and later puts whoever
 * stands before it in the place of a day or a number. Where grammar knows no better, the statement leaves the high
 * tier. False when memory is out. Linear in the sentence. */
void px_sourcing_doubt_speaker(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_cue *cue);
bool px_sourcing_doubt_time(struct px_scene *scene, struct px_cue *cue);
void px_sourcing_doubt_phrase(const struct px_scene *scene, struct px_cue *cue);

/* Gives the statement to the subject of the cue's own clause where the speaker is that of a clause before it, "Some
 * urged him to go – and *the mayor* said" (sourcing_clause.c); after its speaker is set. False when memory is out.
 * Linear in the sentence. */
bool px_sourcing_keep_clause(struct px_scene *scene, struct px_cue *cue);

/* Makes the phrase the cue's only source and its speaker. False when memory is out. */
bool px_sourcing_set_source(struct px_scene *scene, struct px_cue *cue, struct px_range phrase);

/* Lets the cue's quoted words be those of the inner speaker of whom it only passes them on (sourcing_inner.c); after
 * its speaker is set. False when memory is out. Linear in the sentence and the content. */
bool px_sourcing_yield(struct px_scene *scene, struct px_cue *cue);

/* Gives the statement to the source that the sentence names beside the speaker (sourcing_outer.c); where that source
 * has a cue of its own, the statement leaves the high tier. After its speaker is set. False when memory is out. Linear
 * in the sentence. */
bool px_sourcing_pass_on(struct px_scene *scene, const struct px_sourcing_finds *finds,
                         const struct px_sourcing_find *find, struct px_cue *cue);

/* Gives the cue that ends a sentence whoever stands before it, and all of the sentence (sourcing_tail.c); after its
 * speaker is set. False when memory is out. Linear in the sentence and the finds. */
bool px_sourcing_read_tail(struct px_scene *scene, const struct px_sourcing_finds *finds,
                           const struct px_sourcing_find *find, struct px_cue *cue);

/* Is the phrase a name, a pronoun or a word for who speaks? */
bool px_sourcing_can_speak(const struct px_scene *scene, struct px_range phrase);

/* Is somebody told to have said the cue's content: has a verb of speech a clause, or are words quoted (sourcing_front.c)?
 * Linear in the content. */
bool px_sourcing_tells_speech(const struct px_scene *scene, const struct px_cue *cue);

/* Does a finite verb stand in the range, which is of one sentence? Linear. */
bool px_sourcing_holds_finite(const struct px_scene *scene, struct px_range range);

/* Gives a sentence that begins with its source, "*According to the Courier*, Brell *tried* to …", to that source
 * (sourcing_front.c), whatever verb of another's deeds the model took for the one that reports. What somebody in it is
 * told to have said stays his. `first`: the first cue that may stand. False when memory is out. Linear in the cues of
 * the lexicon and their sentences. */
bool px_sourcing_add_fronts(struct px_scene *scene, size_t first);

/* Adds the sentences that end in who tells them and that the model took for something else ("The deputy *used* a
 * letter …, *the council said*"): a word that does not report yields to one that does. `first`: the first cue that may
 * stand. False when memory is out. Linear in the cues of the lexicon and their sentences. */
bool px_sourcing_add_tails(struct px_scene *scene, size_t first);
/* "…, *according to two of the officials*.": adds a statement of the source with which a sentence ends, or gives the one
 * that stands there all of the sentence before it, where no other has quoted words in that (sourcing_last.c). */
bool px_sourcing_add_sources(struct px_scene *scene, size_t first);

#endif
