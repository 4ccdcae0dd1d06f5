/* The words that tell an act: a verb with its object, a passive with its subject, a noun with what stands before it. */
#include "reading/agency_reading.h"
#include "reading/grammar.h"
#include "reading/parse.h"

enum { MOST_OF = 3 };      /* words from "of" to the noun behind it: more are no phrase, but what was read amiss */
enum { MOST_BYTES = 56 };  /* of a passive with its subject: the subject goes before the verb does */
enum { MOST_SUBJECT = 8 }; /* words from the start of a passive's subject to the passive */

static bool is_nominal(const struct px_agency_reading *reading, uint32_t word)
{
    return px_slice_starts(px_syntax_xpos(reading->tree->syntax, reading->tree->words[word].tag), PX_SLICE("NN"));
}

/* Does a mark that parts clauses stand among words [first, end)? */
static bool has_stop(const struct px_agency_reading *reading, uint32_t first, uint32_t end)
{
    for (uint32_t at = first; at < end; at++) {
        const struct px_token *token = px_agency_token(reading, at);
        char mark = reading->annotation->article->text.data[token->start];
        if (token->kind == PX_TOKEN_PUNCTUATION && (mark == ',' || mark == ';' || mark == ':' || mark == '('))
            return true;
    }
    return false;
}

/* The last word of the name that the word stands in: "William “Mo” Cowan"; else the word. */
static uint32_t name_end(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t mention = annotation->mentions[px_parse_token(annotation, reading->sentence, word)];
    const struct px_mention *at = mention == PX_NONE ? NULL : &annotation->article->mentions.items[mention];
    if (at == NULL || at->form != PX_MENTION_NAME)
        return word;
    uint32_t last = px_parse_word(annotation, at->first_token + at->token_count - 1);
    return last != PX_NONE && last > word ? last : word;
}

/* The last noun of the run of words from `word` that may belong to one phrase: "anti-corruption bill"; `before` for
 * none. A gerund ends one before a mark: "a large following,". */
static uint32_t run_end(const struct px_agency_reading *reading, uint32_t word, uint32_t before)
{
    uint32_t last = before;
    for (uint32_t at = word; at < reading->tree->count; at++) {
        bool gerund = px_agency_is_tagged(reading, at, "VBG");
        bool ends = gerund && at + 1 < reading->tree->count && has_stop(reading, at + 1, at + 2);
        if (is_nominal(reading, at) || ends)
            last = at;
        else if (!gerund && !px_agency_is_tagged(reading, at, "JJ"))
            break;
    }
    return last;
}

/* The word that ends the phrase of the noun, of what "and" joins to it, and of what "of" adds right behind. */
static uint32_t last_of(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t last = name_end(reading, run_end(reading, word + 1, word));
    if (last + 1 < tree->count && px_agency_is_tagged(reading, last + 1, "CC"))
        last = run_end(reading, last + 2, last);
    uint32_t of = px_tree_dependent(tree, word, PX_ARC_NOMINAL);
    uint32_t preposition = of == PX_NONE ? PX_NONE : px_tree_dependent(tree, of, PX_ARC_CASE);
    bool behind = preposition != PX_NONE && of > last && preposition == last + 1 && of - preposition <= MOST_OF &&
                  (px_agency_listed(reading, preposition) & PX_AGENCY_OBJECT) != 0;
    return behind ? last_of(reading, of) : last;
}

static bool is_time(const struct px_agency_reading *reading, uint32_t word)
{
    return (px_parse_classes(reading->annotation, reading->sentence, word) & PX_CLASS_TIME) != 0;
}

/* The object, the later of two, or else the first phrase behind the verb; PX_NONE for none, or where a mark stands
 * before. */
static uint32_t complement_of(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    uint32_t end = px_tree_dependent(tree, word, PX_ARC_OBJECT);
    uint32_t next = end == PX_NONE ? PX_NONE : px_tree_next(tree, end, PX_ARC_OBJECT);
    end = next != PX_NONE ? next : end;
    if (end != PX_NONE && end < word) /* "a plan that he floated" */
        return PX_NONE;
    end = end == PX_NONE ? px_tree_dependent(tree, word, PX_ARC_OBLIQUE) : end;
    while (end != PX_NONE && (end < word || is_time(reading, end)))
        end = px_tree_next(tree, end, PX_ARC_OBLIQUE);
    return end == PX_NONE || has_stop(reading, word, end) ? PX_NONE : end;
}

/* The word `last`, or that before the first "who" or "whose" behind `first`, with which a clause begins. */
static uint32_t before_relative(const struct px_agency_reading *reading, uint32_t first, uint32_t last)
{
    for (uint32_t at = first + 1; at <= last; at++)
        if (px_slice_starts(px_syntax_xpos(reading->tree->syntax, reading->tree->words[at].tag), PX_SLICE("WP")))
            return at - 1;
    return last;
}

struct px_span px_agency_phrase(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t end = complement_of(reading, word);
    uint32_t particle = px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND);
    while (particle != PX_NONE && particle < word)
        particle = px_tree_next(reading->tree, particle, PX_ARC_COMPOUND);
    const struct px_token *first = px_agency_token(reading, word);
    const struct px_token *last = particle == PX_NONE ? first : px_agency_token(reading, particle);
    if (end != PX_NONE)
        last = px_agency_token(reading, before_relative(reading, word + 1, last_of(reading, end)));
    return (struct px_span){first->start, last->end > first->end ? last->end : first->end};
}

/* The first of what stands before the noun and belongs to it, the case aside: "the full report". */
static uint32_t first_of(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned own = PX_ARC_DETERMINER | PX_ARC_MODIFIER | PX_ARC_COMPOUND | PX_ARC_POSSESSOR;
    uint32_t child = px_tree_dependent(reading->tree, word, own);
    if (child == PX_NONE || child > word || has_stop(reading, child, word))
        return word;
    return (px_tree_arc(reading->tree, child) & PX_ARC_POSSESSOR) != 0 ? first_of(reading, child) : child;
}

uint32_t px_agency_first_auxiliary(const struct px_agency_reading *reading, uint32_t word, uint32_t first)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY);
    first = child < first ? child : first;
    return first - (first > 0 && (px_agency_token(reading, first)->flags & PX_TOKEN_CLITIC) != 0);
}

static bool is_preposition(const struct px_agency_reading *reading, uint32_t word)
{
    return (px_parse_classes(reading->annotation, reading->sentence, word) & PX_CLASS_PREPOSITION) != 0;
}

/* The noun without an article by which a participle tells a deed that by itself it does not: "was taken into
 * *custody*"; `last` where there is none. */
static uint32_t light_end(const struct px_agency_reading *reading, uint32_t word, uint32_t last)
{
    bool light = (px_agency_listed(reading, word) & PX_AGENCY_EMPTY) != 0 && last == word &&
                 last + 2 < reading->tree->count && is_preposition(reading, last + 1) &&
                 px_agency_is_tagged(reading, last + 2, "NN") && !is_time(reading, last + 2);
    return light && run_end(reading, last + 2, last) == last + 2 ? last + 2 : last;
}

/* "the plan was voted *in*,": a preposition with nothing behind it goes with the verb. */
static uint32_t with_particle(const struct px_agency_reading *reading, uint32_t last)
{
    bool stranded =
        last + 1 < reading->tree->count && is_preposition(reading, last + 1) &&
        (last + 2 == reading->tree->count || px_agency_token(reading, last + 2)->kind == PX_TOKEN_PUNCTUATION);
    return last + stranded;
}

/* Does the hit say how near a number is: "at least", "some"? */
static bool is_hedge(const struct px_annotation *annotation, const struct px_hit *hit)
{
    static const struct px_slice NAMES[] = {PX_SLICE_STATIC("quantity.least"), PX_SLICE_STATIC("quantity.most"),
                                            PX_SLICE_STATIC("quantity.near"), PX_SLICE_STATIC("quantity.about")};
    if (hit->lexicon != PX_LEXICON_QUANTITIES)
        return false;
    struct px_slice category = px_resources_entry(annotation->resources, hit)->category;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (px_category_within(category, NAMES[i]))
            return true;
    return false;
}

/* The first word of such a hit right before the number at the word, "*at least* 14 men", or the word; "over 14 days" may
 * tell how long. */
static uint32_t with_hedge(const struct px_agency_reading *reading, uint32_t word)
{
    enum { HEDGE_MOST = 3 };
    const struct px_annotation *annotation = reading->annotation;
    const struct px_hits *hits = &annotation->article->hits;
    uint32_t token = px_parse_token(annotation, reading->sentence, word);
    for (size_t i = px_hits_from(hits, token > HEDGE_MOST ? token - HEDGE_MOST : 0);
         i < hits->count && hits->items[i].first_token < token; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t first = px_parse_word(annotation, hit->first_token);
        if (hit->first_token + hit->token_count == token && first != PX_NONE && first < word &&
            (hit->token_count > 1 || !is_preposition(reading, first)) && is_hedge(annotation, hit))
            return first;
    }
    return word;
}

/* The number before the first word of a phrase that no article begins, with what says how near it is: "*nearly two* hundred
 * men", but "in 2022 a couple". */
static uint32_t with_number(const struct px_agency_reading *reading, uint32_t begin)
{
    bool determined = (px_tree_arc(reading->tree, begin) & PX_ARC_DETERMINER) != 0;
    while (begin > 0 && !determined && px_agency_is_tagged(reading, begin - 1, "CD"))
        begin--;
    bool near = begin > 0 && px_agency_is_tagged(reading, begin, "CD") &&
                px_agency_is_tagged(reading, begin - 1, "RB") && !is_preposition(reading, begin - 1);
    return near ? begin - 1 : px_agency_is_tagged(reading, begin, "CD") ? with_hedge(reading, begin) : begin;
}

/* Is it a word that may belong to the noun behind it, and no conjunction, preposition or adverb? */
static bool may_modify(const struct px_agency_reading *reading, uint32_t word)
{
    struct px_slice tag = px_syntax_xpos(reading->tree->syntax, reading->tree->words[word].tag);
    return px_agency_token(reading, word)->kind == PX_TOKEN_WORD && !px_slice_is(tag, "IN") &&
           !px_slice_is(tag, "CC") && !px_slice_starts(tag, PX_SLICE("RB")) && !px_slice_starts(tag, PX_SLICE("W")) &&
           !is_preposition(reading, word);
}

/* Where the phrase begins with its numbers, with the title of a name ("Mr. Halden"), and with a word alone that opens
 * the sentence, whatever it was read as. */
static uint32_t whole_start(const struct px_agency_reading *reading, uint32_t begin)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t mention = annotation->mentions[px_parse_token(annotation, reading->sentence, begin)];
    const struct px_mention *at = mention == PX_NONE ? NULL : &annotation->article->mentions.items[mention];
    uint32_t first = at == NULL || at->form > PX_MENTION_ALIAS ? PX_NONE : px_parse_word(annotation, at->first_token);
    begin = with_number(reading, first < begin ? first : begin);
    bool opens = begin == 1 && px_tree_arc(reading->tree, begin) != PX_ARC_DETERMINER && may_modify(reading, 0);
    return opens ? 0 : begin;
}

struct px_span px_agency_passive_phrase(const struct px_agency_reading *reading, uint32_t word, uint32_t first)
{
    uint32_t subject = px_agency_subject(reading, word);
    first = px_agency_first_auxiliary(reading, word, first);
    uint32_t start = first;
    bool own = subject != PX_NONE && reading->tree->words[subject].head == word; /* not of "she sued and was paid" */
    bool noun = own && is_nominal(reading, subject);
    if (own && subject < first && (noun || px_agency_is_tagged(reading, subject, "PRP"))) {
        uint32_t begin = whole_start(reading, first_of(reading, subject));
        bool brief = px_agency_token(reading, word)->end - px_agency_token(reading, begin)->start <= MOST_BYTES;
        /* not "moves over *14 days* were read out", "a boy and *his dog* were found" */
        bool whole = begin == 0 ||
                     (!is_preposition(reading, begin - 1) && !(noun && px_agency_is_tagged(reading, begin - 1, "CC")));
        start = whole && brief && word - begin <= MOST_SUBJECT && !has_stop(reading, begin, word) ? begin : first;
    }
    uint32_t particle = px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND);
    uint32_t last = particle != PX_NONE && particle == word + 1 ? particle : word; /* "was carried out" */
    last = light_end(reading, word, with_particle(reading, last));
    return (struct px_span){px_agency_token(reading, start)->start, px_agency_token(reading, last)->end};
}

struct px_span px_agency_noun_phrase(const struct px_agency_reading *reading, uint32_t word)
{
    return (struct px_span){px_agency_token(reading, first_of(reading, word))->start,
                            px_agency_token(reading, last_of(reading, word))->end};
}
