#include "report/loaded_listed.h"
#include "report/page.h"
#include "report/page_statements.h"
#include "report/picture.h"
#include "report/said.h"
#include "report/sentence_name.h"
#include "report/topic_name.h"
#include "report_fixture.h"

enum { SENTENCES_MOST = 8 };

/* The page that a test writes: of the articles that it compares, where it compares any. */
static const struct px_article *compared[2];
static struct px_comparison comparison;
static struct px_provenance provenance;
static bool is_cited[2][SENTENCES_MOST], *both_cited[] = {is_cited[0], is_cited[1]};
static struct px_buffer out;
static struct px_page page;

static int release(void **state)
{
    (void)state;
    px_buffer_release(&out);
    px_arena_release(&page.arena);
    return 0;
}

static void begin_page(void)
{
    release(NULL);
    memset(is_cited, 0, sizeof is_cited);
    page = (struct px_page){.out = &out, .comparison = &comparison, .provenance = &provenance, .cited = both_cited};
}

/* `b` may be NULL. What else the comparison holds the test lays in. */
static void compare(const struct px_article *a, const struct px_article *b)
{
    compared[0] = a;
    compared[1] = b;
    comparison = (struct px_comparison){.articles = compared, .article_count = b == NULL ? 1 : 2};
    provenance = (struct px_provenance){0};
    begin_page();
}

/* The article's paragraphs and sentences. */
static void lay_out(struct px_article *article, struct px_block *blocks, size_t block_count,
                    struct px_sentence *sentences, size_t sentence_count)
{
    article->blocks.items = blocks;
    article->blocks.count = block_count;
    article->sentences.items = sentences;
    article->sentences.count = sentence_count;
}

static void assert_text(const char *text, const char *expected)
{
    begin_page();
    px_page_text(&page, px_slice_from(text));
    assert_written(&out, expected);
}

static void test_marks_are_escaped(void **state)
{
    (void)state;
    assert_text("a *b* _c_ <d> [e](f) | g", "a \\*b\\* \\_c\\_ \\<d> [e\\](f) | g");
    assert_text("[and] > he [said] # so", "\\[and] > he [said] # so");
}

static void test_references_are_text(void **state)
{
    (void)state;
    assert_text("&lt;b&gt; &#60; AT&T; R&D", "\\&lt;b\\&gt; \\&#60; AT\\&T; R&D");
}

/* What would begin a list where it stands first in a line or an item. */
static void test_a_beginning_is_no_list(void **state)
{
    (void)state;
    assert_text("1. Who won?", "1\\. Who won?");
    assert_text("- Putin slammed", "\\- Putin slammed");
    assert_text("+ 3 more", "\\+ 3 more");
    assert_text("---", "\\---");
    assert_text("2017 ended. 1. Not here", "2017 ended. 1. Not here");
    assert_text("-9 degrees, 3.5 more", "-9 degrees, 3.5 more");
}

/* Inside of marks of quotation: single ones, that keep their partner; none that stand round all of the words, or alone. */
static void test_quotations_inside(void **state)
{
    static const struct {
        const char *text;
        uint32_t end; /* of the words that are shown */
        const char *written;
    } cases[] = {
        {"plain words", 11, "plain words"},
        {"“all of it”", 15, "all of it"},
        {"“one” and “two” then", 23, "‘one’ and ‘two’"},
        {"\"one\" and \"two", 14, "‘one’ and two"},
        {"playing \"cards.\" Now", 14, "playing ‘cards.’"},
        {"as a 'toy box' now", 13, "as a 'toy box'"},
        {"the workers' pay", 11, "the workers"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_article article = {.text = px_slice_from(cases[i].text)};
        compare(&article, NULL);
        uint32_t end = cases[i].end < article.text.size ? cases[i].end : (uint32_t)article.text.size;
        px_page_quoted(&page, 0, (struct px_span){0, end}, 90);
        assert_written(&out, cases[i].written);
    }
}

static struct px_kind_counts nobody[2];

static void assert_excerpt(const char *text, size_t limit, const char *expected)
{
    begin_page();
    px_page_excerpt(&page, px_slice_from(text), limit);
    assert_written(&out, expected);
}

/* Cut at the end of a sentence or a clause, and not for a word or two. */
static void test_where_an_excerpt_ends(void **state)
{
    (void)state;
#define CLAUSE "The ferry came in on the morning tide and the council met in the hall by the quay"
    assert_excerpt(CLAUSE ", though nobody had asked the captain whether he would not keep his post for one more "
                          "winter and see the new crane through its first year.",
                   120, CLAUSE " …");
    assert_excerpt(CLAUSE ", though nobody had asked the captain whether he would not keep his post.", 120,
                   CLAUSE ", though nobody had asked the captain whether he would not keep his post.");
    assert_excerpt("“" CLAUSE " after the bell of nine.” Nobody asked. He went home.", 100,
                   "“" CLAUSE " after the bell of nine.” …");
    assert_excerpt(CLAUSE " by ten. Nobody asked the captain who had come late, and stood by the door in a wet coat.",
                   100, CLAUSE " by ten. …");
    assert_excerpt(CLAUSE " with Capt. Toran of the Inner Harbour Authority by her side and a long list in hand.", 90,
                   CLAUSE " with …");
    assert_excerpt(CLAUSE " after the old ones had gone home, and nobody had asked the captain what he thought.", 100,
                   CLAUSE " after the old ones had gone home …");
    assert_excerpt(CLAUSE " after all of the old ones had gone home.", 100,
                   CLAUSE " after all of the old ones had gone home.");
    assert_excerpt(CLAUSE " to say, ‘So it is and so it will be as long as the tide comes in and goes.’", 100,
                   CLAUSE " to say, ‘So it is and so it will be as long as the tide comes in and goes.’");
    assert_excerpt(CLAUSE " by ten.", 84, CLAUSE " by ten.");
    assert_excerpt("Port of Varn, Inner Harbour Authority", 20, "Port of Varn, Inner …");
#undef CLAUSE
}

/* A quotation that is cut is closed, one that begins outside opened; an inch is no mark. */
static void test_an_excerpt_closes_its_quotations(void **state)
{
    (void)state;
    assert_excerpt("He said “the quay is ours and will be”", 22, "He said “the quay is …”");
    assert_excerpt("\"It burns. It burns", 90, "\"It burns. It burns\"");
    assert_excerpt("It burns,\" she said", 90, "\"It burns,\" she said");
    assert_excerpt("\"It burns,\" she said, \"again.\"", 90, "\"It burns,\" she said, \"again.\"");
    assert_excerpt("“It burns,\" she said, \"again.\"", 90, "“It burns,\" she said, \"again.\"");
    assert_excerpt("“It burns,\" she said", 90, "“It burns,\" she said");
    assert_excerpt("“A \"toy\" quay", 90, "“A \"toy\" quay”");
    assert_excerpt("a pipe of 12\" and more", 90, "a pipe of 12\" and more");
}

static void test_probability(void **state)
{
    (void)state;
    const struct {
        double p;
        const char *text;
    } cases[] = {{0.0004, "< .001"}, {0.032, ".032"}, {0.35, ".35"}, {0.996, "1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin_page();
        px_page_probability(&page, cases[i].p);
        assert_written(&out, cases[i].text);
    }
}

/* What may be wrong stands before what was found: of the comparison, then of the reading of each article. */
static void test_warnings_come_first(void **state)
{
    (void)state;
    struct px_slice of_both[] = {PX_SLICE("A and B are one")}, of_b[] = {PX_SLICE("no text of an *article* was found")};
    struct px_article a = {0}, b = {.outlet = PX_SLICE("Tide"), .warnings = {of_b, 1, 1}};
    struct px_finding finding = {.text = PX_SLICE("Nothing differs.")};
    struct px_evidence evidence[2] = {{0}};
    finding.evidence = evidence;
    compare(&a, &b);
    comparison.findings.items = &finding;
    comparison.findings.count = 1;
    comparison.warnings.items = of_both;
    comparison.warnings.count = 1;
    px_page_brief(&page);
    px_buffer_byte(&out, '\0');
    assert_non_null(strstr(out.data, "## In brief\n\n> A and B are one\n\n> B (Tide): no text of an \\*article\\* was "
                                     "found\n\n- Nothing differs."));
}

/* A topic is called by its heading, else by its paragraphs, with words that each article has there. */
static void test_a_topic_has_a_name(void **state)
{
    (void)state;
    struct px_block here[] = {{.start = 0, .end = 9, .role = PX_ROLE_PARAGRAPH, .number = 1},
                              {.start = 10, .end = 19, .role = PX_ROLE_PARAGRAPH, .number = 2},
                              {.start = 20, .end = 29, .role = PX_ROLE_PARAGRAPH, .number = 3},
                              {.start = 30, .end = 39, .role = PX_ROLE_PARAGRAPH, .number = 4}};
    struct px_article a = {.blocks = {here, 4, 4}}, b = {.blocks = {here, 1, 1}};
    struct px_slice labels[] = {PX_SLICE("flood"), PX_SLICE("dam")};
    struct px_span of_a[] = {{0, 19}, {30, 39}}, of_b[] = {{0, 9}};
    struct px_spans spans[] = {{of_a, 2, 2}, {of_b, 1, 1}};
    compare(&a, &b);
    struct px_topic topic = {.label = labels,
                             .label_count = 1,
                             .titled = true,
                             .similarity = .5,
                             .told = 1,
                             .likeness = 1,
                             .only = PX_NONE,
                             .spans = spans};
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "flood");
    topic.titled = false;
    topic.label_count = 2;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, with “flood”, “dam”");
    topic.name_count = 1;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, with flood, “dam”");
    topic.name_count = 0;
    spans[1].count = 0;
    topic.only = 0;
    topic.label_count = 1;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4, with “flood”");
}

/* Without a label, where it stands; under its heading where one article alone has it. */
static void test_a_topic_has_a_place(void **state)
{
    (void)state;
    struct px_block blocks[] = {{.start = 0, .end = 7, .role = PX_ROLE_PARAGRAPH, .number = 1},
                                {.start = 8, .end = 35, .role = PX_ROLE_PARAGRAPH, .number = 2}};
    struct px_article a = {.text = PX_SLICE("The dam\nThe dam broke at nine today."), .blocks = {blocks, 2, 2}}, b = a;
    struct px_span all = {8, 35};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    compare(&a, &b);
    struct px_topic topic = {.only = PX_NONE, .spans = spans};
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶2 and B¶2 (less sure)");
    spans[1].count = 0;
    topic.only = 0;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶2");
    blocks[0].role = PX_ROLE_HEADING;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶2, under “The dam”");
}

/* What one article alone names stands in a list; a table is for what both name. */
static void test_a_wording_alone_is_no_row(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans in_a[] = {{&place, 1, 1}, {NULL, 0, 0}}, in_both[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t one[] = {1, 0}, both[] = {1, 2}, none[] = {0, 0};
    struct px_evidence evidence[2] = {{0}, {0}};
    bool no[] = {false, false}, first[] = {true, false}, second[] = {false, true};
    struct px_variant coup = {.form = PX_SLICE("coup"), .counts = one, .own = one, .unsure = no, .evidence = evidence};
    struct px_variant wall = {
        .form = PX_SLICE("wall"), .counts = both, .own = none, .unsure = second, .evidence = evidence};
    coup.used_by = PX_SLICE("the losers");
    coup.connotation = -.6;
    struct px_referent referents[] = {{.name = PX_SLICE("change"),
                                       .lexical = true,
                                       .lone = true,
                                       .mentions = in_a,
                                       .variants = &coup,
                                       .variant_count = 1,
                                       .choices = 1},
                                      {.name = PX_SLICE("border"),
                                       .lexical = true,
                                       .mentions = in_both,
                                       .variants = &wall,
                                       .variant_count = 1,
                                       .choices = 2}};
    compare(&a, &b);
    comparison.referents.items = referents;
    comparison.referents.count = 2;
    px_page_names(&page);
    assert_false(out.failed);
    assert_has(&out, "- **A**: “coup” for change, elsewhere a word of the losers ");
    assert_has(&out, "| Border | wall | 1 (0 own) | 2 (voice unsure) |");
    both[1] = 1;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_null(strstr(out.data, "| Border")); /* as often in one as in the other is no difference */
    assert_null(strstr(out.data, "| Change"));
    coup.own = none;
    coup.unsure = first;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out,
               "- **A**: “coup” for change, elsewhere a word of the losers, perhaps not in the article's own voice ");
    uint32_t three[] = {1, 3}, last[] = {0, 2};
    wall.counts = three;
    wall.own = last;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out, "| Border | wall | 1 (0 own) | 3 (at least 2 own) |");
}

/* Where one article surely judges, the other is not set apart by a judgement that is only less sure. */
static void test_a_judgement_may_be_less_sure(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {.token_count = 1};
    struct px_token token = {.end = 5, .attribution = PX_NONE};
    struct px_mention mention = {.end = 5, .token_count = 1};
    struct px_article a = {.text = PX_SLICE("Tarsk")}, b;
    a.blocks.items = &block;
    a.sentences.items = &sentence;
    a.tokens.items = &token;
    a.mentions.items = &mention;
    a.blocks.count = a.sentences.count = a.tokens.count = a.mentions.count = 1;
    b = a;
    struct px_stance_mention sure = {.attribution = PX_NONE, .label = PX_LABEL_NEGATIVE, .clear = true}, unsure = sure;
    struct px_stance first = {.mentions = &sure, .mention_count = 1},
                     second = {.mentions = &unsure, .mention_count = 1};
    const struct px_stance *found[] = {&first, &second};
    uint32_t named[] = {1, 1}, none[] = {0, 0}, negative[] = {1, 0}, zero = 0;
    struct px_evidence evidence[] = {{&zero, 1}, {NULL, 0}};
    struct px_stance_row row = {.name = PX_SLICE("Tarsk"),
                                .referent = PX_NONE,
                                .found = found,
                                .named = named,
                                .own = named,
                                .positive = none,
                                .negative = negative,
                                .quoted_positive = none,
                                .quoted_negative = none,
                                .evidence = evidence,
                                .verdict = PX_VERDICT_TOO_LITTLE};
    compare(&a, &b);
    comparison.stances.items = &row;
    comparison.stances.count = 1;
    unsure.clear = false;
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | less sure |");
    unsure.label = PX_LABEL_POSITIVE;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | – |");
}

/* A passive stands with whom it befalls and on to the next mark, without a count; one without is left out. */
static void test_a_passive_stands_whole(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 43, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 43, .first_token = 0, .token_count = 9};
    struct px_token tokens[] = {{.start = 0, .end = 3},
                                {.start = 4, .end = 7},
                                {.start = 8, .end = 12},
                                {.start = 13, .end = 19},
                                {.start = 20, .end = 22},
                                {.start = 23, .end = 27},
                                {.start = 27, .end = 28, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 29, .end = 42},
                                {.start = 42, .end = 43, .kind = PX_TOKEN_PUNCTUATION}};
    struct px_act acts[] = {{.kind = PX_ACT_PASSIVE, .deed = true, .start = 8, .end = 19, .phrase = {0, 19}},
                            {.kind = PX_ACT_PASSIVE, .deed = true, .start = 29, .end = 42, .phrase = {29, 42}}};
    struct px_article a = {.text = PX_SLICE("Two men were caught at dawn, as were jailed.")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    a.tokens.items = tokens;
    a.tokens.count = sizeof tokens / sizeof *tokens;
    a.acts.items = acts;
    a.acts.count = 2;
    compare(&a, &b);
    px_page_stance(&page);
    assert_false(out.failed);
    assert_has(&out, "- **A**: “Two men were caught at dawn” [A¶1.1](");
    assert_null(strstr(out.data, "jailed"));
    acts[1] = (struct px_act){.kind = PX_ACT_ACTIVE, .deed = true, .start = 23, .end = 27, .phrase = {23, 27}};
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_null(strstr(out.data, "Two men")); /* the words go on with a deed, and may tell the doer */
    acts[1] = (struct px_act){.kind = PX_ACT_ACTIVE, .deed = true, .start = 29, .end = 42, .agent_given = true};
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_null(strstr(out.data, "Two men")); /* who did it is told elsewhere */
    acts[1].patient = PX_NONE;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "Two men");
    acts[0].verb = PX_SLICE("strike");
    a.text = PX_SLICE("Two men were caught at dawn, strikers sang.");
    tokens[7].sentence = 1;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_null(strstr(out.data, "Two men")); /* a word of the verb's stands elsewhere, and may tell it */
}

/* Beside somebody's deed a clause that hangs on it is told by that; one that opens the sentence is not. */
static void test_a_passive_beside_a_deed_may_be_told_by_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct px_block block = {.start = 0, .end = 35, .role = PX_ROLE_PARAGRAPH, .number = 1};
        struct px_sentence sentence = {.start = 0, .end = 35, .first_token = 0, .token_count = 7};
        struct px_token tokens[] = {{.start = 0, .end = 3},   {.start = 4, .end = 8},   {.start = 9, .end = 12},
                                    {.start = 13, .end = 19}, {.start = 20, .end = 24}, {.start = 25, .end = 29},
                                    {.start = 30, .end = 34}};
        struct px_act acts[] = {
            {.kind = PX_ACT_ACTIVE, .deed = true, .start = 4, .end = 8, .agent = i == 0 ? 0 : PX_NONE},
            {.kind = PX_ACT_PASSIVE, .deed = true, .start = 25, .end = 34, .phrase = {i == 2 ? 0 : 13, 34}}};
        struct px_article a = {.text = PX_SLICE("Osk says how people here were hurt.")}, b = {0};
        lay_out(&a, &block, 1, &sentence, 1);
        a.tokens.items = tokens;
        a.tokens.count = sizeof tokens / sizeof *tokens;
        a.acts.items = acts;
        a.acts.count = 2;
        compare(&a, &b);
        px_page_stance(&page);
        assert_int_equal(out.size > 0 && strstr(out.data, "were hurt”") != NULL, i > 0);
    }
}

/* A charge lies against somebody, and is one article's where no other has the like by whomever: that there was a murder,
 * which nobody is said to have done, is none. */
static void test_a_charge_has_its_doer(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 30, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 30};
    struct px_article a = {.text = PX_SLICE("Ivo Hask’s murder of Ada Brell.")}, b = {0};
    struct px_act act = {.claim = PX_SLICE("murder"), .agent = 0, .patient = PX_NONE}, like = act;
    struct px_given given = {.kind = PX_GIVEN_DEFINITE, .trigger = {12, 18}, .words = {0, 32}};
    struct px_given_row row = {.article = 0, .given = 0, .about = PX_SLICE("Ivo Hask")};
    struct px_referent referent = {.name = PX_SLICE("Ivo Hask")};
    a.blocks.items = b.blocks.items = &block;
    a.sentences.items = &sentence;
    a.blocks.count = a.sentences.count = a.acts.count = a.givens.count = 1;
    a.acts.items = &act;
    a.givens.items = &given;
    b.acts.items = &like;
    compare(&a, &b);
    comparison.givens.items = &row;
    comparison.givens.count = 1;
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    for (size_t i = 0; i < 4; i++) {
        row.referent = i == 1 ? PX_NONE : 0;
        act.claim = i == 2 ? (struct px_slice){0} : PX_SLICE("murder");
        b.acts.count = i == 3;
        px_buffer_clear(&out);
        px_page_givens(&page);
        assert_int_equal(out.size > 0, i == 0);
    }
}

/* What somebody does to nobody whom all name is routine. */
static void test_a_deed_is_done_to_somebody(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 45, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 45};
    struct px_article a = {.text = PX_SLICE("He beat Ivo Hask, warned Ivo Hask, sold boats")}, b = {0};
    a.blocks.items = b.blocks.items = &block;
    a.sentences.items = &sentence;
    a.blocks.count = a.sentences.count = 1;
    struct px_span hask[] = {{8, 16}, {25, 33}}, there = {0, 4};
    struct px_spans mentions[] = {{hask, 2, 2}, {&there, 1, 1}}, none[2] = {{0}};
    struct px_referent referents[] = {{.kind = PX_ENTITY_PERSON, .mentions = mentions},
                                      {.kind = PX_ENTITY_PERSON, .mentions = none}};
    struct px_deed deeds[] = {{.words = {3, 16}}, {.words = {18, 33}}, {.words = {35, 45}}};
    struct px_deeds acts[] = {{deeds, 3, 3}, {0}}, acted_on[2] = {{0}};
    struct px_agency_row row = {.name = PX_SLICE("Ada Brell"), .referent = 1, .acts = acts, .acted_on = acted_on};
    compare(&a, &b);
    comparison.referents.items = referents;
    comparison.referents.count = 2;
    comparison.agency.items = &row;
    comparison.agency.count = 1;
    px_page_stance(&page);
    assert_has(&out, "| Ada Brell | acts: “beat Ivo Hask” [A¶1.1](#a1-1), “warned Ivo Hask” [A¶1.1](#a1-1) | – |");
    mentions[1].count = 0;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_null(strstr(out.data, "Hask"));
}

/* A cue alone says nothing of what for: its sentence is shown; where all that is found is unsure, the cell is not empty. */
static void test_blame_without_a_reason(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 43, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 43};
    struct px_article a = {.text = PX_SLICE("Others accused Osk. Brell blamed it on Osk.")}, b = {0};
    struct px_blame blames[] = {{.cue = {7, 14}, .others = true, .by.entity = PX_NONE, .attribution = PX_NONE},
                                {.cue = {26, 38}, .others = true, .by.entity = PX_NONE, .attribution = PX_NONE}};
    struct px_blame_row rows[] = {
        {.article = 0, .blame = 1, .target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell"), .referent = 0},
        {.article = 1, .blame = 0, .target = PX_SLICE("Osk"), .by = PX_SLICE("other staffers"), .referent = 0}};
    b.text = a.text;
    a.blocks.items = b.blocks.items = &block;
    a.sentences.items = b.sentences.items = &sentence;
    a.blocks.count = b.blocks.count = a.sentences.count = b.sentences.count = 1;
    a.blames.items = b.blames.items = blames;
    a.blames.count = b.blames.count = 2;
    compare(&a, &b);
    comparison.blame.items = rows;
    comparison.blame.count = 2;
    px_page_blame(&page);
    assert_false(out.failed);
    assert_has(&out, "| Osk | blamed by Ada Brell: “Others accused Osk. Brell blamed it on Osk” [A¶1.1](");
    assert_has(&out, "| less sure, in the JSON |");
    assert_true(px_page_tells_blame(&page, 0, 0, 0, false));
    assert_false(px_page_tells_blame(&page, 0, 0, 0, true));  /* no praise */
    assert_false(px_page_tells_blame(&page, 0, 1, 0, false)); /* another sentence, */
    assert_false(px_page_tells_blame(&page, 0, 0, 1, false)); /* another referent, */
    assert_false(px_page_tells_blame(&page, 1, 0, 0, false)); /* and one that is less sure */
    rows[0].by = PX_SLICE("other staffers");
    px_buffer_clear(&out);
    px_page_blame(&page);
    assert_int_equal(out.size, 0);
    blames[0].people = true;
    px_page_blame(&page);
    assert_has(&out, "| Osk | less sure, in the JSON | blamed by other staffers: “Others accused Osk");
}

/* The text, one sentence, in which Brell blames Osk, "Brell blamed on Osk", is shown so; `about`: what is blamed, or NULL. */
static void assert_blame_shown(const char *text, const char *cue, const char *about, const char *shown)
{
    uint32_t size = (uint32_t)strlen(text), first = (uint32_t)(strstr(text, cue) - text);
    uint32_t end = first + (uint32_t)strlen(cue);
    struct px_block block = {.end = size, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = size};
    struct px_blame blame = {.cue = {first, end}, .others = true, .attribution = PX_NONE};
    blame.about = about == NULL ? 0 : (uint32_t)(strstr(text, about) - text);
    blame.by = (struct px_party){PX_NONE, {first - 6, first - 1}};
    blame.target = (struct px_party){PX_NONE, {end + 1, end + 4}};
    struct px_article a = {.text = px_slice_from(text)};
    struct px_blame_row row = {.target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell")};
    lay_out(&a, &block, 1, &sentence, 1);
    a.blames.items = &blame;
    a.blames.count = 1;
    compare(&a, NULL);
    comparison.blame.items = &row;
    comparison.blame.count = 1;
    px_page_blame(&page);
    assert_has(&out, shown);
}

/* Of a long sentence the clause about the cue is shown, from mark to mark, and not the middle of another. */
static void test_blame_in_its_clause(void **state)
{
    (void)state;
    assert_blame_shown(
        "After the second slide of the year had closed the road to the pit, Brell blamed it on Osk, "
        "whose men had left the valley in May.",
        "blamed it on", NULL,
        "blamed by Ada Brell: “… Brell blamed it on Osk, whose men had left the valley in May” [A¶1.1](");
}

/* Where the clause is too long, what stands right before the cue may be what is blamed on somebody. */
static void test_blame_in_a_long_clause(void **state)
{
    (void)state;
    assert_blame_shown("Hask had to put off her first long journey to the old port of the northern league in March "
                       "because of a slide that Brell blamed on Osk.",
                       "blamed on", NULL, " because of a slide that Brell blamed on Osk” [A¶1.1](");
}

/* What a relative clause blames on somebody stands before it, and what was done because of it does not. */
static void test_blame_begins_with_what_is_blamed(void **state)
{
    (void)state;
    assert_blame_shown("Hask put off her journey in March because of a slide that Brell blamed on Osk.", "blamed on",
                       "a slide", "blamed by Ada Brell: “… a slide that Brell blamed on Osk” [A¶1.1](");
}

/* Spellings of one name are no row, however many; nor is a name in full beside the surname, or what both use. */
static void test_spellings_are_no_row(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans mentions[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t both[] = {3, 1}, one[] = {0, 3};
    struct px_variant variants[] = {{.form = PX_SLICE("Ada Brell"), .counts = both},
                                    {.form = PX_SLICE("Brell"), .counts = one}};
    struct px_referent referent = {.mentions = mentions, .variants = variants, .variant_count = 2, .choices = 1};
    compare(&a, &b);
    assert_false(px_referent_is_telling(&comparison, &referent));
    referent.choices = 2;
    referent.kind = PX_ENTITY_PERSON;
    assert_false(px_referent_is_telling(&comparison, &referent));
    variants[1].role = true;
    assert_true(px_referent_is_telling(&comparison, &referent));
    one[0] = 1;
    assert_false(px_referent_is_telling(&comparison, &referent));
    referent.verdict = PX_VERDICT_DIFFERS;
    assert_true(px_referent_is_telling(&comparison, &referent));
    referent.lexical = true;
    assert_true(px_referent_is_telling(&comparison, &referent));
    referent.choices = 1;
    assert_false(px_referent_is_telling(&comparison, &referent)); /* all say the same */
}

/* What all call somebody is no difference. */
static void test_a_label_of_all_is_no_row(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    uint32_t counts[] = {1, 1};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_referent_label label = {
        .text = PX_SLICE("corrupt"), .judges = true, .counts = counts, .own = counts, .evidence = evidence};
    struct px_spans mentions[2] = {{0}, {0}};
    struct px_referent referent = {.name = PX_SLICE("Tarsk"), .mentions = mentions, .labels = &label, .label_count = 1};
    compare(&a, &b);
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    px_page_names(&page);
    assert_null(strstr(out.data, "corrupt"));
    counts[1] = 0;
    px_page_names(&page);
    assert_has(&out, "| Tarsk | “corrupt” – | – |");
}

/* Whose words judge, where a statement that counts has all of them; and what a longer judgement holds is told with it. */
static void test_a_label_tells_whose_it_is(void **state)
{
    (void)state;
    struct px_span words = {0, 9};
    struct px_attribution said = {.speaker = {&words, 1, 1}, .confidence = 1, .high_tier = true, .speech = true};
    struct px_article a = {.text = PX_SLICE("Ada Brell said")}, b = {0};
    a.attributions.items = &said;
    a.attributions.count = 1;
    uint32_t counts[] = {1, 0}, own[] = {0, 0}, within[] = {0, PX_NONE};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_referent_label labels[2] = {{.text = PX_SLICE("worst"),
                                           .judges = true,
                                           .counts = counts,
                                           .own = own,
                                           .within = within,
                                           .evidence = evidence}};
    labels[1] = labels[0];
    labels[1].text = PX_SLICE("worst mayor of Varn");
    struct px_spans mentions[2] = {{0}, {0}};
    struct px_referent referent = {.name = PX_SLICE("Tarsk"), .mentions = mentions, .labels = labels, .label_count = 2};
    compare(&a, &b);
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    bool sure[1] = {false}, *doubted[] = {sure, sure};
    struct px_speaker speaker = {.shown = PX_SLICE("Ada Brell"), .referent = PX_NONE}, *speakers[] = {&speaker, NULL};
    comparison.sourcing.doubted = doubted;
    comparison.speakers = speakers;
    said.entity = said.replies_to = PX_NONE;
    px_page_names(&page);
    assert_has(&out, "| Tarsk | “worst mayor of Varn” (says Ada Brell) – | – |");
    px_buffer_clear(&out);
    within[0] = PX_NONE;
    px_page_names(&page);
    assert_has(&out, "| Tarsk | “worst mayor of Varn” (not in its own voice) – | – |");
}

/* Two finds in one sentence are one link; two links are no more than what would tell that there are two more. */
static void test_a_sentence_is_cited_once(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 5, .number = 1};
    struct px_sentence sentences[5] = {{0}};
    struct px_article article = {0};
    lay_out(&article, &block, 1, sentences, 5);
    compare(&article, NULL);
    uint32_t found[] = {0, 0, 1, 1, 2, 2, 3, 4};
    struct px_evidence evidence = {found, 7};
    px_page_cite(&page, 0, &evidence, 2);
    assert_written(&out, "[A¶1.1](#a1-1) [A¶1.2](#a1-2) [A¶1.3](#a1-3) [A¶1.4](#a1-4)");
    evidence.count = 8;
    px_buffer_clear(&out);
    px_page_cite(&page, 0, &evidence, 2);
    assert_written(&out, "[A¶1.1](#a1-1) [A¶1.2](#a1-2) and 3 more");
    px_buffer_clear(&out);
    memset(is_cited, 0, sizeof is_cited);
    px_page_cite_run(&page, 0, &(struct px_evidence){found + 2, 4}); /* all of a run is evidence */
    assert_written(&out, "[A¶1.2–3](#a1-2)");
    assert_true(!is_cited[0][0] && is_cited[0][1] && is_cited[0][2] && !is_cited[0][3]);
}

/* The parts of a compound are told of once; the picture shows what its section shows. What chance would bring in one of
 * twenty words, and what stands in one sentence alone, is no word of an article's own. */
static void test_parts_of_a_compound_are_one_term(void **state)
{
    (void)state;
    uint32_t counts[] = {4, 0};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 3, .number = 1};
    struct px_sentence sentences[3] = {{0}};
    uint32_t found[] = {0, 1, 2};
    struct px_evidence evidence[2] = {{found, 3}, {0}}, one[2] = {{found, 1}, {0}};
    uint32_t few[] = {2, 0};
    struct px_term terms[] = {{.term = PX_SLICE("dip"), .forms = PX_SLICE("double-dip/dip")},
                              {.term = PX_SLICE("double"), .forms = PX_SLICE("double-dip/double")},
                              {.term = PX_SLICE("eye")},
                              {.term = PX_SLICE("chance"), .p = .2},
                              {.term = PX_SLICE("breath")},
                              {.term = PX_SLICE("wave")}};
    for (size_t i = 0; i < 6; i++) {
        terms[i].counts = i == 2 ? few : counts;
        terms[i].evidence = i == 2 || i == 4 ? one : evidence;
        terms[i].log_odds_z = terms[i].q = 1;
        terms[i].log_ratio = 3;
    }
    struct px_article a = {0}, b = {0};
    lay_out(&a, &block, 1, sentences, 3);
    compare(&a, &b);
    comparison.terms.items = terms;
    comparison.terms.count = 6;
    px_page_terms(&page); /* what stands out beyond chance is followed by the next; nothing by none */
    assert_written(&out, "");
    terms[5].q = .01;
    px_page_terms(&page);
    assert_has(&out, "“double-dip/dip” 4 : 0");
    terms[5].q = 1;
    px_buffer_clear(&out);
    assert_false(px_picture_shows(PX_PICTURE_TERMS, &comparison)); /* which may all be chance */
    terms[5].q = .01;
    px_picture_write_element(PX_PICTURE_TERMS, &comparison, &out);
    assert_has(&out, ">double-dip/dip</text>");
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("double-dip/double"), 0), SIZE_MAX);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("eye"), 0), SIZE_MAX);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("“chance"), 0), SIZE_MAX);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("“breath"), 0), SIZE_MAX);
    comparison.terms.count = 5; /* one bar shows nothing */
    px_buffer_clear(&out);
    px_picture_write_element(PX_PICTURE_TERMS, &comparison, &out);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE(">double-dip/dip</text>"), 0), SIZE_MAX);
}

/* A cue alone, however often, tells no frame, nor do those of two sentences, nor does what both articles have nearly as
 * often, or by the same cues for the most part: it is what they are about. */
static void test_one_cue_is_no_frame(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 3, .low = 1, .high = 5, .count = 3}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator indicator = {.name = PX_SLICE("frames.crime"),
                                     .family = PX_SLICE("frames"),
                                     .label = PX_SLICE("crime"),
                                     .unit = PX_SLICE("per 1,000 words"),
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_ALL,
                                     .values = values,
                                     .evidence = evidence,
                                     .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_match matches[4] = {{0}};
    for (uint32_t i = 0; i < 4; i++)
        matches[i] = (struct px_match){.end = 4,
                                       .category = PX_SLICE("frames.crime"),
                                       .entry = i == 3 ? PX_SLICE("thief") : PX_SLICE("raid"),
                                       .sentence = i};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 4, .number = 1};
    struct px_sentence sentences[4] = {{0}};
    struct px_article a = {.text = PX_SLICE("raid"), .counts.words = 500}, b;
    lay_out(&a, &block, 1, sentences, 4);
    a.matches.items = matches;
    struct px_headline headlines[2] = {{0}};
    compare(&a, &b);
    comparison.headlines = headlines;
    comparison.indicators.items = &indicator;
    comparison.indicators.count = 1;
    b = a;
    for (size_t count = 3; count < 10; count++) {
        begin_page();
        b.matches.count = count == 8;
        matches[2].sentence = count == 9 ? 1 : 2;
        matches[3].sentence = count == 9 ? 1 : 3;
        values[0].count = count == 6 ? 10 : 5; /* as often as that in each, it is the subject */
        values[1].count = count == 6 ? 5 : count == 7 ? 3 : 1;
        values[1].value = count == 7 ? 2 : 1;
        matches[2].entry = count >= 5 ? PX_SLICE("gang") : PX_SLICE("raid");
        a.matches.count = count < 4 ? count : 4;
        px_page_certainty(&page);
        assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("**crime**"), 0) != SIZE_MAX, count == 5);
    }
    /* nor do four words tell what one takes as given, or how sure it is */
    matches[2].sentence = 2;
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t count = 4 + i % 2;
        indicator.family = i < 2 ? PX_SLICE("presupposition") : PX_SLICE("certainty");
        begin_page();
        values[0].count = count;
        values[1].count = 1;
        values[1].value = 1;
        px_page_certainty(&page);
        assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("**crime**"), 0) != SIZE_MAX, count == 5);
    }
    /* a difference that was tested needs no line below it */
    indicator.verdict = PX_VERDICT_DIFFERS;
    values[0].count = 4;
    begin_page();
    px_page_certainty(&page);
    assert_has(&out, "| differs by more than chance |");
}

/* Of the sentence about such a cue its clause is shown, not a window that ends anywhere. */
static void test_blame_is_shown_with_its_clause(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE(
                               "On Monday, Brell met crews whose losses he blamed on Osk, who had left the town.")},
                      b = {0};
    struct px_block block = {.end = 80, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 80};
    struct px_blame blame = {.cue = {43, 52},
                             .target = {.entity = PX_NONE, .words = {53, 56}},
                             .others = true,
                             .by.entity = PX_NONE,
                             .attribution = PX_NONE};
    struct px_blame_row row = {.target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell"), .referent = 0};
    lay_out(&a, &block, 1, &sentence, 1);
    a.blames.items = &blame;
    a.blames.count = 1;
    compare(&a, &b);
    comparison.blame.items = &row;
    comparison.blame.count = 1;
    px_page_blame(&page);
    assert_has(
        &out, "blamed by Ada Brell: “… Brell met crews whose losses he blamed on Osk, who had left the town” [A¶1.1](");
}

/* An aim that somebody tells of who is not known is left out; that of the article and of a known speaker are shown. */
static void test_an_aim_has_who_tells_it(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Aides said Osk left in a bid to hide.")};
    struct px_block block = {.end = 37, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 37};
    struct px_motive motive = {.cue = {20, 31},
                               .purpose = {32, 36},
                               .actor.entity = PX_NONE,
                               .attribution = PX_NONE,
                               .aim = PX_AIM_SUSPICIOUS,
                               .somebody = true};
    struct px_motive_row row = {.actor = PX_SLICE("Osk"), .referent = PX_NONE};
    struct px_span said = {11, 36};
    struct px_attribution statement = {.content = {&said, 1, 1}};
    lay_out(&a, &block, 1, &sentence, 1);
    a.motives.items = &motive;
    a.motives.count = 1;
    a.attributions.items = &statement;
    a.attributions.count = 1;
    compare(&a, NULL);
    comparison.motives.items = &row;
    comparison.motives.count = 1;
    px_page_motives(&page);
    assert_int_equal(out.size, 0);
    row.speaker = PX_SLICE("Ada Brell");
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide” (suspicious; says Ada Brell) [A¶1.1](");
    px_buffer_clear(&out);
    row.speaker.size = 0;
    a.attributions.count = 0;
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide” (suspicious) [A¶1.1](");
}

/* The words of a voice stand once: in a line where all of them are of one category, or each under its own. Of one word of
 * the articles' own nothing is said. */
static void test_loaded_words_stand_once(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 3, .low = 1, .high = 5, .count = 1}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator own = {.name = PX_SLICE("loaded.own"),
                               .family = PX_SLICE("loaded"),
                               .label = PX_SLICE("loaded wording, own voice"),
                               .unit = PX_SLICE("per 1,000 words"),
                               .topic = PX_NONE,
                               .voice = PX_VOICE_OWN,
                               .values = values,
                               .evidence = evidence,
                               .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_indicator indicators[] = {own, own, own};
    indicators[1].name = PX_SLICE("loaded.emotive");
    indicators[1].label = PX_SLICE("heated words, own voice");
    indicators[2].name = PX_SLICE("loaded.distance");
    indicators[2].label = PX_SLICE("doubt, own voice");
    struct px_match match = {.end = 5, .category = PX_SLICE("loaded.emotive"), .voice = PX_VOICE_OWN};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {0};
    struct px_article a = {.text = PX_SLICE("slams")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    a.matches.items = &match;
    a.matches.count = 1;
    compare(&a, &b);
    comparison.indicators.items = indicators;
    comparison.indicators.count = 2;
    px_page_loaded(&page);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("slams"), 0), SIZE_MAX);
    values[0].count = 2;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "- **loaded wording, own voice**: A 2 (“slams” [A¶1.1](");
    comparison.indicators.count = 3;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "- **loaded wording, own voice**: A 2; B 0, by category:\n  - **heated words**: A 2 (“slams” [");
    /* in scare quotes what stands between the marks is shown */
    struct px_token tokens[] = {
        {.start = 0, .end = 1}, {.start = 1, .end = 6}, {.start = 7, .end = 11}, {.start = 11, .end = 12}};
    struct px_quotation quotation = {.span = {0, 12}, .token_count = 4, .kind = PX_QUOTATION_SCARE};
    a.text = PX_SLICE("\"slams hope\"");
    a.tokens.items = tokens;
    a.tokens.count = 4;
    a.quotations.items = &quotation;
    a.quotations.count = 1;
    match.start = 1;
    match.end = 6;
    match.voice = indicators[0].voice = PX_VOICE_SCARE;
    comparison.indicators.count = 1;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "A 2 (“slams hope” [A¶1.1](");
}

/* By what description a speaker of two articles is introduced in one alone, is told of that one. */
static void test_a_role_is_of_its_article(void **state)
{
    (void)state;
    struct px_entity here = {.role = PX_SLICE("former aide"), .kind = PX_ENTITY_PERSON}, there = here;
    struct px_article a = {0}, b = {0};
    a.entities.items = &here;
    b.entities.items = &there;
    a.entities.count = b.entities.count = 1;
    uint32_t entity[] = {0, 0}, one[] = {1, 1}, none[] = {0, 0};
    struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON, .entity = entity};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_slice cues[2] = {{0}, {0}};
    struct px_source source = {.name = PX_SLICE("Ada Brell"),
                               .shown = PX_SLICE("Ada Brell"),
                               .role = PX_SLICE("former aide"),
                               .kind = PX_SPEAKER_PERSON,
                               .traces = none,
                               .statements = one,
                               .words = one,
                               .cues = cues,
                               .evidence = evidence};
    bool *doubted[] = {NULL, NULL};
    compare(&a, &b);
    comparison.sourcing.kinds = nobody;
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    comparison.sourcing.sources.items = &source;
    comparison.sourcing.sources.count = 1;
    comparison.sourcing.doubted = doubted;
    comparison.sourcing.unclear.statements = none;
    static const char *const roles[] = {"director", "aide", "", "Director", "Former A.I.D.E. of the town"};
    static const char *const written[] = {"| Ada Brell, former aide (A), director (B) |", "| Ada Brell, former aide |",
                                          "| Ada Brell, former aide |", "| Ada Brell, former aide (A), Director (B) |",
                                          "| Ada Brell, former aide |"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        begin_page();
        there.role = px_slice_from(roles[i]);
        px_page_sourcing(&page);
        assert_has(&out, written[i]);
    }
}

/* Who makes a statement with another stands beside him by name. */
static void test_joint_speakers_are_named(void **state)
{
    (void)state;
    struct px_entity entities[] = {{.name = PX_SLICE("Ada Brell")}, {.name = PX_SLICE("Ivo Hask")}};
    struct px_article article = {0};
    article.entities.items = entities;
    article.entities.count = 2;
    struct px_attribution statement = {.also = {1, 0, 1}};
    static const char *const written[] = {"", " and Ivo Hask", ", Ivo Hask and Ada Brell", " and others"};
    for (statement.also_count = 0; statement.also_count < 4; statement.also_count++) {
        begin_page();
        px_page_joint(&page, &article, &statement);
        assert_written(&out, written[statement.also_count]);
    }
}

static void test_nothing_has_no_sign(void **state)
{
    (void)state;
    begin_page();
    px_page_interval(&page, -.004, .2, PX_SLICE("share"));
    assert_written(&out, "0 % to 20 %");
}

/* An index whose interval is as wide as what texts differ by says nothing; nor what is told to be for no page. */
static void test_a_rough_index_is_not_shown(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = .7, .low = .4, .high = 1, .count = 1},
                                 {.value = .7, .low = .65, .high = .75, .count = 5}};
    struct px_indicator indicator = {
        .family = PX_SLICE("style"), .unit = PX_SLICE("index"), .values = values, .topic = PX_NONE};
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    assert_false(px_page_has_indicator(&page, &indicator, "style"));
    values[0].low = .65;
    values[0].high = .75;
    assert_true(px_page_has_indicator(&page, &indicator, "style"));
    indicator.unlisted = true;
    assert_false(px_page_has_indicator(&page, &indicator, "style"));
}

/* Figures in which the articles differ by the test stand on the page, and no other. */
static void test_only_what_differs_is_a_row(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 9, .low = 8, .high = 10, .count = 3},
                                 {.value = 7, .low = 6, .high = 8, .count = 3}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator indicator = {.name = PX_SLICE("style.words"),
                                     .family = PX_SLICE("style"),
                                     .topic = PX_NONE,
                                     .label = PX_SLICE("words"),
                                     .unit = PX_SLICE("words"),
                                     .values = values,
                                     .difference = 2,
                                     .low = 1,
                                     .high = 3,
                                     .evidence = evidence,
                                     .verdict = PX_VERDICT_NO_CLEAR_DIFFERENCE};
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    comparison.indicators.items = &indicator;
    comparison.indicators.count = 1;
    for (int i = 0; i < 2; i++) {
        begin_page();
        indicator.verdict = i == 0 ? PX_VERDICT_NO_CLEAR_DIFFERENCE : PX_VERDICT_DIFFERS;
        indicator.q = .02;
        assert_int_equal(px_page_differing(&page, "style", "Style:\n\n"), i);
        if (i == 1)
            assert_has(&out, "| words | 9.0 (8.0 to 10.0) | 7.0 (6.0 to 8.0) | 2.0 (1.0 to 3.0) | .020 | – |");
    }
}

/* An opinion piece beside an article that is none is told; two of a kind are not. */
static void test_an_opinion_is_told(void **state)
{
    (void)state;
    static const struct {
        uint8_t first, second;
        bool told;
    } cases[] = {{PX_GENRE_NEWS, PX_GENRE_OPINION, true},
                 {PX_GENRE_OPINION, PX_GENRE_OPINION, false},
                 {PX_GENRE_NEWS, PX_GENRE_NEWS, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_article a = {.genre = cases[i].first, .outlet = PX_SLICE("Post")};
        struct px_article b = {.genre = cases[i].second, .outlet = PX_SLICE("Herald")};
        compare(&a, &b);
        px_page_articles(&page);
        assert_int_equal(cases[i].told,
                         px_slice_find(px_buffer_slice(&out), PX_SLICE("marked as opinion"), 0) != SIZE_MAX);
    }
}

/* Whose statements are all less sure stands in no row, but in a line below; who speaks surely, or hardly, does not. */
static void test_less_sure_speakers_are_named(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Kestria says no")}, b = {0};
    struct px_span span = {0, 7};
    struct px_attribution said = {.speech = true, .speaker = {&span, 1, 1}, .confidence = .9, .entity = 0};
    struct px_referent referent = {.name = PX_SLICE("Kestria"), .kind = PX_ENTITY_PERSON};
    struct px_speaker speaker = {.referent = 0}, *speakers[] = {&speaker, NULL};
    bool none[2] = {false, false}, *doubted[] = {none, none};
    uint32_t counts[2] = {1, 0}, unclear[2] = {0, 0};
    struct px_slice cues[2] = {{0}, {0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    bool of_b[2] = {false, true};
    struct px_source source = {.name = PX_SLICE("Ann Hask"),
                               .referent = 7,
                               .statements = counts,
                               .words = counts,
                               .traces = unclear,
                               .absent = none,
                               .outlet = of_b,
                               .cues = cues,
                               .evidence = evidence};
    compare(&a, &b);
    comparison.speakers = speakers;
    comparison.sourcing.kinds = nobody;
    a.attributions.items = &said;
    a.attributions.count = 1;
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    comparison.sourcing.sources.items = &source;
    comparison.sourcing.sources.count = 1;
    comparison.sourcing.doubted = doubted;
    comparison.sourcing.unclear.statements = unclear;
    struct px_mention pronoun = {.start = 0, .end = 2, .form = PX_MENTION_PRONOUN};
    a.mentions.items = &pronoun;
    struct px_block block = {.start = 0, .end = 15, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 15};
    lay_out(&a, &block, 1, &sentence, 1);
    for (int i = 0; i < 4; i++) {
        begin_page();
        said.confidence = i == 1 ? .5 : .9;
        a.mentions.count = i == 3; /* "he" is who is likeliest, hardly surely */
        source.referent = i == 2 ? 0 : 7;
        px_page_sourcing(&page);
        bool named = px_slice_find(px_buffer_slice(&out),
                                   PX_SLICE("in no row, among others: Kestria [A¶1.1](#a1-1).\n"), 0) != SIZE_MAX;
        assert_int_equal(named, i == 0);
        /* who has no statement there is told so, though he may be somebody who has */
        assert_true(px_slice_find(px_buffer_slice(&out), PX_SLICE(" (the outlet of B) | 1; 1 word | – |"), 0) !=
                    SIZE_MAX);
    }
    /* who only denies what others say is no row without words */
    begin_page();
    source.words = unclear;
    px_page_sourcing(&page);
    assert_null(strstr(out.data, "| speaker |"));
    assert_has(&out, "Counted too, without words that are surely theirs, as who denies what others say: ");
    source.words = counts;
    /* by name where a description stands for him */
    begin_page();
    said.type = PX_ATTRIBUTION_DIRECT;
    said.entity = PX_NONE;
    said.high_tier = true;
    said.content.items = &span;
    said.content.count = 1;
    referent.name = PX_SLICE("Ora Lind");
    px_page_sourcing(&page);
    assert_has(&out, "- Ora Lind: Kestria");
    /* what doubts a statement by its own verb or noun is told, however less sure its words are */
    struct px_span cue = {8, 15};
    said.high_tier = false;
    a.mentions.count = 0;
    said.uptake = PX_UPTAKE_UNDERCUT;
    said.cue.items = &cue;
    said.cue.count = 1;
    for (uint32_t start = 0; start < 9; start += 8) {
        px_buffer_clear(&out);
        said.uptake_words = (struct px_span){start, start + 4};
        px_page_sourcing(&page);
        bool told = px_slice_find(px_buffer_slice(&out), PX_SLICE("Ora Lind, undercut by “says”"), 0) != SIZE_MAX;
        assert_int_equal(told, start == 8);
    }
    assert_has(&out, "undercut by “says”: “says no”");
    struct px_span end = {13, 14}; /* where the statement ends before its sentence does */
    said.content.items = &end;
    px_buffer_clear(&out);
    px_page_sourcing(&page);
    assert_has(&out, "undercut by “says”: “says n”");
}

/* Speakers of a topic: who has a row is less sure there by whatever he is said to say; what is nobody's by name,
 * or of whom nothing tells, is worth no mark. */
static void test_less_sure_speakers_of_a_topic(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 15, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 15};
    struct px_article a = {.text = PX_SLICE("Kestria says no"), .blocks = {&block, 1, 1}};
    struct px_span span = {0, 7}, all = {0, 15};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    struct px_attribution said = {.speech = true, .speaker = {&span, 1, 1}, .confidence = .5};
    a.sentences.items = &sentence;
    a.sentences.count = 1;
    a.attributions.items = &said;
    a.attributions.count = 1;
    struct px_article b = a;
    struct px_referent referent = {.name = PX_SLICE("Kestria"), .kind = PX_ENTITY_PLACE};
    struct px_speaker speaker = {.referent = 0}, *speakers[] = {&speaker, &speaker};
    bool none[2] = {false, false}, *doubted[] = {none, none};
    uint32_t counts[2] = {0, 0}, first[] = {0, 0};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_source source = {.name = PX_SLICE("Kestria"), .statements = counts, .evidence = evidence};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = first,
                             .alike = first};
    compare(&a, &b);
    comparison.speakers = speakers;
    comparison.sourcing.kinds = nobody;
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    comparison.sourcing.sources.items = &source;
    comparison.sourcing.sources.count = 1;
    comparison.sourcing.doubted = doubted;
    comparison.sourcing.unclear.statements = counts;
    comparison.sourcing.unclear.evidence = evidence;
    comparison.topics.items = &topic;
    comparison.topics.count = 1;
    for (int i = 0; i < 5; i++) {
        begin_page();
        b.attributions.count = i > 0;
        source.referent = i < 2 ? 0 : 7;
        said.speaker.count = i < 3;
        said.speech = i < 4;
        px_page_topics(&page);
        if (i == 1)
            assert_has(&out, "| speakers | less sure: Kestria | less sure: Kestria |");
        else /* no row where nobody is found to speak in one of them */
            assert_null(strstr(out.data, "| speakers |"));
    }
}

/* By the sentences that are most alike, which may be those that both passages begin with. */
static void test_a_topic_is_shown_by_what_is_alike(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 17, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 2};
    struct px_sentence sentences[] = {{.start = 0, .end = 9}, {.start = 10, .end = 17}};
    struct px_article article = {.text = PX_SLICE("It burns. It ends."), .blocks = {&block, 1, 1}};
    article.sentences.items = sentences;
    article.sentences.count = 2;
    struct px_span all = {0, 17};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t counts[2] = {0, 0}, first[] = {0, 0}, alike[] = {0, 1};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = first};
    compare(&article, &article);
    comparison.topics.items = &topic;
    comparison.topics.count = 1;
    comparison.sourcing.unclear.statements = counts;
    for (int i = 0; i < 2; i++) {
        begin_page();
        topic.alike = i == 0 ? first : alike;
        px_page_topics(&page);
        assert_has(&out, i == 0 ? "| begins | It burns. [" : "| most alike | its first sentence, above [");
        assert_has(&out, i == 0 ? " | It burns. [" : " | It ends [");
    }
    begin_page();
    topic.likeness = 0; /* of what is less sure the sentences alone */
    px_page_topics(&page);
    assert_has(&out, "### Less sure\n");
    assert_has(&out, "| 1: A¶1 and B¶1 | its first sentence, above [");
    assert_null(strstr(out.data, "most alike |"));
}

/* A sentence from the midst of what somebody says has marks; one with a mark of its own needs no more. */
static void test_a_said_sentence_has_marks(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 34, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentences[] = {{.start = 0, .end = 12}, {.start = 13, .end = 21}};
    struct px_article article = {.text = PX_SLICE("“It burns. It ends. All ends.”")};
    lay_out(&article, &block, 1, sentences, 2);
    struct px_quotation quotation = {.span = {0, 34}, .kind = PX_QUOTATION_SPEECH, .attribution = PX_NONE};
    article.quotations.items = &quotation;
    article.quotations.count = 1;
    struct px_span all = {0, 34};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t counts[2] = {0, 0}, alike[] = {0, 1};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = counts,
                             .alike = alike};
    compare(&article, &article);
    comparison.topics.items = &topic;
    comparison.topics.count = 1;
    comparison.sourcing.unclear.statements = counts;
    px_page_topics(&page);
    assert_has(&out, "| “It burns.” [");
    assert_has(&out, "| “It ends.” [");
}

/* A statement in parts: a dash that the article has is no gap, and a part that is cut has one ellipsis behind it. */
static void test_parts_of_a_statement(void **state)
{
    (void)state;
#define WORDS "and the boats that lay in the old harbour over the long winter without their crews were sold there, "
    static const struct {
        const char *text, *written;
        struct px_span parts[2];
    } cases[] = {
        {"no harbour — or none here — is safe", "no harbour — or none here [", {{0, 10}, {15, 27}}},
        {"\"No harbour is safe.” It rains.", "\"No harbour is safe.” [", {{0, 23}, {24, 33}}},
        {"\"No “harbour” is safe. It rains.", "\"No “harbour” is safe.\" [", {{0, 26}, {27, 36}}},
        {"no harbour, said Hask, is safe", "no harbour … is safe [", {{0, 10}, {23, 30}}},
        {"“First " WORDS WORDS WORDS WORDS WORDS WORDS "all.” She left. “So it is.”",
         "sold there …” “So it is.” [",
         {{0, 616}, {627, 642}}},
    };
    bool none[1] = {false}, *doubted[] = {none};
    uint32_t counts[1] = {1}, unclear[1] = {0};
    struct px_slice cues[1] = {{0}};
    struct px_evidence evidence[1] = {{0}};
    struct px_source source = {.name = PX_SLICE("Ann Hask"),
                               .referent = PX_NONE,
                               .statements = counts,
                               .words = counts,
                               .traces = unclear,
                               .absent = none,
                               .cues = cues,
                               .evidence = evidence};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_sentence sentence = {0};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_span who = {0, 2}, parts[2] = {cases[i].parts[0], cases[i].parts[1]};
        struct px_attribution said = {.type = PX_ATTRIBUTION_DIRECT,
                                      .high_tier = true,
                                      .entity = PX_NONE,
                                      .speaker = {&who, 1, 1},
                                      .content = {parts, 2, 2}};
        struct px_article a = {.text = px_slice_from(cases[i].text)};
        compare(&a, NULL);
        comparison.speakers = speakers;
        comparison.sourcing.kinds = nobody;
        a.attributions.items = &said;
        a.blocks.items = &block;
        a.sentences.items = &sentence;
        a.attributions.count = a.blocks.count = a.sentences.count = 1;
        comparison.sourcing.sources.items = &source;
        comparison.sourcing.sources.count = 1;
        comparison.sourcing.doubted = doubted;
        comparison.sourcing.unclear.statements = unclear;
        px_page_sourcing(&page);
        assert_has(&out, cases[i].written);
    }
#undef WORDS
}

/* What hangs on a verb between the parts is left out, and is not if that is the cue. */
static void test_parts_that_hang_on_a_verb(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 3, .end = 7},
                                {.start = 11, .end = 17},
                                {.start = 18, .end = 21},
                                {.start = 25, .end = 27, .voice = PX_VOICE_DIRECT}};
    struct px_lexeme lexemes[] = {{0}, {.word_class = PX_WORD_VERB}, {0}, {0}};
    struct px_span who = {0, 1}, cue = {11, 17}, parts[] = {{0, 10}, {22, 35}};
    struct px_article a = {.text = PX_SLICE("“more” pushed for “to last”"), .lexemes = lexemes};
    struct px_attribution said = {.type = PX_ATTRIBUTION_DIRECT,
                                  .high_tier = true,
                                  .entity = PX_NONE,
                                  .speaker = {&who, 1, 1},
                                  .content = {parts, 2, 2}};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_sentence sentence = {0};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    bool none[1] = {false}, *doubted[] = {none};
    uint32_t counts[1] = {1}, unclear[1] = {0};
    struct px_slice cues[1] = {{0}};
    struct px_evidence evidence[1] = {{0}};
    struct px_source source = {.name = PX_SLICE("Ann Hask"),
                               .referent = PX_NONE,
                               .statements = counts,
                               .words = counts,
                               .traces = unclear,
                               .absent = none,
                               .cues = cues,
                               .evidence = evidence};
    compare(&a, NULL);
    comparison.speakers = speakers;
    comparison.sourcing.kinds = nobody;
    a.tokens.items = tokens;
    a.tokens.count = 4;
    a.attributions.items = &said;
    lay_out(&a, &block, 1, &sentence, 1);
    a.attributions.count = 1;
    comparison.sourcing.doubted = doubted;
    comparison.sourcing.sources.items = &source;
    comparison.sourcing.sources.count = 1;
    comparison.sourcing.unclear.statements = unclear;
    for (size_t cued = 0; cued < 2; cued++) {
        begin_page();
        said.cue.items = &cue;
        said.cue.count = cued;
        px_page_sourcing(&page);
        assert_true((px_slice_find(px_buffer_slice(&out), PX_SLICE("last"), 0) != SIZE_MAX) == (cued == 1));
    }
    /* what goes on from its verb stands behind it, and a quotation of its own behind the words between */
    struct px_span goes_on = {18, 35};
    said.content = (struct px_spans){&goes_on, 1, 1};
    said.cue_lemma = PX_SLICE("push");
    for (uint32_t start = 18; start <= 22; start += 4) {
        begin_page();
        goes_on.start = start;
        px_page_sourcing(&page);
        assert_has(&out, ": pushed for “to last” [");
    }
    /* and words that say another thing by themselves stand with their verb */
    for (uint32_t end = 35; end <= 36; end++) {
        begin_page();
        said.cut = true;
        cue.start = end == 35 ? 11 : 30; /* not where the verb comes behind them */
        px_page_sourcing(&page);
        bool told = px_slice_find(px_buffer_slice(&out), PX_SLICE(": pushed for “to last” ["), 0) != SIZE_MAX;
        assert_int_equal(told, end == 35);
    }
}

/* Teasers that name what the article names are listed without what leads to them, others counted, and lines that may be
 * a caption; and a page that says nothing of its kind is marked as nothing. */
static void test_teasers_and_marks(void **state)
{
    (void)state;
    struct px_entity entity = {.name = PX_SLICE("Ann Hask")};
    struct px_furniture lines[] = {{.role = PX_ROLE_RELATED, .label = 6, .text = PX_SLICE("MORE: Hask Takes the Helm")},
                                   {.role = PX_ROLE_RELATED, .text = PX_SLICE("See the Islands With a Painter")},
                                   {.role = PX_ROLE_RELATED, .text = PX_SLICE("Ann Hask in Varn")},
                                   {.role = PX_ROLE_CREDIT, .text = PX_SLICE("Ben Roe")},
                                   {.role = PX_ROLE_COMMENTS, .text = PX_SLICE("Log in to write one.")}};
    struct px_article a = {.genre = PX_GENRE_NEWS, .furniture = {lines, 5, 5}}, b = {.genre = PX_GENRE_OPINION};
    compare(&a, &b);
    a.entities.items = &entity;
    a.entities.count = 1;
    px_page_articles(&page);
    assert_has(&out, "- Hask Takes the Helm\n\n"); /* what names nobody of the article frames nothing of it */
    assert_has(&out, "| marked as | – | opinion |");
    assert_has(&out, "related 3, comments with their forms and rules 1 |");
}

static void assert_edit(struct px_slice first, struct px_slice second, struct px_edit edit, const char *written)
{
    struct px_sentence here = {.start = 0, .end = (uint32_t)first.size},
                       there = {.start = 0, .end = (uint32_t)second.size};
    struct px_article a = {.text = first}, b = {.text = second};
    a.sentences.items = &here;
    b.sentences.items = &there;
    a.blocks.items = b.blocks.items = &(struct px_block){.role = PX_ROLE_PARAGRAPH, .number = 1};
    a.blocks.count = b.blocks.count = 1;
    a.sentences.count = b.sentences.count = 1;
    struct px_reuse reuse = {.article = {0, 1}, .sentence = {0, 0}};
    reuse.edits.items = &edit;
    reuse.edits.count = 1;
    compare(&a, &b);
    comparison.reused.items = &reuse;
    comparison.reused.count = 1;
    px_page_shared_text(&page);
    assert_has(&out, written);
}

/* What only the other article has stands behind the marks that close a quotation, not inside of it; with words struck out at
 * the head of a sentence goes their comma. */
static void test_edits_keep_marks_in_place(void **state)
{
    (void)state;
    assert_edit(PX_SLICE("\"It burns.\" "), PX_SLICE("\"It burns.\" Carr wrote."), (struct px_edit){{{9, 9}, {12, 22}}},
                "It burns.\" **Carr wrote**");
    assert_edit(PX_SLICE("\"It burns and if not, wait.\""), PX_SLICE("\"It burns and if not,\" Carr wrote."),
                (struct px_edit){{{22, 26}, {23, 33}}}, "not, ~~wait~~.\" **Carr wrote**\n");
    assert_edit(PX_SLICE("\"It burns.\" "), PX_SLICE("\"It burns for long,\" Carr wrote."),
                (struct px_edit){{{9, 9}, {10, 31}}}, "It burns **for long**.\" **Carr wrote**");
    assert_edit(PX_SLICE("At noon, all left."), PX_SLICE("All left."), (struct px_edit){{{0, 7}, {0, 0}}},
                "~~At noon,~~ all left.");
    assert_edit(PX_SLICE("They left, at noon, by bus."), PX_SLICE("They left, by bus."),
                (struct px_edit){{{11, 18}, {11, 11}}}, "left, ~~at noon~~, by bus.");
}

/* "“It burns,” said Carr" and "“It burns,” he added" are one quotation, without an edit. */
static void test_who_says_it_is_no_edit(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 1, .end = 9, .voice = PX_VOICE_DIRECT},
                                {.start = 12, .end = 14, .voice = PX_VOICE_OWN},
                                {.start = 15, .end = 20, .voice = PX_VOICE_OWN}};
    struct px_sentence sentence = {.start = 0, .end = 20};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_article a = {.text = PX_SLICE("\"It burns,\" he added")}, b;
    a.tokens.items = tokens;
    a.sentences.items = &sentence;
    a.blocks.items = &block;
    a.tokens.count = 3;
    a.sentences.count = a.blocks.count = 1;
    b = a;
    struct px_edit edit = {{{12, 20}, {12, 20}}};
    struct px_reuse reuse = {.article = {0, 1}, .sentence = {0, 0}};
    reuse.edits.items = &edit;
    reuse.edits.count = 1;
    compare(&a, &b);
    comparison.reused.items = &reuse;
    comparison.reused.count = 1;
    px_page_shared_text(&page);
    assert_int_equal(out.size, 0);
    edit.spans[0].start = edit.spans[1].start = 1; /* of what is said */
    px_page_shared_text(&page);
    assert_has(&out, "~~It burns,");
}

/* What all quote is told apart from what they share in their own words. */
static void test_a_shared_quotation_is_told(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 1}, {.start = 1, .end = 32}, {.start = 32, .end = 33}};
    struct px_quotation quotation = {.first_token = 0, .token_count = 3};
    struct px_article a = {.text = PX_SLICE("\"None of us will ever sail again.\"")}, b = a;
    a.tokens.items = b.tokens.items = tokens;
    a.tokens.count = b.tokens.count = 3;
    a.quotations.items = b.quotations.items = &quotation;
    a.quotations.count = b.quotations.count = 1;
    struct px_span span = {1, 32};
    struct px_spans spans[] = {{&span, 1, 1}, {&span, 1, 1}};
    struct px_shared shared = {.spans = spans, .words = 8};
    compare(&a, &b);
    comparison.shared.items = &shared;
    comparison.shared.count = 1;
    px_page_shared_text(&page);
    assert_has(&out, "(8 words, all of them quoted)");
    b.quotations.count = 0;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_has(&out, "(8 words)");
}

/* Every run stands there, so that the words add up: the short ones in one line, and none of them alone. */
static void test_short_runs_share_a_line(void **state)
{
    (void)state;
    struct px_article a = {.text =
                               PX_SLICE("None of us will ever sail out again. The rain fell on us. It was cold, too.")},
                      b = a;
    struct px_span span[] = {{0, 35}, {37, 56}, {58, 69}};
    struct px_spans spans[3][2] = {{{&span[0], 1, 1}, {&span[0], 1, 1}},
                                   {{&span[1], 1, 1}, {&span[1], 1, 1}},
                                   {{&span[2], 1, 1}, {&span[2], 1, 1}}};
    struct px_shared shared[] = {{spans[0], 8}, {spans[1], 5}, {spans[2], 4}};
    compare(&a, &b);
    comparison.shared.items = shared;
    comparison.shared.count = 3;
    px_page_shared_text(&page);
    assert_has(&out,
               "\n\n- “None of us will ever sail out again” (8 words)\n- shorter: “The rain fell on us” (5 words); “It "
               "was cold” (4 words)\n\n");
    comparison.shared.items = shared + 1;
    comparison.shared.count = 2;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_int_equal(out.size, 0);
}

/* What stands over teasers, or links run together, is none of them. */
static void test_teasers_are_headlines(void **state)
{
    (void)state;
    struct px_furniture furniture[] = {
        {.role = PX_ROLE_RELATED, .label = 20, .text = PX_SLICE("MORE FROM THE STRAIT")},
        {.role = PX_ROLE_NAVIGATION, .text = PX_SLICE("Home World Money Sports Weather")},
        {.role = PX_ROLE_RELATED, .text = PX_SLICE("CourierAbout UsCareersContact UsTerms of Use")},
        {.role = PX_ROLE_RELATED, .text = PX_SLICE("Ferry Drifts Off McLaren Cape")},
        {.role = PX_ROLE_RELATED, .text = PX_SLICE("Sun Over the Strait")}, /* of nobody whom the article names */
        {.role = PX_ROLE_RELATED, .label = 6, .text = PX_SLICE("MORE: Ferry Found")}};
    struct px_entity entity = {.name = PX_SLICE("McLaren Cape")};
    struct px_article a = {.entities = {&entity, 1, 1}}, b = {0};
    a.furniture.items = furniture;
    a.furniture.count = sizeof furniture / sizeof *furniture;
    compare(&a, &b);
    px_page_articles(&page);
    assert_has(&out, "which frame but are not counted:\n\n- Ferry Drifts Off McLaren Cape\n- Ferry Found\n\n");
}

/* How much is shared stands among the counts; rows that would tell nothing do not. */
static void test_how_much_is_shared(void **state)
{
    (void)state;
    struct px_article a = {.counts = {.words = 10}}, b = {.counts = {.words = 40}};
    struct px_span span = {0, 8};
    struct px_spans spans[] = {{&span, 1, 1}, {&span, 1, 1}};
    struct px_shared shared = {.spans = spans, .words = 7};
    uint32_t words[] = {8, 8};
    compare(&a, &b);
    comparison.shared_words = words;
    px_page_articles(&page);
    assert_null(strstr(out.data, "in the runs"));
    assert_null(strstr(out.data, "marked as"));
    assert_null(strstr(out.data, "furniture"));
    comparison.shared.items = &shared;
    comparison.shared.count = 1;
    px_page_articles(&page);
    assert_null(strstr(out.data, "in the runs")); /* a phrase */
    shared.words = 8;
    px_page_articles(&page);
    assert_has(&out, "| words in the runs under “Shared text” | 8 (80 %) | 8 (20 %) |\n");
    px_buffer_release(&out);
}

/* A quotation that goes on is opened once; where its words stand is cited beside its speaker. */
static void test_what_is_said(void **state)
{
    (void)state;
    begin_page();
    px_said_append(PX_SLICE("“It burns.\n\n“And it\nburns.”\n“So I ran.”"), &out);
    assert_written(&out, "“It burns.\n\nAnd it\nburns.”\n“So I ran.”");
    px_buffer_clear(&out);
    px_said_append_bare(PX_SLICE("“It burns,” … “and I,” she says, “ran,” — “far,”"), &out);
    assert_written(&out, "“It burns” … “and I,” she says, “ran,” — “far”");
    struct px_sentence sentences[] = {{.start = 0, .end = 9}, {.start = 10, .end = 19}, {.start = 20, .end = 29}};
    struct px_article article = {0};
    article.sentences.items = sentences;
    article.sentences.count = 3;
    struct px_said_cited cited = {{1}, 1};
    px_said_cite(&article, 21, &cited);
    px_said_cite(&article, 0, &cited);
    px_said_cite(&article, 12, &cited);
    assert_int_equal(cited.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(cited.sentences[i], i);
    struct px_said_cited all = {{0}, 0};
    px_said_cite_all(&article, (struct px_span){12, 25}, &all);
    assert_int_equal(all.count, 2);
    assert_int_equal(all.sentences[0], 1);
    assert_int_equal(all.sentences[1], 2);
}

/* What the lists of passages leave out of one article's topics is told. */
static void test_what_is_in_doubt_is_told(void **state)
{
    (void)state;
    struct px_block blocks[] = {{.start = 0, .end = 9, .role = PX_ROLE_PARAGRAPH, .number = 1},
                                {.start = 10, .end = 19, .role = PX_ROLE_PARAGRAPH, .number = 2}};
    struct px_sentence sentences[] = {{.start = 0, .end = 9, .block = 0}, {.start = 10, .end = 19, .block = 1}};
    struct px_article a = {.text = PX_SLICE("It burns. It burns."), .blocks = {blocks, 2, 2}};
    a.sentences.items = sentences;
    a.sentences.count = 2;
    struct px_article b = a;
    struct px_span all = {0, 19};
    struct px_spans of_a[] = {{&all, 1, 1}, {0}}, of_b[] = {{0}, {&all, 1, 1}};
    struct px_lone lone = {.span = {0, 9}, .words = 2, .text = {0, 9}};
    struct px_lones lone_a[] = {{&lone, 1, 1}, {0}}, none[] = {{0}, {0}};
    uint32_t first[] = {0, 0}, words[] = {2, 0}, of_b_words[] = {0, 1}, lone_words[] = {2, 0}, no_words[] = {0, 0};
    struct px_topic topics[] = {{.only = 0, .spans = of_a, .lone = lone_a, .lone_words = lone_words},
                                {.only = 1, .spans = of_b, .lone = none, .lone_words = no_words}};
    for (size_t i = 0; i < 2; i++) {
        topics[i].words = i == 0 ? words : of_b_words;
        topics[i].first_sentence = first;
    }
    compare(&a, &b);
    comparison.topics.items = topics;
    comparison.topics.count = 2;
    px_page_topics(&page);
    assert_has(&out, "- **A¶1** (2 words), with: It burns. [");
    assert_has(&out, "No passage of one article was surely found to tell what a passage of another does.");
    assert_true(strstr(out.data, "| in no topic") == NULL); /* nothing is paired: a table would tell no topic */
}

/* Whom all headlines name is no news, nor whom the body names most: a headline may speak of him by what he is. */
static void test_a_headline_that_names_is_no_row(void **state)
{
    (void)state;
    uint32_t bodies[] = {3, 3}, words[] = {3, 3};
    bool heads[] = {true, true};
    struct px_headline_name name = {0, {0, 14}, bodies, words, heads, false};
    struct px_article articles[2] = {{.text = PX_SLICE("Norhaven Falls")}, {.text = PX_SLICE("Norhaven Falls")}};
    struct px_headline headlines[2] = {
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = 1, .unnamed_times = 7},
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE}};
    struct px_referent referents[] = {{.name = PX_SLICE("Norhaven Falls"), .kind = PX_ENTITY_PLACE},
                                      {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON}};
    compare(&articles[0], &articles[1]);
    comparison.headlines = headlines;
    comparison.referents.items = referents;
    comparison.referents.count = 2;
    px_page_headlines(&page);
    assert_written(&out, "");
}

/* Where one article alone has a standfirst, headlines are held against each other. Of a place nothing is told. */
static void test_a_standfirst_is_held_against_a_standfirst(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        uint32_t bodies[] = {1, 3}, words[] = {1, 3};
        bool heads[] = {true, false};
        struct px_headline_name name = {0, {7, 21}, bodies, words, heads, false};
        struct px_block first[] = {{.start = 0, .end = 6, .role = PX_ROLE_TITLE},
                                   {.start = 7, .end = 21, .role = i >= 2 ? PX_ROLE_TITLE : PX_ROLE_STANDFIRST}};
        struct px_block second[] = {{.role = PX_ROLE_TITLE}, {.role = PX_ROLE_STANDFIRST}};
        struct px_article articles[2] = {{.text = PX_SLICE("# Rain\nNorhaven Falls")}, {.text = PX_SLICE("Rain")}};
        articles[0].blocks.items = first;
        articles[0].blocks.count = 2;
        articles[1].blocks.items = second;
        articles[1].blocks.count = i == 1 ? 2 : 1;
        struct px_headline headlines[2] = {
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE},
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
        struct px_referent referent = {.name = PX_SLICE("Norhaven Falls"),
                                       .kind = i == 3 ? PX_ENTITY_PLACE : PX_ENTITY_ORGANISATION};
        compare(&articles[0], &articles[1]);
        comparison.headlines = headlines;
        comparison.referents.items = &referent;
        comparison.referents.count = 1;
        px_page_headlines(&page);
        if (i == 0 || i == 3)
            assert_null(strstr(out.data, "Named in"));
        else
            assert_has(&out, i == 1
                                 ? "Named in headline or standfirst of A, and in B in the body alone: Norhaven Falls\n"
                                 : "Named in the headline of A, and in B in the body alone: Norhaven Falls\n");
    }
}

/* Whom one headline names and the other article does not name at all: by the list of what only one has, but for what is
 * named by the way. */
static void test_a_name_of_one_headline_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        uint32_t bodies[] = {2, 0}, words[] = {2, 0}, entities[] = {0, PX_NONE};
        bool heads[] = {true, false};
        struct px_headline_name name = {0, {0, 9}, bodies, words, heads, i == 2};
        struct px_entity entity = {.name = PX_SLICE("Ada Brell")};
        struct px_article articles[2] = {{.text = PX_SLICE("Ada Brell"), .entities = {&entity, 1, 1}},
                                         {.text = PX_SLICE("Rain")}};
        struct px_headline headlines[2] = {
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE},
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
        struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .entity = entities};
        struct px_only only = {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Ada Brell"), .sentences = 2, .broad = i == 1};
        compare(&articles[0], &articles[1]);
        comparison.headlines = headlines;
        comparison.referents.items = &referent;
        comparison.referents.count = 1;
        comparison.only.items = &only;
        comparison.only.count = i != 3;
        px_page_headlines(&page);
        if (i == 0)
            assert_has(&out, "Names that one headline has and another has not:\n\n- Named in the headline of A, and "
                             "nowhere in B: Ada Brell\n");
        else
            assert_null(strstr(out.data, "nowhere in"));
    }
}

/* Words are in bold where the section on loaded wording lists them: one alone in the articles' own voice it does not. */
static void test_what_is_listed_is_bold(void **state)
{
    (void)state;
    struct px_value values[2] = {{.count = 1}, {.count = 0}};
    struct px_indicator indicator = {.name = PX_SLICE("loaded.own"),
                                     .family = PX_SLICE("loaded"),
                                     .label = PX_SLICE("loaded wording, own voice"),
                                     .unit = PX_SLICE("per 1,000 words"),
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_OWN,
                                     .values = values,
                                     .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_match match = {.end = 4, .category = PX_SLICE("loaded.emotive"), .voice = PX_VOICE_OWN, .marked = true};
    struct px_article a = {.text = PX_SLICE("Rage.")}, b = {0};
    match.attribution = PX_NONE;
    a.matches.items = &match;
    a.matches.count = 1;
    compare(&a, &b);
    comparison.indicators.items = &indicator;
    comparison.indicators.count = 1;
    assert_false(px_loaded_is_listed(&comparison, &match));
    values[0].count = 2;
    assert_true(px_loaded_is_listed(&comparison, &match));
    match.by_model = true;
    assert_false(px_loaded_is_listed(&comparison, &match));
    comparison = (struct px_comparison){0};
}

/* Sections without a find are told in one line, and of what is measured the steps alone that are shown. */
static void test_what_is_empty_is_not_told(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_headline headlines[2] = {{0}};
    compare(&a, &b);
    comparison.headlines = headlines;
    uint32_t none[2] = {0};
    comparison.sourcing.unclear.statements = none;
    struct px_provenance_validity rows[] = {
        {.section = PX_SLICE("frames"), .step = PX_SLICE("cues"), .plain = PX_SLICE("9 of 10 were right")},
        {.section = PX_SLICE("stance"), .step = PX_SLICE("judgements")}};
    provenance.validity = rows;
    provenance.validity_count = 2;
    assert_true(px_page_begin(&page, &comparison, &provenance, &out));
    px_page_names(&page);
    px_page_sourcing(&page);
    px_page_stance(&page);
    assert_int_equal(out.size, 0);
    px_page_validity(&page, "frames");
    assert_has(&out, "*As measured, 9 of 10 were right ([more](#how-this-was-made)).*");
    px_page_validity_table(&page);
    assert_has(&out, "| frames | cues |");
    assert_null(strstr(out.data, "judgements"));
    px_page_end(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_empty_is_not_told),
        cmocka_unit_test(test_marks_are_escaped),
        cmocka_unit_test(test_references_are_text),
        cmocka_unit_test(test_a_beginning_is_no_list),
        cmocka_unit_test(test_probability),
        cmocka_unit_test(test_warnings_come_first),
        cmocka_unit_test(test_where_an_excerpt_ends),
        cmocka_unit_test(test_parts_that_hang_on_a_verb),
        cmocka_unit_test(test_an_excerpt_closes_its_quotations),
        cmocka_unit_test(test_a_topic_is_shown_by_what_is_alike),
        cmocka_unit_test(test_a_said_sentence_has_marks),
        cmocka_unit_test(test_parts_of_a_statement),
        cmocka_unit_test(test_less_sure_speakers_of_a_topic),
        cmocka_unit_test(test_teasers_and_marks),
        cmocka_unit_test(test_a_topic_has_a_name),
        cmocka_unit_test(test_a_topic_has_a_place),
        cmocka_unit_test(test_a_wording_alone_is_no_row),
        cmocka_unit_test(test_a_passive_stands_whole),
        cmocka_unit_test(test_a_passive_beside_a_deed_may_be_told_by_it),
        cmocka_unit_test(test_a_charge_has_its_doer),
        cmocka_unit_test(test_a_deed_is_done_to_somebody),
        cmocka_unit_test(test_blame_without_a_reason),
        cmocka_unit_test(test_blame_is_shown_with_its_clause),
        cmocka_unit_test(test_an_aim_has_who_tells_it),
        cmocka_unit_test(test_loaded_words_stand_once),
        cmocka_unit_test(test_joint_speakers_are_named),
        cmocka_unit_test(test_a_role_is_of_its_article),
        cmocka_unit_test(test_blame_in_its_clause),
        cmocka_unit_test(test_blame_in_a_long_clause),
        cmocka_unit_test(test_only_what_differs_is_a_row),
        cmocka_unit_test(test_what_is_said),
        cmocka_unit_test(test_what_is_in_doubt_is_told),
        cmocka_unit_test(test_teasers_are_headlines),
        cmocka_unit_test(test_how_much_is_shared),
        cmocka_unit_test(test_blame_begins_with_what_is_blamed),
        cmocka_unit_test(test_edits_keep_marks_in_place),
        cmocka_unit_test(test_who_says_it_is_no_edit),
        cmocka_unit_test(test_a_shared_quotation_is_told),
        cmocka_unit_test(test_short_runs_share_a_line),
        cmocka_unit_test(test_spellings_are_no_row),
        cmocka_unit_test(test_a_judgement_may_be_less_sure),
        cmocka_unit_test(test_a_label_of_all_is_no_row),
        cmocka_unit_test(test_a_label_tells_whose_it_is),
        cmocka_unit_test(test_a_sentence_is_cited_once),
        cmocka_unit_test(test_nothing_has_no_sign),
        cmocka_unit_test(test_one_cue_is_no_frame),
        cmocka_unit_test(test_a_name_of_one_headline_alone),
        cmocka_unit_test(test_what_is_listed_is_bold),
        cmocka_unit_test(test_parts_of_a_compound_are_one_term),
        cmocka_unit_test(test_a_rough_index_is_not_shown),
        cmocka_unit_test(test_quotations_inside),
        cmocka_unit_test(test_an_opinion_is_told),
        cmocka_unit_test(test_less_sure_speakers_are_named),
        cmocka_unit_test(test_a_headline_that_names_is_no_row),
        cmocka_unit_test(test_a_standfirst_is_held_against_a_standfirst),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
