/* What the page tells of who is judged, and of what is told without its doer. */
#include "page_fixture.h"

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
    LAY(comparison.stances, &row, 1);
    unsure.clear = false;
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | perhaps the same way, not clearly |");
    unsure.label = PX_LABEL_POSITIVE;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | nothing found |");
    unsure.label = PX_LABEL_NEGATIVE; /* but whom the list of blame below has is not called less sure above it */
    struct px_blame blame = {.others = true, .whom = true, .by.entity = PX_NONE, .attribution = PX_NONE};
    struct px_blame_row blamed = {
        .article = 1, .target = PX_SLICE("Tarsk"), .by = PX_SLICE("Ada Brell"), .referent = row.referent};
    LAY(b.blames, &blame, 1);
    LAY(comparison.blame, &blamed, 1);
    blamed.referent = comparison.stances.items[0].referent = 0;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | blame or praise, below |");
    struct px_blame_row many[13]; /* of more than the table has rows for, one may stand in the JSON alone */
    for (uint32_t i = 0; i < 13; i++) {
        many[i] = blamed;
        many[i].referent = i;
    }
    LAY(comparison.blame, many, 13);
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "| Tarsk | of 1: 1 unfavourable | blame or praise, below or in the JSON |");
    LAY(comparison.blame, &blamed, 1);
}

/* One unfavourable judgement of Hask in the first article's own voice, by the word of its first sentence. */
static void judge_hask(struct px_article *a, struct px_article *b, struct px_span word)
{
    static struct px_stance_mention sure = {.attribution = PX_NONE, .label = PX_LABEL_NEGATIVE, .clear = true};
    static struct px_stance_evidence evidence;
    static const struct px_stance stance = {
        .mentions = &sure, .mention_count = 1, .evidence = &evidence, .evidence_count = 1};
    static const struct px_stance *found[] = {&stance, NULL};
    static uint32_t named[] = {1, 0}, none[] = {0, 0}, zero = 0;
    static struct px_evidence sentences[] = {{&zero, 1}, {NULL, 0}};
    static struct px_stance_row row = {.name = PX_SLICE_STATIC("Hask"),
                                       .referent = PX_NONE,
                                       .found = found,
                                       .named = named,
                                       .own = named,
                                       .positive = none,
                                       .negative = named,
                                       .quoted_positive = none,
                                       .quoted_negative = none,
                                       .evidence = sentences,
                                       .verdict = PX_VERDICT_TOO_LITTLE};
    evidence = (struct px_stance_evidence){.start = word.start,
                                           .end = word.end,
                                           .contribution = -1,
                                           .attribution = PX_NONE,
                                           .said = true,
                                           .judge = PX_NONE};
    for (size_t t = 0; t < a->tokens.count; t++)
        a->tokens.items[t].attribution = PX_NONE;
    compare(a, b);
    LAY(comparison.stances, &row, 1);
    px_page_stance(&page);
}

/* A word stands with what it goes on to, quoted or not: a bare verb does not tell of what. */
static void test_a_judgement_stands_with_its_words(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {.end = 30, .token_count = 9};
    struct px_token tokens[] = {{.start = 0, .end = 4},
                                {.start = 5, .end = 11},
                                {.start = 12, .end = 13, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 13, .end = 16},
                                {.start = 17, .end = 22},
                                {.start = 22, .end = 23, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 23, .end = 24, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 25, .end = 29},
                                {.start = 29, .end = 30, .kind = PX_TOKEN_PUNCTUATION}};
    struct px_mention mention = {.end = 4, .token_count = 1};
    struct px_article a = {.text = PX_SLICE("Hask misled \"the board\", then.")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, sizeof tokens / sizeof *tokens);
    LAY(a.mentions, &mention, 1);
    judge_hask(&a, &b, (struct px_span){5, 11});
    assert_has(&out, "of 1: 1 unfavourable: “misled ‘the board’” [A¶1.1]");
    struct px_blame blame = {.cue = {5, 11}, .led = 13, .reason = {13, 22}}; /* told as the table of blame does */
    LAY(a.blames, &blame, 1);
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "of 1: 1 unfavourable: “misled … the board” [A¶1.1]");
}

/* The word that judges is told without the next sentence behind "and". */
static void test_a_judgement_ends_with_its_clause(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {.end = 33, .token_count = 5};
    struct px_token tokens[] = {{.start = 0, .end = 4},
                                {.start = 9, .end = 15},
                                {.start = 16, .end = 19},
                                {.start = 20, .end = 24},
                                {.start = 25, .end = 32}};
    struct px_lexeme lexemes[] = {{.word_class = PX_WORD_NAME},
                                  {.word_class = PX_WORD_NOUN},
                                  {.word_class = PX_WORD_OTHER},
                                  {.word_class = PX_WORD_NAME},
                                  {.word_class = PX_WORD_VERB}};
    struct px_mention mention = {.end = 4, .token_count = 1};
    struct px_article a = {.text = PX_SLICE("Hask, so rotten and Venn answers."), .lexemes = lexemes}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, sizeof tokens / sizeof *tokens);
    LAY(a.mentions, &mention, 1);
    judge_hask(&a, &b, (struct px_span){9, 15});
    assert_has(&out, "of 1: 1 unfavourable: “rotten” [A¶1.1]");
    lexemes[4].word_class = PX_WORD_NOUN; /* "and Venn's people" */
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "of 1: 1 unfavourable: “rotten and Venn answers” [A¶1.1]");
}

/* A document without a name is nobody whose judgement a reader could place; and a word that is quoted alone goes on behind
 * its mark. */
static void test_a_judgement_has_its_holder(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {.end = 36, .token_count = 6};
    struct px_token tokens[] = {{.start = 0, .end = 10},
                                {.start = 16, .end = 20},
                                {.start = 21, .end = 22, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 22, .end = 28},
                                {.start = 28, .end = 29, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 30, .end = 34}};
    struct px_mention mention = {.start = 16, .end = 20, .first_token = 1, .token_count = 1};
    struct px_span words = {0, 10};
    struct px_attribution said = {.speaker = {&words, 1, 1}, .entity = PX_NONE, .speaker_kind = PX_SPEAKER_PERSON};
    struct px_article a = {.text = PX_SLICE("The letter says Hask \"failed\" Varn.")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, sizeof tokens / sizeof *tokens);
    LAY(a.mentions, &mention, 1);
    LAY(a.attributions, &said, 1);
    struct px_stance_mention sure = {.attribution = 0, .label = PX_LABEL_NEGATIVE, .clear = true};
    struct px_stance_evidence word = {
        .start = 22, .end = 28, .contribution = -1, .attribution = 0, .said = true, .judge = 0};
    struct px_stance stance = {.mentions = &sure, .mention_count = 1, .evidence = &word, .evidence_count = 1};
    const struct px_stance *found[] = {&stance, NULL};
    uint32_t named[] = {1, 0}, none[] = {0, 0}, zero = 0;
    struct px_evidence evidence[] = {{&zero, 1}, {NULL, 0}};
    struct px_stance_row row = {.name = PX_SLICE("Hask"),
                                .referent = PX_NONE,
                                .found = found,
                                .named = named,
                                .own = none,
                                .positive = none,
                                .negative = none,
                                .quoted_positive = none,
                                .quoted_negative = named,
                                .evidence = evidence,
                                .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_speaker speaker = {.shown = PX_SLICE("the letter"), .referent = PX_NONE}, *speakers[] = {&speaker, NULL};
    compare(&a, &b);
    LAY(comparison.stances, &row, 1);
    comparison.speakers = speakers;
    px_page_stance(&page);
    assert_int_equal(out.size, 0); /* one by itself would pass for all that there is */
    comparison.stances.items[0].asked = true;
    px_page_stance(&page);
    assert_has(&out, "by speakers: 1 unfavourable: “‘failed’ Varn” (the letter) [A¶1.1](");
    said.speaker_kind = PX_SPEAKER_DOCUMENT;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("failed"));
}

/* A passive stands with whom it befalls and on to the next mark, without a count; one without is left out, and so is one by
 * itself. */
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
    struct px_act acts[] = {
        {.kind = PX_ACT_PASSIVE, .deed = true, .start = 8, .end = 19, .phrase = {0, 19}},
        {.kind = PX_ACT_PASSIVE, .deed = true, .start = 29, .end = 42, .phrase = {29, 42}},
        {.kind = PX_ACT_PASSIVE, .deed = true, .start = 8, .end = 19, .phrase = {0, 19}, .patient = 7}};
    struct px_article a = {.text = PX_SLICE("Two men were caught at dawn, as were jailed.")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, sizeof tokens / sizeof *tokens);
    LAY(a.acts, acts, 2);
    compare(&a, &b);
    px_page_stance(&page);
    assert_false(page_has("Two men"));
    LAY(a.acts, acts, 3);
    px_page_stance(&page);
    assert_false(out.failed);
    assert_has(&out, "- **A**: “Two men were caught at dawn” [A¶1.1](");
    assert_false(page_has("jailed"));
    acts[1] = (struct px_act){.kind = PX_ACT_ACTIVE, .deed = true, .start = 23, .end = 27, .phrase = {23, 27}};
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("Two men")); /* the words go on with a deed, and may tell the doer */
    acts[1] = (struct px_act){.kind = PX_ACT_ACTIVE, .deed = true, .start = 29, .end = 42, .agent_given = true};
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("Two men")); /* who did it is told elsewhere */
    acts[1].patient = PX_NONE;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_has(&out, "Two men");
    struct px_mention he = {.start = 0, .end = 3, .form = PX_MENTION_PRONOUN};
    LAY(a.mentions, &he, 1);
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("Two men")); /* of whom nobody knows who it is */
    a.mentions.count = 0;
    struct px_span run = {0, 27};
    struct px_spans spans[] = {{&run, 1, 1}, {&run, 1, 1}};
    struct px_shared shared = {.spans = spans, .words = 4};
    LAY(comparison.shared, &shared, 1);
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("Two men")); /* the other article has it word for word */
    comparison.shared.count = 0;
    acts[0].verb = PX_SLICE("strike");
    a.text = PX_SLICE("Two men were caught at dawn, strikers sang.");
    tokens[7].sentence = 1;
    px_buffer_clear(&out);
    px_page_stance(&page);
    assert_false(page_has("Two men")); /* a word of the verb's stands elsewhere, and may tell it */
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
            {.kind = PX_ACT_PASSIVE, .deed = true, .start = 25, .end = 34, .phrase = {i == 2 ? 0 : 13, 34}},
            {0}};
        struct px_article a = {.text = PX_SLICE("Osk says how people here were hurt.")}, b = {0};
        lay_out(&a, &block, 1, &sentence, 1);
        LAY(a.tokens, tokens, sizeof tokens / sizeof *tokens);
        acts[2] = acts[1];
        acts[2].patient = 7;
        LAY(a.acts, acts, 3);
        compare(&a, &b);
        px_page_stance(&page);
        assert_int_equal(page_has("were hurt”"), i > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_judgement_may_be_less_sure),
        cmocka_unit_test(test_a_judgement_stands_with_its_words),
        cmocka_unit_test(test_a_judgement_ends_with_its_clause),
        cmocka_unit_test(test_a_judgement_has_its_holder),
        cmocka_unit_test(test_a_passive_stands_whole),
        cmocka_unit_test(test_a_passive_beside_a_deed_may_be_told_by_it),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
