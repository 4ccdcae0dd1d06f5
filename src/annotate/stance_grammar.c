/* Grammar's features of a mention: what it hangs on, what hangs on that and on itself, and the ways to judging
 * words. */
#include <math.h>

#include "annotate/stance_features.h"
#include "reading/parse.h"

enum { STEPS = 4, PATH_BYTES = 96 };

static const struct px_stance_text none;

struct site {
    const struct px_stance_view *view;
    const struct px_stance_sink *sink;
    const struct px_tree *tree;
    uint32_t sentence;
    uint32_t head;       /* of the mention */
    uint32_t first, end; /* its tokens */
};

static struct px_stance_text relation_of(const struct site *site, uint32_t word)
{
    return px_stance_text(px_syntax_relation(site->tree->syntax, site->tree->words[word].relation));
}

static struct px_stance_text lemma_of(const struct site *site, uint32_t word)
{
    return px_stance_text(site->tree->words[word].lemma);
}

static uint32_t token_of(const struct site *site, uint32_t word)
{
    return px_parse_token(site->view->scene->annotation, site->sentence, word);
}

static double value_of(const struct site *site, uint32_t word)
{
    return (double)site->view->values[token_of(site, word)];
}

static const char *sign_of(double value)
{
    return value > 0 ? "+" : "-";
}

static bool is_denied(const struct site *site, uint32_t word)
{
    return site->view->scene->negation[token_of(site, word)] < 1;
}

static void give_governor(const struct site *site, const char *code, struct px_stance_text role, uint32_t word)
{
    double value = value_of(site, word);
    uint32_t token = token_of(site, word);
    px_stance_give(site->sink, px_stance_coded(PX_STANCE_GOVERNOR, code, role, lemma_of(site, word)), 1, token);
    if (value != 0) {
        char signs[3] = {code[0] == '\0' ? 'g' : code[0], *sign_of(value), '\0'};
        px_stance_give(site->sink, px_stance_coded(PX_STANCE_GOVERNED, signs, role, none), 1, token);
    }
}

/* What else the governor has: objects, complements, a predicate's copula … and their signs. */
static void give_dependents(const struct site *site, struct px_stance_text role, uint32_t governor)
{
    const unsigned kinds = PX_ARC_OBJECT | PX_ARC_OPEN | PX_ARC_CLAUSE | PX_ARC_OBLIQUE | PX_ARC_SUBJECT |
                           PX_ARC_ADVERB | PX_ARC_CONJUNCT | PX_ARC_MODIFIER | PX_ARC_NOMINAL;
    uint32_t word = px_tree_dependent(site->tree, governor, kinds);
    for (; word != PX_NONE; word = px_tree_next(site->tree, word, kinds)) {
        if (word == site->head)
            continue;
        double value = value_of(site, word);
        uint32_t token = token_of(site, word);
        struct px_stance_text relation = relation_of(site, word);
        px_stance_give(site->sink, px_stance_coded(PX_STANCE_DEPENDENT, "", relation, lemma_of(site, word)), 1, token);
        if (value != 0)
            px_stance_give(site->sink, px_stance_coded(PX_STANCE_JUDGED, sign_of(value), role, relation), 1, token);
    }
}

static void give_below(const struct site *site)
{
    for (uint32_t word = site->tree->first_child[site->head]; word != PX_NONE; word = site->tree->next_child[word]) {
        uint32_t token = token_of(site, word);
        double value = value_of(site, word);
        struct px_stance_text relation = relation_of(site, word);
        if (token >= site->first && token < site->end)
            continue;
        px_stance_give(site->sink, px_stance_coded(PX_STANCE_BELOW, "", relation, lemma_of(site, word)), 1, token);
        if (value != 0)
            px_stance_give(site->sink, px_stance_coded(PX_STANCE_BELOW_SIGN, sign_of(value), relation, none), 1, token);
    }
}

/* The connotation of the verb for whoever stands where the mention does. */
static void give_connotation(const struct site *site, uint32_t word, uint32_t verb)
{
    enum px_verb_role role = px_stance_verb_role(site->view->scene->annotation, site->sentence, word, verb);
    uint32_t token = token_of(site, verb);
    const struct px_connotation *of_verb = &site->view->scene->connotations[token];
    double value = role == PX_VERB_SUBJECT  ? (double)of_verb->subject
                   : role == PX_VERB_OBJECT ? (double)of_verb->object
                                            : 0;
    value *= is_denied(site, verb) ? -.5 : 1;
    char code[3] = {role == PX_VERB_SUBJECT ? 's' : 'o', value > 0 ? '+' : '-', '\0'};
    if (value != 0)
        px_stance_give(site->sink, px_stance_coded(PX_STANCE_CONNOTATION, code, none, none), 3 * fabs(value), token);
}

/* Words from `word` up to the root, at most STEPS. */
static size_t climb(const struct px_tree *tree, uint32_t word, uint32_t way[STEPS])
{
    size_t count = 0;
    for (; count < STEPS && word < tree->count; word = tree->words[word].head)
        way[count++] = word;
    return count;
}

static bool add_step(char *path, size_t *size, char mark, struct px_slice relation)
{
    if (*size + 1 + relation.size > PATH_BYTES)
        return false;
    path[(*size)++] = mark;
    memcpy(path + *size, relation.data, relation.size);
    *size += relation.size;
    return true;
}

/* "^nsubj/obj": up by the first, down by the second; false when they lie too far apart. */
static bool write_path(const struct site *site, uint32_t word, char *path, size_t *size)
{
    uint32_t up[STEPS], down[STEPS];
    size_t ups = climb(site->tree, site->head, up), downs = climb(site->tree, word, down);
    *size = 0;
    for (size_t i = 0; i < ups; i++)
        for (size_t k = 0; k < downs && i + k <= STEPS; k++) {
            if (up[i] != down[k])
                continue;
            bool fine = true;
            for (size_t a = 0; a < i && fine; a++)
                fine = add_step(path, size, '^', relation_of(site, up[a]).text);
            for (size_t b = k; b-- > 0 && fine;)
                fine = add_step(path, size, '/', relation_of(site, down[b]).text);
            return fine;
        }
    return false;
}

static void give_paths(const struct site *site)
{
    char path[PATH_BYTES];
    size_t size;
    for (uint32_t word = 0; word < site->tree->count; word++) {
        uint32_t token = token_of(site, word);
        double value = (double)site->view->values[token];
        bool inside = token >= site->first && token < site->end;
        if (value == 0 || inside || !write_path(site, word, path, &size))
            continue;
        px_stance_give(
            site->sink,
            px_stance_coded(PX_STANCE_PATH, sign_of(value), px_stance_text((struct px_slice){path, size}), none), 1,
            token);
    }
}

void px_stance_grammar_features(const struct px_stance_view *view, uint32_t first, uint32_t end,
                                const struct px_stance_sink *sink)
{
    const struct px_annotation *annotation = view->scene->annotation;
    struct site site = {
        .view = view,
        .sink = sink,
        .tree = px_parse_tree(annotation, first),
        .sentence = annotation->article->tokens.items[first].sentence,
        .head = px_parse_head(annotation, first, end),
        .first = first,
        .end = end,
    };
    uint32_t word = px_tree_first_conjunct(site.tree, site.head);
    uint32_t governor = site.tree->words[word].head;
    struct px_stance_text role = relation_of(&site, word);
    px_stance_give(sink, px_stance_coded(PX_STANCE_ROLE, "", role, none), 1, PX_NONE);
    give_below(&site);
    give_paths(&site);
    if (governor >= site.tree->count)
        return;
    give_governor(&site, "", role, governor);
    give_connotation(&site, word, governor);
    give_dependents(&site, role, governor);
    uint32_t above = site.tree->words[governor].head;
    if (above < site.tree->count) { /* of a possessed noun, of what the mention is made to do */
        struct px_stance_text chain = relation_of(&site, governor);
        give_governor(&site, "2", chain, above);
        give_connotation(&site, governor, above);
    }
    for (uint32_t next = px_tree_dependent(site.tree, governor, PX_ARC_CONJUNCT | PX_ARC_OPEN); next != PX_NONE;
         next = px_tree_next(site.tree, next, PX_ARC_CONJUNCT | PX_ARC_OPEN))
        if (px_tree_subject(site.tree, next) == word) {
            give_governor(&site, "n", role, next);
            give_connotation(&site, word, next);
        }
}
