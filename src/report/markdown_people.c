/* Who speaks, how much, and of what kind. */
#include "report/page_statements.h"
#include "report/speaker_roles.h"

enum { MOST_SOURCES = 30, MOST_CITED = 2 };

/* Of a source without a statement that counts: can the article have no words of it, neither surely nor perhaps, nor under
 * another name or description, as "Halden's lawyer" may be the Ann Hask of the other article? */
static void empty_cell(struct px_page *page, const struct px_source *source, size_t article)
{
    px_buffer_string(page->out, source->traces[article] > 0 ? " less sure |"
                                : source->absent[article]   ? " – |"
                                                            : " ? |");
}

/* "3; 40 words; say 2, warn 1", "1; deny 1", or that there is nothing. */
static void count_cell(struct px_page *page, uint32_t statements, uint32_t words, struct px_slice cues)
{
    if (statements == 0) {
        px_buffer_string(page->out, " – |");
        return;
    }
    px_buffer_printf(page->out, " %u", statements);
    if (words > 0) /* what somebody denies are not his words */
        px_buffer_printf(page->out, "; %u word%s", words, words == 1 ? "" : "s");
    px_buffer_string(page->out, cues.size > 0 ? "; " : "");
    px_page_text(page, cues);
    px_buffer_string(page->out, " |");
}

static void source_cells(struct px_page *page, const struct px_source *source)
{
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        if (source->statements[i] == 0) {
            empty_cell(page, source, i);
            continue;
        }
        count_cell(page, source->statements[i], source->words[i], source->cues[i]);
    }
}

/* "person", "study or data": what speaks. In what part of public life he acts is in the JSON and the tables: a row would tell
 * it of some and not of others. */
static const char *kind_words(const struct px_source *source)
{
    bool research = source->kind == PX_SPEAKER_DOCUMENT && source->actor == PX_ACTOR_EXPERT;
    return research ? "study or data" : px_speaker_kind_name(source->kind);
}

/* " (the outlet of B)", of a medium that an article cites and that has the other one. */
static void outlet_words(struct px_page *page, const struct px_source *source)
{
    for (size_t a = 0; source->outlet != NULL && a < page->comparison->article_count; a++)
        if (source->outlet[a])
            px_buffer_printf(page->out, " (the outlet of %c)", px_comparison_letter(a));
}

static void source_row(struct px_page *page, const struct px_source *source)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, source->shown, 100);
    if (source->role.size > 0 && source->kind == PX_SPEAKER_PERSON)
        px_page_roles(page, source);
    px_buffer_printf(page->out, " | %s", kind_words(source));
    outlet_words(page, source);
    px_buffer_string(page->out, source->anonymous ? ", anonymous |" : " |");
    source_cells(page, source);
    px_buffer_byte(page->out, ' ');
    px_page_cite_all(page, source->evidence, MOST_CITED);
    px_buffer_string(page->out, " |\n");
}

/* What the cells say, of those that are there. */
static void legend(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    bool unsure = false, open = false, empty = false;
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        for (size_t a = 0; a < page->comparison->article_count; a++) {
            bool none = source->statements[a] == 0 && source->traces[a] == 0;
            unsure = unsure || (source->statements[a] == 0 && source->traces[a] > 0);
            empty = empty || (none && source->absent[a]);
            open = open || (none && !source->absent[a]);
        }
    }
    px_buffer_printf(page->out, "%s%s%s\n\n", unsure ? " “Less sure”: the speaker may have words there." : "",
                     empty ? " “–”: none were found." : "",
                     open ? " “?”: none were found, but some may stand there under another name or none." : "");
}

/* How many statements count: "… 24 of 32 in A, 19 of 25 in B." Those of whom no article tells who it is have no row. */
static void tiers(struct px_page *page)
{
    bool joint = false;
    px_buffer_string(page->out, "Only what is sure, of a speaker who is known, counts: ");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        size_t high = 0, all = 0;
        for (size_t k = 0; k < article->attributions.count; k++) {
            const struct px_attribution *attribution = &article->attributions.items[k];
            if (px_sourcing_repeats(&page->comparison->sourcing, page->comparison->articles, i, k))
                continue;
            bool counts = px_sourcing_counts(&page->comparison->sourcing, page->comparison->articles, i, k) &&
                          px_comparison_speaker_name(page->comparison, i, k).size > 0;
            high += counts;
            all += attribution->speech;
            joint = joint || (counts && attribution->also_count > 0);
        }
        px_buffer_printf(page->out, "%s%zu of %zu %sin %c", i == 0 ? "" : ", ", high, all, i == 0 ? "statements " : "",
                         px_comparison_letter(i));
    }
    px_buffer_printf(page->out, ".%s", joint ? " What several say together counts for each of them." : "");
    legend(page);
}

/* Who speaks, a row each. */
static void speakers(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    px_page_table(page, (const char *const[]){"speaker", "kind", NULL}, (const char *const[]){"sentences", NULL});
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++)
        source_row(page, &sourcing->sources.items[i]);
    px_page_more(page, sourcing->sources.count, MOST_SOURCES);
    px_buffer_byte(page->out, '\n');
}

void px_page_sourcing(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    if (sourcing->sources.count == 0)
        return;
    px_buffer_string(page->out,
                     "## Sourcing\n\nEach speaker's statements, with the verbs of saying and about how many words. ");
    tiers(page);
    px_page_picture(page, PX_PICTURE_SOURCES);
    speakers(page);
    px_page_sides(page);
    px_page_differing(page, "sourcing", "");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_page_statements(page, i);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_page_uptakes(page, i);
    px_page_validity(page, "sourcing");
}
