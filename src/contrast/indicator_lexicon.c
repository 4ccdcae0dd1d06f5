/* The sheet's rows from lexicons: one a category, in order of the lexicon. */
#include "base/buffer.h"
#include "contrast/indicator.h"

/* How the categories of a lexicon become rows. `depth` is the number of dotted parts that are kept. */
struct scheme {
    uint16_t lexicon;
    const char *family;
    uint8_t voice;
    uint8_t depth;
    const char *deeper; /* a category whose parts are rows of their own: one part more */
    const char *hidden; /* a category that is evidence alone, and never a figure */
};

static const struct scheme SCHEMES[] = {
    {PX_LEXICON_LOADED, "loaded", PX_VOICE_OWN, 2, NULL, NULL},
    /* prescriptions in own voice are somebody's demand more often than the writer's */
    {PX_LEXICON_CERTAINTY, "certainty", PX_VOICE_OWN, 2, NULL, "certainty.prescription"},
    {PX_LEXICON_PRESUPPOSITION, "presupposition", PX_VOICE_OWN, 2, NULL, NULL},
    {PX_LEXICON_FRAMES, "frames", PX_VOICE_ALL, 2, "frames.policy", "frames.function"},
};

/* Rows by category, for matches to find. A row is an index into the sheet's rows. */
struct catalogue {
    struct px_sheet *sheet;
    struct px_table categories; /* full categories, "certainty.hedge.modal" */
    PX_VECTOR(uint32_t) rows;   /* [categories] PX_NONE for a hidden one */
    struct px_table names;      /* rows' names, "certainty.hedge" */
    PX_VECTOR(uint32_t) named;  /* [names] */
};

/* The category's first `depth` parts. */
static struct px_slice cut(struct px_slice category, size_t depth)
{
    size_t dots = 0;
    for (size_t i = 0; i < category.size; i++)
        if (category.data[i] == '.' && ++dots == depth)
            return px_slice_part(category, 0, i);
    return category;
}

static struct px_slice row_name(const struct scheme *scheme, struct px_slice category)
{
    if (scheme->hidden != NULL && px_category_within(category, px_slice_from(scheme->hidden)))
        return (struct px_slice){0};
    bool deeper = scheme->deeper != NULL && px_category_within(category, px_slice_from(scheme->deeper));
    return cut(category, (size_t)scheme->depth + deeper);
}

/* What the lexicon's file calls the category: its metadata "label.CATEGORY"; empty where it does not. */
static struct px_slice given_label(const struct catalogue *catalogue, const struct scheme *scheme, struct px_slice name)
{
    const struct px_resources *resources = catalogue->sheet->context->worker->resources;
    const struct px_lexicon *lexicon = px_resources_lexicon(resources, scheme->lexicon);
    for (size_t i = 0; i < lexicon->metadata.count; i++) {
        const struct px_metadata *it = &lexicon->metadata.items[i];
        struct px_slice key = PX_SLICE("label.");
        if (px_slice_starts(it->key, key) && px_slice_equal(px_slice_part(it->key, key.size, it->key.size), name))
            return it->value;
    }
    return (struct px_slice){0};
}

/* "frames.policy.fairness" of family "frames": "policy: fairness"; "_" and "-" become spaces. */
static void spell_out(struct px_buffer *label, const char *family_name, struct px_slice name)
{
    size_t family = strlen(family_name);
    size_t start = name.size > family && px_category_within(name, px_slice_from(family_name)) ? family + 1 : 0;
    for (size_t i = start; i < name.size; i++) {
        if (name.data[i] == '.')
            px_buffer_string(label, ": ");
        else
            px_buffer_byte(label, name.data[i] == '_' || name.data[i] == '-' ? ' ' : name.data[i]);
    }
}

static struct px_slice make_label(struct catalogue *catalogue, const struct scheme *scheme, struct px_slice name)
{
    struct px_buffer label = {0};
    struct px_slice given = given_label(catalogue, scheme, name);
    if (given.size > 0)
        px_buffer_append(&label, given);
    else
        spell_out(&label, scheme->family, name);
    if (scheme->voice == PX_VOICE_OWN)
        px_buffer_string(&label, ", own voice");
    struct px_slice copy = label.failed
                               ? (struct px_slice){NULL, 0}
                               : px_arena_copy(&catalogue->sheet->context->comparison->arena, px_buffer_slice(&label));
    px_buffer_release(&label);
    return copy;
}

/* Where the lexicon's file says which categories a page may list, the others are not: they are wrong too often, or miss
 * too much, for their counts to be compared. */
static bool is_unlisted(const struct catalogue *catalogue, const struct scheme *scheme, struct px_slice name)
{
    const struct px_resources *resources = catalogue->sheet->context->worker->resources;
    struct px_slice list = px_lexicon_metadata(px_resources_lexicon(resources, scheme->lexicon), "listed");
    return list.size > 0 && !px_category_listed(name, list);
}

static uint32_t add_row(struct catalogue *catalogue, const struct scheme *scheme, struct px_slice name)
{
    struct px_sheet *sheet = catalogue->sheet;
    bool added;
    uint32_t id = px_table_add(&catalogue->names, name, &added);
    if (id == PX_NONE || !added)
        return id == PX_NONE ? PX_NONE : catalogue->named.items[id];
    struct px_count_row *row = px_sheet_row(sheet, scheme->family, "", "");
    uint32_t *named = px_vector_push(&catalogue->named, &sheet->context->scratch);
    if (row == NULL || named == NULL)
        return PX_NONE;
    row->name = px_arena_copy(&sheet->context->comparison->arena, name);
    row->label = make_label(catalogue, scheme, name);
    row->voice = scheme->voice;
    row->user = scheme->lexicon >= PX_LEXICON_OWN;
    row->unlisted = is_unlisted(catalogue, scheme, name);
    row->weight = row->user ? PX_WEIGHT_FIGURE : PX_WEIGHT_DETAIL;
    *named = (uint32_t)(sheet->rows.count - 1);
    return row->name.data == NULL || row->label.data == NULL ? PX_NONE : *named;
}

/* Gives every category of the lexicon its row, but for those none of whose entries can count. Neighbours in a file are
 * mostly of one category. */
static bool add_categories(struct catalogue *catalogue, const struct scheme *scheme)
{
    struct px_sheet *sheet = catalogue->sheet;
    const struct px_lexicon *lexicon = px_resources_lexicon(sheet->context->worker->resources, scheme->lexicon);
    double mark =
        scheme->lexicon == PX_LEXICON_LOADED ? 0 : px_lexicon_mark(lexicon); /* loaded words count by context */
    struct px_slice last = {0};
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        struct px_slice category = lexicon->entries.items[i].category;
        bool added = false;
        if (lexicon->entries.items[i].weight < mark || category.data == last.data || px_slice_equal(category, last))
            continue;
        last = category;
        if (px_table_add(&catalogue->categories, category, &added) == PX_NONE)
            return false;
        uint32_t *row = added ? px_vector_push(&catalogue->rows, &sheet->context->scratch) : NULL;
        struct px_slice name = row_name(scheme, category);
        if (!added)
            continue;
        if (row == NULL)
            return false;
        *row = name.size == 0 ? PX_NONE : add_row(catalogue, scheme, name);
        if (name.size > 0 && *row == PX_NONE)
            return false;
    }
    return true;
}

/* The user's lexicons are families of their own, in every voice. */
static bool add_user_lexicons(struct catalogue *catalogue)
{
    const struct px_resources *resources = catalogue->sheet->context->worker->resources;
    struct px_arena *arena = &catalogue->sheet->context->comparison->arena;
    for (size_t i = PX_LEXICON_OWN; i < px_resources_count(resources); i++) {
        struct px_slice name = px_arena_copy(arena, px_resources_lexicon(resources, i)->name);
        struct scheme scheme = {(uint16_t)i, name.data, PX_VOICE_ALL, UINT8_MAX, NULL, NULL};
        if (name.data == NULL || !add_categories(catalogue, &scheme))
            return false;
    }
    return true;
}

/* Rows that sum up all loaded wording, by voice. */
struct totals {
    uint32_t rows[4]; /* by enum px_voice */
    uint32_t proposed;
};

/* Fills in `below[voice]`, the words in direct and in indirect speech, sentence by sentence; false when memory is out. */
static bool count_words_of_others(struct px_sheet *sheet, double **below[4])
{
    below[PX_VOICE_DIRECT] = px_sheet_numbers(sheet);
    below[PX_VOICE_INDIRECT] = px_sheet_numbers(sheet);
    if (below[PX_VOICE_DIRECT] == NULL || below[PX_VOICE_INDIRECT] == NULL)
        return false;
    for (size_t a = 0; a < sheet->context->count; a++) {
        const struct px_article *article = sheet->context->articles[a];
        for (size_t t = 0; t < article->tokens.count; t++) {
            const struct px_token *token = &article->tokens.items[t];
            if (token->voice < 4 && below[token->voice] != NULL && px_token_counts(token))
                below[token->voice][a][token->sentence]++;
        }
    }
    return true;
}

/* What others say is counted out of their words: who quotes more does not quote in more loaded words for that. */
static bool add_totals(struct px_sheet *sheet, struct totals *totals)
{
    static const char *const NAMES[] = {"loaded.own", "loaded.direct", "loaded.indirect", "loaded.scare"};
    static const char *const LABELS[] = {"loaded wording, own voice", "loaded wording in direct speech",
                                         "loaded wording in reported speech or thought",
                                         "loaded wording in scare quotes or held at a distance (“so-called”)"};
    double **below[4] = {NULL};
    if (!count_words_of_others(sheet, below))
        return false;
    for (uint8_t voice = 0; voice < 4; voice++) {
        struct px_count_row *row = px_sheet_row(sheet, "loaded", NAMES[voice], LABELS[voice]);
        if (row == NULL)
            return false;
        row->voice = voice;
        row->weight = voice == PX_VOICE_OWN ? PX_WEIGHT_FIRST : PX_WEIGHT_FIGURE;
        row->within = below[voice] != NULL;
        row->below = row->within ? below[voice] : row->below;
        totals->rows[voice] = (uint32_t)(sheet->rows.count - 1);
    }
    struct px_count_row *row = px_sheet_row(sheet, "loaded", "loaded.proposed", "proposed by the model, own voice");
    if (row != NULL) {
        row->voice = PX_VOICE_OWN;
        row->unlisted = true; /* a proposal is right in less than every second case */
    }
    totals->proposed = (uint32_t)(sheet->rows.count - 1);
    return row != NULL;
}

/* Another category of the same words, counted already. */
static bool is_repeated(const struct px_article *article, size_t index)
{
    const struct px_match *match = &article->matches.items[index];
    for (size_t i = index; i > 0 && article->matches.items[i - 1].first_token == match->first_token; i--)
        if (px_match_is_loaded(&article->matches.items[i - 1]) && !article->matches.items[i - 1].by_model &&
            px_match_counts(&article->matches.items[i - 1]) && article->matches.items[i - 1].marked == match->marked)
            return true;
    return false;
}

static void count_match(struct catalogue *catalogue, const struct totals *totals, size_t article, size_t index)
{
    const struct px_article *a = catalogue->sheet->context->articles[article];
    const struct px_match *match = &a->matches.items[index];
    if (!px_match_counts(match) || match->sentence >= a->sentences.count ||
        px_comparison_leaves_out(catalogue->sheet->context->comparison, article, match))
        return;
    if (match->by_model) {
        if (match->voice == PX_VOICE_OWN && px_match_is_proposal(match))
            catalogue->sheet->rows.items[totals->proposed].above[article][match->sentence]++;
        return;
    }
    if (px_match_is_loaded(match) && px_match_voice(match) < 4 && !is_repeated(a, index))
        catalogue->sheet->rows.items[totals->rows[px_match_voice(match)]].above[article][match->sentence]++;
    uint32_t category = px_table_find(&catalogue->categories, match->category);
    uint32_t index_of_row = category == PX_NONE ? PX_NONE : catalogue->rows.items[category];
    if (index_of_row == PX_NONE)
        return;
    struct px_count_row *row = &catalogue->sheet->rows.items[index_of_row];
    if (row->voice == PX_VOICE_ALL || row->voice == px_match_voice(match))
        row->above[article][match->sentence]++;
}

enum { NEGATION_REACH = 3 };

/* Tokens that are part of a name or a role, where words mean nothing by themselves: "Affordable Care Act". */
static bool *find_names(struct px_compare_context *context, const struct px_article *article)
{
    bool *named = px_arena_array(&context->scratch, bool, article->tokens.count + 1);
    for (size_t m = 0; named != NULL && m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        for (uint32_t t = 0; mention->form != PX_MENTION_PRONOUN && t < mention->token_count; t++)
            named[mention->first_token + t] = true;
    }
    return named;
}

/* Does the word praise or blame by itself? Not in a noun of several words ("health care law"), as a verb with a
 * particle ("hit back"), or as anything but a noun, a verb, an adjective or an adverb. */
static bool judges(const struct px_article *article, uint32_t token)
{
    const struct px_lexeme *lexeme = article->lexemes == NULL ? NULL : &article->lexemes[token];
    return lexeme == NULL || (!lexeme->compound && !lexeme->particle && lexeme->word_class != PX_WORD_OTHER &&
                              lexeme->word_class != PX_WORD_NAME && lexeme->word_class != PX_WORD_NUMBER);
}

/* Words of praise and blame in the outlet's own voice, but for those that a word just before negates. */
static bool count_valence_of(struct px_sheet *sheet, size_t a, double *positive, double *negative)
{
    const struct px_article *article = sheet->context->articles[a];
    const bool *named = find_names(sheet->context, article);
    size_t negated = 0; /* first token that no negation reaches */
    for (size_t i = 0; named != NULL && i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        const struct px_token *token = &article->tokens.items[hit->first_token];
        if (hit->lexicon == PX_LEXICON_NEGATION)
            negated = hit->first_token + hit->token_count + NEGATION_REACH;
        if (hit->lexicon != PX_LEXICON_VALENCE || token->voice != PX_VOICE_OWN || hit->first_token < negated ||
            named[hit->first_token] || !judges(article, hit->first_token))
            continue;
        double weight = px_resources_entry(sheet->context->worker->resources, hit)->weight;
        (weight < 0 ? negative : positive)[token->sentence] += weight != 0;
    }
    return named != NULL;
}

static enum px_status count_valence(struct px_sheet *sheet, struct px_error *error)
{
    struct px_count_row *positive = px_sheet_row(sheet, "valence", "valence.positive", "positive words, own voice");
    double **above = positive == NULL ? NULL : positive->above;
    struct px_count_row *negative = px_sheet_row(sheet, "valence", "valence.negative", "negative words, own voice");
    if (above == NULL || negative == NULL)
        return px_no_memory(error);
    negative->voice = sheet->rows.items[sheet->rows.count - 2].voice = PX_VOICE_OWN;
    negative->weight = sheet->rows.items[sheet->rows.count - 2].weight = PX_WEIGHT_DETAIL;
    for (size_t a = 0; a < sheet->context->count; a++)
        if (!count_valence_of(sheet, a, above[a], negative->above[a]))
            return px_no_memory(error);
    return PX_OK;
}

enum px_status px_sheet_lexicons(struct px_sheet *sheet, struct px_error *error)
{
    struct catalogue catalogue = {.sheet = sheet};
    struct totals totals = {0};
    if (sheet->context->worker->resources == NULL)
        return PX_OK;
    bool ready = add_totals(sheet, &totals);
    for (size_t i = 0; ready && i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        ready = add_categories(&catalogue, &SCHEMES[i]);
    ready = ready && add_user_lexicons(&catalogue);
    for (size_t a = 0; ready && a < sheet->context->count; a++)
        for (size_t i = 0; i < sheet->context->articles[a]->matches.count; i++)
            count_match(&catalogue, &totals, a, i);
    enum px_status status = ready ? count_valence(sheet, error) : px_no_memory(error);
    px_table_release(&catalogue.categories);
    px_table_release(&catalogue.names);
    return status;
}

enum px_status px_sheet_topics(struct px_sheet *sheet, struct px_error *error)
{
    size_t own = 0;
    while (own < sheet->rows.count && !px_slice_is(sheet->rows.items[own].name, "loaded.own"))
        own++;
    for (uint32_t i = 0; own < sheet->rows.count && i < sheet->context->comparison->topics.count; i++) {
        const struct px_topic *topic = &sheet->context->comparison->topics.items[i];
        if (topic->only != PX_NONE)
            continue;
        double **below = px_sheet_numbers(sheet);
        struct px_count_row *row = px_sheet_row(sheet, "loaded.topic", "loaded.own", "loaded wording, own voice");
        if (row == NULL || below == NULL)
            return px_no_memory(error);
        row->below = below;
        row->topic = i;
        row->voice = PX_VOICE_OWN;
        for (size_t a = 0; a < sheet->context->count; a++)
            for (size_t s = 0; s < sheet->context->articles[a]->sentences.count; s++) {
                if (!px_topic_holds(topic, a, sheet->context->articles[a]->sentences.items[s].start))
                    continue;
                row->above[a][s] = sheet->rows.items[own].above[a][s];
                below[a][s] = sheet->words[a][s];
            }
    }
    return PX_OK;
}
