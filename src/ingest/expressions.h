/* Regular expressions of line patterns, many at a time. Private to patterns.c.
 *
 * Expressions of one place (enum px_pattern_where) are joined into groups, and a sieve tells which groups could match a
 * line at all: most lines are given to few. Of what matches, the expression counts whose match begins first, and of
 * those the one that was added first, as if all were alternatives of one. What is found depends on the line alone. Compiled
 * once, then never changed but for machine code, which a group gets when it is first tried; shared by threads.
 */
#ifndef PX_INGEST_EXPRESSIONS_H
#define PX_INGEST_EXPRESSIONS_H

#include "ingest/patterns.h"

struct px_expressions;

enum px_status px_expressions_new(struct px_expressions **expressions, struct px_error *error);
void px_expressions_free(struct px_expressions *expressions);

/* Does the expression compile? A fault has its column in a /pattern/. */
enum px_status px_expression_try(struct px_slice source, struct px_error *error);

/* Adds an expression (copied); whether it compiles px_expressions_compile tells. */
enum px_status px_expressions_add(struct px_expressions *expressions, struct px_slice source, uint8_t where,
                                  uint8_t value, struct px_error *error);

/* Compiles what was added; afterwards only find may be called. */
enum px_status px_expressions_compile(struct px_expressions *expressions, struct px_error *error);

/* values[where]: of the expression that counts in that place, or -1. */
void px_expressions_find(struct px_expressions *expressions, struct px_slice line, int values[PX_PATTERN_WHOLE + 1]);

#endif
