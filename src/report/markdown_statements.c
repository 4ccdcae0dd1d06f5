/* Statements in their own words, and what the article does with them. */
#include "report/page_statements.h"
#include "report/said.h"
#include "report/said_before.h"
#include "report/said_behind.h"
#include "report/said_led.h"
#include "report/said_names.h"
#include "report/said_parts.h"
#include "report/said_sentence.h"
#include "report/said_torn.h"
#include "report/said_whole.h"
#include "report/sentence_name.h"
#include "report/statement_cue.h"
#include "report/statements_chosen.h"
#include "report/topic_name.h"
#include "text/utf8.h"

enum { NAME_LENGTH = 100 };

void px_page_speaker(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    size_t a = px_comparison_index(page->comparison, article), i = (size_t)(attribution - article->attributions.items);
    struct px_slice name = px_comparison_speaker_name(page->comparison, a, i);
    if (name.size == 0) {
        px_buffer_string(page->out, "speaker not found");
        return;
    }
    px_page_excerpt(page, name, NAME_LENGTH);
    px_page_joint(page, article, attribution);
}

/* Is the part a quotation, or several, and no more: not "“deep rifts” between the two"? */
static bool stands_alone(const struct px_article *article, struct px_span part)
{
    const struct px_tokens *tokens = &article->tokens;
    for (size_t t = px_vector_from(tokens, start, part.start); t < tokens->count && tokens->items[t].start < part.end;
         t++)
        if (tokens->items[t].kind != PX_TOKEN_PUNCTUATION && tokens->items[t].voice != PX_VOICE_DIRECT)
            return false;
    return true;
}

/* Does what is said go on from the cue, in one sentence: does it begin, behind a mark, with a small letter? */
static bool goes_on_from(const struct px_article *article, struct px_span cue, struct px_span part)
{
    struct px_slice said = px_slice_span(article->text, part);
    size_t at = px_opening_mark(said);
    return cue.end < part.start &&
           px_article_sentence_at(article, cue.start) == px_article_sentence_at(article, part.start) &&
           at < said.size && said.data[at] >= 'a' && said.data[at] <= 'z';
}

/* The cue as it stands before what is said, where that goes on from it: "accused | Varn of fraud", "told the Ledger | that
 * the quay is closed", with the few words between; `apart`: there are more. Empty before a quotation that stands by
 * itself. */
static struct px_slice cue_before(const struct px_article *article, const struct px_attribution *attribution,
                                  bool *apart)
{
    enum { FEW_BYTES = 64 };
    size_t first = px_said_next_part(article, attribution, NULL, 0);
    if (first == attribution->content.count || stands_alone(article, attribution->content.items[first]))
        return (struct px_slice){NULL, 0};
    struct px_span part = attribution->content.items[first], who = px_attribution_namer(attribution);
    if (who.start >= attribution->cue.items[0].end && who.end <= part.start) /* "according to Ann, “he” did" */
        return (struct px_slice){NULL, 0};
    for (size_t i = 0; i < attribution->cue.count; i++) {
        struct px_span cue = attribution->cue.items[i];
        bool next = cue.end + 1 == part.start && article->text.data[cue.end] == ' ';
        if (!next && (i + 1 < attribution->cue.count || !goes_on_from(article, cue, part)))
            continue;
        struct px_slice between = px_slice_part(article->text, cue.end, part.start);
        bool mark = px_slice_is(between, ", ");
        *apart = !mark && (between.size > FEW_BYTES || between.data[0] != ' ' || between.data[between.size - 1] != ' ');
        return px_slice_part(article->text, cue.start + (i == 0 ? attribution->added : 0),
                             *apart ? cue.end : part.start - 1);
    }
    return (struct px_slice){NULL, 0};
}

/* What stands between a cue that does not lead to what is said and that: "said *that* the quay is closed", "went on*:* the
 * quay is closed", "said*:* close the quay" of the article's words, "said*,* “the quay is closed”" of quoted ones. */
static const char *joint_to(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t first = px_said_next_part(article, attribution, NULL, 0);
    if (first == attribution->content.count || !px_said_begins_reported(article, &attribution->content.items[first]))
        return ", ";
    return attribution->asserts ? " that " : ": ";
}

/* Is what is shown first of a later sentence than the cue, which leads to words that are not shown? */
static bool is_shown_from_later(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t first = px_said_next_part(article, attribution, NULL, 0);
    return first < attribution->content.count &&
           px_article_sentence_at(article, attribution->content.items[first].start) >
               px_article_sentence_at(article, attribution->cue.items[0].start);
}

/* "said, " or "said that ", or "accused " where what is said goes on from it, "told … " with words between. */
static void cue_text(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    bool verb = px_attribution_has_verb(attribution), apart = false, leads = true;
    struct px_slice before = verb ? cue_before(article, attribution, &apart) : (struct px_slice){NULL, 0};
    struct px_buffer cue = {0}, named = {0};
    if (verb && before.size == 0)
        leads = px_statement_cue(article, attribution, &cue) && !is_shown_from_later(article, attribution);
    else {
        px_said_append_named(&(struct px_said_line){page->comparison, article, attribution}, before, &named);
        px_statement_words(px_buffer_slice(&named), &cue);
    }
    const char *joint = cue.size == 0 ? "" : !leads ? joint_to(article, attribution) : apart ? " … " : " ";
    px_buffer_byte(&cue, ' '); /* not written, but a bracket before it needs no escape */
    page->out->failed = page->out->failed || cue.failed || named.failed;
    px_page_text(page, px_buffer_slice(&cue));
    px_buffer_string(page->out, joint);
    px_buffer_release(&cue);
    px_buffer_release(&named);
}

/* Does an adverb of the verb end the words right before it, "closed the quay, *wrongly* saying"? No comma parts them. */
static bool ends_with_adverb(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t verb = px_vector_from(&article->tokens, start, attribution->occasion.end + 1);
    return article->lexemes != NULL && px_spans_hold(&attribution->cue, attribution->occasion.end + 1) &&
           article->lexemes[verb - 1].word_class == PX_WORD_ADVERB;
}

/* "in 1994 " before what was said then, "when asked about the fees, ": behind a name "asked" reads as if he had asked. */
static void occasion_text(struct px_page *page, const struct px_article *article,
                          const struct px_attribution *attribution)
{
    enum { SHORT_BYTES = 20 };
    struct px_slice occasion = px_slice_span(article->text, attribution->occasion);
    struct px_buffer words = {0};
    if (attribution->occasion.end == 0)
        return;
    size_t first = px_vector_from(&article->tokens, start, attribution->occasion.start);
    bool participle = article->lexemes != NULL && article->lexemes[first].word_class == PX_WORD_VERB;
    px_buffer_string(&words, participle ? "when " : "");
    px_statement_words(occasion, &words);
    page->out->failed = page->out->failed || words.failed;
    px_page_text(page, px_buffer_slice(&words));
    bool parted = occasion.size > SHORT_BYTES && !ends_with_adverb(article, attribution);
    px_buffer_string(page->out, parted ? ", " : " ");
    px_buffer_release(&words);
}

/* What stands behind the speaker's own name in the genitive, behind at most an article: "statement" of "the Harbour
 * Board's statement"; empty where the phrase does not begin so. */
static struct px_slice behind_owner(const struct px_article *article, const struct px_attribution *attribution,
                                    struct px_slice phrase)
{
    uint32_t start = (uint32_t)(phrase.data - article->text.data);
    size_t m = px_vector_from(&article->mentions, start, start);
    const struct px_mention *owner = m < article->mentions.count ? &article->mentions.items[m] : NULL;
    if (owner == NULL || owner->end >= start + phrase.size || owner->entity != attribution->entity ||
        attribution->entity == PX_NONE || owner->form == PX_MENTION_PRONOUN)
        return (struct px_slice){NULL, 0};
    size_t before = owner->start - start, article_end = px_slice_find(phrase, PX_SLICE(" "), 0) + 1;
    size_t genitive = before == 0 || before == article_end ? px_words_genitive(phrase, owner->end - start) : 0;
    return genitive == 0 ? (struct px_slice){NULL, 0}
                         : px_slice_part(phrase, owner->end - start + genitive, phrase.size);
}

/* "a statement" of "a statement *from Mayor Ann Hask, …*", where several speak, who stand in front already. */
static struct px_slice without_authors(const struct px_article *article, struct px_slice phrase)
{
    uint32_t start = (uint32_t)(phrase.data - article->text.data);
    bool noun = false;
    for (size_t t = px_vector_from(&article->tokens, start, start);
         article->lexemes != NULL && t < article->tokens.count && article->tokens.items[t].start < start + phrase.size;
         t++) {
        if (noun && article->lexemes[t].word_class == PX_WORD_OTHER)
            return px_slice_part(phrase, 0, article->tokens.items[t].start - start - 1);
        noun = article->lexemes[t].word_class == PX_WORD_NOUN;
    }
    return phrase;
}

/* "the letter " before "reads": a document of the speaker's has the words, and not he. */
static void document_text(struct px_page *page, const struct px_article *article,
                          const struct px_attribution *attribution)
{
    bool person = attribution->speaker_kind == PX_SPEAKER_PERSON;
    struct px_buffer words = {0};
    if (!attribution->document)
        return;
    struct px_slice phrase = px_slice_span(article->text, px_attribution_namer(attribution));
    size_t comma = px_slice_find(phrase, PX_SLICE(","), 0);
    uint32_t first = px_attribution_namer(attribution).start;
    size_t token = px_vector_from(&article->tokens, start, first);
    bool name = article->lexemes != NULL && article->lexemes[token].word_class == PX_WORD_NAME;
    phrase.size = comma < phrase.size ? comma : phrase.size;
    phrase = attribution->also_count > 0 ? without_authors(article, phrase) : phrase;
    struct px_slice owned = behind_owner(article, attribution, phrase);
    if (owned.size > 0)
        px_buffer_printf(&words, "%s %.*s", person ? "the" : "its", PX_SLICE_ARG(owned));
    else if (name)
        px_buffer_append(&words, phrase);
    else
        px_statement_words(phrase, &words);
    page->out->failed = page->out->failed || words.failed;
    px_page_excerpt(page, px_buffer_slice(&words), NAME_LENGTH);
    px_buffer_byte(page->out, ' ');
    px_buffer_release(&words);
}

/* Is the token an adverb of the article's own, in the sentence of the one behind it, behind the occasion, and none of the
 * speaker's phrase, "farmers and fishers *alike*"? */
static bool is_adverb(const struct px_article *article, const struct px_attribution *attribution, size_t token)
{
    const struct px_token *it = &article->tokens.items[token];
    return article->lexemes[token].word_class == PX_WORD_ADVERB && it->voice == PX_VOICE_OWN &&
           it[0].sentence == it[1].sentence && it->start >= attribution->occasion.end &&
           !px_spans_hold(&attribution->speaker, it->start) &&
           px_said_is_single_word(px_slice_part(article->text, it->start, it->end));
}

/* "still " before "lists", "never " before "said": what stands by the verb and is none of the cue's own words, nor only
 * orders it among others. */
static void adverbs_text(struct px_page *page, const struct px_article *article,
                         const struct px_attribution *attribution)
{
    const struct px_token *tokens = article->tokens.items;
    if (article->lexemes == NULL || !px_attribution_has_verb(attribution))
        return;
    uint32_t start = attribution->cue.items[0].start - attribution->added_before;
    size_t end = px_vector_from(&article->tokens, start, start), first = end;
    while (first > 0 && is_adverb(article, attribution, first - 1))
        first--;
    if (first == end)
        return;
    px_page_text(page, px_slice_part(article->text, tokens[first].start, tokens[end - 1].end));
    px_buffer_byte(page->out, ' ');
}

/* "called the plan “too costly”", "the plan, which she called “too costly”": the words as they stand. */
static void whole_text(struct px_page *page, size_t index, const struct px_attribution *attribution)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_buffer said = {0}, named = {0};
    px_said_append_named(&(struct px_said_line){page->comparison, article, attribution},
                         px_said_whole(article, attribution), &named);
    px_said_append_bare(px_buffer_slice(&named), &said);
    page->out->failed = page->out->failed || said.failed || named.failed;
    px_page_text(page, px_buffer_slice(&said));
    px_buffer_release(&said);
    px_buffer_release(&named);
}

/* How the statement's sentence stands by itself. */
static struct px_by_itself standing_of(const struct px_page *page, size_t index,
                                       const struct px_attribution *attribution)
{
    struct px_by_itself *const *standing = page->comparison->by_itself;
    return standing == NULL ? (struct px_by_itself){0} : standing[index][attribution->sentence];
}

/* "Ann Hask met Lind, whom she called “weak”.": the statement's sentence as it stands, but for a "But" before it, and for what
 * the article adds behind it. */
static void sentence_text(struct px_page *page, size_t index, const struct px_attribution *attribution)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_sentence *sentence = &article->sentences.items[attribution->sentence];
    struct px_by_itself standing = standing_of(page, index, attribution);
    bool known = standing.start > 0;
    struct px_span words = px_page_unbracketed(article->text, (struct px_span){known ? standing.start : sentence->start,
                                                                               known ? standing.end : sentence->end});
    struct px_attribution all = *attribution; /* whose words are those of the sentence */
    struct px_buffer named = {0};
    all.content = (struct px_spans){&words, 1, 1};
    px_said_append_named(&(struct px_said_line){page->comparison, article, &all}, px_slice_span(article->text, words),
                         &named);
    page->out->failed = page->out->failed || named.failed;
    px_page_text(page, px_buffer_slice(&named));
    px_buffer_string(page->out, known && standing.end < sentence->end ? " …" : "");
    px_buffer_release(&named);
}

/* "in a letter, … its report also " before the words. */
static void front_text(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    occasion_text(page, article, attribution);
    document_text(page, article, attribution);
    bool torn = attribution->hanging && attribution->occasion.end == 0 && !attribution->document;
    px_buffer_string(page->out, torn ? "… " : "");
    adverbs_text(page, article, attribution);
}

/* "she left, *saying*, “It burns.”": is what hangs on more but a participle before sentences that stand by themselves, or one
 * behind the first of them, "“It burns,” she said, *adding later*: “Run.”"? They lack nothing without it. */
static bool needs_no_cue(const struct px_article *article, const struct px_attribution *attribution)
{
    enum { MARK_BYTES = 3 }; /* ", " */
    size_t first = px_said_next_part(article, attribution, NULL, 0);
    if (!attribution->hanging || attribution->occasion.end > 0 || attribution->document ||
        attribution->cue.count != 1 || first == attribution->content.count)
        return false;
    struct px_span cue = attribution->cue.items[0], part = attribution->content.items[first];
    struct px_slice said = px_slice_span(article->text, part), verb = px_slice_span(article->text, cue);
    verb.size -= verb.data[verb.size - 1] == ':';
    size_t mark = px_opening_mark(said);
    if (part.end <= cue.start)
        return mark > 0 && stands_alone(article, part);
    bool led = px_article_sentence_at(article, cue.start) == px_article_sentence_at(article, part.start) &&
               part.start > cue.end + MARK_BYTES;
    return px_said_is_single_word(verb) && !led && mark > 0 && px_slice_is_capital(said, mark) &&
           stands_alone(article, part);
}

/* Who surely says the word, and is not told by the words round it; empty where nobody is known for that. */
static struct px_slice word_speaker(const struct px_page *page, size_t index, const struct px_token *token,
                                    struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    if (token->attribution >= article->attributions.count)
        return (struct px_slice){NULL, 0};
    const struct px_attribution *it = &article->attributions.items[token->attribution];
    bool told = false;
    for (size_t i = 0; i < it->speaker.count; i++)
        told = told || (it->speaker.items[i].start >= words.start && it->speaker.items[i].start < words.end);
    return told || !px_attribution_counts(it) ? (struct px_slice){NULL, 0}
                                              : px_comparison_speaker_name(page->comparison, index, token->attribution);
}

/* Who surely says the words: every sentence of them begins with quoted words of his, and no word is another's. Empty where
 * nobody is known for that. */
static struct px_slice quoted_speaker(const struct px_page *page, size_t index, struct px_span words)
{
    const struct px_article *article = page->comparison->articles[index];
    const struct px_tokens *tokens = &article->tokens;
    struct px_slice by = {NULL, 0};
    uint32_t sentence = PX_NONE;
    for (size_t t = px_vector_from(tokens, start, words.start); t < tokens->count && tokens->items[t].start < words.end;
         t++) {
        const struct px_token *token = &tokens->items[t];
        bool begins = token->sentence != sentence, own = token->attribution >= article->attributions.count;
        if (token->kind == PX_TOKEN_PUNCTUATION || (own && !begins))
            continue;
        struct px_slice name = word_speaker(page, index, token, words);
        if (name.size == 0 || (begins && token->voice != PX_VOICE_DIRECT) || (by.size > 0 && !px_slice_equal(by, name)))
            return (struct px_slice){NULL, 0};
        by = name;
        sentence = token->sentence;
    }
    return by;
}

/* "; before it: “The board closed the pool.” [A¶1.1]", for words that point at it, with who says them where that is somebody
 * else, "; before it, by Ann Hask: “Why?”"; "; after it: …", for those that are added; nothing for no words. */
static void beside_text(struct px_page *page, size_t index, const struct px_attribution *attribution, const char *label,
                        struct px_span beside)
{
    struct px_said_cited cited = {{0}, 0};
    if (beside.end == 0)
        return;
    size_t number = (size_t)(attribution - page->comparison->articles[index]->attributions.items);
    struct px_slice by = quoted_speaker(page, index, beside);
    px_buffer_printf(page->out, "; %s", label);
    if (by.size == 0)
        px_buffer_string(page->out, ", in the article");
    else if (!px_slice_equal(by, px_comparison_speaker_name(page->comparison, index, number))) {
        px_buffer_string(page->out, ", by ");
        px_page_excerpt(page, by, NAME_LENGTH);
    }
    px_buffer_string(page->out, ": “");
    px_page_quoted(page, (uint32_t)index, beside, PX_SAID_PART_LENGTH);
    px_buffer_string(page->out, "” ");
    px_said_cite_all(page->comparison->articles[index], beside, &cited);
    px_page_cite_run(page, index, &(struct px_evidence){cited.sentences, cited.count});
}

/* Are the words of the sentence that the page has at its top, as what the article begins with? */
static bool is_lead(const struct px_article *article, struct px_span words)
{
    uint32_t lead = px_topic_lead(article);
    return lead != PX_NONE && words.end > 0 && words.start == article->sentences.items[lead].start &&
           words.end == article->sentences.items[lead].end;
}

/* Do the words, up to their end, hold all of the statement, which stands right above them on the page, or is NULL? */
static bool repeats(const struct px_article *article, struct px_span words, const struct px_attribution *above)
{
    size_t last = px_vector_from(&article->sentences, start, words.end);
    if (above == NULL || last == 0 || words.end == 0)
        return false;
    const struct px_spans *content = &above->content;
    uint32_t end = content->items[content->count - 1].end;
    return content->items[0].start >= words.start && end > article->sentences.items[last - 1].start && end <= words.end;
}

/* The sentence before the statement's own, which shows it and points there; empty where that is a quotation of nobody knows
 * whom, and as px_said_sentence_before has it. */
static struct px_span before_sentence(const struct px_page *page, size_t index,
                                      const struct px_attribution *attribution, const struct px_attribution *above)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_span before = px_said_sentence_before(article, attribution, above);
    uint32_t first = before.start + (uint32_t)px_opening_mark(px_slice_span(article->text, before));
    bool told = px_article_speech_at(article, first) == NULL || quoted_speaker(page, index, before).size > 0;
    return told ? before : (struct px_span){0, 0};
}

/* The statements that are left to show, and those that their sentence shows. */
struct lines {
    bool *left, *whole;
};

/* Is the statement shown by its sentence: for itself, or with one of the same speaker that is? */
static bool is_whole(const struct px_page *page, size_t index, size_t statement, const bool *left)
{
    enum { NEAR = 6 }; /* statements of one sentence stand together */
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *items = article->attributions.items;
    if (px_statement_is_denial(page, index, statement) || !px_said_is_in_sentence(article, &items[statement]))
        return false;
    bool whole =
        px_said_is_mixed_sentence(article, &items[statement]) || px_said_torn_from(article, &items[statement]) != NULL;
    for (size_t i = statement > NEAR ? statement - NEAR : 0; !whole && i <= statement + NEAR; i++)
        whole = i < article->attributions.count && left[i] && items[i].sentence == items[statement].sentence &&
                px_statement_is_by_same(page, index, statement, i) && px_said_is_mixed_sentence(article, &items[i]);
    return whole;
}

/* "said, “…” [A¶1.2]", "called the plan “too costly” [A¶1.2]", "… calling it “weak” [A¶1.2]"; with `whole` the sentence;
 * `above`: what is shown right before it, of the speaker (`same`) or of anybody, or NULL. */
static void statement_text(struct px_page *page, size_t index, const struct px_attribution *attribution, bool whole,
                           const struct px_attribution *above, bool same)
{
    const struct px_article *article = page->comparison->articles[index];
    struct px_said_cited cited = {{attribution->sentence}, 1};
    struct px_span cue;
    size_t number = (size_t)(attribution - article->attributions.items);
    bool denial = px_statement_is_denial(page, index, number);
    struct px_attribution line;
    bool torn = !denial && !whole && px_said_with_beginning(page, article, attribution, &line);
    bool bare = torn || (!denial && !px_said_needs_more(attribution) && needs_no_cue(article, attribution));
    if (!torn)
        line = denial ? px_said_denial(attribution)
               : bare ? *attribution
                      : px_said_led(article, attribution, above, &cue);
    if (!line.headless && !bare && !whole)
        front_text(page, article, &line);
    px_buffer_string(page->out, torn && line.hanging ? "… " : "");
    if (attribution->occasion.end > 0)
        px_said_cite(article, attribution->occasion.start, &cited);
    if (whole) {
        sentence_text(page, index, attribution);
    } else if (!torn && px_said_needs_more(&line)) {
        whole_text(page, index, &line);
    } else {
        if (!bare)
            cue_text(page, article, &line);
        px_page_said(page, article, &line, &cited);
    }
    px_buffer_byte(page->out, ' ');
    px_page_cite_run(page, index, &(struct px_evidence){cited.sentences, cited.count});
    if (!denial)
        px_statement_also(page->comparison, index, attribution, page->out);
    struct px_span before = whole && standing_of(page, index, attribution).leans
                                ? before_sentence(page, index, attribution, same ? above : NULL)
                                : px_said_before(article, attribution, same ? above : NULL);
    if (!repeats(article, before, above) && !is_lead(article, before))
        beside_text(page, index, attribution, "before it", before);
    beside_text(page, index, attribution, "after it", px_said_behind(article, attribution));
    px_buffer_byte(page->out, '\n');
}

/* Does the sentence that shows one statement show the other, too? */
static bool shows_both(const struct lines *lines, const struct px_attribution *items, size_t one, size_t other)
{
    return lines->whole[one] && lines->whole[other] && items[one].sentence == items[other].sentence;
}

/* "- Ann Hask: said, “…” [A¶1.2]"; several of hers as a list below her name, wherever they stand. Takes them off those that
 * are left to show. `above`: the last that is shown, before and then with them. */
static void speaker_lines(struct px_page *page, size_t index, size_t first, const struct lines *lines,
                          const struct px_attribution **above)
{
    bool *left = lines->left;
    const struct px_article *article = page->comparison->articles[index];
    const struct px_attribution *items = article->attributions.items;
    size_t count = article->attributions.count, several = 0;
    for (size_t i = first + 1; i < count; i++) { /* those of a sentence that is shown stand there */
        left[i] = left[i] && !(shows_both(lines, items, first, i) && px_statement_is_by_same(page, index, first, i));
        several += left[i] && px_statement_is_by_same(page, index, first, i);
    }
    px_buffer_string(page->out, "- ");
    px_page_speaker(page, article, &items[first]);
    px_buffer_string(page->out, several > 0 ? ":\n  - " : ": ");
    statement_text(page, index, &items[first], lines->whole[first], *above, false);
    *above = &items[first];
    for (size_t i = first + 1; i < count; i++) {
        if (!left[i] || !px_statement_is_by_same(page, index, first, i))
            continue;
        left[i] = false;
        if (shows_both(lines, items, (size_t)(*above - items), i))
            continue;
        px_buffer_string(page->out, "  - ");
        statement_text(page, index, &items[i], lines->whole[i], *above, true);
        *above = &items[i];
    }
}

void px_page_statements(struct px_page *page, size_t index)
{
    size_t count = page->comparison->articles[index]->attributions.count, begun = 0;
    const struct px_attribution *above = NULL;
    struct lines lines = {.whole = px_arena_array(&page->arena, bool, count + 1)};
    if (lines.whole == NULL || !px_statements_choose(page, index, &lines.left)) {
        page->out->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        lines.whole[i] = lines.left[i] && is_whole(page, index, i, lines.left);
    for (size_t i = 0; i < count; i++) {
        if (!lines.left[i])
            continue;
        if (begun++ == 0) {
            px_buffer_string(page->out, "From the statements in ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, "; outside of quotation marks the words are the article's:\n\n");
        }
        speaker_lines(page, index, i, &lines, &above);
    }
    px_buffer_string(page->out, begun > 0 ? "\n" : "");
}
