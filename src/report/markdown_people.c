/* Who speaks, how much, and of what kind. */
#include "report/page_statements.h"
#include "report/said_parts.h"

#include "text/utf8.h"

enum { MOST_SOURCES = 30, LONGEST_ROLE = 110, MOST_CITED = 2 };

/* Of a source without a statement that counts. "–" is said only of one whom the article does not let speak under another
 * name or description, either: "Halden's lawyer" may be the Ann Hask of the other article. */
static void empty_cell(struct px_page *page, const struct px_source *source, size_t article)
{
    px_buffer_string(page->out, source->traces[article] > 0 ? " less sure |"
                                : source->absent[article]   ? " – |"
                                                            : " ? |");
}

/* "3; 40 words; say 2, warn 1", or that there is nothing. */
static void count_cell(struct px_page *page, uint32_t statements, uint32_t words, struct px_slice cues)
{
    if (statements == 0) {
        px_buffer_string(page->out, " – |");
        return;
    }
    px_buffer_printf(page->out, " %u", statements);
    if (words > 0) /* what somebody denies are not his words */
        px_buffer_printf(page->out, "; %u word%s", words, words == 1 ? "" : "s");
    px_buffer_string(page->out, cues.size > 0 ? "; " : "");
    px_page_text(page, cues);
    px_buffer_string(page->out, " |");
}

static void source_cells(struct px_page *page, const struct px_source *source)
{
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        if (source->statements[i] == 0) {
            empty_cell(page, source, i);
            continue;
        }
        count_cell(page, source->statements[i], source->words[i], source->cues[i]);
    }
}

/* Whom the speaker acts for, where that is right often enough to be printed: of the government (a state may be one of a
 * federation), parties and firms, and of others where a body's name, a title or a noun tells so; NULL where none does: the
 * JSON has it. A document acts for nobody, a medium for itself. */
static const char *actor_words(const struct px_source *source)
{
    if (source->kind == PX_SPEAKER_DOCUMENT || source->kind == PX_SPEAKER_MEDIA)
        return NULL;
    switch (source->actor) {
    case PX_ACTOR_STATE: return "government";
    case PX_ACTOR_PARTY: return "politics";
    case PX_ACTOR_BUSINESS: return px_actor_name(source->actor);
    case PX_ACTOR_COURT: return source->known_part ? "justice" : NULL; /* prosecutors, too */
    case PX_ACTOR_CIVIL_SOCIETY:
    case PX_ACTOR_EXPERT:
    case PX_ACTOR_MILITARY:
    case PX_ACTOR_MEDIA: return source->known_part ? px_actor_name(source->actor) : NULL;
    default: return NULL;
    }
}

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

/* Does the article introduce the speaker by the role, or have it at least for whom it speaks of? */
static bool has_role(const struct px_comparison *comparison, const struct px_source *source, size_t article,
                     struct px_slice role)
{
    return comparison->referents.items[source->referent].entity[article] != PX_NONE &&
           (says_the_same(role, role_in(comparison, source, article)) ||
            (px_slice_find(role, PX_SLICE(" "), 0) != SIZE_MAX && /* "adviser" may be anybody's */
             px_slice_find(comparison->articles[article]->text, role, 0) != SIZE_MAX));
}

/* Do all articles that tell who the speaker is have the role? `heard`: those alone that let him speak. */
static bool all_have_role(const struct px_comparison *comparison, const struct px_source *source, struct px_slice role,
                          bool heard)
{
    bool all = true;
    for (size_t a = 0; all && a < comparison->article_count; a++)
        all = (heard && source->statements[a] == 0) || role_in(comparison, source, a).size == 0 ||
              has_role(comparison, source, a, role);
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

/* ", talk show host (A), network host (B)": each description once, with the articles that have it. */
static void roles(struct px_page *page, const struct px_source *source)
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

/* " (the outlet of B)", of a medium that an article cites and that has the other one. */
static void outlet_words(struct px_page *page, const struct px_source *source)
{
    for (size_t a = 0; source->outlet != NULL && a < page->comparison->article_count; a++)
        if (source->outlet[a])
            px_buffer_printf(page->out, " (the outlet of %c)", px_comparison_letter(a));
}

static void source_row(struct px_page *page, const struct px_source *source)
{
    px_buffer_string(page->out, "| ");
    px_page_excerpt(page, source->shown, 100);
    if (source->role.size > 0 && source->kind == PX_SPEAKER_PERSON)
        roles(page, source);
    px_buffer_printf(page->out, " | %s", px_speaker_kind_name(source->kind));
    const char *actor = actor_words(source);
    if (actor != NULL)
        px_buffer_printf(page->out, " (%s)", actor);
    outlet_words(page, source);
    px_buffer_string(page->out, source->anonymous ? ", anonymous |" : " |");
    source_cells(page, source);
    px_buffer_byte(page->out, ' ');
    px_page_cite_all(page, source->evidence, MOST_CITED);
    px_buffer_string(page->out, " |\n");
}

/* Does any article give words of the source? What somebody denies are not his. */
static bool has_words(const struct px_page *page, const struct px_source *source)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        if (source->words[a] > 0)
            return true;
    return false;
}

/* Are words quoted in the sentence? */
static bool holds_quoted(const struct px_article *article, const struct px_sentence *sentence)
{
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        if (article->tokens.items[t].voice == PX_VOICE_DIRECT)
            return true;
    return false;
}

/* "Kestria (“The board of Kestria denied the charges.”) [A¶4.1]", with the first sentence that tells the denial; nothing
 * where that quotes: the denial's own words may be among them. */
static bool denial(struct px_page *page, const struct px_source *source, const char *before)
{
    enum { LONGEST_DENIAL = 240 };
    size_t a = 0;
    while (a < page->comparison->article_count && source->evidence[a].count == 0)
        a++;
    if (a == page->comparison->article_count)
        return false;
    const struct px_article *article = page->comparison->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[source->evidence[a].sentences[0]];
    if (holds_quoted(article, sentence))
        return false;
    px_buffer_string(page->out, before);
    px_page_excerpt(page, source->shown, 100);
    px_buffer_string(page->out, " (“");
    px_page_quoted(page, (uint32_t)a, (struct px_span){sentence->start, sentence->end}, LONGEST_DENIAL);
    px_buffer_string(page->out, "”) ");
    px_page_cite_all(page, source->evidence, MOST_CITED);
    return true;
}

/* "Denials told without words of who denies, who has no row for them: …": those of the table's sources that would be a row
 * without words. */
static void wordless(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    bool shown = false;
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++)
        if (!has_words(page, &sourcing->sources.items[i]) &&
            denial(page, &sourcing->sources.items[i],
                   shown ? "; " : "Denials told in the article’s words alone, without a row above: "))
            shown = true;
    px_buffer_string(page->out, shown ? ".\n\n" : "");
}

static bool has_unclear(const struct px_comparison *comparison)
{
    uint32_t statements = 0;
    for (size_t a = 0; a < comparison->article_count; a++)
        statements += comparison->sourcing.unclear.statements[a];
    return statements > 0;
}

/* The statements of whom no article tells who it is, as a row of `columns` before the articles' own; nothing where
 * there are none. */
static void unclear_row(struct px_page *page, const char *columns, bool cited)
{
    const struct px_source *unclear = &page->comparison->sourcing.unclear;
    if (!has_unclear(page->comparison))
        return;
    px_buffer_string(page->out, columns);
    for (size_t a = 0; a < page->comparison->article_count; a++)
        count_cell(page, unclear->statements[a], unclear->words[a], (struct px_slice){0});
    if (cited) {
        px_buffer_byte(page->out, ' ');
        px_page_cite_all(page, unclear->evidence, 4);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, '\n');
}

/* May a speaker of the kind, whom another article has, stand in the article under another name? */
static bool may_hear(const struct px_sourcing *sourcing, uint8_t kind, size_t article)
{
    bool open = false;
    for (size_t i = 0; !open && i < sourcing->sources.count; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        open = source->kind == kind && (source->traces[article] > 0 || !source->absent[article]);
    }
    return open;
}

/* Statements and words by kind of speaker; one kind alone has no more than the sum of the speakers. */
static void kinds(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    size_t before = page->out->size, rows = has_unclear(page->comparison);
    px_page_table(page, (const char *const[]){"kind of speaker", NULL}, (const char *const[]){NULL});
    for (uint8_t kind = 0; kind <= PX_SPEAKER_MEDIA; kind++) {
        size_t start = page->out->size;
        uint32_t all = 0;
        px_buffer_printf(page->out, "| %s |", px_speaker_kind_name(kind));
        for (size_t a = 0; a < page->comparison->article_count; a++) {
            const struct px_kind_counts *counts = &sourcing->kinds[a];
            if (counts->statements[kind] == 0 && may_hear(sourcing, kind, a))
                px_buffer_string(page->out, " ? |");
            else
                count_cell(page, counts->statements[kind], counts->words[kind], (struct px_slice){0});
            all += counts->statements[kind];
        }
        px_buffer_byte(page->out, '\n');
        rows += all > 0;
        if (all == 0 && !page->out->failed) /* nobody of the kind speaks */
            page->out->data[page->out->size = start] = '\0';
    }
    unclear_row(page, "| speaker not found |", false);
    px_buffer_byte(page->out, '\n');
    if (rows < 2 && !page->out->failed)
        page->out->data[page->out->size = before] = '\0';
}

/* What the cells say, of those that are there. */
static void legend(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    bool unsure = false, open = false, empty = false, acting = false;
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++) {
        const struct px_source *source = &sourcing->sources.items[i];
        acting = acting || actor_words(source) != NULL;
        for (size_t a = 0; a < page->comparison->article_count; a++) {
            bool none = source->statements[a] == 0 && source->traces[a] == 0;
            unsure = unsure || (source->statements[a] == 0 && source->traces[a] > 0);
            empty = empty || (none && source->absent[a]);
            open = open || (none && !source->absent[a]);
        }
    }
    px_buffer_printf(
        page->out, "%s%s%s%s\n\n",
        acting ? " In brackets stands in what part of public life a speaker acts, where that is known." : "",
        unsure ? " “Less sure”: the speaker may have words there." : "", empty ? " “–”: none were found." : "",
        open ? " “?”: none were found under this name, but may stand there under another or none." : "");
}

/* How many statements count: "… 24 of 32 in A, 19 of 25 in B." */
static void tiers(struct px_page *page)
{
    bool joint = false;
    px_buffer_string(page->out, "Only what is sure counts: ");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        size_t high = 0, all = 0;
        for (size_t k = 0; k < article->attributions.count; k++) {
            const struct px_attribution *attribution = &article->attributions.items[k];
            if (px_sourcing_repeats(&page->comparison->sourcing, page->comparison->articles, i, k))
                continue;
            bool counts = px_sourcing_counts(&page->comparison->sourcing, page->comparison->articles, i, k);
            high += counts;
            all += attribution->speech;
            joint = joint || (counts && attribution->also_count > 0);
        }
        px_buffer_printf(page->out, "%s%zu of %zu %sin %c", i == 0 ? "" : ", ", high, all, i == 0 ? "statements " : "",
                         px_comparison_letter(i));
    }
    px_buffer_printf(page->out, ".%s",
                     joint ? " What several say together counts for each of them, and once for their kind." : "");
    legend(page);
}

/* Who speaks, a row each; nothing where nobody has words. */
static void speakers(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    size_t before = page->out->size, rows = has_unclear(page->comparison);
    px_page_table(page, (const char *const[]){"speaker", "kind", NULL}, (const char *const[]){"sentences", NULL});
    for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++) {
        if (!has_words(page, &sourcing->sources.items[i]))
            continue;
        source_row(page, &sourcing->sources.items[i]);
        rows++;
    }
    unclear_row(page, "| speaker not found | – |", true);
    px_page_more(page, sourcing->sources.count, MOST_SOURCES);
    px_buffer_byte(page->out, '\n');
    if (rows == 0)
        px_page_drop(page, before);
    wordless(page);
}

void px_page_sourcing(struct px_page *page)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    if (sourcing->sources.count == 0 && !has_unclear(page->comparison))
        return;
    px_buffer_string(
        page->out,
        "## Sourcing\n\nHow many statements each speaker makes, one with each verb of saying, but a quotation that "
        "runs on is one, and in about how many words. ");
    tiers(page);
    px_page_picture(page, PX_PICTURE_SOURCES);
    speakers(page);
    kinds(page);
    px_page_sides(page);
    px_page_differing(page, "sourcing", "");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_page_statements(page, i);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_page_uptakes(page, i);
    px_page_validity(page, "sourcing");
}
