/* Finds of one sentence or two, described in words, against what they should be. */
#ifndef PX_TEST_TOLD_FIXTURE_H
#define PX_TEST_TOLD_FIXTURE_H

#include "story_fixture.h"

struct told {
    const char *text;
    const char *found;
};

static inline void add_words(struct px_buffer *out, struct px_span words)
{
    px_buffer_append(out, px_slice_span(story.article.text, words));
}

/* The entity's key, or the words in brackets, or "-". */
static inline void add_party(struct px_buffer *out, const struct px_party *party)
{
    if (!px_party_is_told(party)) {
        px_buffer_byte(out, '-');
    } else if (party->entity != PX_NONE) {
        px_buffer_append(out, story.article.entities.items[party->entity].key);
    } else {
        px_buffer_byte(out, '[');
        add_words(out, party->words);
        px_buffer_byte(out, ']');
    }
}

/* Parses each text and compares what `describe` writes of it. */
static inline void check_told(const struct told *cases, size_t count, void (*describe)(struct px_buffer *out))
{
    struct px_buffer got = {0};
    for (size_t i = 0; i < count; i++) {
        story_parse(cases[i].text);
        px_buffer_clear(&got);
        px_buffer_string(&got, "");
        describe(&got);
        if (!px_slice_is(px_buffer_slice(&got), cases[i].found))
            fail_msg("%s\n  got  %.*s\n  want %s", cases[i].text, PX_SLICE_ARG(px_buffer_slice(&got)), cases[i].found);
    }
    px_buffer_release(&got);
}

#endif
