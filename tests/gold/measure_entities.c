/* Mentions found, and grouped into entities. */
#include <stdio.h>

#include "measures.h"

static double alike(const struct gold_mention *gold, const struct px_mention *ours)
{
    return gold_span_likeness(gold->span, (struct px_span){ours->start, ours->end});
}

uint32_t *match_mentions(struct reading *reading)
{
    struct gold *gold = &reading->gold;
    const struct px_article *article = &reading->article;
    uint32_t *matched = gold_array(gold, gold->mentions.count, sizeof *matched);
    bool *used = gold_array(gold, article->mentions.count, sizeof *used);
    for (size_t i = 0; i < gold->mentions.count; i++)
        matched[i] = PX_NONE;
    /* exact places first */
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < gold->mentions.count; i++) {
            double best = round == 0 ? 1 : 0.5;
            for (uint32_t j = 0; matched[i] == PX_NONE && j < article->mentions.count; j++)
                if (!used[j] && alike(&gold->mentions.items[i], &article->mentions.items[j]) >= best) {
                    matched[i] = j;
                    used[j] = true;
                }
        }
    return matched;
}

uint32_t *match_entities(struct reading *reading, const uint32_t *matched)
{
    struct gold *gold = &reading->gold;
    size_t ours = reading->article.entities.count;
    uint32_t *entities = gold_array(gold, ours, sizeof *entities);
    size_t *votes = gold_array(gold, ours * gold->entities.count, sizeof *votes);
    for (size_t i = 0; i < gold->mentions.count; i++)
        if (matched[i] != PX_NONE)
            votes[reading->article.mentions.items[matched[i]].entity * gold->entities.count +
                  gold->mentions.items[i].entity]++;
    for (size_t e = 0; e < ours; e++) {
        size_t most = 0;
        entities[e] = PX_NONE;
        for (uint32_t g = 0; g < gold->entities.count; g++)
            if (votes[e * gold->entities.count + g] > most) {
                most = votes[e * gold->entities.count + g];
                entities[e] = g;
            }
    }
    return entities;
}

static bool is_form(const struct gold_mention *mention, const char *form, const char *other)
{
    return strcmp(mention->form, form) == 0 || strcmp(mention->form, other) == 0;
}

/* Recall of the mentions of two forms. */
static void measure_form(struct reading *reading, const uint32_t *matched, const char *measure,
                         const char *const forms[2], struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    size_t found = 0, all = 0;
    for (size_t i = 0; i < gold->mentions.count; i++) {
        const struct gold_mention *mention = &gold->mentions.items[i];
        if (!is_form(mention, forms[0], forms[1]))
            continue;
        all++;
        found += matched[i] != PX_NONE;
        if (matched[i] == PX_NONE)
            printf("  %s missed: %.*s (%s)\n", mention->form,
                   PX_SLICE_ARG(px_slice_span(reading->article.text, mention->span)),
                   gold->entities.items[mention->entity].id);
    }
    score_share(scores, measure, found, all);
}

/* Of the names that the program found, those that the gold file has: it lists every name that matters. */
static void measure_names(struct reading *reading, const uint32_t *matched, struct scores *scores)
{
    const struct px_article *article = &reading->article;
    size_t names = 0, right = 0;
    for (uint32_t j = 0; j < article->mentions.count; j++) {
        const struct px_mention *mention = &article->mentions.items[j];
        bool known = false;
        if (mention->form > PX_MENTION_ALIAS)
            continue;
        for (size_t i = 0; i < reading->gold.mentions.count; i++)
            known = known || matched[i] == j;
        names++;
        right += known;
        if (!known)
            printf("  name too much: %.*s\n", PX_SLICE_ARG(px_slice_part(article->text, mention->start, mention->end)));
    }
    score_share(scores, "names.right", right, names);
}

/* B-cubed (Bagga & Baldwin 1998): for each mention, how much of its group belongs there, and how much of what belongs
 * there is in its group. Mentions that were not found count for recall; mentions that the gold file lacks do not count. */
static void measure_groups(struct reading *reading, const uint32_t *matched, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    const struct px_mention *ours = reading->article.mentions.items;
    double precision = 0, recall = 0;
    size_t found = 0;
    for (size_t i = 0; i < gold->mentions.count; i++) {
        size_t both = 0, group = 0, belong = 0;
        for (size_t j = 0; j < gold->mentions.count; j++) {
            bool theirs = gold->mentions.items[i].entity == gold->mentions.items[j].entity;
            bool same =
                matched[i] != PX_NONE && matched[j] != PX_NONE && ours[matched[i]].entity == ours[matched[j]].entity;
            belong += theirs;
            group += same;
            both += theirs && same;
        }
        found += matched[i] != PX_NONE;
        precision += group == 0 ? 0 : (double)both / (double)group;
        recall += (double)both / (double)belong;
    }
    precision = found == 0 ? 0 : precision / (double)found;
    recall = gold->mentions.count == 0 ? 0 : recall / (double)gold->mentions.count;
    score(scores, "groups.precision", precision, found);
    score(scores, "groups.recall", recall, gold->mentions.count);
    score(scores, "groups.f1", precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
          gold->mentions.count);
}

/* Groups that hold mentions of two gold entities, and gold entities whose names fall into two groups. */
static void show_groups(struct reading *reading, const uint32_t *matched, const uint32_t *entities)
{
    const struct px_article *article = &reading->article;
    for (size_t i = 0; i < reading->gold.mentions.count; i++) {
        const struct gold_mention *mention = &reading->gold.mentions.items[i];
        if (matched[i] == PX_NONE)
            continue;
        uint32_t group = article->mentions.items[matched[i]].entity;
        if (entities[group] != mention->entity)
            printf("  %s '%.*s' is %s, not %.*s\n", mention->form,
                   PX_SLICE_ARG(px_slice_span(article->text, mention->span)),
                   reading->gold.entities.items[mention->entity].id, PX_SLICE_ARG(article->entities.items[group].name));
    }
}

/* Of the program's entities that the gold file knows, those of the right kind. */
static void measure_kinds(struct reading *reading, const uint32_t *entities, struct scores *scores)
{
    size_t known = 0, right = 0;
    for (size_t e = 0; e < reading->article.entities.count; e++) {
        if (entities[e] == PX_NONE)
            continue;
        const struct gold_entity *gold = &reading->gold.entities.items[entities[e]];
        const char *kind = px_entity_kind_name(reading->article.entities.items[e].kind);
        known++;
        right += strcmp(kind, gold->kind) == 0;
        if (strcmp(kind, gold->kind) != 0)
            printf("  %s is %s, not %s\n", gold->id, gold->kind, kind);
    }
    score_share(scores, "entities.kind", right, known);
}

void measure_entities(struct reading *reading, struct scores *scores)
{
    const uint32_t *matched = match_mentions(reading);
    const uint32_t *entities = match_entities(reading, matched);
    measure_form(reading, matched, "names.found", (const char *const[]){"name", "alias"}, scores);
    measure_form(reading, matched, "roles.found", (const char *const[]){"role", "role"}, scores);
    measure_form(reading, matched, "pronouns.found", (const char *const[]){"pronoun", "pronoun"}, scores);
    measure_names(reading, matched, scores);
    show_groups(reading, matched, entities);
    measure_groups(reading, matched, scores);
    measure_kinds(reading, entities, scores);
}
