/* Headline and standfirst against the body: which topics, names and speakers they put first, and where the body's
 * weight lies. Where an article has no headline, nothing is said. */
#include "contrast/headline.h"
#include "contrast/contrast.h"
#include "naming/family.h"

enum { UNNAMED_FEWEST = 3 };

/* How often the article names the referent from sentence `from` on: by names. For whom a role stands is known too
 * seldom for a count. */
static uint32_t times_named(const struct px_compare_context *context, size_t a, uint32_t referent, uint32_t from)
{
    const struct px_article *article = context->articles[a];
    uint32_t times = 0;
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        times += (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS) &&
                 px_compare_referent(context, a, mention->entity) == referent &&
                 px_article_sentence_at(article, mention->start) >= from;
    }
    return times;
}

bool px_headline_lists(const struct px_headline *headline, uint32_t referent)
{
    for (size_t i = 0; i < headline->names.count; i++)
        if (headline->names.items[i].referent == referent)
            return true;
    return false;
}

/* Does the token stand in another name that the headline is known to have: "House" in "White House"? What is named after a
 * person, "Lind Campaign", names him as well. */
static bool is_of_another(const struct px_compare_context *context, size_t a, const struct px_referent *referent,
                          uint32_t token)
{
    const struct px_article *article = context->articles[a];
    const struct px_referent *all = context->comparison->referents.items;
    for (size_t m = 0; m < article->mentions.count && article->mentions.items[m].first_token <= token; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        uint32_t other = px_compare_referent(context, a, mention->entity);
        if (mention->first_token + mention->token_count > token &&
            px_headline_lists(&context->comparison->headlines[a], other) && &all[other] != referent &&
            (referent->kind != PX_ENTITY_PERSON || all[other].kind == PX_ENTITY_PERSON))
            return true;
    }
    return false;
}

/* Is it the word, if only in a compound, "UK" in "UK-Russia relations", or the one or the other in the plural? A senator
 * is no senate, although they share a stem. */
static bool holds_word(const struct px_form *form, const struct px_form *wanted)
{
    struct px_slice shorter = form->fold_text.size < wanted->fold_text.size ? form->fold_text : wanted->fold_text;
    struct px_slice longer = form->fold_text.size < wanted->fold_text.size ? wanted->fold_text : form->fold_text;
    bool held = form->fold == wanted->fold ||
                (form->stem == wanted->stem && longer.size == shorter.size + 1 && px_slice_starts(longer, shorter));
    for (size_t i = 0; i < form->part_count; i++)
        held = held || form->parts[i] == wanted->fold;
    return held;
}

/* Does any word by which the articles name the referent stand in headline or standfirst, other names aside? */
static bool has_word_of(const struct px_compare_context *context, size_t a, const struct px_referent *referent,
                        uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (size_t v = 0; v < referent->variant_count; v++) {
        struct px_slice rest = referent->variants[v].form, word;
        while (!referent->variants[v].role && px_slice_next(&rest, ' ', &word)) {
            uint32_t id = px_vocabulary_add(context->worker->vocabulary, word);
            const struct px_form *wanted = id == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, id);
            for (uint32_t t = 0; wanted != NULL && !wanted->stop && t < article->tokens.count; t++) {
                const struct px_form *form = px_compare_form(context, &article->tokens.items[t]);
                if (article->tokens.items[t].sentence == PX_NONE || article->tokens.items[t].sentence >= end)
                    break;
                if (holds_word(form, wanted) && !is_of_another(context, a, referent, t))
                    return true;
            }
        }
    }
    return false;
}

/* The family of the referent's first name in the article that has one: "Democrats". */
static struct px_family family_of(const struct px_compare_context *context, size_t a, uint32_t referent)
{
    const struct px_article *article = context->articles[a];
    struct px_family family = {{0}, false};
    for (size_t m = 0; family.name.size == 0 && m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->form == PX_MENTION_NAME && px_compare_referent(context, a, mention->entity) == referent)
            family = px_family_at(context, article, mention->first_token, mention->first_token + mention->token_count);
    }
    return family;
}

/* Has the headline any name of the family: "Dem" of the Democrats? */
static bool names_family(const struct px_compare_context *context, size_t a, const struct px_family *family)
{
    const struct px_article *article = context->articles[a];
    uint32_t limit = 0;
    while (limit < article->tokens.count &&
           article->tokens.items[limit].sentence < context->comparison->headlines[a].end)
        limit++;
    return family->name.size > 0 && px_family_stands(context, article, family, limit);
}

bool px_headline_names(const struct px_compare_context *context, size_t a, uint32_t referent)
{
    struct px_family family = family_of(context, a, referent);
    const struct px_headline *headline = &context->comparison->headlines[a];
    return px_headline_lists(headline, referent) || (family.party && names_family(context, a, &family)) ||
           has_word_of(context, a, &context->comparison->referents.items[referent], headline->end);
}

/* Adds a name, unless the body never has it: what stands in a headline alone is often no name. */
static bool add_name(struct px_compare_context *context, size_t a, uint32_t referent, struct px_span span)
{
    struct px_slice words = px_slice_span(context->articles[a]->text, span);
    uint32_t *bodies = px_compare_each(context, uint32_t);
    uint32_t *written = px_compare_each(context, uint32_t);
    bool *heads = px_compare_each(context, bool);
    bool fine = bodies != NULL && heads != NULL && written != NULL;
    for (size_t b = 0; fine && b < context->count; b++) {
        bodies[b] = times_named(context, b, referent, px_compare_head_end(context->articles[b]));
        written[b] = px_headline_written(context, b, referent, words);
    }
    if (!fine || bodies[a] == 0)
        return fine;
    struct px_headline_name *name =
        px_vector_push(&context->comparison->headlines[a].names, &context->comparison->arena);
    if (name != NULL)
        *name = (struct px_headline_name){referent, span, bodies, written, heads, false};
    return name != NULL;
}

static enum px_status list_names(struct px_compare_context *context, size_t a, struct px_headline *headline,
                                 struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    for (size_t m = 0; m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        uint32_t referent = px_compare_referent(context, a, mention->entity);
        if (px_article_sentence_at(article, mention->start) >= headline->end)
            break;
        if ((mention->form != PX_MENTION_NAME && mention->form != PX_MENTION_ALIAS) || referent == PX_NONE ||
            px_headline_lists(headline, referent))
            continue; /* "a president" names nobody, whoever he is */
        if (!add_name(context, a, referent, (struct px_span){mention->start, mention->end}))
            return px_no_memory(error);
    }
    return PX_OK;
}

/* Are any words taken for what it says, and not all for the article's own: "reaffirms opposition"? */
static bool has_words(const struct px_article *article, uint32_t attribution)
{
    for (uint32_t t = 0; t < article->tokens.count; t++)
        if (article->tokens.items[t].attribution == attribution && px_token_counts(&article->tokens.items[t]))
            return true;
    return false;
}

/* Is it a person or an organisation whose words are given, as far as a headline lets that be known? */
static bool is_speech(const struct px_article *article, uint32_t number, uint32_t end)
{
    const struct px_attribution *attribution = &article->attributions.items[number];
    return attribution->sentence < end && attribution->high_tier && attribution->speech &&
           attribution->speaker.count > 0 && attribution->entity != PX_NONE &&
           article->entities.items[attribution->entity].kind <= PX_ENTITY_ORGANISATION && has_words(article, number);
}

/* Does the headline give words of the referent, if only by an office: "Governor Says Law May Change"? */
static bool speaks(const struct px_compare_context *context, size_t a, uint32_t referent, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t i = 0; i < article->attributions.count; i++)
        if (is_speech(article, i, end) &&
            px_compare_referent(context, a, article->attributions.items[i].entity) == referent)
            return true;
    return false;
}

/* Is the word the other's beginning, as far as a point cuts it short: "Gov." of "governor"? */
static bool is_short_for(const struct px_form *shortened, const struct px_form *whole)
{
    enum { SHORTEST = 3 };
    struct px_slice text = shortened->fold_text;
    if (text.size > 0 && text.data[text.size - 1] == '.')
        text.size--;
    return text.size >= SHORTEST && text.size < shortened->text.size && px_slice_starts(whole->fold_text, text);
}

/* Does a word of an office by which the articles name the referent stand in the headline: "Governor", "Gov."? */
static bool has_office_of(const struct px_compare_context *context, size_t a, const struct px_referent *referent,
                          uint32_t end)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    for (size_t v = 0; v < referent->variant_count; v++) {
        struct px_slice rest = referent->variants[v].form, word;
        while (referent->variants[v].role && px_slice_next(&rest, ' ', &word)) {
            uint32_t id = px_vocabulary_add(context->worker->vocabulary, word);
            const struct px_form *wanted = id == PX_NONE ? NULL : px_vocabulary_form(context->worker->vocabulary, id);
            for (size_t t = 0; wanted != NULL && !wanted->stop && t < tokens->count; t++) {
                const struct px_form *here = px_compare_form(context, &tokens->items[t]);
                if (tokens->items[t].sentence != PX_NONE && tokens->items[t].sentence >= end)
                    break;
                if (here->fold == wanted->fold || is_short_for(here, wanted) || is_short_for(wanted, here))
                    return true;
            }
        }
    }
    return false;
}

/* Whom the body names most, or as often as anybody, where the headline neither names nor quotes him. A country is named by its
 * offices, too, of which a headline may speak. */
static void find_unnamed(const struct px_compare_context *context, size_t a, struct px_headline *headline)
{
    uint32_t most = UNNAMED_FEWEST - 1, named = 0;
    for (uint32_t r = 0; r < context->comparison->referents.count; r++) {
        const struct px_referent *referent = &context->comparison->referents.items[r];
        if (referent->lexical || referent->kind == PX_ENTITY_PLACE || referent->mentions[a].count == 0 ||
            referent->mentions[a].count < named)
            continue;
        uint32_t times = times_named(context, a, r, headline->end);
        if (px_headline_names(context, a, r) || speaks(context, a, r, headline->end) ||
            has_office_of(context, a, referent, headline->end)) {
            named = times > named ? times : named;
        } else if (times > most) {
            most = times;
            headline->unnamed = r;
        }
    }
    if (most < named)
        headline->unnamed = PX_NONE;
    if (headline->unnamed == PX_NONE)
        return;
    uint32_t written = px_headline_written(context, a, headline->unnamed,
                                           context->comparison->referents.items[headline->unnamed].name);
    headline->unnamed_times = written;
    if (written < UNNAMED_FEWEST) /* mostly by other names, of which a headline may have one that is not known as his */
        headline->unnamed = PX_NONE;
}

static bool has_speaker(const struct px_headline *headline, struct px_slice name)
{
    for (size_t i = 0; i < headline->speakers.count; i++)
        if (px_slice_equal(headline->speakers.items[i], name))
            return true;
    return false;
}

static enum px_status list_speakers(struct px_compare_context *context, size_t a, struct px_headline *headline,
                                    struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t i = 0; i < article->attributions.count; i++) {
        if (!is_speech(article, i, headline->end))
            continue;
        struct px_slice name = px_compare_speaker(context, a, i);
        if (has_speaker(headline, name))
            continue;
        struct px_slice *speaker = px_vector_push(&headline->speakers, &context->comparison->arena);
        if (speaker == NULL)
            return px_no_memory(error);
        *speaker = name;
    }
    return PX_OK;
}

/* Do the words stand from the token on, outside all names that the body has? */
static bool stands_free(const struct px_compare_context *context, size_t a, struct px_slice words, uint32_t token,
                        struct px_span *span)
{
    const struct px_article *article = context->articles[a];
    uint32_t t;
    if (!px_headline_stand(context, a, words, false, token, &t))
        return false;
    *span = (struct px_span){article->tokens.items[token].start, article->tokens.items[t - 1].end};
    for (size_t m = 0; m < article->mentions.count && article->mentions.items[m].first_token < t; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->first_token + mention->token_count > token &&
            px_headline_lists(&context->comparison->headlines[a], px_compare_referent(context, a, mention->entity)))
            return false;
    }
    return true;
}

/* Adds the referent where a whole name of it stands in the headline, though in a run of capitals that was taken for no
 * name or for a longer one: "Norhaven Bias Lawsuit". False when memory is out. */
static bool add_hidden(struct px_compare_context *context, size_t a, const struct px_referent *referent,
                       uint32_t number)
{
    const struct px_article *article = context->articles[a];
    uint32_t end = context->comparison->headlines[a].end;
    struct px_span span;
    for (size_t v = 0; v < referent->variant_count; v++)
        for (uint32_t t = 0; !referent->variants[v].role && t < article->tokens.count; t++) {
            if (article->tokens.items[t].sentence >= end)
                break;
            if (stands_free(context, a, referent->variants[v].form, t, &span))
                return add_name(context, a, number, span);
        }
    return true;
}

/* What one headline names the others may name as well. */
static bool find_hidden(struct px_compare_context *context, size_t a)
{
    bool fine = true;
    for (size_t b = 0; b < context->count; b++)
        for (size_t i = 0; fine && b != a && i < context->comparison->headlines[b].names.count; i++) {
            uint32_t referent = context->comparison->headlines[b].names.items[i].referent;
            if (!px_headline_lists(&context->comparison->headlines[a], referent))
                fine = add_hidden(context, a, &context->comparison->referents.items[referent], referent);
        }
    return fine;
}

/* The family of the name that stands in the headline of article a; and sets whether any headline may leave it out: a
 * house of government, a party. */
static struct px_family family_there(const struct px_compare_context *context, size_t a, struct px_headline_name *name)
{
    const struct px_article *article = context->articles[a];
    uint32_t first = px_compare_token_at(article, name->span.start), end = first;
    while (end < article->tokens.count && article->tokens.items[end].end <= name->span.end)
        end++;
    struct px_family family = px_family_at(context, article, first, end);
    const struct px_hit *hit = context->worker->resources == NULL
                                   ? NULL
                                   : px_compare_hit(context, article, first, false, PX_LEXICON_DEMONYMS, "institution");
    bool house = hit != NULL && first + hit->token_count == end;
    name->broad = family.party || house;
    return house ? (struct px_family){{0}, false} : family; /* a country has many houses */
}

/* Which names the headlines have in common, be it by an office, or by another of a family, "UK" for "London", "GOP" for
 * "Republicans": when all are read. */
static void compare_names(struct px_compare_context *context, size_t a)
{
    struct px_headline *headline = &context->comparison->headlines[a];
    for (size_t i = 0; i < headline->names.count; i++) {
        struct px_family family = family_there(context, a, &headline->names.items[i]);
        uint32_t referent = headline->names.items[i].referent;
        for (size_t b = 0; b < context->count; b++)
            headline->names.items[i].heads[b] =
                px_headline_names(context, b, referent) || names_family(context, b, &family) ||
                has_office_of(context, b, &context->comparison->referents.items[referent],
                              context->comparison->headlines[b].end);
    }
}

static enum px_status read_headline(struct px_compare_context *context, size_t a, struct px_error *error)
{
    struct px_headline *headline = &context->comparison->headlines[a];
    const struct px_tellings *tellings = &context->tellings[a];
    enum px_status status = list_names(context, a, headline, error);
    if (status == PX_OK)
        status = list_speakers(context, a, headline, error);
    if (status != PX_OK)
        return status;
    find_unnamed(context, a, headline);
    px_headline_find_topics(context, a, tellings, headline);
    return px_headline_points(context, a, tellings, error);
}

enum px_status px_compare_headlines(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    context->comparison->headlines = px_compare_each(context, struct px_headline);
    if (context->comparison->headlines == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        struct px_headline *headline = &context->comparison->headlines[a];
        *headline = (struct px_headline){
            .end = px_compare_head_end(context->articles[a]), .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE};
        if (headline->end > 0 && headline->end < context->articles[a]->sentences.count)
            status = read_headline(context, a, error);
        else
            headline->end = 0;
    }
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = find_hidden(context, a) ? PX_OK : px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        compare_names(context, a);
    return status;
}
