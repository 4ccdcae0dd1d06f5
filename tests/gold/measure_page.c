/* The article without its page: blocks, furniture, metadata. */
#include <stdio.h>

#include "measures.h"

static struct px_slice block_text(const struct px_article *article, size_t i)
{
    return px_slice_part(article->text, article->blocks.items[i].start, article->blocks.items[i].end);
}

/* The block that has this text, at or behind `from`. */
static size_t find_block(const struct px_article *article, struct px_slice text, size_t from)
{
    while (from < article->blocks.count && !px_slice_equal(block_text(article, from), text))
        from++;
    return from;
}

/* Every block of the gold file, whole, in its order and with its role, and no other. */
static void measure_blocks(const struct gold *gold, const struct px_article *article, struct scores *scores)
{
    size_t count = gold->blocks.count, from = 0, found = 0, right = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct json_object *block = json_object_array_get_idx(gold_list(gold->file, "blocks"), i);
        size_t at = find_block(article, px_slice_from(gold_block_text(gold, i)), from);
        if (at == article->blocks.count) {
            printf("  block not found: %s\n", gold_block_text(gold, i));
            continue;
        }
        for (; from < at; from++)
            printf("  block too much: %.*s\n", PX_SLICE_ARG(block_text(article, from)));
        const char *role = px_role_name(article->blocks.items[at].role);
        found++;
        from = at + 1;
        right += strcmp(role, gold_text(block, "role")) == 0;
        if (strcmp(role, gold_text(block, "role")) != 0)
            printf("  block is %s, not %s: %s\n", gold_text(block, "role"), role, gold_block_text(gold, i));
    }
    for (; from < article->blocks.count; from++)
        printf("  block too much: %.*s\n", PX_SLICE_ARG(block_text(article, from)));
    score_share(scores, "blocks.found", found, count);
    score_share(scores, "blocks.nothing_else", found, article->blocks.count);
    score_share(scores, "blocks.role", right, count);
}

/* The line of furniture that has this text, at or behind `from`. */
static size_t find_furniture(const struct px_article *article, struct px_slice text, size_t from)
{
    while (from < article->furniture.count && !px_slice_equal(article->furniture.items[from].text, text))
        from++;
    return from;
}

static void measure_furniture(const struct gold *gold, const struct px_article *article, struct scores *scores)
{
    struct json_object *lines = gold_list(gold->file, "furniture");
    size_t count = json_object_array_length(lines);
    size_t from = 0, found = 0, right = 0;
    for (size_t i = 0; i < count; i++) {
        struct json_object *line = json_object_array_get_idx(lines, i);
        const char *role = gold_text(line, "role");
        size_t at = find_furniture(article, px_slice_from(gold_text(line, "text")), from);
        if (at == article->furniture.count) {
            printf("  furniture not found: %s\n", gold_text(line, "text"));
            continue;
        }
        const char *ours = px_role_name(article->furniture.items[at].role);
        found++;
        from = at + 1;
        if (strcmp(ours, role) == 0)
            right++;
        else
            printf("  furniture is %s, not %s: %s\n", role, ours, gold_text(line, "text"));
    }
    score_share(scores, "furniture.found", found, count);
    score_share(scores, "furniture.nothing_else", found, article->furniture.count);
    score_share(scores, "furniture.role", right, count);
}

void measure_text(struct reading *reading, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    measure_blocks(gold, &reading->article, scores);
    measure_furniture(gold, &reading->article, scores);
}

/* Are both the same? Prints them when they are not. */
static bool is_same(const char *key, struct px_slice ours, struct px_slice theirs)
{
    bool same = px_slice_equal(ours, theirs);
    if (!same)
        printf("  %s is '%.*s', not '%.*s'\n", key, PX_SLICE_ARG(theirs), PX_SLICE_ARG(ours));
    return same;
}

/* Days, since a page may tell the hour in another zone. */
static struct px_slice day(struct px_slice date)
{
    return px_slice_part(date, 0, date.size < strlen("2025-03-11") ? date.size : strlen("2025-03-11"));
}

/* "A and B", "A, B" and "A & B" name the same writers. */
static struct px_slice name_writers(struct gold *gold, struct px_slice byline)
{
    static const char *const joints[] = {" and ", " & ", ", "};
    char *names = gold_array(gold, byline.size + 1, 1);
    size_t size = 0;
    for (size_t i = 0; i < byline.size; i++) {
        names[size] = byline.data[i];
        for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
            if (px_slice_starts(px_slice_part(byline, i, byline.size), px_slice_from(joints[j]))) {
                names[size] = '|';
                i += strlen(joints[j]) - 1;
                break;
            }
        size++;
    }
    return (struct px_slice){names, size};
}

void measure_metadata(struct reading *reading, struct scores *scores)
{
    const struct px_article *article = &reading->article;
    struct gold *gold = &reading->gold;
    const struct {
        const char *key;
        struct px_slice ours;
    } fields[] = {
        {"title", article->title},
        {"outlet", article->outlet},
        {"url", article->url},
        {"language", article->language},
        {"byline", article->byline},
        {"author_note", article->author_note},
        {"published", article->published},
        {"genre", px_slice_from(px_genre_name(article->genre))},
    };
    size_t right = 0, count = sizeof fields / sizeof *fields;
    for (size_t i = 0; i < count; i++) {
        struct px_slice ours = fields[i].ours, theirs = px_slice_from(gold_text(gold->file, fields[i].key));
        if (strcmp(fields[i].key, "published") == 0)
            right += is_same(fields[i].key, day(ours), day(theirs));
        else if (strcmp(fields[i].key, "byline") == 0)
            right += is_same(fields[i].key, name_writers(gold, ours), name_writers(gold, theirs));
        else
            right += is_same(fields[i].key, ours, theirs);
    }
    score_share(scores, "metadata.right", right, count);
}
