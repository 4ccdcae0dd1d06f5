/* Findings on who speaks how of whom, and on what one article takes as given and another does not. */
#include <stdlib.h>

#include "compare/findings.h"

enum { CLEAR = 3, FEWEST_BLAMES = 1, MOST_BLAMES = 32 };

static const double given_rank = 69, opposite_rank = 64, one_side_rank = 63;

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

static void write_speaker(struct px_findings *findings, struct px_slice speaker)
{
    if (speaker.size == 0)
        px_buffer_string(&findings->text, "in own voice");
    else {
        px_buffer_string(&findings->text, "by ");
        px_findings_quote(findings, speaker);
    }
}

static void write_evaluation(struct px_findings *findings, const struct px_evaluations *row)
{
    px_buffer_printf(&findings->text, "%u %s words ", total(row), row->positive > 0 ? "approving" : "disapproving");
    write_speaker(findings, row->speaker);
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
    px_buffer_byte(&findings->text, '.');
    findings->evidence[against->article] = against->evidence;
    findings->evidence[with->article] = with->evidence;
    return px_findings_end(findings, PX_DRAFT_EVALUATION, "stance", opposite_rank, PX_VERDICT_TOO_LITTLE,
                           against->target, error);
}

/* What two articles' own voices say is told by px_findings_stances. */
static bool is_opposite(const struct px_comparison *comparison, const struct px_evaluations *a,
                        const struct px_evaluations *b)
{
    uint8_t kind = comparison->referents.items[a->referent].kind;
    return kind != PX_ENTITY_PLACE && kind != PX_ENTITY_WORK && a->referent == b->referent &&
           a->article != b->article && lean(a) < 0 && lean(b) > 0 && (a->speaker.size > 0 || b->speaker.size > 0);
}

static enum px_status find_opposites(struct px_findings *findings, struct px_error *error)
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

/* Does the table of blame show the row as sure? */
static bool is_shown(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    return px_blame_is_told(comparison, row) && !comparison->articles[row->article]->blames.items[row->blame].negated &&
           !px_slice_equal(row->by, row->target);
}

/* Blame of somebody in one article, credit in another: one of each, for whoever both are given to. */
static const struct px_blame_row *find_row(const struct px_comparison *comparison, size_t article, uint32_t referent,
                                           bool credit)
{
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
        if (row->article == article && row->referent == referent && blame->credit == credit &&
            is_shown(comparison, row))
            return row;
    }
    return NULL;
}

static enum px_status cite(struct px_findings *findings, const struct px_blame_row *row, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    uint32_t sentence = context->articles[row->article]->blames.items[row->blame].sentence;
    return px_compare_evidence(context, &sentence, 1, &findings->evidence[row->article], error);
}

/* "“Trump” is blamed by “Pelosi” in A, credited by “Collins” in B." */
static enum px_status add_contrast(struct px_findings *findings, const struct px_blame_row *blame,
                                   const struct px_blame_row *credit, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = cite(findings, blame, error);
    if (status == PX_OK)
        status = cite(findings, credit, error);
    if (status != PX_OK)
        return status;
    px_findings_quote(findings, blame->target);
    px_buffer_string(&findings->text, " is blamed ");
    write_speaker(findings, blame->by);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, blame->article);
    px_buffer_string(&findings->text, ", credited ");
    write_speaker(findings, credit->by);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, credit->article);
    px_buffer_byte(&findings->text, '.');
    return px_findings_end(findings, PX_DRAFT_EVALUATION, "stance", opposite_rank + 1, PX_VERDICT_TOO_LITTLE,
                           blame->target, error);
}

static enum px_status find_contrasts(struct px_findings *findings, size_t a, size_t b, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (uint32_t r = 0; status == PX_OK && r < comparison->referents.count; r++) {
        const struct px_blame_row *blame = find_row(comparison, a, r, false);
        const struct px_blame_row *credit = find_row(comparison, b, r, true);
        bool split = blame != NULL && credit != NULL && find_row(comparison, a, r, true) == NULL &&
                     find_row(comparison, b, r, false) == NULL;
        status = split ? add_contrast(findings, blame, credit, error) : PX_OK;
    }
    return status;
}

/* Has the article a statement by the referent; with `sure` one that counts? */
static bool speaks(const struct px_compare_context *context, size_t article, uint32_t referent, bool sure)
{
    const struct px_article *a = context->articles[article];
    for (size_t i = 0; i < a->attributions.count; i++)
        if (context->comparison->speakers[article][i].referent == referent &&
            (!sure || px_sourcing_counts(&context->comparison->sourcing, context->articles, article, i)))
            return true;
    return false;
}

static enum px_status find_statements(struct px_compare_context *context, size_t article, uint32_t referent,
                                      struct px_evidence *evidence, struct px_error *error)
{
    const struct px_article *a = context->articles[article];
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, a->attributions.count);
    size_t count = 0;
    if (sentences == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < a->attributions.count; i++)
        if (context->comparison->speakers[article][i].referent == referent &&
            px_sourcing_counts(&context->comparison->sourcing, context->articles, article, i))
            sentences[count++] = a->attributions.items[i].sentence;
    return px_compare_evidence(context, sentences, count, evidence, error);
}

/* Does somebody blame the referent in the article? The sentences that do go to `sentences`, the first who does to
 * `by`. */
static size_t find_blame(const struct px_comparison *comparison, size_t article, uint32_t referent, uint32_t *sentences,
                         struct px_slice *by)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->blame.count && count < MOST_BLAMES; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
        if (row->article != article || row->referent != referent || blame->credit || row->by.size == 0 ||
            !is_shown(comparison, row))
            continue;
        if (count == 0)
            *by = row->by;
        sentences[count++] = blame->sentence;
    }
    return count;
}

/* "In A “Kestria” is blamed (2 times, by “Dornik” and others) and has no statement; in B it has one." */
static enum px_status add_one_sided(struct px_findings *findings, size_t a, size_t b, uint32_t referent,
                                    struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    struct px_slice name = context->comparison->referents.items[referent].name;
    struct px_slice by = {NULL, 0};
    uint32_t sentences[MOST_BLAMES];
    size_t count = find_blame(context->comparison, a, referent, sentences, &by);
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = px_compare_evidence(context, sentences, count, &findings->evidence[a], error);
    if (status == PX_OK)
        status = find_statements(context, b, referent, &findings->evidence[b], error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "In ");
    px_findings_article(findings, a);
    px_buffer_byte(&findings->text, ' ');
    px_findings_quote(findings, name);
    px_buffer_printf(&findings->text, " is blamed (%zu time%s, ", count, count == 1 ? "" : "s");
    write_speaker(findings, by);
    px_buffer_string(&findings->text,
                     count > 1 ? " and others) and has no statement; in " : ") and has no statement; in ");
    px_findings_article(findings, b);
    px_buffer_string(&findings->text, " there are statements by the same.");
    return px_findings_end(findings, PX_DRAFT_EVALUATION, "stance", one_side_rank, PX_VERDICT_TOO_LITTLE, name, error);
}

static enum px_status find_one_sided(struct px_findings *findings, size_t a, size_t b, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    uint32_t sentences[MOST_BLAMES];
    struct px_slice by;
    for (uint32_t r = 0; status == PX_OK && r < context->comparison->referents.count; r++)
        if (find_blame(context->comparison, a, r, sentences, &by) >= FEWEST_BLAMES && !speaks(context, a, r, false) &&
            speaks(context, b, r, true))
            status = add_one_sided(findings, a, b, r, error);
    return status;
}

enum px_status px_findings_evaluations(struct px_findings *findings, struct px_error *error)
{
    size_t count = findings->context->count;
    enum px_status status = find_opposites(findings, error);
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; status == PX_OK && b < count; b++)
            if (a != b) {
                status = find_one_sided(findings, findings->order[a], findings->order[b], error);
                if (status == PX_OK)
                    status = find_contrasts(findings, findings->order[a], findings->order[b], error);
            }
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
    px_buffer_byte(&findings->text, '.');
    return px_findings_end(findings, PX_DRAFT_GIVEN, "stance", given_rank, PX_VERDICT_TOO_LITTLE,
                           px_slice_span(article->text, given->words), error);
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
