/* The vocabulary: every word form seen, once.
 *
 * A form is a word as it is spelled; its fold is its form under px_text_fold; its stem is its fold under the Snowball
 * stemmer of the vocabulary's language. Ids are dense and given in order of appearance, so they differ between runs
 * over other input: output never shows them. One vocabulary a worker; not shared between threads. What depends on the
 * form alone (fold, stem, stop word, shape, parts) is computed here, once.
 *
 *     uint32_t form = px_vocabulary_add(vocabulary, PX_SLICE("Regime's"));
 *     uint32_t stem = px_vocabulary_form(vocabulary, form)->stem;
 */
#ifndef PX_TEXT_VOCABULARY_H
#define PX_TEXT_VOCABULARY_H

#include "base/error.h"
#include "base/slice.h"
#include "base/table.h"
#include "text/filter.h"

enum px_shape { PX_SHAPE_LOWER, PX_SHAPE_CAPITALISED, PX_SHAPE_UPPER, PX_SHAPE_MIXED, PX_SHAPE_NONE };

/* One word form. A hyphenated form ("state-sponsored") has its pieces' fold ids as parts; any other form has itself. */
struct px_form {
    struct px_slice text;
    struct px_slice fold_text;
    uint32_t fold;
    uint32_t stem;
    uint32_t root; /* the stem cut at five letters: "elect", "election" and "elector" share it */
    const uint32_t *parts;
    uint16_t part_count;
    uint8_t shape; /* enum px_shape */
    bool stop;     /* a function word by the language's list */
    bool digits;   /* holds a digit */
};

struct px_vocabulary;

/* `language` is an ISO 639-1 code that Snowball knows ("en", "de" …); others get no stemming. */
PX_API enum px_status px_vocabulary_new(const char *language, struct px_vocabulary **vocabulary,
                                        struct px_error *error);
PX_API void px_vocabulary_free(struct px_vocabulary *vocabulary);

/* Declares a stop word (folded by the function). Call before forms are added. */
PX_API enum px_status px_vocabulary_stop(struct px_vocabulary *vocabulary, struct px_slice word);

/* The form's id, or PX_NONE when memory is out. A known form costs one hash lookup. */
PX_API uint32_t px_vocabulary_add(struct px_vocabulary *vocabulary, struct px_slice word);

/* The same for many words, two steps a word, so that memory is fetched while other words are looked at: first each is
 * recalled, then those are added whose form was not known at once (PX_NONE). */
PX_API uint32_t px_vocabulary_recall(struct px_vocabulary *vocabulary, struct px_slice text, struct px_span word);
PX_API uint32_t px_vocabulary_add_part(struct px_vocabulary *vocabulary, struct px_slice text, struct px_span word);

/* From now on px_vocabulary_recall gives words that the filter (borrowed) does not want the form of the empty word,
 * without adding them; NULL: no longer. False when memory is out. */
PX_API bool px_vocabulary_sift(struct px_vocabulary *vocabulary, const struct px_filter *filter);

/* What is known of a form that the vocabulary gave, valid as long as the vocabulary; and how many forms there are: their
 * ids are below that. */
PX_API const struct px_form *px_vocabulary_form(const struct px_vocabulary *vocabulary, uint32_t form);
PX_API size_t px_vocabulary_size(const struct px_vocabulary *vocabulary);

/* Folds and stems as text, and how many there are. */
PX_API struct px_slice px_vocabulary_fold_text(const struct px_vocabulary *vocabulary, uint32_t fold);
PX_API struct px_slice px_vocabulary_stem_text(const struct px_vocabulary *vocabulary, uint32_t stem);
PX_API size_t px_vocabulary_fold_count(const struct px_vocabulary *vocabulary);
PX_API size_t px_vocabulary_stem_count(const struct px_vocabulary *vocabulary);

#endif
