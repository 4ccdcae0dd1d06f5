#include "annotate/event.h"

#include "annotate/event_clear.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

enum { MOST_WORDS = 20, MOST_STEPS = 8 };

/* What events.tsv and the article say of a token. */
enum {
    NO_EVENT = 1,
    CONDITION = 2,
    CUE = 4, /* of a statement */
    DEED = 8,
    ATTITUDE = 16
};

struct reading {
    const struct px_annotation *annotation;
    uint8_t *signs; /* by token */
    const struct px_tree *tree;
    uint32_t sentence;
    bool headline;
    bool question;
};

static bool read_signs(struct reading *reading)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_article *article = annotation->article;
    reading->signs = px_arena_array(&annotation->worker->scratch, uint8_t, article->tokens.count + 1);
    for (size_t i = 0; reading->signs != NULL && i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon != PX_LEXICON_EVENTS)
            continue;
        struct px_slice category = px_resources_entry(annotation->resources, hit)->category;
        uint8_t sign = px_slice_is(category, "event.none")                    ? NO_EVENT
                       : px_slice_is(category, "event.condition")             ? CONDITION
                       : px_slice_is(category, "event.attitude")              ? ATTITUDE
                       : px_category_within(category, PX_SLICE("event.deed")) ? DEED
                                                                              : 0;
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++)
            reading->signs[t] |= sign;
    }
    for (size_t i = 0; reading->signs != NULL && i < article->attributions.count; i++) {
        const struct px_spans *cue = &article->attributions.items[i].cue;
        for (size_t s = 0; s < cue->count; s++)
            for (uint32_t t = px_tokens_reaching(&article->tokens, cue->items[s].start);
                 t < article->tokens.count && article->tokens.items[t].start < cue->items[s].end; t++)
                reading->signs[t] |= CUE;
    }
    return reading->signs != NULL;
}

static uint32_t token_of(const struct reading *reading, uint32_t word)
{
    return px_parse_token(reading->annotation, reading->sentence, word);
}

static uint8_t signs_at(const struct reading *reading, uint32_t word)
{
    return reading->signs[token_of(reading, word)];
}

static bool is_tagged(const struct reading *reading, uint32_t word, const char *tag)
{
    return px_tree_has_xpos(reading->tree, word, tag);
}

static bool is_noun(const struct reading *reading, uint32_t word)
{
    struct px_slice tag = px_party_tag(reading->annotation, reading->sentence, word);
    return px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN");
}

static uint32_t classes_of(const struct reading *reading, uint32_t word)
{
    return px_parse_classes(reading->annotation, reading->sentence, word);
}

/* Auxiliaries and particles of a verb. */
static bool is_small(const struct reading *reading, uint32_t word)
{
    struct px_slice tag = px_party_tag(reading->annotation, reading->sentence, word);
    return px_slice_is(tag, "AUX") || px_slice_is(tag, "PART") || px_slice_is(tag, "ADV");
}

/* Does an auxiliary before the verb say that it was, or has been; and none that it may be? A modal and a "to" rule it
 * out. `*any` says whether there is one. */
static bool has_past(const struct reading *reading, uint32_t verb, bool *any)
{
    bool past = false;
    *any = false;
    for (uint32_t child = reading->tree->first_child[verb]; child != PX_NONE && child < verb;
         child = reading->tree->next_child[child]) {
        uint32_t classes = classes_of(reading, child);
        if ((classes & (PX_CLASS_MODAL | PX_CLASS_TO)) != 0 && is_small(reading, child))
            return false;
        if (!px_slice_is(px_party_tag(reading->annotation, reading->sentence, child), "AUX"))
            continue;
        *any = true;
        past |= is_tagged(reading, child, "VBD") || (classes & PX_CLASS_HAVE) != 0;
    }
    return past;
}

/* Something that has happened, by the verb's tense; a verb that goes on from another ("was caught and jailed") has the
 * other's auxiliaries. */
static bool is_past(const struct reading *reading, uint32_t verb)
{
    bool any;
    for (int steps = 0; steps < MOST_STEPS && verb < reading->tree->count; steps++) {
        bool past = has_past(reading, verb, &any);
        if (any)
            return past;
        if (is_tagged(reading, verb, "VBD"))
            return true;
        if (!is_tagged(reading, verb, "VBN") || (px_tree_arc(reading->tree, verb) & PX_ARC_CONJUNCT) == 0)
            return false;
        verb = reading->tree->words[verb].head;
    }
    return false;
}

/* Does "if" or the like open the clause? */
static bool is_condition(const struct reading *reading, uint32_t verb)
{
    uint32_t child = reading->tree->first_child[verb];
    for (; child != PX_NONE && child < verb; child = reading->tree->next_child[child])
        if ((signs_at(reading, child) & CONDITION) != 0)
            return true;
    return false;
}

/* "who", "which", "that" in place of a noun. */
static bool is_relative(const struct reading *reading, uint32_t word)
{
    return is_tagged(reading, word, "WDT") || is_tagged(reading, word, "WP") ||
           ((classes_of(reading, word) & PX_CLASS_THAT) != 0 &&
            px_slice_is(px_party_tag(reading->annotation, reading->sentence, word), "PRON"));
}

static bool holds_relative(const struct reading *reading, uint32_t first, uint32_t end)
{
    bool found = false;
    for (uint32_t word = first; !found && word < end; word++)
        found = is_relative(reading, word) || is_tagged(reading, word, "WP$");
    return found;
}

/* Does something that stands above or before the clause belong into it, other than its subject: "the boxes that they
 * sealed", "what the court settled"? */
static bool has_gap(const struct reading *reading, uint32_t verb)
{
    const struct px_tree *tree = reading->tree;
    while (verb < tree->count && (px_tree_arc(tree, verb) & PX_ARC_CONJUNCT) != 0)
        verb = tree->words[verb].head;
    if (verb >= tree->count)
        return false;
    uint32_t subject = px_tree_subject(tree, verb);
    uint32_t child = tree->first_child[verb];
    for (; child != PX_NONE && child < verb; child = tree->next_child[child])
        if (child != subject && holds_relative(reading, px_tree_span(tree, child).start, child + 1))
            return true;
    bool added = px_slice_starts(px_syntax_relation(tree->syntax, tree->words[verb].relation), PX_SLICE("acl"));
    return added && (subject == PX_NONE || !is_relative(reading, subject));
}

/* Is it somebody's statement? What "pay slips suggest" is nobody's, and not the article's own either. */
static bool is_attributed(const struct reading *reading, uint32_t verb)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t attribution = article->tokens.items[token_of(reading, verb)].attribution;
    return attribution != PX_NONE && article->attributions.items[attribution].speech;
}

/* Do the clauses above leave it told? One that hangs as a complement on anything but what somebody says may be a hope
 * or a fear. */
static bool stands(const struct reading *reading, uint32_t verb)
{
    const struct px_tree *tree = reading->tree;
    for (int steps = 0; steps < MOST_STEPS && verb < tree->count; steps++) {
        uint32_t head = tree->words[verb].head;
        unsigned arc = px_tree_arc(tree, verb);
        if (is_condition(reading, verb))
            return false;
        if (head >= tree->count)
            return true;
        if ((arc & PX_ARC_CONJUNCT) == 0 && (arc & PX_ARC_ASIDE) == 0 && (arc & PX_ARC_CLAUSE) != 0)
            return (signs_at(reading, head) & (CUE | ATTITUDE)) == CUE && is_attributed(reading, verb);
        if ((arc & (PX_ARC_CONJUNCT | PX_ARC_ASIDE)) == 0)
            return false;
        if ((arc & PX_ARC_ASIDE) != 0)
            return true;
        verb = head;
    }
    return false;
}

static bool is_told(const struct reading *reading, uint32_t verb, const struct px_party *subject)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t token = token_of(reading, verb);
    const struct px_token *at = &article->tokens.items[token];
    uint8_t signs = reading->signs[token];
    if (reading->headline || reading->question || (signs & (NO_EVENT | ATTITUDE)) != 0 ||
        (signs & (CUE | DEED)) == CUE || at->voice == PX_VOICE_DIRECT || (at->flags & PX_TOKEN_DISTANCED) != 0 ||
        !px_party_is_told(subject))
        return false;
    if (at->attribution != PX_NONE && article->attributions.items[at->attribution].denied)
        return false;
    return is_past(reading, verb) && !px_scope_negates(reading->annotation, token, token + 1) &&
           !has_gap(reading, verb) && stands(reading, verb);
}

/* Does a mark stand before the word, and does the word open a clause about what the mark parts it from (", who"), or
 * one set against it (", but")? */
static bool opens_aside(const struct reading *reading, uint32_t word)
{
    return px_slice_is(px_party_tag(reading->annotation, reading->sentence, word - 1), "PUNCT") &&
           (classes_of(reading, word) & (PX_CLASS_RELATIVE | PX_CLASS_QUESTION | PX_CLASS_CONTRAST)) != 0;
}

/* "leaned on him *to drop out of the race*, which he …": an infinitive is told up to a mark, where all of its clause would
 * be too long. Where it ends; PX_NONE where it is none, or long by itself. */
static uint32_t infinitive_end(const struct reading *reading, uint32_t verb, uint32_t child)
{
    struct px_span span = px_tree_span(reading->tree, child);
    if ((classes_of(reading, span.start) & PX_CLASS_TO) == 0 || span.start + 1 != child)
        return PX_NONE;
    for (uint32_t word = child + 1; word < span.end && word - verb <= MOST_WORDS; word++)
        if (is_tagged(reading, word, ","))
            return word;
    return PX_NONE;
}

/* Where the clause's own words end: before a second verb, and before a clause or words that a mark parts off. */
static uint32_t end_of(const struct reading *reading, uint32_t verb)
{
    const struct px_tree *tree = reading->tree;
    uint32_t end = verb + 1;
    for (uint32_t child = tree->first_child[verb]; child != PX_NONE; child = tree->next_child[child]) {
        if (child < verb)
            continue;
        bool mark = px_slice_is(px_party_tag(reading->annotation, reading->sentence, child), "PUNCT");
        if (mark || (px_tree_arc(tree, child) & (PX_ARC_CONJUNCT | PX_ARC_COORDINATOR)) != 0)
            break;
        uint32_t next = px_tree_span(tree, child).end;
        bool far = next - verb > MOST_WORDS;
        next = far ? infinitive_end(reading, verb, child) : next;
        if (next != PX_NONE)
            end = next;
        if (far)
            break;
    }
    for (uint32_t word = verb + 1; word < end; word++)
        if (is_tagged(reading, word, ":") || (word > verb + 1 && opens_aside(reading, word)))
            return is_tagged(reading, word, ":") ? word : word - 1;
    return end;
}

/* The first of the auxiliaries, particles and adverbs before the verb; PX_NONE where anything but those and marks
 * stands between: a parser that errs has taken two clauses for one. */
static uint32_t start_of(const struct reading *reading, uint32_t verb)
{
    uint32_t subject = px_tree_subject(reading->tree, verb);
    uint32_t child = reading->tree->first_child[verb];
    while (child < verb && !(is_small(reading, child) && (subject > verb || child > subject)))
        child = reading->tree->next_child[child];
    for (uint32_t word = child; word < verb; word++)
        if (!is_small(reading, word) &&
            !px_slice_is(px_party_tag(reading->annotation, reading->sentence, word), "PUNCT"))
            return PX_NONE;
    return child < verb ? child : verb;
}

/* The word that a relative pronoun stands for: the noun right before it, which no preposition makes a part of something
 * else; of a predicate its subject ("Hask is a manager who joined"). PX_NONE where it is not clear, and where a noun
 * before the verb may be its subject instead. */
static uint32_t antecedent_of(const struct reading *reading, uint32_t verb, uint32_t pronoun)
{
    const struct px_tree *tree = reading->tree;
    uint32_t clause = px_tree_clause(tree, verb);
    uint32_t noun = tree->words[clause].head;
    if ((px_tree_arc(tree, clause) & PX_ARC_ASIDE) == 0 || noun >= pronoun)
        return PX_NONE;
    for (uint32_t word = pronoun + 1; word < verb && word < clause; word++)
        if (is_noun(reading, word))
            return PX_NONE;
    uint32_t before = pronoun - 1;
    bool apart = px_slice_is(px_party_tag(reading->annotation, reading->sentence, before), "PUNCT");
    if (px_tree_dependent(tree, noun, PX_ARC_COPULA) != PX_NONE)
        return apart ? PX_NONE : px_tree_subject(tree, noun);
    if (before > noun && apart)
        before--;
    bool part = px_tree_dependent(tree, noun, PX_ARC_CASE) != PX_NONE;
    bool right = before == noun || px_slice_is(px_syntax_relation(tree->syntax, tree->words[before].relation), "flat");
    return part || !right ? PX_NONE : noun;
}

/* Where the phrase of the subject ends: before a clause or an apposition that a mark parts off. */
static uint32_t phrase_end(const struct reading *reading, uint32_t noun, uint32_t limit)
{
    uint32_t end = px_tree_span(reading->tree, noun).end;
    end = end < limit ? end : limit;
    for (uint32_t word = noun + 1; word < end; word++)
        if (is_tagged(reading, word, ",") || is_tagged(reading, word, ":") || is_tagged(reading, word, "-LRB-"))
            return word;
    return end;
}

/* Does the word stand for no phrase of its own: a preposition with what a parser that errs has hung to the noun,
 * "whose", a day? Behind one a number is all right: "more than 40 people". */
static bool is_clean(const struct reading *reading, uint32_t first, uint32_t noun)
{
    bool clean = true;
    for (uint32_t word = first; clean && word <= noun; word++) {
        struct px_slice tag = px_party_tag(reading->annotation, reading->sentence, word);
        bool number =
            word + 1 <= noun && px_slice_is(px_party_tag(reading->annotation, reading->sentence, word + 1), "NUM");
        clean = (classes_of(reading, word) & PX_CLASS_TIME) == 0 && !px_slice_is(tag, "VERB") &&
                !px_slice_is(tag, "PUNCT") && ((!px_slice_is(tag, "ADP") && !px_slice_is(tag, "SCONJ")) || number);
    }
    return clean;
}

/* Do the words hold a clause: a relative, an auxiliary that a parser that errs has taken in, or a noun that begins anew
 * behind another one, "the boxes *the guards* [sealed]"? */
static bool holds_clause(const struct reading *reading, uint32_t first, uint32_t end)
{
    bool found = holds_relative(reading, first, end);
    for (uint32_t word = first; !found && word < end; word++) {
        struct px_slice tag = px_party_tag(reading->annotation, reading->sentence, word);
        found = px_slice_is(tag, "AUX") || (px_slice_is(tag, "DET") && word > first && is_noun(reading, word - 1));
    }
    return found;
}

/* "the council and | *large firms* [signed]", "the Bank, | *Toran Line and Varn Ferries* [signed]": does an "and" behind a
 * noun stand before the words, or a comma behind one before words that an "and" joins? Then they are likely the end of a
 * longer list, which a parser that errs has cut. */
static bool is_list_end(const struct reading *reading, uint32_t first, uint32_t end)
{
    if (first < 2 || !is_noun(reading, first - 2))
        return false;
    bool joined = is_tagged(reading, first - 1, "CC"), comma = is_tagged(reading, first - 1, ",");
    for (uint32_t word = first; comma && !joined && word < end; word++)
        joined = is_tagged(reading, word, "CC");
    return joined;
}

/* Does a relative between the subject and the verb have no verb of its own? Then this one is likely its. */
static bool is_robbed(const struct reading *reading, uint32_t end, uint32_t verb)
{
    bool open = false;
    for (uint32_t word = end; word < verb; word++) {
        bool predicate = px_slice_is(px_party_tag(reading->annotation, reading->sentence, word), "VERB") ||
                         px_tree_dependent(reading->tree, word, PX_ARC_COPULA) != PX_NONE;
        open = (open && !predicate) || is_relative(reading, word) || is_tagged(reading, word, "WP$");
    }
    return open;
}

static struct px_span bytes_of(const struct reading *reading, uint32_t first, uint32_t end)
{
    const struct px_token *tokens = reading->annotation->article->tokens.items;
    return (struct px_span){tokens[token_of(reading, first)].start, tokens[token_of(reading, end - 1)].end};
}

/* The subject; nobody where it is not known well enough. */
static struct px_party subject_of(const struct reading *reading, uint32_t verb)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_party nobody = {PX_NONE, {0, 0}};
    uint32_t word = px_tree_subject(reading->tree, verb), limit = verb;
    if (word != PX_NONE && is_relative(reading, word)) {
        limit = word;
        word = antecedent_of(reading, verb, word);
    }
    if (word == PX_NONE || word >= verb)
        return nobody;
    struct px_party party = px_party_at(annotation, reading->sentence, word);
    uint32_t mention = annotation->mentions[token_of(reading, word)];
    if (mention != PX_NONE && annotation->article->mentions.items[mention].form == PX_MENTION_PRONOUN) {
        party.words = (struct px_span){0, 0};
        return px_event_knows(annotation, reading->sentence, mention) ? party : nobody;
    }
    uint32_t first = px_tree_span(reading->tree, word).start;
    uint32_t end = phrase_end(reading, word, limit);
    if (!px_party_is_told(&party) || !is_clean(reading, first, word) || holds_clause(reading, first, end) ||
        is_list_end(reading, first, end) || is_robbed(reading, limit == verb ? end : limit + 1, verb))
        return nobody;
    party.words = bytes_of(reading, first, end);
    return party;
}

static bool add_verb(const struct reading *reading, uint32_t verb)
{
    struct px_article *article = reading->annotation->article;
    struct px_event *event = px_vector_push(&article->events, &article->arena);
    if (event == NULL)
        return false;
    uint32_t token = token_of(reading, verb), start = start_of(reading, verb);
    *event = (struct px_event){
        .subject = subject_of(reading, verb),
        .predicate = bytes_of(reading, start == PX_NONE ? verb : start, end_of(reading, verb)),
        .lemma = px_arena_copy(&article->arena, reading->tree->words[verb].lemma),
        .token = token,
        .sentence = reading->sentence,
        .attribution = article->tokens.items[token].attribution,
    };
    event->told = start != PX_NONE && is_told(reading, verb, &event->subject);
    event->clear = event->told && px_event_is_clear(reading->annotation, event);
    return event->lemma.data != NULL;
}

static bool read_sentence(struct reading *reading, uint32_t sentence)
{
    const struct px_article *article = reading->annotation->article;
    const struct px_sentence *at = &article->sentences.items[sentence];
    reading->sentence = sentence;
    reading->tree = &reading->annotation->trees[sentence];
    reading->headline = article->blocks.items[at->block].role == PX_ROLE_TITLE;
    reading->question = at->end > at->start && article->text.data[at->end - 1] == '?';
    for (uint32_t word = 0; word < reading->tree->count; word++)
        if (px_slice_is(px_party_tag(reading->annotation, sentence, word), "VERB") && !add_verb(reading, word))
            return false;
    return true;
}

enum px_status px_annotate_events(struct px_annotation *annotation, struct px_error *error)
{
    struct reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    bool done = read_signs(&reading);
    for (uint32_t s = 0; done && s < annotation->article->sentences.count; s++)
        done = read_sentence(&reading, s);
    return done ? PX_OK : px_no_memory(error);
}
