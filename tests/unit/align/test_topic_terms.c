/* What topics are called by. */
#include "../comparison/annotated_fixture.h"

#define REST_A "Fishermen fear that their catch will rot.\nHerring went to a freezer inland by lorry.\nA nurse sang.\n"
#define REST_B "Chip makers lose crowns in the valley.\nTwo plants have cut their hours.\nSnow melted early.\n"
#define POTS                                                                                                \
    "Potters fired cups, bowls, jugs and tiles of red clay, and sold the rest to an inn by the old road.\n" \
    "Tinkers mend kettles, smiths forge ploughs, and tailors sew all coats for choirs, ushers and grooms in June.\n"
#define NAVE                                                                                              \
    "Carpenters raised beams of larch over a nave while the sexton wept and pigeons slept in a belfry.\n" \
    "Goats ate thistles, nettles, gorse and a hat, which a cook had hung on the fence of a paddock to dry.\n"
#define WALK_OUT \
    "# A walk\n" \
    "The dock workers walked out at Varn harbour over the long night shifts. Rain fell all day.\n"
#define STRIKE   \
    "# At sea\n" \
    "Dock workers of Varn harbour walked out over long night shifts. It was cold at sea.\n"

/* The terms of the topic, with ", " between, and behind its names with "; ". */
static void assert_called(const struct px_topic *topic, const char *expected)
{
    struct px_buffer out = {0};
    for (size_t i = 0; i < topic->label_count; i++)
        px_buffer_printf(&out, "%s%.*s",
                         i == 0                   ? ""
                         : i == topic->name_count ? "; "
                                                  : ", ",
                         PX_SLICE_ARG(topic->label[i]));
    if (!px_slice_is(px_buffer_slice(&out), expected))
        fail_msg("%.*s, not %s", PX_SLICE_ARG(px_buffer_slice(&out)), expected);
    px_buffer_release(&out);
}

/* The first topic of both texts, whatever their order; `change` is done before they are compared, if there is one. */
static void assert_common(void **state, const char *a, const char *b, void (*change)(struct fixture *fixture),
                          const char *expected)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    if (change != NULL)
        change(fixture);
    compare_both(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        assert_int_equal(both[turned]->topics.items[0].only, PX_NONE);
        assert_called(&both[turned]->topics.items[0], expected);
    }
    tear_down(state);
}

/* What nothing names is not surely one matter, and counts as less sure. */
static void the_nameless_is_less_sure(void **state)
{
    static const struct px_topic named = {.only = PX_NONE, .told = 1, .likeness = 1, .label_count = 1};
    struct px_topic nameless = named;
    assert_true(px_topic_is_sure(&named));
    nameless.nameless = true;
    assert_false(px_topic_is_sure(&nameless));
    set_up_texts(
        state, WALK_OUT REST_A,
        "# At sea\nOver shifts at night the workers of Varn walked out; at dock and harbour it is long.\n" REST_B);
    struct fixture *fixture = *state;
    compare_both(fixture);
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        assert_int_equal(topic->nameless, topic->only == PX_NONE && topic->label_count == 0 && !topic->opens);
    }
    assert_true(fixture->ab.topics.items[0].nameless || fixture->ab.topics.items[0].opens);
    tear_down(state);
}

/* Phrases as long as both have them, and no words that stand together in one article alone. */
static void passages_share_terms(void **state)
{
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, NULL, "long night shifts");
    assert_common(
        state, WALK_OUT REST_A,
        "# At sea\nOver shifts at night the workers of Varn walked out; at dock and harbour it is long.\n" REST_B, NULL,
        "");
}

/* What stands all over tells no topic, and what stands elsewhere, too, tells less of it. */
static void terms_are_of_the_topic(void **state)
{
#define WALK(else) "# At sea\nAll went home over the long night shifts and the raw fish tax, " else ".\n"
#define BANDS WALK("while jugglers, drummers and pipers crossed meadows toward a carnival")
#define KILNS WALK("past weirs, tunnels, viaducts, breweries and belfries")
#define TAX(else) "Under raw fish tax, and with raw fish tax to come, " else " beyond the valley by spring.\n"
#define TAXES TAX("orchards bloom, beekeepers count hives, plums flower and pears ripen")
#define MORE TAX("choirs sing, tailors sew, smiths forge ploughs and a tinker mends kettles")
    assert_common(state, BANDS REST_A, KILNS REST_B, NULL, "raw fish tax, long night shifts");
    assert_common(state, BANDS TAXES REST_A POTS, KILNS REST_B NAVE, NULL, "long night shifts, raw fish tax");
    assert_common(state, BANDS TAXES MORE MORE MORE REST_A, KILNS REST_B, NULL, "long night shifts");
}

static void name_harbour(struct fixture *fixture)
{
    mark_both(fixture, "Varn", PX_ENTITY_ORGANISATION);
}

static void name_outlet(struct fixture *fixture)
{
    name_harbour(fixture);
    fixture->a.entities.items[0].actor = PX_ACTOR_MEDIA;
}

/* "The harbour", for Varn, in one article. */
static void name_otherwise(struct fixture *fixture)
{
    name_harbour(fixture);
    for (size_t m = 0; m < fixture->b.mentions.count; m++)
        fixture->b.mentions.items[m].form = PX_MENTION_ALIAS;
}

static void name_by_it(struct fixture *fixture)
{
    name_harbour(fixture);
    for (size_t m = 0; m < fixture->b.mentions.count; m++)
        fixture->b.mentions.items[m].form = PX_MENTION_PRONOUN;
}

/* Names that both have there, in whatever form, but as "it"; who asked or reported is none. */
static void names_are_terms(void **state)
{
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_otherwise, "Varn; long night shifts");
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_by_it, "long night shifts");
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_harbour, "Varn; long night shifts");
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_outlet, "long night shifts");
    assert_common(state, WALK_OUT REST_A "Varn slept.\nVarn rose.\n", STRIKE REST_B "Varn left.\n", name_harbour,
                  "dock workers, long night shifts"); /* hardly more there than elsewhere */
}

/* Reads "shifts" as a noun, "Varn" as a name or an adjective, "*Varn* harbour", and all else as adjectives. */
static bool varn_is_adjective;

static void read_varn(struct fixture *fixture)
{
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    name_harbour(fixture);
    for (size_t a = 0; a < 2; a++) {
        articles[a]->lexemes =
            take_all(px_arena_array(&articles[a]->arena, struct px_lexeme, articles[a]->tokens.count));
        for (size_t t = 0; t < articles[a]->tokens.count; t++) {
            const struct px_token *token = &articles[a]->tokens.items[t];
            struct px_slice text = px_slice_part(articles[a]->text, token->start, token->end);
            articles[a]->lexemes[t].lemma = token->form;
            articles[a]->lexemes[t].word_class = px_slice_is(text, "shifts")                       ? PX_WORD_NOUN
                                                 : px_slice_is(text, "Varn") && !varn_is_adjective ? PX_WORD_NAME
                                                                                                   : PX_WORD_ADJECTIVE;
        }
    }
}

/* What a name is made into tells of others. */
static void an_adjective_is_no_name(void **state)
{
    varn_is_adjective = true;
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, read_varn, "long night shifts");
    varn_is_adjective = false;
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, read_varn, "Varn; long night shifts");
}

/* A name that stands once in each is none of a long topic. */
static void a_long_topic_comes_back_to_a_name(void **state)
{
#define WALKED "The dock workers walked out at the harbour over the long night shifts"
#define AGAIN WALKED ", and stood there. " WALKED ", and sat there. " WALKED ", and sang there. "
    assert_common(state, "# A walk\n" AGAIN "Varn saw it.\n" REST_A, "# At sea\n" AGAIN "Varn heard it.\n" REST_B,
                  name_harbour, "Varn; dock workers walked, long night shifts");
    assert_common(state, "# A walk\n" AGAIN AGAIN "Varn saw it.\n" REST_A POTS,
                  "# At sea\n" AGAIN AGAIN "Varn heard it.\n" REST_B NAVE, name_harbour,
                  "dock workers walked, long night shifts");
}

static void name_place(struct fixture *fixture)
{
    mark_both(fixture, "Varn", PX_ENTITY_PLACE);
}

/* Where it was says more beside what it was, and nothing alone. */
static void places_are_no_topic(void **state)
{
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_place, "long night shifts");
    assert_common(state,
                  "# A walk\nCold dock workers of Varn harbour walked out long, by night and in shifts.\n" REST_A,
                  "# At sea\nIn shifts, by night, the workers walked out long at Varn; the dock was cold, its harbour "
                  "shut.\n" REST_B,
                  name_place, "");
}

static void name_party(struct fixture *fixture)
{
    mark_both(fixture, "Greens", PX_ENTITY_GROUP);
}

/* A party once in each is named by the way; what comes back is not. */
static void what_is_named_by_the_way_is_no_term(void **state)
{
#define GREENS(else) "# At sea\nMembers of the Greens walked out over long night shifts" else ".\n"
    assert_common(state, GREENS("") REST_A, GREENS("") REST_B, name_party, "long night shifts");
    assert_common(state, GREENS(", as the Greens do") REST_A, GREENS(", as the Greens may") REST_B, name_party,
                  "Greens; long night shifts");
}

/* Whom both headlines name, both articles are about, or whom one headline names and the other article begins with. */
static void headlines_name_no_topic(void **state)
{
#define AT_VARN "# The harbour of Varn\n"
    const char *body = "Dock workers of Varn walked out over long night shifts. It was cold.\n";
    char a[600], b[600];
    snprintf(a, sizeof a, "%s%s%s", AT_VARN, body, REST_A);
    snprintf(b, sizeof b, "%s%s%s", "# At sea\nGulls cried.\n", body, REST_B);
    assert_common(state, a, b, name_harbour, "Varn; long night shifts");
    snprintf(b, sizeof b, "%s%s%s", "# At sea\n", body, REST_B);
    assert_common(state, a, b, name_harbour, "long night shifts");
    snprintf(b, sizeof b, "%s%s%s", AT_VARN "Gulls cried.\n", body, REST_B);
    assert_common(state, a, b, name_harbour, "long night shifts");
}

/* A noun by itself, once in each, may be a part of an idiom; one beside a name says little, and one word alone tells too
 * little; of two nouns each explains the other. */
static void a_noun_comes_back(void **state)
{
#define AISLE(more) "# At sea\nMembers, of Varn, reached, over the aisle" more ", and then sang.\n"
    assert_common(state, AISLE("") REST_A, AISLE("") REST_B, name_harbour, "");
    assert_common(state, AISLE(", waited in the aisle,") REST_A, AISLE("") REST_B, name_harbour, "");
    assert_common(state, AISLE(" and the lectern, waited in the aisle by the lectern,") REST_A,
                  AISLE(" and the lectern") REST_B, name_harbour, "Varn; aisle, lectern");
    assert_common(state, AISLE(", waited in the aisle,") REST_A, AISLE("") REST_B, NULL, "");
}

/* What says nothing by itself tells no topic. */
static void a_vague_word_makes_no_phrase(void **state)
{
#define PAID(what) "# At sea\nMembers of Varn paid no " what " crown for it.\n"
    assert_common(state, PAID("gilded") REST_A, PAID("gilded") REST_B, name_harbour, "Varn; gilded crown");
    assert_common(state, PAID("single") REST_A, PAID("single") REST_B, name_harbour, "");
    assert_common(state, PAID("specific") REST_A, PAID("specific") REST_B, name_harbour, "");
    assert_common(state, PAID("small trade") REST_A, PAID("small trade") REST_B, name_harbour,
                  "Varn; small trade crown"); /* with two more it tells something */
}

/* "I am not pro-toll": the opposite is no name of the topic. */
static void what_is_denied_is_no_term(void **state)
{
#define AM(what) "# At sea\nMembers of Varn said that they are " what "paid crowns for it.\n"
    assert_common(state, AM("gilded ") REST_A, AM("gilded ") REST_B, NULL, "gilded paid crowns");
    assert_common(state, AM("not ") REST_A, AM("not ") REST_B, NULL, "");
}

static void name_person(struct fixture *fixture)
{
    mark_name(&fixture->a, "Ora Lind", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Ora Lind", PX_ENTITY_PERSON);
}

/* What has no other name is called by whom it speaks of all through, but not by whom both headlines name. */
static void whom_it_speaks_of_names_it_at_last(void **state)
{
#define LIND "Ora Lind was there and sang until it was late.\n"
    assert_common(state, "# A walk\n" REST_A LIND, "# At sea\n" REST_B LIND, name_person, "Ora Lind");
    assert_common(state, "# Ora Lind walks\n" REST_A LIND, "# Ora Lind rows\n" REST_B LIND, name_person, "");
}

/* Reads "petition" and "tunnel" as nouns and "signed" as a verb, and no other words. */
static void read_nouns(struct px_article *article)
{
    static const char *const nouns[] = {"petition", "tunnel"};
    article->lexemes = take_all(px_arena_array(&article->arena, struct px_lexeme, article->tokens.count));
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        struct px_slice text = px_slice_part(article->text, token->start, token->end);
        article->lexemes[t].lemma = token->form;
        article->lexemes[t].word_class = px_slice_is(text, "signed") ? PX_WORD_VERB : PX_WORD_OTHER;
        for (size_t n = 0; n < sizeof nouns / sizeof *nouns; n++)
            if (px_slice_is(text, nouns[n]))
                article->lexemes[t].word_class = PX_WORD_NOUN;
    }
}

static void read_both(struct fixture *fixture)
{
    read_nouns(&fixture->a);
    read_nouns(&fixture->b);
}

/* What no name or phrase tells is called by nouns of the most alike sentences, if there are two. */
static void shared_nouns_are_the_last_but_one(void **state)
{
#define DUG(of, and) "Crews dug " of " and signed " and ", it says.\n"
    assert_common(state, REST_A DUG("a tunnel", "a petition"), REST_B DUG("the tunnel", "her petition"), read_both,
                  "tunnel, petition");
    assert_common(state, REST_A DUG("a tunnel", "a petition"), REST_B DUG("the tunnel", "it"), read_both, "");
    assert_common(state, REST_A DUG("a tunnel", "a petition"), REST_B DUG("the tunnel", "her Petition"), read_both,
                  ""); /* in a name */
    assert_common(state, DUG("a tunnel", "a petition") REST_A, DUG("the tunnel", "her petition") REST_B, read_both,
                  ""); /* two tell too little of what both begin with */
}

static void name_and_read(struct fixture *fixture)
{
    name_person(fixture);
    name_harbour(fixture);
    read_both(fixture);
}

/* What nothing else tells is called by whatever its most alike sentences share, or else its passages: two at least, names
 * first, and whom the event is about only where one more would be alone. */
static void what_is_shared_comes_last(void **state)
{
#define WALKS "# Ora Lind walks\n"
#define ROWS "# Ora Lind rows\n"
    const char *alike = "It is a tunnel that Ora Lind dug there.\n";
    char a[900], b[900];
    snprintf(a, sizeof a, WALKS REST_A "%s", alike);
    snprintf(b, sizeof b, ROWS REST_B "%s", alike);
    assert_common(state, a, b, name_and_read, "Ora Lind; tunnel");
    alike = "It is there that Ora Lind was so late.\n"; /* alone */
    snprintf(a, sizeof a, WALKS REST_A "%s", alike);
    snprintf(b, sizeof b, ROWS REST_B "%s", alike);
    assert_common(state, a, b, name_and_read, "");
    alike = "It is a tunnel that Ora Lind dug at Varn.\n";
    snprintf(a, sizeof a, WALKS REST_A "%s", alike);
    snprintf(b, sizeof b, ROWS REST_B "%s", alike);
    assert_common(state, a, b, name_and_read, "Varn; tunnel");
    snprintf(a, sizeof a, WALKS REST_A "It is late, says Ora Lind, who dug there all day. %s", "She has a tunnel.\n");
    snprintf(b, sizeof b, ROWS REST_B "It is late, says Ora Lind, who dug there all day. %s", "The tunnel is new.\n");
    assert_common(state, a, b, name_and_read, "Ora Lind; tunnel");
}

/* What no phrase tells is called by words in a row that its most alike sentences share, up to a noun or the end of a clause;
 * marks part them. Names stand only between, no pronoun does, and no set phrase, sum or word that says nothing is there. */
static void words_in_a_row_come_next(void **state)
{
#define ROW(words, end) "All of Varn, " words end "\n"
#define BOTH_ROW(words, end, expected) \
    assert_common(state, REST_A ROW(words, end), REST_B ROW(words, end), NULL, expected)
    BOTH_ROW("they sang and wept", ".", "sang and wept");
    BOTH_ROW("they sang, and wept", ".", "");
    assert_common(state, REST_A ROW("they sang and wept", " at noon."), REST_B ROW("they sang and wept", " till dawn."),
                  NULL, "");
    BOTH_ROW("they sang to Ora and wept", ".", "sang to Ora and wept");
    BOTH_ROW("they sang to Ora", ".", "");
    BOTH_ROW("they sang until it thawed", ".", "");
    BOTH_ROW("they had a big harp", ".", "");
    BOTH_ROW("they sang for dollars", ".", "");
    BOTH_ROW("they sang for months", ".", "");
    BOTH_ROW("at the time and sang", ".", "");
#define JOINED ROW("they had the tunnel and signed petition", ".") /* "tunnel and signed" hangs on a verb before it */
    assert_common(state, REST_A JOINED, REST_B JOINED, read_both, "tunnel, petition");
}

/* What both articles begin with is told by their headlines and first sentences, not by words from their tails, nor by
 * whom a headline names. */
static void leads_tell_themselves(void **state)
{
#define LEADS(title, lead) "# " title "\n" lead " Rain fell over the long night shifts.\n"
#define LEAD "The dock workers of Varn walked out at dawn, and sang."
#define SANG "At dawn the workers of Varn who had walked from the dock sang."
    assert_common(state, LEADS("A walk", LEAD) REST_A, LEADS("At sea", LEAD) REST_B, NULL,
                  "dock workers, long night shifts");
    assert_common(state, LEADS("A walk", LEAD) REST_A, LEADS("At sea", SANG) REST_B, NULL, "");
    assert_common(state, REST_A LEADS("A walk", LEAD), REST_B LEADS("At sea", SANG), NULL, "long night shifts");
    assert_common(state, LEADS("A walk", LEAD) REST_A, LEADS("At sea", SANG) REST_B, name_harbour,
                  "Varn; long night shifts");
    assert_common(state, "# A walk\n" LIND REST_A, "# At sea\n" LIND REST_B, name_person, "Ora Lind");
    assert_common(state, "# Ora Lind walks\n" LIND REST_A, "# At sea\n" LIND REST_B, name_person, "");
}

/* Reads "Varn" as a name and "long" as an adjective, too. */
static void read_headlines(struct fixture *fixture)
{
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    name_and_read(fixture);
    for (size_t a = 0; a < 2; a++)
        for (size_t t = 0; t < articles[a]->tokens.count; t++) {
            const struct px_token *token = &articles[a]->tokens.items[t];
            struct px_slice text = px_slice_part(articles[a]->text, token->start, token->end);
            if (px_slice_is(text, "long") || px_slice_is(text, "Varn"))
                articles[a]->lexemes[t].word_class = px_slice_is(text, "long") ? PX_WORD_ADJECTIVE : PX_WORD_NAME;
        }
}

/* What the articles begin with is called by nouns in a row, and names, that both headlines have and all passages tell; other
 * terms come behind. Neither a noun alone nor names alone say what the event is, nor does an adjective. */
static void headlines_tell_the_event(void **state)
{
#define DIGS(title, lead) "# " title "\n" lead "\n"
#define BORED "Crews bored a long tunnel at Varn, and the petition of the dock workers came."
    assert_common(state, DIGS("A Long Tunnel", BORED) REST_A, DIGS("Long tunnel bored", BORED) REST_B, read_headlines,
                  "Varn; long tunnel");
    assert_common(state, DIGS("Varn tunnel", BORED) REST_A, DIGS("A tunnel at Varn", BORED) REST_B, read_headlines,
                  "Varn; tunnel");
    assert_common(state, DIGS("Tunnel petition", BORED) REST_A, DIGS("A petition, a tunnel", BORED) REST_B,
                  read_headlines, "Varn; tunnel, petition");
    assert_common(state, DIGS("A tunnel", BORED) REST_A, DIGS("The tunnel", BORED) REST_B, read_headlines,
                  "Varn; long tunnel");
    assert_common(state, DIGS("At Varn", BORED) REST_A, DIGS("Of Varn", BORED) REST_B, read_headlines, "long tunnel");
    assert_common(state, REST_A DIGS("A Long Tunnel", BORED), REST_B DIGS("Long tunnel bored", BORED), read_headlines,
                  "bored a long tunnel"); /* not where they begin */
}

/* What a headline has stays in the name, though another topic shares it; that one may be called by it, too. */
static void a_headline_keeps_its_words(void **state)
{
#define MINERS "Mill owners of the lower valley sued their union in a county court over the tunnel petition.\n"
    set_up_texts(state, DIGS("Tunnel petition", BORED) REST_A MINERS,
                 DIGS("A petition, a tunnel", BORED) REST_B MINERS);
    struct fixture *fixture = *state;
    read_headlines(fixture);
    compare_both(fixture);
    const struct px_topic *topic = &fixture->ab.topics.items[0];
    assert_true(topic->headed && topic->only == PX_NONE);
    assert_called(topic, "Varn; tunnel, petition");
    tear_down(state);
}

/* A hyphen parts no word, but where it makes another. */
static void a_hyphen_makes_no_other_word(void **state)
{
#define OVER(what) "# At sea\nThe dock workers walked out at Varn harbour over the long " what ". Rain fell all day.\n"
    assert_common(state, OVER("e-mail threads") REST_A, OVER("email threads") REST_B, NULL,
                  "dock workers walked, long e-mail threads");
    assert_common(state, OVER("re-sign talks") REST_A, OVER("resign talks") REST_B, NULL, "dock workers walked");
}

/* What two topics share is called by neither. */
static void a_term_is_of_one_topic(void **state)
{
#define OWNERS "Mill owners of the lower valley sued their union in a county court for long night shifts.\n"
#define CREWS "Dock workers walked out at the old harbour gate over long night shifts.\n"
    set_up_texts(state, "# A walk\n" CREWS REST_A OWNERS, "# At sea\n" CREWS REST_B OWNERS);
    struct fixture *fixture = *state;
    compare_both(fixture);
    size_t shared = 0;
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        shared += topic->only == PX_NONE;
        for (size_t i = 0; i < topic->label_count; i++)
            assert_true(px_slice_find(topic->label[i], PX_SLICE("shifts"), 0) == SIZE_MAX);
    }
    assert_int_equal(shared, 2);
    tear_down(state);
}

/* What one article alone tells is not called by words of our choice. */
static void what_one_tells_has_no_terms(void **state)
{
    set_up_texts(state, WALK_OUT, REST_B);
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Varn", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        assert_int_not_equal(fixture->ab.topics.items[t].only, PX_NONE);
        assert_called(&fixture->ab.topics.items[t], "");
    }
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nameless_is_less_sure),
        cmocka_unit_test(passages_share_terms),
        cmocka_unit_test(terms_are_of_the_topic),
        cmocka_unit_test(names_are_terms),
        cmocka_unit_test(an_adjective_is_no_name),
        cmocka_unit_test(a_long_topic_comes_back_to_a_name),
        cmocka_unit_test(places_are_no_topic),
        cmocka_unit_test(what_is_named_by_the_way_is_no_term),
        cmocka_unit_test(headlines_name_no_topic),
        cmocka_unit_test(what_is_shared_comes_last),
        cmocka_unit_test(a_noun_comes_back),
        cmocka_unit_test(a_vague_word_makes_no_phrase),
        cmocka_unit_test(what_is_denied_is_no_term),
        cmocka_unit_test(whom_it_speaks_of_names_it_at_last),
        cmocka_unit_test(shared_nouns_are_the_last_but_one),
        cmocka_unit_test(words_in_a_row_come_next),
        cmocka_unit_test(leads_tell_themselves),
        cmocka_unit_test(headlines_tell_the_event),
        cmocka_unit_test(a_headline_keeps_its_words),
        cmocka_unit_test(a_hyphen_makes_no_other_word),
        cmocka_unit_test(a_term_is_of_one_topic),
        cmocka_unit_test(what_one_tells_has_no_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
