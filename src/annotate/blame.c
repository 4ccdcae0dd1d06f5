#include "annotate/blame_reading.h"
#include "reading/agency.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

enum { AHEAD = 4 }; /* steps up from an infinitive to the verb that asks for it */

struct columns {
    const struct px_lexicon *lexicon;
    size_t target, toward, reason, by, needs;
};

static const struct px_party nobody = {PX_NONE, {0, 0}};

/* Does a noun phrase follow a single word? Then the word is a verb, whatever the parser takes it for: "leaders of the
 * organisation accused activists of". */
static bool has_noun_behind(const struct px_blame_place *place)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    const unsigned none = PX_CLASS_PREPOSITION | PX_CLASS_AGENT | PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR |
                          PX_CLASS_TO | PX_CLASS_THAT | PX_CLASS_ADVERB | PX_CLASS_AUXILIARY;
    if (place->hit->token_count > 1 || place->end >= tokens->count ||
        tokens->items[place->end].sentence != place->sentence || tokens->items[place->end].kind == PX_TOKEN_PUNCTUATION)
        return false;
    uint32_t word = px_parse_word(place->annotation, place->end);
    return word != PX_NONE && (px_parse_classes(place->annotation, place->sentence, word) & none) == 0;
}

/* "the militants blamed for": a participle behind its noun, which it befalls. */
static bool is_participle(const struct px_blame_place *place)
{
    struct px_slice tag = px_syntax_xpos(place->tree->syntax, place->tree->words[place->head].tag);
    unsigned arc = px_tree_arc(place->tree, place->head);
    return px_slice_is(tag, "VBN") && !has_noun_behind(place) &&
           (arc & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) == PX_ARC_ASIDE &&
           place->tree->words[place->head].head < place->tree->count;
}

/* A form that may be a participle, without an object: "the militants blamed for". */
static bool is_bare(const struct px_blame_place *place)
{
    struct px_slice tag = px_syntax_xpos(place->tree->syntax, place->tree->words[place->head].tag);
    return (px_slice_is(tag, "VBN") || px_slice_is(tag, "VBD")) && !has_noun_behind(place) &&
           place->hit->token_count == 1 && px_tree_object(place->tree, place->head) == PX_NONE;
}

/* Whom the verb befalls. Without an object it is a participle that the parser took for a verb of its own. */
static uint32_t object_of(const struct px_blame_place *place)
{
    if (is_participle(place) && px_tree_dependent(place->tree, place->head, PX_ARC_PASSIVE) == PX_NONE)
        return place->tree->words[place->head].head;
    uint32_t object = px_tree_object(place->tree, place->head);
    return object != PX_NONE || !is_bare(place) ? object : px_tree_subject(place->tree, place->head);
}

/* The party among the words themselves: "hold *them* responsible". */
static struct px_party inside(const struct px_blame_place *place)
{
    uint32_t first = px_parse_word(place->annotation, place->hit->first_token + 1);
    uint32_t last = px_parse_word(place->annotation, place->end - 2);
    struct px_party party = nobody;
    for (uint32_t word = first; first != PX_NONE && last != PX_NONE && party.entity == PX_NONE && word <= last; word++)
        party = px_party_at(place->annotation, place->sentence, word);
    return party;
}

static bool goes_on(const struct px_blame_place *place)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    return place->end < tokens->count && tokens->items[place->end].sentence == place->sentence &&
           tokens->items[place->end].kind != PX_TOKEN_PUNCTUATION &&
           px_parse_word(place->annotation, place->end) != PX_NONE;
}

static struct px_party behind(const struct px_blame_place *place)
{
    return goes_on(place)
               ? px_party_behind(place->annotation, place->sentence, px_parse_word(place->annotation, place->end))
               : nobody;
}

/* Whom the verb befalls; what stands right behind it where the parser hung that elsewhere, and the subject that a
 * passive shares with the clause above: "resigned after being accused". */
static struct px_party find_object(const struct px_blame_place *place)
{
    uint32_t word = object_of(place);
    struct px_party party = px_party_at(place->annotation, place->sentence, word);
    if (px_party_is_told(&party) || (word != PX_NONE && !has_noun_behind(place)))
        return party;
    if (has_noun_behind(place))
        return behind(place);
    if (px_tree_is_passive(place->tree, place->head))
        party = px_party_subject(place->annotation, place->sentence, place->head);
    return party.entity != PX_NONE ? party : nobody; /* what a clause shares is read well enough for those alone */
}

static bool is_noun(const struct px_blame_place *place)
{
    return px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "NOUN");
}

/* "by", or a preposition whence a deed comes. */
static bool is_whence(const struct px_blame_place *place, uint32_t token)
{
    return (place->annotation->classes[token] & PX_CLASS_AGENT) != 0 ||
           px_party_is_listed(place->annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.source"));
}

/* "accusations by residents against *the mayor*": the party behind a preposition (`form`; empty: one whence a
 * deed comes), up to the end of the phrase. */
static struct px_party behind_word(const struct px_blame_place *place, struct px_slice form)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    for (uint32_t t = place->end; t + 1 < tokens->count && t <= place->end + PX_BLAME_REACH; t++) {
        uint32_t word = px_parse_word(place->annotation, t);
        if (tokens->items[t + 1].sentence != place->sentence || word == PX_NONE)
            break;
        struct px_slice tag = px_party_tag(place->annotation, place->sentence, word);
        bool ends = px_slice_is(tag, "PUNCT") || px_slice_is(tag, "AUX") ||
                    (px_parse_classes(place->annotation, place->sentence, word) & PX_CLASS_THAT) != 0;
        if (ends)
            break;
        if (form.size > 0 ? px_blame_is_form(place, t, form) : is_whence(place, t))
            return px_party_behind(place->annotation, place->sentence, px_parse_word(place->annotation, t + 1));
    }
    return nobody;
}

/* Does the clause want what "that" may stand for, whatever the parser takes it for? Such a one may only describe the
 * charge. */
static bool has_gap(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    const unsigned full = PX_ARC_OBJECT | PX_ARC_COPULA | PX_ARC_CLAUSE | PX_ARC_OPEN;
    uint32_t clause = px_slice_is(roles->target, "clause") && is_noun(place) ? px_blame_clause(place) : PX_NONE;
    return clause != PX_NONE && px_tree_dependent(place->tree, clause, full) == PX_NONE;
}

/* Against whom a charge is, or who does what it says. */
static struct px_party find_charged(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    struct px_party party = is_noun(place) && roles->toward.size > 0 ? behind_word(place, roles->toward) : nobody;
    uint32_t clause = px_party_is_told(&party) ? PX_NONE : px_blame_clause(place);
    if (clause == PX_NONE)
        return party;
    uint32_t first = px_tree_span(place->tree, clause).start + 1; /* behind "that" */
    return px_tree_subject(place->tree, clause) != PX_NONE || first >= place->tree->count
               ? px_party_doer(place->annotation, place->sentence, clause)
               : px_party_behind(place->annotation, place->sentence, first);
}

static struct px_party find_target(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    if (px_slice_is(roles->target, "clause"))
        return find_charged(place, roles);
    struct px_party found = px_slice_is(roles->target, "inside")   ? inside(place)
                            : px_slice_is(roles->target, "behind") ? behind(place)
                                                                   : nobody;
    if (px_party_is_told(&found) || px_slice_is(roles->target, "inside"))
        return found;
    return px_slice_is(roles->target, "subject")
               ? px_party_at(place->annotation, place->sentence, px_tree_subject(place->tree, place->head))
               : find_object(place);
}

/* Who makes the charge that a noun names: "the mayor's accusation", "accusations from residents". */
static struct px_party find_owner(const struct px_blame_place *place)
{
    uint32_t owner = px_tree_dependent(place->tree, place->head, PX_ARC_POSSESSOR);
    return owner != PX_NONE ? px_party_at(place->annotation, place->sentence, owner)
                            : behind_word(place, (struct px_slice){NULL, 0});
}

/* "one of several *groups* bashing Hask": one of them does it, who stands before. */
static bool is_one_of(const struct px_blame_place *place, const struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t first = px_party_is_told(party) ? px_tokens_reaching(tokens, party->words.start) : 0;
    return first > 1 && (place->annotation->classes[first - 1] & PX_CLASS_PREPOSITION) != 0 &&
           (place->annotation->classes[first - 2] & PX_CLASS_NUMBER) != 0;
}

static struct px_party find_by_grammar(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    if (is_noun(place))
        return find_owner(place);
    if (!px_slice_is(roles->target, "clause") && (is_participle(place) || is_bare(place)))
        return px_party_at(place->annotation, place->sentence,
                           px_agency_agent(place->annotation, place->sentence, place->head));
    return px_party_doer(place->annotation, place->sentence, place->head);
}

/* The speaker of the statement whose cue the words are, so that all of the article's findings tell of the same one. */
static struct px_party find_speaker(const struct px_blame_place *place)
{
    uint32_t cue = place->annotation->cues[place->hit->first_token];
    const struct px_attribution *attribution =
        cue == PX_NONE ? NULL : &place->annotation->article->attributions.items[cue];
    if (attribution == NULL || attribution->speaker.count == 0)
        return nobody;
    struct px_party speaker = {attribution->entity, attribution->speaker.items[0]};
    uint32_t token = px_tokens_reaching(&place->annotation->article->tokens, speaker.words.start);
    uint32_t word = px_parse_word(place->annotation, token);
    uint32_t sentence = place->annotation->article->tokens.items[token].sentence;
    bool pronoun = word != PX_NONE && px_slice_is(px_party_tag(place->annotation, sentence, word), "PRON");
    return speaker.entity == PX_NONE && pronoun ? nobody : speaker; /* "it", whatever that is */
}

static bool is_same(const struct px_party *a, const struct px_party *b)
{
    return (a->entity != PX_NONE && a->entity == b->entity) ||
           (a->words.start < b->words.end && b->words.start < a->words.end);
}

/* "accused the lawmakers of betrayal": what for is no part of whom. `party` reaches into the reason and its
 * preposition. */
static void part(const struct px_blame_place *place, struct px_span reason, struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t behind = px_tokens_reaching(tokens, reason.start);
    if (reason.end > reason.start && party->words.start < reason.start && party->words.end > reason.start && behind > 1)
        party->words.end = tokens->items[behind - 2].end;
}

static struct px_party find_author(const struct px_blame_place *place, const struct px_blame_roles *roles,
                                   const struct px_party *target)
{
    if (roles->by.size == 0)
        return nobody;
    struct px_party author = find_by_grammar(place, roles);
    author = is_one_of(place, &author) ? nobody : author;
    struct px_party speaker = find_speaker(place);
    part(place, target->words, &author);
    if (!px_party_is_told(&speaker) || is_same(&speaker, target))
        return author;
    if (is_same(&speaker, &author))
        author.entity =
            speaker.entity != PX_NONE ? speaker.entity : author.entity; /* "organizer of the Party Ann Hask" */
    else if (speaker.entity != PX_NONE || !px_party_is_told(&author))
        author = speaker;
    return author;
}

/* Verbs of one word must be verbs: "the blame", "his credit" name nobody; charges may be nouns. */
static bool is_used(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    return place->hit->token_count > 1 || (px_slice_is(roles->target, "clause") && is_noun(place)) ||
           px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "VERB");
}

static struct px_blame_roles roles_of(const struct columns *columns, const struct px_entry *entry)
{
    return (struct px_blame_roles){
        .target = px_lexicon_cell(columns->lexicon, entry, columns->target),
        .toward = px_lexicon_cell(columns->lexicon, entry, columns->toward),
        .reason = px_lexicon_cell(columns->lexicon, entry, columns->reason),
        .by = px_lexicon_cell(columns->lexicon, entry, columns->by),
        .harm = px_lexicon_cell(columns->lexicon, entry, columns->needs).size > 0,
    };
}

/* "will be able to use it and pin the blame": what is to be done under a verb that is only supposed. */
static bool is_ahead(const struct px_blame_place *place)
{
    uint32_t at = place->head;
    bool ahead = false;
    for (int steps = 0; steps < AHEAD && at < place->tree->count && !ahead; steps++) {
        if (!px_tree_has_xpos(place->tree, at, "VB"))
            return false;
        at = place->tree->words[at].head;
        uint32_t token = at < place->tree->count ? px_parse_token(place->annotation, place->sentence, at) : PX_NONE;
        ahead = token != PX_NONE && px_scope_supposes(place->annotation, token, token + 1);
    }
    return ahead;
}

/* "sought to justify failures *by blaming them on* Varn": is it but the means by which the article has somebody do
 * something, and what is blamed on another but a pronoun? That is the article's account of him. */
static bool is_means(const struct px_blame_place *place, struct px_span reason)
{
    uint32_t first = place->hit->first_token;
    return place->hit->token_count > 1 && reason.end <= reason.start && first > 0 &&
           px_tree_has_xpos(place->tree, place->head, "VBG") &&
           (place->annotation->classes[first - 1] & PX_CLASS_AGENT) != 0;
}

/* "opposed by the council and lauded *by the mayor*": who stands behind "by" does it, whatever the parser takes him
 * for. */
static bool is_doer(const struct px_blame_place *place, const struct px_party *party)
{
    const struct px_article *article = place->annotation->article;
    return !is_noun(place) && place->end < article->tokens.count &&
           (place->annotation->classes[place->end] & PX_CLASS_AGENT) != 0 &&
           party->words.start > article->tokens.items[place->end].start;
}

/* "other staffers" are staffers to a reader who is told of no others. */
static struct px_party without_rest(const struct px_annotation *annotation, struct px_party party)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (!px_party_is_told(&party))
        return party;
    uint32_t first = px_tokens_reaching(tokens, party.words.start);
    uint32_t last = px_tokens_reaching(tokens, party.words.end - 1), word = px_parse_word(annotation, last);
    const struct px_tree *tree = px_parse_tree(annotation, last);
    if (first < last && tree != NULL && word != PX_NONE && px_tree_has_xpos(tree, word, "NNS") &&
        px_party_is_listed(annotation, first, PX_LEXICON_QUANTITIES, PX_SLICE("quantity.part")))
        party.words.start = tokens->items[first + 1].start;
    return party;
}

/* Do the words name people or a body by a common noun for those who speak: "his former aides"? A document blames nobody. */
static bool names_people(const struct px_annotation *annotation, const struct px_party *party)
{
    const struct px_article *article = annotation->article;
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, px_tokens_reaching(&article->tokens, party->words.start)); i < hits->count;
         i++) {
        const struct px_hit *hit = &hits->items[i];
        if (article->tokens.items[hit->first_token].start >= party->words.end)
            break;
        bool source = hit->lexicon == PX_LEXICON_SOURCES;
        uint32_t last = hit->first_token + hit->token_count - 1, word = px_parse_word(annotation, last);
        if ((!source && hit->lexicon != PX_LEXICON_ROLES) || word == PX_NONE ||
            !px_slice_is(px_party_tag(annotation, article->tokens.items[last].sentence, word), "NOUN"))
            continue;
        int kind =
            source ? px_speaker_kind_find(px_resources_entry(annotation->resources, hit)->category) : PX_SPEAKER_PERSON;
        if (kind >= 0 && kind != PX_SPEAKER_DOCUMENT)
            return true;
    }
    return false;
}

/* "accused Doe *of* lying": where the preposition of the reason begins, behind the cue. */
static uint32_t lead_of(const struct px_blame_place *place, const struct px_blame_roles *roles, struct px_span reason)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t first = px_tokens_reaching(tokens, reason.start);
    bool led = reason.end > reason.start && roles->reason.size > 0 && first > place->end &&
               px_blame_is_form(place, first - 1, roles->reason);
    return led ? tokens->items[first - 1].start : reason.start;
}

/* "*a raid* that Varn blamed on Osk": where the phrase begins that the words' relative clause tells of; 0 for none. */
static uint32_t told_of(const struct px_blame_place *place)
{
    const struct px_tree *tree = place->tree;
    uint32_t noun = tree->words[place->head].head;
    if (noun >= place->head ||
        !px_slice_is(px_syntax_relation(tree->syntax, tree->words[place->head].relation), "acl:relcl"))
        return 0;
    struct px_party party = px_party_at(place->annotation, place->sentence, noun);
    return party.words.end > party.words.start ? party.words.start : 0;
}

/* "slammed the coast *for two days*": a while is no reason. */
static bool is_while(const struct px_blame_place *place, struct px_span reason)
{
    enum { MOST_TOKENS = 4 };
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    if (reason.end <= reason.start)
        return false;
    uint32_t first = px_tokens_reaching(tokens, reason.start), last = px_tokens_reaching(tokens, reason.end - 1);
    return last < first + MOST_TOKENS && (place->annotation->classes[last] & PX_CLASS_TIME) != 0;
}

static bool add(const struct columns *columns, const struct px_blame_place *place)
{
    struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    const struct px_entry *entry = px_resources_entry(place->annotation->resources, place->hit);
    struct px_blame_roles roles = roles_of(columns, entry);
    if (!is_used(place, &roles))
        return true;
    struct px_party target = find_target(place, &roles);
    struct px_span reason = px_blame_reason(place, &roles);
    part(place, reason, &target);
    struct px_blame_content content = px_blame_read_reason(place, reason);
    if (!px_party_is_told(&target) || is_doer(place, &target) || is_means(place, reason) || is_while(place, reason) ||
        ((roles.harm || has_gap(place, &roles)) && !content.bad) ||
        px_scope_supposes(place->annotation, place->hit->first_token, place->end) || is_ahead(place))
        return true;
    struct px_blame *blame = px_vector_push(&article->blames, &article->arena);
    if (blame == NULL)
        return false;
    uint32_t first = place->hit->first_token;
    struct px_party author = without_rest(place->annotation, find_author(place, &roles, &target));
    *blame = (struct px_blame){
        .cue = {tokens[first].start, tokens[place->end - 1].end},
        .reason = reason,
        .led = lead_of(place, &roles, reason),
        .about = told_of(place),
        .claim = content.claim,
        .target = target,
        .by = author,
        .people = px_party_is_told(&author) && names_people(place->annotation, &author),
        .sentence = place->sentence,
        .attribution = tokens[first].attribution,
        .voice = tokens[first].voice,
        .others = roles.by.size > 0,
        .credit = px_category_within(entry->category, PX_SLICE("blame.credit")),
        .negated = px_scope_negates(place->annotation, first, place->end),
    };
    return true;
}

static bool read_hit(const struct columns *columns, const struct px_annotation *annotation, const struct px_hit *hit)
{
    struct px_blame_place place = {.annotation = annotation,
                                   .tree = px_parse_tree(annotation, hit->first_token),
                                   .hit = hit,
                                   .end = hit->first_token + hit->token_count,
                                   .sentence = annotation->article->tokens.items[hit->first_token].sentence};
    if (place.tree == NULL)
        return true;
    place.head = px_parse_head(annotation, hit->first_token, place.end);
    return place.head == PX_NONE || add(columns, &place);
}

enum px_status px_annotate_blame(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_BLAME);
    const struct columns columns = {lexicon,
                                    px_lexicon_column(lexicon, "target"),
                                    px_lexicon_column(lexicon, "toward"),
                                    px_lexicon_column(lexicon, "reason"),
                                    px_lexicon_column(lexicon, "by"),
                                    px_lexicon_column(lexicon, "needs")};
    bool done = true;
    for (size_t i = 0; annotation->trees != NULL && done && i < hits->count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_BLAME)
            done = read_hit(&columns, annotation, &hits->items[i]);
    return done ? PX_OK : px_no_memory(error);
}
