#include "ingest/markup.h"

#include <string.h>

enum {
    B = PX_MARKUP_BLOCK,
    S = PX_MARKUP_SKIP,
    E = PX_MARKUP_STRONG,
    V = PX_MARKUP_VOID,
    C = PX_MARKUP_CODE | PX_MARKUP_SKIP
};

/* In alphabetical order. */
static const struct px_markup tags[] = {
    {"a", 0, PX_TAG_A, -1},
    {"address", B, 0, PX_ABOVE_ADDRESS},
    {"applet", S, 0, -1},
    {"article", B, PX_TAG_ARTICLE, PX_ABOVE_ARTICLE},
    {"aside", B, 0, PX_ABOVE_ASIDE},
    {"audio", S, 0, -1},
    {"b", E, 0, -1},
    {"blockquote", B, PX_TAG_QUOTE, PX_ABOVE_QUOTE},
    {"body", B, PX_TAG_BODY, -1},
    {"br", V, PX_TAG_BR, -1},
    {"button", B, PX_TAG_BUTTON, -1},
    {"canvas", S, 0, -1},
    {"caption", B, PX_TAG_CAPTION, -1},
    {"center", B, PX_TAG_DIV, -1},
    {"datalist", S, 0, -1},
    {"dd", B, PX_TAG_DD, -1},
    {"details", B, 0, -1},
    {"dialog", B, 0, -1},
    {"div", B, PX_TAG_DIV, -1},
    {"dl", B, 0, PX_ABOVE_DL},
    {"dt", B, PX_TAG_DT, -1},
    {"em", E, 0, -1},
    {"embed", S | V, 0, -1},
    {"fieldset", B, 0, PX_ABOVE_FORM},
    {"figcaption", B, PX_TAG_CAPTION, PX_ABOVE_FIGURE},
    {"figure", B, 0, PX_ABOVE_FIGURE},
    {"footer", B, 0, PX_ABOVE_FOOTER},
    {"form", B, 0, PX_ABOVE_FORM},
    {"h1", B, PX_TAG_H1, -1},
    {"h2", B, PX_TAG_H2, -1},
    {"h3", B, PX_TAG_H3, -1},
    {"h4", B, PX_TAG_H4, -1},
    {"h5", B, PX_TAG_H5, -1},
    {"h6", B, PX_TAG_H5, -1},
    {"header", B, 0, PX_ABOVE_HEADER},
    {"hgroup", B, 0, PX_ABOVE_HEADER},
    {"hr", B | V, 0, -1},
    {"html", B, PX_TAG_HTML, -1},
    {"i", E, 0, -1},
    {"iframe", S, 0, -1},
    {"img", V, 0, -1},
    {"label", B, PX_TAG_LABEL, -1},
    {"legend", B, 0, -1},
    {"li", B, PX_TAG_LI, -1},
    {"link", V, PX_TAG_LINK, -1},
    {"main", B, 0, PX_ABOVE_MAIN},
    {"map", S, 0, -1},
    {"math", S, 0, -1},
    {"menu", B, 0, PX_ABOVE_LIST},
    {"meta", V, PX_TAG_META, -1},
    {"nav", B, 0, PX_ABOVE_NAV},
    {"noframes", S, 0, -1},
    {"noscript", S, 0, -1},
    {"object", S, 0, -1},
    {"ol", B, 0, PX_ABOVE_LIST},
    {"option", S, 0, -1},
    {"p", B, PX_TAG_P, -1},
    {"picture", B, 0, -1},
    {"pre", B, PX_TAG_PRE, PX_ABOVE_PRE},
    {"script", C, PX_TAG_SCRIPT, -1},
    {"section", B, PX_TAG_SECTION, PX_ABOVE_SECTION},
    {"select", S, 0, -1},
    {"strong", E, 0, -1},
    {"style", C, 0, -1},
    {"summary", B, 0, -1},
    {"svg", S, 0, -1},
    {"table", B, 0, PX_ABOVE_TABLE},
    {"tbody", B, 0, -1},
    {"td", B, PX_TAG_TD, -1},
    {"template", S, 0, -1},
    {"textarea", S, 0, -1},
    {"tfoot", B, 0, -1},
    {"th", B, PX_TAG_TH, -1},
    {"thead", B, 0, -1},
    {"time", 0, PX_TAG_TIME, -1},
    {"title", S, PX_TAG_TITLE, -1},
    {"tr", B, PX_TAG_TR, -1},
    {"ul", B, 0, PX_ABOVE_LIST},
    {"video", S, 0, -1},
};

const struct px_markup *px_markup_find(const char *name)
{
    static const struct px_markup unknown = {"", 0, PX_TAG_OTHER, -1};
    for (size_t low = 0, high = sizeof tags / sizeof *tags; low < high;) {
        size_t middle = (low + high) / 2;
        int order = (unsigned char)name[0] - (unsigned char)tags[middle].name[0];
        order = order == 0 ? strcmp(name, tags[middle].name) : order; /* most differ in the first letter */
        if (order == 0)
            return &tags[middle];
        low = order > 0 ? middle + 1 : low;
        high = order < 0 ? middle : high;
    }
    return &unknown;
}
