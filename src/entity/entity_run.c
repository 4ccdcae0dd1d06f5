/* Runs: how far a name reaches, through words with capitals and the small words that join them. */
#include "entity/entity_cast.h"

/* Months, weekdays, "today": capitals that name nobody. "May" is a name behind a given name or a title. */
bool px_cast_is_calendar(const struct px_cast *cast, uint32_t token)
{
    return (cast->annotation->classes[token] & PX_CLASS_TIME) != 0;
}

static bool is_honorific(const struct px_cast *cast, uint32_t token)
{
    uint32_t title = cast->clues[token].title;
    return title != PX_NONE && px_cast_cell(cast, title, cast->title_gender).size > 0;
}

bool px_cast_introduces_person(const struct px_cast *cast, uint32_t token)
{
    return cast->clues[token].given != PX_NONE || cast->clues[token].title != PX_NONE;
}

/* "the super *PAC* Harbour Rising": letters that tell the kind of a body, behind a plain word that tells it more closely,
 * are no part of the name behind them. */
static bool is_kind(const struct px_cast *cast, uint32_t token)
{
    uint32_t head = cast->clues[token].head;
    return head != PX_NONE && px_slice_is(px_cast_entry(cast, head)->category, "organisation.head") &&
           px_cast_form(cast, token)->shape == PX_SHAPE_UPPER && token > 0 &&
           px_cast_together(cast, token - 1, token + 1) && px_cast_form(cast, token - 1)->shape == PX_SHAPE_LOWER &&
           !px_cast_form(cast, token - 1)->stop && px_cast_has(cast, token + 1, PX_NAME_CAPITAL);
}

/* Can the capitalised word go on or begin a name, its place in the sentence aside? */
bool px_cast_is_name_word(const struct px_cast *cast, uint32_t token, bool after_person)
{
    const struct px_form *form = px_cast_form(cast, token);
    if (!px_cast_has(cast, token, PX_NAME_CAPITAL) ||
        (px_cast_is_calendar(cast, token) && cast->clues[token].head == PX_NONE) || is_kind(cast, token))
        return false;
    if (form->text.size == 1 && !after_person && px_cast_together(cast, token, token + 1) &&
        !px_cast_has(cast, token + 1, PX_NAME_CAPITAL))
        return false;
    if (px_cast_has(cast, token, PX_NAME_NEVER) && !after_person && cast->clues[token].country == PX_NONE)
        return false;
    bool listed = cast->clues[token].country != PX_NONE || cast->clues[token].title != PX_NONE;
    return !form->stop || listed || after_person || (form->shape == PX_SHAPE_UPPER && form->text.size > 1);
}

/* Behind "J." in "Donald J. Trump" where the scanner made two tokens of it; `token` when it is no initial. */
static uint32_t skip_initial_stop(const struct px_cast *cast, uint32_t token)
{
    if (px_cast_form(cast, token)->text.size != 1 || !px_cast_together(cast, token, token + 2))
        return token;
    const struct px_token *stop = &cast->article->tokens.items[token + 1];
    bool dot = (stop->flags & PX_TOKEN_SPACE_BEFORE) == 0 && px_slice_is(px_cast_form(cast, token + 1)->text, ".");
    return dot && px_cast_has(cast, token + 2, PX_NAME_CAPITAL) ? token + 1 : token;
}

const struct px_quotation *px_cast_quotation_at(const struct px_cast *cast, uint32_t token)
{
    const struct px_quotation *items = cast->article->quotations.items;
    size_t at = px_vector_from(&cast->article->quotations, first_token, token);
    return at < cast->article->quotations.count && items[at].first_token == token ? &items[at] : NULL;
}

uint32_t px_cast_skip_nickname(const struct px_cast *cast, uint32_t first, uint32_t token)
{
    enum { NICKNAME_MOST = 5 };
    const struct px_quotation *quotation = px_cast_quotation_at(cast, token);
    if (quotation == NULL || quotation->token_count > NICKNAME_MOST || !px_cast_introduces_person(cast, first) ||
        !px_cast_has(cast, token + 1, PX_NAME_CAPITAL))
        return token;
    uint32_t end = token + quotation->token_count;
    bool more = px_cast_together(cast, first, end) && px_cast_has(cast, end, PX_NAME_CAPITAL) &&
                !px_cast_form(cast, end)->stop && !px_cast_is_calendar(cast, end) && !cast->clues[end].speaks;
    return more ? end : token;
}

bool px_cast_is_head(const struct px_cast *cast, uint32_t token, enum px_head *head)
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

/* Do the words from `token` on go on to a head that takes small words before it: "[Defense of] Marriage Act", "[the
 * Health and] Human Services Department"? */
static bool reaches_head(const struct px_cast *cast, uint32_t token, bool law)
{
    enum { WORDS_MOST = 5 };
    enum px_head head;
    for (uint32_t t = token; t < token + WORDS_MOST && px_cast_together(cast, token, t); t++) {
        if (!px_cast_has(cast, t, PX_NAME_CAPITAL) || px_cast_introduces_person(cast, t))
            return false;
        if (px_cast_is_head(cast, t, &head) && px_cast_head_is(cast, t, PX_SLICE("joins")))
            return t > token && (!law || head == PX_HEAD_WORK);
        if (cast->clues[t].country != PX_NONE)
            return false;
    }
    return false;
}

/* May "and" join the parts of one organisation's name: "the Energy and Commerce Committee"? */
static bool joins_parts(const struct px_cast *cast, uint32_t first, uint32_t last)
{
    bool definite =
        first > 0 && px_cast_together(cast, first - 1, first) && px_cast_has(cast, first - 1, PX_NAME_DEFINITE);
    bool organ = last > first && cast->clues[first].country != PX_NONE;
    return (definite || organ) && px_cast_is_open_word(cast, last) && reaches_head(cast, last + 2, false);
}

/* "Save Our Harbour": a small word with a capital, where none is due, between two words of which nothing else is
 * known. */
static bool is_inner(const struct px_cast *cast, uint32_t last)
{
    uint32_t next = last + 1;
    return px_cast_has(cast, next, PX_NAME_CAPITAL) && !px_cast_has(cast, next, PX_NAME_FRESH) &&
           px_cast_form(cast, next)->stop && px_cast_form(cast, next)->text.size > 1 &&
           px_cast_form(cast, next)->shape != PX_SHAPE_UPPER && px_cast_is_open_word(cast, last) &&
           px_cast_has(cast, next + 1, PX_NAME_CAPITAL) && px_cast_is_open_word(cast, next + 1);
}

/* "Coalition to Save Tarsk": behind a head and "to", a capital that none is due to. */
static bool is_aim(const struct px_cast *cast, uint32_t last)
{
    enum px_head head;
    uint32_t aim = last + 2;
    return (cast->annotation->classes[last + 1] & PX_CLASS_TO) != 0 && px_cast_is_head(cast, last, &head) &&
           (head == PX_HEAD_ORGANISATION || head == PX_HEAD_GROUP) && px_cast_has(cast, last, PX_NAME_CAPITAL) &&
           px_cast_has(cast, aim, PX_NAME_CAPITAL) && !px_cast_has(cast, aim, PX_NAME_FRESH) &&
           px_cast_is_open_word(cast, aim) && px_cast_has(cast, aim + 1, PX_NAME_CAPITAL);
}

/* "Republicans on Capitol Hill": a party by its people is a name of its own, and what stands behind tells which of
 * them; "Log Cabin Republicans of Varn" are a body. */
static bool is_partisans(const struct px_cast *cast, uint32_t token)
{
    uint32_t country = cast->clues[token].country;
    return country != PX_NONE && px_cast_is_people(cast, px_cast_hit(cast, country)->entry) &&
           px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_PARTY);
}

/* The last token of what a small word joins to the run that ends at `last`, or `last`. */
static uint32_t join(const struct px_cast *cast, uint32_t first, uint32_t last, bool *joined)
{
    uint32_t next = last + 1;
    uint32_t limit = last + 3;
    enum px_head head;
    uint32_t part = px_cast_motto_part(cast, first, last);
    if (part > last && px_cast_is_name_word(cast, part, false)) {
        *joined = true;
        return part;
    }
    if (!px_cast_together(cast, first, next + 1) || (first == last && is_partisans(cast, last)))
        return last;
    bool given = cast->clues[last].given != PX_NONE; /* "*Bill* de Tarn", who is no law */
    if (px_cast_has(cast, next, PX_NAME_PARTICLE) && (given || !px_cast_is_head(cast, last, &head))) {
        while (next < limit && px_cast_together(cast, first, next + 1) && px_cast_has(cast, next, PX_NAME_PARTICLE))
            next++;
        return px_cast_has(cast, next, PX_NAME_CAPITAL) && px_cast_is_name_word(cast, next, true) ? next : last;
    }
    bool parts = px_cast_has(cast, next, PX_NAME_AND) && joins_parts(cast, first, last);
    bool versus = px_cast_has(cast, next, PX_NAME_VERSUS);
    bool law = px_cast_is_open_word(cast, last) && reaches_head(cast, next + 1, true);
    bool small = px_cast_has(cast, next, PX_NAME_CAPITAL) &&
                 (cast->annotation->classes[next] & PX_CLASS_PREPOSITION) != 0 &&
                 reaches_head(cast, next, true); /* "Violence Against Women Act" */
    bool aim = px_cast_together(cast, first, next + 2) && is_aim(cast, last);
    bool day = px_cast_is_calendar(cast, last) && px_cast_has(cast, next, PX_NAME_FOR); /* "Flood Day for Varn" */
    bool of = px_cast_has(cast, next, PX_NAME_OF) && !day && (px_cast_is_head(cast, last, &head) || *joined || law);
    bool and = px_cast_has(cast, next, PX_NAME_AND) && (*joined || parts || px_cast_form(cast, next)->text.size == 1) &&
               !(cast->clues[last].country != PX_NONE && cast->clues[next + 1].country != PX_NONE);
    if (!of && !and&&!versus && !small && !aim && !is_inner(cast, last))
        return last;
    next++;
    if (of && px_cast_has(cast, next, PX_NAME_DEFINITE) && px_cast_together(cast, first, next + 1))
        next++;
    if (!px_cast_has(cast, next, PX_NAME_CAPITAL) || !px_cast_is_name_word(cast, next, false) ||
        is_honorific(cast, next))
        return last;
    if (and&&*joined &&
        (px_cast_introduces_person(cast, next) || cast->clues[next].country != PX_NONE ||
         px_cast_form(cast, next)->part_count > 1)) /* "the Chamber of Commerce and Norland-based Acme" */
        return last;
    *joined = *joined || of || aim;
    return next;
}

uint32_t px_cast_law_end(const struct px_cast *cast, uint32_t token)
{
    enum { WORDS_MOST = 6 };
    uint32_t class = cast->annotation->classes[token], least = token + ((class & PX_CLASS_PREPOSITION) != 0 ? 2 : 1);
    enum px_head head;
    if (!px_cast_has(cast, token, PX_NAME_CAPITAL) || px_cast_has(cast, token, PX_NAME_FRESH | PX_NAME_HEADLINE) ||
        !px_cast_form(cast, token)->stop || (class & (PX_CLASS_PREPOSITION | PX_CLASS_ADVERB)) == 0)
        return token;
    for (uint32_t t = token + 1; t < token + WORDS_MOST && px_cast_together(cast, token, t); t++) {
        if (!px_cast_has(cast, t, PX_NAME_CAPITAL) || px_cast_introduces_person(cast, t))
            return token;
        if (px_cast_is_head(cast, t, &head) && head == PX_HEAD_WORK && px_cast_head_is(cast, t, PX_SLICE("joins")))
            return t >= least ? t + 1 : token;
    }
    return token;
}

/* A word that the article also writes in small letters ends a full name that a given name began two words before it:
 * "James Corvin Memos Out". */
static bool ends_full_name(const struct px_cast *cast, uint32_t first, uint32_t next)
{
    return next >= first + 2 && cast->clues[next - 2].given != PX_NONE && cast->clues[next].role == PX_NONE &&
           cast->clues[next].given == PX_NONE && (cast->seen[px_cast_form(cast, next)->fold] & PX_SEEN_LOWER) != 0 &&
           px_cast_has(cast, next - 1, PX_NAME_CAPITAL) &&
           (cast->seen[px_cast_form(cast, next - 1)->fold] & PX_SEEN_LOWER) == 0 &&
           (cast->clues[next].bits & (PX_NAME_SUFFIX | PX_NAME_JUNIOR)) == 0;
}

/* "Ill.", behind a town's name or a politician's: what follows is no part of the name. */
static bool is_short_place(const struct px_cast *cast, uint32_t token)
{
    struct px_slice text = px_cast_form(cast, token)->text;
    uint32_t country = cast->clues[token].country;
    return country != PX_NONE && text.data[text.size - 1] == '.' &&
           px_cast_is_part(cast, px_cast_hit(cast, country)->entry);
}

/* The last token of the run of name words that begins at `first`; `*joined`: parts are joined by "of". */
uint32_t px_cast_run_end(const struct px_cast *cast, uint32_t first, bool *joined)
{
    uint32_t last = first;
    *joined = false;
    for (;;) {
        const struct px_clue *clue = &cast->clues[last];
        uint32_t role_end = clue->role == PX_NONE ? last : px_cast_hit_end(cast, clue->role) - 1;
        uint32_t country_end = clue->country == PX_NONE ? last : px_cast_hit_end(cast, clue->country) - 1;
        if (role_end > last && px_cast_has(cast, role_end, PX_NAME_CAPITAL))
            last = role_end;
        if (country_end > last)
            last = country_end;
        uint32_t next = skip_initial_stop(cast, last) + 1;
        if (!px_cast_together(cast, first, next))
            return last;
        next = px_cast_skip_nickname(cast, first, next);
        bool person = px_cast_introduces_person(cast, last);
        if (ends_full_name(cast, first, next) || is_short_place(cast, last))
            return last;
        bool last_one = cast->clues[last].given != PX_NONE &&
                        !(px_cast_together(cast, first, next + 1) && px_cast_has(cast, next + 1, PX_NAME_CAPITAL));
        if (px_cast_is_name_word(cast, next, person) && (!is_honorific(cast, next) || last_one)) { /* "Anna Baron" */
            last = next;
            continue;
        }
        next = join(cast, first, last, joined);
        if (next == last)
            return last;
        last = next;
    }
}
