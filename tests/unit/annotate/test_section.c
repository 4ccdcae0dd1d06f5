#include <math.h>

#include "story_fixture.h"

#include "annotate/section_cut.h"

/* Twelve paragraphs on a harbour strike, then twelve on a mine. */
static const char *const harbour[] = {
    "The strike shut the harbour and the cranes stood still.", "Dockers left the harbour when the strike began.",
    "Cranes, docks and ships waited for the strike to end.", "The dockers want shorter night shifts at the cranes."};
static const char *const mine[] = {
    "The copper mine flooded after the rain.", "Pumps failed and copper ore was lost in the mine.",
    "Miners left the shaft when the pumps failed.", "The shaft of the copper mine is closed to miners."};

static void write_story(struct px_buffer *out, int rounds)
{
    for (int i = 0; i < 4 * rounds; i++)
        px_buffer_printf(out, "%s\n", harbour[i % 4]);
    for (int i = 0; i < 4 * rounds; i++)
        px_buffer_printf(out, "%s\n", mine[i % 4]);
}

static bool has_label(const struct px_section *section, const char *word)
{
    for (size_t i = 0; i < section->label_count; i++)
        if (px_slice_is(section->label[i], word))
            return true;
    return false;
}

static void check_two_topics(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    write_story(&text, 3);
    story_read(text.data);
    assert_int_equal(story.article.sections.count, 2);
    const struct px_section *sections = story.article.sections.items;
    assert_int_equal(sections[0].block_count, 12);
    assert_int_equal(sections[1].first_block, 12);
    assert_int_equal(sections[1].block_count, 12);
    assert_int_equal(sections[0].heading.size, 0);
    assert_true(has_label(&sections[0], "strike") || has_label(&sections[0], "harbour"));
    assert_true(has_label(&sections[1], "copper"));
    assert_false(has_label(&sections[1], "strike"));
    px_buffer_release(&text);
}

/* The user's words for it name both parts, and keep each together. */
static void check_user_topics(void **state)
{
    (void)state;
    const struct px_resources_options options = {
        .language = "en", .directory = "lexicons", .topics = "tests/unit/annotate/topics.tsv"};
    struct px_resources *resources;
    struct px_worker worker;
    struct px_article article = {0};
    struct px_buffer text = {0};
    assert_int_equal(px_resources_new(&options, &resources, &story.error), PX_OK);
    assert_int_equal(px_resources_topics(resources), PX_LEXICON_OWN);
    assert_false(px_resources_shown(resources, PX_LEXICON_OWN));
    assert_false(px_resources_counted(resources, PX_LEXICON_OWN));
    assert_int_equal(px_worker_init(&worker, resources, &story.error), PX_OK);
    write_story(&text, 3);
    story_lay_out(text.data);
    assert_int_equal(px_annotate(&worker, NULL, &story.article, &story.error), PX_OK);
    assert_int_equal(story.article.sections.count, 2);
    assert_int_equal(story.article.sections.items[0].label_count, 1);
    assert_true(has_label(&story.article.sections.items[0], "Labour"));
    assert_true(has_label(&story.article.sections.items[1], "Mining"));
    px_article_release(&story.article);
    story.article = article;
    px_worker_release(&worker);
    px_resources_free(resources);
    px_buffer_release(&text);
}

static void check_headings(void **state)
{
    (void)state;
    story_read("# Two troubles\nA word before.\n## The harbour\nThe strike goes on.\n## The mine\nThe pumps failed.");
    assert_int_equal(story.article.sections.count, 3);
    const struct px_section *sections = story.article.sections.items;
    assert_int_equal(sections[0].first_block, 0);
    assert_int_equal(sections[0].heading.size, 0);
    assert_true(px_slice_is(sections[1].heading, "The harbour"));
    assert_true(px_slice_is(sections[2].heading, "The mine"));
    assert_int_equal(sections[2].end, story.article.text.size);
}

/* Sections tile the blocks; every sentence knows its own; labels hold four at most. */
static void check_tiling(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    px_buffer_string(&text, "# Headline\n");
    write_story(&text, 4);
    px_buffer_string(&text, "## Heading\nOne more.\n## Another\n");
    write_story(&text, 2);
    story_read(text.data);
    const struct px_article *article = &story.article;
    uint32_t block = 0;
    for (size_t i = 0; i < article->sections.count; i++) {
        const struct px_section *section = &article->sections.items[i];
        assert_int_equal(section->first_block, block);
        assert_true(section->block_count > 0);
        assert_true(section->label_count <= 4);
        block += section->block_count;
        assert_int_equal(section->start, article->blocks.items[section->first_block].start);
        assert_int_equal(section->end, article->blocks.items[block - 1].end);
    }
    assert_int_equal(block, article->blocks.count);
    for (size_t i = 0; i < article->sentences.count; i++) {
        const struct px_sentence *sentence = &article->sentences.items[i];
        const struct px_section *section = &article->sections.items[sentence->section];
        assert_true(sentence->start >= section->start && sentence->end <= section->end);
    }
    px_buffer_release(&text);
}

static double spread(const double of_part[3], double units)
{
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += of_part[i] * of_part[i];
    return units - sum / units;
}

/* The dynamic programming against every possible row of segments. */
static double describe(const struct px_cut_text *text, const bool *cut)
{
    double cost = 0;
    double ln_words = 2 * log(text->starts[text->unit_count]);
    size_t units = 0;
    double of_part[3] = {0}; /* units of each of the three vocabularies, which are all alike in themselves */
    uint32_t counts[8] = {0};
    uint32_t total = 0;
    for (size_t unit = 0; unit < text->unit_count; unit++) {
        if (unit == 0 || cut[unit]) {
            cost += ln_words;
            cost += units > 0 ? 2.5 * spread(of_part, (double)units) : 0;
            total = 0;
            units = 0;
            memset(of_part, 0, sizeof of_part);
            memset(counts, 0, sizeof counts);
        }
        for (uint32_t i = text->starts[unit]; i < text->starts[unit + 1]; i++)
            cost += log(total++ + 0.2 * (double)text->vocabulary) - log(counts[text->words[i]]++ + 0.2);
        of_part[text->words[text->starts[unit]] / 3]++;
        units++;
    }
    return cost + 2.5 * spread(of_part, (double)units);
}

static void check_optimum(void **state)
{
    (void)state;
    enum { UNITS = 10, WORDS = 6 };
    /* topic 0 1 2 / 3 4 5 / 6 7: no word in common, so that nothing is joined again */
    static const uint8_t pattern[UNITS][WORDS] = {
        {0, 1, 2, 0, 1, 2}, {0, 0, 1, 1, 2, 2}, {2, 1, 0, 2, 1, 0}, {3, 4, 5, 3, 4, 5}, {5, 4, 3, 5, 4, 3},
        {3, 3, 4, 4, 5, 5}, {4, 5, 3, 4, 5, 3}, {6, 7, 6, 7, 6, 7}, {7, 6, 7, 6, 7, 6}, {6, 6, 7, 7, 6, 7}};
    uint32_t words[UNITS * WORDS];
    uint32_t starts[UNITS + 1];
    for (uint32_t u = 0; u < UNITS; u++)
        for (uint32_t w = 0; w < WORDS; w++)
            words[u * WORDS + w] = pattern[u][w];
    for (uint32_t u = 0; u <= UNITS; u++)
        starts[u] = u * WORDS;
    struct px_cut_text text = {words, starts, NULL, UNITS, 8};
    double best = HUGE_VAL;
    uint32_t best_mask = 0;
    for (uint32_t mask = 0; mask < 1u << (UNITS - 1); mask++) {
        bool cut[UNITS] = {false};
        for (uint32_t u = 1; u < UNITS; u++)
            cut[u] = (mask >> (u - 1) & 1) != 0;
        double cost = describe(&text, cut);
        if (cost < best) {
            best = cost;
            best_mask = mask;
        }
    }
    struct px_arena arena = {0};
    uint32_t cuts[UNITS];
    size_t count;
    uint32_t found = 0;
    assert_true(px_cut_find(&text, &arena, cuts, &count));
    for (size_t i = 0; i < count; i++)
        found |= 1u << (cuts[i] - 1);
    assert_int_equal(found, best_mask);
    assert_int_equal(count, 2);
    px_arena_release(&arena);
}

/* Four units of six words behind as many others, two on one topic and two on another. */
static void lay_units(uint32_t *words, uint32_t starts[5], uint32_t before)
{
    for (uint32_t i = 0; i < 24; i++)
        words[before + i] = i < 12 ? i % 2 : 2 + i % 2;
    for (uint32_t u = 0; u < 5; u++)
        starts[u] = before + u * 6;
}

static void check_bars(void **state)
{
    (void)state;
    uint32_t words[24];
    uint32_t starts[5];
    bool barred[4] = {false, false, true, false};
    lay_units(words, starts, 0);
    struct px_cut_text text = {words, starts, NULL, 4, 4};
    struct px_arena arena = {0};
    uint32_t cuts[4];
    size_t count;
    assert_true(px_cut_find(&text, &arena, cuts, &count));
    assert_int_equal(count, 1);
    assert_int_equal(cuts[0], 2);
    text.barred = barred;
    assert_true(px_cut_find(&text, &arena, cuts, &count));
    for (size_t i = 0; i < count; i++)
        assert_int_not_equal(cuts[i], 2);
    px_arena_release(&arena);
}

/* A part of a longer text is cut by its own words, and takes room for no others. */
static void check_part(void **state)
{
    (void)state;
    enum { BEFORE = 100000 };
    static uint32_t words[BEFORE + 24];
    uint32_t starts[5];
    lay_units(words, starts, BEFORE);
    struct px_cut_text text = {words, starts, NULL, 4, 4};
    struct px_arena arena = {0};
    uint32_t cuts[4];
    size_t count;
    assert_true(px_cut_find(&text, &arena, cuts, &count));
    assert_int_equal(count, 1);
    assert_true(arena.total < BEFORE);
    px_arena_release(&arena);
}

static void check_nothing(void **state)
{
    (void)state;
    story_read("");
    assert_int_equal(story.article.sections.count, 0);
    story_read("One paragraph.");
    assert_int_equal(story.article.sections.count, 1);
    story_read("...\n!\n?\n;\n.\n,\n-\n.\n.\n.\n.\n.\n");
    assert_int_equal(story.article.sections.items[0].first_block, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_two_topics), cmocka_unit_test(check_user_topics), cmocka_unit_test(check_headings),
        cmocka_unit_test(check_tiling),     cmocka_unit_test(check_optimum),     cmocka_unit_test(check_bars),
        cmocka_unit_test(check_part),       cmocka_unit_test(check_nothing),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
