/* Which mentions name something, so that their absence from another article is news. */
#include "omission/only_news.h"

static bool is_small(const struct px_compare_context *context, const struct px_token *token)
{
    return token->kind == PX_TOKEN_WORD && px_compare_form(context, token)->shape == PX_SHAPE_LOWER;
}

static bool is_capital(const struct px_article *article, uint32_t token)
{
    char first = article->text.data[article->tokens.items[token].start];
    return first >= 'A' && first <= 'Z';
}

/* Is it in the list, in whatever category? */
static bool is_of_kind(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                       size_t lexicon)
{
    return context->worker->resources != NULL && px_only_lists(context, article->tokens.items[token].form, lexicon);
}

static bool is_preposition(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_GRAMMAR, "grammar.preposition") != NULL;
}

static bool is_and(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_NAMES, "name.and") != NULL;
}

/* Is it, in whatever ending, a head before which small words stand, as "Committee" is? Linear in the lexicon. */
static bool is_joining(const struct px_compare_context *context, uint32_t form)
{
    struct px_vocabulary *vocabulary = context->worker->vocabulary;
    if (context->worker->resources == NULL)
        return false;
    const struct px_lexicon *heads = px_resources_lexicon(context->worker->resources, PX_LEXICON_ORGANISATIONS);
    size_t column = px_lexicon_column(heads, "short");
    for (size_t i = 0; i < heads->entries.count; i++) {
        const struct px_entry *entry = &heads->entries.items[i];
        if (px_slice_find(px_lexicon_cell(heads, entry, column), PX_SLICE("joins"), 0) == SIZE_MAX)
            continue;
        uint32_t head = px_vocabulary_add(vocabulary, entry->text);
        if (head != PX_NONE && px_vocabulary_form(vocabulary, head)->stem == px_vocabulary_form(vocabulary, form)->stem)
            return true;
    }
    return false;
}

static bool is_comma(const struct px_article *article, uint32_t token)
{
    return article->text.data[article->tokens.items[token].start] == ',';
}

/* A piece of names that share a noun, "the Ways and Means and Budget committees": behind more of them, or before, comes
 * the noun in small letters. */
static bool is_piece(const struct px_compare_context *context, const struct px_article *article,
                     const struct px_mention *mention)
{
    enum { REACH = 8 };
    uint32_t first = mention->first_token, t = first + mention->token_count;
    uint32_t sentence = article->tokens.items[first].sentence;
    bool listed = false, joined = first > 1 && is_and(context, article, first - 1) && is_capital(article, first - 2);
    if (joined && is_joining(context, article->tokens.items[t - 1].form))
        return true; /* "[Oversight and] Reform Committee" */
    for (; t < article->tokens.count && t < first + REACH && article->tokens.items[t].sentence == sentence; t++) {
        if (listed && article->text.data[article->tokens.items[t].start] == '&')
            return true; /* a firm: "Mintz, Levin, Cohn & Popeo" */
        joined = joined || is_and(context, article, t);
        listed = listed || is_comma(article, t);
        if (!is_and(context, article, t) && !is_comma(article, t) && !is_capital(article, t))
            break;
    }
    return joined && t < article->tokens.count && is_small(context, &article->tokens.items[t]) &&
           is_joining(context, article->tokens.items[t].form);
}

/* Does its last word go on behind a hyphen, in small letters or with a people: "Tea Party-inspired", "United
 * States-Israeli"? What is like or of it is not it. */
static bool is_derived(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_mention *mention)
{
    struct px_slice text = px_slice_part(article->text, mention->start, mention->end);
    size_t hyphen = text.size;
    while (hyphen > 0 && text.data[hyphen - 1] != '-' && text.data[hyphen - 1] != ' ')
        hyphen--;
    if (hyphen == 0 || hyphen == text.size || text.data[hyphen - 1] != '-')
        return false;
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, px_slice_part(text, hyphen, text.size));
    bool country = form != PX_NONE && context->worker->resources != NULL && mention->token_count > 1 &&
                   px_only_lists(context, form, PX_LEXICON_DEMONYMS);
    return country || (text.data[hyphen] >= 'a' && text.data[hyphen] <= 'z');
}

/* A piece of a word with hyphens ("Trans-Pacific"), of a name with small words ("van der [Ruun]"), or a given name
 * before another one that was not taken for a name, or that the given name's owner gave his to ("[Sam]'s Club"). */
static bool is_cut(const struct px_compare_context *context, const struct px_article *article,
                   const struct px_mention *mention)
{
    uint32_t next = mention->first_token + mention->token_count;
    const struct px_token *tokens = article->tokens.items;
    if (mention->first_token > 0 && is_small(context, &tokens[mention->first_token - 1]) &&
        px_compare_hit(context, article, mention->first_token - 1, false, PX_LEXICON_NAMES, "name.particle") != NULL)
        return true;
    if ((mention->start > 0 && article->text.data[mention->start - 1] == '-') ||
        (mention->end < article->text.size && article->text.data[mention->end] == '-'))
        return true;
    bool owner = next < article->tokens.count && (tokens[next].flags & PX_TOKEN_CLITIC) != 0;
    next += owner;
    if (owner && next < article->tokens.count && is_capital(article, next) &&
        is_of_kind(context, article, next, PX_LEXICON_ORGANISATIONS))
        return true; /* "[St. Olm]'s Hospital" */
    if (!owner && next < article->tokens.count && tokens[next].sentence == tokens[next - 1].sentence &&
        is_capital(article, next) &&
        px_compare_hit(context, article, next, false, PX_LEXICON_NUMBERS, "number") != NULL)
        return true; /* "[Air Force] One" */
    return context->worker->resources != NULL && mention->token_count == 1 && next < article->tokens.count &&
           tokens[next].sentence == tokens[next - 1].sentence && is_capital(article, next) &&
           px_only_lists(context, tokens[mention->first_token].form, PX_LEXICON_FIRSTNAMES);
}

/* A part of a longer name, of a body or a law: what hangs on it by a small word or a possessive is of the name, or may
 * be ("[Children's] Health Program", "Democracy [for America]", "[27th] District"). */
static bool is_part(const struct px_compare_context *context, const struct px_article *article,
                    const struct px_mention *mention)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = mention->first_token, end = first + mention->token_count, sentence = tokens[first].sentence;
    if (article->entities.items[mention->entity].kind <= PX_ENTITY_PERSON ||
        article->entities.items[mention->entity].kind == PX_ENTITY_PLACE)
        return false;
    if (end + 1 < article->tokens.count && tokens[end + 1].sentence == sentence && is_capital(article, end + 1) &&
        is_small(context, &tokens[end]) && is_preposition(context, article, end))
        return true;
    if (first == 0 || tokens[first - 1].sentence != sentence)
        return false;
    if (first > 1 && is_capital(article, first - 2) && is_joining(context, tokens[first - 2].form) &&
        is_small(context, &tokens[first - 1]) && is_preposition(context, article, first - 1))
        return true; /* "Departments of [Health] and …" */
    bool head = px_only_lists(context, tokens[end - 1].form, PX_LEXICON_ORGANISATIONS);
    if (head && first > 1 && is_small(context, &tokens[first - 1]) && is_capital(article, first - 2) &&
        (tokens[first - 2].flags & PX_TOKEN_SENTENCE_START) == 0 &&
        px_compare_hit(context, article, first - 1, false, PX_LEXICON_GRAMMAR, "grammar.determiner") != NULL &&
        is_preposition(context, article, first - 2))
        return true; /* "For the [People Act]" */
    bool hangs = first > 1 && is_capital(article, first - 2) &&
                 ((tokens[first - 1].flags & PX_TOKEN_CLITIC) != 0 || is_preposition(context, article, first - 1));
    const struct px_form *before = px_compare_form(context, &tokens[first - 1]);
    char last = before->text.data[before->text.size - 1];
    bool ordinal = before->digits && (last < '0' || last > '9');
    return (head && hangs) || ordinal; /* "October 11th [Mourners]" */
}

/* Does the name of a body or place stand right beside another one, with which it makes a longer: "[House] Intelligence
 * Committee"? */
static bool is_half(const struct px_article *article, const struct px_mention *mention)
{
    size_t at = (size_t)(mention - article->mentions.items);
    if (article->entities.items[mention->entity].kind == PX_ENTITY_PERSON)
        return false;
    for (int side = -1; side <= 1; side += 2) {
        if ((side < 0 && at == 0) || (side > 0 && at + 1 == article->mentions.count))
            continue;
        const struct px_mention *other = side < 0 ? mention - 1 : mention + 1;
        const struct px_mention *left = side < 0 ? other : mention, *right = side < 0 ? mention : other;
        if (other->form == PX_MENTION_NAME && article->entities.items[other->entity].kind != PX_ENTITY_PERSON &&
            left->end + 1 == right->start && article->text.data[left->end] == ' ')
            return true;
    }
    return false;
}

/* Is it called after somebody whom the article names by himself, "Ada Brell's Utah"? Then it is how one speaks of it. */
static bool is_owned(const struct px_article *article, const struct px_mention *mention)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t end = mention->first_token + mention->token_count;
    for (uint32_t t = mention->first_token + 1; t + 1 < end; t++) {
        struct px_slice owner = px_slice_part(article->text, mention->start, tokens[t - 1].end);
        if ((tokens[t].flags & PX_TOKEN_CLITIC) == 0)
            continue;
        for (size_t e = 0; e < article->entities.count; e++)
            if (article->entities.items[e].kind == PX_ENTITY_PERSON &&
                px_slice_equal(article->entities.items[e].name, owner))
                return true;
    }
    return false;
}

struct px_slice px_only_text(const struct px_compare_context *context, const struct px_article *article,
                             const struct px_mention *mention)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t end = mention->first_token + mention->token_count, text_end = mention->end;
    if (context->worker->resources != NULL && px_only_lists(context, tokens[end - 1].form, PX_LEXICON_ORGANISATIONS) &&
        end + 1 < article->tokens.count && tokens[end + 1].sentence == tokens[end - 1].sentence &&
        is_small(context, &tokens[end]) && is_preposition(context, article, end))
        for (uint32_t t = end + 1; t < article->tokens.count && is_capital(article, t); t++)
            text_end = tokens[t].end;
    return px_slice_part(article->text, mention->start, text_end);
}

size_t px_only_initials(const struct px_article *article, const struct px_mention *mention, char *initials)
{
    enum { INITIALS_LEAST = 3 };
    size_t count = 0;
    for (uint32_t t = 0; t < mention->token_count; t++) {
        const struct px_token *token = &article->tokens.items[mention->first_token + t];
        char first = article->text.data[token->start];
        if (first < 'A' || first > 'Z')
            continue;
        if (count == PX_INITIALS_MOST)
            return 0;
        initials[count++] = first;
    }
    return mention->token_count > 1 && count >= INITIALS_LEAST ? count : 0;
}

/* Where a report was written, in capitals before a dash: "DES MOINES –". */
static bool is_dateline(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = mention->first_token;
    for (uint32_t t = 0; t < mention->token_count; t++)
        if (px_compare_form(context, &tokens[first + t])->shape != PX_SHAPE_UPPER)
            return false;
    return (tokens[first].flags & PX_TOKEN_SENTENCE_START) != 0 &&
           first + mention->token_count < article->tokens.count &&
           tokens[first + mention->token_count].kind == PX_TOKEN_PUNCTUATION;
}

/* Does it begin with somebody else's name, or end in an institution, which is the name: "Brol's Capitol Hill", "the
 * American Congress"? */
static bool is_longer(const struct px_compare_context *context, size_t a, const struct px_mention *mention)
{
    const struct px_article *article = context->articles[a];
    const struct px_hits *hits = &article->hits;
    uint32_t first = mention->first_token, end = first + mention->token_count;
    bool place = article->entities.items[mention->entity].kind == PX_ENTITY_PLACE; /* "Ann Hask's Tarsk" */
    for (uint32_t t = first + 1; t < end; t++)
        for (size_t b = 0; (article->tokens.items[t].flags & PX_TOKEN_CLITIC) && b < context->count; b++)
            if (place || (b != a && px_compare_stands(context, b, &article->tokens.items[t - 1].form, 1, false) > 0))
                return true;
    for (size_t i = px_hits_from(hits, first + 1); i < hits->count && hits->items[i].first_token < end; i++)
        if (hits->items[i].lexicon == PX_LEXICON_DEMONYMS &&
            hits->items[i].first_token + hits->items[i].token_count == end &&
            px_slice_is(px_resources_entry(context->worker->resources, &hits->items[i])->category, "institution"))
            return first + 1 < end;
    return false;
}

/* Words that are written small somewhere, or a mere head such as "Departments": their capitals make no name of them. */
static bool is_common(const struct px_compare_context *context, size_t a, const struct px_mention *mention)
{
    const struct px_article *article = context->articles[a];
    uint32_t form = article->tokens.items[mention->first_token].form, small = 0;
    if (article->entities.items[mention->entity].kind == PX_ENTITY_PERSON || context->worker->resources == NULL ||
        px_only_lists(context, form, PX_LEXICON_DEMONYMS))
        return false;
    for (uint32_t t = 0; t < mention->token_count; t++) {
        bool stands = false;
        for (size_t b = 0; !stands && b < context->count; b++)
            stands = px_compare_stands_small(context, b, article->tokens.items[mention->first_token + t].form);
        small += stands;
    }
    return small == mention->token_count ||
           (mention->token_count == 1 && px_only_lists(context, form, PX_LEXICON_ORGANISATIONS));
}

/* Another spelling of what the article names more often: "Federal Elections Commission". */
static bool is_respelt(const struct px_compare_context *context, size_t a, const struct px_mention *mention)
{
    enum { WORDS_MOST = 8 };
    uint32_t forms[WORDS_MOST], count = 0;
    while (count < mention->token_count && count < WORDS_MOST) {
        forms[count] = context->articles[a]->tokens.items[mention->first_token + count].form;
        count++;
    }
    uint32_t same = px_compare_stands(context, a, forms, count, false);
    return count > 1 && px_compare_stands(context, a, forms, count, true) > 2 * same;
}

/* Does a title, a role or a party's member begin at the token: "Texas Rep. Olm", "the Texas Democrat"? */
static bool is_somebody(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        size_t lexicon = hits->items[i].lexicon;
        if (lexicon == PX_LEXICON_TITLES || lexicon == PX_LEXICON_ROLES ||
            (lexicon == PX_LEXICON_DEMONYMS &&
             px_slice_is(px_resources_entry(context->worker->resources, &hits->items[i])->category, "member")))
            return true;
    }
    return false;
}

/* Is it the middle of "Norland, Halden and Varn"? A state in front of the comma is no town of this one. */
static bool is_listed_state(const struct px_compare_context *context, const struct px_article *article, uint32_t before,
                            uint32_t behind)
{
    return behind < article->tokens.count && (is_comma(article, behind) || is_and(context, article, behind)) &&
           px_compare_hit(context, article, before, true, PX_LEXICON_DEMONYMS, "place") != NULL;
}

bool px_only_is_address(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention)
{
    uint32_t first = mention->first_token, last = first + mention->token_count - 1;
    const struct px_token *tokens = article->tokens.items;
    if (article->entities.items[mention->entity].kind != PX_ENTITY_PLACE)
        return false;
    if (is_somebody(context, article, last + 1))
        return true;
    if (first > 0 && article->text.data[tokens[first - 1].start] == '(')
        return true; /* "Olm (Texas)" */
    if (first < 2)
        return false;
    if (tokens[first].sentence != tokens[first - 2].sentence)
        return false;
    struct px_slice before = px_slice_part(article->text, tokens[first - 1].start, tokens[first - 1].end);
    bool of = px_compare_hit(context, article, first - 1, false, PX_LEXICON_NAMES, "name.of") != NULL;
    if (!of && is_comma(article, first - 1) && is_listed_state(context, article, first - 2, last + 1))
        return false;
    uint32_t bearer = of && is_comma(article, first - 2) && first > 2 ? first - 3 : first - 2;
    return article->text.data[tokens[last].end - 1] == '.' ||
           ((of || px_slice_is(before, ",") || px_slice_is(before, "-")) && is_capital(article, bearer));
}

/* A word that only describes the noun behind it: a saying with hyphens, "the Come-And-See approach", or, where it
 * stands nowhere else, letters that may be of a kind of thing, "IRA contributions", or an adjective with a capital. */
static bool is_attribute(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention)
{
    const struct px_form *form = px_compare_form(context, &article->tokens.items[mention->first_token]);
    const struct px_entity *entity = &article->entities.items[mention->entity];
    uint32_t next = mention->first_token + mention->token_count;
    if (mention->token_count != 1 || entity->kind == PX_ENTITY_PLACE || next >= article->tokens.count ||
        article->tokens.items[next].sentence != article->tokens.items[next - 1].sentence ||
        !is_small(context, &article->tokens.items[next]) ||
        (article->lexemes != NULL && article->lexemes[next].word_class != PX_WORD_NOUN))
        return false;
    bool known = is_of_kind(context, article, mention->first_token, PX_LEXICON_SOURCES) ||
                 is_of_kind(context, article, mention->first_token, PX_LEXICON_DEMONYMS);
    bool unsure = form->shape == PX_SHAPE_UPPER || entity->kind == PX_ENTITY_OTHER;
    return form->part_count > 2 || (unsure && !known && entity->mention_count < 2);
}

/* Two names that share no head, "School of Law and School of Medicine". */
static bool is_two(const struct px_compare_context *context, const struct px_article *article,
                   const struct px_mention *mention)
{
    uint32_t first = mention->first_token, end = first + mention->token_count;
    for (uint32_t t = first + 1; t + 1 < end; t++)
        if (is_and(context, article, t) && article->tokens.items[t + 1].form == article->tokens.items[first].form)
            return true;
    return false;
}

/* Are the name's words all of a quotation? */
static bool is_quoted_alone(const struct px_article *article, const struct px_mention *mention)
{
    for (size_t i = 0; i < article->quotations.count; i++)
        if (article->quotations.items[i].first_token + 1 == mention->first_token &&
            article->quotations.items[i].token_count <= mention->token_count + 3 &&
            article->quotations.items[i].token_count >= mention->token_count + 2)
            return true;
    return false;
}

/* A word with a capital of which nothing is known, and which stands in somebody's words alone, may be what he calls
 * something: "that San Tarsk East"; and a long title there no more than words with capitals, or, where he says nothing
 * else, his name for what has another: branded it the "Rain Protection Act". */
static bool is_coined(const struct px_article *article, const struct px_mention *mention)
{
    enum { LONG_TITLE = 7 };
    uint8_t kind = article->entities.items[mention->entity].kind;
    if (kind != PX_ENTITY_OTHER &&
        (kind != PX_ENTITY_WORK || (mention->token_count < LONG_TITLE && !is_quoted_alone(article, mention))))
        return false;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *other = &article->mentions.items[m];
        uint8_t voice = article->tokens.items[other->first_token].voice;
        if (other->entity == mention->entity && voice != PX_VOICE_DIRECT && voice != PX_VOICE_SCARE)
            return false;
    }
    return true;
}

/* Does it end in a small word that wants more behind it, "Department *of*", or behind such a word in a form that tells
 * whose the next noun is: "Code of Conduct for *Norlandish* [judges]", "… for *U.S.* [judges]"? */
static bool is_open_ended(const struct px_compare_context *context, const struct px_article *article,
                          const struct px_mention *mention)
{
    uint32_t last = mention->first_token + mention->token_count - 1;
    if (is_small(context, &article->tokens.items[last]))
        return is_preposition(context, article, last);
    struct px_slice text = px_compare_form(context, &article->tokens.items[last])->text;
    bool whose = text.data[text.size - 1] == '.' ||
                 px_compare_hit(context, article, last, false, PX_LEXICON_DEMONYMS, "demonym") != NULL;
    return whose && mention->token_count > 2 && is_preposition(context, article, last - 1) &&
           last + 1 < article->tokens.count && article->tokens.items[last + 1].kind == PX_TOKEN_WORD &&
           is_small(context, &article->tokens.items[last + 1]);
}

/* "Earth", "Europe": that one article has the name and the other has not tells nothing. */
static bool is_world(const struct px_compare_context *context, const struct px_article *article,
                     const struct px_mention *mention)
{
    const struct px_hit *hit =
        px_compare_hit(context, article, mention->first_token, false, PX_LEXICON_NAMES, "name.world");
    return hit != NULL && hit->token_count == mention->token_count;
}

bool px_only_is_name(const struct px_compare_context *context, size_t a, const struct px_mention *mention)
{
    const struct px_article *article = context->articles[a];
    return !px_compare_is_outlet(article->outlet, px_slice_part(article->text, mention->start, mention->end)) &&
           !is_common(context, a, mention) && !is_piece(context, article, mention) &&
           !is_derived(context, article, mention) && !is_cut(context, article, mention) &&
           !is_part(context, article, mention) && !is_half(article, mention) && !is_owned(article, mention) &&
           !is_dateline(context, article, mention) && !is_longer(context, a, mention) &&
           !is_respelt(context, a, mention) && !is_attribute(context, article, mention) &&
           !is_two(context, article, mention) && !is_coined(article, mention) &&
           !is_open_ended(context, article, mention) && !is_world(context, article, mention);
}
