#include "syntax/lemmas.h"

#include "text/normalise.h"
#include "text/utf8.h"

uint32_t px_lemma_digest(uint32_t tag, struct px_slice end, bool whole)
{
    uint64_t hash = px_slice_hash(end) + tag * 0x9E3779B97F4A7C15u + (whole ? 0xC2B2AE3D27D4EB4Fu : 0);
    hash ^= hash >> 31;
    hash *= 0xD6E8FEB86659FD93u;
    return (uint32_t)(hash >> 32) | 1;
}

size_t px_lemma_ends(struct px_slice fold, size_t ends[PX_LEMMA_ENDS + 1])
{
    size_t at = fold.size;
    size_t count = 0;
    ends[count++] = at;
    while (at > 0 && count <= PX_LEMMA_ENDS) {
        px_utf8_previous(fold, &at);
        ends[count++] = at;
    }
    return count;
}

/* The script of the rule, or PX_NONE. */
static uint32_t find_rule(const struct px_lemma_rules *rules, uint32_t digest)
{
    uint32_t at = digest * 0x9E3779B1u >> 7 & rules->mask;
    for (uint32_t steps = 0; steps <= rules->mask; steps++) {
        const uint8_t *slot = rules->slots + (size_t)at * PX_LEMMA_SLOT;
        uint32_t found = px_read32(slot);
        if (found == digest) {
            uint32_t script = (uint32_t)slot[4] | (uint32_t)slot[5] << 8;
            return script < rules->script_count ? script : PX_NONE;
        }
        if (found == 0)
            return PX_NONE;
        at = (at + 1) & rules->mask;
    }
    return PX_NONE;
}

static uint32_t choose(const struct px_lemma_rules *rules, struct px_slice fold, uint32_t tag)
{
    size_t ends[PX_LEMMA_ENDS + 1];
    size_t count = px_lemma_ends(fold, ends);
    uint32_t script = find_rule(rules, px_lemma_digest(tag, fold, true));
    while (script == PX_NONE && count-- > 0)
        script = find_rule(rules, px_lemma_digest(tag, px_slice_part(fold, ends[count], fold.size), false));
    return script;
}

/* How many bytes the script cuts: all of a character whose first byte would be left alone. */
static size_t size_of_cut(const struct px_script *script, struct px_slice base)
{
    size_t cut = script->cut == PX_SCRIPT_ALL || script->cut > base.size ? base.size : script->cut;
    bool completed = script->append.size > 0 && ((unsigned char)script->append.data[0] & 0xC0) == 0x80;
    while (cut > 0 && cut < base.size && !completed && ((unsigned char)base.data[base.size - cut] & 0xC0) == 0x80)
        cut++;
    return cut;
}

struct px_slice px_lemma_find(const struct px_lemma_rules *rules, struct px_slice form, uint32_t tag,
                              struct px_buffer *folded, struct px_arena *arena)
{
    px_buffer_clear(folded);
    px_text_fold(form, folded);
    uint32_t chosen = folded->failed || rules->slots == NULL ? PX_NONE : choose(rules, px_buffer_slice(folded), tag);
    struct px_script script = {.fold = true};
    if (chosen != PX_NONE)
        script = rules->scripts[chosen];
    struct px_slice base = script.fold && !folded->failed ? px_buffer_slice(folded) : form;
    size_t cut = size_of_cut(&script, base);
    if (base.size - cut + script.append.size == 0)
        return px_arena_copy(arena, form);
    char *lemma = px_arena_array(arena, char, base.size - cut + script.append.size + 1);
    if (lemma == NULL)
        return (struct px_slice){0};
    if (base.size > cut)
        memcpy(lemma, base.data, base.size - cut);
    if (script.append.size > 0)
        memcpy(lemma + base.size - cut, script.append.data, script.append.size);
    return (struct px_slice){lemma, base.size - cut + script.append.size};
}
