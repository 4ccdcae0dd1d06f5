#include "ingest/assemble.h"

#include "ingest/clues.h"
#include "ingest/dates.h"
#include "ingest/explain.h"
#include "ingest/genre.h"
#include "ingest/hyphen.h"
#include "ingest/markup.h"
#include "ingest/roles.h"
#include "ingest/standfirst.h"
#include "ingest/title.h"
#include "text/utf8.h"

enum {
    DATE_WORDS = 10,
    BYLINE_BYTES = 160,
    TAIL_WORDS = 40,
    TAIL_UNITS = 4,
    OPEN_WORDS = 8,
    DOUBLED_WORDS = 7,
    DOUBLED_MOST = 2,
    WORDS_AT_MOST = 100000 /* beyond, it is no article */
};

/* ------------------------------------------------------------------------------------------------------- the head */

static const char repeats_title[] = "repeats the headline";

static size_t mark_title(struct px_page *page)
{
    struct px_slice title = page->heading, words = px_page_fold(page, title);
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < page->units.count && title.size > 0; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (words.size == 0 || px_clues_sizes_differ(unit->text, title) || !px_slice_equal(unit->words, words))
            continue;
        bool printed = page->elements.count > 0 && page->elements.items[unit->element].tag == PX_TAG_H1;
        if (best == SIZE_MAX || (printed && page->elements.items[page->units.items[best].element].tag != PX_TAG_H1)) {
            if (best != SIZE_MAX)
                px_unit_fix_why(&page->units.items[best], PX_ROLE_OTHER, repeats_title);
            best = i;
            px_unit_fix_why(unit, PX_ROLE_TITLE, "is the headline");
        } else if (!px_unit_is_strong(unit)) {
            px_unit_fix_why(unit, PX_ROLE_OTHER, repeats_title);
        }
    }
    return best;
}

/* Quotations that the page pulls out of the text to decorate it are said twice. */
static void mark_pulled(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count && page->elements.count > 0; i++) {
        const struct px_element *e = &page->elements.items[page->units.items[i].element];
        if (!page->units.items[i].fixed && ((e->hints | page->elements.items[e->parent].hints) & 1u << PX_HINT_PULLED))
            px_unit_fix_why(&page->units.items[i], PX_ROLE_OTHER, "pulled out of the text for show");
    }
}

static void mark_byline(struct px_page *page, size_t end)
{
    struct px_slice byline = page->facts.byline;
    for (size_t i = 0; i < end && byline.size > 0; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool named = unit->text.size < BYLINE_BYTES && px_clues_contain(unit->text, byline);
        if (!unit->fixed && named && !unit->measure.ends_sentence && unit->text.size < 3 * byline.size + 20)
            px_unit_fix_why(unit, PX_ROLE_BYLINE, "names the author before the text");
    }
}

static void mark_dates(struct px_page *page, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        struct px_unit *unit = &page->units.items[i];
        struct px_date date;
        bool whole = !unit->measure.ends_sentence || unit->measure.words <= DATE_WORDS - 2;
        if (!unit->fixed && unit->measure.has_date && unit->measure.words <= DATE_WORDS && whole &&
            unit->shape != PX_UNIT_HEADING && px_date_find(page->rules, unit->text, &date))
            px_unit_fix_why(unit, PX_ROLE_DATELINE, "gives a date before the text");
    }
}

void px_assemble_mark_head(struct px_page *page)
{
    size_t strong = 0, title = mark_title(page);
    while (strong < page->units.count && !px_unit_is_strong(&page->units.items[strong]))
        strong++;
    if (title != SIZE_MAX || (page->elements.count == 0 && page->facts.title.size > 0)) /* or among the named facts */
        px_standfirst_mark(page, title == SIZE_MAX ? 0 : title + 1);
    mark_byline(page, strong);
    mark_pulled(page);
    if (strong < page->units.count)
        mark_dates(page, strong);
}

/* ------------------------------------------------------------------------------------------------------- the tail */

/* Is there any text but headings? */
static bool has_paragraphs(const struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        if (page->units.items[i].keep && px_role_is_paragraph(page->units.items[i].role))
            return true;
    return false;
}

/* Lines behind the text that a pattern knows (who contributed, where it was printed), and headings with nothing
 * below. */
static void trim_tail(struct px_page *page)
{
    size_t trimmed = 0;
    for (size_t i = page->units.count; i-- > 0 && trimmed < TAIL_UNITS && has_paragraphs(page);) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->keep)
            continue;
        bool heading = unit->role == PX_ROLE_HEADING;
        bool sure = unit->rules.where >= PX_PATTERN_START ||
                    (unit->rules.where == PX_PATTERN_INSIDE && unit->rules.value == PX_ROLE_BYLINE);
        bool known = sure && unit->rules.value != PX_ROLE_DATELINE && unit->measure.words <= TAIL_WORDS &&
                     unit->role == PX_ROLE_PARAGRAPH && unit->measure.quotes == 0;
        if (!heading && !known)
            return;
        trimmed++;
        bool byline = known && unit->rules.value == PX_ROLE_BYLINE;
        px_unit_fix_why(unit,
                        heading  ? PX_ROLE_OTHER
                        : byline ? PX_ROLE_NOTICE
                                 : unit->rules.value,
                        heading ? "a heading with nothing below it" : "ends the page with words that a pattern knows");
    }
}

/* ---------------------------------------------------------------------------------------------------- said twice */

/* A paragraph of a scraped text that stands above word for word is there by accident; a short one may be a refrain, and
 * where there are several the text is made so. False when memory is out. */
static bool drop_doubled(struct px_page *page)
{
    struct px_table texts = {0};
    struct px_unit *doubled[DOUBLED_MOST];
    size_t count = 0;
    bool done = true;
    for (size_t i = 0; done && page->elements.count == 0 && i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool added = true;
        if (unit->keep && unit->role == PX_ROLE_PARAGRAPH && unit->measure.words >= DOUBLED_WORDS &&
            unit->measure.ends_sentence)
            done = px_table_add(&texts, unit->text, &added) != PX_NONE;
        if (!added && count++ < DOUBLED_MOST)
            doubled[count - 1] = unit;
    }
    for (size_t i = 0; i < count && count <= DOUBLED_MOST; i++)
        px_unit_fix_why(doubled[i], PX_ROLE_OTHER, "stands above word for word");
    px_table_release(&texts);
    return done;
}

/* ------------------------------------------------------------------------------------------------------- the text */

struct builder {
    const struct px_page *page;
    struct px_article *article;
    struct px_buffer text;
    const struct px_unit *last; /* the unit that the last block ends with */
    uint32_t paragraphs;
    bool joins;
    bool failed;
};

/* Does the paragraph go on in this unit, over the gap that a page had torn? */
static bool goes_on(const struct builder *builder, const struct px_unit *unit)
{
    const struct px_unit *last = builder->last;
    if (!builder->joins || last == NULL || last->role != PX_ROLE_PARAGRAPH || unit->role != PX_ROLE_PARAGRAPH)
        return false;
    if (last->measure.ends_sentence || last->measure.last == ':' || last->measure.words <= 3)
        return false;
    return unit->measure.starts_lower ||
           (last->measure.words > OPEN_WORDS && px_hyphen_is_open(builder->page, last->text));
}

/* What goes before a unit that belongs to the last block; NULL when it begins one of its own. Cells of one table are
 * one block: a bar between cells, a new line for each row. Empty: the joint of words that a line's end parted. */
static const char *joint(const struct builder *builder, const struct px_unit *unit)
{
    const struct px_unit *last = builder->last;
    if (goes_on(builder, unit))
        return "";
    if (last != NULL && last->role == PX_ROLE_TABLE && unit->role == PX_ROLE_TABLE)
        return last->group == unit->group ? " | " : "\n";
    return NULL;
}

static void add_block(struct builder *builder, struct px_slice text, uint8_t role, const char *join)
{
    struct px_article *article = builder->article;
    struct px_block *block = join == NULL ? NULL : &article->blocks.items[article->blocks.count - 1];
    if (block == NULL) {
        px_buffer_string(&builder->text, builder->text.size == 0 ? "" : "\n\n");
        block = px_vector_push(&article->blocks, &article->arena);
        if (block == NULL) {
            builder->failed = true;
            return;
        }
        block->start = (uint32_t)builder->text.size;
        block->role = role;
        block->number = px_role_is_paragraph(role) ? ++builder->paragraphs : 0;
    }
    if (join != NULL && *join == 0) {
        px_hyphen_join(builder->page, &builder->text, block->start, text);
    } else {
        px_buffer_string(&builder->text, join == NULL ? "" : join);
        px_buffer_append(&builder->text, text);
    }
    block->end = (uint32_t)builder->text.size;
}

static void add_furniture(struct builder *builder, const struct px_unit *unit)
{
    struct px_article *article = builder->article;
    struct px_furniture *furniture = px_vector_push(&article->furniture, &article->arena);
    struct px_slice text = px_arena_copy(&article->arena, unit->text);
    if (furniture == NULL || text.data == NULL) {
        builder->failed = true;
        return;
    }
    *furniture = (struct px_furniture){.role = unit->role, .label = unit->label, .text = text};
}

static void add_unit(struct builder *builder, const struct px_unit *unit)
{
    if (!unit->keep) {
        add_furniture(builder, unit);
        return;
    }
    add_block(builder, unit->text, unit->role, joint(builder, unit));
    if (unit->role == PX_ROLE_STANDFIRST && builder->article->standfirst.size == 0)
        builder->article->standfirst = px_arena_copy(&builder->article->arena, unit->text);
    builder->last = unit;
}

/* The title stands first even where the page prints it elsewhere, or nowhere. */
static void add_title(struct builder *builder, const struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        if (page->units.items[i].role == PX_ROLE_TITLE && page->units.items[i].keep) {
            add_unit(builder, &page->units.items[i]);
            return;
        }
    if (page->heading.size > 0)
        add_block(builder, page->heading, PX_ROLE_TITLE, NULL);
}

static bool copy_tags(const struct px_page *page, struct px_article *article)
{
    for (size_t i = 0; i < page->facts.tags.count; i++) {
        struct px_slice *tag = px_vector_push(&article->tags, &article->arena);
        if (tag == NULL)
            return false;
        *tag = px_arena_copy(&article->arena, page->facts.tags.items[i]);
    }
    return true;
}

static bool copy_facts(const struct px_page *page, struct px_article *article)
{
    const struct px_facts *facts = &page->facts;
    const struct {
        struct px_slice from, *to;
    } pairs[] = {{facts->title, &article->title},       {facts->outlet, &article->outlet},
                 {facts->byline, &article->byline},     {facts->published, &article->published},
                 {facts->modified, &article->modified}, {facts->url, &article->url},
                 {facts->section, &article->section}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].from.size > 0 && pairs[i].to->size == 0)
            *pairs[i].to = px_arena_copy(&article->arena, pairs[i].from);
    if (page->elements.count == 0) /* a record's, too */
        article->title = px_title_strip(article->title, article->outlet, article->url);
    return article->tags.count > 0 || copy_tags(page, article);
}

static size_t count_words(const struct px_page *page)
{
    size_t words = 0;
    for (size_t i = 0; i < page->units.count; i++)
        words += page->units.items[i].keep ? page->units.items[i].measure.words : 0;
    return words;
}

enum px_status px_assemble_article(struct px_page *page, bool joins, struct px_article *article, struct px_error *error)
{
    struct builder builder = {.page = page, .article = article, .joins = joins};
    px_genre_take_note(page, article);
    trim_tail(page);
    if (!drop_doubled(page))
        return px_no_memory(error);
    px_roles_settle(page);
    if (page->explainer == NULL)
        px_page_forget_words(page);
    builder.failed = !copy_facts(page, article);
    add_title(&builder, page);
    for (size_t i = 0; i < page->units.count && !builder.failed; i++)
        if (page->units.items[i].role != PX_ROLE_TITLE)
            add_unit(&builder, &page->units.items[i]);
    builder.failed = builder.failed || !px_explain_article(page, article);
    article->text = px_buffer_keep(&builder.text, &article->arena);
    article->counts.paragraphs = builder.paragraphs;
    if (builder.failed || article->text.data == NULL)
        return px_no_memory(error);
    px_genre_judge(page, article);
    px_language_judge(page, article);
    if (page->facts.doubtful.size > 0 && px_slice_equal(article->published, page->facts.doubtful))
        px_article_warn(article, "the date is read as %.*s, the day first: the month may stand first instead",
                        PX_SLICE_ARG(article->published));
    for (size_t i = 0; i < page->warnings.count; i++)
        px_article_warn(article, "%.*s", PX_SLICE_ARG(page->warnings.items[i]));
    if (builder.paragraphs == 0)
        px_article_warn(article, "no text of an article was found");
    if (count_words(page) > WORDS_AT_MOST)
        px_article_warn(article, "the text has %zu words, as no article has: is it one article?", count_words(page));
    return PX_OK;
}
