#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

static void sum(struct px_slice bytes, uint8_t digest[SHA256_DIGEST_SIZE])
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size, (const uint8_t *)bytes.data);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

void px_digest_write(struct px_slice bytes, char digest[PX_DIGEST_SIZE])
{
    uint8_t raw[SHA256_DIGEST_SIZE];
    sum(bytes, raw);
    base16_encode_update(digest, sizeof raw, raw);
    digest[PX_DIGEST_SIZE - 1] = '\0';
}

void px_digest_write_base64(struct px_slice bytes, char digest[PX_DIGEST_BASE64_SIZE])
{
    uint8_t raw[SHA256_DIGEST_SIZE];
    sum(bytes, raw);
    base64_encode_raw(digest, sizeof raw, raw);
    digest[PX_DIGEST_BASE64_SIZE - 1] = '\0';
}
