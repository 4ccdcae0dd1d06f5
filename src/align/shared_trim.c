/* Shared text as a reader wants to see it: what was found for the alignment, word by word, is cut into pieces at the
 * bounds of quotations; each loses function words that dangle at its end, and is left out where it is short. */
#include <stdlib.h>

#include "align/align.h"

enum {
    WORDS_LEAST = 4,
    REST_LEAST = 5,
    RUN_MOST = 512,
    DANGLING_MOST = 3, /* function words in a row that say nothing */
    SCRAPS_MOST = 2,   /* words of a sentence that are too few to stand for it */
    TOLD_LEAST = 8     /* words of the articles' own: whoever writes of an event uses shorter phrases, too */
};

/* The words of one of a run's spans, as the search for runs counts them. */
struct span_words {
    const struct px_article *article;
    uint32_t tokens[RUN_MOST];
};

/* Words [first, end) of a run. */
struct piece {
    size_t first;
    size_t end;
};

static size_t read_words(const struct px_article *article, struct px_span span, struct span_words *words)
{
    size_t count = 0;
    words->article = article;
    for (uint32_t t = px_compare_token_at(article, span.start);
         t < article->tokens.count && article->tokens.items[t].start < span.end && count < RUN_MOST; t++)
        if (px_token_is_word(&article->tokens.items[t]))
            words->tokens[count++] = t;
    return count;
}

static const struct px_token *word(const struct span_words *words, size_t at)
{
    return &words->article->tokens.items[words->tokens[at]];
}

/* Does a mark of quotation stand between the word and the one before? */
static bool has_mark(const struct span_words *words, size_t at)
{
    struct px_slice between = px_slice_part(words->article->text, word(words, at - 1)->end, word(words, at)->start);
    return px_slice_find(between, PX_SLICE("\""), 0) != SIZE_MAX ||
           px_slice_find(between, PX_SLICE("“"), 0) != SIZE_MAX || px_slice_find(between, PX_SLICE("”"), 0) != SIZE_MAX;
}

/* The longest piece of `whole` without a mark of quotation inside; of one at a sentence's end alone, unless `all`. */
static struct piece longest(const struct span_words *words, struct piece whole, bool all)
{
    struct piece best = {whole.first, whole.first};
    for (size_t first = whole.first, at = whole.first + 1; at <= whole.end; at++) {
        if (at < whole.end &&
            !(has_mark(words, at) && (all || word(words, at)->sentence != word(words, at - 1)->sentence)))
            continue;
        if (at - first > best.end - best.first)
            best = (struct piece){first, at};
        first = at;
    }
    return best;
}

static bool is_balanced(const struct span_words *words, struct piece piece)
{
    size_t marks = 0;
    for (size_t at = piece.first + 1; at < piece.end; at++)
        marks += has_mark(words, at);
    return marks % 2 == 0;
}

static bool goes_on(const struct span_words *words, struct piece piece)
{
    uint32_t next = words->tokens[piece.end - 1] + 1;
    const struct px_tokens *tokens = &words->article->tokens;
    return next < tokens->count && tokens->items[next].sentence == word(words, piece.end - 1)->sentence &&
           tokens->items[next].kind != PX_TOKEN_PUNCTUATION;
}

/* The piece's words as a reader counts them. */
static uint32_t counted(const struct span_words *words, struct piece piece)
{
    uint32_t count = 0;
    for (size_t at = piece.first; at < piece.end; at++)
        count += px_token_counts(word(words, at));
    return count;
}

/* Does a clitic or a function word dangle at the piece's end? */
static bool dangles(const struct px_compare_context *context, const struct span_words *words, struct piece piece)
{
    const struct px_token *last = word(words, piece.end - 1);
    return goes_on(words, piece) && ((last->flags & PX_TOKEN_CLITIC) || px_compare_form(context, last)->stop);
}

/* Without the function words that dangle at its end, unless they are so many that they say something, "as it can be". */
static struct piece without_dangling(const struct px_compare_context *context, const struct span_words *words,
                                     struct piece piece)
{
    struct piece cut = piece;
    while (cut.end > cut.first && dangles(context, words, cut))
        cut.end--;
    return piece.end - cut.end > DANGLING_MOST ? piece : cut;
}

/* "… a clown show. *America is*": without the first words of a sentence that goes on behind the piece. */
static struct piece without_scraps(const struct span_words *words, struct piece piece)
{
    size_t end = piece.end;
    while (end > piece.first && word(words, end - 1)->sentence == word(words, piece.end - 1)->sentence)
        end--;
    bool scraps = end > piece.first && piece.end - end <= SCRAPS_MOST && goes_on(words, piece);
    return (struct piece){piece.first, scraps ? end : piece.end};
}

static struct piece trim(const struct px_compare_context *context, const struct span_words *words, struct piece piece)
{
    piece = longest(words, piece, false);
    if (!is_balanced(words, piece))
        piece = longest(words, piece, true);
    while (piece.end > piece.first && (word(words, piece.first)->flags & PX_TOKEN_CLITIC))
        piece.first++;
    if (piece.end > piece.first)
        piece = without_scraps(words, piece);
    return without_dangling(context, words, piece);
}

static uint32_t plain_words(const struct px_compare_context *context, const struct span_words *words,
                            struct piece piece)
{
    struct px_plain plain = {0};
    for (size_t at = piece.first; at < piece.end; at++)
        px_plain_add(context, word(words, at), &plain);
    return px_plain_weight(&plain);
}

/* A run on its way to what is shown of it. */
struct trimming {
    const struct px_compare_context *context;
    const struct px_shared *run;
    struct span_words *words; /* of the span at hand */
};

/* The longest piece of `whole` that is left of every span. */
static struct piece common_piece(const struct trimming *trimming, struct piece whole)
{
    const struct px_compare_context *context = trimming->context;
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        const struct px_spans *spans = &trimming->run->spans[a];
        for (size_t s = 0; s < spans->count; s++)
            if (read_words(context->articles[a], spans->items[s], trimming->words) == trimming->run->words)
                whole = trim(context, trimming->words, whole);
    }
    return whole;
}

/* Cuts the spans of the copy to the piece; false where it is too short, or mostly a name in all of them: what is a
 * title in one article may be plain words in another. */
static bool cut(const struct trimming *trimming, struct piece piece, struct px_shared *copy)
{
    const struct px_compare_context *context = trimming->context;
    uint32_t least = UINT32_MAX, most = 0;
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        for (size_t s = 0; s < copy->spans[a].count; s++) {
            struct px_span *span = &copy->spans[a].items[s];
            if (read_words(context->articles[a], *span, trimming->words) != trimming->run->words)
                continue;
            if (counted(trimming->words, piece) < WORDS_LEAST)
                return false;
            uint32_t plain = plain_words(context, trimming->words, piece);
            least = plain < least ? plain : least;
            most = plain > most ? plain : most;
            *span =
                (struct px_span){word(trimming->words, piece.first)->start, word(trimming->words, piece.end - 1)->end};
        }
    }
    return least >= PX_PLAIN_ALL || most >= PX_PLAIN_ONE;
}

/* A copy of the run with spans of its own; NULL when memory is out. */
static struct px_shared *copy_run(const struct px_compare_context *context, const struct px_shared *run)
{
    struct px_shared *copy = px_vector_push(&context->comparison->shared, &context->comparison->arena);
    if (copy == NULL)
        return NULL;
    copy->words = run->words;
    copy->spans = px_compare_each(context, struct px_spans);
    for (size_t a = 0; copy->spans != NULL && a < context->count; a++)
        for (size_t s = 0; s < run->spans[a].count; s++) {
            struct px_span *span = px_vector_push(&copy->spans[a], &context->comparison->arena);
            if (span == NULL)
                return NULL;
            *span = run->spans[a].items[s];
        }
    return copy->spans == NULL ? NULL : copy;
}

/* Adds what is left of the run between the words, in order: its longest piece, and what lies on both sides of it. */
static enum px_status add_pieces(const struct trimming *trimming, struct piece whole, struct px_error *error)
{
    const struct px_compare_context *context = trimming->context;
    struct piece piece = common_piece(trimming, whole);
    if (piece.end <= piece.first)
        return PX_OK;
    enum px_status status = PX_OK;
    if (piece.first - whole.first >= REST_LEAST)
        status = add_pieces(trimming, (struct piece){whole.first, piece.first}, error);
    if (status != PX_OK)
        return status;
    struct px_shared *copy = copy_run(context, trimming->run);
    if (copy == NULL)
        return px_no_memory(error);
    if (!cut(trimming, piece, copy))
        context->comparison->shared.count--;
    return whole.end - piece.end < REST_LEAST ? PX_OK
                                              : add_pieces(trimming, (struct piece){piece.end, whole.end}, error);
}

/* The words of a run that is cut: of its first span, as a reader counts them. */
static void count_words(const struct px_compare_context *context, struct px_shared *shared)
{
    size_t a = 0;
    while (a + 1 < context->count && shared->spans[a].count == 0)
        a++;
    const struct px_article *article = context->articles[a];
    const struct px_span *span = &shared->spans[a].items[0];
    shared->words = 0;
    for (uint32_t t = px_compare_token_at(article, span->start);
         t < article->tokens.count && article->tokens.items[t].start < span->end; t++)
        shared->words += px_token_counts(&article->tokens.items[t]);
}

/* "as secretary of state": a few words that no article quotes are a phrase, and none of another's text. */
static bool is_phrase(const struct px_compare_context *context, const struct px_shared *run)
{
    if (run->words >= TOLD_LEAST)
        return false;
    for (size_t a = 0; a < context->count; a++)
        for (size_t s = 0; s < run->spans[a].count; s++)
            if (px_article_quotes(context->articles[a], run->spans[a].items[s]))
                return false;
    return true;
}

static void weigh(const struct px_compare_context *context, struct px_shared *run)
{
    count_words(context, run);
    run->phrase = is_phrase(context, run);
}

/* A count of the words of one article that another has. */
struct shared_count {
    const struct px_article *article;
    bool *counted; /* [tokens] */
    uint32_t *shared, *quoted;
};

static void count_span(const struct shared_count *count, struct px_span span)
{
    const struct px_tokens *tokens = &count->article->tokens;
    for (uint32_t t = px_compare_token_at(count->article, span.start);
         t < tokens->count && tokens->items[t].start < span.end; t++) {
        bool counts = !count->counted[t] && px_token_counts(&tokens->items[t]);
        *count->shared += counts;
        *count->quoted += counts && tokens->items[t].voice == PX_VOICE_DIRECT;
        count->counted[t] = true;
    }
}

/* What the sentence has between its edits. */
static void count_reuse(const struct shared_count *count, const struct px_reuse *reuse, size_t side)
{
    const struct px_sentence *sentence = &count->article->sentences.items[reuse->sentence[side]];
    uint32_t at = sentence->start;
    for (size_t i = 0; i < reuse->edits.count; i++) {
        count_span(count, (struct px_span){at, reuse->edits.items[i].spans[side].start});
        at = reuse->edits.items[i].spans[side].end;
    }
    count_span(count, (struct px_span){at, sentence->end});
}

/* The words of article a in the runs that are no phrases, each where the article has it first, as the report lists it, and
 * in sentences shared but for small edits, each once however many of them have it, and those in direct speech. */
static void count_in_runs(const struct px_comparison *comparison, size_t a, const struct shared_count *count)
{
    for (size_t i = 0; i < comparison->shared.count; i++)
        if (!comparison->shared.items[i].phrase && comparison->shared.items[i].spans[a].count > 0)
            count_span(count, comparison->shared.items[i].spans[a].items[0]);
    for (size_t i = 0; i < comparison->reused.count; i++)
        for (size_t side = 0; side < 2; side++)
            if (comparison->reused.items[i].edited && comparison->reused.items[i].article[side] == a)
                count_reuse(count, &comparison->reused.items[i], side);
}

/* comparison->shared_words, comparison->shared_quoted. */
static enum px_status count_shared(struct px_compare_context *context, struct px_error *error)
{
    uint32_t *shared = px_compare_each(context, uint32_t), *quoted = px_compare_each(context, uint32_t);
    bool fine = shared != NULL && quoted != NULL;
    for (size_t a = 0; fine && a < context->count; a++) {
        struct shared_count count = {context->articles[a],
                                     px_arena_array(&context->scratch, bool, context->articles[a]->tokens.count),
                                     &shared[a], &quoted[a]};
        fine = count.counted != NULL;
        if (fine)
            count_in_runs(context->comparison, a, &count);
    }
    context->comparison->shared_words = shared;
    context->comparison->shared_quoted = quoted;
    return fine ? PX_OK : px_no_memory(error);
}

/* A run as it is sorted. */
struct place {
    uint32_t words;
    uint32_t run;
};

/* Most words first; of equal ones, as they were found. */
static int by_words(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->words != b->words ? px_compare_order(b->words, a->words) : px_compare_order(a->run, b->run);
}

/* The longest first; equal ones stay as they were found. False when memory is out. */
static bool sort(struct px_compare_context *context)
{
    struct px_comparison *comparison = context->comparison;
    size_t count = comparison->shared.count;
    struct place *places = px_arena_array(&context->scratch, struct place, count + 1);
    struct px_shared *runs = px_arena_array(&context->scratch, struct px_shared, count + 1);
    if (places == NULL || runs == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        places[i] = (struct place){comparison->shared.items[i].words, i};
        runs[i] = comparison->shared.items[i];
    }
    qsort(places, count, sizeof *places, by_words);
    for (size_t i = 0; i < count; i++)
        comparison->shared.items[i] = runs[places[i].run];
    return true;
}

enum px_status px_compare_shared_trim(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct span_words *words = px_arena_array(&context->scratch, struct span_words, 1);
    size_t count = comparison->shared.count;
    const struct px_shared *runs = comparison->shared.items;
    enum px_status status = PX_OK;
    if (words == NULL)
        return px_no_memory(error);
    memset(&comparison->shared, 0, sizeof comparison->shared);
    for (size_t i = 0; i < count && status == PX_OK; i++) {
        struct trimming trimming = {context, &runs[i], words};
        if (runs[i].words > RUN_MOST)
            status = copy_run(context, &runs[i]) == NULL ? px_no_memory(error) : PX_OK;
        else
            status = add_pieces(&trimming, (struct piece){0, runs[i].words}, error);
    }
    return status == PX_OK && !px_compare_shared_join(context) ? px_no_memory(error) : status;
}

enum px_status px_compare_shared_count(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    for (size_t i = 0; i < comparison->shared.count; i++)
        weigh(context, &comparison->shared.items[i]);
    return sort(context) ? count_shared(context, error) : px_no_memory(error);
}
