/* What an article takes as given, against what the others make of the same deed: attributed to somebody, doubted or
 * denied. The same deed is the same charge of the same people: nobody who is known on both sides may differ, and one
 * must be the same. Where the words are no charge, it is the same verb, and both must be the same. */
#include "contrast/contrast.h"

enum { MOST_ACTS = 400, MOST_GIVENS = 100 };

/* A deed of an article. */
struct deed {
    size_t article;
    const struct px_act *act;
};

/* -1 where two known people differ, 1 where they are the same, 0 where one is not known. */
static int agree(const struct px_compare_context *context, const struct deed *a, uint32_t entity_a,
                 const struct deed *b, uint32_t entity_b)
{
    uint32_t x = px_compare_referent(context, a->article, entity_a);
    uint32_t y = px_compare_referent(context, b->article, entity_b);
    return x == PX_NONE || y == PX_NONE ? 0 : x == y ? 1 : -1;
}

static bool is_same(const struct px_compare_context *context, const struct deed *a, const struct deed *b)
{
    bool charge = a->act->claim.size > 0 && px_slice_equal(a->act->claim, b->act->claim);
    bool verb = a->act->claim.size == 0 && a->act->verb.size > 0 && px_slice_equal(a->act->verb, b->act->verb);
    if (!charge && !verb)
        return false;
    int agent = agree(context, a, a->act->agent, b, b->act->agent);
    int patient = agree(context, a, a->act->patient, b, b->act->patient);
    if (agent < 0 || patient < 0)
        return false;
    return charge ? agent + patient > 0 : agent + patient == 2;
}

/* What the other article does with the deed. */
enum { NOTHING = -2, ALSO_GIVEN = -1 };

/* A noun says neither where it stands under a word of speech in the article's own words ("the talk of an invasion"),
 * and a negation above it need not deny it ("could not prevent an attack"). */
static int against_of(const struct px_article *article, const struct px_act *act)
{
    bool noun = act->kind == PX_ACT_NOMINAL;
    if (act->attribution == PX_NONE && act->voice == PX_VOICE_DIRECT) /* nobody knows whose */
        return NOTHING;
    if (act->attribution == PX_NONE && !act->negated)
        return noun && act->put_forward ? NOTHING : ALSO_GIVEN;
    if (!act->put_forward || (noun && (act->attribution == PX_NONE || act->kept_open)))
        return NOTHING;
    if (act->negated && !noun)
        return PX_AGAINST_DENIED;
    const struct px_attribution *attribution = &article->attributions.items[act->attribution];
    if (attribution->denied || attribution->uptake == PX_UPTAKE_REBUTTED)
        return PX_AGAINST_DENIED;
    if (attribution->tone == PX_TONE_AFFIRMING || attribution->uptake == PX_UPTAKE_ENDORSED)
        return ALSO_GIVEN;
    bool doubted = attribution->tone == PX_TONE_DOUBTING || attribution->uptake == PX_UPTAKE_UNDERCUT;
    return doubted ? PX_AGAINST_DOUBTED : PX_AGAINST_ATTRIBUTED;
}

/* Of two that an article holds against a deed, the stronger; of two alike the first. */
static void strengthen(struct px_counter *best, struct px_counter found)
{
    if (best->sentence == PX_NONE || found.against > best->against)
        *best = found;
}

/* What the acts of the other article hold against the deed; `*echoed` where one tells it and holds nothing. False where it
 * tells it in its own voice, too. */
static bool read_acts(const struct px_compare_context *context, const struct deed *given, size_t other,
                      struct px_counter *best, bool *echoed)
{
    const struct px_article *article = context->articles[other];
    for (size_t i = 0; i < article->acts.count && i < MOST_ACTS; i++) {
        struct deed deed = {other, &article->acts.items[i]};
        if (!is_same(context, given, &deed))
            continue;
        int against = against_of(article, deed.act);
        if (against == ALSO_GIVEN)
            return false;
        *echoed = *echoed || against == NOTHING;
        if (against != NOTHING)
            strengthen(best, (struct px_counter){(uint32_t)other, deed.act->sentence,
                                                 px_compare_speaker(context, other, deed.act->attribution),
                                                 (uint8_t)against});
    }
    return true;
}

/* "May accused Russia of meddling": the same charge, of who does the deed. */
static void read_blames(const struct px_compare_context *context, const struct deed *given, size_t other,
                        struct px_counter *best)
{
    uint32_t agent = px_compare_referent(context, given->article, given->act->agent);
    for (size_t i = 0; agent != PX_NONE && i < context->comparison->blame.count; i++) {
        const struct px_blame_row *row = &context->comparison->blame.items[i];
        const struct px_blame *blame = &context->articles[row->article]->blames.items[row->blame];
        if (row->article == other && row->referent == agent && !blame->credit && !blame->negated &&
            blame->claim.size > 0 && px_slice_equal(blame->claim, given->act->claim) && row->by.size > 0)
            strengthen(best, (struct px_counter){(uint32_t)other, blame->sentence, row->by, PX_AGAINST_ATTRIBUTED});
    }
}

/* The strongest that the other article holds against the deed. */
static bool add_counter(struct px_compare_context *context, const struct deed *given, size_t other,
                        struct px_given_row *row)
{
    struct px_counter best = {.sentence = PX_NONE};
    bool echoed = false;
    if (!read_acts(context, given, other, &best, &echoed))
        return true;
    read_blames(context, given, other, &best);
    row->echoed = row->echoed || (echoed && best.sentence == PX_NONE);
    if (best.sentence == PX_NONE)
        return true;
    struct px_counter *counter = px_vector_push(&row->counters, &context->comparison->arena);
    if (counter != NULL)
        *counter = best;
    return counter != NULL;
}

/* Who takes it for fact: empty where the article itself does. */
static struct px_slice speaker_of(const struct px_compare_context *context, uint32_t article,
                                  const struct px_given *given)
{
    return given->attribution == PX_NONE && given->voice == PX_VOICE_DIRECT
               ? PX_SLICE("(not named)")
               : px_compare_speaker(context, article, given->attribution);
}

static bool add_given(struct px_compare_context *context, uint32_t article, uint32_t index)
{
    const struct px_given *given = &context->articles[article]->givens.items[index];
    const struct deed deed = {article, &context->articles[article]->acts.items[given->act]};
    struct px_given_row *row = px_vector_push(&context->comparison->givens, &context->comparison->arena);
    if (row == NULL)
        return false;
    *row = (struct px_given_row){.article = article,
                                 .given = index,
                                 .referent = px_compare_referent(context, article, deed.act->agent),
                                 .speaker = speaker_of(context, article, given)};
    if (row->referent != PX_NONE)
        row->about = context->comparison->referents.items[row->referent].name;
    bool done = true;
    for (size_t b = 0; done && row->speaker.size == 0 && index < MOST_GIVENS && b < context->count; b++)
        done = b == article || add_counter(context, &deed, b, row);
    return done;
}

enum px_status px_compare_givens(struct px_compare_context *context, struct px_error *error)
{
    bool done = true;
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t i = 0; done && i < context->articles[a]->givens.count; i++)
            done = add_given(context, a, i);
    return done ? PX_OK : px_no_memory(error);
}
