#include "reading/agency_words.h"

#define SURE_SPEECH .6 /* the share of a cue's occurrences that report something */

static uint32_t read_entry(const struct px_lexicon *lexicon, const struct px_entry *entry, size_t possessive)
{
    static const struct {
        const char *category;
        uint32_t listed;
    } OTHERS[] = {{"agency.state", PX_AGENCY_STATE},     {"agency.report", PX_AGENCY_REPORT},
                  {"agency.stative", PX_AGENCY_STATIVE}, {"agency.source", PX_AGENCY_SOURCE},
                  {"agency.light", PX_AGENCY_LIGHT},     {"agency.object", PX_AGENCY_OBJECT},
                  {"agency.charge", PX_AGENCY_CHARGE},   {"agency.instrument", PX_AGENCY_INSTRUMENT},
                  {"agency.empty", PX_AGENCY_EMPTY},     {"agency.role", PX_AGENCY_ROLE},
                  {"agency.party", PX_AGENCY_PARTY},     {"agency.of", PX_AGENCY_OF_AGENT},
                  {"agency.said", PX_AGENCY_SAID},       {"agency.staff", PX_AGENCY_STAFF},
                  {"agency.joint", PX_AGENCY_JOINT}};
    if (px_slice_is(entry->category, "agency.deed"))
        return px_slice_is(px_lexicon_cell(lexicon, entry, possessive), "patient") ? PX_AGENCY_DEED_OF_PATIENT
                                                                                   : PX_AGENCY_DEED_OF_AGENT;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (px_slice_is(entry->category, OTHERS[i].category))
            return OTHERS[i].listed;
    return 0;
}

static bool is_party(struct px_slice category)
{
    static const char *const kinds[] = {"person", "group", "institution", "media"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (px_category_within(category, px_slice_from(kinds[i])))
            return true;
    return false;
}

/* Verbs and phrases ("spoke out") that nearly always report what somebody says, thought and deeds left out; and nouns
 * for somebody. */
static void mark_others(const struct px_annotation *annotation, struct px_agency_words *words)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    size_t act = px_lexicon_column(lexicon, "act");
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        if (hit->lexicon == PX_LEXICON_CUES && entry->weight >= SURE_SPEECH &&
            (px_slice_is(entry->category, "cue.verb") || px_slice_is(entry->category, "cue.phrase")) &&
            px_lexicon_cell(lexicon, entry, act).size == 0)
            words->listed[hit->first_token] |= PX_AGENCY_SPEECH;
        if (hit->lexicon == PX_LEXICON_SOURCES && is_party(entry->category))
            words->listed[hit->first_token + hit->token_count - 1] |= PX_AGENCY_PARTY;
    }
}

static bool read_deeds(const struct px_annotation *annotation, struct px_agency_words *words)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_AGENCY);
    size_t possessive = px_lexicon_column(lexicon, "possessive");
    size_t verb = px_lexicon_column(lexicon, "verb");
    struct px_arena *arena = &annotation->worker->scratch;
    struct px_slice *verbs = px_arena_array(arena, struct px_slice, annotation->article->tokens.count + 1);
    words->listed = px_arena_array(arena, uint32_t, annotation->article->tokens.count + 1);
    words->verbs = verbs;
    for (size_t i = 0; verbs != NULL && words->listed != NULL && i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_AGENCY)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint32_t last = hit->first_token + hit->token_count - 1;
        words->listed[last] |= read_entry(lexicon, entry, possessive);
        if (px_lexicon_cell(lexicon, entry, verb).size > 0)
            verbs[last] = px_lexicon_cell(lexicon, entry, verb);
    }
    if (words->listed != NULL)
        mark_others(annotation, words);
    return verbs != NULL && words->listed != NULL;
}

static bool read_claims(const struct px_annotation *annotation, struct px_agency_words *words)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_CLAIMS);
    size_t claim = px_lexicon_column(lexicon, "claim");
    words->claims =
        px_arena_array(&annotation->worker->scratch, struct px_slice, annotation->article->tokens.count + 1);
    for (size_t i = 0; words->claims != NULL && i < hits->count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_CLAIMS)
            words->claims[hits->items[i].first_token + hits->items[i].token_count - 1] =
                px_lexicon_cell(lexicon, px_resources_entry(annotation->resources, &hits->items[i]), claim);
    return words->claims != NULL;
}

bool px_agency_read_words(const struct px_annotation *annotation, struct px_agency_words *words)
{
    return read_deeds(annotation, words) && read_claims(annotation, words);
}
