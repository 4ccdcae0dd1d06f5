/* Which kind a quotation is of, by its words and where it stands. */
#include "reading/grammar.h"
#include "sourcing/quotation.h"

enum { SHORT_WORDS = 4 };

/* What the words between the marks look like. */
struct look {
    size_t words;
    size_t capitalised; /* of the words that are no function words */
    size_t content;
    bool verb;
    bool ends_sentence; /* a full stop, or a new sentence, inside */
};

static struct look look_at(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    enum { CLAUSE = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_SUBJECT };
    const struct px_article *article = annotation->article;
    uint32_t first = quotation->first_token + 1;
    uint32_t end = quotation->first_token + quotation->token_count;
    struct look look = {0};
    for (uint32_t t = first; t < end; t++) {
        const struct px_token *token = &article->tokens.items[t];
        const struct px_form *form = px_vocabulary_form(annotation->worker->vocabulary, token->form);
        look.ends_sentence = look.ends_sentence || (t > first && (token->flags & PX_TOKEN_SENTENCE_START) != 0);
        look.verb = look.verb || (annotation->classes[t] & CLAUSE) != 0;
        if (!px_token_is_full_word(token))
            continue;
        look.words++;
        look.content += !form->stop;
        look.capitalised += !form->stop && form->shape != PX_SHAPE_LOWER;
    }
    return look;
}

/* Does the sentence end with the quotation? With one that also begins with it, somebody answers: "And the mayor? “A
 * friend.”" */
static bool ends_with(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t end = quotation->first_token + quotation->token_count;
    return !quotation->unbalanced &&
           (end >= tokens->count || tokens->items[end].sentence != tokens->items[end - 1].sentence);
}

/* Does the quotation stand in a headline whose words have capitals, and tell no names by them: "Crews Fume at ‘Worst
 * Mayor’"? */
static bool is_in_capitals(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *at = &article->sentences.items[article->tokens.items[quotation->first_token].sentence];
    size_t content = 0, capitals = 0;
    if (px_role_is_paragraph(article->blocks.items[at->block].role))
        return false;
    for (uint32_t t = at->first_token; t < at->first_token + at->token_count; t++) {
        const struct px_form *form = px_vocabulary_form(annotation->worker->vocabulary, article->tokens.items[t].form);
        bool inside = t >= quotation->first_token && t < quotation->first_token + quotation->token_count;
        if (inside || !px_token_is_full_word(&article->tokens.items[t]) || form->stop)
            continue;
        content++;
        capitals += form->shape != PX_SHAPE_LOWER;
    }
    return content > 1 && capitals == content;
}

void px_quotation_set_kind(const struct px_annotation *annotation, struct px_quotation *quotation)
{
    struct look look = look_at(annotation, quotation);
    bool fresh = (annotation->article->tokens.items[quotation->first_token].flags & PX_TOKEN_SENTENCE_START) != 0;
    size_t names = fresh ? 2 : 1; /* at a sentence's start one capital says nothing */
    if (quotation->continues != PX_NONE || look.ends_sentence)
        quotation->kind = PX_QUOTATION_SPEECH;
    else if (look.content >= names && look.capitalised == look.content && look.words <= 3 * SHORT_WORDS &&
             !is_in_capitals(annotation, quotation))
        quotation->kind = PX_QUOTATION_TITLE;
    else if (look.content == 0 && quotation->token_count <= 3 && !look.verb && !fresh)
        quotation->kind = PX_QUOTATION_TITLE; /* a "no" vote */
    else if (look.words <= SHORT_WORDS && !look.verb && !(fresh && ends_with(annotation, quotation)))
        quotation->kind = PX_QUOTATION_SCARE;
    else
        quotation->kind = PX_QUOTATION_SPEECH;
}
