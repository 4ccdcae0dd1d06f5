/* What somebody is blamed for. */
#include "annotate/blame_reading.h"
#include "reading/parse.h"
#include "text/utf8.h"

enum { REASON_STEPS = 3 }; /* up from the preposition to the blaming word */

bool px_blame_is_form(const struct px_blame_place *place, uint32_t token, struct px_slice form)
{
    const struct px_article *article = place->annotation->article;
    const struct px_token *it = &article->tokens.items[token];
    struct px_slice word = px_slice_part(article->text, it->start, it->end);
    size_t at = px_slice_find(form, word, 0), end = at + word.size;
    return at != SIZE_MAX && (at == 0 || form.data[at - 1] == ' ') && (end == form.size || form.data[end] == ' ');
}

uint32_t px_blame_clause(const struct px_blame_place *place)
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

/* Does the word hang on the blaming word, by a few steps? */
static bool hangs_here(const struct px_blame_place *place, uint32_t word)
{
    uint32_t above = px_blame_is_misread(place) ? place->tree->words[place->head].head : place->head;
    for (int steps = 0; steps < REASON_STEPS && word < place->tree->count; steps++) {
        word = place->tree->words[word].head;
        if (word == above)
            return true;
    }
    return false;
}

/* Does who says it stand at the token: "for its haste, *according* to Anna Halden"? */
static bool gives_source(const struct px_blame_place *place, uint32_t token)
{
    return px_party_is_listed(place->annotation, token, PX_LEXICON_CUES, PX_SLICE("cue.preposition"));
}

/* Does a comma part an aside from the token on: "of fraud, *which* he denied", "of fraud, *telling* the court that"? */
static bool opens_aside(const struct px_blame_place *place, uint32_t token)
{
    const struct px_annotation *annotation = place->annotation;
    const struct px_token *before = &annotation->article->tokens.items[token - 1];
    bool reports = annotation->cues[token] != PX_NONE && (annotation->classes[token] & PX_CLASS_GERUND) != 0;
    return (reports || (annotation->classes[token] & PX_CLASS_RELATIVE) != 0) &&
           px_slice_is(px_slice_part(annotation->article->text, before->start, before->end), ",");
}

/* Up to a dash, behind which the writer speaks: "of treason — a charge that nobody had made"; to such an aside, or to
 * who says it. */
static struct px_span before_aside(const struct px_blame_place *place, struct px_span reason)
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

static struct px_span phrase_from(const struct px_blame_place *place, uint32_t token)
{
    uint32_t first = px_parse_word(place->annotation, token);
    return first == PX_NONE ? (struct px_span){0, 0}
                            : px_party_span(place->annotation, place->sentence, first,
                                            px_party_phrase(place->annotation, place->sentence, first));
}

/* "accused them of *“theft,” “fraud” and “long delays”*": one quoted charge after another, with their marks; the reason
 * itself where it is not quoted or stands alone. */
static struct px_span with_series(const struct px_blame_place *place, struct px_span reason)
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

/* Does the preposition, which may end the blaming words, lead to what for? */
static bool leads(const struct px_blame_place *place, uint32_t token, struct px_slice preposition)
{
    uint32_t word = px_parse_word(place->annotation, token);
    if (word == PX_NONE || !px_blame_is_form(place, token, preposition))
        return false;
    bool some =
        word > 0 && px_slice_is(px_party_tag(place->annotation, place->sentence, word - 1), "NUM"); /* "one *of*" */
    return !some && (token < place->end || hangs_here(place, word));
}

/* "for bombing the market". A name may tell who is meant, "accused Halden *of Osk* of lying": then what for is a deed
 * behind it. */
static struct px_span find_reason(const struct px_blame_place *place, struct px_slice preposition)
{
    const struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t named = PX_NONE;
    for (uint32_t t = place->end - 1; preposition.size > 0 && t + 1 < article->tokens.count; t++) {
        if (tokens[t + 1].sentence != place->sentence || t > place->end + PX_BLAME_REACH * (1 + (named != PX_NONE)))
            break;
        uint32_t next = px_parse_word(place->annotation, t + 1);
        bool deed = named != PX_NONE && next != PX_NONE && px_tree_has_xpos(place->tree, next, "VBG");
        if (!deed && !leads(place, t, preposition))
            continue;
        if (deed ? px_blame_is_form(place, t, preposition)
                 : named == PX_NONE && !px_tree_has_xpos(place->tree, next, "NNP"))
            return with_series(place, phrase_from(place, t + 1));
        named = named == PX_NONE && !deed ? t : named;
    }
    return named == PX_NONE ? (struct px_span){0, 0} : with_series(place, phrase_from(place, named + 1));
}

/* "blamed *the delay* on"; of "blamed it on" nobody knows what. */
static struct px_span within(const struct px_blame_place *place)
{
    const struct px_token *tokens = place->annotation->article->tokens.items;
    uint32_t first = place->hit->first_token + 1, last = place->end - 2;
    bool pronoun = first == last && (place->annotation->classes[first] & (PX_CLASS_SUBJECT | PX_CLASS_OBJECT)) != 0;
    return pronoun ? (struct px_span){0, 0} : (struct px_span){tokens[first].start, tokens[last].end};
}

/* What for, behind its preposition or in the clause that tells it, or among the words. */
static struct px_span find_charge(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    if (px_slice_is(roles->reason, "within"))
        return within(place);
    struct px_span reason = find_reason(place, roles->reason);
    uint32_t clause = px_slice_is(roles->target, "clause") ? px_blame_clause(place) : PX_NONE;
    if (reason.end > reason.start || clause == PX_NONE)
        return reason;
    return px_party_span(place->annotation, place->sentence, px_tree_span(place->tree, clause).start, clause);
}

struct px_span px_blame_reason(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    return before_aside(place, find_charge(place, roles));
}

/* Hits stand by position: the reason's are behind those of the blaming words. */
struct px_blame_content px_blame_read_reason(const struct px_blame_place *place, struct px_span reason)
{
    const struct px_article *article = place->annotation->article;
    const struct px_lexicon *claims = px_resources_lexicon(place->annotation->resources, PX_LEXICON_CLAIMS);
    const struct px_hit *end = article->hits.items + article->hits.count;
    struct px_blame_content content = {0};
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
