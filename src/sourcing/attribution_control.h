/* Control: whose a verb without a subject of its own is. Private to the room.
 *
 *     a conjunct           the subject of the first verb          "*Russia* was invited and has voiced concern"
 *     a participle         the subject of the clause it hangs on  "*Dukes* walked out of the court saying …"
 *       behind a charge    the one who is charged                "Smith accused *Doe* of making jokes"
 *       behind a comma     and rather of the main clause          "*Smith* defended his claim that Doe lied, saying …"
 *     a relative clause    the noun it hangs on                   "*Justice Scalia*, who said …"
 *     behind a question    whoever is asked                       "Asked by Doe about it, *Smith* did not back down, saying …"
 *
 *     struct px_control control = px_scene_control(scene, verb);
 *     if (!px_range_empty(control.phrase)) ...
 */
#ifndef PX_SOURCING_ATTRIBUTION_CONTROL_H
#define PX_SOURCING_ATTRIBUTION_CONTROL_H

#include "sourcing/attribution_scene.h"

struct px_control {
    struct px_range phrase; /* of the subject, with what is said of it up to a clause; empty where grammar names none */
    uint32_t head;          /* its head, as a token */
    uint32_t nearest;       /* the head of the subject that a participle was lifted over: "Doe"; or PX_NONE */
    bool lent;              /* by the clause a participle hangs on, or by the verb before; else the verb's own */
    bool sure;              /* no other subject of the sentence would do as well */
    bool charged;           /* it is what one says of another, who may have said nothing of the kind */
};

/* Of the verb at the token. Nothing of a noun, and of a passive, whose subject speaks not. Linear in the sentence. */
PX_API struct px_control px_scene_control(const struct px_scene *scene, uint32_t token);

/* The first token of the main clause behind a fronted participle ("Asked by Doe about his claims, *Smith* insisted"),
 * which begins with its subject; PX_NONE where the sentence begins otherwise. Linear in the sentence. */
PX_API uint32_t px_scene_behind_front(const struct px_scene *scene, uint32_t sentence);

/* Does a clause begin at the token, with its own subject and no relative? */
PX_API bool px_scene_opens_clause(const struct px_scene *scene, uint32_t token);

#endif
