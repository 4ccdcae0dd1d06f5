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

void px_voice_open_asides(const struct px_annotation *annotation, uint32_t attribution, struct px_span part)
{
    struct px_tokens *tokens = &annotation->article->tokens;
    const struct px_attribution *it = &annotation->article->attributions.items[attribution];
    if (it->type != PX_ATTRIBUTION_INDIRECT || it->speaker.count == 0 || it->cue.count == 0 ||
        it->speaker.items[0].start > it->cue.items[0].start || it->cue.items[0].start > part.start)
        return;
    uint32_t t = px_tokens_reaching(tokens, part.start), end = t;
    while (end < tokens->count && tokens->items[end].start < part.end)
        end++;
    for (; t < end; t++) {
        for (uint32_t last = end_of_aside(annotation, t, end); t < last; t++) {
            struct px_token *token = &tokens->items[t];
            if (token->attribution != attribution)
                continue;
            token->attribution = PX_NONE;
            token->voice = PX_VOICE_OWN;
            token->flags |= PX_TOKEN_PASSED_ON;
        }
    }
}
