/* A comparison from its first step to its last. */
#include "compare/compare.h"

#include "align/align.h"
#include "contrast/draws.h"
#include "contrast/indicator.h"
#include "findings/findings.h"
#include "naming/naming.h"
#include "omission/omission.h"

typedef enum px_status step_function(struct px_compare_context *context, struct px_error *error);

/* In order: each step reads what ones before it wrote. Draws and tests run beside what follows them (draws.h,
 * indicator.h), so that the indicators come as soon as the referents and speakers are known. */
static step_function *const STEPS[] = {
    px_compare_standing,
    px_compare_link,
    px_compare_index,
    px_compare_similarity,
    px_compare_warnings,
    px_compare_shared,
    px_compare_reuse,
    px_compare_paragraphs,
    px_compare_user_topics,
    px_compare_edges,
    px_compare_told,
    px_compare_shared_trim,
    px_compare_wording,
    px_compare_topics,
    px_compare_draw,
    px_compare_alike,
    px_compare_doubt_topics,
    px_compare_further,
    px_compare_shared_quotations,
    px_compare_shared_count,
    px_compare_referents,
    px_compare_speakers,
    px_compare_said_alike,
    px_compare_uneven,
    px_compare_indicators,
    px_compare_topic_terms,
    px_compare_terms,
    px_compare_tellings,
    px_compare_epithets,
    px_compare_sourcing,
    px_compare_also,
    px_compare_judgements,
    px_compare_stances,
    px_compare_evaluations,
    px_compare_agency,
    px_compare_motives,
    px_compare_blame,
    px_compare_givens,
    px_compare_disagreements,
    px_compare_beside,
    px_compare_lone,
    px_compare_by_itself,
    px_compare_only,
    px_compare_headlines,
    px_compare_verdicts,
    px_compare_findings,
};

enum px_status px_compare(const struct px_article *const *articles, size_t count,
                          const struct px_compare_options *options, const struct px_worker *worker,
                          struct px_comparison *comparison, struct px_error *error)
{
    struct px_compare_context context = {.options = options, .worker = worker};
    *comparison = (struct px_comparison){.article_count = count};
    if (count < 2)
        return px_error_set(error, PX_ERROR_USAGE, "%zu article%s given, a comparison needs two", count,
                            count == 1 ? "" : "s");
    if (count > PX_COMPARE_MOST)
        return px_error_set(error, PX_ERROR_LIMIT, "%zu articles given, a comparison takes %d at most", count,
                            PX_COMPARE_MOST);
    enum px_status status = px_compare_open(&context, articles, count, comparison, error);
    for (size_t i = 0; status == PX_OK && i < sizeof STEPS / sizeof *STEPS; i++)
        status = STEPS[i](&context, error);
    px_row_tests_end(context.tests, NULL);
    px_draws_release(context.draws);
    px_arena_release(&context.scratch);
    if (status != PX_OK)
        px_comparison_release(comparison);
    return status;
}
