/* The words by which a name is told from others. */
#include "omission/only_news.h"

enum { LETTERS_LEAST = 3 };

bool px_only_lists(const struct px_compare_context *context, uint32_t form, size_t lexicon)
{
    const uint32_t *entries;
    return px_match_form(context->worker->cache, form, lexicon, &entries) > 0;
}

/* Has the word a capital, and is it none of a title, a people or country, or a head such as "Department"? Of a longer
 * name a given name says as little. */
static bool is_telling(const struct px_compare_context *context, struct px_slice word, uint32_t form, bool alone)
{
    static const size_t common[] = {PX_LEXICON_TITLES, PX_LEXICON_ROLES, PX_LEXICON_DEMONYMS, PX_LEXICON_ORGANISATIONS};
    unsigned char first = (unsigned char)word.data[0];
    bool capital = (first >= 'A' && first <= 'Z') || first >= 0x80;
    if (word.size < LETTERS_LEAST || !capital || px_vocabulary_form(context->worker->vocabulary, form)->stop)
        return false;
    if (context->worker->resources == NULL || alone)
        return true;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (px_only_lists(context, form, common[i]))
            return false;
    return !px_only_lists(context, form, PX_LEXICON_FIRSTNAMES);
}

/* The word without the end of an address, "Varn" of "Varn.com": small letters behind a dot. */
static struct px_slice without_domain(struct px_slice word)
{
    size_t dot = word.size;
    while (dot > 0 && word.data[dot - 1] >= 'a' && word.data[dot - 1] <= 'z')
        dot--;
    bool domain = dot > LETTERS_LEAST && dot < word.size && word.data[dot - 1] == '.';
    return domain ? px_slice_part(word, 0, dot - 1) : word;
}

/* The word without what hangs on it: commas, up to two letters behind an apostrophe ("'s"), and ".com". */
static struct px_slice bare(struct px_slice word)
{
    static const struct px_slice apostrophes[] = {PX_SLICE_STATIC("'"), PX_SLICE_STATIC("\xe2\x80\x99")};
    enum { CLITIC_MOST = 2 };
    while (word.size > 0 && memchr(",:;\"()", word.data[word.size - 1], 6) != NULL)
        word.size--;
    for (size_t i = 0; i < sizeof apostrophes / sizeof *apostrophes; i++) {
        size_t at = px_slice_find(word, apostrophes[i], 1);
        if (at != SIZE_MAX && word.size - at <= apostrophes[i].size + CLITIC_MOST)
            word.size = at;
    }
    return without_domain(word);
}

static void add_fold(struct px_telling_words *telling, uint32_t fold)
{
    if (fold != PX_NONE && telling->count < PX_TELLING_WORDS_MOST)
        telling->folds[telling->count++] = fold;
}

/* Of several heads the last before a small word is the name's: the other one tells, be it "House Intelligence
 * Committee" or "Select Committee on Intelligence". */
static void add_head(struct px_telling_words *telling, uint32_t fold, bool behind)
{
    bool further = behind && telling->head != PX_NONE;
    add_fold(telling, further ? fold : telling->head);
    telling->head = further ? telling->head : fold;
}

/* False when memory is out. */
static bool read_words(const struct px_compare_context *context, struct px_slice name, bool alone,
                       struct px_telling_words *telling)
{
    struct px_slice rest = name, word;
    bool behind = false; /* a small word */
    while (px_slice_next(&rest, ' ', &word)) {
        word = bare(word);
        uint32_t form = word.size == 0 ? PX_NONE : px_vocabulary_add(context->worker->vocabulary, word);
        if (word.size > 0 && form == PX_NONE)
            return false;
        if (word.size == 0)
            continue;
        const struct px_form *known = px_vocabulary_form(context->worker->vocabulary, form);
        behind |= known->shape == PX_SHAPE_LOWER;
        if (is_telling(context, word, form, alone))
            add_fold(telling, known->fold);
        else if (px_only_lists(context, form, PX_LEXICON_ORGANISATIONS))
            add_head(telling, known->fold, behind);
    }
    return true;
}

bool px_telling_words_read(const struct px_compare_context *context, struct px_slice name,
                           struct px_telling_words *telling)
{
    size_t space = px_slice_find(name, PX_SLICE(" "), 0);
    uint32_t form = space == SIZE_MAX
                        ? PX_NONE
                        : px_vocabulary_add(context->worker->vocabulary, bare(px_slice_part(name, 0, space)));
    uint32_t first = form == PX_NONE ? PX_NONE : px_vocabulary_form(context->worker->vocabulary, form)->fold;
    *telling = (struct px_telling_words){.head = PX_NONE, .first = first};
    if (!read_words(context, name, space == SIZE_MAX, telling))
        return false;
    return telling->count > 0 || space == SIZE_MAX || read_words(context, px_slice_part(name, 0, space), true, telling);
}

static bool holds_word(const struct px_telling_words *telling, uint32_t fold)
{
    for (uint32_t i = 0; i < telling->count; i++)
        if (telling->folds[i] == fold)
            return true;
    return false;
}

static bool holds_all(const struct px_telling_words *outer, const struct px_telling_words *inner)
{
    for (uint32_t i = 0; i < inner->count; i++)
        if (!holds_word(outer, inner->folds[i]))
            return false;
    return inner->count > 0;
}

bool px_telling_words_may_be_one(const struct px_telling_words *a, const struct px_telling_words *b, bool person)
{
    if (person && a->count > 0 && holds_word(b, a->folds[a->count - 1]))
        return true;
    for (uint32_t i = 0; !person && a->head != PX_NONE && a->head == b->head && i < a->count; i++)
        if (holds_word(b, a->folds[i]))
            return true;
    return holds_all(a, b) || holds_all(b, a);
}
