/* Which of a statement's words another article has, too: some of those between marks, or the same of the same speaker. What
 * articles share beside that, a name or the matter in short, is nothing that both quote. */
#include "base/table.h"
#include "contrast/sourcing_run.h"

enum {
    SEVERAL = 5,     /* of one that may stand anywhere, */
    MANY = 8,        /* and of one that is the same saying, whomever an article takes for its speaker */
    MOST_TRIES = 16, /* places of one beginning */
    CONTENT = 2,     /* plain content words of a run that is not all of a quotation */
    GAP = 3          /* words that one of two quotations of a sentence may have between equal ones */
};

/* How many words from the run's first on are equal, up to `end` here and inside a paragraph there. */
static size_t equal_words(const struct px_compare_context *context, const struct px_also_run *run, size_t end)
{
    const struct px_also_words *here = run->here, *there = run->there;
    size_t n = 0;
    const struct px_article *other = context->articles[there->article];
    uint32_t block = other->sentences.items[px_also_token(context, there, run->other)->sentence].block;
    while (run->at + n < end && run->other + n < there->count &&
           here->folds[run->at + n] == there->folds[run->other + n] &&
           other->sentences.items[px_also_token(context, there, run->other + n)->sentence].block == block)
        n++;
    return n;
}

/* The words of one sentence around the one at `at` that stand between marks with it, or outside of them with it. */
static size_t words_around(const struct px_compare_context *context, const struct px_also_words *words, size_t at)
{
    const struct px_token *token = px_also_token(context, words, at);
    size_t first = at, end = at + 1;
    while (first > 0 && px_also_token(context, words, first - 1)->sentence == token->sentence &&
           px_also_is_quoted(px_also_token(context, words, first - 1)) == px_also_is_quoted(token))
        first--;
    while (end < words->count && px_also_token(context, words, end)->sentence == token->sentence &&
           px_also_is_quoted(px_also_token(context, words, end)) == px_also_is_quoted(token))
        end++;
    return end - first;
}

/* Moves the run to the next one close by, of PX_ALSO_FEW words or with a content word in front; false where there is
 * none. */
static bool find_next(const struct px_compare_context *context, struct px_also_run *run, size_t end)
{
    struct px_also_run next = *run;
    for (size_t gap = 1; gap <= 2 * GAP; gap++)
        for (size_t i = gap < GAP ? 0 : gap - GAP; i <= gap && i <= GAP; i++) {
            next.at = run->at + run->count + i;
            next.other = run->other + run->count + gap - i;
            if (next.at >= end || next.other >= run->there->count ||
                (next.count = equal_words(context, &next, end)) == 0 ||
                (next.count < PX_ALSO_FEW &&
                 !px_compare_is_content(context, px_also_token(context, run->here, next.at))))
                continue;
            *run = next;
            return true;
        }
    return false;
}

/* What part the run and those that follow it close by are of what one of the articles has at either end of it. */
static double part_told(const struct px_compare_context *context, const struct px_also_run *run, size_t end)
{
    size_t told = run->count, least = SIZE_MAX;
    struct px_also_run next = *run;
    while (find_next(context, &next, end))
        told += next.count;
    for (size_t last = 0; last < 2; last++) { /* its first word, and its last */
        size_t at = last * (run->count - 1);
        size_t here = words_around(context, run->here, run->at + at);
        size_t there = words_around(context, run->there, run->other + at);
        least = here < least ? here : least;
        least = there < least ? there : least;
    }
    return (double)told / (double)least;
}

/* How the articles have a run. */
struct both {
    size_t quoted, quoted_there; /* its words between marks */
    bool same, of_another;       /* speaker, for sure */
    bool whole;                  /* is all that stands between marks, in one of them */
};

static struct both in_both(const struct px_compare_context *context, const struct px_also_run *run)
{
    struct both both = {.quoted = px_also_count_quoted(context, run->here, run->at, run->count),
                        .quoted_there = px_also_count_quoted(context, run->there, run->other, run->count),
                        .whole = px_also_is_whole(context, run->here, run->at, run->count) ||
                                 px_also_is_whole(context, run->there, run->other, run->count)};
    both.same = px_also_is_of_same(context, run, &both.of_another);
    return both;
}

/* Is a person known by name to make the statement? */
static bool is_named_person(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    const struct px_attribution *said = context->articles[article]->attributions.items + attribution;
    return said->speaker_kind == PX_SPEAKER_PERSON && said->entity != PX_NONE;
}

/* Is the run all of a quotation, which one article has of a body, and the other of somebody who may speak for it? */
static bool is_spokesman(const struct px_compare_context *context, const struct px_also_run *run,
                         const struct both *both)
{
    return both->whole && run->count >= SEVERAL && both->quoted == run->count && both->quoted_there == run->count &&
           !(is_named_person(context, run->here->article, run->attribution) &&
             is_named_person(context, run->there->article,
                             px_also_token(context, run->there, run->other)->attribution));
}

/* Is a run of less than MANY words enough of what is said? "No place for bigots" and "no place for the fees" are two sayings
 * of one speaker, and common words may be anybody's. */
static bool is_enough(const struct px_compare_context *context, const struct px_also_run *run, const struct both *both,
                      size_t end)
{
    if (both->of_another)
        return is_spokesman(context, run, both);
    double part = part_told(context, run, end);
    return part >= 0.5 &&
           (both->whole || px_also_is_telling(context, run->here, run->at, run->count) || (both->same && part >= 0.75));
}

/* Is the run the same saying in both articles? */
static bool is_saying(const struct px_compare_context *context, const struct px_also_run *run, size_t end)
{
    struct px_plain plain = {0};
    for (size_t i = 0; i < run->count; i++)
        px_plain_add(context, px_also_token(context, run->here, run->at + i), &plain);
    struct both both = in_both(context, run);
    bool all = both.quoted == run->count;
    if (run->count < MANY && !is_enough(context, run, &both, end))
        return false;
    if (plain.content == 0) /* "Well, who is it?" */
        return both.same && run->count > PX_ALSO_FEW && all && both.whole;
    if (run->count >= SEVERAL && (both.quoted >= PX_ALSO_FEW || both.same || run->count >= MANY))
        return px_plain_weight(&plain) >= (both.same && all ? 1 : CONTENT);
    if (!all || both.quoted_there + 1 < run->count || !both.same) /* "business as usual" is anybody's */
        return false;
    return plain.content >= CONTENT || both.whole;
}

/* Notes the runs of the words [first, end) that say the same there, one behind another. */
static void note_sayings(const struct px_compare_context *context, struct px_also_run run, size_t first, size_t end)
{
    for (size_t noted = 1; first + PX_ALSO_FEW <= end; first += noted, noted = 1) {
        uint32_t next = px_run_first(&run.there->few, run.here->folds + first);
        for (int tries = 0; next != 0 && tries < MOST_TRIES; next = run.there->few.next[next - 1], tries++) {
            run.at = first;
            run.other = next - 1;
            run.count = equal_words(context, &run, end);
            if (run.count < PX_ALSO_FEW || !is_saying(context, &run, end))
                continue;
            px_also_note(context, &run);
            noted = run.count > noted ? run.count : noted;
        }
    }
}

/* The article's first word at or behind the byte. */
static size_t word_at(const struct px_compare_context *context, const struct px_also_words *words, uint32_t byte)
{
    return px_numbers_from(words->tokens, sizeof *words->tokens, words->count,
                           px_compare_token_at(context->articles[words->article], byte));
}

/* Do the words [first, end) stand between marks anywhere there? */
static bool is_quoted_there(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                            size_t end, const struct px_also_words *there)
{
    const struct px_run_starts *starts = px_also_starts(there, end - first);
    uint32_t next = px_run_first(starts, here->folds + first);
    while (next != 0 && !px_also_is_quoted_at(context, here, first, end, there, next - 1))
        next = starts->next[next - 1];
    return next != 0;
}

/* The words of a statement that stand between marks, and those of them that no quotation of the other article has. */
struct lacking {
    size_t quoted, words;
    size_t content, content_words; /* of them, those that tell something */
    bool torn;                     /* a sentence of them stands there in pieces, if at all */
};

/* How many of the words [first, end) from the first on stand between marks there, in a run of at least PX_ALSO_FEW. */
static size_t longest_there(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                            size_t end, const struct px_also_words *there)
{
    size_t longest = PX_ALSO_FEW - 1;
    if (end - first < PX_ALSO_FEW)
        return 0;
    uint32_t next = px_run_first(&there->few, here->folds + first);
    for (int tries = 0; next != 0 && tries < MOST_TRIES; next = there->few.next[next - 1], tries++)
        while (first + longest < end &&
               px_also_is_quoted_at(context, here, first, first + longest + 1, there, next - 1))
            longest++;
    return longest < PX_ALSO_FEW ? 0 : longest;
}

/* Adds the words [first, end), a sentence's between marks. */
static void add_lacking(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                        size_t end, const struct px_also_words *there, struct lacking *lacking)
{
    bool all = is_quoted_there(context, here, first, end, there);
    lacking->torn |= !all;
    for (size_t i = first, had = first; i < end; i++) {
        bool tells = px_compare_is_content(context, px_also_token(context, here, i));
        had = i < had ? had : i + (all ? end - i : longest_there(context, here, i, end, there));
        lacking->quoted++;
        lacking->content += tells;
        lacking->words += i == had;
        lacking->content_words += tells && i == had;
    }
}

/* Adds those of the words [first, end) that stand between marks, a sentence at a time. */
static void find_lacking(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                         size_t end, const struct px_also_words *there, struct lacking *lacking)
{
    while (first < end) {
        size_t next = first;
        uint32_t sentence = px_also_token(context, here, first)->sentence;
        while (next < end && px_also_is_quoted(px_also_token(context, here, next)) &&
               px_also_token(context, here, next)->sentence == sentence)
            next++;
        if (next > first)
            add_lacking(context, here, first, next, there, lacking);
        first = next > first ? next : next + 1;
    }
}

/* Notes what the statement and those of the other article have in common. */
static void note_statement(const struct px_compare_context *context, const struct px_also_words *here,
                           uint32_t attribution, const struct px_also_words *there)
{
    const struct px_spans *content = &context->articles[here->article]->attributions.items[attribution].content;
    struct px_also_run run = {.here = here, .there = there, .attribution = attribution};
    for (size_t c = 0; c < content->count; c++) {
        size_t first = word_at(context, here, content->items[c].start),
               end = word_at(context, here, content->items[c].end);
        note_sayings(context, run, first, end);
        px_also_note_short(context, run, first, end);
    }
}

/* How much of what the statement quotes the other article has, which has some of it. */
static uint8_t part_there(const struct px_compare_context *context, const struct px_also_words *here,
                          uint32_t attribution, const struct px_also_words *there)
{
    enum { ONE_IN = 3 };
    const struct px_spans *content = &context->articles[here->article]->attributions.items[attribution].content;
    struct lacking lacking = {0};
    for (size_t c = 0; c < content->count; c++)
        find_lacking(context, here, word_at(context, here, content->items[c].start),
                     word_at(context, here, content->items[c].end), there, &lacking);
    if (!lacking.torn)
        return PX_ALSO_WHOLE;
    bool few = lacking.words * ONE_IN <= lacking.quoted && lacking.content_words * ONE_IN < lacking.content;
    return few ? PX_ALSO_MOSTLY : PX_ALSO_PART;
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
    struct px_also_words *words = px_arena_array(&context->scratch, struct px_also_words, context->count);
    uint8_t **also = px_arena_array(&context->comparison->arena, uint8_t *, context->count);
    bool fine = words != NULL && also != NULL;
    for (size_t a = 0; fine && a < context->count; a++) {
        size_t count = context->articles[a]->attributions.count * context->count;
        also[a] = px_arena_array(&context->comparison->arena, uint8_t, count + 1);
        fine = also[a] != NULL && px_also_read(context, a, &words[a]);
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
                if (*px_also_in(context, &words[a], i, &words[b]) == PX_ALSO_PART)
                    *px_also_in(context, &words[a], i, &words[b]) = part_there(context, &words[a], i, &words[b]);
        fine = mark_heard(context, a);
    }
    return fine ? PX_OK : px_no_memory(error);
}
