#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "laws.h"

/* A record with its text's code points: the text's bytes from at[i] to at[i + 1] are the code point i. */
struct record {
    struct json_object *article;
    const char *text;
    size_t *at;
    long length;
    struct problems *problems;
};

struct json_object *laws_get(struct json_object *object, const char *key)
{
    return json_object_object_get(object, key);
}

struct json_object *laws_item(struct json_object *list, size_t index)
{
    return json_object_array_get_idx(list, index);
}

size_t laws_count(struct json_object *object, const char *key)
{
    return json_object_array_length(laws_get(object, key));
}

long laws_integer(struct json_object *object, const char *key)
{
    return (long)json_object_get_int64(laws_get(object, key));
}

const char *laws_text(struct json_object *object, const char *key)
{
    return json_object_get_string(laws_get(object, key));
}

static bool open_text(struct record *record)
{
    size_t size = (size_t)json_object_get_string_len(laws_get(record->article, "text"));
    record->text = laws_text(record->article, "text");
    record->at = malloc((size + 1) * sizeof *record->at);
    if (record->at == NULL)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (((unsigned char)record->text[i] & 0xC0) != 0x80)
            record->at[record->length++] = i;
    }
    record->at[record->length] = size;
    return true;
}

/* A span is not empty and lies in the text. */
static bool check_span(const struct record *record, const char *where, size_t index, long start, long end)
{
    if (start < end && end <= record->length)
        return true;
    problem(record->problems, "$.%s[%zu]: [%ld,%ld) is no span of a text of %ld", where, index, start, end,
            record->length);
    return false;
}

/* {"start","end"} of every item; in order and apart where `apart`. */
static void check_ranges(const struct record *record, const char *list, bool apart)
{
    long end = 0;
    for (size_t i = 0; i < laws_count(record->article, list); i++) {
        struct json_object *item = laws_item(laws_get(record->article, list), i);
        long start = laws_integer(item, "start");
        if (apart && start < end)
            problem(record->problems, "$.%s[%zu]: starts at %ld, before the end of the last at %ld", list, i, start,
                    end);
        end = laws_integer(item, "end");
        check_span(record, list, i, start, end);
    }
}

/* An index is null where it may be, or lies in the list it points into. */
static void check_index(const struct record *record, const char *where, size_t i, struct json_object *item,
                        const char *key, const char *list)
{
    if (laws_get(item, key) != NULL && laws_integer(item, key) >= (long)laws_count(record->article, list))
        problem(record->problems, "$.%s[%zu].%s: there are %zu %s, none is %ld", where, i, key,
                laws_count(record->article, list), list, laws_integer(item, key));
}

static bool lies_in(struct json_object *inner, struct json_object *outer)
{
    return laws_integer(inner, "start") >= laws_integer(outer, "start") &&
           laws_integer(inner, "end") <= laws_integer(outer, "end");
}

static void check_sentences(const struct record *record)
{
    struct json_object *blocks = laws_get(record->article, "blocks");
    for (size_t i = 0; i < laws_count(record->article, "sentences"); i++) {
        struct json_object *sentence = laws_item(laws_get(record->article, "sentences"), i);
        check_index(record, "sentences", i, sentence, "block", "blocks");
        check_index(record, "sentences", i, sentence, "section", "sections");
        struct json_object *block = laws_item(blocks, (size_t)laws_integer(sentence, "block"));
        if (block != NULL && !lies_in(sentence, block))
            problem(record->problems, "$.sentences[%zu]: is not in its block", i);
        struct json_object *section = laws_get(sentence, "section");
        if (section == NULL)
            continue;
        section = laws_item(laws_get(record->article, "sections"), (size_t)json_object_get_int64(section));
        if (section != NULL && !lies_in(sentence, section))
            problem(record->problems, "$.sentences[%zu]: is not in its section", i);
    }
}

static void check_entities(const struct record *record)
{
    for (size_t i = 0; i < laws_count(record->article, "entities"); i++) {
        struct json_object *entity = laws_item(laws_get(record->article, "entities"), i);
        long last = -1;
        if (laws_integer(entity, "id") != (long)i)
            problem(record->problems, "$.entities[%zu].id: is %ld, not its index", i, laws_integer(entity, "id"));
        if (laws_count(entity, "mentions") == 0)
            problem(record->problems, "$.entities[%zu].mentions: is empty", i);
        for (size_t j = 0; j < laws_count(entity, "mentions"); j++) {
            struct json_object *mention = laws_item(laws_get(entity, "mentions"), j);
            long start = laws_integer(mention, "start");
            check_span(record, "entities", i, start, laws_integer(mention, "end"));
            if (start < last)
                problem(record->problems, "$.entities[%zu].mentions[%zu]: not in order of position", i, j);
            last = start;
        }
    }
}

/* The "text" of a part is what stands under its "spans", with " … " between them. */
static void check_part(const struct record *record, size_t i, const char *name, struct json_object *part)
{
    static const char between[] = " … ";
    const char *rest = laws_text(part, "text");
    bool same = true;
    for (size_t j = 0; j < laws_count(part, "spans"); j++) {
        struct json_object *span = laws_item(laws_get(part, "spans"), j);
        long start = (long)json_object_get_int64(laws_item(span, 0));
        long end = (long)json_object_get_int64(laws_item(span, 1));
        if (!check_span(record, "attributions", i, start, end))
            return;
        size_t size = record->at[end] - record->at[start];
        if (j > 0 && (same = same && strncmp(rest, between, sizeof between - 1) == 0))
            rest += sizeof between - 1;
        same = same && strncmp(rest, record->text + record->at[start], size) == 0;
        rest += same ? size : 0;
    }
    if (!same || *rest != '\0')
        problem(record->problems, "$.attributions[%zu].%s: its text is not what stands under its spans", i, name);
}

static void check_attributions(const struct record *record)
{
    static const char *const parts[] = {"speaker", "cue", "content"};
    for (size_t i = 0; i < laws_count(record->article, "attributions"); i++) {
        struct json_object *attribution = laws_item(laws_get(record->article, "attributions"), i);
        struct json_object *speaker = laws_get(attribution, "speaker");
        if (laws_integer(attribution, "id") != (long)i)
            problem(record->problems, "$.attributions[%zu].id: is %ld, not its index", i,
                    laws_integer(attribution, "id"));
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++)
            check_part(record, i, parts[j], laws_get(attribution, parts[j]));
        check_index(record, "attributions", i, speaker, "entity", "entities");
        if ((laws_count(speaker, "spans") == 0) != (laws_get(speaker, "kind") == NULL))
            problem(record->problems, "$.attributions[%zu].speaker: has a kind just when it has spans", i);
    }
}

/* What stands in a sentence and may tell of entities: matches and acts. */
static void check_finds(const struct record *record, const char *list, const char *const *entities)
{
    for (size_t i = 0; i < laws_count(record->article, list); i++) {
        struct json_object *find = laws_item(laws_get(record->article, list), i);
        check_index(record, list, i, find, "sentence", "sentences");
        check_index(record, list, i, find, "attribution", "attributions");
        for (const char *const *key = entities; *key != NULL; key++)
            check_index(record, list, i, find, *key, "entities");
        struct json_object *sentence =
            laws_item(laws_get(record->article, "sentences"), (size_t)laws_integer(find, "sentence"));
        if (sentence != NULL && laws_get(find, "start") != NULL &&
            (laws_integer(find, "start") < laws_integer(sentence, "start") ||
             laws_integer(find, "start") >= laws_integer(sentence, "end")))
            problem(record->problems, "$.%s[%zu]: does not start in its sentence", list, i);
    }
}

/* Parties are entities of the article, and words of the text; so is a cue or trigger, of its sentence. */
static void check_told(const struct record *record, const char *list, const char *words, const char *const *parties)
{
    check_finds(record, list, (const char *const[]){NULL});
    for (size_t i = 0; i < laws_count(record->article, list); i++) {
        struct json_object *find = laws_item(laws_get(record->article, list), i), *span = laws_get(find, words);
        struct json_object *sentence =
            laws_item(laws_get(record->article, "sentences"), (size_t)laws_integer(find, "sentence"));
        long start = (long)json_object_get_int64(laws_item(span, 0)),
             end = (long)json_object_get_int64(laws_item(span, 1));
        check_span(record, list, i, start, end);
        if (sentence != NULL && (start < laws_integer(sentence, "start") || end > laws_integer(sentence, "end")))
            problem(record->problems, "$.%s[%zu].%s: is not in its sentence", list, i, words);
        for (const char *const *key = parties; *key != NULL; key++)
            if (laws_get(find, *key) != NULL)
                check_index(record, list, i, laws_get(find, *key), "entity", "entities");
    }
}

static void check_givens(const struct record *record)
{
    for (size_t i = 0; i < laws_count(record->article, "presuppositions"); i++)
        check_index(record, "presuppositions", i, laws_item(laws_get(record->article, "presuppositions"), i), "act",
                    "acts");
}

static void check_evidence(const struct record *record, const char *list, size_t i, struct json_object *item)
{
    for (size_t j = 0; j < laws_count(item, "evidence"); j++) {
        struct json_object *evidence = laws_item(laws_get(item, "evidence"), j);
        check_span(record, list, i, laws_integer(evidence, "start"), laws_integer(evidence, "end"));
        check_index(record, list, i, evidence, "sentence", "sentences");
        check_index(record, list, i, evidence, "attribution", "attributions");
        check_index(record, list, i, evidence, "judge", "attributions");
    }
}

static void check_stance(const struct record *record)
{
    for (size_t i = 0; i < laws_count(record->article, "stance"); i++) {
        struct json_object *stance = laws_item(laws_get(record->article, "stance"), i);
        double score = json_object_get_double(laws_get(stance, "score"));
        check_index(record, "stance", i, stance, "entity", "entities");
        check_evidence(record, "stance", i, stance);
        for (size_t j = 0; j < laws_count(stance, "sections"); j++)
            check_index(record, "stance", i, laws_item(laws_get(stance, "sections"), j), "section", "sections");
        for (size_t j = 0; j < laws_count(stance, "mentions"); j++) {
            struct json_object *mention = laws_item(laws_get(stance, "mentions"), j);
            check_span(record, "stance", i, laws_integer(mention, "start"), laws_integer(mention, "end"));
            check_index(record, "stance", i, mention, "attribution", "attributions");
        }
        if (!(json_object_get_double(laws_get(stance, "low")) <= score &&
              score <= json_object_get_double(laws_get(stance, "high"))))
            problem(record->problems, "$.stance[%zu]: its score is not in its interval", i);
    }
    for (size_t i = 0; i < laws_count(record->article, "targets"); i++) {
        struct json_object *target = laws_item(laws_get(record->article, "targets"), i);
        check_evidence(record, "targets", i, target);
        if (laws_get(target, "start") != NULL)
            check_span(record, "targets", i, laws_integer(target, "start"), laws_integer(target, "end"));
    }
}

static void check_counts(const struct record *record)
{
    struct json_object *counts = laws_get(record->article, "counts");
    if (laws_integer(counts, "sentences") != (long)laws_count(record->article, "sentences"))
        problem(record->problems, "$.counts.sentences: is not the number of sentences");
    if (laws_integer(counts, "words_direct") + laws_integer(counts, "words_indirect") > laws_integer(counts, "words"))
        problem(record->problems, "$.counts: more words are attributed than there are");
}

void laws_check_article(struct json_object *article, struct problems *problems)
{
    struct record record = {.article = article, .problems = problems};
    if (!open_text(&record)) {
        problem(problems, "$: out of memory");
        return;
    }
    check_ranges(&record, "blocks", true);
    check_ranges(&record, "sentences", true);
    check_ranges(&record, "sections", true);
    check_ranges(&record, "matches", false);
    check_ranges(&record, "acts", false);
    check_sentences(&record);
    check_entities(&record);
    check_attributions(&record);
    check_finds(&record, "matches", (const char *const[]){"target", NULL});
    check_finds(&record, "acts", (const char *const[]){"agent", "patient", NULL});
    check_told(&record, "motives", "cue", (const char *const[]){"actor", NULL});
    check_told(&record, "blame", "cue", (const char *const[]){"target", "by", NULL});
    check_told(&record, "presuppositions", "trigger", (const char *const[]){NULL});
    check_givens(&record);
    check_stance(&record);
    check_counts(&record);
    free(record.at);
}

/* The bytes of the text under a block, against the text of a block in the clean record. */
static bool same_block(const struct record *record, struct json_object *block, struct json_object *clean)
{
    long start = laws_integer(block, "start"), end = laws_integer(block, "end");
    if (end > record->length || start > end)
        return false;
    size_t size = record->at[end] - record->at[start];
    return strcmp(laws_text(block, "role"), laws_text(clean, "role")) == 0 &&
           strlen(laws_text(clean, "text")) == size &&
           memcmp(laws_text(clean, "text"), record->text + record->at[start], size) == 0;
}

static struct json_object *of_path(struct json_object *analysed, const char *path)
{
    json_object_object_foreach(analysed, id, article)
    {
        (void)id;
        if (laws_get(article, "path") != NULL && strcmp(laws_text(article, "path"), path) == 0)
            return article;
    }
    return NULL;
}

void laws_check_clean(struct json_object *clean, struct json_object *analysed, struct problems *problems)
{
    if (analysed == NULL || laws_get(clean, "path") == NULL)
        return;
    struct record record = {.article = of_path(analysed, laws_text(clean, "path")), .problems = problems};
    if (record.article == NULL || !open_text(&record)) {
        problem(problems, "$.path: is of no article that was analysed");
        return;
    }
    size_t count = laws_count(clean, "blocks");
    if (count != laws_count(record.article, "blocks"))
        problem(problems, "$.blocks: %zu of them, %zu when analysed", count, laws_count(record.article, "blocks"));
    for (size_t i = 0; i < count && i < laws_count(record.article, "blocks"); i++) {
        if (!same_block(&record, laws_item(laws_get(record.article, "blocks"), i),
                        laws_item(laws_get(clean, "blocks"), i)))
            problem(problems, "$.blocks[%zu]: is another block when analysed", i);
    }
    free(record.at);
}
