/* Roles: phrases such as "the Russian president" or "Mr. Hask's lawyer", and who holds the role.
 *
 * A role is known by its words and by whose it is, the figure of the country, organisation or person that the phrase
 * names. Holders are learned from titles before names and from appositions all over the article; phrases that stand
 * alone are resolved later, in reading order.
 */
#include "entity/entity_role.h"

#include "entity/tenure.h"

enum { MODIFIERS_LIMIT = 6 };

/* The draft whose mention or bare name begins at the token and may be a person; NULL when there is none. */
static struct px_draft *person_at(const struct px_cast *cast, uint32_t sentence_of, uint32_t token)
{
    if (!px_cast_together(cast, sentence_of, token) || cast->owners[token] == 0)
        return NULL;
    struct px_draft *draft = &cast->drafts.items[cast->owners[token] - 1];
    if (draft->figure == PX_NONE || (draft->first != token && draft->name != token))
        return NULL;
    const struct px_figure *figure = &cast->figures.items[draft->figure];
    bool other = figure->country != PX_NONE || (figure->head != PX_HEAD_NONE && !figure->person) || figure->acronym;
    return other ? NULL : draft;
}

/* The same for the draft that ends right before the token. */
static struct px_draft *person_before(const struct px_cast *cast, uint32_t token)
{
    if (token == 0 || cast->owners[token - 1] == 0)
        return NULL;
    return person_at(cast, token - 1, cast->drafts.items[cast->owners[token - 1] - 1].name);
}

/* Is the token one of the role's modifiers, a cell such as "deputy|acting"? */
static bool is_modifier(const struct px_cast *cast, uint32_t role, uint32_t token)
{
    struct px_slice rest = px_cast_cell(cast, role, cast->role_modifiers);
    struct px_slice fold = px_cast_form(cast, token)->fold_text;
    struct px_slice piece;
    while (px_slice_next(&rest, '|', &piece))
        if (px_slice_equal(piece, fold))
            return true;
    return false;
}

bool px_cast_is_plain_word(const struct px_cast *cast, uint32_t token)
{
    const uint32_t allowed = PX_CLASS_GERUND | PX_CLASS_PARTICIPLE;
    return cast->article->tokens.items[token].kind == PX_TOKEN_WORD &&
           (cast->annotation->classes[token] & ~allowed) == 0 && !px_cast_form(cast, token)->stop &&
           !px_cast_has(cast, token, PX_NAME_CAPITAL) && !cast->clues[token].speaks;
}

/* Takes the token or name before `at` into the phrase; the phrase's new start, or `at` at its end. */
static uint32_t extend(struct px_cast *cast, struct px_draft *draft, uint32_t role, uint32_t at)
{
    uint32_t before = at - 1;
    uint32_t country = cast->clues[before].country;
    if (country != PX_NONE && cast->owners[before] == 0 &&
        px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_MEMBER)) {
        draft->country = px_cast_country(cast, px_cast_hit(cast, country)->entry);
        return px_cast_hit(cast, country)->first_token;
    }
    bool clitic = (cast->article->tokens.items[before].flags & PX_TOKEN_CLITIC) != 0;
    if (clitic && before > 0 && cast->owners[before - 1] != 0)
        before--;
    if (cast->owners[before] != 0) {
        const struct px_draft *owner = &cast->drafts.items[cast->owners[before] - 1];
        if (owner->figure != PX_NONE)
            draft->country = owner->figure;
        draft->definite = true;
        return owner->first;
    }
    bool former = px_cast_has(cast, before, PX_NAME_FORMER) && !px_tenure_is_deed(cast->annotation, before);
    if (is_modifier(cast, role, before) || former) {
        draft->former = draft->former || former;
        if (draft->name == at && !draft->former) {
            draft->name--;
            draft->name_count++;
        }
        return before;
    }
    return at;
}

/* The phrase of a role: its own words, what stands before them, whose role it is. */
static void read_phrase(struct px_cast *cast, uint32_t role, struct px_draft *draft)
{
    uint32_t start = draft->first;
    uint32_t at = start;
    for (int i = 0; i < MODIFIERS_LIMIT && at > 0 && px_cast_together(cast, at - 1, at); i++) {
        uint32_t next = extend(cast, draft, role, at);
        if (next < at) {
            at = start = next;
            continue;
        }
        bool possessive = (cast->annotation->classes[at - 1] & PX_CLASS_POSSESSIVE) != 0;
        if (px_cast_has(cast, at - 1, PX_NAME_DEFINITE | PX_NAME_INDEFINITE) || possessive) {
            draft->definite = px_cast_has(cast, at - 1, PX_NAME_DEFINITE) || (draft->definite && !possessive);
            start = at - 1;
            break;
        }
        if (!px_cast_is_plain_word(cast, at - 1) || cast->clues[at - 1].role != PX_NONE)
            break; /* "the governor picked former minister" is of two */
        at--;
    }
    draft->count += draft->first - start;
    draft->first = start;
}

/* "head of the Council", "President of Syria": the end of the phrase with what it belongs to. */
static uint32_t read_belonging(const struct px_cast *cast, struct px_draft *draft)
{
    uint32_t end = draft->first + draft->count;
    uint32_t at = end;
    if (!px_cast_together(cast, draft->first, at + 1) || !px_cast_has(cast, at, PX_NAME_OF | PX_NAME_PLACE))
        return end;
    at++;
    if (px_cast_has(cast, at, PX_NAME_DEFINITE) && px_cast_together(cast, at, at + 1))
        at++;
    if (cast->owners[at] == 0)
        return cast->clues[at].role == PX_NONE ? end : px_cast_hit_end(cast, cast->clues[at].role);
    const struct px_draft *owner = &cast->drafts.items[cast->owners[at] - 1];
    if (draft->country == PX_NONE && owner->figure != PX_NONE)
        draft->country = owner->figure;
    return owner->first + owner->count;
}

/* From now on the figure holds the role, under all the names by which an article may come back to it. */
static void bind(struct px_cast *cast, struct px_draft *draft, uint32_t figure, uint32_t role)
{
    struct px_slice words = px_role_words(cast, draft);
    struct px_slice last = px_cast_form(cast, px_role_head(cast, draft))->fold_text;
    struct px_slice class = px_role_class(cast, draft);
    uint32_t countries[2] = {draft->country, PX_NONE};
    for (int i = draft->country == PX_NONE ? 1 : 0; i < 2; i++) {
        for (int former = draft->former; former >= 0; former--)
            px_role_add_holder(cast, px_role_key(cast, countries[i], former != 0, 'r', words), figure);
        px_role_add_holder(cast, px_role_key(cast, countries[i], false, 'w', last), figure);
        if (class.size > 0)
            px_role_add_holder(cast, px_role_key(cast, countries[i], false, 'c', class), figure);
    }
    struct px_figure *holder = &cast->figures.items[figure];
    holder->person = true;
    draft->figure = figure;
    if (holder->office.size == 0)
        holder->office = px_arena_copy(cast->arena, px_role_office(cast, draft));
    cast->failed = cast->failed || holder->office.data == NULL;
    bool polite = draft->count == draft->name_count && cast->quoted[draft->first]; /* "thank Governor Hask" */
    bool judging = px_category_within(px_cast_entry(cast, role)->category, PX_SLICE("role.judging"));
    if (holder->role_draft == PX_NONE && !polite && !judging) {
        holder->role_draft = (uint32_t)(draft - cast->drafts.items);
        holder->role_entry = px_cast_hit(cast, role)->entry;
    }
}

static bool is_mark(const struct px_cast *cast, uint32_t sentence_of, uint32_t token)
{
    return !px_cast_together(cast, sentence_of, token) ||
           cast->article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION;
}

/* Does the phrase that ends before the token go on as the subject of what follows: "with Ann Hask, the governor
 * pointed"? An apposition is closed by a mark, or carried on by words that tell more of it. */
static bool opens_clause(const struct px_cast *cast, const struct px_draft *draft, uint32_t end)
{
    const uint32_t more = PX_CLASS_PREPOSITION | PX_CLASS_RELATIVE | PX_CLASS_QUESTION | PX_CLASS_TIME | PX_CLASS_TO;
    if (is_mark(cast, draft->first, end) || px_cast_has(cast, end, PX_NAME_OF | PX_NAME_PLACE))
        return false;
    bool definite = px_cast_has(cast, draft->first, PX_NAME_DEFINITE);
    return cast->clues[end].speaks || (definite && (cast->annotation->classes[end] & more) == 0);
}

/* "Hask, who *was* minister": where the name before "who" ends; the token itself where no such clause begins there. */
static uint32_t before_relative(const struct px_cast *cast, uint32_t token)
{
    uint32_t at = token;
    if (at < 2 || !px_cast_together(cast, at - 2, token) ||
        (cast->annotation->classes[at - 1] & PX_CLASS_RELATIVE) == 0)
        return token;
    at--;
    return is_mark(cast, token, at - 1) ? at - 1 : at;
}

/* "a *major* concern", "a *deputy* harbour minister": the head of the phrase stands behind the role. Of "a *Marine*
 * general" the article may well speak as "the Marine". */
static bool is_modifier_of(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t next = draft->name + draft->name_count;
    if (!px_cast_together(cast, draft->name, next))
        return false;
    uint32_t role = cast->clues[next].role;
    return cast->owners[next] == 0 && (role == PX_NONE || is_modifier(cast, role, next - 1)) &&
           !px_cast_form(cast, next)->stop && cast->article->tokens.items[next].kind == PX_TOKEN_WORD &&
           cast->annotation->classes[next] == 0;
}

/* The person whom the words around the phrase name as the holder: right behind it, set off by commas, or by "is". */
static struct px_draft *find_neighbour(const struct px_cast *cast, struct px_draft *draft, bool *beside)
{
    uint32_t role_end = draft->first + draft->count;
    struct px_draft *found = person_at(cast, draft->first, role_end);
    *beside = found != NULL;
    if (found != NULL)
        return found;
    if (px_cast_together(cast, draft->first, role_end) &&
        (cast->article->tokens.items[role_end].flags & PX_TOKEN_CLITIC) != 0)
        return NULL; /* "X, the president's adviser": X is not the president */
    if (draft->first > 1 && px_cast_has(cast, draft->first - 1, PX_NAME_OF) &&
        cast->clues[draft->first - 2].role != PX_NONE)
        return NULL; /* "a spokesman for the minister, X": X is the spokesman */
    uint32_t end = read_belonging(cast, draft);
    if (is_mark(cast, draft->first, end) && px_cast_together(cast, draft->first, end + 1)) {
        found = person_at(cast, draft->first, end + 1);
        if (found != NULL && end > role_end && found->name_count == 1 && !cast->figures.items[found->figure].person)
            found = NULL; /* "mayor of Roanoke, Virginia" */
        if (found != NULL && is_mark(cast, draft->first, found->name + found->name_count))
            return found;
    }
    if (draft->first < 2 || !px_cast_together(cast, draft->first - 2, draft->first) || is_modifier_of(cast, draft))
        return NULL;
    bool set_off = is_mark(cast, draft->first, draft->first - 1) &&
                   !px_slice_is(px_cast_form(cast, draft->first - 1)->text, ":"); /* "Hask: *mayor* lied" */
    bool is = (cast->annotation->classes[draft->first - 1] & PX_CLASS_BE) != 0;
    if (is)
        return person_before(cast, before_relative(cast, draft->first - 1));
    bool joined =
        px_cast_together(cast, draft->first, end) && (cast->annotation->classes[end] & PX_CLASS_COORDINATOR) != 0;
    return set_off && !joined && !opens_clause(cast, draft, role_end) ? person_before(cast, draft->first - 1) : NULL;
}

static void read_role(struct px_cast *cast, uint32_t role)
{
    const struct px_hit *hit = px_cast_hit(cast, role);
    uint32_t end = hit->first_token + hit->token_count;
    struct px_draft *draft = px_cast_draft(cast, PX_DRAFT_ROLE, hit->first_token, end);
    if (draft == NULL)
        return;
    draft->form = PX_MENTION_ROLE;
    read_phrase(cast, role, draft);
    bool beside;
    struct px_draft *person = find_neighbour(cast, draft, &beside);
    bool bare = draft->count == draft->name_count;
    if (bare && (cast->clues[draft->first].bits & PX_NAME_FRESH) != 0)
        draft->definite = true;
    /* in a headline only before a name or behind whose it is: "Kestrian Leader Ann Hask", "Kestria Governor Says" */
    bool known =
        draft->country != PX_NONE || (draft->definite && !px_cast_has(cast, hit->first_token, PX_NAME_HEADLINE));
    bool any = beside && px_cast_has(cast, draft->first, PX_NAME_INDEFINITE) &&
               px_cast_has(cast, hit->first_token, PX_NAME_CAPITAL);
    if ((px_cast_has(cast, hit->first_token, PX_NAME_HEADLINE) && !beside) ||
        any) /* "a President Hask" is to come, or not */
        person = NULL;
    if (person == NULL && (any || !known)) {
        cast->drafts.count--;
        return;
    }
    if (person == NULL)
        return;
    draft->former = draft->former || px_tenure_read(cast->annotation, draft->name, end).over;
    bind(cast, draft, person->figure, role);
    draft->beside = true;
    if (beside && bare)
        draft->count = 0; /* a title: known, but no mention of its own */
}

/* The place in front of a title, "Kestria Gov. Ann Hask": its figure, or PX_NONE. */
static uint32_t seat_before(const struct px_cast *cast, uint32_t title)
{
    uint32_t first = px_cast_hit(cast, title)->first_token;
    if (first == 0 || !px_cast_together(cast, first - 1, first) || cast->owners[first - 1] == 0)
        return PX_NONE;
    uint32_t seat = cast->drafts.items[cast->owners[first - 1] - 1].figure;
    return seat != PX_NONE && cast->figures.items[seat].country != PX_NONE ? seat : PX_NONE;
}

/* The place behind a name that its bearer stands for, "Rep. Hask, R-Kestria", "(D-Kestria)" or "of Kestria": its
 * figure, or PX_NONE. */
static uint32_t seat_behind(const struct px_cast *cast, const struct px_draft *name)
{
    uint32_t at = name->first + name->count;
    if (!px_cast_together(cast, name->first, at + 1))
        return PX_NONE;
    bool mark = cast->article->tokens.items[at].kind == PX_TOKEN_PUNCTUATION;
    uint32_t owner = cast->owners[at + 1];
    if (owner == 0 || (!mark && !px_cast_has(cast, at, PX_NAME_OF)))
        return PX_NONE;
    const struct px_draft *seat = &cast->drafts.items[owner - 1];
    bool place = seat->figure != PX_NONE && cast->figures.items[seat->figure].country != PX_NONE;
    return place && (seat->part.form != PX_NONE) == mark ? seat->figure : PX_NONE;
}

static void hold_title(struct px_cast *cast, const struct px_draft *name, uint32_t title, struct px_slice role)
{
    uint32_t before = seat_before(cast, title);
    uint32_t seats[2] = {before != PX_NONE ? before : seat_behind(cast, name), PX_NONE};
    for (int i = seats[0] == PX_NONE ? 1 : 0; i < 2; i++) {
        px_role_add_holder(cast, px_role_key(cast, seats[i], false, 'r', role), name->figure);
        px_role_add_holder(cast, px_role_key(cast, seats[i], false, 'w', role), name->figure);
    }
}

/* "Gov. Pike": he is "the governor" from here on, "Rep. Pike" "the congressman" and "the lawmaker". */
static void hold_titles(struct px_cast *cast)
{
    for (size_t i = 0; i < cast->drafts.count && !cast->failed; i++) {
        const struct px_draft *draft = &cast->drafts.items[i];
        bool behind =
            draft->type == PX_DRAFT_NAME && draft->name > 0 && px_cast_together(cast, draft->name - 1, draft->name);
        uint32_t title = behind ? cast->clues[draft->name - 1].title : PX_NONE;
        struct px_slice role = title == PX_NONE ? (struct px_slice){0} : px_cast_cell(cast, title, cast->title_role);
        struct px_slice name;
        while (draft->figure != PX_NONE && px_slice_next(&role, '|', &name))
            hold_title(cast, draft, title, name);
    }
}

void px_cast_find_roles(struct px_cast *cast)
{
    hold_titles(cast);
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed; t++) {
        uint32_t role = cast->clues[t].role;
        bool first = role != PX_NONE && px_cast_hit(cast, role)->first_token == t;
        if (first && cast->owners[px_cast_hit_end(cast, role) - 1] == 0)
            read_role(cast, role);
    }
}
