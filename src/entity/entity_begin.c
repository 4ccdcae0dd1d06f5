/* Where names begin: at words with a capital that no sentence gives them, and at names that are known as a whole. */
#include "entity/entity_cast.h"

/* Behind the particles at the token that a name goes on with, "*van der* Hask"; the token itself where it does not. */
static uint32_t skip_particles(const struct px_cast *cast, uint32_t token)
{
    uint32_t end = token;
    while (px_cast_together(cast, token, end) && px_cast_has(cast, end, PX_NAME_PARTICLE) &&
           !px_cast_has(cast, end, PX_NAME_CAPITAL))
        end++;
    return px_cast_together(cast, token, end) && px_cast_has(cast, end, PX_NAME_CAPITAL) ? end : token;
}

/* "*Said* Hask: “Never.”", "*Added* Hask, “Never.”": a verb of speech before whoever speaks, at the beginning of a
 * sentence. */
static bool is_inverted_cue(const struct px_cast *cast, uint32_t token)
{
    const struct px_tokens *tokens = &cast->article->tokens;
    bool joined;
    if (!cast->clues[token].speaks || (tokens->items[token].flags & PX_TOKEN_SENTENCE_START) == 0)
        return false;
    uint32_t end = px_cast_run_end(cast, token, &joined) + 1;
    if (end + 1 >= tokens->count || end < token + 2)
        return false;
    char mark = cast->article->text.data[tokens->items[end].start];
    return mark == ':' || (mark == ',' && (tokens->items[end + 1].flags & PX_TOKEN_QUOTE_OPEN) != 0);
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
    if (px_cast_has(cast, token, PX_NAME_OPENER) || form->stop || is_inverted_cue(cast, token))
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
    bool plain = cast->annotation->classes[token] == 0 || clue->head != PX_NONE; /* "United Miners" */
    if (more)
        return (seen & PX_SEEN_LOWER) == 0 && plain && clue->role == PX_NONE;
    *doubtful = true;
    return true;
}

/* "Interior minister", "FBI director": a role in small letters whose first word alone has a capital, as a sentence or
 * its own name has it. A country in front is still named. */
static bool is_small_role(const struct px_cast *cast, uint32_t role, uint32_t token)
{
    return px_cast_begins(cast, role, token) && px_cast_hit(cast, role)->token_count > 1 &&
           !px_cast_has(cast, px_cast_hit_end(cast, role) - 1, PX_NAME_CAPITAL) &&
           cast->clues[token].country == PX_NONE;
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
    if (!px_cast_begins(cast, alias, t))
        return t;
    bool run = px_cast_has(cast, t, PX_NAME_CAPITAL) && !px_cast_has(cast, t, PX_NAME_HEADLINE);
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
    bool more = px_cast_together(cast, token, token + 1) && px_cast_has(cast, token + 1, PX_NAME_CAPITAL);
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
        struct px_draft *draft = px_cast_add_name(cast, token, token + 1);
        if (draft == NULL)
            return true;
        draft->part = parts[i];
        draft->doubtful = !country;
    }
    if (count == 0) /* "F.B.I." */
        px_cast_add_name(cast, token, token + 1);
    return true;
}

/* Is the run of capitals from the token on a plain word, which may be a partner's name in the name of a firm? */
static bool is_partner(const struct px_cast *cast, uint32_t token)
{
    return px_cast_has(cast, token, PX_NAME_CAPITAL) && cast->clues[token].country == PX_NONE &&
           cast->clues[token].head == PX_NONE && !px_cast_is_calendar(cast, token) &&
           !px_cast_has(cast, token, PX_NAME_NEVER);
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
    if (px_cast_together(cast, t, at + 1) && !px_cast_has(cast, at, PX_NAME_AND) && is_partner(cast, at)) {
        partners++;
        at++;
    }
    if (partners < PARTNERS_LEAST || !px_cast_together(cast, t, at + 1) || !px_cast_has(cast, at, PX_NAME_AND) ||
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

/* "Mend the Harbour found that …": a name that the article has had, with a small word behind its first. The token behind
 * it; `t` when there is none among the last names: no article has more, and the work stays linear in what is longer. */
static uint32_t find_motto_end(const struct px_cast *cast, uint32_t t)
{
    enum { LAST = 2000 };
    if (!px_cast_has(cast, t, PX_NAME_CAPITAL) || px_cast_has(cast, t, PX_NAME_HEADLINE) ||
        !px_cast_together(cast, t, t + 2) || px_cast_form(cast, t + 1)->shape != PX_SHAPE_LOWER ||
        (!px_cast_form(cast, t + 1)->stop && (cast->article->tokens.items[t + 1].flags & PX_TOKEN_CLITIC) == 0))
        return t;
    size_t first = cast->drafts.count > LAST ? cast->drafts.count - LAST : 0;
    for (size_t i = cast->drafts.count; i-- > first;) {
        const struct px_draft *draft = &cast->drafts.items[i];
        uint32_t words = 0;
        while (draft->type == PX_DRAFT_NAME && draft->name_count > 2 && words < draft->name_count &&
               px_cast_together(cast, t, t + words) &&
               px_slice_equal(px_cast_form(cast, draft->name + words)->text, px_cast_form(cast, t + words)->text))
            words++;
        bool more = px_cast_together(cast, t, t + words) && px_cast_has(cast, t + words, PX_NAME_CAPITAL);
        if (words > 2 && words == draft->name_count && !more)
            return t + words;
    }
    return t;
}

/* Does a name that ends there go on, with a capital, "American Crossroads *Fund*", or behind "of"? */
static bool name_goes_on(const struct px_cast *cast, uint32_t t, uint32_t end)
{
    uint32_t next = end + (px_cast_together(cast, t, end) && px_cast_has(cast, end, PX_NAME_OF));
    return px_cast_together(cast, t, next) && px_cast_has(cast, next, PX_NAME_CAPITAL);
}

/* "*American Crossroads* paid": a body of several words that the list of sources has, where no longer name begins. */
static uint32_t find_body_end(const struct px_cast *cast, uint32_t t)
{
    const struct px_hits *hits = &cast->article->hits;
    if (!px_cast_has(cast, t, PX_NAME_CAPITAL) || px_cast_has(cast, t, PX_NAME_HEADLINE) || px_cast_form(cast, t)->stop)
        return t;
    for (size_t i = px_hits_from(hits, t); i < hits->count && hits->items[i].first_token == t; i++) {
        uint32_t end = t + hits->items[i].token_count;
        if (hits->items[i].token_count > 1 && px_cast_has(cast, end - 1, PX_NAME_CAPITAL) &&
            !name_goes_on(cast, t, end) && px_cast_is_known_body(cast, &hits->items[i]))
            return end;
    }
    return t;
}

/* The token behind a name that is known as a whole, whatever its words are by themselves; `t` when none begins here. */
static uint32_t find_whole_end(const struct px_cast *cast, uint32_t t)
{
    static uint32_t (*const finders[])(const struct px_cast *cast, uint32_t t) = {
        find_alias_end, find_firm_end, find_motto_end, px_cast_law_end, find_body_end};
    uint32_t end = t;
    for (size_t i = 0; i < sizeof finders / sizeof *finders && end == t; i++)
        end = finders[i](cast, t);
    return end;
}

/* May a run of capitals begin with the token? `known`: somebody is introduced right before. *doubtful: only where the
 * same name is known otherwise. */
static bool may_begin(const struct px_cast *cast, uint32_t t, bool known, bool *doubtful)
{
    *doubtful = false;
    if (!px_cast_has(cast, t, PX_NAME_CAPITAL) || px_cast_has(cast, t, PX_NAME_HEADLINE))
        return false;
    if (px_cast_has(cast, t, PX_NAME_FRESH) && !known)
        return !px_cast_is_calendar(cast, t) &&
               !(px_cast_has(cast, t, PX_NAME_NEVER) && cast->clues[t].country == PX_NONE) &&
               accept_fresh(cast, t, doubtful);
    if (px_cast_is_name_word(cast, t, known))
        return true;
    bool behind_place = t > 0 && px_cast_has(cast, t - 1, PX_NAME_PLACE); /* "in May" */
    *doubtful = true;                                                     /* "May", "Will" */
    return px_cast_form(cast, t)->stop && !px_cast_has(cast, t, PX_NAME_FRESH | PX_NAME_NEVER) &&
           !px_cast_is_calendar(cast, t) && !behind_place;
}

/* Tries to begin a name at this token; returns the token to go on with. */
static uint32_t read_run(struct px_cast *cast, uint32_t t)
{
    bool doubtful, joined;
    bool known = t > 0 && px_cast_together(cast, t - 1, t) && px_cast_introduces_person(cast, t - 1);
    uint32_t role = cast->clues[t].role, whole_end = find_whole_end(cast, t);
    if (whole_end > t) {
        px_cast_add_name(cast, t, whole_end);
        return whole_end;
    }
    if (take_compound(cast, t, known) || is_compound(cast, t))
        return t + 1;
    if (is_small_role(cast, role, t))
        return px_cast_hit_end(cast, role);
    if (!may_begin(cast, t, known, &doubtful))
        return t + 1;
    uint32_t end = px_cast_run_end(cast, t, &joined) + 1;
    if (doubtful && end > t + 1)
        return t + 1;
    size_t known_drafts = cast->drafts.count;
    px_cast_take_apart(cast, t, end, joined);
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
        if (tokens[at].kind != PX_TOKEN_WORD || px_cast_has(cast, at, PX_NAME_HEADLINE))
            return t;
        small |= px_cast_form(cast, at)->shape == PX_SHAPE_LOWER;
    }
    bool given = end > first + 1 && cast->clues[end - 1].given != PX_NONE && !px_cast_introduces_person(cast, first);
    struct px_draft *draft =
        (small || given) && px_cast_together(cast, t, end - 1) ? px_cast_add_name(cast, first, end) : NULL;
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
