#include "comparison/comparison.h"

const char *px_finding_type_name(uint8_t type)
{
    static const char *const NAMES[] = {"contrast", "difference", "only"};
    return type < sizeof NAMES / sizeof *NAMES ? NAMES[type] : "unknown";
}

const char *px_disagreement_kind_name(uint8_t kind)
{
    static const char *const NAMES[] = {"number", "date", "name"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "unknown";
}

const char *px_only_kind_name(uint8_t kind)
{
    static const char *const NAMES[] = {"topic", "entity", "number", "quotation", "source", "event"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "unknown";
}

const char *px_headline_point_kind_name(uint8_t kind)
{
    static const char *const NAMES[] = {"loaded word alone", "loaded word of speakers", "claim", "number"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "unknown";
}

const char *px_link_kind_name(uint8_t kind)
{
    static const char *const NAMES[] = {"none", "alias", "name", "part", "role", "lexicon", "context"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "none";
}

const char *px_against_name(uint8_t against)
{
    static const char *const NAMES[] = {"attributed", "doubted", "denied"};
    return against < sizeof NAMES / sizeof *NAMES ? NAMES[against] : "unknown";
}
