/* Sentences to learn from, read from treebanks. Private to the room. */
#ifndef PX_SYNTAX_CORPUS_H
#define PX_SYNTAX_CORPUS_H

#include "syntax/conllu.h"
#include "syntax/model.h"

/* A sentence with the treebank's answers. Slices are the corpus'. */
struct px_sample {
    uint32_t count;
    const struct px_slice *forms;
    const struct px_slice *lemmas;
    struct px_slice *upos;
    struct px_slice *xpos;
    struct px_slice *relation_names;
    bool *person;                             /* part of a person's name, by the file's NER */
    bool silver;                              /* an automatic parse */
    uint8_t *tags;                            /* filled by px_names_apply */
    uint8_t *relations;                       /* the same */
    uint32_t *heads;                          /* the root's word has `count` */
    const struct px_form_facts *const *words; /* facts of the forms, two edges before and behind; px_corpus_look_up */
    uint8_t *guesses;                         /* tags as a tagger that did not see the sentence gives them */
    uint32_t *guessed_heads;                  /* the tree as a parser that did not see the sentence gives it */
    uint8_t *guessed_relations;
};

struct px_corpus {
    struct px_arena arena;
    PX_VECTOR(struct px_sample) samples;
    size_t words;
};

/* The tags and relations of a model on its way, and their names as the model's file has them. */
struct px_names {
    struct px_table tags; /* keys: UPOS, tab, XPOS */
    struct px_table relations;
    struct px_buffer tag_lines;
    struct px_buffer relation_lines;
};

/* Adds a file's sentences. Those whose heads make no tree are left out. */
enum px_status px_corpus_read(struct px_corpus *corpus, const char *path, struct px_error *error);
void px_corpus_release(struct px_corpus *corpus);

/* Chooses the tags and relations of the treebank that are frequent enough, the most frequent first. */
enum px_status px_names_choose(struct px_names *names, const struct px_corpus *corpus, struct px_error *error);

/* Fills the samples' tags and relations; what has no number gets the one nearest to it. */
void px_names_apply(const struct px_names *names, struct px_corpus *corpus);

/* Fills the samples' words. The table must not grow any more afterwards. */
bool px_corpus_look_up(struct px_corpus *corpus, struct px_forms *forms);

/* Learns all forms; before any look-up. */
bool px_corpus_add_forms(const struct px_corpus *corpus, struct px_forms *forms, const struct px_form_lexicon *lexicon);

void px_names_release(struct px_names *names);

#endif
