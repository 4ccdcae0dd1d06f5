/* Speakers: who speaks in each attribution, whom he acts for and under what role, settled once over all articles.
 *
 * Somebody known by a description alone ("the front-runner") is whoever the words around tell: who holds the office in
 * another article, or who is quoted with the same words by name. Where nothing tells, he may be anybody whom the articles
 * name, and stays `described`: no claim rests on him. */
#include "base/buffer.h"
#include "contrast/speaker_office.h"
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

/* "Six", "most", "percent" */
static bool is_number(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    static const char *const kinds[] = {"quantity.share", "quantity.part", "quantity.about"};
    bool number = article->tokens.items[token].kind == PX_TOKEN_NUMBER ||
                  px_compare_hit(context, article, token, false, PX_LEXICON_NUMBERS, "number") != NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        number = number || px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, kinds[i]) != NULL;
    return number;
}

/* "It", "they", "who", and of those who were asked "six in ten", "22 percent": function words and numbers alone; but "the
 * three" are those told of before. */
static bool is_function_words(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    uint32_t first = px_compare_token_at(a, span.start), end = px_compare_token_at(a, span.end);
    bool definite = first < a->tokens.count && px_compare_is_class(context, a, first, "grammar.definite");
    for (uint32_t t = first; t < end; t++)
        if (px_token_counts(&a->tokens.items[t]) && !px_compare_form(context, &a->tokens.items[t])->stop &&
            (definite || !is_number(context, a, t)))
            return false;
    return true;
}

/* "*Looks like* someone", "Hask, *46 percent* to 44": words that a verb begins, or that tell a share, are nobody's name. */
static bool names_nobody(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    uint32_t first = px_compare_token_at(a, span.start), end = px_compare_token_at(a, span.end);
    bool verb = a->lexemes != NULL && first + 1 < end && a->lexemes[first].word_class == PX_WORD_VERB &&
                (px_compare_is_class(context, a, first + 1, "grammar.article") ||
                 px_compare_is_class(context, a, first + 1, "grammar.preposition"));
    for (uint32_t t = first; !verb && t < end; t++)
        if (px_compare_hit(context, a, t, false, PX_LEXICON_QUANTITIES, "quantity.share") != NULL)
            return true;
    return verb;
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

/* "*angry* campaigners": does the phrase begin with a word that tells which people of a group they are, of whom the article
 * may tell others under the same noun? */
static bool is_some_of_group(const struct px_compare_context *context, size_t article,
                             const struct px_attribution *attribution)
{
    const struct px_article *a = context->articles[article];
    const struct px_entity *it = attribution->entity == PX_NONE ? NULL : &a->entities.items[attribution->entity];
    if (it == NULL || it->kind != PX_ENTITY_GROUP)
        return false;
    if (attribution->clausal) /* "campaigners *who were angry*" */
        return true;
    uint32_t first = px_compare_token_at(a, px_attribution_namer(attribution).start);
    const struct px_token *word = &a->tokens.items[first];
    size_t m = px_compare_mention_at(a, first);
    return !px_compare_form(context, word)->stop && m < a->mentions.count &&
           a->mentions.items[m].entity == attribution->entity && a->mentions.items[m].end > word->end &&
           px_slice_find(it->name, px_slice_part(a->text, word->start, word->end), 0) == SIZE_MAX;
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
    if (is_some_of_group(context, article, attribution))
        speaker->referent = PX_NONE;
    if (speaker->referent != PX_NONE || speaker->unclear)
        return;
    struct px_span namer = px_attribution_namer(attribution);
    bool one = speaker->kind != PX_SPEAKER_DOCUMENT && speaker->kind != PX_SPEAKER_GROUP; /* "his aides" are some */
    speaker->unclear = is_function_words(context, article, namer) || names_nobody(context, article, namer) ||
                       (one && is_nobodys(context, article, namer));
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

/* "a *council* spokesman": who speaks for a body, and is nobody whom the articles name, is a person without a name, and
 * not the body. */
static void part_delegates(struct px_compare_context *context, size_t article)
{
    const struct px_article *a = context->articles[article];
    for (size_t i = 0; i < a->attributions.count; i++) {
        const struct px_attribution *it = &a->attributions.items[i];
        struct px_speaker *speaker = speaker_at(context, article, i);
        bool body =
            speaker->referent != PX_NONE && speaker->referent == px_compare_referent(context, article, it->entity);
        if (!it->delegate || it->speaker.count == 0 || !body)
            continue;
        speaker->referent = PX_NONE;
        speaker->kind = PX_SPEAKER_PERSON;
        speaker->described = !it->anonymous;
    }
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
    bool former = referent->kind == PX_ENTITY_PERSON && px_speaker_is_former(context, referent, fold, other);
    memcpy(actors, votes->actors, sizeof actors);
    for (size_t a = 0; a < context->count; a++)
        if (referent->entity[a] != PX_NONE)
            actors[context->articles[a]->entities.items[referent->entity[a]].actor % PX_ACTOR_COUNT]++;
    if (former)
        actors[PX_ACTOR_STATE] = 0;
    uint8_t actor = px_compare_most_voted(actors, PX_ACTOR_OTHER + 1, PX_ACTOR_COUNT);
    bool official = referent->kind == PX_ENTITY_PERSON && !former && px_speaker_holds_office(context, referent);
    uint8_t served = official ? px_speaker_served(context, referent) : PX_ACTOR_OTHER;
    speaker.actor = served != PX_ACTOR_OTHER ? served
                    : official               ? PX_ACTOR_STATE
                    : actors[actor] > 0      ? actor
                                             : PX_ACTOR_OTHER;
    bool open = speaker.actor == PX_ACTOR_OTHER || speaker.actor == PX_ACTOR_CITIZEN;
    if (former && open && px_speaker_governed(context, referent, fold, other))
        speaker.actor = PX_ACTOR_PARTY;
    speaker.role = px_speaker_role(context, referent, former, fold, other);
    int kind = px_speaker_kind_of(referent->kind);
    uint8_t voted = px_compare_most_voted(votes->kinds, PX_SPEAKER_PERSON + 1, KINDS);
    bool writes = voted == PX_SPEAKER_DOCUMENT && kind >= 0; /* a body by its letters */
    speaker.kind = kind == PX_SPEAKER_PERSON || writes ? (uint8_t)kind
                   : votes->kinds[voted] > 0           ? voted
                   : kind >= 0                         ? (uint8_t)kind
                                                       : PX_SPEAKER_PERSON;
    if ((speaker.kind == PX_SPEAKER_DOCUMENT || speaker.kind == PX_SPEAKER_INSTITUTION) &&
        speaker.actor == PX_ACTOR_MEDIA)
        speaker.kind = PX_SPEAKER_MEDIA; /* "the Harbour Post" is no letter, and "KVN" is what others of its kind are */
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
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        part_delegates(context, a);
        status = share_descriptions(context, a, error);
    }
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        px_compare_doubt_titles(context, a);
    return status != PX_OK ? status : settle_all(context, error);
}
