/* What holds in every record beyond its schema: offsets lie in the text and their text is what the record says, indices
 * lie in their lists, ids are unique, articles are named by ids that are there. A record must have passed its schema. */
#ifndef PX_TEST_LAWS_H
#define PX_TEST_LAWS_H

#include <json-c/json.h>

#include "problems.h"

/* A record of parallax.article/1. */
void laws_check_article(struct json_object *article, struct problems *problems);

/* A record of parallax.comparison/1. `analysed`: the records of the same articles by id, which say how long their texts
 * are and where their sentences lie; NULL when they are not at hand. */
void laws_check_comparison(struct json_object *comparison, struct json_object *analysed, struct problems *problems);

/* A record of parallax.clean/1: its blocks are those of the record of the same path among the values of `analysed`. */
void laws_check_clean(struct json_object *clean, struct json_object *analysed, struct problems *problems);

/* Shared by the three: the value of a key, an item of a list, a list's length, a number, and whether it is null. */
struct json_object *laws_get(struct json_object *object, const char *key);
struct json_object *laws_item(struct json_object *list, size_t index);
size_t laws_count(struct json_object *object, const char *key);
long laws_integer(struct json_object *object, const char *key);
const char *laws_text(struct json_object *object, const char *key);

#endif
