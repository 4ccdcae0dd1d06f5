/* Speakers as readers see them: who is described, and not named, with the article, "a second official", "the rules". */
#include "contrast/contrast.h"
#include "text/normalise.h"
#include "text/utf8.h"

/* A name alone, "Ledger Institute", has a capital at its last word, too; "U.S. official" has none. */
static bool is_name(struct px_slice wording)
{
    struct px_slice last = px_slice_last_word(wording);
    return px_utf8_is_upper((unsigned char)wording.data[0]) && last.size > 0 &&
           px_utf8_is_upper((unsigned char)last.data[0]);
}

struct px_slice px_compare_article_before(const struct px_compare_context *context, size_t a, struct px_slice wording)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *tokens = article->tokens.items;
    struct px_slice none = {NULL, 0};
    size_t at = (size_t)(wording.data - article->text.data);
    if (context->worker->resources == NULL || wording.size == 0 || wording.data < article->text.data ||
        at >= article->text.size || is_name(wording))
        return none;
    uint32_t first = px_compare_token_at(article, (uint32_t)at);
    if (first == 0 || tokens[first - 1].sentence != tokens[first].sentence ||
        px_compare_hit(context, article, first - 1, true, PX_LEXICON_GRAMMAR, "grammar.article") == NULL)
        return none;
    return px_slice_part(article->text, tokens[first - 1].start, tokens[first - 1].end);
}

/* The article that most statements have, or none where most have none; on a tie the last by spelling, "the". Quadratic in
 * the statements of one speaker. */
static struct px_slice choose_article(const struct px_slice *before, size_t count)
{
    struct px_slice chosen = {NULL, 0};
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t votes = 0;
        for (size_t j = 0; j < count; j++)
            votes += px_slice_equal(before[j], before[i]);
        if (votes > most || (votes == most && px_slice_compare(before[i], chosen) > 0)) {
            most = votes;
            chosen = before[i];
        }
    }
    return chosen;
}

/* Whether the medium is an article's own outlet, which does not cite itself: another article cites it. */
static bool find_outlets(struct px_compare_context *context, struct px_source *source)
{
    if (source->kind != PX_SPEAKER_MEDIA)
        return true;
    source->outlet = px_compare_each(context, bool);
    for (size_t a = 0; source->outlet != NULL && a < context->count; a++)
        source->outlet[a] = px_compare_is_outlet(context->articles[a]->outlet, source->name);
    return source->outlet != NULL;
}

/* Does the word tell that there are more of them, "other"? */
static bool tells_of_more(const struct px_compare_context *context, struct px_slice word)
{
    const uint32_t *entries = NULL;
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, word);
    size_t count = context->worker->resources == NULL || form == PX_NONE
                       ? 0
                       : px_match_form(context->worker->cache, form, PX_LEXICON_QUANTITIES, &entries);
    const struct px_lexicon *quantities =
        count == 0 ? NULL : px_resources_lexicon(context->worker->resources, PX_LEXICON_QUANTITIES);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(quantities->entries.items[entries[i]].category, "quantity.part"))
            return true;
    return false;
}

/* "some Republicans" of "some other Republicans", "lawmakers" of "other lawmakers": other than whom a row does not show. One
 * is "another man" or "another newspaper", and a name alone, "other Republicans", would be of all. */
static void append_name(const struct px_compare_context *context, const struct px_source *source,
                        struct px_buffer *shown)
{
    bool many = source->referent == PX_NONE && source->kind == PX_SPEAKER_GROUP;
    struct px_slice word, rest = source->name;
    size_t start = shown->size;
    while (many && px_slice_next(&rest, ' ', &word)) {
        bool first = word.data == source->name.data, last = rest.size == 0;
        if (!last && !(first && px_utf8_is_upper((unsigned char)rest.data[0])) && tells_of_more(context, word))
            continue;
        px_buffer_string(shown, shown->size > start ? " " : "");
        px_buffer_append(shown, word);
    }
    if (!many)
        px_buffer_append(shown, source->name);
}

enum px_status px_source_show(struct px_compare_context *context, const struct px_slice *before, size_t count,
                              struct px_source *source, struct px_error *error)
{
    struct px_buffer shown = {0};
    px_text_fold(choose_article(before, count), &shown);
    px_buffer_string(&shown, shown.size > 0 ? " " : "");
    append_name(context, source, &shown);
    source->shown = px_arena_copy(&context->comparison->arena, px_buffer_slice(&shown));
    bool done = !shown.failed && source->shown.data != NULL && find_outlets(context, source);
    px_buffer_release(&shown);
    return done ? PX_OK : px_no_memory(error);
}
