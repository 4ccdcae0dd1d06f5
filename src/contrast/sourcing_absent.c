/* In which articles a speaker of another one is not heard at all: the ground on which a report says so. */
#include "base/buffer.h"
#include "contrast/contrast.h"
#include "text/normalise.h"
#include "text/utf8.h"

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

/* Is the byte the first of a name's word: no small letter? */
static bool is_capital(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0;
}

/* Keeps the names' words, folded, in what the article calls those who speak in it, sure or not: "the faculty at
 * *Pellard*". */
static bool keep_callings(const struct px_compare_context *context, size_t article, struct px_table *words)
{
    const struct px_article *a = context->articles[article];
    bool kept = true;
    for (size_t i = 0; i < a->attributions.count; i++) {
        const struct px_spans *speaker = &a->attributions.items[i].speaker;
        for (size_t s = 0; kept && s < speaker->count; s++)
            for (size_t t = px_compare_token_at(a, speaker->items[s].start);
                 kept && t < a->tokens.count && a->tokens.items[t].start < speaker->items[s].end; t++)
                kept = !is_capital(a->text.data[a->tokens.items[t].start]) ||
                       px_table_add(words, px_compare_form(context, &a->tokens.items[t])->fold_text, NULL) != PX_NONE;
    }
    return kept;
}

/* Is somebody told of by a name, "*Pellard* scholars", called so in part by whom the words belong to? */
static bool is_called(const struct px_table *words, struct px_slice name)
{
    struct px_buffer fold = {0};
    struct px_slice word;
    bool called = false;
    while (!called && px_slice_next(&name, ' ', &word)) {
        px_buffer_clear(&fold);
        px_text_fold(word, &fold);
        called = word.size > 0 && is_capital(word.data[0]) && px_table_find(words, px_buffer_slice(&fold)) != PX_NONE;
    }
    px_buffer_release(&fold);
    return called;
}

/* Are words that a statement of the source quotes, in a sentence that is evidence of it, quoted in another article,
 * too? */
static bool is_echoed(const struct px_compare_context *context, const struct px_source *source)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++)
            for (size_t s = 0; context->echoed[a][i] && s < source->evidence[a].count; s++)
                if (source->evidence[a].sentences[s] == context->articles[a]->attributions.items[i].sentence)
                    return true;
    return false;
}

/* Does the description tell whose man it is, "a spokesman for *Ora Lind*"? */
static bool is_somebodys(const struct px_source *source)
{
    bool named = false;
    for (size_t i = 1; i < source->name.size; i++)
        named = named || (source->name.data[i - 1] == ' ' && is_capital(source->name.data[i]));
    return source->referent == PX_NONE && source->noun != PX_NONE && named;
}

/* Do the words hold the name, with no letter at its ends? */
static bool holds_name(struct px_slice words, struct px_slice name)
{
    for (size_t at = 0; name.size > 0 && (at = px_slice_find(words, name, at)) != SIZE_MAX; at++) {
        size_t end = at + name.size;
        if ((at == 0 || !px_utf8_is_letter((unsigned char)words.data[at - 1])) &&
            (end == words.size || !px_utf8_is_letter((unsigned char)words.data[end])))
            return true;
    }
    return false;
}

/* Do the words by which the article tells of a person without a name, "*Lind's lawyer*", stand in the role of the source? */
static bool is_called_so(const struct px_compare_context *context, size_t article, struct px_span span,
                         struct px_slice role)
{
    const struct px_article *a = context->articles[article];
    uint32_t words = 0;
    for (size_t t = px_compare_token_at(a, span.start); t < a->tokens.count && a->tokens.items[t].start < span.end;
         t++) {
        const struct px_form *form = px_compare_form(context, &a->tokens.items[t]);
        if (form->stop || !px_token_counts(&a->tokens.items[t]) || (a->tokens.items[t].flags & PX_TOKEN_CLITIC) != 0)
            continue;
        if (!holds_name(role, form->fold_text))
            return false;
        words++;
    }
    return words > 1; /* "a lawyer" may be anybody's */
}

/* Does somebody speak in the article by no more than the role that the source has in another one? */
static bool speaks_by_role(const struct px_compare_context *context, const struct px_source *source, size_t article)
{
    const struct px_article *a = context->articles[article];
    struct px_buffer fold = {0};
    bool speaks = false;
    if (source->referent == PX_NONE || source->kind != PX_SPEAKER_PERSON || source->role.size == 0)
        return false;
    px_text_fold(source->role, &fold);
    speaks = fold.failed; /* nothing is claimed of it then */
    for (size_t i = 0; !speaks && i < a->attributions.count; i++)
        speaks =
            context->comparison->speakers[article][i].described && a->attributions.items[i].speaker.count > 0 &&
            is_called_so(context, article, px_attribution_namer(&a->attributions.items[i]), px_buffer_slice(&fold));
    px_buffer_release(&fold);
    return speaks;
}

/* Is most of what the source says quoted? Whoever has it from a body alone would not know it. */
static bool is_quoted(const struct px_compare_context *context, const struct px_source *source)
{
    uint32_t words = 0, direct = 0;
    for (size_t a = 0; a < context->count; a++) {
        words += source->words[a];
        direct += source->direct_words[a];
    }
    return 2 * direct > words;
}

/* Does a body of which the person is an officer, "*Halden Rail* chairman", speak in the article itself? */
static bool speaks_by_body(const struct px_compare_context *context, const struct px_source *source, size_t article)
{
    const struct px_sourcing *sourcing = &context->comparison->sourcing;
    bool officer = source->kind == PX_SPEAKER_PERSON && source->actor != PX_ACTOR_CITIZEN; /* no "Halden Rail worker" */
    for (size_t i = 0; officer && i < sourcing->sources.count; i++) {
        const struct px_source *body = &sourcing->sources.items[i];
        bool speaks = body->statements[article] + body->traces[article] > 0 && body->referent != PX_NONE;
        if (!speaks || (body->kind != PX_SPEAKER_INSTITUTION && body->kind != PX_SPEAKER_MEDIA))
            continue;
        const uint32_t *entities = context->comparison->referents.items[body->referent].entity;
        for (size_t a = 0; a < context->count; a++)
            if (entities[a] != PX_NONE &&
                holds_name(source->role, context->articles[a]->entities.items[entities[a]].name))
                return true;
    }
    return false;
}

/* May a statement of the article be the source's, by what it calls those who speak? `strangers`: somebody speaks there
 * whom nothing names. */
static bool may_speak(const struct px_compare_context *context, const struct px_source *source, size_t article,
                      bool strangers, const bool *stems, const struct px_table *words)
{
    if (source->referent != PX_NONE)
        return (strangers || source->kind != PX_SPEAKER_PERSON) && is_named(context, source, article);
    if (source->kind == PX_SPEAKER_GROUP)
        return true;                              /* "campaigners" are whoever campaigns, by whatever name */
    bool one = source->kind == PX_SPEAKER_PERSON; /* "a manager at Halden Rail" is not the firm */
    return (source->noun != PX_NONE && stems[source->noun]) || (!one && is_called(words, source->name));
}

/* A source is absent from an article where no statement there is its own, surely or not, and none by a description or a
 * pronoun may be, and nobody there says what it says. Of what is no person not even the name is to stand there, since a
 * body speaks by many mouths, and of a source without a name not even its noun: a lawsuit is one lawsuit by whatever
 * words. */
static enum px_status read_article(struct px_compare_context *context, size_t a, bool *stems, struct px_error *error)
{
    struct px_sourcing *sourcing = &context->comparison->sourcing;
    struct px_table words = {0};
    bool strangers = false;
    mark_stems(context, a, stems);
    if (!keep_callings(context, a, &words)) {
        px_table_release(&words);
        return px_no_memory(error);
    }
    for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
        const struct px_speaker *speaker = &context->comparison->speakers[a][i];
        bool delegate = context->articles[a]->attributions.items[i].delegate; /* of a body: nobody's known but there */
        strangers =
            strangers || (speaker->described && !delegate) || (speaker->unclear && speaker->kind == PX_SPEAKER_PERSON);
    }
    for (size_t i = 0; i < sourcing->sources.count; i++) {
        struct px_source *source = &sourcing->sources.items[i];
        bool anybody = source->described && (strangers || !is_somebodys(source));
        source->absent[a] = source->statements[a] == 0 && source->traces[a] + source->deeds[a] == 0 && !anybody &&
                            !may_speak(context, source, a, strangers, stems, &words) && !is_echoed(context, source) &&
                            !speaks_by_role(context, source, a) &&
                            (is_quoted(context, source) || !speaks_by_body(context, source, a));
    }
    px_table_release(&words);
    return PX_OK;
}

enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    bool *stems = px_arena_array(&context->scratch, bool, px_vocabulary_stem_count(context->worker->vocabulary) + 1);
    if (stems == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = read_article(context, a, stems, error);
    return status;
}
