#include "annotate/annotate.h"

#include "annotate/blame.h"
#include "annotate/dismiss.h"
#include "annotate/epithet.h"
#include "annotate/event.h"
#include "annotate/given.h"
#include "annotate/loaded.h"
#include "annotate/motive.h"
#include "annotate/quantity.h"
#include "annotate/section.h"
#include "annotate/stance.h"
#include "annotate/tie.h"
#include "article/segment.h"
#include "entity/entity.h"
#include "entity/introduction.h"
#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/lexeme.h"
#include "reading/parse.h"
#include "reading/scope.h"
#include "sourcing/attribution.h"
#include "sourcing/quotation.h"
#include "sourcing/quoted_pronoun.h"
#include "sourcing/reply.h"
#include "sourcing/uptake.h"
#include "sourcing/voice.h"

typedef enum px_status (*step)(struct px_annotation *annotation, struct px_error *error);

static enum px_status segment(struct px_annotation *annotation, struct px_error *error)
{
    return px_article_segment(annotation->article, px_resources_segmenter(annotation->resources),
                              annotation->worker->vocabulary, error);
}

static enum px_status find_hits(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    article->hits.count = 0;
    return px_matcher_find(annotation->worker->cache, article->text, &article->tokens, &article->sentences,
                           &article->arena, &article->hits, error);
}

/* In order: each step reads what the ones before it wrote. */
static const step steps[] = {
    segment,
    find_hits,
    px_annotate_parse,
    px_annotate_lexemes,
    px_annotate_classes,
    px_annotate_quotations,
    px_annotate_entities,
    px_annotate_mentions,
    px_annotate_introductions,
    px_annotate_attributions,
    px_annotate_voice,
    px_annotate_quoted_pronouns,
    px_annotate_scope,
    px_annotate_uptake,
    px_annotate_replies,
    px_annotate_epithets,
    px_annotate_matches,
    px_annotate_dismissals,
    px_annotate_agency,
    px_annotate_motives,
    px_annotate_blame,
    px_annotate_givens,
    px_annotate_quantities,
    px_annotate_events,
    px_annotate_sections,
    px_annotate_stance,
    px_annotate_ties,
};

/* Forgets what was found; the article is as ingest left it. */
static void clear(struct px_article *article)
{
    article->tokens.count = 0;
    article->sentences.count = 0;
    article->hits.count = 0;
    article->quotations.count = 0;
    article->attributions.count = 0;
    article->entities.count = 0;
    article->mentions.count = 0;
    article->matches.count = 0;
    article->offices.count = 0;
    article->epithets.count = 0;
    article->acts.count = 0;
    article->motives.count = 0;
    article->blames.count = 0;
    article->givens.count = 0;
    article->quantities.count = 0;
    article->events.count = 0;
    article->lexemes = NULL;
    article->parsed = false;
    article->stances.count = 0;
    article->sections.count = 0;
    article->counts = (struct px_counts){0};
}

enum px_status px_annotate(struct px_worker *worker, const struct px_annotate_options *options,
                           struct px_article *article, struct px_error *error)
{
    static const struct px_annotate_options defaults;
    struct px_annotation annotation = {
        .worker = worker,
        .resources = worker->resources,
        .options = options == NULL ? &defaults : options,
        .article = article,
    };
    px_arena_clear(&worker->scratch);
    clear(article);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        enum px_status status = steps[i](&annotation, error);
        if (status != PX_OK) {
            clear(article);
            return status;
        }
    }
    return PX_OK;
}
