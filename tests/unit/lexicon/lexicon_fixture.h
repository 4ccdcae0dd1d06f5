/* A lexicon, a matcher and a text with its tokens and sentences, for the tests of this room. */
#ifndef LEXICON_FIXTURE_H
#define LEXICON_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "lexicon/match.h"

struct fixture {
    struct px_segmenter segmenter;
    struct px_lexicon lexicon;
    struct px_matcher *matcher;
    struct px_vocabulary *vocabulary;
    struct px_match_cache *cache;
    struct px_arena arena;
    struct px_tokens tokens;
    struct px_hits hits;
    struct px_buffer shown;
    struct px_error error;
};

static inline void fixture_init(struct fixture *fixture)
{
    const char *const clitics[] = {"'s", "'ll", "'ve", "'re", "'d", "'m"};
    const char *const abbreviations[] = {"mr.", "sen.", "p.m."};
    *fixture = (struct fixture){0};
    fixture->segmenter.abbreviation_kinds = calloc(3, 1);
    assert_non_null(fixture->segmenter.abbreviation_kinds);
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
        px_table_add(&fixture->segmenter.clitics, px_slice_from(clitics[i]), NULL);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        px_table_add(&fixture->segmenter.abbreviations, px_slice_from(abbreviations[i]), NULL);
}

static inline void fixture_unload(struct fixture *fixture)
{
    px_match_cache_free(fixture->cache);
    px_matcher_free(fixture->matcher);
    px_vocabulary_free(fixture->vocabulary);
    px_lexicon_release(&fixture->lexicon);
    px_arena_release(&fixture->arena);
    fixture->cache = NULL;
    fixture->matcher = NULL;
    fixture->vocabulary = NULL;
}

static inline void fixture_release(struct fixture *fixture)
{
    fixture_unload(fixture);
    px_segmenter_release(&fixture->segmenter);
    px_buffer_release(&fixture->shown);
}

/* Reads and compiles the rows behind a header of entry, category, unless and case. */
static inline enum px_status fixture_load(struct fixture *fixture, const char *rows)
{
    struct px_buffer file = {0};
    fixture_unload(fixture);
    px_buffer_string(&file, "entry\tcategory\tunless\tcase\n");
    px_buffer_string(&file, rows);
    enum px_status status = px_lexicon_read(px_buffer_slice(&file), "test.tsv", &fixture->lexicon, &fixture->error);
    px_buffer_release(&file);
    const struct px_lexicon *list[] = {&fixture->lexicon};
    if (status == PX_OK)
        status = px_matcher_new(list, 1, &fixture->segmenter, &fixture->matcher, &fixture->error);
    if (status == PX_OK)
        status = px_vocabulary_new("en", &fixture->vocabulary, &fixture->error);
    if (status == PX_OK)
        status = px_match_cache_new(fixture->matcher, fixture->vocabulary, &fixture->cache, &fixture->error);
    return status;
}

/* Finds the hits of the text in fixture->hits. */
static inline enum px_status fixture_find(struct fixture *fixture, struct px_slice text)
{
    struct px_sentences sentences = {0};
    px_arena_clear(&fixture->arena);
    fixture->tokens = (struct px_tokens){0};
    fixture->hits = (struct px_hits){0};
    enum px_status status = px_words_find(text, (struct px_span){0, (uint32_t)text.size}, &fixture->segmenter,
                                          fixture->vocabulary, &fixture->arena, &fixture->tokens, &fixture->error);
    if (status == PX_OK)
        status = px_sentences_find(text, &fixture->tokens, 0, fixture->vocabulary, &fixture->segmenter, &fixture->arena,
                                   &sentences, &fixture->error);
    if (status == PX_OK)
        status = px_matcher_find(fixture->cache, text, &fixture->tokens, &sentences, &fixture->arena, &fixture->hits,
                                 &fixture->error);
    return status;
}

/* The hits of the text: "category:words" each, " | " between. */
static inline const char *fixture_show(struct fixture *fixture, const char *string)
{
    struct px_slice text = px_slice_from(string);
    px_buffer_clear(&fixture->shown);
    if (fixture_find(fixture, text) != PX_OK)
        return fixture->error.message;
    for (size_t i = 0; i < fixture->hits.count; i++) {
        const struct px_hit *hit = &fixture->hits.items[i];
        const struct px_token *first = &fixture->tokens.items[hit->first_token];
        px_buffer_string(&fixture->shown, i == 0 ? "" : " | ");
        px_buffer_append(&fixture->shown, fixture->lexicon.entries.items[hit->entry].category);
        px_buffer_byte(&fixture->shown, ':');
        px_buffer_append(&fixture->shown, px_slice_part(text, first->start, first[hit->token_count - 1].end));
    }
    return fixture->shown.data == NULL ? "" : fixture->shown.data;
}

#endif
