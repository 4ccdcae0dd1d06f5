/* Mottoes: names of bodies, programmes and laws around a small word, which the words alone do not show to be one name:
 * "Freedom to Marry", "Center for Harbour Studies", "the lobby Kestria's Voice". */
#include "entity/entity_cast.h"

bool px_cast_is_open_word(const struct px_cast *cast, uint32_t token)
{
    enum px_head head;
    return !px_cast_introduces_person(cast, token) && cast->clues[token].role == PX_NONE &&
           cast->clues[token].country == PX_NONE && !px_cast_is_head(cast, token, &head) &&
           px_cast_form(cast, token)->shape != PX_SHAPE_UPPER;
}

/* Does the word at the token stand for a body or its members: "group"? */
static bool is_body(const struct px_cast *cast, uint32_t token)
{
    const struct px_hits *hits = &cast->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES &&
            (px_slice_is(px_cast_entry(cast, (uint32_t)i)->category, "group") ||
             px_slice_is(px_cast_entry(cast, (uint32_t)i)->category, "institution")))
            return true;
    return false;
}

/* Is a body told of behind the name: ", a harbour workers' group", ", one of several such groups"? "The group said" is
 * no more than the next clause. */
static bool tells_body(const struct px_cast *cast, uint32_t behind)
{
    enum { WORDS_MOST = 6 };
    uint32_t first = behind + 1;
    if (!px_cast_together(cast, behind - 1, first) || !px_slice_is(px_cast_form(cast, behind)->text, ","))
        return false;
    for (uint32_t t = first; t < first + WORDS_MOST && px_cast_together(cast, first, t); t++) {
        enum px_head head;
        if (t > first && px_cast_has(cast, t, PX_NAME_DEFINITE))
            return false;
        if (is_body(cast, t) || (px_cast_is_head(cast, t, &head) && head == PX_HEAD_ORGANISATION))
            return !px_cast_has(cast, first, PX_NAME_DEFINITE) || !px_cast_together(cast, t, t + 1) ||
                   !cast->clues[t + 1].speaks;
        if (cast->article->tokens.items[t].kind == PX_TOKEN_PUNCTUATION && !px_cast_together(cast, t - 1, t + 1))
            return false;
    }
    return false;
}

/* Behind the words with capitals from the token on. */
static uint32_t capitals_end(const struct px_cast *cast, uint32_t token)
{
    uint32_t end = token;
    while (px_cast_together(cast, token, end) && px_cast_has(cast, end, PX_NAME_CAPITAL))
        end++;
    return end;
}

/* "the lobby Kestria's Voice": the noun of a body right before. */
static bool is_called_body(const struct px_cast *cast, uint32_t first)
{
    return first > 0 && px_cast_together(cast, first - 1, first) && px_cast_has(cast, first - 1, PX_NAME_BODY);
}

/* "the founder of", "an officer with": an office in it, told right before. */
static bool has_office(const struct px_cast *cast, uint32_t first)
{
    return first > 1 && px_cast_together(cast, first - 2, first) && px_cast_has(cast, first - 1, PX_NAME_OF) &&
           !px_cast_has(cast, first - 1, PX_NAME_FOR) &&
           (cast->clues[first - 2].role != PX_NONE || cast->clues[first - 2].title != PX_NONE);
}

/* "Anna Keller of Varnians for Peace" */
static bool is_member(const struct px_cast *cast, uint32_t first)
{
    return first > 1 && px_cast_together(cast, first - 2, first) && px_cast_has(cast, first - 1, PX_NAME_OF) &&
           px_cast_has(cast, first - 2, PX_NAME_CAPITAL);
}

/* Do the words tell of a body, those around them: "the group Dockers for Peace", "Dockers for Peace, a group", "the Tarsk
 * for Mayor campaign"? */
static bool is_told(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    bool behind = px_cast_together(cast, first, end) && px_cast_has(cast, end, PX_NAME_BODY);
    return behind || is_called_body(cast, first) || has_office(cast, first) || tells_body(cast, end);
}

/* "Freedom to Marry, a rights group", "the founder of Freedom to Marry", "Mend the Harbour, a group": two capitals around
 * a small word are one name where a body is told of around them; around "the" only behind. */
static bool is_motto(const struct px_cast *cast, uint32_t first, uint32_t last)
{
    uint32_t behind = last + 2;
    bool to = (cast->annotation->classes[last + 1] & PX_CLASS_TO) != 0,
         the = px_cast_has(cast, last + 1, PX_NAME_DEFINITE);
    if (first != last || !(to || the) || !px_cast_is_open_word(cast, last) ||
        px_cast_has(cast, behind, PX_NAME_FRESH) || (!px_cast_is_open_word(cast, behind) && !the))
        return false;
    uint32_t end = capitals_end(cast, behind);
    return end > behind && ((to && has_office(cast, first)) || tells_body(cast, end));
}

/* Does the article write the first letters of the words with capitals, but for the small ones between, as a name: "Relief
 * for Harbour Towns (RHT)"? */
static bool has_acronym(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    enum { LETTERS_LEAST = 3, LETTERS_MOST = 8 };
    char letters[LETTERS_MOST];
    size_t count = 0;
    for (uint32_t t = first; t < end; t++) {
        if (!px_cast_has(cast, t, PX_NAME_CAPITAL))
            continue;
        if (count == LETTERS_MOST)
            return false;
        letters[count++] = px_cast_form(cast, t)->text.data[0];
        struct px_slice text = {letters, count};
        uint32_t form = count < LETTERS_LEAST ? PX_NONE : px_vocabulary_add(cast->vocabulary, text);
        uint32_t fold = form == PX_NONE ? PX_NONE : px_vocabulary_form(cast->vocabulary, form)->fold;
        if (fold < cast->seen_count && cast->seen[fold] == PX_SEEN_CAPITAL && t > first + 1 && t + 1 >= end)
            return true;
    }
    return false;
}

/* "Dockers for Peace, a group", "Relief for Harbour Towns (RHT)": what "for" joins to the run; behind "a" only to a body's
 * own word, "Center for a Dry Harbour". */
static uint32_t find_cause(const struct px_cast *cast, uint32_t first, uint32_t last)
{
    enum px_head head;
    uint32_t behind = last + 2, country = cast->clues[last].country;
    bool body = px_cast_is_head(cast, last, &head) && head == PX_HEAD_ORGANISATION;
    if (body && px_cast_together(cast, first, behind + 1) && px_cast_has(cast, behind, PX_NAME_INDEFINITE))
        return px_cast_has(cast, behind + 1, PX_NAME_CAPITAL) ? behind + 1 : last;
    if (px_cast_has(cast, behind, PX_NAME_FRESH) || !px_cast_has(cast, behind, PX_NAME_CAPITAL))
        return last;
    uint32_t end = capitals_end(cast, behind);
    bool people = country != PX_NONE && px_cast_is_people(cast, px_cast_hit(cast, country)->entry);
    bool open = people || px_cast_is_open_word(cast, last);
    bool person = (px_cast_introduces_person(cast, behind) && end > behind + 1) ||
                  (px_cast_introduces_person(cast, first) && last > first); /* "the Ann Tarn for Mayor campaign" */
    bool told = open && !person && (is_told(cast, first, end) || (people && is_member(cast, first)));
    return told || has_acronym(cast, first, end) ? behind : last;
}

/* "the lobby Kestria's Voice": behind the noun of a body a name's owner is part of it. */
static uint32_t find_owned(const struct px_cast *cast, uint32_t first, uint32_t last)
{
    uint32_t behind = last + 2;
    bool owned = (cast->article->tokens.items[last + 1].flags & PX_TOKEN_CLITIC) != 0 &&
                 px_cast_has(cast, behind, PX_NAME_CAPITAL) && px_cast_is_open_word(cast, behind) &&
                 px_cast_together(cast, first, behind);
    return owned && is_called_body(cast, first) ? behind : last;
}

uint32_t px_cast_motto_part(const struct px_cast *cast, uint32_t first, uint32_t last)
{
    if (!px_cast_together(cast, first, last + 2))
        return last;
    if (px_cast_has(cast, last + 1, PX_NAME_FOR) && px_cast_form(cast, last + 1)->shape == PX_SHAPE_LOWER)
        return find_cause(cast, first, last);
    return is_motto(cast, first, last) ? last + 2 : find_owned(cast, first, last);
}
