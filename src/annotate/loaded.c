#include "annotate/loaded.h"

#include "annotate/loaded_model.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/scope.h"

enum { TARGET_REACH = 4 };

/* Without a tree: the first mention behind the words in their clause. Mentions by position, walked beside the hits. */
static uint32_t find_target(const struct px_annotation *annotation, size_t *mention, uint32_t first, uint32_t end)
{
    enum { STOPS = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_SUBORDINATOR };
    const struct px_article *article = annotation->article;
    while (*mention < article->mentions.count && article->mentions.items[*mention].first_token < first)
        (*mention)++;
    for (size_t m = *mention; m < article->mentions.count; m++) {
        uint32_t start = article->mentions.items[m].first_token;
        if (start >= end + TARGET_REACH)
            break;
        if (start < end)
            continue;
        for (uint32_t t = end; t < start; t++)
            if (article->tokens.items[t].kind == PX_TOKEN_PUNCTUATION || (annotation->classes[t] & STOPS) != 0)
                return PX_NONE;
        return article->mentions.items[m].entity;
    }
    return PX_NONE;
}

static double clamp(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static bool is_loaded(struct px_slice category)
{
    return px_category_within(category, PX_SLICE("loaded"));
}

bool px_match_is_cue(const struct px_article *article, const struct px_match *match)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, match->first_token);
         i < hits->count && hits->items[i].first_token == match->first_token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_CUES && hits->items[i].token_count == match->token_count)
            return true;
    return false;
}

/* Do the words hand over to a statement: as the cue of one, or as a word of speech before "that"? */
static bool gives_statement(const struct px_annotation *annotation, const struct px_match *match)
{
    uint32_t end = match->first_token + match->token_count;
    uint32_t cue = annotation->cues[end - 1];
    if (cue != PX_NONE && cue != match->attribution)
        return true;
    return end < annotation->article->tokens.count && (annotation->classes[end] & PX_CLASS_THAT) != 0 &&
           px_match_is_cue(annotation->article, match);
}

/* Is the word a noun behind a verb of what is said, and so of the speaker's own clause: "said that *they rely on* claims
 * that"? Who boasts, though, the article tells: "said that he boasted". */
static bool is_in_clause(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_article *article = annotation->article;
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t first = article->sentences.items[match->sentence].first_token, t = match->first_token;
    if (tree == NULL || match->attribution == PX_NONE || !px_tree_has_upos(tree, px_parse_word(annotation, t), "NOUN"))
        return false;
    while (t-- > first && article->tokens.items[t].attribution == match->attribution)
        if (px_tree_is_finite(tree, px_parse_word(annotation, t)))
            return true;
    return false;
}

/* Is the loaded word a word of speech with which what somebody is reported to have said begins ("his recent claims
 * that")? Which word it is chose the article, then, not who speaks. */
static bool is_own_cue(const struct px_annotation *annotation, const struct px_match *match)
{
    return is_loaded(match->category) && match->voice == PX_VOICE_INDIRECT && gives_statement(annotation, match) &&
           !is_in_clause(annotation, match);
}

/* Does the word hang on the cue of what is perhaps a statement, with no clause of its own between them: "apologised for
 * *reckless* remarks", "added a jolt to a *frantic* week"? What is so told the article calls so, but for what somebody
 * attacks or praises: "complained of *unfair* rules". */
static bool is_in_cue_phrase(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_article *article = annotation->article;
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    if (tree == NULL || !is_loaded(match->category) || !px_article_doubts_voice(article, match->first_token))
        return false;
    uint8_t tone = article->attributions.items[match->attribution].tone;
    if (tone == PX_TONE_CONFRONTATIONAL || tone == PX_TONE_AFFIRMING)
        return false;
    uint32_t word = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    for (uint32_t steps = 0; word < tree->count && steps < tree->count; steps++) {
        if (annotation->cues[px_parse_token(annotation, match->sentence, word)] == match->attribution)
            return steps > 0;
        if (px_tree_has_upos(tree, word, "VERB") || px_tree_dependent(tree, word, PX_ARC_COPULA) != PX_NONE)
            return false;
        word = tree->words[word].head;
    }
    return false;
}

/* A match of the hit, with the voice of its first token. */
static void fill(const struct px_annotation *annotation, const struct px_hit *hit, struct px_match *match)
{
    const struct px_article *article = annotation->article;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, hit->lexicon);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_token *first = &article->tokens.items[hit->first_token];
    const struct px_token *last = first + hit->token_count - 1;
    *match = (struct px_match){
        .start = first->start,
        .end = last->end,
        .first_token = hit->first_token,
        .token_count = hit->token_count,
        .lexicon_id = hit->lexicon,
        .lexicon = lexicon->name,
        .category = entry->category,
        .entry = entry->text,
        .weight = entry->weight,
        .probability = clamp(entry->weight),
        .sentence = first->sentence,
        .attribution = first->attribution,
        .target = PX_NONE,
        .voice = px_token_voice(first),
        .pos = px_lexicon_cell(lexicon, entry, px_lexicon_column(lexicon, "pos")),
        .distanced = (first->flags & PX_TOKEN_DISTANCED) != 0,
    };
    if (is_own_cue(annotation, match) || is_in_cue_phrase(annotation, match)) {
        match->voice = PX_VOICE_OWN;
        match->attribution = PX_NONE;
    }
}

static bool is_marked(const struct px_annotation *annotation, const struct px_match *match)
{
    if (!is_loaded(match->category) || !px_voice_is_chosen(match->voice))
        return false;
    return match->weight >= px_lexicon_mark(px_resources_lexicon(annotation->resources, match->lexicon_id));
}

static void score_sentences(const struct px_annotation *annotation)
{
    struct px_article *article = annotation->article;
    double threshold = px_resources_lexicon(annotation->resources, PX_LEXICON_LOADED)->threshold;
    for (size_t i = 0; i < article->sentences.count; i++) {
        article->sentences.items[i].loaded_score = 0;
        article->sentences.items[i].loaded = false;
    }
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        struct px_sentence *sentence = &article->sentences.items[match->sentence];
        if (!is_loaded(match->category) || !px_voice_is_chosen(match->voice))
            continue;
        sentence->loaded_score += match->weight;
        sentence->loaded = sentence->loaded_score >= threshold;
    }
}

/* Where the match of the hit goes: in place of an earlier one of the same words and category, for the user's list knows
 * better than the program's, and nothing counts twice; else behind all. NULL when memory is out. */
static struct px_match *place_of(struct px_article *article, const struct px_hit *hit, struct px_slice category)
{
    for (size_t i = article->matches.count; i > 0 && article->matches.items[i - 1].first_token == hit->first_token;
         i--) {
        struct px_match *match = &article->matches.items[i - 1];
        if (match->token_count == hit->token_count && px_slice_equal(match->category, category))
            return match;
    }
    return px_vector_push(&article->matches, &article->arena);
}

enum px_status px_annotate_matches(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    size_t mention = 0;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (!px_resources_shown(annotation->resources, hit->lexicon))
            continue;
        struct px_match *match = place_of(article, hit, px_resources_entry(annotation->resources, hit)->category);
        if (match == NULL)
            return px_no_memory(error);
        uint32_t end = hit->first_token + hit->token_count;
        fill(annotation, hit, match);
        match->negated = px_scope_negates(annotation, hit->first_token, end);
        match->marked = is_marked(annotation, match);
        if (!is_loaded(match->category))
            continue;
        match->target = annotation->trees != NULL ? px_bearer_entity(annotation, hit->first_token, end)
                                                  : find_target(annotation, &mention, hit->first_token, end);
    }
    score_sentences(annotation);
    if (annotation->options->loaded != NULL && !annotation->options->no_model)
        return px_loaded_read(annotation->options->loaded, annotation, error);
    return PX_OK;
}
