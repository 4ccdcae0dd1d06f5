#include "syntax/parsed.h"

#include <pthread.h>

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

/* One article at work, shared by threads, each with a parser. */
struct reading {
    struct px_parser *parser; /* one of the crew's */
    const struct px_article *article;
    struct px_slice *forms; /* by word */
    struct px_parsed_article *parsed;
    pthread_mutex_t lock; /* of what follows */
    struct px_arena *arena;
    bool failed; /* no memory */
};

/* The lemma in memory that stays. */
static struct px_slice keep_lemma(struct reading *r, struct px_slice lemma)
{
    pthread_mutex_lock(&r->lock);
    struct px_slice copy = px_arena_copy(r->arena, lemma);
    pthread_mutex_unlock(&r->lock);
    return copy;
}

/* Parses the words [from, end), of one sentence, as if they were all of it, and copies the lemmas; `first` is the
 * sentence's. False when memory is out. */
static bool parse_words(struct reading *r, struct px_parser *parser, uint32_t first, uint32_t from, uint32_t end)
{
    struct px_parsed_word *words = r->parsed->parse + first + from;
    const struct px_slice *forms = r->forms + first + from;
    bool done = px_parser_parse(parser, forms, end - from, words, NULL) == PX_OK;
    for (uint32_t i = 0; done && i < end - from; i++) {
        struct px_slice *lemma = &words[i].lemma;
        *lemma = px_slice_equal(*lemma, forms[i]) ? forms[i] : keep_lemma(r, *lemma);
        words[i].head += words[i].head == PX_NONE ? 0 : from;
        done = lemma->data != NULL;
    }
    return done;
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

/* Hangs the words of the date line that have no head on the root of what follows, by a relation that answers no
 * question. */
static void hang_date_line(struct px_parsed_word *parse, uint32_t line, uint32_t count)
{
    uint32_t root = line;
    while (line > 0 && root + 1 < count && parse[root].head != PX_NONE)
        root++;
    for (uint32_t i = 0; i < line; i++)
        if (parse[i].head == PX_NONE) {
            parse[i].head = root;
            parse[i].relation = UINT8_MAX; /* beyond the model's: "dep" */
        }
}

/* The date line of a paragraph is no part of its first sentence's grammar: each is parsed alone. */
static bool parse_sentence(struct reading *r, struct px_parser *parser, size_t sentence)
{
    const struct px_block *block = &r->article->blocks.items[r->article->sentences.items[sentence].block];
    uint32_t first = r->parsed->first_word[sentence], count = r->parsed->first_word[sentence + 1] - first;
    const struct px_syntax_word *words = r->parsed->words.items + first;
    struct px_slice *forms = r->forms + first;
    for (uint32_t i = 0; i < count; i++)
        forms[i] = px_slice_part(r->article->text, words[i].start, words[i].end);
    bool opens = block->first_sentence == sentence && px_role_is_paragraph(block->role);
    uint32_t line = opens ? count_date_line(forms, count) : 0;
    if ((line > 0 && !parse_words(r, parser, first, 0, line)) || !parse_words(r, parser, first, line, count))
        return false;
    hang_date_line(r->parsed->parse + first, line, count);
    return true;
}

static void parse_one(void *context, size_t thread, size_t sentence)
{
    struct reading *r = context;
    if (parse_sentence(r, px_parser_at(r->parser, thread), sentence))
        return;
    pthread_mutex_lock(&r->lock);
    r->failed = true;
    pthread_mutex_unlock(&r->lock);
}

enum px_status px_article_parse(struct px_parser *parser, const struct px_word_splitter *splitter,
                                const struct px_article *article, struct px_arena *arena,
                                struct px_parsed_article *parsed, struct px_error *error)
{
    struct reading reading = {.parser = parser, .article = article, .parsed = parsed, .arena = arena};
    *parsed = (struct px_parsed_article){.syntax = px_parser_syntax(parser)};
    if (find_words(splitter, article, arena, parsed)) {
        parsed->parse = px_arena_array(arena, struct px_parsed_word, parsed->words.count);
        reading.forms = px_arena_array(arena, struct px_slice, parsed->words.count);
    }
    reading.failed = parsed->parse == NULL || reading.forms == NULL || pthread_mutex_init(&reading.lock, NULL) != 0;
    if (!reading.failed) {
        px_parser_each(parser, article->sentences.count, parse_one, &reading);
        pthread_mutex_destroy(&reading.lock);
    }
    if (!reading.failed)
        return PX_OK;
    *parsed = (struct px_parsed_article){0};
    return px_no_memory(error);
}

bool px_parsed_tree(const struct px_parsed_article *parsed, size_t sentence, struct px_arena *arena,
                    struct px_tree *tree)
{
    uint32_t first = parsed->first_word[sentence];
    return px_tree_init(tree, parsed->syntax, parsed->parse + first, parsed->first_word[sentence + 1] - first, arena);
}
