/* Writing the model's file, and scoring a model. */
#include "syntax/train_inside.h"

void px_train_write(const struct px_model_piece pieces[PX_PARTS], struct px_buffer *model)
{
    size_t offset = PX_MODEL_HEAD + PX_PARTS * (size_t)PX_MODEL_ENTRY;
    px_buffer_string(model, PX_MODEL_MAGIC);
    px_train_number(model, PX_MODEL_VERSION);
    px_train_number(model, PX_PARTS);
    for (uint32_t i = 0; i < PX_PARTS; i++) {
        offset = (offset + PX_MODEL_ALIGNMENT - 1) / PX_MODEL_ALIGNMENT * PX_MODEL_ALIGNMENT;
        px_train_number(model, i);
        px_train_number(model, (uint32_t)offset);
        px_train_number(model, (uint32_t)pieces[i].bytes.size);
        px_train_number(model, pieces[i].bits);
        offset += pieces[i].bytes.size;
    }
    for (uint32_t i = 0; i < PX_PARTS; i++) {
        while (model->size % PX_MODEL_ALIGNMENT != 0 && !model->failed)
            px_buffer_byte(model, 0);
        px_buffer_append(model, pieces[i].bytes);
    }
}

struct tally {
    size_t words, upos, xpos, lemmas, heads, labelled;
};

/* Is the relation the same up to its subtype? */
static bool same_relation(struct px_slice a, struct px_slice b)
{
    struct px_slice x = {0};
    struct px_slice y = {0};
    px_slice_next(&a, ':', &x);
    px_slice_next(&b, ':', &y);
    return px_slice_equal(x, y);
}

static bool same_lemma(struct px_slice a, struct px_slice b)
{
    bool same = a.size == b.size;
    for (size_t i = 0; same && i < a.size; i++) {
        char x = a.data[i];
        char y = b.data[i];
        same = x == y || ((x | 0x20) == (y | 0x20) && (x | 0x20) >= 'a' && (x | 0x20) <= 'z');
    }
    return same;
}

static void tally_sample(const struct px_syntax *syntax, const struct px_sample *sample,
                         const struct px_parsed_word *words, struct tally *tally)
{
    for (uint32_t i = 0; i < sample->count; i++) {
        uint32_t head = words[i].head == PX_NONE ? sample->count : words[i].head;
        bool same = head == sample->heads[i];
        tally->words++;
        tally->upos += px_slice_equal(px_syntax_upos(syntax, words[i].tag), sample->upos[i]);
        tally->xpos += px_slice_equal(px_syntax_xpos(syntax, words[i].tag), sample->xpos[i]);
        tally->lemmas += same_lemma(words[i].lemma, sample->lemmas[i]);
        tally->heads += same;
        tally->labelled +=
            same && same_relation(px_syntax_relation(syntax, words[i].relation), sample->relation_names[i]);
    }
}

static enum px_status score_corpus(const struct px_syntax *syntax, const struct px_corpus *corpus, struct tally *tally,
                                   struct px_error *error)
{
    struct px_parser *parser = NULL;
    struct px_arena scratch = {0};
    enum px_status status = px_parser_new(syntax, &parser, error);
    for (size_t i = 0; status == PX_OK && i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        px_arena_clear(&scratch);
        struct px_parsed_word *words = px_arena_array(&scratch, struct px_parsed_word, sample->count);
        if (words == NULL)
            status = px_no_memory(error);
        else
            status = px_parser_parse(parser, sample->forms, sample->count, words, error);
        if (status == PX_OK)
            tally_sample(syntax, sample, words, tally);
    }
    px_arena_release(&scratch);
    px_parser_free(parser);
    return status;
}

static double share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

enum px_status px_train_score(const struct px_syntax *syntax, const char *path, struct px_buffer *scores,
                              struct px_error *error)
{
    struct px_corpus corpus = {0};
    struct tally t = {0};
    enum px_status status = px_corpus_read(&corpus, path, error);
    if (status == PX_OK)
        status = score_corpus(syntax, &corpus, &t, error);
    if (status == PX_OK)
        px_buffer_printf(scores, "%s: %zu words, UPOS %.4f XPOS %.4f lemma %.4f UAS %.4f LAS %.4f\n", path, t.words,
                         share(t.upos, t.words), share(t.xpos, t.words), share(t.lemmas, t.words),
                         share(t.heads, t.words), share(t.labelled, t.words));
    px_corpus_release(&corpus);
    return status;
}
