/* Aliases: names that the user's list gives to one figure, whatever the rules would make of them. */
#include "entity/alias.h"
#include "entity/entity_cast.h"

#include "text/normalise.h"

static const struct px_lexicon *alias_list(const struct px_cast *cast)
{
    return px_resources_lexicon(cast->annotation->resources, PX_LEXICON_ALIASES);
}

uint32_t px_cast_alias(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t hit = cast->clues[first].alias;
    bool whole = hit != PX_NONE && px_cast_hit(cast, hit)->first_token <= first && px_cast_hit_end(cast, hit) == end;
    return whole ? px_cast_hit(cast, hit)->entry : PX_NONE;
}

/* The words of the name folded as keys are, and the folds of its first and last word. */
static void read_name(struct px_cast *cast, struct px_slice name, struct px_figure *read)
{
    struct px_slice word;
    struct px_buffer fold = {0};
    cast->buffer.size = 0;
    read->words = 0;
    while (px_slice_next(&name, ' ', &word)) {
        if (word.size == 0)
            continue;
        px_buffer_clear(&fold);
        px_text_fold(word, &fold);
        uint32_t form = fold.failed ? PX_NONE : px_vocabulary_add(cast->vocabulary, px_buffer_slice(&fold));
        if (form == PX_NONE) {
            cast->failed = true;
            break;
        }
        px_cast_append_word(&cast->buffer, px_buffer_slice(&fold));
        read->last_fold = px_vocabulary_form(cast->vocabulary, form)->fold;
        if (read->words++ == 0)
            read->first_fold = read->last_fold;
    }
    px_buffer_release(&fold);
}

/* The country whose name it is, as an entry of the lexicon "demonyms", or PX_NONE. */
static uint32_t find_country(const struct px_cast *cast, struct px_slice name)
{
    const struct px_lexicon *demonyms = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_DEMONYMS);
    for (uint32_t i = 0; i < demonyms->entries.count; i++)
        if (px_slice_equal(px_lexicon_cell(demonyms, &demonyms->entries.items[i], cast->demonym_name), name))
            return i;
    return PX_NONE;
}

static bool is_given(const struct px_cast *cast, struct px_slice name)
{
    struct px_slice word;
    const uint32_t *entries;
    uint32_t form = px_slice_next(&name, ' ', &word) ? px_vocabulary_add(cast->vocabulary, word) : PX_NONE;
    return form != PX_NONE && px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_FIRSTNAMES, &entries) > 0;
}

uint32_t px_cast_alias_figure(struct px_cast *cast, uint32_t entry)
{
    const struct px_entry *alias = &alias_list(cast)->entries.items[entry];
    struct px_figure read = {0};
    size_t known = cast->figures.count;
    read_name(cast, alias->category, &read);
    uint32_t id = cast->failed ? PX_NONE : px_cast_figure(cast, px_buffer_slice(&cast->buffer));
    if (id == PX_NONE)
        return PX_NONE;
    struct px_figure *figure = &cast->figures.items[id];
    uint8_t kind = px_alias_kind(alias_list(cast), alias);
    if (figure->alias == PX_NONE || kind != PX_ENTITY_KIND_COUNT)
        figure->alias = entry;
    if (id < known)
        return id;
    bool open = kind == PX_ENTITY_KIND_COUNT;
    figure->words = read.words;
    figure->first_fold = read.first_fold;
    figure->last_fold = read.last_fold;
    if (open || kind == PX_ENTITY_PLACE || kind == PX_ENTITY_ORGANISATION)
        figure->country = find_country(cast, alias->category);
    figure->person = kind == PX_ENTITY_PERSON ||
                     (open && figure->country == PX_NONE && read.words > 1 && is_given(cast, alias->category));
    if (figure->person)
        px_cast_share_words(cast, id);
    return id;
}
