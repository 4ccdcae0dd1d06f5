/* An article as the model of sourcing sees it: what stands at each token, in numbers that features are made of.
 *
 * Private to the room and the fit of the model. Made once an article over the scene (attribution_scene.h), whose grammar
 * there must be. A token stands for its first word's place in the tree: heads and children are tokens. Names of tags and relations are
 * hashed, so that their numbers in the syntax model do not matter. All memory is the scene's arena's.
 *
 *     sourcing_view.c      tokens, sentences, boundaries
 *     sourcing_word.c      features of a token wherever it stands: is it cue, source, content?
 *     sourcing_place.c     where a cue stands
 *     sourcing_argument.c  features of a token seen from a cue: is it this cue's source or content?
 *     sourcing_find.c      cues, their arguments, which of them stand
 *     sourcing_model.c     the model's file
 */
#ifndef PX_SOURCING_SOURCING_VIEW_H
#define PX_SOURCING_SOURCING_VIEW_H

#include "model/hashed.h"
#include "sourcing/attribution_scene.h"

/* Relations that features ask for; bits. */
enum px_sourcing_role {
    PX_REL_SUBJECT = 1 << 0,
    PX_REL_PASSIVE_SUBJECT = 1 << 1,
    PX_REL_OBJECT = 1 << 2,
    PX_REL_CCOMP = 1 << 3,
    PX_REL_XCOMP = 1 << 4,
    PX_REL_PARATAXIS = 1 << 5,
    PX_REL_ADVCL = 1 << 6,
    PX_REL_OBLIQUE = 1 << 7,
    PX_REL_NMOD = 1 << 8,
    PX_REL_AUXILIARY = 1 << 9,
    PX_REL_PASSIVE_AUXILIARY = 1 << 10,
    PX_REL_MARKER = 1 << 11,
    PX_REL_CASE = 1 << 12,
    PX_REL_ADVERB = 1 << 13,
    PX_REL_PARTICLE = 1 << 14,
    PX_REL_INDIRECT = 1 << 15,
    PX_REL_ACL = 1 << 16,
    PX_REL_OWNER = 1 << 17,
    PX_REL_ADJECTIVE = 1 << 18,
    PX_REL_APPOSITION = 1 << 19,
    PX_REL_PUNCTUATION = 1 << 20,
    PX_REL_AGENT = 1 << 21,
    PX_REL_DETERMINER = 1 << 22
};

enum { PX_KIND_VERB = 1, PX_KIND_NOUN = 2, PX_KIND_WH = 4 };

/* Where a token stands to quotation marks. */
enum px_quotation_state { PX_QUOTED_NOT, PX_QUOTED_FIRST, PX_QUOTED_INSIDE, PX_QUOTED_LAST };

struct px_sourcing_token {
    uint64_t word; /* hashes: folded form, */
    uint64_t lemma;
    uint64_t ending; /* the form's last three bytes */
    uint32_t tag;
    uint32_t relation;
    uint32_t head; /* tokens, or PX_NONE */
    uint32_t first_child;
    uint32_t next_child;
    uint32_t governor; /* the nearest verb above */
    uint32_t role;     /* enum px_sourcing_role of its own relation, 0 for others */
    uint32_t roles;    /* of its children */
    uint32_t quotation;
    uint32_t sentence;
    uint16_t entity; /* kind and form of the mention, 0 for none */
    uint16_t cue;    /* kind and weight by the cue lexicon, 0 for none */
    uint16_t near;   /* how near an outer quotation mark is, and on which side */
    uint8_t kinds;   /* PX_KIND_… */
    uint8_t quoted;  /* enum px_quotation_state, + 4 where the quotation is no speech */
    uint8_t shape;
    uint8_t depth; /* steps to the root, at most 31 */
    char mark;     /* of the scene */
};

enum px_sentence_quoted { PX_SENTENCE_PLAIN, PX_SENTENCE_PART, PX_SENTENCE_FULL, PX_SENTENCE_EDGE };

struct px_sourcing_sentence {
    uint32_t first; /* tokens */
    uint32_t end;
    uint32_t block;
    uint8_t quoted;  /* enum px_sentence_quoted */
    uint8_t heading; /* 2 in the title, 1 in another heading */
    bool opens;      /* the first of its block */
};

/* "…, *the Courier reported* in May", "…, *according to an official*": who tells all of a sentence at its end. */
struct px_sourcing_tail {
    const struct px_cue *cue; /* the verb, by the cue lexicon; NULL: there is none */
    uint32_t first;           /* the comma with which it begins; the sentence's end where nobody tells it */
};

struct px_sourcing_view {
    struct px_scene *scene;
    struct px_sourcing_tail *tails; /* by sentence */
    struct px_sourcing_token *tokens;
    struct px_sourcing_sentence *sentences;
    uint32_t count; /* of tokens */
    uint32_t sentence_count;
};

/* False when memory is out. Linear. */
PX_API bool px_sourcing_view_init(struct px_sourcing_view *view, struct px_scene *scene);

/* The tail of a sentence, which px_sourcing_view_init asks for once (sourcing_tail.c). Linear in the sentence. */
struct px_sourcing_tail px_sourcing_find_tail(const struct px_scene *scene, uint32_t sentence);

/* "…, *the Courier reports*.": behind a name alone, at a sentence's end, the tail's cue is a verb and weighs what the
 * lexicon gives to one, though the parser may see reports there. False when memory is out. */
bool px_sourcing_place_tail(struct px_scene *scene, const struct px_sourcing_tail *tail);

/* The class of the boundary before the token: what happens to the quotation, whether a sentence begins, which mark
 * stands on either side. */
enum { PX_SOURCING_BOUNDS = 120 };
PX_API uint16_t px_sourcing_bound(const struct px_sourcing_view *view, uint32_t token);

/* Features of one token: hashes (model/hashed.h). Those beyond the limit are lost. */
enum { PX_SOURCING_FEATURES = 256 };
struct px_sourcing_features {
    uint32_t items[PX_SOURCING_FEATURES];
    uint32_t count;
};

static inline void px_sourcing_put(struct px_sourcing_features *features, uint64_t template, uint64_t a, uint64_t b,
                                   uint64_t c, uint64_t d)
{
    if (features->count < PX_SOURCING_FEATURES)
        features->items[features->count++] = px_hashed_feature(template, a, b, c, d);
}

/* Several values as one. */
static inline uint64_t px_sourcing_join(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b >> 31)) * 0x9E3779B97F4A7C15u + b * 0xBF58476D1CE4E5B9u;
    return x ^ (x >> 29);
}

/* Replaces the features by the token's. */
PX_API void px_sourcing_word(const struct px_sourcing_view *view, uint32_t token,
                             struct px_sourcing_features *features);

/* How far arguments may stand from their cue at most, in tokens. */
enum { PX_SOURCING_BACK = 256, PX_SOURCING_AHEAD = 512 };

/* A cue among others, as its arguments are looked for. */
struct px_sourcing_place {
    const struct px_sourcing_view *view;
    const uint32_t *owners; /* of each token: the number of the cue it belongs to, or PX_NONE */
    uint32_t number;        /* of this cue */
    struct px_range cue;    /* from its first token to behind its last */
    uint32_t head;
    struct px_range window;   /* the tokens that may be its arguments */
    struct px_range sentence; /* the cue's, as far as the window reaches */
    uint64_t words;           /* hash of the cue's lemmas */
    uint32_t quotes;          /* 1: quoted words before the cue in its sentence, 2: behind it */
    uint32_t others;          /* the same for other cues */
    uint32_t chain[32];       /* the head and what stands above it */
    uint32_t chain_count;
    uint64_t ways[32];      /* hash of the relations on the way up the chain, three at most */
    uint32_t *marks_before; /* by token of the window, one more: commas and the like in the cue's sentence */
    uint32_t *cues_before;  /* the same: tokens of other cues outside quotations */
    bool no_subject;
    bool wh_subject;
};

/* Looks at the cue; false when memory is out. Linear in the window. */
PX_API bool px_sourcing_place_init(struct px_sourcing_place *place, const struct px_sourcing_view *view,
                                   const uint32_t *owners, uint32_t number, struct px_range cue,
                                   struct px_arena *arena);

/* Replaces the features by those of a token of the window. */
PX_API void px_sourcing_argument(const struct px_sourcing_place *place, uint32_t token,
                                 struct px_sourcing_features *features);

/* The class of the boundary before the token: px_sourcing_bound, and whether the token stands behind the cue. */
static inline uint16_t px_sourcing_argument_bound(const struct px_sourcing_place *place, uint32_t token)
{
    return (uint16_t)(2 * px_sourcing_bound(place->view, token) + (token >= place->cue.end));
}

/* Does the token belong to the cue? */
static inline bool px_sourcing_is_own(const struct px_sourcing_place *place, uint32_t token)
{
    return px_range_holds(place->cue, token) && place->owners[token] == place->number;
}

#endif
