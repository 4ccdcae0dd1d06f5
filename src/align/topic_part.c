/* Words in a row that tell most of a sentence. A long one is cut: a name of a topic is read at a glance. */
#include "align/topic_part.h"

enum { FEWEST_WORDS = 4, MOST_WORDS = 14 };
#define TORN 0.6 /* what words are worth that begin amid a clause */

/* Does the word say something by itself? */
static bool is_telling(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return context->index.of[a][token] != PX_NONE &&
           !px_compare_is_class(context, context->articles[a], token, "grammar.vague");
}

/* How rare the telling word is, the first time that it stands in the part. */
static double weight_of(const struct px_compare_context *context, size_t a, uint32_t first, uint32_t token)
{
    uint32_t word = context->index.of[a][token];
    for (uint32_t t = first; t < token; t++)
        if (context->index.of[a][t] == word)
            return 0;
    return context->index.idf[word];
}

/* Does the sentence go on with a word? */
static bool goes_on(const struct px_tokens *tokens, uint32_t end)
{
    return end < tokens->count && tokens->items[end].sentence == tokens->items[end - 1].sentence &&
           px_token_is_word(&tokens->items[end]);
}

/* The first words from the token on: of too many those up to a mark in their second half, or to a telling one, and of a sentence that goes on in other words
 * those without what leads on, "but there’s a". */
static struct px_topic_part read_part(const struct px_compare_context *context, size_t a, uint32_t first, uint32_t end)
{
    const struct px_token *tokens = context->articles[a]->tokens.items;
    struct px_topic_part part = {.first = first, .end = first};
    uint32_t words = 0, mark = first, marked = 0; /* the last mark, and the words before it */
    for (uint32_t t = first; t < end; t++) {
        words += px_token_is_full_word(&tokens[t]);
        if (words > MOST_WORDS) {
            if (marked >
                MOST_WORDS / 2) { /* it weighs what it does with those behind the mark: they are none the worse */
                part.end = mark;
                part.words = marked;
            }
            part.cut = true;
            return part;
        }
        if (t > first && tokens[t].kind == PX_TOKEN_PUNCTUATION) {
            mark = t;
            marked = words;
        }
        if (!is_telling(context, a, t))
            continue;
        part.weight += weight_of(context, a, first, t);
        part.end = t + 1;
        part.words = words;
    }
    bool on = goes_on(&context->articles[a]->tokens, end);
    for (part.end = end; part.end > first; part.end--) {
        if (px_token_is_word(&tokens[part.end - 1]) && !(on && context->index.of[a][part.end - 1] == PX_NONE))
            break;
        words -= px_token_is_full_word(&tokens[part.end - 1]);
    }
    part.words = words;
    return part;
}

/* May words begin with the token: behind a mark, or the "and" behind it? */
static bool is_beginning(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_token *tokens = article->tokens.items;
    if (!px_token_is_word(&tokens[token]) || px_compare_is_class(context, article, token, "grammar.coordinator"))
        return false;
    bool joined = token > 1 && px_compare_is_class(context, article, token - 1, "grammar.coordinator");
    return token == 0 || !px_token_is_word(&tokens[token - (joined ? 2 : 1)]);
}

/* Is the word a pronoun that stands for somebody or something else than who speaks and who listens: "he", "them", "it"? */
static bool is_third(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    return px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun") != NULL &&
           px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun.first") == NULL &&
           px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun.second") == NULL;
}

/* Does such a pronoun stand before any noun, "I think *he* should accept their counsel"? Nobody knows then of whom. */
static bool leans(const struct px_compare_context *context, size_t a, const struct px_topic_part *part)
{
    const struct px_lexeme *lexemes = context->articles[a]->lexemes;
    for (uint32_t t = part->first; lexemes != NULL && t < part->end; t++) {
        bool noun = lexemes[t].word_class == PX_WORD_NOUN || lexemes[t].word_class == PX_WORD_NAME;
        if (noun && !px_compare_is_class(context, context->articles[a], t, "grammar.time")) /* "today" is nobody */
            return false;
        if (is_third(context, a, t))
            return true;
    }
    return false;
}

/* Does a word stand at the token behind an "and"? */
static bool is_joined(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_token_is_word(&article->tokens.items[token]) &&
           !px_compare_is_class(context, article, token, "grammar.coordinator") &&
           px_compare_is_class(context, article, token - 1, "grammar.coordinator");
}

struct px_topic_part px_topic_part_of(const struct px_compare_context *context, size_t article, uint32_t first,
                                      uint32_t end)
{
    struct px_topic_part best = {0};
    for (uint32_t t = first; t < end; t++) {
        bool begins = is_beginning(context, context->articles[article], t);
        bool joined = !begins && t > first + 1 && is_joined(context, context->articles[article], t);
        if (!begins && !joined && t > first)
            continue;
        struct px_topic_part part = read_part(context, article, t, end);
        part.joined = joined;
        part.worth = part.weight * (begins ? 1 : TORN);
        if (part.words >= FEWEST_WORDS && part.worth > best.worth && !leans(context, article, &part))
            best = part;
    }
    return best;
}

struct px_slice px_topic_part_text(const struct px_compare_context *context, size_t article,
                                   const struct px_topic_part *part)
{
    const struct px_article *of = context->articles[article];
    struct px_slice words =
        px_slice_part(of->text, of->tokens.items[part->first].start, of->tokens.items[part->end - 1].end);
    struct px_buffer text = {0};
    px_buffer_printf(&text, "%s%.*s%s", part->joined ? "… " : "", PX_SLICE_ARG(words), part->cut ? " …" : "");
    struct px_slice kept =
        text.failed ? (struct px_slice){0} : px_arena_copy(&context->comparison->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    return kept;
}
