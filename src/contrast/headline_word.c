/* Words of headlines in the body: how often they stand there. */
#include "contrast/contrast.h"
#include "contrast/headline.h"

/* Are these the letters of the short form, full stops aside: "U.S." and "US"? */
static bool has_letters(struct px_slice text, struct px_slice letters)
{
    size_t i = 0;
    for (size_t k = 0; k < text.size; k++) {
        if (text.data[k] == '.')
            continue;
        while (i < letters.size && letters.data[i] == '.')
            i++;
        if (i == letters.size || letters.data[i++] != text.data[k])
            return false;
    }
    while (i < letters.size && letters.data[i] == '.')
        i++;
    return i == letters.size;
}

/* Is it the word? A short form in capitals is none in small letters: "US" and "us". */
static bool is_word(const struct px_form *form, const struct px_form *wanted)
{
    return wanted->shape == PX_SHAPE_UPPER ? has_letters(form->text, wanted->text) : form->fold == wanted->fold;
}

/* Is it the word, or a part of a compound: "UK" in "Russia-UK relations"? */
static bool has_word(const struct px_form *form, const struct px_form *wanted)
{
    struct px_slice rest = form->text, piece;
    if (is_word(form, wanted))
        return true;
    for (size_t i = 0; wanted->shape != PX_SHAPE_UPPER && i < form->part_count; i++)
        if (form->parts[i] == wanted->fold)
            return true;
    while (wanted->shape == PX_SHAPE_UPPER && px_slice_next(&rest, '-', &piece))
        if (has_letters(piece, wanted->text))
            return true;
    return false;
}

/* NULL when memory is out. */
static const struct px_form *form_of(const struct px_compare_context *context, struct px_slice word)
{
    uint32_t id = px_vocabulary_add(context->worker->vocabulary, word);
    return id == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, id);
}

bool px_headline_stand(const struct px_compare_context *context, size_t a, struct px_slice words, bool compounds,
                       uint32_t token, uint32_t *end)
{
    const struct px_article *article = context->articles[a];
    bool one = compounds && px_slice_find(words, PX_SLICE(" "), 0) == SIZE_MAX;
    struct px_slice word;
    *end = token;
    while (px_slice_next(&words, ' ', &word)) {
        const struct px_form *wanted = form_of(context, word);
        if (wanted == NULL || *end >= article->tokens.count)
            return false;
        const struct px_form *form = px_compare_form(context, &article->tokens.items[*end]);
        if (one ? !has_word(form, wanted) : !is_word(form, wanted))
            return false;
        ++*end;
    }
    return *end > token;
}

/* Does the article name another person with the surname? */
static bool has_namesake(const struct px_compare_context *context, size_t a, uint32_t referent, struct px_slice surname)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t e = 0; e < article->entities.count; e++) {
        uint32_t other = px_compare_referent(context, a, e);
        if (other != PX_NONE && other != referent && article->entities.items[e].kind == PX_ENTITY_PERSON &&
            px_slice_equal(px_slice_last_word(article->entities.items[e].name), surname))
            return true;
    }
    return false;
}

/* Do the tokens lie in a longer name of something else, as "House" in "White House" does? "House of Representatives" may be
 * the same, a "Senate Committee" is the senate's, and what is named after a person, "Lind Campaign", has his name: so much
 * stands there whether it has its capitals or not. */
static bool is_in_longer_name(const struct px_compare_context *context, size_t a, uint32_t token, uint32_t end,
                              const struct px_mention *mention, uint8_t kind)
{
    const struct px_article *article = context->articles[a];
    bool first = mention->first_token == token;
    if ((kind == PX_ENTITY_PERSON && article->entities.items[mention->entity].kind != PX_ENTITY_PERSON) ||
        (kind == PX_ENTITY_ORGANISATION && first))
        return false;
    bool longer = mention->token_count > end - token;
    bool begins = longer && first && px_compare_form(context, &article->tokens.items[end])->shape == PX_SHAPE_LOWER;
    return longer && !begins && (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS);
}

/* The mention that covers the token, or NULL. `*m` is one that ends behind all tokens asked for before. */
static const struct px_mention *mention_over(const struct px_article *article, uint32_t token, size_t *m)
{
    while (*m < article->mentions.count &&
           article->mentions.items[*m].first_token + article->mentions.items[*m].token_count <= token)
        ++*m;
    return *m < article->mentions.count && article->mentions.items[*m].first_token <= token
               ? &article->mentions.items[*m]
               : NULL;
}

/* Is the token in a mention of the referent, from this mention on? A role told of another may begin with the same words:
 * "who was *Lind*'s agent". */
static bool means(const struct px_compare_context *context, size_t a, uint32_t referent, uint32_t token, size_t m)
{
    const struct px_article *article = context->articles[a];
    for (; m < article->mentions.count && article->mentions.items[m].first_token <= token; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->first_token + mention->token_count > token &&
            px_compare_referent(context, a, mention->entity) == referent)
            return true;
    }
    return false;
}

uint32_t px_headline_written(const struct px_compare_context *context, size_t a, uint32_t referent,
                             struct px_slice words)
{
    const struct px_article *article = context->articles[a];
    uint32_t times = 0, end, head = px_compare_head_end(article);
    size_t mention = 0;
    uint8_t kind = context->comparison->referents.items[referent].kind;
    bool person = kind == PX_ENTITY_PERSON;
    words = person ? px_slice_last_word(words) : words;
    bool shared = person && has_namesake(context, a, referent, words); /* those count that surely mean this one */
    struct px_slice rest = words, first;
    const struct px_form *wanted = px_slice_next(&rest, ' ', &first) ? form_of(context, first) : NULL;
    for (uint32_t t = 0; wanted != NULL && t < article->tokens.count; t++) {
        if (article->tokens.items[t].sentence == PX_NONE || article->tokens.items[t].sentence < head ||
            !has_word(px_compare_form(context, &article->tokens.items[t]), wanted) ||
            !px_headline_stand(context, a, words, true, t, &end))
            continue;
        const struct px_mention *over = mention_over(article, t, &mention);
        bool its = over != NULL && (px_compare_referent(context, a, over->entity) == referent ||
                                    (over->form > PX_MENTION_ALIAS && means(context, a, referent, t, mention)));
        times += its || (!shared && (over == NULL || !is_in_longer_name(context, a, t, end, over, kind)));
    }
    return times;
}
