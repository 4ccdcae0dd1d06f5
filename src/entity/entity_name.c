/* Runs of words with capitals, taken apart into titles, countries, organisations and persons. */
#include "entity/entity_cast.h"

struct px_draft *px_cast_add_name(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t alias = px_cast_alias(cast, first, end);
    uint32_t country = cast->clues[first].country;
    if (alias == PX_NONE && px_cast_begins(cast, country, first) && px_cast_hit_end(cast, country) == end &&
        px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_MEMBER))
        return NULL;
    struct px_draft *draft = px_cast_draft(cast, PX_DRAFT_NAME, first, end);
    if (draft == NULL)
        return NULL;
    draft->alias = alias;
    for (uint32_t t = first; t < end; t++)
        cast->owners[t] = (uint32_t)cast->drafts.count;
    return draft;
}

/* Is the form, which ends a run, a name by itself: a party's members or its people ("Presumptive Republican"), a party
 * behind the first word of a sentence ("Local Republican Party"), or an organ of two words that is no more than that of
 * one state ("the Halden White House")? */
static bool is_name_by_itself(const struct px_cast *cast, uint32_t hit, bool fresh, bool *party)
{
    uint32_t entry = px_cast_hit(cast, hit)->entry;
    *party = px_cast_is_form(cast, entry, PX_FORM_OF_PARTY) || px_cast_is_partisan(cast, entry);
    if (*party)
        return fresh || px_cast_is_partisan(cast, entry) || px_cast_is_people(cast, entry);
    return (px_cast_hit(cast, hit)->token_count > 1 && px_cast_is_form(cast, entry, PX_FORM_OF_INSTITUTION) &&
            px_cast_is_single(cast, entry) && !px_cast_is_of_bloc(cast, entry));
}

/* "Local Republican Party", "Halden White House": what stands before a name that needs nothing before it is another's
 * name, or none: a single word before a party, or first in a sentence, only if it is known otherwise. */
static bool take_tail(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t tail = first + 1;
    bool party = false;
    while (tail < end && !(px_cast_begins(cast, cast->clues[tail].country, tail) &&
                           px_cast_hit_end(cast, cast->clues[tail].country) == end))
        tail++;
    if (tail >= end || cast->clues[first].country != PX_NONE ||
        !is_name_by_itself(cast, cast->clues[tail].country, px_cast_has(cast, first, PX_NAME_FRESH), &party) ||
        (party && tail > first + 1))
        return false;
    struct px_draft *before = px_cast_add_name(cast, first, tail);
    if (before != NULL)
        before->doubtful = tail == first + 1 && (party || px_cast_has(cast, first, PX_NAME_FRESH) ||
                                                 (cast->seen[px_cast_form(cast, first)->fold] & PX_SEEN_LOWER) != 0);
    px_cast_add_name(cast, tail, end);
    return true;
}

/* The words before a title or role: a country, then perhaps an organisation ("US House Judiciary Committee"), whose
 * name a parliament may begin. */
static void add_modifiers(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t country = cast->clues[first].country;
    enum px_head head;
    bool organ = px_cast_begins(cast, country, first) && px_cast_is_organ(cast, px_cast_hit(cast, country)->entry) &&
                 px_cast_is_head(cast, end - 1, &head) && head == PX_HEAD_ORGANISATION;
    if (first < end && !organ && px_cast_begins(cast, country, first) && px_cast_hit_end(cast, country) <= end) {
        px_cast_add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    if (first < end && !take_tail(cast, first, end))
        px_cast_add_name(cast, first, end);
}

static void add_person(struct px_cast *cast, uint32_t first, uint32_t end)
{
    struct px_draft *draft = px_cast_add_name(cast, first, end);
    if (draft == NULL)
        return;
    draft->person = true;
    uint32_t title = first == 0 ? PX_NONE : cast->clues[first - 1].title;
    if (title == PX_NONE)
        return;
    draft->gender = px_cast_gender(px_cast_cell(cast, title, cast->title_gender));
    if (end - first == 1 && cast->clues[first - 1].role == PX_NONE) {
        draft->first = px_cast_hit(cast, title)->first_token;
        draft->count = end - draft->first;
    }
}

/* The last title or role inside the run that has a name behind it; `*start` is where the title begins, the result
 * where the name begins, or `first` when there is none. */
static uint32_t find_title(const struct px_cast *cast, uint32_t first, uint32_t end, uint32_t *start)
{
    uint32_t name = first;
    enum px_head head;
    bool work = px_cast_is_head(cast, end - 1, &head) && head != PX_HEAD_GROUP;
    for (uint32_t t = first; t < end; t++) {
        uint32_t hit = cast->clues[t].role != PX_NONE ? cast->clues[t].role : cast->clues[t].title;
        if (hit == PX_NONE || (cast->clues[t].given != PX_NONE && t > first))
            continue;
        uint32_t behind = px_cast_hit_end(cast, hit);
        if (cast->clues[t].given != PX_NONE && cast->clues[t].role != PX_NONE && behind + 1 == end &&
            (cast->seen[px_cast_form(cast, t)->fold] & PX_SEEN_LOWER) == 0)
            continue; /* "Dean Halden", where nobody is a dean */
        if (behind + 1 == end && cast->clues[behind].speaks && cast->clues[behind].given == PX_NONE)
            continue; /* "Leader Says" in a headline that is none by its capitals */
        if (behind + 1 == end && px_cast_has(cast, behind, PX_NAME_OPENER) && cast->clues[behind].given == PX_NONE)
            continue; /* "the group Justice Now" */
        if (behind >= end || (work && cast->clues[behind].given == PX_NONE))
            continue;
        if (name == first)
            *start = px_cast_hit(cast, hit)->first_token;
        name = behind;
        t = behind - 1;
    }
    return name;
}

/* "Jason Baron came. *Baron* said": was the word, which may be a title, the last of a person's name before? */
static bool is_known_surname(const struct px_cast *cast, uint32_t token)
{
    for (size_t i = 0; i < cast->drafts.count; i++) {
        const struct px_draft *draft = &cast->drafts.items[i];
        uint32_t last = draft->name + draft->name_count - 1;
        if (draft->type == PX_DRAFT_NAME && draft->name_count > 1 && cast->clues[draft->name].given != PX_NONE &&
            px_cast_form(cast, last)->fold == px_cast_form(cast, token)->fold)
            return true;
    }
    return false;
}

/* A run that ends in a role: "UK Foreign Secretary", but also "Stephen King". The end of what is a name. */
static uint32_t find_role_at_end(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t hit = cast->clues[end - 1].role != PX_NONE ? cast->clues[end - 1].role : cast->clues[end - 1].title;
    if (hit == PX_NONE || px_cast_hit_end(cast, hit) != end || (end == first + 1 && is_known_surname(cast, first)))
        return end;
    uint32_t start = px_cast_hit(cast, hit)->first_token;
    if (start > first && px_cast_has(cast, start - 1, PX_NAME_OF)) /* "Center for Justice" */
        return end;
    if (start > first && cast->clues[first].given != PX_NONE && cast->clues[first].country == PX_NONE)
        return end;
    return start < first ? first : start;
}

/* Is the country at the front only said of what follows ("Russian President", "British Anna Smith")? "European Court of
 * Human Rights" is one name. */
static bool is_leading_country(const struct px_cast *cast, uint32_t first, uint32_t end, bool joined)
{
    uint32_t country = cast->clues[first].country;
    enum px_head head;
    if (!px_cast_begins(cast, country, first) || px_cast_hit_end(cast, country) >= end ||
        px_cast_is_head(cast, end - 1, &head))
        return false;
    uint32_t behind = px_cast_hit_end(cast, country);
    if (joined && (px_cast_is_head(cast, behind, &head) || !px_cast_has(cast, behind, PX_NAME_CAPITAL)))
        return false;
    return cast->clues[behind].given != PX_NONE ||
           px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_PEOPLE);
}

/* "Republican Jeb Bush": a head word in front of a given name, or a member's form in front of two words. Where the
 * person's name begins, or `first`. */
static uint32_t find_given_behind(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    enum px_head head;
    if (end - first < 3 || !px_cast_has(cast, first + 1, PX_NAME_CAPITAL)) /* "Varnians for Peace" */
        return first;
    if (cast->clues[first].country != PX_NONE && !px_cast_is_head(cast, end - 1, &head) &&
        px_cast_is_form(cast, px_cast_hit(cast, cast->clues[first].country)->entry, PX_FORM_OF_MEMBER) &&
        cast->clues[first + 1].country == PX_NONE && cast->clues[end - 1].country == PX_NONE)
        return first + 1;
    bool apart = px_cast_is_head(cast, first, &head) && cast->clues[first + 1].given != PX_NONE &&
                 cast->clues[first].given == PX_NONE && !px_cast_is_head(cast, end - 1, &head);
    return apart ? first + 1 : first;
}

/* "Secretary for *Harbour Affairs* Anna Keller": behind an office and the small word of its field a person's name begins
 * with the given name. Where it begins, or `first`. */
static uint32_t find_behind_field(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    bool inside = px_cast_has(cast, first, PX_NAME_OF);
    bool behind = first > 1 && px_cast_together(cast, first - 2, first) && px_cast_has(cast, first - 1, PX_NAME_OF) &&
                  (cast->clues[first - 2].role != PX_NONE || cast->clues[first - 2].title != PX_NONE);
    if (!inside && (!behind || cast->clues[first].given != PX_NONE))
        return first;
    for (uint32_t t = first + 1; t + 1 < end; t++)
        if (cast->clues[t].given != PX_NONE)
            return t;
    return first;
}

/* "Halden v. Kestria" */
static bool names_case(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (px_cast_has(cast, t, PX_NAME_VERSUS))
            return true;
    return false;
}

/* "New York Republicans", "GOP House": a run of forms of countries, parties and organs is as many names, but for the
 * organ of a country ("U.S. Senate"). */
static bool take_countries(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t next, last = first;
    for (uint32_t t = first; t < end; t = next) {
        if (!px_cast_begins(cast, cast->clues[t].country, t) || px_cast_hit_end(cast, cast->clues[t].country) > end)
            return false;
        next = px_cast_hit_end(cast, cast->clues[t].country);
        last = t;
    }
    bool organ = px_cast_is_organ(cast, px_cast_hit(cast, cast->clues[last].country)->entry);
    bool place = px_cast_is_form(cast, px_cast_hit(cast, cast->clues[first].country)->entry,
                                 PX_FORM_OF_PLACE | PX_FORM_OF_PEOPLE);
    if (organ && place)
        return false;
    for (uint32_t t = first; t < end; t = next) {
        next = px_cast_hit_end(cast, cast->clues[t].country);
        px_cast_add_name(cast, t, next);
    }
    return true;
}

/* "President Anna Halden", "Foreign Secretary": a title with its bearer behind it, or a role at the run's end. What
 * stands before is told of both. */
static bool take_office(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t start = first, name = find_title(cast, first, end, &start);
    if (name > first) {
        if (start > first)
            add_modifiers(cast, first, start);
        add_person(cast, find_behind_field(cast, name, end), end);
        return true;
    }
    uint32_t name_end = find_role_at_end(cast, first, end);
    if (name_end < end && name_end > first)
        add_modifiers(cast, first, name_end);
    return name_end < end;
}

/* Names that stand in front of the run's own: a country, and what a given name behind it cuts off. Where the rest
 * begins. */
static uint32_t take_front(struct px_cast *cast, uint32_t first, uint32_t end, bool joined)
{
    uint32_t country = cast->clues[first].country;
    if (is_leading_country(cast, first, end, joined)) {
        px_cast_add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    uint32_t given = find_given_behind(cast, first, end);
    if (given > first)
        px_cast_add_name(cast, first, given);
    return given;
}

/* Stands a title, or a role in small letters, right before the token: "spokesman Pavel Dornik"? */
static bool is_introduced(const struct px_cast *cast, uint32_t first)
{
    const struct px_clue *before = first == 0 ? NULL : &cast->clues[first - 1];
    return before != NULL && px_cast_together(cast, first - 1, first) &&
           (before->role != PX_NONE || before->title != PX_NONE) && !px_cast_has(cast, first - 1, PX_NAME_FRESH);
}

void px_cast_take_apart(struct px_cast *cast, uint32_t first, uint32_t end, bool joined)
{
    uint32_t country = cast->clues[first].country;
    enum px_head head;
    if ((px_cast_begins(cast, country, first) && px_cast_hit_end(cast, country) == end) ||
        names_case(cast, first, end) || (joined && px_cast_is_head(cast, first, &head))) {
        px_cast_add_name(cast, first, end);
        return;
    }
    if (take_countries(cast, first, end) || (!joined && take_tail(cast, first, end)) || take_office(cast, first, end))
        return;
    first = take_front(cast, first, end, joined);
    uint32_t field = find_behind_field(cast, first, end);
    if (field > first)
        add_person(cast, field, end);
    else if (is_introduced(cast, first) && !px_cast_is_head(cast, end - 1, &head))
        add_person(cast, first, end);
    else
        px_cast_add_name(cast, first, end);
}
