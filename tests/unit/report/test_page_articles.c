/* What the page tells of the articles, and of what they share word for word. */
#include "page_fixture.h"

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
        assert_int_equal(cases[i].told, page_has("marked as opinion"));
    }
}

/* Lays out a headline whose words all stand in one name. */
static void lay_headline(struct px_article *article, const char *headline)
{
    static struct px_token tokens[8];
    static struct px_block block;
    static struct px_mention mention;
    struct px_slice rest = px_slice_from(headline), word;
    article->text = article->title = rest;
    article->tokens.items = tokens;
    while (px_slice_next(&rest, ' ', &word)) {
        uint32_t start = (uint32_t)(word.data - headline);
        tokens[article->tokens.count++] = (struct px_token){.start = start, .end = start + (uint32_t)word.size};
    }
    block = (struct px_block){.end = (uint32_t)article->text.size, .role = PX_ROLE_TITLE};
    mention = (struct px_mention){.end = block.end};
    LAY(article->blocks, &block, 1);
    LAY(article->mentions, &mention, 1);
}

/* Writes what the page tells of an article of that headline and of the lines beside it. */
static void show_teasers(const char *headline, struct px_furniture *lines, size_t count)
{
    struct px_article a = {0}, b = {0};
    lay_headline(&a, headline);
    LAY(a.furniture, lines, count);
    compare(&a, &b);
    px_page_articles(&page);
}

/* Teasers that name what the article names are listed without what leads to them, others counted, and lines that may be
 * a caption; and a page that says nothing of its kind is marked as nothing. */
static void test_teasers_and_marks(void **state)
{
    (void)state;
    struct px_furniture lines[] = {{.role = PX_ROLE_RELATED, .label = 6, .text = PX_SLICE("MORE: Adam Hask’s Helm")},
                                   {.role = PX_ROLE_RELATED, .text = PX_SLICE("See the Islands With a Painter")},
                                   {.role = PX_ROLE_RELATED, .text = PX_SLICE("Adam Hask in Varn")},
                                   {.role = PX_ROLE_CREDIT, .text = PX_SLICE("Ben Roe")},
                                   {.role = PX_ROLE_COMMENTS, .text = PX_SLICE("Log in to write one.")},
                                   {.role = PX_ROLE_OTHER, .text = PX_SLICE("Close")}};
    struct px_article a = {.genre = PX_GENRE_NEWS, .furniture = {lines, 6, 6}}, b = {.genre = PX_GENRE_OPINION};
    lay_headline(&a, "Adam Hask");
    compare(&a, &b);
    px_page_articles(&page);
    assert_has(&out, "- Adam Hask’s Helm\n\n"); /* what names nobody of the article frames nothing of it */
    assert_has(&out, "| marked as | – | opinion |");
    px_buffer_clear(&out);
    px_page_furniture(&page);
    assert_has(&out, "left out: A: 1 credit, 3 related, 1 comments with their forms and rules, 1 other.\n\n");
}

/* Every run stands there with its place, so that the words add up: the short ones in one line, alone too; but phrases. */
static void test_short_runs_share_a_line(void **state)
{
    (void)state;
    struct px_sentence sentence = {.start = 0, .end = 75};
    struct px_article a = {.text =
                               PX_SLICE("None of us will ever sail out again. The rain fell on us. It was cold, too.")};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    lay_out(&a, &block, 1, &sentence, 1);
    struct px_article b = a;
    struct px_span span[] = {{0, 35}, {37, 56}, {58, 69}};
    struct px_spans spans[3][2] = {{{&span[0], 1, 1}, {&span[0], 1, 1}},
                                   {{&span[1], 1, 1}, {&span[1], 1, 1}},
                                   {{&span[2], 1, 1}, {&span[2], 1, 1}}};
    struct px_shared shared[] = {{spans[0], 8, false}, {spans[1], 5, false}, {spans[2], 4, false}};
    compare(&a, &b);
    comparison.shared.items = shared;
    comparison.shared.count = 3;
    px_page_shared_text(&page);
    assert_has(&out, "\n\n- “None of us will ever sail out again” (8 words) [A¶1.1](#a1-1) [B¶1.1](#b1-1)\n- a few "
                     "words: “The rain fell on us” [A¶1.1](#a1-1) [B¶1.1](#b1-1); “It was cold” [A¶1.1]");
    comparison.shared.items = shared + 1;
    comparison.shared.count = 2;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_has(&out, "\n\n- a few words: “The rain fell on us” [A¶1.1]");
    span[2].start = 54; /* it only touches the one before */
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_has(&out, "“The rain fell on us” [A¶1.1](#a1-1) [B¶1.1](#b1-1); “us. It was cold”");
    span[2] = (struct px_span){45, 56}; /* inside of the one before */
    comparison.shared.items = shared;
    comparison.shared.count = 3;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_has(&out, "“The rain fell on us” [A¶1.1](#a1-1) [B¶1.1](#b1-1)\n\n");
    comparison.shared.items = shared + 1;
    comparison.shared.count = 2;
    shared[1].phrase = shared[2].phrase = true;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_int_equal(out.size, 0);
}

/* Initials tell of whom a name is, where they stand by themselves. */
static void test_teasers_share_initials(void **state)
{
    (void)state;
    struct px_furniture furniture[] = {{.role = PX_ROLE_RELATED, .text = PX_SLICE("EU and Varn Sign at Last")},
                                       {.role = PX_ROLE_RELATED, .text = PX_SLICE("EUROPA and Varn Sign at Last")}};
    show_teasers("Varn EU", furniture, sizeof furniture / sizeof *furniture);
    assert_has(&out, "they are not counted but frame the matter, too:\n\n- EU and Varn Sign at Last\n\n");
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
        {.role = PX_ROLE_RELATED,
         .text = PX_SLICE("Sun Over McLaren Strait")}, /* of one word of the headline's name, be it twice */
        {.role = PX_ROLE_RELATED, .label = 6, .text = PX_SLICE("MORE: McLaren Ferry Found")}};
    show_teasers("McLaren Ferry of McLaren", furniture, sizeof furniture / sizeof *furniture);
    assert_has(&out, "they are not counted but frame the matter, too:\n\n- Ferry Drifts Off McLaren Cape\n- McLaren "
                     "Ferry Found\n\n");
}

/* Of what a hyphen joins each part is a word of the headline's, once. */
static void test_a_hyphen_parts_names(void **state)
{
    (void)state;
    struct px_furniture furniture[] = {{.role = PX_ROLE_RELATED, .text = PX_SLICE("Halden Sees a Plot in Varnia")},
                                       {.role = PX_ROLE_RELATED, .text = PX_SLICE("Varnia, Oh Varnia")}};
    show_teasers("Halden-Varnia Varnia", furniture, sizeof furniture / sizeof *furniture);
    assert_has(&out, "frame the matter, too:\n\n- Halden Sees a Plot in Varnia\n\n");
    px_buffer_clear(&out);
    struct px_furniture baths[] = {{.role = PX_ROLE_RELATED, .text = PX_SLICE("Halden Tickets on Sale")}};
    show_teasers("Halden-Halden Varnia", baths, 1);
    assert_false(page_has("Halden Tickets")); /* one word of the name, be it twice */
    struct px_article part = {0}, b = {0};
    lay_headline(&part, "Halden-Varnia Varnia");
    LAY(part.furniture, furniture, sizeof furniture / sizeof *furniture);
    compare(&part, &b);
    part.mentions.items[0] = (struct px_mention){.start = 7, .end = 13}; /* only "Varnia" is a name */
    px_buffer_clear(&out);
    px_page_articles(&page);
    assert_false(page_has("Halden Sees"));
}

/* Rows that would tell nothing do not stand. */
static void test_what_tells_nothing_has_no_row(void **state)
{
    (void)state;
    struct px_article a = {.counts = {.words = 10}}, b = {.counts = {.words = 40}};
    px_page_share(&page, 1, 500);
    assert_has(&out, " 1 (under 1 %) |");
    px_buffer_clear(&out);
    compare(&a, &b);
    px_page_articles(&page);
    assert_false(page_has("marked as"));
    px_buffer_clear(&out);
    px_page_furniture(&page);
    assert_int_equal(out.size, 0);
    px_buffer_release(&out);
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
    struct px_reuse reuse = {.article = {0, 1}, .sentence = {0, 0}, .edited = true};
    LAY(reuse.edits, &edit, 1);
    compare(&a, &b);
    LAY(comparison.reused, &reuse, 1);
    px_page_shared_text(&page);
    assert_has(&out, written);
}

/* What only the other article has stands behind the marks that close a quotation, not inside of it; with what one alone has
 * at the head of a sentence goes its comma. */
static void test_edits_keep_marks_in_place(void **state)
{
    (void)state;
    assert_edit(PX_SLICE("\"It burns.\" "), PX_SLICE("\"It burns.\" Carr wrote."),
                (struct px_edit){.spans = {{9, 9}, {12, 22}}}, "It burns.\" **Carr wrote**");
    assert_edit(PX_SLICE("\"It burns and if not, wait.\""), PX_SLICE("\"It burns and if not,\" Carr wrote."),
                (struct px_edit){.spans = {{22, 26}, {23, 33}}}, "not, ~~wait~~.\" **Carr wrote**\n");
    assert_edit(PX_SLICE("\"It burns.\" "), PX_SLICE("\"It burns for long,\" Carr wrote."),
                (struct px_edit){.spans = {{9, 9}, {10, 31}}}, "It burns **for long**.\" **Carr wrote**");
    assert_edit(PX_SLICE("At noon, all left."), PX_SLICE("All left."), (struct px_edit){.spans = {{0, 7}, {0, 0}}},
                "~~At noon,~~ all left.");
    assert_edit(PX_SLICE("They left, at noon, by bus."), PX_SLICE("They left, by bus."),
                (struct px_edit){.spans = {{11, 18}, {11, 11}}}, "left, ~~at noon~~, by bus.");
    assert_edit(PX_SLICE("\"It burns!\""), PX_SLICE("\"It burns,\" he said"),
                (struct px_edit){.spans = {{9, 9}, {12, 19}}, .who_says = true}, ": \"It burns!\"\n");
    assert_edit(PX_SLICE("\"It burns,\" Carr told us."), PX_SLICE("\"It burns,\" said Carr of all."),
                (struct px_edit){.spans = {{17, 24}, {22, 29}}, .who_says = true}, ": \"It burns,\" …\n");
    assert_edit(PX_SLICE("\"It burns.\""), PX_SLICE("\"At noon, it burns.\""),
                (struct px_edit){.spans = {{1, 1}, {1, 8}}}, ": \"**At noon,** It burns.\"\n");
    assert_edit(PX_SLICE("It burns … all day."), PX_SLICE("It burns and smokes all day."),
                (struct px_edit){.spans = {{13, 13}, {9, 19}}}, "It burns ~~…~~ **and smokes** all day.");
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
    struct px_edit edit = {.spans = {{12, 20}, {12, 20}}};
    struct px_reuse reuse = {.article = {0, 1}, .sentence = {0, 0}};
    LAY(reuse.edits, &edit, 1);
    compare(&a, &b);
    LAY(comparison.reused, &reuse, 1);
    px_page_shared_text(&page);
    assert_int_equal(out.size, 0);
    comparison.reused.items[0].edited = true;
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
    struct px_sentence sentence = {.start = 0, .end = 33};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_article a = {.text = PX_SLICE("\"None of us will ever sail again.\"")};
    lay_out(&a, &block, 1, &sentence, 1);
    struct px_article b = a;
    a.tokens.items = b.tokens.items = tokens;
    a.tokens.count = b.tokens.count = 3;
    a.quotations.items = b.quotations.items = &quotation;
    a.quotations.count = b.quotations.count = 1;
    struct px_span span = {1, 32};
    struct px_spans spans[] = {{&span, 1, 1}, {&span, 1, 1}};
    struct px_shared shared = {.spans = spans, .words = 8};
    struct px_span wide = {0, 33};
    struct px_spans others[] = {{&wide, 1, 1}, {&wide, 1, 1}};
    compare(&a, &b);
    LAY(comparison.shared, &shared, 1);
    px_page_shared_text(&page);
    assert_has(&out, "\n\n- in quotation marks in each: “None of us will ever sail again” (8 words) [");
    shared.words = 3;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_int_equal(out.size, 0); /* a few words by themselves are no text, ... */
    LAY(comparison.shared, ((struct px_shared[]){shared, {.spans = others, .words = 8}}), 2);
    px_page_shared_text(&page); /* ... beside others they are listed */
    assert_has(&out, "- in quotation marks in each: “None of us will ever sail again” [A¶1.1]");
    LAY(comparison.shared, &shared, 1);
    shared.words = 2; /* two words may be anybody's */
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_int_equal(px_slice_find(px_buffer_slice(&out), PX_SLICE("in each"), 0), SIZE_MAX);
    shared.words = 8;
    b.quotations.count = 0;
    px_buffer_clear(&out);
    px_page_shared_text(&page);
    assert_has(&out, "(8 words)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_opinion_is_told),         cmocka_unit_test(test_teasers_and_marks),
        cmocka_unit_test(test_teasers_are_headlines),      cmocka_unit_test(test_teasers_share_initials),
        cmocka_unit_test(test_a_hyphen_parts_names),       cmocka_unit_test(test_what_tells_nothing_has_no_row),
        cmocka_unit_test(test_edits_keep_marks_in_place),  cmocka_unit_test(test_who_says_it_is_no_edit),
        cmocka_unit_test(test_a_shared_quotation_is_told), cmocka_unit_test(test_short_runs_share_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
