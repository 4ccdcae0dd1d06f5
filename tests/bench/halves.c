/* halves split KIND SEED [WORDS LIST]: of each article of `analyze` on standard input two, for `batch --by event`, that
 * differ by chance alone. KIND says how sentences are dealt: pairs (of every two one goes here and one there, by lot),
 * turns (one here, one there), lots (half of them here, by lot) or paragraphs (half of these, by lot). With WORDS, so many
 * words of each second half, outside of sentences with quotation marks, become words of LIST (a file, one a line), by lot.
 *
 * halves count [FIGURE]: of `batch` on standard input how many comparisons say that something differs (anything at all, by
 * verdict or by q <= .05, with its 95 % interval; then findings, figures of the whole articles, names, stance, terms), how
 * the p values lie, and how often FIGURE (loaded.own) differs. */
#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "statistics/random.h"
#include "statistics/rate.h"

enum { LINE = 1 << 24, MOST_WORDS = 4096, LONGEST = 64 };

enum kind { PAIRS, TURNS, LOTS, PARAGRAPHS, KINDS };

struct split {
    struct px_random *random;
    enum kind kind;
    char *words[MOST_WORDS];
    uint32_t word_count;
    long wanted;
};

/* The byte at which the code point stands; both only go forward. */
struct place {
    const char *at;
    long point;
};

static const char *move_to(struct place *place, long point)
{
    while (place->point < point && *place->at != '\0') {
        place->at++;
        while (((unsigned char)*place->at & 0xC0) == 0x80)
            place->at++;
        place->point++;
    }
    return place->at;
}

static long number_of(struct json_object *object, const char *key)
{
    return (long)json_object_get_int64(json_object_object_get(object, key));
}

static const char *text_of(struct json_object *object, const char *key)
{
    const char *text = json_object_get_string(json_object_object_get(object, key));
    return text == NULL ? "" : text;
}

/* Appends a sentence to a half; a new paragraph stands behind a blank line. */
static void append(char *half, const char *sentence, size_t size, bool new_paragraph)
{
    size_t length = strlen(half);
    if (length > 0)
        length += (size_t)sprintf(half + length, "%s", new_paragraph ? "\n\n" : " ");
    memcpy(half + length, sentence, size);
    half[length + size] = '\0';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_quoted(const char *sentence, size_t size)
{
    return memchr(sentence, '"', size) != NULL || memmem(sentence, size, "“", 3) != NULL ||
           memmem(sentence, size, "”", 3) != NULL || memmem(sentence, size, "‘", 3) != NULL;
}

/* Words of small letters that may become others: their starts. */
static size_t list_places(char *text, char **places, size_t most)
{
    size_t count = 0;
    for (char *line = text, *end; *line != '\0'; line = end) {
        end = line + strcspn(line, ".?!\n");
        end += strspn(end, ".?!\n ");
        for (char *at = line; !is_quoted(line, (size_t)(end - line)) && at < end; at++) {
            size_t size = 0;
            while (is_small(at[size]))
                size++;
            if (size > 3 && at > text && at[-1] == ' ' && (at[size] == ' ' || at[size] == '.') && count < most)
                places[count++] = at;
            at += size;
        }
    }
    return count;
}

/* Puts words of the list in place of others, each at a place of its own. */
static void load(struct split *split, char *text, size_t room)
{
    static char *places[100000];
    for (long i = 0; i < split->wanted; i++) {
        size_t count = list_places(text, places, sizeof places / sizeof *places);
        if (count == 0)
            return;
        char *place = places[px_random_below(split->random, (uint32_t)count)];
        const char *word = split->words[px_random_below(split->random, split->word_count)];
        size_t old = strspn(place, "abcdefghijklmnopqrstuvwxyz");
        if (strlen(text) + strlen(word) + 1 > room)
            return;
        memmove(place + strlen(word), place + old, strlen(place + old) + 1);
        memcpy(place, word, strlen(word));
    }
}

static void write_half(const char *id, const char *seed, char letter, const char *text)
{
    struct json_object *record = json_object_new_object();
    char event[512];
    char name[520];
    snprintf(event, sizeof event, "%.400s.%s", id, seed);
    snprintf(name, sizeof name, "%s.%c", event, letter);
    json_object_object_add(record, "id", json_object_new_string(name));
    json_object_object_add(record, "event", json_object_new_string(event));
    json_object_object_add(record, "text", json_object_new_string(text));
    puts(json_object_to_json_string_ext(record, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(record);
}

/* The side of every sentence, 0 or 1; NULL when memory is out. */
static uint32_t *deal(struct split *split, struct json_object *sentences, size_t count)
{
    uint32_t *sides = calloc(count + 1, sizeof *sides);
    size_t units = 0, first = 0;
    long block = -1;
    for (size_t i = 0; sides != NULL && i < count; i++) {
        long here = number_of(json_object_array_get_idx(sentences, i), "block");
        units += split->kind != PARAGRAPHS || i == 0 || here != block;
        block = here;
        sides[i] = split->kind == TURNS                 ? (uint32_t)(i % 2)
                   : split->kind == PAIRS && i % 2 == 0 ? px_random_below(split->random, 2)
                   : split->kind == PAIRS               ? 1 - sides[i - 1]
                                                        : (uint32_t)units - 1;
    }
    if (sides == NULL || split->kind < LOTS)
        return sides;
    /* Half of the units here: each by lot, as likely as there is room. */
    uint32_t *of = calloc(units + 1, sizeof *of);
    for (size_t u = 0; of != NULL && u < units; u++) {
        of[u] = px_random_below(split->random, (uint32_t)(units - u)) >= units / 2 - first;
        first += of[u] == 0;
    }
    for (size_t i = 0; of != NULL && i < count; i++)
        sides[i] = of[sides[i]];
    if (of == NULL) {
        free(sides);
        sides = NULL;
    }
    free(of);
    return sides;
}

static bool split_article(struct split *split, struct json_object *article, const char *seed)
{
    struct json_object *sentences = json_object_object_get(article, "sentences");
    size_t count = sentences == NULL ? 0 : json_object_array_length(sentences);
    struct place place = {text_of(article, "text"), 0};
    size_t room = 2 * strlen(place.at) + LONGEST * (size_t)split->wanted + 1024;
    char *halves[2] = {calloc(room, 1), calloc(room, 1)};
    uint32_t *sides = deal(split, sentences, count);
    long blocks[2] = {-1, -1};
    bool ready = halves[0] != NULL && halves[1] != NULL && sides != NULL;
    for (size_t i = 0; ready && i < count; i++) {
        struct json_object *sentence = json_object_array_get_idx(sentences, i);
        const char *start = move_to(&place, number_of(sentence, "start"));
        const char *end = move_to(&place, number_of(sentence, "end"));
        append(halves[sides[i]], start, (size_t)(end - start), blocks[sides[i]] != number_of(sentence, "block"));
        blocks[sides[i]] = number_of(sentence, "block");
    }
    if (ready && halves[0][0] != '\0' && halves[1][0] != '\0') {
        load(split, halves[1], room);
        write_half(text_of(article, "id"), seed, 'a', halves[0]);
        write_half(text_of(article, "id"), seed, 'b', halves[1]);
    }
    free(sides);
    free(halves[0]);
    free(halves[1]);
    return ready;
}

static bool read_words(struct split *split, const char *path)
{
    static char text[1 << 20];
    FILE *file = fopen(path, "r");
    size_t size = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    if (file != NULL)
        fclose(file);
    text[size] = '\0';
    for (char *word = strtok(text, "\n"); word != NULL && split->word_count < MOST_WORDS; word = strtok(NULL, "\n"))
        if (strlen(word) < LONGEST)
            split->words[split->word_count++] = word;
    return split->word_count > 0;
}

/* How many comparisons, and in how many something differs. */
struct tally {
    const char *figure;
    long pairs, failed, any, findings, indicators, referents, stance, terms, figure_differs;
    long tested, below[5];
};

static bool differs(struct json_object *item)
{
    return strcmp(text_of(item, "verdict"), "differs") == 0;
}

static bool any_differs(struct json_object *comparison, const char *list)
{
    struct json_object *items = json_object_object_get(comparison, list);
    for (size_t i = 0; items != NULL && i < json_object_array_length(items); i++)
        if (differs(json_object_array_get_idx(items, i)))
            return true;
    return false;
}

static bool is_alarm(struct json_object *q)
{
    return q != NULL && json_object_get_double(q) <= .05;
}

/* Is any q of the list an alarm? Those of figures stand in their difference. */
static bool any_q(struct json_object *comparison, const char *list)
{
    struct json_object *items = json_object_object_get(comparison, list);
    for (size_t i = 0; items != NULL && i < json_object_array_length(items); i++) {
        struct json_object *item = json_object_array_get_idx(items, i);
        if (is_alarm(json_object_object_get(item, "q")) ||
            is_alarm(json_object_object_get(json_object_object_get(item, "difference"), "q")))
            return true;
    }
    return false;
}

static void count_p(struct tally *tally, struct json_object *indicator)
{
    static const double levels[] = {.01, .05, .1, .5, .9};
    struct json_object *difference = json_object_object_get(indicator, "difference");
    struct json_object *p = json_object_object_get(difference, "p");
    if (p == NULL || json_object_object_get(difference, "q") == NULL)
        return; /* not of the family: too seldom */
    tally->tested++;
    for (size_t i = 0; i < 5; i++)
        tally->below[i] += json_object_get_double(p) <= levels[i];
}

static void count_comparison(struct tally *tally, struct json_object *comparison)
{
    struct json_object *indicators = json_object_object_get(comparison, "indicators");
    if (indicators == NULL) {
        tally->failed++;
        return;
    }
    bool figure = false, whole = false;
    for (size_t i = 0; i < json_object_array_length(indicators); i++) {
        struct json_object *indicator = json_object_array_get_idx(indicators, i);
        bool of_all = json_object_object_get(indicator, "topic") == NULL;
        count_p(tally, indicator);
        whole = whole || (of_all && differs(indicator));
        figure = figure || (of_all && differs(indicator) && strcmp(text_of(indicator, "name"), tally->figure) == 0);
    }
    bool finding = any_differs(comparison, "findings");
    bool name = any_differs(comparison, "referents");
    bool stance = any_differs(comparison, "stance");
    bool term = any_q(comparison, "terms");
    tally->pairs++;
    tally->any += finding || name || stance || term || any_differs(comparison, "indicators") ||
                  any_q(comparison, "indicators") || any_q(comparison, "referents");
    tally->findings += finding;
    tally->indicators += whole;
    tally->referents += name;
    tally->stance += stance;
    tally->terms += term;
    tally->figure_differs += figure;
}

static int report(const struct tally *tally)
{
    double pairs = tally->pairs > 0 ? (double)tally->pairs : 1;
    double tested = tally->tested > 0 ? (double)tally->tested : 1;
    struct px_estimate any = px_rate_wilson((double)tally->any, pairs);
    printf("%ld comparisons, %ld failed\nany %.4f (%.4f to %.4f)\n", tally->pairs, tally->failed, any.value, any.low,
           any.high);
    printf("findings %.4f  figures %.4f  names %.4f  stance %.4f  terms %.4f  %s %.4f\n",
           (double)tally->findings / pairs, (double)tally->indicators / pairs, (double)tally->referents / pairs,
           (double)tally->stance / pairs, (double)tally->terms / pairs, tally->figure,
           (double)tally->figure_differs / pairs);
    printf("p of %ld figures: <= .01 %.3f  <= .05 %.3f  <= .1 %.3f  <= .5 %.3f  <= .9 %.3f\n", tally->tested,
           (double)tally->below[0] / tested, (double)tally->below[1] / tested, (double)tally->below[2] / tested,
           (double)tally->below[3] / tested, (double)tally->below[4] / tested);
    return tally->pairs == 0;
}

static enum kind kind_of(const char *name)
{
    static const char *const NAMES[] = {"pairs", "turns", "lots", "paragraphs"};
    size_t kind = 0;
    while (kind < KINDS && strcmp(name, NAMES[kind]) != 0)
        kind++;
    return (enum kind)kind;
}

/* False when an article could not be split. */
static bool read_records(struct split *split, bool splitting, const char *seed, struct tally *tally, char *line)
{
    bool fine = true;
    while (fine && fgets(line, LINE, stdin) != NULL) {
        struct json_object *record = json_tokener_parse(line);
        if (splitting && record != NULL)
            fine = split_article(split, record, seed);
        if (!splitting && record != NULL)
            count_comparison(tally, record);
        json_object_put(record);
    }
    return fine;
}

int main(int count, char **arguments)
{
    bool splitting = count >= 4 && strcmp(arguments[1], "split") == 0;
    struct split split = {.wanted = count == 6 ? strtol(arguments[4], NULL, 10) : 0};
    struct tally tally = {.figure = count >= 3 ? arguments[2] : "loaded.own"};
    char *line = malloc(LINE);
    bool fine =
        line != NULL && (!splitting || px_random_new(strtoull(arguments[3], NULL, 10), &split.random, NULL) == PX_OK);
    if (fine && splitting) {
        split.kind = kind_of(arguments[2]);
        fine = split.kind != KINDS && (split.wanted <= 0 || read_words(&split, arguments[5]));
        if (!fine)
            fprintf(stderr, "halves: no such kind, or no words\n");
    }
    fine = fine && read_records(&split, splitting, splitting ? arguments[3] : NULL, &tally, line);
    free(line);
    px_random_free(split.random);
    if (!fine)
        return 1;
    return splitting ? 0 : report(&tally);
}
