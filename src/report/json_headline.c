/* Headline and standfirst against the body, as JSON: one object an article, in the order of the articles. */
#include "report/json_common.h"

#include "comparison/comparison.h"

/* What the lists are written from. */
struct part {
    struct px_json *json;
    const struct px_comparison *comparison;
    size_t article;
};

static const struct px_headline *headline_of(const struct part *part)
{
    return &part->comparison->headlines[part->article];
}

static void write_name(void *of, size_t index)
{
    const struct part *part = of;
    const struct px_headline_name *name = &headline_of(part)->names.items[index];
    px_json_text(part->json, "name", part->comparison->referents.items[name->referent].name);
    px_json_text(part->json, "words", px_slice_span(part->comparison->articles[part->article]->text, name->span));
    px_json_key_integer(part->json, "referent", name->referent);
    px_json_counts_of_all(part->json, part->comparison, "bodies", name->bodies);
    px_json_counts_of_all(part->json, part->comparison, "written", name->written);
}

static void write_point(void *of, size_t index)
{
    const struct part *part = of;
    const struct px_headline_point *point = &headline_of(part)->points.items[index];
    struct px_slice text = part->comparison->articles[part->article]->text;
    px_json_key_name(part->json, "kind", px_headline_point_kind_name(point->kind));
    px_json_text(part->json, "text", px_slice_span(text, point->span));
    px_json_text(part->json, "body", px_slice_span(text, point->body));
    px_json_text(part->json, "speaker", point->speaker);
    px_json_key_open(part->json, "evidence", '[');
    px_json_integer(part->json, point->sentence);
    if (point->body_sentence != PX_NONE)
        px_json_integer(part->json, point->body_sentence);
    px_json_close(part->json, ']');
}

static void write_headline(void *of, size_t index)
{
    struct part *part = of;
    struct px_json *json = part->json;
    part->article = index;
    const struct px_headline *headline = headline_of(part);
    px_json_key(json, "in");
    px_json_string(json, part->comparison->articles[index]->id);
    px_json_key_integer(json, "sentences", headline->end);
    px_json_key_id(json, "topic", headline->topic);
    px_json_key_number(json, "topic_share", headline->topic_share);
    px_json_key_id(json, "largest_topic", headline->largest);
    px_json_key_number(json, "largest_share", headline->largest_share);
    px_json_key_bool(json, "largest_named", headline->largest_named);
    px_json_key_list(json, "names", headline->names.count, write_name, part);
    px_json_key_id(json, "unnamed", headline->unnamed);
    px_json_slices(json, "speakers", headline->speakers.items, headline->speakers.count);
    px_json_key_list(json, "points", headline->points.count, write_point, part);
}

void px_json_headlines(struct px_json *json, const struct px_comparison *comparison)
{
    struct part part = {.json = json, .comparison = comparison};
    px_json_key_list(json, "headlines", comparison->article_count, write_headline, &part);
}
