#include "text/sentences.h"

#include "text/utf8.h"

/* How a token can end a sentence. */
enum ending { NO_ENDING, FULL_STOP, ELLIPSIS, STRONG, WIDE, ABBREVIATION, TITLE };

enum { DATELINE_LIMIT = 8, HEADING_LIMIT = 3 }; /* tokens */

struct splitter {
    struct px_slice text;
    struct px_tokens *tokens;
    size_t first;
    size_t end;
    size_t start;       /* of the sentence at hand */
    bool opened;        /* a quotation opens inside it, behind its first token */
    size_t small_words; /* in it, function words not counted */
    bool inside;        /* the token at hand stands in a quotation or in brackets */
    const struct px_vocabulary *vocabulary;
    const struct px_segmenter *segmenter;
    bool headline; /* the block has no lower-case content word: capitals say nothing about a beginning */
};

static const struct px_token *token_at(const struct splitter *s, size_t i)
{
    return &s->tokens->items[i];
}

static const struct px_form *form_at(const struct splitter *s, size_t i)
{
    return px_vocabulary_form(s->vocabulary, s->tokens->items[i].form);
}

static bool has_space(const struct splitter *s, size_t i)
{
    return (s->tokens->items[i].flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

static uint32_t first_character(const struct splitter *s, size_t i)
{
    size_t at = s->tokens->items[i].start;
    return px_utf8_next(s->text, &at);
}

static bool is_mark(const struct splitter *s, size_t i)
{
    return token_at(s, i)->kind == PX_TOKEN_PUNCTUATION;
}

static bool is_word_token(const struct px_token *token)
{
    return token->kind == PX_TOKEN_WORD || token->kind == PX_TOKEN_NUMBER;
}

static bool is_word(const struct splitter *s, size_t i)
{
    return is_word_token(token_at(s, i));
}

static bool is_quote(const struct splitter *s, size_t i)
{
    return is_mark(s, i) && px_utf8_quote_mark(first_character(s, i)) != PX_QUOTE_NONE;
}

static bool is_opening_bracket(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == 0xFF08 || c == 0x3010;
}

static bool is_closing_bracket(uint32_t c)
{
    return c == ')' || c == ']' || c == '}' || c == 0xFF09 || c == 0x3011;
}

/* The kind of an abbreviation: 1 for titles, 0 for the others and what is one by its shape alone. */
static enum ending abbreviation_of(const struct splitter *s, size_t i)
{
    const struct px_form *form = form_at(s, i);
    if (s->segmenter == NULL || s->segmenter->abbreviation_kinds == NULL)
        return ABBREVIATION;
    uint32_t id = px_table_find(&s->segmenter->abbreviations, form->text);
    if (id == PX_NONE)
        id = px_table_find(&s->segmenter->abbreviations, form->fold_text);
    return id != PX_NONE && s->segmenter->abbreviation_kinds[id] == 1 ? TITLE : ABBREVIATION;
}

static enum ending ending_of(const struct splitter *s, size_t i)
{
    const struct px_token *token = token_at(s, i);
    if (!px_sentences_may_end(s->text, token))
        return NO_ENDING;
    if (token->kind == PX_TOKEN_WORD)
        return abbreviation_of(s, i);
    switch (first_character(s, i)) {
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
static bool is_tail(const struct splitter *s, size_t i)
{
    if (!is_mark(s, i) || has_space(s, i))
        return false;
    enum ending ending = ending_of(s, i);
    if (ending != NO_ENDING)
        return true;
    uint32_t c = first_character(s, i);
    if (is_closing_bracket(c))
        return true;
    enum px_quote_mark mark = px_utf8_quote_mark(c);
    if (mark == PX_QUOTE_OPEN)
        return i + 1 == s->end || has_space(s, i + 1);
    return mark != PX_QUOTE_NONE;
}

/* Behind the note marks at `i`, "[9] [10]": they belong to the sentence before; else `i`. */
static size_t skip_notes(const struct splitter *s, size_t i)
{
    while (i + 2 < s->end && is_mark(s, i) && first_character(s, i) == '[' && is_mark(s, i + 2) &&
           first_character(s, i + 2) == ']' && token_at(s, i + 1)->kind == PX_TOKEN_NUMBER)
        i += 3;
    return i;
}

static bool is_dash(const struct splitter *s, size_t i)
{
    uint32_t c = first_character(s, i);
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Can a sentence begin with this mark? */
static bool is_opener(const struct splitter *s, size_t i)
{
    uint32_t c = first_character(s, i);
    return is_quote(s, i) || is_opening_bracket(c) || is_dash(s, i) || c == '*' || c == 0x2022 || c == 0x00BF ||
           c == 0x00A1;
}

/* The first word or number from `i` on, over opening marks; `end` when another mark comes first. */
static size_t first_word(const struct splitter *s, size_t i)
{
    while (i < s->end && is_mark(s, i)) {
        if (!is_opener(s, i))
            return s->end;
        i++;
    }
    return i;
}

static bool is_capital(const struct splitter *s, size_t i)
{
    return is_word(s, i) && px_utf8_is_upper(first_character(s, i));
}

static bool is_lower_word(const struct splitter *s, size_t i)
{
    return is_word(s, i) && form_at(s, i)->shape == PX_SHAPE_LOWER;
}

/* "CALAIS, France. — The camp": the line that says where a report was written is no sentence. */
static bool is_dateline(const struct splitter *s, size_t stop, size_t next)
{
    if (s->start != s->first || stop - s->start > DATELINE_LIMIT || !is_mark(s, next) || !is_dash(s, next))
        return false;
    for (size_t i = s->start; i < stop; i++)
        if (is_lower_word(s, i))
            return false;
    return true;
}

/* Could a sentence begin at `i`? With a capital, a digit, a letter without case, an address or a symbol; with a small
 * letter only behind an opening quotation mark. */
static bool is_beginning(const struct splitter *s, size_t i)
{
    size_t word = first_word(s, i);
    if (word == s->end)
        return false;
    if (!is_lower_word(s, word) || form_at(s, word)->digits)
        return true;
    return word > i && is_quote(s, i) && has_space(s, i) && !has_space(s, i + 1);
}

/* A capitalised function word ("The", "He", "But"): behind an abbreviation nothing else shows a beginning. */
static bool is_starter(const struct splitter *s, size_t i)
{
    return is_capital(s, i) && form_at(s, i)->stop;
}

/* '"Why?" Johnson asked.': one to four capitals, one small word, a mark, behind a quotation that the sentence began
 * with. The quotation's own ? or ! ends nothing there. */
static bool is_attribution_tail(const struct splitter *s, size_t i)
{
    size_t at = i;
    if (s->opened)
        return false;
    while (at < s->end && at - i < 4 && is_capital(s, at) && !form_at(s, at)->stop)
        at++;
    if (at == i || at + 1 >= s->end || !is_lower_word(s, at) || form_at(s, at)->stop || !is_mark(s, at + 1))
        return false;
    uint32_t c = first_character(s, at + 1);
    return c == '.' || c == ',' || c == ':';
}

/* Behind an abbreviation a sentence begins with a function word, or with a quotation. In headlines that says nothing. */
static bool ends_behind_abbreviation(const struct splitter *s, size_t next)
{
    if (s->headline)
        return false;
    if (is_quote(s, next)) {
        size_t word = first_word(s, next);
        return word < s->end && is_capital(s, word) && !has_space(s, next + 1) && has_space(s, next);
    }
    return is_starter(s, next);
}

/* "end.The": a full stop without its space, between a small word and a capital. */
static bool is_glued(const struct splitter *s, size_t stop, size_t next)
{
    return next == stop + 1 && stop > s->first && is_lower_word(s, stop - 1) && is_capital(s, next) &&
           form_at(s, next)->shape == PX_SHAPE_CAPITALISED;
}

/* "made of: 1. The first": the stop behind the number that begins a list. */
static bool is_list_number(const struct splitter *s, size_t stop)
{
    if (stop < s->first + 2 || !px_slice_is(form_at(s, stop - 1)->text, "1") || !is_mark(s, stop - 2))
        return false;
    uint32_t c = first_character(s, stop - 2);
    return c == ':' || is_opener(s, stop - 2);
}

/* "(b. 1951": a small letter alone before the stop. */
static bool is_small_letter(const struct splitter *s, size_t stop)
{
    size_t next;
    if (stop == s->first || !is_lower_word(s, stop - 1))
        return false;
    next = token_at(s, stop - 1)->start;
    px_utf8_next(s->text, &next);
    return next == token_at(s, stop - 1)->end;
}

/* "She left. he stayed", "She left. (see above)": behind a small word whose full stop makes no abbreviation, even a small
 * letter begins. Without a list of abbreviations nobody knows. */
static bool is_small_beginning(const struct splitter *s, size_t stop, size_t next)
{
    size_t word = next + (is_mark(s, next) && is_opening_bracket(first_character(s, next)));
    return next == stop + 1 && stop > s->first && is_lower_word(s, stop - 1) && !has_space(s, stop) && word < s->end &&
           is_lower_word(s, word) && s->segmenter != NULL && s->segmenter->abbreviations.keys.count > 0;
}

/* Does the sentence end with the tokens [stop, next), of which `stop` is the one that ends it? */
static bool ends_at(const struct splitter *s, size_t stop, size_t next, enum ending ending)
{
    if (next == s->end)
        return true;
    bool closed = is_quote(s, next - 1);
    if (ending == WIDE)
        return !closed || is_capital(s, next) || has_space(s, next) || !is_word(s, next);
    if (!has_space(s, next))
        return ending != ABBREVIATION && ending != TITLE && is_glued(s, stop, next);
    if (ending == TITLE)
        return false;
    if (ending == ABBREVIATION)
        return closed ? is_beginning(s, next) : ends_behind_abbreviation(s, next);
    if (ending == FULL_STOP && is_small_letter(s, stop))
        return is_starter(s, next);
    if (ending != ELLIPSIS && is_small_beginning(s, stop, next))
        return true;
    if (!is_beginning(s, next) || is_dateline(s, stop, next) || (ending == FULL_STOP && is_list_number(s, stop)))
        return false;
    if (ending == ELLIPSIS && stop > s->first && is_opening_bracket(first_character(s, stop - 1)))
        return is_starter(s, next);
    return !(ending == STRONG && closed && is_attribution_tail(s, next));
}

static bool is_listed(const struct px_table *table, const struct px_form *form)
{
    return table->keys.count > 0 && px_table_find(table, form->fold_text) != PX_NONE;
}

/* Does the sentence so far look like a heading: a few words, or capitals alone but for function words? */
static bool is_heading(const struct splitter *s, size_t end)
{
    if (end - s->start == 1 && form_at(s, s->start)->stop)
        return false;
    return s->small_words == 0 || end - s->start <= HEADING_LIMIT;
}

/* "Early life The painter was born": does a sentence begin at `i` though no mark ends the one before? The capital of a
 * function word shows it, with a small word behind, and before it a word that is neither a function word nor, unless
 * names never hold the word at `i`, capitalised. Behind what looks like a heading any word will do. */
static bool is_unmarked_beginning(const struct splitter *s, size_t i)
{
    if (s->inside || s->headline || s->segmenter == NULL || i + 1 >= s->end || !has_space(s, i) ||
        token_at(s, i)->kind != PX_TOKEN_WORD || form_at(s, i)->shape != PX_SHAPE_CAPITALISED ||
        !is_listed(&s->segmenter->beginnings, form_at(s, i)))
        return false;
    bool heading = is_heading(s, i);
    bool joined = !has_space(s, i + 1); /* "Trump Says He's Unlikely" */
    if (joined && !is_mark(s, i - 1) && form_at(s, i - 1)->shape == PX_SHAPE_CAPITALISED)
        return false;
    if (!is_lower_word(s, i + 1) && !(heading && token_at(s, i + 1)->kind == PX_TOKEN_NUMBER))
        return false;
    if (is_mark(s, i - 1))
        return is_closing_bracket(first_character(s, i - 1));
    const struct px_form *before = form_at(s, i - 1);
    if (heading || before->shape == PX_SHAPE_NONE)
        return true;
    if (before->stop || (token_at(s, i - 1)->flags & PX_TOKEN_CLITIC) != 0)
        return false;
    return before->shape == PX_SHAPE_LOWER || is_listed(&s->segmenter->firm, form_at(s, i));
}

/* Counts the small words that are no function words. */
static void note_word(struct splitter *s, size_t i)
{
    s->small_words += is_lower_word(s, i) && !form_at(s, i)->stop && (token_at(s, i)->flags & PX_TOKEN_CLITIC) == 0;
}

/* Keeps account of quotations and brackets. */
static void note_mark(struct splitter *s, size_t i)
{
    if (!is_mark(s, i))
        return;
    uint32_t c = first_character(s, i);
    bool opens = has_space(s, i) || i == s->start;
    if (is_quote(s, i)) {
        s->opened = s->opened || (i > s->start && has_space(s, i));
        s->inside = opens;
    } else if (is_opening_bracket(c) || is_closing_bracket(c)) {
        s->inside = is_opening_bracket(c);
    }
}

/* Is this block written like a headline, without one small word that is not a function word? */
static bool is_headline(const struct splitter *s)
{
    for (size_t i = s->first; i < s->end; i++)
        if (token_at(s, i)->kind == PX_TOKEN_WORD && (token_at(s, i)->flags & PX_TOKEN_CLITIC) == 0 &&
            form_at(s, i)->shape == PX_SHAPE_LOWER && !form_at(s, i)->stop && !form_at(s, i)->digits &&
            s->text.data[token_at(s, i)->end - 1] != '.')
            return false;
    return true;
}

/* Behind the last token of the sentence that begins at s->start. One without a word goes on ("1. The first", "…"). */
static size_t find_end(struct splitter *s)
{
    bool words = false;
    s->opened = false;
    s->inside = false;
    s->small_words = 0;
    for (size_t i = s->start; i < s->end;) {
        words = words || token_at(s, i)->kind == PX_TOKEN_WORD || token_at(s, i)->kind == PX_TOKEN_OTHER;
        enum ending ending = ending_of(s, i);
        size_t next = i + 1;
        if (ending == NO_ENDING) {
            if (words && i > s->start && is_unmarked_beginning(s, i))
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
        words += is_word_token(&items[i]) && (items[i].flags & PX_TOKEN_CLITIC) == 0;
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
    struct splitter s = {
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
            return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
        s.start = end;
    }
    return PX_OK;
}

enum px_status px_sentences_join(struct px_tokens *tokens, size_t first, struct px_arena *arena,
                                 struct px_sentences *sentences, struct px_error *error)
{
    bool done = first == tokens->count || add_sentence(tokens, first, tokens->count, arena, sentences);
    return done ? PX_OK : px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}
