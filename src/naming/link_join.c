/* Links joined by name: which keys of several articles name one.
 *
 * A person known by one word in one article ("johnson") is the person whose name holds it in another, if only one does or
 * one is named far more often than the others; two full names are one person when first and last word agree
 * ("james b. comey"). An organisation is known by its short forms too ("irs", "treasury"), where they mean but one.
 */
#include "naming/referent.h"

#include "base/buffer.h"
#include "text/edits.h"
#include "text/normalise.h"

/* Who has a word in the name: the set with most mentions so far, and all mentions of those who have it. */
struct owner {
    uint32_t link;
    uint32_t mentions;
    uint32_t total;
};

enum {
    SHORTS_MOST = 4, /* of one entity */
    NAME_LEAST = 4,  /* letters of a word that is spelled in two ways */
    EDITS_MOST = 2
};
#define DOMINANT 0.75 /* share of mentions from which a shared last name means the one */

/* Links being joined. */
struct join {
    struct px_compare_context *context;
    struct px_referent_sets *sets;
    struct px_table suffixes; /* what may stand behind a person's name: "jr." */
    struct px_table words;
    PX_VECTOR(struct owner) owners; /* [words] */
};

/* The name's first and last word; false for a name of one word. Hyphens part words; "jr." is no part of the name: where
 * it tells two persons apart, some article names both, and they stay two. */
static bool ends_of(const struct join *join, struct px_slice key, struct px_slice *first, struct px_slice *last)
{
    size_t front = 0;
    size_t back = px_link_last_start(key);
    while (back > 0 && px_table_find(&join->suffixes, px_slice_part(key, back, key.size)) != PX_NONE) {
        key.size = back - 1;
        back = px_link_last_start(key);
    }
    while (front < key.size && key.data[front] != ' ' && key.data[front] != '-')
        front++;
    *first = px_slice_part(key, 0, front);
    *last = px_slice_part(key, back, key.size);
    return front < key.size && first->size > 0 && last->size > 0;
}

static enum px_status know_suffixes(struct join *join, struct px_error *error)
{
    const struct px_resources *resources = join->context->worker->resources;
    const struct px_lexicon *names = resources == NULL ? NULL : px_resources_lexicon(resources, PX_LEXICON_NAMES);
    struct px_buffer fold = {0};
    bool kept = true;
    for (size_t i = 0; kept && names != NULL && i < names->entries.count; i++) {
        const struct px_entry *entry = &names->entries.items[i];
        if (!px_slice_is(entry->category, "name.suffix") && !px_slice_is(entry->category, "name.junior"))
            continue;
        px_buffer_clear(&fold);
        px_text_fold(entry->text, &fold);
        kept = !fold.failed && px_table_add(&join->suffixes, px_buffer_slice(&fold), NULL) != PX_NONE;
    }
    px_buffer_release(&fold);
    return kept ? PX_OK : px_no_memory(error);
}

static uint32_t mentions_of(const struct px_compare_context *context, const struct px_link *link)
{
    uint32_t mentions = 0;
    for (size_t a = 0; a < context->count; a++)
        if (link->entities[a] != PX_NONE)
            mentions += context->articles[a]->entities.items[link->entities[a]].mention_count;
    return mentions;
}

static bool own_word(struct join *join, struct px_slice word, uint32_t link)
{
    bool added;
    uint32_t id = px_table_add(&join->words, word, &added);
    struct owner *owner = id == PX_NONE ? NULL
                          : added       ? px_vector_push(&join->owners, &join->context->scratch)
                                        : &join->owners.items[id];
    uint32_t mentions = mentions_of(join->context, &join->context->links.items[link]);
    uint32_t root = px_referent_root(join->sets->parents, link);
    if (owner == NULL)
        return false;
    owner->total += mentions;
    if (!added && px_referent_root(join->sets->parents, owner->link) == root)
        owner->mentions += mentions;
    else if (added || mentions > owner->mentions)
        *owner = (struct owner){root, mentions, owner->total};
    return true;
}

/* The set that the word means, or PX_NONE. */
static uint32_t owner_of(const struct join *join, struct px_slice word)
{
    uint32_t id = px_table_find(&join->words, word);
    const struct owner *owner = id == PX_NONE ? NULL : &join->owners.items[id];
    return owner == NULL || owner->mentions < DOMINANT * owner->total ? PX_NONE : owner->link;
}

/* Does the name end in "jr." and the like, and an article of the link's name another by the surname alone: "Trump"
 * beside "Donald Trump Jr."? Then "Donald Trump" elsewhere is rather the other. Linear, for the few names with a
 * suffix. */
static bool is_junior_beside(const struct join *join, const struct px_link *link, struct px_slice last)
{
    const struct px_compare_context *context = join->context;
    if (px_slice_ends(link->key, last))
        return false;
    for (uint32_t i = 0; i < context->links.count; i++)
        for (size_t a = 0; px_slice_equal(context->links.items[i].key, last) && a < context->count; a++)
            if (link->entities[a] != PX_NONE && context->links.items[i].entities[a] != PX_NONE)
                return true;
    return false;
}

/* Full names of persons: those that agree in both ends are united, and all own their ends. */
static enum px_status own_names(struct join *join, struct px_error *error)
{
    struct px_buffer both = {0};
    struct px_slice first, last;
    bool kept = true;
    for (uint32_t i = 0; kept && i < join->context->links.count; i++) {
        const struct px_link *link = &join->context->links.items[i];
        if (px_link_kind(join->context, link->entities) != PX_ENTITY_PERSON ||
            !ends_of(join, link->key, &first, &last) || is_junior_beside(join, link, last))
            continue;
        px_buffer_clear(&both);
        px_buffer_append(&both, first);
        px_buffer_byte(&both, ' ');
        px_buffer_append(&both, last);
        if (both.failed)
            break;
        uint32_t known = px_table_find(&join->words, px_buffer_slice(&both));
        if (known != PX_NONE)
            px_referent_unite(join->context, join->sets, join->owners.items[known].link, i, PX_LINK_PART);
        kept = own_word(join, px_buffer_slice(&both), i) && own_word(join, first, i) && own_word(join, last, i);
    }
    kept = kept && !both.failed;
    px_buffer_release(&both);
    return kept ? PX_OK : px_no_memory(error);
}

/* Letters beyond ASCII: "Calderón" and "Calderon" are one spelling, set by two keyboards. */
static bool is_plain(struct px_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        if ((word.data[i] & 0x80) != 0)
            return false;
    return true;
}

bool px_link_is_respelling(struct px_slice x, struct px_slice y)
{
    struct px_slice word, other;
    size_t words = 0, differ = 0;
    for (; px_slice_next(&x, ' ', &word); words++) {
        if (!px_slice_next(&y, ' ', &other))
            return false;
        if (px_slice_equal(word, other))
            continue;
        differ++;
        if (word.size < NAME_LEAST || other.size < NAME_LEAST || word.data[0] != other.data[0] || !is_plain(word) ||
            !is_plain(other) || px_text_edits(word, other) > EDITS_MOST)
            return false;
    }
    return y.size == 0 && words > 1 && differ == 1;
}

/* Persons with a full name that differs by a letter or two, each in an article of its own, are one: misprints and ways
 * to spell what another script has. Quadratic in the persons named. */
static void unite_respellings(struct join *join)
{
    const struct px_compare_context *context = join->context;
    for (uint32_t i = 0; i < context->links.count; i++) {
        const struct px_link *x = &context->links.items[i];
        for (uint32_t j = i + 1; j < context->links.count; j++) {
            const struct px_link *y = &context->links.items[j];
            if (px_link_is_respelling(x->key, y->key) && px_link_kind(context, x->entities) == PX_ENTITY_PERSON &&
                px_link_kind(context, y->entities) == PX_ENTITY_PERSON)
                px_referent_unite(context, join->sets, i, j, PX_LINK_PART);
        }
    }
}

/* Names of the same letters, each in an article of its own, are one, however their words are parted: "Wal-Mart" and
 * "Walmart". Of short ones there are many that are alike. */
static enum px_status unite_parted(struct join *join, struct px_error *error)
{
    enum { LETTERS_LEAST = 6, LETTERS_MOST = 40 };
    struct px_table known = {0};
    uint32_t *links = px_arena_array(&join->context->scratch, uint32_t, join->context->links.count);
    bool fine = links != NULL;
    for (uint32_t i = 0; fine && i < join->context->links.count; i++) {
        struct px_slice key = join->context->links.items[i].key;
        char letters[LETTERS_MOST];
        size_t size = 0;
        bool added = false;
        for (size_t k = 0; k < key.size && size < LETTERS_MOST; k++)
            if (key.data[k] != ' ' && key.data[k] != '-' && key.data[k] != '.')
                letters[size++] = key.data[k];
        if (size < LETTERS_LEAST || size == LETTERS_MOST)
            continue;
        uint32_t id = px_table_add(&known, (struct px_slice){letters, size}, &added);
        fine = id != PX_NONE;
        if (fine && added)
            links[id] = i;
        else if (fine)
            px_referent_unite(join->context, join->sets, links[id], i, PX_LINK_NAME);
    }
    px_table_release(&known);
    return fine ? PX_OK : px_no_memory(error);
}

/* Names of one word go to the person who has it as the last word of the name, or else, if they are somebody's, as the
 * first: the "Sam" of "Sam's Club" may be anything. */
static void give_words(struct join *join, bool last_words)
{
    struct px_slice first, last;
    for (uint32_t i = 0; i < join->context->links.count; i++) {
        const struct px_link *link = &join->context->links.items[i];
        uint8_t kind = px_link_kind(join->context, link->entities);
        if ((kind != PX_ENTITY_PERSON && (kind != PX_ENTITY_OTHER || !last_words)) ||
            ends_of(join, link->key, &first, &last))
            continue;
        uint32_t owner = owner_of(join, link->key);
        if (owner != PX_NONE && px_slice_ends(join->context->links.items[owner].key, link->key) == last_words)
            px_referent_unite(join->context, join->sets, owner, i, PX_LINK_PART);
    }
}

/* A name without small letters, as initials are. */
static bool is_capitals(struct px_slice name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] >= 'a' && name.data[i] <= 'z')
            return false;
    return true;
}

/* May the set be meant by a short form? A person by name or a place is not. */
static bool may_be_short(const struct join *join, const struct px_link *link)
{
    struct px_slice first, last;
    uint8_t kind = px_link_kind(join->context, link->entities);
    return kind != PX_ENTITY_PLACE && kind != PX_ENTITY_GROUP &&
           (kind != PX_ENTITY_PERSON ||
            (!ends_of(join, link->key, &first, &last) && owner_of(join, link->key) == PX_NONE));
}

/* Is the key that of initials: does no full word of the name stand in it? */
static bool is_initials(struct px_slice name, struct px_slice key)
{
    enum { INITIALS_MOST = 8 };
    return key.size <= INITIALS_MOST && px_slice_find(key, PX_SLICE(" "), 0) == SIZE_MAX &&
           px_slice_find(name, key, 0) == SIZE_MAX;
}

/* Short forms of what an article names in full, each with the set that it means: PX_NONE when it could mean two. */
static enum px_status own_shorts(struct join *join, struct px_table *shorts, uint32_t *owners)
{
    const struct px_compare_context *context = join->context;
    for (uint32_t i = 0; i < context->links.count; i++)
        for (size_t a = 0; a < context->count; a++) {
            uint32_t entity = context->links.items[i].entities[a];
            struct px_slice rest =
                entity == PX_NONE ? PX_SLICE("") : context->articles[a]->entities.items[entity].shorts;
            struct px_slice key;
            bool added;
            while (px_slice_next(&rest, '\n', &key)) {
                uint32_t id = px_table_add(shorts, key, &added);
                if (id == PX_NONE)
                    return PX_ERROR_MEMORY;
                bool same = added || (owners[id] != PX_NONE && px_referent_root(join->sets->parents, owners[id]) ==
                                                                   px_referent_root(join->sets->parents, i));
                owners[id] = same ? i : PX_NONE;
            }
        }
    return PX_OK;
}

/* "IRS" here is the "Internal Revenue Service" there, "Treasury" the "U.S. Department of the Treasury". */
static void join_owned(struct join *join, const struct px_table *shorts, const uint32_t *owners)
{
    const struct px_compare_context *context = join->context;
    for (uint32_t i = 0; i < context->links.count; i++) {
        const struct px_link *link = &context->links.items[i];
        uint32_t id = px_table_find(shorts, link->key);
        uint32_t owner = id == PX_NONE ? PX_NONE : owners[id];
        if (owner == PX_NONE || owner == i || !may_be_short(join, link))
            continue;
        bool capitals = true;
        for (size_t a = 0; a < context->count; a++)
            if (link->entities[a] != PX_NONE)
                capitals &= is_capitals(context->articles[a]->entities.items[link->entities[a]].name);
        if (capitals || !is_initials(context->links.items[owner].key, link->key))
            px_referent_unite(join->context, join->sets, owner, i, PX_LINK_PART);
    }
}

/* Twice: what is one after the first round leaves fewer doubts. */
static enum px_status join_shorts(struct join *join, struct px_error *error)
{
    size_t most = 0;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < join->context->count; a++)
        most += join->context->articles[a]->entities.count * SHORTS_MOST;
    uint32_t *owners = px_arena_array(&join->context->scratch, uint32_t, most);
    for (int round = 0; owners != NULL && round < 2 && status == PX_OK; round++) {
        struct px_table shorts = {0};
        status = own_shorts(join, &shorts, owners);
        if (status == PX_OK)
            join_owned(join, &shorts, owners);
        px_table_release(&shorts);
    }
    return owners == NULL || status != PX_OK ? px_no_memory(error) : PX_OK;
}

enum px_status px_link_join(struct px_compare_context *context, struct px_referent_sets *sets, struct px_error *error)
{
    struct join join = {.context = context, .sets = sets};
    enum px_status status = know_suffixes(&join, error);
    if (status == PX_OK)
        status = own_names(&join, error);
    if (status == PX_OK) {
        unite_respellings(&join);
        status = unite_parted(&join, error);
    }
    if (status == PX_OK)
        status = join_shorts(&join, error);
    if (status == PX_OK) {
        give_words(&join, true);
        give_words(&join, false);
    }
    px_table_release(&join.suffixes);
    px_table_release(&join.words);
    return status;
}
