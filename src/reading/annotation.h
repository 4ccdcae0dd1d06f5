/* What every step of annotation works on, and what it is told to do: the article, the lexicons of the worker, and what the
 * steps before left for it. The steps and their order stand in annotate/annotate.h. Owned by px_annotate, valid for one
 * article. */
#ifndef PX_READING_ANNOTATION_H
#define PX_READING_ANNOTATION_H

#include "article/article.h"
#include "lexicon/resources.h"

struct px_loaded_reader;
struct px_parser;
struct px_scope;
struct px_scene;
struct px_sourcing_model;
struct px_stance_reader;
struct px_stance_scene;
struct px_word_splitter;

/* Sees the scene of each article in which attributions are looked for: for fits. */
struct px_scene_watch {
    void (*see)(void *to, const struct px_scene *scene);
    void *to;
};

/* The same for the scene of stances. */
struct px_stance_watch {
    void (*see)(void *to, const struct px_stance_scene *scene);
    void *to;
};

struct px_annotate_options {
    struct px_loaded_reader *loaded; /* the worker's, for loaded wording in its context; NULL: the lexicons alone */
    struct px_parser *parser;        /* the worker's; NULL: no grammar */
    const struct px_word_splitter *splitter;  /* parts the parser's words; goes with it */
    const struct px_sourcing_model *sourcing; /* shared; works with a parser alone; NULL: rules say who says what */
    struct px_stance_reader *stance;          /* the worker's; works with a parser alone; NULL: rules judge */
    const struct px_scene_watch *watch;       /* usually NULL */
    const char *const *targets; /* names toward which stance is judged in every article, beside the record's own */
    size_t target_count;
    const struct px_stance_watch *watch_stance;
    bool no_model;  /* lexicons and rules alone: neither loaded words in context nor grammar */
    bool strict;    /* attributions of the high tier alone */
    bool no_syntax; /* no grammar */
};

/* What every step works on: the worker's lexicons and vocabulary, and the article. */
struct px_annotation {
    struct px_worker *worker;
    const struct px_resources *resources;
    const struct px_annotate_options *options;
    struct px_article *article;
    const uint32_t *classes;                /* word classes of each token (grammar.h) */
    const struct px_parsed_article *parsed; /* NULL without a parser (parse.h) */
    const struct px_tree *trees;            /* by sentence */
    const uint32_t *mentions;               /* by token: the mention it is part of, or PX_NONE (bearer.h) */
    const struct px_scope *scope;           /* the negations (scope.h) */
    const uint32_t *cues; /* by token: the attribution whose cue it is part of, or PX_NONE (sourcing/voice.h) */
};

#endif
