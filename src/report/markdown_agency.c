/* Who acts, who is acted on, and what is told without its doer. */
#include <strings.h>

#include "report/page.h"

enum { MOST_LISTED = 6, MOST_ACTING = 12, MOST_DEEDS = 6, LONGEST_DEED = 60, LONGEST_PASSIVE = 90, FEWEST_ACTS = 2 };

/* Does another deed hold its words, as "planning and building boats" holds "building boats"? */
static bool is_within(const struct px_deeds *deeds, size_t index)
{
    struct px_span it = deeds->items[index].words;
    for (size_t i = 0; i < deeds->count; i++) {
        struct px_span other = deeds->items[i].words;
        if (other.start <= it.start && it.end <= other.end && other.end - other.start > it.end - it.start)
            return true;
    }
    return false;
}

/* Is a person or body named in the words whom every article names? */
static bool holds_known(const struct px_comparison *comparison, size_t article, struct px_span words)
{
    for (size_t r = 0; r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        bool known = !referent->lexical && referent->kind != PX_ENTITY_PLACE && referent->kind != PX_ENTITY_WORK;
        bool here = false;
        for (size_t a = 0; known && a < comparison->article_count; a++)
            known = referent->mentions[a].count > 0;
        for (size_t m = 0; known && !here && m < referent->mentions[article].count; m++)
            here = referent->mentions[article].items[m].start >= words.start &&
                   referent->mentions[article].items[m].end <= words.end;
        if (here)
            return true;
    }
    return false;
}

/* Is it a deed that no other article has a word for, told in more than a word, for the first time? */
static bool is_told(const struct px_article *article, const struct px_deeds *deeds, size_t index)
{
    struct px_slice words = px_slice_span(article->text, deeds->items[index].words);
    bool told =
        !deeds->items[index].shared && px_slice_find(words, PX_SLICE(" "), 0) != SIZE_MAX && !is_within(deeds, index);
    for (size_t i = 0; told && i < index; i++)
        told = !px_slice_equal(px_slice_span(article->text, deeds->items[i].words), words);
    return told;
}

/* What somebody does is told where he does it to somebody: "released plans" says nothing of where an article stands. */
static bool is_deed_told(const struct px_comparison *comparison, size_t article, const struct px_deeds *deeds,
                         size_t index, bool acts)
{
    return is_told(comparison->articles[article], deeds, index) &&
           (!acts || holds_known(comparison, article, deeds->items[index].words));
}

static size_t count_told(const struct px_comparison *comparison, size_t article, const struct px_deeds *deeds,
                         bool acts)
{
    size_t count = 0;
    for (size_t i = 0; i < deeds->count; i++)
        count += is_deed_told(comparison, article, deeds, i, acts);
    return count;
}

/* "acts: “lobbied the council” [A¶2.1]": the same words once; nothing where there are none. */
static void deeds(struct px_page *page, size_t index, const char *what, const struct px_deeds *deeds, bool acts)
{
    size_t shown = 0;
    for (size_t i = 0; i < deeds->count && shown < MOST_DEEDS; i++) {
        if (!is_deed_told(page->comparison, index, deeds, i, acts))
            continue;
        px_buffer_string(page->out, shown++ == 0 ? what : ", ");
        px_buffer_string(page->out, "“");
        px_page_quoted(page, (uint32_t)index, deeds->items[i].words, LONGEST_DEED);
        px_buffer_string(page->out, "” ");
        px_page_cite(page, index, &(struct px_evidence){(uint32_t[]){deeds->items[i].sentence}, 1}, 1);
    }
}

static void acting_row(struct px_page *page, const struct px_agency_row *row)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, row->name, 60);
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        size_t before = page->out->size;
        deeds(page, i, " acts: ", &row->acts[i], true);
        deeds(page, i, page->out->size > before ? "; is acted on: " : " is acted on: ", &row->acted_on[i], false);
        px_buffer_string(page->out, page->out->size > before ? " |" : " – |");
    }
    px_buffer_byte(page->out, '\n');
}

static size_t count_row(const struct px_comparison *comparison, const struct px_agency_row *row)
{
    size_t count = 0;
    for (size_t a = 0; a < comparison->article_count; a++)
        count += count_told(comparison, a, &row->acts[a], true) + count_told(comparison, a, &row->acted_on[a], false);
    return count;
}

static void acting(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t shown = 0;
    for (size_t i = 0; i < comparison->agency.count; i++) {
        if (count_row(comparison, &comparison->agency.items[i]) < FEWEST_ACTS || ++shown > MOST_ACTING)
            continue;
        if (shown == 1) {
            px_buffer_string(page->out,
                             "Examples of what somebody does, or has done to him, in the article's own voice, by verbs "
                             "that no other article has:\n\n");
            px_page_table(page, (const char *const[]){"who", NULL}, (const char *const[]){NULL});
        }
        acting_row(page, &comparison->agency.items[i]);
    }
    if (shown == 0)
        return;
    px_page_more(page, shown, MOST_ACTING);
    px_buffer_byte(page->out, '\n');
}

/* A passive without a doer, whose words say by themselves what was done to whom: "was sentenced" does not. Nouns of
 * deeds are in the JSON alone: too many mean no deed that happened ("a serious crime"), or tell the doer a clause
 * later. */
static bool is_told_agentless(const struct px_act *act)
{
    return act->kind == PX_ACT_PASSIVE && act->voice == PX_VOICE_OWN && px_act_is_agentless(act) &&
           act->phrase.start < act->start;
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
            (other->agent_given || (i < index && is_told_agentless(other))))
            return true;
    }
    return stands_elsewhere(article, act);
}

/* Does the table above show that somebody undergoes it? */
static bool is_in_table(const struct px_comparison *comparison, size_t article, const struct px_act *act)
{
    for (size_t r = 0; r < comparison->agency.count; r++) {
        const struct px_deeds *deeds = &comparison->agency.items[r].acted_on[article];
        for (size_t i = 0; i < deeds->count; i++)
            if (deeds->items[i].words.start < act->end && act->start < deeds->items[i].words.end &&
                count_row(comparison, &comparison->agency.items[r]) >= FEWEST_ACTS)
                return true;
    }
    return false;
}

/* Is the deed one of those that are told without their doer? */
static bool is_agentless(const struct px_comparison *comparison, size_t article, size_t index)
{
    const struct px_article *of = comparison->articles[article];
    const struct px_act *act = &of->acts.items[index];
    return is_told_agentless(act) && !hangs(of, act) && !may_tell_doer(of, act) && !is_told_otherwise(of, index) &&
           !is_in_table(comparison, article, act);
}

/* "- **A**: “two men were arrested” [A¶3.1]; …"; one by itself is no way of telling things. */
static void agentless(struct px_page *page, size_t index)
{
    enum { FEWEST = 2 };
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0, all = 0;
    for (size_t i = 0; i < article->acts.count; i++)
        all += is_agentless(page->comparison, index, i);
    for (size_t i = 0; all >= FEWEST && i < article->acts.count && shown < MOST_LISTED; i++) {
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
    acting(page);
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
