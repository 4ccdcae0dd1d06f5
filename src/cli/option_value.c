/* What stands behind an option: read, checked, and put where it belongs. */
#include "cli/option_value.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "base/slice.h"

/* Whole numbers up to here are exact in every reader of JSON. */
#define MOST_SEED (((uint64_t)1 << 53) - 1)

/* Places in a text have 32 bits, and converting its characters may make it three times as long. */
#define MOST_INPUT ((uint64_t)1 << 30)

static enum px_status read_count(const char *name, const char *value, uint64_t most, uint64_t *number,
                                 struct px_error *error)
{
    char *end;
    errno = 0;
    unsigned long long read = strtoull(value, &end, 10);
    if (*value < '0' || *value > '9' || *end != '\0' || errno != 0 || read > most)
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' takes a whole number up to %llu, not '%s'", name,
                            (unsigned long long)most, value);
    *number = read;
    return PX_OK;
}

static enum px_status read_size(const struct px_option *option, const char *value, uint64_t most, size_t *size,
                                struct px_error *error)
{
    uint64_t number = 0;
    enum px_status status = read_count(option->name, value, most, &number, error);
    if (status == PX_OK && number == 0)
        status = px_error_set(error, PX_ERROR_USAGE, "option '--%s' must be at least 1", option->name);
    if (status == PX_OK)
        *size = (size_t)number;
    return status;
}

bool px_listed(const char *list, const char *value)
{
    size_t size = strlen(value);
    while (list != NULL && *list != '\0') {
        size_t length = strcspn(list, "|");
        if (length == size && strncmp(list, value, size) == 0)
            return true;
        list += length + (list[length] == '|');
    }
    return false;
}

static enum px_status choose(const struct px_option *option, const char *list, const char *value, const char **field,
                             struct px_error *error)
{
    if (!px_listed(list, value))
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' does not take '%s': choose %s", option->name, value,
                            list);
    *field = value;
    return PX_OK;
}

/* What a command reads: who writes CoNLL-U reads it too. */
static const char *inputs_of(const struct px_command *command)
{
    return px_listed(command->formats, "conllu") ? "html|markdown|text|ndjson|export|conllu"
                                                 : "html|markdown|text|ndjson|export";
}

static enum px_status push(const struct px_option *option, const char *value, const char **list, size_t *count,
                           struct px_error *error)
{
    if (*count == PX_MOST_VALUES)
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' is given more than %d times", option->name,
                            PX_MOST_VALUES);
    list[(*count)++] = value;
    return PX_OK;
}

/* Whole bytes, or with a unit behind, each 1024 of the one below. */
static enum px_status read_limit(const struct px_option *option, const char *value, size_t *limit,
                                 struct px_error *error)
{
    static const char units[] = "kMG";
    size_t size = strlen(value);
    const char *unit = size > 1 ? strchr(units, value[size - 1]) : NULL;
    unsigned shift = unit == NULL ? 0 : 10 * (unsigned)(unit - units + 1);
    char digits[24] = "";
    if (size < sizeof digits)
        memcpy(digits, value, unit == NULL ? size : size - 1);
    uint64_t number = 0;
    if (read_count(option->name, digits, MOST_INPUT >> shift, &number, NULL) != PX_OK || number == 0)
        return px_error_set(error, PX_ERROR_USAGE,
                            "option '--%s' takes a size from 1 to 1G, such as 500k or 64M, not '%s'", option->name,
                            value);
    *limit = (size_t)number << shift;
    return PX_OK;
}

/* "1,3" or "1-2": levels from 1 to 32. */
static enum px_status read_levels(const char *value, uint32_t *levels, struct px_error *error)
{
    *levels = 0;
    for (const char *at = value; *levels == 0 || *at != '\0';) {
        char *end;
        unsigned long first = *at >= '1' && *at <= '9' ? strtoul(at, &end, 10) : 0;
        unsigned long last = first;
        if (first > 0 && (*end == '-' || *end == ':') && end[1] >= '1' && end[1] <= '9')
            last = strtoul(end + 1, &end, 10);
        if (first == 0 || first > last || last > 32 || (*end != ',' && *end != '\0'))
            return px_error_set(error, PX_ERROR_USAGE, "option '--levels' takes levels from 1 to 32, not '%s'", value);
        for (unsigned long level = first; level <= last; level++)
            *levels |= (uint32_t)1 << (level - 1);
        at = *end == ',' ? end + 1 : end;
    }
    return PX_OK;
}

/* One fold leaves nothing to learn from. */
static enum px_status set_folds(const struct px_option *option, const char *value, struct px_options *options,
                                struct px_error *error)
{
    enum px_status status = read_size(option, value, 20, &options->folds, error);
    if (status == PX_OK && options->folds == 1)
        status = px_error_set(error, PX_ERROR_USAGE, "option '--folds' must be at least 2");
    return status;
}

/* None is a number too: articles of one day. */
static enum px_status read_days(const struct px_option *option, const char *value, struct px_options *options,
                                struct px_error *error)
{
    uint64_t days = 0;
    enum px_status status = read_count(option->name, value, 100000, &days, error);
    options->days = (size_t)days;
    return status;
}

static enum px_status read_score(const struct px_option *option, const char *value, double *score,
                                 struct px_error *error)
{
    if (!px_slice_number(px_slice_from(value), score) || !(*score >= .01 && *score <= 1))
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' takes a number from 0.01 to 1, not '%s'",
                            option->name, value);
    return PX_OK;
}

/* May it be given again? Of two values of another one would be missing without a word. */
static bool is_repeatable(const struct px_option *option)
{
    static const uint8_t repeatable[] = {PX_OPTION_DONE,      PX_OPTION_OUTLET,    PX_OPTION_LEXICON, PX_OPTION_TARGET,
                                         PX_OPTION_AGGREGATE, PX_OPTION_RECURRING, PX_OPTION_GOLD};
    return option->argument == NULL || memchr(repeatable, option->id, sizeof repeatable) != NULL;
}

static enum px_status set_value(const struct px_command *command, const struct px_option *option, const char *value,
                                struct px_options *options, struct px_error *error)
{
    switch (option->id) {
    case PX_OPTION_OUTPUT: options->output = value; break;
    case PX_OPTION_FORMAT: return choose(option, command->formats, value, &options->format, error);
    case PX_OPTION_INPUT: return choose(option, inputs_of(command), value, &options->input, error);
    case PX_OPTION_CORPUS: options->corpus = value; break;
    case PX_OPTION_BY: options->by = value; break;
    case PX_OPTION_VERBATIM: options->verbatim = true; break;
    case PX_OPTION_OUTLET: return push(option, value, options->outlets, &options->outlet_count, error);
    case PX_OPTION_LANGUAGE: options->language = value; break;
    case PX_OPTION_LEXICONS: options->lexicons = value; break;
    case PX_OPTION_LEXICON: return push(option, value, options->lexicon_files, &options->lexicon_count, error);
    case PX_OPTION_REFERENCE: options->reference = value; break;
    case PX_OPTION_SIDES: options->sides = value; break;
    case PX_OPTION_ALIASES: options->aliases = value; break;
    case PX_OPTION_TARGET: return push(option, value, options->targets, &options->target_count, error);
    case PX_OPTION_TOPICS: options->topics = value; break;
    case PX_OPTION_NULL: options->null = value; break;
    case PX_OPTION_DONE: return push(option, value, options->done, &options->done_count, error);
    case PX_OPTION_AGGREGATE: return push(option, value, options->aggregates, &options->aggregate_count, error);
    case PX_OPTION_SEED: return read_count(option->name, value, MOST_SEED, &options->seed, error);
    case PX_OPTION_THREADS: return read_size(option, value, PX_POOL_MOST_THREADS, &options->threads, error);
    case PX_OPTION_NO_MODEL: options->no_model = true; break;
    case PX_OPTION_STRICT: options->strict = true; break;
    case PX_OPTION_NO_SYNTAX: options->no_syntax = true; break;
    case PX_OPTION_WINDOW: return read_size(option, value, 1000, &options->window, error);
    case PX_OPTION_EXPLAIN: options->explain = true; break;
    case PX_OPTION_COUNT_LINES: options->count_lines = true; break;
    case PX_OPTION_RECURRING: return push(option, value, options->recurring, &options->recurring_count, error);
    case PX_OPTION_TWO_PASS: options->two_pass = true; break;
    case PX_OPTION_TO:
        return choose(option, "tsv|yaml|dic|dicx|csv|cat|ykd|lcd|lc3|vader|afinn", value, &options->to, error);
    case PX_OPTION_NESTED: return choose(option, "lexicon|category", value, &options->nested, error);
    case PX_OPTION_LEVELS: return read_levels(value, &options->levels, error);
    case PX_OPTION_WEIGHTED: options->weighted = true; break;
    case PX_OPTION_GOLD: return push(option, value, options->gold, &options->gold_count, error);
    case PX_OPTION_AGAINST: options->against = value; break;
    case PX_OPTION_LIKE: options->like = value; break;
    case PX_OPTION_TOP: return read_size(option, value, 100000, &options->top, error);
    case PX_OPTION_FOLDS: return set_folds(option, value, options, error);
    case PX_OPTION_LEAST: return read_size(option, value, 1000, &options->least, error);
    case PX_OPTION_DAYS: return read_days(option, value, options, error);
    case PX_OPTION_SCORE: return read_score(option, value, &options->score, error);
    case PX_OPTION_MOST: return read_size(option, value, 1000, &options->most, error);
    case PX_OPTION_NO_DATES: options->no_dates = true; break;
    case PX_OPTION_SAME_OUTLET: options->same_outlet = true; break;
    case PX_OPTION_FROM: options->from = value; break;
    case PX_OPTION_UNTIL: options->until = value; break;
    case PX_OPTION_GROUPS: options->groups = true; break;
    case PX_OPTION_ANNOTATE: options->annotate = true; break;
    case PX_OPTION_MAX_INPUT: return read_limit(option, value, &options->limit, error);
    case PX_OPTION_COLOR: return choose(option, "auto|always|never", value, &options->color, error);
    case PX_OPTION_QUIET: options->quiet = true; break;
    case PX_OPTION_VERBOSE: options->verbose = true; break;
    case PX_OPTION_HELP: options->help = true; break;
    case PX_OPTION_VERSION: options->version = true; break;
    case PX_OPTION_MAN: options->man = true; break;
    case PX_OPTION_COMPLETION: return choose(option, "bash|zsh|fish", value, &options->completion, error);
    default: break;
    }
    return PX_OK;
}

enum px_status px_option_set(const struct px_command *command, const struct px_option *option, const char *value,
                             struct px_options *options, struct px_error *error)
{
    if (options->given[option->id] && !is_repeatable(option))
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' is given twice", option->name);
    options->given[option->id] = true;
    return set_value(command, option, value, options, error);
}
