#include "reading/party.h"

#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"

enum { MOST_STEPS = 12, MOST_WORDS = 5 };

static const struct px_party nobody = {PX_NONE, {0, 0}};

struct px_slice px_party_tag(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    return px_syntax_upos(tree->syntax, tree->words[word].tag);
}

struct px_span px_party_span(const struct px_annotation *annotation, uint32_t sentence, uint32_t first, uint32_t head)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t start = px_parse_token(annotation, sentence, first);
    uint32_t last = px_parse_token(annotation, sentence, px_tree_span(&annotation->trees[sentence], head).end - 1);
    while (last > start && tokens->items[last].kind == PX_TOKEN_PUNCTUATION)
        last--;
    return (struct px_span){tokens->items[start].start, tokens->items[last].end};
}

static bool is_noun(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    struct px_slice tag = px_party_tag(annotation, sentence, word);
    return px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN");
}

/* The noun before the word; where a comma stands between, the head of the phrase that ends there: "the men in blue,
 * who". */
static uint32_t phrase_before(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t at = word;
    while (at > 0 && px_slice_is(px_party_tag(annotation, sentence, at - 1), "PUNCT"))
        at--;
    if (at == 0)
        return word;
    bool apart = at < word;
    at--;
    for (int steps = 0; apart && steps < MOST_STEPS; steps++) {
        uint32_t head = tree->words[at].head;
        if (head >= at || !is_noun(annotation, sentence, head))
            break;
        at = head;
    }
    return is_noun(annotation, sentence, at) ? at : word;
}

/* "links to *Russians* who sought": the name right before "who", where the parser hung the clause on a noun farther back
 * which names nobody; else that noun. */
static uint32_t named_before(const struct px_annotation *annotation, uint32_t sentence, uint32_t who, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    if (who == 0 || noun + 1 >= who || !px_tree_has_xpos(tree, who, "WP") || !is_noun(annotation, sentence, who - 1))
        return noun;
    bool unnamed = px_entity_at(annotation, px_parse_token(annotation, sentence, noun)) == PX_NONE;
    bool named = px_entity_at(annotation, px_parse_token(annotation, sentence, who - 1)) != PX_NONE;
    return unnamed && named ? who - 1 : noun;
}

/* Of "who" or "which" the noun that the clause hangs on, or else the phrase before. */
uint32_t px_party_stands_for(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    if ((px_parse_classes(annotation, sentence, word) & (PX_CLASS_RELATIVE | PX_CLASS_THAT)) == 0 ||
        !px_slice_is(px_party_tag(annotation, sentence, word), "PRON"))
        return word;
    uint32_t clause = px_tree_clause(tree, word);
    bool aside = (px_tree_arc(tree, clause) & PX_ARC_ASIDE) != 0 && tree->words[clause].head < tree->count;
    uint32_t noun = aside ? tree->words[clause].head : word;
    return noun != word && is_noun(annotation, sentence, noun) ? named_before(annotation, sentence, word, noun)
                                                               : phrase_before(annotation, sentence, word);
}

/* "the *Hask* administration": a person's name before a noun that the parser made no head of tells whose, not whom. */
static bool is_before_noun(const struct px_annotation *annotation, uint32_t sentence, uint32_t token)
{
    const struct px_article *article = annotation->article;
    const struct px_mention *mention = &article->mentions.items[annotation->mentions[token]];
    uint32_t next = mention->first_token + mention->token_count;
    if (mention->form == PX_MENTION_PRONOUN || article->entities.items[mention->entity].kind != PX_ENTITY_PERSON ||
        next >= article->tokens.count || article->tokens.items[next].sentence != sentence ||
        (annotation->classes[next] & PX_CLASS_TIME) != 0)
        return false;
    return px_slice_is(px_party_tag(annotation, sentence, px_parse_word(annotation, next)), "NOUN");
}

uint32_t px_party_part(const struct px_annotation *annotation, const struct px_mention *mention)
{
    const unsigned limits = PX_CLASS_DETERMINER | PX_CLASS_NUMBER;
    const unsigned none = PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_THAT;
    const struct px_article *article = annotation->article;
    uint32_t first = mention->first_token, last = first + mention->token_count - 1, part = PX_NONE;
    if (mention->form == PX_MENTION_PRONOUN || article->entities.items[mention->entity].kind == PX_ENTITY_PERSON ||
        !(px_parse_is_tagged(annotation, last, "NNPS") || px_parse_is_tagged(annotation, last, "NNS")))
        return PX_NONE;
    for (uint32_t t = first; t > 0 && article->tokens.items[t - 1].sentence == article->tokens.items[first].sentence;
         t--) {
        unsigned classes = annotation->classes[t - 1];
        if ((classes & limits) != 0 && (classes & none) == 0)
            part = t - 1;
        else if (part != PX_NONE || !px_parse_is_tagged(annotation, t - 1, "JJ"))
            break;
    }
    return part;
}

/* The entity of a phrase: of its head, or of a name that stands beside it ("the minister, Dorian Hask"). */
static uint32_t entity_of(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t token = px_parse_token(annotation, sentence, word);
    uint32_t entity = px_entity_at(annotation, token);
    if (entity != PX_NONE &&
        (is_before_noun(annotation, sentence, token) ||
         px_party_part(annotation, &annotation->article->mentions.items[annotation->mentions[token]]) != PX_NONE))
        return PX_NONE;
    uint32_t child = tree->first_child[word];
    for (; entity == PX_NONE && child != PX_NONE; child = tree->next_child[child]) {
        bool flat = px_slice_is(px_syntax_relation(tree->syntax, tree->words[child].relation), "flat");
        if (flat || (px_tree_arc(tree, child) & PX_ARC_APPOSITION) != 0)
            entity = px_entity_at(annotation, px_parse_token(annotation, sentence, child));
    }
    return entity;
}

/* May a noun's phrase begin with the word? Prepositions and conjunctions before it are no part of a name. */
static bool opens_phrase(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    static const char *const tags[] = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"};
    return px_slice_among(px_party_tag(annotation, sentence, word), tags, sizeof tags / sizeof *tags) >= 0;
}

/* The noun with what stands before it, from its preposition on ("weeks after the killing"), and an "of" behind it, of a
 * long one as far as its noun. */
static struct px_span words_of(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t first = px_tree_span(tree, word).start;
    uint32_t preposition = px_tree_dependent(tree, word, PX_ARC_CASE);
    uint32_t last = word;
    if (preposition != PX_NONE && preposition < word)
        first = preposition + 1;
    while (first < word && !opens_phrase(annotation, sentence, first))
        first++;
    if (first + 2 * MOST_WORDS < word)
        first = word;
    uint32_t behind = px_tree_dependent(tree, word, PX_ARC_NOMINAL);
    while (behind != PX_NONE && behind < word)
        behind = px_tree_next(tree, behind, PX_ARC_NOMINAL);
    if (behind != PX_NONE && px_tree_span(tree, behind).start == word + 1) {
        uint32_t end = px_tree_span(tree, behind).end - 1;
        bool noun = is_noun(annotation, sentence, behind) && behind <= word + MOST_WORDS;
        last = end <= word + MOST_WORDS ? end : noun ? behind : word;
    }
    return (struct px_span){tokens[px_parse_token(annotation, sentence, first)].start,
                            tokens[px_parse_token(annotation, sentence, last)].end};
}

/* "Chancellor of the Exchequer Philip Hammond": the person at the phrase's end, if the phrase begins with his
 * office. */
static uint32_t holder_of(const struct px_annotation *annotation, struct px_span words)
{
    const struct px_article *article = annotation->article;
    uint32_t last = px_tokens_reaching(&article->tokens, words.end - 1);
    uint32_t entity = last < article->tokens.count ? px_entity_at(annotation, last) : PX_NONE;
    struct px_slice role = entity == PX_NONE ? (struct px_slice){NULL, 0} : article->entities.items[entity].role;
    return role.size > 0 && px_slice_starts(px_slice_span(article->text, words), role) ? entity : PX_NONE;
}

/* "one of the journalists" */
static bool is_some_of(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint32_t behind = px_tree_dependent(&annotation->trees[sentence], word, PX_ARC_NOMINAL);
    return px_slice_is(px_party_tag(annotation, sentence, word), "NUM") && behind != PX_NONE && behind > word &&
           is_noun(annotation, sentence, behind);
}

/* "October": a name by its tag, but nobody's. */
static bool is_no_name(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    return px_slice_is(px_party_tag(annotation, sentence, word), "PROPN") && tree->first_child[word] == PX_NONE;
}

/* "One of the candidates, *Mark Jacobs*": the entity that an apposition names. */
static uint32_t entity_beside(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t within = px_tree_dependent(tree, word, PX_ARC_NOMINAL);
    uint32_t beside = px_tree_dependent(tree, word, PX_ARC_APPOSITION);
    if (beside == PX_NONE && within != PX_NONE)
        beside = px_tree_dependent(tree, within, PX_ARC_APPOSITION);
    return beside == PX_NONE ? PX_NONE : entity_of(annotation, sentence, beside);
}

struct px_party px_party_at(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    if (word == PX_NONE)
        return nobody;
    word = px_party_stands_for(annotation, sentence, word);
    struct px_party party = {entity_of(annotation, sentence, word), {0, 0}};
    if (party.entity == PX_NONE && is_no_name(annotation, sentence, word))
        return nobody;
    if (is_some_of(annotation, sentence, word))
        party.entity = entity_beside(annotation, sentence, word);
    if (party.entity != PX_NONE || is_noun(annotation, sentence, word) || is_some_of(annotation, sentence, word))
        party.words = words_of(annotation, sentence, word);
    if (party.entity == PX_NONE && is_some_of(annotation, sentence, word) &&
        px_slice_find(px_slice_span(annotation->article->text, party.words), PX_SLICE(" "), 0) == SIZE_MAX)
        return nobody; /* "One", cut off from of whom */
    if (party.entity == PX_NONE && party.words.end > party.words.start)
        party.entity = holder_of(annotation, party.words);
    return party;
}

/* The word on which a clause without a subject hangs: of a participle its noun, else the predicate above. A noun does
 * not do what its infinitive says ("a plan to silence"): that is asked of the clause it stands in. */
static uint32_t above(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    if ((px_tree_arc(tree, predicate) & (PX_ARC_OPEN | PX_ARC_CONJUNCT)) != 0)
        return tree->words[predicate].head;
    uint32_t clause = px_tree_clause(tree, predicate);
    uint32_t at = (px_tree_arc(tree, predicate) & PX_ARC_ASIDE) != 0 ? predicate : clause;
    uint32_t head = tree->words[at].head;
    if ((px_tree_arc(tree, at) & PX_ARC_ASIDE) == 0 || head >= tree->count)
        return PX_NONE;
    bool infinitive = px_tree_has_xpos(tree, at, "VB");
    return infinitive && is_noun(annotation, sentence, head) ? px_tree_clause(tree, head) : head;
}

/* The subject; in a sentence whose verb has none the first noun before it that hangs on no preposition and on no other
 * noun, wherever a parser that errs has hung it. */
static uint32_t subject_of(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t subject = px_tree_subject(tree, predicate);
    if (subject != PX_NONE || predicate != tree->root)
        return subject;
    for (uint32_t word = 0; word < predicate; word++) {
        uint32_t head = tree->words[word].head;
        if (is_noun(annotation, sentence, word) && px_tree_dependent(tree, word, PX_ARC_CASE) == PX_NONE &&
            (px_parse_classes(annotation, sentence, word) & PX_CLASS_TIME) == 0 && head < tree->count &&
            !is_noun(annotation, sentence, head) && (px_tree_arc(tree, word) & PX_ARC_OBJECT) == 0)
            return word;
    }
    return PX_NONE;
}

/* Does the word name a person? */
static bool is_person(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint32_t entity = word == PX_NONE ? PX_NONE : entity_of(annotation, sentence, word);
    return entity != PX_NONE && annotation->article->entities.items[entity].kind == PX_ENTITY_PERSON;
}

/* "rebuked Corvin *for* hiding it", "scolded *for* hiding it": what is done to somebody is done for a deed of his. */
static bool is_for_deed(const struct px_annotation *annotation, uint32_t sentence, uint32_t gerund)
{
    uint32_t token = px_parse_token(annotation, sentence, gerund);
    return token > 0 && gerund > 0 && px_party_is_listed(annotation, token - 1, PX_LEXICON_NAMES, PX_SLICE("name.for"));
}

/* Who is charged with what the gerund tells, by the verb that it hangs on, or on whose object: "accused *the council*
 * of hiding it", "rebuked *Corvin* for hiding it"; PX_NONE where that is no charge. */
static uint32_t charged_with(const struct px_annotation *annotation, uint32_t sentence, uint32_t gerund)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t verb = tree->words[gerund].head;
    if (verb < tree->count && (px_tree_arc(tree, verb) & PX_ARC_OBJECT) != 0)
        verb = tree->words[verb].head;
    if (verb >= gerund || !px_tree_has_xpos(tree, gerund, "VBG"))
        return PX_NONE;
    uint32_t charged =
        px_tree_is_passive(tree, verb) ? px_tree_subject(tree, verb) : px_tree_dependent(tree, verb, PX_ARC_OBJECT);
    bool charges = px_party_is_listed(annotation, px_parse_token(annotation, sentence, verb), PX_LEXICON_AGENCY,
                                      PX_SLICE("agency.charge"));
    bool deed = is_for_deed(annotation, sentence, gerund) && is_person(annotation, sentence, charged);
    return charges || deed ? charged : PX_NONE;
}

/* The subject of the predicate or of what it hangs on; with `agents` the agent of a passive on the way instead. */
static struct px_party climb(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate, bool agents)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (int steps = 0; steps < MOST_STEPS && predicate < tree->count; steps++) {
        struct px_slice tag = px_party_tag(annotation, sentence, predicate);
        if (steps > 0 && !px_slice_is(tag, "VERB") && px_tree_dependent(tree, predicate, PX_ARC_COPULA) == PX_NONE)
            return px_party_at(annotation, sentence, predicate);
        if (agents && px_tree_is_passive(tree, predicate))
            return px_party_at(annotation, sentence, px_agency_agent(annotation, sentence, predicate));
        uint32_t subject = subject_of(annotation, sentence, predicate);
        if (subject != PX_NONE)
            return px_party_at(annotation, sentence, subject);
        uint32_t charged = charged_with(annotation, sentence, predicate);
        if (charged != PX_NONE)
            return px_party_at(annotation, sentence, charged);
        predicate = above(annotation, sentence, predicate);
    }
    return nobody;
}

struct px_party px_party_charged(const struct px_annotation *annotation, uint32_t sentence, uint32_t verb,
                                 uint32_t word)
{
    uint32_t charged = PX_NONE;
    for (uint32_t at = word; charged == PX_NONE && verb < at && at-- > verb + 1;)
        charged = charged_with(annotation, sentence, at);
    return px_party_at(annotation, sentence, charged);
}

struct px_party px_party_doer(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate)
{
    return climb(annotation, sentence, predicate, true);
}

struct px_party px_party_subject(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate)
{
    return climb(annotation, sentence, predicate, false);
}

/* Is the word a noun that stands outside of the span? */
static bool is_noun_outside(const struct px_annotation *annotation, uint32_t sentence, uint32_t word,
                            struct px_span span)
{
    const struct px_token *token = &annotation->article->tokens.items[px_parse_token(annotation, sentence, word)];
    return is_noun(annotation, sentence, word) && (token->end <= span.start || token->start >= span.end);
}

/* Is a noun outside of the span joined to the word, or the word to one: "*leaders* and a *number* of"? */
static bool is_joined(const struct px_annotation *annotation, uint32_t sentence, uint32_t word, struct px_span span)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t head = tree->words[word].head, child = px_tree_dependent(tree, word, PX_ARC_CONJUNCT);
    if ((px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0 && head < tree->count &&
        is_noun_outside(annotation, sentence, head, span))
        return true;
    while (child != PX_NONE && !is_noun_outside(annotation, sentence, child, span))
        child = px_tree_next(tree, child, PX_ARC_CONJUNCT);
    return child != PX_NONE;
}

/* "*leaders* including Ann Hask have condemned it": a subject behind a noun and a preposition is one of those that the noun
 * names; "more of his aides" are all meant. */
static bool is_among(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t preposition = px_tree_dependent(tree, word, PX_ARC_CASE);
    return (px_tree_arc(tree, word) & PX_ARC_SUBJECT) != 0 && preposition != PX_NONE && preposition < word &&
           preposition > 0 && is_noun(annotation, sentence, preposition - 1);
}

bool px_party_has_others(const struct px_annotation *annotation, const struct px_party *party)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (annotation->trees == NULL || party->words.end <= party->words.start)
        return false;
    uint32_t token = px_tokens_reaching(tokens, party->words.end - 1), sentence = tokens->items[token].sentence;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    for (int steps = 0; word != PX_NONE && steps < MOST_STEPS && word < tree->count; steps++) {
        if (is_joined(annotation, sentence, word, party->words) || is_among(annotation, sentence, word))
            return true;
        bool flat = px_slice_is(px_syntax_relation(tree->syntax, tree->words[word].relation), "flat");
        if (!flat && (px_tree_arc(tree, word) & PX_ARC_NOMINAL) == 0)
            return false;
        word = tree->words[word].head;
    }
    return false;
}

struct px_party px_party_behind(const struct px_annotation *annotation, uint32_t sentence, uint32_t first)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t last = px_party_phrase(annotation, sentence, first);
    bool whole = !px_slice_is(px_party_tag(annotation, sentence, last), "VERB");
    for (uint32_t word = first; !whole && word < tree->count && opens_phrase(annotation, sentence, word); word++)
        last = is_noun(annotation, sentence, word) ? word : last;
    if ((px_parse_classes(annotation, sentence, last) & PX_CLASS_TIME) != 0) /* "praised Tuesday" */
        return nobody;
    if (whole || !is_noun(annotation, sentence, last))
        return px_party_at(annotation, sentence, whole ? last : PX_NONE);
    return (struct px_party){entity_of(annotation, sentence, last),
                             {tokens[px_parse_token(annotation, sentence, first)].start,
                              tokens[px_parse_token(annotation, sentence, last)].end}};
}

uint32_t px_party_phrase(const struct px_annotation *annotation, uint32_t sentence, uint32_t first)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t at = first;
    for (uint32_t steps = 0; steps < tree->count; steps++) {
        uint32_t head = tree->words[at].head;
        if (head >= tree->count || head <= first)
            break;
        at = head;
    }
    return at;
}

bool px_party_is_listed(const struct px_annotation *annotation, uint32_t token, uint8_t lexicon,
                        struct px_slice category)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == lexicon &&
            (category.size == 0 ||
             px_category_within(px_resources_entry(annotation->resources, &hits->items[i])->category, category)))
            return true;
    return false;
}

bool px_party_infers(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    if (tree == NULL || word + 1 >= tree->count || (annotation->classes[token] & PX_CLASS_PREPOSITION) != 0 ||
        !px_tree_has_xpos(tree, word, "VBG") ||
        !px_party_is_listed(annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.stative")))
        return false;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_CUES) /* "knowing that" */
            return false;
    bool that = (annotation->classes[token + 1] & PX_CLASS_THAT) != 0;
    uint32_t child = px_tree_dependent(tree, word, PX_ARC_CLAUSE);
    return that || (child != PX_NONE && child > word && px_tree_dependent(tree, child, PX_ARC_SUBJECT) != PX_NONE);
}
