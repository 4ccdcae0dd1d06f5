/* The resources: all that the program knows of a language, found, read and compiled once, shared read-only.
 *
 * A language is a folder of lexicon files: lexicons/en/loaded.tsv and so on. Each file is taken from the first place
 * that has it: the given directory (--lexicons), $PARALLAX_LEXICONS, the installed data folder, the copy compiled into
 * the program. The bare binary works anywhere, and a folder with one file replaces that one; a file that holds nothing
 * but its header row empties a lexicon; one in which the user says which names mean one (--aliases) comes as it is.
 * Files of the user (--lexicon) are added behind the language's own. A lexicon's index here is the `lexicon` of hits
 * and matches.
 *
 *     struct px_resources *resources;
 *     px_resources_new(&(struct px_resources_options){.language = "en"}, &resources, &error);
 *     const struct px_lexicon *cues = px_resources_lexicon(resources, PX_LEXICON_CUES);   // never NULL; may be empty
 */
#ifndef PX_LEXICON_RESOURCES_H
#define PX_LEXICON_RESOURCES_H

#include "lexicon/match.h"

/* The lexicons that the program itself relies on, by the name of their file. Their order is the order of matches. */
enum px_lexicon_id {
    PX_LEXICON_LOADED,
    PX_LEXICON_CERTAINTY,
    PX_LEXICON_FRAMES,
    PX_LEXICON_PRESUPPOSITION,
    PX_LEXICON_CUES,
    PX_LEXICON_SOURCES,
    PX_LEXICON_NAMING,
    PX_LEXICON_VALENCE,
    PX_LEXICON_NEGATION,
    PX_LEXICON_DEGREE,
    PX_LEXICON_TITLES,
    PX_LEXICON_ROLES,
    PX_LEXICON_DEMONYMS,
    PX_LEXICON_ORGANISATIONS,
    PX_LEXICON_FIRSTNAMES,
    PX_LEXICON_PRONOUNS,
    PX_LEXICON_MONTHS,
    PX_LEXICON_STOPWORDS,
    PX_LEXICON_ABBREVIATIONS,
    PX_LEXICON_FURNITURE,
    PX_LEXICON_GENRE,
    PX_LEXICON_FREQUENCIES, /* in how many documents of a background a stem stands; entries in byte order */
    PX_LEXICON_GRAMMAR,
    PX_LEXICON_NAMES,
    PX_LEXICON_NUMBERS,     /* numbers in words; the weight is the number */
    PX_LEXICON_AGENCY,      /* nouns of doing; participles of states */
    PX_LEXICON_UPTAKE,      /* what an article does with a statement */
    PX_LEXICON_CONNOTATION, /* what verbs say of their subject and object */
    PX_LEXICON_ALIASES,     /* other names (entries) of one entity (category); the user's alone */
    PX_LEXICON_CLAIMS,      /* deeds that others may deny */
    PX_LEXICON_MOTIVES,     /* purposes that somebody is said to have */
    PX_LEXICON_BLAME,       /* blame and credit */
    PX_LEXICON_QUANTITIES,  /* words round figures, classes of events */
    PX_LEXICON_EVENTS,      /* words of one kind of event; verbs that tell none */
    PX_LEXICON_OWN          /* the first of the user's */
};

struct px_resources;

struct px_resources_options {
    const char *language;     /* "en" */
    const char *directory;    /* --lexicons, or NULL; an empty string: no folder at all, the program's own copy */
    const char *const *files; /* --lexicon, in order */
    size_t file_count;
    const char *aliases;              /* --aliases: a file in place of the language's aliases.tsv, or NULL */
    const char *topics;               /* --topics, or NULL: matched, but neither shown nor counted */
    bool nested_in_categories;        /* px_matcher_nest_in_categories */
    bool for_counting;                /* only lexicons that are counted are matched (the language's still segment) */
    const struct px_resources *ready; /* taken where they are the same (lexicon/ready.h), or NULL */
};

/* PX_ERROR_NOT_FOUND names the language when no lexicon to search text for is found: stop words alone are no analysis.
 * A file that is missing beside others is an empty lexicon. */
PX_API enum px_status px_resources_new(const struct px_resources_options *options, struct px_resources **resources,
                                       struct px_error *error);
PX_API void px_resources_free(struct px_resources *resources);

/* The lexicons by number (PX_LEXICON_…, the user's behind), from 0 to the count; one that is not there has no
 * entries. All that is given lives as long as the resources, and may be read by any number of threads. */
PX_API const struct px_lexicon *px_resources_lexicon(const struct px_resources *resources, size_t index);
PX_API size_t px_resources_count(const struct px_resources *resources);
/* The entry that made the hit. */
PX_API const struct px_entry *px_resources_entry(const struct px_resources *resources, const struct px_hit *hit);
/* "en" */
PX_API const char *px_resources_language(const struct px_resources *resources);
/* Is an article of this language ("fr", "en-GB") in another than that of the resources? One that is not known is not. */
PX_API bool px_resources_foreign(const struct px_resources *resources, struct px_slice language);
/* What cuts text into sentences and words, and what finds the lexicons' entries in them. */
PX_API const struct px_segmenter *px_resources_segmenter(const struct px_resources *resources);
PX_API const struct px_matcher *px_resources_matcher(const struct px_resources *resources);

/* The lexicon of the user's topics, or PX_NO_TOPICS. */
#define PX_NO_TOPICS ((size_t)-1)
PX_API size_t px_resources_topics(const struct px_resources *resources);

/* Are hits of this lexicon shown as matches? (loaded, certainty, frames, presupposition, and the user's) */
PX_API bool px_resources_shown(const struct px_resources *resources, size_t index);

/* Are hits of this lexicon counted? The user's are, or where there is none, what is shown, and valence. */
PX_API bool px_resources_counted(const struct px_resources *resources, size_t index);

/* Reads one data file of a language folder by the same search ("de", "stopwords.tsv"); for cleaning, which knows more
 * languages than analysis does. PX_ERROR_NOT_FOUND when there is none. Caller releases the lexicon. */
PX_API enum px_status px_resources_read(const char *directory, const char *language, const char *file,
                                        struct px_lexicon *lexicon, struct px_error *error);

/* A data file of a language folder that is no lexicon, such as a model. */
struct px_data_file {
    const char *path;      /* names it in errors */
    struct px_slice bytes; /* the program's own copy, or the arena's */
    const char *sha256;    /* in hexadecimal; the program's own copy has it from the build */
};

/* Finds such a file by the same search ("any", "cleaning.model"); PX_ERROR_NOT_FOUND when there is none,
 * PX_ERROR_IO. */
PX_API enum px_status px_resources_bytes(const char *directory, const char *language, const char *file,
                                         struct px_arena *arena, struct px_data_file *data, struct px_error *error);

/* What one thread needs to read articles: its own vocabulary and match cache over the shared resources. */
struct px_worker {
    const struct px_resources *resources;
    struct px_vocabulary *vocabulary;
    struct px_match_cache *cache;
    struct px_arena scratch; /* cleared by whoever uses it, at the start of an article */
};

/* The resources must outlive the worker. On PX_ERROR_MEMORY nothing is left to release. */
PX_API enum px_status px_worker_init(struct px_worker *worker, const struct px_resources *resources,
                                     struct px_error *error);
PX_API void px_worker_release(struct px_worker *worker);

#endif
