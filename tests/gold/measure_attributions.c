/* Who says what: contents found, speakers known. */
#include <stdio.h>

#include "measures.h"

/* The attribution of the program for each gold one, or PX_NONE: greedily, the most alike first, alike by half at least. */
static uint32_t *match(struct reading *reading)
{
    struct gold *gold = &reading->gold;
    size_t ours = reading->article.attributions.count;
    uint32_t *matched = gold_array(gold, gold->attributions.count, sizeof *matched);
    bool *used = gold_array(gold, ours, sizeof *used);
    for (size_t i = 0; i < gold->attributions.count; i++)
        matched[i] = PX_NONE;
    for (;;) {
        double best = 0.5;
        size_t left = SIZE_MAX, right = 0;
        for (size_t i = 0; i < gold->attributions.count; i++)
            for (size_t j = 0; matched[i] == PX_NONE && j < ours; j++) {
                double alike = used[j] ? 0
                                       : gold_likeness(&gold->attributions.items[i].content,
                                                       &reading->article.attributions.items[j].content);
                if (alike > best || (alike == best && left == SIZE_MAX)) {
                    best = alike;
                    left = i;
                    right = j;
                }
            }
        if (left == SIZE_MAX)
            return matched;
        matched[left] = (uint32_t)right;
        used[right] = true;
    }
}

static void show_spans(struct px_slice text, const struct px_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        struct px_slice piece = px_slice_span(text, spans->items[i]);
        printf("%s%.*s", i > 0 ? " ... " : "", PX_SLICE_ARG(piece));
    }
    putchar('\n');
}

/* Prints what was missed and what is too much. */
static void show_differences(struct reading *reading, const uint32_t *matched)
{
    const struct px_article *article = &reading->article;
    for (size_t i = 0; i < reading->gold.attributions.count; i++)
        if (matched[i] == PX_NONE) {
            printf("  missed: ");
            show_spans(article->text, &reading->gold.attributions.items[i].content);
        }
    for (size_t j = 0; j < article->attributions.count; j++) {
        bool right = false;
        for (size_t i = 0; i < reading->gold.attributions.count; i++)
            right = right || matched[i] == j;
        const struct px_attribution *extra = &article->attributions.items[j];
        if (!right) {
            printf("  too much (%.2f): ", extra->confidence);
            for (size_t s = 0; s < extra->cue.count; s++)
                printf("[%.*s] ", PX_SLICE_ARG(px_slice_span(article->text, extra->cue.items[s])));
            show_spans(article->text, &extra->content);
        }
    }
}

struct tally {
    size_t found, named, speaker, entity, entities, type, kind, actor, actors, tone, anonymous;
};

/* Kind, actor and anonymity of a speaker. */
static void count_source(const struct gold_attribution *gold, const struct px_attribution *ours, struct tally *tally)
{
    const char *kind = px_speaker_kind_name(ours->speaker_kind), *actor = px_actor_name(ours->actor);
    bool same_kind = strcmp(gold->kind, kind) == 0, same_actor = strcmp(gold->actor, actor) == 0;
    tally->actors++;
    tally->kind += same_kind;
    tally->actor += same_actor;
    tally->anonymous += gold->anonymous == ours->anonymous;
    if (!same_kind || !same_actor || gold->anonymous != ours->anonymous)
        printf("  source is %s, %s%s; not %s, %s%s\n", gold->kind, gold->actor, gold->anonymous ? ", anonymous" : "",
               kind, actor, ours->anonymous ? ", anonymous" : "");
}

/* What is right about one attribution that was found. */
static void count_right(struct reading *reading, const struct gold_attribution *gold, const struct px_attribution *ours,
                        const uint32_t *entities, struct tally *tally)
{
    tally->found++;
    tally->type += strcmp(gold->type, px_attribution_type_name(ours->type)) == 0;
    tally->tone += strcmp(gold->tone, px_tone_name(ours->tone)) == 0;
    if (gold->kind != NULL)
        count_source(gold, ours, tally);
    if (gold->speaker.end > 0) {
        struct px_spans speaker = {(struct px_span[]){gold->speaker}, 1, 1};
        bool right = gold_likeness(&speaker, &ours->speaker) >= 0.5;
        tally->named++;
        tally->speaker += right;
        if (!right) {
            printf("  speaker stands in '%.*s', not: ",
                   PX_SLICE_ARG(px_slice_span(reading->article.text, gold->speaker)));
            show_spans(reading->article.text, &ours->speaker);
        }
    }
    if (gold->entity != PX_NONE) {
        bool right = ours->entity != PX_NONE && entities[ours->entity] == gold->entity;
        tally->entities++;
        tally->entity += right;
        if (!right)
            printf("  speaker is %s, not %.*s\n", reading->gold.entities.items[gold->entity].id,
                   PX_SLICE_ARG(ours->entity == PX_NONE ? PX_SLICE("unknown")
                                                        : reading->article.entities.items[ours->entity].name));
    }
}

/* Who speaks at all: entities that attributions name as speakers, each once. What the gold file does not know is too
 * much. */
static void measure_sources(struct reading *reading, const uint32_t *entities, struct scores *scores)
{
    struct gold *gold = &reading->gold;
    const struct px_article *article = &reading->article;
    bool *theirs = gold_array(gold, gold->entities.count, sizeof *theirs);
    bool *ours = gold_array(gold, gold->entities.count, sizeof *ours);
    bool *seen = gold_array(gold, article->entities.count, sizeof *seen);
    double right = 0, found = 0, expected = 0;
    for (size_t i = 0; i < gold->attributions.count; i++)
        if (gold->attributions.items[i].entity != PX_NONE)
            theirs[gold->attributions.items[i].entity] = true;
    for (size_t i = 0; i < article->attributions.count; i++) {
        uint32_t entity = article->attributions.items[i].entity;
        if (entity == PX_NONE || seen[entity])
            continue;
        seen[entity] = true;
        found++;
        if (entities[entity] != PX_NONE)
            ours[entities[entity]] = true;
        if (entities[entity] == PX_NONE || !theirs[entities[entity]])
            printf("  source too much: %.*s\n", PX_SLICE_ARG(article->entities.items[entity].name));
    }
    for (size_t e = 0; e < gold->entities.count; e++) {
        expected += theirs[e];
        right += theirs[e] && ours[e];
        if (theirs[e] && !ours[e])
            printf("  source missed: %s\n", gold->entities.items[e].id);
    }
    score_f1(scores, "sources", right, found, expected);
}

void measure_attributions(struct reading *reading, struct scores *scores)
{
    const struct gold *gold = &reading->gold;
    const uint32_t *matched = match(reading);
    const uint32_t *entities = match_entities(reading, match_mentions(reading));
    struct tally tally = {0};
    show_differences(reading, matched);
    for (size_t i = 0; i < gold->attributions.count; i++)
        if (matched[i] != PX_NONE)
            count_right(reading, &gold->attributions.items[i], &reading->article.attributions.items[matched[i]],
                        entities, &tally);
    score_f1(scores, "attributions", (double)tally.found, (double)reading->article.attributions.count,
             (double)gold->attributions.count);
    measure_sources(reading, entities, scores);
    score_share(scores, "speaker.place", tally.speaker, tally.named);
    score_share(scores, "speaker.entity", tally.entity, tally.entities);
    score_share(scores, "speaker.kind", tally.kind, tally.actors);
    score_share(scores, "speaker.actor", tally.actor, tally.actors);
    score_share(scores, "speaker.anonymous", tally.anonymous, tally.actors);
    score_share(scores, "attributions.type", tally.type, tally.found);
    score_share(scores, "cue.tone", tally.tone, tally.found);
}
