/* Labels: the words and names that tell a section from the rest of the article.
 *
 *     weight = f · ln((N + 1) / (n + 1/2)) · f / F
 *
 * where f and F count the word in the section and in the article, and n of N documents of the background hold it. */
#include <math.h>
#include <stdlib.h>

#include "annotate/section_draft.h"

enum { LABEL_LIMIT = 4, NAME_LIMIT = 2, LETTERS_LEAST = 4, TOPIC_HITS = 2 };

/* A word or name that could stand in a label. */
struct candidate {
    struct px_slice text;
    double weight;
    uint32_t word; /* of a word: its number */
};

struct labeller {
    struct px_annotation *annotation;
    const struct px_section_words *words;
    uint8_t *unfit;    /* by token: part of a name, or a word that tells no topic */
    uint32_t *totals;  /* by word: F */
    uint32_t *counts;  /* by word: f of the current section */
    uint32_t *firsts;  /* by word: the token of its first fit occurrence in the section + 1 */
    uint32_t *names;   /* by entity: f of the current section */
    uint32_t *mention; /* by entity: F */
    double documents;
    double fewest;
    double rarest; /* the weight of a word that the background does not hold */
};

static int compare_entry(const void *key, const void *entry)
{
    return px_slice_compare(*(const struct px_slice *)key, ((const struct px_entry *)entry)->text);
}

static double background_weight(const struct labeller *l, struct px_slice stem)
{
    const struct px_lexicon *list = px_resources_lexicon(l->annotation->resources, PX_LEXICON_FREQUENCIES);
    const struct px_entry *entry = list->entries.count == 0 ? NULL
                                                            : bsearch(&stem, list->entries.items, list->entries.count,
                                                                      sizeof *list->entries.items, compare_entry);
    double held = entry == NULL ? l->fewest / 2 : entry->weight;
    return log((l->documents + 1) / (held + 0.5));
}

static void read_background(struct labeller *l)
{
    const struct px_lexicon *list = px_resources_lexicon(l->annotation->resources, PX_LEXICON_FREQUENCIES);
    if (!px_slice_number(px_lexicon_metadata(list, "documents"), &l->documents) ||
        !px_slice_number(px_lexicon_metadata(list, "fewest"), &l->fewest)) {
        l->documents = 1000;
        l->fewest = 20;
    }
    l->rarest = log((l->documents + 1) / (l->fewest / 2 + 0.5));
}

/* Words that no label should show: parts of names, function and reporting words, short ones and numbers. */
static void mark_unfit(struct labeller *l)
{
    const struct px_article *article = l->annotation->article;
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_form *form =
            px_vocabulary_form(l->annotation->worker->vocabulary, article->tokens.items[t].form);
        l->unfit[t] = l->annotation->classes[t] != 0 || form->shape != PX_SHAPE_LOWER ||
                      form->text.size < LETTERS_LEAST || form->digits;
    }
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *m = &article->mentions.items[i];
        for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++)
            l->unfit[t] = 1;
    }
    for (size_t i = 0; i < article->hits.count; i++)
        if (article->hits.items[i].lexicon == PX_LEXICON_CUES || article->hits.items[i].lexicon == PX_LEXICON_DEGREE)
            l->unfit[article->hits.items[i].first_token] = 1;
}

static bool prepare(struct labeller *l)
{
    const struct px_article *article = l->annotation->article;
    struct px_arena *arena = &l->annotation->worker->scratch;
    l->unfit = px_arena_array(arena, uint8_t, article->tokens.count);
    l->totals = px_arena_array(arena, uint32_t, l->words->count);
    l->counts = px_arena_array(arena, uint32_t, l->words->count);
    l->firsts = px_arena_array(arena, uint32_t, l->words->count);
    l->names = px_arena_array(arena, uint32_t, article->entities.count);
    l->mention = px_arena_array(arena, uint32_t, article->entities.count);
    if (l->unfit == NULL || l->totals == NULL || l->counts == NULL || l->firsts == NULL || l->names == NULL ||
        l->mention == NULL)
        return false;
    mark_unfit(l);
    read_background(l);
    for (uint32_t i = 0; i < l->words->starts[article->blocks.count]; i++)
        l->totals[l->words->words[i]]++;
    for (size_t i = 0; i < article->mentions.count; i++)
        l->mention[article->mentions.items[i].entity]++;
    return true;
}

/* Keeps the candidate if it is among the heaviest; the earlier one wins a tie. */
static void offer(struct candidate *best, size_t *count, size_t limit, struct candidate candidate)
{
    size_t at = *count;
    while (at > 0 && best[at - 1].weight < candidate.weight)
        at--;
    if (at == limit)
        return;
    size_t last = *count < limit ? (*count)++ : limit - 1;
    for (; last > at; last--)
        best[last] = best[last - 1];
    best[at] = candidate;
}

static double weigh(uint32_t here, uint32_t everywhere, double rarity)
{
    return (double)here * rarity * ((double)here / (double)everywhere);
}

/* The spelling that most of the word's occurrences in the section share (Boyer & Moore's vote). */
static struct px_slice find_spelling(const struct labeller *l, uint32_t word, uint32_t first, uint32_t end)
{
    const struct px_token *tokens = l->annotation->article->tokens.items;
    uint32_t form = PX_NONE;
    uint32_t votes = 0;
    for (uint32_t t = first; t < end; t++) {
        if (l->words->of[t] != word || l->unfit[t])
            continue;
        if (votes == 0)
            form = tokens[t].form;
        votes += tokens[t].form == form ? 1 : (uint32_t)-1;
    }
    return px_vocabulary_form(l->annotation->worker->vocabulary, form == PX_NONE ? tokens[first].form : form)
        ->fold_text;
}

static size_t find_words(struct labeller *l, uint32_t first, uint32_t end, struct candidate *best)
{
    const struct px_article *article = l->annotation->article;
    const struct px_vocabulary *vocabulary = l->annotation->worker->vocabulary;
    size_t count = 0;
    for (uint32_t t = first; t < end; t++) {
        uint32_t word = l->words->of[t];
        if (word == PX_NONE)
            continue;
        l->counts[word]++;
        if (!l->unfit[t] && l->firsts[word] == 0)
            l->firsts[word] = t + 1;
    }
    for (uint32_t t = first; t < end; t++) {
        uint32_t word = l->words->of[t];
        if (word == PX_NONE || l->firsts[word] != t + 1)
            continue;
        double most = weigh(l->counts[word], l->totals[word], l->rarest);
        if (count == LABEL_LIMIT && most <= best[LABEL_LIMIT - 1].weight)
            continue;
        uint32_t stem = px_vocabulary_form(vocabulary, article->tokens.items[t].form)->stem;
        double rarity = background_weight(l, px_vocabulary_stem_text(vocabulary, stem));
        offer(best, &count, LABEL_LIMIT,
              (struct candidate){.weight = weigh(l->counts[word], l->totals[word], rarity), .word = word});
    }
    for (size_t i = 0; i < count; i++)
        best[i].text = find_spelling(l, best[i].word, first, end);
    for (uint32_t t = first; t < end; t++) {
        if (l->words->of[t] == PX_NONE)
            continue;
        l->counts[l->words->of[t]] = 0;
        l->firsts[l->words->of[t]] = 0;
    }
    return count;
}

/* `*mention` is the first mention of the section, and is moved behind its last. */
static size_t find_names(struct labeller *l, size_t *mention, uint32_t end, struct candidate *best)
{
    const struct px_article *article = l->annotation->article;
    size_t first = *mention;
    size_t count = 0;
    for (; *mention < article->mentions.count && article->mentions.items[*mention].first_token < end; (*mention)++)
        l->names[article->mentions.items[*mention].entity]++;
    for (size_t i = first; i < *mention; i++) {
        uint32_t id = article->mentions.items[i].entity;
        const struct px_entity *entity = &article->entities.items[id];
        if (l->names[id] > 0 && entity->kind != PX_ENTITY_GROUP)
            offer(best, &count, NAME_LIMIT,
                  (struct candidate){.text = entity->name, .weight = weigh(l->names[id], l->mention[id], l->rarest)});
        l->names[id] = 0;
    }
    return count;
}

/* The user's topic with most hits among tokens [first, end); of several the first in byte order; empty when there is
 * none. `*hit` is moved behind the last. O(hits²) of the section, which are few. */
static struct px_slice find_topic(const struct labeller *l, uint32_t first, uint32_t end, size_t *hit)
{
    const struct px_hits *hits = &l->annotation->article->hits;
    size_t topics = px_resources_topics(l->annotation->resources), most = 0;
    struct px_slice best = {0};
    while (*hit < hits->count && hits->items[*hit].first_token < first)
        ++*hit;
    size_t from = *hit;
    while (*hit < hits->count && hits->items[*hit].first_token < end)
        ++*hit;
    for (size_t i = from; topics != PX_NO_TOPICS && i < *hit; i++) {
        if (hits->items[i].lexicon != topics)
            continue;
        struct px_slice category = px_resources_entry(l->annotation->resources, &hits->items[i])->category;
        size_t count = 0;
        for (size_t j = from; j < *hit; j++)
            count += hits->items[j].lexicon == topics &&
                     px_slice_equal(px_resources_entry(l->annotation->resources, &hits->items[j])->category, category);
        if (count > most || (count == most && px_slice_compare(category, best) < 0)) {
            most = count;
            best = category;
        }
    }
    return most >= TOPIC_HITS ? best : (struct px_slice){0};
}

static bool label_section(struct labeller *l, struct px_section *section, size_t *mention, size_t *hit)
{
    struct px_article *article = l->annotation->article;
    struct candidate words[LABEL_LIMIT];
    struct candidate names[NAME_LIMIT];
    struct candidate best[LABEL_LIMIT];
    size_t count = 0;
    uint32_t first = 0;
    uint32_t end = 0;
    for (uint32_t b = section->first_block; b < section->first_block + section->block_count; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (block->sentence_count == 0)
            continue;
        const struct px_sentence *last = &article->sentences.items[block->first_sentence + block->sentence_count - 1];
        first = end == 0 ? article->sentences.items[block->first_sentence].first_token : first;
        end = last->first_token + last->token_count;
    }
    size_t word_count = find_words(l, first, end, words);
    size_t name_count = find_names(l, mention, end, names);
    for (size_t i = 0; i < name_count; i++)
        offer(best, &count, LABEL_LIMIT, names[i]);
    for (size_t i = 0; i < word_count; i++)
        offer(best, &count, LABEL_LIMIT, words[i]);
    struct px_slice topic = find_topic(l, first, end, hit);
    if (topic.size > 0) {
        best[0].text = topic;
        count = 1;
    }
    section->label = px_arena_array(&article->arena, struct px_slice, count);
    if (section->label == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        section->label[i] = px_arena_copy(&article->arena, best[i].text);
        if (section->label[i].data == NULL)
            return false;
    }
    section->label_count = count;
    return true;
}

bool px_section_label(struct px_annotation *annotation, const struct px_section_words *words)
{
    struct labeller labeller = {.annotation = annotation, .words = words};
    size_t mention = 0;
    size_t hit = 0;
    if (!prepare(&labeller))
        return false;
    for (size_t i = 0; i < annotation->article->sections.count; i++)
        if (!label_section(&labeller, &annotation->article->sections.items[i], &mention, &hit))
            return false;
    return true;
}
