/* The bodies that roles are of: a spokeswoman or a chief executive is somebody's, or tells nobody who speaks. */
#include "contrast/speaker_office.h"
#include "text/normalise.h"

/* The number of the article whose text holds the words; the count of all for none. */
static size_t article_of(const struct px_compare_context *context, struct px_slice words)
{
    size_t a = 0;
    for (; a < context->count; a++) {
        struct px_slice text = context->articles[a]->text;
        if (words.size > 0 && words.data >= text.data && words.data < text.data + text.size)
            break;
    }
    return a;
}

/* A role in its article, by its tokens. */
struct role {
    const struct px_article *article;
    size_t number; /* of the article */
    uint32_t first, end;
};

/* Is the role an office of some body, "chief executive", with at most a small word before it: "senior"? `*actor` is whom
 * the holder acts for. */
static bool is_bare(const struct px_compare_context *context, const struct role *role, int *actor)
{
    const struct px_article *a = role->article;
    const struct px_resources *resources = context->worker->resources;
    const struct px_lexicon *roles = px_resources_lexicon(resources, PX_LEXICON_ROLES);
    size_t h = px_hits_from(&a->hits, role->first);
    for (; h < a->hits.count && a->hits.items[h].first_token <= role->first + 1; h++) {
        const struct px_hit *hit = &a->hits.items[h];
        bool whole = hit->first_token + hit->token_count == role->end &&
                     (hit->first_token == role->first ||
                      px_compare_form(context, &a->tokens.items[role->first])->shape == PX_SHAPE_LOWER);
        if (hit->lexicon != PX_LEXICON_ROLES || !whole)
            continue;
        const struct px_entry *entry = px_resources_entry(resources, hit);
        *actor = px_actor_find(px_lexicon_cell(roles, entry, px_lexicon_column(roles, "actor")));
        return px_lexicon_cell(roles, entry, px_lexicon_column(roles, "of")).size > 0;
    }
    return false;
}

/* Does the organisation's name hold the word, in small letters? */
static bool holds_word(struct px_slice name, struct px_slice word, struct px_buffer *fold)
{
    struct px_slice part;
    px_buffer_clear(fold);
    px_text_fold(name, fold);
    for (struct px_slice rest = px_buffer_slice(fold); px_slice_next(&rest, ' ', &part);)
        if (px_slice_equal(part, word))
            return true;
    return false;
}

/* Does the entity act as the actor, or is nothing known of it? */
static bool may_act_as(const struct px_entity *entity, int actor)
{
    return entity->actor == actor || (entity->actor == PX_ACTOR_OTHER && !entity->organ);
}

/* Is it an organisation in all that the articles tell of it? */
static bool is_organisation(const struct px_compare_context *context, size_t article, uint32_t entity)
{
    uint32_t referent = px_compare_referent(context, article, entity);
    uint8_t kind = referent == PX_NONE ? context->articles[article]->entities.items[entity].kind
                                       : context->comparison->referents.items[referent].kind;
    return kind == PX_ENTITY_ORGANISATION;
}

/* The first mention of the role's sentence or of the one before that. */
static size_t mention_near(const struct role *role)
{
    const struct px_article *a = role->article;
    uint32_t sentence = a->tokens.items[role->first].sentence;
    return px_compare_mention_at(a, a->sentences.items[sentence > 0 ? sentence - 1 : 0].first_token);
}

/* The only organisation in the role's sentence before it and in the sentence before that whose name holds the word or,
 * for an empty one, who may act as the actor; NULL for none and for several. */
static const struct px_entity *body_before(const struct px_compare_context *context, const struct role *role,
                                           struct px_slice word, int actor, struct px_buffer *fold)
{
    const struct px_article *a = role->article;
    const struct px_entity *found = NULL;
    for (size_t m = mention_near(role); m < a->mentions.count && a->mentions.items[m].first_token < role->first; m++) {
        const struct px_mention *mention = &a->mentions.items[m];
        const struct px_entity *it = &a->entities.items[mention->entity];
        bool named = mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS;
        if (!is_organisation(context, role->number, mention->entity) || !named ||
            (word.size > 0 ? !holds_word(it->name, word, fold) : !may_act_as(it, actor)))
            continue;
        if (found != NULL && found != it)
            return NULL;
        found = it;
    }
    return found;
}

/* What the buffer holds, for as long as the comparison lives; empty when memory is out, of which the buffer tells. */
static struct px_slice kept(const struct px_compare_context *context, struct px_buffer *text)
{
    struct px_slice copy =
        text->failed ? (struct px_slice){NULL, 0} : px_arena_copy(&context->comparison->arena, px_buffer_slice(text));
    text->failed = text->failed || copy.data == NULL;
    return copy.data == NULL ? (struct px_slice){NULL, 0} : copy;
}

/* "spokeswoman for the department" by the department's name; empty where no such body is named before. */
static struct px_slice by_name(const struct px_compare_context *context, const struct role *role,
                               struct px_buffer *fold)
{
    const struct px_token *tokens = role->article->tokens.items;
    struct px_slice noun = px_compare_form(context, &tokens[role->end - 1])->fold_text;
    const struct px_entity *body = body_before(context, role, noun, 0, fold);
    if (body == NULL)
        return (struct px_slice){NULL, 0};
    px_buffer_clear(fold);
    px_buffer_append(fold, px_slice_part(role->article->text, tokens[role->first].start, tokens[role->end - 1].start));
    px_buffer_append(fold, body->name);
    return kept(context, fold);
}

/* "Quarry Works Council Executive Director" of an office behind two words or more with capitals, as its body's name stands
 * there; empty where none do. A sentence's first word has a capital anyway. */
static struct px_slice with_name_before(const struct px_compare_context *context, const struct role *role)
{
    const struct px_article *a = role->article;
    const struct px_token *tokens = a->tokens.items;
    uint32_t first = role->first, sentence = tokens[role->first].sentence;
    while (first > a->sentences.items[sentence].first_token + 1 && tokens[first - 1].kind == PX_TOKEN_WORD &&
           px_compare_form(context, &tokens[first - 1])->shape != PX_SHAPE_LOWER)
        first--;
    bool title = px_compare_form(context, &tokens[role->first])->shape != PX_SHAPE_LOWER;
    return title && role->first - first > 1 ? px_slice_part(a->text, tokens[first].start, tokens[role->end - 1].end)
                                            : (struct px_slice){NULL, 0};
}

/* Does the mention tell whose the role is: right before it, "*Quarry Works* spokesman", or behind the same noun before, "a
 * spokesman for *Quarry Works*"? */
static bool is_beside(const struct px_compare_context *context, const struct role *role,
                      const struct px_mention *mention)
{
    const struct px_article *a = role->article;
    const struct px_token *tokens = a->tokens.items;
    uint32_t t = mention->first_token;
    if (t + mention->token_count == role->first)
        return tokens[t].sentence == tokens[role->first].sentence;
    t -= t > 0 && px_compare_hit(context, a, t - 1, true, PX_LEXICON_GRAMMAR, "grammar.definite") != NULL;
    return t > 1 && tokens[t - 2].sentence == tokens[t].sentence &&
           px_compare_is_class(context, a, t - 1, "grammar.preposition") &&
           px_compare_form(context, &tokens[t - 2])->fold == px_compare_form(context, &tokens[role->end - 1])->fold;
}

/* The body's name, or, right before the role, all of it as it stands there where the mention is its second half: "*Pits and*
 * Quarry Committee spokesman". */
static struct px_slice owner_of(const struct px_compare_context *context, const struct role *role,
                                const struct px_mention *mention)
{
    const struct px_article *a = role->article;
    const struct px_token *tokens = a->tokens.items;
    uint32_t first = mention->first_token, sentence_first = a->sentences.items[tokens[first].sentence].first_token;
    bool joined = first + mention->token_count == role->first && first > sentence_first + 2 &&
                  px_compare_is_class(context, a, first - 1, "grammar.coordinator") &&
                  px_compare_form(context, &tokens[first - 2])->shape == PX_SHAPE_CAPITALISED;
    for (size_t m = px_compare_mention_at(a, sentence_first); joined && m < a->mentions.count; m++) {
        const struct px_mention *other = &a->mentions.items[m];
        if (other->first_token >= first)
            break;
        /* "Ora Lind and Quarry Works spokesman Hask" are two */
        joined = other->form == PX_MENTION_PRONOUN || other->first_token + other->token_count < first - 1;
    }
    return joined ? px_slice_part(a->text, tokens[first - 2].start, mention->end)
                  : a->entities.items[mention->entity].name;
}

/* "Quarry Works spokesman", of a voice of the body that the same sentence or the one before tells; empty where neither
 * does: whoever else is named there may be another's. */
static struct px_slice with_owner(const struct px_compare_context *context, const struct role *role,
                                  struct px_slice words, struct px_buffer *fold)
{
    const struct px_article *a = role->article;
    for (size_t m = mention_near(role); m < a->mentions.count && a->mentions.items[m].first_token < role->first; m++) {
        const struct px_mention *mention = &a->mentions.items[m];
        if (!is_organisation(context, role->number, mention->entity) || mention->form == PX_MENTION_PRONOUN ||
            !is_beside(context, role, mention))
            continue;
        px_buffer_clear(fold);
        px_buffer_append(fold, owner_of(context, role, mention));
        px_buffer_byte(fold, ' ');
        px_buffer_append(fold, words);
        return kept(context, fold);
    }
    return (struct px_slice){NULL, 0};
}

/* "Quarry Works CEO", of an office of a firm before a name; empty where no firm is named before. */
static struct px_slice with_firm(const struct px_compare_context *context, const struct role *role, int actor,
                                 struct px_slice words, struct px_buffer *fold)
{
    const struct px_entity *firm =
        actor == PX_ACTOR_BUSINESS ? body_before(context, role, (struct px_slice){NULL, 0}, actor, fold) : NULL;
    bool title = px_slice_is_capital(words, 0);
    if (firm == NULL)
        return (struct px_slice){NULL, 0};
    px_buffer_clear(fold);
    px_buffer_append(fold, title ? firm->name : words);
    px_buffer_string(fold, title ? " " : " of ");
    px_buffer_append(fold, title ? words : firm->name);
    return kept(context, fold);
}

struct px_slice px_speaker_role_of_body(const struct px_compare_context *context, struct px_slice role,
                                        struct px_buffer *fold)
{
    size_t number = article_of(context, role);
    if (number == context->count || context->worker->resources == NULL)
        return role;
    const struct px_article *article = context->articles[number];
    const struct px_token *tokens = article->tokens.items;
    uint32_t start = (uint32_t)(role.data - article->text.data);
    struct role it = {article, number, px_compare_token_at(article, start),
                      px_compare_token_at(article, start + (uint32_t)role.size)};
    bool unnamed = it.end >= it.first + 4 && px_compare_form(context, &tokens[it.end - 1])->shape == PX_SHAPE_LOWER &&
                   px_compare_hit(context, article, it.end - 2, true, PX_LEXICON_GRAMMAR, "grammar.definite") != NULL &&
                   px_compare_is_class(context, article, it.end - 3, "grammar.preposition");
    struct px_slice named = unnamed ? by_name(context, &it, fold) : (struct px_slice){NULL, 0};
    int actor = -1;
    if (named.size > 0)
        return named;
    if (unnamed) {
        it.end -= 3;
        role = px_slice_part(article->text, tokens[it.first].start, tokens[it.end - 1].end);
    }
    if (!is_bare(context, &it, &actor))
        return role;
    named = with_name_before(context, &it);
    if (named.size == 0)
        named = actor < 0 ? with_owner(context, &it, role, fold) : with_firm(context, &it, actor, role, fold);
    return named; /* of what is it "chairman", or whose "spokesman"? */
}
