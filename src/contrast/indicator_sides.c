/* The sheet's rows of the user's sides: of the words given to any side, how many go to each. */
#include <stdio.h>

#include "contrast/indicator.h"
#include "contrast/sides.h"
#include "text/normalise.h"

/* The sides of a lexicon, in byte order, and its entries folded, with the side of each. */
struct sides {
    struct px_slice *names;
    size_t count;
    struct px_slice *folds;
    uint32_t *side_of;
    size_t entries;
};

static struct px_slice fold_into(struct px_slice text, struct px_arena *arena)
{
    struct px_buffer fold = {0};
    px_text_fold(text, &fold);
    struct px_slice copy = fold.failed ? (struct px_slice){NULL, 0} : px_arena_copy(arena, px_buffer_slice(&fold));
    px_buffer_release(&fold);
    return copy;
}

static uint32_t find_name(const struct sides *sides, struct px_slice name)
{
    for (uint32_t i = 0; i < sides->count; i++)
        if (px_slice_equal(sides->names[i], name))
            return i;
    return PX_NONE;
}

/* A new name takes its place in byte order. */
static void add_name(struct sides *sides, struct px_slice name)
{
    size_t at = sides->count++;
    for (; at > 0 && px_slice_compare(name, sides->names[at - 1]) < 0; at--)
        sides->names[at] = sides->names[at - 1];
    sides->names[at] = name;
}

static bool read_sides(const struct px_lexicon *lexicon, struct px_arena *arena, struct sides *sides)
{
    sides->entries = lexicon->entries.count;
    sides->names = px_arena_array(arena, struct px_slice, sides->entries);
    sides->folds = px_arena_array(arena, struct px_slice, sides->entries);
    sides->side_of = px_arena_array(arena, uint32_t, sides->entries);
    if (sides->names == NULL || sides->folds == NULL || sides->side_of == NULL)
        return false;
    for (size_t i = 0; i < sides->entries; i++)
        if (find_name(sides, lexicon->entries.items[i].category) == PX_NONE)
            add_name(sides, lexicon->entries.items[i].category);
    for (size_t i = 0; i < sides->entries; i++) {
        sides->side_of[i] = find_name(sides, lexicon->entries.items[i].category);
        sides->folds[i] = fold_into(lexicon->entries.items[i].text, arena);
        if (sides->folds[i].data == NULL)
            return false;
    }
    return true;
}

static bool is_edge(struct px_slice text, size_t at)
{
    return at >= text.size || text.data[at] == ' ' || text.data[at] == '-' || text.data[at] == '\'';
}

/* Does the phrase hold the words of the name, whole? */
static bool holds(struct px_slice phrase, struct px_slice name)
{
    for (size_t at = px_slice_find(phrase, name, 0); at != SIZE_MAX; at = px_slice_find(phrase, name, at + 1))
        if ((at == 0 || is_edge(phrase, at - 1)) && is_edge(phrase, at + name.size))
            return true;
    return false;
}

/* The side of the longest name that the phrase holds. */
static uint32_t side_of_phrase(const struct sides *sides, struct px_slice phrase)
{
    size_t longest = 0;
    uint32_t side = PX_NONE;
    for (size_t i = 0; i < sides->entries; i++) {
        if (sides->folds[i].size <= longest || !holds(phrase, sides->folds[i]))
            continue;
        longest = sides->folds[i].size;
        side = sides->side_of[i];
    }
    return side;
}

/* A speaker belongs to a side by the name of who it is, else by the phrase that stands there. */
static bool find_side(const struct sides *sides, const struct px_article *article,
                      const struct px_attribution *attribution, struct px_arena *arena, uint32_t *side)
{
    *side = PX_NONE;
    if (attribution->entity != PX_NONE) {
        struct px_slice name = fold_into(article->entities.items[attribution->entity].name, arena);
        if (name.data == NULL)
            return false;
        *side = side_of_phrase(sides, name);
    }
    if (*side != PX_NONE || attribution->speaker.count == 0)
        return true;
    struct px_slice phrase = fold_into(px_slice_span(article->text, px_attribution_namer(attribution)), arena);
    if (phrase.data == NULL)
        return false;
    *side = side_of_phrase(sides, phrase);
    return true;
}

bool px_compare_speaks(const struct px_article *article, struct px_slice name, struct px_arena *scratch)
{
    struct px_slice fold = fold_into(name, scratch);
    uint32_t side = 0;
    const struct sides one = {.folds = &fold, .side_of = &side, .entries = 1};
    uint32_t found = PX_NONE;
    for (size_t i = 0; fold.data != NULL && found == PX_NONE && i < article->attributions.count; i++)
        if (!find_side(&one, article, &article->attributions.items[i], scratch, &found))
            return false;
    return found != PX_NONE;
}

static bool count_words(struct px_sheet *sheet, const struct sides *sides, size_t a, struct px_count_row *const *rows,
                        double **all)
{
    const struct px_article *article = sheet->context->articles[a];
    uint32_t *side = px_arena_array(&sheet->context->scratch, uint32_t, article->attributions.count + 1);
    if (side == NULL)
        return false;
    for (size_t i = 0; i < article->attributions.count; i++)
        if (!find_side(sides, article, &article->attributions.items[i], &sheet->context->scratch, &side[i]))
            return false;
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (!px_token_counts(token) || token->attribution >= article->attributions.count ||
            side[token->attribution] == PX_NONE)
            continue;
        rows[side[token->attribution]]->above[a][token->sentence]++;
        all[a][token->sentence]++;
    }
    return true;
}

/* "words given to 'union', of words given to any side" */
static struct px_count_row *add_row(struct px_sheet *sheet, struct px_slice side, double **all)
{
    struct px_arena *arena = &sheet->context->comparison->arena;
    char text[512];
    snprintf(text, sizeof text, "sourcing.side.%.*s_share", PX_SLICE_SHORT(side));
    struct px_slice name = px_arena_copy(arena, px_slice_from(text));
    snprintf(text, sizeof text, "words given to side \"%.*s\", of words given to any", PX_SLICE_SHORT(side));
    struct px_slice label = px_arena_copy(arena, px_slice_from(text));
    if (name.data == NULL || label.data == NULL)
        return NULL;
    struct px_count_row *row = px_sheet_row(sheet, "sourcing", name.data, label.data);
    if (row != NULL) {
        row->measure = PX_MEASURE_SHARE;
        row->below = all;
    }
    return row;
}

enum px_status px_sheet_sides(struct px_sheet *sheet, struct px_error *error)
{
    struct sides sides = {0};
    struct px_arena *scratch = &sheet->context->scratch;
    if (sheet->context->options->sides == NULL)
        return PX_OK;
    double **all = px_sheet_numbers(sheet);
    if (all == NULL || !read_sides(sheet->context->options->sides, scratch, &sides))
        return px_no_memory(error);
    size_t first = sheet->rows.count;
    for (size_t i = 0; i < sides.count; i++)
        if (add_row(sheet, sides.names[i], all) == NULL)
            return px_no_memory(error);
    struct px_count_row **rows = px_arena_array(scratch, struct px_count_row *, sides.count);
    if (rows == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < sides.count; i++)
        rows[i] = &sheet->rows.items[first + i];
    for (size_t a = 0; a < sheet->context->count; a++)
        if (!count_words(sheet, &sides, a, rows, all))
            return px_no_memory(error);
    return PX_OK;
}
