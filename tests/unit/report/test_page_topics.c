/* What the page tells of topics. */
#include "page_fixture.h"
#include "report/topic_name.h"

/* A topic is called by its heading, else by its paragraphs, with words that each article has there. */
static void test_a_topic_has_a_name(void **state)
{
    (void)state;
    struct px_block here[] = {{.start = 0, .end = 9, .role = PX_ROLE_PARAGRAPH, .number = 1},
                              {.start = 10, .end = 19, .role = PX_ROLE_PARAGRAPH, .number = 2},
                              {.start = 20, .end = 29, .role = PX_ROLE_PARAGRAPH, .number = 3},
                              {.start = 30, .end = 39, .role = PX_ROLE_PARAGRAPH, .number = 4}};
    struct px_article a = {.blocks = {here, 4, 4}}, b = {.blocks = {here, 1, 1}};
    struct px_span of_a[] = {{0, 19}, {30, 39}}, of_b[] = {{0, 9}};
    struct px_spans spans[] = {{of_a, 2, 2}, {of_b, 1, 1}}, doubtful[] = {{0}, {0}};
    compare(&a, &b);
    struct px_topic topic = {.label = {PX_SLICE("flood"), PX_SLICE("dam")},
                             .label_count = 1,
                             .titled = true,
                             .similarity = .5,
                             .told = 1,
                             .likeness = 1,
                             .only = PX_NONE,
                             .spans = spans,
                             .surely = spans,
                             .doubtful = doubtful};
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
    topic.label_count = 1;
    topic.quoted = true;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, quoting “flood”");
    topic.quoted = false;
    topic.label_count = 0;
    topic.leads = topic.opens = true;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, on what both begin with");
    topic.leads = false;
    topic.label_count = 1;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, the beginnings and more, with “flood”");
    topic.opens = false;
    topic.name_count = 1;
    topic.label_count = 2;
    struct px_span weak = {20, 29};
    doubtful[0] = (struct px_spans){&weak, 1, 1};
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4 and B¶1, with flood, “dam”");
    doubtful[0].count = 0;
    topic.name_count = 0;
    spans[1].count = 0;
    topic.only = 0;
    topic.label_count = 1;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1–2, 4, with “flood”");
}

/* Of a topic's words those that may have no counterpart are told. */
static void test_words_perhaps_of_a_topic(void **state)
{
    (void)state;
    struct px_block blocks[] = {{.start = 0, .end = 7, .number = 1, .sentence_count = 1},
                                {.start = 8, .end = 20, .number = 2, .first_sentence = 1, .sentence_count = 1}};
    struct px_sentence sentences[] = {{.words = 2}, {.words = 1}};
    struct px_article a = {.text = PX_SLICE("The dam\nFell at nine"), .counts.words = 4};
    blocks[0].role = blocks[1].role = PX_ROLE_PARAGRAPH;
    lay_out(&a, blocks, 2, sentences, 2);
    struct px_article b = a;
    struct px_span all[] = {{0, 7}, {8, 20}};
    struct px_spans spans[] = {{all, 2, 2}, {all, 1, 1}}, surely[] = {{all, 1, 1}, {all, 1, 1}}, none[2] = {{0}};
    struct px_spans doubtful[] = {{all + 1, 1, 1}, {0}};
    uint32_t words[] = {3, 2}, no_words[] = {0, 0}, leads[] = {0, 0};
    struct px_topic topics[] = {{.told = 1,
                                 .likeness = 1,
                                 .opens = true,
                                 .leads = true,
                                 .only = PX_NONE,
                                 .spans = spans,
                                 .surely = surely,
                                 .doubtful = doubtful,
                                 .alike = leads,
                                 .words = words},
                                {.only = 0, .spans = none, .surely = none, .doubtful = none, .words = no_words}};
    compare(&a, &b);
    LAY(comparison.topics, topics, 2);
    px_page_coverage(&page);
    assert_has(&out, "| 1: A¶1 and B¶1, where both begin | 2 (50 %) | 2 (50 %) |\n"
                     "| not surely in any of these: A¶2 | 1 (25 %) | – |\n");
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
    struct px_topic topic = {.only = PX_NONE, .spans = spans, .surely = spans, .doubtful = (struct px_spans[2]){{0}}};
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶2 and B¶2 (perhaps the same)");
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

/* Speakers of a topic: whose statement does not count is none of them, nor is whom nobody knows. */
static void test_who_may_speak_is_no_speaker_of_a_topic(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 15, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 15};
    struct px_article a = {.text = PX_SLICE("Kestria says no"), .blocks = {&block, 1, 1}};
    struct px_span span = {0, 7}, all = {0, 15};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    struct px_attribution said = {.speech = true, .speaker = {&span, 1, 1}, .content = {&all, 1, 1}, .confidence = .5};
    LAY(a.sentences, &sentence, 1);
    LAY(a.attributions, &said, 1);
    struct px_article b = a;
    struct px_referent referent = {.name = PX_SLICE("Kestria"), .kind = PX_ENTITY_PLACE};
    struct px_speaker speaker = {.referent = 0}, *speakers[] = {&speaker, &speaker};
    uint8_t none[2] = {0}, *witness[] = {none, none};
    uint32_t counts[2] = {0, 0}, first[] = {0, 0};
    uint32_t unclear[] = {0, 1};
    struct px_evidence evidence[2] = {{0}}, nobodys[2] = {{0}, {first, 1}};
    struct px_source source = {
        .name = PX_SLICE("Kestria"), .shown = PX_SLICE("Kestria Inc."), .statements = counts, .evidence = evidence};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .surely = spans,
                             .doubtful = (struct px_spans[2]){{0}},
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = first,
                             .alike = first};
    compare(&a, &b);
    comparison.speakers = speakers;
    LAY(comparison.referents, &referent, 1);
    LAY(comparison.sourcing.sources, &source, 1);
    comparison.sourcing.witness = witness;
    comparison.sourcing.unclear.statements = counts;
    comparison.sourcing.unclear.evidence = nobodys;
    LAY(comparison.topics, &topic, 1);
    b.attributions.count = 0;
    comparison.sourcing.unclear.statements = unclear;
    for (int sure = 0; sure < 2; sure++) {
        begin_page();
        said.high_tier = sure;
        px_page_topics(&page);
        assert_false(page_has("| speakers")); /* nobody in one of them */
    }
}

/* By the sentences that are most alike, which may be those that both passages begin with. */
static void test_a_topic_is_shown_by_what_is_alike(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 17, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 2};
    struct px_sentence sentences[] = {{.start = 0, .end = 9}, {.start = 10, .end = 17}};
    struct px_article article = {.text = PX_SLICE("It burns. It ends."), .blocks = {&block, 1, 1}};
    LAY(article.sentences, sentences, 2);
    struct px_span all = {0, 17};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t counts[2] = {0, 0}, first[] = {0, 0}, alike[] = {0, 1};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .surely = spans,
                             .doubtful = (struct px_spans[2]){{0}},
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = first};
    compare(&article, &article);
    LAY(comparison.topics, &topic, 1);
    comparison.sourcing.unclear.statements = counts;
    for (int i = 0; i < 2; i++) {
        begin_page();
        topic.alike = i == 0 ? first : alike;
        px_page_topics(&page);
        assert_int_equal(page_has("### 1: A¶1 and B¶1\n\n|  | A | B |\n"), i == 1); /* else it stands above */
        assert_int_equal(page_has("| most alike |") || page_has("| begins |"), i == 1);
        assert_int_equal(page_has(" | It ends ["), i == 1);
    }
    uint32_t further[] = {1, 0};
    topic.further[0] = further;
    topic.further_count = 1;
    begin_page();
    px_page_topics(&page);
    assert_has(&out, "| also alike | It ends [A¶1.2](#a1-2) | It burns. [B¶1.1](#b1-1) |\n");
    topic.alike = first;
    begin_page();
    px_page_topics(&page);
    assert_has(&out,
               "### 1: A¶1 and B¶1\n\nThe beginnings of the articles stand above: [A¶1.1](#a1-1) [B¶1.1](#b1-1)\n\n|");
    topic.alike = alike;
    topic.further_count = 0;
    LAY(comparison.topics, &topic, 1);
    begin_page();
    topic.told = .75; /* of what is less sure the sentences alone */
    px_page_topics(&page);
    assert_has(&out, "### Perhaps the same\n");
    assert_has(&out, "| 1: A¶1 and B¶1 | It burns. [");
    assert_false(page_has("most alike |"));
    for (int i = 0; i < 2; i++) { /* what is unlikely, or hardly alike, is not shown */
        begin_page();
        topic.told = i == 0 ? .6 : .75;
        topic.likeness = i == 0 ? 1 : .1;
        px_page_topics(&page);
        assert_false(page_has("Perhaps the same"));
    }
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
    LAY(article.quotations, &quotation, 1);
    struct px_span all = {0, 34};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t counts[2] = {0, 0}, alike[] = {0, 1};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .surely = spans,
                             .doubtful = (struct px_spans[2]){{0}},
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = counts,
                             .alike = alike};
    compare(&article, &article);
    LAY(comparison.topics, &topic, 1);
    comparison.sourcing.unclear.statements = counts;
    px_page_topics(&page);
    assert_has(&out, "| “It burns.” [");
    assert_has(&out, "| “It ends.” [");
}

/* A quotation that two sentences have, with little about it, is not shown twice; with more about it it is. */
static void test_a_quotation_is_shown_once(void **state)
{
    enum { WORDS = 6, SAID = 4, LONG = 12 };
    (void)state;
    static struct px_token tokens[WORDS + LONG];
    struct px_block block = {.start = 0, .end = 2 * (WORDS + LONG), .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentences[] = {
        {.start = 0, .end = 2 * WORDS, .token_count = WORDS},
        {.start = 2 * WORDS, .end = 4 * WORDS, .first_token = WORDS, .token_count = WORDS}};
    struct px_article article = {.text = PX_SLICE("a b c d x y a b c d z z u u u u u u ")};
    for (uint32_t t = 0; t < WORDS + LONG; t++)
        tokens[t] = (struct px_token){.start = 2 * t,
                                      .end = 2 * t + 1,
                                      .kind = PX_TOKEN_WORD,
                                      .voice = t % WORDS < SAID && t < 2 * WORDS ? PX_VOICE_DIRECT : PX_VOICE_OWN};
    lay_out(&article, &block, 1, sentences, 2);
    LAY(article.tokens, tokens, WORDS + LONG);
    struct px_span all = {0, 2 * (WORDS + LONG)};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t counts[2] = {0, 0}, alike[] = {0, 1};
    struct px_topic topic = {.only = PX_NONE,
                             .told = 1,
                             .likeness = 1,
                             .spans = spans,
                             .surely = spans,
                             .doubtful = (struct px_spans[2]){{0}},
                             .words = counts,
                             .lone = (struct px_lones[2]){{0}},
                             .lone_words = counts,
                             .first_sentence = counts,
                             .alike = alike};
    compare(&article, &article);
    LAY(comparison.topics, &topic, 1);
    comparison.sourcing.unclear.statements = counts;
    px_page_topics(&page);
    assert_has(&out, " the same quotation [");
    px_buffer_clear(&out);
    article.sentences.items[1].token_count = LONG;
    px_page_topics(&page);
    assert_false(page_has("the same quotation"));
}

/* What the lists of passages leave out of one article's topics is told. */
static void test_what_is_in_doubt_is_told(void **state)
{
    (void)state;
    struct px_block blocks[] = {{.start = 0, .end = 9, .role = PX_ROLE_PARAGRAPH, .number = 1},
                                {.start = 10, .end = 19, .role = PX_ROLE_PARAGRAPH, .number = 2}};
    struct px_sentence sentences[] = {{.start = 0, .end = 9, .block = 0}, {.start = 10, .end = 19, .block = 1}};
    struct px_article a = {.text = PX_SLICE("It burns. It burns."), .blocks = {blocks, 2, 2}};
    LAY(a.sentences, sentences, 2);
    struct px_article b = a;
    struct px_span all = {0, 19};
    struct px_spans of_a[] = {{&all, 1, 1}, {0}}, of_b[] = {{0}, {&all, 1, 1}};
    struct px_lone lone = {.span = {0, 9}, .words = 2, .text = {0, 9}};
    struct px_lones lone_a[] = {{&lone, 1, 1}, {0}}, none[] = {{0}, {0}};
    uint32_t first[] = {0, 0}, words[] = {2, 0}, of_b_words[] = {0, 1}, lone_words[] = {2, 0}, no_words[] = {0, 0};
    struct px_spans none_doubtful[] = {{0}, {0}};
    struct px_topic topics[] = {{.only = 0, .spans = of_a, .surely = of_a, .lone = lone_a, .lone_words = lone_words},
                                {.only = 1, .spans = of_b, .surely = of_b, .lone = none, .lone_words = no_words}};
    for (size_t i = 0; i < 2; i++) {
        topics[i].doubtful = none_doubtful;
        topics[i].words = i == 0 ? words : of_b_words;
        topics[i].first_sentence = first;
    }
    compare(&a, &b);
    LAY(comparison.topics, topics, 2);
    px_page_topics(&page);
    assert_has(&out, "- **A¶1** (2 words): It burns. [");
    assert_has(&out, "## Passages\n\nNo passage could be paired surely with one of the other article;");
    assert_false(page_has("| not surely of")); /* nothing is paired: a table would tell no topic */
    begin_page();
    lone.span = (struct px_span){0, 19}, lone.shown = 1, lone.text = (struct px_span){10, 19}, lone.also_count = 1;
    lone.words = 76;
    px_page_topics(&page);
    assert_has(&out, "): It burns. [A¶1.1](#a1-1) It burns. [A¶2."); /* in the order of the text */
}

/* Who says the sentence that shows a passage stands behind it, where it does not name him and it is sure. */
static void test_a_shown_sentence_has_its_speaker(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool high;
        const char *shown;
    } cases[] = {{"“It burns,” he said.", true, "): “It burns,” he said. (Ada Brell) ["},
                 {"“It burns,” he said.", false, "): “It burns,” he said. ["},
                 {"“All,” Brellmen write.", true, "): “All,” Brellmen write. (Ada Brell) ["},
                 {"“All,” Brell writes.", true, "): “All,” Brell writes. ["}};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_span lead = {0, 1}, all = {0, 24};
    uint32_t first[] = {0, 0}, counts[] = {4, 0};
    struct px_spans of_a[] = {{&all, 1, 1}, {0}}, none[] = {{0}, {0}};
    struct px_lone lone = {.span = all, .words = 4, .text = all};
    struct px_lones lones[] = {{&lone, 1, 1}, {0}};
    struct px_topic topic = {.spans = of_a, .surely = of_a, .lone = lones, .lone_words = counts, .doubtful = none};
    topic.words = counts;
    topic.first_sentence = first;
    struct px_speaker speaker = {.referent = PX_NONE, .shown = PX_SLICE("Ada Brell")}, *speakers[] = {&speaker, NULL};
    uint8_t sure = PX_WITNESS_NONE, *witness[] = {&sure, &sure};
    for (size_t i = 0; i < 2 * (sizeof cases / sizeof *cases); i++) {
        lone.words = i % 2 == 0 ? 4 : 100; /* all of it is shown, or a sentence */
        struct px_article a = {.text = px_slice_from(cases[i / 2].text)}, b = {.text = PX_SLICE("b")};
        struct px_attribution said = {
            .high_tier = cases[i / 2].high, .speech = true, .entity = PX_NONE, .speaker = {&lead, 1, 1}};
        block.end = (uint32_t)a.text.size;
        uint32_t behind = (uint32_t)(strstr(cases[i / 2].text, "” ") - cases[i / 2].text) + 4;
        struct px_token word = {.start = behind, .end = behind + (uint32_t)strcspn(cases[i / 2].text + behind, " ")};
        struct px_sentence sentence = {.end = block.end, .token_count = 1};
        lay_out(&a, &block, 1, &sentence, 1);
        LAY(a.tokens, &word, 1);
        LAY(a.attributions, &said, 1);
        compare(&a, &b);
        comparison.speakers = speakers;
        comparison.sourcing.witness = witness;
        LAY(comparison.topics, &topic, 1);
        begin_page();
        px_page_topics(&page);
        assert_has(&out, cases[i / 2].shown);
    }
}

/* A short passage stands whole, from its first sentence on that can be understood, a long one by a sentence. */
static void test_a_short_passage_stands_whole(void **state)
{
    (void)state;
    static const char TEXT[] = "It hung. But rain fell. Snow came.";
    struct px_block block = {.end = sizeof TEXT - 1, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 3};
    struct px_sentence sentences[] = {{.end = 8}, {.start = 9, .end = 23}, {.start = 24, .end = sizeof TEXT - 1}};
    struct px_span all = {0, sizeof TEXT - 1};
    uint32_t first[] = {0, 0}, counts[] = {7, 0};
    struct px_spans of_a[] = {{&all, 1, 1}, {0}}, none[] = {{0}, {0}};
    struct px_lone lone = {.span = all, .first = 1, .start = 13, .shown = 1, .text = {13, 23}};
    struct px_lones lones[] = {{&lone, 1, 1}, {0}};
    struct px_topic topic = {.spans = of_a, .surely = of_a, .lone = lones, .lone_words = counts, .doubtful = none};
    topic.words = counts;
    topic.first_sentence = first;
    struct px_article a = {.text = PX_SLICE(TEXT)}, b = {.text = PX_SLICE("b")};
    lay_out(&a, &block, 1, sentences, 3);
    for (uint32_t words = 75; words <= 76; words++) {
        lone.words = words;
        compare(&a, &b);
        LAY(comparison.topics, &topic, 1);
        begin_page();
        px_page_topics(&page);
        assert_has(&out, words == 75 ? " words): … rain fell. Snow came. [A¶1.2](" : " words): rain fell. [A¶1.2](");
    }
}

/* A pronoun that begins what is shown is told by its name, where it is a person's and not quoted. */
static void test_a_shown_pronoun_has_its_name(void **state)
{
    (void)state;
    static const char TEXT[] = "She left. Rain fell.";
    struct px_block block = {.end = sizeof TEXT - 1, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 2};
    struct px_sentence sentences[] = {{.end = 9}, {.start = 10, .end = sizeof TEXT - 1}};
    struct px_entity brell = {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON};
    struct px_mention she = {.end = 3, .form = PX_MENTION_PRONOUN};
    struct px_token token = {.end = 3};
    struct px_span all = {0, sizeof TEXT - 1};
    uint32_t first[] = {0, 0}, counts[] = {4, 0};
    struct px_spans of_a[] = {{&all, 1, 1}, {0}}, none[] = {{0}, {0}};
    struct px_lone lone = {.span = all, .text = {0, 9}};
    struct px_lones lones[] = {{&lone, 1, 1}, {0}};
    struct px_topic topic = {.spans = of_a, .surely = of_a, .lone = lones, .lone_words = counts, .doubtful = none};
    topic.words = counts;
    topic.first_sentence = first;
    struct px_article a = {.text = PX_SLICE(TEXT)}, b = {.text = PX_SLICE("b")};
    lay_out(&a, &block, 1, sentences, 2);
    LAY(a.entities, &brell, 1);
    LAY(a.mentions, &she, 1);
    LAY(a.tokens, &token, 1);
    for (int i = 0; i < 4; i++) { /* whole and by a sentence; told and quoted */
        lone.words = i < 2 ? 75 : 76;
        token.voice = i % 2 == 0 ? PX_VOICE_OWN : PX_VOICE_DIRECT;
        compare(&a, &b);
        LAY(comparison.topics, &topic, 1);
        begin_page();
        px_page_topics(&page);
        assert_has(&out, i % 2 == 0 ? " words): She [Ada Brell] left." : " words): She left.");
    }
}

/* A line over the first paragraph, which no mark ends, is not what the article begins with, unless there are but such. */
static void test_a_line_is_no_lead(void **state)
{
    (void)state;
    struct px_token tokens[] = {
        {.kind = PX_TOKEN_WORD}, {.kind = PX_TOKEN_WORD}, {.kind = PX_TOKEN_WORD}, {.kind = PX_TOKEN_PUNCTUATION}};
    struct px_sentence sentences[] = {{.token_count = 2}, {.block = 1, .first_token = 2, .token_count = 2}};
    struct px_block blocks[] = {{.role = PX_ROLE_PARAGRAPH, .sentence_count = 1},
                                {.role = PX_ROLE_PARAGRAPH, .first_sentence = 1, .sentence_count = 1}};
    struct px_article a = {0};
    LAY(a.tokens, tokens, 4);
    LAY(a.sentences, sentences, 2);
    LAY(a.blocks, blocks, 2);
    assert_int_equal(px_topic_lead(&a), 1);
    tokens[3].kind = PX_TOKEN_WORD;
    assert_int_equal(px_topic_lead(&a), 0);
    tokens[3].kind = tokens[1].kind = PX_TOKEN_PUNCTUATION;
    assert_int_equal(px_topic_lead(&a), 0);
    a.blocks.count = 0;
    assert_int_equal(px_topic_lead(&a), PX_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_is_no_lead),
        cmocka_unit_test(test_a_topic_has_a_name),
        cmocka_unit_test(test_a_topic_has_a_place),
        cmocka_unit_test(test_words_perhaps_of_a_topic),
        cmocka_unit_test(test_who_may_speak_is_no_speaker_of_a_topic),
        cmocka_unit_test(test_a_topic_is_shown_by_what_is_alike),
        cmocka_unit_test(test_a_said_sentence_has_marks),
        cmocka_unit_test(test_a_quotation_is_shown_once),
        cmocka_unit_test(test_what_is_in_doubt_is_told),
        cmocka_unit_test(test_a_shown_sentence_has_its_speaker),
        cmocka_unit_test(test_a_short_passage_stands_whole),
        cmocka_unit_test(test_a_shown_pronoun_has_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
