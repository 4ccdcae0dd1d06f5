/* What introduces somebody at his name: its title, or the body behind it. */
#include "entity/introduction.h"
#include "reading/grammar.h"
#include "reading/party.h"

/* Do the words name an office or a calling: "president of the court", not "prolific fundraiser"? */
static bool names_office(const struct px_article *article, struct px_slice role)
{
    const struct px_hits *hits = &article->hits;
    uint32_t start = role.size == 0 ? 0 : (uint32_t)(role.data - article->text.data), end = start + (uint32_t)role.size;
    for (size_t i = px_hits_from(hits, px_tokens_reaching(&article->tokens, start)); i < hits->count; i++) {
        if (article->tokens.items[hits->items[i].first_token].start >= end)
            return false;
        if (hits->items[i].lexicon == PX_LEXICON_ROLES)
            return true;
    }
    return false;
}

/* "Sen. Hask": where no office introduces somebody, the title does. */
static void introduce_by_title(struct px_article *article)
{
    for (size_t i = 0; i < article->entities.count; i++) {
        struct px_entity *it = &article->entities.items[i];
        if (it->title.size > 0 && !names_office(article, it->role))
            it->role = it->title;
    }
}

static struct px_slice cell_of(const struct px_annotation *annotation, const struct px_hit *title, const char *column)
{
    const struct px_lexicon *titles = px_resources_lexicon(annotation->resources, PX_LEXICON_TITLES);
    return px_lexicon_cell(titles, px_resources_entry(annotation->resources, title), px_lexicon_column(titles, column));
}

/* The title that ends right before the token, "Gov. | Hask", and of which the lexicon tells something in the column; or
 * NULL. */
static const struct px_hit *title_before(const struct px_annotation *annotation, uint32_t token, const char *column)
{
    enum { TITLE_MOST = 4 };
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, token > TITLE_MOST ? token - TITLE_MOST : 0);
         i < hits->count && hits->items[i].first_token < token; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon == PX_LEXICON_TITLES && hit->first_token + hit->token_count == token &&
            cell_of(annotation, hit, column).size > 0)
            return hit;
    }
    return NULL;
}

/* "*Former Kestria Gov.* Hask": a title that is past, from the word that says so; empty for none. */
static struct px_slice past_title(const struct px_annotation *annotation, const struct px_hit *title)
{
    enum { BEFORE_MOST = 4 };
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = title->first_token, end = first + title->token_count;
    for (uint32_t t = first; t-- > 0 && t + BEFORE_MOST >= first && tokens[t].sentence == tokens[first].sentence;) {
        if (px_party_is_listed(annotation, t, PX_LEXICON_NAMES, PX_SLICE("name.former")))
            return px_slice_part(article->text, tokens[t].start, tokens[end - 1].end);
        char letter = article->text.data[tokens[t].start];
        if (tokens[t].kind != PX_TOKEN_WORD || letter < 'A' || letter > 'Z')
            break;
    }
    return (struct px_slice){0};
}

/* Does the role tell of the title's office, too: "former Republican governor of Kestria"? */
static bool tells_office(const struct px_annotation *annotation, const struct px_hit *title, struct px_slice role)
{
    struct px_slice rest = cell_of(annotation, title, "role"), name;
    while (px_slice_next(&rest, '|', &name))
        if (px_slice_find(role, name, 0) != SIZE_MAX)
            return true;
    return false;
}

/* The same with the title written out, "Former Kestria Governor"; of the article's arena. Empty when memory is out. */
static struct px_slice written_out(const struct px_annotation *annotation, const struct px_hit *title,
                                   struct px_slice past)
{
    struct px_slice office = cell_of(annotation, title, "office");
    size_t kept = annotation->article->tokens.items[title->first_token].start -
                  (size_t)(past.data - annotation->article->text.data);
    char *text = px_arena_take(&annotation->article->arena, kept + office.size);
    if (text == NULL)
        return (struct px_slice){0};
    memcpy(text, past.data, kept);
    memcpy(text + kept, office.data, office.size);
    return (struct px_slice){text, kept + office.size};
}

/* Is the mention in a paragraph, whose sentences call somebody by all that he is? */
static bool is_in_paragraph(const struct px_article *article, const struct px_mention *mention)
{
    uint32_t block = article->sentences.items[article->tokens.items[mention->first_token].sentence].block;
    return px_role_is_paragraph(article->blocks.items[block].role);
}

/* Is somebody's role no more than a title of an office that many hold, each somewhere: a mayor's, a senator's, and no
 * general's or judge's? */
static bool is_local(const struct px_annotation *annotation, const struct px_hit *title, struct px_slice role)
{
    uint8_t actor = px_actor_find(cell_of(annotation, title, "actor"));
    return (actor == PX_ACTOR_STATE || actor == PX_ACTOR_PARTY) &&
           (px_slice_equal(role, px_resources_entry(annotation->resources, title)->text) ||
            px_slice_equal(role, cell_of(annotation, title, "office")));
}

/* "*Seattle* Mayor Hask": where somebody holds his office tells who he is. */
static bool tell_where(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    bool told = true;
    for (size_t m = 0; told && m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        const struct px_entity *it = &article->entities.items[mention->entity];
        bool titled = it->kind == PX_ENTITY_PERSON && mention->form == PX_MENTION_NAME && it->role.size > 0 &&
                      is_in_paragraph(article, mention);
        const struct px_hit *title = titled ? title_before(annotation, mention->first_token, "role") : NULL;
        told = title == NULL || !is_local(annotation, title, it->role) ||
               px_introduction_tell_where(annotation, mention, title->first_token);
    }
    return told;
}

/* "*Former Kestria Gov.* Ann Hask": what the article first calls somebody by tells more of him than what it adds later,
 * "Hask, a former beekeeper", but where that tells of the office as well. */
static void introduce_by_past_title(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        struct px_entity *it = &article->entities.items[mention->entity];
        if (it->kind != PX_ENTITY_PERSON || it->title.size > 0 || mention->form != PX_MENTION_NAME ||
            !is_in_paragraph(article, mention))
            continue;
        const struct px_hit *title = title_before(annotation, mention->first_token, "office");
        struct px_slice past = title == NULL ? (struct px_slice){0} : past_title(annotation, title);
        bool behind =
            it->role.size == 0 || (px_introduction_is_written(article, it->role) && it->role.data > past.data);
        if (past.size == 0 || !behind || tells_office(annotation, title, it->role))
            continue;
        it->role = past.data[past.size - 1] == '.' ? written_out(annotation, title, past) : past;
        it->former = true;
    }
}

/* "Ann Hask *of the small Oak Institute*": the body right behind the name, with what tells of it, from the
 * preposition; and whom it acts for. */
static struct px_slice body_behind(const struct px_annotation *annotation, const struct px_mention *mention,
                                   uint8_t *actor)
{
    enum { BETWEEN_MOST = 4 };
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = mention->first_token + mention->token_count;
    if (first >= article->tokens.count ||
        !px_party_is_listed(annotation, first, PX_LEXICON_AGENCY, PX_SLICE("agency.object")))
        return (struct px_slice){0};
    for (uint32_t t = first + 1; t < article->tokens.count && t <= first + BETWEEN_MOST; t++) {
        uint32_t m = annotation->mentions[t];
        const struct px_mention *body = m == PX_NONE ? NULL : &article->mentions.items[m];
        if (tokens[t].sentence != tokens[first].sentence || tokens[t].kind == PX_TOKEN_PUNCTUATION ||
            (annotation->classes[t] & (PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_VERB)) != 0)
            break;
        uint32_t end = body == NULL ? 0 : body->first_token + body->token_count;
        if (body != NULL && (article->entities.items[body->entity].kind != PX_ENTITY_ORGANISATION ||
                             end >= article->tokens.count || (tokens[end].flags & PX_TOKEN_CLITIC) != 0))
            break;
        if (body == NULL)
            continue;
        *actor = article->entities.items[body->entity].actor;
        return px_slice_part(article->text, tokens[first].start, tokens[end - 1].end);
    }
    return (struct px_slice){0};
}

/* Where nothing else introduces somebody, the body does behind whose name he first has it. */
static void introduce_by_body(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        struct px_entity *entity = &article->entities.items[mention->entity];
        if (entity->role.size > 0 || entity->kind != PX_ENTITY_PERSON || mention->form != PX_MENTION_NAME ||
            !is_in_paragraph(article, mention))
            continue;
        uint8_t actor = PX_ACTOR_OTHER;
        entity->role = body_behind(annotation, mention, &actor);
        if (entity->actor == PX_ACTOR_OTHER && actor != PX_ACTOR_STATE) /* "Ann Hask of Kestria" may be anybody there */
            entity->actor = actor;
    }
}

bool px_introduction_by_name(const struct px_annotation *annotation)
{
    for (size_t i = 0; i < annotation->article->entities.count; i++)
        px_introduction_drop_half_name(annotation, &annotation->article->entities.items[i]);
    introduce_by_title(annotation->article);
    bool told = tell_where(annotation);
    introduce_by_past_title(annotation);
    introduce_by_body(annotation);
    return told;
}
