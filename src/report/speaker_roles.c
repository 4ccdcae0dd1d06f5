/* By what descriptions the articles introduce a speaker, as a row of the table tells it. */
#include "report/speaker_roles.h"
#include "report/said_parts.h"

#include "text/utf8.h"

enum { LONGEST_ROLE = 110 };

/* The next word of a role, "N.A.A.C.P." as one, with its end in `at`; empty at the end of the role. */
static struct px_slice next_word(struct px_slice role, size_t *at)
{
    size_t start = *at, next = start;
    while (next < role.size && !px_utf8_is_letter(px_utf8_next(role, &next)))
        start = next;
    for (*at = start; (next = *at) < role.size; *at = next)
        if (role.data[next] == '.')
            next++;
        else if (!px_utf8_is_letter(px_utf8_next(role, &next)))
            break;
    return px_slice_part(role, start, *at);
}

/* Are the words the same, whatever their case and dots? */
static bool is_same_word(struct px_slice left, struct px_slice right)
{
    size_t a = 0, b = 0;
    while (a < left.size || b < right.size) {
        if (a < left.size && left.data[a] == '.')
            a++;
        else if (b < right.size && right.data[b] == '.')
            b++;
        else if (a == left.size || b == right.size || (left.data[a++] | 0x20) != (right.data[b++] | 0x20))
            return false;
    }
    return true;
}

static bool holds_word(struct px_slice role, struct px_slice word)
{
    struct px_slice other;
    for (size_t at = 0; (other = next_word(role, &at)).size > 0;)
        if (is_same_word(other, word))
            return true;
    return false;
}

/* Is most of what one role says in the other, in whatever order: "League president", "president of the League"? Short
 * words say nothing. */
static bool says_the_same(struct px_slice role, struct px_slice other)
{
    enum { SHORT = 3 };
    size_t said = 0, shared = 0;
    struct px_slice shorter = role.size < other.size ? role : other, longer = role.size < other.size ? other : role;
    struct px_slice word;
    for (size_t at = 0; (word = next_word(shorter, &at)).size > 0;) {
        said += word.size > SHORT;
        shared += word.size > SHORT && holds_word(longer, word);
    }
    return 2 * shared > said;
}

/* The role by which the article introduces the speaker; empty where it does not, or by a single word, "adviser", which
 * beside another description would be one of somebody else. */
static struct px_slice role_in(const struct px_comparison *comparison, const struct px_source *source, size_t article)
{
    uint32_t entity = comparison->referents.items[source->referent].entity[article];
    struct px_slice role =
        entity == PX_NONE ? (struct px_slice){0} : comparison->articles[article]->entities.items[entity].role;
    return px_said_is_single_word(role) ? (struct px_slice){0} : role;
}

static bool is_letter_at(struct px_slice text, size_t at)
{
    return at < text.size && px_utf8_is_letter((unsigned char)text.data[at]);
}

/* Do the bytes of the text from `first` to before `end` hold the words, with no letter at their ends? */
static bool holds_words(struct px_slice text, size_t first, size_t end, struct px_slice words)
{
    struct px_slice part = {text.data + first, (end < text.size ? end : text.size) - first};
    for (size_t at = 0; (at = px_slice_find(part, words, at)) != SIZE_MAX; at++)
        if ((first + at == 0 || !is_letter_at(text, first + at - 1)) && !is_letter_at(text, first + at + words.size))
            return true;
    return false;
}

/* Does the article have the role, word for word, in what stands for the entity, or right beside it? */
static bool has_beside(const struct px_article *article, uint32_t entity, struct px_slice role)
{
    enum { GAP = 3 }; /* ", a " without its end */
    size_t near = role.size + GAP;
    bool beside = false;
    for (size_t m = 0; !beside && m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        size_t first = mention->start > near ? mention->start - near : 0;
        beside = mention->entity == entity && holds_words(article->text, first, mention->end + near, role);
    }
    return beside;
}

/* Does the word begin what a noun is of, "governor *of*": is it short, and neither "HBC" nor the "s" of "Halden's"? */
static bool is_joint(struct px_slice word)
{
    enum { LONGEST = 3 };
    return word.size > 1 && word.size <= LONGEST && word.data[0] >= 'a' && word.data[0] <= 'z';
}

/* The noun that a role is made of: the last long word before such a one, "former *governor* of Arkansas". */
static struct px_slice head_of(struct px_slice role)
{
    enum { SHORT = 3 };
    struct px_slice head = {0}, word;
    for (size_t at = 0; (word = next_word(role, &at)).size > 0;) {
        if (is_joint(word) && head.size > 0)
            break;
        head = word.size > SHORT ? word : head;
    }
    return head;
}

/* Has the sentence the role's noun and half of its words, "a minister who became *Arkansas governor*"? */
static bool holds_role(struct px_slice sentence, struct px_slice role)
{
    enum { SHORT = 3 };
    size_t said = 0, told = 0;
    struct px_slice word, head = head_of(role);
    for (size_t at = 0; (word = next_word(role, &at)).size > 0;) {
        said += word.size > SHORT;
        told += word.size > SHORT && holds_word(sentence, word);
    }
    return head.size > 0 && holds_word(sentence, head) && told > 1 && 2 * told >= said;
}

/* Is another person named in the sentence? */
static bool names_another(const struct px_article *article, const struct px_sentence *sentence, uint32_t entity)
{
    for (size_t m = px_vector_from(&article->mentions, start, sentence->start);
         m < article->mentions.count && article->mentions.items[m].start < sentence->end; m++)
        if (article->mentions.items[m].entity != entity &&
            article->entities.items[article->mentions.items[m].entity].kind == PX_ENTITY_PERSON)
            return true;
    return false;
}

/* Does a sentence of the article that tells of the entity, and of nobody else, tell the role, too? */
static bool tells_role(const struct px_article *article, uint32_t entity, struct px_slice role)
{
    for (size_t m = 0; m < article->mentions.count; m++) {
        if (article->mentions.items[m].entity != entity)
            continue;
        uint32_t at = px_article_sentence_at(article, article->mentions.items[m].start);
        const struct px_sentence *sentence = at == PX_NONE ? NULL : &article->sentences.items[at];
        if (sentence != NULL && holds_role(px_slice_part(article->text, sentence->start, sentence->end), role) &&
            !names_another(article, sentence, entity))
            return true;
    }
    return false;
}

/* Does the article introduce the speaker by the role, or have it elsewhere for him? */
static bool has_role(const struct px_comparison *comparison, const struct px_source *source, size_t article,
                     struct px_slice role)
{
    uint32_t entity = comparison->referents.items[source->referent].entity[article];
    return entity != PX_NONE && (says_the_same(role, role_in(comparison, source, article)) ||
                                 has_beside(comparison->articles[article], entity, role) ||
                                 tells_role(comparison->articles[article], entity, role));
}

/* Does the article introduce him by one word that is none of the role's: "an aide"? A title is his wherever he is named. */
static bool has_other_word(const struct px_comparison *comparison, const struct px_source *source, size_t article,
                           struct px_slice role)
{
    uint32_t entity = comparison->referents.items[source->referent].entity[article];
    if (entity == PX_NONE)
        return false;
    struct px_slice word = comparison->articles[article]->entities.items[entity].role;
    return word.size > 0 && px_said_is_single_word(word) && !holds_word(role, word); /* a title has a capital */
}

/* Do all articles that tell who the speaker is have the role? `heard`: those alone that let him speak. */
static bool all_have_role(const struct px_comparison *comparison, const struct px_source *source, struct px_slice role,
                          bool heard)
{
    bool all = true;
    for (size_t a = 0; all && a < comparison->article_count; a++) {
        bool silent = role_in(comparison, source, a).size == 0 && !has_other_word(comparison, source, a, role);
        all = (heard && source->statements[a] == 0) || silent || has_role(comparison, source, a, role);
    }
    return all;
}

/* The role that stands for all articles: the one that all have, or, where none has one of its own but for a title, the
 * source's; empty where they introduce him by descriptions of their own. A title, with its capital, is his wherever he
 * is named. */
static struct px_slice common_role(const struct px_comparison *comparison, const struct px_source *source)
{
    if (source->referent == PX_NONE || source->role.data[0] < 'a' || source->role.data[0] > 'z' ||
        all_have_role(comparison, source, source->role, true))
        return source->role;
    for (size_t a = 0; a < comparison->article_count; a++) {
        struct px_slice role = role_in(comparison, source, a);
        if (role.size > 0 && all_have_role(comparison, source, role, false))
            return role;
    }
    return (struct px_slice){0};
}

void px_page_roles(struct px_page *page, const struct px_source *source)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_slice common = common_role(comparison, source);
    if (common.size > 0) {
        px_buffer_string(page->out, ", ");
        px_page_excerpt(page, common, LONGEST_ROLE);
        return;
    }
    for (size_t a = 0; a < comparison->article_count; a++) {
        struct px_slice role = role_in(comparison, source, a);
        bool told = role.size == 0;
        for (size_t b = 0; !told && b < a; b++)
            told = says_the_same(role, role_in(comparison, source, b));
        if (told)
            continue;
        px_buffer_string(page->out, ", ");
        px_page_excerpt(page, role, LONGEST_ROLE);
        for (size_t b = 0, shown = 0; b < comparison->article_count; b++)
            if (has_role(comparison, source, b, role))
                px_buffer_printf(page->out, "%s%c", shown++ == 0 ? " (" : ", ", px_comparison_letter(b));
        px_buffer_byte(page->out, ')');
    }
}
