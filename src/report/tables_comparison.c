/* The tables of what was compared: findings, measures, terms, topics, what is shared and what only one has. */
#include <math.h>

#include "report/tables.h"

static const struct px_finding *finding(const struct px_table_row *row)
{
    return &row->from->comparison->findings.items[row->item];
}

static void finding_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->findings.count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static void finding_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(integer, "finding", "", "its number, from 0: the first leads the report", row->item);
    PX_COLUMN(name, "type", "", "contrast: two wordings side by side; difference: tested; only: in one article alone",
              px_finding_type_name(finding(row)->type));
    PX_COLUMN(text, "section", "", "the section of the report it belongs to", finding(row)->section);
    PX_COLUMN(text, "text", "", "the sentence", finding(row)->text);
    PX_COLUMN(name, "verdict", "", "differs, no clear difference or too little text",
              px_verdict_name(finding(row)->verdict));
    PX_COLUMN(all_labels, "evidence", "", "labels of the sentences, of all articles", row, finding(row)->evidence);
}

static const struct px_indicator *indicator(const struct px_table_row *row)
{
    return &row->from->comparison->indicators.items[row->item];
}

static void indicator_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->indicators.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static const char *voice(const struct px_table_row *row)
{
    return indicator(row)->voice == PX_VOICE_ALL ? "all" : px_voice_name(indicator(row)->voice);
}

/* What an indicator measures. */
static void measure_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(text, "indicator", "", "name of the measure, its levels parted by points", indicator(row)->name);
    PX_COLUMN(text, "label", "", "its name in the report", indicator(row)->label);
    PX_COLUMN(text, "family", "", "measures tested together", indicator(row)->family);
    PX_COLUMN(text, "unit", "", "per 1,000 words, per 1,000 words of it (in that voice), share, words or index",
              indicator(row)->unit);
    PX_COLUMN(id, "topic", "", "number of the topic it is measured in; empty for whole articles",
              indicator(row)->topic);
    PX_COLUMN(name, "voice", "", "own, direct, indirect, scare or all", voice(row));
}

static void indicator_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    measure_columns(tidy, row);
    PX_COLUMN(number, "value", "see unit", "the figure", indicator(row)->values[row->article].value);
    PX_COLUMN(number, "low", "see unit", "lower end of its 95 % interval", indicator(row)->values[row->article].low);
    PX_COLUMN(number, "high", "see unit", "upper end of its 95 % interval", indicator(row)->values[row->article].high);
    PX_COLUMN(integer, "count", "occurrences", "what was counted for it", indicator(row)->values[row->article].count);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row,
              indicator(row)->evidence == NULL ? NULL : &indicator(row)->evidence[row->article]);
}

static void difference_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->indicators.count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static void difference_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    measure_columns(tidy, row);
    PX_COLUMN(text, "article_a", "", "id of the first article", row->from->comparison->articles[0]->id);
    PX_COLUMN(text, "article_b", "", "id of the second article", row->from->comparison->articles[1]->id);
    PX_COLUMN(number, "difference", "see unit", "the first article's figure minus the second's",
              indicator(row)->difference);
    PX_COLUMN(number, "low", "see unit", "lower end of its 95 % interval", indicator(row)->low);
    PX_COLUMN(number, "high", "see unit", "upper end of its 95 % interval", indicator(row)->high);
    PX_COLUMN(number, "p", "probability", "of a difference as large, were there none: by permutation",
              indicator(row)->p);
    PX_COLUMN(number, "q", "probability", "the same, corrected over all figures of the report", indicator(row)->q);
    PX_COLUMN(number, "detectable", "see unit",
              "the difference that such a pair shows, its other figures being tested too, in four of five cases",
              indicator(row)->detectable);
    PX_COLUMN(name, "verdict", "", "differs, no clear difference or too little text",
              px_verdict_name(indicator(row)->verdict));
}

static const struct px_term *term(const struct px_table_row *row)
{
    return &row->from->comparison->terms.items[row->item];
}

static void term_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->terms.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void term_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(text, "term", "", "word or phrase", term(row)->term);
    PX_COLUMN(integer, "count", "occurrences", "how often the article has it", term(row)->counts[row->article]);
    PX_COLUMN(number, "dispersion", "0 to 1", "how unevenly it is spread over the article (DPnorm): 0 is evenly",
              term(row)->dispersion[row->article]);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row,
              term(row)->evidence == NULL ? NULL : &term(row)->evidence[row->article]);
}

static void keyness_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->terms.count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static void keyness_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(text, "term", "", "word or phrase", term(row)->term);
    PX_COLUMN(text, "forms", "",
              "that are counted as the term, the commonest first; empty: itself alone, or somebody's names",
              term(row)->forms);
    PX_COLUMN(text, "article_a", "", "id of the first article", row->from->comparison->articles[0]->id);
    PX_COLUMN(text, "article_b", "", "id of the second article", row->from->comparison->articles[1]->id);
    PX_COLUMN(number, "log_odds_z", "standard errors", "log-odds with an informative prior: above 0 for the first",
              term(row)->log_odds_z);
    PX_COLUMN(number, "log_ratio", "log2", "of the relative frequencies: 1 is twice as often in the first",
              term(row)->log_ratio);
    PX_COLUMN(number, "low", "log2", "lower end of its 95 % interval", term(row)->low);
    PX_COLUMN(number, "high", "log2", "upper end of its 95 % interval", term(row)->high);
    PX_COLUMN(number, "g2", "", "log-likelihood ratio", term(row)->g2);
    PX_COLUMN(number, "p", "probability",
              "of a difference as large, were there none: by Fisher's exact test where an expected count is below 5, "
              "else by G2",
              term(row)->p);
    PX_COLUMN(number, "q", "probability", "the same, corrected over all terms", term(row)->q);
}

static const struct px_topic *topic(const struct px_table_row *row)
{
    return &row->from->comparison->topics.items[row->item];
}

static void topic_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->topics.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void topic_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "topic", "", "number of the topic in its comparison, from 0", row->item);
    PX_COLUMN(list, "label", "",
              "the heading above it, else names and words that its articles share there, or what all quote; none where "
              "these say little",
              topic(row)->label, topic(row)->label_count);
    PX_COLUMN(boolean, "quoted", "", "whether the label is words that all its articles quote", topic(row)->quoted);
    PX_COLUMN(boolean, "shared", "", "whether more than one article covers it", topic(row)->only == PX_NONE);
    PX_COLUMN(number, "similarity", "0 to 1", "of the passages; 0 where one article alone covers it",
              topic(row)->similarity);
    PX_COLUMN(number, "likeness", "0 to 1",
              "of the two most alike sentences of different articles; 0 where one article alone covers it",
              topic(row)->likeness);
    PX_COLUMN(number, "told", "0 to 1",
              "how likely its likeliest two paragraphs are to tell the same; 0 where one article alone covers it",
              topic(row)->told);
    PX_COLUMN(boolean, "sure", "", "whether its articles surely tell of the same there", px_topic_is_sure(topic(row)));
    PX_COLUMN(number, "position", "0 to 1", "where it stands in the articles that cover it, on average",
              topic(row)->position);
    PX_COLUMN(integer, "words", "words", "words that the article spends on it", topic(row)->words[row->article]);
    PX_COLUMN(integer, "lone_words", "words", "of these in paragraphs that no passage of another article is like",
              topic(row)->lone_words[row->article]);
    PX_COLUMN(integer, "passages", "passages", "passages of the article on it", topic(row)->spans[row->article].count);
    PX_COLUMN(integer, "doubtful", "paragraphs", "of these that are less surely of it",
              topic(row)->doubtful[row->article].count);
    PX_COLUMN(id, "sentence", "", "its first sentence; empty where it is not covered",
              topic(row)->first_sentence[row->article]);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, topic(row)->first_sentence[row->article]);
}

static void passage_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->topics.count; row->item++)
        for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
            for (row->part = 0; row->part < topic(row)->spans[row->article].count; row->part++)
                px_tidy_row(tidy, columns, row);
}

static struct px_span passage(const struct px_table_row *row)
{
    return topic(row)->spans[row->article].items[row->part];
}

static void passage_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "topic", "", "number of the topic", row->item);
    PX_COLUMN(offset, "start", "code points", "where the passage begins in the article's text", row,
              passage(row).start);
    PX_COLUMN(offset, "end", "code points", "where it ends", row, passage(row).end);
    PX_COLUMN(id, "first_sentence", "", "number of its first sentence", px_row_sentence(row, passage(row).start));
    PX_COLUMN(id, "last_sentence", "", "number of its last sentence", px_row_sentence(row, passage(row).end - 1));
}

static const struct px_edge *edge(const struct px_table_row *row)
{
    return &row->from->comparison->edges.items[row->item];
}

static void edge_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->edges.count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static const struct px_article *edge_article(const struct px_table_row *row, size_t side)
{
    return row->from->comparison->articles[edge(row)->article[side]];
}

static const struct px_block *edge_block(const struct px_table_row *row, size_t side)
{
    return &edge_article(row, side)->blocks.items[edge(row)->block[side]];
}

/* A kind of column of this table alone: the label of the first sentence of a side's paragraph. */
static void px_tidy_edge_label(struct px_tidy *tidy, const struct px_table_row *row, size_t side)
{
    struct px_table_row of_side = {.from = row->from, .article = edge(row)->article[side]};
    px_tidy_label(tidy, &of_side, edge_block(row, side)->first_sentence);
}

static void edge_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(text, "article_a", "", "id of one article", edge_article(row, 0)->id);
    PX_COLUMN(integer, "paragraph_a", "", "number of its paragraph, from 1", edge_block(row, 0)->number);
    PX_COLUMN(edge_label, "evidence_a", "", "label of the paragraph's first sentence", row, 0);
    PX_COLUMN(text, "article_b", "", "id of another article", edge_article(row, 1)->id);
    PX_COLUMN(integer, "paragraph_b", "", "number of its paragraph, from 1", edge_block(row, 1)->number);
    PX_COLUMN(edge_label, "evidence_b", "", "label of the paragraph's first sentence", row, 1);
    PX_COLUMN(number, "score", "0 to 1", "by the words and names that both have", edge(row)->score);
    PX_COLUMN(boolean, "above_chance", "",
              "whether the score is more than unrelated articles reach: themes are made "
              "of these",
              edge(row)->above_null);
    PX_COLUMN(number, "told", "probability", "that both tell some fact, statement or state of affairs",
              edge(row)->told);
    PX_COLUMN(boolean, "tells", "",
              "whether that is likely, or likelier than for any other paragraph that one of them might go with: topics "
              "are made of these",
              edge(row)->tells);
}

static const struct px_only *only(const struct px_table_row *row)
{
    return &row->from->comparison->only.items[row->item];
}

static void only_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->only.count; row->item++) {
        row->article = only(row)->article;
        px_tidy_row(tidy, columns, row);
    }
}

static void only_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(name, "kind", "", "topic, entity, number, quotation, source or event",
              px_only_kind_name(only(row)->kind));
    PX_COLUMN(text, "text", "", "what this article has and no other does", only(row)->text);
    PX_COLUMN(number, "weight", "", "how central it is there; to be compared within a kind", only(row)->weight);
    PX_COLUMN(boolean, "later", "", "whether it is of a day after every other article: they could not have known",
              only(row)->later);
    PX_COLUMN(boolean, "central", "", "of an event: whether it is one of the few that matter most there",
              only(row)->central);
    PX_COLUMN(text, "speaker", "",
              "of an event: who tells it; empty: the article itself; of a quotation: whose words they surely are",
              only(row)->speaker);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &only(row)->evidence);
}

static const struct px_shared *shared(const struct px_table_row *row)
{
    return &row->from->comparison->shared.items[row->item];
}

static void shared_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->shared.count; row->item++)
        for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
            for (row->part = 0; row->part < shared(row)->spans[row->article].count; row->part++)
                px_tidy_row(tidy, columns, row);
}

static struct px_span shared_span(const struct px_table_row *row)
{
    return shared(row)->spans[row->article].items[row->part];
}

static void shared_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "run", "", "number of the run of words, from 0; its rows are its places in the articles",
              row->item);
    PX_COLUMN(integer, "words", "words", "length of the run", shared(row)->words);
    PX_COLUMN(boolean, "phrase", "", "a few words that no article quotes, which the report neither shows nor counts",
              shared(row)->phrase);
    PX_COLUMN(offset, "start", "code points", "where it begins in the article's text", row, shared_span(row).start);
    PX_COLUMN(offset, "end", "code points", "where it ends", row, shared_span(row).end);
    PX_COLUMN(id, "sentence", "", "number of the sentence it begins in", px_row_sentence(row, shared_span(row).start));
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, px_row_sentence(row, shared_span(row).start));
    PX_COLUMN(text, "text", "", "the words, as they stand there",
              px_slice_span(px_row_article(row)->text, shared_span(row)));
}

static void comparison_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    px_tidy_row(tidy, columns, row);
}

static void comparison_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(integer, "articles", "articles", "how many are compared", row->from->comparison->article_count);
    PX_COLUMN(number, "similarity", "0 to 1",
              "how far the articles tell one story, by the words of each lead in the other; of more than two, the mean "
              "over pairs",
              row->from->comparison->similarity);
    PX_COLUMN(name, "version", "", "of the program", row->from->provenance->version);
    PX_COLUMN(text, "options", "", "those given that change results", row->from->provenance->options);
    PX_COLUMN(integer, "seed", "", "of the random draws", row->from->provenance->seed);
    PX_COLUMN(list, "warnings", "", "what a reader should know of the comparison",
              row->from->comparison->warnings.items, row->from->comparison->warnings.count);
}

const struct px_table_of_rows px_tables_of_comparison[] = {
    {"comparisons", "a comparison of two or more articles", NULL, NULL, comparison_columns, comparison_rows},
    {"findings", "a sentence of the report's brief", "finding", NULL, finding_columns, finding_rows},
    {"indicators", "a measure of an article", NULL, "articles", indicator_columns, indicator_rows},
    {"differences", "a measure's difference between the first two articles", NULL, NULL, difference_columns,
     difference_rows},
    {"terms", "a distinctive term in an article", "article term", "articles", term_columns, term_rows},
    {"keyness", "a distinctive term's test between the first two articles", "term", NULL, keyness_columns,
     keyness_rows},
    {"topics", "a topic in an article", "article topic", "articles", topic_columns, topic_rows},
    {"passages", "a passage of an article on a topic", NULL, "topics", passage_columns, passage_rows},
    {"alignment", "two paragraphs of two articles that tell the same", "article_a paragraph_a article_b paragraph_b",
     NULL, edge_columns, edge_rows},
    {"only", "what one article has and no other does", NULL, "articles", only_columns, only_rows},
    {"shared_text", "a place of a run of words that articles share", NULL, "sentences", shared_columns, shared_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

static void lexicon_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->provenance->lexicon_count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static const struct px_provenance_lexicon *lexicon(const struct px_table_row *row)
{
    return &row->from->provenance->lexicons[row->item];
}

static void lexicon_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(text, "name", "", "of the lexicon or model", lexicon(row)->name);
    PX_COLUMN(text, "version", "", "its version", lexicon(row)->version);
    PX_COLUMN(text, "sha256", "", "digest of its file", lexicon(row)->sha256);
}

const struct px_table_of_rows px_tables_of_run[] = {
    {"lexicons", "a lexicon or model that was used", NULL, NULL, lexicon_columns, lexicon_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};
