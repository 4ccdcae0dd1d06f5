#include "ingest/inside.h"

#include <libxml/parser.h>
#include <stdlib.h>

#include "base/digest.h"
#include "ingest/assemble.h"
#include "ingest/charset.h"
#include "ingest/dates.h"
#include "ingest/entity.h"
#include "ingest/header.h"
#include "ingest/html.h"
#include "ingest/markdown.h"
#include "ingest/metadata.h"
#include "ingest/plain.h"
#include "ingest/repeat.h"
#include "ingest/source.h"
#include "ingest/title.h"
#include "ingest/warn.h"

enum px_status px_ingest_new(const char *lexicon_directory, struct px_ingest **ingest, struct px_error *error)
{
    return px_ingest_open(lexicon_directory, NULL, ingest, error);
}

enum px_status px_ingest_open(const char *lexicon_directory, const struct px_rules *ready, struct px_ingest **ingest,
                              struct px_error *error)
{
    *ingest = NULL;
    struct px_ingest *made = calloc(1, sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    enum px_status status = px_rules_new(lexicon_directory, ready, &made->rules, error);
    if (status != PX_OK) {
        free(made);
        return status;
    }
    xmlInitParser();
    status = px_weights_read(lexicon_directory, &made->weights, error);
    if (status != PX_OK) {
        px_ingest_free(made);
        return status;
    }
    *ingest = made;
    return PX_OK;
}

void px_ingest_free(struct px_ingest *ingest)
{
    if (ingest == NULL)
        return;
    px_weights_release(&ingest->weights);
    px_rules_free(ingest->rules);
    px_explainer_free(ingest->explainer);
    free(ingest);
}

enum px_status px_ingest_explain(struct px_ingest *ingest, const char *lexicon_directory, struct px_error *error)
{
    return ingest->explainer != NULL ? PX_OK : px_explainer_new(lexicon_directory, &ingest->explainer, error);
}

bool px_ingest_date(const struct px_ingest *ingest, struct px_slice text, char iso[PX_INGEST_DATE_SIZE],
                    bool *ambiguous)
{
    struct px_date date = {.iso = ""};
    bool found = px_date_find(ingest->rules, text, &date);
    memcpy(iso, date.iso, found ? sizeof date.iso : 1);
    *ambiguous = found && date.ambiguous;
    return found;
}

/* Front matter or a block of named facts, where there is one, and the lines behind it. */
static enum px_status read_lines(struct px_slice text, struct px_page *page, struct px_error *error)
{
    size_t header = px_frontmatter_read(text, page);
    if (header > 0)
        page->heading = page->facts.title;
    else
        header = px_header_read(text, page);
    for (size_t i = 0; i < header; i++)
        page->lines_before += text.data[i] == '\n';
    return px_plain_read(px_slice_part(text, header, text.size), page, error);
}

enum px_status px_page_prepare(struct px_slice text, enum px_input input, struct px_page *page, struct px_error *error)
{
    enum px_status status;
    if (input == PX_INPUT_HTML)
        status = px_html_read(text, page, error);
    else if (input == PX_INPUT_MARKDOWN)
        status = px_markdown_read(text, page, error);
    else
        status = read_lines(text, page, error);
    if (status == PX_OK)
        status = input == PX_INPUT_HTML ? px_metadata_judge(page, error) : px_metadata_judge_text(page, error);
    if (status != PX_OK || page->counting != NULL)
        return status == PX_OK ? px_repeat_count(page, error) : status;
    px_title_settle(page);
    px_assemble_mark_head(page);
    px_repeat_mark(page);
    return PX_OK;
}

enum px_status px_page_finish(const struct px_scorer *scorer, enum px_input input, struct px_page *page,
                              struct px_article *article, struct px_error *error)
{
    enum px_status status = PX_OK;
    if (input == PX_INPUT_MARKDOWN)
        px_markdown_decide(page);
    else
        status = px_decide_units(page, scorer, error);
    if (status == PX_OK && input == PX_INPUT_HTML)
        status = px_metadata_use_body(page, error);
    if (status == PX_OK && input == PX_INPUT_TEXT)
        px_plain_settle(page);
    if (status == PX_OK)
        status = px_assemble_article(page, input != PX_INPUT_HTML, article, error);
    return status == PX_OK && input == PX_INPUT_HTML ? px_page_warn(page, article, error) : status;
}

/* What a record or an option says goes before what the page says. */
static void preset_facts(const struct px_article *article, struct px_facts *facts)
{
    facts->title = article->title;
    facts->outlet = article->outlet;
    facts->byline = article->byline;
    facts->published = article->published;
    facts->modified = article->modified;
    facts->section = article->section;
    facts->url = article->url;
    facts->language = article->language;
}

/* References that were escaped a second time ("&amp;#8217;") would be read as text: they are made single. In plain
 * text, where no reference means anything, each becomes its character. */
static enum px_status undo_escapes(enum px_input input, struct px_article *article, struct px_arena *arena,
                                   struct px_slice *text, struct px_error *error)
{
    bool plain = input == PX_INPUT_TEXT && px_slice_find(*text, PX_SLICE("&"), 0) != SIZE_MAX;
    bool doubled = px_entity_is_doubled(*text);
    struct px_buffer single = {0}, decoded = {0};
    enum px_status status = PX_OK;
    size_t count = doubled ? px_entity_single(*text, &single) : 0;
    if (plain)
        px_entity_decode(doubled ? px_buffer_slice(&single) : *text, &decoded);
    if (plain || doubled) {
        bool failed = single.failed;
        struct px_slice copy = px_buffer_keep(plain ? &decoded : &single, arena);
        failed = failed || copy.data == NULL;
        status = failed ? px_no_memory(error) : PX_OK;
        *text = failed ? *text : copy;
    }
    if (count > 0)
        px_article_warn(article, "%zu character%s escaped twice: repaired", count, count == 1 ? " was" : "s were");
    px_buffer_release(&single);
    px_buffer_release(&decoded);
    return status;
}

static enum px_status read_page(const struct px_ingest *ingest, struct px_slice text, enum px_input input,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    struct px_page page = {.rules = ingest->rules,
                           .explainer = ingest->explainer,
                           .counting = options->counting,
                           .recurring = options->recurring};
    static const struct px_scorer rules_alone = {0};
    enum px_page_kind kind = input == PX_INPUT_HTML ? PX_PAGE_HTML : PX_PAGE_TEXT;
    preset_facts(article, &page.facts);
    enum px_status status = undo_escapes(input, article, &page.arena, &text, error);
    if (status == PX_OK)
        status = px_page_prepare(text, input, &page, error);
    if (status == PX_OK && page.counting == NULL)
        status = px_page_finish(options->no_model ? &rules_alone : &ingest->weights.scorers[kind], input, &page,
                                article, error);
    px_page_release(&page);
    return status;
}

static bool set_digest(struct px_slice bytes, struct px_article *article)
{
    char digest[PX_DIGEST_SIZE];
    px_digest_write(bytes, digest);
    article->sha256 = px_arena_copy(&article->arena, px_slice_from(digest));
    return article->sha256.data != NULL;
}

static enum px_status read_text(const struct px_ingest *ingest, struct px_slice text, const char *path,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    enum px_input input = options->input == PX_INPUT_AUTO ? px_input_guess(text, path) : options->input;
    if (input == PX_INPUT_NDJSON) {
        struct px_ingest_options inner = *options;
        inner.input = PX_INPUT_AUTO;
        return px_ingest_record(ingest, px_slice_trim(text), path, 1, &inner, article, error);
    }
    return options->verbatim ? px_verbatim_read(ingest, text, !options->no_language, article, error)
                             : read_page(ingest, text, input, options, article, error);
}

enum px_status px_ingest_source(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    struct px_arena scratch = {0};
    struct px_slice text = {0};
    struct px_charset_notes notes = {.stray = 0};
    size_t limit = options->limit == 0 ? PX_INGEST_LIMIT : options->limit;
    enum px_status status;
    if (bytes.size > limit || bytes.size > UINT32_MAX / 4)
        status = px_over_limit(error, "input is larger", limit);
    else if (!options->no_digest && !set_digest(bytes, article))
        status = px_no_memory(error);
    else
        status = options->utf8 ? px_charset_accept(bytes, &scratch, &text, error)
                               : px_charset_decode(bytes, NULL, &scratch, &text, &notes, error);
    if (status == PX_OK && !options->verbatim)
        status = px_charset_repair_twice(&scratch, &text, &notes.repaired, error);
    if (status == PX_OK && options->outlet != NULL && article->outlet.size == 0)
        article->outlet = px_arena_copy(&article->arena, px_slice_from(options->outlet));
    if (status == PX_OK)
        status = read_text(ingest, text, path, options, article, error);
    if (status == PX_OK)
        px_charset_warn(&notes, article);
    px_arena_release(&scratch);
    return status;
}

enum px_status px_ingest_single(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    article->path = px_arena_copy(&article->arena, px_slice_from(path));
    article->id = article->path;
    return article->path.data == NULL && path != NULL ? px_no_memory(error)
                                                      : px_ingest_source(ingest, bytes, path, options, article, error);
}

/* The one article of a source. */
static enum px_status read_only(struct px_source *source, const char *path, const struct px_ingest_options *options,
                                struct px_article *article, struct px_error *error)
{
    size_t count = px_source_count(source);
    enum px_status status = count == 1 ? px_source_read(source, 0, options, article, error)
                                       : px_error_set(error, PX_ERROR_INPUT, "the file holds %zu articles", count);
    if (status != PX_OK) {
        px_article_release(article);
        if (error != NULL && error->file[0] == 0)
            px_error_place(error, path, error->line, error->column);
    }
    px_source_close(source);
    return status;
}

enum px_status px_ingest_bytes(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                               const struct px_ingest_options *options, struct px_article *article,
                               struct px_error *error)
{
    struct px_source *source;
    enum px_status status = px_source_open_bytes(ingest, bytes, path, options, &source, error);
    return status == PX_OK ? read_only(source, path, options, article, error) : status;
}

enum px_status px_ingest_file(const struct px_ingest *ingest, const char *path, const struct px_ingest_options *options,
                              struct px_article *article, struct px_error *error)
{
    struct px_source *source;
    enum px_status status = px_source_open(ingest, path, options, &source, error);
    return status == PX_OK ? read_only(source, path, options, article, error) : status;
}
