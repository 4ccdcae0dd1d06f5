/* The article without its page, in its three forms, and the small pieces: an error record, a CSV field. */
#include <string.h>

#include "report/json_common.h"
#include "report/report.h"

static void write_blocks(struct px_json *json, const struct px_article *article)
{
    px_json_key_open(json, "blocks", '[');
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        px_json_open(json, '{');
        px_json_key_name(json, "role", px_role_name(block->role));
        px_json_key(json, "text");
        px_json_string(json, px_slice_part(article->text, block->start, block->end));
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

static void write_pieces(struct px_json *json, const struct px_article *article)
{
    px_json_key_open(json, "pieces", '[');
    for (size_t i = 0; i < article->pieces.count; i++) {
        const struct px_piece *piece = &article->pieces.items[i];
        px_json_open(json, '{');
        px_json_key_name(json, "role", px_role_name(piece->role));
        px_json_text(json, "text", piece->text);
        px_json_text(json, "place", piece->place);
        px_json_text(json, "reason", piece->reason);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

void px_report_json_clean(const struct px_article *article, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_text(&json, "schema", PX_SLICE("parallax.clean/1"));
    px_json_text(&json, "id", article->id);
    px_json_text(&json, "path", article->path);
    px_json_metadata(&json, article);
    px_json_more_metadata(&json, article);
    write_blocks(&json, article);
    px_json_furniture(&json, article);
    if (article->pieces.count > 0)
        write_pieces(&json, article);
    px_json_slices(&json, "warnings", article->warnings.items, article->warnings.count);
    px_json_close(&json, '}');
}

/* What stands before a block's text in Markdown. */
static const char *markdown_mark(uint8_t role)
{
    switch (role) {
    case PX_ROLE_TITLE: return "# ";
    case PX_ROLE_HEADING: return "## ";
    case PX_ROLE_QUOTATION: return "> ";
    case PX_ROLE_LIST_ITEM: return "- ";
    default: return "";
    }
}

/* A zero byte is one of no list. */
static bool one_of(const char *list, char byte)
{
    return byte != '\0' && strchr(list, byte) != NULL;
}

/* Text whose first character, or a pair of marks, would mean something in Markdown. */
static void markdown_text(struct px_slice text, struct px_buffer *out)
{
    for (size_t i = 0; i < text.size; i++) {
        if (one_of("\\`*_[]<>|", text.data[i]) || (i == 0 && one_of("#-+", text.data[i])))
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, text.data[i]);
    }
}

static void byline(const struct px_article *article, struct px_buffer *out)
{
    const struct px_slice parts[] = {article->outlet, article->byline, article->published};
    bool any = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].size == 0)
            continue;
        px_buffer_string(out, any ? " · " : "*");
        markdown_text(parts[i], out);
        any = true;
    }
    if (any)
        px_buffer_string(out, "*\n\n");
}

void px_report_markdown_clean(const struct px_article *article, struct px_buffer *out)
{
    bool dated = false;
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        if (!dated && block->role > PX_ROLE_STANDFIRST) {
            byline(article, out);
            dated = true;
        }
        px_buffer_string(out, markdown_mark(block->role));
        if (block->role == PX_ROLE_STANDFIRST)
            px_buffer_string(out, "**");
        markdown_text(px_slice_part(article->text, block->start, block->end), out);
        if (block->role == PX_ROLE_STANDFIRST)
            px_buffer_string(out, "**");
        px_buffer_string(out, "\n\n");
    }
}

void px_report_text_clean(const struct px_article *article, struct px_buffer *out)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        px_buffer_append(out, px_slice_part(article->text, block->start, block->end));
        px_buffer_string(out, "\n\n");
    }
}

void px_report_json_error(struct px_slice id, const struct px_error *error, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_text(&json, "id", id);
    px_json_key_open(&json, "error", '{');
    px_json_text(&json, "code", px_slice_from(px_status_name(error->code)));
    px_json_text(&json, "message", px_slice_from(error->message));
    px_json_key_integer(&json, "line", (long long)error->line);
    px_json_key_integer(&json, "column", (long long)error->column);
    px_json_close(&json, '}');
    px_json_close(&json, '}');
}

void px_report_csv_field(struct px_slice field, struct px_buffer *out)
{
    px_buffer_quoted(out, field, ",\r\n");
}
