/* Statements whose words say another thing by themselves: the clause, or the sentence, that they stand in. */
#include "report/said_whole.h"

#include <string.h>

#include "base/vector.h"
#include "report/said_parts.h"
#include "text/utf8.h"

/* "which *he* called", "what *officials* described as": where the word before a speaker of one word begins that is no name
 * and stands right before the cue; else where the cue begins. */
static uint32_t clause_start(const struct px_article *article, const struct px_attribution *attribution)
{
    struct px_slice text = article->text;
    struct px_span speaker = attribution->speaker.items[0];
    uint32_t cue = attribution->cue.items[0].start + attribution->added, at = speaker.start;
    if (!px_said_is_single_word(px_slice_span(text, speaker)) || speaker.end + 1 != attribution->cue.items[0].start ||
        at < 2 || !px_utf8_is_letter((unsigned char)text.data[at - 2] & 0x7f))
        return cue;
    for (at--; at > 0 && strchr(" \n", text.data[at - 1]) == NULL;)
        at--;
    return at;
}

/* The words of a statement that say another thing by themselves, with those of the article about them, "called the closing
 * of schools “too costly”". Empty where that is more than a few lines, or of several sentences, and where the clause is
 * added to what it tells of: "the fees*, which he* called “a threat”". */
static struct px_slice with_clause(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t end = attribution->content.items[attribution->content.count - 1].end;
    if (attribution->cue.count == 0 || attribution->cue.items[0].start >= attribution->content.items[0].start)
        return (struct px_slice){NULL, 0};
    uint32_t start = clause_start(article, attribution);
    if (start < attribution->cue.items[0].start && start > 1 && article->text.data[start - 2] == ',')
        return (struct px_slice){NULL, 0};
    struct px_slice words = px_slice_part(article->text, start, end);
    size_t first = px_vector_from(&article->tokens, start, start), last = px_vector_from(&article->tokens, start, end);
    bool whole = last > first && article->tokens.items[first].sentence == article->tokens.items[last - 1].sentence;
    return whole && words.size <= PX_SAID_PART_LENGTH ? words : (struct px_slice){NULL, 0};
}

/* Does the sentence begin inside of a quotation, or behind words of one? */
static bool begins_quoted(const struct px_article *article, const struct px_sentence *sentence)
{
    const struct px_token *first = &article->tokens.items[sentence->first_token];
    return sentence->token_count == 0 || first->voice == PX_VOICE_DIRECT ||
           px_opening_mark(px_slice_part(article->text, sentence->start, sentence->end)) > 0;
}

/* Where a sentence begins to tell more than who says it: behind the speaker's name, and what he is, before its verb, "*Mayor
 * Ann Hask* urged him to sign the bill, which she called “weak”"; else at its start. */
static uint32_t behind_speaker(const struct px_article *article, const struct px_attribution *attribution,
                               const struct px_sentence *sentence)
{
    const struct px_token *tokens = article->tokens.items;
    size_t t = sentence->first_token, m = px_vector_from(&article->mentions, start, sentence->start);
    if (article->lexemes == NULL || m == article->mentions.count || attribution->entity == PX_NONE ||
        article->mentions.items[m].entity != attribution->entity)
        return sentence->start;
    for (; tokens[t].start < article->mentions.items[m].start; t++)
        if (article->lexemes[t].word_class != PX_WORD_NOUN && article->lexemes[t].word_class != PX_WORD_NAME)
            return sentence->start;
    t = px_vector_from(&article->tokens, start, article->mentions.items[m].end);
    bool verb = t < article->tokens.count && article->lexemes[t].word_class == PX_WORD_VERB;
    return verb ? tokens[t].start : sentence->start;
}

/* The words of a statement that lack their subject, with the sentence that has it, "Lind can veto the bill, which he called
 * “weak”", up to their end. Empty where that is more than a few lines, or of several sentences. */
static struct px_slice with_head(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_sentence *sentence = &article->sentences.items[attribution->sentence];
    uint32_t first = attribution->content.items[0].start;
    uint32_t end = attribution->content.items[attribution->content.count - 1].end;
    if (first < sentence->start || end > sentence->end || begins_quoted(article, sentence))
        return (struct px_slice){NULL, 0};
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (attribution->cue.items[i].start > end)
            return (struct px_slice){NULL, 0};
    struct px_slice words = px_slice_part(article->text, behind_speaker(article, attribution, sentence), end);
    return words.size <= PX_SAID_PART_LENGTH ? words : (struct px_slice){NULL, 0};
}

bool px_said_needs_more(const struct px_attribution *attribution)
{
    return attribution->cut || attribution->headless;
}

struct px_attribution px_said_denial(const struct px_attribution *denial)
{
    struct px_attribution whole = *denial;
    whole.cut = true;
    whole.headless = false;
    return whole;
}

struct px_slice px_said_whole(const struct px_article *article, const struct px_attribution *attribution)
{
    return attribution->headless ? with_head(article, attribution) : with_clause(article, attribution);
}
