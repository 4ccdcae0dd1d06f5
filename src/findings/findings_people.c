/* Findings on who speaks how of whom, and on what one article takes as given and another does not. */
#include "findings/findings.h"

enum { CLEAR = 3 };

static const double given_rank = 69, opposite_rank = 64;

static uint32_t total(const struct px_evaluations *row)
{
    return row->positive + row->negative;
}

/* Leans clearly to one side without a word for the other: −1, 1, or 0. */
static int lean(const struct px_evaluations *row)
{
    if (row->clear < CLEAR || (row->positive > 0 && row->negative > 0))
        return 0;
    return row->positive > 0 ? 1 : -1;
}

static void write_evaluation(struct px_findings *findings, const struct px_evaluations *row)
{
    px_buffer_printf(&findings->text, "%u %s words ", total(row), row->positive > 0 ? "approving" : "disapproving");
    px_findings_by(findings, row->speaker);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, row->article);
}

/* "“Brenmark” is judged by opposite signs: 3 disapproving words by “Dornik” in A; 3 approving words in own voice in
 * B." */
static enum px_status add_opposite(struct px_findings *findings, const struct px_evaluations *against,
                                   const struct px_evaluations *with, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    px_findings_quote(findings, against->target);
    px_buffer_string(&findings->text, " is judged by opposite signs: ");
    write_evaluation(findings, against);
    px_buffer_string(&findings->text, "; ");
    write_evaluation(findings, with);
    findings->evidence[against->article] = against->evidence;
    findings->evidence[with->article] = with->evidence;
    return px_findings_end(findings, PX_DRAFT_EVALUATION, opposite_rank, against->target, error);
}

/* What two articles' own voices say is told by px_findings_stances. */
static bool is_opposite(const struct px_comparison *comparison, const struct px_evaluations *a,
                        const struct px_evaluations *b)
{
    uint8_t kind = comparison->referents.items[a->referent].kind;
    return kind != PX_ENTITY_PLACE && kind != PX_ENTITY_WORK && a->referent == b->referent &&
           a->article != b->article && lean(a) < 0 && lean(b) > 0 && (a->speaker.size > 0 || b->speaker.size > 0);
}

enum px_status px_findings_evaluations(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t o = 0; o < findings->context->count; o++)
        for (size_t i = 0; i < comparison->evaluations.count; i++)
            for (size_t j = 0; status == PX_OK && j < comparison->evaluations.count; j++)
                if (comparison->evaluations.items[i].article == findings->order[o] &&
                    is_opposite(comparison, &comparison->evaluations.items[i], &comparison->evaluations.items[j]))
                    status = add_opposite(findings, &comparison->evaluations.items[i],
                                          &comparison->evaluations.items[j], error);
    return status;
}

/* "B attributes it to “Dornik”", "B reports a denial by “Tal”" */
static void write_counter(struct px_findings *findings, const struct px_counter *counter)
{
    static const char *const ALONE[] = {" reports it as a charge", " reports it with doubt", " says that it is not so"};
    static const char *const OF[] = {" attributes it to ", " doubts it as a claim of ", " reports a denial by "};
    px_findings_article(findings, counter->article);
    if (counter->speaker.size == 0) {
        px_buffer_string(&findings->text, ALONE[counter->against]);
        return;
    }
    px_buffer_string(&findings->text, OF[counter->against]);
    px_findings_quote(findings, counter->speaker);
}

static enum px_status add_given(struct px_findings *findings, const struct px_given_row *row,
                                const struct px_counter *counter, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[row->article];
    const struct px_given *given = &article->givens.items[row->given];
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status =
            px_compare_evidence(context, (uint32_t[]){given->sentence}, 1, &findings->evidence[row->article], error);
    if (status == PX_OK)
        status = px_compare_evidence(context, (uint32_t[]){counter->sentence}, 1, &findings->evidence[counter->article],
                                     error);
    if (status != PX_OK)
        return status;
    px_findings_article(findings, row->article);
    px_buffer_string(&findings->text, " takes ");
    px_findings_quote(findings, px_slice_span(article->text, given->words));
    px_buffer_string(&findings->text, " as given; ");
    write_counter(findings, counter);
    return px_findings_end(findings, PX_DRAFT_GIVEN, given_rank, px_slice_span(article->text, given->words), error);
}

enum px_status px_findings_givens(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t o = 0; o < findings->context->count; o++)
        for (size_t i = 0; i < comparison->givens.count; i++) {
            const struct px_given_row *row = &comparison->givens.items[i];
            for (size_t c = 0; status == PX_OK && row->article == findings->order[o] && c < row->counters.count; c++)
                status = add_given(findings, row, &row->counters.items[c], error);
        }
    return status;
}
