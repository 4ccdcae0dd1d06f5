/* What an earlier article could not have known: days after it appeared, named in a later one, and what that one goes on
 * to tell of them. */
#include "align/align.h"
#include "omission/omission.h"

enum { CARRIED = 2 }; /* paragraphs over which a day is carried on */
enum { DATE_SIZE = 10, MOST_DAY = 31, MOST_DIGITS = 2, WEEK = 7 };

/* Days since an early date, by the civil calendar. */
static long days_of(long year, long month, long day)
{
    long y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 9 : month - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

/* Of the date an article appeared; false when it is not known to the day. */
static bool read_date(struct px_slice date, long *year, long *days)
{
    double y, m, d;
    if (date.size < DATE_SIZE || !px_slice_number(px_slice_part(date, 0, 4), &y) ||
        !px_slice_number(px_slice_part(date, 5, 7), &m) || !px_slice_number(px_slice_part(date, 8, 10), &d))
        return false;
    *year = (long)y;
    *days = days_of(*year, (long)m, (long)d);
    return true;
}

/* The last such day of the week up to the date: the first day of the count was a Wednesday. */
static long last_weekday(long days, long weekday)
{
    return days - (days + 2 - (weekday - 1) + WEEK) % WEEK;
}

/* The day of the month beside the token: "22 December", "December 22"; 0 when there is none. */
static long day_beside(const struct px_article *article, uint32_t token)
{
    for (uint32_t at = token > 0 ? token - 1 : 0; at <= token + 1 && at < article->tokens.count; at++) {
        struct px_slice text =
            px_slice_part(article->text, article->tokens.items[at].start, article->tokens.items[at].end);
        double day;
        if (at != token && text.size <= MOST_DIGITS && px_slice_number(text, &day) && day >= 1 && day <= MOST_DAY)
            return (long)day;
    }
    return 0;
}

/* The next word round figures from hit `*h` on that the sentence has, or NULL; `*h` moves behind it. */
static const struct px_hit *next_figure(const struct px_article *article, uint32_t sentence, size_t *h)
{
    const struct px_sentence *s = &article->sentences.items[sentence];
    while (*h < article->hits.count && article->hits.items[*h].first_token < s->first_token + s->token_count) {
        const struct px_hit *hit = &article->hits.items[(*h)++];
        if (hit->lexicon == PX_LEXICON_QUANTITIES)
            return hit;
    }
    return NULL;
}

/* The latest day up to the article's own that the sentence names, or a day before all. */
static long latest_day(const struct px_compare_context *context, const struct px_article *article, uint32_t sentence,
                       long year, long own)
{
    const struct px_sentence *s = &article->sentences.items[sentence];
    long latest = 0;
    size_t h = px_hits_from(&article->hits, s->first_token);
    for (const struct px_hit *hit; (hit = next_figure(article, sentence, &h)) != NULL;) {
        const struct px_entry *entry = px_resources_entry(context->worker->resources, hit);
        long day = 0;
        if (px_slice_is(entry->category, "quantity.day"))
            day = last_weekday(own, (long)entry->weight);
        else if (px_slice_is(entry->category, "quantity.month") && day_beside(article, hit->first_token) > 0)
            day = days_of(year, (long)entry->weight, day_beside(article, hit->first_token));
        latest = day <= own && day > latest ? day : latest;
    }
    return latest;
}

/* Does the sentence name a time, be it one that is no day: a month, a year, a day to come? */
static bool names_time(const struct px_compare_context *context, const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *s = &article->sentences.items[sentence];
    size_t h = px_hits_from(&article->hits, s->first_token);
    for (const struct px_hit *hit; (hit = next_figure(article, sentence, &h)) != NULL;) {
        const struct px_entry *entry = px_resources_entry(context->worker->resources, hit);
        if (px_slice_is(entry->category, "quantity.day") || px_slice_is(entry->category, "quantity.month"))
            return true;
    }
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++)
        if (px_compare_is_year(
                px_slice_part(article->text, article->tokens.items[t].start, article->tokens.items[t].end)))
            return true;
    return false;
}

/* The day of which the sentence tells: its own, else the one that the telling had reached last, in its paragraph or
 * close before, with no other time named between; a day before all where none is known. */
static long telling_day(const struct px_compare_context *context, const struct px_article *article, uint32_t sentence,
                        long year, long own)
{
    uint32_t block = article->sentences.items[sentence].block;
    for (uint32_t s = sentence + 1; s-- > 0;) {
        const struct px_block *at = &article->blocks.items[article->sentences.items[s].block];
        if (!px_role_is_paragraph(at->role) || article->sentences.items[s].block + CARRIED < block)
            return 0;
        long day = latest_day(context, article, s, year, own);
        if (day > 0 || names_time(context, article, s))
            return day;
    }
    return 0;
}

/* The latest date of the articles, or a day before all where one has none. */
static long last_date(const struct px_compare_context *context)
{
    long last = 0, year, days;
    for (size_t a = 0; a < context->count; a++) {
        if (!read_date(context->articles[a]->published, &year, &days))
            return 0;
        last = days > last ? days : last;
    }
    return last;
}

/* Does the article name a day behind its own date, though not behind `last`? It may look ahead to that day; or it was
 * changed since, and its date is that of a first version. Days of the week are looked for within one. */
static bool may_be_later(const struct px_compare_context *context, const struct px_article *article, long last)
{
    long year, own;
    if (!read_date(article->published, &year, &own))
        return false;
    for (size_t h = 0; h < article->hits.count; h++) {
        const struct px_hit *hit = &article->hits.items[h];
        const struct px_entry *entry = px_resources_entry(context->worker->resources, hit);
        long day = 0;
        if (hit->lexicon != PX_LEXICON_QUANTITIES)
            continue;
        if (px_slice_is(entry->category, "quantity.day"))
            day = last_weekday(last < own + WEEK ? last : own + WEEK - 1, (long)entry->weight);
        else if (px_slice_is(entry->category, "quantity.month") && day_beside(article, hit->first_token) > 0)
            day = days_of(year, (long)entry->weight, day_beside(article, hit->first_token));
        if (day > own && day <= last)
            return true;
    }
    return false;
}

/* What is told or said has a day; a name or a number may be far older than the day on which it is told of. */
static bool has_day(const struct px_only *only)
{
    return only->evidence.count > 0 && only->kind != PX_ONLY_ENTITY && only->kind != PX_ONLY_NUMBER;
}

/* Days from the first to the last of the articles' dates; 0 where one is not known to the day. */
static uint32_t days_apart(const struct px_compare_context *context, long latest)
{
    long apart = 0, year, own;
    for (size_t a = 0; a < context->count; a++) {
        if (!read_date(context->articles[a]->published, &year, &own))
            return 0;
        apart = latest - own > apart ? latest - own : apart;
    }
    return (uint32_t)apart;
}

void px_compare_only_later(struct px_compare_context *context)
{
    long latest = last_date(context);
    context->comparison->days_apart = days_apart(context, latest);
    for (size_t a = 0; a < context->count; a++)
        context->comparison->redated |= may_be_later(context, context->articles[a], latest);
    for (size_t i = 0; i < context->comparison->only.count; i++) {
        struct px_only *only = &context->comparison->only.items[i];
        const struct px_article *article = context->articles[only->article];
        long year, own, other_year, other, last = 0;
        bool known = !context->comparison->redated && has_day(only) && read_date(article->published, &year, &own);
        for (size_t a = 0; known && a < context->count; a++) {
            known = a == only->article || read_date(context->articles[a]->published, &other_year, &other);
            last = known && a != only->article && other > last ? other : last;
        }
        only->later = known && telling_day(context, article, only->evidence.sentences[0], year, own) > last;
    }
}
