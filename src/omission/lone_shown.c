/* By which sentence a passage is shown to a reader who has nothing else of it: one that says something by itself, and
 * points to nothing that was said before; of several the first that no other article comes near, or else the first, as news
 * tells what matters first; where there is none, the first, or the longest instead of a scrap. */
#include "omission/omission.h"

enum {
    FEWEST_WORDS = 9, /* a shorter one, "That was then.", says little */
    MOST_WORDS = 36   /* a longer one is shown, whole, where no shorter one stands by itself */
};

/* How far a sentence may be shown by itself: the best says what no other article comes near. */
enum rank { POINTS_BACK, QUOTED, LEANS, GIVEN, LONG, STANDS, STANDS_ALONE };

/* A determiner that is no article. */
static bool is_determiner(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_is_class(context, article, token, "grammar.determiner") &&
           !px_compare_is_class(context, article, token, "grammar.article");
}

/* "this week", "these days": what is told of is the article's own time. */
static bool is_time(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return token + 1 < article->tokens.count && px_compare_is_class(context, article, token, "grammar.current") &&
           px_compare_is_class(context, article, token + 1, "grammar.time");
}

/* "more than 700", "some 12": what is counted, and not pointed at. */
static bool is_count(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    static const char *const HEDGES[] = {"quantity.least", "quantity.most", "quantity.near", "quantity.about"};
    const struct px_hit *hit = NULL;
    for (size_t i = 0; hit == NULL && i < sizeof HEDGES / sizeof *HEDGES; i++)
        hit = px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, HEDGES[i]);
    uint32_t number = token + (hit != NULL ? hit->token_count : 0);
    return hit != NULL && number < article->tokens.count &&
           (article->tokens.items[number].kind == PX_TOKEN_NUMBER ||
            px_compare_hit(context, article, number, false, PX_LEXICON_NUMBERS, "number") != NULL);
}

/* "this", "such", "another", "she", "and it": such a determiner in front, or a pronoun. */
static bool points(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    token += px_compare_is_class(context, article, token, "grammar.coordinator");
    if (is_time(context, article, token) || is_count(context, article, token))
        return false;
    return is_determiner(context, article, token) ||
           px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun") != NULL;
}

static bool is_text(const struct px_article *article, const struct px_token *token, struct px_slice text)
{
    return px_slice_equal(px_slice_part(article->text, token->start, token->end), text);
}

/* A question, or what leads to something behind it: "He wrote:" */
static bool waits(const struct px_article *article, const struct px_sentence *sentence)
{
    const struct px_token *last = &article->tokens.items[sentence->first_token + sentence->token_count - 1];
    return is_text(article, last, PX_SLICE("?")) || is_text(article, last, PX_SLICE(":"));
}

/* "Hask *was asked* whether he knew", but not "was asked to leave". */
static bool asks(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                 uint32_t end)
{
    return token > 0 && token + 1 < end &&
           px_compare_hit(context, article, token, false, PX_LEXICON_EVENTS, "event.kind.ask") != NULL &&
           px_compare_is_class(context, article, token - 1, "grammar.be") &&
           !px_compare_is_class(context, article, token + 1, "grammar.to");
}

/* Is it asked there what nobody answers in the sentence, "Hask, who was asked why, *said* …"? */
static bool is_asked(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                     uint32_t end)
{
    bool answered = !asks(context, article, token, end);
    for (uint32_t t = token + 1; !answered && t < end; t++) {
        uint32_t of = article->tokens.items[t].attribution;
        const struct px_attribution *it = of < article->attributions.count ? &article->attributions.items[of] : NULL;
        answered = it != NULL && it->cue.count > 0 && it->cue.items[0].start > article->tokens.items[token].end &&
                   px_attribution_counts(it);
    }
    return !answered;
}

/* "A spokesman did not respond", or such a question: nothing is told of the event. */
static bool is_silent(const struct px_compare_context *context, const struct px_article *article,
                      const struct px_sentence *sentence)
{
    uint32_t end = sentence->first_token + sentence->token_count;
    for (uint32_t t = sentence->first_token; t < end; t++)
        if (px_compare_hit(context, article, t, false, PX_LEXICON_SOURCES, "silence") != NULL ||
            is_asked(context, article, t, end))
            return true;
    return false;
}

/* Does a pronoun for somebody stand before any name? */
static bool has_pronoun_first(const struct px_article *article, const struct px_sentence *sentence)
{
    size_t m = px_compare_mention_at(article, sentence->first_token);
    const struct px_mention *first = m < article->mentions.count ? &article->mentions.items[m] : NULL;
    return first != NULL && first->start < sentence->end && first->form == PX_MENTION_PRONOUN;
}

/* The names among the mentions that begin in tokens [first, end): of persons who may be of the gender, or of all else. */
static size_t count_names(const struct px_article *article, uint32_t first, uint32_t end, bool person, uint8_t gender)
{
    const struct px_mention *mentions = article->mentions.items;
    size_t count = 0;
    for (size_t m = px_compare_mention_at(article, first); m < article->mentions.count && mentions[m].first_token < end;
         m++) {
        const struct px_entity *entity = &article->entities.items[mentions[m].entity];
        bool may_be = gender == PX_GENDER_UNKNOWN || entity->gender == PX_GENDER_UNKNOWN || entity->gender == gender;
        count += mentions[m].form != PX_MENTION_PRONOUN && (entity->kind == PX_ENTITY_PERSON) == person && may_be;
    }
    return count;
}

/* A noun that is no base form, a plural, or what is counted, "170 people". */
static bool has_plural(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                       uint32_t end)
{
    for (uint32_t t = first; article->lexemes != NULL && t < end; t++) {
        uint32_t lemma = article->lexemes[t].word_class == PX_WORD_NOUN ? article->lexemes[t].lemma : PX_NONE;
        if (article->tokens.items[t].kind == PX_TOKEN_NUMBER ||
            (lemma != PX_NONE && px_vocabulary_form(context->worker->vocabulary, lemma)->fold !=
                                     px_compare_form(context, &article->tokens.items[t])->fold))
            return true;
    }
    return article->lexemes == NULL;
}

/* A pronoun of which nothing in the sentence, tokens [first, end), tells what it stands for: "Hask never saw *it*",
 * "Hask affirmed *their* claims", "Mr. Hask tried to persuade *her*". */
static bool is_open(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                    uint32_t end, uint32_t token)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun");
    if (hit == NULL || article->tokens.items[token].voice == PX_VOICE_DIRECT ||
        px_compare_is_speaker(article, token,
                              true)) /* "“It burns,” *she* said": behind the sentence a reader finds the name */
        return false;
    struct px_slice kind = px_resources_entry(context->worker->resources, hit)->category;
    bool male = px_slice_is(kind, "pronoun.male");
    if (male || px_slice_is(kind, "pronoun.female"))
        return count_names(article, first, end, true, male ? PX_GENDER_MALE : PX_GENDER_FEMALE) == 0;
    size_t persons = count_names(article, first, token, true, PX_GENDER_UNKNOWN);
    size_t others = count_names(article, first, token, false, PX_GENDER_UNKNOWN);
    if (px_slice_is(kind, "pronoun.neutral"))
        return persons > 0 && others == 0;
    return px_slice_is(kind, "pronoun.plural") && persons < 2 && others == 0 &&
           !has_plural(context, article, first, token);
}

/* "The source insisted": who or what was told of before, of which the sentence tells no more. */
static bool is_known(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                     uint32_t end)
{
    return article->lexemes != NULL && first + 2 < end &&
           px_compare_hit(context, article, first, false, PX_LEXICON_NAMES, "name.definite") != NULL &&
           article->lexemes[first + 1].word_class == PX_WORD_NOUN &&
           article->lexemes[first + 2].word_class == PX_WORD_VERB;
}

static bool is_opening_mark(const struct px_article *article, uint32_t token)
{
    size_t q = px_vector_from(&article->quotations, first_token, token);
    return q < article->quotations.count && article->quotations.items[q].first_token == token;
}

/* "Given *that*, …", and "more like *this*.": it points at no noun; but "said *that*, because of the fee, it will" leads to
 * the clause behind the next comma. */
static bool is_alone(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                     uint32_t end, uint32_t token)
{
    bool led = token > first + 1 && article->lexemes != NULL && article->lexemes[token - 1].word_class == PX_WORD_VERB;
    return px_compare_is_class(context, article, token, "grammar.demonstrative") &&
           (token + 1 == end || (!led && article->tokens.items[token + 1].kind == PX_TOKEN_PUNCTUATION &&
                                 !is_opening_mark(article, token + 1)));
}

/* "an obstacle to *that* goal": a noun is pointed at, and no clause begins, before or behind it, "those people who"; what
 * readers know is none, "in *this* country". */
static bool is_aimed(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                     uint32_t end)
{
    bool led = token > 0 && px_compare_is_class(context, article, token - 1, "grammar.preposition");
    return token + 1 < end && px_compare_is_class(context, article, token, "grammar.demonstrative") &&
           (led || px_compare_is_class(context, article, token, "grammar.demonstrative.many")) &&
           (article->lexemes == NULL || article->lexemes[token + 1].word_class == PX_WORD_NOUN) &&
           !(token + 2 < end && px_compare_is_class(context, article, token + 2, "grammar.relative")) &&
           px_compare_hit(context, article, token + 1, false, PX_LEXICON_EVENTS, "event.known") == NULL &&
           !is_time(context, article, token);
}

/* "Ten minutes *later*", as the sentence begins: later than what stands before. */
static bool is_counted(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                       uint32_t token)
{
    enum { BEGINNING = 4 }; /* tokens */
    return token > first && token < first + BEGINNING &&
           px_compare_is_class(context, article, token, "grammar.counted") &&
           px_compare_is_class(context, article, token - 1, "grammar.time");
}

/* "similar language", "these accusations", "however", "that": what they are like, or are, or go against, stands before. Of
 * what others say "similar laws" are often those told of there. */
static bool is_pointer(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                       uint32_t end, uint32_t token)
{
    uint8_t voice = article->tokens.items[token].voice;
    return (voice == PX_VOICE_OWN && px_compare_is_class(context, article, token, "grammar.pointing")) ||
           (voice != PX_VOICE_DIRECT &&
            (is_alone(context, article, first, end, token) || is_aimed(context, article, token, end)));
}

/* "*To which* she said no": it goes on with the sentence before. */
static bool is_led(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                   uint32_t end)
{
    return first + 1 < end && px_compare_is_class(context, article, first, "grammar.preposition") &&
           px_compare_is_class(context, article, first + 1, "grammar.relative") &&
           !px_compare_is_class(context, article, first + 1, "grammar.demonstrative");
}

static bool hangs(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                  uint32_t end)
{
    if (is_led(context, article, first, end))
        return true;
    for (uint32_t t = first; t < end; t++)
        if (is_open(context, article, first, end, t) || is_pointer(context, article, first, end, t) ||
            (article->tokens.items[t].voice == PX_VOICE_OWN && is_counted(context, article, first, t)))
            return true;
    return false;
}

bool px_compare_leans(const struct px_compare_context *context, size_t a, uint32_t index)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t first = px_compare_token_at(article, px_compare_untied(context, a, index).start);
    return points(context, article, first) ||
           hangs(context, article, first, sentence->first_token + sentence->token_count);
}

/* "rejected *it*": a neuter pronoun that begins no clause, "it would be rash", and that nothing before it names. */
static bool is_open_object(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                           uint32_t end, uint32_t token)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, false, PX_LEXICON_PRONOUNS, "pronoun.neutral");
    return hit != NULL && article->lexemes != NULL && token + 1 < end &&
           article->lexemes[token + 1].word_class != PX_WORD_VERB &&
           !px_compare_is_class(context, article, token + 1, "grammar.modal") &&
           is_open(context, article, first, end, token);
}

bool px_compare_points_back(const struct px_compare_context *context, size_t a, uint32_t index)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t first = px_compare_token_at(article, px_compare_untied(context, a, index).start);
    uint32_t end = sentence->first_token + sentence->token_count;
    if (px_compare_is_class(context, article, first, "grammar.demonstrative") && points(context, article, first))
        return true;
    for (uint32_t t = first; t < end; t++)
        if (is_pointer(context, article, first, end, t) ||
            (article->tokens.items[t].voice != PX_VOICE_DIRECT &&
             (is_open_object(context, article, first, end, t) || px_compare_is_given_before(context, a, index, t))))
            return true;
    return false;
}

static enum rank rank_of(const struct px_compare_context *context, size_t a, uint32_t index)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t words = 0, first = px_compare_behind_tie(context, article, sentence);
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        words += px_token_counts(&article->tokens.items[t]);
    if (words < FEWEST_WORDS || points(context, article, first) || has_pronoun_first(article, sentence) ||
        waits(article, sentence) || is_silent(context, article, sentence))
        return POINTS_BACK;
    if (article->tokens.items[first].voice == PX_VOICE_DIRECT || !px_token_counts(&article->tokens.items[first]))
        return QUOTED;
    bool tied = px_compare_is_class(context, article, sentence->first_token, "grammar.coordinator");
    uint32_t end = sentence->first_token + sentence->token_count;
    if (tied || hangs(context, article, first, end) || is_known(context, article, first, end) ||
        px_compare_adds(context, article, first, end))
        return LEANS;
    if (px_compare_has_given(context, a, index))
        return GIVEN;
    if (words > MOST_WORDS)
        return LONG;
    return px_compare_is_near(context, a, index) ? STANDS : STANDS_ALONE;
}

/* Of sentences none of which says something by itself: the first, or, where that is a scrap, the longest. */
static uint32_t fullest(const struct px_article *article, const struct px_span *span, uint32_t first)
{
    uint32_t best = first;
    bool scrap = article->sentences.items[first].token_count < FEWEST_WORDS;
    for (uint32_t s = first; scrap && s < article->sentences.count && article->sentences.items[s].start < span->end;
         s++)
        if (article->sentences.items[s].token_count > article->sentences.items[best].token_count)
            best = s;
    return best;
}

/* The sentence of the passage that may best be shown by itself, the first of several, and how far it may. */
static uint32_t best_of(const struct px_compare_context *context, size_t a, const struct px_span *span, enum rank *most)
{
    const struct px_article *article = context->articles[a];
    uint32_t best = px_article_sentence_at(article, span->start);
    *most = rank_of(context, a, best);
    for (uint32_t s = best + 1;
         *most < STANDS_ALONE && s < article->sentences.count && article->sentences.items[s].start < span->end; s++) {
        enum rank rank = rank_of(context, a, s);
        best = rank > *most ? s : best;
        *most = rank > *most ? rank : *most;
    }
    return best;
}

uint32_t px_compare_shown(const struct px_compare_context *context, size_t a, const struct px_span *span, bool *open)
{
    enum rank most;
    uint32_t best = best_of(context, a, span, &most);
    *open = most == POINTS_BACK || most == LEANS;
    return most == POINTS_BACK ? fullest(context->articles[a], span, best) : best;
}

uint32_t px_compare_firm(const struct px_compare_context *context, size_t a, const struct px_span *span, uint32_t shown)
{
    uint32_t first = px_article_sentence_at(context->articles[a], span->start);
    while (first < shown && px_compare_leans(context, a, first))
        first++;
    return first;
}

/* Adds what shows other paragraphs of the passage, from the rank on and below the other, while there is room. */
static void add_also(const struct px_compare_context *context, size_t a, enum rank from, enum rank below,
                     struct px_lone *lone)
{
    const struct px_article *article = context->articles[a];
    for (size_t b = px_vector_from(&article->blocks, start, lone->span.start);
         lone->also_count < PX_LONE_ALSO && b < article->blocks.count &&
         article->blocks.items[b].start < lone->span.end;
         b++) {
        const struct px_block *block = &article->blocks.items[b];
        enum rank rank = POINTS_BACK;
        if (article->sentences.items[lone->shown].block == b || block->sentence_count == 0)
            continue;
        uint32_t best = best_of(context, a, &(struct px_span){block->start, block->end}, &rank);
        if (rank >= from && rank < below)
            lone->also[lone->also_count++] = best;
    }
}

void px_compare_shown_also(const struct px_compare_context *context, size_t a, struct px_lone *lone)
{
    _Static_assert(PX_LONE_ALSO == 2, "two are put in order");
    add_also(context, a, STANDS_ALONE, STANDS_ALONE + 1, lone);
    size_t alone = lone->also_count;
    add_also(context, a, GIVEN, STANDS_ALONE, lone);
    if (alone > 0 && lone->also_count > alone && lone->also[0] > lone->also[alone]) {
        uint32_t later = lone->also[0];
        lone->also[0] = lone->also[alone];
        lone->also[alone] = later;
    }
}
