/* Statements whose verb hangs on a clause that tells more: what leads to it. */
#include "report/said_led.h"

#include <string.h>

#include "base/vector.h"
#include "report/said_whole.h"

/* Does the statement stand in the words, its content or its cue? */
static bool stands_in(const struct px_attribution *attribution, struct px_span words)
{
    const struct px_span *cue = attribution->cue.items, *content = attribution->content.items;
    return (attribution->cue.count > 0 && cue->start >= words.start && cue->start < words.end) ||
           (attribution->content.count > 0 && content->start < words.end &&
            content[attribution->content.count - 1].end > words.start);
}

/* Do the words tell what the speaker did: a verb among more words than one, and no more than a line has room for? */
static bool tell(const struct px_article *article, struct px_span words)
{
    enum { LEAST = 2, MOST = 40 };
    const struct px_tokens *tokens = &article->tokens;
    size_t count = 0;
    bool verb = false;
    for (size_t t = px_vector_from(tokens, start, words.start); t < tokens->count && tokens->items[t].start < words.end;
         t++) {
        count += px_token_counts(&tokens->items[t]);
        verb = verb || article->lexemes[t].word_class == PX_WORD_VERB;
    }
    return verb && count >= LEAST && count <= MOST;
}

/* Do the words tell what the speaker is like, "was somewhat contradictory"? The line is to tell what he says, and not what
 * the article makes of him. */
static bool describe(const struct px_article *article, uint32_t speaker, struct px_span words)
{
    for (size_t i = 0; i < article->epithets.count; i++) {
        const struct px_epithet *epithet = &article->epithets.items[i];
        if (epithet->entity == speaker && epithet->kind == PX_EPITHET_PREDICATE && epithet->start >= words.start &&
            epithet->end <= words.end)
            return true;
    }
    return false;
}

/* The mention of the speaker that begins the sentence, "*Ann* told of the way that she went, saying"; empty where none does. */
static struct px_span named_first(const struct px_article *article, uint32_t entity, uint32_t start)
{
    size_t m = px_vector_from(&article->mentions, start, start);
    const struct px_mention *first = m < article->mentions.count ? &article->mentions.items[m] : NULL;
    bool whole =
        first != NULL && first->end < article->text.size && strchr(" ,", article->text.data[first->end]) != NULL;
    return whole && first->start == start && first->entity == entity && entity != PX_NONE
               ? (struct px_span){first->start, first->end}
               : (struct px_span){0, 0};
}

/* The subject that the words hang on: the speaker where he begins the sentence or stands behind a mark, for elsewhere his
 * clause may be part of another; then whoever begins it, if that is he. Empty where neither is. */
static struct px_span subject_of(const struct px_article *article, const struct px_attribution *attribution)
{
    struct px_span who = attribution->speaker.items[0];
    uint32_t start = article->sentences.items[attribution->sentence].start;
    size_t t = px_vector_from(&article->tokens, start, who.start);
    if (who.start < start || t == article->tokens.count)
        return (struct px_span){0, 0};
    bool apart = who.start == start || (t > 0 && article->tokens.items[t - 1].kind == PX_TOKEN_PUNCTUATION);
    return apart ? who : named_first(article, attribution->entity, start);
}

/* The token that the words behind the subject begin with: behind a mark or "himself", and behind a phrase set off before
 * the verb, "in turn,". */
static size_t first_word(const struct px_article *article, size_t token, uint32_t end)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t first = token;
    for (size_t t = token; t < tokens->count && tokens->items[t].start < end; t++) {
        size_t m = px_vector_from(&article->mentions, start, tokens->items[t].start);
        const struct px_mention *mention = m < article->mentions.count ? &article->mentions.items[m] : NULL;
        bool himself = t == first && mention != NULL && mention->start == tokens->items[t].start &&
                       mention->form == PX_MENTION_PRONOUN;
        if (article->lexemes[t].word_class == PX_WORD_VERB)
            break;
        if (himself || tokens->items[t].kind == PX_TOKEN_PUNCTUATION)
            first = t + 1;
    }
    return first;
}

/* The words between the subject and the participle; empty where there are none. */
static struct px_span words_between(const struct px_article *article, const struct px_attribution *attribution)
{
    struct px_span who = subject_of(article, attribution), words = {who.end, attribution->cue.items[0].start};
    size_t first = first_word(article, px_vector_from(&article->tokens, start, who.end), words.end);
    if (who.end == 0 || who.end >= words.end || first == article->tokens.count)
        return (struct px_span){0, 0};
    words.start = article->tokens.items[first].start;
    return words;
}

struct px_attribution px_said_led(const struct px_article *article, const struct px_attribution *attribution,
                                  const struct px_attribution *above, struct px_span *cue)
{
    struct px_attribution led = *attribution;
    if (!attribution->hanging || attribution->occasion.end > 0 || attribution->document || attribution->headless ||
        attribution->cue.count != 1 || attribution->speaker.count != 1 || article->lexemes == NULL)
        return led;
    struct px_span words = words_between(article, attribution);
    if (words.end <= words.start || stands_in(&(struct px_attribution){.content = attribution->content}, words) ||
        (above != NULL && stands_in(above, words)) || !tell(article, words) ||
        describe(article, attribution->entity, words))
        return led;
    *cue = (struct px_span){words.start, attribution->cue.items[0].end};
    led.cue.items = cue;
    led.hanging = false;
    led.added = led.added_before = 0;
    return led.cut && px_said_whole(article, &led).size == 0 ? *attribution : led;
}
