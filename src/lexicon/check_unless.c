/* Exceptions that another one of the same entry covers: "lead poisoning" beside "lead poison*". */
#include "lexicon/checker.h"

/* One of an entry's exceptions, cut into folded pieces; none: a /pattern/. */
struct exception {
    struct px_slice text;
    struct px_slice *pieces;
    size_t count;
};

struct exceptions {
    struct exception *items;
    size_t count;
    size_t capacity;
};

static enum px_status add(struct px_checker *checker, const struct px_entry *entry, struct px_slice text,
                          struct exceptions *all)
{
    struct exception *it = px_vector_push(all, &checker->scratch);
    if (it == NULL)
        return px_no_memory(checker->error);
    *it = (struct exception){.text = text};
    if (px_pattern_is_regex(text))
        return PX_OK;
    enum px_status status = px_splitter_split(&checker->splitter, text, checker->error);
    if (status != PX_OK)
        return px_error_place(checker->error, checker->lexicon->path.data, entry->line, px_lexicon_place(entry, text));
    it->count = checker->splitter.count;
    it->pieces = px_arena_array(&checker->scratch, struct px_slice, it->count);
    for (size_t i = 0; i < it->count; i++)
        if (it->pieces == NULL ||
            (it->pieces[i] = px_arena_copy(&checker->scratch, checker->splitter.pieces[i].fold)).data == NULL)
            return px_no_memory(checker->error);
    return PX_OK;
}

static bool matches_at(const struct exception *general, const struct exception *special, size_t at)
{
    for (size_t i = 0; i < general->count; i++)
        if (!px_glob_match(general->pieces[i], special->pieces[at + i]))
            return false;
    return true;
}

/* Does `general` match wherever `special` does? Its words may be some of them: each exception holds the entry's own. */
static bool covers(const struct exception *general, const struct exception *special)
{
    for (size_t at = 0; general->count > 0 && at + general->count <= special->count; at++)
        if (matches_at(general, special, at))
            return true;
    return false;
}

/* Of two that cover each other the second is reported. */
static const struct exception *covering(const struct exceptions *all, size_t index)
{
    for (size_t i = 0; i < all->count; i++)
        if (i != index && covers(&all->items[i], &all->items[index]) &&
            (i < index || !covers(&all->items[index], &all->items[i])))
            return &all->items[i];
    return NULL;
}

static enum px_status check_entry(struct px_checker *checker, const struct px_entry *entry)
{
    struct exceptions all = {0};
    struct px_slice rest = entry->unless;
    struct px_slice piece;
    enum px_status status = PX_OK;
    while (status == PX_OK && rest.size > 0 && px_pattern_next_unless(&rest, &piece))
        status = add(checker, entry, piece, &all);
    for (size_t i = 0; status == PX_OK && i < all.count; i++) {
        const struct exception *general = covering(&all, i);
        if (general == NULL)
            continue;
        px_buffer_printf(&checker->buffer, "'%.*s', an exception of '%.*s', is covered by '%.*s'",
                         PX_SLICE_ARG(all.items[i].text), PX_SLICE_ARG(entry->text), PX_SLICE_ARG(general->text));
        status = px_checker_report(checker, entry, PX_FAULT_SHADOWED, "remove it");
    }
    return status;
}

enum px_status px_checker_unless(struct px_checker *checker)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < checker->lexicon->entries.count; i++)
        status = check_entry(checker, &checker->lexicon->entries.items[i]);
    return status;
}
