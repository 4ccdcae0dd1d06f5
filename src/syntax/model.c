#include "syntax/model.h"

#include <stdlib.h>

#include "syntax/tree.h"

struct part {
    struct px_slice bytes;
    unsigned bits;
};

static enum px_status refuse(const char *path, const char *message, struct px_error *error)
{
    px_error_set(error, PX_ERROR_INPUT, "%s", message);
    px_error_place(error, path, 0, 0);
    return PX_ERROR_INPUT;
}

static bool read_parts(struct px_slice bytes, struct part parts[PX_PARTS])
{
    const uint8_t *data = (const uint8_t *)bytes.data;
    uint32_t count = px_read32(data + 12);
    if (count != PX_PARTS || bytes.size < PX_MODEL_HEAD + (size_t)PX_PARTS * PX_MODEL_ENTRY)
        return false;
    for (uint32_t i = 0; i < PX_PARTS; i++) {
        const uint8_t *entry = data + PX_MODEL_HEAD + (size_t)i * PX_MODEL_ENTRY;
        size_t offset = px_read32(entry + 4);
        size_t size = px_read32(entry + 8);
        if (px_read32(entry) != i || offset > bytes.size || size > bytes.size - offset)
            return false;
        parts[i] = (struct part){px_slice_part(bytes, offset, offset + size), px_read32(entry + 12)};
    }
    return true;
}

/* What kind of mark words of the tag are; the names of tags are those of the treebanks. */
static enum px_mark_kind find_mark_kind(struct px_slice upos, struct px_slice xpos)
{
    static const struct {
        struct px_slice name;
        enum px_mark_kind kind;
    } kinds[] = {{PX_SLICE_STATIC("``"), PX_MARK_OPEN_QUOTE},
                 {PX_SLICE_STATIC("''"), PX_MARK_CLOSE_QUOTE},
                 {PX_SLICE_STATIC("-LRB-"), PX_MARK_OPEN},
                 {PX_SLICE_STATIC("-RRB-"), PX_MARK_CLOSE}};
    if (!px_slice_is(upos, "PUNCT"))
        return PX_MARK_NONE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (px_slice_equal(kinds[i].name, xpos))
            return kinds[i].kind;
    return PX_MARK_OTHER;
}

static enum px_passed find_passed(struct px_slice upos, struct px_slice xpos)
{
    if (px_slice_is(upos, "VERB"))
        return PX_PASSED_VERB;
    if (px_slice_is(upos, "CCONJ"))
        return PX_PASSED_CONJUNCTION;
    if (px_slice_is(upos, "PUNCT"))
        return px_slice_is(xpos, ",") ? PX_PASSED_COMMA : PX_PASSED_MARK;
    return PX_PASSED_NOTHING;
}

/* Is it a class that gains no new words: the closed classes of Universal Dependencies, those of marks and the rest, and
 * the treebanks' tags for addresses, affixes and pieces of words that were parted? */
static bool is_closed(struct px_slice upos, struct px_slice xpos)
{
    static const char *const names[] = {"ADP",   "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT",
                                        "SCONJ", "SYM", "X",     "ADD", "AFX",  "GW"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (px_slice_is(upos, names[i]) || px_slice_is(xpos, names[i]))
            return true;
    return false;
}

bool px_syntax_read_tags(struct px_slice text, struct px_syntax *syntax)
{
    struct px_slice line;
    struct px_slice upos;
    while (px_slice_next(&text, '\n', &line)) {
        uint32_t tag = syntax->tag_set.count;
        if (tag == PX_TAG_CLASSES || !px_slice_next(&line, '\t', &upos))
            return false;
        syntax->upos[tag] = upos;
        syntax->xpos[tag] = line;
        syntax->tag_set.closed[tag] = is_closed(upos, line);
        syntax->mark_of[tag] = (uint8_t)find_mark_kind(upos, line);
        syntax->traits[tag] = (struct px_tag_traits){(uint8_t)tag, (uint8_t)find_passed(upos, line)};
        for (uint32_t i = tag; i-- > 0;)
            if (px_slice_equal(syntax->upos[i], upos))
                syntax->traits[tag].upos = (uint8_t)i;
        syntax->tag_set.count++;
    }
    return syntax->tag_set.count > 0;
}

bool px_syntax_read_relations(struct px_slice text, struct px_syntax *syntax)
{
    struct px_slice line;
    struct px_parse_weights *parse = &syntax->parse;
    parse->root = PX_NONE;
    while (px_slice_next(&text, '\n', &line)) {
        if (parse->relation_count == PX_NO_RELATION)
            return false;
        if (px_slice_is(line, "root"))
            parse->root = parse->relation_count;
        syntax->arcs[parse->relation_count] = px_arc_kinds(line);
        syntax->relations[parse->relation_count++] = line;
    }
    return parse->root != PX_NONE && parse->relation_count > 1;
}

static bool read_script(struct px_slice line, struct px_script *script)
{
    struct px_slice number;
    double cut;
    if (line.size < 2 || (line.data[0] != 'k' && line.data[0] != 'f'))
        return false;
    script->fold = line.data[0] == 'f';
    line = px_slice_part(line, 1, line.size);
    if (!px_slice_next(&line, '\t', &number) || !px_slice_number(number, &cut) || cut < 0 || cut > PX_SCRIPT_ALL)
        return false;
    script->cut = (uint8_t)cut;
    script->append = line;
    return true;
}

static bool read_scripts(struct px_slice text, struct px_syntax *syntax)
{
    struct px_slice line;
    PX_VECTOR(struct px_script) scripts = {0};
    while (px_slice_next(&text, '\n', &line)) {
        struct px_script *script = px_vector_push(&scripts, &syntax->arena);
        if (script == NULL || scripts.count > PX_SCRIPT_LIMIT || !read_script(line, script))
            return false;
    }
    syntax->lemmas.scripts = scripts.items;
    syntax->lemmas.script_count = (uint32_t)scripts.count;
    return true;
}

/* A table of 2^bits items of `item` bytes, and `more` behind them. */
static bool has_size(const struct part *part, size_t item, size_t more)
{
    return part->bits >= 2 && part->bits <= 24 && part->bytes.size == ((size_t)item << part->bits) + more;
}

struct px_weights px_model_weights(enum px_model_part_kind kind, const uint8_t *bytes, unsigned bits)
{
    static const unsigned classes[PX_PARTS] = {
        [PX_PART_TAG_WEIGHTS] = PX_TAG_CLASSES,           [PX_PART_ACTION_WEIGHTS] = PX_ACTION_CLASSES,
        [PX_PART_RELATION_WEIGHTS] = PX_RELATION_CLASSES, [PX_PART_MARK_WEIGHTS] = 1,
        [PX_PART_REVISION_WEIGHTS] = PX_TAG_CLASSES,
    };
    return (struct px_weights){bytes, bits, classes[kind]};
}

static bool place_tables(const struct part parts[PX_PARTS], struct px_syntax *syntax)
{
    if (!has_size(&parts[PX_PART_LEXICON], PX_FORM_SLOT, 0) || !has_size(&parts[PX_PART_LEMMAS], PX_LEMMA_SLOT, 0))
        return false;
    for (int kind = PX_PART_TAG_WEIGHTS; kind <= PX_PART_REVISION_WEIGHTS; kind++)
        if (!has_size(&parts[kind], 1, PX_ROW_PADDING))
            return false;
    if (parts[PX_PART_RIVALS].bytes.size != (size_t)PX_TAG_CLASSES * PX_RIVAL_BYTES)
        return false;
    syntax->rivals = (const uint8_t *)parts[PX_PART_RIVALS].bytes.data;
    syntax->lexicon.slots = (const uint8_t *)parts[PX_PART_LEXICON].bytes.data;
    syntax->lexicon.mask = ((uint32_t)1 << parts[PX_PART_LEXICON].bits) - 1;
    syntax->lemmas.slots = (const uint8_t *)parts[PX_PART_LEMMAS].bytes.data;
    syntax->lemmas.mask = ((uint32_t)1 << parts[PX_PART_LEMMAS].bits) - 1;
    struct px_weights *weights[] = {&syntax->tags, &syntax->parse.actions, &syntax->parse.relations, &syntax->marks,
                                    &syntax->revision};
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        enum px_model_part_kind kind = (enum px_model_part_kind)(PX_PART_TAG_WEIGHTS + i);
        *weights[i] = px_model_weights(kind, (const uint8_t *)parts[kind].bytes.data, parts[kind].bits);
    }
    return true;
}

static bool read_settings(struct px_slice bytes, struct px_parse_weights *parse)
{
    if (bytes.size != 12)
        return false;
    parse->beam = px_read32((const uint8_t *)bytes.data);
    parse->margin = px_read32((const uint8_t *)bytes.data + 4);
    parse->weight = px_read32((const uint8_t *)bytes.data + 8);
    return parse->beam > 0 && parse->beam <= PX_BEAM_LIMIT && parse->margin <= INT32_MAX &&
           parse->weight <= PX_RELATION_UNIT * PX_RELATION_MOST;
}

enum px_status px_syntax_new(struct px_slice bytes, const char *path, struct px_syntax **syntax, struct px_error *error)
{
    struct part parts[PX_PARTS];
    *syntax = NULL;
    if (bytes.size < PX_MODEL_HEAD || memcmp(bytes.data, PX_MODEL_MAGIC, sizeof PX_MODEL_MAGIC - 1) != 0)
        return refuse(path, "not a syntax model", error);
    if (px_read32((const uint8_t *)bytes.data + 8) != PX_MODEL_VERSION)
        return refuse(path, "a syntax model of another version", error);
    if (!read_parts(bytes, parts))
        return refuse(path, "a syntax model that is cut short", error);
    *syntax = calloc(1, sizeof **syntax);
    if (*syntax == NULL)
        return px_no_memory(error);
    if (px_syntax_read_tags(parts[PX_PART_TAGS].bytes, *syntax) &&
        px_syntax_read_relations(parts[PX_PART_RELATIONS].bytes, *syntax) &&
        read_scripts(parts[PX_PART_SCRIPTS].bytes, *syntax) && place_tables(parts, *syntax) &&
        read_settings(parts[PX_PART_SETTINGS].bytes, &(*syntax)->parse))
        return PX_OK;
    px_syntax_free(*syntax);
    *syntax = NULL;
    return refuse(path, "a syntax model with a broken part", error);
}

void px_syntax_free(struct px_syntax *syntax)
{
    if (syntax == NULL)
        return;
    px_arena_release(&syntax->arena);
    free(syntax);
}

struct px_slice px_syntax_upos(const struct px_syntax *syntax, uint8_t tag)
{
    return tag < syntax->tag_set.count ? syntax->upos[tag] : PX_SLICE("X");
}

struct px_slice px_syntax_xpos(const struct px_syntax *syntax, uint8_t tag)
{
    return tag < syntax->tag_set.count ? syntax->xpos[tag] : PX_SLICE("_");
}

struct px_slice px_syntax_relation(const struct px_syntax *syntax, uint8_t relation)
{
    return relation < syntax->parse.relation_count ? syntax->relations[relation] : PX_SLICE("dep");
}

unsigned px_syntax_arc(const struct px_syntax *syntax, uint8_t relation)
{
    return relation < syntax->parse.relation_count ? syntax->arcs[relation] : 0;
}
