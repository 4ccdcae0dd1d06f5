/* Numbers as texts write them: digits, words, scales, currencies, and how exact they are. */
#include <math.h>

#include "annotate/quantity_draft.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2099, ROUND_LEAST = 100 };

static uint32_t kind_of(struct px_slice category)
{
    static const struct {
        const char *name;
        uint32_t kind;
    } KINDS[] = {
        {"quantity.least", PX_MARK_LEAST},
        {"quantity.most", PX_MARK_MOST},
        {"quantity.near", PX_MARK_NEAR},
        {"quantity.about", PX_MARK_ABOUT},
        {"quantity.upwards", PX_MARK_UPWARDS},
        {"quantity.vague", PX_MARK_VAGUE},
        {"quantity.scale", PX_MARK_SCALE},
        {"quantity.share", PX_MARK_SHARE},
        {"quantity.money", PX_MARK_MONEY},
        {"quantity.age", PX_MARK_AGE},
        {"quantity.person", PX_MARK_PERSON},
        {"quantity.event", PX_MARK_EVENT},
        {"quantity.part", PX_MARK_PART},
        {"quantity.blank", PX_MARK_BLANK},
        {"quantity.duration", PX_MARK_DURATION},
        {"quantity.day", PX_MARK_DAY},
        {"quantity.elsewhen", PX_MARK_ELSEWHEN},
        {"quantity.month", PX_MARK_MONTH},
        {"quantity.power", PX_MARK_POWER},
        {"quantity.but", PX_MARK_PART}, /* "all but ten" says nothing of how many */
    };
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (px_category_within(category, px_slice_from(KINDS[i].name)))
            return KINDS[i].kind;
    return 0;
}

static uint32_t kind_of_hit(const struct px_hit *hit, const struct px_entry *entry)
{
    return hit->lexicon == PX_LEXICON_QUANTITIES ? kind_of(entry->category)
           : hit->lexicon == PX_LEXICON_NUMBERS  ? PX_MARK_NUMBER
           : hit->lexicon == PX_LEXICON_CUES     ? PX_MARK_SPEECH
                                                 : 0;
}

/* Of several entries at a place the longest stays: "several dozen" is no "several". */
static void keep(struct px_mark *place, const struct px_mark *mark)
{
    uint32_t kinds = place->kinds;
    if (kinds == 0 || mark->end - mark->first > place->end - place->first)
        *place = *mark;
    place->kinds = kinds | mark->kinds;
}

bool px_marks_read(const struct px_annotation *annotation, struct px_marks *marks)
{
    const struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    size_t tokens = article->tokens.count + 1;
    marks->lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_QUANTITIES);
    marks->low = px_lexicon_column(marks->lexicon, "low");
    marks->high = px_lexicon_column(marks->lexicon, "high");
    marks->first = px_arena_array(arena, struct px_mark, tokens);
    marks->last = px_arena_array(arena, struct px_mark, tokens);
    marks->of = px_arena_array(arena, const struct px_entry *, tokens);
    marks->kinds = px_arena_array(arena, uint32_t, tokens);
    if (marks->first == NULL || marks->last == NULL || marks->of == NULL || marks->kinds == NULL)
        return false;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint32_t end = hit->first_token + hit->token_count;
        struct px_mark mark = {kind_of_hit(hit, entry), hit->first_token, end, entry};
        if (mark.kinds == 0)
            continue;
        if (mark.kinds != PX_MARK_SPEECH) {
            keep(&marks->first[mark.first], &mark);
            keep(&marks->last[end - 1], &mark);
        }
        for (uint32_t t = mark.first; t < end; t++) {
            marks->kinds[t] |= mark.kinds;
            if ((mark.kinds & (PX_MARK_EVENT | PX_MARK_MONEY)) != 0)
                marks->of[t] = entry;
        }
    }
    return true;
}

/* The entry of a kind that is written so: of signs and letters that are joined to a number ("£200m"). */
static const struct px_entry *find_joined(const struct px_marks *marks, struct px_slice text, uint32_t kind)
{
    for (size_t i = 0; i < marks->lexicon->entries.count; i++) {
        const struct px_entry *entry = &marks->lexicon->entries.items[i];
        if (px_slice_equal(entry->text, text) && kind_of(entry->category) == kind)
            return entry;
    }
    return NULL;
}

/* The digits of "1,200.5" without commas; false where these do not part thousands. */
static bool read_digits(struct px_slice text, double *value)
{
    char digits[32];
    size_t size = 0;
    bool comma = px_slice_find(text, PX_SLICE(","), 0) != SIZE_MAX;
    struct px_slice rest = text, piece;
    for (size_t i = 0; px_slice_next(&rest, ',', &piece); i++) {
        size_t whole = px_slice_find(piece, PX_SLICE("."), 0);
        whole = whole == SIZE_MAX ? piece.size : whole;
        if (size + piece.size > sizeof digits || (comma && (i > 0 ? whole != 3 : whole == 0 || whole > 3)))
            return false;
        memcpy(digits + size, piece.data, piece.size);
        size += piece.size;
    }
    return px_slice_number((struct px_slice){digits, size}, value);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_year(struct px_slice text, double value)
{
    return text.size == 4 && value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* One token with digits, a sign before them and letters behind: "$4.5", "200m", "30-year-old". */
static bool read_token(const struct px_marks *marks, struct px_slice text, struct px_number *number)
{
    size_t start = 0, end;
    while (start < text.size && !is_digit(text.data[start]))
        start++;
    for (end = start; end < text.size && (is_digit(text.data[end]) || text.data[end] == ',' || text.data[end] == '.');)
        end++;
    struct px_slice before = px_slice_part(text, 0, start), digits = px_slice_part(text, start, end);
    struct px_slice behind = px_slice_part(text, end, text.size);
    if (digits.size == 0)
        return false;
    const struct px_entry *money = before.size > 0 ? find_joined(marks, before, PX_MARK_MONEY) : NULL;
    if ((before.size > 0 && money == NULL) || !read_digits(digits, &number->value))
        return false;
    if (before.size + behind.size == 0 && is_year(text, number->value))
        return false;
    number->kind = money != NULL ? PX_QUANTITY_MONEY : PX_QUANTITY_COUNT;
    number->unit = money != NULL ? money->category : (struct px_slice){0};
    if (behind.size == 0)
        return true;
    const struct px_entry *scale = find_joined(marks, behind, PX_MARK_SCALE);
    number->value *= scale != NULL ? scale->weight : 1;
    return scale != NULL;
}

/* "30-year-old": the number that a token of an age begins with. */
static bool read_age(struct px_slice text, struct px_number *number)
{
    size_t end = 0;
    while (end < text.size && is_digit(text.data[end]))
        end++;
    number->kind = PX_QUANTITY_AGE;
    return end > 0 && px_slice_number(px_slice_part(text, 0, end), &number->value);
}

/* What numbers of few digits that are not nought say: 600 is anything from 550 to 650, 612 is 612. */
static double rounding(double value)
{
    double step = 1;
    if (value < ROUND_LEAST)
        return value == floor(value) ? 0 : 0.05;
    while (step < value && fmod(value, step * 10) == 0)
        step *= 10;
    return step > 1 ? step / 2 : 0;
}

static double cell(const struct px_marks *marks, const struct px_entry *entry, size_t column, double otherwise)
{
    double value;
    return px_slice_number(px_lexicon_cell(marks->lexicon, entry, column), &value) ? value : otherwise;
}

/* How exact the words round the number make it. */
static void roughen(const struct px_marks *marks, uint32_t from, uint32_t end, struct px_number *number)
{
    uint32_t before = number->first > from ? number->first - 1 : PX_NONE;
    const struct px_mark *mark = before == PX_NONE ? NULL : &marks->last[before];
    if (mark == NULL || (mark->kinds & PX_MARK_ROUGH) == 0)
        mark = number->end < end && (marks->first[number->end].kinds & (PX_MARK_UPWARDS | PX_MARK_ABOUT)) != 0
                   ? &marks->first[number->end]
                   : NULL;
    if (mark == NULL)
        return;
    double low = cell(marks, mark->entry, marks->low, 0), high = cell(marks, mark->entry, marks->high, HUGE_VAL);
    number->low = number->value * low;
    number->high = high == HUGE_VAL ? HUGE_VAL : number->value * high;
    number->start = mark->first < number->start ? mark->first : number->start;
    number->stop = mark->end > number->stop ? mark->end : number->stop;
}

/* "“$5.6” billion": a mark that closes a quotation stands between the number and its scale, per cent or currency. */
static bool is_cut_by_mark(const struct px_article *article, const struct px_marks *marks, uint32_t end,
                           const struct px_number *number)
{
    return number->end + 1 < end && (article->tokens.items[number->end].flags & PX_TOKEN_QUOTE_CLOSE) != 0 &&
           (marks->first[number->end + 1].kinds & (PX_MARK_SCALE | PX_MARK_SHARE | PX_MARK_MONEY)) != 0;
}

/* Scales, per cents and currencies behind the number. */
static void read_behind(const struct px_article *article, const struct px_marks *marks, uint32_t end,
                        struct px_number *number)
{
    if (is_cut_by_mark(article, marks, end, number))
        number->end++;
    while (number->end < end && (marks->first[number->end].kinds & PX_MARK_SCALE) != 0 &&
           number->kind != PX_QUANTITY_AGE) {
        double scale = marks->first[number->end].entry->weight;
        number->value *= scale;
        number->low *= scale;
        number->high *= scale;
        number->end = marks->first[number->end].end;
    }
    const struct px_mark *mark = number->end < end ? &marks->first[number->end] : NULL;
    if (mark == NULL || number->kind != PX_QUANTITY_COUNT)
        return;
    number->kind = (mark->kinds & PX_MARK_SHARE) != 0   ? PX_QUANTITY_SHARE
                   : (mark->kinds & PX_MARK_MONEY) != 0 ? PX_QUANTITY_MONEY
                   : (mark->kinds & PX_MARK_AGE) != 0   ? PX_QUANTITY_AGE
                                                        : PX_QUANTITY_COUNT;
    if (number->kind != PX_QUANTITY_COUNT)
        number->end = mark->end;
    if (number->kind == PX_QUANTITY_MONEY)
        number->unit = mark->entry->category;
}

bool px_number_read(const struct px_annotation *annotation, const struct px_marks *marks, uint32_t token, uint32_t end,
                    struct px_number *number)
{
    const struct px_article *article = annotation->article;
    const struct px_token *at = &article->tokens.items[token];
    const struct px_mark *mark = &marks->first[token];
    struct px_slice text = px_slice_part(article->text, at->start, at->end);
    uint32_t from = article->sentences.items[at->sentence].first_token;
    *number = (struct px_number){.first = token, .end = token + 1, .kind = PX_QUANTITY_COUNT};
    if (token > from && (marks->kinds[token - 1] & PX_MARK_MONTH) != 0) /* "June 25" */
        return false;
    if ((mark->kinds & PX_MARK_VAGUE) != 0) {
        number->end = number->stop = mark->end;
        number->start = token;
        number->value = NAN;
        number->low = cell(marks, mark->entry, marks->low, 0);
        number->high = cell(marks, mark->entry, marks->high, HUGE_VAL);
        return true;
    }
    if ((mark->kinds & PX_MARK_NUMBER) != 0 && !is_digit(text.data[0])) {
        number->value = mark->entry->weight;
        number->end = mark->end;
    } else if (!((mark->kinds & PX_MARK_AGE) != 0 && read_age(text, number)) && !read_token(marks, text, number)) {
        return false;
    }
    if (number->end < end && (marks->first[number->end].kinds & PX_MARK_MONTH) != 0) /* "25 June" */
        return false;
    number->low = number->high = number->value;
    read_behind(article, marks, end, number);
    number->low -= rounding(number->value);
    number->high += rounding(number->value);
    number->start = number->first;
    number->stop = number->end;
    roughen(marks, from, end, number);
    return true;
}
