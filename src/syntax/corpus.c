#include "syntax/corpus.h"

enum { RARE_TAG = 3, RARE_RELATION = 5, KEY_SIZE = 64 };

/* Does every way up end at the root, and is there one root? */
static bool is_tree(const uint32_t *heads, uint32_t count)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        uint32_t steps = 0;
        roots += heads[i] == count;
        while (at < count && steps <= count) {
            at = heads[at];
            steps++;
        }
        if (at != count)
            return false;
    }
    return roots == 1;
}

static struct px_slice *copy_column(struct px_corpus *corpus, const struct px_conllu_sentence *sentence,
                                    enum px_conllu_column column)
{
    size_t count = sentence->words.count;
    struct px_slice *copies = px_arena_array(&corpus->arena, struct px_slice, count);
    for (size_t i = 0; copies != NULL && i < count; i++) {
        copies[i] = px_arena_copy(&corpus->arena, sentence->words.items[i].column[column]);
        if (copies[i].data == NULL)
            return NULL;
    }
    return copies;
}

static bool add_sample(struct px_corpus *corpus, const struct px_conllu_sentence *sentence)
{
    struct px_arena *arena = &corpus->arena;
    size_t count = sentence->words.count;
    struct px_sample sample = {.count = (uint32_t)count,
                               .forms = copy_column(corpus, sentence, PX_CONLLU_FORM),
                               .lemmas = copy_column(corpus, sentence, PX_CONLLU_LEMMA),
                               .upos = copy_column(corpus, sentence, PX_CONLLU_UPOS),
                               .xpos = copy_column(corpus, sentence, PX_CONLLU_XPOS),
                               .relation_names = copy_column(corpus, sentence, PX_CONLLU_RELATION),
                               .tags = px_arena_array(arena, uint8_t, count),
                               .relations = px_arena_array(arena, uint8_t, count),
                               .guesses = px_arena_array(arena, uint8_t, count),
                               .guessed_heads = px_arena_array(arena, uint32_t, count),
                               .guessed_relations = px_arena_array(arena, uint8_t, count),
                               .person = px_arena_array(arena, bool, count),
                               .heads = px_arena_array(arena, uint32_t, count)};
    if (sample.forms == NULL || sample.lemmas == NULL || sample.upos == NULL || sample.xpos == NULL ||
        sample.relation_names == NULL || sample.person == NULL || sample.tags == NULL || sample.relations == NULL ||
        sample.guesses == NULL || sample.guessed_heads == NULL || sample.guessed_relations == NULL ||
        sample.heads == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t head = px_conllu_head(sentence, i);
        sample.person[i] =
            px_slice_find(sentence->words.items[i].column[PX_CONLLU_MISC], PX_SLICE("NER=PERSON"), 0) != SIZE_MAX;
        sample.heads[i] = head == 0 ? (uint32_t)count : head == PX_NONE ? (uint32_t)i : head - 1;
    }
    if (count == 0 || !is_tree(sample.heads, (uint32_t)count))
        return true;
    struct px_sample *place = px_vector_push(&corpus->samples, arena);
    if (place == NULL)
        return false;
    *place = sample;
    corpus->words += count;
    return true;
}

enum px_status px_corpus_read(struct px_corpus *corpus, const char *path, struct px_error *error)
{
    struct px_buffer bytes = {0};
    struct px_arena scratch = {0};
    struct px_conllu_sentence sentence;
    enum px_status status = px_conllu_read_file(path, &bytes, error);
    struct px_conllu_reader reader = {.rest = px_buffer_slice(&bytes), .path = path};
    int got = 0;
    while (status == PX_OK && (got = px_conllu_next(&reader, &scratch, &sentence, error)) > 0) {
        if (!add_sample(corpus, &sentence))
            status = px_no_memory(error);
        px_arena_clear(&scratch);
    }
    if (status == PX_OK && got < 0)
        status = (enum px_status)got;
    px_arena_release(&scratch);
    px_buffer_release(&bytes);
    return status;
}

void px_corpus_release(struct px_corpus *corpus)
{
    px_arena_release(&corpus->arena);
    *corpus = (struct px_corpus){0};
}

/* "UPOS<tab>XPOS" in `key`. */
static struct px_slice tag_key(const struct px_sample *sample, size_t i, char key[KEY_SIZE])
{
    struct px_slice parts[] = {sample->upos[i], PX_SLICE("\t"), sample->xpos[i]};
    size_t size = 0;
    for (size_t j = 0; j < 3; j++)
        for (size_t k = 0; k < parts[j].size && size < KEY_SIZE; k++)
            key[size++] = parts[j].data[k];
    return (struct px_slice){key, size};
}

/* Names and how often they stand. */
struct counted {
    struct px_table table;
    struct px_arena arena;
    PX_VECTOR(uint32_t) counts;
};

static bool count_name(struct counted *counted, struct px_slice name)
{
    uint32_t id = px_table_add(&counted->table, name, NULL);
    if (id == counted->counts.count && px_vector_push(&counted->counts, &counted->arena) == NULL)
        return false;
    if (id != PX_NONE)
        counted->counts.items[id]++;
    return id != PX_NONE;
}

/* Moves the names into `table` and their lines into `lines`, by falling count, those seen `least` times alone. */
static bool choose(struct counted *counted, uint32_t least, uint32_t most, struct px_table *table,
                   struct px_buffer *lines)
{
    for (;;) {
        uint32_t best = PX_NONE;
        for (uint32_t i = 0; i < counted->counts.count; i++)
            if (counted->counts.items[i] >= least &&
                (best == PX_NONE || counted->counts.items[i] > counted->counts.items[best]))
                best = i;
        if (best == PX_NONE || table->keys.count == most)
            return !lines->failed;
        struct px_slice name = px_table_key(&counted->table, best);
        counted->counts.items[best] = 0;
        if (px_table_add(table, name, NULL) == PX_NONE)
            return false;
        px_buffer_append(lines, name);
        px_buffer_byte(lines, '\n');
    }
}

enum px_status px_names_choose(struct px_names *names, const struct px_corpus *corpus, struct px_error *error)
{
    struct counted tags = {0};
    struct counted relations = {0};
    char key[KEY_SIZE];
    bool done = true;
    for (size_t i = 0; done && i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        for (size_t j = 0; done && j < sample->count; j++)
            done = count_name(&tags, tag_key(sample, j, key)) && count_name(&relations, sample->relation_names[j]);
    }
    done = done && choose(&tags, RARE_TAG, PX_TAG_CLASSES, &names->tags, &names->tag_lines) &&
           choose(&relations, RARE_RELATION, PX_NO_RELATION, &names->relations, &names->relation_lines);
    px_table_release(&tags.table);
    px_arena_release(&tags.arena);
    px_table_release(&relations.table);
    px_arena_release(&relations.arena);
    return done ? PX_OK : px_no_memory(error);
}

/* The tag with the same XPOS, else the first with the same UPOS, else the first. */
static uint32_t nearest_tag(const struct px_names *names, const struct px_sample *sample, size_t i)
{
    uint32_t second = PX_NONE;
    for (uint32_t tag = 0; tag < names->tags.keys.count; tag++) {
        struct px_slice rest = px_table_key(&names->tags, tag);
        struct px_slice upos;
        px_slice_next(&rest, '\t', &upos);
        if (px_slice_equal(rest, sample->xpos[i]))
            return tag;
        if (second == PX_NONE && px_slice_equal(upos, sample->upos[i]))
            second = tag;
    }
    return second == PX_NONE ? 0 : second;
}

/* The relation of that name, else that of the name without its subtype, else 0. */
static uint32_t nearest_relation(const struct px_names *names, struct px_slice name)
{
    uint32_t relation = px_table_find(&names->relations, name);
    struct px_slice plain;
    if (relation == PX_NONE && px_slice_next(&name, ':', &plain))
        relation = px_table_find(&names->relations, plain);
    return relation == PX_NONE ? 0 : relation;
}

void px_names_apply(const struct px_names *names, struct px_corpus *corpus)
{
    char key[KEY_SIZE];
    for (size_t i = 0; i < corpus->samples.count; i++) {
        struct px_sample *sample = &corpus->samples.items[i];
        for (size_t j = 0; j < sample->count; j++) {
            uint32_t tag = px_table_find(&names->tags, tag_key(sample, j, key));
            sample->tags[j] = (uint8_t)(tag == PX_NONE ? nearest_tag(names, sample, j) : tag);
            sample->relations[j] = (uint8_t)nearest_relation(names, sample->relation_names[j]);
        }
    }
}

bool px_corpus_add_forms(const struct px_corpus *corpus, struct px_forms *forms, const struct px_form_lexicon *lexicon)
{
    for (size_t i = 0; i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        for (size_t j = 0; j < sample->count; j++)
            if (px_forms_add(forms, sample->forms[j], lexicon) == PX_NONE)
                return false;
    }
    return true;
}

bool px_corpus_look_up(struct px_corpus *corpus, struct px_forms *forms)
{
    for (size_t i = 0; i < corpus->samples.count; i++) {
        struct px_sample *sample = &corpus->samples.items[i];
        const struct px_form_facts **words =
            px_arena_array(&corpus->arena, const struct px_form_facts *, (size_t)sample->count + 4);
        if (words == NULL)
            return false;
        for (size_t j = 0; j < (size_t)sample->count + 4; j++)
            words[j] = &px_form_edge;
        for (size_t j = 0; j < sample->count; j++)
            words[j + 2] = &forms->facts.items[px_table_find(&forms->table, sample->forms[j])];
        sample->words = words + 2;
    }
    return true;
}

void px_names_release(struct px_names *names)
{
    px_table_release(&names->tags);
    px_table_release(&names->relations);
    px_buffer_release(&names->tag_lines);
    px_buffer_release(&names->relation_lines);
}
