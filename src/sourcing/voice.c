#include "sourcing/voice.h"

#include "reading/parse.h"

#include <string.h>

#include "reading/grammar.h"
#include "reading/party.h"
#include "sourcing/voice_behind.h"
#include "sourcing/voice_words.h"

enum { SINGLE_WORDS = 2, SCOPE_WORDS = 3, NAME_REACH = 3, REPEATED_WORDS = 2 };

/* A content span, to be laid over the tokens from the longest to the shortest: the innermost stays. */
struct layer {
    struct px_annotation *annotation;
    uint32_t *lengths; /* of the span that holds each token now, in bytes; 0 for none */
};

static void lay_span(struct layer *layer, struct px_span span, uint32_t attribution)
{
    struct px_tokens *tokens = &layer->annotation->article->tokens;
    uint32_t length = span.end - span.start;
    for (uint32_t t = px_tokens_reaching(tokens, span.start); t < tokens->count && tokens->items[t].start < span.end;
         t++) {
        if (layer->lengths[t] != 0 && layer->lengths[t] <= length)
            continue;
        layer->lengths[t] = length;
        tokens->items[t].attribution = attribution;
        tokens->items[t].voice = PX_VOICE_INDIRECT;
    }
}

/* Does an entry of the list, under the category, end in the cue: "it *was revealed*"? */
static bool is_cued_by(const struct px_annotation *annotation, const struct px_attribution *attribution,
                       uint16_t lexicon, struct px_slice category)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (attribution->cue.count == 0)
        return false;
    uint32_t first = px_tokens_reaching(tokens, attribution->cue.items[0].start);
    for (size_t i = px_hits_from(hits, first > NAME_REACH ? first - NAME_REACH : 0);
         i < hits->count && tokens->items[hits->items[i].first_token].start < attribution->cue.items[0].end; i++) {
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        if (hits->items[i].lexicon == lexicon && px_category_within(entry->category, category) &&
            hits->items[i].first_token + hits->items[i].token_count > first)
            return true;
    }
    return false;
}

/* "It was revealed that he had lied": nobody says so but the text, which takes it for a fact. */
static bool is_told_as_fact(const struct px_annotation *annotation, const struct px_attribution *attribution)
{
    return attribution->speaker.count == 0 && attribution->type == PX_ATTRIBUTION_INDIRECT &&
           is_cued_by(annotation, attribution, PX_LEXICON_PRESUPPOSITION, PX_SLICE("presupposition.factive"));
}

/* "railed against": does what is attacked stand behind the cue's preposition? What somebody "agreed to" is the article's. */
static bool attacks_what_follows(const struct px_annotation *annotation, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (attribution->cue.count == 0 || attribution->tone != PX_TONE_CONFRONTATIONAL)
        return false;
    const struct px_span *cue = &attribution->cue.items[attribution->cue.count - 1];
    uint32_t first = px_tokens_reaching(tokens, cue->start), last = px_tokens_reaching(tokens, cue->end - 1);
    return last > first && last < tokens->count && (annotation->classes[last] & PX_CLASS_PREPOSITION) != 0;
}

/* "assailed the mayor *for brutally closing the pit*", "railed against *handouts*": the deed for which somebody is attacked
 * or praised, and what somebody speaks against, is told in the article's words, by what another makes of it; whose a
 * word of it is stays open. */
static void pass_on_reason(const struct px_annotation *annotation, const struct px_attribution *attribution)
{
    const uint32_t *classes = annotation->classes;
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (attribution->reported || attribution->tone == PX_TONE_NEUTRAL || attribution->content.count == 0)
        return;
    struct px_span words = attribution->content.items[attribution->content.count - 1];
    bool reason = attacks_what_follows(annotation, attribution), preposition = false;
    for (uint32_t t = px_tokens_reaching(tokens, words.start); t < tokens->count && tokens->items[t].start < words.end;
         t++) {
        reason = reason || (preposition && (classes[t] & PX_CLASS_GERUND) != 0);
        preposition = (classes[t] & PX_CLASS_PREPOSITION) != 0 ||
                      (preposition && (classes[t] & (PX_CLASS_ADVERB | PX_CLASS_NEGATION)) != 0);
        if (reason || preposition)
            tokens->items[t].flags |= PX_TOKEN_PASSED_ON;
    }
}

/* What the model of sourcing finds beyond statements, somebody's mind and deeds, the text tells in its own words. The
 * rules find hardly any of that. */
static void lay_contents(struct layer *layer)
{
    const struct px_article *article = layer->annotation->article;
    bool learned = layer->annotation->options->sourcing != NULL && layer->annotation->trees != NULL;
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        const struct px_spans *content = &article->attributions.items[i].content;
        pass_on_reason(layer->annotation, &article->attributions.items[i]);
        if ((learned && !article->attributions.items[i].reported) ||
            is_told_as_fact(layer->annotation, &article->attributions.items[i]))
            continue;
        for (size_t s = 0; s < content->count; s++) {
            lay_span(layer, px_voice_words_of(layer->annotation, content, s), i);
            px_voice_open_asides(layer->annotation, i, content->items[s]);
        }
    }
}

static size_t count_words(const struct px_article *article, const struct px_quotation *quotation)
{
    size_t words = 0;
    for (uint32_t t = 0; t < quotation->token_count; t++) {
        const struct px_token *token = &article->tokens.items[quotation->first_token + t];
        words += px_token_counts(token);
    }
    return words;
}

/* "what it called “…”", "dubbed the “…”": a name between marks, which the text keeps at a distance. */
static bool is_named(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    enum { BETWEEN = PX_CLASS_DETERMINER | PX_CLASS_PREPOSITION };
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t t = quotation->first_token;
    for (uint32_t steps = 0; t > 0 && steps < NAME_REACH && (tokens[t].flags & PX_TOKEN_SENTENCE_START) == 0; steps++) {
        t--;
        if ((annotation->classes[t] & PX_CLASS_NAMING) != 0)
            return quotation->kind != PX_QUOTATION_SPEECH;
        if ((annotation->classes[t] & BETWEEN) == 0)
            return false;
    }
    return false;
}

/* "the council has updated this to “…”", "replied that there was “no basis”": does the quotation stand in what somebody
 * does, by a verb that is no mere copula? It may be the doer's, then, though nobody is found to say it. */
static bool is_in_deed(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_tree *tree = px_parse_tree(annotation, quotation->first_token);
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t first = quotation->first_token, end = first + quotation->token_count;
    uint32_t sentence = tokens[first].sentence;
    if (tree == NULL || tokens[end - 1].sentence != sentence)
        return false;
    uint32_t inside = px_parse_head(annotation, first, end), at = inside;
    for (uint32_t steps = 0; at < tree->count && steps < tree->count; steps++, at = tree->words[at].head) {
        at = px_tree_clause(tree, at);
        uint32_t token = at < tree->count ? px_parse_token(annotation, sentence, at) : first;
        uint32_t subject = token >= first && token < end ? PX_NONE : px_tree_subject(tree, at);
        bool copula = subject != PX_NONE && (px_tree_dependent(tree, at, PX_ARC_COPULA) != PX_NONE ||
                                             (annotation->classes[token] & PX_CLASS_BE) != 0);
        struct px_span span = subject == PX_NONE ? (struct px_span){0, 0} : px_tree_span(tree, subject);
        if (subject != PX_NONE && !copula && (inside < span.start || inside >= span.end))
            return true;
        if (at >= tree->count)
            break;
    }
    return false;
}

/* "The words were *“next year”*": are the marks what a noun for something said or written is, which they cite? */
static bool is_cited(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_tree *tree = px_parse_tree(annotation, quotation->first_token);
    uint32_t first = quotation->first_token, sentence = annotation->article->tokens.items[first].sentence;
    if (tree == NULL)
        return false;
    uint32_t is = px_parse_head(annotation, first, first + quotation->token_count);
    uint32_t subject = is >= tree->count || px_tree_dependent(tree, is, PX_ARC_COPULA) == PX_NONE
                           ? PX_NONE
                           : px_tree_dependent(tree, is, PX_ARC_SUBJECT);
    uint32_t noun = subject == PX_NONE ? first : px_parse_token(annotation, sentence, subject);
    return noun < first && (px_party_is_listed(annotation, noun, PX_LEXICON_CUES, PX_SLICE("cue.noun")) ||
                            px_party_is_listed(annotation, noun, PX_LEXICON_SOURCES, PX_SLICE("document")));
}

/* "William *“Mo”* Cowan": does a name hold the quotation? */
static bool is_in_name(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    uint32_t m = annotation->mentions[quotation->first_token];
    if (m == PX_NONE)
        return false;
    const struct px_mention *name = &annotation->article->mentions.items[m];
    return name->first_token < quotation->first_token &&
           name->first_token + name->token_count > quotation->first_token + quotation->token_count;
}

/* Do the tokens from `first` on have the words of the quotation? */
static bool has_words(const struct px_annotation *annotation, const struct px_quotation *quotation, uint32_t first)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    const struct px_vocabulary *vocabulary = annotation->worker->vocabulary;
    uint32_t words = quotation->token_count - 2; /* without the marks */
    for (uint32_t i = 0; i < words; i++)
        if (px_vocabulary_form(vocabulary, tokens->items[first + i].form)->fold !=
            px_vocabulary_form(vocabulary, tokens->items[quotation->first_token + 1 + i].form)->fold)
            return false;
    return true;
}

/* Does a headline quote what somebody says below, in marks as well: “‘Far Too Late,’ Mayor Is Told”? */
static bool is_said_below(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *at = &article->sentences.items[article->tokens.items[quotation->first_token].sentence];
    uint32_t words = quotation->token_count;
    if (px_role_is_paragraph(article->blocks.items[at->block].role) || words < 2 + REPEATED_WORDS)
        return false;
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *below = &article->quotations.items[i];
        if (below->first_token <= quotation->first_token ||
            (below->kind != PX_QUOTATION_SPEECH && below->attribution == PX_NONE))
            continue;
        for (uint32_t t = below->first_token; t + words < below->first_token + below->token_count + 2; t++)
            if (has_words(annotation, quotation, t))
                return true;
    }
    return false;
}

/* By block: the first sentence in which somebody says something; PX_NONE for none. NULL when memory is out. */
static uint32_t *find_speech(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    uint32_t *spoken = px_arena_array(&annotation->worker->scratch, uint32_t, article->blocks.count + 1);
    if (spoken == NULL)
        return NULL;
    memset(spoken, 0xFF, (article->blocks.count + 1) * sizeof *spoken); /* PX_NONE */
    for (size_t i = 0; i < article->attributions.count; i++) {
        uint32_t at = article->attributions.items[i].sentence, block = article->sentences.items[at].block;
        if (article->attributions.items[i].speech && at < spoken[block])
            spoken[block] = at;
    }
    return spoken;
}

/* "She said that it comes from there. It goes through *“the bureaucracy.”*": does the paragraph tell up to there what somebody
 * says, whose words the marks may go on with? */
static bool is_behind_speech(const struct px_article *article, const struct px_quotation *quotation,
                             const uint32_t *speech)
{
    uint32_t sentence = article->tokens.items[quotation->first_token].sentence;
    return speech[article->sentences.items[sentence].block] <= sentence;
}

/* "demanding that it withdraw its *“false and hateful”* resolution": do more words stand between the marks than a term has,
 * behind the verb by which somebody says or asks something? Then they are what is said, though nobody was found for them. */
static bool is_asked(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_token *tokens = annotation->article->tokens.items;
    if (count_words(annotation->article, quotation) <= SINGLE_WORDS)
        return false;
    for (uint32_t t = quotation->first_token;
         t > 0 && tokens[t - 1].sentence == tokens[quotation->first_token].sentence; t--)
        if (annotation->cues[t - 1] != PX_NONE)
            return true;
    return false;
}

/* Is a name between marks, a film's or a nickname, all that somebody says, "reply, *“Kestria!”*"? Among other words and of
 * nobody it only names something. */
static bool is_said_name(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_attribution *it = &annotation->article->attributions.items[quotation->attribution];
    return it->type == PX_ATTRIBUTION_DIRECT && it->speaker.count > 0;
}

/* "steel slats, which would be like *“rail fencing”*": does the quotation stand in a clause that tells of a noun? */
static bool is_in_aside(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    uint32_t first = quotation->first_token;
    const struct px_tree *tree = px_parse_tree(annotation, first);
    uint32_t head = tree == NULL ? PX_NONE : px_parse_head(annotation, first, first + quotation->token_count);
    uint32_t clause = head == PX_NONE ? PX_NONE : px_tree_clause(tree, head);
    return clause != PX_NONE && clause < tree->count && (px_tree_arc(tree, clause) & PX_ARC_ASIDE) != 0;
}

/* "deemed *“essential”*": a term of a word or two between marks, for which nobody is found who says it, is no speech, where
 * it stands right behind the verb or in what only describes a noun. */
static bool is_nobodys_term(const struct px_annotation *annotation, const struct px_quotation *quotation)
{
    const struct px_article *article = annotation->article;
    uint32_t first = quotation->first_token;
    const struct px_sentence *at = &article->sentences.items[article->tokens.items[first].sentence];
    if (quotation->kind != PX_QUOTATION_SCARE || quotation->attribution == PX_NONE ||
        !px_role_is_paragraph(article->blocks.items[at->block].role))
        return false;
    const struct px_attribution *it = &article->attributions.items[quotation->attribution];
    return it->speaker.count == 0 && count_words(article, quotation) <= SINGLE_WORDS &&
           ((first > 0 && annotation->cues[first - 1] == quotation->attribution) || is_in_aside(annotation, quotation));
}

/* Attributed quotations, but for names and terms, are direct speech; the others keep their kind. */
static void lay_quotation(const struct px_annotation *annotation, struct px_quotation *quotation,
                          const uint32_t *speech)
{
    struct px_article *article = annotation->article;
    bool named = is_named(annotation, quotation);
    bool term = is_nobodys_term(annotation, quotation);
    bool attributed = quotation->attribution != PX_NONE && !term;
    bool single = count_words(article, quotation) <= SINGLE_WORDS && quotation->kind != PX_QUOTATION_TITLE;
    bool title = quotation->kind == PX_QUOTATION_TITLE;
    if ((title && (!attributed || (!named && !is_said_name(annotation, quotation)))) ||
        is_in_name(annotation, quotation))
        return;
    if (named)
        quotation->kind = PX_QUOTATION_SCARE;
    else if (attributed || is_said_below(annotation, quotation))
        quotation->kind = PX_QUOTATION_SPEECH;
    const struct px_sentence *sentence =
        &article->sentences.items[article->tokens.items[quotation->first_token].sentence];
    bool behind = is_behind_speech(article, quotation, speech);
    quotation->unclear = behind || !px_role_is_paragraph(article->blocks.items[sentence->block].role) ||
                         is_in_deed(annotation, quotation) || is_cited(annotation, quotation);
    bool spoken = behind || is_asked(annotation, quotation);
    bool scare = quotation->kind == PX_QUOTATION_SCARE && !attributed && (term || !(spoken && !named));
    for (uint32_t t = quotation->first_token; t < quotation->first_token + quotation->token_count; t++) {
        struct px_token *token = &article->tokens.items[t];
        if (!scare || token->voice != PX_VOICE_DIRECT) /* marks within a quotation are its speaker's */
            token->voice = scare ? PX_VOICE_SCARE : PX_VOICE_DIRECT;
        if (token->attribution == PX_NONE)
            token->attribution = quotation->attribution;
        if (scare || single || named)
            token->flags |= PX_TOKEN_DISTANCED;
    }
}

/* "the so-called reform": the phrase behind the word keeps its distance. "A self-described *liar*" is his own word. */
static void distance_behind(const struct px_annotation *annotation, uint32_t first, bool of_self)
{
    enum {
        STOPS = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR
    };
    struct px_tokens *tokens = &annotation->article->tokens;
    size_t words = 0;
    bool quoted = false;
    for (uint32_t t = first; t < tokens->count && (quoted || words < SCOPE_WORDS); t++) {
        struct px_token *token = &tokens->items[t];
        if (t == first)
            quoted = (token->flags & PX_TOKEN_QUOTE_OPEN) != 0;
        else if (token->flags & PX_TOKEN_SENTENCE_START)
            break;
        if (!quoted && (token->kind == PX_TOKEN_PUNCTUATION || (annotation->classes[t] & STOPS) != 0))
            break;
        token->flags |= PX_TOKEN_DISTANCED;
        if (of_self && token->voice == PX_VOICE_OWN)
            token->voice = PX_VOICE_INDIRECT;
        words++;
        if (quoted && t > first && (token->flags & PX_TOKEN_QUOTE_CLOSE) != 0)
            break;
    }
}

/* Does the word hang on the verb, by none that is joined to it, "Brell reportedly scoffed *at the plan* and left"? */
static bool hangs_on(const struct px_tree *tree, uint32_t word, uint32_t verb)
{
    for (uint32_t steps = 0; word != verb && word < tree->count && steps < tree->count; steps++) {
        if (tree->words[word].head == verb && (px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0)
            return false;
        word = tree->words[word].head;
    }
    return word == verb;
}

/* "Brell *reportedly* scoffed at the plan": what is only passed on is not the article's own. The words behind, up to a
 * mark or to what they belong to; where grammar is known, all that hang on the verb. */
static void pass_on(const struct px_annotation *annotation, uint32_t first)
{
    enum { STOPS = PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR | PX_CLASS_TO };
    struct px_tokens *tokens = &annotation->article->tokens;
    const struct px_tree *tree = first < tokens->count ? px_parse_tree(annotation, first) : NULL;
    uint32_t adverb = tree == NULL || first == 0 ? PX_NONE : px_parse_word(annotation, first - 1);
    bool told = adverb != PX_NONE && (px_tree_arc(tree, adverb) & PX_ARC_ADVERB) != 0;
    uint32_t verb = told ? tree->words[adverb].head : PX_NONE;
    bool near = true;
    for (uint32_t t = first; t < tokens->count; t++) {
        struct px_token *token = &tokens->items[t];
        if ((token->flags & PX_TOKEN_SENTENCE_START) != 0)
            break;
        near = near && token->kind != PX_TOKEN_PUNCTUATION && (annotation->classes[t] & STOPS) == 0;
        if (!near && verb == PX_NONE)
            break;
        bool below = verb != PX_NONE && hangs_on(tree, px_parse_word(annotation, t), verb);
        token->flags |= near || below ? PX_TOKEN_PASSED_ON : 0;
    }
}

/* Does the cue keep what follows it at a distance? Adverbs that take an object do ("so-called", "alleged"), and phrases
 * with a gap that take a quotation do ("what it called"). */
static bool is_distancing(const struct px_lexicon *cues, const struct px_entry *entry, size_t takes)
{
    struct px_slice cell = px_lexicon_cell(cues, entry, takes);
    if (px_slice_is(entry->category, "cue.adverb"))
        return px_slice_is(cell, "object");
    return px_slice_find(entry->text, PX_SLICE(" * "), 0) != SIZE_MAX && px_slice_starts(cell, PX_SLICE("quotation"));
}

static void lay_distance(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    size_t takes = px_lexicon_column(cues, "takes"), act = px_lexicon_column(cues, "act");
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_CUES)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint32_t behind = hit->first_token + hit->token_count;
        if (is_distancing(cues, entry, takes))
            distance_behind(annotation, behind, px_slice_is(px_lexicon_cell(cues, entry, act), "self"));
        if (px_slice_is(px_lexicon_cell(cues, entry, act), "hearsay"))
            pass_on(annotation, behind);
    }
}

static void count(struct px_article *article)
{
    article->counts.words_direct = 0;
    article->counts.words_indirect = 0;
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!px_token_counts(token))
            continue;
        article->counts.words_direct += token->voice == PX_VOICE_DIRECT;
        article->counts.words_indirect += token->voice == PX_VOICE_INDIRECT;
    }
}

/* By token: the attribution whose cue it is part of. Of two the later. */
static bool lay_cues(struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    uint32_t *cues = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1);
    if (cues == NULL)
        return false;
    memset(cues, 0xFF, (article->tokens.count + 1) * sizeof *cues); /* PX_NONE */
    for (uint32_t i = 0; i < article->attributions.count; i++)
        for (size_t j = 0; j < article->attributions.items[i].cue.count; j++) {
            struct px_span cue = article->attributions.items[i].cue.items[j];
            uint32_t t = px_tokens_reaching(&article->tokens, cue.start);
            for (; t < article->tokens.count && article->tokens.items[t].start < cue.end; t++)
                cues[t] = i;
        }
    annotation->cues = cues;
    return true;
}

enum px_status px_annotate_voice(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct layer layer = {
        .annotation = annotation,
        .lengths = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1),
    };
    const uint32_t *speech = find_speech(annotation);
    if (layer.lengths == NULL || speech == NULL || !lay_cues(annotation))
        return px_no_memory(error);
    lay_contents(&layer);
    for (uint32_t i = 0; i < article->attributions.count; i++)
        px_voice_pass_on_clause(annotation, i);
    for (size_t i = 0; i < article->quotations.count; i++)
        lay_quotation(annotation, &article->quotations.items[i], speech);
    px_voice_lay_behind(annotation);
    lay_distance(annotation);
    count(article);
    return PX_OK;
}
