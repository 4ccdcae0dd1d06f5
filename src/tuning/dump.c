#include "tuning/dump.h"

#include "ingest/html.h"
#include "ingest/page.h"

/* Line breaks become rules (the elements), so that each line is a unit of its own. */
static void break_lines(struct px_slice html, struct px_buffer *out)
{
    static const struct px_slice from[] = {{"<br", 3}, {"<BR", 3}};
    px_buffer_append(out, html);
    for (size_t i = 0; i < 2 && !out->failed; i++) {
        struct px_slice text = px_buffer_slice(out);
        for (size_t at = 0; (at = px_slice_find(text, from[i], at)) != SIZE_MAX; at += 3)
            memcpy(out->data + at, "<hr", 3);
    }
}

static void write_line(struct px_slice text, struct px_buffer *out)
{
    struct px_slice trimmed = px_slice_trim(text);
    if (trimmed.size == 0)
        return;
    px_buffer_append(out, trimmed);
    px_buffer_byte(out, '\n');
}

enum px_status px_dump_write(const struct px_rules *rules, struct px_slice html, struct px_buffer *out,
                             struct px_error *error)
{
    struct px_page page = {.rules = rules};
    struct px_buffer broken = {0};
    break_lines(html, &broken);
    enum px_status status = broken.failed ? px_no_memory(error) : px_html_read(px_buffer_slice(&broken), &page, error);
    for (size_t i = 0; status == PX_OK && i < page.found.count; i++)
        if (page.found.items[i].kind == PX_CLUE_TITLE)
            write_line(page.found.items[i].value, out);
    for (size_t i = 0; status == PX_OK && i < page.units.count; i++)
        write_line(page.units.items[i].text, out);
    if (status == PX_OK && out->failed)
        status = px_no_memory(error);
    px_page_release(&page);
    px_buffer_release(&broken);
    return status;
}
