/* Agency: for each referent, how often an article in its own voice makes it act, and how often it is acted on. */
#include <stdlib.h>

#include "contrast/contrast.h"

static bool new_row(struct px_compare_context *context, uint32_t referent, struct px_agency_row *row)
{
    *row = (struct px_agency_row){
        .name = context->comparison->referents.items[referent].name,
        .referent = referent,
        .acts = px_compare_each(context, struct px_deeds),
        .acted_on = px_compare_each(context, struct px_deeds),
        .evidence = px_compare_each(context, struct px_evidence),
    };
    return row->acts != NULL && row->acted_on != NULL && row->evidence != NULL;
}

/* A role that a referent has in an act of an article. */
struct part {
    uint32_t referent;
    uint32_t place; /* in the text */
    const struct px_act *act;
    uint8_t article;
    bool acts;
};

struct parts {
    struct part *items;
    size_t count;
    size_t capacity;
};

static bool add_part(struct px_compare_context *context, struct parts *parts, size_t article, const struct px_act *act,
                     bool acts)
{
    uint32_t entity = acts ? act->agent : act->patient;
    uint32_t referent = entity == PX_NONE ? PX_NONE : context->referent_of[article][entity];
    if (referent == PX_NONE)
        return true;
    struct part *part = px_vector_push(parts, &context->scratch);
    if (part != NULL)
        *part = (struct part){referent, act->start, act, (uint8_t)article, acts};
    return part != NULL;
}

/* Headlines write every word with a capital and leave words out: what is read there as a deed is often none. */
static bool is_in_text(const struct px_article *article, const struct px_act *act)
{
    return px_role_is_paragraph(article->blocks.items[article->sentences.items[act->sentence].block].role);
}

static bool collect(struct px_compare_context *context, struct parts *parts)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->acts.count; i++) {
            const struct px_act *act = &context->articles[a]->acts.items[i];
            if (act->kind == PX_ACT_NOMINAL || !is_in_text(context->articles[a], act) || act->voice != PX_VOICE_OWN ||
                act->negated || !act->deed)
                continue;
            if (!add_part(context, parts, a, act, true) || !add_part(context, parts, a, act, false))
                return false;
        }
    return true;
}

static int by_referent(const void *left, const void *right)
{
    const struct part *a = left;
    const struct part *b = right;
    if (a->referent != b->referent)
        return a->referent < b->referent ? -1 : 1;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* A verb with its object: "grabbed his wrist"; of a passive the participle, for whom it befalls with its auxiliary. */
static struct px_span words_of(const struct px_article *article, const struct part *part)
{
    const struct px_act *act = part->act;
    if (act->kind == PX_ACT_ACTIVE)
        return act->phrase;
    uint32_t start = act->end, end = act->end;
    while (start > act->start && article->text.data[start - 1] != ' ')
        start--;
    uint32_t token = px_compare_token_at(article, start);
    if (article->lexemes != NULL && token + 1 < article->tokens.count && article->lexemes[token].particle &&
        article->lexemes[token + 1].particle && article->tokens.items[token + 1].sentence == act->sentence)
        end = article->tokens.items[token + 1].end;
    return (struct px_span){part->acts ? start : act->start, end};
}

/* Has the article a word of the same stem, "closing" for "closed"? */
static bool has_stem(const struct px_compare_context *context, size_t a, uint32_t form)
{
    uint32_t stem = px_vocabulary_form(context->worker->vocabulary, form)->stem;
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    for (uint32_t t = 0; t < tokens->count; t++)
        if (tokens->items[t].kind == PX_TOKEN_WORD && px_compare_form(context, &tokens->items[t])->stem == stem)
            return true;
    return false;
}

/* Have all other articles the verb, or a noun of its root ("arrested", "the arrest")? Then none can be said not to tell
 * of it. */
static bool is_shared(const struct px_compare_context *context, const struct part *part)
{
    const struct px_article *article = context->articles[part->article];
    uint32_t last = px_compare_token_at(article, part->act->end) - 1;
    uint32_t sentences = 0;
    if (last >= article->tokens.count)
        return false;
    uint32_t forms[] = {article->tokens.items[last].form,
                        article->lexemes != NULL ? article->lexemes[last].lemma : article->tokens.items[last].form};
    for (size_t a = 0; a < context->count; a++) {
        sentences = (uint32_t)context->articles[a]->sentences.count;
        if (a != part->article && !px_compare_stands_in(context, a, forms[0], 0, sentences) &&
            !px_compare_stands_in(context, a, forms[1], 0, sentences) && !has_stem(context, a, forms[0]) &&
            !has_stem(context, a, forms[1]))
            return false;
    }
    return true;
}

/* The parts [first, end) of one referent, by article: a row of them. */
static enum px_status add_row(struct px_compare_context *context, const struct part *parts, size_t count,
                              uint32_t *sentences, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct px_agency_row *row = px_vector_push(&comparison->agency, &comparison->arena);
    if (row == NULL || !new_row(context, parts[0].referent, row))
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < count;) {
        size_t article = parts[i].article;
        size_t found = 0;
        for (; i < count && parts[i].article == article; i++) {
            struct px_deeds *deeds = parts[i].acts ? &row->acts[article] : &row->acted_on[article];
            struct px_deed *deed = px_vector_push(deeds, &comparison->arena);
            if (deed == NULL)
                return px_no_memory(error);
            *deed = (struct px_deed){words_of(context->articles[article], &parts[i]), parts[i].act->sentence,
                                     is_shared(context, &parts[i])};
            row->total++;
            sentences[found++] = parts[i].act->sentence;
        }
        status = px_compare_evidence(context, sentences, found, &row->evidence[article], error);
    }
    return status;
}

static int by_total(const void *left, const void *right)
{
    const struct px_agency_row *a = left;
    const struct px_agency_row *b = right;
    if (a->total != b->total)
        return a->total < b->total ? 1 : -1;
    return (a->referent > b->referent) - (a->referent < b->referent);
}

enum px_status px_compare_agency(struct px_compare_context *context, struct px_error *error)
{
    struct parts parts = {0};
    if (!collect(context, &parts))
        return px_no_memory(error);
    size_t count = parts.count;
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    if (sentences == NULL)
        return px_no_memory(error);
    if (count > 1)
        qsort(parts.items, count, sizeof *parts.items, by_referent);
    enum px_status status = PX_OK;
    for (size_t i = 0, end; status == PX_OK && i < count; i = end) {
        for (end = i; end < count && parts.items[end].referent == parts.items[i].referent; end++)
            ;
        status = add_row(context, parts.items + i, end - i, sentences, error);
    }
    if (status == PX_OK && context->comparison->agency.count > 1)
        qsort(context->comparison->agency.items, context->comparison->agency.count,
              sizeof *context->comparison->agency.items, by_total);
    return status;
}
