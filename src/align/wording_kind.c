/* What kind of word a term is, from where it stands: whether it may stand for what a passage is about, and whether it
 * says what an article talks of or only how it talks. */
#include "align/align.h"

#define SURE_CUE 0.35 /* a cue this reliable reports speech more often than not */
#define STRONG 2.0    /* a word that judges so strongly names no topic */

enum { NOUN_LEAST = 2 }; /* uses as a noun, or all uses */

/* What stands at a token. */
enum {
    AT_CUE = 1,
    AT_SPEECH = 2,      /* a reliable cue */
    AT_CHARGED = 4,     /* judges, hedges, stresses or presupposes, or says nothing without more words */
    AT_ROLE = 8,        /* in a role or title */
    AT_DETERMINER = 16, /* a noun, or an adjective before it, comes behind */
    AT_GRAMMAR = 32,    /* any other function word, a number, a common verb */
    AT_EMPTY = 64       /* any of the lexicon "grammar" */
};

static uint8_t place_of(const struct px_entry *entry, uint16_t lexicon)
{
    switch (lexicon) {
    case PX_LEXICON_CUES: return entry->weight >= SURE_CUE ? AT_CUE | AT_SPEECH : AT_CUE;
    case PX_LEXICON_VALENCE: return entry->weight >= STRONG || entry->weight <= -STRONG ? AT_CHARGED : 0;
    case PX_LEXICON_LOADED:
    case PX_LEXICON_CERTAINTY:
    case PX_LEXICON_DEGREE:
    case PX_LEXICON_PRESUPPOSITION: return AT_CHARGED;
    case PX_LEXICON_ROLES:
    case PX_LEXICON_TITLES: return AT_ROLE;
    case PX_LEXICON_GRAMMAR:
        if (px_slice_is(entry->category, "grammar.vague"))
            return AT_CHARGED | AT_EMPTY;
        if (px_slice_is(entry->category, "grammar.loose"))
            return 0;
        if (px_slice_is(entry->category, "grammar.determiner") || px_slice_is(entry->category, "grammar.possessive") ||
            px_slice_is(entry->category, "grammar.preposition"))
            return AT_DETERMINER | AT_EMPTY;
        return AT_GRAMMAR | AT_EMPTY;
    default: return 0;
    }
}

/* A verb's entry at a noun: "the *cable* warned of it" cables nothing. */
static bool is_no_verb(const struct px_article *article, const struct px_entry *entry, const struct px_hit *hit)
{
    return article->lexemes != NULL && hit->lexicon == PX_LEXICON_CUES && px_slice_is(entry->category, "cue.verb") &&
           article->lexemes[hit->first_token].word_class == PX_WORD_NOUN;
}

/* Marks the tokens of an article; true when any word before nouns is known. */
static bool mark_tokens(const struct px_compare_context *context, size_t a, uint8_t *at)
{
    const struct px_article *article = context->articles[a];
    bool grammar = false;
    for (size_t h = 0; h < article->hits.count; h++) {
        const struct px_hit *hit = &article->hits.items[h];
        const struct px_entry *entry =
            hit->lexicon >= PX_LEXICON_OWN ? NULL : px_resources_entry(context->worker->resources, hit);
        uint8_t place = entry == NULL || is_no_verb(article, entry, hit) ? 0 : place_of(entry, hit->lexicon);
        for (uint32_t t = 0; place != 0 && t < hit->token_count; t++)
            at[hit->first_token + t] |= place;
        grammar |= (place & AT_DETERMINER) != 0;
    }
    return grammar;
}

/* Is the word used as a noun here: behind a determiner, a preposition or a genitive, and not before another content
 * word? */
static bool is_noun(const struct px_compare_context *context, const struct px_article *article, const uint8_t *at,
                    uint32_t token)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t next = token + 1;
    bool opened = token > 0 && tokens[token - 1].sentence == tokens[token].sentence &&
                  ((at[token - 1] & AT_DETERMINER) || (tokens[token - 1].flags & PX_TOKEN_CLITIC));
    return opened && (next == article->tokens.count || tokens[next].sentence != tokens[token].sentence ||
                      (at[next] & AT_GRAMMAR) || !px_compare_is_content(context, &tokens[next]));
}

/* Uses of a term by what stands there. */
struct tally {
    uint32_t uses;
    uint32_t cue, speech, charged, role, grammar, empty, noun;
    uint32_t shouted; /* in capitals, though a word written small elsewhere, or a listed one: "NO COLLUSION" */
};

static void count_use(const struct px_compare_context *context, size_t a, const uint8_t *at, const bool *small,
                      uint32_t token, struct tally *tally)
{
    uint8_t place = at[token];
    const struct px_form *form = px_compare_form(context, &context->articles[a]->tokens.items[token]);
    tally->uses++;
    tally->shouted +=
        form->shape == PX_SHAPE_UPPER && (small[form->fold] || (place & (AT_CUE | AT_CHARGED | AT_GRAMMAR)));
    tally->cue += (place & AT_CUE) != 0;
    tally->speech += (place & AT_SPEECH) != 0;
    tally->charged += (place & AT_CHARGED) != 0;
    tally->role += (place & AT_ROLE) != 0;
    tally->grammar += (place & AT_GRAMMAR) != 0;
    tally->empty += (place & AT_EMPTY) != 0;
    tally->noun += is_noun(context, context->articles[a], at, token);
}

static void count(const struct px_compare_context *context, size_t a, const uint8_t *at, const bool *small,
                  struct tally *tallies)
{
    for (uint32_t u = 0; u < context->wording.use_count[a]; u++) {
        const struct px_use *use = &context->wording.uses[a][u];
        count_use(context, a, at, small, use->token, &tallies[use->term]);
        if (use->said != use->term && use->said != PX_NONE && context->wording.forms[use->said] != PX_NONE)
            count_use(context, a, at, small, use->token, &tallies[use->said]);
    }
}

static bool is_month(const struct px_compare_context *context, struct px_slice text)
{
    const struct px_lexicon *months = px_resources_lexicon(context->worker->resources, PX_LEXICON_MONTHS);
    for (size_t e = 0; e < months->entries.count; e++)
        if (px_slice_equal(months->entries.items[e].text, text))
            return true;
    return false;
}

/* Numbers and small words alone, "one-in-three": another may write it in digits. */
static bool is_number(const struct px_compare_context *context, const struct px_form *form)
{
    struct px_vocabulary *vocabulary = context->worker->vocabulary;
    bool number = false;
    for (uint16_t i = 0; i < form->part_count; i++) {
        const uint32_t *entries;
        uint32_t part = px_vocabulary_add(vocabulary, px_vocabulary_fold_text(vocabulary, form->parts[i]));
        if (part == PX_NONE)
            return false;
        bool counts = px_vocabulary_form(vocabulary, part)->digits ||
                      px_match_form(context->worker->cache, part, PX_LEXICON_NUMBERS, &entries) > 0;
        if (!counts && !px_vocabulary_form(vocabulary, part)->stop)
            return false;
        number |= counts;
    }
    return number && form->part_count > 1;
}

/* A word that begins with a capital outside names is a piece of a name, a title, or a day; one that stands mostly in
 * roles is a piece of those. A name of one word may be a role with a capital, and what is shouted is no name. */
static uint8_t kind_of(const struct px_compare_context *context, uint32_t term, const struct tally *tally, bool grammar)
{
    uint32_t form = context->wording.forms[term];
    bool name = form == PX_NONE;
    bool piece =
        name ? px_slice_find(context->wording.texts[term], PX_SLICE(" "), 0) == SIZE_MAX && tally->role == tally->uses
             : px_vocabulary_form(context->worker->vocabulary, form)->shape == PX_SHAPE_CAPITALISED ||
                   2 * tally->role > tally->uses;
    uint8_t kind = piece || is_month(context, context->wording.texts[term]) ? PX_WORDING_PIECE : 0;
    if (tally->shouted == tally->uses)
        kind |= PX_WORDING_PIECE;
    if (name)
        return kind;
    if (2 * tally->speech > tally->uses)
        kind |= PX_WORDING_SPEECH;
    if (2 * tally->empty > tally->uses || is_number(context, px_vocabulary_form(context->worker->vocabulary, form)))
        kind |= PX_WORDING_EMPTY;
    if (tally->cue > 0 || tally->charged > 0 || tally->grammar > 0 ||
        (grammar && tally->noun < NOUN_LEAST && tally->noun < tally->uses))
        kind |= PX_WORDING_MANNER;
    return kind;
}

/* The words, by fold, that any of the articles writes in small letters; NULL when memory is out. */
static bool *find_small(struct px_compare_context *context)
{
    bool *small = px_arena_array(&context->scratch, bool, px_vocabulary_fold_count(context->worker->vocabulary));
    for (size_t a = 0; small != NULL && a < context->count; a++) {
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        for (size_t t = 0; t < tokens->count; t++) {
            const struct px_form *form = px_compare_form(context, &tokens->items[t]);
            small[form->fold] |= form->shape == PX_SHAPE_LOWER;
        }
    }
    return small;
}

enum px_status px_compare_wording_kinds(struct px_compare_context *context, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    struct tally *tallies = px_arena_array(&context->scratch, struct tally, wording->count);
    bool grammar = false, *small = find_small(context);
    wording->kinds = px_arena_array(&context->scratch, uint8_t, wording->count);
    if (tallies == NULL || wording->kinds == NULL || small == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        uint8_t *at = px_arena_array(&context->scratch, uint8_t, context->articles[a]->tokens.count);
        if (at == NULL)
            return px_no_memory(error);
        grammar |= mark_tokens(context, a, at);
        count(context, a, at, small, tallies);
    }
    for (uint32_t term = 0; term < wording->count; term++)
        wording->kinds[term] = tallies[term].uses == 0 ? 0 : kind_of(context, term, &tallies[term], grammar);
    return PX_OK;
}
