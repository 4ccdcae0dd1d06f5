/* What two articles tell of the same, paragraph by paragraph, against the event's alignment.gold.json. */
#include <stdio.h>
#include <stdlib.h>

#include "measures.h"

struct alignment {
    struct json_object *file;
    const struct gold *a, *b;
    bool *same;   /* [block of A][block of B]: the paragraphs tell the same */
    bool *joined; /* [section of A][section of B]: of one topic, or with paragraphs that tell the same */
};

static struct json_object *member(struct json_object *list, size_t i)
{
    return json_object_array_get_idx(list, i);
}

/* The one paragraph that begins with these words. */
static uint32_t find_paragraph(const struct gold *gold, const char *words)
{
    uint32_t found = PX_NONE;
    size_t count = 0;
    for (uint32_t b = 0; words != NULL && b < gold->blocks.count; b++)
        if (gold_is_paragraph(gold, b) && strncmp(gold_block_text(gold, b), words, strlen(words)) == 0) {
            found = b;
            count++;
        }
    if (count != 1) {
        fprintf(stderr, "alignment.gold.json: %zu paragraphs begin with '%s'\n", count, words == NULL ? "" : words);
        exit(2);
    }
    return found;
}

/* The sections that the file gives a topic must be those of the article's gold file. */
static void check_sections(const struct gold *gold, struct json_object *topics, size_t side, struct scores *scores)
{
    size_t covered = 0, paragraphs = 0;
    for (size_t t = 0; t < json_object_array_length(topics); t++) {
        struct json_object *sections = member(gold_list(member(topics, t), "sections"), side);
        for (size_t s = 0; s < json_object_array_length(sections); s++) {
            const char *topic = gold_text(member(topics, t), "topic");
            uint32_t last = find_paragraph(gold, gold_text(member(sections, s), "last"));
            for (uint32_t b = find_paragraph(gold, gold_text(member(sections, s), "first")); b <= last; b++) {
                covered += gold_is_paragraph(gold, b);
                if (strcmp(topic, gold_topic(gold, b)) != 0)
                    score_differs(scores, gold_block_text(gold, b), topic, gold_topic(gold, b));
            }
        }
    }
    for (uint32_t b = 0; b < gold->blocks.count; b++)
        paragraphs += gold_is_paragraph(gold, b);
    if (covered != paragraphs)
        score_differs(scores, "paragraphs in the sections of alignment.gold.json", "fewer or more", "all, each once");
}

static void read_alignment(struct reading *readings, struct alignment *alignment, struct scores *scores)
{
    struct gold *a = &readings[0].gold, *b = &readings[1].gold;
    const char *path = beside(&readings[0], "alignment.gold.json");
    *alignment = (struct alignment){.file = json_object_from_file(path), .a = a, .b = b};
    if (alignment->file == NULL) {
        fprintf(stderr, "%s: %s\n", path, json_util_get_last_err());
        exit(2);
    }
    for (size_t i = 0; i < 2; i++) {
        const char *name = json_object_get_string(member(gold_list(alignment->file, "articles"), i));
        if (name == NULL || strcmp(beside(&readings[i], name), readings[i].path) != 0)
            score_differs(scores, "articles of alignment.gold.json", readings[i].path, name);
    }
    alignment->same = gold_array(a, a->blocks.count * b->blocks.count, sizeof *alignment->same);
    alignment->joined = gold_array(a, a->sections.count * b->sections.count, sizeof *alignment->joined);
    check_sections(a, gold_list(alignment->file, "topics"), 0, scores);
    check_sections(b, gold_list(alignment->file, "topics"), 1, scores);
    for (uint32_t s = 0; s < a->sections.count; s++)
        for (uint32_t t = 0; t < b->sections.count; t++)
            alignment->joined[s * b->sections.count + t] =
                strcmp(a->sections.items[s].topic, b->sections.items[t].topic) == 0;
    struct json_object *same = gold_list(alignment->file, "same");
    for (size_t p = 0; p < json_object_array_length(same); p++) {
        uint32_t i = find_paragraph(a, json_object_get_string(member(member(same, p), 0)));
        uint32_t j = find_paragraph(b, json_object_get_string(member(member(same, p), 1)));
        alignment->same[i * b->blocks.count + j] = true;
        alignment->joined[gold_section_of(a, i) * b->sections.count + gold_section_of(b, j)] = true;
    }
}

static bool is_together(const struct alignment *alignment, const struct px_comparison *comparison, uint32_t i,
                        uint32_t j)
{
    uint32_t theme = theme_at(comparison, 0, alignment->a->blocks.items[i].start);
    return theme != PX_NONE && theme == theme_at(comparison, 1, alignment->b->blocks.items[j].start);
}

/* Does one of them hold both places? */
static bool is_in_one(const struct px_topics *topics, uint32_t a, uint32_t b)
{
    for (size_t t = 0; t < topics->count; t++)
        if (px_topic_holds(&topics->items[t], 0, a) && px_topic_holds(&topics->items[t], 1, b))
            return true;
    return false;
}

static void show_pair(const struct alignment *alignment, const char *what, uint32_t i, uint32_t j)
{
    printf("  %s: %.40s... (%s) | %.40s... (%s)\n", what, gold_block_text(alignment->a, i), gold_topic(alignment->a, i),
           gold_block_text(alignment->b, j), gold_topic(alignment->b, j));
}

/* Pairs of paragraphs in one topic of the comparison. A pair is right when its sections are joined; recall is over the
 * pairs that tell the same. */
static void measure_paragraphs(const struct alignment *alignment, const struct px_comparison *comparison, bool *ours,
                               struct scores *scores)
{
    size_t found = 0, right = 0, same = 0, met = 0;
    for (uint32_t i = 0; i < alignment->a->blocks.count; i++)
        for (uint32_t j = 0; j < alignment->b->blocks.count; j++) {
            if (!gold_is_paragraph(alignment->a, i) || !gold_is_paragraph(alignment->b, j))
                continue;
            bool together = is_together(alignment, comparison, i, j);
            bool tells = alignment->same[i * alignment->b->blocks.count + j];
            size_t sections =
                gold_section_of(alignment->a, i) * alignment->b->sections.count + gold_section_of(alignment->b, j);
            found += together;
            right += together && alignment->joined[sections];
            same += tells;
            met += tells && together;
            ours[sections] = ours[sections] || together;
            if (tells && !together)
                show_pair(alignment, "apart", i, j);
            else if (together && !alignment->joined[sections])
                show_pair(alignment, "together", i, j);
        }
    double precision = found == 0 ? 1 : (double)right / (double)found,
           recall = same == 0 ? 1 : (double)met / (double)same;
    score(scores, "paragraphs.precision", precision, found);
    score(scores, "paragraphs.recall", recall, same);
    score(scores, "paragraphs.f1", precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, same);
}

/* Paragraphs in topics of both, and how many of them have a counterpart there that tells the same; of the pairs that do,
 * how many one topic holds. */
static void measure_told(struct reading *readings, const struct alignment *alignment,
                         const struct px_comparison *comparison, struct scores *scores)
{
    const struct gold *of[] = {alignment->a, alignment->b};
    size_t columns = alignment->b->blocks.count, same = 0, met = 0, found = 0, matched = 0;
    bool *held[2], *right[2];
    for (size_t side = 0; side < 2; side++) {
        held[side] = gold_array(&readings[side].gold, of[side]->blocks.count, sizeof(bool));
        right[side] = gold_array(&readings[side].gold, of[side]->blocks.count, sizeof(bool));
    }
    for (uint32_t i = 0; i < alignment->a->blocks.count; i++)
        for (uint32_t j = 0; j < columns; j++) {
            bool tells = alignment->same[i * columns + j];
            bool together = gold_is_paragraph(of[0], i) && gold_is_paragraph(of[1], j) &&
                            is_in_one(&comparison->topics, of[0]->blocks.items[i].start, of[1]->blocks.items[j].start);
            held[0][i] |= together;
            held[1][j] |= together;
            right[0][i] |= together && tells;
            right[1][j] |= together && tells;
            same += tells;
            met += tells && together;
        }
    for (size_t side = 0; side < 2; side++)
        for (uint32_t b = 0; b < of[side]->blocks.count; b++) {
            found += held[side][b];
            matched += right[side][b];
        }
    score(scores, "told.precision", found == 0 ? 1 : (double)matched / (double)found, found);
    score(scores, "told.recall", same == 0 ? 1 : (double)met / (double)same, same);
}

/* Pairs of gold sections of which one theme of the comparison holds paragraphs. */
static void measure_joins(const struct alignment *alignment, const bool *ours, struct scores *scores)
{
    double right = 0, found = 0, expected = 0;
    for (size_t s = 0; s < alignment->a->sections.count * alignment->b->sections.count; s++) {
        right += ours[s] && alignment->joined[s];
        found += ours[s];
        expected += alignment->joined[s];
    }
    score_f1(scores, "sections.joined", right, found, expected);
}

/* Where a piece of the file stands: "paragraph" begins so, "text" is in it. */
static struct px_span place(const struct reading *reading, struct json_object *piece)
{
    uint32_t block = find_paragraph(&reading->gold, gold_text(piece, "paragraph"));
    struct px_span whole = reading->gold.blocks.items[block];
    struct px_span span = gold_place(&reading->gold, &reading->article, block, gold_text(piece, "text"));
    if (span.end == 0 && whole.end > whole.start) {
        fprintf(stderr, "alignment.gold.json: not in its paragraph: %s\n", gold_text(piece, "text"));
        exit(2);
    }
    return span;
}

/* Do the spans share half of the bytes of the shorter, the piece or all of them? */
static bool overlaps(const struct px_spans *spans, struct px_span piece)
{
    uint32_t both = 0, all = 0;
    for (size_t i = 0; i < spans->count; i++) {
        uint32_t start = spans->items[i].start > piece.start ? spans->items[i].start : piece.start;
        uint32_t end = spans->items[i].end < piece.end ? spans->items[i].end : piece.end;
        both += end > start ? end - start : 0;
        all += spans->items[i].end - spans->items[i].start;
    }
    uint32_t shorter = all < piece.end - piece.start ? all : piece.end - piece.start;
    return both > 0 && both * 2 >= shorter;
}

/* Marks the shared texts of the comparison that lie in one of the file's pairs; gives the pairs that have one. */
static size_t count_shared(struct reading *readings, struct json_object *pairs, const struct px_comparison *comparison,
                           bool *known)
{
    size_t found = 0;
    for (size_t p = 0; p < json_object_array_length(pairs); p++) {
        struct px_span a = place(&readings[0], member(member(pairs, p), 0));
        struct px_span b = place(&readings[1], member(member(pairs, p), 1));
        bool any = false;
        for (size_t s = 0; s < comparison->shared.count; s++) {
            const struct px_spans *spans = comparison->shared.items[s].spans;
            bool met = overlaps(&spans[0], a) && overlaps(&spans[1], b);
            any = any || met;
            known[s] = known[s] || met;
        }
        found += any;
        if (!any)
            printf("  not found shared: %s\n", gold_text(member(member(pairs, p), 0), "text"));
    }
    return found;
}

static void measure_shared(struct reading *readings, const struct alignment *alignment,
                           const struct px_comparison *comparison, struct scores *scores)
{
    bool *known = gold_array(&readings[0].gold, comparison->shared.count, sizeof *known);
    struct json_object *shared = gold_list(alignment->file, "shared"), *edited = gold_list(alignment->file, "edited");
    size_t verbatim = count_shared(readings, shared, comparison, known);
    size_t changed = count_shared(readings, edited, comparison, known);
    size_t right = 0;
    for (size_t s = 0; s < comparison->shared.count; s++) {
        right += known[s];
        if (!known[s] && comparison->shared.items[s].spans[0].count > 0)
            printf(
                "  shared too much: %.*s\n",
                PX_SLICE_ARG(px_slice_span(readings[0].article.text, comparison->shared.items[s].spans[0].items[0])));
    }
    score_share(scores, "shared.found", verbatim, json_object_array_length(shared));
    score_share(scores, "shared.edited_found", changed, json_object_array_length(edited));
    score_share(scores, "shared.right", right, comparison->shared.count);
}

/* Facts that disagree, of which both tellings stand in one topic. */
static void measure_disagreements(const struct alignment *alignment, struct reading *readings,
                                  const struct px_comparison *comparison, struct scores *scores)
{
    struct json_object *facts = gold_list(alignment->file, "disagree");
    size_t together = 0;
    for (size_t f = 0; f < json_object_array_length(facts); f++) {
        struct json_object *pieces = gold_list(member(facts, f), "pieces");
        place(&readings[0], member(pieces, 0));
        place(&readings[1], member(pieces, 1));
        uint32_t i = find_paragraph(alignment->a, gold_text(member(pieces, 0), "paragraph"));
        uint32_t j = find_paragraph(alignment->b, gold_text(member(pieces, 1), "paragraph"));
        together += is_together(alignment, comparison, i, j);
        if (!is_together(alignment, comparison, i, j))
            printf("  disagree apart: %s\n", gold_text(member(facts, f), "about"));
    }
    score_share(scores, "disagree.side_by_side", together, json_object_array_length(facts));
}

void measure_alignment(struct reading *readings, const struct px_comparison *comparison, struct scores *scores)
{
    struct alignment alignment;
    read_alignment(readings, &alignment, scores);
    bool *ours = gold_array(&readings[0].gold, alignment.a->sections.count * alignment.b->sections.count, sizeof *ours);
    measure_paragraphs(&alignment, comparison, ours, scores);
    measure_joins(&alignment, ours, scores);
    measure_told(readings, &alignment, comparison, scores);
    measure_shared(readings, &alignment, comparison, scores);
    measure_disagreements(&alignment, readings, comparison, scores);
    json_object_put(alignment.file);
}
