/* Annotation: everything that is found in one article.
 *
 * The steps run in this order, each reading what the ones before it wrote into the article:
 *
 *     segment        tokens and sentences                      (article room)
 *     hits           every lexicon in one pass                 (lexicon room)
 *     parse          tags, lemmas and heads, with a parser     reading/parse.h
 *     lexemes        lemma and part of speech of each token    reading/lexeme.h
 *     classes        function words by their class             reading/grammar.h
 *     quotations     spans between quotation marks             sourcing/quotation.h
 *     entities       names, roles, pronouns, and who is who    entity/entity.h
 *     introductions  what the article calls them, by grammar   entity/introduction.h
 *     attributions   who says what, in which words             sourcing/attribution.h, sourcing/sourcing_model.h
 *     voice          whose words each token is                 sourcing/voice.h
 *     uptake         what the article does with statements     sourcing/uptake.h
 *     replies        which statement answers which             sourcing/reply.h
 *     mentions       the mention of each token                 reading/bearer.h
 *     scope          what negations cover                      reading/scope.h
 *     epithets       what it attaches to them, by grammar      epithet.h
 *     matches        hits that are shown, with voice           loaded.h
 *     dismissals     which of them count                       dismiss.h
 *     agency         who does what to whom, by grammar         reading/agency.h
 *     motives        purposes that somebody is said to have    motive.h
 *     blame          who is blamed or credited                 blame.h
 *     givens         deeds that are taken as given             given.h
 *     quantities     figures and what they count, by grammar   quantity.h
 *     events         what is told as having happened           event.h
 *     sections       parts of the article, with labels         section.h
 *     stance         evaluations toward entities and targets   stance.h, stance_model.h
 *     ties           which of them are said of the entity      tie.h
 *
 * Without a model or a parser, rules and lexicons do the work. Linear in the article but for sections, which are
 * quadratic in the number of paragraphs.
 *
 *     struct px_worker worker;
 *     px_worker_init(&worker, resources, &error);
 *     px_annotate(&worker, &options, &article, &error);
 */
#ifndef PX_ANNOTATE_ANNOTATE_H
#define PX_ANNOTATE_ANNOTATE_H

#include "reading/annotation.h"

/* Segments and annotates an article that ingest has filled. `options` may be NULL. On failure the article holds no
 * annotations and can be released. The article's arrays are valid as long as the article; its forms as long as the
 * worker. */
PX_API enum px_status px_annotate(struct px_worker *worker, const struct px_annotate_options *options,
                                  struct px_article *article, struct px_error *error);

#endif
