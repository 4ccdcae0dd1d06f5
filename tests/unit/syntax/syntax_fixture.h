/* The program's own model and a parser, for the tests of this room. */
#ifndef SYNTAX_FIXTURE_H
#define SYNTAX_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lexicon/resources.h"
#include "syntax/syntax.h"

enum { MOST_FORMS = 64 };

struct fixture {
    struct px_arena arena;
    struct px_data_file model;
    struct px_syntax *syntax;
    struct px_parser *parser;
    struct px_slice forms[MOST_FORMS];
    struct px_parsed_word words[MOST_FORMS];
    size_t count;
};

__attribute__((unused)) static struct fixture fixture;

static inline int set_up(void **state)
{
    (void)state;
    assert_int_equal(px_resources_bytes(NULL, "en", "syntax.model", &fixture.arena, &fixture.model, NULL), PX_OK);
    assert_int_equal(px_syntax_new(fixture.model.bytes, fixture.model.path, &fixture.syntax, NULL), PX_OK);
    assert_int_equal(px_parser_new(fixture.syntax, &fixture.parser, NULL), PX_OK);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    px_parser_free(fixture.parser);
    px_syntax_free(fixture.syntax);
    px_arena_release(&fixture.arena);
    return 0;
}

/* Parses words with spaces between. */
static inline void parse(const char *sentence)
{
    struct px_slice rest = px_slice_from(sentence);
    fixture.count = 0;
    while (fixture.count < MOST_FORMS && px_slice_next(&rest, ' ', &fixture.forms[fixture.count]))
        fixture.count++;
    assert_int_equal(px_parser_parse(fixture.parser, fixture.forms, fixture.count, fixture.words, NULL), PX_OK);
}

static inline uint32_t find(const char *form)
{
    for (uint32_t i = 0; i < fixture.count; i++)
        if (px_slice_is(fixture.forms[i], form))
            return i;
    fail_msg("no word '%s'", form);
    return PX_NONE;
}

#endif
