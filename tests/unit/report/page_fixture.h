/* What the tests of the page share: the page that a test writes, of the articles that it compares, where it compares any.
 * A test file gives its group `release` as the last step. */
#ifndef PX_TEST_PAGE_FIXTURE_H
#define PX_TEST_PAGE_FIXTURE_H

#include "report/page.h"
#include "report_fixture.h"

enum { SENTENCES_MOST = 8 };

static const struct px_article *compared[2];
static struct px_comparison comparison;
static struct px_provenance provenance;
static bool is_cited[2][SENTENCES_MOST], *both_cited[] = {is_cited[0], is_cited[1]};
static struct px_buffer out;
static struct px_page page;

static inline int release(void **state)
{
    (void)state;
    px_buffer_release(&out);
    px_arena_release(&page.arena);
    return 0;
}

static inline void begin_page(void)
{
    release(NULL);
    memset(is_cited, 0, sizeof is_cited);
    page = (struct px_page){.out = &out, .comparison = &comparison, .provenance = &provenance, .cited = both_cited};
}

/* `b` may be NULL. What else the comparison holds the test lays in. */
static inline void compare(const struct px_article *a, const struct px_article *b)
{
    compared[0] = a;
    compared[1] = b;
    comparison = (struct px_comparison){.articles = compared, .article_count = b == NULL ? 1 : 2};
    provenance = (struct px_provenance){0};
    begin_page();
}

/* The article's paragraphs and sentences. */
static inline void lay_out(struct px_article *article, struct px_block *blocks, size_t block_count,
                           struct px_sentence *sentences, size_t sentence_count)
{
    LAY(article->blocks, blocks, block_count);
    LAY(article->sentences, sentences, sentence_count);
}

static inline bool page_has(const char *text)
{
    return out.size > 0 && px_slice_find(px_buffer_slice(&out), px_slice_from(text), 0) != SIZE_MAX;
}

#endif
