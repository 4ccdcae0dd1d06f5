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

/* Is it surely somebody's, with words of his between marks? A headline tells too short whose they are, and a standfirst what stands below, "Hask hammers Brell:
 * ‘You lied’". */
static bool is_quoted(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *it = &article->attributions.items[statement];
    uint8_t witness = page->comparison->sourcing.witness[index][statement];
    bool sure = witness == PX_WITNESS_FOR || (it->high_tier && witness != PX_WITNESS_AGAINST);
    return sure && it->type != PX_ATTRIBUTION_INDIRECT && it->content.count > 0 && it->speaker.count > 0 &&
           !px_sourcing_is_above_text(article, it) && (!it->earlier || px_said_before(article, it, NULL).end > 0) &&
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
           !px_sourcing_is_above_text(article, it) &&
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

bool px_statement_is_by_same(const struct px_page *page, size_t index, size_t one, size_t other)
{
    const struct px_article *article = page->comparison->articles[index];
    return other < article->attributions.count && article->attributions.items[one].also_count == 0 &&
           article->attributions.items[other].also_count == 0 &&
           px_comparison_speaker_name(page->comparison, index, one).size > 0 &&
           px_slice_equal(px_comparison_speaker_name(page->comparison, index, one),
                          px_comparison_speaker_name(page->comparison, index, other));
}

/* The number of each statement's speaker, PX_NONE where it has none or several. NULL when memory is out. */
static uint32_t *number_speakers(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    uint32_t *speakers = px_arena_array(&page->arena, uint32_t, article->attributions.count + 1);
    struct px_table numbers = {0};
    for (size_t i = 0; speakers != NULL && i < article->attributions.count; i++) {
        struct px_slice name = px_comparison_speaker_name(page->comparison, index, i);
        bool one = name.size > 0 && article->attributions.items[i].also_count == 0;
        speakers[i] = one ? px_table_borrow(&numbers, name, NULL) : PX_NONE;
        if (one && speakers[i] == PX_NONE)
            speakers = NULL;
    }
    px_table_release(&numbers);
    return speakers;
}

/* Takes away what points at something that neither the line above it nor the sentence before it can tell. The line above
 * is the last one shown of the speaker. False when memory is out. */
static bool leave_out_hanging(struct px_page *page, size_t index, const uint32_t *speakers, bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *items = article->attributions.items;
    const struct px_attribution **above =
        px_arena_array(&page->arena, const struct px_attribution *, article->attributions.count + 1);
    for (size_t i = 0; above != NULL && i < article->attributions.count; i++) {
        bool one = speakers[i] != PX_NONE;
        shown[i] = shown[i] && !px_said_hangs(article, &items[i], one ? above[speakers[i]] : NULL);
        if (shown[i] && one)
            above[speakers[i]] = &items[i];
    }
    return above != NULL;
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

static size_t content_size(const struct px_attribution *attribution)
{
    size_t size = 0;
    for (size_t i = 0; i < attribution->content.count; i++)
        size += attribution->content.items[i].end - attribution->content.items[i].start;
    return size;
}

/* Does it tell less by itself than the other: does it alone need the sentence before, or is it shorter? */
static bool is_lesser(const struct px_article *article, const struct px_attribution *one,
                      const struct px_attribution *other)
{
    bool leans = px_said_before(article, one, NULL).end > 0, other_leans = px_said_before(article, other, NULL).end > 0;
    return leans != other_leans ? leans : content_size(one) < content_size(other);
}

enum { MOST = 5 }; /* lines of a speaker: nine in ten have no more */

/* What is shown of a speaker, and the statements among it that others may take the place of. */
struct lines {
    size_t count, loose[MOST], loose_count;
};

/* Leaves out the one that tells least. */
static void drop_least(const struct px_article *article, struct lines *lines, bool *shown)
{
    const struct px_attribution *items = article->attributions.items;
    size_t least = 0;
    for (size_t i = 1; i < lines->loose_count; i++)
        if (is_lesser(article, &items[lines->loose[i]], &items[lines->loose[least]]))
            least = i;
    shown[lines->loose[least]] = false;
    lines->count--;
    lines->loose_count--;
    for (size_t i = least; i < lines->loose_count; i++)
        lines->loose[i] = lines->loose[i + 1];
}

/* Leaves of the statements of one speaker the first, with which the article brings him in, what he denies, and of the
 * others those that tell most by themselves: a page that gives all of it is read by nobody. False when memory is out. */
static bool limit(struct px_page *page, size_t index, const uint32_t *speakers, bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    struct lines *all = px_arena_array(&page->arena, struct lines, article->attributions.count + 1);
    for (size_t i = 0; all != NULL && i < article->attributions.count; i++) {
        if (!shown[i] || speakers[i] == PX_NONE)
            continue;
        struct lines *lines = &all[speakers[i]];
        if (lines->count++ > 0 && !px_statement_is_denial(page, index, i))
            lines->loose[lines->loose_count++] = i;
        if (lines->count > MOST && lines->loose_count > 0)
            drop_least(article, lines, shown);
    }
    return all != NULL;
}

bool px_statements_choose(struct px_page *page, size_t index, bool **shown)
{
    size_t count = page->comparison->articles[index]->attributions.count;
    *shown = px_arena_array(&page->arena, bool, count + 1);
    for (size_t i = 0; *shown != NULL && i < count; i++)
        (*shown)[i] = is_quoted(page, index, i) || is_denial_told(page, index, i);
    const uint32_t *speakers = number_speakers(page, index);
    return *shown != NULL && speakers != NULL && leave_out_blame(page, index, *shown) &&
           leave_out_hanging(page, index, speakers, *shown) && limit(page, index, speakers, *shown);
}

bool px_page_shows_quotation(const struct px_page *page, size_t index, struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = 0; i < article->attributions.count; i++)
        if (is_quoted(page, index, i) && shows_words(article, &article->attributions.items[i], words))
            return true;
    return false;
}
