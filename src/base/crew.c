#include "base/crew.h"

#include <stdlib.h>

/* What a member is at; it stands on the member's stack, and in the crew's list until all of it is done. */
struct job {
    px_pool_function *function;
    void *context;
    size_t count, next, done;
    struct job *following;
};

struct px_crew {
    pthread_mutex_t lock;  /* of all that follows, and of the jobs */
    pthread_cond_t change; /* there is another job, or one is done, or a piece of work is */
    struct job *jobs;
    size_t pieces; /* of work that are not done */
};

enum px_status px_crew_new(struct px_crew **crew, struct px_error *error)
{
    *crew = calloc(1, sizeof **crew);
    if (*crew == NULL)
        return px_no_memory(error);
    if (pthread_mutex_init(&(*crew)->lock, NULL) == 0) {
        if (pthread_cond_init(&(*crew)->change, NULL) == 0)
            return PX_OK;
        pthread_mutex_destroy(&(*crew)->lock);
    }
    free(*crew);
    *crew = NULL;
    return px_no_memory(error);
}

void px_crew_free(struct px_crew *crew)
{
    if (crew == NULL)
        return;
    pthread_cond_destroy(&crew->change);
    pthread_mutex_destroy(&crew->lock);
    free(crew);
}

/* How far off the end of the job's piece of work is: what is left of the job, and half as much as all of it, since about
 * that follows which cannot be shared. */
static size_t end_of(const struct job *job)
{
    return 2 * (job->count - job->next) + job->count;
}

/* Of the jobs with items left the one whose end is farthest off; one's own (or NULL) where they tie. */
static struct job *choose(const struct px_crew *crew, struct job *own)
{
    struct job *farthest = own != NULL && own->next < own->count ? own : NULL;
    for (struct job *job = crew->jobs; job != NULL; job = job->following)
        if (job->next < job->count && (farthest == NULL || end_of(job) > end_of(farthest)))
            farthest = job;
    return farthest;
}

/* Does the job's next item. The lock is held but for that. */
static void work_on(struct px_crew *crew, size_t member, struct job *job)
{
    size_t item = job->next++;
    pthread_mutex_unlock(&crew->lock);
    job->function(job->context, member, item);
    pthread_mutex_lock(&crew->lock);
    if (++job->done == job->count)
        pthread_cond_broadcast(&crew->change);
}

static void take_out(struct px_crew *crew, const struct job *done)
{
    struct job **link = &crew->jobs;
    while (*link != done)
        link = &(*link)->following;
    *link = done->following;
}

void px_crew_each(struct px_crew *crew, size_t member, size_t count, px_pool_function *function, void *context)
{
    struct job own = {.function = function, .context = context, .count = count};
    pthread_mutex_lock(&crew->lock);
    own.following = crew->jobs;
    /* cppcheck-suppress autoVariables */ /* it is taken out before the return */
    crew->jobs = &own;
    pthread_cond_broadcast(&crew->change);
    while (own.next < own.count)
        work_on(crew, member, choose(crew, &own));
    while (own.done < own.count)
        pthread_cond_wait(&crew->change, &crew->lock);
    take_out(crew, &own);
    pthread_mutex_unlock(&crew->lock);
}

void px_crew_begin(struct px_crew *crew, size_t count)
{
    pthread_mutex_lock(&crew->lock);
    crew->pieces += count;
    pthread_mutex_unlock(&crew->lock);
}

void px_crew_done(struct px_crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    if (--crew->pieces == 0)
        pthread_cond_broadcast(&crew->change);
    pthread_mutex_unlock(&crew->lock);
}

void px_crew_stay(struct px_crew *crew, size_t member)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->pieces > 0) {
        struct job *job = choose(crew, NULL);
        if (job != NULL)
            work_on(crew, member, job);
        else
            pthread_cond_wait(&crew->change, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
}
