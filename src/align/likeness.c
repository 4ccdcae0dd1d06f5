/* How alike two sentences of different articles are: the share of their words that both have (Dice 1945), a word weighed
 * by how rare it is in news and in the articles, and as if each said UNSAID more, so that it takes more than a word that
 * two short ones share. What stands in offices and in the names of persons, bodies and places weighs NAMED of that: whom
 * they name tells less of a matter than what they say, while a law or a storm is a matter. LISTED of it weighs what a list
 * of several items has in more than one article, "gulls, terns, auks and skuas": that is one thing. On the pairs of told.c
 * it ranks those that tell the same with an average precision of .54. */
#include "align/likeness.h"

#include <math.h>

enum { LIST_LEAST = 4 }; /* items: of three and fewer many are a list of what happened */
#define UNSAID 6.0
#define UNSAID_TELLING 40.0 /* where what two long sentences share in part counts for more than all of two short ones */
#define LISTED 0.3
#define NAMED 0.4
#define DAY_IDF 5.0 /* news is full of days; but two sentences that have one may well tell of one deed */

/* The words of the sentences of an article: each word of a sentence once, sentence after sentence. */
struct sentences {
    uint32_t *words;
    uint32_t *ends;  /* [sentences] behind its last word */
    double *weights; /* [sentences] of all its words */
};

struct px_likeness {
    const struct px_compare_context *context;
    struct sentences *of; /* [articles] */
    double *weights;      /* [words of the index] */
    bool *named;          /* [words of the index] it stands in a name, a title or an office: "foreign minister" */
    uint32_t *listed;     /* [words of the index] articles that have it as an item of a list: "dogs, cats and mice" */
    bool *day;            /* [words of the index] it is a day of the week */
    uint32_t *held;       /* [words] the mark of the sentence last held against others, of those that have the word */
    uint32_t mark;        /* of that sentence; no two have one */
    size_t article;       /* of the sentence that the mark is of */
    uint32_t sentence;
};

static uint32_t first_word(const struct sentences *of, uint32_t sentence)
{
    return sentence == 0 ? 0 : of->ends[sentence - 1];
}

static bool is_day(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, "quantity.day") != NULL;
}

/* Lists the words of the article's sentences, and counts for each word in how many it stands. `seen` is room for a mark
 * a word, of the last sentence that has it. */
static void list_words(struct px_likeness *likeness, size_t a, uint32_t *seen)
{
    const struct px_article *article = likeness->context->articles[a];
    struct sentences *of = &likeness->of[a];
    uint32_t count = 0;
    for (uint32_t s = 0; s < article->sentences.count; s++) {
        const struct px_sentence *at = &article->sentences.items[s];
        likeness->mark++;
        for (uint32_t t = px_compare_token_at(article, at->start);
             t < article->tokens.count && article->tokens.items[t].start < at->end; t++) {
            uint32_t word = likeness->context->index.of[a][t];
            if (word == PX_NONE || seen[word] == likeness->mark)
                continue;
            seen[word] = likeness->mark;
            if (likeness->weights[word]++ == 0)
                likeness->day[word] = is_day(likeness->context, article, t);
            of->words[count++] = word;
        }
        of->ends[s] = count;
    }
}

/* What the words of the sentence weigh; of those alone that the sentence held against others has, too, if `held` is its
 * mark and not 0. */
static double weigh(const struct px_likeness *likeness, size_t a, uint32_t sentence, uint32_t held)
{
    const struct sentences *of = &likeness->of[a];
    double sum = 0;
    for (uint32_t i = first_word(of, sentence); i < of->ends[sentence]; i++)
        sum += held == 0 || likeness->held[of->words[i]] == held ? likeness->weights[of->words[i]] : 0;
    return sum;
}

/* Marks in `named` the words of the tokens. */
static void mark(const struct px_compare_context *context, size_t a, uint32_t first, uint32_t count, bool *named)
{
    for (uint32_t t = first; t < first + count; t++)
        if (context->index.of[a][t] != PX_NONE)
            named[context->index.of[a][t]] = true;
}

/* Marks the words that stand in names but of things, or tell whom they mean: in titles, offices and the names of lands and
 * peoples. */
static void mark_names(const struct px_compare_context *context, size_t a, bool *named)
{
    const struct px_article *article = context->articles[a];
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].form == PX_MENTION_NAME &&
            article->entities.items[article->mentions.items[m].entity].kind != PX_ENTITY_OTHER)
            mark(context, a, article->mentions.items[m].first_token, article->mentions.items[m].token_count, named);
    for (size_t h = 0; h < article->hits.count; h++) {
        const struct px_hit *hit = &article->hits.items[h];
        if (hit->lexicon == PX_LEXICON_TITLES || hit->lexicon == PX_LEXICON_ROLES ||
            hit->lexicon == PX_LEXICON_DEMONYMS)
            mark(context, a, hit->first_token, hit->token_count, named);
    }
}

/* The token behind a comma, a coordinator or both that follow the token, where the next item of a list may stand: "dogs,
 * cats, *and* mice"; PX_NONE where none does. */
static uint32_t behind_item(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_tokens *tokens = &article->tokens;
    uint32_t next = token + 1;
    bool comma = next < tokens->count &&
                 px_slice_is(px_slice_part(article->text, tokens->items[next].start, tokens->items[next].end), ",");
    next += comma;
    if (next < tokens->count && px_compare_is_class(context, article, next, "grammar.coordinator"))
        return next + 1;
    return comma ? next : PX_NONE;
}

/* Counts for the words of lists of LIST_LEAST items or more, a word each, one more article that has them: what stands
 * together in several is one thing. `seen`: the last article that has the word so, from 1. */
static void mark_lists(const struct px_compare_context *context, size_t a, uint32_t *listed, uint32_t *seen)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t t = 0; t < article->tokens.count;) {
        uint32_t items = 1, last = t, next;
        while (context->index.of[a][last] != PX_NONE && (next = behind_item(context, article, last)) != PX_NONE &&
               next < article->tokens.count && context->index.of[a][next] != PX_NONE) {
            last = next;
            items++;
        }
        for (uint32_t i = t; items >= LIST_LEAST && i <= last; i++)
            if (context->index.of[a][i] != PX_NONE && seen[context->index.of[a][i]] != a + 1) {
                listed[context->index.of[a][i]]++;
                seen[context->index.of[a][i]] = (uint32_t)a + 1;
            }
        t = last + 1;
    }
}

/* A word weighs less the more sentences have it: ln((n + 1) / f) / ln(n + 1) of what it does in news. */
static bool weigh_words(struct px_likeness *likeness, struct px_arena *scratch)
{
    const struct px_compare_context *context = likeness->context;
    bool *named = likeness->named;
    uint32_t *seen = px_arena_array(scratch, uint32_t, context->index.count);
    double all = 1;
    if (seen == NULL)
        return false;
    for (size_t a = 0; a < context->count; a++) {
        all += (double)context->articles[a]->sentences.count;
        mark_names(context, a, named);
        mark_lists(context, a, likeness->listed, seen);
    }
    for (uint32_t w = 0; w < context->index.count; w++)
        if (likeness->weights[w] > 0)
            likeness->weights[w] = (likeness->day[w] ? DAY_IDF : context->index.idf[w]) *
                                   log(all / likeness->weights[w]) / log(all) *
                                   (named[w]                  ? NAMED
                                    : likeness->listed[w] > 1 ? LISTED
                                                              : 1);
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t s = 0; s < context->articles[a]->sentences.count; s++)
            likeness->of[a].weights[s] = weigh(likeness, a, s, 0);
    return true;
}

struct px_likeness *px_likeness_new(struct px_compare_context *context)
{
    struct px_arena *scratch = &context->scratch;
    struct px_likeness *likeness = px_arena_array(scratch, struct px_likeness, 1);
    uint32_t *seen = px_arena_array(scratch, uint32_t, context->index.count);
    if (likeness == NULL || seen == NULL)
        return NULL;
    likeness->context = context;
    likeness->sentence = PX_NONE;
    likeness->of = px_arena_array(scratch, struct sentences, context->count);
    likeness->weights = px_arena_array(scratch, double, context->index.count);
    likeness->held = px_arena_array(scratch, uint32_t, context->index.count);
    likeness->named = px_arena_array(scratch, bool, context->index.count);
    likeness->listed = px_arena_array(scratch, uint32_t, context->index.count);
    likeness->day = px_arena_array(scratch, bool, context->index.count);
    if (likeness->of == NULL || likeness->weights == NULL || likeness->held == NULL || likeness->named == NULL ||
        likeness->day == NULL || likeness->listed == NULL)
        return NULL;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        likeness->of[a] = (struct sentences){px_arena_array(scratch, uint32_t, article->tokens.count),
                                             px_arena_array(scratch, uint32_t, article->sentences.count),
                                             px_arena_array(scratch, double, article->sentences.count)};
        if (likeness->of[a].words == NULL || likeness->of[a].ends == NULL || likeness->of[a].weights == NULL)
            return NULL;
        list_words(likeness, a, seen);
    }
    return weigh_words(likeness, scratch) ? likeness : NULL;
}

/* Marks the words of the sentence, if they are not those that are marked. */
static void hold(struct px_likeness *likeness, size_t a, uint32_t sentence)
{
    const struct sentences *of = &likeness->of[a];
    if (likeness->sentence == sentence && likeness->article == a)
        return;
    likeness->article = a;
    likeness->sentence = sentence;
    likeness->mark++;
    for (uint32_t w = first_word(of, sentence); w < of->ends[sentence]; w++)
        likeness->held[of->words[w]] = likeness->mark;
}

/* With so much unsaid in each. */
static double share(struct px_likeness *likeness, size_t a, uint32_t one, size_t b, uint32_t other, double unsaid)
{
    hold(likeness, a, one);
    return 2 * weigh(likeness, b, other, likeness->mark) /
           (likeness->of[a].weights[one] + likeness->of[b].weights[other] + 2 * unsaid);
}

double px_likeness_of(struct px_likeness *likeness, size_t a, uint32_t one, size_t b, uint32_t other)
{
    return share(likeness, a, one, b, other, UNSAID);
}

double px_likeness_telling(struct px_likeness *likeness, size_t a, uint32_t one, size_t b, uint32_t other)
{
    return share(likeness, a, one, b, other, UNSAID_TELLING);
}

/* The block of the article's paragraph. */
static const struct px_block *block_of(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    return &context->articles[a]->blocks.items[context->paragraphs[a].blocks[paragraph]];
}

static uint32_t sentences_held(const struct px_block *block)
{
    return block->sentence_count < PX_LIKENESS_MOST ? block->sentence_count : PX_LIKENESS_MOST;
}

double px_likeness_of_paragraphs(const struct px_compare_context *context, size_t a, uint32_t one, size_t b,
                                 uint32_t other)
{
    const struct px_block *x = block_of(context, a, one), *y = block_of(context, b, other);
    uint32_t end_x = x->first_sentence + sentences_held(x), end_y = y->first_sentence + sentences_held(y);
    double most = 0;
    for (uint32_t s = x->first_sentence; s < end_x; s++)
        for (uint32_t t = y->first_sentence; t < end_y; t++)
            most = fmax(most, px_likeness_of(context->likeness, a, s, b, t));
    return most;
}

/* Gives the words of all sentences of the block a new mark; what they weigh, each once, and what those of them do that had
 * the mark `before`. */
static struct px_common hold_block(struct px_likeness *likeness, size_t a, const struct px_block *block,
                                   uint32_t before)
{
    const struct sentences *of = &likeness->of[a];
    struct px_common shared = {0};
    uint32_t end = first_word(of, block->first_sentence + block->sentence_count);
    likeness->sentence = PX_NONE;
    likeness->mark++;
    for (uint32_t w = first_word(of, block->first_sentence); w < end; w++) {
        uint32_t word = of->words[w];
        if (likeness->held[word] == likeness->mark)
            continue;
        bool both = likeness->held[word] == before;
        shared.weight += both ? likeness->weights[word] : 0;
        shared.matter |= both && !likeness->named[word];
        shared.least += likeness->weights[word];
        likeness->held[word] = likeness->mark;
    }
    return shared;
}

struct px_common px_likeness_common(const struct px_compare_context *context, size_t a, uint32_t one, size_t b,
                                    uint32_t other)
{
    struct px_likeness *likeness = context->likeness;
    double weight = hold_block(likeness, a, block_of(context, a, one), 0).least;
    struct px_common shared = hold_block(likeness, b, block_of(context, b, other), likeness->mark);
    shared.least = fmin(shared.least, weight);
    return shared;
}
