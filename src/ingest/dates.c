#include "ingest/dates.h"

#include <stdio.h>

#include "text/utf8.h"

enum { PARTS = 3, WORD_BYTES = 40 };

/* A number or a month name, with what stands before it. */
struct part {
    int number;
    int digits; /* 0 for a month name */
    bool month;
    size_t start, end;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool read_number(struct px_slice text, size_t *at, struct part *part)
{
    size_t i = *at;
    *part = (struct part){.start = i};
    while (i < text.size && is_digit(text.data[i])) {
        if (part->digits < 9)
            part->number = part->number * 10 + text.data[i] - '0';
        part->digits++;
        i++;
    }
    part->end = *at = i;
    return part->digits > 0;
}

/* A word at `*at`; true when it is a month. */
static bool read_word(const struct px_rules *rules, struct px_slice text, size_t *at, struct part *part)
{
    size_t start = *at;
    size_t end = start;
    while (*at < text.size) {
        end = *at;
        uint32_t c = px_utf8_next(text, at);
        if (!px_utf8_is_letter(c))
            break;
        end = *at;
    }
    *at = end > start ? end : *at;
    struct px_buffer word = {0};
    if (end > start && end - start <= WORD_BYTES)
        px_patterns_fold(px_slice_part(text, start, end), &word);
    *part = (struct part){.start = start, .end = end, .month = true};
    part->number = word.size == 0 ? 0 : px_rules_month(rules, px_buffer_slice(&word));
    px_buffer_release(&word);
    return part->number > 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool valid(int year, int month, int day)
{
    return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

static bool set_date(struct px_date *date, int year, int month, int day)
{
    if (!valid(year, month, day))
        return false;
    snprintf(date->iso, sizeof date->iso, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* Two digits below `limit` at `*at`, moved behind them. */
static bool read_pair(struct px_slice text, size_t *at, int limit, int *value)
{
    if (*at + 2 > text.size || !is_digit(text.data[*at]) || !is_digit(text.data[*at + 1]))
        return false;
    *value = (text.data[*at] - '0') * 10 + text.data[*at + 1] - '0';
    *at += 2;
    return *value < limit;
}

static bool skip(struct px_slice text, size_t *at, char sign)
{
    bool there = *at < text.size && text.data[*at] == sign;
    *at += there;
    return there;
}

/* "Z", "+03:00", "+0300" or "+03" as "Z" or "+03:00"; nothing where none follows. A space may stand before it. */
static void add_zone(struct px_slice text, size_t at, struct px_date *date)
{
    size_t used = strlen(date->iso);
    int hours, minutes = 0;
    skip(text, &at, ' ');
    char sign = at < text.size ? text.data[at] : 0;
    at++;
    if (sign == 'Z' && (at >= text.size || !px_utf8_is_letter((unsigned char)text.data[at])))
        snprintf(date->iso + used, sizeof date->iso - used, "Z");
    if ((sign != '+' && sign != '-') || !read_pair(text, &at, 15, &hours))
        return;
    skip(text, &at, ':');
    if (!read_pair(text, &at, 60, &minutes))
        minutes = 0;
    snprintf(date->iso + used, sizeof date->iso - used, "%c%02d:%02d", sign, hours, minutes);
}

/* The time that follows an ISO date: "T10:18:00+03:00", with a space for the T too. Parts of seconds are dropped. */
static void add_time(struct px_slice text, size_t at, struct px_date *date)
{
    int hour, minute, second;
    if ((!skip(text, &at, 'T') && !skip(text, &at, ' ')) || !read_pair(text, &at, 24, &hour) || !skip(text, &at, ':') ||
        !read_pair(text, &at, 60, &minute))
        return;
    size_t used = strlen(date->iso), behind = at;
    snprintf(date->iso + used, sizeof date->iso - used, "T%02d:%02d", hour, minute);
    if (skip(text, &behind, ':') && read_pair(text, &behind, 61, &second)) {
        at = behind;
        used = strlen(date->iso);
        snprintf(date->iso + used, sizeof date->iso - used, ":%02d", second);
        if (skip(text, &behind, '.') || skip(text, &behind, ','))
            for (at = behind; at < text.size && is_digit(text.data[at]);)
                at++;
    }
    add_zone(text, at, date);
}

/* A number of eight digits that begins the text: 20171221, alone or with a time behind a T. */
static bool read_packed(struct px_slice text, const struct part *part, struct px_date *date)
{
    if (part->digits != 8 || part->start != 0 || (part->end < text.size && text.data[part->end] != 'T'))
        return false;
    return set_date(date, part->number / 10000, part->number / 100 % 100, part->number % 100);
}

/* Three parts in a row, in one of the orders that people use. */
static bool combine(struct px_slice text, const struct part p[PARTS], struct px_date *date)
{
    size_t gap = p[1].start - p[0].end, gap2 = p[2].start - p[1].end;
    char mark = gap == 1 ? text.data[p[0].end] : ' ';
    bool marked = gap == 1 && gap2 == 1 && mark == text.data[p[1].end] && (mark == '-' || mark == '.' || mark == '/');
    if (marked && p[0].digits == 4 && p[1].digits <= 2 && p[2].digits <= 2 && p[1].digits > 0) {
        if (!set_date(date, p[0].number, p[1].number, p[2].number))
            return false;
        add_time(text, p[2].end, date);
        return true;
    }
    if (marked && p[2].digits == 4 && p[0].digits > 0 && p[0].digits <= 2 && p[1].digits > 0 && p[1].digits <= 2) {
        date->ambiguous = mark == '/' && p[0].number <= 12 && p[1].number <= 12 && p[0].number != p[1].number;
        return set_date(date, p[2].number, p[1].number, p[0].number) ||
               set_date(date, p[2].number, p[0].number, p[1].number);
    }
    if (gap > 5 || gap2 > 5 || p[2].digits != 4)
        return false;
    if (p[1].month && p[0].digits > 0 && p[0].digits <= 2)
        return set_date(date, p[2].number, p[1].number, p[0].number);
    if (p[0].month && p[1].digits > 0 && p[1].digits <= 2)
        return set_date(date, p[2].number, p[0].number, p[1].number);
    return false;
}

bool px_date_find(const struct px_rules *rules, struct px_slice text, struct px_date *date)
{
    struct part parts[PARTS] = {{0}};
    size_t count = 0;
    *date = (struct px_date){.iso = ""};
    for (size_t at = 0; at < text.size;) {
        struct part part;
        bool found;
        if (is_digit(text.data[at])) {
            found = read_number(text, &at, &part);
        } else {
            size_t next = at;
            if (!px_utf8_is_letter(px_utf8_next(text, &next))) {
                at = next;
                continue;
            }
            found = read_word(rules, text, &at, &part);
        }
        if (!found)
            continue;
        memmove(parts, parts + 1, sizeof parts - sizeof *parts);
        parts[PARTS - 1] = part;
        if (read_packed(text, &part, date) || (++count >= PARTS && combine(text, parts, date)))
            return true;
    }
    return false;
}

bool px_dates_may_be_one(struct px_slice iso, struct px_slice other)
{
    enum { YEAR = 5, MONTH = 2, DAY = 8, ALL = 10 };
    if (iso.size < ALL || other.size < ALL || memcmp(iso.data, other.data, YEAR) != 0)
        return false;
    return memcmp(iso.data, other.data, ALL) == 0 || (memcmp(iso.data + YEAR, other.data + DAY, MONTH) == 0 &&
                                                      memcmp(iso.data + DAY, other.data + YEAR, MONTH) == 0);
}

bool px_dates_open(struct px_slice text)
{
    enum { CAPITALS = 3, MOST = 60 };
    size_t at = 0, capitals = 0;
    uint32_t c = 0, before = 0;
    while (at < text.size && px_utf8_is_upper(c = px_utf8_next(text, &at)))
        capitals++;
    if (capitals < CAPITALS || px_utf8_is_lower(c))
        return false;
    for (before = c; at < text.size && at < MOST; before = c) {
        c = px_utf8_next(text, &at);
        if ((c == 0x2014 || c == 0x2013 || c == '-') && (before == ' ' || before == '-'))
            return true;
        if (before == ' ' && px_utf8_is_lower(c))
            return false;
    }
    return false;
}
