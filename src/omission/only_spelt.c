/* Names that another article spells otherwise: 'the United States "consulate"' for "U.S. Consulate". */
#include "omission/only_news.h"

enum { WORDS_MOST = 12 };

/* The words of a name, without those that name its country in front. */
struct spelt {
    uint32_t folds[WORDS_MOST];
    uint32_t count;
    struct px_slice country; /* the country's name; empty where it names none */
};

static struct px_slice country_of(const struct px_compare_context *context, const struct px_hit *hit)
{
    const struct px_lexicon *demonyms = px_resources_lexicon(context->worker->resources, PX_LEXICON_DEMONYMS);
    return px_lexicon_cell(demonyms, px_resources_entry(context->worker->resources, hit),
                           px_lexicon_column(demonyms, "name"));
}

static bool is_mark(const struct px_article *article, uint32_t token)
{
    return article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION;
}

/* The country that the name begins with, "[the] US" of "US Consulate"; `*behind`: the token behind it. */
static struct px_slice read_country(const struct px_compare_context *context, const struct px_article *article,
                                    const struct px_mention *mention, uint32_t *behind)
{
    uint32_t end = mention->first_token + mention->token_count;
    *behind = mention->first_token;
    for (uint32_t t = mention->first_token; t + 1 < end; t++) {
        const struct px_hit *hit = px_compare_hit(context, article, t, true, PX_LEXICON_DEMONYMS, "");
        if (hit == NULL || hit->first_token > mention->first_token)
            continue;
        *behind = t + 1;
        return country_of(context, hit);
    }
    return (struct px_slice){0};
}

/* False for a name of a single word, or one too long to be read. */
static bool read(const struct px_compare_context *context, const struct px_article *article,
                 const struct px_mention *mention, struct spelt *spelt)
{
    uint32_t t, end = mention->first_token + mention->token_count;
    *spelt = (struct spelt){.country = read_country(context, article, mention, &t)};
    bool country = spelt->country.size > 0;
    for (; t < end && spelt->count < WORDS_MOST; t++)
        if (!is_mark(article, t))
            spelt->folds[spelt->count++] = px_compare_form(context, &article->tokens.items[t])->fold;
    return t == end && spelt->count > (country ? 0 : 1);
}

/* Do the words stand in a row from the token on, be it with marks between them? */
static bool stand(const struct px_compare_context *context, const struct px_article *article, const struct spelt *spelt,
                  uint32_t token)
{
    uint32_t found = 0, sentence = article->tokens.items[token].sentence;
    for (uint32_t t = token; found < spelt->count && t < article->tokens.count; t++) {
        const struct px_token *here = &article->tokens.items[t];
        if (here->sentence != sentence)
            return false;
        if (found > 0 && is_mark(article, t))
            continue;
        if (px_compare_form(context, here)->fold != spelt->folds[found++])
            return false;
    }
    return found == spelt->count;
}

/* Does the country stand right before the token, under any of its names, marks aside? */
static bool is_behind(const struct px_compare_context *context, const struct px_article *article,
                      struct px_slice country, uint32_t token)
{
    uint32_t before = token, sentence = article->tokens.items[token].sentence;
    while (before > 0 && article->tokens.items[before - 1].sentence == sentence && is_mark(article, before - 1))
        before--;
    const struct px_hit *hit =
        before == 0 ? NULL : px_compare_hit(context, article, before - 1, true, PX_LEXICON_DEMONYMS, "");
    return hit != NULL && px_slice_equal(country_of(context, hit), country);
}

bool px_only_is_spelt_otherwise(const struct px_compare_context *context, size_t a, const struct px_mention *mention,
                                size_t b)
{
    struct spelt spelt;
    const struct px_article *article = context->articles[b];
    if (context->worker->resources == NULL || !read(context, context->articles[a], mention, &spelt))
        return false;
    for (uint32_t t = 0; t < article->tokens.count; t++)
        if (px_compare_form(context, &article->tokens.items[t])->fold == spelt.folds[0] &&
            stand(context, article, &spelt, t) &&
            (spelt.country.size == 0 || is_behind(context, article, spelt.country, t)))
            return true;
    return false;
}
