/* parallax-train: fits the models of the tree. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/train.h"
#include "cli/train_syntax.h"

enum { EXIT_DONE = 0, EXIT_USAGE = 2 };

static const struct {
    const char *name, *help;
    px_train_function *run;
} subcommands[] = {
    {"clean", "the content model (lexicons/any/cleaning.model), from NDJSON files of annotated pages", px_train_clean},
    {"features", "morphological features (lexicons/en/features.model), from treebanks", px_train_features},
    {"loaded", "loaded wording in its context (lexicons/en/loaded.model), from gold as `lexicon tune` reads it",
     px_train_loaded},
    {"null", "what passages on different events have in common, for --null, from files of articles (with \"event\")",
     px_train_null},
    {"sourcing", "who says what (lexicons/en/sourcing.model), from NDJSON files of articles with their attributions",
     px_train_sourcing},
    {"stance",
     "stance toward a mention (lexicons/en/stance.model), from NDJSON files of sentences with judged mentions",
     px_train_stance},
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

static int train(px_train_function *run, const struct px_train_options *options)
{
    struct px_buffer model = {0}, scores = {0};
    struct px_error error = {0};
    enum px_status status = run(options, &model, &scores, &error);
    return px_train_end(status, options->output, &model, &scores, &error);
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
