#include "ingest/clues.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <strings.h>

#include "ingest/markup.h"
#include "text/normalise.h"
#include "text/utf8.h"

enum { FACT_BYTES = 2000, ENTITY_BYTES = 12 };

bool px_clues_same(struct px_slice a, struct px_slice b)
{
    struct px_buffer x = {0}, y = {0};
    px_patterns_fold(a, &x);
    px_patterns_fold(b, &y);
    bool same = x.size > 0 && px_slice_equal(px_buffer_slice(&x), px_buffer_slice(&y));
    px_buffer_release(&x);
    px_buffer_release(&y);
    return same;
}

bool px_clues_contain(struct px_slice whole, struct px_slice part)
{
    struct px_buffer x = {0}, y = {0};
    px_patterns_fold(whole, &x);
    px_patterns_fold(part, &y);
    bool found = y.size > 0 && px_slice_find(px_buffer_slice(&x), px_buffer_slice(&y), 0) != SIZE_MAX;
    px_buffer_release(&x);
    px_buffer_release(&y);
    return found;
}

size_t px_clues_count_words(struct px_slice text)
{
    size_t count = text.size > 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ' ';
    return count;
}

/* The character that "&name;", "&#38;" or "&#x26;" stands for; 0 when it is none. */
static uint32_t read_entity(struct px_slice name)
{
    if (name.size > 1 && name.data[0] == '#') {
        bool hexadecimal = (name.data[1] | 32) == 'x';
        char digits[ENTITY_BYTES + 1] = {0}, *end;
        size_t skip = hexadecimal ? 2 : 1;
        memcpy(digits, name.data + skip, name.size - skip);
        unsigned long value = strtoul(digits, &end, hexadecimal ? 16 : 10);
        return *digits == 0 || *end != 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0
                                                                                                    : (uint32_t)value;
    }
    char word[ENTITY_BYTES + 1] = {0};
    memcpy(word, name.data, name.size);
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)word);
    return entity == NULL ? 0 : entity->value;
}

/* Up to three times: some pages escape what is escaped. */
static void unescape(struct px_slice text, struct px_buffer *out)
{
    for (size_t at = 0; at < text.size;) {
        const char *end =
            text.data[at] == '&'
                ? memchr(text.data + at, ';', text.size - at < ENTITY_BYTES + 2 ? text.size - at : ENTITY_BYTES + 2)
                : NULL;
        size_t size = end == NULL ? 0 : (size_t)(end - text.data) - at - 1;
        uint32_t c = size > 0 && size <= ENTITY_BYTES ? read_entity(px_slice_part(text, at + 1, at + 1 + size)) : 0;
        if (c != 0)
            px_utf8_append(out, c);
        else
            px_buffer_byte(out, text.data[at]);
        at += c != 0 ? size + 2 : 1;
    }
}

struct px_slice px_clues_tidy(struct px_page *page, struct px_slice text)
{
    struct px_buffer raw = {0}, next = {0};
    if (text.size > FACT_BYTES) {
        text.size = FACT_BYTES;
        while (text.size > 0 && ((unsigned char)text.data[text.size] & 0xC0) == 0x80)
            text.size--;
    }
    for (int i = 0; i < 3 && text.size > 0 && memchr(text.data, '&', text.size) != NULL; i++) {
        px_buffer_clear(&next);
        unescape(text, &next);
        struct px_buffer swap = raw;
        raw = next;
        next = swap;
        text = px_buffer_slice(&raw);
    }
    px_buffer_clear(&page->tidy);
    px_text_tidy(text, &page->tidy);
    page->failed = page->failed || raw.failed || next.failed || page->tidy.failed;
    px_buffer_release(&raw);
    px_buffer_release(&next);
    return px_arena_copy(&page->arena, px_buffer_slice(&page->tidy));
}

bool px_clues_is_meta(const struct px_clue *clue, const char *key)
{
    return clue->kind == PX_CLUE_META && clue->key.size == strlen(key) && clue->value.size > 0 &&
           strncasecmp(clue->key.data, key, clue->key.size) == 0;
}

struct px_slice px_clues_meta(const struct px_page *page, const char *const *keys)
{
    for (; *keys != NULL; keys++)
        for (size_t i = 0; i < page->found.count; i++)
            if (px_clues_is_meta(&page->found.items[i], *keys))
                return page->found.items[i].value;
    return (struct px_slice){0};
}

const struct px_clue *px_clues_find(const struct px_page *page, enum px_clue_kind kind)
{
    for (size_t i = 0; i < page->found.count; i++)
        if (page->found.items[i].kind == kind)
            return &page->found.items[i];
    return NULL;
}

struct px_slice px_clues_text(const struct px_page *page, const struct px_clue *clue)
{
    if (clue == NULL)
        return (struct px_slice){0};
    return clue->value.size > 0 ? clue->value : px_page_element_text(page, clue->element);
}

enum px_clue_place px_clues_place(const struct px_page *page, const struct px_clue *clue)
{
    const uint32_t foreign = 1u << PX_HINT_COMMENT | 1u << PX_HINT_NAVIGATION | 1u << PX_HINT_RELATED;
    const uint32_t boxes = 1u << PX_HINT_FOOTER | 1u << PX_HINT_SIDE;
    const uint32_t wanted = 1u << PX_HINT_CONTENT | 1u << PX_HINT_BODY | 1u << PX_HINT_HEAD | 1u << PX_HINT_BYLINE;
    uint32_t above = page->elements.items[clue->element].ancestors;
    enum px_clue_place place = above & (1u << PX_ABOVE_ASIDE | 1u << PX_ABOVE_FOOTER) ? PX_PLACE_BOXED : PX_PLACE_OPEN;
    if (above & (1u << PX_ABOVE_FORM | 1u << PX_ABOVE_NAV))
        return PX_PLACE_FOREIGN;
    for (uint32_t i = clue->element; i > 0; i = page->elements.items[i].parent) {
        uint32_t hints = page->elements.items[i].hints;
        if (hints & foreign && !(hints & wanted))
            return PX_PLACE_FOREIGN;
        place = hints & boxes && !(hints & wanted) ? PX_PLACE_BOXED : place;
    }
    return place;
}
