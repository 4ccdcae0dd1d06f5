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

/* Some of the articles, by number. */
struct some {
    size_t of[PX_COMPARE_MOST];
    size_t count;
};

/* The articles with the very text of this one, itself among them, if it is the first. */
static struct some same_texts(const struct px_compare_context *context, size_t article)
{
    struct some same = {.count = 0};
    for (size_t i = 0; context->articles[article]->text.size > 0 && i < context->count; i++) {
        if (!px_slice_equal(context->articles[i]->text, context->articles[article]->text))
            continue;
        if (i < article)
            return (struct some){.count = 0};
        same.of[same.count++] = i;
    }
    return same;
}

/* What stands before the `i`-th item of a list. */
static const char *link_of(size_t i, size_t count)
{
    return i == 0 ? "" : i + 1 == count ? " and " : ", ";
}

static enum px_status warn_of_sameness(struct px_compare_context *context, size_t article, struct px_buffer *text,
                                       struct px_error *error)
{
    const struct some same = same_texts(context, article);
    if (same.count < 2)
        return PX_OK;
    for (size_t i = 0; i < same.count; i++) {
        px_buffer_string(text, link_of(i, same.count));
        px_comparison_article_name(context->comparison, same.of[i], text);
    }
    px_buffer_string(text, " are the same text, word for word");
    return keep(context, text, error);
}

/* Is the article of so many words, in a language that is read? */
static bool is_readable(const struct px_compare_context *context, size_t article, uint32_t words)
{
    return context->articles[article]->counts.words >= words &&
           !px_resources_foreign(context->worker->resources, context->articles[article]->language);
}

/* The articles behind this one that seem to tell of another event. */
static struct some others_of(const struct px_compare_context *context, size_t article)
{
    struct some others = {.count = 0};
    for (size_t i = article + 1; is_readable(context, article, FEW_WORDS) && i < context->count; i++)
        if (is_readable(context, i, FEW_WORDS) && context->similarities[article * context->count + i] < SAME_EVENT)
            others.of[others.count++] = i;
    return others;
}

/* "A (Post) and B", "A (Post) and each of C, D and E" */
static void name_apart(const struct px_comparison *comparison, size_t article, const struct some *others,
                       struct px_buffer *text)
{
    px_comparison_article_name(comparison, article, text);
    px_buffer_string(text, others->count == 1 ? " and " : " and each of ");
    for (size_t i = 0; i < others->count; i++) {
        px_buffer_string(text, link_of(i, others->count));
        if (others->count == 1)
            px_comparison_article_name(comparison, others->of[i], text);
        else
            px_buffer_byte(text, px_comparison_letter(others->of[i]));
    }
}

/* All in one: of many articles many pairs may have little in common. */
static enum px_status warn_of_events(struct px_compare_context *context, struct px_buffer *text, struct px_error *error)
{
    bool many = context->count > 2, apart = false;
    for (size_t a = 0; a < context->count; a++) {
        const struct some others = others_of(context, a);
        if (others.count == 0)
            continue;
        px_buffer_string(text, apart  ? "; "
                               : many ? "some articles have so little in common that they seem to tell of different "
                                        "events, and what one of them lacks is no omission: "
                                      : "");
        name_apart(context->comparison, a, &others, text);
        apart = true;
    }
    if (!apart)
        return PX_OK;
    if (!many)
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
        context->comparison->apart |= !is_readable(context, i, NO_WORDS);
    }
    if (status == PX_OK)
        status = warn_of_events(context, &text, error);
    px_buffer_release(&text);
    return status;
}
