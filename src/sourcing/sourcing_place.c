/* Where a cue stands: how far it looks for its arguments, what it hangs on, and what is around it. */
#include "sourcing/sourcing_view.h"

enum { CHAIN_LIMIT = 32, BACK_LIMIT = 3, AHEAD_LIMIT = 8, WAY = 3 };

enum { SUBJECTS = PX_REL_SUBJECT | PX_REL_PASSIVE_SUBJECT };

/* A window reaches one sentence back (three inside the block), and ahead through the block and through quoted sentences
 * behind it. Gives its first and last sentence. */
static struct px_range find_window(const struct px_sourcing_view *view, uint32_t s)
{
    const struct px_sourcing_sentence *sentences = view->sentences;
    uint32_t block = sentences[s].block;
    uint32_t low = s > 0 ? s - 1 : s, high = s;
    while (low > 0 && s - low < BACK_LIMIT && sentences[low - 1].block == block && sentences[low].block == block)
        low--;
    while (high + 1 < view->sentence_count && high - s < AHEAD_LIMIT) {
        const struct px_sourcing_sentence *next = &sentences[high + 1];
        bool starts_quoted = view->tokens[next->first].quotation != PX_NONE;
        if (next->block != block && next->quoted != PX_SENTENCE_FULL &&
            !(next->quoted == PX_SENTENCE_PART && starts_quoted))
            break;
        high++;
    }
    return (struct px_range){low, high};
}

/* The token of the cue on which its others hang: a verb if there is one. */
static uint32_t find_head(const struct px_sourcing_place *place)
{
    const struct px_sourcing_token *tokens = place->view->tokens;
    uint32_t first = PX_NONE;
    for (uint32_t t = place->cue.first; t < place->cue.end; t++) {
        uint32_t above = tokens[t].head;
        if (!px_sourcing_is_own(place, t) || (above != PX_NONE && px_sourcing_is_own(place, above)))
            continue;
        if ((tokens[t].kinds & PX_KIND_VERB) != 0)
            return t;
        if (first == PX_NONE)
            first = t;
    }
    return first == PX_NONE ? place->cue.first : first;
}

static void set_chain(struct px_sourcing_place *place)
{
    const struct px_sourcing_token *tokens = place->view->tokens;
    uint64_t way = 0;
    for (uint32_t t = place->head; t != PX_NONE && place->chain_count < CHAIN_LIMIT; t = tokens[t].head) {
        place->ways[place->chain_count] = way;
        place->chain[place->chain_count++] = t;
        if (place->chain_count <= WAY)
            way = px_sourcing_join(way, tokens[t].relation);
    }
}

static bool is_other(const struct px_sourcing_place *place, uint32_t token)
{
    return place->owners[token] != PX_NONE && place->owners[token] != place->number;
}

/* What stands on either side of the cue in its sentence. */
static void look_around(struct px_sourcing_place *place)
{
    const struct px_sourcing_view *view = place->view;
    for (uint32_t t = place->sentence.first; t < place->sentence.end; t++) {
        uint32_t side = t < place->cue.first ? 1 : t >= place->cue.end ? 2 : 0;
        if (view->tokens[t].quotation != PX_NONE)
            place->quotes |= side;
        if (is_other(place, t))
            place->others |= side;
        if (px_sourcing_is_own(place, t))
            place->words = px_sourcing_join(place->words, view->tokens[t].lemma);
    }
    place->no_subject = (view->tokens[place->head].roles & SUBJECTS) == 0;
    for (uint32_t k = view->tokens[place->head].first_child; k != PX_NONE; k = view->tokens[k].next_child)
        if ((view->tokens[k].role & SUBJECTS) != 0 && (view->tokens[k].kinds & PX_KIND_WH) != 0)
            place->wh_subject = true;
}

static bool count_before(struct px_sourcing_place *place, struct px_arena *arena)
{
    const struct px_sourcing_view *view = place->view;
    uint32_t count = place->window.end - place->window.first;
    place->marks_before = px_arena_array(arena, uint32_t, count + 1);
    place->cues_before = px_arena_array(arena, uint32_t, count + 1);
    if (place->marks_before == NULL || place->cues_before == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t t = place->window.first + i;
        char mark = view->tokens[t].mark;
        bool away = !px_range_holds(place->sentence, t);
        place->marks_before[i + 1] =
            place->marks_before[i] + (mark == ',' || mark == ';' || mark == ':' || mark == '-');
        place->cues_before[i + 1] =
            place->cues_before[i] + (is_other(place, t) && !(away && view->tokens[t].quotation != PX_NONE));
    }
    return true;
}

static struct px_range overlap(struct px_range a, struct px_range b)
{
    return (struct px_range){a.first > b.first ? a.first : b.first, a.end < b.end ? a.end : b.end};
}

bool px_sourcing_place_init(struct px_sourcing_place *place, const struct px_sourcing_view *view,
                            const uint32_t *owners, uint32_t number, struct px_range cue, struct px_arena *arena)
{
    uint32_t s = view->tokens[cue.first].sentence;
    struct px_range window = find_window(view, s);
    const struct px_range reach = {cue.first > PX_SOURCING_BACK ? cue.first - PX_SOURCING_BACK : 0,
                                   cue.end + PX_SOURCING_AHEAD};
    *place = (struct px_sourcing_place){
        .view = view,
        .owners = owners,
        .number = number,
        .cue = cue,
        .window =
            overlap((struct px_range){view->sentences[window.first].first, view->sentences[window.end].end}, reach),
        .sentence = overlap((struct px_range){view->sentences[s].first, view->sentences[s].end}, reach),
    };
    place->head = find_head(place);
    set_chain(place);
    look_around(place);
    return count_before(place, arena);
}
