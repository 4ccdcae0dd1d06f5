/* Terms as a reader counts them: content words, and names as wholes. */
#include "align/align.h"
#include "naming/naming.h"

#include <stdlib.h>

/* How often a word stands in one form. */
struct seen {
    uint32_t word;
    uint32_t form;
};

static int by_word(const void *a, const void *b)
{
    const struct seen *x = a, *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return (x->form > y->form) - (x->form < y->form);
}

/* A name as a whole: names and aliases; a role or a pronoun is wording of its own. */
static bool is_name(const struct px_mention *mention)
{
    return mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS;
}

static struct px_use *add(struct px_compare_context *context, size_t a, uint32_t term, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    struct px_use *use = &context->wording.uses[a][context->wording.use_count[a]++];
    *use = (struct px_use){.term = term,
                           .said = term,
                           .token = token,
                           .block = article->sentences.items[article->tokens.items[token].sentence].block};
    return use;
}

/* "D-Tarsk" between marks: the party and place of whoever was named, no word of the article's. */
static bool is_party_tag(const struct px_compare_context *context, const struct px_article *article, uint32_t t)
{
    const struct px_token *tokens = article->tokens.items;
    const struct px_form *form = px_compare_form(context, &tokens[t]);
    return form->part_count > 1 && form->text.size > 2 && form->text.data[1] == '-' &&
           px_slice_is_capital(form->text, 2) && t > 0 && tokens[t - 1].kind == PX_TOKEN_PUNCTUATION &&
           t + 1 < article->tokens.count && tokens[t + 1].kind == PX_TOKEN_PUNCTUATION;
}

/* Walks tokens and mentions side by side; mentions are in order of position, the first of nested ones counts. */
static enum px_status read_article(struct px_compare_context *context, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    context->wording.uses[a] = px_arena_array(&context->scratch, struct px_use, article->tokens.count);
    if (context->wording.uses[a] == NULL)
        return px_no_memory(error);
    size_t m = 0;
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        const struct px_mention *mention;
        uint32_t link;
        if (is_party_tag(context, article, t))
            continue;
        while (m < article->mentions.count &&
               (article->mentions.items[m].first_token < t || !is_name(&article->mentions.items[m])))
            m++;
        mention = m < article->mentions.count ? &article->mentions.items[m] : NULL;
        link = mention == NULL || mention->first_token != t ? PX_NONE : context->link_of[a][mention->entity];
        if (link != PX_NONE && mention->token_count > 0) {
            struct px_use *use = add(context, a, context->index.count + link, t);
            struct px_slice text = px_slice_part(article->text, mention->start, mention->end);
            use->tokens = mention->token_count;
            if (!px_slice_equal(text, article->entities.items[mention->entity].name) &&
                px_compare_is_seat(context, article, t, t + mention->token_count))
                use->said = PX_NONE; /* who reads "Cuba" does not count "Havana" */
            t += mention->token_count - 1;
        } else if (context->index.of[a][t] != PX_NONE && !context->index.number[context->index.of[a][t]]) {
            add(context, a, context->index.of[a][t], t);
        }
    }
    return PX_OK;
}

/* `form` is as common as the one that stands for the word so far (`tie`), or more so. */
static void set_form(struct px_compare_context *context, uint32_t word, uint32_t form, bool tie)
{
    struct px_slice text = px_vocabulary_form(context->worker->vocabulary, form)->text;
    if (tie && px_slice_compare(text, context->wording.texts[word]) < 0)
        return; /* small letters come behind capitals in byte order */
    context->wording.texts[word] = text;
    context->wording.forms[word] = form;
}

/* The word that a use names by its form: what it means or what is said; PX_NONE of a name. */
static uint32_t word_of(const struct px_compare_context *context, const struct px_use *use, bool said)
{
    bool word = use->term < context->index.count;
    return !word || (said && use->said == use->term) ? PX_NONE : said ? use->said : use->term;
}

/* The commonest form of every word, or of what is said for it; of equals the last in byte order. */
static enum px_status name_words(struct px_compare_context *context, bool said, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    size_t total = 0, count = 0;
    for (size_t a = 0; a < context->count; a++)
        total += wording->use_count[a];
    struct seen *seen = px_arena_array(&context->scratch, struct seen, total);
    if (seen == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t u = 0; u < wording->use_count[a]; u++) {
            const struct px_use *use = &wording->uses[a][u];
            uint32_t word = word_of(context, use, said);
            if (word != PX_NONE)
                seen[count++] = (struct seen){word, context->articles[a]->tokens.items[use->token].form};
        }
    if (count > 1)
        qsort(seen, count, sizeof *seen, by_word);
    for (size_t i = 0, best = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && by_word(&seen[i], &seen[end]) == 0)
            end++;
        if (i == 0 || seen[i].word != seen[i - 1].word)
            best = 0;
        if (end - i >= best) {
            set_form(context, seen[i].word, seen[i].form, end - i == best);
            best = end - i;
        }
        i = end;
    }
    return PX_OK;
}

/* The fullest name that any article gives; of equals the first in byte order. */
static void name_links(struct px_compare_context *context)
{
    for (size_t l = 0; l < context->links.count; l++) {
        struct px_slice *text = &context->wording.texts[context->index.count + l];
        context->wording.forms[context->index.count + l] = PX_NONE;
        for (size_t a = 0; a < context->count; a++) {
            uint32_t entity = context->links.items[l].entities[a];
            struct px_slice name =
                entity == PX_NONE ? (struct px_slice){NULL, 0} : context->articles[a]->entities.items[entity].name;
            if (name.size > text->size ||
                (name.size == text->size && name.size > 0 && px_slice_compare(name, *text) < 0))
                *text = name;
        }
    }
}

/* The word of a name that starts at *at; moves *at behind it. Empty at the end. */
static struct px_slice next_word(struct px_slice name, size_t *at)
{
    while (*at < name.size && name.data[*at] == ' ')
        ++*at;
    size_t start = *at;
    while (*at < name.size && name.data[*at] != ' ')
        ++*at;
    return px_slice_part(name, start, *at);
}

static size_t count_words(const struct px_compare_context *context)
{
    size_t words = 0;
    for (size_t l = 0; l < context->links.count; l++)
        for (size_t a = 0; a < context->count; a++) {
            uint32_t entity = context->links.items[l].entities[a];
            size_t at = 0;
            while (entity != PX_NONE && next_word(context->articles[a]->entities.items[entity].name, &at).size > 0)
                words++;
        }
    return words;
}

enum { SEVERAL = PX_NONE - 1 };

/* Fills `bearers` by word of a name: 1 + the one name in use that holds the word, or SEVERAL. */
static bool list_bearers(struct px_compare_context *context, struct px_table *words, uint32_t *bearers)
{
    struct px_wording *wording = &context->wording;
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t u = 0; u < wording->use_count[a]; u++) {
            uint32_t term = wording->uses[a][u].term;
            struct px_slice word;
            for (size_t at = 0;
                 term >= context->index.count && (word = next_word(wording->texts[term], &at)).size > 0;) {
                uint32_t id = px_table_borrow(words, word, NULL);
                if (id == PX_NONE)
                    return false;
                bearers[id] = bearers[id] == 0 || bearers[id] == term + 1 ? term + 1 : SEVERAL;
            }
        }
    return true;
}

/* The number of the one word of a name that stands there, "Osk" or "Mrs. Osk"; PX_NONE where none or more do. */
static uint32_t bare_word(const struct px_compare_context *context, size_t a, const struct px_use *use,
                          const struct px_table *words)
{
    uint32_t found = PX_NONE;
    for (uint32_t t = use->token; t < use->token + use->tokens; t++) {
        const struct px_form *form = px_compare_form(context, &context->articles[a]->tokens.items[t]);
        uint32_t id = px_table_find(words, form->text);
        if (id != PX_NONE && found != PX_NONE)
            return PX_NONE;
        found = id == PX_NONE ? found : id;
    }
    return found;
}

/* Whom a bare "Osk" means is a guess where Bren Osk and Anna Osk are named, and half an article may never say; the
 * words that stand there are the same. So they are said as a term of their own, and the full names as theirs. */
static enum px_status share_words(struct px_compare_context *context, uint32_t most, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    struct px_table words = {0};
    uint32_t *bearers = px_arena_array(&context->scratch, uint32_t, most);
    uint32_t *shared = px_arena_array(&context->scratch, uint32_t, most);
    bool ready = bearers != NULL && shared != NULL && list_bearers(context, &words, bearers);
    for (size_t a = 0; ready && a < context->count; a++)
        for (uint32_t u = 0; u < wording->use_count[a]; u++) {
            struct px_use *use = &wording->uses[a][u];
            uint32_t id = bare_word(context, a, use, &words);
            if (id == PX_NONE || bearers[id] != SEVERAL)
                continue;
            if (shared[id] == 0) {
                shared[id] = wording->count++;
                wording->texts[shared[id]] = px_table_key(&words, id);
                wording->forms[shared[id]] = PX_NONE;
            }
            use->said = shared[id];
        }
    px_table_release(&words);
    return ready ? PX_OK : px_no_memory(error);
}

/* Fills `to` by term: the first of those from `first` on that stand mostly in the same form. */
static bool find_alike(struct px_compare_context *context, uint32_t first, uint32_t *to)
{
    const struct px_wording *wording = &context->wording;
    struct px_table forms = {0};
    uint32_t *first_of = px_arena_array(&context->scratch, uint32_t, wording->count); /* by form's id */
    bool ready = first_of != NULL;
    for (uint32_t term = first; ready && term < wording->count; term++) {
        const struct px_form *form = px_vocabulary_form(context->worker->vocabulary, wording->forms[term]);
        uint32_t id = px_table_borrow(&forms, form->fold_text, NULL);
        ready = id != PX_NONE;
        if (ready && first_of[id] == 0)
            first_of[id] = term;
        to[term] = ready ? first_of[id] : term;
    }
    px_table_release(&forms);
    return ready;
}

/* Says every use by the term that `to` has for it, from `first` on. */
static void say_by(struct px_compare_context *context, uint32_t first, const uint32_t *to)
{
    struct px_wording *wording = &context->wording;
    for (size_t a = 0; a < context->count; a++) {
        for (uint32_t u = 0; u < wording->use_count[a]; u++)
            if (wording->uses[a][u].said >= first && wording->uses[a][u].said != PX_NONE)
                wording->uses[a][u].said = to[wording->uses[a][u].said];
        for (uint32_t u = 0; u < wording->part_count[a]; u++)
            if (wording->parts[a][u].said >= first)
                wording->parts[a][u].said = to[wording->parts[a][u].said];
    }
}

/* A lexeme that reads as a name of the articles is that name: the "Iowa" of "D-Iowa". */
static enum px_status join_names(struct px_compare_context *context, uint32_t first, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    struct px_table names = {0};
    uint32_t *to = px_arena_array(&context->scratch, uint32_t, wording->count);
    uint32_t *link_of = px_arena_array(&context->scratch, uint32_t, context->links.count); /* by name's id */
    bool ready = to != NULL && link_of != NULL;
    for (uint32_t l = 0; ready && l < context->links.count; l++) {
        struct px_slice text = wording->texts[context->index.count + l];
        bool added = false;
        uint32_t id = text.size == 0 ? PX_NONE : px_table_borrow(&names, text, &added);
        ready = text.size == 0 || id != PX_NONE;
        if (added)
            link_of[id] = context->index.count + l;
    }
    for (uint32_t term = first; ready && term < wording->count; term++) {
        uint32_t id = px_table_find(&names, wording->texts[term]);
        to[term] = id == PX_NONE ? term : link_of[id];
    }
    px_table_release(&names);
    if (ready)
        say_by(context, first, to);
    return ready ? PX_OK : px_no_memory(error);
}

/* Lexemes that stand mostly in one form are one term to whoever reads it: the noun and the verb of "marks". */
static enum px_status join_alike(struct px_compare_context *context, uint32_t first, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    uint32_t *to = px_arena_array(&context->scratch, uint32_t, wording->count);
    if (to == NULL || !find_alike(context, first, to))
        return px_no_memory(error);
    say_by(context, first, to);
    return PX_OK;
}

/* Room for all terms: words of the index, links, `shared` words of names, and a lexeme a use at most. */
static enum px_status make_room(struct px_compare_context *context, uint32_t shared, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    size_t most = (size_t)wording->count + shared;
    for (size_t a = 0; a < context->count; a++)
        most += wording->use_count[a];
    wording->texts = px_arena_array(&context->scratch, struct px_slice, most);
    wording->forms = px_arena_array(&context->scratch, uint32_t, most);
    return wording->texts == NULL || wording->forms == NULL ? px_no_memory(error) : PX_OK;
}

enum px_status px_compare_wording(struct px_compare_context *context, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    uint32_t words = (uint32_t)count_words(context);
    wording->count = context->index.count + (uint32_t)context->links.count;
    wording->uses = px_arena_array(&context->scratch, struct px_use *, context->count);
    wording->use_count = px_arena_array(&context->scratch, uint32_t, context->count);
    if (wording->uses == NULL || wording->use_count == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = read_article(context, a, error);
    if (status == PX_OK)
        status = make_room(context, words, error);
    if (status == PX_OK)
        status = name_words(context, false, error);
    if (status == PX_OK)
        status = px_compare_wording_lexemes(context, error);
    if (status == PX_OK)
        status = name_words(context, true, error);
    if (status == PX_OK)
        status = join_alike(context, context->index.count + (uint32_t)context->links.count, error);
    if (status == PX_OK)
        status = name_words(context, true, error);
    if (status != PX_OK)
        return status;
    name_links(context);
    status = join_names(context, context->index.count + (uint32_t)context->links.count, error);
    if (status == PX_OK)
        status = share_words(context, words, error);
    return status != PX_OK ? status : px_compare_wording_kinds(context, error);
}
