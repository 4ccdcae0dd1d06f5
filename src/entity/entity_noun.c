/* Nouns with an article that stand for a name: "the ministry" after "the Interior Ministry", "the country". */
#include "entity/entity_cast.h"

/* "Halden Tower *Moscow*": a place that ends a name behind its head tells where the thing stands. */
static bool is_at_place(const struct px_cast *cast, const struct px_draft *draft, uint32_t token)
{
    return token > draft->name + 1 && token + 1 == draft->name + draft->name_count &&
           cast->clues[token].country != PX_NONE;
}

enum px_head px_cast_head(const struct px_cast *cast, const struct px_draft *draft, uint32_t *token)
{
    enum px_head found = PX_HEAD_NONE;
    for (uint32_t t = draft->name; t < draft->name + draft->name_count; t++) {
        if ((cast->clues[t].bits & PX_NAME_VERSUS) != 0 || draft->title) {
            *token = draft->name + draft->name_count - 1;
            return PX_HEAD_WORK; /* "Halden v. Kestria" */
        }
        uint32_t hit = cast->clues[t].head;
        bool joint = (cast->clues[t].bits & PX_NAME_OF) != 0;
        if (joint && found != PX_HEAD_NONE)
            return found; /* "Bank of the West": the head stands before "of" */
        if (hit == PX_NONE && found != PX_HEAD_NONE && is_at_place(cast, draft, t))
            return found;
        *token = t;
        if (hit == PX_NONE) {
            found = PX_HEAD_NONE;
            continue;
        }
        struct px_slice category = px_cast_entry(cast, hit)->category;
        found = px_slice_is(category, "organisation.head") ? PX_HEAD_ORGANISATION
                : px_slice_is(category, "place.head")      ? PX_HEAD_PLACE
                : px_slice_is(category, "group.head")      ? PX_HEAD_GROUP
                                                           : PX_HEAD_WORK;
    }
    return found;
}

bool px_cast_is_object(const struct px_cast *cast, const struct px_draft *draft, uint32_t token)
{
    return token > draft->name && (cast->clues[token - 1].bits & PX_NAME_DEFINITE) != 0;
}

/* The key of a noun in the table of words: a mark keeps it apart from names. */
static struct px_slice noun_key(struct px_cast *cast, uint32_t token)
{
    cast->buffer.size = 0;
    px_buffer_byte(&cast->buffer, '\f');
    px_buffer_append(&cast->buffer, px_cast_form(cast, token)->fold_text);
    return px_buffer_slice(&cast->buffer);
}

static bool find_head(const struct px_cast *cast, const struct px_draft *draft, uint32_t *token)
{
    if (draft->type != PX_DRAFT_NAME || draft->figure == PX_NONE || draft->name_count < 2)
        return false;
    enum px_head head = px_cast_head(cast, draft, token);
    const struct px_figure *figure = &cast->figures.items[draft->figure];
    bool place = figure->in_places > 0 || figure->with_article > 0; /* "the state" is not "Islamic State" */
    return head != PX_HEAD_NONE && head != PX_HEAD_GROUP && !figure->person && (head != PX_HEAD_PLACE || place) &&
           !px_cast_is_object(cast, draft, *token) &&
           !px_cast_head_is(cast, *token, PX_SLICE("proper")); /* "the news" is not "Fox News" */
}

void px_cast_remember_noun(struct px_cast *cast, const struct px_draft *name)
{
    uint32_t token;
    struct px_name_word *word = find_head(cast, name, &token) ? px_cast_word(cast, noun_key(cast, token)) : NULL;
    if (word == NULL || word->short_for == name->figure)
        return;
    word->rival = word->short_for;
    word->short_for = name->figure;
}

/* How many sentences lie between the figure's last mention and the noun. */
static uint32_t distance(const struct px_cast *cast, uint32_t figure, const struct px_draft *noun)
{
    const struct px_token *tokens = cast->article->tokens.items;
    return tokens[noun->first].sentence - tokens[cast->figures.items[figure].last_seen].sentence;
}

/* Which of two that bear the noun is meant: the nearer one where it alone is in reach, else the one that the article
 * tells of; PX_NONE where nothing decides. */
static uint32_t choose(const struct px_cast *cast, uint32_t latest, uint32_t rival, const struct px_draft *noun)
{
    enum { REACH = 2, DOMINANCE = 3 };
    uint32_t near = distance(cast, latest, noun), far = distance(cast, rival, noun);
    uint32_t names = cast->figures.items[latest].names, others = cast->figures.items[rival].names;
    if (near != far && (near <= REACH || far <= REACH))
        return near < far ? latest : rival;
    return names >= DOMINANCE * others ? latest : others >= DOMINANCE * names ? rival : PX_NONE;
}

uint32_t px_cast_find_noun(struct px_cast *cast, const struct px_draft *noun)
{
    uint32_t id = px_table_find(&cast->word_table, px_cast_plain(cast, noun_key(cast, noun->name)));
    const struct px_name_word *word = id == PX_NONE ? NULL : &cast->words.items[id];
    if (word == NULL || word->rival == PX_NONE)
        return word == NULL ? PX_NONE : word->short_for;
    return choose(cast, word->short_for, word->rival, noun);
}

/* A noun in small letters behind "the". */
static bool is_noun(const struct px_cast *cast, uint32_t t)
{
    return t > 0 && (cast->clues[t - 1].bits & PX_NAME_DEFINITE) != 0 && cast->owners[t] == 0 &&
           cast->article->tokens.items[t].kind == PX_TOKEN_WORD && (cast->clues[t].bits & PX_NAME_CAPITAL) == 0 &&
           cast->clues[t].role == PX_NONE && px_cast_together(cast, t - 1, t) &&
           (!px_cast_together(cast, t, t + 1) || cast->owners[t + 1] == 0);
}

void px_cast_find_nouns(struct px_cast *cast)
{
    uint32_t head;
    for (size_t i = 0; i < cast->drafts.count && !cast->failed; i++)
        if (find_head(cast, &cast->drafts.items[i], &head))
            px_cast_word(cast, noun_key(cast, head));
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed; t++) {
        if (!is_noun(cast, t))
            continue;
        bool open = (cast->clues[t].bits & (PX_NAME_LAND | PX_NAME_RULE | PX_NAME_FIRM)) != 0;
        if (!open && px_table_find(&cast->word_table, px_cast_plain(cast, noun_key(cast, t))) == PX_NONE)
            continue;
        struct px_draft *draft = px_cast_draft(cast, PX_DRAFT_NOUN, t - 1, t + 1);
        if (draft == NULL)
            return;
        draft->form = PX_MENTION_ROLE;
        draft->name = t;
        draft->name_count = 1;
    }
}
