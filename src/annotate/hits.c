#include "annotate/hits.h"

#include "article/segment.h"

typedef enum px_status segment_function(struct px_article *, const struct px_segmenter *, struct px_vocabulary *,
                                        struct px_error *);

static enum px_status find(struct px_worker *worker, segment_function *segment, struct px_article *article,
                           struct px_error *error)
{
    enum px_status status =
        segment(article, px_resources_segmenter(worker->resources), worker->vocabulary, error);
    article->hits.count = 0;
    return status != PX_OK ? status
                           : px_matcher_find(worker->cache, article->text, &article->tokens, &article->sentences,
                                             &article->arena, &article->hits, error);
}

/* Few phrases stand where a sentence might end: those articles are done again. */
enum px_status px_annotate_hits(struct px_worker *worker, struct px_article *article, struct px_error *error)
{
    bool whole = !px_matcher_needs_sentences(px_resources_matcher(worker->resources));
    enum px_status status = whole ? find(worker, px_article_segment_blocks, article, error) : PX_OK;
    if (status == PX_OK && (!whole || px_match_cache_crosses(worker->cache)))
        status = find(worker, px_article_segment, article, error);
    return status;
}
