/* Names for the same thing: forms of the naming lexicon, gathered by what they name.
 *
 * A category of the lexicon ("change of power") is a kind of thing, not one thing: two articles may speak of two. Forms
 * name one thing when they are bound to the same entity ("the coup in Kiev", "Ukraine's revolution") or stand in
 * passages on the same topic. Forms that take sides are few enough to be taken together within a section; plain
 * words ("government", "operation") count only when bound.
 */
#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "compare/referent.h"

enum { REACH = 3, MOST_TRIED = 64, AMBIGUOUS = UINT32_MAX - 1 };

/* One hit of the naming lexicon. */
struct naming {
    const struct px_entry *entry;
    uint32_t article;
    uint32_t first;
    uint32_t count;
    uint32_t sentence;
    uint32_t category;
    uint32_t anchor; /* the referent it is bound to, or PX_NONE */
    bool strong;     /* takes sides */
    bool proper;     /* a name by itself: "Islamic State" */
};

struct group {
    uint32_t last; /* hit, while the list is made */
    uint32_t hits;
    uint32_t strong;
    bool bound;
    bool proper;
};

struct names {
    struct px_compare_context *context;
    const struct px_lexicon *lexicon;
    uint32_t **mention_of; /* [articles][tokens] the mention that covers the token, or PX_NONE */
    bool **preposition;    /* [articles][tokens] */
    bool **determiner;     /* [articles][tokens] */
    bool **quoted;         /* [articles][tokens] between quotation marks of any kind */
    uint32_t **topic_of;   /* [articles][sentences] shared topic, or PX_NONE */
    struct px_table categories;
    struct px_table keys;       /* what binds hits together, in bytes */
    PX_VECTOR(uint32_t) owners; /* [keys] a hit */
    PX_VECTOR(struct naming) items;
    uint32_t *parents;    /* [items] */
    uint32_t *next;       /* [items] of the same group, in order of position; PX_NONE ends */
    struct group *groups; /* [items] at the root */
};

static bool allocate(struct names *names, size_t article)
{
    struct px_arena *scratch = &names->context->scratch;
    const struct px_article *a = names->context->articles[article];
    names->mention_of[article] = px_arena_array(scratch, uint32_t, a->tokens.count);
    names->preposition[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->determiner[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->quoted[article] = px_arena_array(scratch, bool, a->tokens.count);
    names->topic_of[article] = px_arena_array(scratch, uint32_t, a->sentences.count);
    if (names->mention_of[article] == NULL || names->preposition[article] == NULL ||
        names->determiner[article] == NULL || names->quoted[article] == NULL || names->topic_of[article] == NULL)
        return false;
    memset(names->mention_of[article], 0xff, a->tokens.count * sizeof(uint32_t));
    memset(names->topic_of[article], 0xff, a->sentences.count * sizeof(uint32_t));
    return true;
}

/* What is known of the article's tokens and sentences: mentions (pronouns not), function words, shared topics. */
static void survey(struct names *names, size_t article)
{
    const struct px_article *a = names->context->articles[article];
    for (uint32_t i = 0; i < a->mentions.count; i++)
        for (uint32_t t = 0; a->mentions.items[i].form != PX_MENTION_PRONOUN && t < a->mentions.items[i].token_count;
             t++)
            names->mention_of[article][a->mentions.items[i].first_token + t] = i;
    for (size_t i = 0; i < a->hits.count; i++) {
        const struct px_hit *hit = &a->hits.items[i];
        if (hit->lexicon != PX_LEXICON_GRAMMAR)
            continue;
        struct px_slice category = px_resources_entry(names->context->worker->resources, hit)->category;
        names->preposition[article][hit->first_token] |= px_slice_is(category, "grammar.preposition");
        names->determiner[article][hit->first_token] |= px_slice_is(category, "grammar.determiner");
    }
    for (size_t i = 0; i < a->quotations.count; i++)
        memset(names->quoted[article] + a->quotations.items[i].first_token, true, a->quotations.items[i].token_count);
    for (uint32_t i = 0; i < names->context->comparison->topics.count; i++) {
        const struct px_topic *topic = &names->context->comparison->topics.items[i];
        for (size_t j = 0; topic->only == PX_NONE && j < topic->spans[article].count; j++)
            for (uint32_t s = px_compare_sentence_at(a, topic->spans[article].items[j].start);
                 s < a->sentences.count && a->sentences.items[s].start < topic->spans[article].items[j].end; s++)
                names->topic_of[article][s] = i;
    }
}

static bool init(struct names *names)
{
    struct px_arena *scratch = &names->context->scratch;
    size_t count = names->context->count;
    names->mention_of = px_arena_array(scratch, uint32_t *, count);
    names->preposition = px_arena_array(scratch, bool *, count);
    names->determiner = px_arena_array(scratch, bool *, count);
    names->quoted = px_arena_array(scratch, bool *, count);
    names->topic_of = px_arena_array(scratch, uint32_t *, count);
    bool ready = names->mention_of != NULL && names->preposition != NULL && names->determiner != NULL &&
                 names->quoted != NULL && names->topic_of != NULL;
    for (size_t a = 0; ready && a < count; a++) {
        ready = allocate(names, a);
        if (ready)
            survey(names, a);
    }
    return ready;
}

static uint32_t referent_of(const struct names *names, const struct naming *naming, const struct px_mention *mention)
{
    return mention->entity == PX_NONE ? PX_NONE : names->context->referent_of[naming->article][mention->entity];
}

/* Who is named at the token. Descriptions ("the country") are not taken at their word: who they mean is a guess, and a
 * wrong one would put a wording on somebody else. */
static uint32_t referent_at(const struct names *names, const struct naming *naming, uint32_t token)
{
    uint32_t index = names->mention_of[naming->article][token];
    const struct px_mention *mention =
        index == PX_NONE ? NULL : &names->context->articles[naming->article]->mentions.items[index];
    return mention == NULL || mention->form == PX_MENTION_ROLE ? PX_NONE : referent_of(names, naming, mention);
}

/* "Ukraine's bloody coup": an entity among the few words before, no function word between. */
static uint32_t anchor_before(const struct names *names, const struct naming *naming)
{
    const struct px_token *tokens = names->context->articles[naming->article]->tokens.items;
    for (uint32_t i = 1; i <= REACH && i <= naming->first; i++) {
        const struct px_token *token = &tokens[naming->first - i];
        uint32_t anchor = referent_at(names, naming, naming->first - i);
        if (anchor != PX_NONE && token->sentence == naming->sentence)
            return anchor;
        if (token->sentence != naming->sentence || token->kind != PX_TOKEN_WORD ||
            (!(token->flags & PX_TOKEN_CLITIC) && px_compare_form(names->context, token)->stop))
            return PX_NONE;
    }
    return PX_NONE;
}

/* "the coup in the Kiev of 2014": a preposition, perhaps a determiner, an entity. */
static uint32_t anchor_behind(const struct names *names, const struct naming *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t at = naming->first + naming->count;
    if (at >= article->tokens.count || !names->preposition[naming->article][at])
        return PX_NONE;
    at++;
    if (at < article->tokens.count && names->determiner[naming->article][at] &&
        names->mention_of[naming->article][at] == PX_NONE)
        at++;
    if (at >= article->tokens.count || article->tokens.items[at].sentence != naming->sentence)
        return PX_NONE;
    return referent_at(names, naming, at);
}

/* Binds the hit; false when it is but a part of a longer name ("President Trump", "Government Accountability Office"). */
static bool bind(const struct names *names, struct naming *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t index = names->mention_of[naming->article][naming->first];
    naming->anchor = PX_NONE;
    if (index != PX_NONE) {
        const struct px_mention *mention = &article->mentions.items[index];
        bool name = mention->form == PX_MENTION_NAME;
        bool description = mention->form == PX_MENTION_ROLE;
        bool capital = px_compare_form(names->context, &article->tokens.items[naming->first])->shape != PX_SHAPE_LOWER;
        naming->proper = name && capital && mention->token_count <= naming->count;
        if (name && capital && !naming->proper)
            return false;
        if (!naming->proper)
            naming->anchor = article->entities.items[mention->entity].kind == PX_ENTITY_PERSON || !description
                                 ? referent_of(names, naming, mention)
                                 : PX_NONE;
    }
    if (naming->anchor == PX_NONE && !naming->proper)
        naming->anchor = anchor_before(names, naming);
    if (naming->anchor == PX_NONE && !naming->proper)
        naming->anchor = anchor_behind(names, naming);
    return true;
}

/* A plain word with a capital inside a sentence is a name or a month ("March"); headlines capitalise everything. */
static bool is_capital(const struct names *names, const struct naming *naming)
{
    const struct px_article *article = names->context->articles[naming->article];
    const struct px_token *token = &article->tokens.items[naming->first];
    uint8_t role = article->blocks.items[article->sentences.items[naming->sentence].block].role;
    return naming->entry->text.size > 0 && naming->entry->text.data[0] >= 'a' && naming->entry->text.data[0] <= 'z' &&
           px_compare_form(names->context, token)->shape == PX_SHAPE_CAPITALISED &&
           !(token->flags & PX_TOKEN_SENTENCE_START) && px_role_is_paragraph(role);
}

static enum px_status collect(struct names *names, size_t article, struct px_error *error)
{
    const struct px_article *a = names->context->articles[article];
    for (size_t i = 0; i < a->hits.count; i++) {
        const struct px_hit *hit = &a->hits.items[i];
        if (hit->lexicon != PX_LEXICON_NAMING)
            continue;
        const struct px_entry *entry = px_resources_entry(names->context->worker->resources, hit);
        struct naming naming = {.entry = entry,
                                .article = (uint32_t)article,
                                .first = hit->first_token,
                                .count = hit->token_count,
                                .sentence = a->tokens.items[hit->first_token].sentence,
                                .strong = fabs(entry->weight) >= PX_TAKES_SIDES};
        if (is_capital(names, &naming) || !bind(names, &naming))
            continue;
        naming.category = px_table_add(&names->categories, entry->category, NULL);
        struct naming *item =
            naming.category == PX_NONE ? NULL : px_vector_push(&names->items, &names->context->scratch);
        if (item == NULL)
            return px_compare_no_memory(error);
        *item = naming;
    }
    return PX_OK;
}

static void unite(struct names *names, uint32_t a, uint32_t b)
{
    a = px_referent_root(names->parents, a);
    b = px_referent_root(names->parents, b);
    names->parents[a < b ? b : a] = a < b ? a : b;
}

/* Unites the hit with those that share the key (a kind of bond and two numbers) in its category. */
static bool unite_by(struct names *names, uint32_t item, uint32_t bond, uint32_t x, uint32_t y)
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

static bool unite_item(struct names *names, uint32_t index)
{
    const struct naming *naming = &names->items.items[index];
    const struct px_article *article = names->context->articles[naming->article];
    uint32_t topic = names->topic_of[naming->article][naming->sentence];
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
static void summarise(struct names *names)
{
    memset(names->groups, 0, names->items.count * sizeof *names->groups);
    for (uint32_t i = 0; i < names->items.count; i++) {
        struct group *group = &names->groups[px_referent_root(names->parents, i)];
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
static void find_single(struct names *names, uint32_t *only, bool (*counts)(const struct group *group))
{
    size_t articles = names->context->count;
    memset(only, 0xff, names->categories.keys.count * articles * sizeof *only);
    for (uint32_t i = 0; i < names->items.count; i++) {
        const struct naming *naming = &names->items.items[i];
        uint32_t root = px_referent_root(names->parents, i);
        uint32_t *place = &only[naming->category * articles + naming->article];
        if (counts(&names->groups[root]))
            *place = *place == PX_NONE || *place == root ? root : AMBIGUOUS;
    }
}

static bool is_bound(const struct group *group)
{
    return group->bound && group->strong > 0;
}

static bool is_solid(const struct group *group)
{
    return group->bound || group->proper || group->hits > 1;
}

/* Does the group stand in the hit's section too? It is asked of a few of its hits. */
static bool shares_section(const struct names *names, uint32_t group, const struct naming *naming)
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
static bool unite_forms(struct names *names)
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
        const struct naming *naming = &names->items.items[i];
        uint32_t group = bound[naming->entry - names->lexicon->entries.items];
        if (naming->strong && naming->anchor == PX_NONE && !naming->proper && group < AMBIGUOUS)
            unite(names, group, i);
    }
    return true;
}

/* An unbound form that takes sides means the one bound thing of its kind in the article over which it takes sides, when
 * both stand in one section. And where each article has one thing of a kind that is more than a passing word, and takes
 * sides over it somewhere, it is the same thing. */
static void unite_singles(struct names *names, uint32_t *only)
{
    size_t articles = names->context->count;
    summarise(names);
    find_single(names, only, is_bound);
    for (uint32_t i = 0; i < names->items.count; i++) {
        const struct naming *naming = &names->items.items[i];
        uint32_t single = only[naming->category * articles + naming->article];
        if (naming->strong && naming->anchor == PX_NONE && !naming->proper && single < AMBIGUOUS &&
            shares_section(names, single, naming))
            unite(names, single, i);
    }
    summarise(names);
    find_single(names, only, is_solid);
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

static enum px_status unite_all(struct names *names, struct px_error *error)
{
    struct px_arena *scratch = &names->context->scratch;
    uint32_t *only = px_arena_array(scratch, uint32_t, names->categories.keys.count * names->context->count);
    names->parents = px_arena_array(scratch, uint32_t, names->items.count);
    names->next = px_arena_array(scratch, uint32_t, names->items.count);
    names->groups = px_arena_array(scratch, struct group, names->items.count);
    bool ready = only != NULL && names->parents != NULL && names->next != NULL && names->groups != NULL;
    for (uint32_t i = 0; ready && i < names->items.count; i++)
        names->parents[i] = i;
    for (uint32_t i = 0; ready && i < names->items.count; i++)
        ready = unite_item(names, i);
    if (!ready || !unite_forms(names))
        return px_compare_no_memory(error);
    unite_singles(names, only);
    return PX_OK;
}

/* A group's referent being built, and what it is sorted by. */
struct found {
    struct px_referent referent;
    uint32_t root;
    uint32_t weight;
    uint32_t hits;
    struct px_slice category;
};

/* The entity that most of the group's hits are bound to; the one named more often on a tie. `counts` is and stays 0. */
static uint32_t main_anchor(const struct names *names, uint32_t root, uint32_t *counts)
{
    uint32_t best = PX_NONE;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        if (names->items.items[i].anchor != PX_NONE)
            counts[names->items.items[i].anchor]++;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i]) {
        uint32_t anchor = names->items.items[i].anchor;
        if (anchor == PX_NONE)
            continue;
        if (best == PX_NONE || counts[anchor] > counts[best] || (anchor < best && counts[anchor] == counts[best]))
            best = anchor;
    }
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        if (names->items.items[i].anchor != PX_NONE)
            counts[names->items.items[i].anchor] = 0;
    return best;
}

/* "change of power (Ukraine)": the category's name and what it is bound to. */
static enum px_status name_group(struct names *names, struct found *found, uint32_t *counts, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    struct px_buffer name = {0};
    uint32_t anchor = main_anchor(names, found->root, counts);
    for (size_t i = 0; i < found->category.size; i++)
        px_buffer_byte(&name, found->category.data[i] == '-' ? ' ' : found->category.data[i]);
    if (anchor != PX_NONE)
        px_buffer_printf(&name, " (%.*s)", PX_SLICE_ARG(context->comparison->referents.items[anchor].name));
    found->referent.name =
        name.failed ? (struct px_slice){NULL, 0} : px_arena_copy(&context->comparison->arena, px_buffer_slice(&name));
    px_buffer_release(&name);
    return found->referent.name.data == NULL ? px_compare_no_memory(error) : PX_OK;
}

static enum px_status add_use(struct names *names, struct found *found, const struct naming *naming,
                              struct px_namings *uses, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    const struct px_token *tokens = context->articles[naming->article]->tokens.items + naming->first;
    struct px_span *span = px_vector_push(&found->referent.mentions[naming->article], &context->comparison->arena);
    struct px_naming *use = span == NULL ? NULL : px_vector_push(uses, &context->scratch);
    if (use == NULL)
        return px_compare_no_memory(error);
    *span = (struct px_span){tokens[0].start, tokens[naming->count - 1].end};
    use->span = *span;
    use->connotation = naming->entry->weight;
    use->used_by = px_lexicon_cell(names->lexicon, naming->entry, px_lexicon_column(names->lexicon, "used_by"));
    char first = naming->entry->text.size == 0 ? ' ' : naming->entry->text.data[0];
    use->positional = use->connotation == 0 && use->used_by.size > 0 && first >= 'A' && first <= 'Z';
    enum px_status status = px_referent_wording(context, naming->article, naming->first, naming->count, use, error);
    use->own = use->own && !names->quoted[naming->article][naming->first];
    return status;
}

static enum px_status build(struct names *names, struct found *found, uint32_t *counts, struct px_error *error)
{
    struct px_namings uses = {0};
    enum px_status status = px_referent_init(names->context, &found->referent, error);
    found->referent.kind = PX_ENTITY_OTHER;
    found->referent.lexical = true;
    found->hits = names->groups[found->root].hits;
    found->category = names->items.items[found->root].entry->category;
    for (uint32_t i = found->root; status == PX_OK && i != PX_NONE; i = names->next[i])
        status = add_use(names, found, &names->items.items[i], &uses, error);
    px_referent_sort_namings(&uses);
    if (status == PX_OK)
        status = px_referent_variants(names->context, uses.items, uses.count, &found->referent, error);
    bool held = names->groups[found->root].bound || names->groups[found->root].proper;
    px_referent_link(names->context, &found->referent, held ? PX_LINK_LEXICON : PX_LINK_CONTEXT);
    found->weight = px_referent_weigh(names->context, &found->referent);
    return status == PX_OK ? name_group(names, found, counts, error) : status;
}

static int by_weight(const void *left, const void *right)
{
    const struct found *a = left;
    const struct found *b = right;
    if (a->weight != b->weight)
        return a->weight < b->weight ? 1 : -1;
    if (a->hits != b->hits)
        return a->hits < b->hits ? 1 : -1;
    int order = px_slice_compare(a->referent.name, b->referent.name);
    return order != 0 ? order : px_slice_compare(a->referent.variants[0].form, b->referent.variants[0].form);
}

/* Puts what was found in front of the entities. */
static enum px_status put_first(struct px_compare_context *context, struct found *found, size_t count,
                                struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    size_t entities = comparison->referents.count;
    struct px_referent *all = px_arena_array(&comparison->arena, struct px_referent, count + entities);
    if (all == NULL)
        return px_compare_no_memory(error);
    if (count > 1)
        qsort(found, count, sizeof *found, by_weight);
    for (size_t i = 0; i < count; i++)
        all[i] = found[i].referent;
    if (entities > 0)
        memcpy(all + count, comparison->referents.items, entities * sizeof *all);
    comparison->referents.items = all;
    comparison->referents.count = comparison->referents.capacity = count + entities;
    return PX_OK;
}

/* A form under several categories ("extremists") makes a group in each: the one found first tells all that a later one of
 * the same hits would. */
static bool is_told(struct names *names, uint32_t root)
{
    struct px_buffer key = {0};
    bool added = true;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        px_buffer_printf(&key, "%u %u ", names->items.items[i].article, names->items.items[i].first);
    bool told = !key.failed && px_table_add(&names->keys, px_buffer_slice(&key), &added) != PX_NONE && !added;
    px_buffer_release(&key);
    return told;
}

static enum px_status emit(struct names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    PX_VECTOR(struct found) all = {0};
    uint32_t *counts = px_arena_array(&context->scratch, uint32_t, context->comparison->referents.count);
    enum px_status status = counts == NULL ? px_compare_no_memory(error) : PX_OK;
    for (uint32_t i = 0; status == PX_OK && i < names->items.count; i++) {
        if (names->parents[i] != i || !(is_solid(&names->groups[i]) || names->groups[i].strong > 0))
            continue;
        struct found *found = px_vector_push(&all, &context->scratch);
        if (found == NULL)
            return px_compare_no_memory(error);
        found->root = i;
        status = build(names, found, counts, error);
        if (status == PX_OK && (!px_referent_takes_sides(names->lexicon, &found->referent) || is_told(names, i)))
            all.count--;
    }
    return status != PX_OK ? status : put_first(context, all.items, all.count, error);
}

enum px_status px_compare_names(struct px_compare_context *context, struct px_error *error)
{
    struct names names = {.context = context};
    enum px_status status = PX_OK;
    if (context->worker->resources == NULL)
        return PX_OK;
    names.lexicon = px_resources_lexicon(context->worker->resources, PX_LEXICON_NAMING);
    if (!init(&names))
        status = px_compare_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = collect(&names, a, error);
    if (status == PX_OK && names.items.count > 0)
        status = unite_all(&names, error);
    if (status == PX_OK && names.items.count > 0)
        status = emit(&names, error);
    px_table_release(&names.categories);
    px_table_release(&names.keys);
    return status;
}
