/* Telling the formats apart: by what stands in the first lines, and by the name where that leaves it open. */
#include <strings.h>

#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

enum { LINES_LOOKED_AT = 200 };

static const struct {
    const char *ending;
    enum px_lexicon_format format;
} endings[] = {
    {".tsv", PX_FORMAT_TSV},   {".yml", PX_FORMAT_YAML}, {".yaml", PX_FORMAT_YAML}, {".dic", PX_FORMAT_DIC},
    {".dicx", PX_FORMAT_DICX}, {".csv", PX_FORMAT_CSV},  {".cat", PX_FORMAT_CAT},   {".ykd", PX_FORMAT_YKD},
    {".lcd", PX_FORMAT_LCD},   {".lc3", PX_FORMAT_LC3},
};

static bool has_ending(struct px_slice path, const char *ending)
{
    size_t size = strlen(ending);
    return path.size > size && strncasecmp(path.data + path.size - size, ending, size) == 0;
}

static enum px_lexicon_format by_name(struct px_slice path, enum px_lexicon_format otherwise)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (has_ending(path, endings[i].ending))
            return endings[i].format;
    return otherwise;
}

/* The cell up to a separator, without quotation marks. */
static struct px_slice first_cell(struct px_slice line, char separator)
{
    struct px_slice cell = {0};
    px_slice_next(&line, separator, &cell);
    cell = px_slice_trim(cell);
    if (cell.size >= 2 && cell.data[0] == '"' && cell.data[cell.size - 1] == '"')
        cell = px_slice_part(cell, 1, cell.size - 1);
    return cell;
}

/* Is a cell of the header row the name of our own column of entries? */
static bool has_entry_cell(struct px_slice line, char separator)
{
    struct px_slice cell;
    while (px_slice_next(&line, separator, &cell))
        if (px_slice_is(px_lexicon_column_of(px_slice_trim(cell)), "entry"))
            return true;
    return false;
}

/* A table with a comma or semicolon between its cells, by its header row. */
static bool is_csv_header(struct px_slice line)
{
    for (const char *separator = ",;"; *separator != '\0'; separator++)
        if (line.size > 0 && memchr(line.data, *separator, line.size) != NULL &&
            (px_format_csv_names_entries(first_cell(line, *separator)) || has_entry_cell(line, *separator)))
            return true;
    return false;
}

/* "word TAB number", and for VADER more behind it. */
static bool is_score(struct px_slice line, bool *more)
{
    struct px_slice word;
    struct px_slice number;
    double value;
    bool done = px_slice_next(&line, '\t', &word) && px_slice_next(&line, '\t', &number) &&
                px_slice_trim(word).size > 0 && px_slice_number(px_slice_trim(number), &value);
    *more = line.size > 0;
    return done;
}

/* "WORD (1)" */
static bool is_weighted(struct px_slice line)
{
    line = px_slice_trim(line);
    size_t at = line.size;
    if (at < 4 || line.data[at - 1] != ')')
        return false;
    for (at--; at > 0 && ((line.data[at - 1] >= '0' && line.data[at - 1] <= '9') || line.data[at - 1] == '.'); at--)
        ;
    return at + 1 < line.size && at >= 2 && line.data[at - 1] == '(' && line.data[at - 2] == ' ';
}

/* "key:", "key: …", "- item" or "---" */
static bool is_yaml(struct px_slice line)
{
    struct px_slice content = px_slice_trim(line);
    if (memchr(line.data, '\t', line.size) != NULL)
        return false;
    return px_slice_ends(content, PX_SLICE(":")) || px_slice_find(content, PX_SLICE(": "), 0) != SIZE_MAX ||
           px_slice_starts(content, PX_SLICE("- ")) || px_slice_starts(content, PX_SLICE("---"));
}

/* What the first line that holds something says, or -1. */
static int by_first_line(struct px_slice line)
{
    struct px_slice content = px_slice_trim(line);
    bool more;
    if (content.data[0] == '<')
        return PX_FORMAT_YKD;
    if (content.data[0] == '%' && !px_slice_starts(content, PX_SLICE("%YAML")))
        return PX_FORMAT_DIC;
    if (has_entry_cell(line, '\t'))
        return PX_FORMAT_TSV;
    if (is_csv_header(line))
        return PX_FORMAT_CSV;
    if (is_score(line, &more))
        return more ? PX_FORMAT_VADER : PX_FORMAT_AFINN;
    if (content.data[0] == '+' && !is_yaml(line))
        return PX_FORMAT_LC3;
    return is_yaml(line) ? PX_FORMAT_YAML : -1;
}

static int by_content(struct px_slice bytes)
{
    struct px_slice line;
    bool first = true;
    for (size_t i = 0; i < LINES_LOOKED_AT && px_rows_cut(&bytes, &line); i++) {
        struct px_slice content = px_slice_trim(line);
        if (content.size == 0 || content.data[0] == '#')
            continue;
        int format = first ? by_first_line(line) : -1;
        if (format >= 0)
            return format;
        if (is_weighted(line))
            return PX_FORMAT_CAT;
        first = false;
    }
    return -1;
}

enum px_lexicon_format px_lexicon_format_guess(struct px_slice bytes, const char *path)
{
    struct px_slice name = px_slice_from(path);
    enum px_lexicon_format named = by_name(name, PX_FORMAT_TSV);
    if (px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")))
        bytes = px_slice_part(bytes, 3, bytes.size);
    int format = by_content(bytes);
    if (format < 0)
        return named;
    if (format == PX_FORMAT_YKD && named == PX_FORMAT_LCD)
        return PX_FORMAT_LCD;
    if (format == PX_FORMAT_CSV && named == PX_FORMAT_DICX)
        return PX_FORMAT_DICX;
    return (enum px_lexicon_format)format;
}
