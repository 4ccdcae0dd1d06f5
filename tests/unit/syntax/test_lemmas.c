/* Lemmas by rules over a form's end. */
#include "syntax_fixture.h"

#include <string.h>

#include "base/buffer.h"
#include "syntax/lemmas.h"

enum { TAG = 7 };

/* The lemma under one rule: every form of the tag is folded and loses a byte. */
static void expect(const char *form, const char *wanted)
{
    const struct px_script script = {.fold = true, .cut = 1};
    uint32_t digest = px_lemma_digest(TAG, PX_SLICE(""), false);
    const uint8_t slot[PX_LEMMA_SLOT] = {
        (uint8_t)digest, (uint8_t)(digest >> 8), (uint8_t)(digest >> 16), (uint8_t)(digest >> 24), 0, 0};
    const struct px_lemma_rules rules = {.slots = slot, .scripts = &script, .script_count = 1};
    struct px_buffer folded = {0};
    struct px_arena arena = {0};
    struct px_slice lemma = px_lemma_find(&rules, px_slice_from(form), TAG, &folded, &arena);
    assert_int_equal(lemma.size, strlen(wanted));
    assert_memory_equal(lemma.data, wanted, lemma.size);
    px_buffer_release(&folded);
    px_arena_release(&arena);
}

static void test_cuts_at_the_end(void **state)
{
    (void)state;
    expect("Runs", "run");
    expect("s", "s");
}

static void test_cuts_whole_characters(void **state)
{
    (void)state;
    expect("caf\xC3\xA9", "caf");
    expect("\xC3\xA2", "\xC3\xA2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts_at_the_end),
        cmocka_unit_test(test_cuts_whole_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
