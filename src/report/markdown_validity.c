/* How right the steps are that the report rests on: a table at the end, and a line below each section that leads to
 * it. */
#include "report/page.h"

void px_page_validity(struct px_page *page, const char *section)
{
    for (size_t i = 0; i < page->provenance->validity_count; i++)
        if (px_slice_is(page->provenance->validity[i].section, section)) {
            px_buffer_string(page->out, "*How right this is, as measured: [see the end](#how-this-was-made).*\n\n");
            return;
        }
}

void px_page_validity_table(struct px_page *page)
{
    if (page->provenance->validity_count == 0) {
        px_buffer_string(page->out,
                         "How right the steps are was not measured in this language and with these options.\n\n");
        return;
    }
    px_buffer_string(page->out, "How right each step is, on texts that had no part in making it.\n\n| section | step | "
                                "measure | value | measured on |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        px_buffer_printf(page->out, "| %.*s | %.*s | %.*s | %.*s | %.*s %.*s |\n", PX_SLICE_ARG(row->section),
                         PX_SLICE_ARG(row->step), PX_SLICE_ARG(row->measure), PX_SLICE_ARG(row->value),
                         PX_SLICE_ARG(row->count), PX_SLICE_ARG(row->set));
    }
    px_buffer_byte(page->out, '\n');
}
