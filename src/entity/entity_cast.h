/* The cast: how entities are found. Private to entity*.c.
 *
 * Drafts are spans that may become mentions: names, role phrases ("the Foreign Secretary"), group nouns and pronouns.
 * Figures are those whom drafts are linked to; they become the article's entities when a mention is left. The stages
 * run in this order over one cast:
 *
 *     clues      what the lexicons know of each token           entity_clue.c
 *     names      capitalised runs, taken apart                  entity_run.c, entity_name.c
 *     figures    names that name the same                       entity_figure.c, entity_family.c, entity_key.c,
 *                                                               entity_country.c, entity_short.c, entity_learn.c,
 *                                                               entity_misprint.c, entity_headline.c
 *     roles      role phrases and who holds the role            entity_role.c
 *     nouns      "the ministry", "the country"                 entity_noun.c
 *     discourse  in reading order: open roles and pronouns      entity_discourse.c
 *     output     entities and mentions of the article           entity.c
 *
 * Names of the user's list of aliases (entity_alias.c) are taken as they come, before any rule.
 *
 * All memory is the worker's scratch but the tables'. When memory runs out `failed` turns true and stages do nothing.
 */
#ifndef PX_ENTITY_ENTITY_CAST_H
#define PX_ENTITY_ENTITY_CAST_H

#include "base/buffer.h"
#include "reading/annotation.h"
#include "reading/grammar.h"

/* Categories of the lexicon "names", as bits of a token. */
enum {
    PX_NAME_PARTICLE = 1 << 0,
    PX_NAME_OF = 1 << 1,
    PX_NAME_AND = 1 << 2,
    PX_NAME_SUFFIX = 1 << 3,
    PX_NAME_OPENER = 1 << 4,
    PX_NAME_NEVER = 1 << 5,
    PX_NAME_PLACE = 1 << 6,
    PX_NAME_DEFINITE = 1 << 7,
    PX_NAME_INDEFINITE = 1 << 8,
    PX_NAME_FORMER = 1 << 9,
    PX_NAME_HEADLINE = 1 << 10, /* the token stands in a sentence whose words are all capitalised */
    PX_NAME_CAPITAL = 1 << 11,  /* the token begins with a capital, or is a name such as "al-Assad" */
    PX_NAME_FRESH = 1 << 12,    /* a capital is to be expected here: first in a sentence, a quotation … */
    PX_NAME_JUNIOR = 1 << 13,
    PX_NAME_LAND = 1 << 14,
    PX_NAME_RULE = 1 << 15,
    PX_NAME_THING = 1 << 16, /* said of things, not of persons: ", which" */
    PX_NAME_WITHIN = 1 << 17,
    PX_NAME_VERSUS = 1 << 18,
    PX_NAME_FIRM = 1 << 20,  /* stands for the one firm that is named: "the company" */
    PX_NAME_VISIT = 1 << 19, /* before where somebody goes */
    PX_NAME_HUMAN = 1 << 21, /* said of persons, not of things: ", who" */
    PX_NAME_FOR = 1 << 22,   /* before what somebody is for: "Light for Varn" */
    PX_NAME_AHEAD = 1 << 23, /* of a role that nobody has yet: "*likely* candidate" */
    PX_NAME_BODY = 1 << 24,  /* beside the name of a body or a plan: "the lobby", "campaign" */
    PX_NAME_CAMP = 1 << 25,  /* behind the name of whom people stand for: "the Hask *camp*" */
};

enum px_head { PX_HEAD_NONE, PX_HEAD_ORGANISATION, PX_HEAD_PLACE, PX_HEAD_GROUP, PX_HEAD_WORK };

/* What the lexicons know of a token: indices of hits that cover it, or PX_NONE. */
struct px_clue {
    uint32_t title;
    uint32_t role;
    uint32_t country;
    uint32_t pronoun;
    uint32_t head;
    uint32_t given; /* entry of the lexicon of given names, or PX_NONE */
    uint32_t alias;
    uint32_t piece; /* entry of a country that a part of the word names first ("US-backed", "F.B.I."), or PX_NONE */
    uint32_t bits;
    bool speaks; /* a cue of speech begins here */
};

enum px_draft_type { PX_DRAFT_NAME, PX_DRAFT_ROLE, PX_DRAFT_GROUP, PX_DRAFT_NOUN, PX_DRAFT_PRONOUN };

/* The part of a compound that is a name: "US" of "US-backed". */
struct px_part {
    uint32_t form;    /* PX_NONE: the name is the whole token */
    uint32_t country; /* entry of the lexicon "demonyms" that it is, or PX_NONE */
    uint32_t start;   /* bytes from the token's start */
    uint32_t size;
};

struct px_draft {
    uint32_t first; /* tokens of the mention */
    uint32_t count;
    uint32_t name; /* first token of the bare name, or of the role's own words */
    uint32_t name_count;
    uint32_t figure;  /* PX_NONE: not linked */
    uint32_t country; /* of a role phrase: the figure of the country it names, or PX_NONE */
    uint32_t alias;   /* entry of the lexicon "aliases" that the name is, or PX_NONE */
    struct px_part part;
    uint8_t type;   /* enum px_draft_type */
    uint8_t gender; /* enum px_gender, as title or pronoun tells */
    uint8_t form;   /* enum px_mention_form */
    bool person;    /* a title or role stands before the name */
    bool doubtful;  /* counts only if the same name is known otherwise */
    bool definite;
    bool former;
    bool beside; /* a role told of a name beside it */
    bool title;  /* of a programme or a book, between quotation marks */
};

struct px_figure {
    struct px_slice key;
    uint32_t name_draft;    /* the fullest name; PX_NONE for a country */
    uint32_t role_draft;    /* the phrase that introduces it, or PX_NONE */
    struct px_slice office; /* "russia foreign minister": whose office, and its words; empty when nobody is told */
    uint32_t role_entry;    /* entry of the lexicon "roles", or PX_NONE */
    uint32_t country;       /* entry of the lexicon "demonyms", or PX_NONE */
    uint32_t alias;         /* entry of the lexicon "aliases", or PX_NONE: its category is the name */
    uint32_t written;       /* of a party: a draft that names it as the article does; or PX_NONE */
    bool told_apart;        /* the article says that it means this one, and not its namesake */
    uint32_t first_fold;    /* first and last word of the name */
    uint32_t last_fold;
    uint32_t nick_fold;   /* first word of the nickname inside the name, or PX_NONE */
    uint32_t middle_fold; /* its middle initials, or PX_NONE */
    uint32_t title;       /* entry of the lexicon "titles" that stood before its whole name first, or PX_NONE */
    uint32_t words;
    uint32_t next_same_surname;
    uint32_t names;     /* drafts of type name */
    uint32_t alone;     /* of these, of one word of a longer name: who is called "Hask" is so further on */
    uint32_t spoken;    /* of a country: drafts that name it, */
    uint32_t seats;     /* and drafts that name its seats */
    uint32_t last_seen; /* token of the last mention read */
    uint32_t in_places; /* mentions behind "in", "near" … */
    uint32_t with_article;
    uint32_t speaking;
    uint32_t as_thing;          /* mentions before ", which", or behind "the movement" */
    uint32_t full;              /* mentions that are the entity's whole name, but in headlines */
    uint32_t full_with_article; /* of these, behind "the" */
    uint32_t employing;         /* mentions right before a role in small letters: "Halden worker" */
    uint8_t head;               /* enum px_head */
    uint8_t gender;             /* enum px_gender */
    uint8_t kind;               /* enum px_entity_kind, decided last */
    uint8_t title_actor; /* enum px_actor: whom a title before the name says that its bearer acts for; 0: nobody */
    bool person;
    bool by_given; /* the gender is known by the given name alone */
    bool surname_first;
    bool acronym; /* one word in capitals */
    bool mixed;   /* one word such as "FiveThirtyEight" */
    bool junior;
    bool former;     /* a title of a state before the name says so: "former Gov.", */
    bool past_title; /* and any: "former Rep." */
};

/* What single words stand for. */
struct px_name_word {
    uint32_t surname_of; /* the last figure met with this surname, or PX_NONE; others follow next_same_surname */
    uint32_t given_to;   /* the only figure with this first name; PX_NONE: none, PX_NONE - 1: several */
    uint32_t short_for;  /* an organisation or place that this last word or these initials stand for, or PX_NONE */
    uint32_t rival;      /* of an organisation's or place's noun: whom it stood for before, or PX_NONE */
    uint32_t singles;    /* how often the word stands alone as a name */
    uint32_t titled;     /* of these, behind a title or role: "Mr. Kim" */
};

struct px_holder {
    uint32_t figure;
    uint32_t next; /* holder of the same role, or PX_NONE */
};

struct px_cast {
    struct px_annotation *annotation;
    const struct px_article *article;
    struct px_vocabulary *vocabulary;
    struct px_arena *arena;
    bool *quoted; /* of each token: does it stand in speech between quotation marks? */
    struct px_clue *clues;
    uint8_t *seen; /* by fold id: PX_SEEN_… */
    size_t seen_count;
    uint32_t *owners; /* by token: the name draft that covers it + 1, or 0 */
    PX_VECTOR(struct px_draft) drafts;
    struct px_draft *sorted; /* all drafts in reading order, once the discourse is read */
    PX_VECTOR(struct px_figure) figures;
    PX_VECTOR(struct px_name_word) words;
    PX_VECTOR(struct px_holder) holders;
    PX_VECTOR(uint32_t) role_heads; /* by id of the table of roles: the newest holder */
    struct px_table keys;           /* ids are figures */
    struct px_table word_table;     /* ids are words */
    struct px_table roles;
    struct px_buffer buffer;
    struct px_buffer plain; /* of px_cast_plain */
    size_t title_gender, title_actor, title_role, title_office, demonym_name, demonym_people, demonym_note,
        demonym_within, demonym_seat, demonym_namesake, demonym_behind, role_actor, role_modifiers, role_class,
        source_actor, head_actor, head_short, name_full; /* columns */
    bool failed;
};

enum { PX_SEEN_LOWER = 1, PX_SEEN_CAPITAL = 2 };

/* The entry of the lexicon "demonyms" that the word is, or PX_NONE. */
uint32_t px_cast_word_country(struct px_cast *cast, struct px_slice text);

/* A word in small letters that only describes what follows: "masked". */
bool px_cast_is_plain_word(const struct px_cast *cast, uint32_t token);
/* The category of competing names that the word belongs to ("president", "leader", "dictator"), or "". */
struct px_slice px_cast_naming_class(const struct px_cast *cast, uint32_t token);

/* The steps, in their order (entity.c): what each token may be; names; who of them are one, and whom those of headlines
 * mean; roles, groups, nouns that stand for a name; then, in reading order, who each of them and each pronoun is. A
 * step that runs out of memory sets `failed`. */
void px_cast_read_clues(struct px_cast *cast);
void px_cast_find_names(struct px_cast *cast);
/* Adds the tokens [first, end) as a name. Its draft; NULL where they name nobody ("Republican"), and (and failed) where
 * memory is out. */
struct px_draft *px_cast_add_name(struct px_cast *cast, uint32_t first, uint32_t end);
/* Adds what a run of name words holds: titles, countries, persons, names. `joined`: parts are joined by "of". */
void px_cast_take_apart(struct px_cast *cast, uint32_t first, uint32_t end, bool joined);
void px_cast_link_names(struct px_cast *cast);
void px_cast_link_headlines(struct px_cast *cast);
void px_cast_find_roles(struct px_cast *cast);
void px_cast_find_groups(struct px_cast *cast);
void px_cast_find_nouns(struct px_cast *cast);
void px_cast_read_discourse(struct px_cast *cast);

/* "Light for Varn": who is for something is a body. */
bool px_cast_is_for_something(const struct px_cast *cast, const struct px_figure *figure);
/* What a figure is, from its head word, its titles, and what its mentions stand beside. */
uint8_t px_cast_decide_kind(const struct px_cast *cast, const struct px_figure *figure);
/* Whom a figure acts for: a person by role, an organisation by its last word, a country as a state. */
uint8_t px_cast_decide_actor(const struct px_cast *cast, const struct px_figure *figure);
/* The words that introduce somebody, with the organisation beside them: "president of the Harbour League"; and with
 * what says that it is past: "former president", "president of Kestria from 2006 to 2012". */
struct px_slice px_cast_role_text(const struct px_cast *cast, const struct px_draft *role);
/* "Harbour Council": is its last word one that bodies of states bear as well as others? */
bool px_cast_is_public(const struct px_cast *cast, const struct px_draft *draft);
/* The draft's words as the article has them. */
struct px_slice px_cast_draft_text(const struct px_cast *cast, const struct px_draft *draft);
/* The column of an entry of one of the lexicons. */
static inline struct px_slice px_cast_entry_cell(const struct px_cast *cast, size_t lexicon, uint32_t entry,
                                                 size_t column)
{
    const struct px_lexicon *list = px_resources_lexicon(cast->annotation->resources, lexicon);
    return px_lexicon_cell(list, &list->entries.items[entry], column);
}

/* "Sierra Club": does the hit name, with a capital, a body that the list of sources has? "Brussels" is one of states by way of
 * speaking, and a place. */
bool px_cast_is_known_body(const struct px_cast *cast, const struct px_hit *hit);

/* Blocs and parties have several names as countries have, but are organisations. */
bool px_cast_is_alliance(const struct px_cast *cast, const struct px_figure *country);

/* Is the head at the token what the name's "the" belongs to, "Mend the *Court*"? Then it isn't what the name is. */
bool px_cast_is_object(const struct px_cast *cast, const struct px_draft *draft, uint32_t token);

/* From now on the noun at the head of the name ("ministry" of "Interior Ministry") stands for the figure. */
void px_cast_remember_noun(struct px_cast *cast, const struct px_draft *name);
/* Whom "the ministry" stands for here; PX_NONE when nobody with such a name was met yet. */
uint32_t px_cast_find_noun(struct px_cast *cast, const struct px_draft *noun);
/* The word that a name of one word is. */
const struct px_form *px_cast_word_form(const struct px_cast *cast, const struct px_draft *name);
/* What kind of head word a name has, and which token it is. */
enum px_head px_cast_head(const struct px_cast *cast, const struct px_draft *draft, uint32_t *token);

/* Keeps a phrase whose holder the article does not name, "the Russian foreign minister": another article may. */
void px_cast_keep_office(struct px_cast *cast, const struct px_draft *draft);

enum { PX_NAMESAKES_MOST = 32 }; /* of one surname that are looked at, the newest first */

uint32_t px_cast_title_of(const struct px_cast *cast, const struct px_draft *draft);
/* Whom the surname alone means: of several the likeliest; PX_NONE where nobody has it. */
uint32_t px_cast_find_surname(const struct px_cast *cast, const struct px_name_word *word,
                              const struct px_draft *draft);
/* A person with the same first and last word whose name differs in the middle ("Hillary Rodham Clinton"), or PX_NONE; in
 * the text a junior's is another's without "Jr.", but no headline has room for it. */
uint32_t px_cast_find_namesake(struct px_cast *cast, const struct px_draft *draft, bool headline);
/* What one word alone names, if it is known from elsewhere in the article; or PX_NONE. */
uint32_t px_cast_find_short(struct px_cast *cast, const struct px_draft *draft);
/* Makes the draft a city's name. */
void px_cast_link_city(struct px_cast *cast, struct px_draft *draft);
/* Whose name is misprinted here: of a person met before whose surname alone the article has more often than this, which
 * nobody bears. PX_NONE: nobody's, or that of several. Linear in the figures. */
uint32_t px_cast_find_misprint(const struct px_cast *cast, const struct px_draft *draft);
/* Whom the titles before names, "Rep.", say that their bearers act for; when all drafts are linked and sorted. */
void px_cast_read_titles(struct px_cast *cast);
/* Is the token a noun for somebody of a family, or a friend? */
bool px_cast_is_kin(const struct px_cast *cast, uint32_t token);
/* What a noun of family right before the name tells: "his daughter, *Ora*". */
uint8_t px_cast_kin_gender(const struct px_cast *cast, const struct px_draft *draft);
/* Does the surname stand for the family, and for no one of it? */
bool px_cast_is_of_family(struct px_cast *cast, const struct px_draft *draft);

/* What the mention, which is linked, tells of its figure. */
void px_cast_learn(struct px_cast *cast, uint32_t index);

/* Who holds the role of a phrase that names nobody, or PX_NONE. */
uint32_t px_cast_find_holder(struct px_cast *cast, const struct px_draft *draft);

/* The quotation whose mark opens at the token, or NULL. */
const struct px_quotation *px_cast_quotation_at(const struct px_cast *cast, uint32_t token);
/* Behind a nickname between marks at the token that stands inside a person's name (Ann “Red” Hask); the token when
 * there is none. */
uint32_t px_cast_skip_nickname(const struct px_cast *cast, uint32_t first, uint32_t token);
/* The last token of the run of name words that begins at `first`; `*joined`: parts are joined by "of". */
uint32_t px_cast_run_end(const struct px_cast *cast, uint32_t first, bool *joined);
/* Is there nothing known of the word, so that it may be a part of a longer name? */
bool px_cast_is_open_word(const struct px_cast *cast, uint32_t token);
/* Where the run of name words [first, last] goes on behind a small word that the words around show to be inside a name:
 * "Center for *Harbour* Renewal", "the lobby Kestria's *Voice*"; `last` where it does not. */
uint32_t px_cast_motto_part(const struct px_cast *cast, uint32_t first, uint32_t last);
/* Behind the name of a law that a small word with a capital begins, where none is due: "The *For The People Act*", "the
 * *First Amendment*"; the token itself when there is none. */
uint32_t px_cast_law_end(const struct px_cast *cast, uint32_t token);
/* Can the capitalised word go on or begin a name, its place in the sentence aside? */
bool px_cast_is_name_word(const struct px_cast *cast, uint32_t token, bool after_person);
/* Months, weekdays, "today": capitals that name nobody. */
bool px_cast_is_calendar(const struct px_cast *cast, uint32_t token);
/* Is the word a given name or a title? */
bool px_cast_introduces_person(const struct px_cast *cast, uint32_t token);
/* Is the token a head word, and of which kind? */
bool px_cast_is_head(const struct px_cast *cast, uint32_t token, enum px_head *head);

/* A new draft, or NULL (and failed). */
struct px_draft *px_cast_draft(struct px_cast *cast, enum px_draft_type type, uint32_t first, uint32_t end);
/* The figure of a key, made if it is new; PX_NONE (and failed) when memory is out. */
uint32_t px_cast_figure(struct px_cast *cast, struct px_slice key);
/* The figure of the country, or the people, that an entry of the lexicon "demonyms" stands for; and of its country
 * alone. */
uint32_t px_cast_country(struct px_cast *cast, uint32_t entry);
uint32_t px_cast_state(struct px_cast *cast, uint32_t entry);
/* The entry of the lexicon "demonyms" that the whole name is, or PX_NONE. */
uint32_t px_cast_country_entry(const struct px_cast *cast, const struct px_draft *draft);
/* Does the form name persons, "Kestrians", and not their state or party? */
bool px_cast_is_people(const struct px_cast *cast, uint32_t entry);
/* The name of the state, bloc or party that the form belongs to. */
struct px_slice px_cast_state_name(const struct px_cast *cast, uint32_t entry);
/* The name of what the form stands for: of the people, or of the state, bloc or party. */
struct px_slice px_cast_country_name(const struct px_cast *cast, uint32_t entry);
/* Is the entry's category one of these? A form of a state, its people's word ("Kestrian"), its capital, an organ or a
 * seat of it; one of many ("Republican"), who names nobody by itself; a party; a bloc. */
enum {
    PX_FORM_OF_PLACE = 1 << 0,
    PX_FORM_OF_PEOPLE = 1 << 1,
    PX_FORM_OF_CAPITAL = 1 << 2,
    PX_FORM_OF_INSTITUTION = 1 << 3,
    PX_FORM_OF_MEMBER = 1 << 4,
    PX_FORM_OF_PARTY = 1 << 5,
    PX_FORM_OF_BLOC = 1 << 6,
};
bool px_cast_is_form(const struct px_cast *cast, uint32_t entry, unsigned forms);
/* A member of a party. */
bool px_cast_is_partisan(const struct px_cast *cast, uint32_t entry);
/* Is it of a mere part of a state? */
bool px_cast_is_part(const struct px_cast *cast, uint32_t entry);
/* Is the form of a country no more than an organ of it? Then it names itself. */
bool px_cast_is_organ(const struct px_cast *cast, uint32_t entry);
/* Has the form no note that it names other things, too? */
bool px_cast_is_single(const struct px_cast *cast, uint32_t entry);
/* Is it a form of a bloc, whose bodies ("Security Council") states have, too? */
bool px_cast_is_of_bloc(const struct px_cast *cast, uint32_t entry);
bool px_cast_is_city(const struct px_cast *cast, const struct px_draft *draft, uint32_t entry);
/* Does the form stand for its country only where that is spoken of? */
bool px_cast_is_open(const struct px_cast *cast, uint32_t entry);
uint32_t px_cast_find_country(struct px_cast *cast, uint32_t entry);
bool px_cast_is_spoken_of(struct px_cast *cast, uint32_t entry);
/* The key of a name, in the cast's buffer. */
struct px_slice px_cast_key(struct px_cast *cast, const struct px_draft *draft);
void px_cast_append_word(struct px_buffer *out, struct px_slice fold);
/* Words at the front of the name that name the country of what follows ("Russian Foreign Ministry"), or 0. */
uint32_t px_cast_country_words(const struct px_cast *cast, const struct px_draft *draft);
/* Does the column "short" of the head word at the token hold the word? */
bool px_cast_head_is(const struct px_cast *cast, uint32_t token, struct px_slice what);
/* Behind "Department of the" at `first`: where the words begin that could stand before "Department"; or `first`. */
uint32_t px_cast_turned(const struct px_cast *cast, uint32_t first, uint32_t end);
/* From now on initials, or the name without its head word ("Treasury"), may stand for the figure. */
void px_cast_add_initials(struct px_cast *cast, const struct px_draft *draft, uint32_t figure);
void px_cast_add_short(struct px_cast *cast, const struct px_draft *draft, uint32_t figure);
/* The figure whose name without its head word is this name, or PX_NONE; and the other way round. */
uint32_t px_cast_find_whole(struct px_cast *cast, const struct px_draft *draft);
uint32_t px_cast_find_kept(struct px_cast *cast, const struct px_draft *draft);
/* Keys of all short forms that another article may use, a line each. */
struct px_slice px_cast_shorts(struct px_cast *cast, const struct px_draft *draft);
/* The figure of an organisation of a country, made if it is new, or PX_NONE when the name is no such. */
uint32_t px_cast_national(struct px_cast *cast, const struct px_draft *draft);
/* The entry of the lexicon "aliases" that ends with the name [first, end) and covers it, or PX_NONE. */
uint32_t px_cast_alias(const struct px_cast *cast, uint32_t first, uint32_t end);
/* The figure that an entry of the lexicon "aliases" names, made if it is new. */
uint32_t px_cast_alias_figure(struct px_cast *cast, uint32_t entry);
/* A person of whom first_fold and last_fold are known is found by either of the two from now on. */
void px_cast_share_words(struct px_cast *cast, uint32_t id);
/* The name before a possessive before this one ("Kestria's Foreign Ministry"), or NULL. */
const struct px_draft *px_cast_owner(const struct px_cast *cast, const struct px_draft *draft);
/* Does "its" stand before the name? */
bool px_cast_is_its(const struct px_cast *cast, const struct px_draft *draft);
/* Whose "its" is at the beginning of a sentence, if the one before it names but one that may be: else NULL. */
const struct px_draft *px_cast_owner_before(const struct px_cast *cast, const struct px_draft *draft);
/* The figure of the part of a state that has the name of a capital, where the words around the draft say that it is
 * meant ("Washington Gov. Ann Hask"), or have said so before; else PX_NONE. */
uint32_t px_cast_namesake(struct px_cast *cast, const struct px_draft *draft, uint32_t entry);
/* The folded text without the marks of its letters, as words are kept; until the next call. */
struct px_slice px_cast_plain(struct px_cast *cast, struct px_slice fold);
bool px_cast_begins_upper(struct px_slice text);
/* The word's record by its folded text, made if it is new; NULL (and failed) when memory is out. */
struct px_name_word *px_cast_word(struct px_cast *cast, struct px_slice fold);
uint8_t px_cast_gender(struct px_slice value);

/* Has the token one of the bits (PX_NAME_…)? */
static inline bool px_cast_has(const struct px_cast *cast, uint32_t token, uint32_t bits)
{
    return (cast->clues[token].bits & bits) != 0;
}

static inline const struct px_form *px_cast_form(const struct px_cast *cast, uint32_t token)
{
    return px_vocabulary_form(cast->vocabulary, cast->article->tokens.items[token].form);
}

static inline const struct px_hit *px_cast_hit(const struct px_cast *cast, uint32_t hit)
{
    return &cast->article->hits.items[hit];
}

/* Does the hit, if it is one, begin at the token? */
static inline bool px_cast_begins(const struct px_cast *cast, uint32_t hit, uint32_t token)
{
    return hit != PX_NONE && px_cast_hit(cast, hit)->first_token == token;
}

static inline uint32_t px_cast_hit_end(const struct px_cast *cast, uint32_t hit)
{
    return px_cast_hit(cast, hit)->first_token + px_cast_hit(cast, hit)->token_count;
}

static inline const struct px_entry *px_cast_entry(const struct px_cast *cast, uint32_t hit)
{
    return px_resources_entry(cast->annotation->resources, px_cast_hit(cast, hit));
}

static inline struct px_slice px_cast_cell(const struct px_cast *cast, uint32_t hit, size_t column)
{
    const struct px_hit *h = px_cast_hit(cast, hit);
    const struct px_lexicon *lexicon = px_resources_lexicon(cast->annotation->resources, h->lexicon);
    return px_lexicon_cell(lexicon, &lexicon->entries.items[h->entry], column);
}

/* Is token `b` in the sentence of token `a`? */
static inline bool px_cast_together(const struct px_cast *cast, uint32_t a, uint32_t b)
{
    const struct px_tokens *tokens = &cast->article->tokens;
    return b < tokens->count && tokens->items[a].sentence == tokens->items[b].sentence;
}

#endif
