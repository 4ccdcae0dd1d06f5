/* The article: what ingest makes, what annotate fills in, what compare and report read.
 *
 * A plain data structure. The text is UTF-8; everything found in it is a half-open byte span plus ids (indices into
 * the article's own arrays). All memory is the article's arena's; forms are ids of the worker's vocabulary. Arrays are
 * in order of position unless said otherwise. An article is filled in this order, each step reading only what stands
 * above it:
 *
 *     ingest    metadata, text, blocks, furniture
 *     segment   tokens, sentences
 *     annotate  hits, quotations, attributions (voice of tokens), entities, matches, stance, sections
 */
#ifndef PX_ARTICLE_ARTICLE_H
#define PX_ARTICLE_ARTICLE_H

#include "article/annotations.h"
#include "base/arena.h"
#include "base/slice.h"
#include "base/table.h"
#include "base/vector.h"
#include "text/hit.h"
#include "text/sentences.h"
#include "text/words.h"

enum px_role {
    /* content, in reading order */
    PX_ROLE_TITLE,
    PX_ROLE_STANDFIRST,
    PX_ROLE_HEADING,
    PX_ROLE_PARAGRAPH,
    PX_ROLE_QUOTATION,
    PX_ROLE_LIST_ITEM,
    PX_ROLE_TABLE,
    /* furniture */
    PX_ROLE_NAVIGATION,
    PX_ROLE_CAPTION,
    PX_ROLE_CREDIT,
    PX_ROLE_RELATED,
    PX_ROLE_TAGS,
    PX_ROLE_BYLINE,
    PX_ROLE_DATELINE,
    PX_ROLE_NOTICE,
    PX_ROLE_COMMENTS,
    PX_ROLE_OTHER,
    PX_ROLE_COUNT
};

enum px_genre { PX_GENRE_UNKNOWN, PX_GENRE_NEWS, PX_GENRE_OPINION, PX_GENRE_ANALYSIS, PX_GENRE_INTERVIEW };

/* A block of content: one title, heading, paragraph … `number` counts the paragraphs (paragraph, quotation, list item,
 * table) from 1 and is 0 for the others. */
struct px_block {
    uint32_t start;
    uint32_t end;
    uint8_t role;
    uint32_t number;
    uint32_t first_sentence;
    uint32_t sentence_count;
};

/* A line or block of the page that is not the article. */
struct px_furniture {
    uint8_t role;
    uint32_t label; /* bytes that only lead to a teaser: "Read more: "; all of what names a list, "Most read" */
    struct px_slice text;
};

/* A piece of the input as its reader saw it, with its role and why it has it: "pattern 'read more' (en, start)",
 * "model +2.1: stop_share +1.2, in_best +.6". Only when ingest was asked to explain. */
struct px_piece {
    uint8_t role;
    struct px_slice text;
    struct px_slice place;  /* "line 12"; of an HTML page its elements, "body > div.story > p"; may be empty */
    struct px_slice reason; /* never empty */
};

struct px_section {
    uint32_t start;
    uint32_t end;
    uint32_t first_block;
    uint32_t block_count;
    struct px_slice heading; /* empty when the section has none */
    struct px_slice
        *label; /* two to four words or names that a reader understands; the user's topic, alone, where it is one */
    size_t label_count;
};

struct px_counts {
    uint32_t words;
    uint32_t sentences;
    uint32_t paragraphs;
    uint32_t words_direct;
    uint32_t words_indirect;
};

/* One key of the record that ingest does not know, kept as JSON text. */
struct px_extra {
    struct px_slice key;
    struct px_slice json;
};

struct px_article {
    struct px_arena arena;
    struct px_slice id, path, title, standfirst, outlet, byline, published, modified, url, language, section,
        author_note, event;
    PX_VECTOR(struct px_slice) tags; /* as the page gives them */
    struct px_slice sha256;          /* of the input bytes, hexadecimal */
    uint8_t genre;                   /* enum px_genre */
    bool verbatim;
    struct px_slice text;
    PX_VECTOR(struct px_block) blocks;
    PX_VECTOR(struct px_furniture) furniture;
    PX_VECTOR(struct px_piece) pieces; /* all of the input, in its order; empty unless asked for */
    PX_VECTOR(struct px_slice) warnings;
    PX_VECTOR(struct px_extra) extras;
    PX_VECTOR(struct px_target) targets;
    struct px_tokens tokens;
    struct px_sentences sentences;
    struct px_hits hits; /* of every lexicon of the resources, by position, then lexicon, then entry */
    PX_VECTOR(struct px_quotation) quotations;
    PX_VECTOR(struct px_attribution) attributions;
    PX_VECTOR(struct px_entity) entities;
    PX_VECTOR(struct px_mention) mentions;
    PX_VECTOR(struct px_office) offices;
    PX_VECTOR(struct px_epithet) epithets; /* empty without grammar */
    PX_VECTOR(struct px_match) matches;
    PX_VECTOR(struct px_act) acts;            /* empty without grammar, as the three behind it are */
    PX_VECTOR(struct px_motive) motives;      /* by cue */
    PX_VECTOR(struct px_blame) blames;        /* by cue */
    PX_VECTOR(struct px_given) givens;        /* by act, then trigger */
    PX_VECTOR(struct px_quantity) quantities; /* empty without grammar */
    PX_VECTOR(struct px_event) events;        /* every verb, in order of position; empty without grammar */
    struct px_lexeme *lexemes;                /* by token; NULL without grammar */
    bool parsed;                              /* grammar was there: no acts then means that there are none */
    PX_VECTOR(struct px_stance) stances;
    PX_VECTOR(struct px_section) sections;
    struct px_counts counts;
};

/* An empty article; all zero is one too. */
PX_API void px_article_release(struct px_article *article);

/* Who speaks in the attribution: the entity's name, or the first words that stand for the speaker; empty when nobody is
 * named, and for PX_NONE. */
PX_API struct px_slice px_article_speaker(const struct px_article *article, uint32_t attribution);

/* Does the text say "the" before the name, which is the entity's own: "the Harbour Council"? False for PX_NONE. */
PX_API bool px_article_takes_the(const struct px_article *article, uint32_t entity, struct px_slice name);

/* Do the quotation's marks keep the article at a distance from the words, and cite nobody: “moderate” rebels? Surely
 * not where they stand within words that somebody says, or where anybody speaks in the sentence, nor before a comma of
 * the quotation's own (“Absolutely not,”). Linear in the attributions. */
PX_API bool px_article_is_scare(const struct px_article *article, const struct px_quotation *quotation);

/* The words by which a loaded word is shown: an adverb with what it strengthens, "*grossly* misconstrued", and a label with
 * whom it labels, "*illegal* immigrants"; any other by itself. `*alone` tells which, and may be NULL. */
PX_API struct px_slice px_article_loaded_words(const struct px_article *article, const struct px_match *match,
                                               bool *alone);

/* Is it unsure whose word the token is: is it reported in a statement that may be none, or may end before it, and does
 * grammar not make it another's either? What stands in quotation marks is not the article's, whatever the statement. */
static inline bool px_article_doubts_voice(const struct px_article *article, uint32_t token)
{
    const struct px_token *it = &article->tokens.items[token];
    return it->voice == PX_VOICE_INDIRECT && it->attribution != PX_NONE && (it->flags & PX_TOKEN_PASSED_ON) == 0 &&
           !px_attribution_counts(&article->attributions.items[it->attribution]);
}

/* The sentence that holds the byte, or the last before it; PX_NONE where there are no sentences. Logarithmic */
PX_API uint32_t px_article_sentence_at(const struct px_article *article, uint32_t byte);

/* Do the words name the entity, in full or in short? False of PX_NONE. Linear in the mentions there */
PX_API bool px_article_names(const struct px_article *article, struct px_span words, uint32_t entity);

/* The words of the block's sentences. Linear in these */
PX_API uint32_t px_article_block_words(const struct px_article *article, const struct px_block *block);

/* The quotation of speech that the byte stands inside of, behind its first mark, or NULL. Linear in the quotations */
PX_API const struct px_quotation *px_article_speech_at(const struct px_article *article, uint32_t byte);

/* “The answer is not to yell, ‘*Varn* lost’”: does a mark open inside of the quotation that holds the token, before it? What
 * stands there is hardly said by who speaks. Linear in the quotations, and in the tokens of that one */
PX_API bool px_article_quotes_twice(const struct px_article *article, uint32_t token);

/* Does the span lie between the marks of a quotation? Linear in those of its paragraph. */
PX_API bool px_article_quotes(const struct px_article *article, struct px_span span);

/* Does the outlet itself judge the mention: not in a quotation, nor by a word that is somebody else's? */
static inline bool px_article_judges(const struct px_article *article, const struct px_stance_mention *mention)
{
    return !mention->others &&
           px_token_is_own(&article->tokens.items[article->mentions.items[mention->mention].first_token]);
}

/* The text that names the speaker; the attribution has one. */
PX_API struct px_span px_attribution_namer(const struct px_attribution *attribution);

/* The same, of who has no name, as far as the words tell who it is: "a senior official" of "a senior official, who
 * asked …", "the letter" of "the letter released on Tuesday". Without grammar all of it. */
PX_API struct px_span px_article_describer(const struct px_article *article, uint32_t attribution);

/* Adds a warning (formatted, copied). Out of memory loses the warning, never the article. */
PX_API void px_article_warn(struct px_article *article, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Is a block of the role the article's, and no furniture; and is it a paragraph, which has a number, and no headline,
 * standfirst or heading? */
static inline bool px_role_is_content(uint8_t role)
{
    return role <= PX_ROLE_TABLE;
}

static inline bool px_role_is_paragraph(uint8_t role)
{
    return role >= PX_ROLE_PARAGRAPH && role <= PX_ROLE_TABLE;
}

/* Names as the contract writes them ("list_item", "civil society"); the reverse gives -1 for an unknown name. */
PX_API const char *px_role_name(uint8_t role);
PX_API int px_role_find(struct px_slice name);
PX_API const char *px_genre_name(uint8_t genre);
PX_API int px_genre_find(struct px_slice name);
PX_API const char *px_voice_name(uint8_t voice);
PX_API const char *px_dismissal_name(uint8_t dismissal);
PX_API const char *px_attribution_type_name(uint8_t type);
PX_API const char *px_speaker_kind_name(uint8_t kind);
PX_API int px_speaker_kind_find(struct px_slice name);
/* What an entity of the kind (enum px_entity_kind) is when it speaks, enum px_speaker_kind; -1 where its kind tells
 * nothing. */
PX_API int px_speaker_kind_of(uint8_t entity_kind);
PX_API const char *px_actor_name(uint8_t actor);
PX_API int px_actor_find(struct px_slice name);
PX_API const char *px_tone_name(uint8_t tone);
PX_API int px_tone_find(struct px_slice name);
PX_API const char *px_uptake_name(uint8_t uptake);
PX_API const char *px_entity_kind_name(uint8_t kind);
PX_API const char *px_mention_form_name(uint8_t form);
PX_API const char *px_epithet_kind_name(uint8_t kind);
PX_API const char *px_act_kind_name(uint8_t kind);
PX_API const char *px_aim_name(uint8_t aim);
PX_API const char *px_given_kind_name(uint8_t kind);
PX_API const char *px_label_name(int8_t label);

#endif
