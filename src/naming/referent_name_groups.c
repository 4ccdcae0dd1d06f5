/* Which hits of the naming lexicon name one thing: by what they are bound to, by topic and section, by form. */
#include "naming/referent_name.h"

enum { MOST_TRIED = 64, AMBIGUOUS = UINT32_MAX - 1 };

static void unite(struct px_names *names, uint32_t a, uint32_t b)
{
    a = px_referent_root(names->parents, a);
    b = px_referent_root(names->parents, b);
    names->parents[a < b ? b : a] = a < b ? a : b;
}

/* Unites the hit with those that share the key (a kind of bond and two numbers) in its category. */
static bool unite_by(struct px_names *names, uint32_t item, uint32_t bond, uint32_t x, uint32_t y)
{
    bool added;
    const uint32_t key[] = {names->items.items[item].category, bond, x, y};
    uint32_t id = px_table_add(&names->keys, (struct px_slice){(const char *)key, sizeof key}, &added);
    uint32_t *owner = id == PX_NONE ? NULL
                      : added       ? px_vector_push(&names->owners, &names->context->scratch)
                                    : &names->owners.items[id];
    if (owner == NULL)
        return false;
    if (added)
        *owner = item;
    unite(names, *owner, item);
    return true;
}

enum bond { BY_ANCHOR, BY_TOPIC, BY_SECTION, BY_SIDE, BY_FORM, BY_NAME };

static bool unite_item(struct px_names *names, uint32_t index)
{
    const struct px_name_hit *naming = &names->items.items[index];
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t topic = names->theme_of[naming->article][naming->sentence];
    if (naming->proper)
        return unite_by(names, index, BY_NAME, 0, 0);
    if (naming->anchor != PX_NONE)
        return unite_by(names, index, BY_ANCHOR, naming->anchor, 0);
    bool kept = topic == PX_NONE || unite_by(names, index, BY_TOPIC, topic, 0);
    uint32_t section = article->sentences.items[naming->sentence].section;
    if (naming->strong)
        return kept && unite_by(names, index, BY_SIDE, naming->article, section) &&
               unite_by(names, index, BY_FORM, naming->article,
                        (uint32_t)(naming->entry - names->lexicon->entries.items));
    return kept && (article->sections.count < 2 || unite_by(names, index, BY_SECTION, naming->article, section));
}

/* Counts the groups and strings their hits together. A root is the first hit of its group. */
static void summarise(struct px_names *names)
{
    memset(names->groups, 0, names->items.count * sizeof *names->groups);
    for (uint32_t i = 0; i < names->items.count; i++) {
        struct px_name_group *group = &names->groups[px_referent_root(names->parents, i)];
        names->next[i] = PX_NONE;
        if (group->hits > 0)
            names->next[group->last] = i;
        group->last = i;
        group->hits++;
        group->strong += names->items.items[i].strong;
        group->bound |= names->items.items[i].anchor != PX_NONE;
        group->proper |= names->items.items[i].proper;
    }
}

/* `only[category][article]` is the one group there that `counts` says yes to, PX_NONE, or AMBIGUOUS. */
static void find_single(struct px_names *names, uint32_t *only, bool (*counts)(const struct px_name_group *group))
{
    size_t articles = names->context->count;
    memset(only, 0xff, names->categories.keys.count * articles * sizeof *only);
    for (uint32_t i = 0; i < names->items.count; i++) {
        const struct px_name_hit *naming = &names->items.items[i];
        uint32_t root = px_referent_root(names->parents, i);
        uint32_t *place = &only[naming->category * articles + naming->article];
        if (counts(&names->groups[root]))
            *place = *place == PX_NONE || *place == root ? root : AMBIGUOUS;
    }
}

static bool is_bound(const struct px_name_group *group)
{
    return group->bound && group->strong > 0;
}

/* Does the group stand in the hit's section too? It is asked of a few of its hits. */
static bool shares_section(const struct px_names *names, uint32_t group, const struct px_name_hit *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t section = article->sentences.items[naming->sentence].section;
    size_t tried = 0;
    for (uint32_t i = group; i != PX_NONE && tried < MOST_TRIED; i = names->next[i], tried++)
        if (names->items.items[i].article == naming->article &&
            article->sentences.items[names->items.items[i].sentence].section == section)
            return true;
    return false;
}

/* An unbound form that takes sides means what the same form is bound to elsewhere, where that is one thing: "the power
 * grab" and "the senator's power grab". */
static bool unite_forms(struct px_names *names)
{
    size_t count = names->lexicon->entries.count;
    uint32_t *bound = px_arena_array(&names->context->scratch, uint32_t, count);
    if (bound == NULL)
        return false;
    memset(bound, 0xff, count * sizeof *bound); /* by entry: the group, PX_NONE, or AMBIGUOUS */
    for (uint32_t i = 0; i < names->items.count; i++) {
        uint32_t root = px_referent_root(names->parents, i);
        uint32_t *place = &bound[names->items.items[i].entry - names->lexicon->entries.items];
        if (names->items.items[i].anchor != PX_NONE)
            *place = *place == PX_NONE || *place == root ? root : AMBIGUOUS;
    }
    for (uint32_t i = 0; i < names->items.count; i++) {
        const struct px_name_hit *naming = &names->items.items[i];
        uint32_t group = bound[naming->entry - names->lexicon->entries.items];
        if (naming->strong && naming->anchor == PX_NONE && !naming->proper && group < AMBIGUOUS)
            unite(names, group, i);
    }
    return true;
}

/* An unbound form that takes sides means the one bound thing of its kind in the article over which it takes sides, when
 * both stand in one section. And where each article has one thing of a kind that is more than a passing word, and takes
 * sides over it somewhere, it is the same thing. */
static void unite_singles(struct px_names *names, uint32_t *only)
{
    size_t articles = names->context->count;
    summarise(names);
    find_single(names, only, is_bound);
    for (uint32_t i = 0; i < names->items.count; i++) {
        const struct px_name_hit *naming = &names->items.items[i];
        uint32_t single = only[naming->category * articles + naming->article];
        if (naming->strong && naming->anchor == PX_NONE && !naming->proper && single < AMBIGUOUS &&
            shares_section(names, single, naming))
            unite(names, single, i);
    }
    summarise(names);
    find_single(names, only, px_name_group_is_solid);
    for (size_t c = 0; c < names->categories.keys.count; c++) {
        uint32_t known = PX_NONE, strong = 0;
        bool clear = true;
        for (size_t a = 0; a < articles; a++) {
            clear = clear && only[c * articles + a] != AMBIGUOUS;
            if (only[c * articles + a] < AMBIGUOUS)
                strong += names->groups[only[c * articles + a]].strong;
        }
        for (size_t a = 0; clear && strong > 0 && a < articles; a++) {
            if (only[c * articles + a] != PX_NONE && known != PX_NONE)
                unite(names, known, only[c * articles + a]);
            known = only[c * articles + a] != PX_NONE ? only[c * articles + a] : known;
        }
    }
    summarise(names);
}

enum px_status px_names_unite(struct px_names *names, struct px_error *error)
{
    struct px_arena *scratch = &names->context->scratch;
    uint32_t *only = px_arena_array(scratch, uint32_t, names->categories.keys.count * names->context->count);
    names->parents = px_arena_array(scratch, uint32_t, names->items.count);
    names->next = px_arena_array(scratch, uint32_t, names->items.count);
    names->groups = px_arena_array(scratch, struct px_name_group, names->items.count);
    bool ready = only != NULL && names->parents != NULL && names->next != NULL && names->groups != NULL;
    for (uint32_t i = 0; ready && i < names->items.count; i++)
        names->parents[i] = i;
    for (uint32_t i = 0; ready && i < names->items.count; i++)
        ready = unite_item(names, i);
    if (!ready || !unite_forms(names))
        return px_no_memory(error);
    unite_singles(names, only);
    return PX_OK;
}
