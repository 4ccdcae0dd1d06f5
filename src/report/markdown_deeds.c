/* Blame and credit, motives, and what is taken as given: tables by whom it concerns, with the words. */
#include "report/deed_table.h"
#include "report/page.h"
#include "text/utf8.h"

enum { LONGEST = 90, MOST_HOLDER = 100, MOST_REASON = 160, MOST_AROUND = 135, MOST_ACTOR_WORDS = 8 };

static void cite(struct px_page *page, uint32_t article, uint32_t sentence)
{
    struct px_evidence evidence = {(uint32_t[]){sentence}, 1};
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, article, &evidence, 1);
}

/* Does what is said go on behind the words, by another quotation or "and"? */
static bool goes_on(struct px_slice text, uint32_t end)
{
    static const char *const JOINED[] = {"and ", "“", "\""};
    size_t at = end;
    while (at < text.size && (text.data[at] == ',' || text.data[at] == '"'))
        at++;
    at += px_slice_starts(px_slice_part(text, at, text.size), PX_SLICE("”")) ? PX_SLICE("”").size : 0;
    if (at >= text.size || text.data[at] != ' ')
        return false;
    struct px_slice rest = px_slice_part(text, at + 1, text.size);
    for (size_t i = 0; i < sizeof JOINED / sizeof *JOINED; i++)
        if (px_slice_starts(rest, px_slice_from(JOINED[i])))
            return true;
    return false;
}

/* Does a mark that parts clauses stand at the byte, before a blank? */
static bool parts_clauses(struct px_slice text, size_t at)
{
    return strchr(",;:", text.data[at]) != NULL && at + 1 < text.size && text.data[at + 1] == ' ';
}

/* The words with those of the party, where they stand in the same sentence, near them. */
static struct px_span with_party(struct px_span words, const struct px_party *party, struct px_span sentence)
{
    struct px_span both = {words.start < party->words.start ? words.start : party->words.start,
                           words.end > party->words.end ? words.end : party->words.end};
    bool here = party->words.end > party->words.start && both.start >= sentence.start && both.end <= sentence.end;
    return here && both.end - both.start <= MOST_AROUND ? both : words;
}

/* Where the words begin with as many whole ones before them as there is room for: "an attack that | Varn blamed on Osk". */
static uint32_t words_before(struct px_slice text, struct px_span words)
{
    uint32_t start = words.end > MOST_AROUND ? words.end - MOST_AROUND : 0;
    while (start < words.start && start > 0 && text.data[start - 1] != ' ')
        start++;
    return start < words.start ? start : words.start;
}

/* The clause about the cue, with whoever blames and whom it befalls, to the marks on either side where these are near. */
static struct px_span clause_about(const struct px_article *article, const struct px_blame *blame,
                                   struct px_span sentence)
{
    struct px_span words = with_party(with_party(blame->cue, &blame->target, sentence), &blame->by, sentence);
    uint32_t start = words.start, end = words.end;
    while (start > sentence.start && !(start >= 2 && parts_clauses(article->text, start - 2)))
        start--;
    while (end < sentence.end && !parts_clauses(article->text, end))
        end++;
    if (blame->about > 0 && blame->about < words.start && words.end - blame->about <= MOST_AROUND)
        words.start = blame->about;
    else if (words.end - start <= MOST_AROUND)
        words.start = start;
    else
        words.start = words_before(article->text, words);
    if (end - words.start <= MOST_AROUND)
        words.end = end;
    while (words.end < sentence.end && article->text.data[words.end] != ' ' &&
           !parts_clauses(article->text, words.end)) /* "Varn’s" */
        words.end++;
    if (sentence.end - words.end <= MOST_AROUND) /* "blamed on Varn, *though he was away*" turns it round */
        words.end = sentence.end;
    return words;
}

/* Where no words behind the cue tell what for: the clause about the cue, "… justify failures by blaming them on Varn". */
static void write_around(struct px_page *page, uint32_t a, const struct px_blame *blame)
{
    const struct px_article *article = page->comparison->articles[a];
    struct px_span sentence = {article->sentences.items[blame->sentence].start,
                               article->sentences.items[blame->sentence].end};
    while (sentence.end > blame->cue.end && strchr(" .\n", article->text.data[sentence.end - 1]) != NULL)
        sentence.end--;
    struct px_span words = clause_about(article, blame, sentence);
    px_buffer_string(page->out, words.start > sentence.start ? ": “… " : ": “");
    px_page_quoted(page, a, words, 2 * MOST_AROUND + 2);
    px_buffer_string(page->out, words.end < sentence.end ? " …”" : "”");
}

/* "criticized *by Republicans and some Democrats* for saying little": do the few words between tell who does it? There may
 * be others beside him, and left out they would not. */
static bool tells_by_whom(const struct px_blame *blame)
{
    enum { MOST_BETWEEN = 70 };
    return blame->by.words.start >= blame->cue.end && blame->by.words.end > blame->by.words.start &&
           blame->by.words.end <= blame->led && blame->led - blame->cue.end <= MOST_BETWEEN;
}

void px_page_blame_words(struct px_page *page, uint32_t article, const struct px_blame *blame)
{
    bool whole = tells_by_whom(blame);
    px_buffer_string(page->out, "“");
    px_page_quoted(page, article, whole ? (struct px_span){blame->cue.start, blame->led - 1} : blame->cue, LONGEST);
    px_buffer_string(page->out, !whole && blame->led > blame->cue.end + 1 ? " … " : " ");
    px_page_quoted(page, article, (struct px_span){blame->led, blame->reason.end}, MOST_REASON);
    px_buffer_string(page->out, goes_on(page->comparison->articles[article]->text, blame->reason.end) ? " …”" : "”");
}

/* "by Gavin Williamson: “accused … of fighting a war”": whether it is blame, criticism or praise, his verb tells. */
static void write_blame(struct px_page *page, size_t index)
{
    const struct px_blame_row *row = &page->comparison->blame.items[index];
    const struct px_article *article = page->comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    if (row->by.size == 0) {
        px_buffer_string(page->out, "in own voice");
    } else {
        px_buffer_string(page->out,
                         px_article_takes_the(article, px_blame_by(article, blame), row->by) ? "by the " : "by ");
        px_page_excerpt(page, row->by, MOST_HOLDER);
        px_buffer_string(page->out, px_blame_others(page->comparison, row));
    }
    if (blame->reason.end > blame->reason.start && blame->reason.start >= blame->cue.end) {
        px_buffer_string(page->out, ": "); /* the cue alone, "blamed on", says nothing of what for */
        px_page_blame_words(page, row->article, blame);
    } else {
        write_around(page, row->article, blame);
    }
    cite(page, row->article, blame->sentence);
}

/* Whom the articles know, or words that hold a name: "the ruling" is nobody. Who blames himself takes
 * responsibility. */
static bool is_somebody(const struct px_comparison *comparison, const struct px_blame_row *row)
{
    const struct px_article *article = comparison->articles[row->article];
    const struct px_blame *blame = &article->blames.items[row->blame];
    return !blame->negated && !px_slice_equal(row->by, row->target) &&
           (row->referent != PX_NONE || (blame->whom && !blame->credit) || px_words_hold_name(row->target));
}

/* Does the list tell that the article blames or praises the referent? */
static bool is_listed(const struct px_comparison *comparison, const struct px_blame_row *row, size_t article,
                      uint32_t referent)
{
    return referent != PX_NONE && row->article == article && row->referent == referent &&
           is_somebody(comparison, row) && px_blame_is_told(comparison, row);
}

bool px_page_tells_blame(const struct px_page *page, size_t article, uint32_t sentence, uint32_t referent, bool credit)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        const struct px_blame *blame = &comparison->articles[row->article]->blames.items[row->blame];
        if (is_listed(comparison, row, article, referent) && blame->sentence == sentence && blame->credit == credit)
            return true;
    }
    return false;
}

bool px_page_tells_any_blame(const struct px_page *page, size_t article, uint32_t referent)
{
    for (size_t i = 0; i < page->comparison->blame.count; i++)
        if (is_listed(page->comparison, &page->comparison->blame.items[i], article, referent))
            return true;
    return false;
}

const char *px_page_blame_place(const struct px_page *page)
{
    size_t told = 0;
    for (size_t i = 0; i < page->comparison->blame.count; i++)
        told += is_somebody(page->comparison, &page->comparison->blame.items[i]) &&
                px_blame_is_told(page->comparison, &page->comparison->blame.items[i]);
    return told <= PX_DEED_ROWS ? "below" : "below or in the JSON";
}

void px_page_blame(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_deeds_found entries = {0};
    for (size_t i = 0; i < comparison->blame.count; i++) {
        const struct px_blame_row *row = &comparison->blame.items[i];
        if (is_somebody(comparison, row))
            px_deed_add(page, &entries,
                        (struct px_deed_found){row->target, row->referent, row->article, i,
                                               !px_blame_is_told(comparison, row), false});
    }
    px_deed_table(page, &entries, "Who is blamed or criticised, and who is credited or praised, and by whom:\n\n",
                  "of whom", write_blame);
}

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
    return end >= article->text.size || strchr(" ,", article->text.data[end]) == NULL;
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

/* What of the sentence tells the aim: all of it for one that hangs on a deed; else what goes on behind an aim that does not
 * end there, which may turn it round. Empty where that is too long. */
static struct px_span aim_whole(const struct px_article *article, const struct px_motive *motive)
{
    enum { LONGEST_SENTENCE = 280 };
    const struct px_sentence *sentence = &article->sentences.items[motive->sentence];
    bool deed = hangs_on_deed(article, motive);
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
        px_page_quoted(page, index, motive->cue, LONGEST);
        px_buffer_byte(page->out, ' ');
        px_page_quoted(page, index, motive->purpose, MOST_REASON);
    }
    px_buffer_string(page->out, whole.end > whole.start || ends_at(article, motive) ? "”" : " …”");
}

/* "“in a bid to silence critics” (suspicious; says Pavel Dornik)" */
static void write_motive(struct px_page *page, size_t index)
{
    const struct px_motive_row *row = &page->comparison->motives.items[index];
    const struct px_motive *motive = &page->comparison->articles[row->article]->motives.items[row->motive];
    aim_text(page, row->article, motive);
    if (motive->aim != PX_AIM_PLAIN || row->speaker.size > 0) {
        px_buffer_string(page->out, motive->aim == PX_AIM_SUSPICIOUS ? " (suspicious"
                                    : motive->aim == PX_AIM_NOBLE    ? " (noble"
                                                                     : " (");
        if (row->speaker.size > 0) {
            px_buffer_string(page->out, motive->aim != PX_AIM_PLAIN ? "; says " : "says ");
            px_page_excerpt(page, row->speaker, MOST_HOLDER);
        }
        px_buffer_byte(page->out, ')');
    }
    cite(page, row->article, motive->sentence);
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

/* Does one of the aims that are shown sound suspicious or noble? */
static bool marks_aims(const struct px_comparison *comparison)
{
    for (size_t i = 0; i < comparison->motives.count; i++) {
        const struct px_motive_row *row = &comparison->motives.items[i];
        if (is_shown(comparison, row) &&
            comparison->articles[row->article]->motives.items[row->motive].aim != PX_AIM_PLAIN)
            return true;
    }
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
    px_deed_table(
        page, &entries,
        marks_aims(comparison)
            ? "Aims that the article, or somebody it quotes, says another has (“suspicious” or “noble” where the words "
              "make it sound so):\n\n"
            : "Aims that the article, or somebody it quotes, says another has:\n\n",
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
        px_page_quoted(page, row->article, given->trigger, LONGEST);
        px_buffer_string(page->out, "”: “");
    }
    px_page_quoted(page, row->article,
                   (struct px_span){together ? given->trigger.start : given->words.start, given->words.end}, LONGEST);
    px_buffer_string(page->out, "”");
    cite(page, row->article, given->sentence);
    for (size_t i = 0; i < row->counters.count; i++) {
        const struct px_counter *counter = &row->counters.items[i];
        px_buffer_printf(page->out, ", %s in %c", px_against_name(counter->against),
                         px_comparison_letter(counter->article));
        cite(page, counter->article, counter->sentence);
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

void px_page_givens(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_deeds_found entries = {0};
    for (size_t i = 0; i < comparison->givens.count; i++) {
        const struct px_given_row *row = &comparison->givens.items[i];
        struct px_slice about = row->referent != PX_NONE ? row->about : PX_SLICE("(not told)");
        if (row->speaker.size == 0 && is_charge(comparison, row) &&
            (row->counters.count > 0 || (!is_repeated(comparison, i) && !is_in_aim(comparison, row))))
            px_deed_add(page, &entries,
                        (struct px_deed_found){about, row->referent, row->article, i, false, row->referent == PX_NONE});
    }
    px_deed_table(page, &entries, "Charges that an article, in its own voice, takes for fact:\n\n", "who does it",
                  write_given);
}
