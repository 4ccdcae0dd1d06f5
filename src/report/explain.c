/* Why each line of the input has its role, for a reader's eye. */
#include "report/report.h"

enum { ROLE_COLUMN = 12 };

/* Colours of the 16 that every terminal has: content green, what may be a mistake most easily (other) yellow. */
static const char *role_color(uint8_t role)
{
    if (px_role_is_content(role))
        return role <= PX_ROLE_HEADING ? "\033[1;32m" : "\033[32m";
    return role == PX_ROLE_OTHER ? "\033[33m" : "\033[36m";
}

static void write_piece(const struct px_piece *piece, bool color, struct px_buffer *out)
{
    bool content = px_role_is_content(piece->role);
    if (color)
        px_buffer_string(out, role_color(piece->role));
    px_buffer_printf(out, "%c %-*s", content ? '+' : '-', ROLE_COLUMN, px_role_name(piece->role));
    px_buffer_string(out, color ? "\033[0m" : "");
    px_buffer_append(out, piece->text);
    px_buffer_string(out, color ? "\n\033[2m" : "\n");
    px_buffer_printf(out, "%*s", ROLE_COLUMN + 2, "");
    px_buffer_append(out, piece->place);
    px_buffer_string(out, piece->place.size > 0 ? ": " : "");
    px_buffer_append(out, piece->reason);
    px_buffer_string(out, color ? "\033[0m\n" : "\n");
}

void px_report_text_explain(const struct px_article *article, bool color, struct px_buffer *out)
{
    struct px_slice name = article->path.size > 0 ? article->path : article->id;
    px_buffer_printf(out, "%s%.*s%s\n", color ? "\033[1m" : "", PX_SLICE_ARG(name), color ? "\033[0m" : "");
    for (size_t i = 0; i < article->pieces.count; i++)
        write_piece(&article->pieces.items[i], color, out);
    px_buffer_byte(out, '\n');
}
