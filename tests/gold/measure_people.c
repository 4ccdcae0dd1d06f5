/* Who is given which motives, who is blamed, what is taken as given, and who speaks how of whom. */
#include <stdio.h>

#include "measures.h"

/* The first place of the words in the item's block. */
static struct px_span place_of(const struct reading *reading, struct json_object *item, const char *key)
{
    const char *words = gold_text(item, key);
    size_t block = (size_t)json_object_get_int(json_object_object_get(item, "block"));
    if (words == NULL || block >= reading->gold.blocks.count)
        return (struct px_span){0, 0};
    struct px_span span = reading->gold.blocks.items[block];
    size_t at = px_slice_find(reading->article.text, px_slice_from(words), span.start);
    return at == SIZE_MAX || at >= span.end ? (struct px_span){0, 0}
                                            : (struct px_span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

/* Finds of one kind: their spans, and for those that have them who they concern. */
struct finds {
    struct px_span *spans;
    const struct px_party **parties;
    size_t count;
};

/* Is the party the item's `key`? Without an entity it is, where the gold file has none either. */
static bool is_who(struct reading *reading, const uint32_t *entities, const struct px_party *party,
                   struct json_object *item, const char *key)
{
    const char *id = gold_text(item, key);
    uint32_t ours = party->entity == PX_NONE ? PX_NONE : entities[party->entity];
    return id == NULL ? ours == PX_NONE : ours != PX_NONE && strcmp(reading->gold.entities.items[ours].id, id) == 0;
}

/* Found where the words share half of their bytes; `who` names the key of the one they concern, or NULL. */
static void compare(struct reading *reading, const char *list, const char *words, const char *who,
                    const struct finds *finds, struct scores *scores)
{
    struct json_object *items = gold_list(reading->gold.file, list);
    const uint32_t *entities = match_entities(reading, match_mentions(reading));
    bool *used = gold_array(&reading->gold, finds->count, sizeof *used);
    char name[64];
    size_t right = 0, concerned = 0, expected = json_object_array_length(items);
    for (size_t i = 0; i < expected; i++) {
        struct json_object *item = json_object_array_get_idx(items, i);
        struct px_span span = place_of(reading, item, words);
        size_t found = 0;
        while (found < finds->count && (used[found] || gold_span_likeness(span, finds->spans[found]) < 0.5))
            found++;
        if (found == finds->count) {
            printf("  %s missed: %s\n", list, gold_text(item, words));
            continue;
        }
        used[found] = true;
        right++;
        concerned += who != NULL && is_who(reading, entities, finds->parties[found], item, who);
    }
    for (size_t j = 0; j < finds->count; j++)
        if (!used[j])
            printf("  %s too many: %.*s\n", list, PX_SLICE_ARG(px_slice_span(reading->article.text, finds->spans[j])));
    score_f1(scores, list, (double)right, (double)finds->count, (double)expected);
    snprintf(name, sizeof name, "%s.who", list);
    if (who != NULL)
        score_share(scores, name, concerned, right);
}

static struct finds new_finds(struct reading *reading, size_t count)
{
    return (struct finds){gold_array(&reading->gold, count, sizeof(struct px_span)),
                          gold_array(&reading->gold, count, sizeof(struct px_party *)), 0};
}

static void add(struct finds *finds, struct px_span span, const struct px_party *party)
{
    finds->spans[finds->count] = span;
    finds->parties[finds->count++] = party;
}

/* Bare infinitives without colour are left out, here and in the report. */
void measure_people(struct reading *reading, struct scores *scores)
{
    const struct px_article *article = &reading->article;
    struct finds motives = new_finds(reading, article->motives.count);
    struct finds blames = new_finds(reading, article->blames.count);
    struct finds givens = new_finds(reading, article->givens.count);
    for (size_t i = 0; i < article->motives.count; i++) {
        const struct px_motive *motive = &article->motives.items[i];
        if (!motive->bare || motive->aim != PX_AIM_PLAIN)
            add(&motives, motive->purpose, &motive->actor);
    }
    for (size_t i = 0; i < article->blames.count; i++)
        add(&blames, article->blames.items[i].cue, &article->blames.items[i].target);
    for (size_t i = 0; i < article->givens.count; i++)
        add(&givens, article->givens.items[i].words, NULL);
    compare(reading, "motives", "purpose", "actor", &motives, scores);
    compare(reading, "blame", "cue", "target", &blames, scores);
    compare(reading, "presuppositions", "text", NULL, &givens, scores);
}

/* One kind of judgement: a speaker (NULL: the outlet), a target, a sign. Gold ids. */
struct judgement {
    const char *speaker, *target;
    bool positive;
};

static bool is_same_id(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool has(const struct judgement *judgements, size_t count, struct judgement one)
{
    for (size_t i = 0; i < count; i++)
        if (judgements[i].positive == one.positive && is_same_id(judgements[i].speaker, one.speaker) &&
            is_same_id(judgements[i].target, one.target))
            return true;
    return false;
}

/* The gold id of an entity of the program; "?" for one that the gold file does not have. */
static const char *id_of(struct reading *reading, const uint32_t *entities, uint32_t entity)
{
    uint32_t gold = entity == PX_NONE ? PX_NONE : entities[entity];
    return gold == PX_NONE ? "?" : reading->gold.entities.items[gold].id;
}

static size_t read_judgements(struct reading *reading, struct judgement *judgements)
{
    struct json_object *items = gold_list(reading->gold.file, "evaluations");
    size_t count = 0;
    for (size_t i = 0; i < json_object_array_length(items); i++) {
        struct json_object *item = json_object_array_get_idx(items, i);
        struct judgement one = {gold_text(item, "speaker"), gold_text(item, "target"),
                                strcmp(gold_text(item, "sign"), "positive") == 0};
        if (!is_same_id(one.speaker, one.target) && !has(judgements, count, one))
            judgements[count++] = one;
    }
    return count;
}

static size_t find_judgements(struct reading *reading, size_t article, const struct px_comparison *comparison,
                              struct judgement *judgements)
{
    const uint32_t *entities = match_entities(reading, match_mentions(reading));
    size_t count = 0;
    for (size_t i = 0; i < comparison->evaluations.count; i++) {
        const struct px_evaluations *row = &comparison->evaluations.items[i];
        if (row->article != article || row->positive == row->negative)
            continue;
        uint32_t speaker = row->speaker_referent == PX_NONE
                               ? PX_NONE
                               : comparison->referents.items[row->speaker_referent].entity[article];
        judgements[count++] =
            (struct judgement){row->speaker.size == 0 ? NULL : id_of(reading, entities, speaker),
                               id_of(reading, entities, comparison->referents.items[row->referent].entity[article]),
                               row->positive > row->negative};
    }
    return count;
}

/* Who judges whom with which sign: kinds of judgement, each counted once an article. */
void measure_evaluations(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    size_t right = 0, found = 0, expected = 0;
    for (size_t a = 0; a < 2; a++) {
        struct gold *gold = &readings[a].gold;
        size_t most = json_object_array_length(gold_list(gold->file, "evaluations"));
        struct judgement *theirs = gold_array(gold, most, sizeof *theirs);
        struct judgement *ours = gold_array(gold, comparison->evaluations.count, sizeof *ours);
        size_t their_count = read_judgements(&readings[a], theirs);
        size_t our_count = find_judgements(&readings[a], a, comparison, ours);
        for (size_t i = 0; i < their_count; i++) {
            bool there = has(ours, our_count, theirs[i]);
            right += there;
            printf("  %c %s: %s of %s%s\n", 'A' + (int)a, theirs[i].positive ? "+" : "-",
                   theirs[i].speaker == NULL ? "own voice" : theirs[i].speaker, theirs[i].target,
                   there ? "" : ", missed");
        }
        found += our_count;
        expected += their_count;
    }
    score_f1(scores, "evaluations", (double)right, (double)found, (double)expected);
}
