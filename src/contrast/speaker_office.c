/* Offices of speakers: under what role each is introduced, and whether it is one that he has. */
#include "contrast/speaker_office.h"

#include "text/normalise.h"

/* The role's own noun: its last word before what it belongs to, folded. */
static struct px_slice noun_of(const struct px_compare_context *context, struct px_slice role, struct px_buffer *fold)
{
    struct px_vocabulary *vocabulary = context->worker->vocabulary;
    struct px_slice word, last = {0};
    px_buffer_clear(fold);
    px_text_fold(role, fold);
    for (struct px_slice rest = px_buffer_slice(fold); px_slice_next(&rest, ' ', &word);) {
        uint32_t form = px_vocabulary_add(vocabulary, word);
        if (last.size > 0 && form != PX_NONE && px_vocabulary_form(vocabulary, form)->stop)
            break;
        last = word;
    }
    return last;
}

static const struct px_entity *entity_in(const struct px_compare_context *context, const struct px_referent *referent,
                                         size_t article)
{
    uint32_t entity = referent->entity[article];
    return entity == PX_NONE ? NULL : &context->articles[article]->entities.items[entity];
}

/* The entry of the list, of the category where one is wanted, that stands first in the words by which the entity is
 * introduced; NULL where none does. */
static const struct px_entry *entry_in(const struct px_compare_context *context, size_t article, struct px_slice role,
                                       uint8_t lexicon, const char *category)
{
    const struct px_article *a = context->articles[article];
    if (role.size == 0 || role.data < a->text.data || role.data >= a->text.data + a->text.size)
        return NULL;
    uint32_t start = (uint32_t)(role.data - a->text.data);
    uint32_t first = px_compare_token_at(a, start), end = px_compare_token_at(a, start + (uint32_t)role.size);
    for (size_t h = px_hits_from(&a->hits, first); h < a->hits.count && a->hits.items[h].first_token < end; h++) {
        const struct px_entry *entry = a->hits.items[h].lexicon != lexicon
                                           ? NULL
                                           : px_resources_entry(context->worker->resources, &a->hits.items[h]);
        if (entry != NULL && (category == NULL || px_slice_is(entry->category, category)))
            return entry;
    }
    return NULL;
}

static bool role_holds(const struct px_compare_context *context, size_t article, struct px_slice role, uint8_t lexicon,
                       const char *category)
{
    return entry_in(context, article, role, lexicon, category) != NULL;
}

/* Do the words by which the entity is introduced tell of what is past: "former mayor"? */
static bool tells_past(const struct px_compare_context *context, size_t article, const struct px_entity *it)
{
    return role_holds(context, article, it->role, PX_LEXICON_NAMES, "name.former");
}

/* Has the person left the office? "Former Secretary Hask" has by the title itself, "Mayor Hask, a former judge" has
 * not. */
static bool has_left(const struct px_compare_context *context, size_t article, const struct px_entity *it)
{
    return it->former ||
           (tells_past(context, article, it) && role_holds(context, article, it->role, PX_LEXICON_TITLES, NULL));
}

/* Is the role, "the president", the one that some article says is past: "former Kestrian president"? */
static bool is_left(const struct px_compare_context *context, const struct px_referent *referent, struct px_slice role,
                    struct px_buffer *fold, struct px_buffer *other)
{
    struct px_slice noun = noun_of(context, role, fold);
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it == NULL || !has_left(context, a, it))
            continue;
        px_buffer_clear(other);
        px_text_fold(it->role, other);
        if (px_slice_find(px_buffer_slice(other), noun, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

bool px_speaker_is_former(const struct px_compare_context *context, const struct px_referent *referent,
                          struct px_buffer *fold, struct px_buffer *other)
{
    bool former = false, holds = false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        former = former || (it != NULL && has_left(context, a, it));
        holds = holds || (it != NULL && !has_left(context, a, it) &&
                          (it->actor == PX_ACTOR_STATE || it->actor == PX_ACTOR_COURT) && it->role.size > 0 &&
                          !is_left(context, referent, it->role, fold, other));
    }
    return former && !holds;
}

/* The role before a preposition: "former aide" of "former aide to President Lind". */
static struct px_slice before_owner(const struct px_compare_context *context, const struct px_article *article,
                                    struct px_slice role)
{
    if (role.size == 0 || role.data < article->text.data || role.data >= article->text.data + article->text.size)
        return (struct px_slice){0};
    uint32_t start = (uint32_t)(role.data - article->text.data);
    uint32_t end = px_compare_token_at(article, start + (uint32_t)role.size);
    for (uint32_t t = px_compare_token_at(article, start); t < end; t++)
        if (px_compare_is_class(context, article, t, "grammar.preposition"))
            return px_slice_part(role, 0, article->tokens.items[t].start - start);
    return role;
}

/* Does a noun go on from the mention, "London *jail*"? */
static bool goes_on(const struct px_article *article, const struct px_mention *mention)
{
    uint32_t next = mention->first_token + mention->token_count;
    return article->lexemes != NULL && next < article->tokens.count &&
           article->tokens.items[next].start <= mention->end + 1 && article->lexemes[next].word_class == PX_WORD_NOUN;
}

/* Is it a place's, behind the words that name it: "president *of Kestria* from 2000 to 2006"? */
static bool is_of_place(const struct px_article *article, struct px_slice role, struct px_slice office)
{
    enum { ARTICLE = 1 }; /* words between: "president of *the* Isles" */
    uint32_t start = (uint32_t)(role.data - article->text.data);
    if (office.size == 0 || office.size == role.size)
        return false;
    uint32_t behind = px_compare_token_at(article, start + (uint32_t)office.size) + 1;
    for (size_t m = px_compare_mention_at(article, behind);
         m < article->mentions.count && article->mentions.items[m].first_token <= behind + ARTICLE; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->end <= start + role.size && !goes_on(article, mention) &&
            article->entities.items[mention->entity].kind == PX_ENTITY_PLACE)
            return true;
    }
    return false;
}

/* The title as which the office stands before a name, "President" of "president"; NULL for none. Linear in the titles. */
static const struct px_entry *title_like(const struct px_lexicon *titles, struct px_slice office,
                                         struct px_buffer *fold, struct px_buffer *other)
{
    px_buffer_clear(fold);
    px_text_fold(px_slice_trim(office), fold);
    for (size_t i = 0; i < titles->entries.count; i++) {
        px_buffer_clear(other);
        px_text_fold(titles->entries.items[i].text, other);
        if (px_slice_is(titles->entries.items[i].category, "title") &&
            px_slice_equal(px_buffer_slice(fold), px_buffer_slice(other)))
            return &titles->entries.items[i];
    }
    return NULL;
}

bool px_speaker_governed(const struct px_compare_context *context, const struct px_referent *referent,
                         struct px_buffer *fold, struct px_buffer *other)
{
    for (size_t a = 0; context->worker->resources != NULL && a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        const struct px_entity *it = entity_in(context, referent, a);
        const struct px_lexicon *titles = px_resources_lexicon(context->worker->resources, PX_LEXICON_TITLES);
        struct px_slice role =
            it != NULL && has_left(context, a, it) ? before_owner(context, article, it->role) : (struct px_slice){0};
        const struct px_entry *title = entry_in(context, a, role, PX_LEXICON_TITLES, "title");
        if (title == NULL && role.size > 0 && is_of_place(article, it->role, role))
            title = title_like(titles, role, fold, other);
        if (title != NULL &&
            px_actor_find(px_lexicon_cell(titles, title, px_lexicon_column(titles, "actor"))) == PX_ACTOR_STATE)
            return true;
    }
    return false;
}

bool px_speaker_holds_office(const struct px_compare_context *context, const struct px_referent *referent)
{
    bool holds = false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it == NULL || it->role.size == 0 || tells_past(context, a, it))
            continue;
        if (it->actor != PX_ACTOR_STATE)
            return false;
        holds = true;
    }
    return holds;
}

/* Whom the owner acts for of the role that begins with a person's name, "*Ora Lind’s* chief of staff"; PX_ACTOR_OTHER where
 * it begins with none. */
static uint8_t actor_of_owner(const struct px_compare_context *context, size_t article, struct px_slice role)
{
    const struct px_article *a = context->articles[article];
    if (role.size == 0 || role.data < a->text.data || role.data >= a->text.data + a->text.size)
        return PX_ACTOR_OTHER;
    uint32_t first = px_compare_token_at(a, (uint32_t)(role.data - a->text.data));
    uint32_t end = (uint32_t)(role.data - a->text.data) + (uint32_t)role.size;
    for (size_t m = px_compare_mention_at(a, first); m < a->mentions.count && a->mentions.items[m].first_token == first;
         m++) {
        const struct px_mention *owner = &a->mentions.items[m];
        if (owner->end < end && owner->entity != PX_NONE && a->entities.items[owner->entity].kind == PX_ENTITY_PERSON)
            return a->entities.items[owner->entity].actor;
    }
    return PX_ACTOR_OTHER;
}

uint8_t px_speaker_served(const struct px_compare_context *context, const struct px_referent *referent)
{
    uint8_t actor = PX_ACTOR_OTHER;
    for (size_t a = 0; actor == PX_ACTOR_OTHER && a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        actor = it == NULL ? PX_ACTOR_OTHER : actor_of_owner(context, a, it->role);
    }
    return actor;
}

/* "head of the so-called Council": words that the article keeps at a distance are nobody's description. */
static bool is_distanced(const struct px_article *article, struct px_slice role)
{
    if (role.size == 0 || role.data < article->text.data || role.data >= article->text.data + article->text.size)
        return false;
    uint32_t start = (uint32_t)(role.data - article->text.data);
    uint32_t end = px_compare_token_at(article, start + (uint32_t)role.size);
    for (uint32_t t = px_compare_token_at(article, start); t < end; t++)
        if (article->tokens.items[t].flags & PX_TOKEN_DISTANCED)
            return true;
    return false;
}

/* "president", "leader": an office by itself, without the body that it is of, which may be a state or a club. */
static bool is_bare_office(const struct px_compare_context *context, size_t article, struct px_slice role)
{
    const struct px_article *a = context->articles[article];
    const struct px_resources *resources = context->worker->resources;
    if (resources == NULL || px_slice_find(role, PX_SLICE(" "), 0) != SIZE_MAX || role.data < a->text.data ||
        role.data >= a->text.data + a->text.size || px_slice_is_capital(role, 0))
        return false;
    uint32_t token = px_compare_token_at(a, (uint32_t)(role.data - a->text.data));
    for (size_t h = px_hits_from(&a->hits, token); h < a->hits.count && a->hits.items[h].first_token == token; h++) {
        const struct px_lexicon *roles = px_resources_lexicon(resources, PX_LEXICON_ROLES);
        if (a->hits.items[h].lexicon != PX_LEXICON_ROLES || a->hits.items[h].token_count > 1)
            continue;
        int actor = px_actor_find(px_lexicon_cell(roles, px_resources_entry(resources, &a->hits.items[h]),
                                                  px_lexicon_column(roles, "actor")));
        return actor >= 0 && actor <= PX_ACTOR_STATE; /* a spokesman is one of whatever body */
    }
    return false;
}

/* "Speaker-to-be": does the role only add to the other, which then is true of both days? */
static bool adds_to(struct px_slice role, struct px_slice other)
{
    return other.size > 0 && role.size > other.size && px_slice_starts(role, other) && role.data[other.size] == '-';
}

/* Is it a description, "the town's first female mayor", rather than an office as it stands before a name? */
static bool is_description(struct px_slice role)
{
    return role.size > 0 && !px_slice_is_capital(role, 0);
}

/* The office that a title before the name gives, "Mayor", where the description ends in it; or else the description. Of
 * several titles the longest. */
static struct px_slice prefer_title(const struct px_compare_context *context, const struct px_referent *referent,
                                    struct px_slice role, struct px_buffer *fold, struct px_buffer *other)
{
    struct px_slice best = role;
    size_t longest = 0;
    px_buffer_clear(fold);
    px_text_fold(role, fold);
    for (size_t a = 0; is_description(role) && a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it == NULL || it->title.size <= longest)
            continue;
        px_buffer_clear(other);
        px_text_fold(it->title, other);
        if (fold->size <= other->size || !px_slice_ends(px_buffer_slice(fold), px_buffer_slice(other)))
            continue;
        best = it->title;
        longest = best.size;
    }
    return best;
}

/* Is all that the article tells of a politician's office his title, "Representative Hask"? */
static bool is_mere_title(const struct px_compare_context *context, size_t article, const struct px_entity *it)
{
    return it->actor == PX_ACTOR_PARTY && it->role.size > 0 && px_slice_find(it->role, PX_SLICE(" "), 0) == SIZE_MAX &&
           (px_slice_equal(it->role, it->title) || role_holds(context, article, it->role, PX_LEXICON_TITLES, NULL));
}

/* May the article's role of him stand for him in all? One that is past where the office is, and none that is where it is
 * not. */
static bool may_stand(const struct px_compare_context *context, size_t article, const struct px_entity *it, bool former)
{
    if (it == NULL || it->role.size == 0 || is_distanced(context->articles[article], it->role) ||
        is_bare_office(context, article, it->role) ||
        role_holds(context, article, it->role, PX_LEXICON_NAMES, "name.then")) /* "then governor", in a story of now */
        return false;
    bool fits = has_left(context, article, it) == former || it->actor != PX_ACTOR_STATE;
    return fits && (former || !tells_past(context, article, it));
}

/* The longest role by which an article introduces the referent: of those that name an office where one does, not of mere
 * titles. */
static struct px_slice role_of(const struct px_compare_context *context, const struct px_referent *referent,
                               bool former)
{
    struct px_slice role = {0};
    bool office = false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        office = office || (may_stand(context, a, it, former) && !is_mere_title(context, a, it) &&
                            role_holds(context, a, it->role, PX_LEXICON_ROLES, NULL));
    }
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (!may_stand(context, a, it, former) || (office && is_mere_title(context, a, it)))
            continue;
        bool longer = it->role.size > role.size || (it->role.size == role.size && px_slice_compare(it->role, role) < 0);
        if (adds_to(role, it->role) || (longer && !adds_to(it->role, role)))
            role = it->role;
    }
    return role;
}

/* The title alone that an article gives the politician, for want of a better; empty where none does. */
static struct px_slice mere_title_of(const struct px_compare_context *context, const struct px_referent *referent)
{
    struct px_slice title = {0};
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it != NULL && is_mere_title(context, a, it) && it->role.size > title.size)
            title = it->role;
    }
    return title;
}

struct px_slice px_speaker_role(const struct px_compare_context *context, const struct px_referent *referent,
                                bool former, struct px_buffer *fold, struct px_buffer *other)
{
    struct px_slice role = role_of(context, referent, former);
    role = px_speaker_role_of_body(context, former ? role : prefer_title(context, referent, role, fold, other), fold);
    return former || role.size > 0 ? role : mere_title_of(context, referent);
}
