/* Words of an article that stand between quotation marks, and may hold some of their own. */
#include "report/page.h"

enum { MOST_MARKS = 32 };

/* A mark of quotation in words: where it stands, and which one closes or opens it there. */
struct mark {
    size_t at, size;
    size_t partner; /* its index, or SIZE_MAX */
    bool closes;
};

/* Finds the marks, each with its partner among the words; how many there are. */
static size_t find_marks(struct px_slice text, struct mark *marks)
{
    static const struct px_slice KINDS[] = {PX_SLICE_STATIC("“"), PX_SLICE_STATIC("”"), PX_SLICE_STATIC("\"")};
    size_t count = 0, open[MOST_MARKS], depth = 0;
    for (size_t i = 0; i < text.size && count < MOST_MARKS; i++) {
        size_t kind = 0;
        while (kind < 3 && (text.data[i] != KINDS[kind].data[0] ||
                            !px_slice_starts(px_slice_part(text, i, text.size), KINDS[kind])))
            kind++;
        if (kind == 3)
            continue;
        bool closes = kind == 1 || (kind == 2 && depth > 0);
        marks[count] = (struct mark){i, KINDS[kind].size, SIZE_MAX, closes};
        if (closes && depth > 0) {
            marks[count].partner = open[--depth];
            marks[open[depth]].partner = count;
        } else if (!closes) {
            open[depth++] = count;
        }
        count++;
    }
    return count;
}

/* Does a single mark before a word stay open: "treating it like 'a toy"? Behind a letter it may be an apostrophe. */
static bool opens_single(struct px_slice words)
{
    bool open = false;
    for (size_t i = 0; i < words.size; i++) {
        if (words.data[i] != '\'')
            continue;
        bool begins = i == 0 || words.data[i - 1] == ' ';
        if (begins || i + 1 == words.size || (words.data[i + 1] | 0x20) < 'a')
            open = begins;
    }
    return open;
}

/* Behind the mark that closes a quotation which is open where the words end, if it stands there, behind a comma or a
 * stop. */
static uint32_t close_last(struct px_slice text, struct px_span words)
{
    struct mark marks[MOST_MARKS];
    size_t count = find_marks(px_slice_span(text, words), marks);
    if (opens_single(px_slice_span(text, words)) && words.end < text.size && text.data[words.end] == '\'')
        return words.end + 1;
    if (count == 0 || marks[count - 1].closes || marks[count - 1].partner != SIZE_MAX)
        return words.end;
    size_t at = words.end;
    at += at < text.size && (text.data[at] == ',' || text.data[at] == '.');
    struct px_slice rest = px_slice_part(text, at, text.size);
    return px_slice_starts(rest, PX_SLICE("”"))    ? (uint32_t)(at + PX_SLICE("”").size)
           : px_slice_starts(rest, PX_SLICE("\"")) ? (uint32_t)at + 1
                                                   : words.end;
}

struct px_span px_page_unbracketed(struct px_slice text, struct px_span words)
{
    int open = 0;
    for (uint32_t at = words.start; at < words.end; at++)
        open += (text.data[at] == '(') - (text.data[at] == ')');
    words.end -= open < 0 && text.data[words.end - 1] == ')';
    words.start += open > 0 && text.data[words.start] == '(';
    return words;
}

void px_page_quoted(struct px_page *page, uint32_t article, struct px_span words, size_t longest)
{
    struct mark marks[MOST_MARKS];
    struct px_buffer inner = {0};
    words.end = close_last(page->comparison->articles[article]->text, words);
    struct px_slice text = px_slice_span(page->comparison->articles[article]->text, words);
    size_t count = find_marks(text, marks), from = 0;
    for (size_t m = 0; m < count; m++) {
        const struct mark *other = marks[m].partner == SIZE_MAX ? NULL : &marks[marks[m].partner];
        size_t first = other != NULL && marks[m].closes ? other->at : marks[m].at;
        const struct mark *last = other != NULL && !marks[m].closes ? other : &marks[m];
        px_buffer_append(&inner, px_slice_part(text, from, marks[m].at));
        if (other != NULL && (first > 0 || last->at + last->size < text.size))
            px_buffer_string(&inner, marks[m].closes ? "’" : "‘");
        from = marks[m].at + marks[m].size;
    }
    px_buffer_append(&inner, px_slice_part(text, from, text.size));
    page->out->failed = page->out->failed || inner.failed;
    px_page_excerpt(page, px_buffer_slice(&inner), longest);
    px_buffer_release(&inner);
}
