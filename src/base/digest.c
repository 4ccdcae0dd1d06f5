#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

void px_digest_write(struct px_slice bytes, char digest[PX_DIGEST_SIZE])
{
    struct sha256_ctx context;
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, bytes.size, (const uint8_t *)bytes.data);
    sha256_digest(&context, sizeof sum, sum);
    base16_encode_update(digest, sizeof sum, sum);
    digest[PX_DIGEST_SIZE - 1] = '\0';
}
