/* Words as they are counted among the terms: by lemma, though "better" is not "good", a verb apart from a noun of the
 * same letters ("they pointed to", "talking points"), and what stands between hyphens as the words that it is made of
 * where those stand alone, too. Stems are for finding what is alike: as words to show they lie ("added" and "ad"). Only
 * with grammar. */
#include "align/align.h"
#include "base/buffer.h"

enum { PART_LEAST = 3 }; /* letters */
#define VERB '\1'        /* behind the lemma of a verb */

struct lexemes {
    struct px_compare_context *context;
    struct px_buffer buffer;
    struct px_table keys;   /* lemmas, with what tells a verb */
    struct px_table folds;  /* forms in small letters … */
    uint32_t *term_of_fold; /* … with the term of the first use; the articles in an order of their own */
    uint32_t first;         /* the term of the first key; others follow in order */
};

static const struct px_form *form_of(const struct lexemes *lexemes, size_t a, uint32_t token)
{
    return px_compare_form(lexemes->context, &lexemes->context->articles[a]->tokens.items[token]);
}

/* What the uses of a word have in common. */
static struct px_slice root_of(const struct lexemes *lexemes, size_t a, uint32_t token)
{
    const struct px_lexeme *lexeme = &lexemes->context->articles[a]->lexemes[token];
    bool compared = lexeme->word_class == PX_WORD_ADJECTIVE || lexeme->word_class == PX_WORD_ADVERB;
    return compared ? form_of(lexemes, a, token)->fold_text
                    : px_vocabulary_form(lexemes->context->worker->vocabulary, lexeme->lemma)->fold_text;
}

/* The word's term, made if there is none; PX_NONE when memory is out. */
static uint32_t term_of(struct lexemes *lexemes, size_t a, uint32_t token)
{
    struct px_wording *wording = &lexemes->context->wording;
    bool added = false;
    px_buffer_clear(&lexemes->buffer);
    px_buffer_append(&lexemes->buffer, root_of(lexemes, a, token));
    if (lexemes->context->articles[a]->lexemes[token].word_class == PX_WORD_VERB)
        px_buffer_byte(&lexemes->buffer, VERB);
    uint32_t id =
        lexemes->buffer.failed ? PX_NONE : px_table_add(&lexemes->keys, px_buffer_slice(&lexemes->buffer), &added);
    wording->count += id != PX_NONE && added;
    return id == PX_NONE ? PX_NONE : lexemes->first + id;
}

static bool is_compound(const struct lexemes *lexemes, size_t a, const struct px_use *use)
{
    return form_of(lexemes, a, use->token)->part_count > 1;
}

static bool read_simple(struct lexemes *lexemes, size_t a)
{
    const struct px_wording *wording = &lexemes->context->wording;
    for (uint32_t u = 0; u < wording->use_count[a]; u++) {
        struct px_use *use = &wording->uses[a][u];
        if (use->term >= lexemes->context->index.count || is_compound(lexemes, a, use))
            continue;
        if (lexemes->context->articles[a]->lexemes[use->token].word_class == PX_WORD_NUMBER) {
            use->said = PX_NONE; /* "four" is no more a term than "4" */
            continue;
        }
        uint32_t term = term_of(lexemes, a, use->token);
        uint32_t fold = px_table_borrow(&lexemes->folds, form_of(lexemes, a, use->token)->fold_text, NULL);
        if (term == PX_NONE || fold == PX_NONE)
            return false;
        if (lexemes->term_of_fold[fold] == 0)
            lexemes->term_of_fold[fold] = term + 1;
        use->said = term;
    }
    return true;
}

/* The term of a word that stands somewhere by itself, or PX_NONE. */
static uint32_t find(const struct lexemes *lexemes, struct px_slice fold)
{
    uint32_t id = px_table_find(&lexemes->folds, fold);
    return id == PX_NONE ? PX_NONE : lexemes->term_of_fold[id] - 1;
}

/* "e-mails" where "emails" stands, too. */
static uint32_t find_joined(struct lexemes *lexemes, struct px_slice fold)
{
    px_buffer_clear(&lexemes->buffer);
    for (size_t i = 0; i < fold.size; i++)
        if (fold.data[i] != '-')
            px_buffer_byte(&lexemes->buffer, fold.data[i]);
    return lexemes->buffer.failed ? PX_NONE : find(lexemes, px_buffer_slice(&lexemes->buffer));
}

/* The term of a part; PX_NONE where it is a small word or stands nowhere by itself (`*alone` is false then). */
static uint32_t find_part(const struct lexemes *lexemes, uint32_t part, bool *alone)
{
    const struct px_worker *worker = lexemes->context->worker;
    struct px_slice fold = px_vocabulary_fold_text(worker->vocabulary, part);
    uint32_t form = px_vocabulary_add(worker->vocabulary, fold);
    bool small = form != PX_NONE && px_vocabulary_form(worker->vocabulary, form)->stop;
    uint32_t term = small ? PX_NONE : find(lexemes, fold);
    *alone = small || (term != PX_NONE && fold.size >= PART_LEAST);
    return term;
}

/* Is the term among the parts of the word already, as in "state-by-state"? A reader counts the word once. */
static bool is_counted(const struct px_wording *wording, size_t a, uint32_t start, uint32_t term)
{
    for (uint32_t u = start; u < wording->part_count[a]; u++)
        if (wording->parts[a][u].said == term)
            return true;
    return false;
}

/* Counts the parts instead of the whole, if all of them stand by themselves. */
static bool part(struct lexemes *lexemes, size_t a, struct px_use *use)
{
    const struct px_form *form = form_of(lexemes, a, use->token);
    struct px_wording *wording = &lexemes->context->wording;
    uint32_t start = wording->part_count[a];
    bool alone = true;
    for (uint16_t i = 0; alone && i < form->part_count; i++) {
        uint32_t term = find_part(lexemes, form->parts[i], &alone);
        if (term != PX_NONE && !is_counted(wording, a, start, term))
            wording->parts[a][wording->part_count[a]++] =
                (struct px_use){.term = use->term, .said = term, .token = use->token, .block = use->block};
    }
    if (!alone)
        wording->part_count[a] = start;
    return alone && wording->part_count[a] > start;
}

static bool read_compounds(struct lexemes *lexemes, size_t a)
{
    struct px_wording *wording = &lexemes->context->wording;
    size_t parts = 0;
    for (uint32_t u = 0; u < wording->use_count[a]; u++)
        parts += form_of(lexemes, a, wording->uses[a][u].token)->part_count;
    wording->parts[a] = px_arena_array(&lexemes->context->scratch, struct px_use, parts);
    if (wording->parts[a] == NULL)
        return false;
    for (uint32_t u = 0; u < wording->use_count[a]; u++) {
        struct px_use *use = &wording->uses[a][u];
        if (use->term >= lexemes->context->index.count || !is_compound(lexemes, a, use))
            continue;
        use->said = find_joined(lexemes, form_of(lexemes, a, use->token)->fold_text);
        if (use->said != PX_NONE || part(lexemes, a, use))
            continue;
        use->said = term_of(lexemes, a, use->token);
        if (use->said == PX_NONE)
            return false;
    }
    return true;
}

enum px_status px_compare_wording_lexemes(struct px_compare_context *context, struct px_error *error)
{
    struct px_wording *wording = &context->wording;
    struct lexemes lexemes = {.context = context, .first = wording->count};
    size_t uses = 0;
    bool done = true, parsed = true;
    for (size_t a = 0; a < context->count; a++) {
        uses += wording->use_count[a];
        parsed = parsed && context->articles[a]->lexemes != NULL;
    }
    wording->parts = px_arena_array(&context->scratch, struct px_use *, context->count);
    wording->part_count = px_arena_array(&context->scratch, uint32_t, context->count);
    lexemes.term_of_fold = px_arena_array(&context->scratch, uint32_t, uses);
    if (wording->parts == NULL || wording->part_count == NULL || lexemes.term_of_fold == NULL)
        return px_no_memory(error);
    for (size_t i = 0; parsed && done && i < context->count; i++)
        done = read_simple(&lexemes, context->order[i]);
    for (size_t i = 0; parsed && done && i < context->count; i++)
        done = read_compounds(&lexemes, context->order[i]);
    px_buffer_release(&lexemes.buffer);
    px_table_release(&lexemes.keys);
    px_table_release(&lexemes.folds);
    return done ? PX_OK : px_no_memory(error);
}
