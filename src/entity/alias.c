#include "entity/alias.h"

#include "base/table.h"
#include "text/normalise.h"

uint8_t px_alias_kind(const struct px_lexicon *aliases, const struct px_entry *entry)
{
    struct px_slice kind = px_lexicon_cell(aliases, entry, px_lexicon_column(aliases, "kind"));
    uint8_t found = 0;
    while (found < PX_ENTITY_KIND_COUNT && !px_slice_is(kind, px_entity_kind_name(found)))
        found++;
    return found;
}

/* The places of what was met first, by its text: an entry each. */
struct check {
    const struct px_lexicon *aliases;
    struct px_error *error;
    struct px_buffer buffer;
    struct px_table texts;
    PX_VECTOR(const struct px_entry *) first;
    struct px_arena arena;
};

static enum px_status fault(struct check *check, const struct px_entry *entry, struct px_slice cell,
                            const struct px_entry *known, const char *message)
{
    if (known == NULL)
        px_error_set(check->error, PX_ERROR_SYNTAX, "'%.*s' %s", PX_SLICE_SHORT(cell), message);
    else
        px_error_set(check->error, PX_ERROR_SYNTAX, "'%.*s' %s in line %zu", PX_SLICE_SHORT(cell), message,
                     known->line);
    return px_error_place(check->error, check->aliases->path.data, entry->line, px_lexicon_place(entry, cell));
}

/* `*known`: the first entry with this text, `mark` in front: the entry itself when there is none before. */
static bool find_first(struct check *check, char mark, struct px_slice text, const struct px_entry *entry,
                       const struct px_entry **known)
{
    bool added;
    px_buffer_clear(&check->buffer);
    px_buffer_byte(&check->buffer, mark);
    px_text_fold(text, &check->buffer);
    uint32_t id = check->buffer.failed ? PX_NONE : px_table_add(&check->texts, px_buffer_slice(&check->buffer), &added);
    if (id == PX_NONE)
        return false;
    if (added) {
        const struct px_entry **slot = px_vector_push(&check->first, &check->arena);
        if (slot == NULL)
            return false;
        *slot = entry;
    }
    *known = check->first.items[id];
    return true;
}

static enum px_status check_entry(struct check *check, const struct px_entry *entry)
{
    const struct px_entry *alias, *name;
    size_t column = px_lexicon_column(check->aliases, "kind");
    struct px_slice kind = px_lexicon_cell(check->aliases, entry, column);
    if (entry->category.size == 0)
        return fault(check, entry, entry->text, NULL, "is an alias of nobody: column category holds the name");
    if (kind.size > 0 && px_alias_kind(check->aliases, entry) == PX_ENTITY_KIND_COUNT)
        return fault(check, entry, kind, NULL, "is no kind: person, organisation, place, group, work or other");
    if (!find_first(check, 'a', entry->text, entry, &alias) || !find_first(check, 'n', entry->category, entry, &name))
        return px_no_memory(check->error);
    if (!px_slice_equal(alias->category, entry->category))
        return fault(check, entry, entry->text, alias, "is already an alias of another name");
    struct px_slice known = px_lexicon_cell(check->aliases, name, column);
    if (kind.size > 0 && known.size > 0 && !px_slice_equal(kind, known))
        return fault(check, entry, kind, name, "is another kind than the same name has");
    return PX_OK;
}

enum px_status px_alias_check(const struct px_lexicon *aliases, struct px_error *error)
{
    struct check check = {.aliases = aliases, .error = error};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < aliases->entries.count; i++)
        status = check_entry(&check, &aliases->entries.items[i]);
    px_table_release(&check.texts);
    px_buffer_release(&check.buffer);
    px_arena_release(&check.arena);
    return status;
}
