#include "ingest/hyphen.h"

#include "text/normalise.h"
#include "text/utf8.h"

enum { WORD_BYTES = 80, SOFT_HYPHEN = 0xAD, HYPHEN = 0x2010 };

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == HYPHEN || c == SOFT_HYPHEN;
}

static bool is_word_part(uint32_t c)
{
    return px_utf8_is_letter(c) || c == '-' || c == HYPHEN || c == SOFT_HYPHEN;
}

static bool ends_with_hyphen(struct px_slice text)
{
    size_t at = text.size;
    return text.size > 0 && is_hyphen(px_utf8_previous(text, &at));
}

/* Does a line of the text end so? Only then is it worth while to know its words. */
static bool has_broken_word(struct px_slice text)
{
    struct px_slice line;
    while (px_slice_next(&text, '\n', &line))
        if (ends_with_hyphen(px_slice_trim(line)))
            return true;
    return false;
}

static void learn_word(struct px_slice word, struct px_buffer *folded, struct px_page *page)
{
    px_buffer_clear(folded);
    px_text_fold(word, folded);
    struct px_slice key = px_buffer_slice(folded);
    bool broken = key.size == 0 || key.data[key.size - 1] == '-';
    if (!broken && px_table_add(&page->spelled, key, NULL) == PX_NONE)
        page->failed = true;
    page->failed = page->failed || folded->failed;
}

void px_hyphen_learn(struct px_slice text, struct px_page *page)
{
    if (!has_broken_word(text))
        return;
    struct px_buffer folded = {0};
    for (size_t at = 0; at < text.size && !page->failed;) {
        size_t start = at, end = at;
        while (at < text.size && is_word_part(px_utf8_next(text, &at)))
            end = at;
        if (end > start && end - start < WORD_BYTES)
            learn_word(px_slice_part(text, start, end), &folded, page);
    }
    px_buffer_release(&folded);
}

/* The word at the end of the text, without the hyphen behind it. */
static struct px_slice last_word(struct px_slice text)
{
    size_t end = text.size;
    px_utf8_previous(text, &end);
    size_t start = end;
    for (size_t at = end; at > 0 && is_word_part(px_utf8_previous(text, &at));)
        start = at;
    return px_slice_part(text, start, end);
}

static struct px_slice first_word(struct px_slice text)
{
    size_t end = 0;
    for (size_t at = 0; at < text.size && px_utf8_is_letter(px_utf8_next(text, &at));)
        end = at;
    return px_slice_part(text, 0, end);
}

/* Does the text write the two parts so elsewhere? */
static bool is_spelled(const struct px_page *page, struct px_slice a, const char *joint, struct px_slice b)
{
    struct px_buffer whole = {0}, folded = {0};
    px_buffer_append(&whole, a);
    px_buffer_string(&whole, joint);
    px_buffer_append(&whole, b);
    px_text_fold(px_buffer_slice(&whole), &folded);
    bool found = !folded.failed && px_table_find(&page->spelled, px_buffer_slice(&folded)) != PX_NONE;
    px_buffer_release(&whole);
    px_buffer_release(&folded);
    return found;
}

static enum px_hyphen by_data(const struct px_page *page, struct px_slice a, struct px_slice b)
{
    struct px_buffer folded = {0};
    px_text_fold(b, &folded);
    bool hangs = (px_rules_joint(page->rules, px_buffer_slice(&folded)) & PX_JOINT_HANG) != 0;
    px_buffer_clear(&folded);
    px_text_fold(a, &folded);
    bool keeps = (px_rules_joint(page->rules, px_buffer_slice(&folded)) & PX_JOINT_KEEP) != 0;
    px_buffer_release(&folded);
    return hangs ? PX_HYPHEN_HANG : keeps ? PX_HYPHEN_KEEP : PX_HYPHEN_DROP;
}

enum px_hyphen px_hyphen_judge(const struct px_page *page, struct px_slice before, struct px_slice after)
{
    if (after.size == 0 || !ends_with_hyphen(before))
        return PX_HYPHEN_NONE;
    size_t at = before.size, next = 0;
    bool soft = px_utf8_previous(before, &at) == SOFT_HYPHEN;
    struct px_slice a = last_word(before), b = first_word(after);
    uint32_t c = px_utf8_next(after, &next);
    if (a.size == 0)
        return PX_HYPHEN_NONE;
    if (soft && b.size > 0)
        return PX_HYPHEN_DROP;
    if (!px_utf8_is_lower(c))
        return px_utf8_is_upper(c) || px_utf8_is_digit(c) ? PX_HYPHEN_KEEP : PX_HYPHEN_NONE;
    if (is_spelled(page, a, "-", b))
        return PX_HYPHEN_KEEP;
    return is_spelled(page, a, "", b) ? PX_HYPHEN_DROP : by_data(page, a, b);
}

void px_hyphen_join(const struct px_page *page, struct px_buffer *text, size_t start, struct px_slice after)
{
    struct px_slice before = px_slice_part(px_buffer_slice(text), start, text->size);
    enum px_hyphen hyphen = px_hyphen_judge(page, before, after);
    size_t end = text->size;
    if (hyphen == PX_HYPHEN_DROP) {
        size_t at = before.size;
        px_utf8_previous(before, &at);
        end = start + at;
    }
    text->size = end;
    if (text->size > start && hyphen != PX_HYPHEN_DROP && hyphen != PX_HYPHEN_KEEP)
        px_buffer_byte(text, ' ');
    px_buffer_append(text, after);
}

bool px_hyphen_is_open(const struct px_page *page, struct px_slice text)
{
    size_t at = 0;
    struct px_slice word = px_slice_last_word(text);
    if (px_slice_ends(word, PX_SLICE(",")))
        return true;
    if (word.size == 0 || !px_utf8_is_lower(px_utf8_next(word, &at)))
        return false;
    struct px_buffer folded = {0};
    px_text_fold(word, &folded);
    bool open = (px_rules_joint(page->rules, px_buffer_slice(&folded)) & PX_JOINT_OPEN) != 0;
    px_buffer_release(&folded);
    return open;
}
