/* Motives, and what is taken as given: tables by whom it concerns, with the words. */
#include "report/deed_table.h"
#include "report/page.h"
#include "text/utf8.h"

enum { MOST_ACTOR_WORDS = 8 };

/* "in a bid to win": an aim that hangs on a deed, and is no "sought to win" by itself? */
static bool hangs_on_deed(const struct px_article *article, const struct px_motive *motive)
{
    const struct px_tokens *tokens = &article->tokens;
    if (article->lexemes == NULL)
        return false;
    for (size_t t = px_vector_from(tokens, start, motive->cue.start);
         t < tokens->count && tokens->items[t].start < motive->cue.end; t++)
        if (article->lexemes[t].word_class == PX_WORD_VERB)
            return false;
    return true;
}

/* Does the clause end where the aim's words do? "to set herself apart from Hask" may go on, "as well as from Brell". */
static bool ends_at(const struct px_article *article, const struct px_motive *motive)
{
    uint32_t end = motive->purpose.end;
    return motive->closed || end >= article->text.size || strchr(" ,", article->text.data[end]) == NULL;
}

/* Has each opening mark in the text from `start` to `end` its closing one? */
static bool is_balanced(struct px_slice text, uint32_t start, uint32_t end)
{
    int open = 0;
    bool straight = false;
    for (size_t at = start; at < end;) {
        uint32_t mark = px_utf8_next(text, &at);
        open += (mark == 0x201c) - (mark == 0x201d);
        straight ^= mark == '"';
    }
    return open == 0 && !straight;
}

/* What of the sentence tells the aim: all of it for one that hangs on a deed or points at something before it; else what
 * goes on behind an aim that does not end there, which may turn it round. Empty where that is too long. */
static struct px_span aim_whole(const struct px_article *article, const struct px_motive *motive)
{
    enum { LONGEST_SENTENCE = 280 };
    const struct px_sentence *sentence = &article->sentences.items[motive->sentence];
    bool deed = hangs_on_deed(article, motive) || motive->points;
    struct px_span whole = {deed ? sentence->start : motive->cue.start, sentence->end};
    while (!deed && whole.end > motive->purpose.end && strchr(" .\n", article->text.data[whole.end - 1]) != NULL)
        whole.end--;
    bool told = deed || (!ends_at(article, motive) && motive->cue.end <= motive->purpose.start &&
                         is_balanced(article->text, whole.start, whole.end));
    return told && whole.end - whole.start <= LONGEST_SENTENCE ? whole : (struct px_span){0, 0};
}

/* The aim in its words, with what belongs to it where that is short. */
static void aim_text(struct px_page *page, uint32_t index, const struct px_motive *motive)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_span whole = aim_whole(article, motive);
    px_buffer_string(page->out, "“");
    if (whole.end > whole.start) {
        px_page_quoted(page, index, whole, whole.end - whole.start);
    } else {
        px_page_quoted(page, index, motive->cue, PX_DEED_LONGEST);
        px_buffer_byte(page->out, ' ');
        px_page_quoted(page, index, motive->purpose, PX_DEED_MOST_REASON);
    }
    px_buffer_string(page->out, whole.end > whole.start || ends_at(article, motive) ? "”" : " …”");
}

/* Do several tell of the motive, "*say* Hask’s aides"? */
static bool is_said_by_many(const struct px_page *page, uint32_t index, const struct px_motive *motive)
{
    const struct px_article *article = page->comparison->articles[index];
    return motive->attribution < article->attributions.count &&
           article->attributions.items[motive->attribution].speaker_kind == PX_SPEAKER_GROUP;
}

/* "“in a bid to silence critics” (in disparaging words; says Pavel Dornik)" */
static void write_motive(struct px_page *page, size_t index)
{
    const struct px_motive_row *row = &page->comparison->motives.items[index];
    const struct px_motive *motive = &page->comparison->articles[row->article]->motives.items[row->motive];
    aim_text(page, row->article, motive);
    if (motive->aim != PX_AIM_PLAIN || row->speaker.size > 0) {
        px_buffer_string(page->out, motive->aim == PX_AIM_SUSPICIOUS ? " (in disparaging words"
                                    : motive->aim == PX_AIM_NOBLE    ? " (in praising words"
                                                                     : " (");
        if (row->speaker.size > 0) {
            px_buffer_string(page->out, motive->aim != PX_AIM_PLAIN ? "; " : "");
            px_buffer_string(page->out, is_said_by_many(page, row->article, motive) ? "say " : "says ");
            px_page_excerpt(page, row->speaker, PX_DEED_MOST_HOLDER);
        }
        px_buffer_byte(page->out, ')');
    }
    px_deed_cite(page, row->article, motive->sentence);
}

static bool all_name(const struct px_comparison *comparison, uint32_t referent)
{
    for (size_t a = 0; a < comparison->article_count; a++)
        if (referent == PX_NONE || comparison->referents.items[referent].mentions[a].count == 0)
            return false;
    return true;
}

static size_t spaces(struct px_slice words)
{
    size_t count = 0;
    for (size_t i = 0; i < words.size; i++)
        count += words.data[i] == ' ';
    return count;
}

/* Does the place stand in what somebody says, however little sure? */
static bool is_in_words(const struct px_article *article, uint32_t byte)
{
    for (size_t i = 0; i < article->attributions.count; i++)
        if (px_spans_hold(&article->attributions.items[i].content, byte))
            return true;
    return false;
}

/* Worth a line: of whom the articles know or a few words name (many are a clause rather), given by somebody else who is
 * told, if it is not the article itself, and coloured, or given to one whom all articles name, by more than an infinitive
 * or an effort. */
static bool is_shown(const struct px_comparison *comparison, const struct px_motive_row *row)
{
    const struct px_motive *motive = &comparison->articles[row->article]->motives.items[row->motive];
    bool told = row->speaker.size > 0 || !is_in_words(comparison->articles[row->article], motive->cue.start);
    if (!told || row->self || motive->negated || !motive->somebody ||
        (row->referent == PX_NONE && spaces(row->actor) >= MOST_ACTOR_WORDS))
        return false;
    return motive->aim != PX_AIM_PLAIN || (!motive->bare && !motive->noun && all_name(comparison, row->referent));
}

static bool has_motives(const struct px_comparison *comparison)
{
    for (size_t i = 0; i < comparison->motives.count; i++)
        if (is_shown(comparison, &comparison->motives.items[i]))
            return true;
    return false;
}

void px_page_motives(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_deeds_found entries = {0};
    for (size_t i = 0; i < comparison->motives.count; i++) {
        const struct px_motive_row *row = &comparison->motives.items[i];
        if (is_shown(comparison, row))
            px_deed_add(page, &entries,
                        (struct px_deed_found){row->actor, row->referent, row->article, i, false, false});
    }
    px_deed_table(page, &entries, "What somebody is said to aim at, by the article itself where no other is named:\n\n",
                  "of whom", write_motive);
}

/* "“Russia’s interference in the election”; in B attributed: May". Trigger and words are one phrase where they
 * touch. */
static void write_given(struct px_page *page, size_t index)
{
    const struct px_given_row *row = &page->comparison->givens.items[index];
    const struct px_given *given = &page->comparison->articles[row->article]->givens.items[row->given];
    bool apart = given->kind != PX_GIVEN_DEFINITE && given->words.start > given->trigger.end + 1;
    bool together = given->kind != PX_GIVEN_DEFINITE && !apart && given->trigger.start < given->words.start;
    px_buffer_string(page->out, "“");
    if (apart) {
        px_page_quoted(page, row->article, given->trigger, PX_DEED_LONGEST);
        px_buffer_string(page->out, "”: “");
    }
    px_page_quoted(page, row->article,
                   (struct px_span){together ? given->trigger.start : given->words.start, given->words.end},
                   PX_DEED_LONGEST);
    px_buffer_string(page->out, "”");
    px_deed_cite(page, row->article, given->sentence);
    for (size_t i = 0; i < row->counters.count; i++) {
        const struct px_counter *counter = &row->counters.items[i];
        px_buffer_printf(page->out, ", %s in %c", px_against_name(counter->against),
                         px_comparison_letter(counter->article));
        px_deed_cite(page, counter->article, counter->sentence);
    }
}

static const struct px_act *act_of(const struct px_comparison *comparison, const struct px_given_row *row)
{
    const struct px_article *article = comparison->articles[row->article];
    return &article->acts.items[article->givens.items[row->given].act];
}

/* The same charge of the same people, toward the same ones, stands before, in the same article. */
static bool is_repeated(const struct px_comparison *comparison, size_t index)
{
    const struct px_given_row *row = &comparison->givens.items[index];
    const struct px_act *act = act_of(comparison, row);
    for (size_t i = 0; act->claim.size > 0 && i < index; i++) {
        const struct px_given_row *before = &comparison->givens.items[i];
        const struct px_act *other = act_of(comparison, before);
        if (before->article == row->article && before->referent == row->referent && before->speaker.size == 0 &&
            px_slice_equal(other->claim, act->claim) &&
            (row->referent != PX_NONE || other->patient == act->patient || other->patient == PX_NONE))
            return true;
    }
    return false;
}

/* Has another article a deed of the kind, by whomever, in whatever clause? Then one cannot be told to have it alone. */
static bool stands_elsewhere(const struct px_comparison *comparison, const struct px_given_row *row)
{
    struct px_slice claim = act_of(comparison, row)->claim;
    for (size_t a = 0; a < comparison->article_count; a++)
        for (size_t i = 0; a != row->article && i < comparison->articles[a]->acts.count; i++)
            if (px_slice_equal(comparison->articles[a]->acts.items[i].claim, claim))
                return true;
    return false;
}

/* Do the aims show the sentence, above? */
static bool is_in_aim(const struct px_comparison *comparison, const struct px_given_row *row)
{
    uint32_t sentence = comparison->articles[row->article]->givens.items[row->given].sentence;
    for (size_t i = 0; i < comparison->motives.count; i++) {
        const struct px_motive_row *aim = &comparison->motives.items[i];
        if (aim->article == row->article && is_shown(comparison, aim) &&
            comparison->articles[aim->article]->motives.items[aim->motive].sentence == sentence)
            return true;
    }
    return false;
}

/* A charge lies against somebody whom the articles know, or another article speaks against it: "the murder of Ada Brell"
 * charges nobody, and that somebody resigned is none. */
static bool is_charge(const struct px_comparison *comparison, const struct px_given_row *row)
{
    const struct px_act *act = act_of(comparison, row);
    if (row->counters.count > 0)
        return row->referent != PX_NONE || act->claim.size > 0;
    return row->referent != PX_NONE && act->claim.size > 0 && !row->echoed && !stands_elsewhere(comparison, row);
}

/* Is the charge one of the list? */
static bool is_listed(const struct px_comparison *comparison, size_t index)
{
    const struct px_given_row *row = &comparison->givens.items[index];
    return row->speaker.size == 0 && is_charge(comparison, row) &&
           (row->counters.count > 0 || (!is_repeated(comparison, index) && !is_in_aim(comparison, row)));
}

bool px_page_has_deeds(const struct px_page *page)
{
    bool found = has_motives(page->comparison);
    for (size_t i = 0; !found && i < page->comparison->givens.count; i++)
        found = is_listed(page->comparison, i);
    return found;
}

void px_page_givens(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_deeds_found entries = {0};
    for (size_t i = 0; i < comparison->givens.count; i++) {
        const struct px_given_row *row = &comparison->givens.items[i];
        struct px_slice about = row->referent != PX_NONE ? row->about : PX_SLICE("(not told)");
        if (is_listed(comparison, i))
            px_deed_add(page, &entries,
                        (struct px_deed_found){about, row->referent, row->article, i, false, row->referent == PX_NONE});
    }
    px_deed_table(page, &entries, "Charges that an article, in its own voice, takes for fact:\n\n", "who does it",
                  write_given);
}
