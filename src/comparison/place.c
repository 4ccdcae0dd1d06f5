/* What stands where in an article: tokens, sentences, blocks, mentions, entries of the lexicons, and evidence. */
#include <stdlib.h>

#include "comparison/place.h"
#include "lexicon/match.h"

enum { LINE_MOST = 16 /* tokens of a headline */ };

static int by_number(const void *a, const void *b)
{
    return px_compare_order(*(const uint32_t *)a, *(const uint32_t *)b);
}

enum px_status px_compare_evidence(struct px_compare_context *context, uint32_t *sentences, size_t count,
                                   struct px_evidence *evidence, struct px_error *error)
{
    *evidence = (struct px_evidence){0};
    uint32_t *items = px_arena_array(&context->comparison->arena, uint32_t, count);
    if (items == NULL)
        return px_no_memory(error);
    if (count > 1)
        qsort(sentences, count, sizeof *sentences, by_number);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || items[kept - 1] != sentences[i])
            items[kept++] = sentences[i];
    *evidence = (struct px_evidence){items, kept};
    return PX_OK;
}

uint32_t px_compare_token_at(const struct px_article *article, uint32_t byte)
{
    return (uint32_t)px_vector_from(&article->tokens, start, byte);
}

const struct px_hit *px_compare_hit(const struct px_compare_context *context, const struct px_article *article,
                                    uint32_t token, bool ends, size_t lexicon, const char *category)
{
    enum { LONGEST = 4 };
    const struct px_hits *hits = &article->hits;
    uint32_t from = !ends ? token : token > LONGEST ? token - LONGEST : 0;
    for (size_t i = px_hits_from(hits, from); i < hits->count && hits->items[i].first_token <= token; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t at = ends ? hit->first_token + hit->token_count - 1 : hit->first_token;
        if (hit->lexicon == lexicon && at == token &&
            px_category_within(px_resources_entry(context->worker->resources, hit)->category, px_slice_from(category)))
            return hit;
    }
    return NULL;
}

bool px_compare_is_class(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                         const char *category)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_GRAMMAR, category) != NULL;
}

bool px_compare_adds(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                     uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (article->tokens.items[t].voice == PX_VOICE_OWN &&
            px_compare_hit(context, article, t, false, PX_LEXICON_PRESUPPOSITION, "presupposition.additive") != NULL)
            return true;
    return false;
}

size_t px_compare_mention_at(const struct px_article *article, uint32_t token)
{
    return px_vector_from(&article->mentions, first_token, token);
}

uint32_t px_compare_block_at(const struct px_article *article, uint32_t byte)
{
    size_t behind = px_vector_from(&article->blocks, start, byte + 1);
    return behind > 0 ? (uint32_t)(behind - 1) : article->blocks.count > 0 ? 0 : PX_NONE;
}

bool px_compare_in_title(const struct px_article *article, const struct px_spans *mentions)
{
    uint32_t block = mentions->count > 0 ? px_compare_block_at(article, mentions->items[0].start) : PX_NONE;
    return block != PX_NONE && article->blocks.items[block].role == PX_ROLE_TITLE;
}

uint32_t px_compare_count_named(const struct px_article *article, const struct px_spans *mentions, bool sentences)
{
    uint32_t count = 0, last = PX_NONE;
    for (size_t m = 0; m < mentions->count; m++) {
        uint32_t sentence = px_article_sentence_at(article, mentions->items[m].start);
        uint32_t block = article->sentences.items[sentence].block;
        if (!sentences && !px_role_is_paragraph(article->blocks.items[block].role))
            continue;
        count += last != (sentences ? sentence : block);
        last = sentences ? sentence : block;
    }
    return count;
}

bool px_compare_is_outlet(struct px_slice outlet, struct px_slice name)
{
    struct px_slice rest = name, word;
    size_t letters = 0;
    bool initials = true;
    if (name.size == 0)
        return false;
    if (px_slice_equal(name, outlet) ||
        (px_slice_ends(outlet, name) && outlet.data[outlet.size - name.size - 1] == ' '))
        return true; /* "told The [Lantern]" */
    while (initials && px_slice_next(&rest, ' ', &word)) {
        if (word.size == 0 || word.data[0] < 'A' || word.data[0] > 'Z')
            continue;
        initials = letters < outlet.size && (outlet.data[letters] | 0x20) == (word.data[0] | 0x20);
        letters++;
    }
    return initials && letters > 2 && letters == outlet.size;
}

/* Is the paragraph a line that no point ends, and no longer than a headline? So a page's second headline stands above its
 * text. */
static bool is_headline_like(const struct px_article *article, const struct px_block *block)
{
    const struct px_sentence *line = &article->sentences.items[block->first_sentence];
    const struct px_token *last = &article->tokens.items[line->first_token + line->token_count - 1];
    return block->role == PX_ROLE_PARAGRAPH && block->sentence_count == 1 && line->token_count <= LINE_MOST &&
           last->kind != PX_TOKEN_PUNCTUATION;
}

uint32_t px_compare_head_end(const struct px_article *article)
{
    uint32_t end = 0;
    while (end < article->sentences.count &&
           article->blocks.items[article->sentences.items[end].block].role <= PX_ROLE_STANDFIRST)
        end++;
    if (end > 0 && end < article->sentences.count &&
        is_headline_like(article, &article->blocks.items[article->sentences.items[end].block]))
        end++;
    return end;
}

/* A house of government, "the Senate": the entry may begin with the article before the name. */
bool px_compare_is_house(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention)
{
    uint32_t last = mention->first_token + mention->token_count - 1;
    const struct px_hit *hit = context->worker->resources == NULL
                                   ? NULL
                                   : px_compare_hit(context, article, last, true, PX_LEXICON_DEMONYMS, "institution");
    return hit != NULL && hit->token_count >= mention->token_count;
}

/* Somebody whom the article knows by a given name alone, "[his daughter] Pia": the other may tell of him without it. */
static bool has_given_name_alone(const struct px_compare_context *context, const struct px_article *article,
                                 const struct px_mention *mention)
{
    const uint32_t *entries;
    return context->worker->resources != NULL && mention->token_count == 1 &&
           article->entities.items[mention->entity].kind == PX_ENTITY_PERSON &&
           px_slice_find(article->entities.items[mention->entity].name, PX_SLICE(" "), 0) == SIZE_MAX &&
           px_match_form(context->worker->cache, article->tokens.items[mention->first_token].form,
                         PX_LEXICON_FIRSTNAMES, &entries) > 0;
}

/* A place, a house of government ("the Senate") or a party, which texts name by the way, or what nothing tells the kind
 * of: a field, a nickname. Or somebody of whom no more than a given name is known. */
bool px_compare_is_broad(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention)
{
    uint8_t kind = article->entities.items[mention->entity].kind;
    return px_compare_is_house(context, article, mention) || kind == PX_ENTITY_PLACE || kind == PX_ENTITY_OTHER ||
           kind == PX_ENTITY_GROUP || has_given_name_alone(context, article, mention);
}
