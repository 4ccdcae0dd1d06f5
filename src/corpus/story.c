#include "corpus/story.h"

#include "base/map.h"

enum { MOST_TIMES = 255, MOST_TERMS = 4096, LONGEST_NAME = 4 };

struct reading {
    const struct px_segmenter *segmenter;
    struct px_vocabulary *vocabulary;
    struct px_arena *scratch;
    struct px_map places; /* by stem: place in the lists below, + 1 */
    uint32_t *forms;
    uint16_t *values;
    uint32_t count;
};

/* Content words, and numbers of two characters or more. */
static bool counts(const struct px_token *token, const struct px_form *form)
{
    return px_token_counts(token) && !form->stop && form->text.size > 1;
}

/* Of two forms of a word the one in lower case is shown: it is not the first of a sentence or a word of a headline. */
static void add(struct reading *reading, uint32_t form, uint32_t name, uint32_t times)
{
    const struct px_form *added = px_vocabulary_form(reading->vocabulary, form);
    uint32_t *place = px_map_at(&reading->places, added->stem);
    if (*place == 0) {
        reading->forms[reading->count] = form | name;
        reading->values[reading->count] = 0;
        *place = ++reading->count;
    }
    uint32_t at = *place - 1;
    uint8_t shape = px_vocabulary_form(reading->vocabulary, reading->forms[at] & ~PX_STORY_NAME)->shape;
    if (added->shape == PX_SHAPE_LOWER && shape != PX_SHAPE_LOWER && (reading->forms[at] & PX_STORY_NAME) == name)
        reading->forms[at] = form | name;
    uint32_t sum = reading->values[at] + times;
    reading->values[at] = (uint16_t)(sum < MOST_TIMES ? sum : MOST_TIMES);
}

static bool is_capitalised(const struct reading *reading, const struct px_token *token)
{
    const struct px_form *form = px_vocabulary_form(reading->vocabulary, token->form);
    return px_token_is_full_word(token) && form->shape != PX_SHAPE_LOWER && form->shape != PX_SHAPE_NONE && !form->stop;
}

static bool add_name(struct reading *reading, struct px_slice text, const struct px_token *first,
                     const struct px_token *last)
{
    uint32_t form = px_vocabulary_add(reading->vocabulary, px_slice_part(text, first->start, last->end));
    if (form == PX_NONE)
        return false;
    add(reading, form, PX_STORY_NAME, 1);
    return true;
}

/* Runs of capitalised words with single spaces between them: the whole run, and its last two words ("Speaker John
 * Boehner", "John Boehner"). */
static bool find_names(struct reading *reading, struct px_slice text, const struct px_tokens *tokens)
{
    for (size_t t = 0; t < tokens->count; t++) {
        size_t last = t;
        if (!is_capitalised(reading, &tokens->items[t]))
            continue;
        while (last + 1 < tokens->count && is_capitalised(reading, &tokens->items[last + 1]) &&
               tokens->items[last + 1].start == tokens->items[last].end + 1)
            last++;
        const struct px_token *items = tokens->items;
        if (last > t && !add_name(reading, text, &items[last - 1], &items[last]))
            return false;
        if (last > t + 1 && last - t < LONGEST_NAME && !add_name(reading, text, &items[t], &items[last]))
            return false;
        t = last;
    }
    return true;
}

static bool find_tokens(struct reading *reading, struct px_slice text, struct px_span part, struct px_tokens *tokens)
{
    return px_words_find(text, part, reading->segmenter, reading->vocabulary, reading->scratch, tokens, NULL) == PX_OK;
}

static void add_words(struct reading *reading, const struct px_tokens *tokens, uint32_t times)
{
    for (size_t t = 0; t < tokens->count && reading->count < MOST_TERMS; t++)
        if (counts(&tokens->items[t], px_vocabulary_form(reading->vocabulary, tokens->items[t].form)))
            add(reading, tokens->items[t].form, 0, times);
}

/* The first PX_STORY_LEAD bytes of the text, to the end of the word that stands there. */
static struct px_span lead_of(struct px_slice text)
{
    size_t end = text.size < PX_STORY_LEAD ? text.size : PX_STORY_LEAD;
    size_t most = text.size - end < 64 ? text.size : end + 64;
    while (end < most && text.data[end] != ' ' && text.data[end] != '\n')
        end++;
    while (end < text.size && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end++;
    return (struct px_span){0, (uint32_t)end};
}

/* The text behind the title. */
static struct px_slice body_of(const struct px_article *article)
{
    size_t start = 0;
    for (size_t b = 0; b < article->blocks.count && article->blocks.items[b].role == PX_ROLE_TITLE; b++)
        start = article->blocks.items[b].end;
    return px_slice_trim(px_slice_part(article->text, start, article->text.size));
}

static bool keep(const struct reading *reading, struct px_arena *arena, struct px_story *story)
{
    story->term_count = (uint16_t)reading->count;
    story->forms = px_arena_array(arena, uint32_t, reading->count);
    story->values = px_arena_array(arena, uint16_t, reading->count);
    if (story->forms == NULL || story->values == NULL)
        return false;
    memcpy(story->forms, reading->forms, reading->count * sizeof *reading->forms);
    memcpy(story->values, reading->values, reading->count * sizeof *reading->values);
    return true;
}

static bool read_words(struct reading *reading, struct px_slice title, struct px_slice body)
{
    struct px_tokens headline = {0}, lead = {0};
    if (!find_tokens(reading, title, (struct px_span){0, (uint32_t)title.size}, &headline) ||
        !find_tokens(reading, body, lead_of(body), &lead))
        return false;
    size_t most = headline.count + 3 * lead.count; /* every run of names has two words or more, and adds two terms */
    reading->forms = px_arena_array(reading->scratch, uint32_t, most);
    reading->values = px_arena_array(reading->scratch, uint16_t, most);
    if (reading->forms == NULL || reading->values == NULL || !px_map_init(&reading->places, most, reading->scratch))
        return false;
    add_words(reading, &lead, 1);
    add_words(reading, &headline, PX_STORY_TITLE_TIMES);
    return find_names(reading, body, &lead);
}

static uint64_t digest_of(const struct px_article *article, struct px_slice body, int32_t day)
{
    const struct px_slice parts[] = {article->title, body, article->outlet};
    uint64_t digest = (uint64_t)(uint32_t)day;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        digest = (digest ^ px_slice_hash(parts[i])) * 0x9E3779B97F4A7C15u;
    return digest;
}

bool px_story_read(const struct px_article *article, struct px_worker *worker, struct px_arena *arena,
                   struct px_story *story)
{
    struct reading reading = {.segmenter = px_resources_segmenter(worker->resources),
                              .vocabulary = worker->vocabulary,
                              .scratch = &worker->scratch};
    struct px_slice body = body_of(article);
    px_arena_clear(&worker->scratch);
    story->id = px_arena_copy(arena, article->id);
    story->digest = digest_of(article, body, story->day);
    return story->id.data != NULL && read_words(&reading, article->title, body) && keep(&reading, arena, story) &&
           px_sketch_make(body, arena, &worker->scratch, &story->sketch);
}
