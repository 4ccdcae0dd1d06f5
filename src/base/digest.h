/* SHA-256 of bytes, for provenance: which text, which lexicon a result was made from. */
#ifndef PX_BASE_DIGEST_H
#define PX_BASE_DIGEST_H

#include "base/slice.h"

enum { PX_DIGEST_SIZE = 65 };

/* Writes the digest as 64 hexadecimal digits and a NUL. Linear; cannot fail. */
PX_API void px_digest_write(struct px_slice bytes, char digest[PX_DIGEST_SIZE]);

#endif
