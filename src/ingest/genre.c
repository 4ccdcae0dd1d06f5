#include "ingest/genre.h"

enum { LABEL_WORDS = 4, NOTICE_WORDS = 60, FIRST_SAMPLE = 512, SECOND_SAMPLE = 4096 };

/* "(Op-ed)" at the end, "Opinion: " or "Opinion | " at the beginning. */
static int genre_of_title(const struct px_rules *rules, struct px_slice title)
{
    if (px_slice_ends(title, PX_SLICE(")"))) {
        size_t open = title.size;
        while (open > 0 && title.data[open - 1] != '(')
            open--;
        int genre = open > 0 ? px_rules_genre(rules, px_slice_part(title, open, title.size - 1)) : PX_GENRE_UNKNOWN;
        if (genre != PX_GENRE_UNKNOWN)
            return genre;
    }
    for (size_t i = 0; i + 1 < title.size && i < 40; i++)
        if ((title.data[i] == ':' || title.data[i] == '|') && title.data[i + 1] == ' ')
            return px_rules_genre(rules, px_slice_trim(px_slice_part(title, 0, i)));
    return PX_GENRE_UNKNOWN;
}

/* Short labels between the headline and the text, and notices behind the text. */
static int genre_of_units(const struct px_page *page)
{
    size_t title = SIZE_MAX, first = SIZE_MAX, last = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->role == PX_ROLE_TITLE)
            title = i;
        if (unit->keep && px_role_is_paragraph(unit->role)) {
            first = first == SIZE_MAX ? i : first;
            last = i;
        }
    }
    int genre = PX_GENRE_UNKNOWN;
    for (size_t i = title; title != SIZE_MAX && i < first && i < page->units.count && genre == PX_GENRE_UNKNOWN; i++)
        if (!page->units.items[i].keep && page->units.items[i].measure.words <= LABEL_WORDS)
            genre = px_rules_genre(page->rules, page->units.items[i].text);
    for (size_t i = last + 1; first != SIZE_MAX && i < page->units.count && genre == PX_GENRE_UNKNOWN; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (!unit->keep && unit->measure.words > LABEL_WORDS && unit->measure.words <= NOTICE_WORDS &&
            unit->measure.ends_sentence)
            genre = px_rules_genre(page->rules, unit->text);
    }
    return genre;
}

void px_genre_judge(const struct px_page *page, struct px_article *article)
{
    int genre = genre_of_title(page->rules, page->facts.title);
    if (genre == PX_GENRE_UNKNOWN && page->facts.section.size > 0)
        genre = px_rules_genre(page->rules, page->facts.section);
    if (genre == PX_GENRE_UNKNOWN && article->url.size > 0)
        genre = px_rules_genre(page->rules, article->url);
    if (genre == PX_GENRE_UNKNOWN)
        genre = genre_of_units(page);
    if (genre == PX_GENRE_UNKNOWN && article->published.size > 0)
        genre = PX_GENRE_NEWS;
    article->genre = (uint8_t)genre;
}

/* The language with most function words among the text's first bytes, how many words there are, and how many of them
 * are such. */
static int find_language(const struct px_rules *rules, struct px_slice text, uint32_t *words, uint32_t *function_words)
{
    uint32_t counts[PX_RULE_LANGUAGES] = {0};
    struct px_measure measure;
    int best = 0;
    px_measure_text(rules, text, &measure, counts);
    for (int i = 1; i < PX_RULE_ANY; i++)
        if (counts[i] > counts[best])
            best = i;
    *words = measure.words;
    *function_words = counts[best];
    return best;
}

/* The first half kilobyte settles most articles; four settle the others. */
void px_language_judge(const struct px_page *page, struct px_article *article)
{
    static const size_t samples[] = {FIRST_SAMPLE, SECOND_SAMPLE};
    uint32_t words = 0, function_words = 0;
    int best = 0;
    bool sure = false;
    if (article->language.size > 0)
        return;
    for (size_t i = 0; i < 2 && !sure; i++) {
        struct px_slice text = article->text;
        text.size = text.size < samples[i] ? text.size : samples[i];
        best = find_language(page->rules, text, &words, &function_words);
        sure = words >= 10 && function_words * 5 > words;
    }
    if (!sure && page->facts.language.size > 0)
        article->language = px_arena_copy(&article->arena, page->facts.language);
    else if (sure || function_words * 12 > words)
        article->language = px_slice_from(px_rule_language(best));
}
