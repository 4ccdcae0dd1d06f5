#include "cli/train_syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/train.h"
#include "syntax/train.h"

enum { MOST_FILES = 32, EXIT_DONE = 0, EXIT_USAGE = 2 };

static const char usage[] =
    "usage: parallax-train syntax [--silver FILE] [--score FILE] [--NUMBER N] [-o FILE] TREEBANK...\n"
    "  TREEBANK       CoNLL-U to learn from, plain or compressed\n"
    "  --silver FILE  automatic parses to begin with (repeatable)\n"
    "  --score FILE   a treebank to score the model on, never learnt from (repeatable)\n"
    "  -o FILE        write the model there instead of to standard output\n"
    "Numbers, where the usual ones are not wanted: --tagger-rounds --parser-rounds --silver-rounds --runs --folds\n"
    "--beam --search --margin --weight --tag-bits --action-bits --relation-bits --cut. Scores go to standard error.\n";

struct request {
    struct px_train_plan plan;
    const char *gold[MOST_FILES];
    const char *silver[MOST_FILES];
    const char *score[MOST_FILES];
    const char *output;
};

static int fail_usage(const char *message, const char *word)
{
    fprintf(stderr, "parallax-train: %s '%s'\n%s", message, word, usage);
    return EXIT_USAGE;
}

static unsigned *find_number(struct px_train_plan *plan, const char *word)
{
    const struct {
        const char *name;
        unsigned *place;
    } numbers[] = {
        {"--tagger-rounds", &plan->tagger_rounds},
        {"--parser-rounds", &plan->parser_rounds},
        {"--silver-rounds", &plan->silver_rounds},
        {"--folds", &plan->folds},
        {"--runs", &plan->runs},
        {"--beam", &plan->beam},
        {"--search", &plan->search},
        {"--margin", &plan->margin},
        {"--weight", &plan->weight},
        {"--tag-bits", &plan->tag_bits},
        {"--action-bits", &plan->action_bits},
        {"--relation-bits", &plan->relation_bits},
        {"--cut", &plan->cut},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(numbers[i].name, word) == 0)
            return numbers[i].place;
    return NULL;
}

static bool push(const char **list, size_t *count, const char *value)
{
    if (*count == MOST_FILES)
        return false;
    list[(*count)++] = value;
    return true;
}

/* Takes an option with its value. */
static int take(struct request *request, const char *word, const char *value)
{
    struct px_train_plan *plan = &request->plan;
    unsigned *number = find_number(plan, word);
    char *end;
    bool taken = true;
    if (number != NULL) {
        unsigned long read = strtoul(value, &end, 10);
        if (*value < '0' || *value > '9' || *end != '\0' || read == 0 || read > 1000000)
            return fail_usage("not a number above 0:", value);
        *number = (unsigned)read;
    } else if (strcmp(word, "-o") == 0) {
        request->output = value;
    } else if (strcmp(word, "--silver") == 0) {
        taken = push(request->silver, &plan->silver_count, value);
    } else if (strcmp(word, "--score") == 0) {
        taken = push(request->score, &plan->score_count, value);
    } else {
        return fail_usage("unknown option", word);
    }
    return taken ? EXIT_DONE : fail_usage("too many files:", value);
}

static int parse(int argc, char **argv, struct request *request)
{
    struct px_train_plan *plan = &request->plan;
    *plan = (struct px_train_plan){.gold = request->gold, .silver = request->silver, .score = request->score};
    for (int i = 0; i < argc; i++) {
        int status = EXIT_DONE;
        if (argv[i][0] != '-')
            status = push(request->gold, &plan->gold_count, argv[i]) ? status : fail_usage("too many files:", argv[i]);
        else if (i + 1 == argc)
            status = fail_usage("no value for", argv[i]);
        else
            status = take(request, argv[i], argv[i + 1]);
        if (status != EXIT_DONE)
            return status;
        i += argv[i][0] == '-';
    }
    return plan->gold_count > 0 ? EXIT_DONE : fail_usage("no treebank to learn from", "");
}

int px_train_syntax(int argc, char **argv)
{
    struct request request = {0};
    struct px_buffer model = {0};
    struct px_buffer scores = {0};
    struct px_error error = {0};
    int exit_status = parse(argc, argv, &request);
    if (exit_status != EXIT_DONE)
        return exit_status;
    enum px_status status = px_syntax_train(&request.plan, &model, &scores, &error);
    return px_train_end(status, request.output, &model, &scores, &error);
}
