/* A small segmenter, vocabulary and token list for the tests of this room. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/sentences.h"

struct fixture {
    struct px_segmenter segmenter;
    struct px_vocabulary *vocabulary;
    struct px_arena arena;
    struct px_tokens tokens;
    struct px_sentences sentences;
    struct px_buffer shown;
};

static const char *const fixture_stops[] = {"the", "a",    "i",    "he",   "she", "it",  "we",   "they", "but", "and",
                                            "in",  "of",   "to",   "for",  "on",  "at",  "with", "his",  "is",  "was",
                                            "if",  "what", "that", "this", "no",  "had", "has",  "by",   "as",  "from"};
static const char *const fixture_titles[] = {"mr.", "mrs.", "dr.", "sen.", "gov.", "prof.", "lt.-col.", "st."};
static const char *const fixture_beginnings[] = {"the", "he", "they", "in"};
static const char *const fixture_firm[] = {"the", "he", "they"};
static const char *const fixture_headings[] = {"Early life", "Career", "Methods", "Get in"};
static const char *const fixture_numbered[] = {"figure", "table"};
static const char *const fixture_days[] = {"monday", "sunday"};
static const char *const fixture_others[] = {"u.s.", "p.m.", "a.m.", "inc.", "No.", "etc.", "w.va.", "jan.", "v."};

static inline void fixture_list(struct px_table *table, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        px_table_add(table, px_slice_from(words[i]), NULL);
}

static inline void fixture_init(struct fixture *f)
{
    *f = (struct fixture){0};
    for (size_t i = 0; i < sizeof fixture_titles / sizeof *fixture_titles; i++)
        px_table_add(&f->segmenter.abbreviations, px_slice_from(fixture_titles[i]), NULL);
    size_t titles = f->segmenter.abbreviations.keys.count;
    for (size_t i = 0; i < sizeof fixture_others / sizeof *fixture_others; i++)
        px_table_add(&f->segmenter.abbreviations, px_slice_from(fixture_others[i]), NULL);
    f->segmenter.abbreviation_kinds = calloc(f->segmenter.abbreviations.keys.count, 1);
    assert_non_null(f->segmenter.abbreviation_kinds);
    for (size_t i = 0; i < titles; i++)
        f->segmenter.abbreviation_kinds[i] = PX_ABBREVIATION_TITLE;
    f->segmenter.abbreviation_kinds[px_table_find(&f->segmenter.abbreviations, PX_SLICE("w.va."))] =
        PX_ABBREVIATION_PLACE;
    fixture_list(&f->segmenter.beginnings, fixture_beginnings, sizeof fixture_beginnings / sizeof(char *));
    fixture_list(&f->segmenter.firm, fixture_firm, sizeof fixture_firm / sizeof(char *));
    fixture_list(&f->segmenter.headings, fixture_headings, sizeof fixture_headings / sizeof(char *));
    fixture_list(&f->segmenter.numbered, fixture_numbered, sizeof fixture_numbered / sizeof(char *));
    fixture_list(&f->segmenter.days, fixture_days, sizeof fixture_days / sizeof(char *));
    px_table_add(&f->segmenter.clitics, PX_SLICE("'s"), NULL);
    px_table_add(&f->segmenter.clitics, PX_SLICE("'ll"), NULL);
    px_table_add(&f->segmenter.clitics, PX_SLICE("'ve"), NULL);
    assert_int_equal(px_vocabulary_new("en", &f->vocabulary, NULL), PX_OK);
    for (size_t i = 0; i < sizeof fixture_stops / sizeof *fixture_stops; i++)
        assert_int_equal(px_vocabulary_stop(f->vocabulary, px_slice_from(fixture_stops[i])), PX_OK);
}

static inline void fixture_release(struct fixture *f)
{
    px_segmenter_release(&f->segmenter);
    px_vocabulary_free(f->vocabulary);
    px_arena_release(&f->arena);
    px_buffer_release(&f->shown);
}

/* Forgets the tokens and sentences of the last text, and makes those of this one. */
static inline void fixture_segment(struct fixture *f, struct px_slice text)
{
    struct px_error error = {0};
    f->tokens.count = 0;
    f->sentences.count = 0;
    struct px_span all = {0, (uint32_t)text.size};
    assert_int_equal(px_words_find(text, all, &f->segmenter, f->vocabulary, &f->arena, &f->tokens, &error), PX_OK);
    assert_int_equal(
        px_sentences_find(text, &f->tokens, 0, f->vocabulary, &f->segmenter, &f->arena, &f->sentences, &error), PX_OK);
}

#endif
