#include "lexicon/usage.h"

#include <stdlib.h>

enum px_status px_lexicon_usage_new(const struct px_lexicon *lexicon, struct px_lexicon_usage **usage,
                                    struct px_error *error)
{
    *usage = calloc(1, sizeof **usage);
    if (*usage == NULL)
        return px_no_memory(error);
    (*usage)->entry_count = lexicon->entries.count;
    (*usage)->hits = px_arena_array(&(*usage)->arena, size_t, lexicon->entries.count);
    (*usage)->covered = px_arena_array(&(*usage)->arena, size_t, lexicon->entries.count);
    (*usage)->spelled = px_arena_array(&(*usage)->arena, bool, lexicon->entries.count);
    if ((*usage)->hits != NULL && (*usage)->covered != NULL && (*usage)->spelled != NULL)
        return PX_OK;
    px_lexicon_usage_free(*usage);
    *usage = NULL;
    return px_no_memory(error);
}

void px_lexicon_usage_free(struct px_lexicon_usage *usage)
{
    if (usage == NULL)
        return;
    px_table_release(&usage->folds);
    px_arena_release(&usage->arena);
    free(usage);
}

static bool count_word(struct px_lexicon_usage *usage, struct px_slice fold)
{
    bool added;
    uint32_t id = px_table_add(&usage->folds, fold, &added);
    if (id == PX_NONE || (added && px_vector_push(&usage->counts, &usage->arena) == NULL))
        return false;
    usage->counts.items[id]++;
    usage->words++;
    return true;
}

enum px_status px_lexicon_usage_add(struct px_lexicon_usage *usage, const struct px_tokens *tokens,
                                    const struct px_vocabulary *vocabulary, const struct px_hits *hits,
                                    struct px_error *error)
{
    usage->documents++;
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->items[i].kind != PX_TOKEN_PUNCTUATION &&
            !count_word(usage, px_vocabulary_form(vocabulary, tokens->items[i].form)->fold_text))
            return px_no_memory(error);
    for (size_t i = 0; i < hits->count; i++) {
        if (hits->items[i].entry >= usage->entry_count)
            continue;
        usage->hits[hits->items[i].entry]++;
        usage->covered[hits->items[i].entry] += hits->items[i].token_count;
    }
    return PX_OK;
}

enum px_status px_lexicon_usage_know(struct px_lexicon_usage *usage, const struct px_lexicon *lexicon,
                                     const struct px_lexicon *stems, struct px_vocabulary *vocabulary,
                                     struct px_error *error)
{
    struct px_table known = {0};
    bool done = true;
    for (size_t i = 0; done && i < stems->entries.count; i++)
        done = px_table_add(&known, stems->entries.items[i].text, NULL) != PX_NONE;
    for (size_t i = 0; done && i < lexicon->entries.count; i++) {
        uint32_t form = px_vocabulary_add(vocabulary, lexicon->entries.items[i].text);
        done = form != PX_NONE;
        if (!done)
            break;
        uint32_t stem = px_vocabulary_form(vocabulary, form)->stem;
        usage->spelled[i] = px_table_find(&known, px_vocabulary_stem_text(vocabulary, stem)) != PX_NONE;
    }
    px_table_release(&known);
    return done ? PX_OK : px_no_memory(error);
}
