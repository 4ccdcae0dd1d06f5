/* What the model of stance sees of a mention: named features of the words round it and of its place in the sentence.
 *
 * A feature is a kind, a short code and one or two words; its name reads "kind.code=word word", as in "near.L3=corrupt",
 * "path.-=^nsubj", "governor=nsubj:pass arrest". The trainer asks for the names, the program for px_stance_feature_key,
 * a hash of the same; both see the same features, since both ask here. Each feature says which token it comes from, so
 * that a score can be taken apart into what its words give. Needs a tree for every sentence.
 *
 *     struct px_stance_view view;
 *     px_stance_view_init(&view, &scene, &memory);              // once an article
 *     px_stance_features(&view, first, end, &(struct px_stance_sink){take, &sum});
 */
#ifndef PX_ANNOTATE_STANCE_FEATURES_H
#define PX_ANNOTATE_STANCE_FEATURES_H

#include "annotate/stance_scene.h"
#include "annotate/stance_words.h"

enum px_stance_kind {
    /* words */
    PX_STANCE_BIAS,
    PX_STANCE_BAG,    /* a stem of the sentence */
    PX_STANCE_SIDE,   /* the same, by side of the mention, and whether it is denied */
    PX_STANCE_NEAR,   /* the same, within 3 or 8 words */
    PX_STANCE_PAIR,   /* two stems that follow each other */
    PX_STANCE_BESIDE, /* the words right before and behind, alone and by two */
    PX_STANCE_OWN,    /* the mention's own words, and what they are */
    /* judging words */
    PX_STANCE_VALENCE, /* by side, distance, tag, clause, sign and strength */
    PX_STANCE_PULL,    /* a figure: what judging words of one sign on one side give, by distance */
    PX_STANCE_RULE,    /* a figure: what the rules make of it all */
    PX_STANCE_TONE,    /* of a cue beside it */
    PX_STANCE_LOADED,  /* the category of loaded wording, by side */
    /* grammar */
    PX_STANCE_ROLE,        /* the mention's relation */
    PX_STANCE_GOVERNOR,    /* its relation and the word it hangs on */
    PX_STANCE_GOVERNED,    /* its relation and the sign of that word */
    PX_STANCE_CONNOTATION, /* a figure: what the verb says of whoever stands in that relation */
    PX_STANCE_DEPENDENT,   /* what else hangs on that word: relation and word */
    PX_STANCE_JUDGED,      /* the same with the sign */
    PX_STANCE_BELOW,       /* what hangs on the mention */
    PX_STANCE_BELOW_SIGN,
    PX_STANCE_PATH, /* the way to a judging word, with the word's sign */
    /* voice and sentence */
    PX_STANCE_VOICE,
    PX_STANCE_SPEAKER,  /* it speaks, or what is said in an attribution; with the cue's tone */
    PX_STANCE_SAID,     /* a figure: how good or bad the words are that it speaks */
    PX_STANCE_SENTENCE, /* length, marks, contrast */
    PX_STANCE_KINDS
};

enum { PX_STANCE_CODE = 8 };

struct px_stance_feature {
    uint8_t kind;              /* enum px_stance_kind */
    char code[PX_STANCE_CODE]; /* filled up with 0 */
    struct px_stance_text words[2];
};

struct px_stance_sink {
    void (*take)(void *to, const struct px_stance_feature *feature, double value, uint32_t token);
    void *to;
};

/* The kind's part of a feature's name, as the model's file has it. */
PX_API struct px_slice px_stance_kind_name(enum px_stance_kind kind);

/* The feature by its name; false for a name of no kind. The words are parts of the name. What stands in `feature`
 * before is a guess: names of one kind follow each other. */
PX_API bool px_stance_feature_parse(struct px_slice name, struct px_stance_feature *feature);

static inline uint32_t px_stance_feature_key(const struct px_stance_feature *feature)
{
    uint64_t code = 0;
    for (size_t i = 0; i < PX_STANCE_CODE; i++)
        code = code << 8 | (uint8_t)feature->code[i];
    return px_hashed_feature(feature->kind, code, feature->words[0].hash, feature->words[1].hash, 0);
}

/* Gives the features of the mention of tokens [first, end), which stand in one sentence. Linear in the sentence. */
PX_API void px_stance_features(const struct px_stance_view *view, uint32_t first, uint32_t end,
                               const struct px_stance_sink *sink);

/* Those of grammar, which the above gives too. Private to stance*.c. */
void px_stance_grammar_features(const struct px_stance_view *view, uint32_t first, uint32_t end,
                                const struct px_stance_sink *sink);

/* A feature with a printed code and up to two words. */
struct px_stance_feature px_stance_coded(enum px_stance_kind kind, const char *code, struct px_stance_text a,
                                         struct px_stance_text b);

/* Gives one feature. */
void px_stance_give(const struct px_stance_sink *sink, struct px_stance_feature feature, double value, uint32_t token);

#endif
