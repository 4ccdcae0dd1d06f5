/* Any bytes as a lexicon of whatever format and, behind a form feed, a text to search: no reading outside, no hit outside
 * of its sentence, the second reading of a text is as the first, and what is written in any format can be read again. */
#include "target.h"

#include "lexicon/check.h"
#include "lexicon/format.h"
#include "lexicon/match.h"

#define EXPECT(condition) PX_EXPECT(condition)

static void search(const struct px_lexicon *lexicon, struct px_slice text, struct px_vocabulary *vocabulary)
{
    struct px_matcher *matcher = NULL;
    struct px_match_cache *cache = NULL;
    struct px_arena arena = {0};
    struct px_tokens tokens = {0};
    struct px_sentences sentences = {0};
    struct px_hits first = {0};
    struct px_hits second = {0};
    if (px_matcher_new(&lexicon, 1, NULL, &matcher, NULL) != PX_OK ||
        px_match_cache_new(matcher, vocabulary, &cache, NULL) != PX_OK ||
        px_words_find(text, (struct px_span){0, (uint32_t)text.size}, NULL, vocabulary, &arena, &tokens, NULL) !=
            PX_OK ||
        px_sentences_find(text, &tokens, 0, vocabulary, NULL, &arena, &sentences, NULL) != PX_OK)
        goto done;
    enum px_status status = px_matcher_find(cache, text, &tokens, &sentences, &arena, &first, NULL);
    EXPECT(px_matcher_find(cache, text, &tokens, &sentences, &arena, &second, NULL) == status);
    EXPECT(first.count == second.count);
    for (size_t i = 0; i < first.count; i++) {
        const struct px_hit *hit = &first.items[i];
        EXPECT(hit->token_count > 0 && hit->first_token + hit->token_count <= tokens.count);
        EXPECT(tokens.items[hit->first_token].sentence ==
               tokens.items[hit->first_token + hit->token_count - 1].sentence);
        EXPECT(hit->entry == second.items[i].entry && hit->first_token == second.items[i].first_token);
    }
done:
    px_match_cache_free(cache);
    px_matcher_free(matcher);
    px_arena_release(&arena);
}

/* Writes the lexicon in the format and reads it: TSV gives back every entry that no warning names. */
static void go_round(const struct px_lexicon *lexicon, enum px_lexicon_format format)
{
    struct px_buffer out = {0};
    struct px_arena arena = {0};
    struct px_lexicon_warnings warnings = {0};
    struct px_lexicon back;
    EXPECT(px_lexicon_write(format, lexicon, &out, &arena, &warnings, NULL) == PX_OK);
    enum px_status status = px_lexicon_read(px_buffer_slice(&out), NULL, &back, NULL);
    if (format == PX_FORMAT_TSV) {
        EXPECT(status == PX_OK);
        EXPECT(back.entries.count + warnings.count == lexicon->entries.count);
    }
    px_lexicon_release(&back);
    px_arena_release(&arena);
    px_buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct px_slice input = {(const char *)data, size};
    struct px_lexicon lexicon;
    struct px_vocabulary *vocabulary;
    struct px_lexicon_findings findings = {0};
    struct px_arena arena = {0};
    size_t cut = size > UINT16_MAX ? 0 : px_slice_find(input, PX_SLICE("\f"), 0);
    if (cut == SIZE_MAX)
        cut = size;
    if (px_lexicon_read(px_slice_part(input, 0, cut), "fuzz", &lexicon, NULL) != PX_OK)
        return 0;
    for (int format = 0; format < PX_FORMAT_COUNT; format++)
        go_round(&lexicon, (enum px_lexicon_format)format);
    px_lexicon_check(&lexicon, NULL, &arena, &findings, NULL);
    if (px_vocabulary_new("en", &vocabulary, NULL) == PX_OK) {
        search(&lexicon, px_slice_part(input, cut, size), vocabulary);
        px_vocabulary_free(vocabulary);
    }
    px_arena_release(&arena);
    px_lexicon_release(&lexicon);
    return 0;
}
