/* Referents: what the articles name, and by which words. Private to the rooms that compare.
 *
 * A naming is one place where a referent is named. Namings of all articles are gathered, sorted, and joined to variants: one
 * a folded wording, spelled as it is spelled most often.
 *
 *     px_referent_variants(context, uses, count, &referent, &error);
 */
#ifndef PX_NAMING_REFERENT_H
#define PX_NAMING_REFERENT_H

#include "naming/naming.h"

struct px_naming {
    uint32_t referent;
    uint32_t article;
    uint32_t sentence;
    struct px_span span;
    bool own;      /* in the outlet's own voice */
    bool unsure;   /* in a statement that may end before it, or be none */
    bool disowned; /* in a statement that the article itself doubts or refutes */
    bool headline; /* where words may be capitalised that are not elsewhere */
    bool role;     /* by an office or description, not by name */
    double connotation;
    bool positional;      /* a name that tells a side, with no judgement in it: "Londonderry" */
    struct px_slice fold; /* the wording, as it is compared */
    struct px_slice spelling;
    struct px_slice used_by;
};

struct px_namings {
    struct px_naming *items;
    size_t count;
    size_t capacity;
};

/* Links joined into sets, each told by its first link, the root. */
struct px_referent_sets {
    uint32_t *parents; /* [links]; see px_referent_root */
    uint32_t *held;    /* [links][articles] the entities of a set, at its root; PX_NONE where an article has none */
    uint8_t *how;      /* [links] enum px_link_kind, at the root: the weakest that holds the set together */
};

/* Each link a set of its own; the arrays are of the context's scratch. False when memory is out. */
bool px_referent_sets_init(struct px_compare_context *context, struct px_referent_sets *sets);
/* One set of two, unless an article names both: then they are two there. */
void px_referent_unite(const struct px_compare_context *context, struct px_referent_sets *sets, uint32_t a, uint32_t b,
                       enum px_link_kind how);
/* The kind of what each article names: as the fullest name tells, or else the surest. PX_NONE: the article does not
 * name it. */
uint8_t px_link_kind(const struct px_compare_context *context, const uint32_t *entities);
/* Two names of as many words, of which one differs by a letter or two and none by more: "Ahmed Karimi", "Ahmad
 * Karimi". */
bool px_link_is_respelling(struct px_slice x, struct px_slice y);

/* Where the last word of a key begins. Hyphens part words. */
size_t px_link_last_start(struct px_slice key);

/* Joins links whose names say that they are one. Linear in the links and their short forms. */
enum px_status px_link_join(struct px_compare_context *context, struct px_referent_sets *sets, struct px_error *error);

/* Joins groups of all articles, which have no names; the arrays are of the context's scratch.
 * Linear, but for groups, of which at most 64 are looked at: their number squared times the edges. */
enum px_status px_referent_join(struct px_compare_context *context, struct px_referent_sets *sets,
                                struct px_error *error);

/* Fills link and confidence of a referent whose entities or mentions are known. */
void px_referent_link(const struct px_compare_context *context, struct px_referent *referent, enum px_link_kind how);

/* Sorts by referent, then wording, spelling, article and place. */
void px_referent_sort_namings(struct px_namings *uses);

/* Fills variants and p of the referent from its namings, which are sorted, and are reordered. Roles that end in the
 * same word are one wording: what they all end in ("British Foreign Secretary", "the current Foreign Secretary"). */
enum px_status px_referent_variants(struct px_compare_context *context, struct px_naming *uses, size_t count,
                                    struct px_referent *referent, struct px_error *error);

/* Do the initials of the words spell the other: "I.R.S." and "Internal Revenue Service", "DOMA" and "Defense of Marriage
 * Act"? */
bool px_referent_spells(struct px_slice name, struct px_slice initials);

/* Counts the choices of the referent, of which the doubted wordings are known. False when memory is out. */
bool px_referent_count_choices(struct px_compare_context *context, struct px_referent *referent);

/* The wording of tokens [first, first + count): fold ("U.K." is "UK", "gay-marriage" "gay marriage") and spelling,
 * without function words in front, except of a lexicon's wording (`use->used_by`), and clitics behind;
 * with the particles in front of a name ("al Sidra"). Fails with
 * PX_ERROR_MEMORY. */
enum px_status px_referent_wording(struct px_compare_context *context, size_t article, uint32_t first, uint32_t count,
                                   struct px_naming *use, struct px_error *error);

/* Reads for px_referent_wording which words stand in a statement, and in one that the article itself doubts or refutes:
 * context.stated. False when memory is out. Linear in the articles. */
bool px_referent_read_statements(struct px_compare_context *context);

/* Allocates what a referent has for every article. */
enum px_status px_referent_init(struct px_compare_context *context, struct px_referent *referent,
                                struct px_error *error);

/* Adds what the naming lexicon finds to comparison->referents, in front of the entities that stand there already. */
enum px_status px_compare_names(struct px_compare_context *context, struct px_error *error);

/* The representative of a set, with path halving. */
static inline uint32_t px_referent_root(uint32_t *parents, uint32_t item)
{
    while (parents[item] != item) {
        parents[item] = parents[parents[item]];
        item = parents[item];
    }
    return item;
}

/* Marks the variants that tell no choice of words: those that an article would have none of though their words stand in
 * it, a lexicon's wording that is everybody's and stands once, roles whose count is not sure, and abbreviations, adjectives
 * and capitals of places; no choice is left of whom an
 * article mostly calls by a name that others bear. Linear in the mentions, times the variants. */
enum px_status px_referent_doubt(struct px_compare_context *context, struct px_error *error);

/* Of what one article alone has wordings for, marks those that stand in others' words alone, unless another article
 * speaks of the thing: has the words of its name that are not everywhere, or two of them. False when memory is out. */
bool px_referent_doubt_lone(const struct px_compare_context *context, struct px_referent *referent);

#define PX_TAKES_SIDES 0.5 /* connotation from which a wording takes sides */

/* Is the wording everybody's, as the lexicon `naming` has it? */
bool px_variant_is_common(const struct px_lexicon *naming, const struct px_variant *variant);

/* Does a referent of the lexicon `naming` tell how an article sees it? By a wording that takes sides and is somebody's,
 * by names that tell a side, or by wordings that are not worth the same, of which one is somebody's. */
bool px_referent_takes_sides(const struct px_lexicon *naming, const struct px_referent *referent);

/* How much a reader should see such a referent: named by several articles, in own voice, by words that take sides. */
uint32_t px_referent_weigh(const struct px_compare_context *context, const struct px_referent *referent);

#endif
