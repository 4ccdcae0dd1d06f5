/* Recurring lines: what stands on many pages of one outlet is the page's, not the article's.
 *
 * Two passes over a corpus. The first counts, for every outlet, in how many articles each line stands; the second reads
 * each article with the counts at hand. Counting is adding: articles in any order, on any number of threads, in shards
 * on several machines whose counts are read together, come to the same numbers, and the counts are written in the order
 * of their bytes, so that they are the same file too.
 *
 *     px_recurring_new(&counts, &error);
 *     px_ingest_file(ingest, path, &(struct px_ingest_options){.counting = counts}, &article, &error);   // every file
 *     px_recurring_settle(counts, &error);
 *     px_ingest_file(ingest, path, &(struct px_ingest_options){.recurring = counts}, &article, &error);  // once more
 *     px_recurring_free(counts);
 *
 * A line is known by its words (case, punctuation and the value of numbers do not matter: "12 Shares" is "0 shares").
 * It recurs when it stands in at least 3 articles of the outlet and in 2 % of them. Running text (a sentence of six
 * words or more, anything with a quotation in it) must stand in at least 5 articles and in 25 %: a background paragraph
 * or a quotation that an outlet prints again is the article's. In 840 articles of seven outlets (120 each, pages already
 * taken off), no sentence of an article stands in more than 4 of an outlet's articles, and of the short lines that pass
 * 2 % nearly all are furniture that was left ("Correction:", "Top stories"). The headline, the standfirst, and other
 * lines that a rule has decided are never touched, and where a third of an article's running text recurs it is a copy
 * (an update, a wire story) whose sentences all stay. Articles whose outlet is not known count as one outlet.
 *
 * Memory: counting holds at most some 100 MB and puts what is more into unnamed temporary files. After settling, an
 * outlet has at most 50 times as many recurring lines as its pages have lines on average, however large the corpus.
 *
 * Counts as a file: a header row, then `outlet<TAB>articles<TAB>line`, both folded; the row of an outlet with no line
 * says how many articles it has. '#' begins a comment. Files may be concatenated, sorted and cut freely.
 */
#ifndef PX_INGEST_RECURRING_H
#define PX_INGEST_RECURRING_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "base/stream.h"

struct px_recurring;

/* No counts yet. PX_ERROR_MEMORY. */
PX_API enum px_status px_recurring_new(struct px_recurring **recurring, struct px_error *error);
PX_API void px_recurring_free(struct px_recurring *recurring);

/* Adds one article's lines, each once however often it is given. `lines` are as a reader sees them. Threads may add at
 * the same time. PX_ERROR_MEMORY, PX_ERROR_IO (the temporary file); the counts are useless then. */
PX_API enum px_status px_recurring_add(struct px_recurring *recurring, struct px_slice outlet,
                                       const struct px_slice *lines, size_t count, struct px_error *error);

/* Adds the counts of a file, which may be compressed. PX_ERROR_SYNTAX names the line that is no count. */
PX_API enum px_status px_recurring_read(struct px_recurring *recurring, const char *path, struct px_error *error);

/* Writes all counts, lines that stand in one article included: another shard may have them too. */
PX_API enum px_status px_recurring_write(struct px_recurring *recurring, struct px_output *output,
                                         struct px_error *error);

/* Ends the counting: finds the lines that recur and forgets the rest. Only px_recurring_find may follow; threads may
 * share it. */
PX_API enum px_status px_recurring_settle(struct px_recurring *recurring, struct px_error *error);

/* In how many of the outlet's `*articles` this line recurs; 0 when it does not. `running` as said above. */
PX_API uint64_t px_recurring_find(const struct px_recurring *recurring, struct px_slice outlet, struct px_slice line,
                                  bool running, uint64_t *articles);

#endif
