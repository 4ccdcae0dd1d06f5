#include "sourcing/sourcing_view.h"

/* Templates begin where those of single tokens end, far enough for both to grow. */
enum {
    OWN = 128,
    /* a token of another sentence */
    AWAY,
    AWAY_PLACE,
    AWAY_PLACE_BETWEEN,
    AWAY_QUOTED,
    AWAY_QUOTES,
    AWAY_CUE_QUOTED,
    AWAY_CUE_BLOCK,
    AWAY_CUE_EDGE,
    AWAY_EDGE_WORD,
    AWAY_TAG,
    AWAY_OTHERS,
    AWAY_SAME_QUOTATION,
    AWAY_WORD,
    AWAY_WORD_TAG,
    AWAY_CONTINUES,
    AWAY_CUE_TAG,
    AWAY_AROUND_CUE,
    AWAY_HEADING,
    AWAY_FIRST_LEMMA,
    AWAY_THREE_WORDS,
    AWAY_FRAME,
    AWAY_NO_SUBJECT,
    /* a token of the cue's sentence */
    SIDE_TAG,
    DISTANCE,
    DISTANCE_TAG,
    DISTANCE_WORD,
    BETWEEN,
    BETWEEN_QUOTED,
    SIDE_WORD,
    SIDE_LEMMA,
    OTHER_CUE,
    WORD_BACK,
    WORD_AHEAD,
    WORDS_BACK,
    WORDS_AHEAD,
    TAGS_AROUND,
    WORDS_DISTANCE,
    SIDE_QUOTED,
    QUOTED_CUE,
    SAME_QUOTATION,
    CUE_TAG,
    CUE_WORDS,
    CUE_DISTANCE,
    CUE_TAG_DISTANCE,
    BEHIND_CUE,
    BEFORE_CUE,
    BEHIND_CUE_TAG,
    BEFORE_CUE_TAG,
    BEHIND_CUE_LEMMA,
    AROUND_CUE,
    ENTITY_DISTANCE,
    ENTITY_TAG,
    SHAPE,
    FROM_END,
    FROM_START,
    OTHERS,
    HEADING,
    BETWEEN_TAG,
    BETWEEN_CUE,
    QUOTED_ENDS,
    NO_PATH,
    PATH,
    BRANCH,
    BRANCH_WAY,
    BRANCH_CUE,
    BRANCH_TAGS,
    BRANCH_SIDES,
    BRANCH_QUOTED,
    BRANCH_LEMMA,
    CLIMB,
    CLIMB_TAG,
    CLIMB_CUE,
    FRAME_WAY,
    FRAME_BRANCH,
    SUBJECT_WAY,
    NEAR_CUE,
    MARK_WAY,
    CASE_CUE,
    CASE_TAG,
    RELATION_TAG,
    OWN_LINE,
    OWN_LINE_CUE,
    HEAD_LEMMA,
    BRANCH_BETWEEN,
    BRANCH_DISTANCE,
    SECOND,
    SECOND_CUE,
    SECOND_BETWEEN,
    PUNCTUATION,
    PUNCTUATION_AROUND
};

enum { UP_LIMIT = 40 };

enum {
    FRAME = PX_REL_SUBJECT | PX_REL_PASSIVE_SUBJECT | PX_REL_CCOMP | PX_REL_XCOMP | PX_REL_OBJECT | PX_REL_PARATAXIS |
            PX_REL_OBLIQUE | PX_REL_NMOD | PX_REL_ADVCL | PX_REL_AGENT
};

static const struct px_sourcing_token nothing = {.word = 7, .lemma = 7, .tag = 7, .relation = 7, .quoted = 7};

/* A token as the cue sees it. */
struct site {
    const struct px_sourcing_place *place;
    const struct px_sourcing_token *tokens;
    const struct px_sourcing_token *token, *back, *ahead;
    const struct px_sourcing_token *head;                    /* the cue's */
    const struct px_sourcing_token *before_cue, *behind_cue; /* in its sentence */
    uint32_t at;
    uint64_t behind;   /* the token stands behind the cue */
    uint64_t distance; /* in steps that widen, with the side */
    uint64_t marks;    /* between, three at most */
    uint64_t other;    /* is there another cue between? */
    struct px_sourcing_features *out;
};

static void put(const struct site *site, uint64_t template, uint64_t a, uint64_t b, uint64_t c)
{
    px_sourcing_put(site->out, template, a, b, c, site->behind);
}

static uint64_t widen(uint32_t distance)
{
    static const uint32_t steps[] = {1, 2, 3, 5, 9, 17};
    uint64_t step = 0;
    while (step < sizeof steps / sizeof *steps && distance >= steps[step])
        step++;
    return step;
}

static uint32_t count_between(const uint32_t *before, const struct px_sourcing_place *place, uint32_t first,
                              uint32_t end)
{
    first = first < place->window.first ? place->window.first : first;
    end = end > place->window.end ? place->window.end : end;
    return end <= first ? 0 : before[end - place->window.first] - before[first - place->window.first];
}

static uint64_t at_most(uint64_t value, uint64_t limit)
{
    return value < limit ? value : limit;
}

/* Another sentence: how far, how quoted, and whether another cue comes first. */
static void put_away(const struct site *site)
{
    const struct px_sourcing_place *place = site->place;
    const struct px_sourcing_token *t = site->token;
    const struct px_sourcing_sentence *own = &place->view->sentences[site->tokens[place->cue.first].sentence];
    const struct px_sourcing_sentence *it = &place->view->sentences[t->sentence];
    uint64_t steps = site->behind ? (uint64_t)(it - own) : (uint64_t)(own - it);
    uint64_t block = it->block == own->block;
    uint32_t between = site->behind ? count_between(place->cues_before, place, own->end, it->end)
                                    : count_between(place->cues_before, place, it->first, own->first);
    uint64_t other = between > 0, first = site->at == it->first, last = site->at + 1 == it->end;
    uint64_t where = at_most(steps, 5) << 8 | (uint64_t)it->quoted << 4 | block;
    uint64_t open = t->quotation != PX_NONE;
    uint32_t edge = site->behind ? own->end - 1 : own->first;
    uint64_t cue_edge = (uint64_t)(own->end - 1 - (place->cue.end - 1) <= 2) << 1 |
                        (place->cue.end == place->cue.first + 1 && place->cue.first - own->first < 4);
    bool continues = open && place->view->scene->article->quotations.items[t->quotation].continues != PX_NONE;
    put(site, AWAY, 0, 0, 0);
    put(site, AWAY_PLACE, where, 0, 0);
    put(site, AWAY_PLACE_BETWEEN, where, other, 0);
    put(site, AWAY_QUOTED, (uint64_t)it->quoted << 1 | block, other << 8 | t->quoted,
        place->quotes << 1 | (site->head->quotation != PX_NONE));
    put(site, AWAY_QUOTES, where << 8 | t->quoted, place->quotes, own->quoted);
    put(site, AWAY_CUE_QUOTED, place->words, it->quoted, 0);
    put(site, AWAY_CUE_BLOCK, place->words, block, t->quoted);
    put(site, AWAY_CUE_EDGE, at_most(steps, 5), cue_edge, site->behind_cue->word);
    put(site, AWAY_EDGE_WORD, first || last ? t->word : 0, first << 1 | last, it->quoted);
    put(site, AWAY_TAG, t->tag, t->quoted, 0);
    put(site, AWAY_OTHERS, place->others, other, it->quoted);
    put(site, AWAY_SAME_QUOTATION, at_most(steps, 5), open && t->quotation == site->tokens[edge].quotation, 0);
    put(site, AWAY_WORD, t->word, 0, 0);
    put(site, AWAY_WORD_TAG, site->back->word, t->tag, 0);
    put(site, AWAY_CONTINUES, continues, at_most(steps, 5), block);
    put(site, AWAY_CUE_TAG, site->head->tag, site->behind_cue->word, block << 4 | it->quoted);
    put(site, AWAY_AROUND_CUE, site->before_cue->word, site->behind_cue->word, at_most(steps, 5));
    put(site, AWAY_HEADING, own->heading, at_most(steps, 5), 0);
    put(site, AWAY_FIRST_LEMMA, site->tokens[it->first].lemma, it->quoted, 0);
    put(site, AWAY_THREE_WORDS, site->back->word, t->word, site->ahead->word);
    put(site, AWAY_FRAME, site->head->relation, site->head->roles & FRAME, it->quoted);
    put(site, AWAY_NO_SUBJECT, place->no_subject, at_most(steps, 5), (t->kinds & PX_KIND_NOUN) ? t->word : t->tag);
}

static void put_words(const struct site *site)
{
    const struct px_sourcing_token *t = site->token;
    uint64_t own = site->place->owners[site->at] != PX_NONE;
    put(site, SIDE_TAG, t->tag, 0, 0);
    put(site, DISTANCE, site->distance, 0, 0);
    put(site, DISTANCE_TAG, site->distance, t->tag, 0);
    put(site, DISTANCE_WORD, site->distance, t->word, 0);
    put(site, BETWEEN, site->marks, site->other, 0);
    put(site, BETWEEN_QUOTED, site->marks, t->quoted, site->place->quotes);
    put(site, SIDE_WORD, t->word, 0, 0);
    put(site, SIDE_LEMMA, t->lemma, 0, 0);
    put(site, OTHER_CUE, own, site->other, 0);
    put(site, WORD_BACK, site->back->word, 0, 0);
    put(site, WORD_AHEAD, site->ahead->word, 0, 0);
    put(site, WORDS_BACK, site->back->word, t->word, 0);
    put(site, WORDS_AHEAD, t->word, site->ahead->word, 0);
    put(site, TAGS_AROUND, site->back->tag, t->tag, site->ahead->tag);
    put(site, WORDS_DISTANCE, site->back->word, t->word, site->distance);
    put(site, ENTITY_DISTANCE, t->entity, site->distance, 0);
    put(site, ENTITY_TAG, t->entity, t->tag, site->marks);
    put(site, SHAPE, t->shape, site->marks, 0);
    put(site, BETWEEN_TAG, site->marks, t->tag, site->other);
}

static void put_cue(const struct site *site)
{
    const struct px_sourcing_place *place = site->place;
    const struct px_sourcing_token *t = site->token, *cue = site->head;
    const struct px_sourcing_sentence *sentence = &place->view->sentences[t->sentence];
    uint64_t end = sentence->end - 1 - site->at, start = site->at - sentence->first;
    uint64_t ends = (uint64_t)(place->cue.first - sentence->first < 3) << 1 | (sentence->end - place->cue.end < 3);
    put(site, SIDE_QUOTED, t->quoted, place->quotes, 0);
    put(site, QUOTED_CUE, t->quoted, cue->lemma, 0);
    put(site, SAME_QUOTATION, t->quotation != PX_NONE && t->quotation == cue->quotation, t->quoted != 0, 0);
    put(site, CUE_TAG, cue->lemma, t->tag, 0);
    put(site, CUE_WORDS, place->words, 0, 0);
    put(site, CUE_DISTANCE, site->distance, place->words, 0);
    put(site, CUE_TAG_DISTANCE, cue->tag, site->distance, 0);
    put(site, BEHIND_CUE, site->behind_cue->word, site->marks, 0);
    put(site, BEFORE_CUE, site->before_cue->word, site->marks, 0);
    put(site, BEHIND_CUE_TAG, site->behind_cue->tag, site->distance, 0);
    put(site, BEFORE_CUE_TAG, site->before_cue->tag, site->distance, t->tag);
    put(site, BEHIND_CUE_LEMMA, site->behind_cue->word, cue->lemma, site->distance);
    put(site, AROUND_CUE, site->before_cue->word, site->behind_cue->word, site->marks);
    put(site, FROM_END, at_most(end, 3), t->word, 0);
    put(site, FROM_START, at_most(start, 3), t->tag, 0);
    put(site, OTHERS, place->others, site->marks, 0);
    put(site, HEADING, sentence->heading, site->marks, site->behind_cue->mark == ':');
    put(site, BETWEEN_CUE, site->marks, cue->lemma, 0);
    put(site, QUOTED_ENDS, t->quoted, ends, 0);
}

/* The way from the token up to where it meets the cue's chain. */
struct path {
    const struct px_sourcing_token *branch; /* the last token before the meeting, or the meeting itself */
    uint32_t branch_at;
    const struct px_sourcing_token *second; /* below the branch, or NULL */
    uint32_t second_at;
    uint32_t up;
    uint32_t down;
    uint64_t way;      /* relations from the cue up to the meeting */
    uint64_t climb;    /* relations from the token up to it, the first four */
    uint64_t relation; /* the branch's; 1 on the chain itself */
    bool crosses;      /* another cue on the way */
};

static uint32_t place_in_chain(const struct px_sourcing_place *place, uint32_t token)
{
    for (uint32_t i = 0; i < place->chain_count; i++)
        if (place->chain[i] == token)
            return i;
    return PX_NONE;
}

static bool find_path(const struct site *site, struct path *path)
{
    const struct px_sourcing_place *place = site->place;
    uint32_t t = site->at, below = PX_NONE, lower = PX_NONE;
    *path = (struct path){.up = 0};
    while ((path->down = place_in_chain(place, t)) == PX_NONE) {
        path->crosses = path->crosses || (t != site->at && place->owners[t] != PX_NONE);
        if (path->up < 4)
            path->climb = px_sourcing_join(path->climb, site->tokens[t].relation);
        lower = below;
        below = t;
        t = site->tokens[t].head;
        if (t == PX_NONE || ++path->up == UP_LIMIT)
            return false;
    }
    path->way = place->ways[path->down];
    path->branch_at = below == PX_NONE ? t : below;
    path->branch = &site->tokens[path->branch_at];
    path->relation = below == PX_NONE ? 1 : path->branch->relation;
    path->second_at = lower;
    path->second = lower == PX_NONE ? NULL : &site->tokens[lower];
    return true;
}

/* The lemma of the branch's first dependent of that kind. */
static uint64_t lemma_under(const struct site *site, const struct path *path, uint32_t role)
{
    if (path->up == 0 || (path->branch->roles & role) == 0)
        return 0;
    for (uint32_t k = path->branch->first_child; k != PX_NONE; k = site->tokens[k].next_child)
        if ((site->tokens[k].role & role) != 0)
            return site->tokens[k].lemma;
    return 0;
}

static void put_branch(const struct site *site, const struct path *path)
{
    const struct px_sourcing_place *place = site->place;
    const struct px_sourcing_token *t = site->token, *cue = site->head, *branch = path->branch;
    uint64_t down = at_most(path->down, 3), frame = cue->roles & FRAME;
    uint64_t place_of_branch = px_sourcing_join(path->way, path->relation);
    uint64_t side = path->branch_at > place->head;
    put(site, PATH, at_most(path->up, 3), down, 0);
    put(site, BRANCH, down, path->relation, 0);
    put(site, BRANCH_WAY, place_of_branch, 0, 0);
    put(site, BRANCH_CUE, place_of_branch, cue->lemma, 0);
    put(site, BRANCH_TAGS, path->relation << 8 | down, cue->tag, branch->tag);
    put(site, BRANCH_SIDES, place_of_branch, side << 1 | (path->up == 1), t->tag);
    put(site, BRANCH_QUOTED, place_of_branch, (t->quoted != 0) << 4 | (path->up > 0 ? branch->quoted : 15),
        place->quotes);
    put(site, BRANCH_LEMMA, place_of_branch, branch->lemma, 0);
    put(site, FRAME_WAY, frame, place_of_branch, 0);
    put(site, FRAME_BRANCH, frame, path->relation << 8 | down, cue->relation);
    put(site, SUBJECT_WAY, (uint64_t)place->no_subject << 1 | place->wh_subject, place_of_branch, 0);
    put(site, NEAR_CUE, (uint64_t)path->crosses << 1 | (place->owners[site->at] != PX_NONE), path->relation, 0);
    put(site, MARK_WAY, place_of_branch, lemma_under(site, path, PX_REL_MARKER), 0);
    put(site, CASE_CUE, place_of_branch, lemma_under(site, path, PX_REL_CASE), cue->lemma);
    put(site, CASE_TAG, place_of_branch, lemma_under(site, path, PX_REL_CASE), t->tag);
    put(site, BRANCH_BETWEEN, place_of_branch, site->marks, site->other);
    put(site, BRANCH_DISTANCE, path->relation, site->distance, path->down == 0);
}

static void put_path(const struct site *site, const struct path *path)
{
    const struct px_sourcing_token *t = site->token, *cue = site->head, *second = path->second;
    uint64_t line = path->up == 0, down = at_most(path->down, 3);
    uint64_t last = px_sourcing_join(second == NULL ? 0 : second->relation, path->relation);
    put(site, CLIMB, path->way, path->climb, path->up > 4);
    put(site, CLIMB_TAG, path->way, px_sourcing_join(last, path->up > 2), t->tag);
    put(site, CLIMB_CUE, path->way, last, cue->lemma);
    put(site, RELATION_TAG, t->relation, t->tag, down);
    put(site, OWN_LINE, line, path->way, t->tag);
    put(site, OWN_LINE_CUE, line, down, cue->lemma);
    put(site, HEAD_LEMMA, t->relation, t->head == PX_NONE ? 0 : site->tokens[t->head].lemma, 0);
    if (second != NULL) {
        put(site, SECOND, last, down, t->tag);
        put(site, SECOND_CUE, last, cue->lemma, path->second_at > path->branch_at);
        put(site, SECOND_BETWEEN, last, site->marks, site->back->word);
    }
    if (t->mark != 0) {
        put(site, PUNCTUATION, (uint64_t)t->mark << 8 | site->marks, px_sourcing_join(path->way, path->relation),
            site->distance);
        put(site, PUNCTUATION_AROUND, (uint64_t)t->mark, px_sourcing_join(site->back->word, site->ahead->word),
            path->relation);
    }
}

static void put_near(struct site *site)
{
    const struct px_sourcing_place *place = site->place;
    uint32_t first = site->behind ? place->cue.end : site->at + 1;
    uint32_t end = site->behind ? site->at : place->cue.first;
    uint32_t steps = site->behind ? site->at + 1 - place->cue.end : place->cue.first - site->at;
    struct path path;
    site->distance = widen(steps);
    site->marks = at_most(count_between(place->marks_before, place, first, end), 3);
    site->other = count_between(place->cues_before, place, first, end) > 0;
    put_words(site);
    put_cue(site);
    if (!find_path(site, &path)) {
        put(site, NO_PATH, 0, 0, 0);
        return;
    }
    put_branch(site, &path);
    put_path(site, &path);
}

void px_sourcing_argument(const struct px_sourcing_place *place, uint32_t token, struct px_sourcing_features *features)
{
    const struct px_sourcing_token *tokens = place->view->tokens;
    struct px_range sentence = place->sentence;
    struct site site = {
        .place = place,
        .tokens = tokens,
        .token = &tokens[token],
        .back = token > place->window.first ? &tokens[token - 1] : &nothing,
        .ahead = token + 1 < place->window.end ? &tokens[token + 1] : &nothing,
        .head = &tokens[place->head],
        .before_cue = place->cue.first > sentence.first ? &tokens[place->cue.first - 1] : &nothing,
        .behind_cue = place->cue.end < sentence.end ? &tokens[place->cue.end] : &nothing,
        .at = token,
        .behind = token >= place->cue.end,
        .out = features,
    };
    features->count = 0;
    if (px_sourcing_is_own(place, token))
        put(&site, OWN, 0, 0, 0);
    else if (!px_range_holds(sentence, token))
        put_away(&site);
    else
        put_near(&site);
}
