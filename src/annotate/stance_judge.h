/* Judging one mention: by the model where there is one and a tree to read, else by the rules. Private to stance*.c. */
#ifndef PX_ANNOTATE_STANCE_JUDGE_H
#define PX_ANNOTATE_STANCE_JUDGE_H

#include "annotate/stance_model.h"
#include "annotate/stance_scene.h"

struct px_stance_judge {
    const struct px_stance_scene *scene;
    struct px_stance_reader *reader; /* NULL: by the rules */
};

/* What a mention gets, -1 to 1. By the model: P(positive) - P(negative); by the rules: the sum of what the words around
 * it give, squashed (VADER's x / sqrt(x^2 + 15)). */
struct px_stance_verdict {
    double score;
    double own_score; /* of what the outlet says in its own voice; 0 where a speaker speaks */
    double doubt;     /* the variance of a label drawn by its probabilities; 0 by the rules */
    bool own;         /* own_score counts: by the model, the mention stands in the outlet's own voice */
    bool evaluated;   /* there is evidence in the outlet's own voice */
    int8_t label;     /* enum px_label */
};

/* Makes the article of the scene ready. False when memory is out. */
bool px_stance_judge_init(struct px_stance_judge *judge, const struct px_stance_scene *scene);

/* Judges the mention of tokens [first, end) and appends the evidence. The model brings evidence for its label alone:
 * the judging words that speak for it, with what they give in log-odds. False when memory is out. */
bool px_stance_judge_mention(const struct px_stance_judge *judge, uint32_t first, uint32_t end,
                             struct px_evidence_list *evidence, struct px_stance_verdict *verdict);

#endif
