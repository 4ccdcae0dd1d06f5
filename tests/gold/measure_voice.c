/* Whose words each word is, and which quotation marks quote nobody. */
#include <stdio.h>

#include "measures.h"

/* Marks the bytes of a content: quoted parts as direct, the rest as indirect where nothing is quoted. All of a direct
 * quotation is direct, its marks or not: its further paragraphs open without a mark that closes. */
static void mark_content(const struct px_article *article, const struct gold_attribution *attribution, uint8_t *voices)
{
    bool direct = strcmp(attribution->type, "direct") == 0;
    for (size_t i = 0; i < attribution->content.count; i++) {
        struct px_span piece = attribution->content.items[i];
        bool quoted = direct;
        for (uint32_t at = piece.start; at < piece.end; at++) {
            struct px_slice rest = px_slice_part(article->text, at, piece.end);
            if (!direct && (px_slice_starts(rest, PX_SLICE("\"")) || px_slice_starts(rest, PX_SLICE("“")) ||
                            px_slice_starts(rest, PX_SLICE("”"))))
                quoted = !quoted;
            if (quoted)
                voices[at] = PX_VOICE_DIRECT;
            else if (voices[at] == PX_VOICE_OWN)
                voices[at] = PX_VOICE_INDIRECT;
        }
    }
}

static uint8_t *mark_voices(struct reading *reading)
{
    struct gold *gold = &reading->gold;
    uint8_t *voices = gold_array(gold, reading->article.text.size, 1);
    for (size_t i = 0; i < gold->attributions.count; i++)
        mark_content(&reading->article, &gold->attributions.items[i], voices);
    for (size_t i = 0; i < gold->scares.count; i++)
        for (uint32_t at = gold->scares.items[i].start; at < gold->scares.items[i].end; at++)
            voices[at] = PX_VOICE_SCARE;
    return voices;
}

static void measure_words(struct reading *reading, struct scores *scores)
{
    const uint8_t *voices = mark_voices(reading);
    double right[4] = {0}, ours[4] = {0}, theirs[4] = {0};
    size_t same = 0, words = 0;
    for (size_t t = 0; t < reading->article.tokens.count; t++) {
        const struct px_token *token = &reading->article.tokens.items[t];
        uint8_t voice = voices[token->start];
        if (token->kind != PX_TOKEN_WORD)
            continue;
        words++;
        same += voice == token->voice;
        right[voice] += voice == token->voice;
        ours[token->voice]++;
        theirs[voice]++;
    }
    score_share(scores, "voice.words", same, words);
    score_f1(scores, "voice.direct", right[PX_VOICE_DIRECT], ours[PX_VOICE_DIRECT], theirs[PX_VOICE_DIRECT]);
    score_f1(scores, "voice.indirect", right[PX_VOICE_INDIRECT], ours[PX_VOICE_INDIRECT], theirs[PX_VOICE_INDIRECT]);
}

static bool is_scare(const struct gold *gold, struct px_span span)
{
    for (size_t i = 0; i < gold->scares.count; i++)
        if (gold_span_likeness(gold->scares.items[i], span) >= 0.5)
            return true;
    return false;
}

static void measure_scares(struct reading *reading, struct scores *scores)
{
    const struct px_article *article = &reading->article;
    size_t found = 0, same = 0;
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        bool ours = quotation->kind == PX_QUOTATION_SCARE;
        bool theirs = is_scare(&reading->gold, quotation->span);
        same += ours == theirs;
        found += ours && theirs;
        if (ours != theirs)
            printf("  %s: %.*s\n", ours ? "scare quotes, ours alone" : "scare quotes missed",
                   PX_SLICE_ARG(px_slice_span(article->text, quotation->span)));
    }
    if (reading->gold.scares.count > 0)
        score_share(scores, "scare.found", found, reading->gold.scares.count);
    score_share(scores, "scare.told_apart", same, article->quotations.count);
}

void measure_voice(struct reading *reading, struct scores *scores)
{
    measure_words(reading, scores);
    measure_scares(reading, scores);
}
