#include "annotate/event_clear.h"

#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

/* Do the words stand in the sentence for somebody who is told of there, or right before? */
static bool is_near(const struct px_article *article, uint32_t sentence, uint32_t mention)
{
    const struct px_mention *pronoun = &article->mentions.items[mention];
    uint32_t start = article->sentences.items[sentence > 0 ? sentence - 1 : 0].start;
    while (mention > 0 && article->mentions.items[mention - 1].start >= start) {
        const struct px_mention *before = &article->mentions.items[--mention];
        if (before->entity == pronoun->entity && before->form != PX_MENTION_PRONOUN)
            return true;
    }
    return false;
}

bool px_event_knows(const struct px_annotation *annotation, uint32_t sentence, uint32_t mention)
{
    const struct px_article *article = annotation->article;
    const struct px_mention *pronoun = &article->mentions.items[mention];
    uint32_t attribution = article->tokens.items[pronoun->first_token].attribution;
    if (attribution != PX_NONE && article->attributions.items[attribution].entity != pronoun->entity)
        return false;
    return is_near(article, sentence, mention);
}

/* What is asked of the event's words. */
struct words {
    const struct px_annotation *annotation;
    const struct px_event *event;
    uint32_t first; /* tokens of the subject, or of the predicate */
    uint32_t end;
};

static struct words words_of(const struct px_annotation *annotation, const struct px_event *event, struct px_span span)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t first = px_tokens_reaching(tokens, span.start), end = first;
    while (span.end > span.start && end < tokens->count && tokens->items[end].start < span.end)
        end++;
    return (struct words){annotation, event, first, end};
}

static bool is_event_word(const struct words *words, uint32_t token, const char *category)
{
    return px_party_is_listed(words->annotation, token, PX_LEXICON_EVENTS, px_slice_from(category));
}

/* A name, which need not be one of somebody: a word with a capital. */
static bool is_name(const struct words *words, uint32_t token)
{
    const struct px_article *article = words->annotation->article;
    char first = article->text.data[article->tokens.items[token].start];
    return first >= 'A' && first <= 'Z' && (article->tokens.items[token].flags & PX_TOKEN_SENTENCE_START) == 0;
}

/* Does something behind the article tell which one it is: a name in the same phrase, an office, or what everybody knows?
 * "The plan" was told of before. */
static bool is_told_which(const struct words *words, uint32_t article)
{
    for (uint32_t t = article + 1; t < words->end; t++)
        if (is_name(words, t) || is_event_word(words, t, "event.known") ||
            px_party_is_listed(words->annotation, t, PX_LEXICON_TITLES, (struct px_slice){"", 0}))
            return true;
    return false;
}

/* Has the parser a verb behind the token? */
static bool has_verb_behind(const struct words *words, const struct px_tree *tree, uint32_t token)
{
    bool found = false;
    for (uint32_t t = token + 1; !found && t < words->end; t++) {
        uint32_t word = px_parse_word(words->annotation, t);
        struct px_slice tag = word == PX_NONE || word >= tree->count
                                  ? (struct px_slice){0}
                                  : px_party_tag(words->annotation, words->event->sentence, word);
        found = px_slice_is(tag, "VERB") || px_slice_is(tag, "AUX");
    }
    return found;
}

/* Does the word point at what was told before: "dismissed *that* offer"? Where no verb follows it begins no clause,
 * whatever the parser takes it for. "This year" is that of the article, "that year" one that it told
 * of. */
static bool points(const struct words *words, uint32_t token)
{
    if (token + 1 < words->end && is_event_word(words, token, "event.pointing.here") &&
        (words->annotation->classes[token + 1] & PX_CLASS_TIME) != 0)
        return false;
    const struct px_tree *tree = px_parse_tree(words->annotation, token);
    uint32_t word = px_parse_word(words->annotation, token);
    return tree != NULL && word != PX_NONE && is_event_word(words, token, "event.pointing") &&
           (px_tree_has_xpos(tree, word, "DT") || !has_verb_behind(words, tree, token));
}

/* Is the entity told of in the event before the token, or is it the event's subject? */
static bool is_of_event(const struct words *words, uint32_t entity, uint32_t token)
{
    const struct px_article *article = words->annotation->article;
    const struct px_party *subject = &words->event->subject;
    uint32_t start = subject->words.end > subject->words.start ? subject->words.start : words->event->predicate.start;
    if (entity == subject->entity)
        return true;
    for (uint32_t t = token; t > 0 && article->tokens.items[t - 1].start >= start; t--) {
        uint32_t mention = words->annotation->mentions[t - 1];
        if (mention != PX_NONE && article->mentions.items[mention].entity == entity)
            return true; /* a pronoun, too: it was asked of before */
    }
    return false;
}

/* Is it in the predicate, and has it the form of what the subject has: "its", "their"? */
static bool is_subjects_own(const struct words *words, uint32_t token)
{
    const struct px_article *article = words->annotation->article;
    return (words->annotation->classes[token] & PX_CLASS_POSSESSIVE) != 0 &&
           article->tokens.items[token].start >= words->event->predicate.start;
}

/* Is it a pronoun of which no entity is known, and that need not be the subject's? */
static bool is_anybody(const struct words *words, uint32_t token)
{
    static const char *const persons[] = {"pronoun.male", "pronoun.female"};
    static const char *const others[] = {"pronoun.plural", "pronoun.neutral"};
    bool person = false, other = false;
    for (size_t i = 0; i < 2; i++) {
        person |= px_party_is_listed(words->annotation, token, PX_LEXICON_PRONOUNS, px_slice_from(persons[i]));
        other |= px_party_is_listed(words->annotation, token, PX_LEXICON_PRONOUNS, px_slice_from(others[i]));
    }
    return person || (other && !is_subjects_own(words, token));
}

/* Does the token stand for somebody or something outside of the event's words? Whose the subject is, "*her* camp", is
 * written out, where it is known. */
static bool stands_open(const struct words *words, uint32_t token)
{
    const struct px_article *article = words->annotation->article;
    uint32_t mention = words->annotation->mentions[token];
    if (mention == PX_NONE || article->mentions.items[mention].form != PX_MENTION_PRONOUN)
        return is_anybody(words, token);
    bool owner = article->tokens.items[token].start == words->event->subject.words.start;
    return !is_of_event(words, article->mentions.items[mention].entity, token) &&
           !(owner && px_event_knows(words->annotation, words->event->sentence, mention));
}

/* Does every word but those of a quotation speak of what the event's words tell? */
static bool is_closed(const struct words *words)
{
    for (uint32_t t = words->first; t < words->end; t++) {
        uint8_t voice = words->annotation->article->tokens.items[t].voice;
        if (voice != PX_VOICE_DIRECT && voice != PX_VOICE_SCARE && (stands_open(words, t) || points(words, t)))
            return false;
    }
    return true;
}

/* Is less than the whole done, or nothing: "has sent *few* signals", "took *no* part"? */
static bool tells_nothing(const struct words *predicate)
{
    for (uint32_t t = predicate->first; t < predicate->end; t++)
        if (is_event_word(predicate, t, "event.nothing"))
            return true;
    return false;
}

bool px_event_is_clear(const struct px_annotation *annotation, const struct px_event *event)
{
    struct words subject = words_of(annotation, event, event->subject.words);
    struct words predicate = words_of(annotation, event, event->predicate);
    for (uint32_t t = subject.first; t < subject.end; t++)
        if ((annotation->classes[t] & PX_CLASS_DEFINITE) != 0 && !is_told_which(&subject, t))
            return false;
    return is_closed(&subject) && is_closed(&predicate) && !tells_nothing(&predicate);
}
