#include "annotate/section.h"

#include "annotate/section_draft.h"
#include "base/map.h"

enum { UNCUT_PARAGRAPHS = 8, TOPIC_WEIGHT = 3 };

static bool is_content(const struct px_token *token, const struct px_form *form)
{
    return px_token_counts(token) && !form->stop && form->text.size > 1;
}

/* How many words the hits of the user's topics stand for. */
static size_t count_topic_words(const struct px_annotation *annotation)
{
    size_t topics = px_resources_topics(annotation->resources);
    size_t count = 0;
    for (size_t i = 0; topics != PX_NO_TOPICS && i < annotation->article->hits.count; i++)
        count += annotation->article->hits.items[i].lexicon == topics ? TOPIC_WEIGHT : 0;
    return count;
}

/* A hit of the user's topics says the category's word a few times, so that paragraphs of one topic stay together. Adds
 * those of hits that begin at the token; `*hit` goes on. */
static void add_topic_words(const struct px_annotation *annotation, struct px_section_words *words,
                            struct px_map *of_topic, uint32_t token, size_t *hit, uint32_t *count)
{
    const struct px_hits *hits = &annotation->article->hits;
    size_t topics = px_resources_topics(annotation->resources);
    for (; *hit < hits->count && hits->items[*hit].first_token <= token; (*hit)++) {
        if (topics == PX_NO_TOPICS || hits->items[*hit].lexicon != topics)
            continue;
        struct px_slice category = px_resources_entry(annotation->resources, &hits->items[*hit])->category;
        uint32_t *known = px_map_at(of_topic, (uint32_t)px_slice_hash(category));
        if (*known == 0)
            *known = (uint32_t)++words->count;
        for (int i = 0; i < TOPIC_WEIGHT; i++)
            words->words[(*count)++] = *known - 1;
    }
}

/* The content words of every block; false when memory is out. */
static bool read_words(struct px_annotation *annotation, struct px_section_words *words)
{
    const struct px_article *article = annotation->article;
    const struct px_vocabulary *vocabulary = annotation->worker->vocabulary;
    struct px_arena *arena = &annotation->worker->scratch;
    struct px_map of_root, of_topic; /* a word's id + 1 */
    size_t hit = 0, more = count_topic_words(annotation);
    uint32_t count = 0;
    uint32_t block = 0;
    words->words = px_arena_array(arena, uint32_t, article->tokens.count + more);
    words->of = px_arena_array(arena, uint32_t, article->tokens.count);
    words->starts = px_arena_array(arena, uint32_t, article->blocks.count + 1);
    bool done = px_map_init(&of_root, article->tokens.count, arena) && px_map_init(&of_topic, more, arena) &&
                words->words != NULL && words->of != NULL && words->starts != NULL;
    for (uint32_t t = 0; t < article->tokens.count && done; t++) {
        const struct px_token *token = &article->tokens.items[t];
        const struct px_form *form = px_vocabulary_form(vocabulary, token->form);
        while (block < article->blocks.count && token->start >= article->blocks.items[block].end)
            words->starts[++block] = count;
        add_topic_words(annotation, words, &of_topic, t, &hit, &count);
        words->of[t] = PX_NONE;
        if (!is_content(token, form))
            continue;
        uint32_t *known = px_map_at(&of_root, form->root);
        if (*known == 0)
            *known = (uint32_t)++words->count;
        words->of[t] = *known - 1;
        words->words[count++] = words->of[t];
    }
    while (done && block < article->blocks.count)
        words->starts[++block] = count;
    return done;
}

static struct px_section *add_section(struct px_article *article, uint32_t first, uint32_t end)
{
    struct px_section *section = px_vector_push(&article->sections, &article->arena);
    if (section == NULL)
        return NULL;
    const struct px_block *block = &article->blocks.items[first];
    section->first_block = first;
    section->block_count = end - first;
    section->start = block->start;
    section->end = article->blocks.items[end - 1].end;
    if (block->role == PX_ROLE_HEADING)
        section->heading = px_slice_part(article->text, block->start, block->end);
    return section;
}

/* Blocks that go on with a quotation of the block before: no section begins there. */
static void bar_quotations(const struct px_article *article, bool *barred)
{
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        if (quotation->continues == PX_NONE)
            continue;
        uint32_t sentence = article->tokens.items[quotation->first_token].sentence;
        barred[article->sentences.items[sentence].block] = true;
    }
}

/* Sections of blocks [first, end), a part that no heading divides. */
static bool cut_part(struct px_annotation *annotation, const struct px_section_words *words, const bool *barred,
                     uint32_t first, uint32_t end)
{
    struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    struct px_cut_text text = {words->words, words->starts + first, barred + first, end - first, words->count};
    struct px_arena room = {0}; /* of this part alone: a text may have thousands */
    uint32_t paragraphs = 0;
    size_t count = 0;
    uint32_t *cuts = px_arena_array(arena, uint32_t, end - first);
    for (uint32_t b = first; b < end; b++)
        paragraphs += px_role_is_paragraph(article->blocks.items[b].role);
    bool done = cuts != NULL && (paragraphs <= UNCUT_PARAGRAPHS || px_cut_find(&text, &room, cuts, &count));
    px_arena_release(&room);
    if (!done)
        return false;
    uint32_t start = first;
    for (size_t i = 0; i < count; i++) {
        if (add_section(article, start, first + cuts[i]) == NULL)
            return false;
        start = first + cuts[i];
    }
    return add_section(article, start, end) != NULL;
}

static bool find_sections(struct px_annotation *annotation, const struct px_section_words *words)
{
    struct px_article *article = annotation->article;
    uint32_t count = (uint32_t)article->blocks.count;
    bool *barred = px_arena_array(&annotation->worker->scratch, bool, count);
    if (barred == NULL)
        return false;
    bar_quotations(article, barred);
    for (uint32_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && article->blocks.items[end].role != PX_ROLE_HEADING)
            end++;
        if (!cut_part(annotation, words, barred, first, end))
            return false;
    }
    return true;
}

static void mark_sentences(struct px_article *article)
{
    uint32_t section = 0;
    for (size_t i = 0; i < article->sentences.count; i++) {
        uint32_t block = article->sentences.items[i].block;
        while (block >= article->sections.items[section].first_block + article->sections.items[section].block_count)
            section++;
        article->sentences.items[i].section = section;
    }
}

enum px_status px_annotate_sections(struct px_annotation *annotation, struct px_error *error)
{
    struct px_section_words words = {0};
    annotation->article->sections.count = 0;
    bool done =
        read_words(annotation, &words) && find_sections(annotation, &words) && px_section_label(annotation, &words);
    if (!done)
        return px_no_memory(error);
    mark_sentences(annotation->article);
    return PX_OK;
}
