#include "sourcing/reply.h"

#include "reading/grammar.h"

enum { REACH = 3 /* sentences */, MOST_STEPS = 16 };

static uint32_t classes_of_cue(const struct px_annotation *annotation, const struct px_attribution *attribution)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    uint32_t classes = 0;
    for (size_t i = 0; i < attribution->cue.count; i++) {
        uint32_t token = px_tokens_reaching(tokens, attribution->cue.items[i].start);
        for (; token < tokens->count && tokens->items[token].start < attribution->cue.items[i].end; token++)
            classes |= annotation->classes[token];
    }
    return classes;
}

static bool is_another(const struct px_attribution *a, const struct px_attribution *b)
{
    return a->speaker.count > 0 && b->speaker.count > 0 && (a->entity == PX_NONE || a->entity != b->entity);
}

static uint32_t find_answered(const struct px_article *article, uint32_t index)
{
    const struct px_attribution *reply = &article->attributions.items[index];
    uint32_t last = index > MOST_STEPS ? index - MOST_STEPS : 0;
    for (uint32_t i = index; i-- > last;) {
        const struct px_attribution *other = &article->attributions.items[i];
        if (other->sentence + REACH < reply->sentence)
            break;
        if (is_another(other, reply))
            return i;
    }
    return PX_NONE;
}

enum px_status px_annotate_replies(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    (void)error;
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        struct px_attribution *attribution = &article->attributions.items[i];
        uint32_t classes = classes_of_cue(annotation, attribution);
        bool denies = attribution->denied || (classes & PX_CLASS_DENIAL) != 0;
        bool answers = (classes & PX_CLASS_REPLY) != 0 && (classes & PX_CLASS_NEGATION) == 0;
        attribution->replies_to = denies || answers ? find_answered(article, i) : PX_NONE;
        if (attribution->replies_to != PX_NONE && (classes & PX_CLASS_DENIAL) != 0)
            article->attributions.items[attribution->replies_to].denied = true;
    }
    return PX_OK;
}
