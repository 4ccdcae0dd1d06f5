#include "annotate/stance_words.h"

#include <stdlib.h>

void px_stance_forms_release(struct px_stance_forms *forms)
{
    free(forms->items);
    *forms = (struct px_stance_forms){0};
}

static bool reserve(struct px_stance_forms *forms, size_t count)
{
    if (count <= forms->capacity)
        return true;
    size_t capacity = 2 * count;
    struct px_stance_form *items = realloc(forms->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    memset(items + forms->capacity, 0, (capacity - forms->capacity) * sizeof *items);
    forms->items = items;
    forms->capacity = capacity;
    return true;
}

static const struct px_stance_form *find_form(struct px_stance_forms *forms, const struct px_vocabulary *vocabulary,
                                              const struct px_token *token)
{
    struct px_stance_form *it = &forms->items[token->form];
    if (!it->known) {
        const struct px_form *form = px_vocabulary_form(vocabulary, token->form);
        *it = (struct px_stance_form){
            .fold = px_stance_text(form->fold_text),
            .stem = px_stance_text(px_vocabulary_stem_text(vocabulary, form->stem)),
            .content = token->kind == PX_TOKEN_WORD && !form->stop,
            .known = true,
        };
    }
    return it;
}

static void note_loaded(struct px_stance_view *view, const struct px_article *article)
{
    for (size_t t = 0; t < article->tokens.count; t++)
        view->matches[t] = PX_NONE;
    for (uint32_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        for (uint32_t t = 0; px_match_is_loaded(match) && !match->by_model && t < match->token_count; t++)
            view->matches[match->first_token + t] = i;
    }
}

static void note_speakers(struct px_stance_view *view, const struct px_article *article)
{
    const struct px_tokens *tokens = &article->tokens;
    for (size_t t = 0; t < tokens->count; t++)
        view->speakers[t] = PX_NONE;
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        const struct px_spans *spans = &article->attributions.items[i].speaker;
        for (size_t k = 0; k < spans->count; k++)
            for (uint32_t t = px_tokens_reaching(tokens, spans->items[k].start);
                 t < tokens->count && tokens->items[t].start < spans->items[k].end; t++)
                view->speakers[t] = i;
    }
}

bool px_stance_view_init(struct px_stance_view *view, const struct px_stance_scene *scene,
                         struct px_stance_forms *forms)
{
    const struct px_article *article = scene->annotation->article;
    const struct px_vocabulary *vocabulary = scene->annotation->worker->vocabulary;
    struct px_arena *arena = &scene->annotation->worker->scratch;
    size_t count = article->tokens.count;
    *view = (struct px_stance_view){
        .scene = scene,
        .words = px_arena_array(arena, const struct px_stance_form *, count + 1),
        .values = px_arena_array(arena, float, count + 1),
        .matches = px_arena_array(arena, uint32_t, count + 1),
        .speakers = px_arena_array(arena, uint32_t, count + 1),
    };
    if (view->words == NULL || view->values == NULL || view->matches == NULL || view->speakers == NULL ||
        !reserve(forms, px_vocabulary_size(vocabulary)))
        return false;
    for (size_t t = 0; t < count; t++)
        view->words[t] = find_form(forms, vocabulary, &article->tokens.items[t]);
    for (size_t i = 0; i < scene->evaluations.count; i++)
        if (scene->evaluations.items[i].value != 0)
            view->values[scene->evaluations.items[i].first] = scene->evaluations.items[i].value;
    note_loaded(view, article);
    note_speakers(view, article);
    return true;
}
