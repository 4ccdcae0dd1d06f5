#define _DEFAULT_SOURCE /* madvise */
#include "cli/context.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pool.h"
#include "cli/lexicons.h"
#include "cli/paths.h"
#include "cli/ready.h"
#include "cli/version.h"
#include "entity/alias.h"
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

/* One a thread; where articles are shared no more than there are of these, as far as the names of the files tell: a
 * worker costs something too. */
static size_t count_workers(const struct px_options *options, unsigned needs)
{
    if ((needs & PX_NEEDS_THREADS) == 0)
        return 1;
    size_t articles = options->argument_count < 2 ? 2 : options->argument_count;
    return (needs & PX_SHARES_ARTICLES) != 0 && articles < options->threads ? articles : options->threads;
}

static enum px_status open_workers(struct px_cli *context, size_t count, struct px_error *error)
{
    context->workers = px_arena_array(&context->arena, struct px_worker, count);
    if (context->workers == NULL)
        return px_no_memory(error);
    for (; context->worker_count < count; context->worker_count++) {
        enum px_status status = px_worker_init(&context->workers[context->worker_count], context->resources, error);
        if (status != PX_OK)
            return status;
    }
    return PX_OK;
}

static enum px_status open_resources(struct px_cli *context, unsigned needs, struct px_error *error)
{
    const struct px_options *options = context->options;
    struct px_resources_options wanted = {.language = options->language,
                                          .directory = options->lexicons,
                                          .files = options->lexicon_files,
                                          .file_count = options->lexicon_count,
                                          .aliases = options->aliases,
                                          .topics = options->topics,
                                          .nested_in_categories = strcmp(options->nested, "category") == 0,
                                          .for_counting = (needs & PX_ONLY_COUNTED_LEXICONS) != 0,
                                          .ready = PX_READY(resources)};
    enum px_status status = px_resources_new(&wanted, &context->resources, error);
    if (status == PX_OK)
        status = px_alias_check(px_resources_lexicon(context->resources, PX_LEXICON_ALIASES), error);
    if (status == PX_OK && options->aliases != NULL)
        px_cli_first_lexicon_warnings(context, options->aliases,
                                      &px_resources_lexicon(context->resources, PX_LEXICON_ALIASES)->warnings);
    for (size_t i = 0; status == PX_OK && i < options->lexicon_count; i++)
        px_cli_first_lexicon_warnings(context, options->lexicon_files[i],
                                      &px_resources_lexicon(context->resources, PX_LEXICON_OWN + i)->warnings);
    if (status == PX_OK && options->topics != NULL)
        px_cli_first_lexicon_warnings(
            context, options->topics,
            &px_resources_lexicon(context->resources, px_resources_topics(context->resources))->warnings);
    return status == PX_OK ? open_workers(context, count_workers(options, needs), error) : status;
}

/* Few articles are shared by a few threads, whether there are as many articles or not. */
static enum px_status open_crew(struct px_cli *context, struct px_error *error)
{
    size_t threads = context->options->threads;
    context->crew_count = context->worker_count;
    if ((context->needs & PX_SHARES_ARTICLES) == 0 || context->worker_count > PX_CREW_MOST_MEMBERS)
        return PX_OK;
    context->crew_count = threads < PX_CREW_MOST_MEMBERS ? threads : PX_CREW_MOST_MEMBERS;
    return px_crew_new(&context->crew, error);
}

static enum px_status open_parsers(struct px_cli *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    size_t count = context->crew_count;
    if (context->grammar == NULL)
        return PX_OK;
    context->parsers = px_arena_array(&context->arena, struct px_parser *, count);
    if (context->parsers == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count && status == PX_OK; i++)
        status = px_parser_new(context->grammar->syntax, &context->parsers[i], error);
    if (status == PX_OK && context->crew != NULL)
        px_parsers_share(context->parsers, count, context->crew);
    return status;
}

static enum px_status open_readers(struct px_cli *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    if (context->loaded == NULL)
        return PX_OK;
    context->readers = px_arena_array(&context->arena, struct px_loaded_reader *, context->worker_count);
    if (context->readers == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < context->worker_count && status == PX_OK; i++)
        status = px_loaded_reader_new(context->loaded, &context->readers[i], error);
    return status;
}

static enum px_status open_judges(struct px_cli *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    if (context->stance == NULL)
        return PX_OK;
    context->judges = px_arena_array(&context->arena, struct px_stance_reader *, context->worker_count);
    if (context->judges == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < context->worker_count && status == PX_OK; i++)
        status = px_stance_reader_new(context->stance, &context->judges[i], error);
    return status;
}

/* The reader of inputs, the lexicons and the models know nothing of each other and are opened side by side; what takes
 * longest comes first. */
enum { PART_INGEST, PART_STANCE, PART_LOADED, PART_LEXICONS, PART_SOURCING, PART_GRAMMAR, PARTS };

struct opening {
    struct px_cli *context;
    unsigned needs;
    enum px_status status[PARTS];
    struct px_error errors[PARTS];
};

static void open_part(void *argument, size_t thread, size_t part)
{
    struct opening *opening = argument;
    struct px_cli *context = opening->context;
    const struct px_options *options = context->options;
    bool models = (opening->needs & PX_NEEDS_MODELS) != 0 && !options->no_model;
    bool grammar = (opening->needs & PX_NEEDS_GRAMMAR) != 0 || (models && !options->no_syntax);
    (void)thread;
    if (part == PART_INGEST)
        opening->status[part] =
            px_ingest_open(options->lexicons, PX_READY(rules), &context->ingest, &opening->errors[part]);
    else if (part == PART_LEXICONS && (opening->needs & PX_NEEDS_LEXICONS) != 0)
        opening->status[part] = open_resources(context, opening->needs, &opening->errors[part]);
    else if (part == PART_LOADED && models)
        opening->status[part] = px_loaded_model_new(options->lexicons, options->language, PX_READY(loaded),
                                                    &context->loaded, &opening->errors[part]);
    else if (part == PART_SOURCING && models && !options->no_syntax)
        opening->status[part] =
            px_sourcing_model_new(options->lexicons, options->language, &context->sourcing, &opening->errors[part]);
    else if (part == PART_STANCE && models && !options->no_syntax)
        opening->status[part] = px_stance_model_new(options->lexicons, options->language, PX_READY(stance),
                                                    &context->stance, &opening->errors[part]);
    else if (part == PART_GRAMMAR && grammar)
        opening->status[part] =
            px_grammar_new(options->lexicons, options->language, &context->grammar, &opening->errors[part]);
}

static enum px_status open_all(struct px_cli *context, unsigned needs, struct px_error *error)
{
    struct opening opening = {.context = context, .needs = needs};
    enum px_status status = px_cli_check_paths(context->options, error);
    if (status != PX_OK)
        return status;
    px_pool_each(2, PARTS, open_part, &opening);
    for (size_t part = 0; part < PARTS; part++) {
        if (opening.status[part] != PX_OK) {
            *error = opening.errors[part];
            return opening.status[part];
        }
    }
    status = context->resources == NULL ? PX_OK : px_cli_common_provenance(context, error);
    if (status == PX_OK && context->resources != NULL && !context->options->no_model && !context->options->no_syntax)
        status = px_cli_read_validity(context, error);
    if (status == PX_OK)
        status = open_readers(context, error);
    if (status == PX_OK)
        status = open_judges(context, error);
    if (status == PX_OK)
        status = open_crew(context, error);
    if (status == PX_OK)
        status = open_parsers(context, error);
    if (status == PX_OK)
        status = px_cli_know_recurring(context, error);
    if (status != PX_OK || (needs & PX_WRITES_FILES) != 0)
        return status;
    return px_output_open(context->options->output, &context->output, error);
}

#ifdef __GLIBC__
/* The memory that most runs need comes in large pages, where the kernel has them: a small one costs a stop each. What
 * lies before the first large one is passed over. */
static void want_large_pages(void)
{
#ifdef MADV_HUGEPAGE
    enum { HEAP = 30 << 20, LARGE_PAGE = 2 << 20, HEADER = 64 };
    static void *passed;       /* never freed */
    char *heap = malloc(HEAP); /* its bytes are not touched, and are at the heap's end again once it is freed */
    if (heap == NULL)
        return;
    size_t before = LARGE_PAGE - (uintptr_t)heap % LARGE_PAGE;
    madvise(heap + before, HEAP - LARGE_PAGE, MADV_HUGEPAGE);
    free(heap);
    if (passed == NULL && before > HEADER)
        passed = malloc(before - HEADER);
#endif
}
#endif

/* Where the C library lets itself be told: memory that was given back is kept for the next piece, since pages of the
 * kernel's cost more than most pieces' work; and two threads take theirs from one place, since a place of a second
 * thread's grows by a call to the kernel for nearly every block, which stops the first. */
static void tune_memory(size_t threads)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
    if (threads <= 2)
        mallopt(M_ARENA_MAX, 1);
    want_large_pages();
#else
    (void)threads;
#endif
}

int px_cli_open(struct px_cli *context, const struct px_options *options, unsigned needs)
{
    struct px_error error = {0};
    tune_memory(count_workers(options, needs));
    *context = (struct px_cli){
        .options = options, .needs = needs, .provenance = {.version = PX_VERSION, .seed = options->seed}};
    px_cli_begin_saying(context);
    if (open_all(context, needs, &error) == PX_OK) {
        px_cli_say_what_is_known(context);
        return PX_EXIT_DONE;
    }
    px_message_error(&error);
    return error.code == PX_ERROR_USAGE ? PX_EXIT_USAGE : PX_EXIT_COULD_NOT_RUN;
}

enum px_status px_cli_finish_tables(struct px_cli *context, struct px_error *error)
{
    struct px_tables *tables = context->tables;
    context->tables = NULL;
    return tables == NULL ? PX_OK : px_tables_finish(tables, &context->provenance, error);
}

static enum px_status commit(struct px_cli *context, struct px_error *error)
{
    struct px_output *output = context->output;
    struct px_folder *folder = context->folder;
    enum px_status status = px_cli_finish_tables(context, error);
    if (status == PX_OK && output != NULL) {
        context->output = NULL;
        status = px_output_commit(output, error);
    }
    if (status == PX_OK && folder != NULL) {
        context->folder = NULL;
        status = px_folder_commit(folder, error);
    }
    return status;
}

int px_cli_close(struct px_cli *context, enum px_status status, const struct px_error *error)
{
    struct px_error own = {0};
    px_cli_end_progress(context);
    px_cli_count_unshown(context);
    if (status == PX_OK) {
        status = commit(context, &own);
        error = &own;
        px_cli_say(context, "output written");
    }
    if (status != PX_OK) {
        px_cli_show_error(context, error);
        return status == PX_ERROR_USAGE ? PX_EXIT_USAGE : PX_EXIT_COULD_NOT_RUN;
    }
    return context->failures == 0 ? PX_EXIT_DONE : PX_EXIT_SOME_FAILED;
}

void px_cli_end_reading(struct px_cli *context)
{
    for (size_t i = 0; i < context->worker_count; i++) {
        if (context->readers != NULL)
            px_loaded_reader_free(context->readers[i]);
        if (context->judges != NULL)
            px_stance_reader_free(context->judges[i]);
        px_arena_release(&context->workers[i].scratch);
    }
    for (size_t i = 0; context->parsers != NULL && i < context->crew_count; i++)
        px_parser_free(context->parsers[i]);
    px_crew_free(context->crew);
    context->readers = NULL;
    context->judges = NULL;
    context->parsers = NULL;
    context->crew = NULL;
}

void px_cli_release(struct px_cli *context)
{
    px_cli_end_reading(context);
    for (size_t i = 0; i < context->worker_count; i++)
        px_worker_release(&context->workers[i]);
    px_resources_free(context->resources);
    px_loaded_model_free(context->loaded);
    px_sourcing_model_free(context->sourcing);
    px_stance_model_free(context->stance);
    px_grammar_free(context->grammar);
    px_ingest_free(context->ingest);
    px_recurring_free(context->recurring);
    px_recurring_free(context->counting);
    px_output_close(context->output);
    px_tables_free(context->tables);
    px_folder_close(context->folder);
    px_arena_release(&context->arena);
}

struct px_ingest_options px_cli_ingest_options(const struct px_cli *context, size_t index)
{
    const struct px_options *options = context->options;
    int input = options->input == NULL ? PX_INPUT_AUTO : px_ingest_input_find(px_slice_from(options->input));
    return (struct px_ingest_options){.input = input < 0 ? PX_INPUT_AUTO : (enum px_input)input,
                                      .verbatim = options->verbatim,
                                      .no_model = options->no_model,
                                      .limit = options->limit,
                                      .no_digest =
                                          (context->needs & PX_NEEDS_MODELS) == 0, /* no analysis, no provenance */
                                      .no_language = (context->needs & PX_NEEDS_MODELS) == 0,
                                      .counting = context->counting,
                                      .recurring = context->recurring,
                                      .outlet = index < options->outlet_count ? options->outlets[index] : NULL};
}

struct px_annotate_options px_cli_annotate_options(const struct px_cli *context, const struct px_worker *worker)
{
    size_t index = (size_t)(worker - context->workers);
    return (struct px_annotate_options){.loaded = context->readers == NULL ? NULL : context->readers[index],
                                        .parser = context->parsers == NULL ? NULL : context->parsers[index],
                                        .splitter = context->grammar == NULL ? NULL : &context->grammar->splitter,
                                        .sourcing = context->sourcing,
                                        .targets = context->options->targets,
                                        .target_count = context->options->target_count,
                                        .stance = context->judges == NULL ? NULL : context->judges[index],
                                        .no_model = context->options->no_model,
                                        .strict = context->options->strict,
                                        .no_syntax = context->options->no_syntax};
}

enum px_status px_cli_source(struct px_cli *context, size_t index, struct px_source **source, struct px_error *error)
{
    struct px_ingest_options reading = px_cli_ingest_options(context, SIZE_MAX);
    const char *path = context->options->arguments[index];
    enum px_status status = px_source_open(context->ingest, path, &reading, source, error);
    if (status == PX_OK)
        px_cli_say(context, "%s: opened, %zu article%s", path, px_source_count(*source),
                   px_source_count(*source) == 1 ? "" : "s");
    return status;
}

enum px_status px_cli_read(const struct px_cli *context, struct px_worker *worker, const struct px_cli_place *place,
                           struct px_article *article, struct px_error *error)
{
    struct px_ingest_options reading = px_cli_ingest_options(context, place->number);
    struct px_annotate_options finding = px_cli_annotate_options(context, worker);
    enum px_status status = px_source_read(place->source, place->index, &reading, article, error);
    if (status == PX_OK)
        status = px_annotate(worker, &finding, article, error);
    if (status != PX_OK && error->file[0] == '\0') {
        char id[512];
        snprintf(id, sizeof id, "%.*s", PX_SLICE_SHORT(article->id));
        px_error_place(error, id, 0, 0);
    }
    return status;
}

enum px_status px_cli_write(struct px_cli *context, struct px_buffer *buffer, struct px_error *error)
{
    enum px_status status = PX_OK;
    if (buffer->failed)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = px_output_write(context->output, px_buffer_slice(buffer), error);
    if (status == PX_OK)
        status = px_output_flush(context->output, error);
    px_buffer_clear(buffer);
    return status;
}
