#include "syntax/forms.h"

#include "text/normalise.h"
#include "text/utf8.h"

enum { SHAPE_LIMIT = 12, LEXICON_CLASSES = 256 };

/* The key of a form: folded, digits as 0, double quotation marks of every kind as ", single ones as '. */
static bool make_key(struct px_slice text, struct px_buffer *folded, struct px_buffer *key)
{
    px_buffer_clear(folded);
    px_buffer_clear(key);
    px_text_fold(text, folded);
    struct px_slice fold = px_buffer_slice(folded);
    for (size_t at = 0; at < fold.size;) {
        uint32_t c = px_utf8_next(fold, &at);
        if (c >= '0' && c <= '9')
            px_buffer_byte(key, '0');
        else if (c < 0x80)
            px_buffer_byte(key, (char)c);
        else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
            px_buffer_byte(key, '"');
        else if (c == 0x2018 || c == 0x201A || c == 0x2039 || c == 0x203A)
            px_buffer_byte(key, '\'');
        else
            px_utf8_append(key, c);
    }
    return !folded->failed && !key->failed;
}

static void find_ends(struct px_form_facts *facts)
{
    size_t at = facts->key.size;
    for (size_t i = 0; i < PX_SUFFIXES; i++) {
        if (at > 0)
            px_utf8_previous(facts->key, &at);
        facts->suffix[i] = px_digest(px_slice_part(facts->key, at, facts->key.size));
    }
    at = 0;
    for (size_t i = 0; i < PX_PREFIXES; i++) {
        if (at < facts->key.size)
            px_utf8_next(facts->key, &at);
        facts->prefix[i] = px_digest(px_slice_part(facts->key, 0, at));
    }
}

static char shape_of(uint32_t c)
{
    if (px_utf8_is_upper(c))
        return 'X';
    if (px_utf8_is_letter(c))
        return 'x';
    if (px_utf8_is_digit(c))
        return '9';
    return c < 0x80 ? (char)c : '?';
}

/* Runs of the same class count once: "McDonald" is XxXx, "1990s" is 9x. */
static void find_shape(struct px_form_facts *facts)
{
    char shape[SHAPE_LIMIT];
    size_t size = 0;
    size_t upper = 0;
    size_t lower = 0;
    for (size_t at = 0; at < facts->text.size;) {
        char class = shape_of(px_utf8_next(facts->text, &at));
        upper += class == 'X';
        lower += class == 'x';
        if (size < SHAPE_LIMIT && (size == 0 || shape[size - 1] != class))
            shape[size++] = class;
    }
    facts->shape = px_digest((struct px_slice){shape, size});
    facts->capital = size > 0 && shape[0] == 'X' ? 1 : 0;
    facts->small = lower > 0;
    if (upper > 1 && lower == 0)
        facts->capital = 2;
}

static void look_up(const struct px_form_lexicon *lexicon, struct px_form_facts *facts)
{
    uint32_t at = facts->word * 0x9E3779B1u >> 7 & lexicon->mask;
    for (uint32_t steps = 0; steps <= lexicon->mask; steps++) {
        const uint8_t *slot = lexicon->slots + (size_t)at * PX_FORM_SLOT;
        uint32_t digest = px_read32(slot);
        if (digest == facts->word) {
            facts->known = (uint32_t)slot[4] | (uint32_t)slot[5] << 8;
            facts->class = slot[6];
        }
        if (digest == 0 || digest == facts->word)
            return;
        at = (at + 1) & lexicon->mask;
    }
}

/* Words without a class of the lexicon are in one by their last two letters and how they begin. */
static uint32_t ending_class(const struct px_form_facts *facts)
{
    return (facts->suffix[1] & ~(uint32_t)3) + LEXICON_CLASSES + facts->capital;
}

static bool learn(struct px_forms *forms, struct px_slice text, const struct px_form_lexicon *lexicon,
                  struct px_form_facts *facts)
{
    struct px_buffer key = {0};
    bool done = make_key(text, &forms->folded, &key);
    facts->text = text;
    facts->key = px_arena_copy(&forms->table.arena, px_buffer_slice(&key));
    px_buffer_release(&key);
    if (!done || facts->key.data == NULL)
        return false;
    facts->exact = px_digest(text);
    facts->word = px_digest(facts->key);
    find_ends(facts);
    find_shape(facts);
    if (lexicon != NULL && lexicon->slots != NULL)
        look_up(lexicon, facts);
    if (facts->class == 0)
        facts->class = ending_class(facts);
    return true;
}

uint32_t px_forms_add(struct px_forms *forms, struct px_slice text, const struct px_form_lexicon *lexicon)
{
    bool added;
    uint32_t id = px_table_add(&forms->table, text, &added);
    if (id == PX_NONE || id < forms->facts.count)
        return id;
    struct px_form_facts *facts = px_vector_push(&forms->facts, &forms->table.arena);
    if (facts != NULL && learn(forms, px_table_key(&forms->table, id), lexicon, facts))
        return id;
    px_forms_release(forms); /* ids and facts would no longer go together */
    return PX_NONE;
}

void px_forms_release(struct px_forms *forms)
{
    px_table_release(&forms->table);
    px_buffer_release(&forms->folded);
    *forms = (struct px_forms){0};
}
