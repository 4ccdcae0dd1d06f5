/* What a figure is, for whom it acts, and by what role the article introduces it. */
#include "entity/alias.h"
#include "entity/entity_cast.h"
#include "entity/tenure.h"

bool px_cast_is_alliance(const struct px_cast *cast, const struct px_figure *figure)
{
    return px_cast_is_form(cast, figure->country, PX_FORM_OF_BLOC | PX_FORM_OF_PARTY);
}

/* The kind that the user's list gives, or PX_ENTITY_KIND_COUNT. */
static uint8_t alias_kind(const struct px_cast *cast, const struct px_figure *figure)
{
    const struct px_lexicon *list = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_ALIASES);
    return figure->alias == PX_NONE ? PX_ENTITY_KIND_COUNT : px_alias_kind(list, &list->entries.items[figure->alias]);
}

/* One word that is named often and hardly ever speaks, and is nobody's given name: a firm or a scheme ("Medicare"), not
 * a person. Of 24 such names in 960 news articles five were persons. */
static bool is_silent(const struct px_cast *cast, const struct px_figure *figure)
{
    enum { NAMES_LEAST = 5, NAMES_TO_SPEECH = 5 };
    if (figure->words != 1 || figure->names < NAMES_LEAST || figure->name_draft == PX_NONE)
        return false;
    bool given = cast->clues[cast->drafts.items[figure->name_draft].name].given != PX_NONE;
    return !given && figure->speaking * NAMES_TO_SPEECH <= figure->names;
}

/* "Save Our Harbour": no person has such a word inside his name. */
static bool has_small_word(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->name_draft == PX_NONE)
        return false;
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    for (uint32_t t = draft->name + 1; t + 1 < draft->name + draft->name_count; t++)
        if (px_cast_form(cast, t)->stop &&
            (cast->clues[t].bits & (PX_NAME_CAPITAL | PX_NAME_PARTICLE)) == PX_NAME_CAPITAL)
            return true;
    return false;
}

bool px_cast_is_for_something(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->name_draft == PX_NONE)
        return false;
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    for (uint32_t t = draft->name + 1; t + 1 < draft->name + draft->name_count; t++)
        if ((cast->clues[t].bits & PX_NAME_FOR) != 0)
            return true;
    return false;
}

bool px_cast_is_known_body(const struct px_cast *cast, const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_SOURCES)
        return false;
    const struct px_entry *entry = px_resources_entry(cast->annotation->resources, hit);
    int kind = px_speaker_kind_find(entry->category);
    int actor = px_actor_find(px_cast_entry_cell(cast, PX_LEXICON_SOURCES, hit->entry, cast->source_actor));
    return px_slice_is_capital(entry->text, 0) && (kind == PX_SPEAKER_MEDIA || kind == PX_SPEAKER_INSTITUTION) &&
           actor != PX_ACTOR_STATE && actor != PX_ACTOR_INTERNATIONAL;
}

/* "Politico", "Sierra Club": is the whole name a known body's? */
static bool names_known_body(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->name_draft == PX_NONE)
        return false;
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    const struct px_hits *hits = &cast->article->hits;
    bool known = false;
    for (size_t i = px_hits_from(hits, draft->name);
         !known && i < hits->count && hits->items[i].first_token == draft->name; i++)
        known = hits->items[i].token_count == draft->name_count && px_cast_is_known_body(cast, &hits->items[i]);
    return known;
}

uint8_t px_cast_decide_kind(const struct px_cast *cast, const struct px_figure *figure)
{
    uint8_t told = alias_kind(cast, figure);
    if (told != PX_ENTITY_KIND_COUNT)
        return told;
    if (figure->country != PX_NONE)
        return px_cast_is_people(cast, figure->country) ? PX_ENTITY_GROUP
               : px_cast_is_alliance(cast, figure)      ? PX_ENTITY_ORGANISATION
                                                        : PX_ENTITY_PLACE;
    bool known = names_known_body(cast, figure);
    if (figure->person && !(known && figure->words > 1)) /* "Emily's List" is not Emily */
        return PX_ENTITY_PERSON;
    switch ((enum px_head)figure->head) {
    case PX_HEAD_ORGANISATION: return PX_ENTITY_ORGANISATION;
    case PX_HEAD_PLACE: return PX_ENTITY_PLACE;
    case PX_HEAD_GROUP: return PX_ENTITY_GROUP;
    case PX_HEAD_WORK: return PX_ENTITY_WORK;
    default: break;
    }
    if (figure->acronym || known)
        return PX_ENTITY_ORGANISATION;
    if (figure->with_article * 2 >= figure->names && figure->with_article > 0)
        return figure->speaking > 0 ? PX_ENTITY_ORGANISATION : PX_ENTITY_OTHER;
    if (figure->words == 1 && (figure->employing > 0 || (figure->mixed && figure->in_places > 0)))
        return PX_ENTITY_ORGANISATION;
    if (figure->in_places > 0 && figure->in_places * 4 >= figure->names)
        return PX_ENTITY_PLACE;
    if (figure->as_thing > 0 || px_cast_is_for_something(cast, figure))
        return PX_ENTITY_ORGANISATION;
    if (figure->speaking == 0 || figure->words > 3 || is_silent(cast, figure))
        return PX_ENTITY_OTHER;
    return (figure->words == 1 && figure->mixed) || has_small_word(cast, figure) ? PX_ENTITY_ORGANISATION
                                                                                 : PX_ENTITY_PERSON;
}

bool px_cast_is_public(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t head = cast->clues[draft->name + draft->name_count - 1].head;
    return head != PX_NONE && px_slice_is(px_cast_cell(cast, head, cast->head_actor), "public");
}

/* Is the whole name, of several words, a medium's, as nouns of sources know it: "Washington Post"? */
static bool names_medium(const struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_hits *hits = &cast->article->hits;
    for (size_t i = px_hits_from(hits, draft->name); i < hits->count && hits->items[i].first_token == draft->name; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES && hits->items[i].token_count == draft->name_count &&
            px_speaker_kind_find(px_resources_entry(cast->annotation->resources, &hits->items[i])->category) ==
                PX_SPEAKER_MEDIA)
            return true;
    return false;
}

/* Whom an organisation acts for, by its last word, as heads of names or nouns of sources know it; -1: unknown. */
static int actor_of_name(const struct px_cast *cast, const struct px_draft *draft)
{
    if (names_medium(cast, draft))
        return PX_ACTOR_MEDIA;
    uint32_t last = draft->name + draft->name_count - 1;
    uint32_t form = cast->article->tokens.items[last].form;
    uint32_t head = cast->clues[last].head;
    int actor = head == PX_NONE ? -1 : px_actor_find(px_cast_cell(cast, head, cast->head_actor));
    const uint32_t *entries;
    if (actor >= 0)
        return actor;
    if (px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_SOURCES, &entries) == 0)
        return -1;
    return px_actor_find(px_cast_entry_cell(cast, PX_LEXICON_SOURCES, entries[0], cast->source_actor));
}

/* Where the role's words begin with the party's adjective before them, "Republican nominee". */
static uint32_t role_front(const struct px_cast *cast, const struct px_draft *role)
{
    uint32_t country = role->name == 0 ? PX_NONE : cast->clues[role->name - 1].country;
    bool member = country != PX_NONE && px_cast_together(cast, role->name - 1, role->name) &&
                  px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_MEMBER);
    return member ? px_cast_hit(cast, country)->first_token : role->name;
}

/* "*Scottish* Conservative leader", "*Kestrian* president": where the land before a role begins; `front` where none is
 * told. */
static uint32_t land_front(const struct px_cast *cast, uint32_t front)
{
    uint32_t land = front == 0 ? PX_NONE : cast->clues[front - 1].country;
    bool tells = land != PX_NONE && px_cast_together(cast, front - 1, front) &&
                 px_cast_is_form(cast, px_cast_hit(cast, land)->entry, PX_FORM_OF_PLACE | PX_FORM_OF_PEOPLE);
    return tells ? px_cast_hit(cast, land)->first_token : front;
}

/* "the N.A.A.C.P. president", "president of the N.A.A.C.P.": the organisation beside a role, or NULL. */
static const struct px_draft *organisation_beside(const struct px_cast *cast, const struct px_draft *role)
{
    uint32_t end = role->name + role->name_count;
    uint32_t front = role_front(cast, role);
    uint32_t at = PX_NONE;
    if (front > 0 && px_cast_together(cast, front - 1, front))
        at = front - 1;
    if (px_cast_together(cast, role->name, end + 1) && (cast->clues[end].bits & (PX_NAME_OF | PX_NAME_WITHIN)) != 0)
        at = (cast->clues[end + 1].bits & PX_NAME_DEFINITE) != 0 ? end + 2 : end + 1;
    uint32_t owner = at == PX_NONE || at >= cast->article->tokens.count ? 0 : cast->owners[at];
    const struct px_draft *draft = owner == 0 ? NULL : &cast->drafts.items[owner - 1];
    bool organisation =
        draft != NULL && draft->figure != PX_NONE && cast->figures.items[draft->figure].kind == PX_ENTITY_ORGANISATION;
    uint32_t behind = draft == NULL ? 0 : draft->first + draft->count;
    if (organisation && behind > end && px_cast_together(cast, end, behind) && cast->clues[behind].role != PX_NONE)
        return NULL; /* "sister of Senate candidate Hask" */
    return organisation ? draft : NULL;
}

/* Whom the holder of a role acts for: the organisation beside it if that is known, else as the role itself tells. Who
 * heads an organisation that is none of a state's is no official, and who was a judge speaks as one who knows. */
static int actor_of_role(const struct px_cast *cast, const struct px_figure *figure)
{
    int told = px_actor_find(px_cast_entry_cell(cast, PX_LEXICON_ROLES, figure->role_entry, cast->role_actor));
    if (figure->role_draft == PX_NONE)
        return told;
    const struct px_draft *role = &cast->drafts.items[figure->role_draft];
    uint32_t country = role->name == 0 ? PX_NONE : cast->clues[role->name - 1].country;
    if (told != PX_ACTOR_STATE && role_front(cast, role) < role->name &&
        px_cast_is_partisan(cast, px_cast_hit(cast, country)->entry))
        return PX_ACTOR_PARTY; /* "the Republican nominee"; a Republican governor is one of a state */
    const struct px_draft *beside = organisation_beside(cast, role);
    int actor = beside == NULL ? -1 : actor_of_name(cast, beside);
    if (actor == PX_ACTOR_STATE && (told == PX_ACTOR_PARTY || figure->title_actor == PX_ACTOR_PARTY))
        return PX_ACTOR_PARTY; /* who sits in a parliament's committee is no official */
    if (actor > 0)
        return actor;
    if (beside != NULL && told == PX_ACTOR_STATE && cast->figures.items[beside->figure].country == PX_NONE &&
        px_cast_country_entry(cast, beside) == PX_NONE)
        return PX_ACTOR_CIVIL_SOCIETY;
    if (figure->title_actor != 0) /* "Rep. Issa, former chairman of" */
        return figure->title_actor;
    if (told < 0 && role->country != PX_NONE && cast->figures.items[role->country].country != PX_NONE && !role->former)
        return PX_ACTOR_STATE; /* "the Kestrian leader"; who leads anything else leads no state */
    if (role->former && told == PX_ACTOR_STATE)
        return PX_ACTOR_OTHER;
    return role->former && told == PX_ACTOR_COURT ? PX_ACTOR_EXPERT : told;
}

/* "Hask's *son*", "a friend *of Hask*": whose, where the article names him; what somebody is to others tells nothing
 * without. */
static struct px_slice kin_text(const struct px_cast *cast, const struct px_draft *role)
{
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t first = role->first, end = role->name + role->name_count;
    bool of = px_cast_together(cast, role->name, end + 1) && (cast->clues[end].bits & PX_NAME_OF) != 0;
    uint32_t owner = cast->owners[of ? end + 1 : first];
    first = of ? role->name : first;
    const struct px_draft *whose = owner == 0 ? NULL : &cast->drafts.items[owner - 1];
    if (whose == NULL || whose->figure == PX_NONE || !cast->figures.items[whose->figure].person)
        return (struct px_slice){0};
    end = of ? whose->first + whose->count : end;
    return px_slice_part(cast->article->text, tokens[first].start, tokens[end - 1].end);
}

struct px_slice px_cast_role_text(const struct px_cast *cast, const struct px_draft *role)
{
    enum { WORDS_MOST = 10 };
    const struct px_token *tokens = cast->article->tokens.items;
    if (px_cast_is_kin(cast, role->name + role->name_count - 1))
        return kin_text(cast, role);
    const struct px_draft *beside = organisation_beside(cast, role);
    uint32_t first = role_front(cast, role), end = role->name + role->name_count;
    if (beside != NULL && beside->name < first)
        first = beside->name;
    else if (beside != NULL && (cast->clues[end].bits & PX_NAME_OF) != 0)
        end = beside->name + beside->name_count;
    first = land_front(cast, first);
    struct px_tenure tenure = px_tenure_read(cast->annotation, role->name, role->name + role->name_count);
    first = tenure.first < first ? tenure.first : first;
    for (uint32_t t = role->first; role->former && t < first; t++)
        if ((cast->clues[t].bits & PX_NAME_FORMER) != 0)
            first = t; /* "*then* governor" */
    while (first > 0 && px_cast_together(cast, first - 1, first) &&
           (cast->clues[first - 1].title != PX_NONE || (cast->clues[first - 1].bits & PX_NAME_AHEAD) != 0))
        first--; /* "*Lt.* Governor" is another office than the governor's, a "*likely* candidate" none yet */
    end = tenure.end > end ? tenure.end : end;
    if (end - first > WORDS_MOST)
        return px_cast_draft_text(cast, role);
    return px_slice_part(cast->article->text, tokens[first].start, tokens[end - 1].end);
}

uint8_t px_cast_decide_actor(const struct px_cast *cast, const struct px_figure *figure)
{
    int actor = -1;
    if (figure->country != PX_NONE)
        return px_cast_is_form(cast, figure->country, PX_FORM_OF_BLOC)    ? PX_ACTOR_INTERNATIONAL
               : px_cast_is_form(cast, figure->country, PX_FORM_OF_PARTY) ? PX_ACTOR_PARTY
               : px_cast_is_people(cast, figure->country)                 ? PX_ACTOR_CITIZEN
                                                                          : PX_ACTOR_STATE;
    if (figure->role_entry != PX_NONE)
        actor = actor_of_role(cast, figure);
    else if (figure->title_actor != 0)
        actor = figure->title_actor;
    else if (figure->name_draft != PX_NONE && figure->kind != PX_ENTITY_PERSON)
        actor = actor_of_name(cast, &cast->drafts.items[figure->name_draft]);
    return actor < 0 ? PX_ACTOR_OTHER : (uint8_t)actor;
}
