/* Which of a statement's words another article has, too: some of those between marks, or the same of the same speaker. What
 * articles share beside that, a name or the matter in short, is nothing that both quote. */
#include "align/align.h"
#include "align/run_starts.h"
#include "base/table.h"
#include "contrast/contrast.h"

enum {
    FEW = 3,         /* words of a run that is looked at, */
    SEVERAL = 5,     /* of one that may stand anywhere, */
    MANY = 8,        /* and of one that is the same saying, whomever an article takes for its speaker */
    MOST_TRIES = 16, /* places of one beginning */
    CONTENT = 2,     /* plain content words of a run that is not all of a quotation */
    GAP = 3          /* words that one of two quotations of a sentence may have between equal ones */
};
#define TELLING 2.5 /* a word's idf: "man" and "woman" have less */

/* The words of an article, and where the runs of FEW words begin, by hash. */
struct words {
    size_t article;
    size_t count;
    uint32_t *folds;
    uint32_t *tokens;
    struct px_run_starts starts;
};

/* A run of a statement's words that another article has. */
struct run {
    const struct words *here, *there;
    size_t at, other; /* positions of its first word */
    size_t count;
    uint32_t attribution;
};

static bool read_words(struct px_compare_context *context, size_t a, struct words *words)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    *words = (struct words){.article = a};
    words->folds = px_arena_array(&context->scratch, uint32_t, tokens->count + 1);
    words->tokens = px_arena_array(&context->scratch, uint32_t, tokens->count + 1);
    if (words->folds == NULL || words->tokens == NULL)
        return false;
    for (uint32_t t = 0; t < tokens->count; t++)
        if (px_token_counts(&tokens->items[t])) {
            words->folds[words->count] = px_compare_form(context, &tokens->items[t])->fold;
            words->tokens[words->count++] = t;
        }
    return px_run_starts_make(&context->scratch, words->folds, words->count, FEW, &words->starts);
}

static const struct px_token *token_of(const struct px_compare_context *context, const struct words *words, size_t at)
{
    return &context->articles[words->article]->tokens.items[words->tokens[at]];
}

static bool is_quoted(const struct px_token *token)
{
    return token->voice == PX_VOICE_DIRECT || token->voice == PX_VOICE_SCARE;
}

/* How many words from the run's first on are equal, up to `end` here and inside a paragraph there. */
static size_t equal_words(const struct px_compare_context *context, const struct run *run, size_t end)
{
    const struct words *here = run->here, *there = run->there;
    size_t n = 0;
    const struct px_article *other = context->articles[there->article];
    uint32_t block = other->sentences.items[token_of(context, there, run->other)->sentence].block;
    while (run->at + n < end && run->other + n < there->count &&
           here->folds[run->at + n] == there->folds[run->other + n] &&
           other->sentences.items[token_of(context, there, run->other + n)->sentence].block == block)
        n++;
    return n;
}

/* How many of the run's words stand between marks, on one side. */
static size_t count_quoted(const struct px_compare_context *context, const struct words *words, size_t at, size_t count)
{
    size_t quoted = 0;
    for (size_t i = at; i < at + count; i++)
        quoted += is_quoted(token_of(context, words, i));
    return quoted;
}

/* Does the word at `at` go on with the quotation of the one before it? A paragraph begins another. */
static bool goes_on(const struct px_compare_context *context, const struct words *words, size_t at)
{
    if (at == 0 || at >= words->count)
        return false;
    const struct px_token *token = token_of(context, words, at), *before = token_of(context, words, at - 1);
    const struct px_sentence *sentences = context->articles[words->article]->sentences.items;
    return is_quoted(before) && is_quoted(token) &&
           sentences[before->sentence].block == sentences[token->sentence].block;
}

/* Is the run all that stands between marks there? */
static bool is_whole(const struct px_compare_context *context, const struct words *words, size_t at, size_t count)
{
    return count_quoted(context, words, at, count) == count && !goes_on(context, words, at) &&
           !goes_on(context, words, at + count);
}

/* Who is known to make the statement; empty for nobody. */
static struct px_slice speaker_of(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    struct px_slice speaker = px_compare_speaker(context, article, attribution);
    return px_slice_starts(speaker, PX_SLICE("(")) ? (struct px_slice){NULL, 0} : speaker;
}

/* Whose the run's words are there, beside whose they are here: one speaker's, or another's for sure. */
static bool is_of_same(const struct px_compare_context *context, const struct run *run, bool *of_another)
{
    struct px_slice here = speaker_of(context, run->here->article, run->attribution);
    uint32_t other = token_of(context, run->there, run->other)->attribution;
    struct px_slice there = speaker_of(context, run->there->article, other);
    bool same = here.size > 0 && px_slice_equal(here, there);
    *of_another = here.size > 0 && there.size > 0 && !same;
    return same;
}

/* The words of one sentence around the one at `at` that stand between marks with it, or outside of them with it. */
static size_t words_around(const struct px_compare_context *context, const struct words *words, size_t at)
{
    const struct px_token *token = token_of(context, words, at);
    size_t first = at, end = at + 1;
    while (first > 0 && token_of(context, words, first - 1)->sentence == token->sentence &&
           is_quoted(token_of(context, words, first - 1)) == is_quoted(token))
        first--;
    while (end < words->count && token_of(context, words, end)->sentence == token->sentence &&
           is_quoted(token_of(context, words, end)) == is_quoted(token))
        end++;
    return end - first;
}

/* Moves the run to the next one close by, of FEW words or with a content word in front; false where there is none. */
static bool find_next(const struct px_compare_context *context, struct run *run, size_t end)
{
    struct run next = *run;
    for (size_t gap = 1; gap <= 2 * GAP; gap++)
        for (size_t i = gap < GAP ? 0 : gap - GAP; i <= gap && i <= GAP; i++) {
            next.at = run->at + run->count + i;
            next.other = run->other + run->count + gap - i;
            if (next.at >= end || next.other >= run->there->count ||
                (next.count = equal_words(context, &next, end)) == 0 ||
                (next.count < FEW && !px_compare_is_content(context, token_of(context, run->here, next.at))))
                continue;
            *run = next;
            return true;
        }
    return false;
}

/* What part the run and those that follow it close by are of what one of the articles has at either end of it. */
static double part_told(const struct px_compare_context *context, const struct run *run, size_t end)
{
    size_t told = run->count, least = SIZE_MAX;
    struct run next = *run;
    while (find_next(context, &next, end))
        told += next.count;
    for (size_t at = 0; at < run->count; at += run->count - 1) { /* its first word, and its last */
        size_t here = words_around(context, run->here, run->at + at);
        size_t there = words_around(context, run->there, run->other + at);
        least = here < least ? here : least;
        least = there < least ? there : least;
    }
    return (double)told / (double)least;
}

/* Is one of the words rare in the news? */
static bool is_telling(const struct px_compare_context *context, const struct words *words, size_t at, size_t count)
{
    for (size_t i = at; i < at + count; i++) {
        const struct px_token *token = token_of(context, words, i);
        if (px_compare_is_content(context, token) &&
            px_compare_idf(context, px_compare_form(context, token)->stem) >= TELLING)
            return true;
    }
    return false;
}

/* How the articles have a run. */
struct both {
    size_t quoted, quoted_there; /* its words between marks */
    bool same, of_another;       /* speaker, for sure */
    bool whole;                  /* is all that stands between marks, in one of them */
};

static struct both in_both(const struct px_compare_context *context, const struct run *run)
{
    struct both both = {.quoted = count_quoted(context, run->here, run->at, run->count),
                        .quoted_there = count_quoted(context, run->there, run->other, run->count),
                        .whole = is_whole(context, run->here, run->at, run->count) ||
                                 is_whole(context, run->there, run->other, run->count)};
    both.same = is_of_same(context, run, &both.of_another);
    return both;
}

/* Is a person known by name to make the statement? */
static bool is_named_person(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    const struct px_attribution *said = context->articles[article]->attributions.items + attribution;
    return said->speaker_kind == PX_SPEAKER_PERSON && said->entity != PX_NONE;
}

/* Is the run all of a quotation, which one article has of a body, and the other of somebody who may speak for it? */
static bool is_spokesman(const struct px_compare_context *context, const struct run *run, const struct both *both)
{
    return both->whole && run->count >= SEVERAL && both->quoted == run->count && both->quoted_there == run->count &&
           !(is_named_person(context, run->here->article, run->attribution) &&
             is_named_person(context, run->there->article, token_of(context, run->there, run->other)->attribution));
}

/* Is a run of less than MANY words enough of what is said? "No place for bigots" and "no place for the fees" are two sayings
 * of one speaker, and common words may be anybody's. */
static bool is_enough(const struct px_compare_context *context, const struct run *run, const struct both *both,
                      size_t end)
{
    if (both->of_another)
        return is_spokesman(context, run, both);
    double part = part_told(context, run, end);
    return part >= 0.5 &&
           (both->whole || is_telling(context, run->here, run->at, run->count) || (both->same && part >= 0.75));
}

/* Is the run the same saying in both articles? */
static bool is_saying(const struct px_compare_context *context, const struct run *run, size_t end)
{
    struct px_plain plain = {0};
    for (size_t i = 0; i < run->count; i++)
        px_plain_add(context, token_of(context, run->here, run->at + i), &plain);
    struct both both = in_both(context, run);
    bool all = both.quoted == run->count;
    if (run->count < MANY && !is_enough(context, run, &both, end))
        return false;
    if (plain.content == 0) /* "Well, who is it?" */
        return both.same && run->count > FEW && all && both.whole;
    if (run->count >= SEVERAL && (both.quoted >= FEW || both.same || run->count >= MANY))
        return px_plain_weight(&plain) >= (both.same && all ? 1 : CONTENT);
    if (!all || both.quoted_there + 1 < run->count || !both.same) /* "business as usual" is anybody's */
        return false;
    return plain.content >= CONTENT || both.whole;
}

/* The statements of an article that another one has, too: enum px_also. */
static uint8_t *also_in(const struct px_compare_context *context, const struct words *here, uint32_t attribution,
                        const struct words *there)
{
    return &context->comparison->sourcing.also[here->article][attribution * context->count + there->article];
}

/* The run is said in both articles: here, and in the statement that has its words there. */
static void note(const struct px_compare_context *context, const struct run *run)
{
    uint32_t other = token_of(context, run->there, run->other + run->count / 2)->attribution;
    *also_in(context, run->here, run->attribution, run->there) = PX_ALSO_PART;
    if (other != PX_NONE)
        *also_in(context, run->there, other, run->here) = PX_ALSO_PART;
}

/* Notes the runs of the words [first, end) that say the same there, one behind another. */
static void note_sayings(const struct px_compare_context *context, struct run run, size_t first, size_t end)
{
    for (size_t noted = 1; first + FEW <= end; first += noted, noted = 1) {
        uint32_t next = px_run_first(&run.there->starts, run.here->folds + first);
        for (int tries = 0; next != 0 && tries < MOST_TRIES; next = run.there->starts.next[next - 1], tries++) {
            run.at = first;
            run.other = next - 1;
            run.count = equal_words(context, &run, end);
            if (run.count < FEW || !is_saying(context, &run, end))
                continue;
            note(context, &run);
            noted = run.count > noted ? run.count : noted;
        }
    }
}

/* Are the run's words at that place of an article not of whom the statement here is of? A heading may quote them. */
static bool is_of_others(const struct px_compare_context *context, const struct run *run, const struct words *words,
                         size_t at)
{
    const struct px_article *article = context->articles[words->article];
    const struct px_token *token = token_of(context, words, at);
    for (size_t n = 0; n < run->count; n++)
        if (at + n >= words->count || words->folds[at + n] != run->here->folds[run->at + n])
            return false;
    bool heading = !px_role_is_paragraph(article->blocks.items[article->sentences.items[token->sentence].block].role);
    return !(heading && is_quoted(token)) && !px_slice_equal(speaker_of(context, run->here->article, run->attribution),
                                                             speaker_of(context, words->article, token->attribution));
}

/* Has anybody else the run's words, in either article? Linear in the articles. */
static bool is_anybodys(const struct px_compare_context *context, const struct run *run)
{
    const struct words *const both[] = {run->here, run->there};
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; at < both[i]->count; at++)
            if (is_of_others(context, run, both[i], at))
                return true;
    return false;
}

/* The article's first word at or behind the byte. */
static size_t word_at(const struct px_compare_context *context, const struct words *words, uint32_t byte)
{
    return px_numbers_from(words->tokens, sizeof *words->tokens, words->count,
                           px_compare_token_at(context->articles[words->article], byte));
}

/* Do the words [first, end) stand between marks at that word there? */
static bool is_quoted_at(const struct px_compare_context *context, const struct words *here, size_t first, size_t end,
                         const struct words *there, size_t at)
{
    size_t n = 0;
    while (first + n < end && at + n < there->count && here->folds[first + n] == there->folds[at + n] &&
           is_quoted(token_of(context, there, at + n)))
        n++;
    return first + n == end;
}

/* Do the words [first, end) stand between marks anywhere there? Linear in the other article where they are less than
 * FEW. */
static bool is_quoted_there(const struct px_compare_context *context, const struct words *here, size_t first,
                            size_t end, const struct words *there)
{
    if (end - first < FEW) {
        for (size_t at = 0; at < there->count; at++)
            if (is_quoted_at(context, here, first, end, there, at))
                return true;
        return false;
    }
    uint32_t next = px_run_first(&there->starts, here->folds + first);
    while (next != 0 && !is_quoted_at(context, here, first, end, there, next - 1))
        next = there->starts.next[next - 1];
    return next != 0;
}

/* Has the other article all of the words [first, end) that stand between marks, a sentence at a time, as quotations? */
static bool has_all(const struct px_compare_context *context, const struct words *here, size_t first, size_t end,
                    const struct words *there)
{
    while (first < end) {
        size_t next = first;
        uint32_t sentence = token_of(context, here, first)->sentence;
        while (next < end && is_quoted(token_of(context, here, next)) &&
               token_of(context, here, next)->sentence == sentence)
            next++;
        if (next > first && !is_quoted_there(context, here, first, next, there))
            return false;
        first = next > first ? next : next + 1;
    }
    return true;
}

/* Notes less than FEW words that stand alone between marks, and are quoted of the same speaker there. */
static void note_words(const struct px_compare_context *context, struct run run, size_t first, size_t end)
{
    for (run.at = first; run.at < end; run.at += run.count) {
        run.count = 1;
        if (!is_quoted(token_of(context, run.here, run.at)))
            continue;
        while (run.at + run.count < end && goes_on(context, run.here, run.at + run.count))
            run.count++;
        if (run.count >= FEW || !is_whole(context, run.here, run.at, run.count) ||
            !is_telling(context, run.here, run.at, run.count) || is_anybodys(context, &run))
            continue;
        bool of_another = false;
        for (run.other = 0; run.other < run.there->count; run.other++)
            if (is_quoted_at(context, run.here, run.at, run.at + run.count, run.there, run.other) &&
                is_of_same(context, &run, &of_another))
                note(context, &run);
    }
}

/* Notes what the statement and those of the other article have in common. */
static void note_statement(const struct px_compare_context *context, const struct words *here, uint32_t attribution,
                           const struct words *there)
{
    const struct px_spans *content = &context->articles[here->article]->attributions.items[attribution].content;
    struct run run = {.here = here, .there = there, .attribution = attribution};
    for (size_t c = 0; c < content->count; c++) {
        size_t first = word_at(context, here, content->items[c].start),
               end = word_at(context, here, content->items[c].end);
        note_sayings(context, run, first, end);
        note_words(context, run, first, end);
    }
}

/* Has the other article all that the statement quotes? */
static bool is_all_there(const struct px_compare_context *context, const struct words *here, uint32_t attribution,
                         const struct words *there)
{
    const struct px_spans *content = &context->articles[here->article]->attributions.items[attribution].content;
    bool all = true;
    for (size_t c = 0; all && c < content->count; c++)
        all = has_all(context, here, word_at(context, here, content->items[c].start),
                      word_at(context, here, content->items[c].end), there);
    return all;
}

/* Whose words another article has, by whatever name or none, is not absent there. False when memory is out. */
static bool mark_heard(struct px_compare_context *context, size_t article)
{
    struct px_comparison *comparison = context->comparison;
    const uint8_t *also = comparison->sourcing.also[article];
    size_t count = context->articles[article]->attributions.count;
    uint32_t *heard = px_arena_array(&context->scratch, uint32_t, count + 1); /* by name shown: a bit an article */
    struct px_table names = {0};
    bool fine = heard != NULL;
    for (size_t i = 0; fine && i < count; i++) {
        struct px_slice shown = comparison->speakers[article][i].shown;
        uint32_t name = shown.size == 0 ? PX_NONE : px_table_borrow(&names, shown, NULL);
        fine = shown.size == 0 || name != PX_NONE;
        for (size_t b = 0; name != PX_NONE && b < context->count; b++)
            heard[name] |= (uint32_t)(also[i * context->count + b] != PX_ALSO_NONE) << b;
    }
    for (size_t i = 0; fine && i < comparison->sourcing.sources.count; i++) {
        struct px_source *source = &comparison->sourcing.sources.items[i];
        uint32_t name = source->statements[article] > 0 ? px_table_find(&names, source->shown) : PX_NONE;
        for (size_t b = 0; name != PX_NONE && b < context->count; b++)
            source->absent[b] = source->absent[b] && (heard[name] >> b & 1) == 0;
    }
    px_table_release(&names);
    return fine;
}

enum px_status px_compare_also(struct px_compare_context *context, struct px_error *error)
{
    struct words *words = px_arena_array(&context->scratch, struct words, context->count);
    uint8_t **also = px_arena_array(&context->comparison->arena, uint8_t *, context->count);
    bool fine = words != NULL && also != NULL;
    for (size_t a = 0; fine && a < context->count; a++) {
        size_t count = context->articles[a]->attributions.count * context->count;
        also[a] = px_arena_array(&context->comparison->arena, uint8_t, count + 1);
        fine = also[a] != NULL && read_words(context, a, &words[a]);
    }
    context->comparison->sourcing.also = fine ? also : NULL;
    for (size_t a = 0; fine && a < context->count; a++)
        for (uint32_t i = 0; i < context->articles[a]->attributions.count; i++)
            for (size_t b = 0; b < context->count; b++)
                if (b != a)
                    note_statement(context, &words[a], i, &words[b]);
    for (size_t a = 0; fine && a < context->count; a++) {
        for (uint32_t i = 0; i < context->articles[a]->attributions.count; i++)
            for (size_t b = 0; b < context->count; b++)
                if (*also_in(context, &words[a], i, &words[b]) == PX_ALSO_PART &&
                    is_all_there(context, &words[a], i, &words[b]))
                    *also_in(context, &words[a], i, &words[b]) = PX_ALSO_WHOLE;
        fine = mark_heard(context, a);
    }
    return fine ? PX_OK : px_no_memory(error);
}
