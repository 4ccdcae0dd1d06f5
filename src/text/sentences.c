#include "text/sentences.h"

#include "text/splitting.h"
#include "text/utf8.h"

/* How a token can end a sentence. */
enum ending { NO_ENDING, FULL_STOP, ELLIPSIS, STRONG, WIDE, ABBREVIATION, TITLE, PLACE };

enum { DATELINE_LIMIT = 8, REMARK_LIMIT = 4, QUOTED_LIMIT = 80 }; /* tokens */

static bool is_quote(const struct px_splitting *s, size_t i)
{
    return px_splitting_is_mark(s, i) && px_utf8_quote_mark(px_splitting_character(s, i)) != PX_QUOTE_NONE;
}

/* An apostrophe, or a mark of a quotation within a quotation. */
static bool is_single(uint32_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019;
}

static bool is_opening_bracket(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == 0xFF08 || c == 0x3010;
}

/* How the abbreviation ends a sentence, one by its shape alone as the common ones do. */
static enum ending abbreviation_of(const struct px_splitting *s, size_t i)
{
    const struct px_form *form = px_splitting_form(s, i);
    if (s->segmenter == NULL || s->segmenter->abbreviation_kinds == NULL)
        return ABBREVIATION;
    uint32_t id = px_table_find(&s->segmenter->abbreviations, form->text);
    if (id == PX_NONE)
        id = px_table_find(&s->segmenter->abbreviations, form->fold_text);
    static const enum ending endings[] = {ABBREVIATION, TITLE, PLACE}; /* by enum px_abbreviation */
    enum ending ending = id == PX_NONE ? ABBREVIATION : endings[s->segmenter->abbreviation_kinds[id]];
    bool behind_comma = i > s->first && px_splitting_is_mark(s, i - 1) && px_splitting_character(s, i - 1) == ',';
    return ending == PLACE && !behind_comma ? ABBREVIATION : ending;
}

static enum ending ending_of(const struct px_splitting *s, size_t i)
{
    const struct px_token *token = px_splitting_token(s, i);
    if (!px_sentences_may_end(s->text, token))
        return NO_ENDING;
    if (token->kind == PX_TOKEN_WORD)
        return abbreviation_of(s, i);
    switch (px_splitting_character(s, i)) {
    case '.': return token->end - token->start == 1 ? FULL_STOP : ELLIPSIS;
    case '!':
    case '?':
    case 0x203C: /* double marks */
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x0964: /* danda */
    case 0x06D4: /* Arabic full stop */
    case 0x061F: return STRONG;
    case 0x2026: return ELLIPSIS;
    case 0x3002: /* ideographic full stop and the full-width marks need no space behind them */
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61: return WIDE;
    default: return NO_ENDING;
    }
}

/* Does token `i`, behind an ending, still belong to it: a further stop, or a closing mark that abuts? An opening shape
 * closes in some languages, but then white space or the end follows. */
static bool is_tail(const struct px_splitting *s, size_t i)
{
    if (!px_splitting_is_mark(s, i) || px_splitting_has_space(s, i))
        return false;
    enum ending ending = ending_of(s, i);
    if (ending != NO_ENDING)
        return true;
    uint32_t c = px_splitting_character(s, i);
    if (px_splitting_is_closing_bracket(c))
        return true;
    enum px_quote_mark mark = px_utf8_quote_mark(c);
    if (mark == PX_QUOTE_OPEN)
        return i + 1 == s->end || px_splitting_has_space(s, i + 1);
    return mark != PX_QUOTE_NONE;
}

/* Behind the remark that begins at `i`, small words of which one is no function word, "citation needed"; else `i`. */
static size_t skip_remark(const struct px_splitting *s, size_t i)
{
    bool content = false;
    size_t at = i;
    for (; at < s->end && at - i < REMARK_LIMIT && px_splitting_is_lower(s, at); at++)
        content = content || !px_splitting_form(s, at)->stop;
    return content ? at : i;
}

/* Behind the note at `i`, "[9]", or "[citation needed]" before a space and no small word; else `i`. */
static size_t skip_note(const struct px_splitting *s, size_t i)
{
    if (i + 2 >= s->end || !px_splitting_is_mark(s, i) || px_splitting_character(s, i) != '[')
        return i;
    bool number = px_splitting_token(s, i + 1)->kind == PX_TOKEN_NUMBER;
    size_t close = number ? i + 2 : skip_remark(s, i + 1);
    if (close == i + 1 || close >= s->end || !px_splitting_is_mark(s, close) || px_splitting_character(s, close) != ']')
        return i;
    size_t next = close + 1;
    bool apart = next == s->end || (px_splitting_has_space(s, next) && !px_splitting_is_lower(s, next));
    return number || apart ? next : i;
}

/* Behind the notes in a row at `i`: they belong to the sentence before. */
static size_t skip_notes(const struct px_splitting *s, size_t i)
{
    size_t next = skip_note(s, i);
    while (next > i) {
        i = next;
        next = skip_note(s, i);
    }
    return i;
}

static bool is_dash(const struct px_splitting *s, size_t i)
{
    uint32_t c = px_splitting_character(s, i);
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Can a sentence begin with this mark? */
static bool is_opener(const struct px_splitting *s, size_t i)
{
    uint32_t c = px_splitting_character(s, i);
    return is_quote(s, i) || is_opening_bracket(c) || is_dash(s, i) || c == '*' || c == 0x2022 || c == 0x00BF ||
           c == 0x00A1;
}

/* The first word or number from `i` on, over opening marks; `end` when another mark comes first. */
static size_t first_word(const struct px_splitting *s, size_t i)
{
    while (i < s->end && px_splitting_is_mark(s, i)) {
        if (!is_opener(s, i))
            return s->end;
        i++;
    }
    return i;
}

static bool is_capital(const struct px_splitting *s, size_t i)
{
    return px_splitting_is_word(s, i) && px_utf8_is_upper(px_splitting_character(s, i));
}

/* "CALAIS, France. — The camp": the line that says where a report was written is no sentence. */
static bool is_dateline(const struct px_splitting *s, size_t stop, size_t next)
{
    if (s->start != s->first || stop - s->start > DATELINE_LIMIT || !px_splitting_is_mark(s, next) || !is_dash(s, next))
        return false;
    for (size_t i = s->start; i < stop; i++)
        if (px_splitting_is_lower(s, i))
            return false;
    return true;
}

/* Could a sentence begin at `i`? With a capital, a digit, a letter without case, an address or a symbol; with a small
 * letter only behind an opening quotation mark. */
static bool is_beginning(const struct px_splitting *s, size_t i)
{
    size_t word = first_word(s, i);
    if (word == s->end)
        return false;
    if (!px_splitting_is_lower(s, word) || px_splitting_form(s, word)->digits)
        return true;
    return word > i && is_quote(s, i) && px_splitting_has_space(s, i) && !px_splitting_has_space(s, i + 1);
}

/* A capitalised function word ("The", "He", "But"): behind an abbreviation nothing else shows a beginning. */
static bool is_starter(const struct px_splitting *s, size_t i)
{
    return is_capital(s, i) && px_splitting_form(s, i)->stop;
}

/* Behind the capitals in a row from `i` on, at most four, of which none is a function word. */
static size_t skip_capitals(const struct px_splitting *s, size_t i)
{
    size_t at = i;
    while (at < s->end && at - i < 4 && is_capital(s, at) && !px_splitting_form(s, at)->stop)
        at++;
    return at;
}

/* '"Why?" Johnson asked.', '"Why?" Mr. Johnson told Osk TV.': one to four capitals, one small word and a mark, or two to four
 * ("Police" begins a sentence) and whom he told, behind a quotation that the sentence began with. The quotation's own ? or !
 * ends nothing there. */
static bool is_attribution_tail(const struct px_splitting *s, size_t i)
{
    size_t verb = skip_capitals(s, i);
    if (s->opened || verb == i || verb + 1 >= s->end || !px_splitting_is_lower(s, verb) ||
        px_splitting_form(s, verb)->stop)
        return false;
    if (verb > i + 1 && skip_capitals(s, verb + 1) > verb + 1)
        return true;
    uint32_t c = px_splitting_is_mark(s, verb + 1) ? px_splitting_character(s, verb + 1) : 0;
    return c == '.' || c == ',' || c == ':';
}

/* Behind an abbreviation a sentence begins with a function word, or with a quotation. In headlines that says
 * nothing. */
static bool ends_behind_abbreviation(const struct px_splitting *s, size_t next, enum ending ending)
{
    if (s->headline)
        return false;
    if (is_quote(s, next)) {
        size_t word = first_word(s, next);
        return word < s->end && is_capital(s, word) && !px_splitting_has_space(s, next + 1) &&
               px_splitting_has_space(s, next);
    }
    return ending == PLACE ? is_capital(s, next) : is_starter(s, next);
}

/* "the U.S.' allies": an apostrophe where no quotation stands open closes none. */
static bool is_closed(const struct px_splitting *s, size_t next)
{
    uint32_t c = px_splitting_character(s, next - 1);
    return is_quote(s, next - 1) && (s->inside || (c != '\'' && c != 0x2019));
}

/* "end.The": a full stop without its space, between a small word and a capital. */
static bool is_glued(const struct px_splitting *s, size_t stop, size_t next)
{
    return next == stop + 1 && stop > s->first && px_splitting_is_lower(s, stop - 1) && is_capital(s, next) &&
           px_splitting_form(s, next)->shape == PX_SHAPE_CAPITALISED;
}

/* "made of: 1. The first": the stop behind the number that begins a list. */
static bool is_list_number(const struct px_splitting *s, size_t stop)
{
    if (stop < s->first + 2 || !px_slice_is(px_splitting_form(s, stop - 1)->text, "1") ||
        !px_splitting_is_mark(s, stop - 2))
        return false;
    uint32_t c = px_splitting_character(s, stop - 2);
    return c == ':' || is_opener(s, stop - 2);
}

/* "(b. 1951": a small letter alone before the stop. */
static bool is_small_letter(const struct px_splitting *s, size_t stop)
{
    size_t next;
    if (stop == s->first || !px_splitting_is_lower(s, stop - 1))
        return false;
    next = px_splitting_token(s, stop - 1)->start;
    px_utf8_next(s->text, &next);
    return next == px_splitting_token(s, stop - 1)->end;
}

/* "She left. he stayed", "She left. (see above)": behind a small word whose full stop makes no abbreviation, even a
 * small letter begins. Without a list of abbreviations nobody knows. */
static bool is_small_beginning(const struct px_splitting *s, size_t stop, size_t next)
{
    size_t word = next + (px_splitting_is_mark(s, next) && is_opening_bracket(px_splitting_character(s, next)));
    return next == stop + 1 && stop > s->first && px_splitting_is_lower(s, stop - 1) &&
           !px_splitting_has_space(s, stop) && word < s->end && px_splitting_is_lower(s, word) &&
           s->segmenter != NULL && s->segmenter->abbreviations.keys.count > 0;
}

/* "After she said “we know. *You will not succeed,”* Smith left": behind the words of a quotation that began inside the
 * sentence, and that the sentence goes on from, it has not ended. */
static bool is_framed(const struct px_splitting *s, size_t next)
{
    if (!s->opened || !s->inside)
        return false;
    for (size_t i = next; i + 1 < s->end && i < next + QUOTED_LIMIT; i++) {
        uint32_t c = px_splitting_character(s, i);
        if (!is_quote(s, i) || c == '\'' || c == 0x2019) /* an apostrophe */
            continue;
        bool goes_on =
            px_splitting_is_mark(s, i - 1) ? px_splitting_character(s, i - 1) == ',' : px_splitting_is_lower(s, i + 1);
        return goes_on && !px_splitting_has_space(s, i) && px_splitting_has_space(s, i + 1) &&
               px_splitting_is_word(s, i + 1);
    }
    return false;
}

/* Does the sentence end with the tokens [stop, next), of which `stop` is the one that ends it? */
static bool ends_at(const struct px_splitting *s, size_t stop, size_t next, enum ending ending)
{
    if (next == s->end)
        return true;
    bool closed = is_quote(s, next - 1);
    if (ending == WIDE)
        return !closed || is_capital(s, next) || px_splitting_has_space(s, next) || !px_splitting_is_word(s, next);
    if (!px_splitting_has_space(s, next))
        return ending < ABBREVIATION && is_glued(s, stop, next);
    if (ending == TITLE || is_framed(s, next))
        return false;
    if (ending == ABBREVIATION || ending == PLACE)
        return is_closed(s, next) ? is_beginning(s, next) : ends_behind_abbreviation(s, next, ending);
    if (ending == FULL_STOP && is_small_letter(s, stop))
        return is_starter(s, next);
    if (ending != ELLIPSIS && is_small_beginning(s, stop, next))
        return true;
    if (!is_beginning(s, next) || is_dateline(s, stop, next) || (ending == FULL_STOP && is_list_number(s, stop)))
        return false;
    if (ending == ELLIPSIS && stop > s->first && is_opening_bracket(px_splitting_character(s, stop - 1)))
        return is_starter(s, next);
    return !(ending == STRONG && closed && is_attribution_tail(s, next));
}

/* Counts the small words that are no function words. */
static void note_word(struct px_splitting *s, size_t i)
{
    s->small_words += px_splitting_is_lower(s, i) && !px_splitting_form(s, i)->stop &&
                      (px_splitting_token(s, i)->flags & PX_TOKEN_CLITIC) == 0;
}

/* "“They say, ‘What next?’” Hask said": a quotation, or an apostrophe, within the one that the sentence begins with. */
static bool is_nested(const struct px_splitting *s, size_t i)
{
    return is_single(px_splitting_character(s, i)) && is_quote(s, s->start) &&
           !is_single(px_splitting_character(s, s->start));
}

/* Keeps account of quotations and brackets. */
static void note_mark(struct px_splitting *s, size_t i)
{
    if (!px_splitting_is_mark(s, i))
        return;
    uint32_t c = px_splitting_character(s, i);
    bool opens = px_splitting_has_space(s, i) || i == s->start;
    if (is_quote(s, i)) {
        s->opened = s->opened || (i > s->start && px_splitting_has_space(s, i) && !is_nested(s, i));
        s->inside = opens;
    } else if (is_opening_bracket(c) || px_splitting_is_closing_bracket(c)) {
        s->inside = is_opening_bracket(c);
    }
}

/* Is this block written like a headline, without one small word that is not a function word? */
static bool is_headline(const struct px_splitting *s)
{
    for (size_t i = s->first; i < s->end; i++)
        if (px_splitting_token(s, i)->kind == PX_TOKEN_WORD &&
            (px_splitting_token(s, i)->flags & PX_TOKEN_CLITIC) == 0 &&
            px_splitting_form(s, i)->shape == PX_SHAPE_LOWER && !px_splitting_form(s, i)->stop &&
            !px_splitting_form(s, i)->digits && s->text.data[px_splitting_token(s, i)->end - 1] != '.')
            return false;
    return true;
}

/* Has the sentence before `i` run on for longer than any does? It is cut at a space if there is one. */
static bool is_too_long(const struct px_splitting *s, size_t i)
{
    size_t length = i - s->start;
    return length >= PX_SENTENCE_MOST && (px_splitting_has_space(s, i) || length >= 2 * PX_SENTENCE_MOST);
}

/* Behind the last token of the sentence that begins at s->start. One without a word goes on ("1. The first", "…"). */
static size_t find_end(struct px_splitting *s)
{
    bool words = false;
    s->opened = false;
    s->inside = false;
    s->small_words = 0;
    for (size_t i = s->start; i < s->end;) {
        if (is_too_long(s, i))
            return i;
        words = words || px_splitting_token(s, i)->kind == PX_TOKEN_WORD ||
                px_splitting_token(s, i)->kind == PX_TOKEN_OTHER;
        enum ending ending = ending_of(s, i);
        size_t next = i + 1;
        if (ending == NO_ENDING) {
            if (words && i > s->start && px_splitting_begins_unmarked(s, i))
                return i;
            note_mark(s, i);
            note_word(s, i);
            i = next;
            continue;
        }
        while (next < s->end && is_tail(s, next))
            next++;
        if (words && ends_at(s, i, skip_notes(s, next), ending))
            return skip_notes(s, next);
        i = next;
    }
    return s->end;
}

static bool add_sentence(struct px_tokens *tokens, size_t start, size_t end, struct px_arena *arena,
                         struct px_sentences *sentences)
{
    struct px_token *items = tokens->items;
    struct px_sentence *sentence = px_vector_push(sentences, arena);
    if (sentence == NULL)
        return false;
    sentence->start = items[start].start;
    sentence->end = items[end - 1].end;
    sentence->first_token = (uint32_t)start;
    sentence->token_count = (uint32_t)(end - start);
    uint32_t words = 0;
    for (size_t i = start; i < end; i++) {
        items[i].sentence = (uint32_t)sentences->count - 1;
        words += px_token_counts(&items[i]);
    }
    sentence->words = words;
    items[start].flags |= PX_TOKEN_SENTENCE_START;
    return true;
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_sentences_find(struct px_slice text, struct px_tokens *tokens, size_t first,
                                 const struct px_vocabulary *vocabulary, const struct px_segmenter *segmenter,
                                 struct px_arena *arena, struct px_sentences *sentences, struct px_error *error)
{
    struct px_splitting s = {
        .text = text,
        .tokens = tokens,
        .first = first,
        .end = tokens->count,
        .vocabulary = vocabulary,
        .segmenter = segmenter,
    };
    s.headline = is_headline(&s);
    for (s.start = first; s.start < s.end;) {
        size_t end = find_end(&s);
        if (!add_sentence(tokens, s.start, end, arena, sentences))
            return px_no_memory(error);
        s.start = end;
    }
    return PX_OK;
}

enum px_status px_sentences_join(struct px_tokens *tokens, size_t first, struct px_arena *arena,
                                 struct px_sentences *sentences, struct px_error *error)
{
    bool done = first == tokens->count || add_sentence(tokens, first, tokens->count, arena, sentences);
    return done ? PX_OK : px_no_memory(error);
}
