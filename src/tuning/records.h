/* Files of records to learn from: one JSON object a line. Internal to the room.
 *
 *     struct px_records records = {.path = path, .error = error};
 *     status = px_records_each(&records, read_record, &reader);
 */
#ifndef PX_TUNING_RECORDS_H
#define PX_TUNING_RECORDS_H

#include <json.h>

#include "base/error.h"

struct px_records {
    const char *path;
    size_t line; /* of the record that is being read */
    struct px_error *error;
};

/* Fails at the record's line. */
enum px_status px_records_fail(const struct px_records *records, const char *message);

/* Gives each record (json-c's, gone after the call) to `take` until one fails. Empty lines are passed over. */
enum px_status px_records_each(struct px_records *records, enum px_status (*take)(void *to, struct json_object *record),
                               void *to);

#endif
