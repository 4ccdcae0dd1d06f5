/* Ingest: files, bytes and corpus records into articles.
 *
 * What comes in is HTML, Markdown, plain text (scraped, typed, with a header block), an export of an archive (Nexis,
 * Factiva) or a record of an NDJSON corpus, in any character set; what goes out is the article without its page. Content blocks stand in article->text in reading order, joined
 * by an empty line (title and standfirst included where they were found); every other visible line stands in
 * article->furniture with a role. Nothing that a reader sees is lost, nothing is invented. Deterministic; linear in
 * the input.
 *
 *     struct px_ingest *ingest;
 *     px_ingest_new(NULL, &ingest, &error);                          // once; shared read-only by all threads
 *     struct px_article article = {0};
 *     px_ingest_file(ingest, "page.html", NULL, &article, &error);
 *     px_article_release(&article);
 *     px_ingest_free(ingest);
 */
#ifndef PX_INGEST_INGEST_H
#define PX_INGEST_INGEST_H

#include "article/article.h"
#include "base/error.h"
#include "ingest/recurring.h"

enum px_input { PX_INPUT_AUTO, PX_INPUT_HTML, PX_INPUT_MARKDOWN, PX_INPUT_TEXT, PX_INPUT_NDJSON, PX_INPUT_EXPORT };

#define PX_INGEST_LIMIT ((size_t)64 << 20)

/* How to read. All zero (or a NULL pointer where one is taken) means: guess the format, clean, 64 MB. */
struct px_ingest_options {
    enum px_input input; /* PX_INPUT_AUTO guesses from the content first, the name second */
    bool verbatim;       /* the text as it is: nothing removed or normalised, an empty line ends a paragraph */
    bool utf8;           /* the bytes are known to be UTF-8: neither looked at nor converted */
    bool no_model;       /* rules alone tell the article from its page */
    size_t limit;        /* most bytes an input may have; 0 is PX_INGEST_LIMIT */
    bool no_digest;      /* leave article->sha256 empty: it costs a fifth of the reading */
    bool no_language;    /* leave article->language as it is given: of a verbatim text, who counts words needs none */
    const char *outlet;  /* goes before whatever the page says of its outlet; NULL: none */
    struct px_recurring *counting; /* not NULL: only count the article's lines into this; the article stays empty */
    const struct px_recurring *recurring; /* not NULL: lines that recur in it are furniture */
};

/* Furniture patterns, stop words, month names and genre labels of every language that has them, compiled. */
struct px_ingest;
struct px_rules;

/* Reads the data for cleaning; `lexicon_directory` as in struct px_resources_options (NULL: the usual search). A file
 * that is not there is no error; a malformed one is PX_ERROR_SYNTAX with its line. */
PX_API enum px_status px_ingest_new(const char *lexicon_directory, struct px_ingest **ingest, struct px_error *error);

/* The same with rules made before (ingest/rules.h), which must outlive it and serve if they are what would be read;
 * NULL: none. */
PX_API enum px_status px_ingest_open(const char *lexicon_directory, const struct px_rules *ready,
                                     struct px_ingest **ingest, struct px_error *error);

/* NULL may be freed. No thread reads with it any more; articles that were read stay. */
PX_API void px_ingest_free(struct px_ingest *ingest);

/* From now on every article that is cleaned tells of each piece of its input why it has its role (article->pieces).
 * `lexicon_directory` as above. To be called before other threads read with `ingest`. Costs some 10 ms. */
PX_API enum px_status px_ingest_explain(struct px_ingest *ingest, const char *lexicon_directory,
                                        struct px_error *error);

/* Reads one article from a file ("-": standard input; compressed text is not unpacked). `options` may be NULL. The
 * article must be empty and belongs to the caller, who releases it; on failure it stays empty. Its path is `path`, its
 * id too. PX_ERROR_IO, PX_ERROR_LIMIT, PX_ERROR_INPUT ("input is empty", "input is binary, not text"),
 * PX_ERROR_SYNTAX (a malformed record), PX_ERROR_MEMORY; the error names the file. The file must hold one article:
 * ingest/source.h reads files that hold several, px_ingest_record reads corpora line by line. */
PX_API enum px_status px_ingest_file(const struct px_ingest *ingest, const char *path,
                                     const struct px_ingest_options *options, struct px_article *article,
                                     struct px_error *error);

/* The same from memory. `path` names the bytes in errors and as the article's id; it is not opened. */
PX_API enum px_status px_ingest_bytes(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                      const struct px_ingest_options *options, struct px_article *article,
                                      struct px_error *error);

/* One record of an NDJSON corpus: a line of JSON with "id" and one of "text", "html", "markdown", "path" (relative to
 * the folder of `corpus`). "outlet", "title", "byline", "published", "url", "event" and "language" go before what the
 * body says, its front matter too; "targets" ({"name"} or {"start","end"} in code points of the text) becomes
 * article->targets; any other key is kept in article->extras. `corpus` (may be NULL) and `line` (from 1) are for
 * errors, which name the column too. On failure the article is empty but for its id, where the record has one, so
 * that an error record can name it: release it all the same. */
PX_API enum px_status px_ingest_record(const struct px_ingest *ingest, struct px_slice json, const char *corpus,
                                       size_t line, const struct px_ingest_options *options, struct px_article *article,
                                       struct px_error *error);

/* The first date in a text, in ISO 8601, as cleaning reads dates: "May 27, 2010" gives "2010-05-27". False when there
 * is none, and `iso` is empty then. `*ambiguous`: day and month could be the other way round ("12/03/2021"). */
enum { PX_INGEST_DATE_SIZE = 40 };
PX_API bool px_ingest_date(const struct px_ingest *ingest, struct px_slice text, char iso[PX_INGEST_DATE_SIZE],
                           bool *ambiguous);

/* Does this look like a corpus (a line of JSON that is an object with an "id" and a body)? For a command that is
 * given a file by name. Looks at the first line alone. */
PX_API bool px_ingest_is_corpus(struct px_slice bytes);

/* "html", "markdown", "text", "ndjson", "export" or "auto"; -1 for any other name. */
PX_API int px_ingest_input_find(struct px_slice name);

#endif
