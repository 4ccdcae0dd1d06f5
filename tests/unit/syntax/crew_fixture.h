/* A text read by a crew: its first member reads, the others lend a hand with what is shared. */
#ifndef PX_TEST_CREW_FIXTURE_H
#define PX_TEST_CREW_FIXTURE_H

#include "base/crew.h"
#include "syntax/syntax.h"

enum { CREW_MEMBERS = PX_CREW_MOST_MEMBERS };

struct together {
    struct px_crew *crew;
    struct px_parser *parsers[CREW_MEMBERS];
    void (*read)(const char *text); /* with the first parser */
    const char *text;
    bool begun;
};

static void set_up_together(struct together *it, const struct px_syntax *syntax)
{
    assert_int_equal(px_crew_new(&it->crew, NULL), PX_OK);
    for (size_t i = 0; i < CREW_MEMBERS; i++)
        assert_int_equal(px_parser_new(syntax, &it->parsers[i], NULL), PX_OK);
    px_parsers_share(it->parsers, CREW_MEMBERS, it->crew);
}

static void tear_down_together(struct together *it)
{
    for (size_t i = 0; i < CREW_MEMBERS; i++)
        px_parser_free(it->parsers[i]);
    px_crew_free(it->crew);
}

static void read_or_help(void *context, size_t thread, size_t part)
{
    struct together *it = context;
    (void)part;
    if (thread == 0 && !it->begun) {
        it->begun = true;
        it->read(it->text);
        px_crew_done(it->crew);
    }
    px_crew_stay(it->crew, thread);
}

static void read_together(struct together *it, void (*read)(const char *text), const char *text)
{
    it->read = read;
    it->text = text;
    it->begun = false;
    px_crew_begin(it->crew, 1);
    px_pool_each(CREW_MEMBERS, CREW_MEMBERS, read_or_help, it);
}

#endif
