/* Features: each unit of a page as a row of numbers, for the content model.
 *
 * What is known of the whole page (totals of containers and of signatures, the best container, the title's words,
 * strong paragraphs, repeated lines) is worked out once in a context; a row is then made from the unit, its
 * neighbours, its ancestors and the context, so that memory does not grow with units times features. Every feature
 * has a name, under which its weights stand in lexicons/any/cleaning.model. Linear in the page.
 */
#ifndef PX_INGEST_FEATURES_H
#define PX_INGEST_FEATURES_H

#include "ingest/markup.h"
#include "ingest/page.h"

/* Plain features; behind them come groups with one feature a member. */
/* clang-format off */
#define PX_FEATURES(X)                                                                                          \
    X(bias) X(log_characters) X(log_words) X(stop_share) X(short_share) X(word_length) X(capital_share)         \
    X(upper_share) X(digit_share) X(mark_share) X(commas) X(sentence_length) X(ends_sentence) X(ends_colon)     \
    X(quotes) X(symbols) X(date) X(starts_lower) X(rules) X(rule_start) X(rule_inside) X(rule_credit)           \
    X(title_likeness) X(title_share) X(description_share) X(since_title) X(before_title) X(repeats) X(place)    \
    X(place_units) X(log_before) X(log_after) X(from_strong) X(to_strong) X(strong_before) X(window_length)     \
    X(window_prose) X(window_strong) X(window_links) X(relative_length) X(strong_words) X(short_run)            \
    X(link_share) X(bold_share) X(hidden) X(signature_bytes) X(signature_units) X(signature_mean)               \
    X(signature_links) X(signature_share) X(in_best) X(best_distance) X(parent_worth) X(near_worth)             \
    X(body_share)
/* clang-format on */

/* The first so many tags and ancestors of markup.h have a feature each. */
enum { PX_FEATURE_TAGS = PX_TAG_PRE + 1, PX_FEATURE_ANCESTORS = PX_ABOVE_SECTION + 1 };

enum px_feature {
#define X(name) PX_FEATURE_##name,
    PX_FEATURES(X)
#undef X
        PX_FEATURE_PARENT,                                     /* five numbers each of three ancestors */
    PX_FEATURE_NEIGHBOUR = PX_FEATURE_PARENT + 15,             /* four numbers each of the units at -2, -1, 1 and 2 */
    PX_FEATURE_TAG = PX_FEATURE_NEIGHBOUR + 16,                /* of the unit's element */
    PX_FEATURE_ABOVE = PX_FEATURE_TAG + PX_FEATURE_TAGS,       /* ancestors */
    PX_FEATURE_HINT = PX_FEATURE_ABOVE + PX_FEATURE_ANCESTORS, /* how many ancestors hint at it */
    PX_FEATURE_COUNT = PX_FEATURE_HINT + PX_HINT_COUNT
};

/* Writes the name of a feature ("log_characters", "hint.comment", "parent2.links"); returns `name`. */
const char *px_feature_name(int feature, char name[48]);

/* What rows need to know of the whole page. */
struct px_context {
    struct px_page *page;
    struct px_word_set title;
    struct px_word_set description;
    struct px_table body;            /* runs of four words of the body that the page gives as data */
    struct px_word_set strong_words; /* longer words of the strong paragraphs */
    struct px_table texts;           /* distinct unit texts */
    uint32_t *copies;                /* by distinct text: how often it stands on the page */
    uint32_t *text_ids;              /* by unit */
    uint32_t *strong_before;         /* by unit: strong paragraphs before it */
    uint32_t *last_strong;           /* by unit: distance to the last strong one before, and the next behind */
    uint32_t *next_strong;
    uint32_t *run_start; /* by unit: first unit of its run of short (or of long) lines, and the one behind it */
    uint32_t *run_end;
    uint64_t *bytes_before;
    struct px_signature *by_signature;
    uint64_t *hint_counts; /* by element: hints of itself and all above, for px_context_hints */
    uint64_t bytes;
    uint32_t strong_count;
    double median_strong;
    double best_worth;
    uint32_t title_unit; /* the first unit that repeats the title, or PX_NONE */
};

/* Totals of units whose elements have one signature. */
struct px_signature {
    uint64_t bytes;
    uint64_t link_bytes;
    uint32_t units;
};

_Static_assert(2 * PX_HINT_COUNT <= 64, "two bits a hint");

/* How many elements hint at this, 0 to 3. */
static inline unsigned px_context_hints(uint64_t counts, int hint)
{
    return (unsigned)(counts >> 2 * hint & 3);
}

/* `title` and `description` are the page's, for likeness; either may be empty. */
enum px_status px_context_init(struct px_context *context, struct px_page *page, struct px_slice title,
                               struct px_slice description, struct px_error *error);
void px_context_release(struct px_context *context);

/* How much of a unit's words (as px_patterns_fold gives them) stands in the body that the page gives as data: 0 to 1;
 * -1 where there is none. */
float px_context_body_share(const struct px_context *context, struct px_slice words);

/* The row of one unit. */
void px_features_compute(struct px_context *context, size_t unit, float row[PX_FEATURE_COUNT]);

#endif
