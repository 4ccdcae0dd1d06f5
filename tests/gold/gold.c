#include <stdio.h>
#include <stdlib.h>

#include "gold.h"

static const struct px_span nowhere = {0, 0};

const char *gold_text(struct json_object *object, const char *key)
{
    struct json_object *value = json_object_object_get(object, key);
    return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}

/* The same, of a member that must be there. */
static const char *need_text(struct json_object *object, const char *key)
{
    const char *text = gold_text(object, key);
    if (text == NULL) {
        fprintf(stderr, "gold file: no text '%s'\n", key);
        exit(2);
    }
    return text;
}

struct json_object *gold_list(struct json_object *object, const char *key)
{
    struct json_object *value = json_object_object_get(object, key);
    if (!json_object_is_type(value, json_type_array)) {
        fprintf(stderr, "gold file: no list '%s'\n", key);
        exit(2);
    }
    return value;
}

void *gold_take(void *pointer)
{
    if (pointer == NULL) {
        fputs("out of memory\n", stderr);
        exit(2);
    }
    return pointer;
}

void *gold_array(struct gold *gold, size_t count, size_t size)
{
    return gold_take(px_arena_take(&gold->arena, count * size));
}

static uint32_t overlap(struct px_span a, struct px_span b)
{
    uint32_t start = a.start > b.start ? a.start : b.start;
    uint32_t end = a.end < b.end ? a.end : b.end;
    return end > start ? end - start : 0;
}

double gold_likeness(const struct px_spans *a, const struct px_spans *b)
{
    uint32_t both = 0, sum = 0;
    for (size_t i = 0; i < a->count; i++) {
        sum += a->items[i].end - a->items[i].start;
        for (size_t j = 0; j < b->count; j++)
            both += overlap(a->items[i], b->items[j]);
    }
    for (size_t j = 0; j < b->count; j++)
        sum += b->items[j].end - b->items[j].start;
    return both == 0 ? 0 : (double)both / (sum - both);
}

double gold_span_likeness(struct px_span a, struct px_span b)
{
    return gold_likeness(&(struct px_spans){&a, 1, 1}, &(struct px_spans){&b, 1, 1});
}

uint32_t gold_block_at(const struct gold *gold, uint32_t byte)
{
    for (uint32_t b = 0; b < gold->blocks.count; b++)
        if (gold->blocks.items[b].start <= byte && byte < gold->blocks.items[b].end)
            return b;
    return PX_NONE;
}

uint32_t gold_section_of(const struct gold *gold, uint32_t block)
{
    uint32_t section = 0;
    while (section + 1 < gold->sections.count && gold->sections.items[section + 1].first_block <= block)
        section++;
    return section;
}

static const char *block_member(const struct gold *gold, uint32_t block, const char *key)
{
    return gold_text(json_object_array_get_idx(gold_list(gold->file, "blocks"), block), key);
}

bool gold_is_paragraph(const struct gold *gold, uint32_t block)
{
    return px_role_is_paragraph((uint8_t)px_role_find(px_slice_from(block_member(gold, block, "role"))));
}

const char *gold_block_text(const struct gold *gold, uint32_t block)
{
    return block_member(gold, block, "text");
}

const char *gold_topic(const struct gold *gold, uint32_t block)
{
    return gold->sections.items[gold_section_of(gold, block)].topic;
}

/* A piece that is not where it should be. Where a block is missing, its pieces are too. */
static void lose(struct gold *gold, const char *what, const char *piece)
{
    gold->lost += gold->lost_blocks == 0;
    printf("  not in the text: %s '%s'\n", what, piece);
}

static struct px_span find(const struct px_article *article, const char *piece, size_t from, size_t to)
{
    struct px_slice needle = px_slice_from(piece);
    size_t at = px_slice_find(article->text, needle, from);
    if (at == SIZE_MAX || at + needle.size > to)
        return nowhere;
    return (struct px_span){(uint32_t)at, (uint32_t)(at + needle.size)};
}

struct px_span gold_place(const struct gold *gold, const struct px_article *article, uint32_t block, const char *words)
{
    return find(article, words, gold->blocks.items[block].start, gold->blocks.items[block].end);
}

static bool is_inner(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* The first place of whole words inside `part`. */
static struct px_span find_words(const struct px_article *article, const char *words, struct px_span part)
{
    struct px_slice text = article->text;
    struct px_span at = find(article, words, part.start, part.end);
    while (at.end > 0 &&
           ((at.start > 0 && is_inner(text.data[at.start - 1])) || (at.end < text.size && is_inner(text.data[at.end]))))
        at = find(article, words, at.start + 1, part.end);
    return at;
}

static uint32_t distance(struct px_span a, struct px_span b)
{
    return a.end <= b.start ? b.start - a.end : b.end <= a.start ? a.start - b.end : 0;
}

/* The place of whole words inside `part`, but outside the content, that is nearest to the content. */
static struct px_span find_nearest(const struct px_article *article, const char *words, struct px_span part,
                                   const struct px_spans *content)
{
    struct px_span best = nowhere;
    uint32_t nearest = UINT32_MAX;
    for (struct px_span at = find_words(article, words, part); at.end > 0; at = find_words(article, words, part)) {
        uint32_t near = UINT32_MAX;
        for (size_t i = 0; i < content->count; i++)
            near = distance(at, content->items[i]) < near ? distance(at, content->items[i]) : near;
        if (near > 0 && near < nearest) {
            nearest = near;
            best = at;
        }
        part.start = at.start + 1;
    }
    return best;
}

static struct px_span block_span(const struct gold *gold, struct json_object *item)
{
    size_t block = (size_t)json_object_get_int(json_object_object_get(item, "block"));
    return block < gold->blocks.count ? gold->blocks.items[block] : nowhere;
}

static void place_blocks(struct gold *gold, const struct px_article *article)
{
    struct json_object *blocks = gold_list(gold->file, "blocks");
    uint32_t from = 0;
    for (size_t i = 0; i < json_object_array_length(blocks); i++) {
        const char *text = need_text(json_object_array_get_idx(blocks, i), "text");
        struct px_span *span = gold_take(px_vector_push(&gold->blocks, &gold->arena));
        *span = find(article, text, from, article->text.size);
        if (span->end == 0) {
            gold->lost_blocks++;
            lose(gold, "block", text);
            *span = (struct px_span){from, from};
        }
        from = span->end;
    }
}

static void read_sections(struct gold *gold)
{
    struct json_object *sections = gold_list(gold->file, "sections");
    for (size_t i = 0; i < json_object_array_length(sections); i++) {
        struct json_object *item = json_object_array_get_idx(sections, i);
        struct gold_section *section = gold_take(px_vector_push(&gold->sections, &gold->arena));
        section->first_block = (uint32_t)json_object_get_int(json_object_object_get(item, "first"));
        section->heading = gold_text(item, "heading");
        section->topic = need_text(item, "topic");
    }
}

static void read_entities(struct gold *gold)
{
    struct json_object *entities = gold_list(gold->file, "entities");
    for (size_t i = 0; i < json_object_array_length(entities); i++) {
        struct json_object *item = json_object_array_get_idx(entities, i);
        struct gold_entity *entity = gold_take(px_vector_push(&gold->entities, &gold->arena));
        *entity = (struct gold_entity){need_text(item, "id"), need_text(item, "kind")};
    }
}

static uint32_t find_entity(const struct gold *gold, const char *id)
{
    for (uint32_t i = 0; id != NULL && i < gold->entities.count; i++)
        if (strcmp(gold->entities.items[i].id, id) == 0)
            return i;
    return PX_NONE;
}

/* The pieces of a content: the first near the cue's block, the others behind the one before, up to the next block. */
static void place_content(struct gold *gold, const struct px_article *article, struct json_object *item,
                          struct px_spans *content)
{
    struct json_object *pieces = gold_list(item, "content");
    uint32_t block = (uint32_t)json_object_get_int(json_object_object_get(item, "block"));
    uint32_t first = block > 2 ? block - 2 : 0;
    struct px_span part = block_span(gold, item);
    for (size_t i = 0; i < json_object_array_length(pieces); i++) {
        const char *piece = json_object_get_string(json_object_array_get_idx(pieces, i));
        struct px_span span = find(article, piece, part.start, part.end);
        for (uint32_t b = first; i == 0 && span.end == 0 && b < gold->blocks.count && b <= block + 2; b++)
            span = find(article, piece, gold->blocks.items[b].start, gold->blocks.items[b].end);
        if (span.end == 0) {
            lose(gold, "content", piece);
            continue;
        }
        *(struct px_span *)gold_take(px_vector_push(content, &gold->arena)) = span;
        uint32_t next = gold_block_at(gold, span.start) + 1;
        part.start = span.end;
        part.end = gold->blocks.items[next < gold->blocks.count ? next : next - 1].end;
    }
}

static void read_attributions(struct gold *gold, const struct px_article *article)
{
    struct json_object *attributions = gold_list(gold->file, "attributions");
    for (size_t i = 0; i < json_object_array_length(attributions); i++) {
        struct json_object *item = json_object_array_get_idx(attributions, i);
        struct json_object *speaker = json_object_object_get(item, "speaker");
        struct gold_attribution *attribution = gold_take(px_vector_push(&gold->attributions, &gold->arena));
        attribution->type = need_text(item, "type");
        attribution->tone = need_text(item, "tone");
        attribution->kind = gold_text(speaker, "kind");
        attribution->actor = gold_text(speaker, "actor");
        attribution->anonymous = json_object_get_boolean(json_object_object_get(speaker, "anonymous"));
        attribution->entity = find_entity(gold, gold_text(speaker, "entity"));
        place_content(gold, article, item, &attribution->content);
        const char *words = gold_text(speaker, "text");
        if (words == NULL || *words == '\0' || attribution->content.count == 0)
            continue;
        attribution->speaker = find_nearest(article, words, block_span(gold, item), &attribution->content);
        if (attribution->speaker.end == 0)
            lose(gold, "speaker", words);
    }
}

static bool is_name(const char *form)
{
    return strcmp(form, "name") == 0 || strcmp(form, "alias") == 0;
}

/* Is the place taken, by the same words, or for a name by a longer name around it? */
static bool is_taken(const struct gold *gold, struct px_span at, const char *form)
{
    for (size_t i = 0; i < gold->mentions.count; i++) {
        const struct gold_mention *mention = &gold->mentions.items[i];
        bool same = mention->span.start == at.start && mention->span.end == at.end;
        bool around = mention->span.start <= at.start && mention->span.end >= at.end;
        if (same || (around && is_name(form) && is_name(mention->form)))
            return true;
    }
    return false;
}

/* A pronoun is where its entity speaks; any other mention takes the first place in its block that is free. */
static struct px_span place_mention(const struct gold *gold, const struct px_article *article, const char *words,
                                    const struct gold_mention *mention, struct px_span part)
{
    for (size_t i = 0; strcmp(mention->form, "pronoun") == 0 && i < gold->attributions.count; i++) {
        const struct gold_attribution *attribution = &gold->attributions.items[i];
        struct px_span at = attribution->speaker;
        if (attribution->entity == mention->entity && at.start >= part.start && at.end <= part.end &&
            px_slice_is(px_slice_span(article->text, at), words))
            return at;
    }
    struct px_span at = find_words(article, words, part);
    while (at.end > 0 && is_taken(gold, at, mention->form)) {
        part.start = at.start + 1;
        at = find_words(article, words, part);
    }
    return at;
}

struct waiting {
    struct json_object *item;
    uint32_t entity;
    size_t length;
    size_t order;
};

/* Longest words first, so that no name lands inside a longer one; then as the file has them. */
static int compare_waiting(const void *left, const void *right)
{
    const struct waiting *a = left, *b = right;
    if (a->length != b->length)
        return a->length > b->length ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static void place_mentions(struct gold *gold, const struct px_article *article)
{
    PX_VECTOR(struct waiting) waiting = {0};
    struct json_object *entities = gold_list(gold->file, "entities");
    for (uint32_t e = 0; e < json_object_array_length(entities); e++) {
        struct json_object *mentions = gold_list(json_object_array_get_idx(entities, e), "mentions");
        for (size_t m = 0; m < json_object_array_length(mentions); m++) {
            struct json_object *item = json_object_array_get_idx(mentions, m);
            struct waiting *added = gold_take(px_vector_push(&waiting, &gold->arena));
            *added = (struct waiting){item, e, strlen(need_text(item, "text")), waiting.count};
        }
    }
    if (waiting.count > 0)
        qsort(waiting.items, waiting.count, sizeof *waiting.items, compare_waiting);
    for (size_t i = 0; i < waiting.count; i++) {
        struct json_object *item = waiting.items[i].item;
        const char *words = need_text(item, "text");
        struct gold_mention mention = {.entity = waiting.items[i].entity, .form = need_text(item, "form")};
        mention.span = place_mention(gold, article, words, &mention, block_span(gold, item));
        if (mention.span.end == 0)
            lose(gold, "mention", words);
        *(struct gold_mention *)gold_take(px_vector_push(&gold->mentions, &gold->arena)) = mention;
    }
}

static void place_scares(struct gold *gold, const struct px_article *article)
{
    struct json_object *scares = gold_list(gold->file, "scare");
    for (size_t i = 0; i < json_object_array_length(scares); i++) {
        struct json_object *item = json_object_array_get_idx(scares, i);
        struct px_span part = block_span(gold, item);
        struct px_span *span = gold_take(px_vector_push(&gold->scares, &gold->arena));
        *span = find(article, need_text(item, "text"), part.start, part.end);
        if (span->end == 0)
            lose(gold, "scare quotes", gold_text(item, "text"));
    }
}

void gold_read(const char *path, const struct px_article *article, struct gold *gold)
{
    *gold = (struct gold){.file = json_object_from_file(path)};
    if (gold->file == NULL) {
        fprintf(stderr, "%s: %s\n", path, json_util_get_last_err());
        exit(2);
    }
    place_blocks(gold, article);
    read_sections(gold);
    read_entities(gold);
    read_attributions(gold, article);
    place_mentions(gold, article);
    place_scares(gold, article);
}

void gold_release(struct gold *gold)
{
    json_object_put(gold->file);
    px_arena_release(&gold->arena);
}
