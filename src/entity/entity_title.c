/* Titles before names: whom their bearers act for. */
#include "entity/entity_cast.h"

#include "entity/tenure.h"
#include "reading/grammar.h"

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

/* The title of several right before the name, "*Reps.* Ann Hask": a hit, or PX_NONE. */
static uint32_t joint_title(const struct px_cast *cast, uint32_t name)
{
    uint32_t title = px_cast_together(cast, name - 1, name) ? cast->clues[name - 1].title : PX_NONE;
    bool joint = title != PX_NONE && px_slice_is(px_cast_entry(cast, title)->category, "title.courtesy") &&
                 px_cast_cell(cast, title, cast->title_actor).size > 0;
    return joint ? title : PX_NONE;
}

/* "Hask (D-Tarn.), *Brell*", "Brell *and Venn*": does the name at `next` follow the one that ends before `end` in a list,
 * with nothing but brackets between? */
static bool is_next_of_list(const struct px_cast *cast, uint32_t end, uint32_t next)
{
    enum { BETWEEN_MOST = 8 };
    const struct px_article *article = cast->article;
    bool joined = false, inside = false;
    for (uint32_t t = end; t < next && next - end <= BETWEEN_MOST; t++) {
        char first = article->text.data[article->tokens.items[t].start];
        bool joins = first == ',' || (cast->annotation->classes[t] & PX_CLASS_COORDINATOR) != 0;
        inside = first == '(' || (inside && first != ')');
        if (!inside && first != ')' && !joins)
            return false;
        joined = joined || (joins && !inside);
    }
    return joined && next - end <= BETWEEN_MOST &&
           article->tokens.items[end - 1].sentence == article->tokens.items[next].sentence;
}

/* "*Reps. Ann Hask (D-Tarn.), John Brell and Ono Venn*": what the title of several tells of the first holds for all persons
 * of the list. */
static void share_titles(struct px_cast *cast)
{
    uint32_t title = PX_NONE, end = 0;
    for (size_t i = 0; i < cast->drafts.count; i++) {
        const struct px_draft *draft = &cast->sorted[i];
        if (draft->type != PX_DRAFT_NAME || draft->figure == PX_NONE || draft->name == 0)
            continue;
        struct px_figure *figure = &cast->figures.items[draft->figure];
        uint32_t own = joint_title(cast, draft->name);
        bool listed = title != PX_NONE && draft->name_count > 1 && is_next_of_list(cast, end, draft->first);
        if (own == PX_NONE && !listed) {
            title = end > 0 && draft->first < end + 4 ? title : PX_NONE; /* a place within the brackets */
            continue;
        }
        title = own != PX_NONE ? own : title;
        end = draft->name + draft->name_count;
        if (figure->title == PX_NONE)
            figure->title = px_cast_hit(cast, title)->entry;
        int actor = px_actor_find(px_cast_cell(cast, title, cast->title_actor));
        if (actor > 0 && figure->title_actor == 0)
            figure->title_actor = (uint8_t)actor;
    }
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
    share_titles(cast);
}
