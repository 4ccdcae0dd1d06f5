/* Who speaks, of a find: the phrase that the model marked, put right by grammar. */
#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

enum {
    NEAR = 2,        /* tokens between noun and attribute */
    SUBJECT_MOST = 6 /* tokens of a headline's subject */
};

#define LIKELY .02F /* to be a source at all, from which a subject that the model left out speaks */

static const double surely_reports = 0.8; /* weight of a cue */

static const struct px_range nobody = {0, 0};

static bool is_headline(const struct px_scene *scene, const struct px_sourcing_find *find)
{
    const struct px_sentence *sentence = &scene->article->sentences.items[scene->tokens[find->head].sentence];
    return !px_role_is_paragraph(scene->article->blocks.items[sentence->block].role);
}

/* Of the parts of the source the one that says who speaks: where the subject stands, "*Hask*, … the months before,
 * vowed", or which is the likeliest to be a source at all. */
static size_t find_main(const struct px_scene *scene, const struct px_sourcing_finds *finds,
                        const struct px_sourcing_find *find, const struct px_ranges *parts)
{
    size_t best = 0;
    float most = -1;
    struct px_control control = px_scene_control(scene, find->head);
    for (size_t i = 0; parts->count > 1 && !px_range_empty(control.phrase) && i < parts->count; i++)
        if (px_range_holds(parts->items[i], control.head) && !px_scene_has(scene, control.head, PX_CLASS_SUBJECT))
            return i; /* "he" names nobody */
    for (size_t i = 0; i < parts->count; i++) {
        float sum = 0;
        for (uint32_t t = parts->items[i].first; t < parts->items[i].end; t++)
            sum += finds->source[t];
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

/* "Mr. Hask …, who was mayor, … calling": what begins with "who" and has more words tells of the part before it, who
 * speaks. */
static size_t skip_clause(const struct px_scene *scene, const struct px_ranges *parts, size_t main)
{
    struct px_range part = parts->items[main];
    bool clause = part.end > part.first + 1 && px_scene_has(scene, part.first, PX_CLASS_RELATIVE);
    return clause && main > 0 && parts->items[main - 1].end <= part.first ? main - 1 : main;
}

static bool holds_any(const struct px_ranges *parts, uint32_t token)
{
    for (size_t i = 0; i < parts->count; i++)
        if (px_range_holds(parts->items[i], token))
            return true;
    return false;
}

/* "An official in the ministry said": where the source is but a part of the subject's phrase, all that leads up to it
 * belongs to it, unless it is said: "*Mr. Brell*, officials said, left". */
static struct px_range widen(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_range source)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, find->head);
    uint32_t verb = px_parse_word(annotation, find->head);
    uint32_t sentence = scene->tokens[find->head].sentence;
    uint32_t subject = tree == NULL ? PX_NONE : px_tree_dependent(tree, verb, PX_ARC_SUBJECT);
    if (subject == PX_NONE || px_range_empty(source) || px_tree_is_passive(tree, verb))
        return source;
    struct px_span span = px_tree_span(tree, subject);
    uint32_t head = px_parse_token(annotation, sentence, subject);
    uint32_t first = px_parse_token(annotation, sentence, span.start);
    bool within = source.first > head && source.first <= head + NEAR &&
                  source.end <= px_parse_token(annotation, sentence, span.end - 1) + 1;
    within = within && source.end <= find->cue.first && !holds_any(&find->content, first);
    return within ? (struct px_range){first, source.end} : source;
}

static bool is_tagged(const struct px_scene *scene, uint32_t token, const char *tag)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    return tree != NULL && scene->mentions[token] == PX_NONE &&
           px_tree_has_xpos(tree, px_parse_word(scene->annotation, token), tag);
}

/* Behind a number one thing is none that is counted: "five *past*". */
static bool is_adjective(const struct px_scene *scene, uint32_t token)
{
    return is_tagged(scene, token, "JJ") ||
           (token > 0 && px_scene_has(scene, token - 1, PX_CLASS_NUMBER) && is_tagged(scene, token, "NN"));
}

/* "*five past and* present senators said": an adjective that is joined to the first word, and a number before it, are
 * part of who speaks. */
static struct px_range widen_joined(const struct px_scene *scene, struct px_range source)
{
    uint32_t first = source.first,
             sentence = scene->article->sentences.items[scene->tokens[first].sentence].first_token;
    if (first < sentence + 2 || !px_scene_has(scene, first - 1, PX_CLASS_COORDINATOR) || !is_adjective(scene, first) ||
        !is_adjective(scene, first - 2))
        return source;
    first -= 2;
    while (first > sentence && px_scene_has(scene, first - 1, PX_CLASS_NUMBER | PX_CLASS_DETERMINER))
        first--;
    return (struct px_range){first, source.end};
}

/* "the militants blamed for the attack": the noun that a participle is said of does not speak. */
static bool is_undergone(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_range source)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, find->head);
    uint32_t verb = px_parse_word(annotation, find->head);
    if (tree == NULL || (px_tree_arc(tree, verb) & PX_ARC_ASIDE) == 0 || source.end > find->head ||
        !px_tree_has_xpos(tree, verb, "VBN") ||
        px_tree_dependent(tree, verb, PX_ARC_SUBJECT | PX_ARC_AUXILIARY | PX_ARC_PASSIVE) != PX_NONE)
        return false;
    uint32_t head = tree->words[verb].head;
    uint32_t noun = head < tree->count ? px_parse_token(annotation, scene->tokens[find->head].sentence, head) : PX_NONE;
    return noun >= source.first && noun < source.end;
}

/* Does the source end where the passive begins, "*Ada Brell* | was asked": its subject, whatever the parser hangs it on? */
static bool stands_before_passive(const struct px_scene *scene, uint32_t sentence, uint32_t verb,
                                  struct px_range source)
{
    const struct px_tree *tree = &scene->annotation->trees[sentence];
    uint32_t first = px_tree_dependent(tree, verb, PX_ARC_AUXILIARY | PX_ARC_PASSIVE);
    if (first >= verb || px_parse_token(scene->annotation, sentence, first) != source.end)
        return false;
    while (first < verb && (px_parse_classes(scene->annotation, sentence, first) & PX_CLASS_BE) == 0)
        first++;
    return first < verb;
}

/* "was quoted *as saying*": the passive's subject says what follows. */
static bool is_heard(const struct px_scene *scene, const struct px_sourcing_find *find)
{
    for (uint32_t t = find->head + 1; t < find->cue.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_GERUND))
            return true;
    return false;
}

/* "X and *Y, the mayor*, had also been mentioned": the subject of a passive is spoken of, as is whoever is joined to
 * it. */
static bool is_spoken_of(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_range source)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, find->head);
    uint32_t verb = px_parse_word(scene->annotation, find->head), sentence = scene->tokens[find->head].sentence;
    if (tree == NULL || px_range_empty(source) || !px_tree_is_passive(tree, verb) || is_heard(scene, find))
        return false;
    uint32_t subject = px_tree_dependent(tree, verb, PX_ARC_SUBJECT);
    if (scene->tokens[source.first].sentence != sentence)
        return false;
    if (subject == PX_NONE)
        return stands_before_passive(scene, sentence, verb, source);
    uint32_t word = px_parse_head(scene->annotation, source.first, source.end);
    while (word < tree->count && word > subject &&
           (px_tree_arc(tree, word) & (PX_ARC_CONJUNCT | PX_ARC_APPOSITION)) != 0)
        word = tree->words[word].head;
    return word == subject || px_range_holds(source, px_parse_token(scene->annotation, sentence, subject));
}

/* "The envoy said the minister had left and *had been assured*": a passive that is joined to another verb is of
 * somebody who hears. */
static bool is_joined_passive(const struct px_scene *scene, const struct px_sourcing_find *find, struct px_range source)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, find->head);
    uint32_t verb = px_parse_word(scene->annotation, find->head);
    return tree != NULL && px_tree_is_passive(tree, verb) && (px_tree_arc(tree, verb) & PX_ARC_CONJUNCT) != 0 &&
           px_tree_dependent(tree, verb, PX_ARC_SUBJECT | PX_ARC_AGENT) == PX_NONE && source.end <= find->cue.first;
}

/* "on “Harbour | *Hour,” Mayor Hask*": behind the quotation that the phrase begins within and does not end in. */
static uint32_t skip_quoted(const struct px_scene *scene, struct px_range part)
{
    uint32_t t = part.first;
    if (px_range_empty(part) || scene->quotations[part.end - 1] != PX_NONE)
        return part.first;
    while (t < part.end && (scene->quotations[t] != PX_NONE || (t > part.first && scene->marks[t] == ',')))
        t++;
    return t < part.end ? t : part.first;
}

/* Behind a date line or a label that ran into it: "CARRETH -- the minister", "Updated: the minister". */
static uint32_t skip_date_line(const struct px_scene *scene, struct px_range part)
{
    uint32_t t = part.first;
    if (part.first + 2 < part.end && scene->marks[part.first + 1] == ':')
        return part.first + 2;
    while (t < part.end && (scene->marks[t] == ',' || px_scene_form(scene, t)->shape == PX_SHAPE_UPPER))
        t++;
    return t > part.first && t + 1 < part.end && scene->marks[t] == '-' ? t + 1 : part.first;
}

/* "In *the council*, members said": behind a phrase that the sentence's first word, a preposition, governs, where the
 * subject stands behind the comma. */
static uint32_t skip_place(const struct px_scene *scene, struct px_range part, uint32_t subject)
{
    uint32_t opens = scene->article->sentences.items[scene->tokens[part.first].sentence].first_token,
             first = part.first;
    while (first > opens && px_scene_has(scene, first - 1, PX_CLASS_ARTICLE | PX_CLASS_DETERMINER))
        first--;
    bool hangs = first == opens + 1 && px_scene_has(scene, opens, PX_CLASS_PREPOSITION);
    for (uint32_t t = part.first; hangs && t + 1 < part.end; t++)
        if (scene->marks[t] == ',')
            return px_range_holds((struct px_range){t + 1, part.end}, subject) ? t + 1 : part.first;
    return part.first;
}

/* Without marks at its end: "the minister," is "the minister". Brackets and quotation marks close what they opened. */
static struct px_range trim(const struct px_scene *scene, struct px_range part)
{
    part.first = skip_quoted(scene, part);
    part.first = skip_date_line(scene, part);
    while (part.end > part.first + 1 && scene->marks[part.end - 1] != 0 && scene->marks[part.end - 1] != ')' &&
           scene->marks[part.end - 1] != '"')
        part.end--;
    return part;
}

/* Drops what the model took for the words of a statement up to the middle of the speaker's phrase. */
static void drop_lead(const struct px_scene *scene, struct px_cue *cue, uint32_t middle)
{
    size_t kept = 0;
    for (size_t i = 0; i < cue->content.count; i++)
        if (cue->content.items[i].end != middle || scene->quotations[cue->content.items[i].first] != PX_NONE)
            cue->content.items[kept++] = cue->content.items[i];
    cue->content.count = kept;
}

/* "In a letter the chairman of the | *Harbour Council, Ann Hask*, wrote", "In | *a letter the chairman of the Harbour
 * Council, Ann Hask*, wrote": where the phrase ends with a person's name behind a comma, the office before them begins
 * it. */
static uint32_t first_of_office(const struct px_scene *scene, struct px_range part)
{
    uint32_t t = part.first, comma = part.first;
    t -= t > 0 && px_scene_has(scene, t - 1, PX_CLASS_ARTICLE);
    while (comma < part.end && scene->marks[comma] != ',')
        comma++;
    uint32_t name = comma + 1 < part.end ? px_entity_at(scene->annotation, comma + 1) : PX_NONE;
    if (name == PX_NONE || scene->article->entities.items[name].kind != PX_ENTITY_PERSON)
        return part.first;
    for (uint32_t u = part.first + 1; u < comma; u++)
        if (px_scene_has(scene, u, PX_CLASS_ARTICLE) && !px_scene_has(scene, u - 1, PX_CLASS_PREPOSITION))
            return u; /* another phrase begins within this one */
    uint32_t role =
        t > 1 && px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION) ? px_scene_role_before(scene, t - 1) : PX_NONE;
    return role == PX_NONE ? part.first : role > 0 && px_scene_has(scene, role - 1, PX_CLASS_ARTICLE) ? role - 1 : role;
}

/* "Obama Aide Calls …": in a headline, whose words all have capitals, what stands between name and verb is the
 * speaker. */
static struct px_range widen_headline(const struct px_scene *scene, const struct px_sourcing_find *find,
                                      struct px_range source)
{
    uint32_t end = source.end;
    while (end < find->cue.first && scene->marks[end] == 0 && px_scene_is_capitalised(scene, end))
        end++;
    if (is_headline(scene, find) && end == find->cue.first)
        source.end = end;
    return source;
}

/* "*the Dayton, Ohio,* branch of the Harbour League", "the Dayton, | *Ohio, branch*": all of the phrase, with the noun
 * and what belongs to it. */
static struct px_range widen_town(const struct px_scene *scene, const struct px_cue *cue, struct px_range source)
{
    enum { TOWN_MOST = 4 };
    uint32_t first = source.first, noun = px_scene_noun_of_town(scene, first);
    while (noun == PX_NONE && first > cue->bounds.first && first + TOWN_MOST > source.first)
        noun = px_scene_noun_of_town(scene, --first);
    if (noun == PX_NONE || noun < source.first)
        return source;
    uint32_t end = noun < source.end ? source.end : px_scene_phrase_behind(scene, noun, cue->bounds).end;
    return (struct px_range){first, end};
}

/* "Mayor blasted by sister": in a headline whoever stands behind "by" speaks. Empty where nobody does. */
static struct px_range doer_of_headline(const struct px_scene *scene, const struct px_sourcing_find *find)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, find->head);
    uint32_t sentence = scene->tokens[find->head].sentence;
    if (tree == NULL || !is_headline(scene, find) || find->source.count == 0)
        return nobody;
    uint32_t agent = px_agency_agent(annotation, sentence, px_parse_word(annotation, find->head));
    if (agent == PX_NONE || px_parse_token(annotation, sentence, agent) < find->cue.end)
        return nobody;
    uint32_t preposition = px_tree_dependent(tree, agent, PX_ARC_CASE);
    uint32_t first = preposition == PX_NONE ? px_tree_span(tree, agent).start : preposition + 1;
    return (struct px_range){px_parse_token(annotation, sentence, first),
                             px_parse_token(annotation, sentence, agent) + 1};
}

/* "Boutrous said *the handful* of women": what the model marks behind the verb beside its subject is no speaker, and is
 * said where what is said goes on from it. */
static void keep_subject(struct px_cue *cue, const struct px_control *control)
{
    size_t kept = 0;
    for (size_t i = 0; i < cue->source.count; i++) {
        struct px_range part = cue->source.items[i];
        bool own = part.first < control->phrase.end && part.end > control->phrase.first;
        if (own || part.first < cue->group.end)
            cue->source.items[kept++] = part;
        else if (part.first == cue->group.end && cue->content.count > 0 && cue->content.items[0].first == part.end)
            cue->content.items[0].first = part.first;
    }
    cue->source.count = kept;
}

bool px_sourcing_set_source(struct px_scene *scene, struct px_cue *cue, struct px_range phrase)
{
    struct px_ranges source = {0};
    struct px_range *part = px_vector_push(&source, scene->arena);
    if (part == NULL)
        return false;
    *part = phrase;
    cue->source = source;
    cue->speaker = phrase;
    return true;
}

/* "Smith warns of delays, *says* he may resign": in a headline whoever opens it and has its first verb has the others
 * too, which have nobody between. Empty where that is not so. */
static struct px_range first_of_headline(const struct px_scene *scene, const struct px_sourcing_find *find)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, find->head);
    const struct px_sentence *sentence = &scene->article->sentences.items[scene->tokens[find->head].sentence];
    uint32_t first = sentence->first_token, before = find->cue.first;
    bool joined =
        before > first && (scene->marks[before - 1] == ',' || scene->marks[before - 1] == ';' ||
                           scene->marks[before - 1] == '"' || px_scene_has(scene, before - 1, PX_CLASS_COORDINATOR));
    if (tree == NULL || !joined || !is_headline(scene, find) ||
        !px_tree_is_finite(tree, px_parse_word(scene->annotation, find->head)))
        return nobody;
    while (first < before && !px_scene_is_word(scene, first))
        first++;
    for (uint32_t t = first; t < before && t < first + SUBJECT_MOST && scene->marks[t] == 0; t++) {
        const struct px_cue *cue = px_scene_cue_at(scene, t);
        if (t > first && cue != NULL && cue->entry->kind == PX_CUE_VERB && cue->group.first > first)
            return (struct px_range){first, cue->group.first};
    }
    return nobody;
}

/* "*Actor Ono Brell* recently tweeted: “…”": somebody named right before a verb of speech that has its quotation right
 * behind it, whatever the parser makes of the verb. */
static bool introduces_quotation(const struct px_scene *scene, const struct px_cue *cue)
{
    enum { BETWEEN_MOST = 2, MARKS_MOST = 2 };
    uint32_t told = cue->content.count > 0 ? cue->content.items[0].first : 0, t = cue->core.first;
    bool reports = cue->entry->kind == PX_CUE_VERB && (cue->entry->takes & PX_TAKES_QUOTATION) != 0 &&
                   cue->entry->weight >= surely_reports && !px_scene_has(scene, t, PX_CLASS_GERUND);
    if (!reports || told < cue->core.end || told > cue->core.end + MARKS_MOST || scene->quotations[told] == PX_NONE)
        return false;
    for (uint32_t steps = 0; steps < BETWEEN_MOST && t > cue->bounds.first; steps++, t--)
        if (!px_scene_has(scene, t - 1, PX_CLASS_ADVERB | PX_CLASS_TIME))
            break;
    return t > cue->bounds.first && scene->mentions[t - 1] != PX_NONE && scene->quotations[t - 1] == PX_NONE &&
           px_range_holds(cue->speaker, t - 1);
}

/* "Ann Hask, head of *the Harbour Council*, … and said": does the model mark but what stands behind the person who is
 * the subject, in her phrase, and names nobody? */
static bool is_aside(const struct px_scene *scene, const struct px_ranges *source, const struct px_control *control)
{
    bool person = px_scene_person_at(scene, control->head) != PX_NONE;
    for (size_t i = 0; person && i < source->count; i++) {
        struct px_range part = source->items[i];
        person = part.first > control->head && part.end <= control->phrase.end;
        for (uint32_t t = part.first; person && t < part.end; t++)
            person = px_scene_person_at(scene, t) == PX_NONE;
    }
    return person && source->count > 0;
}

/* Lets grammar name the speaker where the model marked nobody, and where it took the nearest subject for that of the
 * clause a participle hangs on. */
static bool obey(struct px_scene *scene, const struct px_sourcing_finds *finds, const struct px_sourcing_find *find,
                 struct px_cue *cue)
{
    struct px_control control = px_scene_control(scene, find->head);
    struct px_range first = cue->source.count > 0 ? nobody : first_of_headline(scene, find);
    uint32_t head = control.head;
    if (!px_range_empty(first) && px_range_empty(control.phrase))
        return px_sourcing_set_source(scene, cue, first);
    if (!px_range_empty(control.phrase) && holds_any(&cue->source, head) && control.phrase.end <= cue->group.first)
        keep_subject(cue, &control);
    bool both = control.sure && control.nearest < control.head && holds_any(&cue->source, control.nearest) &&
                holds_any(&cue->source, head) && control.phrase.end <= cue->group.first;
    if (both) /* "*Smith* was sued by *Doe*, alleging" */
        return px_sourcing_set_source(scene, cue, trim(scene, control.phrase));
    if (px_range_empty(control.phrase) || scene->quotations[head] != scene->quotations[find->head] ||
        holds_any(&cue->source, head) || px_range_holds(control.phrase, find->head))
        return true;
    bool none = cue->source.count == 0 && (control.lent || finds->source[head] >= LIKELY);
    bool nearest = control.nearest != PX_NONE && holds_any(&cue->source, control.nearest);
    cue->unsure = control.charged || ((none || nearest) && !control.sure);
    bool aside = control.lent && is_aside(scene, &cue->source, &control);
    return (none || aside || (nearest && control.sure))
               ? px_sourcing_set_source(scene, cue, trim(scene, control.phrase))
               : true;
}

/* "*Her comments*, said Smith, the mayor, are “fair”": what stands before an inverted verb with a comma between, beside
 * the speaker right behind it, is the subject of what is said there. */
static void give_back_subject(struct px_scene *scene, struct px_cue *cue)
{
    struct px_ranges *source = &cue->source, told = cue->content;
    if (source->count != 2 || told.count == 0 || cue->entry->kind != PX_CUE_VERB ||
        source->items[0].first != cue->bounds.first || source->items[0].end > cue->group.first ||
        scene->marks[cue->group.first - 1] != ',' || source->items[1].first != cue->group.end ||
        told.items[0].first < source->items[1].end || scene->marks[told.items[0].first - 1] != ',' ||
        told.items[0].first >= cue->bounds.end)
        return;
    cue->content = (struct px_ranges){0};
    px_scene_add_content(scene, cue, source->items[0]);
    for (size_t i = 0; i < told.count; i++)
        px_scene_add_content(scene, cue, told.items[i]);
    source->items[0] = source->items[1];
    source->count = 1;
}

void px_sourcing_set_speaker(struct px_scene *scene, const struct px_sourcing_finds *finds,
                             const struct px_sourcing_find *find, struct px_cue *cue)
{
    give_back_subject(scene, cue);
    if (!obey(scene, finds, find, cue))
        scene->failed = true;
    px_sourcing_doubt_speaker(scene, find, cue);
    bool deed = cue->entry->takes == PX_TAKES_OBJECT && cue->entry->tone == PX_TONE_CONFRONTATIONAL;
    struct px_range doer = deed ? doer_of_headline(scene, find) : nobody;
    if (cue->source.count == 0)
        return;
    struct px_range *main =
        &cue->source.items[skip_clause(scene, &cue->source, find_main(scene, finds, find, &cue->source))];
    *main = widen_headline(scene, find, trim(scene, widen_joined(scene, widen(scene, find, *main))));
    main->first = skip_place(scene, *main, px_scene_control(scene, find->head).head);
    *main = widen_town(scene, cue, *main);
    uint32_t office = first_of_office(scene, *main);
    if (office != main->first)
        drop_lead(scene, cue, main->first);
    main->first = office;
    cue->speaker = *main;
    if (!px_range_empty(doer)) {
        cue->source.count = 1;
        cue->source.items[0] = cue->speaker = doer;
    }
    if (!px_sourcing_doubt_time(scene, cue))
        scene->failed = true;
    px_sourcing_doubt_phrase(scene, cue);
    cue->undergone = is_spoken_of(scene, find, cue->speaker);
    cue->unsure = cue->unsure || is_joined_passive(scene, find, cue->speaker);
    bool asked = cue->undergone && cue->speaker.end == find->cue.first;
    if (!introduces_quotation(scene, cue) && (asked || is_undergone(scene, find, cue->speaker))) {
        cue->source.count = 0;
        cue->speaker = (struct px_range){find->cue.first, find->cue.first};
    }
    if (cue->speaker.end == cue->speaker.first + 1 && px_scene_has(scene, cue->speaker.first, PX_CLASS_RELATIVE))
        cue->form = PX_FORM_RELATIVE;
}
