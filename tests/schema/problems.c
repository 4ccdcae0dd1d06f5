#include "problems.h"

#include <stdarg.h>
#include <stdio.h>

void problem(struct problems *problems, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    px_buffer_printf(&problems->lines, "%s\n", line);
    problems->count++;
}
