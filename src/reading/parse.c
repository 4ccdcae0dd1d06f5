#include "reading/parse.h"

#include "reading/grammar.h"

static bool has_parser(const struct px_annotate_options *options)
{
    return options->parser != NULL && options->splitter != NULL && !options->no_model && !options->no_syntax;
}

enum px_status px_annotate_parse(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    if (!has_parser(annotation->options))
        return PX_OK;
    struct px_parsed_article *parsed = px_arena_array(arena, struct px_parsed_article, 1);
    struct px_tree *trees = px_arena_array(arena, struct px_tree, article->sentences.count);
    if (parsed == NULL || trees == NULL)
        return px_no_memory(error);
    enum px_status status =
        px_article_parse(annotation->options->parser, annotation->options->splitter, article, arena, parsed, error);
    for (size_t i = 0; status == PX_OK && i < article->sentences.count; i++)
        if (!px_parsed_tree(parsed, i, arena, &trees[i]))
            status = px_no_memory(error);
    if (status == PX_OK) {
        annotation->parsed = parsed;
        annotation->trees = trees;
        annotation->article->parsed = true;
    }
    return status;
}

const struct px_tree *px_parse_tree(const struct px_annotation *annotation, uint32_t token)
{
    if (annotation->trees == NULL || annotation->parsed->word_of_token[token] == PX_NONE)
        return NULL;
    return &annotation->trees[annotation->article->tokens.items[token].sentence];
}

uint32_t px_parse_word(const struct px_annotation *annotation, uint32_t token)
{
    if (px_parse_tree(annotation, token) == NULL)
        return PX_NONE;
    uint32_t sentence = annotation->article->tokens.items[token].sentence;
    return annotation->parsed->word_of_token[token] - annotation->parsed->first_word[sentence];
}

bool px_parse_is_finite(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(annotation, token);
    return tree != NULL && px_tree_is_finite(tree, px_parse_word(annotation, token));
}

bool px_parse_is_tagged(const struct px_annotation *annotation, uint32_t token, const char *xpos)
{
    const struct px_tree *tree = px_parse_tree(annotation, token);
    return tree != NULL && px_tree_has_xpos(tree, px_parse_word(annotation, token), xpos);
}

uint32_t px_parse_head(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    const struct px_tree *tree = px_parse_tree(annotation, first);
    uint32_t from = px_parse_word(annotation, first);
    if (tree == NULL)
        return PX_NONE;
    uint32_t sentence = annotation->article->tokens.items[first].sentence;
    uint32_t to = from;
    while (to < tree->count && px_parse_token(annotation, sentence, to) < end)
        to++;
    for (uint32_t word = from; word < to; word++) {
        uint32_t head = tree->words[word].head;
        if (head < from || head >= to) /* PX_NONE, the root's, is larger than any */
            return word;
    }
    return from;
}

uint32_t px_parse_token(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    return annotation->parsed->words.items[annotation->parsed->first_word[sentence] + word].token;
}

bool px_parse_adds_noun(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    const uint32_t *classes = annotation->classes;
    if (first + 1 >= end || (classes[first] & PX_CLASS_ARTICLE) == 0 || (classes[first] & PX_CLASS_DEFINITE) != 0)
        return false;
    for (uint32_t t = first + 1; t < end; t++) {
        if ((classes[t] & PX_CLASS_RELATIVE) != 0)
            return true;
        if (px_parse_is_finite(annotation, t))
            return false;
    }
    return true;
}
