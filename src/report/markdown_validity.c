/* How right the steps are that the report rests on: a line below a section, and a table at the end. */
#include "report/page.h"

static bool is_of(const struct px_provenance_validity *row, const char *section)
{
    return px_slice_is(row->section, section);
}

/* "How right this is, as measured: loaded words in context, F1 .536; sentences …, macro-F1 .761 (727 news sentences that experts marked)." */
void px_page_validity(struct px_page *page, const char *section)
{
    const struct px_provenance_validity *last = NULL;
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        if (!is_of(row, section))
            continue;
        bool same = last != NULL && px_slice_equal(last->set, row->set) && px_slice_equal(last->count, row->count);
        if (last != NULL && !same)
            px_buffer_printf(page->out, " (%.*s %.*s)", PX_SLICE_ARG(last->count), PX_SLICE_ARG(last->set));
        px_buffer_string(page->out, last == NULL ? "*How right this is, as measured: " : "; ");
        px_buffer_printf(page->out, "%.*s, %.*s %.*s", PX_SLICE_ARG(row->step), PX_SLICE_ARG(row->measure),
                         PX_SLICE_ARG(row->value));
        last = row;
    }
    if (last != NULL)
        px_buffer_printf(page->out, " (%.*s %.*s).*\n\n", PX_SLICE_ARG(last->count), PX_SLICE_ARG(last->set));
}

void px_page_validity_table(struct px_page *page)
{
    if (page->provenance->validity_count == 0) {
        px_buffer_string(page->out,
                         "How right the steps are was not measured in this language and with these options.\n\n");
        return;
    }
    px_buffer_string(page->out,
                     "How right each step is, on texts that had no part in making it. Intervals above do not "
                     "cover these mistakes.\n\n| step | measure | value | measured on |\n|---|---|---|---|\n");
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        px_buffer_printf(page->out, "| %.*s | %.*s | %.*s | %.*s %.*s |\n", PX_SLICE_ARG(row->step),
                         PX_SLICE_ARG(row->measure), PX_SLICE_ARG(row->value), PX_SLICE_ARG(row->count),
                         PX_SLICE_ARG(row->set));
    }
    px_buffer_byte(page->out, '\n');
}
