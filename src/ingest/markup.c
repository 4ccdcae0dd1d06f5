#include "ingest/markup.h"

#include <stdbool.h>
#include <stdlib.h>
#include <strings.h>

enum { ATTRIBUTES_AT_MOST = 250, B = PX_MARKUP_BLOCK, S = PX_MARKUP_SKIP, E = PX_MARKUP_STRONG, V = PX_MARKUP_VOID };

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
    {"script", S, PX_TAG_SCRIPT, -1},
    {"section", B, PX_TAG_SECTION, PX_ABOVE_SECTION},
    {"select", S, 0, -1},
    {"strong", E, 0, -1},
    {"style", S, 0, -1},
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

static int compare_tag(const void *name, const void *tag)
{
    return strcmp(name, ((const struct px_markup *)tag)->name);
}

const struct px_markup *px_markup_find(const char *name)
{
    static const struct px_markup unknown = {"", 0, PX_TAG_OTHER, -1};
    const struct px_markup *found = bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tag);
    return found == NULL ? &unknown : found;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/';
}

/* From the tag at `at` (its "<") to behind its ">". `*surplus` is where the attribute after the last allowed one
 * begins, or SIZE_MAX. */
static size_t skip_tag(struct px_slice html, size_t at, size_t *surplus)
{
    size_t attributes = 0;
    bool between = false, value = false;
    *surplus = SIZE_MAX;
    while (at < html.size && html.data[at] != '>' && html.data[at] != '<') {
        char c = html.data[at];
        if (value && (c == '"' || c == '\'')) {
            const char *end = memchr(html.data + at + 1, c, html.size - at - 1);
            at = end == NULL ? html.size : (size_t)(end - html.data) + 1;
            between = true;
            value = false;
            continue;
        }
        if (between && !is_space(c) && c != '=' && ++attributes > ATTRIBUTES_AT_MOST && *surplus == SIZE_MAX)
            *surplus = at;
        value = c == '=' || (value && is_space(c));
        between = is_space(c);
        at++;
    }
    return at;
}

/* Behind the end of a comment, script or style that begins at `at`; `at` itself when none does. */
static size_t skip_raw(struct px_slice html, size_t at)
{
    static const char *const raw[][2] = {{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}};
    for (size_t i = 0; i < 3; i++) {
        size_t size = strlen(raw[i][0]);
        if (html.size - at < size || strncasecmp(html.data + at, raw[i][0], size) != 0)
            continue;
        for (const char *p = html.data + at + size;
             (p = memchr(p, raw[i][1][0], (size_t)(html.data + html.size - p))) != NULL; p++)
            if ((size_t)(html.data + html.size - p) >= strlen(raw[i][1]) &&
                strncasecmp(p, raw[i][1], strlen(raw[i][1])) == 0)
                return (size_t)(p - html.data) + 1;
        return i == 0 ? at + size : html.size;
    }
    return at;
}

struct px_slice px_markup_defuse(struct px_slice html, struct px_arena *arena)
{
    char *copy = NULL;
    bool closed = true; /* no comment was left open: an open one would be looked for to the end again and again */
    for (size_t at = 0; at < html.size;) {
        const char *open = memchr(html.data + at, '<', html.size - at);
        if (open == NULL)
            break;
        at = (size_t)(open - html.data);
        bool tag = at + 1 < html.size && ((html.data[at + 1] | 32) >= 'a' && (html.data[at + 1] | 32) <= 'z');
        if (!tag && !px_slice_starts(px_slice_part(html, at, html.size), PX_SLICE("<!--"))) {
            at++;
            continue;
        }
        size_t behind = closed ? skip_raw(html, at) : at, surplus;
        closed = closed && behind != at + 4;
        if (behind != at) {
            at = behind;
            continue;
        }
        size_t end = skip_tag(html, at + 1, &surplus);
        if (surplus != SIZE_MAX && copy == NULL) {
            copy = (char *)(uintptr_t)px_arena_copy(arena, html).data;
            if (copy == NULL)
                return (struct px_slice){0};
        }
        if (surplus != SIZE_MAX)
            memset(copy + surplus, ' ', end - surplus);
        at = end;
    }
    return copy == NULL ? html : (struct px_slice){copy, html.size};
}
