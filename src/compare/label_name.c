/* Which terms of a topic's label a reader may be shown, and by which names: one name for one man, and nothing that does
 * not tell what the topic is. */
#include "compare/internal.h"
#include "compare/telling.h"

#include <strings.h>

enum { TIMES_LEAST = 2, TRACE_MOST = 6 };
#define THROUGHOUT 0.5   /* of an article's paragraphs */
#define MOST 0.66        /* of a topic's paragraphs, in each article */
#define SPREAD_MOST 0.25 /* of the other paragraphs, in each article */

/* The name that all articles are shown by, of whom a link names. */
static struct px_slice referent_name(const struct px_compare_context *context, struct px_slice name)
{
    for (size_t l = 0; l < context->links.count; l++) {
        if (!px_slice_equal(context->wording.texts[context->index.count + l], name))
            continue;
        for (size_t a = 0; a < context->count; a++) {
            uint32_t referent = px_compare_referent(context, a, context->links.items[l].entities[a]);
            if (referent != PX_NONE && context->comparison->referents.items[referent].name.size > 0)
                return context->comparison->referents.items[referent].name;
        }
    }
    return name;
}

/* What of a term is looked for: whom it names, else its words side by side, known by their roots. */
struct trace {
    struct px_sign sign;
    uint32_t roots[TRACE_MOST];
    size_t count; /* of roots; 0: a name */
};

static bool trace_of(const struct px_compare_context *context, struct px_slice term, struct trace *trace)
{
    struct px_slice word;
    trace->count = 0;
    if (px_sign_of_name(context, term, &trace->sign))
        return true;
    while (px_slice_next(&term, ' ', &word)) {
        uint32_t id = px_vocabulary_add(context->worker->vocabulary, word);
        if (id == PX_NONE || trace->count == TRACE_MOST)
            return false;
        trace->roots[trace->count++] = px_vocabulary_form(context->worker->vocabulary, id)->root;
    }
    return trace->count > 0;
}

/* Does the sentence hold the words, side by side? */
static bool holds_words(const struct px_compare_context *context, size_t a, const struct trace *trace,
                        const struct px_sentence *sentence)
{
    const struct px_token *tokens = context->articles[a]->tokens.items;
    for (size_t t = sentence->first_token, end = t + sentence->token_count; t + trace->count <= end; t++) {
        size_t held = 0;
        while (held < trace->count && px_compare_form(context, &tokens[t + held])->root == trace->roots[held])
            held++;
        if (held == trace->count)
            return true;
    }
    return false;
}

static bool block_holds(const struct px_compare_context *context, size_t a, const struct trace *trace,
                        const struct px_block *block)
{
    for (uint32_t s = block->first_sentence; s < block->first_sentence + block->sentence_count; s++)
        if (trace->count > 0 ? holds_words(context, a, trace, &context->articles[a]->sentences.items[s])
                             : px_tellings_hold(&context->tellings[a], &trace->sign, s))
            return true;
    return false;
}

/* Paragraphs inside the topic and outside of it, and those of them that have a term. */
struct bearing {
    uint32_t all[2], with[2]; /* [1] inside */
};

static struct bearing bears(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                            const struct trace *trace)
{
    const struct px_article *article = context->articles[a];
    struct bearing bearing = {{0, 0}, {0, 0}};
    for (size_t b = 0; b < article->blocks.count; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (!px_role_is_paragraph(block->role))
            continue;
        bool inside = px_topic_holds(topic, a, block->start);
        bool holds = block_holds(context, a, trace, block);
        bearing.all[inside]++;
        bearing.with[inside] += holds;
    }
    return bearing;
}

/* Does a term tell what the topic is? It is to stand in most of its paragraphs in every article that has it, in few of
 * the others, and in more of its own than of those: whoever is named all through an article names none of its topics,
 * and what half of a passage is on is not what the passage is on. */
static bool tells_topic(const struct px_compare_context *context, const struct px_topic *topic, struct px_slice term)
{
    struct trace trace;
    uint32_t inside = 0, outside = 0;
    bool tells = trace_of(context, term, &trace);
    for (size_t a = 0; tells && a < context->count; a++) {
        struct bearing bearing = bears(context, topic, a, &trace);
        inside += bearing.with[1];
        outside += bearing.with[0];
        tells = (bearing.all[1] == 0 || bearing.with[1] >= MOST * bearing.all[1]) &&
                bearing.with[0] <= SPREAD_MOST * bearing.all[0];
    }
    return tells && inside > outside;
}

/* Does a noun phrase begin with the token and end with the other, as far as grammar knows: "ferry line", no "cut
 * delays", and no "twelve years", which may count anything? */
static bool may_be_noun(const struct px_article *article, uint32_t first, uint32_t last)
{
    if (article->lexemes == NULL)
        return true;
    uint8_t opens = article->lexemes[first].word_class, ends = article->lexemes[last].word_class;
    return (ends == PX_WORD_NOUN || ends == PX_WORD_NAME) &&
           (opens == PX_WORD_NOUN || opens == PX_WORD_NAME || opens == PX_WORD_ADJECTIVE);
}

/* Does the word or phrase stand in one of the topic's passages in the article as it is, outside of quotations? A
 * capital makes no difference. What two articles quote from one statement is in it, and what it is about they say
 * themselves. */
static bool stands_in(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                      struct px_slice term)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < topic->spans[a].count; i++) {
        const struct px_span *span = &topic->spans[a].items[i];
        for (uint32_t t = px_compare_token_at(article, span->start);
             t < article->tokens.count && article->tokens.items[t].start + term.size <= span->end; t++) {
            uint32_t start = article->tokens.items[t].start, end = start + (uint32_t)term.size;
            if (article->tokens.items[t].voice == PX_VOICE_DIRECT ||
                strncasecmp(article->text.data + start, term.data, term.size) != 0)
                continue;
            uint32_t behind = px_compare_token_at(article, end);
            if (behind > t && article->tokens.items[behind - 1].end == end && may_be_noun(article, t, behind - 1))
                return true;
        }
    }
    return false;
}

static const struct px_referent *find_referent(const struct px_compare_context *context, struct px_slice name)
{
    for (size_t i = 0; i < context->comparison->referents.count; i++)
        if (!context->comparison->referents.items[i].lexical &&
            px_slice_equal(context->comparison->referents.items[i].name, name))
            return &context->comparison->referents.items[i];
    return NULL;
}

/* Is it the name of a place? What is told there says more than where. */
static bool names_place(const struct px_compare_context *context, struct px_slice term)
{
    const struct px_referent *referent = find_referent(context, term);
    return referent != NULL && referent->kind == PX_ENTITY_PLACE;
}

/* Is it the name of a people or a party's members, "Americans"? What they do is the topic. */
static bool names_group(const struct px_compare_context *context, struct px_slice term)
{
    const struct px_referent *referent = find_referent(context, term);
    return referent != NULL && referent->kind == PX_ENTITY_GROUP;
}

/* Does the entity speak, act or suffer in one of the sentences of the block? */
static bool takes_part(const struct px_article *article, const struct px_block *block, uint32_t entity)
{
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->entity == entity && it->sentence - block->first_sentence < block->sentence_count)
            return true;
    }
    for (size_t i = 0; i < article->acts.count; i++) {
        const struct px_act *act = &article->acts.items[i];
        if ((act->agent == entity || act->patient == entity) &&
            act->sentence - block->first_sentence < block->sentence_count)
            return true;
    }
    return false;
}

/* Is it the name of a person who takes no part in what an article tells there, or in less than half of what it alone
 * tells, as in "the Hask years"? Where no deeds are known, nobody is. */
static bool names_bystander(const struct px_compare_context *context, const struct px_topic *topic,
                            struct px_slice term)
{
    const struct px_referent *referent = find_referent(context, term);
    if (referent == NULL || referent->kind != PX_ENTITY_PERSON)
        return false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        uint32_t all = 0, with = 0;
        for (size_t b = 0; article->acts.count > 0 && b < article->blocks.count; b++) {
            const struct px_block *block = &article->blocks.items[b];
            if (!px_role_is_paragraph(block->role) || !px_topic_holds(topic, a, block->start))
                continue;
            all++;
            with += referent->entity[a] != PX_NONE && takes_part(article, block, referent->entity[a]);
        }
        if (all > 0 && (with == 0 || (topic->only != PX_NONE && 2 * with < all)))
            return true;
    }
    return false;
}

/* Is it the name of an outlet? It asked or reported; what it was told is the topic. */
static bool names_outlet(const struct px_compare_context *context, struct px_slice term)
{
    const struct px_referent *referent = find_referent(context, term);
    for (size_t a = 0; referent != NULL && a < context->count; a++)
        if (referent->entity[a] != PX_NONE &&
            context->articles[a]->entities.items[referent->entity[a]].actor == PX_ACTOR_MEDIA)
            return true;
    return false;
}

/* One small word, "law", "dad", tells a stranger nothing. */
static bool is_bare(struct px_slice label)
{
    for (size_t i = 0; i < label.size; i++)
        if (label.data[i] == ' ' || (label.data[i] >= 'A' && label.data[i] <= 'Z'))
            return false;
    return true;
}

/* Part of a name that is enough to know it by: its last word. */
static struct px_slice known_by(struct px_slice term)
{
    size_t start = term.size;
    while (start > 0 && term.data[start - 1] != ' ')
        start--;
    bool name = term.size > 0 && term.data[0] >= 'A' && term.data[0] <= 'Z';
    return name ? px_slice_part(term, start, term.size) : term;
}

/* May a reader be shown the term: a name or a noun phrase that stands in each of the passages as it is? What one
 * article alone tells is called only by what comes back in it, and by no small word; so is by such a word, or a place,
 * what several tell. */
static bool may_show(const struct px_compare_context *context, const struct px_topic *topic, struct px_slice term)
{
    struct trace trace;
    uint32_t most = 0;
    if ((topic->only != PX_NONE && is_bare(term)) || names_group(context, term) || names_outlet(context, term) ||
        names_bystander(context, topic, term) || !trace_of(context, term, &trace))
        return false;
    for (size_t a = 0; a < context->count; a++) {
        if (topic->spans[a].count == 0)
            continue;
        if (!stands_in(context, topic, a, known_by(term)))
            return false;
        uint32_t with = bears(context, topic, a, &trace).with[1];
        most = with > most ? with : most;
    }
    return most >= TIMES_LEAST || (topic->only == PX_NONE && !is_bare(term) && !names_place(context, term));
}

/* Has a topic before this one the same label? */
static bool is_taken(const struct px_compare_context *context, const struct px_topic *topic)
{
    for (const struct px_topic *other = context->comparison->topics.items; other < topic && topic->clear > 0; other++) {
        size_t same = 0;
        while (same < topic->clear && same < other->clear && px_slice_equal(other->label[same], topic->label[same]))
            same++;
        if (same == topic->clear && other->clear == same)
            return true;
    }
    return false;
}

/* Is the term a part of the other, "committee" of "Intelligence Committee"? */
static bool is_part(struct px_slice term, struct px_slice other)
{
    for (size_t at = 0; at + term.size <= other.size; at++)
        if (strncasecmp(other.data + at, term.data, term.size) == 0)
            return true;
    return false;
}

/* Does the place that the topic would be called by, alone, stand in half of all paragraphs of an article that has the
 * topic? That is where all of it happens. */
static bool is_everywhere(const struct px_compare_context *context, const struct px_topic *topic, struct px_slice term)
{
    struct trace trace;
    bool place = names_place(context, term) && trace_of(context, term, &trace), everywhere = false;
    for (size_t a = 0; place && a < context->count; a++) {
        struct bearing bearing = bears(context, topic, a, &trace);
        everywhere |=
            bearing.all[1] > 0 && bearing.with[0] + bearing.with[1] >= THROUGHOUT * (bearing.all[0] + bearing.all[1]);
    }
    return everywhere;
}

/* Does it hold what several articles begin with? All of them is about that; what stands there and hardly elsewhere is
 * not. */
static bool is_lead(const struct px_compare_context *context, const struct px_topic *topic)
{
    size_t leads = 0;
    for (size_t a = 0; a < context->count; a++)
        leads += context->paragraphs[a].count > 0 &&
                 px_topic_holds(topic, a, context->articles[a]->blocks.items[context->paragraphs[a].blocks[0]].start);
    return leads > 1;
}

/* The names that all articles are shown by, each once. */
static void rename_all(const struct px_compare_context *context, struct px_topic *topic)
{
    size_t kept = 0;
    for (size_t i = 0; i < topic->label_count; i++) {
        struct px_slice name = referent_name(context, topic->label[i]);
        bool known = false;
        for (size_t j = 0; j < kept; j++)
            known |= is_part(name, topic->label[j]);
        if (!known)
            topic->label[kept++] = name;
    }
    topic->label_count = kept;
}

/* Moves a term to place `to`, in front of those that stand between. */
static void move_ahead(struct px_topic *topic, size_t from, size_t to)
{
    struct px_slice term = topic->label[from];
    memmove(&topic->label[to + 1], &topic->label[to], (from - to) * sizeof term);
    topic->label[to] = term;
}

void px_compare_label_names(const struct px_compare_context *context, struct px_topic *topic)
{
    rename_all(context, topic);
    topic->clear = 0;
    for (size_t i = 0; i < topic->label_count; i++)
        if (topic->titled ||
            (may_show(context, topic, topic->label[i]) && tells_topic(context, topic, topic->label[i])))
            move_ahead(topic, i, topic->clear++);
    if ((!topic->titled && is_lead(context, topic)) ||
        (topic->clear == 1 && !topic->titled &&
         (is_bare(topic->label[0]) || is_everywhere(context, topic, topic->label[0]))) ||
        is_taken(context, topic))
        topic->clear = 0;
}
