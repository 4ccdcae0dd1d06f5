/* One quotation, two speakers: where articles give the same quoted words to different people, one of them is mistaken
 * about who spoke, or is read so, and the statement that is less sure counts for nobody. Where one of the two is but
 * described, he is the other; in one article, where people speak with each other, only if a headline or a standfirst
 * quotes him. Where both are the same, and one of the statements is sure, so is the other. And a headline's speaker, whom
 * it only describes, is no source of his own. */
#include "contrast/contrast.h"

enum { RUN = 5 /* words */ };

struct use {
    uint32_t article;
    uint32_t attribution;
};

struct doubting {
    struct px_compare_context *context;
    struct px_table runs;       /* of quoted words */
    PX_VECTOR(struct use) uses; /* by run: where it was met first */
};

static const struct px_attribution *statement_of(const struct px_compare_context *context, struct use use)
{
    return &context->articles[use.article]->attributions.items[use.attribution];
}

static struct px_speaker *speaker_of(const struct px_compare_context *context, struct use use)
{
    return &context->comparison->speakers[use.article][use.attribution];
}

static uint32_t person_of(const struct px_compare_context *context, struct use use)
{
    const struct px_attribution *attribution = statement_of(context, use);
    if (attribution->speaker_kind != PX_SPEAKER_PERSON || attribution->anonymous || attribution->also_count > 0)
        return PX_NONE;
    return speaker_of(context, use)->referent;
}

/* Do the words that describe somebody name the person, who is then another: "a *Hask* spokesman"? */
static bool names(const struct px_compare_context *context, struct use use, uint32_t person)
{
    const struct px_article *article = context->articles[use.article];
    struct px_span namer = px_attribution_namer(statement_of(context, use));
    for (size_t m = px_compare_mention_at(article, px_compare_token_at(article, namer.start));
         m < article->mentions.count && article->mentions.items[m].start < namer.end; m++)
        if (px_compare_referent(context, use.article, article->mentions.items[m].entity) == person)
            return true;
    return false;
}

static void link(const struct px_compare_context *context, struct use described, uint32_t person)
{
    struct px_speaker *speaker = speaker_of(context, described);
    if ((!speaker->described && !statement_of(context, described)->delegate) || person == PX_NONE ||
        names(context, described, person))
        return;
    speaker->referent = person;
    speaker->described = false;
}

/* Does the statement stand in a block of the role? */
static bool is_in(const struct px_compare_context *context, struct use use, uint8_t role)
{
    const struct px_article *article = context->articles[use.article];
    uint32_t sentence = statement_of(context, use)->sentence;
    return sentence < article->sentences.count &&
           article->blocks.items[article->sentences.items[sentence].block].role == role;
}

/* In the headline, or in the standfirst below it */
static bool is_above_text(const struct px_compare_context *context, struct use use)
{
    return is_in(context, use, PX_ROLE_TITLE) || is_in(context, use, PX_ROLE_STANDFIRST);
}

static uint8_t *witness_of(const struct px_compare_context *context, struct use use)
{
    return &context->comparison->sourcing.witness[use.article][use.attribution];
}

/* A statement that is not sure by itself, but that a word reports, and whose speaker is known by another that is sure. */
static void confirm(const struct px_compare_context *context, struct use use, struct use other)
{
    const struct px_attribution *statement = statement_of(context, use);
    if (statement->speech && px_attribution_has_verb(statement) && !px_attribution_counts(statement) &&
        px_attribution_counts(statement_of(context, other)) && *witness_of(context, use) == PX_WITNESS_NONE)
        *witness_of(context, use) = PX_WITNESS_FOR;
}

static void doubt(struct doubting *doubting, struct use first, struct use second)
{
    struct px_compare_context *context = doubting->context;
    bool echo = first.article != second.article;
    context->echoed[first.article][first.attribution] |= echo;
    context->echoed[second.article][second.attribution] |= echo;
    uint32_t a = person_of(context, first), b = person_of(context, second);
    if (echo || is_above_text(context, first) || is_above_text(context, second)) {
        link(context, first, b);
        link(context, second, a);
    }
    if (echo && a != PX_NONE && a == b) {
        confirm(context, first, second);
        confirm(context, second, first);
    }
    double sure = statement_of(context, first)->confidence, other = statement_of(context, second)->confidence;
    if (!echo || a == PX_NONE || b == PX_NONE || a == b)
        return;
    if (sure <= other)
        *witness_of(context, first) = PX_WITNESS_AGAINST;
    if (other <= sure)
        *witness_of(context, second) = PX_WITNESS_AGAINST;
}

/* The run of quoted words that ends with the token; `words` are the last ones before it, the newest last. */
static bool take_run(struct doubting *doubting, const uint32_t *words, struct use use)
{
    struct px_slice key = {(const char *)words, RUN * sizeof *words};
    bool added;
    uint32_t id = px_table_add(&doubting->runs, key, &added);
    if (id == PX_NONE)
        return false;
    if (!added) {
        doubt(doubting, doubting->uses.items[id], use);
        return true;
    }
    struct use *place = px_vector_push(&doubting->uses, &doubting->context->scratch);
    if (place != NULL)
        *place = use;
    return place != NULL;
}

static bool take_article(struct doubting *doubting, uint32_t article)
{
    const struct px_article *a = doubting->context->articles[article];
    uint32_t words[RUN] = {0};
    uint32_t speaker = PX_NONE, count = 0;
    for (size_t t = 0; t < a->tokens.count; t++) {
        const struct px_token *token = &a->tokens.items[t];
        bool quoted = token->voice == PX_VOICE_DIRECT && token->attribution < a->attributions.count;
        if (!quoted || token->attribution != speaker)
            count = 0;
        speaker = quoted ? token->attribution : PX_NONE;
        if (!quoted || !px_token_counts(token))
            continue;
        memmove(words, words + 1, (RUN - 1) * sizeof *words);
        words[RUN - 1] = px_compare_form(doubting->context, token)->fold;
        if (++count >= RUN && !take_run(doubting, words, (struct use){article, speaker}))
            return false;
    }
    return true;
}

void px_compare_doubt_titles(struct px_compare_context *context, size_t article)
{
    const struct px_article *a = context->articles[article];
    for (uint32_t i = 0; i < a->attributions.count; i++) {
        const struct px_attribution *it = &a->attributions.items[i];
        struct use use = {(uint32_t)article, i};
        if (it->speaker_kind == PX_SPEAKER_PERSON && it->also_count == 0 && is_in(context, use, PX_ROLE_TITLE) &&
            speaker_of(context, use)->referent == PX_NONE)
            *witness_of(context, use) = PX_WITNESS_AGAINST;
    }
}

enum px_status px_compare_doubts(struct px_compare_context *context, struct px_error *error)
{
    struct doubting doubting = {.context = context};
    uint8_t **witness = px_arena_array(&context->comparison->arena, uint8_t *, context->count);
    context->echoed = px_arena_array(&context->scratch, bool *, context->count);
    bool fine = witness != NULL && context->echoed != NULL;
    context->comparison->sourcing.witness = witness;
    for (size_t a = 0; fine && a < context->count; a++) {
        size_t count = context->articles[a]->attributions.count;
        witness[a] = px_arena_array(&context->comparison->arena, uint8_t, count + 1);
        context->echoed[a] = px_arena_array(&context->scratch, bool, count + 1);
        fine = witness[a] != NULL && context->echoed[a] != NULL;
    }
    for (size_t a = 0; fine && a < context->count; a++)
        fine = take_article(&doubting, (uint32_t)context->order[a]);
    px_table_release(&doubting.runs);
    return fine ? PX_OK : px_no_memory(error);
}
