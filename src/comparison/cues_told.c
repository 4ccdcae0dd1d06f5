/* Which figures of cues a report tells: one word alone says little of how sure an article is, of what it takes as given or
 * of a frame. */
#include "comparison/comparison.h"

#include "base/table.h"

/* From which a list of single words is worth a line, whatever each of them means there; more of words that point to a frame
 * (PX_FRAME_FEWEST): a dispute has five in any article, and in one that tells it in other words none. */
enum { FEWEST_FINDS = 5 };
enum { FEWEST_SENTENCES = 3 };
enum { SUBJECT_WORDS = 100 }; /* among which a frame that is the story's subject has a cue */
/* Times as many cues has an article of which that is told; more of a frame (PX_FRAME_CONTRAST), whose lists never have all
 * its words. */
enum { CONTRAST = 2 };
enum { FEWEST_BESIDES = 2 }; /* finds of a frame besides those of its most frequent cue */

bool px_cue_counts(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return px_match_counts(match) && !match->by_model && px_match_is_of(match, indicator->name) &&
           (indicator->voice == PX_VOICE_ALL || indicator->voice == match->voice);
}

static bool is_counted(const struct px_comparison *comparison, const struct px_indicator *indicator, size_t article,
                       size_t match)
{
    const struct px_match *it = &comparison->articles[article]->matches.items[match];
    return px_cue_counts(it, indicator) && !px_comparison_leaves_out(comparison, article, it);
}

/* A cue, by its entry: how often it stands in the articles, how often it is counted there, and in how many it stands. */
struct cue {
    uint32_t count;
    uint32_t counted;
    uint32_t articles;
    size_t last; /* article in which it was found last */
};

struct cues {
    struct px_table entries;
    PX_VECTOR(struct cue) items; /* [entries] */
};

/* The finds of a figure: all, and those of cues that all the articles have, with what the comparison leaves out: the
 * articles are about it by these, too; and of those that it counts, which alone are shown, those of any but the most
 * frequent cue. */
struct finds {
    uint32_t all;
    uint32_t common;
    uint32_t besides;
};

/* False when memory is out. */
static bool add_find(struct cues *cues, size_t article, struct px_slice entry, bool counted, struct px_arena *arena)
{
    bool added = false;
    uint32_t id = px_table_borrow(&cues->entries, entry, &added);
    struct cue *cue = id == PX_NONE ? NULL : added ? px_vector_push(&cues->items, arena) : &cues->items.items[id];
    if (cue == NULL)
        return false;
    if (added)
        *cue = (struct cue){.last = SIZE_MAX};
    cue->articles += cue->last != article;
    cue->last = article;
    cue->count++;
    cue->counted += counted;
    return true;
}

static struct finds count_finds(const struct px_comparison *comparison, const struct px_indicator *indicator,
                                struct px_arena *arena, bool *failed)
{
    struct cues cues = {0};
    struct finds finds = {0};
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        for (size_t m = 0; !*failed && m < article->matches.count; m++)
            if (px_cue_counts(&article->matches.items[m], indicator))
                *failed = !add_find(&cues, i, article->matches.items[m].entry,
                                    !px_comparison_leaves_out(comparison, i, &article->matches.items[m]), arena);
    }
    uint32_t counted = 0, most = 0;
    for (size_t i = 0; i < cues.items.count; i++) {
        const struct cue *cue = &cues.items.items[i];
        finds.all += cue->count;
        finds.common += cue->articles == comparison->article_count ? cue->count : 0;
        counted += cue->counted;
        most = cue->counted > most ? cue->counted : most;
    }
    finds.besides = counted - most;
    px_table_release(&cues.entries);
    return finds;
}

/* Is it what all the articles are about: is every hundredth word of each a cue of it, with no difference between them, or
 * do cues that all of them have make a third of it? */
static bool is_subject(const struct px_comparison *comparison, const struct px_indicator *indicator,
                       const struct finds *finds)
{
    if (3 * finds->common >= finds->all)
        return true;
    bool subject = indicator->verdict != PX_VERDICT_DIFFERS;
    for (size_t i = 0; subject && i < comparison->article_count; i++)
        subject = indicator->values[i].count * SUBJECT_WORDS >= comparison->articles[i]->counts.words;
    return subject;
}

static bool is_frame(const struct px_indicator *indicator)
{
    return px_slice_is(indicator->family, "frames");
}

static uint32_t fewest(const struct px_indicator *indicator)
{
    return is_frame(indicator) ? PX_FRAME_FEWEST : FEWEST_FINDS;
}

/* Cues of the article that the comparison leaves out: it has the frame by them, too. */
static uint32_t left_out(const struct px_comparison *comparison, const struct px_indicator *indicator, size_t article)
{
    uint32_t count = 0;
    for (size_t m = 0; m < comparison->articles[article]->matches.count; m++)
        count += px_cue_counts(&comparison->articles[article]->matches.items[m], indicator) &&
                 !is_counted(comparison, indicator, article, m);
    return count;
}

/* Does one article have the cues several times, and so many times as often as every other, for its length, too? */
static bool is_contrast(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    uint32_t times = is_frame(indicator) ? PX_FRAME_CONTRAST : CONTRAST;
    size_t lead = 0;
    for (size_t i = 1; i < comparison->article_count; i++)
        lead = indicator->values[i].value > indicator->values[lead].value ? i : lead;
    bool contrast = indicator->values[lead].count >= fewest(indicator);
    for (size_t i = 0; contrast && i < comparison->article_count; i++) {
        const struct px_value *value = &indicator->values[i];
        contrast =
            i == lead || (value->value * times <= indicator->values[lead].value &&
                          (value->count + left_out(comparison, indicator, i)) * times <= indicator->values[lead].count);
    }
    return contrast;
}

/* Has an article finds enough, over its sentences? The words of one sentence are one point it makes. */
static bool is_spread(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        uint32_t sentences = 0, last = PX_NONE;
        for (size_t m = 0; indicator->values[i].count >= fewest(indicator) && m < article->matches.count; m++)
            if (is_counted(comparison, indicator, i, m)) {
                sentences += article->matches.items[m].sentence != last;
                last = article->matches.items[m].sentence;
            }
        if (sentences >= FEWEST_SENTENCES)
            return true;
    }
    return false;
}

/* One word alone points to no frame, however often it stands there ("rape", "hospital"): others must, too. */
static bool points_to_frame(const struct px_comparison *comparison, const struct px_indicator *indicator,
                            struct px_arena *arena, bool *failed)
{
    struct finds finds = count_finds(comparison, indicator, arena, failed);
    return !is_subject(comparison, indicator, &finds) && finds.besides >= FEWEST_BESIDES;
}

bool px_cues_are_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                      struct px_arena *arena, bool *failed)
{
    bool frame = is_frame(indicator);
    if (!frame && !px_slice_is(indicator->family, "certainty") && !px_slice_is(indicator->family, "presupposition"))
        return true;
    return is_contrast(comparison, indicator) && is_spread(comparison, indicator) &&
           (!frame || points_to_frame(comparison, indicator, arena, failed));
}

bool px_indicator_is_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                          struct px_arena *arena, bool *failed)
{
    return !is_frame(indicator) || px_cues_are_told(comparison, indicator, arena, failed);
}

bool px_comparison_tests_rates(const struct px_comparison *comparison)
{
    bool tested = comparison->article_count != 2;
    for (size_t i = 0; !tested && i < comparison->indicators.count; i++)
        tested = px_indicator_is_rate(&comparison->indicators.items[i]) &&
                 comparison->indicators.items[i].verdict != PX_VERDICT_TOO_LITTLE;
    return tested;
}
