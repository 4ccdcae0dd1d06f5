#include "lexicon/checker.h"

enum { SMALL = 3 };

const char *px_lexicon_fault_name(enum px_lexicon_fault fault)
{
    switch (fault) {
    case PX_FAULT_NO_CATEGORY: return "no_category";
    case PX_FAULT_DUPLICATE: return "duplicate";
    case PX_FAULT_CONFLICTING_WEIGHT: return "conflicting_weight";
    case PX_FAULT_SHADOWED: return "shadowed";
    case PX_FAULT_SMALL_CATEGORY: return "small_category";
    case PX_FAULT_EVERYTHING: return "everything";
    case PX_FAULT_SLOW: return "slow";
    case PX_FAULT_UNUSED: return "unused";
    case PX_FAULT_TYPO: return "typo";
    }
    return "unknown";
}

enum px_status px_checker_report(struct px_checker *checker, const struct px_entry *entry, enum px_lexicon_fault fault,
                                 const char *suggestion)
{
    struct px_lexicon_finding *finding = px_vector_push(checker->findings, checker->arena);
    struct px_slice message = {0};
    struct px_slice mend = px_arena_copy(checker->arena, px_slice_from(suggestion));
    if (!checker->buffer.failed)
        message = px_arena_copy(checker->arena, px_buffer_slice(&checker->buffer));
    px_buffer_clear(&checker->buffer);
    if (finding == NULL || message.data == NULL || mend.data == NULL)
        return px_no_memory(checker->error);
    *finding = (struct px_lexicon_finding){fault, entry->line, px_lexicon_place(entry, entry->text), message, mend};
    return PX_OK;
}

/* Cuts the entry into pieces and files it under their folds. A /pattern/ is filed as it is written. */
static enum px_status prepare(struct px_checker *checker, const struct px_entry *entry, struct px_checked *checked)
{
    *checked = (struct px_checked){.entry = entry};
    px_buffer_clear(&checker->buffer);
    px_buffer_string(&checker->buffer, entry->exact_case ? "=" : "");
    if (px_pattern_is_regex(entry->text)) {
        px_buffer_append(&checker->buffer, entry->text);
    } else {
        enum px_status status = px_splitter_split(&checker->splitter, entry->text, checker->error);
        if (status != PX_OK) {
            px_error_place(checker->error, checker->lexicon->path.data, entry->line,
                           px_lexicon_place(entry, entry->text));
            return status;
        }
        checked->piece_count = checker->splitter.count;
        checked->pieces = px_arena_array(&checker->scratch, struct px_slice, checked->piece_count);
        for (size_t i = 0; i < checked->piece_count; i++) {
            const struct px_piece *piece = &checker->splitter.pieces[i];
            if (checked->pieces == NULL ||
                (checked->pieces[i] = px_arena_copy(&checker->scratch, piece->fold)).data == NULL)
                return px_no_memory(checker->error);
            checked->glob = checked->glob || piece->glob;
            px_buffer_append(&checker->buffer, entry->exact_case ? piece->surface : piece->fold);
            px_buffer_byte(&checker->buffer, ' ');
        }
    }
    checked->key = px_table_add(&checker->keys, px_buffer_slice(&checker->buffer), NULL);
    checked->category = px_table_add(&checker->categories, entry->category, NULL);
    bool done = !checker->buffer.failed && checked->key != PX_NONE && checked->category != PX_NONE;
    px_buffer_clear(&checker->buffer);
    return done ? PX_OK : px_no_memory(checker->error);
}

static bool is_free_column(struct px_slice name)
{
    return px_slice_is(name, "entry") || px_slice_is(name, "weight") || px_slice_is(name, "unless") ||
           px_slice_is(name, "note");
}

/* An id for all that tells two rows of one entry apart: the same words may stand twice with other cells. */
static uint32_t row_id(struct px_checker *checker, const struct px_checked *checked, bool *added)
{
    px_buffer_clear(&checker->buffer);
    px_buffer_printf(&checker->buffer, "%u", checked->key);
    for (size_t i = 0; i < checker->lexicon->columns.count; i++) {
        if (is_free_column(checker->lexicon->columns.items[i]))
            continue;
        px_buffer_byte(&checker->buffer, '\t');
        px_buffer_append(&checker->buffer, px_slice_trim(checked->entry->cells[i]));
    }
    uint32_t id =
        checker->buffer.failed ? PX_NONE : px_table_add(&checker->rows, px_buffer_slice(&checker->buffer), added);
    px_buffer_clear(&checker->buffer);
    return id;
}

static enum px_status check_duplicate(struct px_checker *checker, const struct px_entry *entry,
                                      const struct px_entry *earlier)
{
    if (entry->weight != earlier->weight) {
        px_buffer_printf(&checker->buffer, "'%.*s' has weight %g here and %g in line %zu", PX_SLICE_ARG(entry->text),
                         entry->weight, earlier->weight, earlier->line);
        return px_checker_report(checker, entry, PX_FAULT_CONFLICTING_WEIGHT, "keep the line with the right weight");
    }
    px_buffer_printf(&checker->buffer, "'%.*s' stands in line %zu already", PX_SLICE_ARG(entry->text), earlier->line);
    return px_checker_report(checker, entry, PX_FAULT_DUPLICATE, "remove this line");
}

static bool covers(const struct px_checked *wildcard, const struct px_checked *other)
{
    if (wildcard->piece_count != other->piece_count || wildcard->key == other->key)
        return false;
    for (size_t i = 0; i < wildcard->piece_count; i++)
        if (!px_glob_match(wildcard->pieces[i], other->pieces[i]))
            return false;
    return true;
}

/* The first wildcard of the entry's category that matches all the entry does and is not matched by it in turn. */
static enum px_status check_shadow(struct px_checker *checker, const struct px_checked *checked,
                                   const uint32_t *next_glob, uint32_t first_glob)
{
    for (uint32_t i = first_glob; i != PX_NONE; i = next_glob[i]) {
        const struct px_checked *wildcard = &checker->checked[i];
        if (wildcard->entry->exact_case || !covers(wildcard, checked))
            continue;
        px_buffer_printf(&checker->buffer, "'%.*s' is matched by '%.*s' in line %zu too",
                         PX_SLICE_ARG(checked->entry->text), PX_SLICE_ARG(wildcard->entry->text),
                         wildcard->entry->line);
        return px_checker_report(checker, checked->entry, PX_FAULT_SHADOWED,
                                 checked->entry->weight == wildcard->entry->weight
                                     ? "remove this line, or give it its own category or weight"
                                     : "keep both when the weights are meant: the exact words win");
    }
    return PX_OK;
}

static enum px_status check_shadows(struct px_checker *checker)
{
    size_t count = checker->lexicon->entries.count;
    size_t categories = checker->categories.keys.count;
    uint32_t *next_glob = px_arena_array(&checker->scratch, uint32_t, count);
    uint32_t *first_glob = px_arena_array(&checker->scratch, uint32_t, categories);
    if (next_glob == NULL || first_glob == NULL)
        return px_no_memory(checker->error);
    memset(first_glob, 0xff, sizeof *first_glob * categories);
    for (size_t i = count; i > 0; i--) {
        const struct px_checked *checked = &checker->checked[i - 1];
        if (!checked->glob)
            continue;
        next_glob[i - 1] = first_glob[checked->category];
        first_glob[checked->category] = (uint32_t)(i - 1);
    }
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_checked *checked = &checker->checked[i];
        if (checked->piece_count > 0)
            status = check_shadow(checker, checked, next_glob, first_glob[checked->category]);
    }
    return status;
}

/* Entries without a category, and those that stand twice. */
static enum px_status check_rows(struct px_checker *checker)
{
    size_t count = checker->lexicon->entries.count;
    bool has_categories = px_lexicon_column(checker->lexicon, "category") != PX_NO_COLUMN;
    const struct px_entry **first = px_arena_array(&checker->scratch, const struct px_entry *, count);
    enum px_status status = first == NULL ? px_no_memory(checker->error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_entry *entry = checker->checked[i].entry;
        bool added;
        uint32_t row = row_id(checker, &checker->checked[i], &added);
        if (row == PX_NONE)
            return px_no_memory(checker->error);
        if (added)
            first[row] = entry;
        else
            status = check_duplicate(checker, entry, first[row]);
        if (status == PX_OK && has_categories && entry->category.size == 0) {
            px_buffer_printf(&checker->buffer, "'%.*s' has no category", PX_SLICE_ARG(entry->text));
            status = px_checker_report(checker, entry, PX_FAULT_NO_CATEGORY, "name a category");
        }
    }
    return status;
}

static enum px_status check_sizes(struct px_checker *checker)
{
    size_t count = checker->lexicon->entries.count;
    size_t categories = checker->categories.keys.count;
    size_t *sizes = px_arena_array(&checker->scratch, size_t, categories);
    enum px_status status = sizes == NULL ? px_no_memory(checker->error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++)
        sizes[checker->checked[i].category]++;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        const struct px_checked *checked = &checker->checked[i];
        size_t *size = &sizes[checked->category];
        if (*size == 0 || *size >= SMALL || checked->entry->category.size == 0)
            continue;
        px_buffer_printf(&checker->buffer, "category '%.*s' has %zu %s", PX_SLICE_ARG(checked->entry->category), *size,
                         *size == 1 ? "entry" : "entries");
        status = px_checker_report(checker, checked->entry, PX_FAULT_SMALL_CATEGORY,
                                   "add entries, or merge it with another category");
        *size = 0; /* once a category */
    }
    return status;
}

static bool stands_behind(const struct px_lexicon_finding *a, const struct px_lexicon_finding *b)
{
    if (a->line != b->line)
        return a->line > b->line;
    return a->fault > b->fault;
}

/* Merges the sorted halves [first, middle) and [middle, end) by way of `spare`. */
static void merge(struct px_lexicon_finding *items, size_t first, size_t middle, size_t end,
                  struct px_lexicon_finding *spare)
{
    size_t left = first;
    size_t right = middle;
    for (size_t i = first; i < end; i++) {
        bool take_right = left == middle || (right < end && stands_behind(&items[left], &items[right]));
        spare[i] = items[take_right ? right++ : left++];
    }
    memcpy(items + first, spare + first, sizeof *items * (end - first));
}

/* By line, then fault; stable. */
static enum px_status sort_findings(struct px_checker *checker, size_t from)
{
    size_t count = checker->findings->count - from;
    if (count < 2)
        return PX_OK;
    struct px_lexicon_finding *items = checker->findings->items + from;
    struct px_lexicon_finding *spare = px_arena_array(&checker->scratch, struct px_lexicon_finding, count);
    if (spare == NULL)
        return px_no_memory(checker->error);
    for (size_t width = 1; width < count; width *= 2)
        for (size_t first = 0; first + width < count; first += 2 * width)
            merge(items, first, first + width, first + 2 * width < count ? first + 2 * width : count, spare);
    return PX_OK;
}

enum px_status px_lexicon_check(const struct px_lexicon *lexicon, const struct px_lexicon_usage *usage,
                                struct px_arena *arena, struct px_lexicon_findings *findings, struct px_error *error)
{
    struct px_checker checker = {
        .lexicon = lexicon, .usage = usage, .arena = arena, .findings = findings, .error = error};
    size_t before = findings->count;
    px_splitter_init(&checker.splitter, NULL);
    checker.checked = px_arena_array(&checker.scratch, struct px_checked, lexicon->entries.count);
    enum px_status status = checker.checked == NULL ? px_no_memory(checker.error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++)
        status = prepare(&checker, &lexicon->entries.items[i], &checker.checked[i]);
    if (status == PX_OK)
        status = check_rows(&checker);
    if (status == PX_OK)
        status = check_shadows(&checker);
    if (status == PX_OK)
        status = check_sizes(&checker);
    if (status == PX_OK)
        status = px_checker_unless(&checker);
    if (status == PX_OK)
        status = px_checker_patterns(&checker);
    if (status == PX_OK && usage != NULL)
        status = px_checker_usage(&checker);
    if (status == PX_OK)
        status = sort_findings(&checker, before);
    if (status != PX_OK)
        findings->count = before;
    px_splitter_release(&checker.splitter);
    px_table_release(&checker.keys);
    px_table_release(&checker.categories);
    px_table_release(&checker.rows);
    px_buffer_release(&checker.buffer);
    px_arena_release(&checker.scratch);
    return status;
}
