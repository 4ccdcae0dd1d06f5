/* Sentences that are somebody's whole: by whoever is put in with a word of speech, and by the source they begin with. */
#include "reading/grammar.h"
#include "reading/parse.h"
#include "sourcing/voice_behind.h"

/* "Progressivism, *he told the Conference*, is a cancer", "…, *the Courier is reporting*.": somebody with a word of
 * speech, and to whom, between commas or at the end. The tokens between them; empty when it is none. */
static struct px_span find_aside(const struct px_annotation *annotation, uint32_t cue)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[cue].sentence];
    uint32_t stop = sentence->first_token + sentence->token_count, verb = cue;
    while (verb > sentence->first_token && (annotation->classes[verb - 1] & PX_CLASS_AUXILIARY) != 0)
        verb--; /* "the Courier *is* reporting" */
    uint32_t mention = verb > sentence->first_token ? annotation->mentions[verb - 1] : PX_NONE;
    uint32_t start = mention == PX_NONE ? 0 : article->mentions.items[mention].first_token;
    start -= start > sentence->first_token && (annotation->classes[start - 1] & PX_CLASS_ARTICLE) != 0;
    uint32_t end = cue + 1;
    while (end < stop && end <= cue + PX_VOICE_REACH && !px_voice_is_comma(annotation, end) &&
           (annotation->mentions[end] != PX_NONE ||
            (annotation->classes[end] & (PX_CLASS_DETERMINER | PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_TIME)) !=
                0))
        end++;
    bool behind = start > sentence->first_token + 1 && px_voice_is_comma(annotation, start - 1);
    bool ends = end + 1 == stop && article->tokens.items[end].kind == PX_TOKEN_PUNCTUATION;
    bool aside =
        end + 1 < stop && px_voice_is_comma(annotation, end) && article->tokens.items[end + 1].voice != PX_VOICE_DIRECT;
    return behind && (ends || aside) ? (struct px_span){start, end} : (struct px_span){0, 0};
}

void px_voice_lay_aside(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_article *article = annotation->article;
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[hit->first_token].sentence];
    bool goes_on = hit->first_token > sentence->first_token &&
                   (annotation->classes[hit->first_token - 1] & PX_CLASS_BE) != 0; /* else "reporting" may be a noun */
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    struct px_slice tag =
        tree == NULL ? PX_SLICE("VB")
                     : px_syntax_xpos(tree->syntax, tree->words[px_parse_word(annotation, hit->first_token)].tag);
    bool verb = hit->token_count == 1 && px_slice_is(entry->category, "cue.verb") &&
                px_slice_starts(tag, PX_SLICE("VB")) &&
                entry->weight >= (goes_on ? PX_VOICE_MAY_REPORT : PX_VOICE_LEAST_SPEECH);
    struct px_span aside = verb ? find_aside(annotation, hit->first_token) : (struct px_span){0, 0};
    uint32_t stop = sentence->first_token + sentence->token_count;
    if (aside.end > 0 && px_parse_adds_noun(annotation, aside.end + 1, stop))
        stop = aside.end;
    for (uint32_t t = sentence->first_token; aside.end > 0 && t < stop; t++)
        if ((t < aside.start || t >= aside.end) && article->tokens.items[t].voice == PX_VOICE_OWN)
            article->tokens.items[t].voice = PX_VOICE_INDIRECT;
}

void px_voice_lay_source(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_article *article = annotation->article;
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[hit->first_token].sentence];
    uint32_t stop = sentence->first_token + sentence->token_count, t = hit->first_token + hit->token_count;
    if (hit->first_token != sentence->first_token || !px_slice_is(entry->category, "cue.preposition") ||
        entry->weight < PX_VOICE_LEAST_SPEECH)
        return;
    while (t < stop && t <= hit->first_token + PX_VOICE_REACH && !px_voice_is_comma(annotation, t))
        t++;
    for (bool found = t < stop && px_voice_is_comma(annotation, t); found && t < stop; t++)
        if (article->tokens.items[t].voice == PX_VOICE_OWN)
            article->tokens.items[t].voice = PX_VOICE_INDIRECT;
}
