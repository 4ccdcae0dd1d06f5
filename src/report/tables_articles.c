/* The tables of what each article holds: itself, its sentences, statements, matches and warnings. */
#include "report/tables.h"

void px_columns_group(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(text, "group", "", "what the articles compared share in a batch: the value of its key; empty otherwise",
              row->from->comparison->group);
}

void px_columns_article(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_group(tidy, row);
    PX_COLUMN(text, "article", "", "id of the article: the record's, or the file's path; one within its group",
              px_row_article(row)->id);
}

void px_rows_by_article(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
        px_tidy_row(tidy, columns, row);
}

/* A row for each item of each article; `count` says how many an article has. */
static void rows_by_item(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row,
                         size_t (*count)(const struct px_article *article))
{
    for (row->article = 0; row->article < row->from->comparison->article_count; row->article++)
        for (row->item = 0; row->item < count(px_row_article(row)); row->item++)
            px_tidy_row(tidy, columns, row);
}

static void article_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(letter, "letter", "", "the report's letter for the article", row->article);
    PX_COLUMN(text, "path", "", "the file it was read from", px_row_article(row)->path);
    PX_COLUMN(text, "sha256", "", "digest of the bytes that were read", px_row_article(row)->sha256);
    PX_COLUMN(text, "title", "", "headline", px_row_article(row)->title);
    PX_COLUMN(text, "standfirst", "", "standfirst", px_row_article(row)->standfirst);
    PX_COLUMN(text, "outlet", "", "name of the outlet", px_row_article(row)->outlet);
    PX_COLUMN(text, "byline", "", "authors, as the page names them", px_row_article(row)->byline);
    PX_COLUMN(text, "published", "ISO 8601", "when it was published", px_row_article(row)->published);
    PX_COLUMN(text, "modified", "ISO 8601", "when it was last changed", px_row_article(row)->modified);
    PX_COLUMN(text, "url", "", "address", px_row_article(row)->url);
    PX_COLUMN(text, "language", "ISO 639", "language of the text", px_row_article(row)->language);
    PX_COLUMN(text, "section", "", "the outlet's section", px_row_article(row)->section);
    PX_COLUMN(name, "genre", "", "news, opinion, analysis, interview or unknown",
              px_genre_name(px_row_article(row)->genre));
    PX_COLUMN(text, "author_note", "", "what the page says of its author", px_row_article(row)->author_note);
    PX_COLUMN(integer, "words", "words", "words of the text", px_row_article(row)->counts.words);
    PX_COLUMN(integer, "sentences", "sentences", "sentences of the text", px_row_article(row)->counts.sentences);
    PX_COLUMN(integer, "paragraphs", "paragraphs", "paragraphs of the text", px_row_article(row)->counts.paragraphs);
    PX_COLUMN(integer, "words_direct", "words", "words in direct speech", px_row_article(row)->counts.words_direct);
    PX_COLUMN(integer, "words_indirect", "words", "words in reported speech or thought",
              px_row_article(row)->counts.words_indirect);
}

static size_t count_sentences(const struct px_article *article)
{
    return article->sentences.count;
}

static void sentence_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    rows_by_item(tidy, columns, row, count_sentences);
}

static const struct px_sentence *sentence(const struct px_table_row *row)
{
    return &px_row_article(row)->sentences.items[row->item];
}

static const struct px_block *block(const struct px_table_row *row)
{
    return &px_row_article(row)->blocks.items[sentence(row)->block];
}

static struct px_span sentence_span(const struct px_table_row *row)
{
    return (struct px_span){sentence(row)->start, sentence(row)->end};
}

static void sentence_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "sentence", "", "number of the sentence in its article, from 0", row->item);
    PX_COLUMN(label, "evidence", "", "the report's label for the sentence, as A¶5.2", row, row->item);
    PX_COLUMN(name, "role", "", "what it stands in: title, standfirst, heading, paragraph, quotation, list_item, table",
              px_role_name(block(row)->role));
    PX_COLUMN(id, "paragraph", "", "number of the paragraph, from 1; empty for titles and headings",
              block(row)->number == 0 ? PX_NONE : block(row)->number);
    PX_COLUMN(id, "section", "", "number of the section in its article, from 0", sentence(row)->section);
    PX_COLUMN(offset, "start", "code points", "where it begins in the article's text", row, sentence(row)->start);
    PX_COLUMN(offset, "end", "code points", "where it ends", row, sentence(row)->end);
    PX_COLUMN(integer, "words", "words", "words and numbers", sentence(row)->words);
    PX_COLUMN(number, "loaded_score", "",
              "how surely it holds loaded wording: a probability, 0 to 1; with --no-model the sum of weights",
              sentence(row)->loaded_score);
    PX_COLUMN(boolean, "loaded", "", "whether it is flagged as loaded", sentence(row)->loaded);
    PX_COLUMN(text, "text", "", "the sentence", px_slice_span(px_row_article(row)->text, sentence_span(row)));
}

static size_t count_statements(const struct px_article *article)
{
    return article->attributions.count;
}

static void statement_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    rows_by_item(tidy, columns, row, count_statements);
}

static const struct px_attribution *statement(const struct px_table_row *row)
{
    return &px_row_article(row)->attributions.items[row->item];
}

/* Kind and actor of nobody are not known. */
static const char *of_speaker(const struct px_table_row *row, const char *name)
{
    return statement(row)->speaker.count == 0 ? "" : name;
}

static void speaker_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(text, "speaker", "", "who speaks: the fullest name the article gives, else the words that stand there",
              px_article_speaker(px_row_article(row), (uint32_t)row->item));
    PX_COLUMN(words, "speaker_text", "", "the speaker as the sentence has it", px_row_article(row)->text,
              &statement(row)->speaker);
    PX_COLUMN(id, "referent", "", "the speaker among the referents, where it is one",
              px_row_referent(row, statement(row)->entity));
    PX_COLUMN(name, "kind", "", "person, institution, document, group or media",
              of_speaker(row, px_speaker_kind_name(statement(row)->speaker_kind)));
    PX_COLUMN(name, "actor", "",
              "state, party, opposition, military, court, business, civil society, expert, citizen, media, "
              "international or other",
              of_speaker(row, px_actor_name(statement(row)->actor)));
    PX_COLUMN(boolean, "anonymous", "", "whether the speaker is kept anonymous", statement(row)->anonymous);
}

static void statement_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "statement", "", "number of the statement in its article, from 0", row->item);
    PX_COLUMN(id, "sentence", "", "sentence of the verb, or of the words where there is none",
              statement(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, statement(row)->sentence);
    PX_COLUMN(name, "type", "", "direct, indirect or mixed speech", px_attribution_type_name(statement(row)->type));
    speaker_columns(tidy, row);
    PX_COLUMN(words, "cue", "", "the words that say that somebody speaks", px_row_article(row)->text,
              &statement(row)->cue);
    PX_COLUMN(text, "cue_lemma", "", "the same as a dictionary has it", statement(row)->cue_lemma);
    PX_COLUMN(name, "tone", "", "neutral, doubting, affirming, conceding or confrontational, by the cue",
              px_tone_name(statement(row)->tone));
    PX_COLUMN(name, "uptake", "", "what the article does with the statement: plain, endorsed, undercut or rebutted",
              px_uptake_name(statement(row)->uptake));
    PX_COLUMN(boolean, "denied", "", "whether it is a denial, or a denial of it is reported", statement(row)->denied);
    PX_COLUMN(id, "replies_to", "", "the earlier statement of the article that this one answers",
              statement(row)->replies_to);
    PX_COLUMN(number, "confidence", "0 to 1", "how likely the statement and its speaker are right",
              statement(row)->confidence);
    PX_COLUMN(name, "tier", "", "high or low", statement(row)->high_tier ? "high" : "low");
    PX_COLUMN(boolean, "speech", "", "quoted words or a cue of speech; else an attitude or a deed",
              statement(row)->speech);
    PX_COLUMN(integer, "words", "words", "words of what is said, those of a statement inside it not counted",
              row->from->words[row->article][row->item]);
    PX_COLUMN(words, "text", "", "what is said", px_row_article(row)->text, &statement(row)->content);
}

static size_t count_matches(const struct px_article *article)
{
    return article->matches.count;
}

static void match_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    rows_by_item(tidy, columns, row, count_matches);
}

static const struct px_match *match(const struct px_table_row *row)
{
    return &px_row_article(row)->matches.items[row->item];
}

static struct px_span match_span(const struct px_table_row *row)
{
    return (struct px_span){match(row)->start, match(row)->end};
}

static void match_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(integer, "match", "", "number of the match in its article, from 0", row->item);
    PX_COLUMN(integer, "sentence", "", "number of its sentence", match(row)->sentence);
    PX_COLUMN(label, "evidence", "", "label of that sentence", row, match(row)->sentence);
    PX_COLUMN(text, "lexicon", "", "name of the lexicon", match(row)->lexicon);
    PX_COLUMN(text, "category", "", "category, its levels parted by points", match(row)->category);
    PX_COLUMN(text, "entry", "", "the lexicon's entry", match(row)->entry);
    PX_COLUMN(text, "text", "", "the words that match", px_slice_span(px_row_article(row)->text, match_span(row)));
    PX_COLUMN(offset, "start", "code points", "where they begin in the article's text", row, match(row)->start);
    PX_COLUMN(offset, "end", "code points", "where they end", row, match(row)->end);
    PX_COLUMN(name, "by", "", "who found it: lexicon or model", match(row)->by_model ? "model" : "lexicon");
    PX_COLUMN(number, "weight", "", "weight of the entry", match(row)->weight);
    PX_COLUMN(number, "probability", "0 to 1", "how likely the words are loaded where they stand",
              match(row)->probability);
    PX_COLUMN(boolean, "marked", "",
              "whether it counts as loaded where it stands; also true of words of speech (dismissed: cue), which are "
              "counted among the sources",
              match(row)->marked);
    PX_COLUMN(name, "dismissed", "",
              "why it is in no figure (name, weight, sense, cue, negation, context); no when it is",
              px_dismissal_name(match(row)->dismissed));
    PX_COLUMN(name, "voice", "", "own: the article's; direct or indirect: a speaker's; scare: marks that cite nobody",
              px_voice_name(match(row)->voice));
    PX_COLUMN(boolean, "distanced", "", "whether the article holds the words at a distance", match(row)->distanced);
    PX_COLUMN(boolean, "negated", "", "whether they are negated", match(row)->negated);
    PX_COLUMN(id, "statement", "", "the statement they stand in", match(row)->attribution);
    PX_COLUMN(id, "referent", "", "what they are said of, among the referents",
              px_row_referent(row, match(row)->target));
}

static size_t count_warnings(const struct px_article *article)
{
    return article->warnings.count;
}

static void warning_rows(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row)
{
    rows_by_item(tidy, columns, row, count_warnings);
}

static void warning_columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    px_columns_article(tidy, row);
    PX_COLUMN(text, "text", "", "what a reader should know of how the article was read",
              px_row_article(row)->warnings.items[row->item]);
}

const struct px_table_of_rows px_tables_of_articles[] = {
    {"articles", "an article", "article", NULL, article_columns, px_rows_by_article},
    {"sentences", "a sentence of an article", "article sentence", "articles", sentence_columns, sentence_rows},
    {"statements", "a statement that an article gives to somebody, or to nobody", "article statement", "sentences",
     statement_columns, statement_rows},
    {"matches", "words that a lexicon knows or a model proposes", "article match", "sentences", match_columns,
     match_rows},
    {"warnings", "a warning of the reading of an article", NULL, "articles", warning_columns, warning_rows},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};
