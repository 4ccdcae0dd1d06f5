/* Names of two articles, set by hand. */
#ifndef PX_TEST_REFERENT_FIXTURE_H
#define PX_TEST_REFERENT_FIXTURE_H

#include "../comparison/annotated_fixture.h"

#define HARBOUR                                                                    \
    "The regime in Marn fell. Two terrorists were seen. Nobody was in the boat.\n" \
    "Cases of sexual assault were heard in the morning.\n"
#define HILL "A regime is a burden, the mayor wrote. It rained on the hill.\n"

static inline int set_up_forms(void **state)
{
    set_up_texts(state, HARBOUR, HILL);
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
    mention(&fixture->a, "Marn", PX_MENTION_NAME);
    compare_both(fixture);
    return 0;
}

static inline size_t count_lexical(const struct px_comparison *comparison, const char *form)
{
    size_t found = 0;
    for (size_t i = 0; i < comparison->referents.count; i++)
        found += comparison->referents.items[i].lexical && find_variant(&comparison->referents.items[i], form) != NULL;
    return found;
}

#endif
