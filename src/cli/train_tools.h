/* What the trainers read texts with: the program's own lexicons, grammar and ways in. */
#ifndef PX_CLI_TRAIN_TOOLS_H
#define PX_CLI_TRAIN_TOOLS_H

#include "cli/train.h"
#include "ingest/ingest.h"
#include "lexicon/resources.h"
#include "syntax/grammar.h"

struct px_train_tools {
    struct px_ingest *ingest;
    struct px_resources *resources;
    struct px_grammar *grammar;
    struct px_parser *parser;
    struct px_worker worker;
};

/* PX_ERROR_NOT_FOUND without a syntax model. To be closed whatever comes. */
enum px_status px_train_open(const struct px_train_options *options, struct px_train_tools *tools,
                             struct px_error *error);
void px_train_close(struct px_train_tools *tools);

#endif
