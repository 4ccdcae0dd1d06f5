#include "sourcing/sourcing_view.h"

/* Templates: what a feature is made of. The order is part of the model. */
enum {
    BIAS,
    WORD,
    LEMMA,
    TAG,
    LEMMA_TAG,
    ENDING,
    SHAPE,
    WORD_AT,
    TAG_AT,
    LEMMA_AT,
    LEMMAS_AHEAD,
    LEMMAS_BACK,
    LEMMAS_AROUND,
    TAGS_AROUND,
    LEMMA_TAG_AHEAD,
    LEMMA_TAG_BACK,
    TAGS_AHEAD,
    TAGS_BACK,
    LEMMAS_AHEAD_TWO,
    ENTITY_TAG,
    ENTITY_AHEAD,
    ENTITY_BACK,
    QUOTED,
    QUOTED_AROUND,
    QUOTED_LEMMA,
    SENTENCE_QUOTED,
    SENTENCES_QUOTED,
    SENTENCE_QUOTED_TAG,
    HEADING_TAG,
    SENTENCE_INDEX,
    FROM_START,
    FROM_END,
    OPENS,
    NEAR,
    NEAR_LEMMA,
    NEAR_TAG,
    COLON_LEMMA,
    CUE,
    CUE_TAG,
    CUE_ROLES,
    CUE_QUOTED,
    RELATION,
    RELATION_LEMMA,
    RELATION_TAG,
    HEAD_LEMMA,
    HEAD_LEMMA_RELATION,
    HEAD_TAG_RELATION,
    HEAD_RELATION,
    LEMMA_HEAD_LEMMA,
    SIDE_RELATION,
    GRANDHEAD,
    DEPTH,
    RELATIONS_UP,
    CHILD,
    CHILD_LEMMA,
    CHILD_TAG,
    CHILD_ITS_LEMMA,
    CHILD_BOTH_LEMMAS,
    CHILD_ENTITY,
    CHILD_ENTITY_LEMMA,
    CLAUSE,
    CLAUSE_LEMMA,
    CLAUSE_QUOTED,
    CLAUSE_TAG,
    ROLES,
    ROLES_LEMMA,
    HEAD_ROLES,
    HEAD_ROLES_LEMMA,
    HEAD_QUOTED,
    SIBLINGS,
    GOVERNOR,
    GOVERNOR_LEMMA,
    INSIDE,
    HEAD_CUE
};

enum { CHILD_LIMIT = 10, CLIMB_LIMIT = 12, REACH = 3, COLON_REACH = 4 };

enum {
    CHILD_WORDS = PX_REL_SUBJECT | PX_REL_PASSIVE_SUBJECT | PX_REL_OBJECT | PX_REL_NMOD | PX_REL_OBLIQUE |
                  PX_REL_AGENT | PX_REL_MARKER | PX_REL_CASE | PX_REL_ADVERB | PX_REL_AUXILIARY | PX_REL_XCOMP |
                  PX_REL_CCOMP | PX_REL_PARTICLE | PX_REL_INDIRECT | PX_REL_ACL | PX_REL_ADVCL | PX_REL_PARATAXIS |
                  PX_REL_OWNER | PX_REL_DETERMINER | PX_REL_ADJECTIVE | PX_REL_APPOSITION,
    CHILD_PAIRS = PX_REL_SUBJECT | PX_REL_OBJECT | PX_REL_NMOD | PX_REL_OBLIQUE | PX_REL_AGENT | PX_REL_MARKER |
                  PX_REL_CASE | PX_REL_AUXILIARY | PX_REL_XCOMP | PX_REL_ADVERB | PX_REL_PARTICLE | PX_REL_INDIRECT |
                  PX_REL_ADJECTIVE | PX_REL_OWNER,
    CHILD_NAMES = PX_REL_SUBJECT | PX_REL_PASSIVE_SUBJECT | PX_REL_OWNER | PX_REL_NMOD | PX_REL_OBLIQUE | PX_REL_AGENT |
                  PX_REL_INDIRECT,
    CHILD_CLAUSES = PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_ADVCL | PX_REL_ACL | PX_REL_PARATAXIS | PX_REL_OBJECT,
    SUBJECTS = PX_REL_SUBJECT | PX_REL_PASSIVE_SUBJECT,
    FRAME = SUBJECTS | PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_OBJECT | PX_REL_PARATAXIS | PX_REL_ADVCL | PX_REL_OBLIQUE |
            PX_REL_NMOD | PX_REL_AGENT,
    FRAME_OF_LEMMA = SUBJECTS | PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_OBJECT | PX_REL_PARATAXIS | PX_REL_AUXILIARY |
                     PX_REL_PASSIVE_AUXILIARY,
    FRAME_OF_HEAD = PX_REL_SUBJECT | PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_OBJECT | PX_REL_PARATAXIS,
    SAYS = PX_REL_CCOMP | PX_REL_PARATAXIS,
    INSIDE_OF = PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_PARATAXIS
};

static const struct px_sourcing_token nothing = {.word = 7, .lemma = 7, .tag = 7, .relation = 7, .quoted = 7};

/* A token with its neighbourhood; those outside the sentence are nothing. */
struct site {
    const struct px_sourcing_view *view;
    const struct px_sourcing_sentence *sentence;
    const struct px_sourcing_token *token;
    uint32_t at;
    struct px_sourcing_features *out;
};

static const struct px_sourcing_token *beside(const struct site *site, int offset)
{
    int64_t at = (int64_t)site->at + offset;
    return at < site->sentence->first || at >= site->sentence->end ? &nothing : &site->view->tokens[at];
}

static void put(const struct site *site, uint64_t template, uint64_t a, uint64_t b, uint64_t c)
{
    px_sourcing_put(site->out, template, a, b, c, 0);
}

static void put_words(const struct site *site)
{
    const struct px_sourcing_token *t = site->token, *ahead = beside(site, 1), *back = beside(site, -1);
    const struct px_sourcing_token *second = beside(site, 2), *earlier = beside(site, -2);
    put(site, BIAS, 0, 0, 0);
    put(site, WORD, t->word, 0, 0);
    put(site, LEMMA, t->lemma, 0, 0);
    put(site, TAG, t->tag, 0, 0);
    put(site, LEMMA_TAG, t->lemma, t->tag, 0);
    put(site, ENDING, t->ending, 0, 0);
    put(site, SHAPE, t->shape, 0, 0);
    for (unsigned k = 0; k <= 2 * REACH; k++) {
        const struct px_sourcing_token *other = beside(site, (int)k - REACH);
        if (k == REACH)
            continue;
        put(site, WORD_AT, k, other->word, 0);
        put(site, TAG_AT, k, other->tag, 0);
        if (k > 0 && k < 2 * REACH)
            put(site, LEMMA_AT, k, other->lemma, 0);
    }
    put(site, LEMMAS_AHEAD, t->lemma, ahead->lemma, 0);
    put(site, LEMMAS_BACK, back->lemma, t->lemma, 0);
    put(site, LEMMAS_AROUND, back->lemma, t->lemma, ahead->lemma);
    put(site, TAGS_AROUND, back->tag, t->tag, ahead->tag);
    put(site, LEMMA_TAG_AHEAD, t->lemma, ahead->tag, 0);
    put(site, LEMMA_TAG_BACK, t->lemma, back->tag, 0);
    put(site, TAGS_AHEAD, t->tag, ahead->tag, second->tag);
    put(site, TAGS_BACK, earlier->tag, back->tag, t->tag);
    put(site, LEMMAS_AHEAD_TWO, t->lemma, ahead->lemma, second->lemma);
    put(site, ENTITY_TAG, t->entity, t->tag, 0);
    put(site, ENTITY_AHEAD, ahead->entity, 0, 0);
    put(site, ENTITY_BACK, back->entity, 0, 0);
    put(site, CUE, t->cue, 0, 0);
    put(site, CUE_TAG, t->cue, t->tag, 0);
    put(site, CUE_QUOTED, t->cue, t->quoted, site->sentence->quoted);
}

static bool colon_near(const struct site *site)
{
    for (int k = 0; k < COLON_REACH; k++)
        if (beside(site, k)->mark == ':')
            return true;
    return false;
}

static uint32_t at_most(uint32_t value, uint32_t limit)
{
    return value < limit ? value : limit;
}

static void put_quotation(const struct site *site)
{
    const struct px_sourcing_view *view = site->view;
    const struct px_sourcing_token *t = site->token;
    const struct px_sourcing_token *back = site->at == 0 ? &nothing : t - 1;
    const struct px_sourcing_token *ahead = site->at + 1 == view->count ? &nothing : t + 1;
    const struct px_sourcing_sentence *sentence = site->sentence;
    uint32_t index = t->sentence;
    uint64_t before = index == 0 ? PX_SENTENCE_EDGE : sentence[-1].quoted;
    uint64_t behind = index + 1 == view->sentence_count ? PX_SENTENCE_EDGE : sentence[1].quoted;
    put(site, QUOTED, t->quoted, 0, 0);
    put(site, QUOTED_AROUND, back->quoted, t->quoted, ahead->quoted);
    put(site, QUOTED_LEMMA, t->quoted, t->lemma, 0);
    put(site, SENTENCE_QUOTED, sentence->quoted, t->quoted, 0);
    put(site, SENTENCES_QUOTED, before << 8 | behind, sentence->quoted, t->quoted);
    put(site, SENTENCE_QUOTED_TAG, sentence->quoted, t->tag, 0);
    put(site, HEADING_TAG, sentence->heading, t->tag, 0);
    put(site, SENTENCE_INDEX, at_most(index, 3), t->quoted, 0);
    put(site, FROM_START, at_most(site->at - sentence->first, 3), t->tag, 0);
    put(site, FROM_END, at_most(sentence->end - 1 - site->at, 3), t->tag, 0);
    put(site, OPENS, sentence->opens, before, t->quoted);
    put(site, NEAR, t->near, 0, 0);
    put(site, NEAR_LEMMA, t->near, t->lemma, 0);
    put(site, NEAR_TAG, t->near, t->tag, 0);
    put(site, COLON_LEMMA, colon_near(site), t->lemma, 0);
}

static void put_head(const struct site *site)
{
    const struct px_sourcing_token *tokens = site->view->tokens, *t = site->token;
    const struct px_sourcing_token *head = t->head == PX_NONE ? &nothing : &tokens[t->head];
    const struct px_sourcing_token *above =
        t->head == PX_NONE || head->head == PX_NONE ? &nothing : &tokens[head->head];
    put(site, RELATION, t->relation, 0, 0);
    put(site, RELATION_LEMMA, t->relation, t->lemma, 0);
    put(site, RELATION_TAG, t->relation, t->tag, 0);
    put(site, HEAD_LEMMA, head->lemma, 0, 0);
    put(site, HEAD_LEMMA_RELATION, head->lemma, t->relation, 0);
    put(site, HEAD_TAG_RELATION, head->tag, t->relation, 0);
    put(site, HEAD_RELATION, head->relation, t->relation, 0);
    put(site, LEMMA_HEAD_LEMMA, t->lemma, head->lemma, 0);
    put(site, SIDE_RELATION, t->head > site->at, t->relation, 0);
    put(site, GRANDHEAD, above->lemma, t->relation, head->relation);
    put(site, DEPTH, at_most(t->depth, 5), 0, 0);
    put(site, RELATIONS_UP, t->relation, head->relation, above->relation);
    put(site, CUE_ROLES, t->cue, t->roles & FRAME, 0);
    if (t->head == PX_NONE)
        return;
    put(site, HEAD_ROLES, t->relation, head->roles & FRAME_OF_HEAD, 0);
    put(site, HEAD_ROLES_LEMMA, t->relation, head->lemma, (head->roles & SAYS) != 0);
    put(site, HEAD_QUOTED, t->relation, head->lemma, head->quoted != 0);
    put(site, SIBLINGS, t->relation, head->tag, t->head > site->at);
    put(site, HEAD_CUE, t->relation, head->cue, t->head > site->at);
}

/* The lemma of what leads the clause: "that", "to", "not". */
static uint64_t lead_of(const struct px_sourcing_view *view, uint32_t clause)
{
    for (uint32_t k = view->tokens[clause].first_child; k != PX_NONE && k < clause; k = view->tokens[k].next_child)
        if ((view->tokens[k].role & (PX_REL_MARKER | PX_REL_ADVERB | PX_REL_AUXILIARY)) != 0)
            return view->tokens[k].lemma;
    return 0;
}

static void put_clause(const struct site *site, uint32_t child)
{
    const struct px_sourcing_token *t = site->token, *k = &site->view->tokens[child];
    uint64_t side = child > site->at, subject = (k->roles & SUBJECTS) != 0;
    put(site, CLAUSE, k->relation, lead_of(site->view, child), side << 1 | subject);
    put(site, CLAUSE_LEMMA, k->relation, t->lemma, side << 1 | subject);
    put(site, CLAUSE_QUOTED, k->relation, t->lemma, k->quoted != 0);
    put(site, CLAUSE_TAG, k->relation, k->tag, t->lemma);
}

static void put_child(const struct site *site, uint32_t child)
{
    const struct px_sourcing_token *t = site->token, *k = &site->view->tokens[child];
    put(site, CHILD, k->relation, child > site->at, 0);
    put(site, CHILD_LEMMA, k->relation, t->lemma, 0);
    put(site, CHILD_TAG, k->relation, t->tag, child > site->at);
    if ((k->role & CHILD_WORDS) != 0)
        put(site, CHILD_ITS_LEMMA, k->relation, k->lemma, 0);
    if ((k->role & CHILD_PAIRS) != 0)
        put(site, CHILD_BOTH_LEMMAS, k->relation, t->lemma, k->lemma);
    if ((k->role & CHILD_NAMES) != 0) {
        put(site, CHILD_ENTITY, k->relation, k->entity, k->tag);
        put(site, CHILD_ENTITY_LEMMA, k->relation, px_sourcing_join(t->lemma, k->entity), k->tag);
    }
    if ((k->role & CHILD_CLAUSES) != 0)
        put_clause(site, child);
}

static void put_children(const struct site *site)
{
    const struct px_sourcing_token *t = site->token;
    uint32_t count = 0;
    for (uint32_t k = t->first_child; k != PX_NONE && count < CHILD_LIMIT; k = site->view->tokens[k].next_child) {
        if ((site->view->tokens[k].role & PX_REL_PUNCTUATION) != 0)
            continue;
        put_child(site, k);
        count++;
    }
    put(site, ROLES, t->tag, t->roles & FRAME, 0);
    put(site, ROLES_LEMMA, t->lemma, t->roles & FRAME_OF_LEMMA, 0);
}

/* The nearest verb above, and the clause that the token stands in. */
static void put_clauses_above(const struct site *site)
{
    const struct px_sourcing_token *tokens = site->view->tokens, *t = site->token;
    if (t->governor != PX_NONE) {
        const struct px_sourcing_token *verb = &tokens[t->governor];
        put(site, GOVERNOR, verb->lemma, t->governor == t->head, t->governor > site->at);
        put(site, GOVERNOR_LEMMA, verb->lemma, 0, 0);
    }
    uint32_t steps = 0;
    for (uint32_t h = t->head; h != PX_NONE && steps < CLIMB_LIMIT; h = tokens[h].head, steps++) {
        if ((tokens[h].role & INSIDE_OF) == 0 || tokens[h].head == PX_NONE)
            continue;
        put(site, INSIDE, tokens[h].relation, tokens[tokens[h].head].lemma, tokens[h].head < site->at);
        break;
    }
}

void px_sourcing_word(const struct px_sourcing_view *view, uint32_t token, struct px_sourcing_features *features)
{
    const struct site site = {
        .view = view,
        .sentence = &view->sentences[view->tokens[token].sentence],
        .token = &view->tokens[token],
        .at = token,
        .out = features,
    };
    features->count = 0;
    put_words(&site);
    put_quotation(&site);
    put_head(&site);
    put_children(&site);
    put_clauses_above(&site);
}
