#include "reading/grammar.h"

#include "reading/parse.h"
#include "text/edits.h"

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

/* Days and months of some length: short ones are as near to names ("Sandy"). */
struct times {
    struct px_slice words[32];
    size_t count;
};

enum { LETTERS_LEAST = 7 };

static void read_times(const struct px_lexicon *grammar, struct times *times)
{
    const size_t most = sizeof times->words / sizeof *times->words;
    for (size_t i = 0; i < grammar->entries.count && times->count < most; i++) {
        const struct px_entry *entry = &grammar->entries.items[i];
        if (entry->text.size >= LETTERS_LEAST && px_slice_is_capital(entry->text, 0) &&
            find_class(entry->category) == PX_CLASS_TIME)
            times->words[times->count++] = entry->text;
    }
}

/* Is the word one slip of the pen away from a day or month: "Thrusday"? */
static bool is_misspelt(const struct times *times, struct px_slice word)
{
    for (size_t i = 0; word.size >= LETTERS_LEAST && i < times->count; i++)
        if (times->words[i].data[0] == word.data[0] && px_text_edits(times->words[i], word) == 1)
            return true;
    return false;
}

static void read_misspelt(const struct px_annotation *annotation, const struct px_lexicon *grammar, uint32_t *classes)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    struct times times = {0};
    read_times(grammar, &times);
    for (size_t t = 0; t < tokens->count; t++) {
        const struct px_form *form = px_vocabulary_form(annotation->worker->vocabulary, tokens->items[t].form);
        if (classes[t] == 0 && form->shape == PX_SHAPE_CAPITALISED && is_misspelt(&times, form->text))
            classes[t] = PX_CLASS_TIME;
    }
}

enum px_status px_annotate_classes(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    struct px_arena *arena = &annotation->worker->scratch;
    const struct px_lexicon *grammar = px_resources_lexicon(annotation->resources, PX_LEXICON_GRAMMAR);
    uint32_t *of_entry = px_arena_array(arena, uint32_t, grammar->entries.count); /* 0: not looked up yet */
    uint32_t *classes = px_arena_array(arena, uint32_t, annotation->article->tokens.count);
    if (of_entry == NULL || classes == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_GRAMMAR)
            continue;
        if (of_entry[hit->entry] == 0)
            of_entry[hit->entry] = find_class(grammar->entries.items[hit->entry].category);
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++)
            classes[t] |= of_entry[hit->entry];
    }
    read_misspelt(annotation, grammar, classes);
    annotation->classes = classes;
    return PX_OK;
}

bool px_grammar_may_own(const struct px_annotation *annotation, uint32_t pronoun)
{
    const unsigned others =
        PX_CLASS_PREPOSITION | PX_CLASS_ARTICLE | PX_CLASS_TO | PX_CLASS_COORDINATOR | PX_CLASS_THAT;
    const struct px_tokens *tokens = &annotation->article->tokens;
    return (annotation->classes[pronoun] & PX_CLASS_POSSESSIVE) != 0 && pronoun + 1 < tokens->count &&
           tokens->items[pronoun + 1].kind != PX_TOKEN_PUNCTUATION && (annotation->classes[pronoun + 1] & others) == 0;
}

bool px_grammar_owns(const struct px_annotation *annotation, uint32_t pronoun)
{
    return px_grammar_may_own(annotation, pronoun) && !px_parse_is_tagged(annotation, pronoun, "PRP");
}
