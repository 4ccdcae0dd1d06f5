#include "syntax/parsed.h"

/* Parts all sentences into words, and notes where each sentence and token begins. */
static bool find_words(const struct px_word_splitter *splitter, const struct px_article *article,
                       struct px_arena *arena, struct px_parsed_article *parsed)
{
    size_t sentences = article->sentences.count;
    parsed->first_word = px_arena_array(arena, uint32_t, sentences + 1);
    parsed->word_of_token = px_arena_array(arena, uint32_t, article->tokens.count);
    if (parsed->first_word == NULL || parsed->word_of_token == NULL)
        return false;
    for (size_t i = 0; i < article->tokens.count; i++)
        parsed->word_of_token[i] = PX_NONE;
    for (size_t i = 0; i < sentences; i++) {
        const struct px_sentence *sentence = &article->sentences.items[i];
        struct px_span part = {sentence->first_token, sentence->first_token + sentence->token_count};
        parsed->first_word[i] = (uint32_t)parsed->words.count;
        if (!px_words_split(splitter, article->text, &article->tokens, part, arena, &parsed->words))
            return false;
    }
    parsed->first_word[sentences] = (uint32_t)parsed->words.count;
    for (size_t i = parsed->words.count; i-- > 0;)
        parsed->word_of_token[parsed->words.items[i].token] = (uint32_t)i;
    return true;
}

/* Parses words [first, end) and copies the lemmas. */
static enum px_status parse_sentence(struct px_parser *parser, const struct px_article *article, struct px_arena *arena,
                                     struct px_slice *forms, struct px_parsed_article *parsed, struct px_span part,
                                     struct px_error *error)
{
    for (uint32_t i = part.start; i < part.end; i++)
        forms[i - part.start] = px_slice_part(article->text, parsed->words.items[i].start, parsed->words.items[i].end);
    enum px_status status = px_parser_parse(parser, forms, part.end - part.start, parsed->parse + part.start, error);
    for (uint32_t i = part.start; status == PX_OK && i < part.end; i++) {
        struct px_slice *lemma = &parsed->parse[i].lemma;
        bool same = px_slice_equal(*lemma, forms[i - part.start]);
        *lemma = same ? forms[i - part.start] : px_arena_copy(arena, *lemma);
        if (lemma->data == NULL)
            status = px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    }
    return status;
}

enum px_status px_article_parse(struct px_parser *parser, const struct px_word_splitter *splitter,
                                const struct px_article *article, struct px_arena *arena,
                                struct px_parsed_article *parsed, struct px_error *error)
{
    struct px_slice *forms = NULL;
    *parsed = (struct px_parsed_article){.syntax = px_parser_syntax(parser)};
    if (find_words(splitter, article, arena, parsed)) {
        parsed->parse = px_arena_array(arena, struct px_parsed_word, parsed->words.count);
        forms = px_arena_array(arena, struct px_slice, parsed->words.count);
    }
    enum px_status status =
        parsed->parse == NULL || forms == NULL ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
    for (size_t i = 0; status == PX_OK && i < article->sentences.count; i++)
        status = parse_sentence(parser, article, arena, forms, parsed,
                                (struct px_span){parsed->first_word[i], parsed->first_word[i + 1]}, error);
    if (status != PX_OK)
        *parsed = (struct px_parsed_article){0};
    return status;
}

bool px_parsed_tree(const struct px_parsed_article *parsed, size_t sentence, struct px_arena *arena,
                    struct px_tree *tree)
{
    uint32_t first = parsed->first_word[sentence];
    return px_tree_init(tree, parsed->syntax, parsed->parse + first, parsed->first_word[sentence + 1] - first, arena);
}
