/* Names and speakers that one article alone has. Who stands in another under a part of the name, or under a longer one,
 * is no news there: the lists leave out whatever shares its telling words with a name of another article. */
#include "omission/only_news.h"
#include "omission/shelf.h"
#include "text/utf8.h"

/* Names and speakers of all articles, by the words that tell them: names of one share such a word, so that none but
 * those that do are held against each other. */
struct names {
    struct px_compare_context *context;
    struct px_table known; /* article, head and telling words of names, each once however often it is mentioned … */
    PX_VECTOR(struct px_telling_words) tellings; /* … by their ids there */
    struct px_shelf words;                       /* article and telling word: tellings */
    struct px_table initials;                    /* of the names of several words in all articles: "FEC" */
    uint32_t **first_mention;                    /* [articles][entities] or PX_NONE */
    uint32_t **next_mention;                     /* [articles][mentions] of the same entity, or PX_NONE */
    struct px_telling_words *sources;            /* [sources] */
    struct px_shelf source_words;                /* telling word: sources */
    struct px_shelf source_names;                /* name: sources */
};

/* The key of a word in an article, good within the block. */
#define WORD_OF(article, fold) \
    ((struct px_slice){(const char *)(const uint32_t[]){(uint32_t)(article), (fold)}, 2 * sizeof(uint32_t)})
#define WORD(fold) ((struct px_slice){(const char *)&(fold), sizeof(uint32_t)})

static bool add_telling(struct names *names, size_t a, const struct px_telling_words *telling)
{
    struct px_arena *scratch = &names->context->scratch;
    uint32_t key[3 + PX_TELLING_WORDS_MOST] = {(uint32_t)a, telling->head, telling->first};
    bool added;
    memcpy(key + 3, telling->folds, telling->count * sizeof *key);
    uint32_t id =
        px_table_add(&names->known, (struct px_slice){(const char *)key, (3 + telling->count) * sizeof *key}, &added);
    struct px_telling_words *kept = id == PX_NONE || !added ? NULL : px_vector_push(&names->tellings, scratch);
    if (kept == NULL)
        return id != PX_NONE && !added;
    *kept = *telling;
    bool fine = true;
    for (uint32_t i = 0; fine && i < telling->count; i++)
        fine = px_shelf_put(&names->words, WORD_OF(a, telling->folds[i]), id, scratch);
    return fine;
}

static struct px_slice text_of(const struct px_article *article, const struct px_mention *mention)
{
    return px_slice_part(article->text, mention->start, mention->end);
}

/* Of what is no person the first word tells as much as any other. */
static bool read_telling(const struct px_compare_context *context, struct px_slice name, bool person,
                         struct px_telling_words *telling)
{
    bool fine = px_telling_words_read(context, name, telling);
    if (!person)
        telling->first = PX_NONE;
    return fine;
}

/* The words that a mention tells its bearer by: of a person his whole name, wherever the surname alone stands. */
static struct px_slice telling_text(const struct names *names, const struct px_article *article,
                                    const struct px_mention *mention)
{
    const struct px_entity *entity = mention->entity == PX_NONE ? NULL : &article->entities.items[mention->entity];
    bool short_form = entity != NULL && entity->kind == PX_ENTITY_PERSON && mention->form == PX_MENTION_ALIAS;
    return short_form ? entity->name : px_only_text(names->context, article, mention);
}

static bool read_mentions(struct names *names, size_t a)
{
    struct px_arena *scratch = &names->context->scratch;
    const struct px_article *article = names->context->articles[a];
    uint32_t *first = names->first_mention[a] = px_arena_array(scratch, uint32_t, article->entities.count);
    uint32_t *next = names->next_mention[a] = px_arena_array(scratch, uint32_t, article->mentions.count);
    bool fine = first != NULL && next != NULL;
    for (size_t i = 0; fine && i < article->entities.count; i++)
        first[i] = PX_NONE;
    for (uint32_t m = (uint32_t)article->mentions.count; fine && m-- > 0;) {
        const struct px_mention *mention = &article->mentions.items[m];
        struct px_telling_words telling;
        if (mention->entity != PX_NONE) {
            next[m] = first[mention->entity];
            first[mention->entity] = m;
        }
        char initials[PX_INITIALS_MOST];
        struct px_slice text = {initials, px_only_initials(article, mention, initials)};
        if (mention->form == PX_MENTION_NAME && text.size > 0)
            fine = fine && px_table_add(&names->initials, text, NULL) != PX_NONE;
        if (fine && (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS))
            fine = read_telling(names->context, telling_text(names, article, mention),
                                mention->entity != PX_NONE &&
                                    article->entities.items[mention->entity].kind == PX_ENTITY_PERSON,
                                &telling) &&
                   add_telling(names, a, &telling);
    }
    return fine;
}

static bool read_source(struct names *names, uint32_t s)
{
    struct px_arena *scratch = &names->context->scratch;
    struct px_telling_words *telling = &names->sources[s];
    const struct px_source *source = &names->context->comparison->sourcing.sources.items[s];
    struct px_slice name = source->name;
    bool person = source->referent != PX_NONE && source->kind == PX_SPEAKER_PERSON;
    bool fine =
        read_telling(names->context, name, person, telling) && px_shelf_put(&names->source_names, name, s, scratch);
    for (uint32_t i = 0; fine && i < telling->count; i++)
        fine = px_shelf_put(&names->source_words, WORD(telling->folds[i]), s, scratch);
    return fine;
}

static enum px_status read_names(struct names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    size_t sources = context->comparison->sourcing.sources.count;
    names->first_mention = px_arena_array(&context->scratch, uint32_t *, context->count);
    names->next_mention = px_arena_array(&context->scratch, uint32_t *, context->count);
    names->sources = px_arena_array(&context->scratch, struct px_telling_words, sources);
    bool fine = names->first_mention != NULL && names->next_mention != NULL && names->sources != NULL;
    for (size_t a = 0; fine && a < context->count; a++)
        fine = read_mentions(names, a);
    for (uint32_t s = 0; fine && s < sources; s++)
        fine = read_source(names, s);
    return fine ? PX_OK : px_no_memory(error);
}

static void release(struct names *names)
{
    px_table_release(&names->known);
    px_table_release(&names->words.keys);
    px_table_release(&names->initials);
    px_table_release(&names->source_words.keys);
    px_table_release(&names->source_names.keys);
}

/* Does article b hold the words of this mention of article a in a row, whatever endings they have there, and be it before
 * a hyphen: "Al Osk-linked"? */
static bool holds(const struct names *names, size_t a, const struct px_mention *mention, size_t b)
{
    enum { WORDS_MOST = 12 };
    uint32_t forms[WORDS_MOST], count = 0;
    for (uint32_t t = 0; t < mention->token_count && count < WORDS_MOST; t++)
        forms[count++] = names->context->articles[a]->tokens.items[mention->first_token + t].form;
    struct px_slice text = text_of(names->context->articles[a], mention);
    return px_compare_stands(names->context, b, forms, count, true) > 0 ||
           (mention->token_count > 1 && px_slice_find(names->context->articles[b]->text, text, 0) != SIZE_MAX);
}

/* A name of one word, all capitals, that are the first letters of a longer one: that is named already. */
static bool is_short_form(const struct names *names, const struct px_article *article, const struct px_mention *mention)
{
    struct px_slice text = text_of(article, mention);
    return mention->token_count == 1 && px_table_find(&names->initials, text) != PX_NONE;
}

/* Do the first letters of the name stand as a word in article b? */
static bool shortens(const struct names *names, const struct px_article *article, const struct px_mention *mention,
                     size_t b)
{
    char initials[PX_INITIALS_MOST];
    struct px_slice text = {initials, px_only_initials(article, mention, initials)};
    uint32_t form = text.size == 0 ? PX_NONE : px_vocabulary_add(names->context->worker->vocabulary, text);
    return form != PX_NONE && px_compare_stands(names->context, b, &form, 1, false) > 0;
}

/* Is the other one a person of the same surname whom article a knows as well, by the same first name? Then he is not
 * this one, but a relative. */
static bool is_relative(const struct names *names, size_t a, const struct px_telling_words *telling,
                        const struct px_telling_words *other)
{
    if (telling->first == PX_NONE || other->first == PX_NONE || telling->first == other->first || telling->count == 0)
        return false;
    uint32_t surname = telling->folds[telling->count - 1];
    for (uint32_t p = px_shelf_get(&names->words, WORD_OF(a, surname)).first; p != PX_NONE;
         p = names->words.places.items[p].next)
        if (names->tellings.items[names->words.places.items[p].number].first == other->first)
            return true;
    return false;
}

/* Has article b a name that may be one with this of article a? */
static bool has_name(const struct names *names, size_t a, size_t b, const struct px_telling_words *telling, bool person)
{
    for (uint32_t i = 0; i < telling->count; i++)
        for (uint32_t p = px_shelf_get(&names->words, WORD_OF(b, telling->folds[i])).first; p != PX_NONE;
             p = names->words.places.items[p].next)
            if (px_telling_words_may_be_one(telling, &names->tellings.items[names->words.places.items[p].number],
                                            person) &&
                !is_relative(names, a, telling, &names->tellings.items[names->words.places.items[p].number]))
                return true;
    return false;
}

/* The name itself stands in another article, though as no name, or its telling words do as a name of somebody. */
static bool named_elsewhere(const struct names *names, size_t a, const struct px_mention *mention,
                            const struct px_telling_words *telling)
{
    const struct px_article *article = names->context->articles[a];
    bool person = article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
    for (size_t b = 0; b < names->context->count; b++)
        if (b != a && (holds(names, a, mention, b) || shortens(names, article, mention, b) ||
                       px_only_is_in_caption(names->context->articles[b], text_of(article, mention)) ||
                       (!person && (px_only_is_short(names->context, a, mention, b) ||
                                    px_only_is_derived(names->context, a, mention, b))) ||
                       has_name(names, a, b, telling, person) || px_only_is_misspelt(names->context, a, mention, b) ||
                       px_only_is_spelt_otherwise(names->context, a, mention, b)))
            return true;
    return false;
}

/* Sentences in which an article names a newspaper or station that it tells of, and has not its words from alone. */
enum { FEWEST_OF_MEDIUM = 4 };

/* Where an article names an entity. */
struct naming {
    const struct px_mention *first; /* by name, and more than where a town is; NULL: nowhere */
    uint32_t *sentences;            /* with its names */
    uint32_t count;                 /* of these */
    uint32_t telling;               /* of these, where it is more than where a town is */
    double weight;
};

/* `sentences` has room for all mentions. */
static void find_naming(const struct names *names, size_t a, uint32_t number, struct naming *naming)
{
    const struct px_article *article = names->context->articles[a];
    uint32_t last = PX_NONE, last_telling = PX_NONE;
    for (uint32_t m = names->first_mention[a][number]; m != PX_NONE; m = names->next_mention[a][m]) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->form > PX_MENTION_ALIAS)
            continue; /* "the court" may be bound to the wrong one */
        uint32_t sentence = px_article_sentence_at(article, mention->start);
        if (sentence != last)
            naming->sentences[naming->count++] = last = sentence;
        if (px_only_is_address(names->context, article, mention))
            continue; /* it stands there, but tells no more than where a town is */
        if (naming->first == NULL && mention->form == PX_MENTION_NAME)
            naming->first = mention;
        naming->weight += px_compare_early(article, mention->start);
        naming->telling += sentence != last_telling;
        last_telling = sentence;
    }
}

/* May the entity be listed, by its name and what the article tells of it? */
static bool is_worth_naming(const struct names *names, size_t a, uint32_t number, const struct naming *naming)
{
    struct px_compare_context *context = names->context;
    const struct px_article *article = context->articles[a];
    const struct px_mention *first = naming->first;
    if (first == NULL || !px_only_is_name(context, a, first) || is_short_form(names, article, first) ||
        px_only_is_named_otherwise(context, a, first->start) || px_only_has_family(context, a, first) ||
        px_only_is_of_longer(article, number) || px_only_is_given_name(article, &article->entities.items[number]) ||
        px_only_shares_head(context, article, first) || px_only_is_attribute(article, first) ||
        px_only_is_by_office(context, a, &article->entities.items[number]))
        return false;
    if (naming->telling < FEWEST_OF_MEDIUM && px_only_is_medium(context, article, first))
        return false;
    return !px_compare_is_house(context, article, first) ||
           px_only_does(article, number); /* "a White House bid" is for an office */
}

static enum px_status add_entity(const struct names *names, size_t a, uint32_t number, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    const struct px_article *article = context->articles[a];
    const struct px_entity *entity = &article->entities.items[number];
    struct naming naming = {.sentences = px_arena_array(&context->scratch, uint32_t, entity->mention_count + 1)};
    struct px_telling_words telling;
    if (naming.sentences == NULL)
        return px_no_memory(error);
    find_naming(names, a, number, &naming);
    if (!is_worth_naming(names, a, number, &naming))
        return PX_OK;
    if (!read_telling(context, px_only_text(context, article, naming.first), entity->kind == PX_ENTITY_PERSON,
                      &telling))
        return px_no_memory(error);
    if (named_elsewhere(names, a, naming.first, &telling))
        return PX_OK;
    struct px_only *only = px_compare_only_push(context, PX_ONLY_ENTITY, a, entity->name);
    if (only == NULL)
        return px_no_memory(error);
    only->weight = naming.weight;
    only->sentences = naming.telling;
    only->place = entity->kind == PX_ENTITY_PLACE;
    only->role = entity->former ? (struct px_slice){0} : entity->role;
    only->broad = entity->kind == PX_ENTITY_WORK || px_compare_is_broad(context, article, naming.first);
    only->slight =
        only->broad || !px_only_has_part(context, article, number); /* the one whose seat it was, a likeness, a guest */
    return px_compare_evidence(context, naming.sentences, naming.count, &only->evidence, error);
}

/* The one article of several that has what `has` asks for, or SIZE_MAX. */
static size_t only_holder(const struct px_compare_context *context, const void *what,
                          bool (*has)(const void *what, size_t article))
{
    size_t holders = 0, holder = SIZE_MAX;
    for (size_t a = 0; a < context->count; a++)
        if (has(what, a)) {
            holders++;
            holder = a;
        }
    return holders == 1 ? holder : SIZE_MAX;
}

static bool is_mentioned(const void *what, size_t article)
{
    return ((const struct px_referent *)what)->mentions[article].count > 0;
}

static bool is_heard(const void *what, size_t article)
{
    return ((const struct px_source *)what)->statements[article] > 0;
}

static enum px_status add_entities(const struct names *names, struct px_error *error)
{
    const struct px_comparison *comparison = names->context->comparison;
    enum px_status status = PX_OK;
    for (size_t r = 0; status == PX_OK && r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        size_t holder = only_holder(names->context, referent, is_mentioned);
        if (holder != SIZE_MAX && referent->entity[holder] != PX_NONE)
            status = add_entity(names, holder, referent->entity[holder], error);
    }
    return status;
}

/* Names, and unnamed sources that are shown as such, by more than "the source"; "it", "the report" and "an auditor’s report"
 * name nobody. A name is told by its capitals: in a script without any, sources stand in no such list. */
static bool is_source(const struct px_source *source)
{
    bool name = source->anonymous && px_slice_find(source->name, PX_SLICE(" "), 0) != SIZE_MAX;
    for (size_t at = 0; at < source->name.size;)
        name |= px_utf8_is_upper(px_utf8_next(source->name, &at));
    return name;
}

/* Is it another source than `source`, heard in another article than the holder? */
static bool is_other(const struct names *names, uint32_t other, uint32_t source, size_t holder)
{
    const struct px_source *it = &names->context->comparison->sourcing.sources.items[other];
    bool heard = false;
    for (size_t a = 0; a < names->context->count; a++)
        heard |= a != holder && it->statements[a] > 0;
    return heard && other != source;
}

/* Does a speaker of another article bear telling words of this one's name, or the same words? */
static bool speaks_elsewhere(const struct names *names, uint32_t source, size_t holder)
{
    const struct px_source *it = &names->context->comparison->sourcing.sources.items[source];
    const struct px_telling_words *telling = &names->sources[source];
    const struct px_shelf_place *places = names->source_names.places.items;
    for (uint32_t p = px_shelf_get(&names->source_names, it->name).first; p != PX_NONE; p = places[p].next)
        if (is_other(names, places[p].number, source, holder))
            return true;
    places = names->source_words.places.items;
    for (uint32_t i = 0; i < telling->count; i++)
        for (uint32_t p = px_shelf_get(&names->source_words, WORD(telling->folds[i])).first; p != PX_NONE;
             p = places[p].next)
            if (is_other(names, places[p].number, source, holder) &&
                px_telling_words_may_be_one(telling, &names->sources[places[p].number],
                                            it->kind == PX_SPEAKER_PERSON) &&
                !is_relative(names, holder, telling, &names->sources[places[p].number]))
                return true;
    return false;
}

/* Is it absent from all articles but the one? */
static bool is_absent_elsewhere(const struct px_compare_context *context, const struct px_source *source, size_t holder)
{
    bool absent = true;
    for (size_t a = 0; a < context->count; a++)
        absent = absent && (a == holder || source->absent[a]);
    return absent;
}

/* Is nothing cited but a headline, which calls somebody by an office, "Aide", whom all articles hear by name? */
static bool is_of_headline(const struct px_compare_context *context, size_t a, const struct px_evidence *evidence)
{
    uint32_t end = px_compare_head_end(context->articles[a]);
    for (size_t i = 0; i < evidence->count; i++)
        if (evidence->sentences[i] >= end)
            return false;
    return true;
}

/* Is it the outlet of another article? That one does not cite itself. */
static bool is_other_outlet(const struct px_compare_context *context, struct px_slice name, size_t holder)
{
    for (size_t a = 0; a < context->count; a++)
        if (a != holder && px_compare_is_outlet(context->articles[a]->outlet, name))
            return true;
    return false;
}

static enum px_status add_sources(const struct names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    for (uint32_t s = 0; s < context->comparison->sourcing.sources.count; s++) {
        const struct px_source *source = &context->comparison->sourcing.sources.items[s];
        size_t holder = only_holder(context, source, is_heard);
        if (holder == SIZE_MAX || !is_source(source) || !is_absent_elsewhere(context, source, holder) ||
            speaks_elsewhere(names, s, holder) || is_other_outlet(context, source->name, holder) ||
            is_of_headline(context, holder, &source->evidence[holder]))
            continue;
        struct px_only *only = px_compare_only_push(context, PX_ONLY_SOURCE, holder, source->shown);
        if (only == NULL)
            return px_no_memory(error);
        only->weight = source->words[holder] + source->statements[holder];
        only->evidence = source->evidence[holder];
    }
    return PX_OK;
}

enum px_status px_compare_only_names(struct px_compare_context *context, struct px_error *error)
{
    struct names names = {.context = context};
    enum px_status status = read_names(&names, error);
    if (status == PX_OK)
        status = add_entities(&names, error);
    if (status == PX_OK)
        status = add_sources(&names, error);
    release(&names);
    return status;
}
