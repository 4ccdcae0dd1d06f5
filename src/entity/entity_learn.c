/* What a mention tells of its figure: that it is a person, a place, an organisation. */
#include "entity/entity_cast.h"

/* Does a mark, and then a word of the category, stand behind the mention: "Anna Hask, *who*"? */
static bool is_before(const struct px_cast *cast, const struct px_draft *draft, uint32_t bit)
{
    uint32_t end = draft->first + draft->count;
    return px_cast_together(cast, draft->first, end + 1) && (cast->clues[end + 1].bits & bit) != 0 &&
           px_slice_is(px_cast_form(cast, end)->text, ",");
}

/* "Wen Adair, who studies": nobody else is meant where no preposition stands before, "the head of Varn Motors, who";
 * "the Data Supervisor, who" holds an office. */
static bool is_human(const struct px_cast *cast, const struct px_draft *draft, const struct px_figure *figure)
{
    bool behind = draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first);
    bool free = !behind || ((cast->annotation->classes[draft->first - 1] & PX_CLASS_PREPOSITION) == 0 &&
                            (cast->clues[draft->first - 1].bits & PX_NAME_DEFINITE) == 0);
    return free && draft->name_count > 1 && figure->head == PX_HEAD_NONE && figure->country == PX_NONE &&
           figure->alias == PX_NONE && is_before(cast, draft, PX_NAME_HUMAN);
}

/* "for *the movement* Open Shores,": right behind a noun for a body, and at the end of its phrase, stands the body's
 * name. */
static bool is_behind_body(const struct px_cast *cast, const struct px_draft *draft)
{
    const uint32_t *entries;
    uint32_t noun = draft->first - 1, end = draft->first + draft->count;
    if (draft->first < 2 || !px_cast_together(cast, noun - 1, draft->first) || cast->owners[noun] != 0 ||
        (cast->clues[noun - 1].bits & (PX_NAME_DEFINITE | PX_NAME_INDEFINITE)) == 0 ||
        (cast->clues[noun].bits & PX_NAME_CAPITAL) != 0 ||
        (px_cast_together(cast, draft->first, end) && cast->article->tokens.items[end].kind != PX_TOKEN_PUNCTUATION))
        return false;
    const struct px_lexicon *sources = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_SOURCES);
    size_t count = px_match_form(cast->annotation->worker->cache, cast->article->tokens.items[noun].form,
                                 PX_LEXICON_SOURCES, &entries);
    return count > 0 && px_slice_is(sources->entries.items[entries[0]].category, "institution");
}

/* "the *Hask* camp": is the article before the name that of a noun behind it, for those who stand for somebody? */
static bool is_of_camp(const struct px_cast *cast, uint32_t end, uint32_t first)
{
    return px_cast_together(cast, first, end) && px_cast_has(cast, end, PX_NAME_CAMP);
}

void px_cast_learn(struct px_cast *cast, uint32_t index)
{
    const struct px_draft *draft = &cast->drafts.items[index];
    struct px_figure *figure = &cast->figures.items[draft->figure];
    uint32_t end = draft->first + draft->count;
    const struct px_clue *before = draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first)
                                       ? &cast->clues[draft->first - 1]
                                       : NULL;
    figure->names++;
    figure->last_seen = draft->name;
    figure->person = figure->person || draft->person || is_human(cast, draft, figure);
    uint8_t told = draft->gender != PX_GENDER_UNKNOWN ? draft->gender : px_cast_kin_gender(cast, draft);
    if (told != PX_GENDER_UNKNOWN && (figure->gender == PX_GENDER_UNKNOWN || figure->by_given)) {
        figure->gender = told; /* "Mr." before a name tells more than the name */
        figure->by_given = false;
    }
    if (before != NULL && (before->bits & PX_NAME_PLACE) != 0)
        figure->in_places++;
    if (before != NULL && (before->bits & PX_NAME_DEFINITE) != 0 && !is_of_camp(cast, end, draft->first))
        figure->with_article++;
    if (px_cast_together(cast, draft->first, end) && cast->clues[end].speaks)
        figure->speaking++;
    figure->as_thing += is_before(cast, draft, PX_NAME_THING) || is_behind_body(cast, draft);
    if (px_cast_together(cast, draft->first, end) && cast->clues[end].role != PX_NONE &&
        (cast->clues[end].bits & PX_NAME_CAPITAL) == 0)
        figure->employing++;
    if (draft->alias == PX_NONE &&
        (figure->name_draft == PX_NONE || draft->name_count > cast->drafts.items[figure->name_draft].name_count))
        figure->name_draft = index;
}
