#include "annotate/stance_features.h"

#include <math.h>
#include <stdio.h>

#include "reading/grammar.h"
#include "reading/parse.h"

enum { REACH = 40, NEAR = 3, FAR = 8 };

/* Sizes that let one penalty fit all: the words of a sentence are many, figures are few. */
static const double word_size = .7, figure_size = 3;

static const struct px_slice kind_names[PX_STANCE_KINDS] = {
    [PX_STANCE_BIAS] = PX_SLICE_STATIC("bias"),
    [PX_STANCE_BAG] = PX_SLICE_STATIC("bag"),
    [PX_STANCE_SIDE] = PX_SLICE_STATIC("side"),
    [PX_STANCE_NEAR] = PX_SLICE_STATIC("near"),
    [PX_STANCE_PAIR] = PX_SLICE_STATIC("pair"),
    [PX_STANCE_BESIDE] = PX_SLICE_STATIC("beside"),
    [PX_STANCE_OWN] = PX_SLICE_STATIC("own"),
    [PX_STANCE_VALENCE] = PX_SLICE_STATIC("valence"),
    [PX_STANCE_PULL] = PX_SLICE_STATIC("pull"),
    [PX_STANCE_RULE] = PX_SLICE_STATIC("rule"),
    [PX_STANCE_TONE] = PX_SLICE_STATIC("tone"),
    [PX_STANCE_LOADED] = PX_SLICE_STATIC("loaded"),
    [PX_STANCE_ROLE] = PX_SLICE_STATIC("role"),
    [PX_STANCE_GOVERNOR] = PX_SLICE_STATIC("governor"),
    [PX_STANCE_GOVERNED] = PX_SLICE_STATIC("governed"),
    [PX_STANCE_CONNOTATION] = PX_SLICE_STATIC("connotation"),
    [PX_STANCE_DEPENDENT] = PX_SLICE_STATIC("dependent"),
    [PX_STANCE_JUDGED] = PX_SLICE_STATIC("judged"),
    [PX_STANCE_BELOW] = PX_SLICE_STATIC("below"),
    [PX_STANCE_BELOW_SIGN] = PX_SLICE_STATIC("below_sign"),
    [PX_STANCE_PATH] = PX_SLICE_STATIC("path"),
    [PX_STANCE_VOICE] = PX_SLICE_STATIC("voice"),
    [PX_STANCE_SPEAKER] = PX_SLICE_STATIC("speaker"),
    [PX_STANCE_SAID] = PX_SLICE_STATIC("said"),
    [PX_STANCE_SENTENCE] = PX_SLICE_STATIC("sentence"),
};

static const struct px_stance_text none;

struct px_slice px_stance_kind_name(enum px_stance_kind kind)
{
    return kind_names[kind];
}

/* Does the name begin with the kind's, and end there or go on with a code or a word? */
static bool is_of_kind(struct px_slice name, uint8_t kind)
{
    struct px_slice begins = kind_names[kind];
    return px_slice_starts(name, begins) &&
           (name.size == begins.size || name.data[begins.size] == '.' || name.data[begins.size] == '=');
}

bool px_stance_feature_parse(struct px_slice name, struct px_stance_feature *feature)
{
    uint8_t kind = feature->kind;
    *feature = (struct px_stance_feature){0};
    if (kind >= PX_STANCE_KINDS || !is_of_kind(name, kind))
        for (kind = 0; kind < PX_STANCE_KINDS && !is_of_kind(name, kind);)
            kind++;
    if (kind == PX_STANCE_KINDS)
        return false;
    size_t at = kind_names[kind].size, code = 0;
    feature->kind = kind;
    for (at += at < name.size && name.data[at] == '.'; at < name.size && name.data[at] != '='; at++) {
        if (code == PX_STANCE_CODE)
            return false;
        feature->code[code++] = name.data[at];
    }
    struct px_slice words = px_slice_part(name, at < name.size ? at + 1 : at, name.size), first;
    if (px_slice_next(&words, ' ', &first)) {
        feature->words[0] = px_stance_text(first);
        feature->words[1] = px_stance_text(words);
    }
    return true;
}

struct px_stance_feature px_stance_coded(enum px_stance_kind kind, const char *code, struct px_stance_text a,
                                         struct px_stance_text b)
{
    struct px_stance_feature feature = {.kind = (uint8_t)kind, .words = {a, b}};
    memcpy(feature.code, code, strnlen(code, PX_STANCE_CODE));
    return feature;
}

void px_stance_give(const struct px_stance_sink *sink, struct px_stance_feature feature, double value, uint32_t token)
{
    sink->take(sink->to, &feature, value, token);
}

/* The mention in its sentence. */
struct place {
    const struct px_stance_view *view;
    const struct px_stance_sink *sink;
    const struct px_article *article;
    uint32_t first, end;  /* the mention */
    uint32_t from, to;    /* the sentence, as far as it is looked at */
    uint32_t start, stop; /* the whole sentence */
};

static void give(const struct place *place, enum px_stance_kind kind, const char *code, struct px_stance_text word,
                 uint32_t token)
{
    px_stance_give(place->sink, px_stance_coded(kind, code, word, none), 1, token);
}

static uint32_t distance_of(const struct place *place, uint32_t token)
{
    return token >= place->end ? token - place->end + 1 : place->first - token;
}

static bool is_inside(const struct place *place, uint32_t token)
{
    return token >= place->first && token < place->end;
}

static char side_of(const struct place *place, uint32_t token)
{
    return token >= place->end ? 'R' : 'L';
}

static void give_word(const struct place *place, uint32_t t)
{
    const struct px_stance_form *form = place->view->words[t];
    const struct px_stance_form *next = t + 1 < place->to ? place->view->words[t + 1] : NULL;
    char side[3] = {side_of(place, t), place->view->scene->negation[t] < 1 ? '!' : '\0', '\0'};
    if (next != NULL && !is_inside(place, t + 1) && (form->content || next->content))
        px_stance_give(place->sink, px_stance_coded(PX_STANCE_PAIR, "", form->stem, next->stem), word_size, t);
    if (!form->content)
        return;
    px_stance_give(place->sink, px_stance_coded(PX_STANCE_BAG, "", form->stem, none), word_size, t);
    px_stance_give(place->sink, px_stance_coded(PX_STANCE_SIDE, side, form->stem, none), word_size, t);
    uint32_t distance = distance_of(place, t);
    if (distance > FAR)
        return;
    char code[3] = {side[0], '8', '\0'};
    give(place, PX_STANCE_NEAR, code, form->stem, t);
    code[1] = '3';
    if (distance <= NEAR)
        give(place, PX_STANCE_NEAR, code, form->stem, t);
}

static struct px_stance_text fold_at(const struct place *place, uint32_t token)
{
    static const struct px_slice edge = PX_SLICE_STATIC("<>");
    bool inside = token >= place->start && token < place->stop;
    return inside ? place->view->words[token]->fold : px_stance_text(edge);
}

static void give_beside(const struct place *place)
{
    struct px_stance_text left = fold_at(place, place->first - 1), left2 = fold_at(place, place->first - 2);
    struct px_stance_text right = fold_at(place, place->end), right2 = fold_at(place, place->end + 1);
    give(place, PX_STANCE_BESIDE, "L", left, PX_NONE);
    give(place, PX_STANCE_BESIDE, "R", right, PX_NONE);
    px_stance_give(place->sink, px_stance_coded(PX_STANCE_BESIDE, "LL", left2, left), 1, PX_NONE);
    px_stance_give(place->sink, px_stance_coded(PX_STANCE_BESIDE, "RR", right, right2), 1, PX_NONE);
    px_stance_give(place->sink, px_stance_coded(PX_STANCE_BESIDE, "LR", left, right), 1, PX_NONE);
}

static void give_own(const struct place *place)
{
    char code[4] = "";
    for (uint32_t t = place->first; t < place->end; t++) {
        give(place, PX_STANCE_OWN, "", place->view->words[t]->stem, t);
        if (place->view->values[t] != 0)
            give(place, PX_STANCE_OWN, place->view->values[t] > 0 ? "+" : "-", none, t);
    }
    const struct px_tree *tree = px_parse_tree(place->view->scene->annotation, place->first);
    uint32_t head = px_parse_head(place->view->scene->annotation, place->first, place->end);
    struct px_stance_text tag = px_stance_text(px_syntax_xpos(tree->syntax, tree->words[head].tag));
    snprintf(code, sizeof code, "t%c", place->end - place->first > 2 ? '3' : (char)('0' + place->end - place->first));
    give(place, PX_STANCE_OWN, code, tag, PX_NONE);
    give(place, PX_STANCE_OWN, place->first == place->start ? "first" : "later", none, PX_NONE);
}

/* 1, 2, 3 to 4, 5 to 8, farther. */
static char distance_letter(uint32_t distance)
{
    return distance <= 2 ? (char)('0' + distance) : distance <= 4 ? '4' : distance <= 8 ? '8' : '9';
}

static char tag_letter(const struct px_stance_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = px_parse_word(scene->annotation, token);
    struct px_slice tag =
        tree == NULL || word == PX_NONE ? (struct px_slice){0} : px_syntax_upos(tree->syntax, tree->words[word].tag);
    bool adverb = px_slice_is(tag, "ADV"), adjective = px_slice_is(tag, "ADJ"), proper = px_slice_is(tag, "PROPN");
    return adverb ? 'R' : adjective ? 'A' : proper ? 'P' : tag.size > 0 ? tag.data[0] : '-';
}

static double figure(double sum)
{
    return figure_size * sum / sqrt(sum * sum + 4);
}

static void give_pulls(const struct place *place, double pulls[2][2])
{
    static const char *const codes[2][2] = {{"L-", "L+"}, {"R-", "R+"}};
    for (size_t side = 0; side < 2; side++)
        for (size_t sign = 0; sign < 2; sign++)
            if (pulls[side][sign] > 0)
                px_stance_give(place->sink, px_stance_coded(PX_STANCE_PULL, codes[side][sign], none, none),
                               figure(pulls[side][sign]), PX_NONE);
}

static void give_valences(const struct place *place)
{
    double pulls[2][2] = {{0, 0}, {0, 0}};
    const struct px_stance_scene *scene = place->view->scene;
    for (uint32_t t = place->from; t < place->to; t++) {
        double value = (double)place->view->values[t];
        if (value == 0 || is_inside(place, t))
            continue;
        bool right = t >= place->end;
        uint32_t distance = distance_of(place, t);
        uint32_t a = right ? place->end : t, b = right ? t : place->first;
        bool barred = scene->bars[b] > scene->bars[a];
        char sign = value > 0 ? '+' : '-';
        char strength = fabs(value) < .6 ? '1' : fabs(value) < 1.2 ? '2' : '3';
        char code[8] = {side_of(place, t), sign, distance_letter(distance), barred ? '|' : 'c', '\0'};
        give(place, PX_STANCE_VALENCE, code, none, t);
        code[4] = tag_letter(scene, t);
        give(place, PX_STANCE_VALENCE, code, none, t);
        char strong[8] = {side_of(place, t), sign, strength, '\0'};
        give(place, PX_STANCE_VALENCE, strong, none, t);
        strong[0] = strength;
        strong[2] = barred ? '|' : 'c';
        strong[3] = code[4];
        give(place, PX_STANCE_VALENCE, strong, none, t);
        pulls[right][value > 0] += fabs(value) / (1 + (double)distance / 3);
    }
    give_pulls(place, pulls);
}

static void give_tones(const struct place *place)
{
    const struct px_stance_scene *scene = place->view->scene;
    for (size_t i = px_stance_evaluations_from(scene, place->from);
         i < scene->evaluations.count && scene->evaluations.items[i].first < place->to; i++) {
        const struct px_evaluation *e = &scene->evaluations.items[i];
        if (e->value != 0 || (e->first < place->end && e->end > place->first))
            continue;
        bool right = e->first >= place->end;
        uint32_t distance = right ? e->first - place->end + 1 : place->first - e->end + 1;
        char code[4] = {right ? 'R' : 'L', (char)('0' + e->tone), distance_letter(distance), '\0'};
        give(place, PX_STANCE_TONE, code, none, e->first);
    }
}

static void give_loaded(const struct place *place)
{
    for (uint32_t t = place->from; t < place->to; t++) {
        uint32_t match = place->view->matches[t];
        if (match == PX_NONE || is_inside(place, t))
            continue;
        char code[3] = {side_of(place, t), distance_of(place, t) <= FAR ? 'n' : 'f', '\0'};
        const struct px_match *it = &place->article->matches.items[match];
        give(place, PX_STANCE_LOADED, code, px_stance_text(it->category), t);
    }
}

static bool holds(const struct px_spans *spans, struct px_span mention)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start <= mention.start && spans->items[i].end >= mention.end)
            return true;
    return false;
}

/* What is said, good and bad, in the sentence's part of the content. */
static void give_said(const struct place *place, const struct px_attribution *attribution)
{
    double sums[2] = {0, 0};
    for (uint32_t t = place->from; t < place->to; t++) {
        const struct px_token *token = &place->article->tokens.items[t];
        double value = (double)place->view->values[t];
        if (value != 0 && holds(&attribution->content, (struct px_span){token->start, token->end}))
            sums[value > 0] += fabs(value);
    }
    for (size_t sign = 0; sign < 2; sign++)
        if (sums[sign] > 0)
            px_stance_give(place->sink, px_stance_coded(PX_STANCE_SAID, sign > 0 ? "+" : "-", none, none),
                           figure(sums[sign]), PX_NONE);
}

static void give_speech(const struct place *place, uint32_t attribution, char role)
{
    const struct px_attribution *it = &place->article->attributions.items[attribution];
    char code[4] = {role, (char)('0' + it->tone), it->denied ? '!' : '\0', '\0'};
    give(place, PX_STANCE_SPEAKER, code, none, PX_NONE);
    code[1] = '\0';
    give(place, PX_STANCE_SPEAKER, code, px_stance_text(it->cue_lemma), PX_NONE);
}

static void give_voices(const struct place *place)
{
    static const char *const voices[] = {"own", "direct", "indirect", "scare"};
    const struct px_token *token = &place->article->tokens.items[place->first];
    uint32_t speaker = place->view->speakers[place->first];
    give(place, PX_STANCE_VOICE, voices[token->voice], none, PX_NONE);
    if (token->attribution != PX_NONE)
        give_speech(place, token->attribution, 'c');
    if (speaker == PX_NONE)
        return;
    give_speech(place, speaker, 's');
    give_said(place, &place->article->attributions.items[speaker]);
}

static void give_sentence(const struct place *place)
{
    const struct px_annotation *annotation = place->view->scene->annotation;
    uint32_t words = place->stop - place->start;
    char code[4] = {'l', (char)('0' + (words / 10 < 6 ? words / 10 : 6)), '\0'};
    give(place, PX_STANCE_SENTENCE, code, none, PX_NONE);
    bool quoted = false;
    for (uint32_t t = place->from; t < place->to; t++) {
        const struct px_slice text = place->view->words[t]->fold.text;
        quoted = quoted || (place->article->tokens.items[t].flags & PX_TOKEN_QUOTE_OPEN) != 0;
        if (px_slice_is(text, "?"))
            give(place, PX_STANCE_SENTENCE, "?", none, PX_NONE);
        if (px_slice_is(text, "!"))
            give(place, PX_STANCE_SENTENCE, "!", none, PX_NONE);
        if ((annotation->classes[t] & PX_CLASS_CONTRAST) != 0 && !is_inside(place, t))
            give(place, PX_STANCE_SENTENCE, t < place->first ? "butL" : "butR", none, PX_NONE);
    }
    if (quoted)
        give(place, PX_STANCE_SENTENCE, "quote", none, PX_NONE);
}

void px_stance_features(const struct px_stance_view *view, uint32_t first, uint32_t end,
                        const struct px_stance_sink *sink)
{
    const struct px_article *article = view->scene->annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[first].sentence];
    uint32_t start = sentence->first_token, stop = start + sentence->token_count;
    struct place place = {
        .view = view,
        .sink = sink,
        .article = article,
        .first = first,
        .end = end < stop ? end : stop,
        .from = first - start > REACH ? first - REACH : start,
        .start = start,
        .stop = stop,
    };
    place.to = stop - place.end > REACH ? place.end + REACH : stop;
    give(&place, PX_STANCE_BIAS, "", none, PX_NONE);
    for (uint32_t t = place.from; t < place.to; t++)
        if (!is_inside(&place, t))
            give_word(&place, t);
    give_beside(&place);
    give_own(&place);
    give_valences(&place);
    double sum;
    px_stance_weigh_mention(view->scene, first, place.end, NULL, &sum);
    if (sum != 0)
        px_stance_give(sink, px_stance_coded(PX_STANCE_RULE, sum > 0 ? "+" : "-", none, none), fabs(figure(sum)),
                       PX_NONE);
    give_tones(&place);
    give_loaded(&place);
    give_voices(&place);
    give_sentence(&place);
    px_stance_grammar_features(view, first, place.end, sink);
}
