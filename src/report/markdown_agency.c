/* What is told without its doer. */
#include <strings.h>

#include "report/page.h"

enum { MOST_LISTED = 6, LONGEST_PASSIVE = 90 };

/* Do the act's words begin with a pronoun, "*he* was held"? */
static bool begins_with_pronoun(const struct px_article *article, const struct px_act *act)
{
    size_t m = px_vector_from(&article->mentions, start, act->phrase.start);
    return m < article->mentions.count && article->mentions.items[m].start == act->phrase.start &&
           article->mentions.items[m].form == PX_MENTION_PRONOUN;
}

/* A passive without a doer, whose words say by themselves what was done to whom: "was sentenced" does not, nor "he was".
 * Nouns of deeds are in the JSON alone: too many mean no deed that happened ("a serious crime"), or tell the doer a clause
 * later. */
static bool is_told_agentless(const struct px_article *article, const struct px_act *act)
{
    return act->kind == PX_ACT_PASSIVE && act->voice == PX_VOICE_OWN && px_act_is_agentless(act) &&
           act->phrase.start < act->start && !begins_with_pronoun(article, act);
}

/* Does its clause hang on one with somebody's deed, "Hask wrote it, told how *it was put together*"? Then that may
 * tell the doer. */
static bool hangs(const struct px_article *article, const struct px_act *act)
{
    uint32_t first = article->sentences.items[act->sentence].first_token;
    size_t token = px_vector_from(&article->tokens, start, act->phrase.start);
    bool opens = token <= first || article->tokens.items[token - 1].kind == PX_TOKEN_PUNCTUATION;
    for (size_t i = 0; !opens && i < article->acts.count; i++) {
        const struct px_act *other = &article->acts.items[i];
        if (other->sentence == act->sentence && other->kind == PX_ACT_ACTIVE && other->agent != PX_NONE)
            return true;
    }
    return false;
}

/* The act's words on to the next mark: "was placed" alone would ask where. */
static struct px_span words_of(const struct px_article *article, const struct px_act *act)
{
    const struct px_sentence *sentence = &article->sentences.items[act->sentence];
    struct px_span words = act->phrase;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->start < words.end)
            continue;
        if (token->kind == PX_TOKEN_PUNCTUATION)
            break;
        words.end = token->end;
    }
    return words;
}

/* Do the words go on with somebody's deed, "was revealed when the council released it"? Then they may tell the doer. */
static bool may_tell_doer(const struct px_article *article, const struct px_act *act)
{
    struct px_span words = words_of(article, act);
    for (size_t i = 0; i < article->acts.count; i++) {
        const struct px_act *other = &article->acts.items[i];
        if (other->kind == PX_ACT_ACTIVE && other->start >= act->end && other->end <= words.end)
            return true;
    }
    return false;
}

/* Do words of the verb, or made of it, stand in another sentence: "their *overturning* of the ban"? Who did it may be
 * told there. Of a short verb other words may begin so, too. */
static bool stands_elsewhere(const struct px_article *article, const struct px_act *act)
{
    enum { LETTERS_LEAST = 5 };
    struct px_slice verb = act->verb;
    verb.size -= verb.size > LETTERS_LEAST && verb.data[verb.size - 1] == 'e'; /* "releasing" */
    for (size_t t = 0; verb.size >= LETTERS_LEAST && t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->sentence != act->sentence && token->end - token->start >= verb.size &&
            strncasecmp(article->text.data + token->start, verb.data, verb.size) == 0)
            return true;
    }
    return false;
}

/* Is the same done to the same, told before without its doer, or anywhere with him: "the court overturned the ban"? */
static bool is_told_otherwise(const struct px_article *article, size_t index)
{
    const struct px_act *act = &article->acts.items[index];
    for (size_t i = 0; act->patient != PX_NONE && i < article->acts.count; i++) {
        const struct px_act *other = &article->acts.items[i];
        if (i != index && other->patient == act->patient && px_slice_equal(other->verb, act->verb) &&
            (other->agent_given || (i < index && is_told_agentless(article, other))))
            return true;
    }
    return stands_elsewhere(article, act);
}

/* Is it told word for word in another article, too? That is no way of telling things of the article's own. */
static bool is_shared(const struct px_comparison *comparison, size_t a, const struct px_act *act)
{
    for (size_t i = 0; i < comparison->shared.count; i++) {
        const struct px_spans *spans = &comparison->shared.items[i].spans[a];
        for (size_t s = 0; s < spans->count; s++)
            if (spans->items[s].start <= act->phrase.start && act->phrase.end <= spans->items[s].end)
                return true;
    }
    return false;
}

/* Is the deed one of those that are told without their doer? */
static bool is_agentless(const struct px_comparison *comparison, size_t a, size_t index)
{
    const struct px_article *article = comparison->articles[a];
    const struct px_act *act = &article->acts.items[index];
    return is_told_agentless(article, act) && !hangs(article, act) && !may_tell_doer(article, act) &&
           !is_told_otherwise(article, index) && !is_shared(comparison, a, act);
}

/* Has the article several? One by itself is no way of telling things. */
static bool has_agentless(const struct px_comparison *comparison, size_t a)
{
    enum { FEWEST = 2 };
    size_t all = 0;
    for (size_t i = 0; i < comparison->articles[a]->acts.count; i++)
        all += is_agentless(comparison, a, i);
    return all >= FEWEST;
}

bool px_page_has_agency(const struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        if (has_agentless(page->comparison, a))
            return true;
    return false;
}

/* "- **A**: “two men were arrested” [A¶3.1]; …" */
static void agentless(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    bool several = has_agentless(page->comparison, index);
    for (size_t i = 0; several && i < article->acts.count && shown < MOST_LISTED; i++) {
        const struct px_act *act = &article->acts.items[i];
        if (!is_agentless(page->comparison, index, i))
            continue;
        if (shown++ == 0) {
            px_buffer_string(page->out, "- **");
            px_page_article_name(page, index);
        }
        px_buffer_string(page->out, shown == 1 ? "**: “" : "; “");
        px_page_quoted(page, (uint32_t)index, words_of(article, act), LONGEST_PASSIVE);
        px_buffer_string(page->out, "” ");
        struct px_evidence evidence = {(uint32_t[]){act->sentence}, 1};
        px_page_cite(page, index, &evidence, 1);
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

void px_page_agency(struct px_page *page)
{
    size_t start = page->out->size;
    px_buffer_string(page->out,
                     "Examples of deeds that are told in the passive without their doer, in the article's own "
                     "voice:\n\n");
    size_t heading = page->out->size;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        agentless(page, i);
    if (page->out->size == heading)
        page->out->size = start;
    else
        px_buffer_byte(page->out, '\n');
}
