/* Stories read with a parser and the model of sourcing, and questions to their attributions. */
#ifndef PX_TEST_SOURCING_FIXTURE_H
#define PX_TEST_SOURCING_FIXTURE_H

#include "sourcing/sourcing.h"

#include "../annotate/story_fixture.h"
#include "base/stream.h"
#include "syntax/grammar.h"

static struct px_grammar *grammar;
static struct px_parser *parser;
static struct px_sourcing_model *model;

static inline int set_up(void **state)
{
    story_set_up(state);
    assert_int_equal(px_grammar_new("lexicons", "en", &grammar, &story.error), PX_OK);
    assert_int_equal(px_sourcing_model_new("lexicons", "en", &model, &story.error), PX_OK);
    assert_non_null(grammar);
    assert_non_null(model);
    assert_int_equal(px_parser_new(grammar->syntax, &parser, &story.error), PX_OK);
    return 0;
}

static inline int tear_down(void **state)
{
    px_parser_free(parser);
    px_sourcing_model_free(model);
    px_grammar_free(grammar);
    return story_tear_down(state);
}

static inline void read_story(const char *text)
{
    const struct px_annotate_options options = {.parser = parser, .splitter = &grammar->splitter, .sourcing = model};
    story_lay_out(text);
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
}

/* The attribution whose cue holds the word, or NULL. */
static inline const struct px_attribution *find_cue(const char *word)
{
    for (size_t i = 0; i < story.article.attributions.count; i++) {
        const struct px_attribution *it = &story.article.attributions.items[i];
        for (size_t s = 0; s < it->cue.count; s++)
            if (px_slice_find(px_slice_span(story.article.text, it->cue.items[s]), px_slice_from(word), 0) != SIZE_MAX)
                return it;
    }
    return NULL;
}

static inline bool holds(const struct px_spans *spans, const char *words)
{
    for (size_t s = 0; s < spans->count; s++)
        if (px_slice_find(px_slice_span(story.article.text, spans->items[s]), px_slice_from(words), 0) != SIZE_MAX)
            return true;
    return false;
}

static inline const struct px_attribution *find_content(const char *word)
{
    for (size_t i = 0; i < story.article.attributions.count; i++)
        if (holds(&story.article.attributions.items[i].content, word))
            return &story.article.attributions.items[i];
    return NULL;
}

static inline bool speaks(const struct px_attribution *it, const char *name)
{
    const struct px_entity *entity =
        it == NULL || it->entity == PX_NONE ? NULL : &story.article.entities.items[it->entity];
    return name == NULL ? entity == NULL : entity != NULL && px_slice_is(entity->name, name);
}

/* A story, and what of it is said. */
struct expected {
    const char *text, *content; /* words of the statement, */
    const char *speaker;        /* of whoever says it, */
    const char *outside;        /* and what it must not hold; NULL: anything */
};

static inline void check(const struct expected *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        if (it == NULL || (cases[i].speaker != NULL && !holds(&it->speaker, cases[i].speaker)) ||
            (cases[i].outside != NULL && holds(&it->content, cases[i].outside)))
            fail_msg("%s", cases[i].text);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

/* A story, and whether the statement that holds the words is speech; none is as good as one that is not. */
struct told {
    const char *text, *words;
    bool speech;
};

/* `find` is find_cue or find_content. */
static inline void check_speech(const struct told *cases, size_t count,
                                const struct px_attribution *(*find)(const char *word))
{
    for (size_t i = 0; i < count; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find(cases[i].words);
        if ((it != NULL && it->speech) != cases[i].speech)
            fail_msg("%s", cases[i].text);
    }
}

#define CHECK_SPEECH(cases, find) check_speech(cases, sizeof(cases) / sizeof *(cases), find)

/* A story with statements of every kind. */
static const char *const tale =
    "# Miners to strike, union says\n"
    "Mara Venn, who leads the miners’ union, said on Monday that the pits would close. “We have waited long enough,” "
    "she said. “Nobody asked us.”\n"
    "The minister denied that he had promised new pits. The roads were closed, according to two officials "
    "familiar with the talks. The Courier reported that a vote had been taken.\n"
    "“They lied to us,” Ono Brell told the council on Sunday, adding: “It is over.” It rained all day.\n";

#endif
