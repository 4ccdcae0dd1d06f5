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

/* Appends the words of the article, and behind the first pronoun outside of marks that stands for a person whom they do not
 * name, his name: "As her lead grew, he [Ono Brell] left". Quadratic in the mentions of the words, and linear in the referents
 * for each name. */
void px_said_append_told(const struct px_comparison *comparison, const struct px_article *article, struct px_span words,
                         struct px_buffer *out);

/* Is the name one of those that are added there? */
bool px_said_tells(const struct px_comparison *comparison, const struct px_article *article, struct px_span words,
                   struct px_slice name);

/* Does such a pronoun stand for somebody else for sure, who is not so sure himself? The line would be a riddle. Linear as
 * above. */
bool px_said_leans(const struct px_said_line *line);

#endif
