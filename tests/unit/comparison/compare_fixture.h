/* Two small articles about one invented event, read as far as comparing needs: paragraphs, sections under headings, and
 * names marked by hand. */
#ifndef PX_TEST_COMPARE_FIXTURE_H
#define PX_TEST_COMPARE_FIXTURE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "article/segment.h"
#include "compare/compare.h"

#define HARBOUR_HERALD                                                                                               \
    "# Dock workers walk out at Varn harbour\n"                                                                      \
    "About 400 dock workers walked out at Varn harbour on Monday after talks over night shifts collapsed.\n"         \
    "\"We have waited nine months for an answer and got a shrug,\" said Ilka Toran, who leads the dockers' union.\n" \
    "The port authority called the walkout unlawful and asked a court to order the cranes back to work.\n"           \
    "## The night shifts\n"                                                                                          \
    "The dispute began when the port authority doubled the night shifts in spring without new contracts.\n"          \
    "Three crane drivers were hurt in June, and the union blames tired crews on the night shifts.\n"                 \
    "## The fishing fleet\n"                                                                                         \
    "Fishermen fear that their catch will rot. The fleet landed 90 tonnes of herring last week.\n"                   \
    "Sefa Ruun, who owns two trawlers, has sent her herring to a freezer inland and pays for the lorries herself.\n"

#define MERCANTILE_POST                                                                                             \
    "# Strike shuts Varn port as exporters count the cost\n"                                                        \
    "A wildcat strike shut Varn port on Monday and left exporters counting the cost of idle cranes.\n"              \
    "The port authority said the walkout was unlawful. It asked a court to order the cranes back to work.\n"        \
    "Ilka Toran, the dockers' union leader, repeated her line: \"We have waited nine months for an answer and got " \
    "a shrug.\"\n"                                                                                                  \
    "Night shifts are worked in every port on the coast, managers say, and new contracts were offered in spring.\n" \
    "Chip makers in the valley expect to lose 12 million crowns a day. Two plants have cut their hours.\n"          \
    "Bren Osk of the chip makers' league warned that orders would move abroad and plants would close.\n"

static inline void *take_all(void *pointer)
{
    assert_non_null(pointer);
    return pointer;
}

static inline void mark_name(struct px_article *article, const char *name, uint8_t kind)
{
    uint32_t number = (uint32_t)article->entities.count;
    struct px_entity *entity = take_all(px_vector_push(&article->entities, &article->arena));
    entity->name = entity->key = px_slice_from(name);
    entity->kind = kind;
    for (size_t at = 0; (at = px_slice_find(article->text, entity->name, at)) != SIZE_MAX; at += entity->name.size) {
        struct px_mention *mention = take_all(px_vector_push(&article->mentions, &article->arena));
        *mention =
            (struct px_mention){.start = (uint32_t)at, .end = (uint32_t)(at + entity->name.size), .entity = number};
        for (uint32_t t = 0; t < article->tokens.count; t++) {
            if (article->tokens.items[t].start == mention->start)
                mention->first_token = t;
            if (article->tokens.items[t].start >= mention->start && article->tokens.items[t].end <= mention->end)
                mention->token_count++;
        }
        entity->mention_count++;
    }
    for (size_t i = 1; i < article->mentions.count; i++) /* in order of position */
        for (size_t j = i; j > 0 && article->mentions.items[j].start < article->mentions.items[j - 1].start; j--) {
            struct px_mention swapped = article->mentions.items[j];
            article->mentions.items[j] = article->mentions.items[j - 1];
            article->mentions.items[j - 1] = swapped;
        }
}

/* The last entity marked speaks in the sentence that names it first. */
static inline void mark_speaker(struct px_article *article)
{
    uint32_t entity = (uint32_t)article->entities.count - 1, m = 0;
    while (article->mentions.items[m].entity != entity)
        m++;
    struct px_attribution *attribution = take_all(px_vector_push(&article->attributions, &article->arena));
    attribution->entity = entity;
    attribution->sentence = article->tokens.items[article->mentions.items[m].first_token].sentence;
}

/* Lines: "# headline", "## heading", paragraphs. */
static inline void read_article(struct px_worker *worker, const char *id, const char *text, struct px_article *article)
{
    struct px_error error = {0};
    struct px_slice rest = px_slice_from(text), line;
    *article = (struct px_article){.id = px_slice_from(id), .path = px_slice_from(id), .text = rest};
    uint32_t number = 0;
    while (px_slice_next(&rest, '\n', &line)) {
        struct px_block *block = take_all(px_vector_push(&article->blocks, &article->arena));
        bool title = px_slice_starts(line, PX_SLICE("# ")), heading = px_slice_starts(line, PX_SLICE("## "));
        block->start = (uint32_t)(line.data - text) + (title ? 2 : heading ? 3 : 0);
        block->end = (uint32_t)(line.data - text + (ptrdiff_t)line.size);
        block->role = title ? PX_ROLE_TITLE : heading ? PX_ROLE_HEADING : PX_ROLE_PARAGRAPH;
        block->number = title || heading ? 0 : ++number;
    }
    assert_int_equal(
        PX_OK, px_article_segment(article, px_resources_segmenter(worker->resources), worker->vocabulary, &error));
    for (uint32_t b = 0; b < article->blocks.count; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (b == 0 || block->role == PX_ROLE_HEADING) {
            struct px_section *added = take_all(px_vector_push(&article->sections, &article->arena));
            added->first_block = b;
            if (block->role == PX_ROLE_HEADING)
                added->heading = px_slice_part(article->text, block->start, block->end);
        }
        article->sections.items[article->sections.count - 1].block_count++;
        for (uint32_t s = block->first_sentence; s < block->first_sentence + block->sentence_count; s++)
            article->sentences.items[s].section = (uint32_t)article->sections.count - 1;
    }
}

struct fixture {
    struct px_resources *resources;
    struct px_worker worker;
    struct px_article a, b;
    struct px_comparison ab, ba;
};

/* As mark_name, in both articles. */
static inline void mark_both(struct fixture *fixture, const char *name, uint8_t kind)
{
    mark_name(&fixture->a, name, kind);
    mark_name(&fixture->b, name, kind);
}

static inline void compare_articles(struct fixture *fixture, const struct px_article *first,
                                    const struct px_article *second, struct px_comparison *comparison)
{
    struct px_error error = {0};
    const struct px_article *articles[] = {first, second};
    struct px_compare_options options = {.seed = 7, .replicates = 200};
    assert_int_equal(PX_OK, px_compare(articles, 2, &options, &fixture->worker, comparison, &error));
}

/* Compares the articles in either order. */
static inline void compare_turned(struct fixture *fixture)
{
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    compare_articles(fixture, &fixture->b, &fixture->a, &fixture->ba);
}

static inline int set_up_texts(void **state, const char *a, const char *b)
{
    struct px_error error = {0};
    struct fixture *fixture = take_all(calloc(1, sizeof *fixture));
    assert_int_equal(PX_OK,
                     px_resources_new(&(struct px_resources_options){.language = "en"}, &fixture->resources, &error));
    assert_int_equal(PX_OK, px_worker_init(&fixture->worker, fixture->resources, &error));
    read_article(&fixture->worker, "a", a, &fixture->a);
    read_article(&fixture->worker, "b", b, &fixture->b);
    *state = fixture;
    return 0;
}

static inline int set_up(void **state)
{
    set_up_texts(state, HARBOUR_HERALD, MERCANTILE_POST);
    struct fixture *fixture = *state;
    mark_both(fixture, "Ilka Toran", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Sefa Ruun", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Bren Osk", PX_ENTITY_PERSON);
    mark_speaker(&fixture->b);
    compare_turned(fixture);
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *fixture = *state;
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    px_article_release(&fixture->a);
    px_article_release(&fixture->b);
    px_worker_release(&fixture->worker);
    px_resources_free(fixture->resources);
    free(fixture);
    return 0;
}

/* Bit for bit, NaN equal to NaN. */
static inline void assert_same(double a, double b)
{
    assert_true(a == b || (isnan(a) && isnan(b)));
}

#endif
