/* Names for the same thing. */
#include <math.h>

#include "report/page.h"

enum { MOST_REFERENTS = 12 };
#define SIDES .5 /* connotation from which a wording takes sides */

static void capitalised(struct px_page *page, struct px_slice name)
{
    char first = name.size > 0 ? name.data[0] : ' ';
    px_buffer_byte(page->out, first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first);
    px_page_text(page, px_slice_part(name, name.size > 0, name.size));
}

/* Which columns of a table of names would not be empty. */
struct name_table {
    bool verdicts;
    bool users;        /* who uses a wording elsewhere */
    bool sides;        /* … and that are those for or against the thing */
    bool connotations; /* what a wording says of the thing, where its users are not known */
    bool own;          /* how many are in the article's own voice */
};

/* Are there some who say so, and others who do not? */
static bool has_users(const struct px_variant *variant)
{
    return variant->used_by.size > 0 && !variant->common;
}

/* Who uses the wording, or what it says of the thing; only the latter in a table where no `users` are told. */
static void user_cell(struct px_page *page, const struct px_variant *variant, bool users)
{
    if (has_users(variant))
        px_page_text(page, variant->used_by);
    else if (users && variant->common)
        px_buffer_string(page->out, "any side");
    else if (variant->connotation != 0)
        px_buffer_printf(page->out, "%s (%+.1f)", variant->connotation < 0 ? "negative" : "positive",
                         variant->connotation);
    else
        px_buffer_string(page->out, users ? "not known" : "–");
    px_buffer_string(page->out, " | ");
}

/* Do all its places in the article stand in what the article itself doubts? */
static bool is_disowned(const struct px_variant *variant, size_t article)
{
    return variant->disowned != NULL && variant->counts[article] > 0 &&
           variant->disowned[article] == variant->counts[article];
}

/* In whose voice the article has it, where not all of it is its own: "3 (2 own)". */
static void voice_note(struct px_page *page, const struct px_variant *variant, size_t article)
{
    if (is_disowned(variant, article))
        px_buffer_string(page->out, " (in words that it doubts)");
    else if (variant->unsure[article] > 0 && variant->unsure[article] == variant->counts[article])
        px_buffer_string(page->out, " (voice unsure)");
    else if (variant->own[article] == 0 && variant->unsure[article] > 0)
        px_buffer_printf(page->out, " (at most %u own)", variant->unsure[article]);
    else if (variant->own[article] < variant->counts[article])
        px_buffer_printf(page->out, variant->unsure[article] ? " (at least %u own)" : " (%u own)",
                         variant->own[article]);
}

static void variant_row(struct px_page *page, const struct px_referent *referent, const struct px_variant *variant,
                        bool first, const struct name_table *table)
{
    px_buffer_string(page->out, "| ");
    if (first && referent->lexical) /* a category of the lexicon, "islamic state", as the first word of its row */
        capitalised(page, referent->name);
    else if (first)
        px_page_text(page, referent->name);
    px_buffer_string(page->out, " | ");
    px_page_text(page, variant->form);
    if (variant->other.size > 0) {
        px_buffer_string(page->out, " / ");
        px_page_text(page, variant->other);
    }
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        px_buffer_printf(page->out, " %u", variant->counts[i]);
        voice_note(page, variant, i);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, ' ');
    if (table->users || table->connotations)
        user_cell(page, variant, table->users);
    px_page_cite_all(page, variant->evidence, 3);
    px_buffer_string(page->out, " |");
    if (table->verdicts)
        px_page_verdict(page, first ? referent->verdict : PX_VERDICT_TOO_LITTLE);
    px_buffer_byte(page->out, '\n');
}

/* Do several articles name it? */
static bool is_compared(const struct px_page *page, const struct px_referent *referent)
{
    size_t articles = 0;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        articles += referent->mentions[i].count > 0;
    return articles > 1;
}

/* Does an article use a wording more often than another does? */
static bool is_unlike(const struct px_page *page, const struct px_referent *referent)
{
    for (size_t v = 0; v < referent->variant_count; v++)
        for (size_t i = 1; !referent->variants[v].doubted && i < page->comparison->article_count; i++)
            if (referent->variants[v].counts[i] != referent->variants[v].counts[0])
                return true;
    return false;
}

static bool is_shown(const struct px_page *page, const struct px_referent *referent, bool lexical)
{
    return referent->lexical == lexical && is_compared(page, referent) && is_unlike(page, referent) &&
           px_referent_is_telling(page->comparison, referent);
}

static bool tells_sides(struct px_slice used_by)
{
    return px_slice_find(used_by, PX_SLICE("supporters"), 0) != SIZE_MAX ||
           px_slice_find(used_by, PX_SLICE("opponents"), 0) != SIZE_MAX;
}

/* Adds what the rows of the referent have in their cells. */
static void read_cells(const struct px_page *page, const struct px_referent *referent, struct name_table *table)
{
    for (size_t j = 0; j < referent->variant_count; j++) {
        const struct px_variant *variant = &referent->variants[j];
        if (variant->doubted)
            continue;
        table->users |= has_users(variant);
        table->sides |= has_users(variant) && tells_sides(variant->used_by);
        table->connotations |= variant->used_by.size == 0 && variant->connotation != 0;
        for (size_t i = 0; i < page->comparison->article_count; i++)
            table->own |= variant->own[i] < variant->counts[i] && variant->unsure[i] < variant->counts[i] &&
                          !is_disowned(variant, i);
    }
}

static struct name_table table_of(const struct px_page *page, bool lexical)
{
    struct name_table table = {0};
    for (size_t i = 0; i < page->comparison->referents.count; i++) {
        const struct px_referent *referent = &page->comparison->referents.items[i];
        if (!is_shown(page, referent, lexical))
            continue;
        table.verdicts = table.verdicts || referent->verdict == PX_VERDICT_DIFFERS;
        read_cells(page, referent, &table);
    }
    return table;
}

static void name_heading(struct px_page *page, const struct name_table *table, const char *heading)
{
    const char *columns[4] = {NULL};
    size_t count = 0;
    if (table->users || table->connotations)
        columns[count++] = !table->users         ? "what it says of the thing"
                           : table->connotations ? "who else says so, or what it says of the thing"
                                                 : "who else says so";
    columns[count++] = "sentences";
    if (table->verdicts)
        columns[count++] = "difference";
    px_buffer_string(page->out, heading);
    if (table->own)
        px_buffer_string(page->out, "; “own”: so many of them in the article's own voice, where not all are");
    if (table->users)
        px_buffer_string(page->out,
                         "; “who else says so”: who mostly uses the wording in other texts, as the word list "
                         "has it");
    if (table->sides)
        px_buffer_string(page->out, ", supporters and opponents of the thing named");
    px_buffer_string(page->out, ":\n\n");
    px_page_table(page, (const char *const[]){"of what or whom", "wording", NULL}, columns);
}

/* The rows of lexical referents, or of entities, below a heading; returns how many referents there were. */
static size_t name_rows(struct px_page *page, bool lexical, const char *heading)
{
    size_t shown = 0;
    struct name_table table = table_of(page, lexical);
    for (size_t i = 0; i < page->comparison->referents.count; i++) {
        const struct px_referent *referent = &page->comparison->referents.items[i];
        if (!is_shown(page, referent, lexical) || ++shown > MOST_REFERENTS)
            continue;
        if (shown == 1)
            name_heading(page, &table, heading);
        for (size_t j = 0, rows = 0; j < referent->variant_count; j++)
            if (!referent->variants[j].doubted)
                variant_row(page, referent, &referent->variants[j], rows++ == 0, &table);
    }
    px_page_more(page, shown, MOST_REFERENTS);
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
    return shown;
}

/* "“coup” for change of power (Kiev), a word used by those who lost power and their allies [A¶6.1]" */
static void alone_wording(struct px_page *page, const struct px_referent *referent, const struct px_variant *variant,
                          size_t article)
{
    px_buffer_string(page->out, "“");
    px_page_text(page, variant->form);
    px_buffer_string(page->out, "” for ");
    px_page_text(page, referent->name);
    if (has_users(variant)) {
        px_buffer_string(page->out, ", a word used by ");
        px_page_text(page, variant->used_by);
    }
    px_buffer_string(page->out, variant->own[article] > 0       ? " "
                                : is_disowned(variant, article) ? ", here in words that the article doubts "
                                : variant->unsure[article]      ? ", perhaps not in the article's own voice "
                                                                : ", here not in the article's own voice ");
    px_page_cite(page, article, &variant->evidence[article], 2);
}

/* By what it says of the thing, or as a name that tells a side. */
static bool takes_sides(const struct px_variant *variant)
{
    return variant->positional || fabs(variant->connotation) >= SIDES;
}

/* The lexicon's wordings for what one article alone names by any of them: nothing stands beside them. */
static void alone_lines(struct px_page *page)
{
    size_t lines = 0;
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        size_t shown = 0;
        for (size_t i = 0; i < page->comparison->referents.count; i++) {
            const struct px_referent *referent = &page->comparison->referents.items[i];
            if (!referent->lone || referent->mentions[a].count == 0)
                continue;
            for (size_t v = 0; v < referent->variant_count; v++) {
                const struct px_variant *variant = &referent->variants[v];
                if (variant->doubted || !takes_sides(variant) || shown++ >= MOST_REFERENTS)
                    continue;
                if (shown == 1)
                    px_buffer_printf(page->out, "%s- **%c**: ",
                                     lines++ == 0 ? "What one article alone names, as far as the lexicon has wordings "
                                                    "for it:\n\n"
                                                  : "",
                                     px_comparison_letter(a));
                else
                    px_buffer_string(page->out, "; ");
                alone_wording(page, referent, variant, a);
            }
        }
        if (shown > 0)
            px_buffer_byte(page->out, '\n');
    }
    if (lines > 0)
        px_buffer_byte(page->out, '\n');
}

/* Is anything named by several articles, and not alike? */
static bool has_rows(const struct px_page *page)
{
    for (size_t i = 0; i < page->comparison->referents.count; i++)
        if (is_shown(page, &page->comparison->referents.items[i], true) ||
            is_shown(page, &page->comparison->referents.items[i], false))
            return true;
    return false;
}

void px_page_names(struct px_page *page)
{
    size_t start = page->out->size;
    px_buffer_string(page->out, has_rows(page) ? "## Names for the same thing\n\n" : "## Names that take sides\n\n");
    size_t before = page->out->size;
    name_rows(page, true, "Things for which several wordings are in use, and how often each article has which");
    alone_lines(page);
    size_t named =
        name_rows(page, false,
                  "People, places and institutions that both name, one of them three times or more by a name that the "
                  "other has nowhere; by surname, given name or in full is no difference; the rest is in the JSON");
    if (page->out->size == before)
        px_page_drop(page, start);
    else if (named > 0)
        px_page_validity(page, "names");
}
