/* What a worker knows of word forms: everything that a form alone can match, worked out at its first use. Internal to
 * the room.
 *
 * A form of one part has written down what it begins: the rules that it fulfils alone, and the nodes of the trie behind
 * it where longer entries go on. Of both, those stand first that the form reaches as it is written; those reached by
 * wildcards follow, which no mark and no clitic fulfils. A form of several parts ("state-sponsored") is walked each time.
 */
#ifndef PX_LEXICON_FACTS_H
#define PX_LEXICON_FACTS_H

#include "base/buffer.h"
#include "lexicon/candidates.h"
#include "lexicon/matcher.h"

enum { PX_WHOLE = UINT16_MAX }; /* in the place of a part's number: the whole form */

/* What most questions about a form come down to, a byte a form: small, since most tokens end here. */
enum {
    PX_FORM_KNOWN = 1,
    PX_FORM_SPEAKS = 2, /* something begins here that is found in text: other forms are passed over */
    PX_FORM_OPENS = 4   /* what begins here needs a symbol of `ahead` behind it */
};

/* Symbols as px_symbol_bit has them. */
struct px_form_sets {
    uint64_t ahead;  /* of the children of what the form opens */
    uint64_t inside; /* with which an entry may go on, of the form */
};

/* What the pieces of a fold can match. */
struct px_fold_facts {
    uint32_t literal; /* its symbol where an entry goes on with it, else PX_NONE */
    uint32_t root;    /* the root's child under it, or PX_NONE */
    uint32_t first_glob;
    uint32_t glob_count;
    bool known;
    bool starts;     /* one of them begins an entry */
    bool speaks;     /* one of them begins an entry that is found in text: not for lookup alone */
    uint64_t inside; /* those with which an entry may go on (px_symbol_bit) */
};

struct px_form_facts {
    uint32_t first_rule; /* of `rules` */
    uint32_t rule_count;
    uint32_t first_open; /* of `opens` */
    uint32_t open_count;
    uint32_t literal_rules; /* how many of them the form reaches as it is written */
    uint32_t literal_opens;
    uint32_t first_pattern;
    uint32_t pattern_count; /* one-word patterns that match it */
    uint32_t first_entry;   /* of `lookups`, for px_match_form */
    uint32_t entry_count;
    bool looked_up;
    bool single; /* of one part */
    bool starts; /* something begins here */
};

struct px_match_cache {
    const struct px_matcher *matcher;
    struct px_vocabulary *vocabulary;
    struct px_arena arena;
    struct px_regex_room room;
    struct px_candidates candidates;
    struct px_buffer surface;
    struct px_fold_facts *folds;
    struct px_form_facts *forms;
    uint8_t *flags;            /* by form: PX_FORM_KNOWN and so on */
    struct px_form_sets *sets; /* by form */
    size_t fold_capacity;
    size_t form_capacity;
    size_t flag_capacity;
    size_t set_capacity;
    struct px_rule_list globs;    /* symbols */
    struct px_rule_list roots;    /* of each of them the root's child, or PX_NONE */
    struct px_rule_list rules;    /* that forms fulfil alone */
    struct px_rule_list opens;    /* nodes */
    struct px_rule_list patterns; /* rules */
    struct px_rule_list lookups;  /* entries, those of one form and lexicon side by side */
    struct px_rule_list looked;   /* lexicon of each lookup */
    bool crosses;                 /* px_match_cache_crosses */
};

/* Makes room for the facts of all forms that the vocabulary has; false when memory is out. */
bool px_cache_make_room(struct px_match_cache *cache);

/* The fold's facts; NULL when memory is out. Good until another fold is asked for. */
const struct px_fold_facts *px_cache_fold(struct px_match_cache *cache, uint32_t fold);

/* The form's facts; NULL on failure. Good until room is made. The vocabulary must not have grown since it was made. */
const struct px_form_facts *px_cache_form(struct px_match_cache *cache, uint32_t form, struct px_error *error);

/* Is a part of the form, or PX_WHOLE of it, written as an entry of exact case wants it? */
bool px_cache_is_exact(struct px_match_cache *cache, uint32_t form, uint16_t part, struct px_slice wanted);

/* Says which pattern took too long. */
enum px_status px_cache_report_limit(const struct px_match_cache *cache, uint32_t rule, struct px_error *error);

#endif
