#include "ingest/explain.h"

#include <math.h>

#include "ingest/roles.h"

enum {
    KEPT_WORDS_AT_LEAST = 40,
    LENGTH_AT_MOST = 400,
    LENGTH_AT_LEAST = 25,
    RULE_WORDS = 30,
    SURE_AT_MOST = 7,
    HEADING_GAP = 6,
    HEADING_WORDS = 25,
    LEDE_WITHIN = 8,
    BOX_HEADING_LETTERS = 4,
    BOX_HEADING_WORDS = 8,
    BOX_UNITS = 8,
    COMMENTED_WORDS = 80,
    BOX_BYTES = 900
};

static const double run_penalty = 1.5, container_penalty = .7, hidden_penalty = 8, html_threshold = 0,
                    text_threshold = .25, threshold_step = 2, least_threshold = -8, between_bonus = 1,
                    heading_score = 1, rule_penalty = 2, caption_margin = 1, lede_bonus = 2, text_lede_bonus = 1,
                    box_penalty = 4, comments_penalty = 3, trees_share = .5, signature_share = .3;

/* Without weights: running text is the article, the rest is not. */
static double plain_score(const struct px_unit *unit)
{
    return px_unit_is_strong(unit) || (px_unit_is_prose(unit) && unit->link_bytes * 3 < unit->text.size) ? 1.5 : -1.5;
}

static double clip(double score)
{
    return score > SURE_AT_MOST ? SURE_AT_MOST : score < -SURE_AT_MOST ? -SURE_AT_MOST : score;
}

static double model_score(const struct px_scorer *scorer, const float *row)
{
    double trees = clip(px_trees_score(scorer->trees, row));
    double linear = clip(px_linear_score(scorer->linear, row));
    return trees_share * trees + (1 - trees_share) * linear;
}

static void score_units(struct px_context *context, const struct px_scorer *scorer)
{
    struct px_page *page = context->page;
    float row[PX_FEATURE_COUNT];
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->fixed) {
            unit->score = -6;
        } else if (scorer->trees == NULL) {
            unit->score = plain_score(unit);
        } else {
            px_features_compute(context, i, row);
            unit->score = model_score(scorer, row);
            px_explain_score(page, unit, row, scorer->linear);
        }
    }
}

/* Units of one signature (tags and classes on their path) are of one kind: each takes over part of what is thought of
 * all. */
static enum px_status smooth_signatures(struct px_page *page, struct px_error *error)
{
    size_t count = page->signatures.keys.count + 1;
    double *sums = px_arena_array(&page->arena, double, count);
    uint32_t *units = px_arena_array(&page->arena, uint32_t, count);
    if (sums == NULL || units == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->fixed)
            continue;
        sums[page->elements.items[unit->element].signature] += unit->score;
        units[page->elements.items[unit->element].signature]++;
    }
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        uint32_t signature = page->elements.items[unit->element].signature;
        if (!unit->fixed && units[signature] > 1)
            unit->score += signature_share * (sums[signature] / units[signature] - unit->score);
    }
    return PX_OK;
}

static double threshold(const struct px_page *page)
{
    return page->elements.count > 0 ? html_threshold : text_threshold;
}

static double probability(const struct px_unit *unit)
{
    return 1 / (1 + exp(-unit->score));
}

static double run_length(const struct px_unit *unit)
{
    double size = (double)unit->text.size;
    return size > LENGTH_AT_MOST ? LENGTH_AT_MOST : size < LENGTH_AT_LEAST ? LENGTH_AT_LEAST : size;
}

/* The run of units with the greatest sum of length times (probability - .4) (Kadane); the others lose. */
static void penalise_outside_run(struct px_page *page)
{
    size_t best_start = 0, best_end = 0, start = 0;
    double best = 0, sum = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (sum <= 0) {
            sum = 0;
            start = i;
        }
        sum += run_length(unit) * (probability(unit) - .4);
        if (sum > best) {
            best = sum;
            best_start = start;
            best_end = i + 1;
        }
    }
    for (size_t i = 0; i < page->units.count; i++)
        if (i < best_start || i >= best_end)
            page->units.items[i].score -= run_penalty;
}

/* The container whose units speak most for it; what stands outside loses. */
static enum px_status penalise_outside_container(struct px_page *page, struct px_error *error)
{
    size_t count = page->elements.count;
    double *sums = px_arena_array(&page->arena, double, count);
    bool *inside = px_arena_array(&page->arena, bool, count);
    if (sums == NULL || inside == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        sums[unit->element] += fmin(LENGTH_AT_MOST, (double)unit->text.size) * (probability(unit) - .5);
    }
    for (size_t i = count; i-- > 1;)
        sums[page->elements.items[i].parent] += sums[i];
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (sums[i] >= sums[best])
            best = i;
    inside[best] = true;
    for (size_t i = 1; i < count; i++)
        inside[i] = inside[i] || inside[page->elements.items[i].parent];
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!inside[unit->element])
            unit->score -= container_penalty;
        if (page->elements.items[unit->element].hidden)
            unit->score -= hidden_penalty;
    }
    return PX_OK;
}

static uint32_t parent_of(const struct px_page *page, size_t unit)
{
    return page->elements.items[page->units.items[unit].element].parent;
}

/* Does the line open with what furniture says ("Read more:", "Subscribe now"), or is it that? Then it says so louder
 * than its place does. */
static bool is_furniture_like(const struct px_unit *unit)
{
    return unit->rules.where >= PX_PATTERN_START && unit->measure.words <= RULE_WORDS;
}

/* What stands between two pieces of the article in one container, and a heading right above one, is likely its too. */
static void favour_between(struct px_page *page)
{
    size_t before = SIZE_MAX, kept = SIZE_MAX; /* the unit before, and the last one above the threshold */
    double *favours = px_arena_array(&page->arena, double, page->units.count + 1);
    for (size_t i = 0; favours != NULL && i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->fixed)
            continue;
        size_t next = i + 1;
        while (next < page->units.count && page->units.items[next].fixed)
            next++;
        bool above = before != SIZE_MAX && page->units.items[before].score > html_threshold &&
                     parent_of(page, before) == parent_of(page, i);
        bool below = next < page->units.count && page->units.items[next].score > html_threshold &&
                     parent_of(page, next) == parent_of(page, i);
        bool heading = unit->shape == PX_UNIT_HEADING;
        bool inside = kept != SIZE_MAX && kept + HEADING_GAP >= i && parent_of(page, kept) == parent_of(page, i);
        if (below && (above || heading) && !is_furniture_like(unit))
            favours[i] = heading && inside ? fmax(between_bonus, heading_score - unit->score) : between_bonus;
        before = i;
        kept = unit->score > html_threshold ? i : kept;
    }
    for (size_t i = 0; favours != NULL && i < page->units.count; i++)
        page->units.items[i].score += favours[i];
}

/* The first sentences below the headline, above the byline, a picture or the buttons, are the article's: they may stand
 * in a box of their own. */
static void favour_lede(struct px_page *page)
{
    size_t title = 0;
    while (title < page->units.count && page->units.items[title].role != PX_ROLE_TITLE)
        title++;
    for (size_t i = title + 1; i < page->units.count && i <= title + LEDE_WITHIN; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool linked = unit->link_bytes * 3 >= unit->text.size;
        if (unit->fixed || unit->shape == PX_UNIT_CAPTION || unit->rules.where >= PX_PATTERN_START || linked ||
            !px_unit_is_prose(unit))
            continue;
        unit->score += page->elements.count > 0 ? lede_bonus : text_lede_bonus; /* a line says less than an element */
        return;
    }
}

/* Does a short line announce what is not the article: "Read more", "Sign up for our newsletter", "Listen:"? */
static bool announces_box(const struct px_unit *unit)
{
    uint8_t role = unit->rules.value;
    bool foreign = role == PX_ROLE_RELATED || role == PX_ROLE_NOTICE || role == PX_ROLE_OTHER;
    return unit->shape == PX_UNIT_HEADING && foreign && unit->rules.where >= PX_PATTERN_START &&
           unit->measure.words <= BOX_HEADING_WORDS && unit->measure.letters >= BOX_HEADING_LETTERS;
}

static bool lies_in(const struct px_page *page, uint32_t element, uint32_t box)
{
    while (element > box)
        element = page->elements.items[element].parent;
    return element == box;
}

/* The element that a unit opens, wrappers of it alone left aside; 0 when it opens none. */
static uint32_t find_box(const struct px_page *page, size_t unit)
{
    const struct px_element *elements = page->elements.items;
    uint32_t box = page->units.items[unit].element;
    while (box != 0 && elements[box].units == 1)
        box = elements[box].parent;
    bool opens = box != 0 && (unit == 0 || !lies_in(page, page->units.items[unit - 1].element, box));
    return opens ? box : 0;
}

/* A small box inside the text that opens with a line of furniture is all furniture: "Listen: ..." and what one would
 * hear, "Read more" and a link, "Sign up" and why. */
static void penalise_boxes(struct px_page *page)
{
    const struct px_element *elements = page->elements.items;
    for (size_t i = 0; i < page->units.count; i++) {
        uint32_t box = announces_box(&page->units.items[i]) ? find_box(page, i) : 0;
        if (box == 0 || elements[box].units > BOX_UNITS || elements[box].text_bytes > BOX_BYTES ||
            elements[box].good_bytes * 4 > elements[0].good_bytes)
            continue;
        for (size_t k = i; k < page->units.count && lies_in(page, page->units.items[k].element, box); k++)
            page->units.items[k].score -= box_penalty;
    }
}

/* The unit's words, where it is likely the article's. */
static size_t good_words(const struct px_page *page, size_t i)
{
    const struct px_unit *unit = &page->units.items[i];
    return !unit->fixed && unit->score > threshold(page) ? unit->measure.words : 0;
}

static bool tells_of_comments(const struct px_unit *unit)
{
    return unit->rules.where >= PX_PATTERN_START && unit->rules.value == PX_ROLE_COMMENTS &&
           unit->link_bytes * 2 < unit->text.size;
}

/* The line that announces what readers say: behind most of the text, and not the only one there that speaks of
 * comments, since an article may have a heading "Discussion" too. The number of units when there is none. */
static size_t find_comments(const struct px_page *page)
{
    size_t first = page->units.count, behind = 0, before = 0, hits = 0;
    for (size_t i = 0; i < page->units.count; i++)
        behind += good_words(page, i);
    for (size_t i = 0; i < page->units.count; i++) {
        if (before >= COMMENTED_WORDS && behind * 2 <= before && tells_of_comments(&page->units.items[i]))
            first = hits++ == 0 ? i : first;
        before += good_words(page, i);
        behind -= good_words(page, i);
    }
    return hits > 1 ? first : page->units.count;
}

static void penalise_comments(struct px_page *page)
{
    for (size_t i = find_comments(page); i < page->units.count; i++)
        page->units.items[i].score -= comments_penalty;
}

static void penalise_rules(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        if (is_furniture_like(&page->units.items[i]))
            page->units.items[i].score -= rule_penalty;
}

static size_t keep_above(struct px_page *page, double limit)
{
    size_t words = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool above = unit->score > limit && unit->measure.words > 0;
        if (!unit->fixed) /* a trail of links to the headline is not taken for want of other text */
            unit->keep = above && !(unit->score <= threshold(page) && px_roles_repeat_title(page, unit));
        words += unit->keep ? unit->measure.words : 0;
    }
    return words;
}

/* The threshold, or, on a page with next to no text above it, a lower one that leaves some. */
static double keep_enough(struct px_page *page)
{
    double limit = threshold(page);
    while (keep_above(page, limit) < KEPT_WORDS_AT_LEAST && limit > least_threshold)
        limit -= threshold_step;
    return limit;
}

/* A paragraph that is marked up as a heading, for its looks, stays a paragraph. */
static bool is_heading(const struct px_unit *unit)
{
    return unit->measure.words <= HEADING_WORDS || !px_unit_is_prose(unit);
}

/* On a page of pictures their captions are the article. */
static bool is_gallery(const struct px_page *page, double limit)
{
    size_t captions = 0, others = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        size_t size = !unit->fixed && unit->score > limit ? unit->text.size : 0;
        captions += unit->shape == PX_UNIT_CAPTION ? size : 0;
        others += unit->shape == PX_UNIT_CAPTION ? 0 : size;
    }
    return captions > others;
}

static uint8_t content_role(const struct px_unit *unit, double limit, bool gallery)
{
    switch (unit->shape) {
    case PX_UNIT_HEADING: return is_heading(unit) ? PX_ROLE_HEADING : PX_ROLE_PARAGRAPH;
    case PX_UNIT_ITEM: return PX_ROLE_LIST_ITEM;
    case PX_UNIT_QUOTE: return PX_ROLE_QUOTATION;
    case PX_UNIT_CELL: return px_unit_is_strong(unit) ? PX_ROLE_PARAGRAPH : PX_ROLE_TABLE;
    case PX_UNIT_CAPTION:
        return gallery || (px_unit_is_prose(unit) && unit->score > limit + caption_margin) ? PX_ROLE_PARAGRAPH
                                                                                           : PX_ROLE_CAPTION;
    default: return PX_ROLE_PARAGRAPH;
    }
}

/* What an element's names say, the surest first. */
static const struct {
    uint8_t hint, role;
} hinted_roles[] = {
    {PX_HINT_COMMENT, PX_ROLE_COMMENTS}, {PX_HINT_CAPTION, PX_ROLE_CAPTION}, {PX_HINT_BYLINE, PX_ROLE_BYLINE},
    {PX_HINT_TAGS, PX_ROLE_TAGS},        {PX_HINT_RELATED, PX_ROLE_RELATED}, {PX_HINT_NAVIGATION, PX_ROLE_NAVIGATION},
    {PX_HINT_FOOTER, PX_ROLE_NOTICE},    {PX_HINT_FORM, PX_ROLE_NOTICE},
};

/* Role of furniture by hints of its element and those above. */
static uint8_t hinted_role(const struct px_context *context, const struct px_unit *unit)
{
    const struct px_element *e = &context->page->elements.items[unit->element];
    if (e->ancestors & 1u << PX_ABOVE_NAV)
        return PX_ROLE_NAVIGATION;
    for (size_t i = 0; i < sizeof hinted_roles / sizeof *hinted_roles; i++)
        if (px_context_hints(context->hint_counts[unit->element], hinted_roles[i].hint) > 0)
            return hinted_roles[i].role;
    if (e->ancestors & (1u << PX_ABOVE_FOOTER | 1u << PX_ABOVE_HEADER))
        return unit->measure.ends_sentence ? PX_ROLE_NOTICE : PX_ROLE_NAVIGATION;
    return unit->link_bytes * 2 > unit->text.size && unit->measure.words > 3 ? PX_ROLE_RELATED : PX_ROLE_OTHER;
}

static uint8_t furniture_role(const struct px_context *context, const struct px_unit *unit)
{
    if (unit->shape == PX_UNIT_CAPTION)
        return unit->rules.where != PX_PATTERN_NOWHERE && unit->rules.value == PX_ROLE_CREDIT ? PX_ROLE_CREDIT
                                                                                              : PX_ROLE_CAPTION;
    bool inside = unit->rules.where == PX_PATTERN_INSIDE && unit->measure.words > RULE_WORDS;
    if (unit->rules.where != PX_PATTERN_NOWHERE && !inside && unit->rules.value != PX_ROLE_OTHER)
        return unit->rules.value;
    if (context->page->elements.count > 0)
        return hinted_role(context, unit);
    const struct px_measure *m = &unit->measure;
    bool headline = m->words >= 4 && m->characters < 150 && m->last != '.' && m->capital_words * 10 >= m->words * 6;
    return headline ? PX_ROLE_RELATED : PX_ROLE_OTHER;
}

static void set_roles(struct px_context *context, double limit)
{
    struct px_page *page = context->page;
    bool gallery = is_gallery(page, limit);
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->fixed)
            continue;
        unit->role = unit->keep ? content_role(unit, limit, gallery) : furniture_role(context, unit);
        unit->keep = px_role_is_content(unit->role);
    }
}

enum px_status px_decide_units(struct px_page *page, const struct px_scorer *scorer, struct px_error *error)
{
    struct px_context context;
    enum px_status status = px_context_init(&context, page, page->heading, page->facts.description, error);
    if (status != PX_OK)
        return status;
    score_units(&context, scorer);
    if (page->elements.count > 0)
        status = smooth_signatures(page, error);
    penalise_outside_run(page);
    if (page->elements.count > 0)
        status = penalise_outside_container(page, error);
    favour_lede(page);
    penalise_rules(page);
    if (page->elements.count > 0)
        penalise_boxes(page);
    penalise_comments(page);
    if (page->elements.count > 0)
        favour_between(page);
    if (status == PX_OK)
        set_roles(&context, keep_enough(page));
    px_context_release(&context);
    return status;
}
