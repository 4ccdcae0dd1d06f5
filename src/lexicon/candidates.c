#include "lexicon/candidates.h"

#include <stdlib.h>

enum { FEW = 100 }; /* up to so many items insertion is quicker than qsort */

/* Sets what a candidate is ordered by. */
typedef void key_function(struct px_candidate *, const struct px_rule *);

bool px_candidates_add(struct px_candidates *candidates, const struct px_matcher *matcher, uint32_t rule,
                       uint32_t first, uint32_t count)
{
    if (count > UINT16_MAX)
        return true;
    struct px_candidate *item = matcher->rules.items[rule].cancels
                                    ? px_vector_push(&candidates->cancelling, &candidates->arena)
                                    : px_vector_push(&candidates->found, &candidates->arena);
    if (item == NULL)
        return false;
    *item = (struct px_candidate){.first = first, .count = count, .rule = rule};
    return true;
}

/* Lexicon and entry as one number. */
static uint64_t entry_key(const struct px_rule *rule)
{
    return (uint64_t)rule->lexicon << 32 | rule->entry;
}

static void by_entry(struct px_candidate *candidate, const struct px_rule *rules)
{
    candidate->major = entry_key(&rules[candidate->rule]);
    candidate->minor = candidate->first;
}

/* Position, lexicon, the longer first; then rank and entry. */
static void by_length(struct px_candidate *candidate, const struct px_rule *rules)
{
    const struct px_rule *rule = &rules[candidate->rule];
    candidate->major =
        (uint64_t)candidate->first << 32 | (uint64_t)rule->lexicon << 16 | (UINT16_MAX - candidate->count);
    candidate->minor = (uint64_t)rule->rank << 32 | rule->entry;
}

static void by_position(struct px_candidate *candidate, const struct px_rule *rules)
{
    candidate->major = candidate->first;
    candidate->minor = entry_key(&rules[candidate->rule]);
}

static bool is_before(const struct px_candidate *a, const struct px_candidate *b)
{
    return a->major < b->major || (a->major == b->major && a->minor < b->minor);
}

static int compare(const void *a, const void *b)
{
    return is_before(a, b) ? -1 : is_before(b, a);
}

static void sort(struct px_candidate *items, size_t count, key_function *key, const struct px_rule *rules)
{
    for (size_t i = 0; i < count; i++)
        key(&items[i], rules);
    if (count > FEW)
        qsort(items, count, sizeof *items, compare);
    for (size_t i = 1; count <= FEW && i < count; i++) {
        struct px_candidate item = items[i];
        size_t at = i;
        for (; at > 0 && is_before(&item, &items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

/* Is the candidate covered by a cancelling one of its own entry? Those are in order of entry and position. */
static bool is_cancelled(const struct px_candidates *candidates, struct px_candidate *candidate,
                         const struct px_rule *rules)
{
    by_entry(candidate, rules);
    size_t low = 0;
    size_t high = candidates->cancelling.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(candidate, &candidates->cancelling.items[middle]))
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0)
        return false;
    const struct px_candidate *last = &candidates->cancelling.items[low - 1];
    return entry_key(&rules[last->rule]) == entry_key(&rules[candidate->rule]) &&
           last->reach >= candidate->first + candidate->count;
}

/* Sorts the cancelling ones and notes how far those of an entry reach. */
static void prepare_cancelling(struct px_candidates *candidates, const struct px_rule *rules)
{
    struct px_candidate *items = candidates->cancelling.items;
    sort(items, candidates->cancelling.count, by_entry, rules);
    for (size_t i = 0; i < candidates->cancelling.count; i++) {
        bool same = i > 0 && entry_key(&rules[items[i].rule]) == entry_key(&rules[items[i - 1].rule]);
        items[i].reach = items[i].first + items[i].count;
        if (same && items[i - 1].reach > items[i].reach)
            items[i].reach = items[i - 1].reach;
    }
}

void px_candidates_settle(struct px_candidates *candidates, const struct px_matcher *matcher)
{
    const struct px_rule *rules = matcher->rules.items;
    if (candidates->cancelling.count > 0) {
        prepare_cancelling(candidates, rules);
        size_t kept = 0;
        for (size_t i = 0; i < candidates->found.count; i++)
            if (!is_cancelled(candidates, &candidates->found.items[i], rules))
                candidates->found.items[kept++] = candidates->found.items[i];
        candidates->found.count = kept;
    }
    sort(candidates->found.items, candidates->found.count, by_length, rules);
}

/* Stands the candidate's category already among kept[from, to)? */
static bool is_repeated(const struct px_matcher *matcher, const struct px_candidate *kept, size_t from, size_t to,
                        const struct px_candidate *candidate)
{
    const uint32_t *categories = matcher->rule_categories.items;
    for (size_t i = from; i < to; i++)
        if (categories[kept[i].rule] == categories[candidate->rule])
            return true;
    return false;
}

/* The same inside each category. */
static size_t choose_in_categories(struct px_candidates *candidates, const struct px_matcher *matcher)
{
    struct px_candidate *items = candidates->found.items;
    size_t kept = 0;
    memset(candidates->ends, 0, sizeof *candidates->ends * matcher->categories.keys.count);
    for (size_t i = 0; i < candidates->found.count; i++) {
        uint32_t *end = &candidates->ends[matcher->rule_categories.items[items[i].rule]];
        if (items[i].first < *end)
            continue;
        *end = items[i].first + items[i].count;
        items[kept++] = items[i];
    }
    return kept;
}

static size_t choose_in_lexicons(struct px_candidates *candidates, const struct px_matcher *matcher)
{
    const struct px_rule *rules = matcher->rules.items;
    struct px_candidate *items = candidates->found.items;
    size_t kept = 0;
    size_t group = 0; /* of kept: the first of the newest match's lexicon and tokens */
    memset(candidates->ends, 0, sizeof *candidates->ends * matcher->lexicon_count);
    for (size_t i = 0; i < candidates->found.count; i++) {
        const struct px_candidate item = items[i];
        uint16_t lexicon = rules[item.rule].lexicon;
        bool same = kept > 0 && item.first == items[group].first && item.count == items[group].count &&
                    lexicon == rules[items[group].rule].lexicon;
        if (!same && item.first < candidates->ends[lexicon])
            continue;
        if (same && is_repeated(matcher, items, group, kept, &item))
            continue;
        if (!same)
            group = kept;
        candidates->ends[lexicon] = item.first + item.count;
        items[kept++] = item;
    }
    return kept;
}

void px_candidates_choose(struct px_candidates *candidates, const struct px_matcher *matcher)
{
    candidates->found.count =
        matcher->by_category ? choose_in_categories(candidates, matcher) : choose_in_lexicons(candidates, matcher);
    sort(candidates->found.items, candidates->found.count, by_position, matcher->rules.items);
}
