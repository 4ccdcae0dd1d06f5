#include "naming/family.h"

static const struct px_lexicon *demonyms_of(const struct px_compare_context *context)
{
    return px_resources_lexicon(context->worker->resources, PX_LEXICON_DEMONYMS);
}

/* What the family of the hit's form is called; empty for a hit of another lexicon. */
static struct px_slice family_of(const struct px_compare_context *context, const struct px_hit *hit, size_t column)
{
    if (hit->lexicon != PX_LEXICON_DEMONYMS)
        return (struct px_slice){0};
    return px_lexicon_cell(demonyms_of(context), px_resources_entry(context->worker->resources, hit), column);
}

/* Is the word that the slice spells of the family? Its letters stay as they are: "GOP" is a party in capitals alone. */
static bool is_word_of(const struct px_compare_context *context, struct px_slice word, struct px_slice family,
                       size_t column)
{
    const struct px_lexicon *demonyms = demonyms_of(context);
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, word);
    const uint32_t *entries;
    size_t count = form == PX_NONE ? 0 : px_match_form(context->worker->cache, form, PX_LEXICON_DEMONYMS, &entries);
    for (size_t i = 0; i < count; i++)
        if (px_slice_equal(px_lexicon_cell(demonyms, &demonyms->entries.items[entries[i]], column), family))
            return true;
    return false;
}

/* Is a part of the token, the "GOP" of "GOP-controlled", of the family? */
static bool has_part_of(const struct px_compare_context *context, const struct px_token *token, struct px_slice family,
                        size_t column)
{
    const struct px_form *form = px_compare_form(context, token);
    struct px_slice rest = form->text, word;
    while (form->part_count > 1 && px_slice_next(&rest, '-', &word))
        if (word.size > 0 && is_word_of(context, word, family, column))
            return true;
    return false;
}

/* Does the token give the party of an office by its first letter, the "R" of "R-Tarsk" or of "(R)"? */
static bool is_party_letter(const struct px_compare_context *context, const struct px_article *article,
                            const struct px_token *token, struct px_slice family)
{
    const struct px_form *form = px_compare_form(context, token);
    if (family.size == 0 || form->text.size == 0 || form->text.data[0] != family.data[0])
        return false;
    if (form->text.size == 1)
        return token->start > 0 && token->end < article->text.size && article->text.data[token->start - 1] == '(' &&
               article->text.data[token->end] == ')';
    return form->part_count == 2 && form->text.size > 2 && form->text.data[1] == '-' &&
           px_slice_is_capital(form->text, 2);
}

struct px_family px_family_at(const struct px_compare_context *context, const struct px_article *article,
                              uint32_t first, uint32_t end)
{
    const struct px_hits *hits = &article->hits;
    struct px_family family = {{0}, false};
    if (context->worker->resources == NULL)
        return family;
    size_t column = px_lexicon_column(demonyms_of(context), "name");
    for (size_t i = px_hits_from(hits, first); i < hits->count && hits->items[i].first_token == first; i++)
        if (family.name.size == 0 && first + hits->items[i].token_count == end)
            family.name = family_of(context, &hits->items[i], column);
    family.party = px_compare_hit(context, article, first, false, PX_LEXICON_DEMONYMS, "party") != NULL;
    return family;
}

bool px_family_stands(const struct px_compare_context *context, const struct px_article *article,
                      const struct px_family *family, uint32_t end)
{
    size_t column = px_lexicon_column(demonyms_of(context), "name");
    for (size_t i = 0; i < article->hits.count && article->hits.items[i].first_token < end; i++)
        if (px_slice_equal(family_of(context, &article->hits.items[i], column), family->name))
            return true;
    for (uint32_t t = 0; t < article->tokens.count && t < end; t++)
        if (has_part_of(context, &article->tokens.items[t], family->name, column) ||
            (family->party && is_party_letter(context, article, &article->tokens.items[t], family->name)))
            return true;
    return false;
}
