/* Loaded wording in the outlet's own voice, against the sentences of corpus/loaded.gold.ndjson. */
#include <stdio.h>
#include <stdlib.h>

#include "measures.h"
#include "text/utf8.h"

/* What the annotation says of the bytes of the article's text. */
enum { NOT_JUDGED, PLAIN, LOADED };

struct judged {
    uint8_t *bytes;
    bool *loaded; /* by sentence of the program, beside `known` */
    bool *known;
};

/* The bytes of the first `count` code points. */
static uint32_t bytes_of(struct px_slice text, int count)
{
    size_t at = 0;
    while (count-- > 0 && at < text.size)
        px_utf8_next(text, &at);
    return (uint32_t)at;
}

static void mark_sentence(struct reading *reading, struct json_object *record, struct px_span place,
                          struct judged *judged)
{
    struct px_slice text = px_slice_span(reading->article.text, place);
    struct json_object *spans = gold_list(record, "spans");
    memset(judged->bytes + place.start, PLAIN, place.end - place.start);
    for (size_t i = 0; i < json_object_array_length(spans); i++) {
        struct json_object *span = json_object_array_get_idx(spans, i);
        uint32_t start = bytes_of(text, json_object_get_int(json_object_array_get_idx(span, 0)));
        uint32_t end = bytes_of(text, json_object_get_int(json_object_array_get_idx(span, 1)));
        memset(judged->bytes + place.start + start, LOADED, end - start);
    }
    for (size_t i = 0; i < reading->article.sentences.count; i++)
        if (reading->article.sentences.items[i].start == place.start) {
            judged->known[i] = true;
            judged->loaded[i] = json_object_array_length(spans) > 0;
        }
}

/* "review-3.2" stands in block 3. Sentences of blocks that the text lacks are passed over. */
static void read_record(struct reading *reading, const char *line, struct judged *judged)
{
    struct json_object *record = json_tokener_parse(line);
    const char *id = gold_text(record, "id"), *text = gold_text(record, "text"), *outlet = gold_text(record, "outlet");
    if (id == NULL || text == NULL || outlet == NULL || strchr(id, '-') == NULL) {
        fprintf(stderr, "loaded.gold.ndjson: not a sentence: %s\n", line);
        exit(2);
    }
    uint32_t block = (uint32_t)strtoul(strchr(id, '-') + 1, NULL, 10);
    if (strcmp(outlet, gold_text(reading->gold.file, "outlet")) == 0 && block < reading->gold.blocks.count) {
        struct px_span place = gold_place(&reading->gold, &reading->article, block, text);
        struct px_span whole = reading->gold.blocks.items[block];
        if (place.end > 0)
            mark_sentence(reading, record, place, judged);
        else if (whole.end > whole.start)
            printf("  not in its block: %s\n", text);
    }
    json_object_put(record);
}

static struct judged read_sentences(struct reading *reading)
{
    struct gold *gold = &reading->gold;
    struct judged judged = {gold_array(gold, reading->article.text.size, 1),
                            gold_array(gold, reading->article.sentences.count, sizeof *judged.loaded),
                            gold_array(gold, reading->article.sentences.count, sizeof *judged.known)};
    const char *path = beside(reading, "../loaded.gold.ndjson");
    FILE *file = fopen(path, "r");
    char line[8192];
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, file) != NULL)
        read_record(reading, line, &judged);
    fclose(file);
    return judged;
}

/* Does the report show the match as loaded wording of the outlet's own? */
static bool is_shown(const struct px_match *match)
{
    return match->voice == PX_VOICE_OWN && match->marked && px_match_is_loaded(match) &&
           (!match->by_model || px_match_is_proposal(match));
}

static void measure_words(struct reading *reading, const struct judged *judged, struct scores *scores)
{
    const struct px_article *article = &reading->article;
    bool *ours = gold_array(&reading->gold, article->text.size, sizeof *ours);
    double right = 0, found = 0, expected = 0;
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        for (uint32_t at = match->start; is_shown(match) && at < match->end; at++)
            ours[at] = true;
    }
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        uint8_t theirs = judged->bytes[token->start];
        if (token->kind != PX_TOKEN_WORD || theirs == NOT_JUDGED)
            continue;
        found += ours[token->start];
        expected += theirs == LOADED;
        right += ours[token->start] && theirs == LOADED;
        if (ours[token->start] != (theirs == LOADED))
            printf("  loaded word %s: %.*s\n", ours[token->start] ? "too much" : "missed",
                   PX_SLICE_ARG(px_slice_part(article->text, token->start, token->end)));
    }
    score_f1(scores, "loaded.words", right, found, expected);
}

void measure_loaded(struct reading *reading, struct scores *scores)
{
    struct judged judged = read_sentences(reading);
    double right = 0, found = 0, expected = 0;
    size_t plain = 0, left = 0;
    for (size_t i = 0; i < reading->article.sentences.count; i++) {
        bool flagged = reading->article.sentences.items[i].loaded;
        if (!judged.known[i])
            continue;
        found += flagged;
        expected += judged.loaded[i];
        right += flagged && judged.loaded[i];
        plain += !judged.loaded[i];
        left += !judged.loaded[i] && !flagged;
    }
    measure_words(reading, &judged, scores);
    score_f1(scores, "loaded.sentences", right, found, expected);
    score_share(scores, "loaded.plain_left_alone", left, plain);
}
