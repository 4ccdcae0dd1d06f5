#include "syntax/weights.h"

#include <stdbool.h>
#include <string.h>

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

/* The same for relations: the bytes of two rows lie side by side and are added in pairs, which takes half the steps. A
 * register's halves are mixed on their own, so its sums change places in the end. */
__attribute__((target("avx2"))) static void add_relations_wide(const struct px_weights *weights, const uint32_t *rows,
                                                               size_t count, uint16_t *sums)
{
    enum { LANES = 32, PARTS = PX_RELATION_CLASSES / LANES };
    const __m256i ones = _mm256_set1_epi8(1);
    __m256i low[PARTS] = {0}, high[PARTS] = {0};
    size_t even = count / 2 * 2;
    for (size_t i = 0; i < even; i += 2) {
        const uint8_t *first = weights->bytes + rows[i], *second = weights->bytes + rows[i + 1];
        for (size_t p = 0; p < PARTS; p++) {
            __m256i a = _mm256_loadu_si256((const __m256i *)(const void *)(first + p * LANES));
            __m256i b = _mm256_loadu_si256((const __m256i *)(const void *)(second + p * LANES));
            low[p] = _mm256_add_epi16(low[p], _mm256_maddubs_epi16(_mm256_unpacklo_epi8(a, b), ones));
            high[p] = _mm256_add_epi16(high[p], _mm256_maddubs_epi16(_mm256_unpackhi_epi8(a, b), ones));
        }
    }
    for (size_t p = 0; p < PARTS; p++) {
        __m256i *to = (__m256i *)(void *)(sums + p * LANES);
        _mm256_storeu_si256(to,
                            _mm256_add_epi16(_mm256_loadu_si256(to), _mm256_permute2x128_si256(low[p], high[p], 0x20)));
        _mm256_storeu_si256(
            to + 1, _mm256_add_epi16(_mm256_loadu_si256(to + 1), _mm256_permute2x128_si256(low[p], high[p], 0x31)));
    }
    add_wide(weights, rows + even, count - even, PX_RELATION_CLASSES, sums);
}

static inline int32_t read_four(const uint8_t *row)
{
    int32_t four;
    memcpy(&four, row, sizeof four);
    return four;
}

/* Four rows at a time; `count` is a multiple of four. */
__attribute__((target("avx2"))) static void add_four_wide(const struct px_weights *weights, const uint32_t *rows,
                                                          size_t count, uint16_t sums[PX_ACTION_CLASSES])
{
    const uint8_t *bytes = weights->bytes;
    __m256i sum = _mm256_setzero_si256();
    for (size_t i = 0; i < count; i += 4) {
        __m128i four = _mm_cvtsi32_si128(read_four(bytes + rows[i]));
        four = _mm_insert_epi32(four, read_four(bytes + rows[i + 1]), 1);
        four = _mm_insert_epi32(four, read_four(bytes + rows[i + 2]), 2);
        four = _mm_insert_epi32(four, read_four(bytes + rows[i + 3]), 3);
        sum = _mm256_add_epi16(sum, _mm256_cvtepu8_epi16(four));
    }
    __m128i two = _mm_add_epi16(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    _mm_storel_epi64((__m128i *)(void *)sums, _mm_add_epi16(two, _mm_srli_si128(two, 8)));
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

void px_weights_add_four(const struct px_weights *weights, const uint32_t *rows, size_t count,
                         uint16_t sums[PX_ACTION_CLASSES])
{
    size_t done = 0;
    for (int i = 0; i < PX_ACTION_CLASSES; i++)
        sums[i] = 0;
#ifdef HAS_WIDE
    if (__builtin_cpu_supports("avx2")) {
        done = count / 4 * 4;
        add_four_wide(weights, rows, done, sums);
    }
#endif
    for (; done < count; done++)
        for (int i = 0; i < PX_ACTION_CLASSES; i++)
            sums[i] = (uint16_t)(sums[i] + weights->bytes[rows[done] + (uint32_t)i]);
}
