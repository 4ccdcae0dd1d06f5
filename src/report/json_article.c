/* One article with everything found in it: {"schema":"parallax.article/1", …}. */
#include "report/json_common.h"
#include "report/report.h"

/* The article, its offsets and the writer: what every part needs. */
struct part {
    struct px_json json;
    struct px_offsets offsets;
    const struct px_article *article;
};

/* "key":[ for each item … ] */
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

static void key_integer(struct part *part, const char *key, long long value)
{
    px_json_key(&part->json, key);
    px_json_integer(&part->json, value);
}

static void key_number(struct part *part, const char *key, double value)
{
    px_json_key(&part->json, key);
    px_json_number(&part->json, value);
}

static void key_bool(struct part *part, const char *key, bool value)
{
    px_json_key(&part->json, key);
    px_json_bool(&part->json, value);
}

static void key_name(struct part *part, const char *key, const char *value)
{
    px_json_key(&part->json, key);
    px_json_name(&part->json, value);
}

/* An id that may be PX_NONE: null then. */
static void key_id(struct part *part, const char *key, uint32_t id)
{
    px_json_key(&part->json, key);
    if (id == PX_NONE)
        px_json_null(&part->json);
    else
        px_json_integer(&part->json, id);
}

static void write_block(struct part *part, size_t index)
{
    const struct px_block *block = &part->article->blocks.items[index];
    key_name(part, "role", px_role_name(block->role));
    px_json_range(&part->json, &part->offsets, block->start, block->end);
}

static void write_sentence(struct part *part, size_t index)
{
    const struct px_sentence *sentence = &part->article->sentences.items[index];
    px_json_range(&part->json, &part->offsets, sentence->start, sentence->end);
    key_integer(part, "block", sentence->block);
    key_id(part, "section", sentence->section);
    key_number(part, "loaded_score", sentence->loaded_score);
    key_bool(part, "loaded", sentence->loaded);
}

static void write_section(struct part *part, size_t index)
{
    const struct px_section *section = &part->article->sections.items[index];
    px_json_range(&part->json, &part->offsets, section->start, section->end);
    px_json_text(&part->json, "heading", section->heading);
    px_json_slices(&part->json, "label", section->label, section->label_count);
}

static void write_mention(struct part *part, const struct px_mention *mention)
{
    px_json_open(&part->json, '{');
    px_json_range(&part->json, &part->offsets, mention->start, mention->end);
    key_name(part, "form", px_mention_form_name(mention->form));
    px_json_close(&part->json, '}');
}

/* Mentions by entity: `order` holds mention indices grouped by entity, `first[e]` where entity e's begin. */
static void write_entities(struct part *part, const uint32_t *order, const uint32_t *first)
{
    const struct px_article *article = part->article;
    px_json_key(&part->json, "entities");
    px_json_open(&part->json, '[');
    for (uint32_t i = 0; i < article->entities.count; i++) {
        const struct px_entity *entity = &article->entities.items[i];
        px_json_open(&part->json, '{');
        key_integer(part, "id", i);
        px_json_text(&part->json, "name", entity->name);
        key_name(part, "kind", px_entity_kind_name(entity->kind));
        px_json_key(&part->json, "mentions");
        px_json_open(&part->json, '[');
        for (uint32_t j = first[i]; j < first[i + 1]; j++)
            write_mention(part, &article->mentions.items[order[j]]);
        px_json_close(&part->json, ']');
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

/* Counting sort of the mentions by entity, so that the whole is linear. */
static void entities(struct part *part)
{
    const struct px_article *article = part->article;
    struct px_arena scratch = {0};
    uint32_t *first = px_arena_array(&scratch, uint32_t, article->entities.count + 2);
    uint32_t *order = px_arena_array(&scratch, uint32_t, article->mentions.count + 1);
    if (first == NULL || order == NULL) {
        part->json.out->failed = true;
        px_arena_release(&scratch);
        return;
    }
    for (size_t i = 0; i < article->mentions.count; i++)
        first[article->mentions.items[i].entity + 2]++;
    for (size_t i = 2; i < article->entities.count + 2; i++)
        first[i] += first[i - 1];
    for (uint32_t i = 0; i < article->mentions.count; i++)
        order[first[article->mentions.items[i].entity + 1]++] = i;
    write_entities(part, order, first);
    px_arena_release(&scratch);
}

static void write_speaker(struct part *part, const struct px_attribution *attribution)
{
    px_json_key(&part->json, "speaker");
    px_json_open(&part->json, '{');
    px_json_spans(&part->json, "spans", &part->offsets, &attribution->speaker);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->speaker);
    key_id(part, "entity", attribution->entity);
    if (attribution->speaker.count == 0) {
        px_json_key(&part->json, "kind");
        px_json_null(&part->json);
        px_json_key(&part->json, "actor");
        px_json_null(&part->json);
    } else {
        key_name(part, "kind", px_speaker_kind_name(attribution->speaker_kind));
        key_name(part, "actor", px_actor_name(attribution->actor));
    }
    key_bool(part, "anonymous", attribution->anonymous);
    px_json_close(&part->json, '}');
}

static void write_cue(struct part *part, const struct px_attribution *attribution)
{
    px_json_key(&part->json, "cue");
    px_json_open(&part->json, '{');
    px_json_spans(&part->json, "spans", &part->offsets, &attribution->cue);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->cue);
    px_json_text(&part->json, "lemma", attribution->cue_lemma);
    key_name(part, "tone", px_tone_name(attribution->tone));
    px_json_close(&part->json, '}');
}

static void write_attribution(struct part *part, size_t index)
{
    const struct px_attribution *attribution = &part->article->attributions.items[index];
    key_integer(part, "id", (long long)index);
    key_name(part, "type", px_attribution_type_name(attribution->type));
    write_speaker(part, attribution);
    write_cue(part, attribution);
    px_json_key(&part->json, "content");
    px_json_open(&part->json, '{');
    px_json_spans(&part->json, "spans", &part->offsets, &attribution->content);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->content);
    px_json_close(&part->json, '}');
    key_name(part, "uptake", px_uptake_name(attribution->uptake));
    key_bool(part, "denied", attribution->denied);
    key_number(part, "confidence", attribution->confidence);
    key_name(part, "tier", attribution->high_tier ? "high" : "low");
}

static void write_match(struct part *part, size_t index)
{
    const struct px_match *match = &part->article->matches.items[index];
    px_json_text(&part->json, "lexicon", match->lexicon);
    px_json_text(&part->json, "category", match->category);
    px_json_text(&part->json, "entry", match->entry);
    px_json_range(&part->json, &part->offsets, match->start, match->end);
    key_number(part, "weight", match->weight);
    key_name(part, "voice", px_voice_name(match->voice));
    key_bool(part, "distanced", match->distanced);
    key_id(part, "attribution", match->attribution);
    key_bool(part, "negated", match->negated);
    key_integer(part, "sentence", match->sentence);
    key_id(part, "target", match->target);
    key_name(part, "by", match->by_model ? "model" : "lexicon");
    key_number(part, "probability", match->probability);
    key_bool(part, "marked", match->marked);
}

static void write_evidence(struct part *part, const struct px_stance_evidence *evidence, size_t count)
{
    px_json_key(&part->json, "evidence");
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < count; i++) {
        px_json_open(&part->json, '{');
        key_integer(part, "sentence", evidence[i].sentence);
        px_json_range(&part->json, &part->offsets, evidence[i].start, evidence[i].end);
        key_number(part, "contribution", evidence[i].contribution);
        key_id(part, "attribution", evidence[i].attribution);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_stance(struct part *part, size_t index)
{
    const struct px_stance *stance = &part->article->stances.items[index];
    key_integer(part, "entity", stance->entity);
    key_number(part, "score", stance->score);
    key_number(part, "low", stance->low);
    key_number(part, "high", stance->high);
    key_name(part, "label", px_label_name(stance->label));
    write_evidence(part, stance->evidence, stance->evidence_count);
}

static void write_target(struct part *part, size_t index)
{
    const struct px_target *target = &part->article->targets.items[index];
    if (target->name.size > 0)
        px_json_text(&part->json, "name", target->name);
    else
        px_json_range(&part->json, &part->offsets, target->span.start, target->span.end);
    key_number(part, "score", target->score);
    key_name(part, "label", px_label_name(target->label));
    write_evidence(part, target->evidence, target->evidence_count);
}

static void write_extras(struct part *part)
{
    for (size_t i = 0; i < part->article->extras.count; i++) {
        px_json_key_slice(&part->json, part->article->extras.items[i].key);
        px_json_raw(&part->json, part->article->extras.items[i].json);
    }
}

static void write_head(struct part *part)
{
    const struct px_article *article = part->article;
    key_name(part, "schema", "parallax.article/1");
    px_json_key(&part->json, "id");
    px_json_string(&part->json, article->id);
    px_json_text(&part->json, "path", article->path);
    px_json_metadata(&part->json, article);
    key_name(part, "genre", px_genre_name(article->genre));
    px_json_text(&part->json, "author_note", article->author_note);
    if (article->event.size > 0)
        px_json_text(&part->json, "event", article->event);
    px_json_key(&part->json, "text");
    px_json_string(&part->json, article->text);
    px_json_counts(&part->json, article);
}

void px_report_json_article(const struct px_article *article, const struct px_provenance *provenance,
                            struct px_buffer *out)
{
    struct px_arena scratch = {0};
    struct part part = {.json = {.out = out}, .article = article};
    if (!px_offsets_init(&part.offsets, article->text, &scratch)) {
        out->failed = true;
        return;
    }
    px_json_open(&part.json, '{');
    write_head(&part);
    each(&part, "blocks", article->blocks.count, write_block);
    each(&part, "sentences", article->sentences.count, write_sentence);
    each(&part, "sections", article->sections.count, write_section);
    entities(&part);
    each(&part, "attributions", article->attributions.count, write_attribution);
    each(&part, "matches", article->matches.count, write_match);
    each(&part, "stance", article->stances.count, write_stance);
    each(&part, "targets", article->targets.count, write_target);
    px_json_furniture(&part.json, article);
    px_json_slices(&part.json, "warnings", article->warnings.items, article->warnings.count);
    px_json_provenance(&part.json, provenance);
    write_extras(&part);
    px_json_close(&part.json, '}');
    px_arena_release(&scratch);
}
