#include "annotate/stance_clear.h"

#include <math.h>

#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

static const double sure = 0.8; /* P(the label) less P(its opposite) */

enum { MOST_STEPS = 4 };

/* A predicate and what stands in its core: how, what, to be what. */
static const unsigned inward = PX_ARC_OBJECT | PX_ARC_OPEN | PX_ARC_MODIFIER | PX_ARC_ADVERB | PX_ARC_COMPOUND;

static bool is_party(const struct px_tree *tree, uint32_t predicate, uint32_t party)
{
    if (px_tree_subject(tree, predicate) == party || px_tree_object(tree, predicate) == party)
        return true;
    return px_tree_dependent(tree, predicate, PX_ARC_AGENT) == party;
}

static bool is_named(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    return px_entity_at(annotation, px_parse_token(annotation, sentence, word)) != PX_NONE;
}

/* "critical of Obama's policy": the adjective judges what it is turned to, and its subject is the judge. */
static bool is_turned(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    return px_slice_is(px_party_tag(annotation, sentence, word), "ADJ") &&
           px_tree_dependent(tree, word, PX_ARC_OBLIQUE) != PX_NONE;
}

/* "the raid that Hask thought *reckless*": the verb says the word of its object, and its subject is the judge. Where the
 * verb has no object and reports nothing, "Hask became reckless", it is said of the subject. */
static bool is_judge(const struct px_annotation *annotation, uint32_t sentence, uint32_t word, uint32_t mention)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t verb = tree->words[word].head, token = px_parse_token(annotation, sentence, word);
    bool infinitive = token > 0 && (annotation->classes[token - 1] & PX_CLASS_TO) != 0; /* "Hask wants to ruin it" */
    if ((px_tree_arc(tree, word) & PX_ARC_OPEN) == 0 || infinitive || verb >= tree->count ||
        px_tree_subject(tree, verb) != mention || px_tree_is_passive(tree, verb))
        return false;
    return px_tree_object(tree, verb) != PX_NONE ||
           px_party_is_listed(annotation, px_parse_token(annotation, sentence, verb), PX_LEXICON_CUES,
                              PX_SLICE("cue.verb"));
}

/* "Hask *fired back*": the verb reports what its subject says, in whatever tone; that judges him not. */
static bool reports(const struct px_annotation *annotation, uint32_t sentence, uint32_t word, uint32_t mention)
{
    return px_tree_subject(&annotation->trees[sentence], word) == mention &&
           px_party_is_listed(annotation, px_parse_token(annotation, sentence, word), PX_LEXICON_CUES, PX_SLICE(""));
}

/* Does the word belong to a predicate of which `mention` is subject or object? What modifies another name does not. */
static bool is_said_of(const struct px_annotation *annotation, uint32_t sentence, uint32_t word, uint32_t mention)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (size_t step = 0; step < MOST_STEPS && word < tree->count && word != mention; step++) {
        /* "Johnson had to cancel", "equipped to defeat her": what somebody must or would do is said of nobody as a
         * deed */
        bool verb = px_slice_is(px_party_tag(annotation, sentence, word), "VERB");
        if ((verb && px_agency_is_to_be(annotation, sentence, word)) || is_turned(annotation, sentence, word) ||
            is_judge(annotation, sentence, word, mention) || reports(annotation, sentence, word, mention))
            return false;
        if (is_party(tree, word, mention))
            return true;
        if ((px_tree_arc(tree, word) & inward) == 0 || is_named(annotation, sentence, word))
            return false;
        word = tree->words[word].head;
    }
    return false;
}

static bool is_core(const struct px_tree *tree, uint32_t word)
{
    return (px_tree_arc(tree, word) & (PX_ARC_SUBJECT | PX_ARC_OBJECT | PX_ARC_AGENT)) != 0;
}

/* What somebody says of himself, his words judge; nobody else judges him. */
static bool speaks_himself(const struct px_article *article, const struct px_mention *mention)
{
    uint32_t attribution = article->tokens.items[mention->first_token].attribution;
    return attribution != PX_NONE && article->attributions.items[attribution].entity == mention->entity;
}

/* "Are you going to ban them?" judges nobody. */
static bool is_asked(const struct px_annotation *annotation, uint32_t sentence)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *asked = &article->sentences.items[sentence];
    struct px_slice text = px_slice_part(article->text, asked->start, asked->end);
    return px_slice_find(text, PX_SLICE("?"), 0) != SIZE_MAX;
}

bool px_stance_is_clear(const struct px_annotation *annotation, const struct px_mention *mention,
                        const struct px_stance_verdict *verdict, const struct px_stance_evidence *evidence,
                        size_t count)
{
    if (verdict->label == PX_LABEL_NEUTRAL || annotation->trees == NULL)
        return verdict->label != PX_LABEL_NEUTRAL;
    const struct px_article *article = annotation->article;
    uint32_t sentence = article->tokens.items[mention->first_token].sentence;
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t named = px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count);
    bool by_name = mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS;
    named = named == PX_NONE ? PX_NONE : px_tree_first_conjunct(tree, named);
    if (!by_name || speaks_himself(article, mention) || is_asked(annotation, sentence) ||
        px_article_quotes_twice(article, mention->first_token) || fabs(verdict->score) < sure || named == PX_NONE ||
        !is_core(tree, named))
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t first = px_tokens_reaching(&article->tokens, evidence[i].start);
        uint32_t end = px_tokens_reaching(&article->tokens, evidence[i].end - 1) + 1;
        uint32_t judging = px_parse_head(annotation, first, end);
        if (evidence[i].sentence == sentence && judging != PX_NONE && !px_article_doubts_voice(article, first) &&
            is_said_of(annotation, sentence, judging, named))
            return true;
    }
    return false;
}
