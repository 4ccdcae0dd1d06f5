/* Labels: what each article attaches to a referent, gathered by wording. */
#include "naming/naming.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "text/normalise.h"

/* One epithet with what it is gathered by. */
struct label_use {
    const struct px_epithet *epithet;
    struct px_slice fold;
    struct px_slice text;
    uint32_t referent;
    uint32_t article;
    uint32_t within; /* attribution, or PX_NONE */
    bool own;
};

struct label_uses {
    struct label_use *items;
    size_t count;
    size_t capacity;
};

static int by_label(const void *left, const void *right)
{
    const struct label_use *a = left;
    const struct label_use *b = right;
    int order = px_compare_order(a->referent, b->referent);
    if (order == 0)
        order = px_compare_order(a->epithet->kind, b->epithet->kind);
    if (order == 0)
        order = px_slice_compare(a->fold, b->fold);
    if (order == 0)
        order = px_slice_compare(a->text, b->text);
    if (order == 0)
        order = px_compare_order(a->article, b->article);
    return order != 0 ? order : px_compare_order(a->epithet->start, b->epithet->start);
}

static bool is_same(const struct label_use *a, const struct label_use *b)
{
    return a->referent == b->referent && a->epithet->kind == b->epithet->kind && px_slice_equal(a->fold, b->fold);
}

static enum px_status collect(struct px_compare_context *context, size_t article, struct label_uses *uses,
                              struct px_error *error)
{
    const struct px_article *a = context->articles[article];
    struct px_buffer fold = {0};
    bool kept = true;
    for (size_t i = 0; kept && i < a->epithets.count; i++) {
        const struct px_epithet *epithet = &a->epithets.items[i];
        const struct px_token *token = &a->tokens.items[epithet->first_token];
        uint32_t referent = context->referent_of[article][epithet->entity];
        struct label_use *use = referent == PX_NONE ? NULL : px_vector_push(uses, &context->scratch);
        kept = use != NULL || referent == PX_NONE;
        if (use == NULL)
            continue;
        use->text = px_slice_part(a->text, epithet->start, epithet->end);
        px_buffer_clear(&fold);
        px_text_fold(use->text, &fold);
        use->fold = px_arena_copy(&context->scratch, px_buffer_slice(&fold));
        use->epithet = epithet;
        use->referent = referent;
        use->article = (uint32_t)article;
        use->within = token->attribution;
        use->own = token->voice == PX_VOICE_OWN; /* to write "so-called" is the outlet's own choice */
        kept = !fold.failed && use->fold.data != NULL;
    }
    px_buffer_release(&fold);
    return kept ? PX_OK : px_no_memory(error);
}

static enum px_status fill_label(struct px_compare_context *context, const struct label_use *uses, size_t count,
                                 struct px_referent_label *label, struct px_error *error)
{
    enum px_status status = PX_OK;
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    *label = (struct px_referent_label){
        .text = px_arena_copy(&context->comparison->arena, uses[0].text),
        .kind = uses[0].epithet->kind,
        .judges = uses[0].epithet->judges,
        .valence = uses[0].epithet->valence,
        .counts = px_compare_each(context, uint32_t),
        .own = px_compare_each(context, uint32_t),
        .within = px_compare_each(context, uint32_t),
        .evidence = px_compare_each(context, struct px_evidence),
    };
    if (sentences == NULL || label->text.data == NULL || label->counts == NULL || label->own == NULL ||
        label->within == NULL || label->evidence == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        size_t found = 0;
        label->within[a] = PX_NONE;
        for (size_t i = 0; i < count; i++)
            if (uses[i].article == a) {
                label->within[a] =
                    label->counts[a] == 0 || label->within[a] == uses[i].within ? uses[i].within : PX_NONE;
                label->counts[a]++;
                label->own[a] += uses[i].own;
                sentences[found++] = uses[i].epithet->sentence;
            }
        status = px_compare_evidence(context, sentences, found, &label->evidence[a], error);
    }
    return status;
}

/* The labels of one referent, from its uses, which are sorted. */
static enum px_status fill_referent(struct px_compare_context *context, const struct label_use *uses, size_t count,
                                    struct px_error *error)
{
    struct px_referent *referent = &context->comparison->referents.items[uses[0].referent];
    enum px_status status = PX_OK;
    size_t labels = 0;
    for (size_t i = 0; i < count; i++)
        labels += i == 0 || !is_same(&uses[i], &uses[i - 1]);
    referent->labels = px_arena_array(&context->comparison->arena, struct px_referent_label, labels);
    if (referent->labels == NULL)
        return px_no_memory(error);
    for (size_t i = 0, end; status == PX_OK && i < count; i = end) {
        for (end = i + 1; end < count && is_same(&uses[end], &uses[i]); end++)
            ;
        status = fill_label(context, uses + i, end - i, &referent->labels[referent->label_count++], error);
    }
    return status;
}

enum px_status px_compare_epithets(struct px_compare_context *context, struct px_error *error)
{
    struct label_uses uses = {0};
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = collect(context, a, &uses, error);
    if (uses.count > 1)
        qsort(uses.items, uses.count, sizeof *uses.items, by_label);
    for (size_t i = 0, end; status == PX_OK && i < uses.count; i = end) {
        for (end = i + 1; end < uses.count && uses.items[end].referent == uses.items[i].referent; end++)
            ;
        status = fill_referent(context, uses.items + i, end - i, error);
    }
    return status;
}
