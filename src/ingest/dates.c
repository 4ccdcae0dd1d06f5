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

static bool valid(int year, int month, int day)
{
    return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool set_date(struct px_date *date, int year, int month, int day)
{
    if (!valid(year, month, day))
        return false;
    snprintf(date->iso, sizeof date->iso, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* The time that follows an ISO date: "T10:18:00+03:00". */
static void add_time(struct px_slice text, size_t at, struct px_date *date)
{
    size_t end = at;
    if (at + 5 >= text.size || (text.data[at] != 'T' && text.data[at] != ' ') || !is_digit(text.data[at + 1]))
        return;
    end++;
    while (end < text.size &&
           (is_digit(text.data[end]) || (text.data[end] != 0 && strchr(":.+-Z", text.data[end]) != NULL)))
        end++;
    size_t used = strlen(date->iso), size = end - at;
    if (used + size >= sizeof date->iso || size < 6 || text.data[at + 3] != ':')
        return;
    memcpy(date->iso + used, text.data + at, size);
    date->iso[used] = 'T';
    date->iso[used + size] = 0;
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
    if (marked && p[2].digits == 4 && p[0].digits > 0 && p[0].digits <= 2 && p[1].digits > 0 && p[1].digits <= 2)
        return set_date(date, p[2].number, p[1].number, p[0].number) ||
               set_date(date, p[2].number, p[0].number, p[1].number);
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
    date->iso[0] = 0;
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
        if (++count >= PARTS && combine(text, parts, date))
            return true;
    }
    return false;
}
