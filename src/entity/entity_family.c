/* Families: several persons of one surname, and which of them a bare surname means. */
#include "entity/entity_cast.h"
#include "reading/parse.h"

/* The entry of the title or office right before the name, "Senator"; PX_NONE for none and for one of courtesy, which
 * tells but the gender. */
uint32_t px_cast_title_of(const struct px_cast *cast, const struct px_draft *draft)
{
    bool behind = draft->name > 0 && px_cast_together(cast, draft->name - 1, draft->name);
    uint32_t title = behind ? cast->clues[draft->name - 1].title : PX_NONE;
    bool courtesy = title != PX_NONE && px_slice_is(px_cast_entry(cast, title)->category, "title.courtesy");
    return title == PX_NONE || courtesy ? PX_NONE : px_cast_hit(cast, title)->entry;
}

static bool genders_fit(uint8_t a, uint8_t b)
{
    return a == PX_GENDER_UNKNOWN || b == PX_GENDER_UNKNOWN || a == b;
}

/* Is the first, who is introduced before the second, the better guess for a bare surname? A person before what is not known
 * to be one; above them both, in a headline, whoever is introduced first; then the one named three times as often so far, or
 * the one whom it meant before; else the one met last. */
static bool is_better(const struct px_figure *a, const struct px_figure *b)
{
    enum { DOMINANCE = 3 };
    if (a->person != b->person)
        return a->person;
    if (a->last_seen == PX_NONE || b->last_seen == PX_NONE)
        return a->last_seen != PX_NONE || b->last_seen == PX_NONE;
    if (a->names >= DOMINANCE * b->names || b->names >= DOMINANCE * a->names)
        return a->names > b->names;
    if ((a->alone > 0) != (b->alone > 0))
        return a->alone > 0;
    return a->last_seen > b->last_seen;
}

/* How well the figure bears the title: 2 for the same, 1 for another, for one may have had several; 0 for none. Nobody
 * is looked for without a title. */
static int bears(const struct px_figure *figure, uint32_t title)
{
    return title == PX_NONE || figure->title == PX_NONE ? 0 : figure->title == title ? 2 : 1;
}

/* Of the persons with this surname the likeliest of fitting gender; the title before it, "Former Senator Hask",
 * decides. */
uint32_t px_cast_find_surname(const struct px_cast *cast, const struct px_name_word *word, const struct px_draft *draft)
{
    uint32_t best = PX_NONE, title = px_cast_title_of(cast, draft);
    uint32_t id = word->surname_of;
    for (int i = 0; id != PX_NONE && i < PX_NAMESAKES_MOST; i++, id = cast->figures.items[id].next_same_surname) {
        const struct px_figure *figure = &cast->figures.items[id];
        if (!genders_fit(figure->gender, draft->gender))
            continue;
        if (figure->junior && (best != PX_NONE || figure->next_same_surname != PX_NONE))
            continue;
        int order = best == PX_NONE ? 1 : bears(figure, title) - bears(&cast->figures.items[best], title);
        if (order > 0 || (order == 0 && is_better(figure, &cast->figures.items[best])))
            best = id;
    }
    return best;
}

/* Do several persons of the article have the surname? */
static bool is_shared(struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_name_word *word = px_cast_word(cast, px_cast_word_form(cast, draft)->fold_text);
    uint32_t persons = 0, id = word == NULL ? PX_NONE : word->surname_of;
    for (int i = 0; id != PX_NONE && i < PX_NAMESAKES_MOST; i++, id = cast->figures.items[id].next_same_surname)
        persons += cast->figures.items[id].person && cast->figures.items[id].words > 1;
    return persons > 1;
}

/* Is the token a noun for somebody of a family: "daughter"? */
bool px_cast_is_kin(const struct px_cast *cast, uint32_t token)
{
    uint32_t role = cast->clues[token].role;
    return role != PX_NONE && px_category_within(px_cast_entry(cast, role)->category, PX_SLICE("role.kin"));
}

/* Does grammar take the name for an apposition of the noun at the token? */
static bool is_apposed(const struct px_cast *cast, const struct px_draft *draft, uint32_t noun)
{
    const struct px_tree *tree = px_parse_tree(cast->annotation, noun);
    uint32_t name = px_parse_head(cast->annotation, draft->first, draft->first + draft->count);
    return tree != NULL && name != PX_NONE && (px_tree_arc(tree, name) & PX_ARC_APPOSITION) != 0 &&
           tree->words[name].head == px_parse_word(cast->annotation, noun);
}

uint8_t px_cast_kin_gender(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t first = draft->first;
    for (uint32_t noun = first > 1 ? first - 2 : 0; noun < first; noun++)
        if (px_cast_together(cast, noun, first) && px_cast_is_kin(cast, noun) &&
            (noun + 1 == first || is_apposed(cast, draft, noun)))
            return px_cast_gender(px_cast_entry(cast, cast->clues[noun].role)->category);
    return PX_GENDER_UNKNOWN;
}

/* Is the token of the draft's sentence the same word? */
static bool is_same(const struct px_cast *cast, const struct px_draft *draft, uint32_t token)
{
    return px_cast_form(cast, token)->fold == px_cast_form(cast, draft->name)->fold;
}

/* "Hask versus Hask", "the elder Hask daughter": a surname that several persons have, and that means no one of them
 * here. */
bool px_cast_is_of_family(struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t name = draft->name, behind = name + 1;
    if (draft->name_count != 1 || draft->person || draft->part.form != PX_NONE)
        return false;
    bool opens = px_cast_together(cast, name, behind + 1) && is_same(cast, draft, behind + 1);
    bool ends = name > 1 && px_cast_together(cast, name - 2, name) && is_same(cast, draft, name - 2);
    bool kin = px_cast_together(cast, name, behind) && px_cast_is_kin(cast, behind);
    return (opens || ends || kin) && is_shared(cast, draft);
}
