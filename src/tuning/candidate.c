#include "tuning/candidate.h"

#include "statistics/random.h"
#include "text/utf8.h"

enum { STEM_LETTERS = 4, ENDING_LEAST = 3, ENDING_MOST = 5, BEFORE_ENDING = 3, PHRASE_WORDS = 3 };

bool px_selection_holds(const struct px_selection *selection, size_t passage)
{
    uint32_t group = selection->passages->items.items[passage].group;
    return selection->folds == 0 || px_random_mix(selection->seed, group) % selection->folds != selection->left_out;
}

/* Adds what is new. */
static bool add(struct px_candidates *candidates, const struct px_buffer *text, enum px_candidate_kind kind)
{
    bool added;
    uint32_t id = text->failed ? PX_NONE : px_table_add(&candidates->texts, px_buffer_slice(text), &added);
    if (id == PX_NONE || !added)
        return id != PX_NONE;
    struct px_candidate *candidate = px_vector_push(&candidates->items, &candidates->arena);
    if (candidate == NULL)
        return false;
    candidate->text = px_table_key(&candidates->texts, id);
    candidate->kind = (uint8_t)kind;
    return true;
}

static bool add_stem(struct px_candidates *candidates, struct px_slice stem, struct px_slice word,
                     struct px_buffer *text)
{
    if (px_utf8_count(stem) < STEM_LETTERS || !px_slice_starts(word, stem))
        return true;
    px_buffer_clear(text);
    px_buffer_append(text, stem);
    px_buffer_byte(text, '*');
    return add(candidates, text, PX_CANDIDATE_STEM);
}

static bool add_endings(struct px_candidates *candidates, struct px_slice word, struct px_buffer *text)
{
    size_t letters = px_utf8_count(word);
    size_t at = word.size;
    for (size_t size = 1; size <= ENDING_MOST && size + BEFORE_ENDING <= letters; size++) {
        px_utf8_previous(word, &at);
        if (size < ENDING_LEAST)
            continue;
        px_buffer_clear(text);
        px_buffer_byte(text, '*');
        px_buffer_append(text, px_slice_part(word, at, word.size));
        if (!add(candidates, text, PX_CANDIDATE_ENDING))
            return false;
    }
    return true;
}

static bool add_word(struct px_candidates *candidates, const struct px_vocabulary *vocabulary,
                     const struct px_form *form, struct px_buffer *text)
{
    if (form->stop)
        return true;
    px_buffer_clear(text);
    px_buffer_append(text, form->fold_text);
    return add(candidates, text, PX_CANDIDATE_WORD) &&
           add_stem(candidates, px_vocabulary_stem_text(vocabulary, form->stem), form->fold_text, text) &&
           add_endings(candidates, form->fold_text, text);
}

static const struct px_form *marked_form(const struct px_passage *passage, const struct px_vocabulary *vocabulary,
                                         size_t token)
{
    const struct px_token *t = &passage->article.tokens.items[token];
    const struct px_form *form = px_vocabulary_form(vocabulary, t->form);
    if (!passage->token_marked[token] || !px_token_is_full_word(t))
        return NULL;
    return form->shape == PX_SHAPE_LOWER && px_word_is_plain(form->fold_text) ? form : NULL;
}

/* Runs of two and three marked words from `token` on, that neither begin nor end with a function word alone. */
static bool add_phrases(struct px_candidates *candidates, const struct px_passage *passage,
                        const struct px_vocabulary *vocabulary, size_t token, struct px_buffer *text)
{
    const struct px_tokens *tokens = &passage->article.tokens;
    size_t content = 0;
    px_buffer_clear(text);
    for (size_t i = 0; i < PHRASE_WORDS && token + i < tokens->count; i++) {
        const struct px_form *form = marked_form(passage, vocabulary, token + i);
        if (form == NULL || tokens->items[token + i].sentence != tokens->items[token].sentence)
            break;
        if (i > 0)
            px_buffer_byte(text, ' ');
        px_buffer_append(text, form->fold_text);
        content += !form->stop;
        if (i > 0 && content > 0 && !add(candidates, text, PX_CANDIDATE_PHRASE))
            return false;
    }
    return true;
}

static bool collect(const struct px_selection *selection, const struct px_vocabulary *vocabulary,
                    struct px_candidates *candidates)
{
    struct px_buffer text = {0};
    bool fine = true;
    for (size_t p = 0; fine && p < selection->passages->items.count; p++) {
        const struct px_passage *passage = &selection->passages->items.items[p];
        for (size_t t = 0; fine && px_selection_holds(selection, p) && t < passage->article.tokens.count; t++) {
            const struct px_form *form = marked_form(passage, vocabulary, t);
            if (form != NULL)
                fine = add_word(candidates, vocabulary, form, &text) &&
                       add_phrases(candidates, passage, vocabulary, t, &text);
        }
    }
    px_buffer_release(&text);
    return fine;
}

/* Each candidate as an entry of a category of its own, so that none hides another of its kind. */
static enum px_status build_lexicon(struct px_candidates *candidates, size_t which, struct px_error *error)
{
    struct px_buffer file = {0};
    px_buffer_string(&file, "entry\tcategory\n");
    for (size_t i = 0; i < candidates->items.count; i++) {
        const struct px_candidate *candidate = &candidates->items.items[i];
        if ((candidate->kind == PX_CANDIDATE_PHRASE) == (which == 1))
            px_buffer_printf(&file, "%.*s\t%zu\n", PX_SLICE_ARG(candidate->text), i);
    }
    enum px_status status =
        file.failed ? px_no_memory(error)
                    : px_lexicon_read(px_buffer_slice(&file), "candidates", &candidates->lexicons[which], error);
    px_buffer_release(&file);
    return status;
}

uint32_t px_candidate_of(const struct px_candidates *candidates, size_t which, uint32_t entry)
{
    double number = 0;
    px_slice_number(candidates->lexicons[which].entries.items[entry].category, &number);
    return (uint32_t)number;
}

static void count_hit(const struct px_passage *passage, const struct px_vocabulary *vocabulary,
                      const struct px_sighting *sighting, struct px_candidate *candidate)
{
    const struct px_token *token = &passage->article.tokens.items[sighting->first_token];
    const struct px_form *form = px_vocabulary_form(vocabulary, token->form);
    struct px_slice topic = passage->source == NULL ? PX_SLICE("") : passage->source->topic;
    candidate->hits++;
    candidate->capitals += form->shape != PX_SHAPE_LOWER && (token->flags & PX_TOKEN_SENTENCE_START) == 0;
    if (!sighting->right)
        return;
    candidate->texts += candidate->last_text != sighting->passage + 1;
    candidate->last_text = sighting->passage + 1;
    if (candidate->right++ == 0) {
        candidate->group = passage->group;
        candidate->topic = topic;
    }
    candidate->several_groups = candidate->several_groups || candidate->group != passage->group;
    candidate->several_topics =
        candidate->several_topics || topic.size == 0 || !px_slice_equal(candidate->topic, topic);
}

static void count(const struct px_selection *selection, const struct px_vocabulary *vocabulary,
                  struct px_candidates *candidates, size_t which)
{
    const struct px_reading *reading = &candidates->readings[which];
    for (size_t i = 0; i < reading->sightings.count; i++) {
        const struct px_sighting *sighting = &reading->sightings.items[i];
        if (sighting->chosen && px_selection_holds(selection, sighting->passage))
            count_hit(&selection->passages->items.items[sighting->passage], vocabulary, sighting,
                      &candidates->items.items[px_candidate_of(candidates, which, sighting->entry)]);
    }
}

enum px_status px_candidates_from_gold(const struct px_selection *selection, const struct px_tuning_tools *tools,
                                       struct px_candidates *candidates, struct px_error *error)
{
    *candidates = (struct px_candidates){0};
    enum px_status status = collect(selection, tools->worker->vocabulary, candidates) ? PX_OK : px_no_memory(error);
    for (size_t which = 0; status == PX_OK && which < 2; which++) {
        status = build_lexicon(candidates, which, error);
        if (status == PX_OK)
            status = px_reading_new(&candidates->lexicons[which], tools, selection->passages,
                                    &candidates->readings[which], error);
        if (status == PX_OK)
            count(selection, tools->worker->vocabulary, candidates, which);
    }
    if (status != PX_OK)
        px_candidates_release(candidates);
    return status;
}

void px_candidates_release(struct px_candidates *candidates)
{
    for (size_t which = 0; which < 2; which++) {
        px_reading_release(&candidates->readings[which]);
        px_lexicon_release(&candidates->lexicons[which]);
    }
    px_table_release(&candidates->texts);
    px_arena_release(&candidates->arena);
    *candidates = (struct px_candidates){0};
}

bool px_candidate_holds(const struct px_candidate *candidate, uint32_t least)
{
    if (candidate->texts < least || 2 * candidate->capitals > candidate->hits)
        return false;
    return least < 2 || (candidate->several_groups && candidate->several_topics);
}
