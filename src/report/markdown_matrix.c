/* Who speaks how of whom: speakers as rows, those they judge as columns. */
#include <stdlib.h>

#include "report/page.h"

enum { MOST_SPEAKERS = 12, MOST_TARGETS = 5 };

/* A column: a referent, with the judgements on it by all speakers. */
struct target {
    uint32_t referent;
    struct px_slice name;
    uint32_t total;
};

/* A row: a speaker of an article; evaluations [first, end) are his, some of them, since the outlet's stand together. */
struct speaker {
    uint32_t article;
    struct px_slice name; /* empty: the outlet */
    uint32_t total;       /* judgements on the columns */
};

static uint32_t count_of(const struct px_evaluations *row)
{
    return row->positive + row->negative;
}

static int by_total(const void *left, const void *right)
{
    const struct target *a = left;
    const struct target *b = right;
    if (a->total != b->total)
        return a->total < b->total ? 1 : -1;
    return (a->referent > b->referent) - (a->referent < b->referent);
}

/* The referents that are judged, most first; their number. */
static size_t find_targets(const struct px_comparison *comparison, struct target *targets)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->evaluations.count; i++) {
        const struct px_evaluations *row = &comparison->evaluations.items[i];
        size_t t = 0;
        while (t < count && targets[t].referent != row->referent)
            t++;
        if (t == count)
            targets[count++] = (struct target){row->referent, row->target, 0};
        targets[t].total += count_of(row);
    }
    if (count > 1)
        qsort(targets, count, sizeof *targets, by_total);
    return count;
}

static bool is_column(const struct target *targets, size_t count, uint32_t referent)
{
    for (size_t t = 0; t < count; t++)
        if (targets[t].referent == referent)
            return true;
    return false;
}

/* By article, the outlet first, then who judges most. */
static int by_speaker(const void *left, const void *right)
{
    const struct speaker *a = left;
    const struct speaker *b = right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    if ((a->name.size == 0) != (b->name.size == 0))
        return a->name.size == 0 ? -1 : 1;
    if (a->total != b->total)
        return a->total < b->total ? 1 : -1;
    return px_slice_compare(a->name, b->name);
}

static size_t find_speakers(const struct px_comparison *comparison, const struct target *targets, size_t columns,
                            struct speaker *speakers)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->evaluations.count; i++) {
        const struct px_evaluations *row = &comparison->evaluations.items[i];
        if (!is_column(targets, columns, row->referent))
            continue;
        size_t s = 0;
        while (s < count && !(speakers[s].article == row->article && px_slice_equal(speakers[s].name, row->speaker)))
            s++;
        if (s == count)
            speakers[count++] = (struct speaker){row->article, row->speaker, 0};
        speakers[s].total += count_of(row);
    }
    if (count > 1)
        qsort(speakers, count, sizeof *speakers, by_speaker);
    return count;
}

static void write_cell(struct px_page *page, const struct speaker *speaker, uint32_t referent)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->evaluations.count; i++) {
        const struct px_evaluations *row = &comparison->evaluations.items[i];
        if (row->referent != referent || row->article != speaker->article ||
            !px_slice_equal(row->speaker, speaker->name))
            continue;
        px_buffer_printf(page->out, " +%u −%u ", row->positive, row->negative);
        px_page_cite(page, row->article, &row->evidence, 2);
        px_buffer_string(page->out, " |");
        return;
    }
    px_buffer_string(page->out, " |");
}

static void write_speaker(struct px_page *page, const struct speaker *speaker, const struct target *targets,
                          size_t columns)
{
    px_buffer_printf(page->out, "| %c: ", px_page_letter(speaker->article));
    if (speaker->name.size == 0)
        px_buffer_string(page->out, "own voice");
    else
        px_page_excerpt(page, speaker->name, 50);
    px_buffer_string(page->out, " |");
    for (size_t t = 0; t < columns; t++)
        write_cell(page, speaker, targets[t].referent);
    px_buffer_byte(page->out, '\n');
}

static void write_head(struct px_page *page, const struct target *targets, size_t columns)
{
    px_buffer_string(page->out, "Who speaks how of whom: words of judgement that by the sentence's grammar are said of "
                                "somebody, in the article's own voice and by those it quotes; what somebody says of "
                                "himself is left out.\n\n| speaker |");
    for (size_t t = 0; t < columns; t++) {
        px_buffer_string(page->out, " of ");
        px_page_excerpt(page, targets[t].name, 40);
        px_buffer_string(page->out, " |");
    }
    px_buffer_string(page->out, "\n| --- |");
    for (size_t t = 0; t < columns; t++)
        px_buffer_string(page->out, " --- |");
    px_buffer_byte(page->out, '\n');
}

static void write_matrix(struct px_page *page, const struct target *targets, size_t target_count,
                         struct speaker *speakers)
{
    size_t columns = target_count < MOST_TARGETS ? target_count : MOST_TARGETS;
    size_t count = find_speakers(page->comparison, targets, columns, speakers);
    size_t shown = 0;
    write_head(page, targets, columns);
    for (size_t s = 0; s < count && shown < MOST_SPEAKERS; s++) {
        write_speaker(page, &speakers[s], targets, columns);
        shown++;
    }
    px_buffer_byte(page->out, '\n');
    if (count > shown || target_count > columns)
        px_buffer_printf(page->out, "%zu more speakers and %zu more of whom they speak are in the JSON.\n\n",
                         count - shown, target_count - columns);
}

void px_page_matrix(struct px_page *page)
{
    size_t count = page->comparison->evaluations.count;
    struct target *targets = px_arena_array(&page->arena, struct target, count + 1);
    struct speaker *speakers = px_arena_array(&page->arena, struct speaker, count + 1);
    if (targets == NULL || speakers == NULL) {
        page->out->failed = true;
        return;
    }
    size_t found = find_targets(page->comparison, targets);
    if (found > 0)
        write_matrix(page, targets, found, speakers);
}
