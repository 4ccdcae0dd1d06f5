/* Regular expressions of line patterns, many at a time. Private to patterns.c.
 *
 * A sieve tells which expressions could match a line at all: most lines are given to few. Those that it cannot read are
 * joined into one for each place (enum px_pattern_where). Of what matches, the expression counts whose match begins
 * first, and of those the one that was added first, as if all were alternatives of one. What is found depends on the line
 * alone. Never changed once ready, but for the code of an expression, which is made when it is first tried; shared by
 * threads.
 */
#ifndef PX_INGEST_EXPRESSIONS_H
#define PX_INGEST_EXPRESSIONS_H

#include "ingest/patterns.h"

struct px_expressions;
struct px_image;

enum px_status px_expressions_new(struct px_expressions **expressions, struct px_error *error);
void px_expressions_free(struct px_expressions *expressions);

/* Does the expression compile? A fault has its column in a /pattern/. */
enum px_status px_expression_try(struct px_slice source, struct px_error *error);

/* Adds an expression (copied) that compiles. */
enum px_status px_expressions_add(struct px_expressions *expressions, struct px_slice source, uint8_t where,
                                  uint8_t value, struct px_error *error);

/* Sieves what was added; afterwards only find may be called. */
enum px_status px_expressions_ready(struct px_expressions *expressions, struct px_error *error);

/* Puts what was sieved into an image, behind the pointer at byte `at`. */
void px_expressions_put(struct px_image *image, size_t at, const struct px_expressions *expressions);

/* Expressions over those of an image, which they use where they lie; freed as any. NULL when memory is out. */
struct px_expressions *px_expressions_open(const struct px_expressions *ready);

/* values[where]: of the expression that counts in that place, or -1. */
void px_expressions_find(struct px_expressions *expressions, struct px_slice line, int values[PX_PATTERN_WHOLE + 1]);

#endif
