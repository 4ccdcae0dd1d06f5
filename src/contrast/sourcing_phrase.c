/* Speakers without a name: the phrase that stands for each. A document that is only "the indictment" here is the one
 * that is "the 24-page indictment" there, and "the source" is the one source that was called more before, as long as
 * but one can be meant. */
#include <ctype.h>

#include "base/buffer.h"
#include "contrast/contrast.h"

enum { MOST_PHRASES = 256 }; /* that are held against each other */

struct phrases {
    const struct px_compare_context *context;
    PX_VECTOR(struct px_phrase) items;
};

/* The first noun of the tokens behind which no other stands, "supporters" of "street supporters of the plan", and that
 * owns none; the last word without grammar. */
static uint32_t noun_in(const struct px_article *article, uint32_t first, uint32_t end)
{
    uint32_t noun = end - 1;
    for (uint32_t t = end; article->lexemes != NULL && t-- > first;) {
        bool is_noun = article->lexemes[t].word_class == PX_WORD_NOUN || article->lexemes[t].word_class == PX_WORD_NAME;
        bool next = t + 1 < end && (article->lexemes[t + 1].word_class == PX_WORD_NOUN ||
                                    article->lexemes[t + 1].word_class == PX_WORD_NAME ||
                                    (article->tokens.items[t + 1].flags & PX_TOKEN_CLITIC) != 0);
        noun = is_noun && !next ? t : noun;
    }
    return noun;
}

/* Where the phrase ends without the time behind it, "media reports *Friday evening*", which tells nothing of who speaks. */
static uint32_t end_before_time(const struct px_compare_context *context, const struct px_phrase *phrase)
{
    const struct px_article *article = context->articles[phrase->article];
    uint32_t end = phrase->end;
    while (end > phrase->first + 1 && px_compare_is_class(context, article, end - 1, "grammar.time"))
        end--;
    return px_compare_form(context, &article->tokens.items[end - 1])->stop ? phrase->end : end;
}

static struct px_phrase read_phrase(const struct px_compare_context *context, uint32_t index, uint32_t number)
{
    const struct px_article *article = context->articles[number];
    struct px_span span = px_article_describer(article, index);
    struct px_phrase phrase = {.article = number,
                               .first = px_compare_token_at(article, span.start),
                               .end = px_compare_token_at(article, span.end)};
    while (phrase.end > phrase.first && !px_token_counts(&article->tokens.items[phrase.end - 1]))
        phrase.end--; /* "Ryan," */
    while (phrase.first < phrase.end && !px_token_counts(&article->tokens.items[phrase.first]))
        phrase.first++; /* "— The official" */
    phrase.end = phrase.end > phrase.first ? end_before_time(context, &phrase) : phrase.end;
    phrase.noun = phrase.first < phrase.end ? noun_in(article, phrase.first, phrase.end) : phrase.first;
    return phrase;
}

static const struct px_form *form_at(const struct px_compare_context *context, uint32_t article, uint32_t token)
{
    return px_compare_form(context, &context->articles[article]->tokens.items[token]);
}

/* Is the word one that tells which of several: no function word, no number, and not the noun itself? */
static bool tells(const struct px_compare_context *context, const struct px_phrase *phrase, uint32_t token)
{
    const struct px_form *form = form_at(context, phrase->article, token);
    return token != phrase->noun && !form->stop && !form->digits &&
           px_token_counts(&context->articles[phrase->article]->tokens.items[token]);
}

static uint32_t telling_words(const struct px_compare_context *context, const struct px_phrase *phrase)
{
    uint32_t count = 0;
    for (uint32_t t = phrase->first; t < phrase->end; t++)
        count += tells(context, phrase, t);
    return count;
}

/* What sources like this one may be called as well, "advertisement" of an "ad", "aide" of a "spokesman"; empty where
 * the list tells of nothing. */
static struct px_slice class_of(const struct px_compare_context *context, const struct px_phrase *phrase)
{
    const struct px_resources *resources = context->worker->resources;
    const uint32_t *entries = NULL;
    uint32_t form = context->articles[phrase->article]->tokens.items[phrase->noun].form;
    if (resources == NULL || px_match_form(context->worker->cache, form, PX_LEXICON_SOURCES, &entries) == 0)
        return (struct px_slice){0};
    const struct px_lexicon *sources = px_resources_lexicon(resources, PX_LEXICON_SOURCES);
    return px_lexicon_cell(sources, &sources->entries.items[entries[0]], px_lexicon_column(sources, "class"));
}

static bool same_noun(const struct px_compare_context *context, const struct px_phrase *a, const struct px_phrase *b)
{
    if (form_at(context, a->article, a->noun)->fold == form_at(context, b->article, b->noun)->fold)
        return true;
    struct px_slice class = class_of(context, a);
    return class.size > 0 && px_slice_equal(class, class_of(context, b));
}

/* Does the fuller phrase hold all that tells in this one, of the same noun? */
static bool is_within(const struct px_compare_context *context, const struct px_phrase *phrase,
                      const struct px_phrase *fuller)
{
    if (!same_noun(context, phrase, fuller))
        return false;
    for (uint32_t t = phrase->first; t < phrase->end; t++) {
        bool held = !tells(context, phrase, t);
        for (uint32_t u = fuller->first; !held && u < fuller->end; u++)
            held = tells(context, fuller, u) &&
                   form_at(context, fuller->article, u)->stem == form_at(context, phrase->article, t)->stem;
        if (!held)
            return false;
    }
    return true;
}

/* Does the phrase begin with a word that points at somebody who is known: "the"? */
static bool is_definite(const struct px_compare_context *context, const struct px_phrase *phrase)
{
    const struct px_resources *resources = context->worker->resources;
    const uint32_t *entries = NULL;
    uint32_t form = context->articles[phrase->article]->tokens.items[phrase->first].form;
    size_t count = resources == NULL ? 0 : px_match_form(context->worker->cache, form, PX_LEXICON_NAMES, &entries);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(px_resources_lexicon(resources, PX_LEXICON_NAMES)->entries.items[entries[i]].category,
                        "name.definite"))
            return true;
    return false;
}

/* The one fuller phrase that this one can stand for, of its own article or, `abroad`, of any; NULL where there is none,
 * or two that are not one within the other. */
static const struct px_phrase *find_fuller(const struct phrases *phrases, const struct px_phrase *phrase, bool abroad)
{
    const struct px_compare_context *context = phrases->context;
    const struct px_phrase *best = NULL;
    uint32_t least = telling_words(context, phrase);
    for (size_t i = 0; i < phrases->items.count; i++) {
        const struct px_phrase *other = &phrases->items.items[i];
        if (other->document != phrase->document || (!abroad && other->article != phrase->article) ||
            telling_words(context, other) <= least || !is_within(context, phrase, other))
            continue;
        if (best != NULL && !is_within(context, other, best) && !is_within(context, best, other))
            return NULL;
        if (best == NULL || telling_words(context, other) > telling_words(context, best))
            best = other;
    }
    return best;
}

/* "*an Aug. 16* cable" of "that cable": where the words begin that tell of the noun which ends before `end`, behind an
 * article; `end` where none do. */
static uint32_t telling_before(const struct px_compare_context *context, const struct px_phrase *phrase, uint32_t noun)
{
    const struct px_article *article = context->articles[phrase->article];
    uint32_t first = noun, telling = 0;
    while (first > 0 && article->tokens.items[first - 1].sentence == article->tokens.items[noun].sentence &&
           px_token_counts(&article->tokens.items[first - 1])) {
        first--;
        if (px_compare_hit(context, article, first, true, PX_LEXICON_GRAMMAR, "grammar.article") != NULL)
            return telling > 0 ? first + 1 : noun;
        telling += !form_at(context, phrase->article, first)->stop && !form_at(context, phrase->article, first)->digits;
    }
    return noun;
}

/* The document that "that cable" points at, by the last words before it that tell which: false where none do. "The cable"
 * may be known by a name of its own. */
static bool find_pointed(const struct px_compare_context *context, struct px_phrase *phrase)
{
    const struct px_form *noun = form_at(context, phrase->article, phrase->noun);
    if (phrase->first == phrase->noun || is_definite(context, phrase))
        return false;
    for (uint32_t t = phrase->first; t-- > 0;) {
        uint32_t first =
            form_at(context, phrase->article, t)->fold == noun->fold ? telling_before(context, phrase, t) : t;
        if (first == t)
            continue;
        phrase->first = first;
        phrase->noun = t;
        phrase->end = t + 1;
        return true;
    }
    return false;
}

static void settle(const struct phrases *phrases, struct px_phrase *phrase)
{
    const struct px_compare_context *context = phrases->context;
    if (!phrase->document && !is_definite(context, phrase))
        return;
    const struct px_phrase *fuller = find_fuller(phrases, phrase, false);
    if (fuller == NULL && phrase->document)
        fuller = find_fuller(phrases, phrase, true);
    if (fuller != NULL) {
        phrase->article = fuller->article;
        phrase->first = fuller->first;
        phrase->end = fuller->end;
        phrase->noun = fuller->noun;
    } else if (phrase->document && telling_words(context, phrase) == 0 && !find_pointed(context, phrase)) {
        phrase->first = phrase->noun; /* without its pages */
        phrase->end = phrase->noun + 1;
    }
}

/* A document, or people or a body without a name: "the scholars" are "the Pellard scholars" of before. */
static bool may_be_fuller(const struct px_attribution *attribution)
{
    return attribution->speaker_kind != PX_SPEAKER_MEDIA;
}

static enum px_status collect(struct phrases *phrases, struct px_compare_context *context, size_t a,
                              struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    context->phrases[a] = px_arena_array(&context->scratch, struct px_phrase, article->attributions.count + 1);
    if (context->phrases[a] == NULL)
        return px_no_memory(error);
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (attribution->speaker.count == 0)
            continue;
        struct px_phrase *phrase = &context->phrases[a][i];
        *phrase = read_phrase(context, i, (uint32_t)a);
        phrase->document = attribution->speaker_kind == PX_SPEAKER_DOCUMENT;
        bool known =
            context->comparison->speakers[a][i].referent != PX_NONE || context->comparison->speakers[a][i].unclear;
        if (known || phrase->first >= phrase->end || !may_be_fuller(attribution) ||
            phrases->items.count >= MOST_PHRASES)
            continue;
        struct px_phrase *place = px_vector_push(&phrases->items, &context->scratch);
        if (place == NULL)
            return px_no_memory(error);
        *place = *phrase;
    }
    return PX_OK;
}

enum px_status px_compare_phrases(struct px_compare_context *context, struct px_error *error)
{
    struct phrases phrases = {.context = context};
    enum px_status status = PX_OK;
    context->phrases = px_arena_array(&context->scratch, struct px_phrase *, context->count);
    if (context->phrases == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = collect(&phrases, context, a, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_attribution *attribution = &context->articles[a]->attributions.items[i];
            struct px_phrase *phrase = &context->phrases[a][i];
            if (phrase->first < phrase->end && may_be_fuller(attribution) &&
                context->comparison->speakers[a][i].referent == PX_NONE)
                settle(&phrases, phrase);
        }
    return status;
}

/* May the token owe its capital to its place: does a sentence begin with it, or behind the place in capitals and a mark,
 * "NEW TARN — Leaders"? */
static bool is_at_start(const struct px_compare_context *context, const struct px_article *article, size_t token)
{
    const struct px_token *it = &article->tokens.items[token];
    if (token == 0 || (it->flags & PX_TOKEN_SENTENCE_START) != 0)
        return true;
    const struct px_token *first = &article->tokens.items[article->sentences.items[it->sentence].first_token];
    struct px_slice mark = px_slice_part(article->text, it[-1].start, it[-1].end);
    return px_compare_form(context, first)->shape == PX_SHAPE_UPPER &&
           (px_slice_is(mark, "—") || px_slice_is(mark, "–") || px_slice_is(mark, "-") || px_slice_is(mark, "--"));
}

/* "*Various* reports", and not "*Kestrian* reports", which names a land. */
static bool is_plain_adjective(const struct px_article *article, size_t token)
{
    if (article->lexemes == NULL || article->lexemes[token].word_class != PX_WORD_ADJECTIVE)
        return false;
    size_t m = px_vector_from(&article->mentions, first_token, token);
    bool named = m < article->mentions.count && article->mentions.items[m].first_token == token;
    for (size_t i = px_hits_from(&article->hits, (uint32_t)token);
         i < article->hits.count && article->hits.items[i].first_token == token; i++)
        named = named || article->hits.items[i].lexicon == PX_LEXICON_DEMONYMS;
    return !named;
}

/* "*New* Varn polls": does a name begin with the token? */
static bool begins_name(const struct px_article *article, uint32_t token)
{
    uint32_t start = article->tokens.items[token].start;
    size_t m = px_vector_from(&article->mentions, start, start);
    return m < article->mentions.count && article->mentions.items[m].start == start &&
           article->mentions.items[m].form == PX_MENTION_NAME;
}

/* Does a sentence of the article begin with the token, which is a noun for who speaks, a number or an article, and no
 * name: "Officials", "One of them", "The letter"? */
static bool begins_large(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_token *it = &article->tokens.items[token];
    if (!is_at_start(context, article, token) || px_compare_form(context, it)->shape != PX_SHAPE_CAPITALISED ||
        begins_name(article, token))
        return false;
    for (size_t i = px_hits_from(&article->hits, token);
         i < article->hits.count && article->hits.items[i].first_token == token; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        bool any = hit->lexicon == PX_LEXICON_QUANTITIES || hit->lexicon == PX_LEXICON_NUMBERS ||
                   hit->lexicon == PX_LEXICON_GRAMMAR;
        if ((!any && (hit->lexicon != PX_LEXICON_SOURCES || hit->token_count != 1)) ||
            context->worker->resources == NULL)
            continue;
        struct px_slice listed = px_resources_entry(context->worker->resources, hit)->text;
        return islower((unsigned char)listed.data[0]);
    }
    return is_plain_adjective(article, token);
}

/* The words with the name of whom a pronoun among them stands for, where that is told: "people close to *Ora Lind*", "a
 * spokesman for *Ora Lind’s* office". */
static void append_resolved(const struct px_compare_context *context, size_t a, struct px_span words,
                            struct px_buffer *out)
{
    const struct px_article *article = context->articles[a];
    uint32_t at = words.start;
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].end <= words.end; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        uint32_t referent =
            mention->form == PX_MENTION_PRONOUN ? px_compare_referent(context, a, mention->entity) : PX_NONE;
        if (referent == PX_NONE || mention->start <= words.start)
            continue;
        bool owner = mention->end < words.end &&
                     px_compare_is_class(context, article, mention->first_token, "grammar.possessive");
        px_buffer_append(out, px_slice_part(article->text, at, mention->start));
        px_buffer_append(out, context->comparison->referents.items[referent].name);
        px_buffer_string(out, owner ? PX_GENITIVE : "");
        at = mention->end;
    }
    px_buffer_append(out, px_slice_part(article->text, at, words.end));
}

struct px_slice px_compare_small_name(const struct px_compare_context *context, struct px_slice name,
                                      struct px_arena *arena)
{
    struct px_buffer small = {0};
    bool large = false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        size_t at = (size_t)(name.data - article->text.data);
        if (small.size > 0 || name.data < article->text.data || at >= article->text.size)
            continue;
        large = begins_large(context, article, px_compare_token_at(article, (uint32_t)at));
        append_resolved(context, a, (struct px_span){(uint32_t)at, (uint32_t)(at + name.size)}, &small);
    }
    if (small.size == 0)
        px_buffer_append(&small, name);
    if (large && !small.failed)
        small.data[0] = (char)tolower((unsigned char)name.data[0]);
    struct px_slice copy = small.failed ? (struct px_slice){0} : px_arena_copy(arena, px_buffer_slice(&small));
    px_buffer_release(&small);
    return copy;
}
