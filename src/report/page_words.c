#include "report/page_words.h"

#include <stdlib.h>

#include "base/table.h"
#include "text/normalise.h"

enum { MOST_CITED = 3 };

/* One wording with its count and sentences, gathered over an article's matches. */
struct wording {
    struct px_slice text;
    uint32_t count;
    uint32_t doubted; /* how many of them, of loaded words, may be in another voice */
    PX_VECTOR(uint32_t) sentences;
};

/* The wordings of one article, by their text. */
struct wordings {
    struct px_table texts;
    PX_VECTOR(struct wording) items;
    struct px_buffer folded;
};

/* The match's words; of one in scare quotes all that stands between them, "“Kestrian scare”": the marks are round that. */
static struct px_slice text_of(const struct px_article *article, const struct px_match *match)
{
    const struct px_token *tokens = article->tokens.items;
    bool scare = px_match_is_loaded(match) && px_match_voice(match) == PX_VOICE_SCARE;
    for (size_t i = 0; scare && i < article->quotations.count; i++) {
        const struct px_quotation *it = &article->quotations.items[i];
        if (it->span.start > match->start || match->end > it->span.end || it->token_count < 3 || it->unbalanced)
            continue;
        uint32_t last = it->first_token + it->token_count - 2;
        last -= tokens[last].kind == PX_TOKEN_PUNCTUATION && tokens[last].start >= match->end;
        return px_slice_part(article->text, tokens[it->first_token + 1].start, tokens[last].end);
    }
    return px_slice_part(article->text, match->start, match->end);
}

static bool add_wording(struct px_page *page, struct wordings *wordings, const struct px_article *article,
                        const struct px_match *match)
{
    bool added;
    struct px_slice text = text_of(article, match);
    wordings->folded.size = 0;
    px_text_fold(text, &wordings->folded);
    uint32_t id =
        wordings->folded.failed ? PX_NONE : px_table_add(&wordings->texts, px_buffer_slice(&wordings->folded), &added);
    struct wording *wording = id == PX_NONE ? NULL
                              : added       ? px_vector_push(&wordings->items, &page->arena)
                                            : &wordings->items.items[id];
    uint32_t *sentence = wording == NULL ? NULL : px_vector_push(&wording->sentences, &page->arena);
    if (sentence == NULL)
        return false;
    *sentence = match->sentence;
    wording->text = wording->count == 0 ? text : wording->text;
    wording->count++;
    wording->doubted += px_match_is_loaded(match) && px_article_doubts_voice(article, match->voice, match->attribution);
    return true;
}

/* Most frequent first, then by order of appearance. */
static int by_count(const void *left, const void *right)
{
    const struct wording *a = left;
    const struct wording *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return (a->sentences.items[0] > b->sentences.items[0]) - (a->sentences.items[0] < b->sentences.items[0]);
}

static void write_wordings(struct px_page *page, size_t article, struct wordings *wordings, size_t most)
{
    most = px_listed(wordings->items.count, most);
    if (wordings->items.count > 0)
        qsort(wordings->items.items, wordings->items.count, sizeof *wordings->items.items, by_count);
    for (size_t i = 0; i < wordings->items.count && i < most; i++) {
        const struct wording *wording = &wordings->items.items[i];
        struct px_evidence evidence = {wording->sentences.items, wording->sentences.count};
        px_buffer_string(page->out, i == 0 ? "“" : "; “");
        px_page_text(page, wording->text);
        px_buffer_string(page->out, "” ");
        if (wording->count > 1)
            px_buffer_printf(page->out, "%u ", wording->count);
        if (wording->doubted == wording->count)
            px_buffer_string(page->out, "(voice unsure) ");
        px_page_cite(page, article, &evidence, MOST_CITED);
    }
    size_t more = wordings->items.count > most ? wordings->items.count - most : 0;
    if (more > 0)
        px_buffer_printf(page->out, "; and %zu more word%s", more, more == 1 ? "" : "s");
}

/* "“hostile” 2 [A¶6.1] [A¶9.1]; “bloody” [A¶13.1]; and 3 more words": the article's matches that pass the test, most frequent
 * first, then by place; capitals make no difference, and a word of several categories is one. Nothing for
 * none. */
static void write_words(struct px_page *page, size_t article, px_page_word_test *test, const void *argument,
                        size_t most)
{
    const struct px_article *a = page->comparison->articles[article];
    struct wordings wordings = {0};
    const struct px_match *last = NULL;
    bool ready = true;
    for (size_t i = 0; ready && i < a->matches.count; i++) {
        const struct px_match *match = &a->matches.items[i];
        if (!test(match, argument) || (last != NULL && last->first_token == match->first_token))
            continue;
        ready = add_wording(page, &wordings, a, match);
        last = match;
    }
    if (ready)
        write_wordings(page, article, &wordings, most);
    else
        page->out->failed = true;
    px_table_release(&wordings.texts);
    px_buffer_release(&wordings.folded);
}

void px_page_word_line(struct px_page *page, const struct px_indicator *indicator, struct px_slice label,
                       px_page_word_test *test, size_t most)
{
    px_buffer_string(page->out, "- **");
    px_page_text(page, label);
    px_buffer_string(page->out, "**:");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        uint32_t count = indicator->values[i].count;
        px_buffer_printf(page->out, "%s %c %u", i == 0 ? "" : ";", px_comparison_letter(i), count);
        if (count == 0)
            continue;
        px_buffer_string(page->out, " (");
        write_words(page, i, test, indicator, most);
        px_buffer_byte(page->out, ')');
    }
    px_buffer_byte(page->out, '\n');
}
