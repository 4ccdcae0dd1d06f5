/* The laws of ingest, over any bytes in every format: the first byte chooses it. */
#include "target.h"

#define EXPECT(condition) PX_EXPECT(condition)

#include "../property/ingest_laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct px_ingest *ingest;
    if (size == 0 || (ingest == NULL && px_ingest_new(NULL, &ingest, NULL) != PX_OK))
        return 0;
    law_ingest(ingest, (struct px_slice){(const char *)data + 1, size - 1}, (enum px_input)(data[0] % 5));
    return 0;
}
