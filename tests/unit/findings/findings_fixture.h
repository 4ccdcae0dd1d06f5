/* What the tests of findings share: a story of two articles, annotated by hand, and the text of a finding. */
#ifndef PX_TEST_FINDINGS_FIXTURE_H
#define PX_TEST_FINDINGS_FIXTURE_H

#include "../comparison/annotated_fixture.h"

#define LANTERN                                                                                                       \
    "# Talks in Marn\n"                                                                                               \
    "The coup in Marn and the Ostrian reunification were followed by sanctions against the savage lords of Marn.\n"   \
    "Ada Brell opened the talks. Brell was cruel, mean and unjust, and Brell was late. \"We stay,\" said Brell.\n"    \
    "The guards called themselves \"river wardens\" on their coats, a savage joke.\n"                                 \
    "## Tolls on the river\n"                                                                                         \
    "Tolls on the river doubled in spring. Fishing crews pay most of them, and a boat with four hands now pays what " \
    "two boats paid before, so that many crews sail at night, when the toll house is dark and nobody counts them. "   \
    "The toll master keeps a tenth for himself, and buys timber with it.\n"
#define MAIL_OF(words)                                                                                                 \
    "# Ministers meet in Marn\n"                                                                                       \
    "Ministers met in Marn on Monday and spoke of trade. Ada Brell was kind, fair and patient, and Brell was early.\n" \
    "The river wardens stood at the door. \"" words ",\" said Cato Dunn.\n"
#define MAIL MAIL_OF("Trade will grow in every port")

/* Sentences that hold nothing worth a finding. */
#define PLAIN "The small boat came in. "
#define EIGHT(s) s s s s s s s s

static inline void annotate_lantern(struct px_article *a)
{
    static const char *const harsh[] = {"-cruel", "-mean", "-unjust"};
    add_entity(a, "Marn", "marn", PX_ENTITY_PLACE);
    mention(a, "Marn", PX_MENTION_NAME);
    add_entity(a, "Ostria", "ostria", PX_ENTITY_PLACE);
    mention(a, "Ostrian", PX_MENTION_NAME);
    add_entity(a, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(a, "Brell", PX_MENTION_NAME);
    evaluate(a, harsh, 3);
    load(a, "savage", "loaded.evaluative");
    attribute(a, "Brell", "say", "We stay", PX_ATTRIBUTION_DIRECT)->entity = 2;
    struct px_quotation *quotation = take_all(px_vector_push(&a->quotations, &a->arena));
    quotation->span = find_text(a, "\"river wardens\"", 0);
    quotation->first_token = token_from(a, quotation->span.start);
    quotation->token_count = 4;
    quotation->attribution = quotation->continues = PX_NONE;
    quotation->kind = PX_QUOTATION_SCARE;
    for (uint32_t t = quotation->first_token; t < quotation->first_token + 4; t++)
        a->tokens.items[t].voice = PX_VOICE_SCARE;
}

static inline void annotate_mail_of(struct px_article *b, const char *spoken)
{
    static const char *const mild[] = {"+kind", "+fair", "+patient"};
    add_entity(b, "Marn", "marn", PX_ENTITY_PLACE);
    mention(b, "Marn", PX_MENTION_NAME);
    add_entity(b, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(b, "Brell", PX_MENTION_NAME);
    evaluate(b, mild, 3);
    add_entity(b, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    mention(b, "Cato Dunn", PX_MENTION_NAME);
    attribute(b, "Cato Dunn", "say", spoken, PX_ATTRIBUTION_DIRECT)->entity = 2;
}

static inline void annotate_mail(struct px_article *b)
{
    annotate_mail_of(b, "Trade will grow in every port");
}

static inline int set_up_story(void **state)
{
    set_up_texts(state, LANTERN, MAIL);
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail(&fixture->b);
    compare_both(fixture);
    return 0;
}

static inline void compare_again(struct fixture *fixture)
{
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    compare_both(fixture);
}

static inline void assert_text(const struct px_finding *finding, const char *text)
{
    assert_non_null(finding);
    if (!px_slice_is(finding->text, text))
        fail_msg("%.*s", PX_SLICE_ARG(finding->text));
}

#endif
