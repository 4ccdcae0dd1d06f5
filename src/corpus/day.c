#include "corpus/day.h"

static int digits(struct px_slice text, size_t at, size_t count)
{
    int number = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        number = number * 10 + text.data[i] - '0';
    }
    return number;
}

/* Days since 1970-01-01 in the Gregorian calendar. Years begin with March, so that the leap day is a year's last; 400
 * years have 146,097 days, and the months from March on have 153 days in every five (Hinnant, "chrono-compatible
 * low-level date algorithms"). */
static int32_t count_days(int year, int month, int day)
{
    int from_march = month > 2 ? month - 3 : month + 9;
    int years = month > 2 ? year : year - 1;
    int cycle = years / 400, in_cycle = years % 400;
    int of_year = (153 * from_march + 2) / 5 + day - 1;
    return cycle * 146097 + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + of_year - 719468;
}

int32_t px_day_read(struct px_slice text)
{
    static const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    text = px_slice_trim(text);
    if (text.size < 10 || text.data[4] != '-' || text.data[7] != '-')
        return PX_DAY_NONE;
    if (text.size > 10 && text.data[10] >= '0' && text.data[10] <= '9')
        return PX_DAY_NONE;
    int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1])
        return PX_DAY_NONE;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && day == 29 && !leap ? PX_DAY_NONE : count_days(year, month, day);
}
