/* Articles annotated by hand, for the steps that compare annotations: names, statements, loaded words, evaluations. */
#ifndef PX_TEST_ANNOTATED_FIXTURE_H
#define PX_TEST_ANNOTATED_FIXTURE_H

#include "compare_fixture.h"
#include "lexicon/match.h"

/* Where `part` stands for the first time behind byte `from`. */
static inline struct px_span find_text(const struct px_article *article, const char *part, size_t from)
{
    size_t at = px_slice_find(article->text, px_slice_from(part), from);
    assert_int_not_equal(at, SIZE_MAX);
    return (struct px_span){(uint32_t)at, (uint32_t)(at + strlen(part))};
}

/* The first token that begins at or behind the byte. */
static inline uint32_t token_from(const struct px_article *article, uint32_t byte)
{
    uint32_t token = 0;
    while (token < article->tokens.count && article->tokens.items[token].start < byte)
        token++;
    return token;
}

static inline struct px_entity *add_entity(struct px_article *article, const char *name, const char *key, uint8_t kind)
{
    struct px_entity *entity = take_all(px_vector_push(&article->entities, &article->arena));
    entity->name = px_slice_from(name);
    entity->key = px_slice_from(key);
    entity->kind = kind;
    return entity;
}

/* Every occurrence of the text is a mention of the entity added last. Mentions are to be in order of position: names of
 * several forms are marked in the order in which they stand. */
static inline void mention(struct px_article *article, const char *text, uint8_t form)
{
    struct px_entity *entity = &article->entities.items[article->entities.count - 1];
    for (size_t at = 0; (at = px_slice_find(article->text, px_slice_from(text), at)) != SIZE_MAX; at += strlen(text)) {
        struct px_mention *added = take_all(px_vector_push(&article->mentions, &article->arena));
        *added = (struct px_mention){.start = (uint32_t)at,
                                     .end = (uint32_t)(at + strlen(text)),
                                     .form = form,
                                     .first_token = token_from(article, (uint32_t)at),
                                     .entity = (uint32_t)article->entities.count - 1};
        added->token_count = token_from(article, added->end) - added->first_token;
        entity->mention_count++;
    }
}

static inline struct px_spans one_span(struct px_article *article, struct px_span span)
{
    struct px_spans spans = {0};
    struct px_span *added = take_all(px_vector_push(&spans, &article->arena));
    *added = span;
    return spans;
}

/* A statement; an empty speaker is none. Its content's words get its voice. */
static inline struct px_attribution *attribute(struct px_article *article, const char *speaker, const char *lemma,
                                               const char *content, uint8_t type)
{
    uint32_t number = (uint32_t)article->attributions.count;
    struct px_attribution *added = take_all(px_vector_push(&article->attributions, &article->arena));
    *added = (struct px_attribution){.type = type,
                                     .cue_lemma = px_slice_from(lemma),
                                     .entity = PX_NONE,
                                     .replies_to = PX_NONE,
                                     .confidence = 1,
                                     .high_tier = true,
                                     .speech = true};
    struct px_span span = find_text(article, content, 0);
    added->content = one_span(article, span);
    if (speaker[0] != '\0')
        added->speaker = one_span(article, find_text(article, speaker, 0));
    for (uint32_t t = token_from(article, span.start); t < token_from(article, span.end); t++) {
        article->tokens.items[t].attribution = number;
        article->tokens.items[t].voice = type == PX_ATTRIBUTION_DIRECT ? PX_VOICE_DIRECT : PX_VOICE_INDIRECT;
        added->sentence = article->tokens.items[t].sentence;
    }
    return added;
}

/* The text between quotation marks is a quotation; the text is without them. */
static inline void quote(struct px_article *article, const char *text, uint8_t kind)
{
    struct px_quotation *added = take_all(px_vector_push(&article->quotations, &article->arena));
    struct px_span span = find_text(article, text, 0);
    *added = (struct px_quotation){
        .span = {span.start - 1, span.end + 1}, .attribution = PX_NONE, .continues = PX_NONE, .kind = kind};
    added->first_token = token_from(article, added->span.start);
    added->token_count = token_from(article, added->span.end) - added->first_token;
}

/* What the article alone has of the kind, in the order given, is this: texts with "; " between them. */
static inline void assert_only(const struct px_comparison *comparison, uint8_t kind, uint32_t article,
                               const char *expected)
{
    char found[1000] = "";
    size_t used = 0;
    for (size_t i = 0; i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->kind != kind || only->article != article)
            continue;
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", used > 0 ? "; " : "",
                                 PX_SLICE_ARG(only->text));
        assert_true(used < sizeof found);
    }
    assert_string_equal(found, expected);
}

/* Every occurrence of the word is a loaded word, marked in the outlet's own voice. */
static inline void load(struct px_article *article, const char *word, const char *category)
{
    for (size_t at = 0; (at = px_slice_find(article->text, px_slice_from(word), at)) != SIZE_MAX; at += strlen(word)) {
        struct px_match *match = take_all(px_vector_push(&article->matches, &article->arena));
        uint32_t token = token_from(article, (uint32_t)at);
        const struct px_token *first = &article->tokens.items[token];
        *match = (struct px_match){.start = (uint32_t)at,
                                   .end = (uint32_t)(at + strlen(word)),
                                   .first_token = token,
                                   .token_count = 1,
                                   .lexicon = PX_SLICE("loaded"),
                                   .entry = px_slice_from(word),
                                   .category = px_slice_from(category),
                                   .weight = 0.9,
                                   .sentence = first->sentence,
                                   .attribution = first->attribution,
                                   .target = PX_NONE,
                                   .voice = first->voice,
                                   .marked = first->voice == PX_VOICE_OWN};
    }
}

/* A mention of the entity, a pronoun's, that is judged by the evaluation. */
static inline void judge_mention(struct px_article *article, struct px_stance *stance,
                                 const struct px_stance_evidence *evidence)
{
    uint32_t token = token_from(article, evidence->start);
    struct px_mention *mention = take_all(px_vector_push(&article->mentions, &article->arena));
    *mention = (struct px_mention){.start = evidence->start,
                                   .end = evidence->end,
                                   .first_token = token,
                                   .token_count = 1,
                                   .entity = stance->entity,
                                   .form = PX_MENTION_PRONOUN};
    stance->mentions[stance->mention_count++] =
        (struct px_stance_mention){.mention = (uint32_t)article->mentions.count - 1,
                                   .clear = true,
                                   .attribution = evidence->attribution,
                                   .score = evidence->contribution,
                                   .label = evidence->contribution > 0 ? PX_LABEL_POSITIVE : PX_LABEL_NEGATIVE};
}

/* Evaluations of the entity added last, each of a mention: each word once, by its first occurrence; a "+" or "-" in front
 * is its sign. */
static inline void evaluate(struct px_article *article, const char *const *words, size_t count)
{
    struct px_stance *stance = take_all(px_vector_push(&article->stances, &article->arena));
    *stance = (struct px_stance){.entity = (uint32_t)article->entities.count - 1, .own = {.low = -1, .high = 1}};
    stance->evidence = take_all(px_arena_array(&article->arena, struct px_stance_evidence, count));
    stance->mentions = take_all(px_arena_array(&article->arena, struct px_stance_mention, count));
    for (size_t i = 0; i < count; i++) {
        struct px_span span = find_text(article, words[i] + 1, 0);
        const struct px_token *token = &article->tokens.items[token_from(article, span.start)];
        stance->evidence[stance->evidence_count++] =
            (struct px_stance_evidence){.sentence = token->sentence,
                                        .start = span.start,
                                        .end = span.end,
                                        .contribution = words[i][0] == '+' ? 1 : -1,
                                        .attribution = token->attribution,
                                        .tied = true,
                                        .said = true,
                                        .judge = token->attribution};
        judge_mention(article, stance, &stance->evidence[i]);
    }
}

/* Finds the lexicons' hits, and gives sections their bytes. */
static inline void finish(struct fixture *fixture, struct px_article *article, const char *outlet)
{
    struct px_error error = {0};
    article->outlet = px_slice_from(outlet);
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, article->text, &article->tokens, &article->sentences,
                                            &article->arena, &article->hits, &error));
    uint32_t block = 0;
    for (size_t i = 0; i < article->sections.count; i++) {
        struct px_section *section = &article->sections.items[i];
        section->first_block = block;
        block += section->block_count;
        section->start = article->blocks.items[section->first_block].start;
        section->end = article->blocks.items[block - 1].end;
    }
}

static inline void compare_both(struct fixture *fixture)
{
    finish(fixture, &fixture->a, "The Lantern");
    finish(fixture, &fixture->b, "Morning Mail");
    compare_turned(fixture);
}

static inline const struct px_referent *find_referent(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->referents.count; i++)
        if (px_slice_is(comparison->referents.items[i].name, name))
            return &comparison->referents.items[i];
    return NULL;
}

/* The figure that the words give: so many died, unless the test says otherwise. */
static inline struct px_quantity *add_figure(struct px_article *article, const char *words, double low, double high)
{
    struct px_quantity *quantity = take_all(px_vector_push(&article->quantities, &article->arena));
    struct px_span span = find_text(article, words, 0);
    *quantity = (struct px_quantity){.start = span.start,
                                     .end = span.end,
                                     .value = low,
                                     .low = low,
                                     .high = high,
                                     .what = PX_SLICE("person"),
                                     .event = PX_SLICE("death"),
                                     .entity = PX_NONE,
                                     .other = PX_NONE,
                                     .sentence = article->tokens.items[token_from(article, span.start)].sentence,
                                     .attribution = PX_NONE,
                                     .kind = PX_QUANTITY_COUNT};
    return quantity;
}

static inline const struct px_variant *find_variant(const struct px_referent *referent, const char *form)
{
    for (size_t i = 0; referent != NULL && i < referent->variant_count; i++)
        if (px_slice_is(referent->variants[i].form, form))
            return &referent->variants[i];
    return NULL;
}

static inline const struct px_indicator *find_indicator(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->indicators.count; i++)
        if (px_slice_is(comparison->indicators.items[i].name, name))
            return &comparison->indicators.items[i];
    fail_msg("no indicator %s", name);
    return NULL;
}

/* The finding whose text begins so, or NULL. */
static inline const struct px_finding *find_finding(const struct px_comparison *comparison, const char *beginning)
{
    for (size_t i = 0; i < comparison->findings.count; i++)
        if (px_slice_starts(comparison->findings.items[i].text, px_slice_from(beginning)))
            return &comparison->findings.items[i];
    return NULL;
}

#endif
