/* Candidates: words, phrases and wildcards that might become entries, with the evidence for each. Internal to the room.
 *
 * From gold they are what annotators marked: word forms, runs of two and three marked words, stems as "stem*", endings
 * as "*ending". Only words that stand in lower case give candidates, and a candidate whose hits are mostly capitals in
 * the middle of a sentence is a name.
 */
#ifndef PX_TUNING_CANDIDATE_H
#define PX_TUNING_CANDIDATE_H

#include "tuning/reading.h"

enum px_candidate_kind { PX_CANDIDATE_WORD, PX_CANDIDATE_PHRASE, PX_CANDIDATE_STEM, PX_CANDIDATE_ENDING };

struct px_candidate {
    struct px_slice text; /* as an entry is written */
    uint8_t kind;         /* enum px_candidate_kind */
    uint32_t hits;        /* in the outlet's choice of words */
    uint32_t right;       /* of these, how many touch gold */
    uint32_t capitals;    /* hits with a capital that no sentence's start explains */
    uint32_t texts;       /* with a right hit */
    uint32_t last_text;   /* the passage of the last right hit, + 1 */
    uint32_t group;       /* of the first right hit */
    struct px_slice topic;
    bool several_groups; /* right hits in texts that are no near-duplicates */
    bool several_topics;
};

struct px_candidates {
    struct px_arena arena;
    struct px_table texts;
    PX_VECTOR(struct px_candidate) items;
    struct px_lexicon
        lexicons[2]; /* single words with wildcards; phrases. An entry's category is its candidate's number */
    struct px_reading readings[2];
};

/* Which passages are looked at: all but those whose group falls into the fold that is left out. */
struct px_selection {
    const struct px_passages *passages;
    uint32_t folds; /* 0: all passages */
    uint32_t left_out;
    uint64_t seed;
};

bool px_selection_holds(const struct px_selection *selection, size_t passage);

/* What the gold of the selection marks, counted over the selection. */
enum px_status px_candidates_from_gold(const struct px_selection *selection, const struct px_tuning_tools *tools,
                                       struct px_candidates *candidates, struct px_error *error);
void px_candidates_release(struct px_candidates *candidates);

/* The rule for what may be added to a lexicon: no name, and right hits in `least` texts; from 2 on the texts are no
 * near-duplicates and, where the gold names topics, of two topics. */
bool px_candidate_holds(const struct px_candidate *candidate, uint32_t least);

/* The candidate of entry `entry` in lexicon `which`. */
uint32_t px_candidate_of(const struct px_candidates *candidates, size_t which, uint32_t entry);

#endif
