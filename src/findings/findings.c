/* Findings: drafts are gathered, ranked and chosen. */
#include "findings/findings.h"

#include "text/utf8.h"

enum { MOST_FINDINGS = 8 };

/* What each kind says, how many of it are kept at most, so that none may crowd out the others, and where in the report
 * it stands. */
static const struct {
    uint8_t type;
    uint8_t most;
    const char *section;
} KINDS[PX_DRAFT_KINDS] = {
    [PX_DRAFT_NAMES] = {PX_FINDING_CONTRAST, 2, "names"},
    [PX_DRAFT_UNNAMED] = {PX_FINDING_CONTRAST, 2, "names"},
    [PX_DRAFT_LABELS] = {PX_FINDING_CONTRAST, 1, "names"},
    [PX_DRAFT_FACT] = {PX_FINDING_CONTRAST, 2, "facts"},
    [PX_DRAFT_HEADLINE] = {PX_FINDING_CONTRAST, 1, "certainty"},
    [PX_DRAFT_SCARE] = {PX_FINDING_CONTRAST, 1, "loaded"},
    [PX_DRAFT_AGENCY] = {PX_FINDING_CONTRAST, 1, "stance"},
    [PX_DRAFT_GIVEN] = {PX_FINDING_CONTRAST, 1, "stance"},
    [PX_DRAFT_EVALUATION] = {PX_FINDING_CONTRAST, 1, "stance"},
    [PX_DRAFT_BLAME] = {PX_FINDING_CONTRAST, 2, "stance"},
    [PX_DRAFT_UPTAKE] = {PX_FINDING_CONTRAST, 2, "sourcing"},
    [PX_DRAFT_STANCE] = {PX_FINDING_CONTRAST, 2, "stance"},
    [PX_DRAFT_RATE] = {PX_FINDING_DIFFERENCE, 2, NULL}, /* where its family stands */
    [PX_DRAFT_LOADED] = {PX_FINDING_DIFFERENCE, 1, "loaded"},
    [PX_DRAFT_NAMELESS] = {PX_FINDING_DIFFERENCE, 1, "sourcing"},
    [PX_DRAFT_COVER] = {PX_FINDING_ONLY, 1, "topics"},
    [PX_DRAFT_TOPIC] = {PX_FINDING_ONLY, 2, "topics"},
    [PX_DRAFT_SOURCE] = {PX_FINDING_ONLY, 1, "sourcing"},
    [PX_DRAFT_EVENT] = {PX_FINDING_ONLY, 1, "only"},
    [PX_DRAFT_ENTITY] = {PX_FINDING_ONLY, 1, "only"},
    [PX_DRAFT_BOTH] = {PX_FINDING_DIFFERENCE, 1, "sourcing"},
    [PX_DRAFT_SHARED] = {PX_FINDING_DIFFERENCE, 1, "sourcing"},
};

void px_findings_stop(struct px_findings *findings)
{
    if (!px_slice_ends(px_buffer_slice(&findings->text), PX_SLICE(".")))
        px_buffer_byte(&findings->text, '.');
}

enum px_status px_findings_begin(struct px_findings *findings, struct px_error *error)
{
    px_buffer_clear(&findings->text);
    findings->verdict = PX_VERDICT_TOO_LITTLE;
    findings->section = NULL;
    findings->later = false;
    findings->evidence = px_compare_each(findings->context, struct px_evidence);
    return findings->evidence == NULL ? px_no_memory(error) : PX_OK;
}

enum px_status px_findings_end(struct px_findings *findings, enum px_draft_kind kind, double rank, struct px_slice key,
                               struct px_error *error)
{
    struct px_arena *arena = &findings->context->comparison->arena;
    px_findings_stop(findings);
    struct px_draft *draft = px_vector_push(&findings->drafts, &findings->context->scratch);
    if (draft == NULL || findings->text.failed)
        return px_no_memory(error);
    *draft = (struct px_draft){
        .finding = {.type = KINDS[kind].type,
                    .section = px_slice_from(findings->section != NULL ? findings->section : KINDS[kind].section),
                    .verdict = findings->verdict,
                    .rank = rank,
                    .evidence = findings->evidence,
                    .text = px_arena_copy(arena, px_buffer_slice(&findings->text))},
        .key = px_arena_copy(&findings->context->scratch, key),
        .kind = (uint8_t)kind,
    };
    return draft->finding.text.data == NULL || draft->key.data == NULL ? px_no_memory(error) : PX_OK;
}

void px_findings_article(struct px_findings *findings, size_t article)
{
    px_comparison_article_name(findings->context->comparison, article, &findings->text);
}

/* 1 for a mark that opens a quotation at the byte, -1 for one that closes one, else 0; `size` is its bytes. */
static int mark_at(struct px_slice words, size_t at, size_t *size)
{
    static const struct px_slice open = PX_SLICE_STATIC("“"), close = PX_SLICE_STATIC("”");
    struct px_slice rest = px_slice_part(words, at, words.size);
    *size = open.size;
    if (px_slice_starts(rest, open) || px_slice_starts(rest, close))
        return px_slice_starts(rest, open) ? 1 : -1;
    *size = 1;
    bool begins = at == 0 || strchr(" \n([", words.data[at - 1]) != NULL;
    return words.data[at] != '"' ? 0 : begins ? 1 : -1;
}

/* Do the words begin inside of a quotation, of which they have the end alone? */
static bool begins_quoted(struct px_slice words)
{
    int mark = 0;
    for (size_t i = 0, size; mark == 0 && i < words.size; i += size)
        mark = mark_at(words, i, &size);
    return mark < 0;
}

/* The words with marks of their own as single ones, opened and closed again where one is missing. */
static void write_inner(struct px_buffer *out, struct px_slice words)
{
    int depth = begins_quoted(words);
    px_buffer_string(out, depth > 0 ? "‘" : "");
    for (size_t i = 0, size; i < words.size; i += size) {
        int mark = mark_at(words, i, &size);
        if (mark == 0)
            px_buffer_byte(out, words.data[i] == '\n' ? ' ' : words.data[i]);
        else if (mark > 0 || depth > 0)
            px_buffer_string(out, mark > 0 ? "‘" : "’");
        depth = mark < 0 && depth == 0 ? 0 : depth + mark;
    }
    while (depth-- > 0)
        px_buffer_string(out, "’");
}

/* The words without marks that stand round all of them: those of the quotation say so already. */
static struct px_slice bare(struct px_slice words)
{
    size_t first = 0, last = 0, marks = 0;
    for (size_t i = 0, size; i < words.size; i += size) {
        int mark = mark_at(words, i, &size);
        first = marks == 0 && i == 0 && mark > 0 ? size : first;
        last = mark < 0 && i + size == words.size ? size : 0;
        marks += mark != 0;
    }
    return marks == 2 && first > 0 && last > 0 ? px_slice_part(words, first, words.size - last) : words;
}

void px_findings_quote(struct px_findings *findings, struct px_slice words)
{
    words = bare(words);
    px_buffer_string(&findings->text, "“");
    write_inner(&findings->text, words);
    px_buffer_string(&findings->text, "”");
}

void px_findings_quote_beginning(struct px_findings *findings, struct px_slice words, size_t most)
{
    size_t end = 0, word = 0;
    for (size_t at = 0; at < words.size && at <= most;) {
        end = at;
        word = words.data[at] == ' ' ? at : word;
        px_utf8_next(words, &at);
    }
    px_findings_quote_first(findings, px_slice_part(words, 0, (uint32_t)(word > 0 ? word : end)));
}

void px_findings_quote_first(struct px_findings *findings, struct px_slice words)
{
    px_buffer_string(&findings->text, "“");
    write_inner(&findings->text, words);
    px_buffer_string(&findings->text, " …”");
}

void px_findings_topic_name(struct px_findings *findings, const struct px_topic *topic)
{
    px_buffer_string(&findings->text, "“");
    for (size_t i = 0; i < topic->label_count; i++)
        px_buffer_printf(&findings->text, "%s%.*s", i > 0 ? ", " : "", PX_SLICE_ARG(topic->label[i]));
    px_buffer_string(&findings->text, "”");
}

void px_findings_by(struct px_findings *findings, struct px_slice speaker)
{
    if (speaker.size == 0) {
        px_buffer_string(&findings->text, "in own voice");
        return;
    }
    px_buffer_string(&findings->text, "by ");
    px_findings_quote(findings, speaker);
}

void px_findings_separate(struct px_findings *findings, size_t index, size_t count)
{
    if (index > 0)
        px_buffer_string(&findings->text, index + 1 == count ? " and " : ", ");
}

/* Insertion sort: articles are few. */
const size_t *px_findings_most_first(const struct px_findings *findings, px_findings_weight *weight)
{
    size_t count = findings->context->count;
    size_t *order = px_arena_array(&findings->context->scratch, size_t, count);
    for (size_t i = 0; order != NULL && i < count; i++) {
        size_t at = i;
        for (; at > 0 && weight(findings, order[at - 1]) < weight(findings, findings->order[i]); at--)
            order[at] = order[at - 1];
        order[at] = findings->order[i];
    }
    return order;
}

/* Highest rank first, then by kind, then by key. Drafts stand in an order that follows findings->order, so that the
 * sort may leave what is still equal as it is. */
static bool is_before(const struct px_draft *a, const struct px_draft *b)
{
    if (a->finding.rank != b->finding.rank)
        return a->finding.rank > b->finding.rank;
    if (a->kind != b->kind)
        return a->kind < b->kind;
    return px_slice_compare(a->key, b->key) < 0;
}

/* A stable insertion of a few drafts. */
static void sort_drafts(struct px_draft *drafts, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct px_draft draft = drafts[i];
        size_t j = i;
        for (; j > 0 && is_before(&draft, &drafts[j - 1]); j--)
            drafts[j] = drafts[j - 1];
        drafts[j] = draft;
    }
}

static bool keep(struct px_comparison *comparison, const struct px_draft *draft)
{
    struct px_finding *finding = px_vector_push(&comparison->findings, &comparison->arena);
    if (finding != NULL)
        *finding = draft->finding;
    return finding != NULL;
}

/* That nothing differs, or may, is no finding: it is told where there is none. */
static bool is_null(const struct px_draft *draft)
{
    return draft->kind == PX_DRAFT_LOADED && draft->finding.rank <= 0;
}

static enum px_status choose(struct px_findings *findings, struct px_error *error)
{
    struct px_comparison *comparison = findings->context->comparison;
    uint8_t kept[PX_DRAFT_KINDS] = {0};
    bool nulls = false;
    sort_drafts(findings->drafts.items, findings->drafts.count);
    for (size_t i = 0; i < findings->drafts.count && comparison->findings.count < MOST_FINDINGS; i++) {
        const struct px_draft *draft = &findings->drafts.items[i];
        size_t alike = (size_t)kept[PX_DRAFT_BOTH] + kept[PX_DRAFT_SHARED];
        nulls = nulls || (is_null(draft) && comparison->findings.count == alike); /* below all others */
        if ((is_null(draft) && !nulls) || kept[draft->kind]++ >= KINDS[draft->kind].most)
            continue;
        if (!keep(comparison, draft))
            return px_no_memory(error);
    }
    return PX_OK;
}

enum px_status px_compare_findings(struct px_compare_context *context, struct px_error *error)
{
    static enum px_status (*const FINDERS[])(struct px_findings * findings, struct px_error * error) = {
        px_findings_names,   px_findings_labels, px_findings_facts,       px_findings_headlines, px_findings_scare,
        px_findings_agency,  px_findings_givens, px_findings_evaluations, px_findings_blame,     px_findings_uptakes,
        px_findings_stances, px_findings_rates,  px_findings_unnamed,     px_findings_both,
    };
    /* What one article has and another lacks. */
    static enum px_status (*const OF_ONE[])(struct px_findings * findings, struct px_error * error) = {
        px_findings_cover, px_findings_topics, px_findings_sources, px_findings_events, px_findings_entities,
    };
    struct px_findings findings = {.context = context, .order = context->order};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < sizeof FINDERS / sizeof *FINDERS; i++)
        status = FINDERS[i](&findings, error);
    for (size_t i = 0; status == PX_OK && !context->comparison->apart && i < sizeof OF_ONE / sizeof *OF_ONE; i++)
        status = OF_ONE[i](&findings, error);
    if (status == PX_OK)
        status = choose(&findings, error);
    px_buffer_release(&findings.text);
    return status;
}
