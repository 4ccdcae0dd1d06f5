/* What a topic is called: the user's name for it, the heading above it, else a phrase and terms, or its first words. */
#include "compare/internal.h"

enum { OPENING_WORDS = 7, FEWEST_WORDS = 3 }; /* of a passage that has no other name */

/* A phrase, if one comes back, and terms that are no part of it. */
static enum px_status list_words(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                 struct px_slice *words, size_t *count, struct px_error *error)
{
    uint32_t terms[PX_LABEL_MOST];
    size_t term_count = 0;
    enum px_status status = px_compare_label(context, topics, number, PX_NONE, terms, &term_count, error);
    if (status == PX_OK)
        status = px_compare_label_phrase(context, topics, number, &words[0], error);
    *count = words[0].size > 0;
    for (size_t i = 0; status == PX_OK && i < term_count && *count < PX_LABEL_MOST; i++) {
        struct px_slice text = context->wording.texts[terms[i]];
        if (words[0].size == 0 || px_slice_find(words[0], text, 0) == SIZE_MAX)
            words[(*count)++] = text;
    }
    return status;
}

/* The user's topic; or the heading above a passage of one article, or words: one article's heading says nothing for the
 * other, and may take sides. */
enum px_status px_compare_label_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error)
{
    struct px_slice heading = px_compare_user_topic(context, topics, number);
    if (heading.size == 0 && topic->only != PX_NONE)
        heading = px_compare_heading(context, topic);
    struct px_slice words[PX_LABEL_MOST] = {heading};
    size_t count = heading.size > 0;
    topic->titled = count > 0;
    enum px_status status = count > 0 ? PX_OK : list_words(context, topics, number, words, &count, error);
    topic->label = px_arena_array(&context->comparison->arena, struct px_slice, count);
    if (status != PX_OK || topic->label == NULL)
        return status != PX_OK ? status : px_no_memory(error);
    for (topic->label_count = 0; topic->label_count < count; topic->label_count++) {
        topic->label[topic->label_count] = px_arena_copy(&context->comparison->arena, words[topic->label_count]);
        if (topic->label[topic->label_count].data == NULL)
            return px_no_memory(error);
    }
    return PX_OK;
}

/* Where to end a piece of text so that it does not break off behind a mark that opens a quotation. */
static uint32_t balanced_end(struct px_slice text, uint32_t start, uint32_t end)
{
    uint32_t open = end;
    for (uint32_t i = start; i < end; i++) {
        struct px_slice rest = px_slice_part(text, i, end);
        if (text.data[i] == '"')
            open = open == end ? i : end;
        else if (px_slice_starts(rest, PX_SLICE("“")))
            open = i;
        else if (px_slice_starts(rest, PX_SLICE("”")))
            open = end;
    }
    return open > start ? open : end;
}

/* "of", "the", "and": the words do not break off behind one. */
static bool leads_on(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    static const char *const classes[] = {"grammar.preposition", "grammar.determiner", "grammar.coordinator",
                                          "grammar.to"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (px_compare_is_class(context, article, token, classes[i]))
            return true;
    return false;
}

struct px_span px_compare_opening(const struct px_compare_context *context, const struct px_article *article,
                                  uint32_t sentence)
{
    const struct px_sentence *s = &article->sentences.items[sentence];
    struct px_span span = {s->start, s->start};
    size_t count = 0;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count && count < OPENING_WORDS; t++) {
        count += px_compare_is_word(&article->tokens.items[t]);
        if (count == 0)
            span.start = article->tokens.items[t].end; /* an opening quotation mark */
        if (count < FEWEST_WORDS || !leads_on(context, article, t))
            span.end = article->tokens.items[t].end;
    }
    while (span.start < span.end && article->text.data[span.start] == ' ')
        span.start++;
    span.end = balanced_end(article->text, span.start, span.end);
    while (span.end > span.start && memchr(" ,;:", article->text.data[span.end - 1], 4) != NULL)
        span.end--; /* with what would have gone on */
    return span;
}
