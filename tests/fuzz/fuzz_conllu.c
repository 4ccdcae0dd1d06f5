/* Any bytes as a CoNLL-U file: no reading outside, words number as their lines say, and what is written can be read
 * again and has the same words. */
#include "target.h"

#include "lexicon/resources.h"
#include "syntax/conllu.h"
#include "syntax/write.h"

/* The model is opened once; a broken one would be the build's fault. */
static struct px_arena kept;
static struct px_syntax *syntax;
static struct px_parser *parser;

static void open_model(void)
{
    struct px_data_file model;
    PX_EXPECT(px_resources_bytes(NULL, "en", "syntax.model", &kept, &model, NULL) == PX_OK);
    PX_EXPECT(px_syntax_new(model.bytes, model.path, &syntax, NULL) == PX_OK);
    PX_EXPECT(px_parser_new(syntax, &parser, NULL) == PX_OK);
}

static void check_again(const struct px_buffer *out, const struct px_conllu_sentence *sentence, struct px_arena *arena)
{
    struct px_conllu_sentence again;
    struct px_conllu_reader reader = {.rest = px_buffer_slice(out)};
    PX_EXPECT(px_conllu_next(&reader, arena, &again, NULL) == 1);
    PX_EXPECT(again.words.count == sentence->words.count);
    for (size_t i = 0; i < again.words.count; i++)
        PX_EXPECT(px_slice_equal(again.words.items[i].column[PX_CONLLU_FORM],
                                 sentence->words.items[i].column[PX_CONLLU_FORM]) &&
                  px_conllu_head(&again, i) != PX_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (parser == NULL)
        open_model();
    struct px_conllu_reader reader = {.rest = {(const char *)data, size}};
    struct px_arena arena = {0};
    struct px_arena scratch = {0};
    struct px_buffer out = {0};
    struct px_conllu_sentence sentence;
    while (px_conllu_next(&reader, &arena, &sentence, NULL) > 0) {
        px_buffer_clear(&out);
        PX_EXPECT(px_syntax_write_sentence(parser, NULL, &sentence, &scratch, &out, NULL) == PX_OK);
        check_again(&out, &sentence, &arena);
        px_arena_clear(&arena);
    }
    px_buffer_release(&out);
    px_arena_release(&scratch);
    px_arena_release(&arena);
    return 0;
}
