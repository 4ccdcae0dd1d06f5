/* In which articles a speaker of another one is not heard at all: the ground on which a report says so. */
#include "base/buffer.h"
#include "contrast/contrast.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

enum { OFFICE_WORDS = 4 }; /* of what somebody is to an owner: "Lind's *former chief of staff*" */
enum { LONG_NAME = 4 };    /* capitals of a name of which one may be wanting */

/* What of an article tells whether somebody may speak there. */
struct hearing {
    struct px_compare_context *context;
    size_t article;
    bool *stems;                                /* [stems] that stand in it */
    struct px_table words;                      /* the names' words, folded, in what it calls those who speak */
    struct px_table owned;                      /* what is told of as somebody's, folded, "lind lawyer" */
    PX_VECTOR(struct px_span) described;        /* its words for those who speak without a name */
    PX_VECTOR(const struct px_source *) bodies; /* that speak in it */
    bool strangers;                             /* somebody speaks there whom nothing names */
    bool *const *echoed; /* [articles][sentences] words that it quotes are quoted in another, too */
};

/* Is the source's referent spoken of in the article, by name or role? */
static bool is_named(const struct px_compare_context *context, const struct px_source *source, size_t article)
{
    return source->referent != PX_NONE &&
           context->comparison->referents.items[source->referent].mentions[article].count > 0;
}

/* Marks the stems that the article has. */
static void mark_stems(const struct hearing *hearing)
{
    const struct px_compare_context *context = hearing->context;
    const struct px_article *a = context->articles[hearing->article];
    memset(hearing->stems, 0, px_vocabulary_stem_count(context->worker->vocabulary) * sizeof *hearing->stems);
    for (size_t t = 0; t < a->tokens.count; t++)
        hearing->stems[px_compare_form(context, &a->tokens.items[t])->stem] = true;
}

/* Is the byte the first of a name's word: no small letter? */
static bool is_capital(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0;
}

/* Keeps the word, and the parts of one that is joined: "*nbc*" of "nbc-wall". False when memory is out. */
static bool keep_word(struct px_table *words, struct px_slice word)
{
    bool kept = px_table_add(words, word, NULL) != PX_NONE;
    size_t start = 0;
    for (size_t i = 0; kept && i <= word.size; i++) {
        bool joint = i < word.size && (word.data[i] == '-' || word.data[i] == '/');
        if (!joint && (i < word.size || start == 0))
            continue;
        kept = i == start || px_table_add(words, px_slice_part(word, start, i), NULL) != PX_NONE;
        start = i + 1;
    }
    return kept;
}

/* Keeps the names' words, folded, in what the article calls those who speak in it, sure or not: "the faculty at
 * *Pellard*". */
static bool keep_callings(struct hearing *hearing)
{
    const struct px_compare_context *context = hearing->context;
    const struct px_article *a = context->articles[hearing->article];
    bool kept = true;
    for (size_t i = 0; i < a->attributions.count; i++) {
        const struct px_spans *speaker = &a->attributions.items[i].speaker;
        for (size_t s = 0; kept && s < speaker->count; s++)
            for (size_t t = px_compare_token_at(a, speaker->items[s].start);
                 kept && t < a->tokens.count && a->tokens.items[t].start < speaker->items[s].end; t++)
                kept = !is_capital(a->text.data[a->tokens.items[t].start]) ||
                       keep_word(&hearing->words, px_compare_form(context, &a->tokens.items[t])->fold_text);
    }
    return kept;
}

/* Keeps each owner in the article with the words behind, "lind former", "lind former chief" and on: false when memory is
 * out. Linear in the article. */
static bool keep_owned(struct hearing *hearing)
{
    const struct px_article *a = hearing->context->articles[hearing->article];
    struct px_buffer key = {0};
    bool kept = true;
    for (size_t t = 0; kept && t < a->tokens.count; t++) {
        const struct px_token *owner = &a->tokens.items[t];
        size_t genitive = is_capital(a->text.data[owner->start]) ? px_words_genitive(a->text, owner->end) : 0;
        size_t next = t + 1;
        if (genitive == 0)
            continue;
        while (next < a->tokens.count && a->tokens.items[next].start < owner->end + genitive)
            next++;
        px_buffer_clear(&key);
        px_buffer_append(&key, px_compare_form(hearing->context, owner)->fold_text);
        for (size_t words = 0; kept && words < OFFICE_WORDS && next + words < a->tokens.count; words++) {
            px_buffer_byte(&key, ' ');
            px_buffer_append(&key, px_compare_form(hearing->context, &a->tokens.items[next + words])->fold_text);
            kept = !key.failed && px_table_add(&hearing->owned, px_buffer_slice(&key), NULL) != PX_NONE;
        }
    }
    px_buffer_release(&key);
    return kept;
}

/* Is somebody told of by a name, "*Pellard* scholars", called so in part, or by the `whole` name, by whom the words
 * belong to? Of a long name a word may be wanting: "the Varn Tea Party" is the Varn Tea Party Coalition. */
static bool is_called(const struct px_table *words, struct px_slice name, bool whole)
{
    struct px_buffer fold = {0};
    struct px_slice word;
    size_t capitals = 0, called = 0;
    while (px_slice_next(&name, ' ', &word)) {
        if (word.size == 0 || !is_capital(word.data[0]))
            continue;
        px_buffer_clear(&fold);
        px_text_fold(word, &fold);
        capitals++;
        called += fold.failed || px_table_find(words, px_buffer_slice(&fold)) != PX_NONE; /* nothing is claimed then */
    }
    px_buffer_release(&fold);
    return called > 0 && (!whole || called + (capitals >= LONG_NAME) >= capitals);
}

/* Keeps who speaks without a name, and which bodies speak. */
static bool keep_speakers(struct hearing *hearing)
{
    struct px_compare_context *context = hearing->context;
    const struct px_article *a = context->articles[hearing->article];
    const struct px_sourcing *sourcing = &context->comparison->sourcing;
    for (size_t i = 0; i < a->attributions.count; i++) {
        const struct px_speaker *speaker = &context->comparison->speakers[hearing->article][i];
        const struct px_attribution *it = &a->attributions.items[i];
        bool stranger = (speaker->described && !it->delegate) || /* nobody's known but there */
                        (speaker->unclear && speaker->kind == PX_SPEAKER_PERSON);
        hearing->strangers = hearing->strangers || (it->speech && stranger); /* who only wants or does is not heard */
        if (!speaker->described || it->speaker.count == 0)
            continue;
        struct px_span *span = px_vector_push(&hearing->described, &context->scratch);
        if (span == NULL)
            return false;
        *span = px_attribution_namer(it);
    }
    for (size_t i = 0; i < sourcing->sources.count; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        if (source->statements[hearing->article] + source->traces[hearing->article] == 0 ||
            source->referent == PX_NONE || (source->kind != PX_SPEAKER_INSTITUTION && source->kind != PX_SPEAKER_MEDIA))
            continue;
        const struct px_source **body = px_vector_push(&hearing->bodies, &context->scratch);
        if (body == NULL)
            return false;
        *body = source;
    }
    return true;
}

/* The sentences with a statement of which another article quotes words, too: [articles][sentences]; NULL when memory is
 * out. */
static bool *const *find_echoed(struct px_compare_context *context)
{
    bool **echoed = px_arena_array(&context->scratch, bool *, context->count);
    for (size_t a = 0; echoed != NULL && a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        echoed[a] = px_arena_array(&context->scratch, bool, article->sentences.count + 1);
        if (echoed[a] == NULL)
            return NULL;
        for (size_t i = 0; i < article->attributions.count; i++)
            if (context->echoed[a][i] && article->attributions.items[i].sentence < article->sentences.count)
                echoed[a][article->attributions.items[i].sentence] = true;
    }
    return echoed;
}

/* Are words that a statement of the source quotes, in a sentence that is evidence of it, quoted in another article,
 * too? */
static bool is_echoed(const struct hearing *hearing, const struct px_source *source)
{
    for (size_t a = 0; a < hearing->context->count; a++)
        for (size_t s = 0; s < source->evidence[a].count; s++)
            if (hearing->echoed[a][source->evidence[a].sentences[s]])
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

/* Does the article tell of somebody by the words of the role, "*Lind's lawyer*", behind the owner's last name, whether or
 * not it is found to quote him? Linear in the role. */
static bool is_told_by_role(const struct hearing *hearing, struct px_slice role)
{
    struct px_buffer key = {0};
    struct px_slice word;
    size_t end = 1, genitive = 0, words = 0;
    while (end < role.size && (genitive = px_words_genitive(role, end)) == 0)
        end++;
    if (genitive == 0 || end + genitive >= role.size || !is_capital(role.data[0]) ||
        is_capital(role.data[end + genitive]))
        return false;
    struct px_slice office = px_slice_part(role, end + genitive, role.size);
    px_text_fold(px_slice_last_word(px_slice_part(role, 0, end)), &key);
    while (words++ < OFFICE_WORDS && px_slice_next(&office, ' ', &word)) {
        px_buffer_byte(&key, ' ');
        px_text_fold(word, &key);
    }
    bool told = key.failed || px_table_find(&hearing->owned, px_buffer_slice(&key)) != PX_NONE;
    px_buffer_release(&key);
    return told;
}

/* Does somebody speak in the article by no more than the role that the source has in another one? Linear in those who
 * speak there without a name. */
static bool speaks_by_role(const struct hearing *hearing, const struct px_source *source)
{
    struct px_buffer fold = {0};
    if (source->referent == PX_NONE || source->kind != PX_SPEAKER_PERSON || source->role.size == 0)
        return false;
    if (is_told_by_role(hearing, source->role))
        return true;
    px_text_fold(source->role, &fold);
    bool speaks = fold.failed; /* nothing is claimed of it then */
    for (size_t i = 0; !speaks && i < hearing->described.count; i++)
        speaks = is_called_so(hearing->context, hearing->article, hearing->described.items[i], px_buffer_slice(&fold));
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

/* Does a body of which the person is an officer, "*Halden Rail* chairman", speak in the article itself? Linear in the
 * bodies that do. */
static bool speaks_by_body(const struct hearing *hearing, const struct px_source *source)
{
    const struct px_compare_context *context = hearing->context;
    bool officer = source->kind == PX_SPEAKER_PERSON && source->actor != PX_ACTOR_CITIZEN; /* no "Halden Rail worker" */
    for (size_t i = 0; officer && i < hearing->bodies.count; i++) {
        const uint32_t *entities = context->comparison->referents.items[hearing->bodies.items[i]->referent].entity;
        for (size_t a = 0; a < context->count; a++)
            if (entities[a] != PX_NONE &&
                holds_name(source->role, context->articles[a]->entities.items[entities[a]].name))
                return true;
    }
    return false;
}

/* May a statement of the article be the source's, by what it calls those who speak? */
static bool may_speak(const struct hearing *hearing, const struct px_source *source)
{
    bool one = source->kind == PX_SPEAKER_PERSON; /* "a manager at Halden Rail" is not the firm */
    if (source->referent != PX_NONE)
        return ((hearing->strangers || !one) && is_named(hearing->context, source, hearing->article)) ||
               (!one && is_called(&hearing->words, source->name, true)); /* "a *Ledger*-Gazette poll" */
    if (source->kind == PX_SPEAKER_GROUP)
        return true; /* "campaigners" are whoever campaigns, by whatever name */
    return (source->noun != PX_NONE && hearing->stems[source->noun]) ||
           (!one && is_called(&hearing->words, source->name, false));
}

/* A source is absent from an article where no statement there is its own, surely or not, and none by a description or a
 * pronoun may be, and nobody there says what it says. Of what is no person not even the name is to stand there, since a
 * body speaks by many mouths, and of a source without a name not even its noun: a lawsuit is one lawsuit by whatever
 * words. */
static bool is_absent(const struct hearing *hearing, const struct px_source *source)
{
    size_t a = hearing->article;
    bool anybody =
        source->described && source->kind != PX_SPEAKER_DOCUMENT && (hearing->strangers || !is_somebodys(source));
    return source->statements[a] == 0 && source->traces[a] + source->deeds[a] == 0 && !anybody &&
           !may_speak(hearing, source) && !is_echoed(hearing, source) && !speaks_by_role(hearing, source) &&
           (is_quoted(hearing->context, source) || !speaks_by_body(hearing, source));
}

static enum px_status read_article(struct hearing hearing, struct px_error *error)
{
    struct px_sourcing *sourcing = &hearing.context->comparison->sourcing;
    mark_stems(&hearing);
    bool fine = keep_callings(&hearing) && keep_speakers(&hearing) && keep_owned(&hearing);
    for (size_t i = 0; fine && i < sourcing->sources.count; i++)
        sourcing->sources.items[i].absent[hearing.article] = is_absent(&hearing, &sourcing->sources.items[i]);
    px_table_release(&hearing.words);
    px_table_release(&hearing.owned);
    return fine ? PX_OK : px_no_memory(error);
}

enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    bool *stems = px_arena_array(&context->scratch, bool, px_vocabulary_stem_count(context->worker->vocabulary) + 1);
    bool *const *echoed = find_echoed(context);
    if (stems == NULL || echoed == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status =
            read_article((struct hearing){.context = context, .article = a, .stems = stems, .echoed = echoed}, error);
    return status;
}
