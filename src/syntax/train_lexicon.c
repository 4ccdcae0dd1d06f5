/* What tags a form has in the treebanks, and its class: a slot a frequent form. */
#include <stdlib.h>

#include "syntax/train_inside.h"

enum { OFTEN = 3, SHARE = 20 /* a second tag counts from 1/20 of the occurrences on */ };

void px_train_number(struct px_buffer *out, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        px_buffer_byte(out, (char)(unsigned char)(number >> (8 * i)));
}

/* Occurrences of a form by tag. */
struct entry {
    uint32_t counts[PX_TAG_CLASSES];
    uint32_t all;
    uint8_t class;
};

static enum px_status count_forms(const struct px_corpus *corpus, const struct px_forms *forms,
                                  struct px_table *digests, struct entry *entries, struct px_error *error)
{
    for (size_t i = 0; i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        for (size_t j = 0; j < sample->count; j++) {
            uint32_t form = px_table_find(&forms->table, sample->forms[j]);
            uint32_t digest = forms->facts.items[form].word;
            uint32_t id = px_table_add(digests, (struct px_slice){(const char *)&digest, sizeof digest}, NULL);
            if (id == PX_NONE)
                return px_no_memory(error);
            entries[id].counts[sample->tags[j]]++;
            entries[id].all++;
        }
    }
    return PX_OK;
}

/* The most frequent tag but `other`, + 1; 0 when none is frequent enough. */
static uint32_t frequent_tag(const struct entry *entry, uint32_t other)
{
    uint32_t best = PX_NONE;
    for (uint32_t tag = 0; tag < PX_TAG_CLASSES; tag++)
        if (tag + 1 != other && entry->counts[tag] > 0 && (best == PX_NONE || entry->counts[tag] > entry->counts[best]))
            best = tag;
    return best == PX_NONE || entry->counts[best] * SHARE < entry->all ? 0 : best + 1;
}

static void place(uint8_t *slots, uint32_t mask, uint32_t digest, const struct entry *entry)
{
    uint32_t at = digest * 0x9E3779B1u >> 7 & mask;
    while (px_read32(slots + (size_t)at * PX_FORM_SLOT) != 0)
        at = (at + 1) & mask;
    uint8_t *slot = slots + (size_t)at * PX_FORM_SLOT;
    for (int i = 0; i < 4; i++)
        slot[i] = (uint8_t)(digest >> (8 * i));
    uint32_t first = frequent_tag(entry, 0);
    slot[4] = (uint8_t)first;
    slot[5] = (uint8_t)frequent_tag(entry, first);
    slot[6] = entry->class;
}

static bool write_slots(const struct px_table *digests, const struct entry *entries, struct px_buffer *out,
                        unsigned *bits)
{
    size_t often = 0;
    for (size_t i = 0; i < digests->keys.count; i++)
        often += entries[i].all >= OFTEN;
    *bits = 4;
    while (((size_t)1 << *bits) < often * 3 / 2)
        ++*bits;
    uint8_t *slots = calloc((size_t)1 << *bits, PX_FORM_SLOT);
    for (size_t i = 0; slots != NULL && i < digests->keys.count; i++) {
        uint32_t digest;
        memcpy(&digest, px_table_key(digests, (uint32_t)i).data, sizeof digest);
        if (entries[i].all >= OFTEN)
            place(slots, ((uint32_t)1 << *bits) - 1, digest, &entries[i]);
    }
    if (slots != NULL)
        px_buffer_append(out, (struct px_slice){(const char *)slots, (size_t)PX_FORM_SLOT << *bits});
    free(slots);
    return slots != NULL && !out->failed;
}

static enum px_status find_classes(const struct px_corpus *gold, const struct px_corpus *silver,
                                   const struct px_forms *forms, const struct px_table *digests, struct entry *entries,
                                   struct px_error *error)
{
    const struct px_corpus *corpora[] = {gold, silver};
    const struct px_train_text text = {corpora, sizeof corpora / sizeof *corpora, forms, digests};
    uint8_t *classes = calloc(digests->keys.count + 1, 1);
    if (classes == NULL)
        return px_no_memory(error);
    enum px_status status = px_train_classes(&text, PX_CLASS_LIMIT, classes, error);
    for (size_t i = 0; i < digests->keys.count; i++)
        entries[i].class = classes[i];
    free(classes);
    return status;
}

enum px_status px_train_lexicon(const struct px_corpus *gold, const struct px_corpus *silver, struct px_buffer *slots,
                                unsigned *bits, struct px_error *error)
{
    struct px_forms forms = {0};
    struct px_table digests = {0};
    struct entry *entries = NULL;
    enum px_status status = PX_OK;
    if (px_corpus_add_forms(gold, &forms, NULL) && px_corpus_add_forms(silver, &forms, NULL))
        entries = calloc(forms.facts.count + 1, sizeof *entries);
    if (entries == NULL)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = count_forms(gold, &forms, &digests, entries, error);
    if (status == PX_OK)
        status = count_forms(silver, &forms, &digests, entries, error);
    if (status == PX_OK)
        status = find_classes(gold, silver, &forms, &digests, entries, error);
    if (status == PX_OK && !write_slots(&digests, entries, slots, bits))
        status = px_no_memory(error);
    free(entries);
    px_table_release(&digests);
    px_forms_release(&forms);
    return status;
}
