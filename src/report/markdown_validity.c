/* How right the steps are that the report rests on: in short below each section, in a table at the end. */
#include "report/page.h"

enum { MOST_STEPS = 3 }; /* told below a section: the first of its rows, the weightiest */

/* "*How right this is, as measured: loaded words in context, F1 .537; … ([on which texts](#how-this-was-made)).*" */
void px_page_validity(struct px_page *page, const char *section)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->provenance->validity_count && shown < MOST_STEPS; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        if (!px_slice_is(row->section, section))
            continue;
        px_buffer_printf(page->out, "%s%.*s, %.*s %.*s", shown++ == 0 ? "*How right this is, as measured: " : "; ",
                         PX_SLICE_ARG(row->step), PX_SLICE_ARG(row->measure), PX_SLICE_ARG(row->value));
    }
    px_buffer_string(page->out, shown > 0 ? " ([on which texts](#how-this-was-made)).*\n\n" : "");
}

void px_page_validity_table(struct px_page *page)
{
    if (page->provenance->validity_count == 0) {
        px_buffer_string(page->out,
                         "How right the steps are was not measured in this language and with these options.\n\n");
        return;
    }
    px_buffer_string(page->out, "How right each step is, on texts that had no part in making it, but where the last "
                                "column says so.\n\n| section | step | "
                                "measure | value | measured on |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        px_buffer_printf(page->out, "| %.*s | %.*s | %.*s | %.*s | %.*s %.*s |\n", PX_SLICE_ARG(row->section),
                         PX_SLICE_ARG(row->step), PX_SLICE_ARG(row->measure), PX_SLICE_ARG(row->value),
                         PX_SLICE_ARG(row->count), PX_SLICE_ARG(row->set));
    }
    px_buffer_byte(page->out, '\n');
}
