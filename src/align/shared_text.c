/* Text that articles share word for word: runs of five words or more that are equal but for case and punctuation, as
 * wire copy and common quotations are. Found through the hashes of all runs of five words, in linear time. */
#include "align/align.h"
#include "align/run_starts.h"

enum { SHORTEST = 5, MOST_TRIES = 16 };
/* A run is long, so that one of its plain words need be a content word, that has so many of them; or so many words, mostly
 * plain ones: a name with a few words about it is none; or has so many that are quoted. */
enum { LONG = 8, LONG_WHOLE = 9, LONG_PLAIN = 5, LONG_QUOTED = 6 };

/* The words of an article, punctuation left out. */
struct run_text {
    size_t count;
    uint32_t *folds;
    uint32_t *tokens;
    uint32_t *blocks;
    bool *shared; /* stands in a run of five or more that another article has */
};

static enum px_status read_words(struct px_compare_context *context, size_t a, struct run_text *text,
                                 struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    text->folds = px_arena_array(&context->scratch, uint32_t, article->tokens.count);
    text->tokens = px_arena_array(&context->scratch, uint32_t, article->tokens.count);
    text->blocks = px_arena_array(&context->scratch, uint32_t, article->tokens.count);
    text->shared = px_arena_array(&context->scratch, bool, article->tokens.count);
    if (text->folds == NULL || text->tokens == NULL || text->blocks == NULL || text->shared == NULL)
        return px_no_memory(error);
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!px_token_is_word(token))
            continue;
        text->folds[text->count] = px_compare_form(context, token)->fold;
        text->blocks[text->count] = article->sentences.items[token->sentence].block;
        text->tokens[text->count++] = t;
    }
    return PX_OK;
}

/* Equal words from a's `x` and b's `y` on, inside one block of each. */
static size_t equal_words(const struct run_text *a, size_t x, const struct run_text *b, size_t y)
{
    size_t n = 0;
    while (x + n < a->count && y + n < b->count && a->folds[x + n] == b->folds[y + n] &&
           a->blocks[x + n] == a->blocks[x] && b->blocks[y + n] == b->blocks[y])
        n++;
    return n;
}

/* The longest run of `a` that begins like b's `y`; the first of equals. */
static size_t longest(const struct px_run_starts *starts, const struct run_text *a, const struct run_text *b, size_t y,
                      size_t *where)
{
    size_t best = 0;
    uint32_t at = px_run_first(starts, b->folds + y);
    for (int tries = 0; at != 0 && tries < MOST_TRIES; at = starts->next[at - 1], tries++) {
        size_t words = equal_words(a, at - 1, b, y);
        if (words > best) {
            best = words;
            *where = at - 1;
        }
    }
    return best;
}

void px_plain_add(const struct px_compare_context *context, const struct px_token *token, struct px_plain *plain)
{
    bool small = px_compare_form(context, token)->shape == PX_SHAPE_LOWER;
    plain->all += px_token_counts(token);
    plain->quoted += px_token_counts(token) && token->voice == PX_VOICE_DIRECT;
    plain->words += small;
    plain->content += small && px_compare_is_content(context, token);
}

uint32_t px_plain_weight(const struct px_plain *plain)
{
    bool is_long = plain->words >= LONG || (plain->all >= LONG_WHOLE && plain->words >= LONG_PLAIN);
    bool is_quoted = plain->quoted >= LONG_QUOTED;
    uint32_t least = plain->content == 0 ? 0 : is_long ? PX_PLAIN_ONE : is_quoted ? PX_PLAIN_ALL : 0;
    return plain->content > least ? plain->content : least;
}

static uint32_t plain_words(const struct px_compare_context *context, size_t article, const struct run_text *text,
                            size_t at, size_t words)
{
    struct px_plain plain = {0};
    for (size_t i = at; i < at + words; i++)
        px_plain_add(context, &context->articles[article]->tokens.items[text->tokens[i]], &plain);
    return px_plain_weight(&plain);
}

/* Adds the span unless the run has it. */
static enum px_status add_span(struct px_compare_context *context, struct px_shared *shared, size_t a,
                               const struct run_text *text, size_t at, struct px_error *error)
{
    const struct px_token *tokens = context->articles[a]->tokens.items;
    struct px_span span = {tokens[text->tokens[at]].start, tokens[text->tokens[at + shared->words - 1]].end};
    struct px_spans *spans = &shared->spans[a];
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start == span.start)
            return PX_OK;
    struct px_span *added = px_vector_push(spans, &context->comparison->arena);
    if (added == NULL)
        return px_no_memory(error);
    *added = span;
    return PX_OK;
}

/* The record of the run of `words` words at text's `at`: one a wording, however many articles have it. */
static struct px_shared *record(struct px_compare_context *context, struct px_table *runs, const struct run_text *text,
                                size_t at, size_t words)
{
    bool added;
    struct px_slice key = {(const char *)(text->folds + at), words * sizeof *text->folds};
    uint32_t id = px_table_add(runs, key, &added);
    if (id == PX_NONE)
        return NULL;
    if (!added)
        return &context->comparison->shared.items[id];
    struct px_shared *shared = px_vector_push(&context->comparison->shared, &context->comparison->arena);
    if (shared == NULL)
        return NULL;
    shared->words = (uint32_t)words;
    shared->spans = px_compare_each(context, struct px_spans);
    return shared->spans == NULL ? NULL : shared;
}

struct pair_of_texts {
    size_t a, b;
    const struct run_text *text_a, *text_b;
};

/* Stock phrases of function words, and long names, are no shared text: it takes plain content words, two in both or
 * three in one: what is a title in one, "From Rags to Riches", may be plain words in the other. Of a long run one will do,
 * "if we don't get it, there should be no deal". */
static bool says_something(const struct px_compare_context *context, const struct pair_of_texts *pair, size_t x,
                           size_t y, size_t words)
{
    uint32_t a = plain_words(context, pair->a, pair->text_a, x, words);
    uint32_t b = plain_words(context, pair->b, pair->text_b, y, words);
    return (a >= PX_PLAIN_ALL && b >= PX_PLAIN_ALL) || a >= PX_PLAIN_ONE || b >= PX_PLAIN_ONE;
}

/* How many items from a's `x` and b's `y` on hold five equal words as a reader counts them, clitics aside; 0: fewer are
 * equal. */
static size_t five_words(const struct px_tokens *tokens, const struct pair_of_texts *pair, size_t x, size_t y)
{
    size_t items = equal_words(pair->text_a, x, pair->text_b, y), words = 0;
    for (size_t n = 0; n < items; n++) {
        words += px_token_counts(&tokens->items[pair->text_b->tokens[y + n]]);
        if (words == SHORTEST)
            return n + 1;
    }
    return 0;
}

/* Marks every run of five words of either article that the other has, each time it stands there, whatever it says. */
static void mark_shared(const struct px_compare_context *context, const struct pair_of_texts *pair,
                        const struct px_run_starts *starts)
{
    const struct px_tokens *tokens = &context->articles[pair->b]->tokens;
    for (size_t y = 0; y + SHORTEST <= pair->text_b->count; y++) {
        uint32_t at = px_run_first(starts, pair->text_b->folds + y);
        for (int tries = 0; at != 0 && tries < MOST_TRIES; at = starts->next[at - 1], tries++) {
            size_t items = five_words(tokens, pair, at - 1, y);
            memset(pair->text_a->shared + at - 1, true, items);
            memset(pair->text_b->shared + y, true, items);
        }
    }
}

/* The run from b's `y` on, or from one of the few words behind it, too few to be a run, where one begins that reaches
 * further: "said. We are those who are | offering boats" would hide "We are those who are offering boats". */
static size_t furthest(const struct px_run_starts *starts, const struct pair_of_texts *pair, size_t *y, size_t *where)
{
    size_t words = longest(starts, pair->text_a, pair->text_b, *y, where), first = *y;
    for (size_t next = first + 1, x; words >= SHORTEST && next < first + SHORTEST; next++) {
        if (next + SHORTEST > pair->text_b->count)
            break;
        size_t more = longest(starts, pair->text_a, pair->text_b, next, &x);
        if (next + more <= *y + words || more <= words)
            continue;
        words = more;
        *y = next;
        *where = x;
    }
    return words;
}

static enum px_status find_runs(struct px_compare_context *context, const struct pair_of_texts *pair,
                                struct px_table *runs, struct px_error *error)
{
    const struct run_text *a = pair->text_a, *b = pair->text_b;
    struct px_run_starts starts;
    enum px_status status =
        px_run_starts_make(&context->scratch, a->folds, a->count, SHORTEST, &starts) ? PX_OK : px_no_memory(error);
    size_t words = 0;
    if (status == PX_OK)
        mark_shared(context, pair, &starts);
    for (size_t y = 0; status == PX_OK && y + SHORTEST <= b->count; y += words >= SHORTEST ? words : 1) {
        size_t x = 0;
        words = furthest(&starts, pair, &y, &x);
        if (words < SHORTEST || !says_something(context, pair, x, y, words))
            continue;
        struct px_shared *shared = record(context, runs, b, y, words);
        if (shared == NULL)
            return px_no_memory(error);
        status = add_span(context, shared, pair->a, a, x, error);
        if (status == PX_OK)
            status = add_span(context, shared, pair->b, b, y, error);
    }
    return status;
}

static enum px_status mark_runs(struct px_compare_context *context, const struct run_text *texts,
                                struct px_error *error)
{
    context->in_runs = px_arena_array(&context->scratch, bool *, context->count);
    if (context->in_runs == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        context->in_runs[a] = px_arena_array(&context->scratch, bool, context->articles[a]->tokens.count);
        if (context->in_runs[a] == NULL)
            return px_no_memory(error);
        for (size_t i = 0; i < texts[a].count; i++)
            context->in_runs[a][texts[a].tokens[i]] = texts[a].shared[i];
    }
    return PX_OK;
}

enum px_status px_compare_shared(struct px_compare_context *context, struct px_error *error)
{
    struct px_table runs = {0};
    enum px_status status = PX_OK;
    struct run_text *texts = px_arena_array(&context->scratch, struct run_text, context->count);
    if (texts == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = read_words(context, a, &texts[a], error);
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; status == PX_OK && j < context->count; j++) {
            size_t a = context->order[i], b = context->order[j];
            status = find_runs(context, &(struct pair_of_texts){a, b, &texts[a], &texts[b]}, &runs, error);
        }
    px_table_release(&runs);
    return status == PX_OK ? mark_runs(context, texts, error) : status;
}
