#include "report/statement_cue.h"

#include <string.h>

#include "base/vector.h"
#include "report/sentence_name.h"
#include "text/utf8.h"

void px_statement_words(struct px_slice words, struct px_buffer *out)
{
    if (words.size == 0)
        return;
    char first = words.data[0];
    size_t next = words.size > 2 && words.data[1] == ' ' ? 2 : 1; /* "*A m*onth ago" */
    bool word = words.size > next && words.data[next] >= 'a' && words.data[next] <= 'z';
    px_buffer_byte(out, word && first >= 'A' && first <= 'Z' ? (char)(first | 0x20) : first);
    px_buffer_append(out, px_slice_part(words, 1, words.size));
}

/* Does one of the spans begin in the words? */
static bool holds_start(const struct px_spans *spans, uint32_t start, uint32_t end)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start >= start && spans->items[i].start < end)
            return true;
    return false;
}

/* The cue from its first word to its last, where it stands together; else its first piece. */
static struct px_span whole_cue(const struct px_attribution *attribution)
{
    enum { TOGETHER = 40 }; /* bytes */
    struct px_span cue = attribution->cue.items[0];
    cue.start += attribution->added; /* "*also* said": what was said before it may not be shown */
    uint32_t end = attribution->cue.items[attribution->cue.count - 1].end;
    bool together = end > cue.end && end - cue.start <= TOGETHER && !holds_start(&attribution->content, cue.start, end);
    return together ? (struct px_span){cue.start, end} : cue;
}

/* The bytes of the mark of quotation, or the apostrophe, that the text begins with; 0: none. */
static size_t mark_size(struct px_slice text)
{
    static const char *const MARKS[] = {"''", "``", "\"", "'", "“", "”", "‘", "’"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(text, px_slice_from(MARKS[i])))
            return strlen(MARKS[i]);
    return 0;
}

/* Does a mark end the words before it: a comma, a stop, a dash, a bracket; or does nothing follow? Those of quotations do
 * not. */
static bool is_end(struct px_slice rest)
{
    while (rest.size > 0 && (rest.data[0] == ' ' || rest.data[0] == '\n' || mark_size(rest) > 0))
        rest = px_slice_part(rest, mark_size(rest) > 0 ? mark_size(rest) : 1, rest.size);
    size_t at = 0;
    uint32_t next = rest.size == 0 ? 0 : px_utf8_next(rest, &at);
    return !px_utf8_is_letter(next) && !px_utf8_is_digit(next);
}

/* Does what stands between the comma and the next one break up a clause, whose verb stands behind that: "responded after Ann
 * Hask, *the mayor,* posed the question"? No verb that reports goes on so, "responded, in a letter, *saying*". */
static bool breaks_up(const struct px_article *article, const struct px_attribution *attribution, size_t comma)
{
    const struct px_token *tokens = article->tokens.items;
    size_t t = comma + 1;
    if (article->lexemes == NULL || article->text.data[tokens[comma].start] != ',')
        return false;
    while (t < article->tokens.count && tokens[t].sentence == tokens[comma].sentence &&
           tokens[t].voice == PX_VOICE_OWN && article->text.data[tokens[t].start] != ',')
        t++;
    return t + 1 < article->tokens.count && article->text.data[tokens[t].start] == ',' &&
           tokens[t + 1].sentence == tokens[comma].sentence && article->lexemes[t + 1].word_class == PX_WORD_VERB &&
           !px_spans_hold(&attribution->cue, tokens[t + 1].start);
}

/* The end of the cue's clause: the next mark, but those of quotation, or sentence, or what is said (`leads`); where the
 * clause goes on behind a mark, that of the cue. */
static uint32_t clause_end(const struct px_article *article, const struct px_attribution *attribution, uint32_t from,
                           bool *leads)
{
    const struct px_tokens *tokens = &article->tokens;
    uint32_t end = from;
    size_t last = px_vector_from(tokens, start, from); /* the first behind the cue's last */
    uint32_t sentence = last > 0 ? tokens->items[last - 1].sentence : PX_NONE;
    for (size_t t = last; t < tokens->count; t++) {
        const struct px_token *token = &tokens->items[t];
        if (holds_start(&attribution->content, end, token->end)) {
            *leads = true;
            return end;
        }
        if (token->sentence != sentence)
            return end;
        if (mark_size(px_slice_part(article->text, token->start, token->end)) == token->end - token->start)
            continue; /* "on “Harbour Hour”", "the sailors’ union" */
        if (token->kind == PX_TOKEN_PUNCTUATION) {
            if (breaks_up(article, attribution, t))
                return from;
            break;
        }
        end = token->end;
    }
    return is_end(px_slice_part(article->text, end, article->text.size)) ? end : from;
}

/* Does a word of the sentence stand right behind the place: "told | the “Harbour Hour”"? */
static bool goes_on(const struct px_article *article, uint32_t at)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t next = px_vector_from(tokens, start, at);
    return next > 0 && next < tokens->count && tokens->items[next].kind != PX_TOKEN_PUNCTUATION &&
           tokens->items[next].sentence == tokens->items[next - 1].sentence;
}

/* Does a comma part the words that end there in the middle of a noun's phrase: "said in second*,* shorter talks"? */
static bool is_torn(const struct px_article *article, uint32_t end)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t comma = px_vector_from(tokens, start, end);
    if (article->lexemes == NULL || comma < 2 || comma + 1 >= tokens->count ||
        article->text.data[tokens->items[comma].start] != ',' ||
        tokens->items[comma + 1].sentence != tokens->items[comma].sentence ||
        tokens->items[comma + 1].voice == PX_VOICE_DIRECT)
        return false;
    uint8_t last = article->lexemes[comma - 1].word_class;
    return (last == PX_WORD_ADJECTIVE || last == PX_WORD_ADVERB) &&
           article->lexemes[comma - 2].word_class == PX_WORD_OTHER;
}

/* The words without the small one that leads on to what is not shown, "responded *after* …". */
static struct px_slice led_off(const struct px_article *article, struct px_slice words)
{
    size_t space = words.size;
    while (space > 0 && words.data[space - 1] != ' ')
        space--;
    uint32_t last = (uint32_t)(words.data - article->text.data + space);
    size_t token = px_vector_from(&article->tokens, start, last);
    bool small = space > 1 && article->lexemes != NULL && article->lexemes[token].word_class == PX_WORD_OTHER &&
                 !article->lexemes[token].particle; /* "pointed out" */
    return small ? px_slice_part(words, 0, space - 1) : words;
}

/* The words without marks behind them. */
static struct px_slice bare(struct px_slice words)
{
    while (words.size > 0 && strchr(",:", words.data[words.size - 1]) != NULL)
        words.size--;
    return words;
}

/* What closes the marks that the words open; ''two strokes'' open and close alike. */
static const char *closing_of(struct px_slice words)
{
    bool open = false;
    for (size_t at = 0; at + 1 < words.size; at++)
        if (words.data[at] == '\'' && words.data[at + 1] == '\'') {
            open = !open;
            at++;
        }
    return open ? "''" : px_excerpt_marks(words).behind;
}

bool px_statement_cue(const struct px_article *article, const struct px_attribution *attribution, struct px_buffer *out)
{
    enum { FEW_BYTES = 96 };
    if (attribution->cue.count == 0)
        return false;
    struct px_span cue = whole_cue(attribution);
    struct px_slice words = bare(px_slice_span(article->text, cue));
    bool leads = false, marked = words.size < cue.end - cue.start;
    uint32_t end = clause_end(article, attribution, cue.end, &leads);
    bool named = holds_start(&attribution->speaker, cue.end, end); /* "said Ann": she stands in front already */
    if (named && memchr(words.data, ' ', words.size) != NULL)
        return false; /* "according to Ann" */
    bool left_out = !named && !leads && end == cue.end && goes_on(article, cue.end);
    px_statement_words(left_out ? led_off(article, words) : words, out);
    if (end > cue.end && is_torn(article, end))
        return false;
    if (left_out)
        px_buffer_string(out, " …");
    if (named || end == cue.end)
        return leads && !named && !marked;
    struct px_slice more = bare(px_slice_part(article->text, cue.end, end));
    if (more.size <= FEW_BYTES)
        px_buffer_printf(out, "%.*s%s", PX_SLICE_ARG(more), closing_of(more));
    else
        px_buffer_string(out, " …");
    return leads && more.size == end - cue.end;
}

/* Are so few words quoted that another article has them as well by any chance, “profoundly” sorry? */
static bool quotes_few(const struct px_article *article, const struct px_attribution *attribution)
{
    enum { FEW = 3 };
    const struct px_tokens *tokens = &article->tokens;
    size_t quoted = 0;
    for (size_t i = 0; i < attribution->content.count; i++)
        for (size_t t = px_vector_from(tokens, start, attribution->content.items[i].start);
             t < tokens->count && tokens->items[t].start < attribution->content.items[i].end; t++)
            quoted += px_token_counts(&tokens->items[t]) && tokens->items[t].voice != PX_VOICE_OWN &&
                      tokens->items[t].voice != PX_VOICE_INDIRECT;
    return tokens->count > 0 && quoted < FEW;
}

void px_statement_also(const struct px_comparison *comparison, size_t index, const struct px_attribution *attribution,
                       struct px_buffer *out)
{
    size_t number = (size_t)(attribution - comparison->articles[index]->attributions.items), count = 0;
    static const char *const LEVELS[] = {"", "some quoted words", "most quoted words", "quoted words"};
    uint8_t *const *also = comparison->sourcing.also; /* NULL where only one article is shown */
    if (quotes_few(comparison->articles[index], attribution))
        return;
    for (int level = PX_ALSO_WHOLE; also != NULL && level > PX_ALSO_NONE; level--) {
        size_t before = count;
        for (size_t a = 0; a < comparison->article_count; a++)
            if (also[index][number * comparison->article_count + a] == level) {
                px_buffer_string(out, count > before ? ", " : before > 0 ? "; " : " (");
                if (count++ == before)
                    px_buffer_printf(out, "%s also in ", LEVELS[level]);
                px_buffer_byte(out, px_comparison_letter(a));
            }
    }
    px_buffer_string(out, count > 0 ? ")" : "");
}
