/* What a result was made with: the program's version, its lexicons and models, its options, its inputs. */
#include <string.h>

#include "cli/context.h"
#include "cli/version.h"

/* " --name value", the value as a shell takes it: in quotation marks where it is more than a plain word or path. */
static void add_option(struct px_buffer *text, const char *name, const char *value)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/@%";
    if (value == NULL)
        return;
    px_buffer_printf(text, " --%s ", name);
    if (value[strspn(value, plain)] == '\0')
        px_buffer_string(text, value);
    else
        px_shell_quote(value, text);
}

static void add_options(struct px_buffer *text, const char *name, const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_option(text, name, values[i]);
}

/* The options that change results, in a fixed order. */
static struct px_slice result_options(struct px_cli *context)
{
    const struct px_options *options = context->options;
    struct px_buffer text = {0};
    if (options->no_model)
        px_buffer_string(&text, " --no-model");
    if (options->no_syntax)
        px_buffer_string(&text, " --no-syntax");
    if (options->strict)
        px_buffer_string(&text, " --strict");
    if (options->verbatim)
        px_buffer_string(&text, " --verbatim");
    add_option(&text, "input", options->input);
    add_option(&text, "reference", options->reference);
    add_option(&text, "sides", options->sides);
    add_option(&text, "aliases", options->aliases);
    add_options(&text, "target", options->targets, options->target_count);
    add_option(&text, "topics", options->topics);
    add_option(&text, "null", options->null);
    if (options->two_pass)
        px_buffer_string(&text, " --two-pass");
    add_options(&text, "recurring", options->recurring, options->recurring_count);
    add_options(&text, "lexicon", options->lexicon_files, options->lexicon_count);
    struct px_slice copy = px_arena_copy(&context->arena, px_slice_trim(px_buffer_slice(&text)));
    px_buffer_release(&text);
    return copy;
}

enum px_status px_cli_common_provenance(struct px_cli *context, struct px_error *error)
{
    size_t count = px_resources_count(context->resources);
    struct px_provenance_lexicon *lexicons = px_arena_array(&context->arena, struct px_provenance_lexicon, count + 4);
    if (lexicons == NULL)
        return px_no_memory(error);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0)
            lexicons[used++] =
                (struct px_provenance_lexicon){lexicon->name, lexicon->version, px_slice_from(lexicon->sha256)};
    }
    if (context->loaded != NULL)
        lexicons[used++] = (struct px_provenance_lexicon){PX_SLICE("loaded.model"), PX_SLICE("1"),
                                                          px_slice_from(px_loaded_model_digest(context->loaded))};
    if (context->sourcing != NULL)
        lexicons[used++] = (struct px_provenance_lexicon){PX_SLICE("sourcing.model"), PX_SLICE("1"),
                                                          px_slice_from(px_sourcing_model_digest(context->sourcing))};
    if (context->stance != NULL)
        lexicons[used++] = (struct px_provenance_lexicon){PX_SLICE("stance.model"), PX_SLICE("1"),
                                                          px_slice_from(px_stance_model_digest(context->stance))};
    if (context->grammar != NULL)
        lexicons[used++] = (struct px_provenance_lexicon){PX_SLICE("syntax.model"), PX_SLICE("1"),
                                                          px_slice_from(context->grammar->sha256)};
    context->provenance = (struct px_provenance){.version = PX_VERSION,
                                                 .lexicons = lexicons,
                                                 .lexicon_count = used,
                                                 .options = result_options(context),
                                                 .seed = context->options->seed};
    return PX_OK;
}

enum px_status px_cli_provenance(struct px_cli *context, const struct px_article *const *articles, size_t count,
                                 struct px_provenance *provenance, struct px_error *error)
{
    *provenance = context->provenance;
    struct px_provenance_input *inputs = px_arena_array(&context->arena, struct px_provenance_input, count);
    if (inputs == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        inputs[i] = (struct px_provenance_input){articles[i]->path, articles[i]->sha256};
    provenance->inputs = inputs;
    provenance->input_count = count;
    return PX_OK;
}
