#include "annotate/grammar.h"

#define CLASS(name) PX_SLICE_STATIC("grammar." name)

static const struct px_slice class_names[] = {
    CLASS("be"),          CLASS("have"),        CLASS("do"),         CLASS("modal"),      CLASS("negation"),
    CLASS("to"),          CLASS("that"),        CLASS("question"),   CLASS("relative"),   CLASS("subordinator"),
    CLASS("coordinator"), CLASS("preposition"), CLASS("determiner"), CLASS("possessive"), CLASS("subject"),
    CLASS("object"),      CLASS("adverb"),      CLASS("particle"),   CLASS("time"),       CLASS("verb"),
    CLASS("participle"),  CLASS("gerund"),      CLASS("agent"),      CLASS("number"),     CLASS("denial"),
    CLASS("article"),     CLASS("naming"),      CLASS("raising"),    CLASS("definite"),   CLASS("contrast"),
    CLASS("reply"),
};

static uint32_t find_class(struct px_slice category)
{
    for (size_t i = 0; i < sizeof class_names / sizeof *class_names; i++)
        if (px_slice_equal(category, class_names[i]))
            return (uint32_t)1 << i;
    return 0;
}

enum px_status px_annotate_classes(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    struct px_arena *arena = &annotation->worker->scratch;
    const struct px_lexicon *grammar = px_resources_lexicon(annotation->resources, PX_LEXICON_GRAMMAR);
    uint32_t *of_entry = px_arena_array(arena, uint32_t, grammar->entries.count); /* 0: not looked up yet */
    uint32_t *classes = px_arena_array(arena, uint32_t, annotation->article->tokens.count);
    if (of_entry == NULL || classes == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_GRAMMAR)
            continue;
        if (of_entry[hit->entry] == 0)
            of_entry[hit->entry] = find_class(grammar->entries.items[hit->entry].category);
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++)
            classes[t] |= of_entry[hit->entry];
    }
    annotation->classes = classes;
    return PX_OK;
}
