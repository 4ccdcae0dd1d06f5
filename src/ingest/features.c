#include "ingest/features.h"

#include <math.h>
#include <stdio.h>

enum { WINDOW = 5, RULE_WORDS = 30 };

static const char *const plain_names[] = {
#define X(name) #name,
    PX_FEATURES(X)
#undef X
};

static const char *const parent_names[5] = {"length", "links", "units", "share", "mean"};
static const char *const neighbour_names[4] = {"length", "stop", "links", "like"};
static const int neighbours[4] = {-2, -1, 1, 2};

static const char *const tag_names[PX_FEATURE_TAGS] = {
    "other", "p", "div", "li", "td", "h1", "h2", "h3", "h4", "h5", "blockquote", "pre",
};

static const char *const above_names[PX_FEATURE_ANCESTORS] = {
    "nav", "header", "footer", "aside", "form", "article", "main", "list", "table", "figure", "blockquote", "section",
};

const char *px_feature_name(int feature, char name[48])
{
    if (feature < PX_FEATURE_PARENT)
        snprintf(name, 48, "%s", plain_names[feature]);
    else if (feature < PX_FEATURE_NEIGHBOUR)
        snprintf(name, 48, "parent%d.%s", (feature - PX_FEATURE_PARENT) / 5 + 1,
                 parent_names[(feature - PX_FEATURE_PARENT) % 5]);
    else if (feature < PX_FEATURE_TAG)
        snprintf(name, 48, "unit%+d.%s", neighbours[(feature - PX_FEATURE_NEIGHBOUR) / 4],
                 neighbour_names[(feature - PX_FEATURE_NEIGHBOUR) % 4]);
    else if (feature < PX_FEATURE_ABOVE)
        snprintf(name, 48, "tag.%s", tag_names[feature - PX_FEATURE_TAG]);
    else if (feature < PX_FEATURE_HINT)
        snprintf(name, 48, "above.%s", above_names[feature - PX_FEATURE_ABOVE]);
    else
        snprintf(name, 48, "hint.%s", px_hint_name(feature - PX_FEATURE_HINT));
    return name;
}

#define F(name) row[PX_FEATURE_##name]

static float share(double part, double whole)
{
    return whole <= 0 ? 0 : (float)fmin(1, part / whole);
}

static float log_of(double value)
{
    return (float)log1p(value < 0 ? 0 : value);
}

/* A pattern inside a long paragraph says nothing: articles write about cookies and newsletters too. */
static void fill_rules(const struct px_unit *unit, float *row)
{
    if (unit->rules.where == PX_PATTERN_NOWHERE ||
        (unit->rules.where == PX_PATTERN_INSIDE && unit->measure.words > RULE_WORDS))
        return;
    F(rules) = (float)fmin(4, unit->rules.count);
    F(rule_start) = unit->rules.where == PX_PATTERN_START;
    F(rule_inside) = unit->rules.where == PX_PATTERN_INSIDE;
    F(rule_credit) = unit->rules.value == PX_ROLE_CREDIT;
}

/* What the words and marks of the unit alone say. */
static void fill_text(const struct px_unit *unit, float *row)
{
    const struct px_measure *m = &unit->measure;
    double words = m->words == 0 ? 1 : m->words;
    F(bias) = 1;
    F(log_characters) = log_of(m->characters);
    F(log_words) = log_of(m->words);
    F(stop_share) = share(m->stop_words, words);
    F(short_share) = share(m->short_words, words);
    F(word_length) = (float)fmin(15, m->letters / words);
    F(capital_share) = share(m->capital_words, words);
    F(upper_share) = share(m->upper_words, words);
    F(digit_share) = share(m->digits, m->characters);
    F(mark_share) = (float)fmin(2, m->marks / words);
    F(commas) = (float)fmin(10, m->commas);
    F(sentence_length) = m->sentences == 0 ? 0 : (float)fmin(60, words / m->sentences);
    F(ends_sentence) = m->ends_sentence;
    F(ends_colon) = m->last == ':';
    F(quotes) = (float)fmin(4, m->quotes);
    F(symbols) = (float)fmin(5, m->symbols);
    F(date) = m->has_date;
    F(starts_lower) = m->starts_lower;
    fill_rules(unit, row);
    F(link_share) = share(unit->link_bytes, (double)unit->text.size);
    F(bold_share) = share(unit->strong_bytes, (double)unit->text.size);
}

static void fill_likeness(struct px_context *context, size_t index, float *row)
{
    struct px_slice text = context->page->units.items[index].words;
    uint32_t words, common;
    double title = (double)context->title.words.keys.count, description = (double)context->description.words.keys.count;
    if (title > 0) {
        common = px_word_set_common(&context->title, text, &words);
        F(title_likeness) = share(common, words + title - common);
        F(title_share) = share(common, words);
    }
    if (description > 0) {
        common = px_word_set_common(&context->description, text, &words);
        F(description_share) = share(common, fmin(words, description));
    }
    F(body_share) = px_context_body_share(context, text);
    common = px_word_set_common(&context->strong_words, text, &words);
    F(strong_words) = share(common, words);
}

static void fill_place(const struct px_context *context, size_t i, float *row)
{
    const struct px_page *page = context->page;
    const struct px_unit *unit = &page->units.items[i];
    double before = (double)context->bytes_before[i], size = (double)unit->text.size, all = (double)context->bytes;
    F(place) = share(before, all);
    F(place_units) = share((double)i, (double)page->units.count);
    F(log_before) = log_of(before);
    F(log_after) = log_of(all - before - size);
    F(repeats) = (float)fmin(5, context->copies[context->text_ids[i]] - 1.0);
    if (context->title_unit != PX_NONE) {
        F(since_title) = i < context->title_unit ? 0 : (float)fmin(60, (double)(i - context->title_unit));
        F(before_title) = i < context->title_unit;
    }
    F(from_strong) = log_of(context->last_strong[i]);
    F(to_strong) = log_of(context->next_strong[i]);
    F(strong_before) = share(context->strong_before[i], context->strong_count);
    F(relative_length) =
        context->median_strong == 0 ? 0 : log_of(unit->measure.characters) - log_of(context->median_strong);
    uint32_t start = context->run_start[i], end = context->run_end[i];
    bool is_short = unit->measure.characters < 60 && !unit->measure.ends_sentence;
    F(short_run) = (float)fmin(40, end - start) * (is_short ? 1 : -1);
}

static void fill_neighbours(const struct px_context *context, size_t i, float *row)
{
    const struct px_page *page = context->page;
    const struct px_unit *units = page->units.items;
    for (size_t k = 0; k < 4; k++) {
        float *four = row + PX_FEATURE_NEIGHBOUR + 4 * k;
        size_t j = i + (size_t)neighbours[k];
        if (j >= page->units.count)
            continue;
        const struct px_measure *m = &units[j].measure;
        four[0] = log_of(m->characters);
        four[1] = share(m->stop_words, m->words);
        four[2] = share(units[j].link_bytes, (double)units[j].text.size);
        four[3] = page->elements.count > 0 ? page->elements.items[units[j].element].signature ==
                                                 page->elements.items[units[i].element].signature
                                           : units[j].rules.where != PX_PATTERN_NOWHERE;
    }
    size_t from = i < WINDOW ? 0 : i - WINDOW,
           to = i + WINDOW + 1 > page->units.count ? page->units.count : i + WINDOW + 1;
    double bytes = 0, links = 0, prose = 0, strong = 0;
    for (size_t j = from; j < to; j++) {
        bytes += (double)units[j].text.size;
        links += units[j].link_bytes;
        prose += units[j].measure.ends_sentence;
        strong += px_unit_is_strong(&units[j]);
    }
    F(window_length) = log_of(bytes / (double)(to - from));
    F(window_links) = share(links, bytes);
    F(window_prose) = share(prose, (double)(to - from));
    F(window_strong) = share(strong, (double)(to - from));
}

static void fill_parents(const struct px_context *context, uint32_t element, float *row)
{
    const struct px_element *elements = context->page->elements.items;
    for (size_t level = 0; level < 3; level++) {
        float *five = row + PX_FEATURE_PARENT + 5 * level;
        element = elements[element].parent;
        const struct px_element *e = &elements[element];
        double bytes = (double)e->text_bytes;
        five[0] = log_of(bytes);
        five[1] = share((double)e->link_bytes, bytes);
        five[2] = log_of(e->units);
        five[3] = share(bytes, (double)context->bytes);
        five[4] = log_of(bytes / (e->units == 0 ? 1 : e->units));
    }
}

static void fill_markup(const struct px_context *context, const struct px_unit *unit, float *row)
{
    const struct px_element *elements = context->page->elements.items;
    const struct px_element *e = &elements[unit->element], *parent = &elements[e->parent];
    const struct px_signature *signature = &context->by_signature[e->signature];
    row[PX_FEATURE_TAG + (e->tag < PX_FEATURE_TAGS ? e->tag : PX_TAG_OTHER)] = 1;
    for (int i = 0; i < PX_FEATURE_ANCESTORS; i++)
        row[PX_FEATURE_ABOVE + i] = (float)(e->ancestors >> i & 1);
    for (int i = 0; i < PX_HINT_COUNT; i++)
        row[PX_FEATURE_HINT + i] = (float)px_context_hints(context->hint_counts[unit->element], i);
    F(hidden) = e->hidden;
    F(signature_bytes) = log_of((double)signature->bytes);
    F(signature_units) = log_of(signature->units);
    F(signature_mean) = log_of((double)signature->bytes / signature->units);
    F(signature_links) = share((double)signature->link_bytes, (double)signature->bytes);
    F(signature_share) = share((double)signature->bytes, (double)context->bytes);
    F(in_best) = e->best_distance >= 0;
    F(best_distance) = (float)fmin(12, e->best_distance);
    F(parent_worth) = log_of(parent->worth);
    F(near_worth) = share(fmax(parent->worth, elements[parent->parent].worth), context->best_worth);
}

void px_features_compute(struct px_context *context, size_t unit, float row[PX_FEATURE_COUNT])
{
    const struct px_unit *u = &context->page->units.items[unit];
    memset(row, 0, sizeof *row * PX_FEATURE_COUNT);
    fill_text(u, row);
    fill_likeness(context, unit, row);
    fill_place(context, unit, row);
    fill_neighbours(context, unit, row);
    if (context->page->elements.count > 0) {
        fill_parents(context, u->element, row);
        fill_markup(context, u, row);
    }
}
