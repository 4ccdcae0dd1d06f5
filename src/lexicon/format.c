#include "lexicon/formats.h"

#include <string.h>

static const struct {
    const char *name;
    px_format_reader *read;
    px_format_writer *write;
} formats[PX_FORMAT_COUNT] = {
    [PX_FORMAT_TSV] = {"tsv", px_format_read_tsv, px_format_write_tsv},
    [PX_FORMAT_YAML] = {"yaml", px_format_read_yaml, px_format_write_yaml},
    [PX_FORMAT_DIC] = {"dic", px_format_read_dic, px_format_write_dic},
    [PX_FORMAT_DICX] = {"dicx", px_format_read_csv, px_format_write_dicx},
    [PX_FORMAT_CSV] = {"csv", px_format_read_csv, px_format_write_csv},
    [PX_FORMAT_CAT] = {"cat", px_format_read_cat, px_format_write_cat},
    [PX_FORMAT_YKD] = {"ykd", px_format_read_xml, px_format_write_xml},
    [PX_FORMAT_LCD] = {"lcd", px_format_read_xml, px_format_write_xml},
    [PX_FORMAT_LC3] = {"lc3", px_format_read_lc3, px_format_write_lc3},
    [PX_FORMAT_VADER] = {"vader", px_format_read_scores, px_format_write_scores},
    [PX_FORMAT_AFINN] = {"afinn", px_format_read_scores, px_format_write_scores},
};

const char *px_lexicon_format_name(enum px_lexicon_format format)
{
    return formats[format].name;
}

int px_lexicon_format_find(const char *name)
{
    for (int i = 0; i < PX_FORMAT_COUNT; i++)
        if (strcmp(formats[i].name, name) == 0)
            return i;
    return -1;
}

enum px_status px_lexicon_read(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                               struct px_error *error)
{
    if (bytes.data == NULL)
        bytes = PX_SLICE("");
    enum px_lexicon_format format = px_lexicon_format_guess(bytes, path);
    enum px_status status = formats[format].read(bytes, path, lexicon, error);
    if (status == PX_OK)
        px_digest_write(bytes, lexicon->sha256);
    return status;
}

enum px_status px_lexicon_write(enum px_lexicon_format format, const struct px_lexicon *lexicon, struct px_buffer *out,
                                struct px_arena *arena, struct px_lexicon_warnings *warnings, struct px_error *error)
{
    struct px_writer writer = {lexicon, out, arena, warnings, error, format};
    enum px_status status = formats[format].write(&writer);
    if (status == PX_OK && out->failed)
        status = px_no_memory(error);
    return status;
}
