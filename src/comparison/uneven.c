/* Cues of frames that count in one place and not in another: a reader who sees "ruling" counted looks for it everywhere,
 * and cannot see that "the ruling party" is another one. */
#include "comparison/place.h"

#include "base/table.h"
#include "lexicon/resources.h"

struct tally {
    struct px_table words;     /* that are a cue by themselves, folded */
    PX_VECTOR(bool) elsewhere; /* [words] does it stand where it is part of no cue? */
};

static bool is_frame(const struct px_match *match)
{
    return match->lexicon_id == PX_LEXICON_FRAMES && !match->by_model;
}

static bool is_single(const struct px_match *match)
{
    return is_frame(match) && match->token_count == 1 && px_match_counts(match);
}

/* Where a word is part of a name, or is denied, everybody sees why it does not count. */
static bool is_plain(const struct px_match *match)
{
    return is_frame(match) && (px_match_counts(match) || match->dismissed == PX_DISMISSED_NAME ||
                               match->dismissed == PX_DISMISSED_NEGATION);
}

/* Words with a capital are names, or of a headline, where nothing tells them apart. */
static bool is_small(const struct px_compare_context *context, const struct px_token *token)
{
    return px_token_is_word(token) &&
           (px_compare_form(context, token)->shape == PX_SHAPE_LOWER || (token->flags & PX_TOKEN_SENTENCE_START) != 0);
}

static struct px_slice word_of(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return px_compare_form(context, &context->articles[a]->tokens.items[token])->fold_text;
}

/* False when memory is out. */
static bool add_words(struct px_compare_context *context, struct tally *tally)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t m = 0; m < context->articles[a]->matches.count; m++) {
            const struct px_match *match = &context->articles[a]->matches.items[m];
            bool added = false;
            if (is_single(match) &&
                px_table_add(&tally->words, word_of(context, a, match->first_token), &added) == PX_NONE)
                return false;
            bool *elsewhere = added ? px_vector_push(&tally->elsewhere, &context->scratch) : NULL;
            if (added && elsewhere == NULL)
                return false;
            if (added)
                *elsewhere = false;
        }
    return true;
}

/* [tokens] Is it part of a cue, of whatever frame: is "legislation" one of "trade legislation"? NULL when memory is out. */
static const bool *tell_tokens(struct px_compare_context *context, size_t a)
{
    const struct px_article *article = context->articles[a];
    bool *told = px_arena_array(&context->scratch, bool, article->tokens.count + 1);
    for (size_t m = 0; told != NULL && m < article->matches.count; m++) {
        const struct px_match *match = &article->matches.items[m];
        for (uint32_t t = 0; is_plain(match) && t < match->token_count; t++)
            told[match->first_token + t] = true;
    }
    return told;
}

/* False when memory is out. */
static bool look_elsewhere(struct px_compare_context *context, struct tally *tally, size_t a)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    const bool *told = tell_tokens(context, a);
    for (uint32_t t = 0; told != NULL && t < tokens->count; t++) {
        uint32_t word = !told[t] && is_small(context, &tokens->items[t])
                            ? px_table_find(&tally->words, word_of(context, a, t))
                            : PX_NONE;
        if (word != PX_NONE)
            tally->elsewhere.items[word] = true;
    }
    return told != NULL;
}

static void mark(const struct px_compare_context *context, struct tally *tally, size_t a)
{
    const struct px_article *article = context->articles[a];
    for (size_t m = 0; m < article->matches.count; m++) {
        const struct px_match *match = &article->matches.items[m];
        context->comparison->uneven[a][m] =
            is_single(match) &&
            tally->elsewhere.items[px_table_find(&tally->words, word_of(context, a, match->first_token))];
    }
}

enum px_status px_compare_uneven(struct px_compare_context *context, struct px_error *error)
{
    struct tally tally = {0};
    struct px_comparison *comparison = context->comparison;
    bool ready = (comparison->uneven = px_compare_each(context, bool *)) != NULL;
    for (size_t a = 0; ready && a < context->count; a++) {
        comparison->uneven[a] = px_arena_array(&comparison->arena, bool, context->articles[a]->matches.count + 1);
        ready = comparison->uneven[a] != NULL;
    }
    ready = ready && add_words(context, &tally);
    for (size_t a = 0; ready && a < context->count; a++)
        ready = look_elsewhere(context, &tally, a);
    for (size_t a = 0; ready && a < context->count; a++)
        mark(context, &tally, a);
    px_table_release(&tally.words);
    return ready ? PX_OK : px_no_memory(error);
}
