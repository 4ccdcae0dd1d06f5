/* The sheet's rows of sourcing (whose words the article gives) and style. */
#include "contrast/indicator.h"
#include "statistics/diversity.h"

/* Arrays of one article that sourcing is counted into. */
struct speech {
    double **direct, **indirect, **attributed, **named, **anonymous, **institution, **state, **statements, **unsourced;
    double **named_shown, **anonymous_shown, **institution_shown, **state_shown, **direct_shown, **indirect_shown;
    double **passages; /* words, in each passage's first sentence */
};

enum { PASSAGE_SENTENCES = 3 };

/* The first sentence of the passage, up to three sentences of one paragraph: speech goes on from one sentence to the
 * next, and long sentences stand together. */
static uint32_t passage_of(const struct px_article *article, uint32_t sentence)
{
    uint32_t first = article->blocks.items[article->sentences.items[sentence].block].first_sentence;
    return first + (sentence - first) / PASSAGE_SENTENCES * PASSAGE_SENTENCES;
}

/* The attribution of a sentence's first word, or of its last; PX_NONE where it has none. */
static uint32_t attribution_at(const struct px_article *article, uint32_t sentence, bool last)
{
    const struct px_sentence *at = &article->sentences.items[sentence];
    for (uint32_t i = 0; i < at->token_count; i++) {
        const struct px_token *token = &article->tokens.items[at->first_token + (last ? at->token_count - 1 - i : i)];
        if (px_token_counts(token))
            return token->attribution;
    }
    return PX_NONE;
}

/* Fills in the first sentence of the passage that each sentence is in: as above, and what one statement runs through
 * stands together, however many paragraphs it takes: it stands or falls as a whole. */
static void find_passages(const struct px_article *article, uint32_t *passages)
{
    for (uint32_t s = 0; s < article->sentences.count; s++) {
        uint32_t attribution = s == 0 ? PX_NONE : attribution_at(article, s, false);
        bool runs_on = attribution != PX_NONE && attribution == attribution_at(article, s - 1, true);
        passages[s] = runs_on ? passages[s - 1] : passage_of(article, s);
        if (!runs_on && passages[s] < s)
            passages[s] = passages[passages[s]];
    }
}

/* A word of somebody's. `unit` is the sentence in which the speaker's words are counted, the first that has any:
 * what kind of speaker it is, is decided once and not sentence by sentence. */
static void count_speaker(const struct px_attribution *attribution, const struct px_speaker *speaker,
                          const struct speech *speech, size_t a, uint32_t unit, uint32_t sentence)
{
    /* "Democrats" are some of them */
    bool named = speaker->referent != PX_NONE && !attribution->anonymous && speaker->kind != PX_SPEAKER_GROUP;
    bool known = !speaker->unclear; /* as in the table of speakers, where "her office" has no row */
    bool anonymous = known && attribution->anonymous;
    bool institution = known && speaker->kind == PX_SPEAKER_INSTITUTION;
    bool state =
        known && speaker->actor == PX_ACTOR_STATE && speaker->kind != PX_SPEAKER_DOCUMENT; /* which acts for nobody */
    speech->attributed[a][unit]++;
    speech->named[a][unit] += named;
    speech->anonymous[a][unit] += anonymous;
    speech->institution[a][unit] += institution;
    speech->state[a][unit] += state;
    speech->named_shown[a][sentence] += named;
    speech->anonymous_shown[a][sentence] += anonymous;
    speech->institution_shown[a][sentence] += institution;
    speech->state_shown[a][sentence] += state;
}

static void count_voice(const struct px_token *token, const struct speech *speech, size_t a, uint32_t passage)
{
    bool direct = token->voice == PX_VOICE_DIRECT;
    bool indirect = token->voice == PX_VOICE_INDIRECT;
    speech->direct[a][passage] += direct;
    speech->indirect[a][passage] += indirect;
    speech->direct_shown[a][token->sentence] += direct;
    speech->indirect_shown[a][token->sentence] += indirect;
}

/* `units` has room for a sentence a referent and an attribution. The shares are of the words that the speakers have in
 * the table: what a pronoun or a description says is nobody's by name, and what somebody denies is not his. */
static void count_tokens(const struct px_comparison *comparison, const struct speech *speech, size_t a,
                         const uint32_t *passages, uint32_t *units, const bool *denials)
{
    const struct px_article *article = comparison->articles[a];
    size_t referents = comparison->referents.count;
    memset(units, 0xff, (referents + article->attributions.count) * sizeof *units);
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!px_token_counts(token))
            continue;
        count_voice(token, speech, a, passages[token->sentence]);
        if (token->attribution >= article->attributions.count)
            continue;
        const struct px_attribution *attribution = &article->attributions.items[token->attribution];
        const struct px_speaker *speaker = &comparison->speakers[a][token->attribution];
        bool denied = denials[token->attribution] && token->voice != PX_VOICE_DIRECT;
        if (denied || !px_sourcing_counts(&comparison->sourcing, comparison->articles, a, token->attribution))
            continue;
        uint32_t *unit = &units[speaker->referent != PX_NONE ? speaker->referent : referents + token->attribution];
        if (*unit == PX_NONE)
            *unit = token->sentence;
        count_speaker(attribution, speaker, speech, a, *unit, token->sentence);
    }
}

/* Has another statement of the sentence, or of the one before in the paragraph, a speaker? Then this one is his as
 * well, by a participle or another verb, or goes on: "asked about it, she said". */
static bool is_sourced_beside(const struct px_article *article, size_t index)
{
    const struct px_attribution *items = article->attributions.items;
    uint32_t sentence = items[index].sentence;
    uint32_t from =
        sentence > 0 && article->sentences.items[sentence - 1].block == article->sentences.items[sentence].block
            ? sentence - 1
            : sentence;
    size_t first = index;
    while (first > 0 && items[first - 1].sentence >= from)
        first--;
    for (size_t i = first; i < article->attributions.count && items[i].sentence <= sentence; i++)
        if (items[i].speaker.count > 0)
            return true;
    return false;
}

static void count_statements(const struct px_article *article, const struct speech *speech, size_t a)
{
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (attribution->sentence >= article->sentences.count || !attribution->speech || !attribution->high_tier)
            continue;
        speech->statements[a][attribution->sentence]++;
        speech->unsourced[a][attribution->sentence] +=
            attribution->speaker.count == 0 && !is_sourced_beside(article, i);
    }
}

/* Does the figure tell more of what the program is sure of than of the article? Sureness goes by wording: the
 * statements of those who have a name are surer, an article may have few sure ones by its turns of phrase, and whom
 * somebody acts for is told of some and known of others. */
static bool depends_on_sureness(struct px_slice name)
{
    static const char *const names[] = {"sourcing.statements", "sourcing.named_share", "sourcing.anonymous_share",
                                        "sourcing.institution_share", "sourcing.state_share"};
    return px_slice_among(name, names, sizeof names / sizeof *names) >= 0;
}

static double **sourcing_row(struct px_sheet *sheet, const char *name, const char *label, uint8_t voice)
{
    struct px_count_row *row = px_sheet_row(sheet, "sourcing", name, label);
    if (row == NULL)
        return NULL;
    row->unlisted = depends_on_sureness(row->name);
    bool share = px_slice_ends(row->name, PX_SLICE("_share"));
    row->voice = voice;
    row->measure = share ? PX_MEASURE_SHARE : PX_MEASURE_RATE;
    row->weight = share ? PX_WEIGHT_LEAD : PX_WEIGHT_FIGURE;
    return row->above;
}

/* A share of `below`, shown by other sentences than those it is counted in; NULL when memory is out. */
static double **share_row(struct px_sheet *sheet, const char *name, const char *label, uint8_t voice, double **below,
                          double ***shown)
{
    double **above = sourcing_row(sheet, name, label, voice);
    double **sentences = px_sheet_numbers(sheet);
    if (above == NULL || sentences == NULL)
        return NULL;
    struct px_count_row *row = &sheet->rows.items[sheet->rows.count - 1];
    row->below = below;
    row->shown = *shown = sentences;
    return above;
}

/* Adds the rows; false when memory is out. */
static bool add_rows(struct px_sheet *sheet, struct speech *speech)
{
    double **attributed = speech->attributed = px_sheet_numbers(sheet);
    speech->passages = px_sheet_numbers(sheet);
    speech->direct = share_row(sheet, "sourcing.direct_share", "words in direct speech", PX_VOICE_DIRECT,
                               speech->passages, &speech->direct_shown);
    speech->indirect = share_row(sheet, "sourcing.indirect_share", "words in reported speech or thought",
                                 PX_VOICE_INDIRECT, speech->passages, &speech->indirect_shown);
    speech->statements = sourcing_row(sheet, "sourcing.statements", "statements surely reported", PX_VOICE_ALL);
    speech->named = share_row(sheet, "sourcing.named_share", "named sources, of surely attributed words", PX_VOICE_ALL,
                              attributed, &speech->named_shown);
    speech->anonymous = share_row(sheet, "sourcing.anonymous_share", "anonymous sources, of surely attributed words",
                                  PX_VOICE_ALL, attributed, &speech->anonymous_shown);
    speech->institution =
        share_row(sheet, "sourcing.institution_share", "institutions as sources, of surely attributed words",
                  PX_VOICE_ALL, attributed, &speech->institution_shown);
    speech->state = share_row(sheet, "sourcing.state_share", "government sources, of surely attributed words",
                              PX_VOICE_ALL, attributed, &speech->state_shown);
    speech->unsourced = sourcing_row(sheet, "sourcing.unsourced_share", "statements without any source", PX_VOICE_ALL);
    if (attributed == NULL || speech->passages == NULL || speech->direct == NULL || speech->indirect == NULL ||
        speech->statements == NULL || speech->named == NULL || speech->anonymous == NULL ||
        speech->institution == NULL || speech->state == NULL || speech->unsourced == NULL)
        return false;
    sheet->rows.items[sheet->rows.count - 1].below = speech->statements;
    return true;
}

static enum px_status count_sourcing(struct px_sheet *sheet, struct px_error *error)
{
    struct speech speech;
    if (!add_rows(sheet, &speech))
        return px_no_memory(error);
    for (size_t a = 0; a < sheet->context->count; a++) {
        const struct px_article *article = sheet->context->articles[a];
        uint32_t *units = px_arena_array(&sheet->context->scratch, uint32_t,
                                         sheet->context->comparison->referents.count + article->attributions.count);
        uint32_t *passages = px_arena_array(&sheet->context->scratch, uint32_t, article->sentences.count);
        bool *denials = px_compare_denials(&sheet->context->scratch, article);
        if (units == NULL || passages == NULL || denials == NULL)
            return px_no_memory(error);
        find_passages(article, passages);
        for (uint32_t s = 0; s < article->sentences.count; s++)
            speech.passages[a][passages[s]] += sheet->words[a][s];
        count_tokens(sheet->context->comparison, &speech, a, passages, units, denials);
        count_statements(article, &speech, a);
    }
    return PX_OK;
}

static enum px_status count_lengths(struct px_sheet *sheet, struct px_error *error)
{
    double **sentences = px_sheet_numbers(sheet);
    struct px_count_row *row = px_sheet_row(sheet, "style", "style.sentence_length", "words a sentence");
    if (sentences == NULL || row == NULL)
        return px_no_memory(error);
    row->measure = PX_MEASURE_MEAN;
    row->weight = PX_WEIGHT_DETAIL;
    row->below = sentences;
    row->quiet = true;
    for (size_t a = 0; a < sheet->context->count; a++) {
        const struct px_article *article = sheet->context->articles[a];
        for (uint32_t s = 0; s < article->sentences.count; s++) {
            if (!px_role_is_paragraph(article->blocks.items[article->sentences.items[s].block].role))
                continue;
            row->above[a][passage_of(article, s)] += sheet->words[a][s];
            sentences[a][passage_of(article, s)] += sheet->words[a][s] > 0;
        }
    }
    return PX_OK;
}

/* A window over the article's words that is moved one word at a time. */
struct window {
    const struct px_article *article;
    uint32_t *words;  /* token indices of words */
    uint32_t *folds;  /* of these */
    uint32_t *counts; /* by fold; all 0 between articles */
    size_t size;
};

static size_t collect_words(struct px_compare_context *context, struct window *window)
{
    size_t count = 0;
    for (uint32_t t = 0; t < window->article->tokens.count; t++) {
        const struct px_token *token = &window->article->tokens.items[t];
        if (!px_token_is_full_word(token))
            continue;
        window->words[count] = t;
        window->folds[count++] = px_compare_form(context, token)->fold;
    }
    return count;
}

/* Adds types / size of each window to the sentence in which its block of `size` windows starts. Their mean is the
 * moving-average type-token ratio (Covington & McFall 2010). Windows of one block share words and count as one unit:
 * taken by the sentence, units would be far from independent. */
static void slide(struct window *window, size_t words, double *above, double *below)
{
    size_t types = 0;
    size_t size = words < window->size ? words : window->size;
    for (size_t i = 0; i < words; i++) {
        types += window->counts[window->folds[i]]++ == 0;
        if (i + 1 < size)
            continue;
        size_t start = i + 1 - size;
        uint32_t sentence = window->article->tokens.items[window->words[start / size * size]].sentence;
        above[sentence] += (double)types / (double)size;
        below[sentence]++;
        types -= --window->counts[window->folds[start]] == 0;
    }
    for (size_t i = 0; i < words; i++)
        window->counts[window->folds[i]] = 0;
}

static enum px_status count_variety(struct px_sheet *sheet, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    double **windows = px_sheet_numbers(sheet);
    struct px_count_row *row =
        px_sheet_row(sheet, "style", "style.mattr", "variety of words (type-token ratio in windows of 100)");
    uint32_t *counts =
        px_arena_array(&context->scratch, uint32_t, px_vocabulary_fold_count(context->worker->vocabulary) + 1);
    if (windows == NULL || row == NULL || counts == NULL)
        return px_no_memory(error);
    row->measure = PX_MEASURE_INDEX;
    row->weight = PX_WEIGHT_DETAIL;
    row->below = windows;
    row->quiet = true;
    for (size_t a = 0; a < context->count; a++) {
        struct window window = {.article = context->articles[a], .counts = counts, .size = PX_MATTR_WINDOW};
        window.words = px_arena_array(&context->scratch, uint32_t, window.article->tokens.count);
        window.folds = px_arena_array(&context->scratch, uint32_t, window.article->tokens.count);
        if (window.words == NULL || window.folds == NULL)
            return px_no_memory(error);
        slide(&window, collect_words(context, &window), row->above[a], windows[a]);
    }
    return PX_OK;
}

enum px_status px_sheet_manner(struct px_sheet *sheet, struct px_error *error)
{
    enum px_status status = count_sourcing(sheet, error);
    if (status == PX_OK)
        status = px_sheet_sides(sheet, error);
    if (status == PX_OK)
        status = count_lengths(sheet, error);
    return status != PX_OK ? status : count_variety(sheet, error);
}
