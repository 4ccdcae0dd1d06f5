/* The commands: each opens what it needs, does its work and returns the program's exit status. */
#ifndef PX_CLI_COMMANDS_H
#define PX_CLI_COMMANDS_H

#include "cli/options.h"

int px_command_compare(const struct px_options *options);
int px_command_aggregate(const struct px_options *options); /* compare --aggregate */
int px_command_terms(const struct px_options *options);
int px_command_batch(const struct px_options *options);
int px_command_pair(const struct px_options *options);
int px_command_analyze(const struct px_options *options);
int px_command_clean(const struct px_options *options);
int px_command_count(const struct px_options *options);
int px_command_parse(const struct px_options *options);
int px_command_kwic(const struct px_options *options);
int px_command_lexicon(const struct px_options *options); /* without the second word: says what it may be */
int px_command_lexicon_check(const struct px_options *options);
int px_command_lexicon_show(const struct px_options *options);
int px_command_lexicon_convert(const struct px_options *options);
int px_command_lexicon_evaluate(const struct px_options *options);
int px_command_lexicon_suggest(const struct px_options *options);
int px_command_lexicon_tune(const struct px_options *options);
int px_command_lexicon_diff(const struct px_options *options);
int px_command_lexicon_agree(const struct px_options *options);
int px_command_help(const struct px_options *options);

#endif
