/* Pairs and groups as JSON. */
#include "corpus/inside.h"
#include "report/json_writer.h"

static void write_id(struct px_json *json, const char *key, const struct px_pairing *pairing, uint32_t story)
{
    px_json_key(json, key);
    px_json_string(json, px_pairing_id(pairing, story));
}

/* Days between the two, null where one has no date. */
static void write_days(struct px_json *json, const struct px_story *a, const struct px_story *b)
{
    px_json_key(json, "days");
    if (a->day == PX_DAY_NONE || b->day == PX_DAY_NONE)
        px_json_null(json);
    else
        px_json_integer(json, (long long)b->day - a->day);
}

void px_pairing_write(const struct px_pairing *pairing, size_t index, struct px_buffer *out)
{
    const struct px_pair *pair = &pairing->pairs.items[index];
    struct px_slice reasons[PX_PAIR_REASONS];
    size_t count = px_pairing_reasons(pairing, pair, reasons);
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    write_id(&json, "a", pairing, pair->a);
    write_id(&json, "b", pairing, pair->b);
    px_json_key_number(&json, "score", pair->score);
    px_json_key_number(&json, "similarity", pair->similarity);
    write_days(&json, &pairing->stories.items[pair->a], &pairing->stories.items[pair->b]);
    px_json_key_number(&json, "shared", pair->shared);
    px_json_key_bool(&json, "copy", pair->shared >= PX_PAIR_COPY);
    px_json_key_open(&json, "reasons", '[');
    for (size_t i = 0; i < count; i++)
        px_json_string(&json, reasons[i]);
    px_json_close(&json, ']');
    px_json_close(&json, '}');
}

void px_pairing_write_group(const struct px_pairing *pairing, size_t index, struct px_buffer *out)
{
    const struct px_pair_group *group = &pairing->groups.items[index];
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    write_id(&json, "group", pairing, group->stories[0]);
    px_json_key_open(&json, "articles", '[');
    for (size_t i = 0; i < group->count; i++)
        px_json_string(&json, px_pairing_id(pairing, group->stories[i]));
    px_json_close(&json, ']');
    px_json_key_number(&json, "score", group->score);
    px_json_close(&json, '}');
}
