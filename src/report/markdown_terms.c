/* Distinctive terms. */
#include <math.h>

#include "report/page.h"
#include "report/term_rank.h"

enum { MOST_CLEAR = 15, MOST_NEAR = 8, FEWEST_SENTENCES = 3 };
#define CLEAR .05 /* q */
#define NEAR .05  /* p, by itself */

struct px_slice px_term_forms(const struct px_term *term)
{
    return term->forms.size > 0 ? term->forms : term->term;
}

/* At least twice as often there, by the count and by the rate, and more than chance would have it if nothing else were
 * tested; what is said in one breath, "bless you, bless them, bless all", tells little of an article. */
static bool is_much_more(const struct px_term *term)
{
    size_t article = term->log_odds_z > 0 ? 0 : 1;
    return term->p < NEAR && term->evidence[article].count >= FEWEST_SENTENCES &&
           term->counts[article] >= 2 * term->counts[1 - article] && fabs(term->log_ratio) >= 1;
}

static struct px_slice first_form(const struct px_term *term)
{
    struct px_slice rest = term->forms, first;
    return px_slice_next(&rest, '/', &first) ? first : term->term;
}

/* Is it another part of a compound that a term before it stands for, "double-dip/double" behind "double-dip/dip"? */
static bool is_twin(const struct px_comparison *comparison, size_t term)
{
    const struct px_term *it = &comparison->terms.items[term];
    struct px_slice form = first_form(it);
    bool compound = px_slice_find(form, PX_SLICE("-"), 0) != SIZE_MAX;
    for (size_t i = 0; compound && i < term; i++) {
        const struct px_term *other = &comparison->terms.items[i];
        if (px_slice_equal(first_form(other), form) && other->counts[0] == it->counts[0] &&
            other->counts[1] == it->counts[1])
            return true;
    }
    return false;
}

enum px_term_rank px_term_rank(const struct px_comparison *comparison, size_t term)
{
    const struct px_term *it = &comparison->terms.items[term];
    if (it->q < CLEAR || comparison->article_count > 2)
        return PX_TERM_CLEAR;
    return is_much_more(it) && !is_twin(comparison, term) ? PX_TERM_NEAR : PX_TERM_FAINT;
}

const struct px_term *px_term_next(const struct px_comparison *comparison, enum px_term_rank rank, double sign,
                                   size_t *at, size_t *shown)
{
    size_t most = rank == PX_TERM_CLEAR ? MOST_CLEAR : rank == PX_TERM_NEAR ? MOST_NEAR : 0;
    for (; *at < comparison->terms.count && *shown < most; ++*at) {
        const struct px_term *term = &comparison->terms.items[*at];
        if (sign * term->log_odds_z <= 0 || px_term_rank(comparison, *at) != rank)
            continue;
        ++*at;
        ++*shown;
        return term;
    }
    return NULL;
}

static void term_row(struct px_page *page, const struct px_term *term)
{
    px_buffer_string(page->out, "| ");
    px_page_text(page, px_term_forms(term));
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_buffer_printf(page->out, " %u |", term->counts[i]);
    px_buffer_byte(page->out, ' ');
    px_page_probability(page, term->q);
    px_buffer_string(page->out, " | ");
    px_page_cite_all(page, term->evidence, 3);
    px_buffer_string(page->out, " |\n");
}

static void terms_of(struct px_page *page, double sign)
{
    const struct px_term *term;
    for (size_t at = 0, shown = 0; (term = px_term_next(page->comparison, PX_TERM_CLEAR, sign, &at, &shown)) != NULL;)
        term_row(page, term);
}

/* "- “visit” 6 : 0, “country” 5 : 0": those of one article that are not beyond chance. */
static void term_line(struct px_page *page, size_t article, double sign)
{
    const struct px_term *term;
    size_t at = 0, shown = 0;
    while ((term = px_term_next(page->comparison, PX_TERM_NEAR, sign, &at, &shown)) != NULL) {
        if (shown == 1)
            px_buffer_printf(page->out, "- more in %c: ", px_comparison_letter(article));
        px_buffer_string(page->out, shown == 1 ? "“" : "; “");
        px_page_text(page, px_term_forms(term));
        px_buffer_printf(page->out, "” %u : %u ", term->counts[0], term->counts[1]);
        px_page_cite(page, article, &term->evidence[article], 2);
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

bool px_page_has_terms(const struct px_comparison *comparison)
{
    for (size_t i = 0; i < comparison->terms.count; i++)
        if (comparison->terms.items[i].q < CLEAR)
            return true;
    return false;
}

void px_page_terms(struct px_page *page)
{
    if (!px_page_has_terms(page->comparison) && page->comparison->article_count == 2)
        return;
    px_buffer_string(page->out, "## Distinctive terms\n\nWords that one article has more often than chance would give "
                                "it, those of A first, then those of B; q: how likely by chance alone, with so many "
                                "words looked at. A stroke stands between forms counted together; a name is counted "
                                "however it is written, short or in full.\n\n");
    px_page_picture(page, PX_PICTURE_TERMS);
    px_page_table(page, (const char *const[]){"term", NULL}, (const char *const[]){"q", "sentences", NULL});
    terms_of(page, 1);
    terms_of(page, -1);
    px_buffer_byte(page->out, '\n');
    if (page->comparison->article_count > 2)
        return;
    size_t start = page->out->size;
    px_buffer_string(page->out, "These come near, but may be chance, with their counts in A and B:\n\n");
    size_t before = page->out->size;
    term_line(page, 0, 1);
    term_line(page, 1, -1);
    if (page->out->size == before)
        px_page_drop(page, start);
    else
        px_buffer_byte(page->out, '\n');
}
