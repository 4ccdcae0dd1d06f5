/* The page: what a reader of one format hands to the parts that tell the article from its page.
 *
 * A page is a list of units in reading order. A unit is a run of text that the eye takes as one piece: a paragraph, a
 * heading, a list item, a table cell, a menu entry, a line of a scraped dump. Each reader (html, plain, markdown) makes
 * units and facts; measure and features describe them; decide gives each unit its role; assemble turns kept units into
 * the article's text. Everything lives in the page's scratch arena, which dies with the page.
 */
#ifndef PX_INGEST_PAGE_H
#define PX_INGEST_PAGE_H

#include "article/article.h"
#include "ingest/rules.h"

/* Counts over one unit's text, made in one pass. */
struct px_measure {
    uint32_t characters;
    uint32_t words;
    uint32_t stop_words;
    uint32_t short_words;   /* three letters or fewer */
    uint32_t letters;       /* in words */
    uint32_t capital_words; /* beginning with a capital */
    uint32_t upper_words;   /* two letters or more, all capitals */
    uint32_t digits;
    uint32_t commas;
    uint32_t marks;     /* , ; : . ! ? */
    uint32_t sentences; /* ends of sentences inside and at the end */
    uint32_t quotes;
    uint32_t symbols; /* | / > and the bullets and arrows of menus */
    uint32_t last;    /* the last character that is not a closing mark */
    bool ends_sentence;
    bool starts_lower;
    bool has_date;
    bool has_url;
};

/* What the markup, or the shape of the line, says a unit is. */
enum px_shape_hint { PX_UNIT_PLAIN, PX_UNIT_HEADING, PX_UNIT_ITEM, PX_UNIT_QUOTE, PX_UNIT_CELL, PX_UNIT_CAPTION };

struct px_unit {
    struct px_slice text;  /* tidy, one line */
    struct px_slice words; /* of its first 400 bytes, lower case, one space between (px_patterns_fold) */
    struct px_measure measure;
    struct px_pattern_hits rules; /* furniture patterns that match */
    struct px_pattern_hits kind;  /* patterns for the role of furniture, where they settled it */
    uint32_t element;             /* html: index of the block element, else 0 */
    uint32_t group;               /* text: number of the run of lines that no empty line parts; cells: their row */
    uint32_t link_bytes;
    uint32_t link_count;
    uint32_t strong_bytes; /* in bold or italics */
    uint32_t breaks;       /* single line breaks inside */
    uint8_t shape;         /* enum px_shape_hint */
    uint8_t role;          /* enum px_role, once decided */
    bool fixed;            /* the role is decided by a rule; the model does not touch it */
    bool keep;
    uint32_t label;         /* bytes of a teaser that only lead to it: see px_furniture */
    bool glue;              /* joined to the unit before by a single line end in the source */
    double score;           /* logit of being the article's, by the model */
    uint32_t line;          /* text: its first line in the source, from 1; else 0 */
    const char *why;        /* the rule that fixed it, in words; NULL: a pattern, the markup, or the model */
    struct px_slice reason; /* what spoke for the score; only when the page is explained */
};

/* Bytes of a signature's key that are the number of the signature above. */
enum { PX_SIGNATURE_NUMBER = sizeof(uint32_t) };

/* An element of an HTML page. Parents stand before their children. */
struct px_element {
    uint32_t parent;
    uint32_t hints;     /* bits by enum px_hint, of its own class, id and role */
    uint32_t ancestors; /* bits by enum px_ancestor, its own included */
    uint32_t signature; /* id of its path of tags and first classes */
    uint16_t depth;
    uint8_t tag;    /* enum px_tag */
    bool hidden;    /* by itself or one above */
    bool hides;     /* by itself */
    uint16_t above; /* bits by enum px_ancestor, its own alone */
    uint32_t start; /* bytes of the page's running text */
    uint32_t end;
    uint32_t text_bytes; /* of the units below; these and what follows are filled by px_context_init */
    uint32_t link_bytes;
    uint32_t good_bytes; /* of units that read like running text */
    uint32_t units;
    int32_t best_distance; /* levels below the container with the most worth; -1 outside it */
    double worth;          /* sum of the worth of the paragraphs below, fading upward */
};

/* Metadata as one source gives it; empty where it says nothing. */
struct px_facts {
    struct px_slice title;
    struct px_slice name; /* a title of less trust */
    struct px_slice outlet;
    struct px_slice byline;
    struct px_slice published;
    struct px_slice modified;
    struct px_slice doubtful; /* the date last read of which nobody knows whether the day or the month stands first */
    struct px_slice url;
    struct px_slice language;
    struct px_slice description;
    struct px_slice section;
    struct px_slice type; /* schema.org's, of the article: "NewsArticle" */
    struct px_slice body; /* an article body given as data */
    PX_VECTOR(struct px_slice) tags;
    bool paid; /* the page says that the article is not free to read */
};

/* One piece of metadata met on the way: a meta property, a date, an element that may hold the author. */
struct px_clue {
    uint8_t kind; /* enum px_clue_kind */
    struct px_slice key;
    struct px_slice value;
    uint32_t element; /* whose text is the value, where `value` is empty */
};

enum px_clue_kind {
    PX_CLUE_META,
    PX_CLUE_DATA,
    PX_CLUE_TITLE,
    PX_CLUE_HEADLINE,
    PX_CLUE_TIME,
    PX_CLUE_AUTHOR,
    PX_CLUE_BYLINE,
    PX_CLUE_NAME, /* itemprop "name": of an author, where it stands inside one */
    PX_CLUE_TAG,
    PX_CLUE_CANONICAL,
    PX_CLUE_LANGUAGE
};

struct px_found {
    struct px_clue *items;
    size_t count;
    size_t capacity;
};

/* More than these no article's page has: a page beyond is refused, with PX_ERROR_LIMIT. */
enum { PX_PAGE_UNITS = 500000, PX_PAGE_ELEMENTS = 2000000 };

struct px_explainer;
struct px_recurring;

struct px_page {
    struct px_arena arena;
    struct px_arena folded; /* what px_page_fold gives */
    const struct px_rules *rules;
    const struct px_explainer *explainer; /* NULL: nobody asks why */
    struct px_recurring *counting;        /* NULL, or where the lines are counted instead of being cleaned */
    const struct px_recurring *recurring; /* NULL: nothing is known of the outlet's other pages */
    PX_VECTOR(struct px_unit) units;
    PX_VECTOR(struct px_element) elements; /* the first stands for the page itself */
    struct px_buffer running;              /* html: all text, one space between words */
    struct px_table names;                 /* html: class, id and role strings seen */
    PX_VECTOR(uint32_t) name_hints;
    struct px_table signatures;
    struct px_table spelled;             /* text: its words as it writes them, where hyphens have to be judged */
    struct px_found found;               /* metadata as it was met */
    struct px_facts facts;               /* metadata as it was judged */
    PX_VECTOR(struct px_slice) warnings; /* for the article */
    struct px_slice heading;             /* the headline as the page prints it, for likeness; may be empty */
    uint32_t stop_words[PX_RULE_LANGUAGES];
    uint32_t words;
    struct px_buffer tidy;
    size_t lines_before; /* text: lines of a header block before its first */
    bool grouped;        /* text: empty lines part its groups */
    bool failed;         /* memory ran out somewhere, or the page is full: it is useless */
    bool full;           /* there are more than PX_PAGE_UNITS units */
    bool crowded;        /* there are more than PX_PAGE_ELEMENTS elements */
};

/* Room for what HTML of so many start tags and bytes can hold, at once: growing by and by would leave copies behind,
 * and units borrow from the running text where it stands. What is not written to costs nothing. Of an empty page; shows
 * in page->failed. */
void px_page_reserve(struct px_page *page, size_t tags, size_t bytes);

/* A new unit with the text made tidy, measured and matched against the rules. NULL when nothing visible is left of it,
 * or when memory is out or the page full (page->failed
 * then). `lasts`: the bytes stay where they are as long as the page, and need no copy. */
struct px_unit *px_page_add(struct px_page *page, struct px_slice text, bool lasts);

/* A text with its measure, and its stop words by language. */
struct px_measured {
    struct px_slice text;
    struct px_measure measure;
    uint32_t stop_words[PX_RULE_LANGUAGES];
};

/* The same for text that may have been measured before (NULL: it was not): if tidying leaves it as it is, it is not
 * measured again. */
struct px_unit *px_page_add_measured(struct px_page *page, struct px_slice text, bool lasts,
                                     const struct px_measured *known);

/* Fills a measure; counts stop words by language into `stop_words`. Linear. */
void px_measure_text(const struct px_rules *rules, struct px_slice text, struct px_measure *measure,
                     uint32_t stop_words[PX_RULE_LANGUAGES]);

/* The distinct words of a title or description, for likeness. */
struct px_word_set {
    struct px_table words;
};

/* false when memory is out; release in every case. */
bool px_word_set_init(struct px_word_set *set, struct px_slice text);
void px_word_set_release(struct px_word_set *set);

/* How many of the words (as px_patterns_fold gives them; `*count` of them) stand in the set. */
uint32_t px_word_set_common(const struct px_word_set *set, struct px_slice words, uint32_t *count);

/* Adds those of the words that have at least `least` bytes; false when memory is out. */
bool px_word_set_add(struct px_word_set *set, struct px_slice words, size_t least);

/* A sentence or more of running text. */
static inline bool px_unit_is_prose(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return m->words >= 8 && m->ends_sentence && m->stop_words * 5 >= m->words;
}

/* All in bold or italics; readers do not count the spaces. */
static inline bool px_unit_is_bold(const struct px_unit *unit)
{
    return unit->strong_bytes * 10 >= unit->text.size * 7;
}

/* PX_ERROR_LIMIT or PX_ERROR_MEMORY when the page could not hold everything. */
enum px_status px_page_check(const struct px_page *page, struct px_error *error);

/* The words of a text's first 400 bytes, as a unit's words are. Empty when memory is out. */
struct px_slice px_page_fold(struct px_page *page, struct px_slice text);

/* Frees all that px_page_fold gave, the units' words too: once every role is settled nobody asks for them. */
void px_page_forget_words(struct px_page *page);

/* The running text of an element, trimmed; empty when it has none. */
struct px_slice px_page_element_text(const struct px_page *page, uint32_t element);

/* Remembers a piece of metadata; the slices are copied. */
void px_page_clue(struct px_page *page, enum px_clue_kind kind, struct px_slice key, struct px_slice value,
                  uint32_t element);

/* Running text of a length and make that menus do not have. */
bool px_unit_is_strong(const struct px_unit *unit);

/* Decides a unit's role once and for all. */
static inline void px_unit_fix(struct px_unit *unit, uint8_t role)
{
    unit->fixed = true;
    unit->keep = px_role_is_content(role);
    unit->role = role;
    unit->why = NULL;
}

/* The same, saying why. `why` must outlive the page. */
static inline void px_unit_fix_why(struct px_unit *unit, uint8_t role, const char *why)
{
    px_unit_fix(unit, role);
    unit->why = why;
}

void px_page_release(struct px_page *page);

#endif
