/* The wording of one naming: its fold, its spelling, and whose voice it stands in. */
#include "naming/referent.h"

/* Folded words with a space between, without full stops, and with spaces for hyphens. */
static struct px_slice join_folds(struct px_compare_context *context, const struct px_token *tokens, uint32_t count)
{
    size_t size = 0;
    struct px_slice single = px_compare_form(context, tokens)->fold_text;
    if (count == 1 && memchr(single.data, '.', single.size) == NULL && memchr(single.data, '-', single.size) == NULL)
        return single;
    for (uint32_t i = 0; i < count; i++)
        size += px_compare_form(context, &tokens[i])->fold_text.size + 1;
    char *joined = px_arena_take(&context->scratch, size);
    size_t at = 0;
    for (size_t i = 0; joined != NULL && i < count; i++) {
        struct px_slice fold = px_compare_form(context, &tokens[i])->fold_text;
        if (i > 0 && (tokens[i].flags & PX_TOKEN_SPACE_BEFORE))
            joined[at++] = ' ';
        for (size_t j = 0; j < fold.size; j++)
            if (fold.data[j] != '.')
                joined[at++] = fold.data[j] == '-' ? ' ' : fold.data[j];
    }
    return (struct px_slice){joined, joined == NULL ? 0 : at};
}

/* The words of a title of courtesy that begins at the token: house style ("Mr. Hask"), no name for anybody. */
static uint32_t courtesy_at(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_TITLES &&
            px_slice_is(px_resources_entry(context->worker->resources, &hits->items[i])->category, "title.courtesy"))
            return hits->items[i].token_count;
    return 0;
}

/* Has the lexicon of names the word in the category: "former" among what says that something is past, "al" among the
 * particles? */
static bool is_name_word(const struct px_compare_context *context, const struct px_token *token, const char *category)
{
    const struct px_resources *resources = context->worker->resources;
    const uint32_t *entries = NULL;
    size_t count =
        resources == NULL ? 0 : px_match_form(context->worker->cache, token->form, PX_LEXICON_NAMES, &entries);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(px_resources_lexicon(resources, PX_LEXICON_NAMES)->entries.items[entries[i]].category,
                        category))
            return true;
    return false;
}

/* "the *three*": is the article all that makes the last word, a number, a name for somebody? */
static bool is_number(const struct px_article *article, uint32_t token)
{
    return article->lexemes != NULL && article->lexemes[token].word_class == PX_WORD_NUMBER;
}

/* "He *favors* a path to citizenship": does a word that tells a view of what follows, by the lexicon of cues, stand
 * before the token in its sentence? */
static bool follows_view(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_resources *resources = context->worker->resources;
    uint32_t first = article->sentences.items[article->tokens.items[token].sentence].first_token;
    for (size_t h = resources == NULL ? article->hits.count : px_hits_from(&article->hits, first);
         h < article->hits.count && article->hits.items[h].first_token < token; h++) {
        const struct px_hit *hit = &article->hits.items[h];
        if (hit->lexicon != PX_LEXICON_CUES)
            continue;
        const struct px_lexicon *cues = px_resources_lexicon(resources, PX_LEXICON_CUES);
        const struct px_entry *entry = px_resources_entry(resources, hit);
        struct px_slice tone = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "tone"));
        struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
        if (px_slice_is(takes, "object") && (px_slice_is(tone, "affirming") || px_slice_is(tone, "confrontational")))
            return true;
    }
    return false;
}

/* Flags of a token in context.stated. */
enum { STATED = 1, DISOWNED = 2 };

/* Marks the words of what may be a statement. What somebody only does, and does not judge by doing it, is none: "the law
 * *allows* mergers". */
static void mark(const struct px_article *article, const struct px_attribution *said, uint8_t *stated)
{
    bool judges = said->tone == PX_TONE_AFFIRMING || said->tone == PX_TONE_CONFRONTATIONAL;
    if (!said->speech && !said->reported && !judges)
        return;
    bool disowned = said->uptake == PX_UPTAKE_UNDERCUT || said->uptake == PX_UPTAKE_REBUTTED;
    for (size_t i = 0; i < said->content.count; i++)
        for (uint32_t t = px_compare_token_at(article, said->content.items[i].start);
             t < article->tokens.count && article->tokens.items[t].start < said->content.items[i].end; t++)
            stated[t] |= (uint8_t)(STATED | (disowned ? DISOWNED : 0));
}

bool px_referent_read_statements(struct px_compare_context *context)
{
    context->stated = px_arena_array(&context->scratch, uint8_t *, context->count);
    for (size_t a = 0; context->stated != NULL && a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        context->stated[a] = px_arena_array(&context->scratch, uint8_t, article->tokens.count);
        if (context->stated[a] == NULL)
            return false;
        for (size_t i = 0; i < article->attributions.count; i++)
            mark(article, &article->attributions.items[i], context->stated[a]);
    }
    return context->stated != NULL;
}

enum px_status px_referent_wording(struct px_compare_context *context, size_t article, uint32_t first, uint32_t count,
                                   struct px_naming *use, struct px_error *error)
{
    const struct px_article *a = context->articles[article];
    const struct px_token *tokens = a->tokens.items + first;
    uint32_t skip = 0;
    while (count > 1 && (tokens[count - 1].flags & PX_TOKEN_CLITIC))
        count--;
    bool whole = use->used_by.size > 0; /* a wording of the lexicon, which begins as it does: "same-sex couples" */
    while (!whole && !use->role && first > 0 && is_name_word(context, &tokens[-1], "name.particle") &&
           tokens[-1].sentence == tokens[0].sentence) {
        first--;
        tokens--;
        count++;
    }
    while (!whole && skip + 1 < count && px_compare_form(context, &tokens[skip])->stop &&
           !is_name_word(context, &tokens[skip], "name.former") &&
           !(skip + 2 == count && is_number(a, first + skip + 1)) &&
           px_compare_form(context, &tokens[skip])->shape != PX_SHAPE_UPPER)
        skip++;
    uint32_t courtesy = courtesy_at(context, a, first + skip);
    skip += skip + courtesy < count ? courtesy : 0;
    tokens += skip;
    count -= skip;
    use->fold = join_folds(context, tokens, count);
    use->spelling = px_slice_part(a->text, tokens[0].start, tokens[count - 1].end);
    use->article = (uint32_t)article;
    use->sentence = tokens[0].sentence;
    use->headline = !px_role_is_paragraph(a->blocks.items[a->sentences.items[use->sentence].block].role);
    uint32_t token = (uint32_t)(tokens - a->tokens.items);
    uint8_t stated = context->stated[article][token]; /* in a statement too unlikely to give the word its voice, too */
    bool perhaps = tokens[0].voice == PX_VOICE_OWN && ((stated & STATED) != 0 || follows_view(context, a, token));
    use->own = tokens[0].voice == PX_VOICE_OWN && !perhaps && !(tokens[0].flags & PX_TOKEN_DISTANCED);
    use->unsure = perhaps || px_article_doubts_voice(a, token);
    use->disowned = (stated & DISOWNED) != 0;
    return use->fold.data == NULL ? px_no_memory(error) : PX_OK;
}
