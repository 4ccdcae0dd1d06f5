/* Nouns that are given: told of before, so that "the" says enough for whoever reads on. */
#include "omission/omission.h"

/* Does the noun's phrase end with it: no "of the harbour", "that was sold", "'s" or other noun behind it? */
static bool ends_phrase(const struct px_compare_context *context, const struct px_article *article, uint32_t noun,
                        uint32_t end)
{
    static const char *const LEADING[] = {"grammar.preposition", "grammar.relative", "grammar.that", "grammar.to"};
    uint32_t next = noun + 1;
    bool ends = next == end || ((article->tokens.items[next].flags & PX_TOKEN_CLITIC) == 0 &&
                                article->lexemes[next].word_class != PX_WORD_NOUN &&
                                article->lexemes[next].word_class != PX_WORD_NAME);
    for (size_t i = 0; ends && next < end && i < sizeof LEADING / sizeof *LEADING; i++)
        ends = !px_compare_is_class(context, article, next, LEADING[i]);
    return ends;
}

/* Is it a noun alone behind the "the" at the token, which no reader knows without being told? */
static bool is_bare(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                    uint32_t end)
{
    uint32_t noun = token + 1;
    return article->lexemes != NULL && noun < end && px_compare_is_class(context, article, token, "grammar.definite") &&
           article->lexemes[noun].word_class == PX_WORD_NOUN && !article->lexemes[noun].compound &&
           px_compare_form(context, &article->tokens.items[noun])->shape == PX_SHAPE_LOWER &&
           px_compare_hit(context, article, noun, false, PX_LEXICON_EVENTS, "event.known") == NULL &&
           ends_phrase(context, article, noun, end);
}

bool px_compare_is_speaker(const struct px_article *article, uint32_t token, bool known)
{
    const struct px_token *at = &article->tokens.items[token];
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->sentence == at->sentence && (!known || it->entity != PX_NONE) && px_spans_hold(&it->speaker, at->start))
            return true;
    }
    return false;
}

static bool is_given(const struct px_compare_context *context, size_t a, uint32_t index, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t lead = px_compare_head_end(article), end = sentence->first_token + sentence->token_count;
    if (index <= lead + 1 || article->tokens.items[token].voice == PX_VOICE_DIRECT ||
        !is_bare(context, article, token, end) || px_compare_is_speaker(article, token + 1, false))
        return false;
    uint32_t form = article->tokens.items[token + 1].form;
    return px_compare_stands_in(context, a, form, lead + 1, index - 1) &&
           !px_compare_stands_in(context, a, form, 0, lead);
}

bool px_compare_has_given(const struct px_compare_context *context, size_t a, uint32_t index)
{
    const struct px_sentence *sentence = &context->articles[a]->sentences.items[index];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        if (is_given(context, a, index, t))
            return true;
    return false;
}

bool px_compare_is_given_before(const struct px_compare_context *context, size_t a, uint32_t index, uint32_t token)
{
    return is_given(context, a, index, token) &&
           px_compare_stands_in(context, a, context->articles[a]->tokens.items[token + 1].form, index - 1, index - 1);
}
