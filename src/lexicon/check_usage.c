/* Entries against the words of a corpus. */
#include "lexicon/checker.h"

enum {
    FREQUENT = 5,       /* a word that stands so often is probably spelled right */
    SHORTEST = 5,       /* bytes of a word whose near-misses mean something */
    MOST_SHARE = 10,    /* an entry that covers one word in so many matches too much */
    ENOUGH_WORDS = 1000 /* in the corpus, to say so */
};

/* Do the words differ by one letter put in, left out or changed, or by two that changed places? Not at the ends: there
 * it is another word, or another form of it, rather than a slip. */
static bool is_slip(struct px_slice a, struct px_slice b)
{
    if (a.size > b.size) {
        struct px_slice swap = a;
        a = b;
        b = swap;
    }
    size_t same = 0;
    while (same < a.size && a.data[same] == b.data[same])
        same++;
    if (b.size - a.size > 1 || same == 0 || same + 1 >= a.size)
        return false;
    const char *rest_a = a.data + same;
    const char *rest_b = b.data + same;
    size_t left = a.size - same;
    if (b.size > a.size)
        return memcmp(rest_a, rest_b + 1, left) == 0;
    bool swapped = rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && memcmp(rest_a + 2, rest_b + 2, left - 2) == 0;
    return swapped || memcmp(rest_a + 1, rest_b + 1, left - 1) == 0;
}

/* Is the word an entry itself? Then it is no misspelling of another. */
static bool is_entry(const struct px_checker *checker, struct px_slice word)
{
    struct px_buffer key = {0};
    px_buffer_append(&key, word);
    px_buffer_byte(&key, ' ');
    bool found = px_table_find(&checker->keys, px_buffer_slice(&key)) != PX_NONE;
    px_buffer_release(&key);
    return found;
}

/* The most frequent word of the corpus that the entry's only word may be meant for, or PX_NONE. */
static uint32_t find_slip(const struct px_checker *checker, struct px_slice word)
{
    const struct px_lexicon_usage *usage = checker->usage;
    uint32_t best = PX_NONE;
    for (uint32_t i = 0; i < usage->counts.count; i++) {
        uint32_t count = usage->counts.items[i];
        bool better = count >= FREQUENT && (best == PX_NONE || count > usage->counts.items[best]);
        if (better && is_slip(word, px_table_key(&usage->folds, i)) &&
            !is_entry(checker, px_table_key(&usage->folds, i)))
            best = i;
    }
    return best;
}

static enum px_status check_unused(struct px_checker *checker, const struct px_checked *checked)
{
    const struct px_lexicon_usage *usage = checker->usage;
    bool word = checked->piece_count == 1 && !checked->glob && checked->pieces[0].size >= SHORTEST;
    uint32_t slip = PX_NONE;
    if (word && !usage->spelled[checked->entry - checker->lexicon->entries.items] &&
        px_table_find(&usage->folds, checked->pieces[0]) == PX_NONE)
        slip = find_slip(checker, checked->pieces[0]);
    px_buffer_printf(&checker->buffer, "'%.*s' counts nowhere in the %zu articles of the corpus",
                     PX_SLICE_SHORT(checked->entry->text), usage->documents);
    if (slip == PX_NONE)
        return px_checker_report(checker, checked->entry, PX_FAULT_UNUSED,
                                 "remove it, or keep it for texts of another kind");
    struct px_buffer mend = {0};
    struct px_slice meant = px_table_key(&usage->folds, slip);
    px_buffer_printf(&mend, "did you mean '%.*s', which stands there %u times?", PX_SLICE_SHORT(meant),
                     usage->counts.items[slip]);
    enum px_status status = mend.failed ? px_no_memory(checker->error)
                                        : px_checker_report(checker, checked->entry, PX_FAULT_TYPO, mend.data);
    px_buffer_release(&mend);
    return status;
}

/* Has the check said without a corpus that the entry matches everything? */
static bool is_said(const struct px_checker *checker, const struct px_entry *entry)
{
    for (size_t i = 0; i < checker->findings->count; i++)
        if (checker->findings->items[i].fault == PX_FAULT_EVERYTHING && checker->findings->items[i].line == entry->line)
            return true;
    return false;
}

/* Does the entry leave letters open and cover a large share of the corpus? */
static bool is_everywhere(const struct px_checker *checker, size_t entry)
{
    const struct px_lexicon_usage *usage = checker->usage;
    bool open = checker->checked[entry].glob || checker->checked[entry].piece_count == 0;
    return open && usage->words >= ENOUGH_WORDS && usage->covered[entry] * MOST_SHARE >= usage->words &&
           !is_said(checker, checker->checked[entry].entry);
}

enum px_status px_checker_usage(struct px_checker *checker)
{
    const struct px_lexicon_usage *usage = checker->usage;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < checker->lexicon->entries.count; i++) {
        const struct px_checked *checked = &checker->checked[i];
        if (usage->hits[i] == 0 && usage->documents > 0) {
            status = check_unused(checker, checked);
        } else if (is_everywhere(checker, i)) {
            px_buffer_printf(&checker->buffer, "'%.*s' covers %.0f %% of the words of the corpus",
                             PX_SLICE_SHORT(checked->entry->text),
                             100 * (double)usage->covered[i] / (double)usage->words);
            status = px_checker_report(checker, checked->entry, PX_FAULT_EVERYTHING,
                                       "name the letters that tell its words apart");
        }
    }
    return status;
}
