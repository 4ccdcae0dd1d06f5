/* What somebody says, put together from its parts: which are shown, and what stands between them. */
#include "report/said_parts.h"

#include "report/said_names.h"
#include "report/sentence_name.h"
#include "text/utf8.h"

bool px_said_is_single_word(struct px_slice text)
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
            return px_slice_is_capital(part, mark.size);
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

/* Does the occasion, which leads the line, have the whole part? */
static bool leads_line(const struct px_article *article, const struct px_attribution *attribution, struct px_slice part)
{
    size_t start = (size_t)(part.data - article->text.data);
    return start >= attribution->occasion.start && start + part.size <= attribution->occasion.end;
}

/* "played up *her strength*: “Who wins?”": is the part the object of a verb that makes no sense without? */
static bool is_object(const struct px_article *article, const struct px_attribution *attribution, struct px_slice part)
{
    uint32_t start = (uint32_t)(part.data - article->text.data);
    return !attribution->asserts && attribution->cue.count > 0 &&
           start == attribution->cue.items[attribution->cue.count - 1].end + 1;
}

bool px_said_part_is_shown(const struct px_article *article, const struct px_attribution *attribution,
                           struct px_slice part)
{
    size_t others = 0, longer = 0, quotations = 0;
    for (size_t i = 0; i < attribution->content.count; i++) {
        struct px_slice other = px_slice_span(article->text, attribution->content.items[i]);
        if (leads_line(article, attribution, other))
            continue;
        others++;
        longer += !px_said_is_single_word(other);
        quotations += opens_quotation(other);
    }
    if (leads_line(article, attribution, part))
        return others == 0;
    return (longer == 0 || !px_said_is_single_word(part)) &&
           (quotations == 0 || holds_mark(part) || is_object(article, attribution, part));
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

/* Do no more than a few words of the article's own stand between two parts in one sentence: "to “recall” the bill — or pass
 * *another one —* to “mend” it"? They are told with them. */
static bool is_near(const struct px_article *article, const struct px_attribution *attribution,
                    const struct px_span *before, const struct px_span *part)
{
    enum { MOST_WORDS = 3 };
    const struct px_token *tokens = article->tokens.items;
    size_t words = 0, t = px_vector_from(&article->tokens, start, before->end);
    size_t end = px_vector_from(&article->tokens, start, part->start);
    bool near = before->end <= part->start && end < article->tokens.count && tokens[t].sentence == tokens[end].sentence;
    for (; near && t < end; t++) {
        uint32_t of = tokens[t].attribution;
        words += tokens[t].kind != PX_TOKEN_PUNCTUATION;
        near = words <= MOST_WORDS && (of == PX_NONE || of == tokens[end].attribution) &&
               !px_spans_hold(&attribution->cue, tokens[t].start) &&
               !px_spans_hold(&attribution->speaker, tokens[t].start);
    }
    return near;
}

bool px_said_begins_reported(const struct px_article *article, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t t = px_vector_from(tokens, start, part->start);
    return t < tokens->count && tokens->items[t].start < part->end && tokens->items[t].kind == PX_TOKEN_WORD &&
           tokens->items[t].voice == PX_VOICE_INDIRECT;
}

/* Does a name begin there, or behind the title that does: "*Mayor Hask* thinks"? */
static bool begins_named(const struct px_article *article, uint32_t byte)
{
    size_t t = px_vector_from(&article->tokens, start, byte);
    bool title = article->lexemes != NULL && t + 1 < article->tokens.count &&
                 (article->lexemes[t].word_class == PX_WORD_NOUN || article->lexemes[t].word_class == PX_WORD_NAME) &&
                 article->lexemes[t + 1].word_class == PX_WORD_NAME;
    size_t m = px_vector_from(&article->mentions, start, byte);
    return title || (m < article->mentions.count && article->mentions.items[m].start == byte &&
                     article->mentions.items[m].form <= PX_MENTION_ALIAS);
}

/* Has the part a capital only as the article's sentence begins with it, "*Debate* was closed", and no name there? */
static bool has_first_capital(const struct px_article *article, const struct px_span *part)
{
    size_t s = px_vector_from(&article->sentences, start, part->start);
    struct px_slice text = px_slice_span(article->text, *part);
    return px_said_begins_reported(article, part) && !begins_named(article, part->start) &&
           s < article->sentences.count && article->sentences.items[s].start == part->start && text.size > 1 &&
           px_slice_is_capital(text, 0) &&
           (text.data[1] == ' ' ? text.data[0] != 'I' : text.data[1] >= 'a' && text.data[1] <= 'z');
}

/* Stand no words between but who says it: "the plan, *she said,* was “too dear”"? Of two quotations the gap is shown. */
static bool is_parted(const struct px_article *article, const struct px_attribution *attribution,
                      const struct px_span *before, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    if (!px_said_begins_reported(article, before) || article->lexemes == NULL)
        return false;
    for (size_t t = px_vector_from(tokens, start, before->end);
         t < tokens->count && tokens->items[t].start < part->start; t++)
        if (tokens->items[t].kind != PX_TOKEN_PUNCTUATION &&
            !px_spans_hold(&attribution->cue, tokens->items[t].start) &&
            !px_spans_hold(&attribution->speaker, tokens->items[t].start))
            return false;
    return true;
}

static uint8_t class_from(const struct px_article *article, size_t *token)
{
    const struct px_tokens *tokens = &article->tokens;
    while (*token < tokens->count && tokens->items[*token].kind == PX_TOKEN_PUNCTUATION)
        ++*token;
    return *token < tokens->count ? article->lexemes[*token].word_class : PX_WORD_OTHER;
}

/* What stands between two parts of a sentence whose speaker is told between them: nothing before a verb, "the plan was “too
 * dear”", or a small word, "after all “you were” late", and a comma before a name or a noun. A small word is of what it
 * stands before. */
static const char *joint_of(const struct px_article *article, const struct px_span *part)
{
    size_t t = px_vector_from(&article->tokens, start, part->start);
    uint8_t word_class = class_from(article, &t);
    if (word_class == PX_WORD_OTHER && ++t < article->tokens.count && article->tokens.items[t].start < part->end)
        word_class = class_from(article, &t);
    return word_class == PX_WORD_VERB || word_class == PX_WORD_OTHER || word_class == PX_WORD_ADVERB ? " " : ", ";
}

/* Adds a part to what is said, behind an ellipsis where words are left out before it; returns whether it was cut. */
static bool add_part(const struct px_said_line *line, const struct px_span *before, const struct px_span *part,
                     bool cut, struct px_buffer *said)
{
    const struct px_article *article = line->article;
    struct px_slice text = px_slice_span(article->text, *part);
    struct px_slice shown = px_slice_part(text, 0, px_excerpt_end(text, PX_SAID_PART_LENGTH));
    if (before != NULL && !cut &&
        (is_joined(article, before, part) || is_near(article, line->attribution, before, part)))
        px_buffer_append(said, px_slice_part(article->text, before->end, part->start));
    else if (before != NULL)
        px_buffer_string(said, cut                                                   ? " "
                               : is_parted(article, line->attribution, before, part) ? joint_of(article, part)
                                                                                     : " … ");
    bool small = before == NULL && has_first_capital(article, part);
    if (small)
        px_buffer_byte(said, (char)(shown.data[0] | 0x20));
    px_said_append_named(line, px_slice_part(shown, small, shown.size), said);
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

/* "says the letter, sent with a book *— “to help you”*": does the part begin, with a small letter, behind a dash by which the
 * article adds what it was said of? */
static bool is_added(const struct px_article *article, const struct px_span *part, size_t before)
{
    const struct px_token *dash = &article->tokens.items[before];
    struct px_slice said = px_slice_span(article->text, *part);
    size_t at = px_opening_mark(said);
    return is_dash(px_slice_part(article->text, dash->start, dash->end)) && at > 0 && at < said.size &&
           said.data[at] >= 'a' && said.data[at] <= 'z';
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
            return is_added(article, part, end - 1);
    while (first < end && article->lexemes[first].word_class != PX_WORD_VERB)
        first++;
    return first < end;
}

size_t px_said_next_part(const struct px_article *article, const struct px_attribution *attribution,
                         const struct px_span *before, size_t from)
{
    const struct px_spans *content = &attribution->content;
    while (from < content->count &&
           (!px_said_part_is_shown(article, attribution, px_slice_span(article->text, content->items[from])) ||
            (before != NULL && hangs_elsewhere(article, attribution, before, &content->items[from]))))
        from++;
    return from;
}

bool px_said_shows_quoted(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &article->tokens;
    const struct px_span *before = NULL;
    for (size_t i = px_said_next_part(article, attribution, NULL, 0), shown = 0;
         i < attribution->content.count && shown < PX_SAID_PARTS;
         i = px_said_next_part(article, attribution, before, i + 1), shown++) {
        before = &attribution->content.items[i];
        for (size_t t = px_vector_from(tokens, start, before->start);
             t < tokens->count && tokens->items[t].start < before->end; t++)
            if (tokens->items[t].voice == PX_VOICE_DIRECT || tokens->items[t].voice == PX_VOICE_SCARE)
                return true;
    }
    return tokens->count == 0;
}

bool px_said_means_nothing(const struct px_article *article, const struct px_attribution *attribution)
{
    enum { FEW_WORDS = 2 };
    const struct px_tokens *tokens = &article->tokens;
    size_t words = 0;
    for (size_t i = 0; i < attribution->content.count; i++) {
        const struct px_span *part = &attribution->content.items[i];
        for (size_t t = px_vector_from(tokens, start, part->start);
             t < tokens->count && tokens->items[t].start < part->end; t++) {
            if (tokens->items[t].kind == PX_TOKEN_PUNCTUATION)
                continue;
            words++;
            if (tokens->items[t].voice != PX_VOICE_DIRECT || article->lexemes == NULL ||
                article->lexemes[t].word_class == PX_WORD_VERB)
                return false;
        }
    }
    return attribution->occasion.end == 0 && words > 0 && words <= FEW_WORDS &&
           opens_quotation(px_slice_span(article->text, attribution->content.items[0]));
}

/* What is said, its parts with an ellipsis between. */
void px_page_said(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution,
                  struct px_said_cited *cited)
{
    struct px_buffer said = {0};
    const struct px_span *before = NULL;
    bool cut = false;
    struct px_said_line line = {page->comparison, article, attribution};
    for (size_t i = px_said_next_part(article, attribution, NULL, 0), shown = 0;
         i < attribution->content.count && shown < PX_SAID_PARTS;
         i = px_said_next_part(article, attribution, before, i + 1), shown++) {
        const struct px_span *part = &attribution->content.items[i];
        cut = add_part(&line, before, part, cut, &said);
        struct px_slice text = px_slice_span(article->text, *part);
        uint32_t end = part->start + (uint32_t)px_excerpt_end(text, PX_SAID_PART_LENGTH);
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
