/* The tables of who and what the articles speak of: referents, their mentions and names, stance, agency, sources. */
#include "report/tables.h"

static const struct px_referent *referent(const struct px_table_row *row)
{
    return &row->from->comparison->referents.items[row->item];
}

static void referent_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->referents.count; row->item++)
        px_tidy_row(tidy, columns, row);
}

static void referent_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(integer, "referent", "", "number of the referent in its comparison, from 0", row->item);
    PX_COLUMN(text, "name", "", "its fullest name", referent(row)->name);
    PX_COLUMN(name, "kind", "", "person, organisation, place, group, work or other",
              referent(row)->lexical ? "other" : px_entity_kind_name(referent(row)->kind));
    PX_COLUMN(boolean, "lexical", "", "whether the lexicon of names knows it, and not its names in the articles",
              referent(row)->lexical);
    PX_COLUMN(
        name, "link", "",
        "how the articles' mentions are known to mean the same: none, alias, name, part, role, lexicon or context",
        px_link_kind_name(referent(row)->link));
    PX_COLUMN(number, "confidence", "0 to 1", "that they do; empty where one article alone has it",
              referent(row)->confidence);
    PX_COLUMN(number, "p", "probability", "of names as different as these, had both articles named it alike",
              referent(row)->p);
    PX_COLUMN(number, "q", "probability", "the same, corrected over all referents", referent(row)->q);
    PX_COLUMN(name, "verdict", "", "differs, no clear difference or too little text",
              px_verdict_name(referent(row)->verdict));
}

static void mention_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->referents.count; row->item++)
        for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
            for (row->part = 0; row->part < referent(row)->mentions[row->article].count; row->part++)
                px_tidy_row(tidy, columns, row);
}

static struct px_span mention(const struct px_table_row *row)
{
    return referent(row)->mentions[row->article].items[row->part];
}

static void mention_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "referent", "", "number of the referent", row->item);
    PX_COLUMN(text, "name", "", "its fullest name", referent(row)->name);
    PX_COLUMN(text, "text", "", "the words that name it", px_slice_span(px_row_article(row)->text, mention(row)));
    PX_COLUMN(offset, "start", "code points", "where they begin in the article's text", row, mention(row).start);
    PX_COLUMN(offset, "end", "code points", "where they end", row, mention(row).end);
    PX_COLUMN(id, "sentence", "", "number of their sentence", px_row_sentence(row, mention(row).start));
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, px_row_sentence(row, mention(row).start));
}

static void variant_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->referents.count; row->item++)
        for (row->part = 0; row->part < referent(row)->variant_count; row->part++)
            px_rows_by_article(tidy, columns, row);
}

static const struct px_variant *variant(const struct px_table_row *row)
{
    return &referent(row)->variants[row->part];
}

static void variant_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "referent", "", "number of the referent", row->item);
    PX_COLUMN(text, "name", "", "its fullest name", referent(row)->name);
    PX_COLUMN(text, "form", "", "a wording of it", variant(row)->form);
    PX_COLUMN(number, "connotation", "-1 to 1", "what the wording connotes; 0 when nothing, or a position",
              variant(row)->connotation);
    PX_COLUMN(boolean, "positional", "", "whether it is a proper name beside which others exist, each with its users",
              variant(row)->positional);
    PX_COLUMN(text, "used_by", "", "who is known to use this wording", variant(row)->used_by);
    PX_COLUMN(integer, "count", "occurrences", "how often the article uses it", variant(row)->counts[row->article]);
    PX_COLUMN(integer, "own", "occurrences", "of these, in the article's own voice", variant(row)->own[row->article]);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &variant(row)->evidence[row->article]);
}

static const struct px_stance_row *stance(const struct px_table_row *row)
{
    return &row->from->comparison->stances.items[row->item];
}

static void stance_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->stances.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void stance_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(id, "referent", "", "number of the referent", stance(row)->referent);
    PX_COLUMN(text, "name", "", "its fullest name", stance(row)->name);
    PX_COLUMN(boolean, "asked", "", "whether it was asked for as a target", stance(row)->asked);
    PX_COLUMN(integer, "named", "occurrences", "how often the article names it", stance(row)->named[row->article]);
    PX_COLUMN(integer, "own", "mentions", "mentions in the article's own voice, pronouns too",
              stance(row)->own[row->article]);
    PX_COLUMN(integer, "positive", "mentions", "of these, those clearly judged favourable",
              stance(row)->positive[row->article]);
    PX_COLUMN(integer, "negative", "mentions", "of these, those clearly judged unfavourable",
              stance(row)->negative[row->article]);
    PX_COLUMN(integer, "quoted_positive", "mentions", "mentions clearly judged favourable by those it quotes",
              stance(row)->quoted_positive[row->article]);
    PX_COLUMN(integer, "quoted_negative", "mentions", "the same, unfavourable",
              stance(row)->quoted_negative[row->article]);
    PX_COLUMN(number, "score", "-1 to 1", "mean over the mentions in the article's own voice: above 0 is favourable",
              stance(row)->score[row->article].value);
    PX_COLUMN(number, "low", "-1 to 1", "lower end of its 95 % interval", stance(row)->score[row->article].low);
    PX_COLUMN(number, "high", "-1 to 1", "upper end of its 95 % interval", stance(row)->score[row->article].high);
    PX_COLUMN(name, "verdict", "", "on the first two articles: differs, no clear difference or too little text",
              px_verdict_name(stance(row)->verdict));
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &stance(row)->evidence[row->article]);
}

static const struct px_agency_row *agency(const struct px_table_row *row)
{
    return &row->from->comparison->agency.items[row->item];
}

static void agency_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->agency.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void agency_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "referent", "", "number of the referent", agency(row)->referent);
    PX_COLUMN(text, "name", "", "its fullest name", agency(row)->name);
    PX_COLUMN(integer, "acts", "deeds", "what it does, in the article's own voice",
              agency(row)->acts[row->article].count);
    PX_COLUMN(integer, "acted_on", "deeds", "what is done to it, in the article's own voice",
              agency(row)->acted_on[row->article].count);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &agency(row)->evidence[row->article]);
}

static const struct px_source *source(const struct px_table_row *row)
{
    return &row->from->comparison->sourcing.sources.items[row->item];
}

static void source_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < row->from->comparison->sourcing.sources.count; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void source_count_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(integer, "statements", "statements", "how many the article gives", source(row)->statements[row->article]);
    PX_COLUMN(integer, "words", "words", "words the article gives", source(row)->words[row->article]);
    PX_COLUMN(integer, "direct_words", "words", "of these, in direct speech", source(row)->direct_words[row->article]);
    PX_COLUMN(id, "rank", "", "1 for who is given most words there; empty without a statement",
              source(row)->rank[row->article] == 0 ? PX_NONE : source(row)->rank[row->article]);
    PX_COLUMN(number, "first", "0 to 1", "where in the article the first statement stands",
              source(row)->first[row->article]);
    PX_COLUMN(text, "cues", "", "the most frequent verbs with their counts", source(row)->cues[row->article]);
}

static void source_tone_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(integer, "doubting", "statements", "with a verb that doubts",
              source(row)->tones[row->article][PX_TONE_DOUBTING]);
    PX_COLUMN(integer, "affirming", "statements", "with a verb that affirms",
              source(row)->tones[row->article][PX_TONE_AFFIRMING]);
    PX_COLUMN(integer, "conceding", "statements", "with a verb of conceding",
              source(row)->tones[row->article][PX_TONE_CONCEDING]);
    PX_COLUMN(integer, "confrontational", "statements", "with a verb of attack",
              source(row)->tones[row->article][PX_TONE_CONFRONTATIONAL]);
    PX_COLUMN(integer, "endorsed", "statements", "that the article endorses",
              source(row)->uptakes[row->article][PX_UPTAKE_ENDORSED]);
    PX_COLUMN(integer, "undercut", "statements", "that the article undercuts",
              source(row)->uptakes[row->article][PX_UPTAKE_UNDERCUT]);
    PX_COLUMN(integer, "rebutted", "statements", "that the article rebuts",
              source(row)->uptakes[row->article][PX_UPTAKE_REBUTTED]);
}

static void source_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "source", "", "number of the speaker in the comparison, from 0: most words first", row->item);
    PX_COLUMN(text, "name", "", "name of the speaker, or the words that stand for one", source(row)->name);
    PX_COLUMN(text, "role", "", "role, as an article introduces the speaker", source(row)->role);
    PX_COLUMN(name, "kind", "", "person, institution, document, group or media",
              px_speaker_kind_name(source(row)->kind));
    PX_COLUMN(name, "actor", "", "state, party, opposition and so on, as in statements",
              px_actor_name(source(row)->actor));
    PX_COLUMN(boolean, "anonymous", "", "whether the speaker is kept anonymous", source(row)->anonymous);
    PX_COLUMN(boolean, "described", "", "whether a description alone names a person, who may be anybody named",
              source(row)->described);
    PX_COLUMN(boolean, "absent", "", "whether nothing in the article may be a statement of the speaker's",
              source(row)->absent[row->article]);
    source_count_columns(tidy, row);
    source_tone_columns(tidy, row);
    PX_COLUMN(labels, "evidence", "", "labels of the sentences", row, &source(row)->evidence[row->article]);
}

/* The figures of all speakers together; row->item says which. */
static const struct px_value *balance(const struct px_table_row *row)
{
    const struct px_sourcing *sourcing = &row->from->comparison->sourcing;
    const struct px_value *const values[] = {sourcing->diversity, sourcing->anonymous_share, sourcing->state_share,
                                             sourcing->unsourced_share};
    return &values[row->item][row->article];
}

static const struct {
    const char *name;
    const char *unit;
} balances[] = {
    {"diversity", "index"},
    {"anonymous_share", "share"},
    {"state_share", "share"},
    {"unsourced_share", "share"},
};

static void balance_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->item = 0; row->item < sizeof balances / sizeof *balances; row->item++)
        px_rows_by_article(tidy, columns, row);
}

static void balance_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(name, "measure", "",
              "diversity: entropy of statements by speaker over its most, 1: all have as many; anonymous_share and "
              "state_share: of surely attributed words; unsourced_share: of sure statements, those without any source",
              balances[row->item].name);
    PX_COLUMN(name, "unit", "", "index or share, both from 0 to 1", balances[row->item].unit);
    PX_COLUMN(number, "value", "see unit", "the figure", balance(row)->value);
    PX_COLUMN(number, "low", "see unit", "lower end of its 95 % interval", balance(row)->low);
    PX_COLUMN(number, "high", "see unit", "upper end of its 95 % interval", balance(row)->high);
    PX_COLUMN(integer, "count", "", "what is above the line of the share; of diversity, statements",
              balance(row)->count);
}

const struct px_table_of_rows px_tables_of_people[] = {
    {"sources", "a speaker in an article", "article source", "articles", source_columns, source_rows},
    {"balance", "a figure of all speakers of an article", "article measure", "articles", balance_columns, balance_rows},
    {"referents", "somebody or something that the articles name", "referent", NULL, referent_columns, referent_rows},
    {"variants", "a wording of a referent in an article", "article referent form", "articles referents",
     variant_columns, variant_rows},
    {"mentions", "a place where an article names a referent", NULL, "sentences referents", mention_columns,
     mention_rows},
    {"stance", "evaluations of a referent in an article", NULL, "articles", stance_columns, stance_rows},
    {"agency", "deeds of a referent in an article", "article referent", "articles referents", agency_columns,
     agency_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};
