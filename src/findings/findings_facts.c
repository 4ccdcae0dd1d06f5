/* Findings on facts that the articles give differently. */
#include "findings/findings.h"

enum { MOST_SPAN = 120 };

/* "A (The Courier) “at least 12 people”" */
static enum px_status write_claim(struct px_findings *findings, const struct px_claim *claim, size_t article,
                                  struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    const struct px_article *of = context->articles[article];
    px_findings_article(findings, article);
    px_buffer_string(&findings->text, " has ");
    px_findings_quote(findings, px_slice_span(of->text, claim->span));
    if (claim->attribution != PX_NONE && of->attributions.items[claim->attribution].speaker.count > 0) {
        struct px_slice speaker = px_article_speaker(of, claim->attribution);
        if (speaker.size <= MOST_SPAN)
            px_buffer_printf(
                &findings->text, " (said by %s%.*s)",
                px_article_takes_the(of, of->attributions.items[claim->attribution].entity, speaker) ? "the " : "",
                PX_SLICE_ARG(speaker));
    }
    uint32_t sentence = claim->sentence;
    return px_compare_evidence(findings->context, &sentence, 1, &findings->evidence[article], error);
}

/* A figure's own words say what it counts; a day's do not say of what. */
static void lead_in(struct px_buffer *text, const struct px_disagreement *fact)
{
    if (fact->kind == PX_DISAGREEMENT_NUMBER)
        px_buffer_string(text, "Figures differ: ");
    else
        px_buffer_printf(text, "Days differ (%.*s): ", PX_SLICE_ARG(fact->what));
}

static enum px_status add_fact(struct px_findings *findings, const struct px_disagreement *fact, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    size_t told = 0;
    lead_in(&findings->text, fact);
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        const struct px_claim *claim = &fact->claims[findings->order[a]];
        if (claim->sentence == PX_NONE)
            continue;
        px_buffer_string(&findings->text, told++ > 0 ? ", " : "");
        status = write_claim(findings, claim, findings->order[a], error);
    }
    return status != PX_OK ? status : px_findings_end(findings, PX_DRAFT_FACT, 97 + fact->weight, fact->what, error);
}

enum px_status px_findings_facts(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < comparison->disagreements.count; i++)
        if (comparison->disagreements.items[i].kind != PX_DISAGREEMENT_NAME)
            status = add_fact(findings, &comparison->disagreements.items[i], error);
    return status;
}
