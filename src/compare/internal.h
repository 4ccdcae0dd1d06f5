/* The room's own header: the steps of a comparison, what they pass on, and what they share.
 *
 * px_compare runs the steps in the order in which they stand here; each reads what the ones above it have filled in.
 * Results go to the comparison's arena, everything else to `scratch`, which is released at the end. A step returns
 * PX_OK or fails with PX_ERROR_MEMORY (or what a lower room says).
 */
#ifndef PX_COMPARE_INTERNAL_H
#define PX_COMPARE_INTERNAL_H

#include <math.h>

#include "compare/null.h"

/* What all articles call by the same name, or by names that mean the same: entities by their keys. `entities[article]`
 * is the article's entity, PX_NONE where the article does not name it. */
struct px_link {
    struct px_slice key; /* the first in byte order */
    uint8_t how;         /* enum px_link_kind */
    uint32_t *entities;  /* [articles] */
};

/* The content words and numbers of all articles, by stem, in byte order of the stem: ids do not depend on which article
 * comes first. */
struct px_word_index {
    uint32_t count;
    uint32_t *stems;       /* [count] the vocabulary's stem */
    double *idf;           /* [count] in a background of news; rare words weigh most */
    bool *number;          /* [count] holds a digit */
    uint32_t **of;         /* [articles][tokens] word, or PX_NONE */
    uint32_t **first_word; /* [articles][blocks + 1] where a block's words begin in `words` */
    uint32_t **words;      /* [articles] the words of every content block, in order of position */
};

/* Something (a word, a referent) stands `times` times in a paragraph. */
struct px_posting {
    uint32_t key;
    uint32_t paragraph; /* index into px_paragraphs */
    uint32_t times;
};

/* The paragraphs of one article that have words, in order of position, and what stands in them. */
struct px_paragraphs {
    uint32_t count;
    uint32_t *blocks;                       /* [count] index into the article's blocks */
    uint32_t *lengths;                      /* [count] indexed words */
    uint32_t *words;                        /* [count] words as counted */
    double *cohesion;                       /* [count] cosine, by idf, with the paragraph before; 0 for the first */
    uint32_t *user_topic;                   /* [count] index into context.user_topics, or PX_NONE */
    uint32_t *user_hits;                    /* [count] of that topic */
    uint32_t *of;                           /* [blocks] index of the paragraph, or PX_NONE */
    PX_VECTOR(struct px_posting) terms;     /* by word, then paragraph; key: word of the index */
    PX_VECTOR(struct px_posting) referents; /* the same; key: of a link, behind these of a category or shared run */
};

/* One use of a term: a content word outside names, or a name as a whole. */
struct px_use {
    uint32_t term; /* whom or what it means; below index.count: that word; from there on: a link */
    uint32_t said; /* the same as it is counted: a word by its lexeme ("added" is no "ad"), a single word of a name that
                    * several bear by that word; PX_NONE of a number, and where its parts are counted
                    * ("double-dip") */
    uint32_t token;
    uint32_t block;
    uint32_t tokens; /* of a name; 0 of a word */
};

/* What a term is, beside a content word or a name; flags. */
enum {
    PX_WORDING_PIECE = 1,  /* a piece of a name, title or role, or a month */
    PX_WORDING_SPEECH = 2, /* reports speech */
    PX_WORDING_MANNER =
        4, /* judges, hedges, stresses, presupposes, may report speech, or is hardly ever used as a noun */
    PX_WORDING_EMPTY = 8 /* mostly a function word, a common verb or a time, which says nothing by itself */
};

/* Terms as they are counted and shown. */
struct px_wording {
    uint32_t count;         /* words of the index, then links, then lexemes and words that several names share */
    struct px_slice *texts; /* [count] the commonest form of a word, the fullest name; empty where it is no term */
    uint32_t *forms;        /* [count] of a word: that form; PX_NONE of a name or its word */
    uint8_t *kinds;         /* [count] PX_WORDING_ flags */
    struct px_use **uses;   /* [articles] in order of position */
    uint32_t *use_count;    /* [articles] */
    struct px_use **parts; /* [articles] words between hyphens, counted beside the uses: only `said`, token and block */
    uint32_t *part_count;  /* [articles] */
};

/* A piece of one article that is not taken apart when topics are made: a paragraph, or several of a very long text. */
struct px_unit {
    uint32_t article;
    uint32_t first; /* paragraph */
    uint32_t count;
    uint32_t heading; /* of the section under a heading that it begins in, its number from 1; 0 outside of one */
};

/* A judging word, counted for the stance it pulls hardest at. */
struct px_judgement {
    uint32_t stance;                /* index into the article's stances */
    struct px_stance_evidence word; /* with all that it gives toward the stance */
};

struct px_judgements {
    struct px_judgement *items;
    size_t count;
    size_t capacity;
};

/* A word of an article and its place. */
struct px_stand {
    uint32_t root;
    uint32_t token;
};

/* All words of an article, by root, then by place. */
struct px_standing {
    struct px_stand *items;
    uint32_t count;
};

/* A long word of an article: its first letter and size as a number, its form, its place. */
struct px_spelling {
    uint32_t key;
    uint32_t form;
    uint32_t token;
};

/* All long words of an article, by key, then by form, then by place. */
struct px_spellings {
    struct px_spelling *items;
    uint32_t count;
};

struct px_tellings;

/* What is known of an article's blocks when they are looked for in the others. */
struct px_beside {
    bool *shares; /* [blocks][articles] more than one thing with a paragraph there, or somebody who speaks in both */
    bool *names;  /* [blocks][articles] somebody or something that is a matter there, too */
    double *told; /* [blocks][articles] the probability of the likeliest edge to a paragraph there */
    bool *paired; /* [blocks][articles] a topic sets it beside a paragraph there that tells the same */
    uint32_t *first_quotation; /* [blocks] that begins in it, or PX_NONE */
    uint32_t *next_quotation;  /* [quotations] of the same block, or PX_NONE */
    struct px_clause *quoted;  /* [quotations] what each says (telling.h) */
};

/* The words that stand for a speaker without a name: tokens [first, end) of an article, which need not be the speaker's
 * own, and the noun among them. Empty for none. */
struct px_phrase {
    uint32_t article;
    uint32_t first;
    uint32_t end;
    uint32_t noun;
    bool document;
};

struct px_compare_context {
    const struct px_compare_options *options;
    const struct px_worker *worker;
    struct px_comparison *comparison;
    const struct px_article *const *articles;
    size_t count;
    uint64_t seed; /* options.seed and the articles' texts, whatever their order: mix in a purpose's number */
    size_t *order; /* [articles] in an order that does not depend on how they were given: sum up in this one */
    struct px_arena scratch;
    PX_VECTOR(struct px_link) links; /* by key */
    uint32_t **link_of;              /* [articles][entity] index into links */
    struct px_standing *standing;    /* [articles] */
    struct px_spellings *spellings;  /* [articles] from px_compare_only on */
    struct px_word_index index;
    struct px_wording wording;
    struct px_paragraphs *paragraphs;       /* [articles] */
    struct px_likeness *likeness;           /* of sentences (likeness.h), from px_compare_told on */
    PX_VECTOR(struct px_slice) user_topics; /* the categories of --topics */
    PX_VECTOR(bool) firm;             /* by edge: above the null without its strongest shared word and referent, too */
    struct px_tellings *tellings;     /* [articles] what every sentence tells (telling.h) */
    struct px_beside *beside;         /* [articles] */
    uint32_t **referent_of;           /* [articles][entity] index into comparison->referents, or PX_NONE */
    bool **in_runs;                   /* [articles][tokens] in five words or more that another article has in a row */
    bool **echoed;                    /* [articles][attribution] another article quotes words of it, whosever */
    struct px_phrase **phrases;       /* [articles][attribution] */
    const struct px_speaker *settled; /* [referents] what each is as a speaker */
    struct px_judgements *judgements; /* [articles] stance by stance, by place */
    struct px_draws *draws;           /* (draws.h) in the making from px_compare_draw on */
    struct px_row_tests *tests; /* (indicator.h) in the making from px_compare_indicators to px_compare_verdicts */
};

/* A number of its own for the paragraph that the sentence of one of the first two articles stands in; it does not
 * depend on which of them comes first. */
uint32_t px_compare_passage(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Makes the context, in which options and worker are set and all else is zero, and the empty comparison; both are to be
 * released whatever it returns. */
enum px_status px_compare_open(struct px_compare_context *context, const struct px_article *const *articles,
                               size_t count, struct px_comparison *comparison, struct px_error *error);

/* The numbers of the options, or the built-in ones. */
struct px_compare_null px_compare_null_of(const struct px_compare_context *context);

/* Adds the evidence of all pairs of paragraphs of the two articles to the sample. */
enum px_status px_compare_sample(struct px_compare_context *context, struct px_null_sample *sample,
                                 struct px_error *error);

/* Of the numbers [first, count) the one with most votes, the smallest on a tie: what most statements take a speaker
 * for. */
uint8_t px_compare_most_voted(const uint32_t *votes, size_t first, size_t count);

/* Of two texts as `count` weights each, 0..1; 0 where one is empty. */
double px_compare_cosine(const double *a, const double *b, uint32_t count);

/* The steps of a comparison, as px_compare takes them (compare.c). Each fills its part of the context or the comparison
 * from what those before it have filled; PX_ERROR_MEMORY alone. Linear in the articles' words, or nearly, but for those
 * that hold paragraphs or sentences of one article against those of another: O(paragraphs²), O(sentences²). */

/* Where words stand in an article, whatever they are taken for there. */
enum px_status px_compare_standing(struct px_compare_context *context, struct px_error *error);
/* Which entities of several articles are one. */
enum px_status px_compare_link(struct px_compare_context *context, struct px_error *error);
/* The content words and numbers of all articles, numbered by stem. */
enum px_status px_compare_index(struct px_compare_context *context, struct px_error *error);
/* How rare words of the stem are in a background of news, as the index weighs them. Logarithmic in the background. */
double px_compare_idf(const struct px_compare_context *context, uint32_t stem);
/* comparison->similarity. */
enum px_status px_compare_similarity(struct px_compare_context *context, struct px_error *error);
/* What of a run is no part of a name there: its words, and of these the content words. */
struct px_plain {
    uint32_t words, content;
};
enum { PX_PLAIN_ALL = 2, PX_PLAIN_ONE = 3 }; /* so many content words in each article, or in one, say something */

/* Counts the token. O(1) */
void px_plain_add(const struct px_compare_context *context, const struct px_token *token, struct px_plain *plain);

/* The content words; PX_PLAIN_ONE of a long run with fewer, but any: no stock phrase is so long. */
uint32_t px_plain_weight(const struct px_plain *plain);

/* Runs of five words or more that articles share: comparison->shared, and context->in_runs. */
enum px_status px_compare_shared(struct px_compare_context *context, struct px_error *error);
/* Sentences shared but for small edits: comparison->reused. */
enum px_status px_compare_reuse(struct px_compare_context *context, struct px_error *error);
/* The paragraphs and what stands in them. */
enum px_status px_compare_paragraphs(struct px_compare_context *context, struct px_error *error);
/* Which paragraphs tell of the user's topics (--topics). */
enum px_status px_compare_user_topics(struct px_compare_context *context, struct px_error *error);
/* Pairs of paragraphs that tell the same: comparison->edges. O(paragraphs²). */
enum px_status px_compare_edges(struct px_compare_context *context, struct px_error *error);
/* What the edges' paragraphs tell of the same. O(sentences² · words of a sentence) of two articles */
enum px_status px_compare_told(struct px_compare_context *context, struct px_error *error);

/* The paragraph on a side of the edge. */
static inline uint32_t px_edge_paragraph(const struct px_compare_context *context, const struct px_edge *edge, int side)
{
    return context->paragraphs[edge->article[side]].of[edge->block[side]];
}

/* How far the edge's score stands out, which is a logistic of z / 4. */
static inline double px_edge_z(const struct px_edge *edge)
{
    return -4 * log(1 / edge->score - 1);
}

/* When nothing is aligned by shared text any more. */
enum px_status px_compare_shared_trim(struct px_compare_context *context, struct px_error *error);
/* Terms as a reader counts them; the two below are steps of it. */
enum px_status px_compare_wording(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_lexemes(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_kinds(struct px_compare_context *context, struct px_error *error);
/* comparison->topics, but for what px_compare_topic_terms and px_compare_lone add, and comparison->themes. */
enum px_status px_compare_topics(struct px_compare_context *context, struct px_error *error);
/* Begins to draw for the tests of the indicators: no step from here on changes where themes lie. */
enum px_status px_compare_draw(struct px_compare_context *context, struct px_error *error);
/* Finds the sentences by which topics are shown. O(words, times MOST_SENTENCES of topic_alike.c) */
enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_terms(struct px_compare_context *context, struct px_error *error);
/* comparison->referents, with the wordings of each. */
enum px_status px_compare_referents(struct px_compare_context *context, struct px_error *error);
/* The most of the sentence that one of another article holds, 0..1; 0 of one that says too little. Linear in the sentences
 * that share a word with it. */
double px_compare_nearness(const struct px_compare_context *context, size_t article, uint32_t sentence);
/* Does a sentence of another article come near this one? */
bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Reads the context's tellings. */
enum px_status px_compare_tellings(struct px_compare_context *context, struct px_error *error);
/* What the topics are called by (topic_terms.c), once the referents are known. O(words of a topic × places of the word) */
enum px_status px_compare_topic_terms(struct px_compare_context *context, struct px_error *error);
/* Reads what the blocks share, and finds what of each topic nobody else tells. After the disagreements. */
enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error);
/* The labels of the referents. */
enum px_status px_compare_epithets(struct px_compare_context *context, struct px_error *error);
/* comparison->indicators and their evidence; begins to test them. No step from here to the next reads their figures. */
enum px_status px_compare_indicators(struct px_compare_context *context, struct px_error *error);
/* Ends the tests: figures, differences and verdicts of the indicators. Takes px_compare_source_balance in. */
enum px_status px_compare_verdicts(struct px_compare_context *context, struct px_error *error);
/* Fills comparison->speakers, sourcing.doubted and echoed. Linear, but for offices: times the mentions. */
enum px_status px_compare_speakers(struct px_compare_context *context, struct px_error *error);
/* A step of it: who is quoted with words that others are quoted with, too. */
enum px_status px_compare_doubts(struct px_compare_context *context, struct px_error *error);

/* "*Mayor’s Aide* Calls …": whom a headline only describes, and nothing tells who it is, the article names or tells of
 * again: what he says counts for nobody there. After px_compare_doubts. */
void px_compare_doubt_titles(struct px_compare_context *context, size_t article);
/* Fills the context's phrases, when the speakers are known. Linear, but for the first few hundred documents and unnamed
 * sources, which are held against each other. */
enum px_status px_compare_phrases(struct px_compare_context *context, struct px_error *error);

/* The name of a source as it stands in the text, or with a small letter where its noun, "Backers" or "Officials", is
 * large only because a sentence begins with it; in the arena. A pronoun in it gives way to the name of whom it stands
 * for, but for a possessive. */
struct px_slice px_compare_small_name(const struct px_compare_context *context, struct px_slice name,
                                      struct px_arena *arena);
/* Which attributions of the article tell what their speaker denies or dismisses; a statement that another denies is no
 * denial. NULL when memory is out. Linear. */
bool *px_compare_denials(struct px_arena *arena, const struct px_article *article);
/* Fills in where each source is absent. Linear. */
enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error);
/* Its diversity and its shares, which are indicators, too. */
enum px_status px_compare_source_balance(struct px_compare_context *context, struct px_error *error);
/* comparison->sourcing, but for what px_compare_source_balance adds; takes px_compare_phrases and absent_sources in. */
enum px_status px_compare_sourcing(struct px_compare_context *context, struct px_error *error);
/* Fills sourcing.also: which statements another article has words of, too. Linear in the words of the statements. */
enum px_status px_compare_also(struct px_compare_context *context, struct px_error *error);
/* Fills the context's judgements, which the two below read. */
enum px_status px_compare_judgements(struct px_compare_context *context, struct px_error *error);
/* comparison->stances. */
enum px_status px_compare_stances(struct px_compare_context *context, struct px_error *error);
/* comparison->evaluations. */
enum px_status px_compare_evaluations(struct px_compare_context *context, struct px_error *error);
/* comparison->agency. */
enum px_status px_compare_agency(struct px_compare_context *context, struct px_error *error);
/* comparison->motives. */
enum px_status px_compare_motives(struct px_compare_context *context, struct px_error *error);
/* comparison->blame. */
enum px_status px_compare_blame(struct px_compare_context *context, struct px_error *error);
/* comparison->givens: what is taken as given, and what others make of it. */
enum px_status px_compare_givens(struct px_compare_context *context, struct px_error *error);
/* comparison->only: topics first, then the four below. */
enum px_status px_compare_only(struct px_compare_context *context, struct px_error *error);
/* The articles' long words, among which misspelt names are looked for. */
enum px_status px_compare_spellings(struct px_compare_context *context, struct px_error *error);
/* The names and sources among it. */
enum px_status px_compare_only_names(struct px_compare_context *context, struct px_error *error);
/* The numbers among it. */
enum px_status px_compare_only_numbers(struct px_compare_context *context, struct px_error *error);
/* The quotations among it. */
enum px_status px_compare_only_quotations(struct px_compare_context *context, struct px_error *error);
/* The events among it. */
enum px_status px_compare_only_events(struct px_compare_context *context, struct px_error *error);
/* Marks the most central of them, when all are in order. */
void px_compare_only_central(struct px_compare_context *context);
/* Adds something that an article alone has; NULL when memory is out. */
struct px_only *px_compare_only_push(struct px_compare_context *context, enum px_only_kind kind, size_t article,
                                     struct px_slice text);
/* How central a place is: 1 for the first byte of the article, towards ½ for the last; doubled in the headline. */
double px_compare_early(const struct px_article *article, uint32_t byte);
/* comparison->disagreements. */
enum px_status px_compare_disagreements(struct px_compare_context *context, struct px_error *error);
/* comparison->headlines. */
enum px_status px_compare_headlines(struct px_compare_context *context, struct px_error *error);

/* The number of sentences of headline and standfirst, which stand before all others. */
uint32_t px_compare_head_end(const struct px_article *article);

/* Of two figures of one article: do they count the same in one event, and cannot both be so? */
bool px_compare_figures_clash(const struct px_quantity *x, const struct px_quantity *y);

/* Do they count the same in one event, whatever they say of it? */
bool px_compare_figures_meet(const struct px_quantity *x, const struct px_quantity *y);

/* Marks what is told of days after all other articles appeared. */
void px_compare_only_later(struct px_compare_context *context);
/* comparison->findings, the first leads. */
enum px_status px_compare_findings(struct px_compare_context *context, struct px_error *error);
/* comparison->warnings: articles with which a comparison comes to little. Before all steps. */
enum px_status px_compare_warnings(struct px_compare_context *context, struct px_error *error);

/* Joins units to themes: their edges (of the comparison, above the null) and what holds them together in their own article
 * are strong on average. `clusters[unit]` is the cluster's number, that of its first unit. O(units²). */
enum px_status px_compare_cluster(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                  uint32_t *clusters, struct px_error *error);
/* Joins them to topics: by the edges alone that tell the same. */
enum px_status px_compare_cluster_told(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                       uint32_t *clusters, struct px_error *error);

/* Who says it: the speaker's name, or the words that stand for him; "(not named)" where there are none; empty for the
 * outlet's own voice (attribution PX_NONE). */
struct px_slice px_compare_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution);

/* The word "a", "an" or "the" right before the description, a part of the article's text; empty where there is none, and
 * for a name. */
struct px_slice px_compare_article_before(const struct px_compare_context *context, size_t article,
                                          struct px_slice wording);

/* Fills source->shown from its name and the articles that stand before it in its `count` statements. */
enum px_status px_source_show(struct px_compare_context *context, const struct px_slice *before, size_t count,
                              struct px_source *source, struct px_error *error);

/* The referent of the article's entity, which may be PX_NONE. */
static inline uint32_t px_compare_referent(const struct px_compare_context *context, size_t article, uint32_t entity)
{
    return entity == PX_NONE ? PX_NONE : context->referent_of[article][entity];
}

enum { PX_LABEL_MOST = 3 };

/* Up to PX_LABEL_MOST terms that tell the article's paragraphs on a topic from all others, best first; their number in
 * `*count`: names, and nouns of two sentences; where there are none, the name used most there; where there is no name,
 * words used once. `topics[article][paragraph]` is the topic. */
enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t article, uint32_t *terms, size_t *count, struct px_error *error);

/* Calls the topic, whose paragraphs are `topics[article][paragraph]` == `number`, as the user does, or as the heading
 * above it, if there is one. */
enum px_status px_compare_title_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error);

/* The user's topic of most of the topic's paragraphs, by words, if they are a quarter or more; empty when there is
 * none. */
struct px_slice px_compare_user_topic(const struct px_compare_context *context, uint32_t *const *topics,
                                      uint32_t topic);

/* The heading of a section of which the topic covers all, and which is most of what the article has of the topic; of
 * several the one covered at most length. A heading may be of what went to another topic. Empty when there is none.
 * O(paragraphs) */
struct px_slice px_compare_heading(const struct px_compare_context *context, const struct px_topic *topic);

/* The sentence by which the passage of the article, one or more, is shown: one that points to nothing before it, no quotation
 * if there is another; of several that which is least near to another article's; of equal ones the first.
 * px_compare_nearness for each sentence of the passage */
uint32_t px_compare_shown(const struct px_compare_context *context, size_t article, const struct px_span *span);

/* What is shown of it: without the conjunction that ties it to the one before, and of a long one no more than 28 words,
 * to the end of a clause if one ends there. */
struct px_span px_compare_shown_words(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* The token's form. */
static inline const struct px_form *px_compare_form(const struct px_compare_context *context,
                                                    const struct px_token *token)
{
    return px_vocabulary_form(context->worker->vocabulary, token->form);
}

/* A word that carries content: no stop word, no number, no clitic, no punctuation. */
static inline bool px_compare_is_content(const struct px_compare_context *context, const struct px_token *token)
{
    const struct px_form *form = px_compare_form(context, token);
    return token->kind == PX_TOKEN_WORD && !(token->flags & PX_TOKEN_CLITIC) && !form->stop && !form->digits;
}

/* Is the name of tokens [first, end) a capital or another seat of a government, which stands for its state:
 * "Havana"? */
bool px_compare_is_seat(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                        uint32_t end);

/* A word as counted: words and numbers, clitics not. */
static inline bool px_compare_is_word(const struct px_token *token)
{
    return (token->kind == PX_TOKEN_WORD || token->kind == PX_TOKEN_NUMBER) && !(token->flags & PX_TOKEN_CLITIC);
}

/* Where words of the root stand in the article, in order, and how many they are. O(log n + places) */
const struct px_stand *px_compare_standing_of(const struct px_compare_context *context, size_t article, uint32_t root,
                                              size_t *count);
/* How often the forms stand in a row in the article, whatever they are taken for there, case aside; for `alike` with
 * other endings, too ("Midwestern" for "Midwest"). O(log n + places of the rarest) */
uint32_t px_compare_stands(const struct px_compare_context *context, size_t article, const uint32_t *forms,
                           uint32_t count, bool alike);
/* Does the form, or another ending of it, stand in one of the sentences [first, last]? */
bool px_compare_stands_in(const struct px_compare_context *context, size_t article, uint32_t form, uint32_t first,
                          uint32_t last);
/* Does the form stand there in small letters? */
bool px_compare_stands_small(const struct px_compare_context *context, size_t article, uint32_t form);
/* How often does the form stand there, but as a title before a name ("President Lind")? */
uint32_t px_compare_stands_alone(const struct px_compare_context *context, size_t article, uint32_t form);
/* As px_compare_stands, without other endings, for words with spaces between; of more than twelve, 0. False when memory
 * is out. */
bool px_compare_words_stand(const struct px_compare_context *context, size_t article, struct px_slice text,
                            uint32_t *times);

/* Are the letters of both the same, whatever spaces, hyphens, dots and capitals they have: "Wal-Mart" and "Walmart"? */
bool px_compare_same_letters(struct px_slice a, struct px_slice b);

/* One zeroed item an article, of the comparison's arena; NULL when memory is out. */
#define px_compare_each(context, type) px_arena_array(&(context)->comparison->arena, type, (context)->count)

/* Sentence indices into evidence: sorted, each once, copied to the comparison's arena. `sentences` is reordered. */
enum px_status px_compare_evidence(struct px_compare_context *context, uint32_t *sentences, size_t count,
                                   struct px_evidence *evidence, struct px_error *error);

/* The first token at or behind `byte`, and the sentence that holds `byte` (PX_NONE when the article has none). O(log
 * n) */
uint32_t px_compare_token_at(const struct px_article *article, uint32_t byte);

/* A hit of the list that begins or ends at the token, of a category within this one; or NULL. */
const struct px_hit *px_compare_hit(const struct px_compare_context *context, const struct px_article *article,
                                    uint32_t token, bool ends, size_t lexicon, const char *category);

/* Who says the word, in a statement that counts, as a referent; or PX_NONE. */
uint32_t px_compare_speaker_of(const struct px_comparison *comparison, size_t article, const struct px_token *token);

/* Is the token of the grammar's class, "grammar.determiner"? */
bool px_compare_is_class(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                         const char *category);

/* Is one of the tokens a word of the article's own that adds to what was said before: "also"? */
bool px_compare_adds(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                     uint32_t end);
uint32_t px_compare_sentence_at(const struct px_article *article, uint32_t byte);
/* How many of the article's sentences, or else paragraphs, hold a mention; mentions stand in order of position. Linear
 * in these. */
uint32_t px_compare_count_named(const struct px_article *article, const struct px_spans *mentions, bool sentences);

/* The first mention that begins at or behind the token. O(log n) */
size_t px_compare_mention_at(const struct px_article *article, uint32_t token);

/* The block that holds token or byte. O(log n) */
uint32_t px_compare_block_at(const struct px_article *article, uint32_t byte);
/* Does the first of the mentions stand in the headline? O(log n) */
bool px_compare_in_title(const struct px_article *article, const struct px_spans *mentions);

/* q of a lesser family, names or stance, in place of its p: by Benjamini and Hochberg, and times two, since the two
 * share what one family of a report may err (Bonferroni over families). NaN stays. O(n log n) */
enum px_status px_compare_lesser_q(double *p, size_t count, struct px_error *error);

/* Four digits that read as a year: "2017". */
bool px_compare_is_year(struct px_slice number);

#endif
