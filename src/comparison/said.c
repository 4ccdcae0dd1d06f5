/* Whose words are where: the speakers of statements, of passages and of single words, as a comparison knows them. */
#include "comparison/place.h"

uint32_t px_comparison_said_by(const struct px_comparison *comparison, size_t article, size_t attribution,
                               uint32_t number)
{
    const struct px_attribution *it = &comparison->articles[article]->attributions.items[attribution];
    if (number == 0 || number > it->also_count)
        return number == 0 ? comparison->speakers[article][attribution].referent : PX_NONE;
    for (uint32_t r = 0; r < comparison->referents.count; r++)
        if (comparison->referents.items[r].entity[article] == it->also[number - 1])
            return r;
    return PX_NONE;
}

struct px_slice px_comparison_speaker_name(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    const struct px_speaker *speaker = &comparison->speakers[article][attribution];
    if (speaker->shown.size > 0)
        return speaker->shown;
    if (speaker->referent != PX_NONE)
        return comparison->referents.items[speaker->referent].name;
    return speaker->unclear ? (struct px_slice){NULL, 0}
                            : px_article_speaker(comparison->articles[article], (uint32_t)attribution);
}

/* The statement that the sentence is, or is of; PX_NONE where there is none, are several, or one is not sure. */
static uint32_t statement_of(const struct px_comparison *comparison, size_t a, uint32_t sentence)
{
    const struct px_article *article = comparison->articles[a];
    const struct px_quotation *speech = px_article_speech_at(article, article->sentences.items[sentence].start + 1);
    uint32_t found = speech == NULL ? PX_NONE : speech->attribution;
    for (size_t i = 0; i < article->attributions.count; i++) {
        if (article->attributions.items[i].sentence != sentence || !article->attributions.items[i].speech)
            continue;
        if (found != PX_NONE && found != i)
            return PX_NONE;
        found = (uint32_t)i;
    }
    return found != PX_NONE && px_sourcing_counts(&comparison->sourcing, comparison->articles, a, found) ? found
                                                                                                         : PX_NONE;
}

/* Does the sentence have the word? */
static bool has_word(const struct px_article *article, const struct px_sentence *sentence, struct px_slice word)
{
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (px_slice_equal(px_slice_part(article->text, token->start, token->end), word))
            return true;
    }
    return false;
}

struct px_slice px_comparison_unnamed_speaker(const struct px_comparison *comparison, size_t article, uint32_t sentence)
{
    const struct px_article *it = comparison->articles[article];
    const struct px_sentence *at = &it->sentences.items[sentence];
    uint32_t statement = statement_of(comparison, article, sentence);
    if (statement == PX_NONE ||
        px_article_names(it, (struct px_span){at->start, at->end}, it->attributions.items[statement].entity))
        return (struct px_slice){0};
    struct px_slice name = px_comparison_speaker_name(comparison, article, statement);
    return has_word(it, at, px_slice_last_word(name)) ? (struct px_slice){0} : name;
}

bool px_comparison_shares_word(const struct px_comparison *comparison, size_t article, const struct px_match *match)
{
    return comparison->said_alike != NULL &&
           comparison->said_alike[article][match - comparison->articles[article]->matches.items];
}

bool px_comparison_leaves_out(const struct px_comparison *comparison, size_t article, const struct px_match *match)
{
    return px_comparison_shares_word(comparison, article, match) ||
           (comparison->uneven != NULL &&
            comparison->uneven[article][match - comparison->articles[article]->matches.items]);
}

static bool overlap(const struct px_spans *some, const struct px_spans *others)
{
    for (size_t i = 0; i < some->count; i++)
        if (px_spans_meet(others, some->items[i].start, some->items[i].end))
            return true;
    return false;
}

/* Does one of the sentences begin inside of the spans? They are in order. */
static bool begins_in(const struct px_article *article, const struct px_evidence *evidence,
                      const struct px_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        size_t low = 0, high = evidence->count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (article->sentences.items[evidence->sentences[middle]].start < spans->items[i].start)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < evidence->count && article->sentences.items[evidence->sentences[low]].start < spans->items[i].end)
            return true;
    }
    return false;
}

void px_comparison_heard(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                         bool *heard, bool *referents)
{
    const struct px_article *of = comparison->articles[article];
    memset(referents, 0, comparison->referents.count * sizeof *referents);
    for (size_t i = 0; i < of->attributions.count; i++) { /* one may go on inside: a quotation over paragraphs */
        uint32_t referent = comparison->speakers[article][i].referent;
        if (referent != PX_NONE && overlap(&of->attributions.items[i].content, spans) &&
            px_sourcing_counts(&comparison->sourcing, comparison->articles, article, i))
            referents[referent] = true;
    }
    for (size_t j = 0; j < comparison->sourcing.sources.count; j++) {
        const struct px_source *source = &comparison->sourcing.sources.items[j];
        heard[j] = (source->referent != PX_NONE && referents[source->referent]) ||
                   begins_in(of, &source->evidence[article], spans);
    }
}

uint32_t px_compare_speaker_of(const struct px_comparison *comparison, size_t article, const struct px_token *token)
{
    bool said = token->attribution != PX_NONE &&
                px_sourcing_counts(&comparison->sourcing, comparison->articles, article, token->attribution);
    return said ? comparison->speakers[article][token->attribution].referent : PX_NONE;
}

struct px_slice px_compare_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    const struct px_article *a = context->articles[article];
    if (attribution == PX_NONE)
        return (struct px_slice){NULL, 0};
    const struct px_attribution *it = &a->attributions.items[attribution];
    const struct px_speaker *speaker = &context->comparison->speakers[article][attribution];
    if (speaker->shown.size > 0)
        return speaker->shown;
    if (speaker->referent != PX_NONE)
        return context->comparison->referents.items[speaker->referent].name;
    if (it->speaker.count == 0 || speaker->unclear)
        return PX_SLICE("(not named)");
    return px_compare_running(context, article, px_attribution_namer(it));
}
