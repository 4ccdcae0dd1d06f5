/* The laws of the text room, over any bytes. */
#include "target.h"

#define EXPECT(condition) PX_EXPECT(condition)

#include "../property/text_laws.h"

static struct px_segmenter *segmenter_of_test(void)
{
    static struct px_segmenter segmenter;
    static uint8_t kinds[2] = {1, 0};
    if (segmenter.abbreviation_kinds == NULL) {
        px_table_add(&segmenter.abbreviations, PX_SLICE("mr."), NULL);
        px_table_add(&segmenter.abbreviations, PX_SLICE("w.va."), NULL);
        px_table_add(&segmenter.clitics, PX_SLICE("'s"), NULL);
        segmenter.abbreviation_kinds = kinds;
    }
    return &segmenter;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct px_vocabulary *vocabulary;
    if (size > UINT16_MAX || px_vocabulary_new("en", &vocabulary, NULL) != PX_OK)
        return 0;
    law_text((struct px_slice){(const char *)data, size}, segmenter_of_test(), vocabulary);
    px_vocabulary_free(vocabulary);
    return 0;
}
