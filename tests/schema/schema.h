/* Checks a JSON value against a JSON Schema (draft 2020-12), the part of it that our schemas use:
 *
 *     type (one or a list)   required   properties   additionalProperties   items   prefixItems   minItems   maxItems
 *     enum   const   minimum   maximum   anyOf   $ref to #/$defs/…   true and false as schemas
 *
 * and $schema, $id, $defs, title and description, which check nothing. Any other keyword is a problem of its own: a
 * schema never says more than is checked.
 *
 *     struct problems problems = {0};
 *     schema_check(schema, record, &problems);
 *     fputs(problems.lines.data, stderr);     $.attributions[3].cue.spans: is null, not array
 */
#ifndef PX_TEST_SCHEMA_H
#define PX_TEST_SCHEMA_H

#include <json-c/json.h>

#include "problems.h"

/* Adds a problem for each rule that `value` breaks. Both stay the caller's. */
void schema_check(struct json_object *schema, struct json_object *value, struct problems *problems);

#endif
