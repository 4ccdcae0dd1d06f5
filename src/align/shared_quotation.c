/* A few words that one article quotes by themselves and another within a quotation, “business as usual”: each chose them
 * out of what was said. Found through the hashes of all quoted pairs of words, in linear time. */
#include "align/align.h"
#include "align/run_starts.h"

/* Words, as a reader counts them; of the longer ones none need be a content word: "tell me who you are". */
enum { FEWEST = 2, SEVERAL = 4, MOST = 6, MOST_TRIES = 16 };

/* The words of a quotation, among those of all quotations of its article. */
struct quoted_part {
    size_t first;
    size_t count;
};

/* The words between the marks of an article, behind each quotation's a PX_NONE. */
struct quoted_text {
    const struct px_article *article;
    uint32_t *folds;
    uint32_t *tokens;
    struct quoted_part *parts; /* [article->quotations] */
    struct px_run_starts starts;
};

static size_t most_words(const struct px_article *article)
{
    size_t most = 0;
    for (size_t i = 0; i < article->quotations.count; i++)
        most += article->quotations.items[i].token_count + 1;
    return most;
}

/* May the words of the quotation be shared: is it no title, and stands in no heading, which has them from below? */
static bool can_share(const struct px_article *article, const struct px_quotation *quoted)
{
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[quoted->first_token].sentence];
    return quoted->kind != PX_QUOTATION_TITLE && px_role_is_paragraph(article->blocks.items[sentence->block].role);
}

/* Takes the words of the quotation, if they may be shared; behind the last one. */
static size_t read_part(const struct px_compare_context *context, struct quoted_text *text, size_t quotation, size_t at)
{
    const struct px_quotation *quoted = &text->article->quotations.items[quotation];
    bool can = can_share(text->article, quoted);
    text->parts[quotation] = (struct quoted_part){at, 0};
    for (uint32_t t = quoted->first_token; t < quoted->first_token + quoted->token_count; t++) {
        const struct px_token *token = &text->article->tokens.items[t];
        if (!can || !px_token_is_word(token))
            continue;
        text->folds[at] = px_compare_form(context, token)->fold;
        text->tokens[at++] = t;
        text->parts[quotation].count++;
    }
    text->folds[at++] = PX_NONE;
    return at;
}

static bool read_text(struct px_compare_context *context, const struct px_article *article, struct quoted_text *text)
{
    size_t most = most_words(article), count = 0;
    text->article = article;
    text->folds = px_arena_array(&context->scratch, uint32_t, most);
    text->tokens = px_arena_array(&context->scratch, uint32_t, most);
    text->parts = px_arena_array(&context->scratch, struct quoted_part, article->quotations.count);
    if (text->folds == NULL || text->tokens == NULL || text->parts == NULL)
        return false;
    for (size_t i = 0; i < article->quotations.count; i++)
        count = read_part(context, text, i, count);
    return px_run_starts_make(&context->scratch, text->folds, count, FEWEST, &text->starts);
}

static struct px_span span_of(const struct quoted_text *text, size_t at, size_t count)
{
    const struct px_token *tokens = text->article->tokens.items;
    return (struct px_span){tokens[text->tokens[at]].start, tokens[text->tokens[at + count - 1]].end};
}

/* Are they a few words, and is one of them a plain content word, or are they several and plain but for the first? A name
 * that both have in marks is a nickname. */
static bool is_few_words(const struct px_compare_context *context, const struct quoted_text *text,
                         struct quoted_part part)
{
    struct px_plain plain = {0};
    for (size_t at = part.first; at < part.first + part.count && plain.all <= MOST; at++)
        px_plain_add(context, &text->article->tokens.items[text->tokens[at]], &plain);
    bool several = plain.all >= SEVERAL && plain.words + 1 >= plain.all;
    return plain.all >= FEWEST && plain.all <= MOST && (plain.content > 0 || several);
}

/* Where the other quotes the words first; SIZE_MAX for nowhere. */
static size_t find_words(const struct quoted_text *text, struct quoted_part part, const struct quoted_text *other)
{
    const uint32_t *folds = text->folds + part.first;
    uint32_t at = px_run_first(&other->starts, folds);
    for (int tries = 0; at != 0 && tries < MOST_TRIES; at = other->starts.next[at - 1], tries++) {
        size_t same = 0;
        while (same < part.count && other->folds[at - 1 + same] == folds[same])
            same++;
        if (same == part.count)
            return at - 1;
    }
    return SIZE_MAX;
}

static bool overlaps(const struct px_spans *spans, struct px_span span)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start < span.end && span.start < spans->items[i].end)
            return true;
    return false;
}

/* The words that two articles quote. */
struct quoted_twice {
    size_t article[2];
    struct px_span span[2];
};

/* The run that has the words in the first of the articles: just these, or with more about them in both; NULL for none. */
static struct px_shared *find_run(const struct px_comparison *comparison, const struct quoted_twice *twice)
{
    for (size_t i = 0; i < comparison->shared.count; i++) {
        struct px_shared *run = &comparison->shared.items[i];
        const struct px_spans *here = &run->spans[twice->article[0]];
        bool exact =
            here->count > 0 && here->items[0].start == twice->span[0].start && here->items[0].end == twice->span[0].end;
        if (exact || (overlaps(here, twice->span[0]) && overlaps(&run->spans[twice->article[1]], twice->span[1])))
            return run;
    }
    return NULL;
}

static enum px_status add_span(struct px_compare_context *context, struct px_shared *run,
                               const struct quoted_twice *twice, size_t side, struct px_error *error)
{
    struct px_spans *spans = &run->spans[twice->article[side]];
    if (overlaps(spans, twice->span[side]))
        return PX_OK;
    struct px_span *span = px_vector_push(spans, &context->comparison->arena);
    if (span == NULL)
        return px_no_memory(error);
    *span = twice->span[side];
    return PX_OK;
}

static bool holds_sentence(const struct px_article *article, const struct px_spans *spans, uint32_t byte)
{
    for (size_t i = 0; i < spans->count; i++)
        if (px_article_sentence_at(article, spans->items[i].start) == px_article_sentence_at(article, byte))
            return true;
    return false;
}

/* "“*Is it true*,” he asked, “that the toll has …”": do both sentences share a long run, of the first `long_runs`? Then the
 * words are a scrap of what that tells. */
static bool is_scrap(const struct px_compare_context *context, const struct quoted_twice *twice, size_t long_runs)
{
    for (size_t i = 0; i < long_runs; i++) {
        const struct px_shared *run = &context->comparison->shared.items[i];
        size_t held = 0;
        for (size_t side = 0; side < 2; side++)
            held += holds_sentence(context->articles[twice->article[side]], &run->spans[twice->article[side]],
                                   twice->span[side].start);
        if (held == 2)
            return true;
    }
    return false;
}

static enum px_status add(struct px_compare_context *context, const struct quoted_twice *twice, size_t long_runs,
                          struct px_error *error)
{
    struct px_shared *run = find_run(context->comparison, twice);
    if (run == NULL) {
        if (is_scrap(context, twice, long_runs))
            return PX_OK;
        run = px_vector_push(&context->comparison->shared, &context->comparison->arena);
        if (run == NULL || (run->spans = px_compare_each(context, struct px_spans)) == NULL)
            return px_no_memory(error);
    }
    enum px_status status = add_span(context, run, twice, 0, error);
    return status == PX_OK ? add_span(context, run, twice, 1, error) : status;
}

/* What the one quotes by itself and the other, too. */
static enum px_status compare_pair(struct px_compare_context *context, const struct quoted_text *texts, size_t one,
                                   size_t other, size_t long_runs, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < texts[one].article->quotations.count && status == PX_OK; i++) {
        struct quoted_part part = texts[one].parts[i];
        if (!is_few_words(context, &texts[one], part))
            continue;
        size_t at = find_words(&texts[one], part, &texts[other]);
        if (at == SIZE_MAX || !is_few_words(context, &texts[other], (struct quoted_part){at, part.count}))
            continue;
        struct quoted_twice twice = {
            {one, other}, {span_of(&texts[one], part.first, part.count), span_of(&texts[other], at, part.count)}};
        status = add(context, &twice, long_runs, error);
    }
    return status;
}

enum px_status px_compare_shared_quotations(struct px_compare_context *context, struct px_error *error)
{
    struct quoted_text *texts = px_arena_array(&context->scratch, struct quoted_text, context->count);
    size_t long_runs = context->comparison->shared.count;
    enum px_status status = texts == NULL ? px_no_memory(error) : PX_OK;
    for (size_t a = 0; a < context->count && status == PX_OK; a++)
        if (!read_text(context, context->articles[a], &texts[a]))
            status = px_no_memory(error);
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = 0; j < context->count && status == PX_OK; j++)
            if (i != j)
                status = compare_pair(context, texts, context->order[i], context->order[j], long_runs, error);
    return status;
}
