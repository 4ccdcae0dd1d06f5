#include "syntax/parsed.h"

enum {
    PLACE_LEAST = 3,    /* bytes of the place that begins a date line */
    DATE_LINE_MOST = 12 /* its words */
};

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

/* The parser at work on one article. */
struct reading {
    struct px_parser *parser;
    const struct px_article *article;
    struct px_arena *arena;
    struct px_slice *forms; /* of the sentence at hand */
    struct px_parsed_article *parsed;
};

/* Parses the words [from, end) of the sentence as if they were all of it, and copies the lemmas. */
static enum px_status parse_words(const struct reading *r, uint32_t first, uint32_t from, uint32_t end,
                                  struct px_error *error)
{
    struct px_parsed_word *words = r->parsed->parse + first + from;
    const struct px_slice *forms = r->forms + from;
    enum px_status status = px_parser_parse(r->parser, forms, end - from, words, error);
    for (uint32_t i = 0; status == PX_OK && i < end - from; i++) {
        struct px_slice *lemma = &words[i].lemma;
        *lemma = px_slice_equal(*lemma, forms[i]) ? forms[i] : px_arena_copy(r->arena, *lemma);
        words[i].head += words[i].head == PX_NONE ? 0 : from;
        if (lemma->data == NULL)
            status = px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    }
    return status;
}

static bool is_dash(struct px_slice form)
{
    return px_slice_is(form, "-") || px_slice_is(form, "--") || px_slice_is(form, "\xE2\x80\x93") ||
           px_slice_is(form, "\xE2\x80\x94") || px_slice_is(form, "\xE2\x80\x95");
}

/* Is there a small letter in the first place, or anywhere? */
static bool is_lower(struct px_slice form, bool anywhere)
{
    for (size_t i = 0; i < (anywhere ? form.size : 1); i++)
        if (form.data[i] >= 'a' && form.data[i] <= 'z')
            return true;
    return false;
}

/* Words of a date line, its dash included: "CALAIS, France, May 2 (AP) --" before what begins with a capital; else
 * 0. */
static uint32_t count_date_line(const struct px_slice *forms, uint32_t count)
{
    if (count == 0 || forms[0].size < PLACE_LEAST || is_lower(forms[0], true))
        return 0;
    for (size_t i = 0; i < forms[0].size; i++)
        if ((unsigned char)forms[0].data[i] < 'A')
            return 0; /* a mark or a number */
    for (uint32_t i = 1; i + 2 < count && i <= DATE_LINE_MOST; i++) {
        if (is_dash(forms[i]))
            return is_lower(forms[i + 1], false) ? 0 : i + 1;
        if (is_lower(forms[i], false))
            return 0;
    }
    return 0;
}

/* The date line of a paragraph is no part of its first sentence's grammar: each is parsed alone, and the one hung on
 * the other by a relation that answers no question. */
static enum px_status parse_sentence(const struct reading *r, size_t sentence, struct px_error *error)
{
    const struct px_block *block = &r->article->blocks.items[r->article->sentences.items[sentence].block];
    uint32_t first = r->parsed->first_word[sentence], count = r->parsed->first_word[sentence + 1] - first;
    const struct px_syntax_word *words = r->parsed->words.items + first;
    for (uint32_t i = 0; i < count; i++)
        r->forms[i] = px_slice_part(r->article->text, words[i].start, words[i].end);
    bool opens = block->first_sentence == sentence && px_role_is_paragraph(block->role);
    uint32_t line = opens ? count_date_line(r->forms, count) : 0;
    enum px_status status = line == 0 ? PX_OK : parse_words(r, first, 0, line, error);
    if (status == PX_OK)
        status = parse_words(r, first, line, count, error);
    struct px_parsed_word *parse = r->parsed->parse + first;
    uint32_t root = line;
    while (status == PX_OK && line > 0 && root + 1 < count && parse[root].head != PX_NONE)
        root++;
    for (uint32_t i = 0; status == PX_OK && i < line; i++)
        if (parse[i].head == PX_NONE) {
            parse[i].head = root;
            parse[i].relation = UINT8_MAX; /* beyond the model's: "dep" */
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
    const struct reading reading = {parser, article, arena, forms, parsed};
    enum px_status status =
        parsed->parse == NULL || forms == NULL ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
    for (size_t i = 0; status == PX_OK && i < article->sentences.count; i++)
        status = parse_sentence(&reading, i, error);
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
