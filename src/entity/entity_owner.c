/* Whose an organisation is: "Kestria's Foreign Ministry", and "*Its* Foreign Ministry" behind a sentence on Kestria. */
#include "entity/entity_cast.h"

/* The name before a possessive before this one ("Kestria's Foreign Ministry"), or NULL. */
const struct px_draft *px_cast_owner(const struct px_cast *cast, const struct px_draft *draft)
{
    if (draft->first < 2 || !px_cast_together(cast, draft->first - 2, draft->first))
        return NULL;
    bool clitic = (cast->article->tokens.items[draft->first - 1].flags & PX_TOKEN_CLITIC) != 0;
    uint32_t owner = cast->owners[draft->first - 2];
    return clitic && owner != 0 ? &cast->drafts.items[owner - 1] : NULL;
}

bool px_cast_is_its(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t hit = draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first)
                       ? cast->clues[draft->first - 1].pronoun
                       : PX_NONE;
    return hit != PX_NONE && px_cast_gender(px_cast_entry(cast, hit)->category) == PX_GENDER_UNKNOWN;
}

/* May the name be that of what has a ministry: a single word, or a country's name, that no title tells to be a
 * person's? */
static bool may_own(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t country = px_cast_country_entry(cast, draft);
    if (country != PX_NONE)
        return px_cast_is_form(cast, country, PX_FORM_OF_PLACE);
    return draft->name_count == 1 && !draft->person && cast->clues[draft->name].given == PX_NONE;
}

const struct px_draft *px_cast_owner_before(const struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_sentence *sentences = cast->article->sentences.items;
    uint32_t sentence = cast->article->tokens.items[draft->first].sentence;
    if (!px_cast_is_its(cast, draft) || sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block ||
        sentences[sentence].first_token + 1 != draft->first)
        return NULL;
    const struct px_draft *owner = NULL;
    struct px_slice fold = {0};
    for (uint32_t t = sentences[sentence - 1].first_token; t < draft->first; t++) {
        const struct px_draft *name = cast->owners[t] == 0 ? NULL : &cast->drafts.items[cast->owners[t] - 1];
        if (name == NULL || name->first != t || !may_own(cast, name))
            continue;
        if (owner != NULL && !px_slice_equal(fold, px_cast_form(cast, name->name)->fold_text))
            return NULL;
        owner = owner == NULL ? name : owner;
        fold = px_cast_form(cast, name->name)->fold_text;
    }
    return owner;
}
