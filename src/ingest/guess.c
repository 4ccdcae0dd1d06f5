#include <strings.h>

#include "ingest/inside.h"

enum { SAMPLE_BYTES = 1 << 14 };

static bool begins(struct px_slice text, const char *prefix)
{
    size_t size = strlen(prefix);
    return text.size >= size && strncasecmp(text.data, prefix, size) == 0;
}

static bool has_tag(struct px_slice text, const char *tag)
{
    size_t size = strlen(tag);
    for (size_t i = 0; i + 1 + size < text.size; i++)
        if (text.data[i] == '<' && strncasecmp(text.data + i + 1, tag, size) == 0 &&
            (text.data[i + 1 + size] == '>' || text.data[i + 1 + size] == ' ' || text.data[i + 1 + size] == '\n'))
            return true;
    return false;
}

bool px_input_is_markup(struct px_slice text)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<article",
                                         "<div",           "<p>",   "<p ",   "<?xml"};
    struct px_slice sample = px_slice_trim(text);
    if (sample.size > SAMPLE_BYTES)
        sample.size = SAMPLE_BYTES;
    while (begins(sample, "<!--")) {
        size_t end = px_slice_find(sample, PX_SLICE("-->"), 4);
        sample =
            end == SIZE_MAX ? (struct px_slice){NULL, 0} : px_slice_trim(px_slice_part(sample, end + 3, sample.size));
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (begins(sample, starts[i]))
            return true;
    return has_tag(sample, "html") || has_tag(sample, "body");
}

/* A piece of a page; Markdown may hold one too. */
static bool has_markup(struct px_slice text)
{
    struct px_slice sample = px_slice_part(text, 0, text.size < SAMPLE_BYTES ? text.size : SAMPLE_BYTES);
    return has_tag(sample, "p") && has_tag(sample, "div");
}

/* Does it open with a line that fences front matter, which another closes? */
static bool has_matter(struct px_slice text)
{
    static const char *const fences[] = {"\n---", "\n+++"};
    struct px_slice rest = px_slice_trim(text), line;
    if (!px_slice_next(&rest, '\n', &line))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (px_slice_is(px_slice_trim(line), fences[i] + 1))
            return px_slice_find(rest, px_slice_from(fences[i]), 0) != SIZE_MAX ||
                   (i == 0 && px_slice_find(rest, PX_SLICE("\n...\n"), 0) != SIZE_MAX);
    }
    return false;
}

/* Signs of Markdown: headings with #, bold, links, a list of kinds with how often each stands. */
static bool looks_like_markdown(struct px_slice text)
{
    struct px_slice rest = text, line;
    size_t headings = 0, bold = 0, links = 0;
    if (rest.size > SAMPLE_BYTES)
        rest.size = SAMPLE_BYTES;
    while (px_slice_next(&rest, '\n', &line)) {
        size_t marks = 0;
        while (marks < line.size && line.data[marks] == '#')
            marks++;
        headings += marks > 0 && marks < 7 && marks < line.size && line.data[marks] == ' ';
        size_t at = px_slice_find(line, PX_SLICE("]("), 0);
        links += at != SIZE_MAX && at > 0;
        at = px_slice_find(line, PX_SLICE("**"), 0);
        bold += at != SIZE_MAX && px_slice_find(line, PX_SLICE("**"), at + 3) != SIZE_MAX;
    }
    size_t kinds = (headings > 0) + (bold > 0) + (links > 0);
    return kinds >= 2 || headings > 1 || links > 2;
}

static bool has_suffix(const char *path, const char *suffix)
{
    size_t size = path == NULL ? 0 : strlen(path), length = strlen(suffix);
    return size > length && strcasecmp(path + size - length, suffix) == 0;
}

enum px_input px_input_guess(struct px_slice text, const char *path)
{
    if (px_ingest_is_corpus(text))
        return PX_INPUT_NDJSON;
    if (has_matter(text))
        return PX_INPUT_MARKDOWN;
    if (px_input_is_markup(text))
        return PX_INPUT_HTML;
    if (looks_like_markdown(text))
        return PX_INPUT_MARKDOWN;
    if (has_markup(text))
        return PX_INPUT_HTML;
    if (has_suffix(path, ".html") || has_suffix(path, ".htm") || has_suffix(path, ".xhtml"))
        return PX_INPUT_HTML;
    return has_suffix(path, ".md") || has_suffix(path, ".markdown") ? PX_INPUT_MARKDOWN : PX_INPUT_TEXT;
}

bool px_ingest_is_corpus(struct px_slice bytes)
{
    static const char *const bodies[] = {"\"text\"", "\"html\"", "\"markdown\"", "\"path\""};
    struct px_slice line = px_slice_trim(bytes);
    const char *end = line.size == 0 ? NULL : memchr(line.data, '\n', line.size);
    if (end != NULL)
        line.size = (size_t)(end - line.data);
    line = px_slice_trim(line);
    if (line.size < 2 || line.data[0] != '{' || line.data[line.size - 1] != '}')
        return false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (px_slice_find(line, px_slice_from(bodies[i]), 0) != SIZE_MAX)
            return px_slice_find(line, PX_SLICE("\"id\""), 0) != SIZE_MAX;
    return false;
}

int px_ingest_input_find(struct px_slice name)
{
    static const char *const names[] = {
        [PX_INPUT_AUTO] = "auto", [PX_INPUT_HTML] = "html",     [PX_INPUT_MARKDOWN] = "markdown",
        [PX_INPUT_TEXT] = "text", [PX_INPUT_NDJSON] = "ndjson", [PX_INPUT_EXPORT] = "export",
    };
    return px_slice_among(name, names, sizeof names / sizeof *names);
}
