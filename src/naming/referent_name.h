/* Names for the same thing while they are found: hits of the naming lexicon, and the groups that name one thing. Private to
 * referent_name*.c.
 *
 *     px_names_gather(&names, &error);   // hits, each with what it is bound to
 *     px_names_unite(&names, &error);    // groups: a root is the first hit of its group
 */
#ifndef PX_NAMING_REFERENT_NAME_H
#define PX_NAMING_REFERENT_NAME_H

#include "naming/referent.h"

/* One hit of the naming lexicon. */
struct px_name_hit {
    const struct px_entry *entry;
    uint32_t article;
    uint32_t first;
    uint32_t count;
    uint32_t sentence;
    uint32_t category;
    uint32_t anchor; /* the referent it is bound to, or PX_NONE */
    bool strong;     /* takes sides */
    bool proper;     /* a name by itself: "Islamic State" */
};

struct px_name_group {
    uint32_t last; /* hit, while the list is made */
    uint32_t hits;
    uint32_t strong;
    bool bound;
    bool proper;
};

struct px_names {
    struct px_compare_context *context;
    const struct px_lexicon *lexicon;
    uint32_t **mention_of; /* [articles][tokens] the mention that covers the token, or PX_NONE */
    bool **preposition;    /* [articles][tokens] */
    bool **determiner;     /* [articles][tokens] */
    bool **quoted;         /* [articles][tokens] between quotation marks of any kind */
    uint32_t **theme_of;   /* [articles][sentences] shared theme, or PX_NONE */
    struct px_table categories;
    struct px_table keys;       /* what binds hits together, in bytes */
    PX_VECTOR(uint32_t) owners; /* [keys] a hit */
    PX_VECTOR(struct px_name_hit) items;
    uint32_t *parents;            /* [items] */
    uint32_t *next;               /* [items] of the same group, in order of position; PX_NONE ends */
    struct px_name_group *groups; /* [items] at the root */
};

/* More than a passing word? */
static inline bool px_name_group_is_solid(const struct px_name_group *group)
{
    return group->bound || group->proper || group->hits > 1;
}

/* Fills `items` with the hits of all articles, and what is known of tokens and sentences. */
enum px_status px_names_gather(struct px_names *names, struct px_error *error);

/* Unites the hits, of which there is one at least, and strings those of each group together. */
enum px_status px_names_unite(struct px_names *names, struct px_error *error);

#endif
