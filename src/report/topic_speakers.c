/* Who speaks in a topic. */
#include "report/topic_speakers.h"

enum { LONGEST_NAME = 100 }; /* of a speaker: a name is whole */

/* Makes room for who speaks, once a page; false, and a page that has failed, when memory is out. */
static bool make_room(struct px_page *page)
{
    size_t sources = page->comparison->sourcing.sources.count;
    if (page->spoken != NULL)
        return true;
    page->heard = px_arena_array(&page->arena, bool, sources);
    page->spoken = px_arena_array(&page->arena, bool, page->comparison->referents.count);
    page->out->failed |= page->heard == NULL || page->spoken == NULL;
    return !page->out->failed;
}

static size_t separate(struct px_page *page, size_t shown)
{
    px_buffer_string(page->out, shown == 0 ? " " : "; ");
    return shown + 1;
}

/* Are the words of the page from `from` to `to` those behind them, too? */
static bool is_repeated(const struct px_buffer *out, size_t from, size_t to)
{
    return !out->failed && px_slice_equal((struct px_slice){out->data + from, to - from},
                                          (struct px_slice){out->data + to, out->size - to});
}

void px_topic_speakers(struct px_page *page, const struct px_topic *topic)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    size_t before = page->out->size, last = SIZE_MAX;
    bool all = true, same = true;
    if (!make_room(page))
        return;
    px_buffer_string(page->out, "| speakers in these passages, as far as sure |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        size_t shown = 0, start = page->out->size;
        px_comparison_heard(page->comparison, i, &topic->surely[i], page->heard, page->spoken);
        for (size_t at = 0; at < sourcing->sources.count; at++) {
            if (!page->heard[at])
                continue;
            shown = separate(page, shown);
            px_page_excerpt(page, sourcing->sources.items[at].shown, LONGEST_NAME);
        }
        px_buffer_string(page->out, " |");
        all &= shown > 0;
        same &= last == SIZE_MAX || is_repeated(page->out, last, start);
        last = start;
    }
    px_buffer_byte(page->out, '\n');
    if (!all || same)
        px_page_drop(page, before);
}
