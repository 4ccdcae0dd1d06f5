/* Who speaks in a topic, and in a passage that nobody else tells. */
#include "report/topic_speakers.h"

enum { LONGEST_NAME = 100 }; /* of a speaker: a name is whole */

/* Makes room for who speaks, once a page; false, and a page that has failed, when memory is out. */
static bool make_room(struct px_page *page)
{
    size_t sources = page->comparison->sourcing.sources.count;
    if (page->words[1] != NULL)
        return true;
    page->heard = px_arena_array(&page->arena, bool, sources);
    page->spoken = px_arena_array(&page->arena, bool, page->comparison->referents.count);
    page->words[0] = px_arena_array(&page->arena, uint32_t, sources);
    page->words[1] = px_arena_array(&page->arena, uint32_t, sources);
    page->out->failed |=
        page->heard == NULL || page->spoken == NULL || page->words[0] == NULL || page->words[1] == NULL;
    return !page->out->failed;
}

static size_t separate(struct px_page *page, size_t shown)
{
    px_buffer_string(page->out, shown == 0 ? " " : "; ");
    return shown + 1;
}

/* Is there a statement inside the topic that is surely somebody's, of whom no article tells who it is? */
static bool has_unclear(const struct px_comparison *comparison, size_t article, const struct px_spans *spans)
{
    const struct px_evidence *evidence = &comparison->sourcing.unclear.evidence[article];
    for (size_t i = 0; comparison->sourcing.unclear.statements[article] > 0 && i < evidence->count; i++)
        if (px_spans_hold(spans, comparison->articles[article]->sentences.items[evidence->sentences[i]].start))
            return true;
    return false;
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
    px_buffer_string(page->out, "| speakers, as far as sure |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        size_t shown = 0, start = page->out->size;
        px_comparison_heard(page->comparison, i, &topic->surely[i], page->heard, page->spoken);
        for (size_t at = 0; at < sourcing->sources.count; at++) {
            if (!page->heard[at])
                continue;
            shown = separate(page, shown);
            px_page_excerpt(page, sourcing->sources.items[at].shown, LONGEST_NAME);
        }
        if (has_unclear(page->comparison, i, &topic->surely[i])) {
            shown = separate(page, shown);
            px_buffer_string(page->out, "speaker not found");
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

/* Is the statement somebody's denial, in no words of his own, inside the passage? */
static bool denies_in(const struct px_comparison *comparison, size_t a, size_t statement, struct px_span passage)
{
    const struct px_attribution *it = &comparison->articles[a]->attributions.items[statement];
    return comparison->sourcing.denials[a][statement] && it->content.count > 0 &&
           it->content.items[0].start >= passage.start && it->content.items[0].start < passage.end;
}

/* The statements from the first denial inside the passage to the last; none: `first` and `end` are one. */
struct denials {
    size_t first, end;
};

static struct denials find_denials(const struct px_comparison *comparison, size_t a, struct px_span passage)
{
    struct denials denials = {0, 0};
    for (size_t i = 0; comparison->sourcing.denials != NULL && i < comparison->articles[a]->attributions.count; i++)
        if (denies_in(comparison, a, i, passage)) {
            denials.first = denials.end == 0 ? i : denials.first;
            denials.end = i + 1;
        }
    return denials;
}

/* Is one of the denials inside the passage the source's? */
static bool denies(const struct px_comparison *comparison, size_t a, struct denials denials, struct px_span passage,
                   const struct px_source *source)
{
    for (size_t i = denials.first; i < denials.end; i++)
        if (denies_in(comparison, a, i, passage) &&
            px_slice_equal(px_comparison_speaker_name(comparison, a, i), source->shown))
            return true;
    return false;
}

void px_topic_lone_speakers(struct px_page *page, size_t a, const struct px_lone *it)
{
    enum { MOST = 8, ONE_IN = 10, ENOUGH = 6 };
    const struct px_comparison *comparison = page->comparison;
    const struct px_source *shown[MOST] = {NULL};
    uint32_t words[MOST] = {0};
    size_t count = 0;
    if (!make_room(page))
        return;
    uint32_t *in_passage = page->words[0], *in_text = page->words[1];
    px_comparison_words_of(comparison, a, it->span, in_passage);
    px_comparison_words_of(comparison, a, it->text, in_text);
    struct denials denials = find_denials(comparison, a, it->span);
    for (size_t i = 0; i < comparison->sourcing.sources.count; i++) {
        const struct px_source *source = &comparison->sourcing.sources.items[i];
        bool speaks = source->statements[a] > 0 && source->kind != PX_SPEAKER_DOCUMENT;
        uint32_t his = speaks ? in_passage[i] : 0;
        bool few = his < ENOUGH && his * ONE_IN < it->words && in_text[i] * 2 < his;
        size_t at;
        bool heard = speaks && ((his > 0 && !few) || denies(comparison, a, denials, it->span, source));
        if (!heard || (count == MOST && his <= words[count - 1]))
            continue;
        for (at = count < MOST ? count++ : MOST - 1; at > 0 && words[at - 1] < his; at--) {
            words[at] = words[at - 1];
            shown[at] = shown[at - 1];
        }
        words[at] = his;
        shown[at] = source;
    }
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(page->out, i == 0 ? "; speakers: " : ", ");
        px_page_excerpt(page, shown[i]->shown, LONGEST_NAME);
    }
}
