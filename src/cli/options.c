#include <string.h>
#include <strings.h>

#include "base/pool.h"
#include "cli/option_value.h"
#include "corpus/pair.h"
#include "ingest/ingest.h"

const struct px_option px_option_table[] = {
    {PX_OPTION_OUTPUT, 'o', "output", "FILE", "write to FILE, whole or not at all, instead of standard output"},
    {PX_OPTION_FORMAT, 'f', "format", "FORMAT",
     "form of the output, else the one that the ending of -o names (.html, .json, .csv, .md, .svg)"},
    {PX_OPTION_INPUT, 'i', "input", "KIND",
     "what the files are: html, markdown, text, ndjson or export (default: guessed); for parse also conllu"},
    {PX_OPTION_CORPUS, 0, "corpus", "FILE",
     "read a corpus: NDJSON, one record a line, plain or compressed, - for standard input"},
    {PX_OPTION_BY, 0, "by", "KEY", "compare the records that share the value of KEY"},
    {PX_OPTION_DONE, 0, "done", "FILE",
     "output of an earlier run, even one that was stopped: leave out the groups that it has compared (repeatable)"},
    {PX_OPTION_VERBATIM, 0, "verbatim", NULL, "take the text as it is: remove and normalise nothing"},
    {PX_OPTION_OUTLET, 0, "outlet", "NAME", "name of an article's outlet (repeatable, in the order of the articles)"},
    {PX_OPTION_LANGUAGE, 0, "language", "CODE", "language of the lexicons (default: en)"},
    {PX_OPTION_LEXICONS, 0, "lexicons", "DIR",
     "folder of language folders; a file in it replaces the built-in lexicon of that name"},
    {PX_OPTION_LEXICON, 'l', "lexicon", "FILE", "add a lexicon (repeatable)"},
    {PX_OPTION_REFERENCE, 0, "reference", "FILE", "word frequencies to compare terms against: word, tab, count"},
    {PX_OPTION_STRICT, 0, "strict", NULL,
     "take the statements alone whose words and speaker are surest (the high tier)"},
    {PX_OPTION_SIDES, 0, "sides", "FILE",
     "a lexicon whose entries are names of speakers and whose categories are sides: the balance between them"},
    {PX_OPTION_ALIASES, 0, "aliases", "FILE",
     "a lexicon that says which names mean one: entries are names, categories whom they name, column kind what that "
     "is"},
    {PX_OPTION_TARGET, 0, "target", "NAME", "judge the stance toward NAME in every article (repeatable)"},
    {PX_OPTION_TOPICS, 0, "topics", "FILE",
     "a lexicon whose categories are topics: they name and steer sections and topics"},
    {PX_OPTION_NULL, 0, "null", "FILE",
     "what passages on different events have in common, as 'parallax-train null' measures it in a corpus; in the "
     "sources, 'ninja -C build/release parallax-train' builds that"},
    {PX_OPTION_AGGREGATE, 0, "aggregate", "FILE",
     "comparisons of batch: two outlets over many events, instead of articles (repeatable)"},
    {PX_OPTION_SEED, 0, "seed", "N", "seed of the random draws behind intervals and tests (default: 1)"},
    {PX_OPTION_THREADS, 'j', "threads", "N",
     "threads for many articles (default: one a processor); never changes a result"},
    {PX_OPTION_NO_MODEL, 0, "no-model", NULL, "use lexicons and rules alone: no learned weights, no grammar"},
    {PX_OPTION_NO_SYNTAX, 0, "no-syntax", NULL,
     "do without grammar: no acts, events, blame, motives, presuppositions, figures or labels; rules for the rest"},
    {PX_OPTION_WINDOW, 'w', "window", "N", "words of context on each side (default: 8)"},
    {PX_OPTION_EXPLAIN, 0, "explain", NULL, "show every line of the input with its role and why it has it"},
    {PX_OPTION_COUNT_LINES, 0, "count-lines", NULL,
     "only count, by outlet, in how many articles each line stands: for --recurring"},
    {PX_OPTION_RECURRING, 0, "recurring", "FILE",
     "counts of --count-lines: lines that recur in an outlet's articles are furniture (repeatable, added)"},
    {PX_OPTION_TWO_PASS, 0, "two-pass", NULL, "read the input twice: first count its lines, as if by --recurring"},
    {PX_OPTION_TO, 0, "to", "FORMAT", "tsv, yaml, dic, dicx, csv, cat, ykd, lcd, lc3, vader or afinn"},
    {PX_OPTION_NESTED, 0, "nested", "SCOPE",
     "where the longest match wins: in a whole lexicon, or in each category (default: lexicon)"},
    {PX_OPTION_LEVELS, 0, "levels", "LIST",
     "name columns by these levels of the categories, as 1 or 1,3 or 1-2 (default: a column for each level)"},
    {PX_OPTION_WEIGHTED, 0, "weighted", NULL, "add up the weights of the entries instead of counting them"},
    {PX_OPTION_GOLD, 'g', "gold", "FILE", "annotated texts: NDJSON, brat, doccano or Label Studio (repeatable)"},
    {PX_OPTION_AGAINST, 0, "against", "FILE", "a second corpus, to compare the first with"},
    {PX_OPTION_LIKE, 0, "like", "CATEGORY", "look for words that keep company with this category"},
    {PX_OPTION_TOP, 'n', "top", "N", "show the N best (default: 40)"},
    {PX_OPTION_FOLDS, 0, "folds", "N", "folds of the cross-validation (default: 5)"},
    {PX_OPTION_LEAST, 0, "least", "N", "texts in which an added entry must be marked (default: 1)"},
    {PX_OPTION_DAYS, 'w', "window", "DAYS", "days between two articles at most (default: 3)"},
    {PX_OPTION_SCORE, 0, "least", "SCORE", "score that a pair must reach, 0.01 to 1 (default: 0.12)"},
    {PX_OPTION_MOST, 'n', "top", "N", "a pair is among the N best of both its articles (default: no limit)"},
    {PX_OPTION_NO_DATES, 0, "no-dates", NULL, "compare all with all, whatever their dates"},
    {PX_OPTION_SAME_OUTLET, 0, "same-outlet", NULL, "articles of one outlet may be a pair too"},
    {PX_OPTION_FROM, 0, "from", "DATE", "only pairs whose earlier article is of this day or a later one (2017-12-21)"},
    {PX_OPTION_UNTIL, 0, "until", "DATE", "only pairs whose earlier article is of a day before this one"},
    {PX_OPTION_GROUPS, 0, "groups", NULL, "join the pairs to groups and write these, one a line"},
    {PX_OPTION_ANNOTATE, 0, "annotate", NULL,
     "write the records of the groups again, each with its group's name as the key 'group': for batch --by group"},
    {PX_OPTION_MAX_INPUT, 0, "max-input", "SIZE",
     "refuse inputs larger than SIZE: bytes, or with k, M or G behind (default: 64M)"},
    {PX_OPTION_COLOR, 0, "color", "WHEN", "auto, always or never (default: auto; NO_COLOR is respected)"},
    {PX_OPTION_QUIET, 'q', "quiet", NULL, "no warnings and no progress"},
    {PX_OPTION_VERBOSE, 'v', "verbose", NULL, "say what is being done and how long it takes, and show every error"},
    {PX_OPTION_HELP, 'h', "help", NULL, "show help"},
    {PX_OPTION_VERSION, 0, "version", NULL, "show the version"},
    {PX_OPTION_MAN, 0, "man", NULL, "write the manual page, for man(1)"},
    {PX_OPTION_COMPLETION, 0, "completion", "SHELL", "write a completion script for bash, zsh or fish"},
    {PX_OPTION_END, 0, NULL, NULL, NULL},
};

const struct px_option *px_option_by_id(uint8_t id)
{
    const struct px_option *option = px_option_table;
    while (option->id != id && option->id != PX_OPTION_END)
        option++;
    return option;
}

const struct px_command *px_command_find(const char *name)
{
    for (const struct px_command *command = px_command_table; command->name != NULL; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
}

bool px_command_takes(const struct px_command *command, uint8_t option)
{
    if (option == PX_OPTION_HELP || option == PX_OPTION_VERSION)
        return true;
    if (command == NULL)
        return option == PX_OPTION_COLOR;
    for (const uint8_t *taken = command->options; *taken != PX_OPTION_END; taken++) {
        if (*taken == option)
            return true;
    }
    return false;
}

/* Levenshtein distance of two short names; anything over 32 letters is far away. */
static size_t distance(const char *a, const char *b)
{
    size_t row[33];
    size_t n = strlen(b);
    if (n > 32)
        return SIZE_MAX;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            size_t shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < shift ? change : shift;
        }
    }
    return row[n];
}

/* How far the word is from the name; one that is cut off is near. */
static size_t misspelt(const char *word, const char *name)
{
    size_t size = strlen(word);
    return size > 2 && strncmp(word, name, size) == 0 ? 1 : distance(word, name);
}

const char *px_command_nearest(const char *word)
{
    const char *nearest = NULL;
    size_t least = 3;
    for (const struct px_command *command = px_command_table; command->name != NULL; command++) {
        size_t far = distance(word, command->name);
        if (far < least) {
            least = far;
            nearest = command->name;
        }
    }
    return nearest;
}

static enum px_status unknown_option(const struct px_command *command, const char *word, struct px_error *error)
{
    const char *nearest = NULL;
    size_t least = 3;
    for (const struct px_option *option = px_option_table; option->id != PX_OPTION_END; option++) {
        size_t far = strncmp(word, "--", 2) == 0 ? misspelt(word + 2, option->name) : SIZE_MAX;
        if (px_command_takes(command, option->id) && far < least) {
            least = far;
            nearest = option->name;
        }
    }
    if (nearest != NULL)
        return px_error_set(error, PX_ERROR_USAGE, "unknown option '%s': did you mean '--%s'?", word, nearest);
    return px_error_set(error, PX_ERROR_USAGE, "unknown option '%s'", word);
}

/* Does argv's word name the option? *value is what stands behind "=" or the letter, or NULL. */
static bool names(const char *word, const struct px_option *option, const char **value)
{
    size_t size = strlen(option->name);
    if (strncmp(word, "--", 2) == 0 && strncmp(word + 2, option->name, size) == 0 &&
        (word[2 + size] == '\0' || word[2 + size] == '=')) {
        *value = word[2 + size] == '=' ? word + 3 + size : NULL;
        return true;
    }
    if (word[1] != option->letter || option->letter == 0)
        return false;
    *value = word[2] != '\0' ? word + 2 : NULL;
    return true;
}

/* The option that argv's word names: of several with one name the command's own, or the last where it has none. */
static const struct px_option *find_option(const struct px_command *command, const char *word, const char **value)
{
    const struct px_option *found = NULL;
    *value = NULL;
    for (const struct px_option *option = px_option_table; option->id != PX_OPTION_END; option++)
        if ((found == NULL || !px_command_takes(command, found->id)) && names(word, option, value))
            found = option;
    return found;
}

/* Is the word a switch's letter with more letters of options behind it, as in "-qo"? */
static bool is_clustered(const struct px_command *command, const struct px_option *option, const char *word,
                         const char *value)
{
    const char *rest;
    char next[3] = {'-', 0, 0};
    if (option == NULL || option->argument != NULL || value == NULL || word[1] == '-')
        return false;
    next[1] = *value;
    const struct px_option *behind = find_option(command, next, &rest);
    return behind != NULL && px_command_takes(command, behind->id);
}

/* Takes the option at argv[*at], and the word behind it where the option needs one. */
static enum px_status take(const struct px_command *command, int argc, char **argv, int *at, struct px_options *options,
                           struct px_error *error)
{
    char *word = argv[*at];
    const char *value;
    const struct px_option *option = find_option(command, word, &value);
    if (is_clustered(command, option, word, value)) {
        memmove(word + 1, word + 2, strlen(word + 2) + 1); /* the letters behind the first stand for themselves */
        (*at)--;
        value = NULL;
    }
    if (option == NULL || (option->argument == NULL && value != NULL && word[1] != '-'))
        return unknown_option(command, word, error);
    if (!px_command_takes(command, option->id))
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' does not go with %s", option->name,
                            command == NULL ? "no command" : command->name);
    if (option->argument == NULL && value != NULL)
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' takes no value", option->name);
    if (option->argument != NULL && value == NULL) {
        if (*at + 1 >= argc)
            return px_error_set(error, PX_ERROR_USAGE, "option '%s' needs a value: %s", word, option->argument);
        value = argv[++*at];
    }
    if (value != NULL && *value == '\0' && option->id != PX_OPTION_OUTLET) /* an outlet's may be left to its article */
        return px_error_set(error, PX_ERROR_USAGE, "option '--%s' needs a value: %s", option->name, option->argument);
    return px_option_set(command, option, value, options, error);
}

/* The form that the ending of -o names, where the command has it, or NULL. */
static const char *format_of_ending(const struct px_command *command, const char *output)
{
    static const struct {
        const char *ending, *format;
    } endings[] = {{".html", "html"}, {".htm", "html"},    {".json", "json"},
                   {".csv", "csv"},   {".md", "markdown"}, {".svg", "svg"}};
    const char *dot = output == NULL ? NULL : strrchr(output, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i].ending) == 0 && px_listed(command->formats, endings[i].format))
            return endings[i].format;
    return NULL;
}

/* Is the output called as the files of office programs are, which no form is? */
static bool is_office_file(const char *output)
{
    static const char *const endings[] = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods"};
    const char *dot = output == NULL ? NULL : strrchr(output, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

/* The form that the output's ending names, or else the first of the command's. */
static enum px_status default_format(const struct px_command *command, struct px_options *options,
                                     struct px_error *error)
{
    static const char *const names[] = {"markdown", "json", "csv", "text", "conllu"};
    if (command == NULL || command->formats == NULL)
        return PX_OK;
    if (is_office_file(options->output))
        return px_error_set(error, PX_ERROR_USAGE, "'%s' is no name for what is written: choose --format %s",
                            options->output, command->formats);
    options->format = format_of_ending(command, options->output);
    for (size_t i = 0; options->format == NULL && i < sizeof names / sizeof *names; i++) {
        if (strncmp(command->formats, names[i], strlen(names[i])) == 0)
            options->format = names[i];
    }
    return options->format == NULL ? px_error_set(error, PX_ERROR_USAGE, "no default format") : PX_OK;
}

static bool reads_twice(const struct px_options *options)
{
    size_t times = 0;
    for (size_t i = 0; i < options->argument_count; i++)
        times += strcmp(options->arguments[i], "-") == 0;
    return times > 1;
}

enum px_status px_options_parse(const struct px_command *command, int argc, char **argv, char **arguments,
                                struct px_options *options, struct px_error *error)
{
    *options = (struct px_options){.seed = 1,
                                   .threads = px_pool_processors(),
                                   .window = 8,
                                   .top = 40,
                                   .folds = 5,
                                   .least = 1,
                                   .days = PX_PAIR_WINDOW,
                                   .score = PX_PAIR_LEAST,
                                   .limit = PX_INGEST_LIMIT,
                                   .language = "en",
                                   .nested = "lexicon",
                                   .color = "auto",
                                   .arguments = arguments};
    bool ended = false;
    for (int at = 0; at < argc; at++) {
        char *word = argv[at];
        if (!ended && strcmp(word, "--") == 0) {
            ended = true;
        } else if (ended || word[0] != '-' || word[1] == '\0') {
            arguments[options->argument_count++] = word;
        } else {
            enum px_status status = take(command, argc, argv, &at, options, error);
            if (status != PX_OK)
                return status;
        }
    }
    if (reads_twice(options))
        return px_error_set(error, PX_ERROR_USAGE, "'-' is given more than once: standard input can be read once");
    if (px_options_check(options, error) != PX_OK)
        return PX_ERROR_USAGE;
    return options->format == NULL ? default_format(command, options, error) : PX_OK;
}
