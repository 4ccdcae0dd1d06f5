#include "ingest/markdown_html.h"

#include "ingest/entity.h"
#include "ingest/markup.h"

static void begin_tag(struct px_tag_reader *reader)
{
    reader->in_tag = true;
    reader->comment = reader->closing = reader->named = false;
    reader->size = 0;
    reader->name[0] = reader->last[0] = reader->last[1] = 0;
}

static void end_tag(struct px_tag_reader *reader, px_tag_function *tell, void *user)
{
    reader->in_tag = false;
    const struct px_markup *markup = px_markup_find(reader->name);
    if (reader->skip[0] != 0) {
        if (reader->closing && strcmp(reader->skip, reader->name) == 0)
            reader->skip[0] = 0;
    } else if ((markup->flags & (PX_MARKUP_SKIP | PX_MARKUP_VOID)) == PX_MARKUP_SKIP && !reader->closing) {
        memcpy(reader->skip, reader->name, sizeof reader->name);
    } else if (reader->name[0] != 0 && !reader->comment) {
        tell(user, reader->name, reader->closing);
    }
}

/* A byte inside a tag: its name comes first, "!--" is a comment's. */
static void read_byte(struct px_tag_reader *reader, char c)
{
    bool name = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '!' || c == '-';
    if (!reader->named && reader->size == 0 && c == '/')
        reader->closing = true;
    else if (!reader->named && name && reader->size + 1 < PX_TAG_NAME)
        reader->name[reader->size++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    else
        reader->named = true;
    reader->name[reader->size] = 0;
    reader->comment = reader->comment || strcmp(reader->name, "!--") == 0;
    reader->last[0] = reader->last[1];
    reader->last[1] = c;
}

void px_tag_read(struct px_tag_reader *reader, struct px_slice html, struct px_buffer *out, px_tag_function *tell,
                 void *user)
{
    size_t start = 0;
    for (size_t i = 0; i < html.size; i++) {
        char c = html.data[i];
        if (!reader->in_tag && c == '<') {
            if (reader->skip[0] == 0)
                px_entity_decode(px_slice_part(html, start, i), out);
            begin_tag(reader);
        } else if (reader->in_tag && c == '>' &&
                   (!reader->comment || (reader->last[0] == '-' && reader->last[1] == '-'))) {
            end_tag(reader, tell, user);
            start = i + 1;
        } else if (reader->in_tag) {
            read_byte(reader, c);
        }
    }
    if (!reader->in_tag && reader->skip[0] == 0)
        px_entity_decode(px_slice_part(html, start, html.size), out);
}
