#include "article/segment.h"

/* How an article is segmented. */
struct plan {
    const struct px_segmenter *segmenter;
    const struct px_filter *filter;
    struct px_vocabulary *vocabulary;
    bool whole_blocks;
};

static enum px_status segment_block(struct px_article *article, size_t index, const struct plan *plan,
                                    struct px_error *error)
{
    struct px_block *block = &article->blocks.items[index];
    size_t first_token = article->tokens.count;
    size_t first_sentence = article->sentences.count;
    enum px_status status =
        px_words_find_wanted(article->text, (struct px_span){block->start, block->end}, plan->segmenter, plan->filter,
                             plan->vocabulary, &article->arena, &article->tokens, error);
    if (status == PX_OK && plan->whole_blocks)
        status = px_sentences_join(&article->tokens, first_token, &article->arena, &article->sentences, error);
    else if (status == PX_OK)
        status = px_sentences_find(article->text, &article->tokens, first_token, plan->vocabulary, plan->segmenter,
                                   &article->arena, &article->sentences, error);
    if (status != PX_OK)
        return status;
    block->first_sentence = (uint32_t)first_sentence;
    block->sentence_count = (uint32_t)(article->sentences.count - first_sentence);
    for (size_t i = first_sentence; i < article->sentences.count; i++) {
        article->sentences.items[i].block = (uint32_t)index;
        article->counts.words += article->sentences.items[i].words;
    }
    return PX_OK;
}

/* Forgets what an earlier segmentation found. */
static void clear(struct px_article *article)
{
    article->tokens.count = 0;
    article->sentences.count = 0;
    article->counts.words = 0;
    article->counts.paragraphs = 0;
    article->counts.sentences = 0;
}

static enum px_status segment(struct px_article *article, const struct plan *plan, struct px_error *error)
{
    clear(article);
    for (size_t i = 0; i < article->blocks.count; i++) {
        struct px_block *block = &article->blocks.items[i];
        block->first_sentence = (uint32_t)article->sentences.count;
        block->sentence_count = 0;
        if (!px_role_is_content(block->role))
            continue;
        enum px_status status = segment_block(article, i, plan, error);
        if (status != PX_OK) {
            clear(article);
            return status;
        }
        article->counts.paragraphs += px_role_is_paragraph(block->role);
    }
    article->counts.sentences = (uint32_t)article->sentences.count;
    return PX_OK;
}

enum px_status px_article_segment(struct px_article *article, const struct px_segmenter *segmenter,
                                  struct px_vocabulary *vocabulary, struct px_error *error)
{
    return segment(article, &(struct plan){.segmenter = segmenter, .vocabulary = vocabulary}, error);
}

enum px_status px_article_segment_blocks(struct px_article *article, const struct px_segmenter *segmenter,
                                         const struct px_filter *filter, struct px_vocabulary *vocabulary,
                                         struct px_error *error)
{
    const struct plan plan = {segmenter, filter, vocabulary, .whole_blocks = true};
    return segment(article, &plan, error);
}

/* The same word in another vocabulary; false when memory is out. */
static bool move(const struct px_vocabulary *from, struct px_vocabulary *to, uint32_t *form)
{
    *form = px_vocabulary_add(to, px_vocabulary_form(from, *form)->text);
    return *form != PX_NONE;
}

enum px_status px_article_move(struct px_article *article, const struct px_vocabulary *from, struct px_vocabulary *to,
                               struct px_error *error)
{
    bool moved = true;
    for (size_t i = 0; moved && from != to && i < article->tokens.count; i++) {
        moved = move(from, to, &article->tokens.items[i].form);
        if (moved && article->lexemes != NULL)
            moved = move(from, to, &article->lexemes[i].lemma);
    }
    return moved ? PX_OK : px_no_memory(error);
}
