#include "statistics/quiet.h"

#include <gsl/gsl_errno.h>
#include <pthread.h>

static void switch_off(void)
{
    gsl_set_error_handler_off();
}

void px_quiet_gsl(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, switch_off);
}
