/* Names in the articles of a fixture, for tests of what one article alone has. */
#ifndef PX_TEST_NAMES_FIXTURE_H
#define PX_TEST_NAMES_FIXTURE_H

#include "../comparison/annotated_fixture.h"
#include "omission/only_news.h"

static void name(struct px_article *article, const char *spelling, const char *key, uint8_t kind)
{
    add_entity(article, spelling, key, kind);
    mention(article, spelling, PX_MENTION_NAME);
}

#endif
