/* What headline and standfirst have otherwise than the body: loaded words, claims without their speaker, figures. */
#include "contrast/contrast.h"
#include "contrast/headline.h"

/* A claim is the body's when a sentence there, in the words of a speaker, holds so much of it … */
#define CLAIM_HELD 0.65
/* … and none in the outlet's own words holds more than this. */
#define CLAIM_OWN 0.4
/* Beside the verb, of which some form stands there too; where the verb is a function word, more is asked for. */
#define CLAIM_BESIDE 0.4
#define CLAIM_HELD_VERBLESS 0.8
enum { CLAIM_SIGNS = 4, LEAD_PARAGRAPHS = 3 };

static bool push(struct px_compare_context *context, size_t a, const struct px_headline_point *point)
{
    struct px_headline_point *added =
        px_vector_push(&context->comparison->headlines[a].points, &context->comparison->arena);
    if (added != NULL)
        *added = *point;
    return added != NULL;
}

/* ---- loaded words ---- */

/* Does any word of the match stand in the body, by its root; in the outlet's own voice? `*first` is the first
 * sentence. */
static bool stands_below(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_match *match, uint32_t end, bool own, uint32_t *first)
{
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->sentence == PX_NONE || token->sentence < end || (own && token->attribution != PX_NONE))
            continue;
        for (uint32_t m = match->first_token; m < match->first_token + match->token_count; m++)
            if (px_compare_is_content(context, &article->tokens.items[m]) &&
                px_compare_form(context, &article->tokens.items[m])->root == px_compare_form(context, token)->root) {
                *first = t;
                return true;
            }
    }
    return false;
}

/* Do the first paragraphs say the like in the outlet's own voice, "enraged" below "Infuriates": a loaded word of the
 * category? */
static bool is_matched_below(const struct px_article *article, const struct px_match *match, uint32_t end)
{
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *other = &article->matches.items[i];
        if (other->sentence >= end && px_match_is_own_loaded(other) &&
            px_slice_equal(other->category, match->category) &&
            article->blocks.items[article->sentences.items[other->sentence].block].number <= LEAD_PARAGRAPHS)
            return true;
    }
    return false;
}

static bool add_loaded(struct px_compare_context *context, size_t a, const struct px_match *match, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    uint32_t at = PX_NONE;
    if (match->sentence >= end || !px_match_is_own_loaded(match) ||
        stands_below(context, article, match, end, true, &at))
        return true;
    struct px_headline_point point = {.kind = PX_HEADLINE_ALONE,
                                      .span = {match->start, match->end},
                                      .sentence = match->sentence,
                                      .body_sentence = PX_NONE};
    if (stands_below(context, article, match, end, false, &at)) {
        const struct px_token *token = &article->tokens.items[at];
        if (px_article_doubts_voice(article, at))
            return true;
        point.kind = PX_HEADLINE_SPOKEN;
        point.body = (struct px_span){token->start, token->end};
        point.body_sentence = token->sentence;
        point.speaker = px_compare_speaker(context, a, token->attribution);
    } else if (is_matched_below(article, match, end)) {
        return true;
    }
    return push(context, a, &point);
}

/* ---- claims ---- */

/* The first verb of the sentence, or NULL. */
static const struct px_event *first_event(const struct px_article *article, uint32_t sentence)
{
    for (size_t i = 0; i < article->events.count; i++)
        if (article->events.items[i].sentence == sentence)
            return &article->events.items[i];
    return NULL;
}

/* Does the sentence assert something in the outlet's own words: a verb, no question, no quotation, no speaker? */
static bool asserts(const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *at = &article->sentences.items[sentence];
    if (at->end == at->start || article->text.data[at->end - 1] == '?')
        return false;
    for (uint32_t t = at->first_token; t < at->first_token + at->token_count; t++)
        if (article->tokens.items[t].voice != PX_VOICE_OWN || article->tokens.items[t].attribution != PX_NONE ||
            (article->tokens.items[t].flags & PX_TOKEN_DISTANCED) != 0)
            return false;
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].sentence == sentence)
            return false;
    return first_event(article, sentence) != NULL;
}

/* The first attribution with a speaker whose words stand in the sentence, or PX_NONE. */
static uint32_t attribution_in(const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *at = &article->sentences.items[sentence];
    for (uint32_t t = at->first_token; t < at->first_token + at->token_count; t++) {
        uint32_t attribution = article->tokens.items[t].attribution;
        if (attribution != PX_NONE && article->attributions.items[attribution].speaker.count > 0 &&
            article->attributions.items[attribution].high_tier)
            return attribution;
    }
    return PX_NONE;
}

/* What somebody does is no claim of his. */
static bool is_about_speaker(const struct px_compare_context *context, size_t a, uint32_t attribution)
{
    uint32_t referent = px_compare_referent(context, a, context->articles[a]->attributions.items[attribution].entity);
    return referent != PX_NONE && px_headline_names(context, a, referent);
}

static bool is_held(const struct px_clause *clause, const struct px_telling *spoken)
{
    for (size_t i = 0; i < clause->count; i++)
        if (clause->signs[i].verb)
            return spoken->alone >= CLAIM_HELD && spoken->beside >= CLAIM_BESIDE;
    return spoken->alone >= CLAIM_HELD_VERBLESS;
}

static bool add_claim(struct px_compare_context *context, size_t a, const struct px_tellings *tellings,
                      uint32_t sentence, uint32_t body)
{
    const struct px_article *article = context->articles[a];
    const struct px_span span = {article->sentences.items[sentence].start, article->sentences.items[sentence].end};
    uint32_t count = (uint32_t)article->sentences.count;
    struct px_clause clause;
    if (!asserts(article, sentence))
        return true;
    px_clause_read(context, a, &span, 1, first_event(article, sentence), &clause);
    if (clause.count < CLAIM_SIGNS)
        return true;
    struct px_telling spoken = px_tellings_find(tellings, &clause, body, count, PX_TELLING_SPOKEN);
    struct px_telling own = px_tellings_find(tellings, &clause, body, count, PX_TELLING_OWN);
    uint32_t attribution = spoken.sentence == PX_NONE ? PX_NONE : attribution_in(article, spoken.sentence);
    if (!is_held(&clause, &spoken) || own.share > CLAIM_OWN || attribution == PX_NONE ||
        is_about_speaker(context, a, attribution))
        return true;
    return push(context, a,
                &(struct px_headline_point){.kind = PX_HEADLINE_CLAIM,
                                            .span = span,
                                            .sentence = sentence,
                                            .body = {article->sentences.items[spoken.sentence].start,
                                                     article->sentences.items[spoken.sentence].end},
                                            .body_sentence = spoken.sentence,
                                            .speaker = px_compare_speaker(context, a, attribution)});
}

/* ---- figures ---- */

/* The body's figure on the fact, where all that it has clash with the headline's and agree with each other. */
static const struct px_quantity *find_clash(const struct px_article *article, const struct px_quantity *head,
                                            uint32_t end)
{
    const struct px_quantity *found = NULL;
    for (size_t i = 0; i < article->quantities.count; i++) {
        const struct px_quantity *body = &article->quantities.items[i];
        if (body->sentence < end || !px_compare_figures_meet(head, body))
            continue;
        if (!px_compare_figures_clash(head, body) || (found != NULL && px_compare_figures_clash(found, body)))
            return NULL;
        found = found == NULL ? body : found;
    }
    return found;
}

static bool add_figure(struct px_compare_context *context, size_t a, const struct px_quantity *head, uint32_t end)
{
    const struct px_quantity *body = head->sentence < end ? find_clash(context->articles[a], head, end) : NULL;
    if (body == NULL)
        return true;
    return push(context, a,
                &(struct px_headline_point){.kind = PX_HEADLINE_NUMBER,
                                            .span = {head->start, head->end},
                                            .sentence = head->sentence,
                                            .body = {body->start, body->end},
                                            .body_sentence = body->sentence,
                                            .speaker = px_compare_speaker(context, a, body->attribution)});
}

enum px_status px_headline_points(struct px_compare_context *context, size_t a, const struct px_tellings *tellings,
                                  struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    uint32_t end = context->comparison->headlines[a].end;
    bool done = true;
    for (uint32_t s = 0; done && s < end; s++)
        done = add_claim(context, a, tellings, s, end);
    for (size_t i = 0; done && i < article->quantities.count; i++)
        done = add_figure(context, a, &article->quantities.items[i], end);
    done = done && px_headline_lone_figures(context, a);
    for (size_t i = 0; done && i < article->matches.count; i++)
        done = add_loaded(context, a, &article->matches.items[i], end);
    return done ? PX_OK : px_no_memory(error);
}
