/* Findings on what one article has alone: topics, quoted speakers, people and places. */
#include "compare/findings.h"

enum { FEWEST_WORDS = 40, FEWEST_MENTIONS = 3, MOST_LISTED = 3 };
#define LEAST_SHARE 0.05 /* of the article's words that a topic must take */
#define MOST_SHARE 0.6   /* a passage without a heading that takes more is no topic among others */

/* ---- topics ---- */

/* The heading of the section that holds all of the passage; empty when there is none. */
static struct px_slice heading_of(const struct px_article *article, const struct px_spans *spans)
{
    for (size_t i = 0; spans->count > 0 && i < article->sections.count; i++) {
        const struct px_section *section = &article->sections.items[i];
        if (section->start <= spans->items[0].start && spans->items[0].start < section->end)
            return spans->items[spans->count - 1].end <= section->end ? section->heading : (struct px_slice){0};
    }
    return (struct px_slice){0};
}

static bool has_stem(const struct px_compare_context *context, const struct px_article *article,
                     const struct px_sentence *sentence, uint32_t stem)
{
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        if (px_compare_form(context, &article->tokens.items[t])->stem == stem)
            return true;
    return false;
}

/* The stems of a label's words, at most `room`; 0 when a word was never seen. */
static size_t stems_of(const struct px_compare_context *context, struct px_slice label, uint32_t *stems, size_t room)
{
    struct px_slice word;
    size_t count = 0;
    while (count < room && px_slice_next(&label, ' ', &word)) {
        uint32_t form = word.size == 0 ? PX_NONE : px_vocabulary_add(context->worker->vocabulary, word);
        if (form != PX_NONE && !px_vocabulary_form(context->worker->vocabulary, form)->stop)
            stems[count++] = px_vocabulary_form(context->worker->vocabulary, form)->stem;
    }
    return count;
}

/* Sentences of the article that hold every word of the label. */
static enum px_status find_label(struct px_findings *findings, size_t article, struct px_slice label, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_article *a = context->articles[article];
    uint32_t stems[4];
    size_t count = stems_of(context, label, stems, sizeof stems / sizeof *stems);
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, a->sentences.count);
    size_t found = 0;
    if (sentences == NULL)
        return px_compare_no_memory(error);
    for (uint32_t s = 0; count > 0 && s < a->sentences.count; s++) {
        bool all = true;
        for (size_t i = 0; all && i < count; i++)
            all = has_stem(context, a, &a->sentences.items[s], stems[i]);
        if (all)
            sentences[found++] = s;
    }
    return px_compare_evidence(context, sentences, found, &findings->evidence[article], error);
}

static void write_topic(struct px_findings *findings, const struct px_topic *topic, struct px_slice heading)
{
    px_findings_article(findings, topic->only);
    px_buffer_printf(&findings->text, " spends %u words on “", topic->words[topic->only]);
    if (heading.size > 0)
        px_buffer_append(&findings->text, heading);
    for (size_t i = 0; heading.size == 0 && i < topic->label_count; i++) {
        px_buffer_string(&findings->text, i == 0 ? "" : ", ");
        px_buffer_append(&findings->text, topic->label[i]);
    }
    px_buffer_string(&findings->text, "”; ");
}

/* What the other article has of it: sentences with the label's words. */
static void write_rest(struct px_findings *findings, size_t article, struct px_slice label)
{
    size_t found = findings->evidence[article].count;
    px_findings_article(findings, article);
    px_buffer_string(&findings->text, " has no such passage");
    if (label.size == 0)
        return;
    px_buffer_string(&findings->text, found == 0 ? " and never mentions " : " and mentions ");
    px_findings_quote(findings, label);
    if (found > 0)
        px_buffer_printf(&findings->text, " in %zu sentence%s", found, found == 1 ? "" : "s");
}

/* The term of the label to look for in the other article: one that the heading names too, where there is a heading. */
static struct px_slice telling_label(const struct px_topic *topic, struct px_slice heading)
{
    for (size_t i = 0; i < topic->label_count; i++)
        if (heading.size == 0 || px_slice_find(heading, topic->label[i], 0) != SIZE_MAX)
            return topic->label[i];
    return (struct px_slice){0};
}

static enum px_status add_topic(struct px_findings *findings, const struct px_topic *topic, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[topic->only];
    struct px_slice heading = heading_of(article, &topic->spans[topic->only]);
    struct px_slice label = telling_label(topic, heading);
    enum px_status status = px_findings_begin(findings, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        if (a != topic->only)
            status = find_label(findings, a, label, error);
    if (status != PX_OK)
        return status;
    write_topic(findings, topic, heading);
    if (context->count == 2)
        write_rest(findings, 1 - topic->only, label);
    else
        px_buffer_string(&findings->text, "no other article has such a passage");
    px_buffer_byte(&findings->text, '.');
    uint32_t first = topic->first_sentence[topic->only];
    status = px_compare_evidence(context, &first, first != PX_NONE, &findings->evidence[topic->only], error);
    double share = (double)topic->words[topic->only] / (article->counts.words + 1.0);
    return status != PX_OK ? status : px_findings_end(findings, PX_DRAFT_TOPIC, "topics", (heading.size > 0 ? 43 : 37) + 10 * share,
                                                      PX_VERDICT_TOO_LITTLE, topic->label[0], error);
}

static bool is_worthy(const struct px_article *article, const struct px_topic *topic)
{
    double share = (double)topic->words[topic->only] / (article->counts.words + 1.0);
    bool headed = heading_of(article, &topic->spans[topic->only]).size > 0;
    return topic->label_count > 0 && topic->words[topic->only] >= FEWEST_WORDS && share >= LEAST_SHARE &&
           (headed || share <= MOST_SHARE);
}

enum px_status px_findings_topics(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < comparison->article_count; a++)
        for (size_t i = 0; status == PX_OK && i < comparison->topics.count; i++) {
            const struct px_topic *topic = &comparison->topics.items[i];
            if (topic->only == findings->order[a] && is_worthy(findings->context->articles[topic->only], topic))
                status = add_topic(findings, topic, error);
        }
    return status;
}

/* ---- names ---- */

/* The last word of a name. */
static struct px_slice last_word(struct px_slice name)
{
    size_t start = name.size;
    while (start > 0 && name.data[start - 1] != ' ')
        start--;
    return px_slice_part(name, start, name.size);
}

/* Does the article hold the word anywhere, in any case? */
static bool holds_word(const struct px_compare_context *context, size_t article, struct px_slice word)
{
    const struct px_article *a = context->articles[article];
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, word);
    if (form == PX_NONE)
        return true;
    uint32_t fold = px_vocabulary_form(context->worker->vocabulary, form)->fold;
    for (size_t t = 0; t < a->tokens.count; t++) {
        const struct px_form *here = px_compare_form(context, &a->tokens.items[t]);
        for (size_t i = 0; i < here->part_count; i++)
            if (here->parts[i] == fold)
                return true;
        if (here->fold == fold)
            return true;
    }
    return false;
}

static bool held_elsewhere(const struct px_compare_context *context, size_t article, struct px_slice word)
{
    for (size_t a = 0; a < context->count; a++)
        if (a != article && holds_word(context, a, word))
            return true;
    return false;
}

/* ---- speakers ---- */

/* People and organisations that speak, by name: the kind of each, and in which articles a name's last word is quoted. */
struct speakers {
    struct px_findings *findings;
    struct px_table names; /* of referents */
    PX_VECTOR(uint8_t) kinds; /* [names] */
    struct px_table lasts; /* last words of sources' names */
    PX_VECTOR(uint64_t) quoted; /* [lasts] a bit an article, up to 64 */
};

static bool know_referents(struct speakers *speakers)
{
    const struct px_comparison *comparison = speakers->findings->context->comparison;
    for (size_t i = 0; i < comparison->referents.count; i++) {
        bool added;
        if (comparison->referents.items[i].lexical)
            continue;
        uint32_t id = px_table_add(&speakers->names, comparison->referents.items[i].name, &added);
        uint8_t *kind = id == PX_NONE || !added ? NULL : px_vector_push(&speakers->kinds, &speakers->findings->context->scratch);
        if (id == PX_NONE || (added && kind == NULL))
            return false;
        if (added)
            *kind = comparison->referents.items[i].kind;
    }
    return true;
}

static bool know_sources(struct speakers *speakers)
{
    const struct px_compare_context *context = speakers->findings->context;
    const struct px_sourcing *sourcing = &context->comparison->sourcing;
    for (size_t i = 0; i < sourcing->sources.count; i++) {
        bool added;
        uint32_t id = px_table_add(&speakers->lasts, last_word(sourcing->sources.items[i].name), &added);
        uint64_t *quoted = id == PX_NONE ? NULL
                         : added         ? px_vector_push(&speakers->quoted, &speakers->findings->context->scratch)
                                         : &speakers->quoted.items[id];
        if (quoted == NULL)
            return false;
        for (size_t a = 0; a < context->count; a++)
            if (sourcing->sources.items[i].statements[a] > 0)
                *quoted |= (uint64_t)1 << (a % 64);
    }
    return true;
}

/* A person or organisation with words in this article, and nobody of that name in another. */
static bool speaks_alone(const struct speakers *speakers, const struct px_source *source, size_t article)
{
    uint32_t name = px_table_find(&speakers->names, source->name);
    uint32_t last = px_table_find(&speakers->lasts, last_word(source->name));
    return source->words[article] > 0 && !source->anonymous && name != PX_NONE &&
           speakers->kinds.items[name] <= PX_ENTITY_ORGANISATION && last != PX_NONE &&
           speakers->quoted.items[last] == (uint64_t)1 << (article % 64);
}

/* "Gavin Williamson (14 words), Philip Hammond (6 words) and 2 more": those of one article. */
static size_t write_speakers(const struct speakers *speakers, size_t article, struct px_evidence *evidence)
{
    struct px_findings *findings = speakers->findings;
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    size_t total = 0;
    size_t listed = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++)
        total += speaks_alone(speakers, &sourcing->sources.items[i], article);
    for (size_t i = 0; i < sourcing->sources.count && listed < MOST_LISTED; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        if (!speaks_alone(speakers, source, article))
            continue;
        px_findings_separate(findings, listed, total);
        px_buffer_printf(&findings->text, "%.*s (%u word%s)", PX_SLICE_ARG(source->name), source->words[article],
                         source->words[article] == 1 ? "" : "s");
        if (source->evidence[article].count > 0)
            evidence->sentences[evidence->count++] = source->evidence[article].sentences[0];
        listed++;
    }
    if (total > listed)
        px_buffer_printf(&findings->text, " and %zu more", total - listed);
    return total;
}

static enum px_status add_speakers(const struct speakers *speakers, struct px_error *error)
{
    struct px_findings *findings = speakers->findings;
    enum px_status status = px_findings_begin(findings, error);
    size_t total = 0;
    px_buffer_string(&findings->text, "Speakers in one article alone: ");
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        size_t article = findings->order[a];
        uint32_t sentences[MOST_LISTED];
        struct px_evidence evidence = {sentences, 0};
        size_t before = findings->text.size;
        px_buffer_string(&findings->text, total > 0 ? "; in " : "in ");
        px_findings_article(findings, article);
        px_buffer_byte(&findings->text, ' ');
        size_t found = write_speakers(speakers, article, &evidence);
        if (found == 0 && !findings->text.failed)
            findings->text.data[findings->text.size = before] = '\0';
        total += found;
        status = px_compare_evidence(findings->context, sentences, evidence.count, &findings->evidence[article], error);
    }
    px_buffer_byte(&findings->text, '.');
    if (status != PX_OK || total == 0)
        return status;
    return px_findings_end(findings, PX_DRAFT_SOURCE, "sourcing", 42, PX_VERDICT_TOO_LITTLE, PX_SLICE("sources"), error);
}

enum px_status px_findings_sources(struct px_findings *findings, struct px_error *error)
{
    struct speakers speakers = {.findings = findings};
    enum px_status status = know_referents(&speakers) && know_sources(&speakers) ? add_speakers(&speakers, error)
                                                                                 : px_compare_no_memory(error);
    px_table_release(&speakers.names);
    px_table_release(&speakers.lasts);
    return status;
}

/* ---- people and places ---- */

static bool named_alone(const struct px_compare_context *context, const struct px_referent *referent, size_t article)
{
    if (referent->lexical || referent->mentions[article].count < FEWEST_MENTIONS || referent->kind > PX_ENTITY_GROUP)
        return false;
    for (size_t a = 0; a < context->count; a++)
        if (a != article && referent->mentions[a].count > 0)
            return false;
    return !held_elsewhere(context, article, last_word(referent->name));
}

/* How often it is named in words of its own. */
static uint32_t named_times(const struct px_referent *referent, size_t article)
{
    uint32_t times = 0;
    for (size_t i = 0; i < referent->variant_count; i++)
        times += referent->variants[i].counts[article];
    return times;
}

static size_t write_entities(struct px_findings *findings, size_t article, struct px_evidence *evidence)
{
    const struct px_compare_context *context = findings->context;
    const struct px_comparison *comparison = context->comparison;
    size_t listed = 0;
    for (size_t i = 0; i < comparison->referents.count && listed < MOST_LISTED; i++) {
        const struct px_referent *referent = &comparison->referents.items[i];
        uint32_t times = referent->lexical ? 0 : named_times(referent, article);
        if (times < FEWEST_MENTIONS || !named_alone(context, referent, article))
            continue;
        px_buffer_printf(&findings->text, "%s%.*s (%u times)", listed == 0 ? "" : ", ", PX_SLICE_ARG(referent->name), times);
        evidence->sentences[evidence->count++] =
            px_compare_sentence_at(context->articles[article], referent->mentions[article].items[0].start);
        listed++;
    }
    return listed;
}

enum px_status px_findings_entities(struct px_findings *findings, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    enum px_status status = px_findings_begin(findings, error);
    size_t total = 0;
    px_buffer_string(&findings->text, "Named in one article alone: ");
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        size_t article = findings->order[a];
        uint32_t sentences[MOST_LISTED];
        struct px_evidence evidence = {sentences, 0};
        size_t before = findings->text.size;
        px_buffer_string(&findings->text, total > 0 ? "; in " : "in ");
        px_findings_article(findings, article);
        px_buffer_byte(&findings->text, ' ');
        size_t found = write_entities(findings, article, &evidence);
        if (found == 0 && !findings->text.failed)
            findings->text.data[findings->text.size = before] = '\0';
        total += found;
        status = px_compare_evidence(context, sentences, evidence.count, &findings->evidence[article], error);
    }
    px_buffer_byte(&findings->text, '.');
    if (status != PX_OK || total == 0)
        return status;
    return px_findings_end(findings, PX_DRAFT_ENTITY, "only", 36, PX_VERDICT_TOO_LITTLE, PX_SLICE("entities"), error);
}
