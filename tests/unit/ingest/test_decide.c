/* Telling the article from its page: with the model, without it, and what is said of pages that are no article. */
#include "base/buffer.h"
#include "ingest_fixture.h"

#define FIRST                                                                                                        \
    "The orchard society met on Friday in the old school, and it was agreed that the trees along the road would be " \
    "kept for one more year, although the farmers had asked for them to be felled."
#define SECOND                                                                                                      \
    "Nobody from the roads office had come, so that the question of who pays for the pruning was left open, as it " \
    "has "                                                                                                          \
    "been at each of the last three meetings of the society."

static bool warns(const struct px_article *article, const char *words)
{
    for (size_t i = 0; i < article->warnings.count; i++)
        if (px_slice_find(article->warnings.items[i], px_slice_from(words), 0) != SIZE_MAX)
            return true;
    return false;
}

static const char page[] =
    "<html><head><title>Trees to stay</title></head><body><ul class=menu><li><a href=/>Home page of the valley</a></li>"
    "<li><a href=/a>About us and our work</a></li></ul><div class=article-body><h1>Trees to stay</h1><p>" FIRST "</p>"
    "<p>Subscribe now to our weekly letter for the full story.</p><p>" SECOND "</p></div>"
    "<div class=footer>Write to the editor</div></body></html>";

static void test_rules_alone(void **state)
{
    struct px_article article = {0};
    const struct px_ingest_options options = {.input = PX_INPUT_HTML, .no_model = true};
    (void)state;
    assert_int_equal(px_ingest_bytes(ingest, px_slice_from(page), "sample", &options, &article, NULL), PX_OK);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_false(has_block(&article, PX_ROLE_LIST_ITEM, "Home page of the valley"));
    px_article_release(&article);
}

/* It stands among the paragraphs and reads like one, but it opens as notices do. */
static void test_notice_inside(void **state)
{
    struct px_article article;
    (void)state;
    read_as(page, PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "Subscribe now to our weekly letter for the full story."));
    assert_int_equal(article.warnings.count, 0);
    px_article_release(&article);
}

static void test_teaser(void **state)
{
    struct px_article article;
    (void)state;
    read_as("<html><body><article><h1>Trees to stay</h1><p>" FIRST "</p></article><div class=paywall><p>To continue "
            "reading, please subscribe to the paper.</p></div></body></html>",
            PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(warns(&article, "the rest may be for subscribers"));
    px_article_release(&article);
}

/* A teaser of any length up to that of a short article, where the page itself says that it is not free. */
static void test_paid(void **state)
{
    static const struct {
        const char *head;
        bool paid;
    } heads[] = {
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>", true},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>",
         true},
        {"<meta property=article:content_tier content=locked>", true},
        {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}</script>", false},
        {"<meta property=article:content_tier content=free>", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        for (int paragraphs = 1; paragraphs < 10; paragraphs += 7) {
            struct px_buffer text = {0};
            struct px_article article;
            px_buffer_printf(&text, "<html><head>%s</head><body><article><h1>Trees to stay</h1>", heads[i].head);
            for (int p = 0; p < paragraphs; p++)
                px_buffer_printf(&text, "<p>" FIRST "</p><p>" SECOND " It was day %d.</p>", p);
            px_buffer_string(&text, "</article></body></html>");
            read_as(text.data, PX_INPUT_HTML, &article);
            assert_int_equal(warns(&article, "is for subscribers"), heads[i].paid && paragraphs == 1);
            px_article_release(&article);
            px_buffer_release(&text);
        }
}

static void test_several_articles(void **state)
{
    struct px_article article;
    (void)state;
    read_as("<html><body><main><article><h2>Trees to stay</h2><p>" FIRST "</p><p>" SECOND "</p><p>" FIRST " " SECOND
            "</p></article><article><h2>Road to be closed</h2><p>" SECOND "</p><p>" FIRST "</p><p>" SECOND " " FIRST
            "</p></article></main></body></html>",
            PX_INPUT_HTML, &article);
    assert_true(warns(&article, "the page holds the text of 2 articles"));
    px_article_release(&article);
}

static void test_index(void **state)
{
    struct px_buffer text = {0};
    struct px_article article;
    (void)state;
    px_buffer_string(&text, "<html><head><title>The Valley Paper</title></head><body><ul>");
    for (int i = 0; i < 30; i++)
        px_buffer_printf(&text, "<li><a href=/%d>Council number %d votes on the old road</a></li>", i, i);
    px_buffer_string(&text, "</ul></body></html>");
    read_as(text.data, PX_INPUT_HTML, &article);
    assert_true(warns(&article, "an index of articles"));
    px_article_release(&article);
    px_buffer_release(&text);
}

#define MENU                                                                                                        \
    "<html><head><title>Trees to stay</title></head><body><ul class=menu><li><a href=/>Home page of the valley</a>" \
    "</li><li><a href=/a>About us and our work</a></li></ul><h1>Trees to stay</h1>"

/* What a wrapper of the whole article is called, or that it is hidden until a script shows it, says nothing. */
static void test_wrappers(void **state)
{
    static const char *const wrappers[] = {"<form class='popup comments'>", "<aside class=sidebar>",
                                           "<div style='display: none'>"};
    (void)state;
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        struct px_buffer text = {0};
        struct px_article article;
        px_buffer_printf(&text, "%s%s<p>%s</p><p>%s</p><p>%s %s</p>", MENU, wrappers[i], FIRST, SECOND, SECOND, FIRST);
        read_as(text.data, PX_INPUT_HTML, &article);
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
        px_article_release(&article);
        px_buffer_release(&text);
    }
}

static void test_hidden(void **state)
{
    static const char *const ways[] = {"hidden", "aria-hidden=true", "style='display: none'",
                                       "style='color: red; Visibility: Hidden'"};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct px_buffer text = {0};
        struct px_article article;
        px_buffer_printf(&text, "%s<div><p>%s</p><p %s>%s</p><p>%s And so on.</p></div>", MENU, FIRST, ways[i], SECOND,
                         FIRST);
        read_as(text.data, PX_INPUT_HTML, &article);
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
        assert_false(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
        px_article_release(&article);
        px_buffer_release(&text);
    }
}

/* On a page of pictures the captions are the article; elsewhere a short one is none of it. */
static void test_gallery(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<figure><img><figcaption>" FIRST "</figcaption></figure><figure><img><figcaption>The old school, "
                 "where the society has met for years</figcaption></figure><figure><img><figcaption>" SECOND
                 "</figcaption></figure>",
            PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "The old school, where the society has met for years"));
    px_article_release(&article);
}

static void test_paragraphs_as_headings(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<div><h3>" FIRST "</h3><h3>" SECOND "</h3></div>", PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    px_article_release(&article);
}

/* A box that opens with a line of furniture goes with it; one that opens with words of its own stays. */
static void test_boxes(void **state)
{
    static const char inside[] = "What a pruning hook is, and why there are so few of them in the valley.";
    static const char *const heads[] = {"Listen: The Morning Post", "A tool for the trees"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct px_buffer text = {0};
        struct px_article article;
        px_buffer_printf(&text, MENU "<div><p>%s</p><p>%s</p><div class=b><h3>%s</h3><p>%s</p></div><p>%s %s</p></div>",
                         FIRST, SECOND, heads[i], inside, SECOND, FIRST);
        read_as(text.data, PX_INPUT_HTML, &article);
        assert_int_equal(has_block(&article, PX_ROLE_PARAGRAPH, inside), i == 1);
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
        px_article_release(&article);
        px_buffer_release(&text);
    }
}

/* Two lines that speak of comments end the article; one alone may be a heading of it. */
static void test_comments(void **state)
{
    static const char answer[] = "Please write in small letters, for others have to read it.";
    static const char *const forms[] = {"<h4>Leave a reply</h4>", ""};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct px_buffer text = {0};
        struct px_article article;
        px_buffer_printf(&text,
                         MENU "<div><p>%s</p><p>%s</p><p>%s %s</p><h3>Discussion</h3><ol><li>%s</li></ol>%s</div>",
                         FIRST, SECOND, SECOND, FIRST, answer, forms[i]);
        read_as(text.data, PX_INPUT_HTML, &article);
        assert_int_equal(has_block(&article, PX_ROLE_LIST_ITEM, answer), i == 1);
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
        px_article_release(&article);
        px_buffer_release(&text);
    }
}

static void test_named_captions(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<div><p>" FIRST
                 "</p><p class=imgcap>Going nowhere: the trees along the old road on Friday</p><p>" SECOND
                 "</p><p>" SECOND " " FIRST "</p></div>",
            PX_INPUT_HTML, &article);
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "Going nowhere: the trees along the old road on Friday"));
    px_article_release(&article);
}

/* A short line in bold heads the text below it, wherever it has text above it too. */
static void test_bold_headings(void **state)
{
    static const char *const texts[] = {MENU "<div><p>" FIRST "</p><p><strong>A clear answer</strong></p><p>" SECOND
                                             "</p><p>" SECOND " " FIRST "</p></div>",
                                        "# Trees to stay\n\n" FIRST "\n\n**A clear answer**\n\n" SECOND "\n"};
    static const enum px_input inputs[] = {PX_INPUT_HTML, PX_INPUT_MARKDOWN};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct px_article article;
        read_as(texts[i], inputs[i], &article);
        assert_true(has_block(&article, PX_ROLE_HEADING, "A clear answer"));
        px_article_release(&article);
    }
}

/* A browser's copy of a page: what the layout of a big newspaper leaves of credits, subtitle, teasers and owner. */
static void test_copied_page(void **state)
{
    struct px_article article;
    (void)state;
    read_as(
        "Skip to content\n\nSociety Keeps the Trees Along the Road for One More Year\n\n"
        "It was never 'their duty to pay', say some of those who live there\n\nShare full article\n\nThe old school on "
        "Friday. The society has met "
        "there for years.\nCredit...Ann Moor for The Valley Paper\n\n" FIRST "\n\n" SECOND
        "\n\nSKIP ADVERTISEMENT\n\nEditors' Picks\n\nThe Last Man Who Can Tune the Bells\n\nA night of 1924\n\n" FIRST
        " " SECOND "\n\n" SECOND "\n\n© 2024 The Valley Paper Company\n",
        PX_INPUT_TEXT, &article);
    assert_slice(article.title, "Society Keeps the Trees Along the Road for One More Year");
    assert_slice(article.standfirst, "It was never 'their duty to pay', say some of those who live there");
    assert_slice(article.outlet, "The Valley Paper");
    assert_true(
        has_furniture(&article, PX_ROLE_CAPTION, "The old school on Friday. The society has met there for years."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "SKIP ADVERTISEMENT"));
    assert_true(has_block(&article, PX_ROLE_HEADING, "A night of 1924"));
    px_article_release(&article);
}

/* The headline of a dump may stand below text that is not its own: its first line, the page's <title>, tells it. */
static void test_headline_below_text(void **state)
{
    struct px_article article;
    (void)state;
    read_as("Trees to stay on the road | The Valley Paper\nThe question of who pays for pruning trees along the old "
            "road\n" SECOND "\nTrees to stay on the road\n" FIRST "\n" SECOND "\n",
            PX_INPUT_TEXT, &article);
    assert_slice(article.title, "Trees to stay on the road");
    px_article_release(&article);
}

/* A text with no page round it begins with its headline, though that ends with a stop. A sentence below it that has little of
 * it is its standfirst, where the paragraph behind tells the news; not where that one does, or a place begins none. */
static void test_bare_text(void **state)
{
    static const char headline[] = "Society keeps the trees along the old road.\n\n";
    static const char news[] =
        "The society decided on Friday that it keeps the trees that stand along the old road to the "
        "valley, and that it will not pay for them before the next winter is over.\n\n";
    static const char deck[] = "Members had asked for it at two meetings.\n\n";
    static const char acronym[] =
        "NATO officials — who had met in the school on Friday, and it was late when they left it again for their homes "
        "in the hills behind — said nothing.\n\n";
    static const char town[] = "HOLLY — The members of the club met in the school on Friday, and it was late when they "
                               "left it again for their homes in the hills behind.\n\n";
    static const char place[] =
        "MOUNT HOLLY (Wire) — The members of the club met in the school on Friday, and it was late "
        "when they left it again for their homes in the hills behind.\n\n";
    static const struct {
        const char *below, *behind;
        bool standfirst;
    } cases[] = {{deck, news, true},     {"The society keeps all of its trees along the old road.\n\n", news, false},
                 {deck, place, true},    {deck, town, true},
                 {deck, acronym, false}, {deck, SECOND "\n\n", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        struct px_article article;
        snprintf(text, sizeof text, "%s%s%s%s\n", headline, cases[i].below, cases[i].behind, FIRST "\n\n" SECOND);
        read_as(text, PX_INPUT_TEXT, &article);
        assert_slice(article.title, "Society keeps the trees along the old road.");
        assert_int_equal(article.standfirst.size > 0, cases[i].standfirst);
        px_article_release(&article);
    }
}

/* Archives print a headline in two lines, parted by a semicolon, and an abstract between its label and the text's. */
static void test_archive_head(void **state)
{
    struct px_article article;
    (void)state;
    read_as("Society keeps the trees;\nMembers asked twice.\n\n" FIRST "\n\n" SECOND, PX_INPUT_TEXT, &article);
    assert_slice(article.title, "Society keeps the trees");
    assert_slice(article.standfirst, "Members asked twice.");
    assert_int_equal(article.blocks.items[2].number, 1);
    px_article_release(&article);
    read_as("Society keeps the trees\n\nABSTRACT.\n\nThe society asked its members twice and heard them out.\n\n"
            "FULL TEXT.\n\n" FIRST "\n\n" SECOND,
            PX_INPUT_TEXT, &article);
    assert_slice(article.title, "Society keeps the trees");
    assert_slice(article.standfirst, "The society asked its members twice and heard them out.");
    assert_int_equal(article.blocks.items[2].number, 1);
    px_article_release(&article);
}

/* The first line is the headline though it ends with a stop, is parted by a dash, and shares nothing with the text; not
 * a sentence below it, nor a line that begins with a place. */
static void test_first_line(void **state)
{
    static const char *const headlines[] = {"Outrage, and little else.", "Outrage in Holm - and nothing else",
                                            "Why is Holm angry?", "Trees need no friends."};
    static const char *const below[] = {"Nobody in the town can bear the old trees.", "Who can bear the old trees?",
                                        "LETTERS.\n\nThe old trees of the town shall not be cut at all.",
                                        "HOLM (Wire) — The latest on the old trees of the town:"};
    (void)state;
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        char text[2000];
        struct px_article article;
        snprintf(text, sizeof text, "%s\n\n%s\n\n%s", headlines[i], below[i], FIRST "\n\n" SECOND);
        read_as(text, PX_INPUT_TEXT, &article);
        assert_slice(article.title, headlines[i]);
        px_article_release(&article);
    }
}

/* A short line that ends with a colon is the article's sentence, and no heading. */
static void test_a_colon_ends_no_heading(void **state)
{
    struct px_article article;
    (void)state;
    read_as("Society keeps the trees\n\n" FIRST "\n\nThe mayor added:\n\n" SECOND "\n\nThe old road\n\n" FIRST,
            PX_INPUT_TEXT, &article);
    assert_int_equal(article.blocks.items[2].role, PX_ROLE_PARAGRAPH);
    assert_int_equal(article.blocks.items[4].role, PX_ROLE_HEADING);
    px_article_release(&article);
}

/* A question that asks in a sentence is the text's; a short one heads it, as does a line between dashes. */
static void test_a_question_is_no_heading(void **state)
{
    struct px_article article;
    (void)state;
    read_as("Society keeps the old trees along the road\n\n" FIRST
            "\n\nWhy had nobody asked the mayor who owns the trees?\n\n" SECOND
            "\n\nRotten roots?\n\nTwo of the oaks that stood beside the mill fell over in the winter, and a third one "
            "leans so far that the council closed the lane."
            "\n\n– An old road –.\n\n" SECOND,
            PX_INPUT_TEXT, &article);
    assert_int_equal(article.blocks.items[2].role, PX_ROLE_PARAGRAPH);
    assert_int_equal(article.blocks.items[4].role, PX_ROLE_HEADING);
    assert_int_equal(article.blocks.items[6].role, PX_ROLE_HEADING);
    px_article_release(&article);
}

/* What tells of pictures below them is theirs; what only speaks of photos, stories or reports is the article's. */
static void test_caption_words(void **state)
{
    static const struct {
        const char *text;
        bool caption;
    } cases[] = {
        {"A photograph released by the state news agency shows the leader at a meeting on Friday.", true},
        {"The members met in the old school; our Ann Moor reports from Mount Holly.", true},
        {"A photo taken by a witness on Monday showed cracks in the wall of the quay and water in the yard.", false},
        {"The council met for three hours and heard from twenty people; two members called for more reports.", false},
        {"Neither the council nor the mayor has commented, and no other paper has the story.", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        struct px_article article;
        snprintf(text, sizeof text, "Society keeps the trees along the old road\n\n%s\n\n%s\n\n%s\n", FIRST,
                 cases[i].text, SECOND);
        read_as(text, PX_INPUT_TEXT, &article);
        assert_int_equal(has_furniture(&article, PX_ROLE_CAPTION, cases[i].text), cases[i].caption);
        px_article_release(&article);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bare_text),
        cmocka_unit_test(test_archive_head),
        cmocka_unit_test(test_first_line),
        cmocka_unit_test(test_a_colon_ends_no_heading),
        cmocka_unit_test(test_a_question_is_no_heading),
        cmocka_unit_test(test_caption_words),
        cmocka_unit_test(test_rules_alone),
        cmocka_unit_test(test_notice_inside),
        cmocka_unit_test(test_teaser),
        cmocka_unit_test(test_paid),
        cmocka_unit_test(test_several_articles),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_wrappers),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_gallery),
        cmocka_unit_test(test_paragraphs_as_headings),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_named_captions),
        cmocka_unit_test(test_bold_headings),
        cmocka_unit_test(test_copied_page),
        cmocka_unit_test(test_headline_below_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
