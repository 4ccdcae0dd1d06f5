/* Passages of one article that share few words with any other. */
#include <ctype.h>
#include <strings.h>

#include "report/page.h"
#include "report/said_names.h"

/* The article's words, with whom a pronoun stands for whom they do not name: "She [Ada Brell] left." */
static void words_text(struct px_page *page, const struct px_article *article, struct px_span words)
{
    struct px_buffer text = {0};
    px_said_append_told(page->comparison, article, words, &text);
    page->out->failed = page->out->failed || text.failed;
    px_page_excerpt(page, px_buffer_slice(&text), SIZE_MAX);
    px_buffer_release(&text);
}

void px_page_sentence(struct px_page *page, const struct px_article *article, uint32_t from, uint32_t sentence)
{
    uint32_t end = article->sentences.items[sentence].end;
    const struct px_quotation *speech = px_article_speech_at(article, from);
    bool said = speech != NULL && speech->span.end > end;
    px_buffer_string(page->out, said ? "“" : "");
    words_text(page, article, px_page_unbracketed(article->text, (struct px_span){from, end}));
    px_buffer_string(page->out, said ? "”" : "");
}

/* " (Ada Brell)", behind words of hers that do not name her. */
static void speaker_behind(struct px_page *page, struct px_slice name)
{
    if (name.size == 0)
        return;
    px_buffer_string(page->out, " (");
    px_page_text(page, name);
    px_buffer_byte(page->out, ')');
}

/* The sentences that show the passage, in their order. */
static uint32_t lone_sentence(const struct px_lone *it, size_t index)
{
    size_t before = 0;
    while (before < it->also_count && it->also[before] < it->shown)
        before++;
    if (index == before)
        return it->shown;
    return it->also[index < before ? index : index - 1];
}

/* " Russia was … [A¶12.1]", " “It burns,” she said. (Ada Brell) [A¶12.1]" */
static void lone_text(struct px_page *page, size_t a, uint32_t from, uint32_t sentence)
{
    px_buffer_byte(page->out, ' ');
    const struct px_article *article = page->comparison->articles[a];
    struct px_slice speaker = px_comparison_unnamed_speaker(page->comparison, a, sentence);
    px_page_sentence(page, article, from, sentence);
    if (!px_said_tells(page->comparison, article, (struct px_span){from, article->sentences.items[sentence].end},
                       speaker))
        speaker_behind(page, speaker);
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, a, &(struct px_evidence){&sentence, 1}, 1);
}

/* From where on the sentence is shown: the one that shows the passage without the "But" that ties it to the one before, which
 * is not shown. */
static uint32_t start_of(const struct px_article *article, const struct px_lone *it, uint32_t sentence)
{
    return sentence == it->shown ? it->text.start : article->sentences.items[sentence].start;
}

static bool is_letter_at(struct px_slice text, size_t at)
{
    return at < text.size && isalpha((unsigned char)text.data[at]);
}

/* Has the text a long word of the name, "Alito" of "Samuel A. Alito Jr.", or "Officials" of "officials"? */
static bool holds_name(struct px_slice text, struct px_slice name)
{
    enum { SHORT = 3 };
    struct px_slice word;
    while (px_slice_next(&name, ' ', &word))
        for (size_t at = 0; word.size > SHORT && at + word.size <= text.size; at++)
            if (strncasecmp(text.data + at, word.data, word.size) == 0 && !is_letter_at(text, at + word.size) &&
                (at == 0 || !is_letter_at(text, at - 1)))
                return true;
    return false;
}

/* " (Ada Brell)" for each whose words stand in the paragraph, once for those in a row, and who is not named in the passage, nor
 * behind a pronoun of its first paragraph. */
static void speakers_behind(struct px_page *page, size_t a, const struct px_block *block, struct px_span passage)
{
    const struct px_article *article = page->comparison->articles[a];
    uint32_t begun =
        article->blocks.items[article->sentences.items[px_article_sentence_at(article, passage.start)].block].end;
    struct px_slice before = {0};
    for (uint32_t s = block->first_sentence; s < block->first_sentence + block->sentence_count; s++) {
        struct px_slice name = px_comparison_unnamed_speaker(page->comparison, a, s);
        if (name.size == 0 || px_slice_equal(name, before) || holds_name(px_slice_span(article->text, passage), name) ||
            px_said_tells(page->comparison, article, (struct px_span){passage.start, begun}, name))
            continue;
        speaker_behind(page, name);
        before = name;
    }
}

/* The passage from the first sentence on that can be understood, behind "…" for what is left out; each paragraph is cited by
 * its first. */
static void whole_lone(struct px_page *page, size_t a, const struct px_lone *it)
{
    const struct px_article *article = page->comparison->articles[a];
    uint32_t start = it->start;
    for (uint32_t b = article->sentences.items[it->first].block;
         b < article->blocks.count && article->blocks.items[b].start < it->span.end; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (!px_role_is_paragraph(block->role))
            continue;
        bool cut = b == article->sentences.items[it->first].block &&
                   article->sentences.items[it->first].start > it->span.start;
        px_buffer_string(page->out, cut ? " … " : " ");
        if (block->start <= start)
            words_text(page, article, (struct px_span){start, block->end});
        else
            px_page_excerpt(page, px_slice_part(article->text, block->start, block->end), SIZE_MAX);
        speakers_behind(page, a, block, (struct px_span){start, it->span.end});
        uint32_t first = block->first_sentence > it->first ? block->first_sentence : it->first;
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, a, &(struct px_evidence){&first, 1}, 1);
    }
}

/* "- A¶12–17 (173 words), under “Syria”: Russia was … [A¶12.1]" */
static void lone(struct px_page *page, size_t a, const struct px_lone *it)
{
    const struct px_comparison *comparison = page->comparison;
    const struct px_article *article = comparison->articles[a];
    struct px_span span = it->span;
    struct px_spans spans = {&span, 1, 1};
    px_buffer_string(page->out, "- **");
    px_comparison_paragraphs(comparison, a, &spans, page->out);
    px_buffer_printf(page->out, "** (%u words)", it->words);
    if (it->under.size > 0) {
        px_buffer_string(page->out, ", under “");
        px_page_text(page, it->under);
        px_buffer_string(page->out, "”");
    }
    px_buffer_byte(page->out, ':');
    if (px_lone_is_whole(it))
        whole_lone(page, a, it);
    for (size_t i = 0; !px_lone_is_whole(it) && i <= it->also_count; i++) {
        uint32_t sentence = lone_sentence(it, i);
        lone_text(page, a, start_of(article, it, sentence), sentence);
    }
    px_buffer_byte(page->out, '\n');
}

/* The next passage of the article from `from` on that nobody else tells; NULL behind the last. */
static const struct px_lone *next_lone(const struct px_comparison *comparison, size_t article, uint32_t from)
{
    const struct px_lone *next = NULL;
    for (size_t t = 0; t < comparison->topics.count; t++)
        for (size_t l = 0; l < comparison->topics.items[t].lone[article].count; l++) {
            const struct px_lone *it = &comparison->topics.items[t].lone[article].items[l];
            if (it->span.start >= from && (next == NULL || next->span.start > it->span.start))
                next = it;
        }
    return next;
}

void px_page_passages(struct px_page *page, size_t article)
{
    const struct px_lone *next = next_lone(page->comparison, article, 0);
    if (next == NULL)
        return;
    bool two = page->comparison->article_count == 2;
    px_buffer_printf(page->out, "### Passages of %c that share few words with %s\n\n", px_comparison_letter(article),
                     two ? "the other article" : "any other article");
    px_buffer_printf(page->out, "%s may tell some of this in other words:\n\n",
                     two ? "The other article" : "Another article");
    for (; next != NULL; next = next_lone(page->comparison, article, next->span.end))
        lone(page, article, next);
    px_buffer_byte(page->out, '\n');
}
