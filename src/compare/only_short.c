/* Short forms: bodies and laws that an article speaks of by the last word of their names alone. */
#include "compare/only_news.h"

/* The fold of the name's last word where that tells a body or a law, "Ministry" or "Act"; else PX_NONE. */
static uint32_t head_of(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention)
{
    static const char *const heads[] = {"organisation.head", "work.head"};
    uint32_t last = mention->first_token + mention->token_count - 1;
    for (size_t i = 0; mention->token_count > 1 && i < sizeof heads / sizeof *heads; i++)
        if (px_compare_hit(context, article, last, true, PX_LEXICON_ORGANISATIONS, heads[i]) != NULL)
            return px_compare_form(context, &article->tokens.items[last])->fold;
    return PX_NONE;
}

/* Has the article a name that ends in the word? */
static bool names_one(const struct px_compare_context *context, const struct px_article *article, uint32_t head)
{
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->form == PX_MENTION_NAME && mention->token_count > 1 && head_of(context, article, mention) == head)
            return true;
    }
    return false;
}

bool px_only_is_short(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b)
{
    const struct px_article *article = context->articles[b];
    uint32_t head = context->worker->resources == NULL ? PX_NONE : head_of(context, context->articles[a], mention);
    bool said = false;
    for (uint32_t t = 1; head != PX_NONE && !said && t < article->tokens.count; t++) {
        const struct px_form *form = px_compare_form(context, &article->tokens.items[t]);
        said = form->fold == head && form->shape == PX_SHAPE_LOWER &&
               px_compare_hit(context, article, t - 1, false, PX_LEXICON_NAMES, "name.definite") != NULL;
    }
    return said && !names_one(context, article, head);
}
