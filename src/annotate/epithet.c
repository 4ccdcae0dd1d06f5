#include "annotate/epithet.h"

#include <math.h>

#include "reading/grammar.h"
#include "reading/nominal.h"
#include "reading/scope.h"

enum { MOST_WORDS = 8 };
#define LEAST_VALENCE 1.5

struct finder {
    struct px_annotation *annotation;
    double *valence; /* by token: of a listed word that ends there */
    bool *loaded;    /* by token: a loaded wording covers it */
    bool *felt;      /* by token: a word of what its bearer feels or is, "proud": no judgement of him */
    bool *office;    /* by token: it is part of an office of several words, "prime minister" */
    bool *softens;   /* by token: a word of degree that takes from the next, "somewhat" */
    bool *measures;  /* by token: a word behind which stands what something is measured against, "than" */
    bool failed;
};

static bool is_small(const struct finder *finder, uint32_t token)
{
    const struct px_vocabulary *vocabulary = finder->annotation->worker->vocabulary;
    const struct px_token *t = &finder->annotation->article->tokens.items[token];
    return t->kind == PX_TOKEN_WORD && px_vocabulary_form(vocabulary, t->form)->shape == PX_SHAPE_LOWER;
}

static bool survey(struct finder *finder)
{
    const struct px_article *article = finder->annotation->article;
    struct px_arena *arena = &finder->annotation->worker->scratch;
    finder->valence = px_arena_array(arena, double, article->tokens.count + 1);
    finder->loaded = px_arena_array(arena, bool, article->tokens.count + 1);
    finder->office = px_arena_array(arena, bool, article->tokens.count + 1);
    finder->felt = px_arena_array(arena, bool, article->tokens.count + 1);
    finder->softens = px_arena_array(arena, bool, article->tokens.count + 1);
    finder->measures = px_arena_array(arena, bool, article->tokens.count + 1);
    const struct px_resources *resources = finder->annotation->resources;
    const struct px_lexicon *valence = px_resources_lexicon(resources, PX_LEXICON_VALENCE);
    double mark = px_lexicon_mark(px_resources_lexicon(resources, PX_LEXICON_LOADED));
    size_t of = px_lexicon_column(valence, "of");
    if (finder->valence == NULL || finder->loaded == NULL || finder->office == NULL || finder->felt == NULL ||
        finder->softens == NULL || finder->measures == NULL)
        return false;
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        uint32_t last = hit->first_token + hit->token_count - 1;
        const struct px_entry *entry = px_resources_entry(resources, hit);
        if (hit->lexicon == PX_LEXICON_VALENCE) {
            finder->valence[last] = entry->weight;
            finder->felt[last] = px_lexicon_cell(valence, entry, of).size > 0;
        }
        finder->softens[last] |=
            hit->lexicon == PX_LEXICON_DEGREE && px_category_within(entry->category, PX_SLICE("degree.down"));
        finder->measures[hit->first_token] |=
            hit->lexicon == PX_LEXICON_AGENCY && px_slice_is(entry->category, "agency.measure");
        for (uint32_t t = hit->first_token; t <= last; t++) {
            finder->loaded[t] |= hit->lexicon == PX_LEXICON_LOADED && entry->weight >= mark;
            finder->office[t] |= hit->lexicon == PX_LEXICON_ROLES && t < last;
        }
    }
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon == PX_LEXICON_ROLES)
            finder->valence[hit->first_token + hit->token_count - 1] = 0; /* "friend" tells who somebody is */
    }
    return true;
}

/* Is the word the head of the phrase, or an adjective of it: "an *ardent defender* of"? What stands deeper is of
 * others. */
static bool is_of_head(const struct px_nominal *at, uint32_t word, uint32_t start, uint32_t end)
{
    uint32_t head = at->tree->words[word].head;
    bool inside = head >= start && head < end;
    if (!inside)
        return true;
    uint32_t above = at->tree->words[head].head;
    return (px_tree_arc(at->tree, word) & PX_ARC_MODIFIER) != 0 && !(above >= start && above < end);
}

/* Adds words [start, end) of the mention's sentence. */
static void add(struct finder *finder, const struct px_nominal *at, const struct px_mention *mention,
                enum px_epithet_kind kind, uint32_t start, uint32_t end)
{
    struct px_article *article = finder->annotation->article;
    if (px_nominal_text(at, start, end, MOST_WORDS).size == 0)
        return;
    struct px_epithet *epithet = px_vector_push(&article->epithets, &article->arena);
    if (epithet == NULL) {
        finder->failed = true;
        return;
    }
    uint32_t first = px_nominal_token(at, start);
    uint32_t last = px_nominal_token(at, end - 1);
    *epithet = (struct px_epithet){.entity = mention->entity,
                                   .first_token = first,
                                   .token_count = last - first + 1,
                                   .start = article->tokens.items[first].start,
                                   .end = article->tokens.items[last].end,
                                   .sentence = at->sentence,
                                   .kind = (uint8_t)kind};
    for (uint32_t word = start; word < end; word++) {
        uint32_t t = px_nominal_token(at, word);
        if (!is_small(finder, t))
            continue;
        epithet->valence += finder->valence[t];
        epithet->judges = epithet->judges || (is_of_head(at, word, start, end) && !finder->felt[t] &&
                                              (finder->loaded[t] || fabs(finder->valence[t]) >= LEAST_VALENCE));
    }
}

/* The adjective, or the word of degree before it that softens it: "*somewhat* corrupt" is another thing than "corrupt". */
static uint32_t start_of(const struct finder *finder, const struct px_nominal *at, uint32_t adjective)
{
    bool softened = adjective > 0 && at->tree->words[adjective - 1].head == adjective &&
                    px_nominal_is(at, adjective - 1, "ADV") && finder->softens[px_nominal_token(at, adjective - 1)];
    return softened ? adjective - 1 : adjective;
}

/* "*moderate* Democrats", "*radical* Islam": without an article an adjective picks a part out of what many are. Neither
 * it nor what is said of that part is said of all. */
static bool is_part(const struct finder *finder, const struct px_nominal *at, const struct px_mention *mention,
                    uint32_t name)
{
    enum px_entity_kind kind = finder->annotation->article->entities.items[mention->entity].kind;
    if (kind != PX_ENTITY_GROUP && kind != PX_ENTITY_OTHER)
        return false;
    bool part = false;
    for (uint32_t word = px_tree_span(at->tree, name).start; word < name; word++) {
        if (at->tree->words[word].head != name)
            continue;
        if ((px_tree_arc(at->tree, word) & (PX_ARC_DETERMINER | PX_ARC_POSSESSOR)) != 0)
            return false;
        part = part || (px_nominal_is(at, word, "ADJ") && is_small(finder, px_nominal_token(at, word)));
    }
    return part;
}

/* Adjectives before the name, in its phrase. */
static void find_modifiers(struct finder *finder, const struct px_nominal *at, const struct px_mention *mention,
                           uint32_t name)
{
    for (uint32_t word = px_tree_span(at->tree, name).start; word < name; word++) {
        bool adjective = at->tree->words[word].head == name && (px_tree_arc(at->tree, word) & PX_ARC_MODIFIER) != 0 &&
                         px_nominal_is(at, word, "ADJ");
        uint32_t token = px_nominal_token(at, word);
        if (adjective && is_small(finder, token) && !finder->office[token] &&
            !px_scope_negates(finder->annotation, token, token + 1))
            add(finder, at, mention, PX_EPITHET_MODIFIER, start_of(finder, at, word), word + 1);
    }
}

/* The last word of the mention, whose head `name` is. */
static uint32_t last_word(const struct finder *finder, const struct px_mention *mention, uint32_t name)
{
    uint32_t last = px_parse_word(finder->annotation, mention->first_token + mention->token_count - 1);
    return last == PX_NONE ? name : last;
}

/* "Progressivism, he told the Conference, is a cancer": a comma parts the verb from a name that has nothing behind it
 * for the comma to close; the subject is another. */
static bool is_parted(const struct px_nominal *at, uint32_t name, uint32_t copula)
{
    return copula > name && copula - name == 2 && px_nominal_is(at, name + 1, "PUNCT");
}

/* "*more corrupt than* the mayor" tells which of two is, if any. */
static bool is_measured(const struct finder *finder, uint32_t token)
{
    const struct px_tokens *tokens = &finder->annotation->article->tokens;
    return token + 1 < tokens->count && finder->measures[token + 1];
}

/* Does the sentence ask? */
static bool asks(const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *at = &article->sentences.items[sentence];
    for (uint32_t t = at->first_token + at->token_count;
         t-- > at->first_token && article->tokens.items[t].kind == PX_TOKEN_PUNCTUATION;)
        if (article->text.data[article->tokens.items[t].start] == '?')
            return true;
    return false;
}

/* "that Varn, a town of miners – that *hope* is a dirty word": does another subject follow the name, of which it is said
 * then? */
static bool has_nearer_subject(const struct px_tree *tree, uint32_t head, uint32_t name)
{
    uint32_t subject = px_tree_dependent(tree, head, PX_ARC_SUBJECT);
    while (subject != PX_NONE && subject <= name)
        subject = px_tree_next(tree, subject, PX_ARC_SUBJECT);
    return subject != PX_NONE && subject < head;
}

/* What is said of the name by a form of "be": an adjective, or a noun with what belongs to it. */
static void find_predicate(struct finder *finder, const struct px_nominal *at, const struct px_mention *mention,
                           uint32_t name)
{
    uint32_t head = at->tree->words[name].head;
    if ((px_tree_arc(at->tree, name) & PX_ARC_SUBJECT) == 0 || head >= at->tree->count || head < name ||
        px_tree_dependent(at->tree, head, PX_ARC_COPULA) == PX_NONE || has_nearer_subject(at->tree, head, name))
        return;
    uint32_t token = px_nominal_token(at, head);
    bool adjective = px_nominal_is(at, head, "ADJ");
    bool noun = px_nominal_is(at, head, "NOUN") && px_tree_dependent(at->tree, head, PX_ARC_CASE) == PX_NONE;
    if (!(adjective || noun) || !is_small(finder, token) || px_scope_negates(finder->annotation, token, token + 1) ||
        px_scope_supposes(finder->annotation, token, token + 1) || is_measured(finder, token) ||
        asks(finder->annotation->article, at->sentence))
        return;
    uint32_t start = adjective ? start_of(finder, at, head) : px_nominal_start(at, head);
    uint32_t copula = px_tree_dependent(at->tree, head, PX_ARC_COPULA);
    if (is_parted(at, last_word(finder, mention, name), copula))
        return;
    while (start <= copula && start < head)
        start++;
    while (start < head && ((px_parse_classes(finder->annotation, at->sentence, start) &
                             (PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE)) != 0 ||
                            px_nominal_is(at, start, "PUNCT"))) /* a mark of quotation: "a “total fraud”" */
        start++;
    add(finder, at, mention, PX_EPITHET_PREDICATE, start, adjective ? head + 1 : px_nominal_end(at, head));
}

static void find_apposition(struct finder *finder, const struct px_nominal *at, const struct px_mention *mention,
                            uint32_t name)
{
    uint32_t head = px_tree_dependent(at->tree, name, PX_ARC_APPOSITION);
    if (head == PX_NONE || head < name || !px_nominal_is(at, head, "NOUN") ||
        px_tree_dependent(at->tree, head, PX_ARC_CASE | PX_ARC_COPULA) !=
            PX_NONE || /* "Gambling, he told *Brell*, is a cancer" */
        px_tree_dependent(at->tree, head, PX_ARC_DETERMINER | PX_ARC_POSSESSOR) == PX_NONE)
        return;
    add(finder, at, mention, PX_EPITHET_APPOSITION, px_nominal_start(at, head), px_nominal_end(at, head));
}

/* May the pronoun mean somebody else whom the sentence, or the one before, names before it? */
static bool is_doubtful(const struct finder *finder, size_t pronoun)
{
    const struct px_article *article = finder->annotation->article;
    const struct px_mention *mention = &article->mentions.items[pronoun];
    const struct px_entity *holder = &article->entities.items[mention->entity];
    uint32_t sentence = article->tokens.items[mention->first_token].sentence;
    for (size_t m = pronoun; m-- > 0;) {
        const struct px_mention *other = &article->mentions.items[m];
        const struct px_entity *named = &article->entities.items[other->entity];
        if (article->tokens.items[other->first_token].sentence + 1 < sentence)
            return false;
        bool person = named->kind == PX_ENTITY_PERSON, alike = person == (holder->kind == PX_ENTITY_PERSON);
        bool gender = named->gender == 0 || holder->gender == 0 || named->gender == holder->gender;
        if (other->entity != mention->entity && alike && gender && other->form != PX_MENTION_PRONOUN)
            return true;
    }
    return false;
}

/* Is the name an office of several words, "Secretary of Fisheries"? What is said there is said of who holds it, or holds
 * another that begins with more words: "our *able* Deputy Secretary of Fisheries, Sefa Ruun". */
static bool is_office(const struct finder *finder, const struct px_mention *mention)
{
    uint32_t office = 0;
    for (uint32_t t = 0; t + 1 < mention->token_count; t++)
        office += finder->office[mention->first_token + t];
    return office > 0 && office + 1 == mention->token_count;
}

/* "a cold *Harbour Day*": what is said of a day is of nobody. */
static bool is_day(const struct finder *finder, const struct px_mention *mention)
{
    return (finder->annotation->classes[mention->first_token + mention->token_count - 1] & PX_CLASS_TIME) != 0;
}

enum px_status px_annotate_epithets(struct px_annotation *annotation, struct px_error *error)
{
    struct finder finder = {.annotation = annotation};
    const struct px_article *article = annotation->article;
    if (annotation->trees == NULL)
        return PX_OK;
    finder.failed = !survey(&finder);
    for (size_t i = 0; i < article->mentions.count && !finder.failed; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        struct px_nominal at;
        if (!px_nominal_at(annotation, mention->first_token, &at))
            continue;
        uint32_t name = px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count);
        if (name >= at.tree->count || is_part(&finder, &at, mention, name) || is_office(&finder, mention) ||
            is_day(&finder, mention))
            continue;
        if (mention->form != PX_MENTION_PRONOUN) {
            find_modifiers(&finder, &at, mention, name);
            find_apposition(&finder, &at, mention, name);
        }
        if (mention->form != PX_MENTION_PRONOUN || !is_doubtful(&finder, i))
            find_predicate(&finder, &at, mention, name);
    }
    return finder.failed ? px_no_memory(error) : PX_OK;
}
