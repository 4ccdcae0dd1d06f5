/* How right the steps are that the report rests on: in a clause below each section, in a table at the end. */
#include "report/page.h"

/* Marks the section's steps as among those of the table; returns the clause that says how right it is, or an empty one. */
static struct px_slice measured(struct px_page *page, const char *section)
{
    struct px_slice plain = {NULL, 0};
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        if (!px_slice_is(row->section, section))
            continue;
        if (page->measured != NULL)
            page->measured[i] = true;
        plain = plain.size == 0 ? row->plain : plain;
    }
    return plain;
}

/* "*As measured, 95 of 100 statements that count are right ([more](#how-this-was-made)).*" */
void px_page_validities(struct px_page *page, const char *const *sections)
{
    size_t told = 0;
    for (; *sections != NULL; sections++) {
        struct px_slice plain = measured(page, *sections);
        if (plain.size > 0)
            px_buffer_printf(page->out, "%s%.*s", told++ == 0 ? "*As measured, " : "; ", PX_SLICE_ARG(plain));
    }
    px_buffer_string(page->out, told > 0 ? " ([more](#how-this-was-made)).*\n\n" : "");
}

void px_page_validity(struct px_page *page, const char *section)
{
    px_page_validities(page, (const char *const[]){section, NULL});
}

/* "84 political articles", "the same" where the row before has it, too. */
static void measured_on(struct px_page *page, const struct px_provenance_validity *row,
                        const struct px_provenance_validity *before)
{
    if (before != NULL && px_slice_equal(before->set, row->set) && px_slice_equal(before->count, row->count))
        px_buffer_string(page->out, "the same |\n");
    else
        px_buffer_printf(page->out, "%.*s %.*s |\n", PX_SLICE_ARG(row->count), PX_SLICE_ARG(row->set));
}

void px_page_validity_table(struct px_page *page)
{
    const struct px_provenance_validity *last = NULL;
    if (page->provenance->validity_count == 0) {
        px_buffer_string(page->out,
                         "How right the steps are was not measured in this language and with these options.\n\n");
        return;
    }
    for (size_t i = 0; i < page->provenance->validity_count; i++) {
        const struct px_provenance_validity *row = &page->provenance->validity[i];
        if (page->measured == NULL || !page->measured[i])
            continue;
        if (last == NULL)
            px_buffer_string(
                page->out,
                "How right the steps behind this report are, on texts that had no part in making them, "
                "unless the last column says otherwise.\n\n| section | step | measure | value | measured on |\n"
                "|---|---|---|---|---|\n");
        px_buffer_printf(page->out, "| %.*s | %.*s | %.*s | %.*s | ", PX_SLICE_ARG(row->section),
                         PX_SLICE_ARG(row->step), PX_SLICE_ARG(row->measure), PX_SLICE_ARG(row->value));
        measured_on(page, row, last);
        last = row;
    }
    px_buffer_string(page->out, last == NULL ? "" : "\n");
}
