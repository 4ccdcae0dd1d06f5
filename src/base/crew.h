/* A crew: threads that each have work of their own, and lend each other a hand with it.
 *
 * Each thread is a member, by its number. What a member does by px_crew_each, item by item, others do with it: those who
 * have nothing left to do, and those whose own work will be done sooner. So what takes longest is done first, and nobody
 * idles as long as there is work that can be shared. What a call does may depend on its item alone; `thread` is the
 * member who makes it, and picks what only one may use at a time.
 *
 *     px_crew_begin(crew, articles);                        // before the threads start
 *     px_crew_each(crew, member, sentences, parse, &text);  // on a member's thread: part of the work on its article
 *     px_crew_done(crew);                                   // an article is done
 *     px_crew_stay(crew, member);                           // nothing left to do of one's own
 */
#ifndef PX_BASE_CREW_H
#define PX_BASE_CREW_H

#include "base/error.h"
#include "base/pool.h"

enum { PX_CREW_MOST_MEMBERS = 4 }; /* more would wait for what cannot be shared */

struct px_crew;

/* A crew of PX_CREW_MOST_MEMBERS at most, which has nothing to do yet. It starts no threads: the caller does. Free it when
 * they have ended; NULL may be freed. PX_ERROR_MEMORY. */
PX_API enum px_status px_crew_new(struct px_crew **crew, struct px_error *error);
PX_API void px_crew_free(struct px_crew *crew);

/* Calls `function` once for each item 0 … count - 1, on the threads of this and other members, and returns when all are
 * done. Not from inside such a call. */
PX_API void px_crew_each(struct px_crew *crew, size_t member, size_t count, px_pool_function *function, void *context);

/* So many pieces of work are to come; px_crew_done says that one of them is done. */
PX_API void px_crew_begin(struct px_crew *crew, size_t count);
PX_API void px_crew_done(struct px_crew *crew);

/* Lends a hand, or waits, until all pieces are done. */
PX_API void px_crew_stay(struct px_crew *crew, size_t member);

#endif
