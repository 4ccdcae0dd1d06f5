/* By which sentence a passage is shown to a reader who has nothing else of it: one that says something by itself, and
 * points to nothing that was said before; of several the one that is least near to what another article tells. */
#include "compare/internal.h"

enum {
    FEWEST_WORDS = 9,  /* a shorter one, "That was then.", says little */
    CLAUSE_WORDS = 18, /* a clause of so many may end the piece */
    MOST_WORDS = 36    /* of a piece */
};

/* How far a sentence may be shown by itself. */
enum rank { POINTS_BACK, QUOTED, LEANS, STANDS };

/* Behind the conjunction that ties the sentence to the one before, if a name can begin it instead: "But Ada Brell ..." */
static uint32_t first_token(const struct px_compare_context *context, const struct px_article *article,
                            const struct px_sentence *sentence)
{
    uint32_t first = sentence->first_token;
    bool tied = sentence->token_count > 1 && px_compare_is_class(context, article, first, "grammar.coordinator") &&
                px_compare_form(context, &article->tokens.items[first + 1])->shape == PX_SHAPE_CAPITALISED;
    return first + tied;
}

/* "this", "such", "another", "she", "it": a determiner in front that is no article, or a pronoun. */
static bool points(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    bool determiner = px_compare_is_class(context, article, token, "grammar.determiner") &&
                      !px_compare_is_class(context, article, token, "grammar.article");
    return determiner || px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun") != NULL;
}

static bool is_text(const struct px_article *article, const struct px_token *token, struct px_slice text)
{
    return px_slice_equal(px_slice_part(article->text, token->start, token->end), text);
}

/* A question, or what leads to something behind it: "He wrote:" */
static bool waits(const struct px_article *article, const struct px_sentence *sentence)
{
    const struct px_token *last = &article->tokens.items[sentence->first_token + sentence->token_count - 1];
    return is_text(article, last, PX_SLICE("?")) || is_text(article, last, PX_SLICE(":"));
}

/* Does a pronoun for somebody stand before any name? */
static bool has_pronoun_first(const struct px_article *article, const struct px_sentence *sentence)
{
    size_t m = px_compare_mention_at(article, sentence->first_token);
    const struct px_mention *first = m < article->mentions.count ? &article->mentions.items[m] : NULL;
    return first != NULL && first->start < sentence->end && first->form == PX_MENTION_PRONOUN;
}

/* Is the mention's entity named before it in the sentence? */
static bool is_named_before(const struct px_article *article, uint32_t start, const struct px_mention *mention)
{
    for (const struct px_mention *m = mention; m > article->mentions.items && (--m)->start >= start;)
        if (m->entity == mention->entity && m->form != PX_MENTION_PRONOUN)
            return true;
    return false;
}

/* Stands a noun in the plural between the tokens, "reporters", as far as grammar is known? */
static bool has_plural(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                       uint32_t end)
{
    for (uint32_t t = first; article->lexemes != NULL && t < end; t++) {
        const struct px_lexeme *lexeme = &article->lexemes[t];
        const struct px_form *lemma =
            lexeme->lemma == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, lexeme->lemma);
        if (lexeme->word_class == PX_WORD_NOUN && lemma != NULL &&
            !px_slice_equal(lemma->fold_text, px_compare_form(context, &article->tokens.items[t])->fold_text))
            return true;
    }
    return false;
}

/* A pronoun in the midst of the sentence whose noun stands outside of it: "affirmed *their* claims". */
static bool dangles(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                    uint32_t token)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun");
    if (hit == NULL || article->tokens.items[token].voice == PX_VOICE_DIRECT)
        return false;
    struct px_slice category = px_resources_entry(context->worker->resources, hit)->category;
    size_t m = px_compare_mention_at(article, token);
    if (m < article->mentions.count && article->mentions.items[m].first_token == token)
        return !is_named_before(article, article->tokens.items[first].start, &article->mentions.items[m]);
    return (px_slice_is(category, "pronoun.neutral") &&
            !px_compare_is_class(context, article, token, "grammar.possessive")) || /* "the fleet landed its catch" */
           (px_slice_is(category, "pronoun.plural") && !has_plural(context, article, first, token));
}

/* "similar language", "these accusations": what they are like, or are, stands before. */
static bool leans(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                  uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if ((article->tokens.items[t].voice == PX_VOICE_OWN &&
             px_compare_is_class(context, article, t, "grammar.pointing")) ||
            dangles(context, article, first, t))
            return true;
    return px_compare_adds(context, article, first, end);
}

static enum rank rank_of(const struct px_compare_context *context, const struct px_article *article, uint32_t index)
{
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t words = 0, first = first_token(context, article, sentence);
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        words += px_compare_is_word(&article->tokens.items[t]);
    if (words < FEWEST_WORDS || points(context, article, first) || has_pronoun_first(article, sentence) ||
        waits(article, sentence))
        return POINTS_BACK;
    if (article->tokens.items[first].voice == PX_VOICE_DIRECT || !px_compare_is_word(&article->tokens.items[first]))
        return QUOTED;
    return leans(context, article, first, sentence->first_token + sentence->token_count) ? LEANS : STANDS;
}

uint32_t px_compare_shown(const struct px_compare_context *context, size_t a, const struct px_span *span)
{
    const struct px_article *article = context->articles[a];
    uint32_t first = px_compare_sentence_at(article, span->start), best = first;
    enum rank most = POINTS_BACK;
    double least = 0;
    for (uint32_t s = first; s < article->sentences.count && article->sentences.items[s].start < span->end; s++) {
        enum rank rank = rank_of(context, article, s);
        double near = px_compare_nearness(context, a, s);
        if (s > first && (rank < most || (rank == most && near >= least)))
            continue;
        best = s;
        most = rank;
        least = near;
    }
    return best;
}

static bool ends_clause(const struct px_article *article, const struct px_token *token)
{
    return is_text(article, token, PX_SLICE(",")) || is_text(article, token, PX_SLICE(";")) ||
           is_text(article, token, PX_SLICE("—")) || is_text(article, token, PX_SLICE("–"));
}

struct px_span px_compare_shown_words(const struct px_compare_context *context, size_t a, uint32_t sentence)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *s = &article->sentences.items[sentence];
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = first_token(context, article, s), end = s->first_token + s->token_count, words = 0;
    struct px_span span = {tokens[first].start, tokens[first].end};
    uint32_t clause = 0; /* where the last clause ends */
    for (uint32_t t = first; t < end && words <= MOST_WORDS; t++) {
        words += px_compare_is_word(&tokens[t]);
        if (words >= CLAUSE_WORDS && ends_clause(article, &tokens[t]))
            clause = span.end;
        span.end = words <= MOST_WORDS ? tokens[t].end : span.end;
    }
    if (words > MOST_WORDS && clause > 0)
        span.end = clause;
    return span;
}
