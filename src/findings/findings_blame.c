/* Findings on blame and credit: of whom, by whom, in which article. */
#include <string.h>

#include "findings/findings.h"

enum { MOST_BLAMES = 32, MOST_NAMED = 3 };

static const double contrast_rank = 90, blame_rank = 86, praise_rank = 85;

/* Does the table of blame show the row as sure? */
static bool is_shown(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    return px_blame_is_told(comparison, row) && !comparison->articles[row->article]->blames.items[row->blame].negated &&
           !px_slice_equal(row->by, row->target);
}

/* Is it told for what, "accused Varn *of fraud*"? Without it, "justified that by blaming Varn", the words may be the
 * article's own account of somebody. */
static bool has_reason(const struct px_blame *blame)
{
    return blame->reason.end > blame->reason.start && blame->reason.start >= blame->cue.end;
}

/* Who surely blames, or credits, the referent in the article, each once, for a reason that is told if it is to be
 * `reasoned`; how many they are. */
static size_t find_rows(const struct px_comparison *comparison, size_t article, uint32_t referent, bool credit,
                        bool reasoned, const struct px_blame_row *rows[MOST_BLAMES])
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->blame.count && count < MOST_BLAMES; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
        bool more = row->article == article && row->referent == referent && blame->credit == credit &&
                    is_shown(comparison, row) && (!reasoned || has_reason(blame));
        for (size_t j = 0; more && j < count; j++)
            more = !px_slice_equal(rows[j]->by, row->by);
        if (more)
            rows[count++] = row;
    }
    return count;
}

/* The first of them, or NULL. */
static const struct px_blame_row *find_row(const struct px_comparison *comparison, size_t article, uint32_t referent,
                                           bool credit)
{
    const struct px_blame_row *rows[MOST_BLAMES];
    return find_rows(comparison, article, referent, credit, false, rows) > 0 ? rows[0] : NULL;
}

static enum px_status cite_rows(struct px_findings *findings, const struct px_blame_row *const *rows, size_t count,
                                struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    size_t article = rows[0]->article;
    uint32_t sentences[MOST_BLAMES * MOST_NAMED];
    struct px_evidence *evidence = &findings->evidence[article];
    size_t all = evidence->count < sizeof sentences / sizeof *sentences - count ? evidence->count : 0;
    if (all > 0)
        memcpy(sentences, evidence->sentences, all * sizeof *sentences);
    for (size_t i = 0; i < count; i++)
        sentences[all++] = comparison->articles[article]->blames.items[rows[i]->blame].sentence;
    return px_compare_evidence(findings->context, sentences, all, evidence, error);
}

/* "by “Hask” and others", "in own voice" */
static void write_quoted_by(struct px_findings *findings, const struct px_blame_row *row)
{
    px_findings_by(findings, row->by);
    px_buffer_string(&findings->text, px_blame_others(findings->context->comparison, row));
}

/* "“Varn” is blamed or criticised by “Hask” in A, credited or praised by “Tal” in B." */
static enum px_status add_contrast(struct px_findings *findings, const struct px_blame_row *blame,
                                   const struct px_blame_row *credit, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = cite_rows(findings, &blame, 1, error);
    if (status == PX_OK)
        status = cite_rows(findings, &credit, 1, error);
    if (status != PX_OK)
        return status;
    px_findings_quote(findings, blame->target);
    px_buffer_string(&findings->text, " is blamed or criticised ");
    write_quoted_by(findings, blame);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, blame->article);
    px_buffer_string(&findings->text, ", credited or praised ");
    write_quoted_by(findings, credit);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, credit->article);
    return px_findings_end(findings, PX_DRAFT_BLAME, contrast_rank, blame->target, error);
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

/* Is the referent blamed or credited in another article, surely or not? */
static bool is_touched_elsewhere(const struct px_comparison *comparison, size_t article, uint32_t referent)
{
    for (size_t i = 0; i < comparison->blame.count; i++)
        if (comparison->blame.items[i].article != article && comparison->blame.items[i].referent == referent)
            return true;
    return false;
}

/* "the council" */
static void write_target(struct px_findings *findings, const struct px_blame_row *row)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_article *article = comparison->articles[row->article];
    struct px_slice name = comparison->referents.items[row->referent].name;
    uint32_t entity = article->blames.items[row->blame].target.entity;
    px_buffer_string(&findings->text, px_article_takes_the(article, entity, name) ? "the " : "");
    px_buffer_append(&findings->text, name);
}

/* " (“lying about the fees”)": what for, where that is short. */
static void write_reason(struct px_findings *findings, const struct px_article *article, const struct px_blame *blame)
{
    enum { LONGEST = 90 };
    struct px_span words = blame->reason;
    words.end += words.end < article->text.size && article->text.data[words.end] == '\''; /* a headline's mark */
    struct px_slice reason = px_slice_span(article->text, words);
    if (reason.size > LONGEST)
        return;
    px_buffer_string(&findings->text, " (");
    px_findings_quote(findings, reason);
    px_buffer_byte(&findings->text, ')');
}

/* ", by Ann Hask (“lying”), the council and 2 more"; ", in its own voice" */
static void write_those(struct px_findings *findings, const struct px_blame_row *const *rows, size_t count)
{
    size_t shown = count > MOST_NAMED ? MOST_NAMED : count, items = shown + (count > shown);
    bool by = false;
    for (size_t i = 0; i < shown; i++) {
        const struct px_article *article = findings->context->articles[rows[i]->article];
        const struct px_blame *blame = &article->blames.items[rows[i]->blame];
        bool definite = px_article_takes_the(article, px_blame_by(article, blame), rows[i]->by);
        px_buffer_string(&findings->text, i == 0 ? ", " : "");
        px_findings_separate(findings, i, items);
        px_buffer_string(&findings->text, rows[i]->by.size == 0 ? "in its own voice" : by ? "" : "by ");
        px_buffer_string(&findings->text, definite ? "the " : "");
        px_buffer_append(&findings->text, rows[i]->by);
        px_buffer_string(&findings->text, px_blame_others(findings->context->comparison, rows[i]));
        write_reason(findings, article, blame);
        by = by || rows[i]->by.size > 0;
    }
    if (count > shown)
        px_buffer_printf(&findings->text, " and %zu more", count - shown);
}

/* "in A Kestria, by Ann Hask and the council" of one article, up to MOST_NAMED; how many are told. */
static enum px_status tell_article(struct px_findings *findings, size_t article, bool credit, size_t *told,
                                   struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_blame_row *rows[MOST_BLAMES];
    size_t before = *told;
    enum px_status status = PX_OK;
    for (uint32_t r = 0; status == PX_OK && r < comparison->referents.count && *told - before < MOST_NAMED; r++) {
        size_t count =
            is_touched_elsewhere(comparison, article, r) ? 0 : find_rows(comparison, article, r, credit, true, rows);
        if (count == 0)
            continue;
        if (*told == before) {
            px_buffer_string(&findings->text, before > 0 ? "; in " : " in ");
            px_findings_article(findings, article);
        }
        px_buffer_string(&findings->text, *told == before ? " " : ", and ");
        write_target(findings, rows[0]);
        write_those(findings, rows, count);
        status = cite_rows(findings, rows, count, error);
        ++*told;
    }
    return status;
}

/* "Most surely blamed or criticised in so many words: in A Kestria, by Ann Hask and Dornik; in B Sorvia, by Tal." Whom two articles have is
 * told of by their contrast, or by none. What one article alone has in so many words another may tell in others, or
 * the article tells it in passing or to doubt it: of that the table under Stance tells. */
static enum px_status tell_targets(struct px_findings *findings, bool credit, struct px_error *error)
{
    size_t told = 0, articles = 0;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, credit ? "Most surely credited or praised in so many words:"
                                             : "Most surely blamed or criticised in so many words:");
    for (size_t x = 0; status == PX_OK && x < findings->context->count; x++) {
        size_t before = told;
        status = tell_article(findings, findings->order[x], credit, &told, error);
        articles += told > before;
    }
    if (status != PX_OK || articles < 2)
        return status;
    return px_findings_end(findings, PX_DRAFT_BLAME, credit ? praise_rank : blame_rank,
                           credit ? PX_SLICE("praise") : PX_SLICE("blame"), error);
}

enum px_status px_findings_blame(struct px_findings *findings, struct px_error *error)
{
    size_t count = findings->context->count;
    enum px_status status = PX_OK;
    for (size_t x = 0; x < count; x++)
        for (size_t y = 0; status == PX_OK && y < count; y++)
            if (x != y)
                status = find_contrasts(findings, findings->order[x], findings->order[y], error);
    if (status == PX_OK)
        status = tell_targets(findings, false, error);
    return status != PX_OK ? status : tell_targets(findings, true, error);
}
