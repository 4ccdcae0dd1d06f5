/* Markup: what the tags of HTML mean for reading. */
#ifndef PX_INGEST_MARKUP_H
#define PX_INGEST_MARKUP_H

#include <stdint.h>

/* What a tag is to the reader: flags. */
enum {
    PX_MARKUP_BLOCK = 1,  /* begins and ends a unit */
    PX_MARKUP_SKIP = 2,   /* its content is not text */
    PX_MARKUP_STRONG = 4, /* bold or italics */
    PX_MARKUP_VOID = 8,   /* has no content */
    PX_MARKUP_CODE = 16   /* its content is not markup either */
};

/* The attributes that are read, as X(field, name, tag): of that tag only, -1: of any. Every other is left out before
 * parsing (ingest/slim.h). Of href, that of an <a> loses its value, and a <link>'s is read too. */
#define PX_MARKUP_ATTRIBUTES(X)          \
    X(class_name, "class", -1)           \
    X(id, "id", -1)                      \
    X(href, "href", PX_TAG_A)            \
    X(style, "style", -1)                \
    X(role, "role", -1)                  \
    X(itemprop, "itemprop", -1)          \
    X(property, "property", PX_TAG_META) \
    X(name, "name", PX_TAG_META)         \
    X(content, "content", -1)            \
    X(rel, "rel", -1)                    \
    X(type, "type", PX_TAG_SCRIPT)       \
    X(datetime, "datetime", -1)          \
    X(lang, "lang", PX_TAG_HTML)         \
    X(is_hidden, "hidden", -1)           \
    X(aria_hidden, "aria-hidden", -1)

/* Kinds of elements that the content model tells apart, as the element of a unit. */
enum px_tag {
    PX_TAG_OTHER,
    PX_TAG_P,
    PX_TAG_DIV,
    PX_TAG_LI,
    PX_TAG_TD,
    PX_TAG_H1,
    PX_TAG_H2,
    PX_TAG_H3,
    PX_TAG_H4,
    PX_TAG_H5,
    PX_TAG_QUOTE,
    PX_TAG_PRE,
    PX_TAG_CAPTION,
    PX_TAG_DD,
    PX_TAG_DT,
    PX_TAG_SECTION,
    PX_TAG_ARTICLE,
    PX_TAG_TH,
    PX_TAG_BUTTON,
    PX_TAG_LABEL,
    PX_TAG_TR,
    PX_TAG_BR,
    PX_TAG_A,
    PX_TAG_TIME,
    PX_TAG_TITLE,
    PX_TAG_META,
    PX_TAG_LINK,
    PX_TAG_SCRIPT,
    PX_TAG_BODY,
    PX_TAG_HTML,
    PX_TAG_COUNT
};

/* Ancestors that tell something: bits. */
enum px_ancestor {
    PX_ABOVE_NAV,
    PX_ABOVE_HEADER,
    PX_ABOVE_FOOTER,
    PX_ABOVE_ASIDE,
    PX_ABOVE_FORM,
    PX_ABOVE_ARTICLE,
    PX_ABOVE_MAIN,
    PX_ABOVE_LIST,
    PX_ABOVE_TABLE,
    PX_ABOVE_FIGURE,
    PX_ABOVE_QUOTE,
    PX_ABOVE_SECTION,
    PX_ABOVE_PRE,
    PX_ABOVE_DL,
    PX_ABOVE_ADDRESS,
    PX_ABOVE_COUNT
};

struct px_markup {
    const char *name;
    uint8_t flags;
    uint8_t tag;     /* enum px_tag */
    int8_t ancestor; /* enum px_ancestor, or -1 */
};

/* The tag of that (lower-case) name; a plain inline one when it is not known. Never NULL. */
const struct px_markup *px_markup_find(const char *name);

#endif
