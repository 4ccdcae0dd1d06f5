/* Which judgements of mentions are clear enough to be counted in public. Private to stance*.c.
 *
 * A model judges every mention by its whole sentence; whoever suffers what a sentence tells gets its tone as well. Clear
 * is a judgement of a mention by name, as the subject or an object of its clause, of which the model is sure, and for
 * which a judging word of that same predicate speaks.
 */
#ifndef PX_ANNOTATE_STANCE_CLEAR_H
#define PX_ANNOTATE_STANCE_CLEAR_H

#include "annotate/stance_judge.h"

/* `evidence` is what speaks for the verdict on the mention. Without grammar every judgement but a neutral one is
 * clear: there is nothing to tell them apart by. */
bool px_stance_is_clear(const struct px_annotation *annotation, const struct px_mention *mention,
                        const struct px_stance_verdict *verdict, const struct px_stance_evidence *evidence,
                        size_t count);

#endif
