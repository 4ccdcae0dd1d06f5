/* Names in headlines, where every word has a capital: those alone that the article knows from elsewhere. */
#include "entity/entity_cast.h"

/* "Mike" before "Flynn" is not the Mike of another name. */
static bool begins_other_name(const struct px_cast *cast, uint32_t token)
{
    return cast->clues[token].given != PX_NONE && px_cast_together(cast, token, token + 1) &&
           (cast->clues[token + 1].bits & PX_NAME_CAPITAL) != 0 && !cast->clues[token + 1].speaks;
}

/* A headline's "Rail Strike" is not "Aldmere Rail": a head word stands for a whole name only before a verb of speech, a
 * mark or the end. */
static bool may_be_whole(const struct px_cast *cast, uint32_t token)
{
    return cast->clues[token].head == PX_NONE || !px_cast_together(cast, token, token + 1) ||
           cast->clues[token + 1].speaks || cast->article->tokens.items[token + 1].kind == PX_TOKEN_PUNCTUATION;
}

/* The figure that the draft's words name: a city, a country that stands for itself, or what the text calls so. */
static uint32_t find_known(struct px_cast *cast, struct px_draft *draft)
{
    uint32_t figure = PX_NONE, country = px_cast_country_entry(cast, draft);
    if (country != PX_NONE && px_cast_is_city(cast, draft, country)) {
        px_cast_link_city(cast, draft);
        figure = draft->figure;
    }
    if (figure == PX_NONE && country != PX_NONE && !px_cast_is_organ(cast, country) &&
        !px_cast_is_form(cast, country, PX_FORM_OF_MEMBER) &&
        (!px_cast_is_open(cast, country) || px_cast_is_spoken_of(cast, country)))
        figure = px_cast_country(cast, country);
    if (figure == PX_NONE)
        figure = px_table_find(&cast->keys, px_cast_key(cast, draft));
    if (figure == PX_NONE && draft->count > 1)
        figure = px_cast_find_namesake(cast, draft, true);
    if (figure == PX_NONE && draft->count == 1 && !begins_other_name(cast, draft->first) &&
        may_be_whole(cast, draft->first))
        figure = px_cast_find_short(cast, draft);
    return figure;
}

/* The end of the longest known name at `first`, which is linked; `first` when there is none. */
static uint32_t link_known(struct px_cast *cast, uint32_t first, uint32_t limit)
{
    for (uint32_t end = limit; end > first && !cast->failed; end--) {
        struct px_draft draft = {.first = first,
                                 .count = end - first,
                                 .name = first,
                                 .name_count = end - first,
                                 .figure = PX_NONE,
                                 .part = {.form = PX_NONE}};
        uint32_t figure = find_known(cast, &draft);
        struct px_draft *added = figure == PX_NONE ? NULL : px_cast_draft(cast, PX_DRAFT_NAME, first, end);
        if (added == NULL)
            continue;
        added->figure = figure;
        for (uint32_t t = first; t < end; t++)
            cast->owners[t] = (uint32_t)cast->drafts.count;
        px_cast_learn(cast, (uint32_t)cast->drafts.count - 1);
        return end;
    }
    return first;
}

void px_cast_link_headlines(struct px_cast *cast)
{
    enum { NAME_LIMIT = 5 };
    uint32_t count = (uint32_t)cast->article->tokens.count;
    for (uint32_t t = 0; t < count && !cast->failed; t++) {
        if ((cast->clues[t].bits & PX_NAME_HEADLINE) == 0 || cast->owners[t] != 0)
            continue;
        uint32_t limit = t + 1;
        while (limit < t + NAME_LIMIT && px_cast_together(cast, t, limit) &&
               (cast->clues[limit].bits & (PX_NAME_HEADLINE | PX_NAME_OF | PX_NAME_PARTICLE)) != 0)
            limit++;
        uint32_t end = link_known(cast, t, limit);
        t = end > t ? end - 1 : t;
    }
}
