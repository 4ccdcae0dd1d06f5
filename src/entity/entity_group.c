/* Groups: "the protesters", where the article speaks of them more than once, or once by a word with which others
 * compete. */
#include "entity/entity_cast.h"

static struct px_name_word *group_word(struct px_cast *cast, uint32_t token)
{
    cast->buffer.size = 0;
    px_buffer_printf(&cast->buffer, "\t%.*s", PX_SLICE_ARG(px_cast_form(cast, token)->fold_text));
    return px_cast_word(cast, px_buffer_slice(&cast->buffer));
}

/* Where the words that only describe the group begin: "masked young", "pro-Russian"; whose it is ("Kestrian") makes it
 * another group. */
static uint32_t skip_modifiers(const struct px_cast *cast, uint32_t token)
{
    enum { MOST = 3 };
    uint32_t start = token;
    while (start > 0 && token - start < MOST && px_cast_together(cast, start - 1, token)) {
        uint32_t country = cast->clues[start - 1].country;
        bool compound =
            cast->clues[start - 1].piece != PX_NONE ||
            (country != PX_NONE && px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_MEMBER) &&
             !px_cast_is_partisan(cast, px_cast_hit(cast, country)->entry));
        bool plain = px_cast_is_plain_word(cast, start - 1) &&
                     (cast->clues[start - 1].bits & PX_NAME_INDEFINITE) == 0 && cast->owners[start - 1] == 0;
        if (!compound && !plain)
            break;
        start--;
    }
    return start;
}

/* Is this a group noun that stands alone, behind "the", or behind words that describe it? `*start` is where its phrase
 * begins. */
static bool is_group(const struct px_cast *cast, uint32_t token, uint32_t *start)
{
    uint32_t head = cast->clues[token].head;
    if (head == PX_NONE || px_cast_hit(cast, head)->first_token != token || cast->owners[token] != 0 ||
        px_cast_has(cast, token, PX_NAME_CAPITAL) || !px_slice_is(px_cast_entry(cast, head)->category, "group.head"))
        return false;
    token = *start = skip_modifiers(cast, token);
    if (token == 0 || !px_cast_together(cast, token - 1, token))
        return true;
    if (px_cast_has(cast, token - 1, PX_NAME_DEFINITE))
        *start = token - 1;
    return *start < token || cast->article->tokens.items[token - 1].kind == PX_TOKEN_PUNCTUATION ||
           (cast->annotation->classes[token - 1] & (PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_THAT)) != 0;
}

/* Does the article tell of the group, or is it only a passing word? A competing name says more than "the workers". */
static bool is_told(const struct px_cast *cast, uint32_t token, const struct px_name_word *word)
{
    bool definite = word->short_for != PX_NONE;
    bool contested = px_cast_naming_class(cast, token).size > 0;
    return word->singles < 2 ? definite && contested : definite || contested;
}

void px_cast_find_groups(struct px_cast *cast)
{
    uint32_t start;
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed; t++) {
        if (!is_group(cast, t, &start))
            continue;
        struct px_name_word *word = group_word(cast, t);
        if (word != NULL) {
            word->singles++;
            word->short_for = px_cast_has(cast, start, PX_NAME_DEFINITE) ? 0 : word->short_for;
        }
    }
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed; t++) {
        const struct px_name_word *word = is_group(cast, t, &start) ? group_word(cast, t) : NULL;
        if (word == NULL || !is_told(cast, t, word))
            continue;
        struct px_draft *draft = px_cast_draft(cast, PX_DRAFT_GROUP, start, px_cast_hit_end(cast, cast->clues[t].head));
        uint32_t figure = draft == NULL ? PX_NONE : px_cast_figure(cast, px_cast_form(cast, t)->fold_text);
        if (figure == PX_NONE)
            return;
        draft->form = PX_MENTION_ROLE;
        draft->name = t;
        draft->name_count = draft->first + draft->count - t;
        draft->figure = figure;
        cast->figures.items[figure].head = PX_HEAD_GROUP;
        if (cast->figures.items[figure].name_draft == PX_NONE)
            cast->figures.items[figure].name_draft = (uint32_t)cast->drafts.count - 1;
    }
}
