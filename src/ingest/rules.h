/* Rules: what cleaning knows of the languages, as data.
 *
 * Stop words, month names, furniture patterns and genre labels of every language that has them, and hints in class
 * names. Read from the lexicon folders, compiled once, shared read-only by threads.
 * What is not there is simply not known: no file is required.
 */
#ifndef PX_INGEST_RULES_H
#define PX_INGEST_RULES_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"
#include "ingest/fields.h"
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
    PX_HINT_CAPTIONED, /* is a caption itself, not only near a picture */
    PX_HINT_COUNT
};

/* Words in and round a byline (lexicons/any/bylines.tsv). */
enum px_byline_word {
    PX_BYLINE_BEFORE,   /* before the name: "written by" */
    PX_BYLINE_BEHIND,   /* what follows is no name any more: "updated" */
    PX_BYLINE_JOB,      /* makes a piece between commas a job title: "correspondent" */
    PX_BYLINE_NOBODY,   /* what stands where no author is known: "no author" */
    PX_BYLINE_PARTICLE, /* small words that a name, or a list of names, may hold: "van", "and" */
    PX_BYLINE_WORDS
};

/* Where an entry of genre.tsv is looked for (its column `of`). */
enum px_genre_place {
    PX_GENRE_LABEL,    /* a section's name, a kicker, a label in or beside the headline */
    PX_GENRE_SECTION,  /* the same, but not beside the headline, where it may be a button: "comment" */
    PX_GENRE_HEADLINE, /* the headline itself */
    PX_GENRE_NOTICE,   /* a line round the text: a disclaimer */
    PX_GENRE_ADDRESS,  /* the page's address */
    PX_GENRE_TYPE,     /* schema.org's type of the article */
    PX_GENRE_PLACES
};

struct px_rules;

/* The name of a hint as the data file writes it ("comment"). */
const char *px_hint_name(int hint);

/* Reads the rules of every language by the search of lexicons; `directory` is --lexicons, or NULL. Of built-in files
 * alone `ready` is what would come out, made before (px_rules_write), or NULL; it is used where it lies. PX_ERROR_SYNTAX
 * with file and line, PX_ERROR_IO, PX_ERROR_MEMORY. */
enum px_status px_rules_new(const char *directory, const struct px_rules *ready, struct px_rules **rules,
                            struct px_error *error);

/* Writes rules, of built-in files alone, as a constant with that name (base/image.h). PX_ERROR_MEMORY alone. */
enum px_status px_rules_write(const struct px_rules *rules, const char *name, struct px_buffer *out,
                              struct px_error *error);
void px_rules_free(struct px_rules *rules);

/* Bits of the languages in which the lower-case word is a stop word. */
uint32_t px_rules_stop_word(const struct px_rules *rules, struct px_slice word);

/* 1..12 for a month's name or its abbreviation in any language, lower case, without a full stop; else 0. */
int px_rules_month(const struct px_rules *rules, struct px_slice word);

/* Hints in a class, id or role attribute: bits by enum px_hint. */
uint32_t px_rules_hints(const struct px_rules *rules, struct px_slice names);

/* Furniture patterns in a tidy line with these words (px_patterns_fold); values are enum px_role. */
struct px_pattern_hits px_rules_match(const struct px_rules *rules, struct px_slice line, struct px_slice words);

/* The same for a line that is known to be furniture: what kind it is. These patterns (furniture_roles.tsv) have no say
 * in whether a line is furniture, so that they may be broad. */
struct px_pattern_hits px_rules_role(const struct px_rules *rules, struct px_slice line, struct px_slice words);

/* How a lower-case word meets another over a line's end (joints.tsv): bits. */
enum {
    PX_JOINT_KEEP = 1, /* a hyphen behind it is a compound's */
    PX_JOINT_HANG = 2, /* a hyphen before it stands for a part left out */
    PX_JOINT_OPEN = 4  /* no sentence ends with it */
};
unsigned px_rules_joint(const struct px_rules *rules, struct px_slice word);

/* How many of these words (px_patterns_fold) the longest entry of that kind at their beginning takes; 0 for none. */
size_t px_rules_byline_words(const struct px_rules *rules, enum px_byline_word kind, struct px_slice words);

/* Genre that a label, headline, notice, address or type speaks for: enum px_genre, PX_GENRE_UNKNOWN when none. */
int px_rules_genre(const struct px_rules *rules, enum px_genre_place place, struct px_slice text);

/* Does the line tell who the author is? PX_PATTERN_START where its beginning says so ("the writer is"),
 * PX_PATTERN_INSIDE where it could tell as much of another ("is a professor at"), else PX_PATTERN_NOWHERE. */
enum px_pattern_where px_rules_note(const struct px_rules *rules, struct px_slice line);

/* Names of fields and shapes of exports. */
const struct px_fields *px_rules_fields(const struct px_rules *rules);

#endif
