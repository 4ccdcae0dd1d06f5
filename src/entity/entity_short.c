/* Short forms: what else an organisation or a law may be called, here and in another article. "U.S. Treasury
 * Department" is "Treasury Department" and "Treasury"; "Defense of Marriage Act" is "DOMA". */
#include "entity/entity_cast.h"

enum { INITIALS_LEAST = 3, INITIALS_MOST = 8 };

bool px_cast_head_is(const struct px_cast *cast, uint32_t token, struct px_slice what)
{
    uint32_t head = cast->clues[token].head;
    struct px_slice piece, rest = head == PX_NONE ? PX_SLICE("") : px_cast_cell(cast, head, cast->head_short);
    while (px_slice_next(&rest, '|', &piece))
        if (px_slice_equal(piece, what))
            return true;
    return false;
}

uint32_t px_cast_turned(const struct px_cast *cast, uint32_t first, uint32_t end)
{
    if (first + 2 >= end || (cast->clues[first + 1].bits & PX_NAME_OF) == 0 ||
        !px_cast_head_is(cast, first, PX_SLICE("turns")))
        return first;
    bool definite = (cast->clues[first + 2].bits & PX_NAME_DEFINITE) != 0;
    return definite && first + 3 < end ? first + 3 : first + 2;
}

/* The part of the name that its short form keeps ("Treasury" of "U.S. Department of the Treasury"); false: the name has
 * no such form. A word that the article writes in small letters too is none by itself. */
static bool read_kept(const struct px_cast *cast, const struct px_draft *draft, struct px_draft *kept)
{
    uint32_t first = draft->name + px_cast_country_words(cast, draft);
    uint32_t end = draft->name + draft->name_count;
    uint32_t rest = px_cast_turned(cast, first, end);
    bool dropped = rest > first && px_cast_head_is(cast, first, PX_SLICE("drops"));
    for (; end > rest + 1 && px_cast_head_is(cast, end - 1, PX_SLICE("drops")); end--)
        dropped = true;
    *kept = (struct px_draft){
        .first = rest, .count = end - rest, .name = rest, .name_count = end - rest, .part = {.form = PX_NONE}};
    bool small = (cast->seen[px_cast_form(cast, rest)->fold] & PX_SEEN_LOWER) != 0;
    return dropped && (end > rest + 1 || (!small && px_cast_country_entry(cast, kept) == PX_NONE));
}

/* A mark keeps short forms apart from other words of the table. */
static struct px_name_word *short_word(struct px_cast *cast, struct px_slice key)
{
    char text[128] = "\v";
    if (key.size == 0 || key.size >= sizeof text)
        return NULL;
    memcpy(text + 1, key.data, key.size);
    return px_cast_word(cast, (struct px_slice){text, key.size + 1});
}

enum { CAPITALS, ALL, WHOLE, BEHIND, WAYS };

/* Where the name of a part of a body begins, behind that of the body: "Harbour Ministry *Fishing Review Board*"; the end
 * where it is none, or of two words. */
static uint32_t behind_body(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t end = draft->name + draft->name_count;
    for (uint32_t t = draft->name + 1; t + INITIALS_LEAST < end; t++)
        if (cast->clues[t].head != PX_NONE)
            return (cast->clues[t + 1].bits & PX_NAME_CAPITAL) != 0 ? t + 1 : end;
    return end;
}

/* The initials of the name's words with capitals, or of all; its country is left out but in the third way,
 * "American", and the body whose part it is in the last. */
static struct px_slice read_initials(const struct px_cast *cast, const struct px_draft *draft, int way, char *initials)
{
    size_t size = 0;
    bool all = way == ALL;
    uint32_t t = way == BEHIND  ? behind_body(cast, draft)
                 : way == WHOLE ? draft->name
                                : draft->name + px_cast_country_words(cast, draft);
    for (; t < draft->name + draft->name_count && size < INITIALS_MOST; t++) {
        struct px_slice fold = px_cast_form(cast, t)->fold_text;
        bool counts = (cast->clues[t].bits & PX_NAME_CAPITAL) != 0 ||
                      (all && cast->article->tokens.items[t].kind == PX_TOKEN_WORD);
        if (counts && (unsigned char)fold.data[0] < 0x80)
            initials[size++] = fold.data[0];
    }
    return (struct px_slice){initials, size};
}

void px_cast_add_initials(struct px_cast *cast, const struct px_draft *draft, uint32_t figure)
{
    char initials[INITIALS_MOST];
    for (int way = 0; way < WAYS; way++) {
        struct px_slice text = read_initials(cast, draft, way, initials);
        struct px_name_word *word = text.size < 2 ? NULL : px_cast_word(cast, text);
        if (word != NULL && (way != BEHIND || word->short_for == PX_NONE))
            word->short_for = figure;
    }
}

void px_cast_add_short(struct px_cast *cast, const struct px_draft *draft, uint32_t figure)
{
    struct px_draft kept;
    struct px_name_word *word = read_kept(cast, draft, &kept) ? short_word(cast, px_cast_key(cast, &kept)) : NULL;
    if (word != NULL && word->short_for == PX_NONE)
        word->short_for = figure;
}

uint32_t px_cast_find_whole(struct px_cast *cast, const struct px_draft *draft)
{
    struct px_name_word *word = short_word(cast, px_cast_key(cast, draft));
    return word == NULL ? PX_NONE : word->short_for;
}

uint32_t px_cast_find_kept(struct px_cast *cast, const struct px_draft *draft)
{
    struct px_draft kept;
    bool found = read_kept(cast, draft, &kept) && kept.name_count > 1;
    return found ? px_table_find(&cast->keys, px_cast_key(cast, &kept)) : PX_NONE;
}

static void append_line(struct px_buffer *lines, struct px_slice key)
{
    px_buffer_append(lines, key);
    px_buffer_byte(lines, '\n');
}

struct px_slice px_cast_shorts(struct px_cast *cast, const struct px_draft *draft)
{
    struct px_buffer lines = {0};
    struct px_draft part = *draft;
    char initials[INITIALS_MOST];
    uint32_t country = px_cast_country_words(cast, draft);
    part.first = part.name += country;
    part.count = part.name_count -= country;
    if (country > 0 && part.name_count > 0)
        append_line(&lines, px_cast_key(cast, &part));
    if (read_kept(cast, draft, &part))
        append_line(&lines, px_cast_key(cast, &part));
    for (int way = 0; way < WAYS; way++) {
        struct px_slice text = read_initials(cast, draft, way, initials);
        if (text.size >= INITIALS_LEAST)
            append_line(&lines, text);
    }
    struct px_slice copy = px_arena_copy(cast->arena, px_buffer_slice(&lines));
    cast->failed = cast->failed || lines.failed || copy.data == NULL;
    px_buffer_release(&lines);
    return copy;
}
