#include "annotate/entity.h"

#include "annotate/alias.h"
#include "annotate/entity_cast.h"
#include "annotate/tenure.h"

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

static struct px_slice draft_text(const struct px_cast *cast, const struct px_draft *draft)
{
    if (draft->part.form != PX_NONE)
        return px_cast_word_form(cast, draft)->text;
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t last = draft->name + draft->name_count - 1;
    return px_slice_part(cast->article->text, tokens[draft->name].start, tokens[last].end);
}

/* The column of an entry of one of the lexicons. */
static struct px_slice cell(const struct px_cast *cast, size_t lexicon, uint32_t entry, size_t column)
{
    const struct px_lexicon *list = px_resources_lexicon(cast->annotation->resources, lexicon);
    return px_lexicon_cell(list, &list->entries.items[entry], column);
}

bool px_cast_is_alliance(const struct px_cast *cast, const struct px_figure *figure)
{
    return px_cast_is_form(cast, figure->country, PX_FORM_OF_BLOC | PX_FORM_OF_PARTY);
}

/* The kind that the user's list gives, or PX_ENTITY_KIND_COUNT. */
static uint8_t alias_kind(const struct px_cast *cast, const struct px_figure *figure)
{
    const struct px_lexicon *list = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_ALIASES);
    return figure->alias == PX_NONE ? PX_ENTITY_KIND_COUNT : px_alias_kind(list, &list->entries.items[figure->alias]);
}

/* One word that is named often and hardly ever speaks, and is nobody's given name: a firm or a scheme ("Medicare"), not
 * a person. Of 24 such names in 960 news articles five were persons. */
static bool is_silent(const struct px_cast *cast, const struct px_figure *figure)
{
    enum { NAMES_LEAST = 5, NAMES_TO_SPEECH = 5 };
    if (figure->words != 1 || figure->names < NAMES_LEAST || figure->name_draft == PX_NONE)
        return false;
    bool given = cast->clues[cast->drafts.items[figure->name_draft].name].given != PX_NONE;
    return !given && figure->speaking * NAMES_TO_SPEECH <= figure->names;
}

/* "Save Our Harbour": no person has such a word inside his name. */
static bool has_small_word(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->name_draft == PX_NONE)
        return false;
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    for (uint32_t t = draft->name + 1; t + 1 < draft->name + draft->name_count; t++)
        if (px_cast_form(cast, t)->stop &&
            (cast->clues[t].bits & (PX_NAME_CAPITAL | PX_NAME_PARTICLE)) == PX_NAME_CAPITAL)
            return true;
    return false;
}

/* "Light for Varn": who is for something is a body. */
static bool is_for_something(const struct px_cast *cast, const struct px_figure *figure)
{
    if (figure->name_draft == PX_NONE)
        return false;
    const struct px_draft *draft = &cast->drafts.items[figure->name_draft];
    for (uint32_t t = draft->name + 1; t + 1 < draft->name + draft->name_count; t++)
        if ((cast->clues[t].bits & PX_NAME_FOR) != 0)
            return true;
    return false;
}

/* What a figure is, from its head word, its titles, and what its mentions stand beside. */
static uint8_t decide_kind(const struct px_cast *cast, const struct px_figure *figure)
{
    uint8_t told = alias_kind(cast, figure);
    if (told != PX_ENTITY_KIND_COUNT)
        return told;
    if (figure->country != PX_NONE)
        return px_cast_is_people(cast, figure->country) ? PX_ENTITY_GROUP
               : px_cast_is_alliance(cast, figure)      ? PX_ENTITY_ORGANISATION
                                                        : PX_ENTITY_PLACE;
    if (figure->person)
        return PX_ENTITY_PERSON;
    switch ((enum px_head)figure->head) {
    case PX_HEAD_ORGANISATION: return PX_ENTITY_ORGANISATION;
    case PX_HEAD_PLACE: return PX_ENTITY_PLACE;
    case PX_HEAD_GROUP: return PX_ENTITY_GROUP;
    case PX_HEAD_WORK: return PX_ENTITY_WORK;
    default: break;
    }
    if (figure->acronym)
        return PX_ENTITY_ORGANISATION;
    if (figure->with_article * 2 >= figure->names && figure->with_article > 0)
        return figure->speaking > 0 ? PX_ENTITY_ORGANISATION : PX_ENTITY_OTHER;
    if (figure->words == 1 && (figure->employing > 0 || (figure->mixed && figure->in_places > 0)))
        return PX_ENTITY_ORGANISATION;
    if (figure->in_places > 0 && figure->in_places * 4 >= figure->names)
        return PX_ENTITY_PLACE;
    if (figure->as_thing > 0 || is_for_something(cast, figure))
        return PX_ENTITY_ORGANISATION;
    if (figure->speaking == 0 || figure->words > 3 || is_silent(cast, figure))
        return PX_ENTITY_OTHER;
    return (figure->words == 1 && figure->mixed) || has_small_word(cast, figure) ? PX_ENTITY_ORGANISATION
                                                                                 : PX_ENTITY_PERSON;
}

/* "Harbour Council": is its last word one that bodies of states bear as well as others? */
static bool is_public(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t head = cast->clues[draft->name + draft->name_count - 1].head;
    return head != PX_NONE && px_slice_is(px_cast_cell(cast, head, cast->head_actor), "public");
}

/* Whom an organisation acts for, by its last word, as heads of names or nouns of sources know it; -1: unknown. */
static int actor_of_name(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t last = draft->name + draft->name_count - 1;
    uint32_t form = cast->article->tokens.items[last].form;
    uint32_t head = cast->clues[last].head;
    int actor = head == PX_NONE ? -1 : px_actor_find(px_cast_cell(cast, head, cast->head_actor));
    const uint32_t *entries;
    if (actor >= 0)
        return actor;
    if (px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_SOURCES, &entries) == 0)
        return -1;
    return px_actor_find(cell(cast, PX_LEXICON_SOURCES, entries[0], cast->source_actor));
}

/* Where the role's words begin with the party's adjective before them, "Republican nominee". */
static uint32_t role_front(const struct px_cast *cast, const struct px_draft *role)
{
    uint32_t country = role->name == 0 ? PX_NONE : cast->clues[role->name - 1].country;
    bool member = country != PX_NONE && px_cast_together(cast, role->name - 1, role->name) &&
                  px_cast_is_form(cast, px_cast_hit(cast, country)->entry, PX_FORM_OF_MEMBER);
    return member ? px_cast_hit(cast, country)->first_token : role->name;
}

/* "*Scottish* Conservative leader", "*Kestrian* president": where the land before a role begins; `front` where none is
 * told. */
static uint32_t land_front(const struct px_cast *cast, uint32_t front)
{
    uint32_t land = front == 0 ? PX_NONE : cast->clues[front - 1].country;
    bool tells = land != PX_NONE && px_cast_together(cast, front - 1, front) &&
                 px_cast_is_form(cast, px_cast_hit(cast, land)->entry, PX_FORM_OF_PLACE | PX_FORM_OF_PEOPLE);
    return tells ? px_cast_hit(cast, land)->first_token : front;
}

/* "the N.A.A.C.P. president", "president of the N.A.A.C.P.": the organisation beside a role, or NULL. */
static const struct px_draft *organisation_beside(const struct px_cast *cast, const struct px_draft *role)
{
    uint32_t end = role->name + role->name_count;
    uint32_t front = role_front(cast, role);
    uint32_t at = PX_NONE;
    if (front > 0 && px_cast_together(cast, front - 1, front))
        at = front - 1;
    if (px_cast_together(cast, role->name, end + 1) && (cast->clues[end].bits & (PX_NAME_OF | PX_NAME_WITHIN)) != 0)
        at = (cast->clues[end + 1].bits & PX_NAME_DEFINITE) != 0 ? end + 2 : end + 1;
    uint32_t owner = at == PX_NONE || at >= cast->article->tokens.count ? 0 : cast->owners[at];
    const struct px_draft *draft = owner == 0 ? NULL : &cast->drafts.items[owner - 1];
    bool organisation =
        draft != NULL && draft->figure != PX_NONE && cast->figures.items[draft->figure].kind == PX_ENTITY_ORGANISATION;
    uint32_t behind = draft == NULL ? 0 : draft->first + draft->count;
    if (organisation && behind > end && px_cast_together(cast, end, behind) && cast->clues[behind].role != PX_NONE)
        return NULL; /* "sister of Senate candidate Hask" */
    return organisation ? draft : NULL;
}

/* Whom the holder of a role acts for: the organisation beside it if that is known, else as the role itself tells. Who
 * heads an organisation that is none of a state's is no official, and who was a judge speaks as one who knows. */
static int actor_of_role(const struct px_cast *cast, const struct px_figure *figure)
{
    int told = px_actor_find(cell(cast, PX_LEXICON_ROLES, figure->role_entry, cast->role_actor));
    if (figure->role_draft == PX_NONE)
        return told;
    const struct px_draft *role = &cast->drafts.items[figure->role_draft];
    uint32_t country = role->name == 0 ? PX_NONE : cast->clues[role->name - 1].country;
    if (told != PX_ACTOR_STATE && role_front(cast, role) < role->name &&
        px_cast_is_partisan(cast, px_cast_hit(cast, country)->entry))
        return PX_ACTOR_PARTY; /* "the Republican nominee"; a Republican governor is one of a state */
    const struct px_draft *beside = organisation_beside(cast, role);
    int actor = beside == NULL ? -1 : actor_of_name(cast, beside);
    if (actor == PX_ACTOR_STATE && (told == PX_ACTOR_PARTY || figure->title_actor == PX_ACTOR_PARTY))
        return PX_ACTOR_PARTY; /* who sits in a parliament's committee is no official */
    if (actor > 0)
        return actor;
    if (beside != NULL && told == PX_ACTOR_STATE && cast->figures.items[beside->figure].country == PX_NONE &&
        px_cast_country_entry(cast, beside) == PX_NONE)
        return PX_ACTOR_CIVIL_SOCIETY;
    if (figure->title_actor != 0) /* "Rep. Issa, former chairman of" */
        return figure->title_actor;
    if (told < 0 && role->country != PX_NONE && cast->figures.items[role->country].country != PX_NONE && !role->former)
        return PX_ACTOR_STATE; /* "the Kestrian leader"; who leads anything else leads no state */
    if (role->former && told == PX_ACTOR_STATE)
        return PX_ACTOR_OTHER;
    return role->former && told == PX_ACTOR_COURT ? PX_ACTOR_EXPERT : told;
}

/* "Hask's *son*", "a friend *of Hask*": whose, where the article names him; what somebody is to others tells nothing
 * without. */
static struct px_slice kin_text(const struct px_cast *cast, const struct px_draft *role)
{
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t first = role->first, end = role->name + role->name_count;
    bool of = px_cast_together(cast, role->name, end + 1) && (cast->clues[end].bits & PX_NAME_OF) != 0;
    uint32_t owner = cast->owners[of ? end + 1 : first];
    first = of ? role->name : first;
    const struct px_draft *whose = owner == 0 ? NULL : &cast->drafts.items[owner - 1];
    if (whose == NULL || whose->figure == PX_NONE || !cast->figures.items[whose->figure].person)
        return (struct px_slice){0};
    end = of ? whose->first + whose->count : end;
    return px_slice_part(cast->article->text, tokens[first].start, tokens[end - 1].end);
}

/* The words that introduce somebody, with the organisation beside them: "president of the Harbour League"; and with
 * what says that it is past: "former president", "president of Kestria from 2006 to 2012". */
static struct px_slice role_text(const struct px_cast *cast, const struct px_draft *role)
{
    enum { WORDS_MOST = 10 };
    const struct px_token *tokens = cast->article->tokens.items;
    if (px_cast_is_kin(cast, role->name + role->name_count - 1))
        return kin_text(cast, role);
    const struct px_draft *beside = organisation_beside(cast, role);
    uint32_t first = role_front(cast, role), end = role->name + role->name_count;
    if (beside != NULL && beside->name < first)
        first = beside->name;
    else if (beside != NULL && (cast->clues[end].bits & PX_NAME_OF) != 0)
        end = beside->name + beside->name_count;
    first = land_front(cast, first);
    struct px_tenure tenure = px_tenure_read(cast->annotation, role->name, role->name + role->name_count);
    first = tenure.first < first ? tenure.first : first;
    for (uint32_t t = role->first; role->former && t < first; t++)
        if ((cast->clues[t].bits & PX_NAME_FORMER) != 0)
            first = t; /* "*then* governor" */
    while (first > 0 && px_cast_together(cast, first - 1, first) && cast->clues[first - 1].title != PX_NONE)
        first--; /* "*Lt.* Governor" is another office than the governor's */
    end = tenure.end > end ? tenure.end : end;
    if (end - first > WORDS_MOST)
        return draft_text(cast, role);
    return px_slice_part(cast->article->text, tokens[first].start, tokens[end - 1].end);
}

/* Whom a figure acts for: a person by role, an organisation by its last word, a country as a state. */
static uint8_t decide_actor(const struct px_cast *cast, const struct px_figure *figure)
{
    int actor = -1;
    if (figure->country != PX_NONE)
        return px_cast_is_form(cast, figure->country, PX_FORM_OF_BLOC)    ? PX_ACTOR_INTERNATIONAL
               : px_cast_is_form(cast, figure->country, PX_FORM_OF_PARTY) ? PX_ACTOR_PARTY
               : px_cast_is_people(cast, figure->country)                 ? PX_ACTOR_CITIZEN
                                                                          : PX_ACTOR_STATE;
    if (figure->role_entry != PX_NONE)
        actor = actor_of_role(cast, figure);
    else if (figure->title_actor != 0)
        actor = figure->title_actor;
    else if (figure->name_draft != PX_NONE && figure->kind != PX_ENTITY_PERSON)
        actor = actor_of_name(cast, &cast->drafts.items[figure->name_draft]);
    return actor < 0 ? PX_ACTOR_OTHER : (uint8_t)actor;
}

/* "Foreign Ministry (Kestria)", of "Its Foreign Ministry". */
static struct px_slice name_with_owner(const struct px_cast *cast, const struct px_draft *draft,
                                       const struct px_draft *owner)
{
    struct px_buffer name = {0};
    px_buffer_printf(&name, "%.*s (%.*s)", PX_SLICE_ARG(draft_text(cast, draft)),
                     PX_SLICE_ARG(draft_text(cast, owner)));
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
        return draft_text(cast, &cast->sorted[figure->written]);
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
    return draft_text(cast, &with_owner);
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
    entity->actor = decide_actor(cast, figure);
    entity->organ = entity->kind == PX_ENTITY_ORGANISATION &&
                    (entity->actor == PX_ACTOR_STATE ||
                     (figure->name_draft != PX_NONE && is_public(cast, &cast->drafts.items[figure->name_draft])));
    if (entity->kind == PX_ENTITY_WORK && entity->actor == PX_ACTOR_MEDIA)
        entity->kind = PX_ENTITY_ORGANISATION; /* newspapers are named like works */
    entity->gender = figure->kind == PX_ENTITY_PERSON ? figure->gender : PX_GENDER_UNKNOWN;
    entity->first_mention = first_mention;
    if (figure->role_draft != PX_NONE)
        entity->role = role_text(cast, &cast->drafts.items[figure->role_draft]);
    if (figure->title != PX_NONE && !figure->past_title)
        entity->title =
            px_arena_copy(&article->arena, cell(cast, PX_LEXICON_TITLES, figure->title, cast->title_office));
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
        return px_slice_equal(draft_text(cast, draft), figure_name(cast, figure)) ? PX_MENTION_NAME : PX_MENTION_ALIAS;
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
        struct px_slice text = draft_text(cast, draft);
        uint32_t id = px_table_borrow(&forms, text, NULL);
        cast->failed = id == PX_NONE;
        if (cast->failed)
            break;
        uses[id] += px_slice_equal(text, px_cast_country_name(cast, entry)) ? (uint32_t)cast->drafts.count : 1;
        uint32_t best = figure->written == PX_NONE
                            ? PX_NONE
                            : px_table_find(&forms, draft_text(cast, &cast->sorted[figure->written]));
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
        cast->figures.items[i].kind = decide_kind(cast, &cast->figures.items[i]);
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
