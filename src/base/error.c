#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum px_status px_error_set(struct px_error *error, enum px_status code, const char *format, ...)
{
    if (error == NULL)
        return code;
    *error = (struct px_error){.code = code};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return code;
}

enum px_status px_no_memory(struct px_error *error)
{
    return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}

enum px_status px_over_limit(struct px_error *error, const char *what, size_t limit)
{
    static const char *const units[] = {" bytes", "k", "M", "G"};
    size_t unit = 0, number = limit;
    for (; unit < 3 && number > 0 && number % 1024 == 0; unit++)
        number /= 1024;
    enum px_status status =
        px_error_set(error, PX_ERROR_LIMIT, "%s than the limit of %zu%s", what, number, units[unit]);
    if (error != NULL)
        error->limit = limit;
    return status;
}

enum px_status px_error_place(struct px_error *error, const char *file, size_t line, size_t column)
{
    if (error == NULL)
        return PX_ERROR_INPUT;
    if (file != NULL)
        snprintf(error->file, sizeof error->file, "%s", file);
    if (line != 0) {
        error->line = line;
        error->column = column;
    }
    return error->code;
}

char *px_error_format(const struct px_error *error, char *line, size_t size)
{
    char place[600] = "";
    if (error->file[0] != '\0' && error->line != 0 && error->column == 0)
        snprintf(place, sizeof place, "%s:%zu: ", error->file, error->line);
    else if (error->file[0] != '\0' && error->line != 0)
        snprintf(place, sizeof place, "%s:%zu:%zu: ", error->file, error->line, error->column);
    else if (error->file[0] != '\0')
        snprintf(place, sizeof place, "%s: ", error->file);
    snprintf(line, size, "%s%s", place, error->message);
    return line;
}

const char *px_status_name(enum px_status code)
{
    switch (code) {
    case PX_OK: return "ok";
    case PX_ERROR_MEMORY: return "memory";
    case PX_ERROR_IO: return "io";
    case PX_ERROR_INPUT: return "input";
    case PX_ERROR_SYNTAX: return "syntax";
    case PX_ERROR_LIMIT: return "limit";
    case PX_ERROR_NOT_FOUND: return "not_found";
    case PX_ERROR_USAGE: return "usage";
    case PX_ERROR_NUMERIC: return "numeric";
    case PX_ERROR_CLOSED: return "closed";
    }
    return "unknown";
}
