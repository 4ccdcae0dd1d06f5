/* Who and what is named: the steps that find it, and what they found as entities with their mentions. */
#include "entity/entity.h"

#include "entity/entity_cast.h"

static const uint32_t no_entity = PX_NONE;

struct px_draft *px_cast_draft(struct px_cast *cast, enum px_draft_type type, uint32_t first, uint32_t end)
{
    struct px_draft *draft = px_vector_push(&cast->drafts, cast->arena);
    if (draft == NULL) {
        cast->failed = true;
        return NULL;
    }
    *draft = (struct px_draft){
        .first = first,
        .count = end - first,
        .name = first,
        .name_count = end - first,
        .figure = PX_NONE,
        .country = PX_NONE,
        .alias = PX_NONE,
        .part = {PX_NONE, PX_NONE, 0, 0},
        .type = (uint8_t)type,
        .form = PX_MENTION_ALIAS,
    };
    return draft;
}

struct px_slice px_cast_draft_text(const struct px_cast *cast, const struct px_draft *draft)
{
    if (draft->part.form != PX_NONE)
        return px_cast_word_form(cast, draft)->text;
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t last = draft->name + draft->name_count - 1;
    return px_slice_part(cast->article->text, tokens[draft->name].start, tokens[last].end);
}

/* "Foreign Ministry (Kestria)", of "Its Foreign Ministry". */
static struct px_slice name_with_owner(const struct px_cast *cast, const struct px_draft *draft,
                                       const struct px_draft *owner)
{
    struct px_buffer name = {0};
    px_buffer_printf(&name, "%.*s (%.*s)", PX_SLICE_ARG(px_cast_draft_text(cast, draft)),
                     PX_SLICE_ARG(px_cast_draft_text(cast, owner)));
    struct px_slice copy = name.failed ? (struct px_slice){0} : px_arena_copy(cast->arena, px_buffer_slice(&name));
    px_buffer_release(&name);
    return copy;
}

static struct px_slice figure_name(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->alias != PX_NONE)
        return px_resources_lexicon(cast->annotation->resources, PX_LEXICON_ALIASES)
            ->entries.items[figure->alias]
            .category;
    if (figure->country != PX_NONE && figure->written != PX_NONE)
        return px_cast_draft_text(cast, &cast->sorted[figure->written]);
    if (figure->country != PX_NONE)
        return px_cast_country_name(cast, figure->country);
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    const struct px_draft *owner = figure->head == PX_HEAD_ORGANISATION ? px_cast_owner(cast, draft) : NULL;
    const struct px_draft *before =
        figure->head == PX_HEAD_ORGANISATION && owner == NULL ? px_cast_owner_before(cast, draft) : NULL;
    struct px_draft with_owner = *draft;
    if (before != NULL)
        return name_with_owner(cast, draft, before);
    if (owner != NULL) { /* "Kestria's Foreign Ministry": there may be two in the article */
        with_owner.name = owner->name;
        with_owner.name_count = draft->name + draft->name_count - owner->name;
    }
    return px_cast_draft_text(cast, &with_owner);
}

static uint32_t add_entity(struct px_cast *cast, const struct px_figure *figure, uint32_t first_mention)
{
    struct px_article *article = cast->annotation->article;
    struct px_entity *entity = px_vector_push(&article->entities, &article->arena);
    if (entity == NULL) {
        cast->failed = true;
        return no_entity;
    }
    entity->name = px_arena_copy(&article->arena, figure_name(cast, figure));
    entity->key = px_arena_copy(&article->arena, figure->key);
    entity->office = px_arena_copy(&article->arena, figure->office);
    if (figure->name_draft != PX_NONE && figure->kind != PX_ENTITY_PERSON && figure->kind != PX_ENTITY_PLACE)
        entity->shorts = px_arena_copy(&article->arena, px_cast_shorts(cast, &cast->drafts.items[figure->name_draft]));
    entity->kind = figure->kind;
    entity->listed = figure->alias != PX_NONE;
    entity->actor = px_cast_decide_actor(cast, figure);
    entity->organ =
        entity->kind == PX_ENTITY_ORGANISATION &&
        (entity->actor == PX_ACTOR_STATE ||
         (figure->name_draft != PX_NONE && px_cast_is_public(cast, &cast->drafts.items[figure->name_draft])));
    if (entity->kind == PX_ENTITY_WORK && entity->actor == PX_ACTOR_MEDIA)
        entity->kind = PX_ENTITY_ORGANISATION; /* newspapers are named like works */
    entity->gender = figure->kind == PX_ENTITY_PERSON ? figure->gender : PX_GENDER_UNKNOWN;
    entity->by_given = figure->by_given;
    entity->first_mention = first_mention;
    if (figure->role_draft != PX_NONE)
        entity->role = px_cast_role_text(cast, &cast->drafts.items[figure->role_draft]);
    if (figure->title != PX_NONE && !figure->past_title)
        entity->title = px_arena_copy(&article->arena,
                                      px_cast_entry_cell(cast, PX_LEXICON_TITLES, figure->title, cast->title_office));
    entity->former =
        figure->title_actor == 0 &&
        (figure->former || (figure->role_draft != PX_NONE && cast->drafts.items[figure->role_draft].former));
    cast->failed = cast->failed || entity->name.data == NULL || entity->key.data == NULL || entity->office.data == NULL;
    return (uint32_t)article->entities.count - 1;
}

/* Is the mention the entity's name in full? */
static uint8_t decide_form(const struct px_cast *cast, const struct px_draft *draft, const struct px_figure *figure)
{
    if (draft->type != PX_DRAFT_NAME)
        return draft->form;
    if (draft->alias != PX_NONE)
        return px_slice_equal(px_cast_draft_text(cast, draft), figure_name(cast, figure)) ? PX_MENTION_NAME
                                                                                          : PX_MENTION_ALIAS;
    if (figure->country != PX_NONE) {
        uint32_t hit = cast->clues[draft->name].country;
        bool plain = hit != PX_NONE && px_cast_hit(cast, hit)->token_count == draft->count &&
                     (px_cast_is_form(cast, px_cast_hit(cast, hit)->entry, PX_FORM_OF_PLACE) ||
                      px_cast_is_people(cast, figure->country));
        return plain ? PX_MENTION_NAME : PX_MENTION_ALIAS;
    }
    bool full = figure->name_draft == PX_NONE || draft->name_count >= figure->words;
    return full && draft->first == draft->name ? PX_MENTION_NAME : PX_MENTION_ALIAS;
}

/* Is the entity called with "the" wherever its whole name stands, or nearly so: "the Harbour Council"? */
static void count_article(struct px_cast *cast, const struct px_draft *draft, const struct px_mention *mention,
                          struct px_entity *entity)
{
    struct px_figure *figure = &cast->figures.items[draft->figure];
    struct px_slice text = px_slice_part(cast->article->text, mention->start, mention->end);
    if (draft->type != PX_DRAFT_NAME || (cast->clues[draft->first].bits & PX_NAME_HEADLINE) != 0 ||
        !px_slice_equal(text, entity->name))
        return;
    figure->full++;
    figure->full_with_article += draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first) &&
                                 (cast->clues[draft->first - 1].bits & PX_NAME_DEFINITE) != 0;
    entity->definite = entity->kind != PX_ENTITY_PERSON && figure->full_with_article * 2 > figure->full;
}

static void add_mention(struct px_cast *cast, const struct px_draft *draft, uint32_t entity)
{
    struct px_article *article = cast->annotation->article;
    struct px_mention *mention = px_vector_push(&article->mentions, &article->arena);
    if (mention == NULL) {
        cast->failed = true;
        return;
    }
    *mention = (struct px_mention){
        .start = article->tokens.items[draft->first].start + draft->part.start,
        .end = article->tokens.items[draft->first + draft->count - 1].end,
        .first_token = draft->first,
        .token_count = draft->count,
        .entity = entity,
        .form = decide_form(cast, draft, &cast->figures.items[draft->figure]),
        .owns = draft->type == PX_DRAFT_PRONOUN && px_grammar_owns(cast->annotation, draft->first),
        .beside = draft->beside,
    };
    if (draft->part.form != PX_NONE)
        mention->end = mention->start + draft->part.size;
    struct px_entity *it = &article->entities.items[entity];
    it->mention_count++;
    count_article(cast, draft, mention, it);
}

/* Does the draft name a party, and by which entry? PX_NONE: no. */
static uint32_t party_entry(const struct px_cast *cast, const struct px_draft *draft)
{
    bool name = draft->type == PX_DRAFT_NAME && draft->figure != PX_NONE && draft->count > 0 &&
                cast->figures.items[draft->figure].country != PX_NONE;
    uint32_t entry = name ? px_cast_country_entry(cast, draft) : PX_NONE;
    bool party = entry != PX_NONE && px_cast_is_form(cast, entry, PX_FORM_OF_PARTY) && !px_cast_is_people(cast, entry);
    return party ? entry : PX_NONE;
}

/* A party is called as the article does: by its full name where that stands there, else by what it writes most ("GOP");
 * of equals by what it writes first. */
static void read_written(struct px_cast *cast)
{
    struct px_table forms = {0};
    uint32_t *uses = px_arena_array(cast->arena, uint32_t, cast->drafts.count + 1);
    cast->failed = cast->failed || uses == NULL;
    for (uint32_t i = 0; i < cast->drafts.count && !cast->failed; i++) {
        const struct px_draft *draft = &cast->sorted[i];
        uint32_t entry = party_entry(cast, draft);
        if (entry == PX_NONE)
            continue;
        struct px_figure *figure = &cast->figures.items[draft->figure];
        struct px_slice text = px_cast_draft_text(cast, draft);
        uint32_t id = px_table_borrow(&forms, text, NULL);
        cast->failed = id == PX_NONE;
        if (cast->failed)
            break;
        uses[id] += px_slice_equal(text, px_cast_country_name(cast, entry)) ? (uint32_t)cast->drafts.count : 1;
        uint32_t best = figure->written == PX_NONE
                            ? PX_NONE
                            : px_table_find(&forms, px_cast_draft_text(cast, &cast->sorted[figure->written]));
        if (best == PX_NONE || uses[id] > uses[best])
            figure->written = i;
    }
    px_table_release(&forms);
}

/* Figures that have a mention become entities, in the order of their first mention. */
static void write_entities(struct px_cast *cast)
{
    uint32_t *entities = px_arena_array(cast->arena, uint32_t, cast->figures.count);
    cast->failed = cast->failed || entities == NULL;
    for (size_t i = 0; i < cast->figures.count && !cast->failed; i++) {
        entities[i] = no_entity;
        cast->figures.items[i].kind = px_cast_decide_kind(cast, &cast->figures.items[i]);
    }
    for (size_t i = 0; i < cast->drafts.count && !cast->failed; i++) {
        const struct px_draft *draft = &cast->sorted[i];
        if (draft->figure == PX_NONE || draft->count == 0)
            continue;
        const struct px_figure *figure = &cast->figures.items[draft->figure];
        if (figure->name_draft == PX_NONE && figure->country == PX_NONE && figure->alias == PX_NONE)
            continue;
        if (entities[draft->figure] == no_entity)
            entities[draft->figure] = add_entity(cast, figure, (uint32_t)cast->annotation->article->mentions.count);
        if (!cast->failed)
            add_mention(cast, draft, entities[draft->figure]);
    }
}

static void find_columns(struct px_cast *cast)
{
    const struct px_resources *resources = cast->annotation->resources;
    cast->title_gender = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_TITLES), "gender");
    cast->title_actor = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_TITLES), "actor");
    cast->title_role = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_TITLES), "role");
    cast->title_office = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_TITLES), "office");
    cast->demonym_name = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "name");
    cast->demonym_people = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "people");
    cast->demonym_note = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "note");
    cast->demonym_within = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "within");
    cast->demonym_seat = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "seat");
    cast->demonym_namesake = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "namesake");
    cast->demonym_behind = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_DEMONYMS), "behind");
    cast->role_actor = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_ROLES), "actor");
    cast->role_modifiers = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_ROLES), "modifiers");
    cast->role_class = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_ROLES), "class");
    cast->name_full = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_FIRSTNAMES), "full");
    cast->head_actor = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_ORGANISATIONS), "actor");
    cast->head_short = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_ORGANISATIONS), "short");
    cast->source_actor = px_lexicon_column(px_resources_lexicon(resources, PX_LEXICON_SOURCES), "actor");
}

typedef void (*stage)(struct px_cast *cast);

static const stage stages[] = {
    px_cast_read_clues,  px_cast_find_names,  px_cast_link_names, px_cast_link_headlines,
    px_cast_find_roles,  px_cast_find_groups, px_cast_find_nouns, px_cast_read_discourse,
    px_cast_read_titles, read_written,        write_entities,
};

enum px_status px_annotate_entities(struct px_annotation *annotation, struct px_error *error)
{
    struct px_cast cast = {
        .annotation = annotation,
        .article = annotation->article,
        .vocabulary = annotation->worker->vocabulary,
        .arena = &annotation->worker->scratch,
    };
    annotation->article->entities.count = 0;
    annotation->article->mentions.count = 0;
    annotation->article->offices.count = 0;
    find_columns(&cast);
    for (size_t i = 0; i < sizeof stages / sizeof *stages && !cast.failed; i++)
        stages[i](&cast);
    bool failed = cast.failed || cast.buffer.failed;
    px_table_release(&cast.keys);
    px_table_release(&cast.word_table);
    px_table_release(&cast.roles);
    px_buffer_release(&cast.buffer);
    px_buffer_release(&cast.plain);
    return failed ? px_no_memory(error) : PX_OK;
}
