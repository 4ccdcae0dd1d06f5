#include "tuning/gram.h"

struct counter {
    const struct px_reading *reading;
    const struct px_vocabulary *vocabulary;
    const struct px_passages *passages;
    const struct px_suggest_options *options;
    struct px_grams *grams;
    struct px_buffer text;
};

/* The seed's sentences but for its own words are the focus; gold's is what is marked; the first corpus is all of it. */
static void mark_focus(struct counter *c, size_t index)
{
    const struct px_passage *passage = &c->passages->items.items[index];
    const struct px_tokens *tokens = &passage->article.tokens;
    uint8_t *focus = c->grams->in_focus[index];
    for (size_t t = 0; c->options->focus == PX_SUGGEST_GOLD && t < tokens->count; t++)
        focus[t] = passage->token_marked[t];
    if (c->options->focus == PX_SUGGEST_CORPORA)
        memset(focus, index < c->options->second, tokens->count);
    for (size_t i = c->reading->first[index]; i < c->reading->first[index + 1]; i++) {
        const struct px_sighting *sighting = &c->reading->sightings.items[i];
        const struct px_token *first = &tokens->items[sighting->first_token];
        const struct px_entry *entry = &c->reading->lexicon->entries.items[sighting->entry];
        memset(c->grams->covered[index] + sighting->first_token, 1, sighting->token_count);
        if (c->options->focus != PX_SUGGEST_CATEGORY || !px_category_within(entry->category, c->options->like))
            continue;
        const struct px_sentence *sentence = &passage->article.sentences.items[first->sentence];
        memset(focus + sentence->first_token, 1, sentence->token_count);
    }
}

static bool mark_all(struct counter *c)
{
    size_t count = c->passages->items.count;
    struct px_grams *grams = c->grams;
    grams->in_focus = px_arena_array(&grams->arena, uint8_t *, count + 1);
    grams->covered = px_arena_array(&grams->arena, uint8_t *, count + 1);
    if (grams->in_focus == NULL || grams->covered == NULL)
        return false;
    for (size_t p = 0; p < count; p++) {
        size_t tokens = c->passages->items.items[p].article.tokens.count;
        grams->in_focus[p] = px_arena_array(&grams->arena, uint8_t, tokens + 1);
        grams->covered[p] = px_arena_array(&grams->arena, uint8_t, tokens + 1);
        if (grams->in_focus[p] == NULL || grams->covered[p] == NULL)
            return false;
        mark_focus(c, p);
    }
    return true;
}

/* The form at `token` when it can be part of a run. */
static const struct px_form *usable(const struct counter *c, size_t index, size_t token)
{
    const struct px_token *t = &c->passages->items.items[index].article.tokens.items[token];
    const struct px_form *form = px_vocabulary_form(c->vocabulary, t->form);
    if (!px_token_is_full_word(t) || c->grams->covered[index][token] ||
        (t->voice != PX_VOICE_OWN && t->voice != PX_VOICE_INDIRECT))
        return NULL;
    return px_word_is_plain(form->fold_text) ? form : NULL;
}

static void count_focus(const struct px_passage *passage, uint32_t index, struct px_gram *gram)
{
    struct px_slice topic = passage->source != NULL ? passage->source->topic : passage->article.event;
    if (gram->focus++ == 0) {
        gram->group = passage->group;
        gram->topic = topic;
    }
    if (gram->last_text != index + 1) {
        gram->last_text = index + 1;
        gram->in_last = 0;
        gram->texts++;
    }
    gram->in_last++;
    gram->most_in_one = gram->in_last > gram->most_in_one ? gram->in_last : gram->most_in_one;
    gram->several_groups = gram->several_groups || gram->group != passage->group;
    gram->several_topics = gram->several_topics || topic.size == 0 || !px_slice_equal(gram->topic, topic);
}

static struct px_gram *find_gram(struct counter *c, uint32_t words)
{
    bool added;
    uint32_t id = c->text.failed ? PX_NONE : px_table_add(&c->grams->texts, px_buffer_slice(&c->text), &added);
    if (id == PX_NONE)
        return NULL;
    if (!added)
        return &c->grams->items.items[id];
    struct px_gram *gram = px_vector_push(&c->grams->items, &c->grams->arena);
    if (gram != NULL)
        *gram = (struct px_gram){.text = px_table_key(&c->grams->texts, id), .words = words, .places = PX_NONE};
    return gram;
}

static bool count_gram(struct counter *c, uint32_t index, uint32_t token, uint32_t words, bool in_focus)
{
    const struct px_passage *passage = &c->passages->items.items[index];
    const struct px_token *first = &passage->article.tokens.items[token];
    struct px_gram *gram = find_gram(c, words);
    if (gram == NULL)
        return false;
    bool capital = (first->flags & PX_TOKEN_SENTENCE_START) == 0 &&
                   px_vocabulary_form(c->vocabulary, first->form)->shape != PX_SHAPE_LOWER;
    for (uint32_t t = token + 1; t < token + words; t++)
        capital = capital || px_vocabulary_form(c->vocabulary, first[t - token].form)->shape != PX_SHAPE_LOWER;
    gram->capitals += capital;
    if (!in_focus) {
        gram->rest++;
        return true;
    }
    count_focus(passage, index, gram);
    struct px_gram_place *place = px_vector_push(&c->grams->places, &c->grams->arena);
    if (place == NULL)
        return false;
    *place = (struct px_gram_place){index, token, gram->places};
    gram->places = (uint32_t)(c->grams->places.count - 1);
    return true;
}

/* The runs that begin at `token`. */
static bool count_from(struct counter *c, uint32_t index, uint32_t token)
{
    const struct px_article *article = &c->passages->items.items[index].article;
    bool in_focus = true;
    px_buffer_clear(&c->text);
    for (uint32_t i = 0; i < PX_GRAM_WORDS && token + i < article->tokens.count; i++) {
        const struct px_form *form = usable(c, index, token + i);
        if (form == NULL || article->tokens.items[token + i].sentence != article->tokens.items[token].sentence ||
            (i == 0 && form->stop))
            break;
        in_focus = in_focus && c->grams->in_focus[index][token + i] != 0;
        if (i > 0)
            px_buffer_byte(&c->text, ' ');
        px_buffer_append(&c->text, form->fold_text);
        if (!form->stop && !count_gram(c, index, token, i + 1, in_focus))
            return false;
    }
    return true;
}

enum px_status px_grams_count(const struct px_reading *reading, const struct px_tuning_tools *tools,
                              const struct px_passages *passages, const struct px_suggest_options *options,
                              struct px_grams *grams, struct px_error *error)
{
    struct counter c = {.reading = reading,
                        .vocabulary = tools->worker->vocabulary,
                        .passages = passages,
                        .options = options,
                        .grams = grams};
    *grams = (struct px_grams){0};
    bool fine = mark_all(&c);
    for (uint32_t p = 0; fine && p < passages->items.count; p++) {
        for (uint32_t t = 0; fine && t < passages->items.items[p].article.tokens.count; t++) {
            if (usable(&c, p, t) != NULL) {
                grams->focus += grams->in_focus[p][t] != 0;
                grams->rest += grams->in_focus[p][t] == 0;
            }
            fine = count_from(&c, p, t);
        }
    }
    px_buffer_release(&c.text);
    if (fine)
        return PX_OK;
    px_grams_release(grams);
    return px_no_memory(error);
}

void px_grams_release(struct px_grams *grams)
{
    px_table_release(&grams->texts);
    px_arena_release(&grams->arena);
    *grams = (struct px_grams){0};
}
