/* Findings on names: one thing in different words, and what one article names and the other does not. */
#include <math.h>

#include "findings/findings.h"

enum { MOST_FORMS = 3, LONGEST_PHRASE = 8, FEWEST_UNBOUND = 3 };
#define TAKES_SIDES 0.5
#define APART 0.3     /* connotations that differ by this are not the same judgement */
#define FAR_APART 0.8 /* asked of forms that no name binds to one thing */

/* Of one occurrence against one, which leads nothing: behind what only one article tells, before what both have. */
static const double once_rank = 35;

/* A wording in one article, as it is told. */
struct wording {
    const struct px_variant *variant;
    struct px_slice phrase;
    double strength;
    uint32_t count;
    uint32_t own;
    uint32_t unsure; /* so many of the others may be in its own voice */
    uint32_t block;  /* of the first place */
};

/* The stronger first, then the more frequent, then by spelling. */
static bool comes_before(const struct wording *a, const struct wording *b)
{
    if (a->strength != b->strength)
        return a->strength > b->strength;
    if (a->count != b->count)
        return a->count > b->count;
    return px_slice_compare(a->variant->form, b->variant->form) < 0;
}

/* Keeps the first MOST_FORMS in order; returns the new number. */
static size_t insert(struct wording *wordings, size_t count, struct wording wording)
{
    size_t at = count;
    for (; at > 0 && comes_before(&wording, &wordings[at - 1]); at--)
        if (at < MOST_FORMS)
            wordings[at] = wordings[at - 1];
    if (at < MOST_FORMS)
        wordings[at] = wording;
    return count < MOST_FORMS ? count + 1 : count;
}

static size_t forms_of(const struct px_referent *referent, size_t article, struct wording *wordings)
{
    size_t count = 0;
    for (size_t i = 0; i < referent->variant_count; i++) {
        const struct px_variant *variant = &referent->variants[i];
        if (variant->counts[article] == 0 || variant->doubted)
            continue;
        count = insert(wordings, count,
                       (struct wording){.variant = variant,
                                        .phrase = variant->form,
                                        .strength = fabs(variant->connotation),
                                        .count = variant->counts[article],
                                        .own = variant->own[article],
                                        .unsure = variant->unsure[article]});
    }
    return count;
}

/* "“the coup” (3, of these 2 in its own voice)", "“the coup” (own voice)": one need not be counted. */
static void write_wording(struct px_findings *findings, const struct wording *wording)
{
    px_findings_quote(findings, wording->phrase);
    if (wording->count > 1)
        px_buffer_printf(&findings->text, " (%u, ", wording->count);
    else
        px_buffer_string(&findings->text, " (");
    if (wording->own == wording->count)
        px_buffer_string(&findings->text, "own voice)");
    else if (wording->unsure == wording->count)
        px_buffer_string(&findings->text, "voice unsure)");
    else if (wording->own == 0 && wording->unsure > 0)
        px_buffer_printf(&findings->text, "of these at most %u in its own voice)", wording->unsure);
    else if (wording->own == 0)
        px_buffer_string(&findings->text, "in quoted or reported speech)");
    else
        px_buffer_printf(&findings->text,
                         wording->unsure > 0 ? "of these at least %u in its own voice)"
                                             : "of these %u in its own voice)",
                         wording->own);
}

static void write_wordings(struct px_findings *findings, size_t article, const struct wording *wordings, size_t count,
                           const char *verb)
{
    px_findings_article(findings, article);
    px_buffer_string(&findings->text, verb);
    for (size_t i = 0; i < count; i++) {
        px_findings_separate(findings, i, count);
        write_wording(findings, &wordings[i]);
    }
}

/* Sentences of the wordings, those of the strongest first as long as there is room: all are shown sorted. */
static enum px_status cite(struct px_findings *findings, size_t article, const struct wording *wordings, size_t count,
                           struct px_error *error)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += wordings[i].variant->evidence[article].count;
    uint32_t *sentences = px_arena_array(&findings->context->scratch, uint32_t, total);
    if (sentences == NULL)
        return px_no_memory(error);
    total = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < wordings[i].variant->evidence[article].count; j++)
            sentences[total++] = wordings[i].variant->evidence[article].sentences[j];
    return px_compare_evidence(findings->context, sentences, total, &findings->evidence[article], error);
}

/* How far apart two articles are over the referent: the largest difference in connotation between a form that one has
 * in its own voice and the other has not, and a form of the other that it has not itself. To quote a word is not to use
 * it. 0: they do not differ. */
static double gap(const struct px_referent *referent, size_t a, size_t b)
{
    double widest = 0;
    for (size_t i = 0; i < referent->variant_count; i++) {
        const struct px_variant *x = &referent->variants[i];
        if (x->doubted || x->own[a] == 0 || x->own[b] > 0 || (fabs(x->connotation) < TAKES_SIDES && !x->positional))
            continue;
        for (size_t j = 0; j < referent->variant_count; j++) {
            const struct px_variant *y = &referent->variants[j];
            bool positions = x->positional && y->positional;
            double apart = positions ? FAR_APART : fabs(x->connotation - y->connotation);
            if (!y->doubted && y->counts[b] > 0 && y->own[a] == 0 && apart >= APART && apart > widest)
                widest = apart;
        }
    }
    return widest;
}

/* Upper case for an ASCII letter in front. */
static void write_capitalised(struct px_findings *findings, struct px_slice text)
{
    if (text.size == 0)
        return;
    char first = text.data[0];
    px_buffer_byte(&findings->text, first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first);
    px_buffer_append(&findings->text, px_slice_part(text, 1, text.size));
}

/* Is it one word, that stands once? */
static bool is_once(const struct wording *forms, size_t count)
{
    return count == 1 && forms[0].count == 1;
}

/* "Change of power (Ukraine): A writes “coup” (3, own voice); B writes “revolution” (2, own voice)." The article whose
 * strongest form is stronger leads. Where no name binds the forms, the lexicon's name for the kind of thing is not put
 * on both. */
static enum px_status contrast(struct px_findings *findings, const struct px_referent *referent, size_t a, size_t b,
                               struct px_error *error)
{
    struct wording forms[2][MOST_FORMS] = {0};
    double apart = fmax(gap(referent, a, b), gap(referent, b, a));
    bool bound = px_slice_ends(referent->name, PX_SLICE(")"));
    if (apart < (bound ? APART : FAR_APART))
        return PX_OK;
    size_t articles[] = {a, b};
    size_t counts[] = {forms_of(referent, a, forms[0]), forms_of(referent, b, forms[1])};
    size_t lead = comes_before(&forms[1][0], &forms[0][0]);
    enum px_status status = px_findings_begin(findings, error);
    findings->verdict = referent->verdict;
    write_capitalised(findings, bound ? referent->name : PX_SLICE("competing words"));
    px_buffer_string(&findings->text, ": ");
    for (size_t i = 0; status == PX_OK && i < 2; i++) {
        size_t side = i == 0 ? lead : 1 - lead;
        write_wordings(findings, articles[side], forms[side], counts[side], " writes ");
        px_buffer_string(&findings->text, i == 0 ? "; " : "");
        status = cite(findings, articles[side], forms[side], counts[side], error);
    }
    double rank = is_once(forms[0], counts[0]) && is_once(forms[1], counts[1]) ? once_rank : 100 + 10 * apart;
    return status != PX_OK ? status : px_findings_end(findings, PX_DRAFT_NAMES, rank, referent->name, error);
}

/* The lexicon's entry that the referent's span in the article is a hit of. */
static const struct px_entry *entry_at(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    for (size_t i = 0; i < a->hits.count; i++) {
        const struct px_hit *hit = &a->hits.items[i];
        if (hit->lexicon == PX_LEXICON_NAMING && a->tokens.items[hit->first_token].start == span.start &&
            a->tokens.items[hit->first_token + hit->token_count - 1].end == span.end)
            return px_resources_entry(context->worker->resources, hit);
    }
    return NULL;
}

/* Does any other article use any form of this kind of thing, plain or not? */
static bool named_elsewhere(const struct px_compare_context *context, size_t article, struct px_slice category)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; a != article && i < context->articles[a]->hits.count; i++) {
            const struct px_hit *hit = &context->articles[a]->hits.items[i];
            if (hit->lexicon == PX_LEXICON_NAMING &&
                px_slice_equal(px_resources_entry(context->worker->resources, hit)->category, category))
                return true;
        }
    return false;
}

/* Is the token of the grammar's class? */
static bool is_class(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                     const char *category)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, false, PX_LEXICON_GRAMMAR, category);
    return hit != NULL && hit->token_count == 1;
}

/* The name at the token. */
static const struct px_mention *mention_at(const struct px_article *article, uint32_t token)
{
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        if (mention->form <= PX_MENTION_ALIAS && mention->first_token <= token &&
            token < mention->first_token + mention->token_count)
            return mention;
    }
    return NULL;
}

/* The span with the names it is bound to: "the coup in Kiev", "the Russian-Crimean reunification"; the span alone when
 * it is bound to none. */
static struct px_slice phrase_around(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    const struct px_token *tokens = a->tokens.items;
    uint32_t first = px_compare_token_at(a, span.start);
    uint32_t end = px_compare_token_at(a, span.end);
    uint32_t sentence = tokens[first].sentence;
    uint32_t least = first > LONGEST_PHRASE ? first - LONGEST_PHRASE : 0;
    while (first > least && tokens[first - 1].sentence == sentence && tokens[first - 1].kind == PX_TOKEN_WORD &&
           !(tokens[first - 1].flags & PX_TOKEN_SENTENCE_START) &&
           (mention_at(a, first - 1) != NULL ||
            px_compare_form(context, &tokens[first - 1])->shape == PX_SHAPE_CAPITALISED ||
            px_compare_form(context, &tokens[first - 1])->shape == PX_SHAPE_MIXED))
        first--;
    bool bound = tokens[first].start < span.start;
    if (first > 0 && tokens[first - 1].sentence == sentence && !(tokens[first - 1].flags & PX_TOKEN_SENTENCE_START) &&
        is_class(context, a, first - 1, "grammar.determiner"))
        first--;
    if (end + 1 < a->tokens.count && tokens[end + 1].sentence == sentence &&
        is_class(context, a, end, "grammar.preposition")) {
        uint32_t name = end + 1 + is_class(context, a, end + 1, "grammar.determiner");
        const struct px_mention *mention = name < a->tokens.count ? mention_at(a, name) : NULL;
        if (mention != NULL && mention->token_count <= LONGEST_PHRASE && mention->first_token <= name)
            end = mention->first_token + mention->token_count;
    }
    if (!bound && tokens[end - 1].end == span.end)
        return px_slice_span(a->text, span);
    return px_slice_part(a->text, tokens[first].start, tokens[end - 1].end);
}

/* The variant's first place in the article. */
static struct px_span first_span(const struct px_compare_context *context, const struct px_referent *referent,
                                 const struct px_variant *variant, size_t article)
{
    const struct px_article *a = context->articles[article];
    for (size_t i = 0; i < referent->mentions[article].count; i++) {
        struct px_span span = referent->mentions[article].items[i];
        uint32_t token = px_compare_token_at(a, span.start);
        for (size_t j = 0; token < a->tokens.count && j < variant->evidence[article].count; j++)
            if (variant->evidence[article].sentences[j] == a->tokens.items[token].sentence &&
                span.end - span.start == variant->form.size)
                return span;
    }
    return (struct px_span){0, 0};
}

struct wordings {
    struct wording *items;
    size_t count;
    size_t capacity;
};

/* Adds the forms of a referent that take sides in the article's own voice, that somebody is known to use, and for whose
 * kind of thing no other article has any word. A form must be bound to a name ("the coup in Kiev") or stand often: by
 * itself it may mean anything. */
static enum px_status add_unnamed(struct px_compare_context *context, const struct px_referent *referent,
                                  size_t article, struct wordings *wordings, struct px_error *error)
{
    for (size_t i = 0; i < referent->variant_count; i++) {
        const struct px_variant *variant = &referent->variants[i];
        if (variant->own[article] == 0 || fabs(variant->connotation) < TAKES_SIDES || variant->used_by.size == 0)
            continue;
        struct px_span span = first_span(context, referent, variant, article);
        const struct px_entry *entry = span.end == 0 ? NULL : entry_at(context, article, span);
        if (entry == NULL || named_elsewhere(context, article, entry->category))
            continue;
        struct px_slice phrase = variant->counts[article] == 1 ? phrase_around(context, article, span) : variant->form;
        if (variant->own[article] < FEWEST_UNBOUND && phrase.size == variant->form.size)
            continue;
        struct wording *wording = px_vector_push(wordings, &context->scratch);
        if (wording == NULL)
            return px_no_memory(error);
        *wording = (struct wording){.variant = variant,
                                    .phrase = phrase,
                                    .strength = fabs(variant->connotation),
                                    .count = variant->counts[article],
                                    .own = variant->own[article],
                                    .block = px_compare_block_at(context->articles[article], span.start)};
    }
    return PX_OK;
}

/* What stands in one passage is told in one sentence: "A writes of “the coup in Kiev” (1, own voice) and “the
 * Russian-Crimean reunification” (1, own voice); B names neither." */
static enum px_status tell_unnamed(struct px_findings *findings, size_t article, const struct wording *wordings,
                                   size_t count, struct px_error *error)
{
    static const char *const PAIR[] = {" does not name it.", " names neither.", " names none of these."};
    static const char *const MANY[] = {"; no other article names it.", "; no other article names either.",
                                       "; no other article names any of these."};
    size_t articles = findings->context->count;
    double strength = 0;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    write_wordings(findings, article, wordings, count, " writes of ");
    if (articles == 2) {
        px_buffer_string(&findings->text, "; ");
        px_findings_article(findings, 1 - article);
    }
    px_buffer_string(&findings->text, articles == 2 ? PAIR[count - 1] : MANY[count - 1]);
    for (size_t i = 0; i < count; i++)
        strength += wordings[i].strength;
    status = cite(findings, article, wordings, count, error);
    return status != PX_OK ? status
                           : px_findings_end(findings, PX_DRAFT_UNNAMED, 95 + strength, wordings[0].phrase, error);
}

static enum px_status unnamed(struct px_findings *findings, size_t article, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    struct wordings all = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->comparison->referents.count; i++)
        if (context->comparison->referents.items[i].lexical)
            status = add_unnamed(context, &context->comparison->referents.items[i], article, &all, error);
    for (size_t i = 0; status == PX_OK && i < all.count; i++) {
        struct wording group[MOST_FORMS] = {0};
        size_t count = 0;
        bool first = true;
        for (size_t j = 0; j < i; j++)
            first = first && all.items[j].block != all.items[i].block;
        for (size_t j = i; first && j < all.count; j++)
            if (all.items[j].block == all.items[i].block)
                count = insert(group, count, all.items[j]);
        if (first)
            status = tell_unnamed(findings, article, group, count, error);
    }
    return status;
}

enum px_status px_findings_names(struct px_findings *findings, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->comparison->referents.count; i++) {
        const struct px_referent *referent = &context->comparison->referents.items[i];
        for (size_t a = 0; referent->lexical && a + 1 < context->count; a++)
            for (size_t b = a + 1; status == PX_OK && b < context->count; b++)
                status = contrast(findings, referent, findings->order[a], findings->order[b], error);
    }
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = unnamed(findings, findings->order[a], error);
    return status;
}
