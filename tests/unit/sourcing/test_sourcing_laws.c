/* What holds of every statement that the model finds, and of its file. */
#include "sourcing_fixture.h"

#include "../syntax/crew_fixture.h"

/* Lays the spans over the text's bytes; false where another lies already. */
static bool lay(const struct px_spans *spans, uint8_t *bytes, uint8_t value)
{
    for (size_t s = 0; s < spans->count; s++) {
        struct px_span span = spans->items[s];
        if (span.start >= span.end || span.end > story.article.text.size)
            return false;
        for (uint32_t i = span.start; i < span.end; i++) {
            if (bytes[i] == value)
                return false;
            bytes[i] = value;
        }
    }
    return true;
}

/* Spans lie in the text, cues apart from each other, and so do contents; what stands in indirect speech is held by one. */
static void check_laws(void)
{
    size_t size = story.article.text.size;
    uint8_t *cues = calloc(size + 1, 1), *contents = calloc(size + 1, 1), *speaker = calloc(size + 1, 1);
    assert_true(cues != NULL && contents != NULL && speaker != NULL);
    for (size_t i = 0; i < story.article.attributions.count; i++) {
        const struct px_attribution *it = &story.article.attributions.items[i];
        memset(speaker, 0, size);
        assert_true(it->cue.count > 0 && it->content.count > 0);
        assert_true(lay(&it->cue, cues, 1));
        assert_true(lay(&it->content, contents, 1));
        assert_true(lay(&it->speaker, speaker, 1));
        assert_true(it->confidence >= 0 && it->confidence <= 1);
        assert_in_range(it->sentence, 0, story.article.sentences.count - 1);
        assert_true(it->entity == PX_NONE || it->entity < story.article.entities.count);
    }
    for (size_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *token = &story.article.tokens.items[t];
        if (token->voice == PX_VOICE_INDIRECT && token->attribution != PX_NONE) /* else it is what somebody holds */
            assert_int_equal(contents[token->start], 1);
    }
    free(cues);
    free(contents);
    free(speaker);
}

static void spans_obey_the_laws(void **state)
{
    static const char *const texts[] = {
        "",
        "Said.",
        "“",
        "said said said said said said “said” said said",
        "“One,” said “Two,” said “Three,” said Four.\n“Five,\n“Six,\n“Seven.”",
        "According to according to him, according to her, he said she said it said they said so.",
        "“We have waited long enough for all of this,” Mara Venn said",
        "“We have waited long enough for all of this,” Mara Venn said that",
        "After Mara Venn said",
        ", when he said that the pits would close.",
        "When he said that the pits would close.",
        "He said that she said that they said that we said that you said that I said nothing.",
    };
    (void)state;
    read_story(tale);
    check_laws();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_story(texts[i]);
        check_laws();
    }
}

/* Words of the tale in an order of chance. */
static void spans_obey_the_laws_in_noise(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 30; seed++) {
        struct px_buffer text = {0};
        uint32_t dice = seed;
        for (int i = 0; i < 150; i++) {
            struct px_slice rest = px_slice_from(tale), word = {0};
            dice = dice * 1664525 + 1013904223;
            for (uint32_t skip = (dice >> 16) % 90; px_slice_next(&rest, ' ', &word) && skip > 0; skip--)
                continue;
            px_buffer_append(&text, word);
            px_buffer_byte(&text, (dice >> 8) % 23 == 0 ? '\n' : ' ');
        }
        assert_false(text.failed);
        read_story(text.data);
        check_laws();
        px_buffer_release(&text);
    }
}

static void the_same_text_gives_the_same(void **state)
{
    double confidences[16];
    size_t count;
    (void)state;
    read_story(tale);
    count = story.article.attributions.count;
    assert_in_range(count, 5, 16);
    for (size_t i = 0; i < count; i++)
        confidences[i] = story.article.attributions.items[i].confidence;
    read_story("Another text, said nobody, came between.");
    read_story(tale);
    assert_int_equal(story.article.attributions.count, count);
    for (size_t i = 0; i < count; i++)
        assert_true(story.article.attributions.items[i].confidence == confidences[i]);
}

/* A crew shares the tokens and the cues of a long article; what is found is the same. */
static void a_crew_changes_nothing(void **state)
{
    enum { TALES = 6, MOST = 16 * TALES };
    static char text[TALES * 1024];
    struct {
        double confidence;
        struct px_span content;
    } alone[MOST];
    (void)state;
    size_t size = strlen(tale);
    assert_true(TALES * size < sizeof text);
    for (size_t i = 0; i < TALES; i++)
        memcpy(text + i * size, tale, size);
    read_story(text);
    size_t count = story.article.attributions.count;
    assert_in_range(count, 5 * TALES, MOST);
    for (size_t i = 0; i < count; i++) {
        const struct px_attribution *it = &story.article.attributions.items[i];
        alone[i].confidence = it->confidence;
        alone[i].content = it->content.items[it->content.count - 1];
    }
    struct px_parser *lone = parser;
    struct together crew = {0};
    set_up_together(&crew, grammar->syntax);
    parser = crew.parsers[0];
    for (size_t round = 0; round < 5; round++) {
        read_together(&crew, read_story, text);
        assert_int_equal(story.article.attributions.count, count);
        for (size_t i = 0; i < count; i++) {
            const struct px_attribution *it = &story.article.attributions.items[i];
            assert_true(it->confidence == alone[i].confidence);
            assert_memory_equal(&it->content.items[it->content.count - 1], &alone[i].content, sizeof alone[i].content);
        }
    }
    tear_down_together(&crew);
    parser = lone;
}

static void broken_files_are_refused(void **state)
{
    struct px_arena arena = {0};
    struct px_slice bytes;
    struct px_sourcing_model *opened = NULL;
    (void)state;
    assert_int_equal(px_file_read("lexicons/en/sourcing.model", SIZE_MAX, &arena, &bytes, NULL), PX_OK);
    assert_int_equal(px_sourcing_model_open(bytes, "a", &opened, NULL), PX_OK);
    px_sourcing_model_free(opened);
    for (size_t size = 0; size < bytes.size; size += 1 + size * 2) {
        struct px_error error = {0};
        assert_int_not_equal(px_sourcing_model_open(px_slice_part(bytes, 0, size), "a", &opened, &error), PX_OK);
        assert_null(opened);
        assert_string_equal(error.file, "a");
    }
    char *copy = malloc(bytes.size + 1);
    assert_non_null(copy);
    memcpy(copy, bytes.data, bytes.size);
    bytes.data = copy;
    copy[8] = 99;
    assert_int_equal(px_sourcing_model_open(bytes, "a", &opened, NULL), PX_ERROR_INPUT);
    copy[8] = PX_SOURCING_VERSION;
    copy[PX_SOURCING_HEAD + 8] = (char)(copy[PX_SOURCING_HEAD + 8] + 1); /* no whole number of lines */
    assert_int_equal(px_sourcing_model_open(bytes, "a", &opened, NULL), PX_ERROR_INPUT);
    free(copy);
    px_arena_release(&arena);
}

static void a_folder_without_the_file_gives_none(void **state)
{
    struct px_sourcing_model *none = NULL;
    (void)state;
    assert_int_equal(px_sourcing_model_new("lexicons", "de", &none, NULL), PX_OK);
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_obey_the_laws),          cmocka_unit_test(spans_obey_the_laws_in_noise),
        cmocka_unit_test(the_same_text_gives_the_same), cmocka_unit_test(a_crew_changes_nothing),
        cmocka_unit_test(broken_files_are_refused),     cmocka_unit_test(a_folder_without_the_file_gives_none),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
