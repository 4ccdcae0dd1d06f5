#include "reading/hits.h"

#include "article/segment.h"

static enum px_status find(struct px_worker *worker, bool whole_blocks, struct px_article *article,
                           struct px_error *error)
{
    const struct px_segmenter *segmenter = px_resources_segmenter(worker->resources);
    const struct px_filter *filter = px_matcher_filter(px_resources_matcher(worker->resources));
    enum px_status status = whole_blocks
                                ? px_article_segment_blocks(article, segmenter, filter, worker->vocabulary, error)
                                : px_article_segment(article, segmenter, worker->vocabulary, error);
    article->hits.count = 0;
    return status != PX_OK ? status
                           : px_matcher_find(worker->cache, article->text, &article->tokens, &article->sentences,
                                             &article->arena, &article->hits, error);
}

/* Few phrases stand where a sentence might end: those articles are done again. */
enum px_status px_annotate_hits(struct px_worker *worker, struct px_article *article, struct px_error *error)
{
    bool whole = !px_matcher_needs_sentences(px_resources_matcher(worker->resources));
    enum px_status status = whole ? find(worker, true, article, error) : PX_OK;
    if (status == PX_OK && (!whole || px_match_cache_crosses(worker->cache)))
        status = find(worker, false, article, error);
    return status;
}
