/* Findings on who and what stands in one article alone: speakers, events, people, places. They tell no more than the
 * lists of what one article has alone, and lead with the same. */
#include <math.h>
#include <strings.h>

#include "findings/findings.h"

enum {
    FEWEST_SENTENCES = 4, /* and one sentence in so many of the article: */
    ONE_IN = 10,
    FEWEST_OF_PLACE = 5, /* which mostly tells where something is or comes from */
    FEWEST_WORDS = 12,   /* of the speaker with most: fewer are hardly a statement */
    MOST_LISTED = 5,
    MOST_TOLD = 2
};

/* ---- speakers, people and places ---- */

/* The source of the list's speaker. */
static const struct px_source *source_of(const struct px_comparison *comparison, const struct px_only *only)
{
    for (size_t i = 0; i < comparison->sourcing.sources.count; i++) {
        const struct px_source *source = &comparison->sourcing.sources.items[i];
        if (source->statements[only->article] > 0 && px_slice_equal(source->shown, only->text))
            return source;
    }
    return NULL;
}

bool px_findings_is_telling(const struct px_source *source)
{
    return px_source_is_told_by_name(source) && !source->anonymous &&   /* "a person close to Ada Brell" */
           !(source->kind == PX_SPEAKER_PERSON && source->described) && /* "a spokesman for Ada Brell" has no name */
           !(source->kind == PX_SPEAKER_GROUP && source->referent != PX_NONE);
}

static char small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

/* Is the name the outlet's by its first letters, "hp" for "the Harbour Post", or by its first word? */
static bool is_name_of(struct px_slice name, struct px_slice outlet)
{
    struct px_slice word, rest = name;
    size_t letters = 0;
    bool initials = outlet.size > 1, first = false;
    while (px_slice_next(&rest, ' ', &word)) {
        if (word.size == 0 || word.data[0] < 'A' || word.data[0] > 'Z')
            continue;
        initials = initials && letters < outlet.size && small(word.data[0]) == small(outlet.data[letters]);
        first = first ||
                (letters++ == 0 && word.size == outlet.size && strncasecmp(word.data, outlet.data, word.size) == 0);
    }
    return first || (initials && letters == outlet.size);
}

/* Does the source report itself: a journalist who asks for an outlet that is not told, or the outlet of one of the
 * articles, which can hardly be said to hear itself or to leave itself out? */
static bool is_reporter(const struct px_comparison *comparison, const struct px_source *source)
{
    bool own = source->kind == PX_SPEAKER_PERSON && source->actor == PX_ACTOR_MEDIA && source->role.size == 0;
    for (size_t a = 0; !own && source->kind != PX_SPEAKER_PERSON && a < comparison->article_count; a++)
        own = is_name_of(source->shown, comparison->articles[a]->outlet);
    return own;
}

/* The words of the list's speaker; 0 for whom no finding is led by. A document, "the Kestrian code", and a medium are there for
 * anybody to quote. */
static uint32_t words_of(const struct px_findings *findings, const struct px_only *only)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_source *source = source_of(comparison, only);
    bool left_out = source == NULL || !px_findings_is_telling(source) || is_reporter(comparison, source) ||
                    source->kind == PX_SPEAKER_DOCUMENT || source->kind == PX_SPEAKER_MEDIA;
    return left_out ? 0 : source->words[only->article];
}

/* A central event that the article tells alone; what somebody else tells stands under him, and what is in a passage that
 * is told as its own there. */
static bool is_leading_event(const struct px_findings *findings, const struct px_only *only, size_t article)
{
    return only->kind == PX_ONLY_EVENT && only->article == article && only->central && only->speaker.size == 0 &&
           !px_findings_covers_sentence(findings, article, only->evidence.sentences[0]);
}

/* Is it the name of a source that reports? */
static bool is_of_reporter(const struct px_comparison *comparison, const struct px_only *name)
{
    bool found = false;
    for (size_t i = 0; !found && i < comparison->sourcing.sources.count; i++)
        found = px_slice_equal(comparison->sourcing.sources.items[i].shown, name->text) &&
                is_reporter(comparison, &comparison->sourcing.sources.items[i]);
    return found;
}

/* Do the findings tell of the name already, as a speaker or in what happened? */
static bool is_told(const struct px_findings *findings, const struct px_only *name)
{
    const struct px_comparison *comparison = findings->context->comparison;
    bool told = false;
    size_t events = 0;
    for (size_t i = 0; i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->kind == PX_ONLY_SOURCE && only->article == name->article && px_slice_equal(only->text, name->text))
            told = told || words_of(findings, only) > 0;
        if (is_leading_event(findings, only, name->article) && events++ < MOST_TOLD)
            told = told || px_slice_find(px_comparison_event_words(comparison, only), name->text, 0) != SIZE_MAX;
    }
    return told;
}

/* Is the referent a body of a state, "the White House", in the article? */
static bool is_of_state(const struct px_findings *findings, uint32_t number, size_t article)
{
    const struct px_referent *referent = &findings->context->comparison->referents.items[number];
    uint32_t entity = referent->entity[article];
    bool organ = entity != PX_NONE && findings->context->articles[article]->entities.items[entity].organ;
    return referent->kind == PX_ENTITY_ORGANISATION &&
           (organ || findings->context->settled[number].actor == PX_ACTOR_STATE);
}

/* Is it a name of which any article may have some: of a party, a people or a faith, of a body of a state, or of the outlet
 * itself? */
static bool is_common(const struct px_findings *findings, const struct px_only *name)
{
    const struct px_comparison *comparison = findings->context->comparison;
    bool common = is_name_of(name->text, comparison->articles[name->article]->outlet);
    for (uint32_t i = 0; !common && i < comparison->referents.count; i++) {
        const struct px_referent *referent = &comparison->referents.items[i];
        common = px_slice_equal(referent->name, name->text) &&
                 (referent->kind == PX_ENTITY_GROUP || is_of_state(findings, i, name->article));
    }
    return common;
}

/* In how many sentences a name stands that the article comes back to; 0 for one that leads nothing: what may stand in any
 * article, a house of government or a party, or what the findings tell of already. */
static uint32_t namings_of(const struct px_findings *findings, const struct px_only *only)
{
    size_t sentences = findings->context->articles[only->article]->sentences.count;
    bool often = only->sentences >= (only->slight ? FEWEST_OF_PLACE : FEWEST_SENTENCES) &&
                 (size_t)only->sentences * ONE_IN >= sentences;
    return often && (only->place || !only->broad) && !is_common(findings, only) && !is_told(findings, only) &&
                   !is_of_reporter(findings->context->comparison, only)
               ? only->sentences
               : 0;
}

/* How much the article has of it, in words of a speaker and sentences with a name; 0: not enough to lead with. */
static uint32_t weigh(const struct px_findings *findings, const struct px_only *only)
{
    return only->kind == PX_ONLY_ENTITY ? namings_of(findings, only) : words_of(findings, only);
}

/* The list's entry, and how much the article has of it. */
struct told {
    const struct px_only *only;
    uint32_t weight;
};

/* Keeps the weightiest, of equal ones the list's first. Returns how many there are by now. */
static size_t keep(struct told *told, size_t total, struct told entry)
{
    size_t at = total < MOST_LISTED ? total : MOST_LISTED;
    for (; at > 0 && told[at - 1].weight < entry.weight; at--)
        if (at < MOST_LISTED)
            told[at] = told[at - 1];
    if (at < MOST_LISTED)
        told[at] = entry;
    return total + 1;
}

/* "Defense Secretary Gavin Williamson", "Ada Brell, mayor of Norhaven": a speaker with what the article tells of him, if
 * that is short. */
static void write_name(struct px_findings *findings, const struct px_only *only)
{
    enum { LONGEST = 70 };
    const struct px_source *source =
        only->kind == PX_ONLY_SOURCE ? source_of(findings->context->comparison, only) : NULL;
    bool told =
        source != NULL && source->kind == PX_SPEAKER_PERSON && source->role.size > 0 && source->role.size <= LONGEST;
    bool title = told && px_slice_is_capital(source->role, 0);
    if (title)
        px_buffer_printf(&findings->text, "%.*s ", PX_SLICE_ARG(source->role));
    px_buffer_append(&findings->text, only->text);
    if (told && !title)
        px_buffer_printf(&findings->text, ", %.*s", PX_SLICE_ARG(source->role));
}

/* ", later": on a day after the other article appeared, which could not have it. */
static const char *later(struct px_findings *findings, const struct px_only *only)
{
    findings->later = findings->later || only->later;
    return only->later ? ", later" : "";
}

/* Does the article only suppose that the source said any of it, "Ann Hask supposedly noted"? */
static bool is_supposed(const struct px_comparison *comparison, const struct px_source *source, size_t article)
{
    bool supposed = false;
    for (size_t i = 0; i < comparison->articles[article]->attributions.count; i++) {
        if (!px_slice_equal(comparison->speakers[article][i].shown, source->shown) ||
            !px_sourcing_counts(&comparison->sourcing, comparison->articles, article, i))
            continue;
        if (!comparison->articles[article]->attributions.items[i].supposed)
            return false;
        supposed = true;
    }
    return supposed;
}

/* ", reported with a word of doubt", "supposedly"; nothing where the article has none. */
static const char *doubt(const struct px_findings *findings, const struct px_only *only)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_source *source = only->kind == PX_ONLY_SOURCE ? source_of(comparison, only) : NULL;
    return source != NULL && is_supposed(comparison, source, only->article) ? ", reported with a word of doubt" : "";
}

/* "Defense Secretary Gavin Williamson (14 words), Philip Hammond (13 words) and 2 more" */
static size_t write_list(struct px_findings *findings, enum px_only_kind kind, size_t article, const char *unit,
                         struct px_evidence *evidence)
{
    const struct px_comparison *comparison = findings->context->comparison;
    struct told told[MOST_LISTED];
    size_t total = 0, listed = 0;
    for (size_t i = 0; i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        uint32_t weight = only->kind == kind && only->article == article ? weigh(findings, only) : 0;
        if (weight > 0)
            total = keep(told, total, (struct told){only, weight});
    }
    size_t shown = px_listed(total, MOST_LISTED - PX_LISTED_SPARE);
    for (; listed < shown; listed++) {
        const struct px_only *only = told[listed].only;
        px_findings_separate(findings, listed, total);
        write_name(findings, only);
        px_buffer_printf(&findings->text, " (%u %s%s%s%s)", told[listed].weight, unit,
                         told[listed].weight == 1 ? "" : "s", doubt(findings, only), later(findings, only));
        if (only->evidence.count > 0)
            evidence->sentences[evidence->count++] = only->evidence.sentences[0];
    }
    if (total > listed)
        px_buffer_printf(&findings->text, " and %zu more", total - listed);
    return listed;
}

static size_t write_speakers(struct px_findings *findings, size_t article, struct px_evidence *evidence)
{
    return write_list(findings, PX_ONLY_SOURCE, article, "word", evidence);
}

static size_t write_names(struct px_findings *findings, size_t article, struct px_evidence *evidence)
{
    return write_list(findings, PX_ONLY_ENTITY, article, "sentence", evidence);
}

/* ---- events ---- */

/* The most central events that the article tells alone. */
static size_t write_events(struct px_findings *findings, size_t article, struct px_evidence *evidence)
{
    const struct px_comparison *comparison = findings->context->comparison;
    size_t listed = 0;
    for (size_t i = 0; i < comparison->only.count && listed < MOST_TOLD; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (!is_leading_event(findings, only, article))
            continue;
        px_buffer_string(&findings->text, listed == 0 ? "" : " and ");
        px_findings_quote(findings, px_comparison_event_words(findings->context->comparison, only));
        px_buffer_string(&findings->text, later(findings, only));
        evidence->sentences[evidence->count++] = only->evidence.sentences[0];
        listed++;
    }
    return listed;
}

/* ---- all of them ---- */

/* The most that the article has of an entry of the kind. */
static double heaviest(const struct px_findings *findings, enum px_only_kind kind, size_t article)
{
    const struct px_comparison *comparison = findings->context->comparison;
    double most = 0;
    for (size_t i = 0; i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        if (only->kind != kind || only->article != article)
            continue;
        double weight = kind != PX_ONLY_EVENT                       ? weigh(findings, only)
                        : is_leading_event(findings, only, article) ? only->weight
                                                                    : 0;
        most = weight > most ? weight : most;
    }
    return most;
}

static double heaviest_source(const struct px_findings *findings, size_t article)
{
    return heaviest(findings, PX_ONLY_SOURCE, article);
}

static double heaviest_name(const struct px_findings *findings, size_t article)
{
    return heaviest(findings, PX_ONLY_ENTITY, article);
}

static double heaviest_event(const struct px_findings *findings, size_t article)
{
    return heaviest(findings, PX_ONLY_EVENT, article);
}

/* A finding: what each article has alone of a kind. */
struct list {
    enum px_draft_kind kind;
    double rank;
    const char *lead;
    px_findings_weight *weight;
    /* Returns how many it found; cites at most MOST_LISTED. */
    size_t (*write)(struct px_findings *findings, size_t article, struct px_evidence *evidence);
};

/* "in A (The Post) …; in B …": of each article, without those that have nothing. */
static enum px_status tell(struct px_findings *findings, const struct list *list, struct px_error *error)
{
    size_t total = 0;
    enum px_status status = px_findings_begin(findings, error);
    const size_t *order = px_findings_most_first(findings, list->weight);
    if (order == NULL)
        return px_no_memory(error);
    px_buffer_string(&findings->text, list->lead);
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        uint32_t sentences[MOST_LISTED];
        struct px_evidence evidence = {sentences, 0};
        size_t before = findings->text.size;
        px_buffer_string(&findings->text, total > 0 ? "; in " : "in ");
        px_findings_article(findings, order[a]);
        px_buffer_byte(&findings->text, ' ');
        size_t found = list->write(findings, order[a], &evidence);
        if (found == 0 && !findings->text.failed)
            findings->text.data[findings->text.size = before] = '\0';
        total += found;
        status =
            px_compare_evidence(findings->context, sentences, evidence.count, &findings->evidence[order[a]], error);
    }
    if (status != PX_OK || total == 0)
        return status;
    px_findings_stop(findings);
    if (findings->later)
        px_buffer_printf(&findings->text, " “Later”: on a day after the other article%s appeared.",
                         findings->context->count == 2 ? "" : "s");
    return px_findings_end(findings, list->kind, list->rank, px_slice_from(list->lead), error);
}

enum px_status px_findings_sources(struct px_findings *findings, struct px_error *error)
{
    static const struct list SOURCES = {PX_DRAFT_SOURCE, 42,
                                        "Heard by name in one article alone, media and documents apart, as far as "
                                        "found (in brackets: how many words are reported of each): ",
                                        heaviest_source, write_speakers};
    double most = 0;
    for (size_t a = 0; a < findings->context->count; a++)
        most = fmax(most, heaviest_source(findings, a));
    return most < FEWEST_WORDS ? PX_OK : tell(findings, &SOURCES, error);
}

enum px_status px_findings_entities(struct px_findings *findings, struct px_error *error)
{
    static const struct list NAMES = {PX_DRAFT_ENTITY, 36,
                                      "Often named in one article alone, speakers aside: ", heaviest_name, write_names};
    return tell(findings, &NAMES, error);
}

enum px_status px_findings_events(struct px_findings *findings, struct px_error *error)
{
    static const struct list EVENTS = {
        PX_DRAFT_EVENT, 39, "Told by one article alone, as far as words show: ", heaviest_event, write_events};
    return tell(findings, &EVENTS, error);
}
