/* Motives, blame and credit, by referent and speaker: the articles' own finds, with names that hold over all
 * articles. */
#include "contrast/contrast.h"

/* The words of a phrase, without the capital with which a sentence made it begin: "a new poll". */
static struct px_slice running(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    struct px_slice words = px_slice_span(a->text, span);
    uint32_t first = px_compare_token_at(a, span.start);
    bool small = first < a->tokens.count && px_compare_form(context, &a->tokens.items[first])->stop && words.size > 1 &&
                 px_slice_is_capital(words, 0) && !px_slice_is_capital(words, 1);
    char *copy = small ? px_arena_take(&context->comparison->arena, words.size) : NULL;
    if (copy == NULL)
        return words;
    memcpy(copy, words.data, words.size);
    copy[0] = (char)(words.data[0] - 'A' + 'a');
    return (struct px_slice){copy, words.size};
}

struct px_slice px_compare_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    const struct px_article *a = context->articles[article];
    if (attribution == PX_NONE)
        return (struct px_slice){NULL, 0};
    const struct px_attribution *it = &a->attributions.items[attribution];
    const struct px_speaker *speaker = &context->comparison->speakers[article][attribution];
    if (speaker->shown.size > 0)
        return speaker->shown;
    if (speaker->referent != PX_NONE)
        return context->comparison->referents.items[speaker->referent].name;
    if (it->speaker.count == 0 || speaker->unclear)
        return PX_SLICE("(not named)");
    return running(context, article, px_attribution_namer(it));
}

/* The name of a party over all articles, or its words; empty where it is not told. */
static struct px_slice party_name(const struct px_compare_context *context, size_t article,
                                  const struct px_party *party)
{
    uint32_t referent = px_compare_referent(context, article, party->entity);
    return referent != PX_NONE ? context->comparison->referents.items[referent].name
                               : running(context, article, party->words);
}

/* Who blames, as the table of speakers shows him where he has a row; else by his name or words. */
static struct px_slice blamer(const struct px_compare_context *context, size_t article, const struct px_party *party)
{
    const struct px_article *a = context->articles[article];
    for (uint32_t i = 0; party->entity == PX_NONE && i < a->attributions.count; i++)
        if (a->attributions.items[i].speaker.count > 0 && party->words.start < party->words.end &&
            px_attribution_namer(&a->attributions.items[i]).start == party->words.start &&
            context->comparison->speakers[article][i].shown.size > 0)
            return context->comparison->speakers[article][i].shown;
    return party_name(context, article, party);
}

static bool add_motive(struct px_compare_context *context, uint32_t article, uint32_t index)
{
    const struct px_article *a = context->articles[article];
    const struct px_motive *motive = &a->motives.items[index];
    struct px_motive_row *row = px_vector_push(&context->comparison->motives, &context->comparison->arena);
    if (row == NULL)
        return false;
    uint32_t speaker = motive->attribution == PX_NONE ? PX_NONE : a->attributions.items[motive->attribution].entity;
    bool sure = motive->attribution != PX_NONE && px_attribution_counts(&a->attributions.items[motive->attribution]);
    struct px_slice by = sure ? px_compare_speaker(context, article, motive->attribution) : (struct px_slice){NULL, 0};
    *row = (struct px_motive_row){article,
                                  index,
                                  party_name(context, article, &motive->actor),
                                  px_compare_referent(context, article, motive->actor.entity),
                                  by,
                                  speaker != PX_NONE && speaker == motive->actor.entity};
    return true;
}

enum px_status px_compare_motives(struct px_compare_context *context, struct px_error *error)
{
    bool done = true;
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t i = 0; done && i < context->articles[a]->motives.count; i++)
            done = add_motive(context, a, i);
    return done ? PX_OK : px_no_memory(error);
}

static bool add_blame(struct px_compare_context *context, uint32_t article, uint32_t index)
{
    const struct px_blame *blame = &context->articles[article]->blames.items[index];
    struct px_blame_row *row = px_vector_push(&context->comparison->blame, &context->comparison->arena);
    if (row == NULL)
        return false;
    struct px_slice by = blamer(context, article, &blame->by);
    *row = (struct px_blame_row){article, index, party_name(context, article, &blame->target),
                                 px_compare_referent(context, article, blame->target.entity),
                                 !blame->others ? px_compare_speaker(context, article, blame->attribution)
                                 : by.size > 0  ? by
                                                : PX_SLICE("(not named)")};
    return true;
}

enum px_status px_compare_blame(struct px_compare_context *context, struct px_error *error)
{
    bool done = true;
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t i = 0; done && i < context->articles[a]->blames.count; i++)
            done = add_blame(context, a, i);
    return done ? PX_OK : px_no_memory(error);
}

uint32_t px_blame_by(const struct px_article *article, const struct px_blame *blame)
{
    if (blame->others)
        return blame->by.entity;
    return blame->attribution == PX_NONE ? PX_NONE : article->attributions.items[blame->attribution].entity;
}

bool px_words_hold_name(struct px_slice words)
{
    bool capital = px_slice_is_capital(words, 0);
    for (size_t i = 1; i < words.size; i++)
        if (px_slice_is_capital(words, i) || (capital && px_words_genitive(words, i) > 0)) /* "Hask's office" */
            return true;
    return px_slice_find(words, PX_SLICE(" "), 0) == SIZE_MAX;
}

/* Does a name or a noun for people tell who blames or praises? A word alone, "Many", may have its capital from its
 * place. */
static bool is_named(const struct px_article *article, const struct px_blame *blame, struct px_slice by)
{
    return by.size == 0 || (blame->others && blame->people) ||
           (px_words_hold_name(by) &&
            (px_blame_by(article, blame) != PX_NONE || px_slice_find(by, PX_SLICE(" "), 0) != SIZE_MAX));
}

bool px_blame_is_told(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    const struct px_article *article = comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    return (blame->others || blame->attribution == PX_NONE ||
            px_attribution_counts(&article->attributions.items[blame->attribution])) &&
           is_named(article, blame, row->by);
}
