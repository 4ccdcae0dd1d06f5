/* The laws of ingest, over any bytes read as Markdown. */
#include "target.h"

#define EXPECT(condition) PX_EXPECT(condition)

#include "../property/ingest_laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct px_ingest *ingest;
    if (ingest == NULL && px_ingest_new(NULL, &ingest, NULL) != PX_OK)
        return 0;
    law_ingest(ingest, (struct px_slice){(const char *)data, size}, PX_INPUT_MARKDOWN);
    return 0;
}
