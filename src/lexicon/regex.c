#include "lexicon/regex.h"

#include "base/buffer.h"

enum { MATCH_LIMIT = 200000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 8192, NESTING_LIMIT = 100 };

#define CURLY "\xE2\x80\x99"

/* Does the pattern use ' in its own syntax, as in (?'name'…) or \k'name'? Then apostrophes stay as they are. */
static bool names_with_apostrophes(struct px_slice pattern)
{
    return px_slice_find(pattern, PX_SLICE("(?'"), 0) != SIZE_MAX ||
           px_slice_find(pattern, PX_SLICE("\\k'"), 0) != SIZE_MAX ||
           px_slice_find(pattern, PX_SLICE("\\g'"), 0) != SIZE_MAX;
}

/* The pattern with every apostrophe as a word's fold has it or, for sentences, which are matched as they are written,
 * as any of the two. */
static void spread_apostrophes(struct px_slice pattern, enum px_regex_kind kind, struct px_buffer *out)
{
    bool in_class = false;
    bool plain = names_with_apostrophes(pattern);
    for (size_t i = 0; i < pattern.size; i++) {
        struct px_slice rest = px_slice_part(pattern, i, pattern.size);
        bool curly = px_slice_starts(rest, PX_SLICE(CURLY));
        if (pattern.data[i] == '\\' && i + 1 < pattern.size) {
            px_buffer_append(out, px_slice_part(pattern, i, i + 2));
            i++;
            continue;
        }
        if (pattern.data[i] == '[' || pattern.data[i] == ']')
            in_class = pattern.data[i] == '[';
        if (plain || (pattern.data[i] != '\'' && !curly)) {
            px_buffer_byte(out, pattern.data[i]);
            continue;
        }
        if (kind == PX_REGEX_WORD)
            px_buffer_byte(out, '\'');
        else
            px_buffer_string(out, in_class ? "'" CURLY : "['" CURLY "]");
        i += curly ? sizeof CURLY - 2 : 0;
    }
}

static enum px_status report_fault(int code, size_t offset, struct px_slice pattern, struct px_error *error)
{
    PCRE2_UCHAR message[160] = "";
    pcre2_get_error_message(code, message, sizeof message);
    px_error_set(error, PX_ERROR_SYNTAX, "pattern '%.*s' is malformed: %s", PX_SLICE_ARG(pattern),
                 (const char *)message);
    if (error != NULL)
        error->offset = offset < pattern.size ? offset : pattern.size;
    return PX_ERROR_SYNTAX;
}

enum px_status px_regex_compile(struct px_slice pattern, enum px_regex_kind kind, bool exact_case, pcre2_code **code,
                                struct px_error *error)
{
    struct px_buffer spread = {0};
    enum px_status status = PX_OK;
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    options |= exact_case ? 0 : PCRE2_CASELESS;
    options |= kind == PX_REGEX_WORD ? PCRE2_ANCHORED | PCRE2_ENDANCHORED : 0;
    int fault;
    size_t offset;
    *code = NULL;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    spread_apostrophes(pattern, kind, &spread);
    if (context == NULL || spread.failed) {
        status = px_no_memory(error);
        goto done;
    }
    pcre2_set_parens_nest_limit(context, NESTING_LIMIT);
    *code = pcre2_compile((PCRE2_SPTR)(spread.data == NULL ? "" : spread.data), spread.size, options, &fault, &offset,
                          context);
    if (*code == NULL)
        status = report_fault(fault, offset, pattern, error);
    else if (kind == PX_REGEX_SENTENCE)
        pcre2_jit_compile(*code, PCRE2_JIT_COMPLETE); /* where there is no JIT the interpreter does the work */
done:
    pcre2_compile_context_free(context);
    px_buffer_release(&spread);
    return status;
}

enum px_status px_regex_room_init(struct px_regex_room *room, struct px_error *error)
{
    room->context = pcre2_match_context_create(NULL);
    room->data = pcre2_match_data_create(1, NULL);
    if (room->context == NULL || room->data == NULL) {
        px_regex_room_release(room);
        return px_no_memory(error);
    }
    pcre2_set_match_limit(room->context, MATCH_LIMIT);
    pcre2_set_depth_limit(room->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(room->context, HEAP_LIMIT_KIB);
    return PX_OK;
}

void px_regex_room_release(struct px_regex_room *room)
{
    pcre2_match_context_free(room->context);
    pcre2_match_data_free(room->data);
    *room = (struct px_regex_room){0};
}

static bool is_limit(int code)
{
    return code == PCRE2_ERROR_MATCHLIMIT || code == PCRE2_ERROR_DEPTHLIMIT || code == PCRE2_ERROR_HEAPLIMIT ||
           code == PCRE2_ERROR_JIT_STACKLIMIT || code == PCRE2_ERROR_NOMEMORY;
}

int px_regex_match(const struct px_regex_room *room, const pcre2_code *code, struct px_slice text, size_t from,
                   struct px_span *found)
{
    int matched = pcre2_match(code, (PCRE2_SPTR)text.data, text.size, from, 0, room->data, room->context);
    if (matched < 0)
        return is_limit(matched) ? (int)PX_ERROR_LIMIT : 0;
    const size_t *span = pcre2_get_ovector_pointer(room->data);
    *found = (struct px_span){(uint32_t)span[0], (uint32_t)span[1]};
    return 1;
}
