/* The finding on the passages of each article that share few words with any other (lone.c): the largest of them. It
 * claims no more than that: of a paragraph that is so unlike a detail may stand elsewhere in other words. */
#include "findings/findings.h"

enum { MOST_NAMED = 2, LONGEST = 240 /* bytes of a sentence: the brief has no room for more */ };
#define ALONE_LEAST 0.1 /* of an article's words, so that what it has by itself is worth saying */
#define NAMED_LEAST 0.05

/* Behind the sources that one article has alone: that says more, and more surely. */
static const double cover_rank = 41;

static double share_of(const struct px_findings *findings, uint32_t words, size_t a)
{
    uint32_t all = findings->context->articles[a]->counts.words;
    return all == 0 ? 0 : (double)words / all;
}

/* The words of the article's passages that nobody else tells, and their number. */
static uint32_t count_lone(const struct px_findings *findings, size_t a, size_t *passages)
{
    const struct px_topics *topics = &findings->context->comparison->topics;
    uint32_t words = 0;
    *passages = 0;
    for (size_t t = 0; t < topics->count; t++) {
        words += topics->items[t].lone_words[a];
        *passages += topics->items[t].lone[a].count;
    }
    return words;
}

/* The share of the article's words that nobody else tells. */
static double lone_share(const struct px_findings *findings, size_t a)
{
    size_t passages;
    return share_of(findings, count_lone(findings, a, &passages), a);
}

/* A passage that one article alone tells, and the topic that it is of. */
struct passage {
    const struct px_topic *topic;
    const struct px_lone *lone;
};

static enum px_status cite(struct px_findings *findings, const struct passage *passages, size_t count, size_t a,
                           struct px_error *error)
{
    uint32_t sentences[MOST_NAMED];
    for (size_t i = 0; i < count; i++)
        sentences[i] = passages[i].lone->shown;
    return px_compare_evidence(findings->context, sentences, count, &findings->evidence[a], error);
}

/* Takes the passage among the longest, if it is. */
static size_t take(struct passage best[MOST_NAMED], size_t count, struct passage passage)
{
    size_t at = count < MOST_NAMED ? count++ : MOST_NAMED;
    for (; at > 0 && best[at - 1].lone->words < passage.lone->words; at--)
        if (at < MOST_NAMED)
            best[at] = best[at - 1];
    if (at < MOST_NAMED)
        best[at] = passage;
    return count;
}

/* The source that says most of the words in the spans, or NULL: what stands between two sentences of somebody's is not
 * his. Whoever has more than half of all is left when every other takes one of his away (Boyer and Moore 1981). */
static const struct px_source *main_source(const struct px_comparison *comparison, size_t a, const struct px_span *span)
{
    const struct px_article *article = comparison->articles[a];
    uint32_t most = PX_NONE, left = 0, words = 0, theirs = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t t = 0; t < article->tokens.count; t++) {
            const struct px_token *token = &article->tokens.items[t];
            if (!px_token_counts(token) || token->start < span->start || token->start >= span->end)
                continue;
            uint32_t speaker = px_compare_speaker_of(comparison, a, token);
            most = pass == 0 && left == 0 ? speaker : most;
            if (pass == 0)
                left = speaker == most ? left + 1 : left - 1;
            words += pass;
            theirs += pass == 1 && speaker == most;
        }
    for (size_t s = 0; most != PX_NONE && 2 * theirs > words && s < comparison->sourcing.sources.count; s++) {
        const struct px_source *source = &comparison->sourcing.sources.items[s];
        if (source->referent == most && !source->anonymous)
            return source;
    }
    return NULL;
}

/* Is the passage mostly words of a source that no other article has? Then it is told among the sources. */
static bool is_source_alone(const struct px_findings *findings, size_t a, const struct px_lone *lone)
{
    const struct px_source *source = main_source(findings->context->comparison, a, &lone->span);
    bool alone = source != NULL && source->absent != NULL;
    for (size_t b = 0; alone && b < findings->context->count; b++)
        alone = b == a || source->absent[b];
    return alone;
}

/* The longest passages told by the article alone of which a sentence says something by itself; returns how many are worth a
 * name. */
static size_t largest_alone(const struct px_findings *findings, size_t a, struct passage best[MOST_NAMED])
{
    size_t count = 0;
    for (size_t t = 0; t < findings->context->comparison->topics.count; t++) {
        const struct px_topic *topic = &findings->context->comparison->topics.items[t];
        if (topic->lone[a].count == 0 || px_findings_heads(findings, topic))
            continue;
        for (size_t l = 0; l < topic->lone[a].count; l++) {
            const struct px_lone *lone = &topic->lone[a].items[l];
            if (share_of(findings, lone->words, a) >= NAMED_LEAST && !lone->open && !is_source_alone(findings, a, lone))
                count = take(best, count, (struct passage){topic, lone});
        }
    }
    return count;
}

/* Is the speaker named in the passage's sentence? */
static bool names_speaker(const struct px_findings *findings, size_t a, struct px_span sentence,
                          const struct px_source *source)
{
    return source->referent != PX_NONE &&
           px_article_names(findings->context->articles[a], sentence,
                            findings->context->comparison->referents.items[source->referent].entity[a]);
}

static bool is_noun(const struct px_article *article, uint32_t token)
{
    return article->lexemes[token].word_class == PX_WORD_NOUN || article->lexemes[token].word_class == PX_WORD_NAME;
}

/* Is the first word of the sentence somebody's? */
static bool begins_quoted(const struct px_article *article, struct px_span sentence)
{
    uint32_t t = px_compare_token_at(article, sentence.start);
    while (t + 1 < article->tokens.count && !px_token_is_word(&article->tokens.items[t]))
        t++;
    return t < article->tokens.count && article->tokens.items[t].voice == PX_VOICE_DIRECT;
}

/* How much of the sentence there is room for: up to the end of a phrase, behind a noun that no other and no verb follows, but
 * into no quotation that begins in it; else as much as fits. */
static size_t room_for(const struct px_findings *findings, size_t a, struct px_span sentence)
{
    const struct px_article *article = findings->context->articles[a];
    size_t room = LONGEST;
    bool quoted = begins_quoted(article, sentence);
    for (uint32_t t = px_compare_token_at(article, sentence.start);
         article->lexemes != NULL && t + 1 < article->tokens.count &&
         article->tokens.items[t].end <= sentence.start + LONGEST;
         t++)
        if ((quoted || article->tokens.items[t].voice != PX_VOICE_DIRECT) && is_noun(article, t) &&
            !is_noun(article, t + 1) && article->lexemes[t + 1].word_class != PX_WORD_VERB &&
            article->text.data[article->tokens.items[t].end] == ' ')
            room = article->tokens.items[t].end - sentence.start;
    return 2 * room < LONGEST ? LONGEST : room;
}

/* Are all words of the span somebody's, so that nothing there tells whose? */
static bool is_quoted(const struct px_article *article, struct px_span words)
{
    bool quoted = true;
    for (uint32_t t = px_compare_token_at(article, words.start);
         quoted && t < article->tokens.count && article->tokens.items[t].start < words.end; t++)
        quoted = !px_token_is_word(&article->tokens.items[t]) || article->tokens.items[t].voice == PX_VOICE_DIRECT;
    return quoted;
}

/* "¶5–7": the article stands before it. */
static void write_place(struct px_findings *findings, size_t a, struct px_span span)
{
    struct px_buffer place = {0};
    px_comparison_paragraphs(findings->context->comparison, a, &(struct px_spans){&span, 1, 1}, &place);
    px_buffer_append(&findings->text, px_slice_part(px_buffer_slice(&place), place.size > 0, place.size));
    findings->text.failed |= place.failed;
    px_buffer_release(&place);
}

/* "¶5–7 (under “Syria”, with “The war …”)", "¶9 (“We will stay”, Ada Brell)", "¶9 (“The war …”; the passage is mostly words of
 * Ada Brell)": by the heading above it and the sentence that shows it best. */
static void write_passage(struct px_findings *findings, const struct passage *passage, size_t a)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_article *article = findings->context->articles[a];
    const struct px_lone *lone = passage->lone;
    const struct px_source *source = main_source(comparison, a, &lone->span);
    write_place(findings, a, lone->span);
    struct px_slice sentence = px_slice_span(article->text, lone->text);
    bool whole = sentence.size <= LONGEST;
    px_buffer_string(&findings->text, lone->under.size > 0 ? " (under " : " (");
    if (lone->under.size > 0) {
        px_findings_quote(findings, lone->under);
        px_buffer_string(&findings->text, ", with ");
    }
    px_buffer_string(&findings->text, is_quoted(article, lone->text) ? "quoted there: " : "");
    if (whole)
        px_findings_quote(findings, sentence);
    else
        px_findings_quote_beginning(findings, sentence, room_for(findings, a, lone->text));
    struct px_slice unnamed = {0};
    if (begins_quoted(article, lone->text))
        unnamed = px_comparison_unnamed_speaker(comparison, a, lone->shown);
    /* else the sentence may be the article's, in a passage that is mostly somebody's words */
    if (unnamed.size > 0)
        px_buffer_printf(&findings->text, ", %.*s", PX_SLICE_ARG(unnamed));
    else if (lone->under.size == 0 && source != NULL && !(whole && names_speaker(findings, a, lone->text, source)))
        px_buffer_printf(&findings->text, "; the passage is mostly words of %.*s", PX_SLICE_ARG(source->shown));
    px_buffer_byte(&findings->text, ')');
}

/* "210 words in A (The Post), 31 %, among them ¶4–9 (“The ferry …”) and ¶12–13 (“Nobody …”)"; where these are all, "at
 * ¶4–9"; where none says something by itself, no more than the words. */
static void write_alone(struct px_findings *findings, size_t a, const struct passage *best, size_t count)
{
    size_t passages;
    uint32_t words = count_lone(findings, a, &passages);
    px_buffer_printf(&findings->text, "%u words in ", words);
    px_findings_article(findings, a);
    px_buffer_printf(&findings->text, ", %.0f %%%s", 100 * share_of(findings, words, a),
                     count == 0         ? ""
                     : passages > count ? ", among them "
                                        : ", at ");
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(&findings->text, i > 0 ? " and " : "");
        write_passage(findings, &best[i], a);
    }
}

/* The passages that are large enough to be named, of an article that has enough by itself; returns how many. */
static size_t find_named(const struct px_findings *findings, size_t a, struct passage named[MOST_NAMED])
{
    return lone_share(findings, a) >= ALONE_LEAST ? largest_alone(findings, a, named) : 0;
}

/* How many articles have such passages. */
static size_t count_named(const struct px_findings *findings)
{
    struct passage named[MOST_NAMED];
    size_t count = 0;
    for (size_t a = 0; a < findings->context->count; a++)
        count += find_named(findings, a, named) > 0;
    return count;
}

/* How many passages of the article are told, in its order: a sentence has room for two. */
static size_t find_told(const struct px_findings *findings, size_t a, struct passage named[MOST_NAMED])
{
    size_t count = find_named(findings, a, named);
    if (count > 1 && count_named(findings) > 1)
        return 1;
    if (count == MOST_NAMED && named[1].lone->span.start < named[0].lone->span.start) {
        struct passage second = named[0];
        named[0] = named[1];
        named[1] = second;
    }
    return count;
}

bool px_findings_covers_sentence(const struct px_findings *findings, size_t article, uint32_t sentence)
{
    struct passage named[MOST_NAMED] = {{NULL, NULL}};
    size_t count = find_told(findings, article, named);
    for (size_t i = 0; i < count; i++)
        if (findings->context->articles[article]->sentences.items[sentence].start >= named[i].lone->span.start &&
            findings->context->articles[article]->sentences.items[sentence].start < named[i].lone->span.end)
            return true;
    return false;
}

/* Each article that has enough of such words, with its passages, where one has any; returns how many. */
static size_t write_each(struct px_findings *findings, const size_t *order, enum px_status *status,
                         struct px_error *error)
{
    size_t told = 0, all = 0;
    if (count_named(findings) == 0)
        return 0;
    for (size_t a = 0; a < findings->context->count; a++)
        all += lone_share(findings, a) >= ALONE_LEAST;
    for (size_t i = 0; *status == PX_OK && i < findings->context->count; i++) {
        struct passage named[MOST_NAMED] = {{NULL, NULL}};
        size_t count = find_told(findings, order[i], named);
        if (lone_share(findings, order[i]) < ALONE_LEAST)
            continue;
        px_buffer_string(&findings->text, told == 0 ? "" : told + 1 == all ? ", and " : ", ");
        write_alone(findings, order[i], named, count);
        told++;
        *status = cite(findings, named, count, order[i], error);
    }
    return told;
}

enum px_status px_findings_cover(struct px_findings *findings, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    const size_t *order = px_findings_most_first(findings, lone_share);
    if (status != PX_OK || order == NULL)
        return status != PX_OK ? status : px_no_memory(error);
    px_buffer_printf(&findings->text, "Passages that share few words with %s article: ",
                     findings->context->count == 2 ? "the other" : "any other");
    if (write_each(findings, order, &status, error) == 0 || status != PX_OK)
        return status;
    return px_findings_end(findings, PX_DRAFT_COVER, cover_rank, PX_SLICE("cover"), error);
}
