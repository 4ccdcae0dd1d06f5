#include "report/sentence_name.h"

#include <string.h>

#include "text/utf8.h"

enum {
    GRACE_PART = 8,    /* of the limit: a word or two more are no reason to cut */
    FURTHER = 2,       /* times the limit, where a clause ends within that and none does before */
    CLAUSE_LEAST = 4,  /* letters of a word that is no abbreviation */
    CLAUSE_LIMIT = 100 /* shorter excerpts are names and phrases, which hold no clauses */
};

/* Number of a heading among the article's headings, from 1. */
static size_t heading_number(const struct px_article *article, size_t block)
{
    size_t number = 0;
    for (size_t i = 0; i <= block; i++)
        number += article->blocks.items[i].role == PX_ROLE_HEADING;
    return number;
}

static void write(const struct px_article *article, size_t number, size_t index, bool anchor, struct px_buffer *out)
{
    const struct px_sentence *sentence = &article->sentences.items[index];
    const struct px_block *block = &article->blocks.items[sentence->block];
    size_t within = index - block->first_sentence + 1;
    char letter = (char)(px_comparison_letter(number) + (anchor ? 'a' - 'A' : 0));
    px_buffer_byte(out, letter);
    if (px_role_is_paragraph(block->role)) {
        px_buffer_string(out, anchor ? "" : "¶");
        px_buffer_unsigned(out, block->number);
    } else {
        px_buffer_byte(out, anchor ? '-' : ' ');
        px_buffer_string(out, block->role == PX_ROLE_TITLE        ? "title"
                              : block->role == PX_ROLE_STANDFIRST ? "standfirst"
                                                                  : "heading");
    }
    if (block->role == PX_ROLE_HEADING) {
        px_buffer_string(out, anchor ? "" : " ");
        px_buffer_unsigned(out, heading_number(article, sentence->block));
    }
    px_buffer_byte(out, anchor ? '-' : '.');
    px_buffer_unsigned(out, within);
}

void px_sentence_label(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out)
{
    write(article, number, sentence, false, out);
}

void px_sentence_anchor(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out)
{
    write(article, number, sentence, true, out);
}

struct px_slice px_indicator_subject(const struct px_indicator *indicator)
{
    struct px_slice label = indicator->label, own = PX_SLICE(", own voice");
    if (px_slice_ends(label, own))
        label.size -= own.size;
    return label;
}

/* Has one article a name of it several times that another one never has? Of a person that is an office or a noun: by
 * surname, by given name or in full everybody is called somewhere. */
static bool has_own_name(const struct px_comparison *comparison, const struct px_referent *referent)
{
    enum { FEWEST = 3 };
    for (size_t v = 0; v < referent->variant_count; v++) {
        const struct px_variant *variant = &referent->variants[v];
        uint32_t most = 0, least = UINT32_MAX;
        for (size_t a = 0; a < comparison->article_count; a++) {
            most = variant->counts[a] > most ? variant->counts[a] : most;
            least = variant->counts[a] < least ? variant->counts[a] : least;
        }
        if (!variant->doubted && most >= FEWEST && least == 0 && (variant->role || referent->kind != PX_ENTITY_PERSON))
            return true;
    }
    return false;
}

/* Has the article a name of it, by which the table could tell how it is called there: no "it", no "the country"? */
static bool has_name(const struct px_referent *referent, size_t article)
{
    for (size_t v = 0; v < referent->variant_count; v++)
        if (!referent->variants[v].doubted && referent->variants[v].counts[article] > 0)
            return true;
    return false;
}

bool px_referent_is_telling(const struct px_comparison *comparison, const struct px_referent *referent)
{
    uint32_t articles = 0;
    for (size_t i = 0; i < comparison->article_count; i++)
        articles += has_name(referent, i);
    return referent->choices > 1 && (referent->lexical || (articles > 1 && (referent->verdict == PX_VERDICT_DIFFERS ||
                                                                            has_own_name(comparison, referent))));
}

void px_spans_text(struct px_slice text, const struct px_spans *spans, struct px_buffer *out)
{
    for (size_t i = 0; i < spans->count; i++) {
        if (i > 0)
            px_buffer_string(out, " … ");
        px_buffer_append(out, px_slice_span(text, spans->items[i]));
    }
}

size_t px_opening_mark(struct px_slice text)
{
    static const char *const MARKS[] = {"\"", "“", "'", "‘"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(text, px_slice_from(MARKS[i])))
            return strlen(MARKS[i]);
    return 0;
}

/* Does the byte end a clause: a comma or its like before a space, or a stop behind a word that is no abbreviation? Not
 * before a quotation: "the group that says, ‘…’" tells nothing without it. */
static bool ends_clause(struct px_slice text, size_t at)
{
    if (at < CLAUSE_LEAST || at + 1 >= text.size || text.data[at + 1] != ' ')
        return false;
    if (strchr(",;:!?", text.data[at]) != NULL)
        return strchr(",:", text.data[at]) == NULL || px_opening_mark(px_slice_part(text, at + 2, text.size)) == 0;
    bool word = text.data[at] == '.';
    for (size_t i = at - CLAUSE_LEAST; i < at; i++)
        word = word && text.data[i] >= 'a' && text.data[i] <= 'z';
    return word;
}

/* Bytes up to the end of a sentence that ends with the byte, its closing mark of quotation with it; 0 where none does:
 * only another may follow, and the word before a stop is no abbreviation, but one in small letters, or a year. */
static size_t ends_sentence(struct px_slice text, size_t at)
{
    static const char *const CLOSE[] = {"”", "\"", "’", "'"};
    size_t end = at + 1, word = at;
    if (strchr(".?!", text.data[at]) == NULL)
        return 0;
    while (word > 0 && ((text.data[word - 1] >= 'a' && text.data[word - 1] <= 'z') ||
                        (text.data[word - 1] >= '0' && text.data[word - 1] <= '9')))
        word--;
    if (text.data[at] == '.' && at - word < CLAUSE_LEAST && (word == at || word == 0 || text.data[word - 1] != ' '))
        return 0;
    for (size_t i = 0; i < sizeof CLOSE / sizeof *CLOSE; i++)
        if (px_slice_starts(px_slice_part(text, end, text.size), px_slice_from(CLOSE[i]))) {
            end += strlen(CLOSE[i]);
            break;
        }
    struct px_slice next = px_slice_part(text, end, text.size);
    if (next.size < 2 || next.data[0] != ' ')
        return next.size == 0 ? end : 0;
    bool opens = px_slice_is_capital(next, 1) || px_opening_mark(px_slice_part(next, 1, next.size)) > 0;
    return opens ? end : 0;
}

/* The end of the sentence that goes on at `end`, if it is before `most`, or the text's; else of the last one behind
 * `least`; 0 where there is none. */
static size_t sentence_end(struct px_slice text, size_t least, size_t end, size_t most)
{
    size_t ends = 0;
    for (size_t at = end - 1; at < most && ends == 0; at++)
        ends = ends_sentence(text, at);
    if (ends == 0 && most == text.size)
        return text.size;
    for (size_t at = end - 1; at > least && ends == 0; at--)
        ends = ends_sentence(text, at - 1);
    return ends;
}

/* The end of the last clause before `end`, behind `least`; else of the first one before `most`, which is the text's end
 * if that is no further; `end` where there is none. A word more or less may turn what a clause says, "he did not …". */
static size_t clause_end(struct px_slice text, size_t least, size_t end, size_t most)
{
    size_t at = end;
    while (at > least && !ends_clause(text, at - 1))
        at--;
    if (at <= least)
        for (at = end + 1; at < most && !ends_clause(text, at - 1);)
            at++;
    if (at >= most)
        return most == text.size ? most : end;
    return strchr(",;:", text.data[at - 1]) != NULL ? at - 1 : at;
}

/* The byte behind so many code points, or the text's end. */
static size_t byte_behind(struct px_slice text, size_t count)
{
    size_t at = 0;
    while (at < text.size && count-- > 0)
        px_utf8_next(text, &at);
    return at;
}

size_t px_excerpt_end(struct px_slice text, size_t limit)
{
    size_t end = 0, last = byte_behind(text, limit < PX_EXCERPT_WHOLE ? limit + limit / GRACE_PART : limit);
    if (last >= text.size)
        return text.size;
    for (size_t at = 0, stop = byte_behind(text, limit); at < stop;) {
        size_t before = at;
        if (px_utf8_is_space(px_utf8_next(text, &at)))
            end = before;
    }
    if (end == 0)
        return last;
    if (limit < CLAUSE_LIMIT)
        return end;
    size_t whole = sentence_end(text, byte_behind(text, limit / 3), end, byte_behind(text, limit + limit / 2));
    return whole > 0 ? whole
                     : clause_end(text, byte_behind(text, limit * 2 / 3), end, byte_behind(text, FURTHER * limit));
}

struct px_open_marks px_excerpt_marks(struct px_slice text)
{
    static const char *const OPEN[] = {"“", "\""}, *const CLOSE[] = {"”", "\""};
    struct px_open_marks open = {"", ""};
    bool any = false, inner = false; /* a straight mark inside of round ones, */
    bool round = false;              /* and a round one inside of straight ones */
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != OPEN[0][0] && text.data[i] != OPEN[1][0]) /* no mark begins here */
            continue;
        struct px_slice rest = px_slice_part(text, i, text.size);
        bool begins = (i == 0 || strchr(" \n([", text.data[i - 1]) != NULL) && rest.size > 1;
        bool number = i > 0 && text.data[i - 1] >= '0' && text.data[i - 1] <= '9'; /* 12" */
        if (text.data[i] == '"' && open.behind == CLOSE[0]) {
            if (!begins && !number && !inner) /* “So it is," she said */
                open.behind = "";
            inner = begins;
            continue;
        }
        bool ends = open.behind == CLOSE[1] && px_slice_starts(rest, px_slice_from(CLOSE[0]));
        if (ends && !round) /* "So it is,” she said */
            open.behind = "";
        round = !ends && (round || (open.behind == CLOSE[1] && px_slice_starts(rest, px_slice_from(OPEN[0]))));
        for (size_t kind = 0; kind < 2 && !ends; kind++) {
            bool closes = px_slice_starts(rest, px_slice_from(CLOSE[kind]));
            if (closes && open.behind == CLOSE[kind]) {
                open.behind = "";
                break;
            }
            if (open.behind[0] == '\0' && begins && px_slice_starts(rest, px_slice_from(OPEN[kind])))
                open.behind = CLOSE[kind];
            else if (closes && !any && !begins && !number)
                open.before = OPEN[kind];
            any = any || closes || open.behind[0] != '\0';
        }
    }
    return open;
}
