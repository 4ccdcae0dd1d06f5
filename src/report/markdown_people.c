/* Who speaks, and what only one article has. */
#include <stdlib.h>

#include "report/page.h"
#include "report/said.h"
#include "report/speech.h"
#include "text/utf8.h"

enum { MOST_SOURCES = 30, MOST_LISTED = 12, PART_LENGTH = 240 };

/* Of a source without a statement that counts. */
static void empty_cell(struct px_page *page, const struct px_source *source, size_t article)
{
    px_buffer_string(page->out, source->traces[article] > 0 ? " less sure |" : " – |");
}

/* "3; 40 words; say 2, warn 1", or that there is nothing. */
static void count_cell(struct px_page *page, uint32_t statements, uint32_t words, struct px_slice cues)
{
    if (statements == 0) {
        px_buffer_string(page->out, " – |");
        return;
    }
    px_buffer_printf(page->out, " %u", statements);
    if (words > 0) /* what somebody denies are not his words */
        px_buffer_printf(page->out, "; %u word%s", words, words == 1 ? "" : "s");
    px_buffer_string(page->out, cues.size > 0 ? "; " : "");
    px_page_text(page, cues);
    px_buffer_string(page->out, " |");
}

static void source_cells(struct px_page *page, const struct px_source *source)
{
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        if (source->statements[i] == 0) {
            empty_cell(page, source, i);
            continue;
        }
        count_cell(page, source->statements[i], source->words[i], source->cues[i]);
    }
}

/* Whom the speaker acts for, where that is right often enough to be printed: of the government (a state may be one of a
 * federation), parties and firms, and of the civil society and experts where a body's name tells so; NULL for all
 * others, which the JSON has. A document acts for nobody. */
static const char *actor_words(const struct px_source *source)
{
    if (source->kind == PX_SPEAKER_DOCUMENT)
        return NULL;
    switch (source->actor) {
    case PX_ACTOR_STATE: return "government";
    case PX_ACTOR_PARTY:
    case PX_ACTOR_BUSINESS: return px_actor_name(source->actor);
    case PX_ACTOR_CIVIL_SOCIETY:
    case PX_ACTOR_EXPERT: return source->of_body ? px_actor_name(source->actor) : NULL;
    default: return NULL;
    }
}

static void source_row(struct px_page *page, const struct px_source *source)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, source->name, 80);
    if (source->role.size > 0 && source->kind == PX_SPEAKER_PERSON) {
        px_buffer_string(page->out, ", ");
        px_page_excerpt(page, source->role, 60);
    }
    px_buffer_printf(page->out, " | %s", px_speaker_kind_name(source->kind));
    const char *actor = actor_words(source);
    if (actor != NULL)
        px_buffer_printf(page->out, " (%s)", actor);
    px_buffer_string(page->out, source->anonymous ? ", anonymous |" : " |");
    source_cells(page, source);
    px_buffer_byte(page->out, ' ');
    px_page_cite_all(page, source->evidence, 4);
    px_buffer_string(page->out, " |\n");
}

static void speaker_text(struct px_page *page, const struct px_article *article,
                         const struct px_attribution *attribution)
{
    size_t a = 0, i = (size_t)(attribution - article->attributions.items);
    while (page->comparison->articles[a] != article)
        a++;
    const struct px_speaker *speaker = &page->comparison->speakers[a][i];
    bool told = attribution->entity == PX_NONE && !attribution->anonymous && speaker->referent != PX_NONE;
    if (speaker->unclear)
        px_buffer_string(page->out, "speaker unclear");
    else if (told) /* whom a description alone stands for here, and a name there */
        px_page_excerpt(page, page->comparison->referents.items[speaker->referent].name, 80);
    else
        px_page_excerpt(page, px_article_speaker(article, (uint32_t)i), 80);
}

/* A word by itself, "which … the greatest threat", stands for something that is said elsewhere. */
static bool is_single_word(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < 'a' || text.data[i] > 'z')
            return false;
    return true;
}

static const char *const MARKS[] = {"\"", "“", "'", "‘"}; /* that open a quotation */

/* Does a quotation of its own begin the part: an opening mark and a capital letter? */
static bool opens_quotation(struct px_slice part)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        struct px_slice mark = px_slice_from(MARKS[i]);
        if (px_slice_starts(part, mark) && part.size > mark.size)
            return part.data[mark.size] >= 'A' && part.data[mark.size] <= 'Z';
    }
    return false;
}

static bool holds_mark(struct px_slice part)
{
    bool held = false;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        held = held || px_slice_find(part, px_slice_from(MARKS[i]), 0) != SIZE_MAX;
    return held;
}

/* Is the part shown? Beside a quotation of its own what the article says round it is left out, and single words beside
 * all else. */
static bool is_shown(const struct px_article *article, const struct px_attribution *attribution, struct px_slice part)
{
    size_t longer = 0, quotations = 0;
    for (size_t i = 0; i < attribution->content.count; i++) {
        struct px_slice other = px_slice_span(article->text, attribution->content.items[i]);
        longer += !is_single_word(other);
        quotations += opens_quotation(other);
    }
    return (longer == 0 || !is_single_word(part)) && (quotations == 0 || holds_mark(part));
}

/* Is nothing left out between two parts that follow one another: a dash, a mark? */
static bool is_joined(const struct px_article *article, const struct px_span *before, const struct px_span *part)
{
    if (before->end > part->start)
        return false;
    struct px_slice between = px_slice_part(article->text, before->end, part->start);
    for (size_t at = 0; at < between.size;) {
        uint32_t c = px_utf8_next(between, &at);
        if (px_utf8_is_letter(c) || px_utf8_is_digit(c))
            return false;
    }
    return true;
}

/* Adds a part to what is said, behind an ellipsis where words are left out before it; returns whether it was cut. */
static bool add_part(const struct px_article *article, const struct px_span *before, const struct px_span *part,
                     bool cut, struct px_buffer *said)
{
    struct px_slice text = px_slice_span(article->text, *part);
    struct px_slice shown = px_slice_part(text, 0, px_excerpt_end(text, PART_LENGTH));
    if (before != NULL && !cut && is_joined(article, before, part))
        px_buffer_append(said, px_slice_part(article->text, before->end, part->start));
    else if (before != NULL)
        px_buffer_string(said, cut ? " " : " … ");
    px_said_append(shown, said);
    if (shown.size < text.size)
        px_buffer_printf(said, " …%s", px_excerpt_marks(shown).behind);
    return shown.size < text.size;
}

/* Does the part hang on a verb of its own, in the words between: "wants “more”, and pushed for talks “that last”"? With
 * an ellipsis it would hang on the words before. */
static bool hangs_elsewhere(const struct px_article *article, const struct px_attribution *attribution,
                            const struct px_span *before, const struct px_span *part)
{
    const struct px_tokens *tokens = &article->tokens;
    size_t first = px_vector_from(tokens, start, before->end), end = px_vector_from(tokens, start, part->start);
    if (article->lexemes == NULL || first == 0 || first >= end || end >= tokens->count ||
        tokens->items[first - 1].sentence != tokens->items[end].sentence)
        return false;
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (attribution->cue.items[i].start >= before->end && attribution->cue.items[i].start < part->start)
            return false;
    while (first < end && article->lexemes[first].word_class != PX_WORD_VERB)
        first++;
    return first < end;
}

/* What is said, its parts with an ellipsis between. */
static void content_text(struct px_page *page, const struct px_article *article,
                         const struct px_attribution *attribution, struct px_said_cited *cited)
{
    struct px_buffer said = {0};
    const struct px_span *before = NULL;
    bool cut = false;
    for (size_t i = 0, shown = 0; i < attribution->content.count && shown < PX_SAID_PARTS; i++) {
        const struct px_span *part = &attribution->content.items[i];
        if (!is_shown(article, attribution, px_slice_span(article->text, *part)) ||
            (before != NULL && hangs_elsewhere(article, attribution, before, part)))
            continue;
        cut = add_part(article, before, part, cut, &said);
        px_said_cite(article, part->start, cited);
        before = part;
        shown++;
    }
    page->out->failed = page->out->failed || said.failed;
    px_page_excerpt(page, px_buffer_slice(&said), PX_EXCERPT_WHOLE);
    px_buffer_release(&said);
}

static bool has_unclear(const struct px_comparison *comparison)
{
    uint32_t statements = 0;
    for (size_t a = 0; a < comparison->article_count; a++)
        statements += comparison->sourcing.unclear.statements[a];
    return statements > 0;
}

/* The statements of whom no article tells who it is, as a row of `columns` before the articles' own; nothing where
 * there are none. */
static void unclear_row(struct px_page *page, const char *columns, bool cited)
{
    const struct px_source *unclear = &page->comparison->sourcing.unclear;
    if (!has_unclear(page->comparison))
        return;
    px_buffer_string(page->out, columns);
    for (size_t a = 0; a < page->comparison->article_count; a++)
        count_cell(page, unclear->statements[a], unclear->words[a], (struct px_slice){0});
    if (cited) {
        px_buffer_byte(page->out, ' ');
        px_page_cite_all(page, unclear->evidence, 4);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, '\n');
}

/* Has an article a statement of the referent that is less sure, though not hardly surer than not? */
static bool is_less_sure_in(const struct px_comparison *comparison, size_t article, uint32_t referent)
{
    const struct px_article *a = comparison->articles[article];
    bool found = false;
    for (size_t i = 0; !found && i < a->attributions.count; i++)
        for (uint32_t k = 0; !found && k <= a->attributions.items[i].also_count; k++)
            found = px_sourcing_is_less_sure(&comparison->sourcing, comparison->articles, article, i) &&
                    px_comparison_said_by(comparison, article, i, k) == referent;
    return found;
}

/* "Less sure, and in no row, the likeliest: Kestria (A, B); …": who has no other statement. How many there are is left
 * open, since those that are hardly surer than not are not looked at. */
static void less_sure(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t shown = 0;
    for (uint32_t r = 0; r < comparison->referents.count; r++) {
        bool one = comparison->referents.items[r].kind != PX_ENTITY_GROUP; /* "Democrats" are some of them */
        bool named = false;
        for (size_t a = 0; one && !px_sourcing_has_row(&comparison->sourcing, r) && a < comparison->article_count;
             a++) {
            if (!is_less_sure_in(comparison, a, r))
                continue;
            if (!named) {
                px_buffer_string(page->out, shown++ == 0 ? "Less sure, and in no row, the likeliest: " : "; ");
                px_page_excerpt(page, comparison->referents.items[r].name, 60);
            }
            px_buffer_printf(page->out, "%s%c", named ? ", " : " (", px_page_letter(a));
            named = true;
        }
        px_buffer_string(page->out, named ? ")" : "");
    }
    px_buffer_string(page->out, shown > 0 ? ".\n\n" : "");
}

/* Statements and words by kind of speaker. */
static void kinds(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    px_page_table(page, (const char *const[]){"kind of speaker", NULL}, (const char *const[]){NULL});
    for (uint8_t kind = 0; kind <= PX_SPEAKER_MEDIA; kind++) {
        size_t start = page->out->size;
        uint32_t all = 0;
        px_buffer_printf(page->out, "| %s |", px_speaker_kind_name(kind));
        for (size_t a = 0; a < page->comparison->article_count; a++) {
            uint32_t statements = 0, words = 0;
            for (size_t i = 0; i < sourcing->sources.count; i++) {
                bool counts = sourcing->sources.items[i].kind == kind;
                statements += counts ? sourcing->sources.items[i].statements[a] : 0;
                words += counts ? sourcing->sources.items[i].words[a] : 0;
            }
            count_cell(page, statements, words, (struct px_slice){0});
            all += statements;
        }
        px_buffer_byte(page->out, '\n');
        if (all == 0 && !page->out->failed) /* nobody of the kind speaks */
            page->out->data[page->out->size = start] = '\0';
    }
    unclear_row(page, "| speaker unclear |", false);
    px_buffer_byte(page->out, '\n');
}

/* "(note)"; where the article doubts it, as it says so: "(supposedly noted)". */
static void cue_text(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    bool doubts = attribution->hearsay && attribution->cue.count == 1;
    struct px_slice text = doubts ? px_slice_span(article->text, attribution->cue.items[0]) : attribution->cue_lemma;
    px_buffer_string(page->out, " (");
    px_page_text(page, text);
    px_buffer_byte(page->out, ')');
}

/* One article's statements in full: who, what, in which sentence. */
static void statements(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (attribution->type == PX_ATTRIBUTION_INDIRECT || attribution->content.count == 0 ||
            attribution->speaker.count == 0 || !attribution->high_tier || attribution->cut ||
            page->comparison->sourcing.doubted[index][i])
            continue;
        if (shown++ == 0) {
            px_buffer_string(page->out, "Quoted in ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, ":\n\n");
        }
        struct px_said_cited cited = {{attribution->sentence}, 1};
        px_buffer_string(page->out, "- ");
        speaker_text(page, article, attribution);
        if (px_attribution_has_verb(attribution))
            cue_text(page, article, attribution);
        px_buffer_string(page->out, ": ");
        content_text(page, article, attribution, &cited);
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, index, &(struct px_evidence){cited.sentences, cited.count}, PX_SAID_PARTS);
        px_buffer_byte(page->out, '\n');
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

/* Is it surely told what the article does with the statement? Where its very verb or noun tells, "*unsubstantiated*
 * allegations of", it does not matter where the words that are said end. */
static bool is_taken_up(const struct px_page *page, size_t index, size_t statement)
{
    const struct px_comparison *comparison = page->comparison;
    const struct px_attribution *attribution = &comparison->articles[index]->attributions.items[statement];
    if (attribution->uptake == PX_UPTAKE_PLAIN || attribution->speaker.count == 0)
        return false;
    if (px_sourcing_counts(&comparison->sourcing, comparison->articles, index, statement))
        return true;
    return px_spans_hold(&attribution->cue, attribution->uptake_words.start) &&
           px_sourcing_is_less_sure(&comparison->sourcing, comparison->articles, index, statement);
}

/* What the article does with statements, beyond giving them. */
static void uptakes(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    uint32_t last = PX_NONE;
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (!is_taken_up(page, index, i) || attribution->uptake_words.start == last)
            continue;
        last = attribution->uptake_words.start;
        if (shown++ == 0) {
            px_buffer_string(page->out, "Taken up, cast doubt on or contradicted in the article's own words in ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, ":\n\n");
        }
        px_buffer_string(page->out, "- ");
        speaker_text(page, article, attribution);
        px_buffer_printf(page->out, ", %s by “", px_uptake_name(attribution->uptake));
        px_page_text(page, px_slice_span(article->text, attribution->uptake_words));
        px_buffer_string(page->out, "” ");
        size_t behind = px_vector_from(&article->sentences, start, attribution->uptake_words.start + 1);
        uint32_t sentences[] = {attribution->sentence, (uint32_t)behind - 1}; /* of the statement and of the words */
        px_page_cite(page, index, &(struct px_evidence){sentences, sentences[0] == sentences[1] ? 1 : 2}, 2);
        px_buffer_byte(page->out, '\n');
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

/* How many statements count: "… 24 of 32 in A, 19 of 25 in B." */
static void tiers(struct px_page *page)
{
    bool joint = false;
    px_buffer_string(page->out, "Only statements whose words and speaker are surest count: ");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        size_t high = 0, all = 0;
        for (size_t k = 0; k < article->attributions.count; k++) {
            const struct px_attribution *attribution = &article->attributions.items[k];
            bool counts = px_sourcing_counts(&page->comparison->sourcing, page->comparison->articles, i, k);
            high += counts;
            all += attribution->speech;
            joint = joint || (counts && attribution->also_count > 0);
        }
        px_buffer_printf(page->out, "%s%zu of %zu in %c", i == 0 ? "" : ", ", high, all, px_page_letter(i));
    }
    px_buffer_string(page->out, "; the others are in the JSON. ");
    px_buffer_string(page->out, joint ? "What several say together counts for each of them. " : "");
    px_buffer_string(page->out, "“Less sure”: words may be the speaker's there, but that is not sure enough to "
                                "count; “–”: nothing is given to the speaker there by this name or "
                                "description.\n\n");
}

void px_page_sourcing(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    px_buffer_string(page->out, "## Sourcing\n\n");
    if (sourcing->sources.count == 0 && !has_unclear(page->comparison)) {
        px_buffer_string(page->out, "No statement is attributed to anyone.\n\n");
        return;
    }
    px_buffer_string(page->out, "Statements and words given to each speaker, and the verbs used; in brackets "
                                "government, party, business, civil society or expert, where a speaker "
                                "is known to be one or to act for one. ");
    tiers(page);
    px_page_picture(page, PX_PICTURE_SOURCES);
    px_page_table(page, (const char *const[]){"speaker", "kind", NULL}, (const char *const[]){"sentences", NULL});
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++)
        source_row(page, &sourcing->sources.items[i]);
    unclear_row(page, "| speaker unclear | – |", true);
    px_page_more(page, sourcing->sources.count, MOST_SOURCES);
    px_buffer_byte(page->out, '\n');
    less_sure(page);
    kinds(page);
    px_page_indicators(page, "sourcing", "");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        statements(page, i);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        uptakes(page, i);
    px_page_validity(page, "sourcing");
}

/* A quotation stands in marks; a sentence from the middle of a longer one has none of its own. */
static void only_text(struct px_page *page, const struct px_only *only)
{
    enum { LONGEST = 120 };
    size_t at = 0;
    struct px_slice shown = px_slice_part(only->text, 0, px_excerpt_end(only->text, LONGEST));
    bool bare = only->kind == PX_ONLY_QUOTATION && only->text.size > 0 &&
                px_utf8_quote_mark(px_utf8_next(only->text, &at)) == PX_QUOTE_NONE &&
                px_excerpt_marks(shown).before[0] == '\0';
    px_buffer_string(page->out, bare ? "“" : "");
    px_page_excerpt(page, only->text, LONGEST);
    px_buffer_string(page->out, bare ? "”" : "");
}

/* "- **people**: x [A¶1.1]; y …" of one kind in one article. */
static void only_kind(struct px_page *page, size_t article, uint8_t kind, const char *name)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->comparison->only.count; i++) {
        const struct px_only *only = &page->comparison->only.items[i];
        if (only->article != article || only->kind != kind)
            continue;
        if (++shown > MOST_LISTED)
            continue;
        if (shown == 1)
            px_buffer_printf(page->out, "- **%s**: ", name);
        else
            px_buffer_string(page->out, "; ");
        only_text(page, only);
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, article, &only->evidence, 2);
        px_buffer_string(page->out, only->later ? " (after the others appeared)" : "");
    }
    if (shown > MOST_LISTED)
        px_buffer_printf(page->out, "; and %zu more", shown - MOST_LISTED);
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

/* Does the last word of the speaker's name stand in the text? */
static bool is_named_in(struct px_slice text, struct px_slice speaker)
{
    struct px_slice last = px_slice_last_word(speaker);
    return last.size > 0 && px_slice_find(text, last, 0) != SIZE_MAX;
}

static size_t count_events(const struct px_page *page, size_t article, bool central)
{
    size_t count = 0;
    for (size_t i = 0; i < page->comparison->only.count; i++) {
        const struct px_only *only = &page->comparison->only.items[i];
        count += only->article == article && only->kind == PX_ONLY_EVENT && only->central == central;
    }
    return count;
}

/* The central events that one article alone tells, a line each. */
static void only_events(struct px_page *page, size_t article)
{
    size_t shown = 0, central = count_events(page, article, true), more = count_events(page, article, false);
    for (size_t i = 0; i < page->comparison->only.count; i++) {
        const struct px_only *only = &page->comparison->only.items[i];
        if (only->article != article || only->kind != PX_ONLY_EVENT || !only->central)
            continue;
        if (shown++ == 0) {
            px_buffer_string(page->out, "\nTold by ");
            px_page_article_name(page, article);
            px_buffer_string(page->out, central > 1 ? " alone, as far as words can show, the most central first:\n\n"
                                                    : " alone, as far as words can show:\n\n");
        }
        px_buffer_string(page->out, "- ");
        px_page_excerpt(page, only->text, 200);
        if (px_slice_starts(only->speaker, PX_SLICE("(")) || is_named_in(only->text, only->speaker))
            px_buffer_string(page->out, ", in reported speech"); /* nobody is named, or in the words themselves */
        else if (only->speaker.size > 0) {
            px_buffer_string(page->out, ", as told by ");
            px_page_excerpt(page, only->speaker, 60);
        }
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, article, &only->evidence, 2);
        px_buffer_string(page->out, only->later ? " (after the others appeared)\n" : "\n");
    }
    if (more > 0)
        px_buffer_printf(page->out, "\n%zu less central ones are in the JSON.\n", more);
}

void px_page_only(struct px_page *page)
{
    px_buffer_string(page->out,
                     "## Only in one\n\nWhat may stand in the other article by another name or in other words is "
                     "left out, so that these lists are no counts.\n\n");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        px_buffer_string(page->out, "Only in ");
        px_page_article_name(page, i);
        px_buffer_string(page->out, ":\n\n");
        only_kind(page, i, PX_ONLY_SOURCE, "speakers");
        only_kind(page, i, PX_ONLY_ENTITY, "names");
        only_kind(page, i, PX_ONLY_NUMBER, "numbers");
        only_kind(page, i, PX_ONLY_QUOTATION, "quotations");
        only_events(page, i);
        px_buffer_byte(page->out, '\n');
    }
    px_page_validity(page, "only");
}
