/* Where sections begin. */
#include <stdio.h>

#include "measures.h"

/* The program's section of a gold block: the last that has begun at its start. */
static uint32_t section_of(struct reading *reading, uint32_t block)
{
    uint32_t at = reading->gold.blocks.items[block].start;
    uint32_t section = 0;
    while (section + 1 < reading->article.sections.count && reading->article.sections.items[section + 1].start <= at)
        section++;
    return section;
}

/* Headings of the gold file that head a section which begins there, and headings that do not. */
static void measure_headings(struct reading *reading, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    size_t headed = 0, headings = 0, right = 0;
    for (size_t i = 0; i < reading->article.sections.count; i++)
        headed += reading->article.sections.items[i].heading.size > 0;
    for (size_t i = 0; i < gold->sections.count; i++) {
        const struct gold_section *section = &gold->sections.items[i];
        if (section->heading == NULL)
            continue;
        const struct px_section *ours = &reading->article.sections.items[section_of(reading, section->first_block)];
        bool found = px_slice_is(ours->heading, section->heading) &&
                     ours->start == gold->blocks.items[section->first_block].start;
        headings++;
        right += found;
        if (!found)
            printf("  no section under the heading: %s\n", section->heading);
    }
    score_share(scores, "headings.found", right, headings);
    score_share(scores, "headings.nothing_else", right, headed);
}

/* 1 - Pk (Beeferman, Berger & Lafferty 1999): of all pairs of blocks k apart, the share on which both agree whether they
 * stand in one section; k is half the mean length of a gold section. */
static void measure_agreement(struct reading *reading, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    size_t blocks = gold->blocks.count;
    size_t k = (blocks + gold->sections.count) / (2 * gold->sections.count);
    size_t agree = 0, pairs = 0;
    for (size_t i = 0; i + k < blocks; i++, pairs++) {
        uint32_t a = (uint32_t)i, b = (uint32_t)(i + k);
        bool ours = section_of(reading, a) == section_of(reading, b);
        agree += ours == (gold_section_of(gold, a) == gold_section_of(gold, b));
    }
    score_share(scores, "sections.agreement", agree, pairs);
}

static void measure_boundaries(struct reading *reading, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    double right = 0, found = 0, expected = 0;
    for (uint32_t b = 1; b < gold->blocks.count; b++) {
        bool ours = section_of(reading, b) != section_of(reading, b - 1);
        bool theirs = gold_section_of(gold, b) != gold_section_of(gold, b - 1);
        found += ours;
        expected += theirs;
        right += ours && theirs;
        if (ours != theirs)
            printf("  boundary before block %u: %s\n", b, ours ? "ours alone" : "gold alone");
    }
    score_f1(scores, "boundaries", right, found, expected);
}

void measure_sections(struct reading *reading, struct scores *scores)
{
    measure_headings(reading, scores);
    measure_agreement(reading, scores);
    measure_boundaries(reading, scores);
}
