/* Speakers: who speaks in each attribution, whom he acts for and under what role, settled once over all articles.
 *
 * Somebody known by a description alone ("the front-runner") is whoever the words around tell: who holds the office in
 * another article, or who is quoted with the same words by name. Where nothing tells, he may be anybody whom the articles
 * name, and stays `described`: no claim rests on him. */
#include "base/buffer.h"
#include "compare/internal.h"
#include "text/normalise.h"

enum { KINDS = PX_SPEAKER_MEDIA + 1 };

/* What the attributions of one referent say of it. */
struct votes {
    uint32_t kinds[KINDS];
    uint32_t actors[PX_ACTOR_COUNT];
};

static struct px_speaker *speaker_at(const struct px_compare_context *context, size_t article, size_t attribution)
{
    return &context->comparison->speakers[article][attribution];
}

/* "It", "they", "who": function words alone. */
static bool is_function_words(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    uint32_t end = px_compare_token_at(a, span.end);
    for (uint32_t t = px_compare_token_at(a, span.start); t < end; t++)
        if (px_compare_is_word(&a->tokens.items[t]) && !px_compare_form(context, &a->tokens.items[t])->stop)
            return false;
    return true;
}

/* "*Her* office", where nobody tells who she is: the noun alone would be anybody's. */
static bool is_nobodys(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    uint32_t first = px_compare_token_at(a, span.start);
    size_t m = px_compare_mention_at(a, first);
    if (context->worker->resources == NULL || (m < a->mentions.count && a->mentions.items[m].first_token == first))
        return false;
    return px_compare_hit(context, a, first, false, PX_LEXICON_GRAMMAR, "grammar.possessive") != NULL;
}

/* "*Its* Foreign Ministry", of which the article tells nowhere else, nor whose it is: by its name alone it would be the
 * wrong one. */
static bool is_unowned(const struct px_compare_context *context, size_t article,
                       const struct px_attribution *attribution)
{
    const struct px_article *a = context->articles[article];
    const struct px_entity *it = attribution->entity == PX_NONE ? NULL : &a->entities.items[attribution->entity];
    if (it == NULL || it->kind != PX_ENTITY_ORGANISATION || !it->organ || it->mention_count > 1 ||
        !is_nobodys(context, article, px_attribution_namer(attribution)))
        return false;
    const struct px_mention *mention = &a->mentions.items[it->first_mention];
    return px_slice_equal(it->name, px_slice_part(a->text, mention->start, mention->end));
}

static void read_speaker(const struct px_compare_context *context, size_t article,
                         const struct px_attribution *attribution, struct px_speaker *speaker)
{
    *speaker = (struct px_speaker){.referent = px_compare_referent(context, article, attribution->entity),
                                   .kind = attribution->speaker_kind % KINDS,
                                   .actor = attribution->actor % PX_ACTOR_COUNT};
    if (attribution->speaker.count == 0)
        return;
    if (is_unowned(context, article, attribution)) {
        speaker->referent = PX_NONE;
        speaker->unclear = true;
    }
    if (speaker->referent != PX_NONE || speaker->unclear)
        return;
    struct px_span namer = px_attribution_namer(attribution);
    bool one = speaker->kind != PX_SPEAKER_DOCUMENT && speaker->kind != PX_SPEAKER_GROUP; /* "his aides" are some */
    speaker->unclear = is_function_words(context, article, namer) || (one && is_nobodys(context, article, namer));
    speaker->described = !speaker->unclear && speaker->kind == PX_SPEAKER_PERSON && !attribution->anonymous;
}

/* The referent that is mentioned by the office's words, or PX_NONE. O(mentions of offices in the article) */
static uint32_t holder_of(const struct px_compare_context *context, size_t article, const struct px_office *office)
{
    for (uint32_t r = 0; r < context->comparison->referents.count; r++) {
        const struct px_spans *mentions = &context->comparison->referents.items[r].mentions[article];
        for (size_t i = 0; !context->comparison->referents.items[r].lexical && i < mentions->count; i++)
            if (mentions->items[i].start == office->start && mentions->items[i].end == office->end)
                return r;
    }
    return PX_NONE;
}

/* "the Kestrian foreign minister said" here, "Foreign Minister Hask of Kestria" there. */
static void link_offices(const struct px_compare_context *context, size_t article)
{
    const struct px_article *a = context->articles[article];
    for (size_t o = 0; o < a->offices.count; o++) {
        uint32_t holder = PX_NONE;
        for (size_t i = 0; i < a->attributions.count; i++) {
            struct px_speaker *speaker = speaker_at(context, article, i);
            if (!speaker->described ||
                px_attribution_namer(&a->attributions.items[i]).start != a->offices.items[o].start)
                continue;
            holder = holder == PX_NONE ? holder_of(context, article, &a->offices.items[o]) : holder;
            speaker->referent = holder;
            speaker->described = holder == PX_NONE;
        }
    }
}

/* Who one description is said to be, is he wherever the article uses it. */
static enum px_status share_descriptions(struct px_compare_context *context, size_t article, struct px_error *error)
{
    const struct px_article *a = context->articles[article];
    struct px_table phrases = {0};
    struct px_buffer fold = {0};
    uint32_t *known = px_arena_array(&context->scratch, uint32_t, a->attributions.count + 1);
    bool fine = known != NULL;
    for (int pass = 0; fine && pass < 2; pass++)
        for (size_t i = 0; fine && i < a->attributions.count; i++) {
            struct px_speaker *speaker = speaker_at(context, article, i);
            bool named = a->attributions.items[i].entity != PX_NONE || a->attributions.items[i].speaker.count == 0;
            if (named || (pass == 0) == speaker->described)
                continue;
            bool added;
            px_buffer_clear(&fold);
            px_text_fold(px_slice_span(a->text, px_attribution_namer(&a->attributions.items[i])), &fold);
            uint32_t id = fold.failed ? PX_NONE : px_table_add(&phrases, px_buffer_slice(&fold), &added);
            fine = id != PX_NONE;
            if (fine && added)
                known[id] = speaker->referent;
            if (fine && pass == 1 && known[id] != PX_NONE) {
                speaker->referent = known[id];
                speaker->described = false;
            }
        }
    px_table_release(&phrases);
    px_buffer_release(&fold);
    return fine ? PX_OK : px_no_memory(error);
}

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

/* Does an entry of the list, of the category where one is wanted, stand in the words by which the entity is
 * introduced? */
static bool role_holds(const struct px_compare_context *context, size_t article, struct px_slice role, uint8_t lexicon,
                       const char *category)
{
    const struct px_article *a = context->articles[article];
    if (role.size == 0 || role.data < a->text.data || role.data >= a->text.data + a->text.size)
        return false;
    uint32_t start = (uint32_t)(role.data - a->text.data);
    uint32_t first = px_compare_token_at(a, start), end = px_compare_token_at(a, start + (uint32_t)role.size);
    for (size_t h = px_hits_from(&a->hits, first); h < a->hits.count && a->hits.items[h].first_token < end; h++)
        if (a->hits.items[h].lexicon == lexicon &&
            (category == NULL ||
             px_slice_is(px_resources_entry(context->worker->resources, &a->hits.items[h])->category, category)))
            return true;
    return false;
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

/* Has somebody left an office, as one article says, and has no other now, as far as the others know? */
static bool is_former(const struct px_compare_context *context, const struct px_referent *referent,
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

/* Has somebody an office of a state in one article, and in the others none but what is past: "a former senator"? */
static bool holds_office(const struct px_compare_context *context, const struct px_referent *referent)
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
        role.data >= a->text.data + a->text.size || (role.data[0] >= 'A' && role.data[0] <= 'Z'))
        return false;
    uint32_t token = px_compare_token_at(a, (uint32_t)(role.data - a->text.data));
    for (size_t h = px_hits_from(&a->hits, token); h < a->hits.count && a->hits.items[h].first_token == token; h++) {
        const struct px_lexicon *roles = px_resources_lexicon(resources, PX_LEXICON_ROLES);
        if (a->hits.items[h].lexicon != PX_LEXICON_ROLES || a->hits.items[h].token_count > 1)
            continue;
        int actor = px_actor_find(px_lexicon_cell(roles, px_resources_entry(resources, &a->hits.items[h]),
                                                  px_lexicon_column(roles, "actor")));
        return actor <= PX_ACTOR_STATE;
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
    return role.size > 0 && !(role.data[0] >= 'A' && role.data[0] <= 'Z');
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

/* The longest role by which an article introduces the referent; one that is past where the office is, and none that is
 * where it is not. */
static struct px_slice role_of(const struct px_compare_context *context, const struct px_referent *referent,
                               bool former)
{
    struct px_slice role = {0};
    for (size_t a = 0; a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it == NULL || is_distanced(context->articles[a], it->role) || is_bare_office(context, a, it->role) ||
            role_holds(context, a, it->role, PX_LEXICON_NAMES, "name.then")) /* "then governor", in a story of now */
            continue;
        bool longer = it->role.size > role.size || (it->role.size == role.size && px_slice_compare(it->role, role) < 0);
        bool better = adds_to(role, it->role) || (longer && !adds_to(it->role, role));
        bool fits = has_left(context, a, it) == former || it->actor != PX_ACTOR_STATE;
        if (it->role.size > 0 && fits && better && (former || !tells_past(context, a, it)))
            role = it->role;
    }
    return role;
}

/* Does a body of the actor's stand in the words by which the article introduces the person: "president of the *Quarry
 * Workers' Union*"? Of a body that nobody knows more of, a name of one word may be a firm's. */
static bool names_body(const struct px_article *article, struct px_slice role, uint8_t actor)
{
    if (role.size == 0 || role.data < article->text.data || role.data >= article->text.data + article->text.size)
        return false;
    uint32_t start = (uint32_t)(role.data - article->text.data);
    uint32_t end = px_compare_token_at(article, start + (uint32_t)role.size);
    for (size_t m = px_compare_mention_at(article, px_compare_token_at(article, start));
         m < article->mentions.count && article->mentions.items[m].first_token < end; m++) {
        const struct px_entity *body = &article->entities.items[article->mentions.items[m].entity];
        bool open = body->actor == PX_ACTOR_OTHER && !body->organ && actor == PX_ACTOR_CIVIL_SOCIETY &&
                    article->mentions.items[m].token_count > 1;
        if (body->kind == PX_ENTITY_ORGANISATION && (body->actor == actor || open))
            return true;
    }
    return false;
}

/* Is it sure that the speaker is of the civil society, or an expert: by a body's name, its own or one that he speaks
 * for? A role alone, "director", may be anybody's. */
static bool is_of_body(const struct px_compare_context *context, const struct px_referent *referent, uint8_t actor)
{
    bool found = false;
    for (size_t a = 0; (actor == PX_ACTOR_CIVIL_SOCIETY || actor == PX_ACTOR_EXPERT) && a < context->count; a++) {
        const struct px_entity *it = entity_in(context, referent, a);
        if (it == NULL)
            continue;
        if (tells_past(context, a, it))
            return false;
        found = found || (it->kind == PX_ENTITY_ORGANISATION && it->actor == actor) ||
                (it->kind == PX_ENTITY_PERSON && names_body(context->articles[a], it->role, actor));
    }
    return found;
}

/* The most frequent; the smaller number on a tie. */
uint8_t px_compare_most_voted(const uint32_t *votes, size_t first, size_t count)
{
    size_t best = first;
    for (size_t i = first; i < count; i++)
        if (votes[i] > votes[best])
            best = i;
    return (uint8_t)best;
}

/* What the referent is as a speaker: as its kind tells, or, of what is no person, as its statements do. */
static struct px_speaker settle(const struct px_compare_context *context, uint32_t number, const struct votes *votes,
                                struct px_buffer *fold, struct px_buffer *other)
{
    const struct px_referent *referent = &context->comparison->referents.items[number];
    struct px_speaker speaker = {.referent = number};
    uint32_t actors[PX_ACTOR_COUNT];
    bool former = referent->kind == PX_ENTITY_PERSON && is_former(context, referent, fold, other);
    memcpy(actors, votes->actors, sizeof actors);
    for (size_t a = 0; a < context->count; a++)
        if (entity_in(context, referent, a) != NULL)
            actors[entity_in(context, referent, a)->actor % PX_ACTOR_COUNT]++;
    if (former)
        actors[PX_ACTOR_STATE] = 0;
    uint8_t actor = px_compare_most_voted(actors, PX_ACTOR_OTHER + 1, PX_ACTOR_COUNT);
    bool official = referent->kind == PX_ENTITY_PERSON && !former && holds_office(context, referent);
    speaker.actor = official ? PX_ACTOR_STATE : actors[actor] > 0 ? actor : PX_ACTOR_OTHER;
    speaker.of_body = is_of_body(context, referent, speaker.actor);
    speaker.role = role_of(context, referent, former);
    if (!former)
        speaker.role = prefer_title(context, referent, speaker.role, fold, other);
    int kind = px_speaker_kind_of(referent->kind);
    uint8_t voted = px_compare_most_voted(votes->kinds, PX_SPEAKER_PERSON + 1, KINDS);
    bool writes = voted == PX_SPEAKER_DOCUMENT && kind >= 0; /* a body by its letters */
    speaker.kind = kind == PX_SPEAKER_PERSON || writes ? (uint8_t)kind
                   : votes->kinds[voted] > 0           ? voted
                   : kind >= 0                         ? (uint8_t)kind
                                                       : PX_SPEAKER_PERSON;
    if (speaker.kind == PX_SPEAKER_DOCUMENT && speaker.actor == PX_ACTOR_MEDIA)
        speaker.kind = PX_SPEAKER_MEDIA; /* "the Harbour Post" is no letter */
    return speaker;
}

static enum px_status settle_all(struct px_compare_context *context, struct px_error *error)
{
    size_t count = context->comparison->referents.count;
    struct votes *votes = px_arena_array(&context->scratch, struct votes, count + 1);
    struct px_speaker *settled = px_arena_array(&context->scratch, struct px_speaker, count + 1);
    struct px_buffer fold = {0}, other = {0};
    if (votes == NULL || settled == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_speaker *speaker = speaker_at(context, a, i);
            if (speaker->referent == PX_NONE)
                continue;
            votes[speaker->referent].kinds[speaker->kind]++;
            votes[speaker->referent].actors[speaker->actor]++;
        }
    for (uint32_t r = 0; r < count; r++)
        settled[r] = settle(context, r, &votes[r], &fold, &other);
    bool failed = fold.failed || other.failed;
    px_buffer_release(&fold);
    px_buffer_release(&other);
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++)
            if (speaker_at(context, a, i)->referent != PX_NONE)
                *speaker_at(context, a, i) = settled[speaker_at(context, a, i)->referent];
    context->settled = settled;
    return failed ? px_no_memory(error) : PX_OK;
}

enum px_status px_compare_speakers(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    enum px_status status = PX_OK;
    comparison->speakers = px_arena_array(&comparison->arena, struct px_speaker *, context->count);
    if (comparison->speakers == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        size_t count = context->articles[a]->attributions.count;
        comparison->speakers[a] = px_arena_array(&comparison->arena, struct px_speaker, count + 1);
        if (comparison->speakers[a] == NULL)
            return px_no_memory(error);
        for (size_t i = 0; i < count; i++)
            read_speaker(context, a, &context->articles[a]->attributions.items[i], &comparison->speakers[a][i]);
        link_offices(context, a);
    }
    status = px_compare_doubts(context, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = share_descriptions(context, a, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        px_compare_doubt_titles(context, a);
    return status != PX_OK ? status : settle_all(context, error);
}
