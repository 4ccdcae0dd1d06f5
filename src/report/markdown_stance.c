/* What is said of whom, and who acts. */
#include "report/page.h"

enum { MOST_STANCES = 20, MOST_LISTED = 12, MOST_ACTING = 12, FEWEST_ACTS = 2 };

static void stance_row(struct px_page *page, const struct px_stance_row *row)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, row->name, 60);
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_buffer_printf(page->out, " +%u −%u own; +%u −%u quoted |", row->positive[i], row->negative[i],
                         row->quoted_positive[i], row->quoted_negative[i]);
    px_buffer_printf(page->out, " %s | ", px_page_verdict(row->verdict));
    px_page_cite_all(page, row->evidence, 5);
    px_buffer_string(page->out, " |\n");
}

/* "- **A**: “were arrested” [A¶3.1]; …": deeds of one kind without a doer. */
static void agentless(struct px_page *page, size_t index, uint8_t kind)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    for (size_t i = 0; i < article->acts.count; i++) {
        const struct px_act *act = &article->acts.items[i];
        if (act->kind != kind || act->voice != PX_VOICE_OWN || !px_act_is_agentless(act) || ++shown > MOST_LISTED)
            continue;
        if (shown == 1) {
            px_buffer_string(page->out, kind == PX_ACT_PASSIVE ? "- Passives in **" : "- Nouns in **");
            px_page_article_name(page, index);
        }
        px_buffer_string(page->out, shown == 1 ? "**: “" : "; “");
        px_page_text(page, px_slice_part(article->text, act->start, act->end));
        px_buffer_string(page->out, "” ");
        struct px_evidence evidence = {(uint32_t[]){act->sentence}, 1};
        px_page_cite(page, index, &evidence, 1);
    }
    if (shown > MOST_LISTED)
        px_buffer_printf(page->out, "; and %zu more", shown - MOST_LISTED);
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

static void acting_row(struct px_page *page, const struct px_agency_row *row)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, row->name, 60);
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_buffer_printf(page->out, " acts %u, is acted on %u |", row->acts[i], row->acted_on[i]);
    px_buffer_byte(page->out, ' ');
    px_page_cite_all(page, row->evidence, 3);
    px_buffer_string(page->out, " |\n");
}

static void acting(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (comparison->agency.count == 0 || comparison->agency.items[0].total < FEWEST_ACTS)
        return;
    px_buffer_string(page->out,
                     "Who does something, and to whom something is done, in the article's own voice: subjects "
                     "and objects of verbs, and of nouns that name a deed.\n\n");
    px_page_table(page, (const char *const[]){"who", NULL}, (const char *const[]){"sentences", NULL});
    for (size_t i = 0; i < comparison->agency.count && i < MOST_ACTING; i++)
        if (comparison->agency.items[i].total >= FEWEST_ACTS)
            acting_row(page, &comparison->agency.items[i]);
    px_buffer_byte(page->out, '\n');
}

static void agency(struct px_page *page)
{
    acting(page);
    if (px_page_indicators(page, "agency", "Deeds that are told without their doer, in the article's own voice:\n\n") ==
        0)
        return;
    for (uint8_t kind = PX_ACT_PASSIVE; kind <= PX_ACT_NOMINAL; kind++)
        for (size_t i = 0; i < page->comparison->article_count; i++)
            agentless(page, i, kind);
    px_buffer_byte(page->out, '\n');
}

static void stances(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (comparison->stances.count == 0) {
        px_buffer_string(page->out, "No evaluation was found.\n\n");
        return;
    }
    px_page_table(page, (const char *const[]){"toward", NULL}, (const char *const[]){"verdict", "sentences", NULL});
    for (size_t i = 0; i < comparison->stances.count && i < MOST_STANCES; i++)
        stance_row(page, &comparison->stances.items[i]);
    px_buffer_byte(page->out, '\n');
    px_page_validity(page, "stance");
}

void px_page_stance(struct px_page *page)
{
    px_buffer_string(
        page->out,
        "## Stance\n\n"
        "Evaluations near each name, positive (+) and negative (−): in the article's own voice, and by those it "
        "quotes. A cue in a sentence is not a fact about its writer.\n\n");
    stances(page);
    agency(page);
}
