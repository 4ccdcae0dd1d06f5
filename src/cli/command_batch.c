/* batch: a comparison for every group of records that share the value of a key. */
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "cli/commands.h"
#include "cli/done.h"
#include "cli/forms.h"
#include "cli/lexicons.h"
#include "cli/null.h"
#include "cli/reference.h"
#include "cli/unmatched.h"
#include "compare/compare.h"
#include "report/report.h"

/* One record: read, not yet annotated. An article may stand in several groups, so each group has its own. */
struct record {
    struct px_article article;
    uint32_t group;
};

struct group {
    struct px_slice name;
    PX_VECTOR(size_t) records;
    struct px_buffer out;
    struct px_buffer *tables; /* instead of `out`, where tables are written */
    struct px_error error;
    enum px_status status;
};

struct batch {
    struct px_cli *context;
    struct px_reference_list reference;
    struct px_lexicon sides;
    struct px_compare_null null;
    struct px_unmatched unmatched;
    struct px_arena arena;
    struct px_table names;
    struct px_table done; /* groups that are left out, */
    size_t left_out;      /* and how many records are theirs */
    PX_VECTOR(struct record) records;
    PX_VECTOR(struct group) groups;
    size_t first; /* of the groups at work */
};

static struct px_slice key_of(const struct px_article *article, const char *key)
{
    const struct {
        const char *name;
        struct px_slice value;
    } own[] = {{"event", article->event},   {"outlet", article->outlet},       {"title", article->title},
               {"byline", article->byline}, {"published", article->published}, {"url", article->url}};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(key, own[i].name) == 0)
            return own[i].value;
    for (size_t i = 0; i < article->extras.count; i++) {
        struct px_slice json = article->extras.items[i].json;
        if (!px_slice_is(article->extras.items[i].key, key))
            continue;
        bool string = json.size >= 2 && json.data[0] == '"';
        return string ? px_slice_part(json, 1, json.size - 1) : json;
    }
    return (struct px_slice){0};
}

/* An id is of one record of a group: what a comparison has of an article stands under it. A group too large to be
 * compared is not searched through. */
static bool has_id(const struct batch *batch, const struct group *group, struct px_slice id)
{
    for (size_t i = 0; i < group->records.count && i <= PX_COMPARE_MOST; i++)
        if (px_slice_equal(batch->records.items[group->records.items[i]].article.id, id))
            return true;
    return false;
}

static enum px_status file_record(struct batch *batch, struct record *record, size_t line, struct px_error *error)
{
    const struct px_options *options = batch->context->options;
    struct px_slice name = key_of(&record->article, options->by);
    if (name.size == 0) {
        px_error_set(error, PX_ERROR_SYNTAX, "record '%.*s' has no key '%s'", PX_SLICE_SHORT(record->article.id),
                     options->by);
        return px_error_place(error, options->corpus, line, 1);
    }
    if (px_table_find(&batch->done, name) != PX_NONE) {
        batch->left_out++;
        px_article_release(&record->article);
        batch->records.count--;
        return PX_OK;
    }
    bool added;
    record->group = px_table_add(&batch->names, name, &added);
    struct group *group = record->group != PX_NONE && added ? px_vector_push(&batch->groups, &batch->arena) : NULL;
    if (record->group == PX_NONE || (added && group == NULL))
        return px_no_memory(error);
    group = &batch->groups.items[record->group];
    group->name = px_table_key(&batch->names, record->group);
    if (has_id(batch, group, record->article.id)) {
        px_error_set(error, PX_ERROR_INPUT,
                     "id '%.*s' belongs to another record of group '%.*s' too: the first is taken",
                     PX_SLICE_SHORT(record->article.id), PX_SLICE_SHORT(group->name));
        return px_error_place(error, options->corpus, line, 1);
    }
    size_t *slot = px_vector_push(&group->records, &batch->arena);
    if (slot == NULL)
        return px_no_memory(error);
    *slot = batch->records.count - 1;
    return PX_OK;
}

/* Names and counts the record, and writes an error record with its id, which stands before those of the groups. */
static enum px_status refuse_record(struct px_cli *context, struct px_slice id, const struct px_error *wrong,
                                    struct px_error *error)
{
    struct px_buffer out = {0};
    px_cli_fail(context, wrong);
    if (context->tables != NULL)
        return PX_OK;
    px_report_json_error(id, wrong, &out);
    px_buffer_byte(&out, '\n');
    enum px_status status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    return status;
}

/* Reads one line; a bad record costs nothing else. */
static enum px_status read_record(struct batch *batch, struct px_slice line, size_t number, struct px_error *error)
{
    struct px_cli *context = batch->context;
    struct record *record = px_vector_push(&batch->records, &batch->arena);
    if (record == NULL)
        return px_no_memory(error);
    struct px_error wrong = {0};
    enum px_status status = px_cli_read_record(context, line, number, &record->article, &wrong);
    if (status == PX_OK)
        status = file_record(batch, record, number, &wrong);
    if (status == PX_ERROR_MEMORY || status == PX_ERROR_USAGE)
        return *error = wrong, status;
    if (status == PX_OK)
        return PX_OK;
    status = refuse_record(context, record->article.id, &wrong, error);
    px_article_release(&record->article);
    batch->records.count--;
    return status;
}

static enum px_status read_corpus(struct batch *batch, struct px_error *error)
{
    const struct px_options *options = batch->context->options;
    struct px_lines *lines;
    struct px_slice line;
    enum px_status status = px_lines_open(options->corpus, options->limit, &lines, error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, error);
        if (got == 0)
            break;
        if (got == PX_ERROR_LIMIT)
            px_cli_fail(batch->context, error);
        else if (got < 0)
            status = (enum px_status)got;
        else if (px_slice_trim(line).size > 0)
            status = read_record(batch, line, px_lines_number(lines), error);
    }
    px_cli_end_corpus(batch->context, options->corpus, lines, status == PX_OK);
    return status;
}

static enum px_status compare_articles(struct batch *batch, struct group *group, struct px_worker *worker,
                                       const struct px_article **articles)
{
    struct px_cli *context = batch->context;
    struct px_comparison comparison = {0};
    struct px_provenance provenance = context->provenance;
    struct px_compare_options options = {.seed = context->options->seed,
                                         .group = group->name,
                                         .reference =
                                             context->options->reference == NULL ? NULL : &batch->reference.list,
                                         .sides = context->options->sides == NULL ? NULL : &batch->sides,
                                         .null = &batch->null};
    struct px_provenance_input *inputs = calloc(group->records.count, sizeof *inputs);
    enum px_status status =
        inputs == NULL ? px_no_memory(&group->error)
                       : px_compare(articles, group->records.count, &options, worker, &comparison, &group->error);
    if (status == PX_OK) {
        for (size_t i = 0; i < group->records.count; i++)
            inputs[i] = (struct px_provenance_input){articles[i]->path, articles[i]->sha256};
        provenance.inputs = inputs;
        provenance.input_count = group->records.count;
        if (group->tables == NULL)
            px_report_json_comparison(&comparison, &provenance, &group->out);
        else
            px_report_table_rows(&comparison, &provenance, group->tables);
    }
    px_comparison_release(&comparison);
    free(inputs);
    return status;
}

static enum px_status check_size(struct group *group)
{
    size_t count = group->records.count;
    if (count < 2)
        return px_error_set(&group->error, PX_ERROR_INPUT, "group '%.*s' has fewer than two articles",
                            PX_SLICE_SHORT(group->name));
    if (count > PX_COMPARE_MOST)
        return px_error_set(&group->error, PX_ERROR_LIMIT,
                            "group '%.*s' has %zu articles, a comparison takes %d at most", PX_SLICE_SHORT(group->name),
                            count, PX_COMPARE_MOST);
    return PX_OK;
}

static enum px_status compare_group(struct batch *batch, struct group *group, struct px_worker *worker)
{
    struct px_annotate_options finding = px_cli_annotate_options(batch->context, worker);
    enum px_status status = check_size(group);
    if (status != PX_OK)
        return status;
    const struct px_article **articles = calloc(group->records.count, sizeof *articles);
    if (articles == NULL)
        return px_no_memory(&group->error);
    if (batch->context->tables != NULL && (group->tables = px_table_buffers_new()) == NULL)
        status = px_no_memory(&group->error);
    for (size_t i = 0; i < group->records.count && status == PX_OK; i++) {
        struct px_article *article = &batch->records.items[group->records.items[i]].article;
        articles[i] = article;
        status = px_annotate(worker, &finding, article, &group->error);
    }
    if (status == PX_OK) {
        px_unmatched_see(&batch->unmatched, articles, group->records.count);
        status = compare_articles(batch, group, worker, articles);
    }
    for (size_t i = 0; i < group->records.count; i++)
        px_article_release(&batch->records.items[group->records.items[i]].article);
    free(articles);
    return status;
}

static void work(void *argument, size_t thread, size_t item)
{
    struct batch *batch = argument;
    struct group *group = &batch->groups.items[batch->first + item];
    group->status = compare_group(batch, group, &batch->context->workers[thread]);
}

static enum px_status write_group(struct batch *batch, struct group *group, struct px_error *error)
{
    if (group->status != PX_OK) {
        px_cli_fail(batch->context, &group->error);
        px_buffer_clear(&group->out);
        px_report_json_error(group->name, &group->error, &group->out);
    }
    enum px_status status = PX_OK;
    if (batch->context->tables == NULL) {
        px_buffer_byte(&group->out, '\n');
        status = px_cli_write(batch->context, &group->out, error);
    } else if (group->status == PX_OK) {
        status = px_tables_add(batch->context->tables, group->tables, error);
    }
    px_table_buffers_free(group->tables);
    group->tables = NULL;
    px_buffer_release(&group->out);
    return status;
}

static enum px_status compare_groups(struct batch *batch, struct px_error *error)
{
    size_t at_once = batch->context->worker_count * 4;
    for (batch->first = 0; batch->first < batch->groups.count; batch->first += at_once) {
        size_t left = batch->groups.count - batch->first;
        size_t count = left < at_once ? left : at_once;
        px_pool_each(batch->context->worker_count, count, work, batch);
        for (size_t i = 0; i < count; i++) {
            enum px_status status = write_group(batch, &batch->groups.items[batch->first + i], error);
            if (status != PX_OK)
                return status;
        }
        px_cli_progress(batch->context, batch->first + count, "groups");
    }
    return PX_OK;
}

static void say_what_was_read(const struct batch *batch)
{
    const struct px_options *options = batch->context->options;
    px_cli_say(batch->context, "%s: %zu records in %zu groups", options->corpus, batch->records.count,
               batch->groups.count);
    if (batch->left_out > 0)
        px_cli_say(batch->context, "%zu records left out: --done has their groups", batch->left_out);
    if (batch->left_out > 0 && batch->groups.count == 0 && !options->quiet)
        px_message("nothing is left to compare: --done has every group of %s", options->corpus);
}

/* A name may stand in articles that were left out: of those nothing is known. */
static enum px_status warn_of_unmatched(const struct batch *batch, struct px_error *error)
{
    return batch->left_out == 0 ? px_unmatched_warn(&batch->unmatched, error) : PX_OK;
}

static void release(struct batch *batch)
{
    for (size_t i = 0; i < batch->records.count; i++)
        px_article_release(&batch->records.items[i].article);
    for (size_t i = 0; i < batch->groups.count; i++) {
        px_buffer_release(&batch->groups.items[i].out);
        px_table_buffers_free(batch->groups.items[i].tables);
    }
    px_reference_release(&batch->reference);
    px_lexicon_release(&batch->sides);
    px_unmatched_release(&batch->unmatched);
    px_table_release(&batch->names);
    px_table_release(&batch->done);
    px_arena_release(&batch->arena);
}

int px_command_batch(const struct px_options *options)
{
    if (options->corpus == NULL || options->by == NULL || options->argument_count > 0) {
        px_message("batch takes --corpus FILE and --by KEY, and no other files");
        return PX_EXIT_USAGE;
    }
    if (strcmp(options->by, "id") == 0) {
        px_message("an id is of one record alone, there is nothing to compare by it: name another key with --by");
        return PX_EXIT_USAGE;
    }
    struct px_cli context;
    struct px_error error = {0};
    struct batch batch = {.context = &context};
    int exit_status = px_forms_open(&context, options, PX_NEEDS_LEXICONS | PX_NEEDS_MODELS | PX_NEEDS_THREADS);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    enum px_status status = px_reference_read(options->reference, &batch.reference, &error);
    if (status == PX_OK)
        status = px_null_read(options->null, &batch.null, &error);
    if (status == PX_OK && options->sides != NULL)
        status = px_cli_read_lexicon(&context, options->sides, &batch.sides, &error);
    if (status == PX_OK)
        status = px_unmatched_open(&batch.unmatched, &context, options->sides == NULL ? NULL : &batch.sides, &error);
    if (status == PX_OK)
        status = px_done_read(&context, &batch.done, &error);
    if (status == PX_OK)
        status = read_corpus(&batch, &error);
    if (status == PX_OK)
        say_what_was_read(&batch);
    if (status == PX_OK)
        status = compare_groups(&batch, &error);
    px_cli_say(&context, "groups compared");
    if (status == PX_OK)
        status = warn_of_unmatched(&batch, &error);
    exit_status = px_cli_close(&context, status, &error);
done:
    release(&batch);
    px_cli_release(&context);
    return exit_status;
}
