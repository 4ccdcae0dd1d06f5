/* An article's finder over the threads of its parser's crew. */
#include "sourcing/sourcing_finder.h"
#include "syntax/syntax.h"

enum { MOST_THREADS = PX_CREW_MOST_MEMBERS };

/* The finders of the threads that share an article: each has its own memory and its own view of the owners. */
struct crew {
    struct px_finder *finders[MOST_THREADS];
    struct px_finder others[MOST_THREADS];
    struct px_arena arenas[MOST_THREADS];
    bool failed[MOST_THREADS];
    px_finder_work *work;
};

static void work_on(void *context, size_t thread, size_t item)
{
    struct crew *crew = context;
    crew->failed[thread] = crew->failed[thread] || !crew->work(crew->finders[thread], item);
}

static bool join(struct crew *crew, const struct px_finder *finder, size_t thread)
{
    struct px_finder *own = &crew->others[thread];
    size_t count = finder->view->count + 1;
    *own = *finder;
    own->arena = &crew->arenas[thread];
    own->room = (struct px_finder_room){.arena = own->arena};
    own->owners = px_arena_array(own->arena, uint32_t, count);
    if (own->owners == NULL)
        return false;
    memcpy(own->owners, finder->owners, count * sizeof *own->owners);
    crew->finders[thread] = own;
    return true;
}

static bool copy_ranges(struct px_ranges *ranges, struct px_arena *arena)
{
    struct px_range *items = px_arena_array(arena, struct px_range, ranges->count);
    if (items == NULL)
        return false;
    if (ranges->count > 0)
        memcpy(items, ranges->items, ranges->count * sizeof *items);
    *ranges = (struct px_ranges){.items = items, .count = ranges->count, .capacity = ranges->count};
    return true;
}

/* What other threads found outlives their memory. */
static bool keep_finds(struct px_finder *finder)
{
    bool fine = true;
    for (size_t i = 0; fine && i < finder->finds->count; i++) {
        struct px_sourcing_find *find = &finder->finds->items[i];
        fine = copy_ranges(&find->source, finder->arena) && copy_ranges(&find->decoded, finder->arena);
        find->content = find->decoded;
    }
    return fine;
}

bool px_finder_each(struct px_finder *finder, size_t count, px_finder_work *work)
{
    struct px_parser *parser = finder->view->scene->annotation->options->parser;
    size_t threads = px_parser_members(parser), place = px_parser_place(parser);
    struct crew crew = {.work = work};
    bool fine = true;
    crew.finders[place] = finder;
    for (size_t i = 0; fine && i < threads; i++)
        fine = i == place || join(&crew, finder, i);
    if (fine)
        px_parser_each(parser, count, work_on, &crew);
    for (size_t i = 0; i < threads; i++)
        fine = fine && !crew.failed[i];
    fine = fine && (threads == 1 || keep_finds(finder));
    for (size_t i = 0; i < threads; i++)
        px_arena_release(&crew.arenas[i]);
    return fine;
}
