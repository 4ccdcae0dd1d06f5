/* The scene of a stance: what evaluates, and how much of it falls on a mention. Private to stance*.c.
 *
 * After VADER (Hutto & Gilbert 2014): a word of the lexicon "valence" has a strength v of -4 to 4; words of degree
 * before it add or take their share; a negation before it in the clause multiplies by its factor. It falls on a
 * mention d words away with
 *
 *     v/2 · (near / (1 + d/3) + place)
 *
 * where `place` says on which side it stands, how far, and whether a clause lies between: what follows a name
 * ("X lied", "X is corrupt") tells of it more than what stands before. Cues count by their tone: "slammed X" is against
 * X; what a speaker's own words say is halved for the speaker. The weights were fitted to sentences with a judged
 * mention.
 */
#ifndef PX_ANNOTATE_STANCE_SCENE_H
#define PX_ANNOTATE_STANCE_SCENE_H

#include "reading/annotation.h"
#include "reading/grammar.h"

/* A word that evaluates: tokens [first, end), and how strongly, from about -3 to 3. */
struct px_evaluation {
    uint32_t first;
    uint32_t end;
    float value;
    uint8_t tone; /* enum px_tone, of a cue; its value is 0 */
    bool speech;  /* a verb that reports, most of the time */
};

/* What a mention is to a verb: who does it, or whom it is done to; a passive turned round. */
enum px_verb_role { PX_VERB_NOTHING, PX_VERB_SUBJECT, PX_VERB_OBJECT };

/* What a verb says of its subject and of its object, -1 to 1. */
struct px_connotation {
    float subject, object;
};

struct px_stance_scene {
    struct px_annotation *annotation;
    PX_VECTOR(struct px_evaluation) evaluations; /* in order of position */
    uint32_t *bars;                              /* by token: clause boundaries before it, from the article's start */
    uint32_t *links;                             /* the same for prepositions and "to" */
    uint32_t *agents;                            /* the same for the "by" of a passive */
    float *negation;                             /* by token: the factor of the negations that cover it; 1 for none */
    struct px_connotation *connotations;         /* by token: of the verb that begins there */
};

/* Reads the article of the annotation, whose worker's scratch holds the scene. Linear. PX_ERROR_MEMORY. */
PX_API enum px_status px_stance_read_scene(struct px_stance_scene *scene, struct px_annotation *annotation,
                                           struct px_error *error);

/* Evaluations of one mention. */
struct px_evidence_list {
    struct px_stance_evidence *items;
    size_t count;
    size_t capacity;
};

/* What one mention gets from each evaluation around it (sixty tokens at most, in its sentence): appended to `evidence`
 * (memory of the article's arena; NULL: not wanted); `*sum` is all of it. False when memory is out. */
PX_API bool px_stance_weigh_mention(const struct px_stance_scene *scene, uint32_t first, uint32_t end,
                                    struct px_evidence_list *evidence, double *sum);

/* Appends the evaluation as evidence. False when memory is out. */
PX_API bool px_stance_add_evidence(const struct px_stance_scene *scene, const struct px_evaluation *e,
                                   double contribution, struct px_evidence_list *evidence);

/* The first evaluation at or behind the token. */
PX_API size_t px_stance_evaluations_from(const struct px_stance_scene *scene, uint32_t token);

/* What the word is to the verb by their tree: a neighbour in it, or a subject shared with another verb. */
PX_API enum px_verb_role px_stance_verb_role(const struct px_annotation *annotation, uint32_t sentence, uint32_t word,
                                             uint32_t verb);

#endif
