/* Parting tokens into the words of the treebanks. */
#include "syntax_fixture.h"

#include "base/buffer.h"
#include "syntax/words.h"

static struct px_word_splitter splitter;
static struct px_resources *resources;

static int open_splitter(void **state)
{
    (void)state;
    const struct px_resources_options wanted = {.language = "en"};
    assert_int_equal(px_word_splitter_init(NULL, "en", &splitter, NULL), PX_OK);
    assert_int_equal(px_resources_new(&wanted, &resources, NULL), PX_OK);
    return 0;
}

static int close_splitter(void **state)
{
    (void)state;
    px_word_splitter_release(&splitter);
    px_resources_free(resources);
    return 0;
}

/* The words with a bar between those that touch and a space between the others. */
static void expect(const char *text, const char *wanted)
{
    struct px_worker worker;
    struct px_tokens tokens = {0};
    struct px_syntax_words words = {0};
    struct px_buffer shown = {0};
    struct px_slice bytes = px_slice_from(text);
    struct px_arena arena = {0};
    assert_int_equal(px_worker_init(&worker, resources, NULL), PX_OK);
    assert_int_equal(px_words_find(bytes, (struct px_span){0, (uint32_t)bytes.size}, px_resources_segmenter(resources),
                                   worker.vocabulary, &arena, &tokens, NULL),
                     PX_OK);
    assert_true(px_words_split(&splitter, bytes, &tokens, (struct px_span){0, (uint32_t)tokens.count}, &arena, &words));
    for (size_t i = 0; i < words.count; i++) {
        if (i > 0)
            px_buffer_byte(&shown, words.items[i].start == words.items[i - 1].end ? '|' : ' ');
        px_buffer_append(&shown, px_slice_part(bytes, words.items[i].start, words.items[i].end));
    }
    assert_string_equal(shown.data == NULL ? "" : shown.data, wanted);
    px_buffer_release(&shown);
    px_arena_release(&arena);
    px_worker_release(&worker);
}

static void test_words_are_parted_as_in_the_treebanks(void **state)
{
    (void)state;
    expect("The eye-witness spoke.", "The eye|-|witness spoke|.");
    expect("A pre-war anti-tank non-event", "A pre-war anti-tank non-event");
    expect("They don't, can't and cannot.", "They do|n't|, ca|n't and can|not|.");
    expect("It\xE2\x80\x99s Anna\xE2\x80\x99s; they don\xE2\x80\x99t.",
           "It|\xE2\x80\x99s Anna|\xE2\x80\x99s|; they do|n\xE2\x80\x99t|.");
    expect("$5m or 5% at 7pm", "$|5|m or 5|% at 7|pm");
    expect("the 20th and 1990s", "the 20th and 1990s");
    expect("Mr. Roy of the U.S. left.", "Mr. Roy of the U.S. left|.");
    expect("either/or", "either|/|or");
    expect("well-to-do", "well|-|to|-|do");
    expect("", "");
}

/* Whatever the text, words tile their tokens. */
static void test_odd_words_are_parted_without_gaps(void **state)
{
    (void)state;
    expect("-", "-");
    expect("a- -b", "a|- -|b");
    expect("n't", "n't");
    expect("\xC3\x89t\xC3\xA9-l\xC3\xA0", "\xC3\x89t\xC3\xA9|-|l\xC3\xA0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_parted_as_in_the_treebanks),
        cmocka_unit_test(test_odd_words_are_parted_without_gaps),
    };
    return cmocka_run_group_tests(tests, open_splitter, close_splitter);
}
