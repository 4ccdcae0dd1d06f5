/* What is found without knowing words that no entry holds, nor where sentences end, is what is found with all of it known:
 * over lexicons and texts made at random, of every kind of entry. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "article/segment.h"
#include "lexicon/match.h"
#include "random_text.h"

enum { ROUNDS = 400, TEXTS = 8, ENTRIES = 12, WORDS = 40 };

static const char *const words[] = {"the",
                                    "The",
                                    "a",
                                    "of",
                                    "regime",
                                    "Regimes",
                                    "state",
                                    "state-sponsored",
                                    "sponsored",
                                    "don't",
                                    "U.S.",
                                    "us",
                                    "p.m.",
                                    "Johnson's",
                                    "said",
                                    "government",
                                    "govern",
                                    "counter-revolutionaries",
                                    "café",
                                    "NAÏVE",
                                    "2017",
                                    "5",
                                    "no",
                                    "No",
                                    "arms",
                                    "ab",
                                    "abc",
                                    "’s",
                                    "中文",
                                    "@name_1",
                                    "I",
                                    "A",
                                    "it's",
                                    "it’s",
                                    "intergovernmentalism"};
static const char *const marks[] = {".", ",", "!", "?", "...", "\"", "“", "”", ";", "(", ")", "—", "-"};
static const char *const patterns[] = {"/s[a-z]*/", "/[a-z]+s/", "/go.*/", "/(a|ab)/", "/[0-9]+/"};

/* The first are picked most. */
static const char *pick(uint64_t *seed, const char *const *list, size_t count)
{
    return list[random_below(seed, random_below(seed, count) + 1)];
}

#define PICK(seed, list) pick((seed), (list), sizeof(list) / sizeof *(list))

/* A word, or a wildcard made of one. */
static void add_piece(uint64_t *seed, struct px_buffer *out)
{
    struct px_slice word = px_slice_from(PICK(seed, words));
    size_t cut = random_below(seed, word.size + 1);
    while (cut < word.size && ((unsigned char)word.data[cut] & 0xC0) == 0x80)
        cut++;
    switch (random_below(seed, 8)) {
    case 0:
        px_buffer_append(out, px_slice_part(word, 0, cut));
        px_buffer_byte(out, '*');
        break;
    case 1:
        px_buffer_append(out, px_slice_part(word, 0, cut));
        px_buffer_byte(out, '?');
        break;
    case 2:
        px_buffer_byte(out, '*');
        px_buffer_append(out, random_below(seed, 4) == 0 ? px_slice_part(word, cut, word.size) : PX_SLICE(""));
        break;
    default: px_buffer_append(out, word);
    }
}

static void add_phrase(uint64_t *seed, struct px_buffer *out)
{
    px_buffer_string(out, PICK(seed, words)); /* with a wildcard alone in front every word would be wanted */
    for (size_t count = random_below(seed, 3); count > 0; count--) {
        px_buffer_byte(out, ' ');
        if (random_below(seed, 3) == 0)
            px_buffer_string(out, PICK(seed, marks));
        else
            add_piece(seed, out);
    }
}

static void add_row(uint64_t *seed, struct px_buffer *out)
{
    size_t kind = random_below(seed, 24);
    if (kind == 0)
        px_buffer_string(out, PICK(seed, patterns));
    else if (kind == 1)
        px_buffer_string(out, "/the \\w+/");
    else if (kind < 8)
        add_piece(seed, out);
    else
        add_phrase(seed, out);
    px_buffer_printf(out, "\tc%zu\t", random_below(seed, 3));
    if (random_below(seed, 5) == 0)
        add_phrase(seed, out);
    px_buffer_string(out, random_below(seed, 5) == 0 ? "\texact\n" : "\t\n");
}

static void make_text(uint64_t *seed, struct px_buffer *out)
{
    for (size_t count = random_below(seed, WORDS); count > 0; count--) {
        px_buffer_string(out, PICK(seed, words));
        if (random_below(seed, 4) == 0)
            px_buffer_string(out, PICK(seed, marks));
        px_buffer_byte(out, random_below(seed, 12) == 0 ? '-' : ' ');
    }
}

struct trial {
    struct px_segmenter segmenter;
    struct px_lexicon lexicon;
    struct px_matcher *matcher;
    struct px_vocabulary *vocabulary; /* one for all lexicons, and for both ways of looking */
    struct px_match_cache *cache;
    struct px_buffer text;
    size_t compared, crossed, found;
};

static bool load(struct trial *trial, uint64_t *seed)
{
    struct px_buffer rows = {0};
    struct px_error error = {0};
    px_buffer_string(&rows, "entry\tcategory\tunless\tcase\n");
    for (size_t count = 1 + random_below(seed, ENTRIES); count > 0; count--)
        add_row(seed, &rows);
    const struct px_lexicon *list[] = {&trial->lexicon};
    bool fine = px_lexicon_read(px_buffer_slice(&rows), "test.tsv", &trial->lexicon, &error) == PX_OK &&
                px_matcher_new(list, 1, &trial->segmenter, &trial->matcher, &error) == PX_OK;
    if (fine && random_below(seed, 2) == 0)
        px_matcher_nest_in_categories(trial->matcher);
    fine = fine && px_match_cache_new(trial->matcher, trial->vocabulary, &trial->cache, &error) == PX_OK;
    px_buffer_release(&rows);
    return fine;
}

static void unload(struct trial *trial)
{
    px_match_cache_free(trial->cache);
    px_matcher_free(trial->matcher);
    px_lexicon_release(&trial->lexicon);
    trial->cache = NULL;
    trial->matcher = NULL;
}

/* An article of one or two paragraphs, segmented and searched. */
static void find(struct trial *trial, bool blocks, struct px_article *article)
{
    *article = (struct px_article){.text = px_buffer_slice(&trial->text)};
    uint32_t size = (uint32_t)article->text.size, middle = size / 2;
    while (middle < size && article->text.data[middle] != ' ')
        middle++;
    for (uint32_t i = 0; i < 2; i++) {
        struct px_block *block = px_vector_push(&article->blocks, &article->arena);
        *block = (struct px_block){.start = i == 0 ? 0 : middle, .end = i == 0 ? middle : size};
        block->role = PX_ROLE_PARAGRAPH;
    }
    enum px_status status = blocks
                                ? px_article_segment_blocks(article, &trial->segmenter,
                                                            px_matcher_filter(trial->matcher), trial->vocabulary, NULL)
                                : px_article_segment(article, &trial->segmenter, trial->vocabulary, NULL);
    assert_int_equal(status, PX_OK);
    assert_int_equal(px_matcher_find(trial->cache, article->text, &article->tokens, &article->sentences,
                                     &article->arena, &article->hits, NULL),
                     PX_OK);
}

static void compare(struct trial *trial)
{
    struct px_article known, unknown;
    find(trial, true, &unknown);
    bool crosses = px_match_cache_crosses(trial->cache);
    find(trial, false, &known);
    assert_int_equal(known.tokens.count, unknown.tokens.count);
    assert_int_equal(known.counts.words, unknown.counts.words);
    trial->crossed += crosses;
    if (!crosses) {
        assert_int_equal(known.hits.count, unknown.hits.count);
        if (known.hits.count > 0)
            assert_memory_equal(known.hits.items, unknown.hits.items, known.hits.count * sizeof *known.hits.items);
        trial->found += known.hits.count;
        trial->compared++;
    }
    px_article_release(&known);
    px_article_release(&unknown);
}

static void init(struct trial *trial)
{
    *trial = (struct trial){0};
    px_table_add(&trial->segmenter.abbreviations, PX_SLICE("u.s."), NULL);
    px_table_add(&trial->segmenter.abbreviations, PX_SLICE("p.m."), NULL);
    px_table_add(&trial->segmenter.clitics, PX_SLICE("'s"), NULL);
    trial->segmenter.abbreviation_kinds = calloc(2, 1);
    assert_non_null(trial->segmenter.abbreviation_kinds);
    assert_int_equal(px_vocabulary_new("en", &trial->vocabulary, NULL), PX_OK);
    assert_int_equal(px_vocabulary_stop(trial->vocabulary, PX_SLICE("the")), PX_OK);
    assert_int_equal(px_vocabulary_stop(trial->vocabulary, PX_SLICE("a")), PX_OK);
}

static void test_hits(void **state)
{
    (void)state;
    struct trial trial;
    uint64_t seed = 20240611;
    init(&trial);
    for (int round = 0; round < ROUNDS; round++) {
        bool fine = load(&trial, &seed);
        for (int i = 0; fine && i < TEXTS && !px_matcher_needs_sentences(trial.matcher); i++) {
            px_buffer_clear(&trial.text);
            make_text(&seed, &trial.text);
            compare(&trial);
        }
        unload(&trial);
    }
    assert_true(trial.compared > ROUNDS * TEXTS / 4);
    assert_true(trial.crossed > 10);
    assert_true(trial.found > trial.compared);
    px_buffer_release(&trial.text);
    px_vocabulary_free(trial.vocabulary);
    px_segmenter_release(&trial.segmenter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
