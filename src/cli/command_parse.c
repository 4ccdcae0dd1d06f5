/* parse: the grammar of articles and of CoNLL-U files. */
#include <string.h>

#include "article/segment.h"
#include "base/pool.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "syntax/conllu.h"
#include "syntax/write.h"

enum { FLUSH_SIZE = 1 << 16 };

/* The model, and a parser a thread. */
static struct {
    struct px_syntax *syntax;
    struct px_features *features; /* NULL: the language has none */
    struct px_word_splitter splitter;
    struct px_parser *parsers[PX_POOL_MOST_THREADS];
    size_t parser_count;
} grammar;

static enum px_status open_features(const struct px_options *options, struct px_arena *arena, struct px_error *error)
{
    struct px_data_file model;
    enum px_status status =
        px_resources_bytes(options->lexicons, options->language, "features.model", arena, &model, error);
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    return status == PX_OK ? px_features_new(model.bytes, model.path, &grammar.features, error) : status;
}

static enum px_status open_grammar(const struct px_options *options, size_t parsers, struct px_arena *arena,
                                   struct px_error *error)
{
    struct px_data_file model;
    enum px_status status =
        px_resources_bytes(options->lexicons, options->language, "syntax.model", arena, &model, error);
    if (status == PX_OK)
        status = px_syntax_new(model.bytes, model.path, &grammar.syntax, error);
    if (status == PX_OK)
        status = open_features(options, arena, error);
    if (status == PX_OK)
        status = px_word_splitter_init(options->lexicons, options->language, &grammar.splitter, error);
    for (; status == PX_OK && grammar.parser_count < parsers; grammar.parser_count++) {
        status = px_parser_new(grammar.syntax, &grammar.parsers[grammar.parser_count], error);
        if (status != PX_OK)
            break;
    }
    return status;
}

static void close_grammar(struct px_cli *context)
{
    (void)context;
    for (size_t i = 0; i < grammar.parser_count; i++)
        px_parser_free(grammar.parsers[i]);
    grammar.parser_count = 0;
    px_word_splitter_release(&grammar.splitter);
    px_features_free(grammar.features);
    grammar.features = NULL;
    px_syntax_free(grammar.syntax);
    grammar.syntax = NULL;
}

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    return open_grammar(context->options, context->worker_count, &context->arena, error);
}

static enum px_status parse_article(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                    struct px_buffer *out, struct px_error *error)
{
    enum px_status status =
        px_article_segment(article, px_resources_segmenter(context->resources), worker->vocabulary, error);
    if (status != PX_OK)
        return status;
    struct px_parsed_article parsed;
    status = px_article_parse(grammar.parsers[worker - context->workers], &grammar.splitter, article, &parsed, error);
    if (status == PX_OK && !px_syntax_write_article(&parsed, grammar.features, article, out))
        status = px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    return status;
}

/* One CoNLL-U file, sentence by sentence. */
static enum px_status parse_file(struct px_cli *context, const char *path, struct px_error *error)
{
    struct px_buffer bytes = {0};
    struct px_buffer out = {0};
    struct px_arena lines = {0};
    struct px_arena scratch = {0};
    struct px_conllu_sentence sentence;
    enum px_status status = px_conllu_read_file(path, &bytes, error);
    struct px_conllu_reader reader = {.rest = px_buffer_slice(&bytes), .path = path};
    int got = 1;
    while (status == PX_OK && (got = px_conllu_next(&reader, &lines, &sentence, error)) > 0) {
        status = px_syntax_write_sentence(grammar.parsers[0], grammar.features, &sentence, &scratch, &out, error);
        if (status == PX_OK && out.size > FLUSH_SIZE)
            status = px_cli_write(context, &out, error);
        px_arena_clear(&lines);
    }
    if (status == PX_OK && got < 0)
        status = (enum px_status)got;
    if (out.size > 0) {
        enum px_status written = px_cli_write(context, &out, status == PX_OK ? error : NULL);
        status = status == PX_OK ? written : status;
    }
    px_arena_release(&lines);
    px_arena_release(&scratch);
    px_buffer_release(&bytes);
    px_buffer_release(&out);
    return status;
}

static int parse_conllu(const struct px_options *options)
{
    struct px_cli context = {.options = options};
    struct px_error error = {0};
    enum px_status status = open_grammar(options, 1, &context.arena, &error);
    if (status == PX_OK)
        status = px_output_open(options->output, &context.output, &error);
    for (size_t i = 0; status == PX_OK && i < options->argument_count; i++)
        if (parse_file(&context, options->arguments[i], &error) != PX_OK)
            px_cli_fail(&context, &error);
    if (status != PX_OK)
        px_message_error(&error);
    int exit_status = status == PX_OK ? px_cli_close(&context) : PX_EXIT_COULD_NOT_RUN;
    close_grammar(&context);
    px_cli_release(&context);
    return exit_status;
}

int px_command_parse(const struct px_options *options)
{
    static const struct px_each each = {.begin = begin, .work = parse_article};
    bool conllu = options->input != NULL && strcmp(options->input, "conllu") == 0;
    if (conllu && options->argument_count > 0 && options->corpus == NULL)
        return parse_conllu(options);
    if (conllu) {
        px_message("--input conllu reads the files that are named");
        return PX_EXIT_USAGE;
    }
    return px_cli_run(options, PX_NEEDS_LEXICONS | PX_NEEDS_THREADS, &each, close_grammar);
}
