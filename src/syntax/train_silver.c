/* Automatic parses made alike the treebanks: relations of Universal Dependencies 1 become those of version 2, names run
 * from their first word, conjunctions and commas hang on the conjunct behind them, and each word gets the UPOS that the
 * treebanks give such words. What is in doubt stays as it is: silver only begins what gold ends. */
#include "syntax/train_inside.h"

/* Names that changed without their arcs. */
static const struct {
    struct px_slice old, new;
} renamed[] = {
    {PX_SLICE_STATIC("dobj"), PX_SLICE_STATIC("obj")},
    {PX_SLICE_STATIC("nsubjpass"), PX_SLICE_STATIC("nsubj:pass")},
    {PX_SLICE_STATIC("csubjpass"), PX_SLICE_STATIC("csubj:pass")},
    {PX_SLICE_STATIC("auxpass"), PX_SLICE_STATIC("aux:pass")},
    {PX_SLICE_STATIC("neg"), PX_SLICE_STATIC("advmod")},
    {PX_SLICE_STATIC("mwe"), PX_SLICE_STATIC("fixed")},
    {PX_SLICE_STATIC("nmod:npmod"), PX_SLICE_STATIC("nmod:unmarked")},
    {PX_SLICE_STATIC("nmod:tmod"), PX_SLICE_STATIC("nmod:unmarked")},
};

/* Has the word a tag of verbs, adjectives or adverbs? */
static bool is_predicate(const struct px_sample *sample, uint32_t word)
{
    char first = word < sample->count && sample->xpos[word].size > 0 ? sample->xpos[word].data[0] : 0;
    return first == 'V' || first == 'J' || first == 'R';
}

static void rename_relations(struct px_sample *sample, struct px_slice *relations, struct px_slice *xpos)
{
    for (uint32_t i = 0; i < sample->count; i++) {
        for (size_t j = 0; j < sizeof renamed / sizeof *renamed; j++)
            if (px_slice_equal(relations[i], renamed[j].old))
                relations[i] = renamed[j].new;
        bool oblique = is_predicate(sample, sample->heads[i]);
        if (oblique && px_slice_is(relations[i], "nmod"))
            relations[i] = PX_SLICE("obl");
        if (oblique && px_slice_is(relations[i], "nmod:unmarked"))
            relations[i] = PX_SLICE("obl:unmarked");
        if (px_slice_is(xpos[i], "TO") && px_slice_is(relations[i], "case"))
            xpos[i] = PX_SLICE("IN");
    }
}

static uint32_t left_edge(const struct px_sample *sample, uint32_t word)
{
    uint32_t edge = word;
    for (uint32_t i = 0; i < word; i++) {
        uint32_t at = i;
        for (uint32_t steps = 0; at < sample->count && at != word && steps < sample->count; steps++)
            at = sample->heads[at];
        if (at == word)
            return i < edge ? i : edge;
    }
    return edge;
}

/* Hangs conjunctions, and the commas right before them or a conjunct, on the next conjunct. */
static void move_coordination(struct px_sample *sample, const struct px_slice *relations)
{
    for (uint32_t i = sample->count; i-- > 0;) {
        bool conjunction = px_slice_is(relations[i], "cc");
        bool comma = px_slice_is(relations[i], "punct") && px_slice_is(sample->xpos[i], ",");
        uint32_t head = sample->heads[i];
        if ((!conjunction && !comma) || head >= i)
            continue;
        uint32_t j = i + 1;
        while (j < sample->count && !(sample->heads[j] == head && px_slice_is(relations[j], "conj")))
            j++;
        if (j < sample->count && (conjunction || left_edge(sample, j) == i + 1))
            sample->heads[i] = j;
    }
}

/* Turns a person's name, words [first, last], around: the first word is its head. */
static void turn_name(struct px_sample *sample, struct px_slice *relations, uint32_t first, uint32_t last)
{
    sample->heads[first] = sample->heads[last];
    relations[first] = relations[last];
    for (uint32_t i = 0; i < sample->count; i++)
        if (sample->heads[i] == last && i != first)
            sample->heads[i] = first;
    for (uint32_t i = first + 1; i <= last; i++) {
        sample->heads[i] = first;
        relations[i] = PX_SLICE("flat");
    }
}

static void turn_names(struct px_sample *sample, struct px_slice *relations)
{
    for (uint32_t last = sample->count; last-- > 1;) {
        uint32_t first = last;
        while (first > 0 && sample->person[first - 1] && sample->person[last] && sample->heads[first - 1] == last &&
               px_slice_is(relations[first - 1], "compound"))
            first--;
        if (first < last)
            turn_name(sample, relations, first, last);
    }
}

/* How often the treebanks give a key a UPOS, and the one they give most. */
struct upos_table {
    struct px_table keys;
    struct px_table pairs; /* key and UPOS */
    struct px_arena arena;
    PX_VECTOR(uint32_t) counts;
    PX_VECTOR(struct px_slice) best;
    PX_VECTOR(uint32_t) most;
    struct px_buffer buffer;
};

/* Three keys for a word, the narrow one first: tag, relation and form; tag and relation; tag. */
static struct px_slice key_of(struct upos_table *table, const struct px_sample *sample, uint32_t i, int kind)
{
    px_buffer_clear(&table->buffer);
    px_buffer_append(&table->buffer, sample->xpos[i]);
    px_buffer_byte(&table->buffer, '\t');
    if (kind < 2)
        px_buffer_append(&table->buffer, sample->relation_names[i]);
    px_buffer_byte(&table->buffer, '\t');
    if (kind < 1)
        px_buffer_printf(&table->buffer, "%u", sample->words[i]->word);
    return px_buffer_slice(&table->buffer);
}

static bool count_upos(struct upos_table *table, struct px_slice key, struct px_slice upos)
{
    uint32_t id = px_table_add(&table->keys, key, NULL);
    if (id == PX_NONE || (id == table->best.count && (px_vector_push(&table->best, &table->arena) == NULL ||
                                                      px_vector_push(&table->most, &table->arena) == NULL)))
        return false;
    px_buffer_clear(&table->buffer);
    px_buffer_printf(&table->buffer, "%u %.*s", id, PX_SLICE_ARG(upos));
    uint32_t pair = px_table_add(&table->pairs, px_buffer_slice(&table->buffer), NULL);
    if (pair == PX_NONE || (pair == table->counts.count && px_vector_push(&table->counts, &table->arena) == NULL))
        return false;
    if (++table->counts.items[pair] > table->most.items[id]) {
        table->most.items[id] = table->counts.items[pair];
        table->best.items[id] = upos;
    }
    return true;
}

static bool count_gold(struct upos_table *table, const struct px_corpus *gold)
{
    for (size_t i = 0; i < gold->samples.count; i++) {
        const struct px_sample *sample = &gold->samples.items[i];
        for (uint32_t j = 0; j < sample->count; j++)
            for (int kind = 0; kind < 3; kind++)
                if (!count_upos(table, key_of(table, sample, j, kind), sample->upos[j]))
                    return false;
    }
    return true;
}

static void give_upos(struct upos_table *table, struct px_sample *sample, struct px_slice *upos)
{
    for (uint32_t i = 0; i < sample->count; i++) {
        uint32_t id = PX_NONE;
        for (int kind = 0; kind < 3 && id == PX_NONE; kind++)
            id = px_table_find(&table->keys, key_of(table, sample, i, kind));
        if (id != PX_NONE)
            upos[i] = table->best.items[id];
    }
}

enum px_status px_train_refine_silver(const struct px_corpus *gold, struct px_corpus *silver, struct px_error *error)
{
    struct upos_table table = {0};
    bool done = silver->samples.count == 0 || count_gold(&table, gold);
    for (size_t i = 0; done && i < silver->samples.count; i++) {
        struct px_sample *sample = &silver->samples.items[i];
        rename_relations(sample, sample->relation_names, sample->xpos);
        turn_names(sample, sample->relation_names);
        move_coordination(sample, sample->relation_names);
        give_upos(&table, sample, sample->upos);
    }
    done = done && !table.buffer.failed;
    px_table_release(&table.keys);
    px_table_release(&table.pairs);
    px_arena_release(&table.arena);
    px_buffer_release(&table.buffer);
    return done ? PX_OK : px_no_memory(error);
}
