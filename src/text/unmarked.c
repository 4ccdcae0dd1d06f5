#include "text/splitting.h"

#include <string.h>

enum { SHORT_LIMIT = 3, PHRASE_LIMIT = 6, NAME_LIMIT = 4, DATE_SIZE = 6 }; /* tokens */

static bool is_capital(const struct px_splitting *s, size_t i)
{
    return px_splitting_token(s, i)->kind == PX_TOKEN_WORD && px_utf8_is_upper(px_splitting_character(s, i));
}

static bool is_comma(const struct px_splitting *s, size_t i)
{
    return px_splitting_is_mark(s, i) && px_splitting_character(s, i) == ',';
}

static bool is_listed(const struct px_table *table, const struct px_form *form)
{
    return table->keys.count > 0 && px_table_find(table, form->fold_text) != PX_NONE;
}

/* Does the sentence so far look like a heading: a few words, or capitals alone but for function words? */
static bool is_like_heading(const struct px_splitting *s, size_t end)
{
    if (end - s->start == 1 && px_splitting_form(s, s->start)->stop)
        return false;
    return s->small_words == 0 || end - s->start <= SHORT_LIMIT;
}

/* "Early life", "2. Methods": is the sentence so far, but for its number, a heading by the list? */
static bool is_heading(const struct px_splitting *s, size_t end)
{
    const struct px_table *headings = &s->segmenter->headings;
    size_t start = s->start;
    if (px_splitting_token(s, start)->kind == PX_TOKEN_NUMBER)
        start += 1 + px_splitting_is_mark(s, start + 1);
    if (start >= end || end - start > PHRASE_LIMIT || headings->keys.count == 0)
        return false;
    uint32_t first = px_splitting_token(s, start)->start;
    return px_table_find(headings, px_slice_part(s->text, first, px_splitting_token(s, end - 1)->end)) != PX_NONE;
}

/* "Figure 3.4": is the sentence so far the name of a numbered part? */
static bool is_numbered_part(const struct px_splitting *s, size_t end)
{
    return end - s->start == 2 && px_splitting_token(s, end - 1)->kind == PX_TOKEN_NUMBER &&
           is_listed(&s->segmenter->numbered, px_splitting_form(s, s->start));
}

/* Does a word of a name stand here: one with a capital, or a function word inside it ("of")? */
static bool is_name_word(const struct px_splitting *s, size_t i)
{
    const struct px_form *form = px_splitting_form(s, i);
    return px_splitting_token(s, i)->kind == PX_TOKEN_WORD &&
           (i > s->start && form->shape == PX_SHAPE_LOWER ? form->stop
                                                          : form->shape == PX_SHAPE_CAPITALISED && !form->stop);
}

/* "John Brown John Henry Brown was born": the name that heads the text, behind which the text begins with it. */
static bool is_title(const struct px_splitting *s, size_t end)
{
    if (s->start != s->first || end - s->start > NAME_LIMIT ||
        px_splitting_token(s, end)->form != px_splitting_token(s, s->start)->form ||
        px_splitting_form(s, end - 1)->stop)
        return false;
    for (size_t i = s->start; i < end; i++)
        if (!is_name_word(s, i))
            return false;
    return true;
}

/* "Monday, May 5, 2019" before a capital: the line below a headline. */
static bool is_date_line(const struct px_splitting *s, size_t i)
{
    return i + DATE_SIZE < s->end && is_listed(&s->segmenter->days, px_splitting_form(s, i)) && is_comma(s, i + 1) &&
           is_capital(s, i + 2) && px_splitting_token(s, i + 3)->kind == PX_TOKEN_NUMBER && is_comma(s, i + 4) &&
           px_splitting_token(s, i + 5)->kind == PX_TOKEN_NUMBER && is_capital(s, i + DATE_SIZE);
}

/* Could the token be a headline's last: a word, no function word, or a closing mark? */
static bool is_last(const struct px_splitting *s, size_t i)
{
    if (px_splitting_is_mark(s, i))
        return !px_splitting_has_space(s, i) && !is_comma(s, i) && px_splitting_character(s, i) != ':';
    return !px_splitting_form(s, i)->stop;
}

/* A web address: any "/" in it, and no "@". */
static bool is_address(const struct px_splitting *s, size_t i)
{
    struct px_slice text = px_splitting_form(s, i)->text;
    return px_splitting_token(s, i)->kind == PX_TOKEN_OTHER && memchr(text.data, '/', text.size) != NULL &&
           memchr(text.data, '@', text.size) == NULL;
}

/* Is the mark before `i` a closing bracket, or a closing quotation mark before a word that names seldom hold? */
static bool closes_before(const struct px_splitting *s, size_t i)
{
    uint32_t c = px_splitting_character(s, i - 1);
    if (px_splitting_is_closing_bracket(c))
        return true;
    return px_utf8_quote_mark(c) != PX_QUOTE_NONE && !px_splitting_has_space(s, i - 1) && i > s->start + 1 &&
           !is_comma(s, i - 2) && is_listed(&s->segmenter->firm, px_splitting_form(s, i));
}

/* "New laws The council voted": the capital of a function word shows a beginning, with a small word behind, and before
 * it a word that is neither a function word nor, unless names never hold the word at `i`, capitalised. Behind what
 * looks like a heading any word will do. */
static bool is_function_beginning(const struct px_splitting *s, size_t i)
{
    if (px_splitting_form(s, i)->shape != PX_SHAPE_CAPITALISED ||
        !is_listed(&s->segmenter->beginnings, px_splitting_form(s, i)))
        return false;
    bool heading = is_like_heading(s, i);
    bool joined = !px_splitting_has_space(s, i + 1); /* "Trump Says He's Unlikely" */
    if (joined && !px_splitting_is_mark(s, i - 1) && px_splitting_form(s, i - 1)->shape == PX_SHAPE_CAPITALISED)
        return false;
    if (!px_splitting_is_lower(s, i + 1) && !(heading && px_splitting_token(s, i + 1)->kind == PX_TOKEN_NUMBER))
        return false;
    if (px_splitting_is_mark(s, i - 1))
        return closes_before(s, i);
    const struct px_form *before = px_splitting_form(s, i - 1);
    if (heading || before->shape == PX_SHAPE_NONE)
        return true;
    if (before->stop || (px_splitting_token(s, i - 1)->flags & PX_TOKEN_CLITIC) != 0)
        return false;
    return before->shape == PX_SHAPE_LOWER || is_listed(&s->segmenter->firm, px_splitting_form(s, i));
}

/* Does the sentence so far end before the capital at `i` by what it is as a whole? */
static bool is_whole(const struct px_splitting *s, size_t i)
{
    return (i - s->start == DATE_SIZE && is_date_line(s, s->start)) || is_numbered_part(s, i) || is_title(s, i) ||
           is_heading(s, i);
}

bool px_splitting_begins_unmarked(const struct px_splitting *s, size_t i)
{
    if (s->inside || s->headline || s->segmenter == NULL || i + 1 >= s->end || !is_capital(s, i) ||
        !px_splitting_has_space(s, i))
        return false;
    return is_function_beginning(s, i) || is_whole(s, i) || is_address(s, i - 1) ||
           (is_last(s, i - 1) && is_date_line(s, i));
}
