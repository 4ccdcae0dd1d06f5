/* Blame and credit: a table by whom it concerns, with the words. */
#include "report/deed_table.h"
#include "report/page.h"

enum { MOST_AROUND = 135, FEW_AROUND = 50 };

/* Does what is said go on behind the words, by another quotation or "and"? */
static bool goes_on(struct px_slice text, uint32_t end)
{
    static const char *const JOINED[] = {"and ", "“", "\""};
    size_t at = end;
    while (at < text.size && (text.data[at] == ',' || text.data[at] == '"'))
        at++;
    at += px_slice_starts(px_slice_part(text, at, text.size), PX_SLICE("”")) ? PX_SLICE("”").size : 0;
    if (at >= text.size || text.data[at] != ' ')
        return false;
    struct px_slice rest = px_slice_part(text, at + 1, text.size);
    for (size_t i = 0; i < sizeof JOINED / sizeof *JOINED; i++)
        if (px_slice_starts(rest, px_slice_from(JOINED[i])))
            return true;
    return false;
}

/* Does a mark that parts clauses stand at the byte, before a blank? */
static bool parts_clauses(struct px_slice text, size_t at)
{
    return strchr(",;:", text.data[at]) != NULL && at + 1 < text.size && text.data[at + 1] == ' ';
}

/* The words with those of the party, where they stand in the same sentence, near them. */
static struct px_span with_party(struct px_span words, const struct px_party *party, struct px_span sentence)
{
    struct px_span both = {words.start < party->words.start ? words.start : party->words.start,
                           words.end > party->words.end ? words.end : party->words.end};
    bool here = party->words.end > party->words.start && both.start >= sentence.start && both.end <= sentence.end;
    return here && both.end - both.start <= MOST_AROUND ? both : words;
}

/* Where the words begin with as many whole ones before them as there is room for: "an attack that | Varn blamed on Osk". */
static uint32_t words_before(struct px_slice text, struct px_span words)
{
    uint32_t start = words.end > MOST_AROUND ? words.end - MOST_AROUND : 0;
    while (start < words.start && start > 0 && text.data[start - 1] != ' ')
        start++;
    return start < words.start ? start : words.start;
}

/* The clause about the cue, with whoever blames and whom it befalls, to the marks on either side where these are near. */
static struct px_span clause_about(const struct px_article *article, const struct px_blame *blame,
                                   struct px_span sentence)
{
    struct px_span words = with_party(with_party(blame->cue, &blame->target, sentence), &blame->by, sentence);
    uint32_t start = words.start, end = words.end;
    while (start > sentence.start && !(start >= 2 && parts_clauses(article->text, start - 2)))
        start--;
    while (end < sentence.end && !parts_clauses(article->text, end))
        end++;
    if (blame->about > 0 && blame->about < words.start && words.end - blame->about <= MOST_AROUND)
        words.start = blame->about;
    else if (words.end - start <= MOST_AROUND)
        words.start = start;
    else
        words.start = words_before(article->text, words);
    if (end - words.start <= MOST_AROUND)
        words.end = end;
    while (words.end < sentence.end && article->text.data[words.end] != ' ' &&
           !parts_clauses(article->text, words.end)) /* "Varn’s" */
        words.end++;
    /* "accused Varn, the mayor of Osk, *of lying*" tells what for, "blamed on Varn, *though he was away*" turns it round */
    bool bare = words.end - words.start <= FEW_AROUND && sentence.end - words.start <= 2 * MOST_AROUND;
    if (bare || sentence.end - words.end <= MOST_AROUND)
        words.end = sentence.end;
    return words;
}

/* Where no words behind the cue tell what for: the clause about the cue, "… justify failures by blaming them on Varn". */
static void write_around(struct px_page *page, uint32_t a, const struct px_blame *blame)
{
    const struct px_article *article = page->comparison->articles[a];
    struct px_span sentence = {article->sentences.items[blame->sentence].start,
                               article->sentences.items[blame->sentence].end};
    while (sentence.end > blame->cue.end && strchr(" .\n", article->text.data[sentence.end - 1]) != NULL)
        sentence.end--;
    struct px_span words = clause_about(article, blame, sentence);
    px_buffer_string(page->out, words.start > sentence.start ? ": “… " : ": “");
    px_page_quoted(page, a, words, 2 * MOST_AROUND + 2);
    px_buffer_string(page->out, words.end < sentence.end ? " …”" : "”");
}

/* "criticized *by Republicans and some Democrats* for saying little": do the few words between tell who does it? There may
 * be others beside him, and left out they would not. */
static bool tells_by_whom(const struct px_blame *blame)
{
    enum { MOST_BETWEEN = 70 };
    return blame->by.words.start >= blame->cue.end && blame->by.words.end > blame->by.words.start &&
           blame->by.words.end <= blame->led && blame->led - blame->cue.end <= MOST_BETWEEN;
}

void px_page_blame_words(struct px_page *page, uint32_t article, const struct px_blame *blame)
{
    bool whole = tells_by_whom(blame);
    px_buffer_string(page->out, "“");
    px_page_quoted(page, article, whole ? (struct px_span){blame->cue.start, blame->led - 1} : blame->cue,
                   PX_DEED_LONGEST);
    px_buffer_string(page->out, !whole && blame->led > blame->cue.end + 1 ? " … " : " ");
    px_page_quoted(page, article, (struct px_span){blame->led, blame->reason.end}, PX_DEED_MOST_REASON);
    px_buffer_string(page->out, goes_on(page->comparison->articles[article]->text, blame->reason.end) ? " …”" : "”");
}

/* Do words behind the cue tell what for? */
static bool has_words(const struct px_blame *blame)
{
    return blame->reason.end > blame->reason.start && blame->reason.start >= blame->cue.end;
}

/* "by Gavin Williamson: “accused … of fighting a war”": whether it is blame, criticism or praise, his verb tells. */
static void write_blame(struct px_page *page, size_t index)
{
    const struct px_blame_row *row = &page->comparison->blame.items[index];
    const struct px_article *article = page->comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    if (row->by.size == 0) {
        px_buffer_string(page->out, "in own voice");
    } else {
        px_buffer_string(page->out,
                         px_article_takes_the(article, px_blame_by(article, blame), row->by) ? "by the " : "by ");
        px_page_excerpt(page, row->by, PX_DEED_MOST_HOLDER);
        px_buffer_string(page->out, px_blame_others(page->comparison, row));
    }
    if (has_words(blame)) {
        px_buffer_string(page->out, ": "); /* the cue alone, "blamed on", says nothing of what for */
        px_page_blame_words(page, row->article, blame);
    } else {
        write_around(page, row->article, blame);
    }
    px_deed_cite(page, row->article, blame->sentence);
}

/* Whom the articles know, or words that hold a name: "the ruling" is nobody. Who blames himself takes
 * responsibility. */
static bool is_somebody(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    const struct px_article *article = comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    return !blame->negated && !px_slice_equal(row->by, row->target) &&
           (row->referent != PX_NONE || (blame->whom && !blame->credit) || px_words_hold_name(row->target));
}

/* Does the list tell the row? */
static bool is_row(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    return is_somebody(comparison, row) && px_blame_is_told(comparison, row);
}

/* Does the list tell that the article blames or praises the referent? */
static bool is_listed(const struct px_comparison *comparison, const struct px_blame_row *row, size_t article,
                      uint32_t referent)
{
    return referent != PX_NONE && row->article == article && row->referent == referent && is_row(comparison, row);
}

bool px_page_tells_blame(const struct px_page *page, size_t article, uint32_t sentence, uint32_t referent, bool credit)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
        if (is_listed(comparison, row, article, referent) && blame->sentence == sentence && blame->credit == credit)
            return true;
    }
    return false;
}

bool px_page_tells_any_blame(const struct px_page *page, size_t article, uint32_t referent)
{
    for (size_t i = 0; i < page->comparison->blame.count; i++)
        if (is_listed(page->comparison, &page->comparison->blame.items[i], article, referent))
            return true;
    return false;
}

size_t px_page_count_blame(const struct px_page *page, bool *by_others)
{
    size_t told = 0;
    bool others = true;
    for (size_t i = 0; i < page->comparison->blame.count; i++) {
        const struct px_blame_row *row = &page->comparison->blame.items[i];
        if (!is_row(page->comparison, row))
            continue;
        told++;
        others = others && row->by.size > 0;
    }
    if (by_others != NULL)
        *by_others = others;
    return told;
}

/* Does the list, where it has several rows and shows all, surely tell the row, with its words and with who says it? Of many of
 * one article about one name it tells the first. */
static bool is_told_whole(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    size_t beside = 0;
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *other = &comparison->blame.items[i];
        beside += other->article == row->article && other->referent == row->referent && is_row(comparison, other);
    }
    return beside <= PX_DEED_ITEMS && is_row(comparison, row) && row->by.size > 0 &&
           has_words(&comparison->articles[row->article]->blames.items[row->blame]);
}

const bool *px_page_blame_verbs(struct px_page *page, size_t article)
{
    const struct px_article *of = page->comparison->articles[article];
    bool *verbs = px_arena_array(&page->arena, bool, of->tokens.count + 1);
    size_t listed = px_page_count_blame(page, NULL);
    for (size_t i = 0; listed > 1 && listed <= PX_DEED_ROWS && verbs != NULL && i < page->comparison->blame.count;
         i++) {
        const struct px_blame_row *row = &page->comparison->blame.items[i];
        if (row->article == article && is_told_whole(page->comparison, row))
            verbs[px_vector_from(&of->tokens, start, of->blames.items[row->blame].cue.start)] = true;
    }
    return verbs;
}

const char *px_page_blame_place(const struct px_page *page)
{
    return px_page_count_blame(page, NULL) <= PX_DEED_ROWS ? "below" : "below or in the JSON";
}

void px_page_blame(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_deeds_found entries = {0};
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        if (is_somebody(comparison, row))
            px_deed_add(page, &entries,
                        (struct px_deed_found){row->target, row->referent, row->article, i,
                                               !px_blame_is_told(comparison, row), false});
    }
    px_deed_table(page, &entries,
                  "Who is blamed or criticised, and who is credited or praised, and by whom, as far as "
                  "the words are plain:\n\n",
                  "of whom", write_blame);
}
