/* The tables of headline and standfirst against the body. */
#include "report/tables.h"

static const struct px_headline *headline(const struct px_table_row *row)
{
    return &row->from->comparison->headlines[row->article];
}

static void headline_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
        if (headline(row)->end > 0)
            px_tidy_row(tidy, columns, row);
}

static void headline_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "sentences", "sentences", "of headline and standfirst, the article's first", headline(row)->end);
    PX_COLUMN(id, "topic", "", "the topic that they speak of; empty: none stands out", headline(row)->topic);
    PX_COLUMN(number, "topic_share", "share", "of the article's words on it", headline(row)->topic_share);
    PX_COLUMN(id, "largest_topic", "", "the article's largest topic", headline(row)->largest);
    PX_COLUMN(number, "largest_share", "share", "of the article's words on it", headline(row)->largest_share);
    PX_COLUMN(boolean, "largest_named", "", "whether headline or standfirst speaks of it",
              headline(row)->largest_named);
    PX_COLUMN(id, "unnamed", "", "the referent that the body names most, where they do not and the count is sure",
              headline(row)->unnamed);
    PX_COLUMN(integer, "unnamed_times", "occurrences",
              "how often the body has the last word of a person's name, or another name", headline(row)->unnamed_times);
}

static const struct px_headline_name *name(const struct px_table_row *row)
{
    return &headline(row)->names.items[row->item];
}

static void name_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
        for (row->item = 0; row->item < headline(row)->names.count; row->item++)
            px_tidy_row(tidy, columns, row);
}

static void name_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "place", "", "its place among those named there, from 0", row->item);
    PX_COLUMN(id, "referent", "", "whom headline or standfirst names", name(row)->referent);
    PX_COLUMN(text, "text", "", "the words that name it there", px_row_words(row, name(row)->span));
    PX_COLUMN(integer, "body", "occurrences",
              "how often the body of this article names it, roles and pronouns left out",
              name(row)->bodies[row->article]);
    PX_COLUMN(integer, "written", "occurrences",
              "how often it has the words that name it there, of a person the last one",
              name(row)->written[row->article]);
}

static const struct px_headline_point *point(const struct px_table_row *row)
{
    return &headline(row)->points.items[row->item];
}

static void point_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
        for (row->item = 0; row->item < headline(row)->points.count; row->item++)
            px_tidy_row(tidy, columns, row);
}

static void point_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(name, "kind", "",
              "loaded word alone: the body does not have it; loaded word of speakers: only they have it there; claim: "
              "asserted, and in the body told by a speaker alone; number: given otherwise in the body",
              px_headline_point_kind_name(point(row)->kind));
    PX_COLUMN(text, "text", "", "the words of headline or standfirst", px_row_words(row, point(row)->span));
    PX_COLUMN(text, "body", "", "the words of the body; empty: none", px_row_words(row, point(row)->body));
    PX_COLUMN(text, "speaker", "", "who has them in the body; empty: the article itself, or nobody",
              point(row)->speaker);
    PX_COLUMN(integer, "sentence", "", "number of the sentence of headline or standfirst", point(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, point(row)->sentence);
    PX_COLUMN(id, "body_sentence", "", "number of the body's sentence; empty: none", point(row)->body_sentence);
}

const struct px_table_of_rows px_tables_of_headlines[] = {
    {"headlines", "headline and standfirst of an article against its body", "article", "articles", headline_columns,
     headline_rows},
    {"headline_names", "somebody whom headline or standfirst names", "article place", "articles referents",
     name_columns, name_rows},
    {"headline_points", "what headline or standfirst has otherwise than the body", NULL, "sentences", point_columns,
     point_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};
