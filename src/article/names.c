/* The names that the contract gives to the values of the enumerations, each list in the order of its enumeration. */
#include "article/article.h"

#define COUNT(names) (sizeof(names) / sizeof *(names))

static const char *const roles[] = {
    "title",  "standfirst", "heading", "paragraph", "quotation", "list_item", "table",    "navigation", "caption",
    "credit", "related",    "tags",    "byline",    "dateline",  "notice",    "comments", "other",
};
static const char *const genres[] = {"unknown", "news", "opinion", "analysis", "interview"};
static const char *const voices[] = {"own", "direct", "indirect", "scare"};
static const char *const types[] = {"direct", "indirect", "mixed"};
static const char *const speakers[] = {"person", "institution", "document", "group", "media"};
static const char *const actors[] = {
    "other",    "state",         "party",  "opposition", "military", "court",
    "business", "civil society", "expert", "citizen",    "media",    "international",
};
static const char *const dismissals[] = {"no", "name", "weight", "sense", "cue", "negation", "doubt", "context"};
static const char *const tones[] = {"neutral", "doubting", "affirming", "conceding", "confrontational"};
static const char *const uptakes[] = {"plain", "endorsed", "undercut", "rebutted"};
static const char *const acts[] = {"active", "passive", "nominal"};
static const char *const aims[] = {"plain", "suspicious", "noble"};
static const char *const givens[] = {"definite", "factive", "change"};
static const char *const entities[] = {"person", "organisation", "place", "group", "work", "other"};
static const char *const mentions[] = {"name", "alias", "role", "pronoun"};

_Static_assert(COUNT(roles) == PX_ROLE_COUNT, "every role has a name");
_Static_assert(COUNT(dismissals) == PX_DISMISSAL_COUNT, "every dismissal has a name");
_Static_assert(COUNT(actors) == PX_ACTOR_COUNT, "every actor has a name");

#define NAME(names, value) ((value) < COUNT(names) ? (names)[value] : "unknown")
#define FIND(names, name) px_slice_among((name), (names), COUNT(names))

const char *px_role_name(uint8_t role)
{
    return NAME(roles, role);
}

int px_role_find(struct px_slice name)
{
    return FIND(roles, name);
}

const char *px_dismissal_name(uint8_t dismissal)
{
    return NAME(dismissals, dismissal);
}

const char *px_genre_name(uint8_t genre)
{
    return NAME(genres, genre);
}

int px_genre_find(struct px_slice name)
{
    return FIND(genres, name);
}

const char *px_voice_name(uint8_t voice)
{
    return NAME(voices, voice);
}

const char *px_attribution_type_name(uint8_t type)
{
    return NAME(types, type);
}

const char *px_speaker_kind_name(uint8_t kind)
{
    return NAME(speakers, kind);
}

int px_speaker_kind_of(uint8_t entity_kind)
{
    switch (entity_kind) {
    case PX_ENTITY_PERSON: return PX_SPEAKER_PERSON;
    case PX_ENTITY_ORGANISATION:
    case PX_ENTITY_PLACE: return PX_SPEAKER_INSTITUTION;
    case PX_ENTITY_GROUP: return PX_SPEAKER_GROUP;
    case PX_ENTITY_WORK: return PX_SPEAKER_DOCUMENT;
    default: return -1;
    }
}

int px_speaker_kind_find(struct px_slice name)
{
    return FIND(speakers, name);
}

const char *px_actor_name(uint8_t actor)
{
    return NAME(actors, actor);
}

int px_actor_find(struct px_slice name)
{
    return FIND(actors, name);
}

const char *px_tone_name(uint8_t tone)
{
    return NAME(tones, tone);
}

int px_tone_find(struct px_slice name)
{
    return FIND(tones, name);
}

const char *px_uptake_name(uint8_t uptake)
{
    return NAME(uptakes, uptake);
}

const char *px_epithet_kind_name(uint8_t kind)
{
    static const char *const NAMES[] = {"modifier", "predicate", "apposition"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "unknown";
}

const char *px_act_kind_name(uint8_t kind)
{
    return NAME(acts, kind);
}

const char *px_aim_name(uint8_t aim)
{
    return NAME(aims, aim);
}

const char *px_given_kind_name(uint8_t kind)
{
    return NAME(givens, kind);
}

const char *px_entity_kind_name(uint8_t kind)
{
    return NAME(entities, kind);
}

const char *px_mention_form_name(uint8_t form)
{
    return NAME(mentions, form);
}

const char *px_label_name(int8_t label)
{
    return label < 0 ? "negative" : label > 0 ? "positive" : "neutral";
}
