/* Paragraphs that hang on the one before: by themselves they say nothing of whom they speak. */
#include "align/topic_plan.h"

enum { OPENING = 3 }; /* tokens with which a paragraph turns to somebody: "He", "But they" */

/* Is the hit a pronoun that points back: "he", "she", "they"? "It" may stand for nothing ("it is late"), or for all
 * that was said. */
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

/* Somebody's speech that opens the block, or NULL. */
static const struct px_quotation *opening_speech(const struct px_article *article, const struct px_block *block)
{
    for (size_t i = 0; i < article->quotations.count && article->quotations.items[i].span.start < block->end; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        if (quotation->span.start <= block->start && quotation->span.end > block->start)
            return quotation->kind == PX_QUOTATION_SPEECH ? quotation : NULL;
    }
    return NULL;
}

/* Whoever is the last to speak in the block, as an attribution, or PX_NONE. */
static uint32_t last_speech(const struct px_article *article, uint32_t block)
{
    uint32_t last = PX_NONE;
    for (uint32_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].speech && article->attributions.items[i].speaker.count > 0 &&
            article->sentences.items[article->attributions.items[i].sentence].block == block)
            last = i;
    return last;
}

/* Does the article name the entity in the block for the first time? */
static bool introduces(const struct px_article *article, uint32_t block, uint32_t entity)
{
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].entity == entity &&
            px_role_is_paragraph(
                article->blocks.items[px_compare_block_at(article, article->mentions.items[m].start)].role))
            return px_compare_block_at(article, article->mentions.items[m].start) == block;
    return false;
}

/* "Joseph diGenova", "diGenova" */
static bool same_speaker(const struct px_article *article, uint32_t x, uint32_t y)
{
    uint32_t entity = article->attributions.items[x].entity;
    if (entity != PX_NONE && article->attributions.items[y].entity != PX_NONE)
        return entity == article->attributions.items[y].entity;
    struct px_slice one = px_article_speaker(article, x), other = px_article_speaker(article, y);
    return px_slice_ends(one, other) || px_slice_ends(other, one);
}

bool px_topic_runs_on(const struct px_compare_context *context, size_t article, uint32_t paragraph)
{
    const struct px_article *of = context->articles[article];
    const uint32_t *blocks = context->paragraphs[article].blocks;
    if (paragraph == 0 || blocks[paragraph] != blocks[paragraph - 1] + 1)
        return false;
    uint32_t before = blocks[paragraph - 1];
    const struct px_quotation *speech = opening_speech(of, &of->blocks.items[blocks[paragraph]]);
    if (speech == NULL || speech->continues != PX_NONE)
        return speech != NULL;
    uint32_t last = last_speech(of, before);
    if (speech->attribution == PX_NONE || of->attributions.items[speech->attribution].speaker.count == 0)
        return last != PX_NONE;
    return (last != PX_NONE && same_speaker(of, last, speech->attribution)) ||
           introduces(of, before, of->attributions.items[speech->attribution].entity);
}

bool px_topic_hangs(const struct px_compare_context *context, size_t article, uint32_t paragraph)
{
    const struct px_article *of = context->articles[article];
    const struct px_block *block = &of->blocks.items[context->paragraphs[article].blocks[paragraph]];
    if (paragraph == 0 || of->blocks.items[context->paragraphs[article].blocks[paragraph] - 1].role == PX_ROLE_HEADING)
        return false;
    uint32_t pronoun = first_pronoun(context, of, block);
    if (opening_speech(of, block) != NULL)
        return pronoun < first_name(of, block, true);
    return px_compare_token_at(of, pronoun) < px_compare_token_at(of, block->start) + OPENING &&
           first_name(of, block, false) == block->end;
}
