/* What a topic is called by that an article begins with: names and nouns in a row that all the headlines have and all its
 * passages tell, "religious freedom bill". They say in few words what the event is. Names alone do not. */
#include "align/topic_headlines.h"

#include "align/topic_lead.h"
#include "align/topic_terms.h"

#include <string.h>

enum { MOST = 4, MOST_ROWS = 2 }; /* words in a row; rows */
#define NAME_IDF 1.0              /* a name of the headlines mostly stands all through */

/* Words in a row in the passages of an article. */
struct row {
    size_t article;
    uint32_t first, count;
    double worth;
    bool name;
};

/* The tokens of a headline, [first, end). */
struct headline {
    uint32_t first, end;
};

struct rows {
    const struct px_compare_context *context;
    struct headline *headlines; /* [articles] */
    const struct px_topic *topic;
    struct row best[MOST_ROWS];
    size_t count;
};

static struct headline headline_of(const struct px_article *article)
{
    const struct px_block *block = article->blocks.items;
    if (article->blocks.count == 0 || block->role != PX_ROLE_TITLE)
        return (struct headline){0, 0};
    return (struct headline){px_compare_token_at(article, block->start), px_compare_token_at(article, block->end)};
}

/* Do all the headlines have the words? */
static bool are_headed(const struct rows *rows, const uint32_t *words, uint32_t count)
{
    bool headed = true;
    for (size_t a = 0; headed && a < rows->context->count; a++) {
        headed = false;
        for (uint32_t at = rows->headlines[a].first; !headed && at + count <= rows->headlines[a].end; at++)
            headed = memcmp(rows->context->index.of[a] + at, words, count * sizeof *words) == 0;
    }
    return headed;
}

/* Do the passages of each article have the word of the token? */
static bool is_told(const struct rows *rows, size_t of, uint32_t token)
{
    const struct px_compare_context *context = rows->context;
    uint32_t word = context->index.of[of][token];
    uint32_t root = px_compare_form(context, &context->articles[of]->tokens.items[token])->root;
    bool told = true;
    for (size_t a = 0; told && a < context->count; a++) {
        size_t count;
        const struct px_stand *stand = px_compare_standing_of(context, a, root, &count);
        told = false;
        for (size_t i = 0; !told && i < count; i++)
            told = context->index.of[a][stand[i].token] == word &&
                   px_spans_hold(&rows->topic->surely[a], context->articles[a]->tokens.items[stand[i].token].start);
    }
    return told;
}

/* May the token stand in a row? */
static bool is_fit(const struct rows *rows, size_t a, uint32_t token)
{
    const struct px_article *article = rows->context->articles[a];
    uint8_t class = article->lexemes[token].word_class;
    return (class == PX_WORD_NOUN || class == PX_WORD_NAME || class == PX_WORD_ADJECTIVE) &&
           px_compare_hit(rows->context, article, token, false, PX_LEXICON_LOADED, "loaded") == NULL &&
           !px_compare_is_class(rows->context, article, token, "grammar.vague") && is_told(rows, a, token);
}

static bool is_named(const struct px_article *article, uint32_t token)
{
    size_t behind = px_compare_mention_at(article, token + 1);
    const struct px_mention *mention = behind > 0 ? &article->mentions.items[behind - 1] : NULL;
    return mention != NULL && mention->form <= PX_MENTION_ALIAS && token - mention->first_token < mention->token_count;
}

/* The longest row that begins with the token, of its sentence: a noun or a name ends it. */
static struct row row_at(const struct rows *rows, size_t a, uint32_t first)
{
    const struct px_article *article = rows->context->articles[a];
    const uint32_t *words = rows->context->index.of[a];
    struct row row = {.article = a, .first = first}, longest = {0};
    row.name = true;
    for (uint32_t t = first; t < article->tokens.count && row.count < MOST &&
                             article->tokens.items[t].sentence == article->tokens.items[first].sentence;
         t++) {
        if (words[t] == PX_NONE || !are_headed(rows, words + first, ++row.count) || !is_fit(rows, a, t))
            break;
        row.name = row.name && is_named(article, t);
        row.worth += row.name ? NAME_IDF : rows->context->index.idf[words[t]];
        if (article->lexemes[t].word_class != PX_WORD_ADJECTIVE)
            longest = row;
    }
    return longest;
}

/* Is the second a part of the first? */
static bool is_part(const struct rows *rows, const struct row *whole, const struct row *part)
{
    const uint32_t *in = rows->context->index.of[whole->article] + whole->first;
    const uint32_t *words = rows->context->index.of[part->article] + part->first;
    for (uint32_t at = 0; at + part->count <= whole->count; at++)
        if (memcmp(in + at, words, part->count * sizeof *words) == 0)
            return true;
    return false;
}

/* Puts the row among the best, in place of its parts; not where it is a part of one, or says nothing by itself. */
static void keep(struct rows *rows, const struct row *row)
{
    size_t kept = 0;
    if (!row->name && row->count == 1 && row->worth < PX_TOPIC_WORD_IDF)
        return;
    for (size_t i = 0; i < rows->count; i++) {
        if (is_part(rows, &rows->best[i], row))
            return;
        if (!is_part(rows, row, &rows->best[i]))
            rows->best[kept++] = rows->best[i];
    }
    rows->count = kept;
    size_t at = rows->count < MOST_ROWS ? rows->count++ : MOST_ROWS;
    for (; at > 0 && rows->best[at - 1].worth < row->worth; at--)
        if (at < MOST_ROWS)
            rows->best[at] = rows->best[at - 1];
    if (at < MOST_ROWS)
        rows->best[at] = *row;
}

/* Do they tell what the event is? */
static bool tell(const struct rows *rows)
{
    size_t words = 0, nouns = 0;
    for (size_t i = 0; i < rows->count; i++) {
        words += rows->best[i].name ? 1 : rows->best[i].count;
        nouns += !rows->best[i].name;
    }
    return words > 1 && nouns > 0;
}

static enum px_status put(const struct rows *rows, struct px_topic *topic, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < rows->count; i++) {
        const struct row *row = &rows->best[i];
        const struct px_article *article = rows->context->articles[row->article];
        const struct px_token *tokens = article->tokens.items;
        struct px_slice text =
            px_slice_part(article->text, tokens[row->first].start, tokens[row->first + row->count - 1].end);
        status = px_topic_add_term(rows->context, topic, text, row->name, error);
    }
    topic->headed = true;
    return status;
}

/* Does an article surely begin with the topic? */
static bool begins(const struct px_compare_context *context, const struct px_topic *topic)
{
    bool begins = false;
    for (size_t a = 0; a < context->count; a++)
        begins |= topic->surely[a].count > 0 && topic->surely[a].items[0].start < px_topic_head_end(context, a);
    return begins;
}

/* Keeps the rows of the article's passages. */
static void keep_rows(struct rows *rows, size_t a)
{
    const struct px_article *article = rows->context->articles[a];
    const struct px_spans *passages = &rows->topic->surely[a];
    for (size_t i = 0; article->lexemes != NULL && i < passages->count; i++)
        for (uint32_t t = px_compare_token_at(article, passages->items[i].start);
             t < article->tokens.count && article->tokens.items[t].start < passages->items[i].end;) {
            struct row row = row_at(rows, a, t);
            if (row.count > 0)
                keep(rows, &row);
            t += row.count > 0 ? row.count : 1;
        }
}

enum px_status px_topic_headlines(struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    struct rows rows = {.context = context, .topic = topic};
    rows.headlines = px_arena_array(&context->scratch, struct headline, context->count);
    if (rows.headlines == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        rows.headlines[a] = headline_of(context->articles[a]);
    for (size_t i = 0; begins(context, topic) && i < context->count; i++)
        keep_rows(&rows, context->order[i]);
    return tell(&rows) ? put(&rows, topic, error) : PX_OK;
}
