/* The annotation beside an article (corpus/README.md says how it was made), laid over the text that the program reads.
 *
 * A gold file names a piece of text by its block and its words. Here every piece has its bytes in article->text, as
 * everything the program finds has. A block that the program's text does not hold has an empty span where it should
 * stand, and pieces of it have an empty span at 0: they count as missed. `lost` says how many pieces a text that holds
 * every block lacks all the same: those are mistakes in the file.
 *
 *     struct gold gold;
 *     gold_read("corpus/EVENT/OUTLET.gold.json", &article, &gold);
 *     ...
 *     gold_release(&gold);
 *
 * Whatever cannot be read ends the program with status 2: a test cannot go on without it.
 */
#ifndef PX_TEST_GOLD_H
#define PX_TEST_GOLD_H

#include <json-c/json.h>

#include "article/article.h"

struct gold_section {
    uint32_t first_block;
    const char *heading; /* NULL: none */
    const char *topic;
};

struct gold_attribution {
    struct px_spans content;
    struct px_span speaker;
    uint32_t entity;                        /* index into entities, or PX_NONE */
    const char *type, *kind, *actor, *tone; /* kind and actor: NULL without a speaker */
    bool anonymous;
};

struct gold_entity {
    const char *id;
    const char *kind;
};

struct gold_mention {
    struct px_span span;
    uint32_t entity;
    const char *form;
};

struct gold {
    struct json_object *file;
    struct px_arena arena;
    PX_VECTOR(struct px_span) blocks;
    PX_VECTOR(struct gold_section) sections;
    PX_VECTOR(struct gold_entity) entities;
    PX_VECTOR(struct gold_attribution) attributions;
    PX_VECTOR(struct gold_mention) mentions; /* entity by entity */
    PX_VECTOR(struct px_span) scares;
    size_t lost_blocks; /* they and all other lost pieces are named on standard output */
    size_t lost;
};

void gold_read(const char *path, const struct px_article *article, struct gold *gold);
void gold_release(struct gold *gold);

/* A member of an object as text, NULL when it is null or not there; as a list, never NULL. */
const char *gold_text(struct json_object *object, const char *key);
struct json_object *gold_list(struct json_object *object, const char *key);

/* A zeroed array in the gold's arena, never NULL. */
void *gold_array(struct gold *gold, size_t count, size_t size);

/* The pointer itself, when it is not NULL. */
void *gold_take(void *pointer);

/* The bytes that both have over the bytes that either has (Jaccard), 0..1. */
double gold_likeness(const struct px_spans *a, const struct px_spans *b);
double gold_span_likeness(struct px_span a, struct px_span b);

/* Where `words` stand in a block; the empty span at 0 when they do not. */
struct px_span gold_place(const struct gold *gold, const struct px_article *article, uint32_t block, const char *words);

/* The block that holds a byte, PX_NONE between blocks; the section that holds a block. */
uint32_t gold_block_at(const struct gold *gold, uint32_t byte);
uint32_t gold_section_of(const struct gold *gold, uint32_t block);

const char *gold_block_text(const struct gold *gold, uint32_t block);
const char *gold_topic(const struct gold *gold, uint32_t block);

/* Is the block text under a heading, not a title or a heading itself? */
bool gold_is_paragraph(const struct gold *gold, uint32_t block);

#endif
