/* What only one article has. */
#include <stdlib.h>

#include "report/clause_round.h"
#include "report/page_statements.h"
#include "report/said.h"
#include "report/sentence_name.h"
#include "text/utf8.h"

enum { FEWEST = 3 }; /* sentences */
enum {
    MOST_LISTED = 12,
    MOST_CHOSEN = MOST_LISTED + PX_LISTED_SPARE,
    MOST_QUOTED = 8,
    MOST_NUMBERS = 8,
    LONGEST = 120,
    LONGEST_CLAUSE = 600 /* of 46 words at most */
};

/* A quotation stands in marks; a sentence from the middle of a longer one has none of its own. */
static void only_text(struct px_page *page, const struct px_only *only)
{
    size_t at = 0;
    struct px_slice shown = px_slice_part(only->text, 0, px_excerpt_end(only->text, LONGEST));
    bool bare = only->kind == PX_ONLY_QUOTATION && only->text.size > 0 &&
                px_utf8_quote_mark(px_utf8_next(only->text, &at)) == PX_QUOTE_NONE &&
                px_excerpt_marks(shown).before[0] == '\0';
    struct px_buffer text = {0};
    px_said_append_bare(only->text, &text);
    page->out->failed = page->out->failed || text.failed;
    px_buffer_string(page->out, bare ? "“" : "");
    px_page_excerpt(page, px_buffer_slice(&text), LONGEST);
    px_buffer_string(page->out, bare ? "”" : "");
    px_buffer_release(&text);
}

/* Is the name a speaker's, who stands in the table of speakers? */
static bool is_speaker(const struct px_comparison *comparison, const struct px_only *name)
{
    for (size_t i = 0; name->kind == PX_ONLY_ENTITY && i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->kind == PX_ONLY_SOURCE && only->article == name->article && px_slice_equal(only->text, name->text))
            return true;
    }
    return false;
}

/* Is it a name that the article has only by the way? In a sentence or two most are: where something is, one of a row, whom
 * somebody works for. A house of government or a party is named as a matter of course, and a law or what nothing tells the
 * kind of may stand in the other under another name. */
static bool is_in_passing(const struct px_only *only)
{
    return only->kind == PX_ONLY_ENTITY && ((only->broad && !only->place) || only->sentences < FEWEST);
}

/* Is the passage shown by the sentence of the article? */
static bool is_shown_by(const struct px_article *article, const struct px_lone *lone, uint32_t sentence)
{
    if (px_lone_is_whole(lone))
        return sentence >= lone->first && sentence < article->sentences.count &&
               article->sentences.items[sentence].start < lone->span.end;
    bool shown = lone->shown == sentence;
    for (size_t i = 0; !shown && i < lone->also_count; i++)
        shown = lone->also[i] == sentence;
    return shown;
}

/* Does its sentence stand among the passages already, to show one of them? */
static bool shows_passage(const struct px_comparison *comparison, const struct px_only *only)
{
    for (size_t t = 0; t < comparison->topics.count; t++) {
        const struct px_topic *topic = &comparison->topics.items[t];
        for (size_t l = 0; topic->lone != NULL && l < topic->lone[only->article].count; l++)
            if (only->evidence.count > 0 &&
                is_shown_by(comparison->articles[only->article], &topic->lone[only->article].items[l],
                            only->evidence.sentences[0]))
                return true;
    }
    return false;
}

/* Does the last word of the speaker's name stand in the text? */
static bool is_named_in(struct px_slice text, struct px_slice speaker)
{
    struct px_slice last = px_slice_last_word(speaker);
    return last.size > 0 && px_slice_find(text, last, 0) != SIZE_MAX;
}

/* Is the event central, not told above, and not what nobody named tells, or somebody of himself? */
static bool is_shown(const struct px_comparison *comparison, const struct px_only *only)
{
    return only->central && !shows_passage(comparison, only) && !px_slice_starts(only->speaker, PX_SLICE("(")) &&
           !is_named_in(only->text, only->speaker);
}

/* Is it a number that no line can tell, or in one that stands above, among the passages or the quotations, or in a sentence
 * that the other article has but for the number, so that its words would be taken for one article's alone, or that cannot be
 * understood by itself? */
static bool is_untold(const struct px_page *page, const struct px_only *only)
{
    return only->kind == PX_ONLY_NUMBER &&
           (only->held || only->leans || shows_passage(page->comparison, only) ||
            px_page_shows_quotation(page, only->article, only->span) ||
            px_clause_round(page->comparison->articles[only->article], only->span.start).span.end == 0);
}

/* The weightiest of a kind in one article, by weight, but for what is told above; returns how many there are in all. */
static size_t choose(const struct px_page *page, size_t article, uint8_t kind,
                     const struct px_only *chosen[MOST_CHOSEN])
{
    size_t count = 0;
    for (size_t i = 0; i < page->comparison->only.count; i++) {
        const struct px_only *only = &page->comparison->only.items[i];
        if (only->article != article || only->kind != kind || is_in_passing(only) ||
            is_speaker(page->comparison, only) || is_untold(page, only))
            continue;
        if (count < MOST_CHOSEN)
            chosen[count] = only;
        count++;
    }
    return count;
}

static int by_place(const void *left, const void *right)
{
    uint32_t a = (*(const struct px_only *const *)left)->span.start;
    uint32_t b = (*(const struct px_only *const *)right)->span.start;
    return (a > b) - (a < b);
}

/* What is told of a day on which no other article had appeared yet could not be told there. */
static void mark_later(struct px_page *page, const struct px_only *only)
{
    page->later = page->later || only->later;
    px_buffer_string(page->out, only->later ? " (later)" : "");
}

static void later_legend(struct px_page *page)
{
    if (page->later)
        px_buffer_printf(page->out, "“Later”: told of a day after the other article%s appeared.\n\n",
                         page->comparison->article_count == 2 ? "" : "s");
}

/* "x, secretary of y [A¶1.1]" */
static void only_item(struct px_page *page, const struct px_only *only)
{
    only_text(page, only);
    px_buffer_string(page->out, only->role.size > 0 ? ", " : "");
    px_page_text(page, only->role);
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, only->article, &only->evidence, 2);
    mark_later(page, only);
}

/* "- **names**: x [A¶1.1]; y …" */
static void only_names(struct px_page *page, size_t article)
{
    const struct px_only *chosen[MOST_CHOSEN];
    size_t count = choose(page, article, PX_ONLY_ENTITY, chosen), shown = px_listed(count, MOST_LISTED);
    px_buffer_string(page->out, shown > 0 ? "- **names**: " : "");
    for (size_t i = 0; i < shown; i++) {
        px_buffer_string(page->out, i > 0 ? "; " : "");
        only_item(page, chosen[i]);
    }
    if (count > shown)
        px_buffer_printf(page->out, "; and %zu more", count - shown);
    px_buffer_string(page->out, count > 0 ? "\n" : "");
}

/* "**12 seats**; **40 seats**: “The islands, where they hold 12 of the 40 seats …” [A¶4.1]", the numbers that stand in the words: they
 * are the article's alone, the words may be not, and a number by itself tells nothing. */
static void number_item(struct px_page *page, size_t article, const struct px_clause_round *clause,
                        const struct px_only *const *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(page->out, i == 0 ? "  - **" : "; **");
        px_page_text(page, numbers[i]->text);
        px_buffer_string(page->out, "**");
    }
    px_buffer_string(page->out, ": “");
    px_page_quoted(page, (uint32_t)article, clause->span, LONGEST_CLAUSE);
    px_buffer_string(page->out, clause->cut ? " …” " : "” ");
    px_page_cite(page, article, &numbers[0]->evidence, 1);
    mark_later(page, numbers[0]);
    px_buffer_byte(page->out, '\n');
}

/* Behind the numbers of the sentence that the one at `first` stands in. */
static size_t sentence_end(const struct px_article *article, const struct px_only *const *numbers, size_t first,
                           size_t count)
{
    uint32_t sentence = px_article_sentence_at(article, numbers[first]->span.start);
    size_t end = first + 1;
    while (end < count && px_article_sentence_at(article, numbers[end]->span.start) == sentence)
        end++;
    return end;
}

/* The numbers of one article, in the order of the text; those of one sentence stand together before its words. */
static void only_numbers(struct px_page *page, size_t article)
{
    const struct px_only *chosen[MOST_CHOSEN];
    size_t count = choose(page, article, PX_ONLY_NUMBER, chosen), listed = px_listed(count, MOST_NUMBERS), next;
    px_buffer_string(page->out, listed > 0 ? "- **numbers**:\n" : "");
    qsort(chosen, listed, sizeof(const struct px_only *), by_place);
    for (size_t i = 0; i < listed; i = next) {
        const struct px_article *of = page->comparison->articles[article];
        next = sentence_end(of, chosen, i, listed);
        struct px_clause_round clause = px_clause_round(of, chosen[next - 1]->span.start);
        number_item(page, article, &clause, &chosen[i], next - i);
    }
    if (count > listed)
        px_buffer_printf(page->out, "  - and %zu more, in the JSON\n", count - listed);
}

/* A quotation that begins in the middle of a clause, "have no purpose but this", tells alone nothing of what it is said. */
static bool begins_inside(struct px_slice quotation)
{
    size_t at = px_opening_mark(quotation);
    return at < quotation.size && quotation.data[at] >= 'a' && quotation.data[at] <= 'z';
}

/* The weightiest quotations of the article that do not stand under "Quoted"; returns how many there are. Words of which
 * nobody knows whose they are may be no speech: the name of a law, a headline's joke. */
static size_t choose_quotations(const struct px_page *page, size_t article, const struct px_only *chosen[MOST_CHOSEN])
{
    size_t count = 0;
    for (size_t i = 0; i < page->comparison->only.count; i++) {
        const struct px_only *only = &page->comparison->only.items[i];
        if (only->article != article || only->kind != PX_ONLY_QUOTATION || only->speaker.size == 0 ||
            begins_inside(only->text) || px_page_shows_quotation(page, article, only->span))
            continue;
        if (count < MOST_CHOSEN)
            chosen[count] = only;
        count++;
    }
    return count;
}

/* Quotations stand as they do in the text, each behind its speaker where he is not the one before. */
static void only_quotations(struct px_page *page, size_t article)
{
    const struct px_only *chosen[MOST_CHOSEN];
    size_t count = choose_quotations(page, article, chosen), listed = px_listed(count, MOST_QUOTED);
    if (count == 0)
        return;
    px_buffer_string(page->out, "- **quotations not shown above**: ");
    qsort(chosen, listed, sizeof(const struct px_only *), by_place);
    for (size_t i = 0; i < listed; i++) {
        px_buffer_string(page->out, i > 0 ? "; " : "");
        if (i == 0 || px_slice_compare(chosen[i]->speaker, chosen[i - 1]->speaker) != 0) {
            px_page_excerpt(page, chosen[i]->speaker, 100);
            px_buffer_string(page->out, ": ");
        }
        only_item(page, chosen[i]);
    }
    if (count > listed)
        px_buffer_printf(page->out, "; and %zu more", count - listed);
    px_buffer_byte(page->out, '\n');
}

/* Is the number shown in all of the event's sentence, so that its line tells the event? */
static bool tells(const struct px_article *article, const struct px_only *number, const struct px_only *event)
{
    const struct px_sentence *sentence = &article->sentences.items[event->evidence.sentences[0]];
    if (number->span.start < sentence->start || number->span.start >= sentence->end)
        return false;
    struct px_clause_round words = px_clause_round(article, number->span.start);
    return words.span.end > 0 && !words.cut;
}

/* The central events of one article that no line above tells, as few as are called central; returns how many. A number's line tells one that
 * the article itself tells: another's has its speaker here. */
static size_t choose_events(const struct px_page *page, size_t article, const struct px_only *chosen[MOST_CHOSEN])
{
    const struct px_comparison *comparison = page->comparison;
    const struct px_only *numbers[MOST_CHOSEN];
    size_t count = 0, listed = px_listed(choose(page, article, PX_ONLY_NUMBER, numbers), MOST_NUMBERS);
    for (size_t i = 0; i < comparison->only.count && count < MOST_CHOSEN; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->article != article || only->kind != PX_ONLY_EVENT || !is_shown(comparison, only))
            continue;
        bool told = false;
        for (size_t n = 0; !told && n < listed && only->speaker.size == 0 && only->evidence.count > 0; n++)
            told = tells(comparison->articles[article], numbers[n], only);
        if (!told)
            chosen[count++] = only;
    }
    return count;
}

/* The central events that one article alone tells, a line each. */
static void only_events(struct px_page *page, size_t article)
{
    enum { EVENT_LENGTH = 240 };
    const struct px_only *chosen[MOST_CHOSEN];
    size_t central = choose_events(page, article, chosen);
    if (central > 0) {
        px_buffer_string(page->out, "Told by ");
        px_page_article_name(page, article);
        px_buffer_string(page->out, central > 1 ? " alone, as far as words can show, the most central first:\n\n"
                                                : " alone, as far as words can show:\n\n");
    }
    for (size_t i = 0; i < central; i++) {
        const struct px_only *only = chosen[i];
        px_buffer_string(page->out, "- ");
        px_page_excerpt(page, px_comparison_event_words(page->comparison, only), EVENT_LENGTH);
        if (only->speaker.size > 0) {
            px_buffer_string(page->out, ", as told by ");
            px_page_excerpt(page, only->speaker, 60);
        }
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, article, &only->evidence, 2);
        mark_later(page, only);
        px_buffer_byte(page->out, '\n');
    }
}

/* Is all that there is to list one name, number or quotation, which tells no event? It sets no articles apart. */
static bool is_lone(const struct px_page *page)
{
    const struct px_only *chosen[MOST_CHOSEN];
    size_t all = 0;
    for (size_t a = 0; a < page->comparison->article_count; a++)
        all += choose(page, a, PX_ONLY_ENTITY, chosen) + choose(page, a, PX_ONLY_NUMBER, chosen) +
               choose_quotations(page, a, chosen);
    for (size_t i = 0; all < 2 && i < page->comparison->only.count; i++)
        if (page->comparison->only.items[i].kind == PX_ONLY_EVENT &&
            is_shown(page->comparison, &page->comparison->only.items[i]))
            all = 2;
    return all < 2;
}

/* What the article alone has; returns whether there is anything. */
static bool only_in(struct px_page *page, size_t article)
{
    size_t start = page->out->size;
    px_buffer_string(page->out, "In ");
    px_page_article_name(page, article);
    px_buffer_string(page->out, " alone:\n\n");
    size_t listed = page->out->size;
    only_names(page, article);
    only_numbers(page, article);
    only_quotations(page, article);
    if (page->out->size > listed)
        px_buffer_byte(page->out, '\n');
    else
        px_page_drop(page, start);
    size_t told = page->out->size;
    only_events(page, article);
    px_buffer_string(page->out, page->out->size > told ? "\n" : "");
    return page->out->size > start;
}

void px_page_only(struct px_page *page)
{
    size_t found = 0, start = page->out->size;
    page->later = false;
    if (is_lone(page))
        return;
    px_buffer_string(page->out, "## Only in one\n\nWhat only one article has, as far as words show, and not all of it; "
                                "who speaks in one alone stands under “Sourcing”.\n\n");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        found += only_in(page, i);
    if (found == 0)
        px_page_drop(page, start);
    else
        later_legend(page);
}
