#include "annotate/dismiss.h"

#include "annotate/grammar.h"
#include "annotate/loaded.h"
#include "annotate/parse.h"
#include "annotate/party.h"
#include "annotate/scope.h"

#define REPORTS_LEAST 0.2 /* the share of a cue's places that report, above which it is a word of speech */

/* What a lexicon's file says of all its entries. */
struct rules {
    double mark;
    struct px_slice cues;                                         /* categories */
    struct px_slice negated;                                      /* categories */
    struct px_slice supposed, doubted, purposes, bodies, permits; /* categories */
};

static struct rules read_rules(const struct px_lexicon *lexicon)
{
    return (struct rules){
        .mark = px_lexicon_mark(lexicon),
        .cues = px_lexicon_metadata(lexicon, "cues"),
        .negated = px_lexicon_metadata(lexicon, "negated"),
        .supposed = px_lexicon_metadata(lexicon, "supposed"),
        .doubted = px_lexicon_metadata(lexicon, "doubted"),
        .purposes = px_lexicon_metadata(lexicon, "purposes"),
        .bodies = px_lexicon_metadata(lexicon, "bodies"),
        .permits = px_lexicon_metadata(lexicon, "permits"),
    };
}

/* ---- names ---- */

/* The article, and what was asked last of a sentence: matches come in order of position. */
struct reading {
    const struct px_annotation *annotation;
    uint32_t sentence;
    bool title; /* its words are capitalised as in titles, where capitals tell no names */
};

static bool has_capital(const struct px_annotation *annotation, uint32_t token)
{
    uint32_t form = annotation->article->tokens.items[token].form;
    uint8_t shape = px_vocabulary_form(annotation->worker->vocabulary, form)->shape;
    return shape == PX_SHAPE_CAPITALISED || shape == PX_SHAPE_UPPER || shape == PX_SHAPE_MIXED;
}

static bool is_title(struct reading *reading, uint32_t index)
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
static bool is_in_mention(struct reading *reading, const struct px_match *match)
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
static bool is_in_run(struct reading *reading, const struct px_match *match)
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

static bool is_part_of_name(struct reading *reading, const struct px_match *match)
{
    const struct px_annotation *annotation = reading->annotation;
    if (is_own_name(match))
        return is_in_work(annotation, match) || is_seat(annotation, match);
    return is_in_mention(reading, match) || is_in_run(reading, match) || is_in_office(annotation, match) ||
           is_of_body(annotation, match);
}

/* ---- the rules ---- */

/* "Shutdown Could Last, Trump Warns": a headline leaves half unsaid who says so. */
static bool is_in_headline(const struct px_article *article, const struct px_match *match)
{
    return article->blocks.items[article->sentences.items[match->sentence].block].role == PX_ROLE_TITLE;
}

/* May the word on which the match's others hang be what the entry's `pos` lists? In a headline a noun is easily taken
 * for something else, where all words have capitals and small words are left out. */
static bool is_other_sense(const struct px_annotation *annotation, const struct px_match *match)
{
    if (match->pos.size == 0 || annotation->trees == NULL ||
        (is_in_headline(annotation->article, match) && px_category_listed(PX_SLICE("NOUN"), match->pos)))
        return false;
    uint32_t head = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    return head != PX_NONE && !px_category_listed(px_party_tag(annotation, match->sentence, head), match->pos);
}

/* "to win over" tells a purpose where somebody does something to that end ("he came to"); not where a word of state or
 * thought asks for it ("he needs to"). */
static bool is_complement(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = px_parse_word(annotation, match->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : tree->words[word].head;
    uint32_t head = verb == PX_NONE ? PX_NONE : tree->words[verb].head;
    return head != PX_NONE && (annotation->classes[match->first_token] & PX_CLASS_TO) != 0 &&
           (px_tree_arc(tree, verb) & PX_ARC_OPEN) != 0 &&
           px_party_is_listed(annotation, px_parse_token(annotation, match->sentence, head), PX_LEXICON_AGENCY,
                              PX_SLICE("agency.stative"));
}

/* Is what the match would do denied, or only supposed? */
static bool is_taken_back(const struct px_annotation *annotation, const struct px_match *match,
                          const struct rules *rules)
{
    uint32_t end = match->first_token + match->token_count;
    return (match->negated && px_category_listed(match->category, rules->negated)) ||
           (px_category_listed(match->category, rules->supposed) &&
            px_scope_supposes(annotation, match->first_token, end));
}

/* "should lawmakers choose to": before its subject a verb asks or sets a condition. */
static bool is_inverted(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, match->first_token);
    if (word == PX_NONE || (px_tree_arc(tree, word) & PX_ARC_AUXILIARY) == 0)
        return false;
    uint32_t subject = px_tree_subject(tree, tree->words[word].head);
    return subject != PX_NONE && subject > word && subject < tree->words[word].head;
}

static bool is_negated(const struct px_annotation *annotation, uint32_t sentence, uint32_t verb)
{
    uint32_t token = px_parse_token(annotation, sentence, verb);
    return px_scope_negates(annotation, token, token + 1);
}

/* "may not be kept", "may be used" where the sentence speaks of the law: allows or forbids, and hedges nothing. */
static bool is_permission(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_article *article = annotation->article;
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, match->first_token);
    uint32_t verb = word == PX_NONE ? PX_NONE : tree->words[word].head;
    if (verb >= (tree == NULL ? 0 : tree->count) ||
        (!px_tree_is_passive(tree, verb) && !is_negated(annotation, match->sentence, verb)))
        return false;
    const struct px_sentence *sentence = &article->sentences.items[match->sentence];
    for (size_t i = px_hits_from(&article->hits, sentence->first_token);
         i < article->hits.count && article->hits.items[i].first_token < sentence->first_token + sentence->token_count;
         i++)
        if (article->hits.items[i].lexicon == PX_LEXICON_FRAMES &&
            px_slice_is(px_resources_entry(annotation->resources, &article->hits.items[i])->category,
                        "frames.policy.legality"))
            return true;
    return false;
}

static bool gives_floor(const struct px_annotation *annotation, const struct px_match *match)
{
    for (uint32_t t = match->first_token; t < match->first_token + match->token_count; t++) {
        uint32_t cue = annotation->cues[t];
        if (cue != PX_NONE && annotation->article->attributions.items[cue].speaker.count > 0)
            return true;
    }
    return false;
}

/* Is it a verb or noun that mostly reports, "claims", and no "so-called" or "myth"? */
static bool reports(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, match->first_token);
         i < hits->count && hits->items[i].first_token == match->first_token; i++) {
        const struct px_entry *entry = hits->items[i].lexicon == PX_LEXICON_CUES
                                           ? px_resources_entry(annotation->resources, &hits->items[i])
                                           : NULL;
        if (entry != NULL && entry->weight > REPORTS_LEAST &&
            (px_category_within(entry->category, PX_SLICE("cue.verb")) ||
             px_category_within(entry->category, PX_SLICE("cue.noun"))))
            return true;
    }
    return false;
}

/* Is it a word of speech? In somebody's words it reports what others say, and the article had no choice of it; in the
 * article's own it tells that something is said, and belongs to the sources. */
static bool is_cue(const struct px_annotation *annotation, const struct px_match *match, const struct rules *rules)
{
    return px_category_listed(match->category, rules->cues) && px_match_is_cue(annotation->article, match) &&
           (match->voice != PX_VOICE_OWN || reports(annotation, match));
}

/* A word that the model marks though its entry is wrong more often than right is wrong more often than right there,
 * too. */
static uint8_t judge_loaded(const struct px_match *match, double mark)
{
    bool counts = (match->by_model || match->weight >= mark) && (match->voice != PX_VOICE_OWN || match->marked);
    return counts ? PX_DISMISSED_NOT : PX_DISMISSED_CONTEXT;
}

static uint8_t judge(struct reading *reading, const struct px_match *match, const struct rules *rules)
{
    const struct px_annotation *annotation = reading->annotation;
    if (is_part_of_name(reading, match))
        return PX_DISMISSED_NAME;
    if (px_match_is_loaded(match))
        return is_cue(annotation, match, rules) ? PX_DISMISSED_CUE : judge_loaded(match, rules->mark);
    if (match->weight < rules->mark)
        return PX_DISMISSED_WEIGHT;
    if (is_other_sense(annotation, match) ||
        (px_category_listed(match->category, rules->purposes) && is_complement(annotation, match)) ||
        (px_category_listed(match->category, rules->permits) && is_permission(annotation, match)))
        return PX_DISMISSED_SENSE;
    if (px_category_listed(match->category, rules->cues) && gives_floor(annotation, match))
        return PX_DISMISSED_CUE;
    if (is_taken_back(annotation, match, rules))
        return PX_DISMISSED_NEGATION;
    if (px_category_listed(match->category, rules->bodies) && is_in_headline(annotation->article, match))
        return PX_DISMISSED_DOUBT;
    if (px_category_listed(match->category, rules->doubted) &&
        (is_inverted(annotation, match) ||
         px_scope_doubts(annotation, match->first_token, match->first_token + match->token_count)))
        return PX_DISMISSED_DOUBT;
    return PX_DISMISSED_NOT;
}

enum px_status px_annotate_dismissals(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct rules rules[PX_LEXICON_OWN];
    struct reading reading = {.annotation = annotation, .sentence = PX_NONE};
    (void)error;
    for (size_t i = 0; i < PX_LEXICON_OWN; i++)
        rules[i] = read_rules(px_resources_lexicon(annotation->resources, i));
    for (size_t i = 0; i < article->matches.count; i++) {
        struct px_match *match = &article->matches.items[i];
        bool users = match->lexicon_id >= PX_LEXICON_OWN && !match->by_model;
        const struct rules *these = &rules[users || match->by_model ? PX_LEXICON_LOADED : match->lexicon_id];
        if (!users)
            match->dismissed = judge(&reading, match, these);
        else if (px_match_is_loaded(match))
            match->dismissed =
                judge_loaded(match, px_lexicon_mark(px_resources_lexicon(annotation->resources, match->lexicon_id)));
        match->marked = match->marked && match->dismissed != PX_DISMISSED_NAME;
    }
    return PX_OK;
}
