#include "syntax/write.h"

#include <stdio.h>

#include "syntax/conllu.h"
#include "text/characters.h"
#include "text/utf8.h"

enum { NUMBER_SIZE = 24 };

/* A sentence on its way out. */
struct output {
    const struct px_syntax *syntax;
    const struct px_article *article;
    const struct px_syntax_word *words;
    const struct px_parsed_word *parsed;
    const struct px_slice *features;
    size_t count;
    size_t next; /* where the next sentence begins, or SIZE_MAX */
    struct px_offsets offsets;
    struct px_arena scratch;
    struct px_buffer misc;
    struct px_buffer *out;
};

static struct px_slice write_number(size_t number, char text[NUMBER_SIZE])
{
    int size = snprintf(text, NUMBER_SIZE, "%zu", number);
    return (struct px_slice){text, size > 0 ? (size_t)size : 0};
}

static void fill_parse(const struct px_syntax *syntax, const struct px_parsed_word *word, char head[NUMBER_SIZE],
                       struct px_slice column[PX_CONLLU_COLUMNS])
{
    column[PX_CONLLU_LEMMA] = word->lemma;
    column[PX_CONLLU_UPOS] = px_syntax_upos(syntax, word->tag);
    column[PX_CONLLU_XPOS] = px_syntax_xpos(syntax, word->tag);
    column[PX_CONLLU_HEAD] = write_number(word->head == PX_NONE ? 0 : (size_t)word->head + 1, head);
    column[PX_CONLLU_RELATION] = px_syntax_relation(syntax, word->relation);
}

static bool space_behind(const struct output *output, size_t i)
{
    size_t next = i + 1 == output->count ? output->next : output->words[i + 1].start;
    return next > output->words[i].end;
}

static struct px_slice form_of(const struct output *output, size_t i)
{
    return px_slice_part(output->article->text, output->words[i].start, output->words[i].end);
}

/* Does a word end with the byte before `at`: a letter, a digit, or an abbreviation's stop? */
static bool is_word_end(const struct output *output, const struct px_syntax_word *word)
{
    size_t at = word->end;
    const struct px_token *token = &output->article->tokens.items[word->token];
    uint32_t c = px_utf8_previous(output->article->text, &at);
    return px_token_is_word(token) && (c == '.' || px_utf8_is_letter(c) || (c >= '0' && c <= '9'));
}

/* Is word `i` one with the word before: a clitic, a possessive's mark, or the second part of a token that was parted
 * between letters? Hyphens and signs join words that are tokens of their own. */
static bool is_joined(const struct output *output, size_t i)
{
    if (i == 0 || i == output->count || space_behind(output, i - 1) || !is_word_end(output, &output->words[i - 1]))
        return false;
    const struct px_syntax_word *word = &output->words[i];
    const struct px_token *token = &output->article->tokens.items[word->token];
    if ((token->flags & PX_TOKEN_CLITIC) != 0 ||
        px_slice_is(px_syntax_upos(output->syntax, output->parsed[i].tag), "PART"))
        return true;
    size_t at = word->start;
    uint32_t first = px_utf8_next(output->article->text, &at);
    at = word->start;
    uint32_t last = px_utf8_previous(output->article->text, &at);
    return output->words[i - 1].token == word->token && px_utf8_is_letter(last) &&
           (px_utf8_is_letter(first) || px_text_is_apostrophe(first));
}

/* Words [first, end) of the sentence as a MISC column. */
static struct px_slice write_misc(struct output *output, size_t first, size_t end, bool glued)
{
    px_buffer_clear(&output->misc);
    px_buffer_printf(&output->misc, "%sTokenRange=%zu:%zu", glued ? "SpaceAfter=No|" : "",
                     px_offsets_code_point(&output->offsets, output->words[first].start),
                     px_offsets_code_point(&output->offsets, output->words[end - 1].end));
    return px_buffer_slice(&output->misc);
}

static void write_word(struct output *output, size_t i, bool inside)
{
    char id[NUMBER_SIZE];
    char head[NUMBER_SIZE];
    struct px_slice column[PX_CONLLU_COLUMNS] = {{0}};
    column[PX_CONLLU_ID] = write_number(i + 1, id);
    column[PX_CONLLU_FORM] = form_of(output, i);
    fill_parse(output->syntax, &output->parsed[i], head, column);
    if (output->features != NULL)
        column[PX_CONLLU_FEATS] = output->features[i];
    column[PX_CONLLU_MISC] = write_misc(output, i, i + 1, !inside && !space_behind(output, i));
    px_conllu_write_word(column, output->out);
}

/* The line of a multiword token of words [first, end). */
static void write_range(struct output *output, size_t first, size_t end)
{
    char id[2 * NUMBER_SIZE];
    struct px_slice column[PX_CONLLU_COLUMNS] = {{0}};
    int size = snprintf(id, sizeof id, "%zu-%zu", first + 1, end);
    column[PX_CONLLU_ID] = (struct px_slice){id, size > 0 ? (size_t)size : 0};
    column[PX_CONLLU_FORM] =
        px_slice_part(output->article->text, output->words[first].start, output->words[end - 1].end);
    column[PX_CONLLU_MISC] = write_misc(output, first, end, !space_behind(output, end - 1));
    px_conllu_write_word(column, output->out);
}

static void write_words(struct output *output)
{
    for (size_t i = 0; i < output->count;) {
        size_t end = i + 1;
        while (is_joined(output, end))
            end++;
        bool range = end > i + 1;
        if (range)
            write_range(output, i, end);
        for (; i < end; i++)
            write_word(output, i, range);
    }
}

/* The features of a sentence's words in the arena's memory; NULL when memory is out. */
static struct px_slice *find_features(const struct px_syntax *syntax, const struct px_features *features,
                                      const struct px_slice *forms, const struct px_parsed_word *parsed, size_t count,
                                      struct px_arena *arena)
{
    struct px_slice *found = px_arena_array(arena, struct px_slice, count);
    struct px_feature_word *words = px_arena_array(arena, struct px_feature_word, count);
    if (found == NULL || words == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++)
        words[i] = (struct px_feature_word){
            .form = forms[i],
            .upos = px_syntax_upos(syntax, parsed[i].tag),
            .xpos = px_syntax_xpos(syntax, parsed[i].tag),
            .relation = px_syntax_relation(syntax, parsed[i].relation),
            .head = parsed[i].head,
        };
    return px_features_find(features, words, count, arena, found) ? found : NULL;
}

static bool fill_features(struct output *output, const struct px_features *features)
{
    if (features == NULL)
        return true;
    px_arena_clear(&output->scratch);
    struct px_slice *forms = px_arena_array(&output->scratch, struct px_slice, output->count);
    if (forms == NULL)
        return false;
    for (size_t i = 0; i < output->count; i++)
        forms[i] = form_of(output, i);
    output->features = find_features(output->syntax, features, forms, output->parsed, output->count, &output->scratch);
    return output->features != NULL;
}

/* An id as the format allows it: without white space, and a sentence's without strokes. */
static void write_id(struct px_slice id, bool sentence, struct px_buffer *out)
{
    for (size_t i = 0; i < id.size; i++) {
        unsigned char byte = (unsigned char)id.data[i];
        px_buffer_byte(out, byte <= ' ' || byte == 0x7F || (sentence && byte == '/') ? '_' : (char)byte);
    }
}

static void write_sentence(struct output *output, size_t number, bool first_of_block)
{
    if (first_of_block)
        px_buffer_string(output->out, "# newpar\n");
    px_buffer_string(output->out, "# sent_id = ");
    write_id(output->article->id, true, output->out);
    px_buffer_printf(output->out, "-%zu\n# text = ", number);
    for (size_t i = 0; i < output->count; i++) {
        px_buffer_append(output->out, form_of(output, i));
        if (i + 1 < output->count && space_behind(output, i))
            px_buffer_byte(output->out, ' ');
    }
    px_buffer_byte(output->out, '\n');
    write_words(output);
    px_buffer_byte(output->out, '\n');
}

/* Points at the words of a sentence. */
static void go_to_sentence(struct output *output, const struct px_parsed_article *parsed, size_t sentence)
{
    uint32_t first = parsed->first_word[sentence];
    uint32_t end = parsed->first_word[sentence + 1];
    output->words = parsed->words.items + first;
    output->parsed = parsed->parse + first;
    output->count = end - first;
    output->next = end < parsed->words.count ? parsed->words.items[end].start : SIZE_MAX;
}

bool px_syntax_write_article(const struct px_parsed_article *parsed, const struct px_features *features,
                             const struct px_article *article, struct px_buffer *out)
{
    struct output output = {.syntax = parsed->syntax, .article = article, .out = out};
    struct px_arena arena = {0};
    uint32_t block = PX_NONE;
    bool done = px_offsets_init(&output.offsets, article->text, &arena);
    for (size_t i = 0; done && i < article->sentences.count; i++) {
        go_to_sentence(&output, parsed, i);
        if (output.count == 0)
            continue;
        if (block == PX_NONE) {
            px_buffer_string(out, "# newdoc id = ");
            write_id(article->id, false, out);
            px_buffer_byte(out, '\n');
        }
        done = fill_features(&output, features);
        if (done)
            write_sentence(&output, i + 1, article->sentences.items[i].block != block);
        block = article->sentences.items[i].block;
    }
    done = done && !out->failed && !output.misc.failed;
    px_buffer_release(&output.misc);
    px_arena_release(&output.scratch);
    px_arena_release(&arena);
    return done;
}

static void write_line(const struct px_syntax *syntax, const struct px_conllu_sentence *sentence, size_t i,
                       const struct px_parsed_word *parsed, const struct px_slice *features, struct px_buffer *out)
{
    const struct px_conllu_line *line = &sentence->lines.items[i];
    if (line->word == PX_NONE) {
        px_buffer_append(out, line->text);
        px_buffer_byte(out, '\n');
        return;
    }
    char head[NUMBER_SIZE];
    struct px_conllu_word word = sentence->words.items[line->word];
    fill_parse(syntax, &parsed[line->word], head, word.column);
    if (features != NULL)
        word.column[PX_CONLLU_FEATS] = features[line->word];
    px_conllu_write_word(word.column, out);
}

enum px_status px_syntax_write_sentence(struct px_parser *parser, const struct px_features *features,
                                        const struct px_conllu_sentence *sentence, struct px_arena *scratch,
                                        struct px_buffer *out, struct px_error *error)
{
    const struct px_syntax *syntax = px_parser_syntax(parser);
    size_t count = sentence->words.count;
    px_arena_clear(scratch);
    struct px_slice *forms = px_arena_array(scratch, struct px_slice, count);
    struct px_parsed_word *parsed = px_arena_array(scratch, struct px_parsed_word, count);
    struct px_slice *found = NULL;
    if (forms == NULL || parsed == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        forms[i] = sentence->words.items[i].column[PX_CONLLU_FORM];
    enum px_status status = px_parser_parse(parser, forms, count, parsed, error);
    if (status == PX_OK && features != NULL) {
        found = find_features(syntax, features, forms, parsed, count, scratch);
        if (found == NULL)
            status = px_no_memory(error);
    }
    for (size_t i = 0; status == PX_OK && i < sentence->lines.count; i++)
        write_line(syntax, sentence, i, parsed, found, out);
    px_buffer_byte(out, '\n');
    return status;
}
