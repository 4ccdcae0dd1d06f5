/* Figures: which names name the same. */
#include "entity/entity_cast.h"

static const uint32_t several = PX_NONE - 1;
enum { INITIALS_LEAST = 4 }; /* letters of initials that may be written as a word */

static uint32_t edge_fold(const struct px_cast *cast, const struct px_draft *draft, bool last)
{
    uint32_t at = draft->name;
    if (last) {
        at += draft->name_count - 1;
        while (at > draft->name + 1 && (cast->clues[at].bits & (PX_NAME_SUFFIX | PX_NAME_JUNIOR)) != 0)
            at--;
    }
    return px_cast_form(cast, at)->fold;
}

/* The first word of a nickname inside the name (Ann “Red” Hask), or PX_NONE. */
static uint32_t nick_fold(const struct px_cast *cast, const struct px_draft *draft)
{
    for (uint32_t t = draft->name + 1; t + 2 < draft->name + draft->name_count; t++)
        if (px_cast_quotation_at(cast, t) != NULL)
            return px_cast_form(cast, t + 1)->fold;
    return PX_NONE;
}

/* Initials behind the first word ("George H.W. Bush"), or PX_NONE. */
static uint32_t middle_fold(const struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_form *form = px_cast_form(cast, draft->name + (draft->name_count > 2 ? 1 : 0));
    bool dotted = form->text.size > 1 && form->text.data[1] == '.';
    return draft->name_count > 2 && (dotted || form->text.size == 1) ? form->fold : PX_NONE;
}

/* Do the two begin alike, or is one called by the other's nickname? Other initials are another person's. */
static bool begins_alike(const struct px_cast *cast, const struct px_figure *figure, const struct px_draft *draft)
{
    uint32_t first = edge_fold(cast, draft, false);
    uint32_t middle = middle_fold(cast, draft);
    if (middle != PX_NONE && figure->middle_fold != PX_NONE && middle != figure->middle_fold)
        return false;
    return figure->first_fold == first || figure->nick_fold == first || figure->first_fold == nick_fold(cast, draft);
}

uint32_t px_cast_find_namesake(struct px_cast *cast, const struct px_draft *draft, bool headline)
{
    uint32_t last = edge_fold(cast, draft, true);
    uint32_t end = draft->name + draft->name_count - 1;
    if ((cast->clues[end].bits & PX_NAME_JUNIOR) != 0)
        return PX_NONE;
    const struct px_name_word *word = px_cast_word(cast, px_vocabulary_fold_text(cast->vocabulary, last));
    uint32_t id = word == NULL ? PX_NONE : word->surname_of;
    for (int i = 0; id != PX_NONE && i < PX_NAMESAKES_MOST; i++, id = cast->figures.items[id].next_same_surname)
        if (begins_alike(cast, &cast->figures.items[id], draft) && (headline || !cast->figures.items[id].junior))
            return id;
    return PX_NONE;
}

/* "Mr. *de Tarn*": a surname with nothing but particles before it is that of somebody met before. */
static uint32_t find_with_particles(struct px_cast *cast, const struct px_draft *draft)
{
    for (uint32_t t = draft->name; t + 1 < draft->name + draft->name_count; t++)
        if (!px_cast_has(cast, t, PX_NAME_PARTICLE)) /* in any letters: "*De Tarn* left" */
            return PX_NONE;
    const struct px_name_word *word =
        px_cast_word(cast, px_vocabulary_fold_text(cast->vocabulary, edge_fold(cast, draft, true)));
    return word == NULL ? PX_NONE : px_cast_find_surname(cast, word, draft);
}

/* The surname as others may write it: "Assad" for "al-Assad". */
static void add_bare_surname(struct px_cast *cast, uint32_t id)
{
    struct px_slice text = px_vocabulary_fold_text(cast->vocabulary, cast->figures.items[id].last_fold);
    size_t hyphen = px_slice_find(text, PX_SLICE("-"), 0);
    if (hyphen > 3)
        return;
    struct px_name_word *word = px_cast_word(cast, px_slice_part(text, hyphen + 1, text.size));
    if (word != NULL && word->surname_of == PX_NONE)
        word->surname_of = id;
}

void px_cast_share_words(struct px_cast *cast, uint32_t id)
{
    struct px_figure *figure = &cast->figures.items[id];
    struct px_name_word *last = px_cast_word(cast, px_vocabulary_fold_text(cast->vocabulary, figure->last_fold));
    if (last == NULL)
        return;
    figure->next_same_surname = last->surname_of;
    last->surname_of = id;
    struct px_name_word *first = px_cast_word(cast, px_vocabulary_fold_text(cast->vocabulary, figure->first_fold));
    if (first != NULL)
        first->given_to = first->given_to == PX_NONE ? id : several;
    add_bare_surname(cast, id);
}

/* Makes the words of a new figure's name findable. */
static void add_words(struct px_cast *cast, const struct px_draft *draft, uint32_t id)
{
    struct px_figure *figure = &cast->figures.items[id];
    struct px_name_word *last = px_cast_word(cast, px_vocabulary_fold_text(cast->vocabulary, figure->last_fold));
    if (last == NULL)
        return;
    if (figure->head != PX_HEAD_NONE && !figure->person) {
        uint32_t token = draft->name + draft->name_count - 1;
        if (cast->clues[token].head != PX_NONE && !px_cast_is_object(cast, draft, token))
            last->short_for = id;
        px_cast_add_short(cast, draft, id);
        px_cast_add_initials(cast, draft, id);
        return;
    }
    px_cast_share_words(cast, id);
    px_cast_add_initials(cast, draft, id);
}

/* The kind of the name's head word; organs of a state ("White House") are organisations without one. */
static enum px_head find_head(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t token;
    uint32_t country = px_cast_country_entry(cast, draft);
    enum px_head head = px_cast_head(cast, draft, &token);
    return country != PX_NONE && px_cast_is_organ(cast, country) ? PX_HEAD_ORGANISATION : head;
}

/* Links a name of several words. */
static void link_full(struct px_cast *cast, uint32_t index)
{
    struct px_draft *draft = &cast->drafts.items[index];
    enum px_head head = find_head(cast, draft);
    size_t known = cast->figures.count;
    uint32_t id = head == PX_HEAD_NONE || draft->person ? px_cast_find_namesake(cast, draft, false) : PX_NONE;
    if (id == PX_NONE && head == PX_HEAD_NONE)
        id = find_with_particles(cast, draft);
    if (head == PX_HEAD_ORGANISATION && !draft->person)
        id = px_cast_national(cast, draft);
    if (id == PX_NONE && !draft->person)
        id = px_cast_find_whole(cast, draft);
    if (id == PX_NONE && !draft->person)
        id = px_cast_find_kept(cast, draft);
    if (id == PX_NONE)
        id = px_cast_figure(cast, px_cast_key(cast, draft));
    if (id == PX_NONE)
        return;
    struct px_figure *figure = &cast->figures.items[id];
    figure->person = figure->person || draft->person;
    if (id == known) {
        figure->head = (uint8_t)head;
        figure->words = draft->name_count;
        figure->junior = (cast->clues[draft->name + draft->name_count - 1].bits & PX_NAME_JUNIOR) != 0;
        figure->first_fold = edge_fold(cast, draft, false);
        figure->last_fold = edge_fold(cast, draft, true);
        figure->nick_fold = nick_fold(cast, draft);
        figure->middle_fold = middle_fold(cast, draft);
        add_words(cast, draft, id);
    }
    if (figure->title == PX_NONE)
        figure->title = px_cast_title_of(cast, draft);
    draft->figure = id;
}

void px_cast_link_city(struct px_cast *cast, struct px_draft *draft)
{
    draft->figure = px_cast_figure(cast, px_cast_key(cast, draft));
    if (draft->figure == PX_NONE)
        return;
    cast->figures.items[draft->figure].head = PX_HEAD_PLACE;
    cast->figures.items[draft->figure].words = draft->name_count;
}

/* "The Kestrians refused to sign": their state, where nothing says which of them are meant. A party's are persons all
 * the same. */
static bool is_whole_people(const struct px_cast *cast, const struct px_draft *draft, uint32_t entry)
{
    const uint32_t narrower = PX_CLASS_RELATIVE | PX_CLASS_PARTICIPLE | PX_CLASS_GERUND | PX_CLASS_PREPOSITION;
    uint32_t end = draft->first + draft->count;
    return px_cast_is_form(cast, entry, PX_FORM_OF_PEOPLE) && draft->first > 0 &&
           px_cast_together(cast, draft->first - 1, draft->first) &&
           (cast->clues[draft->first - 1].bits & PX_NAME_DEFINITE) != 0 &&
           !(px_cast_together(cast, draft->first, end) && (cast->annotation->classes[end] & narrower) != 0);
}

/* First the names that stand for themselves: countries, and names of several words. */
static void link_plain(struct px_cast *cast, uint32_t index)
{
    struct px_draft *draft = &cast->drafts.items[index];
    if (draft->figure != PX_NONE)
        return;
    uint32_t country = px_cast_country_entry(cast, draft);
    if (country != PX_NONE && !draft->person)
        draft->figure = px_cast_namesake(cast, draft, country);
    if (draft->figure != PX_NONE)
        return;
    if (country != PX_NONE && !draft->person && px_cast_is_city(cast, draft, country)) {
        px_cast_link_city(cast, draft);
        return;
    }
    if (country != PX_NONE && !draft->person && !px_cast_is_organ(cast, country)) {
        if (!px_cast_is_open(cast, country))
            draft->figure =
                is_whole_people(cast, draft, country) ? px_cast_state(cast, country) : px_cast_country(cast, country);
        if (draft->figure != PX_NONE)
            cast->figures.items[draft->figure].spoken++;
        return;
    }
    if (draft->name_count > 1) {
        link_full(cast, index);
        return;
    }
    struct px_name_word *word = draft->doubtful ? NULL : px_cast_word(cast, px_cast_word_form(cast, draft)->fold_text);
    if (word != NULL) {
        word->singles++;
        word->titled += draft->person;
    }
}

/* Is the bare surname another's than the junior's: in the text before he is introduced, or once there it was another's?
 * "Mr. Vald …" above "Tor Vald Jr." is his father, as likely as not. */
static bool is_elder(struct px_cast *cast, const struct px_draft *draft, uint32_t id)
{
    const struct px_article *article = cast->article;
    const struct px_figure *figure = &cast->figures.items[id];
    if (!figure->junior)
        return false;
    uint32_t block = article->sentences.items[article->tokens.items[draft->first].sentence].block;
    return (figure->last_seen == PX_NONE && px_role_is_paragraph(article->blocks.items[block].role)) ||
           px_table_find(&cast->keys, px_cast_key(cast, draft)) != PX_NONE;
}

uint32_t px_cast_find_short(struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_form *form = px_cast_word_form(cast, draft);
    cast->buffer.size = 0;
    px_cast_append_word(&cast->buffer, form->fold_text);
    bool hyphened = form->part_count > 1; /* a surname, which is kept as it is written */
    const struct px_name_word *word = px_cast_word(cast, hyphened ? form->fold_text : px_buffer_slice(&cast->buffer));
    if (word == NULL)
        return PX_NONE;
    uint32_t id = px_cast_find_surname(cast, word, draft);
    if (id != PX_NONE)
        return is_elder(cast, draft, id) ? PX_NONE : id;
    bool place = draft->first > 0 && (cast->clues[draft->first - 1].bits & PX_NAME_PLACE) != 0;
    bool given = cast->clues[draft->name].given != PX_NONE && !place;
    if (word->given_to < several && given && !draft->person)
        return word->given_to;
    bool other = draft->first > 0 && px_cast_together(cast, draft->first - 1, draft->first) &&
                 (cast->clues[draft->first - 1].bits & (PX_NAME_CAPITAL | PX_NAME_DEFINITE)) ==
                     PX_NAME_CAPITAL; /* "the First Amendment", not the Fifth */
    if (word->short_for == PX_NONE || draft->person || (other && cast->clues[draft->name].head != PX_NONE))
        return PX_NONE;
    bool definite = draft->first > 0 && (cast->clues[draft->first - 1].bits & PX_NAME_DEFINITE) != 0;
    bool initials =
        form->text.size >= INITIALS_LEAST && /* "Nafta": no word of the name */
        px_slice_find(cast->figures.items[word->short_for].key, px_cast_plain(cast, form->fold_text), 0) == SIZE_MAX;
    if (form->shape == PX_SHAPE_UPPER || cast->clues[draft->name].head != PX_NONE || definite || initials)
        return word->short_for;
    return PX_NONE;
}

/* "Kestrian" beside "Kestria", which is not known to be a person: the name with one to three letters more. */
static uint32_t find_stem(struct px_cast *cast, const struct px_draft *draft)
{
    enum { LETTERS_LEAST = 5, LETTERS_MORE = 3 };
    struct px_slice key = px_cast_key(cast, draft);
    for (size_t more = 1; more <= LETTERS_MORE && key.size >= LETTERS_LEAST + more; more++) {
        uint32_t id = px_table_find(&cast->keys, px_slice_part(key, 0, key.size - more));
        const struct px_figure *figure = id == PX_NONE ? NULL : &cast->figures.items[id];
        if (figure != NULL && figure->words == 1 && !figure->person && figure->country == PX_NONE && !figure->acronym)
            return id;
    }
    return PX_NONE;
}

static void link_single(struct px_cast *cast, struct px_draft *draft)
{
    if (px_cast_is_of_family(cast, draft))
        return;
    bool within = draft->first > 0 && (cast->clues[draft->first - 1].bits & PX_NAME_WITHIN) != 0;
    uint32_t id = px_cast_find_short(cast, draft);
    if (id == PX_NONE && !draft->person && !within)
        id = px_cast_find_whole(cast, draft);
    if (id == PX_NONE && !draft->doubtful)
        id = find_stem(cast, draft);
    if (id == PX_NONE && !within)
        id = px_cast_find_misprint(cast, draft);
    if (id == PX_NONE && !draft->doubtful) {
        id = px_cast_figure(cast, px_cast_key(cast, draft));
        if (id != PX_NONE && cast->figures.items[id].words == 0) {
            const struct px_form *form = px_cast_word_form(cast, draft);
            cast->figures.items[id].words = 1;
            cast->figures.items[id].head = (uint8_t)find_head(cast, draft);
            cast->figures.items[id].first_fold = form->fold;
            cast->figures.items[id].last_fold = form->fold;
            cast->figures.items[id].acronym = form->shape == PX_SHAPE_UPPER;
            cast->figures.items[id].mixed = form->shape == PX_SHAPE_MIXED;
        }
    }
    if (id == PX_NONE && draft->doubtful)
        id = px_table_find(&cast->keys, px_cast_key(cast, draft));
    if (id != PX_NONE && draft->doubtful && !cast->figures.items[id].person && cast->figures.items[id].words > 1)
        id = PX_NONE;
    if (id != PX_NONE && cast->figures.items[id].words > 1)
        cast->figures.items[id].alone++;
    draft->figure = id;
}

/* Counts how often seats of each country are named that the article names itself. */
static void count_seats(struct px_cast *cast)
{
    for (uint32_t i = 0; i < cast->drafts.count && !cast->failed; i++) {
        const struct px_draft *draft = &cast->drafts.items[i];
        uint32_t country = draft->figure == PX_NONE && !draft->person ? px_cast_country_entry(cast, draft) : PX_NONE;
        if (country != PX_NONE && px_cast_is_organ(cast, country))
            continue;
        uint32_t id = country == PX_NONE ? PX_NONE : px_cast_find_country(cast, country);
        if (id != PX_NONE)
            cast->figures.items[id].seats++;
    }
}

static void link_seat(struct px_cast *cast, struct px_draft *draft, uint32_t country)
{
    if (px_cast_is_spoken_of(cast, country))
        draft->figure = px_cast_country(cast, country);
    else if (draft->name_count == 1)
        link_single(cast, draft);
    else
        draft->figure = px_cast_figure(cast, px_cast_key(cast, draft));
}

/* "Kim Jong-un" is "Kim" or "Mr. Kim" afterwards: a person's surname is the word that stands alone more often. */
static void find_surname_first(struct px_cast *cast)
{
    size_t count = cast->figures.count;
    for (uint32_t id = 0; id < count && !cast->failed; id++) {
        struct px_figure *figure = &cast->figures.items[id];
        if (figure->words < 2 || figure->words > 3 || figure->head != PX_HEAD_NONE)
            continue;
        if (figure->country != PX_NONE || figure->first_fold == figure->last_fold)
            continue;
        struct px_slice first_text = px_vocabulary_fold_text(cast->vocabulary, figure->first_fold);
        struct px_slice last_text = px_vocabulary_fold_text(cast->vocabulary, figure->last_fold);
        const struct px_name_word *last = px_cast_word(cast, last_text);
        uint32_t last_singles = last == NULL ? 0 : last->singles;
        struct px_name_word *first = px_cast_word(cast, first_text);
        if (first == NULL || first->singles <= last_singles || !(figure->person || first->titled > 0))
            continue;
        figure->surname_first = true;
        if (first->surname_of == PX_NONE)
            first->surname_of = id;
    }
}

static uint8_t given_gender(const struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_lexicon *names = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_FIRSTNAMES);
    uint32_t entry = cast->clues[draft->name].given;
    return entry == PX_NONE ? PX_GENDER_UNKNOWN : px_cast_gender(names->entries.items[entry].category);
}

/* A given name in front of others makes a person and tells the gender, unless it is a surname there. */
static void read_given_names(struct px_cast *cast)
{
    for (size_t i = 0; i < cast->drafts.count; i++) {
        const struct px_draft *draft = &cast->drafts.items[i];
        if (draft->figure == PX_NONE || draft->name_count < 2)
            continue;
        struct px_figure *figure = &cast->figures.items[draft->figure];
        if (figure->country != PX_NONE || cast->clues[draft->name].given == PX_NONE)
            continue;
        if (figure->head == PX_HEAD_NONE)
            figure->person = true;
        if (figure->gender == PX_GENDER_UNKNOWN && !figure->surname_first) {
            figure->gender = given_gender(cast, draft);
            figure->by_given = figure->gender != PX_GENDER_UNKNOWN;
        }
    }
}

void px_cast_link_names(struct px_cast *cast)
{
    for (uint32_t i = 0; i < cast->drafts.count && !cast->failed; i++)
        if (cast->drafts.items[i].alias != PX_NONE)
            cast->drafts.items[i].figure = px_cast_alias_figure(cast, cast->drafts.items[i].alias);
    for (uint32_t i = 0; i < cast->drafts.count && !cast->failed; i++)
        link_plain(cast, i);
    count_seats(cast);
    find_surname_first(cast);
    read_given_names(cast);
    for (uint32_t i = 0; i < cast->drafts.count && !cast->failed; i++) {
        struct px_draft *draft = &cast->drafts.items[i];
        uint32_t country = draft->figure == PX_NONE ? px_cast_country_entry(cast, draft) : PX_NONE;
        if (country != PX_NONE && !draft->person && !px_cast_is_organ(cast, country))
            link_seat(cast, draft, country);
        else if (draft->figure == PX_NONE)
            link_single(cast, draft);
        if (draft->figure != PX_NONE && !cast->failed)
            px_cast_learn(cast, i);
    }
}
