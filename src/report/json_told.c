/* What the articles tell, as JSON: findings, what only one has, facts given differently, shared text. */
#include <math.h>

#include "report/json_part.h"

static void write_finding(void *of, size_t index)
{
    struct part *part = of;
    const struct px_finding *finding = &part->comparison->findings.items[index];
    px_json_key_name(&part->json, "type", px_finding_type_name(finding->type));
    px_json_text(&part->json, "section", finding->section);
    px_json_text(&part->json, "text", finding->text);
    px_json_key_name(&part->json, "verdict", px_verdict_name(finding->verdict));
    by_article_evidence(part, finding->evidence);
}

static void write_only(void *of, size_t index)
{
    struct part *part = of;
    const struct px_only *only = &part->comparison->only.items[index];
    px_json_key_name(&part->json, "kind", px_only_kind_name(only->kind));
    px_json_text(&part->json, "text", only->text);
    px_json_key(&part->json, "in");
    px_json_string(&part->json, part->comparison->articles[only->article]->id);
    px_json_key_bool(&part->json, "later", only->later);
    px_json_key_bool(&part->json, "central", only->central);
    px_json_text(&part->json, "speaker", only->speaker);
    px_json_key(&part->json, "evidence");
    write_sentences(part, &only->evidence);
}

/* Speaker of a claim as it stands there, or null. */
static void write_claim(struct part *part, const struct px_disagreement *fact, size_t article)
{
    const struct px_claim *claim = &fact->claims[article];
    const struct px_article *of = part->comparison->articles[article];
    bool number = fact->kind == PX_DISAGREEMENT_NUMBER;
    px_json_open(&part->json, '{');
    px_json_text(&part->json, "text", px_slice_span(of->text, claim->span));
    px_json_key_number(&part->json, "value", number ? claim->value : NAN);
    px_json_key_number(&part->json, "low", number ? claim->low : NAN);
    px_json_key_number(&part->json, "high", number ? claim->high : NAN);
    if (claim->attribution == PX_NONE || of->attributions.items[claim->attribution].speaker.count == 0)
        px_json_text(&part->json, "speaker", (struct px_slice){0});
    else
        px_json_spans_text(&part->json, "speaker", of->text, &of->attributions.items[claim->attribution].speaker);
    px_json_key(&part->json, "evidence");
    write_sentences(part, &(struct px_evidence){&(uint32_t){claim->sentence}, 1});
    px_json_close(&part->json, '}');
}

static void write_disagreement(void *of, size_t index)
{
    struct part *part = of;
    const struct px_disagreement *fact = &part->comparison->disagreements.items[index];
    px_json_key_name(&part->json, "kind", px_disagreement_kind_name(fact->kind));
    px_json_text(&part->json, "what", fact->what);
    open_articles(part, "values");
    for (size_t a = 0; a < part->comparison->article_count; a++) {
        if (fact->claims[a].sentence == PX_NONE)
            continue;
        key_article(part, a);
        write_claim(part, fact, a);
    }
    px_json_close(&part->json, '}');
}

static void write_edit(struct part *part, const struct px_reuse *reuse, const struct px_edit *edit)
{
    open_articles(part, "text");
    for (size_t side = 0; side < 2; side++) {
        size_t a = reuse->article[side];
        key_article(part, a);
        px_json_string(&part->json, px_slice_span(part->comparison->articles[a]->text, edit->spans[side]));
    }
    px_json_close(&part->json, '}');
    px_json_key_bool(&part->json, "who_says", edit->who_says);
}

/* A shared sentence with its edits, as an item of "shared_text". */
static void write_reuse(struct part *part, const struct px_reuse *reuse)
{
    const struct px_comparison *comparison = part->comparison;
    open_articles(part, "spans");
    for (size_t a = 0; a < comparison->article_count; a++) {
        key_article(part, a);
        px_json_open(&part->json, '[');
        for (size_t side = 0; side < 2; side++) {
            if (reuse->article[side] != a)
                continue;
            const struct px_sentence *sentence = &comparison->articles[a]->sentences.items[reuse->sentence[side]];
            px_json_span(&part->json, &part->offsets[a], (struct px_span){sentence->start, sentence->end});
        }
        px_json_close(&part->json, ']');
    }
    px_json_close(&part->json, '}');
    px_json_key_integer(&part->json, "words", reuse->words);
    px_json_key_open(&part->json, "edits", '[');
    for (size_t i = 0; i < reuse->edits.count; i++) {
        px_json_open(&part->json, '{');
        write_edit(part, reuse, &reuse->edits.items[i]);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, ']');
}

static void write_shared(void *of, size_t index)
{
    struct part *part = of;
    if (index >= part->comparison->shared.count) {
        write_reuse(part, &part->comparison->reused.items[index - part->comparison->shared.count]);
        return;
    }
    const struct px_shared *shared = &part->comparison->shared.items[index];
    by_article_spans(part, "spans", shared->spans);
    px_json_key_integer(&part->json, "words", shared->words);
    px_json_key_bool(&part->json, "phrase", shared->phrase);
}

void px_json_told(struct part *part)
{
    const struct px_comparison *comparison = part->comparison;
    px_json_key_list(&part->json, "findings", comparison->findings.count, write_finding, part);
    px_json_key_list(&part->json, "only", comparison->only.count, write_only, part);
    px_json_key_list(&part->json, "disagreements", comparison->disagreements.count, write_disagreement, part);
    px_json_key_list(&part->json, "shared_text", comparison->shared.count + comparison->reused.count, write_shared,
                     part);
}
