#include "annotate/quotation.h"

#include <stdlib.h>

#include "annotate/grammar.h"
#include "annotate/hits.h"
#include "text/utf8.h"

enum {
    DEPTH_LIMIT = 6,
    PLACE_MOST = 4 /* tokens of "on Chirper" between the verb and the colon */
};

static const double surely_reports = 0.5; /* weight of a cue */

enum family { FAMILY_DOUBLE, FAMILY_SINGLE, FAMILY_ANGLE, FAMILY_CORNER };

/* A quotation that waits for its closing mark. */
struct opening {
    uint32_t token;
    enum family family;
};

/* What stands around a mark: marks that lean on the word behind them open, marks that lean on the one before close. */
struct mark {
    uint32_t token;
    enum family family;
    enum px_quote_mark shape;
    bool leans_back;    /* no space before */
    bool leans_forward; /* no space behind */
    bool is_typographic;
};

struct reader {
    struct px_article *article;
    const struct px_resources *resources;
    uint32_t first; /* tokens of the block */
    uint32_t end;
    uint32_t *next_close; /* for each token, the next single mark that can close, from the token on; PX_NONE for none */
    uint32_t *next_open;  /* the same for a single mark that can open */
    struct opening stack[DEPTH_LIMIT];
    size_t depth;
    bool failed;
};

static enum family family_of(uint32_t c)
{
    switch (c) {
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A: return FAMILY_ANGLE;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F: return FAMILY_CORNER;
    case '\'':
    case '`':
    case 0x00B4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B: return FAMILY_SINGLE;
    default: return FAMILY_DOUBLE;
    }
}

static const struct px_token *token_at(const struct reader *r, uint32_t token)
{
    return &r->article->tokens.items[token];
}

static bool space_before(const struct reader *r, uint32_t token)
{
    return token == r->first || (token_at(r, token)->flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

static bool space_behind(const struct reader *r, uint32_t token)
{
    return token + 1 >= r->end || (token_at(r, token + 1)->flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

/* Reads the token as a quotation mark; false when it is none. A mark typed twice ('' or ``) is a double one. */
static bool read_mark(const struct reader *r, uint32_t token, struct mark *mark)
{
    const struct px_token *t = token_at(r, token);
    size_t at = t->start;
    if (t->kind == PX_TOKEN_WORD || t->kind == PX_TOKEN_NUMBER || t->end - t->start > 3)
        return false;
    uint32_t c = px_utf8_next(r->article->text, &at);
    bool doubled = (c == '\'' || c == '`') && t->end == t->start + 2 && r->article->text.data[t->start + 1] == (char)c;
    enum px_quote_mark shape = px_utf8_quote_mark(c);
    if (shape == PX_QUOTE_NONE || (at != t->end && !doubled))
        return false;
    *mark = (struct mark){
        .token = token,
        .family = doubled ? FAMILY_DOUBLE : family_of(c),
        .shape = doubled && c == '\'' ? PX_QUOTE_EITHER : shape,
        .leans_back = !space_before(r, token),
        .leans_forward = !space_behind(r, token),
        .is_typographic = c >= 0x80,
    };
    return true;
}

static bool is_punctuation(const struct reader *r, uint32_t token)
{
    return token < r->end && token_at(r, token)->kind == PX_TOKEN_PUNCTUATION;
}

static bool is_number(const struct reader *r, uint32_t token)
{
    return token < r->end && token_at(r, token)->kind == PX_TOKEN_NUMBER;
}

/* Can the single mark open? It stands behind a space, a bracket, a dash or another mark, and before a word. */
static bool can_open_single(const struct reader *r, const struct mark *mark)
{
    if (mark->shape == PX_QUOTE_OPEN)
        return mark->leans_forward;
    if (mark->is_typographic || !mark->leans_forward || is_number(r, mark->token + 1))
        return false;
    return !mark->leans_back || is_punctuation(r, mark->token - 1);
}

/* Can the single mark close? It stands behind a word or a full stop, and before a space or punctuation. */
static bool can_close_single(const struct reader *r, const struct mark *mark)
{
    return mark->shape == PX_QUOTE_APOSTROPHE && mark->leans_back &&
           (!mark->leans_forward || is_punctuation(r, mark->token + 1));
}

/* For each token of the block, where the next single marks are. */
static void look_ahead(struct reader *r)
{
    uint32_t close = PX_NONE;
    uint32_t open = PX_NONE;
    struct mark mark;
    for (uint32_t token = r->end; token-- > r->first;) {
        if (read_mark(r, token, &mark) && mark.family == FAMILY_SINGLE) {
            close = can_close_single(r, &mark) ? token : close;
            open = can_open_single(r, &mark) ? token : open;
        }
        r->next_close[token] = close;
        r->next_open[token] = open;
    }
}

static bool ends_in_s(const struct reader *r, uint32_t token)
{
    return (r->article->text.data[token_at(r, token)->end - 1] | 0x20) == 's';
}

/* Is the closing mark rather the apostrophe of a plural, since another one closes before the next one opens?
 * 'the Snoopers' Charter' */
static bool is_possessive(const struct reader *r, const struct mark *mark)
{
    uint32_t next = mark->token + 1;
    if (next >= r->end || is_punctuation(r, next) || !ends_in_s(r, mark->token - 1))
        return false;
    return r->next_close[next] != PX_NONE &&
           (r->next_open[next] == PX_NONE || r->next_close[next] < r->next_open[next]);
}

static bool has_open(const struct reader *r, enum family family)
{
    for (size_t i = 0; i < r->depth; i++)
        if (r->stack[i].family == family)
            return true;
    return false;
}

static void open_mark(struct reader *r, const struct mark *mark)
{
    if (r->depth == DEPTH_LIMIT)
        return;
    r->stack[r->depth++] = (struct opening){.token = mark->token, .family = mark->family};
}

/* Adds the quotation from its opening mark to token `last`. Innermost ones close first; they are sorted afterwards. */
static struct px_quotation *add(struct reader *r, uint32_t first, uint32_t last)
{
    struct px_quotation *quotation = px_vector_push(&r->article->quotations, &r->article->arena);
    if (quotation == NULL) {
        r->failed = true;
        return NULL;
    }
    *quotation = (struct px_quotation){
        .span = {token_at(r, first)->start, token_at(r, last)->end},
        .first_token = first,
        .token_count = last - first + 1,
        .attribution = PX_NONE,
        .continues = PX_NONE,
    };
    return quotation;
}

/* "“We stay,” he said. | “The pits are ours. …": does the mark open the last quotation of a block, with a sentence, where
 * the block begins with another? */
static bool goes_on_from_opening(const struct reader *r, uint32_t first, uint32_t limit)
{
    struct mark mark;
    return limit == r->end && (token_at(r, first)->flags & PX_TOKEN_SENTENCE_START) != 0 &&
           read_mark(r, r->first, &mark) && mark.family != FAMILY_SINGLE;
}

/* Where a quotation without closing mark ends: with its sentence, or with the block when it begins the block or goes on
 * from the one that does. */
static uint32_t end_of_unclosed(const struct reader *r, uint32_t first, uint32_t limit)
{
    bool all = first == r->first || goes_on_from_opening(r, first, limit);
    uint32_t last = first;
    uint32_t sentence = token_at(r, first)->sentence;
    while (last + 1 < limit && (all || token_at(r, last + 1)->sentence == sentence))
        last++;
    return last;
}

/* Gives up on the innermost opening: a single mark was an apostrophe; another one lost its closing mark. */
static void drop_top(struct reader *r, uint32_t limit)
{
    struct opening top = r->stack[--r->depth];
    if (top.family == FAMILY_SINGLE)
        return;
    uint32_t last = end_of_unclosed(r, top.token, limit);
    struct px_quotation *quotation = last > top.token ? add(r, top.token, last) : NULL;
    if (quotation != NULL)
        quotation->unbalanced = true;
}

/* Closes the innermost opening of the family, and gives up on those inside it. */
static void close_mark(struct reader *r, const struct mark *mark)
{
    while (r->depth > 0 && r->stack[r->depth - 1].family != mark->family)
        drop_top(r, mark->token);
    if (r->depth == 0)
        return;
    uint32_t first = r->stack[--r->depth].token;
    if (mark->token > first + 1)
        add(r, first, mark->token);
}

/* "'They won't dig. They pay.\"": a double mark that closes what none opened ends what a single one opened with a
 * sentence. */
static void close_mixed(struct reader *r, const struct mark *mark)
{
    struct mark single;
    size_t count = r->article->quotations.count;
    const struct px_quotation *last = count == 0 ? NULL : &r->article->quotations.items[count - 1];
    uint32_t first = last == NULL ? r->first : last->first_token + last->token_count;
    for (uint32_t t = mark->token; t-- > r->first && t >= first;)
        if ((token_at(r, t)->flags & PX_TOKEN_SENTENCE_START) != 0 && read_mark(r, t, &single) &&
            single.family == FAMILY_SINGLE && can_open_single(r, &single)) {
            add(r, t, mark->token);
            return;
        }
}

static void take_single(struct reader *r, const struct mark *mark)
{
    bool open = has_open(r, FAMILY_SINGLE);
    if (open && can_close_single(r, mark) && !is_possessive(r, mark)) {
        close_mark(r, mark);
    } else if (!open && can_open_single(r, mark)) {
        bool goes_on = mark->is_typographic && mark->token == r->first;
        if (goes_on || r->next_close[mark->token] != PX_NONE)
            open_mark(r, mark);
    }
}

/* A number's mark of inches: 6'2". */
static bool is_inches(const struct reader *r, const struct mark *mark)
{
    return mark->shape == PX_QUOTE_EITHER && mark->leans_back && mark->token > r->first &&
           is_number(r, mark->token - 1) && !has_open(r, mark->family);
}

static bool looks_opening(const struct reader *r, const struct mark *mark)
{
    return mark->leans_forward &&
           (!mark->leans_back || (is_punctuation(r, mark->token - 1) && !is_punctuation(r, mark->token + 1)));
}

static void take_double(struct reader *r, const struct mark *mark)
{
    if (is_inches(r, mark))
        return;
    bool open = has_open(r, mark->family);
    bool opens = looks_opening(r, mark);
    if (open && opens && !mark->leans_back && mark->shape != PX_QUOTE_CLOSE) {
        /* The one before lost its closing mark, but for typographic marks, which may nest. */
        if (mark->shape == PX_QUOTE_EITHER)
            while (has_open(r, mark->family))
                drop_top(r, mark->token);
        open_mark(r, mark);
    } else if (open && (mark->shape != PX_QUOTE_OPEN || mark->leans_back)) {
        close_mark(r, mark);
    } else if (!open && (mark->shape != PX_QUOTE_CLOSE || opens) && (opens || !mark->leans_back)) {
        open_mark(r, mark);
    } else if (!open && mark->leans_back && mark->shape != PX_QUOTE_OPEN && !mark->leans_forward) {
        close_mixed(r, mark);
    }
}

/* The first token of the next block that is prose, or PX_NONE. */
static uint32_t first_token_behind(const struct px_article *article, size_t block)
{
    if (block + 1 >= article->blocks.count)
        return PX_NONE;
    const struct px_block *next = &article->blocks.items[block + 1];
    if (!px_role_is_paragraph(next->role) || next->sentence_count == 0)
        return PX_NONE;
    return article->sentences.items[next->first_sentence].first_token;
}

static struct reader reader_of(const struct reader *r, size_t block)
{
    const struct px_article *article = r->article;
    const struct px_sentence *first = &article->sentences.items[article->blocks.items[block].first_sentence];
    const struct px_sentence *last = first + article->blocks.items[block].sentence_count - 1;
    return (struct reader){
        .article = r->article, .first = first->first_token, .end = last->first_token + last->token_count};
}

/* The first mark in the block that closes what was open before it, or PX_NONE. */
static uint32_t find_close(const struct reader *next, enum family family)
{
    uint32_t open = 0;
    struct mark mark;
    for (uint32_t token = next->first + 1; token < next->end; token++) {
        if (!read_mark(next, token, &mark) || mark.family != family)
            continue;
        bool closes = mark.leans_back && mark.shape != PX_QUOTE_OPEN && !looks_opening(next, &mark);
        if (closes && open == 0)
            return token;
        open = closes ? open - 1 : open + 1;
    }
    return PX_NONE;
}

/* Does the next block go on with an unclosed quotation? It begins with an opening mark of the family, or the first of
 * its marks closes. A quotation with which a paragraph opens may go on for some without any mark, to one that ends in
 * it. */
static bool goes_on(const struct reader *r, size_t block, enum family family)
{
    enum { BLOCKS_MOST = 6 };
    bool opens = r->stack[0].token == r->first;
    struct mark mark;
    for (size_t b = block; b < block + BLOCKS_MOST && first_token_behind(r->article, b) != PX_NONE; b++) {
        struct reader next = reader_of(r, b + 1);
        if (read_mark(&next, next.first, &mark) && mark.family == family)
            return b == block && mark.leans_forward;
        uint32_t close = family == FAMILY_SINGLE ? PX_NONE : find_close(&next, family);
        if (close != PX_NONE)
            return b == block || close + 1 == next.end;
        if (!opens)
            return false;
    }
    return false;
}

/* Ends what is still open at the block's end; true when it goes on in the next block. */
static bool finish_block(struct reader *r, size_t block)
{
    bool result = false;
    while (r->depth > 1)
        drop_top(r, r->end);
    if (r->depth == 0)
        return false;
    if (goes_on(r, block, r->stack[0].family) && r->end - r->stack[0].token > 2) {
        add(r, r->stack[0].token, r->end - 1);
        r->depth = 0;
        result = true;
    } else {
        drop_top(r, r->end);
    }
    return result;
}

static int compare_quotations(const void *a, const void *b)
{
    const struct px_quotation *x = a;
    const struct px_quotation *y = b;
    if (x->first_token != y->first_token)
        return x->first_token < y->first_token ? -1 : 1;
    return x->token_count > y->token_count ? -1 : x->token_count < y->token_count;
}

static void sort_from(struct px_article *article, size_t first)
{
    if (article->quotations.count > first + 1)
        qsort(article->quotations.items + first, article->quotations.count - first, sizeof(struct px_quotation),
              compare_quotations);
}

/* A block that the page sets off as a quotation is one without marks, and goes on from the one before it. */
static void take_block(struct reader *r, size_t index)
{
    const struct px_article *article = r->article;
    uint32_t before = (uint32_t)article->quotations.count - 1;
    struct px_quotation *quotation = add(r, r->first, r->end - 1);
    bool goes_on = index > 0 && article->blocks.items[index - 1].role == PX_ROLE_QUOTATION && before != PX_NONE &&
                   article->blocks.items[index - 1].sentence_count > 0;
    if (quotation != NULL && goes_on)
        quotation->continues = before;
}

/* Is the token a verb of speech that takes a quotation? */
static bool is_speech_verb(const struct reader *r, uint32_t token)
{
    const struct px_hits *hits = &r->article->hits;
    const struct px_lexicon *cues = px_resources_lexicon(r->resources, PX_LEXICON_CUES);
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        if (hits->items[i].lexicon != PX_LEXICON_CUES)
            continue;
        const struct px_entry *entry = px_resources_entry(r->resources, &hits->items[i]);
        struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
        if (px_slice_is(entry->category, "cue.verb") && entry->weight >= surely_reports &&
            px_slice_find(takes, PX_SLICE("quotation"), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* "He lashed out on Chirper, *saying:* ¶ The mayor has embarrassed us all.": does the paragraph before the block, which
 * no mark opens, end with a verb of speech and a colon? */
static bool is_announced(const struct reader *r, size_t index)
{
    const struct px_block *blocks = r->article->blocks.items;
    struct mark mark;
    if (index == 0 || !px_role_is_paragraph(blocks[index].role) || !px_role_is_paragraph(blocks[index - 1].role) ||
        blocks[index - 1].sentence_count == 0)
        return false;
    for (uint32_t t = r->first; t < r->end; t++)
        if (read_mark(r, t, &mark) && mark.family != FAMILY_SINGLE)
            return false;
    struct reader before = reader_of(r, index - 1);
    uint32_t colon = before.end - 1;
    if (r->article->text.data[token_at(r, colon)->start] != ':')
        return false;
    for (uint32_t t = colon; t-- > before.first && t + PLACE_MOST >= colon && !is_punctuation(r, t);)
        if (is_speech_verb(r, t))
            return true;
    return false;
}

/* A quotation that was left open and that the block does not open again goes on from its first word. */
static void open_unmarked(struct reader *r, uint32_t continued)
{
    struct mark mark, before;
    if (continued == PX_NONE || read_mark(r, r->first, &mark))
        return;
    struct reader all = {.article = r->article, .end = (uint32_t)r->article->tokens.count};
    const struct px_quotation *quotations = r->article->quotations.items;
    while (!read_mark(&all, quotations[continued].first_token, &before) && quotations[continued].continues != PX_NONE)
        continued = quotations[continued].continues;
    if (read_mark(&all, quotations[continued].first_token, &before))
        r->stack[r->depth++] = (struct opening){.token = r->first, .family = before.family};
}

/* Reads one block. `continued` says that the block before left a quotation open, the last one that began there; it is
 * set for the next block. */
static void read_block(struct reader *r, size_t index, uint32_t *continued)
{
    const struct px_block *block = &r->article->blocks.items[index];
    size_t count = r->article->quotations.count;
    if (block->sentence_count == 0)
        return;
    struct reader whole = reader_of(r, index);
    r->first = whole.first;
    r->end = whole.end;
    r->depth = 0;
    if (block->role == PX_ROLE_QUOTATION || (*continued == PX_NONE && is_announced(r, index))) {
        take_block(r, index);
        return;
    }
    look_ahead(r);
    open_unmarked(r, *continued);
    for (uint32_t token = r->first; token < r->end && !r->failed; token++) {
        struct mark mark;
        if (!read_mark(r, token, &mark))
            continue;
        if (mark.family == FAMILY_SINGLE)
            take_single(r, &mark);
        else
            take_double(r, &mark);
    }
    bool open = finish_block(r, index);
    sort_from(r->article, count);
    if (*continued != PX_NONE && r->article->quotations.count > count)
        r->article->quotations.items[count].continues = *continued;
    *continued = PX_NONE;
    for (size_t i = count; open && i < r->article->quotations.count; i++)
        if (r->article->quotations.items[i].first_token + r->article->quotations.items[i].token_count == r->end) {
            *continued = (uint32_t)i;
            break;
        }
}

/* Flags the quotation's marks, where it has them. */
static void flag_marks(struct px_article *article, const struct px_quotation *quotation)
{
    struct reader reader = {.article = article, .end = (uint32_t)article->tokens.count};
    uint32_t last = quotation->first_token + quotation->token_count - 1;
    struct mark mark;
    if (read_mark(&reader, quotation->first_token, &mark))
        article->tokens.items[quotation->first_token].flags |= PX_TOKEN_QUOTE_OPEN;
    if (!quotation->unbalanced && last > quotation->first_token && read_mark(&reader, last, &mark))
        article->tokens.items[last].flags |= PX_TOKEN_QUOTE_CLOSE;
}

enum px_status px_annotate_quotations(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct px_arena *scratch = &annotation->worker->scratch;
    uint32_t continued = PX_NONE;
    struct reader reader = {
        .article = article,
        .resources = annotation->resources,
        .next_close = px_arena_array(scratch, uint32_t, article->tokens.count + 1),
        .next_open = px_arena_array(scratch, uint32_t, article->tokens.count + 1),
    };
    if (reader.next_close == NULL || reader.next_open == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < article->blocks.count && !reader.failed; i++)
        read_block(&reader, i, &continued);
    if (reader.failed)
        return px_no_memory(error);
    for (size_t i = 0; i < article->quotations.count; i++) {
        struct px_quotation *quotation = &article->quotations.items[i];
        px_quotation_set_kind(annotation, quotation);
        flag_marks(article, quotation);
    }
    return PX_OK;
}
