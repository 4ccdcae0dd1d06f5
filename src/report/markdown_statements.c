/* Statements in their own words, and what the article does with them. */
#include <string.h>

#include "report/page_statements.h"
#include "report/said.h"
#include "report/sentence_name.h"
#include "report/statement_cue.h"
#include "text/utf8.h"

enum { PART_LENGTH = 320, NAME_LENGTH = 100 };

static size_t number_of(const struct px_comparison *comparison, const struct px_article *article)
{
    size_t a = 0;
    while (comparison->articles[a] != article)
        a++;
    return a;
}

void px_page_speaker(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    size_t a = number_of(page->comparison, article), i = (size_t)(attribution - article->attributions.items);
    struct px_slice name = px_comparison_speaker_name(page->comparison, a, i);
    if (name.size == 0) {
        px_buffer_string(page->out, "speaker unclear");
        return;
    }
    px_page_excerpt(page, name, NAME_LENGTH);
    px_page_joint(page, article, attribution);
}

/* A word by itself, "which … the greatest threat", stands for something that is said elsewhere. */
static bool is_single_word(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < 'a' || text.data[i] > 'z')
            return false;
    return true;
}

static const char *const MARKS[] = {"\"", "“", "'", "‘"}; /* that open a quotation */

/* Does a quotation of its own begin the part: an opening mark and a capital letter? */
static bool opens_quotation(struct px_slice part)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        struct px_slice mark = px_slice_from(MARKS[i]);
        if (px_slice_starts(part, mark) && part.size > mark.size)
            return part.data[mark.size] >= 'A' && part.data[mark.size] <= 'Z';
    }
    return false;
}

static bool holds_mark(struct px_slice part)
{
    bool held = false;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        held = held || px_slice_find(part, px_slice_from(MARKS[i]), 0) != SIZE_MAX;
    return held;
}

/* Is the part shown? Beside a quotation of its own what the article says round it is left out, and single words beside
 * all else. */
static bool is_shown(const struct px_article *article, const struct px_attribution *attribution, struct px_slice part)
{
    size_t longer = 0, quotations = 0;
    for (size_t i = 0; i < attribution->content.count; i++) {
        struct px_slice other = px_slice_span(article->text, attribution->content.items[i]);
        longer += !is_single_word(other);
        quotations += opens_quotation(other);
    }
    return (longer == 0 || !is_single_word(part)) && (quotations == 0 || holds_mark(part));
}

/* Is nothing left out between two parts that follow one another: a dash, a mark? */
static bool is_joined(const struct px_article *article, const struct px_span *before, const struct px_span *part)
{
    if (before->end > part->start)
        return false;
    struct px_slice between = px_slice_part(article->text, before->end, part->start);
    for (size_t at = 0; at < between.size;) {
        uint32_t c = px_utf8_next(between, &at);
        if (px_utf8_is_letter(c) || px_utf8_is_digit(c))
            return false;
    }
    return true;
}

/* Does the part begin with words of the article, outside of marks? */
static bool begins_reported(const struct px_article *article, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t t = px_vector_from(tokens, start, part->start);
    return t < tokens->count && tokens->items[t].start < part->end && tokens->items[t].kind == PX_TOKEN_WORD &&
           tokens->items[t].voice == PX_VOICE_INDIRECT;
}

/* Has the part a capital only as the article's sentence begins with it, "*Debate* was closed", and no name there? */
static bool has_first_capital(const struct px_article *article, const struct px_span *part)
{
    size_t s = px_vector_from(&article->sentences, start, part->start);
    size_t m = px_vector_from(&article->mentions, start, part->start);
    struct px_slice text = px_slice_span(article->text, *part);
    bool named = m < article->mentions.count && article->mentions.items[m].start == part->start &&
                 article->mentions.items[m].form <= PX_MENTION_ALIAS;
    return begins_reported(article, part) && !named && s < article->sentences.count &&
           article->sentences.items[s].start == part->start && text.size > 1 && text.data[0] >= 'A' &&
           text.data[0] <= 'Z' &&
           (text.data[1] == ' ' ? text.data[0] != 'I' : text.data[1] >= 'a' && text.data[1] <= 'z');
}

static bool holds_byte(const struct px_spans *spans, uint32_t byte)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start <= byte && byte < spans->items[i].end)
            return true;
    return false;
}

/* Stand no words between but who says it: "the plan, *she said,* was “too dear”"? Of two quotations the gap is shown. */
static bool is_parted(const struct px_article *article, const struct px_attribution *attribution,
                      const struct px_span *before, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    if (!begins_reported(article, before) || article->lexemes == NULL)
        return false;
    for (size_t t = px_vector_from(tokens, start, before->end);
         t < tokens->count && tokens->items[t].start < part->start; t++)
        if (tokens->items[t].kind != PX_TOKEN_PUNCTUATION && !holds_byte(&attribution->cue, tokens->items[t].start) &&
            !holds_byte(&attribution->speaker, tokens->items[t].start))
            return false;
    return true;
}

/* What stands between two parts of a sentence whose speaker is told between them: nothing before a verb, "the plan was “too
 * dear”", and a comma before a name or a noun; an ellipsis where neither is known. */
static const char *joint_of(const struct px_article *article, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t t = px_vector_from(tokens, start, part->start);
    while (t < tokens->count && tokens->items[t].kind == PX_TOKEN_PUNCTUATION)
        t++;
    uint8_t word_class = t < tokens->count ? article->lexemes[t].word_class : PX_WORD_OTHER;
    return word_class == PX_WORD_VERB ? " " : word_class == PX_WORD_OTHER ? " … " : ", ";
}

/* Adds a part to what is said, behind an ellipsis where words are left out before it; returns whether it was cut. */
static bool add_part(const struct px_article *article, const struct px_attribution *attribution,
                     const struct px_span *before, const struct px_span *part, bool cut, struct px_buffer *said)
{
    struct px_slice text = px_slice_span(article->text, *part);
    struct px_slice shown = px_slice_part(text, 0, px_excerpt_end(text, PART_LENGTH));
    if (before != NULL && !cut && is_joined(article, before, part))
        px_buffer_append(said, px_slice_part(article->text, before->end, part->start));
    else if (before != NULL)
        px_buffer_string(said, cut                                             ? " "
                               : is_parted(article, attribution, before, part) ? joint_of(article, part)
                                                                               : " … ");
    bool small = before == NULL && has_first_capital(article, part);
    if (small)
        px_buffer_byte(said, (char)(shown.data[0] | 0x20));
    px_said_append(px_slice_part(shown, small, shown.size), said);
    if (shown.size < text.size)
        px_buffer_printf(said, " …%s", px_excerpt_marks(shown).behind);
    return shown.size < text.size;
}

static bool is_dash(struct px_slice text)
{
    return px_slice_is(text, "-") || px_slice_is(text, "–") || px_slice_is(text, "—") || px_slice_is(text, "―") ||
           px_slice_is(text, "--");
}

/* Are the tokens put in, "the plan *— liked by all —* “would end it”"? */
static bool is_put_in(const struct px_article *article, size_t first, size_t end)
{
    const struct px_token *tokens = article->tokens.items;
    return first + 1 < end && is_dash(px_slice_part(article->text, tokens[first].start, tokens[first].end)) &&
           is_dash(px_slice_part(article->text, tokens[end - 1].start, tokens[end - 1].end));
}

/* Does the part hang on a verb of its own, in the words between: "wants “more”, and pushed for talks “that last”"? With
 * an ellipsis it would hang on the words before. */
static bool hangs_elsewhere(const struct px_article *article, const struct px_attribution *attribution,
                            const struct px_span *before, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t first = px_vector_from(tokens, start, before->end), end = px_vector_from(tokens, start, part->start);
    if (article->lexemes == NULL || first == 0 || first >= end || end >= tokens->count ||
        tokens->items[first - 1].sentence != tokens->items[end].sentence || is_put_in(article, first, end))
        return false;
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (attribution->cue.items[i].start >= before->end && attribution->cue.items[i].start < part->start)
            return false;
    while (first < end && article->lexemes[first].word_class != PX_WORD_VERB)
        first++;
    return first < end;
}

/* The next part that is shown behind `before`, from the place on; the count of parts where none is. */
static size_t next_part(const struct px_article *article, const struct px_attribution *attribution,
                        const struct px_span *before, size_t from)
{
    const struct px_spans *content = &attribution->content;
    while (from < content->count &&
           (!is_shown(article, attribution, px_slice_span(article->text, content->items[from])) ||
            (before != NULL && hangs_elsewhere(article, attribution, before, &content->items[from]))))
        from++;
    return from;
}

/* Is a word between marks among the parts that are shown? Without one it is no quotation. */
static bool shows_quoted(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &article->tokens;
    const struct px_span *before = NULL;
    for (size_t i = next_part(article, attribution, NULL, 0), shown = 0;
         i < attribution->content.count && shown < PX_SAID_PARTS;
         i = next_part(article, attribution, before, i + 1), shown++) {
        before = &attribution->content.items[i];
        for (size_t t = px_vector_from(tokens, start, before->start);
             t < tokens->count && tokens->items[t].start < before->end; t++)
            if (tokens->items[t].voice == PX_VOICE_DIRECT || tokens->items[t].voice == PX_VOICE_SCARE)
                return true;
    }
    return tokens->count == 0;
}

/* What is said, its parts with an ellipsis between. */
void px_page_said(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution,
                  struct px_said_cited *cited)
{
    struct px_buffer said = {0};
    const struct px_span *before = NULL;
    bool cut = false;
    for (size_t i = next_part(article, attribution, NULL, 0), shown = 0;
         i < attribution->content.count && shown < PX_SAID_PARTS;
         i = next_part(article, attribution, before, i + 1), shown++) {
        const struct px_span *part = &attribution->content.items[i];
        cut = add_part(article, attribution, before, part, cut, &said);
        struct px_slice text = px_slice_span(article->text, *part);
        uint32_t end = part->start + (uint32_t)px_excerpt_end(text, PART_LENGTH);
        px_said_cite_all(article, (struct px_span){part->start, end}, cited);
        before = part;
    }
    struct px_buffer bare = {0};
    px_said_append_bare(px_buffer_slice(&said), &bare);
    page->out->failed = page->out->failed || said.failed || bare.failed;
    px_page_excerpt(page, px_buffer_slice(&bare), PX_EXCERPT_WHOLE);
    px_buffer_release(&said);
    px_buffer_release(&bare);
}

/* Is the part a quotation, or several, and no more: not "“deep rifts” between the two"? */
static bool stands_alone(const struct px_article *article, struct px_span part)
{
    const struct px_tokens *tokens = &article->tokens;
    for (size_t t = px_vector_from(tokens, start, part.start); t < tokens->count && tokens->items[t].start < part.end;
         t++)
        if (tokens->items[t].kind != PX_TOKEN_PUNCTUATION && tokens->items[t].voice != PX_VOICE_DIRECT)
            return false;
    return true;
}

static uint32_t sentence_at(const struct px_article *article, uint32_t byte)
{
    return (uint32_t)px_vector_from(&article->sentences, start, byte + 1);
}

/* Does what is said go on from the cue, in one sentence: does it begin, behind a mark, with a small letter? */
static bool goes_on_from(const struct px_article *article, struct px_span cue, struct px_span part)
{
    struct px_slice said = px_slice_span(article->text, part);
    size_t at = px_opening_mark(said);
    return cue.end < part.start && sentence_at(article, cue.start) == sentence_at(article, part.start) &&
           at < said.size && said.data[at] >= 'a' && said.data[at] <= 'z';
}

/* The cue as it stands before what is said, where that goes on from it: "accused | Varn of fraud", "told the Ledger | that
 * the quay is closed", with the few words between; `apart`: there are more. Empty before a quotation that stands by
 * itself. */
static struct px_slice cue_before(const struct px_article *article, const struct px_attribution *attribution,
                                  bool *apart)
{
    enum { FEW_BYTES = 32 };
    size_t first = 0;
    while (first < attribution->content.count &&
           !is_shown(article, attribution, px_slice_span(article->text, attribution->content.items[first])))
        first++;
    if (first == attribution->content.count || stands_alone(article, attribution->content.items[first]))
        return (struct px_slice){NULL, 0};
    struct px_span part = attribution->content.items[first];
    for (size_t i = 0; i < attribution->cue.count; i++) {
        struct px_span cue = attribution->cue.items[i];
        bool next = cue.end + 1 == part.start && article->text.data[cue.end] == ' ';
        if (!next && (i + 1 < attribution->cue.count || !goes_on_from(article, cue, part)))
            continue;
        struct px_slice between = px_slice_part(article->text, cue.end, part.start);
        *apart = between.size > FEW_BYTES || between.data[0] != ' ' || between.data[between.size - 1] != ' ';
        return px_slice_part(article->text, cue.start, *apart ? cue.end : part.start - 1);
    }
    return (struct px_slice){NULL, 0};
}

/* "said, ", "said: " before words of the article's, or "accused " where what is said goes on from it, "told … " with words between. */
static void cue_text(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    bool verb = px_attribution_has_verb(attribution), apart = false, leads = true, reported = false;
    struct px_slice before = verb ? cue_before(article, attribution, &apart) : (struct px_slice){NULL, 0};
    struct px_buffer cue = {0};
    if (verb && before.size == 0) {
        leads = px_statement_cue(article, attribution, &cue);
        reported = begins_reported(article, &attribution->content.items[next_part(article, attribution, NULL, 0)]);
    } else {
        px_statement_words(before, &cue);
    }
    page->out->failed = page->out->failed || cue.failed;
    px_page_text(page, px_buffer_slice(&cue));
    px_buffer_string(page->out, cue.size == 0 ? "" : !leads ? (reported ? ": " : ", ") : apart ? " … " : " ");
    px_buffer_release(&cue);
}

/* "which *he* called", "what *officials* described as": where the word before a speaker of one word begins that is no name
 * and stands right before the cue; else where the cue begins. */
static uint32_t clause_start(const struct px_article *article, const struct px_attribution *attribution)
{
    struct px_slice text = article->text;
    struct px_span speaker = attribution->speaker.items[0];
    uint32_t cue = attribution->cue.items[0].start, at = speaker.start;
    if (!is_single_word(px_slice_span(text, speaker)) || speaker.end + 1 != cue || at < 2 ||
        !px_utf8_is_letter((unsigned char)text.data[at - 2] & 0x7f))
        return cue;
    for (at--; at > 0 && strchr(" \n", text.data[at - 1]) == NULL;)
        at--;
    return at;
}

/* The words of a statement that say another thing by themselves, with those of the article about them, "called the closing
 * of schools “too costly”". Empty where that is more than a few lines, or of several sentences, and where the clause is
 * added to what it tells of: "the fees*, which he* called “a threat”". */
static struct px_slice with_clause(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t end = attribution->content.items[attribution->content.count - 1].end;
    if (attribution->cue.count == 0 || attribution->cue.items[0].start >= attribution->content.items[0].start)
        return (struct px_slice){NULL, 0};
    uint32_t start = clause_start(article, attribution);
    if (start < attribution->cue.items[0].start && start > 1 && article->text.data[start - 2] == ',')
        return (struct px_slice){NULL, 0};
    struct px_slice words = px_slice_part(article->text, start, end);
    size_t first = px_vector_from(&article->tokens, start, start), last = px_vector_from(&article->tokens, start, end);
    bool whole = last > first && article->tokens.items[first].sentence == article->tokens.items[last - 1].sentence;
    return whole && words.size <= PART_LENGTH ? words : (struct px_slice){NULL, 0};
}

/* Is it surely somebody's, with words of his between marks? */
static bool is_quoted(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *it = &article->attributions.items[statement];
    return it->type != PX_ATTRIBUTION_INDIRECT && it->content.count > 0 && it->speaker.count > 0 && it->high_tier &&
           !page->comparison->sourcing.doubted[index][statement] &&
           (it->cut ? with_clause(article, it).size > 0 : shows_quoted(article, it));
}

/* "said, “…” [A¶1.2]", "called the plan “too costly” [A¶1.2]" */
static void statement_text(struct px_page *page, size_t index, const struct px_attribution *attribution)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_said_cited cited = {{attribution->sentence}, 1};
    if (attribution->cut) {
        struct px_buffer said = {0};
        px_said_append_bare(with_clause(article, attribution), &said);
        page->out->failed = page->out->failed || said.failed;
        px_page_text(page, px_buffer_slice(&said));
        px_buffer_release(&said);
    } else {
        cue_text(page, article, attribution);
        px_page_said(page, article, attribution, &cited);
    }
    px_buffer_byte(page->out, ' ');
    px_page_cite_run(page, index, &(struct px_evidence){cited.sentences, cited.count});
    px_statement_also(page->comparison, index, attribution, page->out);
    px_buffer_byte(page->out, '\n');
}

/* Does one of the parts that are shown hold the words, or the clause that is shown whole? */
static bool shows_words(const struct px_article *article, const struct px_attribution *attribution,
                        struct px_span words)
{
    const struct px_spans *content = &attribution->content;
    for (size_t i = 0; i < content->count; i++) {
        struct px_span part = content->items[i];
        bool shown = attribution->cut ||
                     (i < PX_SAID_PARTS && is_shown(article, attribution, px_slice_span(article->text, part)));
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

/* Are both by one speaker alone? */
static bool is_by_same(const struct px_page *page, size_t index, size_t one, size_t other)
{
    const struct px_article *article = page->comparison->articles[index];
    return other < article->attributions.count && article->attributions.items[one].also_count == 0 &&
           article->attributions.items[other].also_count == 0 &&
           px_comparison_speaker_name(page->comparison, index, one).size > 0 &&
           px_slice_equal(px_comparison_speaker_name(page->comparison, index, one),
                          px_comparison_speaker_name(page->comparison, index, other));
}

static bool is_in_title(const struct px_article *article, size_t statement)
{
    uint32_t sentence = article->attributions.items[statement].sentence;
    return article->blocks.items[article->sentences.items[sentence].block].role == PX_ROLE_TITLE;
}

/* Does the article have other words of the headline's speaker to show? A headline gives them short. */
static bool is_told_below(const struct px_page *page, size_t index, size_t statement, const bool *shown)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = 0; is_in_title(article, statement) && i < article->attributions.count; i++)
        if (shown[i] && !is_in_title(article, i) && is_by_same(page, index, statement, i))
            return true;
    return false;
}

/* Which of the article's statements are shown; false when memory is out. */
static bool choose_shown(struct px_page *page, size_t index, bool **shown)
{
    size_t count = page->comparison->articles[index]->attributions.count;
    *shown = px_arena_array(&page->arena, bool, count + 1);
    for (size_t i = 0; *shown != NULL && i < count; i++)
        (*shown)[i] = is_quoted(page, index, i) && !is_repeated(page, index, i);
    for (size_t i = 0; *shown != NULL && i < count; i++)
        (*shown)[i] = (*shown)[i] && !is_told_below(page, index, i, *shown);
    return *shown != NULL;
}

/* "- Ann Hask: said, “…” [A¶1.2]"; several of hers as a list below her name, wherever they stand. Takes them off those that
 * are left to show. */
static void speaker_lines(struct px_page *page, size_t index, size_t first, bool *left)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t count = article->attributions.count, next = first + 1;
    while (next < count && !(left[next] && is_by_same(page, index, first, next)))
        next++;
    bool several = next < count;
    px_buffer_string(page->out, "- ");
    px_page_speaker(page, article, &article->attributions.items[first]);
    px_buffer_string(page->out, several ? ":\n  - " : ": ");
    statement_text(page, index, &article->attributions.items[first]);
    for (; next < count; next++) {
        if (!left[next] || !is_by_same(page, index, first, next))
            continue;
        px_buffer_string(page->out, "  - ");
        statement_text(page, index, &article->attributions.items[next]);
        left[next] = false;
    }
}

void px_page_statements(struct px_page *page, size_t index)
{
    size_t count = page->comparison->articles[index]->attributions.count, begun = 0;
    bool *left;
    if (!choose_shown(page, index, &left)) {
        page->out->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (!left[i])
            continue;
        if (begun++ == 0) {
            px_buffer_string(page->out, "Quoted in ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, ":\n\n");
        }
        speaker_lines(page, index, i, left);
    }
    px_buffer_string(page->out, begun > 0 ? "\n" : "");
}

bool px_page_shows_quotation(const struct px_page *page, size_t index, struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    for (size_t i = 0; i < article->attributions.count; i++)
        if (is_quoted(page, index, i) && shows_words(article, &article->attributions.items[i], words))
            return true;
    return false;
}
