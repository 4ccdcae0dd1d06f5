/* parse: the grammar of articles and of CoNLL-U files. */
#include <string.h>

#include "article/segment.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "syntax/conllu.h"
#include "syntax/write.h"

enum { FLUSH_SIZE = 1 << 16 };

/* NULL: the language has none. */
static struct px_features *features;

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    const struct px_options *options = context->options;
    struct px_data_file model;
    if (context->grammar == NULL)
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no syntax model for language '%s'", options->language);
    enum px_status status =
        px_resources_bytes(options->lexicons, options->language, "features.model", &context->arena, &model, error);
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    return status == PX_OK ? px_features_new(model.bytes, model.path, &features, error) : status;
}

static void end(struct px_cli *context)
{
    (void)context;
    px_features_free(features);
    features = NULL;
}

static enum px_status parse_article(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                    struct px_buffer *out, struct px_error *error)
{
    enum px_status status =
        px_article_segment(article, px_resources_segmenter(context->resources), worker->vocabulary, error);
    if (status != PX_OK)
        return status;
    struct px_parsed_article parsed;
    status = px_article_parse(context->parsers[worker - context->workers], &context->grammar->splitter, article,
                              &article->arena, &parsed, error);
    if (status == PX_OK && !px_syntax_write_article(&parsed, features, article, out))
        status = px_no_memory(error);
    return status;
}

/* One CoNLL-U file, sentence by sentence. */
static enum px_status parse_file(struct px_cli *context, struct px_parser *parser, const char *path,
                                 struct px_error *error)
{
    struct px_buffer bytes = {0};
    struct px_buffer out = {0};
    struct px_arena lines = {0};
    struct px_arena scratch = {0};
    struct px_conllu_sentence sentence;
    enum px_status status = px_conllu_read_file(path, &bytes, error);
    struct px_conllu_reader reader = {.rest = px_buffer_slice(&bytes), .path = path};
    int got = 1;
    size_t count = 0;
    for (; status == PX_OK && (got = px_conllu_next(&reader, &lines, &sentence, error)) > 0; count++) {
        status = px_syntax_write_sentence(parser, features, &sentence, &scratch, &out, error);
        if (status == PX_OK && out.size > FLUSH_SIZE)
            status = px_cli_write(context, &out, error);
        px_arena_clear(&lines);
    }
    if (status == PX_OK && got < 0)
        status = (enum px_status)got;
    if (status == PX_OK && count == 0) {
        px_error_set(error, PX_ERROR_INPUT, bytes.size == 0 ? "input is empty" : "no sentence found");
        status = px_error_place(error, path, 0, 0);
    }
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
    struct px_cli context;
    struct px_error error = {0};
    struct px_parser *parser = NULL;
    int exit_status = px_cli_open(&context, options, PX_NEEDS_GRAMMAR);
    if (exit_status == PX_EXIT_DONE) {
        enum px_status status = begin(&context, &error);
        if (status == PX_OK)
            status = px_parser_new(context.grammar->syntax, &parser, &error);
        for (size_t i = 0; status == PX_OK && i < options->argument_count; i++)
            if (parse_file(&context, parser, options->arguments[i], &error) != PX_OK)
                px_cli_fail(&context, &error);
        exit_status = px_cli_close(&context, status, &error);
    }
    px_parser_free(parser);
    end(&context);
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
    return px_cli_run(options, PX_NEEDS_LEXICONS | PX_NEEDS_THREADS | PX_NEEDS_GRAMMAR, &each, end);
}
