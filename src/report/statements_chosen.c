/* Which statements of an article are shown in their own words. */
#include "report/statements_chosen.h"

#include "base/table.h"
#include "base/vector.h"
#include "report/page_statements.h"
#include "report/said_before.h"
#include "report/said_names.h"
#include "report/said_parts.h"
#include "report/said_sentence.h"
#include "report/said_whole.h"

/* Is it surely somebody's, with words of his between marks? */
static bool is_quoted(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *it = &article->attributions.items[statement];
    uint8_t witness = page->comparison->sourcing.witness[index][statement];
    bool sure = witness == PX_WITNESS_FOR || (it->high_tier && witness != PX_WITNESS_AGAINST);
    return sure && it->type != PX_ATTRIBUTION_INDIRECT && it->content.count > 0 && it->speaker.count > 0 &&
           (!it->earlier || px_said_before(article, it, NULL).end > 0) &&
           px_comparison_speaker_name(page->comparison, index, statement).size > 0 &&
           !px_said_leans(&(struct px_said_line){page->comparison, article, it}) &&
           (px_said_needs_more(it) ? px_said_whole(article, it).size > 0
                                   : px_said_shows_quoted(article, it) && !px_said_means_nothing(article, it));
}

bool px_statement_is_denial(const struct px_page *page, size_t index, size_t statement)
{
    bool *const *denials = page->comparison->sourcing.denials;
    return denials != NULL && denials[index][statement];
}

/* Do the words tell what is denied, "claims of theft", "the report that he lied", or quote it, and not only name it, "the
 * account"? */
static bool is_telling(const struct px_article *article, const struct px_attribution *denial)
{
    enum { LEAST_WORDS = 6, LEAST_BARE = 3 }; /* these begin with a noun that stands by itself */
    const struct px_tokens *tokens = &article->tokens;
    size_t words = 0;
    bool noun = false;
    for (size_t i = 0; article->lexemes != NULL && i < denial->content.count; i++) {
        struct px_span part = denial->content.items[i];
        for (size_t t = px_vector_from(tokens, start, part.start);
             t < tokens->count && tokens->items[t].start < part.end; t++) {
            noun = noun || (words == 0 && article->lexemes[t].word_class == PX_WORD_NOUN &&
                            !px_slice_is_capital(article->text, part.start));
            words += px_token_counts(&tokens->items[t]);
            if (article->lexemes[t].word_class == PX_WORD_VERB || tokens->items[t].voice == PX_VOICE_DIRECT)
                return true;
        }
    }
    return article->lexemes == NULL || words >= (noun ? LEAST_BARE : LEAST_WORDS);
}

/* Is it a denial whose clause, in the text below the headline, tells what is denied? */
static bool is_denial_told(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *it = &article->attributions.items[statement];
    struct px_attribution denial = px_said_denial(it);
    return px_statement_is_denial(page, index, statement) && it->content.count > 0 && is_telling(article, it) &&
           !px_sourcing_is_in_title(article, it) &&
           px_comparison_speaker_name(page->comparison, index, statement).size > 0 &&
           !px_said_leans(&(struct px_said_line){page->comparison, article, it}) &&
           px_said_whole(article, &denial).size > 0;
}

/* Does one of the parts that are shown hold the words, or the clause that is shown whole? */
static bool shows_words(const struct px_article *article, const struct px_attribution *attribution,
                        struct px_span words)
{
    const struct px_spans *content = &attribution->content;
    for (size_t i = 0; i < content->count; i++) {
        struct px_span part = content->items[i];
        bool shown =
            px_said_needs_more(attribution) ||
            (i < PX_SAID_PARTS && px_said_part_is_shown(article, attribution, px_slice_span(article->text, part)));
        if (shown && words.start >= part.start && words.end <= part.end)
            return true;
    }
    return false;
}

/* The words of the statement that stand between marks, without the marks. */
static struct px_slice quoted_words(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &article->tokens;
    struct px_span quoted = {0, 0};
    for (size_t i = 0; i < attribution->content.count; i++) {
        const struct px_span *part = &attribution->content.items[i];
        for (size_t t = px_vector_from(tokens, start, part->start);
             t < tokens->count && tokens->items[t].start < part->end; t++) {
            if (tokens->items[t].voice != PX_VOICE_DIRECT || tokens->items[t].kind == PX_TOKEN_PUNCTUATION)
                continue;
            quoted.start = quoted.end == 0 ? tokens->items[t].start : quoted.start;
            quoted.end = tokens->items[t].end;
        }
    }
    return px_slice_span(article->text, quoted);
}

/* Does a statement behind this one show the words? */
static bool is_shown_again(const struct px_page *page, size_t index, size_t statement, struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = statement + 1; i < article->attributions.count; i++)
        if (is_quoted(page, index, i) && shows_words(article, &article->attributions.items[i], words))
            return true;
    return false;
}

/* Does a headline quote what a statement that is shown below it has in full? */
static bool is_repeated(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_article *article = page->comparison->articles[index];
    uint32_t sentence = article->attributions.items[statement].sentence;
    struct px_slice words = quoted_words(article, &article->attributions.items[statement]);
    if (words.size == 0 || article->blocks.items[article->sentences.items[sentence].block].role != PX_ROLE_TITLE)
        return false;
    size_t at = article->sentences.items[sentence].end;
    for (; (at = px_slice_find(article->text, words, at)) != SIZE_MAX; at += words.size)
        if (is_shown_again(page, index, statement, (struct px_span){(uint32_t)at, (uint32_t)(at + words.size)}))
            return true;
    return false;
}

bool px_statement_is_by_same(const struct px_page *page, size_t index, size_t one, size_t other)
{
    const struct px_article *article = page->comparison->articles[index];
    return other < article->attributions.count && article->attributions.items[one].also_count == 0 &&
           article->attributions.items[other].also_count == 0 &&
           px_comparison_speaker_name(page->comparison, index, one).size > 0 &&
           px_slice_equal(px_comparison_speaker_name(page->comparison, index, one),
                          px_comparison_speaker_name(page->comparison, index, other));
}

/* Does the article have other words of the headline's speaker to show? A headline gives them short. */
static bool is_told_below(const struct px_page *page, size_t index, size_t statement, const bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = 0;
         px_sourcing_is_in_title(article, &article->attributions.items[statement]) && i < article->attributions.count;
         i++)
        if (shown[i] && !px_sourcing_is_in_title(article, &article->attributions.items[i]) &&
            px_statement_is_by_same(page, index, statement, i))
            return true;
    return false;
}

/* Takes away what points at something that neither the line above it nor the sentence before it can tell. The line above
 * is the last one shown of the speaker. False when memory is out. */
static bool leave_out_hanging(struct px_page *page, size_t index, bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *items = article->attributions.items;
    const struct px_attribution **above =
        px_arena_array(&page->arena, const struct px_attribution *, article->attributions.count + 1);
    struct px_table speakers = {0};
    bool fine = above != NULL;
    for (size_t i = 0; fine && i < article->attributions.count; i++) {
        struct px_slice name = px_comparison_speaker_name(page->comparison, index, i);
        bool one = name.size > 0 && items[i].also_count == 0;
        uint32_t speaker = !shown[i] || !one ? PX_NONE : px_table_borrow(&speakers, name, NULL);
        fine = !shown[i] || !one || speaker != PX_NONE;
        shown[i] = shown[i] && !px_said_hangs(article, &items[i], speaker == PX_NONE ? NULL : above[speaker]);
        if (shown[i] && speaker != PX_NONE)
            above[speaker] = &items[i];
    }
    px_table_release(&speakers);
    return fine;
}

/* Takes away what the list of who is blamed and praised, below, tells in its words: "*accused* Hask of wasting them", where
 * no words of further sentences go with it. False when memory is out. */
static bool leave_out_blame(struct px_page *page, size_t index, bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    const bool *told = px_page_blame_verbs(page, index);
    for (size_t i = 0; told != NULL && i < article->attributions.count; i++) {
        const struct px_spans *cue = &article->attributions.items[i].cue;
        shown[i] = shown[i] && (cue->count == 0 || !px_said_is_in_sentence(article, &article->attributions.items[i]) ||
                                !told[px_vector_from(&article->tokens, start, cue->items[0].start)]);
    }
    return told != NULL;
}

/* Does it tell less by itself than the other: does it alone need the sentence before, or is it shorter? */
static bool is_lesser(const struct px_page *page, size_t index, size_t one, size_t other)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *a = &article->attributions.items[one], *b = &article->attributions.items[other];
    bool leans = px_said_before(article, a, NULL).end > 0, other_leans = px_said_before(article, b, NULL).end > 0;
    if (leans != other_leans)
        return leans;
    size_t size = 0, other_size = 0;
    for (size_t i = 0; i < a->content.count; i++)
        size += a->content.items[i].end - a->content.items[i].start;
    for (size_t i = 0; i < b->content.count; i++)
        other_size += b->content.items[i].end - b->content.items[i].start;
    return size < other_size;
}

/* Leaves of the statements of one speaker the first, with which the article brings him in, what he denies, and of the
 * others those that tell most by themselves. */
static void limit(const struct px_page *page, size_t index, size_t first, bool *shown)
{
    enum { MOST = 5 }; /* nine in ten speakers have no more */
    size_t count = page->comparison->articles[index]->attributions.count, found = 1;
    for (size_t i = first + 1; i < count; i++)
        found += shown[i] && px_statement_is_by_same(page, index, first, i);
    for (; found > MOST; found--) {
        size_t least = first;
        for (size_t i = first + 1; i < count; i++)
            if (shown[i] && px_statement_is_by_same(page, index, first, i) && !is_denial_told(page, index, i) &&
                (least == first || is_lesser(page, index, i, least)))
                least = i;
        if (least == first)
            return;
        shown[least] = false;
    }
}

/* A page that gives all of what somebody says is read by nobody. Quadratic in the statements. */
static void limit_each(const struct px_page *page, size_t index, bool *shown)
{
    size_t count = page->comparison->articles[index]->attributions.count;
    for (size_t i = 0; i < count; i++) {
        bool begun = !shown[i];
        for (size_t j = 0; !begun && j < i; j++)
            begun = shown[j] && px_statement_is_by_same(page, index, j, i);
        if (!begun)
            limit(page, index, i, shown);
    }
}

bool px_statements_choose(struct px_page *page, size_t index, bool **shown)
{
    size_t count = page->comparison->articles[index]->attributions.count;
    *shown = px_arena_array(&page->arena, bool, count + 1);
    for (size_t i = 0; *shown != NULL && i < count; i++)
        (*shown)[i] = (is_quoted(page, index, i) && !is_repeated(page, index, i)) || is_denial_told(page, index, i);
    for (size_t i = 0; *shown != NULL && i < count; i++)
        (*shown)[i] = (*shown)[i] && !is_told_below(page, index, i, *shown);
    if (*shown == NULL || !leave_out_blame(page, index, *shown) || !leave_out_hanging(page, index, *shown))
        return false;
    limit_each(page, index, *shown);
    return true;
}

bool px_page_shows_quotation(const struct px_page *page, size_t index, struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = 0; i < article->attributions.count; i++)
        if (is_quoted(page, index, i) && shows_words(article, &article->attributions.items[i], words))
            return true;
    return false;
}
