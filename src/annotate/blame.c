#include "annotate/blame.h"

#include "annotate/agency.h"
#include "annotate/grammar.h"
#include "annotate/hits.h"
#include "annotate/parse.h"
#include "annotate/party.h"
#include "annotate/scope.h"
#include "text/utf8.h"

enum { AHEAD = 4 };                           /* steps up from an infinitive to the verb that asks for it */
enum { REASON_REACH = 12, REASON_STEPS = 3 }; /* tokens to the preposition, and steps up from it to the blaming word */

struct columns {
    const struct px_lexicon *lexicon;
    size_t target, toward, reason, by, needs;
};

/* Words that blame, at their place. */
struct place {
    const struct px_annotation *annotation;
    const struct px_tree *tree;
    const struct px_hit *hit;
    uint32_t sentence;
    uint32_t end;  /* token behind the words */
    uint32_t head; /* word */
};

/* The cells of the words' entry. */
struct roles {
    struct px_slice target, toward, reason, by;
    bool harm; /* they blame only where what for is bad */
};

static const struct px_party nobody = {PX_NONE, {0, 0}};

/* Does a noun phrase follow a single word? Then the word is a verb, whatever the parser takes it for: "leaders of the
 * organisation accused activists of". */
static bool has_noun_behind(const struct place *place)
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
static bool is_participle(const struct place *place)
{
    struct px_slice tag = px_syntax_xpos(place->tree->syntax, place->tree->words[place->head].tag);
    unsigned arc = px_tree_arc(place->tree, place->head);
    return px_slice_is(tag, "VBN") && !has_noun_behind(place) &&
           (arc & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) == PX_ARC_ASIDE &&
           place->tree->words[place->head].head < place->tree->count;
}

/* A form that may be a participle, without an object: "the militants blamed for". */
static bool is_bare(const struct place *place)
{
    struct px_slice tag = px_syntax_xpos(place->tree->syntax, place->tree->words[place->head].tag);
    return (px_slice_is(tag, "VBN") || px_slice_is(tag, "VBD")) && !has_noun_behind(place) &&
           place->hit->token_count == 1 && px_tree_object(place->tree, place->head) == PX_NONE;
}

/* Whom the verb befalls. Without an object it is a participle that the parser took for a verb of its own. */
static uint32_t object_of(const struct place *place)
{
    if (is_participle(place) && px_tree_dependent(place->tree, place->head, PX_ARC_PASSIVE) == PX_NONE)
        return place->tree->words[place->head].head;
    uint32_t object = px_tree_object(place->tree, place->head);
    return object != PX_NONE || !is_bare(place) ? object : px_tree_subject(place->tree, place->head);
}

/* The party among the words themselves: "hold *them* responsible". */
static struct px_party inside(const struct place *place)
{
    uint32_t first = px_parse_word(place->annotation, place->hit->first_token + 1);
    uint32_t last = px_parse_word(place->annotation, place->end - 2);
    struct px_party party = nobody;
    for (uint32_t word = first; first != PX_NONE && last != PX_NONE && party.entity == PX_NONE && word <= last; word++)
        party = px_party_at(place->annotation, place->sentence, word);
    return party;
}

static bool goes_on(const struct place *place)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    return place->end < tokens->count && tokens->items[place->end].sentence == place->sentence &&
           tokens->items[place->end].kind != PX_TOKEN_PUNCTUATION &&
           px_parse_word(place->annotation, place->end) != PX_NONE;
}

static struct px_party behind(const struct place *place)
{
    return goes_on(place)
               ? px_party_behind(place->annotation, place->sentence, px_parse_word(place->annotation, place->end))
               : nobody;
}

/* Whom the verb befalls; what stands right behind it where the parser hung that elsewhere, and the subject that a
 * passive shares with the clause above: "resigned after being accused". */
static struct px_party find_object(const struct place *place)
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

static bool is_noun(const struct place *place)
{
    return px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "NOUN");
}

static bool is_form(const struct place *place, uint32_t token, struct px_slice form)
{
    const struct px_article *article = place->annotation->article;
    const struct px_token *it = &article->tokens.items[token];
    return px_slice_equal(px_slice_part(article->text, it->start, it->end), form);
}

/* "by", or a preposition whence a deed comes. */
static bool is_whence(const struct place *place, uint32_t token)
{
    return (place->annotation->classes[token] & PX_CLASS_AGENT) != 0 ||
           px_party_is_listed(place->annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.source"));
}

/* "accusations by residents against *the mayor*": the party behind a preposition (`form`; empty: one whence a
 * deed comes), up to the end of the phrase. */
static struct px_party behind_word(const struct place *place, struct px_slice form)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    for (uint32_t t = place->end; t + 1 < tokens->count && t <= place->end + REASON_REACH; t++) {
        uint32_t word = px_parse_word(place->annotation, t);
        if (tokens->items[t + 1].sentence != place->sentence || word == PX_NONE)
            break;
        struct px_slice tag = px_party_tag(place->annotation, place->sentence, word);
        bool ends = px_slice_is(tag, "PUNCT") || px_slice_is(tag, "AUX") ||
                    (px_parse_classes(place->annotation, place->sentence, word) & PX_CLASS_THAT) != 0;
        if (ends)
            break;
        if (form.size > 0 ? is_form(place, t, form) : is_whence(place, t))
            return px_party_behind(place->annotation, place->sentence, px_parse_word(place->annotation, t + 1));
    }
    return nobody;
}

/* The clause that says what somebody is charged with: "charged *that the mayor lied*". PX_NONE for none. */
static uint32_t clause_of(const struct place *place)
{
    const struct px_tree *tree = place->tree;
    uint32_t clause = px_tree_dependent(tree, place->head, PX_ARC_CLAUSE | PX_ARC_ASIDE);
    for (; clause != PX_NONE; clause = px_tree_next(tree, clause, PX_ARC_CLAUSE | PX_ARC_ASIDE)) {
        uint32_t first = px_tree_span(tree, clause).start;
        bool that = (px_parse_classes(place->annotation, place->sentence, first) & PX_CLASS_THAT) != 0;
        bool relative =
            (px_tree_arc(tree, first) & (PX_ARC_SUBJECT | PX_ARC_OBJECT)) != 0; /* "the charge *that* he faces" */
        if (clause > place->head && that && !relative)
            return clause;
    }
    return PX_NONE;
}

/* Does the clause want what "that" may stand for, whatever the parser takes it for? Such a one may only describe the
 * charge. */
static bool has_gap(const struct place *place, const struct roles *roles)
{
    const unsigned full = PX_ARC_OBJECT | PX_ARC_COPULA | PX_ARC_CLAUSE | PX_ARC_OPEN;
    uint32_t clause = px_slice_is(roles->target, "clause") && is_noun(place) ? clause_of(place) : PX_NONE;
    return clause != PX_NONE && px_tree_dependent(place->tree, clause, full) == PX_NONE;
}

/* Against whom a charge is, or who does what it says. */
static struct px_party find_charged(const struct place *place, const struct roles *roles)
{
    struct px_party party = is_noun(place) && roles->toward.size > 0 ? behind_word(place, roles->toward) : nobody;
    uint32_t clause = px_party_is_told(&party) ? PX_NONE : clause_of(place);
    if (clause == PX_NONE)
        return party;
    uint32_t first = px_tree_span(place->tree, clause).start + 1; /* behind "that" */
    return px_tree_subject(place->tree, clause) != PX_NONE || first >= place->tree->count
               ? px_party_doer(place->annotation, place->sentence, clause)
               : px_party_behind(place->annotation, place->sentence, first);
}

static struct px_party find_target(const struct place *place, const struct roles *roles)
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
static struct px_party find_owner(const struct place *place)
{
    uint32_t owner = px_tree_dependent(place->tree, place->head, PX_ARC_POSSESSOR);
    return owner != PX_NONE ? px_party_at(place->annotation, place->sentence, owner)
                            : behind_word(place, (struct px_slice){NULL, 0});
}

static struct px_party find_by_grammar(const struct place *place, const struct roles *roles)
{
    if (is_noun(place))
        return find_owner(place);
    if (!px_slice_is(roles->target, "clause") && (is_participle(place) || is_bare(place)))
        return px_party_at(place->annotation, place->sentence,
                           px_agency_agent(place->annotation, place->sentence, place->head));
    return px_party_doer(place->annotation, place->sentence, place->head);
}

/* The speaker of the statement whose cue the words are, so that all of the article's findings tell of the same one. */
static struct px_party find_speaker(const struct place *place)
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
static void part(const struct place *place, struct px_span reason, struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t behind = px_tokens_reaching(tokens, reason.start);
    if (reason.end > reason.start && party->words.start < reason.start && party->words.end > reason.start && behind > 1)
        party->words.end = tokens->items[behind - 2].end;
}

static struct px_party find_author(const struct place *place, const struct roles *roles, const struct px_party *target)
{
    if (roles->by.size == 0)
        return nobody;
    struct px_party author = find_by_grammar(place, roles);
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

/* Does the word hang on the blaming word, by a few steps? */
static bool hangs_here(const struct place *place, uint32_t word)
{
    for (int steps = 0; steps < REASON_STEPS && word < place->tree->count; steps++) {
        word = place->tree->words[word].head;
        if (word == place->head)
            return true;
    }
    return false;
}

/* Does who says it stand at the token: "for its haste, *according* to Anna Halden"? */
static bool gives_source(const struct place *place, uint32_t token)
{
    return px_party_is_listed(place->annotation, token, PX_LEXICON_CUES, PX_SLICE("cue.preposition"));
}

/* Does a comma part an aside from the token on: "of fraud, *which* he denied", "of fraud, *telling* the court that"? */
static bool opens_aside(const struct place *place, uint32_t token)
{
    const struct px_annotation *annotation = place->annotation;
    const struct px_token *before = &annotation->article->tokens.items[token - 1];
    bool reports = annotation->cues[token] != PX_NONE && (annotation->classes[token] & PX_CLASS_GERUND) != 0;
    return (reports || (annotation->classes[token] & PX_CLASS_RELATIVE) != 0) &&
           px_slice_is(px_slice_part(annotation->article->text, before->start, before->end), ",");
}

/* Up to a dash, behind which the writer speaks: "of treason — a charge that nobody had made"; to such an aside, or to
 * who says it. */
static struct px_span before_aside(const struct place *place, struct px_span reason)
{
    const struct px_article *article = place->annotation->article;
    uint32_t first = px_tokens_reaching(&article->tokens, reason.start);
    for (uint32_t t = first + 1; t < article->tokens.count && article->tokens.items[t].start < reason.end; t++) {
        size_t at = article->tokens.items[t].start;
        uint32_t mark = px_utf8_next(article->text, &at);
        bool aside = opens_aside(place, t);
        if (mark == 0x2013 || mark == 0x2014 || aside || gives_source(place, t))
            return (struct px_span){reason.start, article->tokens.items[t - 1 - aside].end};
    }
    return reason;
}

static struct px_span phrase_from(const struct place *place, uint32_t token)
{
    uint32_t first = px_parse_word(place->annotation, token);
    return first == PX_NONE ? (struct px_span){0, 0}
                            : px_party_span(place->annotation, place->sentence, first,
                                            px_party_phrase(place->annotation, place->sentence, first));
}

/* "accused them of *“theft,” “fraud” and “long delays”*": one quoted charge after another, with their marks; the reason
 * itself where it is not quoted or stands alone. */
static struct px_span with_series(const struct place *place, struct px_span reason)
{
    const struct px_article *article = place->annotation->article;
    uint32_t token = px_tokens_reaching(&article->tokens, reason.start), end = PX_NONE;
    struct px_span all = reason;
    for (size_t q = 0; q < article->quotations.count; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        uint32_t first = quotation->first_token, last = first + quotation->token_count;
        uint32_t joins = first > 0 && (place->annotation->classes[first - 1] & PX_CLASS_COORDINATOR) != 0;
        if (end == PX_NONE ? token < first || token >= last : first - joins != end)
            continue;
        if (article->tokens.items[first].sentence != place->sentence)
            break;
        all.start = end == PX_NONE ? article->tokens.items[first].start : all.start;
        all.end = end == PX_NONE ? reason.end : article->tokens.items[last - 1].end;
        end = last;
    }
    return all.end > reason.end ? all : reason;
}

/* "for bombing the market": behind the preposition, which may end the blaming words. */
static struct px_span find_reason(const struct place *place, struct px_slice preposition)
{
    const struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    for (uint32_t t = place->end - 1; preposition.size > 0 && t + 1 < article->tokens.count; t++) {
        if (tokens[t].sentence != place->sentence || t > place->end + REASON_REACH)
            break;
        uint32_t word = px_parse_word(place->annotation, t);
        bool some = word != PX_NONE && word > 0 &&
                    px_slice_is(px_party_tag(place->annotation, place->sentence, word - 1), "NUM"); /* "one *of*" */
        if (word != PX_NONE && !some && is_form(place, t, preposition) && tokens[t + 1].sentence == place->sentence &&
            (t < place->end || hangs_here(place, word)))
            return with_series(place, phrase_from(place, t + 1));
    }
    return (struct px_span){0, 0};
}

/* "blamed *the delay* on"; of "blamed it on" nobody knows what. */
static struct px_span within(const struct place *place)
{
    const struct px_token *tokens = place->annotation->article->tokens.items;
    uint32_t first = place->hit->first_token + 1, last = place->end - 2;
    bool pronoun = first == last && (place->annotation->classes[first] & (PX_CLASS_SUBJECT | PX_CLASS_OBJECT)) != 0;
    return pronoun ? (struct px_span){0, 0} : (struct px_span){tokens[first].start, tokens[last].end};
}

/* What for, behind its preposition or in the clause that tells it, or among the words. */
static struct px_span find_charge(const struct place *place, const struct roles *roles)
{
    if (px_slice_is(roles->reason, "within"))
        return within(place);
    struct px_span reason = find_reason(place, roles->reason);
    uint32_t clause = px_slice_is(roles->target, "clause") ? clause_of(place) : PX_NONE;
    if (reason.end > reason.start || clause == PX_NONE)
        return reason;
    return px_party_span(place->annotation, place->sentence, px_tree_span(place->tree, clause).start, clause);
}

/* What lexicons find in a reason. */
struct content {
    struct px_slice claim; /* the first */
    bool bad;              /* a charge, or a word of bad news */
};

/* Hits stand by position: the reason's are behind those of the blaming words. */
static struct content read_reason(const struct place *place, struct px_span reason)
{
    const struct px_article *article = place->annotation->article;
    const struct px_lexicon *claims = px_resources_lexicon(place->annotation->resources, PX_LEXICON_CLAIMS);
    const struct px_hit *end = article->hits.items + article->hits.count;
    struct content content = {0};
    for (const struct px_hit *hit = place->hit; hit < end; hit++) {
        const struct px_token *token = &article->tokens.items[hit->first_token];
        if (token->start >= reason.end)
            break;
        if (token->start < reason.start)
            continue;
        const struct px_entry *entry = px_resources_entry(place->annotation->resources, hit);
        if (hit->lexicon == PX_LEXICON_CLAIMS && content.claim.size == 0)
            content.claim = px_lexicon_cell(claims, entry, px_lexicon_column(claims, "claim"));
        content.bad = content.bad || hit->lexicon == PX_LEXICON_CLAIMS ||
                      (hit->lexicon == PX_LEXICON_VALENCE && entry->weight < 0);
    }
    return content;
}

/* Verbs of one word must be verbs: "the blame", "his credit" name nobody; charges may be nouns. */
static bool is_used(const struct place *place, const struct roles *roles)
{
    return place->hit->token_count > 1 || (px_slice_is(roles->target, "clause") && is_noun(place)) ||
           px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "VERB");
}

static struct roles roles_of(const struct columns *columns, const struct px_entry *entry)
{
    return (struct roles){
        .target = px_lexicon_cell(columns->lexicon, entry, columns->target),
        .toward = px_lexicon_cell(columns->lexicon, entry, columns->toward),
        .reason = px_lexicon_cell(columns->lexicon, entry, columns->reason),
        .by = px_lexicon_cell(columns->lexicon, entry, columns->by),
        .harm = px_lexicon_cell(columns->lexicon, entry, columns->needs).size > 0,
    };
}

/* "will be able to use it and pin the blame": what is to be done under a verb that is only supposed. */
static bool is_ahead(const struct place *place)
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

/* "opposed by the council and lauded *by the mayor*": who stands behind "by" does it, whatever the parser takes him
 * for. */
static bool is_doer(const struct place *place, const struct px_party *party)
{
    const struct px_article *article = place->annotation->article;
    return !is_noun(place) && place->end < article->tokens.count &&
           (place->annotation->classes[place->end] & PX_CLASS_AGENT) != 0 &&
           party->words.start > article->tokens.items[place->end].start;
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

static bool add(const struct columns *columns, const struct place *place)
{
    struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    const struct px_entry *entry = px_resources_entry(place->annotation->resources, place->hit);
    struct roles roles = roles_of(columns, entry);
    if (!is_used(place, &roles))
        return true;
    struct px_party target = find_target(place, &roles);
    struct px_span reason = before_aside(place, find_charge(place, &roles));
    part(place, reason, &target);
    struct content content = read_reason(place, reason);
    if (!px_party_is_told(&target) || is_doer(place, &target) ||
        ((roles.harm || has_gap(place, &roles)) && !content.bad) ||
        px_scope_supposes(place->annotation, place->hit->first_token, place->end) || is_ahead(place))
        return true;
    struct px_blame *blame = px_vector_push(&article->blames, &article->arena);
    if (blame == NULL)
        return false;
    uint32_t first = place->hit->first_token;
    struct px_party author = find_author(place, &roles, &target);
    *blame = (struct px_blame){
        .cue = {tokens[first].start, tokens[place->end - 1].end},
        .reason = reason,
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
    struct place place = {.annotation = annotation,
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
