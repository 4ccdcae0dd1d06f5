#include "annotate/given.h"

#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

enum { YEAR_DIGITS = 4 };
enum { CLIMB = 6 }; /* steps up from a noun in which a word of speech or denial takes the given back */

/* What lexicons say of a token. */
enum {
    DOUBT = 1,    /* hedges or keeps its distance */
    SPEECH = 2,   /* what hangs on it is what somebody says or denies */
    FACTIVE = 4,  /* takes its complement for true */
    CHANGE = 8,   /* says that it was so before */
    NEUTRAL = 32, /* speech that says nothing of whether it is true: "noted that" */
    EMOTIVE = 16  /* a feeling, which takes a clause with "that" for true: "regretted that" */
};

struct reading {
    struct px_annotation *annotation;
    uint8_t *signs;         /* by token */
    struct px_span *spans;  /* by token: of the trigger that begins here */
    const uint32_t *act_at; /* by token: the act whose last token it is, or PX_NONE */
    const struct px_tree *tree;
    uint32_t sentence;
};

/* Where lexicons hold what is asked of them. */
struct columns {
    const struct px_lexicon *cues, *blame;
    size_t takes;   /* of cues */
    size_t tone;    /* of cues */
    size_t charges; /* of blame */
    double mark;    /* of presupposition: weight from which a match counts */
};

/* What is felt of a fact is mostly no fact below the mark ("worried that"). */
static uint8_t sign_of_trigger(const struct px_entry *entry, double mark)
{
    if (px_slice_is(entry->category, "presupposition.factive"))
        return FACTIVE;
    if (px_slice_is(entry->category, "presupposition.emotive_factive"))
        return entry->weight >= mark ? EMOTIVE : 0;
    bool change = px_slice_is(entry->category, "presupposition.iterative") ||
                  px_slice_is(entry->category, "presupposition.change");
    return change ? CHANGE : 0;
}

/* "alleged", "denied": what may follow is a clause, so that an object is what is said, too. The object of other words
 * of speech ("slammed the raid") is what they speak of, and stays given. */
static bool has_content(const struct columns *columns, const struct px_entry *entry)
{
    struct px_slice takes = px_lexicon_cell(columns->cues, entry, columns->takes), way;
    while (px_slice_next(&takes, '|', &way))
        if (px_slice_is(way, "that"))
            return true;
    return false;
}

static uint8_t neutral_of(const struct columns *columns, const struct px_entry *entry)
{
    return px_slice_is(px_lexicon_cell(columns->cues, entry, columns->tone), "neutral") ? NEUTRAL : 0;
}

static uint8_t sign_of(const struct px_annotation *annotation, const struct columns *columns, const struct px_hit *hit)
{
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    switch (hit->lexicon) {
    case PX_LEXICON_CERTAINTY: return px_category_within(entry->category, PX_SLICE("certainty.hedge")) ? DOUBT : 0;
    case PX_LEXICON_LOADED: return px_category_within(entry->category, PX_SLICE("loaded.distance")) ? DOUBT : 0;
    case PX_LEXICON_CUES: return has_content(columns, entry) ? SPEECH | neutral_of(columns, entry) : 0;
    case PX_LEXICON_BLAME: return px_lexicon_cell(columns->blame, entry, columns->charges).size > 0 ? SPEECH : 0;
    case PX_LEXICON_PRESUPPOSITION: return sign_of_trigger(entry, columns->mark);
    default: return 0;
    }
}

static bool read_lexicons(struct reading *reading)
{
    const struct px_article *article = reading->annotation->article;
    const struct px_resources *resources = reading->annotation->resources;
    struct px_arena *arena = &reading->annotation->worker->scratch;
    struct columns columns = {.cues = px_resources_lexicon(resources, PX_LEXICON_CUES),
                              .blame = px_resources_lexicon(resources, PX_LEXICON_BLAME)};
    columns.mark = px_lexicon_mark(px_resources_lexicon(resources, PX_LEXICON_PRESUPPOSITION));
    columns.takes = px_lexicon_column(columns.cues, "takes");
    columns.tone = px_lexicon_column(columns.cues, "tone");
    columns.charges = px_lexicon_column(columns.blame, "charges");
    reading->signs = px_arena_array(arena, uint8_t, article->tokens.count + 1);
    reading->spans = px_arena_array(arena, struct px_span, article->tokens.count + 1);
    if (reading->signs == NULL || reading->spans == NULL)
        return false;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        uint8_t sign = sign_of(reading->annotation, &columns, hit);
        if (sign == 0)
            continue;
        if ((sign & (FACTIVE | CHANGE | EMOTIVE)) != 0) { /* a trigger counts where it begins */
            reading->signs[hit->first_token] |= sign;
            reading->spans[hit->first_token] = (struct px_span){hit->first_token, hit->first_token + hit->token_count};
            continue;
        }
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++)
            reading->signs[t] |= sign;
    }
    return true;
}

static uint32_t act_of(const struct reading *reading, uint32_t word)
{
    return word == PX_NONE ? PX_NONE : reading->act_at[px_parse_token(reading->annotation, reading->sentence, word)];
}

static uint8_t sign_at(const struct reading *reading, uint32_t word)
{
    return reading->signs[px_parse_token(reading->annotation, reading->sentence, word)];
}

/* Adds the act as given by the trigger [first, end), tokens. */
static bool add(const struct reading *reading, uint32_t first, uint32_t end, uint32_t word, uint8_t kind)
{
    struct px_article *article = reading->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    struct px_given *given = px_vector_push(&article->givens, &article->arena);
    if (given == NULL)
        return false;
    *given = (struct px_given){
        .trigger = {tokens[first].start, tokens[end - 1].end},
        .words = kind == PX_GIVEN_DEFINITE ? px_party_at(reading->annotation, reading->sentence, word).words
                                           : px_party_span(reading->annotation, reading->sentence,
                                                           px_tree_span(reading->tree, word).start, word),
        .act = act_of(reading, word),
        .sentence = reading->sentence,
        .attribution = tokens[first].attribution,
        .voice = tokens[first].voice,
        .kind = kind,
    };
    return true;
}

/* "the Sept. 11 attacks", "the 2015 coup": what has its day or year is an event that all know, and no charge; the "22
 * killings" have neither. */
static bool is_dated(const struct reading *reading, uint32_t noun)
{
    bool month = false, number = false;
    for (uint32_t word = px_tree_span(reading->tree, noun).start; word < noun; word++) {
        uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
        const struct px_token *it = &reading->annotation->article->tokens.items[token];
        if (it->kind == PX_TOKEN_NUMBER && it->end - it->start == YEAR_DIGITS)
            return true;
        number = number || it->kind == PX_TOKEN_NUMBER;
        month =
            month || px_party_is_listed(reading->annotation, token, PX_LEXICON_QUANTITIES, PX_SLICE("quantity.month"));
    }
    return month && number;
}

/* "the", "their", "Sorvian": the phrase speaks of one that is known. */
static bool is_definite(const struct reading *reading, uint32_t noun)
{
    const struct px_tree *tree = reading->tree;
    uint32_t child = tree->first_child[noun];
    for (; child != PX_NONE && child < noun; child = tree->next_child[child]) {
        unsigned arc = px_tree_arc(tree, child);
        uint32_t token = px_parse_token(reading->annotation, reading->sentence, child);
        if ((arc & PX_ARC_POSSESSOR) != 0)
            return true;
        if ((arc & PX_ARC_DETERMINER) != 0)
            return (reading->annotation->classes[token] & PX_CLASS_DEFINITE) != 0;
        if ((arc & (PX_ARC_MODIFIER | PX_ARC_COMPOUND)) != 0 && px_entity_at(reading->annotation, token) != PX_NONE)
            return true;
    }
    return false;
}

/* Is the deed doubted in its own phrase? */
static bool is_doubted(const struct reading *reading, uint32_t noun)
{
    const struct px_tree *tree = reading->tree;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, noun);
    bool doubted = (reading->annotation->article->tokens.items[token].flags & PX_TOKEN_DISTANCED) != 0 ||
                   (sign_at(reading, noun) & DOUBT) != 0;
    for (uint32_t child = tree->first_child[noun]; child != PX_NONE && child < noun; child = tree->next_child[child])
        doubted = doubted || (sign_at(reading, child) & DOUBT) != 0;
    return doubted;
}

/* The word of speech or denial that the deed's phrase stands under; PX_NONE for none, and for one that takes what it
 * tells for true, which leaves it given ("admitted the murder"). */
static uint32_t word_above(const struct reading *reading, uint32_t noun)
{
    const struct px_tree *tree = reading->tree;
    uint32_t at = noun;
    for (int steps = 0; steps < CLIMB; steps++) {
        unsigned arc = px_tree_arc(tree, at);
        at = tree->words[at].head;
        if (at >= tree->count || (arc & (PX_ARC_CLAUSE | PX_ARC_SUBJECT)) != 0)
            return PX_NONE;
        uint8_t sign = sign_at(reading, at);
        if ((sign & (FACTIVE | SPEECH | DOUBT)) != 0)
            return (sign & FACTIVE) == 0 ? at : PX_NONE;
    }
    return PX_NONE;
}

static bool is_taken_back(const struct reading *reading, uint32_t noun)
{
    return is_doubted(reading, noun) || word_above(reading, noun) != PX_NONE;
}

/* "said that the *inquiry* into the murder goes on", "said that he was *charged* with the murder": does another word
 * than the statement's cue keep the deed open? Then the speaker does not say that it was so. */
static bool is_kept_open(const struct reading *reading, uint32_t noun)
{
    uint32_t above = is_doubted(reading, noun) ? PX_NONE : word_above(reading, noun);
    const struct px_annotation *annotation = reading->annotation;
    const struct px_token *token =
        &annotation->article->tokens.items[px_parse_token(annotation, reading->sentence, noun)];
    return above != PX_NONE &&
           annotation->cues[px_parse_token(annotation, reading->sentence, above)] != token->attribution;
}

/* Is the deed itself what the sentence or the statement says? A verb of a main clause or of a complement is; one of a
 * clause that is added only under a word of speech ("accused of meddling"), and so is a noun. */
static bool is_put_forward(const struct reading *reading, uint32_t word, const struct px_act *act)
{
    const struct px_tree *tree = reading->tree;
    if (act->kind == PX_ACT_NOMINAL)
        return is_taken_back(reading, word);
    uint32_t clause = px_tree_clause(tree, word);
    uint32_t top = (px_tree_arc(tree, word) & PX_ARC_ASIDE) != 0 ? word : clause;
    return (px_tree_arc(tree, top) & PX_ARC_ASIDE) == 0 || tree->words[top].head >= tree->count ||
           (sign_at(reading, tree->words[top].head) & SPEECH) != 0;
}

static bool read_act(const struct reading *reading, uint32_t word)
{
    struct px_act *act = &reading->annotation->article->acts.items[act_of(reading, word)];
    act->put_forward = is_put_forward(reading, word, act);
    act->kept_open = act->kind == PX_ACT_NOMINAL && is_kept_open(reading, word);
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    bool kind_only = (px_tree_arc(reading->tree, word) & PX_ARC_COMPOUND) != 0;
    if (act->kind != PX_ACT_NOMINAL || act->claim.size == 0 || kind_only || !is_definite(reading, word) ||
        is_dated(reading, word) || is_taken_back(reading, word))
        return true;
    return add(reading, token, token + 1, word, PX_GIVEN_DEFINITE);
}

/* The clause that the word of a trigger with the sign takes for true; not one that asks ("revealed whether"). */
static uint32_t complement_of(const struct reading *reading, uint32_t word, uint8_t sign)
{
    const struct px_tree *tree = reading->tree;
    bool takes = (sign & (FACTIVE | EMOTIVE)) != 0;
    uint32_t clause = takes ? px_tree_dependent(tree, word, PX_ARC_CLAUSE) : PX_NONE;
    while (clause != PX_NONE && (clause < word || (px_tree_arc(tree, clause) & PX_ARC_ASIDE) != 0))
        clause = px_tree_next(tree, clause, PX_ARC_CLAUSE);
    if (clause == PX_NONE)
        return PX_NONE;
    uint32_t first = px_tree_span(tree, clause).start;
    uint32_t classes = px_parse_classes(reading->annotation, reading->sentence, first);
    bool that = (classes & PX_CLASS_THAT) != 0;
    bool asks = (classes & (PX_CLASS_QUESTION | PX_CLASS_SUBORDINATOR)) != 0 && !that;
    return asks || ((sign & FACTIVE) == 0 && !that) ? PX_NONE : clause;
}

/* The charge that a word of change governs, or that it hangs on: "again attacked", "stop the occupation". */
static uint32_t changed_by(const struct reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    if (is_taken_back(reading, word))
        return PX_NONE;
    uint32_t candidates[] = {px_tree_dependent(tree, word, PX_ARC_OPEN), px_tree_dependent(tree, word, PX_ARC_OBJECT),
                             (px_tree_arc(tree, word) & PX_ARC_ADVERB) != 0 ? tree->words[word].head : PX_NONE};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        uint32_t act = candidates[i] < tree->count ? act_of(reading, candidates[i]) : PX_NONE;
        const struct px_act *found = act == PX_NONE ? NULL : &reading->annotation->article->acts.items[act];
        if (found != NULL && found->claim.size > 0)
            return candidates[i];
    }
    return PX_NONE;
}

/* Is the clause that a trigger takes for true only supposed ("will win"), or does the text deny that anybody takes it
 * so ("isn't glad that")? Words out of it would say the contrary of what the article says. */
static bool is_open(const struct reading *reading, const struct px_span *trigger, uint32_t given)
{
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, given);
    return px_scope_supposes(reading->annotation, token, token + 1) ||
           px_scope_negates(reading->annotation, trigger->start, trigger->end);
}

static bool read_word(const struct reading *reading, uint32_t word)
{
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    uint8_t sign = reading->signs[token];
    bool done = act_of(reading, word) == PX_NONE || read_act(reading, word);
    if ((sign & (FACTIVE | CHANGE | EMOTIVE)) == 0 || px_parse_word(reading->annotation, token) != word)
        return done;
    struct px_span trigger = reading->spans[token];
    uint32_t head = px_parse_head(reading->annotation, trigger.start, trigger.end);
    bool doubted = head != PX_NONE && px_scope_doubts(reading->annotation, trigger.start, trigger.end);
    bool spoken = (sign & NEUTRAL) != 0; /* who speaks takes it for true, not who writes */
    uint32_t given = head == PX_NONE || doubted || spoken ? PX_NONE : complement_of(reading, head, sign);
    if (done && given != PX_NONE && act_of(reading, given) != PX_NONE && !is_open(reading, &trigger, given))
        return add(reading, trigger.start, trigger.end, given, PX_GIVEN_FACTIVE);
    given = head != PX_NONE && (sign & CHANGE) != 0 ? changed_by(reading, head) : PX_NONE;
    return done && (given == PX_NONE || add(reading, trigger.start, trigger.end, given, PX_GIVEN_CHANGE));
}

static bool read_sentence(struct reading *reading, uint32_t sentence)
{
    bool done = true;
    reading->sentence = sentence;
    reading->tree = &reading->annotation->trees[sentence];
    for (uint32_t word = 0; done && word < reading->tree->count; word++)
        done = read_word(reading, word);
    return done;
}

enum px_status px_annotate_givens(struct px_annotation *annotation, struct px_error *error)
{
    struct reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    reading.act_at = px_agency_index(annotation);
    bool done = read_lexicons(&reading) && reading.act_at != NULL;
    for (uint32_t s = 0; done && s < annotation->article->sentences.count; s++)
        done = read_sentence(&reading, s);
    return done ? PX_OK : px_no_memory(error);
}
