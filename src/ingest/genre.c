#include "ingest/genre.h"

#include "text/utf8.h"

enum {
    LABEL_WORDS = 4,
    LABEL_BYTES = 40,
    NOTICE_WORDS = 80,
    NOTE_WORDS = 100,
    NEAR_UNITS = 4,
    LABEL_UNITS = 2,
    TAIL_UNITS = 25,
    FIRST_SAMPLE = 512,
    SECOND_SAMPLE = 4096,
    QUESTIONS = 5,
    RELATIVE_SHARE = 5,
    RELATIVE_WORDS = 2,
    LIKELY_WORDS = 2 /* one function word is a word of another language as well: "war" */
};

/* ------------------------------------------------------------------------------------------------- the genre */

/* What speaks for a genre, in order; what speaks for news waits until nothing else speaks. */
static void hear(int *genre, int *news, int said)
{
    if (said == PX_GENRE_NEWS)
        *news = said;
    else if (*genre == PX_GENRE_UNKNOWN)
        *genre = said;
}

/* A section's name, or a label inside the headline: "comment" says more there than on a button. */
static void hear_label(const struct px_rules *rules, struct px_slice label, int *genre, int *news)
{
    hear(genre, news, px_rules_genre(rules, PX_GENRE_LABEL, label));
    hear(genre, news, px_rules_genre(rules, PX_GENRE_SECTION, label));
}

/* "(Op-ed)" or " | Opinion" at the end, "Opinion: " or "Opinion | " at the beginning, or what the headline says. */
static int genre_of_title(const struct px_rules *rules, struct px_slice title)
{
    int genre = PX_GENRE_UNKNOWN, news = PX_GENRE_UNKNOWN;
    size_t open = title.size;
    while (open > 0 && title.size - open < LABEL_BYTES && title.data[open - 1] != '(' && title.data[open - 1] != '|')
        open--;
    bool closed = open > 0 && (title.data[open - 1] == '|' || px_slice_ends(title, PX_SLICE(")")));
    if (closed && title.size - open < LABEL_BYTES)
        hear_label(rules, px_slice_part(title, open, title.size), &genre, &news);
    for (size_t i = 0; i + 1 < title.size && i < LABEL_BYTES; i++)
        if ((title.data[i] == ':' || title.data[i] == '|' || title.data[i] == '.') && title.data[i + 1] == ' ') {
            hear_label(rules, px_slice_part(title, 0, i), &genre, &news);
            break;
        }
    hear(&genre, &news, px_rules_genre(rules, PX_GENRE_HEADLINE, title));
    return genre != PX_GENRE_UNKNOWN ? genre : news;
}

/* The units of the title and of the first and last paragraph; SIZE_MAX where there is none. */
struct extent {
    size_t title, first, last;
};

static struct extent find_extent(const struct px_page *page)
{
    struct extent extent = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->role == PX_ROLE_TITLE)
            extent.title = i;
        if (unit->keep && px_role_is_paragraph(unit->role)) {
            extent.first = extent.first == SIZE_MAX ? i : extent.first;
            extent.last = i;
        }
    }
    return extent;
}

static bool is_notice(const struct px_unit *unit)
{
    return !unit->keep && unit->measure.words > LABEL_WORDS && unit->measure.words <= NOTICE_WORDS &&
           unit->measure.ends_sentence;
}

/* The genre of a short label beside the headline. */
static int genre_of_label(const struct px_page *page, const struct px_unit *unit)
{
    bool fits = unit->role != PX_ROLE_TITLE && unit->measure.words <= LABEL_WORDS && !unit->measure.ends_sentence;
    return fits ? px_rules_genre(page->rules, PX_GENRE_LABEL, unit->text) : PX_GENRE_UNKNOWN;
}

/* Labels beside the headline, and notices round the text. */
static void hear_units(const struct px_page *page, int *genre, int *news)
{
    struct extent extent = find_extent(page);
    if (extent.first == SIZE_MAX)
        return;
    size_t head = extent.title == SIZE_MAX ? extent.first : extent.title;
    for (size_t i = head < LABEL_UNITS ? 0 : head - LABEL_UNITS; i < extent.first && extent.title != SIZE_MAX; i++)
        if (!page->units.items[i].keep)
            hear(genre, news, genre_of_label(page, &page->units.items[i]));
    for (size_t i = head; i < page->units.count && i <= extent.last + TAIL_UNITS; i++)
        if ((i < extent.first || i > extent.last) && is_notice(&page->units.items[i]))
            hear(genre, news, px_rules_genre(page->rules, PX_GENRE_NOTICE, page->units.items[i].text));
}

/* Questions that stand by themselves and are answered: an interview in any language. */
static int genre_of_questions(const struct px_article *article)
{
    size_t questions = 0, paragraphs = 0;
    bool asked = false;
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        if (block->role < PX_ROLE_HEADING)
            continue;
        struct px_slice text = px_slice_part(article->text, block->start, block->end);
        bool numbered = text.size > 0 && text.data[0] >= '0' && text.data[0] <= '9'; /* a list of answers, not a talk */
        bool question = px_slice_ends(text, PX_SLICE("?")) && !numbered;
        questions += asked && !question;
        asked = question && text.size < PX_PATTERN_LINE;
        paragraphs++;
    }
    return questions >= QUESTIONS && questions * 4 >= paragraphs ? PX_GENRE_INTERVIEW : PX_GENRE_UNKNOWN;
}

void px_genre_judge(const struct px_page *page, struct px_article *article)
{
    int genre = PX_GENRE_UNKNOWN, news = PX_GENRE_UNKNOWN;
    hear(&genre, &news, px_rules_genre(page->rules, PX_GENRE_TYPE, page->facts.type));
    hear(&genre, &news, genre_of_title(page->rules, page->facts.title));
    hear_label(page->rules, article->section, &genre, &news);
    hear(&genre, &news, px_rules_genre(page->rules, PX_GENRE_ADDRESS, article->url));
    hear_units(page, &genre, &news);
    hear(&genre, &news, genre_of_questions(article));
    if (genre == PX_GENRE_UNKNOWN)
        genre = article->published.size > 0 ? PX_GENRE_NEWS : news;
    article->genre = (uint8_t)genre;
}

/* ------------------------------------------------------------------------------------------------- the note */

/* Does the line begin with one of the names of the byline? */
static bool begins_with_author(struct px_slice line, struct px_slice byline)
{
    struct px_slice rest = byline, name;
    while (px_slice_next(&rest, ',', &name)) {
        name = px_slice_trim(name);
        if (name.size > 3 && px_slice_starts(line, name))
            return true;
    }
    return false;
}

static bool disclaims(const struct px_page *page, struct px_slice text)
{
    return px_rules_genre(page->rules, PX_GENRE_NOTICE, text) == PX_GENRE_OPINION;
}

/* The note without the sentences at its end that tell nothing of the author: "The views expressed …". */
static struct px_slice cut_disclaimer(const struct px_page *page, struct px_slice note)
{
    for (size_t stop = px_slice_find(note, PX_SLICE(". "), 0); stop != SIZE_MAX;
         stop = px_slice_find(note, PX_SLICE(". "), stop + 1))
        if (!disclaims(page, px_slice_part(note, 0, stop + 1)) &&
            disclaims(page, px_slice_part(note, stop + 2, note.size)))
            return px_slice_part(note, 0, stop + 1);
    return note;
}

enum kind_of_note { NO_NOTE, AUTHOR_NOTE, DISCLAIMER };

/* A note in what was kept is believed where it begins with the author's name, or says that it is one; in what was not,
 * words that could tell as much of another do too, if the line stands next to the text. */
static enum kind_of_note judge_note(const struct px_page *page, const struct px_unit *unit, bool near)
{
    if (unit->measure.words <= LABEL_WORDS || unit->measure.words > NOTE_WORDS || !unit->measure.ends_sentence ||
        unit->role == PX_ROLE_TITLE || unit->role == PX_ROLE_STANDFIRST)
        return NO_NOTE;
    enum px_pattern_where note = px_rules_note(page->rules, unit->text);
    bool author = begins_with_author(unit->text, page->facts.byline) && unit->measure.last != '?';
    bool told =
        unit->rules.where != PX_PATTERN_NOWHERE || page->elements.count > 0 || unit->strong_bytes * 2 > unit->text.size;
    bool sure = note >= PX_PATTERN_START || (author && (note != PX_PATTERN_NOWHERE || (told && !unit->keep)));
    if (sure || (note != PX_PATTERN_NOWHERE && near && !unit->keep))
        return AUTHOR_NOTE;
    return disclaims(page, unit->text) && (!unit->keep || unit->measure.words <= NOTICE_WORDS / 2) ? DISCLAIMER
                                                                                                   : NO_NOTE;
}

static void add_line(struct px_buffer *note, struct px_slice line)
{
    if (px_slice_find(px_buffer_slice(note), line, 0) != SIZE_MAX)
        return;
    px_buffer_string(note, note->size == 0 ? "" : " ");
    px_buffer_append(note, line);
}

/* A label by the headline is no paragraph, even where it was taken for one. */
static void drop_labels(struct px_page *page, struct extent extent)
{
    for (size_t i = extent.title; i < page->units.count && i <= extent.title + TAIL_UNITS; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (px_unit_is_strong(unit))
            return;
        if (unit->keep && genre_of_label(page, unit) != PX_GENRE_UNKNOWN)
            px_unit_fix_why(unit, PX_ROLE_TAGS, "names a genre by the headline");
    }
}

void px_genre_take_note(struct px_page *page, struct px_article *article)
{
    struct extent extent = find_extent(page);
    struct px_buffer notes = {0}, disclaimers = {0};
    size_t kept = 0;
    if (extent.title != SIZE_MAX)
        drop_labels(page, extent);
    for (size_t i = 0; i < page->units.count; i++)
        kept += page->units.items[i].keep;
    for (size_t i = extent.title == SIZE_MAX ? 0 : extent.title, seen = 0;
         extent.first != SIZE_MAX && i < page->units.count && i <= extent.last + TAIL_UNITS; i++) {
        struct px_unit *unit = &page->units.items[i];
        seen += unit->keep;
        bool tail = i > extent.last || (kept > NEAR_UNITS && (kept - seen) * 4 <= kept);
        bool head = i < extent.first || (seen <= 2 && kept > NEAR_UNITS);
        enum kind_of_note kind =
            tail || head ? judge_note(page, unit, i > extent.last && i <= extent.last + NEAR_UNITS) : NO_NOTE;
        if (kind == NO_NOTE)
            continue;
        px_unit_fix_why(unit, PX_ROLE_NOTICE, "tells who the author is, or whose opinion this is");
        if (kind == AUTHOR_NOTE)
            add_line(&notes, cut_disclaimer(page, unit->text));
        else
            add_line(&disclaimers, unit->text);
    }
    struct px_slice note = px_buffer_slice(notes.size > 0 ? &notes : &disclaimers);
    article->author_note = px_arena_copy(&article->arena, note);
    page->failed = page->failed || notes.failed || disclaimers.failed || article->author_note.data == NULL;
    px_buffer_release(&notes);
    px_buffer_release(&disclaimers);
}

/* ------------------------------------------------------------------------------------------------- the language */

/* The language of a script that hardly any other has; NULL for other letters. */
static const char *script_language(uint32_t c)
{
    static const struct {
        uint32_t first, last;
        const char *language;
    } scripts[] = {{0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"}, {0x0590, 0x05FF, "he"}, {0x0600, 0x06FF, "ar"},
                   {0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"}, {0x0B80, 0x0BFF, "ta"}, {0x0E00, 0x0E7F, "th"},
                   {0x10A0, 0x10FF, "ka"}, {0x3040, 0x30FF, "ja"}, {0x4E00, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"}};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (c >= scripts[i].first && c <= scripts[i].last)
            return scripts[i].language;
    return NULL;
}

/* Kana make Chinese characters Japanese; else the script of most letters, when it has half of them. */
static const char *language_of_script(struct px_slice text)
{
    const char *last = NULL;
    size_t letters = 0, own = 0, kana = 0;
    text = px_slice_part(text, 0, text.size < SECOND_SAMPLE ? text.size : SECOND_SAMPLE);
    for (size_t at = 0; at < text.size;) {
        uint32_t c = px_utf8_next(text, &at);
        const char *language = px_utf8_is_letter(c) ? script_language(c) : NULL;
        letters += px_utf8_is_letter(c);
        kana += c >= 0x3040 && c <= 0x30FF;
        own += language != NULL;
        last = language != NULL && (last == NULL || c < 0x3040 || c > 0x30FF) ? language : last;
    }
    if (own * 2 <= letters || own < 10)
        return NULL;
    return kana * 20 > own ? "ja" : last;
}

/* The language with most function words among the text's first bytes, and how far it is believed. */
struct guess {
    int language;
    bool sure, likely;
};

/* Function words of languages without a list of their own part Portuguese from Spanish: a relative of the language. */
static struct guess guess_language(const struct px_rules *rules, struct px_slice text)
{
    uint32_t counts[PX_RULE_LANGUAGES] = {0};
    struct px_measure measure;
    int best = 0;
    px_measure_text(rules, text, &measure, counts);
    for (int i = 1; i < PX_RULE_ANY; i++)
        if (counts[i] > counts[best])
            best = i;
    bool own = counts[PX_RULE_ANY] * RELATIVE_SHARE < counts[best] || counts[PX_RULE_ANY] < RELATIVE_WORDS;
    return (struct guess){.language = best,
                          .sure = own && measure.words >= 10 && counts[best] * 5 > measure.words,
                          .likely = own && counts[best] >= LIKELY_WORDS && counts[best] * 12 > measure.words};
}

/* The first half kilobyte settles most articles; four settle the others. */
void px_language_judge(const struct px_page *page, struct px_article *article)
{
    static const size_t samples[] = {FIRST_SAMPLE, SECOND_SAMPLE};
    struct guess guess = {0};
    struct px_slice text = article->text, language = {0};
    if (article->language.size > 0)
        return;
    for (size_t i = 0; i < 2 && !guess.sure; i++)
        guess = guess_language(page->rules, px_slice_part(text, 0, text.size < samples[i] ? text.size : samples[i]));
    const char *script = guess.sure ? NULL : language_of_script(text);
    if (page->facts.language.size > 0 && !guess.sure)
        language = page->facts.language;
    else if (guess.sure || (script == NULL && guess.likely))
        language = px_slice_from(px_rule_language(guess.language));
    else if (script != NULL)
        language = px_slice_from(script);
    article->language = px_arena_copy(&article->arena, language);
}
