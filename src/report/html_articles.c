#include "report/html_articles.h"

#include "report/loaded_listed.h"
#include "report/markup.h"
#include "report/sentence_name.h"
#include "report/speech.h"

/* What is marked, by the bits of a byte of text. */
enum mark { LOADED, NAMING, SAID, HEDGE, BOOSTER, PRESCRIPTION, SCARE, OTHER, NAME, MARK_COUNT };

/* Each has a class in report.css, and a switch; names and other words are off at first, since they are many. */
static const struct {
    char class;
    bool on;
    const char *label;
} marks[MARK_COUNT] = {
    [LOADED] = {'l', true, "loaded wording, own voice"},
    [NAMING] = {'w', true, "a wording of which others exist"},
    [SAID] = {'v', true, "loaded wording of others"},
    [HEDGE] = {'h', true, "hedges"},
    [BOOSTER] = {'b', true, "boosters"},
    [PRESCRIPTION] = {'d', true, "prescriptions"},
    [SCARE] = {'u', true, "quotation marks without a speaker"},
    [OTHER] = {'o', false, "words of other lists"},
    [NAME] = {'n', false, "names"},
};

/* What is known of every byte of an article's text. */
struct layer {
    uint16_t *marks;
    uint32_t *tips;         /* index + 1 into the view's tips */
    uint32_t *attributions; /* index + 1 of the attribution whose words it stands in */
    uint8_t *voices;
};

/* What stands in the articles, by bits: marks, and kinds of speakers as px_speech_kind has them. */
struct shown {
    unsigned marks;
    unsigned kinds;
};

struct view {
    struct px_html *html;
    struct px_buffer *out;
    const struct px_article *article;
    size_t number;
    struct layer layer;
    PX_VECTOR(struct px_slice) tips; /* categories, and what a wording stands for */
    struct shown *shown;
};

/* How the match is marked; a loaded word as the report lists it. */
static enum mark mark_of(const struct px_comparison *comparison, size_t article, const struct px_match *match)
{
    struct px_slice category = match->category;
    if (match->by_model || !px_match_counts(match))
        return MARK_COUNT;
    if (px_match_is_loaded(match) && !px_loaded_is_listed(comparison, article, match))
        return MARK_COUNT;
    if (px_match_is_loaded(match))
        return px_match_voice(match) == PX_VOICE_OWN ? LOADED : SAID;
    if (px_slice_starts(category, PX_SLICE("certainty.hedge")))
        return HEDGE;
    if (px_slice_starts(category, PX_SLICE("certainty.booster")))
        return BOOSTER;
    return px_slice_starts(category, PX_SLICE("certainty.prescription")) ? PRESCRIPTION : OTHER;
}

/* Marks the span; its tip (may be empty) stands where no other does. */
static void cover(struct view *view, struct px_span span, enum mark mark, struct px_slice tip)
{
    struct px_slice *kept = tip.size > 0 ? px_vector_push(&view->tips, &view->html->arena) : NULL;
    if (kept != NULL)
        *kept = tip;
    for (uint32_t i = span.start; i < span.end; i++) {
        view->layer.marks[i] |= (uint16_t)(1U << mark);
        if (kept != NULL && view->layer.tips[i] == 0)
            view->layer.tips[i] = (uint32_t)view->tips.count;
    }
}

/* Wordings that take sides: the referents of the lexicon. */
static void cover_wordings(struct view *view)
{
    const struct px_comparison *comparison = view->html->comparison;
    for (size_t i = 0; i < comparison->referents.count; i++) {
        const struct px_referent *referent = &comparison->referents.items[i];
        const struct px_spans *mentions = &referent->mentions[view->number];
        for (size_t k = 0; referent->lexical && referent->variant_count > 0 && k < mentions->count; k++)
            cover(view, mentions->items[k], NAMING, referent->name);
    }
}

/* Words said by others, from token to token. */
static void cover_speech(struct view *view)
{
    const struct px_tokens *tokens = &view->article->tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct px_token *token = &tokens->items[i];
        if (token->attribution == PX_NONE)
            continue;
        const struct px_token *next = i + 1 < tokens->count ? token + 1 : NULL;
        bool goes_on = next != NULL && next->attribution == token->attribution && next->voice == token->voice;
        for (uint32_t k = token->start; k < (goes_on ? next->start : token->end); k++) {
            view->layer.attributions[k] = token->attribution + 1;
            view->layer.voices[k] = token->voice;
        }
    }
}

static bool fill_layer(struct view *view)
{
    const struct px_article *article = view->article;
    struct px_arena *arena = &view->html->arena;
    view->layer = (struct layer){
        .marks = px_arena_array(arena, uint16_t, article->text.size),
        .tips = px_arena_array(arena, uint32_t, article->text.size),
        .attributions = px_arena_array(arena, uint32_t, article->text.size),
        .voices = px_arena_array(arena, uint8_t, article->text.size),
    };
    if (view->layer.marks == NULL || view->layer.tips == NULL || view->layer.attributions == NULL ||
        view->layer.voices == NULL)
        return false;
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        enum mark mark = mark_of(view->html->comparison, view->number, match);
        if (mark != MARK_COUNT)
            cover(view, (struct px_span){match->start, match->end}, mark, match->category);
    }
    cover_wordings(view);
    for (size_t i = 0; i < article->mentions.count; i++)
        if (article->mentions.items[i].form != PX_MENTION_PRONOUN)
            cover(view, (struct px_span){article->mentions.items[i].start, article->mentions.items[i].end}, NAME,
                  (struct px_slice){0});
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        if (px_article_is_scare(article, quotation))
            cover(view, quotation->span, SCARE, (struct px_slice){0});
    }
    cover_speech(view);
    return true;
}

/* A run of bytes with the same marks: <span class="l h" title="loaded.emotive">. */
static void write_marked(struct view *view, uint32_t start, uint32_t end)
{
    uint16_t here = view->layer.marks[start];
    uint32_t tip = view->layer.tips[start];
    view->shown->marks |= here;
    if (here != 0) {
        px_buffer_string(view->out, "<span class=\"");
        const char *between = "";
        for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
            if ((here >> mark & 1U) == 0)
                continue;
            px_buffer_printf(view->out, "%s%c", between, marks[mark].class);
            between = " ";
        }
        if (tip != 0) {
            px_buffer_string(view->out, "\" title=\"");
            px_markup_text(view->out, view->tips.items[tip - 1]);
        }
        px_buffer_string(view->out, "\">");
    }
    px_markup_text(view->out, px_slice_part(view->article->text, start, end));
    px_buffer_string(view->out, here != 0 ? "</span>" : "");
}

/* A run of bytes in one voice, said by one speaker. */
static void write_voice(struct view *view, uint32_t start, uint32_t end)
{
    uint32_t attribution = view->layer.attributions[start];
    if (attribution != 0) {
        const struct px_comparison *comparison = view->html->comparison;
        size_t kind = px_speech_kind(comparison, view->number, attribution - 1);
        struct px_buffer tip = {0};
        view->shown->kinds |= 1U << kind;
        px_speech_tip(comparison, view->number, attribution - 1, view->layer.voices[start], &tip);
        px_buffer_printf(view->out, "<span class=\"%s %s\" title=\"",
                         view->layer.voices[start] == PX_VOICE_DIRECT ? "q" : "i", px_speech_kind_class(kind));
        px_markup_text(view->out, px_buffer_slice(&tip));
        px_buffer_string(view->out, "\">");
        px_buffer_release(&tip);
    }
    for (uint32_t at = start, next; at < end; at = next) {
        next = at + 1;
        while (next < end && view->layer.marks[next] == view->layer.marks[at] &&
               view->layer.tips[next] == view->layer.tips[at])
            next++;
        write_marked(view, at, next);
    }
    px_buffer_string(view->out, attribution != 0 ? "</span>" : "");
}

/* The sections that cite the sentence, by their numbers in the list of contents: each a way back. */
static void write_back(struct view *view, size_t sentence)
{
    struct px_html *html = view->html;
    struct px_buffer anchor = {0};
    px_sentence_anchor(view->article, view->number, sentence, &anchor);
    uint32_t id = px_table_find(&html->targets, px_buffer_slice(&anchor));
    px_buffer_release(&anchor);
    if (id == PX_NONE)
        return;
    const struct px_html_citations *citations = &html->citations.items[id];
    px_buffer_string(view->out, "<sup class=\"back\">↑");
    for (size_t i = 0; i < citations->items.count; i++) {
        const struct px_html_citation *citation = &citations->items.items[i];
        px_buffer_printf(view->out, "%s<a href=\"#r%u\" title=\"%.*s\">%u</a>", i == 0 ? "" : " ", citation->number,
                         PX_SLICE_ARG(html->headings.items[citation->section].html), citation->section + 1);
    }
    px_buffer_string(view->out, "</sup>");
}

static void write_sentence(struct view *view, uint32_t index)
{
    const struct px_sentence *sentence = &view->article->sentences.items[index];
    px_buffer_string(view->out, "<span class=\"s\" id=\"");
    px_sentence_anchor(view->article, view->number, index, view->out);
    px_buffer_string(view->out, "\">");
    for (uint32_t at = sentence->start, next; at < sentence->end; at = next) {
        next = at + 1;
        while (next < sentence->end && view->layer.attributions[next] == view->layer.attributions[at] &&
               view->layer.voices[next] == view->layer.voices[at])
            next++;
        write_voice(view, at, next);
    }
    px_buffer_string(view->out, "</span>");
    write_back(view, index);
    px_buffer_byte(view->out, '\n');
}

static void write_block(struct view *view, const struct px_block *block)
{
    const char *element = block->role == PX_ROLE_TITLE ? "h3" : block->role == PX_ROLE_HEADING ? "h4" : "p";
    if (block->sentence_count == 0)
        return;
    px_buffer_printf(view->out, "<%s", element);
    if (block->number > 0)
        px_buffer_printf(view->out, " data-number=\"%u\"", block->number);
    else if (block->role == PX_ROLE_STANDFIRST)
        px_buffer_string(view->out, " class=\"standfirst\"");
    px_buffer_byte(view->out, '>');
    for (uint32_t i = 0; i < block->sentence_count; i++)
        write_sentence(view, block->first_sentence + i);
    px_buffer_printf(view->out, "</%s>\n", element);
}

static void write_article(struct px_html *html, size_t number, struct px_buffer *out, struct shown *shown)
{
    struct view view = {
        .html = html, .out = out, .article = html->comparison->articles[number], .number = number, .shown = shown};
    if (!fill_layer(&view)) {
        out->failed = true;
        return;
    }
    struct px_buffer name = {0};
    px_comparison_article_name(html->comparison, number, &name);
    px_buffer_printf(out, "<article class=\"c%zu\" aria-label=\"", number % 8);
    px_markup_text(out, px_buffer_slice(&name));
    if (view.article->language.size > 0) {
        px_buffer_string(out, "\" lang=\"");
        px_markup_text(out, view.article->language);
    }
    px_buffer_string(out, "\">\n<p class=\"outlet\">");
    px_markup_text(out, px_buffer_slice(&name));
    px_buffer_string(out, "</p>\n");
    for (size_t i = 0; i < view.article->blocks.count; i++)
        write_block(&view, &view.article->blocks.items[i]);
    px_buffer_string(out, "</article>\n");
    px_buffer_release(&name);
}

/* On paper they are the key: none for what the articles do not have. */
static void write_switches(struct px_buffer *out, const struct shown *shown)
{
    px_buffer_string(out, "<fieldset class=\"switches\">\n<legend>Marked in the text</legend>\n");
    for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
        if ((shown->marks >> mark & 1U) == 0)
            continue;
        px_buffer_printf(out,
                         "<label><input type=\"checkbox\" id=\"show-%c\"%s> <span class=\"%c\">%s</span></label>\n",
                         marks[mark].class, marks[mark].on ? " checked" : "", marks[mark].class, marks[mark].label);
    }
    for (size_t kind = 0; kind <= PX_SPEAKER_MEDIA + 1; kind++) {
        if ((shown->kinds >> kind & 1U) == 0)
            continue;
        const char *class = px_speech_kind_class(kind);
        const char *name = kind <= PX_SPEAKER_MEDIA ? px_speaker_kind_name((uint8_t)kind) : "nobody named";
        px_buffer_printf(
            out,
            "<label><input type=\"checkbox\" id=\"show-%s\" checked> <span class=\"q %s\">said by: %s</span></label>\n",
            class, class, name);
    }
    px_buffer_string(out, "</fieldset>\n");
}

void px_html_articles(struct px_html *html)
{
    struct shown shown = {0};
    struct px_buffer articles = {0};
    for (size_t i = 0; !articles.failed && i < html->comparison->article_count; i++)
        write_article(html, i, &articles, &shown);
    html->out->failed = html->out->failed || articles.failed;
    px_buffer_string(html->out, "<div class=\"reading\">\n");
    if (shown.marks != 0 || shown.kinds != 0)
        write_switches(html->out, &shown);
    px_buffer_string(html->out, "<div class=\"pair\">\n");
    px_buffer_append(html->out, px_buffer_slice(&articles));
    px_buffer_string(html->out, "</div>\n</div>\n");
    px_buffer_release(&articles);
}
