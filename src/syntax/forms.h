/* Forms: what tagger, lemmatiser and parser know of a word by its spelling, computed once a form. Private to the room.
 *
 * A form is known by its spelling and by its key: folded (px_text_fold), digits as 0, quotation marks alike. All that
 * features ask of words are 32-bit digests of these, of their ends and their shape.
 */
#ifndef PX_SYNTAX_FORMS_H
#define PX_SYNTAX_FORMS_H

#include "base/buffer.h"
#include "base/table.h"
#include "syntax/weights.h"

enum { PX_SUFFIXES = 5, PX_PREFIXES = 3, PX_NO_TAG = 255 };

struct px_form_facts {
    struct px_slice text;
    struct px_slice key;
    uint32_t exact;               /* digest of the spelling */
    uint32_t word;                /* digest of the key */
    uint32_t suffix[PX_SUFFIXES]; /* of the key, one to five characters; shorter keys repeat themselves */
    uint32_t prefix[PX_PREFIXES];
    uint32_t shape;       /* digest of the runs of capitals, small letters, digits and others */
    uint32_t class;       /* words in alike company have the same, rare ones by their ending */
    uint32_t known;       /* the tags that the form has in the lexicon, as one number; 0 when it is not there */
    uint8_t capital;      /* 0 small, 1 begins with a capital, 2 capitals alone (two letters and more) */
    bool small;           /* holds a small letter */
    uint16_t *scores;     /* of tags: of the word itself, as the next one, as the one before; filled by the tagger */
    uint32_t lemma_of[2]; /* tags (+ 1) of the lemmas beside; 0: none yet */
    struct px_slice lemma[2];
};

/* All zero is an empty table. One a thread. */
struct px_forms {
    struct px_table table;
    PX_VECTOR(struct px_form_facts) facts; /* by id */
    struct px_buffer folded;
};

struct px_form_lexicon;

/* The form's id, learning it when it is new; PX_NONE when memory is out, and the table is empty then. `lexicon` may be
 * NULL. Facts move when a form is added. */
uint32_t px_forms_add(struct px_forms *forms, struct px_slice text, const struct px_form_lexicon *lexicon);
void px_forms_release(struct px_forms *forms);

/* The words whose tags are known, in the model: open addressing over digests of keys, in place. A slot has the digest
 * (little-endian; 0: empty), two tags + 1 (0: none) and the class (0: none). */
struct px_form_lexicon {
    const uint8_t *slots;
    uint32_t mask;
};

enum { PX_FORM_SLOT = 7 };

static inline uint32_t px_read32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static inline uint32_t px_digest(struct px_slice text)
{
    uint64_t hash = px_slice_hash(text);
    return (uint32_t)(hash >> 32) | 1;
}

#endif
