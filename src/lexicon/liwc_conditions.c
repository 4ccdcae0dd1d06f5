/* LIWC's conditions as patterns that a matcher knows. */
#include "base/buffer.h"
#include "lexicon/liwc.h"

#include "lexicon/build.h"

enum { MOST_WORDS = 500 }; /* in the categories of one condition */

bool px_liwc_has_conditions(struct px_slice lines)
{
    return px_slice_find(lines, PX_SLICE("<"), 0) != SIZE_MAX || px_slice_find(lines, PX_SLICE("("), 0) != SIZE_MAX;
}

/* "125/464", "125", or nothing: the categories of a condition that holds and of one that does not. */
static enum px_status read_outcomes(struct px_liwc *liwc, struct px_slice outcomes, struct px_liwc_condition *condition)
{
    const char *slash = memchr(outcomes.data, '/', outcomes.size);
    size_t size = slash == NULL ? outcomes.size : (size_t)(slash - outcomes.data);
    enum px_status status = px_liwc_category(liwc, px_slice_part(outcomes, 0, size), &condition->then);
    condition->otherwise = PX_NONE;
    if (status == PX_OK && size + 1 < outcomes.size)
        status = px_liwc_category(liwc, px_slice_part(outcomes, size + 1, outcomes.size), &condition->otherwise);
    return status;
}

enum px_status px_liwc_read_condition(struct px_liwc *liwc, struct px_slice text, struct px_slice *rest)
{
    bool follows = rest->data[0] == '<';
    const char *close = memchr(rest->data, follows ? '>' : ')', rest->size);
    if (close == NULL) {
        px_error_set(liwc->rows.error, PX_ERROR_SYNTAX, "condition '%.*s' is not closed", PX_SLICE_SHORT(*rest));
        return px_rows_fail(&liwc->rows, rest->data);
    }
    size_t end = (size_t)(close - rest->data);
    struct px_slice inside = px_slice_trim(px_slice_part(*rest, 1, end));
    struct px_slice behind = px_slice_trim(px_slice_part(*rest, end + 1, rest->size));
    size_t size = 0;
    while (size < behind.size && behind.data[size] != ' ' && behind.data[size] != '\t')
        size++;
    if (size == 0 || inside.size == 0) {
        px_error_set(liwc->rows.error, PX_ERROR_SYNTAX, "condition '%.*s' has no %s", PX_SLICE_SHORT(*rest),
                     size == 0 ? "category" : "word");
        return px_rows_fail(&liwc->rows, rest->data);
    }
    struct px_liwc_condition *condition = px_vector_push(&liwc->conditions, &liwc->rows.lexicon->arena);
    if (condition == NULL)
        return px_no_memory(liwc->rows.error);
    *condition = (struct px_liwc_condition){.text = text, .line = liwc->rows.number, .column = liwc->column};
    *(follows ? &condition->follower : &condition->within) = inside;
    *rest = px_slice_part(behind, size, behind.size);
    return read_outcomes(liwc, px_slice_part(behind, 0, size), condition);
}

/* The words as part of a pattern: "*" is any run of letters, a space any white space. */
static void append_words(struct px_slice words, struct px_buffer *out)
{
    for (size_t i = 0; i < words.size; i++) {
        char c = words.data[i];
        if (c == '*' || c == '?')
            px_buffer_string(out, c == '*' ? "\\w*" : "\\w");
        else if (c == ' ')
            px_buffer_string(out, "\\s+");
        else if (strchr("\\/.+()[]{}^$|", c) != NULL)
            px_buffer_printf(out, "\\%c", c);
        else
            px_buffer_byte(out, c);
    }
}

/* Is the category among the numbers "02 134"? */
static bool is_within(const struct px_liwc *liwc, struct px_slice numbers, struct px_slice category)
{
    struct px_slice number;
    while (px_slice_next(&numbers, ' ', &number)) {
        while (number.size > 1 && number.data[0] == '0')
            number = px_slice_part(number, 1, number.size);
        uint32_t id = px_table_find(&liwc->numbers, number);
        if (id != PX_NONE && px_slice_equal(liwc->categories.items[id], category))
            return true;
    }
    return false;
}

/* "/\b(?:i|you|they)\s+\Klike\b/": the words of the categories before the entry, which alone is covered. Gives how many
 * words there are. */
static size_t preceded(const struct px_liwc *liwc, const struct px_liwc_condition *condition, size_t plain_entries,
                       struct px_buffer *pattern)
{
    const struct px_lexicon *lexicon = liwc->rows.lexicon;
    size_t count = 0;
    px_buffer_string(pattern, "/\\b(?:");
    for (size_t i = 0; i < plain_entries && count <= MOST_WORDS; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        if (!is_within(liwc, condition->within, entry->category))
            continue;
        px_buffer_string(pattern, count++ == 0 ? "" : "|");
        append_words(entry->text, pattern);
    }
    px_buffer_string(pattern, ")\\s+\\K");
    append_words(condition->text, pattern);
    px_buffer_string(pattern, "\\b/");
    return count;
}

/* "/\bkind(?=\s+of\b)/" */
static void followed(const struct px_liwc_condition *condition, struct px_buffer *pattern)
{
    px_buffer_string(pattern, "/\\b");
    append_words(condition->text, pattern);
    px_buffer_string(pattern, "(?=\\s+");
    append_words(condition->follower, pattern);
    px_buffer_string(pattern, "\\b)/");
}

static enum px_status settle(struct px_liwc *liwc, const struct px_liwc_condition *condition, size_t plain_entries)
{
    struct px_lexicon *lexicon = liwc->rows.lexicon;
    struct px_buffer pattern = {0};
    struct px_slice kept = PX_SLICE("");
    size_t words = 1;
    enum px_status status = PX_OK;
    if (condition->follower.size > 0)
        followed(condition, &pattern);
    else
        words = preceded(liwc, condition, plain_entries, &pattern);
    bool usable = words > 0 && words <= MOST_WORDS;
    if (pattern.failed)
        kept.data = NULL; /* out of memory, as px_liwc_add says */
    else if (usable)
        kept = px_arena_copy(&lexicon->arena, px_buffer_slice(&pattern));
    px_buffer_release(&pattern);
    liwc->rows.number = condition->line;
    liwc->column = condition->column;
    if (usable)
        status = px_liwc_add(liwc, kept, condition->then, PX_SLICE(""));
    else if (px_lexicon_warn(&lexicon->warnings, &lexicon->arena, condition->line, condition->column,
                             "condition of '%.*s' is left out: its categories hold %s", PX_SLICE_SHORT(condition->text),
                             words == 0 ? "no words" : "more than 500 words") != PX_OK)
        status = px_no_memory(liwc->rows.error);
    if (status == PX_OK && condition->otherwise != PX_NONE)
        status = px_liwc_add(liwc, condition->text, condition->otherwise, kept);
    return status;
}

enum px_status px_liwc_settle_conditions(struct px_liwc *liwc)
{
    size_t plain_entries = liwc->rows.lexicon->entries.count;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < liwc->conditions.count; i++)
        status = settle(liwc, &liwc->conditions.items[i], plain_entries);
    return status;
}
