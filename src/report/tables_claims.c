/* The tables of what articles attach to whom, take as given, and give differently. */
#include <math.h>

#include "report/tables.h"

static const struct px_referent_label *label(const struct px_table_row *row)
{
    return &row->from->comparison->referents.items[row->item].labels[row->part];
}

static void label_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    const struct px_comparison *comparison = row->from->comparison;
    for (row->item = 0; row->item < comparison->referents.count; row->item++)
        for (row->part = 0; row->part < comparison->referents.items[row->item].label_count; row->part++)
            px_rows_by_article(tidy, columns, row);
}

static void label_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "referent", "", "number of the referent", row->item);
    PX_COLUMN(text, "text", "", "what is attached to it", label(row)->text);
    PX_COLUMN(name, "kind", "", "modifier, predicate or apposition", px_epithet_kind_name(label(row)->kind));
    PX_COLUMN(boolean, "judges", "", "whether a word of it is loaded, or favourable or not", label(row)->judges);
    PX_COLUMN(number, "valence", "", "sum over its words: above 0 is favourable", label(row)->valence);
    PX_COLUMN(integer, "count", "occurrences", "how often the article has it", label(row)->counts[row->article]);
    PX_COLUMN(integer, "own", "occurrences", "of these, in the article's own voice", label(row)->own[row->article]);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &label(row)->evidence[row->article]);
}

static const struct px_evaluations *evaluations(const struct px_table_row *row)
{
    return &row->from->comparison->evaluations.items[row->item];
}

static void evaluation_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->evaluations.count; row->item++) {
        row->article = evaluations(row)->article;
        px_tidy_row(tidy, columns, row);
    }
}

static void evaluation_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(text, "speaker", "", "who judges; empty: the article in its own voice", evaluations(row)->speaker);
    PX_COLUMN(text, "target", "", "who or what is judged", evaluations(row)->target);
    PX_COLUMN(id, "referent", "", "the target among the referents", evaluations(row)->referent);
    PX_COLUMN(integer, "positive", "evaluations", "favourable ones", evaluations(row)->positive);
    PX_COLUMN(integer, "negative", "evaluations", "unfavourable ones", evaluations(row)->negative);
    PX_COLUMN(integer, "clear", "evaluations", "of both, for which a mention is clearly judged",
              evaluations(row)->clear);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &evaluations(row)->evidence);
}

static const struct px_motive_row *motive_row(const struct px_table_row *row)
{
    return &row->from->comparison->motives.items[row->item];
}

static const struct px_motive *motive(const struct px_table_row *row)
{
    return &px_row_article(row)->motives.items[motive_row(row)->motive];
}

static void motive_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->motives.count; row->item++) {
        row->article = motive_row(row)->article;
        px_tidy_row(tidy, columns, row);
    }
}

static void motive_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(text, "actor", "", "who is given the motive", motive_row(row)->actor);
    PX_COLUMN(id, "referent", "", "the actor among the referents", motive_row(row)->referent);
    PX_COLUMN(name, "aim", "", "plain, suspicious or noble", px_aim_name(motive(row)->aim));
    PX_COLUMN(text, "cue", "", "the words that say that it is a motive", px_row_words(row, motive(row)->cue));
    PX_COLUMN(text, "purpose", "", "the motive", px_row_words(row, motive(row)->purpose));
    PX_COLUMN(boolean, "bare", "", "whether an infinitive alone tells it", motive(row)->bare);
    PX_COLUMN(boolean, "negated", "", "whether it is denied", motive(row)->negated);
    PX_COLUMN(text, "speaker", "", "who gives it; empty: the article in its own voice", motive_row(row)->speaker);
    PX_COLUMN(boolean, "self", "", "whether it is the speaker's own", motive_row(row)->self);
    PX_COLUMN(integer, "sentence", "", "number of the sentence", motive(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, motive(row)->sentence);
}

static const struct px_blame_row *blame_row(const struct px_table_row *row)
{
    return &row->from->comparison->blame.items[row->item];
}

static const struct px_blame *blame(const struct px_table_row *row)
{
    return &px_row_article(row)->blames.items[blame_row(row)->blame];
}

static void blame_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->blame.count; row->item++) {
        row->article = blame_row(row)->article;
        px_tidy_row(tidy, columns, row);
    }
}

static void blame_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(name, "kind", "", "blame or credit", blame(row)->credit ? "credit" : "blame");
    PX_COLUMN(text, "target", "", "who is blamed or credited", blame_row(row)->target);
    PX_COLUMN(id, "referent", "", "the target among the referents", blame_row(row)->referent);
    PX_COLUMN(text, "by", "", "who blames or credits; empty: the article in its own voice", blame_row(row)->by);
    PX_COLUMN(text, "cue", "", "the words that blame or credit", px_row_words(row, blame(row)->cue));
    PX_COLUMN(text, "reason", "", "what for", px_row_words(row, blame(row)->reason));
    PX_COLUMN(text, "claim", "", "the charge, under one name", blame(row)->claim);
    PX_COLUMN(boolean, "negated", "", "whether it is denied", blame(row)->negated);
    PX_COLUMN(integer, "sentence", "", "number of the sentence", blame(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, blame(row)->sentence);
}

static const struct px_given_row *given_row(const struct px_table_row *row)
{
    return &row->from->comparison->givens.items[row->item];
}

static const struct px_given *given(const struct px_table_row *row)
{
    return &px_row_article(row)->givens.items[given_row(row)->given];
}

static void given_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->givens.count; row->item++) {
        row->article = given_row(row)->article;
        px_tidy_row(tidy, columns, row);
    }
}

static void given_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "presupposition", "", "its number in the comparison, from 0", row->item);
    PX_COLUMN(name, "kind", "", "definite, factive or change: what takes the deed as given",
              px_given_kind_name(given(row)->kind));
    PX_COLUMN(text, "trigger", "", "the word that does so", px_row_words(row, given(row)->trigger));
    PX_COLUMN(text, "text", "", "the words that tell the deed", px_row_words(row, given(row)->words));
    PX_COLUMN(text, "claim", "", "the charge, under one name", px_row_article(row)->acts.items[given(row)->act].claim);
    PX_COLUMN(text, "about", "", "who does it; empty: not told", given_row(row)->about);
    PX_COLUMN(id, "referent", "", "the same among the referents", given_row(row)->referent);
    PX_COLUMN(text, "speaker", "", "who takes it as given; empty: the article in its own voice",
              given_row(row)->speaker);
    PX_COLUMN(integer, "sentence", "", "number of the sentence", given(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, given(row)->sentence);
}

static const struct px_counter *counter(const struct px_table_row *row)
{
    return &given_row(row)->counters.items[row->part];
}

static void counter_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->givens.count; row->item++)
        for (row->part = 0; row->part < given_row(row)->counters.count; row->part++) {
            row->article = counter(row)->article;
            px_tidy_row(tidy, columns, row);
        }
}

static void counter_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "presupposition", "", "what another article takes as given", row->item);
    PX_COLUMN(name, "how", "", "what this one does with it: attributed, doubted or denied",
              px_against_name(counter(row)->against));
    PX_COLUMN(text, "speaker", "", "who does so; empty: the article in its own voice", counter(row)->speaker);
    PX_COLUMN(integer, "sentence", "", "number of the sentence", counter(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, counter(row)->sentence);
}

static const struct px_disagreement *disagreement(const struct px_table_row *row)
{
    return &row->from->comparison->disagreements.items[row->item];
}

static const struct px_claim *claim(const struct px_table_row *row)
{
    return &disagreement(row)->claims[row->article];
}

static void disagreement_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->disagreements.count; row->item++)
        for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
            if (claim(row)->sentence != PX_NONE)
                px_tidy_row(tidy, columns, row);
}

/* What only numbers have. */
static double of_number(const struct px_table_row *row, double value)
{
    return disagreement(row)->kind == PX_DISAGREEMENT_NUMBER ? value : NAN;
}

static void disagreement_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "disagreement", "", "number of the fact in its comparison, from 0", row->item);
    PX_COLUMN(name, "kind", "", "number, date or name", px_disagreement_kind_name(disagreement(row)->kind));
    PX_COLUMN(text, "what", "", "what is given differently", disagreement(row)->what);
    PX_COLUMN(text, "text", "", "how the article gives it", px_row_words(row, claim(row)->span));
    PX_COLUMN(number, "value", "", "the number", of_number(row, claim(row)->value));
    PX_COLUMN(number, "low", "", "the least that the words allow", of_number(row, claim(row)->low));
    PX_COLUMN(number, "high", "", "the most that the words allow", of_number(row, claim(row)->high));
    PX_COLUMN(text, "speaker", "", "whose claim it is; empty: the article's own",
              px_article_speaker(px_row_article(row), claim(row)->attribution));
    PX_COLUMN(integer, "sentence", "", "number of the sentence", claim(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, claim(row)->sentence);
}

static const struct px_reuse *reuse(const struct px_table_row *row)
{
    return &row->from->comparison->reused.items[row->item];
}

static void edit_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->reused.count; row->item++)
        for (row->part = 0; row->part < reuse(row)->edits.count; row->part++)
            px_tidy_row(tidy, columns, row);
}

static struct px_slice edited(const struct px_table_row *row, size_t side)
{
    return px_slice_span(row->from->comparison->articles[reuse(row)->article[side]]->text,
                         reuse(row)->edits.items[row->part].spans[side]);
}

/* A kind of column of this table alone: the label of a side's sentence. */
static void px_tidy_side_label(struct px_tidy *tidy, const struct px_table_row *row, size_t side)
{
    struct px_table_row of_side = {.from = row->from, .article = reuse(row)->article[side]};
    px_tidy_label(tidy, &of_side, reuse(row)->sentence[side]);
}

static void edit_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(integer, "reuse", "", "number of the shared sentence in its comparison, from 0", row->item);
    PX_COLUMN(integer, "words", "words", "of the sentence that are the same in both", reuse(row)->words);
    PX_COLUMN(text, "article_a", "", "id of one article", row->from->comparison->articles[reuse(row)->article[0]]->id);
    PX_COLUMN(side_label, "evidence_a", "", "label of its sentence", row, 0);
    PX_COLUMN(text, "article_b", "", "id of the other article",
              row->from->comparison->articles[reuse(row)->article[1]]->id);
    PX_COLUMN(side_label, "evidence_b", "", "label of its sentence", row, 1);
    PX_COLUMN(text, "text_a", "", "words of the one where the other has others; may be none", edited(row, 0));
    PX_COLUMN(text, "text_b", "", "words of the other there; may be none", edited(row, 1));
}

const struct px_table_of_rows px_tables_of_claims[] = {
    {"labels", "what an article attaches to a referent", NULL, "articles referents", label_columns, label_rows},
    {"evaluations", "how one speaker of an article judges somebody", NULL, "articles", evaluation_columns,
     evaluation_rows},
    {"motives", "a motive that an article gives somebody", NULL, "sentences", motive_columns, motive_rows},
    {"blame", "blame or credit in an article", NULL, "sentences", blame_columns, blame_rows},
    {"presuppositions", "a deed that an article takes as given", "article presupposition", "sentences", given_columns,
     given_rows},
    {"counters", "what another article does with a deed taken as given", NULL, "sentences", counter_columns,
     counter_rows},
    {"disagreements", "how an article gives a fact that another gives differently", NULL, "sentences",
     disagreement_columns, disagreement_rows},
    {"edits", "words changed in a sentence that two articles share", NULL, NULL, edit_columns, edit_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};
