/* Whom the pronouns of a quoted line mean who is not named in it. Private to the report room. */
#ifndef PX_REPORT_SAID_NAMES_H
#define PX_REPORT_SAID_NAMES_H

#include "comparison/comparison.h"

struct px_said_line {
    const struct px_comparison *comparison;
    const struct px_article *article;
    const struct px_attribution *attribution;
};

/* Appends the words, a part of the article's text, as px_said_append does, and behind a pronoun that is not quoted and
 * stands for another whom the line does not name, his name: "warning him [Ono Brell] that". Only where nobody else can be
 * meant. Linear in the mentions from the sentence before on, and in the referents for each name. */
void px_said_append_named(const struct px_said_line *line, struct px_slice words, struct px_buffer *out);

/* The name of whom the pronoun stands for that begins at the byte of the article, outside of marks, a person's; empty where
 * none does. Sets
 * `*end` behind the pronoun. Logarithmic in the mentions, and linear in the referents. */
struct px_slice px_said_beginner(const struct px_comparison *comparison, const struct px_article *article,
                                 uint32_t byte, uint32_t *end);

/* Does such a pronoun stand for somebody else for sure, who is not so sure himself? The line would be a riddle. Linear as
 * above. */
bool px_said_leans(const struct px_said_line *line);

#endif
