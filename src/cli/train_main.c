/* parallax-train: fits the models of the tree. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "cli/train.h"
#include "cli/train_syntax.h"

enum { EXIT_DONE = 0, EXIT_USAGE = 2, EXIT_COULD_NOT_RUN = 3 };

static const struct {
    const char *name, *help;
    px_train_function *run;
} subcommands[] = {
    {"clean", "the content model (lexicons/any/cleaning.model), from NDJSON files of annotated pages", px_train_clean},
    {"loaded", "loaded wording in its context (lexicons/en/loaded.model), from gold as `lexicon tune` reads it",
     px_train_loaded},
};

/* These read their own words. */
static const struct {
    const char *name, *help;
    int (*run)(int argc, char **argv);
} others[] = {
    {"syntax", "tags, lemmas and heads (lexicons/en/syntax.model), from treebanks: see parallax-train syntax",
     px_train_syntax},
};

static const char usage[] =
    "usage: parallax-train MODEL [--folder DIR] [--part NAME] [--folds N] [--lexicons DIR] [-o FILE] ANNOTATION...\n"
    "  --folder DIR    folder from which paths in the annotation are seen (default: .)\n"
    "  --part NAME     learn from the records alone whose \"part\" is NAME\n"
    "  --folds N       folds of the cross-validation; 0 for none\n"
    "  --lexicons DIR  folder of language folders\n"
    "  -o FILE         write the model there instead of to standard output\n"
    "Scores go to standard error. Models:\n";

static int fail_usage(const char *message, const char *word)
{
    if (message != NULL)
        fprintf(stderr, "parallax-train: %s '%s'\n", message, word);
    fputs(usage, stderr);
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++)
        fprintf(stderr, "  %s: %s\n", subcommands[i].name, subcommands[i].help);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        fprintf(stderr, "  %s: %s\n", others[i].name, others[i].help);
    return EXIT_USAGE;
}

static const char **option_place(struct px_train_options *options, const char *word, const char **folds)
{
    const struct {
        const char *name, **place;
    } known[] = {
        {"--folder", &options->folder},     {"--part", &options->part}, {"--folds", folds},
        {"--lexicons", &options->lexicons}, {"-o", &options->output},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(word, known[i].name) == 0)
            return known[i].place;
    return NULL;
}

/* Reads argv behind the model's name; files are gathered at its beginning. */
static int parse(int argc, char **argv, struct px_train_options *options)
{
    const char *folds = NULL;
    *options = (struct px_train_options){.folder = ".", .folds = SIZE_MAX, .files = argv};
    for (int i = 0; i < argc; i++) {
        if (argv[i][0] != '-') {
            argv[options->file_count++] = argv[i];
            continue;
        }
        const char **place = option_place(options, argv[i], &folds);
        if (place == NULL)
            return fail_usage("unknown option", argv[i]);
        if (i + 1 == argc)
            return fail_usage("no value for", argv[i]);
        *place = argv[++i];
    }
    double number = 0;
    if (folds != NULL && (!px_slice_number(px_slice_from(folds), &number) || number < 0 || number > 100))
        return fail_usage("not a number of folds:", folds);
    if (folds != NULL)
        options->folds = (size_t)number;
    return EXIT_DONE;
}

static enum px_status write_model(const char *path, const struct px_buffer *model, struct px_error *error)
{
    struct px_output *output = NULL;
    enum px_status status = px_output_open(path, &output, error);
    if (status == PX_OK)
        status = px_output_write(output, px_buffer_slice(model), error);
    if (status == PX_OK)
        return px_output_commit(output, error);
    px_output_close(output);
    return status;
}

static int train(px_train_function *run, const struct px_train_options *options)
{
    struct px_buffer model = {0}, scores = {0};
    struct px_error error = {0};
    char line[1024];
    enum px_status status = run(options, &model, &scores, &error);
    if (status == PX_OK)
        status = write_model(options->output, &model, &error);
    if (status == PX_OK)
        fprintf(stderr, "%.*s", PX_SLICE_ARG(px_buffer_slice(&scores)));
    else
        fprintf(stderr, "parallax-train: %s\n", px_error_format(&error, line, sizeof line));
    px_buffer_release(&model);
    px_buffer_release(&scores);
    return status == PX_OK ? EXIT_DONE : EXIT_COULD_NOT_RUN;
}

int main(int argc, char **argv)
{
    struct px_train_options options;
    if (argc < 2)
        return fail_usage(NULL, NULL);
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(argv[1], subcommands[i].name) != 0)
            continue;
        int status = parse(argc - 2, argv + 2, &options);
        return status == EXIT_DONE ? train(subcommands[i].run, &options) : status;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(argv[1], others[i].name) == 0)
            return others[i].run(argc - 2, argv + 2);
    return fail_usage("unknown model", argv[1]);
}
