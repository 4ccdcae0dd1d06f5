#include "reading/lexeme.h"

#include "reading/parse.h"
#include "reading/party.h"

static uint8_t class_of(struct px_slice tag)
{
    static const struct {
        const char *tag;
        uint8_t word_class;
    } CLASSES[] = {
        {"NOUN", PX_WORD_NOUN},     {"PROPN", PX_WORD_NAME}, {"VERB", PX_WORD_VERB},
        {"ADJ", PX_WORD_ADJECTIVE}, {"ADV", PX_WORD_ADVERB}, {"NUM", PX_WORD_NUMBER},
    };
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
        if (px_slice_is(tag, CLASSES[i].tag))
            return CLASSES[i].word_class;
    return PX_WORD_OTHER;
}

static bool is_named(const struct px_tree *tree, uint32_t word, const char *relation)
{
    return px_slice_is(px_syntax_relation(tree->syntax, tree->words[word].relation), relation);
}

static bool fill(const struct px_annotation *annotation, uint32_t sentence, const struct px_tree *tree, uint32_t word)
{
    uint32_t token = px_parse_token(annotation, sentence, word);
    struct px_lexeme *lexeme = &annotation->article->lexemes[token];
    uint32_t head = tree->words[word].head;
    bool particle = is_named(tree, word, "compound:prt");
    if (head < tree->count && particle)
        lexeme->particle = annotation->article->lexemes[px_parse_token(annotation, sentence, head)].particle = true;
    else if (head < tree->count && (px_tree_arc(tree, word) & PX_ARC_COMPOUND) != 0)
        lexeme->compound = annotation->article->lexemes[px_parse_token(annotation, sentence, head)].compound = true;
    if (px_parse_word(annotation, token) != word)
        return true;
    lexeme->word_class = class_of(px_party_tag(annotation, sentence, word));
    lexeme->lemma = px_vocabulary_add(annotation->worker->vocabulary, tree->words[word].lemma);
    return lexeme->lemma != PX_NONE;
}

enum px_status px_annotate_lexemes(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    if (annotation->trees == NULL)
        return PX_OK;
    article->lexemes = px_arena_array(&article->arena, struct px_lexeme, article->tokens.count + 1);
    bool done = article->lexemes != NULL;
    for (size_t t = 0; done && t < article->tokens.count; t++)
        article->lexemes[t].lemma = article->tokens.items[t].form;
    for (uint32_t s = 0; done && s < article->sentences.count; s++)
        for (uint32_t w = 0; done && w < annotation->trees[s].count; w++)
            done = fill(annotation, s, &annotation->trees[s], w);
    return done ? PX_OK : px_no_memory(error);
}
