#include "syntax/write.h"

#include <stdio.h>

#include "syntax/conllu.h"
#include "text/utf8.h"

enum { NUMBER_SIZE = 24 };

/* A sentence on its way out. */
struct output {
    const struct px_syntax *syntax;
    const struct px_article *article;
    const struct px_syntax_word *words;
    const struct px_parsed_word *parsed;
    size_t count;
    struct px_offsets offsets;
    struct px_buffer misc;
    struct px_buffer *out;
};

static struct px_slice write_number(size_t number, char text[NUMBER_SIZE])
{
    int size = snprintf(text, NUMBER_SIZE, "%zu", number);
    return (struct px_slice){text, size > 0 ? (size_t)size : 0};
}

static void fill_parse(const struct px_syntax *syntax, const struct px_parsed_word *word, char head[NUMBER_SIZE],
                       struct px_slice column[PX_CONLLU_COLUMNS])
{
    column[PX_CONLLU_LEMMA] = word->lemma;
    column[PX_CONLLU_UPOS] = px_syntax_upos(syntax, word->tag);
    column[PX_CONLLU_XPOS] = px_syntax_xpos(syntax, word->tag);
    column[PX_CONLLU_HEAD] = write_number(word->head == PX_NONE ? 0 : (size_t)word->head + 1, head);
    column[PX_CONLLU_RELATION] = px_syntax_relation(syntax, word->relation);
}

static bool space_behind(const struct output *output, size_t i)
{
    return i + 1 == output->count || output->words[i + 1].start > output->words[i].end;
}

static struct px_slice form_of(const struct output *output, size_t i)
{
    return px_slice_part(output->article->text, output->words[i].start, output->words[i].end);
}

static void write_word(struct output *output, size_t i)
{
    char id[NUMBER_SIZE];
    char head[NUMBER_SIZE];
    struct px_slice column[PX_CONLLU_COLUMNS] = {{0}};
    column[PX_CONLLU_ID] = write_number(i + 1, id);
    column[PX_CONLLU_FORM] = form_of(output, i);
    fill_parse(output->syntax, &output->parsed[i], head, column);
    px_buffer_clear(&output->misc);
    px_buffer_printf(&output->misc, "%sTokenRange=%zu:%zu", space_behind(output, i) ? "" : "SpaceAfter=No|",
                     px_offsets_code_point(&output->offsets, output->words[i].start),
                     px_offsets_code_point(&output->offsets, output->words[i].end));
    column[PX_CONLLU_MISC] = px_buffer_slice(&output->misc);
    px_conllu_write_word(column, output->out);
}

static void write_sentence(struct output *output, size_t number, bool first_of_block)
{
    if (first_of_block)
        px_buffer_string(output->out, "# newpar\n");
    px_buffer_printf(output->out, "# sent_id = %.*s-%zu\n# text = ", PX_SLICE_ARG(output->article->id), number);
    for (size_t i = 0; i < output->count; i++) {
        px_buffer_append(output->out, form_of(output, i));
        if (i + 1 < output->count && space_behind(output, i))
            px_buffer_byte(output->out, ' ');
    }
    px_buffer_byte(output->out, '\n');
    for (size_t i = 0; i < output->count; i++)
        write_word(output, i);
    px_buffer_byte(output->out, '\n');
}

bool px_syntax_write_article(const struct px_parsed_article *parsed, const struct px_article *article,
                             struct px_buffer *out)
{
    struct output output = {.syntax = parsed->syntax, .article = article, .out = out};
    struct px_arena arena = {0};
    uint32_t block = PX_NONE;
    bool done = px_offsets_init(&output.offsets, article->text, &arena);
    px_buffer_printf(out, "# newdoc id = %.*s\n", PX_SLICE_ARG(article->id));
    for (size_t i = 0; done && i < article->sentences.count; i++) {
        uint32_t first = parsed->first_word[i];
        output.words = parsed->words.items + first;
        output.parsed = parsed->parse + first;
        output.count = parsed->first_word[i + 1] - first;
        if (output.count > 0)
            write_sentence(&output, i + 1, article->sentences.items[i].block != block);
        block = article->sentences.items[i].block;
    }
    done = done && !out->failed && !output.misc.failed;
    px_buffer_release(&output.misc);
    px_arena_release(&arena);
    return done;
}

static void write_line(const struct px_syntax *syntax, const struct px_conllu_sentence *sentence, size_t i,
                       const struct px_parsed_word *parsed, struct px_buffer *out)
{
    const struct px_conllu_line *line = &sentence->lines.items[i];
    if (line->word == PX_NONE) {
        px_buffer_append(out, line->text);
        px_buffer_byte(out, '\n');
        return;
    }
    char head[NUMBER_SIZE];
    struct px_conllu_word word = sentence->words.items[line->word];
    fill_parse(syntax, &parsed[line->word], head, word.column);
    px_conllu_write_word(word.column, out);
}

enum px_status px_syntax_write_sentence(struct px_parser *parser, const struct px_conllu_sentence *sentence,
                                        struct px_arena *scratch, struct px_buffer *out, struct px_error *error)
{
    size_t count = sentence->words.count;
    px_arena_clear(scratch);
    struct px_slice *forms = px_arena_array(scratch, struct px_slice, count);
    struct px_parsed_word *parsed = px_arena_array(scratch, struct px_parsed_word, count);
    if (forms == NULL || parsed == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++)
        forms[i] = sentence->words.items[i].column[PX_CONLLU_FORM];
    enum px_status status = px_parser_parse(parser, forms, count, parsed, error);
    for (size_t i = 0; status == PX_OK && i < sentence->lines.count; i++)
        write_line(px_parser_syntax(parser), sentence, i, parsed, out);
    px_buffer_byte(out, '\n');
    return status;
}
