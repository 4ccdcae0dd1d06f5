/* Keys: what a name is known by, here and in another article, and the figures that keys make. */
#include "entity/entity_cast.h"

#include "text/normalise.h"

uint32_t px_cast_figure(struct px_cast *cast, struct px_slice key)
{
    bool added;
    uint32_t id = px_table_add(&cast->keys, key, &added);
    if (id == PX_NONE || !added) {
        cast->failed = cast->failed || id == PX_NONE;
        return id;
    }
    struct px_figure *figure = px_vector_push(&cast->figures, cast->arena);
    if (figure == NULL) {
        cast->failed = true;
        return PX_NONE;
    }
    *figure = (struct px_figure){
        .key = px_table_key(&cast->keys, id),
        .name_draft = PX_NONE,
        .role_draft = PX_NONE,
        .role_entry = PX_NONE,
        .country = PX_NONE,
        .alias = PX_NONE,
        .written = PX_NONE,
        .first_fold = PX_NONE,
        .last_fold = PX_NONE,
        .nick_fold = PX_NONE,
        .middle_fold = PX_NONE,
        .title = PX_NONE,
        .next_same_surname = PX_NONE,
        .last_seen = PX_NONE,
    };
    return id;
}

struct px_slice px_cast_plain(struct px_cast *cast, struct px_slice fold)
{
    bool ascii = true;
    for (size_t i = 0; ascii && i < fold.size; i++)
        ascii = (unsigned char)fold.data[i] < 0x80;
    if (ascii)
        return fold;
    px_buffer_clear(&cast->plain);
    px_text_unmark(fold, &cast->plain);
    cast->failed = cast->failed || cast->plain.failed;
    return px_buffer_slice(&cast->plain);
}

struct px_name_word *px_cast_word(struct px_cast *cast, struct px_slice fold)
{
    bool added = false;
    uint32_t id = px_table_add(&cast->word_table, px_cast_plain(cast, fold), &added);
    struct px_name_word *word = NULL;
    if (id != PX_NONE && !added)
        return &cast->words.items[id];
    if (id != PX_NONE)
        word = px_vector_push(&cast->words, cast->arena);
    if (word == NULL)
        cast->failed = true;
    else
        *word = (struct px_name_word){PX_NONE, PX_NONE, PX_NONE, PX_NONE, 0, 0};
    return word;
}

uint8_t px_cast_gender(struct px_slice value)
{
    return px_slice_ends(value, PX_SLICE("female")) ? PX_GENDER_FEMALE
           : px_slice_ends(value, PX_SLICE("male")) ? PX_GENDER_MALE
                                                    : PX_GENDER_UNKNOWN;
}

const struct px_form *px_cast_word_form(const struct px_cast *cast, const struct px_draft *name)
{
    return name->part.form == PX_NONE ? px_cast_form(cast, name->name)
                                      : px_vocabulary_form(cast->vocabulary, name->part.form);
}

/* "U.S." and "US" are one word, so are "J." and "J", "Calderón" and "Calderon". */
void px_cast_append_word(struct px_buffer *out, struct px_slice fold)
{
    if (out->size > 0)
        px_buffer_byte(out, ' ');
    bool dotted = px_slice_find(fold, PX_SLICE("."), 0) != SIZE_MAX;
    size_t kept = out->size;
    px_text_unmark(fold, out);
    for (size_t i = kept; i < out->size; i++)
        if (out->data[i] != '.' || !dotted)
            out->data[kept++] = out->data[i] == '-' ? ' ' : out->data[i];
    out->size = kept;
}

static bool is_initial(const struct px_form *form)
{
    return form->text.size == 1 || (form->text.size == 2 && form->text.data[1] == '.');
}

/* "Dick" is "Richard": the given name that the one at the token is short for, folded, or its own fold. */
static struct px_slice full_name(const struct px_cast *cast, uint32_t token)
{
    const struct px_form *form = px_cast_form(cast, token);
    uint32_t given = cast->clues[token].given;
    const struct px_lexicon *names = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_FIRSTNAMES);
    struct px_slice full =
        given == PX_NONE ? (struct px_slice){0} : px_lexicon_cell(names, &names->entries.items[given], cast->name_full);
    uint32_t id = full.size == 0 ? PX_NONE : px_vocabulary_add(cast->vocabulary, full);
    return id == PX_NONE ? form->fold_text : px_vocabulary_form(cast->vocabulary, id)->fold_text;
}

/* The first word of the name that its key keeps: "J." before a given name is none. */
static uint32_t first_word(const struct px_cast *cast, const struct px_draft *draft)
{
    bool initial = draft->name_count > 2 && is_initial(px_cast_form(cast, draft->name)) &&
                   cast->clues[draft->name + 1].given != PX_NONE;
    return initial ? draft->name + 1 : draft->name;
}

/* Adds words [first, end) of the name folded, without middle initials, nicknames and punctuation. */
static void append_words(struct px_cast *cast, const struct px_draft *draft, uint32_t first, uint32_t end)
{
    uint32_t last = draft->name + draft->name_count - 1;
    uint32_t front = first_word(cast, draft);
    for (uint32_t t = first < front ? front : first; t < end; t++) {
        const struct px_form *form = px_cast_form(cast, t);
        bool inside = t > front && t < last;
        const struct px_quotation *nickname = inside ? px_cast_quotation_at(cast, t) : NULL;
        if (nickname != NULL) {
            t += nickname->token_count - 1;
            continue;
        }
        const struct px_token *token = &cast->article->tokens.items[t];
        if (t > draft->name + 1 && (cast->clues[t].bits & PX_NAME_SUFFIX) != 0)
            continue;
        if (!px_token_is_full_word(token) || (inside && is_initial(form) && form->text.data[0] != '&'))
            continue;
        px_cast_append_word(&cast->buffer, t == front ? full_name(cast, t) : form->fold_text);
    }
}

/* Adds the name from its word `skip` on; "Department of the Treasury" as "treasury department". */
static void append_name(struct px_cast *cast, const struct px_draft *draft, uint32_t skip)
{
    uint32_t first = draft->name + skip, end = draft->name + draft->name_count;
    uint32_t rest = px_cast_turned(cast, first, end);
    append_words(cast, draft, rest, end);
    if (rest > first)
        append_words(cast, draft, first, first + 1);
}

/* The entry of the country in front of a longer name ("Russian Foreign Ministry"), or PX_NONE; `*words` it has. */
static uint32_t leading_country(const struct px_cast *cast, const struct px_draft *draft, uint32_t *words)
{
    uint32_t hit = cast->clues[draft->name].country;
    if (hit == PX_NONE || px_cast_hit(cast, hit)->first_token > draft->name)
        return PX_NONE;
    if (px_cast_is_organ(cast, px_cast_hit(cast, hit)->entry))
        return PX_NONE;                                /* "Senate Judiciary Committee" */
    *words = px_cast_hit_end(cast, hit) - draft->name; /* "*the* U.S. Mint", where the article goes with the country */
    return *words < draft->name_count ? px_cast_hit(cast, hit)->entry : PX_NONE;
}

uint32_t px_cast_country_words(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t words = 0;
    return leading_country(cast, draft, &words) == PX_NONE ? 0 : words;
}

/* "U.S." and "United States" at the front of a name are one; a people's word ("Russian") stays what it is. */
struct px_slice px_cast_key(struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t skip = 0;
    uint32_t country = leading_country(cast, draft, &skip);
    bool place = country != PX_NONE && px_cast_is_form(cast, country, PX_FORM_OF_PLACE);
    cast->buffer.size = 0;
    if (draft->part.form != PX_NONE) {
        px_cast_append_word(&cast->buffer, px_cast_word_form(cast, draft)->fold_text);
        return px_buffer_slice(&cast->buffer);
    }
    if (place)
        px_text_fold(px_cast_state_name(cast, country), &cast->buffer);
    append_name(cast, draft, place ? skip : 0);
    return px_buffer_slice(&cast->buffer);
}

/* The word table's entry for an organisation's name without its country. */
static struct px_name_word *bare_word(struct px_cast *cast, const struct px_draft *draft, uint32_t skip)
{
    cast->buffer.size = 0;
    px_buffer_byte(&cast->buffer, '\n');
    append_name(cast, draft, skip);
    return px_cast_word(cast, px_buffer_slice(&cast->buffer));
}

/* An organisation of a country: "Russian Foreign Ministry" and "Russia's Foreign Ministry" are one, "the Foreign
 * Ministry" alone is the one met last. PX_NONE when the name is no such. */
uint32_t px_cast_national(struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t skip = 0;
    uint32_t country = leading_country(cast, draft, &skip);
    const struct px_draft *owner = country == PX_NONE ? px_cast_owner(cast, draft) : NULL;
    owner = owner == NULL && country == PX_NONE ? px_cast_owner_before(cast, draft) : owner;
    skip = country == PX_NONE ? 0 : skip;
    struct px_name_word *bare = bare_word(cast, draft, skip);
    if (owner == NULL && country == PX_NONE && px_cast_is_its(cast, draft))
        return PX_NONE; /* whoever "it" is, the one met last need not be its */
    if (bare == NULL || (country == PX_NONE && owner == NULL))
        return bare == NULL ? PX_NONE : bare->short_for;
    uint32_t of_owner = owner == NULL ? PX_NONE : px_cast_country_entry(cast, owner);
    country = country == PX_NONE ? of_owner : country;
    cast->buffer.size = 0;
    if (country != PX_NONE)
        px_text_fold(px_cast_state_name(cast, country), &cast->buffer);
    else
        append_name(cast, owner, 0);
    append_name(cast, draft, skip);
    uint32_t id = px_cast_figure(cast, px_buffer_slice(&cast->buffer));
    bare = bare_word(cast, draft, skip);
    if (bare != NULL)
        bare->short_for = id;
    return id;
}
