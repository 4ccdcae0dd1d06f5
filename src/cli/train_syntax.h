/* parallax-train syntax: makes lexicons/en/syntax.model again. */
#ifndef PX_CLI_TRAIN_SYNTAX_H
#define PX_CLI_TRAIN_SYNTAX_H

/* What stands behind "parallax-train syntax" on the command line; gives the program's exit status. */
int px_train_syntax(int argc, char **argv);

#endif
