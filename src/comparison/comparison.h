/* The comparison: all that is found between two or more articles on one event. A plain data structure, made by
 * px_compare, read by the report. All memory is the comparison's arena's and, where slices say so, the articles'.
 *
 * Arrays marked [articles] hold one item an article, in the order of the articles. Sentences are indices into the
 * article's sentences. A figure never stands without its interval, a difference never without its test and verdict.
 * Swapping two articles swaps the items and flips the signs, and changes nothing else.
 */
#ifndef PX_COMPARISON_COMPARISON_H
#define PX_COMPARISON_COMPARISON_H

#include "article/article.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "comparison/content_result.h"
#include "comparison/headline_result.h"
#include "comparison/judgement_result.h"
#include "comparison/referent_result.h"
#include "comparison/sources.h"
#include "comparison/value.h"
#include "statistics/verdict.h"

enum { PX_VOICE_ALL = 255 };

/* A pair of paragraphs (block indices) of two articles that tell the same, with its score (> 0). */
struct px_edge {
    uint32_t article[2];
    uint32_t block[2];
    double score;
    double told;     /* probability that both tell some fact, statement or state of affairs (told.c) */
    bool matter;     /* both have a word that stands in no name and is no title or office */
    bool quoted;     /* both quote the same words */
    bool above_null; /* the score beats what unrelated articles reach: the edges that themes are made of */
    bool tells;      /* likely enough, of all that either paragraph might tell: the edges that topics are made of */
};

enum {
    PX_LONE_FEWEST = 40, /* words of a run that is worth naming */
    PX_LONE_ALSO = 2     /* sentences that show more of it than the one that shows it best */
};

/* A run of paragraphs of a topic that no passage of another article is like (lone.c), PX_LONE_FEWEST words long or more. */
struct px_lone {
    struct px_span span;
    uint32_t words;
    uint32_t first;      /* its first sentence that points at nothing before it, or the one that shows it best, … */
    uint32_t start;      /* … and from which byte on that is shown, without what ties it to the one before */
    uint32_t shown;      /* the sentence that shows it best */
    struct px_span text; /* what is shown of it */
    bool open;           /* nothing of it says something by itself: what is shown points at what stands before */
    uint32_t also[PX_LONE_ALSO]; /* sentences of other paragraphs of it that hardly lean on others, in order */
    size_t also_count;
    struct px_slice under; /* the heading over all of it, the author's or the user's; empty where none is */
};

/* Is the passage so short that all of it is shown, from `first` on? */
static inline bool px_lone_is_whole(const struct px_lone *lone)
{
    enum { MOST = 75 }; /* words */
    return lone->words <= MOST;
}

enum { PX_TOPIC_ROWS = 3 }; /* of sentences that show a topic beside the most alike ones */

struct px_lones {
    struct px_lone *items;
    size_t count;
    size_t capacity;
};

enum { PX_LABEL_MOST = 3 }; /* terms that a topic is called by */

/* What both (or all, or one) tell. A theme is one as well, of passages on one subject, whether or not each of their
 * paragraphs has its counterpart: it has no label, and nothing that the labels and the lone passages are made of. */
struct px_topic {
    /* the heading above it, alone; else names and words (topic_called.c); may be none */
    struct px_slice label[PX_LABEL_MOST];
    size_t label_count, name_count; /* the first name_count of them are names, in any of their forms */
    bool opens;                     /* all the articles surely begin with it (topic_lead.c), … */
    bool leads;                     /* … and one of them surely tells no more of it */
    bool headed;                    /* the label has what all the headlines share (topic_headlines.c) */
    bool quoted;                    /* the label is what all its articles quote there (topic_quoted.c) */
    bool nameless;                  /* nothing that its articles share tells it from the others (topic_called.c) */
    bool titled;                    /* the label is the author's heading or the user's topic, no choice of ours */
    double similarity;              /* of the passages, 0..1; 0 for a one-sided topic */
    double likeness;                /* of the two most alike sentences of different articles, 0..1 (topic_alike.c) */
    double told;               /* how likely its likeliest two paragraphs are to tell the same, 0..1 (told.c); 0 for a
                             * one-sided topic */
    double position;           /* mean relative position in the articles that cover it, 0..1 */
    uint32_t only;             /* the one article that covers it, or PX_NONE */
    struct px_spans *spans;    /* [articles] passages, by position; empty where it is not covered */
    struct px_spans *surely;   /* [articles] its paragraphs, by position, but for ... */
    struct px_spans *doubtful; /* [articles] ... those that are less surely of it; hardly, where it is not sure
                                  (topic_doubt.c) */
    uint32_t *words;           /* [articles] */
    uint32_t *first_sentence;  /* [articles] PX_NONE where it is not covered */
    uint32_t *alike;  /* [articles] of its paragraph with the sentence most alike to one of another article there, the
                       * sentence that shares most with it (topic_alike.c); the first where none has a word of another, or
                       * where the articles begin alike; PX_NONE where it is not covered */
    uint32_t *likest; /* [articles] the same, though the articles begin alike and are shown by what they begin with */
    /* [rows][articles] alike sentences of other paragraphs that surely tell the same, by position; PX_NONE where an article
     * has none */
    uint32_t *further[PX_TOPIC_ROWS];
    size_t further_count;  /* rows */
    struct px_lones *lone; /* [articles] what of it no other article tells, by position */
    uint32_t *lone_words;  /* [articles] of these */
};

struct px_topics {
    struct px_topic *items;
    size_t count;
    size_t capacity;
};

/* Do the passages of several articles surely tell the same: are two paragraphs of theirs likely to, two sentences alike, and
 * is there something to call them by (of 17 that have nothing one reader found one matter in 11, of 63 others in 50)?
 * Of 90 topics that are likely enough two readings found one matter told in 72 of the 80 that are alike, and in four of the
 * others; of 80 such ones more in 70. */
#define PX_TOPIC_TOLD 0.8
#define PX_TOPIC_SHOWN 0.70 /* of what is not sure: less is not shown to a reader (report/topic_name.h) */
#define PX_TOPIC_ALIKE 0.20
static inline bool px_topic_is_sure(const struct px_topic *topic)
{
    return topic->only != PX_NONE ||
           (!topic->nameless && topic->told >= PX_TOPIC_TOLD && topic->likeness >= PX_TOPIC_ALIKE);
}

/* The article's sentence that shows the topic in a row, or PX_NONE: the first row has what the articles begin with or the most
 * alike ones, the others are its further_count further ones. */
static inline uint32_t px_topic_sentence(const struct px_topic *topic, size_t row, size_t article)
{
    return row == 0 ? topic->alike[article] : topic->further[row - 1][article];
}

/* Has one of the spans a byte of [start, end)? */
static inline bool px_spans_meet(const struct px_spans *spans, uint32_t start, uint32_t end)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start < end && start < spans->items[i].end)
            return true;
    return false;
}

/* Does the byte stand in one of the spans? */
static inline bool px_spans_hold(const struct px_spans *spans, uint32_t byte)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start <= byte && byte < spans->items[i].end)
            return true;
    return false;
}

/* Does the byte of the article stand in one of the topic's passages? */
static inline bool px_topic_holds(const struct px_topic *topic, size_t article, uint32_t byte)
{
    return px_spans_hold(&topic->spans[article], byte);
}

/* One measured figure a row: a rate, share or index, per article, and how the first two articles differ. */
struct px_indicator {
    struct px_slice name;    /* stable, dotted: "loaded.own", "loaded.evaluative", "sourcing.direct_share" … */
    struct px_slice label;   /* as a reader sees it */
    struct px_slice unit;    /* "per 1,000 words", "per 1,000 words of it" (in that voice), "share", "words", "index" */
    struct px_slice family;  /* what it belongs to: "loaded", "sourcing", the name of a user's lexicon … */
    uint32_t topic;          /* index of a topic, or PX_NONE for the whole articles */
    uint8_t voice;           /* enum px_voice, or PX_VOICE_ALL */
    struct px_value *values; /* [articles] */
    double difference, low, high, p, q; /* second minus first is never used: first minus second; NaN = not computed */
    double detectable; /* that a pair like this shows, other figures being tested too, in four of five cases, or NaN */
    uint8_t verdict;
    bool user;                    /* of a lexicon of the user's */
    bool unlisted;                /* too uncertain for a page: it stands in the JSON and the tables alone */
    struct px_evidence *evidence; /* [articles] */
};

/* Is it a number of hits out of words? */
static inline bool px_unit_is_rate(struct px_slice unit)
{
    return px_slice_starts(unit, PX_SLICE("per 1,000 words"));
}

/* Is it a rate or a share of the whole articles that a page lists, and no measure of style or of mood? */
static inline bool px_indicator_is_rate(const struct px_indicator *indicator)
{
    return !indicator->unlisted && indicator->topic == PX_NONE && !px_slice_is(indicator->family, "style") &&
           !px_slice_is(indicator->family, "valence");
}

struct px_term {
    struct px_slice term;
    /* That are counted together, the commonest first: "Norland/Norlander"; what a person's names end with: "Halden"; empty:
     * one form alone, or a person whose surname others bear. */
    struct px_slice forms;
    uint32_t *counts;   /* [articles] */
    double *dispersion; /* [articles] DPnorm, NaN when absent */
    double log_odds_z, log_ratio, low, high, g2, p, q;
    struct px_evidence *evidence;
};

enum px_finding_type { PX_FINDING_CONTRAST, PX_FINDING_DIFFERENCE, PX_FINDING_ONLY };

/* A sentence for the reader, with the section of the report it belongs to ("loaded", "names", "sourcing" …). */
struct px_finding {
    uint8_t type;
    struct px_slice section;
    struct px_slice text;
    uint8_t verdict;
    double rank;                  /* highest first */
    struct px_evidence *evidence; /* [articles] */
};

/* How a sentence that quotes a part of what it reports stands by itself. */
struct px_by_itself {
    uint32_t start; /* byte at which it begins without the "But" that ties it to the one before; 0: not looked up */
    uint32_t end;   /* and ends without what the article alone adds of itself, "*, which may be a mistake*" */
    bool leans;     /* it points at what stands before it: "But those two fees …", "Given that, she said …" */
};

struct px_comparison {
    struct px_arena arena;
    const struct px_article *const *articles;
    size_t article_count;
    struct px_slice group; /* the record key's value in a batch, may be empty */
    double similarity;     /* 0..1; of more than two articles, the mean over pairs */
    bool
        apart; /* two seem to tell of different events, or one holds too little or is in another language: no finding says
                 * what an article lacks */
    PX_VECTOR(struct px_edge) edges;
    struct px_topics topics; /* what the articles tell the same of, and what is left of each */
    struct px_topics themes; /* what they have sections on: wording is compared inside of these */
    PX_VECTOR(struct px_indicator) indicators;
    PX_VECTOR(struct px_term) terms;
    PX_VECTOR(struct px_referent) referents;
    struct px_sourcing sourcing;
    struct px_speaker **speakers; /* [articles][attributions] */
    PX_VECTOR(struct px_stance_row) stances;
    PX_VECTOR(struct px_evaluations) evaluations; /* by article, speaker (the outlet first), most words first */
    PX_VECTOR(struct px_agency_row) agency;       /* most acts first */
    PX_VECTOR(struct px_motive_row) motives;      /* by article and place, as the two behind it */
    PX_VECTOR(struct px_blame_row) blame;
    PX_VECTOR(struct px_given_row) givens;
    struct px_headline *headlines; /* [articles] */
    PX_VECTOR(struct px_finding) findings;
    PX_VECTOR(struct px_only) only;
    uint32_t days_apart; /* from the first to the last article's date; 0 where one is not known to the day */
    bool redated;        /* an article names a day behind its own date: what the articles could not know is not known */
    PX_VECTOR(struct px_shared) shared;
    bool **said_alike; /* [articles][matches] loaded words that all articles give to the same known speaker: at the same
                        * place of a shared run, no phrase, or in quotations of his in each; NULL: none is */
    bool **uneven; /* [articles][matches] cues of frames whose word stands elsewhere in the articles and is none there;
                    * NULL: none is */
    uint32_t *shared_words;            /* [articles] words in these runs and, equal, in edited sentences, each once */
    uint32_t *shared_quoted;           /* [articles] of these, words in direct speech */
    struct px_by_itself **by_itself;   /* [articles][sentences], or NULL: nothing is known */
    PX_VECTOR(struct px_reuse) reused; /* in order of position */
    PX_VECTOR(struct px_disagreement) disagreements;
    PX_VECTOR(struct px_slice) warnings;
};

/* What an event is told by: its sentence, or where that says too little by itself or too much, its own words. */
static inline struct px_slice px_comparison_event_words(const struct px_comparison *comparison,
                                                        const struct px_only *event)
{
    return event->span.end > 0 ? px_slice_span(comparison->articles[event->article]->text, event->span) : event->text;
}

/* So many can be compared: there is a letter for each. */
enum { PX_COMPARE_MOST = 26 };

/* The article's number among those compared; their count where it is none of them. */
static inline size_t px_comparison_index(const struct px_comparison *comparison, const struct px_article *article)
{
    size_t a = 0;
    while (a < comparison->article_count && comparison->articles[a] != article)
        a++;
    return a;
}

/* "A", "B" …: what the article is called by its number among those compared. */
PX_API char px_comparison_letter(size_t article);

/* Appends "A (The Courier)", or "A" where the outlet is not known; nothing is escaped. */
PX_API void px_comparison_article_name(const struct px_comparison *comparison, size_t article, struct px_buffer *out);

/* Appends the article's paragraphs that begin in the spans, "A¶5–7, 9". Linear in its blocks, times the spans. */
PX_API void px_comparison_paragraphs(const struct px_comparison *comparison, size_t article,
                                     const struct px_spans *spans, struct px_buffer *out);

/* Which of the sources have a statement, or a part of what they say, in the article's spans: heard[source]. `referents` is
 * room for a flag a referent. Linear in the sources and the article's statements. */
PX_API void px_comparison_heard(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                                bool *heard, bool *referents);

/* The referent of the statement's speaker, `number` 0, or of those who speak with him, from 1; PX_NONE where nothing
 * tells who it is. Linear in the referents. */
PX_API uint32_t px_comparison_said_by(const struct px_comparison *comparison, size_t article, size_t attribution,
                                      uint32_t number);

/* Is the loaded word, a match of the article's own list, one that all articles report of the same speaker (said_alike)?
 * There they do not differ. */
PX_API bool px_comparison_shares_word(const struct px_comparison *comparison, size_t article,
                                      const struct px_match *match);

/* Does the match, of the article's own list, count for no figure of this comparison: a loaded word as above, or a frame's
 * cue that does not count wherever it stands (uneven)? */
PX_API bool px_comparison_leaves_out(const struct px_comparison *comparison, size_t article,
                                     const struct px_match *match);

/* Is it a match that the figure, a struct px_indicator, counts where the comparison leaves none out? */
PX_API bool px_cue_counts(const struct px_match *match, const void *indicator);

/* Are the first two articles long enough for any rate or share to be tested? True for more than two. */
PX_API bool px_comparison_tests_rates(const struct px_comparison *comparison);

/* Is the figure told where it differs: one of a frame only with its words? As px_cues_are_told. */
PX_API bool px_indicator_is_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                                 struct px_arena *arena, bool *failed);

/* The cues of a frame are told of an article that has so many of them, and so many times as many as any other. */
enum { PX_FRAME_FEWEST = 8, PX_FRAME_CONTRAST = 3 };

/* Are the cues of the figure, of certainty, presupposition or frames, enough to be told? True for figures of other
 * families. Linear in the matches; `arena` is scratch, and `failed` is set when memory is out. */
PX_API bool px_cues_are_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                             struct px_arena *arena, bool *failed);

/* What the report calls the speaker of the article's statement: as the table of speakers does, or the name over all
 * articles, or else the article's own wording; empty where nobody knows who it is. */
PX_API struct px_slice px_comparison_speaker_name(const struct px_comparison *comparison, size_t article,
                                                  size_t attribution);

/* What it calls whoever surely says the sentence, or a part of it, where the sentence does not name him, “We will stay,” she
 * said; else empty. Linear in the quotations and statements. */
PX_API struct px_slice px_comparison_unnamed_speaker(const struct px_comparison *comparison, size_t article,
                                                     uint32_t sentence);

/* Does the article surely bear out, doubt or contradict the statement in its own words, and is it told whose it is? */
PX_API bool px_comparison_takes_up(const struct px_comparison *comparison, size_t article, size_t attribution);

/* Who blames or praises, as an entity of the article; PX_NONE where words alone tell. */
PX_API uint32_t px_blame_by(const struct px_article *article, const struct px_blame *blame);

/* " and others" where more than the one who is told blame or praise; else empty. */
PX_API const char *px_blame_others(const struct px_comparison *comparison, const struct px_blame_row *row);

/* Is it sure who blames or praises, and is he named? "The announcement" praises nobody. */
PX_API bool px_blame_is_told(const struct px_comparison *comparison, const struct px_blame_row *row);

/* Do the words hold a name, behind a first word that has its capital from its place? */
PX_API bool px_words_hold_name(struct px_slice words);

/* Names as the JSON and the tables write them ("contrast"); "unknown" for a number that is none. */
PX_API const char *px_finding_type_name(uint8_t type);
PX_API const char *px_only_kind_name(uint8_t kind);
PX_API const char *px_headline_point_kind_name(uint8_t kind);
PX_API const char *px_link_kind_name(uint8_t kind);
PX_API const char *px_against_name(uint8_t against);
PX_API const char *px_disagreement_kind_name(uint8_t kind);

/* Gives back all memory, that of every result too; the articles stay the caller's. An empty one (all zero) may be
 * released. */
PX_API void px_comparison_release(struct px_comparison *comparison);

#endif
