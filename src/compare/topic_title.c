/* What others call a topic: the user's name for it, or the heading above it. */
#include "compare/internal.h"

/* One article's heading says nothing for the other, and may take sides. */
enum px_status px_compare_title_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error)
{
    struct px_slice title = px_compare_user_topic(context, topics, number);
    if (title.size == 0 && topic->only != PX_NONE)
        title = px_compare_heading(context, topic);
    if (title.size == 0)
        return PX_OK;
    topic->label = px_arena_array(&context->comparison->arena, struct px_slice, 1);
    if (topic->label == NULL || (topic->label[0] = px_arena_copy(&context->comparison->arena, title)).data == NULL)
        return px_no_memory(error);
    topic->label_count = 1;
    topic->titled = true;
    return PX_OK;
}
