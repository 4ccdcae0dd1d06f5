/* Names and speakers that one article alone has. Who stands in another under a part of the name, or under a longer one, is no
 * news there: the lists leave out whatever shares its telling words with a name of another article. */
#include "compare/internal.h"

enum { TELLING_MOST = 8, LETTERS_LEAST = 3, EVIDENCE_MOST = 5 };

/* The words by which a name is told from others, as fold ids. */
struct telling {
    uint32_t folds[TELLING_MOST];
    uint32_t count;
};

/* The telling words of the names in an article: a row a mention, and a row a speaker of all articles. */
struct names {
    struct px_compare_context *context;
    struct telling **mentions; /* [articles][mentions] empty where the mention is no name */
    struct telling *sources;   /* [sources] */
};

static bool is_listed(const struct px_compare_context *context, uint32_t form, size_t lexicon)
{
    const uint32_t *entries;
    return px_match_form(context->worker->cache, form, lexicon, &entries) > 0;
}

/* Has the word a capital, and is it none of a title, a people or country, or a head such as "Department"? Of a longer name a
 * given name says as little. */
static bool is_telling(const struct px_compare_context *context, struct px_slice word, uint32_t form, bool alone)
{
    static const size_t common[] = {PX_LEXICON_TITLES, PX_LEXICON_ROLES, PX_LEXICON_DEMONYMS, PX_LEXICON_ORGANISATIONS};
    unsigned char first = (unsigned char)word.data[0];
    bool capital = (first >= 'A' && first <= 'Z') || first >= 0x80;
    if (word.size < LETTERS_LEAST || !capital || px_vocabulary_form(context->worker->vocabulary, form)->stop)
        return false;
    if (context->worker->resources == NULL || alone)
        return true;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (is_listed(context, form, common[i]))
            return false;
    return !is_listed(context, form, PX_LEXICON_FIRSTNAMES);
}

/* The word without what hangs on it: commas, and up to two letters behind an apostrophe ("'s"). */
static struct px_slice bare(struct px_slice word)
{
    static const struct px_slice apostrophes[] = {PX_SLICE_STATIC("'"), PX_SLICE_STATIC("\xe2\x80\x99")};
    enum { CLITIC_MOST = 2 };
    while (word.size > 0 && memchr(",:;\"()", word.data[word.size - 1], 6) != NULL)
        word.size--;
    for (size_t i = 0; i < sizeof apostrophes / sizeof *apostrophes; i++) {
        size_t at = px_slice_find(word, apostrophes[i], 1);
        if (at != SIZE_MAX && word.size - at <= apostrophes[i].size + CLITIC_MOST)
            word.size = at;
    }
    return word;
}

/* False when memory is out. */
static bool read_telling(const struct px_compare_context *context, struct px_slice name, struct telling *telling)
{
    struct px_slice rest = name, word;
    bool alone = px_slice_find(name, PX_SLICE(" "), 0) == SIZE_MAX;
    telling->count = 0;
    while (telling->count < TELLING_MOST && px_slice_next(&rest, ' ', &word)) {
        word = bare(word);
        uint32_t form = word.size == 0 ? PX_NONE : px_vocabulary_add(context->worker->vocabulary, word);
        if (word.size > 0 && form == PX_NONE)
            return false;
        if (word.size > 0 && is_telling(context, word, form, alone))
            telling->folds[telling->count++] = px_vocabulary_form(context->worker->vocabulary, form)->fold;
    }
    return true;
}

static bool holds_word(const struct telling *telling, uint32_t fold)
{
    for (uint32_t i = 0; i < telling->count; i++)
        if (telling->folds[i] == fold)
            return true;
    return false;
}

static bool holds_all(const struct telling *outer, const struct telling *inner)
{
    for (uint32_t i = 0; i < inner->count; i++)
        if (!holds_word(outer, inner->folds[i]))
            return false;
    return inner->count > 0;
}

/* May both be names of one? A person is told by the last word. */
static bool may_be_one(const struct telling *a, const struct telling *b, bool person)
{
    if (person && a->count > 0 && holds_word(b, a->folds[a->count - 1]))
        return true;
    return holds_all(a, b) || holds_all(b, a);
}

static enum px_status read_names(struct names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    const struct px_sourcing *sourcing = &context->comparison->sourcing;
    bool kept = true;
    names->mentions = px_arena_array(&context->scratch, struct telling *, context->count);
    names->sources = px_arena_array(&context->scratch, struct telling, sourcing->sources.count);
    if (names->mentions == NULL || names->sources == NULL)
        return px_compare_no_memory(error);
    for (size_t a = 0; kept && a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        names->mentions[a] = px_arena_array(&context->scratch, struct telling, article->mentions.count);
        kept = names->mentions[a] != NULL;
        for (size_t m = 0; kept && m < article->mentions.count; m++) {
            const struct px_mention *mention = &article->mentions.items[m];
            if (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS)
                kept = read_telling(context, px_slice_part(article->text, mention->start, mention->end),
                                    &names->mentions[a][m]);
        }
    }
    for (size_t s = 0; kept && s < sourcing->sources.count; s++)
        kept = read_telling(context, sourcing->sources.items[s].name, &names->sources[s]);
    return kept ? PX_OK : px_compare_no_memory(error);
}

/* Does the article hold these tokens of another one in a row? */
static bool holds(const struct px_compare_context *context, const struct px_article *article,
                  const struct px_article *other, uint32_t first, uint32_t count)
{
    const struct px_token *wanted = &other->tokens.items[first];
    for (size_t t = 0; t + count <= article->tokens.count; t++) {
        uint32_t n = 0;
        while (n < count && px_compare_form(context, &article->tokens.items[t + n])->fold ==
                                px_compare_form(context, &wanted[n])->fold)
            n++;
        if (n == count)
            return true;
    }
    return false;
}

/* The name itself stands in another article, though as no name, or its telling words do as a name of somebody. */
static bool named_elsewhere(const struct names *names, size_t a, const struct px_entity *entity, size_t named)
{
    const struct px_compare_context *context = names->context;
    const struct px_article *article = context->articles[a];
    const struct px_mention *mention = &article->mentions.items[named];
    const struct telling *telling = &names->mentions[a][named];
    for (size_t b = 0; b < context->count; b++) {
        if (b == a)
            continue;
        if (holds(context, context->articles[b], article, mention->first_token, mention->token_count))
            return true;
        for (size_t m = 0; m < context->articles[b]->mentions.count; m++)
            if (may_be_one(telling, &names->mentions[b][m], entity->kind == PX_ENTITY_PERSON))
                return true;
    }
    return false;
}

static enum px_status add_entity(const struct names *names, size_t a, uint32_t number, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    const struct px_article *article = context->articles[a];
    const struct px_entity *entity = &article->entities.items[number];
    size_t named = SIZE_MAX;
    uint32_t sentences[EVIDENCE_MOST], count = 0;
    double weight = 0;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->entity != number || mention->form == PX_MENTION_PRONOUN)
            continue;
        if (named == SIZE_MAX && mention->form == PX_MENTION_NAME)
            named = m;
        if (count < EVIDENCE_MOST)
            sentences[count++] = px_compare_sentence_at(article, mention->start);
        weight += px_compare_early(article, mention->start);
    }
    if (named == SIZE_MAX || named_elsewhere(names, a, entity, named) ||
        px_compare_is_named_otherwise(context, a, article->mentions.items[named].start))
        return PX_OK;
    struct px_only *only = px_compare_only_push(context, PX_ONLY_ENTITY, a, entity->name);
    if (only == NULL)
        return px_compare_no_memory(error);
    only->weight = weight;
    return px_compare_evidence(context, sentences, count, &only->evidence, error);
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

/* Names, and unnamed sources that are shown as such; "it" and "the report" name nobody. */
static bool is_source(const struct px_source *source)
{
    bool name = source->anonymous && source->name.size > 0;
    for (size_t i = 0; i < source->name.size; i++)
        name |= (source->name.data[i] >= 'A' && source->name.data[i] <= 'Z') || (source->name.data[i] & 0x80);
    return name;
}

/* Does a speaker of another article bear telling words of this one's name, or the same words? */
static bool speaks_elsewhere(const struct names *names, size_t source, size_t holder)
{
    const struct px_source *sources = names->context->comparison->sourcing.sources.items;
    for (size_t s = 0; s < names->context->comparison->sourcing.sources.count; s++) {
        bool other = false;
        for (size_t a = 0; a < names->context->count; a++)
            other |= a != holder && sources[s].statements[a] > 0;
        if (!other || s == source)
            continue;
        if (px_slice_equal(sources[s].name, sources[source].name) ||
            may_be_one(&names->sources[source], &names->sources[s], sources[source].kind == PX_SPEAKER_PERSON))
            return true;
    }
    return false;
}

static enum px_status add_sources(const struct names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    for (size_t s = 0; s < context->comparison->sourcing.sources.count; s++) {
        const struct px_source *source = &context->comparison->sourcing.sources.items[s];
        size_t holder = only_holder(context, source, is_heard);
        if (holder == SIZE_MAX || !is_source(source) || speaks_elsewhere(names, s, holder))
            continue;
        struct px_only *only = px_compare_only_push(context, PX_ONLY_SOURCE, holder, source->name);
        if (only == NULL)
            return px_compare_no_memory(error);
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
    return status == PX_OK ? add_sources(&names, error) : status;
}
