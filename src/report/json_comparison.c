/* The comparison: {"schema":"parallax.comparison/1", …}. Objects by article are keyed by the article's id. */
#include "report/json_common.h"
#include "report/report.h"

/* The comparison, the writer, and the offsets of each article. */
struct part {
    struct px_json json;
    const struct px_comparison *comparison;
    struct px_offsets *offsets;
};

static void key_number(struct part *part, const char *key, double value)
{
    px_json_key(&part->json, key);
    px_json_number(&part->json, value);
}

static void key_integer(struct part *part, const char *key, long long value)
{
    px_json_key(&part->json, key);
    px_json_integer(&part->json, value);
}

static void key_name(struct part *part, const char *key, const char *value)
{
    px_json_key(&part->json, key);
    px_json_name(&part->json, value);
}

static void key_article(struct part *part, size_t article)
{
    px_json_key_slice(&part->json, part->comparison->articles[article]->id);
}

/* "key":{ for each article: "<id>": value(s) } */
static void open_articles(struct part *part, const char *key)
{
    px_json_key(&part->json, key);
    px_json_open(&part->json, '{');
}

static void by_article_counts(struct part *part, const char *key, const uint32_t *counts)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_integer(&part->json, counts[i]);
    }
    px_json_close(&part->json, '}');
}

static void by_article_numbers(struct part *part, const char *key, const double *numbers)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_number(&part->json, numbers[i]);
    }
    px_json_close(&part->json, '}');
}

static void by_article_values(struct part *part, const char *key, const struct px_value *values)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '{');
        key_number(part, "value", values[i].value);
        key_number(part, "low", values[i].low);
        key_number(part, "high", values[i].high);
        key_integer(part, "count", values[i].count);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, '}');
}

static void write_sentences(struct part *part, const struct px_evidence *evidence)
{
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < evidence->count; i++)
        px_json_integer(&part->json, evidence->sentences[i]);
    px_json_close(&part->json, ']');
}

static void by_article_evidence(struct part *part, const struct px_evidence *evidence)
{
    open_articles(part, "evidence");
    for (size_t i = 0; evidence != NULL && i < part->comparison->article_count; i++) {
        key_article(part, i);
        write_sentences(part, &evidence[i]);
    }
    px_json_close(&part->json, '}');
}

static void by_article_spans(struct part *part, const char *key, const struct px_spans *spans)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '[');
        for (size_t j = 0; j < spans[i].count; j++)
            px_json_span(&part->json, &part->offsets[i], spans[i].items[j]);
        px_json_close(&part->json, ']');
    }
    px_json_close(&part->json, '}');
}

static void write_article(struct part *part, size_t index)
{
    const struct px_article *article = part->comparison->articles[index];
    px_json_key(&part->json, "id");
    px_json_string(&part->json, article->id);
    px_json_metadata(&part->json, article);
    key_name(part, "genre", px_genre_name(article->genre));
    px_json_text(&part->json, "author_note", article->author_note);
    px_json_counts(&part->json, article);
    px_json_key(&part->json, "sentences");
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < article->sentences.count; i++)
        px_json_span(&part->json, &part->offsets[index],
                     (struct px_span){article->sentences.items[i].start, article->sentences.items[i].end});
    px_json_close(&part->json, ']');
    px_json_furniture(&part->json, article);
    px_json_slices(&part->json, "warnings", article->warnings.items, article->warnings.count);
}

static void write_edge(struct part *part, size_t index)
{
    const struct px_edge *edge = &part->comparison->edges.items[index];
    open_articles(part, "spans");
    for (size_t i = 0; i < 2; i++) {
        const struct px_block *block = &part->comparison->articles[edge->article[i]]->blocks.items[edge->block[i]];
        key_article(part, edge->article[i]);
        px_json_span(&part->json, &part->offsets[edge->article[i]], (struct px_span){block->start, block->end});
    }
    px_json_close(&part->json, '}');
    key_number(part, "score", edge->score);
}

static void write_topic(struct part *part, size_t index)
{
    const struct px_topic *topic = &part->comparison->topics.items[index];
    px_json_slices(&part->json, "label", topic->label, topic->label_count);
    key_number(part, "similarity", topic->similarity);
    by_article_spans(part, "spans", topic->spans);
    by_article_counts(part, "words", topic->words);
    px_json_text(&part->json, "only", topic->only == PX_NONE ? (struct px_slice){0} : part->comparison->articles[topic->only]->id);
}

static void write_indicator(struct part *part, size_t index)
{
    const struct px_indicator *indicator = &part->comparison->indicators.items[index];
    px_json_text(&part->json, "name", indicator->name);
    px_json_text(&part->json, "label", indicator->label);
    px_json_text(&part->json, "unit", indicator->unit);
    px_json_key(&part->json, "topic");
    if (indicator->topic == PX_NONE)
        px_json_null(&part->json);
    else
        px_json_integer(&part->json, indicator->topic);
    key_name(part, "voice", indicator->voice == PX_VOICE_ALL ? "all" : px_voice_name(indicator->voice));
    by_article_values(part, "values", indicator->values);
    px_json_key(&part->json, "difference");
    px_json_open(&part->json, '{');
    key_number(part, "value", indicator->difference);
    key_number(part, "low", indicator->low);
    key_number(part, "high", indicator->high);
    key_number(part, "p", indicator->p);
    key_number(part, "q", indicator->q);
    px_json_close(&part->json, '}');
    key_name(part, "verdict", px_verdict_name(indicator->verdict));
    by_article_evidence(part, indicator->evidence);
}

static void write_term(struct part *part, size_t index)
{
    const struct px_term *term = &part->comparison->terms.items[index];
    px_json_text(&part->json, "term", term->term);
    by_article_counts(part, "counts", term->counts);
    key_number(part, "log_odds_z", term->log_odds_z);
    key_number(part, "log_ratio", term->log_ratio);
    key_number(part, "low", term->low);
    key_number(part, "high", term->high);
    key_number(part, "g2", term->g2);
    key_number(part, "p", term->p);
    key_number(part, "q", term->q);
    by_article_numbers(part, "dispersion", term->dispersion);
    by_article_evidence(part, term->evidence);
}

static void write_variant(struct part *part, const struct px_variant *variant)
{
    px_json_open(&part->json, '{');
    px_json_text(&part->json, "form", variant->form);
    key_number(part, "connotation", variant->connotation);
    px_json_text(&part->json, "used_by", variant->used_by);
    by_article_counts(part, "counts", variant->counts);
    by_article_counts(part, "own", variant->own);
    by_article_evidence(part, variant->evidence);
    px_json_close(&part->json, '}');
}

static void write_referent(struct part *part, size_t index)
{
    const struct px_referent *referent = &part->comparison->referents.items[index];
    px_json_text(&part->json, "name", referent->name);
    key_name(part, "kind", referent->lexical ? "other" : px_entity_kind_name(referent->kind));
    by_article_spans(part, "mentions", referent->mentions);
    px_json_key(&part->json, "variants");
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < referent->variant_count; i++)
        write_variant(part, &referent->variants[i]);
    px_json_close(&part->json, ']');
    key_number(part, "p", referent->p);
    key_number(part, "q", referent->q);
    key_name(part, "verdict", px_verdict_name(referent->verdict));
}

/* Counts by tone or uptake: {"<id>":{"neutral":2,…}}, zeros left out. */
static void by_article_kinds(struct part *part, const char *key, const uint32_t *counts, size_t kinds,
                             const char *(*name)(uint8_t kind))
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '{');
        for (size_t j = 0; j < kinds; j++) {
            if (counts[i * kinds + j] > 0)
                key_integer(part, name((uint8_t)j), counts[i * kinds + j]);
        }
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, '}');
}

static void write_source(struct part *part, size_t index)
{
    const struct px_source *source = &part->comparison->sourcing.sources.items[index];
    px_json_text(&part->json, "name", source->name);
    px_json_text(&part->json, "role", source->role);
    key_name(part, "kind", px_speaker_kind_name(source->kind));
    key_name(part, "actor", px_actor_name(source->actor));
    px_json_key(&part->json, "anonymous");
    px_json_bool(&part->json, source->anonymous);
    by_article_counts(part, "statements", source->statements);
    by_article_counts(part, "words", source->words);
    by_article_counts(part, "direct_words", source->direct_words);
    by_article_numbers(part, "first", source->first);
    by_article_kinds(part, "tones", source->tones[0], 5, px_tone_name);
    by_article_kinds(part, "uptakes", source->uptakes[0], 4, px_uptake_name);
    by_article_evidence(part, source->evidence);
}

static void write_stance(struct part *part, size_t index)
{
    const struct px_stance_row *row = &part->comparison->stances.items[index];
    px_json_text(&part->json, "name", row->name);
    key_integer(part, "referent", row->referent);
    by_article_counts(part, "positive", row->positive);
    by_article_counts(part, "negative", row->negative);
    by_article_counts(part, "quoted_positive", row->quoted_positive);
    by_article_counts(part, "quoted_negative", row->quoted_negative);
    by_article_values(part, "score", row->score);
    key_name(part, "verdict", px_verdict_name(row->verdict));
    by_article_evidence(part, row->evidence);
}

static void write_finding(struct part *part, size_t index)
{
    const struct px_finding *finding = &part->comparison->findings.items[index];
    key_name(part, "type", px_finding_type_name(finding->type));
    px_json_text(&part->json, "section", finding->section);
    px_json_text(&part->json, "text", finding->text);
    key_name(part, "verdict", px_verdict_name(finding->verdict));
    by_article_evidence(part, finding->evidence);
}

static void write_only(struct part *part, size_t index)
{
    const struct px_only *only = &part->comparison->only.items[index];
    key_name(part, "kind", px_only_kind_name(only->kind));
    px_json_text(&part->json, "text", only->text);
    px_json_key(&part->json, "in");
    px_json_string(&part->json, part->comparison->articles[only->article]->id);
    px_json_key(&part->json, "evidence");
    write_sentences(part, &only->evidence);
}

static void write_shared(struct part *part, size_t index)
{
    const struct px_shared *shared = &part->comparison->shared.items[index];
    by_article_spans(part, "spans", shared->spans);
    key_integer(part, "words", shared->words);
}

static void each(struct part *part, const char *key, size_t count, void (*write)(struct part *part, size_t index))
{
    px_json_key(&part->json, key);
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < count; i++) {
        px_json_open(&part->json, '{');
        write(part, i);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_sourcing(struct part *part)
{
    const struct px_sourcing *sourcing = &part->comparison->sourcing;
    px_json_key(&part->json, "sourcing");
    px_json_open(&part->json, '{');
    each(part, "sources", sourcing->sources.count, write_source);
    px_json_key(&part->json, "balance");
    px_json_open(&part->json, '{');
    by_article_values(part, "diversity", sourcing->diversity);
    by_article_values(part, "anonymous_share", sourcing->anonymous_share);
    by_article_values(part, "state_share", sourcing->state_share);
    by_article_values(part, "unsourced_share", sourcing->unsourced_share);
    px_json_close(&part->json, '}');
    px_json_close(&part->json, '}');
}

static void write_comparison(struct part *part, const struct px_provenance *provenance)
{
    const struct px_comparison *comparison = part->comparison;
    px_json_open(&part->json, '{');
    key_name(part, "schema", "parallax.comparison/1");
    px_json_text(&part->json, "group", comparison->group);
    each(part, "articles", comparison->article_count, write_article);
    key_number(part, "similarity", comparison->similarity);
    each(part, "alignment", comparison->edges.count, write_edge);
    each(part, "topics", comparison->topics.count, write_topic);
    each(part, "indicators", comparison->indicators.count, write_indicator);
    each(part, "terms", comparison->terms.count, write_term);
    each(part, "referents", comparison->referents.count, write_referent);
    write_sourcing(part);
    each(part, "stance", comparison->stances.count, write_stance);
    each(part, "findings", comparison->findings.count, write_finding);
    each(part, "only", comparison->only.count, write_only);
    each(part, "shared_text", comparison->shared.count, write_shared);
    px_json_slices(&part->json, "warnings", comparison->warnings.items, comparison->warnings.count);
    px_json_provenance(&part->json, provenance);
    px_json_close(&part->json, '}');
}

void px_report_json_comparison(const struct px_comparison *comparison, const struct px_provenance *provenance,
                               struct px_buffer *out)
{
    struct px_arena scratch = {0};
    struct part part = {.json = {.out = out}, .comparison = comparison};
    part.offsets = px_arena_array(&scratch, struct px_offsets, comparison->article_count);
    bool ready = part.offsets != NULL;
    for (size_t i = 0; ready && i < comparison->article_count; i++)
        ready = px_offsets_init(&part.offsets[i], comparison->articles[i]->text, &scratch);
    if (ready)
        write_comparison(&part, provenance);
    else
        out->failed = true;
    px_arena_release(&scratch);
}
