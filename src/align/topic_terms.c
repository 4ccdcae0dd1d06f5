/* Names and phrases that a topic of several articles is called by: up to PX_LABEL_MOST names, noun phrases and nouns that
 * stand in its passages in every article that has it. What is rare in news and stands there more than elsewhere comes first:
 *
 *     worth = Σ idf of its words · its places in the topic / its places in all articles
 *
 * So it tells no more than what the passages share, and a reader sees why they stand side by side. A noun by itself that
 * is there once in each is often a part of an idiom ("the aisle", "daylight"); one beside a name or a phrase says little.
 * Whom the event is about tells no topic apart, nor who is named all through, or once in a long one, nor do places where
 * anything else does. What all the articles begin with is told by their headlines and leads: by none where no term stands in
 * these, and by no names of headlines alone. Names come first. */
#include "align/topic_terms.h"

#include "align/topic_lead.h"
#include "align/topic_plan.h"
#include "align/topic_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 3, LONG = 900 }; /* words of a phrase; bytes of a topic, in which a name is to come back */
#define COMMON_IDF 0.7            /* a word that half of all news holds makes no phrase: "new" */
#define PLACE_IDF 3.0             /* what is told there says more than where */
#define SHARE_LEAST 0.25          /* of its places; whoever is named all through tells no topic apart, … */
#define LEAST_LIFT 1.3            /* … nor does what stands there hardly more than elsewhere */

/* A name, or words of an article in a row. */
struct term {
    double worth;
    struct px_slice text;
    bool name;
    bool place;
    bool head;  /* all articles begin with it */
    bool title; /* of a name: headlines name it */
};

struct terms {
    const struct px_compare_context *context;
    struct px_topic *topic;
    size_t a;                     /* the first article that has the topic: words are written as there */
    uint32_t covering;            /* articles that have it */
    size_t size;                  /* bytes of text that are surely the topic's, … */
    double share;                 /* … and what share of the articles that is */
    bool leads;                   /* all articles begin with it */
    struct px_term_places *names; /* [referents] */
    struct term best[PX_LABEL_MOST];
    size_t count;
};

/* The share of its places that lies in the topic; 0 where it is no more there than all else. */
static double share_of(const struct terms *terms, const struct px_term_places *places)
{
    double share = places->all > 0 ? (double)places->inside / places->all : 0;
    return share >= SHARE_LEAST && share >= LEAST_LIFT * terms->share ? share : 0;
}

/* What a term is worth that stands there; 0 if it says nothing of the topic. */
static double worth(const struct terms *terms, const struct px_term_places *places, double idf)
{
    return places->articles < terms->covering ? 0 : idf * share_of(terms, places);
}

/* How much text is surely the topic's, and what share of the articles that is. */
static void measure(struct terms *terms)
{
    double all = 0;
    for (size_t a = 0; a < terms->context->count; a++) {
        const struct px_spans *surely = &terms->topic->surely[a];
        all += (double)terms->context->articles[a]->text.size;
        for (size_t i = 0; i < surely->count; i++)
            terms->size += surely->items[i].end - surely->items[i].start;
    }
    terms->share = all > 0 ? (double)terms->size / all : 0;
}

bool px_topic_term_holds(struct px_slice whole, struct px_slice part)
{
    for (size_t at = 0; at + part.size <= whole.size; at++)
        if (strncasecmp(whole.data + at, part.data, part.size) == 0)
            return true;
    return false;
}

/* Puts the term among the best, in place of a part of it that is there; not if it is a part of one, or worth less than
 * all. */
static void keep(struct terms *terms, struct term term)
{
    for (size_t i = 0; i < terms->count; i++) {
        bool part = px_topic_term_holds(terms->best[i].text, term.text),
             whole = px_topic_term_holds(term.text, terms->best[i].text);
        if (part || (whole && terms->best[i].worth >= term.worth))
            return;
        if (whole) {
            memmove(&terms->best[i], &terms->best[i + 1], (terms->count - i - 1) * sizeof term);
            terms->count--;
            i--;
        }
    }
    size_t at = terms->count < PX_LABEL_MOST ? terms->count++ : PX_LABEL_MOST;
    for (; at > 0 && terms->best[at - 1].worth < term.worth; at--)
        if (at < PX_LABEL_MOST)
            terms->best[at] = terms->best[at - 1];
    if (at < PX_LABEL_MOST)
        terms->best[at] = term;
}

/* May the name stand there by the way, "the House", "Varn", "Facebook"? One of several words that is no place mostly does
 * not. */
static bool is_passing(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_mention *mention)
{
    bool other = article->entities.items[mention->entity].kind == PX_ENTITY_OTHER;
    return (px_compare_is_broad(context, article, mention) && (!other || mention->token_count == 1)) ||
           px_compare_hit(context, article, mention->first_token, false, PX_LEXICON_NAMES, "name.medium") != NULL;
}

/* Counts one that begins at the byte of article a; is it in the topic? */
static bool count_place(const struct terms *terms, size_t a, uint32_t start, struct px_term_places *places)
{
    uint32_t number = (uint32_t)a + 1;
    bool inside = px_spans_hold(&terms->topic->surely[a], start), head = start < px_topic_head_end(terms->context, a);
    places->articles += inside && places->last != number;
    places->last = inside ? number : places->last;
    places->heads += head && places->last_head != number;
    places->last_head = head ? number : places->last_head;
    places->inside += inside;
    places->all++;
    return inside;
}

/* "*Congressional* leaders": an adjective made of a name tells of others. */
static bool is_adjective(const struct px_article *article, const struct px_mention *mention)
{
    return article->lexemes != NULL && mention->token_count == 1 &&
           article->lexemes[mention->first_token].word_class == PX_WORD_ADJECTIVE;
}

/* Counts the places of all that is named. */
static void count_names(struct terms *terms)
{
    const struct px_compare_context *context = terms->context;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        for (size_t m = 0; m < article->mentions.count; m++) {
            const struct px_mention *mention = &article->mentions.items[m];
            uint32_t named =
                mention->form <= PX_MENTION_ALIAS ? px_compare_referent(context, a, mention->entity) : PX_NONE;
            if (named == PX_NONE || is_adjective(article, mention))
                continue;
            struct px_term_places *places = &terms->names[named];
            places->firm |= count_place(terms, a, mention->start, places) && !is_passing(context, article, mention);
        }
    }
}

/* An outlet asked or reported; what it was told is the topic. */
static bool is_outlet(const struct px_compare_context *context, const struct px_referent *referent)
{
    for (size_t a = 0; a < context->count; a++)
        if (referent->entity[a] != PX_NONE &&
            context->articles[a]->entities.items[referent->entity[a]].actor == PX_ACTOR_MEDIA)
            return true;
    return false;
}

/* "NO DELAY": words in capitals, on a banner or a page. */
static bool is_shouted(struct px_slice name)
{
    bool small = false;
    for (size_t i = 0; i < name.size; i++)
        small |= !isupper((unsigned char)name.data[i]) && name.data[i] != ' ';
    return !small && px_slice_find(name, PX_SLICE(" "), 0) != SIZE_MAX;
}

/* `all`: also who is named all through. */
static void keep_names(struct terms *terms, bool all)
{
    const struct px_comparison *comparison = terms->context->comparison;
    for (size_t r = 0; r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        const struct px_term_places *places = &terms->names[r];
        bool place = referent->kind == PX_ENTITY_PLACE, again = places->inside >= 2 * terms->covering;
        double idf = place ? PLACE_IDF : PX_TOPIC_NAME_IDF;
        bool there = places->inside > 0 && places->articles == terms->covering;
        struct term term = {all ? there * (share_of(terms, places) > 0) * places->inside : worth(terms, places, idf),
                            referent->name,
                            true,
                            place,
                            places->heads == terms->context->count,
                            px_topic_count_titles(terms->context, referent) > 0};
        if (term.worth > 0 && (again || (places->firm && terms->size < LONG)) && !referent->lexical &&
            !is_shouted(term.text) && !(all && place) && !px_topic_is_main(terms->context, referent) &&
            !is_outlet(terms->context, referent))
            keep(terms, term);
    }
}

static bool is_class(const struct px_article *article, uint32_t token, uint8_t word_class)
{
    return article->lexemes == NULL || article->lexemes[token].word_class == word_class;
}

/* Is the noun a part of what goes on, "security" of "security adviser"? */
static bool goes_on(const struct px_article *article, uint32_t last)
{
    const struct px_token *tokens = article->tokens.items;
    return article->lexemes != NULL && last + 1 < article->tokens.count &&
           tokens[last + 1].sentence == tokens[last].sentence && tokens[last + 1].start <= tokens[last].end + 1 &&
           article->lexemes[last + 1].word_class == PX_WORD_NOUN;
}

/* "I am *not* pro-toll": is the opposite told? */
static bool is_denied(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return token > 0 && article->tokens.items[token - 1].sentence == article->tokens.items[token].sentence &&
           px_compare_is_class(context, article, token - 1, "grammar.negation");
}

/* Does a noun phrase of so many words begin at the token, which is nobody's office ("minority leader"), and no time ("recent
 * days")? */
static bool is_phrase(const struct terms *terms, uint32_t first, uint32_t size)
{
    const struct px_compare_context *context = terms->context;
    size_t a = terms->a;
    const struct px_article *article = context->articles[a];
    const struct px_token *tokens = article->tokens.items;
    uint32_t last = first + size - 1;
    bool fine = last < article->tokens.count && !is_denied(context, article, first) &&
                is_class(article, last, PX_WORD_NOUN) && !goes_on(article, last) &&
                px_compare_hit(context, article, last, true, PX_LEXICON_TITLES, "title") == NULL &&
                px_compare_hit(context, article, last, true, PX_LEXICON_ROLES, "role") == NULL &&
                px_compare_hit(context, article, last, true, PX_LEXICON_QUANTITIES, "quantity.duration") == NULL;
    for (uint32_t t = first; fine && t <= last; t++)
        fine = px_topic_is_word(context, a, t) &&
               (size == LONGEST || !px_compare_is_class(context, article, t, "grammar.loose")) &&
               tokens[t].sentence == tokens[first].sentence &&
               (is_class(article, t, PX_WORD_NOUN) || is_class(article, t, PX_WORD_ADJECTIVE));
    return fine;
}

/* Where words stand in a row, as from the token on in terms->a, in all articles. */
static struct px_term_places places_of(const struct terms *terms, uint32_t first, uint32_t size)
{
    const struct px_compare_context *context = terms->context;
    const uint32_t *words = context->index.of[terms->a] + first;
    uint32_t root = px_compare_form(context, &context->articles[terms->a]->tokens.items[first])->root;
    struct px_term_places places = {0};
    for (size_t a = 0; a < context->count; a++) {
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        const uint32_t *of = context->index.of[a];
        size_t stands;
        const struct px_stand *stand = px_compare_standing_of(context, a, root, &stands);
        for (size_t i = 0; i < stands; i++) {
            uint32_t t = stand[i].token;
            if (t + size <= tokens->count && memcmp(of + t, words, size * sizeof *words) == 0)
                count_place(terms, a, tokens->items[t].start, &places);
        }
    }
    return places;
}

/* A word that judges, tells of speech, or of nothing, is no term by itself, nor is a common one. */
static bool stands_alone(const struct px_compare_context *context, uint32_t word)
{
    double idf = context->index.idf[word];
    return (idf >= PX_TOPIC_WORD_IDF || idf == 1) && context->wording.kinds[word] == 0; /* 1: no background is known */
}

/* Of the words in a row; 0 where one of them makes no phrase. */
static double sum_of_idf(const struct px_compare_context *context, const uint32_t *words, uint32_t size)
{
    double sum = 0;
    for (uint32_t i = 0; i < size; i++) {
        double idf = context->index.idf[words[i]];
        if (idf < COMMON_IDF)
            return 0;
        sum += idf;
    }
    return sum;
}

/* The longest phrase at the token that says something of the topic; how many words it has. */
static uint32_t keep_phrase(struct terms *terms, uint32_t first)
{
    const struct px_compare_context *context = terms->context;
    const struct px_article *article = context->articles[terms->a];
    const uint32_t *words = context->index.of[terms->a] + first;
    for (uint32_t size = LONGEST; size > 0; size--) {
        if (!is_phrase(terms, first, size) || (size == 1 && !stands_alone(context, words[0])))
            continue;
        double idf = sum_of_idf(context, words, size);
        struct px_term_places places = places_of(terms, first, size);
        bool comes_back = places.inside > terms->covering;
        struct term term = {.worth = size > 1 || comes_back ? worth(terms, &places, idf) : 0,
                            .text = px_slice_part(article->text, article->tokens.items[first].start,
                                                  article->tokens.items[first + size - 1].end),
                            .head = places.heads == context->count};
        if (term.worth > 0) {
            keep(terms, term);
            return size;
        }
    }
    return 1;
}

static void keep_phrases(struct terms *terms)
{
    const struct px_article *article = terms->context->articles[terms->a];
    for (uint32_t t = 0; t < article->tokens.count;)
        t += px_spans_hold(&terms->topic->surely[terms->a], article->tokens.items[t].start) ? keep_phrase(terms, t) : 1;
}

static bool are_places(const struct terms *terms)
{
    size_t places = 0;
    for (size_t i = 0; i < terms->count; i++)
        places += terms->best[i].place;
    return places == terms->count;
}

/* Is the term a noun by itself, "camera", "role"? */
static bool is_noun_alone(const struct term *term)
{
    return !term->name && !px_topic_term_holds(term->text, PX_SLICE(" "));
}

/* Is there one noun by itself, beside a name or a phrase? It says little more; of two the one explains the other. */
static bool has_noun_beside(const struct terms *terms)
{
    size_t nouns = 0;
    for (size_t i = 0; i < terms->count; i++)
        nouns += is_noun_alone(&terms->best[i]);
    return nouns == 1 && terms->count > 1;
}

/* Are all named in headlines? They may tell the event, and no topic of it. */
static bool are_of_titles(const struct terms *terms)
{
    bool beside = has_noun_beside(terms), titles = true;
    for (size_t i = 0; titles && i < terms->count; i++)
        titles = terms->best[i].title || terms->best[i].place || (beside && is_noun_alone(&terms->best[i]));
    return titles;
}

/* Do the terms tell a topic without the places among them: two others, or one of several words? */
static bool tell_what(const struct terms *terms)
{
    size_t others = 0;
    bool phrase = false;
    for (size_t i = 0; i < terms->count; i++) {
        others += !terms->best[i].place;
        phrase |= !terms->best[i].place && px_topic_term_holds(terms->best[i].text, PX_SLICE(" "));
    }
    return others > 1 || phrase;
}

/* Is the term left out of the label: a place where others tell, a noun beside a name or a phrase? */
static bool is_left_out(const struct terms *terms, const struct term *term)
{
    return (term->place && tell_what(terms)) || (is_noun_alone(term) && has_noun_beside(terms));
}

/* Is the topic what all the articles begin with, and no term of its label of there? */
static bool miss_leads(const struct terms *terms)
{
    bool miss = terms->leads;
    for (size_t i = 0; i < terms->count; i++)
        miss = miss && (!terms->best[i].head || is_left_out(terms, &terms->best[i]));
    return miss;
}

enum px_status px_topic_add_term(const struct px_compare_context *context, struct px_topic *topic, struct px_slice term,
                                 bool name, struct px_error *error)
{
    if (topic->label_count == PX_LABEL_MOST)
        return PX_OK;
    struct px_slice copy = px_arena_copy(&context->comparison->arena, term);
    if (copy.data == NULL)
        return px_no_memory(error);
    size_t at = name ? topic->name_count++ : topic->label_count;
    memmove(&topic->label[at + 1], &topic->label[at], (topic->label_count++ - at) * sizeof *topic->label);
    topic->label[at] = copy;
    return PX_OK;
}

/* Has the label the term, or a part of it? */
static bool is_called(const struct px_topic *topic, struct px_slice term)
{
    for (size_t i = 0; i < topic->label_count; i++)
        if (px_topic_term_holds(topic->label[i], term) || px_topic_term_holds(term, topic->label[i]))
            return true;
    return false;
}

static enum px_status put_terms(const struct terms *terms, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < terms->count; i++) {
        const struct term *term = &terms->best[i];
        if (!is_left_out(terms, term) && !is_called(terms->topic, term->text))
            status = px_topic_add_term(terms->context, terms->topic, term->text, term->name, error);
    }
    return status;
}

enum px_status px_topic_terms(const struct px_compare_context *context, struct px_topic *topic,
                              struct px_term_places *names, bool all, struct px_error *error)
{
    struct terms terms = {.context = context, .topic = topic, .names = names, .leads = topic->leads};
    measure(&terms);
    for (size_t i = context->count; i-- > 0;)
        if (topic->spans[context->order[i]].count > 0) {
            terms.a = context->order[i];
            terms.covering++;
        }
    memset(names, 0, context->comparison->referents.count * sizeof *names);
    count_names(&terms);
    keep_names(&terms, all);
    if (!all)
        keep_phrases(&terms);
    if (are_places(&terms) || miss_leads(&terms) || (terms.leads && are_of_titles(&terms)))
        return PX_OK;
    return put_terms(&terms, error);
}
