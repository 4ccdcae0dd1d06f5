/* Countries: what the list of states, peoples and seats says of a name, and the figures of those it names. */
#include "entity/entity_cast.h"

#include "text/normalise.h"

static struct px_slice demonym_cell(const struct px_cast *cast, uint32_t entry, size_t column)
{
    const struct px_lexicon *demonyms = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_DEMONYMS);
    return px_lexicon_cell(demonyms, &demonyms->entries.items[entry], column);
}

bool px_cast_is_people(const struct px_cast *cast, uint32_t entry)
{
    return demonym_cell(cast, entry, cast->demonym_people).size > 0;
}

struct px_slice px_cast_state_name(const struct px_cast *cast, uint32_t entry)
{
    return demonym_cell(cast, entry, cast->demonym_name);
}

struct px_slice px_cast_country_name(const struct px_cast *cast, uint32_t entry)
{
    return px_cast_is_people(cast, entry) ? demonym_cell(cast, entry, cast->demonym_people)
                                          : px_cast_state_name(cast, entry);
}

bool px_cast_is_form(const struct px_cast *cast, uint32_t entry, unsigned forms)
{
    static const char *const categories[] = {"place", "demonym", "capital", "institution", "member", "party", "bloc"};
    const struct px_lexicon *demonyms = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_DEMONYMS);
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if ((forms >> i & 1) != 0 && px_slice_is(demonyms->entries.items[entry].category, categories[i]))
            return true;
    return false;
}

/* The entry whose text is the name itself, or the first of the country: its category tells what the name stands for. */
static uint32_t find_plain_entry(const struct px_cast *cast, uint32_t entry, struct px_slice name)
{
    const struct px_lexicon *demonyms = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_DEMONYMS);
    struct px_slice country = px_cast_state_name(cast, entry);
    for (;; entry--) {
        if (px_slice_equal(demonyms->entries.items[entry].text, name))
            return entry;
        if (entry == 0 || !px_slice_equal(px_cast_state_name(cast, entry - 1), country))
            return entry;
    }
}

bool px_cast_is_partisan(const struct px_cast *cast, uint32_t entry)
{
    uint32_t named = find_plain_entry(cast, entry, px_cast_state_name(cast, entry));
    return px_cast_is_form(cast, entry, PX_FORM_OF_MEMBER) && px_cast_is_form(cast, named, PX_FORM_OF_PARTY);
}

bool px_cast_is_part(const struct px_cast *cast, uint32_t entry)
{
    return demonym_cell(cast, entry, cast->demonym_within).size > 0;
}

/* "the North" is North Korea where that is spoken of: the first word of a name of several stands for it. */
static void add_first_word(struct px_cast *cast, uint32_t id)
{
    struct px_slice key = cast->figures.items[id].key;
    size_t space = px_slice_find(key, PX_SLICE(" "), 0);
    struct px_name_word *word = space == SIZE_MAX ? NULL : px_cast_word(cast, px_slice_part(key, 0, space));
    if (word != NULL && word->short_for == PX_NONE)
        word->short_for = id;
}

static uint32_t named_figure(struct px_cast *cast, uint32_t entry, struct px_slice name)
{
    size_t known = cast->figures.count;
    cast->buffer.size = 0;
    px_text_fold(name, &cast->buffer);
    uint32_t id = px_cast_figure(cast, px_buffer_slice(&cast->buffer));
    if (id == PX_NONE)
        return id;
    struct px_figure *figure = &cast->figures.items[id];
    if (figure->country == PX_NONE)
        figure->country = find_plain_entry(cast, entry, name);
    if (id == known)
        add_first_word(cast, id);
    return id;
}

uint32_t px_cast_country(struct px_cast *cast, uint32_t entry)
{
    return named_figure(cast, entry, px_cast_country_name(cast, entry));
}

uint32_t px_cast_state(struct px_cast *cast, uint32_t entry)
{
    return named_figure(cast, entry, px_cast_state_name(cast, entry));
}

/* An organ of a state ("the Senate", "the Foreign Office") is not the state. */
bool px_cast_is_organ(const struct px_cast *cast, uint32_t entry)
{
    return px_cast_is_form(cast, entry, PX_FORM_OF_INSTITUTION) &&
           demonym_cell(cast, entry, cast->demonym_seat).size == 0;
}

bool px_cast_is_single(const struct px_cast *cast, uint32_t entry)
{
    return demonym_cell(cast, entry, cast->demonym_note).size == 0;
}

bool px_cast_is_of_bloc(const struct px_cast *cast, uint32_t entry)
{
    uint32_t named = find_plain_entry(cast, entry, px_cast_state_name(cast, entry));
    return px_cast_is_form(cast, named, PX_FORM_OF_BLOC);
}

/* Seats of a government ("the Kremlin") stand for it only where it is spoken of, and so do forms with a note, which
 * also name other things. */
bool px_cast_is_open(const struct px_cast *cast, uint32_t entry)
{
    return px_cast_is_form(cast, entry, PX_FORM_OF_INSTITUTION) || !px_cast_is_single(cast, entry);
}

/* A capital is the city, and not its government, behind "in", "near" or "visit", behind "a" ("a Tarsk hotel"), and
 * where it is that of a mere part of a state. */
bool px_cast_is_city(const struct px_cast *cast, const struct px_draft *draft, uint32_t entry)
{
    if (!px_cast_is_form(cast, entry, PX_FORM_OF_CAPITAL))
        return false;
    bool within = draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first) &&
                  (cast->clues[draft->first - 1].bits & (PX_NAME_WITHIN | PX_NAME_VISIT | PX_NAME_INDEFINITE)) != 0;
    return within || px_cast_is_part(cast, entry);
}

/* The entry of the country that the whole name stands for, or PX_NONE. */
uint32_t px_cast_country_entry(const struct px_cast *cast, const struct px_draft *draft)
{
    if (draft->part.form != PX_NONE)
        return draft->part.country;
    uint32_t hit = cast->clues[draft->name].country;
    if (hit == PX_NONE)
        return draft->name_count == 1 ? cast->clues[draft->name].piece : PX_NONE;
    bool whole = px_cast_hit(cast, hit)->first_token <= draft->name &&
                 px_cast_hit_end(cast, hit) == draft->name + draft->name_count;
    return whole ? px_cast_hit(cast, hit)->entry : PX_NONE;
}

/* The figure of the country, if the article names it; else PX_NONE. */
uint32_t px_cast_find_country(struct px_cast *cast, uint32_t entry)
{
    cast->buffer.size = 0;
    px_text_fold(px_cast_state_name(cast, entry), &cast->buffer);
    return px_table_find(&cast->keys, px_buffer_slice(&cast->buffer));
}

/* Does the article name the country beside its seats? Then they stand for it. */
bool px_cast_is_spoken_of(struct px_cast *cast, uint32_t entry)
{
    enum { SEATS_MOST = 3 }; /* to one name of the country; chosen on annotated referents from 1, 3 and any number */
    uint32_t id = px_cast_find_country(cast, entry);
    return id != PX_NONE && SEATS_MOST * cast->figures.items[id].spoken >= cast->figures.items[id].seats;
}

/* The name that a comma or "and" parts from the draft, in front of it or behind, or NULL. */
static const struct px_draft *listed_beside(const struct px_cast *cast, const struct px_draft *draft, bool behind)
{
    uint32_t end = draft->first + draft->count;
    if (!behind && draft->first < 2)
        return NULL;
    uint32_t mark = behind ? end : draft->first - 1;
    uint32_t other = behind ? end + 1 : draft->first - 2;
    if (!px_cast_together(cast, behind ? draft->first : other, behind ? other : draft->first) ||
        cast->owners[other] == 0)
        return NULL;
    bool listing = px_slice_is(px_cast_form(cast, mark)->text, ",") ||
                   (cast->annotation->classes[mark] & PX_CLASS_COORDINATOR) != 0;
    return listing ? &cast->drafts.items[cast->owners[other] - 1] : NULL;
}

/* Does the name stand in a list with two other parts of states ("Oregon, Washington and Idaho")? One may be a city. */
static bool is_among_parts(const struct px_cast *cast, const struct px_draft *draft)
{
    enum { PARTS_LEAST = 2 };
    int parts = 0;
    for (int behind = 0; behind < 2; behind++) {
        const struct px_draft *other = listed_beside(cast, draft, behind != 0);
        for (int i = 0; i < PARTS_LEAST && other != NULL; i++, other = listed_beside(cast, other, behind != 0)) {
            uint32_t entry = px_cast_country_entry(cast, other);
            if (entry == PX_NONE || !px_cast_is_part(cast, entry))
                break;
            parts++;
        }
    }
    return parts >= PARTS_LEAST;
}

/* Is the token behind the name one of the words of the cell "gov|governor"? */
static bool is_followed_by(const struct px_cast *cast, const struct px_draft *draft, struct px_slice words)
{
    uint32_t end = draft->name + draft->name_count;
    struct px_slice word;
    while (px_cast_together(cast, draft->name, end) && px_slice_next(&words, '|', &word))
        if (px_slice_equal(word, px_cast_form(cast, end)->fold_text))
            return true;
    return false;
}

uint32_t px_cast_namesake(struct px_cast *cast, const struct px_draft *draft, uint32_t entry)
{
    const struct px_lexicon *demonyms = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_DEMONYMS);
    struct px_slice name = demonym_cell(cast, entry, cast->demonym_namesake);
    if (name.size == 0)
        return PX_NONE;
    bool told = px_slice_equal(demonyms->entries.items[entry].text, name) || is_among_parts(cast, draft) ||
                is_followed_by(cast, draft, demonym_cell(cast, entry, cast->demonym_behind));
    cast->buffer.size = 0;
    px_text_fold(name, &cast->buffer);
    uint32_t id = px_table_find(&cast->keys, px_buffer_slice(&cast->buffer));
    bool before = id != PX_NONE && cast->figures.items[id].told_apart && !px_cast_is_city(cast, draft, entry);
    for (uint32_t i = 0; (told || before) && i < demonyms->entries.count; i++) {
        if (!px_slice_equal(demonyms->entries.items[i].text, name))
            continue;
        id = px_cast_country(cast, i);
        if (id != PX_NONE)
            cast->figures.items[id].told_apart = true;
        return id;
    }
    return PX_NONE;
}
