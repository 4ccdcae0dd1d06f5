/* Loaded words that all articles report of the same speaker: at the same place of a run that they share, or quoted in each,
 * "a “dead wrong” sister" in one and "“she is dead wrong”" in another; or in a short quotation that each has; and where they
 * are quoted again without a speaker, as headlines do. */
#include "comparison/place.h"
#include "text/utf8.h"

#include <stdlib.h>

/* How far the words of one of the run's spans are read. */
struct reader {
    const struct px_article *article;
    size_t number;  /* the article's */
    uint32_t token; /* the next one */
    uint32_t end;   /* byte at which the span ends */
    size_t letters; /* of the span's words before it: the place in the run, however an article parts its words */
};

struct readers {
    struct reader *items;
    size_t count;
};

/* Letters and digits of the token. */
static size_t letters_of(const struct px_article *article, const struct px_token *token)
{
    struct px_slice text = px_slice_part(article->text, token->start, token->end);
    size_t count = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = px_utf8_next(text, &at);
        count += px_utf8_is_letter(c) || px_utf8_is_digit(c);
    }
    return count;
}

/* The reader's token is its next word, or behind its span. */
static void to_word(struct reader *reader)
{
    const struct px_tokens *tokens = &reader->article->tokens;
    while (reader->token < tokens->count && tokens->items[reader->token].start < reader->end &&
           !px_token_is_word(&tokens->items[reader->token]))
        reader->token++;
}

static bool is_at_end(const struct reader *reader)
{
    const struct px_tokens *tokens = &reader->article->tokens;
    return reader->token >= tokens->count || tokens->items[reader->token].start >= reader->end;
}

static void pass_word(struct reader *reader)
{
    reader->letters += letters_of(reader->article, &reader->article->tokens.items[reader->token++]);
    to_word(reader);
}

/* The first loaded match of the reader's word, or the count of matches. */
static size_t match_at(const struct reader *reader)
{
    const struct px_article *article = reader->article;
    size_t m = px_vector_from(&article->matches, start, article->tokens.items[reader->token].start);
    while (m < article->matches.count && article->matches.items[m].first_token == reader->token &&
           !px_match_is_loaded(&article->matches.items[m]))
        m++;
    return m < article->matches.count && article->matches.items[m].first_token == reader->token
               ? m
               : article->matches.count;
}

/* In whose statement the article has the word; PX_NONE where it is its own, or nobody's who is told. */
static uint32_t statement_at(const struct reader *reader)
{
    const struct px_token *token = &reader->article->tokens.items[reader->token];
    size_t m = match_at(reader);
    uint8_t voice =
        m < reader->article->matches.count ? px_match_voice(&reader->article->matches.items[m]) : token->voice;
    return voice == PX_VOICE_OWN ? PX_NONE : token->attribution;
}

/* Does the same speaker, with the same others, make the statements of two articles, and is it told who it is? */
static bool is_same_speaker(const struct px_comparison *comparison, size_t a, uint32_t first, size_t b, uint32_t second)
{
    const struct px_article *one = comparison->articles[a], *other = comparison->articles[b];
    uint32_t also = one->attributions.items[first].also_count;
    if (also != other->attributions.items[second].also_count)
        return false;
    for (uint32_t k = 1; k <= also; k++)
        if (px_comparison_said_by(comparison, a, first, k) != px_comparison_said_by(comparison, b, second, k))
            return false;
    uint32_t referent = px_comparison_said_by(comparison, a, first, 0);
    if (referent != PX_NONE || px_comparison_said_by(comparison, b, second, 0) != PX_NONE)
        return referent == px_comparison_said_by(comparison, b, second, 0);
    struct px_slice name = px_comparison_speaker_name(comparison, a, first);
    return name.size > 0 && px_compare_same_letters(name, px_comparison_speaker_name(comparison, b, second));
}

/* Do all spans give the first one's word, at the same place, to the same speaker? */
static bool is_alike(const struct px_comparison *comparison, struct readers *readers)
{
    const struct reader *first = &readers->items[0];
    uint32_t statement = statement_at(first);
    bool alike = statement != PX_NONE;
    for (size_t i = 1; alike && i < readers->count; i++) {
        struct reader *reader = &readers->items[i];
        while (!is_at_end(reader) && reader->letters < first->letters)
            pass_word(reader);
        alike = !is_at_end(reader) && reader->letters == first->letters;
        uint32_t other = alike ? statement_at(reader) : PX_NONE;
        alike = other != PX_NONE && is_same_speaker(comparison, first->number, statement, reader->number, other);
    }
    return alike;
}

static void mark(const struct px_comparison *comparison, const struct reader *reader)
{
    const struct px_article *article = reader->article;
    for (size_t m = match_at(reader);
         m < article->matches.count && article->matches.items[m].first_token == reader->token; m++)
        if (px_match_is_loaded(&article->matches.items[m]) && article->matches.items[m].end <= reader->end)
            comparison->said_alike[reader->number][m] = true;
}

/* One reader for each span of the run; none where an article has no span. False when memory is out. */
static bool open_readers(struct px_compare_context *context, const struct px_shared *run, struct readers *readers)
{
    size_t count = 0;
    readers->count = 0;
    for (size_t a = 0; a < context->count; a++) {
        if (run->spans[a].count == 0)
            return true;
        count += run->spans[a].count;
    }
    readers->items = px_arena_array(&context->scratch, struct reader, count);
    for (size_t a = 0; readers->items != NULL && a < context->count; a++)
        for (size_t s = 0; s < run->spans[a].count; s++) {
            const struct px_article *article = context->articles[a];
            struct px_span span = run->spans[a].items[s];
            struct reader *reader = &readers->items[readers->count++];
            *reader = (struct reader){article, a, px_compare_token_at(article, span.start), span.end, 0};
            to_word(reader);
        }
    return readers->items != NULL;
}

static void read_run(const struct px_comparison *comparison, struct readers *readers)
{
    while (readers->count > 0 && !is_at_end(&readers->items[0])) {
        bool alike = is_alike(comparison, readers);
        for (size_t i = 0; alike && i < readers->count; i++)
            mark(comparison, &readers->items[i]);
        pass_word(&readers->items[0]);
    }
}

/* A loaded word that a speaker is quoted with. */
struct quoted {
    uint32_t referent, fold, last, tokens; /* its first and its last word, and how many it has */
    uint32_t article, match;
};

static int by_word(const void *left, const void *right)
{
    const struct quoted *a = left, *b = right;
    const uint32_t x[] = {a->referent, a->fold, a->last, a->tokens, a->article, a->match};
    const uint32_t y[] = {b->referent, b->fold, b->last, b->tokens, b->article, b->match};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static bool is_same_word(const struct quoted *a, const struct quoted *b)
{
    return a->referent == b->referent && a->fold == b->fold && a->last == b->last && a->tokens == b->tokens;
}

/* Lists the loaded words that one speaker, whom the articles name, is quoted with; how many. */
static size_t list_quoted(const struct px_compare_context *context, struct quoted *all)
{
    size_t count = 0;
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t m = 0; m < context->articles[a]->matches.count; m++) {
            const struct px_article *article = context->articles[a];
            const struct px_match *match = &article->matches.items[m];
            const struct px_token *token = &article->tokens.items[match->first_token];
            if (!px_match_is_loaded(match) || token->voice != PX_VOICE_DIRECT || token->attribution == PX_NONE ||
                article->attributions.items[token->attribution].also_count > 0)
                continue;
            uint32_t referent = px_comparison_said_by(context->comparison, a, token->attribution, 0);
            if (referent != PX_NONE)
                all[count++] = (struct quoted){referent,
                                               px_compare_form(context, token)->fold,
                                               px_compare_form(context, token + match->token_count - 1)->fold,
                                               match->token_count,
                                               a,
                                               m};
        }
    return count;
}

/* Marks the words that each article quotes of the same speaker. False when memory is out. */
static bool mark_quoted(struct px_compare_context *context)
{
    size_t room = 1;
    for (size_t a = 0; a < context->count; a++)
        room += context->articles[a]->matches.count;
    struct quoted *all = px_arena_array(&context->scratch, struct quoted, room);
    if (all == NULL)
        return false;
    size_t count = list_quoted(context, all);
    if (count > 1)
        qsort(all, count, sizeof *all, by_word);
    for (size_t first = 0, end; first < count; first = end) {
        size_t articles = 1;
        for (end = first + 1; end < count && is_same_word(&all[first], &all[end]); end++)
            articles += all[end].article != all[end - 1].article;
        for (size_t i = first; articles == context->count && i < end; i++)
            context->comparison->said_alike[all[i].article][all[i].match] = true;
    }
    return true;
}

/* A loaded word in a quotation of few words. */
struct phrase {
    struct px_slice words; /* between the marks, folded */
    uint32_t referent;     /* who is quoted, as far as known */
    uint32_t article, match;
};

struct phrases {
    struct phrase *items;
    size_t count;
    size_t capacity;
};

static int by_phrase(const void *left, const void *right)
{
    const struct phrase *a = left, *b = right;
    int order = px_slice_compare(a->words, b->words);
    return order != 0 ? order : (a->article > b->article) - (a->article < b->article);
}

/* The quotation's words, folded, of two or a few; empty for others. False when memory is out. */
static bool phrase_of(struct px_compare_context *context, const struct px_article *article,
                      const struct px_quotation *quotation, struct px_slice *phrase)
{
    enum { FEWEST = 2, MOST = 8 };
    const struct px_token *tokens = article->tokens.items;
    uint32_t last = quotation->first_token + quotation->token_count - 1, words = 0;
    for (uint32_t t = quotation->first_token; t <= last; t++)
        words += px_token_is_word(&tokens[t]);
    *phrase = (struct px_slice){0};
    if (quotation->unbalanced || words < FEWEST || words > MOST)
        return true;
    struct px_buffer folded = {0};
    for (uint32_t t = quotation->first_token; t <= last; t++)
        if (px_token_is_word(&tokens[t])) {
            px_buffer_append(&folded, px_compare_form(context, &tokens[t])->fold_text);
            px_buffer_byte(&folded, ' ');
        }
    if (!folded.failed)
        *phrase = px_arena_copy(&context->scratch, px_buffer_slice(&folded));
    px_buffer_release(&folded);
    return phrase->data != NULL;
}

/* Who is quoted with the match, as far as known. */
static uint32_t speaker_at(const struct px_comparison *comparison, uint32_t a, const struct px_match *match)
{
    uint32_t statement = comparison->articles[a]->tokens.items[match->first_token].attribution;
    return statement == PX_NONE ? PX_NONE : px_comparison_said_by(comparison, a, statement, 0);
}

/* Lists the article's loaded words in quotations of few words; a word once for each quotation around it, as they nest.
 * False when memory is out. */
static bool list_phrases(struct px_compare_context *context, uint32_t a, struct phrases *all)
{
    const struct px_article *article = context->articles[a];
    for (size_t q = 0; q < article->quotations.count; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        struct px_slice words = {0};
        size_t m = px_vector_from(&article->matches, start, quotation->span.start);
        for (; m < article->matches.count && article->matches.items[m].end <= quotation->span.end; m++) {
            const struct px_match *match = &article->matches.items[m];
            if (words.size == 0 && !phrase_of(context, article, quotation, &words))
                return false;
            if (words.size == 0)
                break;
            struct phrase *phrase = px_match_is_loaded(match) ? px_vector_push(all, &context->scratch) : NULL;
            if (phrase != NULL)
                *phrase = (struct phrase){words, speaker_at(context->comparison, a, match), a, (uint32_t)m};
            else if (px_match_is_loaded(match))
                return false;
        }
    }
    return true;
}

/* Marks the words in phrases that each article quotes, but where different speakers are told: articles on one event that
 * quote the same phrase have it from one source. False when memory is out. */
static bool mark_phrases(struct px_compare_context *context)
{
    struct phrases phrases = {0};
    for (uint32_t a = 0; a < context->count; a++)
        if (!list_phrases(context, a, &phrases))
            return false;
    const struct phrase *all = phrases.items;
    if (phrases.count > 1)
        qsort(phrases.items, phrases.count, sizeof *phrases.items, by_phrase);
    for (size_t first = 0, end; first < phrases.count; first = end) {
        size_t articles = 1;
        uint32_t known = all[first].referent;
        bool one = true;
        for (end = first + 1; end < phrases.count && px_slice_equal(all[first].words, all[end].words); end++) {
            articles += all[end].article != all[end - 1].article;
            one = one && (known == PX_NONE || all[end].referent == PX_NONE || known == all[end].referent);
            known = known == PX_NONE ? all[end].referent : known;
        }
        for (size_t i = first; one && articles == context->count && i < end; i++)
            context->comparison->said_alike[all[i].article][all[i].match] = true;
    }
    return true;
}

/* Does the article quote the match where it does not tell by name who says it: in a headline or a heading, or in a quotation
 * that it has pulled out of its text? */
static bool is_nobodys(const struct px_comparison *comparison, uint32_t a, const struct px_match *match)
{
    const struct px_article *article = comparison->articles[a];
    const struct px_token *token = &article->tokens.items[match->first_token];
    uint8_t role = article->blocks.items[article->sentences.items[token->sentence].block].role;
    bool headed = speaker_at(comparison, a, match) == PX_NONE && (role == PX_ROLE_TITLE || role == PX_ROLE_HEADING);
    return token->voice == PX_VOICE_DIRECT && (headed || token->attribution == PX_NONE);
}

/* Lists the article's loaded words; how many. */
static size_t list_loaded(const struct px_compare_context *context, uint32_t a, struct quoted *all)
{
    const struct px_article *article = context->articles[a];
    size_t count = 0;
    for (uint32_t m = 0; m < article->matches.count; m++) {
        const struct px_match *match = &article->matches.items[m];
        const struct px_token *token = &article->tokens.items[match->first_token];
        if (px_match_is_loaded(match))
            all[count++] = (struct quoted){.fold = px_compare_form(context, token)->fold,
                                           .last = px_compare_form(context, token + match->token_count - 1)->fold,
                                           .tokens = match->token_count,
                                           .match = m};
    }
    return count;
}

/* Marks the words that are quoted of nobody who is named, and that are marked elsewhere in the article. False when memory
 * is out. */
static bool mark_repeated(struct px_compare_context *context, uint32_t a)
{
    const struct px_article *article = context->articles[a];
    bool *marked = context->comparison->said_alike[a];
    struct quoted *all = px_arena_array(&context->scratch, struct quoted, article->matches.count + 1);
    if (all == NULL)
        return false;
    size_t count = list_loaded(context, a, all);
    if (count > 1)
        qsort(all, count, sizeof *all, by_word);
    for (size_t first = 0, end; first < count; first = end) {
        bool alike = marked[all[first].match];
        for (end = first + 1; end < count && is_same_word(&all[first], &all[end]); end++)
            alike = alike || marked[all[end].match];
        for (size_t i = first; alike && i < end; i++)
            marked[all[i].match] |= is_nobodys(context->comparison, a, &article->matches.items[all[i].match]);
    }
    return true;
}

enum px_status px_compare_said_alike(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    comparison->said_alike = px_compare_each(context, bool *);
    for (size_t a = 0; comparison->said_alike != NULL && a < context->count; a++) {
        comparison->said_alike[a] = px_arena_array(&comparison->arena, bool, context->articles[a]->matches.count + 1);
        if (comparison->said_alike[a] == NULL)
            return px_no_memory(error);
    }
    if (comparison->said_alike == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < comparison->shared.count; i++) {
        struct readers readers;
        if (comparison->shared.items[i].phrase)
            continue;
        if (!open_readers(context, &comparison->shared.items[i], &readers))
            return px_no_memory(error);
        read_run(comparison, &readers);
    }
    bool fine = mark_quoted(context) && mark_phrases(context);
    for (uint32_t a = 0; fine && a < context->count; a++)
        fine = mark_repeated(context, a);
    return fine ? PX_OK : px_no_memory(error);
}
