/* Provenance: what a result was made from, so that it can be made again. */
#ifndef PX_REPORT_PROVENANCE_H
#define PX_REPORT_PROVENANCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct px_provenance_lexicon {
    struct px_slice name, version, sha256;
};

struct px_provenance_input {
    struct px_slice path, sha256;
};

/* How right a step is: "whole attributions", section "sourcing", "F1", ".737" on 84 "political articles …"; `plain` says
 * so in a clause for a reader who knows none of the measures, and is empty of most. */
struct px_provenance_validity {
    struct px_slice step, section, measure, value, count, set, plain;
};

struct px_provenance {
    const char *version;
    const struct px_provenance_lexicon *lexicons;
    size_t lexicon_count;
    struct px_slice options; /* as given, those that change results alone; may be empty */
    uint64_t seed;
    const struct px_provenance_input *inputs;
    size_t input_count;
    const struct px_provenance_validity *validity; /* rows of a section, and of a set in it, stand together */
    size_t validity_count;
};

#endif
