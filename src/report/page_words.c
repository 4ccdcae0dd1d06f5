#include "report/page_words.h"

#include <stdlib.h>
#include <strings.h>

#include "base/table.h"
#include "text/normalise.h"

enum { MOST_CITED = 3, MOST_FORMS = 3 };

/* One wording with its count and sentences, gathered over an article's matches. */
struct wording {
    struct px_slice forms[MOST_FORMS]; /* as the article has them: "mocks", "mocking" */
    uint32_t form_count;
    uint32_t count;
    uint32_t doubted; /* how many of them, of loaded words, may be in another voice */
    PX_VECTOR(uint32_t) sentences;
};

/* The wordings of one article, by their text and by the word of which it is a form: a headline's capitals may have hid
 * that word in one place. */
struct wordings {
    struct px_table keys;
    PX_VECTOR(uint32_t) at; /* by key: which of the items */
    PX_VECTOR(struct wording) items;
    struct px_buffer key;
};

/* Is another loaded word among those from `start` to `end`? */
static bool holds_another(const struct px_article *article, const struct px_match *match, uint32_t start, uint32_t end)
{
    for (size_t i = px_vector_from(&article->matches, start, start);
         i < article->matches.count && article->matches.items[i].start < end; i++) {
        const struct px_match *other = &article->matches.items[i];
        if (other->start != match->start && other->end <= end && !other->by_model && px_match_counts(other) &&
            px_match_is_loaded(other))
            return true;
    }
    return false;
}

/* The match's words; of one in scare quotes all that stands between them, "“Kestrian scare”": the marks are round that.
 * Where that holds another one, each stands by itself. */
static struct px_slice text_of(const struct px_article *article, const struct px_match *match)
{
    const struct px_token *tokens = article->tokens.items;
    struct px_slice alone = px_slice_part(article->text, match->start, match->end);
    bool scare = px_match_is_loaded(match) && px_match_voice(match) == PX_VOICE_SCARE;
    for (size_t i = 0; scare && i < article->quotations.count; i++) {
        const struct px_quotation *it = &article->quotations.items[i];
        if (it->span.start > match->start || match->end > it->span.end || it->token_count < 3 || it->unbalanced)
            continue;
        if (holds_another(article, match, it->span.start, it->span.end))
            return alone;
        uint32_t last = it->first_token + it->token_count - 2;
        last -= tokens[last].kind == PX_TOKEN_PUNCTUATION && tokens[last].start >= match->end;
        return px_slice_part(article->text, tokens[it->first_token + 1].start, tokens[last].end);
    }
    struct px_slice leaning = px_match_is_loaded(match) ? px_article_loaded_words(article, match, NULL) : alone;
    return holds_another(article, match, match->start, match->start + (uint32_t)leaning.size) ? alone : leaning;
}

/* Adds a key of the words whose forms are one wording, by their numbers: "pleads guilty" and "pleaded guilty". Words of
 * grammar and adverbs make no other one: "funding *for*", "could *also*". False, and nothing, where only the same words are
 * one. */
static bool add_forms_key(struct px_buffer *key, const struct px_article *article, const struct px_match *match)
{
    bool alone = true;
    size_t start = key->size;
    if (px_match_is_loaded(match))
        px_article_loaded_words(article, match, &alone);
    for (uint32_t i = 0; alone && article->lexemes != NULL && i < match->token_count; i++) {
        const struct px_lexeme *lexeme = &article->lexemes[match->first_token + i];
        bool telling = lexeme->word_class != PX_WORD_OTHER && lexeme->word_class != PX_WORD_ADVERB;
        if (telling || match->token_count == 1)
            px_buffer_printf(key, " %u", lexeme->lemma);
    }
    return key->size > start;
}

/* The wording of the key in the buffer, which is made `at` where it is new; PX_NONE where memory is out. */
static uint32_t keep_key(struct px_page *page, struct wordings *wordings, uint32_t at)
{
    bool added = false;
    uint32_t id =
        wordings->key.failed ? PX_NONE : px_table_add(&wordings->keys, px_buffer_slice(&wordings->key), &added);
    uint32_t *place = id == PX_NONE ? NULL
                      : added       ? px_vector_push(&wordings->at, &page->arena)
                                    : &wordings->at.items[id];
    if (place == NULL)
        return PX_NONE;
    *place = added ? at : *place;
    return *place;
}

/* The wording of the text, or else, unless the words are `fixed`, of other forms of the match's words; a new one where
 * neither is known, NULL where memory is out. */
static struct wording *find_wording(struct px_page *page, struct wordings *wordings, struct px_slice text,
                                    const struct px_article *article, const struct px_match *match, bool fixed)
{
    uint32_t at = (uint32_t)wordings->items.count;
    wordings->key.size = 0;
    px_text_fold(text, &wordings->key);
    uint32_t id = wordings->key.failed ? PX_NONE : px_table_find(&wordings->keys, px_buffer_slice(&wordings->key));
    if (id != PX_NONE)
        return &wordings->items.items[wordings->at.items[id]];
    wordings->key.size = 0;
    if (!fixed && add_forms_key(&wordings->key, article, match))
        at = keep_key(page, wordings, at);
    wordings->key.size = 0;
    px_text_fold(text, &wordings->key);
    if (at == PX_NONE || keep_key(page, wordings, at) == PX_NONE)
        return NULL;
    return at < wordings->items.count ? &wordings->items.items[at] : px_vector_push(&wordings->items, &page->arena);
}

static bool is_same(const char *words, struct px_slice other)
{
    return strncasecmp(words, other.data, other.size) == 0;
}

/* Do the words begin or end with the others, and hold more: "funding for" and "funding"? */
static bool extends(struct px_slice words, struct px_slice others)
{
    size_t more = words.size > others.size ? words.size - others.size : 0;
    return more > 0 && ((words.data[others.size] == ' ' && is_same(words.data, others)) ||
                        (words.data[more - 1] == ' ' && is_same(words.data + more, others)));
}

/* Adds the form, where it is none of the wording's, with any capitals; of two, one of which holds the other, the short
 * one is shown. */
static void add_form(struct wording *wording, struct px_slice text)
{
    for (uint32_t i = 0; i < wording->form_count; i++) {
        struct px_slice *form = &wording->forms[i];
        if (extends(*form, text))
            *form = text;
        if ((form->size == text.size && is_same(form->data, text)) || extends(text, *form))
            return;
    }
    if (wording->form_count < MOST_FORMS)
        wording->forms[wording->form_count++] = text;
}

static bool add_wording(struct px_page *page, struct wordings *wordings, const struct px_article *article,
                        const struct px_match *match)
{
    struct px_slice text = text_of(article, match);
    bool scare = px_match_is_loaded(match) && px_match_voice(match) == PX_VOICE_SCARE; /* all between the marks */
    struct wording *wording = find_wording(page, wordings, text, article, match, scare);
    uint32_t *sentence = wording == NULL ? NULL : px_vector_push(&wording->sentences, &page->arena);
    if (sentence == NULL)
        return false;
    *sentence = match->sentence;
    add_form(wording, text);
    wording->count++;
    wording->doubted += px_match_is_loaded(match) && match->voice == PX_VOICE_INDIRECT &&
                        px_article_doubts_voice(article, match->first_token);
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
        for (uint32_t f = 0; f < wording->form_count; f++) {
            px_buffer_string(page->out, f > 0 ? "/" : "");
            px_page_text(page, wording->forms[f]);
        }
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

/* "“claims/claimed” 2 [A¶6.1] [A¶9.1]; “bloody” [A¶13.1]; and 3 more words": the article's matches that pass the test,
 * most frequent first, then by place; forms of a word are one, capitals make no difference, a word of several
 * categories is one, and what counts for no figure of the comparison is left out. Nothing for none. */
static void write_words(struct px_page *page, size_t article, px_page_word_test *test, const void *argument,
                        size_t most)
{
    const struct px_article *a = page->comparison->articles[article];
    struct wordings wordings = {0};
    const struct px_match *last = NULL;
    bool ready = true;
    for (size_t i = 0; ready && i < a->matches.count; i++) {
        const struct px_match *match = &a->matches.items[i];
        if (!test(match, argument) || (last != NULL && last->first_token == match->first_token) ||
            px_comparison_leaves_out(page->comparison, article, match))
            continue;
        ready = add_wording(page, &wordings, a, match);
        last = match;
    }
    if (ready)
        write_wordings(page, article, &wordings, most);
    else
        page->out->failed = true;
    px_table_release(&wordings.keys);
    px_buffer_release(&wordings.key);
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
