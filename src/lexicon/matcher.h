/* The compiled matcher: a trie of pieces, an index of wildcards, and the patterns. Internal to the room.
 *
 * A symbol is a distinct piece of the entries: a folded word, or a wildcard. A node of the trie stands for a run of
 * symbols; the rules that end there are chained. A rule is one entry, or one of its `unless` entries. Rules are in
 * order of lexicon and entry, and nothing depends on the order of hashing.
 */
#ifndef PX_LEXICON_MATCHER_H
#define PX_LEXICON_MATCHER_H

#include "base/table.h"
#include "lexicon/match.h"
#include "lexicon/regex.h"

enum { PX_ROOT = 0, PX_FIRST_BYTES = 257 };

/* Of two rules of one category on the same tokens the lower rank counts: what says more about the words. */
enum { PX_RANK_EXACT, PX_RANK_WORDS, PX_RANK_WILDCARD, PX_RANK_REGEX = 255 };

struct px_rule {
    uint32_t entry;
    uint32_t next; /* the next rule of the same node, or PX_NONE */
    uint16_t lexicon;
    uint8_t rank;
    bool cancels;                 /* an `unless` entry */
    bool lookup_only;             /* found by px_match_form alone */
    bool on_surface;              /* its pattern is matched on words as written, not on their folds */
    uint8_t exact_count;          /* of `exact` */
    const struct px_slice *exact; /* one surface a piece when case matters, or NULL */
    uint32_t pattern;             /* of the matcher's, where the rule is a /pattern/ */
};

/* A /pattern/ of an entry, without its slashes. */
struct px_rule_pattern {
    struct px_slice text;
    enum px_regex_kind kind;
    bool exact_case;
    pcre2_code *code;
};

struct px_symbol {
    uint32_t next_glob; /* the next wildcard of the same prefix, or PX_NONE */
    uint32_t first;     /* the child of the root under it, or PX_NONE */
    bool inside;        /* stands behind the first piece of some entry */
};

struct px_node {
    uint64_t symbols; /* of its children, as px_symbol_bit has them: most words go on nowhere, and are told by this */
    uint32_t first_rule; /* or PX_NONE */
    uint32_t last_rule;
    uint32_t any; /* the child under "*", or PX_NONE */
    bool inner;   /* has children */
    bool speaks;  /* has children or a rule that is found in text: not for lookup alone */
};

/* Symbols in sets of 64 bits, where some share a bit. */
static inline uint64_t px_symbol_bit(uint32_t symbol)
{
    return (uint64_t)1 << (symbol & 63);
}

/* The way from a node to its child under a symbol; from the root, where most ways begin, the symbol itself tells it. */
struct px_edge {
    uint32_t node;
    uint32_t symbol;
    uint32_t child; /* PX_NONE: an empty slot */
};

struct px_rule_list {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

struct px_matcher {
    struct px_arena arena;
    const struct px_lexicon *const *lexicons; /* the matcher's own copy of the list */
    size_t lexicon_count;

    struct px_table symbols;
    PX_VECTOR(struct px_symbol) symbol_facts; /* by symbol */

    /* Wildcards by the bytes before their first * or ?; `prefix_sizes` has bit n set when one has n (63: or more). */
    struct px_table prefixes;
    PX_VECTOR(uint32_t) prefix_globs; /* by prefix: the first symbol */
    uint64_t prefix_sizes;
    size_t longest_prefix;

    PX_VECTOR(struct px_node) nodes;
    struct px_edge *edges; /* open addressing */
    uint32_t edge_slots;
    uint32_t edge_count;

    PX_VECTOR(struct px_rule) rules;
    PX_VECTOR(uint32_t) rule_categories; /* by rule: the id of its lexicon and category */
    struct px_table categories;
    bool by_category; /* the longest match wins inside a category, not inside a lexicon */
    struct px_rule_list word_patterns[PX_FIRST_BYTES]; /* by first byte of the fold; the last: any */
    struct px_rule_list sentence_patterns;
    PX_VECTOR(struct px_rule_pattern) patterns; /* what rules that are patterns have compiled */
    struct px_filter *filter;
    bool ready; /* all but the patterns belongs to ready resources (lexicon/ready.h) */
};

/* The expression of a rule that is a pattern. */
static inline const pcre2_code *px_rule_code(const struct px_matcher *matcher, const struct px_rule *rule)
{
    return matcher->patterns.items[rule->pattern].code;
}

/* The child of `node` under `symbol`, or PX_NONE. */
uint32_t px_matcher_child(const struct px_matcher *matcher, uint32_t node, uint32_t symbol);

/* Makes the filter of a matcher that is whole otherwise; false when memory is out. */
bool px_matcher_make_filter(struct px_matcher *matcher);

/* Files the wildcard under its prefix, so that it is found; false when memory is out. */
bool px_matcher_index_glob(struct px_matcher *matcher, uint32_t symbol);

/* Appends the wildcards (symbols) that match the fold, "*" alone left out, in order of symbol. False: no memory. */
bool px_matcher_globs(const struct px_matcher *matcher, struct px_slice fold, struct px_rule_list *symbols,
                      struct px_arena *arena);

#endif
