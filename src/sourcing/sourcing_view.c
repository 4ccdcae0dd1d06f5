#include "sourcing/sourcing_view.h"

enum { DEPTH_LIMIT = 31, NEAR = 4, ENDING = 3, CUE_STEPS = 8 };

static const struct {
    struct px_slice name;
    uint32_t role;
} roles[] = {
    {PX_SLICE_STATIC("nsubj"), PX_REL_SUBJECT},
    {PX_SLICE_STATIC("csubj"), PX_REL_SUBJECT},
    {PX_SLICE_STATIC("nsubj:outer"), PX_REL_SUBJECT},
    {PX_SLICE_STATIC("nsubj:pass"), PX_REL_PASSIVE_SUBJECT},
    {PX_SLICE_STATIC("csubj:pass"), PX_REL_PASSIVE_SUBJECT},
    {PX_SLICE_STATIC("obj"), PX_REL_OBJECT},
    {PX_SLICE_STATIC("ccomp"), PX_REL_CCOMP},
    {PX_SLICE_STATIC("xcomp"), PX_REL_XCOMP},
    {PX_SLICE_STATIC("parataxis"), PX_REL_PARATAXIS},
    {PX_SLICE_STATIC("advcl"), PX_REL_ADVCL},
    {PX_SLICE_STATIC("obl"), PX_REL_OBLIQUE},
    {PX_SLICE_STATIC("obl:agent"), PX_REL_AGENT},
    {PX_SLICE_STATIC("nmod"), PX_REL_NMOD},
    {PX_SLICE_STATIC("aux"), PX_REL_AUXILIARY},
    {PX_SLICE_STATIC("aux:pass"), PX_REL_PASSIVE_AUXILIARY},
    {PX_SLICE_STATIC("mark"), PX_REL_MARKER},
    {PX_SLICE_STATIC("case"), PX_REL_CASE},
    {PX_SLICE_STATIC("advmod"), PX_REL_ADVERB},
    {PX_SLICE_STATIC("compound:prt"), PX_REL_PARTICLE},
    {PX_SLICE_STATIC("iobj"), PX_REL_INDIRECT},
    {PX_SLICE_STATIC("acl"), PX_REL_ACL},
    {PX_SLICE_STATIC("acl:relcl"), PX_REL_ACL},
    {PX_SLICE_STATIC("nmod:poss"), PX_REL_OWNER},
    {PX_SLICE_STATIC("amod"), PX_REL_ADJECTIVE},
    {PX_SLICE_STATIC("appos"), PX_REL_APPOSITION},
    {PX_SLICE_STATIC("punct"), PX_REL_PUNCTUATION},
    {PX_SLICE_STATIC("det"), PX_REL_DETERMINER},
};

/* What the names of tags and relations are to features, by their numbers in the syntax model. */
struct symbols {
    uint32_t tags[256];
    uint32_t relations[256];
    uint32_t roles[256];
    uint8_t kinds[256];
};

static uint8_t kinds_of(struct px_slice upos, struct px_slice xpos)
{
    uint8_t kinds = 0;
    if (px_slice_is(upos, "VERB") || px_slice_is(upos, "AUX"))
        kinds |= PX_KIND_VERB;
    if (px_slice_is(upos, "NOUN") || px_slice_is(upos, "PROPN") || px_slice_is(upos, "PRON"))
        kinds |= PX_KIND_NOUN;
    return px_slice_starts(xpos, PX_SLICE("W")) ? kinds | PX_KIND_WH : kinds;
}

static void find_symbols(const struct px_syntax *syntax, struct symbols *symbols)
{
    for (unsigned i = 0; i < 256; i++) {
        struct px_slice upos = px_syntax_upos(syntax, (uint8_t)i), xpos = px_syntax_xpos(syntax, (uint8_t)i);
        struct px_slice relation = px_syntax_relation(syntax, (uint8_t)i);
        symbols->tags[i] = (uint32_t)px_sourcing_join(px_slice_hash(upos), px_slice_hash(xpos));
        symbols->kinds[i] = kinds_of(upos, xpos);
        symbols->relations[i] = (uint32_t)px_slice_hash(relation);
        symbols->roles[i] = 0;
        for (size_t r = 0; r < sizeof roles / sizeof *roles; r++)
            if (px_slice_equal(relation, roles[r].name))
                symbols->roles[i] = roles[r].role;
    }
}

/* The word of a token on which its other words hang, as an index among the article's words. */
static uint32_t head_word(const struct px_parsed_article *parsed, const struct px_sourcing_view *view, uint32_t token)
{
    uint32_t word = parsed->word_of_token[token];
    uint32_t base = parsed->first_word[view->tokens[token].sentence];
    for (uint32_t w = word; w < parsed->words.count && parsed->words.items[w].token == token; w++) {
        uint32_t head = parsed->parse[w].head;
        if (head == PX_NONE || parsed->words.items[base + head].token != token)
            return w;
    }
    return word;
}

static void set_grammar(struct px_sourcing_view *view, const struct symbols *symbols)
{
    const struct px_parsed_article *parsed = view->scene->annotation->parsed;
    for (uint32_t t = 0; t < view->count; t++) {
        struct px_sourcing_token *token = &view->tokens[t];
        if (parsed->word_of_token[t] == PX_NONE)
            continue;
        const struct px_parsed_word *word = &parsed->parse[head_word(parsed, view, t)];
        token->lemma = px_slice_hash(word->lemma);
        token->tag = symbols->tags[word->tag];
        token->kinds = symbols->kinds[word->tag];
        token->relation = symbols->relations[word->relation];
        token->role = symbols->roles[word->relation];
        if (word->head != PX_NONE)
            token->head = parsed->words.items[parsed->first_word[token->sentence] + word->head].token;
    }
}

/* Children from left to right, what they are to their head, depths and governors. */
static void set_tree(struct px_sourcing_view *view)
{
    for (uint32_t t = view->count; t-- > 0;) {
        struct px_sourcing_token *token = &view->tokens[t];
        if (token->head == PX_NONE || token->head == t)
            continue;
        struct px_sourcing_token *head = &view->tokens[token->head];
        token->next_child = head->first_child;
        head->first_child = t;
        head->roles |= token->role;
    }
    for (uint32_t t = 0; t < view->count; t++) {
        struct px_sourcing_token *token = &view->tokens[t];
        for (uint32_t h = token->head; h != PX_NONE && token->depth < DEPTH_LIMIT; h = view->tokens[h].head) {
            token->depth++;
            if (token->governor == PX_NONE && token->depth <= 5 && (view->tokens[h].kinds & PX_KIND_VERB) != 0)
                token->governor = h;
        }
    }
}

static void set_words(struct px_sourcing_view *view)
{
    const struct px_scene *scene = view->scene;
    for (uint32_t t = 0; t < view->count; t++) {
        struct px_sourcing_token *token = &view->tokens[t];
        const struct px_form *form = px_scene_form(scene, t);
        size_t size = form->fold_text.size;
        *token = (struct px_sourcing_token){
            .word = px_slice_hash(form->fold_text),
            .ending = px_slice_hash(px_slice_part(form->fold_text, size > ENDING ? size - ENDING : 0, size)),
            .head = PX_NONE,
            .first_child = PX_NONE,
            .next_child = PX_NONE,
            .governor = PX_NONE,
            .quotation = scene->quotations[t],
            .sentence = scene->tokens[t].sentence,
            .shape = (uint8_t)(form->shape + 8 * form->digits),
            .mark = scene->marks[t],
        };
        uint32_t m = scene->mentions[t];
        if (m != PX_NONE) {
            const struct px_mention *mention = &scene->article->mentions.items[m];
            uint8_t kind =
                mention->entity == PX_NONE ? PX_ENTITY_OTHER : scene->article->entities.items[mention->entity].kind;
            token->entity = (uint16_t)(1 + 16 * (mention->form + 1) + kind);
        }
    }
}

static void set_quotations(struct px_sourcing_view *view)
{
    const struct px_article *article = view->scene->article;
    for (uint32_t t = 0; t < view->count; t++) {
        struct px_sourcing_token *token = &view->tokens[t];
        if (token->quotation == PX_NONE)
            continue;
        const struct px_quotation *quotation = &article->quotations.items[token->quotation];
        uint32_t last = quotation->first_token + quotation->token_count - 1;
        uint8_t state = t == quotation->first_token ? PX_QUOTED_FIRST : t == last ? PX_QUOTED_LAST : PX_QUOTED_INSIDE;
        token->quoted = (uint8_t)(state + 4 * (quotation->kind != PX_QUOTATION_SPEECH));
    }
}

static bool is_outer_mark(const struct px_sourcing_view *view, uint32_t token, uint32_t mark)
{
    return view->tokens[mark].mark == '"' && view->tokens[mark].quotation != view->tokens[token].quotation;
}

static void set_near(struct px_sourcing_view *view)
{
    for (uint32_t t = 0; t < view->count; t++) {
        const struct px_sourcing_sentence *sentence = &view->sentences[view->tokens[t].sentence];
        for (uint32_t k = 1; k <= NEAR && view->tokens[t].near == 0; k++) {
            if (t + k < sentence->end && is_outer_mark(view, t, t + k))
                view->tokens[t].near = (uint16_t)k;
            else if (t >= sentence->first + k && is_outer_mark(view, t, t - k))
                view->tokens[t].near = (uint16_t)(8 + k);
        }
    }
}

/* The strongest entry of the cue lexicon that covers the token. */
static void set_cues(struct px_sourcing_view *view)
{
    const struct px_hits *hits = &view->scene->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(view->scene->annotation->resources, PX_LEXICON_CUES);
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_CUES)
            continue;
        const struct px_entry *entry = &lexicon->entries.items[hit->entry];
        uint16_t strength = (uint16_t)(1 + (int)(entry->weight * CUE_STEPS));
        uint16_t cue = (uint16_t)(strength << 8 | (px_slice_hash(entry->category) & 0xFF));
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++)
            if (view->tokens[t].cue < cue)
                view->tokens[t].cue = cue;
    }
}

static void set_sentences(struct px_sourcing_view *view)
{
    const struct px_article *article = view->scene->article;
    for (uint32_t s = 0; s < view->sentence_count; s++) {
        const struct px_sentence *source = &article->sentences.items[s];
        uint8_t role = article->blocks.items[source->block].role;
        uint32_t quoted = 0;
        for (uint32_t t = source->first_token; t < source->first_token + source->token_count; t++)
            quoted += view->tokens[t].quoted >= PX_QUOTED_FIRST && view->tokens[t].quoted <= PX_QUOTED_LAST;
        view->sentences[s] = (struct px_sourcing_sentence){
            .first = source->first_token,
            .end = source->first_token + source->token_count,
            .block = source->block,
            .quoted = quoted == 0                              ? PX_SENTENCE_PLAIN
                      : 10 * quoted >= 9 * source->token_count ? PX_SENTENCE_FULL
                                                               : PX_SENTENCE_PART,
            .heading = source->block == 0 ? 2 : role <= PX_ROLE_HEADING,
            .opens = s == 0 || article->sentences.items[s - 1].block != source->block,
        };
    }
}

bool px_sourcing_view_init(struct px_sourcing_view *view, struct px_scene *scene)
{
    struct symbols *symbols = px_arena_new(scene->arena, struct symbols);
    *view = (struct px_sourcing_view){
        .scene = scene,
        .tokens = px_arena_array(scene->arena, struct px_sourcing_token, scene->count + 1),
        .sentences = px_arena_array(scene->arena, struct px_sourcing_sentence, scene->article->sentences.count + 1),
        .tails = px_arena_array(scene->arena, struct px_sourcing_tail, scene->article->sentences.count + 1),
        .count = scene->count,
        .sentence_count = (uint32_t)scene->article->sentences.count,
    };
    if (symbols == NULL || view->tokens == NULL || view->sentences == NULL || view->tails == NULL)
        return false;
    find_symbols(scene->annotation->parsed->syntax, symbols);
    set_words(view);
    set_grammar(view, symbols);
    set_tree(view);
    set_quotations(view);
    set_sentences(view);
    set_near(view);
    set_cues(view);
    for (uint32_t s = 0; s < view->sentence_count; s++) {
        view->tails[s] = px_sourcing_find_tail(scene, s);
        if (!px_sourcing_place_tail(scene, &view->tails[s]))
            return false;
    }
    return true;
}

static unsigned mark_class(char mark)
{
    switch (mark) {
    case ',': return 1;
    case '.':
    case '!':
    case '?': return 2;
    case ':':
    case ';':
    case '-': return 3;
    default: return 0;
    }
}

uint16_t px_sourcing_bound(const struct px_sourcing_view *view, uint32_t token)
{
    const struct px_sourcing_token *at = &view->tokens[token];
    const struct px_sourcing_token *before = token == 0 ? NULL : at - 1;
    uint32_t left = before == NULL ? PX_NONE : before->quotation;
    unsigned quotation = left == at->quotation      ? (left == PX_NONE ? 0 : 1)
                         : left == PX_NONE          ? 2
                         : at->quotation == PX_NONE ? 3
                                                    : 4;
    unsigned begins = token == view->sentences[at->sentence].first;
    unsigned mark = before == NULL ? 0 : mark_class(before->mark);
    unsigned word = px_scene_has(view->scene, token, PX_CLASS_THAT) ? 1 : at->mark == ',' || at->mark == '.' ? 2 : 0;
    return (uint16_t)(((quotation * 2 + begins) * 4 + mark) * 3 + word);
}
