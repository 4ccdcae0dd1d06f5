#include "sourcing/attribution_scene.h"

#include "text/utf8.h"

static const double high_tier = 0.75; /* of the rules */

/* The sort of punctuation a token is, as one character; 0 for everything else. */
static char mark_of(const struct px_article *article, const struct px_token *token)
{
    size_t at = token->start;
    if (px_token_is_word(token))
        return 0;
    uint32_t c = px_utf8_next(article->text, &at);
    switch (c) {
    case ',':
    case ';':
    case ':':
    case '.':
    case '!':
    case '?':
    case '(':
    case ')': return (char)c;
    case '[': return '(';
    case ']': return ')';
    case '-':
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015: return '-';
    case 0x2026: return '.';
    default: return 0;
    }
}

static void set_marks(struct px_scene *scene)
{
    for (uint32_t t = 0; t < scene->count; t++) {
        bool quote = (scene->tokens[t].flags & (PX_TOKEN_QUOTE_OPEN | PX_TOKEN_QUOTE_CLOSE)) != 0;
        scene->marks[t] = quote ? '"' : mark_of(scene->article, &scene->tokens[t]);
    }
}

/* Outermost quotations come first, so that they hold their tokens against those inside. */
static void set_quotations(struct px_scene *scene)
{
    for (uint32_t q = 0; q < scene->article->quotations.count; q++) {
        const struct px_quotation *quotation = &scene->article->quotations.items[q];
        uint32_t end = quotation->first_token + quotation->token_count;
        for (uint32_t t = quotation->first_token; t < end && scene->quotations[t] == PX_NONE; t++)
            scene->quotations[t] = q;
    }
}

static void set_mentions(struct px_scene *scene)
{
    for (uint32_t m = 0; m < scene->article->mentions.count; m++) {
        const struct px_mention *mention = &scene->article->mentions.items[m];
        for (uint32_t t = mention->first_token; t < mention->first_token + mention->token_count; t++)
            if (scene->mentions[t] == PX_NONE)
                scene->mentions[t] = m;
    }
}

enum px_status px_scene_init(struct px_scene *scene, struct px_annotation *annotation, struct px_error *error)
{
    struct px_arena *arena = &annotation->worker->scratch;
    uint32_t count = (uint32_t)annotation->article->tokens.count;
    *scene = (struct px_scene){
        .annotation = annotation,
        .article = annotation->article,
        .arena = arena,
        .tokens = annotation->article->tokens.items,
        .classes = annotation->classes,
        .marks = px_arena_array(arena, char, count + 1),
        .quotations = px_arena_array(arena, uint32_t, count + 1),
        .mentions = px_arena_array(arena, uint32_t, count + 1),
        .starts = px_arena_array(arena, uint32_t, count + 1),
        .count = count,
        .high_tier = high_tier,
    };
    if (scene->marks == NULL || scene->quotations == NULL || scene->mentions == NULL || scene->starts == NULL)
        return px_no_memory(error);
    memset(scene->quotations, 0xFF, (count + 1) * sizeof *scene->quotations);
    memset(scene->mentions, 0xFF, (count + 1) * sizeof *scene->mentions);
    memset(scene->starts, 0xFF, (count + 1) * sizeof *scene->starts);
    set_marks(scene);
    set_quotations(scene);
    set_mentions(scene);
    return PX_OK;
}

uint32_t px_scene_behind_dateline(const struct px_scene *scene, struct px_range range)
{
    enum { DATELINE_MOST = 8 }; /* tokens */
    uint32_t behind = range.first;
    for (uint32_t t = range.first + 1; t + 1 < range.end && t < range.first + DATELINE_MOST; t++)
        if (scene->marks[t] == '-' && px_scene_is_capitalised(scene, t + 1))
            behind = t + 1;
    return behind;
}

bool px_scene_is_unquoted(const struct px_scene *scene, struct px_range range)
{
    for (uint32_t t = range.first; t < range.end; t++)
        if (scene->quotations[t] != PX_NONE)
            return false;
    return true;
}
