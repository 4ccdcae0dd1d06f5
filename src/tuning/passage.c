#include "tuning/passage.h"

#include "text/utf8.h"

bool px_spans_touch(const struct px_spans *spans, size_t *at, uint32_t start, uint32_t end)
{
    while (*at < spans->count && spans->items[*at].end <= start)
        (*at)++;
    return *at < spans->count && spans->items[*at].start < end;
}

static bool is_word(uint32_t c)
{
    return c == '_' || px_utf8_is_letter(c) || px_utf8_is_digit(c);
}

static bool joins(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == '.' || c == '-';
}

/* The end of the word that begins at `at`: \w+(?:['’.-]\w+)*. */
static size_t word_end(struct px_slice text, size_t at)
{
    size_t end = at;
    while (at < text.size) {
        uint32_t c = px_utf8_next(text, &at);
        if (joins(c) && at < text.size && end > 0)
            c = px_utf8_next(text, &at);
        if (!is_word(c))
            break;
        end = at;
    }
    return end;
}

bool px_word_is_plain(struct px_slice word)
{
    for (size_t at = 0; at < word.size;) {
        uint32_t c = px_utf8_next(word, &at);
        if (!px_utf8_is_letter(c) && (c != '-' || at == 1 || at == word.size))
            return false;
    }
    return word.size > 0;
}

bool px_passage_find_words(struct px_slice text, struct px_arena *arena, struct px_spans *words)
{
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        if (!is_word(px_utf8_next(text, &at)))
            continue;
        struct px_span *word = px_vector_push(words, arena);
        if (word == NULL)
            return false;
        at = word_end(text, start);
        *word = (struct px_span){(uint32_t)start, (uint32_t)at};
    }
    return true;
}

/* Adds one annotator's vote to each of `count` stretches; `stretch` gives the i-th. */
static void vote_words(const struct px_spans *spans, const struct px_spans *words, uint8_t *votes)
{
    size_t at = 0;
    for (size_t i = 0; i < words->count; i++)
        votes[i] = (uint8_t)(votes[i] + px_spans_touch(spans, &at, words->items[i].start, words->items[i].end));
}

static void vote_tokens(const struct px_spans *spans, const struct px_tokens *tokens, uint8_t *votes)
{
    size_t at = 0;
    for (size_t i = 0; i < tokens->count; i++)
        votes[i] = (uint8_t)(votes[i] + px_spans_touch(spans, &at, tokens->items[i].start, tokens->items[i].end));
}

/* Votes become what at least half of `voters` say. */
static void decide(uint8_t *votes, size_t count, size_t voters)
{
    for (size_t i = 0; i < count; i++)
        votes[i] = votes[i] > 0 && 2u * votes[i] >= voters;
}

static bool take_gold(struct px_passage *passage, const struct px_gold_text *source)
{
    struct px_arena *arena = &passage->article.arena;
    size_t voters = source->codings.count < 255 ? source->codings.count : 255;
    size_t labels = 0;
    passage->source = source;
    if (!px_passage_find_words(passage->article.text, arena, &passage->words))
        return false;
    passage->word_marked = px_arena_array(arena, uint8_t, passage->words.count + 1);
    passage->token_marked = px_arena_array(arena, uint8_t, passage->article.tokens.count + 1);
    if (passage->word_marked == NULL || passage->token_marked == NULL)
        return false;
    for (size_t i = 0; i < voters; i++) {
        const struct px_gold_coding *coding = &source->codings.items[i];
        labels += coding->label;
        vote_words(&coding->spans, &passage->words, passage->word_marked);
        vote_tokens(&coding->spans, &passage->article.tokens, passage->token_marked);
    }
    decide(passage->word_marked, passage->words.count, voters);
    decide(passage->token_marked, passage->article.tokens.count, voters);
    passage->label = labels > 0 && 2 * labels >= voters;
    return true;
}

enum px_status px_passages_add_article(struct px_passages *passages, const struct px_tuning_tools *tools,
                                       struct px_article *article, struct px_error *error)
{
    const struct px_annotate_options options = {.no_model = true};
    struct px_passage *passage = px_vector_push(&passages->items, &passages->arena);
    if (passage == NULL) {
        px_article_release(article);
        return px_no_memory(error);
    }
    passage->article = *article;
    *article = (struct px_article){0};
    return px_annotate(tools->worker, &options, &passage->article, error);
}

static enum px_status add_text(struct px_passages *passages, const struct px_tuning_tools *tools,
                               const struct px_gold_text *text, struct px_error *error)
{
    const struct px_ingest_options options = {.input = PX_INPUT_TEXT, .verbatim = true};
    struct px_article article = {0};
    struct px_buffer id = {0};
    px_buffer_append(&id, text->id);
    enum px_status status =
        id.failed ? px_no_memory(error)
                  : px_ingest_bytes(tools->ingest, text->text, id.size == 0 ? "" : id.data, &options, &article, error);
    if (status == PX_OK)
        status = px_passages_add_article(passages, tools, &article, error);
    if (status == PX_OK && !take_gold(&passages->items.items[passages->items.count - 1], text))
        status = px_no_memory(error);
    px_buffer_release(&id);
    return status;
}

enum px_status px_passages_add_gold(struct px_passages *passages, const struct px_tuning_tools *tools,
                                    const struct px_gold *gold, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < gold->texts.count; i++)
        status = add_text(passages, tools, &gold->texts.items[i], error);
    return status;
}

void px_passages_release(struct px_passages *passages)
{
    for (size_t i = 0; i < passages->items.count; i++)
        px_article_release(&passages->items.items[i].article);
    px_arena_release(&passages->arena);
    *passages = (struct px_passages){0};
}
