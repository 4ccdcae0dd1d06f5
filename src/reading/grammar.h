/* The word classes of every token, from a list: what is known of grammar without a parser.
 *
 * A class is a category of the lexicon "grammar" ("grammar.preposition") as a bit. A token has the classes of every
 * entry that covers it: "that" is a conjunction, a determiner and a relative pronoun until its neighbours decide. Words
 * that the list does not know have none: most are nouns and names.
 *
 *     px_annotate_classes(annotation, &error);
 *     if (annotation->classes[token] & PX_CLASS_PREPOSITION) ...
 */
#ifndef PX_READING_GRAMMAR_H
#define PX_READING_GRAMMAR_H

#include "reading/annotation.h"

enum {
    PX_CLASS_BE = 1 << 0,
    PX_CLASS_HAVE = 1 << 1,
    PX_CLASS_DO = 1 << 2,
    PX_CLASS_MODAL = 1 << 3,
    PX_CLASS_NEGATION = 1 << 4,
    PX_CLASS_TO = 1 << 5,
    PX_CLASS_THAT = 1 << 6,
    PX_CLASS_QUESTION = 1 << 7,
    PX_CLASS_RELATIVE = 1 << 8,
    PX_CLASS_SUBORDINATOR = 1 << 9,
    PX_CLASS_COORDINATOR = 1 << 10,
    PX_CLASS_PREPOSITION = 1 << 11,
    PX_CLASS_DETERMINER = 1 << 12,
    PX_CLASS_POSSESSIVE = 1 << 13,
    PX_CLASS_SUBJECT = 1 << 14,
    PX_CLASS_OBJECT = 1 << 15,
    PX_CLASS_ADVERB = 1 << 16,
    PX_CLASS_PARTICLE = 1 << 17,
    PX_CLASS_TIME = 1 << 18,
    PX_CLASS_VERB = 1 << 19,
    PX_CLASS_PARTICIPLE = 1 << 20,
    PX_CLASS_GERUND = 1 << 21,
    PX_CLASS_AGENT = 1 << 22, /* the preposition of a passive's agent: "by" */
    PX_CLASS_NUMBER = 1 << 23,
    PX_CLASS_DENIAL = 1 << 24, /* words that say no: "denied", "rejected" */
    PX_CLASS_ARTICLE = 1 << 25,
    PX_CLASS_NAMING = 1 << 26,  /* verbs that give a name: "called", "dubbed" */
    PX_CLASS_RAISING = 1 << 27, /* verbs whose subject belongs to what they say: "seems" */
    PX_CLASS_DEFINITE = 1 << 28,
    PX_CLASS_CONTRAST = 1 << 29, /* "but" */
    PX_CLASS_REPLY = 1 << 30,    /* words that answer: "replied", "hit back" */

    PX_CLASS_AUXILIARY = PX_CLASS_BE | PX_CLASS_HAVE | PX_CLASS_DO | PX_CLASS_MODAL
};

/* Fills annotation->classes, one set of bits a token, in the worker's scratch memory. Linear. */
PX_API enum px_status px_annotate_classes(struct px_annotation *annotation, struct px_error *error);

/* May the pronoun at the token be a possessive, by what stands behind it: "*her* ship", but not "saw *her*."? */
PX_API bool px_grammar_may_own(const struct px_annotation *annotation, uint32_t pronoun);

/* Is it one, by a parser's tag, too, where there is one: not in "told *her* yesterday"? */
PX_API bool px_grammar_owns(const struct px_annotation *annotation, uint32_t pronoun);

#endif
