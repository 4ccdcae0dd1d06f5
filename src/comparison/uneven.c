/* Cues of frames that count in one place and not in another: a reader who sees "ruling" counted looks for it everywhere,
 * and cannot see that "the ruling party" is another one. */
#include "comparison/place.h"

#include "base/buffer.h"
#include "base/table.h"
#include "lexicon/resources.h"

struct tally {
    struct px_table words;     /* that are a cue by themselves, folded */
    struct px_table cues;      /* the same by category */
    PX_VECTOR(uint32_t) stand; /* [words] how often the articles have it */
    PX_VECTOR(uint32_t) told;  /* [cues] in how many of these places it is part of a cue of the category */
    struct px_buffer key;
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

static struct px_slice cue_key(struct tally *tally, struct px_slice category, struct px_slice word)
{
    tally->key.size = 0;
    px_buffer_append(&tally->key, category);
    px_buffer_byte(&tally->key, ' ');
    px_buffer_append(&tally->key, word);
    return px_buffer_slice(&tally->key);
}

static struct px_slice word_of(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return px_compare_form(context, &context->articles[a]->tokens.items[token])->fold_text;
}

/* Both as ids; PX_NONE where the tally does not have them. */
static uint32_t find_cue(const struct px_compare_context *context, struct tally *tally, size_t a,
                         const struct px_match *match, uint32_t token)
{
    struct px_slice key = cue_key(tally, match->category, word_of(context, a, token));
    return tally->key.failed ? PX_NONE : px_table_find(&tally->cues, key);
}

/* False when memory is out. */
static bool add_cue(struct px_compare_context *context, struct tally *tally, size_t a, const struct px_match *match)
{
    bool new_word = false, new_cue = false;
    struct px_slice word = word_of(context, a, match->first_token);
    struct px_slice key = cue_key(tally, match->category, word);
    if (tally->key.failed || px_table_add(&tally->words, word, &new_word) == PX_NONE ||
        px_table_add(&tally->cues, key, &new_cue) == PX_NONE)
        return false;
    uint32_t *stand = new_word ? px_vector_push(&tally->stand, &context->scratch) : NULL;
    uint32_t *told = new_cue ? px_vector_push(&tally->told, &context->scratch) : NULL;
    if ((new_word && stand == NULL) || (new_cue && told == NULL))
        return false;
    if (new_word)
        *stand = 0;
    if (new_cue)
        *told = 0;
    return true;
}

static bool add_cues(struct px_compare_context *context, struct tally *tally)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t m = 0; m < context->articles[a]->matches.count; m++) {
            const struct px_match *match = &context->articles[a]->matches.items[m];
            if (is_single(match) && !add_cue(context, tally, a, match))
                return false;
        }
    return true;
}

static void count_words(const struct px_compare_context *context, struct tally *tally, size_t a)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    for (uint32_t t = 0; t < tokens->count; t++) {
        uint32_t word =
            is_small(context, &tokens->items[t]) ? px_table_find(&tally->words, word_of(context, a, t)) : PX_NONE;
        if (word != PX_NONE)
            tally->stand.items[word]++;
    }
}

static void count_told(const struct px_compare_context *context, struct tally *tally, size_t a)
{
    const struct px_article *article = context->articles[a];
    for (size_t m = 0; m < article->matches.count; m++) {
        const struct px_match *match = &article->matches.items[m];
        for (uint32_t t = match->first_token; is_plain(match) && t < match->first_token + match->token_count; t++) {
            uint32_t cue =
                is_small(context, &article->tokens.items[t]) ? find_cue(context, tally, a, match, t) : PX_NONE;
            if (cue != PX_NONE)
                tally->told.items[cue]++;
        }
    }
}

static void mark(const struct px_compare_context *context, struct tally *tally, size_t a)
{
    const struct px_article *article = context->articles[a];
    for (size_t m = 0; m < article->matches.count; m++) {
        const struct px_match *match = &article->matches.items[m];
        uint32_t cue = is_single(match) ? find_cue(context, tally, a, match, match->first_token) : PX_NONE;
        if (cue != PX_NONE)
            context->comparison->uneven[a][m] =
                tally->told.items[cue] <
                tally->stand.items[px_table_find(&tally->words, word_of(context, a, match->first_token))];
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
    ready = ready && add_cues(context, &tally);
    for (size_t a = 0; ready && a < context->count; a++) {
        count_words(context, &tally, a);
        count_told(context, &tally, a);
    }
    for (size_t a = 0; ready && a < context->count; a++)
        mark(context, &tally, a);
    ready = ready && !tally.key.failed;
    px_table_release(&tally.words);
    px_table_release(&tally.cues);
    px_buffer_release(&tally.key);
    return ready ? PX_OK : px_no_memory(error);
}
