/* Reading how right each step is from the language's validity.tsv. */
#include "cli/context.h"
#include "lexicon/resources.h"

static const struct px_slice section_prefix = {"validity.", 9};

static struct px_slice cell(struct px_cli *context, const struct px_lexicon *lexicon, const struct px_entry *entry,
                            const char *column)
{
    size_t index = px_lexicon_column(lexicon, column);
    return px_arena_copy(&context->arena, index == PX_NO_COLUMN ? (struct px_slice){0} : entry->cells[index]);
}

static bool copy_rows(struct px_cli *context, const struct px_lexicon *lexicon)
{
    struct px_provenance_validity *rows =
        px_arena_array(&context->arena, struct px_provenance_validity, lexicon->entries.count);
    for (size_t i = 0; rows != NULL && i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        struct px_slice section = entry->category;
        if (px_slice_starts(section, section_prefix))
            section = px_slice_part(section, section_prefix.size, section.size);
        rows[i] = (struct px_provenance_validity){
            .step = px_arena_copy(&context->arena, entry->text),
            .section = px_arena_copy(&context->arena, section),
            .measure = cell(context, lexicon, entry, "measure"),
            .value = cell(context, lexicon, entry, "value"),
            .count = cell(context, lexicon, entry, "n"),
            .set = cell(context, lexicon, entry, "set"),
            .plain = cell(context, lexicon, entry, "plain"),
        };
        if (rows[i].step.data == NULL || rows[i].section.data == NULL || rows[i].measure.data == NULL ||
            rows[i].value.data == NULL || rows[i].count.data == NULL || rows[i].set.data == NULL ||
            rows[i].plain.data == NULL)
            return false;
    }
    context->provenance.validity = rows;
    context->provenance.validity_count = rows == NULL ? 0 : lexicon->entries.count;
    return rows != NULL || lexicon->entries.count == 0;
}

enum px_status px_cli_read_validity(struct px_cli *context, struct px_error *error)
{
    struct px_lexicon lexicon = {0};
    enum px_status status =
        px_resources_read(context->options->lexicons, context->options->language, "validity.tsv", &lexicon, error);
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    if (status == PX_OK && !copy_rows(context, &lexicon))
        status = px_no_memory(error);
    px_lexicon_release(&lexicon);
    return status;
}
