#include "syntax/weights.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_WIDE 1
#include <immintrin.h>

/* All 64 sums stay in four registers while the rows go by. */
__attribute__((target("avx2"))) static void add_wide(const struct px_weights *weights, const uint32_t *rows,
                                                     size_t count, uint16_t *sums)
{
    enum { LANES = 16, PARTS = PX_RELATION_CLASSES / LANES };
    __m256i part[PARTS];
    for (size_t p = 0; p < PARTS; p++)
        part[p] = _mm256_loadu_si256((const __m256i *)(const void *)(sums + p * LANES));
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row = weights->bytes + rows[i];
        for (size_t p = 0; p < PARTS; p++) {
            __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(row + p * LANES));
            part[p] = _mm256_add_epi16(part[p], _mm256_cvtepu8_epi16(bytes));
        }
    }
    for (size_t p = 0; p < PARTS; p++)
        _mm256_storeu_si256((__m256i *)(void *)(sums + p * LANES), part[p]);
}
#endif

void px_weights_add_relations(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums)
{
#ifdef HAS_WIDE
    if (__builtin_cpu_supports("avx2")) {
        add_wide(weights, rows, count, sums);
        return;
    }
#endif
    px_weights_add(weights, rows, count, PX_RELATION_CLASSES, sums);
}
