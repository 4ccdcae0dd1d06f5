/* Facts that the articles give differently, and text that they share, word for word or with small edits. */
#include <ctype.h>
#include <string.h>

#include "report/page.h"

/* The speaker whose claim it is. */
static void speaker(struct px_page *page, size_t article, const struct px_claim *claim)
{
    const struct px_article *of = page->comparison->articles[article];
    if (claim->attribution == PX_NONE || of->attributions.items[claim->attribution].speaker.count == 0)
        return;
    struct px_slice name = px_comparison_speaker_name(page->comparison, article, claim->attribution);
    if (name.size == 0)
        return;
    bool definite = px_article_takes_the(of, of->attributions.items[claim->attribution].entity, name);
    px_buffer_string(page->out, definite ? ", said by the " : ", said by ");
    px_page_excerpt(page, name, 60);
}

static void claim(struct px_page *page, size_t article, const struct px_claim *claim)
{
    if (claim->sentence == PX_NONE) {
        px_buffer_string(page->out, " – |");
        return;
    }
    struct px_evidence evidence = {&(uint32_t){claim->sentence}, 1};
    px_buffer_string(page->out, " “");
    px_page_excerpt(page, px_slice_span(page->comparison->articles[article]->text, claim->span), 100);
    px_buffer_string(page->out, "”");
    speaker(page, article, claim);
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, article, &evidence, 1);
    px_buffer_string(page->out, " |");
}

void px_page_facts(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (comparison->disagreements.count == 0)
        return;
    px_buffer_string(page->out, "## Facts given differently\n\n"
                                "What differs where both seem to tell the same, with who says it. Who counts at "
                                "another time, or counts others, may be right as well; a later article may know "
                                "more.\n\n");
    px_page_table(page, (const char *const[]){"what", NULL}, (const char *const[]){NULL});
    for (size_t i = 0; i < comparison->disagreements.count; i++) {
        const struct px_disagreement *fact = &comparison->disagreements.items[i];
        bool number = fact->kind == PX_DISAGREEMENT_NUMBER; /* the cells hold what is counted */
        px_buffer_printf(page->out, "| %s",
                         number                               ? "figure"
                         : fact->kind == PX_DISAGREEMENT_DATE ? "day: "
                                                              : "spelling of a name");
        if (fact->kind == PX_DISAGREEMENT_DATE)
            px_page_text(page, fact->what);
        px_buffer_string(page->out, " |");
        for (size_t a = 0; a < comparison->article_count; a++)
            claim(page, a, &fact->claims[a]);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_byte(page->out, '\n');
}

/* Words of a run that is worth a line; shorter ones, all of them quotations, share one, but for two words, which may be
 * anybody's. */
enum { FEWEST_OF_LINE = 6, FEWEST_OF_QUOTATION = 3 };

static bool is_worth(const struct px_shared *shared)
{
    return !shared->phrase && shared->words >= FEWEST_OF_LINE;
}

/* Do all articles that have the run quote it? Then they have a speaker in common, and not a text of their own. */
static bool is_quotation(const struct px_comparison *comparison, const struct px_shared *shared)
{
    for (size_t a = 0; a < comparison->article_count; a++)
        if (shared->spans[a].count > 0 && !px_article_quotes(comparison->articles[a], shared->spans[a].items[0]))
            return false;
    return true;
}

/* Does any sentence stand with its edits? */
static bool any_edit(const struct px_comparison *comparison)
{
    for (size_t i = 0; i < comparison->reused.count; i++)
        if (comparison->reused.items[i].edited)
            return true;
    return false;
}

/* Does the run lie in a sentence that is shown with its edits? */
static bool is_edited(const struct px_comparison *comparison, const struct px_shared *shared)
{
    for (size_t i = 0; i < comparison->reused.count; i++) {
        const struct px_reuse *reuse = &comparison->reused.items[i];
        const struct px_spans *spans = &shared->spans[reuse->article[0]];
        const struct px_sentence *sentence =
            &comparison->articles[reuse->article[0]]->sentences.items[reuse->sentence[0]];
        if (reuse->edited && spans->count > 0 && spans->items[0].start >= sentence->start &&
            spans->items[0].end <= sentence->end)
            return true;
    }
    return false;
}

/* Does the run stand in one that is shown before it, of which it is a part? */
static bool is_part(const struct px_comparison *comparison, size_t run)
{
    for (size_t i = 0; i < run; i++)
        for (size_t a = 0; !comparison->shared.items[i].phrase && a < comparison->article_count; a++) {
            const struct px_spans *whole = &comparison->shared.items[i].spans[a];
            const struct px_spans *part = &comparison->shared.items[run].spans[a];
            if (whole->count > 0 && part->count > 0 && whole->items[0].start <= part->items[0].start &&
                part->items[0].end <= whole->items[0].end)
                return true;
        }
    return false;
}

/* The sentence in which each article that has the run begins it. */
static void cite_run(struct px_page *page, const struct px_shared *shared)
{
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        if (shared->spans[a].count == 0)
            continue;
        uint32_t sentence = px_article_sentence_at(page->comparison->articles[a], shared->spans[a].items[0].start);
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, a, &(struct px_evidence){&sentence, 1}, 1);
    }
}

/* "“the rain fell on the harbour wall” (7 words) [A¶5.2] [B¶3.1]", as the first article that has the run writes it, shorter
 * ones without their count; of what all quote the beginning, for it stands among the quotations. */
static void run(struct px_page *page, const struct px_shared *shared)
{
    enum { MOST = 200, MOST_QUOTED = 100 }; /* bytes */
    const struct px_comparison *comparison = page->comparison;
    size_t first = 0, most = is_quotation(comparison, shared) ? MOST_QUOTED : MOST;
    while (first + 1 < comparison->article_count && shared->spans[first].count == 0)
        first++;
    px_buffer_string(page->out, "“");
    px_page_excerpt(page, px_slice_span(comparison->articles[first]->text, shared->spans[first].items[0]), most);
    px_buffer_string(page->out, "”");
    if (is_worth(shared))
        px_buffer_printf(page->out, " (%u words)", shared->words);
    cite_run(page, shared);
}

/* What runs are listed together. */
enum length { WORTH, QUOTED, SHORT };

static enum length length_of(const struct px_comparison *comparison, const struct px_shared *shared)
{
    return is_quotation(comparison, shared) ? QUOTED : is_worth(shared) ? WORTH : SHORT;
}

/* Does the run have a line, or a part of one, of its own? */
static bool is_listed(const struct px_comparison *comparison, size_t run)
{
    const struct px_shared *shared = &comparison->shared.items[run];
    return !shared->phrase && shared->words >= FEWEST_OF_QUOTATION && !is_edited(comparison, shared) &&
           !is_part(comparison, run);
}

/* Are a few words all that the articles share? They are no text. */
static bool is_few_words(const struct px_comparison *comparison)
{
    size_t listed = 0, worth = 0;
    for (size_t i = 0; i < comparison->shared.count; i++) {
        bool shown = is_listed(comparison, i);
        listed += shown;
        worth += shown && is_worth(&comparison->shared.items[i]);
    }
    return listed == 1 && worth == 0 && !any_edit(comparison);
}

/* The runs of the length that no other shows; how many. */
static size_t runs(struct px_page *page, enum length length, const char *before, const char *between)
{
    const struct px_comparison *comparison = page->comparison;
    size_t count = 0;
    for (size_t i = 0; i < comparison->shared.count; i++) {
        const struct px_shared *shared = &comparison->shared.items[i];
        if (!is_listed(comparison, i) || length_of(comparison, shared) != length)
            continue;
        px_buffer_string(page->out, count++ == 0 ? before : between);
        run(page, shared);
    }
    px_buffer_string(page->out, count > 0 ? "\n" : "");
    return count;
}

/* Each run that is worth it in a line; those that every article quotes in one, and the short ones. */
static void shared_runs(struct px_page *page)
{
    size_t before = page->out->size, count = 0;
    if (is_few_words(page->comparison))
        return;
    px_buffer_string(page->out, any_edit(page->comparison) ? "Other text" : "Text");
    px_buffer_string(page->out, " that the articles share word for word:\n\n");
    count += runs(page, WORTH, "- ", "\n- ");
    count += runs(page, QUOTED, "- in quotation marks in each: ", "; ");
    count += runs(page, SHORT, "- a few words: ", "; ");
    if (count > 0)
        px_buffer_byte(page->out, '\n');
    else
        px_page_drop(page, before);
}

static void mark(struct px_page *page, struct px_slice text, const char *sign)
{
    if (text.size == 0)
        return;
    px_buffer_string(page->out, sign);
    px_page_text(page, text);
    px_buffer_string(page->out, sign);
}

/* The size of the mark that closes a quotation at `at`, behind a word or its point; 0 where none does. */
static uint32_t closing(struct px_slice text, uint32_t at)
{
    static const struct px_slice MARKS[] = {PX_SLICE_STATIC("”"), PX_SLICE_STATIC("\"")};
    for (size_t i = 0; at > 0 && strchr(" \n", text.data[at - 1]) == NULL && i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(px_slice_part(text, at, text.size), MARKS[i]))
            return (uint32_t)MARKS[i].size;
    return 0;
}

/* Behind the marks that close a quotation there, "…,” said Carr": words that only the other article has are none of
 * it. */
static uint32_t behind_marks(struct px_slice text, uint32_t at, uint32_t end)
{
    uint32_t behind = at;
    while (behind < end && memchr(",.!?", text.data[behind], 4) != NULL)
        behind++;
    uint32_t mark = closing(text, behind);
    return mark > 0 ? behind + mark : at;
}

/* What the second article has: words of a quotation, and those behind the mark that closes it. */
struct inserted {
    struct px_slice inside, behind;
};

/* Without a mark all is inside; with one right before the words, all is behind it. */
static struct inserted part(struct px_slice text, struct px_span span)
{
    uint32_t last = span.start, mark = span.start;
    while (last > 0 && (text.data[last - 1] == ' ' || text.data[last - 1] == ','))
        last--; /* "…,” said": the mark is the last byte before, or the last bytes */
    if ((last > 1 && closing(text, last - 1) == 1) || (last > 3 && closing(text, last - 3) == 3))
        return (struct inserted){.behind = px_slice_span(text, span)};
    while (mark < span.end && closing(text, mark) == 0)
        mark++;
    uint32_t behind = mark < span.end ? mark + closing(text, mark) : span.end;
    while (mark < span.end && mark > span.start && memchr(",.", text.data[mark - 1], 2) != NULL)
        mark--;
    while (behind < span.end && text.data[behind] == ' ')
        behind++;
    return (struct inserted){px_slice_part(text, span.start, mark), px_slice_part(text, behind, span.end)};
}

/* Where what the article alone has of the edit ends, with nothing instead in the other: at the head of a sentence the
 * comma behind it goes with it. */
static uint32_t end_of(const struct px_page *page, const struct px_reuse *reuse, const struct px_edit *edit,
                       size_t side)
{
    const struct px_article *article = page->comparison->articles[reuse->article[side]];
    const struct px_sentence *sentence = &article->sentences.items[reuse->sentence[side]];
    struct px_slice text = article->text;
    uint32_t start = edit->spans[side].start, end = edit->spans[side].end;
    for (uint32_t at = sentence->start; at < start; at++)
        if (isalnum((unsigned char)text.data[at]))
            return end;
    bool instead = edit->spans[!side].end > edit->spans[!side].start;
    return end > start && !instead && end < sentence->end && text.data[end] == ',' ? end + 1 : end;
}

/* Writes the first article's text; the space at its end too. */
static void copy(struct px_page *page, struct px_slice text)
{
    px_page_text(page, text);
    if (text.size > 0 && text.data[text.size - 1] == ' ')
        px_buffer_byte(page->out, ' ');
}

/* Does the text end with a mark that opens: "said “", "(", "\"" at its start? */
static bool opens(struct px_slice text)
{
    char last = text.size == 0 ? ' ' : text.data[text.size - 1],
         before = text.size < 2 ? ' ' : text.data[text.size - 2];
    return last == '(' || last == '[' || (last == '"' && before == ' ') ||
           (text.size >= 3 && px_slice_starts(px_slice_part(text, text.size - 3, text.size), PX_SLICE("“")));
}

/* Words of the second article, in bold, with a space from what stands around them. */
static void insert(struct px_page *page, struct px_slice words)
{
    const struct px_buffer *out = page->out;
    if (words.size > 0 && out->size > 0 && out->data[out->size - 1] != ' ' &&
        !opens((struct px_slice){out->data, out->size}))
        px_buffer_byte(page->out, ' ');
    mark(page, words, "**");
}

/* Writes the first article's text before an edit; dots at its end, which stand for what the second has there, struck out. */
static void copy_to_edit(struct px_page *page, struct px_slice text, bool inserted)
{
    static const struct px_slice DOTS[] = {PX_SLICE_STATIC("…"), PX_SLICE_STATIC("...")};
    size_t end = text.size;
    while (end > 0 && text.data[end - 1] == ' ')
        end--;
    for (size_t i = 0; inserted && i < sizeof DOTS / sizeof *DOTS; i++) {
        size_t size = DOTS[i].size;
        if (end < size || !px_slice_equal(px_slice_part(text, end - size, end), DOTS[i]))
            continue;
        copy(page, px_slice_part(text, 0, end - size));
        mark(page, DOTS[i], "~~");
        copy(page, px_slice_part(text, end, text.size));
        return;
    }
    copy(page, text);
}

/* Do the edits from `next` on only tell who says it? */
static bool only_tells_who(const struct px_reuse *reuse, size_t next)
{
    while (next < reuse->edits.count && reuse->edits.items[next].who_says)
        next++;
    return next == reuse->edits.count;
}

/* Are there a few words between the bytes, and no clause: "” *Ono Brell* said"? */
static bool is_few_of_tag(struct px_slice text, struct px_span span)
{
    enum { FEW = 5 };
    size_t words = 0;
    for (uint32_t at = span.start; at < span.end; at++) {
        if (strchr(",;:.\n", text.data[at]) != NULL)
            return false;
        words += text.data[at] == ' ' && at + 1 < span.end;
    }
    return words <= FEW;
}

/* Behind the mark that closes the quotation before an edit that tells who says it, where nothing but that follows; 0 where
 * none does. */
static uint32_t behind_quotation(struct px_slice text, uint32_t from, const struct px_edit *edit)
{
    uint32_t behind = 0;
    for (uint32_t at = from; at < edit->spans[0].start; at++) {
        uint32_t size = closing(text, at);
        behind = size > 0 ? at + size : behind;
    }
    bool tag = behind > 0 && edit->spans[0].end > edit->spans[0].start &&
               is_few_of_tag(text, (struct px_span){behind, edit->spans[0].start});
    return tag ? behind : 0;
}

/* The first article's sentence: what it alone has struck out, what the second has instead in bold. */
static void edited_sentence(struct px_page *page, const struct px_reuse *reuse)
{
    struct px_slice first = page->comparison->articles[reuse->article[0]]->text;
    struct px_slice second = page->comparison->articles[reuse->article[1]]->text;
    const struct px_sentence *sentence =
        &page->comparison->articles[reuse->article[0]]->sentences.items[reuse->sentence[0]];
    uint32_t at = sentence->start;
    for (size_t i = 0; i < reuse->edits.count; i++) {
        const struct px_edit *edit = &reuse->edits.items[i];
        uint32_t said = edit->who_says && only_tells_who(reuse, i) ? behind_quotation(first, at, edit) : 0;
        if (said > 0) { /* each tells in its own words who said it */
            copy(page, px_slice_part(first, at, said));
            px_buffer_string(page->out, " …");
            return;
        }
        if (edit->who_says)
            continue;
        uint32_t start = edit->spans[0].start, end = end_of(page, reuse, edit, 0);
        struct inserted in = part(second, (struct px_span){edit->spans[1].start, end_of(page, reuse, edit, 1)});
        copy_to_edit(page, px_slice_part(first, at, start), start == end);
        mark(page, px_slice_part(first, start, end), "~~");
        insert(page, in.inside);
        at = end;
        if (in.behind.size > 0) {
            at = behind_marks(first, end, sentence->end);
            copy(page, px_slice_part(first, end, at));
            insert(page, in.behind);
        }
        if (in.inside.size + in.behind.size > 0 && at < sentence->end && (first.data[at] & 0x80) == 0 &&
            isalnum((unsigned char)first.data[at]))
            px_buffer_byte(page->out, ' ');
    }
    px_page_text(page, px_slice_part(first, at, sentence->end));
}

static void edits(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t shown = 0;
    for (size_t i = 0; i < comparison->reused.count; i++) {
        const struct px_reuse *reuse = &comparison->reused.items[i];
        if (!reuse->edited)
            continue;
        if (shown++ == 0)
            px_buffer_string(page->out, "Sentences that differ only by small edits (~~in the first alone~~, **in the "
                                        "second alone**):\n\n");
        px_buffer_string(page->out, "- ");
        for (size_t side = 0; side < 2; side++) {
            uint32_t sentence = reuse->sentence[side];
            struct px_evidence evidence = {&sentence, 1};
            px_page_cite(page, reuse->article[side], &evidence, 1);
            px_buffer_byte(page->out, side == 0 ? ' ' : ':');
        }
        px_buffer_byte(page->out, ' ');
        edited_sentence(page, reuse);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_string(page->out, shown > 0 ? "\n" : "");
}

void px_page_shared_text(struct px_page *page)
{
    size_t before = page->out->size;
    px_buffer_string(page->out, "## Shared text\n\n");
    size_t start = page->out->size;
    edits(page);
    shared_runs(page);
    if (!page->out->failed && page->out->size == start)
        page->out->data[page->out->size = before] = '\0';
}
