#include "align/telling.h"

#include <math.h>
#include <stdlib.h>

/* Kinds of keys, in their highest bits, so that none is taken for another. */
enum { WORD = 0, REFERENT = 1, KIND = 2, NUMBER = 3, KIND_SHIFT = 30, SMALL = 10, LARGE = 100 };

#define NEIGHBOUR 0.5
#define NAME_WEIGHT 1.2 /* times ln((sentences + 1) / (sentences that name it + 1)), and 1 at least */

static uint32_t key_of(uint32_t kind, uint32_t id)
{
    return kind << KIND_SHIFT | (id & ((1u << KIND_SHIFT) - 1));
}

/* ---- keys of an article ---- */

static uint32_t number_key(double value)
{
    return value >= 0 && value < 1e9 && value == floor(value) ? key_of(NUMBER, (uint32_t)value) : PX_NONE;
}

/* "1,400" is 1400. */
static uint32_t key_of_digits(struct px_slice text)
{
    char digits[16];
    size_t size = 0;
    double value;
    for (size_t i = 0; i < text.size && size < sizeof digits; i++)
        if (text.data[i] != ',')
            digits[size++] = text.data[i];
    return px_slice_number((struct px_slice){digits, size}, &value) ? number_key(value) : PX_NONE;
}

/* The next number of a word, from `rest` on: of "134-to-63" and "242-190" each; PX_NONE behind the last. */
static uint32_t next_number(struct px_slice *rest)
{
    struct px_slice piece;
    uint32_t key = PX_NONE;
    while (key == PX_NONE && px_slice_next(rest, '-', &piece))
        key = key_of_digits(piece);
    return key;
}

/* What a lexicon's hit says of its tokens: the kind of event, the number; PX_NONE for all others. */
static uint32_t key_of_hit(const struct px_compare_context *context, const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_EVENTS && hit->lexicon != PX_LEXICON_NUMBERS)
        return PX_NONE;
    const struct px_entry *entry = px_resources_entry(context->worker->resources, hit);
    if (hit->lexicon == PX_LEXICON_NUMBERS)
        return number_key(entry->weight);
    return px_slice_starts(entry->category, PX_SLICE("event.kind.")) ||
                   px_slice_starts(entry->category, PX_SLICE("event.deed."))
               ? key_of(KIND, (uint32_t)px_slice_hash(entry->category))
               : PX_NONE;
}

/* ---- an article's sentences ---- */

static bool add_place(struct px_compare_context *context, struct px_tellings *tellings, uint32_t key, uint32_t token)
{
    const struct px_token *at = &tellings->article->tokens.items[token];
    struct px_place *place =
        key == PX_NONE || at->sentence == PX_NONE ? NULL : px_vector_push(&tellings->places, &context->scratch);
    if (place != NULL)
        *place = (struct px_place){key, at->sentence, at->attribution != PX_NONE};
    return key == PX_NONE || at->sentence == PX_NONE || place != NULL;
}

static bool add_words(struct px_compare_context *context, size_t a, struct px_tellings *tellings)
{
    const struct px_article *article = tellings->article;
    bool done = true;
    for (uint32_t t = 0; done && t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        const struct px_form *form = px_compare_form(context, token);
        if (context->index.of[a][t] == PX_NONE)
            continue;
        done = add_place(context, tellings, key_of(WORD, form->root), t);
        struct px_slice text = px_slice_part(article->text, token->start, token->end);
        for (uint32_t key = form->digits ? next_number(&text) : PX_NONE; done && key != PX_NONE;
             key = next_number(&text))
            done = add_place(context, tellings, key, t);
    }
    for (size_t h = 0; done && h < article->hits.count; h++)
        done = add_place(context, tellings, key_of_hit(context, &article->hits.items[h]),
                         article->hits.items[h].first_token);
    return done;
}

/* The root of a lemma that no form of the article need have: "sought" is of "seek". */
static uint32_t key_of_lemma(const struct px_compare_context *context, struct px_slice lemma)
{
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, lemma);
    return form == PX_NONE ? PX_NONE : key_of(WORD, px_vocabulary_form(context->worker->vocabulary, form)->root);
}

static bool add_meanings(struct px_compare_context *context, size_t a, struct px_tellings *tellings)
{
    const struct px_article *article = tellings->article;
    bool done = true;
    for (size_t e = 0; done && e < article->events.count; e++)
        done = add_place(context, tellings, key_of_lemma(context, article->events.items[e].lemma),
                         article->events.items[e].token);
    for (size_t m = 0; done && m < article->mentions.count; m++) {
        uint32_t referent = px_compare_referent(context, a, article->mentions.items[m].entity);
        if (referent != PX_NONE)
            done = add_place(context, tellings, key_of(REFERENT, referent), article->mentions.items[m].first_token);
    }
    return done;
}

/* The key's place among the bits of a sieve. */
static uint32_t bit_of(uint32_t key)
{
    return key * 2654435769u >> 24;
}

static void put_through(const struct px_tellings *tellings)
{
    for (size_t i = 0; i < tellings->places.count; i++) {
        uint32_t bit = bit_of(tellings->places.items[i].key);
        tellings->sieves[tellings->places.items[i].sentence].bits[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

static int by_key(const void *a, const void *b)
{
    const struct px_place *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->sentence != y->sentence)
        return x->sentence < y->sentence ? -1 : 1;
    return x->spoken - y->spoken;
}

/* Reads the article's sentences: O(n log n). */
static enum px_status read_article(struct px_compare_context *context, size_t article, struct px_tellings *tellings,
                                   struct px_error *error)
{
    *tellings = (struct px_tellings){.article = context->articles[article]};
    tellings->signs = px_arena_array(&context->scratch, uint32_t, tellings->article->sentences.count + 1);
    tellings->sieves = px_arena_array(&context->scratch, struct px_sieve, tellings->article->sentences.count + 1);
    if (tellings->signs == NULL || tellings->sieves == NULL || !add_words(context, article, tellings) ||
        !add_meanings(context, article, tellings))
        return px_no_memory(error);
    struct px_place *items = tellings->places.items;
    size_t kept = 0;
    if (tellings->places.count > 1)
        qsort(items, tellings->places.count, sizeof *items, by_key);
    for (size_t i = 0; i < tellings->places.count; i++)
        if (kept == 0 || by_key(&items[kept - 1], &items[i]) != 0)
            items[kept++] = items[i];
    tellings->places.count = kept;
    put_through(tellings);
    return PX_OK;
}

enum px_status px_compare_tellings(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    context->tellings = px_arena_array(&context->scratch, struct px_tellings, context->count);
    if (context->tellings == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = read_article(context, a, &context->tellings[a], error);
    return status;
}

/* ---- a clause ---- */

static void add_key(struct px_sign *sign, uint32_t key)
{
    for (uint32_t i = 0; i < sign->key_count; i++)
        if (sign->keys[i] == key)
            return;
    if (key != PX_NONE && sign->key_count < PX_SIGN_KEYS)
        sign->keys[sign->key_count++] = key;
}

/* The number that the sign stands for; 0 where it is none. */
static uint32_t number_of(const struct px_sign *sign)
{
    for (uint32_t k = 0; k < sign->key_count; k++)
        if (sign->keys[k] >> KIND_SHIFT == NUMBER)
            return sign->keys[k] & ((1u << KIND_SHIFT) - 1);
    return 0;
}

/* The mention that covers the token, or NULL. */
static const struct px_mention *mention_at(const struct px_article *article, uint32_t token)
{
    size_t behind = px_compare_mention_at(article, token + 1);
    const struct px_mention *mention = behind > 0 ? &article->mentions.items[behind - 1] : NULL;
    return mention != NULL && token < mention->first_token + mention->token_count ? mention : NULL;
}

static bool is_repeated(const struct px_clause *clause, const struct px_sign *sign)
{
    for (size_t i = 0; i < clause->count; i++)
        if (clause->signs[i].keys[0] == sign->keys[0])
            return true;
    return false;
}

static void add_sign(struct px_clause *clause, const struct px_sign *sign)
{
    if (sign->key_count > 0 && clause->count < PX_CLAUSE_SIGNS && !is_repeated(clause, sign))
        clause->signs[clause->count++] = *sign;
}

/* Somebody named, by the referent or by any word of the name. */
static void add_name(const struct px_compare_context *context, size_t a, const struct px_mention *mention,
                     struct px_clause *clause)
{
    const struct px_article *article = context->articles[a];
    struct px_sign sign = {.name = true, .weight = 1};
    uint32_t referent = px_compare_referent(context, a, mention->entity);
    if (referent != PX_NONE)
        add_key(&sign, key_of(REFERENT, referent));
    for (uint32_t t = mention->first_token; t < mention->first_token + mention->token_count; t++)
        if (mention->form != PX_MENTION_PRONOUN && context->index.of[a][t] != PX_NONE)
            add_key(&sign, key_of(WORD, px_compare_form(context, &article->tokens.items[t])->root));
    add_sign(clause, &sign);
}

static void add_word(const struct px_compare_context *context, size_t a, uint32_t token, const struct px_event *event,
                     struct px_clause *clause)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *at = &article->tokens.items[token];
    const struct px_form *form = px_compare_form(context, at);
    uint32_t word = context->index.of[a][token];
    if (word == PX_NONE)
        return;
    struct px_slice text = px_slice_part(article->text, at->start, at->end);
    struct px_sign sign = {.weight = context->index.idf[word], .verb = event != NULL && event->token == token};
    add_key(&sign, key_of(WORD, form->root));
    if (sign.verb)
        add_key(&sign, key_of_lemma(context, event->lemma));
    struct px_slice rest = text;
    for (uint32_t key = form->digits ? next_number(&rest) : PX_NONE; key != PX_NONE; key = next_number(&rest))
        add_key(&sign, key);
    for (size_t h = px_hits_from(&article->hits, token);
         h < article->hits.count && article->hits.items[h].first_token == token; h++)
        add_key(&sign, key_of_hit(context, &article->hits.items[h]));
    sign.number = number_of(&sign) >= SMALL && !px_compare_is_year(text);
    add_sign(clause, &sign);
}

void px_clause_read(const struct px_compare_context *context, size_t a, const struct px_span *spans, size_t count,
                    const struct px_event *event, struct px_clause *clause)
{
    const struct px_article *article = context->articles[a];
    clause->count = 0;
    for (size_t s = 0; s < count; s++)
        for (uint32_t t = px_compare_token_at(article, spans[s].start);
             t < article->tokens.count && article->tokens.items[t].start < spans[s].end; t++) {
            const struct px_mention *mention = mention_at(article, t);
            if (mention == NULL)
                add_word(context, a, t, event, clause);
            else if (mention->first_token == t)
                add_name(context, a, mention, clause);
        }
}

double px_clause_weight(const struct px_clause *clause)
{
    double sum = 0;
    for (size_t i = 0; i < clause->count; i++)
        sum += clause->signs[i].weight;
    return sum;
}

/* ---- one in the other ---- */

/* The first place of the key in the sentence or behind it; if there is none, where it would stand. */
static size_t first_place(const struct px_tellings *tellings, uint32_t key, uint32_t sentence)
{
    size_t low = 0, high = tellings->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct px_place *at = &tellings->places.items[middle];
        if (at->key < key || (at->key == key && at->sentence < sentence))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool px_sign_of_word(const struct px_compare_context *context, struct px_slice word, struct px_sign *sign)
{
    uint32_t id = px_vocabulary_add(context->worker->vocabulary, word);
    const struct px_form *form = id == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, id);
    *sign = (struct px_sign){.weight = 1};
    if (form != NULL && !form->stop)
        add_key(sign, key_of(WORD, form->root));
    return sign->key_count > 0;
}

bool px_tellings_hold(const struct px_tellings *tellings, const struct px_sign *sign, uint32_t sentence)
{
    for (uint32_t k = 0; k < sign->key_count; k++) {
        size_t at = first_place(tellings, sign->keys[k], sentence);
        if (at < tellings->places.count && tellings->places.items[at].key == sign->keys[k] &&
            tellings->places.items[at].sentence == sentence)
            return true;
    }
    return false;
}

/* Where a clause is looked for. */
struct search {
    const struct px_tellings *tellings;
    uint32_t first, end; /* sentences */
    enum px_telling_voice voice;
    struct px_sieve sieve; /* of them all; of many, everything goes through */
};

static struct search begin_search(const struct px_tellings *tellings, uint32_t first, uint32_t end,
                                  enum px_telling_voice voice)
{
    enum { FEW = 8 };
    struct search search = {.tellings = tellings, .first = first, .end = end, .voice = voice};
    if (end - first > FEW)
        memset(&search.sieve, 0xff, sizeof search.sieve);
    for (uint32_t s = first; s < end && end - first <= FEW; s++)
        for (size_t i = 0; i < sizeof search.sieve.bits / sizeof *search.sieve.bits; i++)
            search.sieve.bits[i] |= tellings->sieves[s].bits[i];
    memset(tellings->signs + first, 0, (end - first) * sizeof *tellings->signs);
    return search;
}

static bool may_hold(const struct search *search, uint32_t key)
{
    uint32_t bit = bit_of(key);
    return (search->sieve.bits[bit / 64] >> bit % 64 & 1) != 0;
}

/* Marks the sentences that hold the sign; returns their number. */
static uint32_t mark(const struct search *search, const struct px_sign *sign, uint32_t bit)
{
    const struct px_tellings *tellings = search->tellings;
    uint32_t marked = 0;
    for (uint32_t k = 0; k < sign->key_count; k++) {
        if (!may_hold(search, sign->keys[k]))
            continue;
        for (size_t i = first_place(tellings, sign->keys[k], search->first); i < tellings->places.count; i++) {
            const struct px_place *place = &tellings->places.items[i];
            bool heard = search->voice == PX_TELLING_ANY || place->spoken == (search->voice == PX_TELLING_SPOKEN);
            if (place->key != sign->keys[k] || place->sentence >= search->end)
                break;
            if (!heard || (tellings->signs[place->sentence] & bit) != 0)
                continue;
            tellings->signs[place->sentence] |= bit;
            marked++;
        }
    }
    return marked;
}

static bool same_block(const struct px_article *article, uint32_t x, uint32_t y)
{
    return article->sentences.items[x].block == article->sentences.items[y].block;
}

static uint32_t count_signs(uint32_t signs)
{
    uint32_t count = 0;
    for (; signs != 0; signs &= signs - 1)
        count++;
    return count;
}

/* The weight of the signs, which are few of the clause's. */
static double weigh(const double *weights, uint32_t signs)
{
    double sum = 0;
    for (; signs != 0; signs &= signs - 1)
        sum += weights[__builtin_ctz(signs)];
    return sum;
}

/* What the sentences before and behind hold, of the same paragraph. */
static uint32_t beside(const struct px_tellings *tellings, uint32_t sentence, uint32_t first, uint32_t end)
{
    uint32_t signs = 0;
    if (sentence > first && tellings->signs[sentence - 1] != 0 && same_block(tellings->article, sentence, sentence - 1))
        signs |= tellings->signs[sentence - 1];
    if (sentence + 1 < end && tellings->signs[sentence + 1] != 0 &&
        same_block(tellings->article, sentence, sentence + 1))
        signs |= tellings->signs[sentence + 1];
    return signs;
}

/* What a clause weighs against the sentences searched; the sets of signs are a bit each. */
struct scales {
    double weights[PX_CLAUSE_SIGNS];
    double all;    /* of these */
    double absent; /* of the signs that no sentence has */
    uint32_t verb, numbers, large, names;
};

/* Weighs the clause's signs, and marks the sentences that hold them. */
static struct scales weigh_clause(const struct search *search, const struct px_clause *clause)
{
    struct scales scales = {.all = 0};
    for (size_t i = 0; i < clause->count; i++) {
        const struct px_sign *sign = &clause->signs[i];
        uint32_t bit = 1u << i, held = mark(search, sign, bit);
        double rare = NAME_WEIGHT * log((search->end - search->first + 1.0) / (held + 1.0));
        scales.weights[i] = !sign->name ? sign->weight : rare > 1 ? rare : 1;
        scales.all += scales.weights[i];
        scales.absent += held == 0 ? scales.weights[i] : 0;
        scales.names |= sign->name ? bit : 0;
        scales.verb |= sign->verb ? bit : 0;
        scales.numbers |= sign->number ? bit : 0;
        scales.large |= sign->number && number_of(sign) >= LARGE ? bit : 0;
    }
    return scales;
}

struct px_telling px_tellings_find(const struct px_tellings *tellings, const struct px_clause *clause, uint32_t first,
                                   uint32_t end, enum px_telling_voice voice)
{
    struct px_telling best = {.sentence = PX_NONE, .beside = -1, .counted = -1};
    struct search search = begin_search(tellings, first, end, voice);
    const struct scales scales = weigh_clause(&search, clause);
    const double *weights = scales.weights, all = scales.all;
    best.absent = scales.absent / (all > 0 ? all : 1);
    for (uint32_t s = first; s < end && all > 0; s++) {
        uint32_t here = tellings->signs[s], near = beside(tellings, s, first, end) & ~here;
        if ((here | near) == 0)
            continue;
        double alone = weigh(weights, here) / all;
        double share = alone + NEIGHBOUR * weigh(weights, near) / all;
        double rest = weigh(weights, (here | near) & ~scales.verb) / all;
        best.whole += alone >= PX_TELLING_WHOLE;
        best.weight = alone * all > best.weight ? alone * all : best.weight;
        if (share > best.share) {
            best.share = share;
            best.told = share * all;
            best.alone = alone;
            best.sentence = s;
            best.held = count_signs(here);
        }
        uint32_t named = count_signs(here & scales.names);
        best.names = named > best.names ? named : best.names;
        if ((here & scales.verb) != 0 && rest > best.beside)
            best.beside = rest;
        double counted = (here & scales.large) != 0 ? 1 : weigh(weights, (here | near) & ~scales.numbers) / all;
        if ((here & scales.numbers) != 0 && counted > best.counted)
            best.counted = counted;
    }
    return best;
}
