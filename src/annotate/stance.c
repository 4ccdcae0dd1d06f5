#include "annotate/stance.h"

enum px_status px_annotate_stance(struct px_annotation *annotation, struct px_error *error)
{
    (void)annotation;
    (void)error;
    return PX_OK;
}
