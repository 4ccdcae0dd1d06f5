/* Reading rules from the lexicons of every language. */
#include <stdio.h>
#include <stdlib.h>

#include "article/article.h"
#include "base/pool.h"
#include "ingest/rules_inside.h"
#include "lexicon/ready.h"

static const char *const languages[PX_RULE_LANGUAGES] = {
    [PX_RULE_EN] = "en", [PX_RULE_DE] = "de", [PX_RULE_FR] = "fr",
    [PX_RULE_ES] = "es", [PX_RULE_RU] = "ru", [PX_RULE_ANY] = "any",
};

static const char *const hint_names[PX_HINT_COUNT] = {
    [PX_HINT_CONTENT] = "content",     [PX_HINT_BODY] = "body",
    [PX_HINT_COMMENT] = "comment",     [PX_HINT_NAVIGATION] = "navigation",
    [PX_HINT_FOOTER] = "footer",       [PX_HINT_SIDE] = "side",
    [PX_HINT_RELATED] = "related",     [PX_HINT_SHARE] = "share",
    [PX_HINT_ADVERT] = "advert",       [PX_HINT_FORM] = "form",
    [PX_HINT_META] = "meta",           [PX_HINT_HEAD] = "head",
    [PX_HINT_CAPTION] = "caption",     [PX_HINT_HIDDEN] = "hidden",
    [PX_HINT_BYLINE] = "byline",       [PX_HINT_STANDFIRST] = "standfirst",
    [PX_HINT_PULLED] = "pulled",       [PX_HINT_TAGS] = "tags",
    [PX_HINT_CAPTIONED] = "captioned",
};

static const char *const byline_names[PX_BYLINE_WORDS] = {
    [PX_BYLINE_BEFORE] = "before", [PX_BYLINE_BEHIND] = "behind",     [PX_BYLINE_JOB] = "job",
    [PX_BYLINE_NOBODY] = "nobody", [PX_BYLINE_PARTICLE] = "particle",
};

static const char *const place_names[PX_GENRE_PLACES] = {
    [PX_GENRE_LABEL] = "label",   [PX_GENRE_SECTION] = "section", [PX_GENRE_HEADLINE] = "headline",
    [PX_GENRE_NOTICE] = "notice", [PX_GENRE_ADDRESS] = "address", [PX_GENRE_TYPE] = "type",
};

const char *px_rule_language(int language)
{
    return languages[language];
}

const char *px_hint_name(int hint)
{
    return hint_names[hint];
}

/* Reads lexicons/<language>/<file>; a file that is not there leaves the lexicon empty. */
static enum px_status read_file(const char *directory, int language, const char *file, struct px_lexicon *lexicon,
                                struct px_error *error)
{
    *lexicon = (struct px_lexicon){0};
    struct px_error fault = {0};
    enum px_status status = px_resources_read(directory, languages[language], file, lexicon, &fault);
    if (status == PX_ERROR_NOT_FOUND)
        return PX_OK;
    if (status != PX_OK && error != NULL)
        *error = fault;
    return status;
}

/* The word in lower case without its full stop, in storage of the call's buffer. */
static struct px_slice fold_word(struct px_slice word, struct px_buffer *buffer)
{
    px_buffer_clear(buffer);
    px_patterns_fold(word, buffer);
    return px_buffer_slice(buffer);
}

static enum px_status add_stop_words(struct px_rules *rules, const struct px_lexicon *lexicon, int language,
                                     struct px_error *error)
{
    struct px_buffer buffer = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        bool added;
        uint32_t id = px_table_add(&rules->stop_words, fold_word(lexicon->entries.items[i].text, &buffer), &added);
        if (id == PX_NONE || (added && px_vector_push(&rules->stop_languages, &rules->arena) == NULL))
            status = px_no_memory(error);
        else
            rules->stop_languages.items[id] |= 1u << language;
    }
    px_buffer_release(&buffer);
    return status;
}

static enum px_status add_months(struct px_rules *rules, const struct px_lexicon *lexicon, struct px_error *error)
{
    struct px_buffer buffer = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        double number = lexicon->entries.items[i].weight; /* the month's number stands in the weight */
        if (number < 1 || number > 12)
            continue;
        bool added;
        uint32_t id = px_table_add(&rules->months, fold_word(lexicon->entries.items[i].text, &buffer), &added);
        if (id == PX_NONE || (added && px_vector_push(&rules->month_numbers, &rules->arena) == NULL))
            status = px_no_memory(error);
        else if (added)
            rules->month_numbers.items[id] = (int)number;
    }
    px_buffer_release(&buffer);
    return status;
}

static enum px_status unknown_category(const struct px_lexicon *lexicon, const struct px_entry *entry,
                                       struct px_error *error)
{
    char path[512];
    snprintf(path, sizeof path, "%.*s", PX_SLICE_ARG(lexicon->path));
    px_error_set(error, PX_ERROR_SYNTAX, "unknown category '%.*s'", PX_SLICE_ARG(entry->category));
    return px_error_place(error, path, entry->line, 0);
}

static enum px_status add_furniture(struct px_patterns *patterns, const struct px_lexicon *lexicon,
                                    struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        int number = px_role_find(entry->category);
        status = number < 0 ? unknown_category(lexicon, entry, error)
                            : px_patterns_add(patterns, lexicon, entry, (uint8_t)number, error);
    }
    return status;
}

/* Most class names hint at nothing, or at one thing: the sieve tells which patterns are worth a look. */
static void fill_sieve(struct px_rules *rules, const struct px_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        struct px_slice text = lexicon->entries.items[i].text;
        uint32_t hint = 1u << px_slice_among(lexicon->entries.items[i].category, hint_names, PX_HINT_COUNT);
        bool pattern = text.size > 2 && text.data[0] == '/' && text.data[text.size - 1] == '/';
        if (!pattern || !px_sieve_add(&rules->hint_sieve, px_slice_part(text, 1, text.size - 1), hint))
            rules->hints_unsieved |= hint;
    }
}

/* Patterns of its own for each name of a category: a class name may hint at several things. */
static enum px_status add_named(struct px_patterns *const *patterns, const char *const *names, int count,
                                const struct px_lexicon *lexicon, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        int name = px_slice_among(entry->category, names, count);
        status = name < 0 ? unknown_category(lexicon, entry, error)
                          : px_patterns_add(patterns[name], lexicon, entry, 1, error);
    }
    return status;
}

static enum px_status add_hints(struct px_rules *rules, const struct px_lexicon *lexicon, struct px_error *error)
{
    enum px_status status = add_named(rules->sets + PX_SET_HINTS, hint_names, PX_HINT_COUNT, lexicon, error);
    if (status == PX_OK)
        fill_sieve(rules, lexicon);
    return status;
}

/* An entry is looked for in the place that column `of` names (labels, where it is silent); the category "note" is no
 * genre but marks what tells who the author is. */
static enum px_status add_genres(struct px_rules *rules, const struct px_lexicon *lexicon, struct px_error *error)
{
    enum px_status status = PX_OK;
    size_t column = px_lexicon_column(lexicon, "of");
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        int place = column == PX_NO_COLUMN
                        ? -1
                        : px_slice_among(px_lexicon_cell(lexicon, entry, column), place_names, PX_GENRE_PLACES);
        bool note = px_slice_is(entry->category, "note");
        int genre = note ? 0 : px_genre_find(entry->category);
        struct px_patterns *patterns =
            rules->sets[note ? PX_SET_NOTES : PX_SET_GENRES + (place < 0 ? PX_GENRE_LABEL : place)];
        status = genre < 0 ? unknown_category(lexicon, entry, error)
                           : px_patterns_add(patterns, lexicon, entry, (uint8_t)genre, error);
    }
    return status;
}

static unsigned joint_bit(struct px_slice category)
{
    return px_slice_is(category, "keep")   ? PX_JOINT_KEEP
           : px_slice_is(category, "hang") ? PX_JOINT_HANG
           : px_slice_is(category, "open") ? PX_JOINT_OPEN
                                           : 0;
}

static enum px_status add_joints(struct px_rules *rules, const struct px_lexicon *lexicon, struct px_error *error)
{
    struct px_buffer buffer = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        unsigned bit = joint_bit(entry->category);
        bool added;
        uint32_t id = px_table_add(&rules->joints, fold_word(entry->text, &buffer), &added);
        if (id == PX_NONE || (added && px_vector_push(&rules->joint_bits, &rules->arena) == NULL))
            status = px_no_memory(error);
        else if (bit == 0)
            status = unknown_category(lexicon, entry, error);
        else
            rules->joint_bits.items[id] |= bit;
    }
    px_buffer_release(&buffer);
    return status;
}

enum file_kind { STOP_WORDS, MONTHS, FURNITURE, ROLES, GENRE, BYLINES, HINTS, JOINTS, FIELDS, EXPORTS, FILE_KINDS };

static const char *const file_names[FILE_KINDS] = {
    [STOP_WORDS] = "stopwords.tsv",  [MONTHS] = "months.tsv", [FURNITURE] = "furniture.tsv",
    [ROLES] = "furniture_roles.tsv", [GENRE] = "genre.tsv",   [BYLINES] = "bylines.tsv",
    [HINTS] = "markup.tsv",          [JOINTS] = "joints.tsv", [FIELDS] = "fields.tsv",
    [EXPORTS] = "exports.tsv",
};

static enum px_status add_file(struct px_rules *rules, enum file_kind kind, const struct px_lexicon *lexicon,
                               int language, struct px_error *error)
{
    switch (kind) {
    case STOP_WORDS: return add_stop_words(rules, lexicon, language, error);
    case MONTHS: return add_months(rules, lexicon, error);
    case FURNITURE: return add_furniture(rules->sets[PX_SET_FURNITURE], lexicon, error);
    case ROLES: return add_furniture(rules->sets[PX_SET_ROLES], lexicon, error);
    case JOINTS: return add_joints(rules, lexicon, error);
    case GENRE: return add_genres(rules, lexicon, error);
    case BYLINES: return add_named(rules->sets + PX_SET_BYLINES, byline_names, PX_BYLINE_WORDS, lexicon, error);
    case HINTS: return add_hints(rules, lexicon, error);
    default: return px_fields_add(rules->fields, lexicon, error);
    }
}

/* Rules are made in two halves, which share no memory: that of furniture, and the others. */
enum half { OF_FURNITURE, OF_OTHERS, HALVES };

static enum half half_of(int kind)
{
    return kind == FURNITURE || kind == ROLES ? OF_FURNITURE : OF_OTHERS;
}

static enum px_status read_language(struct px_rules *rules, const char *directory, int language, enum half half,
                                    struct px_error *error)
{
    enum px_status status = PX_OK;
    int end = language == PX_RULE_ANY ? FILE_KINDS : HINTS;
    for (int kind = 0; kind < end && status == PX_OK; kind++) {
        struct px_lexicon lexicon;
        if (half_of(kind) != half)
            continue;
        status = read_file(directory, language, file_names[kind], &lexicon, error);
        if (status == PX_OK)
            status = add_file(rules, (enum file_kind)kind, &lexicon, language, error);
        px_lexicon_release(&lexicon);
    }
    return status;
}

/* Calls for each set of patterns of the half until one call fails. */
static enum px_status each_set(struct px_rules *rules, enum half half,
                               enum px_status (*call)(struct px_patterns **patterns, struct px_error *error),
                               struct px_error *error)
{
    enum px_status status = PX_OK;
    int end = half == OF_FURNITURE ? PX_SET_NOTES : PX_SETS;
    for (int i = half == OF_FURNITURE ? 0 : PX_SET_NOTES; i < end && status == PX_OK; i++)
        status = call(&rules->sets[i], error);
    return status;
}

static enum px_status compile_set(struct px_patterns **patterns, struct px_error *error)
{
    return px_patterns_compile(*patterns, error);
}

struct making {
    struct px_rules *rules;
    const char *directory;
    enum px_status status[HALVES];
    struct px_error errors[HALVES];
};

static void make_half(void *context, size_t thread, size_t half)
{
    struct making *making = context;
    struct px_rules *rules = making->rules;
    struct px_error *error = &making->errors[half];
    (void)thread;
    enum px_status status = each_set(rules, (enum half)half, px_patterns_new, error);
    if (status == PX_OK && half == OF_OTHERS)
        status = px_fields_new(&rules->fields, error);
    for (int language = 0; language < PX_RULE_LANGUAGES && status == PX_OK; language++)
        status = read_language(rules, making->directory, language, (enum half)half, error);
    if (status == PX_OK && half == OF_OTHERS)
        status = px_fields_compile(rules->fields, error);
    making->status[half] = status == PX_OK ? each_set(rules, (enum half)half, compile_set, error) : status;
}

enum px_status px_rules_make(const char *directory, struct px_rules **rules, struct px_error *error)
{
    struct px_rules *made = calloc(1, sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    struct making making = {.rules = made, .directory = directory};
    px_pool_each(HALVES, HALVES, make_half, &making);
    for (size_t half = 0; half < HALVES; half++) {
        if (making.status[half] == PX_OK)
            continue;
        if (error != NULL)
            *error = making.errors[half];
        px_rules_free(made);
        return making.status[half];
    }
    *rules = made;
    return PX_OK;
}

bool px_rules_are_built_in(const char *directory)
{
    for (int language = 0; language < PX_RULE_LANGUAGES; language++) {
        int end = language == PX_RULE_ANY ? FILE_KINDS : HINTS;
        for (int kind = 0; kind < end; kind++)
            if (!px_ready_is_built_in(directory, languages[language], file_names[kind]))
                return false;
    }
    return true;
}
