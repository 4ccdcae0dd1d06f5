/* Rules: what cleaning knows of the languages, as data.
 *
 * Stop words, month names, furniture patterns and genre labels of every language that has them, hints in class names,
 * and the weights of the content model. Read from the lexicon folders, compiled once, shared read-only by threads.
 * What is not there is simply not known: no file is required.
 */
#ifndef PX_INGEST_RULES_H
#define PX_INGEST_RULES_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"
#include "ingest/patterns.h"

/* Languages with cleaning data; PX_RULE_ANY holds what serves all. */
enum { PX_RULE_EN, PX_RULE_DE, PX_RULE_FR, PX_RULE_ES, PX_RULE_RU, PX_RULE_ANY, PX_RULE_LANGUAGES };

/* The language's code ("en"); "any" for the last. */
const char *px_rule_language(int language);

/* Kinds of places that class names, ids and roles hint at (lexicons/any/markup.tsv). */
enum px_hint {
    PX_HINT_CONTENT,
    PX_HINT_BODY,
    PX_HINT_COMMENT,
    PX_HINT_NAVIGATION,
    PX_HINT_FOOTER,
    PX_HINT_SIDE,
    PX_HINT_RELATED,
    PX_HINT_SHARE,
    PX_HINT_ADVERT,
    PX_HINT_FORM,
    PX_HINT_META,
    PX_HINT_HEAD,
    PX_HINT_CAPTION,
    PX_HINT_HIDDEN,
    PX_HINT_BYLINE,
    PX_HINT_STANDFIRST,
    PX_HINT_PULLED,
    PX_HINT_TAGS,
    PX_HINT_COUNT
};

struct px_rules;

/* The name of a hint as the data file writes it ("comment"). */
const char *px_hint_name(int hint);

enum px_status px_rules_new(const char *directory, struct px_rules **rules, struct px_error *error);
void px_rules_free(struct px_rules *rules);

/* Bits of the languages in which the lower-case word is a stop word. */
uint32_t px_rules_stop_word(const struct px_rules *rules, struct px_slice word);

/* 1..12 for a month's name or its abbreviation in any language, lower case, without a full stop; else 0. */
int px_rules_month(const struct px_rules *rules, struct px_slice word);

/* Hints in a class, id or role attribute: bits by enum px_hint. */
uint32_t px_rules_hints(const struct px_rules *rules, struct px_slice names);

/* Furniture patterns in a tidy line with these words (px_patterns_fold); values are enum px_role. */
struct px_pattern_hits px_rules_match(const struct px_rules *rules, struct px_slice line, struct px_slice words);

/* Words at the beginning of a byline that are not the name ("By", "Written by"): how many
 * of these words (px_patterns_fold). */
size_t px_rules_byline_words(const struct px_rules *rules, struct px_slice words);

/* Genre that a label, section or disclaimer speaks for: enum px_genre, PX_GENRE_UNKNOWN when none. */
int px_rules_genre(const struct px_rules *rules, struct px_slice text);

/* Weight of a feature of the content model for "html" or "text" pages; 0 when the data does not have it. */
double px_rules_weight(const struct px_rules *rules, const char *kind, const char *feature);

#endif
