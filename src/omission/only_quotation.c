/* Quotations that one article gives and no other does, and the sentences that others leave out of what they quote,
 * too. */
#include "omission/omission.h"

enum {
    QUOTATION_FEWEST = 4,
    LEFT_OUT_FEWEST = 8,
    RUN_FEWEST = 5,
    PIECE_FEWEST = 3,
    PIECE_MOST = 8
};                           /* words of a quotation, of a sentence in it, of a run in it that is shared, and of a
                              * piece of it that the other puts between marks */
#define QUOTATION_SHARED 0.6 /* a quotation is the other's too when a paragraph there holds so much of its words */
#define LEFT_OUT_SHARED 0.35 /* a sentence of it is not when none holds so much */
#define LEFT_OUT_SPREAD 0.7  /* nor when none holds this much, and */
#define LEFT_OUT_TOLD 0.5    /* no sentence of one that */

struct token_range {
    uint32_t first;
    uint32_t end;
};

/* How many of the words at the tokens each paragraph of the other article holds; how many there are is returned. */
static uint32_t count_held(const struct px_compare_context *context, size_t a, const struct token_range *range,
                           size_t b, uint32_t *held)
{
    const struct px_paragraphs *other = &context->paragraphs[b];
    uint32_t words = 0;
    memset(held, 0, other->count * sizeof *held);
    for (uint32_t t = range->first; t < range->end; t++) {
        uint32_t word = context->index.of[a][t];
        if (word == PX_NONE)
            continue;
        words++;
        for (size_t low = px_vector_from(&other->terms, key, word);
             low < other->terms.count && other->terms.items[low].key == word; low++)
            held[other->terms.items[low].paragraph]++;
    }
    return words;
}

/* How much of them one paragraph holds, at most. `held` is room for a count a paragraph. */
static double shared_part(const struct px_compare_context *context, size_t a, const struct token_range *range, size_t b,
                          uint32_t *held)
{
    uint32_t words = count_held(context, a, range, b, held), most = 0;
    for (uint32_t p = 0; p < context->paragraphs[b].count; p++)
        most = held[p] > most ? held[p] : most;
    return words > 0 ? (double)most / words : 1;
}

static uint32_t words_of(const struct px_article *article, const struct token_range *range)
{
    uint32_t words = 0;
    for (uint32_t t = range->first; t < range->end; t++)
        words += px_token_counts(&article->tokens.items[t]);
    return words;
}

/* Do words lie in the range that another article has in a row, be it a part of a quotation that it cut short? Long names and
 * stock phrases are none. */
static bool holds_run(const struct px_compare_context *context, size_t a, const struct token_range *range)
{
    const struct px_article *article = context->articles[a];
    uint32_t words = 0, plain = 0;
    for (uint32_t t = range->first; t < range->end && (words < RUN_FEWEST || plain == 0); t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->kind == PX_TOKEN_PUNCTUATION)
            continue;
        words = context->in_runs[a][t] ? words + px_token_counts(token) : 0;
        plain = context->in_runs[a][t] ? plain + (px_compare_is_content(context, token) &&
                                                  px_compare_form(context, token)->shape == PX_SHAPE_LOWER)
                                       : 0;
    }
    return words >= RUN_FEWEST && plain > 0;
}

/* The words of the range from token `*at` on, up to PIECE_MOST, behind the article's number: what a piece is found by.
 * `*at` is then behind the first of them. */
static uint32_t piece_at(const struct px_compare_context *context, size_t text, size_t owner, uint32_t *at,
                         uint32_t end, uint32_t key[1 + PIECE_MOST])
{
    const struct px_article *article = context->articles[text];
    uint32_t count = 0, behind = end;
    key[0] = (uint32_t)owner;
    for (uint32_t t = *at; t < end && count < PIECE_MOST; t++) {
        if (!px_token_counts(&article->tokens.items[t]))
            continue;
        behind = count == 0 ? t + 1 : behind;
        key[1 + count++] = px_compare_form(context, &article->tokens.items[t])->fold;
    }
    *at = behind;
    return count;
}

static struct px_slice key_of(const uint32_t *key, uint32_t words)
{
    return (struct px_slice){(const char *)key, (1 + words) * sizeof *key};
}

/* The quotations that are so short that the search for shared text passes by them: “Well, which is it?”. False when
 * memory is out. */
static bool read_pieces(const struct px_compare_context *context, struct px_table *pieces)
{
    bool fine = true;
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; fine && i < context->articles[a]->quotations.count; i++) {
            const struct px_quotation *quotation = &context->articles[a]->quotations.items[i];
            struct token_range range = {quotation->first_token, quotation->first_token + quotation->token_count};
            uint32_t key[1 + PIECE_MOST], words = words_of(context->articles[a], &range);
            if (words < PIECE_FEWEST || words > PIECE_MOST)
                continue;
            piece_at(context, a, a, &range.first, range.end, key);
            fine = px_table_add(pieces, key_of(key, words), NULL) != PX_NONE;
        }
    return fine;
}

/* Does another article quote a piece of the quotation word for word? */
static bool holds_piece(const struct px_compare_context *context, size_t a, const struct token_range *range,
                        const struct px_table *pieces)
{
    for (size_t b = 0; b < context->count; b++)
        for (uint32_t at = range->first; b != a && at < range->end;) {
            uint32_t key[1 + PIECE_MOST], words = piece_at(context, a, b, &at, range->end, key);
            for (uint32_t count = PIECE_FEWEST; count <= words; count++)
                if (px_table_find(pieces, key_of(key, count)) != PX_NONE)
                    return true;
        }
    return false;
}

/* Does a paragraph of another article hold so much of the words? */
static bool is_shared(const struct px_compare_context *context, size_t a, const struct token_range *range,
                      uint32_t *held)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != a && shared_part(context, a, range, b, held) >= QUOTATION_SHARED)
            return true;
    return false;
}

/* Is it quoted within another quotation? */
static bool is_inner(const struct px_article *article, const struct px_quotation *quotation)
{
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *outer = &article->quotations.items[i];
        if (outer != quotation && outer->kind == PX_QUOTATION_SPEECH && outer->span.start <= quotation->span.start &&
            outer->span.end >= quotation->span.end)
            return true;
    }
    return false;
}

/* Is it no more than a name, of a programme for one: “Face the Quarry”? */
static bool is_name(const struct px_article *article, const struct px_quotation *quotation)
{
    uint32_t first = quotation->first_token, end = first + quotation->token_count;
    while (first < end && article->tokens.items[first].kind == PX_TOKEN_PUNCTUATION)
        first++;
    while (end > first && article->tokens.items[end - 1].kind == PX_TOKEN_PUNCTUATION)
        end--;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->first_token <= first && mention->first_token + mention->token_count >= end)
            return mention->form == PX_MENTION_NAME;
    }
    return false;
}

/* Whose words the quotation's surely are, if one alone says them. */
static struct px_slice speaker_of(const struct px_compare_context *context, size_t a, uint32_t attribution)
{
    if (attribution == PX_NONE || context->articles[a]->attributions.items[attribution].also_count > 0 ||
        !px_sourcing_counts(&context->comparison->sourcing, context->articles, a, attribution))
        return (struct px_slice){NULL, 0};
    struct px_slice speaker = px_compare_speaker(context, a, attribution);
    return px_slice_starts(speaker, PX_SLICE("(")) ? (struct px_slice){NULL, 0} : speaker;
}

/* Adds the words at the span, of a quotation that stands in the attribution. */
static enum px_status push_quotation(struct px_compare_context *context, size_t a, struct px_span span,
                                     uint32_t attribution, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    struct token_range range = {px_compare_token_at(article, span.start), px_compare_token_at(article, span.end)};
    struct px_only *only = px_compare_only_push(context, PX_ONLY_QUOTATION, a, px_slice_span(article->text, span));
    if (only == NULL)
        return px_no_memory(error);
    only->weight = px_compare_early(article, span.start) * words_of(article, &range);
    only->span = span;
    only->speaker = speaker_of(context, a, attribution);
    uint32_t sentence = px_article_sentence_at(article, span.start);
    return px_compare_evidence(context, &sentence, 1, &only->evidence, error);
}

/* The tokens of the sentence at `first`, up to the quotation's end. */
static struct token_range part_at(const struct px_article *article, const struct token_range *quotation, uint32_t first)
{
    struct token_range part = {first, first};
    while (part.end < quotation->end &&
           article->tokens.items[part.end].sentence == article->tokens.items[first].sentence)
        part.end++;
    return part;
}

/* Does another article give the quotation, or a sentence of it? */
static bool is_given(const struct px_compare_context *context, size_t a, const struct token_range *quotation,
                     uint32_t *held)
{
    bool given = holds_run(context, a, quotation) || is_shared(context, a, quotation, held);
    for (uint32_t at = quotation->first; !given && at < quotation->end;) {
        struct token_range part = part_at(context->articles[a], quotation, at);
        given = words_of(context->articles[a], &part) >= LEFT_OUT_FEWEST && is_shared(context, a, &part, held);
        at = part.end;
    }
    return given;
}

/* How many of the words at `these` tokens stand at `those`, too; of how many, in `*words`. */
static uint32_t count_common(const struct px_compare_context *context, size_t a, const struct token_range *these,
                             size_t b, const struct token_range *those, uint32_t *words)
{
    uint32_t common = 0;
    *words = 0;
    for (uint32_t t = these->first; t < these->end; t++) {
        uint32_t word = context->index.of[a][t], u = those->first;
        if (word == PX_NONE)
            continue;
        while (u < those->end && context->index.of[b][u] != word)
            u++;
        common += u < those->end;
        ++*words;
    }
    return common;
}

/* Does a sentence of the other's block hold enough of the words at the tokens, or nothing but some of them? */
static bool has_sentence(const struct px_compare_context *context, size_t a, const struct token_range *part, size_t b,
                         uint32_t block)
{
    const struct px_article *other = context->articles[b];
    const struct px_block *in = &other->blocks.items[block];
    for (uint32_t s = in->first_sentence; s < in->first_sentence + in->sentence_count; s++) {
        struct token_range sentence = {other->sentences.items[s].first_token, 0};
        uint32_t words, own;
        sentence.end = sentence.first + other->sentences.items[s].token_count;
        if (count_common(context, a, part, b, &sentence, &words) >= LEFT_OUT_TOLD * words ||
            (count_common(context, b, &sentence, a, part, &own) == own && own >= PIECE_FEWEST))
            return true;
    }
    return false;
}

/* Does another article tell what a sentence of a quotation says? Of a paragraph that tells much else, a statement on the
 * same matter for one, a sentence is to hold the words. */
static bool is_told(const struct px_compare_context *context, size_t a, const struct token_range *part, uint32_t *held)
{
    for (size_t b = 0; b < context->count; b++) {
        uint32_t words = b == a ? 0 : count_held(context, a, part, b, held);
        for (uint32_t p = 0; words > 0 && p < context->paragraphs[b].count; p++)
            if (held[p] >= LEFT_OUT_SPREAD * words ||
                (held[p] >= LEFT_OUT_SHARED * words &&
                 has_sentence(context, a, part, b, context->paragraphs[b].blocks[p])))
                return true;
    }
    return false;
}

/* The sentences of a quotation that the other gives, too, but not those: what it has left out. */
static enum px_status add_left_out(struct px_compare_context *context, size_t a, const struct token_range *quotation,
                                   uint32_t attribution, uint32_t *held, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (uint32_t at = quotation->first; status == PX_OK && at < quotation->end;) {
        struct token_range part = part_at(article, quotation, at);
        uint32_t words = words_of(article, &part);
        struct px_span span = {article->tokens.items[at].start, article->tokens.items[part.end - 1].end};
        at = part.end;
        if (words >= LEFT_OUT_FEWEST && !holds_run(context, a, &part) && !is_told(context, a, &part, held))
            status = push_quotation(context, a, span, attribution, error);
    }
    return status;
}

static enum px_status add_quotations(struct px_compare_context *context, size_t a, const struct px_table *pieces,
                                     uint32_t *held, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        const struct token_range range = {quotation->first_token, quotation->first_token + quotation->token_count};
        uint32_t words = words_of(article, &range);
        if (quotation->kind != PX_QUOTATION_SPEECH || words < QUOTATION_FEWEST || is_inner(article, quotation) ||
            is_name(article, quotation) || holds_piece(context, a, &range, pieces))
            continue;
        status = is_given(context, a, &range, held)
                     ? add_left_out(context, a, &range, quotation->attribution, held, error)
                     : push_quotation(context, a, quotation->span, quotation->attribution, error);
    }
    return status;
}

enum px_status px_compare_only_quotations(struct px_compare_context *context, struct px_error *error)
{
    uint32_t most = 0;
    for (size_t a = 0; a < context->count; a++)
        most = context->paragraphs[a].count > most ? context->paragraphs[a].count : most;
    uint32_t *held = px_arena_array(&context->scratch, uint32_t, most);
    struct px_table pieces = {0};
    enum px_status status = held == NULL || !read_pieces(context, &pieces) ? px_no_memory(error) : PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = add_quotations(context, a, &pieces, held, error);
    px_table_release(&pieces);
    return status;
}
