/* What two articles share and what only one has: topics and referents. */
#include <stdio.h>

#include "measures.h"

static bool has_topic(const struct gold *gold, const char *topic)
{
    for (size_t i = 0; i < gold->sections.count; i++)
        if (strcmp(gold->sections.items[i].topic, topic) == 0)
            return true;
    return false;
}

uint32_t theme_at(const struct px_comparison *comparison, size_t article, uint32_t byte)
{
    for (uint32_t t = 0; t < comparison->themes.count; t++) {
        const struct px_spans *spans = &comparison->themes.items[t].spans[article];
        for (size_t s = 0; s < spans->count; s++)
            if (spans->items[s].start <= byte && byte < spans->items[s].end)
                return t;
    }
    return PX_NONE;
}

static bool is_only(const struct px_comparison *comparison, size_t article, uint32_t byte)
{
    uint32_t theme = theme_at(comparison, article, byte);
    return theme != PX_NONE && comparison->themes.items[theme].only == article;
}

/* Words in the paragraphs of one-sided topics: those of the gold files, those of the program, and both. */
static void measure_only(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    double right = 0, found = 0, expected = 0;
    for (size_t a = 0; a < 2; a++) {
        const struct gold *gold = &readings[a].gold;
        const struct px_article *article = &readings[a].article;
        for (size_t t = 0; t < article->tokens.count; t++) {
            uint32_t start = article->tokens.items[t].start;
            uint32_t block = gold_block_at(gold, start);
            if (article->tokens.items[t].kind != PX_TOKEN_WORD || block == PX_NONE || !gold_is_paragraph(gold, block))
                continue;
            bool theirs = !has_topic(&readings[1 - a].gold, gold_topic(gold, block));
            bool ours = is_only(comparison, a, start);
            expected += theirs;
            found += ours;
            right += ours && theirs;
        }
    }
    score_f1(scores, "only.words", right, found, expected);
}

/* Pairs of paragraphs, one of each article, that stand in one topic. */
static void measure_pairs(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    const struct gold *a = &readings[0].gold, *b = &readings[1].gold;
    double right = 0, found = 0, expected = 0;
    for (uint32_t i = 0; i < a->blocks.count; i++)
        for (uint32_t j = 0; j < b->blocks.count; j++) {
            if (!gold_is_paragraph(a, i) || !gold_is_paragraph(b, j))
                continue;
            uint32_t theme = theme_at(comparison, 0, a->blocks.items[i].start);
            bool ours = theme != PX_NONE && theme == theme_at(comparison, 1, b->blocks.items[j].start);
            bool theirs = strcmp(gold_topic(a, i), gold_topic(b, j)) == 0;
            right += ours && theirs;
            found += ours;
            expected += theirs;
        }
    score_f1(scores, "topics.pairs", right, found, expected);
}

/* Prints paragraph by paragraph what the gold file and the program make of it. */
static void show_topics(struct reading *reading, struct reading *other, size_t article,
                        const struct px_comparison *comparison)
{
    for (uint32_t b = 0; b < reading->gold.blocks.count; b++) {
        uint32_t at = reading->gold.blocks.items[b].start;
        uint32_t theme = theme_at(comparison, article, at);
        const char *name = gold_topic(&reading->gold, b);
        if (!gold_is_paragraph(&reading->gold, b))
            continue;
        printf("  %c block %2u: %s%s | ", 'A' + (int)article, b, name,
               has_topic(&other->gold, name) ? "" : " (only here)");
        if (theme == PX_NONE)
            printf("no theme\n");
        else
            printf("%u%s\n", theme, comparison->themes.items[theme].only == article ? " (only here)" : "");
    }
}

void measure_topics(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    show_topics(&readings[0], &readings[1], 0, comparison);
    show_topics(&readings[1], &readings[0], 1, comparison);
    measure_only(readings, comparison, scores);
    measure_pairs(readings, comparison, scores);
}

/* Has the referent a mention of the gold entity? */
static bool mentions(const struct px_referent *referent, size_t article, const struct gold *gold, uint32_t entity)
{
    const struct px_spans *spans = &referent->mentions[article];
    for (size_t i = 0; i < gold->mentions.count; i++)
        for (size_t s = 0; gold->mentions.items[i].entity == entity && s < spans->count; s++)
            if (gold_span_likeness(gold->mentions.items[i].span, spans->items[s]) >= 0.5)
                return true;
    return false;
}

static bool is_linked(struct reading *readings, const struct px_comparison *comparison, uint32_t a, uint32_t b)
{
    for (size_t r = 0; r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        if (mentions(referent, 0, &readings[0].gold, a) && mentions(referent, 1, &readings[1].gold, b))
            return true;
    }
    return false;
}

static uint32_t find_id(const struct gold *gold, const char *id)
{
    for (uint32_t i = 0; i < gold->entities.count; i++)
        if (strcmp(gold->entities.items[i].id, id) == 0)
            return i;
    return PX_NONE;
}

static bool is_named(const struct gold *gold, uint32_t entity)
{
    for (size_t i = 0; i < gold->mentions.count; i++)
        if (gold->mentions.items[i].entity == entity &&
            (strcmp(gold->mentions.items[i].form, "name") == 0 || strcmp(gold->mentions.items[i].form, "alias") == 0))
            return true;
    return false;
}

/* Entities of both gold files that one referent holds; `named`: those that both articles call by a name. */
static void measure_links(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    const struct gold *a = &readings[0].gold, *b = &readings[1].gold;
    size_t shared = 0, linked = 0, shared_names = 0, linked_names = 0;
    for (uint32_t i = 0; i < a->entities.count; i++) {
        uint32_t j = find_id(b, a->entities.items[i].id);
        if (j == PX_NONE)
            continue;
        bool named = is_named(a, i) && is_named(b, j);
        bool found = is_linked(readings, comparison, i, j);
        shared++;
        linked += found;
        shared_names += named;
        linked_names += named && found;
        if (!found)
            printf("  not linked: %s\n", a->entities.items[i].id);
    }
    score_share(scores, "referents.linked", linked, shared);
    score_share(scores, "referents.linked_names", linked_names, shared_names);
}

/* The gold entity that most of an article's mentions of the referent are of; PX_NONE when none is known. */
static uint32_t entity_of(struct reading *reading, const struct px_spans *spans)
{
    const struct gold *gold = &reading->gold;
    uint32_t best = PX_NONE;
    size_t most = 0;
    for (uint32_t e = 0; e < gold->entities.count; e++) {
        size_t count = 0;
        for (size_t i = 0; i < gold->mentions.count; i++)
            for (size_t s = 0; gold->mentions.items[i].entity == e && s < spans->count; s++)
                count += gold_span_likeness(gold->mentions.items[i].span, spans->items[s]) >= 0.5;
        if (count > most) {
            most = count;
            best = e;
        }
    }
    return best;
}

/* Of the referents that both articles have and both gold files know, those that are one and the same. */
static void measure_linked(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    size_t right = 0, known = 0;
    for (size_t r = 0; r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        uint32_t a = entity_of(&readings[0], &referent->mentions[0]);
        uint32_t b = entity_of(&readings[1], &referent->mentions[1]);
        if (a == PX_NONE || b == PX_NONE)
            continue;
        const char *ids[2] = {readings[0].gold.entities.items[a].id, readings[1].gold.entities.items[b].id};
        known++;
        right += strcmp(ids[0], ids[1]) == 0;
        if (strcmp(ids[0], ids[1]) != 0)
            printf("  one referent '%.*s' for %s and %s\n", PX_SLICE_ARG(referent->name), ids[0], ids[1]);
    }
    score_share(scores, "referents.right", right, known);
}

/* A gold mention of either article: whom it names, and the referent that the program put it into, or PX_NONE. */
struct placed {
    const char *id;
    uint32_t referent;
};

/* The referent with a mention in this place; names of the naming lexicon stand beside the entities and do not count. */
static uint32_t referent_at(const struct px_comparison *comparison, size_t article, struct px_span span)
{
    uint32_t best = PX_NONE;
    double most = 0.5;
    for (uint32_t r = 0; r < comparison->referents.count; r++) {
        const struct px_spans *spans = &comparison->referents.items[r].mentions[article];
        for (size_t s = 0; !comparison->referents.items[r].lexical && s < spans->count; s++)
            if (gold_span_likeness(span, spans->items[s]) >= most) {
                most = gold_span_likeness(span, spans->items[s]);
                best = r;
            }
    }
    return best;
}

/* B-cubed over the mentions of both articles, by names, aliases and roles. */
static void measure_pair_groups(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    struct gold *gold = &readings[0].gold;
    struct placed *placed = gold_array(gold, gold->mentions.count + readings[1].gold.mentions.count, sizeof *placed);
    size_t count = 0, found = 0;
    double precision = 0, recall = 0;
    for (size_t a = 0; a < 2; a++)
        for (size_t i = 0; i < readings[a].gold.mentions.count; i++) {
            const struct gold_mention *mention = &readings[a].gold.mentions.items[i];
            if (strcmp(mention->form, "pronoun") != 0)
                placed[count++] = (struct placed){readings[a].gold.entities.items[mention->entity].id,
                                                  referent_at(comparison, a, mention->span)};
        }
    for (size_t i = 0; i < count; i++) {
        size_t both = 0, group = 0, belong = 0;
        for (size_t j = 0; j < count; j++) {
            bool theirs = strcmp(placed[i].id, placed[j].id) == 0;
            bool same = placed[i].referent != PX_NONE && placed[i].referent == placed[j].referent;
            belong += theirs;
            group += same;
            both += theirs && same;
        }
        found += group > 0;
        precision += group == 0 ? 0 : (double)both / (double)group;
        recall += (double)both / (double)belong;
    }
    precision = found == 0 ? 0 : precision / (double)found;
    recall = count == 0 ? 0 : recall / (double)count;
    score(scores, "referents.groups.precision", precision, found);
    score(scores, "referents.groups.recall", recall, count);
    score(scores, "referents.groups.f1", precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
          count);
}

void measure_referents(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    measure_links(readings, comparison, scores);
    measure_linked(readings, comparison, scores);
    measure_pair_groups(readings, comparison, scores);
}
