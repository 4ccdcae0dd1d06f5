/* What two stories share: the words and names that weigh most in both. */
#include "corpus/inside.h"

enum { MOST_SHARED = 512 };

struct shared {
    struct px_slice text, fold;
    bool name;
    uint64_t weight;
};

/* Which of the two stories' spellings is shown: the one in lower case, else the first in byte order. */
static const struct px_form *spelling(const struct px_pairing *pairing, uint32_t a, uint32_t b)
{
    const struct px_form *x = px_vocabulary_form(pairing->worker.vocabulary, a & ~PX_STORY_NAME);
    const struct px_form *y = px_vocabulary_form(pairing->worker.vocabulary, b & ~PX_STORY_NAME);
    bool lower_x = x->shape == PX_SHAPE_LOWER, lower_y = y->shape == PX_SHAPE_LOWER;
    if (lower_x != lower_y)
        return lower_x ? x : y;
    return px_slice_compare(x->text, y->text) <= 0 ? x : y;
}

static size_t collect(const struct px_pairing *pairing, const struct px_pair *pair, struct shared *shared)
{
    const struct px_story *a = &pairing->stories.items[pair->a], *b = &pairing->stories.items[pair->b];
    size_t count = 0;
    for (size_t i = 0; i < a->term_count; i++) {
        uint32_t stem = pairing->stem_of[a->forms[i] & ~PX_STORY_NAME];
        for (size_t j = 0; j < b->term_count && count < MOST_SHARED; j++) {
            if (pairing->stem_of[b->forms[j] & ~PX_STORY_NAME] != stem)
                continue;
            const struct px_form *form = spelling(pairing, a->forms[i], b->forms[j]);
            bool name = (a->forms[i] & b->forms[j] & PX_STORY_NAME) != 0;
            shared[count++] = (struct shared){form->text, form->fold_text, name, (uint64_t)a->values[i] * b->values[j]};
            break;
        }
    }
    return count;
}

/* Is `word` among the words of `name`? Both are folded. */
static bool holds(struct px_slice name, struct px_slice word)
{
    for (size_t at = 0; (at = px_slice_find(name, word, at)) != SIZE_MAX; at++) {
        bool begins = at == 0 || name.data[at - 1] == ' ';
        bool ends = at + word.size == name.size || name.data[at + word.size] == ' ';
        if (begins && ends)
            return true;
    }
    return false;
}

/* A name weighs what it and its words do, so that it stands before them. */
static void weigh_names(struct shared *shared, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; shared[i].name && j < count; j++)
            if (!shared[j].name && holds(shared[i].fold, shared[j].fold))
                shared[i].weight += shared[j].weight;
}

static bool is_before(const struct shared *a, const struct shared *b)
{
    if (a->weight != b->weight)
        return a->weight > b->weight;
    return px_slice_compare(a->text, b->text) < 0;
}

size_t px_pairing_reasons(const struct px_pairing *pairing, const struct px_pair *pair,
                          struct px_slice reasons[PX_PAIR_REASONS])
{
    struct shared shared[MOST_SHARED];
    size_t count = collect(pairing, pair, shared), given = 0;
    struct px_slice folds[PX_PAIR_REASONS];
    weigh_names(shared, count);
    while (given < PX_PAIR_REASONS) {
        size_t best = count;
        for (size_t i = 0; i < count; i++)
            if (shared[i].weight > 0 && (best == count || is_before(&shared[i], &shared[best])))
                best = i;
        if (best == count)
            break;
        bool said = false;
        for (size_t g = 0; g < given; g++)
            said = said || holds(folds[g], shared[best].fold) || holds(shared[best].fold, folds[g]);
        if (!said) {
            folds[given] = shared[best].fold;
            reasons[given++] = shared[best].text;
        }
        shared[best].weight = 0;
    }
    return given;
}
