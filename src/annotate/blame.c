#include "annotate/blame.h"

#include "annotate/agency.h"
#include "annotate/grammar.h"
#include "annotate/parse.h"
#include "annotate/party.h"
#include "annotate/scope.h"

enum { REASON_REACH = 12, REASON_STEPS = 3 }; /* tokens to the preposition, and steps up from it to the blaming word */

struct columns {
    const struct px_lexicon *lexicon;
    size_t target, reason, by, needs;
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
    if (!goes_on(place))
        return nobody;
    uint32_t first = px_parse_word(place->annotation, place->end);
    return px_party_at(place->annotation, place->sentence, px_party_phrase(place->annotation, place->sentence, first));
}

static struct px_party find_target(const struct place *place, struct px_slice cell)
{
    struct px_party found = px_slice_is(cell, "inside")   ? inside(place)
                            : px_slice_is(cell, "behind") ? behind(place)
                                                          : nobody;
    if (px_party_is_told(&found) || px_slice_is(cell, "inside"))
        return found;
    uint32_t word = px_slice_is(cell, "subject") ? px_tree_subject(place->tree, place->head) : object_of(place);
    return px_party_at(place->annotation, place->sentence, word);
}

static struct px_party find_author(const struct place *place, struct px_slice cell)
{
    if (cell.size == 0)
        return nobody;
    if (is_participle(place) || is_bare(place))
        return px_party_at(place->annotation, place->sentence,
                           px_agency_agent(place->annotation, place->sentence, place->head));
    return px_party_doer(place->annotation, place->sentence, place->head);
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

static struct px_span phrase_from(const struct place *place, uint32_t token)
{
    uint32_t first = px_parse_word(place->annotation, token);
    return first == PX_NONE ? (struct px_span){0, 0}
                            : px_party_span(place->annotation, place->sentence, first,
                                            px_party_phrase(place->annotation, place->sentence, first));
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
        if (word != PX_NONE &&
            px_slice_equal(px_slice_part(article->text, tokens[t].start, tokens[t].end), preposition) &&
            tokens[t + 1].sentence == place->sentence && (t < place->end || hangs_here(place, word)))
            return phrase_from(place, t + 1);
    }
    return (struct px_span){0, 0};
}

/* "accused the lawmakers of betrayal": what for is no part of whom. `party` reaches into the reason and its preposition. */
static void part(const struct place *place, struct px_span reason, struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t behind = px_tokens_reaching(tokens, reason.start);
    if (reason.end > reason.start && party->words.start < reason.start && party->words.end > reason.start && behind > 1)
        party->words.end = tokens->items[behind - 2].end;
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

/* Verbs of one word must be verbs: "the blame", "his credit" name nobody. */
static bool is_used(const struct place *place)
{
    return place->hit->token_count > 1 ||
           px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "VERB");
}

static bool add(const struct columns *columns, const struct place *place)
{
    struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    const struct px_entry *entry = px_resources_entry(place->annotation->resources, place->hit);
    struct px_party target = find_target(place, px_lexicon_cell(columns->lexicon, entry, columns->target));
    struct px_span reason = find_reason(place, px_lexicon_cell(columns->lexicon, entry, columns->reason));
    part(place, reason, &target);
    bool harm = px_lexicon_cell(columns->lexicon, entry, columns->needs).size > 0;
    struct content content = read_reason(place, reason);
    if (!px_party_is_told(&target) || (harm && !content.bad) ||
        px_scope_supposes(place->annotation, place->hit->first_token, place->end))
        return true;
    struct px_blame *blame = px_vector_push(&article->blames, &article->arena);
    if (blame == NULL)
        return false;
    uint32_t first = place->hit->first_token;
    *blame = (struct px_blame){
        .cue = {tokens[first].start, tokens[place->end - 1].end},
        .reason = reason,
        .claim = content.claim,
        .target = target,
        .by = find_author(place, px_lexicon_cell(columns->lexicon, entry, columns->by)),
        .sentence = place->sentence,
        .attribution = tokens[first].attribution,
        .voice = tokens[first].voice,
        .others = px_lexicon_cell(columns->lexicon, entry, columns->by).size > 0,
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
    return place.head == PX_NONE || !is_used(&place) || add(columns, &place);
}

enum px_status px_annotate_blame(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_BLAME);
    const struct columns columns = {lexicon, px_lexicon_column(lexicon, "target"), px_lexicon_column(lexicon, "reason"),
                                    px_lexicon_column(lexicon, "by"), px_lexicon_column(lexicon, "needs")};
    bool done = true;
    for (size_t i = 0; annotation->trees != NULL && done && i < hits->count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_BLAME)
            done = read_hit(&columns, annotation, &hits->items[i]);
    return done ? PX_OK : px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}
