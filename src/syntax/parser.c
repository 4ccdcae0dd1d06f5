/* A thread's parser: from forms to tags, lemmas and heads. */
#include <stdlib.h>

#include "syntax/model.h"

enum { MOST_FORMS = 50000, EDGES = 2 /* places beyond either end that the tagger asks for */ };

struct px_parser {
    const struct px_syntax *syntax;
    struct px_crew *crew;             /* NULL: none */
    struct px_parser *const *members; /* of the crew */
    size_t member_count;
    size_t place; /* its own */
    struct px_forms forms;
    struct px_arena scratch;
    const struct px_form_facts **words; /* of the sentence at hand, EDGES before and behind */
    uint8_t *tags;
};

enum px_status px_parser_new(const struct px_syntax *syntax, struct px_parser **parser, struct px_error *error)
{
    *parser = calloc(1, sizeof **parser);
    if (*parser == NULL)
        return px_no_memory(error);
    (*parser)->syntax = syntax;
    return PX_OK;
}

void px_parser_free(struct px_parser *parser)
{
    if (parser == NULL)
        return;
    px_forms_release(&parser->forms);
    px_arena_release(&parser->scratch);
    free(parser);
}

void px_parsers_share(struct px_parser *const *parsers, size_t count, struct px_crew *crew)
{
    for (size_t i = 0; i < count; i++) {
        parsers[i]->crew = crew;
        parsers[i]->members = parsers;
        parsers[i]->member_count = count;
        parsers[i]->place = i;
    }
}

size_t px_parser_members(const struct px_parser *parser)
{
    return parser == NULL || parser->crew == NULL ? 1 : parser->member_count;
}

size_t px_parser_place(const struct px_parser *parser)
{
    return parser == NULL ? 0 : parser->place;
}

struct px_parser *px_parser_at(struct px_parser *parser, size_t place)
{
    return parser->crew == NULL ? parser : parser->members[place];
}

void px_parser_each(const struct px_parser *parser, size_t count, px_pool_function *function, void *context)
{
    if (parser != NULL && parser->crew != NULL)
        px_crew_each(parser->crew, parser->place, count, function, context);
    else
        px_pool_each(1, count, function, context);
}

const struct px_syntax *px_parser_syntax(const struct px_parser *parser)
{
    return parser->syntax;
}

/* Learns the forms of the sentence. They are looked up by id once all are there, since facts move. */
static bool read_forms(struct px_parser *parser, const struct px_slice *forms, size_t count)
{
    const struct px_syntax *syntax = parser->syntax;
    px_arena_clear(&parser->scratch);
    if (parser->forms.facts.count > MOST_FORMS)
        px_forms_release(&parser->forms);
    uint32_t *ids = px_arena_array(&parser->scratch, uint32_t, count);
    parser->words = px_arena_array(&parser->scratch, const struct px_form_facts *, count + 2 * EDGES);
    parser->tags = px_arena_array(&parser->scratch, uint8_t, count);
    if (ids == NULL || parser->words == NULL || parser->tags == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        ids[i] = px_forms_add(&parser->forms, forms[i], &syntax->lexicon);
        if (ids[i] == PX_NONE)
            return false;
        struct px_form_facts *facts = &parser->forms.facts.items[ids[i]];
        if (facts->scores == NULL && !px_tag_learn_word(&syntax->tags, &parser->forms.table.arena, facts))
            return false;
    }
    for (size_t i = 0; i < EDGES; i++) {
        parser->words[i] = &px_form_edge;
        parser->words[EDGES + count + i] = &px_form_edge;
    }
    for (size_t i = 0; i < count; i++)
        parser->words[EDGES + i] = &parser->forms.facts.items[ids[i]];
    return true;
}

enum px_status px_parser_tag(struct px_parser *parser, const struct px_slice *forms, size_t count, uint8_t *tags,
                             struct px_error *error)
{
    if (!read_forms(parser, forms, count))
        return px_no_memory(error);
    px_tag_words(&parser->syntax->tags, &parser->syntax->tag_set, parser->words + EDGES, count, tags);
    return PX_OK;
}

/* The lemma of a form under a tag, kept beside the form for the two tags that it had first. */
static struct px_slice find_lemma(struct px_parser *parser, const struct px_form_facts *const word, uint8_t tag)
{
    struct px_form_facts *facts = &parser->forms.facts.items[word - parser->forms.facts.items];
    for (size_t i = 0; i < 2; i++)
        if (facts->lemma_of[i] == (uint32_t)tag + 1)
            return facts->lemma[i];
    size_t free_place = facts->lemma_of[0] == 0 ? 0 : 1;
    bool keep = facts->lemma_of[free_place] == 0;
    struct px_slice lemma = px_lemma_find(&parser->syntax->lemmas, facts->text, tag, &parser->forms.folded,
                                          keep ? &parser->forms.table.arena : &parser->scratch);
    if (keep && lemma.data != NULL) {
        facts->lemma_of[free_place] = (uint32_t)tag + 1;
        facts->lemma[free_place] = lemma;
    }
    return lemma;
}

static bool find_tree(struct px_parser *parser, size_t count, struct px_parsed_word *words)
{
    const struct px_syntax *syntax = parser->syntax;
    struct px_draft draft = {.words = parser->words + EDGES,
                             .count = (uint32_t)count,
                             .tags = parser->tags,
                             .heads = px_arena_array(&parser->scratch, uint32_t, count),
                             .relations = px_arena_array(&parser->scratch, uint8_t, count)};
    if (draft.heads == NULL || draft.relations == NULL || !px_draft_hang(syntax, &draft, &parser->scratch) ||
        !px_draft_revise(syntax, &draft, &parser->scratch))
        return false;
    for (size_t i = 0; i < count; i++) {
        words[i].head = draft.heads[i] < count ? draft.heads[i] : PX_NONE;
        words[i].relation = draft.relations[i];
    }
    return true;
}

enum px_status px_parser_parse(struct px_parser *parser, const struct px_slice *forms, size_t count,
                               struct px_parsed_word *words, struct px_error *error)
{
    bool done = count < UINT32_MAX / 2 && read_forms(parser, forms, count);
    if (done) {
        px_tag_words(&parser->syntax->tags, &parser->syntax->tag_set, parser->words + EDGES, count, parser->tags);
        done = find_tree(parser, count, words);
    }
    for (size_t i = 0; done && i < count; i++) {
        words[i].tag = parser->tags[i];
        words[i].lemma = find_lemma(parser, parser->words[EDGES + i], parser->tags[i]);
        done = words[i].lemma.data != NULL;
    }
    return done ? PX_OK : px_no_memory(error);
}
