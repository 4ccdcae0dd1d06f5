/* Cues that may report, and what each takes. */
#include <math.h>

#include "sourcing/sourcing_finder.h"

enum { CUE_LIMIT = 16 };

#define PROPOSED .7F /* share of a cue that grammar proposes */

/* Does a cue go on from the token before? */
static bool goes_on(const struct px_finder *finder, uint32_t token, uint32_t first)
{
    const struct px_finder_shares *shares = &finder->shares;
    return token > first && token - first < CUE_LIMIT && shares->cue[token] >= finder->model->candidate &&
           shares->begins[token] <= shares->goes_on[token];
}

static bool add_find(struct px_finder *finder, uint32_t first, uint32_t end)
{
    struct px_sourcing_find *find = px_vector_push(finder->finds, finder->arena);
    if (find == NULL)
        return false;
    *find = (struct px_sourcing_find){
        .cue = {first, end},
        .number = (uint32_t)(finder->finds->count - 1),
        .begins = finder->shares.begins[first],
    };
    for (uint32_t t = first; t < end; t++) {
        find->mean += finder->shares.cue[t] / (float)(end - first);
        find->highest = fmaxf(find->highest, finder->shares.cue[t]);
    }
    for (uint32_t t = first; find->mean >= finder->model->context && t < end; t++)
        finder->owners[t] = find->number;
    return true;
}

static void propose_cues(struct px_finder *finder)
{
    const struct px_scene *scene = finder->view->scene;
    for (size_t i = 0; i < scene->cues.count; i++) {
        uint32_t token = scene->cues.items[i].core.first;
        if (finder->shares.cue[token] < PROPOSED && px_sourcing_is_proposed(finder->view, &scene->cues.items[i]))
            finder->shares.cue[token] = finder->shares.begins[token] = PROPOSED;
    }
}

static bool find_cues(struct px_finder *finder)
{
    const struct px_sourcing_view *view = finder->view;
    propose_cues(finder);
    for (uint32_t s = 0; s < view->sentence_count; s++) {
        uint32_t end = view->sentences[s].end;
        for (uint32_t t = view->sentences[s].first; t < end;) {
            uint32_t first = t++;
            if (finder->shares.cue[first] < finder->model->candidate || px_sourcing_describes(view->scene, first))
                continue;
            while (t < end && goes_on(finder, t, first))
                t++;
            if (t == first + 1 && px_sourcing_is_attribute(view->scene, first))
                continue;
            if (!add_find(finder, first, t))
                return false;
        }
    }
    return true;
}

/* Takes the token into the ranges, after those before it. */
static bool extend(struct px_ranges *ranges, uint32_t token, struct px_arena *arena)
{
    if (ranges->count > 0 && ranges->items[ranges->count - 1].end == token) {
        ranges->items[ranges->count - 1].end++;
        return true;
    }
    struct px_range *range = px_vector_push(ranges, arena);
    if (range != NULL)
        *range = (struct px_range){token, token + 1};
    return range != NULL;
}

static void forget_arguments(struct px_sourcing_find *find)
{
    find->source = find->decoded = (struct px_ranges){0};
    find->source_count = find->content_count = find->quoted_count = 0;
    find->source_mean = find->content_mean = 0;
}

/* What the decoded labels of the window say. */
static bool take_labels(struct px_finder *finder, struct px_range window, struct px_sourcing_find *find)
{
    forget_arguments(find);
    const struct px_finder_room *room = &finder->room;
    for (uint32_t t = window.first; t < window.end; t++) {
        size_t i = t - window.first;
        const float *shares = room->shares + i * PX_ARGUMENT_LABELS;
        if (room->labels[i] == PX_ARGUMENT_SOURCE) {
            find->source_count++;
            find->source_mean += shares[PX_ARGUMENT_SOURCE];
            if (!extend(&find->source, t, finder->arena))
                return false;
        } else if (room->labels[i] == PX_ARGUMENT_CONTENT) {
            find->content_count++;
            find->content_mean += shares[PX_ARGUMENT_CONTENT];
            find->quoted_count += finder->view->tokens[t].quotation != PX_NONE;
            if (!extend(&find->decoded, t, finder->arena))
                return false;
        }
    }
    if (find->source_count > 0)
        find->source_mean /= (float)find->source_count;
    if (find->content_count > 0)
        find->content_mean /= (float)find->content_count;
    find->content = find->decoded;
    return true;
}

/* What `document` thinks of the token, whoever's it is, has a say in whose it is. */
static void add_document(const struct px_finder *finder, uint32_t token, float *scores)
{
    const float *odds = finder->finds->odds + (size_t)token * PX_ARGUMENT_CUE;
    for (uint32_t l = 0; l < PX_ARGUMENT_CUE; l++)
        scores[l] += odds[l];
}

/* Labels and shares of the window's tokens, into the room. */
static void decode(struct px_finder *finder, const struct px_sourcing_place *place)
{
    const struct px_sourcing_model *model = finder->model;
    struct px_finder_room *room = &finder->room;
    struct px_sourcing_features features;
    size_t count = place->window.end - place->window.first;
    for (size_t i = 0; i < count; i++) {
        uint32_t t = place->window.first + (uint32_t)i;
        float scores[PX_HASHED_WIDTH];
        px_sourcing_argument(place, t, &features);
        px_finder_add_up(&model->arguments, PX_ARGUMENT_LABELS, &features, scores);
        add_document(finder, t, scores);
        memcpy(room->scores + i * PX_ARGUMENT_LABELS, scores, PX_ARGUMENT_LABELS * sizeof *scores);
        room->bounds[i] = px_sourcing_argument_bound(place, t);
    }
    px_chain_marginals(&model->argument, room->scores, room->bounds, count, room->work, room->shares);
    px_chain_decode(&model->argument, room->scores, room->bounds, count, room->work, room->labels);
}

/* Would a second reading see anything else than the first? */
static bool is_changed(const struct px_finder *finder, struct px_range window)
{
    return finder->changes == NULL || finder->changes[window.end] > finder->changes[window.first];
}

static bool find_arguments(struct px_finder *finder, size_t item)
{
    struct px_sourcing_find *find = &finder->finds->items[item];
    struct px_sourcing_place place;
    uint32_t kept[CUE_LIMIT];
    for (uint32_t t = find->cue.first; t < find->cue.end; t++) {
        kept[t - find->cue.first] = finder->owners[t];
        finder->owners[t] = find->number;
    }
    if (!px_sourcing_place_init(&place, finder->view, finder->owners, find->number, find->cue, finder->arena) ||
        !px_finder_reserve(finder, place.window.end - place.window.first))
        return false;
    find->head = place.head;
    bool again = is_changed(finder, place.window);
    if (again)
        decode(finder, &place);
    for (uint32_t t = find->cue.first; t < find->cue.end; t++)
        finder->owners[t] = kept[t - find->cue.first];
    return !again || take_labels(finder, place.window, find);
}

/* How sure the cues are that hold each cue in their content, and those that it holds. */
static bool compare_contents(struct px_finder *finder)
{
    struct px_sourcing_finds *finds = finder->finds;
    uint32_t *numbers = px_arena_array(finder->arena, uint32_t, finder->view->count + 1);
    if (numbers == NULL)
        return false;
    memset(numbers, 0xFF, (finder->view->count + 1) * sizeof *numbers);
    for (size_t i = 0; i < finds->count; i++)
        for (uint32_t t = finds->items[i].cue.first; t < finds->items[i].cue.end; t++)
            numbers[t] = (uint32_t)i;
    for (size_t i = 0; i < finds->count; i++) {
        struct px_sourcing_find *find = &finds->items[i];
        for (size_t r = 0; r < find->content.count; r++)
            for (uint32_t t = find->content.items[r].first; t < find->content.items[r].end; t++) {
                if (numbers[t] == PX_NONE || numbers[t] == i)
                    continue;
                struct px_sourcing_find *other = &finds->items[numbers[t]];
                other->inside = fmaxf(other->inside, find->mean);
                find->covers = fmaxf(find->covers, other->mean);
            }
    }
    return true;
}

/* Nobody owns a token yet; `owners` is NULL when memory is out. */
static struct px_finder begin(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                              struct px_sourcing_finds *finds)
{
    struct px_arena *arena = view->scene->arena;
    struct px_finder finder = {
        .model = model,
        .view = view,
        .finds = finds,
        .arena = arena,
        .room = {.arena = arena},
        .owners = px_arena_array(arena, uint32_t, view->count + 1),
    };
    if (finder.owners != NULL)
        memset(finder.owners, 0xFF, (view->count + 1) * sizeof *finder.owners);
    return finder;
}

static bool read_arguments(struct px_finder *finder)
{
    if (!px_finder_each(finder, finder->finds->count, find_arguments))
        return false;
    for (size_t i = 0; i < finder->finds->count; i++)
        px_sourcing_limit(finder->view, &finder->finds->items[i]);
    return compare_contents(finder);
}

enum px_status px_sourcing_find(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                struct px_sourcing_finds *finds, struct px_error *error)
{
    struct px_arena *arena = view->scene->arena;
    size_t count = view->count + 1;
    struct px_finder finder = begin(model, view, finds);
    finder.shares = (struct px_finder_shares){px_arena_array(arena, float, count), px_arena_array(arena, float, count),
                                              px_arena_array(arena, float, count)};
    finds->source = px_arena_array(arena, float, count);
    finds->odds = px_arena_array(arena, float, count *PX_ARGUMENT_CUE);
    bool fine = finder.shares.cue != NULL && finder.shares.begins != NULL && finder.shares.goes_on != NULL &&
                finds->source != NULL && finds->odds != NULL && finder.owners != NULL;
    fine = fine && px_finder_read_words(&finder) && find_cues(&finder) && read_arguments(&finder);
    return fine ? PX_OK : px_no_memory(error);
}

/* Counts the tokens of cues that others saw in the first reading and that fell, or stand and were not seen. */
static bool count_changes(struct px_finder *finder)
{
    finder->changes = px_arena_array(finder->arena, uint32_t, finder->view->count + 1);
    if (finder->changes == NULL)
        return false;
    for (size_t i = 0; i < finder->finds->count; i++) {
        const struct px_sourcing_find *find = &finder->finds->items[i];
        for (uint32_t t = find->cue.first; t < find->cue.end; t++)
            finder->changes[t + 1] = find->stands != ((double)find->mean >= finder->model->context);
    }
    for (uint32_t t = 0; t < finder->view->count; t++)
        finder->changes[t + 1] += finder->changes[t];
    return true;
}

/* Keeps the finds that stand, with all of their contents. */
static void keep_standing(struct px_sourcing_finds *finds)
{
    size_t kept = 0;
    for (size_t i = 0; i < finds->count; i++) {
        struct px_sourcing_find *find = &finds->items[kept];
        if (!finds->items[i].stands)
            continue;
        *find = finds->items[i];
        find->content = find->decoded;
        find->inside = find->covers = 0;
        find->stands = false;
        kept++;
    }
    finds->count = kept;
}

enum px_status px_sourcing_refine(const struct px_sourcing_model *model, const struct px_sourcing_view *view,
                                  struct px_sourcing_finds *finds, struct px_error *error)
{
    struct px_finder finder = begin(model, view, finds);
    bool fine = finder.owners != NULL && count_changes(&finder);
    keep_standing(finds);
    for (size_t i = 0; fine && i < finds->count; i++)
        for (uint32_t t = finds->items[i].cue.first; t < finds->items[i].cue.end; t++)
            finder.owners[t] = finds->items[i].number;
    if (!fine || !read_arguments(&finder))
        return px_no_memory(error);
    return px_sourcing_choose(model, view, finds, error);
}
