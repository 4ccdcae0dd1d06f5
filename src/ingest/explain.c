#include "ingest/explain.h"

#include <math.h>
#include <stdlib.h>

#include "lexicon/resources.h"

enum { MOST_FEATURES = 4, MOST_LEVELS = 6 };

static const double least_share = .05;

/* One furniture pattern, alone. */
struct entry {
    struct px_patterns *patterns;
    struct px_slice text;
    int language;
    bool kind; /* of furniture_roles.tsv */
};

static const char *const files[] = {"furniture.tsv", "furniture_roles.tsv"};

struct px_explainer {
    struct px_arena arena;
    PX_VECTOR(struct entry) entries;
};

static enum px_status add_entry(struct px_explainer *explainer, const struct px_lexicon *lexicon,
                                const struct px_entry *source, int language, int file, struct px_error *error)
{
    struct entry *entry = px_vector_push(&explainer->entries, &explainer->arena);
    if (entry == NULL)
        return px_no_memory(error);
    entry->language = language;
    entry->kind = file > 0;
    entry->text = px_arena_copy(&explainer->arena, source->text);
    enum px_status status = px_patterns_new(&entry->patterns, error);
    int role = px_role_find(source->category);
    if (status == PX_OK)
        status = px_patterns_add(entry->patterns, lexicon, source, role < 0 ? PX_ROLE_OTHER : (uint8_t)role, error);
    return status == PX_OK ? px_patterns_compile(entry->patterns, error) : status;
}

static enum px_status add_file(struct px_explainer *explainer, const char *directory, int language, int file,
                               struct px_error *error)
{
    struct px_lexicon lexicon = {0};
    enum px_status status = px_resources_read(directory, px_rule_language(language), files[file], &lexicon, error);
    if (status == PX_ERROR_NOT_FOUND)
        status = PX_OK;
    for (size_t i = 0; i < lexicon.entries.count && status == PX_OK; i++)
        status = add_entry(explainer, &lexicon, &lexicon.entries.items[i], language, file, error);
    px_lexicon_release(&lexicon);
    return status;
}

enum px_status px_explainer_new(const char *directory, struct px_explainer **explainer, struct px_error *error)
{
    *explainer = NULL;
    struct px_explainer *made = calloc(1, sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (int i = 0; i < 2 * PX_RULE_LANGUAGES && status == PX_OK; i++)
        status = add_file(made, directory, i / 2, i % 2, error);
    if (status == PX_OK)
        *explainer = made;
    else
        px_explainer_free(made);
    return status;
}

void px_explainer_free(struct px_explainer *explainer)
{
    if (explainer == NULL)
        return;
    for (size_t i = 0; i < explainer->entries.count; i++)
        px_patterns_free(explainer->entries.items[i].patterns);
    px_arena_release(&explainer->arena);
    free(explainer);
}

/* ---------------------------------------------------------------------------------------------------- the model */

struct share {
    int feature;
    double value;
};

/* The features with the greatest products of value and weight, in order of their size. */
static size_t find_greatest(const float *row, const struct px_linear *linear, struct share greatest[MOST_FEATURES])
{
    size_t count = 0;
    for (size_t i = 0; i < linear->count; i++) {
        const struct px_linear_weight *weight = &linear->weights[i];
        struct share share = {(int)weight->feature, (double)row[weight->feature] * weight->steps / PX_LINEAR_STEPS};
        if (share.feature == PX_FEATURE_bias || fabs(share.value) < least_share)
            continue;
        size_t at = count < MOST_FEATURES ? count : MOST_FEATURES;
        while (at > 0 && fabs(greatest[at - 1].value) < fabs(share.value)) {
            if (at < MOST_FEATURES)
                greatest[at] = greatest[at - 1];
            at--;
        }
        if (at < MOST_FEATURES)
            greatest[at] = share;
        count += count < MOST_FEATURES;
    }
    return count;
}

void px_explain_score(struct px_page *page, struct px_unit *unit, const float row[PX_FEATURE_COUNT],
                      const struct px_linear *linear)
{
    if (page->explainer == NULL)
        return;
    struct share greatest[MOST_FEATURES];
    struct px_buffer text = {0};
    size_t count = find_greatest(row, linear, greatest);
    for (size_t i = 0; i < count; i++) {
        char name[48];
        px_buffer_printf(&text, "%s%s %+.1f", i == 0 ? ": " : ", ", px_feature_name(greatest[i].feature, name),
                         greatest[i].value);
    }
    unit->reason = px_arena_copy(&page->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
}

/* ---------------------------------------------------------------------------------------------------- the reason */

/* The pattern behind a hit: the first entry that lies on the line in the same way with the same role. */
static bool name_pattern(const struct px_explainer *explainer, const struct px_unit *unit, struct px_buffer *out)
{
    static const char *const ways[] = {"", "any", "start", "whole"};
    bool kind = unit->kind.where != PX_PATTERN_NOWHERE;
    struct px_pattern_hits wanted = kind ? unit->kind : unit->rules;
    for (size_t i = 0; i < explainer->entries.count && wanted.where != PX_PATTERN_NOWHERE; i++) {
        const struct entry *entry = &explainer->entries.items[i];
        struct px_pattern_hits hits = {0};
        if (entry->kind == kind)
            hits = px_patterns_find(entry->patterns, unit->text, unit->words);
        if (hits.where != wanted.where || hits.value != wanted.value)
            continue;
        px_buffer_printf(out, "pattern '%.*s' (%s, %s)", PX_SLICE_SHORT(entry->text), px_rule_language(entry->language),
                         ways[hits.where]);
        return true;
    }
    return false;
}

static bool is_by_pattern(const struct px_unit *unit)
{
    return unit->kind.where != PX_PATTERN_NOWHERE ||
           (unit->rules.where != PX_PATTERN_NOWHERE && unit->role == unit->rules.value);
}

static void write_reason(const struct px_page *page, const struct px_unit *unit, struct px_buffer *out)
{
    bool scored = !unit->fixed && unit->reason.data != NULL;
    if (scored)
        px_buffer_printf(out, "model %+.1f%.*s", unit->score, PX_SLICE_ARG(unit->reason));
    if (unit->why != NULL) {
        px_buffer_printf(out, "%s%s", scored ? "; " : "", unit->why);
    } else if (is_by_pattern(unit)) {
        px_buffer_string(out, scored ? "; " : "");
        if (!name_pattern(page->explainer, unit, out))
            px_buffer_string(out, "a pattern on its parts");
    } else if (!scored) {
        px_buffer_string(out, unit->shape != PX_UNIT_PLAIN ? "the markup says so"
                              : unit->fixed                ? "a rule of its format"
                                                           : "no rule speaks against it");
    }
}

/* ----------------------------------------------------------------------------------------------------- the place */

/* "div.story" of a signature's key, which is its parent's number in PX_SIGNATURE_NUMBER bytes, and that. */
static struct px_slice element_name(const struct px_page *page, uint32_t element)
{
    uint32_t signature = page->elements.items[element].signature;
    if (signature == 0 || signature > page->signatures.keys.count)
        return (struct px_slice){0};
    struct px_slice key = px_table_key(&page->signatures, signature - 1);
    key = px_slice_part(key, PX_SIGNATURE_NUMBER, key.size);
    return px_slice_ends(key, PX_SLICE(".")) ? px_slice_part(key, 0, key.size - 1) : key;
}

static void write_path(const struct px_page *page, uint32_t element, struct px_buffer *out)
{
    uint32_t path[MOST_LEVELS];
    size_t levels = 0;
    for (; element != 0 && levels < MOST_LEVELS; element = page->elements.items[element].parent)
        path[levels++] = element;
    px_buffer_string(out, element == 0 ? "" : "... > ");
    while (levels-- > 0)
        px_buffer_printf(out, "%.*s%s", PX_SLICE_ARG(element_name(page, path[levels])), levels == 0 ? "" : " > ");
}

static void write_place(const struct px_page *page, const struct px_unit *unit, struct px_buffer *out)
{
    if (unit->line > 0)
        px_buffer_printf(out, "line %u", unit->line);
    else if (unit->element > 0 && unit->element < page->elements.count)
        write_path(page, unit->element, out);
}

static bool add_piece(const struct px_page *page, const struct px_unit *unit, struct px_buffer *buffer,
                      struct px_article *article)
{
    struct px_piece *piece = px_vector_push(&article->pieces, &article->arena);
    if (piece == NULL)
        return false;
    piece->role = unit->role;
    piece->text = px_arena_copy(&article->arena, unit->text);
    px_buffer_clear(buffer);
    write_place(page, unit, buffer);
    piece->place = px_arena_copy(&article->arena, px_buffer_slice(buffer));
    px_buffer_clear(buffer);
    write_reason(page, unit, buffer);
    piece->reason = px_arena_copy(&article->arena, px_buffer_slice(buffer));
    return piece->text.data != NULL && piece->place.data != NULL && piece->reason.data != NULL && !buffer->failed;
}

bool px_explain_article(const struct px_page *page, struct px_article *article)
{
    struct px_buffer buffer = {0};
    bool fine = true;
    for (size_t i = 0; i < page->units.count && page->explainer != NULL && fine; i++)
        fine = add_piece(page, &page->units.items[i], &buffer, article);
    px_buffer_release(&buffer);
    return fine;
}
