#include <stdlib.h>

#include "reading/parse.h"
#include "sourcing/sourcing.h"

enum {
    HOUSED_LEAST = 5, /* tokens of a quotation, marks included */
    PRESENT = 1000    /* times as much as a cue elsewhere */
};

static const double high_margin = 0.03;

static const struct px_cue_entry unknown = {.kind = PX_CUE_VERB, .tone = PX_TONE_NEUTRAL, .gap = -1};

/* The heaviest entry of the cue lexicon whose words begin in the cue, or NULL. */
static const struct px_cue *find_hit(const struct px_scene *scene, struct px_range cue)
{
    const struct px_cue *best = NULL;
    for (uint32_t t = cue.first; t < cue.end; t++) {
        const struct px_cue *hit = px_scene_cue_at(scene, t);
        if (hit != NULL && (best == NULL || hit->entry->weight > best->entry->weight))
            best = hit;
    }
    return best;
}

/* "they *also* “know how it ends”": does the word, by its tag, tell what somebody does or says? An adverb does not. */
static bool names_act(const struct px_scene *scene, uint32_t token)
{
    static const char *const tags[] = {"VERB", "NOUN", "PROPN", "ADJ", "AUX", "PUNCT"};
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    if (tree == NULL)
        return true;
    struct px_slice tag = px_syntax_upos(tree->syntax, tree->words[px_parse_word(scene->annotation, token)].tag);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (px_slice_is(tag, tags[i]))
            return true;
    return false;
}

/* What the lexicon says of the cue; of one that it does not know, the lemma alone. */
static bool set_entry(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_cue *cue)
{
    const struct px_cue *hit = find_hit(scene, find->cue);
    const struct px_parsed_article *parsed = scene->annotation->parsed;
    cue->core = find->cue;
    cue->group = find->cue;
    if (hit != NULL) {
        struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
        if (entry == NULL)
            return false;
        *entry = *hit->entry;
        entry->gap = -1; /* the cue has its words, whatever stood between */
        cue->entry = entry;
        cue->core = hit->core;
        return true;
    }
    struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
    if (entry == NULL)
        return false;
    *entry = unknown;
    if (parsed->word_of_token[find->head] != PX_NONE && names_act(scene, find->head))
        entry->lemma = px_arena_copy(&scene->article->arena, parsed->parse[parsed->word_of_token[find->head]].lemma);
    cue->entry = entry;
    return entry->lemma.data != NULL || entry->lemma.size == 0;
}

/* "Ten were hurt, the ministry *said*; most went home": the sentence goes on behind the semicolon without the cue. */
static void end_at_semicolon(const struct px_scene *scene, struct px_cue *cue)
{
    uint32_t last = cue->group.end - 1;
    uint32_t end = last > cue->core.first && scene->marks[last] == ';' ? last : cue->group.end;
    if (end >= cue->bounds.end || scene->marks[end] != ';')
        return;
    cue->group.end = end;
    cue->core.end = cue->core.end < end ? cue->core.end : end;
    cue->bounds.end = end;
}

static bool add_cue(struct px_scene *scene, const struct px_sourcing_finds *finds, const struct px_sourcing_find *find)
{
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    uint32_t sentence = scene->tokens[find->cue.first].sentence;
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    *cue = (struct px_cue){
        .sentence = sentence,
        .bounds = {s->first_token, s->first_token + s->token_count},
        .speaker = {find->cue.first, find->cue.first},
        .source = find->source,
        .score = find->confidence,
    };
    if (!set_entry(scene, find, cue))
        return false;
    for (uint32_t t = find->cue.first; t < find->cue.end; t++)
        cue->negated = cue->negated || px_scene_has(scene, t, PX_CLASS_NEGATION);
    end_at_semicolon(scene, cue);
    for (size_t i = 0; i < find->content.count; i++)
        if (find->content.items[i].first < cue->bounds.end ||
            find->content.items[i].first >= s->first_token + s->token_count)
            px_scene_add_content(scene, cue, find->content.items[i]);
    px_sourcing_set_speaker(scene, finds, find, cue);
    if (!px_sourcing_keep_clause(scene, cue) || !px_sourcing_yield(scene, cue) ||
        !px_sourcing_read_tail(scene, finds, find, cue) || !px_sourcing_pass_on(scene, finds, find, cue))
        return false;
    cue->is_dropped = cue->content.count == 0;
    return !scene->failed;
}

/* Who holds each token as content; PX_NONE: nobody. */
static uint32_t *find_owners(const struct px_scene *scene, size_t first)
{
    uint32_t *owners = px_arena_array(scene->arena, uint32_t, scene->count + 1);
    if (owners == NULL)
        return NULL;
    memset(owners, 0xFF, (scene->count + 1) * sizeof *owners);
    for (size_t i = first; i < scene->cues.count; i++)
        for (size_t r = 0; !scene->cues.items[i].is_dropped && r < scene->cues.items[i].content.count; r++) {
            struct px_range part = scene->cues.items[i].content.items[r];
            for (uint32_t t = part.first; t < part.end; t++)
                owners[t] = (uint32_t)i;
        }
    return owners;
}

static uint32_t block_of(const struct px_scene *scene, uint32_t token)
{
    return scene->article->sentences.items[scene->tokens[token].sentence].block;
}

static bool stands_in(const struct px_cue *cue, struct px_range speech)
{
    return cue->core.first >= speech.first && cue->core.end <= speech.end;
}

static struct px_range speech_of(const struct px_quotation *quotation)
{
    return (struct px_range){quotation->first_token, quotation->first_token + quotation->token_count};
}

/* Quoted speech, which may go on from paragraph to paragraph: its parts by quotation. */
struct speeches {
    uint32_t *next;  /* the quotation that goes on from this one, or PX_NONE */
    double *weights; /* by cue, zero between speeches */
};

static bool read_speeches(const struct px_scene *scene, struct speeches *speeches)
{
    size_t count = scene->article->quotations.count;
    speeches->next = px_arena_array(scene->arena, uint32_t, count + 1);
    speeches->weights = px_arena_array(scene->arena, double, scene->cues.count + 1);
    if (speeches->next == NULL || speeches->weights == NULL)
        return false;
    memset(speeches->next, 0xFF, (count + 1) * sizeof *speeches->next);
    for (uint32_t q = 0; q < count; q++)
        if (scene->article->quotations.items[q].continues != PX_NONE)
            speeches->next[scene->article->quotations.items[q].continues] = q;
    return true;
}

/* What a token of the speech says for the cue that holds it: its confidence, and more than all others where the cue
 * stands in the same paragraph, since a paragraph that names a speaker is that speaker's. */
static double weigh(const struct px_scene *scene, uint32_t owner, uint32_t token)
{
    const struct px_cue *cue = &scene->cues.items[owner];
    return cue->score * (block_of(scene, cue->core.first) == block_of(scene, token) ? PRESENT : 1);
}

/* Who holds most of the speech that begins with the quotation; PX_NONE: nobody. */
static uint32_t find_holder(const struct px_scene *scene, const struct speeches *speeches, const uint32_t *owners,
                            uint32_t first)
{
    const struct px_quotation *items = scene->article->quotations.items;
    double *weights = speeches->weights;
    uint32_t best = PX_NONE;
    for (uint32_t q = first; q != PX_NONE; q = speeches->next[q]) {
        struct px_range part = speech_of(&items[q]);
        for (uint32_t t = part.first; t < part.end; t++) {
            if (owners[t] == PX_NONE || stands_in(&scene->cues.items[owners[t]], part))
                continue;
            weights[owners[t]] += weigh(scene, owners[t], t);
            if (best == PX_NONE || weights[owners[t]] > weights[best])
                best = owners[t];
        }
    }
    for (uint32_t q = first; q != PX_NONE; q = speeches->next[q])
        for (uint32_t t = speech_of(&items[q]).first; t < speech_of(&items[q]).end; t++)
            if (owners[t] != PX_NONE)
                weights[owners[t]] = 0;
    return best;
}

static bool touches(const struct px_ranges *content, struct px_range part)
{
    for (size_t i = 0; i < content->count; i++)
        if (content->items[i].first < part.end && content->items[i].end > part.first)
            return true;
    return false;
}

void px_scene_cut_content(struct px_scene *scene, struct px_cue *cue, struct px_range part)
{
    struct px_ranges old = cue->content;
    if (!touches(&old, part))
        return;
    cue->content = (struct px_ranges){0};
    for (size_t i = 0; i < old.count; i++) {
        struct px_range range = old.items[i];
        px_scene_add_content(scene, cue,
                             (struct px_range){range.first, range.end < part.first ? range.end : part.first});
        px_scene_add_content(scene, cue, (struct px_range){range.first > part.end ? range.first : part.end, range.end});
    }
}

static int by_first(const void *left, const void *right)
{
    const struct px_range *a = left;
    const struct px_range *b = right;
    return (a->first > b->first) - (a->first < b->first);
}

/* In order of position, with what touches put together. */
static void tidy(struct px_ranges *ranges)
{
    size_t kept = 0;
    if (ranges->count > 1)
        qsort(ranges->items, ranges->count, sizeof *ranges->items, by_first);
    for (size_t i = 0; i < ranges->count; i++) {
        if (kept > 0 && ranges->items[kept - 1].end >= ranges->items[i].first)
            ranges->items[kept - 1].end = ranges->items[i].end;
        else
            ranges->items[kept++] = ranges->items[i];
    }
    ranges->count = kept;
}

/* Gives the holder all of the part but what cues inside it hold. */
static void give(struct px_scene *scene, uint32_t *owners, struct px_range part, uint32_t holder)
{
    px_scene_cut_content(scene, &scene->cues.items[holder], part);
    for (uint32_t t = part.first, end; t < part.end; t = end) {
        uint32_t owner = owners[t];
        for (end = t; end < part.end && owners[end] == owner; end++)
            ;
        bool other = owner != PX_NONE && owner != holder;
        if (other && stands_in(&scene->cues.items[owner], part))
            continue;
        if (other)
            px_scene_cut_content(scene, &scene->cues.items[owner], (struct px_range){t, end});
        px_scene_add_content(scene, &scene->cues.items[holder], (struct px_range){t, end});
        for (uint32_t u = t; u < end; u++)
            owners[u] = holder;
    }
    tidy(&scene->cues.items[holder].content);
}

/* "“We worked for that,” *she said*, “and we will keep it.”": does the cue that holds the quotation, in the paragraph it goes
 * on in, stand right behind it, and lead to the rest of the sentence? Then the two halves stay together. */
static bool has_cue_behind(const struct px_scene *scene, const uint32_t *owners, struct px_range part)
{
    uint32_t owner = owners[part.first];
    if (owner == PX_NONE)
        return false;
    const struct px_cue *cue = &scene->cues.items[owner];
    uint32_t first =
        px_range_empty(cue->speaker) || cue->group.first < cue->speaker.first ? cue->group.first : cue->speaker.first;
    const struct px_ranges *content = &cue->content;
    return first == part.end && cue->bounds.first == part.first &&
           content->items[content->count - 1].first > cue->group.first &&
           scene->quotations[content->items[content->count - 1].first] != PX_NONE;
}

/* Quoted speech has one speaker: a sentence that ends within the marks does not end it, nor does a paragraph that goes
 * on in the next. */
static bool unite(struct px_scene *scene, uint32_t *owners)
{
    const struct px_quotation *items = scene->article->quotations.items;
    struct speeches speeches;
    if (!read_speeches(scene, &speeches))
        return false;
    for (uint32_t q = 0; q < scene->article->quotations.count; q++) {
        bool whole = speeches.next[q] != PX_NONE || items[q].token_count >= HOUSED_LEAST;
        if (items[q].kind != PX_QUOTATION_SPEECH || items[q].continues != PX_NONE || !whole)
            continue;
        uint32_t holder = find_holder(scene, &speeches, owners, q);
        for (uint32_t part = q; holder != PX_NONE && part != PX_NONE; part = speeches.next[part])
            if (part == q || !has_cue_behind(scene, owners, speech_of(&items[part])))
                give(scene, owners, speech_of(&items[part]), holder);
    }
    return true;
}

/* "forces left despite fears that *“it would help them”*": does the article's own sentence, without the quotation before,
 * lead into the quotation, so that it may be anybody's? */
static bool is_led_into(const struct px_scene *scene, uint32_t first, uint32_t last)
{
    uint32_t sentence = scene->tokens[first].sentence;
    return first > scene->article->sentences.items[sentence].first_token && scene->tokens[last].sentence != sentence &&
           scene->marks[first - 1] == 0;
}

/* The cue whose words a quotation goes on with when nobody else is named: the one that holds the quotation before it,
 * in the same paragraph or the one before; or PX_NONE. */
static uint32_t find_host(const struct px_scene *scene, const uint32_t *owners, uint32_t quotation)
{
    const struct px_quotation *items = scene->article->quotations.items;
    uint32_t before = items[quotation].continues != PX_NONE ? items[quotation].continues : quotation - 1;
    uint32_t last = items[before].first_token + items[before].token_count - 1;
    uint32_t first = items[quotation].first_token;
    if (items[before].kind != PX_QUOTATION_SPEECH || last >= first ||
        (items[quotation].continues == PX_NONE && is_led_into(scene, first, last)))
        return PX_NONE;
    /* "His conduct is unbecoming": what begins with somebody in the third person may be of another speaker. */
    if (items[quotation].continues == PX_NONE && block_of(scene, last) != block_of(scene, first) &&
        px_scene_is_personal(scene, first + 1))
        return PX_NONE;
    return block_of(scene, last) + 1 >= block_of(scene, first) ? owners[items[before].first_token] : PX_NONE;
}

/* "*“Absolutely not,”* Smith said, adding: “…”": the cue that holds the next quotation, where its speaker stands right
 * behind this one; or PX_NONE. */
static uint32_t find_host_behind(const struct px_scene *scene, const uint32_t *owners, uint32_t quotation)
{
    const struct px_quotation *items = scene->article->quotations.items;
    uint32_t end = items[quotation].first_token + items[quotation].token_count;
    bool spoken = end >= 2 && end < scene->count &&
                  (scene->marks[end - 2] == ',' || scene->marks[end - 2] == '?' || scene->marks[end - 2] == '!');
    if (quotation + 1 >= scene->article->quotations.count || !spoken)
        return PX_NONE;
    uint32_t host = owners[items[quotation + 1].first_token];
    if (host == PX_NONE)
        return PX_NONE;
    const struct px_cue *cue = &scene->cues.items[host];
    return cue->speaker.first == end && !px_range_empty(cue->speaker) &&
                   cue->bounds.first == items[quotation].first_token
               ? host
               : PX_NONE;
}

/* Is the quotation a paragraph of its own? */
static bool is_paragraph(const struct px_scene *scene, const struct px_quotation *quotation)
{
    const struct px_block *block = &scene->article->blocks.items[block_of(scene, quotation->first_token)];
    uint32_t last = block->first_sentence + block->sentence_count - 1;
    const struct px_sentence *sentences = scene->article->sentences.items;
    return px_role_is_paragraph(block->role) &&
           sentences[block->first_sentence].first_token == quotation->first_token &&
           sentences[last].first_token + sentences[last].token_count == quotation->first_token + quotation->token_count;
}

/* The last cue of each paragraph, from the first on that was found; PX_NONE where there is none. NULL when memory is out. */
static uint32_t *find_last_cues(const struct px_scene *scene, size_t first)
{
    size_t blocks = scene->article->blocks.count;
    uint32_t *last = px_arena_array(scene->arena, uint32_t, blocks + 1);
    if (last == NULL)
        return NULL;
    memset(last, 0xFF, (blocks + 1) * sizeof *last);
    for (size_t i = first; i < scene->cues.count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        uint32_t *best = &last[block_of(scene, cue->core.first)];
        if (!cue->is_dropped && (*best == PX_NONE || cue->core.first > scene->cues.items[*best].core.first))
            *best = (uint32_t)i;
    }
    return last;
}

/* "Brell said that talks may go on. / *“With the port open, we can agree.”*": the last cue of the paragraph before, where it has
 * a speaker; or PX_NONE. */
static uint32_t find_host_before(const struct px_scene *scene, const uint32_t *last_cues,
                                 const struct px_quotation *quotation)
{
    uint32_t block = block_of(scene, quotation->first_token);
    if (block == 0 || !is_paragraph(scene, quotation) || px_scene_is_personal(scene, quotation->first_token + 1))
        return PX_NONE;
    uint32_t host = last_cues[block - 1];
    return host == PX_NONE || px_range_empty(scene->cues.items[host].speaker) ? PX_NONE : host;
}

/* "the “wait and see” policy": does the quotation, which ends before the token, describe the noun there rather than say
 * anything? */
static bool describes_noun(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = token < scene->count ? px_parse_tree(scene->annotation, token) : NULL;
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    return tree != NULL && scene->marks[token] == 0 && scene->quotations[token] == PX_NONE &&
           scene->tokens[token].sentence == scene->tokens[token - 1].sentence && px_tree_has_upos(tree, word, "NOUN");
}

/* Quoted speech that no content holds goes to the speaker of the speech before. */
static bool house(struct px_scene *scene, uint32_t *owners, size_t first)
{
    const uint32_t *last_cues = find_last_cues(scene, first);
    if (last_cues == NULL)
        return false;
    for (uint32_t q = 0; q < scene->article->quotations.count; q++) {
        const struct px_quotation *quotation = &scene->article->quotations.items[q];
        uint32_t end = quotation->first_token + quotation->token_count, t = quotation->first_token;
        bool speech = quotation->kind == PX_QUOTATION_SPEECH && quotation->token_count >= HOUSED_LEAST;
        while (t < end && owners[t] == PX_NONE)
            t++;
        if (t < end || describes_noun(scene, end))
            continue;
        uint32_t host = find_host_behind(scene, owners, q);
        if (host == PX_NONE && q > 0 && speech)
            host = find_host(scene, owners, q);
        if (host == PX_NONE && speech)
            host = find_host_before(scene, last_cues, quotation);
        if (host == PX_NONE)
            continue;
        px_scene_add_content(scene, &scene->cues.items[host], (struct px_range){quotation->first_token, end});
        tidy(&scene->cues.items[host].content);
        for (t = quotation->first_token; t < end; t++)
            owners[t] = host;
    }
    return true;
}

/* Speech that goes on: within its marks and from paragraph to paragraph first, then with nobody else named. */
static bool follow(struct px_scene *scene, size_t first)
{
    uint32_t *owners = find_owners(scene, first);
    if (owners == NULL)
        return false;
    if (!unite(scene, owners))
        return false;
    for (size_t i = first; i < scene->cues.count; i++)
        if (!scene->cues.items[i].is_dropped)
            px_scene_follow(scene, &scene->cues.items[i], owners, (uint32_t)i);
    for (size_t i = first; i < scene->cues.count; i++)
        if (!scene->cues.items[i].is_dropped) {
            px_scene_bound(scene, &scene->cues.items[i], owners, (uint32_t)i);
            px_scene_mend(scene, &scene->cues.items[i], owners, (uint32_t)i);
        }
    owners = find_owners(scene, first); /* anew, with what was completed */
    if (owners == NULL)
        return false;
    if (!house(scene, owners, first))
        return false;
    for (size_t i = first; i < scene->cues.count; i++)
        scene->cues.items[i].is_dropped |= scene->cues.items[i].content.count == 0;
    return !scene->failed;
}

static int by_core(const void *left, const void *right)
{
    const struct px_cue *a = left;
    const struct px_cue *b = right;
    return (a->core.first > b->core.first) - (a->core.first < b->core.first);
}

/* What the model misses, by place, among what it finds: in the order of the text, in which pronouns are read. */
static bool add_missed(struct px_scene *scene, size_t first)
{
    if (!px_scene_add_inserted(scene, first) || !px_scene_add_tagged(scene, first) ||
        !px_sourcing_add_tails(scene, first) || !px_sourcing_add_sources(scene, first) ||
        !px_sourcing_add_fronts(scene, first) || !px_scene_split_joined(scene, first) ||
        !px_scene_add_clauses(scene, first) || !px_scene_add_participles(scene, first))
        return false;
    if (scene->cues.count > first)
        qsort(scene->cues.items + first, scene->cues.count - first, sizeof *scene->cues.items, by_core);
    px_scene_join_gerunds(scene, first);
    return true;
}

enum px_status px_scene_read(struct px_scene *scene, struct px_error *error)
{
    const struct px_sourcing_model *model = scene->annotation->options->sourcing;
    struct px_sourcing_view view;
    struct px_sourcing_finds finds = {0};
    if (!px_sourcing_view_init(&view, scene))
        return px_no_memory(error);
    enum px_status status = px_sourcing_find(model, &view, &finds, error);
    if (status == PX_OK)
        status = px_sourcing_choose(model, &view, &finds, error);
    if (status == PX_OK)
        status = px_sourcing_refine(model, &view, &finds, error);
    scene->high_tier = model->high;
    scene->margin = high_margin;
    size_t first = scene->cues.count;
    for (size_t i = 0; i < first; i++)
        scene->cues.items[i].is_dropped = true; /* hits of the lexicon stay, since phrases end at them */
    for (size_t i = 0; status == PX_OK && i < finds.count; i++)
        if (finds.items[i].stands && !add_cue(scene, &finds, &finds.items[i]))
            status = px_no_memory(error);
    if (status == PX_OK && !add_missed(scene, first))
        status = px_no_memory(error);
    if (status == PX_OK && !follow(scene, first))
        status = px_no_memory(error);
    return status;
}
