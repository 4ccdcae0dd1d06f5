#include "annotate/blame_reading.h"
#include "reading/agency.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

enum { AHEAD = 4 }; /* steps up from an infinitive to the verb that asks for it */

struct columns {
    const struct px_lexicon *lexicon;
    size_t target, toward, reason, by, needs;
};

static const struct px_party nobody = {PX_NONE, {0, 0}};

/* Who makes the charge that a noun names: "the mayor's accusation", "accusations from residents". */
static struct px_party find_owner(const struct px_blame_place *place)
{
    uint32_t owner = px_tree_dependent(place->tree, place->head, PX_ARC_POSSESSOR);
    return owner != PX_NONE ? px_party_at(place->annotation, place->sentence, owner)
                            : px_blame_behind_word(place, (struct px_slice){NULL, 0});
}

/* "one of several *groups* bashing Hask": one of them does it, who stands before. */
static bool is_one_of(const struct px_blame_place *place, const struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t first = px_party_is_told(party) ? px_tokens_reaching(tokens, party->words.start) : 0;
    return first > 1 && (place->annotation->classes[first - 1] & PX_CLASS_PREPOSITION) != 0 &&
           (place->annotation->classes[first - 2] & PX_CLASS_NUMBER) != 0;
}

/* The party of the phrase before the words: "*leaders of the group* accused". */
static struct px_party party_before(const struct px_blame_place *place)
{
    const struct px_tree *tree = place->tree;
    uint32_t word = px_parse_word(place->annotation, place->hit->first_token) - 1;
    while (tree->words[word].head < place->head)
        word = tree->words[word].head;
    struct px_party party = px_party_at(place->annotation, place->sentence, word);
    party.words = px_party_span(place->annotation, place->sentence, px_tree_span(tree, word).start, word);
    return party;
}

static struct px_party find_by_grammar(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    if (px_blame_is_noun(place))
        return find_owner(place);
    if (px_blame_is_misread(place))
        return party_before(place);
    if (!px_slice_is(roles->target, "clause") && px_blame_befalls(place))
        return px_party_at(place->annotation, place->sentence,
                           px_agency_agent(place->annotation, place->sentence, place->head));
    return px_party_doer(place->annotation, place->sentence, place->head);
}

/* The statement whose cue the words are, with a speaker; or NULL. */
static const struct px_attribution *statement_of(const struct px_blame_place *place)
{
    uint32_t cue = place->annotation->cues[place->hit->first_token];
    const struct px_attribution *attribution =
        cue == PX_NONE ? NULL : &place->annotation->article->attributions.items[cue];
    return attribution == NULL || attribution->speaker.count == 0 ? NULL : attribution;
}

/* The last mention of the entity in the words, or NULL. */
static const struct px_mention *mention_in(const struct px_article *article, uint32_t entity, struct px_span words)
{
    const struct px_mention *found = NULL;
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].start < words.end; m++)
        if (article->mentions.items[m].entity == entity && article->mentions.items[m].end <= words.end)
            found = &article->mentions.items[m];
    return found;
}

/* The speaker of that statement, so that all of the article's findings tell of the same one. Of several who make it the
 * words are those of the one that the entity is. */
static struct px_party find_speaker(const struct px_blame_place *place)
{
    const struct px_article *article = place->annotation->article;
    const struct px_attribution *attribution = statement_of(place);
    if (attribution == NULL)
        return nobody;
    struct px_party speaker = {attribution->entity, attribution->speaker.items[0]};
    const struct px_mention *one = attribution->also_count > 0 && speaker.entity != PX_NONE
                                       ? mention_in(article, speaker.entity, speaker.words)
                                       : NULL;
    if (one != NULL)
        speaker.words = (struct px_span){one->start, one->end};
    uint32_t token = px_tokens_reaching(&article->tokens, speaker.words.start);
    uint32_t word = px_parse_word(place->annotation, token), sentence = article->tokens.items[token].sentence;
    bool pronoun = word != PX_NONE && px_slice_is(px_party_tag(place->annotation, sentence, word), "PRON");
    return speaker.entity == PX_NONE && pronoun ? nobody : speaker; /* "it", whatever that is */
}

static bool is_same(const struct px_party *a, const struct px_party *b)
{
    return (a->entity != PX_NONE && a->entity == b->entity) ||
           (a->words.start < b->words.end && b->words.start < a->words.end);
}

/* "accused the lawmakers of betrayal": what for is no part of whom. `party` reaches into the reason and its
 * preposition. */
static void part(const struct px_blame_place *place, struct px_span reason, struct px_party *party)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t behind = px_tokens_reaching(tokens, reason.start);
    if (reason.end > reason.start && party->words.start < reason.start && party->words.end > reason.start && behind > 1)
        party->words.end = tokens->items[behind - 2].end;
}

/* "*Ann Hask* and Ivo Brell blamed": is the author another one of those who make the statement than the speaker? */
static bool is_one_of_several(const struct px_blame_place *place, const struct px_party *speaker,
                              const struct px_party *author)
{
    const struct px_attribution *attribution = statement_of(place);
    return attribution != NULL && attribution->also_count > 0 && speaker->entity != PX_NONE &&
           px_party_is_told(author) && author->words.start >= attribution->speaker.items[0].start &&
           author->words.end <= attribution->speaker.items[0].end &&
           mention_in(place->annotation->article, speaker->entity, author->words) == NULL;
}

static struct px_party find_author(const struct px_blame_place *place, const struct px_blame_roles *roles,
                                   const struct px_party *target, struct px_span reason)
{
    if (roles->by.size == 0)
        return nobody;
    struct px_party author = find_by_grammar(place, roles);
    author = is_one_of(place, &author) ? nobody : author;
    struct px_party speaker = find_speaker(place);
    part(place, target->words, &author);
    part(place, reason, &author);
    if (!px_party_is_told(&speaker) || is_same(&speaker, target) || is_one_of_several(place, &speaker, &author))
        return author;
    if (is_same(&speaker, &author))
        author.entity =
            speaker.entity != PX_NONE ? speaker.entity : author.entity; /* "organizer of the Party Ann Hask" */
    else if (speaker.entity != PX_NONE || !px_party_is_told(&author))
        author = speaker;
    return author;
}

/* Verbs of one word must be verbs: "the blame", "his credit" name nobody; charges may be nouns. Before a noun and with
 * what for they are, in a headline too: "Hask Rebukes Varn for". */
static bool is_used(const struct px_blame_place *place, const struct px_blame_roles *roles)
{
    return place->hit->token_count > 1 || (px_slice_is(roles->target, "clause") && px_blame_is_noun(place)) ||
           (roles->reasoned && px_blame_has_noun_behind(place)) ||
           px_slice_is(px_party_tag(place->annotation, place->sentence, place->head), "VERB");
}

static struct px_blame_roles roles_of(const struct columns *columns, const struct px_entry *entry)
{
    return (struct px_blame_roles){
        .target = px_lexicon_cell(columns->lexicon, entry, columns->target),
        .toward = px_lexicon_cell(columns->lexicon, entry, columns->toward),
        .reason = px_lexicon_cell(columns->lexicon, entry, columns->reason),
        .by = px_lexicon_cell(columns->lexicon, entry, columns->by),
        .harm = px_slice_is(px_lexicon_cell(columns->lexicon, entry, columns->needs), "harm"),
        .reasoned = px_slice_is(px_lexicon_cell(columns->lexicon, entry, columns->needs), "reason"),
    };
}

/* "will be able to use it and pin the blame": what is to be done under a verb that is only supposed. */
static bool is_ahead(const struct px_blame_place *place)
{
    uint32_t at = place->head;
    bool ahead = false;
    for (int steps = 0; steps < AHEAD && at < place->tree->count && !ahead; steps++) {
        if (!px_tree_has_xpos(place->tree, at, "VB"))
            return false;
        at = place->tree->words[at].head;
        uint32_t token = at < place->tree->count ? px_parse_token(place->annotation, place->sentence, at) : PX_NONE;
        ahead = token != PX_NONE && px_scope_supposes(place->annotation, token, token + 1);
    }
    return ahead;
}

/* "sought to justify failures *by blaming them on* Varn": is it but the means by which the article has somebody do
 * something, and what is blamed on another but a pronoun? That is the article's account of him. */
static bool is_means(const struct px_blame_place *place, struct px_span reason)
{
    uint32_t first = place->hit->first_token;
    return place->hit->token_count > 1 && reason.end <= reason.start && first > 0 &&
           px_tree_has_xpos(place->tree, place->head, "VBG") &&
           (place->annotation->classes[first - 1] & PX_CLASS_AGENT) != 0;
}

/* "opposed by the council and lauded *by the mayor*": who stands behind "by" does it, whatever the parser takes him
 * for. */
static bool is_doer(const struct px_blame_place *place, const struct px_party *party)
{
    const struct px_article *article = place->annotation->article;
    return !px_blame_is_noun(place) && place->end < article->tokens.count &&
           (place->annotation->classes[place->end] & PX_CLASS_AGENT) != 0 &&
           party->words.start > article->tokens.items[place->end].start;
}

/* "other staffers" are staffers to a reader who is told of no others. */
static struct px_party without_rest(const struct px_annotation *annotation, struct px_party party)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    if (!px_party_is_told(&party))
        return party;
    uint32_t first = px_tokens_reaching(tokens, party.words.start);
    uint32_t last = px_tokens_reaching(tokens, party.words.end - 1), word = px_parse_word(annotation, last);
    const struct px_tree *tree = px_parse_tree(annotation, last);
    if (first < last && tree != NULL && word != PX_NONE && px_tree_has_xpos(tree, word, "NNS") &&
        px_party_is_listed(annotation, first, PX_LEXICON_QUANTITIES, PX_SLICE("quantity.part")))
        party.words.start = tokens->items[first + 1].start;
    return party;
}

/* "*party leaders* and a number of his opponents condemned it": of several who do it, the first, unless a later one has a
 * name. */
static struct px_party first_of(const struct px_annotation *annotation, struct px_party party)
{
    if (!px_party_is_told(&party))
        return party;
    uint32_t last = px_tokens_reaching(&annotation->article->tokens, party.words.end - 1);
    uint32_t sentence = annotation->article->tokens.items[last].sentence, word = px_parse_word(annotation, last);
    const struct px_tree *tree = px_parse_tree(annotation, last);
    if (tree == NULL || word == PX_NONE || px_tree_has_upos(tree, word, "PROPN"))
        return party;
    while (word < tree->count && (px_tree_arc(tree, word) & PX_ARC_CONJUNCT) == 0 &&
           (px_tree_arc(tree, word) & PX_ARC_NOMINAL) != 0)
        word = tree->words[word].head;
    if (word >= tree->count || (px_tree_arc(tree, word) & PX_ARC_CONJUNCT) == 0)
        return party;
    struct px_party first = px_party_at(annotation, sentence, tree->words[word].head);
    bool known = px_party_is_told(&first) && first.words.end <= party.words.start &&
                 (first.entity != PX_NONE || px_blame_names_people(annotation, first.words));
    return known ? first : party;
}

/* "a promised *vote enraged liberals*": a verb behind a noun that was read as a part of the party's phrase makes it a
 * clause. */
static bool is_clause(const struct px_annotation *annotation, const struct px_party *party)
{
    const struct px_article *article = annotation->article;
    uint32_t first = px_tokens_reaching(&article->tokens, party->words.start);
    for (uint32_t t = first + 1;
         article->lexemes != NULL && t < article->tokens.count && article->tokens.items[t].start < party->words.end;
         t++)
        if (article->lexemes[t].word_class == PX_WORD_VERB && article->lexemes[t - 1].word_class == PX_WORD_NOUN)
            return true;
    return false;
}

/* "accused Doe *of* lying": where the preposition of the reason begins, behind the cue. */
static uint32_t lead_of(const struct px_blame_place *place, const struct px_blame_roles *roles, struct px_span reason)
{
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    uint32_t first = px_tokens_reaching(tokens, reason.start);
    bool led = reason.end > reason.start && roles->reason.size > 0 && first > place->end &&
               px_blame_is_form(place, first - 1, roles->reason);
    return led ? tokens->items[first - 1].start : reason.start;
}

/* "*a raid* that Varn blamed on Osk": where the phrase begins that the words' relative clause tells of; 0 for none. */
static uint32_t told_of(const struct px_blame_place *place)
{
    const struct px_tree *tree = place->tree;
    uint32_t noun = tree->words[place->head].head;
    if (noun >= place->head ||
        !px_slice_is(px_syntax_relation(tree->syntax, tree->words[place->head].relation), "acl:relcl"))
        return 0;
    struct px_party party = px_party_at(place->annotation, place->sentence, noun);
    return party.words.end > party.words.start ? party.words.start : 0;
}

/* "slammed the coast *for two days*": a while is no reason. */
static bool is_while(const struct px_blame_place *place, struct px_span reason)
{
    enum { MOST_TOKENS = 4 };
    const struct px_tokens *tokens = &place->annotation->article->tokens;
    if (reason.end <= reason.start)
        return false;
    uint32_t first = px_tokens_reaching(tokens, reason.start), last = px_tokens_reaching(tokens, reason.end - 1);
    return last < first + MOST_TOKENS && (place->annotation->classes[last] & PX_CLASS_TIME) != 0;
}

static bool add(const struct columns *columns, const struct px_blame_place *place)
{
    struct px_article *article = place->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    const struct px_entry *entry = px_resources_entry(place->annotation->resources, place->hit);
    struct px_blame_roles roles = roles_of(columns, entry);
    if (!is_used(place, &roles))
        return true;
    struct px_span reason = px_blame_reason(place, &roles);
    struct px_party target = px_blame_target(place, &roles, &reason);
    part(place, reason, &target);
    struct px_blame_content content = px_blame_read_reason(place, reason);
    if (!px_party_is_told(&target) || is_doer(place, &target) || is_means(place, reason) || is_while(place, reason) ||
        ((roles.harm || px_blame_has_gap(place, &roles) || px_blame_charges_object(place, &roles)) && !content.bad) ||
        (roles.reasoned && reason.end <= reason.start) ||
        px_scope_supposes(place->annotation, place->hit->first_token, place->end) || is_ahead(place))
        return true;
    struct px_blame *blame = px_vector_push(&article->blames, &article->arena);
    if (blame == NULL)
        return false;
    uint32_t first = place->hit->first_token;
    struct px_party author = first_of(place->annotation, find_author(place, &roles, &target, reason));
    author = without_rest(place->annotation, author);
    bool told = px_party_is_told(&author);
    *blame = (struct px_blame){
        .cue = {tokens[first].start, tokens[place->end - 1].end},
        .reason = reason,
        .led = lead_of(place, &roles, reason),
        .about = told_of(place),
        .claim = content.claim,
        .target = target,
        .by = author,
        .people =
            told && px_blame_names_people(place->annotation, author.words) && !is_clause(place->annotation, &author),
        .joined = told && px_party_has_others(place->annotation, &author),
        .whom = px_blame_names_people(place->annotation, target.words),
        .sentence = place->sentence,
        .attribution = tokens[first].attribution,
        .voice = tokens[first].voice,
        .others = roles.by.size > 0,
        .credit = px_category_within(entry->category, PX_SLICE("blame.credit")),
        .negated = px_scope_negates(place->annotation, first, place->end),
    };
    return true;
}

static bool read_hit(const struct columns *columns, const struct px_annotation *annotation, const struct px_hit *hit)
{
    struct px_blame_place place = {.annotation = annotation,
                                   .tree = px_parse_tree(annotation, hit->first_token),
                                   .hit = hit,
                                   .end = hit->first_token + hit->token_count,
                                   .sentence = annotation->article->tokens.items[hit->first_token].sentence};
    if (place.tree == NULL)
        return true;
    place.head = px_parse_head(annotation, hit->first_token, place.end);
    return place.head == PX_NONE || add(columns, &place);
}

enum px_status px_annotate_blame(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_BLAME);
    const struct columns columns = {lexicon,
                                    px_lexicon_column(lexicon, "target"),
                                    px_lexicon_column(lexicon, "toward"),
                                    px_lexicon_column(lexicon, "reason"),
                                    px_lexicon_column(lexicon, "by"),
                                    px_lexicon_column(lexicon, "needs")};
    bool done = true;
    for (size_t i = 0; annotation->trees != NULL && done && i < hits->count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_BLAME)
            done = read_hit(&columns, annotation, &hits->items[i]);
    return done ? PX_OK : px_no_memory(error);
}
