/* Across many events: how two outlets differ, figure by figure, from the comparisons of `batch`.
 *
 * One pair of articles says little of their outlets; many events do. Each event gives one difference a figure (the mean
 * over an outlet's articles where it has several); events are what is drawn (statistics/events.h), so that the result
 * holds for events like these, not for these articles alone.
 *
 *     struct px_aggregate *aggregate;
 *     px_aggregate_new(&aggregate, &error);
 *     for each line of each shard:
 *         px_aggregate_add(aggregate, line, path, number, &error);         // a bad line is left out, and counted
 *     px_aggregate_sum(aggregate, "The Courier", "The Review", seed, &sum, &error);
 *     px_aggregate_write_markdown(sum, &provenance, &out);
 *     px_aggregate_free(aggregate);
 *
 * The order of the lines, and how they are spread over files, changes nothing. Swapping the outlets negates the differences
 * and changes nothing else. Memory: a number an event, figure and outlet.
 */
#ifndef PX_CORPUS_AGGREGATE_H
#define PX_CORPUS_AGGREGATE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "report/provenance.h"
#include "statistics/events.h"
#include "statistics/verdict.h"

struct px_aggregate;

/* On the heap; px_aggregate_free takes NULL, too. PX_ERROR_MEMORY. */
PX_API enum px_status px_aggregate_new(struct px_aggregate **aggregate, struct px_error *error);
PX_API void px_aggregate_free(struct px_aggregate *aggregate);

/* Takes in one comparison, a line of `batch` (or all of `compare --format json`). PX_ERROR_SYNTAX or PX_ERROR_INPUT
 * with path, line and column for what is no comparison, for an error record, and for a group that was given before, all
 * of whose lines are left out then; a line that was added before, to the byte, counts once. PX_ERROR_MEMORY ends it all. */
PX_API enum px_status px_aggregate_add(struct px_aggregate *aggregate, struct px_slice json, const char *path,
                                       size_t line, struct px_error *error);

/* "FILE:LINE: article 'x' has no outlet: left out": what was said of the line last added; empty for nothing. */
PX_API struct px_slice px_aggregate_remark(const struct px_aggregate *aggregate);

/* One figure. Values are means over the events in which both outlets have it. */
struct px_aggregate_row {
    struct px_slice name, label, unit, voice;
    double values[2];
    struct px_across across; /* of the differences, first minus second */
    double q;                /* over all figures that have a test */
    size_t events;
    size_t unequal;  /* of these, events in which the two values differ at all */
    uint8_t verdict; /* enum px_verdict; too little, without interval and q, below PX_EVENTS_FEWEST unequal events */
};

struct px_aggregate_sum {
    struct px_slice outlets[2];
    struct px_aggregate_row *rows; /* by name */
    size_t row_count;
    size_t events;   /* with both outlets */
    size_t without;  /* events that lack one of them */
    size_t failed;   /* lines that are no comparison */
    size_t repeated; /* groups given in comparisons that differ */
    size_t same;     /* lines that were given before, byte by byte: they count once */
    size_t nameless; /* articles without an outlet */
    size_t made_by;  /* kinds of provenance (version, lexicons, options) among the comparisons; 1 is best */
};

/* Sums up. `first` and `second` name the outlets; with both NULL the comparisons must hold exactly two, which are taken
 * in byte order. PX_ERROR_USAGE says which outlets there are when these are not among them, PX_ERROR_INPUT that
 * no line was a comparison. The sum lives as long as the aggregate. O(figures × events × replicates). */
PX_API enum px_status px_aggregate_sum(struct px_aggregate *aggregate, const char *first, const char *second,
                                       uint64_t seed, const struct px_aggregate_sum **sum, struct px_error *error);

/* {"schema":"parallax.aggregate/1", …}, a report in Markdown, and a forest plot: a line a figure, its effect size d_z
 * with the interval, the clearest on top. Out of memory shows as out->failed. */
PX_API void px_aggregate_write_json(const struct px_aggregate_sum *sum, const struct px_provenance *provenance,
                                    struct px_buffer *out);
PX_API void px_aggregate_write_markdown(const struct px_aggregate_sum *sum, const struct px_provenance *provenance,
                                        struct px_buffer *out);
/* A row a figure, for R or a spreadsheet; what there is none of is empty. */
PX_API void px_aggregate_write_csv(const struct px_aggregate_sum *sum, struct px_buffer *out);
PX_API void px_aggregate_write_svg(const struct px_aggregate_sum *sum, struct px_buffer *out);

#endif
