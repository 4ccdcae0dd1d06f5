/* Two articles whose headlines are laid against their bodies. */
#ifndef PX_TEST_HEADLINE_FIXTURE_H
#define PX_TEST_HEADLINE_FIXTURE_H

#include "../comparison/annotated_fixture.h"

static inline const struct px_headline *headline_of(const struct px_comparison *comparison, size_t article)
{
    return &comparison->headlines[article];
}

static inline void name_people(struct px_article *article)
{
    mark_name(article, "Hask", PX_ENTITY_PERSON);
    mark_name(article, "Anna Bell", PX_ENTITY_PERSON);
}

#endif
