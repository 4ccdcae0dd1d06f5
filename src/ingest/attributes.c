#include "ingest/attributes.h"

#include <string.h>
#include <strings.h>

enum { NAMES_AT_MOST = 200, SIGNATURE_BYTES = 120, SIGNATURE_TAG = 20 };

void px_attributes_read(const unsigned char **list, struct px_attributes *attributes)
{
    *attributes = (struct px_attributes){0};
    const struct {
        const char *name;
        const char **value;
    } known[] = {
#define PX_PLACE(field, text, tag) {text, &attributes->field},
        PX_MARKUP_ATTRIBUTES(PX_PLACE)
#undef PX_PLACE
    };
    for (size_t i = 0; list != NULL && list[i] != NULL; i += 2) {
        const char *name = (const char *)list[i], *value = list[i + 1] == NULL ? "" : (const char *)list[i + 1];
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            if (strcmp(name, known[k].name) == 0) {
                *known[k].value = value;
                break;
            }
    }
}

static bool is_hidden_style(const char *style)
{
    char packed[256];
    size_t size = 0;
    for (; style != NULL && *style != 0 && size + 1 < sizeof packed; style++)
        if (*style != ' ')
            packed[size++] = (char)(*style >= 'A' && *style <= 'Z' ? *style + 32 : *style);
    packed[size] = 0;
    return strstr(packed, "display:none") != NULL || strstr(packed, "visibility:hidden") != NULL;
}

bool px_attributes_hide(const struct px_attributes *a)
{
    return a->is_hidden != NULL || (a->aria_hidden != NULL && strcasecmp(a->aria_hidden, "true") == 0) ||
           is_hidden_style(a->style);
}

uint32_t px_attributes_hints(struct px_page *page, const struct px_attributes *a)
{
    char names[NAMES_AT_MOST + 1];
    const char *const parts[] = {a->class_name, a->id, a->role, a->itemprop};
    size_t size = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t more = parts[i] == NULL ? 0 : strlen(parts[i]);
        if (more > NAMES_AT_MOST - size)
            more = NAMES_AT_MOST - size;
        if (more == 0)
            continue;
        memcpy(names + size, parts[i], more);
        size += more;
        if (size < NAMES_AT_MOST)
            names[size++] = ' ';
    }
    if (size == 0)
        return 0;
    while (size > 0 && ((unsigned char)names[size - 1] & 0xC0) == 0x80)
        size--; /* a character that was cut */
    if (size > 0 && (unsigned char)names[size - 1] >= 0xC0)
        size--;
    bool added;
    uint32_t id = px_table_add(&page->names, (struct px_slice){names, size}, &added);
    uint32_t *hints = added && id != PX_NONE ? px_vector_push(&page->name_hints, &page->arena) : NULL;
    if (id == PX_NONE || (added && hints == NULL)) {
        page->failed = true;
        return 0;
    }
    if (added)
        *hints = px_rules_hints(page->rules, (struct px_slice){names, size});
    return page->name_hints.items[id];
}

uint32_t px_attributes_signature(struct px_page *page, uint32_t parent, const char *tag, const char *class_name)
{
    char key[SIGNATURE_BYTES];
    uint32_t above = page->elements.items[parent].signature;
    size_t size = PX_SIGNATURE_NUMBER;
    memcpy(key, &above, PX_SIGNATURE_NUMBER);
    for (const char *c = tag; *c != 0 && size < PX_SIGNATURE_NUMBER + SIGNATURE_TAG; c++)
        key[size++] = *c;
    key[size++] = '.';
    for (const char *c = class_name == NULL ? "" : class_name; *c != 0 && *c != ' ' && size < sizeof key; c++)
        key[size++] = *c >= '0' && *c <= '9' ? '#' : *c;
    uint32_t id = px_table_add(&page->signatures, (struct px_slice){key, size}, NULL);
    page->failed = page->failed || id == PX_NONE;
    return id == PX_NONE ? 0 : id + 1;
}
