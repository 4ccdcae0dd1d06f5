/* What each topic is called by, in turn: by what the headlines share, by names and phrases, by what all quote, by words in a
 * row, by words, by people, by whatever its most alike sentences share, or all its passages.
 * What another topic is called by as well tells neither, unless a label that begins with what headlines share has it; nor
 * does one word alone.
 * Passages that may tell different things have no name, nor has what one article alone tells. */
#include "align/topic_headlines.h"
#include "align/topic_lead.h"
#include "align/topic_plan.h"
#include "align/topic_quoted.h"
#include "align/topic_run.h"
#include "align/topic_terms.h"
#include "align/topic_words.h"

/* Is the topic called by words that we chose? */
static bool is_chosen(const struct px_topic *topic)
{
    return topic->only == PX_NONE && !topic->titled;
}

/* Is another topic called by the term, or by a part of it? */
static bool is_of_another(const struct px_topics *topics, size_t topic, struct px_slice term)
{
    for (size_t t = 0; t < topics->count; t++)
        for (size_t i = 0; t != topic && is_chosen(&topics->items[t]) && i < topics->items[t].label_count; i++)
            if (topics->items[t].quoted == topics->items[topic].quoted && !topics->items[t].headed &&
                px_topic_term_holds(term, topics->items[t].label[i]))
                return true;
    return false;
}

/* Leaves of the label the terms that are marked. One word alone, "Congress", tells too little. */
static void keep_marked(struct px_topic *topic, const bool *marked)
{
    size_t kept = 0, names = 0;
    for (size_t i = 0; i < topic->label_count; i++)
        if (marked[i]) {
            names += i < topic->name_count;
            topic->label[kept++] = topic->label[i];
        }
    bool word = kept == 1 && px_slice_find(topic->label[0], PX_SLICE(" "), 0) == SIZE_MAX;
    topic->label_count = word ? 0 : kept;
    topic->quoted = topic->quoted && topic->label_count > 0;
    topic->headed = topic->headed && topic->label_count > 0;
    topic->name_count = word ? 0 : names;
}

/* Takes from the labels that are `fresh` what does not tell the topics apart: of all at once, so that their order is
 * nothing. */
static enum px_status shorten(struct px_compare_context *context, const bool *fresh, struct px_error *error)
{
    struct px_topics *topics = &context->comparison->topics;
    bool *marked = px_arena_array(&context->scratch, bool, topics->count *PX_LABEL_MOST);
    if (marked == NULL)
        return px_no_memory(error);
    for (size_t t = 0; t < topics->count; t++)
        for (size_t i = 0; is_chosen(&topics->items[t]) && i < topics->items[t].label_count; i++)
            marked[t * PX_LABEL_MOST + i] =
                !fresh[t] || topics->items[t].headed || !is_of_another(topics, t, topics->items[t].label[i]);
    for (size_t t = 0; t < topics->count; t++)
        if (is_chosen(&topics->items[t]))
            keep_marked(&topics->items[t], marked + t * PX_LABEL_MOST);
    return PX_OK;
}

/* What a topic is called by, each where the one before finds nothing. */
enum by { BY_HEADLINES, BY_TERMS, BY_QUOTATION, BY_TERMS_LEFT, BY_RUN, BY_WORDS, BY_PEOPLE, BY_NAMES, BY_PASSAGES };

/* May the topic be called by this? What all articles begin with is best told so, unless its first sentences share what
 * tells it. */
static bool is_open(const struct px_compare_context *context, const struct px_topic *topic, enum by by)
{
    bool open = is_chosen(topic) && px_topic_is_sure(topic) &&
                (topic->label_count == 0 || (by == BY_TERMS && topic->label_count < PX_LABEL_MOST) ||
                 (by == BY_QUOTATION && topic->label_count == 1 && topic->name_count == 0 && !topic->headed));
    return open && (by <= BY_TERMS || !topic->leads || (by == BY_WORDS && px_topic_likest_lead(context, topic)));
}

static enum px_status call(struct px_compare_context *context, struct px_topic *topic, struct px_term_places *names,
                           enum by by, struct px_error *error)
{
    if (by == BY_HEADLINES)
        return px_topic_headlines(context, topic, error);
    if (by == BY_QUOTATION)
        return px_topic_quotation(context, topic, error);
    if (by == BY_RUN)
        return px_topic_run(context, topic, error);
    if (by == BY_WORDS)
        return px_topic_words(context, topic, PX_GROUND_WORDS, error);
    if (by == BY_NAMES || by == BY_PASSAGES)
        return px_topic_words(context, topic, by == BY_NAMES ? PX_GROUND_NAMES : PX_GROUND_PASSAGES, error);
    return px_topic_terms(context, topic, names, by == BY_PEOPLE, error);
}

/* Marks the topics that nothing was found for, but for what all articles begin with. */
static void mark_nameless(struct px_topics *topics)
{
    for (size_t t = 0; t < topics->count; t++) {
        struct px_topic *topic = &topics->items[t];
        topic->nameless = is_chosen(topic) && topic->label_count == 0 && !topic->opens;
    }
}

enum px_status px_compare_topic_terms(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    const struct px_topics *topics = &context->comparison->topics;
    struct px_term_places *names =
        px_arena_array(&context->scratch, struct px_term_places, context->comparison->referents.count);
    bool *fresh = px_arena_array(&context->scratch, bool, topics->count + 1);
    if (names == NULL || fresh == NULL)
        return px_no_memory(error);
    for (size_t t = 0; t < topics->count; t++)
        px_topic_find_leads(context, &topics->items[t]);
    for (int by = BY_HEADLINES; status == PX_OK && by <= BY_PASSAGES; by++) {
        for (size_t t = 0; status == PX_OK && t < topics->count; t++) {
            fresh[t] = is_open(context, &topics->items[t], by);
            if (fresh[t])
                status = call(context, &topics->items[t], names, by, error);
        }
        status = status == PX_OK ? shorten(context, fresh, error) : status;
    }
    mark_nameless(&context->comparison->topics);
    return status;
}
