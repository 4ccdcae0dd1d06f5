/* The comparison: {"schema":"parallax.comparison/1", …}. Objects by article are keyed by the article's id. */
#include "report/json_part.h"
#include "report/report.h"

static void write_article(void *of, size_t index)
{
    struct part *part = of;
    const struct px_article *article = part->comparison->articles[index];
    px_json_key(&part->json, "id");
    px_json_string(&part->json, article->id);
    px_json_metadata(&part->json, article);
    px_json_key_name(&part->json, "genre", px_genre_name(article->genre));
    px_json_text(&part->json, "author_note", article->author_note);
    px_json_counts(&part->json, article);
    px_json_key_open(&part->json, "sentences", '[');
    for (size_t i = 0; i < article->sentences.count; i++)
        px_json_span(&part->json, &part->offsets[index],
                     (struct px_span){article->sentences.items[i].start, article->sentences.items[i].end});
    px_json_close(&part->json, ']');
    px_json_furniture(&part->json, article);
    px_json_slices(&part->json, "warnings", article->warnings.items, article->warnings.count);
}

static void write_edge(void *of, size_t index)
{
    struct part *part = of;
    const struct px_edge *edge = &part->comparison->edges.items[index];
    open_articles(part, "spans");
    for (size_t i = 0; i < 2; i++) {
        const struct px_block *block = &part->comparison->articles[edge->article[i]]->blocks.items[edge->block[i]];
        key_article(part, edge->article[i]);
        px_json_span(&part->json, &part->offsets[edge->article[i]], (struct px_span){block->start, block->end});
    }
    px_json_close(&part->json, '}');
    px_json_key_number(&part->json, "score", edge->score);
    px_json_key_number(&part->json, "told", edge->told);
    px_json_key_bool(&part->json, "tells", edge->tells);
}

/* Where it stands, and in which articles. */
static void write_passages(struct part *part, const struct px_topic *topic)
{
    by_article_spans(part, "spans", topic->spans);
    by_article_counts(part, "words", topic->words);
    px_json_text(&part->json, "only",
                 topic->only == PX_NONE ? (struct px_slice){NULL, 0} : part->comparison->articles[topic->only]->id);
}

static void write_theme(void *of, size_t index)
{
    struct part *part = of;
    write_passages(part, &part->comparison->themes.items[index]);
}

static void by_article_lone(struct part *part, const struct px_topic *topic)
{
    open_articles(part, "lone");
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '[');
        for (size_t j = 0; j < topic->lone[i].count; j++)
            px_json_span(&part->json, &part->offsets[i], topic->lone[i].items[j].span);
        px_json_close(&part->json, ']');
    }
    px_json_close(&part->json, '}');
}

/* [{"<id>": sentence, …}, …]: of each row by which a topic of several articles is shown. */
static void write_alike(struct part *part, const struct px_topic *topic)
{
    px_json_key_open(&part->json, "alike", '[');
    for (size_t row = 0; topic->only == PX_NONE && row <= topic->further_count; row++) {
        px_json_open(&part->json, '{');
        for (size_t i = 0; i < part->comparison->article_count; i++) {
            uint32_t sentence = px_topic_sentence(topic, row, i);
            if (sentence == PX_NONE)
                continue;
            key_article(part, i);
            px_json_integer(&part->json, sentence);
        }
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_topic(void *of, size_t index)
{
    struct part *part = of;
    const struct px_topic *topic = &part->comparison->topics.items[index];
    px_json_slices(&part->json, "label", topic->label, topic->label_count);
    px_json_key_bool(&part->json, "quoted", topic->quoted);
    px_json_key_number(&part->json, "similarity", topic->similarity);
    px_json_key_number(&part->json, "likeness", topic->likeness);
    px_json_key_number(&part->json, "told", topic->told);
    px_json_key_bool(&part->json, "sure", px_topic_is_sure(topic));
    write_passages(part, topic);
    by_article_spans(part, "doubtful", topic->doubtful);
    write_alike(part, topic);
    by_article_lone(part, topic);
}

static void write_indicator(void *of, size_t index)
{
    struct part *part = of;
    const struct px_indicator *indicator = &part->comparison->indicators.items[index];
    px_json_text(&part->json, "name", indicator->name);
    px_json_text(&part->json, "label", indicator->label);
    px_json_text(&part->json, "unit", indicator->unit);
    px_json_key_id(&part->json, "topic", indicator->topic);
    px_json_key_name(&part->json, "voice", indicator->voice == PX_VOICE_ALL ? "all" : px_voice_name(indicator->voice));
    by_article_values(part, "values", indicator->values);
    px_json_key_open(&part->json, "difference", '{');
    px_json_key_number(&part->json, "value", indicator->difference);
    px_json_key_number(&part->json, "low", indicator->low);
    px_json_key_number(&part->json, "high", indicator->high);
    px_json_key_number(&part->json, "p", indicator->p);
    px_json_key_number(&part->json, "q", indicator->q);
    px_json_key_number(&part->json, "detectable", indicator->detectable);
    px_json_close(&part->json, '}');
    px_json_key_name(&part->json, "verdict", px_verdict_name(indicator->verdict));
    by_article_evidence(part, indicator->evidence);
}

static void write_term(void *of, size_t index)
{
    struct part *part = of;
    const struct px_term *term = &part->comparison->terms.items[index];
    px_json_text(&part->json, "term", term->term);
    px_json_text(&part->json, "forms", term->forms);
    by_article_counts(part, "counts", term->counts);
    px_json_key_number(&part->json, "log_odds_z", term->log_odds_z);
    px_json_key_number(&part->json, "log_ratio", term->log_ratio);
    px_json_key_number(&part->json, "low", term->low);
    px_json_key_number(&part->json, "high", term->high);
    px_json_key_number(&part->json, "g2", term->g2);
    px_json_key_number(&part->json, "p", term->p);
    px_json_key_number(&part->json, "q", term->q);
    by_article_numbers(part, "dispersion", term->dispersion);
    by_article_evidence(part, term->evidence);
}

static void write_variant(struct part *part, const struct px_variant *variant)
{
    px_json_open(&part->json, '{');
    px_json_text(&part->json, "form", variant->form);
    px_json_key_number(&part->json, "connotation", variant->connotation);
    px_json_text(&part->json, "used_by", variant->used_by);
    by_article_counts(part, "counts", variant->counts);
    by_article_counts(part, "own", variant->own);
    by_article_evidence(part, variant->evidence);
    px_json_close(&part->json, '}');
}

static void write_label(struct part *part, const struct px_referent_label *label)
{
    px_json_open(&part->json, '{');
    px_json_text(&part->json, "text", label->text);
    px_json_key_name(&part->json, "kind", px_epithet_kind_name(label->kind));
    px_json_key_bool(&part->json, "judges", label->judges);
    px_json_key_number(&part->json, "valence", label->valence);
    by_article_counts(part, "counts", label->counts);
    by_article_counts(part, "own", label->own);
    by_article_evidence(part, label->evidence);
    px_json_close(&part->json, '}');
}

static void write_referent(void *of, size_t index)
{
    struct part *part = of;
    const struct px_referent *referent = &part->comparison->referents.items[index];
    px_json_text(&part->json, "name", referent->name);
    px_json_key_name(&part->json, "kind", referent->lexical ? "other" : px_entity_kind_name(referent->kind));
    px_json_key_name(&part->json, "link", px_link_kind_name(referent->link));
    px_json_key_number(&part->json, "confidence", referent->confidence);
    by_article_spans(part, "mentions", referent->mentions);
    px_json_key_open(&part->json, "variants", '[');
    for (size_t i = 0; i < referent->variant_count; i++)
        write_variant(part, &referent->variants[i]);
    px_json_close(&part->json, ']');
    px_json_key_open(&part->json, "labels", '[');
    for (size_t i = 0; i < referent->label_count; i++)
        write_label(part, &referent->labels[i]);
    px_json_close(&part->json, ']');
    px_json_key_number(&part->json, "p", referent->p);
    px_json_key_number(&part->json, "q", referent->q);
    px_json_key_name(&part->json, "verdict", px_verdict_name(referent->verdict));
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
                px_json_key_integer(&part->json, name((uint8_t)j), counts[i * kinds + j]);
        }
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, '}');
}

static void write_source(void *of, size_t index)
{
    struct part *part = of;
    const struct px_source *source = &part->comparison->sourcing.sources.items[index];
    px_json_text(&part->json, "name", source->name);
    px_json_text(&part->json, "role", source->role);
    px_json_key_name(&part->json, "kind", px_speaker_kind_name(source->kind));
    px_json_key_name(&part->json, "actor", px_actor_name(source->actor));
    px_json_key_bool(&part->json, "anonymous", source->anonymous);
    px_json_key_bool(&part->json, "described", source->described);
    open_articles(part, "absent");
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_bool(&part->json, source->absent[i]);
    }
    px_json_close(&part->json, '}');
    by_article_counts(part, "less_sure", source->traces);
    by_article_counts(part, "statements", source->statements);
    by_article_counts(part, "words", source->words);
    by_article_counts(part, "rank", source->rank);
    by_article_counts(part, "direct_words", source->direct_words);
    by_article_numbers(part, "first", source->first);
    by_article_kinds(part, "tones", source->tones[0], 5, px_tone_name);
    by_article_kinds(part, "uptakes", source->uptakes[0], 4, px_uptake_name);
    by_article_evidence(part, source->evidence);
}

/* "evaluations":{"<id>":[{"sentence","start","end","contribution","voice","speaker"}]} */
static void by_article_words(struct part *part, const struct px_stance_words *words)
{
    open_articles(part, "evaluations");
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        const struct px_article *article = part->comparison->articles[i];
        key_article(part, i);
        px_json_open(&part->json, '[');
        for (size_t j = 0; j < words[i].count; j++) {
            const struct px_stance_evidence *it = &words[i].items[j];
            px_json_open(&part->json, '{');
            px_json_key_integer(&part->json, "sentence", it->sentence);
            px_json_range(&part->json, &part->offsets[i], it->start, it->end);
            px_json_key_number(&part->json, "contribution", it->contribution);
            px_json_key_name(&part->json, "voice", it->judge == PX_NONE ? "own" : "quoted");
            px_json_text(&part->json, "speaker", px_article_speaker(article, it->judge));
            px_json_close(&part->json, '}');
        }
        px_json_close(&part->json, ']');
    }
    px_json_close(&part->json, '}');
}

static void write_stance(void *of, size_t index)
{
    struct part *part = of;
    const struct px_stance_row *row = &part->comparison->stances.items[index];
    px_json_text(&part->json, "name", row->name);
    px_json_key_id(&part->json, "referent", row->referent);
    px_json_key_bool(&part->json, "asked", row->asked);
    by_article_counts(part, "named", row->named);
    by_article_counts(part, "own", row->own);
    by_article_counts(part, "positive", row->positive);
    by_article_counts(part, "negative", row->negative);
    by_article_counts(part, "quoted_positive", row->quoted_positive);
    by_article_counts(part, "quoted_negative", row->quoted_negative);
    by_article_values(part, "score", row->score);
    by_article_words(part, row->words);
    px_json_key_name(&part->json, "verdict", px_verdict_name(row->verdict));
    by_article_evidence(part, row->evidence);
}

static void by_article_deeds(struct part *part, const char *key, const struct px_deeds *deeds)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_integer(&part->json, (long long)deeds[i].count);
    }
    px_json_close(&part->json, '}');
}

static void write_agency(void *of, size_t index)
{
    struct part *part = of;
    const struct px_agency_row *row = &part->comparison->agency.items[index];
    px_json_text(&part->json, "name", row->name);
    px_json_key_integer(&part->json, "referent", row->referent);
    by_article_deeds(part, "acts", row->acts);
    by_article_deeds(part, "acted_on", row->acted_on);
    by_article_evidence(part, row->evidence);
}

static void key_of_article(struct part *part, size_t article)
{
    px_json_key(&part->json, "article");
    px_json_string(&part->json, part->comparison->articles[article]->id);
}

/* The words of an article, as text; null for none. */
static void key_words(struct part *part, const char *key, size_t article, struct px_span words)
{
    px_json_text(&part->json, key, px_slice_span(part->comparison->articles[article]->text, words));
}

static void write_evaluations(void *of, size_t index)
{
    struct part *part = of;
    const struct px_evaluations *row = &part->comparison->evaluations.items[index];
    key_of_article(part, row->article);
    px_json_text(&part->json, "speaker", row->speaker);
    px_json_text(&part->json, "target", row->target);
    px_json_key_integer(&part->json, "referent", row->referent);
    px_json_key_integer(&part->json, "positive", row->positive);
    px_json_key_integer(&part->json, "negative", row->negative);
    px_json_key_integer(&part->json, "clear", row->clear);
    px_json_key(&part->json, "evidence");
    write_sentences(part, &row->evidence);
}

static void write_motive(void *of, size_t index)
{
    struct part *part = of;
    const struct px_motive_row *row = &part->comparison->motives.items[index];
    const struct px_motive *motive = &part->comparison->articles[row->article]->motives.items[row->motive];
    key_of_article(part, row->article);
    px_json_text(&part->json, "actor", row->actor);
    px_json_key_id(&part->json, "referent", row->referent);
    px_json_key_name(&part->json, "aim", px_aim_name(motive->aim));
    key_words(part, "cue", row->article, motive->cue);
    key_words(part, "purpose", row->article, motive->purpose);
    px_json_key_bool(&part->json, "bare", motive->bare);
    px_json_key_bool(&part->json, "negated", motive->negated);
    px_json_text(&part->json, "speaker", row->speaker);
    px_json_key_bool(&part->json, "self", row->self);
    px_json_key_integer(&part->json, "sentence", motive->sentence);
}

static void write_blame(void *of, size_t index)
{
    struct part *part = of;
    const struct px_blame_row *row = &part->comparison->blame.items[index];
    const struct px_blame *blame = &part->comparison->articles[row->article]->blames.items[row->blame];
    key_of_article(part, row->article);
    px_json_key_name(&part->json, "kind", blame->credit ? "credit" : "blame");
    px_json_text(&part->json, "target", row->target);
    px_json_key_id(&part->json, "referent", row->referent);
    px_json_text(&part->json, "by", row->by);
    key_words(part, "cue", row->article, blame->cue);
    key_words(part, "reason", row->article, blame->reason);
    px_json_text(&part->json, "claim", blame->claim);
    px_json_key_bool(&part->json, "joined", blame->joined);
    px_json_key_bool(&part->json, "negated", blame->negated);
    px_json_key_integer(&part->json, "sentence", blame->sentence);
}

static void write_counter(struct part *part, const struct px_counter *counter)
{
    px_json_open(&part->json, '{');
    key_of_article(part, counter->article);
    px_json_key_name(&part->json, "how", px_against_name(counter->against));
    px_json_text(&part->json, "speaker", counter->speaker);
    px_json_key_integer(&part->json, "sentence", counter->sentence);
    px_json_close(&part->json, '}');
}

static void write_given(void *of, size_t index)
{
    struct part *part = of;
    const struct px_given_row *row = &part->comparison->givens.items[index];
    const struct px_article *article = part->comparison->articles[row->article];
    const struct px_given *given = &article->givens.items[row->given];
    key_of_article(part, row->article);
    px_json_key_name(&part->json, "kind", px_given_kind_name(given->kind));
    key_words(part, "trigger", row->article, given->trigger);
    key_words(part, "text", row->article, given->words);
    px_json_text(&part->json, "claim", article->acts.items[given->act].claim);
    px_json_text(&part->json, "about", row->about);
    px_json_key_id(&part->json, "referent", row->referent);
    px_json_text(&part->json, "speaker", row->speaker);
    px_json_key_integer(&part->json, "sentence", given->sentence);
    px_json_key_open(&part->json, "against", '[');
    for (size_t i = 0; i < row->counters.count; i++)
        write_counter(part, &row->counters.items[i]);
    px_json_close(&part->json, ']');
}

static void write_sourcing(struct part *part)
{
    const struct px_sourcing *sourcing = &part->comparison->sourcing;
    px_json_key_open(&part->json, "sourcing", '{');
    px_json_key_list(&part->json, "sources", sourcing->sources.count, write_source, part);
    px_json_key_open(&part->json, "unclear", '{');
    by_article_counts(part, "statements", sourcing->unclear.statements);
    by_article_counts(part, "words", sourcing->unclear.words);
    by_article_evidence(part, sourcing->unclear.evidence);
    px_json_close(&part->json, '}');
    px_json_key_open(&part->json, "balance", '{');
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
    px_json_key_name(&part->json, "schema", "parallax.comparison/1");
    px_json_text(&part->json, "group", comparison->group);
    px_json_key_list(&part->json, "articles", comparison->article_count, write_article, part);
    px_json_key_number(&part->json, "similarity", comparison->similarity);
    px_json_key_list(&part->json, "alignment", comparison->edges.count, write_edge, part);
    px_json_key_list(&part->json, "topics", comparison->topics.count, write_topic, part);
    px_json_key_list(&part->json, "themes", comparison->themes.count, write_theme, part);
    px_json_key_list(&part->json, "indicators", comparison->indicators.count, write_indicator, part);
    px_json_key_list(&part->json, "terms", comparison->terms.count, write_term, part);
    px_json_key_list(&part->json, "referents", comparison->referents.count, write_referent, part);
    write_sourcing(part);
    px_json_key_list(&part->json, "stance", comparison->stances.count, write_stance, part);
    px_json_key_list(&part->json, "evaluations", comparison->evaluations.count, write_evaluations, part);
    px_json_key_list(&part->json, "agency", comparison->agency.count, write_agency, part);
    px_json_key_list(&part->json, "motives", comparison->motives.count, write_motive, part);
    px_json_key_list(&part->json, "blame", comparison->blame.count, write_blame, part);
    px_json_key_list(&part->json, "presuppositions", comparison->givens.count, write_given, part);
    px_json_headlines(&part->json, comparison);
    px_json_told(part);
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
