/* Which topics are what all the articles begin with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "align/topic_lead.h"

enum { ARTICLES = 2, PARAGRAPHS = 2 };

/* Two articles of two paragraphs of ten bytes; of the topic, surely, so many of them: from the first, or from `from` in the
 * second article. */
static struct px_topic find_leads(size_t first, size_t second, uint32_t from)
{
    uint32_t numbers[PARAGRAPHS] = {0, 1};
    struct px_sentence sentences[PARAGRAPHS] = {{.start = 0, .end = 10}, {.start = 10, .end = 20}};
    struct px_block blocks[PARAGRAPHS] = {{.end = 10, .first_sentence = 0},
                                          {.start = 10, .end = 20, .first_sentence = 1}};
    struct px_article article = {.sentences = {sentences, PARAGRAPHS, PARAGRAPHS},
                                 .blocks = {blocks, PARAGRAPHS, PARAGRAPHS}};
    const struct px_article *articles[ARTICLES] = {&article, &article};
    struct px_paragraphs paragraphs[ARTICLES] = {{.count = PARAGRAPHS, .blocks = numbers},
                                                 {.count = PARAGRAPHS, .blocks = numbers}};
    struct px_span spans[] = {{0, 10}, {10, 20}};
    struct px_spans surely[ARTICLES] = {{spans, first, first}, {spans + from, second, second}};
    struct px_topic topic = {.only = PX_NONE, .surely = surely};
    struct px_compare_context context = {.articles = articles, .paragraphs = paragraphs, .count = ARTICLES};
    px_topic_find_leads(&context, &topic);
    return topic;
}

static void what_all_begin_with_is_so(void **state)
{
    (void)state;
    assert_true(find_leads(1, 1, 0).leads && find_leads(1, 1, 0).opens);
    assert_true(find_leads(2, 1, 0).leads);
    assert_false(find_leads(1, 1, 1).leads || find_leads(1, 1, 1).opens);
}

/* Two paragraphs of each may tell more than the event. */
static void a_topic_that_goes_on_is_none(void **state)
{
    (void)state;
    assert_false(find_leads(2, 2, 0).leads);
    assert_true(find_leads(2, 2, 0).opens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_all_begin_with_is_so),
        cmocka_unit_test(a_topic_that_goes_on_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
