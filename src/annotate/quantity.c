#include "annotate/quantity.h"

#include <math.h>

#include "annotate/quantity_draft.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/scope.h"

enum { AGE_MOST = 110, YEAR_DIGITS = 4 };

struct reading {
    struct px_annotation *annotation;
    struct px_marks marks;
    const struct px_tree *tree;
    uint32_t sentence;
};

static uint32_t token_of(const struct reading *reading, uint32_t word)
{
    return px_parse_token(reading->annotation, reading->sentence, word);
}

static uint32_t kinds_of(const struct reading *reading, uint32_t word)
{
    return word == PX_NONE ? 0 : reading->marks.kinds[token_of(reading, word)];
}

static bool is_tagged(const struct reading *reading, uint32_t word, const char *tag)
{
    return px_tree_has_upos(reading->tree, word, tag);
}

static bool is_noun(const struct reading *reading, uint32_t word)
{
    return is_tagged(reading, word, "NOUN") || is_tagged(reading, word, "PROPN");
}

static unsigned arc_of(const struct reading *reading, uint32_t word)
{
    return px_tree_arc(reading->tree, word);
}

/* The class of an event ("quantity.event.death" is "death") that the word tells, or nothing. */
static struct px_slice class_of(const struct reading *reading, uint32_t word)
{
    struct px_slice root = PX_SLICE("quantity.event.");
    const struct px_entry *entry = word == PX_NONE ? NULL : reading->marks.of[token_of(reading, word)];
    if (entry == NULL || !px_slice_starts(entry->category, root))
        return (struct px_slice){0};
    return px_slice_part(entry->category, root.size, entry->category.size);
}

/* The first dependent with one of the arcs that tells an event. */
static struct px_slice class_below(const struct reading *reading, uint32_t word, unsigned arcs)
{
    struct px_slice found = {0};
    uint32_t child = px_tree_dependent(reading->tree, word, arcs);
    for (; found.size == 0 && child != PX_NONE; child = px_tree_next(reading->tree, child, arcs))
        found = class_of(reading, child);
    return found;
}

/* What the number counts: the noun that it stands before; behind "of" where it is vague ("dozens of people"); PX_NONE
 * when it stands for itself ("killed 12"). `*node` is the word by which the phrase hangs in the sentence. */
static uint32_t counted(const struct reading *reading, const struct px_number *number, uint32_t *node)
{
    uint32_t word = px_parse_head(reading->annotation, number->first, number->end);
    *node = word;
    for (uint32_t head; word != PX_NONE && (head = reading->tree->words[word].head) != PX_NONE; word = head) {
        if (head <= word || (arc_of(reading, word) & ~(unsigned)(PX_ARC_COMPOUND | PX_ARC_MODIFIER)) != 0)
            break;
        *node = head;
        if (is_noun(reading, head) && token_of(reading, head) >= number->end)
            return head;
    }
    uint32_t below =
        *node == PX_NONE || !isnan(number->value) ? PX_NONE : px_tree_dependent(reading->tree, *node, PX_ARC_NOMINAL);
    while (below != PX_NONE && token_of(reading, below) < number->end) /* "hundreds of thousands of people" */
        below = px_tree_dependent(reading->tree, below, PX_ARC_NOMINAL);
    return below != PX_NONE && px_tree_dependent(reading->tree, below, PX_ARC_CASE) == below - 1 ? below : PX_NONE;
}

/* "could kill 12", "did not kill 12" tell of no event. */
static bool is_fact(const struct reading *reading, uint32_t verb)
{
    uint32_t token = token_of(reading, verb);
    for (uint32_t child = reading->tree->first_child[verb]; child != PX_NONE; child = reading->tree->next_child[child])
        if ((px_parse_classes(reading->annotation, reading->sentence, child) & PX_CLASS_MODAL) != 0)
            return false;
    return !px_scope_negates(reading->annotation, token, token + 1);
}

struct event {
    struct px_slice name; /* a class or a lemma */
    uint32_t verb;        /* PX_NONE where no verb tells it */
    bool is_class;
    bool acts; /* what is counted does it */
};

/* The event of a verb above what is counted. */
static void read_verb(const struct reading *reading, uint32_t node, uint32_t verb, struct event *event)
{
    unsigned arc = arc_of(reading, node);
    bool object = (arc & PX_ARC_OBJECT) != 0, subject = (arc & PX_ARC_SUBJECT) != 0;
    bool passive = subject && px_tree_is_passive(reading->tree, verb);
    bool alone = px_tree_dependent(reading->tree, verb, PX_ARC_OBJECT) == PX_NONE;
    struct px_slice name = object || passive || (subject && alone) ? class_of(reading, verb) : (struct px_slice){0};
    if (name.size == 0 && object)
        name = class_below(reading, verb, PX_ARC_OPEN); /* "left two soldiers dead" */
    event->verb = verb;
    event->is_class = name.size > 0;
    event->acts = subject && !passive;
    event->name = name;
    if (event->is_class || !(object || subject) || !is_tagged(reading, verb, "VERB"))
        return;
    event->name = (kinds_of(reading, verb) & (PX_MARK_BLANK | PX_MARK_SPEECH | PX_MARK_EVENT)) != 0
                      ? (struct px_slice){0}
                      : reading->tree->words[verb].lemma;
}

/* "the death toll rose to 31", "the deaths of 31 people", "the withdrawal of 2,000 troops". */
static struct px_slice name_beside(const struct reading *reading, uint32_t node, uint32_t head)
{
    unsigned arc = arc_of(reading, node);
    if ((arc & PX_ARC_NOMINAL) != 0)
        return class_of(reading, head).size > 0 ? class_of(reading, head) : reading->tree->words[head].lemma;
    uint32_t subject = (arc & PX_ARC_OBLIQUE) != 0 ? px_tree_subject(reading->tree, head) : PX_NONE;
    struct px_slice found = subject == PX_NONE ? (struct px_slice){0} : class_below(reading, subject, PX_ARC_COMPOUND);
    return found.size > 0 || subject == PX_NONE ? found : class_of(reading, subject);
}

/* What happens to what is counted, or what it does. */
static struct event find_event(const struct reading *reading, uint32_t noun, uint32_t node)
{
    struct event event = {.verb = PX_NONE, .is_class = true};
    event.name = class_of(reading, noun);
    if (event.name.size == 0)
        event.name = class_below(reading, noun != PX_NONE ? noun : node, PX_ARC_ASIDE | PX_ARC_MODIFIER);
    if (event.name.size == 0 && noun != PX_NONE && noun != node)
        event.name = class_below(reading, node, PX_ARC_ASIDE | PX_ARC_MODIFIER);
    uint32_t head = reading->tree->words[node].head;
    if (event.name.size == 0 && head != PX_NONE && (arc_of(reading, node) & PX_ARC_CONJUNCT) != 0) {
        node = head; /* "killed 12 soldiers and 3 civilians" */
        head = reading->tree->words[node].head;
    }
    if (event.name.size > 0 || head == PX_NONE)
        return event;
    event.name = name_beside(reading, node, head);
    if (event.name.size == 0)
        read_verb(reading, node, head, &event);
    return event;
}

static uint32_t entity_of(const struct reading *reading, uint32_t word)
{
    return word == PX_NONE ? PX_NONE : px_entity_at(reading->annotation, token_of(reading, word));
}

static bool push(struct reading *reading, const struct px_quantity *found, uint32_t start, uint32_t stop)
{
    struct px_article *article = reading->annotation->article;
    struct px_quantity *quantity = px_vector_push(&article->quantities, &article->arena);
    if (quantity == NULL)
        return false;
    *quantity = *found;
    quantity->start = article->tokens.items[start].start;
    quantity->end = article->tokens.items[stop - 1].end;
    quantity->sentence = reading->sentence;
    quantity->attribution = article->tokens.items[start].attribution;
    quantity->what = px_arena_copy(&article->arena, found->what);
    quantity->unit = px_arena_copy(&article->arena, found->unit);
    quantity->event = px_arena_copy(&article->arena, found->event);
    return quantity->what.data != NULL && quantity->event.data != NULL && quantity->unit.data != NULL;
}

/* "the three players", who were told of before; of an event that is named, "the 12 people killed", the figure is
 * new. */
static bool is_known(const struct reading *reading, const struct px_number *number)
{
    uint32_t from = reading->annotation->article->sentences.items[reading->sentence].first_token;
    return number->start > from && (reading->annotation->classes[number->start - 1] & PX_CLASS_DEFINITE) != 0;
}

/* Is it a part of something counted elsewhere: "another 12", "12 others", "12 of them"? */
static bool is_part(const struct reading *reading, const struct px_number *number, uint32_t noun)
{
    uint32_t from = reading->annotation->article->sentences.items[reading->sentence].first_token;
    const uint32_t *kinds = reading->marks.kinds;
    return (number->start > from && (kinds[number->start - 1] & PX_MARK_PART) != 0) ||
           (kinds[number->stop] & PX_MARK_PART) != 0 || (kinds_of(reading, noun) & PX_MARK_PART) != 0;
}

/* Is the noun a time or a length, "two hours", and no volume, "two cubic metres"? */
static bool is_extent(const struct reading *reading, uint32_t noun)
{
    uint32_t token = noun == PX_NONE ? 0 : token_of(reading, noun);
    return (kinds_of(reading, noun) & PX_MARK_DURATION) != 0 &&
           (token == 0 || (reading->marks.kinds[token - 1] & PX_MARK_POWER) == 0);
}

/* The named person whose age the number is: the noun's own, or that of the name right before: "Rita Katz, 54,". */
static uint32_t bearer_of_age(const struct reading *reading, const struct px_number *number)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_article *article = annotation->article;
    uint32_t from = article->sentences.items[reading->sentence].first_token;
    if (number->kind == PX_QUANTITY_AGE) {
        uint32_t entity = px_bearer_entity(annotation, number->first, number->end);
        if (entity != PX_NONE)
            return entity;
    }
    uint32_t at = number->start;
    for (int back = 0; back < 2 && at > from; back++) /* "Katz aged 54", "Katz, 54" */
        if (px_entity_at(annotation, --at) != PX_NONE)
            return px_entity_at(annotation, at);
    return PX_NONE;
}

static bool is_comma(const struct px_article *article, uint32_t token)
{
    return token < article->tokens.count && article->text.data[article->tokens.items[token].start] == ',';
}

/* Ages of people that the article names; `*age` says whether the number is one, of whomever. */
static bool add_age(struct reading *reading, const struct px_number *number, bool *age)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t from = article->sentences.items[reading->sentence].first_token;
    bool between = number->start > from && is_comma(article, number->start - 1) && is_comma(article, number->stop);
    bool aged = number->start > from && (reading->marks.last[number->start - 1].kinds & PX_MARK_AGE) != 0;
    *age = number->kind == PX_QUANTITY_AGE || aged || (number->kind == PX_QUANTITY_COUNT && between);
    if (!*age || !(number->value >= 1 && number->value <= AGE_MOST) || number->value != floor(number->value))
        return true;
    uint32_t entity = bearer_of_age(reading, number);
    if (entity == PX_NONE || article->entities.items[entity].kind != PX_ENTITY_PERSON)
        return true;
    struct px_quantity quantity = {.value = number->value,
                                   .low = number->value,
                                   .high = number->value,
                                   .what = article->entities.items[entity].name,
                                   .entity = entity,
                                   .other = PX_NONE,
                                   .kind = PX_QUANTITY_AGE};
    return push(reading, &quantity, number->start, number->stop);
}

static bool add_number(struct reading *reading, const struct px_number *number)
{
    uint32_t node;
    bool age;
    if (!add_age(reading, number, &age))
        return false;
    if (age || number->value == 1)
        return true;
    uint32_t noun = counted(reading, number, &node);
    if (node == PX_NONE || is_part(reading, number, noun) || is_extent(reading, noun))
        return true;
    struct event event = find_event(reading, noun, node);
    bool bare = noun == PX_NONE && number->kind != PX_QUANTITY_COUNT; /* "spent $4 million" */
    bool person = (noun == PX_NONE && !bare) || (kinds_of(reading, noun) & (PX_MARK_PERSON | PX_MARK_EVENT)) != 0;
    if ((event.name.size == 0 && (noun == PX_NONE || person)) || (!event.is_class && is_known(reading, number)) ||
        (event.verb != PX_NONE && !is_fact(reading, event.verb)) ||
        (noun == PX_NONE && !event.is_class && number->kind == PX_QUANTITY_COUNT))
        return true;
    uint32_t stop = noun == PX_NONE ? number->stop : token_of(reading, noun) + 1;
    uint32_t doer = event.verb == PX_NONE || event.acts ? PX_NONE : px_tree_subject(reading->tree, event.verb);
    struct px_quantity quantity = {.value = number->value,
                                   .low = number->low,
                                   .high = number->high,
                                   .what = bare     ? (struct px_slice){"", 0}
                                           : person ? PX_SLICE("person")
                                                    : reading->tree->words[noun].lemma,
                                   .unit = number->unit,
                                   .event = event.name,
                                   .acts = event.acts,
                                   .entity = doer == node ? PX_NONE : entity_of(reading, doer),
                                   .other = PX_NONE,
                                   .kind = number->kind};
    return push(reading, &quantity, number->start, stop > number->stop ? stop : number->stop);
}

/* The day on which somebody did something: "resigned on Tuesday". What reports speech happens on many days. */
static bool add_day(struct reading *reading, uint32_t token)
{
    const struct px_mark *mark = &reading->marks.first[token];
    uint32_t word = px_parse_word(reading->annotation, token);
    uint32_t from = reading->annotation->article->sentences.items[reading->sentence].first_token;
    uint32_t verb = word == PX_NONE ? PX_NONE : reading->tree->words[word].head;
    if (verb == PX_NONE || !is_tagged(reading, verb, "VERB") || !is_fact(reading, verb) ||
        (kinds_of(reading, verb) & (PX_MARK_SPEECH | PX_MARK_BLANK)) != 0 ||
        (token > from && (reading->marks.kinds[token - 1] & PX_MARK_ELSEWHEN) != 0))
        return true;
    bool passive = px_tree_is_passive(reading->tree, verb);
    uint32_t subject = entity_of(reading, px_tree_subject(reading->tree, verb));
    struct px_slice name = class_of(reading, verb);
    struct px_quantity quantity = {.value = mark->entry->weight,
                                   .low = mark->entry->weight,
                                   .high = mark->entry->weight,
                                   .what = reading->tree->words[verb].lemma,
                                   .event = name.size > 0 ? name : reading->tree->words[verb].lemma,
                                   .entity = passive ? PX_NONE : subject,
                                   .other = passive ? subject : entity_of(reading, px_tree_object(reading->tree, verb)),
                                   .kind = PX_QUANTITY_DAY};
    if (quantity.entity == PX_NONE && quantity.other == PX_NONE)
        return true;
    return push(reading, &quantity, mark->first, mark->end);
}

/* Does the sentence tell of another year than the article's own? */
static bool is_past(const struct reading *reading)
{
    const struct px_article *article = reading->annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[reading->sentence];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        struct px_slice text = px_slice_part(article->text, token->start, token->end);
        double year;
        if (text.size == YEAR_DIGITS && px_slice_number(text, &year) && year >= 1800 && year < 2100 &&
            !px_slice_starts(article->published, text))
            return true;
    }
    return false;
}

static bool read_sentence(struct reading *reading, uint32_t sentence)
{
    const struct px_sentence *at = &reading->annotation->article->sentences.items[sentence];
    uint32_t end = at->first_token + at->token_count;
    struct px_number number;
    bool done = true;
    reading->sentence = sentence;
    reading->tree = &reading->annotation->trees[sentence];
    if (is_past(reading))
        return true;
    for (uint32_t t = at->first_token, next; done && t < end; t = next) {
        next = t + 1;
        if ((reading->marks.first[t].kinds & PX_MARK_DAY) != 0) {
            done = add_day(reading, t);
        } else if (px_number_read(reading->annotation, &reading->marks, t, end, &number)) {
            done = add_number(reading, &number);
            next = number.end;
        }
    }
    return done;
}

enum px_status px_annotate_quantities(struct px_annotation *annotation, struct px_error *error)
{
    struct reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    bool done = px_marks_read(annotation, &reading.marks);
    for (uint32_t s = 0; done && s < annotation->article->sentences.count; s++)
        done = read_sentence(&reading, s);
    return done ? PX_OK : px_no_memory(error);
}
