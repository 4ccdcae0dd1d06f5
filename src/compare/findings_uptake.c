/* Findings on what an article does, in its own words, with what somebody says: bears it out, doubts it, contradicts
 * it. */
#include "compare/findings.h"

static const double rank = 88;

static const double told_least = .6; /* confidence where the words that are said begin with the article's judgement */

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

/* "In its own words A contradicts what Ann Hask says (“wrongly”)." */
static enum px_status add_uptake(struct px_findings *findings, size_t a, size_t statement, struct px_error *error)
{
    static const char *const DOES[] = {"", " bears out", " casts doubt on", " contradicts"};
    struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[a];
    const struct px_attribution *it = &article->attributions.items[statement];
    struct px_slice speaker = px_compare_speaker(context, a, (uint32_t)statement);
    uint32_t sentences[] = {it->sentence, px_compare_sentence_at(article, it->uptake_words.start)};
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = px_compare_evidence(context, sentences, 2, &findings->evidence[a], error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "In its own words ");
    px_findings_article(findings, a);
    px_buffer_printf(&findings->text, "%s what %s", DOES[it->uptake],
                     px_article_takes_the(article, it->entity, speaker) ? "the " : "");
    px_buffer_append(&findings->text, speaker);
    px_buffer_string(&findings->text, " says (");
    px_findings_quote(findings, px_slice_span(article->text, it->uptake_words));
    px_buffer_string(&findings->text, ").");
    return px_findings_end(findings, PX_DRAFT_UPTAKE, "sourcing", rank, PX_VERDICT_TOO_LITTLE, speaker, error);
}

/* Does another article do the same with what the speaker says, though not surely? Then the one does nothing that the
 * other does not. */
static bool may_be_elsewhere(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    const struct px_attribution *it = &comparison->articles[article]->attributions.items[attribution];
    uint32_t referent = comparison->speakers[article][attribution].referent;
    for (size_t a = 0; referent != PX_NONE && a < comparison->article_count; a++) {
        bool sure = false, unsure = false;
        for (size_t i = 0; a != article && i < comparison->articles[a]->attributions.count; i++) {
            bool same = comparison->speakers[a][i].referent == referent &&
                        comparison->articles[a]->attributions.items[i].uptake == it->uptake;
            sure = sure || (same && px_comparison_takes_up(comparison, a, i));
            unsure = unsure || same;
        }
        if (unsure && !sure)
            return true;
    }
    return false;
}

enum px_status px_findings_uptakes(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t o = 0; o < findings->context->count; o++) {
        size_t a = findings->order[o];
        const struct px_attribution *all = findings->context->articles[a]->attributions.items;
        uint32_t last = PX_NONE;
        for (size_t i = 0; status == PX_OK && i < findings->context->articles[a]->attributions.count; i++) {
            if (!px_comparison_takes_up(comparison, a, i) || all[i].uptake_words.start == last)
                continue;
            last = all[i].uptake_words.start;
            if (may_be_elsewhere(comparison, a, i))
                continue;
            status = add_uptake(findings, a, i, error);
        }
    }
    return status;
}
