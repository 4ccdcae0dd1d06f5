/* What of a comparison is told surely enough to be shown: statements, what an article makes of them, blame. */
#include "comparison/comparison.h"

static const double told_least = .6; /* confidence where the words that are said begin with the article's judgement */

bool px_sourcing_repeats(const struct px_sourcing *sourcing, const struct px_article *const *articles, size_t article,
                         size_t attribution)
{
    const struct px_article *a = articles[article];
    const struct px_attribution *it = &a->attributions.items[attribution];
    if (it->also_count > 0 || !px_sourcing_is_above_text(a, it))
        return false;
    bool unnamed = it->entity == PX_NONE || it->speaker_kind == PX_SPEAKER_GROUP;
    for (size_t i = 0; i < a->attributions.count; i++)
        if ((unnamed || a->attributions.items[i].entity == it->entity) &&
            !px_sourcing_is_above_text(a, &a->attributions.items[i]) &&
            px_sourcing_counts(sourcing, articles, article, i))
            return true;
    return false;
}

/* "repeated *his false claims*": is the speaker known by name, and the judgement in front of what he says? */
static bool judges_front(const struct px_article *article, const struct px_attribution *it)
{
    return it->speech && it->entity != PX_NONE && it->speaker.count == 1 && it->content.count > 0 &&
           it->confidence >= told_least && it->uptake_words.start > it->content.items[0].start &&
           it->uptake_words.end < it->content.items[0].end && !px_sourcing_is_by_pronoun(article, it);
}

/* Where the very verb or noun tells, "*unsubstantiated* allegations of", it does not matter where the words that are
 * said end. */
bool px_comparison_takes_up(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    const struct px_attribution *it = &comparison->articles[article]->attributions.items[attribution];
    if (it->uptake == PX_UPTAKE_PLAIN || it->speaker.count == 0)
        return false;
    if (px_sourcing_counts(&comparison->sourcing, comparison->articles, article, attribution))
        return true;
    if (judges_front(comparison->articles[article], it))
        return true;
    return px_spans_hold(&it->cue, it->uptake_words.start) &&
           px_sourcing_is_less_sure(&comparison->sourcing, comparison->articles, article, attribution);
}

uint32_t px_blame_by(const struct px_article *article, const struct px_blame *blame)
{
    if (blame->others)
        return blame->by.entity;
    return blame->attribution == PX_NONE ? PX_NONE : article->attributions.items[blame->attribution].entity;
}

const char *px_blame_others(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
    return row->by.size > 0 && blame->joined ? " and others" : "";
}

bool px_words_hold_name(struct px_slice words)
{
    bool capital = px_slice_is_capital(words, 0);
    for (size_t i = 1; i < words.size; i++)
        if (px_slice_is_capital(words, i) || (capital && px_words_genitive(words, i) > 0)) /* "Hask's office" */
            return true;
    return px_slice_find(words, PX_SLICE(" "), 0) == SIZE_MAX;
}

/* Does a name or a noun for people tell who blames or praises? A word alone, "Many", may have its capital from its
 * place. */
static bool is_named(const struct px_article *article, const struct px_blame *blame, struct px_slice by)
{
    return by.size == 0 || (blame->others && blame->people) ||
           (px_words_hold_name(by) &&
            (px_blame_by(article, blame) != PX_NONE || px_slice_find(by, PX_SLICE(" "), 0) != SIZE_MAX));
}

bool px_blame_is_told(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    const struct px_article *article = comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    return (blame->others || blame->attribution == PX_NONE ||
            px_attribution_counts(&article->attributions.items[blame->attribution])) &&
           is_named(article, blame, row->by);
}
