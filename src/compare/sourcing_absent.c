/* In which articles a speaker of another one is not heard at all: the ground on which a report says so. */
#include "compare/internal.h"

/* Is the source's referent spoken of in the article, by name or role? */
static bool is_named(const struct px_compare_context *context, const struct px_source *source, size_t article)
{
    return source->referent != PX_NONE &&
           context->comparison->referents.items[source->referent].mentions[article].count > 0;
}

/* Marks the stems that the article has. */
static void mark_stems(const struct px_compare_context *context, size_t article, bool *stems)
{
    const struct px_article *a = context->articles[article];
    memset(stems, 0, px_vocabulary_stem_count(context->worker->vocabulary) * sizeof *stems);
    for (size_t t = 0; t < a->tokens.count; t++)
        stems[px_compare_form(context, &a->tokens.items[t])->stem] = true;
}

/* A source is absent from an article where no statement there is its own, surely or not, and none by a description or a pronoun
 * may be. Of what is no person not even the name is to stand there, since a body speaks by many mouths, and of a source
 * without a name not even its noun: a lawsuit is one lawsuit by whatever words. */
enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error)
{
    struct px_sourcing *sourcing = &context->comparison->sourcing;
    bool *stems = px_arena_array(&context->scratch, bool, px_vocabulary_stem_count(context->worker->vocabulary) + 1);
    if (stems == NULL)
        return px_compare_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        bool strangers = false;
        mark_stems(context, a, stems);
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_speaker *speaker = &context->comparison->speakers[a][i];
            strangers = strangers || speaker->described || (speaker->unclear && speaker->kind == PX_SPEAKER_PERSON);
        }
        for (size_t i = 0; i < sourcing->sources.count; i++) {
            struct px_source *source = &sourcing->sources.items[i];
            bool may_be = source->referent == PX_NONE
                              ? source->noun != PX_NONE && stems[source->noun]
                              : (strangers || source->kind != PX_SPEAKER_PERSON) && is_named(context, source, a);
            source->absent[a] = source->statements[a] == 0 && source->traces[a] == 0 && !source->described && !may_be;
        }
    }
    return PX_OK;
}
