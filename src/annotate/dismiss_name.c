#include "annotate/dismiss_name.h"

#include "annotate/loaded.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

static bool has_capital(const struct px_annotation *annotation, uint32_t token)
{
    uint32_t form = annotation->article->tokens.items[token].form;
    uint8_t shape = px_vocabulary_form(annotation->worker->vocabulary, form)->shape;
    return shape == PX_SHAPE_CAPITALISED || shape == PX_SHAPE_UPPER || shape == PX_SHAPE_MIXED;
}

static bool is_title(struct px_dismissing *reading, uint32_t index)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_sentence *sentence = &annotation->article->sentences.items[index];
    uint32_t capital = 0, content = 0;
    if (reading->sentence == index)
        return reading->title;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_token *token = &annotation->article->tokens.items[t];
        if (token->kind != PX_TOKEN_WORD || px_vocabulary_form(annotation->worker->vocabulary, token->form)->stop)
            continue;
        content++;
        capital += has_capital(annotation, t);
    }
    reading->sentence = index;
    reading->title = 8 * capital >= 7 * content;
    return reading->title;
}

static bool begins_sentence(const struct px_article *article, const struct px_match *match)
{
    return (article->tokens.items[match->first_token].flags & PX_TOKEN_SENTENCE_START) != 0;
}

/* Is it the name of a person who is known by more than one word? Others may be no persons at all. */
static bool is_person(const struct px_entity *entity)
{
    return entity->kind == PX_ENTITY_PERSON && px_slice_find(entity->name, PX_SLICE(" "), 0) != SIZE_MAX;
}

/* Does the match end a person's name, in full or by the last name alone: "Luther Strange", "Strange"? */
static bool is_last_name(const struct px_article *article, const struct px_match *match,
                         const struct px_mention *mention)
{
    const struct px_entity *entity = &article->entities.items[mention->entity];
    struct px_slice word = px_slice_part(article->text, match->start, match->end);
    return is_person(entity) &&
           match->first_token + match->token_count == mention->first_token + mention->token_count &&
           px_slice_ends(entity->name, word) && entity->name.size > word.size;
}

/* A loaded word beside a person's name is rather no part of it ("the Marxist Gramsci"), nor where a sentence begins,
 * nor in quotations, of tweets for one, whose capitals shout. */
static bool is_beyond_names(const struct px_article *article, const struct px_match *match,
                            const struct px_mention *mention)
{
    const struct px_entity *entity = &article->entities.items[mention->entity];
    return px_match_is_loaded(match) && !is_last_name(article, match, mention) &&
           (entity->kind == PX_ENTITY_PERSON || begins_sentence(article, match) || !px_voice_is_chosen(match->voice));
}

/* A name as a whole may be what the entry is about ("NATO"), but for a person's, where the words mean nothing. In
 * titles the bounds of names are guesses. */
static bool is_in_mention(struct px_dismissing *reading, const struct px_match *match)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_article *article = annotation->article;
    uint32_t index = annotation->mentions[match->first_token];
    if (index == PX_NONE)
        return false;
    const struct px_mention *mention = &article->mentions.items[index];
    const struct px_entity *entity = &article->entities.items[mention->entity];
    uint32_t end = match->first_token + match->token_count;
    if (end > mention->first_token + mention->token_count ||
        (is_title(reading, match->sentence) && entity->mention_count < 2) || is_beyond_names(article, match, mention))
        return false;
    bool part = match->token_count + 1 < mention->token_count ||
                (match->token_count < mention->token_count && has_capital(annotation, mention->first_token));
    bool office = entity->kind == PX_ENTITY_PERSON && end == mention->first_token + mention->token_count;
    if (mention->form == PX_MENTION_ROLE) /* "the four-term *congressman*" is one as "the congressman" is */
        return part && !office && (entity->kind == PX_ENTITY_PERSON || has_capital(annotation, match->first_token));
    return (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS) && (part || is_person(entity));
}

/* Does the name of a person begin at the token? */
static bool is_person_at(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    uint32_t index = token < article->tokens.count ? annotation->mentions[token] : PX_NONE;
    const struct px_mention *mention = index == PX_NONE ? NULL : &article->mentions.items[index];
    return mention != NULL && mention->first_token == token && mention->form == PX_MENTION_NAME &&
           article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
}

/* Does the name follow behind another office of its bearer: "attorney *and* conservative writer Anna Tarn"? */
static bool is_person_behind(const struct px_annotation *annotation, uint32_t token)
{
    enum { WORDS_MOST = 4 };
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t t = token + 1, bars = PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_VERB | PX_CLASS_PREPOSITION;
    if (t >= tokens->count || (annotation->classes[token] & PX_CLASS_COORDINATOR) == 0)
        return false;
    while (t < tokens->count && t <= token + WORDS_MOST && tokens->items[t].sentence == tokens->items[token].sentence &&
           tokens->items[t].kind == PX_TOKEN_WORD && (annotation->classes[t] & bars) == 0 &&
           !is_person_at(annotation, t))
        t++;
    return t > token + 1 && is_person_at(annotation, t) &&
           px_party_is_listed(annotation, t - 1, PX_LEXICON_ROLES, PX_SLICE(""));
}

/* Does an office that is held with a body end in it, "the ambassador to the *United Nations*"? */
static bool is_seat(const struct px_annotation *annotation, const struct px_match *match)
{
    uint32_t t = match->first_token;
    if (t > 0 && px_party_is_listed(annotation, t - 1, PX_LEXICON_NAMES, PX_SLICE("name.definite")))
        t--;
    return t > 1 && (annotation->classes[t - 1] & PX_CLASS_TO) != 0 &&
           annotation->article->tokens.items[t - 2].sentence == match->sentence &&
           px_party_is_listed(annotation, t - 2, PX_LEXICON_ROLES, PX_SLICE(""));
}

/* Is it part of an office, or all of one that a name follows: "national security" of "national security adviser", the
 * "attorney" of "attorney Michael Cohen"? */
static bool is_in_office(const struct px_annotation *annotation, const struct px_match *match)
{
    enum { LONGEST = 4 };
    const struct px_hits *hits = &annotation->article->hits;
    uint32_t end = match->first_token + match->token_count;
    for (size_t i = px_hits_from(hits, match->first_token > LONGEST ? match->first_token - LONGEST : 0);
         i < hits->count && hits->items[i].first_token <= match->first_token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_ROLES &&
            hits->items[i].first_token + hits->items[i].token_count >= end &&
            (hits->items[i].token_count > match->token_count || is_person_at(annotation, end) ||
             is_person_behind(annotation, end)))
            return !px_match_is_loaded(match);
    return false;
}

/* Does the token continue a run of capitals? The first word of a sentence tells nothing. */
static bool is_in_capitals(const struct px_annotation *annotation, uint32_t token, uint32_t sentence)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    return token < tokens->count && tokens->items[token].sentence == sentence &&
           (tokens->items[token].flags & PX_TOKEN_SENTENCE_START) == 0 && has_capital(annotation, token);
}

/* Does a longer name go on to the token from before it, by a possessive, "St. Olm's [Hospital]", or by "of",
 * "Departments of [Health]"? */
static bool hangs_on_name(const struct px_annotation *annotation, uint32_t token, uint32_t sentence)
{
    enum { STEP = 2 };
    if (token < STEP || !is_in_capitals(annotation, token - STEP, sentence))
        return false;
    if ((annotation->article->tokens.items[token - 1].flags & PX_TOKEN_CLITIC) != 0)
        return true;
    return px_party_is_listed(annotation, token - 1, PX_LEXICON_NAMES, PX_SLICE("name.of"));
}

/* Are the words capitalised, tagged as names, and beside others with a capital? */
static bool is_in_run(struct px_dismissing *reading, const struct px_match *match)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t end = match->first_token + match->token_count;
    if (annotation->trees == NULL || px_match_is_loaded(match) || is_title(reading, match->sentence))
        return false;
    for (uint32_t t = match->first_token; t < end; t++) {
        uint32_t word = px_parse_word(annotation, t);
        if (!is_in_capitals(annotation, t, match->sentence) || word == PX_NONE ||
            !px_slice_is(px_party_tag(annotation, match->sentence, word), "PROPN"))
            return false;
    }
    return is_in_capitals(annotation, match->first_token - 1, match->sentence) ||
           is_in_capitals(annotation, end, match->sentence) ||
           hangs_on_name(annotation, match->first_token, match->sentence);
}

/* "Democrats", "Pentagon": an entry that may be a name by itself tells the same inside a longer one ("House
 * Democrats"). */
static bool is_own_name(const struct px_match *match)
{
    return px_category_listed(PX_SLICE("PROPN"), match->pos);
}

/* Is it part of the name of a law or another work, or of a newspaper: "Medicare Modernization Act"? */
static bool is_in_work(const struct px_annotation *annotation, const struct px_match *match)
{
    uint32_t index = annotation->mentions[match->first_token];
    const struct px_mention *mention = index == PX_NONE ? NULL : &annotation->article->mentions.items[index];
    const struct px_entity *it = mention == NULL ? NULL : &annotation->article->entities.items[mention->entity];
    return it != NULL && mention->token_count > match->token_count &&
           (it->kind == PX_ENTITY_WORK || it->actor == PX_ACTOR_MEDIA);
}

/* Is the token a noun of a body in small letters, "council"? What a party or a business does is its matter, "the
 * *election* campaign". */
static bool is_body(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *sources = px_resources_lexicon(annotation->resources, PX_LEXICON_SOURCES);
    size_t column = px_lexicon_column(sources, "actor");
    if (has_capital(annotation, token))
        return false;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        if (hits->items[i].lexicon != PX_LEXICON_SOURCES || hits->items[i].token_count > 1)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        struct px_slice actor = px_lexicon_cell(sources, entry, column);
        if (px_slice_is(entry->category, "institution") && (px_slice_is(actor, "state") || px_slice_is(actor, "other")))
            return true;
    }
    return false;
}

/* Does it only tell which body it is, whose noun follows: "the *administration* committee"? A noun is asked for: "[they]
 * *condemned* councils". */
static bool is_of_body(const struct px_annotation *annotation, const struct px_match *match)
{
    uint32_t end = match->first_token + match->token_count;
    const struct px_tokens *tokens = &annotation->article->tokens;
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    if (tree == NULL || match->lexicon_id != PX_LEXICON_FRAMES || end >= tokens->count ||
        tokens->items[end].sentence != match->sentence || !is_body(annotation, end))
        return false;
    uint32_t word = px_parse_word(annotation, end - 1);
    return px_tree_has_upos(tree, word, "NOUN") && tree->words[word].head == px_parse_word(annotation, end);
}

bool px_dismiss_is_name(struct px_dismissing *reading, const struct px_match *match)
{
    const struct px_annotation *annotation = reading->annotation;
    if (is_own_name(match))
        return is_in_work(annotation, match) || is_seat(annotation, match);
    return is_in_mention(reading, match) || is_in_run(reading, match) || is_in_office(annotation, match) ||
           is_of_body(annotation, match);
}
