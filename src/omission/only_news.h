/* Which mentions name something, so that their absence from another article is news. Private to the room. */
#ifndef PX_OMISSION_ONLY_NEWS_H
#define PX_OMISSION_ONLY_NEWS_H

#include "omission/omission.h"

/* Does an entry of the lexicon match the form by itself? */
bool px_only_lists(const struct px_compare_context *context, uint32_t form, size_t lexicon);

/* Is it a name, and no piece of several that share a noun ("the Ways and Means and Budget committees"), no common word
 * with a capital ("the Nation"), no mere head ("Departments")? */
bool px_only_is_name(const struct px_compare_context *context, size_t a, const struct px_mention *mention);

/* The mention's text, with what hangs on a body by a small word: "Select Committee *on Fisheries*". */
struct px_slice px_only_text(const struct px_compare_context *context, const struct px_article *article,
                             const struct px_mention *mention);

enum { PX_INITIALS_MOST = 8 };

/* The first letters of the words with a capital, "FEC" of "Federal Election Commission"; their number, or 0. `initials`
 * is room for PX_INITIALS_MOST. */
size_t px_only_initials(const struct px_article *article, const struct px_mention *mention, char *initials);

/* Does it only tell where somebody comes from or a town lies: "Schumer of New York", "Florida Gov. Bush", "Tampa,
 * Fla."? */
bool px_only_is_address(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention);

/* Does article b speak of "the ministry", or "the act", and name none, so that it may mean this one of article a, the first of
 * its kind there? Linear in tokens and mentions. */
bool px_only_is_short(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b);

/* Has article b a word made of the name of one word, "senator" of "Senate", "congressional" of "Congress"? Linear in
 * tokens. */
bool px_only_is_derived(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b);

/* Is it one of several that share a head in the plural before them: "the Departments of Health and *Fisheries*"? Linear in
 * the heads of the lexicon, for each word before it. */
bool px_only_shares_head(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention);

/* Does what nothing tells the kind of stand before a noun in small letters wherever the article has it, "the South Dunlin
 * crews"? Then it tells which, and names nobody. Only with grammar; linear in the mentions. */
bool px_only_is_attribute(const struct px_article *article, const struct px_mention *mention);

/* Is it a newspaper, station or site? Named in a sentence or two it is where words stand, "told the Lantern". */
bool px_only_is_medium(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_mention *mention);

/* Has article b the name with one slip in one long word? After px_compare_spellings; O(words there with the same first
 * letter and about as long). */
bool px_only_is_misspelt(const struct px_compare_context *context, size_t a, const struct px_mention *mention,
                         size_t b);

/* Has article b its words with marks between them, in small letters, or behind another name of the country that it begins
 * with: 'the United States "consulate"' for "U.S. Consulate"? Linear in tokens. */
bool px_only_is_spelt_otherwise(const struct px_compare_context *context, size_t a, const struct px_mention *mention,
                                size_t b);

/* Does the entity do or say anything that the article tells of (where grammar is not known, it may); and happens anything
 * by it or to it? Linear in what the article tells. */
bool px_only_does(const struct px_article *article, uint32_t entity);
bool px_only_has_part(const struct px_compare_context *context, const struct px_article *article, uint32_t entity);

/* Does it stand below a picture of the article? */
bool px_only_is_in_caption(const struct px_article *article, struct px_slice name);

/* Does what is named at the byte stand in another article under another of its names (naming.tsv)? "Obamacare" */
bool px_only_is_named_otherwise(const struct px_compare_context *context, size_t article, uint32_t byte);

/* Does another article that names nobody in the person's office speak of one, "the president" for "President Hask"? It may
 * be him. Linear in the tokens and entities of
 * the others, for each name */
bool px_only_is_by_office(const struct px_compare_context *context, size_t a, const struct px_entity *entity);

/* Has another article any word of the name's family: the state, its people, what is theirs; the party, its members?
 * Linear in the hits, for each name of a state or party. */
bool px_only_has_family(const struct px_compare_context *context, size_t a, const struct px_mention *mention);

/* Is it the given name of a person whom the article also names in full: "Newt" beside "Newt Gingrich"? */
bool px_only_is_given_name(const struct px_article *article, const struct px_entity *name);

/* Does the article name a place more often, or as often and in more words, of whose name this place's is a piece, or
 * the other way round? One of them is enough, and so of things. What a piece alone is, nobody can be sure: "Lorient" may
 * be taken for somebody. */
bool px_only_is_of_longer(const struct px_article *article, uint32_t number);

enum { PX_TELLING_WORDS_MOST = 8 };

/* The words by which a name is told from others, as fold ids. */
struct px_telling_words {
    uint32_t folds[PX_TELLING_WORDS_MOST];
    uint32_t count;
    uint32_t head;  /* the fold of "Committee", or PX_NONE */
    uint32_t first; /* the fold of a longer name's first word, or PX_NONE */
};

/* Reads a name: its words with a capital that are no title, people, head or given name. One that has none is told by
 * its first word, the "House" of "House of Representatives". False when memory is out. */
bool px_telling_words_read(const struct px_compare_context *context, struct px_slice name,
                           struct px_telling_words *words);

/* May both be names of one? A person is told by the last word; a body of one kind by any word, as the "House Committee
 * on Intelligence" is by "Intelligence Committee". */
bool px_telling_words_may_be_one(const struct px_telling_words *a, const struct px_telling_words *b, bool person);

#endif
