/* Options that do not go together: one of the two would do nothing, without a word. */
#include "cli/option_value.h"

static const struct {
    uint8_t option;
    uint8_t other;
    const char *why; /* what `option` does, so that `other` has nothing to do */
} conflicts[] = {
    {PX_OPTION_QUIET, PX_OPTION_VERBOSE, "says nothing"},
    {PX_OPTION_MAN, PX_OPTION_COMPLETION, "writes the manual page"},
    {PX_OPTION_COUNT_LINES, PX_OPTION_EXPLAIN, "cleans nothing"},
    {PX_OPTION_COUNT_LINES, PX_OPTION_TWO_PASS, "cleans nothing"},
    {PX_OPTION_COUNT_LINES, PX_OPTION_FORMAT, "writes a table of counts"},
    {PX_OPTION_VERBATIM, PX_OPTION_TWO_PASS, "removes nothing"},
    {PX_OPTION_VERBATIM, PX_OPTION_RECURRING, "removes nothing"},
    {PX_OPTION_NO_DATES, PX_OPTION_DAYS, "compares all with all"},
    {PX_OPTION_ANNOTATE, PX_OPTION_GROUPS, "writes records, no groups"},
    {PX_OPTION_ANNOTATE, PX_OPTION_FROM, "needs all pairs of its events"},
    {PX_OPTION_ANNOTATE, PX_OPTION_UNTIL, "needs all pairs of its events"},
    {PX_OPTION_GROUPS, PX_OPTION_FROM, "needs all pairs of its events"},
    {PX_OPTION_GROUPS, PX_OPTION_UNTIL, "needs all pairs of its events"},
    {PX_OPTION_AGGREGATE, PX_OPTION_INPUT, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_VERBATIM, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_RECURRING, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_LEXICON, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_ALIASES, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_REFERENCE, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_SIDES, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_TARGET, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_TOPICS, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_NULL, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_STRICT, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_NO_MODEL, "reads comparisons, no articles"},
    {PX_OPTION_AGGREGATE, PX_OPTION_NO_SYNTAX, "reads comparisons, no articles"},
};

enum px_status px_options_check(const struct px_options *options, struct px_error *error)
{
    for (size_t i = 0; i < sizeof conflicts / sizeof *conflicts; i++)
        if (options->given[conflicts[i].option] && options->given[conflicts[i].other])
            return px_error_set(error, PX_ERROR_USAGE, "--%s %s: it does not go with --%s",
                                px_option_by_id(conflicts[i].option)->name, conflicts[i].why,
                                px_option_by_id(conflicts[i].other)->name);
    return PX_OK;
}
