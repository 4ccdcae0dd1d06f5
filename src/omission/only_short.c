/* Other forms: bodies and laws that an article speaks of by the last word of their names alone, or by a word made of the
 * name. */
#include <ctype.h>

#include "omission/only_news.h"

/* Does the entry's cell hold one of the words? */
static bool holds(const struct px_lexicon *lexicon, const struct px_entry *entry, const char *column,
                  const char *const *words)
{
    struct px_slice cell = px_lexicon_cell(lexicon, entry, px_lexicon_column(lexicon, column));
    for (; *words != NULL; words++)
        if (px_slice_find(cell, px_slice_from(*words), 0) != SIZE_MAX)
            return true;
    return false;
}

/* The fold of the name's last word where that tells a body of a state or a law, "Ministry" or "Act"; else PX_NONE. Of
 * others, "the campaign" or "the press", there are too many. */
static uint32_t head_of(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention)
{
    static const char *const actors[] = {"state", "public", "court", NULL}, *const laws[] = {"joins", NULL};
    uint32_t last = mention->first_token + mention->token_count - 1;
    const struct px_hit *hit = mention->token_count > 1 ? px_compare_hit(context, article, last, true,
                                                                         PX_LEXICON_ORGANISATIONS, "organisation.head")
                                                        : NULL;
    bool law = hit == NULL && mention->token_count > 1;
    if (law)
        hit = px_compare_hit(context, article, last, true, PX_LEXICON_ORGANISATIONS, "work.head");
    if (hit == NULL ||
        !holds(px_resources_lexicon(context->worker->resources, PX_LEXICON_ORGANISATIONS),
               px_resources_entry(context->worker->resources, hit), law ? "short" : "actor", law ? laws : actors))
        return PX_NONE;
    return px_compare_form(context, &article->tokens.items[last])->fold;
}

/* The first name of the article that ends in the word, or NULL. */
static const struct px_mention *first_of(const struct px_compare_context *context, const struct px_article *article,
                                         uint32_t head)
{
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->form == PX_MENTION_NAME && mention->token_count > 1 && head_of(context, article, mention) == head)
            return mention;
    }
    return NULL;
}

bool px_only_is_short(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b)
{
    const struct px_article *article = context->articles[b];
    uint32_t head = context->worker->resources == NULL ? PX_NONE : head_of(context, context->articles[a], mention);
    bool said = false;
    for (uint32_t t = 1; head != PX_NONE && !said && t < article->tokens.count; t++) {
        const struct px_form *form = px_compare_form(context, &article->tokens.items[t]);
        said = form->fold == head && form->shape == PX_SHAPE_LOWER &&
               px_compare_hit(context, article, t - 1, false, PX_LEXICON_NAMES, "name.definite") != NULL;
    }
    return said && first_of(context, article, head) == NULL &&
           first_of(context, context->articles[a], head)->entity == mention->entity;
}

/* The name's letters that a word made of it keeps: "Senat" of "Senate"; empty for what is too short to tell. */
static struct px_slice root_of(const struct px_compare_context *context, const struct px_article *article,
                               const struct px_mention *mention)
{
    enum { ROOT_LEAST = 5 };
    const struct px_form *form = px_compare_form(context, &article->tokens.items[mention->first_token]);
    struct px_slice root = px_vocabulary_fold_text(context->worker->vocabulary, form->fold);
    if (root.size > 0 && root.data[root.size - 1] == 'e')
        root.size--;
    return mention->token_count == 1 && root.size >= ROOT_LEAST ? root : (struct px_slice){0};
}

bool px_only_is_derived(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b)
{
    enum { ENDING_LEAST = 2 };
    const struct px_article *article = context->articles[b];
    struct px_slice root = root_of(context, context->articles[a], mention);
    for (uint32_t t = 0; root.size > 0 && t < article->tokens.count; t++) {
        uint32_t fold = px_compare_form(context, &article->tokens.items[t])->fold;
        struct px_slice word = px_vocabulary_fold_text(context->worker->vocabulary, fold);
        if (word.size >= root.size + ENDING_LEAST && px_slice_starts(word, root))
            return true;
    }
    return false;
}

/* Do the entry and the folded word begin with the same letter? Heads are many, and few are worth more than a look. */
static bool begin_alike(struct px_slice entry, struct px_slice word)
{
    unsigned char first = entry.size == 0 ? 0 : (unsigned char)entry.data[0];
    return word.size > 0 && (first >= 0x80 || tolower(first) == (unsigned char)word.data[0]);
}

/* Is the word the plural of a head of bodies, "Departments"? */
static bool is_plural_head(const struct px_compare_context *context, const struct px_token *token)
{
    enum { ENDING_MOST = 2 };
    const struct px_form *form = px_compare_form(context, token);
    const struct px_lexicon *heads = px_resources_lexicon(context->worker->resources, PX_LEXICON_ORGANISATIONS);
    for (size_t i = 0; i < heads->entries.count; i++) {
        const struct px_entry *entry = &heads->entries.items[i];
        bool may = begin_alike(entry->text, form->fold_text) && px_slice_is(entry->category, "organisation.head");
        uint32_t head = may ? px_vocabulary_add(context->worker->vocabulary, entry->text) : PX_NONE;
        const struct px_form *known = head == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, head);
        if (known != NULL && known->stem == form->stem && form->fold_text.size > known->fold_text.size &&
            form->fold_text.size <= known->fold_text.size + ENDING_MOST &&
            px_slice_starts(form->fold_text, known->fold_text))
            return true;
    }
    return false;
}

/* A comma, or a small word that stands inside of names. */
static bool is_joint(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    static const char *const JOINTS[] = {"name.and", "name.of", "name.definite"};
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++)
        if (px_compare_hit(context, article, token, false, PX_LEXICON_NAMES, JOINTS[i]) != NULL)
            return true;
    return article->text.data[article->tokens.items[token].start] == ',';
}

bool px_only_shares_head(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention)
{
    enum { REACH = 12 };
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = mention->first_token, least = first < REACH ? 0 : first - REACH;
    for (uint32_t t = first; context->worker->resources != NULL && t-- > least;) {
        bool joint = is_joint(context, article, t);
        if (tokens[t].sentence != tokens[first].sentence ||
            (!joint && px_compare_form(context, &tokens[t])->shape != PX_SHAPE_CAPITALISED))
            return false;
        bool of = px_compare_hit(context, article, t + 1, false, PX_LEXICON_NAMES, "name.of") != NULL;
        if (!joint && of && is_plural_head(context, &tokens[t]))
            return true;
    }
    return false;
}

bool px_only_is_attribute(const struct px_article *article, const struct px_mention *mention)
{
    if (article->lexemes == NULL || article->entities.items[mention->entity].kind != PX_ENTITY_OTHER)
        return false;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        uint32_t next = other->first_token + other->token_count;
        if (other->entity != mention->entity)
            continue;
        if (next >= article->tokens.count || article->tokens.items[next].kind != PX_TOKEN_WORD ||
            article->tokens.items[next].sentence != article->tokens.items[next - 1].sentence ||
            article->lexemes[next].word_class != PX_WORD_NOUN)
            return false;
    }
    return true;
}

bool px_only_is_medium(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_mention *mention)
{
    const struct px_hit *hit = px_compare_hit(context, article, mention->first_token + mention->token_count - 1, true,
                                              PX_LEXICON_NAMES, "name.medium");
    return hit != NULL && hit->first_token <= mention->first_token + 1; /* behind "The" */
}
