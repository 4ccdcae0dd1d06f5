#include "entity/entity_pronoun.h"

#include <math.h>

#include "reading/parse.h"
#include "reading/party.h"

enum { REACH = 3 }; /* sentences */

static const double nobody = 0.63,
                    nobody_unread = -0.42; /* of leaving it open; without grammar less tells for anybody */
static const double sure = 0.4;            /* share of the odds of the best mentions of all */

/* What a mention is in its sentence; without grammar always the first. */
enum px_trace_place { OTHER, SUBJECT, OBJECT, POSSESSOR, PART, PLACES };

static const double of_place[PLACES] = {-0.31, -0.41, -0.03, 0.12, -0.46};
static const double same_sentence = 2.09, two_apart = -0.52;
static const double per_log_token = -0.29; /* in the same sentence */
static const double leading = 0.43, of_same_gender = 0.46, last_subject = 1.16, same_place = 0.47;
static const double from_quotation = -0.71,
                    into_quotation = -1.10; /* "he said" is hardly he of whom the quotation tells */
static const double own_argument = -0.6;    /* "Hask saw him": somebody else; by gold chains alone */
static const double of_subject = 0.84, beside_possessor = -0.18; /* "Hask lost his …", "his house and his …" */
static const double a_pronoun = 0.6; /* fitted 1.08 where pronouns before are right, as here they need not be */
static const double per_log_mention = 0.07, other_paragraph = -1.22;

static uint8_t place_of(const struct px_cast *cast, const struct px_draft *draft, uint32_t *head)
{
    const struct px_annotation *annotation = cast->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, draft->first);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_head(annotation, draft->first, draft->first + draft->count);
    *head = PX_NONE;
    if (word == PX_NONE)
        return OTHER;
    word = px_tree_first_conjunct(tree, word);
    bool front = (cast->article->tokens.items[draft->first].flags & PX_TOKEN_SENTENCE_START) != 0;
    *head = tree->words[word].head < tree->count ? tree->words[word].head : PX_NONE;
    unsigned arc = px_tree_arc(tree, word);
    return (arc & PX_ARC_SUBJECT) != 0                        ? SUBJECT
           : (arc & PX_ARC_OBJECT) != 0                       ? OBJECT
           : (arc & PX_ARC_OBLIQUE) != 0 && front             ? SUBJECT /* "Hask, however, is": no preposition */
           : (arc & PX_ARC_POSSESSOR) != 0                    ? POSSESSOR
           : (arc & (PX_ARC_COMPOUND | PX_ARC_MODIFIER)) != 0 ? PART
                                                              : OTHER;
}

/* "*Hask's* lawyers met": where the noun is people, they lead the sentence, not whose they are. */
static bool is_of_people(const struct px_cast *cast, const struct px_trace *trace)
{
    if (trace->place != POSSESSOR || trace->head == PX_NONE)
        return false;
    uint32_t token = px_parse_token(cast->annotation, trace->sentence, trace->head);
    return px_party_is_listed(cast->annotation, token, PX_LEXICON_SOURCES, PX_SLICE("group"));
}

static size_t kept(const struct px_traces *traces)
{
    return traces->count < PX_TRACES ? traces->count : PX_TRACES;
}

void px_traces_add(struct px_traces *traces, const struct px_cast *cast, const struct px_draft *draft, bool quoted)
{
    struct px_trace trace = {.figure = draft->figure,
                             .sentence = cast->article->tokens.items[draft->first].sentence,
                             .token = draft->first,
                             .count = 1,
                             .leading = true,
                             .quoted = quoted,
                             .named = draft->type != PX_DRAFT_PRONOUN};
    for (size_t i = 0; i < kept(traces); i++) {
        const struct px_trace *other = &traces->items[i];
        trace.leading = trace.leading && other->sentence != trace.sentence;
        if (other->figure == trace.figure && other->count >= trace.count)
            trace.count = other->count + 1;
    }
    trace.place = place_of(cast, draft, &trace.head);
    trace.leading = trace.leading && !is_of_people(cast, &trace);
    traces->items[traces->count++ % PX_TRACES] = trace;
}

/* "*Hask* apologized to Lind after footage emerged of *him* mocking her": is the pronoun, behind a preposition, whoever
 * does what the gerund behind it tells? The frame of a deed has its doer rather than the one whom it is done to, as a
 * possessor has. */
static bool acts(const struct px_cast *cast, const struct px_draft *pronoun)
{
    const struct px_token *tokens = cast->article->tokens.items;
    const uint32_t *classes = cast->annotation->classes;
    uint32_t first = pronoun->first, behind = first + pronoun->count;
    return first > 0 && behind < cast->article->tokens.count && tokens[behind].sentence == tokens[first].sentence &&
           (classes[first] & PX_CLASS_OBJECT) != 0 && (classes[first - 1] & PX_CLASS_PREPOSITION) != 0 &&
           (classes[behind] & PX_CLASS_GERUND) != 0;
}

/* Sentences from the mention to the pronoun; those of a quotation that leads to "she said" part it from nobody who was
 * mentioned before. */
static uint32_t sentences_apart(const struct px_trace *trace, const struct px_trace *pronoun)
{
    return (trace->sentence < pronoun->opened ? pronoun->opened : pronoun->sentence) - trace->sentence;
}

static double weigh_distance(const struct px_article *article, const struct px_trace *trace,
                             const struct px_trace *pronoun)
{
    uint32_t apart = sentences_apart(trace, pronoun);
    const struct px_sentence *sentences = article->sentences.items;
    if (apart == 0)
        return same_sentence + per_log_token * log(1 + pronoun->token - trace->token);
    return (apart == 2 ? two_apart : 0) + (apart == 1 && trace->place == SUBJECT ? last_subject : 0) +
           (sentences[pronoun->sentence].block != sentences[trace->sentence].block ? other_paragraph : 0);
}

static double weigh_places(const struct px_trace *trace, const struct px_trace *pronoun)
{
    bool here = pronoun->sentence == trace->sentence, owns = pronoun->place == POSSESSOR || pronoun->acts;
    double weight = of_place[trace->place] + (pronoun->place == trace->place ? same_place : 0);
    if (here && owns)
        weight += trace->place == SUBJECT ? of_subject : trace->place == POSSESSOR ? beside_possessor : 0;
    if (here && !owns && trace->place != POSSESSOR && pronoun->head != PX_NONE && pronoun->head == trace->head)
        weight += own_argument;
    return weight;
}

static double weigh(const struct px_cast *cast, const struct px_trace *trace, const struct px_trace *pronoun,
                    uint8_t gender)
{
    double weight = weigh_distance(cast->article, trace, pronoun) + weigh_places(trace, pronoun);
    weight += trace->leading ? leading : 0;
    weight += cast->figures.items[trace->figure].gender == gender ? of_same_gender : 0;
    weight += trace->quoted && !pronoun->quoted ? from_quotation : 0;
    weight += pronoun->quoted && !trace->quoted ? into_quotation : 0;
    weight += trace->named ? 0 : a_pronoun;
    return weight + per_log_mention * log(trace->count);
}

static bool may_be(const struct px_cast *cast, const struct px_trace *trace, const struct px_trace *pronoun,
                   uint8_t gender)
{
    uint8_t other = cast->figures.items[trace->figure].gender;
    return sentences_apart(trace, pronoun) <= REACH && (other == PX_GENDER_UNKNOWN || other == gender);
}

/* The figures that a pronoun may stand for, with the odds of each one's best mention. */
struct odds {
    uint32_t figures[PX_TRACES];
    double of[PX_TRACES];
    size_t count;
    double all; /* the sum with nobody's */
};

/* "*her* lawyer, Una Tarn": who is called so with the pronoun's own words, and so is not whom it stands for; or PX_NONE. */
static uint32_t called_with(const struct px_traces *traces, const struct px_trace *pronoun)
{
    for (size_t i = 0; i < kept(traces); i++)
        if (traces->items[i].token == pronoun->token)
            return traces->items[i].figure;
    return PX_NONE;
}

/* The verb whose subject says what the participle behind it tells, "*Lind smiled*, calling him"; the verb itself where it is
 * none. "She won, *making* her" is no word of speech. */
static uint32_t lender_of(const struct px_cast *cast, uint32_t sentence, uint32_t verb)
{
    const struct px_annotation *annotation = cast->annotation;
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t head = tree->words[verb].head, token = px_parse_token(annotation, sentence, verb);
    bool says = (px_tree_arc(tree, verb) & PX_ARC_ASIDE) != 0 && px_tree_has_xpos(tree, verb, "VBG") && head < verb &&
                (annotation->classes[token - 1] & PX_CLASS_PREPOSITION) == 0 &&
                px_party_is_listed(annotation, token, PX_LEXICON_CUES, PX_SLICE("cue.verb"));
    return says && px_tree_dependent(tree, verb, PX_ARC_SUBJECT) == PX_NONE ? head : verb;
}

/* "*Hask* was clear in his view of Lind, calling *him* proud": who does to the pronoun what the verb tells, and so is not whom
 * it stands for; or PX_NONE. */
static uint32_t doer_to(const struct px_traces *traces, const struct px_cast *cast, const struct px_trace *pronoun)
{
    const struct px_annotation *annotation = cast->annotation;
    if (annotation->trees == NULL || pronoun->acts || pronoun->head == PX_NONE ||
        (annotation->classes[pronoun->token] & PX_CLASS_OBJECT) == 0 ||
        !px_parse_is_tagged(annotation, pronoun->token, "PRP") || px_grammar_may_own(annotation, pronoun->token) ||
        px_party_is_listed(annotation, pronoun->token, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.reflexive")))
        return PX_NONE;
    const struct px_tree *tree = &annotation->trees[pronoun->sentence];
    bool of_open = pronoun->place == SUBJECT && (px_tree_arc(tree, pronoun->head) & PX_ARC_OPEN) != 0;
    if (pronoun->place != OBJECT && !of_open)
        return PX_NONE;
    uint32_t verb = lender_of(cast, pronoun->sentence, of_open ? tree->words[pronoun->head].head : pronoun->head);
    for (size_t i = 0; i < kept(traces); i++)
        if (traces->items[i].sentence == pronoun->sentence && traces->items[i].place == SUBJECT &&
            traces->items[i].head == verb)
            return traces->items[i].figure;
    return PX_NONE;
}

static void add_odds(const struct px_traces *traces, const struct px_cast *cast, const struct px_trace *pronoun,
                     uint8_t gender, struct odds *odds)
{
    uint32_t called = called_with(traces, pronoun), doer = doer_to(traces, cast, pronoun);
    odds->count = 0;
    odds->all = exp(cast->annotation->trees != NULL ? nobody : nobody_unread);
    for (size_t i = 0; i < kept(traces); i++) {
        const struct px_trace *trace = &traces->items[(traces->count - 1 - i) % PX_TRACES];
        size_t at = 0;
        if (trace->figure == called || trace->figure == doer || !may_be(cast, trace, pronoun, gender))
            continue;
        while (at < odds->count && odds->figures[at] != trace->figure)
            at++;
        if (at == odds->count) {
            odds->figures[odds->count] = trace->figure;
            odds->of[odds->count++] = 0;
        }
        double one = exp(weigh(cast, trace, pronoun, gender));
        if (one <= odds->of[at])
            continue;
        odds->all += one - odds->of[at];
        odds->of[at] = one;
    }
}

/* The sentence in which the quotation begins that ends in the token's sentence, before the token; the token's for none. */
static uint32_t opening_of(const struct px_article *article, uint32_t token)
{
    uint32_t sentence = article->tokens.items[token].sentence;
    size_t low = 0, high = article->quotations.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->quotations.items[middle].first_token < token)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return sentence;
    const struct px_quotation *last = &article->quotations.items[low - 1];
    uint32_t end = last->first_token + last->token_count;
    bool leads = last->token_count > 0 && end <= token && article->tokens.items[end - 1].sentence == sentence;
    return leads ? article->tokens.items[last->first_token].sentence : sentence;
}

void px_traces_resolve(const struct px_traces *traces, struct px_cast *cast, struct px_draft *pronoun, bool quoted)
{
    struct px_trace here = {.sentence = cast->article->tokens.items[pronoun->first].sentence,
                            .token = pronoun->first,
                            .quoted = quoted,
                            .opened = opening_of(cast->article, pronoun->first)};
    struct odds odds;
    here.place = place_of(cast, pronoun, &here.head);
    here.acts = acts(cast, pronoun);
    add_odds(traces, cast, &here, pronoun->gender, &odds);
    size_t best = 0;
    for (size_t i = 1; i < odds.count; i++)
        best = odds.of[i] > odds.of[best] ? i : best;
    if (odds.count == 0 || odds.of[best] <= sure * odds.all)
        return;
    pronoun->figure = odds.figures[best];
    struct px_figure *figure = &cast->figures.items[pronoun->figure];
    if (figure->gender == PX_GENDER_UNKNOWN && odds.count == 1)
        figure->gender = pronoun->gender;
    figure->by_given = figure->by_given && figure->gender != pronoun->gender; /* the article tells it, too */
    figure->person = true;
}

uint32_t px_traces_leader(const struct px_traces *traces, const struct px_cast *cast, uint32_t token)
{
    const struct px_article *article = cast->article;
    uint32_t sentence = article->tokens.items[token].sentence, leader = PX_NONE;
    for (size_t i = 0; i < kept(traces); i++) {
        const struct px_trace *trace = &traces->items[i];
        if (trace->sentence + 1 != sentence || trace->quoted || !trace->named || !trace->leading ||
            (trace->place != SUBJECT && cast->annotation->trees != NULL) ||
            article->sentences.items[trace->sentence].block != article->sentences.items[sentence].block)
            continue;
        leader = trace->figure;
    }
    return leader;
}
