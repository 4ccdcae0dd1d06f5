#include "tuning/score.h"

#include "text/normalise.h"
#include "tuning/shingles.h"

static bool score_segments(const struct px_gold_page *gold, const struct px_article *article,
                           struct px_clean_score *score)
{
    struct px_buffer text = {0};
    px_text_tidy(article->text, &text);
    for (size_t i = 0; i < gold->wanted.count; i++) {
        bool there = px_slice_find(px_buffer_slice(&text), gold->wanted.items[i], 0) != SIZE_MAX;
        score->right += there;
        score->missed += !there;
    }
    for (size_t i = 0; i < gold->unwanted.count; i++)
        score->wrong += px_slice_find(px_buffer_slice(&text), gold->unwanted.items[i], 0) != SIZE_MAX;
    bool fine = !text.failed;
    px_buffer_release(&text);
    return fine;
}

static bool score_text(const struct px_gold_page *gold, const struct px_article *article, struct px_clean_score *score)
{
    struct px_arena arena = {0};
    struct px_buffer body = {0};
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        if (block->role == PX_ROLE_TITLE || block->role == PX_ROLE_STANDFIRST)
            continue;
        px_buffer_append(&body, px_slice_part(article->text, block->start, block->end));
        px_buffer_byte(&body, '\n');
    }
    struct px_shingles own = px_shingles_find(px_buffer_slice(&body), &arena);
    struct px_shingles whole = px_shingles_find(gold->text, &arena);
    bool fine = !body.failed && own.hashes != NULL && whole.hashes != NULL;
    if (fine) {
        double common = (double)px_shingles_common(&own, &whole, true);
        score->precision += own.count == 0 ? 0 : common / (double)own.count;
        score->recall += whole.count == 0 ? 0 : common / (double)whole.count;
        score->with_text += own.count > 0;
        score->with_gold += whole.count > 0;
    }
    px_buffer_release(&body);
    px_arena_release(&arena);
    return fine;
}

bool px_clean_score_add(const struct px_gold_page *gold, const struct px_article *article, struct px_clean_score *score)
{
    return gold->gold == PX_GOLD_TEXT ? score_text(gold, article, score) : score_segments(gold, article, score);
}

static void write_line(const char *name, const char *what, double precision, double recall, struct px_buffer *out)
{
    double sum = precision + recall;
    px_buffer_printf(out, "%s %s: P %.3f R %.3f F1 %.3f\n", name, what, precision, recall,
                     sum > 0 ? 2 * precision * recall / sum : 0);
}

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

void px_clean_score_write(const struct px_clean_score *score, const char *name, struct px_buffer *out)
{
    if (score->right + score->missed > 0)
        write_line(name, "segments", ratio((double)score->right, (double)(score->right + score->wrong)),
                   ratio((double)score->right, (double)(score->right + score->missed)), out);
    if (score->with_gold > 0)
        write_line(name, "body text", ratio(score->precision, (double)score->with_text),
                   ratio(score->recall, (double)score->with_gold), out);
}
