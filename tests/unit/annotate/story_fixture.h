/* Small articles, annotated with the project's own lexicons: "# headline" and "## heading" lines, other lines are
 * paragraphs. */
#ifndef PX_TEST_STORY_FIXTURE_H
#define PX_TEST_STORY_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "annotate/annotate.h"
#include "base/buffer.h"
#include "syntax/grammar.h"

struct story {
    struct px_resources *resources;
    struct px_worker worker;
    struct px_article article;
    struct px_grammar *grammar; /* opened when a story is first parsed */
    struct px_parser *parser;
    struct px_error error;
};

static struct story story;

static inline int story_open_with(const struct px_resources_options *options)
{
    assert_int_equal(px_resources_new(options, &story.resources, &story.error), PX_OK);
    assert_int_equal(px_worker_init(&story.worker, story.resources, &story.error), PX_OK);
    return 0;
}

/* With a lexicon file of the test's own, or NULL. */
static inline int story_open(const char *file)
{
    struct px_resources_options options = {
        .language = "en", .directory = "lexicons", .files = &file, .file_count = file != NULL};
    return story_open_with(&options);
}

static inline int story_set_up(void **state)
{
    (void)state;
    return story_open(NULL);
}

static inline int story_tear_down(void **state)
{
    (void)state;
    px_parser_free(story.parser);
    px_grammar_free(story.grammar);
    px_article_release(&story.article);
    px_worker_release(&story.worker);
    px_resources_free(story.resources);
    return 0;
}

/* Blocks without annotation; targets may be added before story_annotate. */
static inline void story_lay_out(const char *text)
{
    px_article_release(&story.article);
    story.article = (struct px_article){.text = px_slice_from(text)};
    struct px_slice rest = story.article.text;
    struct px_slice line;
    uint32_t number = 0;
    while (px_slice_next(&rest, '\n', &line)) {
        struct px_block *block = px_vector_push(&story.article.blocks, &story.article.arena);
        assert_non_null(block);
        bool title = px_slice_starts(line, PX_SLICE("# "));
        bool heading = px_slice_starts(line, PX_SLICE("## "));
        block->start = (uint32_t)(line.data - text) + (title ? 2 : heading ? 3 : 0);
        block->end = (uint32_t)(line.data + line.size - text);
        block->role = title ? PX_ROLE_TITLE : heading ? PX_ROLE_HEADING : PX_ROLE_PARAGRAPH;
        block->number = title || heading ? 0 : ++number;
    }
}

static inline void story_annotate(void)
{
    assert_int_equal(px_annotate(&story.worker, NULL, &story.article, &story.error), PX_OK);
}

static inline void story_read(const char *text)
{
    story_lay_out(text);
    story_annotate();
}

/* The same with grammar, and with a model of loaded words, or NULL. */
static inline void story_parse_with(const char *text, struct px_loaded_reader *loaded)
{
    if (story.grammar == NULL) {
        assert_int_equal(px_grammar_new("lexicons", "en", &story.grammar, &story.error), PX_OK);
        assert_int_equal(px_parser_new(story.grammar->syntax, &story.parser, &story.error), PX_OK);
    }
    const struct px_annotate_options options = {
        .loaded = loaded, .parser = story.parser, .splitter = &story.grammar->splitter};
    story_lay_out(text);
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
}

static inline void story_parse(const char *text)
{
    story_parse_with(text, NULL);
}

static inline const struct px_entity *story_entity(const char *key)
{
    for (size_t i = 0; i < story.article.entities.count; i++)
        if (px_slice_is(story.article.entities.items[i].key, key))
            return &story.article.entities.items[i];
    return NULL;
}

/* "Hask | [he] | the minister": an entity's mentions, pronouns in brackets; "" when there is no such entity. */
static inline void story_mentions(const char *key, struct px_buffer *out)
{
    const struct px_entity *entity = story_entity(key);
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; entity != NULL && i < story.article.mentions.count; i++) {
        const struct px_mention *m = &story.article.mentions.items[i];
        if (&story.article.entities.items[m->entity] != entity)
            continue;
        bool pronoun = m->form == PX_MENTION_PRONOUN;
        px_buffer_printf(out, "%s%s%.*s%s", out->size > 0 ? " | " : "", pronoun ? "[" : "", (int)(m->end - m->start),
                         story.article.text.data + m->start, pronoun ? "]" : "");
    }
    if (out->data == NULL)
        px_buffer_string(out, "");
}

/* The story's match of the lexicon on these words; it has one. */
static inline const struct px_match *story_match(const char *lexicon, const char *words)
{
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        if (px_slice_is(match->lexicon, lexicon) &&
            px_slice_is(px_slice_part(story.article.text, match->start, match->end), words))
            return match;
    }
    fail_msg("no match on '%s'", words);
    return NULL;
}

#endif
