/* A lexicon in a corpus, for lexicon check. */
#include "article/segment.h"
#include "cli/lexicons.h"

/* Reads, segments and matches one record. */
static enum px_status use_record(struct px_cli *context, struct px_match_cache *cache, struct px_slice json,
                                 size_t line, struct px_lexicon_usage *usage, struct px_error *error)
{
    struct px_article article = {0};
    struct px_vocabulary *vocabulary = context->workers[0].vocabulary;
    enum px_status status = px_cli_read_record(context, json, line, &article, error);
    if (status == PX_OK)
        status = px_article_segment(&article, px_resources_segmenter(context->resources), vocabulary, error);
    if (status == PX_OK)
        status = px_matcher_find(cache, article.text, &article.tokens, &article.sentences, &article.arena,
                                 &article.hits, error);
    if (status == PX_OK)
        status = px_lexicon_usage_add(usage, &article.tokens, vocabulary, &article.hits, error);
    px_article_release(&article);
    return status;
}

static enum px_status use_corpus(struct px_cli *context, struct px_match_cache *cache, struct px_lexicon_usage *usage,
                                 struct px_error *error)
{
    struct px_lines *lines;
    struct px_slice line;
    struct px_error fault = {0};
    enum px_status status = px_lines_open(context->options->corpus, context->options->limit, &lines, error);
    if (status != PX_OK)
        return status;
    int got;
    while ((got = px_lines_next(lines, &line, &fault)) > 0 || got == PX_ERROR_LIMIT) {
        if (got > 0 && px_slice_trim(line).size == 0)
            continue;
        status = got < 0 ? PX_OK : use_record(context, cache, line, px_lines_number(lines), usage, &fault);
        if (status == PX_ERROR_USAGE) {
            got = status;
            break;
        }
        if (got < 0 || status != PX_OK)
            px_cli_fail(context, &fault);
    }
    px_cli_end_corpus(context, context->options->corpus, lines, got == 0);
    if (got < 0 && error != NULL)
        *error = fault;
    return got < 0 ? (enum px_status)got : PX_OK;
}

enum px_status px_cli_lexicon_usage(struct px_cli *context, const struct px_lexicon *lexicon,
                                    const struct px_matcher *matcher, struct px_lexicon_usage **usage,
                                    struct px_error *error)
{
    struct px_match_cache *cache = NULL;
    enum px_status status = px_lexicon_usage_new(lexicon, usage, error);
    if (status == PX_OK)
        status = px_match_cache_new(matcher, context->workers[0].vocabulary, &cache, error);
    if (status == PX_OK)
        status = use_corpus(context, cache, *usage, error);
    if (status == PX_OK)
        status =
            px_lexicon_usage_know(*usage, lexicon, px_resources_lexicon(context->resources, PX_LEXICON_FREQUENCIES),
                                  context->workers[0].vocabulary, error);
    px_match_cache_free(cache);
    return status;
}
