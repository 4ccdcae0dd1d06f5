#include "compare/internal.h"

enum px_status px_compare_sourcing(struct px_compare_context *context, struct px_error *error)
{
    (void)context;
    (void)error;
    return PX_OK;
}
