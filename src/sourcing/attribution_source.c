#include "entity/tenure.h"
#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_scene.h"
#include "sourcing/attribution_some.h"
#include "text/characters.h"
#include "text/utf8.h"

/* What the words of the speaker's phrase say of the speaker. */
struct source {
    int kind; /* enum px_speaker_kind, or -1 */
    int actor;
    bool anonymous;
    bool role;     /* an office that one person holds: "the minister" is known */
    bool former;   /* and that he has left */
    bool delegate; /* "a spokesman": speaks for whoever is named beside */
    bool research; /* "a poll": a document of those who know, by its own noun */
};

/* Is the mention the name or the people's word of a state: "the Russian government"? A seat or an organ is none. */
static bool names_state(const struct px_scene *scene, const struct px_mention *mention)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t end = mention->first_token + mention->token_count;
    for (size_t i = px_hits_from(hits, mention->first_token); i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->first_token >= end)
            break;
        if (hit->lexicon == PX_LEXICON_DEMONYMS)
            return !px_slice_is(px_resources_entry(scene->annotation->resources, hit)->category, "institution");
    }
    return false;
}

/* Where the mention's part of the speaker's phrase begins, behind a comma: "The mayor, | *Ann Smith* of York". */
static uint32_t first_of_part(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t first = mention->first_token;
    while (first > speaker.first && scene->marks[first - 1] != ',')
        first--;
    return first;
}

/* Does the mention end the first noun phrase of its part: "The mayor, *Ann Smith* of York"? */
static bool ends_part(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    struct px_range part = {first_of_part(scene, speaker, mention), speaker.end};
    return px_scene_head_end(scene, part) == mention->first_token + mention->token_count;
}

/* "three judges, *among them* Ann Smith", "a letter, *seen by* the Courier": a part that hangs on the one before it
 * names somebody beside; behind "by" stands the author. */
static bool hangs(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t first = first_of_part(scene, speaker, mention);
    return first > speaker.first && first < mention->first_token && !px_scene_has(scene, first, PX_CLASS_AGENT) &&
           (px_scene_has(scene, first, PX_CLASS_PREPOSITION) || px_scene_is_tagged(scene, first, "VBN") ||
            px_scene_is_tagged(scene, first, "VBG"));
}

/* "*The Harbour Council*'s statement": does the document's phrase begin with the body that owns it? What a body puts
 * out it says. */
static bool is_issuer(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t first = mention->first_token, end = first + mention->token_count;
    first -= first > speaker.first && px_scene_has(scene, first - 1, PX_CLASS_ARTICLE);
    return first == speaker.first && end + 1 < speaker.end && px_scene_is_clitic(scene, end);
}

/* "*Harbour Party* groups": does a noun for many follow the name, which then tells only whose they are? */
static bool is_before_many(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t behind = mention->first_token + mention->token_count;
    return mention->form != PX_MENTION_PRONOUN && behind < speaker.end && scene->marks[behind] == 0 &&
           px_scene_is_tagged(scene, behind, "NNS");
}

/* "*four* Kestrian agencies", "*several* of": does the phrase begin with how many speak? They are a part of the state. */
static bool is_counted(const struct px_scene *scene, struct px_range speaker)
{
    return px_scene_has(scene, speaker.first, PX_CLASS_NUMBER | PX_CLASS_DETERMINER) &&
           !px_scene_has(scene, speaker.first, PX_CLASS_ARTICLE | PX_CLASS_DEFINITE) &&
           px_scene_is_plural(scene, speaker);
}

/* Does the mention name who speaks, or only somebody beside: "Smith's lawyer", "the House Democrat"? It is the phrase's
 * head or stands beside it ("the mayor, Smith"; "baker John Smith"), or it is whose government or spokesman speaks.
 * Without grammar every mention does. */
static bool names_speaker(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention,
                          const struct source *source)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, speaker.first);
    const struct px_article *article = scene->article;
    uint8_t kind = article->entities.items[mention->entity].kind;
    uint8_t role = article->blocks.items[article->sentences.items[scene->tokens[speaker.first].sentence].block].role;
    if (tree != NULL && (hangs(scene, speaker, mention) || px_scene_is_some(scene, speaker)))
        return false;
    if (tree == NULL || ends_part(scene, speaker, mention))
        return true;
    if (!px_role_is_paragraph(role)) /* "Obama Aide": a parser sees one name in a headline */
        return false;
    uint32_t head = px_parse_head(annotation, speaker.first, speaker.end);
    struct px_party party = px_party_at(annotation, scene->tokens[speaker.first].sentence, head);
    bool heads = party.entity == mention->entity && !is_before_many(scene, speaker, mention);
    if (heads || px_scene_is_author(scene, speaker, mention))
        return true;
    if (kind == PX_ENTITY_PERSON)
        return px_scene_holds_office(scene, speaker, mention);
    if (source->kind == PX_SPEAKER_DOCUMENT && kind == PX_ENTITY_ORGANISATION && is_issuer(scene, speaker, mention))
        return true;
    bool state =
        source->kind == PX_SPEAKER_INSTITUTION && source->actor == PX_ACTOR_STATE && !is_counted(scene, speaker);
    return source->delegate || (state && names_state(scene, mention));
}

/* "*Data* Supervisor": a noun before the noun of the phrase that it describes; not in "the letter | states", of which a
 * parser may make two nouns. */
static bool describes_noun(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const struct px_tree *tree = token + 1 < end ? px_parse_tree(scene->annotation, token) : NULL;
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return word != PX_NONE && (px_tree_arc(tree, word) & PX_ARC_COMPOUND) != 0 && tree->words[word].head == word + 1;
}

/* "the Aurin *Council*", "the *Chamber* of Trade": a noun within the name of an organisation, which itself tells whom
 * it acts for, or leaves that open. */
static bool is_of_name(const struct px_scene *scene, const struct px_hit *hit)
{
    uint32_t m = scene->mentions[hit->first_token];
    const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
    return mention != NULL && mention->entity != PX_NONE && mention->form == PX_MENTION_NAME &&
           mention->token_count > hit->token_count &&
           scene->article->entities.items[mention->entity].kind == PX_ENTITY_ORGANISATION;
}

/* `head` is where the phrase's head ends. */
static void read_hit(const struct px_scene *scene, const struct px_hit *hit, uint32_t head, struct source *source)
{
    const struct px_resources *resources = scene->annotation->resources;
    const struct px_lexicon *lexicon = px_resources_lexicon(resources, hit->lexicon);
    const struct px_entry *entry = px_resources_entry(resources, hit);
    bool at_head = hit->first_token < head;
    int actor = at_head && is_of_name(scene, hit) ? -1 : px_tenure_actor(scene->annotation, hit);
    bool over = px_tenure_read(scene->annotation, hit->first_token, hit->first_token + hit->token_count).over;
    if (actor > 0 && (at_head || source->actor == PX_ACTOR_OTHER))
        source->actor = actor;
    if (!at_head)
        return;
    if (hit->lexicon == PX_LEXICON_ROLES) {
        source->kind = PX_SPEAKER_PERSON;
        source->role = true;
        source->former = over;
        return;
    }
    int kind = px_speaker_kind_find(entry->category);
    if (kind == PX_SPEAKER_DOCUMENT && describes_noun(scene, hit->first_token + hit->token_count - 1, head))
        return;
    source->kind = kind >= 0 ? kind : source->kind;
    source->delegate = kind == PX_SPEAKER_PERSON && actor < 0 && !over; /* "aides" are somebody's of their own */
    source->former = over;
    source->research = kind == PX_SPEAKER_DOCUMENT && actor == PX_ACTOR_EXPERT;
    source->anonymous = px_slice_is(px_lexicon_cell(lexicon, entry, px_lexicon_column(lexicon, "anonymous")), "yes");
}

/* Where a word of `ends` follows: the phrase names whom the speaker turns to, or tells what he did: "a letter | to the
 * ministry", "the mediator, | who had kept the parties apart"; its end where none does. */
static uint32_t tail_of(const struct px_scene *scene, struct px_range speaker, uint32_t head, uint32_t ends)
{
    uint32_t t = head;
    while (t < speaker.end && !px_scene_has(scene, t, ends))
        t++;
    return t;
}

/* "of the *workers'* union": does an apostrophe stand behind the word that ends before `end`? */
static bool is_owner(const struct px_scene *scene, uint32_t end)
{
    size_t at = scene->tokens[end - 1].end;
    return end < scene->article->tokens.count && scene->tokens[end].start == at &&
           px_text_is_apostrophe(px_utf8_next(scene->article->text, &at));
}

/* "one of *Mayor* Brell's daughters": does what the office's holder has follow, behind his name? */
static bool is_holders(const struct px_scene *scene, uint32_t end)
{
    uint32_t t = end;
    while (t < scene->count && scene->mentions[t] != PX_NONE && scene->marks[t] == 0 && !px_scene_is_clitic(scene, t))
        t++;
    return t > end && is_owner(scene, t);
}

/* What somebody does may tell his trade, "who teaches at a university"; not that he acts for a government, party or
 * firm. */
static bool is_trade(int actor)
{
    return actor == PX_ACTOR_EXPERT || actor == PX_ACTOR_CIVIL_SOCIETY || actor == PX_ACTOR_CITIZEN;
}

/* Reads the source nouns and roles of the phrase. The last one before the head's end decides; behind it only an actor
 * is read that the head leaves open: "a spokesman for the ministry". */
static struct source read_words(const struct px_scene *scene, struct px_range speaker)
{
    const struct px_hits *hits = &scene->article->hits;
    struct source source = {.kind = -1, .actor = PX_ACTOR_OTHER};
    uint32_t first = px_scene_behind_some(scene, speaker);
    uint32_t head = px_scene_head_end(scene, (struct px_range){first, speaker.end});
    uint32_t deeds = tail_of(scene, speaker, head, PX_CLASS_TO | PX_CLASS_RELATIVE);
    speaker.end = tail_of(scene, speaker, head, PX_CLASS_TO);
    if (speaker.end == speaker.first + 1 && px_scene_has(scene, speaker.first, PX_CLASS_SUBJECT))
        return source;
    for (size_t i = px_hits_from(hits, speaker.first); i < hits->count && hits->items[i].first_token < speaker.end;
         i++) {
        const struct px_hit *hit = &hits->items[i];
        bool listed = hit->lexicon == PX_LEXICON_SOURCES || hit->lexicon == PX_LEXICON_ROLES;
        bool at_head = hit->first_token < head;
        uint32_t end = hit->first_token + hit->token_count;
        if (!listed || (!at_head && (is_owner(scene, end) || is_holders(scene, end))) ||
            (hit->first_token >= deeds && !is_trade(px_tenure_actor(scene->annotation, hit))))
            continue;
        read_hit(scene, hit, head, &source);
    }
    bool of_body = source.kind == PX_SPEAKER_INSTITUTION && px_scene_is_some(scene, speaker); /* "some in the party" */
    if ((source.kind == PX_SPEAKER_GROUP || of_body) && px_scene_is_one_of(scene, speaker))
        source.kind = PX_SPEAKER_PERSON;
    else if (of_body)
        source.kind = PX_SPEAKER_GROUP;
    return source;
}

/* Does the sentence say that the speaker's name is withheld: "who spoke on condition of anonymity"? */
static bool is_name_withheld(const struct px_scene *scene, uint32_t sentence)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, s->first_token);
         i < hits->count && hits->items[i].first_token < s->first_token + s->token_count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES &&
            px_slice_is(px_resources_entry(scene->annotation->resources, &hits->items[i])->category, "anonymity"))
            return true;
    return false;
}

uint32_t px_scene_head(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t head = px_parse_head(scene->annotation, phrase.first, phrase.end);
    return head == PX_NONE ? PX_NONE : px_parse_token(scene->annotation, scene->tokens[phrase.first].sentence, head);
}

/* "the mediator, *Ono Brell*": does a name end the phrase, behind a comma? */
static bool ends_named(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t t = phrase.end;
    while (t > phrase.first && scene->mentions[t - 1] != PX_NONE)
        t--;
    return t < phrase.end && t > phrase.first && scene->marks[t - 1] == ',';
}

/* "the mediator, *Ono Brell*,": the mention behind the one comma of a phrase that has no other name, of a person or of
 * whom nothing more is known; PX_NONE where there is none. */
static uint32_t name_behind(const struct px_scene *scene, struct px_range namer)
{
    uint32_t m = ends_named(scene, namer) ? scene->mentions[namer.end - 1] : PX_NONE;
    const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
    if (mention == NULL || mention->entity == PX_NONE || mention->first_token < namer.first + 2)
        return PX_NONE;
    uint8_t kind = scene->article->entities.items[mention->entity].kind;
    bool plain = kind == PX_ENTITY_PERSON || kind == PX_ENTITY_OTHER;
    for (uint32_t t = namer.first; t + 1 < mention->first_token; t++)
        plain = plain && scene->marks[t] == 0 && !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR);
    return plain && px_scene_has(scene, namer.first, PX_CLASS_DEFINITE) ? m : PX_NONE;
}

bool px_scene_is_stranger(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range namer = px_scene_namer(scene, cue);
    uint32_t head = px_range_empty(cue->speaker) ? PX_NONE : px_scene_head(scene, namer);
    if (head == PX_NONE || px_scene_find_mention(scene, namer) != PX_NONE || read_words(scene, namer).kind >= 0 ||
        ends_named(scene, cue->speaker))
        return false;
    return px_scene_is_tagged(scene, head, "NN") || px_scene_is_tagged(scene, head, "NNS");
}

/* Whom those act for who are named by what they belong to, "officials in *the Harbour Party*": the first such name
 * behind the noun tells more than the noun does; `actor` where there is none. */
static uint8_t actor_behind(const struct px_scene *scene, struct px_range namer, int actor)
{
    for (uint32_t t = px_scene_head_end(scene, namer);
         t < tail_of(scene, namer, px_scene_head_end(scene, namer), PX_CLASS_TO | PX_CLASS_RELATIVE); t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        const struct px_entity *it = entity == PX_NONE ? NULL : &scene->article->entities.items[entity];
        if (it != NULL && it->kind != PX_ENTITY_PERSON && it->actor != PX_ACTOR_OTHER)
            return it->actor;
    }
    return (uint8_t)actor;
}

/* Is the phrase's head a noun for something said: "Hask's apology notes"? It is no person. */
static bool is_something_said(const struct px_scene *scene, struct px_range namer)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t head = px_scene_head(scene, namer);
    for (size_t i = head == PX_NONE ? hits->count : px_hits_from(hits, head);
         i < hits->count && hits->items[i].first_token == head; i++)
        if (hits->items[i].lexicon == PX_LEXICON_CUES && hits->items[i].token_count == 1 &&
            px_slice_is(px_resources_entry(scene->annotation->resources, &hits->items[i])->category, "cue.noun"))
            return true;
    return false;
}

/* "*The Harbour Mission*, with thirty people,": no person's name has an article, but for who is told of by "who". */
static bool is_named_body(const struct px_scene *scene, struct px_range namer)
{
    uint32_t m = px_scene_has(scene, namer.first, PX_CLASS_DEFINITE) ? scene->mentions[namer.first + 1] : PX_NONE;
    if (m == PX_NONE)
        return false;
    const struct px_mention *mention = &scene->article->mentions.items[m];
    uint32_t behind = mention->first_token + mention->token_count + 1;
    return behind >= scene->count || !px_scene_is_tagged(scene, behind, "WP");
}

/* Does what stands beside the noun tell only where somebody is from: "a Kestrian journalist", "a Labour minister",
 * "Kestrian senators"? Who speaks for others, and a body, are the country's. */
static bool is_mere_origin(const struct source *source, int kind, const struct px_entity *beside)
{
    bool country = beside->actor == PX_ACTOR_STATE && beside->kind == PX_ENTITY_PLACE;
    bool minister = source->role && source->actor == PX_ACTOR_STATE && beside->actor == PX_ACTOR_PARTY;
    bool people = kind <= PX_SPEAKER_PERSON || (kind == PX_SPEAKER_GROUP && source->actor != PX_ACTOR_OTHER);
    return minister || (country && people && !source->delegate);
}

/* Whom the phrase of a speaker names. */
struct named {
    const struct px_entity *entity; /* the speaker; or NULL */
    const struct px_entity *beside; /* he, or else for whom he may act, who stands beside the noun; or NULL */
};

/* `m` is the phrase's mention, or PX_NONE; `part`: it is but a part of a name. */
static struct named find_named(const struct px_scene *scene, struct px_range namer, uint32_t m, bool part,
                               const struct source *source)
{
    uint32_t behind = m == PX_NONE ? name_behind(scene, namer) : PX_NONE;
    struct named named = {NULL, NULL};
    m = m == PX_NONE ? behind : m;
    if (m == PX_NONE)
        return named;
    const struct px_mention *mention = &scene->article->mentions.items[m];
    named.beside = &scene->article->entities.items[mention->entity];
    if (m == behind || (!part && names_speaker(scene, namer, mention, source)))
        named.entity = named.beside;
    else if ((named.beside->kind == PX_ENTITY_PERSON && !source->delegate) || source->former)
        named.beside = NULL; /* "Smith's lawyer" acts for others than Smith and his spokesman do, "Kestria's former
                                minister" not for Kestria */
    return named;
}

/* The kind of speaker, or -1 of one of whom nothing is known. */
static int kind_of(const struct px_scene *scene, struct px_range namer, const struct source *source,
                   const struct px_entity *entity)
{
    int kind = entity == NULL ? -1 : px_speaker_kind_of(entity->kind);
    /* no people where an institution is named, and no document: "the firm's appeal" */
    bool thing =
        kind > PX_SPEAKER_PERSON && (source->kind == PX_SPEAKER_INSTITUTION || source->kind == PX_SPEAKER_MEDIA);
    if (source->kind >= 0 && (kind < 0 || thing))
        kind = source->kind;
    if (entity != NULL && kind == PX_SPEAKER_INSTITUTION && entity->actor == PX_ACTOR_MEDIA)
        kind = PX_SPEAKER_MEDIA; /* "the Post", by a short form of its name */
    if (entity == NULL && kind < 0 && is_something_said(scene, namer))
        kind = PX_SPEAKER_DOCUMENT;
    if (entity != NULL && entity->kind == PX_ENTITY_OTHER && kind <= PX_SPEAKER_PERSON && !source->role &&
        is_named_body(scene, namer))
        kind = PX_SPEAKER_INSTITUTION;
    bool mixed = kind == PX_SPEAKER_MEDIA && px_scene_is_joint(scene, namer);
    if (entity == NULL && (kind <= PX_SPEAKER_PERSON || mixed) && px_scene_is_plural(scene, namer) &&
        !px_scene_is_one_of(scene, namer))
        kind = PX_SPEAKER_GROUP;
    return kind;
}

/* For whom a speaker of the kind acts. Whether a document is research its own noun tells: "a Lantern *poll*", "the
 * university's *letter*". */
static uint8_t actor_of(const struct px_scene *scene, struct px_range namer, const struct source *source,
                        const struct named *named, int kind)
{
    const struct px_entity *beside = named->beside;
    bool told = beside != NULL && beside->actor != PX_ACTOR_OTHER &&
                (named->entity != NULL || !is_mere_origin(source, kind, beside));
    uint8_t actor = told ? beside->actor : (uint8_t)source->actor;
    if (named->entity == NULL && kind == PX_SPEAKER_DOCUMENT && (actor == PX_ACTOR_EXPERT) != source->research)
        actor = source->research ? PX_ACTOR_EXPERT : PX_ACTOR_OTHER;
    bool open = source->anonymous || (source->actor == PX_ACTOR_OTHER && kind == PX_SPEAKER_PERSON);
    return named->entity == NULL && open ? actor_behind(scene, namer, actor) : actor;
}

/* "top advisers, *including senior spokeswoman Ada Brell*": is one of them named? Not "including two aides *to* Ada Brell", nor
 * "including Ada Brell*'s* aide". */
static bool names_one(const struct px_scene *scene, struct px_range speaker)
{
    uint32_t led = PX_NONE; /* the last "including" */
    for (uint32_t t = speaker.first; t < speaker.end; t++) {
        uint32_t person = px_scene_person_at(scene, t), end = t + 1;
        if (px_party_is_listed(scene->annotation, t, PX_LEXICON_SOURCES, PX_SLICE("example")))
            led = t;
        if (led == PX_NONE || person == PX_NONE)
            continue;
        while (end < speaker.end && px_scene_person_at(scene, end) == person)
            end++;
        bool owned = px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION) && t - 1 != led;
        if (!is_owner(scene, end) && !owned)
            return true;
        t = end - 1;
    }
    return false;
}

/* Gives the statement the speaker of the phrase `namer`, with all that is known of him by his own words. */
static void resolve_namer(const struct px_scene *scene, const struct px_cue *cue, struct px_range namer,
                          const struct source *source, const struct named *named, struct px_attribution *attribution)
{
    const struct px_entity *entity = named->entity;
    int kind = kind_of(scene, namer, source, entity);
    bool known = entity != NULL && (entity->kind == PX_ENTITY_PERSON || source->kind < 0);
    bool definite = source->role && px_scene_has(scene, cue->speaker.first, PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE);
    attribution->entity = entity == NULL ? PX_NONE : (uint32_t)(entity - scene->article->entities.items);
    attribution->speaker_kind = kind < 0 ? PX_SPEAKER_PERSON : (uint8_t)kind;
    attribution->actor = actor_of(scene, namer, source, named, kind);
    attribution->anonymous = !known && ((source->anonymous && !definite && !names_one(scene, cue->speaker)) ||
                                        is_name_withheld(scene, cue->sentence));
    attribution->delegate = entity != NULL && entity->kind != PX_ENTITY_PERSON && source->delegate;
}

/* "*Ann Hask*, head at the | *Harbour League* and a guest, told": of several parts the person with whom the first begins
 * speaks, and no body that a later one tells him by. */
static void prefer_person(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_entity *entities = scene->article->entities.items;
    uint32_t who = cue->source.count > 1 ? px_entity_at(scene->annotation, cue->source.items[0].first) : PX_NONE;
    if (who == PX_NONE || attribution->entity == PX_NONE || entities[who].kind != PX_ENTITY_PERSON ||
        entities[attribution->entity].kind != PX_ENTITY_ORGANISATION)
        return;
    attribution->entity = who;
    attribution->speaker_kind = PX_SPEAKER_PERSON;
    attribution->actor = entities[who].actor;
}

void px_scene_resolve(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    attribution->entity = PX_NONE;
    attribution->also_count = 0;
    attribution->named = (struct px_span){0, 0};
    attribution->speaker_kind = PX_SPEAKER_PERSON;
    attribution->actor = PX_ACTOR_OTHER;
    attribution->delegate = false;
    if (px_range_empty(cue->speaker))
        return;
    struct px_range namer = px_scene_namer(scene, cue);
    bool part = false;
    uint32_t m = px_scene_whole(scene, &namer, px_scene_find_mention(scene, px_scene_all_of(scene, namer)), &part);
    bool later = cue->source.count > 1 && cue->source.items[0].first < cue->speaker.first; /* of its parts */
    if (namer.first != cue->speaker.first || later)
        attribution->named = (struct px_span){scene->tokens[namer.first].start, scene->tokens[namer.end - 1].end};
    namer = px_scene_all_of(scene, namer);
    const struct source source = read_words(scene, namer);
    const struct named named = find_named(scene, namer, m, part, &source);
    resolve_namer(scene, cue, namer, &source, &named, attribution);
    prefer_person(scene, cue, attribution);
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_GROUP)
        px_scene_resolve_members(scene, cue, namer, attribution);
    if (attribution->entity == PX_NONE)
        return;
    px_scene_resolve_others(scene, namer, attribution);
    if (attribution->speaker_kind == PX_SPEAKER_PERSON)
        px_scene_resolve_listed(scene, cue, attribution);
}
