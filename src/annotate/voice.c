#include "annotate/voice.h"

#include "annotate/parse.h"

#include <string.h>

#include "annotate/grammar.h"
#include "annotate/party.h"

enum { SINGLE_WORDS = 2, SCOPE_WORDS = 3, NAME_REACH = 3, VIEW_REACH = 10 };

static const double LEAST_SPEECH = 0.5; /* weight of a cue: the share of its hits that report */
static const double MAY_REPORT = 0.3;   /* the same where its place says so too */

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

/* What the model of sourcing finds beyond statements, somebody's mind and deeds, the text tells in its own words. The rules find
 * hardly any of that. */
static void lay_contents(struct layer *layer)
{
    const struct px_article *article = layer->annotation->article;
    bool learned = layer->annotation->options->sourcing != NULL && layer->annotation->trees != NULL;
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        const struct px_spans *content = &article->attributions.items[i].content;
        if ((learned && !article->attributions.items[i].reported) ||
            is_told_as_fact(layer->annotation, &article->attributions.items[i]))
            continue;
        for (size_t s = 0; s < content->count; s++)
            lay_span(layer, content->items[s], i);
    }
}

static bool is_word(const struct px_token *token)
{
    return token->kind == PX_TOKEN_WORD || token->kind == PX_TOKEN_NUMBER;
}

static size_t count_words(const struct px_article *article, const struct px_quotation *quotation)
{
    size_t words = 0;
    for (uint32_t t = 0; t < quotation->token_count; t++) {
        const struct px_token *token = &article->tokens.items[quotation->first_token + t];
        words += is_word(token) && (token->flags & PX_TOKEN_CLITIC) == 0;
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

/* "the council has updated this to “…”", "replied that there was “no basis”": does the quotation stand in what somebody does, by a verb
 * that is no mere copula? It may be the doer's, then, though nobody is found to say it. */
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

/* Attributed quotations are direct speech, whatever they looked like by themselves, but for names; the others keep
 * their kind. */
static void lay_quotation(const struct px_annotation *annotation, struct px_quotation *quotation)
{
    struct px_article *article = annotation->article;
    bool named = is_named(annotation, quotation);
    bool attributed = quotation->attribution != PX_NONE;
    bool single = count_words(article, quotation) <= SINGLE_WORDS && quotation->kind != PX_QUOTATION_TITLE;
    if (quotation->kind == PX_QUOTATION_TITLE && !attributed)
        return;
    if (named)
        quotation->kind = PX_QUOTATION_SCARE;
    else if (attributed)
        quotation->kind = PX_QUOTATION_SPEECH;
    const struct px_sentence *sentence =
        &article->sentences.items[article->tokens.items[quotation->first_token].sentence];
    quotation->unclear =
        !px_role_is_paragraph(article->blocks.items[sentence->block].role) || is_in_deed(annotation, quotation);
    uint8_t voice = quotation->kind == PX_QUOTATION_SCARE && !attributed ? PX_VOICE_SCARE : PX_VOICE_DIRECT;
    for (uint32_t t = quotation->first_token; t < quotation->first_token + quotation->token_count; t++) {
        struct px_token *token = &article->tokens.items[t];
        token->voice = voice;
        if (token->attribution == PX_NONE)
            token->attribution = quotation->attribution;
        if (voice == PX_VOICE_SCARE || single || named)
            token->flags |= PX_TOKEN_DISTANCED;
    }
}

/* "the so-called reform": the phrase behind the word keeps its distance. */
static void distance_behind(const struct px_annotation *annotation, uint32_t first)
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
        words++;
        if (quoted && t > first && (token->flags & PX_TOKEN_QUOTE_CLOSE) != 0)
            break;
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
    size_t takes = px_lexicon_column(cues, "takes");
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon == PX_LEXICON_CUES &&
            is_distancing(cues, px_resources_entry(annotation->resources, hit), takes))
            distance_behind(annotation, hit->first_token + hit->token_count);
    }
}

static bool is_comma(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    const struct px_token *it = &article->tokens.items[token];
    return it->kind == PX_TOKEN_PUNCTUATION && article->text.data[it->start] == ',';
}

/* "Progressivism, *he told the Conference*, is a cancer", "…, *the Courier is reporting*.": somebody with a word of speech, and to whom,
 * between commas or at the end. The
 * tokens between them; empty when it is none. */
static struct px_span find_aside(const struct px_annotation *annotation, uint32_t cue)
{
    const struct px_article *article = annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[cue].sentence];
    uint32_t stop = sentence->first_token + sentence->token_count, verb = cue;
    while (verb > sentence->first_token && (annotation->classes[verb - 1] & PX_CLASS_AUXILIARY) != 0)
        verb--; /* "the Courier *is* reporting" */
    uint32_t mention = verb > sentence->first_token ? annotation->mentions[verb - 1] : PX_NONE;
    uint32_t start = mention == PX_NONE ? 0 : article->mentions.items[mention].first_token;
    start -= start > sentence->first_token && (annotation->classes[start - 1] & PX_CLASS_ARTICLE) != 0;
    uint32_t end = cue + 1;
    while (end < stop && end <= cue + VIEW_REACH && !is_comma(annotation, end) &&
           (annotation->mentions[end] != PX_NONE ||
            (annotation->classes[end] & (PX_CLASS_DETERMINER | PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_TIME)) !=
                0))
        end++;
    bool behind = start > sentence->first_token + 1 && is_comma(annotation, start - 1);
    bool ends = end + 1 == stop && article->tokens.items[end].kind == PX_TOKEN_PUNCTUATION;
    bool aside = end + 1 < stop && is_comma(annotation, end) && article->tokens.items[end + 1].voice != PX_VOICE_DIRECT;
    return behind && (ends || aside) ? (struct px_span){start, end} : (struct px_span){0, 0};
}

/* The sentence round such an aside is the speaker's, whatever part of it was found to be. */
static void lay_aside(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_article *article = annotation->article;
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[hit->first_token].sentence];
    bool goes_on = hit->first_token > sentence->first_token &&
                   (annotation->classes[hit->first_token - 1] & PX_CLASS_BE) != 0; /* else "reporting" may be a noun */
    bool verb = hit->token_count == 1 && px_slice_is(entry->category, "cue.verb") &&
                entry->weight >= (goes_on ? MAY_REPORT : LEAST_SPEECH);
    struct px_span aside = verb ? find_aside(annotation, hit->first_token) : (struct px_span){0, 0};
    for (uint32_t t = sentence->first_token; aside.end > 0 && t < sentence->first_token + sentence->token_count; t++)
        if ((t < aside.start || t >= aside.end) && article->tokens.items[t].voice == PX_VOICE_OWN)
            article->tokens.items[t].voice = PX_VOICE_INDIRECT;
}

/* "*According to the Courier*, …": all of a sentence that begins with its source is the source's. */
static void lay_source(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_article *article = annotation->article;
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[hit->first_token].sentence];
    uint32_t stop = sentence->first_token + sentence->token_count, t = hit->first_token + hit->token_count;
    if (hit->first_token != sentence->first_token || !px_slice_is(entry->category, "cue.preposition") ||
        entry->weight < LEAST_SPEECH)
        return;
    while (t < stop && t <= hit->first_token + VIEW_REACH && !is_comma(annotation, t))
        t++;
    for (bool found = t < stop && is_comma(annotation, t); found && t < stop; t++)
        if (article->tokens.items[t].voice == PX_VOICE_OWN)
            article->tokens.items[t].voice = PX_VOICE_INDIRECT;
}

/* The article's own word becomes another's. */
static void lay_word(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    struct px_token *token = &annotation->article->tokens.items[px_parse_token(annotation, sentence, word)];
    if (token->voice == PX_VOICE_OWN)
        token->voice = PX_VOICE_INDIRECT;
}

/* The words below the verb, from the noun on, become another's. */
static void lay_clause(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun, uint32_t verb)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (uint32_t w = noun + 1; verb < tree->count && verb > noun && w < px_tree_span(tree, verb).end; w++)
        lay_word(annotation, sentence, w);
}

/* "shifted from calls *to end a bloody regime*": what a noun of speech asks for is not the article's to say, whoever asks. */
static void lay_request(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    if (noun + 1 < tree->count && (px_parse_classes(annotation, sentence, noun + 1) & PX_CLASS_TO) != 0)
        lay_clause(annotation, sentence, noun, tree->words[noun + 1].head); /* wherever the parser hangs it */
}

/* "a sense among allies *that the war is lost*": a noun of the mind or of a charge has somebody's view behind it. */
static void lay_view(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (uint32_t w = noun + 1; w < tree->count && w <= noun + VIEW_REACH; w++) {
        struct px_slice tag = px_syntax_upos(tree->syntax, tree->words[w].tag);
        if ((px_parse_classes(annotation, sentence, w) & PX_CLASS_THAT) != 0) {
            if (px_slice_is(tag, "SCONJ"))                                /* else it stands for the noun */
                lay_clause(annotation, sentence, w, tree->words[w].head); /* wherever the parser hangs it */
            return;
        }
        bool is = (px_parse_classes(annotation, sentence, w) & PX_CLASS_BE) != 0; /* "the fear *is* that" */
        if (px_slice_is(tag, "VERB") || (px_slice_is(tag, "AUX") && !is) || px_slice_is(tag, "PUNCT"))
            return;
    }
}

/* Where the words of a charge end: before the purpose of a verb that makes a means of it, "used allegations of fraud | *to push*". */
static uint32_t end_of_charge(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun, uint32_t end)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t verb = tree->words[noun].head;
    if (verb >= tree->count || !px_party_is_listed(annotation, px_parse_token(annotation, sentence, verb),
                                                   PX_LEXICON_AGENCY, PX_SLICE("agency.means")))
        return end;
    for (uint32_t w = noun + 1; w < end; w++)
        if ((px_parse_classes(annotation, sentence, w) & PX_CLASS_TO) != 0)
            return w;
    return end;
}

/* "accused activists *of tolerating bigotry*": what somebody is charged with is the charge of whoever accuses. */
static void lay_charge(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_lexicon *blame = px_resources_lexicon(annotation->resources, PX_LEXICON_BLAME);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice reason = px_lexicon_cell(blame, entry, px_lexicon_column(blame, "reason"));
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (verb == PX_NONE || reason.size == 0 ||
        px_lexicon_cell(blame, entry, px_lexicon_column(blame, "charges")).size == 0)
        return;
    for (uint32_t w = verb + 1; w < tree->count && w <= verb + VIEW_REACH; w++) {
        uint32_t form = annotation->article->tokens.items[px_parse_token(annotation, sentence, w)].form;
        if (px_slice_is(px_syntax_upos(tree->syntax, tree->words[w].tag), "PUNCT"))
            return;
        if (px_slice_equal(px_vocabulary_form(annotation->worker->vocabulary, form)->fold_text, reason)) {
            uint32_t head = tree->words[w].head; /* wherever the parser hangs it */
            uint32_t end = head < tree->count && head > w ? px_tree_span(tree, head).end : w;
            end = end_of_charge(annotation, sentence, verb, end);
            for (uint32_t word = w + 1; word < end; word++)
                lay_word(annotation, sentence, word);
            return;
        }
    }
}

/* Does the text take for true, at the token, what the verb there governs: "knew that"? */
static bool is_factive(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_PRESUPPOSITION &&
            px_category_within(px_resources_entry(annotation->resources, &hits->items[i])->category,
                               PX_SLICE("presupposition.factive")))
            return true;
    return false;
}

/* "will help determine *where the row goes on*": a question that a verb of the mind governs tells of nobody's view. */
static bool is_question(const struct px_annotation *annotation, uint32_t sentence, uint32_t clause, struct px_slice act)
{
    uint32_t first = px_tree_span(&annotation->trees[sentence], clause).start;
    return px_slice_is(act, "thought") && (px_parse_classes(annotation, sentence, first) & PX_CLASS_QUESTION) != 0;
}

/* Is it a verb of speech or of the mind with a subject? "Highlights that" is the article's own argument. */
static bool is_held_by(const struct px_annotation *annotation, const struct px_hit *hit, uint32_t verb)
{
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
    struct px_slice act = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "act"));
    return hit->token_count == 1 && px_slice_is(entry->category, "cue.verb") &&
           px_slice_starts(takes, PX_SLICE("that")) && !px_slice_is(act, "sign") &&
           !is_factive(annotation, hit->first_token) &&
           px_tree_subject(px_parse_tree(annotation, hit->first_token), verb) != PX_NONE;
}

/* "held *that a period of rest could be justified*": the clause that a verb of speech or of the mind governs is what somebody says or
 * thinks, be it found as a statement or not; up to the first comma, behind which the article may go on. */
static void lay_complement(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const unsigned kinds = PX_ARC_CLAUSE | PX_ARC_ASIDE | PX_ARC_SUBJECT;
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (verb == PX_NONE || !is_held_by(annotation, hit, verb))
        return;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    struct px_slice act =
        px_lexicon_cell(cues, px_resources_entry(annotation->resources, hit), px_lexicon_column(cues, "act"));
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t child = px_tree_dependent(tree, verb, PX_ARC_CLAUSE);
    for (; child != PX_NONE; child = px_tree_next(tree, child, PX_ARC_CLAUSE))
        if (child > verb && (px_tree_arc(tree, child) & kinds) == PX_ARC_CLAUSE &&
            px_tree_dependent(tree, child, PX_ARC_SUBJECT) != PX_NONE && !is_question(annotation, sentence, child, act))
            for (uint32_t w = px_tree_span(tree, child).start; w < px_tree_span(tree, child).end; w++) {
                if (px_slice_is(px_syntax_upos(tree->syntax, tree->words[w].tag), "PUNCT"))
                    return;
                lay_word(annotation, sentence, w);
            }
}

/* What words of a charge, of the mind and of speech bring with them. */
static void lay_behind(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    size_t takes = px_lexicon_column(cues, "takes"), act = px_lexicon_column(cues, "act");
    for (size_t i = 0; annotation->trees != NULL && i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t token = hit->first_token + hit->token_count - 1;
        if (hit->lexicon == PX_LEXICON_BLAME)
            lay_charge(annotation, hit);
        if (hit->lexicon == PX_LEXICON_CUES) {
            lay_source(annotation, hit);
            lay_aside(annotation, hit);
            lay_complement(annotation, hit);
        }
        const struct px_tree *tree = px_parse_tree(annotation, token);
        uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
        if (word == PX_NONE || !px_slice_is(px_syntax_upos(tree->syntax, tree->words[word].tag), "NOUN"))
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint32_t sentence = annotation->article->tokens.items[token].sentence;
        if (hit->lexicon == PX_LEXICON_AGENCY && px_slice_is(entry->category, "agency.supposed.view"))
            lay_view(annotation, sentence, word);
        if (hit->lexicon == PX_LEXICON_CUES && px_slice_is(entry->category, "cue.noun") &&
            px_slice_starts(px_lexicon_cell(cues, entry, takes), PX_SLICE("to")) &&
            !px_slice_is(px_lexicon_cell(cues, entry, act), "deed")) /* "the decision to" is no request */
            lay_request(annotation, sentence, word);
    }
}

static void count(struct px_article *article)
{
    article->counts.words_direct = 0;
    article->counts.words_indirect = 0;
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!is_word(token) || (token->flags & PX_TOKEN_CLITIC) != 0)
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
    if (layer.lengths == NULL || !lay_cues(annotation))
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    lay_contents(&layer);
    for (size_t i = 0; i < article->quotations.count; i++)
        lay_quotation(annotation, &article->quotations.items[i]);
    lay_behind(annotation);
    lay_distance(annotation);
    count(article);
    return PX_OK;
}
