/* Sentences that two articles share but for small edits: found through the runs of words that they share, told apart word
 * by word. The edits are choices that show plainly, since everything else is equal.
 *
 * Words are aligned by the longest common subsequence; a sentence counts as reused when seven in ten words of the longer
 * of the two stand in both. */
#include "align/align.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_LEAST = 8, WORDS_MOST = 160, PLACES_MOST = 4, PARTED_MOST = 3, BESIDE_LEAST = 4, NAMED_LEAST = 3 };
enum { QUOTED_MOST = 1 }; /* "*With* rain" for "because of rain" */
#define EQUAL_LEAST 0.7

/* The words of a sentence, punctuation left out. */
struct line {
    size_t count;
    uint32_t folds[WORDS_MOST];
    uint32_t tokens[WORDS_MOST];
    bool equal[WORDS_MOST]; /* stands in the other one too */
};

struct diff {
    struct px_compare_context *context;
    size_t articles[2];
    struct line lines[2];
    uint16_t table[WORDS_MOST + 1][WORDS_MOST + 1]; /* longest common subsequence of what is left */
    size_t from[2], end[2];                         /* the words of the edit added last */
};

static bool read_line(const struct px_compare_context *context, size_t a, uint32_t sentence, struct line *line)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *at = &article->sentences.items[sentence];
    line->count = 0;
    for (uint32_t t = at->first_token; t < at->first_token + at->token_count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->kind == PX_TOKEN_PUNCTUATION)
            continue;
        if (line->count == WORDS_MOST)
            return false;
        line->folds[line->count] = px_compare_form(context, token)->fold;
        line->equal[line->count] = false;
        line->tokens[line->count++] = t;
    }
    return line->count >= WORDS_LEAST;
}

/* Marks the words of the longest common subsequence; returns their number. O(words²) */
static uint32_t align(struct diff *diff)
{
    struct line *a = &diff->lines[0], *b = &diff->lines[1];
    for (size_t i = a->count + 1; i-- > 0;)
        for (size_t j = b->count + 1; j-- > 0;) {
            uint16_t *cell = &diff->table[i][j];
            if (i == a->count || j == b->count)
                *cell = 0;
            else if (a->folds[i] == b->folds[j])
                *cell = (uint16_t)(diff->table[i + 1][j + 1] + 1);
            else
                *cell = diff->table[i + 1][j] >= diff->table[i][j + 1] ? diff->table[i + 1][j] : diff->table[i][j + 1];
        }
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->folds[i] == b->folds[j])
            a->equal[i++] = b->equal[j++] = true;
        else if (diff->table[i + 1][j] >= diff->table[i][j + 1])
            i++;
        else
            j++;
    }
    return diff->table[0][0];
}

/* The span with the brackets that stand right around it: "these *(local)* boats". */
static struct px_span with_brackets(struct px_slice text, struct px_span span)
{
    char before = span.start > 0 ? text.data[span.start - 1] : 0,
         behind = span.end < text.size ? text.data[span.end] : 0;
    bool around = (before == '(' && behind == ')') || (before == '[' && behind == ']');
    return (struct px_span){span.start - around, span.end + around};
}

/* The bytes of words [from, end); empty, where they would stand, when there are none. */
static struct px_span span_of(const struct diff *diff, int side, size_t from, size_t end)
{
    const struct px_article *article = diff->context->articles[diff->articles[side]];
    const struct px_token *tokens = article->tokens.items;
    const struct line *line = &diff->lines[side];
    if (from < end)
        return with_brackets(article->text,
                             (struct px_span){tokens[line->tokens[from]].start, tokens[line->tokens[end - 1]].end});
    uint32_t at = from < line->count ? tokens[line->tokens[from]].start : tokens[line->tokens[from - 1]].end;
    return (struct px_span){at, at};
}

/* The same letters, parted in another way: "same-sex", "same sex". */
static bool is_trivial(const struct diff *diff, const struct px_span spans[2])
{
    uint32_t at[] = {spans[0].start, spans[1].start};
    for (;;) {
        char letters[2] = {0};
        for (int side = 0; side < 2; side++) {
            const char *text = diff->context->articles[diff->articles[side]]->text.data;
            while (at[side] < spans[side].end &&
                   (text[at[side]] == ' ' || text[at[side]] == '-' || text[at[side]] == '.'))
                at[side]++;
            letters[side] = at[side] < spans[side].end ? text[at[side]++] : 0;
        }
        if (letters[0] != letters[1])
            return false;
        if (letters[0] == 0)
            return true;
    }
}

/* Of words [from, end) of each line: takes off what both begin with in another parting, "work force", "workforce". */
static void skip_trivial(const struct diff *diff, size_t from[2], const size_t end[2])
{
    for (size_t a = 1; a <= PARTED_MOST && from[0] + a <= end[0]; a++)
        for (size_t b = 1; b <= PARTED_MOST && from[1] + b <= end[1]; b++)
            if (is_trivial(diff, (struct px_span[]){span_of(diff, 0, from[0], from[0] + a),
                                                    span_of(diff, 1, from[1], from[1] + b)})) {
                from[0] += a;
                from[1] += b;
                return;
            }
}

/* Does the sentence hold words [from, end) of the side's line, one after another? */
static bool holds(const struct diff *diff, int side, size_t from, size_t end, uint32_t sentence)
{
    const struct px_article *other = diff->context->articles[diff->articles[!side]];
    const struct px_sentence *at = &other->sentences.items[sentence];
    const uint32_t *folds = diff->lines[side].folds;
    size_t found = from;
    for (uint32_t t = at->first_token; found < end && t < at->first_token + at->token_count; t++) {
        const struct px_token *token = &other->tokens.items[t];
        if (token->kind == PX_TOKEN_PUNCTUATION)
            continue;
        uint32_t fold = px_compare_form(diff->context, token)->fold;
        found = fold == folds[found] ? found + 1 : fold == folds[from] ? from + 1 : from;
    }
    return found == end;
}

/* Do the words stand in the sentence before or behind the other's? A quotation that a writer parts is not cut. */
static bool is_beside(const struct diff *diff, int side, size_t from, size_t end, uint32_t sentence)
{
    const struct px_sentences *sentences = &diff->context->articles[diff->articles[!side]]->sentences;
    return end >= from + BESIDE_LEAST &&
           ((sentence > 0 && holds(diff, side, from, end, sentence - 1)) ||
            (sentence + 1 < sentences->count && holds(diff, side, from, end, sentence + 1)));
}

/* Is a word of the span quoted? */
static bool holds_quoted(const struct px_article *article, struct px_span span)
{
    for (size_t t = px_compare_token_at(article, span.start);
         t < article->tokens.count && article->tokens.items[t].start < span.end; t++)
        if (article->tokens.items[t].voice == PX_VOICE_DIRECT && article->tokens.items[t].kind != PX_TOKEN_PUNCTUATION)
            return true;
    return false;
}

/* Are all words [from, end) of the side's line in direct speech, or none, as `quoted` says? */
static bool are_quoted(const struct diff *diff, int side, size_t from, size_t end, bool quoted)
{
    const struct px_article *article = diff->context->articles[diff->articles[side]];
    for (size_t w = from; w < end; w++)
        if ((article->tokens.items[diff->lines[side].tokens[w]].voice == PX_VOICE_DIRECT) != quoted)
            return false;
    return true;
}

/* Do words [from, end) of both lines tell before or behind a quotation who says it? Then they begin the sentence right before
 * the quotation, or nothing is quoted from them on. */
static bool is_who_says(const struct diff *diff, const size_t from[2], const size_t end[2])
{
    bool before = from[0] == 0 && from[1] == 0, behind = true;
    for (int side = 0; side < 2; side++) {
        size_t count = diff->lines[side].count;
        before = before && end[side] < count && are_quoted(diff, side, 0, end[side], false) &&
                 are_quoted(diff, side, end[side], end[side] + 1, true);
        behind =
            behind && are_quoted(diff, side, from[side], count, false) && !are_quoted(diff, side, 0, from[side], false);
    }
    return before || behind;
}

/* How many of words [0, end) of the side's line are quoted. */
static size_t count_quoted(const struct diff *diff, int side, size_t end)
{
    size_t count = 0;
    for (size_t w = 0; w < end; w++)
        count += are_quoted(diff, side, w, w + 1, true);
    return count;
}

/* Do words [0, end) of one line tell who says what it quotes, and does the other's sentence name him elsewhere: "*Harbour
 * Council chair Ora Lind said that* “…”", "“…” said Harbour Council chair Ora Lind"? */
static bool is_named_elsewhere(const struct diff *diff, const uint32_t *sentences, const size_t from[2],
                               const size_t end[2])
{
    for (int side = 0; side < 2; side++)
        if (from[0] == 0 && from[1] == 0 && end[side] > NAMED_LEAST && are_quoted(diff, side, 0, end[side], false) &&
            !are_quoted(diff, side, 0, diff->lines[side].count, false) &&
            count_quoted(diff, !side, end[!side]) <= QUOTED_MOST && holds(diff, side, 0, NAMED_LEAST, sentences[!side]))
            return true;
    return false;
}

/* What stands between the line's word and the one before it. */
static struct px_slice gap_before(const struct diff *diff, int side, size_t at)
{
    const struct px_article *article = diff->context->articles[diff->articles[side]];
    const uint32_t *tokens = diff->lines[side].tokens;
    return px_slice_part(article->text, article->tokens.items[tokens[at - 1]].end,
                         article->tokens.items[tokens[at]].start);
}

/* The first mark between two words, all that quote as one; 0 for none. */
static char first_mark(struct px_slice gap)
{
    while (gap.size > 0 && gap.data[0] == ' ')
        gap = px_slice_part(gap, 1, gap.size);
    if (px_slice_starts(gap, PX_SLICE("“")) || px_slice_starts(gap, PX_SLICE("”")))
        return '"';
    return gap.size > 0 ? gap.data[0] : 0;
}

/* Takes off the edit's words of the side those that tell who says what is quoted beside them: "… of the quay*,” she
 * said*", "*the letter says,* “We …". */
static void skip_who_says(const struct diff *diff, int side, size_t *from, size_t *end)
{
    size_t last = *end, first = *from, count = diff->lines[side].count;
    while (last > *from && are_quoted(diff, side, last - 1, last, false))
        last--;
    if (*end == count && last > 0 && last < count && are_quoted(diff, side, last - 1, last, true) &&
        memchr(",.!?", first_mark(gap_before(diff, side, last)), 4) != NULL)
        *end = last;
    while (first < *end && are_quoted(diff, side, first, first + 1, false))
        first++;
    if (*from == 0 && first > 0 && first < count && are_quoted(diff, side, first, first + 1, true) &&
        memchr(",:", first_mark(gap_before(diff, side, first)), 2) != NULL)
        *from = first;
}

/* Does the line's word hang at the one before it: "it*'s*", "f\***ing*"? */
static bool is_joined(const struct diff *diff, int side, size_t at)
{
    struct px_slice gap = gap_before(diff, side, at);
    size_t n = 0;
    while (n < gap.size && (gap.data[n] == '*' || gap.data[n] == '-'))
        n++;
    return n == gap.size;
}

/* Where words that the other side alone has would stand: right behind the word before them where the mark that follows
 * them there follows it here, "than I|,” said" for "than I *am*,” said". */
static struct px_span place_of(const struct diff *diff, int side, const size_t from[2], const size_t end[2])
{
    struct px_span place = span_of(diff, side, from[side], end[side]);
    if (from[side] < end[side] || from[side] == 0 || from[side] == diff->lines[side].count || from[!side] == 0 ||
        end[!side] == diff->lines[!side].count)
        return place;
    char mark = first_mark(gap_before(diff, side, from[side]));
    if (mark != 0 && first_mark(gap_before(diff, !side, from[!side])) == 0 &&
        first_mark(gap_before(diff, !side, end[!side])) == mark)
        place.start = place.end = span_of(diff, side, from[side] - 1, from[side]).end;
    return place;
}

/* The edit added last, where words of its kind go on with it at `from`; else a new one. NULL when memory is out. */
static struct px_edit *open_edit(struct diff *diff, struct px_reuse *reuse, const size_t from[2], bool who_says)
{
    struct px_edit *last = reuse->edits.count > 0 ? &reuse->edits.items[reuse->edits.count - 1] : NULL;
    if (last != NULL && last->who_says == who_says && diff->end[0] == from[0] && diff->end[1] == from[1])
        return last;
    memcpy(diff->from, from, sizeof diff->from);
    return px_vector_push(&reuse->edits, &diff->context->comparison->arena);
}

/* Words [from, end) of both lines as an edit, if there are any. */
static enum px_status add_edit(struct diff *diff, struct px_reuse *reuse, const size_t from[2], const size_t end[2],
                               bool who_says, struct px_error *error)
{
    if (from[0] >= end[0] && from[1] >= end[1])
        return PX_OK;
    struct px_edit *edit = open_edit(diff, reuse, from, who_says);
    if (edit == NULL)
        return px_no_memory(error);
    bool turned = diff->articles[0] > diff->articles[1];
    memcpy(diff->end, end, sizeof diff->end);
    edit->spans[turned] = place_of(diff, 0, diff->from, end);
    edit->spans[!turned] = place_of(diff, 1, diff->from, end);
    edit->who_says = who_says;
    return PX_OK;
}

/* "*The* agency added, “the quay is closed”": where a line begins with who says it by the word that the quotation begins with,
 * it is that of the quotation which both lines have. */
static void prefer_quoted(struct diff *diff, int side)
{
    struct line *line = &diff->lines[side];
    size_t end = 1;
    while (end < line->count && !line->equal[end])
        end++;
    if (end == 1 || end > line->count || !line->equal[0] || line->folds[0] != line->folds[end - 1] ||
        are_quoted(diff, side, 0, 1, true) || !are_quoted(diff, side, end - 1, end, true))
        return;
    line->equal[0] = false;
    line->equal[end - 1] = true;
}

/* Adds the words [from, end) in which the lines differ, parted from those that tell who says it. */
static enum px_status add_differing(struct diff *diff, const uint32_t *sentences, struct px_reuse *reuse,
                                    size_t from[2], const size_t end[2], struct px_error *error)
{
    const size_t first[] = {from[0], from[1]};
    skip_trivial(diff, from, end);
    for (int side = 0; side < 2; side++)
        if (is_beside(diff, side, from[side], end[side], sentences[!side]))
            from[side] = end[side];
    bool who_says = is_who_says(diff, from, end) || is_named_elsewhere(diff, sentences, from, end);
    size_t head[] = {from[0], from[1]}, tail[] = {end[0], end[1]}, joined = 0;
    for (int side = 0; side < 2 && !who_says; side++) {
        skip_who_says(diff, side, &head[side], &tail[side]);
        joined += head[side] > 0 && head[side] < tail[side] && is_joined(diff, side, head[side]);
    }
    bool wider = joined > 0 && first[0] > 0 && first[1] > 0 && head[0] == first[0] && head[1] == first[1];
    head[0] -= wider; /* "*it is*" for "*it's*": the word before is the same */
    head[1] -= wider;
    enum px_status status = wider ? PX_OK : add_edit(diff, reuse, from, head, true, error);
    if (status == PX_OK)
        status = add_edit(diff, reuse, head, tail, who_says, error);
    return status == PX_OK ? add_edit(diff, reuse, tail, end, true, error) : status;
}

static enum px_status add_edits(struct diff *diff, const uint32_t *sentences, struct px_reuse *reuse,
                                struct px_error *error)
{
    const struct line *a = &diff->lines[0], *b = &diff->lines[1];
    enum px_status status = PX_OK;
    for (size_t i = 0, j = 0; status == PX_OK && (i < a->count || j < b->count);) {
        size_t from[] = {i, j};
        while (i < a->count && !a->equal[i])
            i++;
        while (j < b->count && !b->equal[j])
            j++;
        status = add_differing(diff, sentences, reuse, from, (size_t[]){i, j}, error);
        i += i < a->count;
        j += j < b->count;
    }
    return status;
}

/* Do the two differ in more than in who says it and where that stands, round the same quotation: "he added", "said
 * Ora Lind"? */
static bool is_edited(const struct px_compare_context *context, const struct px_reuse *reuse)
{
    const struct px_article *first = context->articles[reuse->article[0]];
    const struct px_sentence *sentence = &first->sentences.items[reuse->sentence[0]];
    if (!holds_quoted(first, (struct px_span){sentence->start, sentence->end}))
        return true;
    for (size_t i = 0; i < reuse->edits.count; i++)
        for (size_t side = 0; side < 2; side++)
            if (!reuse->edits.items[i].who_says &&
                holds_quoted(context->articles[reuse->article[side]], reuse->edits.items[i].spans[side]))
                return true;
    return false;
}

static bool is_taken(const struct px_comparison *comparison, const struct diff *diff, const uint32_t *sentences)
{
    bool turned = diff->articles[0] > diff->articles[1];
    for (size_t i = 0; i < comparison->reused.count; i++) {
        const struct px_reuse *reuse = &comparison->reused.items[i];
        if (reuse->article[turned] == diff->articles[0] && reuse->article[!turned] == diff->articles[1] &&
            (reuse->sentence[turned] == sentences[0] || reuse->sentence[!turned] == sentences[1]))
            return true;
    }
    return false;
}

static enum px_status compare_sentences(struct diff *diff, const uint32_t *sentences, struct px_error *error)
{
    struct px_comparison *comparison = diff->context->comparison;
    if (is_taken(comparison, diff, sentences))
        return PX_OK;
    for (int side = 0; side < 2; side++)
        if (!read_line(diff->context, diff->articles[side], sentences[side], &diff->lines[side]))
            return PX_OK;
    size_t most = diff->lines[0].count > diff->lines[1].count ? diff->lines[0].count : diff->lines[1].count;
    uint32_t equal = align(diff);
    if (equal < EQUAL_LEAST * (double)most || (equal == diff->lines[0].count && equal == diff->lines[1].count))
        return PX_OK;
    struct px_reuse *reuse = px_vector_push(&comparison->reused, &comparison->arena);
    if (reuse == NULL)
        return px_no_memory(error);
    bool turned = diff->articles[0] > diff->articles[1];
    reuse->words = equal;
    reuse->article[turned] = (uint32_t)diff->articles[0];
    reuse->article[!turned] = (uint32_t)diff->articles[1];
    reuse->sentence[turned] = sentences[0];
    reuse->sentence[!turned] = sentences[1];
    prefer_quoted(diff, 0);
    prefer_quoted(diff, 1);
    enum px_status status = add_edits(diff, sentences, reuse, error);
    reuse->edited = status == PX_OK && is_edited(diff->context, reuse);
    comparison->reused.count -= status == PX_OK && reuse->edits.count == 0;
    return status;
}

/* The sentences in which a run of shared words begins, and those in which it ends. */
static enum px_status compare_run(struct diff *diff, struct px_span a, struct px_span b, struct px_error *error)
{
    const struct px_article *first = diff->context->articles[diff->articles[0]];
    const struct px_article *second = diff->context->articles[diff->articles[1]];
    uint32_t start[] = {px_article_sentence_at(first, a.start), px_article_sentence_at(second, b.start)};
    uint32_t end[] = {px_article_sentence_at(first, a.end - 1), px_article_sentence_at(second, b.end - 1)};
    enum px_status status = compare_sentences(diff, start, error);
    return status == PX_OK && (start[0] != end[0] || start[1] != end[1]) ? compare_sentences(diff, end, error) : status;
}

static int by_place(const void *a, const void *b)
{
    const struct px_reuse *x = a, *y = b;
    if (x->sentence[0] != y->sentence[0])
        return x->sentence[0] < y->sentence[0] ? -1 : 1;
    if (x->article[1] != y->article[1])
        return x->article[1] < y->article[1] ? -1 : 1;
    return (x->sentence[1] > y->sentence[1]) - (x->sentence[1] < y->sentence[1]);
}

static enum px_status compare_pair(struct diff *diff, struct px_error *error)
{
    const struct px_comparison *comparison = diff->context->comparison;
    enum px_status status = PX_OK;
    for (size_t s = 0; s < comparison->shared.count; s++) {
        const struct px_spans *a = &comparison->shared.items[s].spans[diff->articles[0]];
        const struct px_spans *b = &comparison->shared.items[s].spans[diff->articles[1]];
        for (size_t i = 0; i < a->count && i < PLACES_MOST; i++)
            for (size_t j = 0; status == PX_OK && j < b->count && j < PLACES_MOST; j++)
                status = compare_run(diff, a->items[i], b->items[j], error);
    }
    return status;
}

enum px_status px_compare_reuse(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct diff *diff = px_arena_array(&context->scratch, struct diff, 1);
    enum px_status status = diff == NULL ? px_no_memory(error) : PX_OK;
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; status == PX_OK && j < context->count; j++) {
            diff->context = context;
            diff->articles[0] =
                context->order[i]; /* what is aligned with what does not depend on how they were given */
            diff->articles[1] = context->order[j];
            status = compare_pair(diff, error);
        }
    if (status == PX_OK && comparison->reused.count > 1)
        qsort(comparison->reused.items, comparison->reused.count, sizeof *comparison->reused.items, by_place);
    return status;
}
