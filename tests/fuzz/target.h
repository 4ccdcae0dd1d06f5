/* What every fuzz target defines: libFuzzer and replay.c call it once an input.
 *
 * A target returns 0. What it finds wrong it says with PX_EXPECT, which ends the program.
 */
#ifndef PX_FUZZ_TARGET_H
#define PX_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PX_EXPECT(condition) ((condition) ? (void)0 : (fprintf(stderr, "not true: %s\n", #condition), abort()))

#endif
