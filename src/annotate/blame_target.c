/* Whom words blame or credit. */
#include "annotate/blame_reading.h"
#include "reading/agency.h"
#include "reading/parse.h"

static const struct px_party nobody = {PX_NONE, {0, 0}};

bool px_blame_has_noun_behind(const struct px_blame_place *place)
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
    return px_slice_is(tag, "VBN") && !px_blame_has_noun_behind(place) &&
           (arc & (PX_ARC_ASIDE | PX_ARC_CLAUSE)) == PX_ARC_ASIDE &&
           place->tree->words[place->head].head < place->tree->count;
}

/* A form that may be a participle, without an object: "the militants blamed for". */
static bool is_bare(const struct px_blame_place *place)
{
    struct px_slice tag = px_syntax_xpos(place->tree->syntax, place->tree->words[place->head].tag);
    return (px_slice_is(tag, "VBN") || px_slice_is(tag, "VBD")) && !px_blame_has_noun_behind(place) &&
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
    const struct px_token *tokens = place->annotation->article->tokens.items;
    if (!goes_on(place))
        return nobody;
    struct px_party party =
        px_party_behind(place->annotation, place->sentence, px_parse_word(place->annotation, place->end));
    if (px_party_is_told(&party) && px_blame_is_misread(place)) { /* what stands before hangs there, too */
        uint32_t noun = px_parse_token(place->annotation, place->sentence, place->tree->words[place->head].head);
        party.words = (struct px_span){tokens[place->end].start, tokens[noun].end};
    }
    return party;
}

/* Whom the verb befalls; what stands right behind it where the parser hung that elsewhere, and the subject that a
 * passive shares with the clause above: "resigned after being accused". */
static struct px_party find_object(const struct px_blame_place *place)
{
    uint32_t word = object_of(place);
    struct px_party party = px_party_at(place->annotation, place->sentence, word);
    if (px_party_is_told(&party) || (word != PX_NONE && !px_blame_has_noun_behind(place)))
        return party;
    if (px_blame_has_noun_behind(place))
        return behind(place);
    if (px_tree_is_passive(place->tree, place->head))
        party = px_party_subject(place->annotation, place->sentence, place->head);
    return party.entity != PX_NONE ? party : nobody; /* what a clause shares is read well enough for those alone */
}

bool px_blame_is_noun(const struct px_blame_place *place)
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
struct px_party px_blame_behind_word(const struct px_blame_place *place, struct px_slice form)
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
bool px_blame_has_gap(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    const unsigned full = PX_ARC_OBJECT | PX_ARC_COPULA | PX_ARC_CLAUSE | PX_ARC_OPEN;
    uint32_t clause =
        px_slice_is(roles->target, "clause") && px_blame_is_noun(place) ? px_blame_clause(place) : PX_NONE;
    return clause != PX_NONE && px_tree_dependent(place->tree, clause, full) == PX_NONE;
}

/* Against whom a charge is, or who does what it says. */
static struct px_party find_charged(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    struct px_party party =
        px_blame_is_noun(place) && roles->toward.size > 0 ? px_blame_behind_word(place, roles->toward) : nobody;
    uint32_t clause = px_party_is_told(&party) ? PX_NONE : px_blame_clause(place);
    if (clause == PX_NONE)
        return party;
    uint32_t first = px_tree_span(place->tree, clause).start + 1; /* behind "that" */
    return px_tree_subject(place->tree, clause) != PX_NONE || first >= place->tree->count
               ? px_party_doer(place->annotation, place->sentence, clause)
               : px_party_behind(place->annotation, place->sentence, first);
}

bool px_blame_charges_object(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    return px_slice_is(roles->target, "clause") && !px_blame_is_noun(place) && px_blame_clause(place) == PX_NONE;
}

static struct px_party find_target(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    if (px_blame_charges_object(place, roles))
        return find_object(place);
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

bool px_blame_befalls(const struct px_blame_place *place)
{
    return is_participle(place) || is_bare(place);
}

bool px_blame_is_misread(const struct px_blame_place *place)
{
    const struct px_tree *tree = place->tree;
    uint32_t first = px_parse_word(place->annotation, place->hit->first_token), head = tree->words[place->head].head;
    if (first == PX_NONE || first == 0 || head >= tree->count || head < place->head ||
        !px_blame_has_noun_behind(place) || !px_tree_has_xpos(tree, place->head, "VBN"))
        return false;
    struct px_slice before = px_party_tag(place->annotation, place->sentence, first - 1);
    return px_slice_is(before, "NOUN") || px_slice_is(before, "PROPN");
}

bool px_blame_names_people(const struct px_annotation *annotation, struct px_span words)
{
    const struct px_article *article = annotation->article;
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, px_tokens_reaching(&article->tokens, words.start)); i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (article->tokens.items[hit->first_token].start >= words.end)
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

/* Is the word a noun of a deed that befalls the entity: "the mayor's *arrest*"? */
static bool befalls(const struct px_blame_place *place, uint32_t word, uint32_t entity)
{
    const struct px_article *article = place->annotation->article;
    uint32_t start = article->tokens.items[px_parse_token(place->annotation, place->sentence, word)].start;
    for (size_t i = 0; i < article->acts.count; i++)
        if (article->acts.items[i].start == start && article->acts.items[i].patient == entity)
            return true;
    return false;
}

/* Is he known by no more than a pronoun in the sentence: "praised *his* decision"? Then it may be somebody else. */
static bool is_pronoun_alone(const struct px_blame_place *place, uint32_t owner, uint32_t entity)
{
    const struct px_article *article = place->annotation->article;
    if (!px_slice_is(px_party_tag(place->annotation, place->sentence, owner), "PRON"))
        return false;
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        if (mention->entity == entity && mention->form != PX_MENTION_PRONOUN &&
            article->tokens.items[mention->first_token].sentence == place->sentence)
            return false;
    }
    return true;
}

/* "condemned *Varn's* remarks": for what is somebody's own he is blamed or praised himself, and the thing is what for.
 * People and bodies of his stand for themselves. */
static void pass_to_owner(const struct px_blame_place *place, struct px_party *target, struct px_span *reason)
{
    uint32_t word = object_of(place);
    uint32_t owner = word == PX_NONE ? PX_NONE : px_tree_dependent(place->tree, word, PX_ARC_POSSESSOR);
    bool asked = px_tree_has_xpos(place->tree, place->head, "VB"); /* "urged them *to condemn* Varn's remarks" */
    if (owner == PX_NONE || asked || target->entity != PX_NONE || place->hit->token_count > 1)
        return;
    const struct px_token *noun =
        &place->annotation->article->tokens.items[px_parse_token(place->annotation, place->sentence, word)];
    struct px_party party = px_party_at(place->annotation, place->sentence, owner);
    if (party.entity == PX_NONE || is_pronoun_alone(place, owner, party.entity) || befalls(place, word, party.entity) ||
        px_blame_names_people(place->annotation, (struct px_span){noun->start, noun->end}))
        return;
    *reason = px_party_span(place->annotation, place->sentence, px_tree_span(place->tree, word).start, word);
    *target = party;
}

/* "thanks to *rules*, Hask won": a party that no name tells ends before a comma. */
static void end_target(const struct px_blame_place *place, struct px_party *target)
{
    const struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = px_tokens_reaching(&article->tokens, target->words.start), t = first + 1;
    if (target->entity != PX_NONE || !px_party_is_told(target))
        return;
    while (t < article->tokens.count && tokens[t].start < target->words.end &&
           article->text.data[tokens[t].start] != ',')
        t++;
    if (t < article->tokens.count && tokens[t].start < target->words.end)
        target->words.end = tokens[t - 1].end;
}

struct px_party px_blame_target(const struct px_blame_place *place, const struct px_blame_roles *roles,
                                struct px_span *reason)
{
    struct px_party target = find_target(place, roles);
    if (px_slice_is(roles->target, "object") && reason->end <= reason->start)
        pass_to_owner(place, &target, reason);
    end_target(place, &target);
    return target;
}
