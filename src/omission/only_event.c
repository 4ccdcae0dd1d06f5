/* Events that one article tells and no other does.
 *
 * Whether another article tells the same is asked for of all its sentences, since it may tell it in other words, as a noun,
 * or over two sentences: an event is one article's alone only where no sentence elsewhere comes near it. What comes first,
 * is told more than once and shares its words with headline and standfirst is the more central. */
#include "align/telling.h"
#include "omission/omission.h"

#include <math.h>

#include "base/buffer.h"

enum { MOST_EVENTS = 400, SIGNS_FEWEST = 3, MOST_CENTRAL = 6, NEAR_NAMES = 2, REST_MOST = 14 };

/* An article tells an event that another one tells when a sentence of its holds so much of it … */
#define TOLD_SHARE 0.33
/* … or the verb with something beside it: what is told in other words has little more in common. */
#define TOLD_BESIDE 0.05
/* … or a number, with so much beside a small one. */
#define TOLD_COUNTED 0.1
/* Where the paragraphs tell the same, less is enough. */
#define NEAR_SHARE 0.25
/* So much of an event is to stand nowhere in the other article. */
#define ABSENT_LEAST 0.4
/* Less is no telling of its own: of nothing but names and small words. */
#define WEIGHT_LEAST 8.0
#define ADDED 0.5        /* of its weight has what only adds to something */
#define CENTRAL_PART 0.5 /* of the weight of the most central */
/* A clause half down the article, told once and of nothing that the headline speaks of, is told in passing. */
#define CENTRAL_LEAST 0.75

/* Does a paragraph that tells the same as the event's tell it, too? */
static bool is_told_beside(const struct px_compare_context *context, size_t a, uint32_t block, size_t b,
                           const struct px_tellings *tellings, const struct px_clause *clause)
{
    const struct px_comparison *comparison = context->comparison;
    for (size_t e = 0; e < comparison->edges.count; e++) {
        const struct px_edge *edge = &comparison->edges.items[e];
        bool turned = a > b;
        if (!edge->above_null || edge->article[turned] != a || edge->article[!turned] != b ||
            edge->block[turned] != block)
            continue;
        const struct px_block *other = &context->articles[b]->blocks.items[edge->block[!turned]];
        struct px_telling found = px_tellings_find(tellings, clause, other->first_sentence,
                                                   other->first_sentence + other->sentence_count, PX_TELLING_ANY);
        if (found.share >= NEAR_SHARE || found.names >= NEAR_NAMES)
            return true;
    }
    return false;
}

static bool is_told(const struct px_compare_context *context, size_t a, uint32_t block, size_t b,
                    const struct px_tellings *tellings, const struct px_clause *clause)
{
    struct px_telling found =
        px_tellings_find(tellings, clause, 0, (uint32_t)tellings->article->sentences.count, PX_TELLING_ANY);
    return found.share >= TOLD_SHARE || found.beside >= TOLD_BESIDE || found.counted >= TOLD_COUNTED ||
           found.absent < ABSENT_LEAST || is_told_beside(context, a, block, b, tellings, clause);
}

/* Who is the subject: the full name of a person who is named, or whom a pronoun stands for; empty where the words are to
 * stand. */
static struct px_slice name_of(const struct px_article *article, const struct px_event *event)
{
    const struct px_span *words = &event->subject.words;
    if (event->subject.entity == PX_NONE)
        return (struct px_slice){0};
    bool person = article->entities.items[event->subject.entity].kind == PX_ENTITY_PERSON;
    size_t behind = px_compare_mention_at(article, px_compare_token_at(article, words->start) + 1);
    const struct px_mention *mention = behind > 0 ? &article->mentions.items[behind - 1] : NULL;
    bool pronoun = words->end == words->start;
    bool named = pronoun || (person && mention != NULL && mention->entity == event->subject.entity &&
                             mention->form == PX_MENTION_NAME && mention->end >= words->end);
    return named ? article->entities.items[event->subject.entity].name : (struct px_slice){0};
}

/* "[Dorian Hask]" where the article has but "He" or "Hask". */
static void write_subject(const struct px_article *article, const struct px_event *event, struct px_buffer *out)
{
    struct px_slice words = px_slice_span(article->text, event->subject.words), name = name_of(article, event);
    bool other = name.size > 0 && px_slice_find(words, name, 0) == SIZE_MAX;
    px_buffer_string(out, other ? "[" : "");
    px_buffer_append(out, name.size > 0 ? name : words);
    px_buffer_string(out, other ? "]" : "");
}

/* Whose the subject is, where a pronoun says so: "[Dorian Hask’s] aides". False where none opens the subject. */
static bool write_owner(const struct px_article *article, const struct px_event *event, struct px_buffer *out)
{
    const struct px_span *words = &event->subject.words;
    size_t behind = px_compare_mention_at(article, px_compare_token_at(article, words->start) + 1);
    const struct px_mention *mention = behind > 0 ? &article->mentions.items[behind - 1] : NULL;
    if (mention == NULL || mention->start != words->start || mention->end >= words->end ||
        mention->form != PX_MENTION_PRONOUN)
        return false;
    px_buffer_printf(out, "[%.*s" PX_GENITIVE "]", PX_SLICE_ARG(article->entities.items[mention->entity].name));
    px_buffer_append(out, px_slice_part(article->text, mention->end, words->end));
    return true;
}

/* "looks into the camera *and speaks of his remarks*": behind the coordinator a second verb may be the point, and the rest
 * of the sentence goes along, where it is short and nobody is quoted in it. Else the predicate's end. */
static uint32_t told_end(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_event *event)
{
    const struct px_sentence *sentence = &article->sentences.items[event->sentence];
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = px_compare_token_at(article, event->predicate.end), words = 0, end = event->predicate.end;
    uint32_t last = sentence->first_token + sentence->token_count;
    if (first >= last || !px_compare_is_class(context, article, first, "grammar.coordinator"))
        return end;
    for (uint32_t t = first; t < last; t++) {
        bool word = px_token_counts(&tokens[t]);
        words += word;
        if (words > REST_MOST || tokens[t].voice != article->tokens.items[event->token].voice ||
            tokens[t].attribution != event->attribution)
            return event->predicate.end;
        end = t + 1 < last || word ? tokens[t].end : end;
    }
    return end;
}

/* Without the full stop or comma inside of a quotation that ends the predicate: the sentence is not told to its end. */
static bool write_predicate(const struct px_compare_context *context, const struct px_article *article,
                            const struct px_event *event, struct px_buffer *out)
{
    static const struct px_slice ends[] = {PX_SLICE_STATIC(".”"), PX_SLICE_STATIC(",”"), PX_SLICE_STATIC(".\""),
                                           PX_SLICE_STATIC(",\"")};
    struct px_slice text = px_slice_part(article->text, event->predicate.start, told_end(context, article, event));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (px_slice_ends(text, ends[i])) {
            px_buffer_append(out, px_slice_part(text, 0, text.size - ends[i].size));
            px_buffer_append(out, px_slice_part(ends[i], 1, ends[i].size));
            return !out->failed;
        }
    px_buffer_append(out, text);
    return !out->failed;
}

/* What stands between subject and predicate: who the subject is, ", the owner of the mine, ", or an ellipsis for more. */
static void write_gap(const struct px_article *article, const struct px_event *event, struct px_buffer *out)
{
    enum { LONGEST = 80 };
    const struct px_span *words = &event->subject.words;
    bool apart = words->end > words->start && words->end + 1 < event->predicate.start;
    struct px_slice gap = apart ? px_slice_part(article->text, words->end, event->predicate.start) : PX_SLICE(" ");
    bool aside = gap.size <= LONGEST && px_slice_starts(gap, PX_SLICE(", ")) && px_slice_ends(gap, PX_SLICE(", "));
    px_buffer_append(out, !apart || aside ? gap : PX_SLICE(" … "));
}

/* "Dorian Hask resigned on Tuesday". */
static bool write_text(struct px_compare_context *context, size_t a, const struct px_event *event,
                       struct px_buffer *out)
{
    const struct px_article *article = context->articles[a];
    px_buffer_clear(out);
    if (!write_owner(article, event, out))
        write_subject(article, event, out);
    write_gap(article, event, out);
    return write_predicate(context, article, event, out);
}

/* The sentence, of which the event is a part, without what ties it to the one before and without its full stop; empty where
 * it is long, or "But, …" ties it. */
static struct px_span short_sentence(const struct px_compare_context *context, size_t a, uint32_t sentence)
{
    enum { LONGEST = 240 }; /* bytes */
    struct px_span words = px_compare_untied(context, a, sentence);
    uint32_t first = px_compare_token_at(context->articles[a], words.start);
    bool tied = px_compare_is_class(context, context->articles[a], first, "grammar.coordinator");
    words.end -= words.end > words.start && context->articles[a]->text.data[words.end - 1] == '.';
    return !tied && words.end - words.start <= LONGEST ? words : (struct px_span){0, 0};
}

static double centrality(const struct px_tellings *own, const struct px_event *event, const struct px_clause *clause)
{
    const struct px_article *article = own->article;
    uint32_t head = px_compare_head_end(article), count = (uint32_t)article->sentences.count;
    struct px_telling body = px_tellings_find(own, clause, head, count, PX_TELLING_ANY);
    double times = body.whole > 1 ? body.whole : 1;
    struct px_telling ahead = px_tellings_find(own, clause, 0, head, PX_TELLING_ANY);
    return px_compare_early(article, article->sentences.items[event->sentence].start) * (1 + log(times)) *
           (1 + ahead.alone);
}

static bool is_only(const struct px_compare_context *context, const struct px_tellings *tellings, size_t a,
                    uint32_t block, const struct px_clause *clause)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != a && is_told(context, a, block, b, &tellings[b], clause))
            return false;
    return true;
}

/* Does the hit, within the predicate, make it concrete: a deed that the verb tells, a number? */
static bool is_concrete_hit(const struct px_compare_context *context, const struct px_event *event,
                            const struct px_hit *hit)
{
    struct px_slice category = px_resources_entry(context->worker->resources, hit)->category;
    switch (hit->lexicon) {
    case PX_LEXICON_NUMBERS: return true;
    case PX_LEXICON_EVENTS:
        return hit->first_token == event->token && px_slice_starts(category, PX_SLICE("event.deed."));
    default: return false;
    }
}

/* Does it tell what can be pointed at? "Toed the line" and "left a clue" may be a manner of speaking: the verb is to be
 * one of a deed, or what belongs to it a name or a number: a day alone makes nothing concrete, "seized on it on
 * Tuesday". */
static bool is_concrete(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_event *event)
{
    const struct px_span *span = &event->predicate;
    uint32_t first = px_compare_token_at(article, span->start), end = px_compare_token_at(article, span->end);
    for (size_t m = px_compare_mention_at(article, first);
         m < article->mentions.count && article->mentions.items[m].first_token < end; m++)
        if (article->mentions.items[m].form != PX_MENTION_PRONOUN)
            return true;
    for (uint32_t t = first; t < end; t++)
        if (article->tokens.items[t].kind == PX_TOKEN_NUMBER)
            return true;
    for (size_t h = px_hits_from(&article->hits, first);
         h < article->hits.count && article->hits.items[h].first_token < end; h++)
        if (is_concrete_hit(context, event, &article->hits.items[h]))
            return true;
    return false;
}

/* "his views *began to* change", "aides *have been* searching": what goes on, and cannot be pointed at. */
static bool is_under_way(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_event *event)
{
    uint32_t before = event->token;
    if (px_compare_is_class(context, article, event->token, "grammar.phase"))
        return px_compare_is_class(context, article, event->token + 1, "grammar.to");
    while (before > 0 && px_compare_is_class(context, article, before - 1, "grammar.adverb"))
        before--;
    return before > 0 && px_compare_is_class(context, article, before - 1, "grammar.be") &&
           px_compare_is_class(context, article, event->token, "grammar.gerund");
}

/* Does the predicate only lead over to a quotation: "began his interview by asking, …"? */
static bool is_frame(const struct px_article *article, const struct px_event *event)
{
    struct px_slice behind = px_slice_part(article->text, event->predicate.end, (uint32_t)article->text.size);
    struct px_slice predicate = px_slice_span(article->text, event->predicate);
    static const char *const MARKS[] = {"\"", "“", "'", "‘"};
    while (behind.size > 0 && behind.data[0] == ' ')
        behind = px_slice_part(behind, 1, (uint32_t)behind.size);
    if (px_slice_ends(predicate, PX_SLICE(",")) || px_slice_ends(predicate, PX_SLICE(":")))
        return true;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(behind, px_slice_from(MARKS[i])))
            return true;
    return false;
}

/* Does a condition follow, which the words leave out: "threatened to act, *if* the reports were true"? */
static bool is_conditional(const struct px_compare_context *context, const struct px_article *article,
                           const struct px_event *event)
{
    uint32_t next = px_compare_token_at(article, event->predicate.end);
    while (next < article->tokens.count && article->tokens.items[next].sentence == event->sentence &&
           article->tokens.items[next].kind == PX_TOKEN_PUNCTUATION)
        next++;
    return px_compare_hit(context, article, next, false, PX_LEXICON_AGENCY, "agency.supposed") != NULL;
}

/* Of what somebody says, is it but a clause that hangs on another, "*since* the law was in force", or two joined by
 * "that"? Alone it is not what he said. */
static bool is_torn(const struct px_compare_context *context, const struct px_article *article,
                    const struct px_event *event)
{
    uint32_t start =
        event->subject.words.end > event->subject.words.start ? event->subject.words.start : event->predicate.start;
    uint32_t first = px_compare_token_at(article, start), end = px_compare_token_at(article, event->predicate.end);
    if (event->attribution == PX_NONE)
        return false;
    if (first > 0 && px_compare_is_class(context, article, first - 1, "grammar.subordinator"))
        return true;
    for (uint32_t t = first + 1; t < end; t++)
        if (px_compare_is_class(context, article, t, "grammar.that") &&
            px_compare_is_class(context, article, t - 1, "grammar.coordinator"))
            return true;
    return false;
}

/* Is the event, or a part of it, that somebody says something: "issued a statement", "drew fire, critics warning"? That
 * is among the statements. */
static bool is_saying(const struct px_article *article, const struct px_event *event)
{
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        for (size_t k = 0; it->speech && k < it->cue.count; k++)
            if (it->cue.items[k].start < event->predicate.end && it->cue.items[k].end > event->predicate.start)
                return true;
    }
    return false;
}

/* "pay slips which suggest *that they were trained*": is it another's word, of whom nobody knows? */
static bool is_hearsay(const struct px_article *article, const struct px_event *event)
{
    return event->attribution == PX_NONE && article->tokens.items[event->token].voice == PX_VOICE_INDIRECT;
}

/* "The comments *also* left them squirming": does it add to what was told before, which it cannot stand for? */
static bool adds(const struct px_compare_context *context, const struct px_article *article,
                 const struct px_event *event)
{
    return px_compare_adds(context, article, article->sentences.items[event->sentence].first_token,
                           px_compare_token_at(article, event->predicate.end));
}

/* "Ann Hask | *was* the only one who | sent them back": does another verb stand right between subject and predicate? Then the
 * deed is not all that is told of it. */
static bool is_of_another_verb(const struct px_compare_context *context, const struct px_article *article,
                               const struct px_event *event)
{
    const struct px_span *words = &event->subject.words;
    if (words->end <= words->start || article->lexemes == NULL)
        return false;
    uint32_t next = px_compare_token_at(article, words->end);
    uint32_t predicate = px_compare_token_at(article, event->predicate.start);
    return next + 1 < predicate && (article->lexemes[next].word_class == PX_WORD_VERB ||
                                    (px_compare_is_class(context, article, next, "grammar.be") &&
                                     px_compare_is_class(context, article, predicate - 1, "grammar.relative")));
}

/* Is the event of the same sentence as the one that was added last? */
static bool is_of_last(const struct px_compare_context *context, size_t a, const struct px_event *event)
{
    size_t count = context->comparison->only.count;
    const struct px_only *last = count == 0 ? NULL : &context->comparison->only.items[count - 1];
    return last != NULL && last->kind == PX_ONLY_EVENT && last->article == a && last->evidence.count > 0 &&
           last->evidence.sentences[0] == event->sentence;
}

static enum px_status add_event(struct px_compare_context *context, const struct px_tellings *tellings, size_t a,
                                const struct px_event *event, struct px_buffer *text, struct px_error *error)
{
    struct px_clause clause;
    const struct px_span spans[] = {event->predicate, event->subject.words};
    px_clause_read(context, a, spans, 2, event, &clause);
    if (is_frame(context->articles[a], event) || is_conditional(context, context->articles[a], event) ||
        is_torn(context, context->articles[a], event) || is_under_way(context, context->articles[a], event) ||
        is_of_another_verb(context, context->articles[a], event) || is_saying(context->articles[a], event) ||
        is_hearsay(context->articles[a], event) || px_compare_is_near(context, a, event->sentence) ||
        !is_concrete(context, context->articles[a], event) || clause.count < SIGNS_FEWEST ||
        px_clause_weight(&clause) < WEIGHT_LEAST ||
        !is_only(context, tellings, a, context->articles[a]->sentences.items[event->sentence].block, &clause))
        return PX_OK;
    double weight = centrality(&tellings[a], event, &clause) * (adds(context, context->articles[a], event) ? ADDED : 1);
    if (!write_text(context, a, event, text))
        return px_no_memory(error);
    bool again = is_of_last(context, a, event); /* its sentence would stand there twice */
    struct px_only *only = px_compare_only_push(context, PX_ONLY_EVENT, a, px_buffer_slice(text));
    if (only == NULL)
        return px_no_memory(error);
    only->weight = weight;
    only->speaker = px_compare_speaker(context, a, event->attribution);
    if (only->speaker.size == 0 && !again && !px_compare_leans(context, a, event->sentence))
        only->span = short_sentence(context, a, event->sentence);
    return px_compare_evidence(context, (uint32_t[]){event->sentence}, 1, &only->evidence, error);
}

enum px_status px_compare_only_events(struct px_compare_context *context, struct px_error *error)
{
    struct px_buffer text = {0};
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        struct px_span last = {0, 0};
        for (size_t e = 0, told = 0; status == PX_OK && e < article->events.count && told < MOST_EVENTS; e++) {
            const struct px_event *event = &article->events.items[e];
            if (!event->clear || (event->predicate.start >= last.start && event->predicate.end <= last.end))
                continue; /* what another event's words tell already */
            told++;
            size_t before = context->comparison->only.count;
            status = add_event(context, context->tellings, a, event, &text, error);
            if (context->comparison->only.count > before)
                last = (struct px_span){event->predicate.start, told_end(context, article, event)};
        }
    }
    px_buffer_release(&text);
    return status;
}

/* Events are in order of weight. */
void px_compare_only_central(struct px_compare_context *context)
{
    for (size_t a = 0; a < context->count; a++) {
        double most = 0;
        size_t taken = 0;
        for (size_t i = 0; i < context->comparison->only.count && taken < MOST_CENTRAL; i++) {
            struct px_only *only = &context->comparison->only.items[i];
            if (only->kind != PX_ONLY_EVENT || only->article != a)
                continue;
            most = most > only->weight ? most : only->weight;
            only->central = only->weight >= CENTRAL_LEAST && only->weight >= CENTRAL_PART * most;
            taken += only->central;
        }
    }
}
