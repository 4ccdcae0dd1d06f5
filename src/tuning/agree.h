/* Agreement: how far the annotators of the same texts agree beyond chance.
 *
 * Krippendorff's alpha: nominal over texts (the label) and over words (marked or not), and for unitising over spans,
 * where the place and the length of what is marked count. A text with one coding does not count; for spans, all who are
 * compared must have coded it.
 *
 *     px_gold_read("anna.ndjson", limit, &gold, &error);
 *     px_gold_read("ben.ndjson", limit, &gold, &error);
 *     px_agree(&gold, seed, &agreement, &error);
 */
#ifndef PX_TUNING_AGREE_H
#define PX_TUNING_AGREE_H

#include "base/buffer.h"
#include "statistics/estimate.h"
#include "tuning/gold.h"

/* All annotators together, or one pair. */
struct px_agreement_row {
    struct px_slice first, second; /* empty: all */
    size_t texts;
    struct px_estimate labels, words, spans;
};

struct px_agreement {
    struct px_arena arena;
    size_t annotators;
    PX_VECTOR(struct px_agreement_row) rows; /* all first, then the pairs, when there are more than two */
};

/* PX_ERROR_INPUT when no text has two codings. */
PX_API enum px_status px_agree(const struct px_gold *gold, uint64_t seed, struct px_agreement *agreement,
                               struct px_error *error);
PX_API void px_agreement_release(struct px_agreement *agreement);

/* `format` is "markdown", "csv" or "json". */
PX_API void px_agreement_write(const struct px_agreement *agreement, const char *format, struct px_buffer *out);

#endif
