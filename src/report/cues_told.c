/* Which figures of cues a report tells: one word alone says little of how sure an article is, of what it takes as given or
 * of a frame. */
#include "report/cues_told.h"

#include "base/table.h"

enum { FEWEST_FINDS = 3 };    /* from which a list of single words is worth a line, whatever each of them means there */
enum { SUBJECT_WORDS = 100 }; /* among which a frame that is the story's subject has a cue */
enum { CONTRAST = 2 };        /* times as many cues has an article whose frame it is */
enum { FEWEST_BESIDES = 2 };  /* finds of a frame besides those of its most frequent cue */

bool px_cue_counts(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return px_match_counts(match) && !match->by_model && px_match_is_of(match, indicator->name) &&
           (indicator->voice == PX_VOICE_ALL || indicator->voice == match->voice);
}

/* Does the article use two different words of the category in its own voice? */
static bool has_two_words(const struct px_comparison *comparison, size_t article, const struct px_indicator *indicator)
{
    const struct px_article *a = comparison->articles[article];
    struct px_slice first = {0};
    for (size_t i = 0; i < a->matches.count; i++) {
        const struct px_match *match = &a->matches.items[i];
        if (!px_cue_counts(match, indicator) || match->voice != PX_VOICE_OWN)
            continue;
        if (first.size > 0 && !px_slice_equal(first, match->entry))
            return true;
        first = match->entry;
    }
    return false;
}

/* A word alone may mean anything: what is listed has some finds, or two words that one article chose itself. */
static bool is_enough(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    uint32_t count = 0;
    bool two = false;
    for (size_t i = 0; i < comparison->article_count; i++) {
        count += indicator->values[i].count;
        two = two || has_two_words(comparison, i, indicator);
    }
    return two || count >= FEWEST_FINDS;
}

/* How many finds the articles have of other cues than the most frequent. */
static uint32_t count_besides(const struct px_comparison *comparison, const struct px_indicator *indicator,
                              struct px_arena *arena, bool *failed)
{
    struct px_table entries = {0};
    PX_VECTOR(uint32_t) counts = {0};
    uint32_t total = 0, most = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        for (size_t m = 0; m < article->matches.count; m++) {
            bool added = false;
            if (!px_cue_counts(&article->matches.items[m], indicator))
                continue;
            uint32_t id = px_table_borrow(&entries, article->matches.items[m].entry, &added);
            uint32_t *count = id == PX_NONE ? NULL : added ? px_vector_push(&counts, arena) : &counts.items[id];
            if (count == NULL) {
                *failed = true;
                break;
            }
            *count = added ? 1 : *count + 1;
            most = *count > most ? *count : most;
            total++;
        }
    }
    px_table_release(&entries);
    return total - most;
}

/* Is it what all the articles are about: is every hundredth word of each a cue of it, with no difference between them? */
static bool is_subject(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    bool subject = indicator->verdict != PX_VERDICT_DIFFERS;
    for (size_t i = 0; subject && i < comparison->article_count; i++)
        subject = indicator->values[i].count * SUBJECT_WORDS >= comparison->articles[i]->counts.words;
    return subject;
}

/* Does one article have a frame's cues several times, and twice as often as every other, for its length, too? */
static bool is_contrast(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    size_t lead = 0;
    for (size_t i = 1; i < comparison->article_count; i++)
        lead = indicator->values[i].value > indicator->values[lead].value ? i : lead;
    bool contrast = indicator->values[lead].count >= FEWEST_FINDS;
    for (size_t i = 0; i < comparison->article_count; i++)
        contrast = contrast && (i == lead || (indicator->values[i].value * CONTRAST <= indicator->values[lead].value &&
                                              indicator->values[i].count * CONTRAST <= indicator->values[lead].count));
    return contrast;
}

/* One word alone points to no frame, however often it stands there ("rape", "hospital"): others must, too. */
static bool points_to_frame(const struct px_comparison *comparison, const struct px_indicator *indicator,
                            struct px_arena *arena, bool *failed)
{
    return is_contrast(comparison, indicator) && !is_subject(comparison, indicator) &&
           count_besides(comparison, indicator, arena, failed) >= FEWEST_BESIDES;
}

/* A single find in all the articles tells nothing of how sure they are. */
static bool is_more_than_one(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    uint32_t count = 0;
    for (size_t i = 0; i < comparison->article_count; i++)
        count += indicator->values[i].count;
    return count > 1;
}

bool px_cues_are_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                      struct px_arena *arena, bool *failed)
{
    if (px_slice_is(indicator->family, "certainty"))
        return is_more_than_one(comparison, indicator);
    if (px_slice_is(indicator->family, "presupposition"))
        return is_enough(comparison, indicator);
    return !px_slice_is(indicator->family, "frames") || points_to_frame(comparison, indicator, arena, failed);
}
