/* The model's file, as it lies in memory. Private to the room; the trainer writes what model.c reads.
 *
 *     8 bytes   PXSYNTAX
 *     4         version, little-endian as all numbers
 *     4         number of parts
 *     16 each   kind, offset, size, bits (of a table: 2^bits weights or slots)
 *     ...       the parts, each at a multiple of 64
 */
#ifndef PX_SYNTAX_MODEL_H
#define PX_SYNTAX_MODEL_H

#include "syntax/draft.h"
#include "syntax/lemmas.h"
#include "syntax/marks.h"
#include "syntax/parsing.h"
#include "syntax/syntax.h"
#include "syntax/tagging.h"

#define PX_MODEL_MAGIC "PXSYNTAX"

enum { PX_MODEL_VERSION = 3, PX_MODEL_HEAD = 16, PX_MODEL_ENTRY = 16, PX_MODEL_ALIGNMENT = 64 };

enum px_model_part_kind {
    PX_PART_TAGS,      /* lines of UPOS, tab, XPOS */
    PX_PART_RELATIONS, /* lines of names */
    PX_PART_SCRIPTS,   /* lines of k(eep) or f(old), bytes to cut, tab, what to append */
    PX_PART_LEXICON,   /* slots of struct px_form_lexicon */
    PX_PART_LEMMAS,    /* slots of struct px_lemma_rules */
    PX_PART_TAG_WEIGHTS,
    PX_PART_ACTION_WEIGHTS,
    PX_PART_RELATION_WEIGHTS,
    PX_PART_MARK_WEIGHTS,
    PX_PART_REVISION_WEIGHTS,
    PX_PART_RIVALS,   /* PX_RIVAL_BYTES for each of PX_TAG_CLASSES */
    PX_PART_SETTINGS, /* beam, margin and weight of struct px_parse_weights */
    PX_PARTS
};

/* The part's table of 2^bits weights, used where it lies; of a kind that ends in _WEIGHTS. */
struct px_weights px_model_weights(enum px_model_part_kind kind, const uint8_t *bytes, unsigned bits);

struct px_syntax {
    struct px_arena arena;
    struct px_tag_set tag_set;
    struct px_slice upos[PX_TAG_CLASSES];
    struct px_slice xpos[PX_TAG_CLASSES];
    struct px_tag_traits traits[PX_TAG_CLASSES];
    uint8_t mark_of[PX_TAG_CLASSES]; /* enum px_mark_kind */
    struct px_slice relations[PX_RELATION_CLASSES];
    unsigned arcs[PX_RELATION_CLASSES]; /* enum px_arc_kind of each relation */
    struct px_form_lexicon lexicon;
    struct px_lemma_rules lemmas;
    struct px_weights tags;
    struct px_parse_weights parse;
    struct px_weights marks;
    struct px_weights revision;
    const uint8_t *rivals;
};

/* Reads the lines of names into the model; false when there are too many or a line is not as it should be. */
bool px_syntax_read_tags(struct px_slice text, struct px_syntax *syntax);
bool px_syntax_read_relations(struct px_slice text, struct px_syntax *syntax);

/* A parser without lemmas and heads for the trainer: tags alone. */
enum px_status px_parser_tag(struct px_parser *parser, const struct px_slice *forms, size_t count, uint8_t *tags,
                             struct px_error *error);

#endif
