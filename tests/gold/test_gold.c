/* test_gold FLOORS MEASURE SUBJECT ARTICLE...: measures what the program makes of articles against their gold files.
 *
 * An article is given by its path; its gold file stands beside it. One article for the measures of an article, two for
 * those of a pair. SUBJECT names the floors. Exits 1 when a figure lies below its floor or something that must be exact
 * is not; 2 when it cannot run. */
#include <stdio.h>
#include <stdlib.h>

#include "annotate/annotate.h"
#include "compare/compare.h"
#include "ingest/ingest.h"
#include "measures.h"
#include "sourcing/sourcing_model.h"
#include "syntax/grammar.h"

static const struct {
    const char *name;
    void (*of_article)(struct reading *reading, struct scores *scores);
    void (*of_pair)(struct reading *readings, const struct px_comparison *comparison, struct scores *scores);
    bool parsed; /* with the models and grammar that the program uses; the others hold the rules alone */
} measures[] = {
    {"text", measure_text, NULL, false},         {"metadata", measure_metadata, NULL, false},
    {"sections", measure_sections, NULL, false}, {"attributions", measure_attributions, NULL, false},
    {"voice", measure_voice, NULL, false},       {"entities", measure_entities, NULL, false},
    {"topics", NULL, measure_topics, true},      {"referents", NULL, measure_referents, false},
    {"people", measure_people, NULL, true},      {"evaluations", NULL, measure_evaluations, true},
    {"loaded", measure_loaded, NULL, false},     {"alignment", NULL, measure_alignment, true},
};

enum { MEASURES = sizeof measures / sizeof *measures };

struct tools {
    struct px_ingest *ingest;
    struct px_resources *resources;
    struct px_worker worker;
    struct px_grammar *grammar; /* NULL: none */
    struct px_parser *parser;
    struct px_sourcing_model *sourcing;
    struct px_error error;
};

static void must(struct tools *tools, enum px_status status)
{
    if (status == PX_OK)
        return;
    fprintf(stderr, "%s\n", tools->error.message);
    exit(2);
}

static void open_models(struct tools *tools)
{
    must(tools, px_grammar_new(NULL, "en", &tools->grammar, &tools->error));
    must(tools, px_parser_new(tools->grammar->syntax, &tools->parser, &tools->error));
    must(tools, px_sourcing_model_new(NULL, "en", &tools->sourcing, &tools->error));
}

static void open_tools(struct tools *tools)
{
    must(tools, px_ingest_new(NULL, &tools->ingest, &tools->error));
    must(tools, px_resources_new(&(struct px_resources_options){.language = "en"}, &tools->resources, &tools->error));
    must(tools, px_worker_init(&tools->worker, tools->resources, &tools->error));
}

static void close_tools(struct tools *tools)
{
    px_sourcing_model_free(tools->sourcing);
    px_parser_free(tools->parser);
    px_grammar_free(tools->grammar);
    px_worker_release(&tools->worker);
    px_resources_free(tools->resources);
    px_ingest_free(tools->ingest);
}

const char *beside(struct reading *reading, const char *name)
{
    size_t size = strlen(reading->path) + strlen(name) + 1;
    char *path = gold_array(&reading->gold, size, 1);
    int folder = (int)(strrchr(reading->path, '/') - reading->path);
    snprintf(path, size, "%.*s/%s", folder, reading->path, name);
    return path;
}

/* The article, and its gold file: OUTLET.gold.json beside OUTLET.html. */
static void read_both(struct tools *tools, const char *path, struct reading *reading, struct scores *scores)
{
    char gold[4096];
    int stem = (int)(strrchr(path, '.') - path);
    reading->path = path;
    must(tools, px_ingest_file(tools->ingest, path, NULL, &reading->article, &tools->error));
    const struct px_annotate_options options = {.parser = tools->parser,
                                                .splitter = tools->grammar == NULL ? NULL : &tools->grammar->splitter,
                                                .sourcing = tools->sourcing};
    must(tools, px_annotate(&tools->worker, &options, &reading->article, &tools->error));
    snprintf(gold, sizeof gold, "%.*s.gold.json", stem, path);
    gold_read(gold, &reading->article, &reading->gold);
    scores->failed += reading->gold.lost;
}

static void measure_pair(struct tools *tools, size_t measure, struct reading *readings, struct scores *scores)
{
    const struct px_article *articles[] = {&readings[0].article, &readings[1].article};
    struct px_comparison comparison;
    must(tools,
         px_compare(articles, 2, &(struct px_compare_options){.seed = 1}, &tools->worker, &comparison, &tools->error));
    measures[measure].of_pair(readings, &comparison, scores);
    px_comparison_release(&comparison);
}

static size_t find_measure(const char *name)
{
    size_t found = 0;
    while (found < MEASURES && strcmp(measures[found].name, name) != 0)
        found++;
    return found;
}

int main(int count, char **arguments)
{
    size_t measure = count < 5 ? MEASURES : find_measure(arguments[2]);
    if (measure == MEASURES || count != (measures[measure].of_pair != NULL ? 6 : 5)) {
        fputs("usage: test_gold FLOORS MEASURE SUBJECT ARTICLE [ARTICLE]\n", stderr);
        return 2;
    }
    struct tools tools = {0};
    struct reading readings[2] = {0};
    struct scores scores = {.floors = arguments[1], .subject = arguments[3]};
    size_t articles = (size_t)count - 4;
    open_tools(&tools);
    if (measures[measure].parsed)
        open_models(&tools);
    for (size_t i = 0; i < articles; i++)
        read_both(&tools, arguments[4 + i], &readings[i], &scores);
    if (measures[measure].of_article != NULL)
        measures[measure].of_article(&readings[0], &scores);
    else
        measure_pair(&tools, measure, readings, &scores);
    for (size_t i = 0; i < articles; i++) {
        gold_release(&readings[i].gold);
        px_article_release(&readings[i].article);
    }
    close_tools(&tools);
    return scores.failed == 0 ? 0 : 1;
}
