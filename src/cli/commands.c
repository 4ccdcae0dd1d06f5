/* The table of commands. */
#include "cli/commands.h"

#define OPTIONS(...)               \
    (const uint8_t[])              \
    {                              \
        __VA_ARGS__, PX_OPTION_END \
    }
#define READING PX_OPTION_INPUT, PX_OPTION_OUTLET, PX_OPTION_MAX_INPUT, PX_OPTION_RECURRING
#define FINDING PX_OPTION_LANGUAGE, PX_OPTION_LEXICONS, PX_OPTION_LEXICON, PX_OPTION_NO_MODEL, PX_OPTION_NO_SYNTAX
#define GENERAL PX_OPTION_QUIET, PX_OPTION_VERBOSE, PX_OPTION_COLOR

const struct px_command px_command_table[] = {
    {"compare", "A B [C ...]", "the side-by-side report",
     "Reads two or more articles on one event and writes what differs between them: wording, sources,\n"
     "names, stance, topics, each figure with its interval, its test and its sentences.",
     "markdown|json",
     "compare courier.html review.md\n"
     "compare courier.html review.md --format json -o pair.json\n"
     "compare a.txt b.txt --outlet 'The Courier' --outlet 'The Review'",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, READING, PX_OPTION_VERBATIM, FINDING, PX_OPTION_REFERENCE,
             PX_OPTION_SEED, GENERAL),
     px_command_compare},
    {"analyze", "[FILE ...]", "everything found in an article, as JSON",
     "Writes one JSON object a line for each article: its text, blocks, sentences, sections, entities,\n"
     "attributions, matches and stance, with offsets in code points.",
     "json",
     "analyze courier.html\n"
     "analyze --corpus articles.ndjson.gz --verbatim -o found.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_VERBATIM, READING, PX_OPTION_TWO_PASS,
             FINDING, PX_OPTION_THREADS, GENERAL),
     px_command_analyze},
    {"clean", "[FILE ...]", "the article without its page",
     "Takes the article out of an HTML page, a scraped text or a Markdown file. Nothing is lost: every line\n"
     "is content or furniture with a role (see --format json). --explain shows each line with its role and\n"
     "why: the rule, the pattern and its lexicon, or the model's score and what spoke most for it.\n\n"
     "Lines that stand on many pages of an outlet are furniture: --two-pass counts those of the input itself,\n"
     "--recurring takes counts made before, of one corpus or of its shards on several machines; --count-lines\n"
     "makes them, and adds those that --recurring names.",
     "markdown|text|json",
     "clean courier.html\n"
     "clean --explain courier.html | less -R\n"
     "clean --format json pages/*.html\n"
     "clean --count-lines --corpus shard1.ndjson -o counts1.tsv\n"
     "clean --recurring counts1.tsv --recurring counts2.tsv --corpus shard1.ndjson --format json",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, READING, PX_OPTION_LEXICONS, PX_OPTION_NO_MODEL, PX_OPTION_EXPLAIN,
             PX_OPTION_COUNT_LINES, PX_OPTION_TWO_PASS, PX_OPTION_THREADS, GENERAL),
     px_command_clean},
    {"count", "[FILE ...] --lexicon F", "documents by categories, as CSV",
     "Counts the entries of your lexicons in each document: a row a document, a column a category, nested\n"
     "categories at every level. Words that several entries of a category match count once there. Without\n"
     "--lexicon it counts the built-in ones.",
     "csv",
     "count *.txt --lexicon codebook.tsv\n"
     "count --corpus articles.ndjson --lexicon afinn.txt --weighted\n"
     "count --corpus articles.ndjson --lexicon liwc.dic --levels 1 --nested category -o counts.csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_VERBATIM, READING, PX_OPTION_LANGUAGE,
             PX_OPTION_LEXICONS, PX_OPTION_LEXICON, PX_OPTION_NESTED, PX_OPTION_LEVELS, PX_OPTION_WEIGHTED,
             PX_OPTION_THREADS, GENERAL),
     px_command_count},
    {"kwic", "PATTERN FILE...", "concordance: where a pattern stands, in context",
     "Shows each place where a pattern stands, one a line, with the words around it inside its sentence.\n"
     "A pattern is written as a lexicon entry: words, * and ? inside a word, * for any word, /regex/.",
     "text|csv",
     "kwic 'regime*' courier.html review.md\n"
     "kwic 'so-called *' --corpus articles.ndjson --window 5",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_VERBATIM, PX_OPTION_WINDOW, READING,
             PX_OPTION_LANGUAGE, PX_OPTION_LEXICONS, PX_OPTION_THREADS, GENERAL),
     px_command_kwic},
    {"terms", "A B", "distinctive terms, with effect sizes and tests",
     "Lists the words and names that set two articles apart: counts, log-odds z with an informative prior,\n"
     "log ratio with its interval, G2 or Fisher's exact p, and q over all terms.",
     "text|csv",
     "terms courier.html review.md\n"
     "terms courier.html review.md --format csv -o terms.csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_VERBATIM, READING, FINDING, PX_OPTION_REFERENCE,
             PX_OPTION_SEED, GENERAL),
     px_command_terms},
    {"batch", "--corpus FILE --by KEY", "a comparison for every group of articles",
     "Compares the records of a corpus that share the value of a key, one JSON object a line. A group with\n"
     "fewer than two readable articles leaves an error record in its place.",
     "json", "batch --corpus articles.ndjson --by event -o comparisons.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_BY, PX_OPTION_VERBATIM, READING,
             PX_OPTION_TWO_PASS, FINDING, PX_OPTION_REFERENCE, PX_OPTION_SEED, PX_OPTION_THREADS, GENERAL),
     px_command_batch},
    {"lexicon", "check|show|convert FILE|NAME", "look after lexicons",
     "check reads lexicon files and names what is wrong or doubtful, with line, column and a mend. With\n"
     "--corpus it also names entries that match nothing or everything there, and likely typing errors.\n"
     "show prints a lexicon of the language (loaded, cues, ...) or a file as TSV; without a name, it lists them.\n"
     "convert writes a file in another format, and says of each entry what that format cannot hold.\n"
     "Every command reads TSV, quanteda YAML, LIWC .dic, .dicx and CSV, WordStat .cat, Yoshikoder .ykd,\n"
     "Lexicoder .lcd and .lc3, VADER and AFINN files.",
     NULL,
     "lexicon check codebook.tsv --corpus articles.ndjson\n"
     "lexicon show loaded\n"
     "lexicon convert codebook.cat --to yaml -o codebook.yml",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_TO, PX_OPTION_CORPUS, PX_OPTION_INPUT, PX_OPTION_MAX_INPUT, PX_OPTION_LANGUAGE,
             PX_OPTION_LEXICONS, GENERAL),
     px_command_lexicon},
    {"help", "[COMMAND]", "help on a command, the manual page, completion scripts",
     "Shows the commands, or one command's options and examples.", NULL,
     "help compare\n"
     "help --man\n"
     "help --completion bash",
     OPTIONS(PX_OPTION_MAN, PX_OPTION_COMPLETION), px_command_help},
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
};
