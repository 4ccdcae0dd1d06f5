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

/* Months, weekdays, "today": capitals that name nobody. "May" is a name behind a given name or a title. */
static bool is_calendar(const struct px_cast *cast, uint32_t token)
{
    return (cast->annotation->classes[token] & PX_CLASS_TIME) != 0;
}

static bool is_honorific(const struct px_cast *cast, uint32_t token)
{
    uint32_t title = cast->clues[token].title;
    return title != PX_NONE && px_cast_cell(cast, title, cast->title_gender).size > 0;
}

static bool introduces_person(const struct px_cast *cast, uint32_t token)
{
    return cast->clues[token].given != PX_NONE || cast->clues[token].title != PX_NONE;
}

/* Can the capitalised word go on or begin a name, its place in the sentence aside? */
static bool is_name_word(const struct px_cast *cast, uint32_t token, bool after_person)
{
    const struct px_form *form = px_cast_form(cast, token);
    if (!has(cast, token, PX_NAME_CAPITAL) || is_calendar(cast, token))
        return false;
    if (form->text.size == 1 && !after_person && px_cast_together(cast, token, token + 1) &&
        !has(cast, token + 1, PX_NAME_CAPITAL))
        return false;
    if (has(cast, token, PX_NAME_NEVER) && !after_person)
        return false;
    bool listed = cast->clues[token].country != PX_NONE || cast->clues[token].title != PX_NONE;
    return !form->stop || listed || after_person || (form->shape == PX_SHAPE_UPPER && form->text.size > 1);
}

/* A word where any word has a capital: is it a name all the same? `*doubtful`: only if it is known otherwise. */
static bool accept_fresh(const struct px_cast *cast, uint32_t token, bool *doubtful)
{
    const struct px_form *form = px_cast_form(cast, token);
    const struct px_clue *clue = &cast->clues[token];
    uint8_t seen = cast->seen[form->fold];
    bool more =
        px_cast_together(cast, token, token + 1) && is_name_word(cast, token + 1, introduces_person(cast, token));
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
    if (more)
        return (seen & PX_SEEN_LOWER) == 0 && cast->annotation->classes[token] == 0 && clue->role == PX_NONE;
    *doubtful = true;
    return true;
}

/* Behind "J." in "Donald J. Trump" where the scanner made two tokens of it; `token` when it is no initial. */
static uint32_t skip_initial_stop(const struct px_cast *cast, uint32_t token)
{
    if (px_cast_form(cast, token)->text.size != 1 || !px_cast_together(cast, token, token + 2))
        return token;
    const struct px_token *stop = &cast->article->tokens.items[token + 1];
    bool dot = (stop->flags & PX_TOKEN_SPACE_BEFORE) == 0 && px_slice_is(px_cast_form(cast, token + 1)->text, ".");
    return dot && has(cast, token + 2, PX_NAME_CAPITAL) ? token + 1 : token;
}

static bool is_head(const struct px_cast *cast, uint32_t token, enum px_head *head)
{
    uint32_t hit = cast->clues[token].head;
    *head = PX_HEAD_NONE;
    if (hit == PX_NONE)
        return false;
    struct px_slice category = px_cast_entry(cast, hit)->category;
    *head = px_slice_is(category, "organisation.head") ? PX_HEAD_ORGANISATION
            : px_slice_is(category, "place.head")      ? PX_HEAD_PLACE
            : px_slice_is(category, "group.head")      ? PX_HEAD_GROUP
                                                       : PX_HEAD_WORK;
    return true;
}

/* The last token of what a small word joins to the run that ends at `last`, or `last`. */
static uint32_t join(const struct px_cast *cast, uint32_t first, uint32_t last, bool *joined)
{
    uint32_t next = last + 1;
    uint32_t limit = last + 3;
    enum px_head head;
    if (!px_cast_together(cast, first, next + 1))
        return last;
    if (has(cast, next, PX_NAME_PARTICLE) && !is_head(cast, last, &head)) {
        while (next < limit && px_cast_together(cast, first, next + 1) && has(cast, next, PX_NAME_PARTICLE))
            next++;
        return has(cast, next, PX_NAME_CAPITAL) && is_name_word(cast, next, true) ? next : last;
    }
    bool of = has(cast, next, PX_NAME_OF) && (is_head(cast, last, &head) || *joined);
    bool and = has(cast, next, PX_NAME_AND) && (*joined || px_cast_form(cast, next)->text.size == 1);
    if (!of && !and)
        return last;
    next++;
    if (of && has(cast, next, PX_NAME_DEFINITE) && px_cast_together(cast, first, next + 1))
        next++;
    if (!has(cast, next, PX_NAME_CAPITAL) || !is_name_word(cast, next, false) || is_honorific(cast, next))
        return last;
    if (and&&*joined && (introduces_person(cast, next) || cast->clues[next].country != PX_NONE))
        return last;
    *joined = *joined || of;
    return next;
}

/* A word that the article also writes in small letters ends a full name that a given name began two words before it:
 * "James Corvin Memos Out". */
static bool ends_full_name(const struct px_cast *cast, uint32_t first, uint32_t next)
{
    return next >= first + 2 && cast->clues[next - 2].given != PX_NONE && cast->clues[next].role == PX_NONE &&
           cast->clues[next].given == PX_NONE && (cast->seen[px_cast_form(cast, next)->fold] & PX_SEEN_LOWER) != 0 &&
           has(cast, next - 1, PX_NAME_CAPITAL) &&
           (cast->seen[px_cast_form(cast, next - 1)->fold] & PX_SEEN_LOWER) == 0 &&
           (cast->clues[next].bits & (PX_NAME_SUFFIX | PX_NAME_JUNIOR)) == 0;
}

/* The last token of the run of name words that begins at `first`; `*joined`: parts are joined by "of". */
static uint32_t find_run_end(const struct px_cast *cast, uint32_t first, bool *joined)
{
    uint32_t last = first;
    *joined = false;
    for (;;) {
        const struct px_clue *clue = &cast->clues[last];
        uint32_t role_end = clue->role == PX_NONE ? last : px_cast_hit_end(cast, clue->role) - 1;
        uint32_t country_end = clue->country == PX_NONE ? last : px_cast_hit_end(cast, clue->country) - 1;
        if (role_end > last && has(cast, role_end, PX_NAME_CAPITAL))
            last = role_end;
        if (country_end > last)
            last = country_end;
        uint32_t next = skip_initial_stop(cast, last) + 1;
        if (!px_cast_together(cast, first, next))
            return last;
        bool person = introduces_person(cast, last);
        if (ends_full_name(cast, first, next))
            return last;
        if (is_name_word(cast, next, person) && !is_honorific(cast, next)) {
            last = next;
            continue;
        }
        next = join(cast, first, last, joined);
        if (next == last)
            return last;
        last = next;
    }
}

static struct px_draft *add_name(struct px_cast *cast, uint32_t first, uint32_t end)
{
    struct px_draft *draft = px_cast_draft(cast, PX_DRAFT_NAME, first, end);
    if (draft == NULL)
        return NULL;
    draft->alias = px_cast_alias(cast, first, end);
    for (uint32_t t = first; t < end; t++)
        cast->owners[t] = (uint32_t)cast->drafts.count;
    return draft;
}

/* The words before a title or role: a country, then perhaps an organisation ("US House Judiciary Committee"). */
static void add_modifiers(struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t country = cast->clues[first].country;
    if (first < end && begins(cast, country, first) && px_cast_hit_end(cast, country) <= end) {
        add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    if (first < end)
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
    bool work = is_head(cast, end - 1, &head) && head != PX_HEAD_GROUP;
    for (uint32_t t = first; t < end; t++) {
        uint32_t hit = cast->clues[t].role != PX_NONE ? cast->clues[t].role : cast->clues[t].title;
        if (hit == PX_NONE || (cast->clues[t].given != PX_NONE && t > first))
            continue;
        uint32_t behind = px_cast_hit_end(cast, hit);
        if (behind + 1 == end && cast->clues[behind].speaks && cast->clues[behind].given == PX_NONE)
            continue; /* "Leader Says" in a headline that is none by its capitals */
        if (behind >= end || (work && cast->clues[behind].given == PX_NONE))
            continue;
        if (name == first)
            *start = px_cast_hit(cast, hit)->first_token;
        name = behind;
        t = behind - 1;
    }
    return name;
}

/* A run that ends in a role: "UK Foreign Secretary", but also "Stephen King". The end of what is a name. */
static uint32_t find_role_at_end(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t hit = cast->clues[end - 1].role != PX_NONE ? cast->clues[end - 1].role : cast->clues[end - 1].title;
    if (hit == PX_NONE || px_cast_hit_end(cast, hit) != end)
        return end;
    uint32_t start = px_cast_hit(cast, hit)->first_token;
    if (start > first && cast->clues[first].given != PX_NONE && cast->clues[first].country == PX_NONE)
        return end;
    return start < first ? first : start;
}

/* Is the country at the front only said of what follows ("Russian President", "British Anna Smith")? */
static bool is_leading_country(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    uint32_t country = cast->clues[first].country;
    enum px_head head;
    if (!begins(cast, country, first) || px_cast_hit_end(cast, country) >= end || is_head(cast, end - 1, &head))
        return false;
    uint32_t behind = px_cast_hit_end(cast, country);
    return cast->clues[behind].given != PX_NONE || px_slice_is(px_cast_entry(cast, country)->category, "demonym");
}

/* "Republican Jeb Bush": a head word in front of a given name. Where the person's name begins, or `first`. */
static uint32_t find_given_behind(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    enum px_head head;
    bool apart = end - first >= 3 && is_head(cast, first, &head) && cast->clues[first + 1].given != PX_NONE &&
                 cast->clues[first].given == PX_NONE && !is_head(cast, end - 1, &head);
    return apart ? first + 1 : first;
}

/* "the senior Democrat said": a member's form names a person, and a party only before a noun ("Democrat lawmakers"). */
static bool is_member(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    const uint32_t behind = PX_CLASS_PREPOSITION | PX_CLASS_RELATIVE | PX_CLASS_AUXILIARY | PX_CLASS_SUBORDINATOR |
                            PX_CLASS_TO | PX_CLASS_TIME;
    if (!px_slice_is(px_cast_entry(cast, cast->clues[first].country)->category, "member"))
        return false;
    return !px_cast_together(cast, first, end + 1) || cast->clues[end].speaks ||
           cast->article->tokens.items[end].kind == PX_TOKEN_PUNCTUATION ||
           (cast->annotation->classes[end] & behind) != 0;
}

static void take_apart(struct px_cast *cast, uint32_t first, uint32_t end, bool joined)
{
    uint32_t country = cast->clues[first].country;
    if (begins(cast, country, first) && px_cast_hit_end(cast, country) == end) {
        if (!is_member(cast, first, end))
            add_name(cast, first, end);
        return;
    }
    enum px_head head;
    if (joined && is_head(cast, first, &head)) {
        add_name(cast, first, end);
        return;
    }
    uint32_t start = first;
    uint32_t name = find_title(cast, first, end, &start);
    if (name > first) {
        if (start > first)
            add_modifiers(cast, first, start);
        add_person(cast, name, end);
        return;
    }
    uint32_t name_end = find_role_at_end(cast, first, end);
    if (name_end < end) {
        if (name_end > first)
            add_modifiers(cast, first, name_end);
        return;
    }
    if (is_leading_country(cast, first, end)) {
        add_name(cast, first, px_cast_hit_end(cast, country));
        first = px_cast_hit_end(cast, country);
    }
    uint32_t given = find_given_behind(cast, first, end);
    if (given > first)
        add_name(cast, first, given);
    first = given;
    /* a title, or a role in small letters, may stand right before: "spokesman Pavel Dornik" */
    const struct px_clue *before = first == 0 ? NULL : &cast->clues[first - 1];
    bool person = before != NULL && px_cast_together(cast, first - 1, first) &&
                  (before->role != PX_NONE || before->title != PX_NONE) && !has(cast, first - 1, PX_NAME_FRESH);
    if (person && !is_head(cast, end - 1, &head))
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
    uint32_t end = run ? find_run_end(cast, t, &joined) + 1 : t;
    return px_cast_hit_end(cast, alias) >= end ? px_cast_hit_end(cast, alias) : t;
}

/* "Halden-Oss" is two, where one of them is named by itself; behind a given name or title it is a name. */
static bool is_two_names(struct px_cast *cast, uint32_t token)
{
    const struct px_form *form = px_cast_form(cast, token);
    struct px_slice rest = form->text;
    struct px_slice piece;
    bool known = false;
    if (form->part_count != 2)
        return false;
    while (px_slice_next(&rest, '-', &piece)) {
        uint32_t id = piece.size == 0 ? PX_NONE : px_vocabulary_add(cast->vocabulary, piece);
        if (id == PX_NONE || piece.data[0] < 'A' || piece.data[0] > 'Z')
            return false;
        uint32_t fold = px_vocabulary_form(cast->vocabulary, id)->fold;
        known = known || (fold < cast->seen_count && (cast->seen[fold] & PX_SEEN_CAPITAL) != 0);
    }
    return known;
}

/* Tries to begin a name at this token; returns the token to go on with. */
static uint32_t read_run(struct px_cast *cast, uint32_t t)
{
    bool doubtful = false;
    bool known = t > 0 && px_cast_together(cast, t - 1, t) && introduces_person(cast, t - 1);
    const struct px_clue *clue = &cast->clues[t];
    uint32_t alias_end = find_alias_end(cast, t);
    if (alias_end > t) {
        add_name(cast, t, alias_end);
        return alias_end;
    }
    if (clue->piece != PX_NONE)
        add_name(cast, t, t + 1);
    if (clue->piece != PX_NONE || is_compound(cast, t) || (!known && is_two_names(cast, t)))
        return t + 1;
    if (is_small_role(cast, clue->role, t))
        return px_cast_hit_end(cast, clue->role);
    if (!has(cast, t, PX_NAME_CAPITAL) || has(cast, t, PX_NAME_HEADLINE))
        return t + 1;
    if (has(cast, t, PX_NAME_FRESH) && !known) {
        if (is_calendar(cast, t) || has(cast, t, PX_NAME_NEVER) || !accept_fresh(cast, t, &doubtful))
            return t + 1;
    } else if (!is_name_word(cast, t, known)) {
        /* "May", "Will": a name only where the same name is known otherwise */
        bool behind_place = t > 0 && has(cast, t - 1, PX_NAME_PLACE); /* "in May" */
        if (!px_cast_form(cast, t)->stop || has(cast, t, PX_NAME_FRESH | PX_NAME_NEVER) || is_calendar(cast, t) ||
            behind_place)
            return t + 1;
        doubtful = true;
    }
    bool joined;
    uint32_t end = find_run_end(cast, t, &joined) + 1;
    if (doubtful && end > t + 1)
        return t + 1;
    size_t known_drafts = cast->drafts.count;
    take_apart(cast, t, end, joined);
    for (size_t i = known_drafts; i < cast->drafts.count && doubtful; i++)
        cast->drafts.items[i].doubtful = true;
    return end;
}

void px_cast_find_names(struct px_cast *cast)
{
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed;)
        t = read_run(cast, t);
}
