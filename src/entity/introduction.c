#include "entity/introduction.h"

#include "entity/tenure.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/nominal.h"
#include "reading/party.h"
#include "text/characters.h"
#include "text/utf8.h"

enum { MOST_WORDS = 12 };

/* A mention in its tree. */
struct place {
    struct px_nominal at;
    const uint8_t *people; /* by token: where a listed noun for people ends, 1 and the actor that it tells */
};

/* How a person is introduced: the words, and the noun that heads them. */
struct introduction {
    struct px_slice role;
    uint32_t noun;
};

static uint32_t token_of(const struct place *place, uint32_t word)
{
    return px_nominal_token(&place->at, word);
}

/* A common noun that is no predicate. */
static bool is_noun(const struct place *place, uint32_t word)
{
    return px_nominal_is(&place->at, word, "NOUN") &&
           px_tree_dependent(place->at.tree, word, PX_ARC_COPULA | PX_ARC_SUBJECT) == PX_NONE;
}

static bool is_people(const struct place *place, uint32_t word)
{
    return is_noun(place, word) && place->people[token_of(place, word)];
}

static struct px_slice text_of(const struct place *place, uint32_t start, uint32_t end)
{
    return px_nominal_text(&place->at, start, end, MOST_WORDS);
}

static struct introduction introduce(uint32_t noun, struct px_slice role)
{
    return (struct introduction){role, noun};
}

/* Where the words end that belong to the noun: before another thing that the person is, to whatever the parser joins it,
 * "chief of staff to Mayor Ann Hask | and *a friend* of the house". */
static uint32_t end_of(const struct place *place, uint32_t noun)
{
    const uint32_t *classes = place->at.annotation->classes;
    uint32_t end = px_nominal_end(&place->at, noun);
    for (uint32_t word = noun + 1; word + 1 < end; word++)
        if ((classes[token_of(place, word)] & PX_CLASS_COORDINATOR) != 0 &&
            (classes[token_of(place, word + 1)] & PX_CLASS_ARTICLE) != 0 &&
            (classes[token_of(place, word + 1)] & PX_CLASS_DEFINITE) == 0)
            return word;
    return end;
}

/* "Mapping The Donald, *a book*": a noun of sources that are nobody. */
static bool is_thing(const struct place *place, uint32_t noun)
{
    static const struct px_slice kinds[] = {PX_SLICE_STATIC("document"), PX_SLICE_STATIC("media"),
                                            PX_SLICE_STATIC("institution")};
    bool listed = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        listed =
            listed || px_party_is_listed(place->at.annotation, token_of(place, noun), PX_LEXICON_SOURCES, kinds[i]);
    return listed && !is_people(place, noun);
}

/* The mark before the noun's phrase; empty for a word. */
static struct px_slice mark_before(const struct place *place, uint32_t noun)
{
    uint32_t start = px_nominal_start(&place->at, noun);
    const struct px_article *article = place->at.annotation->article;
    start -= start > 0 && (place->at.annotation->classes[token_of(place, start - 1)] & PX_CLASS_ARTICLE) != 0;
    const struct px_token *token = start == 0 ? NULL : &article->tokens.items[token_of(place, start - 1)];
    return token != NULL && token->kind == PX_TOKEN_PUNCTUATION ? px_slice_part(article->text, token->start, token->end)
                                                                : (struct px_slice){0};
}

/* "Ann Hask: *mayor* lied": what she says is not what she is. */
static bool is_behind_colon(const struct place *place, uint32_t noun)
{
    return px_slice_is(mark_before(place, noun), ":");
}

/* "other than Ann Hask - *the* plainest sign of dissent": what a dash sets apart need not be of the name before it. */
static bool is_behind_dash(const struct place *place, uint32_t noun)
{
    struct px_slice mark = mark_before(place, noun);
    return mark.size > 0 && !px_slice_is(mark, ",") && !px_slice_is(mark, "(");
}

/* "led Ann Hask, *46 percent* to 44": a noun with its number right before it tells of nobody. */
static bool is_counted(const struct place *place, uint32_t noun)
{
    const struct px_token *items = place->at.annotation->article->tokens.items;
    return noun > 0 && items[token_of(place, noun - 1)].kind == PX_TOKEN_NUMBER;
}

/* "Ann Hask *and* the mayor": what is joined to the name is another, whatever the parser takes it for. */
static bool is_joined(const struct place *place, uint32_t name, uint32_t apposition)
{
    for (uint32_t word = px_tree_span(place->at.tree, apposition).start; word < apposition; word++)
        if (word > name && (place->at.annotation->classes[token_of(place, word)] & PX_CLASS_COORDINATOR) != 0)
            return true;
    return false;
}

static struct introduction role_behind(const struct place *place, uint32_t name, bool person)
{
    uint32_t apposition = px_tree_dependent(place->at.tree, name, PX_ARC_APPOSITION);
    if (apposition == PX_NONE || apposition < name || !is_noun(place, apposition) || is_joined(place, name, apposition))
        return (struct introduction){0};
    if (px_tree_dependent(place->at.tree, apposition, PX_ARC_CASE) != PX_NONE)
        return (struct introduction){0}; /* "Flynn, in a letter, …" */
    bool told = px_tree_dependent(place->at.tree, apposition, PX_ARC_DETERMINER | PX_ARC_POSSESSOR) != PX_NONE;
    told = told && !is_behind_dash(place, apposition);
    if (is_counted(place, apposition) || is_behind_colon(place, apposition) ||
        (!told && !is_people(place, apposition)) || (person && is_thing(place, apposition)))
        return (struct introduction){0};
    return introduce(apposition, text_of(place, px_nominal_start(&place->at, apposition), end_of(place, apposition)));
}

static struct introduction role_above(const struct place *place, uint32_t name)
{
    uint32_t head = place->at.tree->words[name].head;
    if ((px_tree_arc(place->at.tree, name) & PX_ARC_APPOSITION) == 0 || head > name || !is_people(place, head) ||
        (px_tree_arc(place->at.tree, head) & PX_ARC_OPEN) != 0) /* "to become *mayor*, Ann Hask was asked" */
        return (struct introduction){0};
    uint32_t end = px_nominal_end(&place->at, head);
    uint32_t start = px_tree_span(place->at.tree, name).start;
    return introduce(head, text_of(place, px_nominal_start(&place->at, head), end < start ? end : start));
}

/* Where the words from `start` to the token `first` begin that are none of a quotation which begins before them: "“We are done,”
 * | *Hask spokesman* Ivo Brell". Linear in those words. */
static uint32_t behind_quotation(const struct place *place, uint32_t start, uint32_t first)
{
    const struct px_annotation *annotation = place->at.annotation;
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t behind = PX_NONE, within = 0;
    for (uint32_t t = token_of(place, start); t + 1 < first; t++) {
        bool closes = (tokens[t].flags & PX_TOKEN_QUOTE_CLOSE) != 0;
        within += (tokens[t].flags & PX_TOKEN_QUOTE_OPEN) != 0;
        behind = closes && within == 0 ? t + 1 : behind;
        within -= closes && within > 0;
    }
    return behind != PX_NONE ? px_parse_word(annotation, behind) : start;
}

/* Common nouns in the name's own phrase, before the name. */
static struct introduction role_before(const struct place *place, uint32_t name, uint32_t first)
{
    uint32_t start = behind_quotation(place, px_nominal_start(&place->at, name), first);
    uint32_t end = start;
    while (end < name && token_of(place, end) < first)
        end++;
    if (end == start || !is_people(place, end - 1))
        return (struct introduction){0};
    return introduce(end - 1, text_of(place, start, end));
}

/* Is it no role of this one alone: "the two judges, *Hask* and Orrin"? And "his son" tells nothing without whose. */
static bool tells_nothing(const struct place *place, const struct introduction *found,
                          const struct px_entity *introduced)
{
    const struct px_tree *tree = place->at.tree;
    const struct px_article *article = place->at.annotation->article;
    uint32_t start = (uint32_t)(found->role.data - article->text.data), end = start + (uint32_t)found->role.size;
    if (px_tree_has_xpos(tree, found->noun, "NNS"))
        return true;
    if (!px_party_is_listed(place->at.annotation, token_of(place, found->noun), PX_LEXICON_ROLES,
                            PX_SLICE("role.kin")) ||
        px_introduction_is_owned(place->at.annotation, found->role, introduced))
        return false;
    for (uint32_t t = px_tokens_reaching(&article->tokens, start);
         t < article->tokens.count && article->tokens.items[t].start < end; t++) {
        uint32_t mention = place->at.annotation->mentions[t];
        if (mention != PX_NONE && article->mentions.items[mention].form != PX_MENTION_PRONOUN)
            return false;
    }
    return true;
}

static struct introduction find_role(const struct place *place, const struct px_mention *mention, bool person)
{
    uint32_t end = mention->first_token + mention->token_count;
    uint32_t name = px_parse_head(place->at.annotation, mention->first_token, end);
    struct introduction found = role_behind(place, name, person);
    if (found.role.size == 0 && person)
        found = role_above(place, name);
    if (found.role.size == 0 && person)
        found = role_before(place, name, mention->first_token);
    const struct px_entity *introduced = &place->at.annotation->article->entities.items[mention->entity];
    return found.role.size > 0 && person && tells_nothing(place, &found, introduced) ? (struct introduction){0} : found;
}

/* "the lawyer's letter *to* the council": it is addressed, and owns nothing. */
static bool is_addressed(const struct place *place, uint32_t word)
{
    uint32_t preposition = px_tree_dependent(place->at.tree, word, PX_ARC_CASE);
    return preposition != PX_NONE && (place->at.annotation->classes[token_of(place, preposition)] & PX_CLASS_TO) != 0;
}

/* The organisation that a noun names as its own: "chairman *of the council*", "the *council*'s chairman", "*its*
 * chairman". */
static uint8_t actor_beside(const struct place *place, uint32_t noun)
{
    const unsigned arcs = PX_ARC_NOMINAL | PX_ARC_POSSESSOR | PX_ARC_COMPOUND;
    const struct px_annotation *annotation = place->at.annotation;
    uint32_t child = px_tree_dependent(place->at.tree, noun, arcs);
    for (; child != PX_NONE; child = px_tree_next(place->at.tree, child, arcs)) {
        uint32_t entity = px_entity_at(annotation, token_of(place, child));
        const struct px_entity *it = entity == PX_NONE ? NULL : &annotation->article->entities.items[entity];
        if (it != NULL && it->kind == PX_ENTITY_ORGANISATION && it->actor != PX_ACTOR_OTHER &&
            !is_addressed(place, child))
            return it->actor;
    }
    return PX_ACTOR_OTHER;
}

/* Does the mention name an organ of a state, with an article or without: "the White House"? */
static bool names_organ(const struct px_annotation *annotation, const struct px_mention *mention)
{
    const struct px_hits *hits = &annotation->article->hits;
    uint32_t first = mention->first_token, end = first + mention->token_count;
    for (size_t i = px_hits_from(hits, first > 0 ? first - 1 : 0); i < hits->count && hits->items[i].first_token < end;
         i++)
        if (hits->items[i].lexicon == PX_LEXICON_DEMONYMS &&
            hits->items[i].first_token + hits->items[i].token_count == end)
            return true;
    return false;
}

/* Whom the institution acts for that the token names, where that is no state: 0 for an organisation of which nothing
 * more is known, -1 where it is none. */
static int actor_of_other(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    uint32_t entity = px_entity_at(annotation, token);
    const struct px_entity *it = entity == PX_NONE ? NULL : &annotation->article->entities.items[entity];
    if (it != NULL && it->kind == PX_ENTITY_PERSON &&
        annotation->article->mentions.items[annotation->mentions[token]].form == PX_MENTION_ROLE)
        it = NULL; /* "*campaign* secretary", as he is called */
    int found = -1;
    if (it != NULL && it->kind == PX_ENTITY_ORGANISATION &&
        !names_organ(annotation, &annotation->article->mentions.items[annotation->mentions[token]]))
        found = it->actor;
    for (size_t i = px_hits_from(hits, token); it == NULL && i < hits->count && hits->items[i].first_token == token;
         i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES &&
            px_speaker_kind_find(px_resources_entry(annotation->resources, &hits->items[i])->category) ==
                PX_SPEAKER_INSTITUTION)
            found = px_tenure_actor(annotation, &hits->items[i]);
    return found == PX_ACTOR_STATE ? -1 : found;
}

/* "of the Ethics and *Policy Center*": the same of what is joined to the word, where that tells nothing: a parser sees
 * two in the name. */
static int actor_of_joined(const struct place *place, uint32_t word)
{
    int found = actor_of_other(place->at.annotation, token_of(place, word));
    for (uint32_t next = px_tree_dependent(place->at.tree, word, PX_ARC_CONJUNCT); next != PX_NONE && found < 0;
         next = px_tree_next(place->at.tree, next, PX_ARC_CONJUNCT))
        found = actor_of_other(place->at.annotation, token_of(place, next));
    return found;
}

/* "the *chamber*'s president", "president *of the university*", "*campaign* secretary": whom he acts for, who is no
 * president of a state; -1 where the noun tells of none. */
static int actor_of_owner(const struct place *place, uint32_t noun)
{
    const unsigned arcs = PX_ARC_NOMINAL | PX_ARC_POSSESSOR | PX_ARC_COMPOUND;
    uint32_t child = px_tree_dependent(place->at.tree, noun, arcs);
    int found = -1;
    for (; child != PX_NONE && found < 0; child = px_tree_next(place->at.tree, child, arcs))
        found = is_addressed(place, child) ? -1 : actor_of_joined(place, child);
    return found;
}

/* Is the hit a role, or a noun for people who speak? Documents and media speak too. */
static bool names_people(const struct px_annotation *annotation, const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_SOURCES)
        return hit->lexicon == PX_LEXICON_ROLES;
    int kind = px_speaker_kind_find(px_resources_entry(annotation->resources, hit)->category);
    return kind == PX_SPEAKER_PERSON || kind == PX_SPEAKER_GROUP;
}

static uint8_t actor_of(const struct px_annotation *annotation, const struct px_hit *hit)
{
    int actor = px_tenure_actor(annotation, hit);
    return actor < 0 ? PX_ACTOR_OTHER : (uint8_t)actor;
}

static uint8_t *find_people(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    uint8_t *people = px_arena_array(&annotation->worker->scratch, uint8_t, annotation->article->tokens.count + 1);
    for (size_t i = 0; people != NULL && i < hits->count; i++)
        if (names_people(annotation, &hits->items[i]))
            people[hits->items[i].first_token + hits->items[i].token_count - 1] =
                (uint8_t)(1 + actor_of(annotation, &hits->items[i]));
    return people;
}

/* Whom the person acts for: the organisation beside the noun, or else what the noun tells, where nothing else has. */
static void set_actor(const struct place *place, uint32_t noun, struct px_entity *entity)
{
    uint8_t beside = actor_beside(place, noun);
    int owner = actor_of_owner(place, noun);
    uint8_t people = place->people[token_of(place, noun)];
    bool member = beside == PX_ACTOR_STATE && entity->actor == PX_ACTOR_PARTY; /* of a parliament and its committees */
    if (beside != PX_ACTOR_OTHER && !member)
        entity->actor = beside;
    else if (entity->actor == PX_ACTOR_STATE && owner >= 0)
        entity->actor = owner > 0 ? (uint8_t)owner : PX_ACTOR_CIVIL_SOCIETY;
    else if (entity->actor == PX_ACTOR_OTHER && owner > 0) /* "policy director *for the campaign*" */
        entity->actor = (uint8_t)owner;
    else if (entity->actor == PX_ACTOR_OTHER && people > 0)
        entity->actor = (uint8_t)(people - 1);
}

/* The first of the nouns that stand right before the token, "a vocal | *rail union* activist", with an adjective that
 * tells of them, "a *national security* expert"; the token itself for none. */
static uint32_t first_noun(const struct place *place, uint32_t token, uint32_t from)
{
    const struct px_annotation *annotation = place->at.annotation;
    uint32_t first = token;
    while (first > from && !px_introduction_judges(annotation, first - 1) && /* "*firebrand* secretary" */
           (px_nominal_is(&place->at, px_parse_word(annotation, first - 1), "NOUN") ||
            px_nominal_is(&place->at, px_parse_word(annotation, first - 1), "PROPN")))
        first--;
    bool told = first < token && first > from && px_nominal_is(&place->at, px_parse_word(annotation, first - 1), "ADJ");
    return told && !px_introduction_judges(annotation, first - 1) ? first - 1 : first;
}

/* The part of the fuller role that begins with whose the role in it is, "the *chamber's* president", or else with the
 * nouns before the role: other words before it judge as often as they tell, "the bombastic | host". */
static struct px_slice without_praise(const struct place *place, struct px_slice fuller, struct px_slice role)
{
    const struct px_annotation *annotation = place->at.annotation;
    const struct px_token *tokens = annotation->article->tokens.items;
    size_t at = px_slice_find(fuller, role, 0);
    uint32_t start = (uint32_t)(fuller.data - annotation->article->text.data);
    if (at == SIZE_MAX)
        return (struct px_slice){0};
    uint32_t first = px_tokens_reaching(&annotation->article->tokens, start), t = first;
    for (; tokens[t].start < start + at; t++)
        if (px_introduction_is_genitive(annotation, t) ||
            (annotation->mentions[t] != PX_NONE &&
             annotation->article->mentions.items[annotation->mentions[t]].form != PX_MENTION_ROLE))
            return fuller;
    return px_slice_part(fuller, tokens[first_noun(place, t, first)].start - start, fuller.size);
}

/* Does the text end inside a name: "founder of Freedom | to Marry", "of the Carters | ' League"? */
static bool cuts_name(const struct place *place, struct px_slice text)
{
    const struct px_annotation *annotation = place->at.annotation;
    uint32_t end = (uint32_t)(text.data - annotation->article->text.data) + (uint32_t)text.size;
    uint32_t last = px_tokens_reaching(&annotation->article->tokens, end - 1);
    uint32_t mention = annotation->mentions[last];
    size_t at = end;
    if (px_text_is_apostrophe(px_utf8_next(annotation->article->text, &at)))
        return true;
    return mention != PX_NONE && last + 1 < annotation->article->tokens.count &&
           (annotation->mentions[last + 1] == mention || (annotation->classes[last + 1] & PX_CLASS_TO) != 0);
}

/* Does the fuller role tell more than the other, "president of the court" than "president"? */
static bool is_fuller(const struct place *place, struct px_slice fuller, struct px_slice role)
{
    bool title = px_slice_is_capital(role, 0);
    return !title && fuller.size > role.size && !cuts_name(place, fuller);
}

/* The noun before the name, an article and a comma, where the name is added to it, to whatever the parser does
 * ("*party*, the Harbour List"), or it to the name: "the telephone *company* Hask"; PX_NONE for none. */
static uint32_t noun_called(const struct place *place, const struct px_mention *mention)
{
    const struct px_tree *tree = place->at.tree;
    const struct px_annotation *annotation = place->at.annotation;
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t name = px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count);
    uint32_t first = annotation->article->sentences.items[place->at.sentence].first_token, token = mention->first_token;
    if (name == PX_NONE || token < first + 3)
        return PX_NONE;
    token -= 1 + ((annotation->classes[token - 1] & PX_CLASS_ARTICLE) != 0);
    token -= tokens[token].kind == PX_TOKEN_PUNCTUATION;
    uint32_t noun = px_parse_word(annotation, token);
    bool compound = tree->words[noun].head == name && (px_tree_arc(tree, noun) & PX_ARC_COMPOUND) != 0;
    return compound || (px_tree_arc(tree, name) & PX_ARC_APPOSITION) != 0 ? token : PX_NONE;
}

/* Whom the institution acts for that the article calls the body; PX_ACTOR_OTHER where it does not. A name before it calls
 * it nothing: "the *Senate* Harbour List". */
static uint8_t actor_called(const struct place *place, const struct px_mention *mention)
{
    const struct px_annotation *annotation = place->at.annotation;
    const struct px_hits *hits = &annotation->article->hits;
    uint32_t token = noun_called(place, mention);
    if (token != PX_NONE && annotation->mentions[token] != PX_NONE &&
        annotation->article->mentions.items[annotation->mentions[token]].form != PX_MENTION_ROLE)
        return PX_ACTOR_OTHER;
    for (size_t i = token == PX_NONE ? hits->count : px_hits_from(hits, token);
         i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES &&
            px_speaker_kind_find(px_resources_entry(annotation->resources, &hits->items[i])->category) ==
                PX_SPEAKER_INSTITUTION)
            return actor_of(annotation, &hits->items[i]);
    return PX_ACTOR_OTHER;
}

static void introduce_mention(const struct px_annotation *annotation, const uint8_t *people,
                              const struct px_mention *mention)
{
    struct px_entity *entity = &annotation->article->entities.items[mention->entity];
    struct place place = {.people = people};
    bool person = entity->kind == PX_ENTITY_PERSON;
    if ((!person && entity->kind != PX_ENTITY_ORGANISATION && entity->kind != PX_ENTITY_OTHER) ||
        mention->form == PX_MENTION_PRONOUN || mention->form == PX_MENTION_ROLE ||
        !px_nominal_at(annotation, mention->first_token, &place.at))
        return;
    uint8_t called = person ? PX_ACTOR_OTHER : actor_called(&place, mention);
    if (called != PX_ACTOR_OTHER && entity->actor != PX_ACTOR_STATE) /* "Alliance" tells less */
        entity->actor = called;
    struct introduction found = find_role(&place, mention, person);
    if (found.role.size > 0)
        found.role = px_introduction_itself(annotation, found.role, token_of(&place, found.noun));
    found.role = px_introduction_without_judgement(annotation, px_introduction_whole_name(annotation, found.role));
    if (found.role.size == 0 && person && entity->actor == PX_ACTOR_OTHER)
        entity->actor = actor_beside(
            &place, px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count));
    if (found.role.size == 0)
        return;
    if (person)
        set_actor(&place, found.noun, entity);
    if (px_party_is_listed(annotation, token_of(&place, found.noun), PX_LEXICON_ROLES, PX_SLICE("role.judging")))
        return;
    if (entity->role.size > 0 && !px_introduction_is_above_seat(annotation, found.role, entity->role)) {
        found.role = without_praise(&place, found.role, entity->role);
        if (!is_fuller(&place, found.role, entity->role))
            return;
    }
    uint32_t noun = token_of(&place, found.noun);
    entity->role = found.role;
    px_introduction_go_on(annotation, entity);
    entity->former = entity->former || px_tenure_read(annotation, noun, noun + 1).over;
}

/* "his *son*, Ivo Hask": a noun of family alone tells nothing without whose. */
static void drop_bare_kin(const struct px_annotation *annotation)
{
    const struct px_lexicon *roles = px_resources_lexicon(annotation->resources, PX_LEXICON_ROLES);
    for (size_t i = 0; i < annotation->article->entities.count; i++) {
        struct px_entity *it = &annotation->article->entities.items[i];
        for (size_t e = 0; it->role.size > 0 && e < roles->entries.count; e++)
            if (px_category_within(roles->entries.items[e].category, PX_SLICE("role.kin")) &&
                px_slice_equal(roles->entries.items[e].text, it->role))
                it->role = (struct px_slice){0};
    }
}

enum px_status px_annotate_introductions(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    if (annotation->trees == NULL)
        return PX_OK;
    const uint8_t *people = find_people(annotation);
    if (people == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < article->mentions.count; i++)
        introduce_mention(annotation, people, &article->mentions.items[i]);
    for (size_t i = 0; i < article->mentions.count; i++)
        px_introduction_name_owner(annotation, &article->mentions.items[i]);
    for (size_t i = 0; i < article->entities.count; i++)
        if (!px_introduction_tell_owner(annotation, &article->entities.items[i]))
            return px_no_memory(error);
    drop_bare_kin(annotation);
    return px_introduction_by_name(annotation) ? PX_OK : px_no_memory(error);
}
