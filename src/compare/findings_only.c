/* Findings on who and what stands in one article alone: speakers, events, people, places. That somebody is missing is
 * claimed only when no word of the name stands in the other article, nor the name's initials. */
#include "compare/findings.h"

enum { FEWEST_MENTIONS = 3, MOST_LISTED = 3, MOST_TOLD = 2, MOST_TRIED = 12, LONGEST_ACRONYM = 6, SHORTEST_WORD = 4 };

/* ---- is it missing? ---- */

/* Does the article hold the word anywhere, in any case, alone or in a compound? */
static bool holds_word(const struct px_compare_context *context, size_t article, struct px_slice word)
{
    const struct px_article *a = context->articles[article];
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, word);
    if (form == PX_NONE)
        return true;
    uint32_t fold = px_vocabulary_form(context->worker->vocabulary, form)->fold;
    for (size_t t = 0; t < a->tokens.count; t++) {
        const struct px_form *here = px_compare_form(context, &a->tokens.items[t]);
        for (size_t i = 0; i < here->part_count; i++)
            if (here->parts[i] == fold)
                return true;
        if (here->fold == fold)
            return true;
    }
    return false;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Do capitalised words stand in the article whose initials are these ("DNC")? Function words between do not count. */
static bool holds_initials(const struct px_compare_context *context, size_t article, const char *initials, size_t count)
{
    const struct px_article *a = context->articles[article];
    size_t at = 0;
    for (size_t t = 0; t < a->tokens.count; t++) {
        const struct px_form *form = px_compare_form(context, &a->tokens.items[t]);
        if (form->stop && at > 0)
            continue;
        at = form->text.size > 1 && form->text.data[0] == initials[at] ? at + 1 : form->text.data[0] == initials[0];
        if (at == count)
            return true;
    }
    return false;
}

/* The capitals of a name: all of "DNC", the first ones of "Democratic National Committee". 0 when there are too few. */
static size_t initials_of(struct px_slice name, char *initials)
{
    struct px_slice word;
    bool single = px_slice_find(name, PX_SLICE(" "), 0) == SIZE_MAX;
    size_t count = 0;
    if (single)
        for (size_t i = 0; i < name.size && count < LONGEST_ACRONYM; i++)
            if (is_upper(name.data[i]))
                initials[count++] = name.data[i];
    while (!single && count < LONGEST_ACRONYM && px_slice_next(&name, ' ', &word))
        if (word.size > 0 && is_upper(word.data[0]))
            initials[count++] = word.data[0];
    return count < 2 ? 0 : count;
}

/* Is the name missing from the article, as far as words can tell? */
static bool is_missing(const struct px_compare_context *context, size_t article, struct px_slice name)
{
    char initials[LONGEST_ACRONYM];
    size_t count = initials_of(name, initials);
    bool single = px_slice_find(name, PX_SLICE(" "), 0) == SIZE_MAX;
    struct px_slice rest = name, word;
    for (size_t i = 0; px_slice_next(&rest, ' ', &word); i++)
        if ((i > 0 || single) && (word.size >= SHORTEST_WORD || single || rest.size == 0) &&
            holds_word(context, article, word))
            return false;
    if (count > 0 && single)
        return !holds_initials(context, article, initials, count);
    return count == 0 || !holds_word(context, article, (struct px_slice){initials, count});
}

static bool is_missing_elsewhere(const struct px_compare_context *context, size_t article, struct px_slice name)
{
    for (size_t a = 0; a < context->count; a++)
        if (a != article && !is_missing(context, a, name))
            return false;
    return true;
}

/* Does the list of what one article has alone hold it? Findings tell no more than the list does. */
static bool is_listed(const struct px_compare_context *context, enum px_only_kind kind, size_t article,
                      struct px_slice name)
{
    for (size_t i = 0; i < context->comparison->only.count; i++) {
        const struct px_only *only = &context->comparison->only.items[i];
        if (only->kind == kind && only->article == article && px_slice_equal(only->text, name))
            return true;
    }
    return false;
}

/* ---- speakers ---- */

/* People and organisations that speak, by name: the kind of each. */
struct speakers {
    struct px_findings *findings;
    struct px_table names;    /* of referents */
    PX_VECTOR(uint8_t) kinds; /* [names] */
};

static bool know_referents(struct speakers *speakers)
{
    const struct px_comparison *comparison = speakers->findings->context->comparison;
    for (size_t i = 0; i < comparison->referents.count; i++) {
        bool added;
        if (comparison->referents.items[i].lexical)
            continue;
        uint32_t id = px_table_add(&speakers->names, comparison->referents.items[i].name, &added);
        uint8_t *kind =
            id == PX_NONE || !added ? NULL : px_vector_push(&speakers->kinds, &speakers->findings->context->scratch);
        if (id == PX_NONE || (added && kind == NULL))
            return false;
        if (added)
            *kind = comparison->referents.items[i].kind;
    }
    return true;
}

/* A person or organisation with words in this article that the list of those heard there alone has. */
static bool speaks_alone(const struct speakers *speakers, const struct px_source *source, size_t article)
{
    uint32_t id = px_table_find(&speakers->names, source->name);
    bool somebody =
        id != PX_NONE && (speakers->kinds.items[id] <= PX_ENTITY_ORGANISATION ||
                          (speakers->kinds.items[id] == PX_ENTITY_OTHER && source->kind <= PX_SPEAKER_INSTITUTION &&
                           px_slice_find(source->name, PX_SLICE(" "), 0) != SIZE_MAX));
    return source->words[article] > 0 && !source->anonymous && somebody &&
           is_listed(speakers->findings->context, PX_ONLY_SOURCE, article, source->name);
}

/* "Gavin Williamson (14 words), Philip Hammond (6 words) and 2 more": those of one article. */
static size_t write_speakers(void *of, size_t article, struct px_evidence *evidence)
{
    const struct speakers *speakers = of;
    struct px_findings *findings = speakers->findings;
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    size_t total = 0, listed = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++)
        total += speaks_alone(speakers, &sourcing->sources.items[i], article);
    for (size_t i = 0; i < sourcing->sources.count && listed < MOST_LISTED; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        if (!speaks_alone(speakers, source, article))
            continue;
        px_findings_separate(findings, listed, total);
        px_buffer_printf(&findings->text, "%.*s (%u word%s)", PX_SLICE_ARG(source->name), source->words[article],
                         source->words[article] == 1 ? "" : "s");
        if (source->evidence[article].count > 0)
            evidence->sentences[evidence->count++] = source->evidence[article].sentences[0];
        listed++;
    }
    if (total > listed)
        px_buffer_printf(&findings->text, " and %zu more", total - listed);
    return listed;
}

/* "in A (The Post) …; in B …": what `write` gives of each article, without those that have nothing. It returns how many
 * it found and cites at most MOST_LISTED. `total` stays 0 where there is nothing to tell. */
static enum px_status write_each(struct px_findings *findings, const char *lead, void *of,
                                 size_t (*write)(void *of, size_t article, struct px_evidence *evidence), size_t *total,
                                 struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    px_buffer_string(&findings->text, lead);
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        size_t article = findings->order[a];
        uint32_t sentences[MOST_LISTED];
        struct px_evidence evidence = {sentences, 0};
        size_t before = findings->text.size;
        px_buffer_string(&findings->text, *total > 0 ? "; in " : "in ");
        px_findings_article(findings, article);
        px_buffer_byte(&findings->text, ' ');
        size_t found = write(of, article, &evidence);
        if (found == 0 && !findings->text.failed)
            findings->text.data[findings->text.size = before] = '\0';
        *total += found;
        status = px_compare_evidence(findings->context, sentences, evidence.count, &findings->evidence[article], error);
    }
    px_buffer_byte(&findings->text, '.');
    return status;
}

static enum px_status add_speakers(struct speakers *speakers, struct px_error *error)
{
    size_t total = 0;
    enum px_status status =
        write_each(speakers->findings, "Of named persons and bodies, surely heard in one article alone: ", speakers,
                   write_speakers, &total, error);
    if (status != PX_OK || total == 0)
        return status;
    return px_findings_end(speakers->findings, PX_DRAFT_SOURCE, "sourcing", 42, PX_VERDICT_TOO_LITTLE,
                           PX_SLICE("sources"), error);
}

enum px_status px_findings_sources(struct px_findings *findings, struct px_error *error)
{
    struct speakers speakers = {.findings = findings};
    enum px_status status = know_referents(&speakers) ? add_speakers(&speakers, error) : px_compare_no_memory(error);
    px_table_release(&speakers.names);
    return status;
}

/* ---- events ---- */

#define EARLY 0.75 /* half down the article */

/* The most central events that the article tells alone, in its first half or more than once; what somebody else tells
 * stands under him. */
static size_t write_events(void *of, size_t article, struct px_evidence *evidence)
{
    struct px_findings *findings = of;
    const struct px_comparison *comparison = findings->context->comparison;
    size_t listed = 0;
    for (size_t i = 0; i < comparison->only.count && listed < MOST_TOLD; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->kind != PX_ONLY_EVENT || only->article != article || !only->central || only->weight < EARLY ||
            only->speaker.size > 0)
            continue;
        px_buffer_string(&findings->text, listed == 0 ? "" : " and ");
        px_findings_quote(findings, only->text);
        evidence->sentences[evidence->count++] = only->evidence.sentences[0];
        listed++;
    }
    return listed;
}

enum px_status px_findings_events(struct px_findings *findings, struct px_error *error)
{
    size_t total = 0;
    enum px_status status = write_each(findings, "Told in one article alone, as far as words can show: ", findings,
                                       write_events, &total, error);
    if (status != PX_OK || total == 0)
        return status;
    return px_findings_end(findings, PX_DRAFT_EVENT, "only", 39, PX_VERDICT_TOO_LITTLE, PX_SLICE("events"), error);
}

/* ---- people and places ---- */

static bool named_alone(const struct px_compare_context *context, const struct px_referent *referent, size_t article)
{
    if (referent->lexical || referent->mentions[article].count < FEWEST_MENTIONS || referent->kind > PX_ENTITY_GROUP)
        return false;
    for (size_t a = 0; a < context->count; a++)
        if (a != article && referent->mentions[a].count > 0)
            return false;
    uint32_t entity = referent->entity[article];
    return entity != PX_NONE &&
           is_listed(context, PX_ONLY_ENTITY, article, context->articles[article]->entities.items[entity].name) &&
           is_missing_elsewhere(context, article, referent->name);
}

/* "Ann Hask of *Carreth*": does the mention, from the token on, only tell where somebody is from? */
static bool tells_origin(const struct px_article *article, uint32_t token)
{
    size_t at = px_compare_mention_at(article, token);
    const struct px_mention *before = at == 0 || token == 0 ? NULL : &article->mentions.items[at - 1];
    return before != NULL && before->entity != PX_NONE && before->first_token + before->token_count + 1 == token &&
           article->tokens.items[token - 1].kind == PX_TOKEN_WORD &&
           article->entities.items[before->entity].kind == PX_ENTITY_PERSON;
}

/* How often it is named: an office beside a name or in its place is no naming, but for groups, which have no names; nor
 * is the capital of a state, or where somebody is from. */
static uint32_t named_times(const struct px_compare_context *context, const struct px_referent *referent,
                            size_t article)
{
    const struct px_article *a = context->articles[article];
    uint32_t times = 0, beside = 0;
    for (size_t i = 0; referent->kind == PX_ENTITY_PLACE && i < referent->mentions[article].count; i++) {
        struct px_span span = referent->mentions[article].items[i];
        uint32_t first = px_compare_token_at(a, span.start);
        bool seat = !px_slice_equal(px_slice_span(a->text, span), referent->name) &&
                    px_compare_is_seat(context, a, first, px_compare_token_at(a, span.end));
        beside += seat || tells_origin(a, first);
    }
    for (size_t i = 0; i < referent->variant_count; i++)
        if (!referent->variants[i].role || referent->kind == PX_ENTITY_GROUP)
            times += referent->variants[i].counts[article];
    return times > beside ? times - beside : 0;
}

static size_t write_entities(void *of, size_t article, struct px_evidence *evidence)
{
    struct px_findings *findings = of;
    const struct px_compare_context *context = findings->context;
    const struct px_comparison *comparison = context->comparison;
    size_t listed = 0;
    size_t tried = 0;
    for (size_t i = 0; i < comparison->referents.count && tried < MOST_TRIED; i++) {
        const struct px_referent *referent = &comparison->referents.items[i];
        uint32_t times = referent->lexical ? 0 : named_times(context, referent, article);
        tried += times >= FEWEST_MENTIONS;
        if (times < FEWEST_MENTIONS || !named_alone(context, referent, article))
            continue;
        if (listed == MOST_LISTED) {
            px_buffer_string(&findings->text, " and others");
            break;
        }
        px_buffer_printf(&findings->text, "%s%.*s (%u times)", listed == 0 ? "" : ", ", PX_SLICE_ARG(referent->name),
                         times);
        evidence->sentences[evidence->count++] =
            px_compare_sentence_at(context->articles[article], referent->mentions[article].items[0].start);
        listed++;
    }
    return listed;
}

enum px_status px_findings_entities(struct px_findings *findings, struct px_error *error)
{
    size_t total = 0;
    enum px_status status = write_each(findings, "Named three times or more, and in one article alone: ", findings,
                                       write_entities, &total, error);
    if (status != PX_OK || total == 0)
        return status;
    return px_findings_end(findings, PX_DRAFT_ENTITY, "only", 36, PX_VERDICT_TOO_LITTLE, PX_SLICE("entities"), error);
}
