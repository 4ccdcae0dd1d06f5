/* Indicators: the sheet of counts behind them. Private to the rooms that compare.
 *
 * A row counts one thing sentence by sentence in every article; its figure is the ratio of two sums over sentences. All
 * rows of a pair share one resampling plan. What stands or falls together over several sentences (the words of one
 * speaker) is counted in the first of them: sentences are what is drawn, and must not depend on each other.
 */
#ifndef PX_CONTRAST_INDICATOR_H
#define PX_CONTRAST_INDICATOR_H

#include "base/pool.h"
#include "contrast/contrast.h"
#include "statistics/resample.h"
#include "statistics/verdict.h"

enum px_measure {
    PX_MEASURE_RATE,  /* per 1,000 words */
    PX_MEASURE_SHARE, /* a part of a whole */
    PX_MEASURE_MEAN,  /* words a sentence */
    PX_MEASURE_INDEX  /* a mean of ratios */
};

/* What a figure weighs among the tests of a report: a reader opens it for a few of them, and what these may err is not
 * spent on categories. */
enum px_weight { PX_WEIGHT_DETAIL = 1, PX_WEIGHT_FIGURE = 2, PX_WEIGHT_LEAD = 8, PX_WEIGHT_FIRST = 16 };

struct px_count_row {
    struct px_slice name, label, family;
    double **above; /* [articles][sentences] what is counted */
    double **below; /* [articles][sentences] out of what */
    double **shown; /* [articles][sentences] what its evidence is, where that is not `above`; or NULL */
    uint32_t topic;
    uint8_t voice;
    uint8_t measure;
    uint8_t weight; /* PX_WEIGHT_FIGURE unless its maker says otherwise */
    bool within;    /* a rate not of all words but of those in its voice */
    bool quiet;     /* sentences that count are too many to be shown */
    bool user;      /* of a lexicon of the user */
    bool unlisted;  /* what is found is wrong, or missed, too often for a page */
};

struct px_sheet {
    struct px_compare_context *context;
    PX_VECTOR(struct px_count_row) rows;
    double **words; /* [articles][sentences] */
};

/* One array of numbers an article, one number a sentence, all 0; NULL when memory is out. */
double **px_sheet_numbers(struct px_sheet *sheet);

/* A new row with its `above` of zeros; `below` are the words. NULL when memory is out. */
struct px_count_row *px_sheet_row(struct px_sheet *sheet, const char *family, const char *name, const char *label);

/* The sum of `count` numbers, and how many of them are above 0. */
double px_sheet_sum(const double *numbers, size_t count);
size_t px_sheet_units(const double *numbers, size_t count);

/* A row's test, until q is known. */
struct px_row_test {
    struct px_verdict_case it;
    struct px_resample_power power;
};

/* The tests of all rows, on a thread of their own beside the steps that come between. */
struct px_row_tests {
    struct px_sheet sheet;
    struct px_row_test *items; /* [rows] once px_row_tests_end has been called */
    struct px_task task;
    enum px_status status; /* of the task */
    struct px_error error;
};

/* Begins the tests, in context->tests: figures, differences and p of the indicators, which stand as the rows do and must
 * neither move nor be read until px_row_tests_end. PX_ERROR_MEMORY alone. */
enum px_status px_row_tests_begin(const struct px_sheet *sheet, struct px_error *error);

/* Waits for the tests; whether they could be made. Of NULL, or once more: at once. */
enum px_status px_row_tests_end(struct px_row_tests *tests, struct px_error *error);

/* Fills in q of all indicators, which stand as the rows do, and of their tests; and what difference would have been
 * found in this family. */
enum px_status px_sheet_correct(const struct px_sheet *sheet, struct px_row_test *tests, struct px_error *error);

/* Adds the rows of loaded wording, certainty, presupposition, frames, the user's lexicons and valence. */
enum px_status px_sheet_lexicons(struct px_sheet *sheet, struct px_error *error);

/* Adds the rows of sourcing and style. */
enum px_status px_sheet_manner(struct px_sheet *sheet, struct px_error *error);

/* Adds a row a side of options->sides: the words given to its speakers. */
enum px_status px_sheet_sides(struct px_sheet *sheet, struct px_error *error);

/* Adds the rows of agency, where every article was parsed. */
enum px_status px_sheet_agency(struct px_sheet *sheet, struct px_error *error);

/* Adds loaded wording in the outlets' own voice by shared topic. */
enum px_status px_sheet_topics(struct px_sheet *sheet, struct px_error *error);

#endif
