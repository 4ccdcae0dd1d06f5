/* Figures and periods of a headline that the body has nowhere: "for months or years", "$40 million". */
#include <math.h>

#include "align/figure.h"
#include "contrast/contrast.h"
#include "contrast/headline.h"

#define NEAR 0.1          /* "some 40" are 42 as well */
#define SMALL 10          /* below it a headline counts what the body names one by one */
enum { MONTH_REACH = 2 }; /* "Aug. 16, 2010" */

static const struct px_hit *quantity_at(const struct px_compare_context *context, const struct px_article *article,
                                        uint32_t token, const char *category)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, category);
}

/* Does the very word stand in the body? */
static bool stands_below(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                         uint32_t end)
{
    uint32_t fold = px_compare_form(context, &article->tokens.items[token])->fold;
    for (uint32_t t = token + 1; t < article->tokens.count; t++)
        if (article->tokens.items[t].sentence >= end &&
            px_compare_form(context, &article->tokens.items[t])->fold == fold)
            return true;
    return false;
}

/* The end of a period without a number, "*for* months *or* years", that begins at the token; the token itself where there
 * is none, or the body has a word of it. */
static uint32_t lone_period(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                            uint32_t end)
{
    uint32_t last = token;
    if (token == 0 || !px_figure_shares(article, token - 1, token) ||
        px_compare_hit(context, article, token - 1, false, PX_LEXICON_GRAMMAR, "grammar.preposition") == NULL)
        return token;
    for (uint32_t t = token; px_figure_shares(article, t, token) && quantity_at(context, article, t, "quantity.period");
         t += 2) {
        if (stands_below(context, article, t, end))
            return token;
        last = t + 1;
        if (!px_figure_shares(article, t + 1, token) ||
            px_compare_hit(context, article, t + 1, false, PX_LEXICON_GRAMMAR, "grammar.coordinator") == NULL)
            break;
    }
    return last;
}

static bool is_near(double a, double b)
{
    return fabs(a - b) <= NEAR * b; /* never with NaN */
}

/* Has the body a number like it, in digits or words? */
static bool is_counted_below(const struct px_compare_context *context, const struct px_article *article, double value,
                             uint32_t end)
{
    for (uint32_t t = 0; t < article->tokens.count; t++)
        if (article->tokens.items[t].sentence >= end && is_near(px_figure_value(context, article, t), value))
            return true;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon != PX_LEXICON_NUMBERS || article->tokens.items[hit->first_token].sentence < end)
            continue;
        double word = px_resources_entry(context->worker->resources, hit)->weight *
                      px_figure_scale(context, article, hit->first_token + hit->token_count - 1);
        if (is_near(word, value))
            return true;
    }
    return false;
}

/* Has the body a figure on the same fact? Whether it fits is told by what both count. */
static bool is_met_below(const struct px_article *article, uint32_t token, uint32_t end)
{
    uint32_t at = article->tokens.items[token].start;
    for (size_t i = 0; i < article->quantities.count; i++) {
        const struct px_quantity *head = &article->quantities.items[i];
        for (size_t j = 0; head->start <= at && at < head->end && j < article->quantities.count; j++)
            if (article->quantities.items[j].sentence >= end &&
                px_compare_figures_meet(head, &article->quantities.items[j]))
                return true;
    }
    return false;
}

/* Money, or a number with what it counts, that is no date, result or name made of figures. */
static bool is_figure(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    struct px_slice text = px_figure_token(article, token);
    bool digit = false;
    for (size_t i = 0; i < text.size; i++) {
        bool here = text.data[i] >= '0' && text.data[i] <= '9';
        if (!here && (digit ? text.data[i] != ',' && text.data[i] != '.' : i > 0))
            return false;
        digit = digit || here;
    }
    uint32_t first = token < MONTH_REACH ? 0 : token - MONTH_REACH;
    for (uint32_t t = first; t <= token + 1; t++)
        if (px_figure_shares(article, t, token) && quantity_at(context, article, t, "quantity.month") != NULL)
            return false;
    struct px_figure figure = px_figure_read(context, article, token);
    return digit && !figure.none && !figure.bare;
}

static bool push(struct px_compare_context *context, size_t a, struct px_span span, uint32_t sentence)
{
    struct px_headline_point *point =
        px_vector_push(&context->comparison->headlines[a].points, &context->comparison->arena);
    if (point != NULL)
        *point = (struct px_headline_point){
            .kind = PX_HEADLINE_NUMBER, .span = span, .sentence = sentence, .body_sentence = PX_NONE};
    return point != NULL;
}

/* The bytes of a figure, which may hold a mark that its text has not. */
static struct px_span figure_span(const struct px_compare_context *context, const struct px_article *article,
                                  uint32_t token)
{
    struct px_slice text = px_figure_read(context, article, token).text;
    size_t offset = (size_t)(text.data - article->text.data);
    bool inside = text.data >= article->text.data && offset + text.size <= article->text.size;
    uint32_t start = inside ? (uint32_t)offset : article->tokens.items[token].start;
    return (struct px_span){start, inside ? start + (uint32_t)text.size : article->tokens.items[token].end};
}

bool px_headline_lone_figures(struct px_compare_context *context, size_t a)
{
    const struct px_article *article = context->articles[a];
    uint32_t end = context->comparison->headlines[a].end;
    bool done = true;
    if (context->worker->resources == NULL || end == 0 || end >= article->sentences.count)
        return true;
    for (uint32_t t = 0; done && t < article->tokens.count && article->tokens.items[t].sentence < end; t++) {
        const struct px_token *token = &article->tokens.items[t];
        uint32_t last = lone_period(context, article, t, end);
        if (last > t) {
            struct px_span span = {token->start, article->tokens.items[last - 1].end};
            done = push(context, a, span, token->sentence);
            t = last - 1;
            continue;
        }
        double value = token->kind == PX_TOKEN_NUMBER ? px_figure_value(context, article, t) : NAN;
        if (value >= SMALL && is_figure(context, article, t) && !is_counted_below(context, article, value, end) &&
            !is_met_below(article, t, end))
            done = push(context, a, figure_span(context, article, t), token->sentence);
    }
    return done;
}
