/* Names: runs of words with capitals, taken apart into titles, countries, organisations and persons. */
#include "annotate/entity_cast.h"

static bool has(const struct px_cast *cast, uint32_t token, uint32_t bits)
{
    return (cast->clues[token].bits & bits) != 0;
}

/* Does a hit begin at this token? */
static bool begins(const struct px_cast *cast, uint32_t hit, uint32_t token)
{
    return hit != PX_NONE && px_cast_hit(cast, hit)->first_token == token;
}

/* Behind the particles at the token that a name goes on with, "*van der* Hask"; the token itself where it does not. */
static uint32_t skip_particles(const struct px_cast *cast, uint32_t token)
{
    uint32_t end = token;
    while (px_cast_together(cast, token, end) && has(cast, end, PX_NAME_PARTICLE) && !has(cast, end, PX_NAME_CAPITAL))
        end++;
    return px_cast_together(cast, token, end) && has(cast, end, PX_NAME_CAPITAL) ? end : token;
}

/* A word where any word has a capital: is it a name all the same? `*doubtful`: only if it is known otherwise. */
static bool accept_fresh(const struct px_cast *cast, uint32_t token, bool *doubtful)
{
    const struct px_form *form = px_cast_form(cast, token);
    const struct px_clue *clue = &cast->clues[token];
    uint8_t seen = cast->seen[form->fold];
    uint32_t next = px_cast_skip_nickname(cast, token, token + 1);
    if (clue->given != PX_NONE && px_cast_together(cast, token, next))
        next = skip_particles(cast, next);
    bool more =
        px_cast_together(cast, token, next) && px_cast_is_name_word(cast, next, px_cast_introduces_person(cast, token));
    if (clue->country != PX_NONE)
        return true;
    if (has(cast, token, PX_NAME_OPENER) || form->stop)
        return false;
    if ((clue->title != PX_NONE || clue->given != PX_NONE) && more)
        return true;
    if ((seen & PX_SEEN_CAPITAL) != 0 && (seen & PX_SEEN_LOWER) == 0)
        return true;
    if (form->shape == PX_SHAPE_UPPER || form->shape == PX_SHAPE_MIXED)
        return form->text.size > 1;
    enum px_head head;
    if (more && (seen & PX_SEEN_CAPITAL) != 0 && px_cast_is_head(cast, next, &head))
        return true; /* "Constitutional Court" of an article that also writes "constitutional" */
    if (more)
        return (seen & PX_SEEN_LOWER) == 0 && cast->annotation->classes[token] == 0 && clue->role == PX_NONE;
    *doubtful = true;
    return true;
}

/* NULL where the words name nobody, too: "Republican". */
static struct px_draft *add_name(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t alias = px_cast_alias(cast, first, end);
    uint32_t country = cast->clues[first].country;
    if (alias == PX_NONE && begins(cast, country, first) && px_cast_hit_end(cast, country) == end &&
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
    while (tail < end &&
           !(begins(cast, cast->clues[tail].country, tail) && px_cast_hit_end(cast, cast->clues[tail].country) == end))
        tail++;
    if (tail >= end || cast->clues[first].country != PX_NONE ||
        !is_name_by_itself(cast, cast->clues[tail].country, has(cast, first, PX_NAME_FRESH), &party) ||
        (party && tail > first + 1))
        return false;
    struct px_draft *before = add_name(cast, first, tail);
    if (before != NULL)
        before->doubtful = tail == first + 1 && (party || has(cast, first, PX_NAME_FRESH) ||
                                                 (cast->seen[px_cast_form(cast, first)->fold] & PX_SEEN_LOWER) != 0);
    add_name(cast, tail, end);
    return true;
}

/* The words before a title or role: a country, then perhaps an organisation ("US House Judiciary Committee"), whose
 * name a parliament may begin. */
static void add_modifiers(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t country = cast->clues[first].country;
    enum px_head head;
    bool organ = begins(cast, country, first) && px_cast_is_organ(cast, px_cast_hit(cast, country)->entry) &&
                 px_cast_is_head(cast, end - 1, &head) && head == PX_HEAD_ORGANISATION;
    if (first < end && !organ && begins(cast, country, first) && px_cast_hit_end(cast, country) <= end) {
        add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    if (first < end && !take_tail(cast, first, end))
        add_name(cast, first, end);
}

static void add_person(struct px_cast *cast, uint32_t first, uint32_t end)
{
    struct px_draft *draft = add_name(cast, first, end);
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
        if (behind + 1 == end && has(cast, behind, PX_NAME_OPENER) && cast->clues[behind].given == PX_NONE)
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
    if (!begins(cast, country, first) || px_cast_hit_end(cast, country) >= end || px_cast_is_head(cast, end - 1, &head))
        return false;
    uint32_t behind = px_cast_hit_end(cast, country);
    if (joined && px_cast_is_head(cast, behind, &head))
        return false;
    return cast->clues[behind].given != PX_NONE ||
           px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_PEOPLE);
}

/* "Republican Jeb Bush": a head word in front of a given name, or a member's form in front of two words. Where the
 * person's name begins, or `first`. */
static uint32_t find_given_behind(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    enum px_head head;
    if (end - first >= 3 && cast->clues[first].country != PX_NONE && !px_cast_is_head(cast, end - 1, &head) &&
        px_cast_is_form(cast, px_cast_hit(cast, cast->clues[first].country)->entry, PX_FORM_OF_MEMBER) &&
        cast->clues[first + 1].country == PX_NONE && cast->clues[end - 1].country == PX_NONE)
        return first + 1;
    bool apart = end - first >= 3 && px_cast_is_head(cast, first, &head) && cast->clues[first + 1].given != PX_NONE &&
                 cast->clues[first].given == PX_NONE && !px_cast_is_head(cast, end - 1, &head);
    return apart ? first + 1 : first;
}

/* "Secretary for *Harbour Affairs* Anna Keller": behind an office and the small word of its field a person's name begins
 * with the given name. Where it begins, or `first`. */
static uint32_t find_behind_field(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    bool inside = has(cast, first, PX_NAME_OF);
    bool behind = first > 1 && px_cast_together(cast, first - 2, first) && has(cast, first - 1, PX_NAME_OF) &&
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
        if (has(cast, t, PX_NAME_VERSUS))
            return true;
    return false;
}

/* "New York Republicans", "GOP House": a run of forms of countries, parties and organs is as many names, but for the
 * organ of a country ("U.S. Senate"). */
static bool take_countries(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t next, last = first;
    for (uint32_t t = first; t < end; t = next) {
        if (!begins(cast, cast->clues[t].country, t) || px_cast_hit_end(cast, cast->clues[t].country) > end)
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
        add_name(cast, t, next);
    }
    return true;
}

static void take_apart(struct px_cast *cast, uint32_t first, uint32_t end, bool joined)
{
    uint32_t country = cast->clues[first].country;
    if (begins(cast, country, first) && px_cast_hit_end(cast, country) == end) {
        add_name(cast, first, end);
        return;
    }
    enum px_head head;
    if (names_case(cast, first, end) || (joined && px_cast_is_head(cast, first, &head))) {
        add_name(cast, first, end);
        return;
    }
    if (take_countries(cast, first, end) || (!joined && take_tail(cast, first, end)))
        return;
    uint32_t start = first;
    uint32_t name = find_title(cast, first, end, &start);
    if (name > first) {
        if (start > first)
            add_modifiers(cast, first, start);
        add_person(cast, find_behind_field(cast, name, end), end);
        return;
    }
    uint32_t name_end = find_role_at_end(cast, first, end);
    if (name_end < end) {
        if (name_end > first)
            add_modifiers(cast, first, name_end);
        return;
    }
    if (is_leading_country(cast, first, end, joined)) {
        add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    uint32_t given = find_given_behind(cast, first, end);
    if (given > first)
        add_name(cast, first, given);
    first = given;
    uint32_t field = find_behind_field(cast, first, end);
    if (field > first) {
        add_person(cast, field, end);
        return;
    }
    /* a title, or a role in small letters, may stand right before: "spokesman Pavel Dornik" */
    const struct px_clue *before = first == 0 ? NULL : &cast->clues[first - 1];
    bool person = before != NULL && px_cast_together(cast, first - 1, first) &&
                  (before->role != PX_NONE || before->title != PX_NONE) && !has(cast, first - 1, PX_NAME_FRESH);
    if (person && !px_cast_is_head(cast, end - 1, &head))
        add_person(cast, first, end);
    else
        add_name(cast, first, end);
}

/* "Interior minister", "FBI director": a role in small letters whose first word alone has a capital, as a sentence or
 * its own name has it. A country in front is still named. */
static bool is_small_role(const struct px_cast *cast, uint32_t role, uint32_t token)
{
    return begins(cast, role, token) && px_cast_hit(cast, role)->token_count > 1 &&
           !has(cast, px_cast_hit_end(cast, role) - 1, PX_NAME_CAPITAL) && cast->clues[token].country == PX_NONE;
}

/* "West-sponsored": a name made into an adjective is no beginning of a name. */
static bool is_compound(const struct px_cast *cast, uint32_t token)
{
    const struct px_form *form = px_cast_form(cast, token);
    size_t hyphen = px_slice_find(form->text, PX_SLICE("-"), 0);
    bool small = hyphen != SIZE_MAX && hyphen + 1 < form->text.size && form->text.data[hyphen + 1] >= 'a' &&
                 form->text.data[hyphen + 1] <= 'z';
    if (hyphen == 1 && form->part_count == 2)
        return true; /* "R-Calif." */
    return form->part_count > 1 && small && cast->clues[token].given == PX_NONE &&
           cast->clues[token].country == PX_NONE;
}

/* The end of an alias that begins at the token and is no part of a longer name ("Halden" in "Halden Bridge"); the token
 * itself when there is none. */
static uint32_t find_alias_end(const struct px_cast *cast, uint32_t t)
{
    bool joined;
    uint32_t alias = cast->clues[t].alias;
    if (!begins(cast, alias, t))
        return t;
    bool run = has(cast, t, PX_NAME_CAPITAL) && !has(cast, t, PX_NAME_HEADLINE);
    uint32_t end = run ? px_cast_run_end(cast, t, &joined) + 1 : t;
    return px_cast_hit_end(cast, alias) >= end ? px_cast_hit_end(cast, alias) : t;
}

/* Does the article write the word with a capital where none is due? */
static bool is_known(const struct px_cast *cast, uint32_t form)
{
    uint32_t fold = px_vocabulary_form(cast->vocabulary, form)->fold;
    return fold < cast->seen_count && (cast->seen[fold] & PX_SEEN_CAPITAL) != 0;
}

/* "Halden-Oss" is two, where one of them is named by itself, or both before a capital ("Trans-Kestrian Pact"). */
static bool is_two_names(const struct px_cast *cast, uint32_t token, const struct px_part *parts, size_t count)
{
    bool more = px_cast_together(cast, token, token + 1) && has(cast, token + 1, PX_NAME_CAPITAL);
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += is_known(cast, parts[i].form);
    return count == 2 && known > (more ? 1 : 0);
}

/* The parts of a compound that have capitals; how many of them there are. */
static size_t read_parts(struct px_cast *cast, uint32_t token, struct px_part *parts, size_t most)
{
    const struct px_slice text = px_cast_form(cast, token)->text;
    struct px_slice rest = px_cast_form(cast, token)->part_count > 1 ? text : (struct px_slice){0};
    struct px_slice piece;
    size_t count = 0;
    while (count < most && px_slice_next(&rest, '-', &piece)) {
        if (piece.size < 2 || !px_cast_begins_upper(piece)) /* "R-Calif." */
            continue;
        parts[count].form = px_vocabulary_add(cast->vocabulary, piece);
        parts[count].country = px_cast_word_country(cast, piece);
        parts[count].start = (uint32_t)(piece.data - text.data);
        parts[count].size = (uint32_t)piece.size;
        cast->failed = cast->failed || parts[count].form == PX_NONE;
        count++;
    }
    return count;
}

/* Both countries of "Halden-Kestria", and whoever else is named by itself: "the Hask-Halden talks". False when the word
 * is no such compound, or a name behind a given name or title. */
static bool take_compound(struct px_cast *cast, uint32_t token, bool known)
{
    enum { PARTS_MOST = 4 };
    struct px_part parts[PARTS_MOST];
    size_t count = read_parts(cast, token, parts, PARTS_MOST);
    bool piece = cast->clues[token].piece != PX_NONE;
    if (cast->failed || (!piece && (known || !is_two_names(cast, token, parts, count))))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool country = parts[i].country != PX_NONE;
        if (country ? px_cast_is_form(cast, parts[i].country, PX_FORM_OF_MEMBER) : !is_known(cast, parts[i].form))
            continue;
        struct px_draft *draft = add_name(cast, token, token + 1);
        if (draft == NULL)
            return true;
        draft->part = parts[i];
        draft->doubtful = !country;
    }
    if (count == 0) /* "F.B.I." */
        add_name(cast, token, token + 1);
    return true;
}

/* Is the run of capitals from the token on a plain word, which may be a partner's name in the name of a firm? */
static bool is_partner(const struct px_cast *cast, uint32_t token)
{
    return has(cast, token, PX_NAME_CAPITAL) && cast->clues[token].country == PX_NONE &&
           cast->clues[token].head == PX_NONE && !px_cast_is_calendar(cast, token) && !has(cast, token, PX_NAME_NEVER);
}

/* "Tarn, Oss, Halden and Keller LLP", "Tarn, Oss & Keller": a list of partners that "&" joins, or that ends in a firm's
 * head word, is one name. The token behind it; `t` when there is none. */
static uint32_t find_firm_end(const struct px_cast *cast, uint32_t t)
{
    enum { PARTNERS_LEAST = 2, PARTNERS_SURE = 3 }; /* "Nordal, Lorn & Tarn" may be two shops */
    uint32_t partners = 0, at = t;
    enum px_head head;
    while (px_cast_together(cast, t, at + 1) && is_partner(cast, at) &&
           px_slice_is(px_cast_form(cast, at + 1)->text, ",")) {
        partners++;
        at += 2;
    }
    if (px_cast_together(cast, t, at + 1) && !has(cast, at, PX_NAME_AND) && is_partner(cast, at)) {
        partners++;
        at++;
    }
    if (partners < PARTNERS_LEAST || !px_cast_together(cast, t, at + 1) || !has(cast, at, PX_NAME_AND) ||
        !is_partner(cast, at + 1))
        return t;
    bool firm = partners >= PARTNERS_SURE && px_slice_is(px_cast_form(cast, at)->text, "&");
    uint32_t end = at + 2;
    at = end + (px_cast_together(cast, t, end) && px_slice_is(px_cast_form(cast, end)->text, ",")); /* ", LLP" */
    if (px_cast_together(cast, t, at) && px_cast_is_head(cast, at, &head) && head == PX_HEAD_ORGANISATION &&
        px_cast_head_is(cast, at, PX_SLICE("partners")))
        return at + 1;
    return firm ? end : t;
}

/* "Mend the Harbour found that …": a sentence begins with a name that the article has had, with a small word behind its
 * first. The token behind it; `t` when there is none. */
static uint32_t find_motto_end(const struct px_cast *cast, uint32_t t)
{
    if (!has(cast, t, PX_NAME_CAPITAL) || !has(cast, t, PX_NAME_FRESH) || !px_cast_together(cast, t, t + 2) ||
        px_cast_form(cast, t + 1)->shape != PX_SHAPE_LOWER || !px_cast_form(cast, t + 1)->stop)
        return t;
    for (size_t i = cast->drafts.count; i-- > 0;) {
        const struct px_draft *draft = &cast->drafts.items[i];
        uint32_t words = 0;
        while (draft->type == PX_DRAFT_NAME && draft->name_count > 2 && words < draft->name_count &&
               px_cast_together(cast, t, t + words) &&
               px_slice_equal(px_cast_form(cast, draft->name + words)->text, px_cast_form(cast, t + words)->text))
            words++;
        if (words > 2 && words == draft->name_count)
            return t + words;
    }
    return t;
}

/* Tries to begin a name at this token; returns the token to go on with. */
static uint32_t read_run(struct px_cast *cast, uint32_t t)
{
    bool doubtful = false;
    bool known = t > 0 && px_cast_together(cast, t - 1, t) && px_cast_introduces_person(cast, t - 1);
    const struct px_clue *clue = &cast->clues[t];
    uint32_t alias_end = find_alias_end(cast, t);
    if (alias_end > t) {
        add_name(cast, t, alias_end);
        return alias_end;
    }
    uint32_t firm_end = find_firm_end(cast, t);
    if (firm_end > t) {
        add_name(cast, t, firm_end);
        return firm_end;
    }
    uint32_t motto_end = find_motto_end(cast, t);
    if (motto_end > t) {
        add_name(cast, t, motto_end);
        return motto_end;
    }
    uint32_t law_end = px_cast_law_end(cast, t);
    if (law_end > t) {
        add_name(cast, t, law_end);
        return law_end;
    }
    if (take_compound(cast, t, known) || is_compound(cast, t))
        return t + 1;
    if (is_small_role(cast, clue->role, t))
        return px_cast_hit_end(cast, clue->role);
    if (!has(cast, t, PX_NAME_CAPITAL) || has(cast, t, PX_NAME_HEADLINE))
        return t + 1;
    if (has(cast, t, PX_NAME_FRESH) && !known) {
        if (px_cast_is_calendar(cast, t) || (has(cast, t, PX_NAME_NEVER) && clue->country == PX_NONE) ||
            !accept_fresh(cast, t, &doubtful))
            return t + 1;
    } else if (!px_cast_is_name_word(cast, t, known)) {
        /* "May", "Will": a name only where the same name is known otherwise */
        bool behind_place = t > 0 && has(cast, t - 1, PX_NAME_PLACE); /* "in May" */
        if (!px_cast_form(cast, t)->stop || has(cast, t, PX_NAME_FRESH | PX_NAME_NEVER) ||
            px_cast_is_calendar(cast, t) || behind_place)
            return t + 1;
        doubtful = true;
    }
    bool joined;
    uint32_t end = px_cast_run_end(cast, t, &joined) + 1;
    if (doubtful && end > t + 1)
        return t + 1;
    size_t known_drafts = cast->drafts.count;
    take_apart(cast, t, end, joined);
    for (size_t i = known_drafts; i < cast->drafts.count && doubtful; i++)
        cast->drafts.items[i].doubtful = true;
    return end;
}

/* "Face the Nation", "Morning Joe" between quotation marks: a title with a small word in it, or that a given name ends,
 * is one name. The token behind it; `t` when there is none. */
static uint32_t read_title(struct px_cast *cast, const struct px_quotation *quotation, uint32_t t)
{
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t first = t + 1, end = quotation->first_token + quotation->token_count;
    bool small = false;
    while (end > first && tokens[end - 1].kind == PX_TOKEN_PUNCTUATION)
        end--;
    for (uint32_t at = first; at < end; at++) {
        if (tokens[at].kind != PX_TOKEN_WORD || has(cast, at, PX_NAME_HEADLINE))
            return t;
        small |= px_cast_form(cast, at)->shape == PX_SHAPE_LOWER;
    }
    bool given = end > first + 1 && cast->clues[end - 1].given != PX_NONE && !px_cast_introduces_person(cast, first);
    struct px_draft *draft = (small || given) && px_cast_together(cast, t, end - 1) ? add_name(cast, first, end) : NULL;
    if (draft == NULL)
        return t;
    draft->title = true;
    return end;
}

void px_cast_find_names(struct px_cast *cast)
{
    const struct px_quotation *quotation = cast->article->quotations.items;
    const struct px_quotation *last = quotation + cast->article->quotations.count;
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed;) {
        while (quotation < last && quotation->first_token < t)
            quotation++;
        bool title = quotation < last && quotation->first_token == t && quotation->kind == PX_QUOTATION_TITLE;
        uint32_t end = title ? read_title(cast, quotation, t) : t;
        t = end > t ? end : read_run(cast, t);
    }
}
