/* Headline against body: which topic the headline puts first, and whether it speaks of the one that the body is mostly
 * about. */
#include "contrast/headline.h"

/* A topic stands out in the headline when it shares a word of its name, its passages hold so much of what it says … */
#define TOPIC_HELD 0.5
/* … and so much more than by their length alone. */
#define TOPIC_LIFT 0.15
/* A topic is not spoken of when its passages hold no more than this of it. */
#define TOPIC_UNHELD 0.25
#define LARGEST_LEAST 0.45 /* of the article's words: where all topics are smaller, none is the largest */
enum { SPOKEN_OF = 2 };

/* How much of the headline the topic's passages hold, 0..1: each sign counts by the part of its sentences that stand
 * there. Signs that the body does not have say nothing. `tellings` have looked for the headline. */
static double held_by(const struct px_tellings *tellings, const struct px_clause *head, uint32_t end,
                      const struct px_topic *topic, size_t a)
{
    uint32_t inside[PX_CLAUSE_SIGNS] = {0}, total[PX_CLAUSE_SIGNS] = {0};
    double held = 0, all = 0;
    for (uint32_t s = end; s < tellings->article->sentences.count; s++) {
        bool in = tellings->signs[s] != 0 && px_topic_holds(topic, a, tellings->article->sentences.items[s].start);
        for (size_t i = 0; i < head->count; i++) {
            uint32_t here = tellings->signs[s] >> i & 1;
            total[i] += here;
            inside[i] += in ? here : 0;
        }
    }
    for (size_t i = 0; i < head->count; i++) {
        all += total[i] > 0 ? head->signs[i].weight : 0;
        held += total[i] > 0 ? head->signs[i].weight * inside[i] / total[i] : 0;
    }
    return all > 0 ? held / all : 0;
}

/* Does a word of the headline, not a name, stand in so many of the topic's sentences that it speaks of it? `tellings`
 * have looked for the headline. */
static bool is_spoken_of(const struct px_tellings *tellings, const struct px_clause *head, uint32_t end,
                         const struct px_topic *topic, size_t a)
{
    for (size_t i = 0; i < head->count; i++) {
        uint32_t sentences = 0;
        for (uint32_t s = end; !head->signs[i].name && s < tellings->article->sentences.count; s++)
            sentences += (tellings->signs[s] >> i & 1) != 0 &&
                         px_topic_holds(topic, a, tellings->article->sentences.items[s].start);
        if (sentences >= SPOKEN_OF)
            return true;
    }
    return false;
}

/* Does a word of the topic's label, or one of its names, stand in headline or standfirst? */
static bool is_named(const struct px_compare_context *context, size_t a, const struct px_tellings *tellings,
                     uint32_t end, const struct px_topic *topic)
{
    for (size_t i = 0; i < topic->label_count; i++) {
        struct px_slice rest = topic->label[i], word;
        while (px_slice_next(&rest, ' ', &word)) {
            struct px_sign sign;
            if (!px_sign_of_word(context, word, &sign))
                continue;
            for (uint32_t s = 0; s < end; s++)
                if (px_tellings_hold(tellings, &sign, s))
                    return true;
        }
        for (uint32_t r = 0; r < context->comparison->referents.count; r++)
            if (px_slice_equal(context->comparison->referents.items[r].name, topic->label[i]) &&
                px_headline_lists(&context->comparison->headlines[a], r))
                return true;
    }
    return false;
}

void px_headline_find_topics(const struct px_compare_context *context, size_t a, const struct px_tellings *tellings,
                             struct px_headline *headline)
{
    const struct px_article *article = context->articles[a];
    const struct px_span span = {article->sentences.items[0].start, article->sentences.items[headline->end - 1].end};
    struct px_clause head;
    double best = TOPIC_LIFT, largest_held = 0;
    headline->topic = headline->largest = PX_NONE;
    px_clause_read(context, a, &span, 1, NULL, &head);
    px_tellings_find(tellings, &head, headline->end, (uint32_t)article->sentences.count, PX_TELLING_ANY);
    for (uint32_t t = 0; t < context->comparison->topics.count; t++) {
        const struct px_topic *topic = &context->comparison->topics.items[t];
        double share = article->counts.words > 0 ? (double)topic->words[a] / article->counts.words : 0;
        bool larger = share > headline->largest_share && share >= LARGEST_LEAST;
        if (larger) { /* what no heading names is the largest all the same: a name out of its words tells too little of it */
            headline->largest = PX_NONE;
            headline->largest_share = share;
        }
        if (topic->spans[a].count == 0 || !topic->titled || share <= 0)
            continue;
        double held = held_by(tellings, &head, headline->end, topic, a);
        if (held >= TOPIC_HELD && held - share > best && is_named(context, a, tellings, headline->end, topic)) {
            best = held - share;
            headline->topic = t;
            headline->topic_share = share;
        }
        if (larger) {
            headline->largest = t;
            largest_held = held;
        }
    }
    if (headline->largest != PX_NONE)
        headline->largest_named =
            largest_held > TOPIC_UNHELD ||
            is_spoken_of(tellings, &head, headline->end, &context->comparison->topics.items[headline->largest], a) ||
            is_named(context, a, tellings, headline->end, &context->comparison->topics.items[headline->largest]);
}
