/* Titles before names: whom their bearers act for. */
#include "annotate/entity_cast.h"

#include "annotate/tenure.h"

/* "a President Hask": is to come, or not. */
static bool is_any_title(const struct px_cast *cast, uint32_t title)
{
    uint32_t first = px_cast_hit(cast, title)->first_token;
    return first > 0 && px_cast_together(cast, first - 1, first) &&
           (cast->clues[first - 1].bits & PX_NAME_INDEFINITE) != 0;
}

/* Whom the words right before a name say that its bearer acts for: a title, or "Republican". -1: none. */
static int actor_before(const struct px_cast *cast, uint32_t name)
{
    const struct px_clue *before = &cast->clues[name - 1];
    if (!px_cast_together(cast, name - 1, name))
        return -1;
    if (before->title != PX_NONE && is_any_title(cast, before->title))
        return -1;
    if (before->title != PX_NONE)
        return px_actor_find(px_cast_cell(cast, before->title, cast->title_actor));
    bool partisan = before->country != PX_NONE && px_cast_is_partisan(cast, px_cast_hit(cast, before->country)->entry);
    return partisan ? PX_ACTOR_PARTY : -1;
}

/* "former Gov. Hask": does the title before the name belong to the past? */
static bool is_title_over(const struct px_cast *cast, uint32_t name)
{
    uint32_t title = cast->clues[name - 1].title;
    return title != PX_NONE &&
           px_tenure_read(cast->annotation, px_cast_hit(cast, title)->first_token, px_cast_hit_end(cast, title)).over;
}

/* The titles before names: "Rep.", "Justice". The first that tells holds. Those whom the article quotes are polite to
 * who left an office: "Governor Hask". */
void px_cast_read_titles(struct px_cast *cast)
{
    for (size_t i = 0; i < cast->drafts.count; i++) {
        const struct px_draft *draft = &cast->sorted[i];
        if (draft->type != PX_DRAFT_NAME || draft->figure == PX_NONE || draft->name == 0)
            continue;
        struct px_figure *figure = &cast->figures.items[draft->figure];
        int actor = actor_before(cast, draft->name);
        bool past = is_title_over(cast, draft->name), over = actor == PX_ACTOR_STATE && past;
        figure->past_title = figure->past_title || past;
        figure->former = figure->former || over;
        if (actor > 0 && figure->title_actor == 0 && !over && !cast->quoted[draft->name])
            figure->title_actor = (uint8_t)actor;
    }
}
