/* Paragraphs that hang on the one before: by themselves they say nothing of whom they speak. */
#include "compare/topic_plan.h"

enum { OPENING = 3 }; /* tokens with which a paragraph turns to somebody: "He", "But they" */

/* Is the hit a pronoun that points back: "he", "she", "they"? "It" may stand for nothing ("it is late"), or for all that
 * was said. */
static bool points_back(const struct px_compare_context *context, const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_PRONOUNS)
        return false;
    struct px_slice category = px_resources_entry(context->worker->resources, hit)->category;
    return px_slice_is(category, "pronoun.male") || px_slice_is(category, "pronoun.female") ||
           px_slice_is(category, "pronoun.plural");
}

/* Where the block's first pronoun that points back begins, or its end. */
static uint32_t first_pronoun(const struct px_compare_context *context, const struct px_article *article,
                              const struct px_block *block)
{
    size_t first = px_hits_from(&article->hits, px_compare_token_at(article, block->start));
    for (size_t h = first; h < article->hits.count; h++) {
        uint32_t start = article->tokens.items[article->hits.items[h].first_token].start;
        if (start >= block->end)
            break;
        if (points_back(context, &article->hits.items[h]))
            return start;
    }
    return block->end;
}

/* Where the block's first name begins, of a person or of anything, or its end. */
static uint32_t first_name(const struct px_article *article, const struct px_block *block, bool person)
{
    for (size_t m = px_compare_mention_at(article, px_compare_token_at(article, block->start));
         m < article->mentions.count && article->mentions.items[m].start < block->end; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        uint8_t kind = article->entities.items[mention->entity].kind;
        if (mention->form != PX_MENTION_PRONOUN && (!person || kind == PX_ENTITY_PERSON || kind == PX_ENTITY_GROUP))
            return mention->start;
    }
    return block->end;
}

/* Does somebody's speech open the block? */
static bool opens_with_speech(const struct px_article *article, const struct px_block *block)
{
    for (size_t i = 0; i < article->quotations.count && article->quotations.items[i].span.start < block->end; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        if (quotation->span.start <= block->start && quotation->span.end > block->start)
            return quotation->kind == PX_QUOTATION_SPEECH;
    }
    return false;
}

bool px_topic_hangs(const struct px_compare_context *context, size_t article, uint32_t paragraph)
{
    const struct px_article *of = context->articles[article];
    const struct px_block *block = &of->blocks.items[context->paragraphs[article].blocks[paragraph]];
    if (paragraph == 0 || of->blocks.items[context->paragraphs[article].blocks[paragraph] - 1].role == PX_ROLE_HEADING)
        return false;
    uint32_t pronoun = first_pronoun(context, of, block);
    if (opens_with_speech(of, block))
        return pronoun < first_name(of, block, true);
    return px_compare_token_at(of, pronoun) < px_compare_token_at(of, block->start) + OPENING &&
           first_name(of, block, false) == block->end;
}
