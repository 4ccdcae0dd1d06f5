/* What the tests of statements share: an article of one statement, and the line that the page has of it. */
#ifndef PX_TEST_STATEMENTS_FIXTURE_H
#define PX_TEST_STATEMENTS_FIXTURE_H

#include "report/page_statements.h"
#include "report_fixture.h"

/* A statement of which the words outside of `quoted` are the article's. */
struct shown {
    const char *text;
    struct px_span cue, content, quoted;
    const char *line;   /* NULL: none */
    struct px_span who; /* empty: the first word */
    bool cut;
    struct px_span second; /* part of the content */
    struct px_span when;   /* the occasion */
    bool document, earlier, headless, hanging;
    uint8_t pointing, added, added_before;
    const char *verb;     /* among the words; NULL: "came" */
    bool asserts;         /* the verb takes a clause with "that" */
    bool titled;          /* the first word is a title before a name */
    uint32_t ends;        /* the byte of the next sentence; 0: there is one */
    const char *adverb;   /* among the words, the article's own */
    const char *body;     /* the institution that speaks, as the table names it; NULL: none */
    bool unclear;         /* nobody knows who speaks */
    uint32_t begins;      /* the byte of the second sentence, which has the statement; 0: there is one */
    struct px_span named; /* a name of the speaker's; empty: none is known */
    const char *other;    /* whose quoted words the first sentence is; NULL: the article's */
    bool leads;           /* the first sentence is what the article begins with, at the top of the page */
    bool denial;          /* he denies it, and none of his words are quoted */
    uint32_t until;       /* up to which byte of it; 0: all of it; then the speaker's own follow */
    bool brief;           /* its sentence is no longer than the text, and shown whole where it may be */
};

static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/* The words of the text as tokens, and which of them is a verb. */
static inline size_t cut(const struct shown *it, struct px_token *tokens, struct px_lexeme *lexemes)
{
    size_t count = 0, size = strlen(it->text);
    for (uint32_t at = 0, end; at < size; at = end + 1) {
        for (end = at; end < size && it->text[end] != ' '; end++)
            ;
        bool quoted = at >= it->quoted.start && end <= it->quoted.end;
        const char *verb = it->verb != NULL ? it->verb : "came";
        if (strncmp(it->text + at, verb, strlen(verb)) == 0)
            lexemes[count].word_class = PX_WORD_VERB;
        bool adverb = it->adverb != NULL && strncmp(it->text + at, it->adverb, strlen(it->adverb)) == 0;
        if (adverb)
            lexemes[count].word_class = PX_WORD_ADVERB;
        bool other = it->other != NULL && at < (it->until > 0 ? it->until : it->begins);
        bool word = strpbrk(it->text + at, LETTERS) < it->text + end && strpbrk(it->text + at, LETTERS) != NULL;
        tokens[count++] = (struct px_token){.start = at,
                                            .end = end,
                                            .kind = word ? PX_TOKEN_WORD : PX_TOKEN_PUNCTUATION,
                                            .sentence = it->ends > 0 && at >= it->ends,
                                            .attribution = other,
                                            .voice = adverb            ? PX_VOICE_OWN
                                                     : quoted || other ? PX_VOICE_DIRECT
                                                                       : PX_VOICE_INDIRECT};
    }
    return count;
}

static inline void assert_shown(const struct shown *it)
{
    enum { WORDS = 32, MOST = 600, REST = 400 };
    char text[MOST + REST];
    struct px_token tokens[WORDS];
    struct px_lexeme lexemes[WORDS] = {{0}};
    struct px_span who = it->who.end > 0 ? it->who : (struct px_span){0, 3}, cue = it->cue,
                   content[] = {it->content, it->second};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = it->leads};
    uint32_t size = (uint32_t)strlen(it->text);
    assert_true(size < MOST);
    memset(text, ' ', sizeof text);
    memcpy(text, it->text, size);
    size += it->brief ? 0 : REST;
    struct px_sentence sentences[] = {{.end = it->begins > 0 ? it->begins - 1 : size, .token_count = 1},
                                      {.start = it->begins, .end = size}};
    struct px_speaker pair[] = {
        {.referent = PX_NONE,
         .unclear = it->unclear,
         .shown = it->body != NULL ? px_slice_from(it->body) : (struct px_slice){NULL, 0}},
        {.referent = PX_NONE, .shown = it->other != NULL ? px_slice_from(it->other) : (struct px_slice){NULL, 0}}};
    struct px_speaker *speakers[] = {pair};
    uint8_t none[2] = {PX_WITNESS_NONE, PX_WITNESS_NONE}, *witness[] = {none};
    bool cited[2] = {false}, *all_cited[] = {cited};
    struct px_mention name = {.start = it->named.start, .end = it->named.end};
    struct px_entity named = {.name = px_slice_part((struct px_slice){text, size}, name.start, name.end)};
    struct px_attribution said[2] = {{0},
                                     {.high_tier = true, .speech = true, .entity = PX_NONE, .speaker = {&who, 1, 1}}};
    said[0] = (struct px_attribution){.type = it->denial ? PX_ATTRIBUTION_INDIRECT : PX_ATTRIBUTION_MIXED,
                                      .sentence = it->begins > 0,
                                      .high_tier = true,
                                      .entity = name.end > 0 ? 0 : PX_NONE,
                                      .cue_lemma = PX_SLICE("tell"),
                                      .speaker_kind = it->body != NULL ? PX_SPEAKER_INSTITUTION : PX_SPEAKER_PERSON,
                                      .cut = it->cut,
                                      .occasion = it->when,
                                      .document = it->document,
                                      .earlier = it->earlier,
                                      .headless = it->headless,
                                      .asserts = it->asserts,
                                      .hanging = it->hanging,
                                      .pointing = it->pointing,
                                      .added = it->added,
                                      .added_before = it->added_before,
                                      .speaker = {&who, 1, 1},
                                      .cue = {&cue, 1, 1},
                                      .content = {content, it->second.end > 0 ? 2 : 1, 2}};
    struct px_article a = {.text = {text, size}};
    a.tokens.items = tokens;
    a.tokens.count = cut(it, tokens, lexemes);
    if (it->titled) {
        lexemes[0].word_class = PX_WORD_NOUN;
        lexemes[1].word_class = PX_WORD_NAME;
    }
    a.lexemes = lexemes;
    a.attributions.items = said;
    a.blocks.items = &block;
    a.sentences.items = sentences;
    a.mentions.items = &name;
    a.entities.items = &named;
    a.entities.count = a.mentions.count = name.end > 0;
    a.attributions.count = it->other != NULL ? 2 : 1;
    a.blocks.count = 1;
    a.sentences.count = it->begins > 0 ? 2 : 1;
    const struct px_article *articles[] = {&a};
    struct px_comparison comparison = {.articles = articles, .article_count = 1, .speakers = speakers};
    bool denies[2] = {it->denial}, *denials[] = {denies};
    comparison.sourcing.witness = witness;
    comparison.sourcing.denials = denials;
    struct px_provenance provenance = {0};
    struct px_buffer out = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .provenance = &provenance, .cited = all_cited};
    px_page_statements(&page, 0);
    if (it->line != NULL)
        assert_has(&out, it->line);
    else
        assert_int_equal(out.size, 0);
    px_arena_release(&page.arena);
    px_buffer_release(&out);
}

#endif
