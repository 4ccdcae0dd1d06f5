/* Findings on quotation marks that quote nobody: one article sets words apart that another uses plainly. */
#include "findings/findings.h"

enum { MOST_QUOTATIONS = 64, LONGEST = 4 };

/* The words between scare quotes, as fold ids. */
struct phrase {
    uint32_t first; /* token */
    uint32_t count;
};

/* What stands between the marks, without punctuation at its ends; false when it is not one to four words with
 * content. */
static bool inside(const struct px_compare_context *context, const struct px_article *article,
                   const struct px_quotation *quotation, struct phrase *phrase)
{
    uint32_t first = quotation->first_token;
    uint32_t end = first + quotation->token_count;
    bool content = false;
    while (first < end && article->tokens.items[first].kind == PX_TOKEN_PUNCTUATION)
        first++;
    while (end > first && article->tokens.items[end - 1].kind == PX_TOKEN_PUNCTUATION)
        end--;
    *phrase = (struct phrase){first, end - first};
    for (uint32_t t = first; t < end; t++) {
        if (article->tokens.items[t].kind != PX_TOKEN_WORD)
            return false;
        content = content || px_compare_is_content(context, &article->tokens.items[t]);
    }
    return content && end - first <= LONGEST;
}

/* Do the words stand at the token, plainly and in the outlet's own voice? */
static bool stands_at(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                      const struct px_token *words, uint32_t count)
{
    if (token + count > article->tokens.count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const struct px_token *here = &article->tokens.items[token + i];
        if (px_compare_form(context, here)->fold != px_compare_form(context, &words[i])->fold ||
            here->voice != PX_VOICE_OWN || (here->flags & PX_TOKEN_DISTANCED))
            return false;
    }
    return true;
}

/* Sentences in which the words stand plainly; `sentences` has room for all of the article's. */
static size_t find_plain(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_token *words, uint32_t count, uint32_t *sentences)
{
    size_t found = 0;
    for (uint32_t t = 0; t < article->tokens.count; t++)
        if (stands_at(context, article, t, words, count) &&
            (found == 0 || sentences[found - 1] != article->tokens.items[t].sentence))
            sentences[found++] = article->tokens.items[t].sentence;
    return found;
}

static enum px_status compare_words(struct px_findings *findings, size_t a, size_t b, const struct phrase *phrase,
                                    struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[a];
    const struct px_article *other = context->articles[b];
    const struct px_token *words = article->tokens.items + phrase->first;
    size_t room = article->sentences.count > other->sentences.count ? article->sentences.count : other->sentences.count;
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, room);
    if (sentences == NULL)
        return px_no_memory(error);
    size_t plain = find_plain(context, other, words, phrase->count, sentences);
    if (plain == 0)
        return PX_OK;
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = px_compare_evidence(context, sentences, plain, &findings->evidence[b], error);
    if (status == PX_OK && find_plain(context, article, words, phrase->count, sentences) > 0)
        return PX_OK; /* plain in both: the marks say little */
    sentences[0] = words->sentence;
    if (status == PX_OK)
        status = px_compare_evidence(context, sentences, 1, &findings->evidence[a], error);
    struct px_slice text = px_slice_part(article->text, words->start, words[phrase->count - 1].end);
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, " puts quotation marks that cite nobody round ");
    px_findings_quote(findings, text);
    px_buffer_string(&findings->text, "; ");
    px_findings_article(findings, b);
    px_buffer_printf(&findings->text, " uses the same words plainly in %zu sentence%s.", plain, plain == 1 ? "" : "s");
    return status != PX_OK ? status
                           : px_findings_end(findings, PX_DRAFT_SCARE, 85 + (double)phrase->count, text, error);
}

enum px_status px_findings_scare(struct px_findings *findings, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[findings->order[a]];
        size_t tried = 0;
        for (size_t i = 0; i < article->quotations.count && tried < MOST_QUOTATIONS; i++) {
            const struct px_quotation *quotation = &article->quotations.items[i];
            struct phrase phrase;
            if (!px_article_is_scare(article, quotation) || !inside(context, article, quotation, &phrase))
                continue;
            tried++;
            for (size_t b = 0; status == PX_OK && b < context->count; b++)
                if (b != a)
                    status = compare_words(findings, findings->order[a], findings->order[b], &phrase, error);
        }
    }
    return status;
}
