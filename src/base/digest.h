/* SHA-256 of bytes, for provenance: which text, which lexicon a result was made from. */
#ifndef PX_BASE_DIGEST_H
#define PX_BASE_DIGEST_H

#include "base/slice.h"

enum { PX_DIGEST_SIZE = 65, PX_DIGEST_BASE64_SIZE = 45 };

/* Writes the digest as 64 hexadecimal digits and a NUL. Linear; cannot fail. */
PX_API void px_digest_write(struct px_slice bytes, char digest[PX_DIGEST_SIZE]);

/* The same digest in base 64 and a NUL, as a Content-Security-Policy names a script or a style. */
PX_API void px_digest_write_base64(struct px_slice bytes, char digest[PX_DIGEST_BASE64_SIZE]);

#endif
