#include "syntax/weights.h"

#include <stdbool.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_WIDE 1
#include <immintrin.h>

/* All sums stay in registers while the rows go by; `classes` is a constant of the caller's. */
__attribute__((target("avx2"), always_inline)) static inline void
add_wide(const struct px_weights *weights, const uint32_t *rows, size_t count, size_t classes, uint16_t *sums)
{
    enum { LANES = 16, MOST_PARTS = PX_TAG_CLASSES / LANES };
    __m256i part[MOST_PARTS];
    for (size_t p = 0; p < classes / LANES; p++)
        part[p] = _mm256_loadu_si256((const __m256i *)(const void *)(sums + p * LANES));
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row = weights->bytes + rows[i];
        for (size_t p = 0; p < classes / LANES; p++) {
            __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(row + p * LANES));
            part[p] = _mm256_add_epi16(part[p], _mm256_cvtepu8_epi16(bytes));
        }
    }
    for (size_t p = 0; p < classes / LANES; p++)
        _mm256_storeu_si256((__m256i *)(void *)(sums + p * LANES), part[p]);
}

__attribute__((target("avx2"))) static void add_relations_wide(const struct px_weights *weights, const uint32_t *rows,
                                                               size_t count, uint16_t *sums)
{
    add_wide(weights, rows, count, PX_RELATION_CLASSES, sums);
}

__attribute__((target("avx2"))) static void add_tags_wide(const struct px_weights *weights, const uint32_t *rows,
                                                          size_t count, uint16_t *sums)
{
    add_wide(weights, rows, count, PX_TAG_CLASSES, sums);
}

/* The low halves of four products with a constant. */
__attribute__((target("avx2"))) static inline __m256i multiply_wide(__m256i x, uint64_t by)
{
    __m256i low = _mm256_set1_epi64x((long long)(by & UINT32_MAX)), high = _mm256_set1_epi64x((long long)(by >> 32));
    __m256i cross = _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(x, 32), low), _mm256_mul_epu32(x, high));
    return _mm256_add_epi64(_mm256_mul_epu32(x, low), _mm256_slli_epi64(cross, 32));
}

/* As px_feature_row does it; `count` is a multiple of four. */
__attribute__((target("avx2"))) static void rows_wide(const struct px_weights *weights, const uint64_t *features,
                                                      size_t count, uint32_t *rows)
{
    enum { CACHE_LINE = 64, SHORT_ROW = 4 };
    const uint8_t *bytes = weights->bytes;
    const size_t last = (weights->classes < CACHE_LINE ? weights->classes : CACHE_LINE) - 1;
    const bool is_long = weights->classes > SHORT_ROW;
    const __m256i even = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
    const __m128i shift = _mm_cvtsi32_si128(64 - (int)weights->bits);
    for (size_t i = 0; i < count; i += 4) {
        __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(features + i));
        x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 32));
        x = multiply_wide(x, PX_FEATURE_MIX_1);
        x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 29));
        x = _mm256_srl_epi64(multiply_wide(x, PX_FEATURE_MIX_2), shift);
        _mm_storeu_si128((__m128i *)(void *)(rows + i), _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(x, even)));
        for (size_t j = i; bytes != NULL && j < i + 4; j++)
            __builtin_prefetch(bytes + rows[j]);
        for (size_t j = i; bytes != NULL && is_long && j < i + 4; j++) /* most often it lies over two lines */
            __builtin_prefetch(bytes + rows[j] + last);
    }
}
#endif

void px_feature_rows(const struct px_weights *weights, const uint64_t *features, size_t count, uint32_t *rows)
{
    size_t i = 0;
#ifdef HAS_WIDE
    if (__builtin_cpu_supports("avx2")) {
        i = count / 4 * 4;
        rows_wide(weights, features, i, rows);
    }
#endif
    for (; i < count; i++)
        rows[i] = px_feature_row(features[i], weights->bits);
}

/* The same where registers are narrower: sixteen sums at a time. */
static inline __attribute__((always_inline)) void add_narrow(const struct px_weights *weights, const uint32_t *rows,
                                                             size_t count, size_t classes, uint16_t *sums)
{
    for (size_t from = 0; from < classes; from += 16) {
        uint16_t part[16];
        for (size_t j = 0; j < 16; j++)
            part[j] = sums[from + j];
        for (size_t i = 0; i < count; i++) {
            const uint8_t *row = weights->bytes + rows[i] + from;
            for (size_t j = 0; j < 16; j++)
                part[j] = (uint16_t)(part[j] + row[j]);
        }
        for (size_t j = 0; j < 16; j++)
            sums[from + j] = part[j];
    }
}

void px_weights_add_relations(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums)
{
#ifdef HAS_WIDE
    if (__builtin_cpu_supports("avx2")) {
        add_relations_wide(weights, rows, count, sums);
        return;
    }
#endif
    add_narrow(weights, rows, count, PX_RELATION_CLASSES, sums);
}

void px_weights_add_tags(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums)
{
#ifdef HAS_WIDE
    if (__builtin_cpu_supports("avx2")) {
        add_tags_wide(weights, rows, count, sums);
        return;
    }
#endif
    add_narrow(weights, rows, count, PX_TAG_CLASSES, sums);
}
