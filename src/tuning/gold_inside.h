/* What the readers of gold share. Internal to the room. */
#ifndef PX_TUNING_GOLD_INSIDE_H
#define PX_TUNING_GOLD_INSIDE_H

#include "text/utf8.h"
#include "tuning/gold.h"

struct px_gold_reader {
    struct px_gold *gold;
    const char *path;
    size_t limit;
    size_t line, column; /* of the record being read */
    struct px_error *error;
};

/* Fails at the reader's place. */
enum px_status px_gold_fail(const struct px_gold_reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text's record, made where the id is new; `*text` stays NULL on failure. */
enum px_status px_gold_add_text(struct px_gold_reader *reader, struct px_slice id, struct px_slice bytes,
                                struct px_gold_text **text);

/* A new coding of the text; an empty `annotator` stands for the path. */
enum px_status px_gold_add_coding(struct px_gold_reader *reader, struct px_gold_text *text, struct px_slice annotator,
                                  struct px_gold_coding **coding);

/* A span in code points; `words` (may be empty) are what the file says stands there. */
enum px_status px_gold_add_span(struct px_gold_reader *reader, const struct px_gold_text *text,
                                struct px_gold_coding *coding, const int64_t span[2], struct px_slice words);

/* Puts the coding's spans in order and joins those that touch. */
void px_gold_close_coding(struct px_gold_coding *coding);

enum px_status px_gold_read_json(struct px_gold_reader *reader, struct px_slice bytes);
enum px_status px_gold_read_brat(struct px_gold_reader *reader);
enum px_status px_gold_read_brat_folder(struct px_gold_reader *reader);

#endif
