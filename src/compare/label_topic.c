/* What a topic is called: the user's name for it, the heading above it, else a phrase and terms. */
#include "compare/internal.h"

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
        return status != PX_OK ? status : px_compare_no_memory(error);
    for (topic->label_count = 0; topic->label_count < count; topic->label_count++) {
        topic->label[topic->label_count] = px_arena_copy(&context->comparison->arena, words[topic->label_count]);
        if (topic->label[topic->label_count].data == NULL)
            return px_compare_no_memory(error);
    }
    return PX_OK;
}
