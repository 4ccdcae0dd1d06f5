#include "lexicon_fixture.h"

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture_init(&fixture);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_release(&fixture);
    return 0;
}

/* rows: entry, category, unless, case; found: "category:words | …". */
static const struct {
    const char *rows;
    const char *text;
    const char *found;
} cases[] = {
    /* words */
    {"regime\ta\n", "The regime fell.", "a:regime"},
    {"regime\ta\n", "REGIME, Regime and regimes", "a:REGIME | a:Regime"},
    {"Regime\ta\n", "the regime", "a:regime"},
    {"regime\ta\n", "", ""},
    {"regime\ta\n", "regime", "a:regime"},
    {"regime\ta\n", "regime regime", "a:regime | a:regime"},
    {"straße\ta\n", "Die STRASSE ist lang", "a:STRASSE"},
    {"café\ta\n", "the CAFÉ and cafe\xCC\x81", "a:CAFÉ | a:cafe\xCC\x81"},
    {"9/11\ta\n", "after 9/11, the", "a:9/11"},
    {"u.s.\ta\n", "The U.S. said", "a:U.S."},
    {"#metoo\ta\n", "no entry: a comment", ""},
    /* wildcards inside a word */
    {"regime*\ta\n", "regime regimes' Regimented regim", "a:regime | a:regimes | a:Regimented"},
    {"*gate\ta\n", "Watergate, gate, gated", "a:Watergate | a:gate"},
    {"wom?n\ta\n", "woman women womn", "a:woman | a:women"},
    {"?rime\ta\n", "crime grime Ärime rime", "a:crime | a:grime | a:Ärime"},
    {"t*r*r\ta\n", "terror tremor tractor torture", "a:terror | a:tremor | a:tractor"},
    {"over*ed\ta\n", "overstated overed overstate", "a:overstated | a:overed"},
    {"terror*\ta\n", "a terror-stricken town", "a:terror-stricken"},
    {"ill-*\ta\n", "ill-advised but ill today", "a:ill-advised"},
    {"state-sponsor*\ta\n", "state sponsored and state-sponsored", "a:state sponsored | a:state-sponsored"},
    {"*\ta\n", "Two words.", "a:Two | a:words"},
    /* what stands before the wildcard may be longer than is kept apart: 63 letters and more */
    {"thirteenletterthirteenletterthirteenletterthirteenletterthirteenletters*\ta\n",
     "Thirteenletterthirteenletterthirteenletterthirteenletterthirteenletterses thirteenletter",
     "a:Thirteenletterthirteenletterthirteenletterthirteenletterthirteenletterses"},
    /* phrases */
    {"axe to grind\ta\n", "an axe to grind", "a:axe to grind"},
    {"axe to grind\ta\n", "an axe to, grind", ""},
    {"axe to grind\ta\n", "an axe to “grind”", ""},
    {"axe to grind\ta\n", "He has an axe. To grind it is", ""},
    {"axe  to   grind\ta\n", "axe\nto grind", "a:axe\nto grind"},
    {"puppet *\ta\n", "a puppet government and puppet.", "a:puppet government"},
    {"puppet *\ta\n", "the puppet's strings", ""},
    {"puppet *\ta\n", "puppet so-called states", "a:puppet so-called"},
    {"so * as to\ta\n", "so bold as to, so as to", "a:so bold as to"},
    {"* regime\ta\n", "the hated regime", "a:hated regime"},
    {"call* * a liar\ta\n", "He called him a liar", "a:called him a liar"},
    {"re* of\ta\n", "regime of rest of", "a:regime of | a:rest of"},
    /* hyphen or space */
    {"so-called\ta\n", "so-called so called socalled", "a:so-called | a:so called"},
    {"so called\ta\n", "so-called so‑called So Called", "a:so-called | a:so‑called | a:So Called"},
    {"state of the art\ta\n", "state-of-the-art", "a:state-of-the-art"},
    {"state of the art\ta\n", "state-of-the art-house", ""},
    {"called moderates\ta\n", "so-called moderates", ""},
    {"far-right\ta\n", "far-right-wing", ""},
    {"hard line\ta\n", "a hard- line", ""},
    {"state * agent\ta\n", "state-paid agent", "a:state-paid agent"},
    /* apostrophes and clitics */
    {"it's over\ta\n", "It’s over; it's over; its over", "a:It’s over | a:it's over"},
    {"it’s over\ta\n", "it's over", "a:it's over"},
    {"don't\ta\n", "Don’t don't dont", "a:Don’t | a:don't"},
    {"regime\ta\n", "the regime's end", "a:regime"},
    {"regime's\ta\n", "the regime's end", "a:regime's"},
    {"regime's end\ta\n", "the regime’s end", "a:regime’s end"},
    {"o'brien\ta\n", "O’Brien", "a:O’Brien"},
    {"country's *\ta\n", "the country's shame", "a:country's shame"},
    {"*'s regime\ta\n", "Assad's regime", "a:Assad's regime"},
    {"'s\ta\n", "Assad's", "a:'s"},
    /* quotation marks inside and round */
    {"regime change\ta\nregime\tb\n", "the \"regime\" change", "b:regime"},
    {"so-called\ta\n", "“so-called”", "a:so-called"},
    {"regime's\ta\n", "the \"regime\"'s", ""},
    /* unless */
    {"regime\ta\tregime change\n", "regime change by the regime", "a:regime"},
    {"regime\ta\tregime change; tax regime\n", "tax regime, regime change, regime", "a:regime"},
    {"regime\ta\t* regime\n", "Regime of a regime", "a:Regime"},
    {"terror*\ta\tterroris?\n", "terror terrorist terrorise terrorists", "a:terror | a:terrorists"},
    {"right\ta\tright-wing\n", "right-wing right wing right", "a:right"},
    {"crisis\ta\t/mid-?life crisis/\n", "a midlife crisis, a crisis", "a:crisis"},
    {"war\ta\t/war(time|)/\n", "war", ""},
    {"regime change\ta\tregime change now\nregime\tb\n", "regime change now", "b:regime"},
    {"regime\ta\tregime change\nregime\tb\n", "regime change", "b:regime"},
    /* case */
    {"US\ta\t\texact\n", "US us Us", "a:US"},
    {"Green Party\ta\t\texact\n", "Green Party green party Green party", "a:Green Party"},
    {"Far-Right\ta\t\texact\n", "Far-Right Far Right far-right", "a:Far-Right | a:Far Right"},
    {"Gre*\ta\t\texact\n", "Greens greens GREENS", "a:Greens"},
    {"/[A-Z]+gate/\ta\t\texact\n", "WATERgate Watergate", "a:WATERgate"},
    {"O'Neil\ta\t\texact\n", "O’Neil o’neil", "a:O’Neil"},
    {"Right\ta\t\texact\nright\tb\n", "Right right", "a:Right | b:Right | b:right"},
    /* overlap */
    {"war\ta\nwar on terror\tb\nterror\tc\n", "war on terror and terror", "b:war on terror | c:terror"},
    {"war on\ta\non terror\tb\n", "war on terror", "a:war on"},
    {"war\ta\nwar\tb\n", "war", "a:war | b:war"},
    {"war\ta\nwar*\ta\n", "war", "a:war"},
    {"war*\ta\nwar\tb\n", "war", "a:war | b:war"},
    {"so-called\ta\nso\tb\ncalled\tc\n", "so-called so called", "a:so-called | a:so called"},
    {"a b c d\tx\nb c\ty\nc\tz\n", "a b c e b c", "y:b c | y:b c"},
    /* patterns */
    {"/over(reach|kill)\\w*/\ta\n", "overreach, Overkilled, turnoverkill", "a:overreach | a:Overkilled"},
    {"/(in|de)crease/\ta\n", "increase decrease decreased", "a:increase | a:decrease"},
    {"/a|bc?/\ta\n", "A b bc abc", "a:A | a:b | a:bc"},
    {"/s?now/\ta\n", "snow now know", "a:snow | a:now"},
    {"/\\d+-year-old/\ta\n", "a 14-year-old", "a:14-year-old"},
    {"/let (him|her|them) go/\ta\n", "Let them go; let us go", "a:Let them go"},
    {"/deal\\b.{1,20}\\bdead/\ta\n", "The deal is dead.", ""},
    {"/deal, .{1,20}\\bdead/\ta\n", "The deal, they say, is dead.", "a:deal, they say, is dead"},
    {"/it's (over|done)/\ta\n", "It’s over and it's done", "a:It’s over | a:it's done"},
    {"/ime cha/\ta\n", "the regime changed", "a:regime changed"},
    {"/and\\/or/\ta\n", "and / or", ""},
    {"and/or\ta\n", "this and/or that", "a:and/or"},
    {"*ology\ta\n/bio.*/\ta\nbiology\tb\n", "biology", "a:biology | b:biology"},
    /* punctuation in an entry counts as it is written */
    {"yes, minister\ta\n", "Yes, Minister. Yes minister.", "a:Yes, Minister"},
};

static void finds_what_the_entries_say(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (fixture_load(&fixture, cases[i].rows) != PX_OK)
            fail_msg("%s: %s", cases[i].rows, fixture.error.message);
        const char *found = fixture_show(&fixture, cases[i].text);
        if (strcmp(found, cases[i].found) == 0)
            continue;
        print_error("%s in '%s': found '%s', not '%s'\n", cases[i].rows, cases[i].text, found, cases[i].found);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* What was read before changes nothing: neither other texts nor the same one. */
static void is_the_same_after_other_documents(void **state)
{
    (void)state;
    const char *rows = "regime*\ta\tregime change\nstate-sponsored\tb\n/over\\w+/\tc\nputs * on\td\n* of\te\n";
    const char *text = "The regime's state sponsored overreach puts it on; regime change of regimes.";
    char first[256];
    assert_int_equal(fixture_load(&fixture, rows), PX_OK);
    strncpy(first, fixture_show(&fixture, text), sizeof first - 1);
    first[sizeof first - 1] = '\0';
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        fixture_show(&fixture, cases[i].text);
    assert_string_equal(fixture_show(&fixture, text), first);
    assert_string_equal(fixture_show(&fixture, text), first);
}

static void looks_up_single_forms(void **state)
{
    (void)state;
    const uint32_t *entries;
    assert_int_equal(fixture_load(&fixture, "mar*\ta\nMary\tb\nMary Ann\tc\n/m.*/\td\nmary\te\nMARY\tf\t\texact\n"),
                     PX_OK);
    uint32_t form = px_vocabulary_add(fixture.vocabulary, PX_SLICE("Mary"));
    assert_int_equal(px_match_form(fixture.cache, form, 0, &entries), 4);
    assert_int_equal(entries[0], 1);
    assert_int_equal(entries[1], 4);
    assert_int_equal(entries[2], 0);
    assert_int_equal(entries[3], 3);
    assert_int_equal(px_match_form(fixture.cache, form, 1, &entries), 0);
    assert_null(entries);
    form = px_vocabulary_add(fixture.vocabulary, PX_SLICE("Mary-Ann"));
    assert_int_equal(px_match_form(fixture.cache, form, 0, &entries), 3);
    form = px_vocabulary_add(fixture.vocabulary, PX_SLICE("Peter"));
    assert_int_equal(px_match_form(fixture.cache, form, 0, &entries), 0);
}

static void refuses_malformed_patterns(void **state)
{
    (void)state;
    char line[700];
    assert_int_equal(fixture_load(&fixture, "war\ta\n/(war/\ta\n"), PX_ERROR_SYNTAX);
    assert_string_equal(px_error_format(&fixture.error, line, sizeof line),
                        "test.tsv:3:6: pattern '(war' is malformed: missing closing parenthesis");
    assert_int_equal(fixture_load(&fixture, "war\ta\tpeace; /a{2,1}/\n"), PX_ERROR_SYNTAX);
    assert_int_equal(fixture.error.line, 2);
    assert_true(fixture.error.column > 14);
}

/* Patterns that would run for ages are stopped, and named. */
static void stops_runaway_patterns(void **state)
{
    (void)state;
    assert_int_equal(fixture_load(&fixture, "/(a+)+[bc]/\ta\n"), PX_OK);
    fixture_show(&fixture, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
    assert_int_equal(fixture.error.code, PX_ERROR_LIMIT);
    assert_int_equal(fixture.error.line, 2);
    assert_int_equal(fixture.hits.count, 0);
}

/* Lone wildcards over words of many hyphens: the number of ways is bounded. */
static void stays_bounded_on_many_stars(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    assert_int_equal(fixture_load(&fixture, "* * * * * * * * * * * * * * * * * * * * * * * * end\ta\n"), PX_OK);
    for (int i = 0; i < 200; i++)
        px_buffer_string(&text, "a-a-a-a-a ");
    fixture_show(&fixture, text.data);
    assert_int_equal(fixture.hits.count, 0);
    px_buffer_release(&text);
}

/* Does a phrase that stands `count` times in a run without stops depend on where sentences end? */
static bool crosses(size_t count)
{
    struct px_buffer text = {0};
    struct px_error error = {0};
    for (size_t i = 0; i < count; i++)
        px_buffer_string(&text, "axe to grind ");
    fixture.tokens = (struct px_tokens){0};
    fixture.hits = (struct px_hits){0};
    assert_int_equal(px_words_find(px_buffer_slice(&text), (struct px_span){0, (uint32_t)text.size}, &fixture.segmenter,
                                   fixture.vocabulary, &fixture.arena, &fixture.tokens, &error),
                     PX_OK);
    assert_int_equal(px_matcher_find(fixture.cache, px_buffer_slice(&text), &fixture.tokens, NULL, &fixture.arena,
                                     &fixture.hits, &error),
                     PX_OK);
    assert_int_equal(fixture.hits.count, count);
    px_buffer_release(&text);
    return px_match_cache_crosses(fixture.cache);
}

/* What runs on without stops is cut somewhere, and a phrase may stand there. */
static void knows_what_a_cut_may_part(void **state)
{
    (void)state;
    assert_int_equal(fixture_load(&fixture, "axe to grind\ta\n"), PX_OK);
    assert_false(crosses(PX_SENTENCE_MOST / 3));
    assert_true(crosses(PX_SENTENCE_MOST / 3 + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(knows_what_a_cut_may_part, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_what_the_entries_say, set_up, tear_down),
        cmocka_unit_test_setup_teardown(is_the_same_after_other_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(looks_up_single_forms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_malformed_patterns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stops_runaway_patterns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stays_bounded_on_many_stars, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
