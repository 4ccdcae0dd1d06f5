/* Hits of the naming lexicon, and what each is bound to: the entity that is named beside it. */
#include <math.h>

#include "naming/referent_name.h"

enum { REACH = 3, DENIED = 4 /* words before a wording in which a negation denies it */ };

static bool allocate(struct px_names *names, size_t article)
{
    struct px_arena *scratch = &names->context->scratch;
    const struct px_article *a = names->context->articles[article];
    names->mention_of[article] = px_arena_array(scratch, uint32_t, a->tokens.count);
    names->preposition[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->determiner[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->quoted[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->theme_of[article] = px_arena_array(scratch, uint32_t, a->sentences.count);
    if (names->mention_of[article] == NULL || names->preposition[article] == NULL ||
        names->determiner[article] == NULL || names->quoted[article] == NULL || names->theme_of[article] == NULL)
        return false;
    memset(names->mention_of[article], 0xff, a->tokens.count * sizeof(uint32_t));
    memset(names->theme_of[article], 0xff, a->sentences.count * sizeof(uint32_t));
    return true;
}

/* What is known of the article's tokens and sentences: mentions (pronouns not), function words, shared themes. */
static void survey(struct px_names *names, size_t article)
{
    const struct px_article *a = names->context->articles[article];
    for (uint32_t i = 0; i < a->mentions.count; i++)
        for (uint32_t t = 0; a->mentions.items[i].form != PX_MENTION_PRONOUN && t < a->mentions.items[i].token_count;
             t++)
            names->mention_of[article][a->mentions.items[i].first_token + t] = i;
    for (size_t i = 0; i < a->hits.count; i++) {
        const struct px_hit *hit = &a->hits.items[i];
        if (hit->lexicon != PX_LEXICON_GRAMMAR)
            continue;
        struct px_slice category = px_resources_entry(names->context->worker->resources, hit)->category;
        names->preposition[article][hit->first_token] |= px_slice_is(category, "grammar.preposition");
        names->determiner[article][hit->first_token] |= px_slice_is(category, "grammar.determiner");
    }
    for (size_t i = 0; i < a->quotations.count; i++)
        memset(names->quoted[article] + a->quotations.items[i].first_token, true, a->quotations.items[i].token_count);
    for (uint32_t i = 0; i < names->context->comparison->themes.count; i++) {
        const struct px_topic *theme = &names->context->comparison->themes.items[i];
        for (size_t j = 0; theme->only == PX_NONE && j < theme->spans[article].count; j++)
            for (uint32_t s = px_article_sentence_at(a, theme->spans[article].items[j].start);
                 s < a->sentences.count && a->sentences.items[s].start < theme->spans[article].items[j].end; s++)
                names->theme_of[article][s] = i;
    }
}

static bool init(struct px_names *names)
{
    struct px_arena *scratch = &names->context->scratch;
    size_t count = names->context->count;
    names->mention_of = px_arena_array(scratch, uint32_t *, count);
    names->preposition = px_arena_array(scratch, bool *, count);
    names->determiner = px_arena_array(scratch, bool *, count);
    names->quoted = px_arena_array(scratch, bool *, count);
    names->theme_of = px_arena_array(scratch, uint32_t *, count);
    bool ready = names->mention_of != NULL && names->preposition != NULL && names->determiner != NULL &&
                 names->quoted != NULL && names->theme_of != NULL;
    for (size_t a = 0; ready && a < count; a++) {
        ready = allocate(names, a);
        if (ready)
            survey(names, a);
    }
    return ready;
}

static uint32_t referent_of(const struct px_names *names, const struct px_name_hit *naming,
                            const struct px_mention *mention)
{
    return mention->entity == PX_NONE ? PX_NONE : names->context->referent_of[naming->article][mention->entity];
}

/* Who is named at the token. Descriptions ("the country") are not taken at their word: who they mean is a guess, and a
 * wrong one would put a wording on somebody else. */
static uint32_t referent_at(const struct px_names *names, const struct px_name_hit *naming, uint32_t token)
{
    uint32_t index = names->mention_of[naming->article][token];
    const struct px_mention *mention =
        index == PX_NONE ? NULL : &names->context->articles[naming->article]->mentions.items[index];
    return mention == NULL || mention->form == PX_MENTION_ROLE ? PX_NONE : referent_of(names, naming, mention);
}

/* "Ukraine's bloody coup": an entity among the few words before, no function word between. */
static uint32_t anchor_before(const struct px_names *names, const struct px_name_hit *naming)
{
    const struct px_token *tokens = names->context->articles[naming->article]->tokens.items;
    for (uint32_t i = 1; i <= REACH && i <= naming->first; i++) {
        const struct px_token *token = &tokens[naming->first - i];
        uint32_t anchor = referent_at(names, naming, naming->first - i);
        if (anchor != PX_NONE && token->sentence == naming->sentence)
            return anchor;
        if (token->sentence != naming->sentence || token->kind != PX_TOKEN_WORD ||
            (!(token->flags & PX_TOKEN_CLITIC) && px_compare_form(names->context, token)->stop))
            return PX_NONE;
    }
    return PX_NONE;
}

/* "the coup in the Kiev of 2014": a preposition, perhaps a determiner, an entity. */
static uint32_t anchor_behind(const struct px_names *names, const struct px_name_hit *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t at = naming->first + naming->count;
    if (at >= article->tokens.count || !names->preposition[naming->article][at])
        return PX_NONE;
    at++;
    if (at < article->tokens.count && names->determiner[naming->article][at] &&
        names->mention_of[naming->article][at] == PX_NONE)
        at++;
    if (at >= article->tokens.count || article->tokens.items[at].sentence != naming->sentence)
        return PX_NONE;
    return referent_at(names, naming, at);
}

/* Is the hit's kind of thing but one thing, whoever speaks of it where: same-sex marriage? */
static bool is_whole(const struct px_names *names, const struct px_name_hit *naming)
{
    struct px_slice rest = px_lexicon_metadata(names->lexicon, "whole"), category;
    while (px_slice_next(&rest, ' ', &category))
        if (px_slice_equal(category, naming->entry->category))
            return true;
    return false;
}

/* Binds the hit; false when it is but a part of a longer name ("President Trump", "Government Accountability
 * Office"). */
static bool bind(const struct px_names *names, struct px_name_hit *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t index = names->mention_of[naming->article][naming->first];
    naming->anchor = PX_NONE;
    if (index != PX_NONE) {
        const struct px_mention *mention = &article->mentions.items[index];
        bool name = mention->form == PX_MENTION_NAME;
        bool description = mention->form == PX_MENTION_ROLE;
        bool capital = px_compare_form(names->context, &article->tokens.items[naming->first])->shape != PX_SHAPE_LOWER;
        naming->proper = name && capital && mention->token_count <= naming->count;
        if (name && capital && !naming->proper)
            return false;
        if (!naming->proper)
            naming->anchor = article->entities.items[mention->entity].kind == PX_ENTITY_PERSON || !description
                                 ? referent_of(names, naming, mention)
                                 : PX_NONE;
    }
    if (is_whole(names, naming)) {
        naming->anchor = PX_NONE;
        naming->proper = true;
    }
    if (naming->anchor == PX_NONE && !naming->proper)
        naming->anchor = anchor_before(names, naming);
    if (naming->anchor == PX_NONE && !naming->proper)
        naming->anchor = anchor_behind(names, naming);
    return true;
}

/* A plain word with a capital inside a sentence is a name or a month ("March"); headlines capitalise everything. */
static bool is_capital(const struct px_names *names, const struct px_name_hit *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    const struct px_token *token = &article->tokens.items[naming->first];
    uint8_t role = article->blocks.items[article->sentences.items[naming->sentence].block].role;
    return naming->entry->text.size > 0 && naming->entry->text.data[0] >= 'a' && naming->entry->text.data[0] <= 'z' &&
           px_compare_form(names->context, token)->shape == PX_SHAPE_CAPITALISED &&
           !(token->flags & PX_TOKEN_SENTENCE_START) && px_role_is_paragraph(role);
}

/* "a recount and *not* a revolution": whoever says that there is none names nothing by it. A kind that is one thing
 * everywhere is named all the same: "they do *not* know same-sex couples". */
static bool is_denied(const struct px_names *names, const struct px_name_hit *naming)
{
    if (is_whole(names, naming))
        return false;
    const struct px_article *article = names->context->articles[naming->article];
    const struct px_hits *hits = &article->hits;
    uint32_t first = naming->first < DENIED ? 0 : naming->first - DENIED;
    for (size_t i = px_hits_from(hits, first); i < hits->count && hits->items[i].first_token < naming->first; i++)
        if (hits->items[i].lexicon == PX_LEXICON_NEGATION &&
            article->tokens.items[hits->items[i].first_token].sentence == naming->sentence &&
            px_slice_is(px_resources_entry(names->context->worker->resources, &hits->items[i])->category, "negation"))
            return true;
    return false;
}

/* Does an "and" or "or" stand between, or, however far they are apart, what sets the one against the other: "a truce, *but
 * not* a ceasefire", "*without* a ceasefire"? */
static bool holds_bar(const struct px_names *names, const struct px_article *article, uint32_t from, uint32_t to)
{
    enum { APART = 4 };
    const struct px_hits *hits = &article->hits;
    for (uint32_t t = from; to - from <= APART && t < to; t++)
        if (px_compare_hit(names->context, article, t, false, PX_LEXICON_GRAMMAR, "grammar.coordinator") != NULL)
            return true;
    for (size_t i = px_hits_from(hits, from); i < hits->count && hits->items[i].first_token < to; i++)
        if (hits->items[i].lexicon == PX_LEXICON_NEGATION &&
            px_slice_is(px_resources_entry(names->context->worker->resources, &hits->items[i])->category, "negation"))
            return true;
    return false;
}

/* Does the sentence tell the hit from another wording of the kind, in a list ("strikes, walkouts and a lockout") or as
 * its opposite? It takes them for several things. */
static bool is_told_apart(const struct px_names *names, const struct px_name_hit *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    const struct px_hits *hits = &article->hits;
    const struct px_sentence *sentence = &article->sentences.items[naming->sentence];
    for (size_t i = px_hits_from(hits, sentence->first_token); i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->first_token >= sentence->first_token + sentence->token_count)
            break;
        if (hit->lexicon != PX_LEXICON_NAMING)
            continue;
        const struct px_entry *entry = px_resources_entry(names->context->worker->resources, hit);
        bool before = hit->first_token < naming->first;
        uint32_t from = before ? hit->first_token + hit->token_count : naming->first + naming->count;
        uint32_t to = before ? naming->first : hit->first_token;
        if (entry != naming->entry && px_slice_equal(entry->category, naming->entry->category) && from < to &&
            holds_bar(names, article, from, to))
            return true;
    }
    return false;
}

static enum px_status collect(struct px_names *names, size_t article, struct px_error *error)
{
    const struct px_article *a = names->context->articles[article];
    for (size_t i = 0; i < a->hits.count; i++) {
        const struct px_hit *hit = &a->hits.items[i];
        if (hit->lexicon != PX_LEXICON_NAMING)
            continue;
        const struct px_entry *entry = px_resources_entry(names->context->worker->resources, hit);
        struct px_name_hit naming = {.entry = entry,
                                     .article = (uint32_t)article,
                                     .first = hit->first_token,
                                     .count = hit->token_count,
                                     .sentence = a->tokens.items[hit->first_token].sentence,
                                     .strong = fabs(entry->weight) >= PX_TAKES_SIDES};
        if (is_capital(names, &naming) || is_denied(names, &naming) || is_told_apart(names, &naming) ||
            !bind(names, &naming))
            continue;
        naming.category = px_table_add(&names->categories, entry->category, NULL);
        struct px_name_hit *item =
            naming.category == PX_NONE ? NULL : px_vector_push(&names->items, &names->context->scratch);
        if (item == NULL)
            return px_no_memory(error);
        *item = naming;
    }
    return PX_OK;
}

enum px_status px_names_gather(struct px_names *names, struct px_error *error)
{
    enum px_status status = init(names) ? PX_OK : px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < names->context->count; a++)
        status = collect(names, a, error);
    return status;
}
