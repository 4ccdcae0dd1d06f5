#include <math.h>
#include <stdlib.h>

#include "sourcing/sourcing.h"

enum column {
    BIAS,
    CUE,
    CUE_BEGINS,
    CUE_HIGHEST,
    CONTENT_LENGTH,
    NO_CONTENT,
    NO_SOURCE,
    CONTENT,
    SOURCE,
    QUOTED,
    CUE_QUOTED,
    TITLE,
    INSIDE,
    INSIDE_CUE,
    COVERS,
    COVERS_CUE,
    SEVERAL_WORDS,
    VERB,
    CUE_NO_SOURCE,
    INSIDE_SURER,
    CUE_QUOTED_CUE,
    CONTENT_PARTS
};

static const struct px_slice names[PX_SOURCING_COLUMNS] = {
    [BIAS] = PX_SLICE_STATIC("bias"),
    [CUE] = PX_SLICE_STATIC("cue"),
    [CUE_BEGINS] = PX_SLICE_STATIC("cue_begins"),
    [CUE_HIGHEST] = PX_SLICE_STATIC("cue_highest"),
    [CONTENT_LENGTH] = PX_SLICE_STATIC("content_length"),
    [NO_CONTENT] = PX_SLICE_STATIC("no_content"),
    [NO_SOURCE] = PX_SLICE_STATIC("no_source"),
    [CONTENT] = PX_SLICE_STATIC("content"),
    [SOURCE] = PX_SLICE_STATIC("source"),
    [QUOTED] = PX_SLICE_STATIC("quoted"),
    [CUE_QUOTED] = PX_SLICE_STATIC("cue_quoted"),
    [TITLE] = PX_SLICE_STATIC("title"),
    [INSIDE] = PX_SLICE_STATIC("inside"),
    [INSIDE_CUE] = PX_SLICE_STATIC("inside*cue"),
    [COVERS] = PX_SLICE_STATIC("covers"),
    [COVERS_CUE] = PX_SLICE_STATIC("covers*cue"),
    [SEVERAL_WORDS] = PX_SLICE_STATIC("several_words"),
    [VERB] = PX_SLICE_STATIC("verb"),
    [CUE_NO_SOURCE] = PX_SLICE_STATIC("cue*no_source"),
    [INSIDE_SURER] = PX_SLICE_STATIC("inside_surer"),
    [CUE_QUOTED_CUE] = PX_SLICE_STATIC("cue_quoted*cue"),
    [CONTENT_PARTS] = PX_SLICE_STATIC("content_parts"),
};

const struct px_slice *px_sourcing_columns(void)
{
    return names;
}

/* Log-odds, kept away from certainty. */
static float log_odds(float p)
{
    float odds = logf((p + 1e-4F) / (1 - p + 1e-4F));
    return odds > 5 ? 5 : odds < -5 ? -5 : odds;
}

void px_sourcing_row(const struct px_sourcing_view *view, const struct px_sourcing_find *find,
                     float row[PX_SOURCING_COLUMNS])
{
    const struct px_sourcing_token *head = &view->tokens[find->head];
    float cue = log_odds(find->mean);
    bool none = find->content_count == 0, speechless = find->source_count == 0;
    row[BIAS] = 1;
    row[CUE] = cue;
    row[CUE_BEGINS] = log_odds(find->begins);
    row[CUE_HIGHEST] = log_odds(find->highest);
    row[CONTENT_LENGTH] = logf(1 + (float)find->content_count);
    row[NO_CONTENT] = none;
    row[NO_SOURCE] = speechless;
    row[CONTENT] = none ? 0 : log_odds(find->content_mean);
    row[SOURCE] = speechless ? 0 : log_odds(find->source_mean);
    row[QUOTED] = none ? 0 : (float)find->quoted_count / (float)find->content_count;
    row[CUE_QUOTED] = head->quotation != PX_NONE;
    row[TITLE] = view->sentences[head->sentence].heading == 2;
    row[INSIDE] = find->inside;
    row[INSIDE_CUE] = find->inside * find->mean;
    row[COVERS] = find->covers;
    row[COVERS_CUE] = find->covers * find->mean;
    row[SEVERAL_WORDS] = find->cue.end - find->cue.first > 1;
    row[VERB] = (head->kinds & PX_KIND_VERB) != 0;
    row[CUE_NO_SOURCE] = speechless ? cue : 0;
    row[INSIDE_SURER] = find->inside > find->mean;
    row[CUE_QUOTED_CUE] = row[CUE_QUOTED] * cue;
    row[CONTENT_PARTS] = (float)find->content.count;
}

struct rank {
    double confidence;
    uint32_t find;
};

static int compare_ranks(const void *a, const void *b)
{
    const struct rank *x = a;
    const struct rank *y = b;
    if (x->confidence != y->confidence)
        return x->confidence > y->confidence ? -1 : 1;
    return x->find < y->find ? -1 : x->find > y->find;
}

enum owner { FREE, OF_CONTENT, OF_CUE, OF_SOURCE };

enum { QUOTED_LEAST = 4 }; /* tokens of a quotation, marks included */

static bool is_inside(const struct px_sourcing_find *find, const uint8_t *owners)
{
    for (uint32_t t = find->cue.first; t < find->cue.end; t++)
        if (owners[t] == OF_CONTENT)
            return true;
    return false;
}

/* Tokens of the content that nobody holds yet. */
static uint32_t count_free(const struct px_sourcing_find *find, const uint8_t *owners)
{
    uint32_t count = 0;
    for (size_t r = 0; r < find->content.count; r++)
        for (uint32_t t = find->content.items[r].first; t < find->content.items[r].end; t++)
            count += owners[t] == FREE;
    return count;
}

/* The same of tokens in quoted speech. */
static uint32_t count_free_quoted(const struct px_sourcing_view *view, const struct px_sourcing_find *find,
                                  const uint8_t *owners)
{
    uint32_t count = 0;
    for (size_t r = 0; r < find->content.count; r++)
        for (uint32_t t = find->content.items[r].first; t < find->content.items[r].end; t++)
            count += owners[t] == FREE && view->tokens[t].quoted >= PX_QUOTED_FIRST &&
                     view->tokens[t].quoted <= PX_QUOTED_LAST;
    return count;
}

/* Does it stand beside those that stand already? A quotation that has no home yet takes what it can get. */
static bool may_stand(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                      const struct px_sourcing_find *find, const uint8_t *owners)
{
    uint32_t free = count_free(find, owners);
    if (free == 0 || 2 * free < find->content_count || is_inside(find, owners))
        return false;
    uint32_t quoted = find->confidence >= model->standing ? 0 : count_free_quoted(view, find, owners);
    return find->confidence >= model->standing || (quoted >= QUOTED_LEAST && 2 * quoted >= find->content_count);
}

/* Keeps of the content what is free, and takes all that is the find's. */
static bool take(struct px_sourcing_find *find, uint8_t *owners, struct px_arena *arena)
{
    struct px_ranges kept = {0};
    for (size_t r = 0; r < find->content.count; r++) {
        struct px_range part = find->content.items[r];
        for (uint32_t t = part.first; t < part.end; t++) {
            if (owners[t] != FREE)
                continue;
            struct px_range *last = kept.count == 0 ? NULL : &kept.items[kept.count - 1];
            owners[t] = OF_CONTENT;
            if (last != NULL && last->end == t)
                last->end++;
            else if ((last = px_vector_push(&kept, arena)) != NULL)
                *last = (struct px_range){t, t + 1};
            else
                return false;
        }
    }
    find->content = kept;
    find->stands = true;
    for (uint32_t t = find->cue.first; t < find->cue.end; t++)
        owners[t] = OF_CUE;
    for (size_t r = 0; r < find->source.count; r++)
        for (uint32_t t = find->source.items[r].first; t < find->source.items[r].end; t++)
            if (owners[t] == FREE)
                owners[t] = OF_SOURCE;
    return true;
}

enum px_status px_sourcing_choose(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                  struct px_sourcing_finds *finds, struct px_error *error)
{
    struct px_arena *arena = view->scene->arena;
    struct rank *ranks = px_arena_array(arena, struct rank, finds->count + 1);
    uint8_t *owners = px_arena_array(arena, uint8_t, view->count + 1);
    bool fine = ranks != NULL && owners != NULL;
    for (size_t i = 0; fine && i < finds->count; i++) {
        float row[PX_SOURCING_COLUMNS];
        px_sourcing_row(view, &finds->items[i], row);
        finds->items[i].confidence = 1 / (1 + exp(-px_linear_score(model->accept, row)));
        ranks[i] = (struct rank){finds->items[i].confidence, (uint32_t)i};
    }
    if (fine)
        qsort(ranks, finds->count, sizeof *ranks, compare_ranks);
    for (size_t i = 0; fine && i < finds->count; i++) {
        struct px_sourcing_find *find = &finds->items[ranks[i].find];
        if (may_stand(model, view, find, owners))
            fine = take(find, owners, arena);
    }
    return fine ? PX_OK : px_no_memory(error);
}
