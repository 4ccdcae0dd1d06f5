/* Parties: who or what stands in a role of a sentence, as an entity where the article knows one, and in words.
 *
 *     struct px_party actor = px_party_doer(annotation, sentence, predicate);
 *     if (px_party_is_told(&actor)) ...
 *
 * A relative pronoun stands for the noun that its clause hangs on. A pronoun that nobody is known by is nobody. Only with
 * a parser: words are indices into annotation->trees[sentence].
 */
#ifndef PX_READING_PARTY_H
#define PX_READING_PARTY_H

#include "reading/annotation.h"

/* The noun that a relative pronoun stands for, "the video, *which*"; any other word itself. */
PX_API uint32_t px_party_stands_for(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* The party that the word heads; `word` may be PX_NONE. */
PX_API struct px_party px_party_at(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* Who does what the predicate says: its subject, the agent of a passive, for a clause without a subject of its own the
 * doer of the clause above or the noun that it hangs on. */
PX_API struct px_party px_party_doer(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate);

/* Who is charged by the verb with what a gerund between it and the word tells: "accused *the council* of hiding it".
 * Nobody is told where there is none. */
PX_API struct px_party px_party_charged(const struct px_annotation *annotation, uint32_t sentence, uint32_t verb,
                                        uint32_t word);

/* The subject of the predicate, whether it does what that says or undergoes it; for a clause without one the subject of
 * the clause above or the noun that it hangs on: "*she* was fired after being accused". */
PX_API struct px_party px_party_subject(const struct px_annotation *annotation, uint32_t sentence, uint32_t predicate);

/* The party of the phrase that begins with the word, also where the parser makes it the subject of what follows:
 * "accused *Corvin* of using". */
PX_API struct px_party px_party_behind(const struct px_annotation *annotation, uint32_t sentence, uint32_t first);

/* The word that heads the phrase or clause beginning with `first`, as far as it stands right of that word. */
PX_API uint32_t px_party_phrase(const struct px_annotation *annotation, uint32_t sentence, uint32_t first);

/* The text of words [first, end of what hangs on `head`), without marks at its end. */
PX_API struct px_span px_party_span(const struct px_annotation *annotation, uint32_t sentence, uint32_t first,
                                    uint32_t head);

/* "*some* other Democrats", "*two* senior Republicans": where the words begin by which the mention, of many, names only a
 * part of them; PX_NONE where it names all. Linear in the words before it. */
PX_API uint32_t px_party_part(const struct px_annotation *annotation, const struct px_mention *mention);

/* "*Republicans* and some Democrats", "leaders including *Ann Hask*": does the sentence tell of others beside the party,
 * in the same role? */
PX_API bool px_party_has_others(const struct px_annotation *annotation, const struct px_party *party);

/* The word's tag among the universal ones, "VERB". */
PX_API struct px_slice px_party_tag(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* Does an entry of the category, or of one below it, begin at the token; of an empty one, any of the lexicon? For a few
 * tokens; what is asked of all is better read in one pass over the hits. */
PX_API bool px_party_is_listed(const struct px_annotation *annotation, uint32_t token, uint8_t lexicon,
                               struct px_slice category);

/* "The fees fell, *meaning that* he owes nothing": does a participle begin at the token by which the text goes on to
 * what follows from that? It says nothing of itself. */
PX_API bool px_party_infers(const struct px_annotation *annotation, uint32_t token);

#endif
