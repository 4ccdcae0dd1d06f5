/* Findings on labels: both articles name somebody, and one attaches judging words to the name in its own voice, the
 * other none. */
#include <math.h>

#include "findings/findings.h"

enum { FEWEST_MENTIONS = 2, MOST_LABELS = 3 };

/* Does the article judge so in its own voice, by words that no shorter label of it has: "combative", and not again
 * "combative former manager"? */
static bool is_told(const struct px_referent *referent, size_t label, size_t article)
{
    const struct px_referent_label *it = &referent->labels[label];
    if (!it->judges || it->own[article] == 0)
        return false;
    for (size_t i = 0; i < referent->label_count; i++)
        if (i != label && referent->labels[i].judges && referent->labels[i].own[article] > 0 &&
            referent->labels[i].text.size < it->text.size &&
            px_slice_find(it->text, referent->labels[i].text, 0) != SIZE_MAX)
            return false;
    return true;
}

/* Judging labels that an article gives the referent: in its own voice, or in any. */
static uint32_t count_labels(const struct px_referent *referent, size_t article, bool own)
{
    uint32_t count = 0;
    for (size_t i = 0; i < referent->label_count; i++)
        if (referent->labels[i].judges)
            count += own ? referent->labels[i].own[article] : referent->labels[i].counts[article];
    return count;
}

static enum px_status cite(struct px_findings *findings, size_t article, const struct px_referent *referent,
                           struct px_error *error)
{
    size_t total = 0;
    for (size_t i = 0; i < referent->label_count; i++)
        total += referent->labels[i].evidence[article].count;
    uint32_t *sentences = px_arena_array(&findings->context->scratch, uint32_t, total);
    if (sentences == NULL)
        return px_no_memory(error);
    total = 0;
    for (size_t i = 0; i < referent->label_count; i++)
        for (size_t j = 0; referent->labels[i].judges && referent->labels[i].own[article] > 0 &&
                           j < referent->labels[i].evidence[article].count;
             j++)
            sentences[total++] = referent->labels[i].evidence[article].sentences[j];
    return px_compare_evidence(findings->context, sentences, total, &findings->evidence[article], error);
}

/* The token that ends the clause of the byte: the next mark, or the last of the sentence. */
static const struct px_token *end_of_clause(const struct px_article *article, const struct px_sentence *sentence,
                                            uint32_t byte)
{
    uint32_t last = sentence->first_token + sentence->token_count - 1, t = px_compare_token_at(article, byte);
    while (t < last && article->tokens.items[t].kind != PX_TOKEN_PUNCTUATION)
        t++;
    return &article->tokens.items[t];
}

/* ": “Halden was evasive about the stance that she took …”": the sentence up to the end of the judgement's clause, where
 * that is short: what of is told there. False where it is not. */
static bool tell_sentence(struct px_findings *findings, const struct px_referent_label *label, size_t article)
{
    enum { LONGEST = 160 }; /* bytes */
    const struct px_article *a = findings->context->articles[article];
    const struct px_sentence *at = &a->sentences.items[label->evidence[article].sentences[0]];
    size_t found = px_slice_find(px_slice_part(a->text, at->start, at->end), label->text, 0);
    if (found == SIZE_MAX)
        return false;
    const struct px_token *end = end_of_clause(a, at, at->start + (uint32_t)(found + label->text.size));
    if (end->start - at->start > LONGEST)
        return false;
    px_buffer_string(&findings->text, ": ");
    struct px_slice words = px_slice_part(a->text, at->start, end->start);
    if (end == &a->tokens.items[at->first_token + at->token_count - 1])
        px_findings_quote(findings, words);
    else
        px_findings_quote_first(findings, words);
    return true;
}

/* " (“embattled” and “corrupt”)": the judgements by their words, so many. Returns how strong they are together. */
static double tell_words(struct px_findings *findings, const struct px_referent *referent, size_t with, size_t labels)
{
    double strength = 0;
    size_t shown = 0;
    px_buffer_string(&findings->text, " (");
    for (size_t i = 0; i < referent->label_count && shown < labels; i++) {
        const struct px_referent_label *label = &referent->labels[i];
        if (!is_told(referent, i, with))
            continue;
        px_findings_separate(findings, shown++, labels);
        px_findings_quote(findings, label->text);
        strength += fabs(label->valence);
    }
    px_buffer_byte(&findings->text, ')');
    return strength;
}

/* "In its own voice A judges Anna Halden (“embattled” and “corrupt”)." One judgement is told by its sentence. The other may
 * do so in words that are not tied to the name. */
static enum px_status tell(struct px_findings *findings, const struct px_referent *referent, size_t with,
                           struct px_error *error)
{
    size_t labels = 0;
    const struct px_referent_label *only = NULL;
    for (size_t i = 0; i < referent->label_count; i++)
        if (is_told(referent, i, with)) {
            only = labels == 0 && referent->labels[i].evidence[with].count == 1 ? &referent->labels[i] : NULL;
            labels++;
        }
    labels = labels < MOST_LABELS ? labels : MOST_LABELS;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "In its own voice ");
    px_findings_article(findings, with);
    bool definite = px_article_takes_the(findings->context->articles[with], referent->entity[with], referent->name);
    px_buffer_printf(&findings->text, " judges %s%.*s", definite ? "the " : "", PX_SLICE_ARG(referent->name));
    double strength = 0;
    if (only != NULL && tell_sentence(findings, only, with))
        strength = fabs(only->valence);
    else
        strength = tell_words(findings, referent, with, labels);
    px_buffer_byte(&findings->text, '.');
    status = cite(findings, with, referent, error);
    return status != PX_OK ? status
                           : px_findings_end(findings, PX_DRAFT_LABELS, 90 + fmin(strength, 9), referent->name, error);
}

enum px_status px_findings_labels(struct px_findings *findings, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->comparison->referents.count; i++) {
        const struct px_referent *referent = &context->comparison->referents.items[i];
        for (size_t x = 0; !referent->lexical && x < context->count; x++)
            for (size_t y = 0; status == PX_OK && y < context->count; y++) {
                size_t a = findings->order[x], b = findings->order[y];
                if (a != b && referent->mentions[a].count >= FEWEST_MENTIONS &&
                    referent->mentions[b].count >= FEWEST_MENTIONS && count_labels(referent, a, true) > 0 &&
                    count_labels(referent, b, false) == 0)
                    status = tell(findings, referent, a, error);
            }
    }
    return status;
}
