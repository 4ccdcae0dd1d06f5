#include "sourcing/uptake.h"

#include "reading/scope.h"

enum {
    CUE_REACH = 24, /* bytes between a single word and the cue it stands with */
    FRONT_WORDS = 2 /* tokens of what is said before one */
};

static const double enough = 0.6;

/* Where an entry counts. */
enum place { ANY, NEXT, START, NOUN };

/* A hit of uptake.tsv. */
struct sign {
    struct px_span span;
    uint32_t token;
    uint32_t tokens;
    uint32_t sentence;
    double weight;
    uint8_t uptake; /* enum px_uptake */
    uint8_t place;
};

struct signs {
    struct sign *items; /* by position */
    size_t count;
    size_t capacity;
};

static uint8_t read_uptake(struct px_slice category)
{
    if (px_slice_is(category, "uptake.endorsed"))
        return PX_UPTAKE_ENDORSED;
    return px_slice_is(category, "uptake.rebutted") ? PX_UPTAKE_REBUTTED : PX_UPTAKE_UNDERCUT;
}

static uint8_t read_place(struct px_slice cell)
{
    return px_slice_is(cell, "next")    ? NEXT
           : px_slice_is(cell, "start") ? START
           : px_slice_is(cell, "noun")  ? NOUN
                                        : ANY;
}

static bool read_signs(const struct px_annotation *annotation, struct signs *signs)
{
    const struct px_article *article = annotation->article;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_UPTAKE);
    size_t column = px_lexicon_column(lexicon, "position");
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon != PX_LEXICON_UPTAKE)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint8_t place = read_place(px_lexicon_cell(lexicon, entry, column));
        if (place != NOUN && px_scope_supposes(annotation, hit->first_token, hit->first_token + hit->token_count))
            continue; /* "if the allegations proved true" */
        const struct px_token *first = &article->tokens.items[hit->first_token];
        struct sign *sign = px_vector_push(signs, &annotation->worker->scratch);
        if (sign == NULL)
            return false;
        *sign = (struct sign){.span = {first->start, first[hit->token_count - 1].end},
                              .token = hit->first_token,
                              .tokens = hit->token_count,
                              .sentence = first->sentence,
                              .weight = entry->weight,
                              .uptake = read_uptake(entry->category),
                              .place = place};
    }
    return true;
}

/* The first word of the sentence, behind an opening mark. */
static bool starts_sentence(const struct px_article *article, const struct sign *sign)
{
    uint32_t first = article->sentences.items[sign->sentence].first_token;
    while (first < sign->token && article->tokens.items[first].kind == PX_TOKEN_PUNCTUATION)
        first++;
    return first == sign->token;
}

/* "falsely claimed": a single word speaks of the cue beside it, unless it is part of another's: "he added, *claiming
 * inaccurately*". */
static bool is_at_cue(const struct px_annotation *annotation, const struct sign *sign,
                      const struct px_attribution *attribution)
{
    uint32_t owner = annotation->cues[sign->token];
    if (owner != PX_NONE && &annotation->article->attributions.items[owner] != attribution)
        return false;
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (sign->span.start <= attribution->cue.items[i].end + CUE_REACH &&
            attribution->cue.items[i].start <= sign->span.end + CUE_REACH)
            return true;
    return false;
}

/* "has used *unsubstantiated* allegations of", "repeated his *false* claims": an adjective inside the cue, or right before
 * it, speaks of the noun that follows; so does one in front of what is said, which is the article's own word (voice.h). */
static bool is_before_noun(const struct px_article *article, const struct sign *sign,
                           const struct px_attribution *attribution)
{
    uint32_t next = sign->token + sign->tokens;
    uint32_t start = next < article->tokens.count ? article->tokens.items[next].start : PX_NONE;
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (start >= attribution->cue.items[i].start && start < attribution->cue.items[i].end)
            return true;
    struct px_span said = attribution->content.count > 0 ? attribution->content.items[0] : (struct px_span){0, 0};
    return sign->token > 0 && sign->span.start > said.start && start < said.end &&
           sign->token <= px_tokens_reaching(&article->tokens, said.start) + FRONT_WORDS &&
           article->tokens.items[sign->token].voice == PX_VOICE_OWN;
}

/* Is the sign among the words that somebody is reported to have said: "denied it, pointing to a lack of evidence"? At
 * the start of the statement's own words, or behind a comma, it is thrown in. */
static bool is_said(const struct px_article *article, const struct sign *sign, const struct px_attribution *attribution)
{
    uint32_t holder = article->tokens.items[sign->token].attribution;
    if (holder == PX_NONE)
        return false;
    if (&article->attributions.items[holder] != attribution)
        return true;
    bool comma = sign->token > 0 && article->text.data[article->tokens.items[sign->token - 1].start] == ',';
    return sign->span.start != attribution->content.items[0].start && !comma;
}

/* Does it stand between commas: "claimed, falsely, that"? */
static bool is_between_commas(const struct px_article *article, const struct sign *sign)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t next = sign->token + sign->tokens;
    return sign->token > 0 && next < article->tokens.count &&
           article->text.data[tokens[sign->token - 1].start] == ',' && article->text.data[tokens[next].start] == ',';
}

/* Does the sign speak of the statement, in whose sentence it stands or in the one behind? In the outlet's own words it
 * must; a phrase thrown into what is reported without quotation marks ("said, without proof, that"), or a word between
 * commas, is the outlet's too. How a sentence begins ("In reality, …") speaks of what stands before it in the paragraph. */
static bool counts(const struct px_annotation *annotation, const struct sign *sign,
                   const struct px_attribution *attribution, bool behind)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *sentences = article->sentences.items;
    uint8_t voice = article->tokens.items[sign->token].voice;
    bool apart = sign->tokens > 1 || is_between_commas(article, sign);
    bool thrown_in = voice == PX_VOICE_INDIRECT && apart && !behind;
    if ((voice != PX_VOICE_OWN && !thrown_in) || is_said(article, sign, attribution))
        return false;
    if (sign->place == NOUN)
        return !behind && is_before_noun(article, sign, attribution);
    if (!behind)
        return sign->place == ANY && (sign->tokens > 1 || is_at_cue(annotation, sign, attribution));
    bool together = sentences[sign->sentence].block == sentences[sign->sentence - 1].block;
    return sign->place == NEXT || (sign->place == ANY && sign->tokens > 1) ||
           (sign->place == START && together && starts_sentence(article, sign));
}

static uint32_t last_sentence(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t last = attribution->sentence;
    if (attribution->content.count == 0)
        return last;
    uint32_t end = attribution->content.items[attribution->content.count - 1].end;
    while (last + 1 < article->sentences.count && article->sentences.items[last + 1].start < end)
        last++;
    return last;
}

/* The sentence behind, of a paragraph, may speak of the statement where it reports nothing itself. */
static bool goes_on(const struct px_article *article, const uint8_t *reports, uint32_t last)
{
    return last + 1 < article->sentences.count && !reports[last + 1] &&
           px_role_is_paragraph(article->blocks.items[article->sentences.items[last + 1].block].role);
}

/* Adds up the signs for and against, each side with its strongest sign. */
struct tally {
    double weight[2]; /* for, against */
    const struct sign *strongest[2];
};

static void add(struct tally *tally, const struct sign *sign)
{
    size_t side = sign->uptake != PX_UPTAKE_ENDORSED;
    const struct sign *best = tally->strongest[side];
    tally->weight[side] += sign->weight;
    if (best == NULL || sign->weight > best->weight || (sign->weight == best->weight && sign->uptake > best->uptake))
        tally->strongest[side] = sign;
}

static void judge(const struct px_annotation *annotation, const struct signs *signs, size_t from,
                  const uint8_t *reports, struct px_attribution *attribution)
{
    const struct px_article *article = annotation->article;
    struct tally tally = {0};
    uint32_t last = last_sentence(article, attribution);
    uint32_t end = last + (goes_on(article, reports, last) ? 1 : 0);
    for (size_t i = from; i < signs->count && signs->items[i].sentence <= end; i++)
        if (counts(annotation, &signs->items[i], attribution, signs->items[i].sentence > last))
            add(&tally, &signs->items[i]);
    size_t side = tally.weight[1] >= tally.weight[0];
    if (tally.weight[side] < enough)
        return;
    attribution->uptake = tally.strongest[side]->uptake;
    attribution->uptake_words = tally.strongest[side]->span;
}

enum px_status px_annotate_uptake(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct signs signs = {0};
    uint8_t *reports = px_arena_array(&annotation->worker->scratch, uint8_t, article->sentences.count + 1);
    if (reports == NULL || !read_signs(annotation, &signs))
        return px_no_memory(error);
    for (size_t i = 0; i < article->attributions.count; i++)
        reports[article->attributions.items[i].sentence] = 1;
    size_t from = 0;
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        struct px_attribution *attribution = &article->attributions.items[i];
        while (from < signs.count && signs.items[from].sentence < attribution->sentence)
            from++;
        judge(annotation, &signs, from, reports, attribution);
    }
    return PX_OK;
}
