#include "sourcing/voice_words.h"

#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/voice_behind.h"

enum { NAME_REACH = 3, ASIDE_MOST = 60 /* tokens of a clause put in */ };

/* "repeated *his false claims* that the pit is safe": where the words go on behind a noun of speech that the article itself
 * judges; their start where it does not. */
static uint32_t behind_judgement(const struct px_annotation *annotation, struct px_span words)
{
    const struct px_article *article = annotation->article;
    const struct px_lexicon *uptake = px_resources_lexicon(annotation->resources, PX_LEXICON_UPTAKE);
    uint32_t first = px_tokens_reaching(&article->tokens, words.start);
    for (size_t i = px_hits_from(&article->hits, first);
         i < article->hits.count && article->hits.items[i].first_token < first + NAME_REACH; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        uint32_t noun = hit->first_token + hit->token_count;
        if (hit->lexicon != PX_LEXICON_UPTAKE || noun + 1 >= article->tokens.count ||
            article->tokens.items[noun].end > words.end ||
            (annotation->classes[noun + 1] & (PX_CLASS_PREPOSITION | PX_CLASS_THAT)) == 0)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        if (px_slice_is(px_lexicon_cell(uptake, entry, px_lexicon_column(uptake, "position")), "noun") &&
            (annotation->classes[first] & (PX_CLASS_POSSESSIVE | PX_CLASS_DEFINITE)) != 0 &&
            px_party_is_listed(annotation, noun, PX_LEXICON_CUES, PX_SLICE("cue.noun")))
            return article->tokens.items[noun].end;
    }
    return words.start;
}

/* Does the token only lead to words that stand apart, "explains *why*, “…”", "*which* critics said could fail"? */
static bool only_leads(const struct px_annotation *annotation, uint32_t token)
{
    const unsigned leads = PX_CLASS_QUESTION | PX_CLASS_SUBORDINATOR | PX_CLASS_COORDINATOR;
    return (annotation->classes[token] & leads) != 0;
}

/* "said *that* costs rose", "apologized | *and* “anyone I hurt”": where the words go on behind what only joins them to the
 * article's; it is no word of whoever speaks. Not behind "that plan", "both" or "that was false". */
static uint32_t behind_joint(const struct px_annotation *annotation, struct px_span words)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t first = px_tokens_reaching(tokens, words.start);
    if (first + 2 >= tokens->count || tokens->items[first + 1].start >= words.end)
        return words.start;
    uint32_t classes = annotation->classes[first];
    bool that = (classes & PX_CLASS_THAT) != 0 && px_parse_is_tagged(annotation, first, "IN") &&
                !px_parse_is_finite(annotation, first + 1);
    bool and = (classes & PX_CLASS_COORDINATOR) != 0 && (classes & PX_CLASS_DETERMINER) == 0;
    bool apart = only_leads(annotation, first) && px_voice_is_comma(annotation, first + 1) &&
                 (tokens->items[first + 2].flags & PX_TOKEN_QUOTE_OPEN) != 0;
    return that || and || apart ? tokens->items[first + 1].start : words.start;
}

/* Does a word that only leads to another part make up this one? */
static bool is_mere_joint(const struct px_annotation *annotation, const struct px_spans *content, size_t part)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    struct px_span words = content->items[part];
    uint32_t first = px_tokens_reaching(tokens, words.start);
    return part + 1 < content->count && first < tokens->count && tokens->items[first].end >= words.end &&
           only_leads(annotation, first);
}

struct px_span px_voice_words_of(const struct px_annotation *annotation, const struct px_spans *content, size_t part)
{
    struct px_span words = content->items[part];
    if (is_mere_joint(annotation, content, part))
        return (struct px_span){words.end, words.end};
    words.start = behind_joint(annotation, words);
    words.start = part == 0 ? behind_judgement(annotation, words) : words.start;
    return words;
}

/* The comma that closes the clause which a relative opens behind the comma at the token, before the verb of the clause
 * round it, "his budget, *which slashes aid*, was"; the token itself where there is none near enough. */
static uint32_t end_of_aside(const struct px_annotation *annotation, uint32_t comma, uint32_t end)
{
    uint32_t t = comma + 2;
    if (t >= end || !px_voice_is_comma(annotation, comma) ||
        (!px_parse_is_tagged(annotation, comma + 1, "WDT") && !px_parse_is_tagged(annotation, comma + 1, "WP") &&
         !px_parse_is_tagged(annotation, comma + 1, "WP$")))
        return comma;
    end = end - comma < ASIDE_MOST ? end : comma + ASIDE_MOST;
    while (t + 1 < end && !(px_voice_is_comma(annotation, t) && px_parse_is_finite(annotation, t + 1)))
        t++;
    return t + 1 < end ? t : comma;
}

/* What the article adds among the words of a statement is its own; where only it `may`, it is passed on. */
static void open_token(const struct px_annotation *annotation, uint32_t attribution, uint32_t token, bool may)
{
    struct px_token *it = &annotation->article->tokens.items[token];
    if (it->attribution != attribution || it->voice != PX_VOICE_INDIRECT)
        return;
    it->attribution = PX_NONE;
    it->voice = PX_VOICE_OWN;
    it->flags |= may ? PX_TOKEN_PASSED_ON : 0;
}

/* "a *staggering* 55 percent said no, by a poll": does the adjective judge a number behind it, which is all that the
 * document gives? */
static bool judges_number(const struct px_annotation *annotation, uint32_t token)
{
    return token > 0 && token + 1 < annotation->article->tokens.count &&
           (annotation->classes[token - 1] & PX_CLASS_ARTICLE) != 0 && px_parse_is_tagged(annotation, token, "JJ") &&
           px_parse_is_tagged(annotation, token + 1, "CD");
}

/* "declared a run on Monday *with swagger*": does a phrase begin at the token that tells by what means, or how, the verb of
 * the cue was done to its object? Right behind the object it may be the object's own, "a man *with a temper*". */
static bool begins_manner(const struct px_annotation *annotation, const struct px_span *cue, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t verb_token = px_tokens_reaching(&annotation->article->tokens, cue->start);
    if (tree == NULL || tree != px_parse_tree(annotation, verb_token) ||
        !px_party_is_listed(annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.instrument")))
        return false;
    uint32_t verb = px_parse_word(annotation, verb_token);
    uint32_t word = px_parse_word(annotation, token), noun = tree->words[word].head;
    uint32_t object = px_tree_object(tree, verb);
    return noun < tree->count && tree->words[noun].head == verb && (px_tree_arc(tree, noun) & PX_ARC_OBLIQUE) != 0 &&
           object != PX_NONE && object > verb && px_tree_span(tree, object).end < word;
}

/* Opens what the article puts in behind speaker and verb: relative clauses, and from its manner on the whole rest. */
static void open_clauses(const struct px_annotation *annotation, uint32_t attribution, uint32_t first, uint32_t end)
{
    const struct px_span *cue = &annotation->article->attributions.items[attribution].cue.items[0];
    for (uint32_t t = first; t < end; t++) {
        bool manner = begins_manner(annotation, cue, t);
        uint32_t last = manner ? end : end_of_aside(annotation, t, end);
        for (; t < last; t++)
            open_token(annotation, attribution, t, !manner);
    }
}

void px_voice_open_asides(const struct px_annotation *annotation, uint32_t attribution, struct px_span part)
{
    struct px_tokens *tokens = &annotation->article->tokens;
    const struct px_attribution *it = &annotation->article->attributions.items[attribution];
    if (it->type != PX_ATTRIBUTION_INDIRECT || it->speaker.count == 0 || it->cue.count == 0)
        return;
    uint32_t first = px_tokens_reaching(tokens, part.start), end = first;
    while (end < tokens->count && tokens->items[end].start < part.end)
        end++;
    for (uint32_t t = first; it->speaker_kind == PX_SPEAKER_DOCUMENT && t < end; t++)
        if (judges_number(annotation, t))
            open_token(annotation, attribution, t, false);
    if (it->speaker.items[0].start <= it->cue.items[0].start && it->cue.items[0].start <= part.start)
        open_clauses(annotation, attribution, first, end);
}

/* The tokens right behind the attribution's word of speech that are its words, up to the first mark or to what may join
 * another clause to them; empty where others stand between. */
static struct px_span clause_behind(const struct px_annotation *annotation, const struct px_attribution *it)
{
    enum { JOINS = PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR | PX_CLASS_RELATIVE };
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t first = px_tokens_reaching(tokens, it->cue.items[it->cue.count - 1].end), end = first;
    size_t part = 0;
    while (part < it->content.count && px_tokens_reaching(tokens, it->content.items[part].start) != first)
        part++;
    while (part < it->content.count && end < tokens->count && tokens->items[end].start < it->content.items[part].end &&
           tokens->items[end].kind != PX_TOKEN_PUNCTUATION &&
           (end == first || (annotation->classes[end] & JOINS) == 0 || (annotation->classes[end] & PX_CLASS_THAT) != 0))
        end++;
    return (struct px_span){first, end};
}

void px_voice_pass_on_clause(const struct px_annotation *annotation, uint32_t attribution)
{
    const struct px_attribution *it = &annotation->article->attributions.items[attribution];
    struct px_span clause = it->speech && it->cue.count > 0 ? clause_behind(annotation, it) : (struct px_span){0, 0};
    bool question = clause.start < clause.end && (annotation->classes[clause.start] & PX_CLASS_QUESTION) != 0;
    bool finite = false;
    for (uint32_t t = clause.start; t < clause.end; t++)
        finite = finite || px_parse_is_finite(annotation, t);
    for (uint32_t t = clause.start; (question || (finite && it->asserts)) && t < clause.end; t++) {
        struct px_token *token = &annotation->article->tokens.items[t];
        if (token->attribution == attribution && token->voice == PX_VOICE_INDIRECT)
            token->flags |= PX_TOKEN_PASSED_ON;
    }
}
