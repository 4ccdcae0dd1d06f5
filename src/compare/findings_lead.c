/* How each article begins: what a reader sees where nothing else sets the two against each other. */
#include "compare/findings.h"

enum { LONGEST_LEAD = 260, SHORTEST_LEAD = 30, LONGEST_DATELINE = 48 }; /* bytes */
static const double lead_rank = 200;

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Behind "WASHINGTON — ", "TARSK, Ostria (AP) -- ": a place in capitals before a dash. */
static struct px_slice without_dateline(struct px_slice text)
{
    static const struct px_slice DASHES[] = {PX_SLICE_STATIC("—"), PX_SLICE_STATIC("–"), PX_SLICE_STATIC("―"),
                                             PX_SLICE_STATIC("--"), PX_SLICE_STATIC(" - ")};
    bool capitals = text.size > 2 && is_upper(text.data[0]) && is_upper(text.data[1]);
    for (size_t i = 0; capitals && i < sizeof DASHES / sizeof *DASHES; i++) {
        size_t at = px_slice_find(text, DASHES[i], 0);
        if (at > LONGEST_DATELINE)
            continue;
        for (at += DASHES[i].size; at < text.size && (text.data[at] == ' ' || text.data[at] == '-');)
            at++;
        return px_slice_part(text, at, text.size);
    }
    return text;
}

/* The first sentence of the first paragraph, or PX_NONE. */
static uint32_t first_sentence(const struct px_article *article)
{
    for (size_t b = 0; b < article->blocks.count; b++)
        if (px_role_is_paragraph(article->blocks.items[b].role) && article->blocks.items[b].sentence_count > 0)
            return article->blocks.items[b].first_sentence;
    return PX_NONE;
}

static struct px_slice lead_of(const struct px_article *article)
{
    uint32_t first = first_sentence(article);
    if (first == PX_NONE)
        return (struct px_slice){0};
    const struct px_sentence *sentence = &article->sentences.items[first];
    return px_slice_trim(without_dateline(px_slice_part(article->text, sentence->start, sentence->end)));
}

/* Where a long sentence is cut: at the last comma of its second half, or at a word. */
static size_t cut_of(struct px_slice text)
{
    if (text.size <= LONGEST_LEAD)
        return text.size;
    for (size_t at = LONGEST_LEAD; at > LONGEST_LEAD / 2; at--)
        if (text.data[at] == ' ' && text.data[at - 1] == ',')
            return at - 1;
    size_t at = LONGEST_LEAD;
    while (at > 0 && text.data[at] != ' ')
        at--;
    return at;
}

/* Marks of quotation become single ones inside of those that stand round the sentence. */
static void quote(struct px_findings *findings, struct px_slice text)
{
    static const struct px_slice DOUBLE[] = {PX_SLICE_STATIC("“"), PX_SLICE_STATIC("”"), PX_SLICE_STATIC("\"")};
    static const char *const SINGLE[] = {"‘", "’", "'"};
    size_t end = cut_of(text);
    px_buffer_string(&findings->text, "“");
    for (size_t at = 0; at < end;) {
        size_t kind = 0;
        while (kind < 3 && !px_slice_starts(px_slice_part(text, at, end), DOUBLE[kind]))
            kind++;
        if (kind < 3)
            px_buffer_string(&findings->text, SINGLE[kind]);
        else
            px_buffer_byte(&findings->text, text.data[at] == '\n' ? ' ' : text.data[at]);
        at += kind < 3 ? DOUBLE[kind].size : 1;
    }
    px_buffer_string(&findings->text, end < text.size ? " …”" : "”");
}

/* Do both begin with a sentence, and not with the same? */
static bool are_leads(const struct px_compare_context *context)
{
    if (context->count != 2)
        return false;
    struct px_slice a = lead_of(context->articles[0]), b = lead_of(context->articles[1]);
    return a.size >= SHORTEST_LEAD && b.size >= SHORTEST_LEAD && !px_slice_equal(a, b);
}

enum px_status px_findings_leads(struct px_findings *findings, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    if (!are_leads(context))
        return PX_OK;
    enum px_status status = px_findings_begin(findings, error);
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        size_t a = findings->order[i];
        uint32_t sentence = first_sentence(context->articles[a]);
        px_buffer_string(&findings->text, i > 0 ? "; " : "");
        px_findings_article(findings, a);
        px_buffer_string(&findings->text, " begins: ");
        quote(findings, lead_of(context->articles[a]));
        status = px_compare_evidence(findings->context, &sentence, 1, &findings->evidence[a], error);
    }
    return status != PX_OK ? status
                           : px_findings_end(findings, PX_DRAFT_LEAD, "topics", lead_rank, PX_VERDICT_TOO_LITTLE,
                                             PX_SLICE("lead"), error);
}
