/* The table of commands. */
#include "cli/commands.h"

#define OPTIONS(...)               \
    (const uint8_t[])              \
    {                              \
        __VA_ARGS__, PX_OPTION_END \
    }
#define READING PX_OPTION_INPUT, PX_OPTION_OUTLET, PX_OPTION_MAX_INPUT, PX_OPTION_RECURRING
#define FINDING                                                                                         \
    PX_OPTION_LANGUAGE, PX_OPTION_LEXICONS, PX_OPTION_LEXICON, PX_OPTION_NO_MODEL, PX_OPTION_NO_SYNTAX, \
        PX_OPTION_STRICT, PX_OPTION_ALIASES
#define LEXICON_FILES PX_OPTION_MAX_INPUT, PX_OPTION_LANGUAGE, PX_OPTION_LEXICONS, GENERAL
#define TUNING PX_OPTION_SEED, LEXICON_FILES
#define GENERAL PX_OPTION_QUIET, PX_OPTION_VERBOSE, PX_OPTION_COLOR

const struct px_command px_command_table[] = {
    {"compare", "A B [C ...]", "the side-by-side report",
     "Reads two to 26 articles on one event and writes what differs between them: wording, sources,\n"
     "names, stance, topics, each figure with its interval, its test and its sentences. To a terminal it writes a\n"
     "summary of one screen, unless a format or -o is given, elsewhere Markdown. With -o, Markdown has its\n"
     "pictures beside it as SVG; HTML is one file with pictures and articles in it; csv is a folder of tidy tables\n"
     "for R, Python or a spreadsheet, with a dictionary of their columns; all writes every form to the folder that\n"
     "-o names, the tables to tables/ in it.\n\n"
     "With --aggregate it takes the comparisons that batch made (shards in any order), event by event, and\n"
     "writes how two outlets differ over all of them: mean differences with intervals, tests and effect sizes,\n"
     "as Markdown, JSON, a table (csv) or a forest plot (svg). --outlet A --outlet B chooses the two.",
     "markdown|html|json|csv|summary|all|svg",
     "compare courier.html review.md\n"
     "compare courier.html review.md --format html -o pair.html\n"
     "compare courier.html review.md --format json -o pair.json\n"
     "compare courier.html review.md --format csv -o tables\n"
     "compare a.txt b.txt --outlet 'The Courier' --outlet 'The Review'\n"
     "compare a.txt b.txt --aliases aliases.tsv --target 'Boris Halden'\n"
     "compare --aggregate comparisons.ndjson --outlet 'The Courier' --outlet 'The Review'",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, READING, PX_OPTION_VERBATIM, FINDING, PX_OPTION_REFERENCE,
             PX_OPTION_SIDES, PX_OPTION_TARGET, PX_OPTION_TOPICS, PX_OPTION_NULL, PX_OPTION_AGGREGATE, PX_OPTION_SEED,
             GENERAL),
     px_command_compare},
    {"analyze", "[FILE ...]", "everything found in an article, as JSON",
     "Writes one JSON object a line for each article: its text, blocks, sentences, sections, entities,\n"
     "attributions, matches and stance, with offsets in code points.",
     "json",
     "analyze courier.html\n"
     "analyze --corpus articles.ndjson.gz --verbatim -o found.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_VERBATIM, READING, PX_OPTION_TWO_PASS,
             FINDING, PX_OPTION_TARGET, PX_OPTION_TOPICS, PX_OPTION_THREADS, GENERAL),
     px_command_analyze},
    {"clean", "[FILE ...]", "the article without its page",
     "Takes the article out of an HTML page, a scraped text or a Markdown file. Nothing is lost: every line\n"
     "is content or furniture with a role (see --format json). --explain shows each line with its role and\n"
     "why: the rule, the pattern and its lexicon, or the model's score and what spoke most for it.\n\n"
     "Lines that stand on many pages of an outlet are furniture: --two-pass counts those of the input itself,\n"
     "--recurring takes counts made before, of one corpus or of its shards on several machines; --count-lines\n"
     "makes them, and adds those that --recurring names, of which -o may be one: then it gets their sum.",
     "markdown|text|json",
     "clean courier.html\n"
     "clean --explain courier.html | less -R\n"
     "clean --format json pages/*.html\n"
     "clean --count-lines --corpus shard1.ndjson -o counts1.tsv\n"
     "clean --recurring counts1.tsv --recurring counts2.tsv --corpus shard1.ndjson --format json",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, READING, PX_OPTION_LEXICONS, PX_OPTION_NO_MODEL,
             PX_OPTION_EXPLAIN, PX_OPTION_COUNT_LINES, PX_OPTION_TWO_PASS, PX_OPTION_THREADS, GENERAL),
     px_command_clean},
    {"parse", "[FILE ...]", "words, lemmas, tags and heads, as CoNLL-U",
     "Writes the grammar of each sentence: its words as the treebanks of Universal Dependencies part them, with\n"
     "lemma, tags, head and relation, and where each stands in the text (TokenRange, in code points).\n"
     "With --input conllu it keeps the sentences and words of CoNLL-U files and fills in the columns.",
     "conllu",
     "parse courier.html\n"
     "parse --input conllu treebank.conllu -o parsed.conllu",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_VERBATIM, READING, PX_OPTION_LANGUAGE,
             PX_OPTION_LEXICONS, PX_OPTION_THREADS, GENERAL),
     px_command_parse},
    {"count", "[FILE ...] [--lexicon F]", "documents by categories, as CSV",
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
    {"kwic", "PATTERN [FILE ...]", "concordance: where a pattern stands, in context",
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
     "log ratio with its interval, G2 or Fisher's exact p, and q over all terms: those that stand twice at least,\n"
     "common verbs and pieces of names included, which a report leaves out.",
     "text|csv",
     "terms courier.html review.md\n"
     "terms courier.html review.md --format csv -o terms.csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_VERBATIM, READING, FINDING, PX_OPTION_REFERENCE,
             PX_OPTION_SEED, GENERAL),
     px_command_terms},
    {"pair", "--corpus FILE", "same-event pairs and groups in a dump of articles",
     "Finds the articles of different outlets that tell of the same event, and writes a pair a line, as JSON: the\n"
     "two ids, the earlier article first; the score; their similarity; the days between them; the share of the\n"
     "shorter text's runs of five words that stands in the other too, and whether that makes it a copy (half of\n"
     "them or more); and the words and names that both share and that weigh most.\n"
     "\n"
     "Articles are compared with those of --window days before and after; where dates are missing, with all. Of\n"
     "each other outlet only the article most like this one can be its partner, and it must be so both ways. The\n"
     "score is the cosine of the two, less three quarters of what the next best articles of the same outlets reach.\n"
     "\n"
     "--groups joins the pairs of an event to one group; --annotate writes the records of the groups, so that\n"
     "'batch --by group' can compare them. The output depends neither on the order of the records nor on\n"
     "--threads. A corpus may be cut by date: give each part four windows more on both sides, and --from and\n"
     "--until the part's own days; the outputs, one behind the other, are that of the whole.",
     "json",
     "pair --corpus articles.ndjson.gz -o pairs.ndjson\n"
     "pair --corpus articles.ndjson --window 1 --least 0.2 --groups\n"
     "pair --corpus articles.ndjson --annotate -o grouped.ndjson\n"
     "pair --corpus march.ndjson --from 2020-03-01 --until 2020-04-01 -o march.pairs.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_DAYS, PX_OPTION_SCORE, PX_OPTION_MOST,
             PX_OPTION_NO_DATES, PX_OPTION_SAME_OUTLET, PX_OPTION_FROM, PX_OPTION_UNTIL, PX_OPTION_GROUPS,
             PX_OPTION_ANNOTATE, PX_OPTION_VERBATIM, PX_OPTION_MAX_INPUT, PX_OPTION_RECURRING, PX_OPTION_TWO_PASS,
             PX_OPTION_LANGUAGE, PX_OPTION_LEXICONS, PX_OPTION_NO_MODEL, PX_OPTION_THREADS, GENERAL),
     px_command_pair},
    {"batch", "--corpus FILE --by KEY", "a comparison for every group of articles",
     "Compares the records of a corpus that share the value of a key, one JSON object a line. A group with\n"
     "fewer than two readable articles, or more than 26, leaves an error record in its place; so does, before all\n"
     "groups, a record that cannot be read, has no such key, or has an id that stands in its group already. With\n"
     "--format csv it writes one folder of tidy tables with the rows of all groups, and names those that fail there, "
     "too.\n\n"
     "-o writes its file when all is done. A long run had better write to standard output: what it has compared stays\n"
     "there when it is stopped, and --done picks up where it ended. Write the rest to another file, for the first may\n"
     "end in half a line.",
     "json|csv",
     "batch --corpus articles.ndjson --by event -o comparisons.ndjson\n"
     "batch --corpus articles.ndjson --by event --format csv -o tables\n"
     "batch --corpus articles.ndjson --by event --done first.ndjson > second.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_CORPUS, PX_OPTION_BY, PX_OPTION_DONE, PX_OPTION_VERBATIM,
             PX_OPTION_INPUT, PX_OPTION_MAX_INPUT, PX_OPTION_RECURRING, PX_OPTION_TWO_PASS, FINDING,
             PX_OPTION_REFERENCE, PX_OPTION_SIDES, PX_OPTION_TARGET, PX_OPTION_TOPICS, PX_OPTION_NULL, PX_OPTION_SEED,
             PX_OPTION_THREADS, GENERAL),
     px_command_batch},
    {"lexicon", "check|show|convert|evaluate|suggest|tune|diff|agree", "look after lexicons",
     "What is done to lexicons; each has its own help.", NULL,
     "help lexicon check\n"
     "lexicon show loaded",
     (const uint8_t[]){PX_OPTION_END}, px_command_lexicon},
    {"lexicon check", "FILE|NAME...", "what is wrong or doubtful in lexicons",
     "Reads lexicons and names what is wrong or doubtful, with line, column and a mend. With --corpus it also\n"
     "names entries that match nothing or everything there, and likely typing errors.\n"
     "\n"
     "Every command reads TSV, quanteda YAML, LIWC .dic, .dicx and CSV, WordStat .cat, Yoshikoder .ykd,\n"
     "Lexicoder .lcd and .lc3, VADER and AFINN files.",
     NULL,
     "lexicon check codebook.tsv\n"
     "lexicon check codebook.tsv --corpus articles.ndjson",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_CORPUS, PX_OPTION_INPUT, LEXICON_FILES), px_command_lexicon_check},
    {"lexicon show", "[FILE|NAME...]", "a lexicon as TSV, or the list of them",
     "Prints lexicons of the language (loaded, cues, ...) or files as TSV, or as --to names; without a name, it\n"
     "lists those of the language.",
     NULL,
     "lexicon show\n"
     "lexicon show loaded",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_TO, LEXICON_FILES), px_command_lexicon_show},
    {"lexicon convert", "FILE|NAME --to FORMAT", "a lexicon in another format",
     "Writes a lexicon in another format, and says of each entry what that cannot hold.", NULL,
     "lexicon convert codebook.cat --to yaml -o codebook.yml", OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_TO, LEXICON_FILES),
     px_command_lexicon_convert},
    {"lexicon evaluate", "LEXICON --gold FILE", "how well a lexicon does against annotated texts",
     "Scores a lexicon (a file, or a built-in one by its name) against texts that people annotated: precision,\n"
     "recall and F1 of words and of texts with bootstrap intervals, beside what flagging everything scores and\n"
     "how far the annotators agree; the same by category, voice and outlet; what each entry is worth; and the\n"
     "words most often missed.\n"
     "\n"
     "An entry's hit counts when its words are the outlet's choice (not inside quotation marks) and its weight is\n"
     "at or above the lexicon's '# mark:'. A text is flagged when the weights in one of its sentences add up to\n"
     "the lexicon's '# threshold:', or, where there is none, when a hit counts.\n"
     "\n"
     "Gold is NDJSON ({\"id\",\"text\",\"label\",\"spans\",\"annotator\"}, \"outlet\" and \"topic\" if known), brat\n"
     "stand-off (an .ann file or a folder), doccano JSONL or Label Studio JSON. Where several people annotated a\n"
     "text, what at least half of them mark is marked.",
     "markdown|csv|json",
     "lexicon evaluate loaded --gold gold.ndjson\n"
     "lexicon evaluate codebook.tsv --gold anna.ndjson --gold ben.ndjson --format csv -o scores.csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_GOLD, TUNING), px_command_lexicon_evaluate},
    {"lexicon suggest", "[LEXICON] --gold FILE", "words and phrases that might become entries",
     "Ranks words and phrases of up to three words that the lexicon (built-in loaded, if none is named) does not\n"
     "cover yet, each with its evidence, its likely category and three lines of its context. Where to look:\n"
     "--gold: what annotators marked; --corpus A --against B: what A says and B does not; --corpus A --like CATEGORY:\n"
     "what keeps company with the entries of a category. A corpus is NDJSON, a record a line.\n"
     "\n"
     "Evidence: hits here and elsewhere; log-odds with an informative prior, as z; PMI with the likely category over\n"
     "sentences; with gold, the gain in F1 that adding it promises, which then gives the order.\n"
     "\n"
     "A candidate holds across texts: it stands in two texts or more that are no near-duplicates, on two topics or\n"
     "events where the texts name them; without gold, no more than half of its hits are in one text. Words that\n"
     "mostly have a capital inside sentences are names and left out. Quoted words are not counted.",
     "markdown|csv|json",
     "lexicon suggest loaded --gold gold.ndjson\n"
     "lexicon suggest --corpus tabloid.ndjson --against agency.ndjson --top 100\n"
     "lexicon suggest codebook.tsv --corpus articles.ndjson --like loaded.ridicule --format csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_GOLD, PX_OPTION_CORPUS, PX_OPTION_AGAINST, PX_OPTION_LIKE,
             PX_OPTION_VERBATIM, PX_OPTION_TOP, TUNING),
     px_command_lexicon_suggest},
    {"lexicon tune", "[LEXICON] --gold FILE -o NEW", "a new lexicon, learnt from annotated texts",
     "Writes a new lexicon from an old one (or from none) and texts that people annotated. Entries whose precision\n"
     "is surely low are pruned; words, phrases of two or three words and stems (\"stem*\") that annotators marked are\n"
     "added; every weight becomes the probability that a hit is marked, by logistic regression (L1 chooses, L2\n"
     "weighs); '# mark:' and '# threshold:' are set. The old file is never touched, and its further columns are\n"
     "kept; the evidence stands in columns of its own (origin, hits, precision, low, high, loss).\n"
     "\n"
     "No name is added (what mostly has a capital inside sentences). With --least 2 or more, what is added must be\n"
     "marked in that many texts, two of them no near-duplicates and on two topics where the gold names topics: the\n"
     "list is then shorter, safer to read, and finds less.\n"
     "\n"
     "The scores printed first are cross-validated: each text is judged by a lexicon, a mark and a threshold that\n"
     "were learnt without it and without its near-duplicates (texts that share two in five runs of five words).\n"
     "The in-sample scores are those on the very texts it learnt from: expect less of new ones. The same input and\n"
     "--seed give the same file, byte by byte.",
     NULL,
     "lexicon tune loaded --gold gold.ndjson -o tuned.tsv\n"
     "lexicon tune --gold anna.ndjson --gold ben.ndjson --folds 10 -o learnt.tsv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_GOLD, PX_OPTION_FOLDS, PX_OPTION_LEAST, TUNING), px_command_lexicon_tune},
    {"lexicon diff", "OLD NEW --gold FILE", "what two lexicons decide differently, for better and worse",
     "Lays two lexicons over annotated texts and lists the words and texts on which they differ, apart by whether\n"
     "the annotators side with the new one or with the old one, with both lexicons' scores.",
     "markdown|json",
     "lexicon diff loaded tuned.tsv --gold gold.ndjson\n"
     "lexicon diff loaded tuned.tsv --gold gold.ndjson --format json -o changes.json",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, PX_OPTION_GOLD, PX_OPTION_TOP, TUNING), px_command_lexicon_diff},
    {"lexicon agree", "GOLD...", "how far annotators agree beyond chance",
     "Gives Krippendorff's alpha with bootstrap intervals for annotators of the same texts: nominal over texts\n"
     "(the label) and words (marked or not), and for unitising over spans. A record without \"annotator\" is by the\n"
     "annotator of its file; texts are the same when their ids are.",
     "markdown|csv|json",
     "lexicon agree anna.ndjson ben.ndjson\n"
     "lexicon agree anna/ ben/ --format csv",
     OPTIONS(PX_OPTION_OUTPUT, PX_OPTION_FORMAT, TUNING), px_command_lexicon_agree},
    {"help", "[COMMAND]", "help on a command, the manual page, completion scripts",
     "Shows the commands, or one command's options and examples.", NULL,
     "help compare\n"
     "help --man\n"
     "help --completion bash",
     OPTIONS(PX_OPTION_MAN, PX_OPTION_COMPLETION), px_command_help},
    {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
};
