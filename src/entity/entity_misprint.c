/* Misprints: "Halden spoke. Haldne also said …" is one person. */
#include "entity/entity_cast.h"
#include "text/edits.h"

/* May one be a misprint of the other: one letter of five, two of six where three are the same at the front and the last
 * is, too? */
static bool is_misprint(struct px_slice word, struct px_slice name)
{
    enum { LETTERS_LEAST = 5, FRONT = 3 };
    if (word.size < LETTERS_LEAST || name.size < LETTERS_LEAST || word.data[0] != name.data[0] ||
        px_slice_starts(word, name) || px_slice_starts(name, word)) /* "the Haldens" */
        return false;
    size_t edits = px_text_edits(word, name);
    bool near = word.size > LETTERS_LEAST && px_slice_starts(word, px_slice_part(name, 0, FRONT)) &&
                word.data[word.size - 1] == name.data[name.size - 1];
    return edits == 1 || (edits == 2 && near);
}

/* How often the article has the word alone as a name, be it in doubt. */
static uint32_t count_alone(const struct px_cast *cast, uint32_t fold)
{
    uint32_t count = 0;
    for (size_t i = 0; i < cast->drafts.count; i++) {
        const struct px_draft *draft = &cast->drafts.items[i];
        count += draft->type == PX_DRAFT_NAME && draft->name_count == 1 && px_cast_word_form(cast, draft)->fold == fold;
    }
    return count;
}

/* First in a sentence only one who speaks is surely named: "Haldne also said". */
static bool may_be_misprint(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t next = draft->first + draft->count;
    if (px_cast_together(cast, draft->first, next) && (cast->annotation->classes[next] & PX_CLASS_ADVERB) != 0)
        next++;
    bool speaks = px_cast_together(cast, draft->first, next) && cast->clues[next].speaks;
    return px_cast_word_form(cast, draft)->shape == PX_SHAPE_CAPITALISED && (!draft->doubtful || speaks) &&
           cast->clues[draft->name].given == PX_NONE && cast->clues[draft->name].head == PX_NONE;
}

uint32_t px_cast_find_misprint(const struct px_cast *cast, const struct px_draft *draft)
{
    enum { TIMES_MORE = 2 };
    const struct px_form *form = px_cast_word_form(cast, draft);
    uint32_t found = PX_NONE;
    for (uint32_t id = 0; may_be_misprint(cast, draft) && id < cast->figures.count; id++) {
        const struct px_figure *figure = &cast->figures.items[id];
        if (!figure->person || figure->words < 2 || figure->last_seen == PX_NONE || figure->last_seen > draft->name ||
            !is_misprint(form->fold_text, px_vocabulary_fold_text(cast->vocabulary, figure->last_fold)))
            continue;
        if (found != PX_NONE || count_alone(cast, figure->last_fold) < TIMES_MORE * count_alone(cast, form->fold))
            return PX_NONE;
        found = id;
    }
    return found;
}
