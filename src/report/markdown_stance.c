/* What is said of whom. */
#include "report/page.h"
#include "text/utf8.h"

enum { MOST_STANCES = 20, MOST_JUDGED = 3, MOST_HOLDER = 100, MOST_TOLD = 180 };

/* The word for which the mention is clearly judged. */
static const struct px_stance_evidence *word_of(const struct px_article *article, const struct px_stance *stance,
                                                const struct px_stance_mention *mention)
{
    uint32_t sentence = article->tokens.items[article->mentions.items[mention->mention].first_token].sentence;
    for (size_t i = 0; i < stance->evidence_count; i++) {
        const struct px_stance_evidence *word = &stance->evidence[i];
        if (word->sentence == sentence && (word->said || !article->parsed) && word->contribution * mention->label > 0)
            return word;
    }
    return NULL;
}

/* A mark by which the words go on into a quotation, +1, or out of it, -1; 0 for another. */
static int turns(const struct px_article *article, const struct px_token *token)
{
    size_t at = token->start;
    uint32_t mark = px_utf8_next(article->text, &at);
    if (mark != '"' && mark != 0x201c && mark != 0x201d)
        return 0;
    return mark == 0x201c || (mark == '"' && token->start > 0 && article->text.data[token->start - 1] == ' ') ? 1 : -1;
}

/* Does another sentence's subject and verb stand behind the token, "liar | *and* Lester Holt needs"? */
static bool leads_on(const struct px_article *article, size_t t)
{
    size_t count = article->tokens.count, name = t + 1;
    if (article->lexemes == NULL || article->lexemes[t].word_class != PX_WORD_OTHER)
        return false;
    while (name < count && article->lexemes[name].word_class == PX_WORD_NAME)
        name++;
    return name > t + 1 && name < count && article->lexemes[name].word_class == PX_WORD_VERB;
}

/* The word with what it goes on to, "accused the council of fraud": a bare "accused" does not tell of what. To the next
 * mark, but through what is quoted on the way; a word that is quoted alone goes on behind its mark, "“failed” to act". */
static struct px_span told(const struct px_article *article, const struct px_stance_evidence *word)
{
    size_t t = px_vector_from(&article->tokens, start, word->start);
    bool opened =
        t > 0 && article->tokens.items[t - 1].end == word->start && turns(article, &article->tokens.items[t - 1]) > 0;
    struct px_span words = {opened ? article->tokens.items[t - 1].start : word->start, word->end};
    int depth = opened;
    for (; t < article->tokens.count && article->tokens.items[t].sentence == word->sentence; t++) {
        const struct px_token *token = &article->tokens.items[t];
        bool mark = token->kind == PX_TOKEN_PUNCTUATION && token->start >= word->end;
        depth += mark ? turns(article, token) : 0;
        if ((mark && (depth < 0 || turns(article, token) == 0)) || (token->start >= word->end && leads_on(article, t)))
            break;
        words.end = token->end > words.end ? token->end : words.end;
    }
    return words;
}

/* The blame whose words the word is, with what for behind them; NULL for none. */
static const struct px_blame *blame_of(const struct px_article *article, const struct px_stance_evidence *word)
{
    for (size_t i = 0; i < article->blames.count; i++) {
        const struct px_blame *blame = &article->blames.items[i];
        if (blame->cue.start == word->start && blame->reason.end > blame->reason.start &&
            blame->reason.start >= blame->cue.end)
            return blame;
    }
    return NULL;
}

/* "“reckless” (Dunn) [A¶4.2]": the words, and whose they are if not the outlet's. */
static void write_word(struct px_page *page, size_t index, const struct px_stance_evidence *word)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_slice speaker = {NULL, 0};
    if (word->judge != PX_NONE)
        speaker = px_comparison_speaker_name(page->comparison, index, word->judge);
    const struct px_blame *blame = blame_of(article, word);
    if (blame != NULL) {
        px_page_blame_words(page, (uint32_t)index, blame);
    } else {
        px_buffer_string(page->out, "“");
        px_page_quoted(page, (uint32_t)index, told(article, word), MOST_TOLD);
        px_buffer_string(page->out, "”");
    }
    px_buffer_byte(page->out, ' ');
    if (speaker.size > 0) {
        px_buffer_byte(page->out, '(');
        px_page_excerpt(page, speaker, MOST_HOLDER);
        px_page_joint(page, article, &article->attributions.items[word->judge]);
        px_buffer_string(page->out, ") ");
    }
    px_page_cite(page, index, &(struct px_evidence){(uint32_t[]){word->sentence}, 1}, 1);
}

/* Is the word a judgement of a document that no name is known of, "the missive"? No reader could tell whose it is. */
static bool is_of_nobody(const struct px_article *article, const struct px_stance_evidence *word)
{
    const struct px_attribution *by =
        word == NULL || word->judge == PX_NONE ? NULL : &article->attributions.items[word->judge];
    return by != NULL && by->entity == PX_NONE && by->speaker_kind == PX_SPEAKER_DOCUMENT && by->speaker.count > 0 &&
           !px_words_hold_name(px_slice_span(article->text, by->speaker.items[0]));
}

/* Is the mention judged so, in the voice, by a word that the table of blame has not? "Hask accused Varn of fraud" stands
 * there, with what for. */
static bool is_judged(const struct px_page *page, const struct px_stance_row *row, size_t i,
                      const struct px_stance_mention *mention, bool own)
{
    const struct px_article *article = page->comparison->articles[i];
    const struct px_stance_evidence *word = word_of(article, row->found[i], mention);
    if (px_article_judges(article, mention) != own || !mention->clear ||
        article->mentions.items[mention->mention].beside || is_of_nobody(article, word))
        return false;
    return own || word == NULL || !px_page_tells_blame(page, i, word->sentence, row->referent, mention->label > 0);
}

/* How many mentions of an article are judged so by those it quotes, but for what the table of blame has. */
static uint32_t quoted_count(const struct px_page *page, const struct px_stance_row *row, size_t i, int sign)
{
    const struct px_stance *stance = row->found[i];
    uint32_t count = 0;
    for (size_t m = 0; stance != NULL && m < stance->mention_count; m++)
        count += stance->mentions[m].label * sign > 0 && is_judged(page, row, i, &stance->mentions[m], false);
    return count;
}

/* The words for which the article's mentions of a name are judged so, in one voice. */
static void judged_words(struct px_page *page, const struct px_stance_row *row, size_t i, bool own, int sign)
{
    const struct px_article *article = page->comparison->articles[i];
    const struct px_stance *stance = row->found[i];
    const struct px_stance_evidence *last = NULL;
    size_t shown = 0;
    for (size_t m = 0; stance != NULL && m < stance->mention_count; m++) {
        const struct px_stance_mention *mention = &stance->mentions[m];
        const struct px_stance_evidence *word = word_of(article, stance, mention);
        if (mention->label * sign <= 0 || !is_judged(page, row, i, mention, own) || word == NULL || word == last ||
            ++shown > MOST_JUDGED)
            continue;
        px_buffer_string(page->out, shown == 1 ? ": " : ", ");
        write_word(page, i, word);
        last = word;
    }
    if (shown > MOST_JUDGED)
        px_buffer_printf(page->out, " and %zu more", shown - MOST_JUDGED);
}

/* "2 favourable: “fair” [A¶2.1], …, 1 unfavourable: “failed” [A¶6.1]" */
static void judged_cell(struct px_page *page, const struct px_stance_row *row, size_t i, bool own)
{
    uint32_t counts[2] = {own ? row->positive[i] : quoted_count(page, row, i, 1),
                          own ? row->negative[i] : quoted_count(page, row, i, -1)};
    for (size_t side = 0; side < 2; side++) {
        if (counts[side] == 0)
            continue;
        px_buffer_printf(page->out, "%s%u %s", side == 1 && counts[0] > 0 ? ", " : "", counts[side],
                         side == 0 ? "favourable" : "unfavourable");
        judged_words(page, row, i, own, side == 0 ? 1 : -1);
    }
}

/* Does a judgement of the article, in a voice of its own or another, pull the way that one of the others surely does, though
 * it is less sure? "Nothing found" would set it apart. */
static bool may_judge(const struct px_stance_row *row, size_t i, size_t count)
{
    const struct px_stance *stance = row->found[i];
    uint32_t sides[2] = {0, 0};
    for (size_t a = 0; a < count; a++) {
        sides[0] += row->positive[a] + row->quoted_positive[a];
        sides[1] += row->negative[a] + row->quoted_negative[a];
    }
    for (size_t m = 0; stance != NULL && m < stance->mention_count; m++) {
        int8_t label = stance->mentions[m].label;
        if (!stance->mentions[m].clear && ((label > 0 && sides[0] > 0) || (label < 0 && sides[1] > 0)))
            return true;
    }
    return false;
}

/* What the article says of them; that it says nothing is told of whom was asked for. */
static void stance_cell(struct px_page *page, const struct px_stance_row *row, size_t i)
{
    uint32_t own = row->positive[i] + row->negative[i];
    uint32_t quoted = quoted_count(page, row, i, 1) + quoted_count(page, row, i, -1);
    bool blamed = px_page_tells_any_blame(page, i, row->referent);
    px_buffer_byte(page->out, ' ');
    if (row->named[i] == 0)
        px_buffer_string(page->out, "not named");
    else if (own + quoted == 0 && blamed)
        px_buffer_printf(page->out, "blame or praise, %s", px_page_blame_place(page));
    else if (row->asked && own + quoted == 0)
        px_buffer_printf(page->out, "named %u time%s, no judgement found", row->named[i],
                         row->named[i] == 1 ? "" : "s");
    else if (own + quoted == 0)
        px_buffer_string(page->out, may_judge(row, i, page->comparison->article_count)
                                        ? "perhaps the same way, not clearly"
                                        : "nothing found");
    else if (own == 0)
        px_buffer_string(page->out, "");
    else {
        px_buffer_printf(page->out, "of %u: ", row->own[i]);
        judged_cell(page, row, i, true);
    }
    if (quoted > 0) {
        px_buffer_string(page->out, own > 0 ? "; by speakers: " : "by speakers: ");
        judged_cell(page, row, i, false);
    }
    if (blamed && own + quoted > 0)
        px_buffer_printf(page->out, "; and blame or praise, %s", px_page_blame_place(page));
    px_buffer_string(page->out, " |");
}

/* `verdicts`: the table has a column for them. */
static void stance_row(struct px_page *page, const struct px_stance_row *row, bool verdicts)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, row->name, 60);
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        stance_cell(page, row, i);
    if (verdicts)
        px_page_verdict(page, row->verdict);
    px_buffer_byte(page->out, '\n');
}

/* Worth a row: asked for, or clearly judged somewhere beside what the table of blame has. */
static bool tells(const struct px_page *page, const struct px_stance_row *row)
{
    bool judged = row->asked;
    for (size_t a = 0; !judged && a < page->comparison->article_count; a++)
        judged =
            row->evidence[a].count > 0 &&
            row->positive[a] + row->negative[a] + quoted_count(page, row, a, 1) + quoted_count(page, row, a, -1) > 0;
    return judged;
}

/* Do the articles differ in any row? */
static bool any_verdict(const struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->stances.count; i++)
        if (tells(page, &comparison->stances.items[i]) && comparison->stances.items[i].verdict == PX_VERDICT_DIFFERS)
            return true;
    return false;
}

/* What stands in the rows: judgements in the article's own voice, and those of speakers. */
static void read_voices(const struct px_page *page, bool *own, bool *quoted)
{
    for (size_t i = 0; i < page->comparison->stances.count; i++) {
        const struct px_stance_row *row = &page->comparison->stances.items[i];
        for (size_t a = 0; tells(page, row) && a < page->comparison->article_count; a++) {
            *own = *own || row->positive[a] + row->negative[a] > 0;
            *quoted = *quoted || quoted_count(page, row, a, 1) + quoted_count(page, row, a, -1) > 0;
        }
    }
}

/* "Who is clearly judged, by speakers, with the words that do it; others may be, too:" */
static void stance_heading(struct px_page *page, bool verdicts)
{
    bool own = false, quoted = false;
    read_voices(page, &own, &quoted);
    px_buffer_printf(page->out, "Who is clearly judged%s%s%s, with the words that do it; others may be, too.\n\n",
                     own ? ", in the article's own voice (of how many mentions, by name or pronoun)" : "",
                     own && quoted ? " and then" : "", quoted ? " by speakers" : "");
    px_page_table(page, (const char *const[]){"toward", NULL},
                  (const char *const[]){verdicts ? "difference" : NULL, NULL});
}

static void stances(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t shown = 0;
    bool verdicts = any_verdict(page);
    for (size_t i = 0; i < comparison->stances.count; i++) {
        if (!tells(page, &comparison->stances.items[i]) || ++shown > MOST_STANCES)
            continue;
        if (shown == 1)
            stance_heading(page, verdicts);
        stance_row(page, &comparison->stances.items[i], verdicts);
    }
    if (shown == 0)
        return;
    px_page_more(page, shown, MOST_STANCES);
    px_buffer_byte(page->out, '\n');
    px_page_validity(page, "stance");
}

/* Is one judgement by a speaker all that there is to tell, in rows or blame? It would pass for all that the articles have. */
static bool is_one_alone(const struct px_page *page)
{
    bool by_others = true, own = false;
    size_t told = px_page_count_blame(page, &by_others);
    for (size_t i = 0; i < page->comparison->stances.count; i++) {
        const struct px_stance_row *row = &page->comparison->stances.items[i];
        by_others = by_others && !row->asked;
        if (!tells(page, row))
            continue;
        for (size_t a = 0; a < page->comparison->article_count; a++) {
            told += quoted_count(page, row, a, 1) + quoted_count(page, row, a, -1);
            own = own || row->positive[a] + row->negative[a] > 0;
        }
    }
    return told == 1 && by_others && !own;
}

void px_page_stance(struct px_page *page)
{
    if (is_one_alone(page) && !px_page_has_agency(page) && !px_page_has_deeds(page))
        return;
    size_t start = page->out->size;
    px_buffer_string(page->out, "## Stance\n\n");
    px_page_picture(page, PX_PICTURE_STANCE);
    size_t heading = page->out->size;
    stances(page);
    size_t before = page->out->size;
    px_page_agency(page);
    px_page_blame(page);
    px_page_motives(page);
    px_page_givens(page);
    if (page->out->size > before)
        px_page_validity(page, "deeds");
    if (page->out->size == heading)
        px_page_drop(page, start);
}
