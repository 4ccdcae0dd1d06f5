/* Whom the pronouns of a quoted line mean who is not named in it: "said *her* [Ann Hask’s] books …". */
#include "report/said_names.h"

#include "base/vector.h"
#include "report/said.h"

enum { QUOTED_REACH = 2 }; /* sentences before what is said */

/* Is the mention a name, or what else tells who it is? */
static bool tells(const struct px_mention *mention)
{
    return mention->form != PX_MENTION_PRONOUN && mention->entity != PX_NONE;
}

static bool is_person(const struct px_article *article, const struct px_mention *mention)
{
    return mention->entity < article->entities.count &&
           article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
}

static struct px_span line_of(const struct px_attribution *attribution)
{
    struct px_span line = attribution->content.items[0];
    for (size_t i = 0; i < attribution->cue.count; i++)
        line.start = attribution->cue.items[i].start < line.start ? attribution->cue.items[i].start : line.start;
    line.end = attribution->content.items[attribution->content.count - 1].end;
    return line;
}

/* Has the line the person before the pronoun, by whatever word, or his name behind it, in a quotation? */
static bool is_told(const struct px_article *article, const struct px_attribution *attribution,
                    const struct px_mention *pronoun, bool quoted)
{
    struct px_span line = line_of(attribution);
    for (size_t m = px_vector_from(&article->mentions, start, line.start);
         m < article->mentions.count && article->mentions.items[m].start < line.end; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        if (other->entity == pronoun->entity && !px_spans_hold(&attribution->speaker, other->start) &&
            (other->start < pronoun->start || (quoted && tells(other))))
            return true;
    }
    return false;
}

/* Can both be meant by one pronoun? */
static bool are_alike(const struct px_article *article, uint32_t one, uint32_t other)
{
    uint8_t a = article->entities.items[one].gender, b = article->entities.items[other].gender;
    return a == 0 || b == 0 || a == b;
}

/* "calling *him* “proud”": is the pronoun right behind the verb, and before a mark, whom the speaker speaks of? That is not the
 * speaker. */
static bool is_told_of(const struct px_said_line *line, const struct px_mention *pronoun)
{
    const struct px_tokens *tokens = &line->article->tokens;
    size_t next = px_vector_from(tokens, start, pronoun->end);
    const struct px_spans *cue = &line->attribution->cue;
    return cue->count > 0 && cue->items[cue->count - 1].end + 1 == pronoun->start && next < tokens->count &&
           tokens->items[next].kind == PX_TOKEN_PUNCTUATION;
}

static bool is_quoted(const struct px_article *article, const struct px_mention *mention)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t token = px_vector_from(tokens, start, mention->start);
    return token < tokens->count &&
           (tokens->items[token].voice == PX_VOICE_DIRECT || tokens->items[token].voice == PX_VOICE_SCARE);
}

/* Is it the speaker, or who is named right behind the cue, "told *Una Tarn*, “He lied”"? */
static bool takes_part(const struct px_said_line *line, const struct px_mention *mention)
{
    const struct px_attribution *it = line->attribution;
    uint32_t end = it->cue.count > 0 ? it->cue.items[it->cue.count - 1].end : 0;
    bool told = end > 0 && mention->start == end + 1 && !px_spans_hold(&it->content, mention->start);
    return told || px_attribution_is_by(it, mention->entity);
}

/* Is the person the only one named from the sentence before the pronoun's on, or from its own on, who can be meant? */
static bool is_only_one(const struct px_said_line *line, const struct px_mention *pronoun, uint32_t sentence)
{
    const struct px_article *article = line->article;
    bool named = false, told_of = is_quoted(article, pronoun) || is_told_of(line, pronoun);
    for (size_t m = px_vector_from(&article->mentions, start, article->sentences.items[sentence].start);
         m < article->mentions.count && article->mentions.items[m].start < pronoun->start; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        named = named || (other->entity == pronoun->entity && tells(other));
        if (tells(other) && other->entity != pronoun->entity && is_person(article, other) &&
            !(told_of && takes_part(line, other)) && are_alike(article, other->entity, pronoun->entity))
            return false;
    }
    return named;
}

/* "“Why is *he* late?” asked Hask. “He was ill,” said Lind.": is the person quoted right before, and so may talk with
 * the speaker of somebody else? */
static bool is_partner(const struct px_said_line *line, uint32_t person, uint32_t opening)
{
    const struct px_article *article = line->article;
    bool talks = false;
    for (size_t i = 0; !talks && i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        talks = it != line->attribution && it->sentence <= opening && it->sentence + QUOTED_REACH >= opening &&
                it->type == PX_ATTRIBUTION_DIRECT && px_attribution_is_by(it, person);
    }
    return talks;
}

/* Does the pronoun stand for somebody who is not the speaker and is not named in the line? */
static bool is_unnamed(const struct px_said_line *line, const struct px_mention *mention)
{
    const struct px_article *article = line->article;
    if (mention->form != PX_MENTION_PRONOUN || !is_person(article, mention) ||
        px_attribution_is_by(line->attribution, mention->entity))
        return false;
    return !is_told(article, line->attribution, mention, is_quoted(article, mention));
}

/* Is he surely meant, as the only one named in the sentence, or in the one before, or shortly before a quotation but for
 * who takes part in it? */
static bool is_sure(const struct px_said_line *line, const struct px_mention *mention)
{
    const struct px_article *article = line->article;
    uint32_t sentence = px_article_sentence_at(article, mention->start);
    const struct px_sentence *sentences = article->sentences.items;
    if (is_quoted(article, mention)) {
        uint32_t opening = px_article_sentence_at(article, line->attribution->content.items[0].start);
        return !is_partner(line, mention->entity, opening) &&
               is_only_one(line, mention, opening > QUOTED_REACH ? opening - QUOTED_REACH : 0);
    }
    bool before = sentence > 0 && sentences[sentence - 1].block == sentences[sentence].block;
    return is_only_one(line, mention, sentence) || (before && is_only_one(line, mention, sentence - 1));
}

/* What the report calls the article's entity. */
static struct px_slice name_of(const struct px_said_line *line, uint32_t entity)
{
    const struct px_comparison *comparison = line->comparison;
    size_t a = px_comparison_index(comparison, line->article);
    for (size_t r = 0; a < comparison->article_count && r < comparison->referents.count; r++)
        if (!comparison->referents.items[r].lexical && comparison->referents.items[r].entity[a] == entity)
            return comparison->referents.items[r].name;
    return line->article->entities.items[entity].name;
}

/* Behind the pronoun, and what is drawn together with it: "he", "he’s". */
static uint32_t pronoun_end(const struct px_article *article, const struct px_mention *pronoun)
{
    const struct px_tokens *tokens = &article->tokens;
    uint32_t end = pronoun->end;
    for (size_t t = px_vector_from(tokens, start, end);
         t < tokens->count && tokens->items[t].start == end && tokens->items[t].kind != PX_TOKEN_PUNCTUATION; t++)
        end = tokens->items[t].end;
    return end;
}

/* Is the person named nowhere in the words, and told of by no pronoun before this one? */
static bool is_first_of(const struct px_article *article, struct px_span words, const struct px_mention *pronoun)
{
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].start < words.end; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        if (other->entity == pronoun->entity && (other->start < pronoun->start || tells(other)))
            return false;
    }
    return true;
}

/* "Among *his* other concerns, Mr. Hask viewed": do the words name somebody else who could be meant? */
static bool has_rival(const struct px_article *article, struct px_span words, const struct px_mention *pronoun)
{
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].start < words.end; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        if (other->entity != pronoun->entity && tells(other) && is_person(article, other) &&
            are_alike(article, other->entity, pronoun->entity))
            return true;
    }
    return false;
}

/* “It burns,” *he* said: the statement that the pronoun is the speaker of; NULL where it is none. */
static const struct px_attribution *said_by(const struct px_article *article, const struct px_mention *pronoun)
{
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].speech &&
            px_spans_hold(&article->attributions.items[i].speaker, pronoun->start))
            return &article->attributions.items[i];
    return NULL;
}

/* The name of the person whom the pronoun stands for, where the words do not name him, for sure: who speaks there, or who is
 * told of from their beginning on or alone; else empty. */
static struct px_slice riddle(const struct px_comparison *comparison, const struct px_article *article,
                              struct px_span words, const struct px_mention *mention)
{
    const struct px_said_line line = {comparison, article, NULL};
    const struct px_slice none = {NULL, 0};
    if (mention->form != PX_MENTION_PRONOUN || !is_person(article, mention) || is_quoted(article, mention) ||
        !is_first_of(article, words, mention))
        return none;
    const struct px_attribution *said = said_by(article, mention);
    if (said == NULL)
        return mention->start == words.start || !has_rival(article, words, mention) ? name_of(&line, mention->entity)
                                                                                    : none;
    size_t a = px_comparison_index(comparison, article), statement = (size_t)(said - article->attributions.items);
    return px_sourcing_counts(&comparison->sourcing, comparison->articles, a, statement)
               ? px_comparison_speaker_name(comparison, a, statement)
               : none;
}

void px_said_append_told(const struct px_comparison *comparison, const struct px_article *article, struct px_span words,
                         struct px_buffer *out)
{
    uint32_t at = words.start;
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].end <= words.end; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        struct px_slice name =
            mention->start < at ? (struct px_slice){NULL, 0} : riddle(comparison, article, words, mention);
        if (name.size == 0)
            continue;
        uint32_t end = pronoun_end(article, mention);
        px_buffer_append(out, px_slice_part(article->text, at, end));
        px_buffer_printf(out, " [%.*s%s]", PX_SLICE_ARG(name), mention->owns ? PX_GENITIVE : "");
        at = end;
    }
    px_buffer_append(out, px_slice_part(article->text, at, words.end));
}

bool px_said_tells(const struct px_comparison *comparison, const struct px_article *article, struct px_span words,
                   struct px_slice name)
{
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         name.size > 0 && m < article->mentions.count && article->mentions.items[m].end <= words.end; m++)
        if (px_slice_equal(name, riddle(comparison, article, words, &article->mentions.items[m])))
            return true;
    return false;
}

void px_said_append_named(const struct px_said_line *line, struct px_slice words, struct px_buffer *out)
{
    const struct px_article *article = line->article;
    uint32_t start = (uint32_t)(words.data - article->text.data), at = 0;
    for (size_t m = px_vector_from(&article->mentions, start, start);
         m < article->mentions.count && article->mentions.items[m].end <= start + words.size; m++) {
        if (!is_unnamed(line, &article->mentions.items[m]) || !is_sure(line, &article->mentions.items[m]))
            continue;
        struct px_slice name = name_of(line, article->mentions.items[m].entity);
        uint32_t end = pronoun_end(article, &article->mentions.items[m]) - start;
        px_said_append(px_slice_part(words, at, end), out);
        px_buffer_printf(out, " [%.*s%s]", PX_SLICE_ARG(name), article->mentions.items[m].owns ? PX_GENITIVE : "");
        at = end;
    }
    px_said_append(px_slice_part(words, at, words.size), out);
}

bool px_said_leans(const struct px_said_line *line)
{
    const struct px_article *article = line->article;
    struct px_span words = line_of(line->attribution);
    bool of_person = line->attribution->speaker_kind == PX_SPEAKER_PERSON, told = false, untold = false;
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         m < article->mentions.count && article->mentions.items[m].start < words.end; m++) {
        bool unnamed = is_unnamed(line, &article->mentions.items[m]);
        told = told || (unnamed && is_sure(line, &article->mentions.items[m]));
        untold = untold || (unnamed && !is_sure(line, &article->mentions.items[m]));
    }
    return of_person ? line->attribution->leaning && !told : untold;
}
