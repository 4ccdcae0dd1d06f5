/* By what the speaker of a statement is known. */
#include "contrast/statement.h"

#include "base/vector.h"
#include "naming/referent.h"
#include "text/normalise.h"

/* What the article calls the referent, if that is a body: "Halden" where another one writes "Halden Stores Inc."; persons
 * have one name over all articles. */
static struct px_slice name_in(const struct px_compare_context *context, size_t article, uint32_t referent)
{
    const struct px_referent *it = &context->comparison->referents.items[referent];
    bool body = it->kind == PX_ENTITY_ORGANISATION && it->entity[article] != PX_NONE;
    return body ? context->articles[article]->entities.items[it->entity[article]].name : it->name;
}

bool px_statement_referent(const struct px_compare_context *context, uint32_t referent, struct px_buffer *key,
                           struct px_statement *statement)
{
    if (referent == PX_NONE)
        return false;
    statement->speaker = context->settled[referent];
    statement->spelling = name_in(context, statement->article, referent);
    px_buffer_clear(key);
    px_buffer_printf(key, "=%u", referent);
    return true;
}

/* Whose the noun of the phrase is that begins with a pronoun, "*her* office"; PX_NONE where that is left open. */
static uint32_t owner_of(const struct px_compare_context *context, const struct px_phrase *phrase)
{
    const struct px_article *article = context->articles[phrase->article];
    size_t m = px_compare_mention_at(article, phrase->first);
    if (m >= article->mentions.count || phrase->end < phrase->first + 2)
        return PX_NONE;
    const struct px_mention *mention = &article->mentions.items[m];
    return mention->form == PX_MENTION_PRONOUN && mention->first_token == phrase->first
               ? px_compare_referent(context, phrase->article, mention->entity)
               : PX_NONE;
}

/* "Ilse Marrant’s office": the owner's name goes with what a pronoun says is hers. `key` is scratch. */
static bool add_owner(struct px_compare_context *context, uint32_t owner, struct px_buffer *key,
                      struct px_statement *statement)
{
    const struct px_comparison *comparison = context->comparison;
    if (owner == PX_NONE)
        return true;
    struct px_slice name = comparison->referents.items[owner].name;
    struct px_buffer spelling = {0};
    px_buffer_printf(&spelling, "%.*s" PX_GENITIVE " %.*s", PX_SLICE_ARG(name), PX_SLICE_ARG(statement->spelling));
    bool written = !spelling.failed;
    statement->spelling = px_arena_copy(&context->scratch, px_buffer_slice(&spelling));
    px_buffer_release(&spelling);
    px_buffer_printf(key, "=%u", owner);
    return written && statement->spelling.data != NULL;
}

/* Does the phrase begin with a number or a vague one: "*several* justices", "*one* of the officials"? */
static bool begins_with_quantity(const struct px_article *article, const struct px_phrase *phrase)
{
    for (size_t h = px_hits_from(&article->hits, phrase->first);
         h < article->hits.count && article->hits.items[h].first_token == phrase->first; h++)
        if (article->hits.items[h].lexicon == PX_LEXICON_QUANTITIES ||
            article->hits.items[h].lexicon == PX_LEXICON_NUMBERS)
            return true;
    return false;
}

/* Does the word at the token doubt what stands behind it: "an *alleged* poll", "the *so-called* council"? */
static bool doubts(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_hit(context, article, token, true, PX_LEXICON_CERTAINTY, "certainty.hedge.adjective") != NULL ||
           px_compare_hit(context, article, token, true, PX_LEXICON_LOADED, "loaded.distance") != NULL;
}

/* Is a preposition the phrase's second word, behind one that the wording leaves out: "*others at* the bank", "*many in* the
 * council"? */
static bool begins_with_part(const struct px_compare_context *context, const struct px_article *article,
                             const struct px_phrase *phrase)
{
    return phrase->first + 2 < phrase->end &&
           px_compare_is_class(context, article, phrase->first + 1, "grammar.preposition");
}

/* The wording with what stands before it and makes it another: *several* justices are not the justices, *many in* the
 * council are not the council, one of the officials is not all of them, and an *alleged* poll may be none. */
static struct px_slice with_limits(const struct px_compare_context *context, const struct px_phrase *phrase,
                                   struct px_slice wording)
{
    const struct px_article *article = context->articles[phrase->article];
    const struct px_token *tokens = article->tokens.items;
    size_t at = (size_t)(wording.data - article->text.data), start = at;
    if (wording.data < article->text.data || at >= article->text.size)
        return wording;
    uint32_t first = px_compare_token_at(article, (uint32_t)at);
    if (at > tokens[phrase->first].end &&
        (begins_with_quantity(article, phrase) || begins_with_part(context, article, phrase)))
        start = tokens[phrase->first].start;
    else if (context->worker->resources != NULL && first > 0 && tokens[first - 1].sentence == tokens[first].sentence &&
             doubts(context, article, first - 1))
        start = tokens[first - 1].start;
    return px_slice_part(article->text, start, at + wording.size);
}

bool px_statement_key(struct px_compare_context *context, size_t article, uint32_t index, struct px_buffer *key,
                      struct px_statement *statement)
{
    const struct px_article *a = context->articles[article];
    const struct px_attribution *attribution = &a->attributions.items[index];
    statement->speaker = context->comparison->speakers[article][index];
    px_buffer_clear(key);
    if (!attribution->anonymous && px_statement_referent(context, statement->speaker.referent, key, statement))
        return !key->failed;
    statement->speaker.referent = PX_NONE; /* of an anonymous one */
    statement->speaker.role = (struct px_slice){0};
    const struct px_phrase *phrase = &context->phrases[article][index];
    struct px_naming use = {0};
    statement->speaker.unclear = statement->speaker.unclear || phrase->first >= phrase->end;
    if (statement->speaker.unclear) {
        px_buffer_byte(key, '?');
        return !key->failed;
    }
    if (px_referent_wording(context, phrase->article, phrase->first, phrase->end - phrase->first, &use, NULL) != PX_OK)
        return false;
    statement->spelling = with_limits(context, phrase, use.spelling);
    statement->noun = px_compare_form(context, &context->articles[phrase->article]->tokens.items[phrase->noun])->stem;
    if (statement->spelling.size > use.spelling.size)
        px_text_fold(px_slice_part(statement->spelling, 0, statement->spelling.size - use.spelling.size), key);
    px_buffer_append(key, use.fold);
    statement->before = px_compare_article_before(context, phrase->article, statement->spelling);
    return add_owner(context, owner_of(context, phrase), key, statement) && !key->failed;
}

uint32_t px_statement_sentence(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_spans *content = &attribution->content;
    if (attribution->sentence >= article->sentences.count || content->count == 0)
        return attribution->sentence;
    const struct px_sentence *own = &article->sentences.items[attribution->sentence];
    if (content->items[0].start >= own->start)
        return attribution->sentence;
    for (size_t i = 0; i < content->count; i++)
        if (content->items[i].end > own->start && content->items[i].start < own->end)
            return attribution->sentence;
    return (uint32_t)px_vector_from(&article->sentences, start, content->items[0].start + 1) - 1;
}
