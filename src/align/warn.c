/* What a reader must know before anything else: articles with which a comparison comes to little. */
#include "align/align.h"
#include "base/buffer.h"

/* An article of fewer words is often the notice of a page that keeps the rest back, and shows no difference. */
enum { FEW_WORDS = 50, NO_WORDS = 10 /* of fewer it is none: what stands there tells nothing */ };
/* Of 120 pairs of news articles on one event the least alike had .38, of 150 on two events 145 had less than this. */
#define SAME_EVENT 0.28

/* Keeps the warning that `text` holds, and empties it. */
static enum px_status keep(struct px_compare_context *context, struct px_buffer *text, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct px_slice *warning = px_vector_push(&comparison->warnings, &comparison->arena);
    struct px_slice copy = px_arena_copy(&comparison->arena, px_buffer_slice(text));
    if (text->failed || warning == NULL || copy.data == NULL)
        return px_no_memory(error);
    *warning = copy;
    px_buffer_clear(text);
    return PX_OK;
}

static enum px_status warn_of_language(struct px_compare_context *context, size_t article, struct px_buffer *text,
                                       struct px_error *error)
{
    if (!px_resources_foreign(context->worker->resources, context->articles[article]->language))
        return PX_OK;
    px_comparison_article_name(context->comparison, article, text);
    px_buffer_printf(text,
                     " is in another language (%.*s) than the lexicons (%s): nothing that is said of its words, "
                     "speakers and judgements can be relied on",
                     PX_SLICE_ARG(context->articles[article]->language),
                     px_resources_language(context->worker->resources));
    return keep(context, text, error);
}

static enum px_status warn_of_length(struct px_compare_context *context, size_t article, struct px_buffer *text,
                                     struct px_error *error)
{
    uint32_t words = context->articles[article]->counts.words;
    if (words >= FEW_WORDS)
        return PX_OK;
    px_comparison_article_name(context->comparison, article, text);
    px_buffer_printf(text, " has %u word%s: too few to compare. Is all of the article there?", words,
                     words == 1 ? "" : "s");
    return keep(context, text, error);
}

static enum px_status warn_of_sameness(struct px_compare_context *context, size_t article, struct px_buffer *text,
                                       struct px_error *error)
{
    size_t other = 0;
    while (!px_slice_equal(context->articles[other]->text, context->articles[article]->text))
        other++;
    if (other == article || context->articles[article]->text.size == 0)
        return PX_OK;
    px_comparison_article_name(context->comparison, other, text);
    px_buffer_string(text, " and ");
    px_comparison_article_name(context->comparison, article, text);
    px_buffer_string(text, " are the same text, word for word");
    return keep(context, text, error);
}

/* Is the article of so many words, in a language that is read? */
static bool is_readable(const struct px_compare_context *context, size_t article, uint32_t words)
{
    return context->articles[article]->counts.words >= words &&
           !px_resources_foreign(context->worker->resources, context->articles[article]->language);
}

static enum px_status warn_of_events(struct px_compare_context *context, size_t a, size_t b, struct px_buffer *text,
                                     struct px_error *error)
{
    if (!is_readable(context, a, FEW_WORDS) || !is_readable(context, b, FEW_WORDS) ||
        context->similarities[a * context->count + b] >= SAME_EVENT)
        return PX_OK;
    px_comparison_article_name(context->comparison, a, text);
    px_buffer_string(text, " and ");
    px_comparison_article_name(context->comparison, b, text);
    px_buffer_string(text, " have so little in common that they seem to tell of different events: what "
                           "one of them lacks is no omission");
    context->comparison->apart = true;
    return keep(context, text, error);
}

enum px_status px_compare_warnings(struct px_compare_context *context, struct px_error *error)
{
    struct px_buffer text = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        status = warn_of_language(context, i, &text, error);
        if (status == PX_OK)
            status = warn_of_length(context, i, &text, error);
        if (status == PX_OK)
            status = warn_of_sameness(context, i, &text, error);
        for (size_t j = i + 1; status == PX_OK && j < context->count; j++)
            status = warn_of_events(context, i, j, &text, error);
        context->comparison->apart |= !is_readable(context, i, NO_WORDS);
    }
    px_buffer_release(&text);
    return status;
}
