/* Sourcing: the attributions of every article, merged by speaker. A named speaker is a referent; one without a name is
 * known by the phrase that stands for it ("officials"), which is all that can be said of who it is. */
#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/listed.h"
#include "contrast/statement.h"

enum { MOST_CUES = 4 };

struct gathering {
    struct px_compare_context *context;
    struct px_table keys;
    uint32_t *traces;                          /* [keys][2][articles] statements that do not count, and deeds */
    PX_VECTOR(struct px_statement) statements; /* by article, then position */
};

bool *px_compare_denials(struct px_arena *arena, const struct px_article *article)
{
    bool *denials = px_arena_array(arena, bool, article->attributions.count + 1);
    for (size_t i = 0; denials != NULL && i < article->attributions.count; i++)
        denials[i] = article->attributions.items[i].denied;
    for (size_t i = 0; denials != NULL && i < article->attributions.count; i++)
        if (article->attributions.items[i].replies_to < article->attributions.count)
            denials[article->attributions.items[i].replies_to] = false;
    return denials;
}

/* Words of each attribution's content: those it is the innermost attribution of. What somebody denies or dismisses are
 * not his words, but for those that are quoted. */
static void count_words(const struct px_article *article, uint32_t *words, uint32_t *direct, const bool *denials)
{
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!px_token_counts(token) || token->attribution >= article->attributions.count)
            continue;
        bool quoted = token->voice == PX_VOICE_DIRECT;
        words[token->attribution] += quoted || !denials[token->attribution];
        direct[token->attribution] += quoted;
    }
}

static bool add_statement(struct gathering *gathering, struct px_slice key, const struct px_statement *statement)
{
    uint32_t source = px_table_add(&gathering->keys, key, NULL);
    struct px_statement *place = px_vector_push(&gathering->statements, &gathering->context->scratch);
    if (source == PX_NONE || place == NULL)
        return false;
    *place = *statement;
    place->source = source;
    return true;
}

/* Those who make the statement, each a key; false when memory is out. A statement that counts is added for each; one
 * that does not leaves a trace of those whom another one names. */
static bool gather_statement(struct gathering *gathering, uint32_t index, bool counts, struct px_statement *statement,
                             struct px_buffer *key)
{
    const struct px_compare_context *context = gathering->context;
    size_t article = statement->article;
    const struct px_attribution *attribution = &context->articles[article]->attributions.items[index];
    bool found = attribution->speaker.count > 0;
    if (found && !px_statement_key(gathering->context, article, index, key, statement))
        return false;
    for (uint32_t i = 0;; i++) {
        if (found && counts && !add_statement(gathering, px_buffer_slice(key), statement))
            return false;
        uint32_t source = found && !counts ? px_table_find(&gathering->keys, px_buffer_slice(key)) : PX_NONE;
        if (source != PX_NONE)
            gathering
                ->traces[(2 * source + (attribution->minded && !attribution->speech)) * context->count + article]++;
        if (i == attribution->also_count)
            return true;
        found =
            px_statement_referent(context, px_compare_referent(context, article, attribution->also[i]), key, statement);
        if (key->failed)
            return false;
    }
}

/* The statements of an article that count, or the traces that the others leave. */
static enum px_status gather_article(struct gathering *gathering, size_t article, bool counting, struct px_buffer *key,
                                     struct px_error *error)
{
    struct px_compare_context *context = gathering->context;
    const struct px_article *a = context->articles[article];
    uint32_t *words = px_arena_array(&context->scratch, uint32_t, a->attributions.count);
    uint32_t *direct = px_arena_array(&context->scratch, uint32_t, a->attributions.count);
    bool *denials = px_compare_denials(&context->comparison->arena, a);
    if (words == NULL || direct == NULL || denials == NULL)
        return px_no_memory(error);
    context->comparison->sourcing.denials[article] = denials;
    count_words(a, words, direct, denials);
    for (uint32_t i = 0; i < a->attributions.count; i++) {
        struct px_statement statement = {.article = (uint32_t)article,
                                         .attribution = i,
                                         .words = words[i],
                                         .direct_words = direct[i],
                                         .noun = PX_NONE};
        bool counts = px_sourcing_counts(&context->comparison->sourcing, context->articles, article, i);
        bool repeats = px_sourcing_repeats(&context->comparison->sourcing, context->articles, article, i);
        denials[i] = denials[i] && counts && !repeats && direct[i] == 0;
        if (repeats)
            continue;
        if (counts == counting && !gather_statement(gathering, i, counts, &statement, key))
            return px_no_memory(error);
    }
    return PX_OK;
}

static bool new_source(struct px_compare_context *context, struct px_source *source)
{
    *source = (struct px_source){
        .absent = px_compare_each(context, bool),
        .traces = px_compare_each(context, uint32_t),
        .deeds = px_compare_each(context, uint32_t),
        .statements = px_compare_each(context, uint32_t),
        .words = px_compare_each(context, uint32_t),
        .rank = px_compare_each(context, uint32_t),
        .direct_words = px_compare_each(context, uint32_t),
        .first = px_compare_each(context, double),
        .cues = px_compare_each(context, struct px_slice),
        .tones = px_arena_take(&context->comparison->arena, context->count * sizeof *source->tones),
        .uptakes = px_arena_take(&context->comparison->arena, context->count * sizeof *source->uptakes),
        .evidence = px_compare_each(context, struct px_evidence),
    };
    for (size_t a = 0; source->first != NULL && a < context->count; a++)
        source->first[a] = NAN;
    return source->absent != NULL && source->traces != NULL && source->deeds != NULL && source->statements != NULL &&
           source->words != NULL && source->rank != NULL && source->direct_words != NULL && source->first != NULL &&
           source->cues != NULL && source->tones != NULL && source->uptakes != NULL && source->evidence != NULL;
}

/* The attribution's place in the article, 0..1: of its content, or of the speaker. */
static double place_of(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t start =
        attribution->content.count > 0 ? attribution->content.items[0].start : attribution->speaker.items[0].start;
    return article->text.size == 0 ? 0 : (double)start / (double)article->text.size;
}

/* Kinds of things a speaker is taken for, counted; the most frequent wins, the smaller number on a tie. */
struct ballot {
    uint32_t kinds[PX_SPEAKER_MEDIA + 1];
    uint32_t actors[PX_ACTOR_COUNT];
    uint32_t anonymous;
    uint32_t total;
};

static void count_statement(struct px_compare_context *context, const struct px_statement *statement,
                            struct px_source *source, struct ballot *ballot)
{
    size_t a = statement->article;
    const struct px_attribution *attribution = &context->articles[a]->attributions.items[statement->attribution];
    double place = place_of(context->articles[a], attribution);
    source->statements[a]++;
    source->words[a] += statement->words;
    source->direct_words[a] += statement->direct_words;
    source->tones[a][attribution->tone % 5]++;
    source->uptakes[a][attribution->uptake % 4]++;
    if (isnan(source->first[a]) || place < source->first[a])
        source->first[a] = place;
    source->referent = statement->speaker.referent;
    source->role = statement->speaker.role; /* a referent's is settled, and so are kind and actor */
    source->described = statement->speaker.described;
    source->noun = statement->noun;
    ballot->kinds[statement->speaker.kind]++;
    ballot->actors[statement->speaker.actor]++;
    ballot->anonymous += attribution->anonymous;
    ballot->total++;
}

static int by_bytes(const void *left, const void *right)
{
    return px_slice_compare(*(const struct px_slice *)left, *(const struct px_slice *)right);
}

struct tally {
    struct px_slice text;
    size_t count;
};

static int by_count(const void *left, const void *right)
{
    const struct tally *a = left;
    const struct tally *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return px_slice_compare(a->text, b->text);
}

/* Counts equal texts, most frequent first; `texts` is sorted, `tallies` has room for all. */
static size_t tally(struct px_slice *texts, size_t count, struct tally *tallies)
{
    size_t found = 0;
    if (count > 1)
        qsort(texts, count, sizeof *texts, by_bytes);
    for (size_t i = 0; i < count; i++) {
        if (found == 0 || !px_slice_equal(tallies[found - 1].text, texts[i]))
            tallies[found++] = (struct tally){texts[i], 0};
        tallies[found - 1].count++;
    }
    if (found > 1)
        qsort(tallies, found, sizeof *tallies, by_count);
    return found;
}

/* "say 3, warn 1": the cue lemmas of one article's statements. */
static enum px_status write_cues(struct px_compare_context *context, const struct tally *tallies, size_t count,
                                 struct px_slice *cues, struct px_error *error)
{
    struct px_buffer text = {0};
    size_t shown = px_listed(count, MOST_CUES);
    for (size_t i = 0; i < shown; i++)
        px_buffer_printf(&text, "%s%.*s %zu", i == 0 ? "" : ", ", PX_SLICE_ARG(tallies[i].text), tallies[i].count);
    if (count > shown)
        px_buffer_printf(&text, " and %zu more", count - shown);
    *cues =
        text.failed ? (struct px_slice){NULL, 0} : px_arena_copy(&context->comparison->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    return cues->data == NULL ? px_no_memory(error) : PX_OK;
}

/* Statements of one source, `count` of them by article and position: what is listed of each article. */
static enum px_status list_article(struct px_compare_context *context, const struct px_statement *const *statements,
                                   size_t count, size_t article, struct px_source *source, struct px_error *error)
{
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    struct px_slice *lemmas = px_arena_array(&context->scratch, struct px_slice, count);
    struct tally *tallies = px_arena_array(&context->scratch, struct tally, count);
    size_t found = 0;
    size_t cued = 0;
    if (sentences == NULL || lemmas == NULL || tallies == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        const struct px_attribution *attribution =
            &context->articles[article]->attributions.items[statements[i]->attribution];
        if (statements[i]->article != article)
            continue;
        if (attribution->sentence != PX_NONE)
            sentences[found++] = px_statement_sentence(context->articles[article], attribution);
        if (px_attribution_has_verb(attribution))
            lemmas[cued++] = attribution->cue_lemma;
    }
    enum px_status status = write_cues(context, tallies, tally(lemmas, cued, tallies), &source->cues[article], error);
    return status != PX_OK ? status : px_compare_evidence(context, sentences, found, &source->evidence[article], error);
}

static enum px_status name_source(struct px_compare_context *context, const struct px_statement *const *statements,
                                  size_t count, struct px_source *source, struct px_error *error)
{
    struct px_arena *arena = &context->comparison->arena;
    struct px_slice *spellings = px_arena_array(&context->scratch, struct px_slice, count);
    struct tally *tallies = px_arena_array(&context->scratch, struct tally, count);
    struct px_slice *before = px_arena_array(&context->scratch, struct px_slice, count);
    if (spellings == NULL || tallies == NULL || before == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        spellings[i] = statements[i]->spelling;
        before[i] = statements[i]->before;
    }
    bool differ = tally(spellings, count, tallies) > 1 && source->referent != PX_NONE; /* called so here and so there */
    struct px_slice name = differ ? context->comparison->referents.items[source->referent].name : tallies[0].text;
    source->name =
        source->referent == PX_NONE ? px_compare_small_name(context, name, arena) : px_arena_copy(arena, name);
    source->role = px_arena_copy(arena, source->role);
    return source->name.data == NULL || source->role.data == NULL
               ? px_no_memory(error)
               : px_source_show(context, before, count, source, error);
}

/* Whoever speaks has one name in all of a report: that of the table. */
static void show_in_statements(struct px_compare_context *context, const struct px_statement *const *statements,
                               size_t count, const struct px_source *source)
{
    for (size_t i = 0; i < count; i++) {
        struct px_speaker *speaker = &context->comparison->speakers[statements[i]->article][statements[i]->attribution];
        if (!speaker->unclear && speaker->referent == source->referent) /* not for those who speak with him */
            speaker->shown = source->shown;
    }
}

static enum px_status build_source(struct px_compare_context *context, const struct px_statement *const *statements,
                                   size_t count, const uint32_t *traces, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    bool unclear = statements[0]->speaker.unclear;
    struct px_source *source =
        unclear ? &comparison->sourcing.unclear : px_vector_push(&comparison->sourcing.sources, &comparison->arena);
    struct ballot ballot = {0};
    if (source == NULL || !new_source(context, source))
        return px_no_memory(error);
    memcpy(source->traces, traces, context->count * sizeof *traces);
    memcpy(source->deeds, traces + context->count, context->count * sizeof *traces);
    for (size_t i = 0; i < count; i++)
        count_statement(context, statements[i], source, &ballot);
    source->kind = px_compare_most_voted(ballot.kinds, 0, sizeof ballot.kinds / sizeof *ballot.kinds);
    uint8_t actor = px_compare_most_voted(ballot.actors, PX_ACTOR_OTHER + 1,
                                          PX_ACTOR_COUNT); /* one mention may tell what others leave open */
    source->actor = ballot.actors[actor] > 0 ? actor : PX_ACTOR_OTHER;
    bool nameless = source->referent == PX_NONE; /* "the manager" is he who would not be named */
    source->anonymous = nameless ? ballot.anonymous > 0 : 2 * ballot.anonymous > ballot.total;
    enum px_status status = name_source(context, statements, count, source, error);
    if (status == PX_OK)
        show_in_statements(context, statements, count, source);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = list_article(context, statements, count, a, source, error);
    return status;
}

/* The statements of each source together, in order of the source's first appearance. */
static enum px_status build_sources(struct gathering *gathering, struct px_error *error)
{
    struct px_compare_context *context = gathering->context;
    size_t sources = gathering->keys.keys.count;
    size_t count = gathering->statements.count;
    size_t *starts = px_arena_array(&context->scratch, size_t, sources + 2);
    const struct px_statement **sorted = px_arena_array(&context->scratch, const struct px_statement *, count);
    enum px_status status = PX_OK;
    if (starts == NULL || sorted == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        starts[gathering->statements.items[i].source + 2]++;
    for (size_t i = 2; i < sources + 2; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < count; i++)
        sorted[starts[gathering->statements.items[i].source + 1]++] = &gathering->statements.items[i];
    for (size_t i = 0; status == PX_OK && i < sources; i++)
        status = build_source(context, sorted + starts[i], starts[i + 1] - starts[i],
                              gathering->traces + 2 * i * context->count, error);
    return status;
}

/* A source and its words in all articles, by which it is sorted. */
struct ranked {
    struct px_source source;
    size_t words;
    size_t statements;
};

static int by_words(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->words != b->words)
        return a->words < b->words ? 1 : -1;
    if (a->statements != b->statements)
        return a->statements < b->statements ? 1 : -1;
    return px_slice_compare(a->source.name, b->source.name);
}

static enum px_status sort_sources(struct px_compare_context *context, struct px_error *error)
{
    struct px_source *sources = context->comparison->sourcing.sources.items;
    size_t count = context->comparison->sourcing.sources.count;
    struct ranked *ranked = px_arena_array(&context->scratch, struct ranked, count);
    if (ranked == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        ranked[i].source = sources[i];
        for (size_t a = 0; a < context->count; a++) {
            ranked[i].words += sources[i].words[a];
            ranked[i].statements += sources[i].statements[a];
        }
    }
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, by_words);
    for (size_t i = 0; i < count; i++)
        sources[i] = ranked[i].source;
    return PX_OK;
}

/* Sources by the words that one article gives them; who gets as many words has the same rank. */
static enum px_status rank_sources(struct px_compare_context *context, size_t article, struct px_error *error)
{
    struct px_source *sources = context->comparison->sourcing.sources.items;
    size_t count = context->comparison->sourcing.sources.count;
    struct ranked *ranked = px_arena_array(&context->scratch, struct ranked, count);
    if (ranked == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){sources[i], sources[i].words[article], sources[i].statements[article]};
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, by_words);
    for (size_t i = 0; i < count && ranked[i].statements > 0; i++) {
        bool tied = i > 0 && ranked[i].words == ranked[i - 1].words;
        ranked[i].source.rank[article] = tied ? ranked[i - 1].source.rank[article] : (uint32_t)i + 1;
    }
    return PX_OK;
}

enum px_status px_compare_sourcing(struct px_compare_context *context, struct px_error *error)
{
    struct gathering gathering = {.context = context};
    struct px_buffer key = {0};
    enum px_status status = PX_OK;
    context->comparison->sourcing.denials = px_arena_array(&context->comparison->arena, bool *, context->count);
    if (context->comparison->sourcing.denials == NULL || !new_source(context, &context->comparison->sourcing.unclear))
        return px_no_memory(error);
    status = px_compare_phrases(context, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = gather_article(&gathering, a, true, &key, error);
    gathering.traces =
        px_arena_array(&context->scratch, uint32_t, 2 * (gathering.keys.keys.count + 1) * context->count);
    if (status == PX_OK && gathering.traces == NULL)
        status = px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = gather_article(&gathering, a, false, &key, error);
    if (status == PX_OK)
        status = build_sources(&gathering, error);
    px_table_release(&gathering.keys);
    px_buffer_release(&key);
    if (status == PX_OK)
        status = sort_sources(context, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = rank_sources(context, a, error);
    return status == PX_OK ? px_compare_absent_sources(context, error) : status;
}
