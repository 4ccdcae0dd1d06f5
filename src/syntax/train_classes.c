/* Classes of words that stand in alike company: neighbours, heads and dependents.
 *
 * With N(c, f) for how often words of class c stand in context f, the classes are to make
 *
 *     sum over c, f of N(c, f) log N(c, f)  -  sum over c of N(c) log N(c)
 *
 * large: the mutual information of class and context, but for what does not depend on the classes (Brown et al. 1992).
 * Words move, the most frequent first, to the class where the sum grows most, a few times over (the exchange of Kneser
 * and Ney 1993). n log n is taken in whole numbers. */
#include <math.h>
#include <stdlib.h>

#include "syntax/train_inside.h"

enum {
    PASSES = 8,
    WORD_OFTEN = 5,     /* contexts that a word is seen in before it gets a class */
    CONTEXT_OFTEN = 10, /* words that are seen in a context before it counts */
    CLASS_LANES = 256,
    LOG_SCALE = 1024,
    LEFT = 1, /* kinds of context; with heads and dependents goes the arc's relation */
    RIGHT = 2,
    HEAD = 64,
    DEPENDENT = 128
};

/* A word in a context, and how often. */
struct company {
    uint32_t word;
    uint32_t context;
    uint32_t count;
};

struct exchange {
    struct px_arena arena;
    struct px_table contexts;
    PX_VECTOR(struct company) pairs; /* as they are seen; then each once, by word */
    uint32_t words;
    uint32_t *starts; /* by word: its pairs are [starts[w], starts[w + 1]) */
    uint32_t *seen;   /* by word: in how many contexts that count */
    uint8_t *classes; /* by word, + 1 */
    uint32_t class_count;
    int32_t (*table)[CLASS_LANES]; /* by context: N(c, f) */
    int64_t sizes[CLASS_LANES];    /* N(c) */
    int64_t *logs;                 /* n log n */
};

static bool note(struct exchange *x, uint32_t word, uint32_t kind, uint32_t digest)
{
    uint32_t key[2] = {kind, digest};
    uint32_t context = px_table_add(&x->contexts, (struct px_slice){(const char *)key, sizeof key}, NULL);
    struct company *pair = context == PX_NONE ? NULL : px_vector_push(&x->pairs, &x->arena);
    if (pair != NULL)
        *pair = (struct company){word, context, 1};
    return pair != NULL;
}

/* Notes the company of each word of the sentence; `keys` are digests, `ids` words. */
static bool note_sample(struct exchange *x, const struct px_sample *sample, const uint32_t *keys, const uint32_t *ids)
{
    for (uint32_t i = 0; i < sample->count; i++) {
        uint32_t head = sample->heads[i];
        if (!note(x, ids[i], LEFT, i > 0 ? keys[i - 1] : 0) ||
            !note(x, ids[i], RIGHT, i + 1 < sample->count ? keys[i + 1] : 0))
            return false;
        if (head < sample->count && (!note(x, ids[i], HEAD + sample->relations[i], keys[head]) ||
                                     !note(x, ids[head], DEPENDENT + sample->relations[i], keys[i])))
            return false;
    }
    return true;
}

static bool note_corpus(struct exchange *x, const struct px_corpus *corpus, const struct px_forms *forms,
                        const struct px_table *digests)
{
    struct px_arena scratch = {0};
    bool done = true;
    for (size_t i = 0; done && i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        px_arena_clear(&scratch);
        uint32_t *keys = px_arena_array(&scratch, uint32_t, sample->count);
        uint32_t *ids = px_arena_array(&scratch, uint32_t, sample->count);
        done = keys != NULL && ids != NULL;
        for (uint32_t j = 0; done && j < sample->count; j++) {
            keys[j] = forms->facts.items[px_table_find(&forms->table, sample->forms[j])].word;
            ids[j] = px_table_find(digests, (struct px_slice){(const char *)&keys[j], sizeof keys[j]});
        }
        done = done && note_sample(x, sample, keys, ids);
    }
    px_arena_release(&scratch);
    return done;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct company *x = a;
    const struct company *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return (x->context > y->context) - (x->context < y->context);
}

/* Numbers the contexts that are frequent enough, and leaves the pairs of these alone; PX_NONE when memory is out. */
static uint32_t drop_rare_contexts(struct exchange *x)
{
    size_t contexts = x->contexts.keys.count;
    uint32_t *counts = px_arena_array(&x->arena, uint32_t, contexts);
    uint32_t *numbers = px_arena_array(&x->arena, uint32_t, contexts);
    uint32_t often = 0;
    size_t kept = 0;
    if (counts == NULL || numbers == NULL)
        return PX_NONE;
    for (size_t i = 0; i < x->pairs.count; i++)
        counts[x->pairs.items[i].context]++;
    for (size_t i = 0; i < contexts; i++)
        numbers[i] = counts[i] < CONTEXT_OFTEN ? PX_NONE : often++;
    for (size_t i = 0; i < x->pairs.count; i++) {
        struct company pair = x->pairs.items[i];
        pair.context = numbers[pair.context];
        if (pair.context == PX_NONE)
            continue;
        x->seen[pair.word]++;
        x->pairs.items[kept++] = pair;
    }
    x->pairs.count = kept;
    return often;
}

/* Puts the pairs in order and adds up equal ones. */
static void merge_pairs(struct exchange *x)
{
    size_t kept = 0;
    struct company *pairs = x->pairs.items;
    if (x->pairs.count > 0)
        qsort(pairs, x->pairs.count, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < x->pairs.count; i++) {
        if (kept > 0 && compare_pairs(&pairs[kept - 1], &pairs[i]) == 0)
            pairs[kept - 1].count++;
        else
            pairs[kept++] = pairs[i];
    }
    x->pairs.count = kept;
    for (size_t i = 0; i < kept; i++)
        x->starts[pairs[i].word + 1] = (uint32_t)i + 1;
    for (uint32_t i = 0; i < x->words; i++)
        if (x->starts[i + 1] < x->starts[i])
            x->starts[i + 1] = x->starts[i];
}

/* Takes the tables and fills all but N. */
static bool tabulate(struct exchange *x)
{
    x->starts = px_arena_array(&x->arena, uint32_t, (size_t)x->words + 1);
    x->seen = px_arena_array(&x->arena, uint32_t, x->words);
    if (x->starts == NULL || x->seen == NULL)
        return false;
    uint32_t contexts = drop_rare_contexts(x);
    size_t most = x->pairs.count;
    merge_pairs(x);
    x->logs = px_arena_array(&x->arena, int64_t, most + 1);
    x->table = contexts == PX_NONE ? NULL : calloc((size_t)contexts + 1, sizeof *x->table);
    if (x->logs == NULL || x->table == NULL)
        return false;
    for (size_t n = 1; n <= most; n++)
        x->logs[n] = llround((double)n * log2((double)n) * LOG_SCALE);
    return true;
}

/* Puts the word into the class (sign 1) or takes it out (-1). */
static void move(struct exchange *x, uint32_t word, uint32_t class, int32_t sign)
{
    for (uint32_t i = x->starts[word]; i < x->starts[word + 1]; i++) {
        int32_t count = (int32_t)x->pairs.items[i].count * sign;
        x->table[x->pairs.items[i].context][class] += count;
        x->sizes[class] += count;
    }
}

/* The class where a word that is in none adds most to the sum. */
static uint32_t best_class(const struct exchange *x, uint32_t word)
{
    int64_t gains[CLASS_LANES] = {0};
    int64_t all = 0;
    for (uint32_t i = x->starts[word]; i < x->starts[word + 1]; i++) {
        const int32_t *row = x->table[x->pairs.items[i].context];
        uint32_t count = x->pairs.items[i].count;
        all += count;
        for (uint32_t c = 0; c < x->class_count; c++)
            gains[c] += x->logs[row[c] + (int32_t)count] - x->logs[row[c]];
    }
    uint32_t best = 0;
    for (uint32_t c = 0; c < x->class_count; c++) {
        gains[c] -= x->logs[x->sizes[c] + all] - x->logs[x->sizes[c]];
        if (gains[c] > gains[best])
            best = c;
    }
    return best;
}

struct ranked {
    uint32_t word;
    uint32_t seen;
};

static int compare_ranks(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    if (x->seen != y->seen)
        return x->seen > y->seen ? -1 : 1;
    return (x->word > y->word) - (x->word < y->word);
}

/* The most frequent words begin a class each, the others join them; then all may move. */
static bool exchange(struct exchange *x)
{
    uint32_t count = 0;
    struct ranked *order = px_arena_array(&x->arena, struct ranked, x->words);
    if (order == NULL)
        return false;
    for (uint32_t i = 0; i < x->words; i++)
        if (x->seen[i] >= WORD_OFTEN)
            order[count++] = (struct ranked){i, x->seen[i]};
    qsort(order, count, sizeof *order, compare_ranks);
    for (uint32_t pass = 0; pass <= PASSES; pass++)
        for (uint32_t i = 0; i < count; i++) {
            uint32_t word = order[i].word;
            if (pass > 0)
                move(x, word, x->classes[word] - 1u, -1);
            uint32_t class = pass == 0 && i < x->class_count ? i : best_class(x, word);
            move(x, word, class, 1);
            x->classes[word] = (uint8_t)(class + 1);
        }
    return true;
}

enum px_status px_train_classes(const struct px_train_text *text, uint32_t class_count, uint8_t *classes,
                                struct px_error *error)
{
    struct exchange x = {.words = (uint32_t)text->digests->keys.count, .class_count = class_count};
    bool done = true;
    x.classes = classes;
    for (size_t i = 0; done && i < text->count; i++)
        done = note_corpus(&x, text->corpora[i], text->forms, text->digests);
    done = done && tabulate(&x) && exchange(&x);
    free(x.table);
    px_table_release(&x.contexts);
    px_arena_release(&x.arena);
    return done ? PX_OK : px_no_memory(error);
}
