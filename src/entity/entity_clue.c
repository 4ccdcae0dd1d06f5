#include "entity/entity_cast.h"

#include "text/utf8.h"

static const struct {
    struct px_slice category;
    uint32_t bit;
} name_bits[] = {
    {PX_SLICE_STATIC("name.particle"), PX_NAME_PARTICLE},
    {PX_SLICE_STATIC("name.of"), PX_NAME_OF},
    {PX_SLICE_STATIC("name.and"), PX_NAME_AND},
    {PX_SLICE_STATIC("name.suffix"), PX_NAME_SUFFIX},
    {PX_SLICE_STATIC("name.opener"), PX_NAME_OPENER},
    {PX_SLICE_STATIC("name.never"), PX_NAME_NEVER},
    {PX_SLICE_STATIC("name.place"), PX_NAME_PLACE},
    {PX_SLICE_STATIC("name.definite"), PX_NAME_DEFINITE},
    {PX_SLICE_STATIC("name.former"), PX_NAME_FORMER},
    {PX_SLICE_STATIC("name.then"), PX_NAME_FORMER},
    {PX_SLICE_STATIC("name.ahead"), PX_NAME_AHEAD},
    {PX_SLICE_STATIC("name.indefinite"), PX_NAME_INDEFINITE},
    {PX_SLICE_STATIC("name.junior"), PX_NAME_JUNIOR},
    {PX_SLICE_STATIC("name.land"), PX_NAME_LAND},
    {PX_SLICE_STATIC("name.versus"), PX_NAME_VERSUS},
    {PX_SLICE_STATIC("name.within"), PX_NAME_PLACE | PX_NAME_WITHIN},
    {PX_SLICE_STATIC("name.visit"), PX_NAME_VISIT},
    {PX_SLICE_STATIC("name.journey"), PX_NAME_PLACE | PX_NAME_VISIT},
    {PX_SLICE_STATIC("name.rule"), PX_NAME_RULE},
    {PX_SLICE_STATIC("name.body"), PX_NAME_BODY},
    {PX_SLICE_STATIC("name.camp"), PX_NAME_CAMP},
    {PX_SLICE_STATIC("name.thing"), PX_NAME_THING},
    {PX_SLICE_STATIC("name.human"), PX_NAME_HUMAN},
    {PX_SLICE_STATIC("name.firm"), PX_NAME_FIRM},
    {PX_SLICE_STATIC("name.for"), PX_NAME_OF | PX_NAME_FOR},
};

static uint32_t find_name_bit(struct px_slice category)
{
    for (size_t i = 0; i < sizeof name_bits / sizeof *name_bits; i++)
        if (px_slice_equal(category, name_bits[i].category))
            return name_bits[i].bit;
    return 0;
}

/* Where hits of this lexicon are kept in a clue, or NULL. */
static uint32_t *find_place(struct px_clue *clue, uint16_t lexicon)
{
    switch (lexicon) {
    case PX_LEXICON_TITLES: return &clue->title;
    case PX_LEXICON_ROLES: return &clue->role;
    case PX_LEXICON_DEMONYMS: return &clue->country;
    case PX_LEXICON_PRONOUNS: return &clue->pronoun;
    case PX_LEXICON_ORGANISATIONS: return &clue->head;
    case PX_LEXICON_ALIASES: return &clue->alias;
    default: return NULL;
    }
}

static void read_hit(struct px_cast *cast, uint32_t index)
{
    const struct px_hit *hit = px_cast_hit(cast, index);
    if (hit->lexicon == PX_LEXICON_CUES) {
        cast->clues[hit->first_token].speaks = true;
        return;
    }
    uint32_t bit = hit->lexicon == PX_LEXICON_NAMES ? find_name_bit(px_cast_entry(cast, index)->category) : 0;
    for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++) {
        uint32_t *place = find_place(&cast->clues[t], hit->lexicon);
        if (place != NULL && *place == PX_NONE)
            *place = index;
        cast->clues[t].bits |= bit;
    }
}

bool px_cast_begins_upper(struct px_slice text)
{
    if (text.size == 0)
        return false;
    unsigned char byte = (unsigned char)text.data[0];
    if (byte < 0x80)
        return byte >= 'A' && byte <= 'Z';
    size_t at = 0;
    return px_utf8_is_upper(px_utf8_next(text, &at));
}

/* "al-Assad", "el-Sisi": a particle, a hyphen and a capital. */
static bool is_hyphened_name(const struct px_cast *cast, const struct px_form *form)
{
    size_t hyphen = px_slice_find(form->text, PX_SLICE("-"), 0);
    if (form->part_count < 2 || form->shape != PX_SHAPE_MIXED || hyphen > 4)
        return false;
    uint32_t id = px_vocabulary_add(cast->vocabulary, px_slice_part(form->text, 0, hyphen));
    const uint32_t *entries;
    size_t count = id == PX_NONE ? 0 : px_match_form(cast->annotation->worker->cache, id, PX_LEXICON_NAMES, &entries);
    const struct px_lexicon *names = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_NAMES);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(names->entries.items[entries[i]].category, "name.particle"))
            return px_cast_begins_upper(px_slice_part(form->text, hyphen + 1, form->text.size));
    return false;
}

/* "diCorvin", "deHask": a few small letters and a capital that goes on in small ones. */
static bool has_inner_capital(const struct px_form *form)
{
    enum { LEAST = 2, MOST = 3 };
    size_t at = 0;
    if (form->shape != PX_SHAPE_MIXED || form->part_count > 1)
        return false;
    while (at < form->text.size && form->text.data[at] >= 'a' && form->text.data[at] <= 'z')
        at++;
    return at >= LEAST && at <= MOST && at + 2 < form->text.size &&
           px_cast_begins_upper(px_slice_part(form->text, at, form->text.size)) &&
           !px_cast_begins_upper(px_slice_part(form->text, at + 1, form->text.size));
}

static bool is_capital(const struct px_cast *cast, const struct px_token *token, const struct px_form *form)
{
    if (!px_token_is_full_word(token) || form->shape == PX_SHAPE_LOWER)
        return false;
    return px_cast_begins_upper(form->text) || is_hyphened_name(cast, form) || has_inner_capital(form);
}

/* Behind an opening mark, a colon or a dash a capital says as little as at the start of a sentence. */
static bool is_fresh(const struct px_cast *cast, uint32_t t)
{
    const struct px_token *tokens = cast->article->tokens.items;
    if (t == 0 || (tokens[t].flags & PX_TOKEN_SENTENCE_START) != 0)
        return true;
    if (px_token_is_word(&tokens[t - 1]))
        return false;
    struct px_slice mark = px_cast_form(cast, t - 1)->text;
    return !px_slice_is(mark, ",") && !px_slice_is(mark, ")") && !px_slice_is(mark, "(") && !px_slice_is(mark, "&") &&
           !px_slice_is(mark, "$") && !px_slice_is(mark, "/");
}

/* Does the sentence fill its block without a mark at its end, as headings and captions do? */
static bool is_line(const struct px_cast *cast, const struct px_sentence *sentence)
{
    const struct px_block *block = &cast->article->blocks.items[sentence->block];
    const struct px_token *last = &cast->article->tokens.items[sentence->first_token + sentence->token_count - 1];
    return block->sentence_count == 1 && last->kind != PX_TOKEN_PUNCTUATION;
}

/* A sentence nearly all of whose content words have capitals, and no full stop at its end, is a headline, or one of
 * some length with capitals throughout: they tell nothing there. */
static bool is_headline(const struct px_cast *cast, const struct px_sentence *sentence)
{
    enum { WORDS_LEAST = 6, LIST_WORDS = 4 };
    uint32_t capital = 0;
    uint32_t content = 0;
    uint32_t commas = 0;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_form *form = px_cast_form(cast, t);
        commas += px_slice_is(form->text, ",");
        if (cast->article->tokens.items[t].kind != PX_TOKEN_WORD || form->stop || form->text.size < 3)
            continue;
        content++;
        capital += form->shape != PX_SHAPE_LOWER;
    }
    const struct px_form *last = px_cast_form(cast, sentence->first_token + sentence->token_count - 1);
    bool listing = commas * LIST_WORDS >= content; /* of names, hardly a headline */
    bool running = is_line(cast, sentence) && px_role_is_paragraph(cast->article->blocks.items[sentence->block].role);
    if (px_slice_is(last->text, ".")) /* set under a headline by whoever exported it */
        return content >= WORDS_LEAST && capital == content && !listing;
    if (running && (listing || (capital < content && content >= WORDS_LEAST)))
        return false; /* a sentence of many names that lost its full stop */
    return (content >= 5 || (content > 0 && is_line(cast, sentence))) && capital * 8 >= content * 7;
}

/* The entry of the lexicon of given names, or PX_NONE. */
static uint32_t find_given(const struct px_cast *cast, uint32_t form)
{
    const uint32_t *entries;
    size_t count = px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_FIRSTNAMES, &entries);
    return count == 0 ? PX_NONE : entries[0];
}

uint32_t px_cast_word_country(struct px_cast *cast, struct px_slice text)
{
    const uint32_t *entries;
    uint32_t form = text.size < 2 ? PX_NONE : px_vocabulary_add(cast->vocabulary, text);
    size_t count =
        form == PX_NONE ? 0 : px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_DEMONYMS, &entries);
    return count == 0 ? PX_NONE : entries[0];
}

/* The country that a part of the word names: "US-backed", "anti-Russian"; "F.B.I." without its full stops. */
static uint32_t find_piece(struct px_cast *cast, const struct px_form *form)
{
    uint32_t found = PX_NONE;
    struct px_slice rest = form->text;
    struct px_slice piece;
    if (form->part_count > 1) {
        while (found == PX_NONE && px_slice_next(&rest, '-', &piece))
            found = px_cast_begins_upper(piece) ? px_cast_word_country(cast, piece) : PX_NONE;
        return found;
    }
    if (form->shape != PX_SHAPE_UPPER || px_slice_find(form->text, PX_SLICE("."), 0) == SIZE_MAX)
        return PX_NONE;
    cast->buffer.size = 0;
    while (px_slice_next(&rest, '.', &piece))
        px_buffer_append(&cast->buffer, piece);
    return px_cast_word_country(cast, px_buffer_slice(&cast->buffer));
}

/* Words cried out in capitals, "STUPID AND WRONG", "OUTLIERS", "THANKS!", "THIS": capitals tell nothing there either.
 * Short ones alone are names of organisations as a rule. */
static bool is_cried(const struct px_cast *cast, const struct px_sentence *sentence, uint32_t t)
{
    enum { SHORT = 3, LONG = 7 };
    const struct px_form *form = px_cast_form(cast, t);
    uint32_t end = sentence->first_token + sentence->token_count;
    bool dotted = px_slice_find(form->text, PX_SLICE("."), 0) != SIZE_MAX; /* "N.A.A.C.P." */
    if (form->shape != PX_SHAPE_UPPER || form->text.size <= SHORT || cast->clues[t].head != PX_NONE || dotted)
        return false;
    uint32_t block = cast->article->blocks.items[sentence->block].first_sentence;
    bool opens = t == cast->article->sentences.items[block].first_token && t + 1 < end &&
                 cast->article->tokens.items[t + 1].kind == PX_TOKEN_PUNCTUATION &&
                 !px_slice_is(px_cast_form(cast, t + 1)->text, ":"); /* "LONDON —" */
    bool before = t > sentence->first_token && px_cast_form(cast, t - 1)->shape == PX_SHAPE_UPPER;
    bool behind = t + 1 < end && px_cast_form(cast, t + 1)->shape == PX_SHAPE_UPPER;
    bool exclaimed = t + 1 < end && px_slice_is(px_cast_form(cast, t + 1)->text, "!");
    return form->text.size >= LONG || form->stop || exclaimed || opens || before || behind;
}

static void read_sentence(struct px_cast *cast, const struct px_sentence *sentence)
{
    bool headline = is_headline(cast, sentence);
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_form *form = px_cast_form(cast, t);
        struct px_clue *clue = &cast->clues[t];
        if (clue->country == PX_NONE && form->shape != PX_SHAPE_LOWER)
            clue->piece = find_piece(cast, form);
        if (!is_capital(cast, &cast->article->tokens.items[t], form)) {
            if (!headline)
                cast->seen[form->fold] |= PX_SEEN_LOWER;
            continue;
        }
        clue->bits |= PX_NAME_CAPITAL;
        clue->given = find_given(cast, cast->article->tokens.items[t].form);
        if (headline || is_cried(cast, sentence, t))
            clue->bits |= PX_NAME_HEADLINE;
        else if (is_fresh(cast, t))
            clue->bits |= PX_NAME_FRESH;
        else
            cast->seen[form->fold] |= PX_SEEN_CAPITAL;
    }
}

/* Of quotations within each other the outermost tells: a word between marks in somebody's speech is his, too. */
static void read_quotations(struct px_cast *cast)
{
    uint32_t read = 0;
    for (size_t i = 0; i < cast->article->quotations.count; i++) {
        const struct px_quotation *quotation = &cast->article->quotations.items[i];
        uint32_t end = quotation->first_token + quotation->token_count;
        for (uint32_t t = quotation->first_token > read ? quotation->first_token : read; t < end; t++)
            cast->quoted[t] = quotation->kind == PX_QUOTATION_SPEECH;
        read = end > read ? end : read;
    }
}

void px_cast_read_clues(struct px_cast *cast)
{
    size_t count = cast->article->tokens.count;
    cast->quoted = px_arena_array(cast->arena, bool, count);
    cast->clues = px_arena_array(cast->arena, struct px_clue, count);
    cast->owners = px_arena_array(cast->arena, uint32_t, count);
    cast->seen_count = px_vocabulary_fold_count(cast->vocabulary);
    cast->seen = px_arena_array(cast->arena, uint8_t, cast->seen_count);
    if (cast->quoted == NULL || cast->clues == NULL || cast->seen == NULL || cast->owners == NULL) {
        cast->failed = true;
        return;
    }
    for (size_t t = 0; t < count; t++)
        cast->clues[t] =
            (struct px_clue){PX_NONE, PX_NONE, PX_NONE, PX_NONE, PX_NONE, PX_NONE, PX_NONE, PX_NONE, 0, false};
    read_quotations(cast);
    for (uint32_t i = 0; i < cast->article->hits.count; i++)
        read_hit(cast, i);
    for (size_t s = 0; s < cast->article->sentences.count; s++)
        read_sentence(cast, &cast->article->sentences.items[s]);
}
