/* Speakers of two articles, set by hand. */
#ifndef PX_TEST_SPEAKERS_FIXTURE_H
#define PX_TEST_SPEAKERS_FIXTURE_H

#include "../comparison/annotated_fixture.h"

#define LANTERN                                                                                  \
    "\"We gave all we had,\" said Ora Lind, the mayor. She warned that the bridge would fall.\n" \
    "The officials said the road was shut. The officials said the shops were open.\n"            \
    "The plan is said to have failed.\n"
#define MAIL "Ora Lind said rain would come. Lake engineers said the dam would hold for a hundred years.\n"

static inline void speak(struct fixture *fixture)
{
    struct px_article *a = &fixture->a;
    struct px_article *b = &fixture->b;
    add_entity(a, "Ora Lind", "ora lind", PX_ENTITY_PERSON)->role = PX_SLICE("mayor");
    mention(a, "Ora Lind", PX_MENTION_NAME);
    mention(a, "She", PX_MENTION_PRONOUN);
    add_entity(b, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(b, "Ora Lind", PX_MENTION_NAME);
    struct px_attribution *said = attribute(a, "Ora Lind", "say", "We gave all we had", PX_ATTRIBUTION_DIRECT);
    said->entity = 0;
    said->actor = PX_ACTOR_STATE;
    struct px_attribution *warned = attribute(a, "She", "warn", "the bridge would fall", PX_ATTRIBUTION_INDIRECT);
    warned->entity = 0;
    warned->actor = PX_ACTOR_STATE;
    warned->tone = PX_TONE_CONFRONTATIONAL;
    attribute(a, "The officials", "say", "the road was shut", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(a, "The officials", "say", "the shops were open", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(a, "", "say", "have failed", PX_ATTRIBUTION_INDIRECT);
    attribute(b, "Ora Lind", "say", "rain would come", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    attribute(b, "Lake engineers", "say", "the dam would hold for a hundred years", PX_ATTRIBUTION_INDIRECT);
}

static inline int set_up_speakers(void **state)
{
    set_up_texts(state, LANTERN, MAIL);
    speak(*state);
    compare_both(*state);
    return 0;
}

static inline const struct px_source *find_source(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->sourcing.sources.count; i++)
        if (px_slice_is(comparison->sourcing.sources.items[i].name, name))
            return &comparison->sourcing.sources.items[i];
    fail_msg("no source %s", name);
    return NULL;
}

static inline int set_up_offices(void **state)
{
    set_up_texts(state, "Ora Lind said the road was shut.\nHe said the shops were open.\nThe heir said no.\n",
                 "Ora Lind said rain would come.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        struct px_entity *entity = add_entity(articles[i], "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        entity->role = i == 0 ? PX_SLICE("former mayor") : PX_SLICE("Mayor");
        entity->former = i == 0;
        entity->actor = i == 0 ? PX_ACTOR_OTHER : PX_ACTOR_STATE;
        mention(articles[i], "Ora Lind", PX_MENTION_NAME);
        struct px_attribution *said = attribute(
            articles[i], "Ora Lind", "say", i == 0 ? "the road was shut" : "rain would come", PX_ATTRIBUTION_INDIRECT);
        said->entity = 0;
        said->actor = entity->actor;
    }
    attribute(&fixture->a, "He", "say", "the shops were open", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "The heir", "say", "no", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    return 0;
}

#endif
