/* The finding on loaded words: how many each outlet uses in its own voice, which, and whether that can be told
 * apart. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "findings/findings.h"

enum { MOST_SHOWN = 5, TELLING_LEAST = 4, TELLING_TIMES = 2 };

static const double differs_rank = 66, telling_rank = 30;

/* A loaded wording of one article. */
struct shown {
    struct px_slice key;  /* of the word whose forms are one wording: "mock" of "mocks" */
    struct px_slice text; /* as the article has it: "mocks", "mocks/mocking" */
    uint32_t count;
    uint32_t start;
    double probability; /* that a reader would call it loaded: the highest */
    bool exaggerates;   /* it tells how much, "myriad", more than what to think: "hostile" */
    bool told;          /* another finding has it */
};

static int by_key(const void *left, const void *right)
{
    const struct shown *a = left;
    const struct shown *b = right;
    int order = px_slice_compare(a->key, b->key);
    return order != 0 ? order : (a->start > b->start) - (a->start < b->start);
}

/* What no other finding tells first, then the plainest judgements, then the most loaded, then the most frequent, then
 * the first in the text. */
static int by_probability(const void *left, const void *right)
{
    const struct shown *a = left;
    const struct shown *b = right;
    if (a->told != b->told)
        return a->told ? 1 : -1;
    if (a->exaggerates != b->exaggerates)
        return a->exaggerates ? 1 : -1;
    if (a->probability != b->probability)
        return a->probability < b->probability ? 1 : -1;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return (a->start > b->start) - (a->start < b->start);
}

static int by_place(const void *left, const void *right)
{
    const struct shown *a = left;
    const struct shown *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* What tells the wording from others: of one word its lemma, or without grammar its form; else all of it. */
static struct px_slice key_of(const struct px_compare_context *context, const struct px_article *article,
                              const struct px_match *match, struct px_slice text)
{
    if (match->token_count != 1 || text.size != match->end - match->start)
        return text;
    if (article->lexemes == NULL)
        return px_compare_form(context, &article->tokens.items[match->first_token])->fold_text;
    return px_vocabulary_form(context->worker->vocabulary, article->lexemes[match->first_token].lemma)->fold_text;
}

static bool is_same_text(struct px_slice a, struct px_slice b)
{
    return a.size == b.size && strncasecmp(a.data, b.data, a.size) == 0;
}

/* Is the word one of the forms, which a stroke parts, whatever its capitals? */
static bool is_form(struct px_slice forms, struct px_slice word)
{
    struct px_slice form;
    while (px_slice_next(&forms, '/', &form))
        if (is_same_text(form, word))
            return true;
    return false;
}

/* Adds another find of the same wording. False when memory is out. */
static bool add_find(struct px_compare_context *context, struct shown *wording, const struct shown *find)
{
    wording->count++;
    wording->exaggerates = wording->exaggerates && find->exaggerates;
    wording->probability = fmax(wording->probability, find->probability);
    if (is_form(wording->text, find->text))
        return true;
    size_t size = wording->text.size + 1 + find->text.size;
    char *text = px_arena_array(&context->scratch, char, size);
    if (text == NULL)
        return false;
    memcpy(text, wording->text.data, wording->text.size);
    text[wording->text.size] = '/';
    memcpy(text + wording->text.size + 1, find->text.data, find->text.size);
    wording->text = (struct px_slice){text, size};
    return true;
}

/* The article's loaded words in its own voice, each wording once; NULL when memory is out. */
static struct shown *collect(struct px_compare_context *context, size_t article, size_t *count)
{
    const struct px_article *a = context->articles[article];
    struct shown *all = px_arena_array(&context->scratch, struct shown, a->matches.count);
    size_t found = 0;
    size_t kept = 0;
    for (size_t i = 0; all != NULL && i < a->matches.count; i++) {
        const struct px_match *match = &a->matches.items[i];
        struct px_slice text = px_article_loaded_words(a, match, NULL);
        if (px_match_is_own_loaded(match))
            all[found++] = (struct shown){key_of(context, a, match, text),
                                          text,
                                          0,
                                          match->start,
                                          match->probability,
                                          px_slice_starts(match->category, PX_SLICE("loaded.hyperbole")),
                                          false};
    }
    for (size_t i = 0; i < found; i++) /* a headline's capitals may have hid the word in one place */
        for (size_t j = 0; j < i; j++)
            if (is_same_text(all[j].text, all[i].text))
                all[i].key = all[j].key;
    if (found > 1)
        qsort(all, found, sizeof *all, by_key);
    uint32_t last = PX_NONE;
    for (size_t i = 0; i < found; i++) {
        struct shown find = all[i];
        if (last == find.start)
            continue; /* another category of the same words */
        last = find.start;
        if (kept == 0 || !px_slice_equal(all[kept - 1].key, find.key))
            all[kept++] = find;
        if (!add_find(context, &all[kept - 1], &find))
            return NULL;
    }
    if (kept > 1)
        qsort(all, kept, sizeof *all, by_probability);
    *count = kept;
    return all;
}

/* Does a finding of what an article does with statements, or judges, quote the words already? */
static bool is_told(const struct px_findings *findings, struct px_slice words)
{
    for (size_t i = 0; i < findings->drafts.count; i++) {
        const struct px_draft *draft = &findings->drafts.items[i];
        size_t at = px_slice_find(draft->finding.text, words, 0);
        bool quotes = draft->kind == PX_DRAFT_EVALUATION || draft->kind == PX_DRAFT_UPTAKE ||
                      draft->kind == PX_DRAFT_LABELS || draft->kind == PX_DRAFT_NAMES;
        if (quotes && at != SIZE_MAX)
            return true;
    }
    return false;
}

/* How many wordings stand as examples: all of a few, for "and 1 more" hides what has room; of more, words of degree
 * only where no other is found, and none that is told already. */
static size_t count_examples(const struct shown *words, size_t count)
{
    size_t listed = 0, fresh = 0;
    if (count <= MOST_SHOWN)
        return count;
    while (words != NULL && fresh < count && !words[fresh].told)
        fresh++;
    while (listed < fresh && listed < MOST_SHOWN && (!words[listed].exaggerates || words[0].exaggerates))
        listed++;
    return px_listed(fresh, listed);
}

/* "5 in A (“hostile”, “plague” twice and 2 more), 5.7 per 1,000 words". */
static bool write_article(struct px_findings *findings, const struct px_indicator *own, size_t article)
{
    size_t count = 0;
    struct shown *words = collect(findings->context, article, &count);
    for (size_t i = 0; words != NULL && i < count; i++)
        words[i].told = is_told(findings, words[i].text);
    if (words != NULL && count > 1)
        qsort(words, count, sizeof *words, by_probability);
    size_t listed = count_examples(words, count);
    if (listed > 1)
        qsort(words, listed, sizeof *words, by_place); /* as they are cited */
    px_buffer_printf(&findings->text, "%u in ", own->values[article].count);
    px_findings_article(findings, article);
    for (size_t i = 0; words != NULL && i < listed; i++) {
        px_buffer_string(&findings->text, i == 0 ? ": " : i + 1 == count ? " and " : ", ");
        px_findings_quote(findings, words[i].text);
        if (words[i].count > 1)
            px_buffer_printf(&findings->text, " %u times", words[i].count);
    }
    if (count > listed && listed > 0)
        px_buffer_printf(&findings->text, " and %zu more", count - listed);
    return words != NULL;
}

static void write_verdict(struct px_findings *findings, const struct px_indicator *own, size_t lead)
{
    px_buffer_string(&findings->text, "; ");
    for (size_t i = 0; own->verdict != PX_VERDICT_TOO_LITTLE && i < 2; i++) {
        px_findings_number(findings, own->values[i == 0 ? lead : 1 - lead].value, own->unit);
        px_buffer_string(&findings->text, i == 0 ? " and " : " per 1,000 words");
    }
    if (own->verdict == PX_VERDICT_DIFFERS)
        px_findings_difference(findings, own);
    else if (own->verdict == PX_VERDICT_TOO_LITTLE)
        px_buffer_string(&findings->text, "too few to test for chance");
    else
        px_buffer_string(&findings->text, ", no clear difference");
}

/* How many loaded words of its own an article has: forms of a word are one. */
static size_t count_wordings(struct px_compare_context *context, size_t article)
{
    size_t count = 0;
    return collect(context, article, &count) == NULL ? 0 : count;
}

/* The share of the sentences in the outlet's own voice that a model of whole sentences flags as loaded: it knows
 * wordings that no list has. */
static double flagged_share(const struct px_article *article)
{
    size_t own = 0, flagged = 0;
    for (size_t i = 0; i < article->sentences.count; i++) {
        const struct px_sentence *sentence = &article->sentences.items[i];
        if (sentence->token_count == 0 || !px_token_is_own(&article->tokens.items[sentence->first_token]))
            continue;
        own++;
        flagged += sentence->loaded;
    }
    return own == 0 ? 0 : (double)flagged / (double)own;
}

/* Of counts too small for a test: does one article have several, and many times what the other has, and are more of its
 * sentences loaded as well? */
static bool is_telling(const struct px_findings *findings, const struct px_indicator *own, size_t lead)
{
    struct px_compare_context *context = findings->context;
    return own->verdict == PX_VERDICT_TOO_LITTLE && own->values[lead].count >= TELLING_LEAST &&
           own->values[lead].count >= TELLING_TIMES * own->values[1 - lead].count &&
           count_wordings(context, lead) >= TELLING_LEAST &&
           flagged_share(context->articles[lead]) > flagged_share(context->articles[1 - lead]);
}

/* Where there is nothing to cite, the beginnings of the articles stand for all of them. */
static enum px_status cite(struct px_findings *findings, const struct px_indicator *own, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    bool any = false;
    for (size_t a = 0; a < context->count; a++) {
        findings->evidence[a] = own->evidence[a];
        any = any || own->evidence[a].count > 0;
    }
    for (size_t a = 0; status == PX_OK && !any && a < context->count; a++) {
        uint32_t first = 0;
        status = px_compare_evidence(findings->context, &first, context->articles[a]->sentences.count > 0,
                                     &findings->evidence[a], error);
    }
    return status;
}

enum px_status px_findings_loaded(struct px_findings *findings, const struct px_indicator *own, struct px_error *error)
{
    const struct px_value *values = own->values;
    size_t lead = findings->order[0] < 2 ? findings->order[0] : 0;
    bool ready = true;
    enum px_status status = px_findings_begin(findings, error);
    findings->verdict = own->verdict;
    if (values[0].count != values[1].count)
        lead = values[0].count < values[1].count;
    double rank = own->verdict == PX_VERDICT_DIFFERS ? differs_rank
                  : is_telling(findings, own, lead)  ? telling_rank
                                                     : 0;
    if (rank <= 0 && values[lead].count < 2) { /* one word is the list's as well as the article's */
        px_buffer_string(&findings->text,
                         values[lead].count == 0
                             ? "No loaded words in own voice were found in either article"
                             : "No more than one loaded word in own voice was found in either article");
    } else {
        px_buffer_string(&findings->text, "Loaded words in own voice: ");
        ready = write_article(findings, own, lead);
        px_buffer_string(&findings->text, "; ");
        ready = ready && write_article(findings, own, 1 - lead);
        write_verdict(findings, own, lead);
    }
    if (!ready)
        return px_no_memory(error);
    px_buffer_byte(&findings->text, '.');
    if (status == PX_OK)
        status = cite(findings, own, error);
    return status != PX_OK ? status : px_findings_end(findings, PX_DRAFT_LOADED, rank, own->name, error);
}
