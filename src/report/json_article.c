/* One article with everything found in it: {"schema":"parallax.article/1", …}. */
#include "report/json_common.h"
#include "report/report.h"

/* The article, its offsets and the writer: what every part needs. */
struct part {
    struct px_json json;
    struct px_offsets offsets;
    const struct px_article *article;
};

static void write_block(void *of, size_t index)
{
    struct part *part = of;
    const struct px_block *block = &part->article->blocks.items[index];
    px_json_key_name(&part->json, "role", px_role_name(block->role));
    px_json_range(&part->json, &part->offsets, block->start, block->end);
}

static void write_sentence(void *of, size_t index)
{
    struct part *part = of;
    const struct px_sentence *sentence = &part->article->sentences.items[index];
    px_json_range(&part->json, &part->offsets, sentence->start, sentence->end);
    px_json_key_integer(&part->json, "block", sentence->block);
    px_json_key_id(&part->json, "section", sentence->section);
    px_json_key_number(&part->json, "loaded_score", sentence->loaded_score);
    px_json_key_bool(&part->json, "loaded", sentence->loaded);
}

static void write_section(void *of, size_t index)
{
    struct part *part = of;
    const struct px_section *section = &part->article->sections.items[index];
    px_json_range(&part->json, &part->offsets, section->start, section->end);
    px_json_text(&part->json, "heading", section->heading);
    px_json_slices(&part->json, "label", section->label, section->label_count);
}

static void write_mention(struct part *part, const struct px_mention *mention)
{
    px_json_open(&part->json, '{');
    px_json_range(&part->json, &part->offsets, mention->start, mention->end);
    px_json_key_name(&part->json, "form", px_mention_form_name(mention->form));
    px_json_close(&part->json, '}');
}

/* Mentions by entity: `order` holds mention indices grouped by entity, `first[e]` where entity e's begin. */
static void write_entities(struct part *part, const uint32_t *order, const uint32_t *first)
{
    const struct px_article *article = part->article;
    px_json_key_open(&part->json, "entities", '[');
    for (uint32_t i = 0; i < article->entities.count; i++) {
        const struct px_entity *entity = &article->entities.items[i];
        px_json_open(&part->json, '{');
        px_json_key_integer(&part->json, "id", i);
        px_json_text(&part->json, "name", entity->name);
        px_json_key_name(&part->json, "kind", px_entity_kind_name(entity->kind));
        px_json_text(&part->json, "role", entity->role);
        px_json_key_open(&part->json, "mentions", '[');
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
    px_json_key_open(&part->json, "speaker", '{');
    px_json_spans(&part->json, &part->offsets, &attribution->speaker);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->speaker);
    px_json_key_id(&part->json, "entity", attribution->entity);
    if (attribution->speaker.count == 0) {
        px_json_key(&part->json, "kind");
        px_json_null(&part->json);
        px_json_key(&part->json, "actor");
        px_json_null(&part->json);
    } else {
        px_json_key_name(&part->json, "kind", px_speaker_kind_name(attribution->speaker_kind));
        px_json_key_name(&part->json, "actor", px_actor_name(attribution->actor));
    }
    px_json_key_bool(&part->json, "anonymous", attribution->anonymous);
    px_json_key_open(&part->json, "also", '[');
    for (uint32_t i = 0; i < attribution->also_count; i++)
        px_json_integer(&part->json, attribution->also[i]);
    px_json_close(&part->json, ']');
    px_json_close(&part->json, '}');
}

static void write_cue(struct part *part, const struct px_attribution *attribution)
{
    px_json_key_open(&part->json, "cue", '{');
    px_json_spans(&part->json, &part->offsets, &attribution->cue);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->cue);
    px_json_text(&part->json, "lemma", attribution->cue_lemma);
    px_json_key_name(&part->json, "tone", px_tone_name(attribution->tone));
    px_json_close(&part->json, '}');
}

static void write_uptake_words(struct part *part, struct px_span words)
{
    px_json_key(&part->json, "uptake_words");
    if (words.end == words.start) {
        px_json_null(&part->json);
        return;
    }
    px_json_open(&part->json, '{');
    px_json_range(&part->json, &part->offsets, words.start, words.end);
    px_json_close(&part->json, '}');
}

static void write_attribution(void *of, size_t index)
{
    struct part *part = of;
    const struct px_attribution *attribution = &part->article->attributions.items[index];
    px_json_key_integer(&part->json, "id", (long long)index);
    px_json_key_name(&part->json, "type", px_attribution_type_name(attribution->type));
    write_speaker(part, attribution);
    write_cue(part, attribution);
    px_json_key_open(&part->json, "content", '{');
    px_json_spans(&part->json, &part->offsets, &attribution->content);
    px_json_spans_text(&part->json, "text", part->article->text, &attribution->content);
    px_json_close(&part->json, '}');
    px_json_key_name(&part->json, "uptake", px_uptake_name(attribution->uptake));
    write_uptake_words(part, attribution->uptake_words);
    px_json_key_bool(&part->json, "denied", attribution->denied);
    px_json_key_id(&part->json, "replies_to", attribution->replies_to);
    px_json_key_number(&part->json, "confidence", attribution->confidence);
    px_json_key_name(&part->json, "tier", attribution->high_tier ? "high" : "low");
    px_json_key_bool(&part->json, "speech", attribution->speech);
}

static void write_match(void *of, size_t index)
{
    struct part *part = of;
    const struct px_match *match = &part->article->matches.items[index];
    px_json_text(&part->json, "lexicon", match->lexicon);
    px_json_text(&part->json, "category", match->category);
    px_json_text(&part->json, "entry", match->entry);
    px_json_range(&part->json, &part->offsets, match->start, match->end);
    px_json_key_number(&part->json, "weight", match->weight);
    px_json_key_name(&part->json, "voice", px_voice_name(match->voice));
    px_json_key_bool(&part->json, "distanced", match->distanced);
    px_json_key_id(&part->json, "attribution", match->attribution);
    px_json_key_bool(&part->json, "negated", match->negated);
    px_json_key_integer(&part->json, "sentence", match->sentence);
    px_json_key_id(&part->json, "target", match->target);
    px_json_key_name(&part->json, "by", match->by_model ? "model" : "lexicon");
    px_json_key_number(&part->json, "probability", match->probability);
    px_json_key_bool(&part->json, "marked", match->marked);
    px_json_key_name(&part->json, "dismissed", px_dismissal_name(match->dismissed));
}

static void write_act(void *of, size_t index)
{
    struct part *part = of;
    const struct px_act *act = &part->article->acts.items[index];
    px_json_key_name(&part->json, "kind", px_act_kind_name(act->kind));
    px_json_range(&part->json, &part->offsets, act->start, act->end);
    px_json_text(&part->json, "lemma", act->lemma);
    px_json_text(&part->json, "claim", act->claim);
    px_json_key_id(&part->json, "agent", act->agent);
    px_json_key_id(&part->json, "patient", act->patient);
    px_json_key_bool(&part->json, "agent_given", act->agent_given);
    px_json_key_bool(&part->json, "put_forward", act->put_forward);
    px_json_key_bool(&part->json, "negated", act->negated);
    px_json_key_integer(&part->json, "sentence", act->sentence);
    px_json_key_name(&part->json, "voice", px_voice_name(act->voice));
    px_json_key_id(&part->json, "attribution", act->attribution);
}

/* "key":[start,end], or null for words that are not there. */
static void key_words(struct part *part, const char *key, struct px_span words)
{
    px_json_key(&part->json, key);
    if (words.end > words.start)
        px_json_span(&part->json, &part->offsets, words);
    else
        px_json_null(&part->json);
}

/* "key":{"entity":3,"words":[start,end]}, or null for somebody who is not told. */
static void write_party(struct part *part, const char *key, const struct px_party *party)
{
    px_json_key(&part->json, key);
    if (!px_party_is_told(party)) {
        px_json_null(&part->json);
        return;
    }
    px_json_open(&part->json, '{');
    px_json_key_id(&part->json, "entity", party->entity);
    key_words(part, "words", party->words);
    px_json_close(&part->json, '}');
}

/* Where it stands and who says it. */
static void write_place(struct part *part, uint32_t sentence, uint8_t voice, uint32_t attribution)
{
    px_json_key_integer(&part->json, "sentence", sentence);
    px_json_key_name(&part->json, "voice", px_voice_name(voice));
    px_json_key_id(&part->json, "attribution", attribution);
}

static void write_motive(void *of, size_t index)
{
    struct part *part = of;
    const struct px_motive *motive = &part->article->motives.items[index];
    px_json_key_name(&part->json, "aim", px_aim_name(motive->aim));
    key_words(part, "cue", motive->cue);
    key_words(part, "purpose", motive->purpose);
    write_party(part, "actor", &motive->actor);
    px_json_key_bool(&part->json, "bare", motive->bare);
    px_json_key_bool(&part->json, "negated", motive->negated);
    write_place(part, motive->sentence, motive->voice, motive->attribution);
}

static void write_blame(void *of, size_t index)
{
    struct part *part = of;
    const struct px_blame *blame = &part->article->blames.items[index];
    px_json_key_name(&part->json, "kind", blame->credit ? "credit" : "blame");
    key_words(part, "cue", blame->cue);
    key_words(part, "reason", blame->reason);
    px_json_text(&part->json, "claim", blame->claim);
    write_party(part, "target", &blame->target);
    write_party(part, "by", &blame->by);
    px_json_key_bool(&part->json, "others", blame->others);
    px_json_key_bool(&part->json, "joined", blame->joined);
    px_json_key_bool(&part->json, "negated", blame->negated);
    write_place(part, blame->sentence, blame->voice, blame->attribution);
}

static void write_given(void *of, size_t index)
{
    struct part *part = of;
    const struct px_given *given = &part->article->givens.items[index];
    px_json_key_name(&part->json, "kind", px_given_kind_name(given->kind));
    key_words(part, "trigger", given->trigger);
    key_words(part, "words", given->words);
    px_json_key_integer(&part->json, "act", given->act);
    write_place(part, given->sentence, given->voice, given->attribution);
}

static void write_evidence(struct part *part, const struct px_stance_evidence *evidence, size_t count)
{
    px_json_key_open(&part->json, "evidence", '[');
    for (size_t i = 0; i < count; i++) {
        px_json_open(&part->json, '{');
        px_json_key_integer(&part->json, "sentence", evidence[i].sentence);
        px_json_range(&part->json, &part->offsets, evidence[i].start, evidence[i].end);
        px_json_key_number(&part->json, "contribution", evidence[i].contribution);
        px_json_key_id(&part->json, "attribution", evidence[i].attribution);
        px_json_key_bool(&part->json, "tied", evidence[i].tied);
        px_json_key_id(&part->json, "judge", evidence[i].tied ? evidence[i].judge : PX_NONE);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_score(struct part *part, const struct px_stance_score *score)
{
    px_json_key_number(&part->json, "score", score->score);
    px_json_key_number(&part->json, "low", score->low);
    px_json_key_number(&part->json, "high", score->high);
    px_json_key_name(&part->json, "label", px_label_name(score->label));
}

static void write_stance_parts(struct part *part, const struct px_stance *stance)
{
    px_json_key_open(&part->json, "sections", '[');
    for (size_t i = 0; i < stance->section_count; i++) {
        px_json_open(&part->json, '{');
        px_json_key_integer(&part->json, "section", stance->sections[i].section);
        write_score(part, &stance->sections[i].own);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
    px_json_key_open(&part->json, "mentions", '[');
    for (size_t i = 0; i < stance->mention_count; i++) {
        const struct px_stance_mention *it = &stance->mentions[i];
        const struct px_mention *mention = &part->article->mentions.items[it->mention];
        px_json_open(&part->json, '{');
        px_json_range(&part->json, &part->offsets, mention->start, mention->end);
        px_json_key_number(&part->json, "score", it->score);
        px_json_key_name(&part->json, "label", px_label_name(it->label));
        px_json_key_bool(&part->json, "clear", it->clear);
        px_json_key_id(&part->json, "attribution", it->attribution);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_stance(void *of, size_t index)
{
    struct part *part = of;
    const struct px_stance *stance = &part->article->stances.items[index];
    px_json_key_integer(&part->json, "entity", stance->entity);
    write_score(part, &stance->own);
    write_stance_parts(part, stance);
    write_evidence(part, stance->evidence, stance->evidence_count);
}

static void write_target(void *of, size_t index)
{
    struct part *part = of;
    const struct px_target *target = &part->article->targets.items[index];
    if (target->name.size > 0)
        px_json_text(&part->json, "name", target->name);
    else
        px_json_range(&part->json, &part->offsets, target->span.start, target->span.end);
    px_json_key_id(&part->json, "entity", target->entity);
    px_json_key_number(&part->json, "score", target->score);
    px_json_key_name(&part->json, "label", px_label_name(target->label));
    write_evidence(part, target->evidence, target->evidence_count);
}

/* Whether a key is one of the record's own, which what the corpus holds under it cannot replace. */
static bool own_key(struct px_slice key)
{
    static const char *const keys[] = {
        "schema",     "id",       "path",     "title",     "outlet",   "byline",      "published",    "url",
        "language",   "genre",    "event",    "text",      "counts",   "author_note", "blocks",       "sentences",
        "stance",     "sections", "entities", "furniture", "warnings", "matches",     "attributions", "targets",
        "provenance", "modified", "section",  "tags",      "acts",     "motives",     "blame",        "presuppositions",
    };
    return px_slice_among(key, keys, sizeof keys / sizeof *keys) >= 0;
}

static void write_extras(struct part *part)
{
    for (size_t i = 0; i < part->article->extras.count; i++) {
        if (own_key(part->article->extras.items[i].key))
            continue;
        px_json_key_slice(&part->json, part->article->extras.items[i].key);
        px_json_raw(&part->json, part->article->extras.items[i].json);
    }
}

static void write_head(struct part *part)
{
    const struct px_article *article = part->article;
    px_json_key_name(&part->json, "schema", "parallax.article/1");
    px_json_key(&part->json, "id");
    px_json_string(&part->json, article->id);
    px_json_text(&part->json, "path", article->path);
    px_json_metadata(&part->json, article);
    px_json_more_metadata(&part->json, article);
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
        px_arena_release(&scratch);
        return;
    }
    px_json_open(&part.json, '{');
    write_head(&part);
    px_json_key_list(&part.json, "blocks", article->blocks.count, write_block, &part);
    px_json_key_list(&part.json, "sentences", article->sentences.count, write_sentence, &part);
    px_json_key_list(&part.json, "sections", article->sections.count, write_section, &part);
    entities(&part);
    px_json_key_list(&part.json, "attributions", article->attributions.count, write_attribution, &part);
    px_json_key_list(&part.json, "matches", article->matches.count, write_match, &part);
    px_json_key_list(&part.json, "acts", article->acts.count, write_act, &part);
    px_json_key_list(&part.json, "motives", article->motives.count, write_motive, &part);
    px_json_key_list(&part.json, "blame", article->blames.count, write_blame, &part);
    px_json_key_list(&part.json, "presuppositions", article->givens.count, write_given, &part);
    px_json_key_list(&part.json, "stance", article->stances.count, write_stance, &part);
    px_json_key_list(&part.json, "targets", article->targets.count, write_target, &part);
    px_json_furniture(&part.json, article);
    px_json_slices(&part.json, "warnings", article->warnings.items, article->warnings.count);
    px_json_provenance(&part.json, provenance);
    write_extras(&part);
    px_json_close(&part.json, '}');
    px_arena_release(&scratch);
}
