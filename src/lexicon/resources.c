#include "lexicon/resources.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/pool.h"
#include "lexicon/ready.h"
#include "lexicon/resources_inside.h"
#include "text/normalise.h"

/* How the program uses a lexicon of its own. */
enum use {
    SEARCHED,  /* matched in running text */
    LOOKED_UP, /* found by px_match_form only */
    READ       /* read as a list by who needs it */
};

static const struct {
    const char *file;
    enum use use;
    bool shown;
} standard[PX_LEXICON_OWN] = {
    [PX_LEXICON_LOADED] = {"loaded.tsv", SEARCHED, true},
    [PX_LEXICON_CERTAINTY] = {"certainty.tsv", SEARCHED, true},
    [PX_LEXICON_FRAMES] = {"frames.tsv", SEARCHED, true},
    [PX_LEXICON_PRESUPPOSITION] = {"presupposition.tsv", SEARCHED, true},
    [PX_LEXICON_CUES] = {"cues.tsv", SEARCHED, false},
    [PX_LEXICON_SOURCES] = {"sources.tsv", SEARCHED, false},
    [PX_LEXICON_NAMING] = {"naming.tsv", SEARCHED, false},
    [PX_LEXICON_VALENCE] = {"valence.tsv", SEARCHED, false},
    [PX_LEXICON_NEGATION] = {"negation.tsv", SEARCHED, false},
    [PX_LEXICON_DEGREE] = {"degree.tsv", SEARCHED, false},
    [PX_LEXICON_TITLES] = {"titles.tsv", SEARCHED, false},
    [PX_LEXICON_ROLES] = {"roles.tsv", SEARCHED, false},
    [PX_LEXICON_DEMONYMS] = {"demonyms.tsv", SEARCHED, false},
    [PX_LEXICON_ORGANISATIONS] = {"organisations.tsv", SEARCHED, false},
    [PX_LEXICON_FIRSTNAMES] = {"firstnames.tsv", LOOKED_UP, false},
    [PX_LEXICON_PRONOUNS] = {"pronouns.tsv", SEARCHED, false},
    [PX_LEXICON_MONTHS] = {"months.tsv", READ, false},
    [PX_LEXICON_STOPWORDS] = {"stopwords.tsv", READ, false},
    [PX_LEXICON_ABBREVIATIONS] = {"abbreviations.tsv", READ, false},
    [PX_LEXICON_FURNITURE] = {"furniture.tsv", READ, false},
    [PX_LEXICON_GENRE] = {"genre.tsv", READ, false},
    [PX_LEXICON_FREQUENCIES] = {"frequencies.tsv", READ, false},
    [PX_LEXICON_GRAMMAR] = {"grammar.tsv", SEARCHED, false},
    [PX_LEXICON_NAMES] = {"names.tsv", SEARCHED, false},
    [PX_LEXICON_NUMBERS] = {"numbers.tsv", SEARCHED, false},
    [PX_LEXICON_AGENCY] = {"agency.tsv", SEARCHED, false},
    [PX_LEXICON_UPTAKE] = {"uptake.tsv", SEARCHED, false},
    [PX_LEXICON_ALIASES] = {"aliases.tsv", SEARCHED, false},
    [PX_LEXICON_CONNOTATION] = {"connotation.tsv", SEARCHED, false},
    [PX_LEXICON_CLAIMS] = {"claims.tsv", SEARCHED, false},
    [PX_LEXICON_MOTIVES] = {"motives.tsv", SEARCHED, false},
    [PX_LEXICON_BLAME] = {"blame.tsv", SEARCHED, false},
    [PX_LEXICON_QUANTITIES] = {"quantities.tsv", SEARCHED, false},
    [PX_LEXICON_EVENTS] = {"events.tsv", SEARCHED, false},
};

/* Files of words that the segmenter alone knows. */
enum { SEGMENTING = 2 };
static const char *const segmenting[SEGMENTING] = {"clitics.tsv", "beginnings.tsv"};

const char *px_resources_file(size_t number)
{
    if (number < PX_LEXICON_OWN)
        return standard[number].file;
    return number < PX_LEXICON_OWN + SEGMENTING ? segmenting[number - PX_LEXICON_OWN] : NULL;
}

/* The language's own lexicons in the making. They know nothing of each other. */
struct reading {
    struct px_resources *resources;
    const struct px_resources_options *options;
    enum px_status status[PX_LEXICON_OWN];
    struct px_error errors[PX_LEXICON_OWN];
};

/* A missing lexicon stays empty, as does one that counting would not look at. */
static void read_standard(void *argument, size_t thread, size_t i)
{
    struct reading *reading = argument;
    const struct px_resources_options *options = reading->options;
    struct px_lexicon *lexicon = &reading->resources->lexicons[i];
    (void)thread;
    if (i == PX_LEXICON_ALIASES && options->aliases != NULL) /* the user's stand for them */
        return;
    bool idle = options->for_counting && standard[i].use != READ && !px_resources_counted(reading->resources, i);
    reading->status[i] = idle ? PX_ERROR_NOT_FOUND
                              : px_resources_search(options->directory, reading->resources->language, standard[i].file,
                                                    lexicon, &reading->errors[i]);
    lexicon->lookup_only = standard[i].use == LOOKED_UP;
    if (reading->status[i] == PX_ERROR_NOT_FOUND)
        lexicon->name = lexicon->path = px_slice_from(standard[i].file);
}

/* Reads the language's own lexicons, several at a time. PX_ERROR_NOT_FOUND when none of those is there that running
 * text is matched against: stop words alone make no analysis. */
static enum px_status read_all_standard(struct px_resources *resources, const struct px_resources_options *options,
                                        struct px_error *error)
{
    struct reading reading = {.resources = resources, .options = options};
    bool found = options->file_count > 0;
    px_pool_each(2, PX_LEXICON_OWN, read_standard, &reading);
    for (size_t i = 0; i < PX_LEXICON_OWN; i++) {
        if (reading.status[i] != PX_OK && reading.status[i] != PX_ERROR_NOT_FOUND) {
            if (error != NULL)
                *error = reading.errors[i];
            return reading.status[i];
        }
        bool given = i == PX_LEXICON_ALIASES && options->aliases != NULL;
        found = found || (!given && reading.status[i] == PX_OK && standard[i].use == SEARCHED);
    }
    if (!found)
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicons for language '%s'", resources->language);
    return PX_OK;
}

static enum px_status read_own(struct px_resources *resources, const struct px_resources_options *options,
                               struct px_error *error)
{
    enum px_status status = PX_OK;
    if (options->aliases != NULL)
        status = px_resources_read_file(options->aliases, &resources->lexicons[PX_LEXICON_ALIASES], error);
    for (size_t i = 0; status == PX_OK && i < options->file_count; i++)
        status = px_resources_read_file(options->files[i], &resources->lexicons[PX_LEXICON_OWN + i], error);
    if (status != PX_OK || options->topics == NULL)
        return status;
    status = px_resources_read_file(options->topics, &resources->lexicons[resources->topics], error);
    if (status == PX_OK && resources->lexicons[resources->topics].entries.count == 0) {
        px_error_set(error, PX_ERROR_INPUT, "no topics: the lexicon has no entries");
        px_error_place(error, options->topics, 0, 0);
        status = PX_ERROR_INPUT;
    }
    return status;
}

static bool add_folded(struct px_table *table, struct px_slice text, struct px_buffer *buffer, uint32_t *id)
{
    px_buffer_clear(buffer);
    px_text_fold(text, buffer);
    *id = buffer->failed ? PX_NONE : px_table_add(table, px_buffer_slice(buffer), NULL);
    return *id != PX_NONE;
}

/* An exact entry stands as it is spelled ("No." is an abbreviation, "no." the end of a sentence), the others folded. */
static bool add_spelling(struct px_table *table, const struct px_entry *entry, struct px_buffer *buffer, uint32_t *id)
{
    if (!entry->exact_case)
        return add_folded(table, entry->text, buffer, id);
    *id = px_table_add(table, entry->text, NULL);
    return *id != PX_NONE;
}

static enum px_status fill_abbreviations(struct px_resources *resources, struct px_error *error)
{
    const struct px_lexicon *lexicon = &resources->lexicons[PX_LEXICON_ABBREVIATIONS];
    struct px_segmenter *segmenter = &resources->segmenter;
    struct px_buffer buffer = {0};
    bool done = true;
    uint32_t id;
    segmenter->abbreviation_kinds = calloc(lexicon->entries.count + 1, 1);
    if (segmenter->abbreviation_kinds == NULL)
        return px_no_memory(error);
    for (size_t i = 0; done && i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        done = add_spelling(&segmenter->abbreviations, entry, &buffer, &id);
        if (done && px_category_within(entry->category, PX_SLICE("abbreviation.title")))
            segmenter->abbreviation_kinds[id] = PX_ABBREVIATION_TITLE;
        else if (done && px_category_within(entry->category, PX_SLICE("abbreviation.place")))
            segmenter->abbreviation_kinds[id] = PX_ABBREVIATION_PLACE;
    }
    px_buffer_release(&buffer);
    return done ? PX_OK : px_no_memory(error);
}

struct shelf {
    struct px_slice category;
    struct px_table *table;
};

/* The file's entries, each into the tables of the categories it is within; none when the language has no such file. */
static enum px_status fill_words(const struct px_resources *resources, const char *directory, const char *file,
                                 const struct shelf *shelves, size_t count, struct px_error *error)
{
    struct px_lexicon lexicon;
    struct px_buffer buffer = {0};
    enum px_status status = px_resources_search(directory, resources->language, file, &lexicon, error);
    uint32_t id;
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    for (size_t i = 0; status == PX_OK && i < lexicon.entries.count; i++)
        for (size_t k = 0; k < count; k++)
            if (px_category_within(lexicon.entries.items[i].category, shelves[k].category) &&
                !add_spelling(shelves[k].table, &lexicon.entries.items[i], &buffer, &id))
                status = px_no_memory(error);
    px_buffer_release(&buffer);
    px_lexicon_release(&lexicon);
    return status;
}

static enum px_status fill_segmenter(struct px_resources *resources, const char *directory, struct px_error *error)
{
    struct px_segmenter *segmenter = &resources->segmenter;
    const struct shelf clitics = {PX_SLICE("clitic"), &segmenter->clitics};
    const struct shelf beginnings[] = {
        {PX_SLICE("beginning"), &segmenter->beginnings},
        {PX_SLICE("beginning.firm"), &segmenter->firm},
        {PX_SLICE("heading"), &segmenter->headings},
        {PX_SLICE("numbered"), &segmenter->numbered},
        {PX_SLICE("day"), &segmenter->days},
    };
    enum px_status status = fill_words(resources, directory, segmenting[0], &clitics, 1, error);
    if (status == PX_OK)
        status =
            fill_words(resources, directory, segmenting[1], beginnings, sizeof beginnings / sizeof *beginnings, error);
    return status;
}

static enum px_status make_matcher(struct px_resources *resources, bool for_counting, struct px_error *error)
{
    const struct px_lexicon **searched = calloc(resources->count, sizeof(const struct px_lexicon *));
    if (searched == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < resources->count; i++) {
        bool matched = i >= PX_LEXICON_OWN || standard[i].use != READ;
        if (for_counting ? px_resources_counted(resources, i) : matched)
            searched[i] = &resources->lexicons[i];
    }
    enum px_status status =
        px_matcher_new(searched, resources->count, &resources->segmenter, &resources->matcher, error);
    free(searched);
    return status;
}

static enum px_status fill(struct px_resources *resources, const struct px_resources_options *options,
                           struct px_error *error)
{
    enum px_status status = read_all_standard(resources, options, error);
    if (status == PX_OK)
        status = read_own(resources, options, error);
    if (status == PX_OK)
        status = fill_abbreviations(resources, error);
    if (status == PX_OK)
        status = fill_segmenter(resources, options->directory, error);
    if (status == PX_OK)
        status = make_matcher(resources, options->for_counting, error);
    if (status == PX_OK && options->nested_in_categories)
        px_matcher_nest_in_categories(resources->matcher);
    return status;
}

enum px_status px_resources_new(const struct px_resources_options *options, struct px_resources **resources,
                                struct px_error *error)
{
    *resources = NULL;
    if (!px_resources_is_language(options->language))
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicons for language '%s'",
                            options->language == NULL ? "" : options->language);
    if (px_ready_fits(options))
        return px_ready_open(options, resources, error);
    struct px_resources *made = calloc(1, sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    snprintf(made->language, sizeof made->language, "%s", options->language);
    made->count = PX_LEXICON_OWN + options->file_count + (options->topics != NULL);
    made->topics = options->topics != NULL ? made->count - 1 : PX_NO_TOPICS;
    made->lexicons = calloc(made->count, sizeof *made->lexicons);
    if (made->lexicons == NULL) {
        free(made);
        return px_no_memory(error);
    }
    enum px_status status = fill(made, options, error);
    if (status != PX_OK) {
        px_resources_free(made);
        return status;
    }
    *resources = made;
    return PX_OK;
}

void px_resources_free(struct px_resources *resources)
{
    if (resources == NULL)
        return;
    px_matcher_free(resources->matcher);
    if (!resources->ready) {
        px_segmenter_release(&resources->segmenter);
        for (size_t i = 0; i < resources->count; i++)
            px_lexicon_release(&resources->lexicons[i]);
        free(resources->lexicons);
    }
    free(resources);
}

const struct px_lexicon *px_resources_lexicon(const struct px_resources *resources, size_t index)
{
    return &resources->lexicons[index];
}

size_t px_resources_count(const struct px_resources *resources)
{
    return resources->count;
}

const struct px_entry *px_resources_entry(const struct px_resources *resources, const struct px_hit *hit)
{
    return &resources->lexicons[hit->lexicon].entries.items[hit->entry];
}

const char *px_resources_language(const struct px_resources *resources)
{
    return resources->language;
}

bool px_resources_foreign(const struct px_resources *resources, struct px_slice language)
{
    struct px_slice own = px_slice_from(resources->language);
    return language.size > 0 &&
           !(px_slice_starts(language, own) && (language.size == own.size || language.data[own.size] == '-'));
}

const struct px_segmenter *px_resources_segmenter(const struct px_resources *resources)
{
    return &resources->segmenter;
}

const struct px_matcher *px_resources_matcher(const struct px_resources *resources)
{
    return resources->matcher;
}

size_t px_resources_topics(const struct px_resources *resources)
{
    return resources->topics;
}

bool px_resources_shown(const struct px_resources *resources, size_t index)
{
    return index < resources->count && index != resources->topics && (index >= PX_LEXICON_OWN || standard[index].shown);
}

bool px_resources_counted(const struct px_resources *resources, size_t index)
{
    size_t end = resources->count - (resources->topics != PX_NO_TOPICS);
    if (end > PX_LEXICON_OWN)
        return index >= PX_LEXICON_OWN && index < end;
    return px_resources_shown(resources, index) || index == PX_LEXICON_VALENCE;
}

enum px_status px_worker_init(struct px_worker *worker, const struct px_resources *resources, struct px_error *error)
{
    const struct px_lexicon *stops = &resources->lexicons[PX_LEXICON_STOPWORDS];
    *worker = (struct px_worker){.resources = resources};
    enum px_status status = px_vocabulary_new(resources->language, &worker->vocabulary, error);
    for (size_t i = 0; status == PX_OK && i < stops->entries.count; i++)
        if (px_vocabulary_stop(worker->vocabulary, stops->entries.items[i].text) != PX_OK)
            status = px_no_memory(error);
    if (status == PX_OK)
        status = px_match_cache_new(resources->matcher, worker->vocabulary, &worker->cache, error);
    if (status != PX_OK)
        px_worker_release(worker);
    return status;
}

void px_worker_release(struct px_worker *worker)
{
    px_match_cache_free(worker->cache);
    px_vocabulary_free(worker->vocabulary);
    px_arena_release(&worker->scratch);
    *worker = (struct px_worker){0};
}
