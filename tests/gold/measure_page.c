/* The article without its page: blocks, furniture, metadata. */
#include <stdio.h>

#include "measures.h"

/* "role: text" of a block or piece of furniture. */
static const char *show(struct gold *gold, const char *role, struct px_slice text)
{
    size_t size = strlen(role) + text.size + 3;
    char *line = gold_array(gold, size, 1);
    snprintf(line, size, "%s: %.*s", role, PX_SLICE_ARG(text));
    return line;
}

static const char *show_gold(struct gold *gold, struct json_object *list, size_t i)
{
    if (i >= json_object_array_length(list))
        return NULL;
    struct json_object *item = json_object_array_get_idx(list, i);
    return show(gold, gold_text(item, "role"), px_slice_from(gold_text(item, "text")));
}

/* Blocks must be the gold ones, one for one. The first that differs is shown; those behind it differ with it. */
static void measure_blocks(struct gold *gold, const struct px_article *article, struct scores *scores)
{
    struct json_object *blocks = gold_list(gold->file, "blocks");
    size_t most = json_object_array_length(blocks);
    if (article->blocks.count > most)
        most = article->blocks.count;
    for (size_t i = 0; i < most; i++) {
        const char *ours = NULL;
        const char *theirs = show_gold(gold, blocks, i);
        if (i < article->blocks.count) {
            const struct px_block *block = &article->blocks.items[i];
            ours = show(gold, px_role_name(block->role), px_slice_part(article->text, block->start, block->end));
        }
        if (ours == NULL || theirs == NULL || strcmp(ours, theirs) != 0) {
            score_differs(scores, "a block", ours, theirs);
            break;
        }
    }
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
    struct gold *gold = &reading->gold;
    measure_blocks(gold, &reading->article, scores);
    measure_furniture(gold, &reading->article, scores);
}

/* The first `most` bytes of both must be the same. */
static void measure_field(struct reading *reading, const char *key, struct px_slice ours, size_t most,
                          struct scores *scores)
{
    const char *text = gold_text(reading->gold.file, key);
    struct px_slice theirs = px_slice_from(text);
    struct gold *gold = &reading->gold;
    ours.size = ours.size < most ? ours.size : most;
    theirs.size = theirs.size < most ? theirs.size : most;
    if (!px_slice_equal(ours, theirs))
        score_differs(scores, key, show(gold, "", ours), text);
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
    const char *byline = gold_text(gold->file, "byline");
    measure_field(reading, "title", article->title, SIZE_MAX, scores);
    measure_field(reading, "outlet", article->outlet, SIZE_MAX, scores);
    measure_field(reading, "published", article->published, strlen("2025-03-11"), scores);
    measure_field(reading, "url", article->url, SIZE_MAX, scores);
    measure_field(reading, "language", article->language, SIZE_MAX, scores);
    measure_field(reading, "author_note", article->author_note, SIZE_MAX, scores);
    measure_field(reading, "genre", px_slice_from(px_genre_name(article->genre)), SIZE_MAX, scores);
    if (!px_slice_equal(name_writers(gold, article->byline), name_writers(gold, px_slice_from(byline))))
        score_differs(scores, "byline", show(gold, "", article->byline), byline);
}
