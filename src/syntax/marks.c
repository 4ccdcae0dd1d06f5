#include "syntax/marks.h"

enum { WAY_LIMIT = 12, MOST_STEPS = 7, REACH = 64 /* marks passed over on the way to the nearest word */ };

/* Joins each closing mark with the last opening one of its kind that has no partner yet. */
static void find_partners(struct px_marks *marks)
{
    uint32_t open[2] = {PX_NONE, PX_NONE};
    for (uint32_t i = 0; i < marks->count; i++) {
        uint8_t kind = marks->kinds[i];
        marks->partner[i] = PX_NONE;
        if (kind < PX_MARK_OPEN_QUOTE)
            continue;
        int pair = kind >= PX_MARK_OPEN;
        bool opens = kind == PX_MARK_OPEN_QUOTE || kind == PX_MARK_OPEN;
        if (opens) {
            open[pair] = i;
        } else if (open[pair] != PX_NONE) {
            marks->partner[i] = open[pair];
            marks->partner[open[pair]] = i;
            open[pair] = PX_NONE;
        }
    }
}

bool px_marks_init(struct px_marks *marks, const uint8_t *tags, const uint8_t *kind_of, struct px_arena *arena)
{
    marks->kinds = px_arena_array(arena, uint8_t, marks->count);
    marks->partner = px_arena_array(arena, uint32_t, marks->count);
    if (marks->kinds == NULL || marks->partner == NULL)
        return false;
    for (uint32_t i = 0; i < marks->count; i++)
        marks->kinds[i] = marks->heads[i] < marks->count ? kind_of[tags[i]] : PX_MARK_NONE;
    for (uint32_t i = 0; i < marks->count; i++)
        if (marks->heads[i] < marks->count)
            marks->kinds[marks->heads[i]] = PX_MARK_NONE;
    find_partners(marks);
    return true;
}

/* The nearest word on a side, or PX_NONE. */
static uint32_t nearest(const struct px_marks *marks, uint32_t mark, bool left)
{
    uint32_t at = mark;
    for (int steps = 0; steps < REACH; steps++) {
        at = left ? at - 1 : at + 1;
        if (at >= marks->count)
            return PX_NONE;
        if (marks->kinds[at] == PX_MARK_NONE)
            return at;
    }
    return PX_NONE;
}

/* Adds the way up from the nearest word on a side. */
static size_t climb(const struct px_marks *marks, uint32_t mark, bool left, struct px_mark_candidate *candidates,
                    size_t count)
{
    uint32_t at = nearest(marks, mark, left);
    for (uint8_t steps = 0; at < marks->count && steps < WAY_LIMIT; steps++) {
        bool beyond = left ? at > mark : at < mark;
        uint32_t head = marks->heads[at];
        size_t known = 0;
        while (known < count && candidates[known].node != at)
            known++;
        if (known == count)
            candidates[count++] =
                (struct px_mark_candidate){.node = at, .steps = steps < MOST_STEPS ? steps : MOST_STEPS};
        struct px_mark_candidate *candidate = &candidates[known];
        candidate->side |= left ? 1 : 2;
        candidate->beyond |= beyond;
        candidate->last |= !beyond && (head >= marks->count || (left ? head > mark : head < mark));
        if (beyond)
            break;
        at = head;
    }
    return count;
}

size_t px_mark_find(const struct px_marks *marks, uint32_t mark, struct px_mark_candidate *candidates)
{
    size_t count = climb(marks, mark, true, candidates, 0);
    return climb(marks, mark, false, candidates, count);
}

/* Is the word between the mark and its partner, and its head not? */
static bool heads_pair(const struct px_marks *marks, uint32_t mark, uint32_t word)
{
    uint32_t partner = marks->partner[mark];
    if (partner == PX_NONE)
        return false;
    uint32_t from = mark < partner ? mark : partner;
    uint32_t to = mark < partner ? partner : mark;
    uint32_t head = marks->heads[word];
    return word > from && word < to && (head < from || head > to);
}

size_t px_mark_rows(const struct px_marks *marks, uint32_t mark, const struct px_mark_candidate *candidate,
                    unsigned bits, uint32_t *rows)
{
    uint32_t left = nearest(marks, mark, true);
    uint32_t right = nearest(marks, mark, false);
    const struct px_node *nodes = marks->nodes;
    const struct px_node *c = &nodes[candidate->node];
    uint64_t word = nodes[mark].word;
    uint64_t place = (uint64_t)candidate->side | (uint64_t)candidate->last << 2 | (uint64_t)candidate->beyond << 3;
    uint64_t relation = marks->relations[candidate->node];
    uint64_t tags = (uint64_t)(left == PX_NONE ? 0 : nodes[left].tag) << 8 | (right == PX_NONE ? 0 : nodes[right].tag);
    uint64_t relations = (uint64_t)(left == PX_NONE ? 255 : marks->relations[left]) << 8 |
                         (right == PX_NONE ? 255 : marks->relations[right]);
    uint64_t edge = (uint64_t)(mark == 0) << 1 | (mark + 1 == marks->count);
    uint64_t pair = marks->partner[mark] == PX_NONE ? 0 : heads_pair(marks, mark, candidate->node) ? 1 : 2;
    uint64_t same = marks->partner[mark] < mark && marks->heads[marks->partner[mark]] == candidate->node;
    uint64_t top = marks->heads[candidate->node] == marks->count;
    size_t n = 0;
    rows[n++] = px_feature4(bits, 1, word, place, 0, 0);
    rows[n++] = px_feature4(bits, 2, word, place, relation, 0);
    rows[n++] = px_feature4(bits, 3, word, place, relation, c->upos);
    rows[n++] = px_feature4(bits, 4, word, place, candidate->steps, 0);
    rows[n++] = px_feature4(bits, 5, word, place, tags, 0);
    rows[n++] = px_feature4(bits, 6, word, place, relations, 0);
    rows[n++] = px_feature4(bits, 7, word, top, edge, place);
    rows[n++] = px_feature4(bits, 8, marks->kinds[mark], pair, place, top);
    rows[n++] = px_feature4(bits, 9, marks->kinds[mark], same, pair, 0);
    rows[n++] = px_feature4(bits, 10, word, candidate->steps, relation, place);
    rows[n++] = px_feature4(bits, 11, word, c->tag, top, edge);
    rows[n++] = px_feature4(bits, 12, word, relation, relations, place);
    rows[n++] = px_feature4(bits, 13, marks->kinds[mark], place, relation, top);
    rows[n++] = px_feature4(bits, 14, word, c->word, place, 0);
    return n;
}

void px_marks_attach(const struct px_weights *weights, struct px_marks *marks)
{
    for (uint32_t i = 0; i < marks->count; i++) {
        struct px_mark_candidate candidates[PX_MARK_CANDIDATES];
        uint32_t best = PX_NONE;
        uint16_t most = 0;
        size_t count = marks->kinds[i] == PX_MARK_NONE ? 0 : px_mark_find(marks, i, candidates);
        for (size_t j = 0; j < count; j++) {
            uint32_t rows[PX_MARK_ROWS];
            size_t n = px_mark_rows(marks, i, &candidates[j], weights->bits, rows);
            uint16_t sum = px_weights_add_one(weights, rows, n);
            if (best == PX_NONE || sum > most) {
                best = candidates[j].node;
                most = sum;
            }
        }
        if (best != PX_NONE)
            marks->heads[i] = best;
    }
}
