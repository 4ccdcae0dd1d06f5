#include "annotate/loaded_features.h"

#include <math.h>
#include <stdio.h>

#include "text/utf8.h"

enum { NAME_BYTES = 96, LONGEST_WORD = 64, LONGEST_COUNTED = 12, PLACES = 5, PIECE_LEAST = 3, PIECE_MOST = 5 };

static const double least_odds = 1e-4;

struct px_slice px_loaded_part_name(enum px_loaded_part part)
{
    static const struct px_slice names[PX_LOADED_PARTS] = {PX_SLICE_STATIC("sentence"), PX_SLICE_STATIC("words"),
                                                           PX_SLICE_STATIC("verdict")};
    return names[part];
}

/* ln(p / (1 - p)), p held within 1e-4 of 0 and 1. */
static double log_odds(double probability)
{
    double p = fmin(fmax(probability, least_odds), 1 - least_odds);
    return log(p / (1 - p));
}

/* Gives "name=value" with the value 1. */
static void give(const struct px_loaded_sink *sink, const char *name, struct px_slice value)
{
    char text[NAME_BYTES];
    size_t size = strlen(name);
    if (size + 1 + value.size > sizeof text)
        return;
    memcpy(text, name, size);
    text[size] = '=';
    if (value.size > 0)
        memcpy(text + size + 1, value.data, value.size);
    sink->take(sink->to, (struct px_slice){text, size + 1 + value.size}, 1);
}

/* The same of several short pieces as one value. */
static void give_joined(const struct px_loaded_sink *sink, const char *name, const struct px_slice *pieces,
                        size_t count)
{
    char text[16];
    size_t size = 0;
    for (size_t i = 0; i < count && pieces[i].size <= sizeof text - size; i++) {
        memcpy(text + size, pieces[i].data, pieces[i].size);
        size += pieces[i].size;
    }
    give(sink, name, (struct px_slice){text, size});
}

static void give_number(const struct px_loaded_sink *sink, const char *name, long number)
{
    char text[24]; /* filled from its end, not by snprintf: it is done for every word */
    size_t at = sizeof text;
    unsigned long rest = number < 0 ? 0 - (unsigned long)number : (unsigned long)number;
    do
        text[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        text[--at] = '-';
    give(sink, name, (struct px_slice){text + at, sizeof text - at});
}

static void give_value(const struct px_loaded_sink *sink, const char *name, double value)
{
    sink->take(sink->to, px_slice_from(name), value);
}

/* The first `count` code points; false when the text is not longer. */
static bool beginning(struct px_slice text, size_t count, struct px_slice *part)
{
    size_t at = 0;
    for (size_t i = 0; i < count && at < text.size; i++)
        px_utf8_next(text, &at);
    *part = px_slice_part(text, 0, at);
    return at < text.size;
}

static bool ending(struct px_slice text, size_t count, struct px_slice *part)
{
    size_t at = text.size;
    for (size_t i = 0; i < count && at > 0; i++)
        px_utf8_previous(text, &at);
    *part = px_slice_part(text, at, text.size);
    return at > 0;
}

static void give_affixes(struct px_slice fold, const struct px_loaded_sink *sink)
{
    struct px_slice part;
    for (size_t letters = 2; letters <= 4; letters++)
        if (ending(fold, letters, &part))
            give(sink, "suffix", part);
    for (size_t letters = 3; letters <= 5; letters++)
        if (beginning(fold, letters, &part))
            give(sink, "prefix", part);
}

static void give_parts(const struct px_form *form, const struct px_loaded_sink *sink)
{
    struct px_slice rest = form->fold_text;
    struct px_slice piece;
    if (form->part_count < 2)
        return;
    give_value(sink, "hyphen", 1);
    while (px_slice_next(&rest, '-', &piece))
        give(sink, "part", piece);
}

/* The lexicons whose categories tell something of a word. */
static const uint16_t telling[] = {PX_LEXICON_LOADED, PX_LEXICON_CERTAINTY,      PX_LEXICON_FRAMES,
                                   PX_LEXICON_CUES,   PX_LEXICON_PRESUPPOSITION, PX_LEXICON_NAMING,
                                   PX_LEXICON_DEGREE, PX_LEXICON_NEGATION,       PX_LEXICON_SOURCES,
                                   PX_LEXICON_TITLES, PX_LEXICON_ROLES,          PX_LEXICON_DEMONYMS};

static void give_lexicons(struct px_worker *worker, uint32_t form, const struct px_loaded_sink *sink)
{
    const uint32_t *entries;
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(worker->resources, telling[i]);
        size_t count = px_match_form(worker->cache, form, telling[i], &entries);
        for (size_t k = 0; k < count; k++)
            give(sink, "lexicon",
                 telling[i] == PX_LEXICON_NAMING ? lexicon->name : lexicon->entries.items[entries[k]].category);
    }
    size_t count = px_match_form(worker->cache, form, PX_LEXICON_VALENCE, &entries);
    const struct px_lexicon *valence = px_resources_lexicon(worker->resources, PX_LEXICON_VALENCE);
    if (count > 0)
        give_number(sink, "valence", lround(valence->entries.items[entries[0]].weight));
}

static void give_form_to_words(struct px_worker *worker, uint32_t id, const struct px_loaded_sink *sink)
{
    const struct px_form *form = px_vocabulary_form(worker->vocabulary, id);
    size_t letters = px_utf8_count(form->fold_text);
    give(sink, "word", form->fold_text);
    give(sink, "stem", px_vocabulary_stem_text(worker->vocabulary, form->stem));
    give_affixes(form->fold_text, sink);
    give_parts(form, sink);
    give_number(sink, "letters", letters < LONGEST_COUNTED ? (long)letters : LONGEST_COUNTED);
    if (form->stop)
        give_value(sink, "function_word", 1);
    give_lexicons(worker, id, sink);
}

/* Pieces of three to five letters of the word between spaces. */
static void give_pieces(struct px_slice fold, const struct px_loaded_sink *sink)
{
    char text[LONGEST_WORD + 3];
    int size = snprintf(text, sizeof text, "_%.*s_", PX_SLICE_ARG(fold));
    struct px_slice word = {text, (size_t)size};
    for (size_t start = 0; start < word.size;) {
        size_t end = start;
        for (size_t letters = 1; letters <= PIECE_MOST && end < word.size; letters++) {
            px_utf8_next(word, &end);
            if (letters >= PIECE_LEAST)
                give(sink, "piece", px_slice_part(word, start, end));
        }
        px_utf8_next(word, &start);
    }
}

void px_loaded_form(struct px_worker *worker, uint32_t form, enum px_loaded_part part,
                    const struct px_loaded_sink *sink)
{
    const struct px_form *it = px_vocabulary_form(worker->vocabulary, form);
    if (it->fold_text.size > LONGEST_WORD)
        return;
    if (part == PX_LOADED_WORDS) {
        give_form_to_words(worker, form, sink);
        return;
    }
    give(sink, "stem", px_vocabulary_stem_text(worker->vocabulary, it->stem));
    give_pieces(it->fold_text, sink);
}

bool px_loaded_scene_init(struct px_loaded_scene *scene, struct px_worker *worker, const struct px_article *article,
                          struct px_arena *arena)
{
    uint32_t *phrases = px_arena_array(arena, uint32_t, article->tokens.count + 1);
    *scene = (struct px_loaded_scene){worker, article, phrases};
    for (size_t t = 0; phrases != NULL && t < article->tokens.count; t++)
        phrases[t] = PX_NONE;
    for (size_t i = 0; phrases != NULL && i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        bool tells = hit->lexicon == PX_LEXICON_LOADED || hit->lexicon == PX_LEXICON_PRESUPPOSITION ||
                     hit->lexicon == PX_LEXICON_CERTAINTY || hit->lexicon == PX_LEXICON_FRAMES;
        for (uint32_t t = 0; tells && hit->token_count > 1 && t < hit->token_count; t++)
            if (phrases[hit->first_token + t] == PX_NONE)
                phrases[hit->first_token + t] = (uint32_t)i;
    }
    return phrases != NULL;
}

static const struct px_form *form_of(const struct px_loaded_scene *scene, uint32_t token)
{
    return px_vocabulary_form(scene->worker->vocabulary, scene->article->tokens.items[token].form);
}

/* "Aa", "AA", "a", "0", "<" outside the sentence. */
static struct px_slice shape_of(const struct px_loaded_scene *scene, const struct px_sentence *sentence, uint32_t token)
{
    static const struct px_slice shapes[] = {PX_SLICE_STATIC("a"), PX_SLICE_STATIC("Aa"), PX_SLICE_STATIC("AA"),
                                             PX_SLICE_STATIC("aA"), PX_SLICE_STATIC("0")};
    bool inside = token >= sentence->first_token && token < sentence->first_token + sentence->token_count;
    return inside ? shapes[form_of(scene, token)->shape] : PX_SLICE("<");
}

/* The mark beside the word, or "-". */
static struct px_slice mark_at(const struct px_loaded_scene *scene, const struct px_sentence *sentence, uint32_t token)
{
    bool inside = token >= sentence->first_token && token < sentence->first_token + sentence->token_count;
    if (!inside)
        return PX_SLICE("<");
    return scene->article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION ? form_of(scene, token)->fold_text
                                                                            : PX_SLICE("-");
}

static void give_surroundings(const struct px_loaded_scene *scene, const struct px_sentence *sentence, uint32_t token,
                              const struct px_loaded_sink *sink)
{
    struct px_slice before = shape_of(scene, sentence, token - 1), shape = shape_of(scene, sentence, token);
    struct px_slice behind = shape_of(scene, sentence, token + 1), space = PX_SLICE(" ");
    bool first = token == sentence->first_token;
    give_joined(sink, "shape", (const struct px_slice[]){shape, first ? PX_SLICE("^") : PX_SLICE("")}, 2);
    give_joined(sink, "shapes", (const struct px_slice[]){before, space, shape, space, behind}, 5);
    give(sink, "mark_before", mark_at(scene, sentence, token - 1));
    give(sink, "mark_after", mark_at(scene, sentence, token + 1));
}

void px_loaded_place(const struct px_loaded_scene *scene, uint32_t sentence, uint32_t token,
                     const struct px_loaded_sink *sink)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    const struct px_token *t = &scene->article->tokens.items[token];
    static const char *const voices[] = {"own", "direct", "indirect", "scare"};
    give_value(sink, "bias", 1);
    give_surroundings(scene, s, token, sink);
    give_number(sink, "fifth", (long)((token - s->first_token) * PLACES / s->token_count));
    give_number(sink, "sentence_length", s->words / 8 < 7 ? s->words / 8 : 7);
    give(sink, "voice", px_slice_from(voices[t->voice]));
    uint32_t phrase = scene->phrases[token];
    if (phrase != PX_NONE)
        give(sink, "phrase",
             px_resources_entry(scene->worker->resources, &scene->article->hits.items[phrase])->category);
}

/* What is counted over a sentence. */
struct counts {
    double words, letters, capitals, hyphens, numbers, up, down, quoted, marks, exclamations, questions, dashes;
};

static void count_word(const struct px_loaded_scene *scene, const struct px_token *token, struct counts *c)
{
    const struct px_form *form = px_vocabulary_form(scene->worker->vocabulary, token->form);
    const uint32_t *entries;
    c->words++;
    c->letters += (double)form->fold_text.size;
    c->capitals += form->shape != PX_SHAPE_LOWER;
    c->hyphens += form->part_count > 1;
    c->quoted += token->voice == PX_VOICE_DIRECT || token->voice == PX_VOICE_SCARE;
    if (px_match_form(scene->worker->cache, token->form, PX_LEXICON_VALENCE, &entries) > 0) {
        double weight =
            px_resources_lexicon(scene->worker->resources, PX_LEXICON_VALENCE)->entries.items[entries[0]].weight;
        c->up += fmax(0, weight);
        c->down += fmax(0, -weight);
    }
}

static void count_mark(const struct px_form *form, struct counts *c)
{
    size_t at = 0;
    uint32_t mark = px_utf8_next(form->text, &at);
    c->marks += mark == '"' || mark == 0x201C || mark == 0x201D;
    c->exclamations += mark == '!';
    c->questions += mark == '?';
    c->dashes += mark == 0x2014 || px_slice_is(form->text, "--");
}

static struct counts count_sentence(const struct px_loaded_scene *scene, const struct px_sentence *sentence)
{
    struct counts c = {0};
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_token *token = &scene->article->tokens.items[t];
        if (px_token_is_full_word(token))
            count_word(scene, token, &c);
        else if (token->kind == PX_TOKEN_PUNCTUATION)
            count_mark(form_of(scene, t), &c);
        c.numbers += token->kind == PX_TOKEN_NUMBER;
    }
    return c;
}

/* Figures are brought to a common size, about one standard deviation of news sentences to .15, so that one penalty fits
 * all. */
void px_loaded_figures(const struct px_loaded_scene *scene, uint32_t sentence, const struct px_loaded_sink *sink)
{
    struct counts c = count_sentence(scene, &scene->article->sentences.items[sentence]);
    double words = fmax(1, c.words);
    give_value(sink, "bias", 1);
    give_value(sink, "log_words", .3 * log(words));
    give_value(sink, "word_length", .2 * c.letters / words);
    give_value(sink, "capitals", c.capitals / words);
    give_value(sink, "hyphens", .2 * c.hyphens);
    give_value(sink, "numbers", .1 * log1p(c.numbers));
    give_value(sink, "valence_up", .1 * log1p(c.up));
    give_value(sink, "valence_down", .1 * log1p(c.down));
    give_value(sink, "quoted", .5 * c.quoted / words);
    give_value(sink, "quotation_marks", .15 * log1p(c.marks));
    give_value(sink, "exclamations", .4 * fmin(2, c.exclamations));
    give_value(sink, "questions", .4 * fmin(2, c.questions));
    give_value(sink, "dashes", .3 * fmin(2, c.dashes));
}

void px_loaded_summary(double sentence, const double *words, size_t count, const struct px_loaded_sink *sink)
{
    double top[3] = {0, 0, 0};
    double sum = 0, none = 1, likely = 0, possible = 0;
    for (size_t i = 0; i < count; i++) {
        double p = words[i];
        sum += p;
        none *= 1 - p;
        likely += p > .2;
        possible += p > .08;
        for (size_t k = 0; k < 3; k++)
            if (p > top[k]) {
                double lower = top[k];
                top[k] = p;
                p = lower;
            }
    }
    give_value(sink, "bias", 1);
    give_value(sink, "sentence", .5 * sentence);
    give_value(sink, "first", .25 * log_odds(top[0]));
    give_value(sink, "second", .25 * log_odds(top[1]));
    give_value(sink, "third", .25 * log_odds(top[2]));
    give_value(sink, "sum", log1p(sum));
    give_value(sink, "some", 1 - none);
    give_value(sink, "likely", .3 * likely);
    give_value(sink, "possible", .5 * log1p(possible));
    give_value(sink, "mean", count == 0 ? 0 : 5 * sum / (double)count);
}
