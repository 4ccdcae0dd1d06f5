/* The finding on unnamed sources, "a second official", "people familiar with the plan": told where one article rests on
 * them and another does not, all of them in one sentence, as none of them says anything by itself. */
#include "findings/findings.h"

enum { STATEMENTS_LEAST = 3, TIMES_LEAST = 3 };
#define SHARE_LEAST 0.2 /* of an article's statements */

/* Behind figures that differ, before who speaks. */
static const double unnamed_rank = 50;

struct nameless {
    uint32_t statements, words, all; /* `all`: statements of anybody */
};

static struct nameless count_nameless(const struct px_findings *findings, size_t article)
{
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    struct nameless counts = {0};
    for (size_t i = 0; i < sourcing->sources.count; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        counts.all += source->statements[article];
        counts.statements += source->anonymous ? source->statements[article] : 0;
        counts.words += source->anonymous ? source->words[article] : 0;
    }
    return counts;
}

static bool rests_on_unnamed(const struct px_findings *findings, size_t article)
{
    struct nameless here = count_nameless(findings, article);
    if (here.statements < STATEMENTS_LEAST || here.statements < SHARE_LEAST * here.all)
        return false;
    for (size_t a = 0; a < findings->context->count; a++)
        if (a != article && TIMES_LEAST * count_nameless(findings, a).statements <= here.statements)
            return true;
    return false;
}

/* The sentences of the article's unnamed sources. */
static enum px_status cite(struct px_findings *findings, size_t article, struct px_error *error)
{
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    size_t count = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++)
        count += sourcing->sources.items[i].anonymous ? sourcing->sources.items[i].evidence[article].count : 0;
    uint32_t *sentences = px_arena_array(&findings->context->scratch, uint32_t, count);
    if (sentences == NULL)
        return px_no_memory(error);
    count = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++) {
        const struct px_evidence *evidence = &sourcing->sources.items[i].evidence[article];
        for (size_t k = 0; sourcing->sources.items[i].anonymous && k < evidence->count; k++)
            sentences[count++] = evidence->sentences[k];
    }
    return px_compare_evidence(findings->context, sentences, count, &findings->evidence[article], error);
}

/* "9 statements (120 words) in B (The Star)", "none that was found in A (The Post)" */
static void write_counts(struct px_findings *findings, size_t article)
{
    struct nameless counts = count_nameless(findings, article);
    if (counts.statements == 0)
        px_buffer_string(&findings->text, "none that was found");
    else
        px_buffer_printf(&findings->text, "%u statement%s (%u word%s)", counts.statements,
                         counts.statements == 1 ? "" : "s", counts.words, counts.words == 1 ? "" : "s");
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, article);
}

/* "Anonymous sources …: 9 statements (120 words) in B (The Star), none that was found in A (The Post)." Of two articles it
 * is one at most that rests on them. */
enum px_status px_findings_unnamed(struct px_findings *findings, struct px_error *error)
{
    size_t count = findings->context->count, lead = count;
    for (size_t i = 0; i < count && lead == count; i++)
        if (rests_on_unnamed(findings, findings->order[i]))
            lead = findings->order[i];
    if (lead == count)
        return PX_OK;
    enum px_status status = px_findings_begin(findings, error);
    px_buffer_string(&findings->text, "Anonymous sources (“an official”, “a person familiar with it”): ");
    write_counts(findings, lead);
    for (size_t i = 0; i < count; i++) {
        if (findings->order[i] == lead)
            continue;
        px_buffer_string(&findings->text, ", ");
        write_counts(findings, findings->order[i]);
    }
    for (size_t a = 0; status == PX_OK && a < count; a++)
        status = cite(findings, a, error);
    return status != PX_OK ? status
                           : px_findings_end(findings, PX_DRAFT_NAMELESS, unnamed_rank, PX_SLICE("unnamed"), error);
}
