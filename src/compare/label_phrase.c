/* A phrase of two words that comes back in a topic: "marriage penalty". */
#include "compare/internal.h"

enum { TIMES_LEAST = 2, PHRASES_MOST = 256 };
#define LEAST_IDF 1.7    /* of one of its words: "last week" says nothing */
#define INSIDE_LEAST 0.5 /* so many of its uses in all articles lie in the topic */

/* Two plain words side by side, where they first stand in the topic. */
struct phrase {
    struct px_slice text;
    uint32_t words[2];
    double idf;
    uint32_t times;    /* in the topic */
    uint32_t all;      /* in the articles */
    uint32_t articles; /* that have it in the topic */
    uint32_t last;     /* article + 1 that had it last */
    bool noun;         /* stands once as a noun phrase does */
};

struct phrases {
    struct phrase items[PHRASES_MOST];
    size_t count;
};

/* May the word be a part: content, in small letters, not one that reports speech? */
static bool is_plain(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_token *at = &context->articles[a]->tokens.items[token];
    uint32_t word = context->index.of[a][token];
    return word != PX_NONE && px_compare_is_content(context, at) &&
           px_compare_form(context, at)->shape == PX_SHAPE_LOWER &&
           !(context->wording.kinds[word] & (PX_WORDING_PIECE | PX_WORDING_SPEECH));
}

/* Two such words of the article's own, or told in it: what somebody said in so many words names no topic. */
static bool is_phrase(const struct px_compare_context *context, size_t a, uint32_t left)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *x = &article->tokens.items[left], *y = x + 1;
    return x->voice != PX_VOICE_DIRECT && x->sentence == y->sentence && x->end + 1 == y->start &&
           article->text.data[x->end] == ' ' && is_plain(context, a, left) && is_plain(context, a, left + 1);
}

/* Between a function word and the end of a clause or another function word. */
static bool is_noun_phrase(const struct px_compare_context *context, const struct px_article *article, uint32_t left)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t behind = left + 2;
    bool opened = left > 0 && tokens[left - 1].sentence == tokens[left].sentence &&
                  px_compare_form(context, &tokens[left - 1])->stop;
    return opened && (behind == article->tokens.count || tokens[behind].sentence != tokens[left].sentence ||
                      !px_compare_is_content(context, &tokens[behind]));
}

static struct phrase *find_phrase(struct phrases *phrases, const uint32_t *words)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (phrases->items[i].words[0] == words[0] && phrases->items[i].words[1] == words[1])
            return &phrases->items[i];
    return NULL;
}

static void add_phrase(const struct px_compare_context *context, size_t a, uint32_t left, struct phrases *phrases)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *at = &article->tokens.items[left];
    const uint32_t words[] = {context->index.of[a][left], context->index.of[a][left + 1]};
    struct phrase *phrase = find_phrase(phrases, words);
    if (phrase == NULL && phrases->count < PHRASES_MOST) {
        phrase = &phrases->items[phrases->count++];
        *phrase = (struct phrase){.text = px_slice_part(article->text, at->start, at[1].end),
                                  .words = {words[0], words[1]},
                                  .idf = context->index.idf[words[0]] + context->index.idf[words[1]]};
    }
    if (phrase == NULL)
        return;
    phrase->times++;
    phrase->articles += phrase->last != a + 1;
    phrase->last = (uint32_t)a + 1;
    phrase->noun |= is_noun_phrase(context, article, left);
}

/* All pairs of words in the topic's paragraphs. */
static void read_topic(const struct px_compare_context *context, size_t a, const uint32_t *topics, uint32_t topic,
                       struct phrases *phrases)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        const struct px_block *block = &article->blocks.items[context->paragraphs[a].blocks[p]];
        if (topics[p] != topic)
            continue;
        for (uint32_t t = px_compare_token_at(article, block->start);
             t + 1 < article->tokens.count && article->tokens.items[t + 1].start < block->end; t++)
            if (is_phrase(context, a, t))
                add_phrase(context, a, t, phrases);
    }
}

static void count_all(const struct px_compare_context *context, struct phrases *phrases)
{
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t t = 0; t + 1 < context->articles[a]->tokens.count; t++) {
            struct phrase *phrase =
                is_phrase(context, a, t)
                    ? find_phrase(phrases, (uint32_t[]){context->index.of[a][t], context->index.of[a][t + 1]})
                    : NULL;
            if (phrase != NULL)
                phrase->all++;
        }
}

enum px_status px_compare_label_phrase(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                       struct px_slice *best, struct px_error *error)
{
    struct phrases *phrases = px_arena_array(&context->scratch, struct phrases, 1);
    double most = 0;
    *best = (struct px_slice){NULL, 0};
    if (phrases == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < context->count; i++)
        read_topic(context, context->order[i], topics[context->order[i]], topic, phrases);
    count_all(context, phrases);
    for (size_t i = 0; i < phrases->count; i++) {
        const struct phrase *phrase = &phrases->items[i];
        double worth = phrase->idf * phrase->times * phrase->articles;
        if (phrase->times < TIMES_LEAST || !phrase->noun || phrase->idf < 2 * LEAST_IDF ||
            phrase->times < INSIDE_LEAST * phrase->all || worth <= most)
            continue;
        most = worth;
        *best = phrase->text;
    }
    return PX_OK;
}
