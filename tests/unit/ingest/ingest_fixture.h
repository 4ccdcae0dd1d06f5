/* What the tests of ingest share: one ingest over the tree's own lexicons, and short ways to ask for blocks. */
#ifndef INGEST_FIXTURE_H
#define INGEST_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/ingest.h"

static struct px_ingest *ingest __attribute__((unused));

static inline int set_up(void **state)
{
    struct px_error error = {0};
    (void)state;
    return px_ingest_new("lexicons", &ingest, &error) == PX_OK ? 0 : -1;
}

static inline int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    return 0;
}

/* Reads a text as `input`; the test fails when that fails. */
static inline void read_as(const char *text, enum px_input input, struct px_article *article)
{
    struct px_error error = {0};
    const struct px_ingest_options options = {.input = input};
    *article = (struct px_article){0};
    if (px_ingest_bytes(ingest, px_slice_from(text), "sample", &options, article, &error) != PX_OK)
        fail_msg("%s", error.message);
}

static inline struct px_slice block_text(const struct px_article *article, size_t i)
{
    const struct px_block *block = &article->blocks.items[i];
    return px_slice_part(article->text, block->start, block->end);
}

/* Does a block of that role read so? */
static inline bool has_block(const struct px_article *article, enum px_role role, const char *text)
{
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].role == role && px_slice_is(block_text(article, i), text))
            return true;
    return false;
}

static inline bool has_furniture(const struct px_article *article, enum px_role role, const char *text)
{
    for (size_t i = 0; i < article->furniture.count; i++)
        if (article->furniture.items[i].role == role && px_slice_is(article->furniture.items[i].text, text))
            return true;
    return false;
}

#define assert_slice(slice, string)                                         \
    do {                                                                    \
        struct px_slice given_ = (slice);                                   \
        if (!px_slice_is(given_, (string)))                                 \
            fail_msg("'%.*s' is not '%s'", PX_SLICE_ARG(given_), (string)); \
    } while (0)

#endif
