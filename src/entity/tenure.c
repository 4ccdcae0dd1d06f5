#include "entity/tenure.h"

#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

enum { WORDS_BEFORE = 4, WORDS_BEHIND = 10, WORDS_BETWEEN = 5, YEAR_SIZE = 4 };

static const struct px_slice former = PX_SLICE_STATIC("name.former"), since = PX_SLICE_STATIC("name.since"),
                             until = PX_SLICE_STATIC("name.until");

/* Is the token one of the sentence at `of`, and no mark? */
static bool goes_on(const struct px_annotation *annotation, uint32_t of, uint32_t token)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    return token < tokens->count && tokens->items[token].sentence == tokens->items[of].sentence &&
           tokens->items[token].kind != PX_TOKEN_PUNCTUATION;
}

bool px_tenure_is_deed(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    return word != PX_NONE && px_tree_has_xpos(tree, word, "VBD");
}

/* Does the sentence begin with a word such as "former", right before the token? The roles behind it are one person's. */
static bool begins_former(const struct px_annotation *annotation, uint32_t token)
{
    return token > 0 && (annotation->article->tokens.items[token - 1].flags & PX_TOKEN_SENTENCE_START) != 0 &&
           px_party_is_listed(annotation, token - 1, PX_LEXICON_NAMES, former);
}

/* Where the role begins that "and" joins to the one at `first`, of the same person: "*federal prosecutor* and mayor Ann Hask";
 * else PX_NONE. A capital begins the title of somebody else, "the former prosecutor and Mayor Hask", but not where no article
 * stands before: "Former prosecutor and Mayor Hask". */
static uint32_t joined_role(const struct px_annotation *annotation, uint32_t first, uint32_t joint)
{
    enum { WORDS_MOST = 3 };
    const struct px_article *article = annotation->article;
    if ((annotation->classes[joint] & PX_CLASS_COORDINATOR) == 0)
        return PX_NONE;
    bool capital = px_slice_is_capital(article->text, article->tokens.items[first].start);
    const struct px_hits *hits = &article->hits;
    for (size_t h = px_hits_from(hits, joint > WORDS_MOST ? joint - WORDS_MOST : 0);
         h < hits->count && hits->items[h].first_token < joint; h++)
        if (hits->items[h].lexicon == PX_LEXICON_ROLES &&
            hits->items[h].first_token + hits->items[h].token_count == joint &&
            (!capital || begins_former(annotation, hits->items[h].first_token)))
            return hits->items[h].first_token;
    return PX_NONE;
}

/* The first token of a word such as "former" that belongs to the role, or PX_NONE. Another role, or a word that begins
 * a phrase, stands between two roles: "the former mayor met the governor". */
static uint32_t find_former(const struct px_annotation *annotation, uint32_t first)
{
    const uint32_t other = PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_ARTICLE | PX_CLASS_AUXILIARY;
    uint32_t least = first > WORDS_BEFORE ? first - WORDS_BEFORE : 0;
    for (uint32_t t = first; t-- > least && goes_on(annotation, first, t);) {
        uint32_t joined = joined_role(annotation, first, t);
        if (joined != PX_NONE) {
            least = joined > WORDS_BEFORE ? joined - WORDS_BEFORE : 0;
            t = joined;
            continue;
        }
        if (px_party_is_listed(annotation, t, PX_LEXICON_NAMES, former))
            return px_tenure_is_deed(annotation, t) ? PX_NONE : t;
        if ((annotation->classes[t] & other) != 0 || px_party_is_listed(annotation, t, PX_LEXICON_ROLES, PX_SLICE("")))
            break;
    }
    return PX_NONE;
}

/* Is it a year, of the day on which the article appeared at the latest? */
static bool is_past_year(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    const struct px_token *it = &article->tokens.items[token];
    struct px_slice text = px_slice_part(article->text, it->start, it->end);
    if (it->kind != PX_TOKEN_NUMBER || text.size != YEAR_SIZE || (text.data[0] != '1' && text.data[0] != '2'))
        return false;
    for (size_t i = 0; i < YEAR_SIZE; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return article->published.size < YEAR_SIZE ||
           px_slice_compare(text, px_slice_part(article->published, 0, YEAR_SIZE)) <= 0;
}

/* Behind the years [from) on that a word such as "from" (two of them) or "until" (one) begins; PX_NONE: there are
 * none. */
static uint32_t read_years(const struct px_annotation *annotation, uint32_t from, int years)
{
    for (uint32_t t = from + 1; t <= from + WORDS_BETWEEN && goes_on(annotation, from, t); t++)
        if (is_past_year(annotation, t) && --years == 0)
            return t + 1;
    return PX_NONE;
}

struct px_tenure px_tenure_read(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    struct px_tenure tenure = {.first = first, .end = end};
    uint32_t before = find_former(annotation, first);
    if (before != PX_NONE) {
        tenure.over = true;
        tenure.first = before;
        return tenure;
    }
    for (uint32_t t = end; t < end + WORDS_BEHIND && goes_on(annotation, first, t); t++) {
        bool from = px_party_is_listed(annotation, t, PX_LEXICON_NAMES, since),
             to = px_party_is_listed(annotation, t, PX_LEXICON_NAMES, until);
        uint32_t behind = from || to ? read_years(annotation, t, from ? 2 : 1) : PX_NONE;
        if (behind == PX_NONE)
            continue;
        tenure.over = true;
        tenure.end = behind;
        break;
    }
    return tenure;
}

int px_tenure_actor(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, hit->lexicon);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    int actor = px_actor_find(px_lexicon_cell(lexicon, entry, px_lexicon_column(lexicon, "actor")));
    bool over = actor == PX_ACTOR_STATE &&
                px_tenure_read(annotation, hit->first_token, hit->first_token + hit->token_count).over;
    return over ? PX_ACTOR_OTHER : actor;
}
