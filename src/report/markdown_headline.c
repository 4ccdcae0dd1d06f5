/* Headline and standfirst against the body, and against each other. */
#include "report/page.h"
#include "report/topic_name.h"

enum { MOST_WORDS = 160 };

static const struct px_headline *headline_of(const struct px_page *page, size_t article)
{
    return &page->comparison->headlines[article];
}

static struct px_slice words_of(const struct px_page *page, size_t article, const struct px_headline_name *name)
{
    return px_slice_span(page->comparison->articles[article]->text, name->span);
}

static void topic_cell(struct px_page *page, size_t article)
{
    const struct px_headline *headline = headline_of(page, article);
    if (headline->topic == PX_NONE)
        return;
    px_page_topic(page, &page->comparison->topics.items[headline->topic]);
    px_buffer_printf(page->out, " (%.0f %%)", 100 * headline->topic_share);
}

static void largest_cell(struct px_page *page, size_t article)
{
    const struct px_headline *headline = headline_of(page, article);
    if (headline->largest == PX_NONE)
        return;
    px_page_topic(page, &page->comparison->topics.items[headline->largest]);
    px_buffer_printf(page->out, " (%.0f %%)%s", 100 * headline->largest_share,
                     headline->largest_named ? "" : ", not named there");
}

/* A row; nothing where no cell has anything. */
static void row(struct px_page *page, const char *title, void (*cell)(struct px_page *page, size_t article))
{
    size_t before = page->out->size, filled = 0;
    px_buffer_printf(page->out, "| %s |", title);
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        px_buffer_byte(page->out, ' ');
        size_t start = page->out->size;
        if (headline_of(page, a)->end > 0)
            cell(page, a);
        filled += page->out->size > start;
        px_buffer_string(page->out, page->out->size > start ? " |" : "– |");
    }
    px_buffer_byte(page->out, '\n');
    if (filled == 0)
        px_page_drop(page, before);
}

static void quote(struct px_page *page, size_t article, struct px_span span)
{
    px_buffer_string(page->out, "“");
    px_page_excerpt(page, px_slice_span(page->comparison->articles[article]->text, span), MOST_WORDS);
    px_buffer_string(page->out, "”");
}

static void point(struct px_page *page, size_t article, const struct px_headline_point *point)
{
    uint32_t sentences[] = {point->sentence, point->body_sentence};
    struct px_evidence evidence = {sentences, point->body_sentence == PX_NONE ? 1 : 2};
    px_buffer_printf(page->out, "- %c: ", px_comparison_letter(article));
    quote(page, article, point->span);
    switch (point->kind) {
    case PX_HEADLINE_SPOKEN:
        px_buffer_string(page->out, ", a loaded word, stands in the body in the words of speakers alone");
        break;
    case PX_HEADLINE_CLAIM:
        px_buffer_string(page->out, " is asserted; the body has it from ");
        px_page_excerpt(page, point->speaker, 60);
        px_buffer_string(page->out, " alone: ");
        quote(page, article, point->body);
        break;
    default:
        px_buffer_string(page->out,
                         point->body_sentence == PX_NONE ? " stands nowhere in the body" : "; the body gives ");
        if (point->body_sentence != PX_NONE)
            quote(page, article, point->body);
    }
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, article, &evidence, 2);
    px_buffer_byte(page->out, '\n');
}

/* "White House" for a country, which the other may well leave out. */
static bool is_office(const struct px_page *page, size_t article, const struct px_headline_name *name)
{
    const struct px_referent *referent = &page->comparison->referents.items[name->referent];
    return referent->kind == PX_ENTITY_PLACE &&
           px_slice_find(referent->name, words_of(page, article, name), 0) == SIZE_MAX;
}

static bool has_standfirst(const struct px_article *article)
{
    for (size_t b = 0; b < article->blocks.count; b++)
        if (article->blocks.items[b].role == PX_ROLE_STANDFIRST)
            return true;
    return false;
}

/* Does the byte stand in the headline itself? */
static bool is_in_title(const struct px_article *article, uint32_t at)
{
    for (size_t b = 0; b < article->blocks.count; b++)
        if (article->blocks.items[b].role == PX_ROLE_TITLE && article->blocks.items[b].start <= at &&
            at < article->blocks.items[b].end)
            return true;
    return false;
}

/* A place in one headline and another's body tells no more than where it is: "Ruun" here, "Vesterland" there. */
static bool is_place(const struct px_page *page, const struct px_headline_name *name)
{
    return name->referent != PX_NONE && page->comparison->referents.items[name->referent].kind == PX_ENTITY_PLACE;
}

/* Behind the third paragraph of the article from its lead on. */
static uint32_t early_end(const struct px_article *article, uint32_t lead)
{
    enum { EARLY = 3 };
    size_t b = article->sentences.items[lead].block, paragraphs = 0;
    uint32_t end = 0;
    for (; b < article->blocks.count && paragraphs < EARLY; b++) {
        paragraphs += px_role_is_paragraph(article->blocks.items[b].role);
        end = article->blocks.items[b].end;
    }
    return end;
}

/* Does one of the article's first paragraphs name it, or a line above them? */
static bool is_early(const struct px_page *page, size_t article, const struct px_headline_name *name)
{
    const struct px_article *it = page->comparison->articles[article];
    const struct px_spans *mentions = &page->comparison->referents.items[name->referent].mentions[article];
    uint32_t lead = px_topic_lead(it);
    if (lead == PX_NONE)
        return false;
    uint32_t end = early_end(it, lead);
    for (size_t m = 0; m < mentions->count; m++)
        if (mentions->items[m].start < end && !is_in_title(it, mentions->items[m].start))
            return true;
    return false;
}

/* Is the name one of the headline's that the other article has in its body alone, and not at once? What it has nowhere is
 * told with all that one article alone has. */
static bool is_left_out(const struct px_page *page, size_t article, size_t other, const struct px_headline_name *name)
{
    return !name->broad && !is_office(page, article, name) && !is_place(page, name) && name->bodies[other] > 0 &&
           !name->heads[other] && !is_early(page, other, name);
}

/* "Named in headline or standfirst of A, and in B only below its third paragraph: Russia"; where but one has a standfirst, in
 * the headline alone: a longer text names more. */
static void left_out(struct px_page *page, size_t article, size_t other)
{
    const struct px_headline *headline = headline_of(page, article);
    const struct px_article *it = page->comparison->articles[article];
    bool standfirst = has_standfirst(it);
    bool both = standfirst && has_standfirst(page->comparison->articles[other]);
    size_t listed = 0;
    for (size_t i = 0; headline_of(page, other)->end > 0 && i < headline->names.count; i++) {
        const struct px_headline_name *name = &headline->names.items[i];
        if (!is_left_out(page, article, other, name) || (standfirst && !both && !is_in_title(it, name->span.start)))
            continue;
        if (listed++ == 0)
            px_buffer_printf(page->out, "- Named in %s of %c, and in %c only below its third paragraph: ",
                             both ? "headline or standfirst" : "the headline", px_comparison_letter(article),
                             px_comparison_letter(other));
        else
            px_buffer_string(page->out, ", ");
        px_page_excerpt(page, words_of(page, article, name), 60);
    }
    px_buffer_string(page->out, listed > 0 ? "\n" : "");
}

static bool any_has_standfirst(const struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        if (has_standfirst(page->comparison->articles[a]))
            return true;
    return false;
}

static bool has_topics(const struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        if (headline_of(page, a)->topic != PX_NONE || headline_of(page, a)->largest != PX_NONE)
            return true;
    return false;
}

/* What they speak of; nothing where they speak of no topic. */
static void table(struct px_page *page, const char *head)
{
    size_t before = page->out->size;
    px_page_table(page, (const char *const[]){head, NULL}, (const char *const[]){NULL});
    size_t rows = page->out->size;
    row(page, "is about", topic_cell);
    row(page, "largest topic of the article", largest_cell);
    if (page->out->size > rows)
        px_buffer_byte(page->out, '\n');
    else
        px_page_drop(page, before);
}

/* A loaded word that the body does not repeat is left out: the body may say the same in other words. */
static void points(struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        for (size_t i = 0; i < headline_of(page, a)->points.count; i++)
            if (headline_of(page, a)->points.items[i].kind != PX_HEADLINE_ALONE)
                point(page, a, &headline_of(page, a)->points.items[i]);
}

static void all_left_out(struct px_page *page)
{
    size_t count = page->comparison->article_count;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++)
            if (a != b)
                left_out(page, a, b);
}

/* The lines below a heading, which goes where there are none; `tabled`: a table stands there already. */
static void lines(struct px_page *page, size_t heading, bool tabled, void (*write)(struct px_page *page))
{
    size_t before = page->out->size;
    write(page);
    if (page->out->size > before)
        px_buffer_byte(page->out, '\n');
    else if (!tabled)
        px_page_drop(page, heading);
}

void px_page_headlines(struct px_page *page)
{
    const char *head = any_has_standfirst(page) ? "headline and standfirst" : "headline";
    size_t heading = page->out->size;
    px_buffer_printf(page->out, "The %s against the body%s:\n\n", head,
                     has_topics(page) ? " (in brackets: what share of its words the article spends on the topic)" : "");
    size_t before = page->out->size;
    table(page, head);
    lines(page, heading, page->out->size > before, points);
    heading = page->out->size;
    px_buffer_string(page->out, "Names of one headline that another article has only later:\n\n");
    lines(page, heading, false, all_left_out);
}
