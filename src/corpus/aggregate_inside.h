/* Internal: what an aggregate holds between its lines, and the order in which its rows are shown. */
#ifndef PX_CORPUS_AGGREGATE_INSIDE_H
#define PX_CORPUS_AGGREGATE_INSIDE_H

#include "base/arena.h"
#include "base/table.h"
#include "base/vector.h"
#include "corpus/aggregate.h"

struct px_aggregate_event {
    bool repeated;
};

/* As a reader sees the figure; of the first line that has it, the same in all of one version. */
struct px_aggregate_figure {
    struct px_slice label, unit, voice;
};

/* One outlet's value of one figure in one event. */
struct px_aggregate_cell {
    uint32_t event, figure, outlet; /* ids in the tables below */
    double value;
};

struct px_aggregate {
    struct px_arena arena;
    struct px_table events; /* groups */
    struct px_table figures;
    struct px_table outlets;
    struct px_table made_by;
    struct px_table lines;                             /* digests of those that were added */
    PX_VECTOR(struct px_aggregate_event) event_list;   /* [events] */
    PX_VECTOR(struct px_aggregate_figure) figure_list; /* [figures] */
    PX_VECTOR(struct px_aggregate_cell) cells;
    struct px_buffer remark;
    struct px_aggregate_sum sum; /* its counters are filled line by line */
};

/* Whether enough events differ in the figure for a test and an interval. */
bool px_aggregate_has_test(const struct px_aggregate_row *row);

/* Rows by how clear they are: verdict, then the size of the effect, then the name. `order` has room for all. */
void px_aggregate_order(const struct px_aggregate_sum *sum, const struct px_aggregate_row **order);

#endif
