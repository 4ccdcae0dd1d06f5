/* Trees: questions to a parsed sentence. Who does it, to whom, in which clause, and what belongs to a word.
 *
 * Words are indices into the sentence; PX_NONE answers that there is none. A tree of px_parser_parse is projective, so
 * that what hangs on a word is one stretch of words.
 *
 *     struct px_tree tree;
 *     px_tree_init(&tree, syntax, words, count, &arena);
 *     uint32_t doer = px_tree_subject(&tree, verb);
 *     if (doer != PX_NONE)
 *         struct px_span phrase = px_tree_span(&tree, doer);
 */
#ifndef PX_SYNTAX_TREE_H
#define PX_SYNTAX_TREE_H

#include "base/arena.h"
#include "syntax/syntax.h"

/* What relations are to questions; bits. */
enum px_arc_kind {
    PX_ARC_SUBJECT = 1, /* nsubj, csubj and their subtypes */
    PX_ARC_PASSIVE = 2, /* nsubj:pass, csubj:pass, aux:pass: the verb above is a passive */
    PX_ARC_OBJECT = 4,  /* obj, iobj */
    PX_ARC_AGENT = 8,   /* obl:agent */
    PX_ARC_CLAUSE = 16, /* root, ccomp, advcl, acl:relcl, csubj, parataxis: a clause of its own */
    PX_ARC_OPEN = 32,   /* xcomp: a clause whose subject stands above */
    PX_ARC_CONJUNCT = 64,
    PX_ARC_ASIDE = 128,     /* acl:relcl, acl, advcl, parataxis: a clause that is added to what it hangs on */
    PX_ARC_MODIFIER = 256,  /* amod */
    PX_ARC_POSSESSOR = 512, /* nmod:poss */
    PX_ARC_NOMINAL = 1024,  /* nmod */
    PX_ARC_OBLIQUE = 2048,  /* obl */
    PX_ARC_COMPOUND = 4096,
    PX_ARC_APPOSITION = 8192,
    PX_ARC_COPULA = 16384,
    PX_ARC_CASE = 32768,
    PX_ARC_DETERMINER = 65536,
    PX_ARC_COORDINATOR = 131072, /* cc */
    PX_ARC_ADVERB = 262144,      /* advmod */
    PX_ARC_AUXILIARY = 524288    /* aux */
};

/* The kinds of a relation's name; a subtype that is not listed counts as its type; 0 for what is no question's. */
PX_API unsigned px_arc_kinds(struct px_slice relation);

struct px_tree {
    const struct px_syntax *syntax;
    const struct px_parsed_word *words;
    uint32_t count;
    uint32_t root;
    uint32_t *first_child; /* by word */
    uint32_t *next_child;  /* the next dependent of the same head, from left to right */
    struct px_span *spans; /* words [start, end) that hang on the word, itself included */
};

/* Takes a sentence parsed by a parser of `syntax`; arrays are the arena's. False when memory is out. Linear. */
PX_API bool px_tree_init(struct px_tree *tree, const struct px_syntax *syntax, const struct px_parsed_word *words,
                         size_t count, struct px_arena *arena);

/* Has the word this universal part of speech ("NOUN"), or this tag of the Penn Treebank ("VBD")? */
static inline bool px_tree_has_upos(const struct px_tree *tree, uint32_t word, const char *upos)
{
    return px_slice_is(px_syntax_upos(tree->syntax, tree->words[word].tag), upos);
}

static inline bool px_tree_has_xpos(const struct px_tree *tree, uint32_t word, const char *xpos)
{
    return px_slice_is(px_syntax_xpos(tree->syntax, tree->words[word].tag), xpos);
}

/* The kinds of the arc that leads to the word. */
PX_API unsigned px_tree_arc(const struct px_tree *tree, uint32_t word);

/* The first dependent whose arc has one of the kinds, and the next behind that one. */
PX_API uint32_t px_tree_dependent(const struct px_tree *tree, uint32_t word, unsigned kinds);
PX_API uint32_t px_tree_next(const struct px_tree *tree, uint32_t dependent, unsigned kinds);

/* Who does (or, of a passive, undergoes) what the predicate says: its own subject; of a conjunct without one that of
 * the first conjunct; of an open complement the object above, else the subject above. */
PX_API uint32_t px_tree_subject(const struct px_tree *tree, uint32_t predicate);

/* The first of the conjuncts that the word is one of, whose part it plays; the word itself where it is none. */
PX_API uint32_t px_tree_first_conjunct(const struct px_tree *tree, uint32_t word);

/* The predicate's object; of a passive, its subject. */
PX_API uint32_t px_tree_object(const struct px_tree *tree, uint32_t predicate);

/* The head of the smallest clause that the word stands in: the word itself when it heads one. */
PX_API uint32_t px_tree_clause(const struct px_tree *tree, uint32_t word);

/* The words that hang on the word. */
static inline struct px_span px_tree_span(const struct px_tree *tree, uint32_t word)
{
    return tree->spans[word];
}

/* Is the word a passive, by its auxiliary? A parser that errs calls the subject of "the West blamed" one of a
 * passive. */
PX_API bool px_tree_is_passive(const struct px_tree *tree, uint32_t word);

/* Is the word a verb that makes a clause, or a modal, by its tag: VBD, VBZ, VBP, MD? */
PX_API bool px_tree_is_finite(const struct px_tree *tree, uint32_t word);

#endif
