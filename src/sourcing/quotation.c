#include "sourcing/quotation.h"

#include <stdlib.h>

#include "sourcing/quotation_mark.h"

enum {
    DEPTH_LIMIT = 6,
    PLACE_MOST = 4 /* tokens of "on Chirper" between the verb and the colon */
};

static const double surely_reports = 0.5; /* weight of a cue */

/* A quotation that waits for its closing mark. */
struct opening {
    uint32_t token;
    enum px_quotation_family family;
};

struct reader {
    struct px_article *article;
    const struct px_resources *resources;
    struct px_quotation_block in;
    uint32_t *next_close; /* for each token, the next single mark that can close, from the token on; PX_NONE for none */
    uint32_t *next_open;  /* the same for a single mark that can open */
    struct opening stack[DEPTH_LIMIT];
    size_t depth;
    bool failed;
};

static const struct px_token *token_at(const struct reader *r, uint32_t token)
{
    return &r->article->tokens.items[token];
}

/* For each token of the block, where the next single marks are. */
static void look_ahead(struct reader *r)
{
    uint32_t close = PX_NONE;
    uint32_t open = PX_NONE;
    struct px_quotation_mark mark;
    for (uint32_t token = r->in.end; token-- > r->in.first;) {
        if (px_quotation_mark_read(&r->in, token, &mark) && mark.family == PX_QUOTATION_SINGLE) {
            close = px_quotation_mark_can_close_single(&r->in, &mark) ? token : close;
            open = px_quotation_mark_can_open_single(&r->in, &mark) ? token : open;
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
static bool is_possessive(const struct reader *r, const struct px_quotation_mark *mark)
{
    uint32_t next = mark->token + 1;
    if (next >= r->in.end || px_quotation_is_punctuation(&r->in, next) || !ends_in_s(r, mark->token - 1))
        return false;
    return r->next_close[next] != PX_NONE &&
           (r->next_open[next] == PX_NONE || r->next_close[next] < r->next_open[next]);
}

static bool has_open(const struct reader *r, enum px_quotation_family family)
{
    for (size_t i = 0; i < r->depth; i++)
        if (r->stack[i].family == family)
            return true;
    return false;
}

static void open_mark(struct reader *r, const struct px_quotation_mark *mark)
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
    struct px_quotation_mark mark;
    return limit == r->in.end && (token_at(r, first)->flags & PX_TOKEN_SENTENCE_START) != 0 &&
           px_quotation_mark_read(&r->in, r->in.first, &mark) && mark.family != PX_QUOTATION_SINGLE;
}

/* Where a quotation without closing mark ends: with its sentence, or with the block when it begins the block or goes on
 * from the one that does. */
static uint32_t end_of_unclosed(const struct reader *r, uint32_t first, uint32_t limit)
{
    bool all = first == r->in.first || goes_on_from_opening(r, first, limit);
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
    if (top.family == PX_QUOTATION_SINGLE)
        return;
    uint32_t last = end_of_unclosed(r, top.token, limit);
    struct px_quotation *quotation = last > top.token ? add(r, top.token, last) : NULL;
    if (quotation != NULL)
        quotation->unbalanced = true;
}

/* Closes the innermost opening of the family, and gives up on those inside it. */
static void close_mark(struct reader *r, const struct px_quotation_mark *mark)
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
static void close_mixed(struct reader *r, const struct px_quotation_mark *mark)
{
    struct px_quotation_mark single;
    size_t count = r->article->quotations.count;
    const struct px_quotation *last = count == 0 ? NULL : &r->article->quotations.items[count - 1];
    uint32_t first = last == NULL ? r->in.first : last->first_token + last->token_count;
    for (uint32_t t = mark->token; t-- > r->in.first && t >= first;)
        if ((token_at(r, t)->flags & PX_TOKEN_SENTENCE_START) != 0 && px_quotation_mark_read(&r->in, t, &single) &&
            single.family == PX_QUOTATION_SINGLE && px_quotation_mark_can_open_single(&r->in, &single)) {
            add(r, t, mark->token);
            return;
        }
}

/* "They call it a "people's pit," and sold it," she said: a mark that closes what none opened ends the last quotation of
 * the block that another one, in the middle of its sentence, seemed to leave without its closing mark. */
static bool close_around(struct reader *r, const struct px_quotation_mark *mark)
{
    struct px_quotation_mark opening;
    size_t i = r->article->quotations.count;
    while (i > 0 && r->article->quotations.items[i - 1].first_token >= r->in.first) {
        struct px_quotation *it = &r->article->quotations.items[--i];
        if (!it->unbalanced)
            continue;
        uint32_t inner = it->first_token + it->token_count;
        if (!px_quotation_mark_read(&r->in, it->first_token, &opening) || opening.family != mark->family ||
            (token_at(r, inner)->flags & PX_TOKEN_SENTENCE_START) != 0)
            return false;
        it->token_count = mark->token - it->first_token + 1;
        it->span.end = token_at(r, mark->token)->end;
        it->unbalanced = false;
        return true;
    }
    return false;
}

static void take_single(struct reader *r, const struct px_quotation_mark *mark)
{
    bool open = has_open(r, PX_QUOTATION_SINGLE);
    if (open && px_quotation_mark_can_close_single(&r->in, mark) && !is_possessive(r, mark)) {
        close_mark(r, mark);
    } else if (!open && px_quotation_mark_can_open_single(&r->in, mark)) {
        bool goes_on = mark->is_typographic && mark->token == r->in.first;
        if (goes_on || r->next_close[mark->token] != PX_NONE)
            open_mark(r, mark);
    }
}

/* "““So be it": the mark typed once more by mistake, right behind the one that opened. */
static bool is_doubled(const struct reader *r, const struct px_quotation_mark *mark)
{
    const struct opening *top = r->depth == 0 ? NULL : &r->stack[r->depth - 1];
    return top != NULL && top->family == mark->family && top->token + 1 == mark->token &&
           mark->shape == PX_QUOTE_OPEN && token_at(r, top->token)->end == token_at(r, mark->token)->start;
}

static void take_double(struct reader *r, const struct px_quotation_mark *mark)
{
    if (is_doubled(r, mark))
        return;
    if (px_quotation_mark_is_inches(&r->in, mark) && !has_open(r, mark->family))
        return;
    bool open = has_open(r, mark->family);
    bool opens = px_quotation_mark_looks_opening(&r->in, mark);
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
        if (!close_around(r, mark))
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

static struct px_quotation_block block_of(const struct px_article *article, size_t block)
{
    const struct px_sentence *first = &article->sentences.items[article->blocks.items[block].first_sentence];
    const struct px_sentence *last = first + article->blocks.items[block].sentence_count - 1;
    return (struct px_quotation_block){
        .article = article, .first = first->first_token, .end = last->first_token + last->token_count};
}

/* The first mark in the block that closes what was open before it, or PX_NONE. */
static uint32_t find_close(const struct px_quotation_block *next, enum px_quotation_family family)
{
    uint32_t open = 0;
    struct px_quotation_mark mark;
    for (uint32_t token = next->first + 1; token < next->end; token++) {
        if (!px_quotation_mark_read(next, token, &mark) || mark.family != family)
            continue;
        bool closes = mark.leans_back && mark.shape != PX_QUOTE_OPEN && !px_quotation_mark_looks_opening(next, &mark);
        if (closes && open == 0)
            return token;
        open = closes ? open - 1 : open + 1;
    }
    return PX_NONE;
}

/* Does the next block go on with an unclosed quotation? It begins with an opening mark of the family, or the first of
 * its marks closes. A quotation with which a paragraph opens may go on for some without any mark, to one that ends in
 * it. */
static bool goes_on(const struct reader *r, size_t block, enum px_quotation_family family)
{
    enum { BLOCKS_MOST = 6 };
    bool opens = r->stack[0].token == r->in.first;
    struct px_quotation_mark mark;
    for (size_t b = block; b < block + BLOCKS_MOST && first_token_behind(r->article, b) != PX_NONE; b++) {
        struct px_quotation_block next = block_of(r->article, b + 1);
        if (px_quotation_mark_read(&next, next.first, &mark) && mark.family == family)
            return b == block && mark.leans_forward;
        uint32_t close = family == PX_QUOTATION_SINGLE ? PX_NONE : find_close(&next, family);
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
        drop_top(r, r->in.end);
    if (r->depth == 0)
        return false;
    if (goes_on(r, block, r->stack[0].family) && r->in.end - r->stack[0].token > 2) {
        add(r, r->stack[0].token, r->in.end - 1);
        r->depth = 0;
        result = true;
    } else {
        drop_top(r, r->in.end);
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
    struct px_quotation *quotation = add(r, r->in.first, r->in.end - 1);
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
    struct px_quotation_mark mark;
    if (index == 0 || !px_role_is_paragraph(blocks[index].role) || !px_role_is_paragraph(blocks[index - 1].role) ||
        blocks[index - 1].sentence_count == 0)
        return false;
    for (uint32_t t = r->in.first; t < r->in.end; t++)
        if (px_quotation_mark_read(&r->in, t, &mark) && mark.family != PX_QUOTATION_SINGLE)
            return false;
    struct px_quotation_block before = block_of(r->article, index - 1);
    uint32_t colon = before.end - 1;
    if (r->article->text.data[token_at(r, colon)->start] != ':')
        return false;
    for (uint32_t t = colon; t-- > before.first && t + PLACE_MOST >= colon && !px_quotation_is_punctuation(&before, t);)
        if (is_speech_verb(r, t))
            return true;
    return false;
}

/* A quotation that was left open and that the block does not open again goes on from its first word. */
static void open_unmarked(struct reader *r, uint32_t continued)
{
    struct px_quotation_mark mark, before;
    if (continued == PX_NONE || px_quotation_mark_read(&r->in, r->in.first, &mark))
        return;
    struct px_quotation_block all = {.article = r->article, .end = (uint32_t)r->article->tokens.count};
    const struct px_quotation *quotations = r->article->quotations.items;
    while (!px_quotation_mark_read(&all, quotations[continued].first_token, &before) &&
           quotations[continued].continues != PX_NONE)
        continued = quotations[continued].continues;
    if (px_quotation_mark_read(&all, quotations[continued].first_token, &before))
        r->stack[r->depth++] = (struct opening){.token = r->in.first, .family = before.family};
}

/* Reads one block. `continued` says that the block before left a quotation open, the last one that began there; it is
 * set for the next block. */
static void read_block(struct reader *r, size_t index, uint32_t *continued)
{
    const struct px_block *block = &r->article->blocks.items[index];
    size_t count = r->article->quotations.count;
    if (block->sentence_count == 0)
        return;
    r->in = block_of(r->article, index);
    r->depth = 0;
    if (block->role == PX_ROLE_QUOTATION || (*continued == PX_NONE && is_announced(r, index))) {
        take_block(r, index);
        return;
    }
    look_ahead(r);
    open_unmarked(r, *continued);
    for (uint32_t token = r->in.first; token < r->in.end && !r->failed; token++) {
        struct px_quotation_mark mark;
        if (!px_quotation_mark_read(&r->in, token, &mark))
            continue;
        if (mark.family == PX_QUOTATION_SINGLE)
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
        if (r->article->quotations.items[i].first_token + r->article->quotations.items[i].token_count == r->in.end) {
            *continued = (uint32_t)i;
            break;
        }
}

/* Flags the quotation's marks, where it has them. */
static void flag_marks(struct px_article *article, const struct px_quotation *quotation)
{
    struct px_quotation_block all = {.article = article, .end = (uint32_t)article->tokens.count};
    uint32_t last = quotation->first_token + quotation->token_count - 1;
    struct px_quotation_mark mark;
    if (px_quotation_mark_read(&all, quotation->first_token, &mark))
        article->tokens.items[quotation->first_token].flags |= PX_TOKEN_QUOTE_OPEN;
    if (!quotation->unbalanced && last > quotation->first_token && px_quotation_mark_read(&all, last, &mark))
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
