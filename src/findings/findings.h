/* Findings: sentences for the reader. Private to the room, but for px_compare_findings.
 *
 * Each finder writes drafts: a text, what it rests on, and a rank. The best are kept. Every draft says only what was
 * counted. Swapping the articles swaps the letters A and B in the texts and nothing else: which article a sentence
 * names first is decided by what it says, and on a tie by the articles' texts.
 */
#ifndef PX_FINDINGS_FINDINGS_H
#define PX_FINDINGS_FINDINGS_H

#include "base/buffer.h"
#include "base/listed.h"
#include "comparison/place.h"

/* Kinds of findings; of each only so many are kept. */
enum px_draft_kind {
    PX_DRAFT_NAMES,    /* both name one thing, in different words */
    PX_DRAFT_UNNAMED,  /* one names what the other does not */
    PX_DRAFT_LABELS,   /* one attaches a judging label to somebody, the other none */
    PX_DRAFT_FACT,     /* both tell one fact, and give it differently */
    PX_DRAFT_HEADLINE, /* what a headline has otherwise than its body */
    PX_DRAFT_SCARE,
    PX_DRAFT_AGENCY,     /* a deed told with its doer here and without there */
    PX_DRAFT_GIVEN,      /* taken as given here, attributed or denied there */
    PX_DRAFT_EVALUATION, /* who speaks how of whom */
    PX_DRAFT_BLAME,      /* blamed or credited here, and not there */
    PX_DRAFT_UPTAKE,     /* what somebody says is borne out, doubted or contradicted in the article's own words */
    PX_DRAFT_STANCE,
    PX_DRAFT_RATE,
    PX_DRAFT_LOADED,   /* loaded words, and whether any rate differs */
    PX_DRAFT_NAMELESS, /* unnamed sources, in one article mostly */
    PX_DRAFT_COVER,    /* what fills each article by itself */
    PX_DRAFT_TOPIC,    /* a passage under a heading */
    PX_DRAFT_SOURCE,
    PX_DRAFT_EVENT,
    PX_DRAFT_ENTITY,
    PX_DRAFT_BOTH,   /* whom all hear */
    PX_DRAFT_SHARED, /* what they share word for word */
    PX_DRAFT_KINDS
};

struct px_draft {
    struct px_finding finding;
    struct px_slice key; /* orders drafts of the same rank, whatever the order of the articles */
    uint8_t kind;
};

struct px_findings {
    struct px_compare_context *context;
    struct px_buffer text;        /* of the draft being written */
    struct px_evidence *evidence; /* [articles] of the draft being written */
    uint8_t verdict;              /* of the draft being written: PX_VERDICT_TOO_LITTLE, for what was not tested */
    const char *section;          /* of the draft being written, where it is not its kind's */
    bool later;                   /* the draft marks something as told of a later day */
    const size_t *order;          /* of the articles, that does not depend on how they were given */
    PX_VECTOR(struct px_draft) drafts;
};

/* A full stop, but behind one: "Roger Oss Jr." */
void px_findings_stop(struct px_findings *findings);

/* Starts a draft: an empty text and evidence, untested, of its kind's section. */
enum px_status px_findings_begin(struct px_findings *findings, struct px_error *error);

/* Adds the draft that was begun, with a full stop where it has none. `key` need not outlive the call. */
enum px_status px_findings_end(struct px_findings *findings, enum px_draft_kind kind, double rank, struct px_slice key,
                               struct px_error *error);

/* "A", "A (The Courier)". */
void px_findings_article(struct px_findings *findings, size_t article);

/* "“coup”": marks inside of the words become single ones. */
void px_findings_quote(struct px_findings *findings, struct px_slice words);

/* "“The ferry that sank …”": the same of words longer than `most` bytes, cut behind the last whole one that fits, or
 * behind a code point where none does. */
void px_findings_quote_beginning(struct px_findings *findings, struct px_slice words, size_t most);

/* "“The ferry …”": the words, of which more follow in the text. */
void px_findings_quote_first(struct px_findings *findings, struct px_slice words);

/* "by “Anna Halden”", "in own voice" where nobody is given. */
void px_findings_by(struct px_findings *findings, struct px_slice speaker);

/* "“Anna Halden, dam”": what the topic is called. */
void px_findings_topic_name(struct px_findings *findings, const struct px_topic *topic);

/* ", ", " and " or nothing in front of item `index` of `count`. */
void px_findings_separate(struct px_findings *findings, size_t index, size_t count);

/* How much an article has of what a finding tells. */
typedef double px_findings_weight(const struct px_findings *findings, size_t article);

/* The articles, that of most weight first; of equal ones as in findings->order. The context's scratch; NULL when memory
 * is out. */
const size_t *px_findings_most_first(const struct px_findings *findings, px_findings_weight *weight);

/* The finders: each adds the drafts of its kinds. PX_ERROR_MEMORY alone. Names for one thing, labels, facts given
 * differently, headlines against their bodies, marks that cite nobody, deeds without a doer, what is taken as given,
 * who speaks how of whom, blame and credit, what an article does with statements, judgements, rates and shares. */
enum px_status px_findings_names(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_labels(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_facts(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_headlines(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_scare(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_agency(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_givens(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_evaluations(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_blame(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_uptakes(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_stances(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_rates(struct px_findings *findings, struct px_error *error);

/* Loaded words in own voice, by count, with the words themselves; `own` is their indicator. */
enum px_status px_findings_loaded(struct px_findings *findings, const struct px_indicator *own, struct px_error *error);

/* The pieces of a rate's sentence: "14.2", and "; they differ by more than chance would have it (q = .010)". */
void px_findings_number(struct px_findings *findings, double value, struct px_slice unit);
void px_findings_difference(struct px_findings *findings, const struct px_indicator *indicator);

/* May the source lead a finding: is it more than a party or a people, of whom all articles have somebody, does its name say
 * of whom it is, "a spokesman for Varn", not "critics", and does it keep no name back? */
bool px_findings_is_telling(const struct px_source *source);

/* What all articles have. */
enum px_status px_findings_both(struct px_findings *findings, struct px_error *error);

/* Is the topic a section of one article that px_findings_topics tells by its heading, as another article hardly names what
 * that names? Then px_findings_cover leaves its passages out. O(referents) */
bool px_findings_heads(const struct px_findings *findings, const struct px_topic *topic);

/* Does the finding on what fills each article tell of a passage with the sentence? What stands there is not told again. */
bool px_findings_covers_sentence(const struct px_findings *findings, size_t article, uint32_t sentence);

/* Where one article rests on unnamed sources and another does not. */
enum px_status px_findings_unnamed(struct px_findings *findings, struct px_error *error);

/* What one article has alone: passages and their share, headings, speakers, events, people and places. */
enum px_status px_findings_cover(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_topics(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_sources(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_events(struct px_findings *findings, struct px_error *error);
enum px_status px_findings_entities(struct px_findings *findings, struct px_error *error);

/* comparison->findings, the first leads. */
enum px_status px_compare_findings(struct px_compare_context *context, struct px_error *error);

#endif
