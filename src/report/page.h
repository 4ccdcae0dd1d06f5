/* The Markdown page that is being written: what its sections share. Private to the report room.
 *
 * The HTML page is read from this one (html_markdown.h), so that both say the same: a section is written once, as
 * Markdown, without raw HTML, and stands in every form.
 *
 * A sentence is cited as A¶5.2 (article A, paragraph 5, sentence 2), a link to the evidence at the end of the page;
 * citing marks the sentence, so that the evidence lists what the page speaks of and nothing else.
 */
#ifndef PX_REPORT_PAGE_H
#define PX_REPORT_PAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/listed.h"
#include "comparison/comparison.h"
#include "report/picture.h"
#include "report/provenance.h"
#include "report/sentence_name.h"

struct px_page {
    struct px_buffer *out;
    const struct px_comparison *comparison;
    const struct px_provenance *provenance;
    struct px_arena arena;
    bool **cited;         /* [articles][sentences] */
    bool *heard;          /* [sources] who speaks in a topic (topic_speakers.c), */
    bool *spoken;         /* [referents] with whom */
    bool *measured;       /* [validity] rows of the sections that are shown; may be NULL */
    bool later;           /* what one article has alone is marked as told of a later day */
    bool alike;           /* topics are shown by the sentences most alike: the legend tells of it */
    const char *pictures; /* what stands before a picture's name in its address; NULL: the page has no pictures */
};

typedef void px_page_section(struct px_page *page);

/* The sections in their order; NULL behind the last. */
extern px_page_section *const px_page_sections[];

/* An empty page; end it in every case. False when memory is out. */
bool px_page_begin(struct px_page *page, const struct px_comparison *comparison, const struct px_provenance *provenance,
                   struct px_buffer *out);
void px_page_end(struct px_page *page);

/* The sections of the page, in their order; those that have nothing to say write nothing. */
void px_page_head(struct px_page *page);
void px_page_brief(struct px_page *page);
void px_page_articles(struct px_page *page);
void px_page_topics(struct px_page *page);
void px_page_facts(struct px_page *page);
void px_page_own(struct px_page *page);
void px_page_sides(struct px_page *page);
void px_page_loaded(struct px_page *page);
void px_page_names(struct px_page *page);
void px_page_sourcing(struct px_page *page);
void px_page_stance(struct px_page *page);
void px_page_certainty(struct px_page *page);
void px_page_headlines(struct px_page *page); /* at the end of the one above */
void px_page_terms(struct px_page *page);
/* Does a term stand out beyond chance? */
bool px_page_has_terms(const struct px_comparison *comparison);
void px_page_only(struct px_page *page);
void px_page_shared_text(struct px_page *page); /* nothing where they share none */
void px_page_evidence(struct px_page *page);
void px_page_method(struct px_page *page);

/* The picture as a paragraph of its own, where the page has pictures and this one shows something. */
void px_page_picture(struct px_page *page, enum px_picture picture);

/* " and Varn": those who make the article's statement with its first speaker, by name; " and others" where they are
 * more than two. Nothing for a statement of one. */
void px_page_joint(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution);

/* Parts of the section on topics. */
/* The article's words from `from` to the end of the sentence, for a piece of it may say another thing; where they stand
 * whole inside of somebody's speech, whose marks are before and behind them, in marks of their own. */
void px_page_sentence(struct px_page *page, const struct px_article *article, uint32_t from, uint32_t sentence);

/* The passages of the article that share few words with any other, by what shows them. */
void px_page_passages(struct px_page *page, size_t article);

/* Parts of the section on stance: nothing where there is nothing. */
void px_page_agency(struct px_page *page);
bool px_page_has_agency(const struct px_page *page);
void px_page_blame(struct px_page *page);

/* "“accused … of fraud”": the words of a blame whose reason stands behind them. */
void px_page_blame_words(struct px_page *page, uint32_t article, const struct px_blame *blame);

/* Does the table of blame show that somebody blames the referent in the article's sentence, or credits it? Linear in
 * the blame found. */
bool px_page_tells_blame(const struct px_page *page, size_t article, uint32_t sentence, uint32_t referent, bool credit);

/* Does it show, or would with more rows, that the article, or somebody it quotes, blames or credits the referent?
 * Linear in the blame found. */
bool px_page_tells_any_blame(const struct px_page *page, size_t article, uint32_t referent);

/* Flags by token of the article: where a verb of blame or praise begins that the list of them tells with its words and with who
 * says it. Where the list is cut none that may be left out of it. For as long as the page lives; NULL when memory is out.
 * O(list · rows of the list) */
const bool *px_page_blame_verbs(struct px_page *page, size_t article);
/* "below", where the table surely has a row for each of whom it tells; else "below or in the JSON". Linear in the blame
 * found. */
const char *px_page_blame_place(const struct px_page *page);

/* How many lines of blame and praise are sure; `by_others`, or NULL: whether none of them is in an article's own voice. */
size_t px_page_count_blame(const struct px_page *page, bool *by_others);
void px_page_motives(struct px_page *page);
void px_page_givens(struct px_page *page);
bool px_page_has_deeds(const struct px_page *page); /* has one of the two any line? */

/* Takes back all that was written from the byte on. */
void px_page_drop(struct px_page *page, size_t start);

/* Says below a list or table of `most` items that there are more, if there are. */
void px_page_more(struct px_page *page, size_t count, size_t most);

/* How right the steps behind a section are, in a line below it, and the table at the end that it leads to, of all
 * sections that were asked for. Nothing where the provenance has none. */
void px_page_validity(struct px_page *page, const char *section);
void px_page_validities(struct px_page *page, const char *const *sections); /* in one line; NULL ends them */
void px_page_validity_table(struct px_page *page);

/* Text of an article, safe inside Markdown and its tables: marks escaped, line breaks as spaces. */
void px_page_text(struct px_page *page, struct px_slice text);

/* The same, cut at about `limit` code points (px_excerpt_end) with an ellipsis where something was cut; a quotation
 * that is left open is closed. */
void px_page_excerpt(struct px_page *page, struct px_slice text, size_t limit);

/* The words without a bracket at their end, or at their beginning, whose other half they do not hold: "“…,” he
 * said.)". */
struct px_span px_page_unbracketed(struct px_slice text, struct px_span words);

/* The span of the article for between quotation marks: its own become single ones, and those go that stand round all of
 * it, or without the other one. */
void px_page_quoted(struct px_page *page, uint32_t article, struct px_span words, size_t longest);

/* "A (The Courier)", or "A" where the outlet is not known. */
void px_page_article_name(struct px_page *page, size_t article);

/* The day alone on which the article was published: "2017-12-21" of an ISO 8601 date. */
void px_page_day(struct px_page *page, const struct px_article *article);

/* A table's head: the first cells, one column an article ("A", "B"), the last cells; NULL ends a list. */
void px_page_table(struct px_page *page, const char *const *before, const char *const *after);

/* Links to up to `most` of the sentences, then " and 3 more"; an em dash when there are none. */
void px_page_cite(struct px_page *page, size_t article, const struct px_evidence *evidence, size_t most);

/* Links to the sentences that somebody's words run through, "A¶5.2–4" as one, to the first: the words themselves stand
 * before it, so that the evidence need not have the others. In their order; at least one. */
void px_page_cite_run(struct px_page *page, size_t article, const struct px_evidence *evidence);

/* Citations of every article, one after the other. */
void px_page_cite_all(struct px_page *page, const struct px_evidence *evidence, size_t most);

/* What the topic is called (topic_name.h). */
void px_page_topic(struct px_page *page, const struct px_topic *topic);

/* "2: flood: A¶4 and B¶2": with its number, where several articles tell of it. */
void px_page_numbered_topic(struct px_page *page, size_t topic);

/* How many words each article spends on each topic, as a table; nothing where there is one topic alone. */
void px_page_coverage(struct px_page *page);

/* The label of a sentence: "A¶5.2", "A title". */
void px_page_sentence_label(struct px_page *page, size_t article, size_t sentence);

/* "4.0 to 18.7"; "4.0 or more" where the interval has no end. */
void px_page_interval(struct px_page *page, double low, double high, struct px_slice unit);

/* ".012", "< .001" */
void px_page_probability(struct px_page *page, double p);

/* Is it a figure of the family over whole articles that has something to count somewhere? */
bool px_page_has_indicator(const struct px_page *page, const struct px_indicator *indicator, const char *family);

/* A table of the family's figures in which the articles differ, by the test; `heading` stands before it if there are
 * any. Returns how many there are: that all others do not, or not clearly, is in the JSON. */
size_t px_page_differing(struct px_page *page, const char *family, const char *heading);

/* What was left out of the articles' pages, as counts by role, in a line; nothing where there was nothing. */
void px_page_furniture(struct px_page *page);

/* A table's cell, "40 (6 %) |": so many of all words. */
void px_page_share(struct px_page *page, uint32_t part, uint32_t all);

/* How large differences a pair like this one shows, in a line. */
void px_page_power(struct px_page *page);

/* The cell of a difference that is more than chance, or an empty one. */
void px_page_verdict(struct px_page *page, uint8_t verdict);

#endif
