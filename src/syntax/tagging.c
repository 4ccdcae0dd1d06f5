#include "syntax/tagging.h"

const struct px_form_facts px_form_edge = {.exact = 3, .word = 3, .shape = 3, .suffix = {3, 3, 3, 3, 3}, .known = 3};

size_t px_tag_word_rows(const struct px_form_facts *word, enum px_tag_role role, const struct px_weights *weights,
                        uint32_t *rows)
{
    uint64_t features[PX_TAG_ROWS];
    size_t n = 0;
    uint64_t base = 100 + 20 * (uint64_t)role;
    features[n++] = px_feature(base, word->word, 0, 0, 0);
    features[n++] = px_feature(base + 1, word->suffix[2], 0, 0, 0);
    features[n++] = px_feature(base + 2, word->shape, 0, 0, 0);
    features[n++] = px_feature(base + 3, word->known, 0, 0, 0);
    features[n++] = px_feature(base + 4, word->suffix[1], 0, 0, 0);
    features[n++] = px_feature(base + 5, word->class, 0, 0, 0);
    if (role != PX_TAG_SELF)
        goto done;
    features[n++] = px_feature(base + 6, word->exact, 0, 0, 0);
    features[n++] = px_feature(base + 7, word->suffix[0], 0, 0, 0);
    features[n++] = px_feature(base + 8, word->suffix[3], 0, 0, 0);
    features[n++] = px_feature(base + 9, word->suffix[4], 0, 0, 0);
    for (size_t i = 0; i < PX_PREFIXES; i++)
        features[n++] = px_feature(base + 10 + i, word->prefix[i], 0, 0, 0);
    features[n++] = px_feature(base + 13, word->known, word->shape, 0, 0);
    features[n++] = px_feature(base + 14, word->suffix[2], word->shape, 0, 0);
    features[n++] = px_feature(base + 15, word->suffix[1], word->capital, word->known == 0, 0);
    features[n++] = px_feature(base + 16, word->known == 0, word->shape, 0, 0);
done:
    px_feature_rows(weights, features, n, rows);
    return n;
}

/* Where nothing but neighbours and their tags is asked. */
static size_t neighbour_rows(const struct px_tag_place *place, uint64_t *restrict features)
{
    const struct px_form_facts *const *w = place->words;
    uint32_t t1 = place->previous;
    uint32_t t2 = place->before_previous;
    size_t n = 0;
    features[n++] = px_feature(1, t1, 0, 0, 0);
    features[n++] = px_feature(2, t1, t2, 0, 0);
    features[n++] = px_feature(3, t1, w[1]->known, 0, 0);
    features[n++] = px_feature(4, w[-2]->word, 0, 0, 0);
    features[n++] = px_feature(5, w[2]->word, 0, 0, 0);
    features[n++] = px_feature(6, w[1]->known, w[2]->known, 0, 0);
    features[n++] = px_feature(7, w[2]->known, 0, 0, 0);
    features[n++] = px_feature(8, w[-1]->word, w[1]->word, 0, 0);
    features[n++] = px_feature(9, t2, w[-1]->word, 0, 0);
    features[n++] = px_feature(10, t1, w[1]->word, 0, 0);
    return n;
}

size_t px_tag_place_rows(const struct px_tag_place *place, const struct px_weights *weights, uint32_t *rows)
{
    const struct px_form_facts *const *w = place->words;
    uint32_t t1 = place->previous;
    uint32_t t2 = place->before_previous;
    uint64_t features[PX_TAG_ROWS];
    size_t n = neighbour_rows(place, features);
    features[n++] = px_feature(11, t1, w[0]->word, 0, 0);
    features[n++] = px_feature(12, t1, t2, w[0]->known, 0);
    features[n++] = px_feature(13, t1, w[0]->known, w[1]->known, 0);
    features[n++] = px_feature(14, w[-1]->word, w[0]->word, 0, 0);
    features[n++] = px_feature(15, w[0]->word, w[1]->word, 0, 0);
    features[n++] = px_feature(16, w[0]->word, w[1]->known, 0, 0);
    features[n++] = px_feature(17, t1, w[0]->suffix[2], 0, 0);
    features[n++] = px_feature(18, w[0]->known, w[1]->known, w[2]->known, 0);
    features[n++] = px_feature(19, w[0]->known, w[1]->word, 0, 0);
    features[n++] = px_feature(20, w[0]->known, w[-1]->word, 0, 0);
    features[n++] = px_feature(21, w[0]->shape, place->first, place->capitals, w[0]->known == 0);
    features[n++] = px_feature(22, w[0]->word, place->first, 0, 0);
    features[n++] = px_feature(23, w[0]->known, place->last, 0, 0);
    features[n++] = px_feature(24, w[0]->capital, w[-1]->capital, w[1]->capital, w[0]->known);
    features[n++] = px_feature(26, t1, t2, w[0]->word, 0);
    features[n++] = px_feature(28, t1, w[0]->class, 0, 0);
    features[n++] = px_feature(29, w[-1]->class, w[0]->class, w[1]->class, 0);
    features[n++] = px_feature(27, w[0]->suffix[1], w[1]->known, t1, 0);
    px_feature_rows(weights, features, n, rows);
    return n;
}

bool px_tag_learn_word(const struct px_weights *weights, struct px_arena *arena, struct px_form_facts *word)
{
    uint32_t rows[PX_TAG_ROWS];
    word->scores = px_arena_array(arena, uint16_t, (size_t)PX_TAG_ROLES * PX_TAG_CLASSES);
    for (uint32_t role = 0; word->scores != NULL && role < PX_TAG_ROLES; role++) {
        size_t count = px_tag_word_rows(word, (enum px_tag_role)role, weights, rows);
        px_weights_add_tags(weights, rows, count, word->scores + (size_t)role * PX_TAG_CLASSES);
    }
    return word->scores != NULL;
}

void px_tag_begin(struct px_tag_place *place, const struct px_form_facts *const *words, size_t count)
{
    *place = (struct px_tag_place){
        .words = words, .previous = PX_TAG_EDGE, .before_previous = PX_TAG_EDGE, .first = true, .capitals = true};
    for (size_t i = 0; i < count; i++)
        place->capitals = place->capitals && !words[i]->small;
    place->last = count > 0 ? words[count - 1]->word : 0;
}

static void add_scores(const struct px_form_facts *word, enum px_tag_role role, uint16_t *sums)
{
    if (word->scores == NULL)
        return;
    const uint16_t *scores = word->scores + (size_t)role * PX_TAG_CLASSES;
    for (size_t i = 0; i < PX_TAG_CLASSES; i++)
        sums[i] = (uint16_t)(sums[i] + scores[i]);
}

/* Does the lexicon know the word, and of open classes alone? */
static bool is_open(const struct px_tag_set *set, const struct px_form_facts *word)
{
    uint32_t first = word->known & 0xFF, second = word->known >> 8;
    return first > 0 && !set->closed[first - 1] && (second == 0 || !set->closed[second - 1]);
}

/* The best of the tags that the word may have. */
static uint32_t choose(const struct px_tag_set *set, const struct px_form_facts *word, const uint16_t *sums)
{
    uint32_t best = PX_NONE, best_open = PX_NONE;
    for (uint32_t tag = 0; tag < set->count; tag++) {
        if (best == PX_NONE || sums[tag] > sums[best])
            best = tag;
        if (!set->closed[tag] && (best_open == PX_NONE || sums[tag] > sums[best_open]))
            best_open = tag;
    }
    return best_open != PX_NONE && is_open(set, word) ? best_open : best;
}

void px_tag_words(const struct px_weights *weights, const struct px_tag_set *set,
                  const struct px_form_facts *const *words, size_t count, uint8_t *tags)
{
    struct px_tag_place place;
    px_tag_begin(&place, words, count);
    for (size_t i = 0; i < count; i++) {
        uint16_t sums[PX_TAG_CLASSES] = {0};
        uint32_t rows[PX_TAG_ROWS];
        size_t n = px_tag_place_rows(&place, weights, rows);
        px_weights_add_tags(weights, rows, n, sums);
        add_scores(words[i], PX_TAG_SELF, sums);
        add_scores(words[i + 1], PX_TAG_NEXT, sums);
        if (i > 0)
            add_scores(words[i - 1], PX_TAG_PREVIOUS, sums);
        uint32_t best = choose(set, words[i], sums);
        tags[i] = (uint8_t)best;
        px_tag_advance(&place, best);
    }
}
